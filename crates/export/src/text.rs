//! Plain text: one paragraph per line, whatever the width of the window or of the mail.

use crate::document::{Document, Entry, Leaf, Source};

/// The longest line under a heading.
const MAX_UNDERLINE: usize = 60;

/// Between editions. A form feed would be the old way; it is a control character, and shows in mails.
const RULE: &str = "* * *";

pub(crate) fn write(document: &Document) -> String {
    let mut lines: Vec<String> = document.letterhead.clone();
    for edition in &document.editions {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        write_edition(edition, &mut lines);
        lines.extend([String::new(), RULE.to_owned()]);
    }
    lines.truncate(lines.len().saturating_sub(2)); // No rule after the last edition.
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn write_edition(edition: &Leaf, lines: &mut Vec<String>) {
    write_heading(&edition.title, '=', lines);
    if !edition.dateline.is_empty() {
        lines.push(edition.dateline.clone());
    }
    if edition.parts.is_empty() {
        lines.extend([String::new(), edition.nothing.clone()]);
    } else {
        lines.extend([String::new(), edition.contents.clone()]);
        lines.extend(edition.entries().map(|entry| format!("  {}. {}", entry.number, entry.headline)));
    }
    for part in &edition.parts {
        if !part.heading.is_empty() {
            lines.push(String::new());
            write_heading(&part.heading, '-', lines);
        }
        for entry in &part.entries {
            lines.push(String::new());
            write_entry(edition, entry, lines);
        }
    }
    if !edition.notes.is_empty() {
        lines.push(String::new());
        lines.extend(edition.notes.iter().cloned());
    }
}

fn write_heading(heading: &str, mark: char, lines: &mut Vec<String>) {
    lines.push(heading.to_owned());
    lines.push(mark.to_string().repeat(heading.chars().count().clamp(1, MAX_UNDERLINE)));
}

fn write_entry(edition: &Leaf, entry: &Entry, lines: &mut Vec<String>) {
    lines.push(format!("{}. {}", entry.number, entry.headline));
    lines.push(paragraph(entry));
    lines.extend(entry.differences.iter().map(|difference| format!("  ≠ {difference}")));
    if !entry.sources.is_empty() {
        lines.push(format!("  {}", edition.sources));
        lines.extend(entry.sources.iter().map(source));
    }
}

/// The paragraph, with a mark behind what a service translated.
fn paragraph(entry: &Entry) -> String {
    let mut text = String::new();
    for clause in &entry.clauses {
        if let Some(mark) = &clause.mark {
            let body = clause.text.trim_end_matches(' ');
            text.push_str(body);
            text.push_str(&format!(" [{mark}]"));
            text.push_str(&clause.text[body.len()..]);
        } else {
            text.push_str(&clause.text);
        }
    }
    text
}

fn source(source: &Source) -> String {
    match &source.url {
        Some(url) if url != source.head() => format!("  – {}\n    {url}", source.line()),
        _ => format!("  – {}", source.line()),
    }
}
