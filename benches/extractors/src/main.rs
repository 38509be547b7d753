//! The article extraction of attaché beside its peers: how much of an article is found, how much else, how fast; all in one
//! run on pages with gold text.

mod extractor;
mod pages;
mod plain;
mod score;
// One table for all comparisons.
#[path = "../../peers/src/table.rs"]
mod table;

use std::hint::black_box;
use std::path::PathBuf;
use std::process::ExitCode;

use cpu_time::ProcessTime;

use crate::extractor::{Article, Extractor};
use crate::pages::{Page, Set};
use crate::score::{Score, glued};
use crate::table::Table;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_each = arguments.iter().any(|argument| argument == "--each");
    let Some(folder) = arguments.iter().find(|argument| !argument.starts_with("--")) else {
        eprintln!("usage: attache-extractors FOLDER [--each]; `run` fetches the pages into a folder");
        return ExitCode::from(2);
    };
    let sets = match pages::sets(&PathBuf::from(folder)) {
        Ok(sets) => sets,
        Err(error) => {
            eprintln!("{folder}: {error}");
            return ExitCode::FAILURE;
        }
    };
    // A page on which an extractor panics costs that page, and the panic's own words would hide the table.
    std::panic::set_hook(Box::new(|_| {}));
    compare(&sets, is_each);
    ExitCode::SUCCESS
}

/// Prints what each extractor reaches on each set, and on each page where that is asked.
fn compare(sets: &[Set], is_each: bool) {
    let mut head = vec!["Extractor".to_owned()];
    for set in sets {
        head.extend([format!("{} ({}) P", set.name, set.pages.len()), "R".to_owned(), "F1".to_owned()]);
    }
    head.extend(["all F1", "glued/page", "pages/CPU-s"].map(str::to_owned));
    let mut table = Table::new(head);
    for extractor in extractor::all() {
        table.push(row(&extractor, sets, is_each));
    }
    println!("{table}");
}

fn row(extractor: &Extractor, sets: &[Set], is_each: bool) -> Vec<String> {
    let mut cells = vec![extractor.name.to_owned()];
    let (mut all, mut joints, mut seconds) = (Vec::new(), 0, 0.0);
    for set in sets {
        let measured: Vec<Measured> = set.pages.iter().map(|page| measure(extractor, page)).collect();
        let scores: Vec<Score> = measured.iter().map(|page| page.score).collect();
        if is_each {
            for (page, score) in set.pages.iter().zip(&scores) {
                let (precision, recall) = (score.precision, score.recall);
                println!(
                    "{}\t{}\t{}\t{precision:.3}\t{recall:.3}\t{:.3}",
                    extractor.name,
                    set.name,
                    page.name,
                    score.f1()
                );
            }
        }
        let mean = Score::mean(&scores);
        cells.extend([mean.precision, mean.recall, mean.f1()].map(|value| format!("{value:.3}")));
        joints += measured.iter().map(|page| page.glued).sum::<usize>();
        seconds += measured.iter().map(|page| page.seconds).sum::<f64>();
        all.extend(scores);
    }
    let count = all.len().max(1) as f64;
    cells.push(format!("{:.3}", Score::mean(&all).f1()));
    cells.push(format!("{:.2}", joints as f64 / count));
    cells.push(format!("{:.0}", count / seconds.max(1e-9)));
    cells
}

struct Measured {
    score: Score,
    glued: usize,
    seconds: f64,
}

fn measure(extractor: &Extractor, page: &Page) -> Measured {
    let html = String::from_utf8_lossy(&page.bytes);
    let begun = ProcessTime::now();
    let found = std::panic::catch_unwind(|| black_box((extractor.extract)(black_box(&html)))).unwrap_or_default();
    let seconds = begun.elapsed().as_secs_f64();
    let text = match &found.article {
        Article::Markup(markup) => plain::text_of(markup),
        Article::Text(text) => text.clone(),
    };
    // Sentences that the page itself writes without a space are no fault of the extractor.
    let glued = glued(&found.own_text).saturating_sub(glued(&page.gold));
    Measured { score: Score::of(&text, &page.gold), glued, seconds }
}
