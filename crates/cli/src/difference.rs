//! How a kept digest differs from the one of today, word by word and section by section.
//!
//! Knows the form that [`attache::golden`] writes: sections, each with a line `== name ==` above it.

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::terminal::paint;

const REMOVED: Style = AnsiColor::Red.on_default().strikethrough();
const ADDED: Style = AnsiColor::Green.on_default().bold();

/// The sections that differ: of each its name, and the lines in which words changed.
///
/// Without colours a word that went is `[-word-]` and one that came is `{+word+}`, as `wdiff` and `git diff --word-diff` have it.
pub(crate) fn tell(before: &str, now: &str, colours: bool) -> String {
    let (before, now) = (sections(before), sections(now));
    let mut names: Vec<&str> = before.iter().map(|(name, _)| *name).collect();
    names.extend(now.iter().map(|(name, _)| *name).filter(|name| before.iter().all(|(other, _)| other != name)));
    let mut told = String::new();
    for name in names {
        let of = |sections: &[(&str, String)]| {
            sections.iter().find(|(other, _)| *other == name).map(|(_, text)| text.clone())
        };
        let (old, new) = (of(&before), of(&now));
        if old == new {
            continue;
        }
        let what = match (&old, &new) {
            (None, _) => " (new)",
            (_, None) => " (missing)",
            _ => "",
        };
        told.push_str(&format!("  {name}{what}\n"));
        for line in changed_lines(&old.unwrap_or_default(), &new.unwrap_or_default(), colours) {
            told.push_str(&format!("    {line}\n"));
        }
    }
    told
}

/// The name of each section and its lines; what stands above the first is the article.
fn sections(text: &str) -> Vec<(&str, String)> {
    let mut found = vec![("article", String::new())];
    for line in text.lines() {
        let heading = line.strip_prefix("== ").and_then(|rest| rest.split_once(" =="));
        if let Some((name, note)) = heading {
            found.push((name, if note.is_empty() { String::new() } else { format!("{}\n", note.trim()) }));
        } else if let Some((_, lines)) = found.last_mut().filter(|_| !line.is_empty()) {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    found
}

/// The lines in which something changed, with marks.
fn changed_lines(old: &str, new: &str, colours: bool) -> Vec<String> {
    let difference = TextDiff::from_words(old, new);
    let mut lines = vec![(String::new(), false)];
    for change in difference.iter_all_changes() {
        // A line that only moved its end has not changed.
        for (at, words) in change.value().split('\n').enumerate() {
            if at > 0 {
                lines.push((String::new(), false));
            }
            let Some((line, is_changed)) = lines.last_mut().filter(|_| !words.is_empty()) else { continue };
            *is_changed |= change.tag() != ChangeTag::Equal;
            line.push_str(&marked(words, change.tag(), colours));
        }
    }
    let changed = lines.into_iter().filter(|(_, is_changed)| *is_changed);
    changed.map(|(line, _)| join_marks(&line)).collect()
}

fn marked(words: &str, tag: ChangeTag, colours: bool) -> String {
    match tag {
        ChangeTag::Equal => words.to_owned(),
        ChangeTag::Delete if colours => paint(words, REMOVED, true),
        ChangeTag::Insert if colours => paint(words, ADDED, true),
        ChangeTag::Delete => format!("[-{words}-]"),
        ChangeTag::Insert => format!("{{+{words}+}}"),
    }
}

/// Words that went or came together stand in one mark.
fn join_marks(line: &str) -> String {
    line.replace("-][-", "").replace("+}{+", "")
}

#[cfg(test)]
mod tests {
    use super::tell;

    #[test]
    fn only_what_changed_is_shown_under_its_section() {
        let before = "language: en\n\n== read ==\n1. meet, done\n\n== en ==\nThey met in Baku.\nThey spoke of trade.\n\n== pt ==\nFalaram.\n";
        let now = "language: en\n\n== read ==\n1. meet, done\n\n== az ==\nDanışdılar.\n\n== en == (1 left out)\nThey met in Baku on Monday.\nThey spoke of trade.\n";
        assert_eq!(
            tell(before, now, false),
            "  en\n    {+(1 left out)+}\n    They met in [-Baku.-]{+Baku on Monday.+}\n  pt (missing)\n    [-Falaram.-]\n  az (new)\n    {+Danışdılar.+}\n"
        );
        assert_eq!(tell(before, before, false), "");
        assert!(tell(before, now, true).contains('\u{1b}'));
    }
}
