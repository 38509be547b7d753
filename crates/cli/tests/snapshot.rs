//! `attache snapshot`: what is new, changed, orphaned; what is shown of a change, and what is written.

mod support;

use insta::assert_snapshot;
use support::{Desk, ENGLISH, PORTUGUESE, TURKISH};

/// A desk with a folder of articles whose digests are kept.
fn kept(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("news/meeting.txt", ENGLISH).put("news/reunião.txt", PORTUGUESE).put("news/turkish.txt", TURKISH);
    let run = desk.run(&["snapshot", "news"]);
    assert_eq!((run.code, run.out.lines().last()), (0, Some("3 new")), "{run}");
    desk
}

#[test]
fn a_kept_digest_is_made_to_be_read() {
    let desk = kept("snapshot-form");
    assert_snapshot!(desk.get("news/meeting.txt.snap"));
    assert!(desk.get("news/turkish.txt.snap").starts_with("refused: looks like Turkish"), "a refusal is kept too");
}

#[test]
fn what_is_the_same_is_passed_over() {
    let desk = kept("snapshot-same");
    // A checkout with Windows line ends is no change.
    let windows = desk.get("news/meeting.txt.snap").replace('\n', "\r\n");
    desk.put("news/meeting.txt.snap", windows);
    for how in [&[][..], &["--check"], &["--update"]] {
        let run = desk.run(&[&["snapshot", "news"], how].concat());
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "3 unchanged\n", ""), "{run}");
    }
}

#[test]
fn new_changed_and_orphaned_are_told_apart() {
    let desk = kept("snapshot-fates");
    desk.put("news/meeting.txt", ENGLISH.replace("energy, trade and transport", "energy and education"));
    desk.put("news/late.txt", ENGLISH).put("news/gone.txt.snap", "language: en\n");
    let run = desk.run(&["snapshot", "news", "--check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run);
    assert_eq!(desk.get("news/late.txt.snap"), "", "--check writes nothing");

    // Without an option what is new is kept, and nothing that was kept is touched.
    let before = desk.get("news/meeting.txt.snap");
    assert_eq!(desk.run(&["snapshot", "news"]).code, 1);
    assert_eq!(desk.get("news/meeting.txt.snap"), before);
    assert_ne!(desk.get("news/late.txt.snap"), "");

    let run = desk.run(&["snapshot", "news", "--update"]);
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(desk.get("news/gone.txt.snap"), "");
    assert_eq!(desk.run(&["snapshot", "news", "--check"]).out, "4 unchanged\n");
}

#[test]
fn whoever_edits_a_language_sees_what_it_did() {
    let desk = kept("snapshot-lexicon");
    let run = desk.run(&["snapshot", "news", "--check", "--to", "en,pt"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("  az (missing)\n"), "{run}");
    let run = desk.run(&["snapshot", "news", "--check", "--to", "en,pt-BR,az,pt"]);
    assert!(run.out.contains("  pt-BR (new)\n"), "{run}");
}

#[test]
fn the_digests_beside_the_examples_are_those_of_today() {
    let articles = concat!(env!("CARGO_MANIFEST_DIR"), "/../attache/examples/articles");
    let run = Desk::new("snapshot-examples").run(&["snapshot", articles, "--check"]);
    assert_eq!(run.code, 0, "{run}");
}

#[test]
fn a_folder_that_is_none() {
    let desk = Desk::new("snapshot-none");
    desk.put("article.txt", ENGLISH);
    assert_snapshot!(desk.run(&["snapshot", "nowhere"]), @r"
    exit 2
    --- standard output
    --- standard error
    attache: nowhere: there is no such folder
    ");
    assert_snapshot!(desk.run(&["snapshot", "article.txt"]), @r"
    exit 2
    --- standard output
    --- standard error
    attache: article.txt: is no folder; name the one that the articles lie in
    ");
}
