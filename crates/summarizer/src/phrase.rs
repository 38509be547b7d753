//! Finding phrases in a sentence, all at once.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use crate::patterns::{Form, Phrase, Step};
use crate::token::Token;
use crate::words::{Beginnings, WordMap};

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
pub(crate) struct Phrases(PhraseTree);

impl FromIterator<Phrase> for Phrases {
    fn from_iter<I: IntoIterator<Item = Phrase>>(phrases: I) -> Self {
        let phrases: Vec<Phrase> = phrases.into_iter().collect();
        Self(PhraseTree::new(phrases.iter()))
    }
}

impl Phrases {
    pub(crate) fn longest_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        let begins = at == 0 || tokens.get(at).is_some_and(|token| self.0.classes.may_hold(token));
        let ends = || self.0.find(&mut Sight::new(tokens, at), at).into_iter().map(|found| found.end);
        begins.then(ends)?.max()
    }
}

/// Phrases as a tree whose edges are the steps: those that begin alike are followed together, so that a sentence is looked
/// through once however many there are.
#[derive(Debug)]
pub(crate) struct PhraseTree {
    classes: Classes,
    /// The first is the root.
    nodes: Vec<Node>,
    /// Where a phrase leads that begins with a class; the root's edges.
    first: Vec<Option<u32>>,
}

#[derive(Debug, Default)]
struct Node {
    /// The classes of words that go on from here, and where to, by class.
    edges: Vec<(u32, u32)>,
    /// Up to so many tokens may be passed over here.
    gaps: Vec<(usize, u32)>,
    /// The phrases that end here, and those that end with a gap: they take the rest of the sentence.
    whole: Vec<u32>,
    trailing: Vec<u32>,
}

/// Sets of words that stand at some step of some phrase, by number.
#[derive(Debug)]
struct Classes {
    words: WordMap<Vec<u32>>,
    stems: WordMap<Vec<u32>>,
    beginnings: Beginnings,
    /// How short and how long stems are, in bytes.
    stem_lengths: RangeInclusive<usize>,
}

/// A phrase that stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) number: usize,
    /// The token after it.
    pub(crate) end: usize,
}

/// To which classes each token of a sentence belongs, as far as it was looked at from some token on.
#[derive(Debug)]
pub(crate) struct Sight<'a> {
    tokens: &'a [Token<'a>],
    /// Tokens that a phrase may be interrupted by; none where it is empty.
    passable: &'a [bool],
    from: usize,
    classes: Vec<u32>,
    /// Where the classes of a token end; those of the next begin there.
    ends: Vec<usize>,
}

impl<'a> Sight<'a> {
    pub(crate) fn new(tokens: &'a [Token<'a>], from: usize) -> Self {
        Self { tokens, passable: &[], from, classes: Vec::new(), ends: Vec::new() }
    }

    /// A sentence whose phrases may be interrupted by some tokens ("paid **on Monday** a visit").
    pub(crate) fn with_passable(tokens: &'a [Token<'a>], passable: &'a [bool]) -> Self {
        Self { passable, ..Self::new(tokens, 0) }
    }

    /// Where the classes of a token stand.
    fn at(&mut self, known: &Classes, at: usize) -> Range<usize> {
        let place = at - self.from;
        while self.ends.len() <= place {
            let Some(token) = self.tokens.get(self.from + self.ends.len()) else { return 0..0 };
            known.add_of(token, &mut self.classes);
            self.ends.push(self.classes.len());
        }
        place.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[place]
    }
}

impl PhraseTree {
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = &'p Phrase>) -> Self {
        let mut numbers: BTreeMap<*const Form, u32> = BTreeMap::new();
        let mut sets: Vec<&[Form]> = Vec::new();
        let mut tree = Self { classes: Classes::new(&[]), nodes: vec![Node::default()], first: Vec::new() };
        for (number, phrase) in phrases.enumerate() {
            let mut node = 0;
            let last = phrase.0.len().saturating_sub(1);
            for (at, step) in phrase.0.iter().enumerate() {
                match step {
                    Step::Word(forms) => {
                        let class = *numbers.entry(forms.as_ptr()).or_insert_with(|| {
                            sets.push(forms);
                            sets.len() as u32 - 1
                        });
                        node = if node == 0 { tree.begin(class) } else { tree.step(node, class) };
                    }
                    Step::Gap(_) if at == last => tree.nodes[node].trailing.push(number as u32),
                    Step::Gap(most) => node = tree.skip(node, *most),
                }
            }
            if !matches!(phrase.0.last(), Some(Step::Gap(_)) | None) {
                tree.nodes[node].whole.push(number as u32);
            }
        }
        tree.classes = Classes::new(&sets);
        tree
    }

    fn begin(&mut self, class: u32) -> usize {
        let class = class as usize;
        if self.first.len() <= class {
            self.first.resize(class + 1, None);
        }
        match self.first[class] {
            Some(node) => node as usize,
            None => {
                let node = self.grow();
                self.first[class] = Some(node as u32);
                node
            }
        }
    }

    fn step(&mut self, node: usize, class: u32) -> usize {
        match self.nodes[node].edges.binary_search_by_key(&class, |edge| edge.0) {
            Ok(place) => self.nodes[node].edges[place].1 as usize,
            Err(place) => {
                let child = self.grow();
                self.nodes[node].edges.insert(place, (class, child as u32));
                child
            }
        }
    }

    fn skip(&mut self, node: usize, most: usize) -> usize {
        match self.nodes[node].gaps.iter().find(|gap| gap.0 == most) {
            Some((_, child)) => *child as usize,
            None => {
                let child = self.grow();
                self.nodes[node].gaps.push((most, child as u32));
                child
            }
        }
    }

    fn grow(&mut self) -> usize {
        self.nodes.push(Node::default());
        self.nodes.len() - 1
    }

    /// The phrases that begin with token `at`, by number; the shortest reading of each gap is taken.
    /// Those that begin with a gap begin with the first token only.
    pub(crate) fn find(&self, sight: &mut Sight<'_>, at: usize) -> Vec<Found> {
        let mut found = Vec::new();
        if at == 0 {
            self.pass_gaps(&self.nodes[0], sight, at, &mut found);
        }
        for class in sight.at(&self.classes, at) {
            if let Some(Some(node)) = self.first.get(sight.classes[class] as usize) {
                self.walk(*node, sight, at + 1, &mut found);
            }
        }
        // What was found twice is told once. Longer gaps were tried later: the sort leaves them behind.
        found.sort_by_key(|found| found.number);
        found.dedup_by_key(|found| found.number);
        found
    }

    fn walk(&self, node: u32, sight: &mut Sight<'_>, at: usize, found: &mut Vec<Found>) {
        let node = &self.nodes[node as usize];
        found.extend(node.whole.iter().map(|number| Found { number: *number as usize, end: at }));
        self.pass_gaps(node, sight, at, found);
        if node.edges.is_empty() {
            return;
        }
        self.go_on(node, sight, at, found);
        let mut next = at;
        while sight.passable.get(next).is_some_and(|passable| *passable) {
            next += 1;
            self.go_on(node, sight, next, found);
        }
    }

    /// Follows the edges of a node that token `at` fits.
    fn go_on(&self, node: &Node, sight: &mut Sight<'_>, at: usize, found: &mut Vec<Found>) {
        let here = sight.at(&self.classes, at);
        if node.edges.len() <= here.len() {
            for (class, child) in &node.edges {
                if sight.classes[here.clone()].binary_search(class).is_ok() {
                    self.walk(*child, sight, at + 1, found);
                }
            }
        } else {
            for class in here {
                let class = sight.classes[class];
                if let Ok(edge) = node.edges.binary_search_by_key(&class, |edge| edge.0) {
                    self.walk(node.edges[edge].1, sight, at + 1, found);
                }
            }
        }
    }

    fn pass_gaps(&self, node: &Node, sight: &mut Sight<'_>, at: usize, found: &mut Vec<Found>) {
        let end = sight.tokens.len();
        found.extend(node.trailing.iter().map(|number| Found { number: *number as usize, end }));
        for (most, child) in &node.gaps {
            let to = at.saturating_add(*most).min(sight.tokens.len());
            (at..=to).for_each(|next| self.walk(*child, sight, next, found));
        }
    }
}

impl Classes {
    fn new(sets: &[&[Form]]) -> Self {
        let (mut words, mut stems) = (BTreeMap::new(), BTreeMap::new());
        for (class, forms) in sets.iter().enumerate() {
            for form in *forms {
                let group: &mut BTreeMap<String, Vec<u32>> = if form.stem { &mut stems } else { &mut words };
                group.entry(form.letters.clone()).or_default().push(class as u32);
            }
        }
        let beginnings = words.keys().chain(stems.keys()).map(String::as_str).collect();
        let lengths = || stems.keys().map(String::len);
        let stem_lengths = lengths().min().unwrap_or(1)..=lengths().max().unwrap_or(0);
        Self { words: WordMap::new(words), stems: WordMap::new(stems), beginnings, stem_lengths }
    }

    /// Whether a word may belong to any class: a sieve, nearly all other words are turned away here.
    fn may_hold(&self, token: &Token<'_>) -> bool {
        // A stem of one letter stands for words of any second letter: then none is turned away.
        *self.stem_lengths.start() == 1 && !self.stems.is_empty() || self.beginnings.may_begin(token.word)
    }

    /// Adds the classes of a word, in order; one that knows the word and a stem of it stands twice.
    fn add_of(&self, token: &Token<'_>, into: &mut Vec<u32>) {
        if !self.may_hold(token) {
            return;
        }
        let start = into.len();
        into.extend(self.words.get_keyed(token.key, token.word).into_iter().flatten());
        let ends = token.word.char_indices().map(|(cut, c)| cut + c.len_utf8());
        let cuts = ends.filter(|cut| self.stem_lengths.contains(cut));
        cuts.filter_map(|cut| self.stems.get(&token.word[..cut])).for_each(|classes| into.extend(classes));
        into[start..].sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use attache_schema::Span;
    use proptest::prelude::*;

    use super::*;
    use crate::token::Shape;
    use crate::words::key;

    fn phrase(text: &str) -> Phrase {
        Phrase::parse(text, &str::to_owned)
    }

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let span = |word: &str| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + word.len())
        };
        let token = |word| Token { span: span(word), text: word, word, key: key(word), shape: Shape::Lower };
        text.split(' ').map(token).collect()
    }

    proptest! {
        #[test]
        fn a_tree_finds_what_each_phrase_finds_alone(
            phrases in prop::collection::vec("((a|b|ab~|a\\|ba|\\*|c) ){1,4}", 1..12),
            text in "(a|b|ab|aba|ba|c|d)( (a|b|ab|aba|ba|c|d)){0,9}",
        ) {
            let phrases: Vec<Phrase> = phrases.iter().map(|text| phrase(text)).collect();
            let tree = PhraseTree::new(phrases.iter());
            let tokens = tokens(&text);
            let mut sight = Sight::new(&tokens, 0);
            let begins = |phrase: &Phrase, at: usize| at == 0 || matches!(phrase.0[0], Step::Word(_));
            for at in 0..tokens.len() {
                let numbered = phrases.iter().enumerate().filter(|(_, phrase)| begins(phrase, at));
                let find = |(number, phrase): (usize, &Phrase)| Some(Found { number, end: phrase.match_at(&tokens, at)? });
                let alone: Vec<Found> = numbered.filter_map(find).collect();
                prop_assert_eq!(tree.find(&mut sight, at), alone);
            }
        }
    }

    #[test]
    fn the_longest_of_a_list_is_told() {
        let list: Phrases = ["on", "on the margins of", "on the"].map(phrase).into_iter().collect();
        let tokens = tokens("met on the margins of the summit");
        let ends: Vec<Option<usize>> = (0..tokens.len()).map(|at| list.longest_at(&tokens, at)).collect();
        assert_eq!(ends, [None, Some(5), None, None, None, None, None]);
    }
}
