//! What one language knows of numbers, months and names, for the checks.

use std::collections::{BTreeMap, BTreeSet};

use attache_grammar::plain_letters;
use attache_locales::{LoadError, Locales};
use serde::Deserialize;

/// `locales/<tag>/translation.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    afternoon: Vec<String>,
    articles: Vec<String>,
    possessive: Vec<String>,
    decimal: String,
    group: String,
    scales: BTreeMap<String, u64>,
    words: BTreeMap<String, u64>,
}

/// What is read here of `locales/<tag>/grammar.toml`: preposition, article, and what they grow together to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Grammar {
    contractions: BTreeMap<String, BTreeMap<String, String>>,
}

/// What is read here of `locales/<tag>/dates.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Calendar {
    months: Vec<String>,
}

/// The words of one language.
#[derive(Debug, Clone)]
pub(crate) struct Lexis {
    pub(crate) afternoon: Vec<String>,
    pub(crate) articles: Vec<String>,
    pub(crate) possessive: Vec<String>,
    /// What a preposition and an article grow together to, and the preposition.
    contractions: BTreeMap<String, String>,
    pub(crate) decimal: String,
    pub(crate) group: String,
    pub(crate) scales: BTreeMap<String, u64>,
    pub(crate) words: BTreeMap<String, u64>,
    /// January first, as they are written.
    pub(crate) months: Vec<String>,
    /// Words that are no names, in small plain letters.
    ordinary: BTreeSet<String>,
}

const SETTINGS: &str = "translation.toml";
const ORDINARY: &str = "ordinary.tsv";
const DATES: &str = "dates.toml";
const GRAMMAR: &str = "grammar.toml";

impl Lexis {
    /// Reads the words of a language, those of a variant over those of its language.
    pub(crate) fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let mut settings = Settings::default();
        for layer in locales.layers(tag, SETTINGS) {
            settings = layer.toml()?;
        }
        let mut months = Vec::new();
        for layer in locales.layers(tag, DATES) {
            let calendar: Calendar = layer.toml()?;
            if calendar.months.len() == 12 {
                months = calendar.months;
            }
        }
        let mut ordinary = BTreeSet::new();
        for layer in locales.layers(tag, ORDINARY) {
            ordinary.extend(layer.table()?.rows().map(|row| plain(row.key())));
        }
        let mut contractions = BTreeMap::new();
        for layer in locales.layers(tag, GRAMMAR) {
            let grammar: Grammar = layer.toml()?;
            for (preposition, grown) in grammar.contractions {
                contractions.extend(grown.into_values().map(|form| (form, preposition.clone())));
            }
        }
        let Settings { afternoon, articles, possessive, decimal, group, scales, words } = settings;
        Ok(Self { afternoon, articles, possessive, contractions, decimal, group, scales, words, months, ordinary })
    }

    /// Whether a word is one of the language, and no name: all but its ending is the beginning of a known word.
    pub(crate) fn is_ordinary(&self, word: &str) -> bool {
        let letters = word.chars().count();
        let kept = letters - (letters / 3).min(4);
        self.begins_as(word, if kept < 5 { letters } else { kept })
    }

    /// The same, more readily: for the head of a sentence, where every word has a capital.
    pub(crate) fn may_be_ordinary(&self, word: &str) -> bool {
        let letters = word.chars().count();
        letters < 5 || self.is_ordinary(word) || self.begins_as(word, letters.saturating_sub(4).max(4))
    }

    fn begins_as(&self, word: &str, kept: usize) -> bool {
        let word = plain(word);
        let stem: String = word.chars().take(kept).collect();
        let is_begun = |known: &String| known.starts_with(&stem);
        self.ordinary.contains(&word) || (kept >= 4 && self.ordinary.range(stem.clone()..).next().is_some_and(is_begun))
    }

    /// The preposition in a word that has grown together with an article ("do": "de").
    pub(crate) fn preposition_in(&self, word: &str) -> Option<&str> {
        self.contractions.get(&word.to_lowercase()).map(String::as_str)
    }

    /// The month that a word names, from one on; endings may follow. Where months are written with a capital, "march" is none.
    pub(crate) fn month(&self, word: &str) -> Option<usize> {
        let small = small(word);
        let is_it = |month: &String| {
            let as_written = word.starts_with(month.as_str()) || small.starts_with(month.as_str());
            as_written && word.len() <= month.len() + 6
        };
        self.months.iter().position(is_it).map(|at| at + 1)
    }

    /// The month that three letters and a stop name: "Oct."
    pub(crate) fn short_month(&self, word: &str) -> Option<usize> {
        let is_it = |month: &String| month.starts_with(word) && month.len() > word.len();
        (word.chars().count() == 3).then(|| self.months.iter().position(is_it)).flatten().map(|at| at + 1)
    }

    /// The number that a word says; endings may follow a word of four letters and more.
    pub(crate) fn number(&self, word: &str) -> Option<u64> {
        let word = small(word);
        exact_or_inflected(&self.words, &word)
    }

    /// What a word multiplies the number before it by.
    pub(crate) fn scale(&self, word: &str) -> Option<u64> {
        let word = small(word);
        exact_or_inflected(&self.scales, &word)
    }
}

fn exact_or_inflected(table: &BTreeMap<String, u64>, word: &str) -> Option<u64> {
    if let Some(value) = table.get(word) {
        return Some(*value);
    }
    let stems = table.iter().filter(|(stem, _)| stem.chars().count() >= 4 && word.starts_with(stem.as_str()));
    let longest = stems.max_by_key(|(stem, _)| stem.len())?;
    (word.len() <= longest.0.len() + 5).then_some(*longest.1)
}

/// Small letters; a capital dotted `İ` leaves no dot behind (Unicode, SpecialCasing).
fn small(word: &str) -> String {
    word.to_lowercase().replace('\u{307}', "")
}

/// Small letters without marks, for comparing.
pub(crate) fn plain(word: &str) -> String {
    plain_letters(&small(word))
}
