//! `attache segment`: sentences and where they stand.

use std::io::{self, Write};

use attache::{Article, Segment, Span};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::arguments::{Cut, Given, SegmentArguments};
use crate::article::Reader;
use crate::cutter::Cutter;
use crate::failure::{FailureLine, Outcome, Stop};
use crate::folders::Folders;
use crate::input::{Input, STANDARD};
use crate::lines::{answer_all, write_line};

/// A row that is to be cut.
#[derive(Debug, Deserialize)]
struct Row {
    #[serde(default)]
    id: Value,
    lang: Option<String>,
    text: String,
}

/// A row's sentences.
#[derive(Debug, Serialize)]
struct Answer {
    id: Value,
    sentences: Vec<Span>,
}

pub(crate) fn run(arguments: &SegmentArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input)?;
    let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
    let mut cutter = Cutter::open(&folders, arguments)?;
    match arguments.input_format {
        Given::Jsonl => {
            let said = folders.source(&arguments.language.from)?;
            answer_all(&inputs, arguments.input.max_input.0, out, |row: Row| {
                let article = Article { language: said.clone().or(row.lang), ..Article::from_text(row.text) };
                Ok(Answer { id: row.id, sentences: spans(cutter.cut(&article)) })
            })
        }
        given => {
            let reader = Reader::new(&folders, &arguments.input, given, &arguments.language, None)?;
            cut_articles(&inputs, &reader, &mut cutter, arguments.format, out)
        }
    }
}

fn cut_articles(
    inputs: &[Input],
    reader: &Reader,
    cutter: &mut Cutter,
    format: Cut,
    out: &mut dyn Write,
) -> Result<Outcome, Stop> {
    let (mut failures, mut begun, mut several) = (0, false, inputs.len() > 1);
    for input in inputs {
        let documents = reader.named(input);
        several |= documents.len() > 1;
        for (id, document) in documents {
            match document.map(|document| document.article) {
                Ok(article) if format == Cut::Jsonl => {
                    let sentences = spans(cutter.cut(&article));
                    write_line(out, &Answer { id: article.id.into(), sentences })?;
                }
                Ok(article) => {
                    if several {
                        let name = id.as_deref().unwrap_or(STANDARD);
                        writeln!(out, "{}==> {name} <==", if begun { "\n" } else { "" })?;
                    }
                    begun = true;
                    write_numbered(&article.text, &cutter.cut(&article), out)?;
                }
                Err(failure) => {
                    failures += 1;
                    failure.report(id.as_deref().unwrap_or(STANDARD));
                    if format == Cut::Jsonl {
                        write_line(out, &FailureLine::new(id.as_deref(), &failure))?;
                    }
                }
            }
        }
    }
    Ok(Outcome::of(failures))
}

fn spans(segments: Vec<Segment>) -> Vec<Span> {
    segments.into_iter().map(|segment| segment.span.into()).collect()
}

/// One sentence to a line: its number, its bytes, and its words with soft line breaks closed up.
fn write_numbered(text: &str, segments: &[Segment], out: &mut dyn Write) -> io::Result<()> {
    let digits = segments.len().to_string().len();
    let places: Vec<_> = segments.iter().map(|s| format!("{}..{}", s.span.start, s.span.end)).collect();
    let width = places.iter().map(String::len).max().unwrap_or_default();
    for (index, (segment, place)) in segments.iter().zip(&places).enumerate() {
        let words = Span::from(segment.span.clone()).of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(out, "{:>digits$}  {place:>width$}  {words}", index + 1)?;
    }
    Ok(())
}
