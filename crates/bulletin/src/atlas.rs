//! Facts in no language that articles are compared and weighed by: which state a city lies in, which topic is part of which, how
//! high an office stands, how months are called, which kinds of event are of one family.

use std::collections::{BTreeMap, BTreeSet};

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::ConceptId;
use serde::Deserialize;

use crate::letters::{fold, words};

/// Read once, then asked.
#[derive(Debug)]
pub(crate) struct Atlas {
    states: BTreeMap<ConceptId, ConceptId>,
    parents: BTreeMap<ConceptId, ConceptId>,
    ranks: BTreeMap<ConceptId, i64>,
    months: BTreeSet<String>,
    /// By language and office the beginnings of the words that it is called by.
    offices: BTreeMap<String, BTreeMap<ConceptId, BTreeSet<String>>>,
    kinds: BTreeMap<String, Kind>,
}

/// What the holder of an office of that kind adds to a story, in thousandths.
const RANKS: [(&str, i64); 7] =
    [("head", 300), ("gov", 250), ("mfa", 200), ("io", 150), ("parl", 150), ("dipl", 100), ("press", 50)];
/// Any other office.
const LOWEST: i64 = 50;
/// A word of an office is known by so many letters, and shorter ones by none: enough for any ending.
const OFFICE_LETTERS: usize = 5;
const SHORTEST_WORD: usize = 4;
/// A month is known by so many letters: "mar" is short for it.
const MONTH_LETTERS: usize = 3;

#[derive(Debug, Deserialize)]
struct Dates {
    #[serde(default)]
    months: Vec<String>,
}

/// A kind of event, as far as it is of interest here.
#[derive(Debug, Deserialize)]
struct Kind {
    class: Class,
    /// Events of one family are told by one word or another.
    family: Option<String>,
    topics: Option<Topics>,
    /// It may be held by telephone or video.
    #[serde(default)]
    remote: bool,
    /// It may be the way in which another encounter was held.
    #[serde(default)]
    mode: bool,
    /// What is done at an encounter.
    #[serde(default)]
    talk: bool,
    /// Somebody goes somewhere else for it.
    #[serde(default)]
    abroad: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Class {
    Act,
    Statement,
}

/// How an event and its topics belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Topics {
    /// They are told apart from it: they were spoken of at it.
    Apart,
    /// They are one thing with it: they were signed, given or voted on.
    Whole,
}

impl Atlas {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let column = |file: &str, column: &str| -> Result<BTreeMap<ConceptId, String>, LoadError> {
            let Some(file) = locales.file(ROOT, file) else { return Ok(BTreeMap::new()) };
            let table = file.table()?;
            let rows = table.rows().map(|row| (ConceptId::new(row.key()), row.cell(column).to_owned()));
            Ok(rows.filter(|(_, cell)| !cell.is_empty()).collect())
        };
        let concepts = |cells: BTreeMap<ConceptId, String>| -> BTreeMap<ConceptId, ConceptId> {
            cells.into_iter().map(|(id, cell)| (id, ConceptId::new(cell))).collect()
        };
        let ranks = column("lexicon/roles.tsv", "kind")?.into_iter().map(|(role, kind)| {
            let rank = RANKS.iter().find(|(known, _)| *known == kind).map_or(LOWEST, |(_, rank)| *rank);
            (role, rank)
        });
        let mut months = BTreeSet::new();
        for tag in locales.tags() {
            let Some(file) = locales.file(tag, "dates.toml") else { continue };
            months.extend(file.toml::<Dates>()?.months.iter().map(|month| fold(month)));
        }
        let mut offices = BTreeMap::new();
        for tag in locales.tags() {
            let Some(file) = locales.file(tag, "lexicon/roles.tsv") else { continue };
            let table = file.table()?;
            let named = table.rows().map(|row| {
                let cells = table.columns().iter().skip(1).map(|column| row.cell(column));
                (ConceptId::new(row.key()), cells.flat_map(beginnings).collect())
            });
            offices.insert(tag.to_owned(), named.collect());
        }
        let kinds = match locales.file(ROOT, "events.toml") {
            Some(file) => file.toml()?,
            None => BTreeMap::new(),
        };
        Ok(Self {
            states: concepts(column("lexicon/places.tsv", "country")?),
            parents: concepts(column("lexicon/topics.tsv", "parent")?),
            ranks: ranks.collect(),
            months,
            offices,
            kinds,
        })
    }

    /// The state of a city or region; a state is its own.
    pub(crate) fn state_of<'a>(&'a self, place: &'a ConceptId) -> Option<&'a ConceptId> {
        if place.kind() == "country" { Some(place) } else { self.states.get(place) }
    }

    /// A topic and the broader ones that it is part of.
    pub(crate) fn with_broader<'a>(&'a self, topic: &'a ConceptId) -> impl Iterator<Item = &'a ConceptId> {
        // A lexicon may by mistake run in a circle; no chain of topics is longer than this.
        std::iter::successors(Some(topic), |topic| self.parents.get(*topic)).take(8)
    }

    /// Whether something is done in events of a kind, not only said.
    pub(crate) fn is_act(&self, kind: &ConceptId) -> bool {
        self.kind(kind).is_some_and(|kind| kind.class == Class::Act)
    }

    /// The family of a kind: events of two families are two.
    pub(crate) fn family(&self, kind: &ConceptId) -> Option<&str> {
        self.kind(kind)?.family.as_deref()
    }

    /// Whether the first kind may be the way in which an event of the second was held: consultations by video.
    pub(crate) fn is_way_of(&self, way: &ConceptId, held: &ConceptId) -> bool {
        self.kind(way).is_some_and(|kind| kind.mode) && self.kind(held).is_some_and(|kind| kind.remote)
    }

    /// How events of a kind and their topics belong together, where they do not as in any other.
    pub(crate) fn topics(&self, kind: &ConceptId) -> Option<Topics> {
        self.kind(kind)?.topics
    }

    /// Whether it is what is done at an encounter.
    pub(crate) fn is_talk(&self, kind: &ConceptId) -> bool {
        self.kind(kind).is_some_and(|kind| kind.talk)
    }

    /// Whether somebody goes somewhere: encounters there are part of it.
    pub(crate) fn is_visit(&self, kind: &ConceptId) -> bool {
        self.kind(kind).is_some_and(|kind| kind.abroad)
    }

    fn kind(&self, kind: &ConceptId) -> Option<&Kind> {
        self.kinds.get(kind.key())
    }

    /// What the holder of an office adds, in thousandths.
    pub(crate) fn rank(&self, role: &ConceptId) -> i64 {
        self.ranks.get(role).copied().unwrap_or(LOWEST)
    }

    /// Whether a text in a language has a word of an office: whether it says it itself, and not by what it says of somebody else.
    pub(crate) fn names_office(&self, language: &str, role: &ConceptId, text: &str) -> bool {
        let known = self.offices.get(language).and_then(|offices| offices.get(role));
        known.is_some_and(|known| beginnings(text).any(|word| known.contains(&word)))
    }

    /// Whether a folded word is the name of a month, with or without an ending, or short for it. No longer beginning of a name is:
    /// a verb of one language may begin a month of another.
    pub(crate) fn is_month(&self, folded: &str) -> bool {
        let is_short = |month: &str| folded.len() == MONTH_LETTERS && month.starts_with(folded);
        self.months.iter().any(|month| is_short(month) || folded.starts_with(month.as_str()))
    }
}

/// The beginnings of the words of a text that are long enough to tell something.
fn beginnings(text: &str) -> impl Iterator<Item = String> {
    let long = words(text).filter(|word| word.chars().count() >= SHORTEST_WORD);
    long.map(|word| word.chars().take(OFFICE_LETTERS).collect())
}
