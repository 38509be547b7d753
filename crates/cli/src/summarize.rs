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
    #[serde(default)]
    text: String,
    /// Several texts on one story, which take the place of `text`.
    #[serde(default)]
    docs: Vec<Document>,
    max_words: Option<usize>,
    max_sentences: Option<usize>,
}

/// One of several texts.
#[derive(Debug, Deserialize)]
struct Document {
    title: Option<String>,
    text: String,
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
        let id = row.id.clone();
        let budget =
            Budget { words: row.max_words.unwrap_or(usize::MAX), sentences: row.max_sentences.unwrap_or(usize::MAX) };
        Ok(Answer { id, summary: summary(&summarizer, &articles(row), budget) })
    })
}

fn articles(row: Row) -> Vec<Article> {
    let (language, title) = (row.lang, row.title);
    let article = |title, text| Article { language: language.clone(), title, ..Article::from_text(text) };
    if row.docs.is_empty() {
        return vec![article(title, row.text)];
    }
    row.docs.into_iter().map(|document| article(document.title.or_else(|| title.clone()), document.text)).collect()
}

/// The sentences of the extract. Where the budget has room for none, the best of all stands alone: every row wants an
/// answer.
fn summary(summarizer: &Summarizer, articles: &[Article], budget: Budget) -> String {
    let mut chosen = summarizer.extract(articles, budget);
    if chosen.is_empty() {
        chosen = summarizer.extract(articles, Budget { words: usize::MAX, sentences: 1 });
    }
    let sentences = chosen.iter().map(|(article, span)| span.of(&articles[*article].text));
    sentences.collect::<Vec<_>>().join(" ")
}
