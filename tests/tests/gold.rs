//! Every fixture against its `gold.json`, with the least that is accepted.
//!
//! `cargo test -p attache-tests --test gold -- --nocapture` prints the table. The figures may only rise: who makes the reading better
//! raises the minimum in the same change.
#![allow(clippy::print_stdout, reason = "the table is what this test is for")]

use std::collections::BTreeSet;
use std::fmt;

use attache::{Actor, Annotations, Article, Attache, BlockKind, Digest, Event, Person, Status};
use attache_tests::{Fixture, GoldEvent, fixtures};

/// The least that is accepted, in thousandths, over all fixtures.
const MINIMUM: &[(&str, u64)] = &[
    ("language", 1000),
    ("source", 760),
    ("prose", 980),
    ("people", 1000),
    ("offices", 960),
    ("main event", 1000),
    ("main slots", 860),
    ("events found", 720),
    ("events right", 860),
    ("topics found", 970),
    ("topics right", 700),
];

/// Hits out of so many.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    hits: usize,
    of: usize,
}

impl Count {
    fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }

    fn all(hits: impl IntoIterator<Item = bool>) -> Self {
        let mut count = Self::default();
        hits.into_iter().for_each(|hit| count.add(hit));
        count
    }

    fn thousandths(self) -> u64 {
        (self.hits * 1000).checked_div(self.of).unwrap_or(1000) as u64
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.hits, self.of)
    }
}

/// One row of the table: a figure for each line of [`MINIMUM`].
type Row = Vec<Count>;

#[test]
fn the_fixtures_are_read_as_well_as_before() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let mut total: Row = vec![Count::default(); MINIMUM.len()];
    print_row("", MINIMUM.iter().map(|(name, _)| (*name).to_owned()));
    for fixture in fixtures() {
        let row = score(&attache, &fixture);
        print_row(&fixture.name, row.iter().map(Count::to_string));
        for (sum, count) in total.iter_mut().zip(&row) {
            sum.hits += count.hits;
            sum.of += count.of;
        }
    }
    print_row("all", total.iter().map(Count::to_string));
    print_row("thousandths", total.iter().map(|count| count.thousandths().to_string()));
    for ((name, least), count) in MINIMUM.iter().zip(&total) {
        assert!(
            count.thousandths() >= *least,
            "{name}: {count} is less than {least} thousandths; see the table with --nocapture"
        );
    }
}

fn print_row(name: &str, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| format!("{cell:>13}")).collect();
    let label = name.strip_prefix(|c: char| c.is_ascii_digit()).and_then(|_| name.get(11..)).unwrap_or(name);
    println!("{label:<34.34}{}", cells.concat());
}

fn score(attache: &Attache, fixture: &Fixture) -> Row {
    let Fixture { article, gold, .. } = fixture;
    let annotations = attache.annotate(article);
    let digest = attache.digest(article);
    let events: Vec<&Event> = digest.pieces.iter().flat_map(|piece| &piece.events).collect();
    let main = gold.main_event.as_ref().and_then(|main| events.iter().find(|event| event.kind.as_str() == main.kind));
    vec![
        Count::all([annotations.language.tag == gold.language]),
        source(&annotations, fixture),
        prose(&annotations, fixture),
        people(&annotations, fixture),
        offices(&annotations, fixture),
        main_event(&events, fixture),
        main_slots(main.copied(), &digest, fixture),
        Count::all(gold.events.iter().map(|wanted| events.iter().any(|event| is_event(event, wanted, &digest)))),
        Count::all(events.iter().map(|event| {
            let known = gold.events.iter().chain(&gold.main_event);
            known.into_iter().any(|wanted| is_event(event, wanted, &digest))
        })),
        Count::all(gold.topics.iter().map(|topic| topics(&annotations).contains(topic.as_str()))),
        Count::all(topics(&annotations).iter().map(|topic| gold.topics.iter().any(|wanted| wanted == topic))),
    ]
}

fn source(annotations: &Annotations, Fixture { gold, .. }: &Fixture) -> Count {
    let source = &annotations.source;
    let published = source.published.map(|day| day.to_string());
    let cites = source.cites.as_ref().map(|body| body.as_str());
    Count::all([
        source.outlet.as_deref() == Some(gold.outlet.as_str()),
        published.as_deref() == Some(gold.published.as_str()),
        cites == gold.cites.as_deref(),
    ])
}

/// Each line is running text or it is not.
fn prose(annotations: &Annotations, Fixture { article, gold, .. }: &Fixture) -> Count {
    let mut count = Count::default();
    let mut at = 0;
    for line in article.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let wanted = !gold.not_prose.iter().any(|junk| junk == line);
        let mut blocks =
            annotations.blocks.iter().filter(|block| block.span.start < start + line.len() && block.span.end > start);
        count.add(blocks.any(|block| block.kind == BlockKind::Prose) == wanted);
    }
    count
}

/// Each person is found, and nobody else is.
fn people(annotations: &Annotations, Fixture { gold, .. }: &Fixture) -> Count {
    let found = |name: &str| annotations.people.iter().any(|person| person.name == name);
    let wanted = |person: &Person| gold.people.iter().any(|wanted| wanted.name == person.name);
    let missing = gold.people.iter().map(|person| found(&person.name));
    Count::all(missing.chain(annotations.people.iter().map(wanted).filter(|right| !right)))
}

fn offices(annotations: &Annotations, Fixture { gold, .. }: &Fixture) -> Count {
    let mut count = Count::default();
    for wanted in &gold.people {
        let found = annotations.people.iter().find(|person| person.name == wanted.name);
        let role = found.and_then(|person| person.role.as_ref()).map(|role| role.as_str());
        let country = found.and_then(|person| person.country.as_ref()).map(|country| country.as_str());
        let host = found.and_then(|person| person.host.as_ref()).map(|host| host.as_str());
        count.add(role == wanted.role.as_deref());
        count.add(country == wanted.country.as_deref());
        if wanted.host.is_some() {
            count.add(host == wanted.host.as_deref());
        }
    }
    count
}

/// The first act that the digest tells is the main event; where there is none, it tells none.
fn main_event(events: &[&Event], Fixture { gold, .. }: &Fixture) -> Count {
    let first = events.first().map(|event| event.kind.as_str());
    Count::all([first == gold.main_event.as_ref().map(|main| main.kind.as_str())])
}

fn main_slots(found: Option<&Event>, digest: &Digest, Fixture { gold, .. }: &Fixture) -> Count {
    let Some(wanted) = &gold.main_event else { return Count::default() };
    let mut count = Count::default();
    let names =
        |actors: fn(&Event) -> &Vec<Actor>| found.map(|event| actor_names(actors(event), digest)).unwrap_or_default();
    if !wanted.agents.is_empty() {
        count.add(names(|event| &event.agents) == set(&wanted.agents));
    }
    if !wanted.targets.is_empty() {
        count.add(names(|event| &event.targets) == set(&wanted.targets));
    }
    if let Some(status) = &wanted.status {
        count.add(found.is_some_and(|event| status_name(event.status) == status));
    }
    if let Some(when) = &wanted.when {
        count.add(found.and_then(when_of).as_ref() == Some(when));
    }
    if let Some(place) = &wanted.place {
        count.add(found.and_then(|event| event.place.as_ref()).is_some_and(|found| found.concept.as_str() == place));
    }
    if let Some(frame) = &wanted.frame {
        let found = found.and_then(|event| event.frame.as_ref());
        let owner = found.and_then(|found| found.owner.as_ref()).map(|owner| owner.as_str());
        count.add(found.is_some_and(|found| found.concept.as_str() == frame.concept && found.ordinal == frame.ordinal));
        if frame.owner.is_some() {
            count.add(owner == frame.owner.as_deref());
        }
    }
    if let Some(document) = &wanted.document {
        count.add(
            found.and_then(|event| event.document.as_ref()).is_some_and(|found| found.concept.as_str() == document),
        );
    }
    count
}

/// The kind is right and, where the gold names them, the agents and targets are.
fn is_event(event: &Event, wanted: &GoldEvent, digest: &Digest) -> bool {
    let agents = actor_names(&event.agents, digest);
    let targets = actor_names(&event.targets, digest);
    event.kind.as_str() == wanted.kind
        && (wanted.agents.is_empty() || agents == set(&wanted.agents))
        && (wanted.targets.is_empty() || targets == set(&wanted.targets))
}

fn actor_names(actors: &[Actor], digest: &Digest) -> BTreeSet<String> {
    let name = |actor: &Actor| {
        let person = actor.person.and_then(|person| digest.people.get(person)).map(|person| person.name.clone());
        let concept = actor.country.as_ref().or(actor.org.as_ref()).or(actor.role.as_ref());
        person.or_else(|| concept.map(|concept| concept.to_string()))
    };
    actors.iter().filter_map(name).collect()
}

fn set(names: &[String]) -> BTreeSet<String> {
    names.iter().cloned().collect()
}

fn when_of(event: &Event) -> Option<String> {
    let when = event.when.as_ref()?;
    Some(when.end.map_or_else(|| when.start.to_string(), |end| format!("{}/{end}", when.start)))
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Done => "done",
        Status::Underway => "underway",
        Status::Planned => "planned",
    }
}

/// The topics that were seen in prose.
fn topics(annotations: &Annotations) -> BTreeSet<&str> {
    annotations.topics.iter().map(|topic| topic.concept.as_str()).collect()
}

/// No author, teaser, background or "our country" gets into a digest, in any language.
#[test]
fn no_digest_shows_what_it_must_not() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let mut shown = Vec::new();
    for fixture in fixtures() {
        let digest = attache.digest(&fixture.article);
        for language in attache.languages().iter() {
            let text = attache.render(&digest, language.tag()).expect("a listed language").text;
            let wrong = fixture.gold.must_not.iter().filter(|words| text.contains(words.as_str()));
            shown.extend(wrong.map(|words| format!("{} in {}: {words}", fixture.name, language.tag())));
        }
    }
    assert!(shown.is_empty(), "{shown:#?}");
}

/// The gold speaks of its article: every name, junk line and forbidden string stands there.
#[test]
fn the_gold_speaks_of_its_article() {
    for Fixture { name, article: Article { text, .. }, gold, licence } in fixtures() {
        assert!(!licence.is_empty(), "{name}: under which terms?");
        for person in &gold.people {
            let given = person.name.split(' ').next().unwrap_or("");
            assert!(text.contains(given), "{name}: {} does not stand in the article", person.name);
        }
        for line in &gold.not_prose {
            assert!(text.lines().any(|stands| stands.trim() == line), "{name}: no such line: {line}");
        }
        let events = gold.events.iter().chain(&gold.main_event);
        for actor in events.flat_map(|event| event.agents.iter().chain(&event.targets)) {
            let known = actor.contains('/') || gold.people.iter().any(|person| person.name == *actor);
            assert!(known, "{name}: {actor} acts, but is not one of `people`");
        }
    }
}
