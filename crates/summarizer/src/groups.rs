//! Noun phrases that stand for someone: "Azerbaijan's Foreign Minister Jeyhun Bayramov", "the foreign ministers of A and B".
//!
//! Knows how the people patterns of a language are laid over a row of chunks. Who the people are is `people.rs`'s.

use std::ops::Range;

use attache_grammar::{Ending, Endings};
use attache_schema::{ConceptId, Gender, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::patterns::{Adposition, Element, Patterns, What};
use crate::token::{Shape, Token};

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

/// What a noun phrase says of one of those it stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Member {
    pub(crate) role: Option<ConceptId>,
    pub(crate) country: Option<ConceptId>,
    pub(crate) org: Option<ConceptId>,
    pub(crate) host: Option<ConceptId>,
    /// Index of the chunk with the name.
    pub(crate) name: Option<usize>,
    pub(crate) gender: Option<Gender>,
    pub(crate) is_pronoun: bool,
    pub(crate) plural: bool,
    /// An office of something that could not be read ("the president **of the club**"): nobody who was named so far.
    pub(crate) open: bool,
    pub(crate) span: Option<Span>,
}

/// The groups of a sentence in order; lists are joined.
pub(crate) fn find_groups(patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < chunks.len() {
        match longest_match(patterns, chunks, tokens, at) {
            Some(group) => {
                let group = share_office(patterns, chunks, tokens, group);
                at = group.chunks.end;
                join_or_push(patterns, chunks, tokens, &mut groups, group);
            }
            None => at += 1,
        }
    }
    groups
}

fn longest_match(patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>], at: usize) -> Option<Group> {
    let first = &chunks[at];
    if first.kind == ChunkKind::Word
        && let Some(pronoun) = patterns.pronouns.iter().find(|pronoun| pronoun.word == tokens[first.tokens.start].word)
    {
        let member = Member { is_pronoun: true, gender: pronoun.gender, span: Some(first.span), ..Member::default() };
        return Some(group(chunks, at..at + 1, vec![member]));
    }
    let mut best: Option<(usize, Captures)> = None;
    for pattern in &patterns.people {
        if let Some((end, captures)) = match_elements(pattern, patterns, chunks, tokens, at, &Captures::default())
            && best.as_ref().is_none_or(|(longest, _)| end > *longest)
        {
            best = Some((end, captures));
        }
    }
    best.filter(|(end, _)| *end > at).map(|(end, captures)| {
        let span = chunks[at].span.to(chunks[end - 1].span);
        let mut members = captures.members(span);
        let has_complement = |end: usize| {
            let next = |at: usize| chunks.get(at).map(|chunk| tokens[chunk.tokens.start].word);
            next(end).is_some_and(|word| patterns.complements.has(word)) && next(end + 1).is_some()
        };
        for member in members.iter_mut().filter(|m| m.name.is_none() && m.country.is_none() && m.org.is_none()) {
            member.open = has_complement(end);
        }
        group(chunks, at..end, members)
    })
}

/// "Os presidentes de A, X, e de B, Y": those who follow hold the office that the first was given in the plural.
fn share_office(patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>], mut group: Group) -> Group {
    let is_plural = |member: &Member| member.plural && member.name.is_some() && member.country.is_some();
    let [first] = group.members.as_slice() else { return group };
    if !is_plural(first) || patterns.adposition != Adposition::Pre {
        return group;
    }
    let shared = Member { gender: None, ..first.clone() };
    while let Some((country, name)) = next_holder(patterns, chunks, tokens, group.chunks.end) {
        let span = chunks[country].span.to(chunks[name].span);
        let country = chunks[country].concept_of("country").cloned();
        group.members.push(Member { country, name: Some(name), span: Some(span), ..shared.clone() });
        group.span = group.span.to(span);
        group.ending = chunks[name].ending.clone();
        let closed = chunks.get(name + 1).is_some_and(|next| tokens[next.tokens.start].text == ",");
        group.chunks.end = name + 1 + usize::from(closed);
        group.tokens.end = chunks[group.chunks.end - 1].tokens.end;
    }
    group
}

/// The chunks of the country and the name of the next one in a list: ", and of B, Y".
fn next_holder(patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>], from: usize) -> Option<(usize, usize)> {
    let mut at = skip_separators(patterns, chunks, tokens, from);
    let is_listed = at > from || chunks[from - 1].kind == ChunkKind::Mark;
    let governed = chunks
        .get(at)
        .is_some_and(|c| c.kind == ChunkKind::Word && patterns.governors.has(tokens[c.tokens.start].word));
    at += usize::from(governed);
    let country = chunks.get(at).filter(|chunk| is_listed && chunk.kind == ChunkKind::Country).map(|_| at)?;
    let comma = chunks.get(at + 1).is_some_and(|next| tokens[next.tokens.start].text == ",");
    let name = at + 1 + usize::from(comma);
    chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name).map(|_| (country, name))
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

#[derive(Debug, Clone, Default)]
struct Captures {
    member: Member,
    countries: Vec<(ConceptId, Span)>,
    names: Vec<(usize, Span)>,
}

impl Captures {
    /// Whether a list of names has as many members as the list of countries that it goes with.
    fn is_sound(&self) -> bool {
        self.names.len() < 2 || self.names.len() == self.countries.len()
    }

    /// One member for each country of a list ("the presidents of Iceland and Peru"), otherwise one. As many names go with
    /// the countries one by one ("Azərbaycan və Türkiyə xarici işlər nazirləri X və Y").
    fn members(self, span: Span) -> Vec<Member> {
        if self.names.len() >= 2 {
            let member = self.member;
            let pairs = self.countries.into_iter().zip(self.names);
            return pairs
                .map(|((country, _), (name, span))| Member {
                    country: Some(country),
                    name: Some(name),
                    plural: false,
                    span: Some(span),
                    ..member.clone()
                })
                .collect();
        }
        if self.countries.len() < 2 {
            return vec![Member { span: Some(span), ..self.member }];
        }
        let member = self.member;
        self.countries
            .into_iter()
            .map(|(country, _)| Member { country: Some(country), plural: false, span: Some(span), ..member.clone() })
            .collect()
    }
}

fn match_elements(
    elements: &[Element],
    patterns: &Patterns,
    chunks: &[Chunk],
    tokens: &[Token<'_>],
    at: usize,
    captures: &Captures,
) -> Option<(usize, Captures)> {
    let Some((element, rest)) = elements.split_first() else {
        return captures.is_sound().then(|| (at, captures.clone()));
    };
    let taken = take_element(element, patterns, chunks, tokens, at, captures)
        .and_then(|(next, captures)| match_elements(rest, patterns, chunks, tokens, next, &captures));
    match taken {
        None if element.optional => match_elements(rest, patterns, chunks, tokens, at, captures),
        taken => taken,
    }
}

/// Whether a chunk is what an element asks for.
fn fits(element: &Element, chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    if element.case.as_deref().is_some_and(|case| !chunk.has_case(case)) {
        return false;
    }
    match (&element.what, chunk.kind) {
        (What::Literal(words), ChunkKind::Word | ChunkKind::Mark) => {
            words.iter().any(|known| known == tokens[chunk.tokens.start].word)
        }
        (What::Country, ChunkKind::Country)
        | (What::Host, ChunkKind::Country | ChunkKind::Org)
        | (What::Demonym, ChunkKind::Demonym)
        | (What::Org, ChunkKind::Org)
        | (What::Role, ChunkKind::Role)
        | (What::Portfolio, ChunkKind::Portfolio)
        | (What::Name, ChunkKind::Name)
        | (What::Place, ChunkKind::Place) => true,
        _ => false,
    }
}

fn take_element(
    element: &Element,
    patterns: &Patterns,
    chunks: &[Chunk],
    tokens: &[Token<'_>],
    at: usize,
    captures: &Captures,
) -> Option<(usize, Captures)> {
    let at = skip_titles(&element.what, patterns, chunks, tokens, at);
    let chunk = chunks.get(at).filter(|chunk| fits(element, chunk, tokens))?;
    // Copied only now: nearly every pattern is turned away at its first word.
    let mut captures = captures.clone();
    match &element.what {
        What::Literal(_) => return Some((at + 1, captures)),
        What::Country => {
            let country = chunk.concept_of("country")?.clone();
            // "the Democratic Republic of the Congo (DRC)" is one.
            if captures.countries.iter().all(|(known, _)| *known != country) {
                captures.countries.push((country.clone(), chunk.span));
            }
            captures.member.country = Some(country);
        }
        What::Host => captures.member.host = chunk.concept().cloned(),
        What::Demonym => {
            let country = chunk.concept_of("country").cloned();
            captures.countries.extend(country.iter().map(|country| (country.clone(), chunk.span)));
            captures.member.country = country;
        }
        What::Org => captures.member.org = chunk.concept().cloned(),
        What::Role => {
            captures.member.role = chunk.concept().cloned();
            // "Os embaixadores" may be women, too.
            captures.member.gender = chunk.gender.filter(|_| !chunk.plural);
            captures.member.plural = chunk.plural;
        }
        What::Portfolio => {
            let head = captures.member.role.as_ref()?.key();
            let halves = chunk.concepts.iter().filter_map(|concept| concept.key().split_once('>'));
            let (_, office) = halves.into_iter().find(|(first, _)| *first == head)?;
            captures.member.role = Some(ConceptId::of("role", office));
        }
        What::Name => {
            captures.member.name = Some(at);
            captures.names.push((at, chunk.stem));
        }
        What::Place => {}
    }
    let next = at + 1;
    if !element.many {
        return Some((next, captures));
    }
    // A list goes on as long as a separator is followed by another of the same kind.
    let after = skip_separators(patterns, chunks, tokens, next);
    match (after > next).then(|| take_element(element, patterns, chunks, tokens, after, &captures)).flatten() {
        Some(more) => Some(more),
        None => Some((next, captures)),
    }
}

/// Skips what may stand before a name or a country and says nothing of them: "Her Excellency Ms.", "Republic of".
fn skip_titles(what: &What, patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>], at: usize) -> usize {
    let start = |at: usize| chunks.get(at).map(|chunk| chunk.tokens.start);
    match what {
        What::Name => {
            let is_title =
                |chunk: &Chunk| chunk.tokens.len() == 1 && patterns.before_name.has(tokens[chunk.tokens.start].word);
            let is_stop = |chunk: &Chunk| tokens[chunk.tokens.start].text == ".";
            let mut next = at;
            while chunks.get(next).is_some_and(|chunk| is_title(chunk) || (next > at && is_stop(chunk))) {
                next += 1;
            }
            next
        }
        What::Country | What::Host => {
            let ends = |from: usize| {
                patterns.before_country.iter().filter_map(move |words| words.match_at(tokens, from)).max()
            };
            let end = start(at).and_then(ends);
            (at..chunks.len()).find(|next| end.is_none_or(|end| start(*next) == Some(end))).unwrap_or(at)
        }
        _ => at,
    }
}

/// Skips ", and the".
fn skip_separators(patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>], from: usize) -> usize {
    let mut at = from;
    let mut seen = false;
    while let Some(chunk) = chunks.get(at) {
        let word = tokens[chunk.tokens.start].word;
        let joins = word == "," || patterns.and.has(word);
        if !(joins || (seen && patterns.determiners.has(word))) || chunk.tokens.len() > 1 {
            break;
        }
        seen = true;
        at += 1;
    }
    at
}

/// The case of a bare noun that owns the one behind it: it is nobody's subject and object.
const OWNER: &str = "owner";

/// Marks states and bodies that only qualify the noun behind them ("İran parlamentinin", "Fransa Senatı"): where cases
/// close the noun phrase, the owner may stand without one.
pub(crate) fn mark_owners(
    patterns: &Patterns,
    endings: &Endings,
    chunks: &[Chunk],
    tokens: &[Token<'_>],
    groups: &mut [Group],
) {
    if patterns.adposition != Adposition::Post {
        return;
    }
    for group in groups {
        let is_bare = group.members.iter().all(|m| m.name.is_none() && m.role.is_none() && !m.is_pronoun);
        if is_bare && group.ending.case.is_none() && owns_next(endings, chunks, tokens, group) {
            group.ending.case = Some(OWNER.to_owned());
        }
    }
}

fn owns_next(endings: &Endings, chunks: &[Chunk], tokens: &[Token<'_>], group: &Group) -> bool {
    let Some(next) = chunks.get(group.chunks.end) else { return false };
    let word = &tokens[next.tokens.start];
    let is_owned = || endings.splits(word.text).iter().any(|(_, ending)| ending.possessive && ending.case.is_some());
    match next.kind {
        ChunkKind::Name => true,
        ChunkKind::Word => (word.shape == Shape::Lower && is_owned()) || next.tokens.len() > 1,
        _ => false,
    }
}

/// Joins a group to the one before it if only ", and the" stands between them and they bear the same kind of name.
fn join_or_push(patterns: &Patterns, chunks: &[Chunk], tokens: &[Token<'_>], groups: &mut Vec<Group>, group: Group) {
    if let Some(last) = groups.last_mut() {
        let gap = last.chunks.end;
        let after = skip_separators(patterns, chunks, tokens, gap);
        let closed_by_comma = gap > 0 && chunks[gap - 1].kind == ChunkKind::Mark && gap == group.chunks.start;
        let repeated = after > gap && repeats_adposition(patterns, chunks, tokens, last, after, &group);
        let joined = (after > gap && after == group.chunks.start) || closed_by_comma || repeated;
        let joined = joined && !is_circumstance(patterns, tokens, last, &group);
        if joined && is_alike(&last.members[0], &group.members[0]) && last.ending.case.is_none() {
            last.tokens.end = group.tokens.end;
            last.chunks.end = group.chunks.end;
            last.span = last.span.to(group.span);
            last.ending = group.ending;
            last.members.extend(group.members);
            return;
        }
    }
    groups.push(group);
}

/// "Com A e com B", "ao A e à B": the adposition of the first stands again before the second; contractions of one begin
/// alike.
fn repeats_adposition(
    patterns: &Patterns,
    chunks: &[Chunk],
    tokens: &[Token<'_>],
    last: &Group,
    at: usize,
    group: &Group,
) -> bool {
    let is_light = |word: &str| patterns.determiners.has(word);
    let Some(again) = chunks.get(at).map(|chunk| &tokens[chunk.tokens.start]) else { return false };
    let initial = |word: &str| word.chars().next().map(|c| if c == 'à' { 'a' } else { c });
    let is_same = |word: &str| patterns.governors.has(word) && initial(word) == initial(again.word);
    // An article may look like an adposition: "com a ministra".
    let before = tokens[..last.tokens.start].iter().rev().map(|token| token.word);
    let articles = before.clone().take_while(|word| is_light(word)).count();
    let light = again.span.end < group.span.start
        && chunks[at + 1..group.chunks.start].iter().all(|chunk| is_light(tokens[chunk.tokens.start].word));
    light && patterns.governors.has(again.word) && before.take(articles + 1).any(is_same)
}

/// "No Palácio Presidencial, X acreditou": a bare name behind an adposition, parted by a comma alone, is where, not who.
fn is_circumstance(patterns: &Patterns, tokens: &[Token<'_>], last: &Group, group: &Group) -> bool {
    let is_bare = last.members.iter().all(|m| m.role.is_none() && m.country.is_none() && m.org.is_none());
    let between = &tokens[last.tokens.end..group.tokens.start];
    let is_listed = between.iter().any(|token| patterns.and.has(token.word));
    let governed = tokens[..last.tokens.start].last().is_some_and(|token| patterns.governors.has(token.word));
    // "At his meeting with A, B said": no list either, since none has its last member behind a bare comma.
    let goes_on = tokens.get(group.tokens.end).is_some_and(|next| next.text == "," || patterns.and.has(next.word));
    patterns.adposition == Adposition::Pre && governed && !is_listed && (is_bare || !goes_on)
}

/// People stand in lists with people, states with states, bodies with states and bodies.
fn is_alike(a: &Member, b: &Member) -> bool {
    let is_person = |member: &Member| member.name.is_some() || member.role.is_some();
    is_person(a) == is_person(b) && !a.is_pronoun && !b.is_pronoun
}
