//! Numbers in words, and ordinals in digits and words.
//!
//! Knows how number words are put together from units, tens and hundreds; the words stand in `grammar.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The section `[numbers]`: the words for the numbers that have one of their own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawNumbers {
    pub(crate) words: BTreeMap<String, String>,
    /// Between tens and units.
    pub(crate) joiner: String,
}

/// The section `[ordinals]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawOrdinals {
    pub(crate) digits: RawDigits,
    pub(crate) words: RawWords,
}

/// How an ordinal is written in digits: by a suffix, or by the last digits of the number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawDigits {
    pub(crate) suffix: String,
    pub(crate) endings: BTreeMap<String, String>,
    pub(crate) feminine: BTreeMap<String, String>,
}

/// How an ordinal is written in words: by a suffix on the number, or by words of its own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawWords {
    pub(crate) suffix: String,
    pub(crate) words: BTreeMap<String, String>,
    /// Ordinals that are shortened before the noun that they count: `tercero`, but `tercer encuentro`.
    pub(crate) shortened: BTreeMap<String, String>,
    /// Whether tens before units are ordinals too (`vigésima nona`) or plain numbers (`twenty-ninth`).
    pub(crate) every: bool,
    pub(crate) joiner: String,
}

/// Number words by value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    words: BTreeMap<u32, String>,
    joiner: String,
}

impl Numbers {
    pub(crate) fn new(raw: RawNumbers) -> Self {
        let words = raw.words.into_iter().filter_map(|(value, word)| Some((value.parse().ok()?, word))).collect();
        Self { words, joiner: raw.joiner }
    }

    /// The last word of a number when it is spoken: 2020 is `iyirmi`, 100 is `yüz`, 3000 is `min`.
    pub(crate) fn last_word(&self, number: u64) -> Option<&str> {
        if number == 0 {
            return self.words.get(&0).map(String::as_str);
        }
        let mut scale = 1_u64;
        while number.is_multiple_of(scale * 10) {
            scale *= 10;
        }
        let value = match scale {
            1 | 10 => number % (scale * 10),
            100 => 100,
            1_000..1_000_000 => 1_000,
            1_000_000..1_000_000_000 => 1_000_000,
            _ => 1_000_000_000,
        };
        self.words.get(&u32::try_from(value).ok()?).map(String::as_str)
    }

    /// A number up to 999 cut into parts that have a word of their own.
    pub(crate) fn parts(number: u32, has: impl Fn(u32) -> bool) -> Option<Vec<u32>> {
        if has(number) {
            return Some(vec![number]);
        }
        let mut parts = Vec::new();
        let (hundreds, rest) = (number / 100, number % 100);
        match hundreds {
            0 => {}
            1..=9 if has(hundreds * 100) => parts.push(hundreds * 100),
            2..=9 => parts.extend([hundreds, 100]),
            _ => return None,
        }
        match rest {
            0 => {}
            rest if has(rest) => parts.push(rest),
            _ => parts.extend([rest / 10 * 10, rest % 10]),
        }
        Some(parts)
    }

    pub(crate) fn word(&self, value: u32) -> Option<&str> {
        self.words.get(&value).map(String::as_str)
    }

    /// A number in words.
    pub(crate) fn cardinal(&self, number: u32) -> Option<String> {
        let words: Option<Vec<&str>> =
            Self::parts(number, |n| self.words.contains_key(&n))?.into_iter().map(|part| self.word(part)).collect();
        Some(words?.join(&self.joiner))
    }
}

/// The ending of the rule whose last digits fit best.
pub(crate) fn digit_ending(rules: &BTreeMap<String, String>, digits: &str) -> Option<String> {
    let cuts = (0..=digits.len()).filter(|at| digits.is_char_boundary(*at));
    cuts.map(|at| &digits[at..]).find_map(|end| rules.get(end)).cloned()
}
