//! Markdown that says what the text says: every mark of CommonMark and of its common extensions is taken as a letter.

use crate::document::{Document, Entry, Leaf, Source, joined};

pub(crate) fn write(document: &Document) -> String {
    let mut blocks: Vec<String> = Vec::new();
    if !document.letterhead.is_empty() {
        let lines: Vec<String> = document.letterhead.iter().map(|line| escaped(line)).collect();
        blocks.push(lines.join("\\\n"));
    }
    for (index, edition) in document.editions.iter().enumerate() {
        if index > 0 {
            blocks.push("---".to_owned());
        }
        write_edition(edition, &mut blocks);
    }
    blocks.retain(|block| !block.is_empty());
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn write_edition(edition: &Leaf, blocks: &mut Vec<String>) {
    blocks.push(heading(1, &edition.title));
    blocks.push(escaped(&edition.dateline));
    if edition.parts.is_empty() {
        blocks.push(escaped(&edition.nothing));
    } else {
        blocks.push(emphasized("**", &edition.contents));
        blocks.push(contents(edition));
    }
    for part in &edition.parts {
        blocks.push(heading(2, &part.heading));
        for entry in &part.entries {
            write_entry(edition, entry, blocks);
        }
    }
    blocks.extend(edition.notes.iter().map(|note| emphasized("*", note)));
}

/// The headlines by their numbers. Not linked: how a heading's anchor is called differs from reader to reader.
///
/// Lines and no list, as a list would count by itself.
fn contents(edition: &Leaf) -> String {
    let lines = edition.entries().map(|entry| format!("{}\\. {}", entry.number, escaped(&entry.headline)));
    lines.collect::<Vec<_>>().join("\\\n")
}

fn write_entry(edition: &Leaf, entry: &Entry, blocks: &mut Vec<String>) {
    blocks.push(heading(3, &format!("{}. {}", entry.number, entry.headline)));
    blocks.push(paragraph(entry));
    if !entry.differences.is_empty() {
        let lines = entry.differences.iter().map(|difference| format!("> {}", escaped(difference)));
        blocks.push(lines.collect::<Vec<_>>().join("\\\n"));
    }
    if !entry.sources.is_empty() {
        blocks.push(emphasized("**", &edition.sources));
        let lines = entry.sources.iter().map(|it| format!("- {}", source(it)));
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
}

fn paragraph(entry: &Entry) -> String {
    let mut text = String::new();
    for clause in &entry.clauses {
        let body = clause.text.trim_end_matches(' ');
        text.push_str(&escaped_inside(body));
        if let Some(mark) = &clause.mark {
            text.push_str(&format!(" \\[{}\\]", escaped_inside(mark)));
        }
        text.push_str(&clause.text[body.len()..]);
    }
    // A number may be a clause, and the stop behind it the next.
    harmless_at_head(text)
}

fn source(source: &Source) -> String {
    let head = match &source.url {
        Some(url) => format!("[{}](<{url}>)", escaped_inside(source.head())),
        None => escaped_inside(source.head()),
    };
    let before = escaped(&source.before());
    let head = if before.is_empty() && source.url.is_none() { escaped(source.head()) } else { head };
    joined([&*before, &*head, &*escaped_inside(&source.after())], "")
}

fn heading(level: usize, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{} {}", "#".repeat(level), escaped_inside(text)) }
}

fn emphasized(mark: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{mark}{}{mark}", escaped_inside(text)) }
}

/// A text that begins a block, where a few marks mean more than inside of a line: `1.`, `-`, `#`.
fn escaped(text: &str) -> String {
    harmless_at_head(escaped_inside(text))
}

/// Takes what stands at the head of a block, escaped but for that, for letters: `1.` and `-` begin no list.
fn harmless_at_head(mut text: String) -> String {
    let start = text.len() - text.trim_start().len();
    let digits = text[start..].chars().take_while(char::is_ascii_digit).count();
    let begins = match text[start + digits..].chars().next() {
        Some('.' | ')') => digits > 0,
        Some('-' | '+' | '=' | ':') => digits == 0,
        _ => false,
    };
    if begins {
        text.insert(start + digits, '\\');
    }
    text
}

fn escaped_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if marks(c, before, &text[at..]) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Whether something is read in `c`: as CommonMark does, as its extensions do (tables, formulas, struck and raised text), or as programs do that
/// make links of what looks like an address.
fn marks(c: char, before: char, rest: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '^' | '|' | '$' | '!' | '@' => true,
        ':' => rest.starts_with("://"),
        '.' => before.eq_ignore_ascii_case(&'w'),
        '-' => rest.starts_with("---") && rest.trim_start_matches('-').is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_letters() {
        assert_eq!(escaped("1. not a list"), "1\\. not a list");
        assert_eq!(escaped("- *bold* <b>"), "\\- \\*bold\\* \\<b\\>");
        assert_eq!(escaped("[^1]: note^"), "\\[\\^1\\]: note\\^");
        assert_eq!(escaped("2023 was"), "2023 was");
        assert_eq!(escaped("---"), "\\---");
        assert_eq!(escaped(" 1) x"), " 1\\) x");
        assert_eq!(escaped_inside("[x](javascript:1) www.evil.example"), "\\[x\\](javascript:1) www\\.evil.example");
        assert_eq!(escaped_inside("http://evil.example"), "http\\://evil.example");
    }

    #[test]
    fn a_list_that_begins_between_two_clauses_is_none() {
        assert_eq!(harmless_at_head(["1", ". x"].map(escaped_inside).concat()), "1\\. x");
    }
}
