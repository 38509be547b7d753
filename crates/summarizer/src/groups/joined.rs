//! Groups that stand in one list: nothing parts them but what parts the members of a list.

use crate::chunk::{Chunk, ChunkKind};
use crate::patterns::Adposition;
use crate::token::{Shape, Token};

use super::row::{REST, TAIL, is_rest};
use super::{Group, Member, Row};

/// Joins a group to the one before it if only ", and the" stands between them and they bear the same kind of name.
pub(super) fn join_or_push(row: &Row<'_>, groups: &mut Vec<Group>, group: Group) {
    if let Some(head) = groups.iter().rposition(is_titled).filter(|head| is_item(row, &groups[*head], &group)) {
        groups.truncate(head + 1);
        return groups[head].take_in(group);
    }
    if let Some(head) = list_before(row, groups, &group) {
        groups.truncate(head + 1);
        return groups[head].take_in(group);
    }
    if let Some(last) = groups.last_mut() {
        let gap = last.chunks.end;
        let closes = |chunk: &Chunk| chunk.kind == ChunkKind::Mark || row.is_and(chunk);
        let is_closed = gap > 0 && closes(&row.chunks[gap - 1]);
        let after = row.skip_joints(gap, is_closed);
        let has_joint = after > gap || is_closed;
        let joined = has_joint && (after == group.chunks.start || repeats_adposition(row, last, after, &group));
        let joined = joined && !is_circumstance(row, last, &group) && !is_citation(row, last, &group);
        // "X-in və Y-in görüşü": each of two may bear the case of both.
        let shares_case = last.ending.case.is_none()
            || (last.ending.case == group.ending.case && row.chunks[gap..after].iter().any(|chunk| row.is_and(chunk)));
        if joined && is_alike(&last.members[0], &group.members[0]) && shares_case {
            last.ending = group.ending.clone();
            return last.take_in(group);
        }
    }
    groups.push(group);
}

/// Whether a group stands for people who are told with office and name.
fn is_named(group: &Group) -> bool {
    group.members.iter().all(|member| member.name.is_some() && member.role.is_some())
}

/// As `is_named`, or by a title ("**Dr** X, adviser to …; Y, minister of …").
fn is_titled(group: &Group) -> bool {
    group.members.iter().all(|member| member.name.is_some() && (member.role.is_some() || member.is_titled))
}

/// "The ambassador of A, X, a diplomat since 1983; the ambassador of B, Y, who …": whether a person who stands right behind a
/// semicolon is the next one of a list, whose last member more is told of.
fn is_item(row: &Row<'_>, head: &Group, group: &Group) -> bool {
    let between = &row.chunks[head.chunks.end.min(group.chunks.start)..group.chunks.start];
    let text = |chunk: &Chunk| row.word_of(chunk).text;
    let Some(semicolon) = between.iter().position(|chunk| text(chunk) == ";") else { return false };
    let is_small = |chunk: &Chunk| {
        let word = row.word_of(chunk);
        row.patterns.determiners.holds(word) || row.patterns.and.holds(word)
    };
    let is_apposed = row.is_comma(head.chunks.end) || row.is_comma(head.chunks.end - 1);
    // What a verb stands behind begins a clause.
    let acts = |at: usize| row.chunks.get(at).is_some_and(|chunk| !row.triggers.at(chunk.tokens.start).is_empty());
    let is_closed = |at: usize| {
        row.chunks.get(at).is_none_or(|chunk| matches!(text(chunk), "," | ";" | "." | "(")) && !acts(at + 1)
    };
    is_named(group)
        && head.ending.case == group.ending.case
        && (is_apposed || semicolon == 0)
        && between[semicolon + 1..].iter().all(is_small)
        && (is_closed(group.chunks.end) || is_closed(group.chunks.end - 1))
}

/// "Com A e com B", "ao A e à B": the adposition of the first stands again before the second; contractions of one begin
/// alike.
fn repeats_adposition(row: &Row<'_>, last: &Group, at: usize, group: &Group) -> bool {
    let is_light = |word: &str| row.patterns.determiners.has(word);
    let Some(again) = row.word_at(at) else { return false };
    let initial = |word: &str| word.chars().next().map(|c| if c == 'à' { 'a' } else { c });
    let is_same = |word: &str| row.patterns.governors.has(word) && initial(word) == initial(again.word);
    // An article may look like an adposition: "com a ministra".
    let before = row.tokens[..last.tokens.start].iter().rev().map(|token| token.word);
    let articles = before.clone().take_while(|word| is_light(word)).count();
    let light = again.span.end < group.span.start
        && row.chunks[at + 1..group.chunks.start].iter().all(|chunk| is_light(row.word_of(chunk).word));
    light && row.patterns.governors.holds(again) && before.take(articles + 1).any(is_same)
}

/// "Minister X, **Secretary of the Port Council** Y and Z": whether an office that could not be read is all that stands before the
/// next name of a list of people: capitals and the small words between them, without a verb.
fn is_unread_office(row: &Row<'_>, at: usize, group: &Group) -> bool {
    if at >= group.chunks.start {
        return false;
    }
    let mut office = &row.chunks[at..group.chunks.start];
    // "The head of the Port Council, Y": the comma belongs to the office.
    let is_apposed = row.is_comma(group.chunks.start - 1);
    office = &office[..office.len() - usize::from(is_apposed)];
    let word = |chunk: &Chunk| row.word_of(chunk);
    let is_capital =
        |chunk: &Chunk| is_rest(chunk, row.tokens) || matches!(chunk.kind, ChunkKind::Role | ChunkKind::Document);
    let is_house = |chunk: &Chunk| chunk.kind == ChunkKind::Name && chunk.tokens.len() == 1;
    let is_part =
        |chunk: &Chunk| is_capital(chunk) || is_house(chunk) || row.is_small(chunk) || word(chunk).text == "&";
    let opens = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Role) || is_house(chunk);
    // "**Nordvik** Chairman Y": whose office it is.
    let is_office = row.chunks[group.chunks.start].kind == ChunkKind::Role;
    let closes = |chunk: &Chunk| (is_capital(chunk) && !row.is_small(chunk)) || (is_office && is_house(chunk));
    let tokens = row.chunks[at].tokens.start..group.tokens.start;
    office.len() <= REST
        && office.first().is_some_and(|chunk| opens(chunk) && !row.is_small(chunk))
        && office.last().is_some_and(closes)
        && office.iter().all(is_part)
        && row.triggers.within(tokens).is_empty()
}

/// The list of people before that goes on with another; what stands between names bodies and places at most.
fn list_before(row: &Row<'_>, groups: &[Group], group: &Group) -> Option<usize> {
    let is_aside = |group: &Group| group.members.iter().all(|member| member.role.is_none());
    let asides = groups.iter().rev().take(ASIDES).take_while(|group| is_aside(group)).count();
    (groups.len().saturating_sub(asides + 1)..groups.len()).rev().find(|at| {
        groups[*at].members.iter().all(|member| member.name.is_some()) && goes_on_with(row, &groups[*at], group)
    })
}

/// The most noun phrases in a remark between two of a list.
const ASIDES: usize = 2;

/// Whether a list of people goes on with another, although words stand between them that could not be read: where somebody is from
/// ("X **of Nordvik** and Y"), what he is ("X, **a retired judge**, and Y") or which office the next one has.
fn goes_on_with(row: &Row<'_>, last: &Group, group: &Group) -> bool {
    let are_people = |group: &Group| group.members.iter().all(|member| member.name.is_some());
    if row.patterns.adposition != Adposition::Pre || !are_people(last) || !are_people(group) {
        return false;
    }
    let ends = [Some(last.chunks.end), affiliation_end(row, last.chunks.end), apposition_end(row, last)];
    ends.into_iter().flatten().any(|end| {
        let is_closed = end > 0 && (row.chunks[end - 1].kind == ChunkKind::Mark || row.is_and(&row.chunks[end - 1]));
        let at = row.skip_joints(end, is_closed);
        let has_and = row.chunks[end..at.max(end)].iter().any(|chunk| row.is_and(chunk));
        // "Met X, a retired judge, **Y said**": who acts behind a comma alone is in no list.
        let acts = || !row.triggers.within(group.tokens.end..group.tokens.end + 1).is_empty();
        let is_next = at == group.chunks.start || is_unread_office(row, at, group);
        // "Met X of Nordvik, **and Y** flew home": a list of two has no comma.
        let is_pair =
            last.members.len() == 1 && row.is_comma(end) && end > last.chunks.end && !row.is_comma(last.chunks.end);
        let opens_clause = || is_pair && !acts() && row.has_word_at(group.tokens.end);
        (at > end || is_closed)
            && is_next
            && !opens_clause()
            && (has_and || !acts())
            && (end > last.chunks.end || at < group.chunks.start)
    })
}

/// Where the words behind a name end that say from where somebody is, up to the joint of a list.
fn affiliation_end(row: &Row<'_>, at: usize) -> Option<usize> {
    row.chunks.get(at).filter(|chunk| row.patterns.complements.holds(row.word_of(chunk)))?;
    let window = &row.chunks[at + 1..row.chunks.len().min(at + REST)];
    let is_capital = |chunk: &Chunk| is_rest(chunk, row.tokens) || chunk.kind == ChunkKind::Name;
    let is_part = |chunk: &&Chunk| is_capital(chunk) || (row.is_small(chunk) && !row.is_and(chunk));
    let part = window.iter().take_while(is_part).collect::<Vec<_>>();
    let end = part.iter().rposition(|chunk| is_capital(chunk))?;
    Some(at + 1 + end + 1)
}

/// Where an apposition ends that no pattern reads: words without a verb between commas, behind an article or in small letters.
fn apposition_end(row: &Row<'_>, last: &Group) -> Option<usize> {
    let from = if row.is_comma(last.chunks.end) { last.chunks.end + 1 } else { last.chunks.end };
    let first = row.word_at(from).filter(|_| row.is_comma(from - 1))?;
    let is_plain = first.shape == Shape::Lower
        && !row.patterns.governors.holds(first)
        && !row.patterns.and.holds(first)
        && !row.patterns.openers.holds(first);
    let is_office = row.chunks[from].kind == ChunkKind::Role || row.patterns.before_name.holds(first);
    if !(row.patterns.determiners.holds(first) || is_plain || is_office) {
        return None;
    }
    let limit = row.chunks.len().min(from + TAIL);
    let is_clause =
        |token: &Token<'_>| row.patterns.opens_clause(token) || (token.shape == Shape::Mark && token.text != ",");
    // "The head **of Nordvik**": a name there is that of a house.
    let is_bound = |at: usize| row.is_small(&row.chunks[at]) && !row.is_and(&row.chunks[at]);
    let is_person = |at: usize| row.chunks[at].kind == ChunkKind::Name && !is_bound(at - 1);
    let is_free = |at: usize| {
        let chunk = &row.chunks[at];
        let word = row.word_of(chunk);
        row.triggers.at(chunk.tokens.start).is_empty()
            && !is_clause(word)
            && !is_person(at)
            && chunk.kind != ChunkKind::Date
    };
    // "X, **secretary, ports division,** Mr Y": the last comma before whom the list goes on with.
    let end = (from..limit).take_while(|at| is_free(*at)).filter(|at| row.is_comma(*at)).last()?;
    (end > from).then_some(end + 1)
}

/// "No Palácio Presidencial, X acreditou": a bare name behind an adposition, parted by a comma alone, is where, not who.
fn is_circumstance(row: &Row<'_>, last: &Group, group: &Group) -> bool {
    let is_bare = last.members.iter().all(|m| m.role.is_none() && m.country.is_none() && m.org.is_none());
    let between = &row.tokens[last.tokens.end..group.tokens.start];
    let is_listed = between.iter().any(|token| row.patterns.and.holds(token));
    let mut before = row.tokens[..last.tokens.start].iter().rev();
    let heavy = before.find(|token| row.patterns.governors.holds(token) || !row.patterns.determiners.holds(token));
    let governed = heavy.is_some_and(|token| row.patterns.governors.holds(token));
    // "At his meeting with A, B said": no list either, since none has its last member behind a bare comma.
    let next = |at: usize| row.tokens.get(group.tokens.end + at);
    let is_and = |at: usize| next(at).is_some_and(|token| row.patterns.and.holds(token));
    // "Após o encontro com A, X, o ministro Y, que …"
    let has_article = between.iter().any(|token| row.patterns.determiners.holds(token));
    let goes_on = is_and(0) || (next(0).is_some_and(|token| token.text == ",") && (!has_article || is_and(1)));
    // "Entregaram ao Presidente, os embaixadores de A, X, B, Y, e de C, Z": who stands in a list of their own are in no other.
    let is_list = has_article && group.members.len() > 2;
    row.patterns.adposition == Adposition::Pre && governed && !is_listed && (is_bare || !goes_on || is_list)
}

/// "The ministry, **the embassy said**, had summoned": parted by a comma and an article, with neither "and" nor another comma
/// behind it, the second is no member of a list, and neither is what opens a clause of its own.
fn is_citation(row: &Row<'_>, last: &Group, group: &Group) -> bool {
    let between = &row.tokens[last.tokens.end..group.tokens.start];
    let has_article = between.iter().any(|token| row.patterns.determiners.holds(token));
    let is_listed = between.iter().any(|token| row.patterns.and.holds(token) || token.text == ";");
    let is_bare = group.members.iter().all(|m| m.name.is_none() && m.role.is_none());
    let next = row.tokens.get(group.tokens.end);
    let goes_on = next.is_some_and(|token| row.patterns.joins(token));
    let is_cited = has_article && !is_listed && !goes_on;
    // "Fell in Estonia**, and Peru** condemned the attack": a list of two has no comma.
    let is_clause = is_listed && last.members.len() == 1 && between.first().is_some_and(|token| token.text == ",");
    row.patterns.adposition == Adposition::Pre && is_bare && (is_cited || is_clause)
}

/// People stand in lists with people, states with states, bodies with states and bodies.
fn is_alike(a: &Member, b: &Member) -> bool {
    let is_person = |member: &Member| member.name.is_some() || member.role.is_some();
    let is_open = |member: &Member| member.is_pronoun || member.is_sides;
    is_person(a) == is_person(b) && !is_open(a) && !is_open(b)
}
