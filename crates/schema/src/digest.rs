//! What was chosen, in no target language.

use serde::{Deserialize, Serialize};

use crate::{ConceptId, Date, Event, LanguageGuess, Person, Span};

/// The value of `schema` in the JSON of a [`Digest`]. A change that a reader could stumble over changes the number.
pub const DIGEST_SCHEMA: &str = "attache.digest/1";

/// What an article says that matters, in source order, ready to be said in any language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Digest {
    /// Always [`DIGEST_SCHEMA`].
    #[cfg_attr(feature = "schemars", schemars(extend("const" = DIGEST_SCHEMA)))]
    pub schema: String,
    /// The article's id, handed through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The article's language.
    pub language: LanguageGuess,
    /// Who published it and whom it cites.
    pub source: Source,
    /// The people; [`crate::Actor::person`] points here.
    pub people: Vec<Person>,
    /// The chosen pieces in source order.
    pub pieces: Vec<Piece>,
    /// Every sentence that was not chosen, and why.
    pub skipped: Vec<Skipped>,
    /// What was seen and not understood.
    pub unread: Vec<Unread>,
}

/// Who published an article, when, and on whose word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Source {
    /// The publisher in its own spelling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Where the publisher's name stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet_span: Option<Span>,
    /// The body that it cites (`org/mfa`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<ConceptId>,
    /// The state whose body it is, where the article says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites_country: Option<ConceptId>,
    /// Where the citation stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites_span: Option<Span>,
    /// The day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Where that day stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_span: Option<Span>,
    /// Where the article stands on the web, as the sender said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The country that "our country" stands for (`country/…`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<ConceptId>,
}

/// One chosen piece: the author's sentence, and what was understood of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Piece {
    /// The part of the article that it is.
    pub span: Span,
    /// The author's words at `span`, unchanged.
    pub text: String,
    /// What has to change before `text` can stand alone, in order, not overlapping.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// What was understood, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Why it was chosen.
    pub score: Score,
}

/// A change to the author's words; everything else stands verbatim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Edit {
    /// The words of the article that are replaced.
    pub span: Span,
    /// By what.
    pub by: EditKind,
}

/// What takes the place of the author's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// Nothing: an attribution tag, or "In turn" at the head of a paragraph.
    Remove,
    /// A fixed text, such as the capital letter of a sentence that lost its beginning.
    Text(String),
    /// The name of a country in the grammatical form that stood there ("our country").
    Country {
        /// Which country.
        concept: ConceptId,
        /// The form that the language's `grammar.toml` names; empty for the plain one.
        form: String,
    },
    /// A full date, in the form of that name in the language's `dates.toml`.
    Date {
        /// The day.
        date: Date,
        /// The form.
        form: String,
    },
    /// A person's name in its proper spelling.
    Name {
        /// Index into [`Digest::people`].
        person: usize,
    },
}

/// Why a sentence stands where it stands in the ranking: named parts and their sum, in thousandths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Score {
    /// Countries, organisations and people that stand in it.
    pub entity: i64,
    /// Topics that stand in it.
    pub topic: i64,
    /// How early it stands.
    pub position: i64,
    /// Words of the title that stand in it.
    pub title: i64,
    /// Events and statements that were read in it.
    pub event: i64,
    /// Length, background markers, courtesy: mostly below zero.
    pub form: i64,
    /// What is taken off because chosen sentences already say it.
    pub redundancy: i64,
    /// What the reader asked for stands in it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub focus: i64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &i64) -> bool {
    *number == 0
}

impl Score {
    /// The sum of the parts; at the bounds of `i64` where it would go beyond, as a stored digest may hold any numbers.
    #[must_use]
    pub fn total(&self) -> i64 {
        let Self { entity, topic, position, title, event, form, redundancy, focus } = *self;
        [topic, position, title, event, form, redundancy, focus].into_iter().fold(entity, i64::saturating_add)
    }
}

/// A sentence that was not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Skipped {
    /// Where it stands.
    pub span: Span,
    /// Its score when it was passed over.
    pub score: Score,
    /// `budget`, `redundant`, `courtesy`, `background`, `unresolved` or `attribution`.
    pub reason: String,
}

/// Something in a chosen piece that no rule understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Unread {
    /// Where it stands.
    pub span: Span,
    /// `sentence` (no event read), `frame`, `place`, `document`, `topic` (seen, but not in the lexicon).
    pub what: String,
}
