//! The one who does a task: reads the articles in it, digests them, and writes them down.

use std::panic::{self, AssertUnwindSafe};

use attache::Attache;
use attache_ingest::Document;
use serde::Deserialize;
use serde_json::Value;

use crate::article::{Named, Reader};
use crate::explain;
use crate::failure::{Failure, Stop};
use crate::input::STANDARD;
use crate::intake::{Task, What};
use crate::page::{Entry, Page};
use crate::sheet::Sheet;

/// Everything that one who works needs; used from several threads.
pub(crate) struct Clerk {
    pub(crate) attache: Attache,
    pub(crate) reader: Reader,
    pub(crate) page: Page,
    /// Whether the table of scores is written below each digest.
    pub(crate) is_explained: bool,
    /// Whether there are several inputs, so that each article is named.
    pub(crate) has_several: bool,
}

/// An article as it was read, or why there is none.
pub(crate) struct Reading {
    /// How results call it.
    pub(crate) id: Option<String>,
    /// How people find it: `articles.jsonl:17`.
    name: String,
    /// Whether it is a row of a stream: its line says all, and nobody reads remarks on thousands.
    is_row: bool,
    found: Result<Document, Failure>,
}

/// What was made of a task.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) sheet: Sheet,
    /// The ids of its articles that have one.
    pub(crate) ids: Vec<String>,
    pub(crate) done: usize,
    /// How many of those done tell of no diplomacy.
    pub(crate) without_news: usize,
    pub(crate) failed: usize,
    /// Whether it came from a stream, of which nobody knows how many follow.
    pub(crate) is_stream: bool,
}

impl Clerk {
    /// Does a task, less what is done already.
    pub(crate) fn work(&self, task: Task) -> Answer {
        let mut answer = Answer { is_stream: matches!(task.what, What::Rows(..)), ..Answer::default() };
        let skip = task.skip;
        let readings = self.read(task.what);
        let is_named = self.has_several || answer.is_stream || readings.len() > 1;
        for reading in readings.into_iter().skip(skip) {
            self.write(reading, is_named, &mut answer);
        }
        answer
    }

    /// The articles of a task, in order.
    pub(crate) fn read(&self, what: What) -> Vec<Reading> {
        match what {
            What::Rows(name, rows) => {
                rows.into_iter().map(|(number, line)| self.read_row(format!("{name}:{number}"), line)).collect()
            }
            What::File(input) => self.reader.named(&input).into_iter().map(Reading::from).collect(),
            What::Held(input, bytes) => {
                let named = bytes.map(|bytes| self.reader.named_from(bytes.as_slice(), &input));
                named
                    .unwrap_or_else(|failure| vec![(input.id(), Err(failure))])
                    .into_iter()
                    .map(Reading::from)
                    .collect()
            }
        }
    }

    /// Writes down what was made of one article.
    pub(crate) fn write(&self, reading: Reading, is_named: bool, answer: &mut Answer) {
        let Reading { id, name, is_row, found } = reading;
        let begun = answer.sheet.text.len();
        // What panics is a mistake of ours; it must not cost the other articles.
        let tell = || self.tell(found, is_named, !is_row, &mut answer.sheet);
        let told = panic::catch_unwind(AssertUnwindSafe(tell)).unwrap_or_else(|_| Err(internal()));
        match told {
            Ok(has_news) => {
                answer.done += 1;
                answer.without_news += usize::from(!has_news);
            }
            Err(failure) => {
                answer.failed += 1;
                answer.sheet.text.truncate(begun);
                on_paper(self.page.fail(id.as_deref(), &name, &failure, &mut answer.sheet));
            }
        }
        answer.ids.extend(id);
    }

    /// Says whether the article tells of diplomacy at all.
    fn tell(
        &self,
        found: Result<Document, Failure>,
        is_named: bool,
        is_remarked: bool,
        sheet: &mut Sheet,
    ) -> Result<bool, Failure> {
        let Document { article, extra, .. } = found?;
        let digest = self.attache.digest(&article);
        self.reader.check_language(&digest.language)?;
        let entry = Entry { digest, is_named, is_remarked, extra: &extra };
        let brief = on_paper(self.page.write(&self.attache, entry, sheet));
        if self.is_explained {
            on_paper(explain::write(&brief.digest, &article.text, sheet).map_err(Stop::from));
        }
        Ok(!brief.digest.pieces.is_empty())
    }

    fn read_row(&self, name: String, line: Result<Vec<u8>, Failure>) -> Reading {
        let line = match line {
            Ok(line) => line,
            Err(failure) => return Reading { id: Some(name.clone()), name, is_row: true, found: Err(failure) },
        };
        let found = self.reader.record(&line, &name);
        let id = match &found {
            Ok(document) => document.article.id.clone(),
            Err(_) => Some(id_of(&line).unwrap_or_else(|| name.clone())),
        };
        Reading { id, name, is_row: true, found }
    }
}

impl From<Named> for Reading {
    fn from((id, found): Named) -> Self {
        Self { name: id.clone().unwrap_or_else(|| STANDARD.to_owned()), id, is_row: false, found }
    }
}

/// The id of a row that is wrong elsewhere, so that who sent it finds it again.
fn id_of(line: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Row {
        id: Value,
    }
    match serde_json::from_slice::<Row>(line).ok()?.id {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// A sheet takes everything, and our own types always become text.
fn on_paper<T>(written: Result<T, Stop>) -> T {
    written.unwrap_or_else(|stop| unreachable!("a sheet in memory cannot be full: {stop:?}"))
}

fn internal() -> Failure {
    Failure::new("internal", "made attaché stumble", "this is a mistake in the program; please report it with the text")
}
