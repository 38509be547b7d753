//! Which words of a text say what it is about, and which of them are forms of one word.
//!
//! Stop words and the way to a stem are data (`locales/<tag>/terms.toml`). The stemmers are those of the field: Snowball
//! (M. F. Porter, snowballstem.org) where it knows the language, the language's own endings where `grammar.toml` lists them,
//! and the first letters of a word in languages of which nothing is known.

use std::borrow::Cow;
use std::ops::Range;

use attache_grammar::{Endings, Language};
use attache_locales::{LoadError, Locales, SourceFile};
use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

use crate::folded::FoldTable;
use crate::memo::Memo;
use crate::words::{Numbering, Words, key};

const FILE: &str = "terms.toml";
/// Letters by which words are compared of whose language nothing is known.
const BEGINNING: usize = 6;
/// A stem keeps so many letters: shorter ones belong to many words.
const SHORTEST_STEM: usize = 4;
/// Single letters are initials and elisions.
const SHORTEST_WORD: usize = 2;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TermsFile {
    stemmer: Option<String>,
    #[serde(default)]
    stop: Vec<String>,
}

/// How the words of one language become terms.
#[derive(Debug)]
pub(crate) struct TermRules {
    stop: Words,
    stemming: Stemming,
}

enum Stemming {
    Snowball(Stemmer, Memo<Option<Stem>>),
    Endings(Stripper, Memo<Option<Ends>>),
    Beginning,
}

/// What a stemmer leaves of a word: so many of its first bytes, and a few that take the place of the others ("happy", "happi").
#[derive(Debug, Clone, Copy)]
struct Stem {
    kept: u8,
    tail: [u8; LONGEST_TAIL],
    tail_len: u8,
}

/// The most bytes that may take the place of an ending in a [`Stem`].
const LONGEST_TAIL: usize = 5;

impl Stem {
    /// `None` where the word is too long, or too much of it is put in another way.
    fn of(word: &str, stem: &str) -> Option<Self> {
        let same = word.bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
        let kept = word.floor_char_boundary(same).min(stem.floor_char_boundary(same));
        let rest = &stem.as_bytes()[kept..];
        let mut tail = [0; LONGEST_TAIL];
        tail.get_mut(..rest.len())?.copy_from_slice(rest);
        Some(Self { kept: u8::try_from(kept).ok()?, tail, tail_len: u8::try_from(rest.len()).ok()? })
    }

    /// The stem of the word of which it is made.
    fn written(self, word: &str) -> Cow<'_, str> {
        let kept = &word[..usize::from(self.kept)];
        match std::str::from_utf8(&self.tail[..usize::from(self.tail_len)]) {
            Ok("") | Err(_) => kept.into(),
            Ok(tail) => [kept, tail].concat().into(),
        }
    }
}

/// Where the stems of a word may end, the shortest first.
#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    ends: [u8; MOST_ENDS],
    count: u8,
}

/// For how many stems of a word there is room in [`Ends`].
const MOST_ENDS: usize = 7;

impl Ends {
    /// `None` where there are too many, or the word is too long.
    fn of(ends: &[usize]) -> Option<Self> {
        let mut kept = Self { count: u8::try_from(ends.len()).ok()?, ..Self::default() };
        let places = kept.ends.get_mut(..ends.len())?;
        for (place, end) in places.iter_mut().zip(ends) {
            *place = u8::try_from(*end).ok()?;
        }
        Some(kept)
    }

    fn iter(&self) -> impl Iterator<Item = usize> + Clone {
        self.ends[..usize::from(self.count)].iter().map(|end| usize::from(*end))
    }
}

impl std::fmt::Debug for Stemming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Snowball(..) => "Snowball",
            Self::Endings(..) => "Endings",
            Self::Beginning => "Beginning",
        })
    }
}

impl TermRules {
    pub(crate) fn load(locales: &Locales, language: &Language, table: &FoldTable) -> Result<Self, LoadError> {
        let Some(file) = locales.layers(language.tag(), FILE).last() else { return Ok(Self::unknown()) };
        let raw: TermsFile = file.toml()?;
        let stemming = match raw.stemmer.as_deref() {
            None => Stemming::Beginning,
            Some("endings") => Stemming::Endings(Stripper::new(language.endings()), Memo::default()),
            Some(name) => Stemming::Snowball(Stemmer::create(algorithm(name, &file)?), Memo::default()),
        };
        Ok(Self { stop: Words::new(&raw.stop, &|word| table.fold_str(word)), stemming })
    }

    /// The rules for a language of which nothing is known: short words are mostly function words.
    pub(crate) fn unknown() -> Self {
        Self { stop: Words::default(), stemming: Stemming::Beginning }
    }

    /// The term that a folded word is a form of; `None` where it says nothing. `stands` tells whether a word stands in the texts.
    fn term<'w>(&self, word: &'w str, key: u64, stands: &dyn Fn(&str) -> bool) -> Option<Cow<'w, str>> {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(word.into());
        }
        let shortest = if matches!(self.stemming, Stemming::Beginning) { SHORTEST_STEM } else { SHORTEST_WORD };
        if word.chars().nth(shortest - 1).is_none() || self.stop.has_keyed(key, word) {
            return None;
        }
        Some(match &self.stemming {
            Stemming::Snowball(stemmer, memo) => match memo.get(key, word, || Stem::of(word, &stemmer.stem(word))) {
                Some(stem) => stem.written(word),
                None => stemmer.stem(word),
            },
            Stemming::Endings(stripper, memo) => match memo.get(key, word, || Ends::of(&stripper.ends(word))) {
                Some(ends) => choose_stem(word, ends.iter(), stands).into(),
                None => choose_stem(word, stripper.ends(word).into_iter(), stands).into(),
            },
            Stemming::Beginning => beginning(word, BEGINNING).into(),
        })
    }
}

/// The Snowball algorithms that a file may name.
const SNOWBALL: [(&str, Algorithm); 9] = [
    ("english", Algorithm::English),
    ("french", Algorithm::French),
    ("german", Algorithm::German),
    ("italian", Algorithm::Italian),
    ("portuguese", Algorithm::Portuguese),
    ("romanian", Algorithm::Romanian),
    ("russian", Algorithm::Russian),
    ("spanish", Algorithm::Spanish),
    ("turkish", Algorithm::Turkish),
];

fn algorithm(name: &str, file: &SourceFile<'_>) -> Result<Algorithm, LoadError> {
    let known = SNOWBALL.iter().find(|(known, _)| *known == name);
    let names = || SNOWBALL.map(|(name, _)| name).join(", ");
    known.map(|(_, algorithm)| *algorithm).ok_or_else(|| {
        file.error_near(name, format!("no stemmer is called \"{name}\""))
            .with_hint(format!("\"endings\", or a Snowball algorithm: {}", names()))
    })
}

/// Takes endings off words of no lexicon: the surfaces of all endings, by their last letters.
///
/// Whether an ending harmonizes with its stem is not asked: foreign names are said otherwise than they are written.
#[derive(Debug)]
struct Stripper {
    /// Surface and slot, sorted by the last byte.
    surfaces: Vec<(String, usize)>,
    /// For each last byte where its surfaces lie.
    by_last: Vec<Range<usize>>,
    slots: usize,
}

impl Stripper {
    fn new(endings: &Endings) -> Self {
        let surfaces = endings.surfaces();
        let slots = surfaces.len();
        let mut surfaces: Vec<(String, usize)> = surfaces
            .into_iter()
            .enumerate()
            .flat_map(|(slot, surfaces)| surfaces.into_iter().map(move |surface| (surface, slot)))
            .collect();
        let last = |surface: &str| surface.bytes().next_back().unwrap_or(0);
        surfaces.sort_by_key(|(surface, _)| last(surface));
        let start = |byte: u8| surfaces.partition_point(|(surface, _)| last(surface) < byte);
        let by_last =
            (0..=u8::MAX).map(|byte| start(byte)..byte.checked_add(1).map_or(surfaces.len(), start)).collect();
        Self { surfaces, by_last, slots }
    }

    /// Where the stems of a word may end, the shortest first.
    fn ends(&self, word: &str) -> Vec<usize> {
        let mut ends = Vec::new();
        if let Some((shortest, _)) = word.char_indices().nth(SHORTEST_STEM) {
            self.strip(word, shortest, self.slots, &mut ends);
            ends.sort_unstable();
            ends.dedup();
        }
        ends
    }

    /// Notes where stems end: endings are taken off from the last slot to the first, at most one from each.
    fn strip(&self, word: &str, shortest: usize, slots: usize, ends: &mut Vec<usize>) {
        let Some(last) = word.bytes().next_back() else { return };
        for (surface, slot) in
            self.surfaces[self.by_last[usize::from(last)].clone()].iter().filter(|(_, slot)| *slot < slots)
        {
            if let Some(stem) = word.strip_suffix(surface.as_str()).filter(|stem| stem.len() >= shortest) {
                ends.push(stem.len());
                self.strip(stem, shortest, *slot, ends);
            }
        }
    }
}

/// The shortest stem that is a word of the texts itself, or the shortest of all where none is: "Azərbaycanın" may be cut behind `n`
/// and before it, and "Azərbaycan" tells which.
fn choose_stem<'w>(word: &'w str, ends: impl Iterator<Item = usize> + Clone, stands: &dyn Fn(&str) -> bool) -> &'w str {
    let known = ends.clone().find(|end| stands(&word[..*end]));
    &word[..known.or_else(|| ends.clone().next()).unwrap_or(word.len())]
}

fn beginning(word: &str, letters: usize) -> &str {
    &word[..word.char_indices().nth(letters).map_or(word.len(), |(at, _)| at)]
}

/// The words of several texts as numbers.
#[derive(Debug, Default)]
pub(crate) struct WordNumbers<'a> {
    words: Numbering<'a>,
    /// The rules of the text in which each stood first.
    rules: Vec<&'a TermRules>,
}

/// The terms of those words, likewise.
#[derive(Debug)]
pub(crate) struct TermNumbers {
    /// For each word its term, or nothing.
    pub(crate) of_words: Vec<Option<u32>>,
    /// How many terms there are.
    pub(crate) len: usize,
}

impl<'a> WordNumbers<'a> {
    /// The number of a folded word.
    pub(crate) fn number(&mut self, rules: &'a TermRules, word: &'a str) -> u32 {
        let number = self.words.number(key(word), Cow::Borrowed(word));
        if number as usize == self.rules.len() {
            self.rules.push(rules);
        }
        number
    }

    /// The number of a folded word that stands in one of the texts.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        self.words.find(key(word), word)
    }

    /// The terms of all words, now that all are known.
    pub(crate) fn terms(&self) -> TermNumbers {
        let mut terms = Numbering::default();
        let stands = |word: &str| self.find(word).is_some();
        let mut of_words = Vec::with_capacity(self.words.len());
        for ((key, word), rules) in self.words.iter().zip(&self.rules) {
            let term = rules.term(word, key, &stands);
            of_words.push(term.map(|term| terms.number(crate::words::key(&term), term)));
        }
        TermNumbers { of_words, len: terms.len() }
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    /// The terms of words in one language.
    fn terms(tag: &str, words: &[&str]) -> Vec<Option<String>> {
        let locales = Locales::builtin();
        let language = Language::load(&locales, tag).expect("built in");
        let rules = TermRules::load(&locales, &language, &FoldTable::new(&language)).expect("sound");
        let stands = |word: &str| words.contains(&word);
        words.iter().map(|word| rules.term(word, key(word), &stands).map(Cow::into_owned)).collect()
    }

    fn are_one(tag: &str, words: &[&str]) -> bool {
        let terms = terms(tag, words);
        terms.iter().all(|term| term.is_some() && *term == terms[0])
    }

    #[test]
    fn forms_of_one_word_are_one_term() {
        assert!(are_one("en", &["agreement", "agreements"]));
        assert!(are_one("pt", &["ministro", "ministros"]));
        assert!(are_one("pt-BR", &["acordo", "acordos"]));
        assert!(are_one("az", &["nazir", "nazirin", "nazirlər", "nazirlərinin", "nazirləri"]));
        assert!(are_one("az", &["azərbaycan", "azərbaycanın", "azərbaycandan", "azərbaycana"]));
        assert!(!are_one("az", &["nazir", "nazirlik"]));
    }

    #[test]
    fn a_stem_is_kept_whole() {
        for (word, stem) in
            [("happy", "happi"), ("talks", "talk"), ("ação", "açã"), ("é", "e"), ("the", "the"), ("a", "")]
        {
            assert_eq!(Stem::of(word, stem).map(|kept| kept.written(word)), Some(stem.into()), "{word}");
        }
        assert!(Stem::of("x", "yyyyyy").is_none() && Stem::of(&"n".repeat(300), &"n".repeat(299)).is_none());
        assert_eq!(Ends::of(&[4, 7]).map(|ends| ends.iter().collect()), Some(vec![4, 7]));
        assert!(Ends::of(&[300]).is_none() && Ends::of(&[1; MOST_ENDS + 1]).is_none());
    }

    #[test]
    fn stop_words_are_none() {
        assert_eq!(terms("en", &["the", "said"]), [None, None]);
        assert_eq!(terms("pt", &["não", "seus"]), [None, None]);
        assert_eq!(terms("az", &["üçün", "bildirib"]), [None, None]);
        assert_eq!(terms("en", &["2023"]), [Some("2023".to_owned())]);
    }

    #[test]
    fn an_unknown_stemmer_is_told_with_those_that_there_are() {
        let mut locales = Locales::builtin();
        locales.insert("en", FILE, "stemmer = \"klingon\"\nstop = []\n");
        let language = Language::load(&locales, "en").expect("built in");
        let error = TermRules::load(&locales, &language, &FoldTable::new(&language)).expect_err("unknown");
        assert_eq!(error.line(), Some(1));
        assert!(error.to_string().contains("portuguese"), "{error}");
    }
}
