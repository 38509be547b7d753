//! Which event an article is about.
//!
//! News says it first, mostly in the first sentence and again in the headline (`news-patterns.md`, sections 2 and 3). Where the
//! lead only says that someone spoke, what follows may weigh more.

use std::collections::BTreeSet;

use attache_schema::{Actor, ConceptId, Event, Frame, Person, Span, Status};

use crate::events::{is_among, parties, takes_part};
use crate::frames::is_any;
use crate::kinds::Kinds;
use crate::reader::SentenceFacts;
use crate::weights::LeadWeights;

/// Finds the main event.
pub(crate) struct Lead<'a> {
    pub(crate) weights: &'a LeadWeights,
    pub(crate) kinds: &'a Kinds,
    /// The kinds of event whose words stand in the headlines.
    pub(crate) headlines: &'a BTreeSet<&'a str>,
}

impl Lead<'_> {
    /// The sentence and the place of the event in it; of two that weigh the same the earlier one.
    pub(crate) fn find(&self, sentences: &[SentenceFacts]) -> Option<(usize, usize)> {
        let all = sentences.iter().enumerate();
        let fit = all.filter(|(_, facts)| facts.unfit(true).is_none() && !facts.is_background);
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
        // "A meeting is planned" says less than who announced it.
        let is_nobodys = self.kinds.is_encounter(&event.kind) && parties(event).next().is_none();
        self.kinds.weight(&event.kind) - steps * weights.distance - when(is_nobodys, weights.subordinate)
            + when(self.kinds.is_act(&event.kind), weights.act)
            + when(self.headlines.contains(event.kind.as_str()), weights.headline)
            + when(parties(event).next().is_some(), weights.parties)
    }
}

/// How many sentences behind the main event may still tell of it.
const FOLLOWING: usize = 3;

/// Gives the main event what the next sentences say of it: "The meeting was held in Lima on May 4" tells of the meeting before.
pub(crate) fn complete(
    sentences: &mut [SentenceFacts],
    people: &[Person],
    kinds: &Kinds,
    (sentence, at): (usize, usize),
) {
    let to = sentences.len().min(sentence + 1 + FOLLOWING);
    let mut main = sentences[sentence].events[at].clone();
    if kinds.gathers(&main.kind) && kinds.is_post(&main.kind) {
        gather_posts(sentences, &mut main, (sentence, at));
    } else if kinds.gathers(&main.kind) {
        gather(sentences, &mut main, (sentence, at));
    }
    // Its own sentence may have opened a list in lines of their own.
    let is_host = kinds.is_encounter(&main.kind) && !main.agents.is_empty() && !kinds.gathers(&main.kind);
    if is_host {
        add(&mut main, |main| &mut main.targets, sentences[sentence].met());
    }
    let mut present = sentences[sentence].present.clone();
    if main.document.is_some() {
        let near = sentences[sentence..to].iter().filter(|facts| !facts.is_background);
        present.extend(near.flat_map(|facts| &facts.signers).cloned());
    }
    // "Qeyd edək ki, **nümayəndə heyətinə** X və Y daxildir": who came along is of the visit, however it is introduced.
    let is_of_retinue =
        |facts: &SentenceFacts| kinds.is_abroad(&main.kind) && facts.names_retinue() && facts.events.is_empty();
    let is_told = |facts: &SentenceFacts| !facts.is_background || is_of_retinue(facts);
    let told: Vec<bool> = sentences.iter().map(is_told).collect();
    let behind = sentences.iter().enumerate().skip(sentence + 1).filter(|(at, _)| told[*at]);
    // "The ambassador attended the meeting" may stand at the very end: it is the same meeting as long as no other was told.
    // Who travels with a visitor may be told anywhere, behind the meetings that are planned.
    let lasts = kinds.is_abroad(&main.kind);
    let is_welcome = |main: &Event, event: &Event| lasts && kinds.welcomes(&event.kind) && is_welcome_of(main, event);
    let is_other = |main: &Event, event: &Event| {
        let is_passed = lasts && event.status == Status::Planned;
        kinds.is_encounter(&event.kind) && parties(event).count() > 1 && !is_passed && !is_welcome(main, event)
    };
    for (at, facts) in behind {
        let is_near = at < to;
        if !is_near && facts.events.iter().any(|event| is_other(&main, event)) {
            break;
        }
        let resumed = match main.status {
            Status::Done => &facts.resumed,
            Status::Planned => &facts.resumed_ahead,
            _ => &None,
        };
        if is_near {
            fill(&mut main.when, resumed, |when| when.span, &mut main.evidence);
        }
        let mut is_silent = (is_near || lasts) && facts.events.is_empty();
        // Further down what was done on another day is another deed.
        let may_repeat = |main: &Event, other: &Event| at <= sentence + NEXT || is_same_day(main, other);
        for other in &facts.events {
            if may_repeat(&main, other) && names_doers(&main, other, people) {
                present.extend(parties(other).cloned());
                take_from(&mut main, other);
                is_silent = true;
            } else if is_near && tells_of(&main, other) {
                take_from(&mut main, other);
                is_silent = true;
            } else if is_near && kinds.is_act(&main.kind) && names_others(&main, other) {
                main.evidence.extend(other.targets.iter().map(|actor| actor.span));
                main.targets.clone_from(&other.targets);
                take_from(&mut main, other);
            } else if kinds.joins(&other.kind) && is_bare(other) {
                present.extend(parties(other).chain(&other.others).cloned());
            } else if is_welcome(&main, other) || (may_repeat(&main, other) && acts_for_body(&main, other, people)) {
                present.extend(other.agents.iter().chain(&other.others).cloned());
            }
        }
        // "X met several presidents. **Among those received were** A and B": the host met them.
        if is_host && is_silent && is_near {
            add(&mut main, |main| &mut main.targets, facts.met());
        }
        // Where a sentence tells of nothing else, those who were there were at the main event.
        if is_silent {
            present.extend(facts.present.iter().cloned());
        }
    }
    present.extend(representatives(&main, &sentences[sentence..to.min(sentence + 1 + NEXT)], (people, kinds)));
    for actor in present {
        if !is_among(&actor, &main.others) && !takes_part(&main, &actor) {
            main.evidence.push(actor.span);
            main.others.push(actor);
        }
    }
    sentences[sentence].events[at] = main;
}

/// "Six ambassadors presented credentials. **They are** … **Also presented credentials** …": takes in those who did the same on one
/// occasion; what told of them is no event of its own then.
fn gather(sentences: &mut [SentenceFacts], main: &mut Event, (sentence, at): (usize, usize)) {
    let mut is_told = true;
    for (number, facts) in sentences.iter_mut().enumerate().skip(sentence).filter(|(_, facts)| !facts.is_background) {
        let mut index = 0;
        facts.events.retain(|other| {
            let is_before = number == sentence && index <= at;
            index += 1;
            if is_before || !is_occasion_of(main, other) {
                return true;
            }
            is_told = true;
            add(main, |main| &mut main.agents, &other.agents);
            if main.targets.is_empty() {
                main.targets.clone_from(&other.targets);
                main.evidence.extend(other.targets.iter().map(|actor| actor.span));
            }
            let Event { when, place, frame, evidence, .. } = &mut *main;
            fill(when, &other.when, |when| when.span, evidence);
            fill(place, &other.place, |place| place.span, evidence);
            fill(frame, &other.frame, |frame| frame.span, evidence);
            false
        });
        if is_told || facts.only_lists() {
            add(main, |main| &mut main.agents, &facts.listed);
        }
        is_told = facts.events.is_empty() || number == sentence;
    }
}

/// "The minister announced four appointments: // **• X as ambassador to Peru;**": takes in those who are given posts one after the other
/// by the same.
fn gather_posts(sentences: &[SentenceFacts], main: &mut Event, (sentence, at): (usize, usize)) {
    let mut is_told = true;
    for (number, facts) in sentences.iter().enumerate().skip(sentence).filter(|(_, facts)| !facts.is_background) {
        let from = if number == sentence { at + 1 } else { 0 };
        // Of two who got posts from nobody who is told, on days that are not the same, each has his own story.
        let day = |event: &Event| event.when.as_ref().map(|when| when.start);
        let is_same_giver = |other: &Event| {
            let is_of_one_day = !main.agents.is_empty() || day(other) == day(main);
            is_of_one_day && other.agents.iter().all(|giver| is_among(giver, &main.agents))
        };
        let others = facts.events.iter().skip(from);
        let told: Vec<&Event> = others.filter(|other| is_same_deed(main, other) && is_same_giver(other)).collect();
        let listed = if is_told || facts.only_lists() { facts.listed.as_slice() } else { &[] };
        let is_near = number <= sentence + NEXT && facts.events.is_empty();
        is_told = number == sentence || !told.is_empty() || !listed.is_empty() || (is_told && is_near);
        let given = told.into_iter().flat_map(|other| &other.targets).chain(listed);
        add(main, |main| &mut main.targets, given.filter(|actor| actor.person.is_some()));
    }
}

/// Whether a later event may be of the same occasion.
fn is_occasion_of(main: &Event, other: &Event) -> bool {
    let is_same_host = || {
        main.targets.is_empty()
            || other.targets.is_empty()
            || other.targets.iter().all(|host| is_among(host, &main.targets))
    };
    is_same_deed(main, other) && is_same_host() && (main.when.is_none() || is_same_day(main, other))
}

/// Whether two events are of one kind, done or planned alike, and in one manner.
fn is_same_deed(main: &Event, other: &Event) -> bool {
    main.kind == other.kind && main.status == other.status && main.manner == other.manner
}

/// Takes in on one side those who do not take part yet.
fn add<'a>(main: &mut Event, side: fn(&mut Event) -> &mut Vec<Actor>, actors: impl IntoIterator<Item = &'a Actor>) {
    for actor in actors {
        if !takes_part(main, actor) {
            main.evidence.push(actor.span);
            side(main).push(actor.clone());
        }
    }
}

/// Notes for the talks of nobody in particular which sentence told of the encounter, where it is not the main event: "the parties
/// discussed trade" must not be said of the parties of the main event then.
pub(crate) fn note_encounters(sentences: &mut [SentenceFacts], main: (usize, usize), kinds: &Kinds) {
    let main = sentences[main.0].events[main.1].clone();
    let mut other = None;
    for (at, facts) in sentences.iter_mut().enumerate() {
        for event in &facts.events {
            if kinds.is_encounter(&event.kind) && parties(event).count() > 1 {
                let is_main = parties(event).all(|party| takes_part(&main, party));
                other = (!is_main).then_some(at);
            } else if kinds.is_talk(&event.kind) && parties(event).next().is_none() {
                facts.encounter = other.filter(|other| *other != at);
            }
        }
    }
}

/// Whether an event names no occasion but the one just told ("took part in the ceremony").
pub(crate) fn is_bare(event: &Event) -> bool {
    let is_named = |frame: &Frame| !is_any(frame) || frame.concept.kind() == "org";
    event.status == Status::Done && event.when.is_none() && !event.frame.as_ref().is_some_and(is_named)
}

/// How many sentences behind the main event name those who stood for its parties.
const NEXT: usize = 2;

/// Where states or bodies did something together and nobody is named, those who hold an office of theirs and are named with it
/// nearby stood for them ("Consultations between Brazil and Angola were held. The delegations were led by …").
/// What one state did to another its officials did not do with those of the other; what a state said they said for it.
fn representatives(main: &Event, sentences: &[SentenceFacts], (people, kinds): (&[Person], &Kinds)) -> Vec<Actor> {
    let parties = || parties(main).chain(&main.others);
    if parties().any(|party| party.person.is_some() || party.role.is_some()) {
        return Vec::new();
    }
    let is_joint = kinds.is_encounter(&main.kind) || kinds.is_talk(&main.kind) || main.document.is_some();
    let is_said = !kinds.is_act(&main.kind);
    let bound: Vec<_> = match (is_joint, is_said) {
        (true, _) => parties().collect(),
        (false, true) => main.agents.iter().collect(),
        (false, false) => Vec::new(),
    };
    let countries: Vec<_> = bound.into_iter().filter_map(|party| party.country.as_ref()).collect();
    // "Korea and Japan met. **Korea's X and Japan's Y** discussed …": without an office they have to do it together.
    let talks = sentences.iter().flat_map(|facts| &facts.events);
    let talks = talks.filter(|event| kinds.is_encounter(&event.kind) || kinds.is_talk(&event.kind));
    let talkers: BTreeSet<usize> =
        talks.flat_map(|event| event.agents.iter().chain(&event.targets)).filter_map(|actor| actor.person).collect();
    let stands_for = |at: usize| {
        let person = people.get(at).filter(|person| person.role.is_some() || talkers.contains(&at));
        person.and_then(|person| person.country.as_ref()).is_some_and(|country| countries.contains(&country))
    };
    let named = sentences.iter().filter(|facts| !facts.is_background).flat_map(|facts| &facts.names);
    let fit = named.filter(|(_, person)| stands_for(*person));
    fit.map(|(span, person)| Actor::person(*person, *span)).collect()
}

/// "Estonia and Peru signed an agreement. The document was signed **by Ministers X and Y**": whether a later event is the same one
/// and names those who acted for the states.
fn names_doers(main: &Event, other: &Event, people: &[Person]) -> bool {
    let is_state = |actor: &Actor| actor.person.is_none() && actor.role.is_none();
    let states: Vec<_> = parties(main).filter_map(|party| party.country.as_ref()).collect();
    let serves = |state: &ConceptId| states.contains(&state);
    let takes_up = match (&main.document, &other.document) {
        (Some(_), None) => true,
        // "A **partnership agreement** … **the agreement**": the second is the first by its head.
        (Some(one), Some(other)) => {
            let head = other.concept.as_str().rsplit('/').next().unwrap_or_default();
            one.concept == other.concept || one.concept.as_str().ends_with(&format!("-{head}"))
        }
        (None, other) => other.is_none(),
    };
    is_same_deed(main, other)
        && takes_up
        && !states.is_empty()
        && parties(main).all(is_state)
        && parties(other).next().is_some()
        && parties(other).all(|actor| is_holder(actor, people, serves))
}

/// Whether nothing says that a later event was on another day.
fn is_same_day(main: &Event, other: &Event) -> bool {
    let day = |event: &Event| event.when.as_ref().map(|when| when.start);
    day(other).is_none() || day(main) == day(other)
}

/// Whether somebody holds an office, of one of some states where his state is known.
fn is_holder(actor: &Actor, people: &[Person], serves: impl Fn(&ConceptId) -> bool) -> bool {
    let person = actor.person.and_then(|person| people.get(person));
    person.is_some_and(|person| person.role.is_some() && person.country.as_ref().is_none_or(serves))
}

/// "X arrived in Lima. **He was received at the airport by Y**": whether those who did it came to the visitor whose journey it is.
fn is_welcome_of(main: &Event, other: &Event) -> bool {
    let is_visitor = |actor: &Actor| is_among(actor, &main.agents);
    main.status != Status::Planned && other.status == Status::Done && other.targets.iter().any(is_visitor)
}

/// "The ministry handed over aid. **Minister X handed over** a box of it", "The ministry summoned the envoy. **Minister X called in** the
/// envoy Y": whether a later event says who did for a body, or an office without a name, what that is told to have done.
fn acts_for_body(main: &Event, other: &Event, people: &[Person]) -> bool {
    let is_body = |actor: &Actor| actor.person.is_none() && actor.role.is_none() && actor.org.is_some();
    let states: Vec<_> = main.agents.iter().filter_map(|actor| actor.country.as_ref()).collect();
    let serves = |state: &ConceptId| states.is_empty() || states.contains(&state);
    is_same_deed(main, other)
        && other.targets.iter().all(|target| is_among(target, &main.targets))
        && !main.agents.is_empty()
        && main.agents.iter().all(is_body)
        && !other.agents.is_empty()
        && other.agents.iter().all(|actor| is_holder(actor, people, serves))
}

/// Whether a later event is the same one: of its kind, manner and status, and none takes part who did not before. "Will visit Brazil. On
/// Saturday **he will go to São Paulo**": what is told of another place is another step.
fn tells_of(main: &Event, other: &Event) -> bool {
    let place = |event: &Event| event.place.as_ref().map(|place| place.concept.clone());
    let is_elsewhere = place(main).zip(place(other)).is_some_and(|(one, another)| one != another);
    is_same_deed(main, other)
        && !is_elsewhere
        && (parties(main).next().is_none() || parties(other).all(|actor| takes_part(main, actor)))
}

/// "X held a number of meetings in Lima. **X met A, B and C**", "Peru offered condolences. **Peru offered condolences to Kenya**": whether
/// a later event says whom those met who are told alone, or to whom they did it.
fn names_others(main: &Event, other: &Event) -> bool {
    main.kind == other.kind
        && main.status == other.status
        && main.targets.is_empty()
        && !main.agents.is_empty()
        && !other.agents.is_empty()
        && !other.targets.is_empty()
        && other.agents.iter().all(|actor| takes_part(main, actor))
}

fn take_from(main: &mut Event, other: &Event) {
    if parties(main).next().is_none() {
        main.evidence.extend(parties(other).map(|actor| actor.span));
        main.agents.clone_from(&other.agents);
        main.targets.clone_from(&other.targets);
    }
    let Event { when, place, frame, evidence, .. } = main;
    fill(when, &other.when, |when| when.span, evidence);
    fill(place, &other.place, |place| place.span, evidence);
    fill(frame, &other.frame, |frame| frame.span, evidence);
}

/// Takes over what is open, with the words that tell it.
fn fill<T: Clone>(open: &mut Option<T>, told: &Option<T>, span: impl Fn(&T) -> Span, evidence: &mut Vec<Span>) {
    if open.is_none() {
        evidence.extend(told.iter().map(span));
        open.clone_from(told);
    }
}
