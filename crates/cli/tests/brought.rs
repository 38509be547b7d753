//! Languages that a user brings along in a folder: `fixtures/locales` holds two that no Rust knows.
//!
//! One has suffixes that agree with their stem, one has prepositions that contract with articles; both are only said, and
//! neither says everything yet.
#![allow(clippy::disallowed_methods, reason = "it reads the files that the program reads")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use serde_json::Value;
use support::Desk;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder() -> String {
    repository().join("fixtures/locales").display().to_string()
}

fn tags() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the folder is there");
    let mut tags: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    tags.sort();
    tags
}

/// The shipped article.
fn article() -> Vec<u8> {
    let path = repository().join("fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");
    fs::read(path).expect("the shipped article")
}

/// The rows were written before the engines were run, in the format of the evaluation table; `attache inflect` answers all.
#[test]
fn every_row_of_their_grammar_is_answered() {
    for tag in tags() {
        let rows = fs::read_to_string(Path::new(&folder()).join(&tag).join("grammar.jsonl")).expect("a table of rows");
        let run = Desk::new(&format!("rows-{tag}")).pipe(&rows, &["inflect", "--locales", &folder()]);
        let wanted: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).expect("a row")).collect();
        let given: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).expect("an answer")).collect();
        assert!(wanted.len() >= 60, "{tag}: only {} rows", wanted.len());
        assert_eq!(wanted.len(), given.len(), "{tag}: one answer for each row\n{}", run.err);
        let missed: Vec<String> = wanted
            .iter()
            .zip(&given)
            .filter(|(row, answer)| row["id"] != answer["id"] || row["expected"] != answer["output"])
            .map(|(row, answer)| format!("{row}\n  answered {answer}"))
            .collect();
        assert!(missed.is_empty(), "{tag}: {} of {} missed:\n{}", missed.len(), wanted.len(), missed.join("\n"));
    }
}

/// The shipped article, said in languages that the program was not built with; `tests/tests/brought.rs` says all of them.
#[test]
fn the_shipped_article_is_said_in_them() {
    let arguments = ["digest", "--locales", &folder(), "--to", &tags().join(",")];
    assert_snapshot!(Desk::new("shipped").pipe(article(), &arguments));
}

#[test]
fn a_language_that_is_only_said_is_not_read() {
    let desk = Desk::new("only-said");
    for tag in tags() {
        let run = desk.pipe("Bir cümle.", &["digest", "--locales", &folder(), "--from", &tag]);
        assert_eq!(run.code, 2, "{run}");
        assert!(run.err.contains("is only said"), "{run}");
    }
    let languages = desk.run(&["languages", "--locales", &folder()]);
    assert_eq!(languages.out.matches("(only said)").count(), tags().len(), "{languages}");
}

/// The other folders need not be copied: a folder lies over the built-in ones file by file.
#[test]
fn the_built_in_languages_stay_beside_them() {
    let text = article();
    let desk = Desk::new("beside");
    let plain = desk.pipe(&text, &["digest", "--to", "pt,az"]);
    let beside = desk.pipe(&text, &["digest", "--to", "pt,az", "--locales", &folder()]);
    assert_eq!(plain.out, beside.out);
}

/// Name of the case, its files, and what is told.
type WrongFolder = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const COMPLETE: (&str, &str) = ("locale.toml", "name = 'Xish'\nreads = false\n");
const PARTIAL: (&str, &str) = ("locale.toml", "name = 'Xish'\nreads = false\ncomplete = false\n");
const ALL_OPEN: (&str, &str) = ("messages.ftl", "# gap: *\n");

const WRONG_FOLDERS: &[WrongFolder] = &[
    ("no-message", &[COMPLETE, ("messages.ftl", "place = x\n")], "no message `meet`"),
    ("a-gap-without-a-word", &[PARTIAL, ("messages.ftl", "place = x\n")], "the line `# gap: meet`"),
    ("a-gap-in-a-complete-one", &[COMPLETE, ("messages.ftl", "# gap: meet\n")], "xx/messages.ftl:1:1"),
    ("a-gap-that-is-said", &[PARTIAL, ("messages.ftl", "# gap: *\n# gap: place\nplace = x\n")], "xx/messages.ftl:2:1"),
    ("a-gap-of-nothing", &[PARTIAL, ("messages.ftl", "# gap: *\n# gap: meat\n")], "nobody reads a message `meat`"),
    ("no-patterns", &[("locale.toml", "complete = false\n"), ALL_OPEN], "`reads = false`"),
    ("patterns", &[PARTIAL, ALL_OPEN, ("patterns.toml", "x = 1\n")], "xx/patterns.toml:1:1"),
    ("a-key-of-nothing", &[("locale.toml", "nmae = 'Xish'\n"), ALL_OPEN], "xx/locale.toml:1:1"),
];

/// What is wrong in a folder is told with its place, whatever is wrong.
#[test]
fn what_a_folder_lacks_or_has_too_much_is_told() {
    let desk = Desk::new("wrong-folders");
    let grammar = "[list]\ncomma = ', '\nlast = ' & '\n[forms]\n";
    let (month, day) = ("'m',".repeat(12), "'d',".repeat(7));
    let dates = format!("months = [{month}]\nweekdays = [{day}]\n[forms]\n[ranges]\n");
    for (name, files, told) in WRONG_FOLDERS {
        desk.put(&format!("{name}/xx/grammar.toml"), grammar).put(&format!("{name}/xx/dates.toml"), &dates);
        for (file, text) in *files {
            desk.put(&format!("{name}/xx/{file}"), text);
        }
        let run = desk.pipe("The ministers met.", &["digest", "--to", "xx", "--locales", name]);
        assert!(run.err.contains(told), "{name}: `{told}` is not told\n{run}");
        assert_ne!(run.code, 0, "{name}\n{run}");
    }
}
