//! The README's page "A morning at the embassy" works as it is written.
#![allow(clippy::disallowed_methods, reason = "a test that reads the page and its files")]

mod support;

use std::fs;
use std::path::Path;

use support::Desk;

const HEADING: &str = "## A morning at the embassy\n";

/// The commands of the page that need no network, in their order.
fn commands() -> Vec<Vec<String>> {
    let page = fs::read_to_string(root().join("README.md")).expect("the page is there");
    let start = page.find(HEADING).expect("the page has its section") + HEADING.len();
    let section = page[start..].split("\n## ").next().expect("a section").to_owned();
    let lines = section.lines().filter_map(|line| line.strip_prefix("    attache "));
    let local = lines.filter(|line| !line.contains("https://") && !line.contains(" | "));
    local.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the package lies two folders deep")
}

fn lay_out(desk: &Desk, folder: &str) {
    for entry in fs::read_dir(root().join(folder)).expect("the folder ships with the project") {
        let path = entry.expect("a file").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        desk.put(&format!("{folder}/{name}"), fs::read(&path).expect("a file"));
    }
}

#[test]
fn a_morning_at_the_embassy_ends_with_a_brief() {
    let desk = Desk::new("a-morning-at-the-embassy");
    lay_out(&desk, "fixtures/morning");
    lay_out(&desk, "fixtures/profiles");
    let commands = commands();
    assert_eq!(commands.len(), 4, "{commands:?}");
    for command in &commands {
        let run = desk.run(&command.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(run.code, 0, "{command:?}\n{run}");
        // One of the twenty records is in a language that is not read.
        let is_brief = command.first().is_some_and(|word| word == "brief");
        assert_eq!(run.err.contains("1 in other languages"), is_brief, "{command:?}\n{run}");
    }
    assert!(desk.read("brief.docx").starts_with(b"PK"), "a DOCX is a ZIP archive");
    let page = desk.get("brief.html");
    for language in ["lang=\"pt\"", "lang=\"en\"", "lang=\"az\""] {
        assert!(page.contains(language), "{language} is missing");
    }
    assert!(page.contains("Correio do Rossio") && page.contains("Embaixada de Portugal"));
}
