//! What stands on the two sides of a candidate: the token before it, and the word after it.
//!
//! Both looks are bounded, which keeps the pass linear on any text.

use crate::bytes::Kind;
use crate::letters::{WORD_LIMIT, is_blank, is_capital, is_letter, is_roman, is_small, is_token, is_upper, is_word};
use crate::profile::Profile;

/// The most bytes of blanks that the rules look across inside a sentence.
pub(crate) const GAP_LIMIT: usize = 64;

/// The token that ends at a candidate.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
}

/// What a token looks like, when no list knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing: a closing mark or a sign stands before the candidate.
    Empty,
    /// Digits, with the marks that numbers have inside.
    Number,
    /// One letter.
    Letter,
    /// Letters with full stops between: `U.S`, `p.m`.
    Dotted { letters: usize },
    /// Anything else.
    Word,
}

impl<'t> Token<'t> {
    /// The token of `text` that ends at `end`, begins not before `floor`, and has at most [`WORD_LIMIT`] bytes.
    pub(crate) fn before(text: &'t str, end: usize, floor: usize) -> Self {
        let start = token_start(text, end, floor);
        let token = &text[start..end];
        if Kind::at(token.as_bytes(), 0).is(Kind::WORD) {
            return Self { text: token, start };
        }
        // An apostrophe at the front is an opening quotation mark, or that of a form set off: "McDonald 's".
        if matches!(token, "'s" | "’s") {
            return Self { text: token, start };
        }
        let trimmed = token.trim_start_matches(['\'', '’', '-']);
        Self { text: trimmed, start: start + (token.len() - trimmed.len()) }
    }

    /// The token before this one, if only one or two blanks stand between.
    pub(crate) fn previous(&self, text: &'t str, floor: usize) -> Self {
        let blank =
            |end: usize| text[floor..end].chars().next_back().filter(|c| is_blank(*c)).map_or(0, char::len_utf8);
        let first = blank(self.start);
        let end = self.start - first - if first > 0 { blank(self.start - first) } else { 0 };
        if end == self.start { Self { text: "", start: end } } else { Self::before(text, end, floor) }
    }

    pub(crate) fn shape(&self) -> Shape {
        let mut letters = self.text.chars();
        match (letters.next(), letters.next()) {
            (None, _) => Shape::Empty,
            (Some(c), _) if c.is_ascii_digit() => self.shape_of_number(),
            (Some(c), None) if is_letter(c) => Shape::Letter,
            // `U.S`, `S.-Ə`, `J-P`
            (Some(_), Some('.' | '-')) => self.shape_of_dotted(),
            _ => Shape::Word,
        }
    }

    fn shape_of_number(&self) -> Shape {
        let plain = self.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        if plain { Shape::Number } else { Shape::Word }
    }

    fn shape_of_dotted(&self) -> Shape {
        let mut letters = 0;
        for part in self.text.split(['.', '-']).filter(|part| !part.is_empty()) {
            let mut chars = part.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) if is_letter(c) => letters += 1,
                _ => return Shape::Word,
            }
        }
        Shape::Dotted { letters }
    }

    pub(crate) fn first(&self) -> Option<char> {
        self.text.chars().next()
    }

    /// A word of small letters only, or with one capital at its front: nothing like a web address or an acronym.
    pub(crate) fn is_plain_word(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(is_letter)
            && letters.all(|c| (is_letter(c) && !is_upper(c)) || matches!(c, '-' | '\'' | '’'))
    }

    /// Two capitals and more without full stops: `CIA`, which is no company.
    pub(crate) fn is_acronym(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(is_capital) && letters.next().is_some_and(is_capital) && letters.all(is_capital)
    }

    /// What stands behind the last hyphen or apostrophe, if it can be an abbreviation of its own: `Vice-Gov`, `gen.-leyt`,
    /// `1.º-min`.
    pub(crate) fn last_part(&self) -> Option<&'t str> {
        if self.text.len() < 3 {
            return None;
        }
        let (front, part) = self.text.rsplit_once(['-', '\'', '’'])?;
        (front.ends_with(['.', 'º', 'ª']) || part.starts_with(is_upper)).then_some(part)
    }

    /// Letters and digits: `18h30`, `G20`, `covid-19`.
    pub(crate) fn is_coded(&self) -> bool {
        let bytes = self.text.as_bytes();
        let (digits, letters) = (bytes.iter().any(u8::is_ascii_digit), bytes.iter().any(u8::is_ascii_alphabetic));
        digits && letters && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    }

    /// Whether marks stand in the token, or raised letters: without them it has no parts.
    pub(crate) fn has_marks(&self) -> bool {
        self.text.bytes().any(|byte| matches!(byte, b'.' | b'-' | b'\'' | 0xc2 | 0xe2))
    }

    /// What stands before a raised letter: `Dr` of `Drª`, `n` of `n.º`, `Sr` of `Sr.ªs`.
    pub(crate) fn stem(&self) -> Option<&'t str> {
        let raised = |text: &'t str| text.strip_suffix(['º', 'ª', '°']);
        let stem = raised(self.text).or_else(|| raised(self.text.strip_suffix('s')?))?;
        Some(stem.strip_suffix('.').unwrap_or(stem))
    }

    /// A number of up to three digits, or a Roman one: what an ordinal may be written with.
    pub(crate) fn counts(&self) -> bool {
        let digits = self.text.len() <= 3 && self.text.bytes().all(|byte| byte.is_ascii_digit());
        !self.text.is_empty() && (digits || is_roman(self.text))
    }

    /// A number with a raised letter: `1º`, `5.ª`.
    pub(crate) fn is_ordinal(&self) -> bool {
        self.stem().is_some_and(|stem| stem.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// A mark that opens an item when it begins a line: a letter, or numbers and Roman numerals with stops between.
    pub(crate) fn is_item_mark(&self) -> bool {
        let counts = |part: &str| {
            let digits = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
            let small = part.len() <= 5 && part.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
            !part.is_empty() && (digits || small || (part.len() <= 5 && is_roman(part)))
        };
        self.shape() == Shape::Letter || (!self.text.is_empty() && self.text.split(['.', '-']).all(counts))
    }
}

/// How what follows a candidate begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    /// The text or the paragraph ends.
    End,
    Upper,
    Lower,
    Digit,
    /// A dash that stands free.
    Dash,
    /// A sign that can open a sentence: a currency, `№`, `@`, a bullet.
    Sign,
    /// A mark that carries on the sentence: a comma, a closing bracket, a slash.
    Mark,
}

/// A mark that opens before the first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    None,
    Quote,
    Bracket,
}

/// What follows a candidate.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Next<'t> {
    pub(crate) first: First,
    /// Whether blanks stand between.
    pub(crate) blank: bool,
    pub(crate) opening: Opening,
    text: &'t str,
    /// Where the first word would begin, behind what opens; the end of the text where nothing follows.
    start: usize,
    /// Where the first word ends.
    end: usize,
}

impl<'t> Next<'t> {
    /// What follows `from`, behind any number of blanks.
    pub(crate) fn at(text: &'t str, from: usize, profile: &Profile) -> Self {
        let (start, newlines) = skip_blanks(text, from);
        Self::behind_blanks(text, start, start > from, newlines, profile)
    }

    /// What follows `from` in the same sentence: nothing behind a gap of more than [`GAP_LIMIT`] bytes.
    pub(crate) fn near(text: &'t str, from: usize, profile: &Profile) -> Self {
        let (start, newlines) = skip_blanks(text, from);
        let start = if start - from > GAP_LIMIT { text.len() } else { start };
        Self::behind_blanks(text, start, start > from, newlines, profile)
    }

    /// What stands at `start`, when the blanks before it are known.
    pub(crate) fn behind_blanks(text: &'t str, start: usize, blank: bool, newlines: usize, profile: &Profile) -> Self {
        let end =
            Self { first: First::End, blank: true, opening: Opening::None, text, start: text.len(), end: text.len() };
        if newlines > 1 {
            return end;
        }
        let (opening, at) = skip_openings(text, start, profile);
        let mut letters = text[at..].chars();
        let Some(c) = letters.next() else {
            // A mark that opens nothing is no end, as it is none before a blank.
            return if at > start { Self { first: First::Mark, ..end } } else { end };
        };
        // "[...]" and "“..." open a sentence of which the beginning is left out.
        let omission = match opening {
            Opening::None => false,
            Opening::Bracket => matches!(c, '.' | '…'),
            Opening::Quote => c == '…' || text[at..].starts_with("..."),
        };
        let first = if omission { First::Sign } else { classify(c, letters.next(), profile) };
        let end = if matches!(first, First::Mark | First::Dash | First::Sign) { at } else { end_of_word(text, at) };
        Self { first, blank, opening, text, start: at, end }
    }

    /// The first word, at most [`WORD_LIMIT`] bytes; empty if a sign or mark is first.
    pub(crate) fn word(&self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// The byte where the first word begins.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The byte where the first word ends.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Whether a full stop stands right behind the first word.
    pub(crate) fn is_stopped(&self) -> bool {
        self.text.as_bytes().get(self.end) == Some(&b'.')
    }

    /// The character right after the first word.
    pub(crate) fn after(&self) -> Option<char> {
        self.text[self.end..].chars().next()
    }
}

/// The end of the blanks that begin at `from`, and how many line breaks they hold; stops behind the second.
pub(crate) fn skip_blanks(text: &str, from: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut at, mut newlines) = (from, 0);
    while newlines < 2 {
        match bytes.get(at) {
            Some(b'\n') => {
                newlines += 1;
                at += 1;
            }
            Some(byte) if Kind::of(*byte).is(Kind::BLANK) => at += 1,
            Some(byte) if !byte.is_ascii() => match text[at..].chars().next().filter(|c| is_blank(*c)) {
                Some(c) => at += c.len_utf8(),
                None => break,
            },
            _ => break,
        }
    }
    (at, newlines)
}

/// Where the token that ends at `end` begins; a token keeps to [`WORD_LIMIT`] bytes.
fn token_start(text: &str, end: usize, floor: usize) -> usize {
    let bytes = text.as_bytes();
    let lowest = floor.max(end.saturating_sub(WORD_LIMIT));
    let mut start = end;
    while start > lowest {
        let byte = bytes[start - 1];
        if Kind::of(byte).is(Kind::WORD) {
            start -= 1;
            continue;
        }
        let width = match byte {
            b'.' | b'-' | b'\'' => 1,
            _ if byte.is_ascii() => break,
            _ => match text[floor..start].chars().next_back() {
                Some(c) if is_token(c) => c.len_utf8(),
                _ => break,
            },
        };
        if start < lowest + width {
            break;
        }
        start -= width;
    }
    start
}

/// Steps over at most four marks that open.
fn skip_openings(text: &str, from: usize, profile: &Profile) -> (Opening, usize) {
    if Kind::at(text.as_bytes(), from).is(Kind::WORD) {
        return (Opening::None, from);
    }
    let (mut opening, mut at) = (Opening::None, from);
    for c in text[from..].chars().take(4) {
        opening = match c {
            '(' | '[' => Opening::Bracket,
            '\'' | '‘' | '’' => Opening::Quote,
            '¿' | '¡' => opening,
            _ if profile.opens_quote(c) => Opening::Quote,
            _ => break,
        };
        at += c.len_utf8();
        // French marks stand off from their word by a blank.
        if c == '«' && text[at..].starts_with([' ', '\u{a0}', '\u{202f}']) {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    (opening, at)
}

/// The word that begins at `at`, at most [`WORD_LIMIT`] bytes of it.
pub(crate) fn word_at(text: &str, at: usize) -> &str {
    &text[at..end_of_word(text, at)]
}

fn end_of_word(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let highest = text.len().min(at + WORD_LIMIT);
    let mut end = at;
    while end < highest {
        let byte = bytes[end];
        if Kind::of(byte).is(Kind::WORD) {
            end += 1;
            continue;
        }
        let width = match byte {
            b'-' | b'\'' => 1,
            _ if byte.is_ascii() => break,
            _ => match text[end..].chars().next() {
                Some(c) if is_word(c) || c == '’' => c.len_utf8(),
                _ => break,
            },
        };
        if end + width > highest {
            break;
        }
        end += width;
    }
    end
}

fn classify(c: char, second: Option<char>, profile: &Profile) -> First {
    match c {
        _ if c.is_ascii_uppercase() => First::Upper,
        _ if c.is_ascii_digit() => First::Digit,
        _ if profile.dashes.contains(&c) => First::Dash,
        // `iPhone`, `eBay`
        _ if is_small(c) && second.is_some_and(is_capital) => First::Upper,
        _ if is_upper(c) => First::Upper,
        _ if is_letter(c) => First::Lower,
        _ if is_word(c) => First::Digit,
        '#' | '@' | '§' | '№' | '$' | '€' | '£' | '₼' | '+' => First::Sign,
        _ if profile.bullets.contains(&c) => First::Sign,
        // Minus signs and pictures; nothing that a sentence is built with.
        _ if !c.is_ascii() && !is_general_punctuation(c) && c > '\u{2190}' => First::Sign,
        _ => First::Mark,
    }
}

fn is_general_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_bounded_and_lies_on_characters() {
        let text = "ə".repeat(100);
        assert_eq!(Token::before(&text, text.len(), 0).text.len(), WORD_LIMIT);
        assert_eq!(Token::before("‘Mr", "‘Mr".len(), 0).text, "Mr");
    }

    #[test]
    fn shapes() {
        let shape = |text| Token { text, start: 0 }.shape();
        assert_eq!(shape("U.S"), Shape::Dotted { letters: 2 });
        assert_eq!(shape("05.03.2023"), Shape::Number);
        assert_eq!(shape("Ş"), Shape::Letter);
        assert_eq!([shape("4.º"), shape("Ph.D"), shape("10h30")], [Shape::Word; 3]);
        assert_eq!(shape(""), Shape::Empty);
    }
}
