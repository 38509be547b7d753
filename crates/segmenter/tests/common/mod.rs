//! Reads a suite and says which of its cases fail. Names of files go from the root of the repository.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "the suites are files; a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use attache_segmenter::Segmenter;

/// A text and the sentences that it should be cut into.
pub(crate) struct Case {
    pub(crate) line: usize,
    pub(crate) text: String,
    pub(crate) sentences: Vec<String>,
}

/// What stands in a folder, in order.
pub(crate) fn names_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(path_of(folder)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

pub(crate) fn read(name: &str) -> String {
    fs::read_to_string(path_of(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn path_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The cases of a suite that fail, each with advice to its reader: `profile` is where the words stand.
pub(crate) fn failures_in(suite: &str, profile: &str, at_least: usize, segmenter: &Segmenter) -> Vec<String> {
    let cases = read_cases(&read(suite));
    assert!(cases.len() >= at_least, "{suite}: only {} cases were read", cases.len());
    let advice = format!("mend a list in {profile}, or the rule in crates/segmenter/src/boundary.rs");
    let report = |case| failure(segmenter, case).map(|failure| format!("{suite}:{failure}\n  = help: {advice}"));
    cases.iter().filter_map(report).collect()
}

/// Panics with all failures of all suites.
pub(crate) fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} cases fail\n\n{}", failures.len(), failures.join("\n\n"));
}

fn failure(segmenter: &Segmenter, case: &Case) -> Option<String> {
    let found: Vec<&str> = segmenter.segments(&case.text).map(|segment| &case.text[segment.span]).collect();
    if found == case.sentences {
        return None;
    }
    let show = |sentences: &[&str]| {
        sentences.iter().map(|s| format!("    | {}", on_one_line(s))).collect::<Vec<_>>().join("\n")
    };
    let expected: Vec<&str> = case.sentences.iter().map(String::as_str).collect();
    let (line, expected, found) = (case.line, show(&expected), show(&found));
    Some(format!("{line}\n  expected\n{expected}\n  found\n{found}"))
}

fn on_one_line(sentence: &str) -> String {
    sentence.replace('\n', "\\n")
}

/// Cases stand between blank lines. Lines that begin with `|` are the sentences expected, the lines before them the text;
/// `\n` stands for a line break in both, and a line `# …` is a remark.
pub(crate) fn read_cases(suite: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut case = Case { line: 0, text: String::new(), sentences: Vec::new() };
    for (number, line) in (1..).zip(suite.lines().chain([""])) {
        let line = line.trim_end();
        if line.is_empty() {
            if !case.text.is_empty() {
                cases.push(finished(case, number));
            }
            case = Case { line: number + 1, text: String::new(), sentences: Vec::new() };
        } else if let Some(sentence) = line.strip_prefix('|') {
            case.sentences.push(sentence.trim().replace("\\n", "\n"));
        } else if !line.starts_with("# ") && line != "#" {
            if case.text.is_empty() {
                case.line = number;
            } else {
                case.text.push('\n');
            }
            case.text.push_str(&line.replace("\\n", "\n"));
        }
    }
    cases
}

/// A case without sentences stays whole: that is the short way to write what must not be cut.
fn finished(mut case: Case, number: usize) -> Case {
    if case.sentences.is_empty() {
        case.sentences.push(case.text.clone());
    }
    let (joined, text) = (case.sentences.concat(), &case.text);
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert!(
        letters(&joined) == letters(text),
        "the case that ends on line {number}: the sentences do not make up the text"
    );
    case
}
