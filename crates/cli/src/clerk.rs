//! The one who does a task: reads the articles in it, digests them, and writes them down.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};

use attache::{Article, Attache, Brief};
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

/// How many articles are digested before the first of them is written down.
pub(crate) const TOGETHER: usize = 32;

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
        let readings = self.read(task.what);
        let is_named = self.has_several || answer.is_stream || readings.len() > 1;
        self.write(readings.into_iter().skip(task.skip), is_named, &mut answer);
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

    /// Writes down what was made of some articles.
    pub(crate) fn write(&self, readings: impl IntoIterator<Item = Reading>, is_named: bool, answer: &mut Answer) {
        // What a service was asked for an article is told below it.
        let most = if self.page.is_translated() { 1 } else { TOGETHER };
        let mut rest = readings.into_iter();
        loop {
            let readings: Vec<Reading> = rest.by_ref().take(most).collect();
            if readings.is_empty() {
                return;
            }
            let briefs = self.make_briefs(&readings);
            for (reading, brief) in readings.into_iter().zip(briefs) {
                self.write_one(reading, brief, is_named, answer);
            }
        }
    }

    /// The briefs of those articles that there are. They are digested language by language, and said so: a language's words and rules
    /// are more than a processor has at hand, and are fetched once for all.
    fn make_briefs(&self, readings: &[Reading]) -> Vec<Option<Result<Brief, Failure>>> {
        let found = readings.iter().map(|reading| reading.found.as_ref().ok());
        let found = found.enumerate().filter_map(|(at, found)| Some((at, &found?.article)));
        let mut order: Vec<(usize, &Article)> = found.collect();
        order.sort_by_key(|(_, article)| article.language.as_deref());
        let mut briefs: Vec<Option<Result<Brief, Failure>>> = readings.iter().map(|_| None).collect();
        for (at, article) in order {
            briefs[at] = Some(guarded(|| self.begin_brief(article)).flatten());
        }
        for tag in self.page.tags() {
            for brief in briefs.iter_mut().flatten() {
                let Ok(begun) = brief else { continue };
                if let Err(failure) = guarded(|| self.page.say(&self.attache, begun, tag)) {
                    *brief = Err(failure);
                }
            }
        }
        briefs
    }

    /// A brief that says nothing yet.
    fn begin_brief(&self, article: &Article) -> Result<Brief, Failure> {
        let digest = self.attache.digest(article);
        self.reader.check_language(&digest.language)?;
        Ok(Brief { digest, rendered: BTreeMap::new() })
    }

    fn write_one(&self, reading: Reading, brief: Option<Result<Brief, Failure>>, is_named: bool, answer: &mut Answer) {
        let Reading { id, name, is_row, found } = reading;
        let begun = answer.sheet.text.len();
        let told = found.and_then(|document| {
            let brief = brief.unwrap_or_else(|| Err(internal()))?;
            guarded(|| self.tell(&document, &brief, (is_named, !is_row), &mut answer.sheet))
        });
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
        document: &Document,
        brief: &Brief,
        (is_named, is_remarked): (bool, bool),
        sheet: &mut Sheet,
    ) -> bool {
        let entry = Entry { brief, is_named, is_remarked, extra: &document.extra };
        on_paper(self.page.write(entry, sheet));
        if self.is_explained {
            on_paper(explain::write(&brief.digest, &document.article.text, sheet).map_err(Stop::from));
            on_paper(explain::write_fallbacks(&brief.rendered, sheet).map_err(Stop::from));
        }
        !brief.digest.pieces.is_empty()
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

/// What panics is a mistake of ours; it must not cost the other articles.
fn guarded<T>(make: impl FnOnce() -> T) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(make)).map_err(|_| internal())
}

/// A sheet takes everything, and our own types always become text.
fn on_paper<T>(written: Result<T, Stop>) -> T {
    written.unwrap_or_else(|stop| unreachable!("a sheet in memory cannot be full: {stop:?}"))
}

fn internal() -> Failure {
    Failure::new("internal", "made attaché stumble", "this is a mistake in the program; please report it with the text")
}
