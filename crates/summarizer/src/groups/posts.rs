//! Offices that are given: "X was appointed **ambassador to Peru**", "X **Perudakı səfiri** təyin edilib".
//!
//! The verb stands between somebody and the office, or behind both where it comes last, so no pattern of the noun phrase reads them
//! together.

use std::ops::Range;

use crate::chunk::ChunkKind;
use crate::declension::OBJECT;
use crate::patterns::Adposition;
use crate::token::Token;

use super::{Group, Member, Post, Row, group};

/// A verb by which somebody is given an office.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub(crate) tokens: Range<usize>,
    /// Its subject is who gets the office.
    pub(crate) is_undergone: bool,
}

/// Gives those who are appointed by some verbs the offices that stand with them.
pub(crate) fn give_posts(row: &Row<'_>, verbs: &[Verb], groups: &mut Vec<Group>) {
    for verb in verbs {
        match row.patterns.adposition {
            Adposition::Pre => give_behind(row, verb, groups),
            Adposition::Post => give_before(row, &verb.tokens, groups),
        };
    }
}

/// "X was appointed (as the new) ambassador (to Peru)", "appointed X to the post of minister".
fn give_behind(row: &Row<'_>, verb: &Verb, groups: &mut Vec<Group>) -> Option<()> {
    let Verb { tokens: verb, is_undergone } = verb;
    part_doer(row, verb, groups);
    let holder = if *is_undergone {
        groups.iter().rposition(|group| group.tokens.end <= verb.start)?
    } else {
        groups.iter().position(|group| group.tokens.start >= verb.end)?
    };
    // "Was appointed **by Y** as ambassador": by whom may stand between.
    let is_by = |at: usize| {
        let before = row.patterns.word_before(row.tokens, groups[at].tokens.start);
        *is_undergone
            && before.is_some_and(|before| before >= verb.end && row.patterns.doer_marks.holds(&row.tokens[before]))
    };
    let doer = groups.get(holder + 1).map(|_| holder + 1).filter(|at| is_by(*at));
    let at = doer.map_or(holder + 1, |doer| doer + 1);
    let office = groups.get(at).filter(|office| is_office(office))?;
    let leads = |word: &Token<'_>| row.patterns.determiners.holds(word) || row.patterns.posts.holds(word);
    let takes_up = |word: &Token<'_>| word.text == "," || row.patterns.relatives.holds(word);
    let end = groups[holder].tokens.end;
    let are_tied = if *is_undergone {
        let from = doer.map_or(verb.end, |doer| groups[doer].tokens.end);
        let between = row.tokens.get(from..office.tokens.start)?;
        between.iter().all(leads) && row.tokens[end..verb.start].iter().all(takes_up)
    } else {
        // "Appointed X, ambassador to Peru": a comma alone makes an apposition.
        let between = &row.tokens[end..office.tokens.start];
        between.iter().any(|word| row.patterns.posts.holds(word)) && between.iter().all(leads)
    };
    (are_tied && may_hold(&groups[holder], office)).then_some(())?;
    let mut office = groups.remove(at);
    if groups.get(at).is_some_and(|host| is_host(row, &office, host)) {
        office.members[0].host = groups.remove(at).members.pop().and_then(|host| host.country.or(host.org));
    }
    hold(&mut groups[holder], office.members);
    Some(())
}

/// "Was appointed by **President Y as ambassador to Peru**": the office behind a doer is not the doer's.
fn part_doer(row: &Row<'_>, verb: &Range<usize>, groups: &mut Vec<Group>) -> Option<()> {
    let at = groups.iter().position(|group| group.tokens.start >= verb.end)?;
    let doer = &groups[at];
    let [member] = doer.members.as_slice() else { return None };
    let name = member.name.filter(|_| member.role.is_some())?;
    let is_marked = |at: usize| row.patterns.doer_marks.holds(&row.tokens[at]);
    row.patterns.word_before(row.tokens, doer.tokens.start).filter(|before| is_marked(*before))?;
    let is_role = |at: &usize| row.chunks[*at].kind == ChunkKind::Role;
    let office = (name + 1..doer.chunks.end).find(is_role)?;
    let own = (doer.chunks.start..name).find(is_role);
    let role = own.and_then(|at| row.chunks[at].concept().cloned());
    let span = Some(row.chunks[doer.chunks.start].span.to(row.chunks[name].span));
    let named = Member { name: Some(name), role, gender: member.gender, span, ..Member::default() };
    let given = Member { name: None, is_titled: false, gender: None, ..member.clone() };
    let parts = [
        group(row.chunks, doer.chunks.start..name + 1, vec![named]),
        group(row.chunks, office..doer.chunks.end, vec![given]),
    ];
    groups.splice(at..=at, parts);
    Some(())
}

/// "Ambassador **to Peru**": a bare state or body behind the mark of a posting.
fn is_host(row: &Row<'_>, office: &Group, host: &Group) -> bool {
    let between = &row.tokens[office.tokens.end..host.tokens.start];
    let is_mark = |word: &Token<'_>| row.patterns.postings.holds(word);
    let is_whole = |kind| matches!(kind, ChunkKind::Country | ChunkKind::Org) && host.members.len() == 1;
    let is_light = |word: &Token<'_>| row.patterns.determiners.holds(word);
    is_whole(row.chunks[host.chunks.end - 1].kind)
        && office.members[0].host.is_none()
        && between.split_first().is_some_and(|(mark, rest)| is_mark(mark) && rest.iter().all(is_light))
}

/// "X Perudakı səfiri (vəzifəsinə) təyin edilib", "X Perudakı səfiri, Y Çaddakı səfiri təyin edilib".
fn give_before(row: &Row<'_>, verb: &Range<usize>, groups: &mut Vec<Group>) -> Option<()> {
    let mut office = groups.iter().rposition(|group| group.tokens.end <= verb.start)?;
    groups[office].ending.case.is_none().then_some(())?;
    row.tokens[groups[office].tokens.end..verb.start].iter().all(|word| row.patterns.posts.holds(word)).then_some(())?;
    let mut later: Option<Group> = None;
    while let Some(given) = give_to_one_before(row, groups, office) {
        if let Some(later) = later.take() {
            groups[given].ending = later.ending.clone();
            groups[given].take_in(later);
        }
        let is_listed = |before: &usize| {
            let office = &groups[*before];
            let between = &row.tokens[office.tokens.end..groups[given].tokens.start];
            is_office(office) && office.ending.case.is_none() && between.iter().all(|word| row.patterns.joins(word))
        };
        let next = given.checked_sub(1).filter(is_listed);
        let Some(before) = next else {
            share_with_one_before(row, groups, given);
            return Some(());
        };
        later = Some(groups.remove(given));
        office = before;
    }
    groups.splice(office + 1..office + 1, later);
    Some(())
}

/// Gives an office to whoever stands right before it; gives the place of the group that both are then.
fn give_to_one_before(row: &Row<'_>, groups: &mut Vec<Group>, office: usize) -> Option<usize> {
    let mut holder = office.checked_sub(1).filter(|_| is_office(&groups[office]))?;
    // "X Perudakı səfiri, **Y** Çaddakı səfiri": no apposition, since an office stands behind the second, too.
    if let Some((first, second)) = part_apposition(row, &groups[holder])
        && holder.checked_sub(1).is_some_and(|before| are_beside(row, &groups[before], &first))
    {
        groups.splice(holder..=holder, [first, second]);
        holder += 1;
    }
    let office = holder + 1;
    let is_tied = are_beside(row, &groups[holder], &groups[office]) && may_hold(&groups[holder], &groups[office]);
    is_tied.then_some(())?;
    let mut office = groups.remove(office);
    let given = std::mem::take(&mut office.members);
    groups[holder].take_in(office);
    hold(&mut groups[holder], given);
    Some(holder)
}

/// "**X Azərbaycanın Peruda**, Y isə Çadda səfiri təyin edilib": the first one is given the same office.
fn share_with_one_before(row: &Row<'_>, groups: &mut Vec<Group>, given: usize) {
    let Some(first) = given.checked_sub(1) else { return };
    let [member] = groups[first].members.as_slice() else { return };
    let is_bare = member.name.is_some() && member.role.is_none() && member.host.is_some();
    let between = &row.tokens[groups[first].tokens.end..groups[given].tokens.start];
    if !is_bare || !between.iter().all(|word| row.patterns.joins(word)) {
        return;
    }
    let own = member.country.clone();
    let later = groups.remove(given);
    let country = later.members[0].country.clone().or(own);
    let office = Member { country: country.clone(), ..later.members[0].clone() };
    let first = &mut groups[first];
    give(&mut first.members[0], &office);
    first.ending = later.ending.clone();
    first.take_in(later);
    first.members.iter_mut().for_each(|member| member.country = member.country.take().or_else(|| country.clone()));
}

/// Takes "the ambassador to Peru, X" apart: the office, and who stands behind it.
fn part_apposition(row: &Row<'_>, apposed: &Group) -> Option<(Group, Group)> {
    let [member] = apposed.members.as_slice() else { return None };
    let name = member.name.filter(|name| *name > apposed.chunks.start + 1 && row.is_comma(name - 1))?;
    let held = Member { name: None, gender: None, is_titled: false, ..member.clone() };
    let named = Member { name: Some(name), span: Some(row.chunks[name].span), ..Member::default() };
    let first = group(row.chunks, apposed.chunks.start..name - 1, vec![held]);
    Some((first, group(row.chunks, name..apposed.chunks.end, vec![named])))
}

/// Whether nothing stands between two groups but what sets one half of a clause against the other.
fn are_beside(row: &Row<'_>, one: &Group, other: &Group) -> bool {
    let between = row.tokens.get(one.tokens.end..other.tokens.start);
    between.is_some_and(|between| between.iter().all(|word| row.patterns.contrasts.holds(word)))
}

/// Whether a group is an office without its holder.
fn is_office(group: &Group) -> bool {
    let [member] = group.members.as_slice() else { return false };
    let is_bare = member.name.is_none() && !member.is_pronoun && !member.plural;
    is_bare && member.role.is_some() && !member.is_former && !member.open
}

/// Whether a group is one person, of no other state than an office if none of his own is told.
fn may_hold(holder: &Group, office: &Group) -> bool {
    let ([member], [office]) = (holder.members.as_slice(), office.members.as_slice()) else { return false };
    let is_free = holder.ending.case.as_deref().is_none_or(|case| case == OBJECT);
    let is_other = member.country.is_some() && office.country.is_some() && member.country != office.country;
    let is_bare = !member.is_former && !is_other && member.org.is_none() && member.host.is_none();
    member.name.is_some() && is_free && (member.role.is_some() || is_bare)
}

/// Gives the one of a group an office: as his own where he is told to hold none.
fn hold(holder: &mut Group, given: Vec<Member>) {
    let member = &mut holder.members[0];
    for office in given {
        match office.role.clone().filter(|_| member.role.is_some()) {
            None => give(member, &office),
            Some(role) => {
                let Member { country, org, host, .. } = office;
                member.post = Some(Post { role, country, org, host });
            }
        }
    }
}

fn give(member: &mut Member, office: &Member) {
    let Member { country, gender, org, host, name, span, .. } = std::mem::take(member);
    // "The Estonian X was elected president **of the Assembly**": of the body, whatever the state he comes from.
    let country = country.filter(|_| office.org.is_none());
    *member = Member {
        country: country.or_else(|| office.country.clone()),
        gender: gender.or(office.gender),
        org: org.or_else(|| office.org.clone()),
        host: host.or_else(|| office.host.clone()),
        name,
        span,
        is_titled: true,
        ..office.clone()
    };
}
