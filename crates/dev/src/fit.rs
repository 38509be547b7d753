//! Learning what the features of a sentence are worth (`[extract]` in `locales/root/weights.toml`).
//!
//! One weight after the other is moved, and the move is kept where the extracts come nearer to what people wrote. Data sets are
//! small, so that a move has to gain more than it strays from the weights that stand in the file; and the gain is told as
//! cross-validation gives it: learnt on four fifths of the texts, measured on the fifth that was held out. Versions of one text in
//! several languages are held out together.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use attache::{Article, Budget, Summarizer};
use attache_grammar::Language;
use attache_locales::{Locales, ROOT};
use serde_json::Value;

use crate::folder::root;
use crate::rouge::References;

const FILE: &str = "weights.toml";
const TABLE: &str = "[extract]";
/// Not learnt: what counts words, and what a reader asks for.
const FIXED: [&str; 3] = ["short-words", "long-words", "focus"];
const FOLDS: usize = 5;
const ROUNDS: usize = 2;
/// What a weight is moved by, in hundredths of its size; sizes below the least count as that.
const MOVES: [i64; 6] = [-100, -50, -25, 25, 50, 100];
const LEAST: i64 = 100;
/// What straying by the whole size of a weight costs, in points.
const PRICE: f64 = 0.08;

/// A text, and what people made of it.
struct Row {
    set: String,
    group: String,
    language: Rc<Language>,
    articles: Vec<Article>,
    budget: Budget,
    references: References,
}

/// The names of the weights in the order of the file, and their values.
type Weights = BTreeMap<String, i64>;

/// Learns from the rows of these files, and says what was found. Nothing is written.
pub(crate) fn fit(paths: &[String]) -> Result<String, Box<dyn Error>> {
    let file = fs::read_to_string(root().join("locales/root").join(FILE))?;
    let prior = read_weights(&file)?;
    let rows = read_rows(paths)?;
    let folds = fold(&rows);
    let start = measure(&file, &prior, &rows)?;
    let mut held_out = vec![0.0; rows.len()];
    for number in 0..FOLDS {
        let is_known = |row: usize| folds[row] != number;
        let learnt = climb(&file, &prior, &rows, &is_known)?;
        let scores = measure(&file, &learnt, &rows)?;
        (0..rows.len()).filter(|row| !is_known(*row)).for_each(|row| held_out[row] = scores[row]);
        eprintln!("fold {} of {FOLDS} is learnt", number + 1);
    }
    let learnt = climb(&file, &prior, &rows, &|_| true)?;
    let scores = measure(&file, &learnt, &rows)?;
    let all = |_: usize| true;
    let mut said = String::new();
    writeln!(
        said,
        "{} texts in {} sets; mean of ROUGE-1 and ROUGE-2 (F1), every set counting the same",
        rows.len(),
        sets(&rows).len()
    )?;
    writeln!(said, "as in the file    {:6.2}", mean(&rows, &start, &all))?;
    writeln!(said, "learnt, held out  {:6.2}   (what to expect elsewhere)", mean(&rows, &held_out, &all))?;
    writeln!(said, "learnt, seen      {:6.2}", mean(&rows, &scores, &all))?;
    for (name, value) in learnt.iter().filter(|(name, value)| prior[*name] != **value) {
        writeln!(said, "{name} = {value}   (was {})", prior[name])?;
    }
    Ok(said)
}

/// Moves one weight after the other as long as it pays.
fn climb(file: &str, prior: &Weights, rows: &[Row], counts: &dyn Fn(usize) -> bool) -> Result<Weights, Box<dyn Error>> {
    let gain = |weights: &Weights| -> Result<f64, Box<dyn Error>> {
        Ok(mean(rows, &measure(file, weights, rows)?, counts) - strayed(weights, prior))
    };
    let (mut best, mut weights) = (gain(prior)?, prior.clone());
    for _ in 0..ROUNDS {
        let before = best;
        for name in prior.keys().filter(|name| !FIXED.contains(&name.as_str())) {
            let from = weights[name];
            for hundredths in MOVES {
                let to = from + size(prior[name]) * hundredths / 100;
                let kept = weights.insert(name.clone(), to).unwrap_or(from);
                let now = gain(&weights)?;
                if now > best { best = now } else { _ = weights.insert(name.clone(), kept) }
            }
        }
        if best <= before {
            break;
        }
    }
    Ok(weights)
}

fn strayed(weights: &Weights, prior: &Weights) -> f64 {
    let far = |(name, value): (&String, &i64)| {
        let far = (value - prior[name]) as f64 / size(prior[name]) as f64;
        PRICE * far * far
    };
    weights.iter().map(far).sum()
}

fn size(weight: i64) -> i64 {
    weight.abs().max(LEAST)
}

/// The score of every row.
fn measure(file: &str, weights: &Weights, rows: &[Row]) -> Result<Vec<f64>, Box<dyn Error>> {
    let mut locales = Locales::builtin();
    locales.insert(ROOT, FILE, with_weights(file, weights));
    let summarizer = Summarizer::builder().locales(locales).build()?;
    let score = |row: &Row| {
        let extract = summarizer.extract(&row.articles, row.budget);
        let chosen = extract.chosen().map(|sentence| sentence.span.of(&row.articles[sentence.document].text));
        row.references.score(&chosen.collect::<Vec<_>>().join(" "), &row.language)
    };
    Ok(rows.iter().map(score).collect())
}

fn sets(rows: &[Row]) -> BTreeMap<(&str, &str), Vec<usize>> {
    let mut sets: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        sets.entry((&row.set, row.language.tag())).or_default().push(number);
    }
    sets
}

/// The mean over the sets of the mean over their rows that count.
fn mean(rows: &[Row], scores: &[f64], counts: &dyn Fn(usize) -> bool) -> f64 {
    let of = |set: Vec<usize>| {
        let counted: Vec<f64> = set.into_iter().filter(|row| counts(*row)).map(|row| scores[row]).collect();
        counted.iter().sum::<f64>() / counted.len().max(1) as f64
    };
    let means: Vec<f64> = sets(rows).into_values().map(of).collect();
    means.iter().sum::<f64>() / means.len().max(1) as f64
}

/// The fold of each row: groups are dealt in the order in which they come.
fn fold(rows: &[Row]) -> Vec<usize> {
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    let numbers = rows.iter().map(|row| {
        let next = groups.len();
        *groups.entry(&row.group).or_insert(next) % FOLDS
    });
    numbers.collect()
}

fn read_weights(file: &str) -> Result<Weights, Box<dyn Error>> {
    let lines = table_lines(file).filter_map(|line| line.split_once('='));
    lines.map(|(name, value)| Ok((name.trim().to_owned(), value.trim().parse()?))).collect()
}

/// The file with other weights in its table.
fn with_weights(file: &str, weights: &Weights) -> String {
    let head = &file[..file.find(TABLE).unwrap_or(file.len())];
    let lines = weights.iter().map(|(name, value)| format!("{name} = {value}\n"));
    format!("{head}{TABLE}\n{}", lines.collect::<String>())
}

fn table_lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().skip_while(|line| *line != TABLE).skip(1).filter(|line| !line.starts_with('#'))
}

fn read_rows(paths: &[String]) -> Result<Vec<Row>, Box<dyn Error>> {
    let (locales, mut languages, mut rows) = (Locales::builtin(), BTreeMap::new(), Vec::new());
    for path in paths {
        let set = Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        for (number, line) in fs::read_to_string(path)?.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let value: Value = serde_json::from_str(line).map_err(|error| format!("{path}:{}: {error}", number + 1))?;
            let tag = value["lang"].as_str().unwrap_or_default().to_owned();
            let language = match languages.entry(tag) {
                Entry::Occupied(known) => Rc::clone(known.get()),
                Entry::Vacant(free) => {
                    let language = Rc::new(Language::load(&locales, free.key())?);
                    Rc::clone(free.insert(language))
                }
            };
            rows.push(read_row(&set, language, &value).ok_or_else(|| {
                format!("{path}:{}: wants lang, text or docs, reference, and max_words or max_sentences", number + 1)
            })?);
        }
    }
    Ok(rows)
}

fn read_row(set: &str, language: Rc<Language>, value: &Value) -> Option<Row> {
    let article = |value: &Value| {
        let title = value["title"].as_str().map(str::to_owned).filter(|title| !title.is_empty());
        let text = value["text"].as_str()?.to_owned();
        Some(Article { language: Some(language.tag().to_owned()), title, ..Article::from_text(text) })
    };
    let articles = match value["docs"].as_array() {
        Some(docs) => docs.iter().map(article).collect::<Option<_>>()?,
        None => vec![article(value)?],
    };
    let number = |name: &str| value[name].as_u64().and_then(|number| usize::try_from(number).ok());
    let budget = Budget {
        words: number("max_words").unwrap_or(usize::MAX),
        sentences: number("max_sentences").unwrap_or(usize::MAX),
        ..Budget::UNLIMITED
    };
    let references: Vec<String> =
        value["reference"].as_array()?.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect();
    let group = value["group"].as_str().or_else(|| value["id"].as_str())?.to_owned();
    let references = References::new(&references, &language);
    (budget != Budget::UNLIMITED).then_some(Row { set: set.to_owned(), group, language, articles, budget, references })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_are_written() {
        let file = fs::read_to_string(root().join("locales/root").join(FILE)).expect("the file is there");
        let mut weights = read_weights(&file).expect("whole numbers");
        weights.insert("position".to_owned(), 7);
        assert_eq!(read_weights(&with_weights(&file, &weights)).expect("whole numbers"), weights);
        assert!(FIXED.iter().all(|name| weights.contains_key(*name)));
    }

    #[test]
    fn versions_of_one_text_are_held_out_together() {
        let row = |id: usize, group: Option<&str>| {
            let value = serde_json::json!({"id": id.to_string(), "group": group, "lang": "en", "text": "A.", "reference": ["A."], "max_words": 9});
            let language = Language::load(&Locales::builtin(), "en").expect("built in");
            read_row("set", Rc::new(language), &value).expect("complete")
        };
        let rows = [row(1, Some("a")), row(2, None), row(3, Some("a"))];
        assert_eq!(fold(&rows), [0, 1, 0]);
    }
}
