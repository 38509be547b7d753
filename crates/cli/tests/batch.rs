//! A heap of articles: order, failures, interrupted runs, and how much memory a stream takes.
#![allow(
    clippy::disallowed_methods,
    reason = "a test of a program: it lays out files, kills the program, and looks at what is left"
)]

mod support;

use std::fs;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use support::{Desk, ENGLISH, PORTUGUESE, Run};

/// Records of two articles in turn.
fn records(number: usize) -> String {
    (0..number).map(|at| record(&format!("n{at}"), if at % 2 == 0 { ENGLISH } else { PORTUGUESE })).collect()
}

fn record(id: &str, text: &str) -> String {
    format!("{}\n", serde_json::json!({ "id": id, "text": text, "desk": "north" }))
}

fn ids(lines: &str) -> Vec<String> {
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON")["id"].clone();
    lines.lines().map(|line| id(line).as_str().unwrap_or("none").to_owned()).collect()
}

const LINES: [&str; 5] = ["digest", "--to", "en,pt,az", "--format", "jsonl"];

fn digest(desk: &Desk, more: &[&str]) -> Run {
    desk.run(&[&LINES, more].concat())
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes_in_the_same_order() {
    let desk = Desk::new("batch-jobs");
    // A failure, a blank line and Windows line ends among them.
    let rows = records(30) + "\n{\"id\": \"torn\", \"text\n" + &records(9).replace('\n', "\r\n");
    desk.put("articles.jsonl", rows).put("one.txt", ENGLISH).put("two.txt", PORTUGUESE);
    let inputs = ["one.txt", "articles.jsonl", "two.txt"];
    let alone = digest(&desk, &[&["--jobs", "1"], &inputs[..]].concat());
    assert_eq!(alone.code, 1, "{alone}");
    let found = ids(&alone.out);
    assert_eq!(found.len(), 42);
    assert_eq!((found[0].as_str(), found[1].as_str(), found[41].as_str()), ("one.txt", "n0", "two.txt"));
    assert_eq!((found[30].as_str(), found[31].as_str(), found[32].as_str()), ("n29", "articles.jsonl:32", "n0"));
    for jobs in ["2", "4", "13"] {
        let together = digest(&desk, &[&["--jobs", jobs], &inputs[..]].concat());
        assert!(together.out == alone.out && together.code == 1, "{jobs} jobs");
    }
}

#[test]
fn what_we_do_not_know_passes_through() {
    let desk = Desk::new("batch-extra");
    let run = desk.pipe(record("7", ENGLISH), &LINES);
    let line: serde_json::Value = serde_json::from_str(&run.out).expect("a line is JSON");
    assert_eq!((line["id"].as_str(), line["extra"]["desk"].as_str()), (Some("7"), Some("north")), "{run}");
    assert_eq!(run.err, "", "one article has no summary");
}

#[test]
fn a_bad_row_costs_one_record() {
    let desk = Desk::new("batch-bad");
    let mut rows = record("a", ENGLISH).into_bytes();
    rows.extend(b"{\"id\": \"latin\", \"text\": \"mar\xE7o\"}\n");
    rows.extend(b"{\"id\": 12, \"date\": \"soon\", \"text\": \"The ministers met.\"}\n[]\n{\"id\": \"none\"}\n");
    rows.extend(record("z", PORTUGUESE).into_bytes());
    let run = desk.pipe(rows, &LINES);
    assert_eq!(run.code, 1, "{run}");
    assert_eq!(ids(&run.out), ["a", "latin", "12", "-:4", "none", "z"], "{run}");
    assert_eq!(run.out.matches(r#""schema":"attache.error/1""#).count(), 4, "{run}");
    assert!(run.err.contains("attache: 2 done, 4 failed, 0 skipped"), "{run}");
}

#[test]
fn a_row_of_20_megabytes_is_one_failure() {
    let desk = Desk::new("batch-long");
    let rows = record("a", ENGLISH) + &record("long", &"a ".repeat(10_000_000)) + &record("z", ENGLISH);
    let run = desk.pipe(rows, &LINES);
    assert_eq!(ids(&run.out), ["a", "-:2", "z"]);
    assert!(run.err.contains("-:2: is a line of more than 10000000 bytes; allow more with --max-input"), "{}", run.err);
}

#[test]
fn an_empty_stream_is_done_at_once() {
    let desk = Desk::new("batch-empty");
    desk.put("nothing.jsonl", "");
    let run = digest(&desk, &["nothing.jsonl"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""), "{run}");
}

#[test]
fn an_id_that_comes_twice_is_remarked_on_and_done() {
    let desk = Desk::new("batch-twice");
    let run = desk.pipe(record("a", ENGLISH) + &record("b", ENGLISH) + &record("a", PORTUGUESE), &LINES);
    assert_eq!((run.code, ids(&run.out)), (0, vec!["a".to_owned(), "b".to_owned(), "a".to_owned()]), "{run}");
    assert!(run.err.contains("attache: a: this id came before; both are done"), "{run}");
}

#[test]
fn rows_are_digested_while_more_are_awaited() {
    let mut child = Desk::new("batch-wait").command(&LINES).spawn().expect("it is built");
    let mut rows = child.stdin.take().expect("standard input is piped");
    let mut answers = std::io::BufReader::new(child.stdout.take().expect("standard output is piped"));
    for id in ["1", "2"] {
        rows.write_all(record(id, ENGLISH).as_bytes()).expect("the program reads");
        let mut answer = String::new();
        std::io::BufRead::read_line(&mut answers, &mut answer).expect("the program answers");
        assert_eq!(ids(&answer), [id]);
    }
    drop(rows);
    assert!(child.wait().expect("the program ends").success());
}

#[test]
fn a_reader_that_has_had_enough_ends_a_stream() {
    let desk = Desk::new("batch-pipe");
    desk.put("articles.jsonl", records(400));
    let mut child = desk.command(&[&LINES[..], &["articles.jsonl"]].concat()).spawn().expect("it is built");
    let mut some = [0; 100];
    child.stdout.take().expect("standard output is piped").read_exact(&mut some).expect("a line comes");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_output_file_is_not_written_over_by_mistake() {
    let desk = Desk::new("batch-force");
    desk.put("a.txt", ENGLISH).put("out.txt", "dear to me");
    let refused = desk.run(&["digest", "a.txt", "--output", "out.txt"]);
    assert_eq!(refused.code, 2, "{refused}");
    assert_eq!(refused.err, "attache: out.txt: is there already; --resume goes on with it, --force writes over it\n");
    assert_eq!(desk.get("out.txt"), "dear to me");
    assert_eq!(desk.run(&["digest", "a.txt", "--output", "out.txt", "--force"]).code, 0);
    assert_eq!(desk.get("out.txt"), desk.run(&["digest", "a.txt"]).out);
    assert_eq!(desk.run(&["digest", "a.txt", "--output", "out.txt", "--resume"]).code, 2, "text cannot be resumed");
}

#[test]
fn an_input_is_not_written_over() {
    let desk = Desk::new("batch-self");
    desk.put("a.txt", ENGLISH);
    for how in ["--force", "--resume"] {
        let run = desk.run(&["digest", "a.txt", "--format", "jsonl", "--output", "./a.txt", how]);
        assert_eq!(
            (run.code, run.err.as_str()),
            (2, "attache: --output: ./a.txt is an input; name another file\n"),
            "{run}"
        );
    }
    assert_eq!(desk.get("a.txt"), ENGLISH);
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_is_an_error() {
    let desk = Desk::new("batch-full");
    desk.put("a.txt", ENGLISH);
    let run = desk.run(&["digest", "a.txt", "--output", "/dev/full"]);
    assert!(
        run.code == 1 && run.err.contains("attache: /dev/full: cannot be written: the disk is full; make room"),
        "{run}"
    );
}

#[test]
fn an_id_cannot_command_the_terminal() {
    let desk = Desk::new("batch-escape");
    let row = "{\"id\": \"\\u001b[31mred\"}\n";
    let run = desk.pipe(row.repeat(2), &LINES);
    assert!(!run.err.contains('\u{1b}') && !run.out.contains('\u{1b}'), "{run}");
}

#[test]
fn a_torn_file_is_gone_on_with_to_the_same_bytes() {
    let desk = Desk::new("batch-torn");
    desk.put("articles.jsonl", records(20) + "{}\n").put("last.txt", ENGLISH);
    let inputs = ["articles.jsonl", "last.txt"];
    let whole = digest(&desk, &inputs);
    let resume = [&inputs[..], &["--output", "out.jsonl", "--resume"]].concat();
    let ends: Vec<usize> = whole.out.match_indices('\n').map(|(at, _)| at + 1).collect();
    let cuts = [0, 1, ends[0] - 1, ends[0], ends[0] + 1, ends[7] + 500, ends[19], ends[20], whole.out.len() - 1];
    for cut in cuts.into_iter().chain([whole.out.len()]) {
        desk.put("out.jsonl", &whole.out.as_bytes()[..cut]);
        let run = digest(&desk, &resume);
        assert_eq!(run.code, 1, "{run}");
        assert!(desk.get("out.jsonl") == whole.out, "cut at {cut}");
        let skipped = ends.iter().filter(|end| **end <= cut).count();
        assert!(run.err.contains(&format!("{skipped} skipped")), "cut at {cut}: {run}");
    }
}

#[test]
fn a_file_of_other_inputs_or_options_is_not_gone_on_with() {
    let desk = Desk::new("batch-other");
    desk.put("articles.jsonl", records(6)).put("fewer.jsonl", records(3));
    desk.put("others.jsonl", records(3) + &record("x", ENGLISH));
    let whole = digest(&desk, &["articles.jsonl"]).out;
    desk.put("out.jsonl", &whole);
    let goes_on = |more: &[&str]| digest(&desk, &[more, &["--output", "out.jsonl", "--resume"]].concat());
    let said =
        |run: &Run, what: &str| run.code == 2 && run.err.starts_with("attache: out.jsonl: ") && run.err.contains(what);
    let run = goes_on(&["others.jsonl"]);
    assert!(said(&run, "line 4 is of n3, and the inputs have x there"), "{run}");
    let run = goes_on(&["fewer.jsonl"]);
    assert!(said(&run, "has more than 3 lines, and the inputs end there"), "{run}");
    let run = goes_on(&["articles.jsonl", "--max-words", "40"]);
    assert!(said(&run, "line 1 would be another now"), "{run}");
    assert_eq!(desk.get("out.jsonl"), whole, "nothing was touched");
    desk.put("out.jsonl", "a shopping list\n");
    let run = goes_on(&["articles.jsonl"]);
    assert!(said(&run, "line 1 is none of attaché's"), "{run}");
}

/// Starts a run into a file, and ends it by a signal when the file has so many bytes.
fn interrupt(desk: &Desk, bytes: usize, signal: &str) -> Child {
    let arguments = [&LINES[..], &["articles.jsonl", "--output", "out.jsonl", "--resume"]].concat();
    let mut command = desk.command(&arguments);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().expect("it is built");
    while desk.size("out.jsonl") < bytes && child.try_wait().expect("it can be asked").is_none() {
        thread::sleep(Duration::from_millis(1));
    }
    let id = child.id().to_string();
    let _ = std::process::Command::new("kill").args([signal, &id]).stderr(Stdio::null()).status();
    let _ = child.wait();
    child
}

/// `ATTACHE_KILLS=50 cargo test -p attache-cli --test batch killed` kills as often as the project promises.
#[test]
#[cfg(unix)]
fn a_run_that_is_killed_loses_nothing_and_repeats_nothing() {
    let desk = Desk::new("batch-killed");
    desk.put("articles.jsonl", records(120));
    let whole = digest(&desk, &["articles.jsonl"]).out;
    let kills = std::env::var("ATTACHE_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(4_usize);
    for kill in 0..kills {
        // Moments all over the run: before anything is written, and after any number of lines.
        let _ = interrupt(&desk, whole.len() * kill / kills, "-KILL").wait();
        let left = desk.get("out.jsonl");
        assert!(whole.starts_with(&left), "kill {kill} left {} bytes that are not the beginning", left.len());
    }
    let run = digest(&desk, &["articles.jsonl", "--output", "out.jsonl", "--resume"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(desk.get("out.jsonl") == whole);
}

#[test]
#[cfg(unix)]
fn an_interruption_ends_with_whole_lines() {
    let desk = Desk::new("batch-interrupted");
    desk.put("articles.jsonl", records(3_000));
    let mut child = interrupt(&desk, 1, "-INT");
    assert_eq!(child.wait().expect("it has ended").code(), Some(130));
    let mut said = String::new();
    child.stderr.take().expect("standard error is piped").read_to_string(&mut said).expect("it is text");
    let left = desk.get("out.jsonl");
    let lines = left.lines().count();
    assert!(left.is_empty() || left.ends_with('\n'));
    assert!(said.contains("attache: interrupted\n") && said.contains(&format!("attache: {lines} done")), "{said}");
    assert_eq!(ids(&left), (0..lines).map(|at| format!("n{at}")).collect::<Vec<_>>());
}

/// The most memory that the program had when it had digested so many rows, in kilobytes.
#[cfg(target_os = "linux")]
fn peak(desk: &Desk, rows: usize) -> u64 {
    // Rows with nothing to digest: this test is about the stream.
    let row = record("row", "Nothing of note.");
    let line = desk.pipe(&row, &LINES).out.len();
    let arguments = [&LINES[..], &["--jobs", "2", "--output", "out.jsonl", "--force", "--quiet"]].concat();
    let mut child = desk.command(&arguments).stdout(Stdio::null()).spawn().expect("it is built");
    let mut input = child.stdin.take().expect("standard input is piped");
    input.write_all(row.repeat(rows).as_bytes()).expect("the program reads");
    while desk.size("out.jsonl") < rows * line {
        assert!(child.try_wait().expect("it can be asked").is_none(), "the program waits for more rows");
        thread::sleep(Duration::from_millis(5));
    }
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it is running");
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    drop(input);
    child.wait().expect("the program ends");
    let number = most.and_then(|most| most.split_whitespace().next()?.parse().ok());
    number.expect("Linux tells the peak of memory")
}

#[test]
#[cfg(target_os = "linux")]
fn ten_times_as_many_rows_take_no_more_memory() {
    let desk = Desk::new("batch-memory");
    let (few, many) = (peak(&desk, 600), peak(&desk, 6_000));
    assert!(many < few + few / 10, "{few} kB for 600 rows, {many} kB for 6,000");
}
