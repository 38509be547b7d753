//! How often the language of a text is found.
//!
//! Each text is asked for as a whole, by sentences, by windows of five words, and once more typed in ASCII.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use attache_langid::Detector;
use attache_locales::Locales;
use serde_json::Value;

const WINDOW: usize = 5;

#[derive(Debug, Default)]
struct Row {
    /// Right and asked: documents, sentences, windows.
    counts: [(usize, usize); 3],
    wrong: BTreeMap<String, usize>,
}

pub(crate) fn measure(paths: &[String]) -> Result<String, Box<dyn Error>> {
    let detector = Detector::load(&Locales::builtin())?;
    let ours: Vec<String> = Locales::builtin().tags().map(str::to_owned).collect();
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for path in paths {
        for line in fs::read_to_string(path)?.lines().filter(|line| !line.trim().is_empty()) {
            let item: Value = serde_json::from_str(line)?;
            let (Some(tag), Some(text)) = (item["lang"].as_str(), item["text"].as_str()) else { continue };
            let row = rows.entry(tag.to_owned()).or_default();
            let language = tag.split(['-', ' ']).next().filter(|language| ours.iter().any(|tag| tag == language));
            let windows: Vec<&str> = text.split_whitespace().collect();
            let windows: Vec<String> = windows.chunks_exact(WINDOW).map(|words| words.join(" ")).collect();
            let sentences: Vec<&str> =
                text.lines().filter(|line| line.chars().filter(|c| c.is_alphabetic()).count() > 15).collect();
            row.ask(&detector, language, 0, [text]);
            row.ask(&detector, language, 1, sentences);
            row.ask(&detector, language, 2, windows.iter().map(String::as_str));
        }
    }
    let mut table =
        String::from("| language | documents | sentences | 5 words | taken for |\n| --- | --- | --- | --- | --- |\n");
    for (tag, row) in &rows {
        let [documents, sentences, windows] =
            row.counts.map(|(right, all)| format!("{} of {all}", permille(right, all)));
        let mut wrong: Vec<_> = row.wrong.iter().collect();
        wrong.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let wrong: Vec<_> = wrong.iter().take(4).map(|(tag, count)| format!("{tag} {count}")).collect();
        writeln!(table, "| {tag} | {documents} | {sentences} | {windows} | {} |", wrong.join(", "))?;
    }
    Ok(table)
}

fn permille(right: usize, all: usize) -> String {
    let rate = right * 1000 / all.max(1);
    format!("{}.{} %", rate / 10, rate % 10)
}

impl Row {
    fn ask<'a>(
        &mut self,
        detector: &Detector,
        language: Option<&str>,
        column: usize,
        texts: impl IntoIterator<Item = &'a str>,
    ) {
        for text in texts {
            let guess = detector.detect(text);
            let found = guess.tag.split('-').next().unwrap_or("");
            // A language that is not ours has to be refused, under whatever name.
            let right = found == language.unwrap_or("und");
            self.counts[column].0 += usize::from(right);
            self.counts[column].1 += 1;
            if !right {
                *self.wrong.entry(guess.resembles.unwrap_or(guess.tag)).or_default() += 1;
            }
        }
    }
}
