//! People's names between languages.

use attache_locales::{LoadError, Locales};
use attache_schema::Gender;

/// The name lexica of all languages.
#[derive(Debug, Clone, Default)]
pub struct Names {}

/// A name as a language writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenName {
    /// The name.
    pub text: String,
    /// Whether the spelling is foreign to the language, so that no ending can be joined to it.
    pub foreign: bool,
}

impl Names {
    /// Reads the name lexica of all languages.
    ///
    /// # Errors
    /// Where a table is malformed.
    pub fn load(_locales: &Locales) -> Result<Self, LoadError> {
        Ok(Self {})
    }

    /// The proper spelling of a person's name in the language `target`.
    #[must_use]
    pub fn spell(&self, name: &str, _country: Option<&str>, _target: &str) -> SpokenName {
        SpokenName { text: name.to_owned(), foreign: true }
    }

    /// The gender that the lexica know of a name.
    #[must_use]
    pub fn gender(&self, _name: &str, _country: Option<&str>) -> Option<Gender> {
        None
    }
}
