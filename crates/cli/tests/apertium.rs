//! `--translate local --engine apertium` with the real server; passed over with a visible line where none runs (`.ci/apertium`).
#![cfg(feature = "translation")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests look at the environment, and say where they are passed over"
)]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use serde_json::Value;
use support::Desk;

const ARTICLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");

/// Where the real service answers; none where nobody started it.
fn server() -> Option<String> {
    let url = std::env::var("ATTACHE_APY").ok();
    if url.is_none() {
        eprintln!("passed over: ATTACHE_APY names no Apertium server (.ci/run starts one)");
    }
    url
}

#[test]
fn the_shipped_article_becomes_a_portuguese_paragraph_with_every_statement() {
    let Some(url) = server() else { return };
    let desk = Desk::new("apertium");
    let with = |more: &[&str]| desk.digest_by_apertium(&url, &[more, &["--cache", "cache.redb", ARTICLE]].concat());
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

/// Three sentences that no message says, so that two are left when the server is gone.
const OLD_HARBOUR: &str = "\
On 5 March 2031, the Foreign Minister of Estonia Priit Laanemäe met with the Foreign Minister of Peru Marta Quiroga in Lima.

The old museum near the harbour of Lima has 12 paintings that came from Estonia.

Its doors were painted blue after the storm of 1987.

The garden behind the museum was closed in 2019.
";

/// The real server as somebody reaches it who is cut off with its first answer: nobody listens at this address any more.
fn killed_behind_its_first_answer(url: &str) -> String {
    let real = url.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let own = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        let (mut caller, _) = listener.accept().expect("a caller");
        let mut server = TcpStream::connect(real).expect("Apertium");
        let mut buffer = [0; 16_384];
        while let Ok(length @ 1..) = caller.read(&mut buffer) {
            let _ = server.write_all(&buffer[..length]);
            if String::from_utf8_lossy(&buffer[..length]).contains("q=") {
                let answered = server.read(&mut buffer).unwrap_or(0);
                let _ = caller.write_all(&buffer[..answered]);
                break;
            }
        }
    });
    own
}

#[test]
fn killed_half_way_it_leaves_the_composed_paragraph_and_the_reason() {
    let Some(url) = server() else { return };
    let desk = Desk::new("apertium-killed");
    desk.put("article.txt", OLD_HARBOUR);
    let url = killed_behind_its_first_answer(&url);
    let run = desk.digest_by_apertium(&url, &["--no-cache", "article.txt"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("reuniu-se no dia 5 de março de 2031"), "{run}");
    assert!(run.out.contains("» (em inglês)"), "{run}");
    assert!(run.err.contains("not translated: apertium "), "{run}");
}
