//! `--translate local --engine apertium` with the real server; passed over with a visible line where none runs (`.ci/apertium`).
#![cfg(feature = "translation")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests look at the environment, and say where they are passed over"
)]

mod support;

use serde_json::Value;
use support::Desk;

const ARTICLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");

#[test]
fn the_shipped_article_becomes_a_portuguese_paragraph_with_every_statement() {
    let Ok(url) = std::env::var("ATTACHE_APY") else {
        eprintln!("passed over: ATTACHE_APY names no Apertium server (.ci/run starts one)");
        return;
    };
    let desk = Desk::new("apertium");
    let local = ["digest", "--to", "pt", "--translate", "local", "--engine", "apertium", "--engine-url", &url];
    let with = |more: &[&str]| desk.run(&[&local, more, &["--cache", "cache.redb", ARTICLE]].concat());
    let run = with(&[]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("[tradução automática: apertium]"), "{run}");
    for part in ["Jeyhun Bayramov", "Francisco André", "5 de março de 2023", "Acusou ainda", "Arménia", "Azernews"] {
        assert!(run.out.contains(part), "`{part}` is missing: {run}");
    }
    // What was answered is kept: the same bytes, also where the server varies.
    assert_eq!(with(&[]).out, run.out);
    let document: Value = serde_json::from_str(&with(&["--format", "json"]).out).expect("JSON");
    let clauses = document["rendered"]["pt"]["clauses"].as_array().expect("clauses");
    let told: std::collections::BTreeSet<u64> = clauses.iter().filter_map(|clause| clause["piece"].as_u64()).collect();
    assert_eq!(told.len(), document["pieces"].as_array().map_or(0, Vec::len), "{document}");
}
