//! Regional variants of a language, told apart by words that only one region writes.
//!
//! `locales/<variant>/variant.toml` lists them. A list is enough: two regions share nearly all n-grams, and differ in a few dozen
//! words and spellings that a speaker can name.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales};
use serde::Deserialize;

use crate::letters::Words;

const FILE: &str = "variant.toml";

/// `words`, `parts` of words and `pairs` of words (`nesta_terça`) speak for the variant, what is `against` for another region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct VariantFile {
    words: String,
    #[serde(default)]
    parts: String,
    #[serde(default)]
    pairs: String,
    #[serde(default)]
    against: String,
    #[serde(default)]
    against_parts: String,
    #[serde(default)]
    against_pairs: String,
}

/// A regional variant of one of our languages.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) tag: String,
    pub(crate) language: String,
    words: Vocabulary,
    against: Vocabulary,
}

/// Words, and what stands in words, that speak for one thing.
#[derive(Debug)]
struct Vocabulary {
    words: List,
    parts: Vec<String>,
    /// Each `one_other`.
    pairs: List,
}

/// Some words, asked for every word of a text: nearly all are turned away by their length and first two bytes.
#[derive(Debug)]
struct List {
    /// In order.
    words: Vec<String>,
    /// For each first two bytes, as [`List::opening`] packs them, which lengths there are, as bits; long words share one.
    lengths: Vec<u32>,
}

impl Variant {
    /// All variants among the language folders.
    pub(crate) fn load_all(locales: &Locales) -> Result<Vec<Self>, LoadError> {
        let mut variants = Vec::new();
        for tag in locales.tags() {
            let Some((language, _)) = tag.split_once('-').filter(|(language, _)| locales.contains(language)) else {
                continue;
            };
            if let Some(file) = locales.file(tag, FILE) {
                variants.push(Self::new(tag, language, &file.toml()?));
            }
        }
        Ok(variants)
    }

    fn new(tag: &str, language: &str, raw: &VariantFile) -> Self {
        let words = Vocabulary::new(&raw.words, &raw.parts, &raw.pairs);
        let against = Vocabulary::new(&raw.against, &raw.against_parts, &raw.against_pairs);
        Self { tag: tag.to_owned(), language: language.to_owned(), words, against }
    }

    /// By how many words the text leads for this variant.
    pub(crate) fn lead(&self, text: &str, look_alikes: &BTreeMap<char, char>) -> usize {
        let (mut pro, mut contra) = (0_usize, 0_usize);
        let mut words = Words::new(text, look_alikes);
        // The word before, `_` and this one.
        let mut pair = String::new();
        let mut from = 0;
        while let Some((word, _)) = words.next_word() {
            pair.drain(..from);
            pair.push('_');
            from = pair.len();
            pair.extend(word);
            pro += self.words.count(&pair, from);
            contra += self.against.count(&pair, from);
        }
        pro.saturating_sub(contra)
    }
}

impl Vocabulary {
    fn new(words: &str, parts: &str, pairs: &str) -> Self {
        let parts = parts.split_whitespace().map(str::to_owned).collect();
        Self { words: List::new(words), parts, pairs: List::new(pairs) }
    }

    /// How much the word that begins at `from` says, and the pair that it ends.
    fn count(&self, pair: &str, from: usize) -> usize {
        usize::from(self.has(&pair[from..])) + usize::from(self.pairs.holds(pair))
    }

    /// Parts are looked for only where a letter is not ASCII: few words have one, and they are what tells regions apart.
    fn has(&self, word: &str) -> bool {
        self.words.holds(word) || (!word.is_ascii() && self.parts.iter().any(|part| word.contains(part.as_str())))
    }
}

impl List {
    fn new(words: &str) -> Self {
        let mut words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        let mut lengths = vec![0; 64 * 64];
        words.iter().for_each(|word| lengths[Self::opening(word)] |= Self::length(word));
        Self { words, lengths }
    }

    fn holds(&self, word: &str) -> bool {
        self.lengths[Self::opening(word)] & Self::length(word) != 0
            && self.words.binary_search_by(|listed| listed.as_str().cmp(word)).is_ok()
    }

    /// The first two bytes as a number.
    fn opening(word: &str) -> usize {
        let byte = |at: usize| usize::from(word.as_bytes().get(at).map_or(0, |byte| byte & 63));
        byte(0) << 6 | byte(1)
    }

    fn length(word: &str) -> u32 {
        1 << word.len().min(31)
    }
}
