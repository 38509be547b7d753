//! What a story weighs, in named parts, and what it is about.

use std::collections::{BTreeMap, BTreeSet};

use attache_schema::{Actor, ConceptId, Date, Weight};

use crate::atlas::Atlas;
use crate::facts::Facts;
use crate::paper::Paper;
use crate::parties::{person, state};
use crate::profile::Profile;

/// What each further outlet adds, and how many count.
const OUTLET: i64 = 150;
const MOST_OUTLETS: usize = 4;
/// What the newest article adds by its distance in days from the day of the brief.
const FRESHNESS: [i64; 3] = [200, 100, 50];
/// What an old article takes away, by more than how many days it lies before the day of the brief: a brief tells the day's news, and an archive
/// may hand out what nobody calls that.
const STALE: [(i64, i64); 2] = [(31, -1500), (7, -500)];
/// The most that focus and profile may add each.
const MOST: i64 = 1500;
/// The parts that the profile gives.
const OF_PROFILE: [&str; 2] = ["focus", "profile"];

/// What a story is about, the weightiest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) countries: Vec<ConceptId>,
    pub(crate) topics: Vec<ConceptId>,
    /// Everything: states, bodies, offices, topics with the broader ones.
    pub(crate) all: BTreeSet<ConceptId>,
}

/// Finds what a story is about: states by how often they take part, are spoken of or are the place.
pub(crate) fn find_subject(joined: &Facts, atlas: &Atlas) -> Subject {
    let mut countries: BTreeMap<ConceptId, i64> = BTreeMap::new();
    let mut topics: BTreeMap<ConceptId, i64> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for fact in &joined.facts {
        let event = &fact.event;
        for actor in event.agents.iter().chain(&event.targets) {
            if let Some(state) = state(actor, &joined.people) {
                *countries.entry(state.clone()).or_insert(0) += 3;
            }
            all.extend(concepts_of(actor, joined));
        }
        for place in event.place.iter().filter_map(|place| atlas.state_of(&place.concept)) {
            *countries.entry(place.clone()).or_insert(0) += 1;
        }
        if let Some(frame) = &event.frame {
            all.insert(frame.concept.clone());
            all.extend(frame.owner.clone());
        }
        for topic in &event.topics {
            match topic.concept.kind() {
                "country" => *countries.entry(topic.concept.clone()).or_insert(0) += 1,
                "topic" => *topics.entry(topic.concept.clone()).or_insert(0) += 1,
                _ => {}
            }
            for tied in topic.complements.iter().filter(|tied| tied.concept.kind() == "country") {
                *countries.entry(tied.concept.clone()).or_insert(0) += 1;
            }
            all.extend(topic.complements.iter().map(|tied| tied.concept.clone()));
            all.extend(atlas.with_broader(&topic.concept).cloned());
        }
    }
    all.extend(countries.keys().cloned());
    Subject { countries: weightiest_first(countries), topics: weightiest_first(topics), all }
}

fn weightiest_first(counted: BTreeMap<ConceptId, i64>) -> Vec<ConceptId> {
    let mut counted: Vec<(ConceptId, i64)> = counted.into_iter().collect();
    counted.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counted.into_iter().map(|(concept, _)| concept).collect()
}

fn concepts_of(actor: &Actor, joined: &Facts) -> Vec<ConceptId> {
    let person = person(actor, &joined.people);
    let own = [&actor.role, &actor.country, &actor.org].into_iter().cloned();
    let of_person = person.into_iter().flat_map(|its| [&its.role, &its.country, &its.org, &its.host].map(Clone::clone));
    own.chain(of_person).flatten().collect()
}

/// The parts of what a story weighs, in a fixed order.
pub(crate) fn weigh(
    papers: &[Paper<'_>],
    story: &[usize],
    joined: &Facts,
    subject: &Subject,
    profile: &Profile,
    atlas: &Atlas,
    date: Option<Date>,
) -> Vec<Weight> {
    let main = |paper: &usize| papers[*paper].digest.pieces.iter().map(|piece| piece.score.event).max().unwrap_or(0);
    let outlets: BTreeSet<String> = story.iter().filter_map(|paper| papers[*paper].outlet()).collect();
    let further = i64::try_from(outlets.len().saturating_sub(1).min(MOST_OUTLETS)).unwrap_or(0);
    let roles = joined.facts.iter().flat_map(|fact| fact.event.agents.iter().chain(&fact.event.targets));
    let rank = roles.filter_map(|actor| {
        let role = person(actor, &joined.people).and_then(|person| person.role.as_ref()).or(actor.role.as_ref())?;
        Some(atlas.rank(role))
    });
    let focus =
        profile.in_focus().iter().filter(|(concept, _)| subject.all.contains(*concept)).map(|(_, w)| *w).sum::<i64>();
    let liked =
        profile.weights.iter().filter(|(concept, _)| subject.all.contains(*concept)).map(|(_, w)| *w).sum::<i64>();
    let parts = [
        ("events", story.first().map_or(0, main)),
        ("outlets", OUTLET * further),
        ("rank", rank.max().unwrap_or(0)),
        ("freshness", freshness(papers, story, date)),
        (OF_PROFILE[0], focus.clamp(-MOST, MOST)),
        (OF_PROFILE[1], liked.clamp(-MOST, MOST)),
    ];
    parts.map(|(part, thousandths)| Weight { part: part.to_owned(), thousandths }).to_vec()
}

/// By the newest article; what comes from the future is not fresh but wrong.
fn freshness(papers: &[Paper<'_>], story: &[usize], date: Option<Date>) -> i64 {
    let Some(today) = date.and_then(Date::days) else { return 0 };
    let ages = story.iter().filter_map(|paper| Some(today - papers[*paper].day?)).filter(|age| *age >= 0);
    let Some(age) = ages.min() else { return 0 };
    let fresh = usize::try_from(age).ok().and_then(|age| FRESHNESS.get(age)).copied();
    let stale = || STALE.iter().find(|(days, _)| age > *days).map(|(_, less)| *less);
    fresh.or_else(stale).unwrap_or(0)
}

/// The sum of the parts.
pub(crate) fn total(weights: &[Weight]) -> i64 {
    weights.iter().map(|weight| weight.thousandths).sum()
}

/// The sum of the parts that no profile gives.
pub(crate) fn total_without_profile(weights: &[Weight]) -> i64 {
    let own = weights.iter().filter(|weight| !OF_PROFILE.contains(&weight.part.as_str()));
    own.map(|weight| weight.thousandths).sum()
}
