//! Whose people they are who undergo an act and have neither names nor one office: "expelled five **Russian** diplomats".

use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event};

use crate::chunk::{Chunk, ChunkKind};
use crate::events::View;
use crate::frames::{OWNER_CASE, limit_after, limit_before};
use crate::kinds::Kinds;
use crate::patterns::{Adposition, Patterns, StaffRule};
use crate::token::{Shape, Token, clause_start};

/// How many words may stand between such people and their state.
const GAP: usize = 6;
/// How many words of a clause may stand before its last verb.
const CLAUSE: usize = 40;
/// How far before them a number may stand.
const COUNT: usize = 3;

/// Gives an act that people undergo, and nobody of whom we know, the state whose people they are, where it is told, and the manner
/// that says so.
pub(crate) fn fill_staff(
    patterns: &Patterns,
    kinds: &Kinds,
    view: View<'_>,
    trigger: &Range<usize>,
    is_other: &dyn Fn(&Actor) -> bool,
    event: &mut Event,
) {
    if patterns.staff.is_empty() || !event.targets.is_empty() {
        return;
    }
    let finder = Finder { patterns, view };
    // Where the verb comes last, all that is told of them stands between.
    let from = if patterns.is_verb_final() {
        clause_start(view.tokens, trigger.start).max(trigger.start.saturating_sub(CLAUSE))
    } else {
        limit_before(view.tokens, trigger.start)
    };
    let to = limit_after(patterns, view.tokens, trigger.end);
    let distance = |at: usize| trigger.start.saturating_sub(at).max((at + 1).saturating_sub(trigger.end));
    // Behind another verb they are its own.
    let is_near = |at: &usize| {
        let between = if *at < trigger.start { at + 1..trigger.start } else { trigger.end..(*at).max(trigger.end) };
        view.triggers.within(between).is_empty()
    };
    let staff = (from..to).filter_map(|at| Some((at, finder.staff_at(at)?)));
    let told = staff.filter(|(at, _)| is_near(at)).filter_map(|(at, rule)| {
        let manner = ConceptId::of("manner", &rule.manner);
        let states: Vec<Actor> = finder.states_of(at).into_iter().filter(is_other).collect();
        kinds.has_manner(event.kind.as_str(), &manner).then_some((at, manner, states))
    });
    if let Some((_, manner, states)) = told.min_by_key(|(at, _, states)| (states.is_empty(), distance(*at))) {
        event.targets = states;
        event.manner = Some(manner);
    }
}

struct Finder<'a> {
    patterns: &'a Patterns,
    view: View<'a>,
}

impl Finder<'_> {
    /// What a word is called for that means such people; a part of an office ("top **diplomat**") does not.
    fn staff_at(&self, at: usize) -> Option<&StaffRule> {
        let token = &self.view.tokens[at];
        let mut rules = self.patterns.staff.iter().filter(|rule| rule.words.holds(token)).peekable();
        rules.peek()?;
        let is_office = |chunk: &Chunk| chunk.kind == ChunkKind::Role && chunk.tokens.contains(&at);
        if self.view.chunks.iter().any(is_office) {
            return None;
        }
        rules.find(|rule| !rule.counted || self.is_counted(at))
    }

    fn is_counted(&self, at: usize) -> bool {
        let is_number = |token: &Token<'_>| {
            token.leading_number().is_some_and(|number| number > 1) || self.patterns.counts.holds(token)
        };
        self.view.tokens[at.saturating_sub(COUNT)..at].iter().any(is_number)
    }

    /// The states beside the word, with those listed with them ("Russian and Belarusian diplomats").
    fn states_of(&self, at: usize) -> Vec<Actor> {
        let first = self.state_before(at).or_else(|| self.state_after(at));
        let Some(first) = first else { return Vec::new() };
        let is_before = first.tokens.end <= at;
        let mut states = vec![first];
        let mut last = first;
        while let Some(next) = self.listed(last, is_before, states.len() > 1) {
            states.push(next);
            last = next;
        }
        if is_before {
            states.reverse();
        }
        let actor = |chunk: &Chunk| {
            let country = chunk.concept_of("country").cloned();
            Actor { country, ..Actor::nobody(chunk.span) }
        };
        states.into_iter().map(actor).collect()
    }

    fn listed(&self, last: &Chunk, is_before: bool, is_list: bool) -> Option<&Chunk> {
        let joins = |at: usize| self.view.tokens.get(at).is_some_and(|token| self.patterns.joins(token));
        if is_before {
            let joint = last.tokens.start.checked_sub(1).filter(|at| joins(*at))?;
            // Behind a comma stands a list only where "and" follows; "Estonia, Russian diplomats" is none.
            let is_list = is_list || self.patterns.and.holds(&self.view.tokens[joint]);
            return self.chunk(|chunk| chunk.kind == last.kind && chunk.tokens.end == joint).filter(|_| is_list);
        }
        let joint = last.tokens.end;
        self.chunk(|chunk| chunk.kind == last.kind && joins(joint) && chunk.tokens.start == joint + 1)
    }

    fn chunk(&self, is_it: impl Fn(&Chunk) -> bool) -> Option<&Chunk> {
        let is_state = |chunk: &&Chunk| {
            matches!(chunk.kind, ChunkKind::Demonym | ChunkKind::Country) && chunk.concept_of("country").is_some()
        };
        self.view.chunks.iter().filter(is_state).find(|chunk| is_it(chunk))
    }

    /// "**Russian** embassy staff", "**Latvia's** three diplomats".
    fn state_before(&self, at: usize) -> Option<&Chunk> {
        let mut start = at;
        while at - start <= GAP {
            if let Some(chunk) = self.chunk(|chunk| chunk.tokens.end == start) {
                return self.owns(chunk, start..at).then_some(chunk);
            }
            start = start.checked_sub(1).filter(|before| self.is_filler(*before))?;
        }
        None
    }

    /// Whether a state before the word is that of the people: in the form of an adjective, as an owner, or right beside.
    fn owns(&self, chunk: &Chunk, between: Range<usize>) -> bool {
        let is_free = chunk.ending.case.is_none();
        let governed = || {
            let before = self.patterns.word_before(self.view.tokens, chunk.tokens.start);
            before.is_some_and(|at| self.patterns.governors.holds(&self.view.tokens[at]))
        };
        let mut between = between;
        match (chunk.kind, self.patterns.adposition) {
            (ChunkKind::Demonym, _) => true,
            (_, Adposition::Post) => is_free || chunk.has_case(OWNER_CASE),
            (_, Adposition::Pre) => !is_free || (between.all(|at| self.is_mission(at)) && !governed()),
        }
    }

    /// "Diplomats **of Latvia**", "employees at the **Russian** embassy"; adjectives that stand behind their noun.
    fn state_after(&self, at: usize) -> Option<&Chunk> {
        if self.patterns.adposition == Adposition::Post {
            return None;
        }
        let tokens = self.view.tokens;
        let from = at + 1;
        for next in from..tokens.len().min(from + GAP) {
            if let Some(chunk) = self.chunk(|chunk| chunk.tokens.start == next) {
                let governor = (from..next).rev().find(|at| self.patterns.governors.holds(&tokens[*at]));
                let is_of = governor.is_some_and(|at| self.patterns.complements.holds(&tokens[at]));
                let is_mission = (from..next).chain([chunk.tokens.end]).any(|at| self.is_mission(at));
                let is_adjective = chunk.kind == ChunkKind::Demonym;
                let is_own = if is_adjective { governor.is_none() || is_mission } else { is_of };
                return is_own.then_some(chunk);
            }
            if !self.is_filler(next)
                && !self.patterns.determiners.holds(&tokens[next])
                && !self.patterns.governors.holds(&tokens[next])
            {
                return None;
            }
        }
        None
    }

    fn is_mission(&self, at: usize) -> bool {
        self.view.tokens.get(at).is_some_and(|token| self.patterns.missions.holds(token))
    }

    /// What may stand between such people and their state: adjectives, numbers, the mission where they work.
    fn is_filler(&self, at: usize) -> bool {
        let token = &self.view.tokens[at];
        let patterns = self.patterns;
        let is_small = patterns.governors.holds(token)
            || patterns.determiners.holds(token)
            || patterns.relatives.holds(token)
            || patterns.conjunctions.holds(token)
            || patterns.and.holds(token);
        let is_plain = token.shape == Shape::Lower || token.leading_number().is_some();
        (is_plain && !is_small && self.view.triggers.at(at).is_empty()) || self.is_mission(at)
    }
}
