//! The tools that are built with this program, and how each is called.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use attache_schema::Article;
use attache_summarizer::{Budget, Summarizer};
use clap::ValueEnum;
use pithy::Summariser;
use summary::Language;

use crate::Stop;
use crate::row::{Row, count_words};

/// One way of calling one crate. The order is that of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tool {
    /// Ours.
    #[value(name = "attache-summarizer")]
    Attache,
    /// As its program calls it where nothing is asked for.
    Pithy,
    Summary,
    SimpleSummarize,
}

/// What its program takes where nothing is asked for.
const PITHY_SHORTEST: usize = 50;
const PITHY_LONGEST: usize = 1500;
const PITHY_LENGTH_PENALTY: f32 = 0.6;
const PITHY_DENSITY: f32 = 3.0;
const PITHY_BIAS: f32 = 6.0;
/// The most sentences that are asked for where all are to be ranked.
const MOST: usize = 60;
/// Halvings of the share that is kept, until the summary fits.
const HALVINGS: usize = 12;

/// A tool that has loaded what it loads once.
pub(crate) trait Ready {
    /// The best sentences of a text; what is timed.
    fn best(&self, row: &Row, count: usize) -> Vec<String>;

    /// What fills the row's budget.
    fn answer(&self, row: &Row) -> String;
}

impl Tool {
    pub(crate) fn name(self) -> String {
        self.to_possible_value().expect("no variant is skipped").get_name().to_owned()
    }

    pub(crate) fn prepare(self) -> Result<Box<dyn Ready>, Stop> {
        Ok(match self {
            Self::Attache => Box::new(Attache(Summarizer::builder().build()?)),
            Self::Pithy => Box::new(Pithy),
            Self::Summary => Box::new(Summary::new()),
            Self::SimpleSummarize => Box::new(SimpleSummarize),
        })
    }
}

struct Attache(Summarizer);

impl Attache {
    fn extract(&self, row: &Row, budget: Budget) -> Vec<String> {
        let article = |title: &Option<String>, text: &str| Article {
            language: Some(row.lang.clone()),
            title: title.clone(),
            ..Article::from_text(text)
        };
        let articles: Vec<Article> = if row.docs.is_empty() {
            vec![article(&row.title, &row.text)]
        } else {
            row.docs.iter().map(|one| article(&one.title.clone().or_else(|| row.title.clone()), &one.text)).collect()
        };
        let extract = self.0.extract(&articles, budget);
        extract.chosen().map(|sentence| sentence.span.of(&articles[sentence.document].text).to_owned()).collect()
    }
}

impl Ready for Attache {
    fn best(&self, row: &Row, count: usize) -> Vec<String> {
        self.extract(row, Budget::sentences(count))
    }

    fn answer(&self, row: &Row) -> String {
        let bound = |most: Option<usize>| most.unwrap_or(usize::MAX);
        let budget = Budget { words: bound(row.max_words), sentences: bound(row.max_sentences), ..Budget::UNLIMITED };
        self.extract(row, budget).join(" ")
    }
}

struct Pithy;

impl Ready for Pithy {
    fn best(&self, row: &Row, count: usize) -> Vec<String> {
        let mut summariser = Summariser::new();
        let name = || row.id.clone();
        summariser.add_raw_text(name(), row.whole(), ".", PITHY_SHORTEST, PITHY_LONGEST, false);
        let best = summariser.top_sentences(
            count,
            false,
            None,
            false,
            PITHY_LENGTH_PENALTY,
            false,
            PITHY_DENSITY,
            None,
            Some(PITHY_BIAS),
            false,
            name(),
        );
        best.into_iter().map(|sentence| sentence.text.trim().to_owned()).collect()
    }

    fn answer(&self, row: &Row) -> String {
        row.fill(&self.best(row, MOST))
    }
}

struct Summary {
    known: BTreeMap<&'static str, summary::Summarizer>,
    other: summary::Summarizer,
}

impl Summary {
    fn new() -> Self {
        let known = [("en", Language::English), ("pt", Language::Portuguese)];
        Self {
            known: known.map(|(tag, language)| (tag, summary::Summarizer::new(language))).into(),
            other: summary::Summarizer::new_language_agnostic(),
        }
    }
}

impl Ready for Summary {
    fn best(&self, row: &Row, count: usize) -> Vec<String> {
        let base = row.lang.split('-').next().unwrap_or_default();
        let summarizer = self.known.get(base).unwrap_or(&self.other);
        let count = u32::try_from(count).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MIN);
        let text = row.whole();
        summarizer.summarize_sentences(&text, count).into_iter().map(|sentence| sentence.trim().to_owned()).collect()
    }

    /// The best n hold the best of fewer, so that the order of their worth shows when more and more are asked for.
    fn answer(&self, row: &Row) -> String {
        let mut ranking: Vec<String> = Vec::new();
        for count in 1..MOST {
            let best = self.best(row, count).into_iter().find(|sentence| !ranking.contains(sentence));
            let Some(best) = best else { break };
            ranking.push(best);
        }
        row.fill(&ranking)
    }
}

/// It takes the share of the text that is to go, not a number of sentences.
struct SimpleSummarize;

impl SimpleSummarize {
    fn cut(text: &str, cut: f32) -> String {
        simple_summarize::summarize_text(text, cut).map(|report| report.summary).unwrap_or_default()
    }
}

impl Ready for SimpleSummarize {
    fn best(&self, row: &Row, _count: usize) -> Vec<String> {
        vec![Self::cut(&row.whole(), 0.9)]
    }

    fn answer(&self, row: &Row) -> String {
        let text = row.whole();
        let sentences = |summary: &str| simple_summarize::split_sentences(summary).len();
        let fits = |summary: &str| {
            row.max_words.is_none_or(|most| count_words(summary) <= most)
                && row.max_sentences.is_none_or(|most| sentences(summary) <= most)
        };
        let (mut least, mut most, mut best) = (0.0, 1.0, Self::cut(&text, 1.0));
        for _ in 0..HALVINGS {
            let middle = (least + most) / 2.0;
            let summary = Self::cut(&text, middle);
            if fits(&summary) {
                (most, best) = (middle, summary);
            } else {
                least = middle;
            }
        }
        best
    }
}
