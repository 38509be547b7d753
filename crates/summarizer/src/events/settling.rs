//! Settling what was read in one sentence: whose topics are whose, who speaks, what is told twice.

use std::ops::Range;

use attache_schema::{Event, Span};

use crate::kinds::Kinds;
use crate::patterns::{Adposition, EventRule, Patterns};
use crate::slots::Slot;
use crate::token::Token;
use crate::triggers::Trigger;

use super::quotes::is_quoted;
use super::sides::is_same;
use super::{EventReader, Read, Reading, View};

impl EventReader {
    /// Of two events in one sentence each keeps the topics on its own side of the other's verb ("informed him about the
    /// mines and stressed the importance of trade"). An event that needs topics and keeps none goes.
    pub(super) fn share_topics(&self, patterns: &Patterns, kinds: &Kinds, view: View<'_>, found: &mut Vec<Read>) {
        let triggers: Vec<Range<usize>> = found.iter().map(|read| read.trigger.clone()).collect();
        let token_at = |span: Span| view.tokens.partition_point(|token| token.span.start < span.start);
        for (index, read) in found.iter_mut().enumerate() {
            let (from, to) = match patterns.adposition {
                Adposition::Pre => (
                    if index == 0 { 0 } else { triggers[index].start },
                    triggers.get(index + 1).map_or(usize::MAX, |next| next.start),
                ),
                Adposition::Post => (index.checked_sub(1).map_or(0, |before| triggers[before].end), usize::MAX),
            };
            read.event.topics.retain(|topic| (from..to).contains(&token_at(topic.span)));
            let kept: Vec<Span> = read.event.topics.iter().map(|topic| topic.span).collect();
            read.event.evidence.retain(|span| {
                let is_topic = view.topics.iter().any(|hit| hit.span == *span);
                !is_topic || kept.contains(span)
            });
        }
        for read in found.iter_mut().filter(|read| read.needs_topics && read.event.topics.is_empty()) {
            if let Some(event) = self.without_topics(patterns, kinds, view, read) {
                *read = Read { event, needs_topics: false, ..read.clone() };
            }
        }
        found.retain(|read| !read.needs_topics || !read.event.topics.is_empty());
    }

    /// The same words by a rule that asks for no topics.
    fn without_topics(&self, patterns: &Patterns, kinds: &Kinds, view: View<'_>, read: &Read) -> Option<Event> {
        let here = view.triggers.at(read.trigger.start).iter();
        let rules = here.map(|trigger| (trigger, &patterns.events[trigger.rule]));
        let fits = |(_, rule): &(&Trigger, &EventRule)| {
            rule.kind == read.event.kind.as_str() && !rule.requires.contains(&Slot::Topics)
        };
        rules.filter(fits).find_map(|(trigger, rule)| {
            let reading = Reading { reader: self, patterns, kinds, view, class: self.classes[trigger.rule] };
            let event = reading.build(rule, trigger.tokens.clone())?;
            let topics: Vec<Span> = event.topics.iter().map(|topic| topic.span).collect();
            let evidence = event.evidence.iter().filter(|span| !topics.contains(span)).copied().collect();
            Some(Event { topics: Vec::new(), evidence, ..event })
        })
    }
}

/// «"We condemn the attack", said X»: what a quotation tells in nobody's name, whoever is quoted says.
pub(super) fn give_speakers(patterns: &Patterns, kinds: &Kinds, tokens: &[Token<'_>], found: &mut [Read]) {
    let speaker = |from: usize, found: &[Read]| {
        let sayings = found.iter().filter(|read| read.trigger.end > from && kinds.is_shell(&read.event.kind));
        sayings.map(|read| read.event.agents.clone()).find(|agents| !agents.is_empty())
    };
    for at in 0..found.len() {
        let read = &found[at];
        let is_open =
            read.event.agents.is_empty() && !kinds.is_act(&read.event.kind) && is_quoted(tokens, read.trigger.start);
        // "The leaders will discuss trade": where the verb tells its person, others than who speaks talk.
        let is_own = tokens[read.trigger.clone()].iter().any(|word| patterns.first_person.holds(word));
        let is_of_others = kinds.is_talk(&read.event.kind) && !patterns.first_person.is_empty() && !is_own;
        if !is_open || is_of_others {
            continue;
        }
        let close = (read.trigger.end..tokens.len()).find(|at| tokens[*at].is_quote());
        if let Some(agents) = close.and_then(|close| speaker(close, found)) {
            found[at].event.evidence.extend(agents.iter().map(|agent| agent.span));
            found[at].event.agents = agents;
        }
    }
}

/// «"He met ministers of many countries**,**" the spokesman X said»: an act that a whole sentence in quotation marks tells befalls nobody who is
/// named behind them.
pub(super) fn part_quoted_acts(kinds: &Kinds, tokens: &[Token<'_>], found: &mut [Read]) {
    for read in found.iter_mut().filter(|read| kinds.is_act(&read.event.kind)) {
        let close = (read.trigger.end..tokens.len()).find(|at| tokens[*at].is_quote());
        let ends = |close: &usize| matches!(tokens[close - 1].text, "," | "." | "!" | "?");
        let Some(close) = close.filter(ends).filter(|_| is_quoted(tokens, read.trigger.start)) else { continue };
        let end = tokens[close].span.start;
        let (inside, beyond): (Vec<_>, Vec<_>) =
            read.event.targets.drain(..).partition(|target| target.span.start < end);
        read.event.targets = inside;
        read.event.evidence.retain(|span| !beyond.iter().any(|target| target.span == *span));
    }
}

/// "The ministers met in Lima, where they signed …": what stands behind such a word is not what the sentence is about.
pub(super) fn mark_subordinate(patterns: &Patterns, tokens: &[Token<'_>], found: &mut [Read]) {
    for at in 1..found.len() {
        let between = found[at - 1].trigger.end..found[at].trigger.start;
        let hangs = |token: &Token<'_>| {
            let words = [&patterns.relatives, &patterns.subordinators, &patterns.whom];
            words.iter().any(|words| words.holds(token))
        };
        // "Em que": behind the mark of a place such a word opens no clause of what was said.
        let takes_up =
            |pair: &[Token<'_>]| patterns.place.words.holds(&pair[0]) && patterns.conjunctions.holds(&pair[1]);
        found[at].is_subordinate =
            tokens.get(between).is_some_and(|words| words.iter().any(hangs) || words.windows(2).any(takes_up));
    }
}

/// Three claims of one speaker against one state in one sentence are one accusation.
pub(super) fn merge_alike(found: Vec<Read>) -> Vec<Read> {
    let mut merged: Vec<Read> = Vec::with_capacity(found.len());
    for read in found {
        let twin = merged.iter_mut().find(|earlier| {
            let (a, b) = (&earlier.event, &read.event);
            let statement = b.when.as_ref().is_none_or(|when| a.when.as_ref() == Some(when))
                && a.place.is_none()
                && a.document.is_none()
                && !a.topics.is_empty();
            statement && a.kind == b.kind && is_same(&a.agents, &b.agents) && is_same(&a.targets, &b.targets)
        });
        match twin {
            Some(earlier) => {
                for topic in read.event.topics {
                    if earlier.event.topics.iter().all(|known| known.concept != topic.concept) {
                        earlier.event.topics.push(topic);
                    }
                }
                let new = read.event.evidence.into_iter().filter(|span| !earlier.event.evidence.contains(span));
                let new: Vec<Span> = new.collect();
                earlier.event.evidence.extend(new);
            }
            None => merged.push(read),
        }
    }
    merged
}

/// "Consultations between A and B were held **in the format of a video conference**": the way in which they met is no second encounter.
pub(super) fn drop_modes(kinds: &Kinds, found: &mut Vec<Read>) {
    let is_mode_of = |mode: &Read, other: &Read| {
        kinds.is_mode(&mode.event.kind)
            && kinds.is_encounter(&other.event.kind)
            && other.event.kind != mode.event.kind
            && !other.event.agents.is_empty()
            && is_same(&mode.event.agents, &other.event.agents)
            && is_same(&mode.event.targets, &other.event.targets)
    };
    for at in (1..found.len()).rev() {
        if found[..at].iter().any(|other| is_mode_of(&found[at], other)) {
            found.remove(at);
        }
    }
}

/// A bare "said" around an event that says more is not told again. What closes with it ("Peru condemns the attack, **said the minister on
/// Monday**") was said on its day.
pub(super) fn drop_shells(kinds: &Kinds, mut found: Vec<Read>) -> Vec<Read> {
    for at in 1..found.len() {
        let told = found[at].event.when.clone().filter(|_| kinds.is_shell(&found[at].event.kind));
        let Some(day) = told else { continue };
        let is_open = |read: &&mut Read| !kinds.is_act(&read.event.kind) && read.event.when.is_none();
        for read in found[..at].iter_mut().filter(is_open) {
            read.event.evidence.push(day.span);
            read.event.when = Some(day.clone());
        }
    }
    let has_core = found.iter().any(|read| !kinds.is_hollow(&read.event));
    found.into_iter().filter(|read| !(has_core && kinds.is_hollow(&read.event))).collect()
}
