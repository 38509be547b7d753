//! Any digest is rendered: stored, edited or made up. Nothing panics, and what must hold of a paragraph holds.

mod common;

use std::sync::OnceLock;

use attache_localization::{Localizer, Unrendered};
use attache_schema::{
    Actor, Complement, ConceptId, Date, Digest, Edit, EditKind, Event, Frame, Person, Piece, Place, Score, Span,
    Status, Topic, When,
};
use common::lima;
use proptest::option;
use proptest::prelude::*;

const CONCEPTS: &[&str] = &[
    "country/AZ",
    "country/US",
    "country/XX",
    "org/un",
    "org/mfa",
    "role/foreign-minister",
    "role/ambassador",
    "role/none",
    "topic/energy",
    "topic/none",
    "charge/provocation",
    "document/agreement",
    "occasion/summit",
    "relation/margins",
    "relation/occasion",
    "",
    "/",
    "event/meet",
];
const MANNERS: &[&str] = &["manner/arrival", "manner/accusation", "manner/x", "arrival"];
const KINDS: &[&str] = &[
    "event/meet",
    "event/sign",
    "event/appoint",
    "event/visit",
    "event/discuss",
    "event/accuse",
    "event/reject",
    "event/x",
    "meet",
];

/// What the code marks gaps with inside.
const MARKS: [char; 3] = ['\u{FDD0}', '\u{FDD1}', '\u{FDD2}'];

fn localizer() -> &'static Localizer {
    static LOCALIZER: OnceLock<Localizer> = OnceLock::new();
    LOCALIZER.get_or_init(|| Localizer::builder().unrendered(Unrendered::Quote).max_words(60).build().expect("sound"))
}

fn concept() -> impl Strategy<Value = ConceptId> {
    prop::sample::select(CONCEPTS).prop_map(ConceptId::from)
}

/// Also spans that run backwards or lie outside: a stored digest may hold any.
fn span() -> impl Strategy<Value = Span> {
    (0usize..80, 0usize..80).prop_map(|(start, end)| Span { start, end })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ a-zəİıéA-Z.,()“”{}$\u{FDD0}\u{FDD1}\u{FDD2}]{0,40}", "\\PC{0,20}"]
}

fn date() -> impl Strategy<Value = Date> {
    (option::of(1u16..=9999), option::of(1u8..=12), option::of(1u8..=31)).prop_map(|(year, month, day)| {
        let unknown = Date { year: Some(2031), month: None, day: None };
        Date::checked(year, month, day).unwrap_or(unknown)
    })
}

fn actor() -> impl Strategy<Value = Actor> {
    let of = || option::of(concept());
    (option::of(0usize..5), of(), of(), of(), of(), span()).prop_map(|(person, role, country, org, host, span)| Actor {
        person,
        role,
        country,
        org,
        host,
        span,
    })
}

fn topic() -> impl Strategy<Value = Topic> {
    let complement =
        (concept(), concept(), span()).prop_map(|(relation, concept, span)| Complement { relation, concept, span });
    (concept(), any::<bool>(), prop::collection::vec(complement, 0..3), span())
        .prop_map(|(concept, several, complements, span)| Topic { concept, several, complements, span })
}

fn when() -> impl Strategy<Value = When> {
    (date(), option::of(date()), span()).prop_map(|(start, end, span)| When { start, end, span })
}

fn frame() -> impl Strategy<Value = Frame> {
    (concept(), option::of(any::<u16>()), option::of(concept()), concept(), span())
        .prop_map(|(concept, ordinal, owner, relation, span)| Frame { concept, ordinal, owner, relation, span })
}

fn event() -> impl Strategy<Value = Event> {
    let status = prop::sample::select(vec![Status::Done, Status::Underway, Status::Planned]);
    let sides = (prop::collection::vec(actor(), 0..4), prop::collection::vec(actor(), 0..3));
    let place = (concept(), span()).prop_map(|(concept, span)| Place { concept, span });
    let rest = (option::of(when()), option::of(place), option::of(frame()), option::of(topic()));
    let about = (prop::collection::vec(topic(), 0..4), prop::collection::vec(span(), 0..3));
    let manner = option::of(prop::sample::select(MANNERS)).prop_map(|manner| manner.map(ConceptId::from));
    ((prop::sample::select(KINDS), manner), status, sides, rest, about).prop_map(
        |((kind, manner), status, (agents, targets), (when, place, frame, document), (topics, evidence))| Event {
            manner,
            agents,
            targets,
            when,
            place,
            frame,
            document,
            topics,
            evidence,
            ..Event::new(ConceptId::from(kind), status)
        },
    )
}

fn edit() -> impl Strategy<Value = Edit> {
    let by = prop_oneof![
        Just(EditKind::Remove),
        text().prop_map(EditKind::Text),
        (concept(), text()).prop_map(|(concept, form)| EditKind::Country { concept, form }),
        (date(), text()).prop_map(|(date, form)| EditKind::Date { date, form }),
        (0usize..4).prop_map(|person| EditKind::Name { person }),
    ];
    (span(), by).prop_map(|(span, by)| Edit { span, by })
}

fn piece() -> impl Strategy<Value = Piece> {
    let score = (any::<i64>(), any::<i64>()).prop_map(|(event, topic)| Score { event, topic, ..Score::default() });
    let parts = (prop::collection::vec(edit(), 0..3), prop::collection::vec(event(), 0..3));
    (span(), text(), parts, score).prop_map(|(span, text, (edits, events), score)| Piece {
        span,
        text,
        edits,
        events,
        score,
    })
}

fn person() -> impl Strategy<Value = Person> {
    let concepts = (option::of(concept()), option::of(concept()), option::of(concept()), option::of(concept()));
    (text(), concepts).prop_map(|(name, (role, country, org, host))| Person {
        name,
        role,
        country,
        presumed: false,
        org,
        host,
        gender: None,
        mentions: Vec::new(),
    })
}

fn digest() -> impl Strategy<Value = Digest> {
    let language = prop::sample::select(vec!["en", "az", "pt-BR", "und", ""]);
    let lists = (prop::collection::vec(person(), 0..4), prop::collection::vec(piece(), 0..5));
    (language, lists, option::of(text()), option::of(concept()), option::of(date())).prop_map(
        |(language, (people, pieces), outlet, cites, published)| {
            let mut digest = Digest { people, pieces, ..lima() };
            digest.language.tag = language.to_owned();
            digest.source.outlet = outlet;
            digest.source.cites = cites;
            digest.source.published = published;
            digest
        },
    )
}

proptest! {
    #[test]
    fn any_digest_makes_a_sound_paragraph(digest in digest()) {
        for tag in localizer().languages() {
            let rendered = localizer().render(&digest, tag).expect("the language is there");
            let mut at = 0;
            for clause in &rendered.clauses {
                prop_assert!(!clause.evidence.is_empty());
                let start = if at == 0 { 0 } else { at + 1 };
                prop_assert_eq!(clause.span.start, start, "one blank between sentences");
                prop_assert!(rendered.text.get(clause.span.start..clause.span.end).is_some_and(|part| !part.is_empty()));
                at = clause.span.end;
            }
            prop_assert_eq!(at, rendered.text.len());
            let words = rendered.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            prop_assert!(words <= 60);
            prop_assert!(!rendered.text.contains(MARKS));
            prop_assert!(!rendered.warnings.iter().any(|warning| warning.code == "resolver"), "{:?}", rendered.warnings);
            prop_assert_eq!(&rendered, &localizer().render(&digest, tag).expect("the language is there"));
        }
    }
}
