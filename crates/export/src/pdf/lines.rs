//! Lines that fit: a paragraph is broken between words, and within one only where it is wider than the page.
//!
//! A small part of UAX #14, for text that is mostly European: spaces, dashes and slashes between letters, and the
//! invisible marks for it. No hyphenation, and lines end where their words do.

use super::blocks::{Block, Text};
use super::face::Faces;

/// One line: which letters of which texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) width: i64,
}

/// Letters of one text on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Index into [`Block::texts`].
    pub(super) text: usize,
    pub(super) letters: String,
    pub(super) width: i64,
}

/// A letter with its width and the text it is of.
#[derive(Debug, Clone, Copy)]
struct Cell {
    letter: char,
    width: i64,
    text: usize,
}

/// The lines of a block on a page of this width.
pub(super) fn of(block: &Block, width: i64, faces: &Faces) -> Vec<Line> {
    let cells = cells(block, faces);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let outdent = if lines.is_empty() { block.hanging } else { 0 };
        let end = end_of_line(&cells, start, width - block.indent + outdent);
        lines.push(line(&cells[start..end]));
        start = end + cells[end..].iter().take_while(|cell| cell.letter == ' ').count();
    }
    lines
}

fn cells(block: &Block, faces: &Faces) -> Vec<Cell> {
    let texts = block.texts.iter().enumerate();
    texts.flat_map(|(index, text)| cells_of(index, text, block.size, faces)).collect()
}

fn cells_of(index: usize, text: &Text, size: i64, faces: &Faces) -> impl Iterator<Item = Cell> {
    let face = faces.of(text.weight());
    let letters = text.text.chars().filter(|letter| !is_unseen(*letter));
    // What a combining mark or a letter without a glyph is wide is the font's affair.
    letters.map(move |letter| Cell { letter, width: face.width(letter) * size / 1_000, text: index })
}

/// Marks that join, part or vary letters and are nothing by themselves.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The cell after the last one of the line that begins at `start`.
fn end_of_line(cells: &[Cell], start: usize, width: i64) -> usize {
    let mut used = 0;
    let mut possible = None;
    for at in start..cells.len() {
        used += cells[at].width;
        // A space that does not fit is not seen, so it may hang.
        if used > width && cells[at].letter != ' ' {
            return possible.unwrap_or(at.max(start + 1));
        }
        if breaks_after(cells, at) {
            possible = Some(at + 1);
        }
    }
    cells.len()
}

fn breaks_after(cells: &[Cell], at: usize) -> bool {
    let Some(next) = cells.get(at + 1) else { return false };
    match cells[at].letter {
        ' ' => next.letter != ' ',
        '\u{2014}' => next.letter.is_alphabetic(),
        '-' | '\u{2010}' | '\u{2013}' | '/' => {
            let before = at.checked_sub(1).and_then(|before| cells.get(before));
            next.letter.is_alphabetic() && before.is_some_and(|cell| cell.letter.is_alphabetic())
        }
        _ => false,
    }
}

/// The letters without the spaces at the end, by their texts.
fn line(cells: &[Cell]) -> Line {
    let seen = cells.iter().rposition(|cell| cell.letter != ' ').map_or(0, |last| last + 1);
    let mut pieces: Vec<Piece> = Vec::new();
    for cell in &cells[..seen] {
        match pieces.last_mut().filter(|piece| piece.text == cell.text) {
            Some(piece) => {
                piece.letters.push(cell.letter);
                piece.width += cell.width;
            }
            None => pieces.push(Piece { text: cell.text, letters: cell.letter.to_string(), width: cell.width }),
        }
    }
    Line { width: pieces.iter().map(|piece| piece.width).sum(), pieces }
}
