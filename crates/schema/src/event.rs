//! Who did what: people, parties, events.

use serde::{Deserialize, Serialize};

use crate::{ConceptId, Span, When};

/// A person of the article, under whatever names and offices it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Person {
    /// The fullest name, undeclined, in the article's spelling.
    pub name: String,
    /// The first office that stands with the full name (`role/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ConceptId>,
    /// The state that the person speaks for (`country/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<ConceptId>,
    /// Whether the article does not say for whom the person speaks: it is known from the gazetteer, from the outlet, or from the
    /// state that gave the office.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub presumed: bool,
    /// The organisation whose office it is (`org/…`), as in "Secretary-General of the United Nations".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<ConceptId>,
    /// Where an ambassador is accredited (`country/…` or `org/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<ConceptId>,
    /// The grammatical gender that the article or a name lexicon shows; never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Every place that names or stands for the person, in order.
    pub mentions: Vec<Span>,
}

/// The gender with which a person's office agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// One who takes part in an event: a person, the holder of an office, a state, or an organisation.
///
/// At least one field besides `span` is set. A person's own office and country stand in [`Person`]; here they stand
/// only for an office holder without a name ("the foreign ministers of Azerbaijan and Iran" are two such actors), and with a
/// person only as the office that an appointment gives: what is not told of that office is as in [`Person`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Actor {
    /// Index into [`crate::Digest::people`] or [`crate::Annotations::people`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<usize>,
    /// The office (`role/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ConceptId>,
    /// The state (`country/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<ConceptId>,
    /// The organisation (`org/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<ConceptId>,
    /// The state or body to which an appointment sends a person who holds another office so far ("the minister was appointed
    /// ambassador **to Peru**").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<ConceptId>,
    /// The words in the article.
    pub span: Span,
}

impl Actor {
    /// A person, of [`crate::Annotations::people`].
    #[must_use]
    pub fn person(index: usize, span: Span) -> Self {
        Self { person: Some(index), ..Self::nobody(span) }
    }

    /// Words that nothing is known of yet.
    #[must_use]
    pub fn nobody(span: Span) -> Self {
        Self { person: None, role: None, country: None, org: None, host: None, span }
    }
}

/// Something that happened, is happening, is planned, or was said.
///
/// A statement is an event too: the speaker is the agent, the manner is the kind (`event/accuse`, `event/stress`), and
/// what it is about stands in `topics` and `targets`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Event {
    /// The kind (`event/…`), one of `locales/root/events.toml`.
    pub kind: ConceptId,
    /// Whether it is done, under way or planned.
    pub status: Status,
    /// What sets it apart within its kind (`manner/…`): sanctions extended, a guest welcomed on arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<ConceptId>,
    /// Who did or said it; empty for the impersonal "it was noted".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agents: Vec<Actor>,
    /// With whom, to whom or against whom: the other side of a meeting, the addressee, the accused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Actor>,
    /// Who else was there: delegations, those who attended or accompanied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Actor>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// In what framework: the conference, session or visit on whose margins it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<Frame>,
    /// The document that was signed or handed over (`document/…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Topic>,
    /// What was discussed, promised, or claimed (`topic/…`, `charge/…`, `aid/…`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// What was discussed in words that no topic of the lexicon means ("the reopening of the rail link"): they are not said in
    /// another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unlisted: Vec<Span>,
    /// The words that were read for it; the first one is the trigger.
    pub evidence: Vec<Span>,
}

impl Event {
    /// An event of which nothing is known yet but its kind and status.
    #[must_use]
    pub fn new(kind: ConceptId, status: Status) -> Self {
        Self {
            kind,
            status,
            manner: None,
            agents: Vec::new(),
            targets: Vec::new(),
            others: Vec::new(),
            when: None,
            place: None,
            frame: None,
            document: None,
            topics: Vec::new(),
            unlisted: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// Whether an event is done, under way or still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It took place.
    Done,
    /// It is taking place.
    Underway,
    /// It is announced or expected.
    Planned,
}

/// Where something takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Place {
    /// A country, a capital or a known city (`country/…`, `place/…`).
    pub concept: ConceptId,
    /// The words in the article.
    pub span: Span,
}

/// The larger occasion of an event: "the fifth UN Conference on Least Developed Countries".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Frame {
    /// The occasion itself (`org/ldc5`), or the kind of it (`occasion/summit`) where it is not in the lexicon.
    pub concept: ConceptId,
    /// The ordinal: 5 in "fifth conference", 79 in "79th session".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u16>,
    /// Whose occasion it is (`org/…` or `country/…`), as in "the summit of the European Union".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<ConceptId>,
    /// How it stands to the event: `relation/within`, `relation/margins`, `relation/occasion`.
    pub relation: ConceptId,
    /// The words in the article.
    pub span: Span,
}

/// Something that was talked about, signed, or claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Topic {
    /// The concept (`topic/…`, `document/…`, `charge/…`, `country/…`).
    pub concept: ConceptId,
    /// Whether several of them are meant: "two memoranda".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several: bool,
    /// Whose it is, against whom, between whom, in the order of the article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complements: Vec<Complement>,
    /// The words in the article.
    pub span: Span,
}

impl Topic {
    /// The concept in those words, and nothing more.
    #[must_use]
    pub fn new(concept: ConceptId, span: Span) -> Self {
        Self { concept, several: false, complements: Vec::new(), span }
    }
}

/// A state or body that a topic is tied to: "the sovereignty **of Georgia**", "the attack **on Poland**".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Complement {
    /// How it is tied: `relation/of`, `relation/between`, `relation/with`, `relation/against`, `relation/in`.
    pub relation: ConceptId,
    /// The state or body (`country/…`, `org/…`).
    pub concept: ConceptId,
    /// The words in the article.
    pub span: Span,
}

impl Complement {
    /// The keys of the relations. Of several complements of one topic the one whose relation comes first is said first:
    /// "the aggression of A against B".
    pub const RELATIONS: &[&str] = &["of", "between", "with", "against", "in"];
}
