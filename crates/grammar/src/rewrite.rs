//! Rules that put one ending in the place of another: agreement, plurals, verbs.
//!
//! The longest ending that fits decides. A rule that begins with `^` holds for the whole word only, one that begins with
//! `´` where a letter with an accent stands before the ending, since that accent tells on which syllable the voice falls.

use std::collections::BTreeMap;

/// Endings and what takes their place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rewriting {
    rules: BTreeMap<String, String>,
    /// The letters that carry an accent.
    accented: String,
}

impl Rewriting {
    pub(crate) fn new(rules: BTreeMap<String, String>) -> Self {
        Self { rules, accented: String::new() }
    }

    /// The same rules, with the letters that carry an accent.
    pub(crate) fn with_accents(self, accented: &str) -> Self {
        Self { accented: accented.to_owned(), ..self }
    }

    /// The word with its ending replaced; `None` where no rule fits.
    pub(crate) fn apply(&self, word: &str) -> Option<String> {
        if let Some(whole) = self.rules.get(&format!("^{word}")) {
            return Some(whole.clone());
        }
        let cuts = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        for at in cuts {
            let (before, ending) = word.split_at(at);
            let is_unstressed = before.contains(|c| self.accented.contains(c));
            let unstressed = if is_unstressed { self.rules.get(&format!("´{ending}")) } else { None };
            if let Some(ending) = unstressed.or_else(|| self.rules.get(ending)) {
                return Some(format!("{before}{ending}"));
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

    #[test]
    fn an_accent_before_an_ending_may_ask_for_another() {
        let rules = [("il", "is"), ("´il", "eis")];
        let rules = Rewriting::new(rules.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect());
        let rules = rules.with_accents("áéíóúâêô");
        assert_eq!(rules.apply("civil").as_deref(), Some("civis"));
        assert_eq!(rules.apply("dócil").as_deref(), Some("dóceis"));
    }
}
