//! Names the officials of an event whom the article names only later.
//!
//! A lead may tell the office alone and leave the name to the next sentence: "The prime minister of Cabo Verde arrived on Monday. //
//! Ulisses Correia e Silva was welcomed at the airport."

use std::collections::BTreeSet;

use attache_schema::{Actor, ConceptId, Event, Person, Span};

use crate::events::parties;
use crate::kinds::Kinds;
use crate::offices::Offices;
use crate::people::{holds, is_generic_of};
use crate::reader::SentenceFacts;
use crate::serving::state_of;

/// Puts a person in the place of an office with its state, where the article names one holder of it.
pub(crate) fn name_officials(
    sentences: &mut [SentenceFacts],
    people: &mut [Person],
    (kinds, offices): (&Kinds, &Offices),
) {
    let named = first_namings(sentences, people.len());
    let unnamed = unnamed_offices(sentences);
    let is_single = |role: &ConceptId| offices.has_one_holder(Some(role));
    let rivals = rivals_of(sentences, people, offices);
    let quoted = quoted_first(sentences);
    let later = introduced_later(sentences, people, kinds);
    for at in 0..sentences.len() {
        let next = introduced_next(sentences, at, people);
        let later = later.as_ref().filter(|(lead, ..)| *lead == at);
        let before = quoted.and_then(|(next, person)| (at == next).then_some(person));
        let partners = partners_in_talks(&sentences[at + 1..], people, kinds);
        for event in &mut sentences[at].events {
            let doers: Vec<ConceptId> = event.agents.iter().filter_map(|agent| state_of(agent, people)).collect();
            let partner = sole_named(event, kinds).and_then(|known| partners.iter().find(|(one, _)| *one == known));
            let partner = partner.map(|(_, other)| *other);
            let mut name = |actor: &mut Actor, evidence: &mut Vec<Span>| {
                let introduced = || {
                    let mut fit = next.iter().copied().filter(|person| introduces(actor, &people[*person]));
                    fit.next().filter(|_| fit.next().is_none())
                };
                let told_before = || before.filter(|person| introduces(actor, &people[*person]));
                let titled = || titled_later(actor, people, &unnamed, &is_single);
                let posted = || posted_of(actor, people, offices);
                let styled = || called_by_head(actor, people, &unnamed);
                let later = || {
                    let is_of = |state: &ConceptId| office_in_state(actor).is_some_and(|(_, country)| country == state);
                    later.filter(|(_, state, _)| is_of(state)).map(|(.., person)| *person)
                };
                let found = holder(actor, people, offices).or_else(posted).or_else(introduced).or_else(told_before);
                let joined = || partner.filter(|person| may_be_partner(actor, &people[*person]));
                let found = found.or_else(titled).or_else(styled).or_else(later).or_else(joined);
                // "After Bolivia expelled **the US envoy**, Venezuela expelled US Ambassador X": each has its own.
                let is_rival = |person: &usize| {
                    rivals.iter().any(|(other, state)| other == person && !doers.is_empty() && !doers.contains(state))
                };
                let Some(person) = found.filter(|person| !is_rival(person)) else { return };
                if people[person].country.is_none() && actor.country.is_some() {
                    people[person].country = actor.country.clone();
                    people[person].org = None;
                    people[person].presumed = true;
                }
                let is_head = |held: &ConceptId| actor.role.as_ref().is_some_and(|role| is_generic_of(held, role));
                people[person].role = people[person].role.take_if(|held| !is_head(held)).or_else(|| actor.role.take());
                people[person].mentions.push(actor.span);
                evidence.extend(named[person]);
                *actor = Actor::person(person, actor.span);
            };
            // The post that somebody is given is not its holder.
            let is_post = kinds.is_own(&event.kind);
            let Event { agents, targets, others, evidence, .. } = event;
            let targets = targets.iter_mut().filter(|_| !is_post);
            agents.iter_mut().chain(targets).chain(others).for_each(|actor| name(actor, evidence));
            // "The president of Senegal and chairman of the union, **X**": who is told by two offices is one.
            for side in [&mut event.agents, &mut event.targets] {
                let mut told = BTreeSet::new();
                side.retain(|actor| actor.person.is_none_or(|person| told.insert(person)));
            }
        }
    }
}

/// Pairs of people of whom later sentences say, by their names alone, that they talked of something together: both ways round.
///
/// "Aksoy spoke to his Italian counterpart. // **Aksoy and Rinaldi** discussed trade."
fn partners_in_talks(later: &[SentenceFacts], people: &[Person], kinds: &Kinds) -> Vec<(usize, usize)> {
    let near = later.iter().filter(|facts| !facts.is_empty).take(PARTNERS);
    let talks =
        near.flat_map(|facts| &facts.events).filter(|event| kinds.is_talk(&event.kind) && event.targets.is_empty());
    let pair = |event: &Event| match event.agents.as_slice() {
        [one, other] => one.person.zip(other.person),
        _ => None,
    };
    let pairs = talks.filter_map(pair).flat_map(|(one, other)| [(one, other), (other, one)]);
    pairs.filter(|(_, other)| people[*other].role.is_none()).collect()
}

/// How many sentences behind an encounter may name the one who was told by office alone.
const PARTNERS: usize = 3;

/// The only one who is named at an encounter of two.
fn sole_named(event: &Event, kinds: &Kinds) -> Option<usize> {
    let mut sides = parties(event).filter(|_| kinds.is_encounter(&event.kind));
    let (one, other) = (sides.next()?, sides.next()?);
    let is_pair = sides.next().is_none() && one.person.is_some() != other.person.is_some();
    one.person.or(other.person).filter(|_| is_pair)
}

/// Whether somebody without an office may be the official: of the same state, or of none that is told.
fn may_be_partner(actor: &Actor, person: &Person) -> bool {
    let is_of = |country: &ConceptId| person.country.as_ref().is_none_or(|state| state == country);
    office_in_state(actor).is_some_and(|(_, country)| person.role.is_none() && person.org.is_none() && is_of(country))
}

/// Diplomats who are posted to a state that is not told, and the states that did something to them.
fn rivals_of(sentences: &[SentenceFacts], people: &[Person], offices: &Offices) -> Vec<(usize, ConceptId)> {
    let is_posted = |person: &usize| {
        let person = &people[*person];
        person.host.is_none() && offices.have_posted(person)
    };
    let mut rivals = Vec::new();
    for event in sentences.iter().flat_map(|facts| &facts.events) {
        for person in event.targets.iter().filter_map(|target| target.person).filter(is_posted) {
            let states = event.agents.iter().filter_map(|agent| state_of(agent, people));
            rivals.extend(states.map(|state| (person, state)));
        }
    }
    rivals
}

/// Where the article first names each person in full.
fn first_namings(sentences: &[SentenceFacts], people: usize) -> Vec<Option<Span>> {
    let mut named = vec![None; people];
    for (span, person) in sentences.iter().flat_map(|facts| &facts.names) {
        named[*person].get_or_insert(*span);
    }
    named
}

/// The only one who is told to hold an office of that state.
fn holder(actor: &Actor, people: &[Person], offices: &Offices) -> Option<usize> {
    let (role, country) = office_in_state(actor)?;
    let is_called = |held: &ConceptId| offices.may_be_called(held, role);
    let has_office = |person: &Person| holds(person, role) || person.role.as_ref().is_some_and(is_called);
    let is_holder = |person: &Person| person.country.as_ref() == Some(country) && has_office(person);
    let mut holders = (0..people.len()).filter(|person| is_holder(&people[*person]));
    let first = holders.next()?;
    holders.next().is_none().then_some(first)
}

/// "The ambassadors of A and B … **High Commissioner of B** X": the only diplomat of that state, whatever his rank is called.
fn posted_of(actor: &Actor, people: &[Person], offices: &Offices) -> Option<usize> {
    let (role, country) = office_in_state(actor).filter(|(role, _)| offices.is_posted(role))?;
    let is_posted = |person: &Person| {
        let is_akin = person.role.as_ref().is_some_and(|held| offices.are_akin(role, held));
        is_akin && person.country.as_ref() == Some(country)
    };
    let mut posted = (0..people.len()).filter(|person| is_posted(&people[*person]));
    let first = posted.next()?;
    posted.next().is_none().then_some(first)
}

/// Offices of states whose holders are told without their names.
fn unnamed_offices(sentences: &[SentenceFacts]) -> BTreeSet<(ConceptId, ConceptId)> {
    let events = sentences.iter().flat_map(|facts| &facts.events);
    let actors = events.flat_map(|event| parties(event).chain(&event.others));
    actors.filter_map(office_in_state).map(|(role, country)| (role.clone(), country.clone())).collect()
}

/// "The **president of Mongolia** … **President X**": the only one who is told to hold an office without its state, where that office
/// is told of one state alone.
fn titled_later(
    actor: &Actor,
    people: &[Person],
    unnamed: &BTreeSet<(ConceptId, ConceptId)>,
    is_single: &dyn Fn(&ConceptId) -> bool,
) -> Option<usize> {
    let (role, _) = office_in_state(actor).filter(|(role, _)| is_single(role))?;
    let is_only = unnamed.iter().filter(|(other, _)| other == role).count() == 1;
    // Who is told to hold it in another state is another.
    let is_open = |person: &Person| person.country.is_none() && person.org.is_none();
    let mut holders =
        (0..people.len()).filter(|person| people[*person].role.as_ref() == Some(role) && is_open(&people[*person]));
    let first = holders.next()?;
    (is_only && holders.next().is_none()).then_some(first)
}

/// "Peru's **defence minister** … **Minister X**": the only one who is told by the head of an office alone, where of all that are told
/// without their names it is the head of that office only.
fn called_by_head(actor: &Actor, people: &[Person], unnamed: &BTreeSet<(ConceptId, ConceptId)>) -> Option<usize> {
    let (role, country) = office_in_state(actor)?;
    let is_called = |person: &Person| {
        let is_head = person.role.as_ref().is_some_and(|held| is_generic_of(held, role));
        is_head && person.org.is_none() && person.country.as_ref().is_none_or(|state| state == country)
    };
    let mut called = (0..people.len()).filter(|person| is_called(&people[*person]));
    let first = called.next().filter(|_| called.next().is_none())?;
    let head = people[first].role.as_ref()?;
    let rivals = unnamed.iter().filter(|(other, _)| is_generic_of(head, other) || other == head);
    (rivals.count() == 1).then_some(first)
}

/// Who is named in full and without an office at the head of the next sentence ("**X and Y** discussed …").
fn introduced_next(sentences: &[SentenceFacts], at: usize, people: &[Person]) -> Vec<usize> {
    let Some(next) = sentences[at + 1..].iter().find(|facts| !facts.is_empty) else { return Vec::new() };
    if next.is_background || !sentences[at].names.is_empty() {
        return Vec::new();
    }
    // Who is named with one of those offices there is another of them.
    let told = |role: &ConceptId| {
        let actors = sentences[at].events.iter().flat_map(parties);
        actors.filter_map(office_in_state).any(|(office, _)| office == role)
    };
    let is_fit = |person: &usize| people[*person].role.as_ref().is_none_or(told);
    let persons = next.names.iter().map(|(_, person)| *person).take_while(is_fit);
    let mut heads = BTreeSet::new();
    for person in persons {
        if heads.len() < HEADS {
            heads.insert(person);
        }
    }
    heads.into_iter().collect()
}

/// "The president of Peru received Minister A. The meeting lasted an hour. **X** said …": the first person of the sentences behind the
/// lead who is new and told without an office, where the article has left one official unnamed up to there. Whoever opens a sentence
/// without an introduction has been introduced.
///
/// The lead, the state of that official, and the person.
fn introduced_later(
    sentences: &[SentenceFacts],
    people: &[Person],
    kinds: &Kinds,
) -> Option<(usize, ConceptId, usize)> {
    let told = || sentences.iter().enumerate().filter(|(_, facts)| !facts.is_empty);
    let (at, _) = told().next()?;
    let known: BTreeSet<usize> =
        sentences[..=at].iter().flat_map(|facts| &facts.names).map(|(_, person)| *person).collect();
    let is_new = |(_, person): &&(Span, usize)| !known.contains(person);
    let behind = told().filter(|(number, _)| *number > at).take(NEAR);
    let mut behind = behind.skip_while(|(_, facts)| !facts.names.iter().any(|name| is_new(&name)));
    let (next, facts) = behind.next().filter(|(_, facts)| !facts.is_background)?;
    let (span, person) = facts.names.first().filter(is_new)?;
    let actors = sentences[..next].iter().flat_map(|facts| &facts.events).flat_map(parties);
    let unnamed: BTreeSet<_> = actors.filter_map(office_in_state).collect();
    let mut states = unnamed.iter().map(|(_, country)| (*country).clone());
    let state = states.next().filter(|_| unnamed.len() == 1)?;
    let Person { role, country, org, presumed, .. } = &people[*person];
    // Nothing but the gazetteer may say otherwise, which knows the present office alone: whoever takes part in an act then is the
    // official; one who only speaks may be anybody ("X, an analyst, believes").
    let acts = || {
        let acts = facts.events.iter().filter(|event| kinds.is_act(&event.kind));
        acts.flat_map(parties).any(|party| party.person == Some(*person))
    };
    let opens = || facts.events.iter().flat_map(parties).all(|party| party.span.start >= span.start);
    let is_open = country.is_none() && (org.is_none() || *presumed) && acts();
    let fits = role.is_none() && (country.as_ref() == Some(&state) || is_open) && opens();
    fits.then_some((at, state, *person))
}

/// How many sentences behind the lead may name its official.
const NEAR: usize = 3;

/// Whom the first sentence of an article quotes, the only one it names: «"We are ready", said X. // **The Estonian minister** spoke
/// after a meeting»: the next sentence tells who that is.
///
/// That sentence, and the person.
fn quoted_first(sentences: &[SentenceFacts]) -> Option<(usize, usize)> {
    let first = sentences.iter().position(|facts| !facts.is_empty)?;
    let next = sentences[first + 1..].iter().position(|facts| !facts.is_empty)? + first + 1;
    let mut named = sentences[first].names.iter().map(|(_, person)| *person);
    let person = named.next().filter(|person| named.all(|other| other == *person))?;
    sentences[next].names.iter().all(|(_, other)| *other != person).then_some((next, person))
}

/// How many people a sentence may name to take up the officials of the one before.
const HEADS: usize = 3;

/// Whether that person is the official: the gazetteer knows the same state.
fn introduces(actor: &Actor, person: &Person) -> bool {
    office_in_state(actor).is_some_and(|(_, country)| person.role.is_none() && person.country.as_ref() == Some(country))
}

/// The office and the state of somebody who is not named.
fn office_in_state(actor: &Actor) -> Option<(&ConceptId, &ConceptId)> {
    actor.role.as_ref().zip(actor.country.as_ref()).filter(|_| actor.person.is_none() && actor.org.is_none())
}
