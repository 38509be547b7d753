//! Reading events: a trigger, and around it those who take part.
//!
//! Knows how a rule of `patterns.toml` is laid over a sentence; the verbs and their government stand in the rules.

mod circumstances;
mod objects;
mod places;
mod presence;
mod quotes;
mod reading;
mod settling;
mod sides;
mod subjects;
mod topics;
mod undone;

use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event, Status};

use crate::chunk::{Chunk, TopicHit};
use crate::complements::tie_topics;
use crate::frames::FoundFrame;
use crate::groups::{Group, Member, Verb};
use crate::kinds::Kinds;
use crate::patterns::{EventRule, Patterns, Search};
use crate::phrase::{ClassBook, Found, PhraseTree, Sight};
use crate::slots::Slot;
use crate::token::{Token, share_token};
use crate::triggers::{Trigger, Triggers};

pub(crate) use presence::{listed, marks_in, passable, present, resumed_day};
pub(crate) use quotes::is_quoted;
use settling::{drop_modes, drop_shells, give_speakers, mark_subordinate, merge_alike, part_quoted_acts};
pub(crate) use sides::{is_among, is_same, parties, takes_part, who};
use undone::{is_habit, is_negated};

/// How far from its verb a day stands that is its own, and a verb from the word that opens its clause.
const BESIDE: usize = 3;
/// How far before a trigger a negation reaches.
const NEGATION: usize = 3;

/// The triggers of all rules in one index.
#[derive(Debug)]
pub(crate) struct EventReader {
    phrases: PhraseTree,
    /// For each phrase of the tree its rule.
    owners: Vec<usize>,
    classes: Vec<RuleClass>,
}

/// What kind of event a rule tells.
#[derive(Debug, Clone, Copy, Default)]
struct RuleClass {
    is_statement: bool,
    is_shell: bool,
    /// What the sides of an encounter do, and not who tells of it.
    is_talk: bool,
    /// What it is about is a thing and never a clause.
    is_of_thing: bool,
    /// Capitals speak for their states, and do what only states do.
    takes_capitals: bool,
    /// Those who undergo it serve the state of the doer.
    is_own: bool,
    /// It gives somebody an office: its subject, where that is who undergoes it.
    is_post: bool,
    is_undergone: bool,
}

/// A sentence with everything that was found in it so far.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tokens: &'a [Token<'a>],
    pub(crate) sight: Sight<'a>,
    pub(crate) triggers: &'a Triggers,
    pub(crate) chunks: &'a [Chunk],
    pub(crate) groups: &'a [Group],
    /// For each group who is meant.
    pub(crate) actors: &'a [Vec<Actor>],
    pub(crate) topics: &'a [TopicHit],
    pub(crate) frames: &'a [FoundFrame],
    pub(crate) country_of: &'a dyn Fn(&Actor) -> Option<ConceptId>,
    /// The office of a person.
    pub(crate) role_of: &'a dyn Fn(usize) -> Option<ConceptId>,
    /// The only capital of a state.
    pub(crate) capital_of: &'a dyn Fn(&ConceptId) -> Option<ConceptId>,
    /// Whether a body is an occasion by itself.
    pub(crate) is_meeting: &'a dyn Fn(&ConceptId) -> bool,
    /// Who is said to have been there.
    pub(crate) present: &'a [Actor],
    /// The parties of the first act of the article.
    pub(crate) parties: &'a [Actor],
    /// In the sentence before, who spoke told of somebody else.
    pub(crate) is_contested: bool,
    /// Whom the sentence before is about.
    pub(crate) told_of: Option<usize>,
}

/// An event with the tokens of its trigger.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    pub(crate) event: Event,
    needs_topics: bool,
    pub(crate) trigger: Range<usize>,
    /// It stands in a clause that hangs on that of an event before it.
    pub(crate) is_subordinate: bool,
}

impl EventReader {
    pub(crate) fn new(patterns: &Patterns, kinds: &Kinds, book: &mut ClassBook) -> Self {
        let rules = patterns.events.iter().enumerate();
        let owned = rules.flat_map(|(rule, event)| event.triggers.iter().map(move |trigger| (rule, trigger)));
        let (owners, phrases): (Vec<_>, Vec<_>) = owned.unzip();
        let class = |rule: &EventRule| {
            let kind = ConceptId::new(rule.kind.as_str());
            RuleClass {
                is_statement: !kinds.is_act(&kind),
                is_shell: kinds.is_shell(&kind),
                is_talk: kinds.is_talk(&kind),
                is_of_thing: kinds.is_of_thing(&kind),
                takes_capitals: kinds.takes_capitals(&kind),
                is_own: kinds.is_own(&kind),
                is_post: kinds.is_post(&kind),
                is_undergone: matches!(rule.targets.first(), None | Some(Search::Subject)),
            }
        };
        let classes = patterns.events.iter().map(class).collect();
        Self { phrases: PhraseTree::new(phrases.into_iter(), book), owners, classes }
    }

    /// The verbs by which somebody is given an office.
    pub(crate) fn posts(&self, triggers: &Triggers) -> Vec<Verb> {
        let told = triggers.iter().map(|trigger| (self.classes[trigger.rule], &trigger.tokens));
        let posts = told.filter(|(class, _)| class.is_post);
        let mut verbs: Vec<Verb> =
            posts.map(|(class, tokens)| Verb { tokens: tokens.clone(), is_undergone: class.is_undergone }).collect();
        verbs.dedup();
        verbs
    }

    /// The events of a sentence in order.
    pub(crate) fn read(&self, patterns: &Patterns, kinds: &Kinds, view: View<'_>) -> Vec<Read> {
        let mut found: Vec<Read> = Vec::new();
        for Trigger { tokens: trigger, rule } in view.triggers.iter() {
            let overlaps = |read: &Read| share_token(&read.trigger, trigger);
            if found.iter().any(overlaps) || is_negated(patterns, view, trigger) {
                continue;
            }
            let class = self.classes[*rule];
            let rule = &patterns.events[*rule];
            if rule.status == Status::Done && is_habit(patterns, view.tokens, trigger) {
                continue;
            }
            let reading = Reading { reader: self, patterns, kinds, view, class };
            if rule.is_alone && reading.begins_in_group(trigger) {
                continue;
            }
            let needs_topics = rule.requires.contains(&Slot::Topics);
            let events = reading.build(rule, trigger.clone()).map(|event| reading.at_each_place(event));
            found.extend(events.into_iter().flatten().map(|event| Read {
                event,
                needs_topics,
                trigger: trigger.clone(),
                is_subordinate: false,
            }));
        }
        found.sort_by_key(|read| read.trigger.start);
        give_speakers(patterns, kinds, view.tokens, &mut found);
        part_quoted_acts(kinds, view.tokens, &mut found);
        mark_subordinate(patterns, view.tokens, &mut found);
        drop_modes(kinds, &mut found);
        self.share_topics(patterns, kinds, view, &mut found);
        let mut found = drop_shells(kinds, merge_alike(found));
        found.iter_mut().for_each(|read| tie_topics(patterns, kinds, view, &mut read.event));
        found
    }

    /// Whether a statement's trigger begins at token `at`.
    pub(crate) fn begins_statement(&self, triggers: &Triggers, at: usize) -> bool {
        triggers.at(at).iter().any(|trigger| self.classes[trigger.rule].is_statement)
    }

    /// Whether the nearest trigger before token `at` is of a thing, which stands between the two.
    fn has_thing_before(&self, triggers: &Triggers, at: usize) -> bool {
        let nearest =
            triggers.iter().filter(|trigger| trigger.tokens.end < at).max_by_key(|trigger| trigger.tokens.end);
        nearest.is_some_and(|trigger| self.classes[trigger.rule].is_of_thing)
    }

    /// Whether a statement's trigger begins or ends with token `at`.
    fn begins_or_ends_statement(&self, triggers: &Triggers, at: usize) -> bool {
        let is_there = |trigger: &Trigger| trigger.tokens.start == at || trigger.tokens.end == at + 1;
        triggers.iter().any(|trigger| is_there(trigger) && self.classes[trigger.rule].is_statement)
    }

    /// The first noun phrase of a sentence that nothing governs.
    pub(crate) fn subject_of(&self, view: View<'_>, patterns: &Patterns, kinds: &Kinds) -> Option<usize> {
        let end = view.tokens.len();
        (Reading { reader: self, patterns, kinds, view, class: RuleClass::default() }).subject(&(end..end), true)
    }

    /// Whether the first verb of a sentence has left its subject out, and nobody knows whom it means.
    pub(crate) fn lacks_subject(&self, view: View<'_>, patterns: &Patterns, kinds: &Kinds) -> bool {
        let reading = Reading { reader: self, patterns, kinds, view, class: RuleClass::default() };
        view.triggers.iter().next().is_some_and(|trigger| reading.lacks_subject(&trigger.tokens))
    }

    /// Whether a statement has a subject of its own ("X said that **the minister** is in Lima").
    pub(crate) fn tells_of_another(&self, view: View<'_>, patterns: &Patterns, kinds: &Kinds, read: &[Read]) -> bool {
        let reading = Reading { reader: self, patterns, kinds, view, class: RuleClass::default() };
        let statements = || read.iter().filter(|read| !kinds.is_act(&read.event.kind));
        let speakers: Vec<_> = statements().flat_map(|read| &read.event.agents).map(who).collect();
        let is_person = |member: &Member| member.name.is_some() || member.role.is_some();
        let is_another = |(group, actors): (&Group, &Vec<Actor>)| {
            let is_other = || actors.iter().all(|actor| !speakers.contains(&who(actor)));
            let opens_clause = || {
                let clause = reading.reported_from(&group.tokens);
                clause > 0 && (clause..group.tokens.start).all(|at| reading.is_light(at))
            };
            group.ending.case.is_none() && group.members.iter().any(is_person) && is_other() && opens_clause()
        };
        statements().next().is_some() && view.groups.iter().zip(view.actors).any(is_another)
    }

    /// Where the triggers of all rules stand; some tokens may interrupt them.
    pub(crate) fn triggers(&self, tokens: &[Token<'_>], sight: Sight<'_>, passable: &[bool]) -> Triggers {
        // "Who arrived on **Sunday, met** the minister": a day behind which the clause ends is not of the phrase.
        let start = |at: usize| {
            let days = passable[at..].iter().take_while(|passable| **passable).count();
            let comma = tokens[at..at + days].iter().position(|token| token.text == ",");
            comma.map_or(at, |_| at + days)
        };
        let at = |at: usize| {
            let found = self.phrases.find(sight, passable, at).into_iter();
            let start = if passable.get(at) == Some(&true) { start(at) } else { at };
            let own = found.filter(move |found| start < found.end);
            own.map(move |Found { number, end }| Trigger { tokens: start..end, rule: self.owners[number] })
        };
        Triggers::new((0..sight.len()).flat_map(at).collect())
    }
}

struct Reading<'a> {
    reader: &'a EventReader,
    patterns: &'a Patterns,
    kinds: &'a Kinds,
    view: View<'a>,
    class: RuleClass,
}
