//! From bytes of any format to documents.

use crate::{Document, Format, Hints, IngestError, charset, docx, feed, html, mail, markdown, plain, records};

/// Reads an input of any format: the one that is said, or the one that its content shows.
///
/// A page or a document gives one article, a feed, a mail or JSON lines give several, in their order. What the hints say
/// goes before what the input says, except for what each of several articles has of its own: its name, title and address.
///
/// ```
/// use attache_ingest::{Format, Hints, read};
///
/// let mail = b"From: Rossio <news@rossio.example>\r\nSubject: Visita\r\n\r\nO ministro chegou a Baku.\r\n";
/// let documents = read(mail, None, Hints::default())?;
/// let document = documents[0].as_ref().expect("the mail has a text");
/// assert_eq!(document.format, Format::Mail);
/// assert_eq!(document.article.title.as_deref(), Some("Visita"));
/// # Ok::<(), attache_ingest::IngestError>(())
/// ```
///
/// # Errors
/// Where the bytes are no article. Of several articles each stands or fails alone.
pub fn read(
    bytes: &[u8],
    format: Option<Format>,
    hints: Hints,
) -> Result<Vec<Result<Document, IngestError>>, IngestError> {
    if bytes.len() > hints.max_bytes {
        return Err(IngestError::TooLarge { limit: hints.max_bytes as u64 });
    }
    let format = match format {
        Some(format) => format,
        None => Format::detect(bytes, hints.file_name.as_deref())?,
    };
    match format {
        Format::Text => plain::document(bytes, hints).map(one),
        Format::Markdown => markdown::document(bytes, &hints).map(one),
        Format::Html => html::page(bytes, hints).map(one),
        Format::Feed => feed::documents(bytes, &hints),
        Format::Docx => docx::document(bytes, &hints).map(one),
        Format::Mail => mail::documents(bytes, &hints),
        Format::Pdf => Err(IngestError::broken(format, "not in this build")),
        Format::JsonLines => records::all(&charset::decode(bytes, hints.charset.as_deref(), None).text, &hints),
    }
}

fn one(document: Document) -> Vec<Result<Document, IngestError>> {
    vec![Ok(document)]
}
