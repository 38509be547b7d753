//! Quotation marks of a sentence that is to stand alone: what somebody said must not become the author's own words because the
//! mark before it, or behind it, stands in another sentence.

use std::ops::Range;

use attache_schema::{Edit, EditKind, Span};

use crate::token::Token;

/// The quotation marks of a sentence.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The mark of a quotation that began in a sentence before.
    outer: Option<char>,
    marks: Vec<Mark>,
    /// The sentence without its attribution tags.
    body: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    span: Span,
    text: char,
    opens: bool,
}

impl Quotation {
    /// The quotations of a sentence, whatever stands before it; `body` are its tokens without attribution tags.
    pub(crate) fn new(tokens: &[Token<'_>], body: Range<usize>) -> Self {
        let ends = tokens.get(body.clone()).and_then(|body| body.first().zip(body.last()));
        let body = ends.map_or(0..0, |(first, last)| first.span.start..last.span.end);
        Self { outer: None, marks: marks(tokens), body }
    }

    /// Tells the sentences of a paragraph what is still open where they begin.
    pub(crate) fn join(quotations: &mut [&mut Self]) {
        let mut outer = None;
        for at in 0..quotations.len() {
            quotations[at].outer = outer;
            let later = quotations[at + 1..].iter().find_map(|later| later.marks.first());
            outer = quotations[at].left_open().filter(|_| later.is_some_and(|mark| !mark.opens));
        }
    }

    /// The mark that is still open at the end.
    fn left_open(&self) -> Option<char> {
        let mut open: Vec<char> = self.outer.into_iter().collect();
        for mark in &self.marks {
            if mark.opens {
                open.push(mark.text);
            } else {
                open.pop();
            }
        }
        open.first().copied()
    }

    /// The marks that are missing in `piece`, what is taken of the sentence, as edits at its ends.
    pub(crate) fn completed(&self, piece: Span) -> Vec<Edit> {
        let (start, end) = (self.body.start.max(piece.start), self.body.end.min(piece.end));
        if start >= end {
            return Vec::new();
        }
        let body = Span::new(start, end);
        let mut open: Vec<char> = self.outer.into_iter().collect();
        let mut before: Vec<char> = open.clone();
        let outer = before.len();
        for mark in self.marks.iter().filter(|mark| body.contains(mark.span)) {
            if mark.opens {
                open.push(mark.text);
            } else if open.pop().is_none() {
                before.push(opening(mark.text));
            }
        }
        // Two that close what nothing opened are typed wrong: nobody knows who says what.
        if before.len() > outer + 1 {
            return Vec::new();
        }
        let add = |at: usize, text: String| Edit { span: Span::new(at, at), by: EditKind::Text(text) };
        let head = (!before.is_empty()).then(|| add(body.start, before.into_iter().collect()));
        let tail = (!open.is_empty()).then(|| add(body.end, open.into_iter().rev().map(closing).collect()));
        head.into_iter().chain(tail).collect()
    }
}

/// The marks among the tokens of a sentence. Whether a straight one opens or closes, the blanks around it tell.
fn marks(tokens: &[Token<'_>]) -> Vec<Mark> {
    let mut open: Vec<char> = Vec::new();
    let mut marks = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_quote()) {
        let Some(text) = token.text.chars().next() else { continue };
        let opens = match text {
            '“' => open.last() != Some(&'„'),
            '"' => open.last() != Some(&'"') && !leans_back(tokens, at),
            _ => matches!(text, '«' | '„'),
        };
        if opens {
            open.push(text);
        } else {
            open.pop();
        }
        marks.push(Mark { span: token.span, text, opens });
    }
    marks
}

/// Whether a mark stands right behind a word and not right before one.
fn leans_back(tokens: &[Token<'_>], at: usize) -> bool {
    let behind = at.checked_sub(1).is_some_and(|before| tokens[before].touches(&tokens[at]));
    let before = tokens.get(at + 1).is_some_and(|next| next.is_word() && tokens[at].touches(next));
    behind && !before
}

fn opening(close: char) -> char {
    match close {
        '”' => '“',
        '»' => '«',
        '“' => '„',
        other => other,
    }
}

fn closing(open: char) -> char {
    match open {
        '“' | '„' => '”',
        '«' => '»',
        other => other,
    }
}
