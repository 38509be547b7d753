//! Pages of lines to a text of paragraphs.
//!
//! Knows how print looks: heads and numbers that come back on every page, indents, gaps, lines that end early, words that
//! are broken at the end of a line. Knows no language, so a word is put together again only where the document itself
//! shows that it is one.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{Line, Sheet};
use crate::blocks::Blocks;
use crate::caption;

/// What is read of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) title: Option<String>,
    pub(super) text: String,
}

/// How many lines at the top and at the bottom of a page may be its head and foot.
const EDGE: usize = 3;

/// What is longer is no title.
const LONGEST_TITLE: usize = 250;

/// From how many words broken at the end of a line on a document is taken to be set that way.
const OFTEN: usize = 3;

/// Reads pages.
pub(super) fn read(sheets: &[Sheet]) -> Read {
    let pages: Vec<Vec<&Line>> = without_edges(sheets);
    let body = body_size(&pages);
    let paragraphs: Vec<Paragraph> = gather(&pages);
    let words = Words::of(&paragraphs);
    let mut paragraphs = paragraphs.into_iter().peekable();
    let is_title = |paragraph: &Paragraph| {
        paragraph.size > body * 1.15 && paragraph.lines.iter().map(String::len).sum::<usize>() <= LONGEST_TITLE
    };
    let title = paragraphs.next_if(is_title).and_then(|paragraph| caption::some(&paragraph.lines.join(" ")));
    let mut blocks = Blocks::default();
    for paragraph in paragraphs {
        blocks.push(&words.join(&paragraph.lines));
        blocks.end();
    }
    Read { title, text: blocks.finish() }
}

/// The lines of each page without those that are head, foot or number of the page.
fn without_edges(sheets: &[Sheet]) -> Vec<Vec<&Line>> {
    let pages: Vec<Vec<&Line>> =
        sheets.iter().map(|sheet| sheet.lines.iter().filter(|line| !line.text.trim().is_empty()).collect()).collect();
    let mut seen: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for line in edges(page) {
            seen.entry(shape(&line.text)).or_default().insert(number);
        }
    }
    let comes_back = |line: &Line| {
        let count = seen.get(&shape(&line.text)).map_or(0, BTreeSet::len);
        count >= 2 && count * 2 >= pages.len()
    };
    let kept = pages.iter().map(|page| {
        let edges: Vec<&Line> = edges(page);
        let is_edge = |line: &&Line| edges.iter().any(|edge| std::ptr::eq(*edge, *line));
        let is_dropped = |line: &&Line| is_edge(line) && (comes_back(line) || is_number(&line.text));
        page.iter().copied().filter(|line| !is_dropped(line)).collect()
    });
    kept.collect()
}

/// The lines at the top and at the bottom of a page, by where they stand and not by when they were drawn.
fn edges<'a>(page: &[&'a Line]) -> Vec<&'a Line> {
    let mut by_height: Vec<&Line> = page.to_vec();
    by_height.sort_by(|a, b| b.base.total_cmp(&a.base));
    let bottom = by_height.len().saturating_sub(EDGE).max(EDGE.min(by_height.len()));
    by_height[..EDGE.min(by_height.len())].iter().chain(&by_height[bottom..]).copied().collect()
}

/// A line with all numbers alike.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.trim().chars() {
        match c.is_ascii_digit() {
            true if shape.ends_with('0') => {}
            true => shape.push('0'),
            false => shape.push(c),
        }
    }
    shape
}

/// The number of a page alone: `3`, `- 3 -`, `3/10`.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 12
        && text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| !c.is_alphabetic())
        && text.chars().filter(char::is_ascii_digit).count() <= 6
        && !text.contains(['%', '$', '€', ':'])
}

/// The size of most letters.
fn body_size(pages: &[Vec<&Line>]) -> f64 {
    let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *letters.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let most = letters.into_iter().max_by_key(|(size, count)| (*count, -size));
    most.map_or(0.0, |(size, _)| size as f64 / 10.0)
}

fn tenths(length: f64) -> i64 {
    (length * 10.0).round() as i64
}

/// The lines of a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    lines: Vec<String>,
    size: f64,
}

fn gather(pages: &[Vec<&Line>]) -> Vec<Paragraph> {
    let leading = leading(pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<(&Line, &[&Line])> = None;
    for page in pages {
        for line in page {
            let goes_on = before.is_some_and(|(before, page)| goes_on(before, line, leading, page));
            if !goes_on {
                paragraphs.push(Paragraph::default());
            }
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.lines.push(line.text.trim().to_owned());
                paragraph.size = paragraph.size.max(line.size);
            }
            before = Some((line, page));
        }
    }
    paragraphs
}

/// How far it is from one line to the next within a paragraph: the shortest of the usual steps, for between paragraphs it is more.
fn leading(pages: &[Vec<&Line>]) -> f64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for pair in pages.iter().flat_map(|page| page.windows(2)) {
        let step = pair[0].base - pair[1].base;
        if step > pair[1].size * 0.8 {
            *counts.entry(tenths(step)).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    let usual = counts.into_iter().find(|(_, count)| *count >= 2 && count * 10 >= all);
    usual.map_or(0.0, |(step, _)| step as f64 / 10.0)
}

/// Whether a line belongs to the paragraph of the one before it, which stands on that page.
fn goes_on(before: &Line, line: &Line, leading: f64, page: &[&Line]) -> bool {
    let step = before.base - line.base;
    let is_alike = (before.size - line.size).abs() <= before.size.max(line.size) * 0.15;
    if !is_alike || starts_item(&line.text) {
        return false;
    }
    // At the top of another column or page only the words tell, and whether there was room for more.
    if step < 0.0 {
        let is_full = room(before, page) < 0.15;
        return !ends_sentence(&before.text) && (starts_small(&line.text) || is_full);
    }
    // Pieces of one line that stand far apart are columns of a table.
    if step < line.size * 0.5 {
        return false;
    }
    // Lines that are set further apart than with one empty line between are none of one paragraph.
    let usual = if leading > 0.0 { leading.min(line.size * 2.5) } else { line.size * 1.4 };
    let is_near = step <= (usual * 1.3).max(line.size * 1.25);
    let is_indented = line.left > before.left + line.size * 0.8;
    is_near && !is_indented && !ends_early(before, line, page)
}

/// Whether a line ends so far before the edge of its column that the next word would have had room.
fn ends_early(before: &Line, line: &Line, page: &[&Line]) -> bool {
    let room = room(before, page);
    let is_broken = before.text.trim_end().ends_with('-');
    (room > 0.15 && ends_sentence(&before.text)) || (room > 0.3 && !is_broken && !starts_small(&line.text))
}

/// How much of its column a line leaves empty. The column is what begins where it begins.
fn room(line: &Line, page: &[&Line]) -> f64 {
    let beside = page.iter().filter(|other| (other.left - line.left).abs() < line.size * 4.0);
    let right = beside.map(|other| other.right).fold(line.right, f64::max);
    if right > line.left { (right - line.right) / (right - line.left) } else { 0.0 }
}

fn starts_item(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    matches!(letters.next(), Some('•' | '▪' | '●' | '–' | '■' | '◦')) && letters.next().is_some_and(char::is_whitespace)
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['"', '”', '’', '»', ')', ']']);
    text.ends_with(['.', '!', '?', '…', ':'])
}

fn starts_small(text: &str) -> bool {
    text.trim_start().chars().next().is_some_and(char::is_lowercase)
}

/// The words of a document, by which those are known that were broken at the end of a line.
struct Words {
    whole: BTreeSet<String>,
    /// Whether words are often broken here.
    breaks_often: bool,
}

impl Words {
    fn of(paragraphs: &[Paragraph]) -> Self {
        let mut whole = BTreeSet::new();
        let mut broken = 0;
        for paragraph in paragraphs {
            for (index, line) in paragraph.lines.iter().enumerate() {
                let next = paragraph.lines.get(index + 1);
                let is_broken = next.is_some_and(|next| broken_word(line, next).is_some());
                broken += usize::from(is_broken);
                let mut words: Vec<&str> = line.split_whitespace().collect();
                if is_broken {
                    words.pop();
                }
                whole.extend(words.into_iter().map(bare).filter(|word| !word.is_empty()).map(str::to_owned));
            }
        }
        Self { whole, breaks_often: broken >= OFTEN }
    }

    /// The lines of a paragraph as one.
    fn join(&self, lines: &[String]) -> String {
        let mut text = String::new();
        for (index, line) in lines.iter().enumerate() {
            let line = line.trim();
            match lines.get(index + 1).map(|next| (broken_word(line, next), next)) {
                Some((Some((start, end)), _)) => {
                    let stem = line.trim_end_matches(['-', '\u{AD}', '‐']);
                    text.push_str(stem);
                    if !(line.ends_with('\u{AD}') || self.is_one(start, end)) {
                        text.push('-');
                    }
                }
                // A hyphen before a name joins two (`Azerbaijan-` `Portugal`).
                Some((None, next)) if is_joined(line, next) => text.push_str(line),
                Some(_) => {
                    text.push_str(line);
                    text.push(' ');
                }
                None => text.push_str(line),
            }
        }
        text.replace('\u{AD}', "")
    }

    /// Whether two halves are one word without a hyphen.
    fn is_one(&self, start: &str, end: &str) -> bool {
        let (joined, hyphened) = (format!("{start}{end}"), format!("{start}-{end}"));
        match (self.whole.contains(&joined), self.whole.contains(&hyphened)) {
            (true, _) => true,
            (false, true) => false,
            (false, false) => self.breaks_often,
        }
    }
}

/// The halves of a word that ends a line with a hyphen and goes on in small letters.
fn broken_word<'a>(line: &'a str, next: &'a str) -> Option<(&'a str, &'a str)> {
    let start = line.trim_end().strip_suffix(['-', '\u{AD}', '‐'])?.split_whitespace().next_back()?;
    let end = next.split_whitespace().next()?;
    let is_word = start.chars().next_back().is_some_and(char::is_alphabetic) && starts_small(end);
    is_word.then_some((bare_start(start), bare(end)))
}

fn is_joined(line: &str, next: &str) -> bool {
    let before = line.trim_end().strip_suffix('-').and_then(|line| line.chars().next_back());
    before.is_some_and(char::is_alphanumeric) && next.trim_start().chars().next().is_some_and(char::is_alphanumeric)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn bare_start(word: &str) -> &str {
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}
