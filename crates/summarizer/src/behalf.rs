//! For whom people act: "signed **on behalf of Peru** by X", "X signed **for Peru** and Y **for Ghana**", "Peru was **represented by** X
//! and Ghana **by** Y".

use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event};

use crate::chunk::{Chunk, ChunkKind};
use crate::events::takes_part;
use crate::groups::Group;
use crate::offices::States;
use crate::patterns::Patterns;
use crate::phrase::Sight;
use crate::token::Token;

/// The most words between somebody and the words that say for whom he acts ("X **has signed it** for Peru").
const BETWEEN: usize = 3;

/// A sentence, and those who are named in it.
pub(crate) struct Behalf<'v> {
    patterns: &'v Patterns,
    states: &'v States,
    tokens: &'v [Token<'v>],
    sight: Sight<'v>,
    chunks: &'v [Chunk],
    people: Vec<Named<'v>>,
}

/// Somebody who is named.
struct Named<'v> {
    actor: &'v Actor,
    person: usize,
    /// The byte where what is told of them ends.
    end: usize,
    /// The number of their list.
    group: usize,
}

/// "The agreement was signed for Peru by X and **for Ghana by Y**": who signs for a state signs with the others who do.
pub(crate) fn add_signers(event: &mut Event, signers: &[Actor]) {
    let are_people = !event.agents.is_empty() && event.agents.iter().all(|actor| actor.person.is_some());
    if event.document.is_none() || !are_people {
        return;
    }
    event.others.retain(|actor| !signers.iter().any(|signer| signer.person == actor.person));
    for signer in signers {
        if !takes_part(event, signer) {
            event.evidence.push(signer.span);
            event.agents.push(signer.clone());
        }
    }
}

impl<'v> Behalf<'v> {
    pub(crate) fn new(
        patterns: &'v Patterns,
        states: &'v States,
        (tokens, sight, chunks): (&'v [Token<'v>], Sight<'v>, &'v [Chunk]),
        (groups, actors): (&'v [Group], &'v [Vec<Actor>]),
    ) -> Self {
        let named = groups.iter().zip(actors).enumerate().flat_map(|(number, (group, actors))| {
            let end = group.tokens.end.checked_sub(1).map_or(0, |last| tokens[last].span.end);
            let last = actors.len().saturating_sub(1);
            actors.iter().enumerate().filter_map(move |(at, actor)| {
                let end = if at == last { end } else { actor.span.end };
                Some(Named { actor, person: actor.person?, end, group: number })
            })
        });
        Self { patterns, states, tokens, sight, chunks, people: named.collect() }
    }

    /// Those who act for a state. `signs` says that something is signed in the sentence: then "for Peru" alone is enough.
    pub(crate) fn find(&self, signs: bool) -> Vec<(usize, ConceptId)> {
        if self.people.is_empty() {
            return Vec::new();
        }
        let phrase = |at: usize| self.patterns.behalf.longest_at(self.sight, at);
        let mut is_told = signs;
        let (mut floor, mut found) = (0, Vec::new());
        for at in 0..self.tokens.len() {
            let told = phrase(at);
            is_told |= told.is_some();
            let word = || (is_told && self.patterns.behalf_words.holds(&self.tokens[at])).then_some(at + 1);
            let Some(chunk) = told.or_else(word).and_then(|end| self.state_at(end)) else { continue };
            let Some(state) = chunk.concept_of("country") else { continue };
            let people = self.actors_of(floor..at, chunk.tokens.end);
            found.extend(people.map(|named| (named.person, state.clone())));
            floor = chunk.tokens.end;
        }
        found.extend(self.represented());
        found
    }

    /// Those who are named in the sentence and found to act for a state.
    pub(crate) fn those_in<'a>(&'a self, acting: &'a [(usize, ConceptId)]) -> impl Iterator<Item = &'a Actor> {
        let acts = |named: &&Named<'_>| acting.iter().any(|(person, _)| named.person == *person);
        self.people.iter().filter(move |named| acts(named)).map(|named| named.actor)
    }

    /// The state that is named at a token, articles skipped.
    fn state_at(&self, at: usize) -> Option<&Chunk> {
        let is_article = |at: &usize| self.tokens.get(*at).is_some_and(|word| self.patterns.determiners.holds(word));
        let at = at + (at..).take_while(is_article).count();
        let at = self.patterns.before_country.longest_at(self.sight, at).unwrap_or(at);
        // "Thanked X for **Peru's** help": of something that is the state's nobody acts for it.
        let is_state = |chunk: &&Chunk| chunk.kind == ChunkKind::Country && chunk.ending.case.is_none();
        self.chunks.iter().filter(is_state).find(|chunk| chunk.tokens.start == at)
    }

    /// Those who act for a state that is named up to `end`, behind a mark before which some tokens belong to it.
    fn actors_of(&self, before: Range<usize>, end: usize) -> impl Iterator<Item = &Named<'v>> {
        let next = |at: usize| self.tokens.get(at);
        let has_doer = next(end).is_some_and(|word| self.patterns.doer_marks.holds(word));
        let has_comma = next(end).is_some_and(|token| token.text == ",");
        let found = if has_doer { None } else { self.actors_before(before) };
        let found = found.or_else(|| if has_doer || has_comma { self.actors_at(end + 1) } else { None });
        self.people[found.unwrap_or_default()].iter()
    }

    /// The list that ends right before a mark.
    fn actors_before(&self, before: Range<usize>) -> Option<Range<usize>> {
        let start = |at: usize| self.tokens.get(at).map_or(usize::MAX, |token| token.span.start);
        let last = self.people.iter().rposition(|named| named.actor.span.end <= start(before.end))?;
        let Named { end, group, .. } = self.people[last];
        let gap = || self.tokens[..before.end].iter().rev().take_while(|token| token.span.start >= end);
        let is_listed = |named: &&Named<'_>| named.group == group && named.actor.span.start >= start(before.start);
        let count = self.people[..=last].iter().rev().take_while(is_listed).count();
        (gap().count() <= BETWEEN && !gap().any(|token| self.patterns.joins(token)))
            .then_some(last + 1 - count..last + 1)
    }

    /// The list that begins at a token, articles and titles skipped, and what marks the doer ("por Angola, **pelo** ministro X").
    fn actors_at(&self, at: usize) -> Option<Range<usize>> {
        let start = self.tokens.get(at)?.span.start;
        let first = self.people.iter().position(|named| named.actor.span.end > start)?;
        let Named { actor, group, .. } = self.people[first];
        let is_light = |token: &Token<'_>| {
            self.patterns.determiners.holds(token)
                || self.patterns.before_name.holds(token)
                || self.patterns.behalf_words.holds(token)
        };
        let mut gap = self.tokens[at..].iter().take_while(|token| token.span.start < actor.span.start);
        let count = self.people[first..].iter().take_while(|named| named.group == group).count();
        gap.all(is_light).then_some(first..first + count)
    }

    /// Those by whom states, or the capitals that stand for them, are represented; behind the first one the verb may be left out.
    /// Contractions of one adposition begin alike.
    fn represented(&self) -> Vec<(usize, ConceptId)> {
        let phrase = |at: usize| self.patterns.represented.longest_at(self.sight, at);
        let Some(first) = (0..self.tokens.len()).find_map(phrase) else { return Vec::new() };
        let initial = |at: usize| self.tokens.get(at)?.word.chars().next();
        let mut found = Vec::new();
        for chunk in self.chunks {
            let capital = || self.states.land_of(chunk.concept_of("place")?);
            let Some(state) = chunk.concept_of("country").or_else(capital) else { continue };
            let at = chunk.tokens.end;
            let again = || (first < at && initial(first - 1) == initial(at)).then_some(at + 1);
            let people = phrase(at).or_else(again).and_then(|end| self.actors_at(end)).unwrap_or_default();
            found.extend(self.people[people].iter().map(|named| (named.person, state.clone())));
        }
        found
    }
}
