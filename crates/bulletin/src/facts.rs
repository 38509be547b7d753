//! What the articles of a story tell together: its people once each, its facts once each, with all who tell them.

use std::collections::{BTreeMap, BTreeSet};

use attache_schema::{Actor, ConceptId, Event, Person, Span, Topic};

use crate::atlas::{Atlas, Topics};
use crate::paper::Paper;
use crate::parties::{Told, may_be_one, same_event, same_person};

/// A story of more facts than this keeps the weightiest: no paragraph has room for them.
const MOST_FACTS: usize = 40;
/// What is done at an encounter without saying by whom.
const TALK: &str = "discuss";

/// Where a fact stands: an article of the story, a piece of its digest, an event of that piece, one of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Telling {
    pub(crate) paper: usize,
    pub(crate) piece: usize,
    pub(crate) event: usize,
    pub(crate) part: usize,
}

/// The parts of an event that another article may tell without the others: an encounter and each of the topics that were spoken of
/// at it, what a speaker says of each topic.
pub(crate) fn parts(event: &Event, atlas: &Atlas) -> Vec<Event> {
    let is_encounter = is_encounter(event, atlas);
    let is_whole = atlas.topics(&event.kind) == Some(Topics::Whole);
    if event.topics.is_empty() || is_whole || (!is_encounter && event.topics.len() == 1) {
        return vec![event.clone()];
    }
    let act = is_encounter.then(|| Event { topics: Vec::new(), unlisted: Vec::new(), ..event.clone() });
    let topics = event.topics.iter().enumerate().map(|(at, topic)| {
        let evidence = std::iter::once(topic.span).chain(event.evidence.first().copied()).collect();
        let part = Event { topics: vec![topic.clone()], unlisted: Vec::new(), evidence, ..event.clone() };
        if is_encounter {
            talk(part)
        } else if at == 0 {
            part
        } else {
            without_circumstances(part)
        }
    });
    act.into_iter().chain(topics).collect()
}

/// What was spoken of at an encounter; who met when and where is said by the act.
fn talk(part: Event) -> Event {
    let bare = without_circumstances(part);
    let kind = ConceptId::of("event", TALK);
    Event { kind, manner: None, agents: Vec::new(), targets: Vec::new(), others: Vec::new(), ..bare }
}

/// Circumstances are said with the first of several topics.
fn without_circumstances(part: Event) -> Event {
    Event { when: None, place: None, frame: None, document: None, ..part }
}

/// Something that one article or several tell.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    /// The event, its actors pointing to the people of the story. Its spans are those of the first telling.
    pub(crate) event: Event,
    /// Where it is told; first where it is told most fully.
    pub(crate) tellings: Vec<Telling>,
    /// What other tellings than the first add to it, with the bytes of their own articles.
    pub(crate) added: Vec<(Telling, Vec<Span>)>,
    /// What its heaviest piece weighs.
    pub(crate) weight: i64,
    /// A number of its own, and that of the encounter at which it was said.
    id: usize,
    encounter: Option<usize>,
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
    /// For each person the articles from which the office or the state was learned, after the one that named them first.
    pub(crate) taught: BTreeMap<usize, Vec<(usize, Vec<Span>)>>,
    /// In the order of the article that carries the story; what others add stands where they tell it.
    pub(crate) facts: Vec<Fact>,
    count: usize,
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
        fact.complete(papers, &joined.places, atlas);
    }
    joined.drop_repeats(atlas);
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
                Some(known) => {
                    if learn(&mut self.people[known], person) {
                        self.taught.entry(known).or_default().push((at, person.mentions.clone()));
                    }
                }
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
        let mut encounter: Option<usize> = None;
        for (piece, its) in papers[at].digest.pieces.iter().enumerate() {
            for (event, whole) in its.events.iter().enumerate() {
                for (part, event_part) in parts(whole, atlas).into_iter().enumerate() {
                    let telling = Telling { paper: at, piece, event, part };
                    let known = self.find(papers, &event_part, at, encounter, atlas);
                    let place = match known {
                        Some(known) => {
                            let fact = &mut self.facts[known];
                            fact.tellings.push(telling);
                            fact.weight = fact.weight.max(its.score.total());
                            known
                        }
                        None => {
                            let place = self.place_for(papers, &event_part, at, before);
                            let (weight, id) = (its.score.total(), self.count);
                            self.count += 1;
                            let tellings = vec![telling];
                            let fact = Fact { event: event_part, tellings, added: Vec::new(), weight, id, encounter };
                            self.facts.insert(place, fact);
                            place
                        }
                    };
                    before = Some(place);
                    let fact = &self.facts[place];
                    if is_encounter(&fact.event, atlas) {
                        encounter = Some(fact.id);
                    }
                }
            }
        }
    }

    /// The fact that an article tells again.
    fn find(
        &self,
        papers: &[Paper<'_>],
        event: &Event,
        at: usize,
        encounter: Option<usize>,
        atlas: &Atlas,
    ) -> Option<usize> {
        let told = Told { event, people: &papers[at].digest.people, published: papers[at].day };
        let is_own = |fact: &Fact| fact.tellings.iter().any(|its| its.paper == at);
        // An article that says two things alike means two things.
        let others = || self.facts.iter().enumerate().filter(|(_, fact)| !is_own(fact));
        let at_one = others().find(|(_, fact)| fact.encounter == encounter && same_talk(&fact.event, event, atlas));
        let same = || {
            others().find(|(_, fact)| {
                let first = &papers[fact.tellings[0].paper];
                let known = Told { event: &fact.event, people: &first.digest.people, published: first.day };
                // The first encounter of each article of a story is the story's.
                let is_first = fact.encounter.is_none() && encounter.is_none() && is_encounter(event, atlas);
                same_event(known, told, atlas) || (is_first && may_be_one(known, told, atlas))
            })
        };
        // Whoever names the encounter otherwise (a conference by video is a call to one and a meeting to another) speaks of one.
        let at_any = || others().find(|(_, fact)| same_talk(&fact.event, event, atlas));
        at_one.or_else(same).or_else(at_any).map(|(index, _)| index)
    }

    /// Where a new fact stands: behind what its article told before, and behind what was said there in the same way.
    fn place_for(&self, papers: &[Paper<'_>], event: &Event, at: usize, before: Option<usize>) -> usize {
        let Some(before) = before else { return self.facts.len() };
        let continues = |fact: &&Fact| {
            let first = fact.tellings[0].paper;
            fact.event.kind == event.kind && same_speakers(papers, (&fact.event, first), (event, at))
        };
        before + 1 + self.facts[before + 1..].iter().take_while(continues).count()
    }

    /// Joins what would be said again in the same words: one article spoke of a topic twice, or two articles at different encounters.
    fn drop_repeats(&mut self, atlas: &Atlas) {
        let mut at = 0;
        while at < self.facts.len() {
            let known = (0..at).find(|before| says_again(&self.facts[*before].event, &self.facts[at].event, atlas));
            match known {
                Some(known) => {
                    let repeat = self.facts.remove(at);
                    let fact = &mut self.facts[known];
                    fact.weight = fact.weight.max(repeat.weight);
                    fact.tellings.extend(repeat.tellings);
                    fact.added.extend(repeat.added);
                }
                None => at += 1,
            }
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

/// Whether a later event says nothing that an earlier one has not said.
fn says_again(earlier: &Event, later: &Event, atlas: &Atlas) -> bool {
    let who = |actors: &[Actor]| -> Vec<Actor> {
        actors.iter().map(|actor| Actor { span: Span::new(0, 0), ..actor.clone() }).collect()
    };
    let what =
        |topics: &[Topic]| -> Vec<Topic> { topics.iter().map(|topic| moved(topic.clone(), Span::new(0, 0))).collect() };
    let document = |event: &Event| event.document.clone().map(|document| moved(document, Span::new(0, 0)));
    let adds = later.when.is_some() || later.place.is_some() || later.frame.is_some() || !later.others.is_empty();
    !adds
        && (&earlier.kind, earlier.status) == (&later.kind, later.status)
        // Whether views were exchanged on it or it was discussed is one thing to a reader.
        && (earlier.manner == later.manner || atlas.is_talk(&earlier.kind))
        && who(&earlier.agents) == who(&later.agents)
        && who(&earlier.targets) == who(&later.targets)
        && what(&earlier.topics) == what(&later.topics)
        && document(earlier) == document(later)
        && !later.topics.is_empty()
}

/// Whether what was spoken of at an event is told apart from it.
fn is_encounter(event: &Event, atlas: &Atlas) -> bool {
    atlas.topics(&event.kind) == Some(Topics::Apart)
}

/// Whether both tell that one topic was spoken of, at one encounter: who spoke is known from there.
fn same_talk(one: &Event, other: &Event, atlas: &Atlas) -> bool {
    let is_talk = |event: &Event| atlas.is_talk(&event.kind);
    let topic = |event: &Event| event.topics.first().map(|topic| topic.concept.clone());
    is_talk(one) && is_talk(other) && one.status == other.status && topic(one) == topic(other)
}

/// Whether the same people speak in both, or nobody in either.
fn same_speakers(papers: &[Paper<'_>], one: (&Event, usize), other: (&Event, usize)) -> bool {
    let ((a, of_a), (b, of_b)) = (one, other);
    let speaker = |event: &Event, paper: usize| {
        let [agent] = event.agents.as_slice() else { return None };
        papers[paper].digest.people.get(agent.person?).cloned()
    };
    match (speaker(a, of_a), speaker(b, of_b)) {
        (Some(a), Some(b)) => same_person(&a, &b),
        (None, None) => a.agents.is_empty() && b.agents.is_empty(),
        _ => false,
    }
}

/// Adds what another article knows of a person, and says whether that was an office or a state; offices that differ are told as a
/// difference.
fn learn(known: &mut Person, person: &Person) -> bool {
    let before = (known.role.clone(), known.country.clone());
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
    before != (known.role.clone(), known.country.clone())
}

impl Fact {
    /// Puts the fullest telling first and fills what it leaves open with what the others tell of the same event.
    fn complete(&mut self, papers: &[Paper<'_>], places: &BTreeMap<usize, Vec<usize>>, atlas: &Atlas) {
        let events: Vec<Event> =
            self.tellings.iter().map(|telling| of_story(papers, places, *telling, atlas)).collect();
        let fullest = (0..events.len()).max_by_key(|at| (fullness(&events[*at]), std::cmp::Reverse(*at))).unwrap_or(0);
        // What was announced and then took place is told as whoever wrote last tells it.
        let latest = (0..events.len()).max_by_key(|at| (papers[self.tellings[*at].paper].day, std::cmp::Reverse(*at)));
        let latest = latest.map(|at| self.tellings[at]);
        self.tellings.swap(0, fullest);
        let mut others = events;
        others.swap(0, fullest);
        let mut event = others.remove(0);
        let others: Vec<(Telling, Event)> = self.tellings.iter().skip(1).copied().zip(others).collect();
        // What was held goes before the way in which it was.
        let held = others.iter().find(|(_, other)| atlas.is_way_of(&event.kind, &other.kind));
        let held = held.map(|(telling, other)| (*telling, other.kind.clone()));
        let here = event.evidence.first().copied();
        let first = self.tellings[0];
        let here = here.unwrap_or(papers[first.paper].digest.pieces[first.piece].span);
        for (telling, other) in others {
            let mut taken = Vec::new();
            if latest == Some(telling) && event.status != other.status {
                event.status = other.status;
                taken.extend(other.evidence.first());
            }
            if let Some((_, kind)) = held.as_ref().filter(|(its, _)| *its == telling) {
                event.kind = kind.clone();
                taken.extend(other.evidence.first());
            }
            taken.extend(fill(&mut event, other, here));
            if !taken.is_empty() {
                self.added.push((telling, taken));
            }
        }
        self.event = event;
    }
}

/// The event of a telling, its actors pointing to the people of the story.
pub(crate) fn of_story(
    papers: &[Paper<'_>],
    places: &BTreeMap<usize, Vec<usize>>,
    telling: Telling,
    atlas: &Atlas,
) -> Event {
    let whole = &papers[telling.paper].digest.pieces[telling.piece].events[telling.event];
    let mut event = parts(whole, atlas).into_iter().nth(telling.part).unwrap_or_else(|| whole.clone());
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

/// Fills open slots and says where what filled them stands in the other article. In the event it points to `here`, where the same is
/// told in the first one.
fn fill(event: &mut Event, other: Event, here: Span) -> Vec<Span> {
    let mut taken = Vec::new();
    if event.when.is_none() {
        taken.extend(other.when.as_ref().map(|when| when.span));
        event.when = other.when.map(|when| attache_schema::When { span: here, ..when });
    }
    if event.place.is_none() {
        taken.extend(other.place.as_ref().map(|place| place.span));
        event.place = other.place.map(|place| attache_schema::Place { span: here, ..place });
    }
    if event.frame.is_none() {
        taken.extend(other.frame.as_ref().map(|frame| frame.span));
        event.frame = other.frame.map(|frame| attache_schema::Frame { span: here, ..frame });
    }
    for topic in other.topics {
        if event.topics.iter().all(|known| known.concept != topic.concept) {
            taken.push(topic.span);
            event.topics.push(moved(topic, here));
        }
    }
    taken
}

fn moved(mut topic: Topic, here: Span) -> Topic {
    topic.span = here;
    topic.complements.iter_mut().for_each(|complement| complement.span = here);
    topic
}
