//! The people patterns of a language as a tree.

use std::collections::BTreeMap;

use crate::chunk::ChunkKind;
use crate::patterns::{Element, Form, Patterns, What};
use crate::words::WordMap;

/// The people patterns as a tree whose edges are their elements: those that begin alike are laid over the chunks together.
#[derive(Debug, Default)]
pub(crate) struct PeopleTree {
    pub(super) branches: Vec<Branch>,
    /// The branches of the root, by what patterns behind them may begin with: by the number of the kind, and by word.
    pub(super) kinds: [Option<Openings>; KINDS],
    pub(super) words: WordMap<Openings>,
}

/// How many kinds of chunk there are.
const KINDS: usize = ChunkKind::Mark as usize + 1;

/// What may begin with a kind of chunk or with a word: branches of the root in order, and the patterns behind them that do.
#[derive(Debug, Default, Clone)]
pub(super) struct Openings {
    pub(super) branches: Vec<usize>,
    pub(super) patterns: Vec<usize>,
}

impl Openings {
    /// Adds a pattern; they come in the order of the file, but a pattern may come twice.
    fn add(&mut self, branch: usize, pattern: usize) {
        if !self.branches.contains(&branch) {
            self.branches.push(branch);
        }
        if self.patterns.last() != Some(&pattern) {
            self.patterns.push(pattern);
        }
    }
}

/// One element of some patterns, and what follows it in them.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) element: Element,
    pub(super) children: Vec<usize>,
    /// The patterns that end with it.
    pub(super) ends: Vec<usize>,
}

impl PeopleTree {
    pub(crate) fn new(patterns: &Patterns) -> Self {
        let mut tree = Self::default();
        let mut roots = Vec::new();
        let mut words = BTreeMap::<String, Openings>::new();
        for (number, pattern) in patterns.people.iter().enumerate() {
            let root = tree.grow(&mut roots, number, pattern);
            let optional = pattern.iter().take_while(|element| element.optional || element.what == What::Start).count();
            for Element { what, .. } in &pattern[..(optional + 1).min(pattern.len())] {
                for kind in kinds_of(what) {
                    tree.kinds[*kind as usize].get_or_insert_default().add(root, number);
                }
                words_of(what).for_each(|word| words.entry(word.letters.clone()).or_default().add(root, number));
            }
        }
        tree.kinds
            .iter_mut()
            .flatten()
            .chain(words.values_mut())
            .for_each(|openings| openings.branches.sort_unstable());
        tree.words = WordMap::new(words);
        tree
    }

    /// Adds a pattern and gives the branch of the root on which it lies.
    fn grow(&mut self, roots: &mut Vec<usize>, number: usize, pattern: &[Element]) -> usize {
        let mut path = Vec::with_capacity(pattern.len());
        for element in pattern {
            let siblings = path.last().map_or(&*roots, |parent: &usize| &self.branches[*parent].children);
            let known = siblings.iter().copied().find(|branch| self.branches[*branch].element == *element);
            let branch = known.unwrap_or_else(|| {
                let branch = self.branches.len();
                self.branches.push(Branch { element: element.clone(), children: Vec::new(), ends: Vec::new() });
                match path.last() {
                    Some(parent) => self.branches[*parent].children.push(branch),
                    None => roots.push(branch),
                }
                branch
            });
            path.push(branch);
        }
        if let Some(last) = path.last() {
            self.branches[*last].ends.push(number);
        }
        path[0]
    }
}

/// The kinds of chunk that an element may stand for.
fn kinds_of(what: &What) -> &'static [ChunkKind] {
    match what {
        What::Literal(_) | What::Rest | What::Tail | What::Field | What::Start => &[],
        What::Country => &[ChunkKind::Country],
        What::Host => &[ChunkKind::Country, ChunkKind::Org],
        What::Demonym | What::Citizen => &[ChunkKind::Demonym],
        What::Org => &[ChunkKind::Org],
        What::Role => &[ChunkKind::Role],
        What::Portfolio => &[ChunkKind::Portfolio],
        What::Name => &[ChunkKind::Name],
        What::Place | What::Capital => &[ChunkKind::Place],
    }
}

fn words_of(what: &What) -> impl Iterator<Item = &Form> {
    let words = match what {
        What::Literal(words) => Some(words.iter()),
        _ => None,
    };
    words.into_iter().flatten()
}
