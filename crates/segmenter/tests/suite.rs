//! Runs the cases that linguists write, `tests/suite/segmentation/<tag>.txt`, each with the segmenter of its tag.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "the suites are files; a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use attache_segmenter::Segmenter;

/// A text and the sentences that it should be cut into.
struct Case {
    line: usize,
    text: String,
    sentences: Vec<String>,
}

#[test]
fn suites() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/segmentation");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty(), "no suites in {}", folder.display());
    let failures: Vec<String> = files.iter().flat_map(|path| failures_in(path)).collect();
    assert!(failures.is_empty(), "{} cases fail\n\n{}", failures.len(), failures.join("\n\n"));
}

fn failures_in(path: &Path) -> Vec<String> {
    let tag = path.file_stem().unwrap().to_str().unwrap();
    let segmenter = Segmenter::builtin(tag).unwrap_or_else(|| panic!("{}: no language `{tag}`", path.display()));
    let cases = read_cases(&fs::read_to_string(path).unwrap());
    assert!(cases.len() >= 20, "{}: only {} cases were read", path.display(), cases.len());
    let name = format!("tests/suite/segmentation/{tag}.txt");
    cases.iter().filter_map(|case| failure(&segmenter, case, &name)).collect()
}

fn failure(segmenter: &Segmenter, case: &Case, name: &str) -> Option<String> {
    let found: Vec<&str> = segmenter.segments(&case.text).map(|segment| &case.text[segment.span]).collect();
    if found == case.sentences {
        return None;
    }
    let show = |sentences: &[&str]| {
        sentences.iter().map(|s| format!("    | {}", on_one_line(s))).collect::<Vec<_>>().join("\n")
    };
    let expected: Vec<&str> = case.sentences.iter().map(String::as_str).collect();
    let advice = "mend a list in locales/<tag>/segmentation.toml, or the rule in crates/segmenter/src/boundary.rs";
    let (line, expected, found) = (case.line, show(&expected), show(&found));
    Some(format!("{name}:{line}\n  expected\n{expected}\n  found\n{found}\n  = help: {advice}"))
}

fn on_one_line(sentence: &str) -> String {
    sentence.replace('\n', "\\n")
}

/// Cases stand between blank lines. Lines that begin with `|` are the sentences expected, the lines before them the text;
/// `\n` stands for a line break in both, and a line `# …` is a remark.
fn read_cases(suite: &str) -> Vec<Case> {
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

#[test]
fn a_case_is_read_as_the_header_of_a_suite_says() {
    let cases = read_cases("# a remark\n\nOne. Two.\n| One.\n| Two.\n\nDr. Reis\n");
    assert_eq!(cases.iter().map(|case| case.line).collect::<Vec<_>>(), [3, 7]);
    assert_eq!(cases[0].sentences, ["One.", "Two."]);
    assert_eq!(cases[1].sentences, ["Dr. Reis"]);
}
