//! What an article is about: its topics, each with a weight and the broader topic it belongs to.
//!
//! Knows where topics stood and which events told them; which words stand for a topic is the lexicon's business, what a place is
//! worth stands in `locales/root/weights.toml`.

use std::collections::{BTreeMap, BTreeSet};

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::{ConceptId, Event, Span, WeighedTopic};

use crate::chunk::TopicHit;
use crate::weights::TopicWeights;

const FILE: &str = "lexicon/topics.tsv";

/// The domain of the topics that are relations, not fields of them.
const RELATIONS: &str = "relations";

/// What is known of topics in no language.
#[derive(Debug, Default)]
pub(crate) struct TopicTable {
    /// The broader topic of each narrower one.
    broader: BTreeMap<ConceptId, ConceptId>,
    relations: BTreeSet<ConceptId>,
    /// Those that nobody wishes for.
    troubles: BTreeSet<ConceptId>,
    /// Those that are of one place by themselves.
    placed: BTreeSet<ConceptId>,
    /// What each belongs to in the house.
    domains: BTreeMap<ConceptId, String>,
}

impl TopicTable {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut topics = Self::default();
        let Some(file) = locales.file(ROOT, FILE) else { return Ok(topics) };
        for row in file.table()?.rows() {
            let id = ConceptId::new(row.key());
            if row.cell("domain") == RELATIONS {
                topics.relations.insert(id.clone());
            }
            if row.cell("trouble") == "yes" {
                topics.troubles.insert(id.clone());
            }
            if row.cell("placed") == "yes" {
                topics.placed.insert(id.clone());
            }
            topics.domains.insert(id.clone(), row.cell("domain").to_owned());
            let broader = Some(row.cell("parent")).filter(|broader| !broader.is_empty());
            topics.broader.extend(broader.map(|broader| (id, ConceptId::new(broader))));
        }
        Ok(topics)
    }

    fn broader(&self, topic: &ConceptId) -> Option<&ConceptId> {
        self.broader.get(topic)
    }

    /// Whether it is a trouble ("terrorism"), of which nobody stresses the importance.
    pub(crate) fn is_trouble(&self, topic: &ConceptId) -> bool {
        self.troubles.contains(topic)
    }

    /// Whether it is of one place by itself ("the situation in Ukraine"), and so nobody's and in no other.
    pub(crate) fn is_placed(&self, topic: &ConceptId) -> bool {
        self.placed.contains(topic)
    }

    /// Whether two topics are of one domain.
    pub(crate) fn are_kindred(&self, one: &ConceptId, other: &ConceptId) -> bool {
        self.domains.get(one).is_some_and(|domain| self.domains.get(other) == Some(domain))
    }

    /// Whether it is a relation ("bilateral relations"), not a field in which one cooperates.
    pub(crate) fn is_relation(&self, topic: &ConceptId) -> bool {
        self.relations.contains(topic)
    }
}

/// The topics of an article as they come up, sentence by sentence.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    counts: BTreeMap<ConceptId, Count>,
    sentences: i64,
}

#[derive(Debug, Default)]
struct Count {
    spans: Vec<Span>,
    said: i64,
    hinted: i64,
    early: bool,
    title: bool,
    told: bool,
}

impl Tally {
    /// Notes the topics of the next sentence, and which of them its events tell. Background counts for nothing,
    /// nor does what is only part of a name.
    pub(crate) fn note(&mut self, hits: &[TopicHit], events: &[Event], is_background: bool) {
        let early = self.sentences < EARLY && !is_background;
        self.sentences += 1;
        for hit in hits.iter().filter(|hit| !hit.is_masked) {
            for concept in hit.concepts.iter().take(1).chain(hit.hints.iter().filter(|_| hit.concepts.is_empty())) {
                let count = self.of(concept);
                count.spans.push(hit.span);
                count.said += i64::from(!hit.concepts.is_empty() && !is_background);
                count.hinted += i64::from(hit.concepts.is_empty() && !is_background);
                count.early |= early && !hit.concepts.is_empty();
            }
        }
        for topic in events.iter().flat_map(|event| &event.topics) {
            let count = self.of(&topic.concept);
            count.told = true;
            if !count.spans.contains(&topic.span) {
                count.spans.push(topic.span);
            }
        }
    }

    /// Notes the topics of a headline.
    pub(crate) fn note_title(&mut self, hits: &[TopicHit]) {
        for concept in hits.iter().filter_map(|hit| hit.concepts.first()) {
            self.of(concept).title = true;
        }
    }

    fn of(&mut self, concept: &ConceptId) -> &mut Count {
        self.counts.entry(concept.clone()).or_default()
    }

    /// The topics that weigh enough, the weightiest first; of those that weigh the same the one that came first.
    pub(crate) fn weigh(self, weights: &TopicWeights, table: &TopicTable) -> Vec<WeighedTopic> {
        let counts =
            self.counts.into_iter().filter(|(concept, count)| concept.kind() == "topic" && !count.spans.is_empty());
        let mut topics: Vec<WeighedTopic> = counts
            .map(|(concept, mut count)| {
                count.spans.sort_unstable();
                let weight = count.weight(weights).clamp(0, 1000);
                let broader = table.broader(&concept).cloned();
                WeighedTopic { concept, broader, weight: u16::try_from(weight).unwrap_or(0), spans: count.spans }
            })
            .filter(|topic| i64::from(topic.weight) >= weights.least)
            .collect();
        topics.sort_by_key(|topic| (std::cmp::Reverse(topic.weight), topic.spans.first().map(|span| span.start)));
        topics
    }
}

/// Sentences that are early.
const EARLY: i64 = 3;

impl Count {
    fn weight(&self, weights: &TopicWeights) -> i64 {
        let when = |is: bool, worth: i64| if is { worth } else { 0 };
        self.said.min(weights.most) * weights.said
            + self.hinted.min(weights.most) * weights.hinted
            + when(self.early, weights.early)
            + when(self.title, weights.title)
            + when(self.told, weights.told)
    }
}
