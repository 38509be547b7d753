//! What belongs to the terminators behind them: closing marks, and references to notes.

use super::Segments;
use crate::around::{First, Next, Token};
use crate::boundary::{Closed, Run};
use crate::bytes::Kind;
use crate::letters::{is_blank, is_word};
use crate::quotes::Open;

/// The most bytes of a reference in square brackets.
const NOTE_LIMIT: usize = 40;

/// The terminators at a candidate and what closes behind them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    pub(super) run: Run,
    pub(super) run_end: usize,
    pub(super) end: usize,
    pub(super) closed: Closed,
    pub(super) open: Open,
}

impl Segments<'_> {
    /// Reads the terminators at `at` and what belongs to them: closing marks and references to notes.
    pub(super) fn read_tail(&self, start: usize, at: usize) -> Tail {
        let (run, run_end) = read_run(self.text, at);
        let mut tail = Tail { run, run_end, end: run_end, closed: Closed::default(), open: self.state.open };
        while let Some(length) = self.read_closing(&mut tail) {
            tail.end += length;
        }
        tail.end += self.read_note_number(start, at, &tail);
        tail
    }

    /// The length of the closing mark or note at the end of the tail.
    fn read_closing(&self, tail: &mut Tail) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let close = tail.end + usize::from(bytes.get(tail.end) == Some(&b' '));
        if Kind::at(bytes, close).is(Kind::WORD) {
            return None;
        }
        let rest = &self.text[tail.end..];
        let c = rest.chars().next()?;
        let after = || rest[c.len_utf8()..].chars().next();
        match c {
            ')' | ']' | '}' => tail.closed.bracket = true,
            '[' => return note_length(rest),
            '(' => return number_length(rest),
            '*' | '†' | '‡' if !after().is_some_and(|c| !is_blank(c) && c != '*') => {}
            '¹' | '²' | '³' | '⁰'..='⁹' => {}
            '\'' | '’' if !after().is_some_and(is_word) => tail.closed.quote = true,
            _ if self.profile.is_quote(c) => return self.read_closing_quote(tail, c, after()),
            ' ' | '\u{a0}' | '\u{202f}' => return self.read_distant_quote(tail, c.len_utf8()),
            _ => return None,
        }
        Some(c.len_utf8())
    }

    fn read_closing_quote(&self, tail: &mut Tail, mark: char, after: Option<char>) -> Option<usize> {
        let pairs = &self.profile.quotes;
        let closes = tail.open.closes(mark, pairs);
        let opens_nothing = !after.is_some_and(|c| c.is_alphanumeric() || self.profile.opens_quote(c));
        if !closes && (!opens_nothing || pairs.iter().all(|(_, close)| *close != mark)) {
            return None;
        }
        if closes {
            tail.open.take(mark, pairs);
        }
        tail.closed.quote = true;
        Some(mark.len_utf8())
    }

    /// A closing mark behind one blank, as French and tokenised texts have it.
    fn read_distant_quote(&self, tail: &mut Tail, blank: usize) -> Option<usize> {
        let mut rest = self.text[tail.end + blank..].chars();
        let mark = rest.next().filter(|mark| tail.open.awaits(*mark, &self.profile.quotes))?;
        if tail.closed.quote || rest.next().is_some_and(|c| !is_blank(c) && c != ',') {
            return None;
        }
        tail.open.take(mark, &self.profile.quotes);
        tail.closed.quote = true;
        Some(blank + mark.len_utf8())
    }

    /// The length of a bare number glued to a full stop, which refers to a note: "grave.1 Mais", "grave.1,2".
    fn read_note_number(&self, start: usize, at: usize, tail: &Tail) -> usize {
        if !Kind::at(self.text.as_bytes(), tail.end).is(Kind::DIGIT) {
            return 0;
        }
        let rest = &self.text[tail.end..];
        let digits = rest.bytes().take(7).take_while(|b| b.is_ascii_digit() || *b == b',').count();
        let number = &rest[..digits];
        if number.split(',').any(|part| !(1..4).contains(&part.len()))
            || tail.run != Run::Dot
            || rest[digits..].starts_with(|c: char| !is_blank(c))
        {
            return 0;
        }
        let token = Token::before(self.text, at, start);
        let closed = self.text[start..at].ends_with([')', '»', '”']);
        let word = closed || (token.is_plain_word() && token.text.chars().nth(2).is_some());
        let known = !closed && self.profile.abbreviations.get(token.text).is_some();
        let next = Next::at(self.text, tail.end + digits, self.profile).first;
        if word && !known && matches!(next, First::Upper | First::End) { digits } else { 0 }
    }
}

/// The terminators that begin at `at`, and where they end; "…", "...", ". . ." and "?!" are one run.
fn read_run(text: &str, at: usize) -> (Run, usize) {
    let bytes = text.as_bytes();
    let (mut end, mut dots, mut strong) = (at, 0, false);
    while let Some(byte) = bytes.get(end) {
        end += match byte {
            b'.' => 1,
            b'!' | b'?' => {
                strong = true;
                1
            }
            b' ' if is_spaced_dot(&text[end..]) => 2,
            0xe2 if text[end..].starts_with('…') => {
                dots += 1;
                '…'.len_utf8()
            }
            _ => break,
        };
        dots += 1;
    }
    let run = match dots {
        _ if strong => Run::Strong,
        0 | 1 => Run::Dot,
        _ => Run::Ellipsis,
    };
    (run, end)
}

fn is_spaced_dot(rest: &str) -> bool {
    rest.starts_with(" .") && !rest[2..].starts_with(is_word)
}

/// The length of a reference in square brackets, glued to the terminator: `[3]`, `[3, 5]`, `[citation needed]`.
fn note_length(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(NOTE_LIMIT).position(|byte| byte == b']')?;
    // No terminators inside: each would begin the same note anew, and a row of notes would be read again at each.
    let inside = |c: char| is_word(c) || matches!(c, ' ' | ',' | '-' | '–');
    let note = &rest[1..end];
    (!note.is_empty() && note.chars().all(inside) && !note.starts_with(' ')).then_some(end + 1)
}

/// The length of a reference in round brackets, which holds a number: `(1)`.
fn number_length(rest: &str) -> Option<usize> {
    let digits = rest.bytes().skip(1).take(4).take_while(u8::is_ascii_digit).count();
    let closed = rest.as_bytes().get(digits + 1) == Some(&b')');
    (closed && (1..4).contains(&digits)).then_some(digits + 2)
}
