//! The article that goes by the first sound of what follows.
//!
//! Knows how to find out whether a phrase begins with a vowel sound; the articles, letters and exceptions stand in
//! `grammar.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The section `[sound]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Sound {
    before_vowel: String,
    before_consonant: String,
    /// Letters that spell a vowel sound at the beginning of a word.
    vowels: String,
    /// Capitals whose names begin with a vowel sound ("an MFA spokesperson").
    vowel_names: String,
    /// Beginnings that sound otherwise than they look; the longest one decides.
    beginnings: BTreeMap<String, bool>,
}

impl Sound {
    /// The indefinite article before a phrase; `reading` tells how its first word is spoken.
    pub(crate) fn article(&self, phrase: &str, reading: Option<&str>) -> &str {
        let word = phrase.split([' ', '-', '/']).next().unwrap_or(phrase);
        let vowel = match reading {
            Some(reading) => self.begins_with_vowel(reading),
            None if is_spelt_out(word) => word.chars().next().is_some_and(|c| self.vowel_names.contains(c)),
            None => self.begins_with_vowel(&word.to_lowercase()),
        };
        if vowel { &self.before_vowel } else { &self.before_consonant }
    }

    fn begins_with_vowel(&self, word: &str) -> bool {
        let cuts = (1..=word.len()).rev().filter(|at| word.is_char_boundary(*at));
        let listed = cuts.map(|at| &word[..at]).find_map(|start| self.beginnings.get(start));
        listed.copied().unwrap_or_else(|| word.chars().next().is_some_and(|c| self.vowels.contains(c)))
    }
}

/// More capitals than small letters: `EU`, `G7`, `MoU`.
fn is_spelt_out(word: &str) -> bool {
    let count = |is: fn(char) -> bool| word.chars().filter(|c| is(*c)).count();
    word.starts_with(char::is_uppercase) && count(char::is_uppercase) > count(char::is_lowercase)
}
