//! How a crate that builds on attaché keeps its digests as snapshots.
//!
//! `cargo run --example snapshot` prints the paragraph; `cargo test --example snapshot` compares it with the files in
//! `snapshots/`, as your own test would.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use attache::{Article, Attache, Brief, LoadError};

/// The kind of text that a press service writes; our own words.
const ARTICLE: &str = "\
Lisbon, 15 May 2024

On 14 May, the Minister for Foreign Affairs of Portugal, Paulo Rangel, met with the Foreign Minister of Azerbaijan, Jeyhun \
Bayramov, in Lisbon.

The ministers discussed cooperation in the fields of energy, trade and education.
";

fn brief() -> Result<Brief, LoadError> {
    let attache = Attache::builder().languages(["en", "pt"]).max_words(80).build()?;
    Ok(attache.brief(&Article::from_text(ARTICLE), ["en", "pt"]))
}

fn main() -> Result<(), LoadError> {
    println!("{}", brief()?.rendered["pt"].text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::brief;

    /// The paragraph as people read it.
    #[test]
    fn the_paragraph() {
        let brief = brief().expect("the built-in languages are sound");
        insta::assert_snapshot!(brief.rendered["pt"].text);
    }

    /// Everything that was understood, with spans into the article. The whole of it is one JSON document.
    #[test]
    fn the_digest() {
        let brief = brief().expect("the built-in languages are sound");
        insta::assert_json_snapshot!(brief);
    }
}
