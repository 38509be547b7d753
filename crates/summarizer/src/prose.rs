//! Prose first: which lines of a page are news.
//!
//! Knows the shapes of titles, by-lines and date lines; the words that give them away stand in
//! `locales/<tag>/reading.toml` under `[prose]`.

use std::collections::BTreeSet;

use attache_schema::{Block, BlockKind, Date, Span, word_count};
use serde::Deserialize;

use crate::dates::numeric_date;
use crate::folded::{FoldTable, Folded};
use crate::lexis::starts_upper;
use crate::token::ITEM_MARKS;
use crate::words::{Starts, Words};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct ProseFile {
    /// A line that begins so is a by-line ("By …").
    byline: Vec<String>,
    /// A line that begins so is no news ("Read also").
    junk_start: Vec<String>,
    /// A line that holds this is no news ("all rights reserved").
    junk_part: Vec<String>,
    /// A line that is just this is no news ("Share").
    junk_line: Vec<String>,
    /// What names behind a paragraph who took the photograph above it ("Photo:").
    credits: Vec<String>,
    /// The fewest words of a sentence on a line of its own; six where the file does not say.
    shortest: Option<usize>,
    /// What takes up, at the head of a paragraph, what the line before it said ("… says that **this was told by** X"). Behind a title a
    /// line that is taken up so is the first sentence, though its stop is missing.
    takes_up: Vec<String>,
    /// Words of a month or day, for telling date lines.
    date_words: Vec<String>,
    /// Words for a day that a lead has and a headline has not ("yesterday").
    lead_words: Vec<String>,
}

/// The prose rules of one language, folded.
#[derive(Debug)]
pub(crate) struct Prose {
    words: ProseFile,
    junk_lines: Words,
    junk_starts: Starts,
    junk_parts: Starts,
}

/// A line of so many words is running text although its end was cut off.
const LONG: usize = 20;

/// The most words of the credit of a photograph.
const CREDIT: usize = 8;

/// The fewest words of a sentence on a line of its own, in languages whose words are not whole phrases.
const SHORTEST: usize = 6;
/// The fewest words of a first sentence behind its date line, and the most of the date line.
const FIRST_SENTENCE: usize = 12;
const DATELINE: usize = 6;
/// The most words of a line that says when something was published.
const STAMP: usize = 14;

/// In how many words of a paragraph it takes up the line before.
const HEAD: usize = 14;

/// A line or several joined ones, before it is known what it is.
#[derive(Debug)]
struct Unit {
    span: Span,
    /// Whether a blank line or the beginning of the text stands before it.
    detached: bool,
}

impl Prose {
    pub(crate) fn new(raw: ProseFile, table: &FoldTable) -> Self {
        let fold = |words: Vec<String>| -> Vec<String> { words.iter().map(|word| table.fold_str(word)).collect() };
        let words = ProseFile {
            byline: fold(raw.byline),
            junk_start: fold(raw.junk_start),
            junk_part: fold(raw.junk_part),
            junk_line: fold(raw.junk_line),
            credits: fold(raw.credits),
            shortest: raw.shortest,
            takes_up: fold(raw.takes_up),
            date_words: fold(raw.date_words),
            lead_words: fold(raw.lead_words),
        };
        Self {
            junk_lines: words.junk_line.iter().cloned().collect(),
            junk_starts: Starts::new(&words.junk_start),
            junk_parts: Starts::new(&words.junk_part),
            words,
        }
    }

    /// The blocks of a text in order.
    pub(crate) fn blocks(&self, text: &str, folded: &Folded) -> Vec<Block> {
        let (stamp, body) = cut_stamp(text);
        let mut blocks: Vec<Block> =
            stamp.map(|(_, span)| Block { span, kind: BlockKind::Dateline }).into_iter().collect();
        let units = self.part_credits(text, folded, units(text, body));
        let is_junk = |unit: &Unit| self.is_junk(folded, unit.span) || is_credited(unit.span.of(text));
        let junk: Vec<bool> = units.iter().map(is_junk).collect();
        let words: Vec<usize> = units.iter().map(|unit| word_count(unit.span.of(text))).collect();
        let all = || units.iter().zip(&words).zip(&junk);
        let is_prose =
            |((unit, words), is_junk): ((&Unit, &usize), &bool)| !is_junk && self.is_prose(unit.span.of(text), *words);
        let first_prose = all().position(is_prose);
        for (index, ((unit, words), is_junk)) in all().enumerate() {
            let before = first_prose.is_none_or(|first| index < first);
            let kind = if *is_junk { BlockKind::Junk } else { self.classify(text, folded, (unit, *words), before) };
            blocks.push(Block { span: unit.span, kind });
        }
        promote_items(text, &mut blocks, &junk);
        demote_capitals(text, &mut blocks);
        demote_trailing_titles(&mut blocks);
        demote_teasers(text, &mut blocks);
        self.promote_lead(text, folded, &mut blocks, &junk);
        demote_foretold(text, &mut blocks, folded);
        demote_repeats(text, &mut blocks, folded);
        demote_author_note(text, &mut blocks);
        blocks
    }

    /// Parts the credit of a photograph from the paragraph before it ("… the two ministers said. Photo: X/Agency"), where that is
    /// running text and no caption.
    fn part_credits(&self, text: &str, folded: &Folded, units: Vec<Unit>) -> Vec<Unit> {
        let mut parted = Vec::with_capacity(units.len());
        for unit in units {
            match self.credit_at(text, folded, unit.span) {
                Some((end, start)) => {
                    parted.push(Unit { span: Span::new(unit.span.start, end), detached: unit.detached });
                    parted.push(Unit { span: Span::new(start, unit.span.end), detached: false });
                }
                None => parted.push(unit),
            }
        }
        parted
    }

    /// Where the text before a credit at the end of a paragraph ends, and where the credit begins, in bytes.
    fn credit_at(&self, text: &str, folded: &Folded, span: Span) -> Option<(usize, usize)> {
        let line = span.of(text);
        let stop = line.rfind(". ").filter(|stop| word_count(&line[stop + 1..]) <= CREDIT)?;
        let start = span.start + stop + 1 + (line[stop + 1..].len() - line[stop + 1..].trim_start().len());
        let credit = folded.slice(start, span.end).trim_start_matches('(');
        let is_credit = self.words.credits.iter().any(|mark| credit.starts_with(mark.as_str()));
        let before = Span::new(span.start, span.start + stop + 1);
        let is_news = is_credit && word_count(before.of(text)) >= LONG && !self.is_junk(folded, before);
        is_news.then_some((before.end, start))
    }

    /// Behind a title and right before the first paragraph, which takes it up, a second title is the first sentence of the article. `junk`
    /// tells of the last blocks which the file lists as no news.
    fn promote_lead(&self, text: &str, folded: &Folded, blocks: &mut [Block], junk: &[bool]) {
        let Some(body) = blocks.iter().position(|block| block.kind == BlockKind::Prose) else { return };
        let Some(lead) = body.checked_sub(1) else { return };
        let is_title = |block: &Block| block.kind == BlockKind::Title;
        let line = blocks[lead].span.of(text);
        let is_listed = (lead + junk.len()).checked_sub(blocks.len()).is_none_or(|at| junk[at]);
        let is_lead = is_title(&blocks[lead])
            && !is_listed
            && word_count(line) >= self.words.shortest.unwrap_or(SHORTEST)
            && !line.contains(':')
            && blocks[..lead].iter().any(is_title);
        if is_lead && self.is_taken_up(folded.slice(blocks[body].span.start, blocks[body].span.end)) {
            blocks[lead].kind = BlockKind::Prose;
        }
    }

    /// Whether a paragraph takes up, among its first words, what the line before it said.
    fn is_taken_up(&self, paragraph: &str) -> bool {
        let words: Vec<&str> = paragraph.split_whitespace().take(HEAD).collect();
        let stands = |phrase: &str| {
            let parts = phrase.split_whitespace().count();
            words.windows(parts).any(|pair| pair.iter().copied().eq(phrase.split_whitespace()))
        };
        self.words.takes_up.iter().any(|phrase| stands(phrase))
    }

    /// What a unit is that is no junk.
    fn classify(&self, text: &str, folded: &Folded, (unit, words): (&Unit, usize), before_prose: bool) -> BlockKind {
        let line = unit.span.of(text);
        let letters = folded.slice(unit.span.start, unit.span.end);
        if words <= 10 && self.words.byline.iter().any(|start| starts_with_word(letters, start)) {
            return BlockKind::Byline;
        }
        if self.is_prose(line, words) {
            return BlockKind::Prose;
        }
        let is_lead = || before_prose && self.tells_day(letters);
        if words >= FIRST_SENTENCE && (self.opens_with_dateline(line, folded, unit.span) || is_lead()) {
            return BlockKind::Prose;
        }
        if words <= 12 && self.is_dateline(line, letters) {
            return BlockKind::Dateline;
        }
        if before_prose && (2..=3).contains(&words) && unit.detached && is_name_like(line) {
            return BlockKind::Byline;
        }
        if words >= 3 { BlockKind::Title } else { BlockKind::Junk }
    }

    /// Running text ends in a stop; a long line is running text although its end was cut off.
    fn is_prose(&self, line: &str, words: usize) -> bool {
        // A short line that trails off is the head of another article ("… realizou a entrega…").
        let trails_off = line.ends_with('…') || line.ends_with("...");
        let ends = (ends_sentence(line) || ends_before_mark(line)) && !trails_off;
        (words >= self.words.shortest.unwrap_or(SHORTEST) && ends) || words >= LONG
    }

    /// Whether the file lists a line, its beginning or a part of it as no news.
    pub(crate) fn is_junk(&self, folded: &Folded, span: Span) -> bool {
        let line = folded.slice(span.start, span.end);
        let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || self.junk_lines.has(bare)
            || self.starts_as_junk(bare)
            || self.has_junk(line)
            || is_address(bare)
    }

    fn starts_as_junk(&self, line: &str) -> bool {
        self.junk_starts.at(line.as_bytes()).iter().any(|start| starts_with_word(line, start))
    }

    fn has_junk(&self, line: &str) -> bool {
        let bytes = line.as_bytes();
        // Those of a group begin alike: the third byte tells most of them from what stands here.
        let third =
            |part: &String, at: usize| part.as_bytes().get(2).is_none_or(|third| bytes.get(at + 2) == Some(third));
        let stands = |part: &String, at: usize| third(part, at) && bytes[at..].starts_with(part.as_bytes());
        let is_junk = |at: usize, words: &[String]| words.iter().any(|part| stands(part, at));
        let mut pairs = bytes.windows(2).enumerate();
        let last = bytes.len().saturating_sub(1);
        pairs.any(|(at, pair)| {
            self.junk_parts.open_with(pair[0], pair[1]) && is_junk(at, self.junk_parts.at(&bytes[at..]))
        }) || is_junk(last, self.junk_parts.at(&bytes[last..]))
    }

    /// Whether a place and a day stand before a colon or dash at the head of a line ("Lima, May 12: The minister …"): then it is the
    /// first sentence, though its stop is missing.
    fn opens_with_dateline(&self, line: &str, folded: &Folded, span: Span) -> bool {
        let Some(close) = line.find([':', '—', '–']).filter(|close| word_count(&line[..*close]) <= DATELINE) else {
            return false;
        };
        let head = &line[..close];
        head.contains([',', '[', '(']) && self.is_dateline(head, folded.slice(span.start, span.start + close))
    }

    /// Whether a line says "yesterday" or the like: a headline does not, and a lead may have lost its stop.
    fn tells_day(&self, folded: &str) -> bool {
        let mut words = folded.split(|c: char| !(c.is_alphanumeric() || c == '-'));
        words.any(|word| self.words.lead_words.iter().any(|lead| lead == word))
    }

    fn is_dateline(&self, line: &str, folded: &str) -> bool {
        let has_month = || {
            folded
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| self.words.date_words.iter().any(|month| word.starts_with(month.as_str())))
        };
        let has_date = || {
            line.split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
                .any(|word| numeric_date(word).is_some() || has_slashes_of_a_date(word))
        };
        if line.bytes().any(|b| b.is_ascii_digit()) {
            has_date() || has_month() || is_clock(line)
        } else {
            is_clock(line)
        }
    }
}

/// A caption ends in the agency and the photographer: "… on Monday. (Xinhua/Li Ming)".
fn is_credited(line: &str) -> bool {
    let inside = line.trim_end_matches('.').strip_suffix(')').and_then(|line| line.rsplit_once('('));
    let Some((agency, name)) = inside.and_then(|(_, inside)| inside.split_once('/')) else { return false };
    let is_name = |words: &str| word_count(words) > 0 && words.split_whitespace().all(starts_upper);
    is_name(agency) && is_name(name) && (2..=4).contains(&word_count(name))
}

/// Digits and marks alone.
fn is_clock(line: &str) -> bool {
    line.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c.is_ascii_punctuation())
}

/// A short line with a day in numbers is no end of the line above ("por Redação, publicado: 12/08/2016 14h02").
fn is_stamp(line: &str) -> bool {
    let mut words = line.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    word_count(line) <= STAMP && words.any(|word| numeric_date(word).is_some() || has_slashes_of_a_date(word))
}

/// `15/07/2024`, `7/15/24`: which number is the month is for the date patterns of the language to say.
fn has_slashes_of_a_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('/').collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number)
}

/// The mark that a crawler put before the text, `date 2023-03-06`, with its day, and where the text begins.
pub(crate) fn cut_stamp(text: &str) -> (Option<(Date, Span)>, usize) {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    let Some(after) = rest.strip_prefix("date ") else { return (None, start) };
    let width = after.find(char::is_whitespace).unwrap_or(after.len());
    match after[..width].parse::<Date>() {
        Ok(date) => {
            let end = start + "date ".len() + width;
            (Some((date, Span::new(start, end))), end)
        }
        Err(_) => (None, start),
    }
}

fn units(text: &str, from: usize) -> Vec<Unit> {
    let mut paragraphs: Vec<Vec<Span>> = vec![Vec::new()];
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            let start = at + (line.len() - line.trim_start().len());
            paragraph.push(Span::new(start, start + trimmed.len()));
        }
        at += line.len();
    }
    let is_narrow = is_narrow(text, &paragraphs);
    let mut units = Vec::new();
    paragraphs.iter().for_each(|paragraph| join_lines(text, paragraph, is_narrow, &mut units));
    units
}

/// Joins the lines of a paragraph that a narrow window broke, and keeps lines that are paragraphs of their own apart: in
/// narrow text a short line that ends a sentence closes its paragraph.
fn join_lines(text: &str, paragraph: &[Span], is_narrow: bool, units: &mut Vec<Unit>) {
    let width = hard_wrap_width(text, paragraph);
    let widest = paragraph.iter().map(|line| line.len()).max().filter(|_| is_narrow);
    let mut previous: Option<Span> = None;
    for line in paragraph.iter().copied() {
        let breaks_off = |previous: Span| {
            widest.is_some_and(|widest| is_full(previous, widest)) && !ends_sentence(previous.of(text))
        };
        let continues = previous.is_some_and(|previous| {
            let line = line.of(text);
            let goes_on = !ends_sentence(previous.of(text)) && starts_small(line);
            let is_open = goes_on || width.is_some_and(|width| is_full(previous, width)) || breaks_off(previous);
            is_open && !is_stamp(line)
        });
        match units.last_mut() {
            Some(unit) if continues => unit.span = unit.span.to(line),
            _ => units.push(Unit { span: line, detached: previous.is_none() }),
        }
        previous = Some(line);
    }
}

/// The width of lines that a narrow window broke: behind a full line that is open the sentence mostly goes on in small letters.
/// Headlines one below the other begin anew.
fn hard_wrap_width(text: &str, lines: &[Span]) -> Option<usize> {
    let (widest, small, breaks) = open_breaks(text, lines)?;
    (small > 0 && small * 2 >= breaks).then_some(widest)
}

/// Whether a narrow window broke the lines of the whole text, so that a paragraph need not show it by itself: in "… during Prime /
/// Minister X's visit" no line begins small.
fn is_narrow(text: &str, paragraphs: &[Vec<Span>]) -> bool {
    let told = paragraphs.iter().filter_map(|lines| open_breaks(text, lines));
    let (small, breaks) = told.fold((0, 0), |(small, breaks), (_, more, all)| (small + more, breaks + all));
    small >= SHOWN && small * 2 >= breaks
}

/// As many lines that go on in small letters show that a narrow window broke the text.
const SHOWN: usize = 4;

/// The widest of narrow lines; behind how many full lines that are open the next one begins small, and how many those are.
fn open_breaks(text: &str, lines: &[Span]) -> Option<(usize, usize, usize)> {
    let widest = lines.iter().map(|line| line.len()).max().filter(|widest| *widest <= 100)?;
    let is_open = |line: &Span| is_full(*line, widest) && !ends_sentence(line.of(text));
    let breaks = || lines.windows(2).filter(|pair| is_open(&pair[0]));
    let small = breaks().filter(|pair| starts_small(pair[1].of(text))).count();
    Some((widest, small, breaks().count()))
}

fn starts_small(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase)
}

fn is_full(line: Span, width: usize) -> bool {
    line.len() * 3 >= width * 2
}

pub(crate) fn ends_sentence(line: &str) -> bool {
    let line = line
        .trim_end_matches(|c: char| matches!(c, '"' | '”' | '»' | '“' | ')' | ']' | '\'' | '’') || c.is_whitespace());
    line.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// "… tələb olunub. (nümunə.az)", "… tələb olunub./nümunə.az", "… tələb olunub. /Nümunə/", "… tələb olunub. -02B-": behind its stop a sentence may bear the
/// mark of who sent it.
fn ends_before_mark(line: &str) -> bool {
    let line = line.strip_suffix('/').unwrap_or(line);
    let bracket = line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
    let dashes = line.strip_suffix('-').and_then(|line| line.rsplit_once('-'));
    let (before, mark) = bracket.or(dashes).or_else(|| line.rsplit_once('/')).unwrap_or(("", ""));
    let is_mark = !mark.is_empty() && mark.len() <= MARK && mark.split_whitespace().count() <= 2;
    is_mark && before.trim_end().ends_with(['.', '!', '?', '…'])
}

/// The most bytes of the mark of who sent a piece.
const MARK: usize = 30;

fn starts_with_word(line: &str, start: &str) -> bool {
    line.strip_prefix(start)
        .is_some_and(|rest| !start.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric))
}

fn is_name_like(line: &str) -> bool {
    line.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase) && !word.ends_with(','))
}

fn is_address(line: &str) -> bool {
    (line.starts_with("http") || line.starts_with("www.")) && !line.contains(' ')
}

/// What a paragraph lists behind its colon is part of it, however short the items are. `junk` tells of the last blocks which the
/// file lists as no news.
fn promote_items(text: &str, blocks: &mut [Block], junk: &[bool]) {
    let first = blocks.len() - junk.len();
    let mut has_entries = false;
    for at in first.max(1)..blocks.len() {
        if blocks[at - 1].kind == BlockKind::Prose && !junk[at - first] && opens_list(text, &blocks[at..]) {
            blocks[at].kind = BlockKind::Prose;
        }
        let (before, line) = (&blocks[at - 1], blocks[at].span.of(text));
        let told = before.span.of(text);
        let is_listing = told.ends_with(':') || closes_item(told);
        let opens = before.kind == BlockKind::Prose && (is_listing || is_item(told) || has_entries);
        // One line alone may be anything.
        let is_next_entry = || blocks.get(at + 1).is_some_and(|next| is_entry(next.span.of(text)));
        has_entries = opens && is_entry(line) && (has_entries || (told.ends_with(':') && is_next_entry()));
        let is_member = is_item(line) || has_entries || (is_listing && (closes_item(line) || ends_sentence(line)));
        if opens && is_member && !junk[at - first] {
            blocks[at].kind = BlockKind::Prose;
        }
    }
}

/// Whether a line is an item of a list: "• …", "- …", "1. …", "(2) …".
fn is_item(line: &str) -> bool {
    let rest = line.strip_prefix(ITEM_MARKS).or_else(|| behind_number(line));
    rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_alphanumeric))
}

/// What stands behind the number of an item and its stop or bracket.
fn behind_number(line: &str) -> Option<&str> {
    let line = line.strip_prefix('(').unwrap_or(line);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    ((1..=2).contains(&digits) && rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// Whether a line may name one of a list that needs no mark: "Ambassador X, Republic of Peru", without a stop.
fn is_entry(line: &str) -> bool {
    let opens = line.starts_with(|c: char| c.is_uppercase());
    let is_parted = line.contains(", ") || line.contains(" (") || line.contains(" – ") || line.contains(" - ");
    opens && is_parted && !ends_sentence(line) && word_count(line) < LONG
}

/// Whether a line, however short, opens a list with its colon: "The appointees are: // 1. …".
fn opens_list(text: &str, blocks: &[Block]) -> bool {
    let line = |at: usize| blocks.get(at).map_or("", |block| block.span.of(text));
    let is_told = line(0).ends_with(':') && word_count(line(0)) >= OPENER;
    is_told && (is_item(line(1)) || (is_entry(line(1)) && is_entry(line(2))))
}

/// The fewest words of a line that opens a list.
const OPENER: usize = 3;

/// Whether a line is a member of a list that goes on: "… in Lima;", "… in Lima; and".
fn closes_item(line: &str) -> bool {
    let behind = line.rsplit_once(';').map(|(_, behind)| behind.trim());
    behind.is_some_and(|word| word.chars().all(char::is_lowercase))
}

/// Where sentences are written as everywhere, a line that is all in capitals is a caption or a headline, whatever mark it ends in.
fn demote_capitals(text: &str, blocks: &mut [Block]) {
    let has_small = |block: &Block| block.span.of(text).contains(char::is_lowercase);
    let has_capital = |block: &Block| block.span.of(text).contains(char::is_uppercase);
    let is_prose = |block: &Block| block.kind == BlockKind::Prose;
    if blocks.iter().any(|block| is_prose(block) && has_small(block)) {
        let shouted = blocks.iter_mut().filter(|block| is_prose(block) && has_capital(block) && !has_small(block));
        shouted.for_each(|block| block.kind = BlockKind::Junk);
    }
}

/// Titles after the last prose are teasers.
fn demote_trailing_titles(blocks: &mut [Block]) {
    let last = blocks.iter().rposition(|block| block.kind == BlockKind::Prose).map_or(0, |last| last + 1);
    for block in &mut blocks[last..] {
        if block.kind == BlockKind::Title && last > 0 {
            block.kind = BlockKind::Junk;
        }
    }
}

/// A line that trails off under a headline which stands below the article is the beginning of another article.
fn demote_teasers(text: &str, blocks: &mut [Block]) {
    let mut has_prose = false;
    for at in 1..blocks.len() {
        let trails_off = |line: &str| line.ends_with('…') || line.ends_with("...");
        has_prose |= blocks[at - 1].kind == BlockKind::Prose;
        let is_headed = has_prose && matches!(blocks[at - 1].kind, BlockKind::Title | BlockKind::Junk);
        if is_headed && blocks[at].kind == BlockKind::Prose && trails_off(blocks[at].span.of(text)) {
            blocks[at].kind = BlockKind::Junk;
        }
    }
}

/// A last paragraph that begins with the name in the by-line ("Marta Quiroga writes on gardens.") is about the author.
fn demote_author_note(text: &str, blocks: &mut [Block]) {
    let prose = |block: &Block| block.kind == BlockKind::Prose;
    let Some(last) = blocks.iter().rposition(prose).filter(|last| blocks[..*last].iter().any(prose)) else { return };
    let note = blocks[last].span.of(text);
    let is_named = |byline: &str| {
        let rest = byline.split_once(' ').map_or("", |(_, rest)| rest);
        [byline, rest].iter().any(|name| name.contains(' ') && note.starts_with(name))
    };
    let mut bylines = blocks.iter().filter(|block| block.kind == BlockKind::Byline);
    if bylines.any(|block| is_named(block.span.of(text).trim())) {
        blocks[last].kind = BlockKind::Junk;
    }
}

/// A line that says what an earlier line said is not said again; but a sentence may say what its headline said.
fn demote_repeats(text: &str, blocks: &mut [Block], folded: &Folded) {
    let (mut titles, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for block in blocks {
        let line = folded.slice(block.span.start, block.span.end).trim_matches(|c: char| !c.is_alphanumeric());
        let is_sentence = block.kind == BlockKind::Prose && ends_sentence(block.span.of(text));
        if seen.contains(line) || (!is_sentence && titles.contains(line)) {
            block.kind = BlockKind::Junk;
        }
        match block.kind {
            BlockKind::Junk => {}
            BlockKind::Title => _ = titles.insert(line),
            _ => _ = seen.insert(line),
        }
    }
}

/// A line above the article that a paragraph below begins with is a headline or a caption: "The fire took ten buses" over "The
/// fire took ten buses. Nobody was hurt."
fn demote_foretold(text: &str, blocks: &mut [Block], folded: &Folded) {
    let letters = |block: &Block| folded.slice(block.span.start, block.span.end).trim_start_matches(ITEM_MARKS).trim();
    for at in 0..blocks.len().min(ABOVE) {
        let line = blocks[at].span.of(text);
        let may_be_above = blocks[at].kind == BlockKind::Prose && (!ends_sentence(line) || ends_before_mark(line));
        let (above, below) = blocks.split_at(at + 1);
        let told = bare_end(letters(&above[at]));
        let goes_on = |rest: &str| rest.trim_start_matches(CLOSING).starts_with(['.', '!', '?', '…']);
        let tells_again =
            |block: &Block| block.kind == BlockKind::Prose && letters(block).strip_prefix(told).is_some_and(goes_on);
        if may_be_above && !told.is_empty() && below.iter().any(tells_again) {
            blocks[at].kind = BlockKind::Junk;
        }
    }
}

/// So many lines at the head of a page may be what a paragraph below begins with.
const ABOVE: usize = 12;

/// Marks that may stand before the stop of a sentence.
const CLOSING: [char; 5] = ['"', '”', '»', '’', ')'];

/// A line without the mark of its sender and the stop before it.
fn bare_end(line: &str) -> &str {
    let inside = line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
    let before = inside.filter(|(_, mark)| mark.len() <= MARK).map_or(line, |(before, _)| before);
    before.trim_end().trim_end_matches(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_ends_in_its_agency_and_photographer() {
        assert!(is_credited("Minister Priit Tamm speaks at a meeting in Lima, on May 5. (Meridian/Ana Serpa)"));
        assert!(!is_credited("The two bodies will open an office in Lima next year (UN/OCHA)."));
        assert!(!is_credited("The ministers met in Lima (see the notes / Annex One below)."));
    }

    #[test]
    fn behind_its_stop_a_sentence_may_bear_the_mark_of_who_sent_it() {
        assert!(ends_before_mark("Peru səfiri nazirliyə çağırılıb. /Nümunə/"));
        assert!(ends_before_mark("Peru səfiri nazirliyə çağırılıb./nümunə.az"));
        assert!(ends_before_mark("Peru səfiri nazirliyə çağırılıb. -04C-"));
        assert!(!ends_before_mark("Peru səfiri nazirliyə çağırılıb /Nümunə/"));
        assert!(!ends_before_mark("Peru səfiri nazirliyə çağırılıb -04C-"));
    }

    #[test]
    fn in_narrow_text_a_paragraph_goes_on_behind_a_capital() {
        let text = "Foreign Minister Priit Tamm held talks on Monday\nwith the visiting foreign minister of Peru, who\n\
                    will stay in Tallinn until the end of the week\nand travel on from there.\n\n\
                    The two reviewed what was agreed during Prime\nMinister Liga Kalna's visit to Lima in the spring.\n\n\
                    They agreed to hold the first meeting of the joint\ncommittee in autumn.";
        let lines: Vec<&str> = units(text, 0).iter().map(|unit| unit.span.of(text)).collect();
        assert_eq!(lines.len(), 3, "{lines:?}");
    }

    #[test]
    fn narrow_lines_are_joined_up_to_the_short_line_that_ends_a_paragraph() {
        let text = "O Presidente de Angola recebeu hoje a ministra\ndos Negócios Estrangeiros de Cabo Verde para\ndebater a energia e os transportes.\n\
                    A visita da ministra, que decorre até sexta,\nfoi a primeira desde a sua tomada de posse em\nLuanda.\nXYZ // ABC.";
        let lines: Vec<&str> = units(text, 0).iter().map(|unit| unit.span.of(text)).collect();
        let starts: Vec<&str> = lines.iter().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(starts, ["O", "XYZ"], "{lines:?}");
    }
}
