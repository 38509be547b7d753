//! What is summarized for the clock: the texts of the data or of the fixtures, and long texts of as many sentences as are wanted.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Stop;
use crate::row::Row;

const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// Sentences of a paragraph.
const PARAGRAPH: usize = 3;
/// From each round to the next the sentences stand in another order.
const STEP: usize = 7;

/// The rows of these files.
pub(crate) fn read(files: &[PathBuf]) -> Result<Vec<Row>, Stop> {
    let mut rows = Vec::new();
    for file in files {
        let opened = fs::File::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
        rows.extend(Row::parse_all(BufReader::new(opened))?);
    }
    Ok(rows)
}

/// The articles of the fixtures.
pub(crate) fn fixtures() -> Result<Vec<Row>, Stop> {
    let mut rows = Vec::new();
    for folder in entries(&Path::new(REPOSITORY).join("fixtures")) {
        let Ok(text) = fs::read_to_string(folder.join("article.txt")) else { continue };
        let about = fs::read_to_string(folder.join("article.json")).unwrap_or_default();
        let about: Value = serde_json::from_str(&about).unwrap_or_default();
        let Some(lang) = about["language"].as_str() else { continue };
        let lang = lang.to_owned();
        rows.push(Row { id: folder.display().to_string(), lang, text, max_sentences: Some(5), ..Row::default() });
    }
    Ok(rows)
}

/// A text of so many sentences, from the suites of a language.
pub(crate) fn long(lang: &str, sentences: usize) -> Result<Row, Stop> {
    let suite = entries(&Path::new(REPOSITORY).join("tests/suite/reading").join(lang));
    let texts = suite.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let is_text = |line: &&str| line.ends_with('.') && !line.starts_with(['#', '-']) && !line.contains(" // ");
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(is_text).collect();
    if lines.is_empty() {
        return Err(format!("no sentences in `{lang}`").into());
    }
    let mut text = String::new();
    for number in 0..sentences {
        let (round, at) = (number / lines.len(), number % lines.len());
        text += lines[(at * (1 + round * STEP)) % lines.len()];
        text += if number % PARAGRAPH == PARAGRAPH - 1 { "\n\n" } else { " " };
    }
    Ok(Row { id: format!("{lang}-{sentences}"), lang: lang.to_owned(), text, ..Row::default() })
}

/// As [`long`], with so many bytes at the least.
pub(crate) fn of_size(lang: &str, bytes: usize) -> Result<Row, Stop> {
    let sample = long(lang, 1000)?.text.len() / 1000;
    let mut row = long(lang, bytes / sample.max(1) * 5 / 4)?;
    row.text.truncate(row.text.floor_char_boundary(bytes));
    Ok(row)
}

/// What lies in a folder, in order of name; nothing where there is no folder.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = found.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}
