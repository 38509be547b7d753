//! Who does it: the subject of a verb, the head of a relative clause, the speaker of a reported clause or a quotation.

use std::cmp::Reverse;
use std::ops::Range;

use attache_schema::{Actor, ConceptId};

use crate::chunk::ChunkKind;
use crate::groups::Group;
use crate::patterns::Adposition;
use crate::token::{Shape, Token};
use crate::triggers::Trigger;

use super::quotes::is_quoted;
use super::reading::is_sides;
use super::{NEGATION, Reading};

/// How many words may open a sentence before the comma and the verb whose subject is left out.
const OPENING: usize = 8;
/// How far before its verb the word stands that closes what is said.
const TELLER: usize = 20;

impl Reading<'_> {
    /// Where the clause begins of what somebody says ("the minister said **that** the company had signed").
    pub(super) fn reported_from(&self, trigger: &Range<usize>) -> usize {
        let tokens = self.view.tokens;
        // "Said **on Monday** that": the day belongs to the saying.
        let behind = |at: usize| {
            let day = self.view.chunks.iter().find(|chunk| chunk.kind == ChunkKind::Date && chunk.tokens.end == at);
            day.map_or(at, |day| day.tokens.start.saturating_sub(usize::from(self.is_governor_at(day.tokens.start))))
        };
        let opens = |at: &usize| {
            let said = || {
                let end = behind(*at);
                (end.saturating_sub(2)..=end)
                    .rev()
                    .any(|at| self.reader.begins_or_ends_statement(self.view.triggers, at))
            };
            self.patterns.conjunctions.holds(&tokens[*at]) && said()
        };
        (0..trigger.start).rev().find(opens).map_or(0, |at| at + 1)
    }

    fn is_governor_at(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|at| self.patterns.governors.holds(&self.view.tokens[at]))
    }

    /// The nearest (or first) group before the trigger that nothing governs. What somebody did of whom others speak, the speaker
    /// did not do.
    pub(super) fn subject(&self, trigger: &Range<usize>, first: bool) -> Option<usize> {
        // "X said that Peru took action **and provided** aid": the act goes on with what is said, not with the saying.
        let is_said = |verb: &Range<usize>| {
            let is_act = !self.class.is_statement || self.class.is_talk;
            is_act && !self.patterns.is_verb_final() && verb.start < self.reported_from(trigger)
        };
        if let Some(verb) = self.coordinated_verb(trigger).filter(|verb| !first && !is_said(verb)) {
            return self.teller_behind(&verb, trigger).or_else(|| self.subject(&verb, false));
        }
        if let Some(teller) = self.teller(trigger) {
            return Some(teller);
        }
        // "Peru left the mission in New York, and **it** stated that …": what the sentence is about, not what stands nearest.
        let is_thing = |at: usize| self.patterns.things.holds(&self.view.tokens[at]);
        let before = self.patterns.word_before_verb(self.view.tokens, trigger.start);
        if !first && self.class.is_statement && before.is_some_and(is_thing) {
            return self.subject(trigger, true);
        }
        // "The ministry said that **it** had summoned the envoy": what it says of itself.
        if let Some(at) = before.filter(|at| !first && is_thing(*at) && *at > 0 && self.reported_from(trigger) == *at) {
            let says = |at: &usize| self.reader.begins_statement(self.view.triggers, *at);
            let speaker = (1..at).rev().filter(says).find_map(|at| self.subject(&(at..at + 1), false));
            return speaker.filter(|index| self.view.actors[*index].iter().all(|actor| actor.person.is_none()));
        }
        if let Some(relative) = self.relative_before(trigger) {
            let head = |index: &usize| (relative - 1..=relative).contains(&self.view.groups[*index].tokens.end);
            // "A resolution by **Brazil** that condemns the attack": it is the resolution that does.
            let is_person = |index: usize| self.view.actors[index].iter().all(|actor| actor.person.is_some());
            let does = |index: &usize| {
                let is_apart =
                    self.view.tokens[relative - 1].text == "," && !self.is_qualifier(&self.view.groups[*index]);
                let is_free = is_apart || is_person(*index) || !self.is_governed(&self.view.groups[*index], trigger);
                !self.view.actors[*index].is_empty() && is_free
            };
            return (0..self.view.groups.len()).find(head).filter(does);
        }
        if !first && self.has_number_as_subject(trigger) {
            return None;
        }
        let fits = |index: &usize| {
            let group = &self.view.groups[*index];
            group.tokens.end <= trigger.start
                && (self.takes_part(*index) || is_sides(group))
                && !self.is_governed(group, trigger)
                && !self.is_bracketed(group.tokens.start)
                && !self.is_cited(group)
                && !self.is_in_closed_relative(&group.tokens, trigger)
        };
        let clause = if self.class.is_statement && !self.class.is_talk { 0 } else { self.reported_from(trigger) };
        let fits = |index: &usize| self.view.groups[*index].tokens.start >= clause && fits(index);
        let mut indices = 0..self.view.groups.len();
        if first {
            return indices.find(fits);
        }
        // Where the object stands before its verb, a comma behind a name goes on with a list of objects.
        let is_listed = |index: &usize| {
            self.patterns.is_verb_final()
                && self.word_after(&self.view.groups[*index]).is_some_and(|word| word.word == ",")
        };
        let fitting: Vec<usize> = indices.rev().filter(fits).collect();
        // "Blinken **Kabil** hava limanında törədilən hücumu pisləyib": a capital may be the place of a thing.
        let is_capital = |index: &&usize| {
            let members = &self.view.groups[**index].members;
            self.patterns.is_verb_final() && members.iter().any(|member| member.capital.is_some())
        };
        if fitting.first().is_some_and(|nearest| self.has_thing_as_subject(*nearest, trigger)) {
            return None;
        }
        let sure = fitting.iter().filter(|index| !is_capital(index));
        let found =
            sure.clone().find(|index| !is_listed(index)).or(sure.clone().next()).or(fitting.first()).copied()?;
        (self.patterns.is_verb_final() || !self.has_stranger(found, trigger)).then_some(found)
    }

    /// «"… in the Palestinian territories," **a joint statement** said», "in Peru, **the company** signed": a noun phrase behind a comma that
    /// names nobody we know.
    fn has_thing_as_subject(&self, nearest: usize, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        let group = &self.view.groups[nearest];
        let Some(noun) = self.patterns.word_before_verb(tokens, trigger.start).filter(|at| *at >= group.tokens.end)
        else {
            return false;
        };
        let parts = |at: &usize| tokens[*at].text == "," || tokens[*at].is_quote();
        let Some(head) = (group.tokens.end..noun).rev().find(parts).map(|mark| mark + 1) else { return false };
        let is_plain = |at: usize| tokens[at].shape == Shape::Lower && !self.patterns.is_small(&tokens[at]);
        let is_told = |at: usize| {
            let in_chunk =
                self.view.chunks.iter().any(|chunk| {
                    !matches!(chunk.kind, ChunkKind::Word | ChunkKind::Mark) && chunk.tokens.contains(&at)
                });
            in_chunk || self.patterns.relatives.holds(&tokens[at])
        };
        !self.patterns.is_verb_final()
            && head < noun
            && self.patterns.determiners.holds(&tokens[head])
            && !(head..=noun).any(is_told)
            && is_plain(noun)
    }

    /// "A resolution against the settlements was adopted, while **two** voted against": a number of some who are not named.
    fn has_number_as_subject(&self, trigger: &Range<usize>) -> bool {
        let at = self.patterns.word_before_verb(self.view.tokens, trigger.start);
        let is_free = |at: usize| !self.view.groups.iter().any(|group| group.tokens.contains(&at));
        !self.patterns.is_verb_final()
            && at.is_some_and(|at| self.patterns.counts.holds(&self.view.tokens[at]) && is_free(at))
    }

    /// "…, anunciou **o Presidente X**, elogiando o ministério": who stands right behind a saying that closes what is said does what
    /// goes on behind the comma.
    fn teller_behind(&self, verb: &Range<usize>, trigger: &Range<usize>) -> Option<usize> {
        let tokens = self.view.tokens;
        let goes_on = tokens.get(trigger.start).is_some_and(|word| self.patterns.goes_on(word));
        let closes = verb.start > 0 && matches!(tokens[verb.start - 1].text, "," | "”" | "\"" | "»");
        let is_saying = || self.reader.begins_or_ends_statement(self.view.triggers, verb.start);
        self.next(verb)
            .filter(|index| goes_on && closes && is_saying() && self.view.groups[*index].tokens.end <= trigger.start)
    }

    /// «"…", **acusou o ministro X**», "… - **informou o Ministério**": behind a quotation that is all the sentence has told so far, and
    /// behind its only dash, a verb of saying has its subject right behind it.
    pub(super) fn teller_in_inversion(&self, trigger: &Range<usize>) -> Option<usize> {
        let tokens = self.view.tokens;
        if self.patterns.is_verb_final() || !self.class.is_statement {
            return None;
        }
        let verb = trigger.clone().find(|at| tokens[*at].is_word())?;
        let last = verb.checked_sub(1)?;
        let mark = if tokens[last].text == "," { last.checked_sub(1)? } else { last };
        let is_outside = |group: &Group| group.tokens.start < mark && !is_quoted(tokens, group.tokens.start);
        let closes_all = || {
            let told = self.view.groups.iter().zip(self.view.actors);
            is_quoted(tokens, mark) && !told.into_iter().any(|(group, actors)| !actors.is_empty() && is_outside(group))
        };
        let is_only_dash = || tokens[last].is_dash() && tokens[..last].iter().all(|token| !token.is_dash());
        let is_behind_quotation = || tokens[mark].is_quote() && closes_all();
        if !(is_only_dash() || is_behind_quotation()) {
            return None;
        }
        // A trigger may take in who tells ("informou o ministério").
        let behind = |index: &usize| self.view.groups[*index].tokens.start > verb && self.takes_part(*index);
        let is_free = |index: &usize| {
            let before = self.word_before(&self.view.groups[*index]);
            before.is_none_or(|(_, word)| !self.patterns.governors.holds(word))
        };
        let mut behind = (0..self.view.groups.len()).filter(behind);
        // Behind a quotation where and to whom may be told first ("disse ontem, em Lima, aos jornalistas **o ministro**").
        let index = if is_only_dash() { behind.next() } else { behind.find(is_free) }?;
        let from = trigger.end.min(self.view.groups[index].tokens.start);
        let between = from..self.view.groups[index].tokens.start;
        let is_right_behind = between.clone().all(|at| self.is_light(at));
        let is_near =
            || !is_only_dash() && between.len() <= TELLER && !between.clone().any(|at| self.begins_act_or_saying(at));
        (is_right_behind || is_near()).then_some(index)
    }

    /// "…, **deyə** X bildirib": who tells stands between the word that closes what is said and the verb.
    fn teller(&self, trigger: &Range<usize>) -> Option<usize> {
        let from = trigger.start.saturating_sub(TELLER);
        let closes = |at: &usize| self.patterns.quotatives.holds(&self.view.tokens[*at]);
        let close = (from..trigger.start).rev().find(closes).filter(|_| self.class.is_statement)?;
        let groups = self.view.groups.iter().enumerate();
        let between = groups.filter(|(_, group)| group.tokens.start > close && group.tokens.end <= trigger.start);
        let mut tellers = between.filter(|(index, group)| self.takes_part(*index) && !self.is_governed(group, trigger));
        tellers.next().map(|(index, _)| index)
    }

    /// Whom the sentence before is about, where a verb has left its subject out. The verb stands for it.
    pub(super) fn elided_subject(&self, trigger: &Range<usize>) -> Vec<Actor> {
        let verb = self.verb_alone(trigger).filter(|_| !self.view.is_contested);
        let Some((person, verb)) = self.view.told_of.zip(verb) else { return Vec::new() };
        let span = self.view.tokens[verb].span;
        vec![Actor::person(person, span)]
    }

    /// The verb of a trigger that opens the sentence, or stands behind the words and the comma that do, without a subject ("Em Lisboa,
    /// **reuniu-se** com …").
    fn verb_alone(&self, trigger: &Range<usize>) -> Option<usize> {
        let tokens = self.view.tokens;
        let verb = trigger.clone().find(|at| self.patterns.may_elide(&tokens[*at]))?;
        let before = &tokens[..trigger.start];
        let is_opening = |word: &Token<'_>| self.patterns.governors.holds(word) || self.patterns.openers.holds(word);
        let opens = match before {
            [] => true,
            [first, .., last] => last.text == "," && before.len() <= OPENING && is_opening(first),
            [_] => false,
        };
        // What nothing governs before it may be its subject, and so may what stands right behind it.
        let is_free = |group: &&Group| !self.is_governed(group, trigger);
        let mut earlier = self.view.groups.iter().filter(|group| group.tokens.end <= trigger.start);
        let later = self.view.groups.iter().find(|group| group.tokens.start >= trigger.end);
        let is_alone = self.view.triggers.within(0..trigger.start).is_empty()
            && !earlier.any(|group| is_free(&group))
            && (self.takes_with(trigger) || later.is_none_or(|group| !is_free(&group)));
        (opens && is_alone).then_some(verb)
    }

    /// "**Reuniu-se com** X": the adposition of the other side belongs to the trigger.
    fn takes_with(&self, trigger: &Range<usize>) -> bool {
        self.patterns.governors.holds(&self.view.tokens[trigger.end - 1])
    }

    /// Whether a sentence begins with what somebody does with another ("**Reuniu-se com** X"), who is in none of its words and not
    /// known from the one before.
    pub(super) fn lacks_subject(&self, trigger: &Range<usize>) -> bool {
        // The first behind the trigger is the other side.
        let mut later = self.view.groups.iter().filter(|group| group.tokens.start >= trigger.end).skip(1);
        let is_known = later.any(|group| !self.is_governed(group, trigger));
        self.view.told_of.is_none() && self.takes_with(trigger) && self.verb_alone(trigger).is_some() && !is_known
    }

    /// "The attack **of Iran**, which hit Haifa", "the meeting **in Luanda**, which elected X": a state that only says whose or where
    /// something is.
    fn is_qualifier(&self, group: &Group) -> bool {
        let is_state = group.members.iter().all(|member| {
            (member.country.is_some() || member.capital.is_some())
                && member.name.is_none()
                && member.role.is_none()
                && member.org.is_none()
        });
        let qualifies =
            |word: &Token<'_>| self.patterns.complements.holds(word) || self.patterns.place.words.holds(word);
        is_state && self.word_before(group).is_some_and(|(_, word)| qualifies(word))
    }

    /// "The ministry, **the embassy said**, had summoned": who is cited between commas does nothing else.
    fn is_cited(&self, group: &Group) -> bool {
        let tokens = self.view.tokens;
        let opens = self.patterns.word_before(tokens, group.tokens.start).is_some_and(|at| tokens[at].text == ",");
        let says = |trigger: &Trigger| {
            self.reader.classes[trigger.rule].is_shell && tokens.get(trigger.tokens.end).is_some_and(|t| t.text == ",")
        };
        opens && !self.patterns.is_verb_final() && self.view.triggers.at(group.tokens.end).iter().any(says)
    }

    /// "The minister, **who represented President X at the forum,** met Y": whether something stands in a clause between commas that
    /// another verb has.
    pub(super) fn is_in_closed_relative(&self, part: &Range<usize>, trigger: &Range<usize>) -> bool {
        self.closed_relative(part, trigger).is_some()
    }

    /// "The minister, **who arrived in Tallinn,** signed": the place of an act there is not that of the rest. Where somebody is
    /// ("who is in Tallinn for the summit"), he does the rest, too.
    pub(super) fn is_place_of_relative(&self, part: &Range<usize>, trigger: &Range<usize>) -> bool {
        let acts = |relative: usize| (relative..part.start).any(|at| self.begins_act_or_saying(at));
        self.closed_relative(part, trigger).is_some_and(acts)
    }

    /// Where the clause between commas begins in which a part stands.
    fn closed_relative(&self, part: &Range<usize>, trigger: &Range<usize>) -> Option<usize> {
        if self.patterns.is_verb_final() {
            return None;
        }
        let tokens = self.view.tokens;
        let opens = |at: &usize| {
            let is_relative =
                self.patterns.relatives.holds(&tokens[*at]) || self.patterns.conjunctions.holds(&tokens[*at]);
            is_relative && tokens[at - 1].text == ","
        };
        let relative = (1..part.start).rev().find(opens)?;
        let in_group = |at: usize| self.view.groups.iter().any(|group| group.tokens.contains(&at));
        let closes = |at: usize| tokens[at].text == "," && !in_group(at);
        let is_closed = tokens[part.end - 1].text == "," || (part.end..trigger.start).any(closes);
        (is_closed && !(relative..part.start).any(closes)).then_some(relative)
    }

    /// Whether somebody whom we do not know stands between a group and the trigger: "the minister said that Foo Bar met …".
    fn has_stranger(&self, found: usize, trigger: &Range<usize>) -> bool {
        let groups = self.view.groups.iter().zip(self.view.actors).skip(found + 1);
        groups.take_while(|(group, _)| group.tokens.end <= trigger.start).any(|(group, actors)| {
            let is_full_name = group.members.iter().all(|m| m.name.is_some()) && group.tokens.len() >= 2;
            let is_pronoun = group.members.iter().any(|member| member.is_pronoun);
            let is_aside = || self.is_in_closed_relative(&group.tokens, trigger);
            actors.is_empty() && (is_full_name || is_pronoun) && !self.is_governed(group, trigger) && !is_aside()
        })
    }

    /// Where "who" stands right before a verb ("the delegation led by X, **who** arrived in Riga"): its head is the subject.
    pub(super) fn relative_before(&self, trigger: &Range<usize>) -> Option<usize> {
        let from = trigger.start.saturating_sub(NEGATION).max(1);
        let tokens = self.view.tokens;
        // "O presidente da Guiné-Bissau, X, **que** faz uma visita": behind a comma and a name it is no conjunction.
        let takes_up = |at: usize| {
            let ends = |group: &Group| group.tokens.end == at - 1 || group.tokens.end == at;
            self.patterns.conjunctions.holds(&tokens[at])
                && tokens[at - 1].text == ","
                && self.view.groups.iter().any(ends)
        };
        // "Vetaram uma resolução **que** pedia pausas": it is the resolution that asks.
        let takes_up_thing = |at: usize| {
            self.patterns.conjunctions.holds(&tokens[at]) && self.reader.has_thing_before(self.view.triggers, at)
        };
        let is_relative =
            |at: &usize| self.patterns.relatives.holds(&tokens[*at]) || takes_up(*at) || takes_up_thing(*at);
        let relative = (from..trigger.start).rev().find(is_relative)?;
        let has_own = |group: &Group| relative < group.tokens.start && group.tokens.end <= trigger.start;
        // "Said that it expelled": a pronoun that stands for nobody we know is a subject too.
        let opens =
            self.view.tokens[relative + 1..trigger.start].iter().any(|token| self.patterns.openers.holds(token));
        (!opens && !self.view.groups.iter().any(has_own)).then_some(relative)
    }

    /// The verb before that has the same subject ("A met B **and discussed** trade"), where objects follow their verb.
    pub(super) fn coordinated_verb(&self, trigger: &Range<usize>) -> Option<Range<usize>> {
        let joint = trigger.start.checked_sub(1)?;
        let word = &self.view.tokens[joint];
        let verb = self.view.tokens.get(trigger.start);
        // "Will meet B **to discuss** trade": B is whom the first verb takes.
        let is_purpose = self.class.is_talk && verb.is_some_and(|verb| self.patterns.purposes.holds(verb));
        let goes_on = word.text == "," && verb.is_some_and(|verb| self.patterns.goes_on(verb));
        let is_joined = self.patterns.adposition == Adposition::Pre
            && (is_purpose || goes_on || self.patterns.and.holds(word) || self.patterns.whom.holds(word));
        if !is_joined {
            return None;
        }
        let trigger_at = |at: usize| self.view.triggers.at(at).first().map(|trigger| trigger.tokens.clone());
        (0..joint + usize::from(is_purpose)).rev().find_map(trigger_at)
    }

    /// The encounter right before a trigger that "and" joins to it.
    pub(super) fn joined_encounter(&self, trigger: &Range<usize>) -> Option<&Trigger> {
        let joint = trigger.start.checked_sub(1).filter(|at| self.patterns.and.holds(&self.view.tokens[*at]))?;
        let near = self.view.triggers.iter().filter(|other| other.tokens.end <= joint);
        let near = near.max_by_key(|other| (other.tokens.start, other.tokens.end))?;
        // A phrase may begin within a longer one.
        let whole = self.view.triggers.iter().filter(|other| other.tokens.contains(&near.tokens.start));
        let whole = whole.min_by_key(|other| (other.tokens.start, Reverse(other.tokens.end)))?;
        let kind = ConceptId::new(self.patterns.events[whole.rule].kind.as_str());
        self.kinds.is_encounter(&kind).then_some(whole)
    }

    /// The last of a list, where a verb in the singular stands behind a relative ("the presidents A and B, **who arrives** today").
    pub(super) fn last_of_list(&self, index: usize, trigger: &Range<usize>) -> Option<Actor> {
        let is_relative = || self.relative_before(trigger).is_some_and(|relative| relative + 1 == trigger.start);
        let actors = self.view.actors[index].as_slice();
        let verb = self.view.tokens.get(trigger.start)?;
        (actors.len() > 1 && self.patterns.is_singular(verb) && is_relative()).then(|| actors[actors.len() - 1].clone())
    }

    /// Who a subject stands for; in front of a verb in the plural with the one before a clause of his own ("**A**, who arrived yesterday,
    /// **and B** signed").
    pub(super) fn with_list_before(&self, index: usize, trigger: &Range<usize>) -> Vec<Actor> {
        let mut actors = self.head_of_list(index, trigger).map_or_else(Vec::new, |head| self.actors_of(head));
        actors.extend(self.actors_of(index));
        actors
    }

    /// The noun phrase before a clause between commas, with which "and" lists the single one right before a verb in the plural.
    fn head_of_list(&self, index: usize, trigger: &Range<usize>) -> Option<usize> {
        let tokens = self.view.tokens;
        let verb = tokens.get(trigger.start).filter(|verb| self.patterns.is_plural(verb))?;
        let is_single = self.view.actors[index].len() == 1 && verb.shape == Shape::Lower;
        let (joint, _) =
            self.word_before(&self.view.groups[index]).filter(|(_, word)| self.patterns.and.holds(word))?;
        let close = joint.checked_sub(1).filter(|at| is_single && tokens[*at].text == ",")?;
        let clause = self.closed_relative(&(close..close + 1), trigger)?;
        let is_head = |head: &usize| (clause - 1..=clause).contains(&self.view.groups[*head].tokens.end);
        let fits = |head: &usize| self.takes_part(*head) && !self.is_governed(&self.view.groups[*head], trigger);
        (0..index).find(is_head).filter(fits)
    }

    /// The subject of a reporting verb before ("the minister emphasized that Portugal is interested"), a person rather
    /// than the state spoken of, otherwise the own subject.
    pub(super) fn speaker(&self, trigger: &Range<usize>) -> Vec<Actor> {
        let is_person = |index: &usize| self.view.actors[*index].iter().all(|actor| actor.person.is_some());
        let (clause, own) = (self.reported_from(trigger), self.subject(trigger, false));
        let is_inside = |index: &usize| self.view.groups[*index].tokens.start >= clause;
        // "The ministry said that **the minister** had expressed concern": he did, and the ministry only tells. "The spokesman said
        // that the talks touched on trade": he did not talk.
        if clause > 0 && (self.class.is_talk || own.is_some_and(|index| is_inside(&index) && is_person(&index))) {
            return own.map_or_else(Vec::new, |index| self.actors_of(index));
        }
        // "The ministry said …, **and Peru** condemned": it speaks for itself.
        let is_apart = |index: usize| {
            let before = self.word_before(&self.view.groups[index]).filter(|(_, word)| self.patterns.and.holds(word));
            before.is_some_and(|(at, _)| at > 0 && self.view.tokens[at - 1].text == ",")
        };
        if let Some(index) = own.filter(|index| clause == 0 && !self.patterns.is_verb_final() && is_apart(*index)) {
            return self.actors_of(index);
        }
        let reports = |at: &usize| self.reader.begins_statement(self.view.triggers, *at);
        let subjects = || (1..trigger.start).rev().filter(reports).filter_map(|at| self.subject(&(at..at + 1), false));
        let reported = subjects().find(is_person).or_else(|| subjects().next());
        reported.or(own).map_or_else(Vec::new, |index| self.actors_of(index))
    }

    /// Who says behind a quotation what the trigger tells in it: «"We condemn the attack", said X».
    pub(super) fn quoted_speaker(&self, trigger: &Range<usize>) -> Vec<Actor> {
        let tokens = self.view.tokens;
        let close = (trigger.end..tokens.len()).find(|at| tokens[*at].is_quote());
        let Some(close) = close.filter(|_| is_quoted(tokens, trigger.start)) else { return Vec::new() };
        // Right behind the quotation any statement closes it («…», **anunciou** o ministro).
        let is_saying = |told: &&Trigger| {
            let class = &self.reader.classes[told.rule];
            class.is_shell || (class.is_statement && !class.is_talk && told.tokens.start <= close + 2)
        };
        let says = |at: &usize| self.view.triggers.at(*at).iter().any(|told| is_saying(&told));
        let told_behind = |at: usize| {
            let sayings = self.view.triggers.at(at).iter().filter(is_saying);
            sayings.map(|told| told.tokens.clone()).find_map(|told| self.next(&told))
        };
        let speaker = |at: usize| {
            self.next(&(at..at + 1)).or_else(|| told_behind(at)).or_else(|| self.subject(&(at..at + 1), false))
        };
        let is_behind = |index: &usize| self.view.groups[*index].tokens.start > close;
        let found = (close + 1..tokens.len()).filter(says).find_map(|at| speaker(at).filter(is_behind));
        found.map_or_else(Vec::new, |index| self.actors_of(index))
    }

    /// A remark in brackets is about something else ("às 11h (8h em Portugal)").
    pub(super) fn is_bracketed(&self, at: usize) -> bool {
        let before = self.view.tokens[..at].iter().rev();
        before.map(|token| token.text).find(|text| matches!(*text, "(" | ")")) == Some("(")
    }
}
