//! The kinds of event: `locales/root/events.toml`.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::{Actor, ConceptId, Event};
use serde::Deserialize;

use crate::slots::Slot;
use crate::topics::TopicTable;
use crate::words::WordMap;

const FILE: &str = "events.toml";

/// What is known of each kind in no language.
#[derive(Debug)]
pub(crate) struct Kinds {
    kinds: WordMap<Kind>,
    topics: TopicTable,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Kind {
    class: Class,
    /// Thousandths that a sentence gains by such an event.
    weight: i64,
    /// The nearest code of the PLOVER ontology (2021), for export and comparison.
    #[allow(dead_code, reason = "read so that a wrong file is found; exported with issue 4")]
    plover: String,
    /// A bare saying, which gives way to what was said.
    #[serde(default)]
    shell: bool,
    /// It is one where nobody and nothing is named that it is about ("stressed that …").
    #[serde(default)]
    bare_shell: bool,
    /// Its topics are fields in which one cooperates: relations as such are none.
    #[serde(default)]
    fields: bool,
    /// One wishes for its topics: troubles are none.
    #[serde(default)]
    good: bool,
    /// It is of a thing and never of a clause.
    #[serde(default)]
    thing: bool,
    /// Two sides come together in it, and what is discussed next was discussed there.
    #[serde(default)]
    encounter: bool,
    /// Of which family it is, and whether its topics are told apart from it: of interest to who joins articles.
    #[serde(default)]
    #[allow(dead_code, reason = "read so that a wrong file is found; asked by attache-bulletin")]
    family: Option<String>,
    #[serde(default)]
    #[allow(dead_code, reason = "read so that a wrong file is found; asked by attache-bulletin")]
    topics: Option<String>,
    #[serde(default)]
    #[allow(dead_code, reason = "read so that a wrong file is found; asked by attache-bulletin")]
    remote: bool,
    /// What its shortest telling keeps, and which frames it tells without.
    #[serde(default)]
    #[allow(dead_code, reason = "read so that a wrong file is found; asked by attache-localization")]
    headline: Vec<String>,
    #[serde(default)]
    #[allow(dead_code, reason = "read so that a wrong file is found; asked by attache-localization")]
    empty_frames: Vec<String>,
    /// The way in which another encounter of the same sides was held, where the sentence tells of one.
    #[serde(default)]
    mode: bool,
    /// What the sides of an encounter do ("discussed").
    #[serde(default)]
    talk: bool,
    /// A state does it, for which its capital may stand ("Tehran summoned the ambassador").
    #[serde(default)]
    capitals: bool,
    /// Whoever does it at a bare occasion ("the ceremony") was at the main event.
    #[serde(default)]
    joins: bool,
    /// Who does it to a visitor has to do with the visit.
    #[serde(default)]
    welcomes: bool,
    /// Several who do it one after the other do it on one occasion ("presented credentials, too").
    #[serde(default)]
    gathers: bool,
    /// Those who undergo it serve the state of the doer ("the president appointed an ambassador").
    #[serde(default)]
    own: bool,
    /// Those who do it are posted to the state of those who receive it ("presented his credentials to the president").
    #[serde(default)]
    accredits: bool,
    /// Those who undergo it are posted to the state of those who do it ("summoned the ambassador").
    #[serde(default)]
    posted: bool,
    /// It gives those who undergo it an office.
    #[serde(default)]
    post: bool,
    /// States and people do it, no bodies, and not in their own state.
    #[serde(default)]
    abroad: bool,
    /// Only people undergo it, never a state: diplomats are expelled, ambassadors are summoned.
    #[serde(default)]
    people: bool,
    /// A person does it to people and bodies: "met the authorities of Peru" is no meeting with Peru.
    #[serde(default)]
    personal: bool,
    /// Only those undergo it who are posted abroad, and never a minister or a head of state.
    #[serde(default)]
    diplomats: bool,
    /// What may set an event apart within the kind: the keys of `manner/…`.
    #[serde(default)]
    manners: Vec<String>,
    /// The manner that it has where its topics are claims: accusations are rejected.
    #[serde(default)]
    claims: Option<String>,
    /// What has to be known before it can be told: any of these lists; nothing where there is none.
    #[serde(default)]
    needs: Vec<Vec<Slot>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Class {
    Act,
    Statement,
}

impl Kinds {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let file = locales
            .file(ROOT, FILE)
            .ok_or_else(|| LoadError::new(format!("locales/{ROOT}/{FILE}"), "is missing: no event can be read"))?;
        let kinds: BTreeMap<String, Kind> = file.toml()?;
        Ok(Self { kinds: WordMap::new(kinds), topics: TopicTable::load(locales)? })
    }

    /// Takes from an event what its kind cannot have, and gives it the manner that follows from what it is about.
    pub(crate) fn restrict(&self, event: &mut Event) {
        let Some(kind) = self.of(event.kind.as_str()) else { return };
        if kind.fields {
            event.topics.retain(|topic| !self.topics.is_relation(&topic.concept));
        }
        let are_claims = event.topics.iter().all(|topic| topic.concept.kind() == "charge") && !event.topics.is_empty();
        if let Some(manner) = kind.claims.as_ref().filter(|_| are_claims) {
            event.manner.get_or_insert_with(|| ConceptId::of("manner", manner));
        }
        if kind.abroad {
            let is_plain = |agent: &Actor| agent.person.is_none() && agent.role.is_none() && agent.country.is_none();
            let is_body = |agent: &Actor| is_plain(agent) && agent.org.is_some();
            event.agents.retain(|agent| !is_body(agent));
        }
        if kind.good {
            event.topics.retain(|topic| !self.topics.is_trouble(&topic.concept) && topic.concept.kind() != "charge");
        }
        if kind.people {
            event.targets.retain(|target| target.person.is_some() || target.role.is_some());
        }
        if kind.personal && event.agents.iter().any(|agent| agent.person.is_some()) {
            event.targets.retain(|target| target.person.is_some() || target.role.is_some() || target.org.is_some());
        }
    }

    pub(crate) fn topics(&self) -> &TopicTable {
        &self.topics
    }

    /// Whether enough is known of an event for a digest to tell it.
    pub(crate) fn can_tell(&self, event: &Event) -> bool {
        let has = |slots: &Vec<Slot>| slots.iter().all(|slot| slot.is_filled(event));
        self.is(&event.kind, |kind| kind.needs.is_empty() || kind.needs.iter().any(has))
    }

    pub(crate) fn has_manner(&self, kind: &str, manner: &ConceptId) -> bool {
        self.of(kind).is_some_and(|kind| kind.manners.iter().any(|known| known == manner.key()))
    }

    pub(crate) fn contains(&self, kind: &str) -> bool {
        self.of(kind).is_some()
    }

    pub(crate) fn is_act(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.class == Class::Act)
    }

    pub(crate) fn is_shell(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.shell)
    }

    /// Whether an event says nothing but that something was said.
    pub(crate) fn is_hollow(&self, event: &Event) -> bool {
        let is_bare = event.topics.is_empty() && event.targets.is_empty();
        self.is(&event.kind, |kind| kind.shell || (kind.bare_shell && is_bare))
    }

    /// Whether who does it was at the main event.
    pub(crate) fn joins(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.joins)
    }

    /// Whether who does it to a visitor has to do with the visit.
    pub(crate) fn welcomes(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.welcomes)
    }

    /// Whether several who do it do it on one occasion.
    pub(crate) fn gathers(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.gathers)
    }

    /// Whether those who undergo it serve the state of the doer.
    pub(crate) fn is_own(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.own)
    }

    /// Whether those who undergo it are posted to the state of the doers.
    pub(crate) fn happens_to_posted(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.posted)
    }

    /// Whether only those undergo it who are posted abroad.
    pub(crate) fn is_for_diplomats(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.diplomats)
    }

    /// Whether those who do it are posted to the state of those who receive it.
    pub(crate) fn accredits(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.accredits)
    }

    /// Whether a capital may stand for its state in it.
    pub(crate) fn takes_capitals(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.capitals || kind.class == Class::Statement)
    }

    /// Whether it gives somebody an office.
    pub(crate) fn is_post(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.post)
    }

    /// Whether one wishes for its topics, so that they have to be its very objects.
    pub(crate) fn is_good(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.good)
    }

    /// Whether what it is about is a thing and never a clause.
    pub(crate) fn is_of_thing(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.thing || kind.class == Class::Act)
    }

    /// Whether nobody does it in his own state.
    pub(crate) fn is_abroad(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.abroad)
    }

    /// Whether two sides come together in it.
    pub(crate) fn is_encounter(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.encounter)
    }

    /// Whether it may be the way in which another encounter was held.
    pub(crate) fn is_mode(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.mode)
    }

    /// Whether it is what sides do who came together.
    pub(crate) fn is_talk(&self, kind: &ConceptId) -> bool {
        self.is(kind, |kind| kind.talk)
    }

    pub(crate) fn weight(&self, kind: &ConceptId) -> i64 {
        self.of(kind.as_str()).map_or(0, |kind| kind.weight)
    }

    fn is(&self, kind: &ConceptId, so: impl Fn(&Kind) -> bool) -> bool {
        self.of(kind.as_str()).is_some_and(so)
    }

    fn of(&self, kind: &str) -> Option<&Kind> {
        self.kinds.get(kind.strip_prefix("event/")?)
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn a_slot_that_is_none_is_shown_with_its_line() {
        let mut locales = Locales::builtin();
        let text = locales.file(ROOT, FILE).expect("the kinds").text().replacen("[\"agents\"]", "[\"agent\"]", 1);
        locales.insert(ROOT, FILE, text);
        let error = Kinds::load(&locales).expect_err("there is no such slot");
        assert!(error.line().is_some() && error.to_string().contains("agents"), "{error}");
    }
}
