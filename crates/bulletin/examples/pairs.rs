//! Measures how articles are grouped: rows of JSON, each an [`Article`] with its `story`, by hand; two articles of one story are a pair
//! to be found.
//!
//! ```text
//! cargo run -p attache-bulletin --example pairs -- FILE.jsonl
//! ```
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "an example opens a file and prints")]

use std::collections::BTreeMap;

use attache_bulletin::BulletinMaker;
use attache_schema::{Article, Digest};
use serde::Deserialize;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let maker = BulletinMaker::builder().build()?;
    for path in std::env::args().skip(1) {
        let rows: Vec<serde_json::Value> =
            std::fs::read_to_string(&path)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        let digested: Vec<(Article, Digest)> =
            rows.iter().enumerate().map(|(at, row)| read(&maker, row, at)).collect::<Result<_, _>>()?;
        let explanation = maker.explain(&digested, None);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (story, ranked) in explanation.stories.iter().enumerate() {
            found.extend(ranked.sources.iter().filter_map(|id| Some((id.parse().ok()?, story))));
        }
        measure(&path, &rows, &found);
        explanation.passed_over.iter().for_each(|passed| println!("  passed over: {passed:?}"));
    }
    Ok(())
}

fn measure(path: &str, rows: &[serde_json::Value], found: &BTreeMap<usize, usize>) {
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for one in 0..rows.len() {
        for other in one + 1..rows.len() {
            let is_pair = rows[one]["story"] == rows[other]["story"];
            let is_found = found.contains_key(&one) && found.get(&one) == found.get(&other);
            match (is_pair, is_found) {
                (true, true) => right += 1,
                (false, true) => wrong += 1,
                (true, false) => missed += 1,
                (false, false) => {}
            }
            if is_pair != is_found {
                println!(
                    "  {}: {} ~ {}",
                    if is_pair { "missed" } else { "wrong" },
                    name(&rows[one]),
                    name(&rows[other])
                );
            }
        }
    }
    let percent = |part: usize, of: usize| (part * 100).checked_div(of).unwrap_or(100);
    println!(
        "{path}: {} articles, {} pairs; precision {} %, recall {} %",
        rows.len(),
        right + missed,
        percent(right, right + wrong),
        percent(right, right + missed)
    );
}

fn name(row: &serde_json::Value) -> String {
    format!("{}/{}/{}", row["story"].as_str().unwrap_or(""), row["outlet"].as_str().unwrap_or(""), row["language"])
}

/// A row as an article, called by its place, and its digest.
fn read(maker: &BulletinMaker, row: &serde_json::Value, at: usize) -> serde_json::Result<(Article, Digest)> {
    let article = Article { id: Some(at.to_string()), ..Article::deserialize(row)? };
    let digest = maker.attache().digest(&article);
    Ok((article, digest))
}
