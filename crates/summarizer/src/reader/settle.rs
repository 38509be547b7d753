//! What only the whole article tells: for which state people speak whose sentence does not say so, and what is news enough to be told.

use std::collections::BTreeSet;

use attache_schema::{Actor, ConceptId, Date, Event, Mention, Person, Span};

use crate::events::parties;
use crate::folded::Folded;
use crate::lead::is_bare;
use crate::offices::States;
use crate::people::People;
use crate::serving::{host_of_posted, opposite_sides, speakers_of_states, state_of};

use super::possible::LONG_AGO;
use super::{Reader, SentenceFacts, Shared};

impl Reader {
    /// Gives people and bodies their state, the surest way first: those told to be on a side, those who travel with somebody, those at home
    /// where the paper is (`home`), and those for whom one state is left.
    pub(super) fn settle(
        &self,
        people: &mut People,
        facts: &mut [SentenceFacts],
        (mentions, home): (&[Mention], Option<&ConceptId>),
        (folded, shared): (&Folded, &Shared),
    ) {
        let known = (&shared.offices, &shared.states);
        for (person, state) in facts.iter().flat_map(|facts| &facts.of_sides) {
            people.settle_told(&shared.states, &[*person], state);
        }
        for (facts, state) in facts.iter().filter_map(|facts| Some((facts, facts.team.as_ref()?))) {
            let team: Vec<usize> = facts.present.iter().filter_map(|actor| actor.person).collect();
            people.settle_told(&shared.states, &team, state);
        }
        facts.iter().filter_map(|facts| facts.retinue.as_ref()).for_each(|(leader, retinue)| {
            people.settle_with((&shared.offices, &shared.states), *leader, retinue);
        });
        let named = states_of(mentions);
        people.settle_at_home(&shared.names, known, (home, &named), self.shared_names);
        let abroad = |event: &Event| shared.kinds.is_abroad(&event.kind);
        let events = || facts.iter().flat_map(|facts| &facts.events);
        let taken = events().flat_map(|event| states_taken(event, abroad(event)));
        let taken = taken.chain(states_discussed(events(), mentions)).collect();
        // "The minister appointed X ambassador **to Peru**" is no minister of Peru.
        let posts = events().filter(|event| shared.kinds.is_post(&event.kind));
        let givers = posts.flat_map(|event| &event.agents).filter_map(|actor| actor.person).collect();
        // "Tallinn's ministry said on Friday": who is told by its capital alone makes more than two of the two states.
        let is_settled = || capitals_of(mentions, &shared.states).is_subset(&named);
        // "The challenges **in Haiti**": what happens in a state is no sign of its officials, but an ambassador in it is.
        let is_place = |mention: &Mention| self.is_place(folded, mention.span);
        let is_host = |state: &ConceptId| people.list.iter().any(|person| person.host.as_ref() == Some(state));
        let acts = |state: &ConceptId| {
            is_host(state)
                || mentions.iter().any(|mention| mention.concept.as_ref() == Some(state) && !is_place(mention))
        };
        if named.len() == 2 && is_settled() && named.iter().all(|state| acts(state)) {
            people.settle_in_remaining(&shared.names, known, &named, (taken, givers));
        }
        // A spokesman tells of those who met; he is no side of it.
        let is_of_press =
            |person: usize| people.list[person].role.as_ref().is_some_and(|role| shared.offices.is_of_press(role));
        let mut hosts = opposite_sides(events(), &people.list, (&shared.kinds, &shared.states));
        hosts.retain(|(person, _)| !is_of_press(*person));
        let speakers = speakers_of_states(facts, &people.list, &shared.offices);
        people.settle_opposite(&shared.names, known, &[hosts, speakers].concat());
        people.drop_hollow_offices(&shared.offices);
        let teller = home.filter(|home| named.contains(home) || !follows_strangers(facts, mentions, &shared.states));
        for event in facts.iter_mut().flat_map(|facts| &mut facts.events) {
            let home = if shared.kinds.is_act(&event.kind) { home } else { teller };
            let host = host_of_posted(event, &people.list, &shared.kinds);
            let agents = event.agents.iter_mut();
            agents.for_each(|actor| people.settle_body(&shared.states, host.as_ref().or(home), actor));
            event.targets.iter_mut().for_each(|actor| people.settle_body(&shared.states, home, actor));
        }
        people.mark_presumed();
    }

    /// Whether a name stands behind the mark of a place ("in the Philippines").
    fn is_place(&self, folded: &Folded, name: Span) -> bool {
        let before = folded.slice(0, name.start);
        let words = before.split_whitespace().rev().take(ARTICLES + 1);
        let mut words = words.skip_while(|word| self.patterns.determiners.has(word));
        words.next().is_some_and(|word| self.patterns.place.words.has(word))
    }
}

/// "A Peruvian delegation will fly to Vienna, **the foreign ministry** said": whether another state was named before the first ministry that
/// is told without one.
fn follows_strangers(facts: &[SentenceFacts], mentions: &[Mention], states: &States) -> bool {
    let actors = facts.iter().flat_map(|facts| &facts.events).flat_map(parties);
    let is_ministry =
        |actor: &&Actor| states.is_open(actor) && actor.org.as_ref().is_some_and(|org| states.is_ministry(org));
    let first = actors.filter(is_ministry).map(|actor| actor.span.start).min();
    let is_state = |mention: &&Mention| mention.concept.as_ref().is_some_and(|concept| concept.kind() == "country");
    let named = mentions.iter().filter(is_state).map(|mention| mention.span.end).min();
    first.zip(named).is_some_and(|(ministry, state)| state <= ministry)
}

/// Those whom a list in later sentences names as given a post serve the state that gave it: it was read after they were settled.
pub(super) fn adopt_listed(people: &mut [Person], event: &Event) {
    let giver = |actor: &Actor| state_of(actor, people);
    let states: BTreeSet<ConceptId> = event.agents.iter().filter_map(giver).collect();
    let Some(state) = states.first().filter(|_| states.len() == 1) else { return };
    for person in event.targets.iter().filter_map(|target| target.person) {
        let person = &mut people[person];
        if person.country.is_none() && person.org.is_none() {
            person.country = Some(state.clone());
            person.presumed = true;
        }
    }
}

/// Drops the events that say too little to be told: a digest looks for more than "the minister said".
pub(super) fn keep_news(facts: &mut [SentenceFacts], main: Option<(usize, usize)>, shared: &Shared) {
    // One attends what people did together; a journey and words are no occasion.
    let is_occasion = main.is_some_and(|(at, number)| {
        let kind = &facts[at].events[number].kind;
        shared.kinds.is_act(kind) && !shared.kinds.is_abroad(kind)
    });
    let day = main.and_then(|(at, number)| facts[at].events[number].when.as_ref()).map(|when| when.start);
    // The main sentence stays, whatever is unread in it: in its own language the author's words tell it. That two sides came
    // together is said of one of them, too.
    for (sentence, facts) in facts.iter_mut().enumerate() {
        let mut number = 0..;
        let mut is_main = || number.next().map(|at| (sentence, at)) == main;
        facts.events.retain(|event| {
            if shared.kinds.is_act(&event.kind) && is_long_before(event, day) {
                return false;
            }
            // Which meeting, where none was told?
            let is_nowhere = || shared.kinds.joins(&event.kind) && is_bare(event) && !is_occasion;
            let stays = is_main() && (shared.kinds.is_encounter(&event.kind) || shared.kinds.is_talk(&event.kind));
            let is_known = || parties(event).all(|actor| !shared.states.is_open(actor));
            stays || (shared.kinds.can_tell(event) && is_known() && !is_nowhere())
        });
    }
}

/// "Established relations **in 1978**": whether an act lies so far before the day of the main one that it is history.
fn is_long_before(event: &Event, day: Option<Date>) -> bool {
    let days = |date: Option<Date>| date.and_then(Date::days);
    let then = days(event.when.as_ref().map(|when| when.start));
    then.zip(days(day)).is_some_and(|(then, now)| now - then > LONG_AGO)
}

/// The states whose officials an event tells of as theirs, and those that are visited in it.
fn states_taken(event: &Event, is_abroad: bool) -> impl Iterator<Item = ConceptId> {
    let visited = event.targets.iter().filter(move |_| is_abroad);
    let officials = event.agents.iter().chain(&event.targets).chain(&event.others).filter(|actor| actor.role.is_some());
    officials.chain(visited).filter_map(|actor| actor.country.clone())
}

/// The states that are named in topics alone: "the situation in Ukraine" is no sign of an official of Ukraine.
fn states_discussed<'e>(events: impl Iterator<Item = &'e Event>, mentions: &[Mention]) -> BTreeSet<ConceptId> {
    let topics: Vec<Span> = events.flat_map(|event| &event.topics).map(|topic| topic.span).collect();
    let is_discussed = |span: Span| topics.iter().any(|topic| topic.overlaps(span));
    let (discussed, acting): (Vec<&Mention>, Vec<&Mention>) =
        mentions.iter().partition(|mention| is_discussed(mention.span));
    let acts = |state: &ConceptId| acting.iter().any(|mention| mention.concept.as_ref() == Some(state));
    let states = discussed.into_iter().filter_map(|mention| mention.concept.clone());
    states.filter(|concept| concept.kind() == "country" && !acts(concept)).collect()
}

/// How many articles may stand between the mark of a place and its name.
const ARTICLES: usize = 2;

/// The states whose capitals an article names.
fn capitals_of<'s>(mentions: &[Mention], states: &'s States) -> BTreeSet<&'s ConceptId> {
    let places = mentions.iter().filter_map(|mention| mention.concept.as_ref()).filter(|place| place.kind() == "place");
    let capitals = places.filter_map(|place| Some((place, states.land_of(place)?)));
    capitals.filter(|(place, land)| states.capital_of(land) == Some(*place)).map(|(_, land)| land).collect()
}

/// The states that an article names.
fn states_of(mentions: &[Mention]) -> BTreeSet<&ConceptId> {
    let concepts = mentions.iter().filter_map(|mention| mention.concept.as_ref());
    concepts.filter(|concept| concept.kind() == "country").collect()
}
