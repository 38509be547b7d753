//! Which ids came before, in constant memory.

use std::hash::{DefaultHasher, Hash, Hasher};

/// How many ids are remembered at most: two megabytes. A stream may be longer than any memory, so an id gives up its place to a
/// later one; what is told is always true, and of what lies further apart than about this many articles not all is told.
const PLACES: usize = 1 << 18;

/// The ids that were seen lately, each by a number of 64 bits.
#[derive(Debug, Default)]
pub(crate) struct Repeats {
    seen: Vec<u64>,
}

impl Repeats {
    /// Notes an id; says whether it came before.
    pub(crate) fn note(&mut self, id: &str) -> bool {
        if self.seen.is_empty() {
            self.seen = vec![0; PLACES];
        }
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        let number = hasher.finish().max(1);
        // Always below PLACES, so it fits.
        let place = (number % PLACES as u64) as usize;
        std::mem::replace(&mut self.seen[place], number) == number
    }
}

#[cfg(test)]
mod tests {
    use super::Repeats;

    #[test]
    fn an_id_that_comes_again_is_noticed() {
        let mut repeats = Repeats::default();
        assert!(!repeats.note("a") && !repeats.note("b") && repeats.note("a"));
        // Two thousand others in between take few places.
        let news = (0..2_000).filter(|number| repeats.note(&number.to_string())).count();
        assert!(news == 0 && repeats.note("b"));
    }
}
