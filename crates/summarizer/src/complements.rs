//! What a topic is tied to: "the sovereignty **of Georgia**", "the attack **on Poland**", "relations **between A and B**".
//!
//! Knows where a complement stands beside its topic; which words and cases tie it stands in `patterns.toml`.

use std::ops::Range;

use attache_schema::{Actor, Complement, ConceptId, Event, Topic};

use crate::chunk::{Chunk, ChunkKind, TopicHit};
use crate::events::{View, parties};
use crate::groups::Member;
use crate::kinds::Kinds;
use crate::patterns::{Patterns, TieRule};
use crate::token::Token;

/// Ties the topics of an event to the states and bodies beside them, as far as the event does not name these anyway.
pub(crate) fn tie_topics(patterns: &Patterns, kinds: &Kinds, view: View<'_>, event: &mut Event) {
    let found: Vec<Vec<Complement>> = event.topics.iter().map(|topic| of_topic(patterns, kinds, view, topic)).collect();
    for at in 0..event.topics.len() {
        let mut complements = found[at].clone();
        if complements.is_empty() {
            let twin = twin_of(patterns, kinds, view, &event.topics, at);
            complements.extend(twin.into_iter().flat_map(|twin| &found[twin]).cloned());
        }
        let told: Vec<bool> = complements.iter().map(|one| is_told(view, event, &complements, one)).collect();
        let mut told = told.into_iter();
        complements.retain(|_| told.next() == Some(false));
        event.evidence.extend(complements.iter().map(|complement| complement.span));
        event.topics[at].complements = complements;
    }
}

fn of_topic(patterns: &Patterns, kinds: &Kinds, view: View<'_>, topic: &Topic) -> Vec<Complement> {
    let hit = view.topics.iter().find(|hit| hit.span == topic.span);
    let Some(hit) = hit.filter(|_| !kinds.topics().is_placed(&topic.concept)) else { return Vec::new() };
    let mut complements: Vec<Complement> = Vec::new();
    // What stands between a topic and a complement may be another one: "the Russian aggression against Ukraine".
    let mut reach = hit.tokens.clone();
    let mut rules: Vec<&TieRule> = patterns.ties.iter().filter(|rule| rule.takes(&topic.concept)).collect();
    while let Some((at, tied)) = rules.iter().enumerate().find_map(|(at, rule)| {
        let tied = look(rule, patterns, view, hit, &reach);
        (!tied.is_empty()).then_some((at, tied))
    }) {
        let rule = rules.remove(at);
        rules.retain(|other| other.relation != rule.relation);
        // "Avropa Parlamentinin Azərbaycanda demokratiya ilə bağlı qətnaməsi": across another complement a body owns something else.
        let is_far = !complements.is_empty();
        for chunk in tied.into_iter().filter(|chunk| !(is_far && chunk.concept_of("country").is_none())) {
            reach = reach.start.min(chunk.tokens.start)..reach.end.max(chunk.tokens.end);
            let concept = state(chunk).filter(|_| complements.iter().all(|known| known.span != chunk.span));
            complements.extend(concept.map(|concept| Complement {
                relation: rule.relation.clone(),
                concept: concept.clone(),
                span: chunk.span,
            }));
        }
    }
    complements
}

/// The states and bodies that a rule finds on its side of a topic. The words of a claim may name them ("aggression against
/// Ukraine").
fn look<'v>(
    rule: &TieRule,
    patterns: &Patterns,
    view: View<'v>,
    hit: &TopicHit,
    reach: &Range<usize>,
) -> Vec<&'v Chunk> {
    let is_claim = hit.concepts.iter().any(|concept| concept.kind() == "charge");
    let inside = if is_claim { hit.tokens.start + 1..hit.tokens.end } else { 0..0 };
    let find =
        |at: usize| if rule.is_before { before(rule, patterns, view, at) } else { behind(rule, patterns, view, at) };
    let outside = if rule.is_before { reach.start } else { reach.end };
    std::iter::once(outside).chain(inside).map(find).find(|tied| !tied.is_empty()).unwrap_or_default()
}

/// The list that begins at a token: its mark, then states and bodies with articles between.
fn behind<'v>(rule: &TieRule, patterns: &Patterns, view: View<'v>, mut at: usize) -> Vec<&'v Chunk> {
    let tokens = view.tokens;
    if rule.is_adjective {
        let adjective = view.chunks.iter().find(|chunk| chunk.tokens.start == at && chunk.kind == ChunkKind::Demonym);
        return adjective.into_iter().collect();
    }
    if !tokens.get(at).is_some_and(|token| rule.words.holds(token)) {
        return Vec::new();
    }
    at += 1;
    let mut tied = Vec::new();
    loop {
        while tokens.get(at).is_some_and(|token| patterns.determiners.holds(token)) {
            at += 1;
        }
        at = patterns.before_country.longest_at(view.sight, at).unwrap_or(at);
        let Some(chunk) = view.chunks.iter().find(|chunk| chunk.tokens.start == at && is_bare(view, chunk)) else {
            break;
        };
        tied.push(chunk);
        at = chunk.tokens.end;
        if !tokens.get(at).is_some_and(|token| patterns.joins(token)) {
            break;
        }
        at += 1;
        // "Of Peru and of Kenya"
        at += usize::from(tokens.get(at).is_some_and(|token| rule.words.holds(token)));
    }
    if rule.is_several && tied.len() < 2 { Vec::new() } else { tied }
}

/// The list that ends before a token: states and bodies in a case or with a word behind them, once for the whole list ("Peru
/// və Keniyanın").
fn before<'v>(rule: &TieRule, patterns: &Patterns, view: View<'v>, end: usize) -> Vec<&'v Chunk> {
    let Some(last) = end.checked_sub(1) else { return Vec::new() };
    let is_marked = rule.words.holds(&view.tokens[last]);
    if !rule.words.is_empty() && !is_marked {
        return Vec::new();
    }
    let ending_at = |end: usize| view.chunks.iter().find(|chunk| chunk.tokens.end == end);
    let Some(chunk) = ending_at(if is_marked { last } else { end }) else { return Vec::new() };
    if rule.is_adjective {
        return if chunk.kind == ChunkKind::Demonym { vec![chunk] } else { Vec::new() };
    }
    if !is_bare(view, chunk) || chunk.ending.case.as_deref() != rule.case.as_deref() {
        return Vec::new();
    }
    // "A ilə B arasında"
    let joins = |token: &Token<'_>| patterns.joins(token) || (rule.is_several && patterns.with.words.holds(token));
    let mut tied = vec![chunk];
    let mut start = chunk.tokens.start;
    while let Some(joint) = start.checked_sub(1).filter(|at| joins(&view.tokens[*at])) {
        let Some(other) = ending_at(joint).filter(|chunk| is_bare(view, chunk)) else { break };
        if other.ending.case.is_some() && other.ending.case.as_deref() != rule.case.as_deref() {
            break;
        }
        tied.insert(0, other);
        start = other.tokens.start;
    }
    if rule.is_several && tied.len() < 2 { Vec::new() } else { tied }
}

/// A state or body that is nobody's office and no part of a name.
fn is_bare(view: View<'_>, chunk: &Chunk) -> bool {
    let is_plain = matches!(chunk.kind, ChunkKind::Country | ChunkKind::Org) && state(chunk).is_some();
    let of_person = view.groups.iter().any(|group| {
        let is_person = |m: &Member| m.role.is_some() || m.name.is_some() || m.host.is_some();
        group.span.contains(chunk.span) && group.members.iter().any(is_person)
    });
    is_plain && !of_person
}

fn state(chunk: &Chunk) -> Option<&ConceptId> {
    chunk.concept_of("country").or_else(|| chunk.concept_of("org"))
}

/// The topic that shares its complement with this one: "the sovereignty and territorial integrity of Georgia", two that only
/// "and" parts and that belong together.
fn twin_of(patterns: &Patterns, kinds: &Kinds, view: View<'_>, topics: &[Topic], at: usize) -> Option<usize> {
    let hit = |topic: &Topic| view.topics.iter().find(|hit| hit.span == topic.span);
    let twin = if patterns.is_verb_final() { at.checked_sub(1)? } else { at + 1 };
    let (one, other) = (&topics[at], topics.get(twin)?);
    let (first, second) = if twin < at { (hit(other)?, hit(one)?) } else { (hit(one)?, hit(other)?) };
    let between = view.tokens.get(first.tokens.end..second.tokens.start)?;
    let is_joined = matches!(between, [joint] if patterns.and.holds(joint));
    (is_joined && kinds.topics().are_kindred(&one.concept, &other.concept)).then_some(twin)
}

/// Whether the event says it without the complement: the target that the topic is of, or the sides that relations are between if
/// `all` of them are.
fn is_told(view: View<'_>, event: &Event, all: &[Complement], complement: &Complement) -> bool {
    let is_state = |actor: &Actor| actor.person.is_none() && actor.role.is_none();
    let states = |actor: &Actor| actor.country.clone().or_else(|| actor.org.clone());
    let is_target =
        event.targets.iter().any(|target| is_state(target) && states(target).as_ref() == Some(&complement.concept));
    let sides: Vec<ConceptId> =
        parties(event).chain(view.parties).filter_map(|actor| (view.country_of)(actor)).collect();
    let is_mutual = matches!(complement.relation.key(), "between" | "with");
    let mut alike = all.iter().filter(|other| other.relation == complement.relation);
    is_target || (is_mutual && alike.all(|other| sides.contains(&other.concept)))
}
