//! Runs `tests/suite/reading/<tag>/*.txt`: sentences and the events that must be read in them.
//!
//! The form of a case, and how to run a part of them, stands in `tests/suite/reading/README.md`. A failure names file and line, and prints what was read in
//! the notation of the file.
#![allow(clippy::disallowed_methods, reason = "a test may read its own cases")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attache_locales::{Locales, is_data_file};
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
    let summarizer = summarizer();
    let mut failures = String::new();
    let mut cases = 0;
    for (name, path) in suites() {
        let (tag, _) = name.split_once('/').expect("the folder of a language");
        let text = std::fs::read_to_string(&path).expect("a readable suite");
        for case in parse(&text) {
            cases += 1;
            let article = Article {
                language: Some(tag.to_owned()),
                published: Some(case.published.parse().expect("a date after `published:`")),
                ..Article::from_text(case.text.as_str())
            };
            let mut read = summarizer.annotate(&article);
            // The main event stands before all others; which it is, is no matter of a sentence.
            read.events.sort_by_key(|event| event.evidence.first().map(|trigger| trigger.start));
            let asks = |slot: &str| case.expected.iter().any(|line| line.contains(slot));
            let shown = Shown { manner: asks("| manner: "), ties: asks("| ties: "), others: asks("| others: ") };
            let found: Vec<String> = read.events.iter().map(|event| describe(event, &read, shown)).collect();
            if found != case.expected {
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
    assert!(cases > 0, "there are no such cases under tests/suite/reading");
    assert!(failures.is_empty(), "{failures}");
}

/// With the built-in languages, or with those that the caller's folder has.
fn summarizer() -> Summarizer {
    let mut builder = Summarizer::builder();
    if let Some(folder) = folders() {
        let mut locales = Locales::builtin();
        for tag in entries(&folder).filter(|path| path.is_dir()) {
            let name = |path: &Path| path.strip_prefix(&tag).expect("a file of the folder").display().to_string();
            let files =
                entries(&tag).flat_map(|path| if path.is_dir() { entries(&path).collect() } else { vec![path] });
            for path in files.filter(|path| path.is_file() && is_data_file(&name(path))) {
                if let Ok(text) = std::fs::read_to_string(&path) {
                    locales.insert(&tag.file_name().expect("a tag").to_string_lossy(), &name(&path), text);
                }
            }
        }
        builder = builder.locales(locales);
    }
    builder.build().expect("the languages are sound")
}

/// The language folders that the caller wants read, seen from the top of the project.
fn folders() -> Option<PathBuf> {
    std::env::var_os("ATTACHE_LOCALES").map(|folder| top().join(folder))
}

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder entry").path())
        .collect();
    paths.sort();
    paths.into_iter()
}

/// The suites that are asked for, as `en/sign.txt`, with their paths.
fn suites() -> Vec<(String, PathBuf)> {
    let wanted = std::env::var("ATTACHE_SUITE").unwrap_or_default();
    // The suites beside those folders, which may stand in another copy of the project.
    let top = folders().and_then(|folder| Some(folder.parent()?.to_owned())).unwrap_or_else(top);
    let folder = top.join("tests/suite/reading");
    let files = entries(&folder).filter(|path| path.is_dir()).flat_map(|tag| entries(&tag));
    files
        .map(|path| (path.strip_prefix(&folder).expect("a file of the folder").display().to_string(), path))
        .filter(|(name, _)| name.ends_with(".txt") && name.contains(&wanted))
        .collect()
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

/// Slots that are shown only where the case names them.
#[derive(Clone, Copy)]
struct Shown {
    manner: bool,
    ties: bool,
    others: bool,
}

/// `meet done | agents: Priit Laanemäe (foreign-minister EE) | when: 2031-05-04 | topics: trade, energy`
fn describe(event: &Event, read: &Annotations, shown: Shown) -> String {
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
    if shown.others {
        slot("others", actors(&event.others, read));
    }
    if shown.ties {
        let ties = event.topics.iter().flat_map(|topic| {
            topic.complements.iter().map(|c| [topic.concept.key(), c.relation.key(), c.concept.key()].join(" "))
        });
        slot("ties", ties.collect::<Vec<_>>().join(", "));
    }
    if shown.manner {
        slot("manner", event.manner.as_ref().map_or(String::new(), |manner| manner.key().to_owned()));
    }
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
