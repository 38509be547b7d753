//! The object that is built once and then cuts any text.

use attache_locales::{LoadError, Locales};

use crate::Segment;
use crate::profile::{FILE, Profile};
use crate::segments::Segments;

/// The sentence rules of one language, ready for use from any thread.
#[derive(Debug, Clone)]
pub struct Segmenter {
    profile: Profile,
    has_profile: bool,
}

impl Segmenter {
    /// Builds the segmenter of a language from its `segmentation.toml`, laid over those of `root` and, for a variant, of
    /// its language.
    ///
    /// A language without such a file is cut by the common rules alone; [`Segmenter::has_profile`] tells.
    ///
    /// # Errors
    /// Where a profile is not TOML, names an unknown class, rule or list, or says a word twice: with line and caret.
    pub fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let has_profile = locales.layers(tag, FILE).next().is_some();
        Ok(Self { profile: Profile::load(locales, tag)?, has_profile })
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

    /// Cuts a text, one segment at a time.
    ///
    /// The text is not changed or copied, nothing is allocated, no text makes it fail, and the time grows with the length
    /// of the text whatever stands in it.
    pub fn segments<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Segment> + 'a {
        Segments::new(text, &self.profile)
    }
}
