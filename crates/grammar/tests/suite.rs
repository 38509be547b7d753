//! Asks for the forms that linguists write down, `tests/suite/grammar/<tag>.txt`, each in the language of its tag.
#![cfg(feature = "builtin")]
#![allow(clippy::disallowed_methods, reason = "a test reads the files that it is about")]

use std::fs;
use std::path::Path;

use attache_grammar::{Inflector, Question};
use attache_locales::Locales;
use serde_json::{Map, Value, json};

const FOLDER: &str = "../../tests/suite/grammar";

/// A word, what is asked of it, and the right answer.
struct Case {
    line: usize,
    question: Question,
    expected: String,
}

#[test]
fn every_word_has_the_form_that_was_written_down() {
    let inflector = Inflector::load(&Locales::builtin()).unwrap_or_else(|error| panic!("{error}"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let files = fs::read_dir(&folder).expect("the suite is there").filter_map(Result::ok).map(|file| file.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    let mut wrong = Vec::new();
    for path in &files {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).expect("a file is named after its language");
        let text = fs::read_to_string(path).expect("readable");
        let cases = read(tag, &text);
        assert!(!cases.is_empty(), "{tag}.txt holds no word");
        for Case { line, question, expected } in cases {
            let answer = inflector.answer(&question);
            if answer.as_ref() != Ok(&expected) {
                wrong.push(format!("{tag}.txt:{line}: `{expected}` is right, the answer was {answer:?}"));
            }
        }
    }
    assert!(files.len() > 2, "there is a file for each language");
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn read(tag: &str, text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let (mut function, mut shared) = (String::new(), Map::new());
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let (name, args) = heading.split_once(": ").unwrap_or((heading, ""));
            (function, shared) = (name.to_owned(), arguments(args));
            continue;
        }
        let (asked, expected) = line.split_once(" -> ").unwrap_or_else(|| panic!("{tag}.txt:{}: no ` -> `", at + 1));
        let (word, own) = asked.split_once(" | ").unwrap_or((asked, ""));
        let args: Map<String, Value> = shared.clone().into_iter().chain(arguments(own)).collect();
        let members: Vec<&str> = word.split(" + ").collect();
        let input = if members.len() > 1 { json!(members) } else { json!(word) };
        let question = json!({ "id": at.to_string(), "lang": tag, "function": function, "input": input, "args": args });
        let question = serde_json::from_value(question).expect("a question");
        cases.push(Case { line: at + 1, question, expected: expected.to_owned() });
    }
    cases
}

/// `case=dat; poss3; soft=no`
fn arguments(text: &str) -> Map<String, Value> {
    let argument = |part: &str| match part.split_once('=') {
        None => (part.to_owned(), json!(true)),
        Some((key, "no")) => (key.to_owned(), json!(false)),
        Some((key, value)) => (key.to_owned(), json!(value)),
    };
    text.split("; ").filter(|part| !part.is_empty()).map(argument).collect()
}
