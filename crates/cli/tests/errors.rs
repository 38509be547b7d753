//! What the program says when something is wrong with an input, an argument, or a language file.
//!
//! The snapshots are letters to users: read them as one when they change.
#![allow(clippy::disallowed_methods, reason = "a test of a program: it lays out the files that the program reads")]

mod support;

use std::time::{Duration, Instant};

use insta::assert_snapshot;
use support::{Desk, ENGLISH, RUSSIAN, TURKISH};

#[test]
fn a_missing_file() {
    assert_snapshot!(Desk::new("missing").run(&["digest", "nowhere.txt"]));
}

#[test]
fn a_directory() {
    let desk = Desk::new("directory");
    desk.put("news/article.txt", ENGLISH);
    assert_snapshot!(desk.run(&["digest", "news"]));
}

#[test]
fn an_empty_file() {
    let desk = Desk::new("empty");
    desk.put("empty.txt", "").put("blank.txt", " \n\n");
    assert_snapshot!(desk.run(&["digest", "empty.txt", "blank.txt"]));
}

#[test]
fn a_binary_file() {
    let desk = Desk::new("binary");
    desk.put("program", b"\x7fELF\x02\x01\x01\0\0\0\0").put("scan.pdf", "%PDF-1.4\n%\u{e2}\n");
    assert_snapshot!(desk.run(&["digest", "program", "scan.pdf"]));
}

#[test]
fn a_page_without_an_article_and_what_is_not_read() {
    let desk = Desk::new("page");
    desk.put("page.html", "<!DOCTYPE html>\n<html><body><script>x</script></body></html>");
    desk.put("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0").put("photo.jpg", b"\xFF\xD8\xFF\xE0");
    desk.put("feed.xml", "<rss version=\"2.0\"><channel><title>A</title></channel></rss>");
    assert_snapshot!(desk.run(&["digest", "page.html", "old.doc", "photo.jpg", "feed.xml"]));
}

#[test]
fn invalid_utf_8() {
    let desk = Desk::new("utf-8");
    desk.put("latin1.txt", b"Os dois ministros\nreuniram-se em mar\xE7o, em Lisboa.");
    desk.put("utf16.txt", b"\xFF\xFET\0h\0e\0");
    assert_snapshot!(desk.run(&["digest", "latin1.txt", "utf16.txt"]));
}

#[test]
fn a_file_of_100_megabytes_is_refused_at_once() {
    let desk = Desk::new("large");
    desk.put_sparse("archive.txt", 100_000_000);
    let begun = Instant::now();
    let run = desk.run(&["digest", "archive.txt"]);
    assert!(begun.elapsed() < Duration::from_secs(5), "the file is not read: {:?}", begun.elapsed());
    assert_snapshot!(run);
}

#[test]
fn a_pipe_that_is_too_long() {
    assert_snapshot!(Desk::new("long-pipe").pipe("a ".repeat(4_000), &["digest", "--max-input", "1kB"]));
}

#[test]
fn the_limit_can_be_raised() {
    let desk = Desk::new("limit");
    desk.put("article.txt", ENGLISH);
    assert_eq!(desk.run(&["digest", "--max-input", "100", "article.txt"]).code, 1);
    assert_eq!(desk.run(&["digest", "--max-input", "1MiB", "article.txt"]).code, 0);
}

#[test]
fn a_text_in_turkish() {
    assert_snapshot!(Desk::new("turkish").pipe(TURKISH, &["digest"]));
}

#[test]
fn a_text_in_russian() {
    assert_snapshot!(Desk::new("russian").pipe(RUSSIAN, &["digest"]));
}

#[test]
fn an_article_of_one_word() {
    assert_snapshot!(Desk::new("one-word").pipe("Baku", &["digest"]));
}

#[test]
fn a_language_can_be_forced() {
    let run = Desk::new("forced").pipe(TURKISH, &["digest", "--from", "az"]);
    assert_eq!(run.code, 0, "{run}");
}

#[test]
fn an_unknown_target_language() {
    assert_snapshot!(Desk::new("to").pipe(ENGLISH, &["digest", "--to", "en,ptbr"]));
}

#[test]
fn a_target_language_that_is_like_none() {
    assert_snapshot!(Desk::new("to-none").pipe(ENGLISH, &["digest", "--to", "zu"]));
}

#[test]
fn an_unknown_source_language() {
    assert_snapshot!(Desk::new("from").pipe(ENGLISH, &["digest", "--from", "english"]));
}

#[test]
fn a_date_that_the_calendar_does_not_have() {
    assert_snapshot!(Desk::new("date").pipe(ENGLISH, &["digest", "--published", "2024-02-30"]));
}

#[test]
fn a_size_that_is_none() {
    assert_snapshot!(Desk::new("size").pipe(ENGLISH, &["digest", "--max-input", "huge"]));
}

#[test]
fn a_broken_language_file() {
    let desk = Desk::new("broken");
    desk.put("mine/az/locale.toml", "# names\nname = Azerbaijani\n");
    assert_snapshot!(desk.pipe(ENGLISH, &["digest", "--locales", "mine"]));
}

#[test]
fn a_folder_without_languages() {
    let desk = Desk::new("no-languages");
    desk.put("mine/readme.txt", "nothing here");
    assert_snapshot!(desk.pipe(ENGLISH, &["digest", "--locales", "mine"]));
    assert_snapshot!(desk.pipe(ENGLISH, &["digest", "--locales", "yours"]));
}

#[test]
fn json_that_is_no_digest() {
    let desk = Desk::new("no-digest");
    desk.put("old.json", r#"{"schema": "attache.digest/0"}"#);
    desk.put("other.json", r#"{"name": "a"}"#).put("half.json", r#"{"schema": "attache.digest/1", "#);
    desk.put("hollow.json", r#"{"schema": "attache.digest/1"}"#).put("article.txt", ENGLISH);
    let files = ["old.json", "other.json", "half.json", "hollow.json", "article.txt"];
    assert_snapshot!(desk.run(&["render", files[0], files[1], files[2], files[3], files[4]]));
}

#[test]
fn one_failure_does_not_stop_the_others() {
    let desk = Desk::new("others");
    desk.put("first.txt", ENGLISH).put("last.txt", ENGLISH).put("empty.txt", "");
    let run = desk.run(&["digest", "--to", "en", "first.txt", "empty.txt", "nowhere.txt", "last.txt"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("==> first.txt <==") && run.out.contains("==> last.txt <=="), "{run}");
    assert_eq!(run.err.lines().filter(|line| line.contains(".txt: ")).count(), 2, "{run}");
}

#[test]
fn among_json_lines_a_failure_is_a_line_too() {
    let desk = Desk::new("json-lines");
    desk.put("empty.txt", "").put("article.txt", ENGLISH);
    let run = desk.run(&["digest", "--format", "jsonl", "empty.txt", "article.txt"]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(lines.len(), 2, "{run}");
    assert_snapshot!(lines[0], @r#"{"schema":"attache.error/1","id":"empty.txt","error":{"code":"empty","message":"holds no text","hint":"pass the text of an article"}}"#);
    assert!(lines[1].starts_with(r#"{"schema":"attache.digest/1","id":"article.txt""#), "{run}");
}

#[test]
fn a_command_that_is_none() {
    assert_snapshot!(Desk::new("command").run(&["digset"]));
}
