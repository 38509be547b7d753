//! Finding phrases in a sentence, all at once.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::patterns::{Form, Phrase, Step};
use crate::token::Token;
use crate::words::{Beginnings, HASH, WordMap};

impl Phrase {
    /// The token after the phrase, if it begins at token `at`; the shortest reading of each gap is taken.
    pub(crate) fn match_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        match_steps(&self.0, tokens, at)
    }

    /// As `match_at`, for a phrase that an index found: its first word is known to stand there.
    pub(crate) fn match_found(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        match self.0.split_first() {
            Some((Step::Word(_), rest)) => match_steps(rest, tokens, at + 1),
            _ => self.match_at(tokens, at),
        }
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
        let numbers = self.index.candidates(tokens, at, &WordBits::ALL);
        numbers.into_iter().filter_map(move |number| self.phrases[number].match_found(tokens, at))
    }

    pub(crate) fn longest_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        self.ends(tokens, at).max()
    }
}

/// Phrases by their first word, so that a sentence is looked through once however many there are.
#[derive(Debug)]
pub(crate) struct PhraseIndex {
    words: WordMap<Vec<Start>>,
    stems: WordMap<Vec<Start>>,
    /// For each phrase of which words one has to come behind the second.
    later: Vec<WordBits>,
    /// Phrases that begin with a gap; tried at the first token only.
    open: Vec<usize>,
    beginnings: Beginnings,
    /// How short and how long stems are, in bytes.
    stem_lengths: RangeInclusive<usize>,
}

/// A phrase that begins with a word.
#[derive(Debug, Clone, Copy)]
struct Start {
    number: usize,
    /// Which words may come second: of the many phrases that begin with "hold" few are left.
    second: WordBits,
}

/// The words of a step, if there is no stem among them: otherwise any word may stand there.
fn plain_words(step: &Step) -> Option<WordBits> {
    match step {
        Step::Word(forms) if forms.iter().all(|form| !form.stem) => Some(WordBits::new(forms.iter().map(|f| f.key))),
        _ => None,
    }
}

/// Words as bits: two sets that share no bit share no word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordBits([u64; 4]);

impl WordBits {
    pub(crate) const ALL: Self = Self([u64::MAX; 4]);

    fn new(keys: impl Iterator<Item = u64>) -> Self {
        let mut bits = Self([0; 4]);
        for key in keys {
            let mixed = key.wrapping_mul(HASH);
            bits.0[(mixed >> 62) as usize] |= 1 << (mixed >> 56 & 63);
        }
        bits
    }

    pub(crate) fn of(tokens: &[Token<'_>]) -> Self {
        Self::new(tokens.iter().map(|token| token.key))
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    fn shares(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

impl PhraseIndex {
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = &'p Phrase>) -> Self {
        let (mut words, mut stems) = (BTreeMap::new(), BTreeMap::new());
        let (mut open, mut later) = (Vec::new(), Vec::new());
        for (number, phrase) in phrases.enumerate() {
            let start = Start { number, second: phrase.0.get(1).and_then(plain_words).unwrap_or(WordBits::ALL) };
            let rest = phrase.0.iter().skip(2).filter_map(plain_words);
            later.push(rest.min_by_key(WordBits::count).unwrap_or(WordBits::ALL));
            match phrase.0.first() {
                Some(Step::Word(forms)) => forms.iter().for_each(|form| {
                    let group = if form.stem { &mut stems } else { &mut words };
                    add(group, form, start);
                }),
                Some(Step::Gap(_)) => open.push(number),
                None => {}
            }
        }
        let beginnings = words.keys().chain(stems.keys()).map(String::as_str).collect();
        let lengths = || stems.keys().map(String::len);
        let stem_lengths = lengths().min().unwrap_or(1)..=lengths().max().unwrap_or(1);
        Self { words: WordMap::new(words), stems: WordMap::new(stems), later, open, beginnings, stem_lengths }
    }

    /// The numbers of the phrases that may begin with this token, in order; `seen` are the words of the sentence, or all words.
    pub(crate) fn candidates(&self, tokens: &[Token<'_>], at: usize, seen: &WordBits) -> Vec<usize> {
        let Some(token) = tokens.get(at) else { return Vec::new() };
        let mut found = if at == 0 { self.open.clone() } else { Vec::new() };
        // A stem of one letter stands for words of any second letter: then none is turned away.
        let tells = *self.stem_lengths.start() > 1 || self.stems.is_empty();
        if tells && !self.beginnings.may_begin(token.word) {
            return found;
        }
        let next = tokens.get(at + 1).map_or(WordBits::ALL, |next| WordBits::new(std::iter::once(next.key)));
        let goes_on = |start: &&Start| start.second.shares(&next) && self.later[start.number].shares(seen);
        let mut take = |starts: &[Start]| found.extend(starts.iter().filter(goes_on).map(|start| start.number));
        self.words.get_keyed(token.key, token.word).into_iter().for_each(|starts| take(starts));
        if !self.stems.is_empty() {
            let ends = token.word.char_indices().map(|(cut, c)| cut + c.len_utf8());
            let cuts = ends.filter(|cut| self.stem_lengths.contains(cut));
            cuts.filter_map(|cut| self.stems.get(&token.word[..cut])).for_each(|starts| take(starts));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn add(group: &mut BTreeMap<String, Vec<Start>>, form: &Form, start: Start) {
    group.entry(form.letters.clone()).or_default().push(start);
}
