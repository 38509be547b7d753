//! Two offices of one person: "the deputy prime minister of Peru and minister of trade, X", "X, president of Peru and chairman of the
//! union", "President X, chairman of the union,". Where languages have articles, none stands before the second; of two people each has
//! his own.

use crate::chunk::ChunkKind;
use crate::patterns::Adposition;

use super::{Group, Member, Row};

/// Joins a group with the one before where both tell of one person; the group is left where they tell of two.
pub(super) fn with_first_office(row: &Row<'_>, groups: &mut Vec<Group>, group: Group) -> Option<Group> {
    let Some(first) = groups.last_mut().filter(|first| are_offices(row, first, &group)) else { return Some(group) };
    let (one, other) = (&first.members[0], &group.members[0]);
    match (one.name, other.name) {
        (Some(name), None)
            if is_apposed(row, first, &group) || (stands_first(row, first, name) && is_added(row, first, &group)) =>
        {
            let member = one.clone();
            first.take_in(group);
            first.members = vec![member];
            None
        }
        (None, Some(name)) if is_added(row, first, &group) && (group.chunks.start..name).any(|at| row.is_comma(at)) => {
            let member = both(one, other);
            let mut joined = groups.pop()?;
            joined.ending = group.ending.clone();
            joined.take_in(group);
            joined.members = vec![member];
            Some(joined)
        }
        _ => Some(group),
    }
}

/// Whether two groups are an office each, the second without an article.
fn are_offices(row: &Row<'_>, first: &Group, second: &Group) -> bool {
    let is_office = |group: &Group| match group.members.as_slice() {
        [member] => member.role.is_some() && !member.plural && !member.is_pronoun && !member.is_master,
        _ => false,
    };
    row.patterns.adposition == Adposition::Pre
        && is_office(first)
        && is_office(second)
        && row.chunks[second.chunks.start].kind == ChunkKind::Role
}

/// Whether nothing but "and" stands between two groups.
fn is_added(row: &Row<'_>, first: &Group, second: &Group) -> bool {
    first.chunks.end + 1 == second.chunks.start && row.is_and(&row.chunks[first.chunks.end])
}

/// Whether a group stands between commas behind another.
fn is_apposed(row: &Row<'_>, first: &Group, second: &Group) -> bool {
    let (start, end) = (second.chunks.start, second.chunks.end);
    let is_behind = first.chunks.end == start || first.chunks.end + 1 == start;
    is_behind && row.is_comma(start - 1) && (row.is_comma(end) || row.is_comma(end - 1))
}

/// Whether nothing but titles stands before the name of a group.
fn stands_first(row: &Row<'_>, group: &Group, name: usize) -> bool {
    name == group.chunks.start || row.after_titles.get(group.chunks.start) == Some(&name)
}

/// What is told of who holds both: the office that serves a state, and of two the one beside the name.
fn both(first: &Member, second: &Member) -> Member {
    if first.country.is_some() && (second.org.is_some() || second.is_former) {
        return Member {
            name: second.name,
            is_titled: second.is_titled,
            gender: second.gender.or(first.gender),
            ..first.clone()
        };
    }
    Member { country: second.country.clone().or_else(|| first.country.clone()), ..second.clone() }
}
