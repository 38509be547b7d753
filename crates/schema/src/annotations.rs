//! What was read, before anything is chosen.

use serde::{Deserialize, Serialize};

use crate::{ConceptId, Event, Person, Source, Span};

/// Everything that was read in one article; spans only, no text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Annotations {
    /// The article's language and how sure that is.
    pub language: LanguageGuess,
    /// Who published it and whom it cites.
    pub source: Source,
    /// The lines and paragraphs in order; they do not overlap.
    pub blocks: Vec<Block>,
    /// The sentences of prose blocks in order; they do not overlap.
    pub sentences: Vec<Sentence>,
    /// Concepts, dates and names in order of position; they do not overlap.
    pub mentions: Vec<Mention>,
    /// What the article is about, the weightiest topic first.
    pub topics: Vec<WeighedTopic>,
    /// The people in order of first mention.
    pub people: Vec<Person>,
    /// The events and statements in order of position, the main event before all others.
    pub events: Vec<Event>,
    /// Index of the event that the article is about: the first, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main: Option<usize>,
}

/// A topic of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct WeighedTopic {
    /// The topic (`topic/…`).
    pub concept: ConceptId,
    /// The broader topic to which it belongs (renewable energy: energy).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broader: Option<ConceptId>,
    /// Thousandths: how often, how early and in what events it stands (`locales/root/weights.toml`).
    pub weight: u16,
    /// The words, in order.
    pub spans: Vec<Span>,
}

/// The tag of a text in no language of ours (BCP 47, "undetermined").
pub const UNDETERMINED: &str = "und";

/// A language and how it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct LanguageGuess {
    /// The BCP 47 tag of a language folder; `und` where the text is in none of them.
    pub tag: String,
    /// Thousandths; 1000 where the sender said so.
    pub confidence: u16,
    /// A language that it looks like and that we do not have, as a tag (`tr`, `ru`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resembles: Option<String>,
}

/// A run of lines that is one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Block {
    /// Trimmed, not empty.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Prose,
    /// A headline or cross-head.
    Title,
    /// The author's name.
    Byline,
    /// Place, day or agency on a line of its own.
    Dateline,
    /// A caption, a teaser, a sharing row, a counter, a legal line: not news. Or a paragraph in another language than the page.
    Junk,
}

/// A sentence of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// Trimmed, not empty.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
}

/// One place that stands for one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// What kind of thing.
    pub kind: MentionKind,
    /// The concept, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<ConceptId>,
    /// The person, as an index into [`Annotations::people`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<usize>,
}

/// What kind of thing a mention stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// A state, by name.
    Country,
    /// A state, by adjective or origin ("Portuguese", "portuqaliyalı").
    Demonym,
    /// An organisation or body.
    Organisation,
    /// An office.
    Role,
    /// A person.
    Person,
    /// A city.
    Place,
    /// A topic.
    Topic,
    /// A document or occasion or charge: any other concept of the lexicon.
    Other,
    /// A day or a range of days.
    Date,
}
