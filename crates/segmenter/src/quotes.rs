//! Quotation marks: which are open, and what a mark does where it stands.

/// A mark that opens and the one that closes what it opened; both may be the same.
pub(crate) type Pair = (char, char);

/// The most quotations that are followed into each other; deeper ones are not counted.
const DEEPEST: usize = 8;

/// The closing marks that are awaited, innermost last.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Open {
    awaited: [char; DEEPEST],
    depth: usize,
}

impl Open {
    pub(crate) fn depth(&self) -> u8 {
        u8::try_from(self.depth).unwrap_or(u8::MAX)
    }

    pub(crate) fn awaits(&self, mark: char) -> bool {
        self.awaited[..self.depth].contains(&mark)
    }

    /// Takes the next mark of the text: it closes what awaits it, else opens, else is a stray mark.
    pub(crate) fn take(&mut self, mark: char, pairs: &[Pair]) {
        if let Some(depth) = self.awaited[..self.depth].iter().rposition(|awaited| *awaited == mark) {
            self.depth = depth;
        } else if let Some((_, close)) = pairs.iter().find(|(open, _)| *open == mark)
            && self.depth < DEEPEST
        {
            self.awaited[self.depth] = *close;
            self.depth += 1;
        }
    }

    /// Whether `mark`, glued to the terminator before it, closes a quotation.
    pub(crate) fn closes(&self, mark: char, pairs: &[Pair]) -> bool {
        let closing_only = || pairs.iter().any(|pair| pair.1 == mark) && !pairs.iter().any(|pair| pair.0 == mark);
        self.awaits(mark) || closing_only()
    }
}

#[cfg(test)]
mod tests {
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
