//! The two typefaces, and which of their letters a document uses.
//!
//! `fonts/` holds Noto Serif with the letters of Europe, Turkey and the Caucasus. What it has not is drawn as the font's
//! own empty box, with the letter itself behind it for who searches or copies.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;
use ttf_parser::{Face as Font, GlyphId};

use crate::ExportError;

const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSerif-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/NotoSerif-Bold.ttf");

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) const BOTH: [Self; 2] = [Self::Regular, Self::Bold];
}

/// Both typefaces.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    pub(super) fn load() -> Result<Self, ExportError> {
        Ok(Self { regular: Face::load(REGULAR)?, bold: Face::load(BOLD)? })
    }

    pub(super) fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub(super) fn of_mut(&mut self, weight: Weight) -> &mut Face {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        }
    }
}

/// One typeface.
pub(super) struct Face {
    data: &'static [u8],
    font: Font<'static>,
    /// The letters used so far, by the numbers that they have in the file.
    used: GlyphRemapper,
    letters: BTreeMap<u16, char>,
}

impl Face {
    fn load(data: &'static [u8]) -> Result<Self, ExportError> {
        let font = Font::parse(data, 0).map_err(|error| ExportError::writer("the PDF font", error))?;
        Ok(Self { data, font, used: GlyphRemapper::new(), letters: BTreeMap::new() })
    }

    /// The glyph of a letter; none where the font has none.
    fn glyph(&self, letter: char) -> Option<GlyphId> {
        let letter = if letter == '\u{a0}' || letter == '\u{202f}' { ' ' } else { letter };
        self.font.glyph_index(letter).filter(|glyph| glyph.0 != 0)
    }

    pub(super) fn has(&self, letter: char) -> bool {
        self.glyph(letter).is_some()
    }

    /// The width of a letter, or of the box in its place, at one point: thousandths.
    pub(super) fn width(&self, letter: char) -> i64 {
        let glyph = self.glyph(letter).unwrap_or_default();
        self.scaled(i64::from(self.font.glyph_hor_advance(glyph).unwrap_or(0)))
    }

    /// The number of a letter in the file, which from now on holds it. The box has number 0.
    pub(super) fn take(&mut self, letter: char) -> u16 {
        let Some(glyph) = self.glyph(letter) else { return 0 };
        let number = self.used.remap(glyph.0);
        self.letters.entry(number).or_insert(letter);
        number
    }

    /// Every number of the file with its width; the box first.
    pub(super) fn widths(&self) -> Vec<i64> {
        let advance = |glyph| self.font.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        self.used.remapped_gids().map(|glyph| self.scaled(i64::from(advance(glyph)))).collect()
    }

    /// Which letter each number stands for.
    pub(super) fn letters(&self) -> &BTreeMap<u16, char> {
        &self.letters
    }

    /// The font with the letters that were taken and no others.
    pub(super) fn subset(&self) -> Result<Vec<u8>, ExportError> {
        subsetter::subset(self.data, 0, &self.used).map_err(|error| ExportError::writer("the PDF font", error))
    }

    pub(super) fn ascent(&self) -> i64 {
        self.scaled(i64::from(self.font.ascender()))
    }

    pub(super) fn descent(&self) -> i64 {
        self.scaled(i64::from(self.font.descender()))
    }

    pub(super) fn cap_height(&self) -> i64 {
        self.scaled(i64::from(self.font.capital_height().unwrap_or(714)))
    }

    pub(super) fn bounds(&self) -> [i64; 4] {
        let bounds = self.font.global_bounding_box();
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|it| self.scaled(i64::from(it)))
    }

    fn scaled(&self, units: i64) -> i64 {
        units * 1_000 / i64::from(self.font.units_per_em()).max(1)
    }
}
