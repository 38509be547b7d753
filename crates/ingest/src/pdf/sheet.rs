//! A page with letters on it.
//!
//! Knows where each letter was drawn and which of them stand on one line. Does not know what lines make a paragraph.

use std::fmt;

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// The lines of a page, in the order in which they were drawn.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    /// How many bytes of text may still be drawn.
    left: usize,
    /// Whether a new string begins, before which there may be a gap.
    is_new_string: bool,
}

/// Letters that stand side by side. Lengths are in points, from the lower left corner of the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    /// Where it begins and ends.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where its letters stand.
    pub(super) base: f64,
    /// How large they are: those that most of it is set in.
    pub(super) size: f64,
}

/// From which gap on two letters are two words, in parts of their size. A blank has a quarter; kerning less than a tenth.
const WORD_GAP: f64 = 0.15;

/// From which gap on two words are two columns.
const COLUMN_GAP: f64 = 4.0;

impl Sheet {
    /// An empty page that takes so many bytes of text.
    pub(super) fn new(left: usize) -> Self {
        Self { left, ..Self::default() }
    }

    pub(super) fn left(&self) -> usize {
        self.left
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.text.trim().is_empty())
    }

    fn write(&mut self, letter: &Letter<'_>) {
        let is_new_string = std::mem::take(&mut self.is_new_string);
        let goes_on = self.lines.last().is_some_and(|line| line.takes(letter, is_new_string));
        if !goes_on {
            // Blanks at the beginning of a line say nothing.
            if letter.text.trim().is_empty() {
                return;
            }
            self.lines.push(Line {
                left: letter.x,
                right: letter.x,
                base: letter.y,
                size: letter.size,
                ..Line::default()
            });
        }
        if let Some(line) = self.lines.last_mut() {
            line.write(letter, is_new_string);
        }
    }
}

/// A letter, or several that the font has as one.
struct Letter<'a> {
    text: &'a str,
    x: f64,
    y: f64,
    width: f64,
    size: f64,
}

impl Line {
    /// Whether a letter stands on this line.
    fn takes(&self, letter: &Letter<'_>, is_new_string: bool) -> bool {
        let size = self.size.max(letter.size);
        let is_level = (letter.y - self.base).abs() < size * 0.5;
        let gap = letter.x - self.right;
        is_level && (!is_new_string || (gap > -size && gap < size * COLUMN_GAP))
    }

    fn write(&mut self, letter: &Letter<'_>, is_new_string: bool) {
        let gap = letter.x - self.right;
        if is_new_string && gap > letter.size * WORD_GAP && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        for c in letter.text.chars() {
            self.push(c);
        }
        self.right = self.right.max(letter.x + letter.width);
        self.size = self.size.max(letter.size);
    }

    /// Letters that are one in print are written as two, and those that show nothing not at all; a soft hyphen stays, for
    /// at the end of a line it is seen.
    fn push(&mut self, c: char) {
        match c {
            'ﬀ' => self.text.push_str("ff"),
            'ﬁ' => self.text.push_str("fi"),
            'ﬂ' => self.text.push_str("fl"),
            'ﬃ' => self.text.push_str("ffi"),
            'ﬄ' => self.text.push_str("ffl"),
            'ﬅ' | 'ﬆ' => self.text.push_str("st"),
            c if c.is_whitespace() => {
                if !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            }
            '\u{AD}' => self.text.push(c),
            c if crate::caption::is_harmful(c) => {}
            c => self.text.push(c),
        }
    }
}

impl OutputDev for Sheet {
    fn begin_page(
        &mut self,
        _number: u32,
        _media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.left = self.left.saturating_sub(text.len());
        if self.left == 0 {
            return Err(OutputError::FormatError(fmt::Error));
        }
        // How far the scale goes up the page; letters that are turned have the same size.
        let scale = (place.m21 * place.m21 + place.m22 * place.m22).sqrt();
        let along = (place.m11 * place.m11 + place.m12 * place.m12).sqrt();
        let letter = Letter { text, x: place.m31, y: place.m32, width: width * size * along, size: size * scale };
        let is_sound = [letter.x, letter.y, letter.width, letter.size].iter().all(|length| length.is_finite());
        if is_sound {
            self.write(&letter);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.is_new_string = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
