//! `attache brief` and `attache explain`: a morning's articles to a file, and what is said when something is wrong.
#![allow(clippy::disallowed_methods, reason = "a test of a program: it lays out the files that the program reads")]

mod support;

use std::path::Path;

use insta::assert_snapshot;
use support::{Desk, ENGLISH};

const MORNING: &str = include_str!("../../../fixtures/briefs/morning/articles.jsonl");
const PROFILE: &str = include_str!("../../../fixtures/profiles/portugal-in-baku.toml");

/// A desk with the morning's articles and the profile of a house.
fn morning(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("morning.jsonl", MORNING).put("house.toml", PROFILE);
    desk
}

#[test]
fn the_morning_as_text() {
    let desk = morning("brief-text");
    let arguments = ["brief", "--profile", "house.toml", "--date", "2031-03-06", "--to", "en", "morning.jsonl"];
    assert_snapshot!(desk.run(&arguments));
}

#[test]
fn what_the_profile_did() {
    let desk = morning("brief-explain");
    let arguments = ["explain", "--profile", "house.toml", "--date", "2031-03-06", "--to", "en", "morning.jsonl"];
    assert_snapshot!(desk.run(&arguments));
}

#[test]
fn every_format_is_written_by_the_ending_of_the_file() {
    let desk = morning("brief-formats");
    let beginnings: [(&str, &[u8]); 7] = [
        ("b.txt", "Embaixada".as_bytes()),
        ("b.md", b""),
        ("b.html", b"<!"),
        ("b.docx", b"PK"),
        ("b.pdf", b"%PDF"),
        ("b.eml", b""),
        ("b.json", b"{"),
    ];
    for (name, beginning) in beginnings {
        let run = desk.run(&["brief", "--profile", "house.toml", "-o", name, "morning.jsonl"]);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
        let written = desk.read(name);
        assert!(written.starts_with(beginning) && !written.is_empty(), "{name}");
    }
    let json: serde_json::Value = serde_json::from_slice(&desk.read("b.json")).expect("it is JSON");
    assert_eq!(json["editions"].as_array().map(Vec::len), Some(3));
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let desk = morning("brief-twice");
    let run = || desk.run(&["brief", "--format", "json", "--focus", "PT", "morning.jsonl"]).out;
    assert_eq!(run(), run());
}

#[test]
fn a_file_that_is_there_stays_unless_forced() {
    let desk = morning("brief-force");
    desk.put("taken.html", "mine");
    let refused = desk.run(&["brief", "-o", "taken.html", "morning.jsonl"]);
    assert_eq!(desk.read("taken.html"), b"mine");
    let forced = desk.run(&["brief", "-o", "taken.html", "--force", "morning.jsonl"]);
    assert_ne!(desk.read("taken.html"), b"mine");
    assert_snapshot!(format!("{refused}\n{forced}"));
}

/// The shell lets no file grow over half a kilobyte, and the program is told so, as on a disk that is full.
#[test]
#[cfg(unix)]
fn what_cannot_be_written_whole_leaves_what_was_there() {
    let desk = morning("brief-full");
    desk.put("kept.html", "mine").put("day/a.txt", ENGLISH).put("day/a.txt.snap", "mine");
    for (arguments, kept) in [
        (&["brief", "morning.jsonl", "--force", "-o", "kept.html"][..], "kept.html"),
        (&["snapshot", "day", "--update"], "day/a.txt.snap"),
    ] {
        let run = desk.cramped(arguments);
        assert!(run.code == 1 && run.err.contains(&format!("attache: {kept}: cannot be written: ")), "{run}");
        assert_eq!(desk.get(kept), "mine");
        let beside = desk.names(Path::new(kept).parent().expect("a file lies in a folder"));
        assert!(!beside.iter().any(|name| name.ends_with(".part")), "{beside:?}");
    }
}

#[test]
fn one_bad_input_costs_a_message_and_the_rest_is_made() {
    let desk = morning("brief-bad");
    desk.put("empty.txt", "");
    let run = desk.run(&["brief", "--to", "en", "nowhere.txt", "empty.txt", "morning.jsonl"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("met with Portugal's Minister"), "{}", run.out);
    assert_snapshot!(run.err);
}

#[test]
fn what_is_said_of_wrong_arguments() {
    let desk = morning("brief-wrong");
    desk.put("wrong.toml", "home = \"PT\"\nstorys = 5\n");
    let runs = [
        desk.run(&["brief", "--profile", "wrong.toml", "morning.jsonl"]),
        desk.run(&["brief", "--profile", "nowhere.toml", "morning.jsonl"]),
        desk.run(&["brief", "--focus", "org/ocse", "morning.jsonl"]),
        desk.run(&["brief", "--to", "xx", "morning.jsonl"]),
        desk.run(&["brief", "-o", "b.xyz", "morning.jsonl"]),
        desk.run(&["brief", "-o", "nowhere/b.html", "morning.jsonl"]),
        desk.run(&["brief", "--format", "papyrus", "morning.jsonl"]),
    ];
    assert_snapshot!(runs.map(|run| run.to_string()).join("\n"));
}

#[test]
fn help_tells_what_a_brief_is() {
    let desk = Desk::new("brief-help");
    assert_snapshot!(desk.run(&["brief", "--help"]));
}

#[test]
fn the_profile_to_begin_with_can_be_used_as_it_is() {
    let desk = morning("brief-profile");
    let profile = desk.run(&["profile"]);
    assert_eq!(profile.out, PROFILE);
    desk.put("mine.toml", profile.out);
    let run = desk.run(&["brief", "--profile", "mine.toml", "--to", "en", "morning.jsonl"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run}");
    assert!(run.out.starts_with("Embaixada de Portugal"), "{run}");
}
