//! What a translator is asked, and what it answers; who translates, and by which road, is not known here.

use std::collections::BTreeMap;

use attache_schema::{Date, Person};

use crate::Localizer;

/// A sentence that no message of a language says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// Index of its piece in [`attache_schema::Digest::pieces`].
    pub piece: usize,
    /// The author's sentence, with the edits that it needs to stand alone.
    pub text: String,
}

/// Sentences of one article that are wanted in one language.
#[derive(Clone, Copy)]
pub struct Batch<'a> {
    /// The BCP 47 tag of the language that they are in.
    pub source: &'a str,
    /// The tag of the language that they are wanted in.
    pub target: &'a str,
    /// The sentences, in order.
    pub sentences: &'a [Untold],
    /// The people of the article, so that a name is spelt as in the rest of the paragraph.
    pub people: &'a [Person],
    /// The day of publication, which gives a day its year.
    pub published: Option<Date>,
    /// Says names, offices and dates in the target language.
    pub localizer: &'a Localizer,
}

/// An answer that passed the checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The sentence in the target language.
    pub text: String,
    /// The service, by the name with which it was asked for.
    pub engine: String,
    /// The model or chain of pairs within the service, where it has several.
    pub model: Option<String>,
    /// What was translated.
    pub source: String,
}

/// Why there is no translation that may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// One sentence for people, without any secret.
    pub reason: String,
}

/// Translates sentences, each by itself: a failure leaves the original.
pub trait Translator {
    /// One answer for each sentence, in their order.
    ///
    /// Only what was checked may be answered: every number, date, amount and name of the sentence stands in the translation, and
    /// none is added.
    fn translate(&self, batch: &Batch<'_>) -> Vec<Result<Translation, Untranslated>>;
}

/// What was answered, by piece.
pub type Translations = BTreeMap<usize, Result<Translation, Untranslated>>;
