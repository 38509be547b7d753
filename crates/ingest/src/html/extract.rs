//! What of a page is the article.
//!
//! Knows the crate that decides it, so that another one can take its place here. Knows nothing of encodings, and gets
//! only markup that the guard has let through.

use trafilatura::{ExtractionFocus, Options};

use super::block::{self, Block};

/// The blocks of the article in a page; none where there is no article.
pub(super) fn article(html: &str) -> Vec<Block> {
    let options =
        Options::default().with_fallback(true).with_focus(ExtractionFocus::FavorPrecision).with_exclude_comments(true);
    match trafilatura::extract(html, &options) {
        Ok(result) => block::blocks_of(&result.content_html),
        Err(_) => Vec::new(),
    }
}
