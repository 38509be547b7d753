//! ROUGE-1 and ROUGE-2 (C.-Y. Lin, 2004): shared words and pairs of words of a summary and its references.

use std::collections::BTreeMap;

use attache_grammar::Language;

/// The texts that people wrote, counted once.
#[derive(Debug)]
pub(crate) struct References(Vec<[Grams; 2]>);

/// How often each run of words stands in a text.
#[derive(Debug, Default)]
struct Grams {
    counts: BTreeMap<Vec<String>, usize>,
    total: usize,
}

impl References {
    pub(crate) fn new(texts: &[String], language: &Language) -> Self {
        Self(texts.iter().map(|text| grams(text, language)).collect())
    }

    /// The F1 of ROUGE-1 and that of ROUGE-2 in hundredths, in the mean over both and over the references.
    pub(crate) fn score(&self, summary: &str, language: &Language) -> f64 {
        let summary = grams(summary, language);
        let of = |reference: &[Grams; 2]| f1(&reference[0], &summary[0]) + f1(&reference[1], &summary[1]);
        self.0.iter().map(of).sum::<f64>() * 50.0 / self.0.len().max(1) as f64
    }
}

fn f1(reference: &Grams, summary: &Grams) -> f64 {
    let shared = |(gram, count): (&Vec<String>, &usize)| (*count).min(summary.counts.get(gram).copied().unwrap_or(0));
    let hits: usize = reference.counts.iter().map(shared).sum();
    2.0 * hits as f64 / (reference.total + summary.total).max(1) as f64
}

fn grams(text: &str, language: &Language) -> [Grams; 2] {
    let words = words(text, language);
    [1, 2].map(|length| {
        let mut grams = Grams::default();
        for gram in words.windows(length) {
            *grams.counts.entry(gram.to_vec()).or_default() += 1;
            grams.total += 1;
        }
        grams
    })
}

/// Runs of letters and digits in the small letters of the language.
fn words(text: &str, language: &Language) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| language.lower(word)).collect()
}

#[cfg(test)]
mod tests {
    use attache_locales::Locales;

    use super::*;

    #[test]
    fn the_score_is_that_of_the_paper() {
        for tag in Locales::builtin().tags() {
            let language = Language::load(&Locales::builtin(), tag).expect("built in");
            let references = References::new(&["the cat sat on the mat".to_owned()], &language);
            let score = |summary: &str| references.score(summary, &language);
            assert!((score("The cat sat on the mat.") - 100.0).abs() < 1e-9);
            // Four of six words, two of five pairs.
            assert!((score("the cat on the bed here") - (400.0 / 6.0 + 200.0 / 5.0) / 2.0).abs() < 1e-9);
            assert!(score("").abs() < 1e-9);
        }
    }
}
