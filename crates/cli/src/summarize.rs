//! `attache summarize`: sentences chosen from any text, line for line; for evaluation.

use std::collections::BTreeMap;
use std::io::Write;

use attache::{Article, Digest, Piece, Summarizer};
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
        let summarizer = summarizers.of(row.max_words.unwrap_or(ENOUGH))?;
        let article = Article { language: row.lang, title: row.title, ..Article::from_text(row.text) };
        let digest = summarizer.summarize(&article);
        Ok(Answer { id: row.id, summary: summary(&digest, row.max_sentences) })
    })
}

/// The summarizers that were needed so far, by their word budget.
struct Summarizers<'a> {
    folders: &'a Folders,
    by_words: BTreeMap<usize, Summarizer>,
}

impl Summarizers<'_> {
    fn of(&mut self, words: usize) -> Result<&Summarizer, Failure> {
        if !self.by_words.contains_key(&words) {
            let built = Summarizer::builder().locales(self.folders.locales.clone()).max_words(words).build();
            let summarizer = built.map_err(|error| Failure::new("folder", error.to_string(), "mend the file"))?;
            self.by_words.insert(words, summarizer);
        }
        self.by_words.get(&words).ok_or_else(|| Failure::new("folder", "cannot be summarized", "report this"))
    }
}

/// The best pieces, as many as are wanted, in the order of the text.
fn summary(digest: &Digest, max_sentences: Option<usize>) -> String {
    let mut pieces: Vec<&Piece> = digest.pieces.iter().collect();
    pieces.sort_by_key(|piece| (-piece.score.total(), piece.span));
    pieces.truncate(max_sentences.unwrap_or(usize::MAX));
    pieces.sort_by_key(|piece| piece.span);
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}
