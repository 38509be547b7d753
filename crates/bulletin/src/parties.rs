//! Whether two articles speak of the same person, the same party, the same event.
//!
//! Certain or not at all: two meetings of one minister must not become one.

use attache_schema::{Actor, ConceptId, Event, Person, Place, Status};

use crate::atlas::Atlas;
use crate::letters::{fold, skeleton};

/// An event with the people that its actors point to, and when its article was published.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) event: &'a Event,
    pub(crate) people: &'a [Person],
    pub(crate) published: Option<i64>,
}

/// How surely two actors are one: not at all, by their state alone, by name or office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    No,
    State,
    Sure,
}

/// Whether two people, each of their own article, are one.
pub(crate) fn same_person(one: &Person, other: &Person) -> bool {
    let differ = |a: &Option<ConceptId>, b: &Option<ConceptId>| a.is_some() && b.is_some() && a != b;
    if differ(&one.country, &other.country) || differ(&one.gender.map(gender), &other.gender.map(gender)) {
        return false;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (parts(&one.name), parts(&other.name));
    let (Some(last_a), Some(last_b)) = (a.last(), b.last()) else { return false };
    // "Mira Vasques" and "Mira Vaskeş": who bears one given name in one office of one state is one person, however the family name was heard.
    let holds_same_office = one.role.is_some() && one.role == other.role && one.country.is_some();
    let is_heard =
        holds_same_office && a.len() > 1 && b.len() > 1 && same_name(a[0], b[0]) && sounds_alike(last_a, last_b);
    if !is_heard && !same_name(last_a, last_b) {
        return false;
    }
    match (a.len(), b.len()) {
        // A family name alone is enough only beside the same office or state.
        (1, _) | (_, 1) => one.country.is_some() && one.country == other.country,
        _ => same_given(a[0], b[0]),
    }
}

fn gender(gender: attache_schema::Gender) -> ConceptId {
    ConceptId::new(format!("{gender:?}"))
}

/// The words of a name; initials that stand together ("R.Eyvazov") are words.
fn parts(name: &str) -> Vec<&str> {
    name.split([' ', '\u{a0}', '.']).filter(|part| !part.is_empty()).collect()
}

/// How many days lie between two that are counted from one beginning; none where either is not known.
pub(crate) fn days_between(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    Some((one? - other?).abs())
}

fn same_name(one: &str, other: &str) -> bool {
    let (a, b) = (skeleton(one), skeleton(other));
    a == b || (fold(one).len() >= 6 && strsim::normalized_damerau_levenshtein(&fold(one), &fold(other)) >= 0.8)
}

/// Whether two family names begin with one sound and have most of their letters in common.
fn sounds_alike(one: &str, other: &str) -> bool {
    first_sound(one) == first_sound(other) && strsim::normalized_damerau_levenshtein(&fold(one), &fold(other)) >= 0.6
}

fn first_sound(name: &str) -> Option<char> {
    skeleton(name).chars().next()
}

fn same_given(one: &str, other: &str) -> bool {
    let initial = |name: &str| name.chars().count() == 1;
    if initial(one) || initial(other) { first_sound(one) == first_sound(other) } else { same_name(one, other) }
}

/// Whether two events are of one family.
fn same_family(one: &Event, other: &Event, atlas: &Atlas) -> bool {
    family(one, atlas) == family(other, atlas)
}

/// A word for the family of an event: its kind, where it is of none.
pub(crate) fn family<'a>(event: &'a Event, atlas: &'a Atlas) -> &'a str {
    atlas.family(&event.kind).unwrap_or(event.kind.key())
}

/// The person of an actor.
pub(crate) fn person<'p>(actor: &Actor, people: &'p [Person]) -> Option<&'p Person> {
    people.get(actor.person?)
}

/// The state of an actor.
pub(crate) fn state<'p>(actor: &'p Actor, people: &'p [Person]) -> Option<&'p ConceptId> {
    person(actor, people).and_then(|person| person.country.as_ref()).or(actor.country.as_ref())
}

fn office<'p>(actor: &'p Actor, people: &'p [Person]) -> Option<&'p ConceptId> {
    person(actor, people).and_then(|person| person.role.as_ref()).or(actor.role.as_ref())
}

fn body<'p>(actor: &'p Actor, people: &'p [Person]) -> Option<&'p ConceptId> {
    person(actor, people).and_then(|person| person.org.as_ref()).or(actor.org.as_ref())
}

/// How surely two actors, each of their own article, are one.
fn sureness(one: (&Actor, &[Person]), other: (&Actor, &[Person])) -> Sureness {
    if let (Some(a), Some(b)) = (person(one.0, one.1), person(other.0, other.1)) {
        return if same_person(a, b) { Sureness::Sure } else { Sureness::No };
    }
    let states = (state(one.0, one.1), state(other.0, other.1));
    let offices = (office(one.0, one.1), office(other.0, other.1));
    let bodies = (body(one.0, one.1), body(other.0, other.1));
    let differ = |pair: (Option<&ConceptId>, Option<&ConceptId>)| matches!(pair, (Some(a), Some(b)) if a != b);
    let same = |pair: (Option<&ConceptId>, Option<&ConceptId>)| pair.0.is_some() && pair.0 == pair.1;
    if differ(states) || differ(offices) || differ(bodies) {
        return Sureness::No;
    }
    if (same(offices) && (same(states) || same(bodies))) || (same(bodies) && offices == (None, None)) {
        return Sureness::Sure;
    }
    let are_states = [&one, &other].iter().all(|(actor, people)| is_state(actor, people));
    match same(states) {
        true if are_states => Sureness::Sure,
        true => Sureness::State,
        false => Sureness::No,
    }
}

/// Whether a state itself acts, not somebody for it.
fn is_state(actor: &Actor, people: &[Person]) -> bool {
    person(actor, people).is_none() && actor.role.is_none() && actor.org.is_none() && actor.country.is_some()
}

/// How many of the smaller side have a counterpart of their own, and how many of these are sure.
#[derive(Debug, Clone, Copy, Default)]
struct Matched {
    least: usize,
    all: usize,
    sure: usize,
}

fn match_parties<'e>(
    one: impl Iterator<Item = &'e Actor>,
    of_one: &[Person],
    other: impl Iterator<Item = &'e Actor>,
    of_other: &[Person],
) -> Matched {
    let one: Vec<&Actor> = one.collect();
    let mut open: Vec<&Actor> = other.collect();
    let mut matched = Matched { least: one.len().min(open.len()), ..Matched::default() };
    for actor in one {
        let scored = open.iter().enumerate().map(|(at, other)| (sureness((actor, of_one), (other, of_other)), at));
        let Some((sure, at)) = scored.max_by_key(|(sure, at)| (*sure, std::cmp::Reverse(*at))) else { break };
        if sure > Sureness::No {
            open.remove(at);
            matched.all += 1;
            matched.sure += usize::from(sure == Sureness::Sure);
        }
    }
    matched
}

/// Who takes part: both sides, since who met whom is told either way.
fn sides(event: &Event) -> impl Iterator<Item = &Actor> {
    event.agents.iter().chain(&event.targets)
}

/// Where an event takes place, compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// Not known of one of them, or one place lies in the other.
    Open,
    /// In the same place.
    Same,
    /// In different places.
    Apart,
}

/// The places of two events, compared.
pub(crate) fn compare_places(one: Option<&Place>, other: Option<&Place>, atlas: &Atlas) -> Where {
    let (Some(one), Some(other)) = (one, other) else { return Where::Open };
    if one.concept == other.concept {
        return Where::Same;
    }
    let holds = |a: &ConceptId, b: &ConceptId| a.kind() == "country" && atlas.state_of(b) == Some(a);
    let nested = holds(&one.concept, &other.concept) || holds(&other.concept, &one.concept);
    if nested { Where::Open } else { Where::Apart }
}

/// The days of two events, compared; the day of publication stands for one that is not told, within two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days {
    Same,
    Near,
    Open,
    Apart,
}

fn compare_days(one: Told<'_>, other: Told<'_>) -> Days {
    let of = |told: Told<'_>| told.event.when.as_ref().and_then(|when| when.start.days());
    match days_between(of(one), of(other)) {
        Some(0) => Days::Same,
        Some(1) => Days::Near,
        Some(_) => Days::Apart,
        None => match days_between(of(one).or(one.published), of(other).or(other.published)) {
            Some(0..=2) | None => Days::Open,
            Some(_) => Days::Apart,
        },
    }
}

/// Whether two articles tell of one act or one statement, for certain.
pub(crate) fn same_event(one: Told<'_>, other: Told<'_>, atlas: &Atlas) -> bool {
    let (a, b) = (one.event, other.event);
    let days = compare_days(one, other);
    let is_one_way = days == Days::Same && (atlas.is_way_of(&a.kind, &b.kind) || atlas.is_way_of(&b.kind, &a.kind));
    if !(same_family(a, b, atlas) || is_one_way) || !manners_agree(a, b, days, atlas) || days == Days::Apart {
        return false;
    }
    // What was announced for a day and what took place on that day is one thing.
    let planned = |event: &Event| event.status == Status::Planned;
    if planned(a) != planned(b) && days != Days::Same {
        return false;
    }
    let places = compare_places(a.place.as_ref(), b.place.as_ref(), atlas);
    let matched = match_parties(sides(a), one.people, sides(b), other.people);
    if matched.all < matched.least || matched.least == 0 {
        return false;
    }
    let speaks = sides(a).count() == 1 || sides(b).count() == 1;
    let all_sure = matched.sure == matched.least;
    // What differs must be outweighed by all parties being sure: it is said as a difference then.
    let doubtful = days == Days::Near || places == Where::Apart;
    if doubtful && (!all_sure || speaks || (days == Days::Near && places == Where::Apart)) {
        return false;
    }
    if speaks {
        return matched.sure > 0 && is_about_the_same(a, b, atlas);
    }
    let is_placed = days == Days::Same && places == Where::Same;
    (matched.sure > 0 || is_placed) && may_be_about_the_same(a, b, atlas)
}

/// Whether all who act in one event take part in another one, for certain.
pub(crate) fn takes_part(one: Told<'_>, other: Told<'_>) -> bool {
    let matched = match_parties(one.event.agents.iter(), one.people, sides(other.event), other.people);
    !one.event.agents.is_empty() && matched.sure == one.event.agents.len()
}

/// Whether two encounters of articles that are known to tell one story may well be one: nothing in them says otherwise, and who took
/// part may be left open.
pub(crate) fn may_be_one(one: Told<'_>, other: Told<'_>, atlas: &Atlas) -> bool {
    let (a, b) = (one.event, other.event);
    let planned = |event: &Event| event.status == Status::Planned;
    let matched = match_parties(sides(a), one.people, sides(b), other.people);
    same_family(a, b, atlas)
        && a.manner == b.manner
        && planned(a) == planned(b)
        && matches!(compare_days(one, other), Days::Same | Days::Open)
        && compare_places(a.place.as_ref(), b.place.as_ref(), atlas) != Where::Apart
        && matched.all == matched.least
}

/// What was signed, given or voted on is not another thing; what was spoken of may be.
fn may_be_about_the_same(one: &Event, other: &Event, atlas: &Atlas) -> bool {
    let document = |event: &Event| event.document.as_ref().map(|document| document.concept.clone());
    let documents = (document(one), document(other));
    let differ = documents.0.is_some() && documents.1.is_some() && documents.0 != documents.1;
    let shares = one.topics.iter().any(|topic| other.topics.iter().any(|its| its.concept == topic.concept));
    !differ && (atlas.family(&one.kind).is_some() || shares || one.topics.is_empty() || other.topics.is_empty())
}

/// Whether both say where, and it may be one place: a capital lies in its state.
fn is_at_one_place(one: &Event, other: &Event, atlas: &Atlas) -> bool {
    let (one, other) = (one.place.as_ref(), other.place.as_ref());
    one.is_some() && other.is_some() && compare_places(one, other, atlas) != Where::Apart
}

/// Whether two events happen in one way. A visit is told by its beginning or its end as well as by itself, on one day.
fn manners_agree(one: &Event, other: &Event, days: Days, atlas: &Atlas) -> bool {
    let is_plain = one.manner.is_none() || other.manner.is_none();
    let is_one_visit = || {
        [one, other].iter().all(|event| atlas.is_visit(&event.kind))
            && is_plain
            && days == Days::Same
            && is_at_one_place(one, other, atlas)
    };
    one.manner == other.manner || is_one_visit()
}

/// Something besides a single party that both tell of: a topic, a document, where somebody goes, an occasion.
fn is_about_the_same(one: &Event, other: &Event, atlas: &Atlas) -> bool {
    let shares_topic = one.topics.iter().any(|topic| other.topics.iter().any(|its| its.concept == topic.concept));
    let document = |event: &Event| event.document.as_ref().map(|document| document.concept.clone());
    let frame = |event: &Event| event.frame.as_ref().map(|frame| frame.concept.clone());
    let same = |a: Option<ConceptId>, b: Option<ConceptId>| a.is_some() && a == b;
    let targets = one.targets.len() == other.targets.len() && !one.targets.is_empty();
    let by_document = same(document(one), document(other));
    let by_frame = same(frame(one), frame(other));
    let goes = atlas.is_visit(&one.kind) && is_at_one_place(one, other, atlas);
    if one.topics.is_empty() || other.topics.is_empty() {
        return by_document || by_frame || goes || (targets && one.topics.is_empty() && other.topics.is_empty());
    }
    shares_topic && (targets || one.targets.is_empty() || other.targets.is_empty())
}

/// Whether two main events, which are not certainly one, are certainly two: of other people, on other days, one by telephone and
/// the other face to face, in places apart.
pub(crate) fn contradicts(one: Told<'_>, other: Told<'_>, atlas: &Atlas) -> bool {
    let families = (atlas.family(&one.event.kind), atlas.family(&other.event.kind));
    if matches!(families, (Some(a), Some(b)) if a != b) && !same_event(one, other, atlas) {
        return true;
    }
    if matches!(compare_days(one, other), Days::Near | Days::Apart) {
        return true;
    }
    let matched = match_parties(sides(one.event), one.people, sides(other.event), other.people);
    let is_elsewhere = compare_places(one.event.place.as_ref(), other.event.place.as_ref(), atlas) == Where::Apart;
    same_family(one.event, other.event, atlas) && (matched.all < matched.least || is_elsewhere)
}
