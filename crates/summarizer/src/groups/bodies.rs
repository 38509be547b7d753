//! States and bodies that stand beside another noun: as its owner, or by themselves.

use attache_grammar::Endings;

use crate::chunk::{Chunk, ChunkKind};
use crate::declension::OBJECT;
use crate::offices::States;
use crate::patterns::{Adposition, Patterns};
use crate::token::{Shape, Token, share_token};

use super::{Group, Member, group};

/// "Peru NATO-nun bəyanatını pisləyib": a state before a body that is not one of those that states have does not own it.
pub(crate) fn part_bodies(patterns: &Patterns, states: &States, chunks: &[Chunk], groups: &mut Vec<Group>) {
    let is_joint = |found: &Group| {
        let bodies = &chunks[found.chunks.clone()];
        let are_bare = found.members.iter().all(|member| member.name.is_none() && member.role.is_none());
        let is_foreign = |chunk: &Chunk| !chunk.is_sent && chunk.concept_of("org").is_some_and(|org| !states.have(org));
        patterns.adposition == Adposition::Post
            && are_bare
            && matches!(bodies, [state, body]
                if state.kind == ChunkKind::Country && state.ending.case.is_none() && is_foreign(body))
    };
    while let Some(at) = groups.iter().position(is_joint) {
        let joint = groups.remove(at);
        let (state, body) = (joint.chunks.start, joint.chunks.start + 1);
        let country = chunks[state].concept_of("country").cloned();
        let org = chunks[body].concept().cloned();
        let of_state = Member { country, span: Some(chunks[state].span), ..Member::default() };
        let of_body = Member { org, span: Some(chunks[body].span), ..Member::default() };
        groups.insert(at, group(chunks, state..body, vec![of_state]));
        groups.insert(at + 1, group(chunks, body..body + 1, vec![of_body]));
    }
}

/// The case of a bare noun that owns the one behind it: it is nobody's subject and object.
pub(super) const OWNER: &str = "owner";

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
        let is_bare =
            group.members.iter().all(|m| m.name.is_none() && m.role.is_none() && !m.is_pronoun && !m.is_sides);
        // "Azərbaycan-İspaniya münasibətləri": the halves of a compound share a word.
        let is_half = |at: Option<usize>| {
            at.and_then(|at| chunks.get(at)).is_some_and(|chunk| share_token(&chunk.tokens, &group.tokens))
        };
        let is_compound = is_half(Some(group.chunks.end)) || is_half(group.chunks.start.checked_sub(1));
        // "Vyana Konvensiyası": a capital that names a paper is no state.
        let names_paper = || {
            let next = chunks.get(group.chunks.end);
            group.members.iter().any(|member| member.capital.is_some())
                && next.is_some_and(|next| is_paper(next, tokens))
        };
        // "X Türkiyə səfəri çərçivəsində": what qualifies an occasion is not who does something at it.
        let leads_to = || {
            let next = chunks.get(group.chunks.end).filter(|next| next.kind == ChunkKind::Occasion);
            let behind = next.filter(|next| is_owned_thing(next)).and_then(|next| tokens.get(next.tokens.end));
            behind.is_some_and(|word| patterns.governors.holds(word))
        };
        let is_owner = || is_compound || owns_next(endings, chunks, tokens, group) || names_paper() || leads_to();
        if is_bare && group.ending.case.is_none() && is_owner() {
            group.ending.case = Some(OWNER.into());
        }
    }
}

/// "səfəri": a bare possessive looks like an object.
fn is_owned_thing(chunk: &Chunk) -> bool {
    chunk.ending.possessive || chunk.has_case(OBJECT)
}

/// A document, an occasion, or a capital word that is nobody's name.
fn is_paper(chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    match chunk.kind {
        ChunkKind::Document | ChunkKind::Occasion => true,
        ChunkKind::Word => tokens[chunk.tokens.start].shape == Shape::Capital,
        _ => false,
    }
}

fn owns_next(endings: &Endings, chunks: &[Chunk], tokens: &[Token<'_>], group: &Group) -> bool {
    let Some(next) = chunks.get(group.chunks.end) else { return false };
    let word = &tokens[next.tokens.start];
    let is_owned = || endings.splits(word.text).iter().any(|(_, ending)| ending.possessive && ending.case.is_some());
    match next.kind {
        ChunkKind::Name => !next.has_case(OBJECT),
        ChunkKind::Word => (word.shape == Shape::Lower && is_owned()) || next.tokens.len() > 1,
        _ => false,
    }
}
