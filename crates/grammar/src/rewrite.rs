//! Rules that put one ending in the place of another: agreement, plurals, verbs.
//!
//! The longest ending that fits decides. A rule that begins with `^` holds for the whole word only.

use std::collections::BTreeMap;

/// Endings and what takes their place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rewriting {
    rules: BTreeMap<String, String>,
}

impl Rewriting {
    pub(crate) fn new(rules: BTreeMap<String, String>) -> Self {
        Self { rules }
    }

    /// The word with its ending replaced; `None` where no rule fits.
    pub(crate) fn apply(&self, word: &str) -> Option<String> {
        if let Some(whole) = self.rules.get(&format!("^{word}")) {
            return Some(whole.clone());
        }
        let cuts = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        for at in cuts {
            if let Some(ending) = self.rules.get(&word[at..]) {
                return Some(format!("{}{ending}", &word[..at]));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_decides_and_a_whole_word_goes_first() {
        let rules = [("ir", "iu"), ("air", "aiu"), ("^ir", "foi")];
        let rules = Rewriting::new(rules.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect());
        assert_eq!(rules.apply("sair").as_deref(), Some("saiu"));
        assert_eq!(rules.apply("reunir").as_deref(), Some("reuniu"));
        assert_eq!(rules.apply("ir").as_deref(), Some("foi"));
        assert_eq!(rules.apply("ter"), None);
    }
}
