//! What a sentence tells beside its verb: who was there, when it takes up the main event, and what may interrupt a phrase.

use std::ops::Range;

use attache_schema::{Actor, When};

use crate::chunk::{Chunk, ChunkKind};
use crate::dateline::is_dash_or_slash;
use crate::groups::{Group, Member};
use crate::patterns::{Adposition, Patterns};
use crate::phrase::{Phrases, Sight};
use crate::token::{Shape, Token};
use crate::triggers::Triggers;
use crate::words::Words;

/// Where phrases stand that mark who else was there.
pub(crate) fn marks_in(phrases: &Phrases, tokens: &[Token<'_>], sight: Sight<'_>) -> Vec<Range<usize>> {
    (0..tokens.len()).filter_map(|at| phrases.longest_at(sight, at).map(|end| at..end)).collect()
}

/// Who stands beside marks of presence: behind them ("in the presence of X") or, where nouns are marked behind, before them
/// ("X-in iştirakı ilə").
pub(crate) fn present<'v>(
    patterns: &'v Patterns,
    marks: impl Iterator<Item = Range<usize>>,
    tokens: &'v [Token<'_>],
    (groups, triggers): (&'v [Group], &'v Triggers),
    actors: &'v [Vec<Actor>],
) -> impl Iterator<Item = &'v Actor> {
    let is_light = |at: usize| {
        let token = &tokens[at];
        patterns.determiners.holds(token) || patterns.before_name.holds(token) || opens_list(token)
    };
    let beside = move |mark: Range<usize>| match patterns.adposition {
        Adposition::Pre => groups
            .iter()
            .position(|group| group.tokens.end > mark.end && group.tokens.start > mark.start)
            .filter(|group| (mark.end..groups[*group].tokens.start.max(mark.end)).all(is_light)),
        Adposition::Post => groups.iter().rposition(|group| group.tokens.end == mark.start),
    };
    // Those listed behind the first one are there too ("They are A, ambassador of X; B, ambassador of Y").
    let listed = move |first: usize| {
        let people = |group: &usize| actors[*group].iter().all(|actor| actor.person.is_some());
        let mark = patterns.word_before(tokens, groups[first].tokens.start);
        // "Accompanied **by** X, **by** Y and **by** Z": contractions of one adposition begin alike.
        let initial = move |at: usize| tokens[at].word.chars().next();
        let is_again = move |at: usize| {
            patterns.governors.holds(&tokens[at]) && mark.is_some_and(|mark| initial(mark) == initial(at))
        };
        let are_listed = move |group: usize, next: usize| {
            let gap = groups[group].tokens.end..groups[next].tokens.start;
            gap.start <= gap.end && gap.into_iter().all(|at| is_joint(patterns, &tokens[at]) || is_again(at))
        };
        // Where the mark stands behind, those before the last one ("A, B və C iştirak edib").
        let from = match patterns.adposition {
            Adposition::Pre => first,
            Adposition::Post => {
                let is_before = |at: &usize| are_listed(*at, *at + 1) && people(at);
                (0..first).rev().take_while(is_before).last().unwrap_or(first)
            }
        };
        let beside = (first + 1..groups.len()).take_while(|at| are_listed(*at - 1, *at)).last().unwrap_or(first);
        let last = last_listed(patterns, (tokens, triggers), groups, first).max(beside);
        (from..last + 1).filter(people)
    };
    marks.filter_map(beside).flat_map(listed).flat_map(|group| &actors[group])
}

/// The last of a list of officials among whom others stand of whom only the sort is told: "X, **some guests of the embassy** and the adviser,
/// Y". No verb, clause or circumstance stands between them.
fn last_listed(
    patterns: &Patterns,
    (tokens, triggers): (&[Token<'_>], &Triggers),
    groups: &[Group],
    first: usize,
) -> usize {
    let is_official = |member: &Member| member.name.is_some() && (member.role.is_some() || member.is_titled);
    let joins = |at: usize| tokens.get(at).is_some_and(|token| patterns.joins(token));
    let opens_clause = |token: &Token<'_>| {
        patterns.opens_clause(token)
            || (patterns.governors.holds(token) && !patterns.complements.holds(token))
            || token.is_quote()
    };
    let goes_on = |next: &usize| {
        let gap = groups[*next - 1].tokens.end..groups[*next].tokens.start;
        gap.start > 0
            && (joins(gap.start) || joins(gap.start - 1))
            && triggers.within(gap.clone()).is_empty()
            && !tokens.get(gap).is_some_and(|gap| gap.iter().any(opens_clause))
    };
    let listed = (first + 1..groups.len()).take_while(goes_on);
    listed.filter(|at| groups[*at].members.iter().all(is_official)).last().unwrap_or(first)
}

/// Those who are listed in a sentence that names whom the one before told of ("**They are** A, ambassador of X; B, …"), or in an item
/// of a list, whose mark has so many tokens ("• The ambassador of Peru, X;").
pub(crate) fn listed<'v>(
    patterns: &'v Patterns,
    (tokens, sight): (&'v [Token<'v>], Sight<'v>),
    groups: &'v [Group],
    actors: &'v [Vec<Actor>],
    item: Option<usize>,
) -> Vec<&'v Actor> {
    let head = patterns.lists.longest_at(sight, 0).or(item);
    let Some(head) = head else { return Vec::new() };
    let are_people = |at: &usize| actors[*at].iter().all(|actor| actor.person.is_some());
    let is_light = |token: &Token<'_>| is_joint(patterns, token) || patterns.governors.holds(token);
    let head = head + usize::from(tokens.get(head).is_some_and(opens_list));
    let mut end = head;
    let mut listed = Vec::new();
    // A group without people, or a word that parts no list, closes it; what was listed in one group is whole.
    for at in (0..groups.len()).filter(|at| groups[*at].tokens.start + 1 >= head) {
        let gap = tokens.get(end.min(groups[at].tokens.start)..groups[at].tokens.start).unwrap_or_default();
        if !are_people(&at) || !gap.iter().all(is_light) {
            break;
        }
        end = groups[at].tokens.end;
        listed.extend(&actors[at]);
    }
    listed
}

/// "Those present were**:** X and Y": a mark behind which a list begins.
fn opens_list(token: &Token<'_>) -> bool {
    token.text == ":" || is_dash_or_slash(token)
}

/// What parts the members of a list, and the small words before them.
fn is_joint(patterns: &Patterns, token: &Token<'_>) -> bool {
    matches!(token.text, "," | ";" | "(" | ")")
        || patterns.and.holds(token)
        || patterns.determiners.holds(token)
        || patterns.before_name.holds(token)
}

/// For each token whether it only says when or where, with the commas and brackets around: what may stand between the words of
/// any phrase ("efetuou **hoje, em Lima,** uma visita"). `days` are those of which only the day of publication would tell which they are.
pub(crate) fn passable(
    patterns: &Patterns,
    tokens: &[Token<'_>],
    chunks: &[Chunk],
    days: impl Iterator<Item = Range<usize>>,
) -> Vec<bool> {
    let mut passable = vec![false; tokens.len()];
    days.for_each(|day| passable[day].fill(true));
    let place_case = patterns.place.case.as_deref();
    for chunk in chunks {
        let before = patterns.word_before(tokens, chunk.tokens.start);
        let governed = |words: &Words| before.filter(|at| words.holds(&tokens[*at]));
        let start = match chunk.kind {
            ChunkKind::Date => governed(&patterns.governors).or(Some(chunk.tokens.start)),
            ChunkKind::Place | ChunkKind::Country if place_case.is_some() => {
                (chunk.ending.case.as_deref() == place_case).then_some(chunk.tokens.start)
            }
            ChunkKind::Place | ChunkKind::Country => governed(&patterns.place.words),
            _ => None,
        };
        if let Some(start) = start {
            passable[start..chunk.tokens.end].fill(true);
        }
    }
    let is_mark = |at: usize| matches!(tokens[at].text, "," | "(" | ")");
    for at in 0..tokens.len() {
        let beside = (at > 0 && passable[at - 1]) || passable.get(at + 1).is_some_and(|next| *next);
        passable[at] = passable[at] || (is_mark(at) && beside);
    }
    mark_quoted_words(tokens, &mut passable);
    passable
}

/// How many words a quotation has at most that is a part of its sentence ("are “**deeply concerned**” about").
const QUOTED_WORDS: usize = 4;

/// Quotation marks around a few words within a clause, or that open in its midst, part nothing: "are “highly alarmed by the attack”".
fn mark_quoted_words(tokens: &[Token<'_>], passable: &mut [bool]) {
    let is_small = |at: usize| tokens.get(at).is_some_and(|token| token.shape == Shape::Lower);
    let mut is_open = false;
    for at in 1..tokens.len() {
        if !tokens[at].is_quote() {
            continue;
        }
        is_open = !is_open;
        if !is_open || !is_small(at - 1) || !is_small(at + 1) {
            continue;
        }
        passable[at] = true;
        let close = (at + 2..(at + 2 + QUOTED_WORDS).min(tokens.len())).find(|close| tokens[*close].is_quote());
        if let Some(close) = close.filter(|close| is_small(close + 1)) {
            passable[close] = true;
        }
    }
}

/// The day of the main event in a sentence that takes it up ("The agreement was signed **on Monday**"): the only one up to its verb
/// and right behind it. `resumes` are the phrases with which one does.
pub(crate) fn resumed_day(
    resumes: &Phrases,
    patterns: &Patterns,
    (tokens, sight): (&[Token<'_>], Sight<'_>),
    chunks: &[Chunk],
) -> Option<When> {
    let verb = resumes.longest_at(sight, 0)?;
    // "The meeting took place **in Tallinn** on Monday"
    let is_place = |at: usize| {
        let mut places = chunks.iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Place | ChunkKind::Country));
        places.any(|chunk| chunk.tokens.contains(&at))
    };
    let is_light = |at: usize| patterns.is_small(&tokens[at]) || is_place(at);
    let is_near = |at: usize| at < verb || (verb..at).all(is_light);
    let mut days = chunks.iter().filter_map(|chunk| Some((chunk, chunk.date.as_ref()?)));
    let (chunk, date) = days.next().filter(|(chunk, _)| is_near(chunk.tokens.start))?;
    let is_only = days.all(|(other, _)| !is_near(other.tokens.start));
    is_only.then_some(When { start: date.start, end: date.end, span: chunk.span })
}
