//! The articles in `fixtures/`.

use attache::Article;
use attache_ingest::Hints;
use serde::Deserialize;

use crate::{Gold, folder_names, read};

/// One article with its answer.
#[derive(Debug, Clone)]
pub struct Fixture {
    /// The folder's name.
    pub name: String,
    /// The article as the program would read it from the file.
    pub article: Article,
    /// What should be found in it.
    pub gold: Gold,
    /// Under which terms it is here.
    pub licence: String,
}

/// `article.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    language: String,
    date: String,
    outlet: String,
    licence: String,
    #[serde(rename = "about")]
    _about: String,
}

/// All fixtures in order of name.
///
/// # Panics
/// Where a folder lacks a file, or a file is not of its shape: the message names it.
#[must_use]
pub fn fixtures() -> Vec<Fixture> {
    // The folders of articles are named by their day; beside them lie languages, profiles, the files of a morning.
    let is_dated = |name: &String| name.starts_with(|c: char| c.is_ascii_digit());
    folder_names("fixtures").into_iter().filter(is_dated).map(load).collect()
}

fn load(name: String) -> Fixture {
    let path = |file: &str| format!("fixtures/{name}/{file}");
    let about: About =
        serde_json::from_str(&read(path("article.json"))).unwrap_or_else(|e| panic!("{}: {e}", path("article.json")));
    let gold: Gold =
        serde_json::from_str(&read(path("gold.json"))).unwrap_or_else(|e| panic!("{}: {e}", path("gold.json")));
    assert_eq!(
        (&about.language, &about.date, &about.outlet),
        (&gold.language, &gold.published, &gold.outlet),
        "{name}: article.json and gold.json differ"
    );
    assert!(
        name.starts_with(&about.date),
        "{name}: the folder's name begins with the date of publication, {}",
        about.date
    );
    let bytes = read(path("article.txt")).into_bytes();
    let article =
        attache_ingest::text(&bytes, Hints::default()).unwrap_or_else(|e| panic!("{}: {e}", path("article.txt")));
    Fixture { name, article, gold, licence: about.licence }
}
