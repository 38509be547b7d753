//! Reads diplomatic news and chooses what matters.
//!
//! ```text
//! Article ─annotate→ Annotations (blocks, sentences, mentions, people, events) ─summarize→ Digest
//! ```
//!
//! * [`Summarizer::annotate`] says what stands in an article: who, in which office, for which state, when, where, in what
//!   framework, who said what about what. Everything is a span of the article's bytes.
//! * [`Summarizer::summarize`] keeps the sentences that matter within a budget of words, with what was understood of
//!   them. It knows no target language.
//! * [`Summarizer::extract`] chooses sentences that stand for a text of any kind.
//!
//! What is particular to a language is data: `locales/<tag>/patterns.toml` (people, events, frames), `reading.toml`
//! (prose, attribution, dates) and the lexicon. The crate reads no file, clock or environment; weights are integers, ties go to
//! the earlier sentence, and the same text gives the same digest everywhere.
//!
//! ```
//! # #[cfg(feature = "builtin")] {
//! use attache_schema::Article;
//! use attache_summarizer::Summarizer;
//!
//! let summarizer = Summarizer::builder().max_words(60).build()?;
//! let article = Article {
//!     published: Some("2031-05-05".parse().unwrap()),
//!     ..Article::from_text("On May 4, Estonia's Foreign Minister Priit Laanemäe met with his Peruvian counterpart Marta Quiroga in Lima.")
//! };
//! let digest = summarizer.summarize(&article);
//! let event = &digest.pieces[0].events[0];
//! assert_eq!(event.kind.as_str(), "event/meet");
//! assert_eq!(event.when.as_ref().unwrap().start.to_string(), "2031-05-04");
//! assert_eq!(digest.people[1].role.as_ref().unwrap().as_str(), "role/foreign-minister");
//! assert_eq!(digest.people[1].country.as_ref().unwrap().as_str(), "country/PE");
//! # }
//! # Ok::<(), attache_locales::LoadError>(())
//! ```

mod attribution;
mod behalf;
mod calendar;
mod choose;
mod chunk;
mod complements;
mod dateline;
mod dates;
mod declension;
mod edit;
mod events;
mod extract;
mod focus;
mod folded;
mod frames;
mod groups;
mod kinds;
mod lead;
mod lexis;
mod memo;
mod naming;
mod offices;
mod patterns;
mod people;
mod phrase;
mod prose;
mod quotation;
mod reader;
mod readers;
mod serving;
mod skim;
mod slots;
mod source;
mod staff;
mod teams;
mod terms;
mod token;
mod told;
mod topics;
mod triggers;
mod unlisted;
mod weights;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use attache_grammar::{Language, Names};
use attache_langid::Detector;
use attache_locales::{LoadError, Locales};
use attache_schema::{Annotations, Article, Digest, Extract, LanguageGuess, MAX_WORDS, UNDETERMINED};
use attache_segmenter::Segmenter;

use crate::attribution::Outlets;
use crate::choose::Chooser;
use crate::folded::FoldTable;
use crate::kinds::Kinds;
use crate::offices::{Offices, States};
use crate::reader::{Reading, Shared};
use crate::readers::{Readers, base};
use crate::skim::Skim;
use crate::terms::TermRules;
use crate::weights::Weights;

pub use extract::Budget;
pub use focus::{Focus, FocusError};

/// Texts longer than this are not read: positions are kept in 32 bits.
const MAX_BYTES: usize = u32::MAX as usize / 2;

/// Reads and chooses. Built once, then used from any thread.
#[derive(Debug)]
pub struct Summarizer {
    detector: Detector,
    readers: Readers,
    shared: Shared,
    weights: Weights,
    /// Cuts texts in languages that have no reader, and tells their letters and terms.
    common: Segmenter,
    plain: (FoldTable, TermRules),
    max_words: usize,
    focus: Focus,
    keep_unread: bool,
}

/// So many bytes tell the language of a text from which sentences are to be chosen.
const ENOUGH: usize = 8192;

/// The confidence in the language of a text that is in one language, and that in a block from which on it is another.
const SURE: u16 = 1000;
const CLEAR: u16 = 300;

/// How a [`Summarizer`] is made.
#[derive(Debug, Clone)]
pub struct SummarizerBuilder {
    locales: Option<Locales>,
    names: Option<Arc<Names>>,
    grammars: BTreeMap<String, Arc<Language>>,
    max_words: usize,
    focus: Focus,
    keep_unread: bool,
}

impl Summarizer {
    /// A builder with the built-in languages and a budget of [`MAX_WORDS`].
    #[must_use]
    pub fn builder() -> SummarizerBuilder {
        SummarizerBuilder {
            locales: None,
            names: None,
            grammars: BTreeMap::new(),
            max_words: MAX_WORDS,
            focus: Focus::default(),
            keep_unread: false,
        }
    }

    /// The language of a text: a tag of ours, or `und` with what it resembles.
    #[must_use]
    pub fn detect(&self, text: &str) -> LanguageGuess {
        self.detector.detect(text)
    }

    /// Everything that is read in an article. An article in no language of ours has blocks of nothing.
    #[must_use]
    pub fn annotate(&self, article: &Article) -> Annotations {
        self.read(article).annotations
    }

    /// The sentences that matter, with what was understood of them.
    #[must_use]
    pub fn summarize(&self, article: &Article) -> Digest {
        let reading = self.read(article);
        let chooser = Chooser {
            weights: &self.weights,
            kinds: &self.shared.kinds,
            states: &self.shared.states,
            max_words: self.max_words,
            focus: &self.focus,
            keep_unread: self.keep_unread,
        };
        chooser.choose(article.id.clone(), &article.text, reading)
    }

    /// Weighs the sentences of texts of any kind and chooses those that stand for them within a budget. Several texts tell one
    /// story, and nothing is chosen twice.
    ///
    /// It asks for no diplomacy: a text in which nothing can be read, or in a language of which nothing is known, gets an
    /// extract all the same. Only a focus makes it read what the texts tell, which costs ten times as much.
    #[must_use]
    pub fn extract(&self, articles: &[Article], budget: Budget) -> Extract {
        let skims: Vec<Skim<'_>> = articles.iter().map(|article| self.skim(article)).collect();
        let asked = articles.iter().zip(&skims).filter(|_| !self.focus.is_empty());
        let drawn = asked.flat_map(|(article, skim)| {
            let sentences = skim.sentences.iter().map(|sentence| sentence.span);
            self.focus.draw(&self.read(article).annotations, sentences)
        });
        let weights = &self.weights.extract;
        let drawn: Vec<i64> = drawn.map(|hundredths| weights.focus * hundredths / 100).collect();
        extract::extract(&skims, &drawn, weights, budget)
    }

    fn skim<'a>(&'a self, article: &'a Article) -> Skim<'a> {
        let text = article.text.as_str();
        let detected = || self.detect(&text[..text.floor_char_boundary(ENOUGH)]).tag;
        let tag = article.language.clone().unwrap_or_else(detected);
        let reader = self.readers.get(&tag, &self.shared.kinds).filter(|_| text.len() < MAX_BYTES);
        let skim = reader.map(|reader| reader.skim(article)).filter(|skim| !skim.sentences.is_empty());
        skim.unwrap_or_else(|| {
            let spans = self.common.segments(text).map(|segment| segment.span.into());
            Skim::of_unknown(text, article.title.as_deref(), &self.plain.0, &self.plain.1, spans)
        })
    }

    fn read(&self, article: &Article) -> Reading {
        let language = match &article.language {
            Some(tag) => LanguageGuess { tag: tag.clone(), confidence: 1000, resembles: None },
            None => self.detect(&article.text),
        };
        let reader = self.readers.get(&language.tag, &self.shared.kinds);
        // Only a text in which several languages stand leaves a doubt.
        let is_mixed = language.confidence < SURE;
        let of = language.tag.clone();
        let is_foreign = move |block: &str| is_mixed && self.is_in_another(&of, block);
        match reader.filter(|_| article.text.len() < MAX_BYTES) {
            Some(reader) => reader.read(article, language, &is_foreign, &self.shared, &self.weights),
            None => unread(article, language),
        }
    }

    /// Whether a block is for sure in another language than its page.
    fn is_in_another(&self, tag: &str, block: &str) -> bool {
        let guess = self.detect(block);
        guess.tag != UNDETERMINED && guess.confidence >= CLEAR && base(&guess.tag) != base(tag)
    }
}

fn unread(article: &Article, language: LanguageGuess) -> Reading {
    let source = source::given(article);
    let annotations = Annotations {
        language,
        source,
        blocks: Vec::new(),
        sentences: Vec::new(),
        mentions: Vec::new(),
        topics: Vec::new(),
        people: Vec::new(),
        events: Vec::new(),
        main: None,
    };
    Reading { annotations, sentences: Vec::new(), title_words: 0, main: None }
}

impl SummarizerBuilder {
    /// Works with these language folders instead of the built-in ones.
    #[must_use]
    pub fn locales(mut self, locales: Locales) -> Self {
        self.locales = Some(locales);
        self
    }

    /// The name lexica, for callers who have read them already; without this they are read from the folders.
    #[must_use]
    pub fn names(mut self, names: Arc<Names>) -> Self {
        self.names = Some(names);
        self
    }

    /// The grammars of languages by tag, for callers who have read them already from the same folders; the others are read there.
    #[must_use]
    pub fn grammars(mut self, grammars: BTreeMap<String, Arc<Language>>) -> Self {
        self.grammars = grammars;
        self
    }

    /// How many words a paragraph may have, the source line included.
    #[must_use]
    pub fn max_words(mut self, words: usize) -> Self {
        self.max_words = words;
        self
    }

    /// What the reader asks for: sentences that hold it weigh more, in digests and in extracts.
    #[must_use]
    pub fn focus(mut self, focus: Focus) -> Self {
        self.focus = focus;
        self
    }

    /// Chooses sentences in which nothing was read like all others; without this they are chosen only where nothing else was
    /// read, since no message says them.
    #[must_use]
    pub fn keep_unread(mut self, keep: bool) -> Self {
        self.keep_unread = keep;
        self
    }

    /// Reads and checks every language folder.
    ///
    /// # Errors
    /// With file, line and caret, where a folder has a mistake, or where there are no folders at all.
    pub fn build(self) -> Result<Summarizer, LoadError> {
        let locales = match self.locales {
            Some(locales) => locales,
            None => builtin()?,
        };
        let kinds = Kinds::load(&locales)?;
        let names = match self.names {
            Some(names) => names,
            None => Arc::new(Names::load(&locales)?),
        };
        let outlets = Outlets::load(&locales)?;
        let (offices, states) = (Offices::load(&locales)?, States::load(&locales)?);
        let shared = Shared { names, outlets, kinds, offices, states };
        Ok(Summarizer {
            detector: Detector::load(&locales)?,
            weights: Weights::load(&locales)?,
            common: Segmenter::load(&locales, UNDETERMINED)?,
            plain: (FoldTable::plain(), TermRules::unknown()),
            readers: Readers::load(locales, self.grammars, &shared.kinds)?,
            shared,
            max_words: self.max_words,
            focus: self.focus,
            keep_unread: self.keep_unread,
        })
    }
}

#[cfg(feature = "builtin")]
fn builtin() -> Result<Locales, LoadError> {
    Ok(Locales::builtin())
}

#[cfg(not(feature = "builtin"))]
fn builtin() -> Result<Locales, LoadError> {
    Err(LoadError::new("locales", "there are no language folders").with_hint("hand them in with `locales(…)`"))
}
