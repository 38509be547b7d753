//! Speaks the line protocol of the scorer: a row `{"id", "lang", "text"}` in, a row `{"id", "sentences"}` out.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use attache_locales::Locales;
use attache_segmenter::Segmenter;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let locales = Locales::builtin();
    let mut segmenters: BTreeMap<String, Segmenter> = BTreeMap::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row["text"].as_str().unwrap_or_default();
        let tag = row["lang"].as_str().unwrap_or("und");
        if !segmenters.contains_key(tag) {
            segmenters.insert(tag.to_owned(), Segmenter::load(&locales, tag)?);
        }
        let spans = segmenters[tag].segments(text).map(|s| json!({"start": s.span.start, "end": s.span.end}));
        let answer = json!({"id": row["id"], "sentences": spans.collect::<Vec<_>>()});
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
