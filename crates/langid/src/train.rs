//! Learning the weights from text.
//!
//! Naive Bayes: a weight is the logarithm of how much more often an n-gram stands in a language than in all of them. It was
//! compared with a perceptron (averaged, with margin), which did worse by ten in a hundred windows of five words: texts of ten
//! kilobytes are too few to learn from mistakes, and enough to count. Whole numbers only, so that every machine learns the same bytes.

use attache_locales::{LoadError, Locales};

use crate::letters::Words;
use crate::model::{self, HEAVIEST, LANES, Model, Row};
use crate::ngrams;
use crate::settings::{Script, Settings, Training};

/// An n-gram that was not seen counts as a tenth of one that was seen once.
const SEEN: u64 = 10;
/// A weight of one is a sixth of a bit.
const STEPS: i64 = 6;
/// Binary places of [`log2`].
const PLACES: u32 = 16;

/// Text in one language; each line is a sentence.
#[derive(Debug, Clone)]
pub struct TrainingText {
    /// The script, as `locales/root/detect.toml` names it.
    pub script: String,
    /// The language; `und` for a family or mixture of those that need no name.
    pub tag: String,
    /// Sentences, one on each line.
    pub text: String,
}

/// Learns to tell the languages of the texts apart, and writes what was learned as `locales/root/detect.weights`.
///
/// # Errors
/// Where `locales/root/detect.toml` is missing or broken, or a script has more languages than fit.
pub fn train(locales: &Locales, texts: &[TrainingText]) -> Result<String, LoadError> {
    let settings = Settings::load(locales)?;
    let mut models = Vec::new();
    for script in settings.scripts.iter().filter(|script| script.language.is_none()) {
        let columns = columns(&settings.training, script, texts);
        if columns.is_empty() || columns.len() > LANES {
            let message = format!("has {} texts, and can have 1 to {LANES}", columns.len());
            return Err(LoadError::new(format!("locales/root/languages/{}", script.name), message));
        }
        models.push(learn(&settings, script, &columns));
    }
    Ok(model::write(&models))
}

/// The texts of a script, and once more those that are often typed without the letters that ASCII lacks.
fn columns(training: &Training, script: &Script, texts: &[TrainingText]) -> Vec<(String, String)> {
    let mut texts: Vec<&TrainingText> = texts.iter().filter(|text| text.script == script.name).collect();
    texts.sort_by(|a, b| (&a.tag, &a.text).cmp(&(&b.tag, &b.text)));
    let typed = texts.iter().filter(|text| training.typed_plain.contains(&text.tag));
    let typed = typed.map(|text| (text.tag.clone(), without_marks(&text.text, training)));
    texts.iter().map(|text| (text.tag.clone(), text.text.clone())).chain(typed).collect()
}

fn learn(settings: &Settings, script: &Script, columns: &[(String, String)]) -> Model {
    let mut counts = vec![[0_u64; LANES]; 1 << script.bits];
    for (column, (_, text)) in columns.iter().enumerate() {
        let mut words = Words::new(text, &settings.look_alikes);
        while let Some((word, _)) = words.next_word() {
            if word.first().is_some_and(|letter| script.holds(*letter)) {
                ngrams::for_each(word, script.bits, |bucket| counts[bucket][column] += 1);
            }
        }
    }
    let all: Vec<u64> = (0..columns.len()).map(|column| counts.iter().map(|row| row[column]).sum()).collect();
    let rows = counts.iter().map(|row| weigh(row, &all, counts.len() as u64)).collect();
    let tags = columns.iter().map(|(tag, _)| tag.clone()).collect();
    Model { script: script.name.clone(), bits: script.bits, tags, rows }
}

/// The weights of one bucket: the logarithm of its share in each language, less the mean of all.
fn weigh(counts: &[u64; LANES], all: &[u64], buckets: u64) -> Row {
    let share = |(count, all): (&u64, &u64)| log2(count * SEEN + 1) - log2(all * SEEN + buckets);
    let shares: Vec<i64> = counts.iter().zip(all).map(share).collect();
    let mean = shares.iter().sum::<i64>() / shares.len().max(1).cast_signed() as i64;
    let mut row = [0; LANES];
    for (weight, share) in row.iter_mut().zip(shares) {
        let steps = ((share - mean) * STEPS * 2 + (1 << PLACES)) >> (PLACES + 1);
        *weight = steps.clamp(-i64::from(HEAVIEST), i64::from(HEAVIEST)) as i16;
    }
    row
}

/// The binary logarithm with [`PLACES`] binary places, by squaring (D. E. Knuth, The Art of Computer Programming, 1.2.2,
/// exercise 25): the same on every machine.
fn log2(value: u64) -> i64 {
    let whole = value.max(1).ilog2();
    let mut logarithm = i64::from(whole);
    // The mantissa, from 1 to 2, with 31 binary places.
    let mut mantissa = if whole > 31 { value >> (whole - 31) } else { value.max(1) << (31 - whole) };
    for _ in 0..PLACES {
        mantissa = (mantissa * mantissa) >> 31;
        logarithm <<= 1;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            logarithm += 1;
        }
    }
    logarithm
}

/// The text as it is typed on a keyboard that has only the letters of ASCII.
fn without_marks(text: &str, training: &Training) -> String {
    let mut typed = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match training.plain.get(&c) {
            Some(plain) => typed.push(*plain),
            None => typed.push(c),
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_the_table() {
        let one = 1 << PLACES;
        assert_eq!(log2(1), 0);
        assert_eq!(log2(1024), 10 * one);
        // log2(10) = 3.32192809…
        assert_eq!(log2(10), 217_705);
        assert_eq!(log2(1 << 40), 40 * one);
    }

    #[test]
    fn an_n_gram_speaks_for_the_language_in_which_it_is_frequent() {
        let mut counts = [0; LANES];
        counts[..3].copy_from_slice(&[50, 5, 0]);
        let row = weigh(&counts, &[1000, 1000, 1000], 64);
        assert!(row[0] > row[1] && row[1] > row[2], "{row:?}");
        assert_eq!(row[3..], [0; LANES - 3]);
    }
}
