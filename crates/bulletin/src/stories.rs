//! Which articles tell one story.
//!
//! Across languages by what was understood: the same act or statement of the same people (`parties`). Within one language also by
//! words, since not everything is understood. Precision comes first: a story told twice is a nuisance, two stories told as one are
//! a mistake. An article is compared only with those that share a key with it, and under each key only with the last few, so the
//! time grows with the number of articles and not with its square.

use std::collections::{BTreeMap, BTreeSet};

use attache_schema::Event;

use crate::atlas::Atlas;
use crate::letters::{hash, skeleton};
use crate::paper::{Paper, shared};
use crate::parties::{Told, contradicts, days_between, family, same_event, state, takes_part};

/// Under one key only so many of the latest articles are looked at.
const RECENT: usize = 24;
/// A term that more than one in so many articles have tells nothing.
const COMMON: usize = 8;
/// How many rare terms of an article are looked up.
const LOOKED_UP: usize = 24;
/// The least likeness of words, in thousandths.
const ALIKE: u64 = 400;
/// Articles that are further apart in days are not compared by words.
const APART: i64 = 2;

/// The articles of each story, in order of input; a story stands where its first article stands.
pub(crate) fn group(papers: &[Paper<'_>], among: &[usize], atlas: &Atlas) -> Vec<Vec<usize>> {
    let weights = TermWeights::of(papers, among);
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let mut stories: Vec<Vec<usize>> = Vec::new();
    let mut story_of: BTreeMap<usize, usize> = BTreeMap::new();
    for at in among.iter().copied() {
        let keys = keys(&papers[at], &weights, atlas);
        let near: BTreeSet<usize> = keys.iter().filter_map(|key| index.get(key)).flatten().copied().collect();
        let linked = near.into_iter().filter(|other| is_linked(&papers[at], &papers[*other], &weights, atlas));
        let mut links: BTreeMap<usize, usize> = BTreeMap::new();
        for other in linked {
            *links.entry(story_of[&other]).or_insert(0) += 1;
        }
        // At least half of a story's articles must agree: a chain of likenesses is no story.
        let fits = links.into_iter().filter(|(story, count)| count * 2 >= stories[*story].len().min(RECENT));
        let best = fits.max_by_key(|(story, count)| (*count, std::cmp::Reverse(*story))).map(|(story, _)| story);
        let story = best.unwrap_or_else(|| {
            stories.push(Vec::new());
            stories.len() - 1
        });
        stories[story].push(at);
        story_of.insert(at, story);
        for key in keys {
            let recent = index.entry(key).or_default();
            if recent.len() == RECENT {
                recent.remove(0);
            }
            recent.push(at);
        }
    }
    join_visits(papers, &story_of, &index, &weights, atlas, stories)
}

/// Joins a visit with the encounter for which the guest came, where an article that tells of the one as its main event tells the other
/// one, too, and no further one: two talks with two hosts are two stories, of which an article may tell both.
fn join_visits(
    papers: &[Paper<'_>],
    story_of: &BTreeMap<usize, usize>,
    index: &BTreeMap<Key, Vec<usize>>,
    weights: &TermWeights,
    atlas: &Atlas,
    mut stories: Vec<Vec<usize>>,
) -> Vec<Vec<usize>> {
    let mut moved: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, story) in story_of {
        let near: BTreeSet<usize> = keys(&papers[*at], weights, atlas)
            .iter()
            .filter_map(|key| index.get(key))
            .flatten()
            .filter(|other| story_of[other] != *story && tells_of_visit(&papers[*at], &papers[**other], atlas))
            .copied()
            .collect();
        let mut told: BTreeMap<usize, usize> = BTreeMap::new();
        for other in near {
            *told.entry(story_of[&other]).or_insert(0) += 1;
        }
        let [(other, count)] = told.into_iter().collect::<Vec<_>>()[..] else { continue };
        let (first, second) = (other.min(*story), other.max(*story));
        // What was joined is not joined further.
        let is_taken = moved.iter().any(|(from, to)| [from, to].iter().any(|its| [first, second].contains(its)));
        if !is_taken && count * 2 >= stories[other].len().min(RECENT) {
            moved.insert(second, first);
        }
    }
    for (from, to) in moved {
        let joined = std::mem::take(&mut stories[from]);
        stories[to].extend(joined);
        stories[to].sort_unstable();
    }
    stories.retain(|story| !story.is_empty());
    stories
}

/// Whether an article tells the main event of another one besides its own, one of the two being a visit by somebody who takes part in the
/// other.
fn tells_of_visit(teller: &Paper<'_>, other: &Paper<'_>, atlas: &Atlas) -> bool {
    let (Some(own), Some(main)) = (main_event(teller, atlas), main_event(other, atlas)) else { return false };
    let is_own = |event: &Event| std::ptr::eq(event, own);
    let mut besides = teller.events().map(|(_, _, event)| event).filter(|event| !is_own(event));
    let is_guest = |visit: Told<'_>, met: Told<'_>| atlas.is_visit(&visit.event.kind) && takes_part(visit, met);
    let (own, main) = (told(teller, own), told(other, main));
    (is_guest(own, main) || is_guest(main, own)) && besides.any(|event| same_event(told(teller, event), main, atlas))
}

/// What two articles of one story are likely to share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A person's family name and what was done.
    Person(String, String),
    /// Two parties' states and what was done.
    States(String, String),
    /// A rare term in a language.
    Term(u64),
}

fn keys(paper: &Paper<'_>, weights: &TermWeights, atlas: &Atlas) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for (_, _, event) in paper.events() {
        let people = &paper.digest.people;
        let family = family(event, atlas).to_owned();
        let sides = || event.agents.iter().chain(&event.targets);
        for person in sides().filter_map(|actor| people.get(actor.person?)) {
            let last = person.name.split_whitespace().last().unwrap_or("");
            keys.insert(Key::Person(skeleton(last), family.clone()));
        }
        let states: BTreeSet<&str> =
            sides().filter_map(|actor| state(actor, people)).map(|state| state.key()).collect();
        if !states.is_empty() {
            keys.insert(Key::States(states.into_iter().collect::<Vec<_>>().join("+"), family));
        }
    }
    keys.extend(weights.rarest(paper).into_iter().map(Key::Term));
    keys
}

/// How much each term tells, by how many articles have it.
struct TermWeights {
    frequency: BTreeMap<u64, usize>,
    count: usize,
}

impl TermWeights {
    fn of(papers: &[Paper<'_>], among: &[usize]) -> Self {
        let mut frequency = BTreeMap::new();
        for term in among.iter().flat_map(|at| papers[*at].terms.iter().map(|term| own(&papers[*at], *term))) {
            *frequency.entry(term).or_insert(0) += 1;
        }
        Self { frequency, count: among.len() }
    }

    /// The weight of a term: how many times it halves the articles, and one.
    fn weight(&self, term: u64) -> u64 {
        let frequency = self.frequency.get(&term).copied().unwrap_or(1).max(1);
        // A handful of articles tells little about how common a word is.
        let halvings = ((self.count + 8) / frequency).max(1).ilog2();
        1 + u64::from(halvings)
    }

    fn rarest(&self, paper: &Paper<'_>) -> Vec<u64> {
        let most = (self.count / COMMON).max(4);
        let terms = paper.terms.iter().map(|term| own(paper, *term));
        let mut rare: Vec<(usize, u64)> = terms
            .filter_map(|term| Some((*self.frequency.get(&term)?, term)))
            .filter(|(frequency, _)| (2..=most).contains(frequency))
            .collect();
        rare.sort_unstable();
        rare.into_iter().take(LOOKED_UP).map(|(_, term)| term).collect()
    }

    /// The likeness of two articles of one language, in thousandths: what they share of what both tell (cosine of the weights).
    fn likeness(&self, one: &Paper<'_>, other: &Paper<'_>) -> u64 {
        let square =
            |paper: &Paper<'_>| -> u64 { paper.terms.iter().map(|term| self.weight(own(paper, *term)).pow(2)).sum() };
        if shared(&one.terms, &other.terms) == 0 {
            return 0;
        }
        let common = one.terms.iter().filter(|term| other.terms.binary_search(term).is_ok());
        let product: u64 = common.map(|term| self.weight(own(one, *term)).pow(2)).sum();
        product * 1000 / square(one).saturating_mul(square(other)).isqrt().max(1)
    }
}

/// A term as one of its language.
fn own(paper: &Paper<'_>, term: u64) -> u64 {
    term ^ hash([paper.language])
}

/// Whether two articles tell one story.
fn is_linked(one: &Paper<'_>, other: &Paper<'_>, weights: &TermWeights, atlas: &Atlas) -> bool {
    let mains = (main_event(one, atlas), main_event(other, atlas));
    if let (Some(a), Some(b)) = mains {
        let (a, b) = (told(one, a), told(other, b));
        if same_event(a, b, atlas) {
            return true;
        }
        if contradicts(a, b, atlas) {
            return false;
        }
    }
    let is_near = days_between(one.day, other.day).is_none_or(|days| days <= APART);
    let is_one_language = one.language == other.language && !one.language.is_empty();
    let leads = mains.0.is_some() && mains.1.is_some();
    // Where both were understood and tell of different things, words must be very much alike.
    let least = if leads { ALIKE + 150 } else { ALIKE };
    is_near && is_one_language && weights.likeness(one, other) >= least
}

/// What an article is about: the act in its heaviest piece that has one, since what was said at it is said elsewhere, too; where
/// nobody acts, the statement of most weight.
fn main_event<'a>(paper: &Paper<'a>, atlas: &Atlas) -> Option<&'a Event> {
    let heaviest = |acts: bool| {
        let events = paper.events().filter(|(_, _, event)| !acts || atlas.is_act(&event.kind)).enumerate();
        events.max_by_key(|(at, (_, piece, _))| (piece.score.total(), std::cmp::Reverse(*at)))
    };
    heaviest(true).or_else(|| heaviest(false)).map(|(_, (_, _, event))| event)
}

pub(crate) fn told<'a>(paper: &Paper<'a>, event: &'a Event) -> Told<'a> {
    Told { event, people: &paper.digest.people, published: paper.day }
}
