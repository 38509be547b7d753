//! The object that is built once and then cuts any text.

use alloc::vec::Vec;

use attache_locales::{LoadError, Locales, SourceFile};

use crate::profile::{FILE, Profile, Rule};
use crate::segments::Segments;
use crate::{Segment, Stream};

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
        Self::load_with(locales, tag, &[])
    }

    /// As [`Segmenter::load`], with files that a caller lays over those of the language: words of a house, a rule switched.
    ///
    /// ```
    /// use attache_locales::{Locales, SourceFile};
    /// use attache_segmenter::Segmenter;
    ///
    /// # #[cfg(feature = "builtin")] {
    /// let house = SourceFile::new("", "house.toml", "[abbreviations]\ntitle = ['cde']\n");
    /// let segmenter = Segmenter::load_with(&Locales::builtin(), "pt", &[house])?;
    /// assert_eq!(segmenter.segments("O Cde. Lima falou. Todos saíram.").count(), 2);
    /// # }
    /// # Ok::<(), attache_locales::LoadError>(())
    /// ```
    ///
    /// # Errors
    /// As [`Segmenter::load`]; the message names the file as its caller does.
    pub fn load_with(locales: &Locales, tag: &str, more: &[SourceFile<'_>]) -> Result<Self, LoadError> {
        let has_profile = locales.layers(tag, FILE).next().is_some();
        Ok(Self { profile: Profile::load(locales, tag, more)?, has_profile })
    }

    /// Switches a rule, whatever the profile says.
    #[must_use]
    pub fn with_rule(mut self, rule: Rule, on: bool) -> Self {
        self.profile.rules.switch(rule, on);
        self
    }

    /// The segmenter of a language that is compiled in, or of one that it is a variant of; `None` where there is none.
    #[cfg(feature = "builtin")]
    #[must_use]
    pub fn builtin(tag: &str) -> Option<Self> {
        let locales = Locales::builtin();
        let known = locales.layers(tag, FILE).next().is_some();
        known.then(|| Self::load(&locales, tag).expect("the built-in profiles are sound: `profiles` loads them all"))
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
    pub fn segments<'a>(&'a self, text: &'a str) -> Segments<'a> {
        Segments::new(text, &self.profile)
    }

    /// Cuts a text and adds its segments to those of `segments`: for a caller who keeps the room from text to text.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// let segmenter = attache_segmenter::Segmenter::builtin("pt").expect("Portuguese is built in");
    /// let mut segments = Vec::new();
    /// for text in ["A reunião acabou. Nada foi assinado.", "O Sr. Reis voltou."] {
    ///     segments.clear();
    ///     segmenter.push_into(text, &mut segments);
    /// }
    /// assert_eq!(segments.len(), 1);
    /// # }
    /// ```
    pub fn push_into(&self, text: &str, segments: &mut Vec<Segment>) {
        segments.extend(self.segments(text));
    }

    /// Begins a text that comes in pieces.
    pub fn stream(&self) -> Stream<'_> {
        Stream::new(self)
    }

    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }
}
