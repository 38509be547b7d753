//! Finding phrases in a sentence, all at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::patterns::{Form, Phrase, Step};
use crate::token::Token;
use crate::words::{Beginnings, WordMap};

/// A list of phrases that is asked whether one of them stands at a place.
#[derive(Debug)]
pub(crate) struct Phrases(PhraseTree);

impl Phrases {
    pub(crate) fn new(phrases: &[Phrase], book: &mut ClassBook) -> Self {
        Self(PhraseTree::new(phrases.iter(), book))
    }

    pub(crate) fn longest_at(&self, sight: Sight<'_>, at: usize) -> Option<usize> {
        self.0.find(sight, &[], at).into_iter().map(|found| found.end).max()
    }

    /// Where the phrases end that stand at a token, those that begin with a gap included.
    pub(crate) fn ends_at(&self, sight: Sight<'_>, at: usize) -> impl Iterator<Item = usize> {
        self.0.find_with_gaps(sight, &[], at, true).into_iter().map(|found| found.end)
    }
}

/// Phrases as a tree whose edges are the steps: those that begin alike are followed together, so that a sentence is looked
/// through once however many there are.
#[derive(Debug)]
pub(crate) struct PhraseTree {
    bit: Trees,
    /// The first is the root.
    nodes: Vec<Node>,
    /// Where a phrase leads that begins with a class; the root's edges.
    first: Vec<Option<u32>>,
}

#[derive(Debug, Default)]
struct Node {
    /// The classes of words that go on from here, and where to, by class.
    edges: Vec<(u32, u32)>,
    /// Those classes as bits: nearly every word is turned away here.
    sign: Sign,
    /// Up to so many tokens may be passed over here.
    gaps: Vec<(usize, u32)>,
    /// The phrases that end here, and those that end with a gap: they take the rest of the sentence.
    whole: Vec<u32>,
    trailing: Vec<u32>,
}

impl Node {
    /// Whether nothing ends here, and a word has to follow.
    fn is_between(&self) -> bool {
        self.whole.is_empty() && self.trailing.is_empty() && self.gaps.is_empty()
    }
}

/// Some classes as bits, several sharing one.
#[derive(Debug, Clone, Copy, Default)]
struct Sign(u64);

impl Sign {
    fn of(class: u32) -> Self {
        Self(1 << (class & 63))
    }

    fn add(&mut self, class: u32) {
        self.0 |= Self::of(class).0;
    }

    /// Whether two sets may have a class in common.
    fn may_meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The words that stand at the steps of phrases, while the trees of a language are built: all trees number them alike, so that what
/// a word is has to be asked once for all of them.
#[derive(Debug, Default)]
pub(crate) struct ClassBook {
    numbers: BTreeMap<Arc<[Form]>, u32>,
    /// By where the forms lie, which is quicker to ask: phrases share most of them. The book keeps them there.
    places: BTreeMap<usize, (u32, Arc<[Form]>)>,
    sets: Vec<Arc<[Form]>>,
    /// For each class the trees with a phrase that begins with it.
    trees: Vec<Trees>,
    /// How many trees there are.
    count: u32,
}

/// Some trees as bits; of more than there are bits some share one.
#[derive(Debug, Clone, Copy, Default)]
struct Trees(u32);

impl ClassBook {
    fn number(&mut self, forms: &Arc<[Form]>) -> u32 {
        let place = Arc::as_ptr(forms).cast::<Form>() as usize;
        if let Some((number, _)) = self.places.get(&place) {
            return *number;
        }
        let number = *self.numbers.entry(Arc::clone(forms)).or_insert_with(|| {
            self.sets.push(Arc::clone(forms));
            self.trees.push(Trees::default());
            self.sets.len() as u32 - 1
        });
        self.places.insert(place, (number, Arc::clone(forms)));
        number
    }

    /// Numbers the classes with which some phrases begin before all others: where their tree is the one that is asked most, few
    /// classes of a word have to be gone through.
    pub(crate) fn number_first<'p>(&mut self, phrases: impl Iterator<Item = &'p Phrase>) {
        for phrase in phrases {
            if let Some(Step::Word(forms)) = phrase.0.first() {
                self.number(forms);
            }
        }
    }

    fn next_tree(&mut self) -> Trees {
        self.count += 1;
        Trees(1 << (self.count & 31))
    }

    /// Notes that phrases of a tree begin with a class.
    fn open(&mut self, class: u32, tree: Trees) {
        self.trees[class as usize].0 |= tree.0;
    }
}

/// Sets of words that stand at some step of some phrase, by number.
#[derive(Debug)]
pub(crate) struct Classes {
    /// For each class the trees with a phrase that begins with it.
    trees: Vec<Trees>,
    words: WordMap<Vec<u32>>,
    beginnings: Beginnings,
    stems: WordMap<Vec<u32>>,
    stem_beginnings: Beginnings,
    /// For each first byte how long the stems are that begin with it, the shortest first.
    stem_lengths: Vec<Vec<usize>>,
}

/// A phrase that stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) number: usize,
    /// The token after it.
    pub(crate) end: usize,
}

/// To which classes each token of a sentence belongs: asked once, for all trees of a language.
#[derive(Debug)]
pub(crate) struct Sights {
    classes: Vec<u32>,
    /// Where the classes of each token begin; those of the one before end there. One more than there are tokens.
    starts: Vec<u32>,
    signs: Vec<Sign>,
    /// The trees with a phrase that may begin there: nearly every word is turned away before its classes are gone through.
    trees: Vec<Trees>,
}

impl Sights {
    pub(crate) fn new(known: &Classes, tokens: &[Token<'_>]) -> Self {
        let mut sights = Self {
            classes: Vec::with_capacity(4 * tokens.len()),
            starts: Vec::with_capacity(tokens.len() + 1),
            signs: Vec::with_capacity(tokens.len()),
            trees: Vec::with_capacity(tokens.len()),
        };
        sights.starts.push(0);
        for token in tokens {
            let from = sights.classes.len();
            known.add_of(token, &mut sights.classes);
            let (mut sign, mut trees) = (Sign::default(), Trees::default());
            for class in &sights.classes[from..] {
                sign.add(*class);
                trees.0 |= known.trees[*class as usize].0;
            }
            sights.signs.push(sign);
            sights.trees.push(trees);
            sights.starts.push(sights.classes.len() as u32);
        }
        sights
    }

    /// The part of a sentence that some tokens are.
    pub(crate) fn of(&self, tokens: Range<usize>) -> Sight<'_> {
        let Range { start, end } = tokens;
        Sight {
            classes: &self.classes,
            starts: &self.starts[start..=end],
            signs: &self.signs[start..end],
            trees: &self.trees[start..end],
        }
    }
}

/// A sentence, or a part of one, as phrases see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sight<'a> {
    classes: &'a [u32],
    starts: &'a [u32],
    signs: &'a [Sign],
    trees: &'a [Trees],
}

impl<'a> Sight<'a> {
    /// The classes of a token, in order.
    fn at(self, at: usize) -> &'a [u32] {
        &self.classes[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Whether a token may belong to some classes.
    fn may_be(self, at: usize, sign: Sign) -> bool {
        self.signs.get(at).is_some_and(|here| here.may_meet(sign))
    }

    /// Whether a phrase of a tree may begin at a token.
    fn may_open(self, at: usize, tree: Trees) -> bool {
        self.trees.get(at).is_some_and(|trees| trees.0 & tree.0 != 0)
    }

    /// How many tokens there are.
    pub(crate) fn len(self) -> usize {
        self.signs.len()
    }
}

/// A sentence in which phrases are looked for.
#[derive(Clone, Copy)]
struct View<'a> {
    sight: Sight<'a>,
    /// Tokens that a phrase may be interrupted by ("paid **on Monday** a visit"); none where it is empty.
    passable: &'a [bool],
}

impl View<'_> {
    /// Whether a word of some classes may follow at a token, or behind it.
    fn may_go_on(self, at: usize, sign: Sign) -> bool {
        self.sight.may_be(at, sign) || self.passable.get(at).is_some_and(|passable| *passable)
    }
}

impl PhraseTree {
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = &'p Phrase>, book: &mut ClassBook) -> Self {
        let mut tree = Self { bit: book.next_tree(), nodes: vec![Node::default()], first: Vec::new() };
        for (number, phrase) in phrases.enumerate() {
            let mut node = 0;
            let last = phrase.0.len().saturating_sub(1);
            for (at, step) in phrase.0.iter().enumerate() {
                match step {
                    Step::Word(forms) => {
                        let class = book.number(forms);
                        if node == 0 {
                            book.open(class, tree.bit);
                            node = tree.begin(class);
                        } else {
                            node = tree.step(node, class);
                        }
                    }
                    Step::Gap(_) if at == last => tree.nodes[node].trailing.push(number as u32),
                    Step::Gap(most) => node = tree.skip(node, *most),
                }
            }
            if !matches!(phrase.0.last(), Some(Step::Gap(_)) | None) {
                tree.nodes[node].whole.push(number as u32);
            }
        }
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
                self.nodes[node].sign.add(class);
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

    /// The phrases that begin with token `at`, by number; the shortest reading of each gap is taken. Those that begin with a gap
    /// begin with the first token only. Some tokens may interrupt a phrase.
    pub(crate) fn find(&self, sight: Sight<'_>, passable: &[bool], at: usize) -> Vec<Found> {
        self.find_with_gaps(sight, passable, at, at == 0)
    }

    fn find_with_gaps(&self, sight: Sight<'_>, passable: &[bool], at: usize, may_begin_with_gap: bool) -> Vec<Found> {
        let mut found = Vec::new();
        let view = View { sight, passable };
        if may_begin_with_gap {
            self.pass_gaps(&self.nodes[0], view, at, &mut found);
        }
        self.begin_at(view, at, &mut found);
        if found.len() > 1 {
            // What was found twice is told once. Longer gaps were tried later: the sort leaves them behind.
            found.sort_by_key(|found| found.number);
            found.dedup_by_key(|found| found.number);
        }
        found
    }

    /// Follows the phrases whose first word is token `at`.
    fn begin_at(&self, view: View<'_>, at: usize, found: &mut Vec<Found>) {
        if view.sight.may_open(at, self.bit) {
            for class in view.sight.at(at) {
                match self.first.get(*class as usize) {
                    Some(Some(node)) => self.walk(*node, view, at + 1, found),
                    Some(None) => {}
                    // No phrase of the tree begins with a class of a higher number.
                    None => return,
                }
            }
        }
    }

    fn walk(&self, node: u32, view: View<'_>, at: usize, found: &mut Vec<Found>) {
        let node = &self.nodes[node as usize];
        found.extend(node.whole.iter().map(|number| Found { number: *number as usize, end: at }));
        self.pass_gaps(node, view, at, found);
        if node.edges.is_empty() {
            return;
        }
        self.go_on(node, view, at, found);
        let mut next = at;
        while view.passable.get(next).is_some_and(|passable| *passable) {
            next += 1;
            self.go_on(node, view, next, found);
        }
    }

    /// Follows the edges of a node that token `at` fits.
    fn go_on(&self, node: &Node, view: View<'_>, at: usize, found: &mut Vec<Found>) {
        if !view.sight.may_be(at, node.sign) {
            return;
        }
        let here = view.sight.at(at);
        if node.edges.len() <= here.len() {
            for (class, child) in &node.edges {
                if here.binary_search(class).is_ok() {
                    self.walk(*child, view, at + 1, found);
                }
            }
        } else {
            for class in here {
                if let Ok(edge) = node.edges.binary_search_by_key(class, |edge| edge.0) {
                    self.walk(node.edges[edge].1, view, at + 1, found);
                }
            }
        }
    }

    fn pass_gaps(&self, node: &Node, view: View<'_>, at: usize, found: &mut Vec<Found>) {
        let end = view.sight.len();
        found.extend(node.trailing.iter().map(|number| Found { number: *number as usize, end }));
        for (most, child) in &node.gaps {
            let to = at.saturating_add(*most).min(end);
            let node = &self.nodes[*child as usize];
            let leads_on = |next: &usize| !node.is_between() || view.may_go_on(*next, node.sign);
            (at..=to).filter(leads_on).for_each(|next| self.walk(*child, view, next, found));
        }
    }
}

impl Classes {
    pub(crate) fn new(book: &ClassBook) -> Self {
        let (mut words, mut stems) = (BTreeMap::new(), BTreeMap::new());
        for (class, forms) in book.sets.iter().enumerate() {
            for form in forms.iter() {
                let group: &mut BTreeMap<String, Vec<u32>> = if form.stem { &mut stems } else { &mut words };
                group.entry(form.letters.clone()).or_default().push(class as u32);
            }
        }
        let mut stem_lengths: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); 256];
        for stem in stems.keys() {
            if let Some(first) = stem.as_bytes().first() {
                stem_lengths[usize::from(*first)].insert(stem.len());
            }
        }
        Self {
            trees: book.trees.clone(),
            beginnings: words.keys().map(String::as_str).collect(),
            stem_beginnings: stems.keys().map(String::as_str).collect(),
            words: WordMap::new(words),
            stems: WordMap::new(stems),
            stem_lengths: stem_lengths.into_iter().map(|lengths| lengths.into_iter().collect()).collect(),
        }
    }

    /// Adds the classes of a word, in order; one that knows the word and a stem of it stands twice.
    fn add_of(&self, token: &Token<'_>, into: &mut Vec<u32>) {
        let start = into.len();
        if self.beginnings.may_begin(token.word)
            && let Some(classes) = self.words.get_keyed(token.key, token.word)
        {
            into.extend_from_slice(classes);
        }
        if self.stem_beginnings.may_begin(token.word) {
            self.add_of_stems(token.word, into);
            into[start..].sort_unstable();
        }
    }

    fn add_of_stems(&self, word: &str, into: &mut Vec<u32>) {
        let Some(first) = word.as_bytes().first() else { return };
        let lengths = self.stem_lengths[usize::from(*first)].iter();
        for stem in lengths.take_while(|length| **length <= word.len()).filter_map(|length| word.get(..*length)) {
            if let Some(classes) = self.stems.get(stem) {
                into.extend_from_slice(classes);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use attache_schema::Span;
    use proptest::prelude::*;

    use super::*;
    use crate::token::Shape;
    use crate::words::key;

    impl Phrase {
        /// The token after the phrase, if it begins at token `at`; the shortest reading of each gap is taken.
        /// Slow and plain, to hold the trees against.
        fn match_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
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
            let mut book = ClassBook::default();
            let tree = PhraseTree::new(phrases.iter(), &mut book);
            let tokens = tokens(&text);
            let sights = Sights::new(&Classes::new(&book), &tokens);
        let sight = sights.of(0..tokens.len());
            let begins = |phrase: &Phrase, at: usize| at == 0 || matches!(phrase.0[0], Step::Word(_));
            for at in 0..tokens.len() {
                let numbered = phrases.iter().enumerate().filter(|(_, phrase)| begins(phrase, at));
                let find = |(number, phrase): (usize, &Phrase)| Some(Found { number, end: phrase.match_at(&tokens, at)? });
                let alone: Vec<Found> = numbered.filter_map(find).collect();
                prop_assert_eq!(tree.find(sight, &[], at), alone);
            }
        }
    }

    #[test]
    fn the_longest_of_a_list_is_told() {
        let mut book = ClassBook::default();
        let list = Phrases::new(&["on", "on the margins of", "on the"].map(phrase), &mut book);
        let tokens = tokens("met on the margins of the summit");
        let sights = Sights::new(&Classes::new(&book), &tokens);
        let sight = sights.of(0..tokens.len());
        let ends: Vec<Option<usize>> = (0..tokens.len()).map(|at| list.longest_at(sight, at)).collect();
        assert_eq!(ends, [None, Some(5), None, None, None, None, None]);
    }
}
