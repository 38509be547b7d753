//! Sentences that stand for texts of any kind, and why these.

use serde::{Deserialize, Serialize};

use crate::Span;

/// The sentences of one text, or of several on one story, each with what it weighs and whether it was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Extract {
    /// Every sentence that could be chosen, text by text, in source order.
    pub sentences: Vec<Weighed>,
}

impl Extract {
    /// The chosen sentences, in the order in which they are read.
    pub fn chosen(&self) -> impl Iterator<Item = &Weighed> {
        self.sentences.iter().filter(|sentence| sentence.verdict == Verdict::Chosen)
    }
}

/// A sentence and its weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Weighed {
    /// The number of its text, from 0.
    pub document: usize,
    /// Where it stands in that text, in bytes of UTF-8.
    pub span: Span,
    /// What it weighs, part by part.
    pub parts: Parts,
    /// Whether it was chosen.
    pub verdict: Verdict,
}

/// The parts of a sentence's weight, in thousandths of a point.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Parts {
    /// How early it stands in its text and in its paragraph.
    pub position: i64,
    /// Terms of the title that stand in it.
    pub title: i64,
    /// Terms that the text uses often, and those of its first sentence.
    pub centrality: i64,
    /// Names that come again.
    pub entity: i64,
    /// Length, numbers, quotation, the mark at its end.
    pub form: i64,
    /// It recalls what was before.
    pub background: i64,
    /// What the reader asked for stands in it.
    pub focus: i64,
    /// Taken off because chosen sentences say it already.
    pub redundancy: i64,
}

impl Parts {
    /// The sum of the parts.
    #[must_use]
    pub fn total(&self) -> i64 {
        let Self { position, title, centrality, entity, form, background, focus, redundancy } = *self;
        [position, title, centrality, entity, form, background, focus, redundancy].iter().sum()
    }
}

/// Whether a sentence was chosen, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It stands in the extract.
    Chosen,
    /// There was no room for it.
    Budget,
    /// Chosen sentences say all of it; the number is that of the one, among all sentences, that says most of it.
    Redundant(usize),
    /// It hangs on the sentence before ("He added that …"), which was not chosen.
    Dependent,
    /// It says only who told what stands before it ("This was reported by the ministry.").
    Attribution,
    /// Nothing but a formula ("They also discussed issues of mutual interest.").
    Courtesy,
}

impl Verdict {
    /// The verdict in one word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Budget => "budget",
            Self::Redundant(_) => "redundant",
            Self::Dependent => "dependent",
            Self::Attribution => "attribution",
            Self::Courtesy => "courtesy",
        }
    }
}
