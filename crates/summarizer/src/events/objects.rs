//! To whom it is done, with whom and by whom: noun phrases by their mark, case or adposition, or by standing next.

use std::ops::Range;

use attache_schema::Actor;

use crate::chunk::{Chunk, ChunkKind};
use crate::groups::Group;
use crate::patterns::{Adposition, Marking, Side};
use crate::token::{Shape, Token};

use super::Reading;

/// How far after a trigger a participant without a mark may stand, in tokens; days are not counted.
const NEAR: usize = 12;

/// How many words may stand between two sides and the relations between them.
const FIELD: usize = 6;

/// How many words may tell of a deed between its doer and its name.
const DEED: usize = 4;

/// How many adjectives may stand before a common noun by which somebody is called.
const EPITHET: usize = 2;

impl Reading<'_> {
    /// Whose claim it is: who stands right before the first claim, at most a target between ("Ermənistanın Azərbaycana qarşı
    /// təxribatları"). A place may stand there just so ("Türkiyənin paytaxtında hücum"), hence nothing else between.
    pub(super) fn owner(&self, marking: &Marking, agents: &[Actor]) -> Option<usize> {
        let claims = || self.view.topics.iter().filter(|hit| hit.concepts.iter().any(|c| c.kind() == "charge"));
        let is_adjacent = |group: &Group| {
            claims().any(|hit| {
                let between = group.tokens.end..hit.tokens.start;
                let target = self.view.chunks.iter().find(|chunk| chunk.tokens.start == between.start);
                let is_target = target.is_some_and(|chunk| {
                    chunk.kind == ChunkKind::Country
                        && chunk.tokens.end + 1 == between.end
                        && self.view.tokens.get(chunk.tokens.end).is_some_and(|t| self.patterns.governors.holds(t))
                });
                // "Ermənistanın üzərinə götürdüyü öhdəlikləri yerinə yetirmədiyi"
                let is_small = |at: usize| self.view.tokens[at].shape == crate::token::Shape::Lower;
                let is_done_by = between.len() <= DEED
                    && between.clone().all(is_small)
                    && between
                        .clone()
                        .next_back()
                        .is_some_and(|at| self.patterns.tells_doer(self.view.tokens[at].word));
                between.start == between.end || is_target || is_done_by
            })
        };
        (0..self.view.groups.len()).find(|index| {
            let (group, actors) = (&self.view.groups[*index], &self.view.actors[*index]);
            let is_other = actors.iter().all(|actor| !self.is_same_side(actor, agents));
            !actors.is_empty() && is_other && self.has_mark(group, marking) && is_adjacent(group)
        })
    }

    /// The people or office holders right behind the trigger, only articles and a date between.
    pub(super) fn next(&self, trigger: &Range<usize>) -> Option<usize> {
        let index = self.view.groups.iter().position(|group| group.tokens.start >= trigger.end)?;
        let group = &self.view.groups[index];
        let actors = &self.view.actors[index];
        let are_people = actors.iter().all(|actor| actor.person.is_some() || actor.role.is_some());
        ((trigger.end..group.tokens.start).all(|at| self.is_light(at)) && self.takes_part(index) && are_people)
            .then_some(index)
    }

    /// An article, a comma or a date: what may stand between a verb and what follows it.
    pub(super) fn is_light(&self, at: usize) -> bool {
        let token = &self.view.tokens[at];
        let dates = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Date);
        self.patterns.determiners.holds(token)
            || token.text == ","
            || dates.into_iter().any(|chunk| chunk.tokens.contains(&at))
    }

    pub(super) fn marked(
        &self,
        side: Side,
        marking: &Marking,
        trigger: &Range<usize>,
        agents: &[Actor],
    ) -> Option<usize> {
        let plain = marking.words.is_empty() && marking.case.is_none();
        let fits = |index: &usize| {
            let group = &self.view.groups[*index];
            // "Discussed trade and met later **with Y**": the mark is of the later verb; where it opens a phrase of its own ("with visiting
            // Y") it is of this one, too.
            let mark = (trigger.end..group.tokens.start).rfind(|at| marking.words.holds(&self.view.tokens[*at]));
            let in_reach = || {
                let is_asked = plain || self.class.is_statement;
                !is_asked || !self.has_verb(trigger.end..mark.unwrap_or(group.tokens.start))
            };
            let on_side = match side {
                Side::Before => group.tokens.end <= trigger.start,
                // "Received **the ambassadors of Peru**": the verb's phrase may end with the first word of its object.
                Side::After => {
                    let opens = group.tokens.start > trigger.start && group.tokens.end > trigger.end;
                    (group.tokens.start >= trigger.end && in_reach())
                        || (opens && !self.class.is_own && group.tokens.start + 1 == trigger.end)
                }
                Side::Any => true,
            };
            let actors = &self.view.actors[*index];
            let is_marked = if plain {
                self.words_between(trigger.end, group.tokens.start) <= NEAR && !self.is_governed(group, trigger)
            } else {
                self.has_mark(group, marking)
            };
            let is_wanted =
                !marking.people || actors.iter().all(|actor| actor.person.is_some() || actor.role.is_some());
            // The mark itself and one word may stand between.
            let gap =
                trigger.start.saturating_sub(group.tokens.end).max(group.tokens.start.saturating_sub(trigger.end));
            on_side
                && self.takes_part(*index)
                && !(plain && self.class.is_statement && self.is_next_subject(group, trigger))
                && is_marked
                && is_wanted
                && !self.is_of_next_verb(group, marking, trigger)
                && (!marking.beside || gap <= 2)
                && actors.iter().all(|actor| !self.is_same_side(actor, agents))
        };
        let mut indices = 0..self.view.groups.len();
        // "The visit that **the prime minister** will pay": whom the phrase itself names stands nearest.
        let is_inside = |index: &usize| {
            let group = &self.view.groups[*index].tokens;
            let is_named = self.view.actors[*index].iter().all(|actor| actor.person.is_some());
            is_named && trigger.start < group.start && group.end < trigger.end
        };
        match side {
            Side::Before => indices.rev().find(fits),
            Side::After => indices.find(fits),
            Side::Any => indices.clone().filter(|_| plain).filter(is_inside).find(fits).or_else(|| indices.find(fits)),
        }
    }

    /// How many words stand between two places, without those of days: "named, **on Monday, 19 October,** by decree X".
    fn words_between(&self, from: usize, to: usize) -> usize {
        let dates = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Date);
        let days = dates.filter(|chunk| from <= chunk.tokens.start && chunk.tokens.end <= to);
        to.saturating_sub(from).saturating_sub(days.map(|chunk| chunk.tokens.len()).sum())
    }

    /// "Met *with* businessmen before he held talks **with Y**": the first mark behind the verb leads to somebody unread, and another verb
    /// stands before those whom the next one leads to.
    fn is_of_next_verb(&self, group: &Group, marking: &Marking, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        let first = (trigger.end - 1..group.tokens.start).find(|at| marking.words.holds(&tokens[*at]));
        let first = first.filter(|_| self.patterns.adposition == Adposition::Pre);
        first.is_some_and(|first| {
            let words = first + 1..group.tokens.start;
            self.has_verb(words.clone()) && words.clone().any(|at| marking.words.holds(&tokens[at]))
        })
    }

    /// Whether the verb of another event stands in a range of tokens.
    fn has_verb(&self, range: Range<usize>) -> bool {
        !self.view.triggers.within(range).is_empty()
    }

    /// "Called for talks, **but Peru** rejected them": who stands behind a comma, or "and", right before another verb is its
    /// subject.
    fn is_next_subject(&self, group: &Group, trigger: &Range<usize>) -> bool {
        let before = group.tokens.start.saturating_sub(2).max(trigger.end.min(group.tokens.start))..group.tokens.start;
        !self.patterns.is_verb_final()
            && self.has_verb(group.tokens.end..group.tokens.end + 1)
            && self.view.tokens[before].iter().any(|token| self.patterns.joins(token))
    }

    pub(super) fn between(&self, marking: &Marking, trigger: &Range<usize>) -> Vec<Actor> {
        let groups = self.view.groups;
        let marked = groups.iter().enumerate().filter(|(index, group)| {
            let by_case = marking.case.is_some() && group.ending.case.as_deref() == marking.case.as_deref();
            let by_word = match self.patterns.adposition {
                Adposition::Pre => self.word_before(group).is_some_and(|(at, word)| {
                    let is_event = !self.is_relation(at);
                    is_event && marking.words.holds(word)
                }),
                Adposition::Post => {
                    // "A və B arasında münasibətlər" are relations, no event.
                    let behind = self.view.tokens.get(group.tokens.end + 1..).unwrap_or_default();
                    // What is spoken of may be told in more words ("A ilə B arasında ticarət sahəsində əməkdaşlıq").
                    let reach = if self.class.is_talk { behind.len().min(FIELD) } else { behind.len().min(1) };
                    let is_event = !behind[..reach].iter().any(|token| self.patterns.relations.holds(token));
                    is_event && self.word_after(group).is_some_and(|word| marking.words.holds(word))
                }
            };
            // A case alone marks two sides only where two stand in it.
            by_word || (by_case && self.view.actors[*index].len() >= 2 && group.tokens.end <= trigger.start)
        });
        let nearest = marked
            .filter(|(_, group)| self.is_beside(group, trigger))
            .min_by_key(|(_, group)| group.tokens.start.abs_diff(trigger.start));
        let Some((index, group)) = nearest else { return Vec::new() };
        let mut both = self.view.actors[index].clone();
        // "A ilə B arasında": the one before stands in a group of its own, under its own mark where the language has one.
        let is_first = |before: &Group| match self.patterns.with.words.is_empty() {
            true => group.tokens.start.saturating_sub(before.tokens.end) <= 1,
            false => self.has_mark(before, &self.patterns.with),
        };
        if both.len() < 2 && index > 0 && is_first(&groups[index - 1]) {
            let before = self.view.actors[index - 1].clone();
            both.splice(0..0, before);
        }
        both
    }

    /// Whether a relation stands before a word ("cooperation **between** A and B"), and no deed or document of that name ("an agreement
    /// on cooperation **between** A and B").
    fn is_relation(&self, at: usize) -> bool {
        let tokens = self.view.tokens;
        let is_preposition =
            |token: &Token<'_>| self.patterns.complements.holds(token) || self.patterns.governors.holds(token);
        let noun = at.checked_sub(1).filter(|noun| self.patterns.relations.holds(&tokens[*noun]));
        noun.is_some_and(|noun| !noun.checked_sub(1).is_some_and(|before| is_preposition(&tokens[before])))
    }

    /// Whether only words of the same clause stand between a trigger and a group, where clauses end in commas ("During the
    /// conversation, relations between A and B …" is no conversation between A and B).
    pub(super) fn is_beside(&self, group: &Group, trigger: &Range<usize>) -> bool {
        let (from, to) = if group.tokens.start >= trigger.end {
            (trigger.end, group.tokens.start)
        } else {
            (group.tokens.end.min(trigger.start), trigger.start)
        };
        let has_comma = self.view.tokens[from..to.max(from)].iter().any(|token| token.text == ",");
        self.patterns.adposition == Adposition::Post || (!has_comma && to.saturating_sub(from) <= NEAR)
    }

    fn has_mark(&self, group: &Group, marking: &Marking) -> bool {
        let by_case = marking.case.is_some() && group.ending.case.as_deref() == marking.case.as_deref();
        by_case || self.has_adposition(&group.tokens, marking)
    }

    /// Whether one of the marking's words stands beside a phrase, on the side where the language has them.
    pub(super) fn has_adposition(&self, phrase: &Range<usize>, marking: &Marking) -> bool {
        let beside = match self.patterns.adposition {
            // An article may look like an adposition ("a Moçambique").
            Adposition::Pre => (self.view.tokens[..phrase.start].iter().rev())
                .find(|token| marking.words.holds(token) || !self.patterns.determiners.holds(token)),
            Adposition::Post => self.view.tokens.get(phrase.end),
        };
        beside.is_some_and(|token| marking.words.holds(token))
    }

    /// Whether a case or an adposition outside the trigger takes the group out of subject position.
    pub(super) fn is_governed(&self, group: &Group, trigger: &Range<usize>) -> bool {
        let governors = &self.patterns.governors;
        // "Ao lado **do palestino X**": a pattern may take the adposition in.
        let first = &self.view.tokens[group.tokens.start];
        let is_word = self.view.chunks.get(group.chunks.start).is_some_and(|chunk| chunk.kind == ChunkKind::Word);
        let takes_in = is_word && governors.holds(first) && !self.patterns.determiners.holds(first);
        group.ending.case.is_some()
            || takes_in
            || match self.patterns.adposition {
                Adposition::Pre => {
                    let bare = self.view.chunks.get(group.chunks.start).is_some_and(|chunk| chunk.bare);
                    // "A França condenou": at the head of a sentence it is the article after all.
                    let at = group.tokens.start.checked_sub(1).filter(|at| bare && *at > 0);
                    let near = at.map(|at| (at, &self.view.tokens[at]));
                    // "After **Peru expelled** two diplomats", "depois de **o Peru expulsar** dois diplomatas": the word opens a
                    // clause whose subject this is.
                    let opens_clause = |at: usize, word: &Token<'_>| {
                        let next = self.view.tokens.get(at + 1);
                        let stands_apart = self.patterns.contracted.holds(word)
                            && next.is_some_and(|next| self.patterns.determiners.holds(next));
                        group.tokens.end == trigger.start && (self.patterns.subordinators.holds(word) || stands_apart)
                    };
                    let is_outside = |(at, word): (usize, &Token<'_>)| {
                        governors.holds(word) && !trigger.contains(&at) && !opens_clause(at, word)
                    };
                    self.word_before(group).is_some_and(is_outside)
                        || near.is_some_and(is_outside)
                        || self.word_before_epithet(group).is_some_and(is_outside)
                }
                Adposition::Post => {
                    // "X, Y və Z **Zirvə görüşündə** iştirak ediblər": no meeting is called for somebody in office.
                    let is_holder = group.members.last().is_some_and(|last| last.name.is_some() && last.role.is_some());
                    let holds = |chunk: &Chunk, word: &Token<'_>| {
                        chunk.kind == ChunkKind::Occasion && chunk.span.contains(word.span)
                    };
                    let opens_occasion =
                        |word: &Token<'_>| is_holder && self.view.chunks.iter().any(|chunk| holds(chunk, word));
                    let word = self.governed_end(group.tokens.end);
                    word.is_some_and(|word| governors.holds(word) && !opens_occasion(word))
                }
            }
    }

    /// The word behind a phrase and the name that is joined to it ("**A, B** və Dağlıq Qarabağ haqqında"): what governs the last governs all.
    fn governed_end(&self, end: usize) -> Option<&Token<'_>> {
        let word = self.view.tokens.get(end)?;
        let behind = self.view.chunks.iter().skip_while(|chunk| chunk.tokens.start <= end);
        let is_bare_name = |chunk: &&Chunk| {
            self.view.tokens[chunk.tokens.start].shape == Shape::Capital && chunk.ending.case.is_none()
        };
        match behind.take_while(is_bare_name).last().filter(|_| self.patterns.and.holds(word)) {
            Some(chunk) => self.view.tokens.get(chunk.tokens.end),
            None => Some(word),
        }
    }

    /// "**With** its close ally Peru": the word before the common noun by which a group is called, and its article.
    fn word_before_epithet(&self, group: &Group) -> Option<(usize, &Token<'_>)> {
        let tokens = self.view.tokens;
        let noun = group.tokens.start.checked_sub(1).filter(|at| self.patterns.epithets.holds(&tokens[*at]))?;
        let near = (noun.saturating_sub(EPITHET)..noun).rev();
        let head = near.take_while(|at| self.patterns.is_plain(&tokens[*at])).last().unwrap_or(noun);
        let at = self.patterns.word_before(tokens, head).filter(|at| *at + 1 < head)?;
        Some((at, &tokens[at]))
    }

    /// The word before a group, articles and the like skipped.
    pub(super) fn word_before(&self, group: &Group) -> Option<(usize, &Token<'_>)> {
        let at = self.patterns.word_before(self.view.tokens, group.tokens.start)?;
        Some((at, &self.view.tokens[at]))
    }

    pub(super) fn word_after(&self, group: &Group) -> Option<&Token<'_>> {
        self.view.tokens.get(group.tokens.end)
    }
}
