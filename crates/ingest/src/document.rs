//! What comes out of an input.

use attache_schema::Article;
use serde_json::{Map, Value};

use crate::{Format, Reading};

/// One article, and what came with it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// The article.
    pub article: Article,
    /// What it was read from.
    pub format: Format,
    /// The fields of a JSON record that mean nothing to us, handed through; empty for all other formats.
    pub extra: Map<String, Value>,
    /// How it was read.
    pub reading: Reading,
}

impl Document {
    /// An article that nothing else came with.
    pub(crate) fn new(article: Article, format: Format) -> Self {
        Self { article, format, extra: Map::new(), reading: Reading::default() }
    }

    /// Says what its text was decoded from, where that is worth telling.
    pub(crate) fn decoded_from(mut self, encoding: Option<&'static str>) -> Self {
        self.reading.encoding = encoding;
        self
    }
}
