//! The same text twice: copied, shortened, under another headline.
//!
//! Shingles (Broder, "On the resemblance and containment of documents", 1997): a copy that was cut keeps the shingles of what is
//! left, so what counts is the share of the smaller text that stands in the larger one. A quarter of all shingles, taken by their
//! value, is looked up in an index; whole sets are compared only where several of the sample meet. A text that brings a day,
//! a place, an office, a figure or a name of its own is no copy, but another report of the story.

use std::collections::BTreeMap;

use crate::letters::{fold, hash};
use crate::paper::{Paper, shared};

/// One shingle in so many is looked up.
const SAMPLE: u64 = 4;
/// So many shared samples make two texts worth comparing.
const HITS: usize = 2;
/// The share of the smaller text, in hundredths, that stands in the larger one.
const SAME: usize = 60;
/// Texts of fewer shingles are copies only where they are the same.
const FEWEST: usize = 12;
/// Only so many texts under one shingle are looked at: what more share is the frame of a page.
const CROWD: usize = 16;

/// For each paper the one that it is a copy of. The fullest of a group stays; of equally full ones the earliest, then the first.
pub(crate) fn find_duplicates(papers: &[Paper<'_>]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..papers.len()).collect();
    order.sort_by_key(|at| {
        let paper = &papers[*at];
        // Texts that differ by the line of an agency are equally full: eighths of an octave tell fuller from less full.
        let length = paper.shingles.len().max(1);
        let octave = length.ilog2();
        let fullness = octave * 4 + u32::try_from((length * 4) >> octave).unwrap_or(0);
        (std::cmp::Reverse(fullness), paper.day.unwrap_or(i64::MAX), *at)
    });
    let mut index = Index::default();
    let mut copies = vec![None; papers.len()];
    for at in order {
        copies[at] = index.find(papers, at);
        if copies[at].is_none() {
            index.add(papers, at);
        }
    }
    copies
}

/// The papers that are no copies.
#[derive(Debug, Default)]
struct Index {
    by_shingle: BTreeMap<(u64, u64), Vec<usize>>,
    by_whole: BTreeMap<u64, usize>,
    by_address: BTreeMap<String, usize>,
}

fn sample<'p>(paper: &'p Paper<'_>) -> impl Iterator<Item = (u64, u64)> + 'p {
    let language = hash([paper.language]);
    let taken = paper.shingles.iter().filter(|shingle| (*shingle).is_multiple_of(SAMPLE));
    taken.map(move |shingle| (language, *shingle))
}

/// The address without what trackers add.
fn address(paper: &Paper<'_>) -> Option<String> {
    let url = paper.article.url.as_deref().filter(|url| url.starts_with("http"))?;
    Some(format!("{}\n{url}", paper.language))
}

impl Index {
    fn add(&mut self, papers: &[Paper<'_>], at: usize) {
        let paper = &papers[at];
        self.by_whole.insert(paper.whole, at);
        self.by_address.extend(address(paper).map(|address| (address, at)));
        for key in sample(paper) {
            let crowd = self.by_shingle.entry(key).or_default();
            if crowd.len() < CROWD {
                crowd.push(at);
            }
        }
    }

    fn find(&self, papers: &[Paper<'_>], at: usize) -> Option<usize> {
        let paper = &papers[at];
        let same = self.by_whole.get(&paper.whole).copied().filter(|_| !paper.words.is_empty());
        let same = same.or_else(|| self.by_address.get(&address(paper)?).copied());
        if same.is_some() {
            return same;
        }
        let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
        for other in sample(paper).filter_map(|key| self.by_shingle.get(&key)).flatten() {
            *hits.entry(*other).or_insert(0) += 1;
        }
        let mut likely: Vec<(usize, usize)> = hits.into_iter().filter(|(_, count)| *count >= HITS).collect();
        likely.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
        likely.into_iter().take(CROWD).map(|(other, _)| other).find(|other| is_copy(paper, &papers[*other]))
    }
}

/// Whether the smaller text stands in the larger one and brings nothing of its own.
fn is_copy(small: &Paper<'_>, large: &Paper<'_>) -> bool {
    let least = small.shingles.len().min(large.shingles.len());
    if least < FEWEST || shared(&small.shingles, &large.shingles) * 100 < least * SAME {
        return false;
    }
    let has_number = |number: &String| large.has_word(number);
    let has_name = |name: &str| name.split_whitespace().last().is_none_or(|last| large.has_word(&fold(last)));
    small.claims().is_subset(&large.claims())
        && small.chosen_numbers().iter().all(has_number)
        && small.digest.people.iter().all(|person| has_name(&person.name))
}
