//! The sentences that stand for a text of any kind, whether or not anything could be read in it.
//!
//! A sentence is worth the sum of what it is by itself (how early it stands, what it shares with the title and with the
//! first sentence, how often the text uses its words and names, its form) less what chosen sentences say already. Which
//! features these are follows the study in the project's design notes; a choice by coverage did better there than one by
//! likeness to what is chosen. Several texts on one story are weighed as one: each begins anew in position, and what one
//! says the others need not say: all of them begin with the news, and being first is worth nothing to whom it is none.
//!
//! Everything costs time in proportion to the text. A sentence is looked at again only when it comes to the top of the heap:
//! what it is worth falls as others are chosen, so that one whose worth is the highest after a second look is the best.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::ops::Range;

use attache_schema::{Extract, Parts, Verdict, Weighed};

use crate::attribution::Role;
use crate::skim::Skim;
use crate::terms::{TermNumbers, WordNumbers};
use crate::weights::ExtractWeights;

/// How much of a text is wanted; no bound is exceeded.
///
/// ```
/// use attache_summarizer::Budget;
///
/// let short = Budget { sentences: 3, ..Budget::words(60) };
/// assert_eq!(short.characters, usize::MAX);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// The most words: runs of letters and digits, so that "mid-May" has two.
    pub words: usize,
    /// The most sentences.
    pub sentences: usize,
    /// The most characters, a blank between two sentences included.
    pub characters: usize,
}

impl Budget {
    /// No bound at all.
    pub const UNLIMITED: Self = Self { words: usize::MAX, sentences: usize::MAX, characters: usize::MAX };

    /// So many words.
    #[must_use]
    pub fn words(words: usize) -> Self {
        Self { words, ..Self::UNLIMITED }
    }

    /// So many sentences.
    #[must_use]
    pub fn sentences(sentences: usize) -> Self {
        Self { sentences, ..Self::UNLIMITED }
    }

    /// So many characters.
    #[must_use]
    pub fn characters(characters: usize) -> Self {
        Self { characters, ..Self::UNLIMITED }
    }

    /// What is left when a sentence is taken; `None` where it does not fit.
    fn without(self, sentence: &Sentence, is_first: bool) -> Option<Self> {
        Some(Self {
            words: self.words.checked_sub(sentence.words)?,
            sentences: self.sentences.checked_sub(1)?,
            characters: self.characters.checked_sub(sentence.characters + usize::from(!is_first))?,
        })
    }
}

/// More sentences than this make the last of them a conclusion.
const FEW: usize = 4;

/// The most words of a sentence that only says who told another.
const LONGEST_TAG: usize = 30;

/// A sentence, and where it stands.
#[derive(Debug)]
struct Sentence {
    document: usize,
    /// Its place in its own text, and how many sentences that has.
    index: usize,
    count: usize,
    /// The first sentence of its text, among all.
    first: usize,
    words: usize,
    characters: usize,
    marks: Marks,
    /// Its distinct terms, in order, in [`Bag::terms`]; and those that stand as names, in [`Bag::names`].
    terms: Range<usize>,
    names: Range<usize>,
}

/// What stands in a sentence besides words.
#[derive(Debug, Default)]
struct Marks {
    has_quote: bool,
    has_question: bool,
    has_digit: bool,
    opens_speech: bool,
    is_unfinished: bool,
}

impl Marks {
    fn note(&mut self, c: char, is_first: bool) {
        let is_quote = matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
        self.has_quote |= is_quote;
        self.has_question |= c == '?';
        self.opens_speech |= is_first && (is_quote || matches!(c, '–' | '—' | '-'));
    }
}

/// A word of a sentence.
#[derive(Debug)]
struct Word {
    number: u32,
    /// With a capital inside the sentence.
    is_name: bool,
    /// With a capital, right behind a word with one: both are of one name.
    goes_on: bool,
}

/// The terms of all sentences, one behind the other. Two words of one name are terms, and so are both together.
#[derive(Debug, Default)]
struct Bag {
    sentences: Vec<Sentence>,
    terms: Vec<u32>,
    names: Vec<u32>,
    /// For each term in how many sentences it stands, in how many as a name, and in how many texts.
    uses: Vec<u32>,
    named: Vec<u32>,
    texts: Vec<u32>,
    /// Whether it stands in a title, and how many terms do.
    in_title: Vec<bool>,
    title_terms: usize,
}

/// Weighs all sentences and chooses those that stand for the texts. `focus` says what it is worth for the reader that asks, sentence
/// by sentence.
pub(crate) fn extract(skims: &[Skim<'_>], focus: &[i64], weights: &ExtractWeights, budget: Budget) -> Extract {
    let bag = Bag::fill(skims);
    let most = bag.uses.iter().copied().max().unwrap_or(1).max(1);
    let density = |sentence: &Sentence| bag.density(sentence.words, bag.terms[sentence.terms.clone()].iter().copied());
    // One text has nothing in common with others.
    let several = bag.sentences.iter().filter(|_| skims.len() > 1);
    let densest = several.map(density).max().unwrap_or(1).max(1);
    let document = Document { skims, bag: &bag, weights, most, densest };
    let mut parts: Vec<Parts> = (0..bag.sentences.len()).map(|at| document.weigh(at)).collect();
    parts.iter_mut().zip(focus).for_each(|(parts, focus)| parts.focus = *focus);
    let verdicts = document.choose(&mut parts, budget);
    let spans = skims.iter().flat_map(|skim| &skim.sentences).map(|sentence| sentence.span);
    let all = bag.sentences.iter().zip(spans).zip(parts.into_iter().zip(verdicts));
    let weighed =
        all.map(|((sentence, span), (parts, verdict))| Weighed { document: sentence.document, span, parts, verdict });
    Extract { sentences: weighed.collect() }
}

impl Bag {
    fn fill(skims: &[Skim<'_>]) -> Self {
        let (mut bag, mut numbers, mut words) = (Self::default(), WordNumbers::default(), Vec::new());
        for (document, skim) in skims.iter().enumerate() {
            bag.add(document, skim, &mut numbers, &mut words);
        }
        let terms = numbers.terms();
        let count_of_terms = bag.turn_into_terms(&words, &terms);
        bag.uses = count(&bag.terms, count_of_terms);
        bag.named = count(&bag.names, count_of_terms);
        bag.texts = bag.count_texts(count_of_terms);
        bag.in_title = vec![false; count_of_terms];
        for skim in skims {
            let words = skim.title.split(|c: char| !c.is_alphanumeric()).filter_map(|word| numbers.find(word));
            words.filter_map(|word| terms.of_words[word as usize]).for_each(|term| bag.in_title[term as usize] = true);
        }
        bag.title_terms = bag.in_title.iter().filter(|is_in| **is_in).count();
        bag
    }

    /// Adds the sentences of a text; of their words only the numbers are known yet, and which stand as names.
    fn add<'a>(
        &mut self,
        document: usize,
        skim: &'a Skim<'_>,
        numbers: &mut WordNumbers<'a>,
        all_words: &mut Vec<Word>,
    ) {
        let (first, count) = (self.sentences.len(), skim.sentences.len());
        for (index, sentence) in skim.sentences.iter().enumerate() {
            let text = sentence.span.of(skim.text);
            // Where the word before ended, if it has a capital.
            let mut capital = None;
            let (words, characters, marks) = scan(text, &mut |number, word| {
                let start = sentence.span.start;
                let folded = skim.folded.slice(start + word.start, start + word.end);
                let is_capital = text[word.clone()].starts_with(char::is_uppercase);
                let goes_on = is_capital && capital.is_some_and(|end| &text[end..word.start] == " ");
                capital = is_capital.then_some(word.end);
                all_words.push(Word {
                    number: numbers.number(skim.rules, folded),
                    is_name: is_capital && number > 0,
                    goes_on,
                });
            });
            let (terms, names) = (0..0, 0..0);
            self.sentences.push(Sentence { document, index, count, first, words, characters, marks, terms, names });
        }
    }

    /// Gives every sentence the terms of its words, which stand one behind the other, and those of its names of several words.
    /// Says how many terms there are.
    fn turn_into_terms(&mut self, all_words: &[Word], terms: &TermNumbers) -> usize {
        let mut rest = all_words.iter();
        let (mut held, mut named) = (Vec::new(), Vec::new());
        let mut pairs: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for sentence in &mut self.sentences {
            let mut before = None;
            for word in rest.by_ref().take(sentence.words) {
                let term = terms.of_words[word.number as usize];
                let both = before.filter(|_| word.goes_on).zip(term);
                let pair = both.map(|both| {
                    let next = (terms.len + pairs.len()) as u32;
                    *pairs.entry(both).or_insert(next)
                });
                before = term;
                held.extend(term.into_iter().chain(pair));
                if word.is_name {
                    named.extend(term.into_iter().chain(pair));
                }
            }
            sentence.terms = move_sorted(&mut held, &mut self.terms);
            sentence.names = move_sorted(&mut named, &mut self.names);
        }
        terms.len + pairs.len()
    }

    /// In how many texts each term stands.
    fn count_texts(&self, terms: usize) -> Vec<u32> {
        let (mut texts, mut last) = (vec![0; terms], vec![None; terms]);
        for sentence in &self.sentences {
            for term in &self.terms[sentence.terms.clone()] {
                let term = *term as usize;
                texts[term] += u32::from(last[term].replace(sentence.document) != Some(sentence.document));
            }
        }
        texts
    }

    /// How much of what several texts tell stands in these terms of a sentence of so many words: the logarithms of how many texts and
    /// how many sentences have each, for the root of its length.
    fn density(&self, words: usize, terms: impl Iterator<Item = u32>) -> i64 {
        let shared =
            terms.map(|term| log(i64::from(self.texts[term as usize])) * log(1 + i64::from(self.uses[term as usize])));
        shared.sum::<i64>() / (to_i64(words.max(FEW)) * 1_000_000).isqrt()
    }

    fn terms(&self, sentence: usize) -> &[u32] {
        &self.terms[self.sentences[sentence].terms.clone()]
    }
}

/// Hands out the words of a sentence, runs of letters and digits, with their numbers; says how many words and characters it has and
/// what else stands in it.
fn scan(text: &str, each: &mut dyn FnMut(usize, Range<usize>)) -> (usize, usize, Marks) {
    let (mut words, mut characters, mut marks) = (0, 0, Marks::default());
    let mut begun = None;
    for (at, c) in text.char_indices() {
        characters += 1;
        if c.is_alphanumeric() {
            marks.has_digit |= c.is_ascii_digit();
            begun.get_or_insert(at);
            continue;
        }
        marks.note(c, at == 0);
        if let Some(from) = begun.take() {
            each(words, from..at);
            words += 1;
        }
    }
    if let Some(from) = begun {
        marks.is_unfinished = true;
        each(words, from..text.len());
        words += 1;
    }
    (words, characters, marks)
}

/// How often each of so many terms stands in a list.
fn count(list: &[u32], terms: usize) -> Vec<u32> {
    let mut counts = vec![0; terms];
    list.iter().for_each(|term| counts[*term as usize] += 1);
    counts
}

/// Moves what was gathered to the end of a list, in order and each once, and says where it lies.
fn move_sorted(gathered: &mut Vec<u32>, list: &mut Vec<u32>) -> Range<usize> {
    gathered.sort_unstable();
    gathered.dedup();
    let from = list.len();
    list.append(gathered);
    from..list.len()
}

struct Document<'a> {
    skims: &'a [Skim<'a>],
    bag: &'a Bag,
    weights: &'a ExtractWeights,
    /// In how many sentences the most frequent term stands.
    most: u32,
    /// The density of the sentence that has most of what several texts tell.
    densest: i64,
}

impl Document<'_> {
    /// What a sentence is worth by itself.
    fn weigh(&self, at: usize) -> Parts {
        let sentence = &self.bag.sentences[at];
        let skimmed = &self.skims[sentence.document].sentences[sentence.index];
        Parts {
            position: self.position(sentence, skimmed.opens),
            title: self.title(at),
            centrality: self.centrality(at) + self.common(sentence.words, self.bag.terms(at).iter().copied()),
            entity: self.entity(sentence),
            form: self.form(sentence),
            background: if skimmed.is_background { self.weights.background } else { 0 },
            focus: 0,
            redundancy: 0,
        }
    }

    fn position(&self, sentence: &Sentence, opens: bool) -> i64 {
        let (weights, place) = (self.weights, to_i64(sentence.index) + 1);
        let is_last = sentence.index + 1 == sentence.count && sentence.index >= FEW;
        weights.position / place
            + thousandths(weights.late, -log(place))
            + if sentence.index == 0 { weights.first } else { 0 }
            + if is_last { weights.last } else { 0 }
            + if opens { weights.paragraph } else { 0 }
    }

    fn title(&self, at: usize) -> i64 {
        let shared = self.bag.terms(at).iter().filter(|term| self.bag.in_title[**term as usize]).count();
        self.weights.title * to_i64(shared) / to_i64(self.bag.title_terms.max(1))
    }

    fn centrality(&self, at: usize) -> i64 {
        let terms = self.bag.terms(at);
        let first = self.bag.terms(self.bag.sentences[at].first);
        let count = to_i64(terms.len()).max(1);
        let uses = self.uses(terms);
        let product = to_i64(terms.len() * first.len()).max(1);
        let opening = 1000 * self.weights.opening * to_i64(count_shared(terms, first)) / (product * 1_000_000).isqrt();
        self.weights.frequency * uses / (count * i64::from(self.most)) + opening
    }

    /// What these terms of a sentence are worth for being in other texts too: what all of them tell is what they are about. The
    /// best sentence of all has the whole weight.
    fn common(&self, words: usize, terms: impl Iterator<Item = u32>) -> i64 {
        if self.skims.len() < 2 {
            return 0;
        }
        self.weights.common * self.bag.density(words, terms) / self.densest
    }

    /// Names that come again, by the logarithm of how often, for the root of the sentence's length.
    fn entity(&self, sentence: &Sentence) -> i64 {
        let names = &self.bag.names[sentence.names.clone()];
        let again: i64 = names.iter().map(|name| log(i64::from(self.bag.named[*name as usize]))).sum();
        let root = (to_i64(sentence.words).max(1) * 1_000_000).isqrt();
        self.weights.names * again / root
    }

    fn form(&self, sentence: &Sentence) -> i64 {
        let (weights, marks) = (self.weights, &sentence.marks);
        let given = [
            (sentence.words < weights.short_words, weights.short),
            (sentence.words > weights.long_words, weights.long),
            (marks.has_quote, weights.quotation),
            (marks.opens_speech, weights.spoken),
            (marks.has_question, weights.question),
            (marks.has_digit, weights.number),
            (marks.is_unfinished, weights.unfinished),
        ];
        let given: i64 = given.iter().filter(|(is_given, _)| *is_given).map(|(_, weight)| weight).sum();
        given + weights.length * to_i64(sentence.words.min(weights.long_words)) / to_i64(weights.long_words.max(1))
    }

    /// How often the text uses these terms.
    fn uses(&self, terms: &[u32]) -> i64 {
        terms.iter().map(|term| i64::from(self.bag.uses[*term as usize])).sum()
    }

    /// The best sentence that fits, again and again; notes what is taken off for repetition.
    fn choose(&self, parts: &mut [Parts], budget: Budget) -> Vec<Verdict> {
        let mut verdicts = vec![Verdict::Budget; parts.len()];
        let mut covered = vec![None; self.bag.uses.len()];
        let mut asides = vec![false; parts.len()];
        let mut heap: BinaryHeap<(i64, Reverse<usize>)> = BinaryHeap::new();
        for (at, parts) in parts.iter().enumerate() {
            match self.hangs_on(at) {
                Some(_) => verdicts[at] = Verdict::Dependent,
                None => heap.push((parts.total(), Reverse(at))),
            }
        }
        let (mut left, mut is_first) = (budget, true);
        while let Some((worth, Reverse(at))) = heap.pop().filter(|_| left.sentences > 0) {
            let sentence = &self.bag.sentences[at];
            let Some(rest) = left.without(sentence, is_first) else { continue };
            let terms = self.bag.terms(at);
            parts[at].redundancy = -self.said_already(at, &covered);
            if !is_first && terms.iter().all(|term| covered[*term as usize].is_some()) {
                verdicts[at] = Verdict::Redundant(most_said(terms, &covered).unwrap_or(at));
                continue;
            }
            let now = parts[at].total();
            if now < worth {
                heap.push((now, Reverse(at)));
                continue;
            }
            if let Some(verdict) = self.refuse(at, &verdicts) {
                verdicts[at] = verdict;
                continue;
            }
            if !asides[at] && self.is_aside(at) {
                asides[at] = true;
                parts[at].background += self.weights.aside;
                heap.push((parts[at].total(), Reverse(at)));
                continue;
            }
            (left, is_first) = (rest, false);
            terms.iter().for_each(|term| _ = covered[*term as usize].get_or_insert(at));
            verdicts[at] = Verdict::Chosen;
            if let Some(next) = self.follow(at, &mut verdicts) {
                verdicts[next] = Verdict::Budget;
                heap.push((parts[next].total(), Reverse(next)));
            }
        }
        // Where there is nothing else, it is all that there is.
        let mut bare = (0..parts.len()).filter(|at| matches!(verdicts[*at], Verdict::Attribution | Verdict::Courtesy));
        let only = bare.find(|at| is_first && budget.without(&self.bag.sentences[*at], true).is_some());
        if let Some(at) = only {
            self.bag.terms(at).iter().for_each(|term| _ = covered[*term as usize].get_or_insert(at));
            verdicts[at] = Verdict::Chosen;
        }
        // What the others would add now.
        let left_out = (0..parts.len()).filter(|at| verdicts[*at] != Verdict::Chosen);
        left_out.for_each(|at| parts[at].redundancy = -self.said_already(at, &covered));
        verdicts
    }

    /// Why a sentence is not chosen although it is the best.
    fn refuse(&self, at: usize, verdicts: &[Verdict]) -> Option<Verdict> {
        let is_bereft = || at > self.bag.sentences[at].first && verdicts[at - 1] != Verdict::Chosen;
        match self.role(at) {
            Some(Role::Source) => Some(Verdict::Attribution),
            Some(Role::Speaker) => is_bereft().then_some(Verdict::Dependent),
            None => self.is_courtesy(at).then_some(Verdict::Courtesy),
        }
    }

    /// The sentence that hangs on a chosen one; tags may stand between.
    fn follow(&self, at: usize, verdicts: &mut [Verdict]) -> Option<usize> {
        let sentence = &self.bag.sentences[at];
        let (mut next, end) = (at + 1, sentence.first + sentence.count);
        while next < end && (verdicts[next] == Verdict::Dependent || self.hangs_on(next + 1).is_some()) {
            if self.role(next) != Some(Role::Source) {
                return (verdicts[next] == Verdict::Dependent).then_some(next);
            }
            verdicts[next] = Verdict::Attribution;
            next += 1;
        }
        None
    }

    /// What a sentence says of the one before, where that is all it says.
    fn role(&self, at: usize) -> Option<Role> {
        let sentence = self.bag.sentences.get(at).filter(|sentence| sentence.words <= LONGEST_TAG)?;
        self.skims[sentence.document].role(sentence.index)
    }

    /// Whether a sentence is a formula and nothing else: short, and nobody is named in it.
    fn is_courtesy(&self, at: usize) -> bool {
        let sentence = &self.bag.sentences[at];
        let is_bare = sentence.names.is_empty() && sentence.words <= self.weights.long_words;
        is_bare && self.skims[sentence.document].has_courtesy(sentence.index)
    }

    /// Whether a sentence tells only what goes with the news. The first of a text is the news, whatever its form.
    fn is_aside(&self, at: usize) -> bool {
        let sentence = &self.bag.sentences[at];
        sentence.index > 0 && self.skims[sentence.document].is_aside(sentence.index)
    }

    /// The sentence that another cannot stand without.
    fn hangs_on(&self, at: usize) -> Option<usize> {
        let sentence = self.bag.sentences.get(at).filter(|sentence| sentence.index > 0)?;
        let skimmed = &self.skims[sentence.document].sentences[sentence.index];
        skimmed.is_dependent.then(|| at - 1)
    }

    /// What is taken off because chosen sentences use the same terms, those of the text most, and more for what another text said; what
    /// terms are worth for being common is paid once.
    fn said_already(&self, at: usize, covered: &[Option<usize>]) -> i64 {
        let (sentence, terms, weights) = (&self.bag.sentences[at], self.bag.terms(at), self.weights);
        let (mut said, mut elsewhere) = (0, 0);
        for term in terms {
            let Some(teller) = covered[*term as usize] else { continue };
            let uses = i64::from(self.bag.uses[*term as usize]);
            said += uses;
            elsewhere += if self.bag.sentences[teller].document == sentence.document { 0 } else { uses };
        }
        (weights.coverage * said + weights.elsewhere * elsewhere) / self.uses(terms).max(1)
            + self.common(sentence.words, terms.iter().copied().filter(|term| covered[*term as usize].is_some()))
    }
}

/// The sentence that first said most of some terms.
fn most_said(terms: &[u32], covered: &[Option<usize>]) -> Option<usize> {
    let mut tellers: Vec<usize> = terms.iter().filter_map(|term| covered[*term as usize]).collect();
    tellers.sort_unstable();
    let said = tellers.chunk_by(|one, other| one == other);
    said.max_by_key(|said| (said.len(), Reverse(said[0]))).map(|said| said[0])
}

/// How many terms two sorted lists share.
fn count_shared(one: &[u32], other: &[u32]) -> usize {
    let (mut one, mut other, mut shared) = (one, other, 0);
    while let ([a, rest_one @ ..], [b, rest_other @ ..]) = (one, other) {
        shared += usize::from(a == b);
        (one, other) = (if a <= b { rest_one } else { one }, if b <= a { rest_other } else { other });
    }
    shared
}

/// The binary logarithm in thousandths, rounded down to steps of 125: whole numbers on every machine.
fn log(number: i64) -> i64 {
    let number = number.max(1).unsigned_abs();
    let whole = number.ilog2();
    // The mantissa as a fraction of 2^16; 2^(k/8) likewise.
    let mantissa = if whole > 16 { number >> (whole - 16) } else { number << (16 - whole) };
    let steps =
        [71_468, 77_936, 84_990, 92_682, 101_070, 110_218, 120_194].iter().filter(|step| mantissa >= **step).count();
    i64::from(whole) * 1000 + to_i64(steps) * 125
}

fn thousandths(weight: i64, value: i64) -> i64 {
    weight * value / 1000
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use attache_schema::Span;

    use super::*;
    use crate::folded::FoldTable;
    use crate::terms::TermRules;

    #[test]
    fn logarithms_grow_with_the_number() {
        assert_eq!([1, 2, 4, 1024].map(log), [0, 1000, 2000, 10_000]);
        assert!((1..2000).all(|number| log(number) <= log(number + 1)));
        assert_eq!(log(3), 1500);
    }

    #[test]
    fn shared_terms_are_counted_once() {
        assert_eq!(count_shared(&[1, 3, 5, 9], &[0, 3, 4, 9]), 2);
        assert_eq!(count_shared(&[], &[1]), 0);
    }

    #[test]
    fn a_name_of_two_words_is_a_term_besides_them() {
        let text = "Talks in Porto Novo ended. Porto Novo was calm. Novo, Porto and others waited.";
        let (table, rules) = (FoldTable::plain(), TermRules::unknown());
        let ends = text.match_indices('.').map(|(at, _)| at + 1);
        let mut start = 0;
        let spans = ends.map(|end| Span::new(std::mem::replace(&mut start, end + 1), end));
        let bag = Bag::fill(&[Skim::of_unknown(text, None, &table, &rules, spans)]);
        assert_eq!(count_shared(bag.terms(0), bag.terms(1)), 3);
        assert_eq!(count_shared(bag.terms(0), bag.terms(2)), 2);
        assert_eq!((bag.uses.last(), bag.named.last()), (Some(&2), Some(&2)));
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "“mid-May 5-ci, Côte d’Ivoire";
        let mut found = Vec::new();
        let (words, characters, marks) = scan(text, &mut |number, word| found.push((number, &text[word])));
        assert_eq!(found, [(0, "mid"), (1, "May"), (2, "5"), (3, "ci"), (4, "Côte"), (5, "d"), (6, "Ivoire")]);
        assert_eq!((words, characters), (7, 28));
        assert!(marks.opens_speech && marks.has_digit && marks.is_unfinished && !marks.has_question);
    }
}
