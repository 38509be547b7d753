//! A digest made by hand: people who do not exist, in an article that nobody wrote.
#![allow(dead_code, reason = "no test uses all of it")]

use attache_schema::{
    Actor, ConceptId, DIGEST_SCHEMA, Date, Digest, Edit, EditKind, Event, Frame, Gender, LanguageGuess, Person, Piece,
    Place, Score, Source, Span, Status, Topic, When,
};

/// A span that is as good as any other.
pub(crate) fn span(start: usize, end: usize) -> Span {
    Span { start, end }
}

/// The person of that index.
pub(crate) fn named(index: usize) -> Actor {
    Actor::person(index, span(0, 4))
}

/// A state.
pub(crate) fn state(key: &str) -> Actor {
    Actor { country: Some(ConceptId::of("country", key)), ..Actor::nobody(span(0, 4)) }
}

/// Concepts as topics.
pub(crate) fn topics(ids: &[&str]) -> Vec<Topic> {
    ids.iter().map(|id| Topic::new(ConceptId::new(*id), span(2, 3))).collect()
}

/// An event of which nothing is known but its kind and sides.
pub(crate) fn event(kind: &str, agents: Vec<Actor>, targets: Vec<Actor>, about: &[&str]) -> Event {
    Event {
        agents,
        targets,
        topics: topics(about),
        evidence: vec![span(1, 4)],
        ..Event::new(ConceptId::of("event", kind), Status::Done)
    }
}

fn person(name: &str, role: &str, country: &str, gender: Option<Gender>) -> Person {
    Person {
        name: name.to_owned(),
        role: Some(ConceptId::of("role", role)),
        country: Some(ConceptId::of("country", country)),
        presumed: false,
        org: None,
        host: None,
        gender,
        mentions: vec![span(0, 4)],
    }
}

fn piece(start: usize, text: &str, weight: i64, events: Vec<Event>) -> Piece {
    let score = Score { event: weight, ..Score::default() };
    Piece { span: span(start, start + text.len()), text: text.to_owned(), edits: Vec::new(), events, score }
}

/// The foreign ministers of Azerbaijan and Peru meet in Lima.
pub(crate) fn lima() -> Digest {
    let mut meet = event("meet", vec![named(0)], vec![named(1)], &[]);
    meet.when = Some(When { start: Date::day(2031, 5, 4).expect("a day"), end: None, span: span(3, 8) });
    meet.place = Some(Place { concept: ConceptId::of("country", "PE"), span: span(60, 64) });
    meet.frame = Some(Frame {
        concept: ConceptId::of("org", "unga"),
        ordinal: None,
        owner: None,
        relation: ConceptId::of("relation", "margins"),
        span: span(66, 80),
    });
    let lead = "In Lima, as Example News reports, minister Elmar Rəhimli met Marta Quiroga on the fourth of May.";
    let mut pieces = vec![
        piece(0, lead, 900, vec![meet]),
        piece(
            100,
            "They spoke about trade.",
            300,
            vec![event("discuss", vec![], vec![], &["topic/trade", "topic/energy"])],
        ),
        piece(130, "He spoke of mines.", 200, vec![event("brief", vec![named(0)], vec![], &["topic/mine-threat"])]),
        piece(
            160,
            "He accused another state of firing.",
            500,
            vec![event(
                "accuse",
                vec![named(0)],
                vec![state("AM")],
                &["charge/ceasefire-violation", "charge/provocation"],
            )],
        ),
        piece(
            200,
            "She would like more trade with our country.",
            400,
            vec![event("interest", vec![named(1)], vec![state("AZ")], &["topic/transport", "topic/education"])],
        ),
        piece(250, "Nobody knows what that means.", 100, vec![]),
    ];
    let from = lead.find(", as").expect("the tag is there");
    let to = lead.find(" minister").expect("the words are there");
    pieces[0].edits = vec![
        Edit { span: span(from, to), by: EditKind::Remove },
        Edit {
            span: span(lead.find("Elmar").expect("a name"), lead.find(" met").expect("a verb")),
            by: EditKind::Name { person: 0 },
        },
    ];
    let ours = pieces[4].text.find("our country").expect("the words are there") + 200;
    let country = EditKind::Country { concept: ConceptId::of("country", "AZ"), form: String::new() };
    pieces[4].edits = vec![Edit { span: span(ours, ours + "our country".len()), by: country }];
    Digest {
        schema: DIGEST_SCHEMA.to_owned(),
        id: None,
        language: LanguageGuess { tag: "en".to_owned(), confidence: 1000, resembles: None },
        source: Source {
            outlet: Some("Example News".to_owned()),
            outlet_span: Some(span(12, 24)),
            cites: Some(ConceptId::of("org", "mfa")),
            cites_country: Some(ConceptId::of("country", "PE")),
            cites_span: None,
            published: Date::day(2031, 5, 5),
            published_span: None,
            url: None,
            home: Some(ConceptId::of("country", "AZ")),
        },
        people: vec![
            person("Elmar Rəhimli", "foreign-minister", "AZ", Some(Gender::Masculine)),
            person("Marta Quiroga", "foreign-minister", "PE", Some(Gender::Feminine)),
        ],
        pieces,
        skipped: Vec::new(),
        unread: Vec::new(),
    }
}
