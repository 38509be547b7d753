//! Every kind of event, in every language, with a product of sample nouns: a test of what no reader should ever see.

#[path = "../tests/support/brought.rs"]
mod brought;

use attache_grammar::Names;
use attache_locales::Locales;
use attache_schema::{
    Actor, Complement, ConceptId, Date, Event, Frame, Gender, Person, Place, Span, Status, Topic, When,
};

use fluent::{FluentArgs, FluentValue};

use crate::compose::{Composer, Progress};
use crate::contract::{Class, KINDS, Kind, PHRASES, PHRASINGS, Shape};
use crate::functions::Day;
use crate::lint::manners;
use crate::refer::{Referrer, Said};
use crate::target::{Resources, Target};

const HERE: Span = Span { start: 0, end: 1 };

fn person(name: &str, role: &str, country: &str, host: Option<&str>, gender: Option<Gender>) -> Person {
    Person {
        name: name.to_owned(),
        role: Some(ConceptId::of("role", role)),
        country: Some(ConceptId::of("country", country)),
        presumed: false,
        org: None,
        host: host.map(|host| ConceptId::of("country", host)),
        gender,
        mentions: Vec::new(),
    }
}

fn people() -> Vec<Person> {
    vec![
        person("Rui Salgueiro", "secretary-of-state-fa", "PT", None, Some(Gender::Masculine)),
        person("Günay Rəhimli", "ambassador", "AZ", Some("EE"), Some(Gender::Feminine)),
        person("Priit Laanemäe", "foreign-minister", "EE", None, None),
        Person { role: None, country: None, ..person("Ngo Thi Sen", "", "", None, None) },
        Person {
            org: Some(ConceptId::of("org", "un")),
            country: None,
            ..person("Einar Thorsson", "secretary-general", "", None, Some(Gender::Masculine))
        },
    ]
}

/// Somebody of [`people`], who may be given the office, too.
fn named(index: usize) -> Actor {
    let role = people().get(index).and_then(|person| person.role.clone());
    Actor { role, ..Actor::person(index, HERE) }
}

fn of(kind: &str, key: &str) -> Actor {
    let concept = Some(ConceptId::of(kind, key));
    let none = Actor::nobody(HERE);
    match kind {
        "role" => Actor { role: concept, country: Some(ConceptId::of("country", "IE")), ..none },
        "org" => Actor { org: concept, country: (key == "mfa").then(|| ConceptId::of("country", "US")), ..none },
        _ => Actor { country: concept, ..none },
    }
}

fn topics(ids: &[&str]) -> Vec<Topic> {
    ids.iter().map(|id| Topic::new(ConceptId::new(*id), HERE)).collect()
}

/// The sides that an event may have; one of each way to be named, and lists of two and of four.
fn sides() -> Vec<Vec<Actor>> {
    vec![
        vec![],
        vec![named(0)],
        vec![named(2)],
        vec![named(1), named(4)],
        vec![named(3)],
        vec![of("country", "US")],
        vec![of("country", "AZ"), of("country", "GB"), of("org", "osce"), of("country", "CV")],
        vec![of("role", "foreign-minister")],
        vec![of("org", "mfa")],
    ]
}

fn events(kind: &str, class: Class, manners: &[String]) -> Vec<Event> {
    let statuses: &[Status] = match class {
        Class::Act => &[Status::Done, Status::Underway, Status::Planned],
        Class::Speech | Class::Impersonal => &[Status::Done, Status::Planned],
    };
    let abouts = [
        topics(&[]),
        topics(&["topic/energy"]),
        topics(&["topic/bilateral-relations", "topic/cop29", "topic/trade", "charge/provocation"]),
    ];
    let mut events = Vec::new();
    for agents in sides() {
        // Four ways are enough on the other side: nobody, a native and a foreign name, a list.
        for targets in sides()
            .into_iter()
            .filter(|side| matches!(side.as_slice(), [] | [Actor { person: Some(0 | 2), .. }] | [_, _, _, _]))
        {
            for about in &abouts {
                // Every status and both fillings come round with every way to be named.
                let at = events.len();
                let (status, full) = (statuses[at % statuses.len()], (at / statuses.len()).is_multiple_of(2));
                let manner = at.checked_rem(manners.len() + 1).and_then(|nth| manners.get(nth));
                let manner = manner.map(|manner| ConceptId::of("manner", manner));
                events.push(Event { manner, ..event(kind, status, &agents, &targets, about, full) });
            }
        }
    }
    events
}

fn event(kind: &str, status: Status, agents: &[Actor], targets: &[Actor], about: &[Topic], full: bool) -> Event {
    let day = Date::checked(None, Some(3), Some(5)).expect("a day");
    let frame = Frame {
        concept: ConceptId::of("occasion", "session"),
        ordinal: Some(79),
        owner: Some(ConceptId::of("org", "unga")),
        relation: ConceptId::of("relation", "margins"),
        span: HERE,
    };
    Event {
        agents: agents.to_vec(),
        targets: targets.to_vec(),
        when: full.then_some(When { start: day, end: None, span: HERE }),
        place: full.then(|| Place { concept: ConceptId::of("country", "PT"), span: HERE }),
        frame: full.then_some(frame),
        document: full.then(|| Topic::new(ConceptId::of("document", "agreement"), HERE)),
        topics: about.to_vec(),
        evidence: vec![HERE],
        ..Event::new(ConceptId::of("event", kind), status)
    }
}

fn flaws(text: &str) -> Vec<&'static str> {
    let bad =
        ["{", "}", "  ", " ,", " .", "()", "( ", " )", ",.", "..", ",,", "\n", "\u{FDD0}", "\u{FDD1}", "\u{FDD2}"];
    let mut flaws: Vec<&str> = bad.into_iter().filter(|bad| text.contains(bad)).collect();
    if text.starts_with([' ', ',']) {
        flaws.push("a bad beginning");
    }
    if !text.ends_with('.') {
        flaws.push("no stop");
    }
    flaws
}

#[test]
fn no_combination_shows_a_seam() {
    let locales = brought::locales();
    let names = Names::load(&locales).expect("the names load");
    let manners = manners(&locales).expect("a sound file");
    let people = people();
    let mut read = Resources::default();
    for tag in locales.tags() {
        let target = Target::load(&locales, tag, &mut read).expect("the language loads");
        let mut said = 0;
        for kind in KINDS {
            let mut ways = 0;
            for event in events(kind.key, kind.shapes[0].class, &manners[kind.key]) {
                let composer = Composer { referrer: Referrer::new(&target, &names, &people, false) };
                let mut progress = Progress::default();
                // Said twice, so that later mentions and connectives are seen too.
                for _ in 0..2 {
                    let outcome = composer.say(&event, &mut progress);
                    for warning in &outcome.warnings {
                        assert_ne!(warning.code, "resolver", "{tag}: {}", warning.message);
                    }
                    if let Some(text) = outcome.sentence {
                        assert!(
                            flaws(&text).is_empty(),
                            "locales/{tag}: {}: {:?} in {text:?}",
                            event.kind,
                            flaws(&text)
                        );
                        ways += 1;
                    }
                }
            }
            let open = kind.shapes.iter().all(|shape| target.leaves_open(shape.id));
            assert_eq!(ways > 0, !open, "locales/{tag} says `{}` {ways} times", kind.key);
            said += ways;
        }
        assert!(said > 2_000, "locales/{tag} says only {said} of them");
    }
}

/// All attributes that an event's message may have: manner, status, whether it is about fields, whether names are bare.
fn attributes(manners: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    for manner in std::iter::once("").chain(manners.iter().map(String::as_str)) {
        for status in ["", "underway", "underway-then", "planned"] {
            for about in ["", "field"] {
                for form in ["", "bare"] {
                    let parts = [manner, status, about, form].into_iter().filter(|part| !part.is_empty());
                    names.push(parts.collect::<Vec<_>>().join("-"));
                }
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Writes what `page` says of each language, among them those that tests bring, into a snapshot of that name.
fn snapshot_each_language(name: &str, locales: &Locales, page: impl Fn(&str, &Composer<'_>) -> String) {
    let names = Names::load(locales).expect("the names load");
    let people = people();
    let mut read = Resources::default();
    for tag in locales.tags() {
        let target = Target::load(locales, tag, &mut read).expect("the language loads");
        let composer = Composer { referrer: Referrer::new(&target, &names, &people, false) };
        insta::assert_snapshot!(format!("{name}-{tag}"), page(tag, &composer));
    }
}

/// The messages of events that a language has words for.
fn shapes<'t>(target: &'t Target) -> impl Iterator<Item = (&'static Kind, &'static Shape)> + 't {
    let shapes = KINDS.iter().flat_map(|kind| kind.shapes.iter().map(move |shape| (kind, shape)));
    shapes.filter(|(_, shape)| !target.leaves_open(shape.id))
}

#[test]
fn every_message_reads_well_in_every_language() {
    // A form that a language does not have makes its message unsayable without a trace: the shape would only be passed
    // over. So each message is filled with everything at once.
    let locales = brought::locales();
    let manners = manners(&locales).expect("a sound file");
    snapshot_each_language("messages", &locales, |tag, composer| {
        let target = composer.referrer.target;
        let mut page = String::new();
        for (kind, shape) in shapes(target) {
            let (agents, targets) = ([named(1)], [named(4)]);
            let all = event("meet", Status::Done, &agents, &targets, &topics(&["topic/energy", "topic/trade"]), true);
            let names = attributes(&manners[kind.key]);
            let there = names.iter().map(String::as_str).filter(|name| target.has(shape.id, name)).map(Some);
            for attribute in std::iter::once(None).chain(there) {
                let text = composer.fill_for_test(shape, attribute, &all);
                let text =
                    text.unwrap_or_else(|fault| panic!("locales/{tag}: `{}` {attribute:?}: {fault:?}", shape.id));
                assert!(flaws(&text).is_empty(), "locales/{tag}: `{}`: {:?} in {text:?}", shape.id, flaws(&text));
                page.push_str(&format!(
                    "{}{}{}: {text}\n",
                    shape.id,
                    attribute.map_or("", |_| "."),
                    attribute.unwrap_or("")
                ));
            }
        }
        page
    });
}

#[test]
fn every_phrase_reads_well_in_every_language() {
    // The other messages of the contract: noun phrases with each of their wordings, circumstances, the frames around a text.
    let locales = brought::locales();
    snapshot_each_language("phrases", &locales, |tag, composer| {
        let (referrer, target) = (&composer.referrer, composer.referrer.target);
        let mut page = String::new();
        for phrasing in PHRASINGS.iter().filter(|phrasing| !target.leaves_open(phrasing.id)) {
            for attribute in
                ["", "neutral", "other"].into_iter().filter(|name| name.is_empty() || target.has(phrasing.id, name))
            {
                let text = referrer.phrase_for_test(phrasing, attribute);
                let text =
                    text.unwrap_or_else(|fault| panic!("locales/{tag}: `{}` {attribute}: {fault:?}", phrasing.id));
                page.push_str(&format!("{} {attribute}: {text}\n", phrasing.id));
            }
        }
        for (id, variables) in PHRASES.iter().filter(|(id, _)| !target.leaves_open(id)) {
            let mut args = FluentArgs::new();
            variables.iter().for_each(|name| args.set(*name, sample(id, name, referrer)));
            let text = target.say(id, None, &args).unwrap_or_else(|fault| panic!("locales/{tag}: `{id}`: {fault:?}"));
            page.push_str(&format!("{id}: {text}\n"));
        }
        let seams = flaws(&page).into_iter().filter(|flaw| !matches!(*flaw, "\n" | "no stop"));
        assert_eq!(seams.collect::<Vec<_>>(), Vec::<&str>::new(), "locales/{tag}:\n{page}");
        page
    });
}

/// Something for a variable of a phrase.
fn sample<'v>(id: &str, name: &str, referrer: &Referrer<'_>) -> FluentValue<'v> {
    let date = Date::checked(Some(2031), Some(3), Some(5)).expect("a day");
    let words = |actor: Actor| {
        let said = referrer.actors(&[actor], &mut Said::default(), &mut Vec::new());
        said.expect("somebody who can be named").into()
    };
    match (id, name) {
        ("when-day" | "when-month" | "when-year", _) | ("published", _) => {
            let start = match id {
                "when-month" => Date::checked(Some(2031), Some(3), None).expect("a month"),
                "when-year" => Date::checked(Some(2031), None, None).expect("a year"),
                _ => date,
            };
            Day(When { start, end: None, span: HERE }).into()
        }
        (_, "agent") => words(named(1)),
        (_, "others") => words(named(2)),
        (_, "place") => words(of("country", "PT")),
        (_, "cites") => words(of("org", "osce")),
        (_, "occasion") => {
            let frame = event("meet", Status::Done, &[], &[], &[], true).frame.expect("an occasion");
            referrer.occasion(&frame).expect("an occasion that can be named").into()
        }
        (_, name) => name.to_uppercase().into(),
    }
}

#[test]
fn what_goes_on_without_its_subject_is_whole() {
    // A second fact about somebody is said behind the first: whatever leans on a subject that is not there has to show here.
    let locales = brought::locales();
    snapshot_each_language("tails", &locales, |tag, composer| {
        let target = composer.referrer.target;
        let mut page = String::new();
        for (kind, shape) in shapes(target) {
            let (agents, targets) = ([named(1)], [named(4)]);
            for status in [Status::Done, Status::Planned] {
                let all = event(kind.key, status, &agents, &targets, &topics(&["topic/energy", "topic/trade"]), true);
                let Some(tail) = composer.tail_for_test(shape, &all) else { continue };
                assert!(flaws(&tail).is_empty(), "locales/{tag}: `{}`: {:?} in {tail:?}", shape.id, flaws(&tail));
                page.push_str(&format!("{}: {tail}\n", shape.id));
            }
        }
        page
    });
}

#[test]
fn what_topics_are_tied_to_is_said_beside_them() {
    let locales = Locales::builtin();
    let names = Names::load(&locales).expect("the names load");
    let mut read = Resources::default();
    let tie = |relation: &str, country: &str| Complement {
        relation: ConceptId::of("relation", relation),
        concept: ConceptId::of("country", country),
        span: HERE,
    };
    let topic = |id: &str, complements: Vec<Complement>| Topic { complements, ..Topic::new(ConceptId::new(id), HERE) };
    let abouts = [
        // Two that share what they are tied to, and one with ties of two sorts.
        vec![
            topic("topic/sovereignty", vec![tie("of", "UA")]),
            topic("topic/territorial-integrity", vec![tie("of", "UA")]),
        ],
        vec![topic("charge/attack", vec![tie("against", "PL"), tie("of", "RU")]), topic("topic/energy", vec![])],
        vec![topic("topic/normalisation", vec![tie("between", "AM"), tie("between", "AZ")])],
        vec![topic("topic/trade", vec![tie("with", "PE")]), topic("topic/elections", vec![tie("in", "MD")])],
    ];
    let mut page = String::new();
    for tag in locales.tags() {
        let target = Target::load(&locales, tag, &mut read).expect("the language loads");
        let composer = Composer { referrer: Referrer::new(&target, &names, &[], false) };
        for about in &abouts {
            let event = event("concern", Status::Done, &[of("country", "GE")], &[], about, false);
            let said = composer.say(&event, &mut Progress::default()).sentence.expect("a sentence");
            page.push_str(&format!("{said}\n"));
        }
        let memoranda = Topic { several: true, ..Topic::new(ConceptId::of("document", "memorandum"), HERE) };
        let signed = event("sign", Status::Done, &[], &[], &[], false);
        let signed = Event { document: Some(memoranda), ..signed };
        page.push_str(&composer.say(&signed, &mut Progress::default()).sentence.expect("a sentence"));
        page.push('\n');
    }
    insta::assert_snapshot!(page);
}
