//! The line protocol of the scorer: a row `{"id", "lang", "text"}` in, a row `{"id", "sentences"}` out.

use std::collections::BTreeMap;
use std::io::{BufRead, Write, stdin};
use std::ops::Range;

use attache_segmenter::Rule;
use clap::Args;
use serde_json::{Value, json};

use crate::Stop;
use crate::cutter::{self, Cutter};
use crate::places::Places;
use crate::tool::Tool;

#[derive(Args)]
pub(crate) struct Arguments {
    #[arg(long, value_enum)]
    tool: Tool,
    /// Switches a rule of ours on: lower-case-starts, colon-quotes
    #[arg(long = "rule", value_name = "NAME", value_parser = rule_named)]
    rules: Vec<Rule>,
}

pub(crate) fn run(arguments: &Arguments, places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    let mut cutters: BTreeMap<String, Box<dyn Cutter>> = BTreeMap::new();
    for line in stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let (lang, text) = (row["lang"].as_str().unwrap_or("und"), row["text"].as_str().unwrap_or_default());
        if !cutters.contains_key(lang) {
            cutters.insert(lang.to_owned(), prepare(arguments, lang, places)?);
        }
        let spans = cutters[lang].spans(text).ok_or("this tool gives no positions, only altered texts")?;
        let sentences = spans.into_iter().filter_map(|span| trim(text, span));
        let sentences: Vec<Value> = sentences.map(|span| json!({"start": span.start, "end": span.end})).collect();
        writeln!(out, "{}", json!({"id": row["id"], "sentences": sentences}))?;
    }
    Ok(())
}

fn prepare(arguments: &Arguments, lang: &str, places: &Places) -> Result<Box<dyn Cutter>, Stop> {
    match (arguments.rules.is_empty(), arguments.tool.is_ours()) {
        (true, _) => arguments.tool.prepare(lang, places),
        (false, true) => Ok(Box::new(cutter::Attache::load_with(lang, &arguments.rules)?)),
        (false, false) => Err("--rule switches rules of attache-segmenter alone".into()),
    }
}

fn rule_named(name: &str) -> Result<Rule, String> {
    Rule::named(name).ok_or_else(|| format!("there are: {}", Rule::names().collect::<Vec<_>>().join(", ")))
}

/// Without white space at its ends; `None` where nothing is left, for a break between two blanks is no sentence.
fn trim(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let piece = text[span.clone()].trim_end_matches(is_blank);
    let start = span.start + piece.len() - piece.trim_start_matches(is_blank).len();
    (start < span.start + piece.len()).then_some(start..span.start + piece.len())
}

/// What the scorer takes for white space: besides Unicode's own the two that have no width.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_both_ends_and_drops_what_is_blank() {
        let text = " Görüş. \u{200b}\n";
        assert_eq!(trim(text, 0..text.len()), Some(1..10));
        assert_eq!(trim(text, 10..text.len()), None);
    }
}
