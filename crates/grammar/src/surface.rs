//! The shapes under which concepts are met in a text.

use attache_schema::ConceptId;

/// What a [`Surface`] says of its concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Its name or an alias.
    Name,
    /// Its name where there are several of it.
    Plural,
    /// An abbreviation: to be met in these very letters ("US", not "us").
    Abbreviation,
    /// The adjective of a country: "Azerbaijani".
    Adjective,
    /// A person from there: `portuqaliyalı`.
    Origin,
    /// Words by which the concept is recognised, but not called.
    Phrase,
    /// Words that only point to the concept: they do not say it ("wheat" of food security).
    Hint,
}

/// One shape of a concept; endings of the language may follow it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Surface {
    /// The words, in the case of the lexicon.
    pub text: String,
    /// What they stand for.
    pub concept: ConceptId,
    /// What they say of it.
    pub sense: Sense,
}
