//! The tools by name, and what is known of each before it runs.

use clap::ValueEnum;

use crate::Stop;
use crate::cutter::{self, Cutter};
use crate::places::Places;

/// One way of calling one crate. The order is that of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tool {
    /// Ours: the iterator, counted.
    #[value(name = "attache-segmenter")]
    Attache,
    /// A search for three bytes: what looking at the text costs at the least.
    #[value(name = "memchr3")]
    Memchr,
    #[value(name = "icu_segmenter")]
    Icu,
    #[value(name = "sentencize")]
    Sentencize,
    #[value(name = "sentencex-segment")]
    Sentencex,
    #[value(name = "sentencex-boundaries")]
    SentencexBoundaries,
    #[value(name = "unicode-segmentation")]
    Unicode,
    #[value(name = "cutters")]
    Cutters,
    #[value(name = "srx")]
    Srx,
    #[value(name = "sentence_segmentation")]
    SentenceSegmentation,
}

impl Tool {
    pub(crate) fn all() -> &'static [Self] {
        Self::value_variants()
    }

    pub(crate) fn peers() -> impl Iterator<Item = Self> {
        Self::all().iter().copied().filter(|tool| !tool.is_ours())
    }

    pub(crate) fn is_ours(self) -> bool {
        matches!(self, Self::Attache)
    }

    pub(crate) fn name(self) -> String {
        self.to_possible_value().expect("no variant is skipped").get_name().to_owned()
    }

    /// Whether the tool has rules for a language, or claims to work without any.
    ///
    /// `srx` takes any tag, but the rules that `az` falls to never cut.
    pub(crate) fn speaks(self, lang: &str) -> bool {
        match self {
            Self::Cutters => lang == "en",
            Self::Srx => matches!(lang, "en" | "pt"),
            Self::SentenceSegmentation => matches!(lang, "en" | "pt" | "az"),
            _ => true,
        }
    }

    /// The most megabytes that a slow tool is given, so that a round ends within the minute.
    pub(crate) fn most_megabytes(self) -> Option<usize> {
        match self {
            Self::Cutters | Self::Srx => Some(4),
            Self::SentenceSegmentation => Some(1),
            _ => None,
        }
    }

    /// Makes the tool ready for a language: what it loads or compiles once stays out of the measurement.
    pub(crate) fn prepare(self, lang: &str, places: &Places) -> Result<Box<dyn Cutter>, Stop> {
        if !self.speaks(lang) {
            return Err(format!("{} does not know the language `{lang}`", self.name()).into());
        }
        Ok(match self {
            Self::Attache => Box::new(cutter::Attache::load(lang)?),
            Self::Memchr => Box::new(cutter::Memchr),
            Self::Icu => Box::new(cutter::Icu::load(lang)?),
            Self::Sentencize => Box::new(cutter::Sentencize::default()),
            Self::Sentencex => Box::new(cutter::Sentencex::new(lang)),
            Self::SentencexBoundaries => Box::new(cutter::SentencexBoundaries::new(lang)),
            Self::Unicode => Box::new(cutter::Unicode),
            Self::Cutters => Box::new(cutter::Cutters),
            Self::Srx => Box::new(cutter::Srx::load(lang, places)?),
            Self::SentenceSegmentation => Box::new(cutter::SentenceSegmentation::load(lang)?),
        })
    }
}
