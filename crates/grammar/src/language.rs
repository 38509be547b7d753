//! Everything known of one language.

use attache_locales::{LoadError, Locales};
use attache_schema::{Date, Gender};

use crate::{Endings, Noun, Surface};

/// The lexicon, the grammar and the dates of one language.
#[derive(Debug, Clone)]
pub struct Language {
    tag: String,
    endings: Endings,
}

impl Language {
    /// Reads the folders of `tag`.
    ///
    /// # Errors
    /// Where there is no such language, or one of its files is malformed.
    pub fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        if !locales.contains(tag) {
            return Err(LoadError::new(format!("locales/{tag}"), "there is no such language"));
        }
        Ok(Self { tag: tag.to_owned(), endings: Endings::default() })
    }

    /// The tag of the language.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The noun for a concept.
    #[must_use]
    pub fn noun(&self, _concept: &str) -> Option<&Noun> {
        None
    }

    /// The abbreviation of a concept.
    #[must_use]
    pub fn abbreviation(&self, _concept: &str) -> Option<&Noun> {
        None
    }

    /// The capital of a country.
    #[must_use]
    pub fn capital(&self, _country: &str) -> Option<&Noun> {
        None
    }

    /// The adjective of a country.
    #[must_use]
    pub fn adjective(&self, _country: &str, _gender: Gender, _plural: bool) -> Option<&str> {
        None
    }

    /// The word for a person from a country.
    #[must_use]
    pub fn origin(&self, _country: &str) -> Option<String> {
        None
    }

    /// The title of an office.
    #[must_use]
    pub fn role(&self, _role: &str, _gender: Option<Gender>, _plural: bool) -> Option<Noun> {
        None
    }

    /// The title of an office behind its owner.
    #[must_use]
    pub fn role_possessed(&self, role: &str, plural: bool) -> Option<Noun> {
        self.role(role, None, plural)
    }

    /// A form of a noun.
    #[must_use]
    pub fn inflect(&self, noun: &Noun, form: &str) -> Option<String> {
        form.is_empty().then(|| noun.text.clone())
    }

    /// A date in one of the forms of `dates.toml`.
    #[must_use]
    pub fn date(&self, _date: Date, _form: &str) -> Option<String> {
        None
    }

    /// A range of days in one of the forms of `dates.toml`.
    #[must_use]
    pub fn date_range(&self, _start: Date, _end: Date, _form: &str) -> Option<String> {
        None
    }

    /// An ordinal number in the style `digits` or `words`.
    #[must_use]
    pub fn ordinal(&self, _number: u32, _style: &str, _gender: Option<Gender>) -> Option<String> {
        None
    }

    /// Joins the members of a list.
    #[must_use]
    pub fn list(&self, members: &[String]) -> String {
        members.join(", ")
    }

    /// Upper case.
    #[must_use]
    pub fn upper(&self, text: &str) -> String {
        text.to_uppercase()
    }

    /// Lower case.
    #[must_use]
    pub fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }

    /// Raises the first letter.
    #[must_use]
    pub fn sentence_case(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// The short form of a person's name.
    #[must_use]
    pub fn short_name(&self, name: &str) -> String {
        name.to_owned()
    }

    /// Every shape of every concept.
    #[must_use]
    pub fn surfaces(&self) -> Vec<Surface> {
        Vec::new()
    }

    /// The endings that may follow a shape.
    #[must_use]
    pub fn endings(&self) -> &Endings {
        &self.endings
    }

    /// Folds letters for comparison: one character for one character.
    #[must_use]
    pub fn fold(&self, text: &str) -> String {
        text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
    }
}
