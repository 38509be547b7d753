//! What of an event is news behind what a digest told before.

use attache_schema::{Actor, ConceptId, Event, Frame, Person, Status, Topic};

use crate::events::{is_same, parties, takes_part};
use crate::frames::is_any;
use crate::kinds::Kinds;
use crate::offices::States;
use crate::serving::state_of;

/// What has to be known to tell whether something was told: who is who, which kinds are deeds, which bodies act for a state.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub(crate) people: &'a [Person],
    pub(crate) kinds: &'a Kinds,
    pub(crate) states: &'a States,
}

impl Teller<'_> {
    /// The event with what the earlier ones do not tell; nothing where they tell all of it.
    ///
    /// Words follow the deeds of a day without naming it again, so that this day is no news of them; and of several topics only those
    /// are told that the same speakers have not spoken of in this way.
    pub(crate) fn news(self, event: &Event, earlier: &[&Event]) -> Option<Event> {
        let mut news = event.clone();
        let mut bare = event.clone();
        if !self.kinds.is_act(&event.kind) {
            let day = |event: &Event| event.when.as_ref().map(|when| (when.start, when.end));
            bare.when.take_if(|_| earlier.iter().any(|earlier| day(earlier) == day(event)));
            let same = earlier.iter().filter(|earlier| are_alike(earlier, event));
            let known: Vec<&Topic> = same.flat_map(|earlier| &earlier.topics).collect();
            news.topics.retain(|topic| !known.iter().any(|known| is_one(known, topic)));
        }
        if earlier.iter().any(|earlier| self.is_repeat(earlier, &bare)) {
            return None;
        }
        // Where nothing new is spoken of, it is said again for what else is new: whom it was said to, or where.
        if news.topics.is_empty() {
            news.topics.clone_from(&event.topics);
        }
        Some(news)
    }

    /// "Condolences were offered": the same is told again further down, with whom they were for.
    ///
    /// "The prime minister arrived in Peru": the same visit is told again with its days.
    pub(crate) fn is_beginning(self, earlier: &Event, later: &Event) -> bool {
        let is_fuller = earlier.status == later.status && parties(earlier).count() < parties(later).count();
        let is_dated = self.kinds.is_abroad(&earlier.kind)
            && earlier.when.is_none()
            && later.when.is_some()
            && place(earlier).is_some()
            && place(earlier) == place(later);
        let is_plan = |event: &Event| event.status == Status::Planned;
        (is_fuller || is_dated) && is_plan(earlier) == is_plan(later) && self.is_repeat(later, earlier)
    }

    /// Whether `later` says nothing that `earlier` does not.
    pub(crate) fn is_repeat(self, earlier: &Event, later: &Event) -> bool {
        // Whoever meets is met: the sides of an act may change places.
        let is_topic = |topic: &Topic| earlier.topics.iter().any(|known| known.concept == topic.concept);
        let is_known = |new: bool, old: bool| !new || old;
        let document = |event: &Event| event.document.as_ref().map(|document| document.concept.clone());
        if is_encounter(earlier, later) {
            return true;
        }
        earlier.kind == later.kind
            && parties(later).all(|actor| takes_part(earlier, actor) || self.is_stood_for(earlier, actor))
            && later.topics.iter().all(is_topic)
            && is_known(later.when.is_some(), earlier.when.is_some())
            && is_known(later.place.is_some(), earlier.place.is_some())
            && !is_elsewhere(earlier, later)
            && is_known(later.frame.is_some(), earlier.frame.is_some())
            && (later.document.is_none() || document(later) == document(earlier))
    }

    /// "Minister X met Y. **Peru** met Kenya": whether an actor is a state, or a body that acts for it, for which somebody stands who takes part.
    fn is_stood_for(self, event: &Event, actor: &Actor) -> bool {
        let is_state = actor.person.is_none()
            && actor.role.is_none()
            && actor.org.as_ref().is_none_or(|org| self.states.act_in(org));
        let state = actor.country.as_ref().filter(|_| is_state);
        state.is_some_and(|state| parties(event).any(|party| state_of(party, self.people).as_ref() == Some(state)))
    }
}

/// Whether the same speakers say two things in the same way.
fn are_alike(a: &Event, b: &Event) -> bool {
    a.kind == b.kind && a.manner == b.manner && is_same(&a.agents, &b.agents) && is_same(&a.targets, &b.targets)
}

/// Whether two topics are one, whatever the words.
fn is_one(a: &Topic, b: &Topic) -> bool {
    let ties = |topic: &Topic| {
        topic.complements.iter().map(|tie| (tie.relation.clone(), tie.concept.clone())).collect::<Vec<_>>()
    };
    a.concept == b.concept && ties(a) == ties(b)
}

/// The occasion that a meeting of two is.
const ENCOUNTER: &str = "occasion/meeting";

/// "The minister attended the meeting" says nothing of someone who met somebody.
fn is_encounter(earlier: &Event, later: &Event) -> bool {
    let is_bare = |frame: &Frame| frame.concept.as_str() == ENCOUNTER && is_any(frame);
    later.frame.as_ref().is_some_and(is_bare)
        && later.when.is_none()
        && later.topics.is_empty()
        && !earlier.targets.is_empty()
        && parties(later).all(|actor| takes_part(earlier, actor))
}

fn place(event: &Event) -> Option<&ConceptId> {
    event.place.as_ref().map(|place| &place.concept)
}

/// "Visited Peru" and "visited Chile": two states, or two cities, are two places.
fn is_elsewhere(earlier: &Event, later: &Event) -> bool {
    let places = earlier.place.as_ref().zip(later.place.as_ref()).map(|(a, b)| (&a.concept, &b.concept));
    places.is_some_and(|(a, b)| a != b && a.kind() == b.kind())
}
