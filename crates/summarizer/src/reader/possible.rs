//! What a sentence seems to tell and what cannot be: old news, visits at home, posts that nobody named.

use attache_schema::{Actor, ConceptId, Date, Event, Person, Span, Status};

use crate::events::{Read, parties};
use crate::groups::Group;
use crate::offices::{Offices, States};
use crate::serving::{known_state, office_of};

use super::Shared;

/// Days after which an act is history rather than news.
pub(super) const LONG_AGO: i64 = 200;

/// Drops the events that cannot be news of the day on which the article was published, and from the others those who cannot take part.
pub(super) fn drop_impossible(
    read: &mut Vec<Read>,
    named: (&[Group], &[Vec<Actor>]),
    (published, names_old_year): (Option<Date>, bool),
    (people, shared): (&[Person], &Shared),
) {
    let voices = voices(named, people, &shared.offices);
    read.retain(|Read { event, .. }| {
        let (is_act, is_abroad) = (shared.kinds.is_act(&event.kind), shared.kinds.is_abroad(&event.kind));
        let is_old = is_act && (names_old_year || is_long_ago(event, published));
        let is_met = is_abroad || shared.kinds.is_encounter(&event.kind);
        let is_impossible = is_old
            || is_to_come(event, published)
            || (is_abroad && is_at_home(event, &shared.states, people))
            || (shared.kinds.is_for_diplomats(&event.kind) && befalls_official(event, people, &shared.offices))
            || (is_met && parties(event).any(|party| voices.contains(&party.span)));
        !is_impossible
    });
    for Read { event, .. } in read {
        if shared.kinds.is_encounter(&event.kind) {
            leave_own_state_out(event, people);
        }
        if shared.kinds.is_abroad(&event.kind) {
            leave_hosts_out(event, &shared.states, people);
        }
        if shared.kinds.is_post(&event.kind) {
            drop_open_posts(event, people, &shared.offices);
        }
    }
}

/// "…, the spokesman said. **He** was received at the airport": pronouns that seem to mean who spoke for the visitor.
fn voices((groups, actors): (&[Group], &[Vec<Actor>]), people: &[Person], offices: &Offices) -> Vec<Span> {
    let pronouns = groups.iter().zip(actors).filter(|(group, _)| group.members.iter().any(|member| member.is_pronoun));
    let speaks = |actor: &&Actor| actor.person.is_some_and(|person| offices.have_voice(&people[person]));
    pronouns.flat_map(|(_, actors)| actors).filter(speaks).map(|actor| actor.span).collect()
}

/// Whether an act lies so far back that it can only be background ("signed the treaty in March 1994").
fn is_long_ago(event: &Event, published: Option<Date>) -> bool {
    let last_day = |date: Date| Date { month: date.month.or(Some(12)), day: date.day.or(Some(28)), ..date };
    let day = |date: Option<Date>| date.and_then(|date| last_day(date).days());
    match (day(event.when.as_ref().map(|when| when.start)), day(published)) {
        (Some(then), Some(now)) => now - then > LONG_AGO,
        _ => false,
    }
}

/// Whether an event is told as done but dated after the day of publication: what will be is not what was, and which of the
/// two is misread cannot be told.
fn is_to_come(event: &Event, published: Option<Date>) -> bool {
    let day = |date: Option<Date>| date.and_then(Date::days);
    match (day(event.when.as_ref().map(|when| when.start)), day(published)) {
        (Some(then), Some(now)) => event.status == Status::Done && then > now,
        _ => false,
    }
}

/// Drops what is told as planned and dated before the day of publication, likewise; weekdays have to be those to come by now.
pub(super) fn drop_gone_by(read: &mut Vec<Read>, published: Option<Date>) {
    let day = |date: Option<Date>| date.and_then(Date::days);
    let last = |event: &Event| event.when.as_ref().map(|when| when.end.unwrap_or(when.start));
    let is_gone_by = |event: &Event| match (day(last(event)), day(published)) {
        (Some(then), Some(now)) => event.status == Status::Planned && then < now,
        _ => false,
    };
    read.retain(|read| !is_gone_by(&read.event));
}

/// Whether one of those who undergo an event holds an office that is held at home.
fn befalls_official(event: &Event, people: &[Person], offices: &Offices) -> bool {
    let is_at_home = |role: ConceptId| offices.has_one_holder(Some(&role)) && !offices.is_posted(&role);
    event.targets.iter().filter_map(|actor| office_of(actor, people)).any(is_at_home)
}

/// Whether all who do it are in their own state.
fn is_at_home(event: &Event, states: &States, people: &[Person]) -> bool {
    let place = event.place.as_ref().map(|place| &place.concept);
    let Some(state) = place.map(|place| states.land_of(place).unwrap_or(place)) else { return false };
    !event.agents.is_empty() && event.agents.iter().all(|agent| known_state(agent, people).as_ref() == Some(state))
}

/// "Talks between the president of Peru, X, and his counterpart from Ghana, Y, **who arrived in Lima**": of several, who is at home
/// there paid no visit.
fn leave_hosts_out(event: &mut Event, states: &States, people: &[Person]) {
    let place = event.place.as_ref().map(|place| &place.concept);
    let Some(land) = place.and_then(|place| states.land_of(place).or(Some(place))).cloned() else { return };
    let is_host = |actor: &Actor| known_state(actor, people).as_ref() == Some(&land);
    let visitors = event.agents.iter().filter(|actor| !is_host(actor) && known_state(actor, people).is_some()).count();
    if visitors > 0 {
        event.agents.retain(|actor| !is_host(actor));
    }
}

/// A state that is told without anybody does not meet one of its own: it is what is left of a longer phrase ("**Peru** … palatasının
/// sədri X ilə görüşüb").
fn leave_own_state_out(event: &mut Event, people: &[Person]) {
    let Event { agents, targets, .. } = event;
    let is_bare = |actor: &Actor| actor.person.is_none() && actor.role.is_none() && actor.org.is_none();
    let states = |actors: &[Actor]| -> Vec<_> {
        let served = actors.iter().filter(|actor| !is_bare(actor));
        served.filter_map(|actor| known_state(actor, people)).collect()
    };
    let (hosts, guests) = (states(agents), states(targets));
    let is_left = |actor: &Actor, others: &[_]| {
        is_bare(actor) && actor.country.as_ref().is_some_and(|country| others.contains(country))
    };
    agents.retain(|actor| !is_left(actor, &guests));
    targets.retain(|actor| !is_left(actor, &hosts));
}

/// "Appointed Hans Okeke of Ghana his envoy for Peru": the envoy is neither Ghana's nor Peru's, so whose he is must be known.
fn drop_open_posts(event: &mut Event, people: &[Person], offices: &Offices) {
    for target in &mut event.targets {
        let person = target.person.map(|person| &people[person]);
        let is_of_body =
            target.org.is_some() || person.is_some_and(|person| person.org.is_some() && person.host.is_none());
        target.role.take_if(|role| !(is_of_body || offices.serves_state(role)));
    }
}
