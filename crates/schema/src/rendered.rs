//! One paragraph in one language.

use serde::{Deserialize, Serialize};

use crate::Span;

/// How many words a paragraph has at most where nobody says, the source line included.
pub const MAX_WORDS: usize = 120;

/// A digest said in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Rendered {
    /// The BCP 47 tag of the language.
    pub language: String,
    /// The paragraph; empty where nothing could be said.
    pub text: String,
    /// Where each part of `text` came from, in order.
    pub clauses: Vec<Clause>,
    /// How many chosen pieces could not be said.
    pub omitted: usize,
    /// What a careful reader should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A part of a paragraph and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Clause {
    /// The bytes of [`Rendered::text`].
    pub span: Span,
    /// Index of the piece in [`crate::Digest::pieces`]; none for the source line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<usize>,
    /// In which way it was said.
    pub realization: Realization,
    /// The bytes of the article; never empty.
    pub evidence: Vec<Span>,
    /// Who translated it and what was translated; only where `realization` is `translated`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translated>,
}

/// Where the words of a translated clause come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Translated {
    /// The service, by the name with which it was asked for (`apertium`).
    pub engine: String,
    /// The model or chain of pairs within the service, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The sentence that was translated, in the language of the article.
    pub source: String,
}

/// The way in which a piece was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Realization {
    /// The author's own sentence, less attribution tags.
    Verbatim,
    /// A message filled with concepts, names and dates.
    Composed,
    /// A translation service's answer that passed the checks.
    Translated,
    /// The original words, in quotation marks.
    Quoted,
}

/// Something that did not fail and should be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Warning {
    /// A stable word for programs: `omitted`, `missing-message`, `resolver`, `slot-dropped`, `untranslated`.
    pub code: String,
    /// One sentence for people.
    pub message: String,
}
