//! Whom those serve who are told with an office and without a state: what the whole article tells of the others says it.

use std::collections::BTreeSet;
use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event, Person};

use crate::chunk::Chunk;
use crate::events::parties;
use crate::groups::Group;
use crate::kinds::Kinds;
use crate::offices::{Offices, States};
use crate::patterns::Patterns;
use crate::reader::SentenceFacts;
use crate::token::{Shape, Token};

/// Whose spokesman somebody is who is told without a state: "**China** has observed the treaty, Foreign Ministry Spokesman X said".
pub(crate) fn speakers_of_states(
    sentences: &[SentenceFacts],
    people: &[Person],
    offices: &Offices,
) -> Vec<(usize, ConceptId)> {
    let bare = |actor: &Actor| actor.country.clone().filter(|_| actor.person.is_none() && actor.role.is_none());
    let speaks = |person: &Person| person.role.as_ref().is_some_and(|role| offices.is_of_press(role));
    let mut found = Vec::new();
    for facts in sentences {
        let states: BTreeSet<ConceptId> =
            facts.events.iter().flat_map(|event| &event.agents).filter_map(bare).collect();
        let named = facts.names.iter().map(|(_, person)| *person).filter(|at| people.get(*at).is_some_and(speaks));
        if let (Some(state), 1) = (states.first(), states.len()) {
            found.extend(named.map(|person| (person, state.clone())));
        }
    }
    found
}

/// The most words between a state's adjective and its delegation.
const BETWEEN: usize = 2;

/// Who sits on the side of a state: "**on the Estonian side**, Minister X and Director Y", "the Estonian delegation included X".
pub(crate) fn of_sides(
    patterns: &Patterns,
    (tokens, chunks): (&[Token<'_>], &[Chunk]),
    groups: &[Group],
    (actors, present): (&[Vec<Actor>], &[Actor]),
) -> Vec<(usize, ConceptId)> {
    let is_side =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|word| patterns.delegations.holds(word));
    // "The Estonian **trade** delegation"
    let is_plain =
        |at: usize| tokens.get(at).is_some_and(|word| word.shape == Shape::Lower && !patterns.is_small(word));
    let leads_to = |at: usize| {
        let gap = (at..at + BETWEEN).take_while(|at| !is_side(Some(*at)) && is_plain(*at)).count();
        is_side(Some(at + gap))
    };
    // "The delegation **from** Peru"
    let behind_word = |at: usize| {
        let before = at.checked_sub(1)?;
        let is_small = patterns.governors.holds(&tokens[before]);
        if is_small { before.checked_sub(1) } else { Some(before) }
    };
    let marks: Vec<(&Range<usize>, &ConceptId)> = chunks
        .iter()
        .filter(|chunk| leads_to(chunk.tokens.end) || is_side(behind_word(chunk.tokens.start)))
        .filter_map(|chunk| Some((&chunk.tokens, chunk.concept_of("country")?)))
        .collect();
    let small =
        |range: Range<usize>| tokens.get(range).is_some_and(|words| words.iter().all(|word| patterns.is_small(word)));
    let opens = |mark: &Range<usize>| mark.start > 0 && small(0..mark.start) && patterns.governors.holds(&tokens[0]);
    let is_present = |actor: &Actor| present.iter().any(|other| other.person == actor.person);
    // "X, **head of the Estonian side**, and Y": it is X's side, and nobody's behind.
    let is_headed = |mark: &Range<usize>| {
        let mut before = tokens[..mark.start].iter().rev().skip_while(|word| patterns.determiners.holds(word));
        before.next().is_some_and(|word| patterns.complements.holds(word))
    };
    let names = |group: &Group| group.members.iter().any(|member| member.name.is_some());
    let (headed, marks): (Vec<_>, Vec<_>) = marks.into_iter().partition(|(mark, _)| is_headed(mark));
    let mut found = Vec::new();
    for (mark, state) in headed {
        let head = groups.iter().rposition(|group| group.tokens.contains(&mark.start) && names(group));
        let is_before = |actor: &&Actor| actor.span.start < tokens[mark.start].span.start;
        let listed = head.map_or(&[][..], |head| actors[head].as_slice());
        let person = listed.iter().rfind(is_before).and_then(|actor| actor.person);
        found.extend(person.map(|person| (person, state.clone())));
    }
    for (group, actors) in groups.iter().zip(actors) {
        // "X on the Estonian side and Y on the Peruvian side"
        let end = group.tokens.end;
        let behind = marks.iter().find(|(mark, _)| mark.start > end && small(end..mark.start));
        let before = marks.iter().rfind(|(mark, _)| mark.end <= group.tokens.start);
        for actor in actors.iter().filter(|actor| actor.person.is_some()) {
            let told = before.filter(|(mark, _)| opens(mark) || is_present(actor));
            let state = behind.or(told).map(|(_, state)| (*state).clone());
            found.extend(actor.person.zip(state));
        }
    }
    found
}

/// Whose officials those must be who meet the other side's: "The ambassador **to Peru** was received by President X"; "The Kenyan
/// minister arrived in Lima and met President X" where all visits and meetings of the article are between two states.
pub(crate) fn opposite_sides<'e>(
    events: impl Iterator<Item = &'e Event>,
    people: &[Person],
    (kinds, states): (&Kinds, &States),
) -> Vec<(usize, ConceptId)> {
    let state = |actor: &Actor| state_of(actor, people);
    let host = |actor: &Actor| people.get(actor.person?)?.host.clone().filter(|host| host.kind() == "country");
    let visited = |event: &Event| {
        let place = event.place.as_ref().filter(|_| kinds.is_abroad(&event.kind))?;
        Some(states.land_of(&place.concept).unwrap_or(&place.concept).clone()).filter(|place| place.kind() == "country")
    };
    let is_told = |event: &&Event| kinds.is_encounter(&event.kind) || kinds.is_abroad(&event.kind);
    let (posted, others): (Vec<&Event>, Vec<&Event>) = events.partition(|event| kinds.happens_to_posted(&event.kind));
    let told: Vec<&Event> = others.into_iter().filter(is_told).collect();
    let sides = told.iter().flat_map(|event| parties(event).filter_map(state).chain(visited(event)));
    let sides: BTreeSet<ConceptId> = sides.collect();
    let mut found = Vec::new();
    // "Deputy Minister X summoned the ambassador **to Peru**"
    for event in posted {
        if let Some(state) = host_of_posted(event, people, kinds) {
            found.extend(event.agents.iter().filter_map(|actor| Some((actor.person?, state.clone()))));
        }
    }
    for event in told.iter().filter(|event| kinds.is_encounter(&event.kind)) {
        for (one, others) in [(&event.agents, &event.targets), (&event.targets, &event.agents)] {
            let own: BTreeSet<ConceptId> = one.iter().filter_map(state).collect();
            let hosts: BTreeSet<ConceptId> = one.iter().filter_map(host).collect();
            let rest: Vec<&ConceptId> = sides.iter().filter(|side| !own.contains(*side)).collect();
            let other = match (hosts.iter().collect::<Vec<_>>().as_slice(), rest.as_slice()) {
                ([host], _) => *host,
                ([], [rest]) if sides.len() == 2 => *rest,
                _ => continue,
            };
            let is_mixed = others.iter().filter_map(state).any(|state| state != *other);
            if !own.is_empty() && !own.contains(other) && !is_mixed {
                found.extend(others.iter().filter_map(|actor| Some((actor.person?, other.clone()))));
            }
        }
    }
    found
}

/// The only state to which those are posted who undergo an event that befalls them there: its ministry is "the ministry" that summoned the
/// ambassador **to Peru**.
pub(crate) fn host_of_posted(event: &Event, people: &[Person], kinds: &Kinds) -> Option<ConceptId> {
    let host = |actor: &Actor| people.get(actor.person?)?.host.clone().filter(|host| host.kind() == "country");
    let mut hosts = event.targets.iter().filter_map(host);
    let state = hosts.next().filter(|_| kinds.happens_to_posted(&event.kind))?;
    hosts.all(|other| other == state).then_some(state)
}

/// The state that a person is known to serve, whatever is told here; of an actor who is no person that which is told.
pub(crate) fn known_state(actor: &Actor, people: &[Person]) -> Option<ConceptId> {
    match actor.person {
        Some(person) => people[person].country.clone(),
        None => actor.country.clone(),
    }
}

/// The office that is told with somebody, or else the one that the person is known to hold.
pub(crate) fn office_of(actor: &Actor, people: &[Person]) -> Option<ConceptId> {
    actor.role.clone().or_else(|| people.get(actor.person?)?.role.clone())
}

/// The state that is told with somebody, or else the one that the person is known to serve.
pub(crate) fn state_of(actor: &Actor, people: &[Person]) -> Option<ConceptId> {
    actor.country.clone().or_else(|| people.get(actor.person?)?.country.clone())
}
