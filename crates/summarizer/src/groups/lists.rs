//! Lists of people between whom stand offices that no pattern reads: "A, harbour master of Nordvik; B, head of the pilots; and C".
//!
//! Who stands in such a list is told by what is not there: no verb, no clause, no day between one name and the next.

use std::ops::Range;

use attache_schema::ConceptId;

use crate::chunk::{Chunk, ChunkKind};
use crate::patterns::Adposition;
use crate::token::{Shape, Token};

use super::row::{REST, is_rest};
use super::{Group, Member, Row, lists_offices_first};

/// The most chunks that stand between two of a list: an office behind the one and an office before the other.
const GAP: usize = 28;

/// The most chunks of an apposition whose office no pattern reads.
const APPOSITION: usize = 20;

/// A part of an office that no lexicon has, or an office.
fn is_office_part(row: &Row<'_>, chunk: &Chunk) -> bool {
    is_rest(chunk, row.tokens) || matches!(chunk.kind, ChunkKind::Role | ChunkKind::Document)
}

/// What joins the parts of an office: "of", "and", an article.
fn is_joint(row: &Row<'_>, chunk: &Chunk) -> bool {
    let word = row.word_of(chunk);
    let is_word = matches!(chunk.kind, ChunkKind::Word | ChunkKind::Mark);
    is_word
        && (row.patterns.complements.holds(word)
            || row.patterns.and.holds(word)
            || row.patterns.determiners.holds(word)
            || word.text == "&")
}

/// Whether an office, or the state whose office it is, stands at a chunk, articles skipped: "the head of", "Peru's envoy".
pub(super) fn opens_office(row: &Row<'_>, at: usize) -> bool {
    let is_article = |chunk: &&Chunk| row.patterns.determiners.holds(row.word_of(chunk));
    let rest = row.chunks.get(at..).unwrap_or_default();
    let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Demonym | ChunkKind::Country);
    rest.iter().skip_while(is_article).find(|chunk| !is_state(chunk)).is_some_and(|chunk| chunk.kind == ChunkKind::Role)
}

/// Takes in the words of an office that no pattern reads and that stand right before a name ("**Finance Secretary** X") or between
/// commas behind it ("X, **deputy head of the Peruvian Port Council**,"), with the state that they name.
pub(super) fn with_unread_office(row: &Row<'_>, groups: &mut Vec<Group>, mut group: Group) -> Group {
    if row.patterns.adposition != Adposition::Pre {
        return group;
    }
    take_in_office(row, groups, &mut group);
    take_in_apposition(row, &mut group);
    group
}

/// Takes in what a name is told to be behind it.
fn take_in_apposition(row: &Row<'_>, group: &mut Group) {
    let end = group.chunks.end;
    let is_last = |name: usize| row.chunks[name..end].iter().skip(1).all(|chunk| chunk.kind == ChunkKind::Mark);
    let Some(member) = group.members.last_mut() else { return };
    if member.role.is_some() || member.host.is_some() || !member.name.is_some_and(is_last) {
        return;
    }
    let Some(apposition) = apposition_behind(row, end) else { return };
    let office = apposition.clone().find(|at| row.chunks[*at].kind == ChunkKind::Role);
    // "A **Senior** Adviser": what stands before an office is of its name.
    let is_of_name = |at: usize| {
        let word = row.word_of(&row.chunks[at]);
        word.shape == Shape::Capital || row.patterns.determiners.holds(word)
    };
    if let Some(at) = office.filter(|at| (apposition.start..*at).all(is_of_name) && !row.is_former(*at)) {
        let chunk = &row.chunks[at];
        member.role = chunk.concept().cloned();
        let several = chunk.concepts.iter().filter(|_| chunk.concepts.len() > 1);
        member.namesakes = several.filter(|concept| concept.kind() == "role").cloned().collect();
        member.gender = member.gender.or(chunk.gender);
    }
    if member.country.is_none() && member.org.is_none() {
        member.country = owner_of(row, apposition.clone());
    }
    member.open |= office.is_none_or(|at| at + 1 < apposition.end);
    member.is_titled |= office.is_some();
    group.chunks.end = apposition.end + usize::from(row.is_comma(apposition.end));
    group.tokens.end = row.chunks[group.chunks.end - 1].tokens.end;
    group.span = group.span.to(row.chunks[apposition.end - 1].span);
}

fn take_in_office(row: &Row<'_>, groups: &mut Vec<Group>, group: &mut Group) {
    let [member] = group.members.as_slice() else { return };
    let is_bare = member.role.is_none() && member.country.is_none() && member.org.is_none() && member.host.is_none();
    let first = row.after_titles.get(group.chunks.start).copied();
    if !is_bare || member.name.is_none() || first != member.name {
        return;
    }
    let floor = groups.last().map_or(0, |group| group.chunks.end);
    // "Of the Port Institute **and** X": what stands before "and" is mostly of somebody else.
    let is_part = |at: &usize| {
        let chunk = &row.chunks[*at];
        is_office_part(row, chunk) || (is_joint(row, chunk) && !row.is_and(chunk)) || row.unit_end(*at).is_some()
    };
    let from = group.chunks.start.saturating_sub(REST).max(floor);
    let reach = (from..group.chunks.start).rev().take_while(is_part).last().unwrap_or(group.chunks.start);
    // "Later Finance Secretary X": a word that opens the sentence is of no office.
    let is_opener = |at: usize| {
        let word = row.word_of(&row.chunks[at]);
        at == 0 && row.patterns.openers.holds(word) && !row.patterns.before_name.holds(word)
    };
    let is_head = |at: &usize| is_office_part(row, &row.chunks[*at]) && !is_opener(*at);
    let Some(mut start) = (reach..group.chunks.start).find(is_head) else { return };
    let tokens = row.chunks[start].tokens.start..row.chunks[group.chunks.start].tokens.start;
    if !row.triggers.within(tokens).is_empty() {
        return;
    }
    // "The Minister of Economy **and Commerce** X": one office with two fields.
    let is_field = |group: &Group| {
        let is_office = group.members.iter().all(|m| m.name.is_none() && m.role.is_some() && !m.plural);
        is_office && group.members.len() == 1 && row.chunks[group.chunks.end - 1].has_field(row.patterns, row.tokens)
    };
    let is_second = start == floor + 1 && row.is_and(&row.chunks[floor]);
    let office = groups.pop_if(|group| is_second && is_field(group));
    let member = &mut group.members[0];
    if let Some(office) = office {
        start = office.chunks.start;
        let held = office.members.into_iter().next().unwrap_or_default();
        *member = Member { name: member.name, gender: member.gender, span: member.span, is_titled: true, ..held };
    } else {
        member.country = owner_of(row, start..group.chunks.start);
        member.is_titled |= row.chunks[start..group.chunks.start].iter().any(|chunk| chunk.kind == ChunkKind::Role);
    }
    group.chunks.start = start;
    group.tokens.start = row.chunks[start].tokens.start;
}

/// The words behind a name that tell between commas what somebody is.
fn apposition_behind(row: &Row<'_>, end: usize) -> Option<Range<usize>> {
    let from = if row.is_comma(end) { end + 1 } else { end };
    (from > 0 && row.is_comma(from - 1) && opens_apposition(row, from)).then_some(())?;
    let window = row.chunks.get(from..row.chunks.len().min(from + APPOSITION))?;
    let closes = |chunk: &Chunk| matches!(row.word_of(chunk).text, "," | ";" | ".");
    let is_person = |at: &usize| {
        let is_bound = row.is_small(&row.chunks[*at - 1]) && !row.is_and(&row.chunks[*at - 1]);
        row.chunks[*at].kind == ChunkKind::Name && !is_bound
    };
    // "X, Minister of Ports **led** a delegation": the comma that closes it may be missing before a verb.
    let acts = |at: &usize| !row.triggers.at(row.chunks[*at].tokens.start).is_empty();
    let is_office = |at: usize| is_office_part(row, &row.chunks[at]) || is_joint(row, &row.chunks[at]);
    let has_article = row.patterns.determiners.holds(row.word_of(&row.chunks[from]));
    let verb = (from..from + window.len()).find(acts).filter(|verb| !has_article && (from..*verb).all(is_office));
    let mut to = verb.or_else(|| Some(from + window.iter().position(closes)?))?;
    // "X, harbour master of Nordvik **and Y**": what stands behind "and" is the next one's.
    if let Some(name) = (from..to).find(is_person) {
        to = (from..name).rev().find(|at| row.is_and(&row.chunks[*at]))?;
    }
    let tells = |chunk: &Chunk| {
        chunk.kind == ChunkKind::Role || (row.word_of(chunk).shape == Shape::Lower && !row.is_small(chunk))
    };
    let is_told = row.chunks[from..to].iter().any(|chunk| tells(chunk) && !is_joint(row, chunk));
    let fits = is_free(row, from..to) && !is_of_next(row, from..to) && !lists_more(row, from..to);
    (is_told && fits).then_some(from..to)
}

/// "The Port Group, the union of **Peru, Ghana** and Estonia": a list among the words is not closed by its first comma.
fn lists_more(row: &Row<'_>, apposition: Range<usize>) -> bool {
    let is_thing = |at: usize| {
        let kind = row.chunks.get(at).map(|chunk| chunk.kind);
        matches!(kind, Some(ChunkKind::Country | ChunkKind::Demonym | ChunkKind::Org | ChunkKind::Place))
    };
    row.is_comma(apposition.end) && is_thing(apposition.end - 1) && {
        let next = apposition.end + 1;
        let is_same = row.chunks.get(next).map(|chunk| chunk.kind) == Some(row.chunks[apposition.end - 1].kind);
        is_same && row.chunks.get(next + 1).is_some_and(|chunk| row.patterns.joins(row.word_of(chunk)))
    }
}

/// "After talks with X, **the foreign minister of Peru, Y,** said": an office behind an article may be that of the name behind it,
/// unless that has its own.
fn is_of_next(row: &Row<'_>, apposition: Range<usize>) -> bool {
    let next = row.after_titles.get(apposition.end + 1).copied().unwrap_or(apposition.end + 1);
    let is_name = row.kind_at(next) == Some(ChunkKind::Name);
    let is_article = row.patterns.determiners.holds(row.word_of(&row.chunks[apposition.start]));
    let goes_on = row.is_comma(apposition.end) && is_name;
    let has_own = || row.is_comma(next + 1) && opens_office(row, next + 2);
    goes_on && (is_article || lists_offices_first(row, apposition.start)) && !has_own()
}

/// Whether what stands behind a comma tells what somebody is: no adposition, and no word that opens a clause.
fn opens_apposition(row: &Row<'_>, at: usize) -> bool {
    let Some(chunk) = row.chunks.get(at) else { return false };
    let first = row.word_of(chunk);
    let is_title = row.patterns.before_name.holds(first);
    let is_number = first.shape == Shape::Number;
    let is_closed = is_number || matches!(chunk.kind, ChunkKind::Mark | ChunkKind::Date | ChunkKind::Name);
    let opens_clause = row.patterns.openers.holds(first) && !is_title && !row.patterns.determiners.holds(first);
    !is_closed && !opens_clause && !row.patterns.governors.holds(first) && !row.patterns.and.holds(first)
}

/// Whether no verb, clause, day, quotation or mark of a doer ("for Peru **by** Y") stands among some chunks.
fn is_free(row: &Row<'_>, chunks: Range<usize>) -> bool {
    let Some(window) = row.chunks.get(chunks).filter(|window| !window.is_empty()) else { return true };
    let opens_clause = |token: &Token<'_>| {
        row.patterns.opens_clause(token)
            || row.patterns.passives.holds(token)
            || row.patterns.negation.holds(token)
            || row.patterns.doer_marks.holds(token)
            || token.is_quote()
            || (token.shape == Shape::Mark && !matches!(token.text, "," | ";" | "(" | ")" | "&" | "/" | "-"))
    };
    let (first, last) = (&window[0], &window[window.len() - 1]);
    row.triggers.within(first.tokens.start..last.tokens.end).is_empty()
        && window.iter().all(|chunk| chunk.kind != ChunkKind::Date)
        && !row.tokens[first.tokens.start..last.tokens.end].iter().any(opens_clause)
}

/// The only state among the words of an office, where it says whose office that is: an adjective or an owner before capitals or an
/// office, or behind "of" ("of the **Peruvian** Port Council", "of the Port Council of **Peru**").
fn owner_of(row: &Row<'_>, office: Range<usize>) -> Option<ConceptId> {
    let chunks = row.chunks.get(office)?;
    let mut states = chunks.iter().enumerate().filter(|(_, chunk)| chunk.concept_of("country").is_some());
    let (at, state) = states.next().filter(|_| states.next().is_none())?;
    // "The **Kenya Ports** Authority": a state may be a part of the name of its body.
    let is_body = state.kind == ChunkKind::Word;
    let is_owner = is_body || matches!(state.kind, ChunkKind::Demonym | ChunkKind::Country);
    let mut before = chunks[..at].iter().rev().skip_while(|chunk| row.patterns.determiners.holds(row.word_of(chunk)));
    let before = before.next();
    let is_of = before.is_some_and(|chunk| {
        let word = row.word_of(chunk);
        row.patterns.complements.holds(word) && !row.patterns.recipients.holds(word)
    });
    let next = chunks.get(at + 1);
    let qualifies = is_body || next.is_some_and(|next| is_office_part(row, next));
    let closes = at + 1 == chunks.len() && state.kind == ChunkKind::Country && is_of;
    // "Adviser **to the Peruvian President**" serves Peru as he does.
    let opens = before.is_none() || is_of || next.is_some_and(|next| next.kind == ChunkKind::Role);
    (is_owner && (closes || (qualifies && opens))).then(|| state.concept_of("country").cloned()).flatten()
}

/// How one of a list goes over into the next.
struct Joint {
    /// Behind "and" or a semicolon.
    is_marked: bool,
    /// Words between commas, or in brackets, tell what the one before is.
    is_apposed: bool,
    /// Where the next one stands.
    next: usize,
}

/// Joins those who are listed although words stand between them that no pattern reads.
pub(super) fn join_lists(row: &Row<'_>, groups: &mut Vec<Group>) {
    if row.patterns.adposition != Adposition::Pre {
        return;
    }
    let mut first = 0;
    while first < groups.len() {
        let last = list_from(row, groups, first);
        if last > first {
            let later: Vec<Group> = groups.drain(first + 1..=last).filter(are_people).collect();
            later.into_iter().for_each(|group| groups[first].take_in(group));
        }
        first += 1;
    }
}

/// The last group of the list that begins with a group; the same one where none does.
fn list_from(row: &Row<'_>, groups: &[Group], first: usize) -> usize {
    if !are_people(&groups[first]) {
        return first;
    }
    let mut joints: Vec<Joint> = Vec::new();
    let mut last = first;
    while let Some(joint) = joint_behind(row, groups, last) {
        last = joint.next;
        joints.push(joint);
    }
    let acts = |group: &Group| !row.triggers.within(group.tokens.end..group.tokens.end + 1).is_empty();
    let is_whole = |joint: &Joint| joint.is_marked || groups[joint.next].members.len() > 1;
    // "Met X, a judge, **Y said**": who acts behind a comma alone is in no list.
    while joints.pop_if(|joint| !is_whole(joint) && acts(&groups[joint.next])).is_some() {}
    let Some(end) = joints.last().map(|joint| joint.next) else { return first };
    // "At the talks with X, a judge, Y and Z said": whoever acts does not stand behind an adposition.
    let is_governed = || {
        let before = row.patterns.word_before(row.tokens, groups[first].tokens.start);
        before.is_some_and(|at| row.patterns.governors.holds(&row.tokens[at]))
    };
    // "X received Y, **and Minister Z** flew home": a list of two has no comma.
    let is_pair = joints.len() == 1 && groups[first].members.len() == 1 && !joints[0].is_apposed;
    let is_clause = || is_pair && row.has_word_at(groups[end].tokens.end);
    let is_list = joints.iter().any(is_whole) && !(is_governed() && acts(&groups[end])) && !is_clause();
    if is_list { end } else { first }
}

fn are_people(group: &Group) -> bool {
    group.members.iter().all(|member| member.name.is_some())
}

/// The next one of the list behind a group.
fn joint_behind(row: &Row<'_>, groups: &[Group], last: usize) -> Option<Joint> {
    // "The head of **Nordvik**": a name there is that of a house; states and bodies belong to offices.
    let is_bound = |group: &Group| {
        let before = group.tokens.start.checked_sub(1).map(|at| &row.tokens[at]);
        let is_bare = group.members.iter().all(|m| m.role.is_none() && !m.is_titled);
        is_bare && before.is_some_and(|word| row.patterns.is_small(word) && !row.patterns.and.holds(word))
    };
    let is_aside = |group: &Group| {
        let is_other = |m: &Member| m.name.is_none() && !m.is_pronoun && !m.is_sides;
        group.members.iter().all(is_other) || is_bound(group)
    };
    let next = (last + 1..groups.len()).find(|at| !is_aside(&groups[*at])).filter(|at| are_people(&groups[*at]))?;
    let before = groups[last].chunks.end;
    let from = before - usize::from(row.chunks[before - 1].kind == ChunkKind::Mark);
    let gap = from..groups[next].chunks.start;
    if gap.is_empty() || gap.len() > GAP || !is_free(row, gap.clone()) {
        return None;
    }
    let separates = |at: &usize| matches!(row.word_of(&row.chunks[*at]).text, "," | ";");
    let separator = gap.clone().rfind(separates);
    let has_and = |at: usize| at < gap.end && row.is_and(&row.chunks[at]);
    let posting = posting_end(row, from);
    let (apposition, office) = match (separator, posting) {
        (Some(at), _) => (from..at, at + 1..gap.end),
        (None, _) if has_and(from) => (from..from, from..gap.end),
        (None, Some(end)) if has_and(end) => (from..end, end..gap.end),
        _ => return None,
    };
    let is_posted = posting == Some(apposition.end);
    if !apposition.is_empty() && !is_posted && !is_apposition(row, apposition.clone()) {
        return None;
    }
    // "Flew X **to Peru and Y said**": who does something of his own is in no list.
    let next_end = groups[next].tokens.end;
    let acts = || row.has_word_at(next_end) || !row.triggers.within(next_end..next_end + 1).is_empty();
    if is_posted && acts() {
        return None;
    }
    // "X of the Port Institute, and …": what no comma parts from a name parts no list.
    let is_apposed = row.chunks.get(from).is_some_and(|first| !apposition.is_empty() && first.kind == ChunkKind::Mark);
    let is_part = |chunk: &Chunk| {
        is_office_part(row, chunk) || row.is_small(chunk) || is_joint(row, chunk) || chunk.kind == ChunkKind::Ordinal
    };
    // Where nothing stands between them lists are joined before, unless an office that no pattern reads was taken in.
    let is_styled = has_unread_office(row, &groups[last]);
    let is_told = !apposition.is_empty()
        || is_styled
        || row.chunks[office.clone()].iter().any(|chunk| is_office_part(row, chunk));
    // "And **Harbour** Director Lagoon Bank X"
    let is_owner = |at: usize| {
        let is_office = row.kind_at(at + 1) == Some(ChunkKind::Role);
        is_office && row.chunks[at].kind == ChunkKind::Name && row.chunks[at].tokens.len() == 1
    };
    let is_office = office.clone().all(|at| is_part(&row.chunks[at]) || row.unit_end(at).is_some() || is_owner(at));
    let is_parted = separator.is_some_and(|at| row.word_of(&row.chunks[at]).text == ";");
    (is_told && is_office).then(|| Joint { is_marked: is_parted || has_and(office.start), is_apposed, next })
}

/// Where the words end that say behind a name to which states somebody is sent ("X **to Peru**; Y, **to Chad**").
fn posting_end(row: &Row<'_>, from: usize) -> Option<usize> {
    let at = from + usize::from(row.is_comma(from));
    row.chunks.get(at).filter(|chunk| row.patterns.postings.holds(row.word_of(chunk)))?;
    let is_article = |at: &usize| row.patterns.determiners.holds(row.word_of(&row.chunks[*at]));
    let start = (at + 1..row.chunks.len()).find(|at| !is_article(at))?;
    let state = row.after_country_words[start];
    let chunk = row.chunks.get(state).filter(|chunk| matches!(chunk.kind, ChunkKind::Country | ChunkKind::Org))?;
    (!chunk.is_sent).then_some(state + 1)
}

/// Whether the words of an office that no pattern reads belong to a group, before its name or behind it.
fn has_unread_office(row: &Row<'_>, group: &Group) -> bool {
    let [member] = group.members.as_slice() else { return false };
    let first = row.after_titles.get(group.chunks.start).copied();
    let is_before = member.role.is_none() && first != member.name;
    let is_behind = first == member.name && member.name.is_some_and(|name| name + 2 < group.chunks.end);
    is_before || is_behind
}

/// Whether the words between a name and a separator tell what somebody is: behind a comma, in brackets, or from where he is.
fn is_apposition(row: &Row<'_>, chunks: Range<usize>) -> bool {
    let first = row.word_of(&row.chunks[chunks.start]);
    let is_bracket = first.text == "(" && row.word_of(&row.chunks[chunks.end - 1]).text == ")";
    let is_behind_comma = first.text == "," && chunks.len() > 1 && opens_apposition(row, chunks.start + 1);
    is_bracket || is_behind_comma || row.patterns.complements.holds(first)
}
