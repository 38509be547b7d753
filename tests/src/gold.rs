//! `gold.json`: what a careful human reads in a fixture. The fields are explained in `fixtures/README.md`.

use serde::Deserialize;

/// The answer to one fixture.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gold {
    /// The BCP 47 tag of the article's language.
    pub language: String,
    /// The day of publication, as an ISO date.
    pub published: String,
    /// Who published it.
    pub outlet: String,
    /// On whose word (`org/…`).
    pub cites: Option<String>,
    /// The lines that are not running text.
    pub not_prose: Vec<String>,
    /// All people of the prose.
    pub people: Vec<GoldPerson>,
    /// What the item is about.
    pub main_event: Option<GoldEvent>,
    /// The other acts and statements that a digest may use.
    pub events: Vec<GoldEvent>,
    /// All topics of the prose.
    pub topics: Vec<String>,
    /// What no digest may show.
    pub must_not: Vec<String>,
}

/// A person.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldPerson {
    /// Undeclined, in the article's spelling.
    pub name: String,
    /// `role/…`.
    pub role: Option<String>,
    /// `country/…`.
    pub country: Option<String>,
    /// `country/…`: where an ambassador is accredited.
    pub host: Option<String>,
}

/// An act or a statement; what is left out is not scored.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GoldEvent {
    /// `event/…`.
    pub kind: String,
    /// Names of people, or `country/…`, `org/…`.
    pub agents: Vec<String>,
    /// Names of people, or `country/…`, `org/…`.
    pub targets: Vec<String>,
    /// `done`, `underway` or `planned`.
    pub status: Option<String>,
    /// A day, or `first/last`.
    pub when: Option<String>,
    /// `place/…`.
    pub place: Option<String>,
    /// The framework.
    pub frame: Option<GoldFrame>,
    /// `document/…`.
    pub document: Option<String>,
    /// `topic/…`.
    pub topics: Vec<String>,
}

/// The occasion within which something took place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldFrame {
    /// `org/…` or `occasion/…`.
    pub concept: String,
    /// 5 in "fifth conference".
    pub ordinal: Option<u16>,
    /// Whose occasion it is.
    pub owner: Option<String>,
    /// `relation/…`.
    pub relation: Option<String>,
}
