//! Verbs that tell of nothing done: negated, conditional, cancelled, habitual.

use std::ops::Range;

use crate::patterns::Patterns;
use crate::token::{Shape, Token, clause_start};

use super::{NEGATION, View};

/// How far behind a trigger stands what undoes it.
const CANCEL: usize = 12;
/// The most words by which somebody is called who is to do something.
const OTHER: usize = 10;
/// How far before a trigger the word stands that makes an infinitive of its verb ("**to** remain committed").
const INFINITIVE: usize = 3;

pub(super) fn is_negated(patterns: &Patterns, view: View<'_>, trigger: &Range<usize>) -> bool {
    let tokens = view.tokens;
    // "Should be finalised **and** signed by May": what is said of the first of two verbs is said of both.
    let joins = |at: &usize| patterns.and.holds(&tokens[*at]);
    let verb = trigger.start.checked_sub(1).filter(joins).unwrap_or(trigger.start);
    let near = &tokens[verb.saturating_sub(NEGATION)..trigger.start];
    let head = clause_start(tokens, trigger.start);
    let behind = trigger.end..tokens.len().min(trigger.end + CANCEL);
    near.iter().any(|token| patterns.negation.holds(token))
        || is_adjective(patterns, tokens, trigger)
        || is_attribute(patterns, tokens, trigger)
        || is_errand(patterns, view, trigger, head)
        || is_bidden(patterns, view, trigger, head)
        || tokens.get(head).is_some_and(|token| patterns.conditions.holds(token))
        || behind
            .take_while(|at| !tokens[*at].closes_clause())
            .any(|at| patterns.cancels.longest_at(view.sight, at).is_some())
}

/// "He would ask his ministers **to hold** a meeting": what somebody else is to do the subject does not.
fn is_errand(patterns: &Patterns, view: View<'_>, trigger: &Range<usize>, clause: usize) -> bool {
    let ends_here = |at: usize| {
        let mut ends = patterns.errands.ends_at(view.sight, at);
        ends.any(|end| end == trigger.start || end == trigger.start + 1)
    };
    (clause..trigger.start).any(ends_here)
}

/// "Peru expects **the new government to sign**": what one wishes of another is not done, and not by the one.
///
/// Between the verb and the infinitive stands the other, no adposition and no clause: who "is expected to sign" is to do it himself.
fn is_bidden(patterns: &Patterns, view: View<'_>, trigger: &Range<usize>, clause: usize) -> bool {
    let tokens = view.tokens;
    let opens = |at: &usize| tokens.get(*at).is_some_and(|word| patterns.purposes.holds(word));
    let Some(infinitive) = (trigger.start.saturating_sub(INFINITIVE)..=trigger.start).rev().find(opens) else {
        return false;
    };
    let breaks = |token: &Token<'_>| {
        patterns.purposes.holds(token) || patterns.conjunctions.holds(token) || patterns.relatives.holds(token)
    };
    let is_other = |other: Range<usize>| {
        (1..=OTHER).contains(&other.len())
            && !patterns.governors.holds(&tokens[other.start])
            && !patterns.joins(&tokens[other.start])
            && !tokens[other].iter().any(breaks)
    };
    let bids = |at: usize| {
        patterns.bids.longest_at(view.sight, at).is_some_and(|end| end < infinitive && is_other(end..infinitive))
    };
    (clause..infinitive).any(bids)
}

/// "Over **the disputed** border": a single word between an article and a noun is no verb.
fn is_adjective(patterns: &Patterns, tokens: &[Token<'_>], trigger: &Range<usize>) -> bool {
    let is_article = |token: &Token<'_>| patterns.determiners.holds(token) && !patterns.counts.holds(token);
    patterns.takes_participles_before_nouns()
        && trigger.len() == 1
        && trigger.start.checked_sub(1).is_some_and(|before| is_article(&tokens[before]))
        && tokens.get(trigger.end).is_some_and(|token| patterns.is_plain(token))
}

/// "Sammitdə **iştirak edəcək** heyətlə görüşüb": a verb that describes the noun behind it tells of whom another verb speaks.
fn is_attribute(patterns: &Patterns, tokens: &[Token<'_>], trigger: &Range<usize>) -> bool {
    let is_noun = |token: &Token<'_>| {
        token.is_word()
            && !patterns.and.holds(token)
            && !patterns.conjunctions.holds(token)
            && !patterns.contrasts.holds(token)
            && !patterns.quotatives.holds(token)
    };
    let behind = tokens.get(trigger.end..).unwrap_or_default();
    patterns.may_describe(&tokens[trigger.end - 1])
        && behind.first().is_some_and(is_noun)
        && behind.iter().skip(1).any(|token| token.shape == Shape::Lower)
}

/// "The minister, **who chairs** the committee": what somebody is said to do always is no act of the day.
pub(super) fn is_habit(patterns: &Patterns, tokens: &[Token<'_>], trigger: &Range<usize>) -> bool {
    let is_habit = |token: &Token<'_>| patterns.tells_habit(token);
    let verb = trigger.start;
    if !is_habit(&tokens[verb]) {
        return false;
    }
    // "Who chairs the committee **and supports** the reform"
    let clause = clause_start(tokens, verb);
    let is_relative = |at: &usize| patterns.relatives.holds(&tokens[*at]) && !patterns.conjunctions.holds(&tokens[*at]);
    let Some(relative) = (clause..verb).rev().find(is_relative) else { return false };
    let first = (relative + 1..verb).find(|at| is_habit(&tokens[*at])).unwrap_or(verb);
    let is_joined = first == verb || patterns.and.holds(&tokens[verb - 1]);
    let is_closed = tokens[first..verb].iter().any(|token| token.text == ",");
    first - relative <= NEGATION && is_joined && !is_closed
}
