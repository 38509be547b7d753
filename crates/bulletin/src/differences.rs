//! What the articles of a story say differently: a day, a place, an office, a figure.
//!
//! Only what is certainly said of one thing is compared; which words tell a reader so stands in the messages.

use std::collections::{BTreeMap, BTreeSet};

use attache_localization::{Claim, Difference};
use attache_schema::{Event, Span};

use crate::atlas::Atlas;
use crate::facts::{Fact, Facts, Telling};
use crate::figures::{Figure, figures};
use crate::paper::Paper;
use crate::parties::{Where, compare_places};

/// So many words must be the same behind two numbers that stand anywhere in two articles.
const SAME_WORDS: usize = 3;
/// An office stands within so many bytes of a name.
const BESIDE: usize = 50;
/// Figures that are so many times apart are not figures of one thing.
const TIMES: u64 = 10;

/// All differences of a story, in a fixed order; `is_kept` tells which facts are told.
pub(crate) fn find(
    papers: &[Paper<'_>],
    story: &[usize],
    joined: &Facts,
    kept: &[bool],
    atlas: &Atlas,
) -> Vec<Difference> {
    let facts =
        || joined.facts.iter().zip(kept).filter(|(fact, kept)| **kept && fact.tellings.len() > 1).map(|(fact, _)| fact);
    let mut found: Vec<Difference> = Vec::new();
    found.extend(facts().filter_map(|fact| days(papers, fact)));
    found.extend(facts().filter_map(|fact| places(papers, fact, atlas)));
    found.extend(offices(papers, story, joined, atlas));
    found.extend(facts().filter_map(|fact| numbers_of(papers, fact, atlas)));
    found.extend(numbers_anywhere(papers, story, atlas));
    let mut told: Vec<Difference> = Vec::new();
    for difference in found {
        // One difference is told once, however many facts hold it.
        let is_told = |known: &Difference| {
            known.person == difference.person
                && known.said.first().map(|s| &s.0) == difference.said.first().map(|s| &s.0)
        };
        if !told.iter().any(is_told) {
            told.push(difference);
        }
    }
    told
}

/// The event of which the telling is a part.
fn event<'p>(papers: &[Paper<'p>], telling: Telling) -> &'p Event {
    let digest = papers[telling.paper].digest;
    &digest.pieces[telling.piece].events[telling.event]
}

/// The claims with their outlets in order, where there are at least two claims and every claim has a name to it.
fn differing(papers: &[Paper<'_>], claims: impl Iterator<Item = (Claim, usize)>) -> Option<Vec<(Claim, Vec<String>)>> {
    let mut said: Vec<(Claim, Vec<String>)> = Vec::new();
    for (claim, paper) in claims {
        let outlet = papers[paper].outlet().or_else(|| papers[paper].article.id.clone())?;
        match said.iter_mut().find(|(known, _)| *known == claim) {
            Some((_, outlets)) if outlets.contains(&outlet) => {}
            Some((_, outlets)) => outlets.push(outlet),
            None => said.push((claim, vec![outlet])),
        }
    }
    (said.len() > 1).then_some(said)
}

fn in_order(fact: &Fact) -> Vec<Telling> {
    let mut tellings = fact.tellings.clone();
    tellings.sort_unstable();
    tellings
}

fn days(papers: &[Paper<'_>], fact: &Fact) -> Option<Difference> {
    let claims = in_order(fact).into_iter().filter_map(|telling| {
        let when = event(papers, telling).when.as_ref().filter(|when| when.start.is_full())?;
        Some((Claim::Day(when.start, when.end.filter(|end| *end != when.start)), telling.paper))
    });
    Some(Difference { person: None, said: differing(papers, claims)? })
}

fn places(papers: &[Paper<'_>], fact: &Fact, atlas: &Atlas) -> Option<Difference> {
    let tellings = in_order(fact);
    let place = |telling: &Telling| event(papers, *telling).place.as_ref();
    let apart = tellings.iter().enumerate().any(|(at, one)| {
        tellings[at + 1..].iter().any(|other| compare_places(place(one), place(other), atlas) == Where::Apart)
    });
    let claims = tellings
        .iter()
        .filter(|_| apart)
        .filter_map(|telling| Some((Claim::Place(place(telling)?.concept.clone()), telling.paper)));
    Some(Difference { person: None, said: differing(papers, claims)? })
}

/// The offices that the articles give to one person, each in words of its own beside the name: one that was presumed, or that was understood
/// from "his counterpart", is nobody's claim.
fn offices(papers: &[Paper<'_>], story: &[usize], joined: &Facts, atlas: &Atlas) -> Vec<Difference> {
    let differences = joined.people.iter().enumerate().filter_map(|(index, known)| {
        let claims = story.iter().filter_map(|paper| {
            let place = joined.places.get(paper)?.iter().position(|place| *place == index)?;
            let person = papers[*paper].digest.people.get(place).filter(|person| !person.presumed)?;
            let role = person.role.clone()?;
            let others = papers[*paper].digest.people.iter().enumerate().filter(|(at, _)| *at != place);
            let others: Vec<Span> = others.flat_map(|(_, other)| other.mentions.iter().copied()).collect();
            let is_said = |mention: &Span| {
                let beside = beside(&papers[*paper].article.text, *mention, &others);
                atlas.names_office(papers[*paper].language, &role, beside)
            };
            person.mentions.iter().any(is_said).then_some((Claim::Office(role), *paper))
        });
        Some(Difference { person: Some(known.clone()), said: differing(papers, claims)? })
    });
    differences.collect()
}

/// A name with what stands beside it, where its office does: before it, as far as no other name stands there, and behind it if a mark sets
/// that apart.
fn beside<'t>(text: &'t str, name: Span, others: &[Span]) -> &'t str {
    let before = others.iter().map(|other| other.end).filter(|end| *end <= name.start).max().unwrap_or(0);
    let behind = others.iter().map(|other| other.start).filter(|start| *start >= name.end).min().unwrap_or(text.len());
    let is_apart = text.get(name.end..).is_some_and(|rest| rest.trim_start().starts_with([',', '(', '–', '—', '-']));
    let end = if is_apart { behind.min(name.end.saturating_add(BESIDE)) } else { name.end };
    let start = before.max(name.start.saturating_sub(BESIDE));
    let start = (start..=name.start).find(|at| text.is_char_boundary(*at));
    let end = (name.end..=end).rev().find(|at| text.is_char_boundary(*at));
    start.zip(end).and_then(|(start, end)| text.get(start..end)).unwrap_or("")
}

/// The figures in the sentences that tell one fact, where each has exactly one.
fn numbers_of(papers: &[Paper<'_>], fact: &Fact, atlas: &Atlas) -> Option<Difference> {
    let only: Vec<(Figure, usize)> = in_order(fact)
        .into_iter()
        .filter_map(|telling| Some((only_figure(papers, telling, atlas)?, telling.paper)))
        .collect();
    let (first, of_first) = only.first()?;
    let agrees = |(figure, paper): &&(Figure, usize)| {
        let is_one_language = papers[*paper].language == papers[*of_first].language;
        let counts_alike = !is_one_language || figure.is_share || begins_alike(first, figure, 1);
        figure.is_share == first.is_share && counts_alike && is_comparable(first, figure)
    };
    let compared: Vec<&(Figure, usize)> = only.iter().filter(agrees).collect();
    claim_numbers(papers, &compared)
}

fn only_figure(papers: &[Paper<'_>], telling: Telling, atlas: &Atlas) -> Option<Figure> {
    let piece = &papers[telling.paper].digest.pieces[telling.piece];
    let mut found = figures(&piece.text, atlas).into_iter();
    found.next().filter(|_| found.next().is_none())
}

fn begins_alike(one: &Figure, other: &Figure, words: usize) -> bool {
    one.counted.len() >= words && other.counted.len() >= words && one.counted[..words] == other.counted[..words]
}

fn is_comparable(one: &Figure, other: &Figure) -> bool {
    let whole = |figure: &Figure| figure.value.split('.').next().and_then(|digits| digits.parse::<u64>().ok());
    let (Some(a), Some(b)) = (whole(one), whole(other)) else { return false };
    a.max(b) <= a.min(b).saturating_mul(TIMES)
}

/// The figures in the words of each source: what stands in quotation marks must stand there.
fn claim_numbers(papers: &[Paper<'_>], compared: &[&(Figure, usize)]) -> Option<Difference> {
    let values: BTreeSet<&str> = compared.iter().map(|(figure, _)| figure.value.as_str()).collect();
    let claims = compared.iter().map(|(figure, paper)| (Claim::Number(figure.written.clone()), *paper));
    let said = differing(papers, claims).filter(|_| values.len() > 1)?;
    Some(Difference { person: None, said })
}

/// What is counted: a language and the words behind a number.
type Counted<'a> = (&'a str, Vec<String>);

/// Figures that stand anywhere in articles of one language before the same words, once in each.
fn numbers_anywhere(papers: &[Paper<'_>], story: &[usize], atlas: &Atlas) -> Vec<Difference> {
    let mut by_words: BTreeMap<Counted<'_>, BTreeMap<usize, Vec<Figure>>> = BTreeMap::new();
    for paper in story.iter().copied() {
        for figure in figures(&papers[paper].article.text, atlas) {
            if figure.counted.len() >= SAME_WORDS {
                let key = (papers[paper].language, figure.counted.clone());
                by_words.entry(key).or_default().entry(paper).or_default().push(figure);
            }
        }
    }
    let once = by_words.into_values().map(|papers| {
        let single = papers.into_iter().filter(|(_, figures)| figures.len() == 1);
        single.filter_map(|(paper, figures)| Some((figures.into_iter().next()?, paper))).collect::<Vec<_>>()
    });
    once.filter_map(|found| {
        let first = found.first()?.0.clone();
        let compared: Vec<&(Figure, usize)> =
            found.iter().filter(|(figure, _)| is_comparable(&first, figure)).collect();
        claim_numbers(papers, &compared)
    })
    .collect()
}
