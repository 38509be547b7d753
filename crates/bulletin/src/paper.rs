//! One article with its digest, prepared for comparison.

use std::collections::BTreeSet;

use attache::Attache;
use attache_schema::{Article, BlockKind, Date, Digest, Event, Piece, Span, UNDETERMINED};

use crate::letters::{base, fold, hash, words};

/// So many words in a row make a shingle: fewer are shared by chance in texts about meetings.
const SHINGLE: usize = 5;
/// Terms keep so many letters: enough to tell words apart, few enough to leave endings.
const STEM: usize = 6;
/// Shorter words are mostly function words.
const SHORTEST: usize = 4;

/// An article and what is compared of it.
#[derive(Debug)]
pub(crate) struct Paper<'a> {
    pub(crate) article: &'a Article,
    pub(crate) digest: &'a Digest,
    /// Its headline: the sender's, or the line above its text once that is looked for.
    pub(crate) title: Option<String>,
    /// The language without script and region; empty where it is not known.
    pub(crate) language: &'a str,
    /// The day of publication.
    pub(crate) published: Option<Date>,
    pub(crate) day: Option<i64>,
    /// The hashes of its shingles, sorted.
    pub(crate) shingles: Vec<u64>,
    /// The hashes of its terms, sorted.
    pub(crate) terms: Vec<u64>,
    /// The hashes of its folded words, sorted.
    pub(crate) words: Vec<u64>,
    /// One number for the whole text.
    pub(crate) whole: u64,
}

impl<'a> Paper<'a> {
    pub(crate) fn new(article: &'a Article, digest: &'a Digest) -> Self {
        let published = article.published.or(digest.source.published);
        let tag = digest.language.tag.as_str();
        let folded: Vec<String> = words(&article.text).filter(|word| !word.is_empty()).collect();
        let shingles = folded.windows(SHINGLE).map(|words| hash(words.iter().map(String::as_str)));
        let title = article.title.as_deref().unwrap_or("");
        let terms = folded.iter().cloned().chain(words(title)).filter_map(|word| term(&word));
        Self {
            article,
            digest,
            title: article.title.clone(),
            language: if tag == UNDETERMINED { "" } else { base(tag) },
            published,
            day: published.and_then(Date::days),
            shingles: sorted(shingles),
            terms: sorted(terms),
            words: sorted(folded.iter().map(|word| hash([word.as_str()]))),
            whole: hash(folded.iter().map(String::as_str)),
        }
    }

    /// The events of its digest with their pieces, in order.
    pub(crate) fn events(&self) -> impl Iterator<Item = (usize, &'a Piece, &'a Event)> {
        let pieces = self.digest.pieces.iter().enumerate();
        pieces.flat_map(|(index, piece)| piece.events.iter().map(move |event| (index, piece, event)))
    }

    /// Takes the line above the text for its headline where the sender names none, as in documents and plain text.
    pub(crate) fn find_title(&mut self, attache: &Attache) {
        if self.title.is_some() {
            return;
        }
        let read =
            attache.annotate(&Article { language: Some(self.digest.language.tag.clone()), ..self.article.clone() });
        let above = read.blocks.iter().take_while(|block| block.kind != BlockKind::Prose);
        let title = above.filter(|block| block.kind == BlockKind::Title).last();
        self.title = title.map(|block| block.span.of(&self.article.text).to_owned());
    }

    /// The sentence in which some words stand, chosen or not; none for those of a title.
    pub(crate) fn sentence_of(&self, words: Span) -> Option<Span> {
        let chosen = self.digest.pieces.iter().map(|piece| piece.span);
        let mut sentences = chosen.chain(self.digest.skipped.iter().map(|skipped| skipped.span));
        sentences.find(|sentence| sentence.contains(words))
    }

    /// The days and places that its sentences tell, and who holds which office in it.
    pub(crate) fn claims(&self) -> BTreeSet<String> {
        let events = || self.events().map(|(_, _, event)| event);
        let days = events().filter_map(|event| event.when.as_ref()).map(|when| when.start.to_string());
        let places = events().filter_map(|event| event.place.as_ref()).map(|place| place.concept.to_string());
        let roles = self.digest.people.iter().filter_map(|person| {
            let last = person.name.split_whitespace().last().unwrap_or("");
            Some(format!("{} {}", person.role.as_ref()?, fold(last)))
        });
        days.chain(places).chain(roles).collect()
    }

    /// Whether anything was understood, or at least a state, a body, somebody or a topic of ours stands in what was chosen: essays
    /// have neither.
    pub(crate) fn is_news(&self) -> bool {
        let pieces = &self.digest.pieces;
        pieces.iter().any(|piece| !piece.events.is_empty() || piece.score.entity > 0 || piece.score.topic > 0)
    }

    /// Who published it: in its own spelling, or the host of its address.
    pub(crate) fn outlet(&self) -> Option<String> {
        let said = self.article.outlet.clone().or_else(|| self.digest.source.outlet.clone());
        said.or_else(|| host(self.article.url.as_deref()?).map(str::to_owned)).filter(|outlet| !outlet.is_empty())
    }

    /// Whether a word stands in it.
    pub(crate) fn has_word(&self, folded: &str) -> bool {
        self.words.binary_search(&hash([folded])).is_ok()
    }

    /// The numbers in the sentences that were chosen from it.
    pub(crate) fn chosen_numbers(&self) -> BTreeSet<String> {
        let pieces = self.digest.pieces.iter();
        let words = pieces.flat_map(|piece| words(&piece.text));
        words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect()
    }
}

fn term(folded: &str) -> Option<u64> {
    let end = folded.char_indices().nth(STEM).map_or(folded.len(), |(at, _)| at);
    (folded.chars().count() >= SHORTEST).then(|| hash([&folded[..end]]))
}

fn sorted(hashes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut hashes: Vec<u64> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// The host of an address, without `www.`.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// How many members two sorted lists share.
pub(crate) fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut a, mut b, mut count) = (0, 0, 0);
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        count += usize::from(left == right);
        a += usize::from(left <= right);
        b += usize::from(right <= left);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_members_are_counted() {
        assert_eq!(shared(&[1, 3, 5, 7], &[2, 3, 7, 9]), 2);
        assert_eq!(shared(&[], &[1]), 0);
    }

    #[test]
    fn an_address_names_an_outlet() {
        assert_eq!(host("https://www.example.org/a?b"), Some("example.org"));
        assert_eq!(host("ftp://example.org"), None);
    }
}
