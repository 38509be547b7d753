//! When and in what framework: the day and the occasion that belong to this verb and to no other.

use std::ops::Range;

use attache_schema::{Event, Status, When};

use crate::chunk::{Chunk, ChunkKind};
use crate::frames::{FoundFrame, limit_after, limit_before, read_frame};
use crate::groups::Group;
use crate::patterns::{Adposition, EventRule, Side};
use crate::token::Token;
use crate::triggers::Trigger;

use super::places::PlaceSearchRef;
use super::{BESIDE, Reading};

/// How many tokens may stand before a frame at the head of a sentence ("Today, on the margins of …").
const HEAD: usize = 2;

/// How many words may stand between the day of a saying and the clause of what is said ("on Saturday **at night** that").
const NEAR_CLAUSE: usize = 4;

/// How many words may stand between a verb of saying and its day ("said **to Lusa on** Saturday").
const NEAR_SAYING: usize = 4;

impl Reading<'_> {
    pub(super) fn fill_circumstances(&self, rule: &EventRule, trigger: &Range<usize>, event: &mut Event) {
        let limit = self.clause_end(trigger);
        event.frame = match rule.frame {
            Some(side) => self.occasion(side, trigger),
            None => self
                .near_frames(trigger, event)
                .find(|frame| self.view.tokens.get(limit).is_none_or(|end| frame.span.start < end.span.start))
                .cloned(),
        };
        let default = PlaceSearchRef { next: false, is_asked: false, side: Side::Any, marking: &self.patterns.place };
        let search = rule.place.as_ref().map_or(default, PlaceSearchRef::from);
        event.place = (!rule.is_nowhere).then(|| self.place(&search, trigger, limit, event)).flatten();
        let dates = self.view.chunks.iter().filter(|chunk| self.frames().all(|frame| !frame.span.overlaps(chunk.span)));
        let days: Vec<(&Chunk, When)> = dates
            .filter(|chunk| chunk.tokens.start < limit)
            .filter(|chunk| event.status == Status::Done || !self.is_of_saying_in(chunk, trigger))
            .filter_map(|chunk| chunk.date.as_ref().map(|date| (chunk, date)))
            .filter(|(chunk, _)| self.is_own(chunk, trigger, event.status))
            .filter(|(chunk, _)| !self.is_before_journey(chunk, trigger, event))
            .filter(|(chunk, _)| !self.is_of_reported(chunk, trigger, event.status))
            .filter(|(chunk, _)| !self.is_in_closed_relative(&chunk.tokens, trigger))
            .filter(|(chunk, _)| !self.is_of_opening(&chunk.tokens, trigger, event))
            .map(|(chunk, date)| (chunk, When { start: date.start, end: date.end, span: chunk.span }))
            .collect();
        event.when = self.own_day(&days, trigger).cloned();
    }

    /// "**On Monday** X received Y, *who arrived* in Lima": the journey of somebody else began on some day or other.
    fn is_before_journey(&self, chunk: &Chunk, trigger: &Range<usize>, event: &Event) -> bool {
        let relative = self.relative_before(trigger).filter(|_| self.kinds.is_abroad(&event.kind));
        relative.is_some_and(|relative| {
            chunk.tokens.end <= relative && (chunk.tokens.end..relative).any(|at| self.begins_act_or_saying(at))
        })
    }

    /// "Informed **on Saturday night** that Portugal will send aid", "flies to Paraguay - only to return **on Saturday**": a day between a verb of
    /// saying and its clause of what is to come, or one that the only dash parts from the verb.
    fn is_of_reported(&self, chunk: &Chunk, trigger: &Range<usize>, status: Status) -> bool {
        if self.patterns.is_verb_final() {
            return false;
        }
        let tokens = self.view.tokens;
        let opens = |at: usize| self.patterns.conjunctions.holds(&tokens[at]);
        let says = |at: usize| self.reader.begins_or_ends_statement(self.view.triggers, at);
        let end = chunk.tokens.end;
        let clause = (end..trigger.start.min(end + NEAR_CLAUSE)).find(|at| opens(*at));
        let is_said = status != Status::Done
            && clause.is_some()
            && (chunk.tokens.start.saturating_sub(NEAR_SAYING)..chunk.tokens.start).any(says);
        let dashes = (trigger.end..chunk.tokens.start).filter(|at| tokens[*at].is_dash()).count();
        is_said || (dashes == 1 && !tokens[chunk.tokens.end..].iter().any(Token::is_dash))
    }

    /// "**Announced on Thursday that** he will visit", "on Thursday **announced plans to visit**": a trigger may take in the verb of the
    /// saying, whose day is not that of the act.
    fn is_of_saying_in(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let opens = |at: &usize| self.patterns.conjunctions.holds(&self.view.tokens[*at]);
        let clause = trigger.clone().find(opens);
        let is_said = self.reader.begins_statement(self.view.triggers, trigger.start);
        // "**On Thursday** said that …": it is the day of the saying right behind it.
        let is_day_of_other = chunk.tokens.end < trigger.start
            && !self.patterns.is_verb_final()
            && self.reader.begins_statement(self.view.triggers, chunk.tokens.end);
        is_day_of_other
            || is_said && clause.map_or(chunk.tokens.end <= trigger.start, |clause| chunk.tokens.start < clause)
    }

    /// The day beside the verb of a statement ("**on Monday** condemned"), or at the head of the sentence right before who speaks.
    /// Any other day may be of what is spoken of.
    pub(super) fn day_of_saying(&self, trigger: &Range<usize>, event: &Event) -> Option<When> {
        let tokens = self.view.tokens;
        // "Urged **Peru** on Thursday to stop"
        let is_target = |at: usize| event.targets.iter().any(|target| target.span.contains(tokens[at].span));
        // "Said **the minister** on Thursday"
        let is_speaker = |at: usize| {
            let told = self.view.groups.iter().zip(self.view.actors).find(|(group, _)| group.tokens.contains(&at));
            told.is_some_and(|(_, actors)| event.agents.iter().any(|agent| actors.contains(agent)))
        };
        let is_small = |at: usize| self.is_light(at) || self.patterns.governors.holds(&tokens[at]) || is_target(at);
        let are_small = |mut between: Range<usize>| between.all(is_small);
        // "Said that on Monday …": the day is what is said.
        let opens = self.patterns.is_verb_final() || self.patterns.conjunctions.holds(&tokens[trigger.end - 1]);
        let speaker =
            event.agents.first().map(|agent| tokens.partition_point(|token| token.span.start < agent.span.start));
        let is_first = self.view.triggers.within(0..trigger.start).is_empty();
        let is_own = |chunk: &&Chunk| {
            let Range { start, end } = chunk.tokens;
            let inside = trigger.start <= start && end <= trigger.end;
            let before = end <= trigger.start && are_small(end..trigger.start);
            let after = !opens && start >= trigger.end && (trigger.end..start).all(|at| is_small(at) || is_speaker(at));
            // "On 9 April in Riga, the ministers of the region **discussed** trade": nobody we know talks, on the day at the head.
            let is_of_talk =
                self.class.is_talk && event.agents.is_empty() && end <= trigger.start && are_small(0..start);
            let heads = is_of_talk
                || speaker.is_some_and(|speaker| end <= speaker && are_small(0..start) && are_small(end..speaker));
            (inside || before || after || (heads && is_first)) && !self.is_of_noun(chunk, trigger)
        };
        let chunk = self.view.chunks.iter().filter(|chunk| chunk.date.is_some()).find(is_own)?;
        let date = chunk.date.as_ref()?;
        Some(When { start: date.start, end: date.end, span: chunk.span })
    }

    /// The first day, unless that stands behind an earlier verb and another among the words of this one or behind them ("arrived **on
    /// Thursday** and met X **on 7 June**"); where the verb closes its clause, that of its clause, otherwise one of an earlier clause.
    fn own_day<'d>(&self, days: &'d [(&Chunk, When)], trigger: &Range<usize>) -> Option<&'d When> {
        if !self.patterns.is_verb_final() {
            let (first, when) = days.first()?;
            let told = 0..first.tokens.start.min(trigger.start);
            let is_anothers =
                first.tokens.end <= trigger.start && told.into_iter().any(|at| self.begins_act_or_saying(at));
            let behind = days.iter().find(|(chunk, _)| is_anothers && chunk.tokens.start >= trigger.start);
            return Some(behind.map_or(when, |(_, when)| when));
        }
        let before = || {
            let days = days.iter().filter(|(chunk, _)| chunk.tokens.start < trigger.end);
            days.filter(|(chunk, _)| !self.is_elsewhere(chunk, trigger))
        };
        let is_near =
            |(chunk, _): &&(&Chunk, When)| !(chunk.tokens.end..trigger.start).any(|at| self.begins_act_or_saying(at));
        let (chunk, when) = before().rev().find(is_near).or_else(|| before().next())?;
        // "A 2016-cı ildə, B isə 2018-ci ildə təyin olunub": which day is whose cannot be told.
        let is_contrasted = before().any(|(other, _)| {
            (other.tokens.end..chunk.tokens.start).any(|at| self.patterns.contrasts.holds(&self.view.tokens[at]))
        });
        (!is_contrasted).then_some(when)
    }

    /// Where words begin that speak of another time and place ("invited him to a meeting **to be held** in Riga in May").
    pub(super) fn clause_end(&self, trigger: &Range<usize>) -> usize {
        let leaves = |at: &usize| self.patterns.elsewhere.longest_at(self.view.sight, *at).is_some();
        (trigger.end..self.view.tokens.len()).find(leaves).unwrap_or(self.view.tokens.len())
    }

    /// Whether a day or a place before its verb is of something else ("**noyabrda keçiriləcək** sammitə dəvət edib").
    pub(super) fn is_elsewhere(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let leaves = |at: usize| self.patterns.elsewhere.longest_at(self.view.sight, at).is_some();
        self.patterns.is_verb_final() && (chunk.tokens.end..trigger.start).any(leaves)
    }

    /// The occasion beside the trigger, which needs no mark of its own ("attended the summit").
    fn occasion(&self, side: Side, trigger: &Range<usize>) -> Option<attache_schema::Frame> {
        let window = match side {
            // "TDT-nin **sammiti** keçirilir": the words of the trigger may begin with it.
            Side::Before => {
                let begins = |chunk: &&Chunk| chunk.kind == ChunkKind::Occasion && chunk.tokens.start == trigger.start;
                let own = self.view.chunks.iter().find(begins).map_or(trigger.start, |chunk| chunk.tokens.end);
                limit_before(self.view.tokens, trigger.start)..own
            }
            Side::After | Side::Any => trigger.end..limit_after(self.patterns, self.view.tokens, trigger.end),
        };
        let frame = read_frame(self.patterns, self.view.tokens, self.view.chunks, window, "relation/within")?;
        // Nobody attends NATO, but its summits.
        let is_meant = |chunk: &Chunk| {
            let is_named = frame.span.contains(chunk.span) && chunk.by_phrase;
            let is_trigger = chunk.kind == ChunkKind::Occasion && trigger.contains(&chunk.tokens.start);
            is_named || is_trigger
        };
        let is_occasion = frame.concept.kind() != "org" || (self.view.is_meeting)(&frame.concept);
        (is_occasion || self.view.chunks.iter().any(is_meant)).then_some(frame)
    }

    /// Whether a day is this event's and no other's: at the head of the sentence it is everyone's, elsewhere that of the act
    /// or saying before it ("will visit Riga, the minister said on Friday"). Only where the verb stands before its day.
    pub(super) fn is_own(&self, chunk: &Chunk, trigger: &Range<usize>, status: Status) -> bool {
        let at = chunk.tokens.start;
        // "Recalled its ambassador, the ministry announced on Monday": whatever its kind, a verb has the day beside it.
        let beside = at.saturating_sub(BESIDE)..at;
        let is_beside = |other: usize| beside.contains(&other) && !self.view.triggers.at(other).is_empty();
        let has_other = |range: Range<usize>| {
            range
                .into_iter()
                .any(|other| self.begins_act_or_saying(other) || is_beside(other) || self.begins_telling(other))
        };
        self.patterns.adposition == Adposition::Post
            || if self.is_of_noun(chunk, trigger) {
                false
            } else if at >= trigger.end {
                !has_other(trigger.end..at)
            } else {
                // "Withdrew its ambassador on 10 August, and **Peru** brought its own home", "leaves on Friday for Riga, where he
                // **will** meet X": that day is the first one's.
                let is_beside = || trigger.start.saturating_sub(chunk.tokens.end) <= BESIDE;
                let is_subject = |group: &Group| {
                    let between = chunk.tokens.end <= group.tokens.start && group.tokens.end <= trigger.start;
                    between && !self.is_governed(group, trigger)
                };
                let goes_on = || status == Status::Done && !self.view.groups.iter().any(is_subject);
                // "In a statement **today** said that X will visit Y": the day is that of the saying.
                let is_said = (at..trigger.start).any(|at| self.reader.begins_statement(self.view.triggers, at));
                // "Arrived **on Monday**, after meeting X", "pays a visit **on Monday** at the invitation of X": the day of the first alone.
                let is_apart = || {
                    let words = &self.view.tokens[chunk.tokens.end..trigger.end.max(chunk.tokens.end)];
                    let acts = self.view.triggers.within(0..trigger.start).iter();
                    let mut acts = acts.filter(|told| !self.reader.classes[told.rule].is_statement);
                    acts.next().is_some() && words.iter().any(|word| self.patterns.apart.holds(word))
                };
                !is_apart()
                    && ((!has_other(0..at) && !is_said)
                        || (!has_other(at..trigger.start) && (is_beside() || goes_on())))
            }
    }

    /// "Condemned **Monday's** attack": a day that owns a noun is that of what the noun tells, if that is not the trigger.
    fn is_of_noun(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let owns = self.view.tokens[chunk.tokens.end - 1].text.contains(['\'', '\u{2019}']);
        let told = trigger.start..trigger.end + 1;
        self.patterns.adposition == Adposition::Pre && owns && !told.contains(&chunk.tokens.end)
    }

    pub(super) fn begins_act_or_saying(&self, at: usize) -> bool {
        let is_either = |trigger: &Trigger| {
            let class = &self.reader.classes[trigger.rule];
            !class.is_statement || class.is_shell
        };
        self.view.triggers.at(at).iter().any(is_either)
    }

    /// "…, **announced** the ministry on Monday", "… - **informou** o ministério na segunda-feira": behind a mark any statement tells what
    /// stands before it.
    fn begins_telling(&self, at: usize) -> bool {
        let tokens = self.view.tokens;
        let is_mark = |token: &Token<'_>| token.text == "," || token.is_dash() || token.is_quote();
        let is_statement = |told: &Trigger| self.reader.classes[told.rule].is_statement;
        let verb = if tokens[at].is_word() { at } else { at + 1 };
        verb.checked_sub(1).is_some_and(|before| is_mark(&tokens[before]))
            && tokens.get(verb).is_some_and(|verb| !self.patterns.goes_on(verb))
            && self.view.triggers.at(at).iter().any(is_statement)
    }

    /// Frames that stand at the head of the sentence, behind the subject or behind the verb; others are of another clause
    /// ("Angered by remarks at the summit, the ministry summoned …").
    fn near_frames(&self, trigger: &Range<usize>, event: &Event) -> impl Iterator<Item = &attache_schema::Frame> {
        let verb = self.view.tokens[trigger.start].span.start;
        let head = self.view.tokens[HEAD.min(self.view.tokens.len() - 1)].span.start;
        let subject = event.agents.first().map_or(0, |agent| agent.span.start);
        let is_free = self.patterns.adposition == Adposition::Post;
        self.frames().filter(move |frame| {
            let at = frame.span.start;
            is_free || at >= verb || at <= head || subject < at
        })
    }

    pub(super) fn frames(&self) -> impl Iterator<Item = &attache_schema::Frame> {
        self.view.frames.iter().filter_map(|frame| match frame {
            FoundFrame::Read(frame) => Some(frame),
            FoundFrame::Seen(_) => None,
        })
    }
}
