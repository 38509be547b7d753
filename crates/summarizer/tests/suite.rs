//! Runs `tests/suite/reading/<tag>.txt`: sentences and the events that must be read in them.
//!
//! The form of a case is explained at the top of each file. A failure names file and line, and prints what was read in
//! the notation of the file.
#![allow(clippy::disallowed_methods, reason = "a test may read its own cases")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attache_schema::{Actor, Annotations, Article, Event, Status};
use attache_summarizer::Summarizer;

const PUBLISHED: &str = "2031-05-05";

struct Case {
    line: usize,
    published: String,
    text: String,
    expected: Vec<String>,
}

#[test]
fn every_sentence_gives_its_events() {
    let summarizer = Summarizer::builder().build().expect("the built-in languages are sound");
    let mut failures = String::new();
    let mut cases = 0;
    for path in suites() {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).expect("a language tag").to_owned();
        let text = std::fs::read_to_string(&path).expect("a readable suite");
        for case in parse(&text) {
            cases += 1;
            let article = Article {
                language: Some(tag.clone()),
                published: Some(case.published.parse().expect("a date after `published:`")),
                ..Article::from_text(case.text.as_str())
            };
            let read = summarizer.annotate(&article);
            let found: Vec<String> = read.events.iter().map(|event| describe(event, &read)).collect();
            if found != case.expected {
                let name = path.file_name().expect("a file").to_string_lossy();
                writeln!(failures, "tests/suite/reading/{name}:{}: {}", case.line, case.text)
                    .expect("writing to a string");
                for line in &case.expected {
                    writeln!(failures, "  expected -> {line}").expect("writing to a string");
                }
                for line in &found {
                    writeln!(failures, "  read     -> {line}").expect("writing to a string");
                }
            }
        }
    }
    assert!(cases > 0, "there are no cases under tests/suite/reading");
    assert!(failures.is_empty(), "{failures}");
}

fn suites() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/reading");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("tests/suite/reading")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut published = PUBLISHED.to_owned();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            published = PUBLISHED.to_owned();
        } else if let Some(date) = line.strip_prefix("published:") {
            date.trim().clone_into(&mut published);
        } else if let Some(event) = line.strip_prefix("->") {
            let case = cases.last_mut().expect("a sentence before its events");
            if event.trim() != "-" {
                case.expected.push(event.trim().to_owned());
            }
        } else {
            let text = line.replace(" // ", "\n\n");
            cases.push(Case { line: index + 1, published: published.clone(), text, expected: Vec::new() });
        }
    }
    cases
}

/// `meet done | agents: Priit Laanemäe (foreign-minister EE) | when: 2031-05-04 | topics: trade, energy`
fn describe(event: &Event, read: &Annotations) -> String {
    let status = match event.status {
        Status::Done => "done",
        Status::Underway => "underway",
        Status::Planned => "planned",
    };
    let mut line = format!("{} {status}", event.kind.key());
    let mut slot = |name: &str, value: String| {
        if !value.is_empty() {
            write!(line, " | {name}: {value}").expect("writing to a string");
        }
    };
    slot("agents", actors(&event.agents, read));
    slot("targets", actors(&event.targets, read));
    slot(
        "when",
        event.when.as_ref().map_or(String::new(), |when| match when.end {
            Some(end) => format!("{}/{end}", when.start),
            None => when.start.to_string(),
        }),
    );
    slot("place", event.place.as_ref().map_or(String::new(), |place| place.concept.key().to_owned()));
    slot(
        "frame",
        event.frame.as_ref().map_or(String::new(), |frame| {
            let mut parts = vec![frame.relation.key().to_owned(), frame.concept.key().to_owned()];
            parts.extend(frame.ordinal.map(|ordinal| ordinal.to_string()));
            parts.extend(frame.owner.as_ref().map(|owner| owner.key().to_owned()));
            parts.join(" ")
        }),
    );
    slot("document", event.document.as_ref().map_or(String::new(), |document| document.concept.key().to_owned()));
    let topics: Vec<&str> = event.topics.iter().map(|topic| topic.concept.key()).collect();
    slot("topics", topics.join(", "));
    line
}

fn actors(actors: &[Actor], read: &Annotations) -> String {
    let one = |actor: &Actor| match actor.person {
        Some(person) => {
            let person = &read.people[person];
            let office = [&person.role, &person.country, &person.org, &person.host];
            let office: Vec<&str> = office.into_iter().flatten().map(|concept| concept.key()).collect();
            if office.is_empty() { person.name.clone() } else { format!("{} ({})", person.name, office.join(" ")) }
        }
        None => {
            let parts = [&actor.role, &actor.country, &actor.org];
            let parts: Vec<&str> = parts.into_iter().flatten().map(|concept| concept.key()).collect();
            format!("({})", parts.join(" "))
        }
    };
    actors.iter().map(one).collect::<Vec<_>>().join(" & ")
}
