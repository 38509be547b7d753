//! Offices that one word gives to several: "os presidentes de A, X, e de B, Y", "the ambassador of A, X; of B, Y".

use attache_schema::ConceptId;

use crate::chunk::{Chunk, ChunkKind};
use crate::dateline::is_dash_or_slash;
use crate::patterns::{Adposition, What};
use crate::token::Token;

use super::row::TAIL;
use super::{Group, Member, Row};

/// "Os presidentes de A, X, e de B, Y", "os ministros X (Saúde) e Y (Agricultura)": those who follow hold the office that the first
/// was given in the plural.
pub(super) fn share_office(row: &Row<'_>, mut group: Group) -> Group {
    let is_plural = |member: &Member| member.plural && member.name.is_some() && member.role.is_some();
    let [first] = group.members.as_slice() else { return group };
    // Where the office stands behind its state, the list of states comes first and is paired with the names.
    let is_postposed = row.patterns.adposition == Adposition::Post;
    let stands_for = || stands_for_state(row, &group, first) && next_of_state(row, group.chunks.end).is_some();
    // "Həmsədrlər X (Rusiya), Y (Fransa)": each has a state of his own.
    let is_bracketed = || row.word_of(&row.chunks[group.chunks.end - 1]).text == ")";
    if (!is_plural(first) && !stands_for() && !is_taken_up(row, &group, first))
        || (is_postposed && first.country.is_some() && !is_bracketed())
    {
        return group;
    }
    let shared = Member { gender: None, ..first.clone() };
    group.members[0].is_titled = true;
    group.chunks.end = row.bracket_end(group.chunks.end).unwrap_or(group.chunks.end);
    let next_holder = if shared.country.is_some() { next_of_state } else { next_named };
    let next = |from: usize| {
        let with_state = || {
            let next = next_with_state(row, from).or_else(|| next_apposed(row, from));
            next.filter(|_| shared.country.is_some())
        };
        let of_state = || next_of_state(row, from).filter(|_| shared.org.is_some());
        let bracketed = || next_bracketed(row, from).filter(|_| shared.country.is_some());
        let next = next_holder(row, from).or_else(of_state).or_else(|| next_of_field(row, from));
        next.or_else(with_state).or_else(bracketed)
    };
    let next = |from: usize| {
        let behind = |semicolon: usize| next_of_state(row, semicolon).or_else(|| next_with_state(row, semicolon));
        let later = || semicolons(row, from).filter(|_| shared.country.is_some()).find_map(behind);
        // "X, **who chaired,** Y, of B": more of the last one.
        let aside = || relative_end(row, from).filter(|_| shared.country.is_some()).and_then(next);
        // "X, **resident in Luanda,** and of B, Y": what only a state before a name can go on with.
        let remark = || remarks(row, from).filter(|_| shared.country.is_some()).find_map(|at| next_of_state(row, at));
        next(from).or_else(aside).or_else(later).or_else(remark)
    };
    while let Some(next) = next(group.chunks.end) {
        let first = next.owner.map_or(next.name, |owner| owner.min(next.name));
        let last = next.owner.map_or(next.name, |owner| owner.max(next.name));
        let span = row.chunks[first].span.to(row.chunks[last].span);
        let owner = next.owner.map(|at| &row.chunks[at]);
        let country = owner.and_then(|owner| owner.concept_of("country").cloned());
        let org = owner.and_then(|owner| owner.concept_of("org").cloned()).or_else(|| shared.org.clone());
        // The holders of different offices are of one state, "presidents A and B" are not.
        let plural = !(next.has_bracket || next.has_field);
        let country = country.or_else(|| shared.country.clone().filter(|_| next.has_field));
        let role = shared.role.clone().filter(|_| !next.has_field).or(next.role);
        let namesakes = if next.has_field { Vec::new() } else { shared.namesakes.clone() };
        let (name, is_titled, span_of) = (Some(next.name), true, Some(span));
        let host = next.host.and_then(|at| row.chunks[at].concept().cloned()).or_else(|| shared.host.clone());
        let next_member = Member { country, org, role, host, name, is_titled, span: span_of, plural, ..shared.clone() };
        group.members.push(Member { namesakes, ..next_member });
        group.span = group.span.to(span);
        group.ending = row.chunks[last].ending.clone();
        group.chunks.end = next.end;
    }
    group.tokens.end = row.chunks[group.chunks.end - 1].tokens.end;
    group
}

/// "The representatives of A, X; of B, Y": whether somebody without an office is named behind the state.
fn stands_for_state(row: &Row<'_>, group: &Group, member: &Member) -> bool {
    let opens_with_name = row.chunks[group.chunks.start].kind == ChunkKind::Name;
    let Some(name) = member.name.filter(|_| member.role.is_none() && !opens_with_name) else { return false };
    (member.country.is_some() || member.org.is_some()) && row.is_comma(name - 1)
}

/// "The minister of Defence of A, X, and **that of** B, Y": an article that stands for the office of the one before. "The
/// ambassador of A, X; **of B**, Y": in a list that semicolons part the state alone is enough; so it is behind "and".
fn is_taken_up(row: &Row<'_>, group: &Group, first: &Member) -> bool {
    let from = group.chunks.end;
    let names_state = |next: &Holder| next.owner.is_some_and(|at| row.chunks[at].concept_of("country").is_some());
    let is_parted = row.chunks.get(from).is_some_and(|chunk| row.word_of(chunk).text == ";");
    let is_held = first.name.is_some() && first.role.is_some() && first.country.is_some();
    if is_parted && is_held && next_of_state(row, from).as_ref().is_some_and(names_state) {
        return true;
    }
    let at = row.skip_separators(from);
    let is_and = |at: usize| row.word_at(at).is_some_and(|word| row.patterns.and.holds(word));
    // "The president of China, X, **and of Russia, Y**": "of" and a state or a body before a name take up the office of the one
    // before.
    let is_of = |at: usize| row.word_at(at).is_some_and(|word| row.patterns.complements.holds(word));
    let is_apposed = |next: &Holder| next.owner.is_some_and(|owner| row.is_comma(owner + 1));
    if is_held && at > from && is_and(at - 1) && is_of(at) {
        let next = next_of_state(row, from);
        let is_body = |next: &Holder| next.owner.is_some_and(|at| row.chunks[at].kind == ChunkKind::Org);
        return next.is_some_and(|next| (names_state(&next) || is_body(&next)) && is_apposed(&next));
    }
    let is_article = |at: usize| row.word_at(at).is_some_and(|word| row.patterns.determiners.holds(word));
    let is_complement =
        |chunk: &Chunk| chunk.kind == ChunkKind::Portfolio || row.patterns.complements.holds(row.word_of(chunk));
    let next = || next_of_state(row, from).or_else(|| next_of_field(row, from));
    is_held
        && at >= from + 2
        && is_article(at - 1)
        && is_and(at - 2)
        && row.chunks.get(at).is_some_and(is_complement)
        && next().is_some_and(|next| next.role.is_some() || names_state(&next))
}

/// One more of a list: the chunks of the state or body, if that is told, and of the name, and the end of what is said of them.
#[derive(Default)]
struct Holder {
    owner: Option<usize>,
    /// Where the one is posted ("and of Peru **in Estonia**, Y").
    host: Option<usize>,
    name: usize,
    /// Whether the field of the office stands behind the name.
    has_bracket: bool,
    /// Whether it stands before the name.
    has_field: bool,
    /// The office of that field; where no lexicon has it, the words of the first do not tell.
    role: Option<ConceptId>,
    end: usize,
}

/// Where the next ones of a list are parted from the last one by more than a comma: "X, diplomat since 1983; of B, Y". What
/// stands between says more of the last one, or names one of no known state.
fn semicolons(row: &Row<'_>, from: usize) -> impl Iterator<Item = usize> {
    (from..row.chunks.len()).filter(|at| row.word_of(&row.chunks[*at]).text == ";")
}

/// The next one in a list without states: ", Y" or "and Y (Agriculture)".
fn next_named(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = row.skip_separators(from);
    let name = row.after_titles.get(at).copied().filter(|_| row.is_listed(from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let bracket = row.bracket_end(name + 1);
    let end = bracket.unwrap_or(name + 1);
    // "The ministers A and B, C said": the last of a list stands behind "and".
    let is_inside = bracket.is_some() || name > from + 1 || !row.is_comma(from) || row.goes_on(end);
    is_inside.then_some(Holder { name, has_bracket: bracket.is_some(), end, ..Holder::default() })
}

/// The next one in a list where the state, or the body, stands before the name: ", and of B, Mr Y".
fn next_of_state(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = row.skip_separators(from);
    let chunk = row.chunks.get(at).filter(|_| row.is_listed(from, at))?;
    let is_governor = chunk.kind == ChunkKind::Word && row.patterns.governors.holds(row.word_of(chunk));
    let owner = row.skip_titles(&What::Country, at + usize::from(is_governor));
    let is_body = |chunk: &Chunk| is_governor && chunk.kind == ChunkKind::Org;
    row.chunks.get(owner).filter(|chunk| chunk.kind == ChunkKind::Country || is_body(chunk))?;
    let is_in = |chunk: &Chunk| row.patterns.place.words.holds(row.word_of(chunk));
    let host = row.chunks.get(owner + 1).filter(|chunk| is_in(chunk)).map(|_| row.skip_titles(&What::Host, owner + 2));
    let host = host.filter(|at| row.kind_at(*at) == Some(ChunkKind::Country));
    let last = host.unwrap_or(owner);
    // "Of A – X, B – Y": a dash may part the state from the name.
    let is_dash_at = |at: usize| row.chunks.get(at).is_some_and(|chunk| is_dash_or_slash(row.word_of(chunk)));
    let is_parted = row.is_comma(last + 1) || is_dash_at(last + 1);
    let name = row.after_titles.get(last + 1 + usize::from(is_parted)).copied()?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let end = name + 1 + usize::from(row.is_comma(name + 1));
    Some(Holder { owner: Some(owner), host, name, end, ..Holder::default() })
}

/// The next one in a list where the state stands behind the name: ", Y of B".
fn next_with_state(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = row.skip_separators(from);
    let name = row.after_titles.get(at).copied().filter(|_| row.is_listed(from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    row.word_at(name + 1).filter(|word| row.patterns.complements.holds(word))?;
    let is_article = |at: usize| row.word_at(at).is_some_and(|word| row.patterns.determiners.holds(word));
    let country = name + 2 + usize::from(is_article(name + 2));
    row.chunks.get(country).filter(|chunk| chunk.kind == ChunkKind::Country)?;
    Some(Holder { owner: Some(country), name, end: country + 1, ..Holder::default() })
}

/// The next one in a list where the state stands behind the name and a comma: ", Y, of B,".
fn next_apposed(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = row.skip_separators(from);
    let name = row.after_titles.get(at).copied().filter(|_| row.is_listed(from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    row.word_at(name + 2).filter(|word| row.is_comma(name + 1) && row.patterns.complements.holds(word))?;
    let country = row.skip_titles(&What::Country, name + 3);
    row.chunks.get(country).filter(|chunk| chunk.kind == ChunkKind::Country)?;
    let end = country + 1;
    let is_closed = |word: &Token<'_>| matches!(word.text, "," | ";" | ".") || row.patterns.and.holds(word);
    row.word_at(end).is_none_or(is_closed).then_some(())?;
    Some(Holder { owner: Some(country), name, end, ..Holder::default() })
}

/// The next one in a list where the state stands in brackets behind the name: ", Y (B)".
fn next_bracketed(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = row.skip_separators(from);
    let name = row.after_titles.get(at).copied().filter(|_| row.is_listed(from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let end = row.bracket_end(name + 1)?;
    let owner = row.skip_titles(&What::Country, name + 2);
    let is_state = row.kind_at(owner) == Some(ChunkKind::Country) && owner + 2 == end;
    is_state.then_some(Holder { owner: Some(owner), name, end, ..Holder::default() })
}

/// The next one in a list of fields: ", of Agriculture and Fisheries, Y", "and of Defence of B, Y".
fn next_of_field(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = row.skip_separators(from);
    let chunk = row.chunks.get(at).filter(|_| row.is_listed(from, at))?;
    let role = Some(chunk).filter(|chunk| chunk.kind == ChunkKind::Portfolio);
    let role = role.and_then(|chunk| chunk.concepts.first()?.key().split_once('>'));
    let field = match role {
        Some(_) => at + 1,
        None => {
            row.word_at(at).filter(|word| row.patterns.governors.holds(word))?;
            row.chunks.get(at + 1)?;
            row.rest_before_state(at + 1).or_else(|| row.rest_end(at + 1))?
        }
    };
    let is_small = |at: &usize| {
        let holds = |word| row.patterns.complements.holds(word) || row.patterns.determiners.holds(word);
        row.word_at(*at).is_some_and(holds)
    };
    let state = (field..).find(|at| !is_small(at))?;
    let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Country | ChunkKind::Demonym);
    let owner = row.chunks.get(state).filter(is_state).map(|_| state);
    let comma = owner.map_or(field, |owner| owner + 1);
    row.is_comma(comma).then_some(())?;
    // "And of Argentina in Brasília, Y": another state is no field of the first one's.
    let names_state = row.chunks[at + 1..field.max(at + 1)].iter().any(|chunk| chunk.concept_of("country").is_some());
    let name = row.after_titles.get(comma + 1).copied().filter(|_| !names_state)?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let end = name + 1 + usize::from(row.is_comma(name + 1));
    let role = role.map(|(_, office)| ConceptId::of("role", office));
    Some(Holder { owner, name, has_field: true, role, end, ..Holder::default() })
}

/// Behind the clause between commas in which more is said of the last one of a list ("X, **who chaired,**"); nobody is named in it.
fn relative_end(row: &Row<'_>, from: usize) -> Option<usize> {
    let open = from + usize::from(row.is_comma(from));
    let takes_up = |word: &Token<'_>| row.patterns.relatives.holds(word) || row.patterns.conjunctions.holds(word);
    row.word_at(open).filter(|word| row.is_comma(open - 1) && takes_up(word))?;
    let window = open + 1..row.chunks.len().min(open + TAIL);
    let close = window.clone().find(|at| row.is_comma(*at))?;
    let names = |at: usize| matches!(row.chunks[at].kind, ChunkKind::Name | ChunkKind::Role);
    (!(open..close).any(names)).then_some(close + 1)
}

/// Where the next ones of a list may stand behind a remark on the last one: behind a comma or "and", with no name and no verb between.
fn remarks(row: &Row<'_>, from: usize) -> impl Iterator<Item = usize> {
    let window = from..row.chunks.len().min(from + TAIL);
    let is_free = |at: &usize| {
        let chunk = &row.chunks[*at];
        !matches!(chunk.kind, ChunkKind::Name | ChunkKind::Role) && row.triggers.at(chunk.tokens.start).is_empty()
    };
    let is_joint = |at: &usize| row.is_comma(*at) || row.is_and(&row.chunks[*at]);
    window.take_while(is_free).filter(is_joint)
}
