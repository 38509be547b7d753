//! Finding phrases in a sentence, all at once.

use std::collections::BTreeMap;

use crate::patterns::{Form, Phrase, Step};
use crate::token::Token;

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
            forms.iter().any(|form| form.fits(token.word)).then(|| match_steps(rest, tokens, at + 1)).flatten()
        }
        [Step::Gap(_)] => Some(tokens.len()),
        [Step::Gap(most), rest @ ..] => (0..=*most)
            .take_while(|width| at + width <= tokens.len())
            .find_map(|width| match_steps(rest, tokens, at + width)),
    }
}

/// Phrases by their first word, so that a sentence is looked through once however many there are.
#[derive(Debug, Default)]
pub(crate) struct PhraseIndex {
    /// Whole words, and behind `~` the stems.
    words: BTreeMap<String, Vec<usize>>,
    stems: BTreeMap<String, Vec<usize>>,
    /// Phrases that begin with a gap; tried at the first token only.
    open: Vec<usize>,
    /// The first two bytes of all first words, sorted: most tokens are turned away here.
    beginnings: Vec<[u8; 2]>,
    /// A stem of one letter stands for words of any second letter: then none is turned away.
    has_short_stems: bool,
}

impl PhraseIndex {
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = &'p Phrase>) -> Self {
        let mut index = Self::default();
        for (number, phrase) in phrases.enumerate() {
            match phrase.0.first() {
                Some(Step::Word(forms)) => forms.iter().for_each(|form| index.add(form, number)),
                Some(Step::Gap(_)) => index.open.push(number),
                None => {}
            }
        }
        index.beginnings.sort_unstable();
        index.beginnings.dedup();
        index
    }

    fn add(&mut self, form: &Form, number: usize) {
        self.has_short_stems |= form.stem && form.letters.len() < 2;
        self.beginnings.push(two_bytes(&form.letters));
        let words = if form.stem { &mut self.stems } else { &mut self.words };
        words.entry(form.letters.clone()).or_default().push(number);
    }

    /// The numbers of the phrases that may begin with this token.
    pub(crate) fn candidates(&self, tokens: &[Token<'_>], at: usize) -> Vec<usize> {
        let Some(token) = tokens.get(at) else { return Vec::new() };
        if !self.has_short_stems && self.beginnings.binary_search(&two_bytes(token.word)).is_err() {
            return if at == 0 { self.open.clone() } else { Vec::new() };
        }
        let mut found: Vec<usize> = self.words.get(token.word).into_iter().flatten().copied().collect();
        if !self.stems.is_empty() {
            let cuts = token.word.char_indices().map(|(cut, c)| cut + c.len_utf8());
            found.extend(cuts.filter_map(|cut| self.stems.get(&token.word[..cut])).flatten());
        }
        if at == 0 {
            found.extend(&self.open);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The first two bytes of a word, for turning words away early.
pub(crate) fn two_bytes(word: &str) -> [u8; 2] {
    let mut bytes = word.bytes();
    [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
}
