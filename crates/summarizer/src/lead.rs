//! Which event an article is about.
//!
//! News says it first, mostly in the first sentence and again in the headline (`news-patterns.md`, sections 2 and 3). Where the
//! lead only says that someone spoke, what follows may weigh more.

use std::collections::BTreeSet;

use attache_schema::Event;

use crate::kinds::Kinds;
use crate::reader::SentenceFacts;
use crate::weights::LeadWeights;

/// What the headlines of an article tell.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    /// The kinds of event whose words stand in them.
    pub(crate) kinds: BTreeSet<String>,
}

/// Finds the main event.
pub(crate) struct Lead<'a> {
    pub(crate) weights: &'a LeadWeights,
    pub(crate) kinds: &'a Kinds,
    pub(crate) headline: &'a Headline,
}

impl Lead<'_> {
    /// The sentence and the place of the event in it; of two that weigh the same the earlier one.
    pub(crate) fn find(&self, sentences: &[SentenceFacts]) -> Option<(usize, usize)> {
        let fit = sentences.iter().filter(|facts| facts.unfit().is_none() && !facts.is_background);
        let mut best: Option<(i64, (usize, usize))> = None;
        for (distance, facts) in fit.enumerate() {
            let sentence = sentences.iter().position(|other| std::ptr::eq(other, facts))?;
            for (at, event) in facts.events.iter().enumerate() {
                let weight = self.weight(event, distance);
                if best.is_none_or(|(most, _)| weight > most) {
                    best = Some((weight, (sentence, at)));
                }
            }
        }
        best.filter(|(weight, _)| *weight > 0).map(|(_, place)| place)
    }

    fn weight(&self, event: &Event, distance: usize) -> i64 {
        let weights = self.weights;
        let steps = i64::try_from(distance).unwrap_or(i64::MAX).min(weights.farthest);
        let when = |is: bool, worth: i64| if is { worth } else { 0 };
        self.kinds.weight(&event.kind) - steps * weights.distance
            + when(self.kinds.is_act(&event.kind), weights.act)
            + when(self.headline.kinds.contains(event.kind.as_str()), weights.headline)
            + when(!event.agents.is_empty() || !event.targets.is_empty(), weights.parties)
    }
}
