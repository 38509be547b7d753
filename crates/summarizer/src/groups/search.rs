//! Lays the tree of patterns over a row of chunks.

use crate::chunk::{Chunk, ChunkKind};
use crate::patterns::{Element, What};
use crate::token::{Shape, Token};

use super::captures::Trail;
use super::row::{Row, is_rest, is_tail};
use super::tree::Branch;

/// Asks for no case.
const BARE: &str = "bare";

/// Asks for the second half of a compound ("Türkiyə-**Azərbaycan**").
const JOINED: &str = "joined";

/// Lays all patterns over the chunks from one on. Of each its first match counts: what is optional is taken where it can be.
pub(super) struct Search<'r> {
    row: &'r Row<'r>,
    at: usize,
    trail: Trail<'r>,
    /// The patterns that matched so far.
    met: Vec<usize>,
    /// Where the longest match ends, of those the one that stands first in the file, and what it took.
    pub(super) best: Option<(usize, usize, Trail<'r>)>,
}

impl<'r> Search<'r> {
    pub(super) fn new(row: &'r Row<'r>, at: usize) -> Self {
        Self { row, at, trail: Trail::default(), met: Vec::new(), best: None }
    }

    pub(super) fn follow(&mut self, branches: &[usize], at: usize) {
        let row = self.row;
        for branch in branches.iter().map(|branch| &row.tree.branches[*branch]) {
            // "Received Wang Yi, minister of China, X reports": the source is cut off with the comma that closes the apposition.
            if at == row.chunks.len() && closes_apposition(&branch.element) {
                self.end(&branch.ends, at);
            }
            let before = self.trail.0.len();
            if let Some(next) = take_element(&branch.element, row, at, &mut self.trail) {
                self.go_on(branch, next);
            }
            self.trail.0.truncate(before);
            if branch.element.what == What::Rest
                && let Some(next) = row.rest_before_state(at)
                && self.trail.take(&branch.element.what, at, row).is_some()
            {
                self.go_on(branch, next);
                self.trail.0.truncate(before);
            }
            if branch.element.optional {
                self.go_on(branch, at);
            }
        }
    }

    fn go_on(&mut self, branch: &Branch, at: usize) {
        self.end(&branch.ends, at);
        self.follow(&branch.children, at);
    }

    /// Notes the patterns that end here.
    fn end(&mut self, patterns: &[usize], end: usize) {
        if patterns.is_empty() || !self.trail.is_sound(self.row) {
            return;
        }
        for number in patterns {
            if self.met.contains(number) || !self.may_begin(*number) {
                continue;
            }
            self.met.push(*number);
            let is_better =
                |(longest, first, _): &(usize, usize, Trail<'_>)| end > *longest || (end == *longest && number < first);
            if self.best.as_ref().is_none_or(is_better) {
                self.best = Some((end, *number, self.trail.clone()));
            }
        }
    }

    /// Whether a pattern may begin at the first chunk: on its branch others may.
    fn may_begin(&self, number: usize) -> bool {
        self.row.openings(self.at).any(|openings| openings.patterns.binary_search(&number).is_ok())
    }
}

fn closes_apposition(element: &Element) -> bool {
    matches!(&element.what, What::Literal(words) if words.iter().any(|word| word.letters == ","))
}

/// Whether a chunk is what an element asks for.
fn fits(element: &Element, chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    let bears = |case: &str| match case {
        BARE => chunk.ending.case.is_none(),
        JOINED => true,
        _ => chunk.has_case(case),
    };
    if !element.case.as_deref().is_none_or(bears) {
        return false;
    }
    match (&element.what, chunk.kind) {
        (What::Literal(words), ChunkKind::Word | ChunkKind::Mark) => words.fit(&tokens[chunk.tokens.start]),
        (What::Literal(words), ChunkKind::Org) if chunk.is_sent => words.fit(&tokens[chunk.tokens.start]),
        (What::Country, ChunkKind::Country)
        | (What::Host, ChunkKind::Country | ChunkKind::Org)
        | (What::Demonym | What::Citizen, ChunkKind::Demonym)
        | (What::Org, ChunkKind::Org)
        | (What::Role, ChunkKind::Role)
        | (What::Portfolio, ChunkKind::Portfolio)
        | (What::Name, ChunkKind::Name)
        | (What::Place | What::Capital, ChunkKind::Place) => true,
        (What::Rest, _) => is_rest(chunk, tokens) || chunk.kind == ChunkKind::Word,
        (What::Tail, _) => is_tail(chunk),
        (What::Field, ChunkKind::Word | ChunkKind::Name) => tokens[chunk.tokens.start].shape == Shape::Capital,
        _ => false,
    }
}

fn take_element<'p>(element: &'p Element, row: &Row<'_>, at: usize, trail: &mut Trail<'p>) -> Option<usize> {
    if element.what == What::Start {
        return row.opens(at).then_some(at);
    }
    let at = row.skip_titles(&element.what, at);
    row.chunks.get(at).filter(|chunk| fits(element, chunk, row.tokens))?;
    if element.case.as_deref() == Some(JOINED) && !row.is_joined(at) {
        return None;
    }
    trail.take(&element.what, at, row)?;
    let next = match &element.what {
        What::Literal(_) => {
            let goes_on = |chunk: &&Chunk| element.many && fits(element, chunk, row.tokens);
            return Some(at + 1 + row.chunks[at + 1..].iter().take_while(goes_on).count());
        }
        What::Rest => return row.rest_end(at),
        What::Role | What::Country => row.short_name_end(at + 1),
        What::Tail => return row.tail_end(at),
        What::Field => return Some(row.field_end(at)),
        _ => at + 1,
    };
    if !element.many {
        return Some(next);
    }
    // A list goes on as long as a separator is followed by another of the same kind.
    let (after, taken) = (row.skip_separators(next), trail.0.len());
    let more = (after > next).then(|| take_element(element, row, after, trail)).flatten();
    if more.is_none() {
        trail.0.truncate(taken);
    }
    Some(more.unwrap_or(next))
}
