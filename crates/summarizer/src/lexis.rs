//! The lexicon as one automaton over folded letters.
//!
//! A trie with the surfaces of all concepts of one language. A walk from a word's first letter meets every surface
//! that begins there, whatever the lexicon's size; what follows a surface inside its last word must be an ending that the
//! language licenses. Case forms are therefore not listed: one stem stands for all of them.

use std::collections::BTreeMap;

use attache_grammar::{Ending, Endings, Language, Sense, Surface};
use attache_schema::ConceptId;

use crate::chunk::PORTFOLIO;
use crate::folded::{FoldTable, Folded};
use crate::patterns::{Patterns, What};

/// What kinds of concept are looked for: names of things and topics are two layers, since topics may hold names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    Things,
    Topics,
}

#[derive(Debug)]
pub(crate) struct Lexis {
    nodes: Vec<Node>,
    edges: Vec<u8>,
    /// What is left of the surfaces that alone begin so, one behind the other.
    tails: Vec<u8>,
    surfaces: Vec<Surface>,
    /// For each surface by whom it may be met.
    manners: Vec<Manner>,
    endings: Endings,
    sieve: Sieve,
}

/// In what layer a surface lies, and how the word must begin in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Topic,
    /// An abbreviation, or a name that needs its capital.
    CapitalThing,
    Thing,
}

impl Manner {
    fn of(surface: &Surface) -> Self {
        match layer_of(surface) {
            Layer::Topics => Self::Topic,
            Layer::Things if needs_capital(surface) => Self::CapitalThing,
            Layer::Things => Self::Thing,
        }
    }

    fn layer(self) -> Layer {
        if self == Self::Topic { Layer::Topics } else { Layer::Things }
    }
}

/// The beginnings of all surfaces, hashed into bits: nearly every word of a text is turned away before the walk. Words in small
/// letters meet few things, for nearly all are proper names; hence a sieve for each manner of reading.
#[derive(Debug)]
struct Sieve {
    bits: Vec<u64>,
    shift: u32,
    /// For each manner and first two bytes, as [`opening`] packs them, which lengths its beginnings have.
    lengths: Vec<[u8; 3]>,
}

/// How many places there are for the first two bytes of a beginning.
const OPENINGS: usize = 64 * 64;

/// How many bytes of a beginning are hashed.
const BEGINNING: usize = 8;
/// How many bits each surface gets at least: one beginning in so many lets a stranger through.
const ROOM: usize = 16;

impl Sieve {
    fn new<'k>(count: usize, keys: impl Iterator<Item = (&'k str, Manner)>) -> Self {
        let size = (count * ROOM).next_power_of_two().max(64);
        let shift = 64 - size.trailing_zeros();
        let mut sieve = Self { bits: vec![0; size / 64], shift, lengths: vec![[0; 3]; OPENINGS] };
        for (key, manner) in keys {
            let length = key.len().min(BEGINNING);
            let at = sieve.place(beginning(key.as_bytes()), length, manner);
            sieve.bits[at >> 6] |= 1 << (at & 63);
            let first = opening(key.as_bytes());
            // Behind a single letter anything may follow.
            let places = if key.len() > 1 { first..first + 1 } else { first..first + 64 };
            places.for_each(|place| sieve.lengths[place][manner as usize] |= 1 << (length - 1));
        }
        sieve
    }

    fn place(&self, bytes: u64, length: usize, manner: Manner) -> usize {
        let cut = bytes << (64 - 8 * length);
        let mixed = (cut ^ manner as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed ^ mixed >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    /// Whether a surface that is read in this manner may begin with these bytes.
    fn lets_through(&self, bytes: &[u8], manner: Manner) -> bool {
        let mut lengths = self.lengths[opening(bytes)][manner as usize];
        let packed = beginning(bytes);
        while lengths != 0 {
            let length = lengths.trailing_zeros() as usize + 1;
            let at = self.place(packed, length, manner);
            if self.bits[at >> 6] & (1 << (at & 63)) != 0 {
                return true;
            }
            lengths &= lengths - 1;
        }
        false
    }
}

/// The first two bytes as a number; no two of small Latin letters share one.
fn opening(bytes: &[u8]) -> usize {
    let byte = |at: usize| usize::from(bytes.get(at).map_or(0, |byte| byte & 63));
    byte(0) << 6 | byte(1)
}

/// The first bytes as a number, the first one lowest; nothing where there are fewer.
fn beginning(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<BEGINNING>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => bytes.iter().rev().fold(0, |packed, byte| packed << 8 | u64::from(*byte)),
    }
}

#[derive(Debug, Default, Clone, Copy)]
struct Node {
    edges: (u32, u32),
    /// The letters that still have to come where there is only one surface left.
    tail: (u32, u32),
    surfaces: (u32, u32),
}

/// One surface of the lexicon in the text.
#[derive(Debug, Clone)]
pub(crate) struct Hit<'l> {
    /// The byte of the article after the last letter, ending included.
    pub(crate) end: usize,
    /// The concepts that this surface may stand for, never empty.
    pub(crate) surfaces: Vec<&'l Surface>,
    pub(crate) ending: Ending,
}

impl Lexis {
    /// Where one surface stands for several offices, those of `likely` are meant first. The second halves of offices are
    /// there only where a pattern asks for them: elsewhere "of the Ministry of Foreign Affairs" is no half of an office.
    pub(crate) fn new(language: &Language, table: &FoldTable, mut more: Vec<Surface>, patterns: &Patterns) -> Self {
        let likely = &patterns.likely;
        let surfaces = language.surfaces();
        if patterns.people.iter().flatten().any(|element| element.what == What::Portfolio) {
            more.extend(portfolios(&surfaces));
        }
        let mut keyed: Vec<(String, Surface)> =
            surfaces.into_iter().chain(more).map(|s| (table.fold_str(&s.text), s)).collect();
        keyed.retain(|(key, _)| !key.is_empty());
        let place =
            |surface: &Surface| likely.iter().position(|id| id == surface.concept.as_str()).unwrap_or(usize::MAX);
        keyed.sort_by(|(a, first), (b, second)| {
            let by_place = || place(first).cmp(&place(second));
            let by_concept = || (&first.concept, &first.text).cmp(&(&second.concept, &second.text));
            a.cmp(b).then_with(by_place).then_with(by_concept)
        });
        keyed.dedup_by(|b, a| {
            let same = a.0 == b.0 && a.1.concept == b.1.concept && a.1.sense == b.1.sense;
            // A name that may also be written small ("o ministério") is read in both letters.
            if same && !starts_upper(&b.1.text) {
                a.1.text.clone_from(&b.1.text);
            }
            same
        });
        let (keys, surfaces): (Vec<String>, Vec<Surface>) = keyed.into_iter().unzip();
        let manners: Vec<Manner> = surfaces.iter().map(Manner::of).collect();
        let sieve = Sieve::new(keys.len(), keys.iter().map(String::as_str).zip(manners.iter().copied()));
        let Trie { nodes, edges, tails } = Trie::grow(&keys);
        Self { nodes, edges, tails, surfaces, manners, endings: language.endings().clone(), sieve }
    }

    /// The concepts of a kind, each once.
    pub(crate) fn concepts(&self, kind: &str) -> std::collections::BTreeSet<&ConceptId> {
        self.surfaces.iter().map(|surface| &surface.concept).filter(|concept| concept.kind() == kind).collect()
    }

    /// The longest surface of a layer that begins at byte `at` of the article.
    pub(crate) fn find(&self, text: &str, folded: &Folded, at: usize, layer: Layer) -> Option<Hit<'_>> {
        let start = folded.forth(at);
        let letters = &folded.text().as_bytes()[start..];
        if !self.may_begin(text, at, letters, layer) {
            return None;
        }
        let mut met: Vec<(usize, u32)> = Vec::new();
        self.walk(letters, |length, node| met.push((start + length, node)));
        let mut hits = met.iter().rev().filter_map(|&(end, node)| self.accept(text, folded, (at, end), node, layer));
        let mut longest = hits.next()?;
        if layer == Layer::Topics {
            // "hərbi təxribatlar" the topic is "hərbi təxribat-lar" the charge: both end there.
            longest.surfaces.extend(hits.filter(|hit| hit.end == longest.end).flat_map(|hit| hit.surfaces));
        }
        Some(longest)
    }

    fn may_begin(&self, text: &str, at: usize, letters: &[u8], layer: Layer) -> bool {
        let passes = |manner| self.sieve.lets_through(letters, manner);
        match layer {
            Layer::Topics => passes(Manner::Topic),
            Layer::Things => {
                passes(Manner::Thing) || (passes(Manner::CapitalThing) && text.get(at..).is_some_and(starts_upper))
            }
        }
    }

    /// Follows the letters and tells every node with surfaces on the way, with how many bytes lead to it.
    fn walk(&self, letters: &[u8], mut meet: impl FnMut(usize, u32)) {
        let mut node = 0_u32;
        for (step, byte) in letters.iter().enumerate() {
            let Some(next) = self.step(node, *byte) else { return };
            node = next;
            let Node { tail: (from, to), surfaces, .. } = self.nodes[node as usize];
            let tail = &self.tails[from as usize..to as usize];
            if !tail.is_empty() && !letters[step + 1..].starts_with(tail) {
                return;
            }
            if surfaces.0 < surfaces.1 {
                meet(step + 1 + tail.len(), node);
            }
            if !tail.is_empty() {
                return;
            }
        }
    }

    fn step(&self, node: u32, byte: u8) -> Option<u32> {
        let (from, to) = self.nodes[node as usize].edges;
        let edges = &self.edges[from as usize..to as usize];
        edges.binary_search(&byte).ok().map(|index| from + index as u32 + 1)
    }

    fn accept(
        &self,
        text: &str,
        folded: &Folded,
        (at, stem_end): (usize, usize),
        node: u32,
        layer: Layer,
    ) -> Option<Hit<'_>> {
        let (from, to) = self.nodes[node as usize].surfaces;
        let found = text.get(at..folded.back(stem_end))?;
        let range = from as usize..to as usize;
        let surfaces: Vec<&Surface> = (self.surfaces[range.clone()].iter().zip(&self.manners[range]))
            .filter(|(surface, manner)| manner.layer() == layer && case_fits(surface, **manner, found))
            .map(|(surface, _)| surface)
            .collect();
        if surfaces.is_empty() {
            return None;
        }
        let stem = last_word(folded.slice(at, folded.back(stem_end)));
        let (end, ending) = self.read_ending(folded.text(), stem, stem_end)?;
        Some(Hit { end: folded.back(end), surfaces, ending })
    }

    /// Where the word ends that goes on at `at`, and what its ending says; `None` where the surface was only the
    /// beginning of another word. A hyphen may also part two words ("Azerbaijan-Portugal").
    fn read_ending(&self, text: &str, stem: &str, at: usize) -> Option<(usize, Ending)> {
        let rest = word_rest(text, at);
        if let Some(ending) = self.endings.read(stem, rest) {
            return Some((at + rest.len(), ending));
        }
        let part = rest.find(['-', '\'']).map(|cut| &rest[..cut])?;
        self.endings.read(stem, part).map(|ending| (at + part.len(), ending))
    }
}

/// The second halves of offices whose first word is an office itself: "dos Negócios Estrangeiros" of "ministro dos …".
fn portfolios(surfaces: &[Surface]) -> Vec<Surface> {
    let roles = || surfaces.iter().filter(|surface| surface.concept.kind() == "role");
    let mut heads: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for surface in roles().filter(|surface| !surface.text.contains(' ')) {
        heads.entry(&surface.text).or_default().push(surface.concept.key());
    }
    let halves = roles().filter_map(|surface| surface.text.split_once(' ').map(|(head, rest)| (surface, head, rest)));
    halves
        .filter(|(_, _, rest)| rest.contains(' '))
        .flat_map(|(surface, head, rest)| {
            heads.get(head).into_iter().flatten().map(move |key| Surface {
                text: rest.to_owned(),
                // The head is kept: a deputy's second half is the minister's too.
                concept: ConceptId::of(PORTFOLIO, &format!("{key}>{}", surface.concept.key())),
                sense: Sense::Phrase,
            })
        })
        .collect()
}

/// What follows `at` inside the same word: letters, digits, and a hyphen or apostrophe that a letter follows.
fn word_rest(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((here, c)) = letters.next() {
        let joins = matches!(c, '-' | '\'') && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        // English possessive of a plural: "the Netherlands' minister".
        let closes = c == '\'' && here == 0 && letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        if !(c.is_alphanumeric() || joins || closes) {
            break;
        }
        end = here + c.len_utf8();
        if closes {
            break;
        }
    }
    &rest[..end]
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or(text)
}

fn layer_of(surface: &Surface) -> Layer {
    match surface.concept.kind() {
        "topic" | "charge" | "aid" => Layer::Topics,
        _ => Layer::Things,
    }
}

/// Proper names and abbreviations.
fn needs_capital(surface: &Surface) -> bool {
    match surface.sense {
        Sense::Abbreviation => starts_upper(&surface.text),
        _ => starts_upper(&surface.text) && surface.concept.kind() != "role",
    }
}

/// Abbreviations are read in their own letters only ("US", not "us"); proper names need their capital.
fn case_fits(surface: &Surface, manner: Manner, found: &str) -> bool {
    match surface.sense {
        Sense::Abbreviation => found == surface.text,
        _ => manner != Manner::CapitalThing || starts_upper(found),
    }
}

pub(crate) fn starts_upper(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// The parts of the automaton.
#[derive(Default)]
struct Trie {
    nodes: Vec<Node>,
    /// The letter of each edge; every edge leads to the node behind its own number.
    edges: Vec<u8>,
    tails: Vec<u8>,
}

impl Trie {
    /// Grows breadth-first from sorted keys, so that the edges of a node lie side by side.
    fn grow(keys: &[String]) -> Self {
        let mut trie = Self { nodes: vec![Node::default()], ..Self::default() };
        let mut queue = std::collections::VecDeque::from([(0_usize, 0_usize, keys.len(), 0_usize)]);
        while let Some((node, mut from, to, depth)) = queue.pop_front() {
            let is_alone = depth > 0 && keys[from] == keys[to - 1];
            let depth = if is_alone { trie.hang_tail(node, &keys[from], depth) } else { depth };
            let ends = from + keys[from..to].iter().take_while(|key| key.len() == depth).count();
            trie.nodes[node].surfaces = (from as u32, ends as u32);
            from = ends;
            let first_edge = trie.edges.len() as u32;
            while from < to {
                let label = keys[from].as_bytes()[depth];
                let end = from + keys[from..to].iter().take_while(|key| key.as_bytes()[depth] == label).count();
                trie.edges.push(label);
                queue.push_back((trie.nodes.len(), from, end, depth + 1));
                trie.nodes.push(Node::default());
                from = end;
            }
            trie.nodes[node].edges = (first_edge, trie.edges.len() as u32);
        }
        trie
    }

    /// Keeps the letters of the only key behind `depth` in one piece, and says where they end.
    fn hang_tail(&mut self, node: usize, key: &str, depth: usize) -> usize {
        let from = self.tails.len() as u32;
        self.tails.extend(&key.as_bytes()[depth..]);
        self.nodes[node].tail = (from, self.tails.len() as u32);
        key.len()
    }
}
