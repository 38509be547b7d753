//! The weights of the score: `locales/root/weights.toml`.

use attache_locales::{LoadError, Locales, ROOT};
use serde::Deserialize;

const FILE: &str = "weights.toml";

/// What each feature of a sentence is worth, in thousandths.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Weights {
    /// Each country that stands in the sentence.
    pub(crate) country: i64,
    /// Each organisation.
    pub(crate) organisation: i64,
    /// Each person.
    pub(crate) person: i64,
    /// More for each further mention of the same thing in the article, up to `frequency-cap` mentions.
    pub(crate) frequency: i64,
    pub(crate) frequency_cap: i64,
    /// At the most for all entities together.
    pub(crate) entity_cap: i64,
    /// Each topic.
    pub(crate) topic: i64,
    pub(crate) topic_cap: i64,
    /// The first sentence; the n-th gets an n-th of it.
    pub(crate) position: i64,
    /// All content words of the title in the sentence; in proportion.
    pub(crate) title: i64,
    /// The sentence that tells the main event.
    pub(crate) main_event: i64,
    /// An event of a side that has not spoken yet.
    pub(crate) new_side: i64,
    /// Nothing could be read in it, so that it can be said in its own language only.
    pub(crate) unread: i64,
    /// Fewer words than `short-words`, more than `long-words`.
    pub(crate) short: i64,
    pub(crate) short_words: usize,
    pub(crate) long: i64,
    pub(crate) long_words: usize,
    /// A background marker ("Recall that").
    pub(crate) background: i64,
    /// Mostly a quotation.
    pub(crate) quotation: i64,
    /// A thing that the reader asked for.
    pub(crate) focus: i64,
    /// Each topic or kind of event that a chosen sentence already told.
    pub(crate) redundancy: i64,
    /// Words that the source line takes from the budget.
    pub(crate) source_line: usize,
    pub(crate) lead: LeadWeights,
    pub(crate) topics: TopicWeights,
    pub(crate) extract: ExtractWeights,
}

/// What tells the main event of an article, beside the weight of its kind.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LeadWeights {
    /// Each sentence before it, up to `farthest` sentences. Taken off.
    pub(crate) distance: i64,
    pub(crate) farthest: i64,
    /// An act, not a statement.
    pub(crate) act: i64,
    /// A headline tells of such an event.
    pub(crate) headline: i64,
    /// Someone takes part in it.
    pub(crate) parties: i64,
    /// It stands in a clause that hangs on another event. Taken off.
    pub(crate) subordinate: i64,
}

/// What a topic of an article is worth.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TopicWeights {
    /// Each time it is said, and each time words only point to it, up to `most` times.
    pub(crate) said: i64,
    pub(crate) hinted: i64,
    pub(crate) most: i64,
    /// It is said in one of the first sentences.
    pub(crate) early: i64,
    /// It stands in a headline.
    pub(crate) title: i64,
    /// An event tells it.
    pub(crate) told: i64,
    /// A topic that weighs less is none of the article's.
    pub(crate) least: i64,
}

/// What each feature is worth where sentences are to stand for any text, in thousandths.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ExtractWeights {
    /// The first sentence; the n-th gets an n-th of it.
    pub(crate) position: i64,
    /// Each doubling of the place in the text. Taken off.
    pub(crate) late: i64,
    /// The first sentence, the last of more than four, the first of a paragraph.
    pub(crate) first: i64,
    pub(crate) last: i64,
    pub(crate) paragraph: i64,
    /// All terms of the title in the sentence; in proportion.
    pub(crate) title: i64,
    /// Terms that stand in as many sentences as the most frequent one; in proportion.
    pub(crate) frequency: i64,
    /// The same terms as the first sentence; as the cosine of the two.
    pub(crate) opening: i64,
    /// Names that come again: the logarithm of how often, for the root of the length.
    pub(crate) names: i64,
    /// `long-words` words or more; in proportion.
    pub(crate) length: i64,
    /// Fewer words than `short-words`, more than `long-words`.
    pub(crate) short: i64,
    pub(crate) short_words: usize,
    pub(crate) long: i64,
    pub(crate) long_words: usize,
    /// A quotation in it; one at its head.
    pub(crate) quotation: i64,
    pub(crate) spoken: i64,
    /// A question.
    pub(crate) question: i64,
    /// A number.
    pub(crate) number: i64,
    /// No mark at its end.
    pub(crate) unfinished: i64,
    /// A background marker ("Recall that").
    pub(crate) background: i64,
    /// It tells only what goes with the news ("The meeting was attended by …"); not of the first sentence.
    pub(crate) aside: i64,
    /// A thing that the reader asked for.
    pub(crate) focus: i64,
    /// All terms said by chosen sentences; in proportion. Taken off.
    pub(crate) coverage: i64,
    /// Of several texts: the sentence with most of what they have in common; the others in proportion, and each thing once.
    pub(crate) common: i64,
    /// All terms said by chosen sentences of other texts; in proportion. Taken off besides.
    pub(crate) elsewhere: i64,
}

impl Weights {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        locales.file(ROOT, FILE).ok_or_else(|| LoadError::new(format!("locales/{ROOT}/{FILE}"), "is missing"))?.toml()
    }
}
