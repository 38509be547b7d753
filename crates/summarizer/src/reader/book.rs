//! What is known of an article by the sentences read so far.

use std::collections::BTreeSet;
use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event, Mention};

use crate::chunk::Chunk;
use crate::events::parties;
use crate::kinds::Kinds;
use crate::offices::States;
use crate::patterns::Patterns;
use crate::people::{People, lone_person};
use crate::token::Token;
use crate::topics::Tally;

use super::{SentenceFacts, Shared};

/// What grows from sentence to sentence.
#[derive(Default)]
pub(super) struct Book {
    pub(super) people: People,
    pub(super) mentions: Vec<Mention>,
    pub(super) topics: Tally,
    /// Those between whom something happened first.
    pub(super) parties: Vec<Actor>,
    /// In the sentence before, who spoke told of somebody else: whom a pronoun means is open.
    pub(super) is_contested: bool,
    /// Whom the sentence before is about.
    pub(super) told_of: Option<usize>,
    /// The states whose delegations were told.
    teams: BTreeSet<ConceptId>,
    /// Another state than that of the paper was named.
    pub(super) is_abroad: bool,
}

impl Book {
    /// Whose delegation a sentence tells the members of without saying whose it is ("**The delegation included** X"): that of the only one
    /// told so far. `marks` are the words that say who was there. Notes the delegations whose states it tells.
    pub(super) fn team(
        &mut self,
        patterns: &Patterns,
        (tokens, chunks, marks): (&[Token<'_>], &[Chunk], &[Range<usize>]),
        (actors, states): (&[Vec<Actor>], &States),
    ) -> Option<ConceptId> {
        let sent = actors.iter().flatten().filter(|actor| actor.org.as_ref().is_some_and(|org| states.are_sent(org)));
        self.teams.extend(sent.filter_map(|actor| actor.country.clone()));
        let tells_members = marks.iter().any(|mark| tokens[mark.clone()].iter().any(|word| patterns.teams.holds(word)));
        let is_whose = chunks.iter().any(|chunk| chunk.concept_of("country").is_some());
        self.teams.first().filter(|_| self.teams.len() == 1 && tells_members && !is_whose).cloned()
    }

    /// Notes which state the people of some events serve, where the events tell.
    pub(super) fn note_states(&mut self, events: &[Event], shared: &Shared) {
        for event in events.iter().filter(|event| shared.kinds.is_own(&event.kind)) {
            self.people.adopt(&event.agents, &event.targets, &shared.offices);
            // Who calls an ambassador of Peru home is of Peru.
            let posted = |at: usize| shared.offices.have_posted(&self.people.list[at]);
            let are_posted = event.targets.iter().all(|target| target.person.is_some_and(posted));
            if are_posted && !shared.kinds.is_post(&event.kind) {
                self.people.adopt(&event.targets, &event.agents, &shared.offices);
            }
        }
        for event in events.iter().filter(|event| shared.kinds.accredits(&event.kind)) {
            self.people.accredit(&event.agents, &event.targets);
        }
    }

    /// Notes between whom something happened: the sides are those of the first act, and then of the encounter told last.
    pub(super) fn note_parties(&mut self, facts: &SentenceFacts, kinds: &Kinds) {
        let is_open = self.parties.is_empty();
        let acts = facts.events.iter().filter(|event| {
            let is_encounter = kinds.is_encounter(&event.kind) && !facts.is_background;
            if is_open { kinds.is_act(&event.kind) } else { is_encounter }
        });
        let sides = acts.map(|act| parties(act).cloned().collect::<Vec<_>>()).find(|parties| parties.len() > 1);
        if let Some(sides) = sides {
            self.parties = sides;
        }
    }

    /// Notes whom a sentence is about, so that the next one's pronouns mean them: `named` is who alone is named in it.
    pub(super) fn turn_to(&mut self, subject: Option<&Vec<Actor>>, named: Option<&Actor>, events: &[Event]) {
        let agents = events.iter().map(|event| &event.agents).find(|agents| agents.len() == 1);
        self.told_of = None;
        // "**X** was welcomed by Y. He …"
        let undergoes = |subject: &&Vec<Actor>| {
            let told = events.first().map_or(&[][..], |event| &event.targets);
            matches!(subject.as_slice(), [one] if one.person.is_some() && told.iter().any(|to| to.person == one.person))
        };
        if let Some(subject) = subject.filter(undergoes).or(agents).or(subject) {
            self.people.set_focus(subject);
            self.told_of = lone_person(subject);
        } else if let Some(named) = named {
            // "The Senate received **X**. He …": where nobody is the subject, who is named alone.
            self.people.set_first_focus(named);
        }
    }
}
