//! Words as numbers, for sets that are asked at every word of a text.

/// A word as a number: up to seven bytes are packed whole, with their count; of longer ones the number is a hash with its
/// highest bit set, and the letters have to be compared too.
pub(crate) fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if let Some(packed) = pack(bytes) {
        return packed;
    }
    let chunks = bytes.chunks(7).filter_map(pack);
    chunks.fold(bytes.len() as u64, |hash, chunk| (hash.rotate_left(5) ^ chunk).wrapping_mul(HASH)) | HASHED
}

const HASHED: u64 = 1 << 63;
/// The multiplier of FxHash.
const HASH: u64 = 0x517c_c1b7_2722_0a95;

fn pack(bytes: &[u8]) -> Option<u64> {
    let mut packed = [0; 8];
    packed.get_mut(..bytes.len()).filter(|room| room.len() < 8)?.copy_from_slice(bytes);
    packed[7] = bytes.len() as u8;
    Some(u64::from_le_bytes(packed))
}

/// Whether two words with the same [`key`] are one.
fn is_same(key: u64, a: &str, b: &str) -> bool {
    key & HASHED == 0 || a == b
}

/// What belongs to each of some words.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    keys: Vec<u64>,
    entries: Vec<(String, T)>,
}

impl<T> WordMap<T> {
    /// Of two entries under one word the first is found.
    pub(crate) fn new(entries: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut keyed: Vec<(u64, (String, T))> = entries.into_iter().map(|entry| (key(&entry.0), entry)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let (keys, entries) = keyed.into_iter().unzip();
        Self { keys, entries }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.get_keyed(key(word), word)
    }

    /// As `get`, for a word whose key is known.
    pub(crate) fn get_keyed(&self, key: u64, word: &str) -> Option<&T> {
        let from = self.keys.partition_point(|known| *known < key);
        let same = self.keys[from..].iter().take_while(|known| **known == key).count();
        self.entries[from..from + same].iter().find(|(known, _)| is_same(key, known, word)).map(|(_, value)| value)
    }
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { keys: Vec::new(), entries: Vec::new() }
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
}

impl FromIterator<String> for Words {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        Self(WordMap::new(words.into_iter().map(|word| (word, ()))))
    }
}

/// The words of a text, asked with their keys.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary<'a>(Vec<(u64, &'a str)>);

impl<'a> Vocabulary<'a> {
    pub(crate) fn new(words: impl Iterator<Item = (u64, &'a str)>) -> Self {
        let mut words: Vec<(u64, &str)> = words.collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    pub(crate) fn has(&self, key: u64, word: &str) -> bool {
        self.0.binary_search(&(key, word)).is_ok()
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
