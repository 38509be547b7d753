//! Options, and the ready localizer that is made of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use attache_grammar::Names;
use attache_locales::{LoadError, Locales};
use attache_schema::{Digest, MAX_WORDS, Rendered};

use crate::compose::Composer;
use crate::paragraph::Paragraph;
use crate::refer::Referrer;
use crate::target::{Resources, Target};

/// What becomes of a piece of which nothing can be said in the target language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unrendered {
    /// It is left out and counted in [`Rendered::omitted`].
    #[default]
    Omit,
    /// The author's sentence is quoted in its own language.
    Quote,
}

/// Says digests in every language that has a folder.
pub struct Localizer {
    targets: BTreeMap<String, Target>,
    names: Arc<Names>,
    unrendered: Unrendered,
    max_words: usize,
}

/// Collects the options of a [`Localizer`].
#[derive(Debug, Clone)]
pub struct LocalizerBuilder {
    locales: Option<Locales>,
    names: Option<Arc<Names>>,
    languages: Option<Vec<String>>,
    unrendered: Unrendered,
    max_words: usize,
}

impl Localizer {
    /// Options with their defaults: all built-in languages, nothing quoted, [`MAX_WORDS`] words.
    #[must_use]
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder {
            locales: None,
            names: None,
            languages: None,
            unrendered: Unrendered::Omit,
            max_words: MAX_WORDS,
        }
    }

    /// The tags of the languages that it says things in, in order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.targets.keys().map(String::as_str)
    }

    /// Says a digest in the language of that tag; `None` where there is no such language.
    ///
    /// Total for any digest, also one that was stored, edited or made up: what cannot be said is counted and named in
    /// [`Rendered::warnings`].
    #[must_use]
    pub fn render(&self, digest: &Digest, tag: &str) -> Option<Rendered> {
        let (tag, target) = self.targets.get_key_value(tag)?;
        let referrer = Referrer { target, names: &self.names, people: &digest.people };
        let composer = Composer { referrer };
        let paragraph = Paragraph { digest, composer, unrendered: self.unrendered, max_words: self.max_words };
        Some(paragraph.render(tag))
    }
}

impl LocalizerBuilder {
    /// The language folders; without this the built-in ones, if they are compiled in.
    #[must_use]
    pub fn locales(mut self, locales: &Locales) -> Self {
        self.locales = Some(locales.clone());
        self
    }

    /// The name lexica, for callers who have read them already; without this they are read from the folders.
    #[must_use]
    pub fn names(mut self, names: Arc<Names>) -> Self {
        self.names = Some(names);
        self
    }

    /// Only these languages; without this all that have a folder.
    #[must_use]
    pub fn languages<T: Into<String>>(mut self, tags: impl IntoIterator<Item = T>) -> Self {
        self.languages = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// What becomes of a piece of which nothing can be said.
    #[must_use]
    pub fn unrendered(mut self, unrendered: Unrendered) -> Self {
        self.unrendered = unrendered;
        self
    }

    /// How many words a paragraph has at most, the source line included. No sentence is cut for it.
    #[must_use]
    pub fn max_words(mut self, max_words: usize) -> Self {
        self.max_words = max_words;
        self
    }

    /// Reads and checks the messages and the grammar of every language.
    ///
    /// # Errors
    /// With file, line and caret, where a file cannot be read, or with the name of a message that a language lacks.
    pub fn build(self) -> Result<Localizer, LoadError> {
        let locales = self.locales.unwrap_or_else(builtin);
        let tags = self.languages.unwrap_or_else(|| locales.tags().map(str::to_owned).collect());
        let mut read = Resources::new();
        let mut targets = BTreeMap::new();
        for tag in tags {
            if !locales.contains(&tag) {
                let known: Vec<&str> = locales.tags().collect();
                return Err(LoadError::new(format!("locales/{tag}"), "there is no folder for this language")
                    .with_hint(format!("there are {}", known.join(", "))));
            }
            let target = Target::load(&locales, &tag, &mut read)?;
            targets.insert(tag, target);
        }
        let names = match self.names {
            Some(names) => names,
            None => Arc::new(Names::load(&locales)?),
        };
        Ok(Localizer { targets, names, unrendered: self.unrendered, max_words: self.max_words })
    }
}

#[cfg(feature = "builtin")]
fn builtin() -> Locales {
    Locales::builtin()
}

#[cfg(not(feature = "builtin"))]
fn builtin() -> Locales {
    Locales::default()
}
