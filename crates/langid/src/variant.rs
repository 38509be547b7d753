//! Regional variants of a language, told apart by words that only one region writes.
//!
//! `locales/<variant>/variant.toml` lists them. A list is enough: two regions share nearly all n-grams, and differ in a few dozen
//! words and spellings that a speaker can name.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales};
use serde::Deserialize;

use crate::letters::Words;

const FILE: &str = "variant.toml";

/// `words` and `parts` of words speak for the variant, `against` and `against-parts` for another region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct VariantFile {
    words: String,
    #[serde(default)]
    parts: String,
    #[serde(default)]
    against: String,
    #[serde(default)]
    against_parts: String,
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
    /// In order.
    words: Vec<String>,
    parts: Vec<String>,
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
        let words = Vocabulary::new(&raw.words, &raw.parts);
        let against = Vocabulary::new(&raw.against, &raw.against_parts);
        Self { tag: tag.to_owned(), language: language.to_owned(), words, against }
    }

    /// By how many words the text leads for this variant.
    pub(crate) fn lead(&self, text: &str, look_alikes: &BTreeMap<char, char>) -> usize {
        let (mut pro, mut contra) = (0_usize, 0_usize);
        let mut words = Words::new(text, look_alikes);
        let mut spelt = String::new();
        while let Some(word) = words.next_word() {
            spelt.clear();
            spelt.extend(word);
            pro += usize::from(self.words.has(&spelt));
            contra += usize::from(self.against.has(&spelt));
        }
        pro.saturating_sub(contra)
    }
}

impl Vocabulary {
    fn new(words: &str, parts: &str) -> Self {
        let list = |items: &str| items.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let mut words = list(words);
        words.sort_unstable();
        Self { words, parts: list(parts) }
    }

    /// Parts are looked for only where a letter is not ASCII: few words have one, and they are what tells regions apart.
    fn has(&self, word: &str) -> bool {
        self.words.binary_search_by(|listed| listed.as_str().cmp(word)).is_ok()
            || (!word.is_ascii() && self.parts.iter().any(|part| word.contains(part.as_str())))
    }
}
