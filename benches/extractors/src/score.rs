//! How near a text is to the one that is wanted.
//!
//! As in scrapinghub's benchmark: runs of four words, counted with their repetitions.

use std::collections::BTreeMap;

/// Words in a run.
const RUN: usize = 4;

/// Precision and recall of one page, or the means of several.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
}

impl Score {
    /// Compares what was found with what is wanted.
    pub(crate) fn of(found: &str, wanted: &str) -> Self {
        let (found, wanted) = (runs_of(found), runs_of(wanted));
        let common: usize = found.iter().map(|(run, count)| *count.min(wanted.get(run).unwrap_or(&0))).sum();
        let share = |all: &BTreeMap<Vec<String>, usize>| match all.values().sum::<usize>() {
            0 => 0.0,
            all => common as f64 / all as f64,
        };
        Self { precision: share(&found), recall: share(&wanted) }
    }

    /// The means over pages.
    pub(crate) fn mean(scores: &[Self]) -> Self {
        let mean = |of: fn(&Self) -> f64| scores.iter().map(of).sum::<f64>() / scores.len().max(1) as f64;
        Self { precision: mean(|score| score.precision), recall: mean(|score| score.recall) }
    }

    pub(crate) fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

/// Places where a sentence ends and the next begins without a space: two blocks were glued together.
pub(crate) fn glued(text: &str) -> usize {
    let letters: Vec<char> = text.chars().collect();
    letters
        .windows(3)
        .filter(|window| {
            matches!(window, [before, '.' | '!' | '?', after]
                if before.is_lowercase() && after.is_uppercase())
        })
        .count()
}

fn runs_of(text: &str) -> BTreeMap<Vec<String>, usize> {
    let words = words_of(text);
    let mut runs = BTreeMap::new();
    for run in words.windows(RUN.min(words.len()).max(1)) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

/// Runs of letters and digits; where no spaces are written each letter is a word.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut goes_on = false;
    for c in text.chars() {
        match c {
            c if is_unspaced(c) => {
                words.push(c.to_string());
                goes_on = false;
            }
            c if c.is_alphanumeric() => {
                if !goes_on {
                    words.push(String::new());
                }
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
                goes_on = true;
            }
            _ => goes_on = false,
        }
    }
    words
}

/// Thai to Burmese, kana, ideographs.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_right_and_whole() {
        let score = Score::of("The two ministers met in Baku.", "The two ministers met, in Baku");
        assert!((score.f1() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn half_of_a_text_is_right_and_half_of_it() {
        let score = Score::of("a b c d e", "a b c d e f g h i");
        assert!((score.precision - 1.0).abs() < 1e-9);
        assert!((score.recall - 2.0 / 6.0).abs() < 1e-9);
    }

    #[test]
    fn glued_blocks_are_counted() {
        assert_eq!(glued("They met.The talks ended.\nAt 3.5 percent"), 1);
    }
}
