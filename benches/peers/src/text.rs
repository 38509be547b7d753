//! The running text of a language: from the evaluation data, or from what the repository holds.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Stop;
use crate::places::{Places, entries};

/// A text, and a remark where it is not the one that belongs to the numbers we publish.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) remark: Option<String>,
}

impl Text {
    /// The texts of a language, a blank line between them, over and over up to a size.
    pub(crate) fn load(lang: &str, bytes: usize, places: &Places) -> Result<Self, Stop> {
        let data = places.data();
        let (texts, remark) = if data.is_dir() {
            (read_data(&data, lang)?, None)
        } else {
            let remark = format!("no folder {}: `{lang}` is measured on suites and fixtures", data.display());
            (read_repository(&places.repository(), lang)?, Some(remark))
        };
        if texts.is_empty() {
            return Err(format!("no text in `{lang}`").into());
        }
        Ok(Self { text: repeat_to(&texts.join("\n\n"), bytes), remark })
    }
}

/// Running text from the treebanks. A language without one has the hard cases, which are denser in full stops than news.
fn read_data(data: &Path, lang: &str) -> Result<Vec<String>, Stop> {
    let treebanks = entries(&data.join("ud-dev")).into_iter().filter(|file| is_treebank_of(file, lang));
    let mut files: Vec<PathBuf> = treebanks.collect();
    if files.is_empty() {
        files.push(data.join("dev").join(format!("{lang}.jsonl")));
    }
    let mut texts = Vec::new();
    for file in files {
        for row in read_rows(&file)? {
            texts.push(row["text"].as_str().unwrap_or_default().to_owned());
        }
    }
    Ok(texts)
}

fn is_treebank_of(file: &Path, lang: &str) -> bool {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.extension().is_some_and(|ending| ending == "jsonl") && stem.split('_').next() == Some(lang)
}

/// The rows of a file of JSON lines.
pub(crate) fn read_rows(file: &Path) -> Result<Vec<Value>, Stop> {
    let content = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let rows = content.lines().filter(|line| !line.trim().is_empty());
    Ok(rows.map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn read_repository(root: &Path, lang: &str) -> Result<Vec<String>, Stop> {
    let suite = fs::read_to_string(root.join(format!("tests/suite/segmentation/{lang}.txt"))).unwrap_or_default();
    let is_text = |line: &&str| !line.starts_with('|') && !line.starts_with("# ") && *line != "#" && !line.is_empty();
    let mut texts: Vec<String> = suite.lines().filter(is_text).map(|line| line.replace("\\n", "\n")).collect();
    for fixture in entries(&root.join("fixtures")).iter().filter(|folder| is_in(folder, lang)) {
        texts.push(fs::read_to_string(fixture.join("article.txt"))?);
    }
    Ok(texts)
}

/// Whether the article of a fixture is written in a language.
fn is_in(fixture: &Path, lang: &str) -> bool {
    let about = fs::read_to_string(fixture.join("article.json")).unwrap_or_default();
    serde_json::from_str(&about).is_ok_and(|about: Value| about["language"] == lang)
}

fn repeat_to(text: &str, bytes: usize) -> String {
    let mut long = format!("{text}\n\n").repeat(bytes / (text.len() + 2) + 1);
    long.truncate(long.floor_char_boundary(bytes));
    long
}
