//! What was spoken of in words that no topic of the lexicon means: "discussed **the reopening of the rail link**".
//!
//! Knows where the objects of a talk stand and where each of them ends; nothing is read in them.

use std::ops::Range;

use attache_schema::Span;

use crate::chunk::ChunkKind;
use crate::events::View;
use crate::frames::FoundFrame;
use crate::groups::Member;
use crate::patterns::{Adposition, Patterns};
use crate::token::{Shape, Token};

/// The fewest and the most tokens of a phrase: one word alone says little, and what is longer is rather a clause.
const SHORTEST: usize = 2;
const LONGEST: usize = 12;
/// How many letters make a word that may be the heart of a phrase.
const HEART: usize = 4;

/// The phrases beside a trigger that overlap no topic, in the order of the text. `clause_end` is where the words of
/// its clause end, `known` are the spans of what else the event holds.
pub(crate) fn unlisted_topics(
    patterns: &Patterns,
    view: View<'_>,
    trigger: &Range<usize>,
    clause_end: usize,
    known: &[Span],
) -> Vec<Span> {
    let window = match patterns.adposition {
        Adposition::Pre => trigger.end..limit_behind(patterns, view, trigger.end..clause_end),
        Adposition::Post => limit_before(patterns, view, trigger)..trigger.start,
    };
    let span = |tokens: &Range<usize>| view.tokens[tokens.start].span.to(view.tokens[tokens.end - 1].span);
    let has_topic = |phrase: &Range<usize>| {
        let span = span(phrase);
        view.topics.iter().any(|hit| !hit.concepts.is_empty() && hit.span.overlaps(span))
    };
    let is_unlisted = |phrase: &Range<usize>| {
        let span = span(phrase);
        let has_person = view.groups.iter().any(|group| {
            let names_person = |member: &Member| member.name.is_some() || member.role.is_some();
            group.span.overlaps(span) && group.members.iter().any(names_person)
        });
        let is_heart = |token: &Token<'_>| {
            token.shape == Shape::Lower
                && token.text.chars().count() >= HEART
                && !patterns.governors.holds(token)
                && !patterns.openers.holds(token)
        };
        let is_said = view.tokens[phrase.clone()].iter().any(is_heart);
        let is_phrase = (SHORTEST..=LONGEST).contains(&phrase.len());
        is_phrase && !has_topic(phrase) && !has_person && is_said && known.iter().all(|known| !known.overlaps(span))
    };
    cut(patterns, view.tokens, window, &has_topic).iter().filter(|phrase| is_unlisted(phrase)).map(span).collect()
}

/// A list in its members. One of a single word that is no topic is rather an adjective of the next ("the **legal** and
/// technical lessons"): it joins it.
fn cut(
    patterns: &Patterns,
    tokens: &[Token<'_>],
    window: Range<usize>,
    has_topic: &dyn Fn(&Range<usize>) -> bool,
) -> Vec<Range<usize>> {
    let mut phrases: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    let joints = window.clone().filter(|at| parts(patterns, tokens, *at)).chain(std::iter::once(window.end));
    let mut start = window.start;
    for joint in joints {
        let from = std::mem::replace(&mut start, joint + 1);
        let Some(phrase) = trim(patterns, tokens, from..joint) else { continue };
        let is_single = phrase.len() < SHORTEST && !has_topic(&phrase);
        match phrases.last_mut().filter(|_| is_open) {
            Some(last) => last.end = phrase.end,
            None => phrases.push(phrase),
        }
        is_open = is_single;
    }
    phrases
}

/// Whether a token parts two things that were spoken of; "and" between two names joins them ("between Baku **and** Lisbon").
fn parts(patterns: &Patterns, tokens: &[Token<'_>], at: usize) -> bool {
    let is_capital = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.shape == Shape::Capital);
    let is_inside = is_capital(at.checked_sub(1)) && is_capital(Some(at + 1));
    patterns.joins(&tokens[at]) && !is_inside
}

/// Articles, adpositions and marks at the ends are no part of a phrase.
fn trim(patterns: &Patterns, tokens: &[Token<'_>], mut phrase: Range<usize>) -> Option<Range<usize>> {
    let is_small = |token: &Token<'_>| patterns.is_small(token) || patterns.joins(token) || token.shape == Shape::Mark;
    while phrase.start < phrase.end && is_small(&tokens[phrase.start]) {
        phrase.start += 1;
    }
    while phrase.start < phrase.end && is_small(&tokens[phrase.end - 1]) {
        phrase.end -= 1;
    }
    (!phrase.is_empty()).then_some(phrase)
}

/// Where the objects behind a verb end: at another clause, another verb, a frame, a day.
fn limit_behind(patterns: &Patterns, view: View<'_>, mut clause: Range<usize>) -> usize {
    let ends = |at: &usize| {
        let token = &view.tokens[*at];
        // The stop of "U.S." ends nothing.
        let is_inner = token.text == "." && *at + 1 < view.tokens.len();
        (token.closes_clause() && token.text != "," && !is_inner)
            || token.is_quote()
            || token.text == "("
            || patterns.opens_clause(token)
            || !view.triggers.at(*at).is_empty()
            || circumstances(view).any(|span| span.start == token.span.start)
    };
    let end = clause.end;
    clause.find(ends).unwrap_or(end)
}

/// Where the objects before a verb begin: behind whatever else stands there.
fn limit_before(patterns: &Patterns, view: View<'_>, trigger: &Range<usize>) -> usize {
    let to = view.tokens[trigger.start].span.start;
    let token_behind = |end: usize| view.tokens.partition_point(|token| token.span.start < end);
    let people = view.groups.iter().map(|group| group.span.end);
    let circumstances = circumstances(view).map(|span| span.end);
    let verbs = view.triggers.within(0..trigger.start).iter().map(|verb| view.tokens[verb.tokens.end - 1].span.end);
    let marks = view.tokens[..trigger.start].iter().filter(|token| {
        (token.closes_clause() && token.text != ",") || token.is_quote() || patterns.conjunctions.holds(token)
    });
    let ends = people.chain(circumstances).chain(verbs).chain(marks.map(|token| token.span.end));
    ends.filter(|end| *end <= to).max().map_or(0, token_behind)
}

/// Where days and frames stand.
fn circumstances(view: View<'_>) -> impl Iterator<Item = Span> {
    let days = view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Date).map(|chunk| chunk.span);
    let frames = view.frames.iter().map(|frame| match frame {
        FoundFrame::Read(frame) => frame.span,
        FoundFrame::Seen(span) => *span,
    });
    days.chain(frames)
}
