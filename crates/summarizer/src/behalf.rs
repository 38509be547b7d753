//! For whom people act: "signed **on behalf of Peru** by X", "X signed **for Peru** and Y **for Ghana**", "Peru was **represented by** X
//! and Ghana **by** Y".

use attache_schema::{Actor, ConceptId, Event};

use crate::chunk::{Chunk, ChunkKind};
use crate::events::takes_part;
use crate::groups::Group;
use crate::patterns::Patterns;
use crate::phrase::Sight;
use crate::token::Token;

/// The most words between somebody and the words that say for whom he acts ("X **has signed it** for Peru").
const BETWEEN: usize = 3;

/// A sentence, and those who are named in it.
pub(crate) struct Behalf<'v> {
    patterns: &'v Patterns,
    tokens: &'v [Token<'v>],
    sight: Sight<'v>,
    chunks: &'v [Chunk],
    /// With the byte where what is told of each of them ends.
    people: Vec<(&'v Actor, usize)>,
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
        (tokens, sight, chunks): (&'v [Token<'v>], Sight<'v>, &'v [Chunk]),
        (groups, actors): (&'v [Group], &'v [Vec<Actor>]),
    ) -> Self {
        let told = groups.iter().zip(actors).flat_map(|(group, actors)| {
            let end = group.tokens.end.checked_sub(1).map_or(0, |last| tokens[last].span.end);
            let last = actors.len().saturating_sub(1);
            actors.iter().enumerate().map(move |(at, actor)| (actor, if at == last { end } else { actor.span.end }))
        });
        Self { patterns, tokens, sight, chunks, people: told.filter(|(actor, _)| actor.person.is_some()).collect() }
    }

    /// Those who act for a state. `signs` says that something is signed in the sentence: then "for Peru" alone is enough.
    pub(crate) fn find(&self, signs: bool) -> Vec<(usize, ConceptId)> {
        let phrase = |at: usize| self.patterns.behalf.longest_at(self.sight, at);
        let is_told = signs || (0..self.tokens.len()).any(|at| phrase(at).is_some());
        let word = |at: usize| (is_told && self.patterns.behalf_words.holds(&self.tokens[at])).then_some(at + 1);
        let marks = (0..self.tokens.len()).filter_map(|at| Some((at, phrase(at).or_else(|| word(at))?)));
        let acting = marks.filter_map(|(start, end)| {
            let state = self.state_at(end)?;
            Some((self.actor_of(start, state.tokens.end)?, state.concept_of("country")?.clone()))
        });
        acting.chain(self.represented()).collect()
    }

    /// Those who are named in the sentence and found to act for a state.
    pub(crate) fn those_in<'a>(&'a self, acting: &'a [(usize, ConceptId)]) -> impl Iterator<Item = &'a Actor> {
        let acts = |actor: &Actor| acting.iter().any(|(person, _)| actor.person == Some(*person));
        self.people.iter().map(|(actor, _)| *actor).filter(move |actor| acts(actor))
    }

    /// The state that is named at a token, articles skipped.
    fn state_at(&self, at: usize) -> Option<&Chunk> {
        let is_article = |at: &usize| self.tokens.get(*at).is_some_and(|word| self.patterns.determiners.holds(word));
        let at = at + (at..).take_while(is_article).count();
        let at = self.patterns.before_country.longest_at(self.sight, at).unwrap_or(at);
        self.chunks.iter().find(|chunk| chunk.kind == ChunkKind::Country && chunk.tokens.start == at)
    }

    /// Who acts for a state that is named up to `end` behind a mark at `start`.
    fn actor_of(&self, start: usize, end: usize) -> Option<usize> {
        let has_doer = self.tokens.get(end).is_some_and(|word| self.patterns.doer_marks.holds(word));
        if has_doer {
            self.actor_at(end + 1)
        } else {
            self.actor_before(start).or_else(|| self.actor_behind_comma(end))
        }
    }

    fn actor_before(&self, at: usize) -> Option<usize> {
        let start = self.tokens[at].span.start;
        let (actor, end) = self.people.iter().rfind(|(actor, _)| actor.span.end <= start)?;
        let gap = || self.tokens[..at].iter().rev().take_while(|token| token.span.start >= *end);
        (gap().count() <= BETWEEN && !gap().any(|token| self.patterns.joins(token))).then_some(actor.person?)
    }

    fn actor_behind_comma(&self, at: usize) -> Option<usize> {
        let is_comma = self.tokens.get(at).is_some_and(|token| token.text == ",");
        if is_comma { self.actor_at(at + 1) } else { None }
    }

    /// Who is named at a token, articles and titles skipped, and what marks the doer ("por Angola, **pelo** ministro X").
    fn actor_at(&self, at: usize) -> Option<usize> {
        let start = self.tokens.get(at)?.span.start;
        let (actor, _) = self.people.iter().find(|(actor, _)| actor.span.end > start)?;
        let is_light = |token: &Token<'_>| {
            self.patterns.determiners.holds(token)
                || self.patterns.before_name.holds(token)
                || self.patterns.behalf_words.holds(token)
        };
        let mut gap = self.tokens[at..].iter().take_while(|token| token.span.start < actor.span.start);
        gap.all(is_light).then_some(actor.person?)
    }

    /// Those by whom states are represented; behind the first one the verb may be left out. Contractions of one adposition begin alike.
    fn represented(&self) -> impl Iterator<Item = (usize, ConceptId)> {
        let phrase = |at: usize| self.patterns.represented.longest_at(self.sight, at);
        let initial = |at: usize| self.tokens.get(at)?.word.chars().next();
        let first = (0..self.tokens.len()).find_map(phrase);
        let states = self.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Country);
        states.filter_map(move |state| {
            let at = state.tokens.end;
            let is_again = |first: usize| first < at && initial(first - 1) == initial(at);
            let again = || first.is_some_and(is_again).then_some(at + 1);
            let end = phrase(at).or_else(again)?;
            Some((self.actor_at(end)?, state.concept_of("country")?.clone()))
        })
    }
}
