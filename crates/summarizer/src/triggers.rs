//! Where the words that tell an event stand in a sentence; looked up once and asked often.

use std::ops::Range;

/// The words of one rule in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Trigger {
    pub(crate) tokens: Range<usize>,
    /// Index of the rule in `patterns.toml`.
    pub(crate) rule: usize,
}

/// All of a sentence: the first, of those the longest, of those the rule that stands first in the file.
#[derive(Debug, Default)]
pub(crate) struct Triggers(Vec<Trigger>);

impl Triggers {
    pub(crate) fn new(mut found: Vec<Trigger>) -> Self {
        found.sort_by(|a, b| {
            let (one, other) = (&a.tokens, &b.tokens);
            one.start.cmp(&other.start).then(other.end.cmp(&one.end)).then(a.rule.cmp(&b.rule))
        });
        Self(found)
    }

    /// Those that do not begin inside of one of these ranges of tokens.
    pub(crate) fn outside(mut self, taken: &[Range<usize>]) -> Self {
        self.0.retain(|trigger| !taken.iter().any(|range| range.contains(&trigger.tokens.start)));
        self
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Trigger> {
        self.0.iter()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that begin at a token.
    pub(crate) fn at(&self, at: usize) -> &[Trigger] {
        self.within(at..at + 1)
    }

    /// Those that begin in a range of tokens.
    pub(crate) fn within(&self, range: Range<usize>) -> &[Trigger] {
        let from = self.0.partition_point(|trigger| trigger.tokens.start < range.start);
        let to = self.0.partition_point(|trigger| trigger.tokens.start < range.end);
        self.0.get(from..to).unwrap_or(&[])
    }
}
