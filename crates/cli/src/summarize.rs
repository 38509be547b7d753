//! `attache summarize`: sentences chosen from any text, line for line; for evaluation.

use std::io::Write;

use attache::{Article, Budget, Summarizer};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::arguments::LineArguments;
use crate::failure::{Outcome, Stop};
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

pub(crate) fn run(arguments: &LineArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input.paths)?;
    let folders = Folders::open(arguments.folders.locales.as_deref())?;
    let summarizer = Summarizer::builder().locales(folders.locales.clone()).build();
    let summarizer = summarizer.map_err(|error| folders.broken(&error))?;
    answer_all(&inputs, arguments.input.max_input.0, out, |row: Row| {
        let budget =
            Budget { words: row.max_words.unwrap_or(usize::MAX), sentences: row.max_sentences.unwrap_or(usize::MAX) };
        let article = Article { language: row.lang, title: row.title, ..Article::from_text(row.text) };
        let chosen = summarizer.extract(&article, budget);
        let summary = chosen.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join(" ");
        Ok(Answer { id: row.id, summary })
    })
}
