//! Words as numbers, for sets that are asked at every word of a text.

use std::borrow::Cow;

use crate::token::Token;

/// A word as a number: up to seven bytes are packed whole, with their count; of longer ones the number is a hash with its
/// highest bit set, and the letters have to be compared too.
pub(crate) fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if let Some(packed) = pack(bytes) {
        return packed;
    }
    let (chunks, rest) = bytes.as_chunks::<8>();
    let chunks = chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).chain(pack(rest));
    chunks.fold(bytes.len() as u64, |hash, chunk| (hash.rotate_left(5) ^ chunk).wrapping_mul(HASH)) | HASHED
}

const HASHED: u64 = 1 << 63;
/// The multiplier of FxHash.
const HASH: u64 = 0x517c_c1b7_2722_0a95;

/// Up to seven bytes, the first one lowest, and their count on top. Two overlapping halves are read rather than a slice of
/// any length copied, which would be a call.
fn pack(bytes: &[u8]) -> Option<u64> {
    let letters = match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        _ if bytes.len() > 7 => return None,
        (Some(head), Some(tail)) => {
            let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
            half(head) | half(tail) << (8 * (bytes.len() - 4))
        }
        _ => bytes.iter().rev().fold(0, |packed, byte| packed << 8 | u64::from(*byte)),
    };
    Some(letters | (bytes.len() as u64) << 56)
}

/// Whether two words with the same [`key`] are one.
pub(crate) fn is_same(key: u64, a: &str, b: &str) -> bool {
    key & HASHED == 0 || a == b
}

/// Where a word with this key is looked for first in so many slots, a power of two.
pub(crate) fn slot_of(key: u64, slots: usize) -> usize {
    (key.wrapping_mul(HASH) >> 32) as usize & (slots - 1)
}

/// The slots of an open hash table: a power of two, at most half of them taken, by the number of an entry plus one.
#[derive(Debug, Default)]
struct Slots(Vec<u32>);

impl Slots {
    /// Slots for these keys, numbered in their order; of two that stand for one word the first is found.
    fn of(keys: impl ExactSizeIterator<Item = u64>, room: usize) -> Self {
        let mut slots = Self(vec![0; (keys.len().max(room) * 2).next_power_of_two().max(2)]);
        for (number, key) in keys.enumerate() {
            if let Err(free) = slots.find(key, |_| false) {
                slots.take(free, number);
            }
        }
        slots
    }

    /// The number of the entry that is asked for, or the free slot in which it would be.
    fn find(&self, key: u64, is_it: impl Fn(usize) -> bool) -> Result<usize, usize> {
        // A plain loop: it runs several times for each word of a text, and mostly ends at the first look.
        let Some(last) = self.0.len().checked_sub(1) else { return Err(0) };
        let mut slot = slot_of(key, last + 1);
        while let Some(number) = (self.0[slot] as usize).checked_sub(1) {
            if is_it(number) {
                return Ok(number);
            }
            slot = (slot + 1) & last;
        }
        Err(slot)
    }

    fn take(&mut self, slot: usize, number: usize) {
        self.0[slot] = number as u32 + 1;
    }

    /// Whether more entries than these would take more than half.
    fn are_full(&self, entries: usize) -> bool {
        entries * 2 >= self.0.len()
    }
}

/// Some words as bits, those share one whose keys are mixed alike: most words that are asked of a small set are turned away here.
#[derive(Debug, Default, Clone, Copy)]
struct Sign(u64);

impl Sign {
    fn of(keys: &[u64]) -> Self {
        Self(keys.iter().fold(0, |bits, key| bits | Self::bit(*key)))
    }

    fn bit(key: u64) -> u64 {
        1 << (key.wrapping_mul(HASH) >> 58)
    }

    fn may_hold(self, key: u64) -> bool {
        self.0 & Self::bit(key) != 0
    }
}

/// What belongs to each of some words, in an order that nobody sees.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    sign: Sign,
    slots: Slots,
    keys: Vec<u64>,
    entries: Vec<(String, T)>,
}

impl<T> WordMap<T> {
    /// Of two entries under one word the first is found.
    pub(crate) fn new(entries: impl IntoIterator<Item = (String, T)>) -> Self {
        let (keys, entries): (Vec<u64>, Vec<(String, T)>) =
            entries.into_iter().map(|entry| (key(&entry.0), entry)).unzip();
        Self { sign: Sign::of(&keys), slots: Slots::of(keys.iter().copied(), 0), keys, entries }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.get_keyed(key(word), word)
    }

    /// As `get`, for a word whose key is known.
    #[inline]
    pub(crate) fn get_keyed(&self, key: u64, word: &str) -> Option<&T> {
        if self.sign.may_hold(key) { self.look_up(key, word) } else { None }
    }

    #[inline(never)]
    fn look_up(&self, key: u64, word: &str) -> Option<&T> {
        let is_it = |number: usize| self.keys[number] == key && is_same(key, &self.entries[number].0, word);
        self.slots.find(key, is_it).ok().map(|number| &self.entries[number].1)
    }
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { sign: Sign::default(), slots: Slots::default(), keys: Vec::new(), entries: Vec::new() }
    }
}

/// A set of single folded words.
#[derive(Debug, Default)]
pub(crate) struct Words(WordMap<()>);

impl Words {
    pub(crate) fn new(words: &[String], fold: &dyn Fn(&str) -> String) -> Self {
        words.iter().map(|word| fold(word)).collect()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.keys.len()
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }

    /// As `has`, for a word whose key is known.
    #[inline]
    pub(crate) fn has_keyed(&self, key: u64, word: &str) -> bool {
        self.0.get_keyed(key, word).is_some()
    }

    /// As `has`, for the word of a token.
    #[inline]
    pub(crate) fn holds(&self, token: &Token<'_>) -> bool {
        self.has_keyed(token.key, token.word)
    }
}

impl FromIterator<String> for Words {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        Self(WordMap::new(words.into_iter().map(|word| (word, ()))))
    }
}

/// Words numbered in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Numbering<'a> {
    slots: Slots,
    words: Vec<(u64, Cow<'a, str>)>,
}

impl<'a> Numbering<'a> {
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word with its [`key`]; the next one if it is new.
    pub(crate) fn number(&mut self, key: u64, word: Cow<'a, str>) -> u32 {
        if self.slots.are_full(self.words.len()) {
            self.slots = Slots::of(self.words.iter().map(|(key, _)| *key), 2 * self.words.len().max(ROOM));
        }
        let number = self.look_up(key, &word).unwrap_or_else(|free| {
            self.slots.take(free, self.words.len());
            self.words.push((key, word));
            self.words.len() - 1
        });
        number as u32
    }

    /// The words in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &str)> {
        self.words.iter().map(|(key, word)| (*key, word.as_ref()))
    }

    /// The number of a word that came before.
    pub(crate) fn find(&self, key: u64, word: &str) -> Option<u32> {
        self.look_up(key, word).ok().map(|number| number as u32)
    }

    fn look_up(&self, key: u64, word: &str) -> Result<usize, usize> {
        self.slots.find(key, |number| {
            let (known, text) = &self.words[number];
            *known == key && is_same(key, text, word)
        })
    }
}

/// For how many words there is room at first.
const ROOM: usize = 32;

/// The first two bytes of some words, as bits: nearly all other words are turned away here before they are looked for.
#[derive(Debug)]
pub(crate) struct Beginnings([u64; 64]);

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Beginnings {
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        self.may_begin_bytes(word.as_bytes())
    }

    pub(crate) fn may_begin_bytes(&self, word: &[u8]) -> bool {
        let (row, bit) = Self::place(word);
        self.0[row] & bit != 0
    }

    /// Where no two words of small Latin letters share a bit that begin otherwise.
    fn place(word: &[u8]) -> (usize, u64) {
        let byte = |at: usize| word.get(at).copied().unwrap_or(0);
        (usize::from(byte(0) & 63), 1 << (byte(1) & 63))
    }
}

impl<'w> FromIterator<&'w str> for Beginnings {
    fn from_iter<I: IntoIterator<Item = &'w str>>(words: I) -> Self {
        let mut beginnings = Self::default();
        for word in words {
            let (row, bit) = Self::place(word.as_bytes());
            match word.len() {
                0 => return Self([u64::MAX; 64]),
                // Anything may follow.
                1 => beginnings.0[row] = u64::MAX,
                _ => beginnings.0[row] |= bit,
            }
        }
        beginnings
    }
}

/// Ends of words, by which a class of them is known.
#[derive(Debug, Default)]
pub(crate) struct WordEnds(Vec<String>);

impl WordEnds {
    pub(crate) fn new(ends: &[String], fold: &dyn Fn(&str) -> String) -> Self {
        Self(ends.iter().map(|end| fold(end)).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a word ends in one of them.
    pub(crate) fn close(&self, word: &str) -> bool {
        self.0.iter().any(|end| word.ends_with(end.as_str()))
    }
}

/// Words of which each is looked for only where its first two bytes stand: nearly every byte of a text is passed over with one look
/// into a table.
#[derive(Debug)]
pub(crate) struct Starts {
    /// For each two bytes, as [`place`](Self::place) packs them, which group of words may begin so; the first one is empty.
    groups: Vec<u16>,
    words: Vec<Vec<String>>,
}

impl Starts {
    pub(crate) fn new(words: &[String]) -> Self {
        let mut starts = Self { groups: vec![0; 64 * 64], words: vec![Vec::new()] };
        for word in words {
            for place in Self::places(word.as_bytes()) {
                if starts.groups[place] == 0 {
                    starts.groups[place] = starts.words.len() as u16;
                    starts.words.push(Vec::new());
                }
                starts.words[usize::from(starts.groups[place])].push(word.clone());
            }
        }
        starts
    }

    /// The places of all pairs of bytes that a word may begin with: behind one of a single byte anything may follow.
    fn places(word: &[u8]) -> std::ops::Range<usize> {
        match *word {
            [] => 0..0,
            [only] => Self::place(only, 0)..Self::place(only, 0) + 64,
            [first, second, ..] => Self::place(first, second)..Self::place(first, second) + 1,
        }
    }

    /// Where no two words of small Latin letters share a place that begin otherwise.
    fn place(first: u8, second: u8) -> usize {
        usize::from(first & 63) << 6 | usize::from(second & 63)
    }

    pub(crate) fn may_begin(&self, word: &str) -> bool {
        !self.at(word.as_bytes()).is_empty()
    }

    /// The words that may begin here.
    pub(crate) fn at(&self, bytes: &[u8]) -> &[String] {
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        &self.words[usize::from(self.groups[Self::place(byte(0), byte(1))])]
    }

    /// Whether a word may begin with two bytes.
    pub(crate) fn open_with(&self, first: u8, second: u8) -> bool {
        self.groups[Self::place(first, second)] != 0
    }
}

/// The words of a text, asked with their keys.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary<'a>(Numbering<'a>);

impl<'a> Vocabulary<'a> {
    pub(crate) fn new(words: impl Iterator<Item = (u64, &'a str)>) -> Self {
        let mut numbered = Numbering::default();
        words.for_each(|(key, word)| {
            numbered.number(key, Cow::Borrowed(word));
        });
        Self(numbered)
    }

    pub(crate) fn has(&self, key: u64, word: &str) -> bool {
        self.0.find(key, word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_whatever_their_length() {
        let words = ["", "a", "ab", "abcdefg", "abcdefgh", "abcdefghijklmnopqrst", "görüşüb"];
        let set: Words = words.iter().map(|word| (*word).to_owned()).collect();
        assert!(words.iter().all(|word| set.has(word)));
        assert!(!["b", "abcdef", "abcdefgi", "abcdefghijklmnopqrsu", "görüşü"].iter().any(|word| set.has(word)));
    }
}
