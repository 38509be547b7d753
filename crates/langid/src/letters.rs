//! Words of a text in folded letters, and the scripts that letters belong to.
//!
//! Folds what says nothing about the language: case, digits, marks, the many shapes of the apostrophe. Knows no script by
//! itself: their ranges stand in `locales/root/detect.toml`.

use std::collections::BTreeMap;

/// What stands for every apostrophe inside a word ("o‘z", "l’accord").
const APOSTROPHE: char = '\'';
/// Longer words are cut: they are addresses and noise.
const LONGEST_WORD: usize = 64;
/// So many letters of a word in capitals are an abbreviation; more are a word that is called out.
const LONGEST_ABBREVIATION: usize = 5;

/// Ranges of letters, first and last.
pub(crate) type Ranges = Vec<(char, char)>;

/// Whether a letter lies in one of the ranges.
pub(crate) fn holds(ranges: &Ranges, letter: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// The words of a text in lower case, one after the other in one buffer.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    rest: std::str::Chars<'a>,
    look_alikes: &'a BTreeMap<char, char>,
    word: Vec<char>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, look_alikes: &'a BTreeMap<char, char>) -> Self {
        Self { rest: text.chars(), look_alikes, word: Vec::with_capacity(LONGEST_WORD) }
    }

    /// The next word, and whether it looks like a name: a capital and small letters, or a few capitals. An apostrophe belongs to a
    /// word where letters stand on both sides.
    pub(crate) fn next_word(&mut self) -> Option<(&[char], bool)> {
        self.word.clear();
        let (mut capital, mut small) = (false, false);
        let mut apostrophe = false;
        let mut ascii = true;
        for c in self.rest.by_ref() {
            if is_letter(c) {
                if apostrophe {
                    self.word.push(APOSTROPHE);
                    apostrophe = false;
                }
                match self.word.len() {
                    0 => capital = c.is_uppercase(),
                    1 => small = c.is_lowercase(),
                    _ => {}
                }
                if c.is_ascii() {
                    self.word.push(c.to_ascii_lowercase());
                } else {
                    ascii = false;
                    // Lower case of "İ" is an i with a dot above it; the dot is a mark like others and is dropped.
                    self.word.extend(c.to_lowercase().filter(|c| !is_combining(*c)));
                }
                if self.word.len() >= LONGEST_WORD {
                    break;
                }
            } else if is_combining(c) {
                continue;
            } else if is_apostrophe(c) && !self.word.is_empty() && !apostrophe {
                apostrophe = true;
            } else if !self.word.is_empty() {
                break;
            }
        }
        if !ascii && self.word.iter().any(char::is_ascii_alphabetic) {
            self.unify();
        }
        let name = capital && (small || (2..=LONGEST_ABBREVIATION).contains(&self.word.len()));
        (!self.word.is_empty()).then_some((&self.word, name))
    }

    /// Puts the Latin letter for one of another script that looks like it ("vә" with a Cyrillic schwa).
    fn unify(&mut self) {
        for c in &mut self.word {
            *c = self.look_alikes.get(c).copied().unwrap_or(*c);
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphabetic() && !is_apostrophe(c))
}

fn is_combining(c: char) -> bool {
    ('\u{0300}'..='\u{036F}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{02BB}' | '\u{02BC}' | '\u{02B9}' | '\u{02BF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let look_alikes = BTreeMap::from([('ә', 'ə')]);
        let mut words = Words::new(text, &look_alikes);
        let mut found = Vec::new();
        while let Some((word, _)) = words.next_word() {
            found.push(word.iter().collect());
        }
        found
    }

    #[test]
    fn case_digits_and_marks_are_folded_away() {
        assert_eq!(words("“İKİ 2023-cü İL”, (BMT)…"), ["iki", "cü", "il", "bmt"]);
        assert_eq!(words("reunia\u{303}o"), ["reuniao"]);
    }

    #[test]
    fn every_apostrophe_is_one_and_quotes_are_none() {
        assert_eq!(
            words("O‘zbekiston oʻz o'z 'quoted' l’accord’"),
            ["o'zbekiston", "o'z", "o'z", "quoted", "l'accord"]
        );
    }

    #[test]
    fn a_capital_and_small_letters_are_a_name_and_so_is_an_abbreviation() {
        let look_alikes = BTreeMap::new();
        let mut words = Words::new("O İvan de la ÖTV. Éva ELEITA", &look_alikes);
        let mut names = Vec::new();
        while let Some((word, name)) = words.next_word() {
            if name {
                names.push(word.iter().collect::<String>());
            }
        }
        assert_eq!(names, ["ivan", "ötv", "éva"]);
    }

    #[test]
    fn a_look_alike_is_replaced_in_a_latin_word_only() {
        assert_eq!(words("vә билән әмәк"), ["və", "билән", "әмәк"]);
    }
}
