//! The README shows what the program says of the shipped article.
#![allow(clippy::disallowed_methods, reason = "a test of a file; it writes the file where asked")]

use std::{env, fs};

use attache::Attache;
use attache_tests::{fixtures, read, root};

const SHIPPED: &str = "2023-03-06-azernews-azerbaijan-portugal";
const BEGIN: &str = "```text\n";
const END: &str = "```\n";

/// `UPDATE_README=1 cargo test -p attache-tests --test readme` writes the paragraphs of today into the page.
#[test]
fn the_readme_shows_what_the_program_says() {
    let page = read("README.md");
    let start = page.find(BEGIN).expect("README.md has a block of output") + BEGIN.len();
    let end = start + page[start..].find(END).expect("the block ends");
    let said = output();
    if env::var_os("UPDATE_README").is_some() {
        let page = format!("{}{said}{}", &page[..start], &page[end..]);
        fs::write(root().join("README.md"), page).expect("README.md can be written");
        return;
    }
    assert_eq!(page[start..end], said, "README.md is behind; run the test with UPDATE_README=1");
}

/// What `attache digest` prints, in the languages that it takes where nobody asks for others.
fn output() -> String {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let fixture = fixtures().into_iter().find(|fixture| fixture.name == SHIPPED).expect("the shipped article");
    let digest = attache.digest(&fixture.article);
    let targets = read("crates/cli/src/default-targets.txt");
    let paragraphs = targets.trim().split(',').map(|tag| {
        let rendered = attache.render(&digest, tag).expect("a language of ours");
        let name = attache.languages().find(tag).expect("a language of ours").name();
        format!("{name}\n{}\n", rendered.text)
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}
