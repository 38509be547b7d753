//! How a crate that builds on attaché keeps the digests of a folder of articles, with feature `testing`.
//!
//! `cargo test -p attache --features testing --example articles` compares them with the files in `snapshots/`;
//! `cargo insta review` shows what changed. Without Rust, the program does the same with files beside the articles:
//! `attache snapshot crates/attache/examples/articles --check`.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example and a test: it opens files and shows them"
)]

use std::error::Error;
use std::fs;

use attache::{Attache, testing};

const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");

fn main() -> Result<(), Box<dyn Error>> {
    let attache = Attache::builder().languages(["en", "pt"]).build()?;
    let mut files: Vec<_> = fs::read_dir(ARTICLES)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "txt")) {
        println!("{}\n\n{}", file.display(), testing::kept(&attache, &fs::read_to_string(file)?));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use attache::{Article, Attache, testing};

    /// All of them, one snapshot each, in the languages that our house writes.
    #[test]
    fn every_article() {
        let attache =
            Attache::builder().languages(["en", "pt"]).max_words(80).build().expect("the languages are sound");
        testing::assert_digests!("articles/*.txt", &attache);
    }

    /// One of them as JSON, with the spans: who builds on those wants to know when they move.
    #[test]
    fn one_as_json() {
        let attache = Attache::builder().languages(["pt"]).build().expect("the languages are sound");
        let text = include_str!("articles/call.txt");
        let article = Article { id: Some("desk/today/call.txt".to_owned()), ..Article::from_text(text) };
        let brief = testing::steady(attache.brief(&article, ["pt"]));
        testing::settings().bind(|| testing::insta::assert_json_snapshot!(brief));
    }
}
