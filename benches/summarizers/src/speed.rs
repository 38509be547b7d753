//! Megabytes a second on articles, growth with the number of sentences, time and memory for a megabyte.

use std::io::Write;
use std::slice;
use std::time::Duration;

use crate::Stop;
use crate::compare::Entrant;
use crate::probe::{self, Probe};
use crate::row::Row;
use crate::series::Series;
use crate::table::Table;
use crate::text;

const LANGUAGES: [&str; 3] = ["en", "pt", "az"];
const SIZES: [usize; 3] = [100, 1_000, 10_000];
const MEGABYTE: usize = 1_000_000;

/// What all tools are asked.
struct Course {
    /// Articles, by language.
    articles: Vec<Vec<Row>>,
    /// One text of each size.
    grown: Vec<Row>,
    megabyte: Row,
}

/// What one of them did.
struct Outcome {
    speeds: Vec<Option<f64>>,
    growth: Series,
    /// How many sentences it came to the end of.
    reached: usize,
    megabyte: Option<Probe>,
}

pub(crate) fn run(entrants: &[Entrant], rows: &[Row], out: &mut dyn Write) -> Result<(), Stop> {
    let course = Course::lay(rows)?;
    let results = entrants.iter().map(|entrant| course.run(entrant)).collect::<Result<Vec<_>, Stop>>()?;
    let counts = course.articles.iter().map(|rows| rows.len().to_string()).collect::<Vec<_>>().join(" / ");
    writeln!(
        out,
        "Five sentences of each of {counts} articles ({}), one thread, time of the processor;",
        LANGUAGES.join(" / ")
    )?;
    writeln!(
        out,
        "growth from 100 to 10,000 sentences of the reading suite. What a tool loads once is not counted.\n"
    )?;
    Ok(write!(out, "{}", tabulate(entrants, &results))?)
}

impl Course {
    fn lay(rows: &[Row]) -> Result<Self, Stop> {
        let articles = LANGUAGES.map(|lang| rows.iter().filter(|row| row.lang == lang).cloned().collect());
        let grown = SIZES.map(|sentences| text::long(LANGUAGES[0], sentences));
        let megabyte = text::of_size(LANGUAGES[0], MEGABYTE)?;
        Ok(Self { articles: articles.into(), grown: grown.into_iter().collect::<Result<_, _>>()?, megabyte })
    }

    fn run(&self, entrant: &Entrant) -> Result<Outcome, Stop> {
        let probe = |rows: &[Row]| probe::start(entrant.command("probe"), rows);
        let mut result = Outcome { speeds: Vec::new(), growth: Series::default(), reached: 0, megabyte: None };
        for rows in &self.articles {
            result.speeds.push(probe(rows)?.map(|probe| probe.speed()));
        }
        for (row, sentences) in self.grown.iter().zip(SIZES) {
            let Some(probe) = probe(slice::from_ref(row))? else { return Ok(result) };
            result.growth.push(probe.bytes, Duration::from_secs_f64(probe.seconds));
            result.reached = sentences;
        }
        result.megabyte = probe(slice::from_ref(&self.megabyte))?;
        Ok(result)
    }
}

fn tabulate(entrants: &[Entrant], results: &[Outcome]) -> Table {
    let speeds = LANGUAGES.map(|lang| format!("{lang} MB/s"));
    let others = ["ours is so many times it", "exponent", "1 MB", "memory for it / its size"].map(str::to_owned);
    let mut table = Table::new(["tool".to_owned()].into_iter().chain(speeds).chain(others));
    let ours = results.first().map(|result| result.speeds.clone()).unwrap_or_default();
    for (entrant, result) in entrants.iter().zip(results) {
        let ratios =
            ours.iter().zip(&result.speeds).map(|(ours, its)| round(ours.zip(*its).map(|(ours, its)| ours / its)));
        let mut row = vec![entrant.name.clone()];
        row.extend(result.speeds.iter().map(|speed| round(*speed)));
        row.push(ratios.collect::<Vec<_>>().join(" / "));
        row.push(result.growth());
        row.push(result.megabyte.map_or("–".to_owned(), |probe| format!("{:.0} ms", probe.seconds * 1000.0)));
        row.push(result.megabyte.map_or("–".to_owned(), |probe| format!("{:.1}", memory(&probe))));
        table.push(row);
    }
    table
}

impl Outcome {
    fn growth(&self) -> String {
        let exponent = self.growth.exponent().map_or("–".to_owned(), |exponent| format!("{exponent:.2}"));
        if self.growth.largest().is_some() && self.reached == SIZES[SIZES.len() - 1] {
            exponent
        } else {
            format!("{exponent}, late after {}", self.reached)
        }
    }
}

fn memory(probe: &Probe) -> f64 {
    probe.kilobytes as f64 * 1024.0 / probe.bytes as f64
}

/// Three digits that count, whatever the size.
fn round(number: Option<f64>) -> String {
    match number {
        None => "–".to_owned(),
        Some(number) if number < 0.1 => format!("{number:.4}"),
        Some(number) if number < 10.0 => format!("{number:.2}"),
        Some(number) if number < 100.0 => format!("{number:.1}"),
        Some(number) => format!("{number:.0}"),
    }
}
