//! Finding phrases in a sentence, all at once.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::patterns::{Form, Phrase, Step};
use crate::token::Token;
use crate::words::WordMap;

impl Phrase {
    /// The token after the phrase, if it begins at token `at`; the shortest reading of each gap is taken.
    pub(crate) fn match_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        match_steps(&self.0, tokens, at)
    }
}

fn match_steps(steps: &[Step], tokens: &[Token<'_>], at: usize) -> Option<usize> {
    match steps {
        [] => Some(at),
        [Step::Word(forms), rest @ ..] => {
            let token = tokens.get(at)?;
            forms.iter().any(|form| form.fits(token)).then(|| match_steps(rest, tokens, at + 1)).flatten()
        }
        [Step::Gap(_)] => Some(tokens.len()),
        [Step::Gap(most), rest @ ..] => (0..=*most)
            .take_while(|width| at + width <= tokens.len())
            .find_map(|width| match_steps(rest, tokens, at + width)),
    }
}

/// A list of phrases that is asked whether one of them stands at a place.
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: Vec<Phrase>,
    index: PhraseIndex,
}

impl FromIterator<Phrase> for Phrases {
    fn from_iter<I: IntoIterator<Item = Phrase>>(phrases: I) -> Self {
        let phrases: Vec<Phrase> = phrases.into_iter().collect();
        Self { index: PhraseIndex::new(phrases.iter()), phrases }
    }
}

impl Phrases {
    /// The tokens after the phrases that begin at token `at`.
    fn ends(&self, tokens: &[Token<'_>], at: usize) -> impl Iterator<Item = usize> {
        let numbers = self.index.candidates(tokens, at);
        numbers.into_iter().filter_map(move |number| self.phrases[number].match_at(tokens, at))
    }

    pub(crate) fn longest_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        self.ends(tokens, at).max()
    }
}

/// Phrases by their first word, so that a sentence is looked through once however many there are.
#[derive(Debug)]
pub(crate) struct PhraseIndex {
    /// Whole words, and behind `~` the stems.
    words: WordMap<Vec<usize>>,
    stems: WordMap<Vec<usize>>,
    /// Phrases that begin with a gap; tried at the first token only.
    open: Vec<usize>,
    /// The first two bytes of all first words, sorted: most tokens are turned away here.
    beginnings: Vec<[u8; 2]>,
    /// How short and how long stems are, in bytes.
    stem_lengths: RangeInclusive<usize>,
}

impl PhraseIndex {
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = &'p Phrase>) -> Self {
        let (mut words, mut stems) = (BTreeMap::new(), BTreeMap::new());
        let (mut beginnings, mut open) = (Vec::new(), Vec::new());
        for (number, phrase) in phrases.enumerate() {
            match phrase.0.first() {
                Some(Step::Word(forms)) => forms.iter().for_each(|form| {
                    beginnings.push(two_bytes(&form.letters));
                    let group = if form.stem { &mut stems } else { &mut words };
                    add(group, form, number);
                }),
                Some(Step::Gap(_)) => open.push(number),
                None => {}
            }
        }
        beginnings.sort_unstable();
        beginnings.dedup();
        let lengths = || stems.keys().map(String::len);
        let stem_lengths = lengths().min().unwrap_or(1)..=lengths().max().unwrap_or(1);
        Self { words: WordMap::new(words), stems: WordMap::new(stems), open, beginnings, stem_lengths }
    }

    /// The numbers of the phrases that may begin with this token, in order.
    pub(crate) fn candidates(&self, tokens: &[Token<'_>], at: usize) -> Vec<usize> {
        let Some(token) = tokens.get(at) else { return Vec::new() };
        let mut found = if at == 0 { self.open.clone() } else { Vec::new() };
        // A stem of one letter stands for words of any second letter: then none is turned away.
        let tells = *self.stem_lengths.start() > 1 || self.stems.is_empty();
        if tells && self.beginnings.binary_search(&two_bytes(token.word)).is_err() {
            return found;
        }
        found.extend(self.words.get_keyed(token.key, token.word).into_iter().flatten());
        if !self.stems.is_empty() {
            let ends = token.word.char_indices().map(|(cut, c)| cut + c.len_utf8());
            let cuts = ends.filter(|cut| self.stem_lengths.contains(cut));
            found.extend(cuts.filter_map(|cut| self.stems.get(&token.word[..cut])).flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn add(group: &mut BTreeMap<String, Vec<usize>>, form: &Form, number: usize) {
    group.entry(form.letters.clone()).or_default().push(number);
}

/// The first two bytes of a word, for turning words away early.
pub(crate) fn two_bytes(word: &str) -> [u8; 2] {
    let mut bytes = word.bytes();
    [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
}
