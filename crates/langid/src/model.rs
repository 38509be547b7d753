//! The weights of n-grams for languages, and the file that they stand in.
//!
//! `locales/root/detect.weights` is text: a head line for each script, then a line for each bucket with one character for each
//! language of that script. A weight of 0 is the character `O`; others lie as many places before or behind it. So the file travels
//! like every other file of a language folder, and takes a byte for a weight as a binary file would.

use std::fmt::Write as _;

use attache_locales::{LoadError, SourceFile};

use crate::ngrams;

/// How many languages may share a script; the row of a bucket is that wide, so that it is added in one go.
pub(crate) const LANES: usize = 24;
/// The heaviest weight, either way.
pub(crate) const HEAVIEST: i32 = 46;
/// The character of the weight 0.
const ZERO: u8 = b'O';
/// The word that begins the weights of a script.
const SCRIPT: &str = "script";

/// What one n-gram says for each language. A byte would hold each weight; two are added without being widened first, in half the
/// time.
pub(crate) type Row = [i16; LANES];

/// The languages of one script, told apart by the weights of n-grams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Model {
    pub(crate) script: String,
    pub(crate) bits: u32,
    pub(crate) tags: Vec<String>,
    /// By bucket.
    pub(crate) rows: Vec<Row>,
}

/// What a text scores for each language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scores {
    pub(crate) totals: [i64; LANES],
    pub(crate) ngrams: u64,
    pub(crate) letters: u64,
    /// What the last n-grams said, not yet in the totals: rows of 16 bits are added three times as fast to 16 bits.
    sums: Row,
    pending: u64,
}

/// So many n-grams fit into 16 bits, however much each weighs; a word, whose length is bounded, has far fewer.
const MOST_PENDING: u64 = i16::MAX as u64 / HEAVIEST as u64;

impl Scores {
    pub(crate) fn new() -> Self {
        Self { totals: [0; LANES], ngrams: 0, letters: 0, sums: [0; LANES], pending: 0 }
    }

    /// Brings the totals up to date.
    #[inline(never)]
    pub(crate) fn settle(&mut self) {
        for (total, sum) in self.totals.iter_mut().zip(&mut self.sums) {
            *total += i64::from(std::mem::take(sum));
        }
        self.pending = 0;
    }
}

impl Model {
    /// Adds what a word says; the totals know it once they are [settled](Scores::settle).
    pub(crate) fn count(&self, word: &[char], scores: &mut Scores) {
        let most = ngrams::most_of(word);
        if scores.pending + most > MOST_PENDING {
            scores.settle();
        }
        let mut sums = scores.sums;
        let mut ngrams = 0;
        ngrams::for_each(word, self.bits, |bucket| {
            if let Some(row) = self.rows.get(bucket) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += weight;
                }
            }
            ngrams += 1;
        });
        scores.sums = sums;
        scores.pending += ngrams;
        scores.ngrams += ngrams;
        scores.letters += word.len() as u64;
    }

    /// Adds what a name says: at most so much more for one language than for another.
    pub(crate) fn count_name(&self, word: &[char], most: i64, scores: &mut Scores) {
        let mut own = Scores::new();
        self.count(word, &mut own);
        own.settle();
        let best = own.totals[..self.tags.len()].iter().copied().max().unwrap_or(0);
        for (total, said) in scores.totals.iter_mut().zip(own.totals) {
            *total += said.max(best - most);
        }
        scores.ngrams += own.ngrams;
        scores.letters += own.letters;
    }
}

/// Writes the file.
pub(crate) fn write(models: &[Model]) -> String {
    let mut file =
        String::from("# Made by `cargo dev train-language` from locales/root/languages: change those, not this.\n");
    for Model { script, bits, tags, rows } in models {
        writeln!(file, "{SCRIPT} {script} {bits} {}", tags.join(" ")).expect("writing to a string");
        for row in rows {
            file.extend(row[..tags.len()].iter().map(|weight| letter_of(*weight)));
            file.push('\n');
        }
    }
    file
}

fn letter_of(weight: i16) -> char {
    u8::try_from(i16::from(ZERO) + weight).map_or('?', char::from)
}

/// Reads the file.
pub(crate) fn read(file: SourceFile<'_>) -> Result<Vec<Model>, LoadError> {
    let text = file.text();
    let place = |line: &str| if line.is_empty() { text.len() } else { line.as_ptr() as usize - text.as_ptr() as usize };
    let broken = |line: &str, what: &str| file.error(place(line), what).with_hint("run `cargo dev train-language`");
    let mut lines = text.lines().filter(|line| !line.starts_with("# "));
    let mut models = Vec::new();
    while let Some(line) = lines.next() {
        let mut model = read_head(line).ok_or_else(|| broken(line, "is not the head of a script"))?;
        for _ in 0..1_usize << model.bits {
            let line = lines.next().unwrap_or("");
            let row = read_row(line, model.tags.len()).ok_or_else(|| broken(line, "is not a row of weights"))?;
            model.rows.push(row);
        }
        models.push(model);
    }
    Ok(models)
}

fn read_head(line: &str) -> Option<Model> {
    let mut words = line.split(' ');
    let script = (words.next() == Some(SCRIPT)).then(|| words.next())??;
    let bits = words.next()?.parse().ok().filter(|bits| (1..=20).contains(bits))?;
    let tags: Vec<String> = words.map(str::to_owned).collect();
    (1..=LANES).contains(&tags.len()).then(|| Model { script: script.to_owned(), bits, tags, rows: Vec::new() })
}

fn read_row(line: &str, languages: usize) -> Option<Row> {
    let mut row = [0; LANES];
    for (weight, letter) in row.iter_mut().zip(line.bytes()) {
        *weight = i16::from(letter) - i16::from(ZERO);
    }
    let fits = row.iter().all(|weight| i32::from(*weight).abs() <= HEAVIEST);
    (line.len() == languages && fits).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        let mut rows = vec![[0; LANES]; 4];
        rows[1][0] = 46;
        rows[3][1] = -46;
        Model { script: "runes".to_owned(), bits: 2, tags: vec!["xx".to_owned(), "yy".to_owned()], rows }
    }

    #[test]
    fn what_is_written_can_be_read() {
        let text = write(&[model()]);
        assert!(text.ends_with("script runes 2 xx yy\nOO\n}O\nOO\nO!\n"), "{text}");
        assert_eq!(read(SourceFile::new("root", "detect.weights", &text)).expect("sound"), [model()]);
    }

    #[test]
    fn a_broken_file_says_where_and_what_to_do() {
        let text = write(&[model()]).replace("}O", "}");
        let error = read(SourceFile::new("root", "detect.weights", &text)).expect_err("a weight is missing");
        assert_eq!((error.path(), error.line()), ("locales/root/detect.weights", Some(4)));
    }
}
