//! Nouns that know their grammar.
//!
//! Holds what an engine must know to inflect a phrase; does not know any engine.

use std::collections::BTreeMap;

use attache_schema::Gender;

/// What kind of thing the text of a [`Noun`] is, since kinds join their endings differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NounKind {
    /// A proper name in the spelling of the language; its stem never changes.
    #[default]
    Name,
    /// A common noun or a phrase that ends in one.
    Common,
    /// An abbreviation, inflected as it is spoken (`reading`).
    Abbreviation,
    /// A number in digits, inflected as it is spoken.
    Number,
    /// A name that was left in a foreign spelling: no ending is joined to it.
    Foreign,
}

/// A noun phrase with the features that inflection and agreement need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noun {
    /// The phrase as it is said without any mark.
    pub text: String,
    /// Grammatical gender, in languages that have it.
    pub gender: Option<Gender>,
    /// Whether it agrees as a plural.
    pub plural: bool,
    /// Whether it takes the definite article.
    pub article: bool,
    /// Whether it already ends in a possessive (the N-stem of Turkic languages).
    pub possessive: bool,
    /// How its endings are joined.
    pub kind: NounKind,
    /// How an abbreviation is spoken, where its letters do not tell.
    pub reading: Option<String>,
    /// Whether the last consonant changes before a vowel, where the lexicon overrides the rule.
    pub soft: Option<bool>,
    /// Listed forms, by the name of the form: they go before any rule.
    pub forms: BTreeMap<String, String>,
}

impl Noun {
    /// A proper name in the spelling of the language.
    #[must_use]
    pub fn name(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// A common noun.
    #[must_use]
    pub fn common(text: &str) -> Self {
        Self { kind: NounKind::Common, ..Self::name(text) }
    }

    /// A name in a foreign spelling.
    #[must_use]
    pub fn foreign(text: &str) -> Self {
        Self { kind: NounKind::Foreign, ..Self::name(text) }
    }
}
