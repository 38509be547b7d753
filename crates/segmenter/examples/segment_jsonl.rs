//! Speaks the line protocol of the scorer: a row `{"id", "lang", "text"}` in, a row `{"id", "sentences"}` out. Arguments
//! are names of rules to switch on: `lower-case-starts`.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments")]

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use attache_locales::Locales;
use attache_segmenter::{Rule, Segmenter};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let locales = Locales::builtin();
    let rule = |name: String| Rule::named(&name).ok_or(format!("`{name}` is no rule"));
    let rules = std::env::args().skip(1).map(rule).collect::<Result<Vec<Rule>, _>>()?;
    let mut segmenters: BTreeMap<String, Segmenter> = BTreeMap::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row["text"].as_str().unwrap_or_default();
        let tag = row["lang"].as_str().unwrap_or("und");
        if !segmenters.contains_key(tag) {
            let segmenter = Segmenter::load(&locales, tag)?;
            let segmenter = rules.iter().fold(segmenter, |segmenter, rule| segmenter.with_rule(*rule, true));
            segmenters.insert(tag.to_owned(), segmenter);
        }
        let spans = segmenters[tag].segments(text).map(|s| json!({"start": s.span.start, "end": s.span.end}));
        let answer = json!({"id": row["id"], "sentences": spans.collect::<Vec<_>>()});
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
