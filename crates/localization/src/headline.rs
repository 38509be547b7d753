//! An event in few words: the ladder from who, where and about what down to the bare parties.
//!
//! Every rung is the event's own message with less in it, so a headline never says more than the paragraph.

use attache_schema::{Actor, ConceptId, Event, Person};

use crate::compose::{Composer, Progress};
use crate::facts::{Facts, Keeping};
use crate::refer::Referrer;

/// How the people of a headline are named.
#[derive(Debug, Clone, Copy)]
enum Naming {
    /// Office, state and name.
    Full,
    /// Name and state.
    State,
    /// Office and state.
    Office,
    /// The name alone.
    Name,
    /// The state alone, where its officials act for it.
    ForState,
}

/// The fullest first.
const NAMINGS: [Naming; 5] = [Naming::Full, Naming::State, Naming::Office, Naming::Name, Naming::ForState];

/// The first rung of the ladder that has room.
pub(crate) fn headline(event: &Event, referrer: &Referrer<'_>, max_words: usize) -> Option<String> {
    let facts = referrer.target.facts();
    let keeps = |what| facts.keeps(&event.kind, what);
    let bare = Event { when: None, frame: event.frame.clone().filter(|_| keeps(Keeping::Frame)), ..event.clone() };
    let topics = event.topics.len().min(3);
    let amounts = if topics == 0 { 0..=0 } else { 1..=topics };
    let mut rungs = Vec::new();
    for amount in amounts.rev() {
        for place in [true, false] {
            rungs.extend(NAMINGS.map(|naming| (amount, place, naming)));
        }
    }
    rungs.into_iter().find_map(|(amount, has_place, naming)| {
        let place = bare.place.clone().filter(|_| has_place || keeps(Keeping::Place));
        let topics = bare.topics.iter().take(amount).cloned().collect();
        let (event, people) = named(Event { place, topics, ..bare.clone() }, referrer.people, naming, facts);
        let composer = Composer { referrer: referrer.of(&people) };
        let said = composer.say(&event, &mut Progress::default()).sentence?;
        let said = said.strip_suffix('.').unwrap_or(&said);
        let said = referrer.target.language().sentence_case(said);
        (said.split_whitespace().count() <= max_words).then_some(said)
    })
}

/// The event and its people under such names.
fn named(mut event: Event, people: &[Person], naming: Naming, facts: &Facts) -> (Event, Vec<Person>) {
    let mut people = people.to_vec();
    let keeps = |what| facts.keeps(&event.kind, what);
    let (acts, is_named) = (keeps(Keeping::State), keeps(Keeping::Name));
    match naming {
        Naming::Full => {}
        Naming::State => people.iter_mut().for_each(|person| person.role = None),
        Naming::Name => people.iter_mut().for_each(|person| {
            (person.role, person.country, person.org, person.host) = (None, None, None, None);
        }),
        Naming::ForState => {
            let for_state = |actor: &Actor| state(actor, &people).filter(|_| acts);
            for actor in event.agents.iter_mut().chain(&mut event.targets) {
                *actor = for_state(actor).unwrap_or_else(|| actor.clone());
            }
        }
        Naming::Office => {
            let unnamed = |actor: &Actor| unnamed(actor, &people).filter(|_| !is_named);
            for actor in event.agents.iter_mut().chain(&mut event.targets) {
                *actor = unnamed(actor).unwrap_or_else(|| actor.clone());
            }
        }
    }
    (event, people)
}

/// The state of an official.
fn state(actor: &Actor, people: &[Person]) -> Option<Actor> {
    let person = people.get(actor.person?)?;
    let country = person.country.clone().filter(|_| person.role.is_some())?;
    Some(Actor { country: Some(country), ..Actor::nobody(actor.span) })
}

/// The holder of an office without the name.
fn unnamed(actor: &Actor, people: &[Person]) -> Option<Actor> {
    let person = people.get(actor.person?)?;
    let role: ConceptId = person.role.clone()?;
    let is_anchored = person.country.is_some() || person.org.is_some();
    is_anchored.then(|| Actor {
        role: Some(role),
        country: person.country.clone(),
        org: person.org.clone().filter(|_| person.country.is_none()),
        ..Actor::nobody(actor.span)
    })
}
