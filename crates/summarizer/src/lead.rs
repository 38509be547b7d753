//! Which event an article is about.
//!
//! News says it first, mostly in the first sentence and again in the headline (`news-patterns.md`, sections 2 and 3). Where the
//! lead only says that someone spoke, what follows may weigh more.

use std::collections::BTreeSet;

use attache_schema::{Actor, Event, Person};

use crate::events::who;
use crate::kinds::Kinds;
use crate::reader::SentenceFacts;
use crate::weights::LeadWeights;

/// What the headlines of an article tell.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    /// The kinds of event whose words stand in them.
    pub(crate) kinds: BTreeSet<String>,
}

/// Finds the main event.
pub(crate) struct Lead<'a> {
    pub(crate) weights: &'a LeadWeights,
    pub(crate) kinds: &'a Kinds,
    pub(crate) headline: &'a Headline,
}

impl Lead<'_> {
    /// The sentence and the place of the event in it; of two that weigh the same the earlier one.
    pub(crate) fn find(&self, sentences: &[SentenceFacts]) -> Option<(usize, usize)> {
        let all = sentences.iter().enumerate();
        let fit = all.filter(|(_, facts)| facts.unfit().is_none() && !facts.is_background);
        let mut best: Option<(i64, (usize, usize))> = None;
        for (distance, (sentence, facts)) in fit.enumerate() {
            for (at, event) in facts.events.iter().enumerate() {
                let hangs = if facts.subordinate.contains(&at) { self.weights.subordinate } else { 0 };
                let weight = self.weight(event, distance) - hangs;
                if best.is_none_or(|(most, _)| weight > most) {
                    best = Some((weight, (sentence, at)));
                }
            }
        }
        best.filter(|(weight, _)| *weight > 0).map(|(_, place)| place)
    }

    fn weight(&self, event: &Event, distance: usize) -> i64 {
        let weights = self.weights;
        let steps = i64::try_from(distance).unwrap_or(i64::MAX).min(weights.farthest);
        let when = |is: bool, worth: i64| if is { worth } else { 0 };
        self.kinds.weight(&event.kind) - steps * weights.distance
            + when(self.kinds.is_act(&event.kind), weights.act)
            + when(self.headline.kinds.contains(event.kind.as_str()), weights.headline)
            + when(!event.agents.is_empty() || !event.targets.is_empty(), weights.parties)
    }
}

/// How many sentences behind the main event may still tell of it.
const FOLLOWING: usize = 3;

/// Gives the main event what the next sentences say of it: "The meeting was held in Lima on May 4" tells of the meeting before.
pub(crate) fn complete(sentences: &mut [SentenceFacts], people: &[Person], (sentence, at): (usize, usize)) {
    let to = sentences.len().min(sentence + 1 + FOLLOWING);
    let mut main = sentences[sentence].events[at].clone();
    let mut present = Vec::new();
    for facts in sentences[sentence + 1..to].iter().filter(|facts| !facts.is_background) {
        let mut is_silent = facts.events.is_empty();
        for other in &facts.events {
            if tells_of(&main, other) {
                take_from(&mut main, other);
                is_silent = true;
            }
        }
        // Where a sentence tells of nothing else, those who were there were at the main event.
        if is_silent {
            present.extend(facts.present.iter().cloned());
        }
    }
    present.extend(representatives(&main, &sentences[sentence..to.min(sentence + 1 + NEXT)], people));
    for actor in present {
        let known = main.agents.iter().chain(&main.targets).chain(&main.others).any(|known| who(known) == who(&actor));
        if !known {
            main.evidence.push(actor.span);
            main.others.push(actor);
        }
    }
    sentences[sentence].events[at] = main;
}

/// How many sentences behind the main event name those who stood for its parties.
const NEXT: usize = 2;

/// Where states or bodies did something together and nobody is named, those who hold an office of theirs and are named with it
/// nearby stood for them ("Consultations between Brazil and Angola were held. The delegations were led by …").
fn representatives(main: &Event, sentences: &[SentenceFacts], people: &[Person]) -> Vec<Actor> {
    let parties = || main.agents.iter().chain(&main.targets).chain(&main.others);
    if parties().any(|party| party.person.is_some()) {
        return Vec::new();
    }
    let countries: Vec<_> = parties().filter_map(|party| party.country.as_ref()).collect();
    let stands_for = |person: &Person| {
        person.role.is_some() && person.country.as_ref().is_some_and(|country| countries.contains(&country))
    };
    let named = sentences.iter().filter(|facts| !facts.is_background).flat_map(|facts| &facts.names);
    let fit = named.filter(|(_, person)| people.get(*person).is_some_and(stands_for));
    fit.map(|(span, person)| Actor { person: Some(*person), role: None, country: None, org: None, span: *span })
        .collect()
}

/// Whether a later event is the same one: of its kind and status, and none takes part who did not before.
fn tells_of(main: &Event, other: &Event) -> bool {
    let parties = || main.agents.iter().chain(&main.targets);
    let is_party = |actor: &Actor| parties().any(|party| who(party) == who(actor));
    let is_silent = parties().next().is_none();
    main.kind == other.kind
        && main.status == other.status
        && (is_silent || other.agents.iter().chain(&other.targets).all(is_party))
}

fn take_from(main: &mut Event, other: &Event) {
    if main.agents.is_empty() && main.targets.is_empty() {
        main.evidence.extend(other.agents.iter().chain(&other.targets).map(|actor| actor.span));
        main.agents.clone_from(&other.agents);
        main.targets.clone_from(&other.targets);
    }
    if main.when.is_none() {
        main.evidence.extend(other.when.iter().map(|when| when.span));
        main.when.clone_from(&other.when);
    }
    if main.place.is_none() {
        main.evidence.extend(other.place.iter().map(|place| place.span));
        main.place.clone_from(&other.place);
    }
    if main.frame.is_none() {
        main.evidence.extend(other.frame.iter().map(|frame| frame.span));
        main.frame.clone_from(&other.frame);
    }
}
