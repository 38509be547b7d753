//! Sets of words that are found by their folded form, without a copy of the word.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::bytes::{Kind, continues};
use crate::letters::{fold, folded};

/// A set of words with a value each.
///
/// A small table with open addressing: half of a sorted search's time goes into comparing strings, and the look-up stands
/// in the middle of the pass. The hash is FNV-1a over folded characters, the same on every machine.
#[derive(Debug, Clone)]
pub(crate) struct Words<T> {
    entries: Vec<Entry<T>>,
    /// Number of an entry plus one; zero is an empty place. The length is a power of two.
    places: Vec<u32>,
    /// The keys of up to eight bytes as numbers, with the number of their entry: found without a loop over letters. A key of
    /// zero is an empty place.
    short: Vec<(u64, u32)>,
    /// Whether a key begins with a letter of that group: numbers, for one, need no look-up.
    heads: [bool; HEADS],
    /// The bytes of the longest key: most words of a text are longer than any abbreviation and need no look-up.
    longest: usize,
}

#[derive(Debug, Clone)]
struct Entry<T> {
    key: Box<str>,
    /// The spelling, where the entry holds for this spelling only.
    exact: Option<Box<str>>,
    value: T,
}

impl<T: Copy> Words<T> {
    /// An entry holds for all spellings of its word, or, where `is_exact` says so, for its own alone.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = (&'w str, T)>, is_exact: fn(&str) -> bool) -> Self {
        let entry = |(word, value): (&'w str, T)| {
            let exact = is_exact(word).then(|| word.into());
            Entry { key: folded(word).into(), exact, value }
        };
        let mut entries: Vec<Entry<T>> = words.into_iter().map(entry).collect();
        let mut places = vec![0; (entries.len() * 2 + 2).next_power_of_two()];
        // The exact spellings go first, so that the look-up meets them first.
        entries.sort_by_key(|entry| entry.exact.is_none());
        for (number, entry) in (1..).zip(&entries) {
            let place = free_place(&places, hash(entry.key.chars().map(u32::from)), |place| *place == 0);
            places[place] = number;
        }
        let mut heads = [false; HEADS];
        for entry in &entries {
            entry.key.chars().next().into_iter().for_each(|letter| heads[head_of(letter)] = true);
        }
        let mut short = vec![(0, 0); places.len()];
        for (number, entry) in (0..).zip(&entries) {
            if let Some(key) = packed(entry.key.as_bytes()) {
                let place = free_place(&short, scatter(key), |(key, _)| *key == 0);
                short[place] = (key, number);
            }
        }
        let longest = entries.iter().map(|entry| entry.key.len()).max().unwrap_or_default();
        Self { entries, places, short, heads, longest }
    }

    pub(crate) fn get(&self, word: &str) -> Option<T> {
        self.find(word, |entry| entry.exact.as_deref().is_none_or(|exact| exact == word))
    }

    /// The value of an entry that holds for this spelling alone.
    pub(crate) fn get_exact(&self, word: &str) -> Option<T> {
        self.find(word, |entry| entry.exact.as_deref() == Some(word))
    }

    /// Looks for two words that follow each other: the Azerbaijani "və s".
    pub(crate) fn get_pair(&self, first: &str, second: &str) -> Option<T> {
        let letters = first.chars().chain([' ']).chain(second.chars()).map(fold);
        let spelled = |exact: &str| {
            exact.strip_suffix(second).and_then(|rest| rest.strip_suffix(' ')).is_some_and(|rest| rest == first)
        };
        let found =
            |entry: &&Entry<T>| entry.exact.as_deref().is_none_or(spelled) && entry.key.chars().eq(letters.clone());
        self.probe(hash(letters.clone().map(u32::from))).find(found).map(|entry| entry.value)
    }

    fn find(&self, word: &str, spelled: impl Fn(&Entry<T>) -> bool) -> Option<T> {
        if let Some(key) = packed(word.as_bytes()) {
            let found = self.find_short(small(key), &spelled);
            // Letters outside ASCII may have another case than the key.
            if found.is_some() || key & HIGH_BITS == 0 {
                return found;
            }
        }
        let head = word.chars().next().map(fold)?;
        // Folding takes at most one byte of two away: `İ` becomes `i`.
        if word.len() > 2 * self.longest || !self.heads[head_of(head)] {
            return None;
        }
        let found = if word.is_ascii() {
            let hash = hash(word.bytes().map(|byte| u32::from(byte.to_ascii_lowercase())));
            self.probe(hash).find(|entry| entry.key.eq_ignore_ascii_case(word) && spelled(entry))
        } else {
            let letters = word.chars().map(fold);
            let hash = hash(letters.clone().map(u32::from));
            self.probe(hash).find(|entry| entry.key.chars().eq(letters.clone()) && spelled(entry))
        };
        found.map(|entry| entry.value)
    }

    fn find_short(&self, key: u64, spelled: impl Fn(&Entry<T>) -> bool) -> Option<T> {
        let mut place = scatter(key) & (self.short.len() - 1);
        while self.short[place].0 != 0 {
            let (known, number) = self.short[place];
            if known == key {
                let entry =
                    self.entries.get(usize::try_from(number).unwrap_or_default()).filter(|entry| spelled(entry));
                if let Some(entry) = entry {
                    return Some(entry.value);
                }
            }
            place = (place + 1) & (self.short.len() - 1);
        }
        None
    }

    /// The entries from the place of a hash to the next empty place.
    fn probe(&self, hash: usize) -> impl Iterator<Item = &Entry<T>> {
        let mut place = hash & (self.places.len() - 1);
        core::iter::from_fn(move || {
            let number = usize::try_from(self.places[place]).unwrap_or_default();
            place = (place + 1) & (self.places.len() - 1);
            self.entries.get(number.checked_sub(1)?)
        })
    }
}

/// The first empty place from that of a hash on. The length of a table is a power of two, and one place is always empty.
fn free_place<P>(places: &[P], hash: usize, is_empty: impl Fn(&P) -> bool) -> usize {
    let mut place = hash & (places.len() - 1);
    while !is_empty(&places[place]) {
        place = (place + 1) & (places.len() - 1);
    }
    place
}

/// The highest bit of each of eight bytes, which no letter of ASCII has.
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// A word of one to eight bytes as a number.
fn packed(word: &[u8]) -> Option<u64> {
    let length = word.len();
    if let (Some(first), Some(last), 4..=8) = (word.first_chunk::<4>(), word.last_chunk::<4>(), length) {
        let (first, last) = (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)));
        return Some(first | last << (8 * (length - 4)));
    }
    let byte = |at: usize| u64::from(word[at]) << (8 * at);
    (1..4).contains(&length).then(|| byte(0) | byte(length / 2) | byte(length - 1))
}

/// The capitals of ASCII made small; where another byte stands with them, nothing is.
fn small(key: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    if key & HIGH_BITS != 0 {
        return key;
    }
    let from_a = key + ONES * (0x80 - u64::from(b'A'));
    let behind_z = key + ONES * (0x7f - u64::from(b'Z'));
    key | (from_a & !behind_z & HIGH_BITS) >> 2
}

fn scatter(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}

/// How many groups first letters fall into.
const HEADS: usize = 64;

fn head_of(letter: char) -> usize {
    letter as usize % HEADS
}

/// FNV-1a, a letter at a time.
fn hash(letters: impl Iterator<Item = u32>) -> usize {
    let hash = letters.fold(0xcbf2_9ce4u32, |hash, letter| (hash ^ letter).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}

/// The letters of ASCII, and one slot for all that is none.
const SLOTS: usize = 27;
const OTHER: usize = SLOTS - 1;

/// Which lengths the words of a set have, by their last two letters: says of nearly every word that it is not in the set,
/// and never says so of one that is.
#[derive(Debug, Clone)]
pub(crate) struct Endings(Box<[u32]>);

impl Endings {
    /// What the last words of `words` end in.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut endings = Self(vec![0; SLOTS * SLOTS].into());
        words.into_iter().for_each(|word| endings.add(&folded(word)));
        endings
    }

    fn add(&mut self, key: &str) {
        let mut letters = key.chars().rev().take_while(|c| *c != ' ');
        let (Some(last), before) = (letters.next(), letters.next()) else { return };
        let count = 1 + usize::from(before.is_some()) + letters.count();
        for last in slots_of(last) {
            for before in before.map_or([OTHER; 2], slots_of) {
                self.0[last * SLOTS + before] |= 1 << count.min(31);
            }
        }
    }

    /// Whether a word of the set may end as `word` does, whatever its length.
    pub(crate) fn may_end(&self, word: &[u8]) -> bool {
        self.0[place_of(word)] != 0
    }

    /// Whether a word with that tip may be in the set.
    pub(crate) fn may_hold(&self, tip: Tip) -> bool {
        self.0[tip.place] & tip.length != 0
    }
}

/// What [`Endings`] look at in a word: its last two letters and its length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tip {
    place: usize,
    length: u32,
}

impl Tip {
    pub(crate) fn of(word: &str) -> Self {
        let word = word.as_bytes();
        let count = word.iter().filter(|byte| !continues(**byte)).count();
        Self { place: place_of(word), length: 1 << count.min(31) }
    }
}

/// The place of the last two letters of a word.
fn place_of(word: &[u8]) -> usize {
    let width = if word.last().is_some_and(|byte| byte.is_ascii()) { 1 } else { 2 };
    slot_before(word, word.len()) * SLOTS + slot_before(word, word.len().saturating_sub(width))
}

/// A letter of a key may stand for one outside ASCII: `i` for `ı` and `İ`.
fn slots_of(letter: char) -> [usize; 2] {
    match letter {
        'i' => [usize::from(b'i' - b'a'), OTHER],
        'a'..='z' => [letter as usize - 'a' as usize; 2],
        _ => [OTHER; 2],
    }
}

/// The slot of the letter that ends at `end`.
fn slot_before(word: &[u8], end: usize) -> usize {
    match word[..end].last() {
        Some(byte) if Kind::of(*byte).is(Kind::SMALL) || Kind::of(*byte).is(Kind::CAPITAL) => {
            usize::from(byte.to_ascii_lowercase() - b'a')
        }
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_entry_holds_for_its_spelling_only() {
        let words = Words::new([("S", 1), ("s", 2), ("prof", 3), ("No", 4), ("və s", 5), ("on X", 6)], |word| {
            word.contains(char::is_uppercase)
        });
        assert_eq!([words.get("S"), words.get("s")], [Some(1), Some(2)]);
        assert_eq!([words.get("PROF"), words.get("Prof"), words.get("pro")], [Some(3), Some(3), None]);
        assert_eq!([words.get("No"), words.get("no")], [Some(4), None]);
        assert_eq!(words.get_pair("Və", "s"), Some(5));
        assert_eq!([words.get_pair("on", "X"), words.get_pair("on", "x")], [Some(6), None]);
    }

    #[test]
    fn short_words_are_numbers() {
        let lengths = ["a", "ab", "abc", "abcd", "abcdefg", "abcdefgh"];
        for (at, word) in lengths.iter().enumerate() {
            let key = packed(word.as_bytes()).expect("up to eight bytes");
            assert!(lengths[..at].iter().all(|other| packed(other.as_bytes()) != Some(key)), "{word}");
            assert_eq!(small(packed(word.to_uppercase().as_bytes()).expect("as many bytes")), key, "{word}");
        }
        assert_eq!([packed(b""), packed(b"abcdefghi")], [None; 2]);
        assert_eq!(small(u64::from_le_bytes(*b"@[`{AZaz")), u64::from_le_bytes(*b"@[`{azaz"));
    }

    #[test]
    fn an_empty_table_finds_nothing() {
        assert_eq!(Words::<u8>::new([], |_| false).get("a"), None);
    }

    #[test]
    fn endings_never_deny_a_word_of_the_set() {
        let words = ["səh", "prof", "mlrd", "şəki", "və s", "əı", "bakı", "dəq"];
        let endings = Endings::of(words);
        for word in ["səh", "Prof", "PROF", "mlrd", "şəki", "ŞƏKİ", "Şəkı", "BAKI", "Bakİ", "dəq", "ƏI", "xs"]
        {
            let known = words.contains(&folded(word).as_str());
            assert!(endings.may_hold(Tip::of(word)) || !known, "{word}");
        }
        for word in ["prozas", "nazirlik", "get"] {
            assert!(!endings.may_hold(Tip::of(word)), "{word}");
        }
    }
}
