//! What comes out of an input.

use attache_schema::Article;
use serde_json::{Map, Value};

use crate::Format;

/// One article, and what came with it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// The article.
    pub article: Article,
    /// What it was read from.
    pub format: Format,
    /// The character set that its text was decoded from, where that was not UTF-8.
    pub encoding: Option<&'static str>,
    /// The fields of a JSON record that mean nothing to us, handed through; empty for all other formats.
    pub extra: Map<String, Value>,
}

impl Document {
    /// An article that nothing else came with.
    pub(crate) fn new(article: Article, format: Format) -> Self {
        Self { article, format, encoding: None, extra: Map::new() }
    }

    /// Says what its text was decoded from.
    pub(crate) fn decoded_from(mut self, encoding: Option<&'static str>) -> Self {
        self.encoding = encoding;
        self
    }
}
