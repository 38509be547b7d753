//! Laying one rule over one trigger: the event with its slots, or nothing where a slot that it needs stays empty.

use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event, Span, Status};

use crate::chunk::{Chunk, ChunkKind};
use crate::groups::{Group, Member, Post};
use crate::patterns::{EventRule, Search, TopicSearch};
use crate::people::is_generic_of;
use crate::slots::Slot;
use crate::staff::fill_staff;
use crate::token::{Shape, Token};
use crate::unlisted::unlisted_topics;

use super::Reading;
use super::sides::{is_among, parties, takes_part};

fn asks_subject(rule: &EventRule) -> bool {
    rule.agents.iter().any(|search| matches!(search, Search::Subject | Search::Speaker))
}

pub(super) fn is_sides(group: &Group) -> bool {
    group.members.iter().any(|member| member.is_sides)
}

impl Reading<'_> {
    pub(super) fn build(&self, rule: &EventRule, trigger: Range<usize>) -> Option<Event> {
        let mut event = Event {
            manner: rule.manner.clone(),
            evidence: vec![self.span_of(&trigger)],
            ..Event::new(ConceptId::new(rule.kind.as_str()), self.status_of(rule, &trigger))
        };
        if asks_subject(rule) && (self.is_undergone(&trigger) || self.is_done_to_subject(&trigger)) {
            return None;
        }
        if self.is_of_a_thing(rule, &trigger) || (self.class.is_talk && self.is_of_strangers(rule, &trigger)) {
            return None;
        }
        self.fill_people(rule, &trigger, &mut event);
        if let Some(search) = rule.topics {
            let near = search.near || self.kinds.is_good(&event.kind);
            event.topics = self.topics(TopicSearch { near, ..search }, &trigger);
            // "Avropa İttifaqı narahatlığını bildirib": who speaks is not what is spoken of.
            let sides: Vec<Span> = parties(&event).map(|actor| actor.span).collect();
            event.topics.retain(|topic| sides.iter().all(|side| !side.contains(topic.span)));
        }
        if let Some(side) = rule.document {
            event.document = self.document(side, &trigger);
        }
        if self.kinds.is_act(&event.kind) {
            // Those who were there too and take no other part.
            event.others = self.view.present.iter().filter(|actor| !takes_part(&event, actor)).cloned().collect();
            self.fill_circumstances(rule, &trigger, &mut event);
        } else {
            event.when = self.day_of_saying(&trigger, &event);
        }
        self.kinds.restrict(&mut event);
        let agents = event.agents.clone();
        let is_other = |state: &Actor| !self.is_same_side(state, &agents);
        fill_staff(self.patterns, self.kinds, self.view, &trigger, &is_other, &mut event);
        if self.kinds.is_post(&event.kind) {
            self.note_post(&trigger, &mut event);
        }
        let missing = rule.requires.iter().any(|slot| !slot.is_filled(&event));
        if missing {
            return None;
        }
        self.collect_evidence(&mut event);
        if self.class.is_talk {
            event.unlisted =
                unlisted_topics(self.patterns, self.view, &trigger, self.clause_end(&trigger), &event.evidence[1..]);
            event.evidence.extend(&event.unlisted);
        }
        Some(event)
    }

    /// "The Peruvian **government named** X": whether the first word of a trigger belongs to somebody told before it.
    pub(super) fn begins_in_group(&self, trigger: &Range<usize>) -> bool {
        let is_inside = |group: &Group| group.tokens.start < trigger.start && trigger.start < group.tokens.end;
        self.view.groups.iter().zip(self.view.actors).any(|(group, actors)| !actors.is_empty() && is_inside(group))
    }

    /// "The ambassador **was told** that", "diplomats **expelled by** Peru": who stands before the verb did not do it.
    fn is_undergone(&self, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        let is_active = |token: &Token<'_>| self.patterns.tells_course(token);
        let before = self.patterns.word_before_verb(tokens, trigger.start).map(|at| &tokens[at]);
        let is_passive = before.is_some_and(|word| self.patterns.passives.holds(word))
            && !tokens[trigger.clone()].iter().any(is_active);
        let is_doer = |at: usize| self.view.groups.iter().any(|group| group.tokens.start == at);
        let names_doer = || {
            let mark = tokens.get(trigger.end).is_some_and(|word| self.patterns.doer_marks.holds(word));
            let doer = (trigger.end + 1..tokens.len()).find(|at| !self.patterns.determiners.holds(&tokens[*at]));
            mark && trigger.len() <= 2 && doer.is_some_and(is_doer)
        };
        is_passive || names_doer()
    }

    /// "X recalled that Y visited the country **and invited Y**": nobody does it to himself, so the verb goes on with another clause.
    fn is_done_to_subject(&self, trigger: &Range<usize>) -> bool {
        let person = |index: usize| self.view.actors[index].first().and_then(|actor| actor.person);
        let is_same = |object: usize| {
            let subject = self.subject(trigger, false).filter(|subject| *subject != object);
            person(object).is_some() && subject.is_some_and(|subject| person(subject) == person(object))
        };
        self.coordinated_verb(trigger).is_some() && self.next(trigger).is_some_and(is_same)
    }

    /// "A resolution **that condemns** the attack": what a thing does nobody does.
    fn is_of_a_thing(&self, rule: &EventRule, trigger: &Range<usize>) -> bool {
        let is_relative = |relative: usize| relative + 1 != self.reported_from(trigger);
        asks_subject(rule)
            && self.relative_before(trigger).is_some_and(is_relative)
            && self.subject(trigger, false).is_none()
    }

    /// "X received Y. **Participants** discussed …": who talks is none of those who met.
    fn is_of_strangers(&self, rule: &EventRule, trigger: &Range<usize>) -> bool {
        let is_stranger = |at: usize| self.patterns.strangers.holds(&self.view.tokens[at]);
        let has_parties = !self.view.parties.is_empty() || !self.view.triggers.within(0..trigger.start).is_empty();
        let are_strangers = trigger.start.checked_sub(1).is_some_and(is_stranger);
        asks_subject(rule) && has_parties && are_strangers
    }

    /// "Will call on A **and hold** a meeting with B": a verb that hangs on a plan is planned, too.
    fn status_of(&self, rule: &EventRule, trigger: &Range<usize>) -> Status {
        let verb = self.coordinated_verb(trigger).filter(|_| rule.status == Status::Done);
        let joined = || {
            self.joined_encounter(trigger).filter(|_| rule.agents.iter().any(|search| matches!(search, Search::Joined)))
        };
        let before = joined().or_else(|| verb.and_then(|verb| self.view.triggers.at(verb.start).first()));
        let is_planned = before.is_some_and(|before| self.patterns.events[before.rule].status == Status::Planned);
        // "**Will** hold a string of talks": a rule that knows the infinitive alone is not deceived.
        let is_future = |at: usize| self.patterns.futures.holds(&self.view.tokens[at]);
        let is_to_come = rule.status == Status::Done
            && !self.class.is_statement
            && self.view.tokens[trigger.start].shape == Shape::Lower
            && trigger.start.checked_sub(1).is_some_and(is_future);
        if is_planned || is_to_come { Status::Planned } else { rule.status }
    }

    /// The office that somebody is given stands behind the verb, or last before it where the verb comes last, and so does no
    /// office that he held before ("X, ambassador to Peru, was appointed minister"): where another one, or none, stands there,
    /// the post is not known.
    fn note_post(&self, trigger: &Range<usize>, event: &mut Event) {
        if let Some(appointed) = self.appointed_before(trigger) {
            event.targets = self.actors_of(appointed);
            let Event { agents, targets, .. } = event;
            agents.retain(|agent| targets.iter().all(|target| target.person != agent.person));
        }
        let mut offices = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Role);
        // "The post of director will be taken **by** Ambassador X": the one beside the name is held.
        let is_taken_by = self.patterns.governors.holds(&self.view.tokens[trigger.end - 1]);
        let given: Vec<&ConceptId> = if is_taken_by && event.agents.is_empty() {
            offices.filter(|chunk| trigger.contains(&chunk.tokens.start)).flat_map(|chunk| &chunk.concepts).collect()
        } else if self.patterns.is_verb_final() {
            let last = offices.rfind(|chunk| chunk.tokens.start < trigger.end);
            last.into_iter().flat_map(|chunk| &chunk.concepts).collect()
        } else {
            offices.filter(|chunk| chunk.tokens.start >= trigger.start).flat_map(|chunk| &chunk.concepts).collect()
        };
        let posts: Vec<(Span, &Post)> = self
            .view
            .groups
            .iter()
            .flat_map(|group| &group.members)
            .filter_map(|member| member.span.zip(member.post.as_ref()))
            .collect();
        for target in &mut event.targets {
            if let Some((_, post)) = posts.iter().find(|(span, _)| *span == target.span) {
                let Post { role, country, org, host } = (*post).clone();
                *target = Actor { role: Some(role), country, org, host, ..target.clone() };
                continue;
            }
            let held = target.person.and_then(|person| (self.view.role_of)(person));
            target.role = target.role.take().or(held.filter(|held| given.contains(&held)));
        }
    }

    /// "X azad edilib, **Y Perudakı səfir** təyin edilib": who stands right before the verb with the office that it gives.
    fn appointed_before(&self, trigger: &Range<usize>) -> Option<usize> {
        let index = self.view.groups.iter().rposition(|group| group.tokens.end <= trigger.start)?;
        let group = &self.view.groups[index];
        let is_office = |at: usize| self.view.chunks[at].kind == ChunkKind::Role;
        let is_given = |member: &Member| {
            let behind = member.name.map(|name| name + 1..group.chunks.end);
            behind.is_some_and(|mut behind| behind.any(is_office))
        };
        let is_tied =
            self.view.tokens[group.tokens.end..trigger.start].iter().all(|word| self.patterns.posts.holds(word));
        (self.patterns.is_verb_final() && is_tied && group.members.iter().all(is_given)).then_some(index)
    }

    fn fill_people(&self, rule: &EventRule, trigger: &Range<usize>, event: &mut Event) {
        let asks_next = rule.agents.iter().any(|search| matches!(search, Search::Next));
        let teller = self.teller_in_inversion(trigger).filter(|_| asks_next || asks_subject(rule));
        let is_own = self.view.tokens[trigger.clone()].iter().any(|word| self.patterns.first_person.holds(word));
        event.agents = match teller {
            Some(teller) => self.actors_of(teller),
            None if is_own => self.quoted_speaker(trigger),
            None => Vec::new(),
        };
        for search in rule.agents.iter().filter(|_| teller.is_none() && !is_own) {
            if let Search::Between(marking) = search {
                let mut both = self.between(marking, trigger);
                if both.len() >= 2 {
                    event.targets = both.split_off(1);
                    event.agents = both;
                    break;
                }
                continue;
            }
            event.agents = self.search(search, trigger, &[]);
            if !event.agents.is_empty() {
                break;
            }
        }
        if event.agents.is_empty() && self.class.is_statement && !self.class.is_talk && asks_subject(rule) {
            event.agents = self.quoted_speaker(trigger);
        }
        if event.targets.is_empty() {
            event.targets = rule
                .targets
                .iter()
                .map(|search| self.search(search, trigger, &event.agents))
                .find(|targets| !targets.is_empty())
                .unwrap_or_default();
        }
        let agents = event.agents.clone();
        event.targets.retain(|target| !self.is_same_side(target, &agents));
        // "A and B met": the first met the others.
        if rule.targets.is_empty()
            && rule.requires.contains(&Slot::Targets)
            && event.targets.is_empty()
            && agents.len() > 1
        {
            event.targets = event.agents.split_off(1);
        }
    }

    fn search(&self, search: &Search, trigger: &Range<usize>, agents: &[Actor]) -> Vec<Actor> {
        let index = match search {
            Search::Subject => match self.subject(trigger, false) {
                None => return self.elided_subject(trigger),
                Some(index) => match self.last_of_list(index, trigger) {
                    Some(last) => return vec![last],
                    None => return self.with_list_before(index, trigger),
                },
            },
            Search::Joined => {
                self.joined_encounter(trigger).and_then(|encounter| self.subject(&encounter.tokens.clone(), false))
            }
            Search::First => self.subject(trigger, true),
            Search::Speaker => return self.speaker(trigger),
            Search::Next => self.next(trigger),
            Search::Marked(side, marking) => self.marked(*side, marking, trigger, agents),
            Search::Owner(marking) => self.owner(marking, agents),
            Search::Between(_) => None,
        };
        index.map_or_else(Vec::new, |index| self.actors_of(index))
    }

    /// Who a group stands for. The sides of an act are those of the first one, if they are of one sort: "the two ministers" are
    /// no minister and a state. What the sides say is said by nobody in particular.
    pub(super) fn actors_of(&self, index: usize) -> Vec<Actor> {
        let group = &self.view.groups[index];
        // "X said that Y is in Lima. He will meet …": who does something may be either.
        let is_pronoun = group.members.iter().any(|member| member.is_pronoun);
        if is_pronoun && self.view.is_contested && !self.class.is_statement {
            return Vec::new();
        }
        if !is_sides(group) {
            return self.view.actors[index].clone();
        }
        let parties = self.view.parties;
        if group.members.iter().any(|member| member.is_states) {
            return self.states_of(parties, group.span);
        }
        let people = parties.iter().filter(|party| party.person.is_some()).count();
        // "Macron will meet President Kagame, and the two leaders …": they are those of the sentence.
        let before = self.view.groups.iter().zip(self.view.actors).take(index).flat_map(|(_, actors)| actors);
        let has_others = before.filter(|actor| actor.person.is_some()).any(|actor| !is_among(actor, parties));
        let is_mixed = (people > 0 && people < parties.len()) || self.are_of_other_sorts(group, parties);
        if self.class.is_statement || has_others || is_mixed {
            return Vec::new();
        }
        parties.iter().map(|party| Actor { span: group.span, ..party.clone() }).collect()
    }

    /// "The president met a minister. **The two ministers** signed": whether one of the parties holds the office that the words for both
    /// name, and another one holds none of its kind.
    fn are_of_other_sorts(&self, sides: &Group, parties: &[Actor]) -> bool {
        let mut offices = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Role);
        let named = offices.find(|chunk| sides.tokens.contains(&chunk.tokens.start)).and_then(Chunk::concept);
        let held = parties.iter().filter_map(|party| (self.view.role_of)(party.person?));
        let fits = |held: ConceptId| named.is_some_and(|office| held == *office || is_generic_of(office, &held));
        let (fit, unfit): (Vec<bool>, Vec<bool>) = held.map(fits).partition(|fits| *fits);
        !fit.is_empty() && !unfit.is_empty()
    }

    /// "The two countries signed": the states of the parties, whoever spoke for them.
    fn states_of(&self, parties: &[Actor], span: Span) -> Vec<Actor> {
        let mut states: Vec<ConceptId> = parties.iter().filter_map(|party| (self.view.country_of)(party)).collect();
        states.sort_unstable();
        states.dedup();
        if states.len() != 2 || self.class.is_statement {
            return Vec::new();
        }
        states.into_iter().map(|state| Actor { country: Some(state), ..Actor::nobody(span) }).collect()
    }

    /// Whether a group can take part in this event at all.
    pub(super) fn takes_part(&self, index: usize) -> bool {
        let group = &self.view.groups[index];
        let is_capital = group.members.iter().any(|member| member.capital.is_some());
        // "Met on the sidelines of the **Non-Aligned Movement** summit": whose occasion it is is no party to it.
        let is_body = group.members.iter().all(|m| m.org.is_some() && m.role.is_none() && m.name.is_none());
        let is_framed = is_body && self.frames().any(|frame| frame.span.overlaps(group.span));
        !self.view.actors[index].is_empty() && !is_framed && (self.class.takes_capitals || !is_capital)
    }

    /// Nobody meets or accuses themselves or their own state.
    pub(super) fn is_same_side(&self, actor: &Actor, agents: &[Actor]) -> bool {
        agents.iter().any(|agent| {
            let same_person = agent.person.is_some() && agent.person == actor.person;
            let country =
                actor.country.is_some() && actor.person.is_none() && (self.view.country_of)(agent) == actor.country;
            same_person
                || country
                || (agent.span == actor.span && agent.person.is_none() && agent.country == actor.country)
        })
    }

    fn span_of(&self, tokens: &Range<usize>) -> Span {
        self.view.tokens[tokens.start].span.to(self.view.tokens[tokens.end - 1].span)
    }

    fn collect_evidence(&self, event: &mut Event) {
        let mut spans: Vec<Span> = parties(event).chain(&event.others).map(|actor| actor.span).collect();
        spans.extend(event.when.iter().map(|when| when.span));
        spans.extend(event.place.iter().map(|place| place.span));
        spans.extend(event.frame.iter().map(|frame| frame.span));
        spans.extend(event.document.iter().chain(&event.topics).map(|topic| topic.span));
        spans.sort_unstable();
        spans.dedup();
        event.evidence.extend(spans);
    }
}
