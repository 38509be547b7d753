//! What was found out of words, kept so that it need not be found out again.
//!
//! Only for what a word alone decides: whoever asks gets the same answer whether it was kept or not, on however many threads.

use std::sync::{Mutex, OnceLock};

use crate::words::{is_same, slot_of};

/// How many words are kept at most; of two that share a slot the later one is.
const SLOTS: usize = 4096;

/// Answers about words of one language.
#[derive(Debug)]
pub(crate) struct Memo<T>(OnceLock<Vec<Mutex<Option<Kept<T>>>>>);

#[derive(Debug)]
struct Kept<T> {
    key: u64,
    word: Box<str>,
    answer: T,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T: Copy> Memo<T> {
    /// The answer about a word with its [`key`](crate::words::key). Where another thread is at its slot nobody waits.
    pub(crate) fn get(&self, key: u64, word: &str, find: impl Fn() -> T) -> T {
        let slots = self.0.get_or_init(|| (0..SLOTS).map(|_| Mutex::new(None)).collect());
        let Ok(mut slot) = slots[slot_of(key, SLOTS)].try_lock() else { return find() };
        match slot.as_ref().filter(|kept| kept.key == key && is_same(key, &kept.word, word)) {
            Some(kept) => kept.answer,
            None => {
                let answer = find();
                *slot = Some(Kept { key, word: word.into(), answer });
                answer
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::key;

    #[test]
    fn whatever_is_kept_each_word_has_its_own_answer() {
        let memo = Memo::default();
        let words: Vec<String> = (0..3 * SLOTS).map(|number| format!("word{number}")).collect();
        for word in words.iter().chain(words.iter().rev()) {
            assert_eq!(memo.get(key(word), word, || word.len()), word.len(), "{word}");
        }
    }

    #[test]
    fn what_was_found_out_is_not_asked_again() {
        let memo = Memo::default();
        let asked = std::cell::Cell::new(0);
        let find = || asked.replace(asked.get() + 1);
        let answers = ["negotiation", "negotiation", "treaty"].map(|word| memo.get(key(word), word, find));
        assert_eq!((answers, asked.get()), ([0, 0, 1], 2));
    }
}
