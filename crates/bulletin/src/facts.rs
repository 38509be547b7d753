//! What the articles of a story tell together: its people once each, its facts once each, with all who tell them.

use std::collections::{BTreeMap, BTreeSet};

use attache_schema::{Actor, Event, Person, Span, Topic};

use crate::atlas::Atlas;
use crate::paper::Paper;
use crate::parties::{Told, same_event, same_person};

/// A story of more facts than this keeps the weightiest: no paragraph has room for them.
const MOST_FACTS: usize = 24;

/// Where a fact stands: an article of the story, a piece of its digest, an event of that piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Telling {
    pub(crate) paper: usize,
    pub(crate) piece: usize,
    pub(crate) event: usize,
}

/// Something that one article or several tell.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    /// The event, its actors pointing to the people of the story. Its spans are those of the first telling.
    pub(crate) event: Event,
    /// Where it is told; first where it is told most fully.
    pub(crate) tellings: Vec<Telling>,
    /// What its heaviest piece weighs.
    pub(crate) weight: i64,
}

impl Fact {
    /// The articles that tell it, each once, in order of the tellings.
    pub(crate) fn papers(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        self.tellings.iter().map(|telling| telling.paper).filter(|paper| seen.insert(*paper)).collect()
    }
}

/// The people and facts of a story.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) people: Vec<Person>,
    /// For each article the place of its people among those of the story.
    pub(crate) places: BTreeMap<usize, Vec<usize>>,
    /// In the order of the article that carries the story; what others add stands where they tell it.
    pub(crate) facts: Vec<Fact>,
}

/// Joins what the articles of a story tell; the first carries it.
pub(crate) fn join(papers: &[Paper<'_>], story: &[usize], atlas: &Atlas) -> Facts {
    let mut joined = Facts::default();
    for at in story.iter().copied() {
        joined.meet(papers, at);
    }
    for at in story.iter().copied() {
        joined.hear(papers, at, atlas);
    }
    joined.keep_weightiest();
    for fact in &mut joined.facts {
        fact.complete(papers, &joined.places);
    }
    joined
}

impl Facts {
    /// Learns who stands in an article.
    fn meet(&mut self, papers: &[Paper<'_>], at: usize) {
        let mut taken = BTreeSet::new();
        let places = papers[at].digest.people.iter().map(|person| {
            let known = (0..self.people.len()).find(|i| !taken.contains(i) && same_person(&self.people[*i], person));
            let place = known.unwrap_or(self.people.len());
            match known {
                Some(known) => learn(&mut self.people[known], person),
                None => self.people.push(Person { mentions: Vec::new(), ..person.clone() }),
            }
            taken.insert(place);
            place
        });
        let places = places.collect();
        self.places.insert(at, places);
    }

    /// Takes over the facts of an article.
    fn hear(&mut self, papers: &[Paper<'_>], at: usize, atlas: &Atlas) {
        let mut before: Option<usize> = None;
        let paper = &papers[at];
        let mut in_piece = (usize::MAX, 0);
        for (piece, its, event) in paper.events() {
            in_piece = if in_piece.0 == piece { (piece, in_piece.1 + 1) } else { (piece, 0) };
            let telling = Telling { paper: at, piece, event: in_piece.1 };
            let told = Told { event, people: &paper.digest.people, published: paper.day };
            let is_told = |fact: &Fact| {
                let first = fact.tellings[0];
                let teller = &papers[first.paper];
                let known = &teller.digest.pieces[first.piece].events[first.event];
                // An article that says two things alike means two things.
                fact.tellings.iter().all(|its| its.paper != at)
                    && same_event(Told { event: known, people: &teller.digest.people, published: teller.day }, told, atlas)
            };
            let weight = its.score.total();
            let known = self.facts.iter().position(is_told);
            let place = match known {
                Some(known) => {
                    let fact = &mut self.facts[known];
                    fact.tellings.push(telling);
                    fact.weight = fact.weight.max(weight);
                    known
                }
                None => {
                    let place = before.map_or(self.facts.len(), |before| before + 1);
                    self.facts.insert(place, Fact { event: event.clone(), tellings: vec![telling], weight });
                    place
                }
            };
            before = Some(place);
        }
    }

    fn keep_weightiest(&mut self) {
        if self.facts.len() > MOST_FACTS {
            let mut order: Vec<usize> = (1..self.facts.len()).collect();
            order.sort_by_key(|at| (std::cmp::Reverse(self.facts[*at].weight), *at));
            let kept: BTreeSet<usize> = order.into_iter().take(MOST_FACTS - 1).chain([0]).collect();
            let mut at = 0;
            self.facts.retain(|_| {
                at += 1;
                kept.contains(&(at - 1))
            });
        }
    }
}

/// Adds what another article knows of a person; offices that differ are told as a difference.
fn learn(known: &mut Person, person: &Person) {
    if person.name.split_whitespace().count() > known.name.split_whitespace().count() {
        known.name.clone_from(&person.name);
    }
    let is_bare = known.role.is_none();
    if is_bare && person.role.is_some() {
        (known.role, known.host, known.org) = (person.role.clone(), person.host.clone(), person.org.clone());
    }
    if known.country.is_none() {
        known.country.clone_from(&person.country);
        known.presumed = person.presumed;
    } else if known.country == person.country {
        known.presumed &= person.presumed;
    }
    known.gender = known.gender.or(person.gender);
}

impl Fact {
    /// Puts the fullest telling first and fills what it leaves open with what the others tell of the same event.
    fn complete(&mut self, papers: &[Paper<'_>], places: &BTreeMap<usize, Vec<usize>>) {
        let events: Vec<Event> = self.tellings.iter().map(|telling| of_story(papers, places, *telling)).collect();
        let fullest = (0..events.len()).max_by_key(|at| (fullness(&events[*at]), std::cmp::Reverse(*at))).unwrap_or(0);
        self.tellings.swap(0, fullest);
        let mut others = events;
        let mut event = others.swap_remove(fullest);
        let here = event.evidence.first().copied();
        let first = self.tellings[0];
        let here = here.unwrap_or(papers[first.paper].digest.pieces[first.piece].span);
        for other in others {
            fill(&mut event, other, here);
        }
        self.event = event;
    }
}

/// The event of a telling, its actors pointing to the people of the story.
pub(crate) fn of_story(papers: &[Paper<'_>], places: &BTreeMap<usize, Vec<usize>>, telling: Telling) -> Event {
    let mut event = papers[telling.paper].digest.pieces[telling.piece].events[telling.event].clone();
    let places = places.get(&telling.paper).map(Vec::as_slice).unwrap_or_default();
    move_people(&mut event, places);
    event
}

/// Points the actors of an event to the people of the story.
pub(crate) fn move_people(event: &mut Event, places: &[usize]) {
    for actor in event.agents.iter_mut().chain(&mut event.targets).chain(&mut event.others) {
        actor.person = actor.person.and_then(|person| places.get(person).copied());
    }
}

/// How much of an event is known.
fn fullness(event: &Event) -> usize {
    let named = |actors: &[Actor]| actors.iter().map(|actor| 1 + usize::from(actor.person.is_some())).sum::<usize>();
    let when = event.when.as_ref().map_or(0, |when| 1 + usize::from(when.start.is_full()));
    2 * (named(&event.agents) + named(&event.targets))
        + when
        + usize::from(event.place.is_some())
        + usize::from(event.frame.is_some())
        + usize::from(event.document.is_some())
        + event.topics.len()
}

/// Fills open slots. What comes from another article points to `here`, where the same event is told in the first one.
fn fill(event: &mut Event, other: Event, here: Span) {
    if event.when.is_none() {
        event.when = other.when.map(|when| attache_schema::When { span: here, ..when });
    }
    if event.place.is_none() {
        event.place = other.place.map(|place| attache_schema::Place { span: here, ..place });
    }
    if event.frame.is_none() {
        event.frame = other.frame.map(|frame| attache_schema::Frame { span: here, ..frame });
    }
    for topic in other.topics {
        if event.topics.iter().all(|known| known.concept != topic.concept) {
            event.topics.push(moved(topic, here));
        }
    }
}

fn moved(mut topic: Topic, here: Span) -> Topic {
    topic.span = here;
    topic.complements.iter_mut().for_each(|complement| complement.span = here);
    topic
}
