//! Quotation marks: which are open, and what a mark does where it stands.

/// A mark that opens and the one that closes what it opened; both may be the same.
pub(crate) type Pair = (char, char);

/// The most quotations that are followed into each other; deeper ones are not counted.
const DEEPEST: usize = 8;

/// The pairs that are open, innermost last, by their number in the profile.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Open {
    pairs: [u8; DEEPEST],
    depth: u8,
}

impl Open {
    pub(crate) fn depth(&self) -> u8 {
        self.depth
    }

    pub(crate) fn awaits(&self, mark: char, pairs: &[Pair]) -> bool {
        self.find(mark, pairs).is_some()
    }

    /// How deep the innermost quotation lies that `mark` would close.
    fn find(&self, mark: char, pairs: &[Pair]) -> Option<u8> {
        let mut open = self.pairs.iter().take(usize::from(self.depth));
        let depth = open.rposition(|pair| pairs.get(usize::from(*pair)).is_some_and(|(_, close)| *close == mark))?;
        u8::try_from(depth).ok()
    }

    /// Takes the next mark of the text: it closes what awaits it, else opens, else is a stray mark.
    pub(crate) fn take(&mut self, mark: char, pairs: &[Pair]) {
        if let Some(depth) = self.find(mark, pairs) {
            self.depth = depth;
        } else if let Some(pair) = pairs.iter().position(|(open, _)| *open == mark)
            && let Some(place) = self.pairs.get_mut(usize::from(self.depth))
        {
            *place = u8::try_from(pair).unwrap_or(u8::MAX);
            self.depth += 1;
        }
    }

    /// Whether `mark`, glued to the terminator before it, closes a quotation.
    pub(crate) fn closes(&self, mark: char, pairs: &[Pair]) -> bool {
        let closing_only = || pairs.iter().any(|pair| pair.1 == mark) && !pairs.iter().any(|pair| pair.0 == mark);
        self.awaits(mark, pairs) || closing_only()
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    const PAIRS: [Pair; 4] = [('“', '”'), ('„', '“'), ('«', '»'), ('"', '"')];

    fn depths(text: &str) -> Vec<u8> {
        let mut open = Open::default();
        let depths = text.chars().map(|c| {
            open.take(c, &PAIRS);
            open.depth()
        });
        depths.collect()
    }

    #[test]
    fn one_mark_opens_in_one_style_and_closes_in_another() {
        assert_eq!(depths("“a”"), [1, 1, 0]);
        assert_eq!(depths("„a“"), [1, 1, 0]);
        assert_eq!(depths("\"«a»\""), [1, 2, 2, 1, 0]);
    }

    #[test]
    fn depth_has_a_limit_and_stray_marks_do_nothing() {
        assert_eq!(depths(&"«".repeat(20)).last(), Some(&8));
        assert_eq!(depths("»”"), [0, 0]);
    }
}
