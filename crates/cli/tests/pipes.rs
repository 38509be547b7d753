//! The program among others: standard input, broken pipes, colours, completions and manual pages.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use support::{Desk, ENGLISH, PORTUGUESE};

#[test]
fn standard_input_is_read_where_no_file_is_named() {
    let desk = Desk::new("stdin");
    desk.put("article.txt", ENGLISH);
    let piped = desk.pipe(ENGLISH, &["digest"]);
    assert_eq!(piped.code, 0, "{piped}");
    assert!(!piped.out.is_empty(), "{piped}");
    assert_eq!(piped.out, desk.pipe(ENGLISH, &["digest", "-"]).out);
    assert_eq!(piped.out, desk.run(&["digest", "article.txt"]).out);
}

#[test]
fn several_inputs_are_named_and_kept_in_order() {
    let desk = Desk::new("several");
    desk.put("b.txt", ENGLISH).put("a.txt", PORTUGUESE);
    let run = desk.pipe(ENGLISH, &["digest", "--to", "en", "b.txt", "-", "a.txt"]);
    let names: Vec<_> = run.out.lines().filter(|line| line.starts_with("==>")).collect();
    assert_eq!(names, ["==> b.txt <==", "==> standard input <==", "==> a.txt <=="], "{run}");
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let desk = Desk::new("broken-pipe");
    desk.put("article.txt", ENGLISH);
    let commands: [&[&str]; 6] = [
        &["digest", "article.txt"],
        &["digest", "--format", "json", "article.txt"],
        &["schema"],
        &["languages"],
        &["man"],
        &["completions", "bash"],
    ];
    for command in commands {
        let mut child = desk.command(command).spawn().expect("the program is built");
        // Nobody reads: the first byte that is written breaks the pipe.
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{command:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{command:?}: {said}");
    }
}

#[test]
fn a_disk_that_is_full_is_an_error() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let desk = Desk::new("full");
    let status = desk.command(&["schema"]).stdout(Stdio::from(full)).status().expect("the program ends");
    assert_eq!(status.code(), Some(1));
}

#[test]
fn rows_are_answered_while_more_are_awaited() {
    let mut child = Desk::new("rows").command(&["segment", "--input-format", "jsonl"]).spawn().expect("it is built");
    let mut rows = child.stdin.take().expect("standard input is piped");
    let mut answers = BufReader::new(child.stdout.take().expect("standard output is piped"));
    for id in ["1", "2"] {
        writeln!(rows, r#"{{"id":"{id}","lang":"az","text":"Nazir gəldi. O danışdı."}}"#).expect("the program reads");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("the program answers");
        let spans = r#"[{"start":0,"end":13},{"start":14,"end":27}]"#;
        assert_eq!(answer, format!("{{\"id\":\"{id}\",\"sentences\":{spans}}}\n"));
    }
    drop(rows);
    assert!(child.wait().expect("the program ends").success());
}

#[test]
fn a_pipe_has_no_colours() {
    let desk = Desk::new("colours");
    let run = desk.pipe(ENGLISH, &["annotate", "--format", "text"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(!run.out.contains('\u{1b}'), "{run}");
}

#[test]
fn help_teaches() {
    let desk = Desk::new("help");
    let run = desk.run(&["--help"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!("help", run.out);
    insta::assert_snapshot!("help_digest", desk.run(&["digest", "--help"]).out);
}

#[test]
fn every_command_has_a_manual_page_and_completions() {
    let desk = Desk::new("manual");
    let help = desk.run(&["--help"]).out;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    assert!(commands.contains(&"digest") && commands.contains(&"brief"), "{commands:?}");
    for command in commands.into_iter().filter(|command| !["", "help"].contains(command)) {
        let page = desk.run(&["man", command]);
        assert_eq!(page.code, 0, "{page}");
        assert!(page.out.contains(&format!(".TH attache-{command}")), "{page}");
    }
    assert!(desk.run(&["man"]).out.contains(".TH attache"));
    assert_eq!(desk.run(&["man", "digset"]).code, 2);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.run(&["completions", shell]);
        assert!(script.code == 0 && script.out.contains("unrendered"), "{shell}");
    }
}
