//! Lines at places: pages are filled from the top, and nothing stands alone.
//!
//! A heading stays with the first lines of what it heads; of a paragraph that is parted two lines at least stand on either side.

use super::blocks::{Block, POINT, Rule};
use super::face::Faces;
use super::lines::{self, Line};

/// A4 in thousandths of a point.
pub(super) const PAGE: (i64, i64) = (595_276, 841_890);
pub(super) const MARGIN: i64 = 70 * POINT;
const TOP: i64 = 64 * POINT;
const BOTTOM: i64 = 72 * POINT;

/// How far a rule stands from the text above it.
const RULE_GAP: i64 = 5 * POINT;

/// One page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Index of its edition.
    pub(super) edition: usize,
    pub(super) placed: Vec<Placed>,
    /// The heights at which a thin line runs across.
    pub(super) rules: Vec<i64>,
}

/// Lines of one block that stand on one page.
#[derive(Debug)]
pub(super) struct Placed {
    /// Index of the block.
    pub(super) block: usize,
    /// The lines with their left ends and base lines, from the lower left of the page.
    pub(super) lines: Vec<(i64, i64, Line)>,
}

/// What is being filled.
struct Filling<'a> {
    blocks: &'a [Block],
    lines: Vec<Vec<Line>>,
    pages: Vec<Page>,
    /// The upper edge of the room that is left on the last page.
    y: i64,
}

/// All pages; at least one.
pub(super) fn fill(blocks: &[Block], faces: &Faces) -> Vec<Page> {
    let width = PAGE.0 - 2 * MARGIN;
    let lines = blocks.iter().map(|block| lines::of(block, width, faces)).collect();
    let mut filling = Filling { blocks, lines, pages: vec![Page::default()], y: PAGE.1 - TOP };
    for index in 0..blocks.len() {
        filling.place(index);
    }
    filling.pages
}

impl Filling<'_> {
    fn place(&mut self, index: usize) {
        let block = &self.blocks[index];
        if index > 0 && self.blocks[index - 1].edition != block.edition {
            self.turn(block.edition);
        }
        let begun = self.pages.last().is_some_and(|page| !page.placed.is_empty());
        let before = if begun { self.above(block) } else { 0 };
        if begun && self.y - before - self.needed(index) < BOTTOM {
            self.turn(block.edition);
        } else {
            self.y -= before;
        }
        if block.rule == Some(Rule::Above) && begun {
            let height = self.y + RULE_GAP;
            self.page().rules.push(height);
        }
        self.place_lines(index);
        if block.rule == Some(Rule::Below) {
            let height = self.y - RULE_GAP + 2 * POINT;
            self.page().rules.push(height);
            self.y = height;
        }
        self.y -= block.after;
    }

    fn above(&self, block: &Block) -> i64 {
        block.before + if block.rule == Some(Rule::Above) { 2 * RULE_GAP } else { 0 }
    }

    /// How much room there must be before a block is begun: two lines of it (three, if the third would stand alone), and for a
    /// heading those of what follows too.
    fn needed(&self, index: usize) -> i64 {
        let block = &self.blocks[index];
        let count = self.lines[index].len();
        if !block.keeps {
            return block.leading * count_within(count, if count == 3 { 3 } else { 2 });
        }
        let own = block.leading * count_within(count, usize::MAX) + block.after;
        let next = self.blocks.get(index + 1).filter(|next| next.edition == block.edition);
        // Four headings in a row would be an odd bulletin; so many and no more are kept together.
        own + next.map_or(0, |next| next.before + self.needed_after(index + 1, 3))
    }

    fn needed_after(&self, index: usize, depth: usize) -> i64 {
        match (self.blocks[index].keeps, depth) {
            (true, 0) => self.blocks[index].leading,
            (true, _) => {
                let own = self.blocks[index].leading * count_within(self.lines[index].len(), 3);
                let next = self.blocks.get(index + 1);
                own + next.map_or(0, |next| next.before + self.needed_after(index + 1, depth - 1))
            }
            (false, _) => self.blocks[index].leading * count_within(self.lines[index].len(), 2),
        }
    }

    fn place_lines(&mut self, index: usize) {
        let block = &self.blocks[index];
        let mut rest = std::mem::take(&mut self.lines[index]).into_iter().enumerate().peekable();
        let total = rest.len();
        while rest.peek().is_some() {
            let left = rest.len();
            let fits = usize::try_from((self.y - BOTTOM) / block.leading).unwrap_or(0);
            let full = self.pages.last().is_none_or(|page| !page.placed.is_empty());
            let count = match left {
                _ if fits >= left => left,
                _ if fits == 0 && full => 0,
                // The last line would stand alone overleaf.
                _ if left - fits == 1 && fits > 2 => fits - 1,
                _ => fits.max(1),
            };
            let mut lines = Vec::with_capacity(count);
            for (number, line) in rest.by_ref().take(count) {
                self.y -= block.leading;
                let outdent = if number == 0 { block.hanging } else { 0 };
                // The base line stands a quarter of the leading above the lower edge.
                lines.push((MARGIN + block.indent - outdent, self.y + block.leading / 4, line));
            }
            if !lines.is_empty() {
                self.page().placed.push(Placed { block: index, lines });
            }
            if rest.peek().is_some() {
                debug_assert!(total > 0);
                self.turn(block.edition);
            }
        }
    }

    fn turn(&mut self, edition: usize) {
        self.pages.push(Page { edition, ..Page::default() });
        self.y = PAGE.1 - TOP;
    }

    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }
}

/// A count of lines, at most `most`, as a factor.
fn count_within(count: usize, most: usize) -> i64 {
    i64::try_from(count.min(most)).unwrap_or(i64::MAX / 1_000_000)
}
