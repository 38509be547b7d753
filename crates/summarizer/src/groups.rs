//! Noun phrases that stand for someone: "Azerbaijan's Foreign Minister Jeyhun Bayramov", "the foreign ministers of A and B".
//!
//! Knows how the people patterns of a language are laid over a row of chunks. Who the people are is `people.rs`'s.

mod bodies;
mod captures;
mod double;
mod joined;
mod lists;
mod posts;
mod row;
mod search;
mod shared;
mod tree;

use std::ops::Range;

use attache_grammar::Ending;
use attache_schema::{ConceptId, Gender, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::declension::may_own;
use crate::patterns::{Adposition, Pronoun};
use crate::phrase::Found;
use crate::token::Shape;
use crate::words::Words;

pub(crate) use bodies::{mark_owners, part_bodies};
pub(crate) use posts::{Verb, give_posts};
pub(crate) use row::{Item, Row};
pub(crate) use tree::PeopleTree;

use bodies::OWNER;
use double::with_first_office;
use joined::join_or_push;
use lists::{join_lists, with_unread_office};
use search::Search;
use shared::share_office;

/// One or several who stand in one noun phrase or in one list.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) chunks: Range<usize>,
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    pub(crate) members: Vec<Member>,
    /// The ending of the last word, which marks the whole group.
    pub(crate) ending: Ending,
}

impl Group {
    /// Goes on to the end of a later group, whose members are of this one.
    fn take_in(&mut self, later: Self) {
        self.tokens.end = later.tokens.end;
        self.chunks.end = later.chunks.end;
        self.span = self.span.to(later.span);
        self.members.extend(later.members);
    }
}

/// What a noun phrase says of one of those it stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Member {
    pub(crate) role: Option<ConceptId>,
    pub(crate) country: Option<ConceptId>,
    pub(crate) org: Option<ConceptId>,
    pub(crate) host: Option<ConceptId>,
    /// Where the office is held ("the mayor **of Izmir**").
    pub(crate) place: Option<ConceptId>,
    /// Index of the chunk with the name.
    pub(crate) name: Option<usize>,
    pub(crate) gender: Option<Gender>,
    /// Stands for somebody spoken of before, of the state where one is told ("the Estonian").
    pub(crate) is_pronoun: bool,
    /// The parties of the main event, whoever they are.
    pub(crate) is_sides: bool,
    /// Their states.
    pub(crate) is_states: bool,
    /// The palace for which a body is called ("Itamaraty").
    pub(crate) seat: Option<ConceptId>,
    /// The capital that stands for its state.
    pub(crate) capital: Option<ConceptId>,
    /// The place whose office it is ("Ankara valisi").
    pub(crate) city: Option<ConceptId>,
    pub(crate) plural: bool,
    /// An office of something that could not be read ("the president **of the club**"): without a name nobody who was named so
    /// far, and of no state where it is one that every body has ("the Azerbaijani **election commission's** chairman").
    pub(crate) open: bool,
    /// The offices that bear its name, where several do.
    pub(crate) namesakes: Vec<ConceptId>,
    /// Something stands behind the name that could not be read ("President X **of** …").
    pub(crate) is_of_unread: bool,
    /// The body that bears the name of the office, too ("MNE").
    pub(crate) namesake_body: Option<ConceptId>,
    /// The office of something before it that no lexicon has.
    pub(crate) is_owned: bool,
    /// The office is that of who serves the one named ("the adviser to **President X**"), who does nothing here.
    pub(crate) is_master: bool,
    /// The office was held before or is held for another ("the **former** president of Peru"): it is not the person's.
    pub(crate) is_former: bool,
    /// A title stands before the name ("Mr", "Cardinal"): it is a person's.
    pub(crate) is_titled: bool,
    /// The state stands between the office and the name ("the president of Peru X"): it is nobody else's in the list.
    pub(crate) is_closed: bool,
    /// The office that is given to somebody who holds another one.
    pub(crate) post: Option<Post>,
    pub(crate) span: Option<Span>,
}

/// An office that somebody is given.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) role: ConceptId,
    pub(crate) country: Option<ConceptId>,
    pub(crate) org: Option<ConceptId>,
    pub(crate) host: Option<ConceptId>,
}

/// The groups of a sentence in order; lists are joined.
pub(crate) fn find_groups(row: &Row<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < row.chunks.len() {
        match sides_at(row, at).or_else(|| longest_match(row, at)) {
            Some(group) => {
                let mut group = share_office(row, group);
                if group.members.iter().any(|member| member.is_master) {
                    group.ending.case = Some(OWNER.into());
                }
                at = group.chunks.end;
                if is_owner_of_office(row, &group) || is_of_belonging(row, &group) {
                    continue;
                }
                let group = with_unread_office(row, &mut groups, group);
                at = group.chunks.end;
                let group = with_whole(row, &mut groups, group);
                if let Some(group) = with_first_office(row, &mut groups, group) {
                    join_or_push(row, &mut groups, group);
                }
            }
            None => at += 1,
        }
    }
    join_lists(row, &mut groups);
    groups
}

/// "**Bergen** Governor X": one capital word that no lexicon has, right before an office with its holder, says of what office it is.
fn is_owner_of_office(row: &Row<'_>, group: &Group) -> bool {
    let next = group.chunks.end;
    if row.patterns.adposition != Adposition::Pre
        || group.tokens.len() != 1
        || row.kind_at(group.chunks.start) != Some(ChunkKind::Name)
        || row.kind_at(next) != Some(ChunkKind::Role)
    {
        return false;
    }
    let titled = |at: usize| row.after_titles.get(at).copied().unwrap_or(at);
    let names = |at: usize| row.kind_at(titled(at)) == Some(ChunkKind::Name);
    // "**Harbour** Director Lagoon Bank X", "**Country** Head of the World Bank X": its tail stands between.
    let is_light = |at: &usize| row.chunks.get(*at).is_some_and(|chunk| row.is_small(chunk) && !row.is_and(chunk));
    let tail = (next + 1..row.chunks.len()).find(|at| !is_light(at)).unwrap_or(next + 1);
    names(next + 1) || row.chunks.get(tail).and_then(|_| row.rest_end(tail)).is_some_and(names)
}

/// "His counterparts from **SCO** member states", "the **Kenya** leader arrived": a body whose members are meant does nothing and undergoes
/// nothing, and neither does a state whose leader is.
fn is_of_belonging(row: &Row<'_>, group: &Group) -> bool {
    let [member] = group.members.as_slice() else { return false };
    let last = row.chunks[group.chunks.end - 1].kind;
    let behind = row.chunks.get(row.short_name_end(group.chunks.end));
    let next_is = |words: &Words| behind.is_some_and(|chunk| words.holds(row.word_of(chunk)));
    match (&member.org, &member.country, member.name) {
        (Some(_), None, None) => last == ChunkKind::Org && next_is(&row.patterns.belonging),
        (None, Some(_), None) => last == ChunkKind::Country && member.role.is_none() && next_is(&row.patterns.leading),
        _ => false,
    }
}

/// "Met **port officials, including** X and Y": people who are named as an example of others stand where those do.
fn with_whole(row: &Row<'_>, groups: &mut Vec<Group>, mut group: Group) -> Group {
    let are_named = |group: &Group| group.members.iter().all(|member| member.name.is_some());
    let before = |at: usize| row.patterns.word_before(row.tokens, at).map_or(0, |at| at + 1);
    let end = before(group.tokens.start);
    let mark = end.saturating_sub(INCLUSION)..end;
    let start = mark.into_iter().find(|at| row.patterns.inclusions.longest_at(row.sight, *at) == Some(end));
    let Some(start) = start.filter(|_| are_named(&group)) else { return group };
    let is_verb = |at: usize| row.triggers.within(0..at + 1).iter().any(|verb| verb.tokens.contains(&at));
    let is_part = |chunk: &&Chunk| {
        let word = row.word_of(chunk);
        let is_word = word.shape == Shape::Lower || word.shape == Shape::Number || row.patterns.determiners.holds(word);
        let is_bound = row.patterns.complements.holds(word)
            || !(row.patterns.governors.holds(word)
                || row.patterns.relatives.holds(word)
                || row.patterns.and.holds(word));
        match chunk.kind {
            ChunkKind::Word => is_word && is_bound && !is_verb(chunk.tokens.start),
            ChunkKind::Demonym | ChunkKind::Country | ChunkKind::Org | ChunkKind::Ordinal | ChunkKind::Role => true,
            _ => false,
        }
    };
    let closed = row.chunks.iter().rposition(|chunk| chunk.tokens.end <= start && row.word_of(chunk).text != ",");
    let Some(last) = closed else { return group };
    let whole = row.chunks[..=last].iter().rev().take(WHOLE).take_while(is_part).count();
    if whole == 0 {
        return group;
    }
    let first = last + 1 - whole;
    // "The minister, including …": somebody who is named, or one alone, includes nobody.
    while groups.last().is_some_and(|group| group.chunks.start >= first && !are_named(group)) {
        groups.pop();
    }
    if groups.last().is_some_and(|group| group.chunks.end > first) {
        return group;
    }
    group.chunks.start = first;
    group.tokens.start = row.chunks[first].tokens.start;
    group
}

/// The most words of a phrase that introduces examples.
const INCLUSION: usize = 3;

/// The most chunks of the phrase before it.
const WHOLE: usize = 9;

/// "The two countries": nobody else is the subject of what they do.
fn sides_at(row: &Row<'_>, at: usize) -> Option<Group> {
    let start = row.chunks[at].tokens.start;
    let states = row.patterns.both_states.longest_at(row.sight, start);
    let end = states.max(row.patterns.sides.longest_at(row.sight, start))?;
    let to = at + row.chunks[at..].iter().take_while(|chunk| chunk.tokens.end <= end).count();
    // "The ministers of Economy, X, and of Culture, Y" are these two, "the countries of the region" nobody's sides.
    let is_longer = (at..to).any(|at| longest_match(row, at).is_some_and(|group| group.chunks.end > to));
    let has_complement = row.tokens.get(end).is_some_and(|next| row.patterns.complements.holds(next));
    if is_longer || has_complement {
        return None;
    }
    let member = Member { is_sides: true, is_states: states == Some(end), plural: true, ..Member::default() };
    (to > at).then(|| group(row.chunks, at..to, vec![member]))
}

/// The pronoun at a chunk and the end of its chunks. One of several words ("His Majesty") is a title where an office or a name
/// follows.
fn pronoun_at<'r>(row: &Row<'r>, at: usize) -> Option<(usize, &'r Pronoun)> {
    let start = row.chunks[at].tokens.start;
    if row.chunks[at].kind != ChunkKind::Word {
        return None;
    }
    row.patterns.pronoun_words.find(row.sight, &[], start).into_iter().find_map(|Found { number, end: last }| {
        let end = at + row.chunks[at..].iter().take_while(|chunk| chunk.tokens.end <= last).count();
        let is_whole = end > at && row.chunks[end - 1].tokens.end == last;
        let is_article = |chunk: &&Chunk| row.patterns.determiners.holds(row.word_of(chunk));
        let next = row.chunks.iter().skip(end).find(|chunk| !is_article(chunk)).map(|chunk| chunk.kind);
        let is_single = last == start + 1;
        let is_title = !is_single && matches!(next, Some(ChunkKind::Role | ChunkKind::Name | ChunkKind::Demonym));
        // "HE Mr Gábor Szalai": in capitals it is short for a title.
        let text = row.tokens[start].text;
        let is_short = is_single && text.chars().count() > 1 && text.chars().all(char::is_uppercase);
        (is_whole && !is_title && !is_short).then_some((end, &row.patterns.pronouns[number]))
    })
}

fn longest_match(row: &Row<'_>, at: usize) -> Option<Group> {
    if let Some((end, pronoun)) = pronoun_at(row, at) {
        let span = row.chunks[at].span.to(row.chunks[end - 1].span);
        let member = Member { is_pronoun: true, gender: pronoun.gender, span: Some(span), ..Member::default() };
        return Some(group(row.chunks, at..end, vec![member]));
    }
    let mut openings = row.openings(at);
    let first = openings.next()?;
    let mut search = Search::new(row, at);
    match openings.next() {
        None => search.follow(&first.branches, at),
        Some(second) => {
            let all = [first, second].into_iter().chain(openings);
            let mut branches: Vec<usize> = all.flat_map(|openings| &openings.branches).copied().collect();
            branches.sort_unstable();
            branches.dedup();
            search.follow(&branches, at);
        }
    }
    let is_other = |end: usize| is_apposed_to_next(row, at, end);
    search.best.filter(|(end, ..)| *end > at && !is_other(*end)).map(|(end, _, trail)| {
        let span = row.chunks[at].span.to(row.chunks[end - 1].span);
        let mut members = trail.captures(row).members(span);
        let is_item = is_listed_alone(row, at..end, &members);
        // "**Businessman** X": what somebody is says that it is a person.
        let first = &row.chunks[at];
        let is_styled = first.kind == ChunkKind::Word && !row.patterns.determiners.holds(row.word_of(first));
        // "The Estonian **economist** Y" likewise.
        let has_style = |name: usize| {
            let before = name.checked_sub(1).filter(|before| *before > at).map(|before| &row.chunks[before]);
            before.is_some_and(|chunk| {
                let is_lower = row.word_of(chunk).shape == Shape::Lower;
                chunk.kind == ChunkKind::Word && is_lower && !row.is_small(chunk)
            })
        };
        for member in &mut members {
            let is_style = member.name.is_some_and(|name| (is_styled && member.country.is_none()) || has_style(name));
            member.is_titled |= is_item || is_style;
        }
        let has_complement = |end: usize| {
            let next = |at: usize| row.word_at(at);
            next(end).is_some_and(|word| row.patterns.complements.holds(word)) && next(end + 1).is_some()
        };
        for member in members.iter_mut().filter(|m| m.country.is_none() && m.org.is_none()) {
            member.is_owned = is_owned(row, at);
            member.open |= member.name.is_none() && (has_complement(end) || member.is_owned);
            member.is_of_unread = member.name.is_some() && has_complement(end);
        }
        group(row.chunks, at..end, members)
    })
}

/// "• X – Peru", "1. X Y (Peru)": who begins an item in a list of states or of people, and is all of it or has more told of him behind a
/// mark, is a person.
fn is_listed_alone(row: &Row<'_>, chunks: Range<usize>, members: &[Member]) -> bool {
    let begins = |item: &Item| item.head == row.chunks[chunks.start].tokens.start;
    let is_known = |item: &Item| item.head > 0 || item.is_of_people;
    let Some(item) = row.item.filter(|item| begins(item) && is_known(item)) else { return false };
    let mut behind = row.chunks[chunks.end..].iter().map(|chunk| chunk.kind == ChunkKind::Mark);
    let is_full = |member: &Member| member.name.is_some_and(|name| row.chunks[name].tokens.len() > 1);
    let is_parted = item.is_of_people && behind.clone().next() == Some(true) && members.iter().any(is_full);
    is_parted || behind.all(|is_mark| is_mark)
}

/// "After the capture of X, **the foreign minister of Peru, Y,** …": the office that stands behind a name is that of the name behind
/// it.
fn is_apposed_to_next(row: &Row<'_>, at: usize, end: usize) -> bool {
    let is_article =
        |at: usize| row.chunks.get(at).is_some_and(|chunk| row.patterns.determiners.holds(row.word_of(chunk)));
    let names = |at: usize| row.kind_at(at) == Some(ChunkKind::Name);
    let next = row.after_titles.get(end).copied().unwrap_or(end);
    // "X, the mayor of Lima, Y, **head of the port**, and Z": each office is that of the name before it.
    let next_has_office = || lists::opens_office(row, next + 2) && !lists_offices_first(row, at);
    row.patterns.adposition == Adposition::Pre
        && names(at)
        && row.is_comma(at + 1)
        && (is_article(at + 2) || lists_offices_first(row, at))
        && row.is_comma(end - 1)
        && names(next)
        && row.is_comma(next + 1)
        && !next_has_office()
}

/// "Accompanied by the **Minister of Health, X,** the Minister of Justice, Y": in a list offices stand on one side of their names.
fn lists_offices_first(row: &Row<'_>, before: usize) -> bool {
    let is_pair = |at: usize| {
        let name = row.after_titles.get(at + 2).copied().unwrap_or(at + 2);
        let is_first = at < 2 || row.kind_at(at - 2) != Some(ChunkKind::Name) || !row.is_comma(at - 1);
        row.kind_at(at) == Some(ChunkKind::Role)
            && row.is_comma(at + 1)
            && name < before
            && row.kind_at(name) == Some(ChunkKind::Name)
            && is_first
    };
    (0..before).any(is_pair)
}

/// "Nazirlər Şurasının dövlət katibi": an office of something before it that no lexicon has.
fn is_owned(row: &Row<'_>, at: usize) -> bool {
    let is_thing = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Occasion);
    let before = at.checked_sub(1).map(|before| &row.chunks[before]).filter(is_thing);
    let is_owner = |chunk: &Chunk| {
        let word = &row.tokens[chunk.tokens.end - 1];
        word.shape == Shape::Capital && may_own(row.endings, word)
    };
    row.chunks[at].kind == ChunkKind::Role
        && row.patterns.adposition == Adposition::Post
        && before.is_some_and(is_owner)
}

fn group(chunks: &[Chunk], range: Range<usize>, members: Vec<Member>) -> Group {
    let (first, last) = (&chunks[range.start], &chunks[range.end - 1]);
    // A closing comma of an apposition is part of the pattern but bears no case.
    let bearer = chunks[range.clone()].iter().rev().find(|chunk| chunk.kind != ChunkKind::Mark).unwrap_or(last);
    Group {
        tokens: first.tokens.start..last.tokens.end,
        span: first.span.to(bearer.span),
        members,
        ending: bearer.ending.clone(),
        chunks: range,
    }
}
