//! Where: the place that belongs to this verb and to no other.

use std::ops::Range;

use attache_schema::{ConceptId, Event, Place};

use crate::chunk::{Chunk, ChunkKind, TopicHit};
use crate::frames::OWNER_CASE;
use crate::patterns::{Adposition, Marking, PlaceSearch, Side};
use crate::token::{Shape, Token};

use super::sides::parties;
use super::{BESIDE, Reading};

/// How many words before its name may say what sort of place it is.
const DESCRIPTION: usize = 8;

/// The place that a chunk names.
fn place_of(chunk: &Chunk) -> Option<&ConceptId> {
    let state = || chunk.concept_of("country").filter(|_| chunk.kind == ChunkKind::Country);
    chunk.concept_of("place").or_else(state)
}

impl Reading<'_> {
    /// `limit`: the token where the clause of the trigger ends.
    pub(super) fn place(
        &self,
        search: &PlaceSearchRef<'_>,
        trigger: &Range<usize>,
        limit: usize,
        event: &Event,
    ) -> Option<Place> {
        let fits = |chunk: &&Chunk| {
            let on_side = search.side.admits(&chunk.tokens, trigger);
            let in_phrase = self.view.groups.iter().any(|group| {
                group.span.contains(chunk.span) && group.members.iter().any(|m| m.role.is_some() || m.name.is_some())
            });
            let in_frame = self.frames().any(|frame| frame.span.overlaps(chunk.span));
            // "In Cyprus' economic zone": the zone is the place, not Cyprus.
            let is_owner = self.patterns.adposition == Adposition::Pre && chunk.ending.case.is_some();
            let is_actor = parties(event).any(|actor| actor.span.contains(chunk.span));
            // "A statement on the war in Ukraine" was not issued there.
            let in_topic = self.view.topics.iter().any(|topic| topic.span.overlaps(chunk.span));
            // "The situation **in Palestine**" is its own.
            let is_of_topic = !search.is_asked && chunk.kind == ChunkKind::Country && self.is_behind_topic(chunk);
            let is_place = place_of(chunk).is_some();
            let is_near = !search.next || (trigger.end..chunk.tokens.start).all(|at| self.is_light(at));
            is_place
                && is_near
                && on_side
                && chunk.tokens.start < limit
                && !self.is_elsewhere(chunk, trigger)
                && !in_phrase
                && !in_frame
                && !is_actor
                && !is_owner
                && !self.is_of_state(chunk)
                && !self.is_of_mission(chunk, trigger)
                && !self.is_common_word(chunk)
                && !self.is_of_opening(&chunk.tokens, trigger, event)
                && !in_topic
                && !is_of_topic
                && !self.is_bracketed(chunk.tokens.start)
                && !self.is_place_of_relative(&chunk.tokens, trigger)
                && !self.is_behind_clause(chunk, trigger)
                && (search.is_asked || !self.is_of_words_between(chunk, trigger))
                && !self.is_far_from_where(chunk, trigger)
                && self.is_marked_place(chunk, search.marking)
        };
        let named = self.view.chunks.iter().filter(fits).min_by_key(|chunk| chunk.tokens.start.abs_diff(trigger.start));
        match named {
            Some(chunk) => Some(Place { concept: place_of(chunk)?.clone(), span: chunk.span }),
            None => self.capital(search, trigger, limit),
        }
    }

    /// "In the **Turkish capital**", "in **Türkiye's capital**": the city of a state's government, which is not named.
    fn capital(&self, search: &PlaceSearchRef<'_>, trigger: &Range<usize>, limit: usize) -> Option<Place> {
        let found = |chunk: &Chunk| {
            let word = self.view.tokens.get(chunk.tokens.end).filter(|word| self.patterns.capitals.holds(word))?;
            let state = chunk.concept_of("country")?;
            let fits = search.side.admits(&chunk.tokens, trigger)
                && !search.next
                && chunk.tokens.start < limit
                && !self.frames().any(|frame| frame.span.overlaps(chunk.span))
                && !self.is_place_of_relative(&chunk.tokens, trigger)
                && !self.is_behind_clause(chunk, trigger)
                && self.has_adposition(&chunk.tokens, search.marking);
            let place = (self.view.capital_of)(state).filter(|_| fits)?;
            Some(Place { concept: place, span: chunk.span.to(word.span) })
        };
        let states = self.view.chunks.iter().filter(|c| matches!(c.kind, ChunkKind::Demonym | ChunkKind::Country));
        states.filter_map(found).next()
    }

    /// "Visited **Estonia and Latvia**" are two visits; where something else was done "in Paris and Berlin" nobody can tell.
    pub(super) fn at_each_place(&self, event: Event) -> Vec<Event> {
        let chunk = event.place.as_ref().and_then(|place| self.view.chunks.iter().find(|c| c.span == place.span));
        let listed = chunk.map(|chunk| self.listed_places(chunk)).unwrap_or_default();
        if listed.len() < 2 {
            return vec![event];
        }
        let there = |place: Option<Place>| {
            let own = event.place.as_ref().map(|place| place.span);
            let mut evidence = event.evidence.clone();
            evidence.retain(|span| Some(*span) != own);
            evidence.extend(place.iter().map(|place| place.span));
            Event { place, evidence, ..event.clone() }
        };
        if !self.kinds.is_abroad(&event.kind) {
            return vec![there(None)];
        }
        let place = |chunk: &&Chunk| {
            let concept = place_of(chunk)?.clone();
            Some(there(Some(Place { concept, span: chunk.span })))
        };
        listed.iter().filter_map(place).collect()
    }

    /// A place with those that are listed with it, the last behind "and".
    fn listed_places(&self, chunk: &Chunk) -> Vec<&Chunk> {
        let places: Vec<&Chunk> = self.view.chunks.iter().filter(|chunk| place_of(chunk).is_some()).collect();
        let Some(at) = places.iter().position(|place| place.span == chunk.span) else { return Vec::new() };
        let tokens = self.view.tokens;
        let is_joined = |first: usize| {
            let [first, second] = &places[first..first + 2] else { return None };
            let between = &tokens[first.tokens.end.min(second.tokens.start)..second.tokens.start];
            let is_article = |token: &Token<'_>| self.patterns.determiners.holds(token);
            let is_small = |token: &Token<'_>| {
                self.patterns.joins(token) || self.patterns.place.words.holds(token) || is_article(token)
            };
            // "Lima and Peru agreed": the second is the subject of another verb.
            let is_free = self.patterns.is_verb_final() || self.view.triggers.at(second.tokens.end).is_empty();
            // "Rusiya, Estoniya və Latviyaya": the case of the last is that of all.
            let is_open = first.ending.case.is_none() || first.ending.case == second.ending.case;
            let joins = between.iter().any(|token| self.patterns.joins(token));
            (joins && between.iter().all(is_small) && is_free && is_open)
                .then(|| between.iter().any(|token| self.patterns.and.holds(token)))
        };
        let first = (0..at).rev().take_while(|before| is_joined(*before).is_some()).last().unwrap_or(at);
        let joined = |last: &usize| is_joined(*last).is_some();
        let last = (at..places.len().saturating_sub(1)).take_while(joined).last().map_or(at, |last| last + 1);
        // "In Tallinn, Estonia" is one place, also in a list ("Tallinn, Estonia, and Accra, Ghana").
        let is_land = |at: &usize| {
            let Some(before) = at.checked_sub(1).map(|before| places[before]) else { return false };
            let comma = before.tokens.end + 1 == places[*at].tokens.start && tokens[before.tokens.end].text == ",";
            comma && before.kind == ChunkKind::Place && places[*at].kind == ChunkKind::Country
        };
        if (first..last).any(|at| is_joined(at) == Some(true)) {
            (first..=last).filter(|at| !is_land(at)).map(|at| places[at]).collect()
        } else {
            Vec::new()
        }
    }

    /// "Joined the meeting **before witnessing the signing** of a memorandum on a centre in Lima": another act stands between. Where the verb
    /// closes its clause, whatever stands behind it and a comma is of another.
    fn is_behind_clause(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let hangs = |at: usize| {
            let opens = self.patterns.subordinators.holds(&self.view.tokens[at])
                && self.view.tokens.get(at + 1).is_some_and(|next| !self.patterns.determiners.holds(next));
            opens && (at + 1..at + 1 + BESIDE).any(|at| self.begins_act_or_saying(at))
        };
        if self.patterns.is_verb_final() {
            return (trigger.end..chunk.tokens.start).any(|at| self.view.tokens[at].text == ",");
        }
        (trigger.end..chunk.tokens.start).any(hangs)
    }

    /// "Signed a deal **which** will help the ports **in Peru**", "met Y **as** fighting continued **in Peru**", "signed an agreement on aid to
    /// people displaced **in Peru**": a place behind its verb that is of a clause, or of a noun, between the two.
    ///
    /// Towns are told of what somebody does, states as often of the noun before them. An occasion is where the deed is ("after talks in
    /// Peru").
    fn is_of_words_between(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        if self.patterns.adposition != Adposition::Pre || chunk.tokens.start <= trigger.end {
            return false;
        }
        let mark = self.patterns.word_before(tokens, chunk.tokens.start).filter(|at| *at > trigger.end);
        let is_told =
            |at: usize| self.view.chunks.iter().any(|part| part.kind != ChunkKind::Word && part.tokens.contains(&at));
        let is_noun = |at: usize| self.patterns.is_plain(&tokens[at]) && !is_told(at);
        let hangs_on_noun = mark.is_some_and(|mark| is_noun(mark - 1));
        let in_group = |at: usize| self.view.groups.iter().any(|group| group.tokens.contains(&at));
        let mut openers =
            (trigger.end..chunk.tokens.start).filter(|at| self.patterns.clauses.holds(&tokens[*at]) && !in_group(*at));
        let is_clause = openers.any(|at| hangs_on_noun || !self.patterns.subordinators.holds(&tokens[at]));
        is_clause || (chunk.kind == ChunkKind::Country && hangs_on_noun)
    }

    /// "Met businessmen **in Belém** before a visit to the senate, *where* she met X": what happens there happens at the place right before.
    fn is_far_from_where(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        let place = (chunk.tokens.end..trigger.start).rfind(|at| self.patterns.wheres.holds(&tokens[*at]));
        let is_apart = |at: usize| self.patterns.subordinators.holds(&tokens[at]) || self.begins_act_or_saying(at);
        place.is_some_and(|place| (chunk.tokens.end..place).any(is_apart))
    }

    /// "The **Porto** of Maputo": what has a name behind "of" is what its own name says.
    fn is_common_word(&self, chunk: &Chunk) -> bool {
        let tokens = self.view.tokens;
        let next = |at: usize| tokens.get(chunk.tokens.end + at);
        chunk.tokens.len() == 1
            && self.patterns.common_places.holds(&tokens[chunk.tokens.start])
            && next(0).is_some_and(|word| self.patterns.complements.holds(word))
            && next(1).is_some_and(|word| word.shape == Shape::Capital)
    }

    /// "After taking part in the summit **in Egypt**, X met Y": what the sentence opens with was elsewhere, and on another day.
    pub(super) fn is_of_opening(&self, part: &Range<usize>, trigger: &Range<usize>, event: &Event) -> bool {
        let tokens = self.view.tokens;
        let opens = tokens.first().is_some_and(|word| self.patterns.apart.holds(word));
        let doer =
            event.agents.first().map(|agent| tokens.partition_point(|token| token.span.start < agent.span.start));
        let is_behind = |doer: usize| part.end < doer && doer < trigger.start;
        opens
            && doer.is_some_and(|doer| is_behind(doer) && tokens[part.end..doer].iter().any(|token| token.text == ","))
    }

    /// Whether nothing but the mark of a place, and articles, parts a state from a topic before it.
    fn is_behind_topic(&self, chunk: &Chunk) -> bool {
        let is_small = |at: usize| {
            self.patterns.place.words.holds(&self.view.tokens[at])
                || self.patterns.determiners.holds(&self.view.tokens[at])
        };
        let topic =
            self.view.topics.iter().rfind(|hit| hit.tokens.end <= chunk.tokens.start && !hit.concepts.is_empty());
        // "A «**ceasefire** at once» in Ukraine": where the quotation ends that the topic stands in.
        let closed = |hit: &TopicHit| {
            let mut quotes = (hit.tokens.end..chunk.tokens.start).filter(|at| self.view.tokens[*at].is_quote());
            quotes.next().filter(|_| quotes.next().is_none()).map_or(hit.tokens.end, |close| close + 1)
        };
        // "A **ceasefire** *urgente* na Ucrânia": where adjectives stand behind their noun, one may stand between.
        let is_adjective = |at: usize| {
            let is_told = || self.view.chunks.iter().any(|c| c.kind == ChunkKind::Date && c.tokens.contains(&at));
            !self.patterns.takes_participles_before_nouns()
                && self.view.tokens.get(at).is_some_and(|word| self.patterns.is_plain(word))
                && self.view.triggers.at(at).is_empty()
                && !is_told()
        };
        let is_beside = |hit: &TopicHit| {
            let from = closed(hit);
            let from = from + usize::from(from == hit.tokens.end && is_adjective(from));
            (from..chunk.tokens.start).all(is_small)
        };
        self.patterns.adposition == Adposition::Pre && topic.is_some_and(is_beside)
    }

    /// "Azərbaycanın İsraildə səfirliyi": between a state and what it owns stands the place of that, not of the event.
    fn is_of_state(&self, chunk: &Chunk) -> bool {
        let owns = |owner: &Chunk| {
            owner.kind == ChunkKind::Country && owner.tokens.end == chunk.tokens.start && owner.has_case(OWNER_CASE)
        };
        let is_post = self.patterns.adposition == Adposition::Post;
        is_post && chunk.kind == ChunkKind::Country && self.view.chunks.iter().any(owns)
    }

    /// "The Peruvian **embassy in Estonia** welcomed X": where a mission is that does something, not where it is done.
    fn is_of_mission(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        let mark = self.patterns.word_before(tokens, chunk.tokens.start);
        let mark = mark.filter(|at| *at > 0 && self.patterns.place.words.holds(&tokens[*at]));
        self.patterns.adposition == Adposition::Pre
            && chunk.kind == ChunkKind::Country
            && chunk.tokens.end <= trigger.start
            && mark.is_some_and(|mark| self.patterns.missions.holds(&tokens[mark - 1]))
    }

    fn is_marked_place(&self, chunk: &Chunk, marking: &Marking) -> bool {
        if marking.case.is_some() && chunk.ending.case.as_deref() == marking.case.as_deref() {
            // "Azərbaycana qarşı" is no way to a place.
            let governed = self.view.tokens.get(chunk.tokens.end).is_some_and(|t| self.patterns.governors.holds(t));
            return !(governed && self.patterns.adposition == Adposition::Post);
        }
        // "visited Fiji": without a mark every place on that side will do.
        if marking.words.is_empty() && marking.case.is_none() {
            return true;
        }
        self.has_adposition(&chunk.tokens, marking) || self.is_described(chunk, marking)
    }

    /// "In **the port city of** Izmir": between the mark and the name stands what sort of place it is.
    fn is_described(&self, chunk: &Chunk, marking: &Marking) -> bool {
        let start = chunk.tokens.start;
        let tokens = self.view.tokens;
        let is_head = |at: usize| self.patterns.place_heads.ends_at(self.view.sight, at).any(|end| end == start);
        let mut marks = start.saturating_sub(DESCRIPTION)..start;
        self.patterns.adposition == Adposition::Pre
            && marks.any(|at| marking.words.holds(&tokens[at]) && is_head(at + 1))
    }
}

pub(super) struct PlaceSearchRef<'a> {
    pub(super) next: bool,
    /// The rule says where its place stands: it is that of its object, too ("observed the elections **in Peru**").
    pub(super) is_asked: bool,
    pub(super) side: Side,
    pub(super) marking: &'a Marking,
}

impl<'a> From<&'a PlaceSearch> for PlaceSearchRef<'a> {
    fn from(search: &'a PlaceSearch) -> Self {
        Self { next: search.next, is_asked: true, side: search.side, marking: &search.marking }
    }
}
