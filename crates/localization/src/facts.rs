//! What `locales/root` knows that bears on how things are said, in no language.

use std::collections::{BTreeMap, BTreeSet};

use attache_locales::{LoadError, Locales, ROOT, Table};
use attache_schema::{ConceptId, Event, Frame};
use serde::Deserialize;

const EVENTS: &str = "events.toml";
const TOPICS: &str = "lexicon/topics.tsv";
const OCCASIONS: &str = "lexicon/occasions.tsv";
const ROLES: &str = "lexicon/roles.tsv";

/// The relation of what was done at an occasion.
const WITHIN: &str = "within";

/// The domain of topics that are whatever else there is.
const GENERIC: &str = "generic";

/// The kind of office of members of parliament.
const PARLIAMENT: &str = "parl";

/// What is the same in all languages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// The kinds of event, by key; what their reader alone needs is passed over.
    kinds: BTreeMap<String, Kind>,
    /// Occasions of which nobody knows which is meant unless they have an owner or a number: "the forum".
    vague: BTreeSet<String>,
    /// Those that even a number does not tell apart while nobody says whose they are: "the 11th meeting".
    owned: BTreeSet<String>,
    /// Topics that close a list: "other issues".
    closing: BTreeSet<String>,
    /// Topics that are fields of life, neither good nor bad by themselves.
    fields: BTreeSet<String>,
    /// Offices of a part of a state: a mayor's, a governor's.
    parts: BTreeSet<String>,
    /// Offices of parliaments, whose holders are sent nowhere.
    seated: BTreeSet<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Kind {
    topics: Option<Topics>,
    headline: Vec<Keeping>,
    empty_frames: Vec<String>,
    /// Those who undergo it serve the state of the doer.
    own: bool,
    manners: Vec<String>,
}

/// How its topics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Topics {
    /// In a sentence of their own: "met to discuss trade" is "met" and "discussed trade".
    Apart,
    /// In its own sentence, all of them.
    Whole,
}

/// What a headline may not leave out, or may put in the place of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Keeping {
    /// Whoever visits or is invited goes somewhere.
    Place,
    /// The occasion is part of what happened: somebody attends it.
    Frame,
    /// The name of somebody whose office is the news.
    Name,
    /// A state may stand for its officials, who act for it.
    State,
}

impl Facts {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut facts = Self::default();
        if let Some(file) = locales.file(ROOT, EVENTS) {
            facts.kinds = file.toml()?;
        }
        if let Some(file) = locales.file(ROOT, TOPICS) {
            let table = file.table()?;
            facts.closing = keys(&table, "domain", GENERIC);
            facts.fields = keys(&table, "field", "yes");
        }
        if let Some(file) = locales.file(ROOT, OCCASIONS) {
            let table = file.table()?;
            facts.owned = keys(&table, "vague", "owned");
            facts.vague = keys(&table, "vague", "yes").union(&facts.owned).cloned().collect();
        }
        if let Some(file) = locales.file(ROOT, ROLES) {
            let table = file.table()?;
            facts.parts = keys(&table, "part", "yes");
            facts.seated = keys(&table, "kind", PARLIAMENT);
        }
        Ok(facts)
    }

    /// Whether what was spoken of at it is told apart from it.
    pub(crate) fn tells_topics_apart(&self, kind: &ConceptId) -> bool {
        self.kinds.get(kind.key()).is_some_and(|kind| kind.topics == Some(Topics::Apart))
    }

    pub(crate) fn keeps(&self, kind: &ConceptId, what: Keeping) -> bool {
        self.kinds.get(kind.key()).is_some_and(|kind| kind.headline.contains(&what))
    }

    /// The frame of an event where it adds something: that talks were held within the framework of "the talks" does not, and that
    /// somebody spoke at "the forum" only where who attends it is the news.
    pub(crate) fn telling_frame<'e>(&self, event: &'e Event) -> Option<&'e Frame> {
        let is_empty = |frame: &Frame| {
            let is_bare = frame.owner.is_none() && frame.ordinal.is_none();
            let mut empty = self.kinds.get(event.kind.key()).into_iter().flat_map(|kind| &kind.empty_frames);
            let is_vague = frame.relation.key() == WITHIN
                && self.vague.contains(frame.concept.as_str())
                && !self.keeps(&event.kind, Keeping::Frame);
            let is_nobodys = is_vague && frame.owner.is_none() && self.owned.contains(frame.concept.as_str());
            is_nobodys || (is_bare && (is_vague || empty.any(|occasion| occasion == frame.concept.key())))
        };
        event.frame.as_ref().filter(|frame| !is_empty(frame))
    }

    /// Whether those who undergo an event serve the state of the doer.
    pub(crate) fn is_own(&self, kind: &ConceptId) -> bool {
        self.kinds.get(kind.key()).is_some_and(|kind| kind.own)
    }

    /// Whether an office is of a part of a state, so that it is not told with the state alone: nobody is "the mayor of Türkiye".
    pub(crate) fn is_of_part(&self, office: &ConceptId) -> bool {
        self.parts.contains(office.as_str())
    }

    /// Whether its holders stay at home: the head of a friendship group with Peru is not sent to Peru.
    pub(crate) fn stays_at_home(&self, office: &ConceptId) -> bool {
        self.seated.contains(office.as_str())
    }

    /// Whether the topic stands at the end of its list, wherever the article named it.
    pub(crate) fn closes(&self, topic: &ConceptId) -> bool {
        self.closing.contains(topic.as_str())
    }

    /// Whether all that it is about are fields of life: nobody praises energy, but what is done in it.
    pub(crate) fn is_about_fields(&self, event: &Event) -> bool {
        !event.topics.is_empty() && event.topics.iter().all(|topic| self.fields.contains(topic.concept.as_str()))
    }

    /// The manners of each kind.
    pub(crate) fn into_manners(self) -> BTreeMap<String, Vec<String>> {
        self.kinds.into_iter().map(|(key, kind)| (key, kind.manners)).collect()
    }
}

/// The ids in a table whose cell in a column says so.
fn keys(table: &Table<'_>, column: &str, value: &str) -> BTreeSet<String> {
    table.rows().filter(|row| row.cell(column) == value).map(|row| row.key().to_owned()).collect()
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_means_nothing_is_shown_with_its_line() {
        let mut locales = Locales::builtin();
        let text = locales.file(ROOT, EVENTS).expect("the kinds").text().replacen("[\"place\"]", "[\"palace\"]", 1);
        locales.insert(ROOT, EVENTS, text);
        let error = Facts::load(&locales).expect_err("there is no such word");
        assert!(error.line().is_some() && error.to_string().contains("palace"), "{error}");
    }

    #[test]
    fn members_of_parliament_are_sent_nowhere() {
        let facts = Facts::load(&Locales::builtin()).expect("the facts are sound");
        assert!(facts.stays_at_home(&ConceptId::of("role", "friendship-group-head")));
        assert!(!facts.stays_at_home(&ConceptId::of("role", "ambassador")));
    }
}
