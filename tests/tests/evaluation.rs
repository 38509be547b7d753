//! The evaluation sets in `../shared/eval`, which are not shipped: where they are missing, a line says so.
//!
//! `cargo test -p attache-tests --test evaluation -- --nocapture` prints the figures. Minima may only rise.
#![allow(clippy::print_stdout, reason = "the figures are what these tests are for")]
#![allow(clippy::disallowed_methods, reason = "a test package reads the files that it is about")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use attache::{Article, Attache, Segmenter};
use attache_tests::{shared, skipped};
use serde_json::Value;

/// Cases whose sentences are all right, in thousandths, per language.
const SEGMENTATION: &[(&str, u64)] = &[("en", 970), ("pt", 1000), ("az", 1000)];

#[test]
fn hard_cases_of_segmentation() {
    let Some(folder) = shared("eval/segmentation/dev") else { return };
    for (tag, least) in SEGMENTATION {
        let segmenter = Segmenter::builtin(tag).expect("a built-in language");
        let cases = rows(&folder.join(format!("{tag}.jsonl")));
        let right = cases.iter().filter(|case| is_cut_right(&segmenter, case)).count();
        let figure = (right * 1000 / cases.len()) as u64;
        println!("segmentation {tag}: {right} of {} cases exact", cases.len());
        assert!(figure >= *least, "segmentation {tag}: {figure} thousandths, at least {least} are asked");
    }
}

fn is_cut_right(segmenter: &Segmenter, case: &Value) -> bool {
    let text = case["text"].as_str().unwrap_or("");
    let wanted: Vec<&str> = strings(&case["sentences"]).collect();
    segmenter.segments(text).map(|segment| text[segment.span].trim()).eq(wanted)
}

/// The same news in four languages: the language of each is found.
#[test]
fn the_language_of_parallel_news() {
    let Some(file) = shared("eval/summarization/dev/ntrex.jsonl") else { return };
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let cases = rows(&file);
    assert!(!cases.is_empty(), "{} is empty", file.display());
    let plain = |tag: &str| tag.split('-').next().unwrap_or("").to_owned();
    for case in &cases {
        let (tag, text) = (case["lang"].as_str().unwrap_or(""), case["text"].as_str().unwrap_or(""));
        let found = attache.detect(text).tag;
        // The variant may stay open, the language may not, and the other variant would be wrong.
        assert!(found == tag || found == plain(tag), "{}: {found}", case["id"]);
    }
    println!("language: {} of {} texts", cases.len(), cases.len());
}

/// Texts that are not about diplomacy go through without a panic, and a digest is no longer than it may be.
#[test]
fn foreign_texts_go_through() {
    let Some(folder) = shared("eval/summarization/dev") else { return };
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let tags: BTreeSet<String> = attache.languages().iter().map(|language| language.tag().to_owned()).collect();
    for case in rows(&folder.join("ntrex.jsonl")).iter().chain(&rows(&folder.join("gum_wikinews.jsonl"))) {
        let article = Article::from_text(case["text"].as_str().unwrap_or(""));
        let brief = attache.brief(&article, tags.iter().map(String::as_str));
        assert_eq!(brief.rendered.len(), tags.len(), "{}", case["id"]);
        for (tag, rendered) in &brief.rendered {
            let said = rendered.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            assert!(said <= attache::MAX_WORDS, "{} in {tag}: {said} words", case["id"]);
        }
    }
}

/// The least lenient scores of the grammar table, in thousandths, per language.
const GRAMMAR: &[(&str, u64)] = &[("az", 1000), ("pt", 1000), ("en", 1000)];

/// Runs the example `inflect_jsonl` of `crates/grammar`, which `cargo test --workspace` has built.
#[test]
fn the_table_of_inflected_words() {
    let Some(file) = shared("eval/grammar/dev.jsonl") else { return };
    let Some(program) = program() else {
        skipped("the example `inflect_jsonl` is not built; run `cargo test --workspace`");
        return;
    };
    let wanted = rows(&file);
    let rows_in = fs::File::open(&file).expect("the table opens");
    let output = std::process::Command::new(program).stdin(rows_in).output().expect("the program runs");
    let answers: Vec<Value> =
        String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers.len(), wanted.len(), "one answer per row: {}", String::from_utf8_lossy(&output.stderr));
    for (tag, least) in GRAMMAR {
        let rows: Vec<(&Value, &Value)> = wanted.iter().zip(&answers).filter(|(row, _)| row["lang"] == *tag).collect();
        let strict = rows.iter().filter(|(row, answer)| answer["output"] == row["expected"]).count();
        let lenient = rows.iter().filter(|(row, answer)| accepts(row, &answer["output"])).count();
        let figure = (lenient * 1000 / rows.len()) as u64;
        println!("grammar {tag}: {strict} strict, {lenient} lenient of {}", rows.len());
        assert!(figure >= *least, "grammar {tag}: {figure} thousandths, at least {least} are asked");
    }
}

fn accepts(row: &Value, output: &Value) -> bool {
    row["expected"] == *output || row["also"].as_array().is_some_and(|also| also.contains(output))
}

/// The program beside this test: `target/<profile>/examples/inflect_jsonl`.
fn program() -> Option<PathBuf> {
    let here = std::env::current_exe().ok()?;
    let path = here.parent()?.parent()?.join(format!("examples/inflect_jsonl{}", std::env::consts::EXE_SUFFIX));
    path.is_file().then_some(path)
}

fn rows(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).expect("a row is JSON"))
        .collect()
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}
