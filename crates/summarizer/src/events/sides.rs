//! Who takes part in an event, whatever the words.

use attache_schema::{Actor, ConceptId, Event};

/// Whether two lists name the same actors, whatever the words.
pub(crate) fn is_same(a: &[Actor], b: &[Actor]) -> bool {
    a.iter().map(who).eq(b.iter().map(who))
}

/// Both sides of an event.
pub(crate) fn parties(event: &Event) -> impl Iterator<Item = &Actor> {
    event.agents.iter().chain(&event.targets)
}

/// Whether somebody is one of some, whatever the words.
pub(crate) fn is_among<'a>(actor: &Actor, others: impl IntoIterator<Item = &'a Actor>) -> bool {
    others.into_iter().any(|other| who(other) == who(actor))
}

/// Whether somebody is of one side or the other, whatever the words.
pub(crate) fn takes_part(event: &Event, actor: &Actor) -> bool {
    is_among(actor, parties(event))
}

/// Who an actor is, whatever the words: person, office, state and body.
pub(crate) fn who(actor: &Actor) -> (Option<usize>, [Option<&ConceptId>; 3]) {
    if actor.person.is_some() {
        return (actor.person, [None; 3]);
    }
    (actor.person, [actor.role.as_ref(), actor.country.as_ref(), actor.org.as_ref()])
}
