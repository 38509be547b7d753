//! Articles, and prepositions that grow together with them.
//!
//! Knows that an article agrees in gender and number and that a preposition may contract with it; the words stand in
//! `grammar.toml`.

use std::collections::BTreeMap;

use attache_locales::{LoadError, SourceFile};
use attache_schema::Gender;
use serde::Deserialize;

use crate::Noun;

/// The section `[articles]`: one article for all nouns, or one for each gender and number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Articles {
    any: String,
    masculine: String,
    feminine: String,
    masculine_plural: String,
    feminine_plural: String,
    /// First words of noun phrases in the singular before which another article stands, for the sake of their sound, and
    /// that article: `el agua`, though feminine.
    first_words: BTreeMap<String, String>,
}

impl Articles {
    /// The definite article that agrees with a noun; masculine where the gender is not known.
    fn definite(&self, noun: &Noun) -> &str {
        if let Some(article) = self.by_first_word(noun) {
            return article;
        }
        match (noun.gender, noun.plural) {
            _ if !self.any.is_empty() => &self.any,
            (Some(Gender::Feminine), false) => &self.feminine,
            (Some(Gender::Feminine), true) => &self.feminine_plural,
            (_, false) => &self.masculine,
            (_, true) => &self.masculine_plural,
        }
    }

    /// First words are compared in small letters.
    pub(crate) fn check(&self, file: &SourceFile<'_>) -> Result<(), LoadError> {
        match self.first_words.keys().find(|word| word.to_lowercase() != **word) {
            Some(word) => {
                Err(file.error_near(word, format!("`{word}` is never met")).with_hint("write it with small letters"))
            }
            None => Ok(()),
        }
    }

    fn by_first_word(&self, noun: &Noun) -> Option<&str> {
        if noun.plural || self.first_words.is_empty() {
            return None;
        }
        let word = noun.text.split(' ').next()?.to_lowercase();
        self.first_words.get(&word).map(String::as_str)
    }

    /// The noun with its article, where it takes one.
    pub(crate) fn with_article(&self, noun: &Noun) -> String {
        match self.definite(noun) {
            article if noun.article && !article.is_empty() => format!("{article} {}", noun.text),
            _ => noun.text.clone(),
        }
    }
}

/// The section `[contractions]`: preposition, then article, then what they grow into.
pub(crate) type Contractions = BTreeMap<String, BTreeMap<String, String>>;

/// A preposition before a noun. Total: a pair that is not listed stays two words.
pub(crate) fn govern(preposition: &str, noun: &Noun, articles: &Articles, contractions: &Contractions) -> String {
    let article = articles.definite(noun);
    if !noun.article || article.is_empty() {
        return format!("{preposition} {}", noun.text);
    }
    match contractions.get(preposition).and_then(|row| row.get(article)) {
        Some(contracted) => format!("{contracted} {}", noun.text),
        None => format!("{preposition} {article} {}", noun.text),
    }
}
