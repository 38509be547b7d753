//! `attache summarize`: the sentences that stand for a text of any kind, or for several on one story.

use std::io::{BufRead, BufReader, Read, Write};

use attache::{Article, Budget, Extract, Parts, Summarizer, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::arguments::{Given, SummarizeArguments, Written};
use crate::article::{Named, Reader};
use crate::explain;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::{Input, STANDARD};
use crate::lines::{answer_rows, write_line};

/// A text and how much of it is wanted.
#[derive(Debug, Deserialize)]
struct Row {
    #[serde(default)]
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
    max_characters: Option<usize>,
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
    /// The articles that the sentences count as `document`, where one extract was made of several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Source>,
    /// All sentences and what they weigh, where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sentences: Vec<Told>,
}

/// Where sentences come from.
#[derive(Debug, Serialize)]
struct Source {
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// A sentence, and why it was chosen or not.
#[derive(Debug, Serialize)]
struct Told {
    document: usize,
    start: usize,
    end: usize,
    text: String,
    verdict: &'static str,
    /// The number of the sentence that says the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<usize>,
    parts: Parts,
    total: i64,
}

/// What one run does with every text.
struct Work<'a> {
    arguments: &'a SummarizeArguments,
    summarizer: Summarizer,
    reader: Reader,
}

/// An input, as far as it is read before it is known what to do with it.
enum Opened {
    Rows(BufReader<Box<dyn Read + Send>>),
    Articles(Vec<Named>),
}

/// Tells the person at the terminal; one input has failed.
fn report(failure: &Failure, id: Option<&str>) -> usize {
    failure.report(&name(id));
    1
}

fn name(id: Option<&str>) -> String {
    id.unwrap_or(STANDARD).to_owned()
}

pub(crate) fn run(arguments: &SummarizeArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input)?;
    let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
    let focus = folders.focus(&arguments.choice.focus)?;
    let reader = Reader::new(
        &folders,
        &arguments.input,
        arguments.input_format.unwrap_or(Given::Auto),
        &arguments.language,
        None,
    )?;
    let summarizer = Summarizer::builder().locales(folders.locales.clone()).focus(focus).build();
    let summarizer = summarizer.map_err(|error| folders.broken(&error))?;
    let work = Work { arguments, summarizer, reader };
    if arguments.together { work.tell_together(&inputs, out) } else { work.tell_each(&inputs, out) }
}

impl Work<'_> {
    fn tell_each(&self, inputs: &[Input], out: &mut dyn Write) -> Result<Outcome, Stop> {
        let (mut failures, mut begun, mut several) = (0, false, inputs.len() > 1);
        for input in inputs {
            let articles = match self.open(input) {
                Ok(Opened::Rows(reader)) => {
                    let answer = |row: Row| Ok(self.answer(row));
                    let limit = self.arguments.input.max_input.0;
                    failures += answer_rows(reader, &input.name(), limit, out, answer)?;
                    begun = true;
                    continue;
                }
                Ok(Opened::Articles(articles)) => articles,
                Err(failure) => vec![(input.id(), Err(failure))],
            };
            several |= articles.len() > 1;
            for (id, article) in articles {
                match article {
                    Ok(article) => {
                        let heading = several.then(|| (begun, name(id.as_deref())));
                        self.write_text(&[article.article], heading, out)?;
                        begun = true;
                    }
                    Err(failure) => failures += report(&failure, id.as_deref()),
                }
            }
        }
        Ok(Outcome::of(failures))
    }

    /// One extract of all inputs.
    fn tell_together(&self, inputs: &[Input], out: &mut dyn Write) -> Result<Outcome, Stop> {
        let mut articles = Vec::new();
        let mut failures = 0;
        for (id, article) in inputs.iter().flat_map(|input| self.reader.named(input)) {
            match article {
                Ok(article) => articles.push(article.article),
                Err(failure) => failures += report(&failure, id.as_deref()),
            }
        }
        // Order by time; of one day, as they were named. Nobody knows what an undated one comes before.
        articles.sort_by_key(|article| (article.published.is_none(), article.published));
        if !articles.is_empty() {
            self.write_text(&articles, None, out)?;
        }
        Ok(Outcome::of(failures))
    }

    /// Opens an input, which holds rows or articles: as the user says, or as it begins.
    fn open(&self, input: &Input) -> Result<Opened, Failure> {
        let mut reader = BufReader::new(input.open()?);
        let begun = reader.fill_buf().map_err(|error| Failure::unreadable(&error))?;
        let first = begun.iter().find(|byte| !byte.is_ascii_whitespace());
        let has_rows = match self.arguments.input_format {
            Some(Given::Auto) | None => first == Some(&b'{'),
            Some(given) => given == Given::Jsonl,
        };
        if has_rows {
            return Ok(Opened::Rows(reader));
        }
        Ok(Opened::Articles(self.reader.named_from(reader, input)))
    }

    fn answer(&self, row: Row) -> Answer {
        let bounds = [row.max_words, row.max_sentences, row.max_characters];
        let [words, sentences, characters] = bounds.map(|bound| bound.unwrap_or(usize::MAX));
        let own = Budget { words, sentences, characters };
        let budget = if own == Budget::UNLIMITED { self.arguments.budget() } else { own };
        let id = row.id.clone();
        let articles = articles(row);
        let extract = self.extract(&articles, budget);
        let sentences = if self.arguments.explain { told(&extract, &articles) } else { Vec::new() };
        Answer { id, summary: summary(&extract, &articles), sources: Vec::new(), sentences }
    }

    /// The extract. Where the budget has room for no sentence, the best of all stands alone: everybody wants an answer.
    fn extract(&self, articles: &[Article], budget: Budget) -> Extract {
        let extract = self.summarizer.extract(articles, budget);
        if extract.chosen().next().is_some() {
            extract
        } else {
            self.summarizer.extract(articles, Budget::sentences(1))
        }
    }

    fn write_text(
        &self,
        articles: &[Article],
        heading: Option<(bool, String)>,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let extract = self.extract(articles, self.arguments.budget());
        let id = || articles.first().filter(|_| articles.len() == 1).and_then(|article| article.id.clone());
        let answer = || Answer {
            id: id().into(),
            summary: summary(&extract, articles),
            sources: if articles.len() > 1 { articles.iter().map(Source::of).collect() } else { Vec::new() },
            sentences: told(&extract, articles),
        };
        match self.arguments.format {
            Written::Json => {
                serde_json::to_writer_pretty(&mut *out, &answer())?;
                Ok(writeln!(out)?)
            }
            Written::Jsonl => write_line(out, &answer()),
            Written::Text => {
                if let Some((is_next, name)) = heading {
                    writeln!(out, "{}==> {name} <==", if is_next { "\n" } else { "" })?;
                }
                if articles.len() > 1 {
                    write_with_sources(&extract, articles, out)?;
                } else {
                    writeln!(out, "{}", summary(&extract, articles))?;
                }
                if self.arguments.explain {
                    explain::write_extract(&extract, articles, out)?;
                }
                Ok(())
            }
        }
    }
}

/// Each sentence with the number of its source, and the sources below.
fn write_with_sources(extract: &Extract, articles: &[Article], out: &mut dyn Write) -> Result<(), Stop> {
    for sentence in extract.chosen() {
        let text = one_line(sentence.span.of(&articles[sentence.document].text));
        writeln!(out, "{text} [{}]", sentence.document + 1)?;
    }
    writeln!(out)?;
    for (number, article) in articles.iter().enumerate() {
        let day = article.published.map(|day| day.to_string());
        let about: Vec<String> = article.outlet.clone().into_iter().chain(day).collect();
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        writeln!(out, "[{}] {}{about}", number + 1, article.id.as_deref().unwrap_or(STANDARD))?;
    }
    Ok(())
}

impl Source {
    fn of(article: &Article) -> Self {
        let Article { id, title, outlet, published, url, .. } = article.clone();
        Self { id, title, outlet, published: published.map(|day| day.to_string()), url }
    }
}

fn articles(row: Row) -> Vec<Article> {
    let (language, title) = (row.lang, row.title);
    let article = |title, text| Article { language: language.clone(), title, ..Article::from_text(text) };
    if row.docs.is_empty() {
        return vec![article(title, row.text)];
    }
    row.docs.into_iter().map(|document| article(document.title.or_else(|| title.clone()), document.text)).collect()
}

fn summary(extract: &Extract, articles: &[Article]) -> String {
    let sentences = extract.chosen().map(|sentence| one_line(sentence.span.of(&articles[sentence.document].text)));
    sentences.collect::<Vec<_>>().join(" ")
}

/// A sentence that a narrow window broke, on one line.
fn one_line(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(extract: &Extract, articles: &[Article]) -> Vec<Told> {
    let sentences = extract.sentences.iter().map(|sentence| Told {
        document: sentence.document,
        start: sentence.span.start,
        end: sentence.span.end,
        text: one_line(sentence.span.of(&articles[sentence.document].text)),
        verdict: sentence.verdict.name(),
        with: if let Verdict::Redundant(with) = sentence.verdict { Some(with) } else { None },
        parts: sentence.parts.clone(),
        total: sentence.parts.total(),
    });
    sentences.collect()
}

impl SummarizeArguments {
    /// How much is wanted where a row does not say it.
    fn budget(&self) -> Budget {
        let bounds = [self.max_words, self.max_sentences, self.max_characters];
        if bounds.iter().all(Option::is_none) {
            return Budget::words(attache::MAX_WORDS);
        }
        let [words, sentences, characters] = bounds.map(|bound| bound.unwrap_or(usize::MAX));
        Budget { words, sentences, characters }
    }
}
