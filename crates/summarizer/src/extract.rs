//! The sentences that stand for a text of any kind, whether or not anything could be read in it.
//!
//! A sentence is worth the sum of what it is by itself (how early it stands, what it shares with the title and with the
//! first sentence, how often the article uses its words) less what chosen sentences say already. Which features these are
//! follows the study in the project's design notes; a choice by coverage did better there than one by likeness to what is
//! chosen.
//!
//! Words are compared by their first letters: enough for inflection in English, Portuguese and Azerbaijani, and for
//! languages of which nothing is known.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use attache_schema::Span;

use crate::weights::ExtractWeights;

/// How much of a text is wanted; neither bound is exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// The most words: runs of letters and digits, so that "mid-May" has two.
    pub words: usize,
    /// The most sentences.
    pub sentences: usize,
}

/// Letters by which words are compared.
const STEM: usize = 6;
/// Shorter words are mostly function words, and count only as numbers.
const SHORTEST: usize = 4;
/// More sentences than this make the last of them a conclusion.
const FEW: usize = 4;

/// One text, and its sentences.
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) sentences: Vec<Span>,
}

/// A text as a set of terms, each by its number.
#[derive(Default)]
struct Terms {
    terms: BTreeSet<usize>,
    words: usize,
}

/// A sentence, and where it stands.
struct Sentence<'a> {
    source: usize,
    span: Span,
    words: &'a str,
    /// Its place in its own text, and how many sentences that has.
    index: usize,
    count: usize,
    /// The first sentence of its text.
    first: usize,
    terms: Terms,
}

/// The sentences of an extract by the number of their text, in the order of the texts.
///
/// Several texts on one story are one extract: each begins anew in position, and what one says the others need not say.
pub(crate) fn extract(sources: &[Source<'_>], weights: &ExtractWeights, budget: Budget) -> Vec<(usize, Span)> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut sentences: Vec<Sentence<'_>> = Vec::new();
    let mut title = BTreeSet::new();
    for (number, source) in sources.iter().enumerate() {
        let (first, count) = (sentences.len(), source.sentences.len());
        title.extend(source.title.map(|title| read_terms(title, &mut numbers).terms).unwrap_or_default());
        for (index, span) in source.sentences.iter().enumerate() {
            let words = span.of(source.text);
            let terms = read_terms(words, &mut numbers);
            sentences.push(Sentence { source: number, span: *span, words, index, count, first, terms });
        }
    }
    let mut uses = vec![0i64; numbers.len()];
    sentences.iter().flat_map(|sentence| &sentence.terms.terms).for_each(|term| uses[*term] += 1);
    let most = uses.iter().copied().max().unwrap_or(1).max(1);
    let mut chosen = Document { sentences: &sentences, title: &title, uses: &uses, most, weights }.choose(budget);
    chosen.sort_unstable();
    chosen.into_iter().map(|index| (sentences[index].source, sentences[index].span)).collect()
}

/// The terms of a text: long words by their stem, and numbers.
fn read_terms(text: &str, numbers: &mut BTreeMap<String, usize>) -> Terms {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut terms = BTreeSet::new();
    for word in words().filter(|word| is_term(word)) {
        let stem: String = word.chars().flat_map(char::to_lowercase).take(STEM).collect();
        let next = numbers.len();
        terms.insert(*numbers.entry(stem).or_insert(next));
    }
    Terms { terms, words: words().count() }
}

fn is_term(word: &str) -> bool {
    word.chars().nth(SHORTEST - 1).is_some() || word.starts_with(|c: char| c.is_ascii_digit())
}

struct Document<'a> {
    sentences: &'a [Sentence<'a>],
    title: &'a BTreeSet<usize>,
    /// In how many sentences each term stands, and the most of these.
    uses: &'a [i64],
    most: i64,
    weights: &'a ExtractWeights,
}

impl Document<'_> {
    /// The best sentence that fits, again and again. What a sentence is worth only falls as others are chosen, so that one
    /// whose worth is still the highest after a second look is the best of all: few are looked at twice.
    fn choose(&self, budget: Budget) -> Vec<usize> {
        let worths: Vec<i64> = self.sentences.iter().map(|sentence| self.worth(sentence)).collect();
        let mut heap: BinaryHeap<(i64, Reverse<usize>)> =
            worths.iter().enumerate().map(|(index, worth)| (*worth, Reverse(index))).collect();
        let (mut chosen, mut covered, mut left) = (Vec::new(), BTreeSet::new(), budget.words);
        while let Some((worth, Reverse(index))) = heap.pop().filter(|_| chosen.len() < budget.sentences) {
            let sentence = &self.sentences[index].terms;
            if sentence.words > left || (!chosen.is_empty() && sentence.terms.is_subset(&covered)) {
                continue;
            }
            let now = worths[index] - self.said_already(sentence, &covered);
            if now < worth {
                heap.push((now, Reverse(index)));
                continue;
            }
            left -= sentence.words;
            covered.extend(sentence.terms.iter().copied());
            chosen.push(index);
        }
        chosen
    }

    /// What a sentence is worth by itself, in thousandths.
    fn worth(&self, sentence: &Sentence<'_>) -> i64 {
        let (weights, terms) = (self.weights, &sentence.terms.terms);
        let uses: i64 = terms.iter().map(|term| self.uses[*term]).sum();
        let mut worth = weights.position / (to_i64(sentence.index) + 1);
        worth += weights.title * shared(terms, self.title) / to_i64(self.title.len()).max(1);
        worth += weights.frequency * uses / (to_i64(terms.len()).max(1) * self.most);
        worth += self.likeness(terms, &self.sentences[sentence.first].terms.terms);
        worth += if sentence.index == 0 { weights.first } else { 0 };
        worth += if sentence.index + 1 == sentence.count && sentence.index >= FEW { weights.last } else { 0 };
        worth += if sentence.terms.words < weights.short_words { weights.short } else { 0 };
        worth += if sentence.words.contains(['“', '«', '"']) { weights.quotation } else { 0 };
        worth += if sentence.words.ends_with(|c: char| c.is_alphanumeric()) { weights.unfinished } else { 0 };
        worth
    }

    /// The cosine of the sets of terms, as a share of the weight for likeness to the opening.
    fn likeness(&self, terms: &BTreeSet<usize>, first: &BTreeSet<usize>) -> i64 {
        let product = to_i64(terms.len() * first.len()).max(1);
        1000 * self.weights.opening * shared(terms, first) / (product * 1_000_000).isqrt()
    }

    /// What is taken off because chosen sentences use the same terms, those of the article most.
    fn said_already(&self, sentence: &Terms, covered: &BTreeSet<usize>) -> i64 {
        let whole: i64 = sentence.terms.iter().map(|term| self.uses[*term]).sum();
        let said: i64 = sentence.terms.intersection(covered).map(|term| self.uses[*term]).sum();
        self.weights.coverage * said / whole.max(1)
    }
}

fn shared(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> i64 {
    to_i64(one.intersection(other).count())
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use attache_locales::Locales;

    use super::*;
    use crate::weights::Weights;

    const TEXT: &str = "The ministers of Norland and Sudland signed a gas agreement in Porto Novo. \
        It was raining. The gas agreement follows two years of talks about transit. \
        Fishermen in the north protested against quotas. \
        The ministers of Norland and Sudland signed a gas agreement in Porto Novo. \
        Ratification is expected in spring.";

    fn spans() -> Vec<Span> {
        let ends = TEXT.match_indices('.').map(|(at, _)| at + 1);
        let mut start = 0;
        ends.map(|end| {
            let span = Span::new(start + TEXT[start..end].len() - TEXT[start..end].trim_start().len(), end);
            start = end;
            span
        })
        .collect()
    }

    fn extracted(title: Option<&str>, budget: Budget) -> Vec<&'static str> {
        let weights = Weights::load(&Locales::builtin()).expect("the weights are sound").extract;
        let source = Source { text: TEXT, title, sentences: spans() };
        extract(&[source], &weights, budget).into_iter().map(|(_, span)| span.of(TEXT)).collect()
    }

    #[test]
    fn what_one_text_says_the_other_need_not() {
        let weights = Weights::load(&Locales::builtin()).expect("the weights are sound").extract;
        let text = || Source { text: TEXT, title: None, sentences: spans() };
        let all = Budget { words: usize::MAX, sentences: usize::MAX };
        let chosen = extract(&[text(), text()], &weights, all);
        assert!(chosen.iter().all(|(source, _)| *source == 0), "{chosen:?}");
    }

    #[test]
    fn the_budget_is_never_exceeded() {
        for words in 0..60 {
            let chosen = extracted(None, Budget { words, sentences: usize::MAX });
            let counted: usize = chosen.iter().map(|s| s.split_whitespace().count()).sum();
            assert!(counted <= words, "{words}: {chosen:?}");
        }
        for sentences in 0..8 {
            assert!(extracted(None, Budget { words: usize::MAX, sentences }).len() <= sentences);
        }
    }

    #[test]
    fn what_is_said_is_not_said_again() {
        let all = extracted(None, Budget { words: usize::MAX, sentences: usize::MAX });
        assert_eq!(all.iter().filter(|s| s.starts_with("The ministers")).count(), 1, "{all:?}");
    }

    #[test]
    fn the_title_draws_its_sentence() {
        let two = Budget { words: usize::MAX, sentences: 2 };
        assert!(!extracted(None, two).iter().any(|s| s.starts_with("Fishermen")));
        assert!(extracted(Some("Fishermen protest quotas"), two).iter().any(|s| s.starts_with("Fishermen")));
    }
}
