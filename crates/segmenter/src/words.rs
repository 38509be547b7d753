//! A set of words with a value each, found by their folded form.
//!
//! A small table with open addressing: half of a sorted search's time goes into comparing strings, and the look-up stands
//! in the middle of the pass. The hash is FNV-1a, the same on every machine.

use crate::letters::Folded;

#[derive(Debug, Clone)]
pub(crate) struct Words<T> {
    entries: Vec<Entry<T>>,
    /// Number of an entry plus one; zero is an empty place. The length is a power of two.
    places: Vec<u16>,
    /// The bytes of the longest key: most words of a text are longer than any abbreviation and need no look-up.
    longest: usize,
}

#[derive(Debug, Clone)]
struct Entry<T> {
    key: Box<[u8]>,
    /// The spelling, where the entry holds for this spelling only.
    exact: Option<Box<str>>,
    value: T,
}

impl<T: Copy> Words<T> {
    /// An entry holds for all spellings of its word, or, where `is_exact` says so, for its own alone.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = (&'w str, T)>, is_exact: fn(&str) -> bool) -> Self {
        let entry = |(word, value): (&'w str, T)| {
            let exact = is_exact(word).then(|| word.into());
            Entry { key: Folded::new(word).bytes().into(), exact, value }
        };
        let mut entries: Vec<Entry<T>> = words.into_iter().map(entry).collect();
        entries.truncate(usize::from(u16::MAX) - 1);
        let mut places = vec![0; (entries.len() * 2 + 2).next_power_of_two()];
        // The exact spellings go first, so that the look-up meets them first.
        entries.sort_by_key(|entry| entry.exact.is_none());
        for (number, entry) in (1..).zip(&entries) {
            let mut place = hash(&entry.key) & (places.len() - 1);
            while places[place] != 0 {
                place = (place + 1) & (places.len() - 1);
            }
            places[place] = number;
        }
        let longest = entries.iter().map(|entry| entry.key.len()).max().unwrap_or_default();
        Self { entries, places, longest }
    }

    pub(crate) fn get(&self, word: &str) -> Option<T> {
        // Folding takes at most one byte of a character away: `İ` becomes `i`.
        if word.len() > 2 * self.longest {
            return None;
        }
        self.find(&Folded::new(word), Some(word)).map(|entry| entry.value)
    }

    /// The value of an entry that holds for this spelling alone.
    pub(crate) fn get_exact(&self, word: &str) -> Option<T> {
        self.find(&Folded::new(word), Some(word)).filter(|entry| entry.exact.is_some()).map(|entry| entry.value)
    }

    /// Looks for two words that follow each other; `e.g.` the Azerbaijani "və s".
    pub(crate) fn get_pair(&self, first: &str, second: &str) -> Option<T> {
        self.find(&Folded::pair(first, second), None).map(|entry| entry.value)
    }

    fn find(&self, folded: &Folded, spelling: Option<&str>) -> Option<&Entry<T>> {
        if folded.bytes().len() > self.longest {
            return None;
        }
        let mut place = hash(folded.bytes()) & (self.places.len() - 1);
        loop {
            let entry = self.entries.get(usize::from(self.places[place]).checked_sub(1)?)?;
            let spelled = entry.exact.as_deref().is_none_or(|exact| spelling.is_none_or(|word| word == exact));
            if *entry.key == *folded.bytes() && spelled {
                return Some(entry);
            }
            place = (place + 1) & (self.places.len() - 1);
        }
    }
}

fn hash(bytes: &[u8]) -> usize {
    let hash = bytes.iter().fold(0xcbf2_9ce4u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_entry_holds_for_its_spelling_only() {
        let words = Words::new([("S", 1), ("s", 2), ("prof", 3), ("No", 4), ("və s", 5)], |word| {
            word.contains(char::is_uppercase)
        });
        assert_eq!([words.get("S"), words.get("s")], [Some(1), Some(2)]);
        assert_eq!([words.get("PROF"), words.get("Prof"), words.get("pro")], [Some(3), Some(3), None]);
        assert_eq!([words.get("No"), words.get("no")], [Some(4), None]);
        assert_eq!(words.get_pair("Və", "s"), Some(5));
    }

    #[test]
    fn an_empty_table_finds_nothing() {
        assert_eq!(Words::<u8>::new([], |_| false).get("a"), None);
    }
}
