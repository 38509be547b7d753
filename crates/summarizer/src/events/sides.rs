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

/// Whether somebody is of one side or the other, whatever the words.
pub(crate) fn takes_part(event: &Event, actor: &Actor) -> bool {
    parties(event).any(|party| who(party) == who(actor))
}

/// Who an actor is, whatever the words: person, office, state and body.
pub(crate) fn who(actor: &Actor) -> (Option<usize>, [Option<&ConceptId>; 3]) {
    if actor.person.is_some() {
        return (actor.person, [None; 3]);
    }
    (actor.person, [actor.role.as_ref(), actor.country.as_ref(), actor.org.as_ref()])
}
