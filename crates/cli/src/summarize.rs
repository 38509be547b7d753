//! `attache summarize`: sentences chosen from any text, line for line; for evaluation.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Write;

use attache::{Article, Digest, Span, Summarizer};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::arguments::LineArguments;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::Input;
use crate::lines::answer_all;

/// A text and how much of it is wanted.
#[derive(Debug, Deserialize)]
struct Row {
    id: Value,
    lang: Option<String>,
    title: Option<String>,
    text: String,
    max_words: Option<usize>,
    max_sentences: Option<usize>,
}

/// The sentences that were chosen, in the order of the text.
#[derive(Debug, Serialize)]
struct Answer {
    id: Value,
    summary: String,
}

/// How many words there may be where only sentences are counted.
const ENOUGH: usize = 10_000;

pub(crate) fn run(arguments: &LineArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input.paths)?;
    let folders = Folders::open(arguments.folders.locales.as_deref())?;
    let mut summarizers = Summarizers { folders: &folders, by_words: BTreeMap::new() };
    answer_all(&inputs, arguments.input.max_input.0, out, |row: Row| {
        let budget =
            Budget { words: row.max_words.unwrap_or(usize::MAX), sentences: row.max_sentences.unwrap_or(usize::MAX) };
        let summarizer = summarizers.of(budget.words.min(ENOUGH))?;
        let article = Article { language: row.lang, title: row.title, ..Article::from_text(row.text) };
        let summary = summary(&article.text, &summarizer.summarize(&article), budget);
        Ok(Answer { id: row.id, summary })
    })
}

/// The summarizers that were needed so far, by their word budget.
struct Summarizers<'a> {
    folders: &'a Folders,
    by_words: BTreeMap<usize, Summarizer>,
}

impl Summarizers<'_> {
    fn of(&mut self, words: usize) -> Result<&Summarizer, Failure> {
        match self.by_words.entry(words) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let built = Summarizer::builder().locales(self.folders.locales.clone()).max_words(words).build();
                let summarizer = built.map_err(|error| Failure::new("folder", error.to_string(), "mend the file"))?;
                Ok(place.insert(summarizer))
            }
        }
    }
}

/// How much of a text is wanted.
#[derive(Debug, Clone, Copy)]
struct Budget {
    words: usize,
    sentences: usize,
}

/// The best sentences that fit, in the order of the text.
///
/// They are the pieces of the digest. Where a text holds no diplomatic news at all, its best other sentences stand in:
/// an evaluation on texts of any kind wants an answer to each.
fn summary(text: &str, digest: &Digest, budget: Budget) -> String {
    let chosen = digest.pieces.iter().map(|piece| (piece.span, piece.score.total()));
    let passed_over = digest.skipped.iter().map(|skipped| (skipped.span, skipped.score.total()));
    let mut ranked: Vec<(Span, i64)> = if digest.pieces.is_empty() { passed_over.collect() } else { chosen.collect() };
    ranked.sort_by_key(|(span, score)| (-score, *span));
    let mut fitting = fit(text, &ranked, budget);
    fitting.sort();
    fitting.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

/// The first of the ranked sentences that fit together; one stands in any case.
fn fit(text: &str, ranked: &[(Span, i64)], budget: Budget) -> Vec<Span> {
    let mut left = budget.words;
    let mut fitting = Vec::new();
    for (span, _) in ranked {
        let words = span.of(text).split_whitespace().count();
        if fitting.len() < budget.sentences && (words <= left || fitting.is_empty()) {
            left = left.saturating_sub(words);
            fitting.push(*span);
        }
    }
    fitting
}
