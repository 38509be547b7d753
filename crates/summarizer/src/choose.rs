//! Which sentences are kept: named parts of a score, a budget, no repetition.

use std::collections::{BTreeMap, BTreeSet};

use attache_schema::{Actor, ConceptId, DIGEST_SCHEMA, Digest, Event, Piece, Score, Skipped, Span, Unread};

use crate::edit::{edits, spoken_words};
use crate::events::parties;
use crate::focus::Focus;
use crate::kinds::Kinds;
use crate::offices::States;
use crate::reader::{Reading, SentenceFacts, Thing};
use crate::told::Teller;
use crate::weights::Weights;

/// Chooses the pieces of one article.
pub(crate) struct Chooser<'a> {
    pub(crate) weights: &'a Weights,
    pub(crate) kinds: &'a Kinds,
    pub(crate) states: &'a States,
    pub(crate) max_words: usize,
    pub(crate) focus: &'a Focus,
    /// Whether sentences in which nothing was read are chosen like all others: somebody is going to translate them.
    pub(crate) keep_unread: bool,
}

/// A sentence, or the part of it that fits.
#[derive(Debug, Clone)]
struct Choice {
    sentence: usize,
    span: Span,
    score: Score,
}

/// What chosen sentences already tell.
#[derive(Debug, Default)]
struct Told {
    events: Vec<Event>,
    people: BTreeSet<usize>,
    sides: BTreeSet<Thing>,
    topics: BTreeSet<ConceptId>,
    kinds: BTreeSet<(ConceptId, Option<Thing>)>,
}

impl Chooser<'_> {
    pub(crate) fn choose(&self, id: Option<String>, text: &str, reading: Reading) -> Digest {
        let main = reading.main;
        // "Bunu X deyib": what X said stands before it, and comes first.
        let lead = main.filter(|main| reading.sentences[*main].refers).and_then(|main| main.checked_sub(1));
        let base = self.base_scores(&reading, main);
        let mut reasons: BTreeMap<usize, &'static str> = BTreeMap::new();
        for (index, facts) in reading.sentences.iter().enumerate() {
            // Where something can be said in every language, what can be said only in one is left to the source.
            let is_beside = main.is_some_and(|main| main != index) && lead != Some(index);
            let unread = (is_beside && facts.events.is_empty() && !self.keep_unread).then_some("unread");
            let refers = (facts.refers && main != Some(index)).then_some("attribution");
            if let Some(reason) = facts.unfit(main == Some(index)).or(unread).or(refers) {
                reasons.insert(index, reason);
            }
        }
        let mut chosen: Vec<Choice> = Vec::new();
        let mut told = Told::default();
        let mut left = self.max_words.saturating_sub(self.weights.source_line);
        let mut scores = base.clone();
        let mut open: Vec<usize> = (0..reading.sentences.len()).filter(|index| !reasons.contains_key(index)).collect();
        let mut next: Vec<usize> = main.into_iter().chain(lead).filter(|index| open.contains(index)).collect();
        loop {
            // What was said at another encounter is told behind that encounter or not at all.
            let has_place = |index: &usize| {
                let encounter = reading.sentences[*index].encounter;
                encounter.is_none_or(|encounter| chosen.iter().any(|choice: &Choice| choice.sentence == encounter))
            };
            let placed: Vec<usize> = open.iter().copied().filter(has_place).collect();
            let best = next.pop().or_else(|| self.best(&placed, &reading, &base, &told, &mut scores));
            let Some(sentence) = best else { break };
            open.retain(|index| *index != sentence);
            let score = self.marginal(&reading, sentence, &base[sentence], &told);
            scores[sentence] = score.clone();
            if score.total() <= 0 && !chosen.is_empty() {
                reasons.insert(sentence, "redundant");
                continue;
            }
            match self.fit(text, &reading, sentence, left, &told) {
                Some((span, words)) => {
                    left -= words;
                    self.tell(&reading, sentence, span, &mut told);
                    chosen.push(Choice { sentence, span, score });
                }
                None => {
                    reasons.insert(sentence, "budget");
                }
            }
        }
        reasons.extend(open.into_iter().map(|sentence| (sentence, "unresolved")));
        self.extend(text, &reading, &mut chosen, left, &told);
        chosen.sort_by_key(|choice| choice.span.start);
        assemble(id, text, (reading, self.kinds, self.states), &chosen, (&scores, &reasons))
    }

    fn base_scores(&self, reading: &Reading, main: Option<usize>) -> Vec<Score> {
        let mut frequency: BTreeMap<&Thing, i64> = BTreeMap::new();
        for thing in reading.sentences.iter().flat_map(|facts| &facts.things) {
            *frequency.entry(thing).or_insert(0) += 1;
        }
        let spans = || reading.annotations.sentences.iter().map(|sentence| sentence.span);
        let drawn = self.focus.draw(&reading.annotations, spans());
        let sentences = reading.sentences.iter().zip(spans()).zip(drawn).enumerate();
        sentences
            .map(|(index, ((facts, span), drawn))| Score {
                focus: self.weights.focus * drawn / 100,
                ..self.base_score(facts, index, span.len(), main == Some(index), &frequency, reading.title_words)
            })
            .collect()
    }

    fn base_score(
        &self,
        facts: &SentenceFacts,
        index: usize,
        bytes: usize,
        is_main: bool,
        frequency: &BTreeMap<&Thing, i64>,
        title_words: usize,
    ) -> Score {
        let weights = self.weights;
        let entity: i64 = facts
            .things
            .iter()
            .map(|thing| {
                let base = match thing {
                    Thing::Country(_) => weights.country,
                    Thing::Organisation(_) => weights.organisation,
                    Thing::Person(_) => weights.person,
                    Thing::Topic(_) => return 0,
                };
                let again = frequency.get(thing).copied().unwrap_or(1) - 1;
                base + weights.frequency * again.min(weights.frequency_cap)
            })
            .sum();
        let topics = facts.things.iter().filter(|thing| matches!(thing, Thing::Topic(_))).count();
        let title_share = weights.title * to_i64(facts.title_words) / to_i64(title_words.max(1));
        // Six bytes to the word is near enough for "too short" and "too long" in Latin scripts.
        let words = bytes / 6;
        let mut form = 0;
        form += if words < weights.short_words { weights.short } else { 0 };
        form += if words > weights.long_words { weights.long } else { 0 };
        form += if facts.is_background { weights.background } else { 0 };
        form += if facts.is_quotation { weights.quotation } else { 0 };
        form += if facts.events.is_empty() && !self.keep_unread { weights.unread } else { 0 };
        let told: i64 = facts.events.iter().map(|event| self.kinds.weight(&event.kind)).max().unwrap_or(0);
        Score {
            entity: entity.min(weights.entity_cap),
            topic: (weights.topic * to_i64(topics)).min(weights.topic_cap),
            position: weights.position / to_i64(index + 1),
            title: title_share,
            event: told + if is_main { weights.main_event } else { 0 },
            form,
            redundancy: 0,
            focus: 0,
        }
    }

    /// The score given what is already told: new sides gain, repetition loses.
    fn marginal(&self, reading: &Reading, sentence: usize, base: &Score, told: &Told) -> Score {
        let facts = &reading.sentences[sentence];
        let mut score = base.clone();
        let teller = Teller { people: &reading.annotations.people, kinds: self.kinds, states: self.states };
        if !facts.events.is_empty() && facts.events.iter().all(|event| told.repeats(event, teller)) {
            score.redundancy = -score.total();
            return score;
        }
        let mut sides = facts.events.iter().flat_map(|event| sides(reading, &event.agents));
        if !told.sides.is_empty() && sides.any(|side| !told.sides.contains(&side)) {
            score.event += self.weights.new_side;
        }
        let topics = facts.events.iter().flat_map(|event| &event.topics);
        let known_topics: BTreeSet<&ConceptId> =
            topics.map(|topic| &topic.concept).filter(|concept| told.topics.contains(*concept)).collect();
        let known_kinds = facts.events.iter().filter(|event| told.kinds.contains(&key(reading, event))).count();
        score.redundancy = -self.weights.redundancy * to_i64(known_topics.len() + known_kinds);
        score
    }

    fn best(
        &self,
        open: &[usize],
        reading: &Reading,
        base: &[Score],
        told: &Told,
        scores: &mut [Score],
    ) -> Option<usize> {
        for index in open {
            scores[*index] = self.marginal(reading, *index, &base[*index], told);
        }
        // Ties go to the earlier sentence.
        open.iter().copied().max_by_key(|index| (scores[*index].total(), std::cmp::Reverse(*index)))
    }

    /// The shortest part of a sentence that tells something and fits, and how many words it takes.
    ///
    /// What is left of the budget at the end completes the sentences again: a further sentence says more than the
    /// rest of one.
    fn fit(&self, text: &str, reading: &Reading, sentence: usize, left: usize, told: &Told) -> Option<(Span, usize)> {
        let facts = &reading.sentences[sentence];
        let whole = reading.annotations.sentences[sentence].span;
        let tells = |span: &Span| events_in(facts, *span).next().is_some();
        let cuts = facts.cuts.iter().map(|cut| Span::new(whole.start, *cut)).filter(tells);
        cuts.chain(std::iter::once(whole)).find_map(|span| {
            let composed: usize = events_in(facts, span).map(|event| composed_words(event, told)).sum();
            let words = spoken_words(text, facts, span).max(composed);
            (words <= left).then_some((span, words))
        })
    }

    /// Completes cut sentences in order of score, as far as the budget goes.
    fn extend(&self, text: &str, reading: &Reading, chosen: &mut [Choice], mut left: usize, told: &Told) {
        chosen.sort_by_key(|choice| (std::cmp::Reverse(choice.score.total()), choice.sentence));
        for choice in chosen {
            let facts = &reading.sentences[choice.sentence];
            let whole = reading.annotations.sentences[choice.sentence].span;
            let added = facts.events.iter().filter(|event| !is_inside(event, choice.span));
            let composed: usize = added.map(|event| composed_words(event, told)).sum();
            let spoken = spoken_words(text, facts, whole).saturating_sub(spoken_words(text, facts, choice.span));
            let more = spoken.max(composed);
            if more <= left {
                left -= more;
                choice.span = whole;
            }
        }
    }

    fn tell(&self, reading: &Reading, sentence: usize, span: Span, told: &mut Told) {
        for event in events_in(&reading.sentences[sentence], span) {
            told.events.push(event.clone());
            told.people.extend(parties(event).filter_map(|actor| actor.person));
            told.sides.extend(sides(reading, &event.agents));
            told.topics.extend(event.topics.iter().map(|topic| topic.concept.clone()));
            told.kinds.insert(key(reading, event));
        }
    }
}

impl Told {
    /// Whether an event was told already and brings no new circumstance or topic.
    fn repeats(&self, event: &Event, teller: Teller<'_>) -> bool {
        self.events.iter().any(|known| teller.is_repeat(known, event))
    }
}

/// About how many words an event takes when it is composed; the most wordy of the shipped languages was counted. All
/// languages are to tell the same within one budget, though the target is not known here.
fn composed_words(event: &Event, told: &Told) -> usize {
    let actor = |(place, actor): (usize, &Actor)| match actor.person {
        Some(person) if told.people.contains(&person) => 1,
        // Whoever stands in a long list has a short office: otherwise nine ambassadors were more than a digest holds.
        Some(_) if place >= LISTED => 6,
        Some(_) => 9,
        None => 2 + 4 * usize::from(actor.role.is_some()),
    };
    let actors: usize = parties(event).enumerate().map(actor).sum();
    let circumstances = [
        (event.when.is_some(), 6),
        (event.place.is_some(), 2),
        (event.frame.is_some(), 10),
        (event.document.is_some(), 4),
    ];
    let circumstances: usize = circumstances.iter().filter(|(given, _)| *given).map(|(_, words)| words).sum();
    4 + actors + circumstances + 3 * event.topics.len()
}

/// From which place on those who take part are a long list.
const LISTED: usize = 3;

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// An event is told by a part of its sentence that holds its trigger.
fn is_inside(event: &Event, span: Span) -> bool {
    event.evidence.first().is_some_and(|trigger| span.contains(*trigger))
}

fn events_in(facts: &SentenceFacts, span: Span) -> impl Iterator<Item = &Event> {
    facts.events.iter().filter(move |event| is_inside(event, span))
}

fn key(reading: &Reading, event: &Event) -> (ConceptId, Option<Thing>) {
    (event.kind.clone(), sides(reading, &event.agents).next())
}

/// The states or bodies for which people speak.
fn sides<'r>(reading: &'r Reading, actors: &'r [Actor]) -> impl Iterator<Item = Thing> + 'r {
    actors.iter().map(|actor| match actor.person {
        Some(person) => match &reading.annotations.people[person].country {
            Some(country) => Thing::Country(country.clone()),
            None => Thing::Person(person),
        },
        None => match (&actor.country, &actor.org) {
            (Some(country), _) => Thing::Country(country.clone()),
            (None, Some(org)) => Thing::Organisation(org.clone()),
            (None, None) => Thing::Person(usize::MAX),
        },
    })
}

/// Whom a sentence is about: its one doer or speaker, or the only person named.
fn last_spoken_of(facts: &SentenceFacts) -> Option<usize> {
    let doers = facts.events.iter().map(|event| &event.agents).filter(|agents| agents.len() == 1);
    let doer = doers.flatten().find_map(|agent| agent.person);
    let only = || match facts.names.as_slice() {
        [(_, person)] => Some(*person),
        _ => None,
    };
    doer.or_else(|| facts.anaphor.map(|(_, person)| person)).or_else(only)
}

fn assemble(
    id: Option<String>,
    text: &str,
    (reading, kinds, states): (Reading, &Kinds, &States),
    chosen: &[Choice],
    (scores, reasons): (&[Score], &BTreeMap<usize, &'static str>),
) -> Digest {
    let mut spoken_of: Option<usize> = None;
    let mut pieces = Vec::new();
    let mut unread = Vec::new();
    let told: Vec<Vec<&Event>> =
        chosen.iter().map(|choice| events_in(&reading.sentences[choice.sentence], choice.span).collect()).collect();
    let teller = Teller { people: &reading.annotations.people, kinds, states };
    for (place, choice) in chosen.iter().enumerate() {
        let facts = &reading.sentences[choice.sentence];
        let whole = reading.annotations.sentences[choice.sentence].span;
        // What the first sentence tells stays with it.
        let further = if place > 0 { &told[place + 1..] } else { &[] };
        let mut events: Vec<Event> = Vec::new();
        for event in &told[place] {
            let earlier: Vec<&Event> = pieces.iter().flat_map(|piece: &Piece| &piece.events).chain(&events).collect();
            let mut later = further.iter().flatten();
            if !later.any(|later| teller.is_beginning(event, later)) {
                events.extend(teller.news(event, &earlier));
            }
        }
        if told[place].is_empty() {
            unread.push(Unread { span: choice.span, what: "sentence".to_owned() });
        }
        unread.extend(
            facts
                .unread_frames
                .iter()
                .filter(|span| choice.span.contains(**span))
                .map(|span| Unread { span: *span, what: "frame".to_owned() }),
        );
        pieces.push(Piece {
            span: choice.span,
            text: choice.span.of(text).to_owned(),
            edits: edits(text, facts, choice.span, whole, spoken_of),
            events,
            score: choice.score.clone(),
        });
        // A pronoun stands for who was spoken of last.
        spoken_of = last_spoken_of(facts).or(spoken_of.filter(|_| facts.names.is_empty()));
    }
    let taken: BTreeSet<usize> = chosen.iter().map(|choice| choice.sentence).collect();
    let skipped = (0..reading.sentences.len())
        .filter(|index| !taken.contains(index))
        .map(|index| Skipped {
            span: reading.annotations.sentences[index].span,
            score: scores[index].clone(),
            reason: reasons.get(&index).copied().unwrap_or("budget").to_owned(),
        })
        .collect();
    let annotations = reading.annotations;
    Digest {
        schema: DIGEST_SCHEMA.to_owned(),
        id,
        language: annotations.language,
        source: annotations.source,
        people: annotations.people,
        pieces,
        skipped,
        unread,
    }
}
