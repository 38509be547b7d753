//! Character n-grams of a word, hashed into buckets.
//!
//! The trick is that of W. B. Cavnar and J. M. Trenkle, "N-Gram-Based Text Categorization" (1994), with the hashing of
//! K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning" (2009) in place of a dictionary: n-grams that fall
//! into one bucket share its weights, and training sees them so.

/// The longest n-gram.
const LONGEST: usize = 4;
/// What stands before and after a word.
const EDGE: char = ' ';
const SEED: u32 = 0x811C_9DC5;
const FACTOR: u32 = 0x9E37_79B1;

/// Hands over the bucket of each n-gram of a word, its two edges included. `bits` is the binary logarithm of the number
/// of buckets.
pub(crate) fn for_each(word: &[char], bits: u32, mut take: impl FnMut(usize)) {
    let bucket = |hash: u32| (hash >> (32 - bits)) as usize;
    // Of the n-grams that end at the letter before, by their length less one. The first edge alone says nothing, as it stands at
    // every word; the last one too.
    let mut hashes = [step(SEED, EDGE), 0, 0, 0];
    let mut known = 1;
    for letter in word {
        hashes = lengthen(hashes, *letter);
        known = LONGEST.min(known + 1);
        hashes[..known].iter().for_each(|hash| take(bucket(*hash)));
    }
    lengthen(hashes, EDGE)[1..LONGEST.min(known + 1)].iter().for_each(|hash| take(bucket(*hash)));
}

/// How many n-grams a word may have.
pub(crate) fn most_of(word: &[char]) -> u64 {
    (LONGEST * (word.len() + 1)) as u64
}

fn lengthen([one, two, three, _]: [u32; LONGEST], letter: char) -> [u32; LONGEST] {
    [step(SEED, letter), step(one, letter), step(two, letter), step(three, letter)]
}

fn step(hash: u32, letter: char) -> u32 {
    (hash.rotate_left(5) ^ u32::from(letter)).wrapping_mul(FACTOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_n_grams_of_its_letters_and_edges() {
        let mut buckets = Vec::new();
        for_each(&['d', 'e'], 13, |bucket| buckets.push(bucket));
        // " d", " de", " de ", "d", "de", "de ", "e", "e ".
        assert_eq!(buckets.len(), 8);
        assert!(buckets.iter().all(|bucket| *bucket < 1 << 13));
    }
}
