//! What a line is by its shape: an item of a list, a dateline, a byline, a heading.

use crate::around::{GAP_LIMIT, word_at};
use crate::bytes::{Kind, continues};
use crate::letters::{fold, is_blank, is_letter, is_roman, is_small, is_upper, is_word};
use crate::profile::{Profile, Roles};

/// The most bytes of a heading or byline.
const LINE_LIMIT: usize = 200;
/// The most bytes of a dateline: a longer head is a sentence, and is not looked at.
pub(crate) const DATELINE_LIMIT: usize = 100;
/// The most bytes of an article and the blank behind it.
pub(crate) const ARTICLE_LIMIT: usize = 5;
/// The most bytes of a line in a list that has no marks.
const ITEM_LIMIT: usize = 72;

/// The mark that opens an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A bullet.
    Bullet,
    /// A dash: an item or a turn of a dialogue.
    Dash,
    /// `1.`, `1)`: may also be the wrapped end of a sentence.
    Number(u32),
    /// `II.`: may also be an initial or a monarch.
    Roman(u32),
    /// `1.1`: may also be a quantity.
    Decimal,
    /// `a)`, `1.1.`, `(b)`
    Label,
}

/// The mark at the start of a line.
pub(crate) fn mark_at(text: &str, at: usize, profile: &Profile) -> Option<Mark> {
    if opens_word(text.as_bytes(), at) {
        return None;
    }
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let is_free = || is_followed(&rest[first.len_utf8()..]);
    match first {
        _ if profile.dashes.contains(&first) => is_free().then_some(Mark::Dash),
        _ if profile.bullets.contains(&first) => (first != '*' || is_free()).then_some(Mark::Bullet),
        '(' => closed_label(&rest[1..]),
        _ if first.is_ascii_digit() => number_mark(rest).or_else(|| closed_label(rest)),
        _ if is_letter(first) => closed_label(rest).or_else(|| roman_mark(rest)),
        _ => None,
    }
}

/// Letters with neither a stop nor a bracket right behind them: how nearly every line begins, and no mark does.
fn opens_word(bytes: &[u8], at: usize) -> bool {
    if Kind::of(bytes[at]).is(Kind::CAPITAL) && Kind::at(bytes, at + 1).is(Kind::SMALL) {
        return true;
    }
    let letters = bytes[at..].iter().take(8).take_while(|byte| Kind::of(**byte).is(Kind::LETTER)).count();
    letters > 0 && !matches!(bytes.get(at + letters), Some(b'.' | b')'))
}

/// `1.`, `12)`, `1.1`, `1.1.`, each with a blank behind it; the blank may be missing after `1.` and `1)` before a letter.
fn number_mark(rest: &str) -> Option<Mark> {
    let length = rest.bytes().take(12).take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')).count();
    let (token, after) = (&rest[..length], rest[length..].chars().next());
    let number = token.trim_end_matches('.');
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || number.split(['.', '-']).any(|part| part.is_empty() || part.len() > 2) {
        return None;
    }
    // "10-1.1." counts in laws; "5-6" is a span.
    if number.contains('-') && !(number.contains('.') && token.ends_with('.')) {
        return None;
    }
    if number.len() > digits {
        let mark = if token.ends_with('.') { Mark::Label } else { Mark::Decimal };
        return is_followed(&rest[length..]).then_some(mark);
    }
    let behind = &rest[length + usize::from(after == Some(')'))..];
    let closed = token.len() == number.len() + 1 || after == Some(')');
    let free = is_followed(behind) || behind.starts_with(is_letter);
    (closed && free).then(|| Mark::Number(number.parse().unwrap_or(0)))
}

/// Whether a blank, and soon words, follow in the same line.
fn is_followed(rest: &str) -> bool {
    let mut gap = rest.chars().take(GAP_LIMIT);
    rest.starts_with(is_blank) && gap.find(|c| !is_blank(*c) || *c == '\n').is_some_and(|c| c != '\n')
}

/// `a)`, `iv)`, `12)`, behind an opening bracket or not.
fn closed_label(rest: &str) -> Option<Mark> {
    let length = rest.char_indices().take(5).find(|(_, c)| !is_word(*c)).map(|(at, _)| at)?;
    let label = &rest[..length];
    let short = label.chars().nth(1).is_none() || label.bytes().all(|b| b.is_ascii_digit() || b"ivxIVX".contains(&b));
    let closed = rest[length..].starts_with(')') && is_followed(&rest[length + 1..]);
    (!label.is_empty() && short && closed).then_some(Mark::Label)
}

/// `I.`, `XIV.`, `iv.`
fn roman_mark(rest: &str) -> Option<Mark> {
    let length = rest.bytes().take(8).take_while(u8::is_ascii_alphabetic).count();
    let numeral = &rest[..length];
    let small = length > 1 && numeral.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let closed = rest[length..].starts_with('.') && is_followed(&rest[length + 1..]);
    (closed && (small || is_roman(numeral))).then(|| Mark::Roman(roman_value(numeral)))
}

fn roman_value(numeral: &str) -> u32 {
    let mut largest = 0;
    let digits = numeral.bytes().rev().map(|byte| match byte.to_ascii_uppercase() {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        b'C' => 100,
        b'D' => 500,
        _ => 1000,
    });
    digits.fold(0u32, |value, digit| {
        largest = largest.max(digit);
        if digit < largest { value.saturating_sub(digit) } else { value + digit }
    })
}

/// The line that begins at `from`, if it ends within the limit.
fn short_line(text: &str, from: usize, limit: usize) -> Option<&str> {
    let bytes = &text.as_bytes()[from..];
    let window = bytes.get(..limit + 1).unwrap_or(bytes);
    let length = memchr::memchr(b'\n', window).or((bytes.len() <= limit).then_some(bytes.len()))?;
    Some(text[from..from + length].trim_matches(is_blank))
}

/// Where the line that begins at `from` ends, if it can be an item of a list without marks.
pub(crate) fn end_of_bare_item(text: &str, from: usize) -> Option<usize> {
    let line = short_line(text, from, ITEM_LIMIT)?;
    let first = line.chars().next()?;
    let item = is_upper(first) || first.is_numeric() || line.ends_with([';', ',']);
    item.then(|| text[from..].find('\n').map_or(text.len(), |length| from + length + 1))
}

/// Whether two lines from `from` on are items: one alone may be a sentence that is wrapped.
pub(crate) fn opens_bare_list(text: &str, from: usize) -> bool {
    let second = end_of_bare_item(text, from);
    second.is_some_and(|second| second < text.len() && end_of_bare_item(text, second).is_some())
}

/// Whether the text is nothing but place, date and agency, in groups between commas, full stops and brackets.
pub(crate) fn is_dateline(line: &str, profile: &Profile) -> bool {
    line.len() <= DATELINE_LIMIT
        && line.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'('))
        && groups(line, profile).is_some_and(|found| found.signed(line.contains([',', '('])))
}

/// The end of a dateline that opens a paragraph and holds full stops, which are then no ends of sentences.
///
/// It runs on behind a slash, a colon or a free dash ("Bakı. 5 mart. REPORT.AZ/ …"), or closes with the full stop behind
/// its agency ("Bakı. 5 mart. AZƏRTAC. …").
pub(crate) fn end_of_dateline(text: &str, start: usize, profile: &Profile) -> Option<usize> {
    let end = text.floor_char_boundary(start + DATELINE_LIMIT);
    let head = text[start..end].split('\n').next().unwrap_or_default();
    let signed = || {
        let whole = start + head.len() < end || end == text.len();
        let found = groups(head, profile).filter(|found| whole && found.agency && found.date);
        found.map(|_| head.trim_end_matches(['.', ' ']).len())
    };
    let end = end_before_text(head, profile).or_else(signed).or_else(|| end_behind_agency(head, profile))?;
    Some(start + end)
}

/// A quick look, which turns away nearly every sentence at its second word: in a dateline a word begins with a capital or
/// a digit, or stands behind a number in its group.
pub(crate) fn opens_dateline(text: &str, start: usize, profile: &Profile) -> bool {
    let bytes = text.as_bytes();
    let highest = bytes.len().min(start + DATELINE_LIMIT);
    let letters = bytes[start..highest].iter().take_while(|byte| Kind::of(**byte).is(Kind::LETTER)).count();
    let second = text.get(start + letters..).and_then(|rest| rest.strip_prefix(' '));
    if second.is_some_and(|second| second.starts_with(is_small)) {
        return false;
    }
    let (mut at, mut group, mut numbered) = (start, start, false);
    while at < highest {
        let Some(c) = text[at..].chars().next() else { return true };
        match c {
            '\n' | '/' | ':' => return true,
            '.' | ')' if profile.plays(text[group..at].trim(), Roles::AGENCY) => return true,
            ',' | '(' | ')' | '.' => (group, numbered) = (at + 1, false),
            _ if is_blank(c) => {}
            _ if is_upper(c) || c.is_ascii_digit() => {
                numbered |= c.is_ascii_digit();
                at = end_of_part(bytes, at, highest);
                continue;
            }
            _ if profile.dashes.contains(&c) => return at > start,
            _ if numbered && profile.plays(word_at(text, at), Roles::DATE) => {
                at = end_of_part(bytes, at, highest);
                continue;
            }
            _ => return false,
        }
        at += c.len_utf8();
    }
    true
}

/// Where a blank or a mark of a dateline follows a word, whatever stands inside: `C.Bayramov`, `REPORT.AZ`.
fn end_of_part(bytes: &[u8], from: usize, highest: usize) -> usize {
    let ends = |at: usize| match bytes[at] {
        b',' | b'(' | b')' | b'/' | b':' => true,
        b'.' => Kind::at(bytes, at + 1).is(Kind::BLANK),
        byte => Kind::of(byte).is(Kind::BLANK) || matches!(byte, 0xc2 | 0xe2),
    };
    (from + 1..highest).find(|at| ends(*at)).unwrap_or(highest)
}

fn end_before_text(head: &str, profile: &Profile) -> Option<usize> {
    let bytes = head.as_bytes();
    let is_dash = |at: usize| head[at..].starts_with(|c| profile.dashes.contains(&c)) && head[..at].ends_with(is_blank);
    let ends = |at: usize| match bytes[at] {
        b'/' | b':' => true,
        byte if byte.is_ascii() => byte.is_ascii_punctuation() && is_dash(at),
        byte => !continues(byte) && !Kind::of(byte).is(Kind::PART) && is_dash(at),
    };
    let at = (0..bytes.len()).find(|at| ends(*at))?;
    let found = groups(&head[..at], profile)?;
    (found.agency || (found.date && !matches!(bytes[at], b'/' | b':'))).then_some(at)
}

fn end_behind_agency(head: &str, profile: &Profile) -> Option<usize> {
    let mut start = 0;
    let free = |at: &usize| *at > 0 && head.as_bytes().get(at + 1) == Some(&b' ');
    for at in memchr::memchr_iter(b'.', head.as_bytes()).filter(free) {
        if groups(&head[start..at], profile)?.agency {
            return Some(at);
        }
        start = at + 1;
    }
    None
}

/// What kinds of group a dateline holds.
#[derive(Debug, Default, Clone, Copy)]
struct Groups {
    place: bool,
    date: bool,
    agency: bool,
}

impl Groups {
    /// Takes the next group; `None` where it is of no kind.
    fn add(&mut self, group: &str, profile: &Profile) -> Option<()> {
        let named = is_place(group);
        let numbered = group.bytes().any(|byte| byte.is_ascii_digit());
        let kind = match () {
            () if (named || numbered) && profile.plays(group, Roles::AGENCY) => &mut self.agency,
            () if numbered && is_date(group, profile) => &mut self.date,
            () if named => &mut self.place,
            () => return None,
        };
        *kind = true;
        Some(())
    }

    fn signed(self, set_off: bool) -> bool {
        self.date || (self.agency && self.place && set_off)
    }
}

/// The groups of a dateline; `None` where one of them is none of a place, a date and an agency.
fn groups(line: &str, profile: &Profile) -> Option<Groups> {
    let mut found = Groups::default();
    let mut rest = line;
    while !rest.is_empty() {
        let end = end_of_group(rest.as_bytes());
        let group = rest[..end].trim_matches(|c: char| is_blank(c) || c == '.' || profile.dashes.contains(&c));
        if !group.is_empty() {
            found.add(group, profile)?;
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    Some(found)
}

/// Groups stand between commas, brackets, slashes, and full stops with a space behind.
fn end_of_group(bytes: &[u8]) -> usize {
    let ends = |at: usize| match bytes[at] {
        b',' | b'(' | b')' | b'/' => true,
        b'.' => bytes.get(at + 1) == Some(&b' '),
        _ => false,
    };
    (0..bytes.len()).find(|at| ends(*at)).unwrap_or(bytes.len())
}

/// A number and a month, or a date in figures.
fn is_date(group: &str, profile: &Profile) -> bool {
    let (mut number, mut word, mut figures) = (false, false, false);
    for part in group.split(is_blank).filter(|part| !part.is_empty()) {
        let part = part.trim_end_matches('.');
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            number = true;
            figures |= part.len() > 7 && part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/' | b'-'));
        } else if profile.plays(part, Roles::DATE) {
            word = true;
        } else {
            return false;
        }
    }
    number && (word || figures)
}

/// One to four words with capitals.
fn is_place(group: &str) -> bool {
    let mut words = group.split(is_blank).filter(|word| !word.is_empty());
    words.by_ref().take(4).all(|word| word.starts_with(is_upper)) && words.next().is_none()
}

/// Whether the line names its author: "By Aysel Mammadova", "Foto: …".
pub(crate) fn is_byline(line: &str, profile: &Profile) -> bool {
    let Some((opener, rest)) = line.split_once(is_blank) else { return false };
    let capital = |word: &str| word.chars().next().is_some_and(|c| is_upper(c) || word.chars().count() <= 3);
    let names = || rest.split(is_blank).count() <= 8 && rest.split(is_blank).all(capital);
    line.len() <= LINE_LIMIT && profile.plays(opener, Roles::BYLINE) && (opener.ends_with(':') || names())
}

/// Whether a paragraph of one line, which no full stop ends, is a heading.
pub(crate) fn is_heading(line: &str) -> bool {
    line.len() <= LINE_LIMIT && !line.contains('\n') && !line.ends_with([':', ',', ';'])
}

/// The last line of a text, or as much of its end as a heading may have.
pub(crate) fn last_line(text: &str) -> &str {
    let lowest = text.len().saturating_sub(LINE_LIMIT);
    let newline = memchr::memrchr(b'\n', &text.as_bytes()[lowest..]);
    newline.map_or(if lowest == 0 { text } else { "" }, |newline| &text[lowest + newline + 1..])
}

/// Whether a paragraph of one line is shouted, and so a heading whatever ends it.
pub(crate) fn is_shouted(line: &str) -> bool {
    if Kind::at(line.as_bytes(), 1).is(Kind::SMALL) {
        return false;
    }
    let raised = |c: char| if c.is_ascii() { !c.is_ascii_lowercase() } else { !is_letter(c) || fold(c) != c };
    line.chars().all(raised) && line.chars().any(is_upper) && is_heading(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_have_values() {
        assert_eq!(["I", "IV", "IX", "XIV", "XL", "MCMXCII"].map(roman_value), [1, 4, 9, 14, 40, 1992]);
    }

    #[test]
    fn marks_need_words_behind_them() {
        assert_eq!(number_mark("1. Açılış"), Some(Mark::Number(1)));
        assert_eq!(number_mark("12) Porto"), Some(Mark::Number(12)));
        assert_eq!([number_mark("1.\n"), number_mark("2021. The"), number_mark("1.5")], [None; 3]);
        assert_eq!(number_mark("1.1. This"), Some(Mark::Label));
        assert_eq!(number_mark("1.1 percent"), Some(Mark::Decimal));
        assert_eq!([closed_label("a) x"), closed_label("iv) x")], [Some(Mark::Label); 2]);
        assert_eq!([closed_label("a)x"), closed_label("word) x")], [None; 2]);
    }
}
