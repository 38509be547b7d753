//! Finding phrases in a sentence, all at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::patterns::{Form, Phrase, Step};
use crate::token::Token;
use crate::words::{Beginnings, Numbering, WordMap};

/// A list of phrases that is asked whether one of them stands at a place.
#[derive(Debug)]
pub(crate) struct Phrases(PhraseTree);

impl Phrases {
    pub(crate) fn new(phrases: &[Phrase], book: &mut ClassBook) -> Self {
        Self(PhraseTree::new(phrases.iter(), book))
    }

    #[inline]
    pub(crate) fn longest_at(&self, sight: Sight<'_>, at: usize) -> Option<usize> {
        let found = self.0.find(sight, &[], at);
        if found.is_empty() { None } else { found.into_iter().map(|found| found.end).max() }
    }

    /// Where the phrases end that stand at a token, those that begin with a gap included.
    pub(crate) fn ends_at(&self, sight: Sight<'_>, at: usize) -> impl Iterator<Item = usize> {
        self.0.find_with_gaps(sight, &[], at, true).into_iter().map(|found| found.end)
    }
}

/// Phrases as a tree whose edges are the steps: those that begin alike are followed together, so that a sentence is looked
/// through once however many there are.
///
/// What belongs to a node lies beside that of its neighbours, so that a walk touches little memory.
#[derive(Debug)]
pub(crate) struct PhraseTree {
    bit: Trees,
    /// The first is the root.
    nodes: Vec<Node>,
    /// The classes of words that go on from a node, and where to, by class.
    edges: Vec<(u32, u32)>,
    /// Up to so many tokens may be passed over at a node, to go on at another.
    gaps: Vec<(u32, u32)>,
    /// The phrases that end at a node, and those that end there with a gap: they take the rest of the sentence.
    whole: Vec<u32>,
    trailing: Vec<u32>,
    /// Where a phrase leads that begins with a class; the root's edges. Nowhere is the root.
    first: Vec<u32>,
}

/// The parts of the lists of a tree that are a node's.
#[derive(Debug, Default, Clone, Copy)]
struct Node {
    /// The classes of its edges as bits: nearly every word is turned away here.
    sign: Sign,
    edges: Part,
    gaps: Part,
    whole: Part,
    trailing: Part,
}

impl Node {
    /// Whether nothing ends here, and a word has to follow.
    fn is_between(&self) -> bool {
        self.whole.is_empty() && self.trailing.is_empty() && self.gaps.is_empty()
    }
}

/// A part of a list.
#[derive(Debug, Default, Clone, Copy)]
struct Part {
    from: u32,
    to: u32,
}

impl Part {
    /// Appends some entries to a list; they are the part.
    fn append<T>(entries: Vec<T>, list: &mut Vec<T>) -> Self {
        let from = list.len() as u32;
        list.extend(entries);
        Self { from, to: list.len() as u32 }
    }

    fn is_empty(self) -> bool {
        self.from == self.to
    }

    fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.from as usize..self.to as usize]
    }
}

/// A node while phrases are being added.
#[derive(Debug, Default)]
struct Bud {
    edges: Vec<(u32, u32)>,
    gaps: Vec<(u32, u32)>,
    whole: Vec<u32>,
    trailing: Vec<u32>,
}

/// A tree while phrases are being added.
#[derive(Debug)]
struct Growth {
    buds: Vec<Bud>,
    first: Vec<u32>,
}

/// Some classes as bits, several sharing one.
#[derive(Debug, Clone, Copy, Default)]
struct Sign(u128);

impl Sign {
    fn of(class: u32) -> Self {
        Self(1 << (class & 127))
    }

    fn add(&mut self, class: u32) {
        self.0 |= Self::of(class).0;
    }

    /// Whether a class may be one of them.
    fn may_hold(self, class: u32) -> bool {
        self.may_meet(Self::of(class))
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
    places: Numbering<'static>,
    known: Vec<(u32, Arc<[Form]>)>,
    sets: Vec<Arc<[Form]>>,
    /// For each class the trees with a phrase that begins with it.
    trees: Vec<Trees>,
    /// How many trees there are.
    count: u32,
}

/// Some trees as bits; of more than there are bits some share one.
#[derive(Debug, Clone, Copy, Default)]
struct Trees(u32);

impl Trees {
    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl ClassBook {
    fn number(&mut self, forms: &Arc<[Form]>) -> u32 {
        let place = Arc::as_ptr(forms).cast::<Form>() as u64;
        if let Some((number, _)) = self.known.get(self.places.number(place, "".into()) as usize) {
            return *number;
        }
        let number = *self.numbers.entry(Arc::clone(forms)).or_insert_with(|| {
            self.sets.push(Arc::clone(forms));
            self.trees.push(Trees::default());
            self.sets.len() as u32 - 1
        });
        self.known.push((number, Arc::clone(forms)));
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
        self.trees[class as usize].add(tree);
    }
}

/// Sets of words that stand at some step of some phrase, by number.
#[derive(Debug)]
pub(crate) struct Classes {
    words: WordMap<Membership>,
    beginnings: Beginnings,
    stems: WordMap<Membership>,
    stem_beginnings: Beginnings,
    /// For each first byte how long the stems are that begin with it, the shortest first.
    stem_lengths: Vec<Vec<usize>>,
}

/// The classes of a word or stem in order, and what a tree asks first of them.
#[derive(Debug)]
struct Membership {
    classes: Vec<u32>,
    sign: Sign,
    /// The trees with a phrase that begins with one of them.
    trees: Trees,
}

impl Membership {
    fn of(classes: Vec<u32>, opened: &[Trees]) -> Self {
        let (mut sign, mut trees) = (Sign::default(), Trees::default());
        for class in &classes {
            sign.add(*class);
            trees.add(opened[*class as usize]);
        }
        Self { classes, sign, trees }
    }
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
            classes: Vec::with_capacity(16 * tokens.len()),
            starts: Vec::with_capacity(tokens.len() + 1),
            signs: Vec::with_capacity(tokens.len()),
            trees: Vec::with_capacity(tokens.len()),
        };
        sights.starts.push(0);
        for token in tokens {
            sights.signs.push(Sign::default());
            sights.trees.push(Trees::default());
            known.tell_of(token, &mut sights);
            sights.starts.push(sights.classes.len() as u32);
        }
        sights
    }

    /// Adds classes of the last token.
    fn add(&mut self, membership: &Membership) {
        self.classes.extend_from_slice(&membership.classes);
        if let (Some(sign), Some(trees)) = (self.signs.last_mut(), self.trees.last_mut()) {
            sign.0 |= membership.sign.0;
            trees.add(membership.trees);
        }
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

impl Growth {
    fn add(&mut self, number: u32, phrase: &Phrase, tree: Trees, book: &mut ClassBook) {
        let mut node = 0;
        let last = phrase.0.len().saturating_sub(1);
        for (at, step) in phrase.0.iter().enumerate() {
            match step {
                Step::Word(forms) => {
                    let class = book.number(forms);
                    if node == 0 {
                        book.open(class, tree);
                        node = self.begin(class);
                    } else {
                        node = self.step(node, class);
                    }
                }
                Step::Gap(_) if at == last => self.buds[node].trailing.push(number),
                Step::Gap(most) => node = self.skip(node, *most as u32),
            }
        }
        if !matches!(phrase.0.last(), Some(Step::Gap(_)) | None) {
            self.buds[node].whole.push(number);
        }
    }

    fn begin(&mut self, class: u32) -> usize {
        let class = class as usize;
        if self.first.len() <= class {
            self.first.resize(class + 1, 0);
        }
        if self.first[class] == 0 {
            self.first[class] = self.grow() as u32;
        }
        self.first[class] as usize
    }

    fn step(&mut self, node: usize, class: u32) -> usize {
        match self.buds[node].edges.binary_search_by_key(&class, |edge| edge.0) {
            Ok(place) => self.buds[node].edges[place].1 as usize,
            Err(place) => {
                let child = self.grow();
                self.buds[node].edges.insert(place, (class, child as u32));
                child
            }
        }
    }

    fn skip(&mut self, node: usize, most: u32) -> usize {
        match self.buds[node].gaps.iter().find(|gap| gap.0 == most) {
            Some((_, child)) => *child as usize,
            None => {
                let child = self.grow();
                self.buds[node].gaps.push((most, child as u32));
                child
            }
        }
    }

    fn grow(&mut self) -> usize {
        self.buds.push(Bud::default());
        self.buds.len() - 1
    }
}

impl PhraseTree {
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = &'p Phrase>, book: &mut ClassBook) -> Self {
        let bit = book.next_tree();
        let mut growth = Growth { buds: vec![Bud::default()], first: Vec::new() };
        for (number, phrase) in phrases.enumerate() {
            growth.add(number as u32, phrase, bit, book);
        }
        let Growth { buds, first } = growth;
        let (nodes, edges, gaps) = (Vec::with_capacity(buds.len()), Vec::with_capacity(buds.len()), Vec::new());
        let mut tree = Self { bit, nodes, edges, gaps, whole: Vec::new(), trailing: Vec::new(), first };
        for Bud { edges, gaps, whole, trailing } in buds {
            let mut sign = Sign::default();
            edges.iter().for_each(|(class, _)| sign.add(*class));
            tree.nodes.push(Node {
                sign,
                edges: Part::append(edges, &mut tree.edges),
                gaps: Part::append(gaps, &mut tree.gaps),
                whole: Part::append(whole, &mut tree.whole),
                trailing: Part::append(trailing, &mut tree.trailing),
            });
        }
        tree
    }

    /// The phrases that begin with token `at`, by number; the shortest reading of each gap is taken. Those that begin with a gap
    /// begin with the first token only. Some tokens may interrupt a phrase.
    #[inline]
    pub(crate) fn find(&self, sight: Sight<'_>, passable: &[bool], at: usize) -> Vec<Found> {
        self.find_with_gaps(sight, passable, at, at == 0)
    }

    #[inline]
    fn find_with_gaps(&self, sight: Sight<'_>, passable: &[bool], at: usize, may_begin_with_gap: bool) -> Vec<Found> {
        let root = &self.nodes[0];
        let has_gap = may_begin_with_gap && !(root.gaps.is_empty() && root.trailing.is_empty());
        if !has_gap && !sight.may_open(at, self.bit) {
            return Vec::new();
        }
        self.follow(View { sight, passable }, at, has_gap)
    }

    #[inline(never)]
    fn follow(&self, view: View<'_>, at: usize, has_gap: bool) -> Vec<Found> {
        let mut found = Vec::new();
        if has_gap {
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
                    Some(0) => {}
                    Some(node) => self.walk(*node, view, at + 1, found),
                    // No phrase of the tree begins with a class of a higher number.
                    None => return,
                }
            }
        }
    }

    fn walk(&self, node: u32, view: View<'_>, at: usize, found: &mut Vec<Found>) {
        let node = &self.nodes[node as usize];
        for number in node.whole.of(&self.whole) {
            found.push(Found { number: *number as usize, end: at });
        }
        if !(node.gaps.is_empty() && node.trailing.is_empty()) {
            self.pass_gaps(node, view, at, found);
        }
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
        let (here, sign) = (view.sight.at(at), view.sight.signs[at]);
        let edges = node.edges.of(&self.edges);
        if edges.len() <= here.len() {
            for (class, child) in edges {
                if sign.may_hold(*class) && here.binary_search(class).is_ok() {
                    self.walk(*child, view, at + 1, found);
                }
            }
        } else {
            for class in here {
                if node.sign.may_hold(*class)
                    && let Ok(edge) = edges.binary_search_by_key(class, |edge| edge.0)
                {
                    self.walk(edges[edge].1, view, at + 1, found);
                }
            }
        }
    }

    fn pass_gaps(&self, node: &Node, view: View<'_>, at: usize, found: &mut Vec<Found>) {
        let end = view.sight.len();
        let trailing = node.trailing.of(&self.trailing);
        found.extend(trailing.iter().map(|number| Found { number: *number as usize, end }));
        for (most, child) in node.gaps.of(&self.gaps) {
            let to = at.saturating_add(*most as usize).min(end);
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
        let members = |words: BTreeMap<String, Vec<u32>>| {
            WordMap::new(words.into_iter().map(|(word, classes)| (word, Membership::of(classes, &book.trees))))
        };
        Self {
            beginnings: words.keys().map(String::as_str).collect(),
            stem_beginnings: stems.keys().map(String::as_str).collect(),
            words: members(words),
            stems: members(stems),
            stem_lengths: stem_lengths.into_iter().map(|lengths| lengths.into_iter().collect()).collect(),
        }
    }

    /// Adds the classes of a word, in order; one that knows the word and a stem of it stands twice.
    fn tell_of(&self, token: &Token<'_>, sights: &mut Sights) {
        let start = sights.classes.len();
        if self.beginnings.may_begin(token.word)
            && let Some(word) = self.words.get_keyed(token.key, token.word)
        {
            sights.add(word);
        }
        if self.stem_beginnings.may_begin(token.word) && self.tell_of_stems(token.word, sights) {
            sights.classes[start..].sort_unstable();
        }
    }

    /// Whether the word has a stem.
    fn tell_of_stems(&self, word: &str, sights: &mut Sights) -> bool {
        let Some(first) = word.as_bytes().first() else { return false };
        let lengths = self.stem_lengths[usize::from(*first)].iter();
        let stems = lengths.take_while(|length| **length <= word.len()).filter_map(|length| word.get(..*length));
        let mut has_one = false;
        for stem in stems.filter_map(|stem| self.stems.get(stem)) {
            sights.add(stem);
            has_one = true;
        }
        has_one
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
