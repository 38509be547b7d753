//! The stages, built once and joined in order.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use attache_grammar::Names;
use attache_locales::{LoadError, Locales};
use attache_localization::{Localizer, Translator, Unrendered};
use attache_schema::{Annotations, Article, Brief, Digest, LanguageGuess, MAX_WORDS, Rendered, UNDETERMINED};
use attache_segmenter::{Segment, Segmenter};
use attache_summarizer::{Focus, Summarizer};

use crate::Languages;

/// Everything that is needed from an article to its paragraphs.
///
/// Built once, checked once, then used from any thread: every method takes `&self`, and none of them can fail.
pub struct Attache {
    languages: Languages,
    segmenters: Segmenters,
    summarizer: Summarizer,
    localizer: Localizer,
}

impl Attache {
    /// Starts with the built-in languages, 120 words to a paragraph, and what cannot be said left out.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The languages that there are.
    #[must_use]
    pub fn languages(&self) -> &Languages {
        &self.languages
    }

    /// What says digests, for callers who join several of them.
    #[must_use]
    pub fn localizer(&self) -> &Localizer {
        &self.localizer
    }

    /// The language of a text; `und` where it is none of ours.
    #[must_use]
    pub fn detect(&self, text: &str) -> LanguageGuess {
        self.summarizer.detect(text)
    }

    /// Cuts an article into sentences, titles and list items; by rules common to all languages where its own has none.
    #[must_use]
    pub fn segment(&self, article: &Article) -> Vec<Segment> {
        let said = article.language.clone();
        let tag = said.unwrap_or_else(|| self.detect(&article.text).tag);
        let language = self.languages.find(&tag).and_then(|language| self.segmenters.get(language.tag()));
        let segmenter = language.or_else(|| self.segmenters.get(UNDETERMINED));
        segmenter.map(|segmenter| segmenter.segments(&article.text).collect()).unwrap_or_default()
    }

    /// Reads an article: sentences, mentions, people, events.
    #[must_use]
    pub fn annotate(&self, article: &Article) -> Annotations {
        self.summarizer.annotate(article)
    }

    /// Reads an article and chooses what matters.
    #[must_use]
    pub fn digest(&self, article: &Article) -> Digest {
        self.summarizer.summarize(article)
    }

    /// Says a digest in one language; `None` where there is no such language.
    #[must_use]
    pub fn render(&self, digest: &Digest, tag: &str) -> Option<Rendered> {
        self.localizer.render(digest, tag)
    }

    /// Says a digest in one language as [`Attache::render`] does, and asks a translator for what no message says; builder option
    /// [`Builder::translated`].
    #[must_use]
    pub fn render_with(&self, digest: &Digest, tag: &str, translator: &dyn Translator) -> Option<Rendered> {
        let translations = self.localizer.translate(digest, tag, translator);
        self.localizer.render_with(digest, tag, &translations)
    }

    /// Says a digest in each of those languages that there are.
    #[must_use]
    pub fn say<'a>(&self, digest: Digest, tags: impl IntoIterator<Item = &'a str>) -> Brief {
        let said = tags.into_iter().filter_map(|tag| Some((tag.to_owned(), self.render(&digest, tag)?)));
        let rendered = said.collect();
        Brief { digest, rendered }
    }

    /// Says a digest as [`Attache::say`] does, and asks a translator for what no message says; builder option
    /// [`Builder::translated`].
    #[must_use]
    pub fn say_with<'a>(
        &self,
        digest: Digest,
        tags: impl IntoIterator<Item = &'a str>,
        translator: &dyn Translator,
    ) -> Brief {
        let said =
            tags.into_iter().filter_map(|tag| Some((tag.to_owned(), self.render_with(&digest, tag, translator)?)));
        let rendered = said.collect();
        Brief { digest, rendered }
    }

    /// The whole road: a digest, and its paragraph in each of those languages that there are.
    #[must_use]
    pub fn brief<'a>(&self, article: &Article, tags: impl IntoIterator<Item = &'a str>) -> Brief {
        self.say(self.digest(article), tags)
    }
}

impl fmt::Debug for Attache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attache").field("languages", &self.languages).finish_non_exhaustive()
    }
}

/// How an [`Attache`] is to be built; made by [`Attache::builder`].
#[derive(Debug, Clone, Default)]
pub struct Builder {
    locales: Option<Locales>,
    languages: Option<Vec<String>>,
    max_words: Option<usize>,
    unrendered: Unrendered,
    focus: Focus,
    translated: bool,
    capitals: bool,
}

impl Builder {
    /// Uses those language folders in place of the built-in ones.
    #[must_use]
    pub fn locales(mut self, locales: Locales) -> Self {
        self.locales = Some(locales);
        self
    }

    /// Prepares only those target languages; all of them where nobody says.
    #[must_use]
    pub fn languages<Tag: Into<String>>(mut self, tags: impl IntoIterator<Item = Tag>) -> Self {
        self.languages = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Allows a paragraph so many words.
    #[must_use]
    pub fn max_words(mut self, words: usize) -> Self {
        self.max_words = Some(words);
        self
    }

    /// Weighs sentences more in which these states, bodies or topics stand.
    #[must_use]
    pub fn focus(mut self, focus: Focus) -> Self {
        self.focus = focus;
        self
    }

    /// Says what to do with a sentence that cannot be said in a language.
    #[must_use]
    pub fn unrendered(mut self, how: Unrendered) -> Self {
        self.unrendered = how;
        self
    }

    /// Chooses sentences of which nothing was understood like all others, because they are going to be translated
    /// ([`Attache::say_with`]).
    #[must_use]
    pub fn translated(mut self, translated: bool) -> Self {
        self.translated = translated;
        self
    }

    /// Writes offices with a capital letter also where the language would not.
    #[must_use]
    pub fn offices_in_capitals(mut self, capitals: bool) -> Self {
        self.capitals = capitals;
        self
    }

    /// Reads the language folders and checks them.
    ///
    /// # Errors
    /// Where a language file is broken, with its line and a caret, or a target language has no folder.
    pub fn build(self) -> Result<Attache, LoadError> {
        let locales = self.locales.unwrap_or_else(Locales::builtin);
        let max_words = self.max_words.unwrap_or(MAX_WORDS);
        let languages = Languages::load(&locales)?;
        let targets = self.languages.unwrap_or_else(|| locales.tags().map(str::to_owned).collect());
        let names = Arc::new(Names::load(&locales)?);
        let localizer = Localizer::builder()
            .locales(&locales)
            .names(Arc::clone(&names))
            .languages(targets)
            .unrendered(self.unrendered)
            .max_words(max_words)
            .offices_in_capitals(self.capitals)
            .build()?;
        let segmenters = Segmenters::load(&locales)?;
        let summarizer = Summarizer::builder()
            .locales(locales)
            .names(names)
            .grammars(localizer.grammars())
            .max_words(max_words)
            .focus(self.focus)
            .keep_unread(self.translated)
            .build()?;
        Ok(Attache { languages, segmenters, summarizer, localizer })
    }
}

/// The segmenters of all languages, each made when it is first needed: only who cuts sentences alone needs them.
#[derive(Debug)]
struct Segmenters {
    locales: Locales,
    slots: BTreeMap<String, OnceLock<Segmenter>>,
}

impl Segmenters {
    /// Checks every folder that is not as it was built in; the built-in ones are checked by the segmenter's tests.
    fn load(locales: &Locales) -> Result<Self, LoadError> {
        // Text in no language of ours is cut by the rules that all have in common.
        let tags = locales.tags().chain([UNDETERMINED]);
        let segmenters =
            Self { slots: tags.map(|tag| (tag.to_owned(), OnceLock::new())).collect(), locales: locales.clone() };
        if locales.is_changed() {
            for (tag, slot) in &segmenters.slots {
                let _ = slot.set(Segmenter::load(locales, tag)?);
            }
        }
        Ok(segmenters)
    }

    fn get(&self, tag: &str) -> Option<&Segmenter> {
        let slot = self.slots.get(tag)?;
        let load = || Segmenter::load(&self.locales, tag).expect("the built-in profiles are sound, or were checked");
        Some(slot.get_or_init(load))
    }
}
