//! A page of the web to an article.
//!
//! Knows the steps: characters, a harmless tree, what the page says about itself, what of it is the article, and its
//! blocks. Each step is a file of its own. Knows no language, and opens nothing.

mod block;
mod extract;

use crate::charset;
use crate::{Document, Format, Hints, IngestError};

/// Reads a page: the article in it, and what the page says about it.
///
/// What the sender's hints say goes before what the page says.
///
/// # Errors
/// Where the page is larger than the sender accepts, or has no article.
pub fn page(bytes: &[u8], hints: Hints) -> Result<Document, IngestError> {
    check_size(bytes.len(), hints.max_bytes)?;
    let domain = hints.url.as_deref().and_then(domain_of);
    let decoded = charset::decode(bytes, hints.charset.as_deref(), domain.as_deref());
    page_of(&decoded.text, hints)
}

/// Reads a page whose characters are known: of a mail, of a feed.
///
/// # Errors
/// As [`page`].
pub(crate) fn page_of(html: &str, hints: Hints) -> Result<Document, IngestError> {
    check_size(html.len(), hints.max_bytes)?;
    let blocks = extract::article(html);
    let text = block::text_of(&blocks);
    match text.trim().is_empty() {
        true => Err(IngestError::NoArticle { found: html.len() }),
        false => Ok(Document::new(hints.article(&text), Format::Html)),
    }
}

/// The text of a fragment that is an article as a whole: what a feed carries, the body of a mail.
///
/// One block for each paragraph, with a blank line between; empty where there is none.
pub(crate) fn fragment(html: &str) -> String {
    block::text_of(&block::blocks_of(html))
}

fn check_size(size: usize, limit: usize) -> Result<(), IngestError> {
    match size > limit {
        true => Err(IngestError::TooLarge { limit: limit as u64 }),
        false => Ok(()),
    }
}

/// The last part of the host's name: `pt`.
pub(crate) fn domain_of(url: &str) -> Option<String> {
    let host = url::Url::parse(url).ok()?.domain()?.trim_end_matches('.').to_owned();
    host.rsplit('.').next().map(str::to_owned)
}
