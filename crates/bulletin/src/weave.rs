//! One paragraph per language from all articles of a story: the same facts in each.
//!
//! In the language of an article its own sentences stand; what they do not tell is composed behind them. Facts that stand together
//! in a sentence of some article are kept or left out together, so that no edition says what another one has no room for.

use std::collections::{BTreeMap, BTreeSet};

use attache_localization::{Localizer, Unrendered};
use attache_schema::{
    Actor, Clause, DIGEST_SCHEMA, Digest, EditKind, Event, LanguageGuess, Piece, Realization, Rendered, Source, Span,
    Traced, Warning, word_count,
};

use crate::atlas::Atlas;
use crate::facts::{Fact, Facts, Telling, move_people, parts};
use crate::letters::base;
use crate::paper::Paper;

/// A story, joined and ready to be said.
pub(crate) struct Weaver<'a> {
    pub(crate) papers: &'a [Paper<'a>],
    /// Its articles, the one that carries it first; copies are none of them.
    pub(crate) story: &'a [usize],
    pub(crate) joined: &'a Facts,
    pub(crate) localizer: &'a Localizer,
    pub(crate) atlas: &'a Atlas,
    pub(crate) tags: &'a [String],
    pub(crate) max_words: usize,
}

/// What is told of a story, in every language.
pub(crate) struct Woven {
    /// Which facts are told.
    pub(crate) kept: Vec<bool>,
    /// One paragraph for each language.
    pub(crate) paragraphs: Vec<Paragraph>,
}

/// A paragraph in one language.
pub(crate) struct Paragraph {
    pub(crate) rendered: Rendered,
    /// For each clause of it who says so, the one that is shown first, and its piece.
    pub(crate) tellers: Vec<Tellers>,
}

/// Who tells a clause.
#[derive(Debug, Clone)]
pub(crate) struct Tellers {
    pub(crate) papers: Vec<usize>,
    /// The sentence in the first of them.
    sentence: Span,
}

/// Pieces of several articles under way to a paragraph.
#[derive(Default)]
struct Draft {
    pieces: Vec<Piece>,
    copied: BTreeSet<usize>,
    tellers: Vec<Tellers>,
}

impl Weaver<'_> {
    /// The paragraphs. Where they are too long the lightest facts are left out of all of them, the main one last.
    pub(crate) fn weave(&self) -> Woven {
        let units = self.units();
        let mut kept = vec![true; self.joined.facts.len()];
        self.leave_unsayable(&units, &mut kept);
        if !self.tells_who_or_what(&kept) {
            kept.fill(false);
            return Woven { kept, paragraphs: self.tags.iter().map(|tag| self.quote(tag)).collect() };
        }
        let said = self.joined.facts.len();
        loop {
            let omitted = said - kept.iter().filter(|kept| **kept).count();
            let paragraphs: Vec<Paragraph> = self.tags.iter().map(|tag| self.say(tag, &kept, omitted)).collect();
            let longest = paragraphs.iter().map(|paragraph| word_count(&paragraph.rendered.text)).max().unwrap_or(0);
            match self.lightest(&units, &kept).filter(|_| longest > self.max_words) {
                Some(unit) => leave(&units, unit, &mut kept),
                None => return Woven { kept, paragraphs },
            }
        }
    }

    /// The article whose sentences stand in a language.
    fn carrier(&self, tag: &str) -> Option<usize> {
        self.story.iter().copied().find(|paper| self.papers[*paper].language == base(tag))
    }

    /// The fact that an event of an article tells.
    fn fact_of(&self, telling: Telling) -> Option<usize> {
        self.joined.facts.iter().position(|fact| fact.tellings.contains(&telling))
    }

    /// The facts that each piece of an article tells.
    fn pieces_of(&self, paper: usize) -> Vec<Vec<usize>> {
        let pieces = self.papers[paper].digest.pieces.iter().enumerate();
        let facts = |(piece, its): (usize, &Piece)| {
            let events = its.events.iter().enumerate();
            let tellings = events.flat_map(|(event, whole)| {
                (0..parts(whole, self.atlas).len()).map(move |part| Telling { paper, piece, event, part })
            });
            tellings.filter_map(|telling| self.fact_of(telling)).collect()
        };
        pieces.map(facts).collect()
    }

    /// For each fact the number of its unit: facts of one sentence of a carrier are of one unit.
    fn units(&self) -> Vec<usize> {
        let mut units: Vec<usize> = (0..self.joined.facts.len()).collect();
        let carriers: BTreeSet<usize> = self.tags.iter().filter_map(|tag| self.carrier(tag)).collect();
        for facts in carriers.into_iter().flat_map(|carrier| self.pieces_of(carrier)) {
            let Some(least) = facts.iter().map(|fact| units[*fact]).min() else { continue };
            let joined: BTreeSet<usize> = facts.iter().map(|fact| units[*fact]).collect();
            units.iter_mut().filter(|unit| joined.contains(unit)).for_each(|unit| *unit = least);
        }
        units
    }

    /// Leaves out what some language has no words for.
    fn leave_unsayable(&self, units: &[usize], kept: &mut [bool]) {
        for tag in self.tags {
            let own = self.carrier(tag).map(|carrier| self.pieces_of(carrier)).unwrap_or_default();
            for (index, fact) in self.joined.facts.iter().enumerate() {
                let stands = own.iter().any(|facts| facts.contains(&index));
                if !stands && kept[index] && !self.is_sayable(fact, tag) {
                    leave(units, units[index], kept);
                }
            }
        }
    }

    /// Whether any fact that is told has somebody in it or is an act: "energy was discussed" alone tells a reader nothing.
    fn tells_who_or_what(&self, kept: &[bool]) -> bool {
        let mut told = self.joined.facts.iter().zip(kept).filter(|(_, kept)| **kept).map(|(fact, _)| &fact.event);
        told.any(|event| !event.agents.is_empty() || !event.targets.is_empty() || event.topics.is_empty())
    }

    fn is_sayable(&self, fact: &Fact, tag: &str) -> bool {
        let mut draft = Draft::default();
        self.compose(&[fact], &mut draft);
        let digest = self.digest(draft.pieces);
        let said = self.localizer.weave(&digest, &BTreeSet::new(), tag, Unrendered::Omit);
        said.is_some_and(|said| !said.text.is_empty())
    }

    /// The unit to leave out first: never that of the main fact; of equals the later one.
    fn lightest(&self, units: &[usize], kept: &[bool]) -> Option<usize> {
        let main = units[kept.iter().position(|kept| *kept)?];
        let mut weights: BTreeMap<usize, i64> = BTreeMap::new();
        for (index, fact) in self.joined.facts.iter().enumerate().filter(|(index, _)| kept[*index]) {
            let weight = weights.entry(units[index]).or_insert(i64::MIN);
            *weight = (*weight).max(fact.weight);
        }
        weights.remove(&main);
        weights.into_iter().min_by_key(|(unit, weight)| (*weight, std::cmp::Reverse(*unit))).map(|(unit, _)| unit)
    }

    fn say(&self, tag: &str, kept: &[bool], omitted: usize) -> Paragraph {
        let mut draft = Draft::default();
        let mut told = BTreeSet::new();
        if let Some(carrier) = self.carrier(tag) {
            for (piece, facts) in self.pieces_of(carrier).into_iter().enumerate() {
                if facts.iter().any(|fact| kept[*fact] && !told.contains(fact)) {
                    self.copy(carrier, piece, &facts, &mut draft);
                    told.extend(facts);
                }
            }
        }
        let rest: Vec<usize> = (0..kept.len()).filter(|fact| kept[*fact] && !told.contains(fact)).collect();
        // Facts of one sentence stay in one piece, so that what one speaker says of several things is said at once.
        let sentence = |fact: &usize| {
            let first = self.joined.facts[*fact].tellings[0];
            (first.paper, first.piece)
        };
        for group in rest.chunk_by(|one, other| sentence(one) == sentence(other)) {
            let facts: Vec<&Fact> = group.iter().map(|fact| &self.joined.facts[*fact]).collect();
            self.compose(&facts, &mut draft);
        }
        self.render(draft, tag, omitted)
    }

    /// Takes over a sentence of an article.
    fn copy(&self, paper: usize, piece: usize, facts: &[usize], draft: &mut Draft) {
        let mut copy = self.papers[paper].digest.pieces[piece].clone();
        let places = self.joined.places.get(&paper).map(Vec::as_slice).unwrap_or_default();
        copy.events.iter_mut().for_each(|event| move_people(event, places));
        for edit in &mut copy.edits {
            if let EditKind::Name { person } = &mut edit.by {
                *person = places.get(*person).copied().unwrap_or(usize::MAX);
            }
        }
        // Only who tells all that the sentence tells is named beside it.
        let tellers = facts.iter().map(|fact| self.joined.facts[*fact].papers().into_iter().collect::<BTreeSet<_>>());
        let all = tellers.reduce(|one, other| one.intersection(&other).copied().collect()).unwrap_or_default();
        let papers =
            std::iter::once(paper).chain(self.story.iter().copied().filter(|at| *at != paper && all.contains(at)));
        draft.copied.insert(draft.pieces.len());
        draft.tellers.push(Tellers { papers: papers.collect(), sentence: copy.span });
        draft.pieces.push(copy);
    }

    /// Facts of one sentence, to be composed.
    fn compose(&self, facts: &[&Fact], draft: &mut Draft) {
        let Some(first) = facts.first().map(|fact| fact.tellings[0]) else { return };
        let piece = &self.papers[first.paper].digest.pieces[first.piece];
        let mut events: Vec<Event> = Vec::new();
        for fact in facts {
            match events.last_mut().filter(|last| continues(last, &fact.event)) {
                Some(last) => {
                    last.topics.extend(fact.event.topics.iter().cloned());
                    last.evidence.extend(fact.event.evidence.iter().copied());
                }
                None => events.push(fact.event.clone()),
            }
        }
        let tellers = facts.iter().map(|fact| fact.papers().into_iter().collect::<BTreeSet<_>>());
        let all = tellers.reduce(|one, other| one.intersection(&other).copied().collect()).unwrap_or_default();
        let others = self.story.iter().copied().filter(|at| *at != first.paper && all.contains(at));
        let papers = std::iter::once(first.paper).chain(others).collect();
        draft.tellers.push(Tellers { papers, sentence: piece.span });
        draft.pieces.push(Piece { edits: Vec::new(), events, ..piece.clone() });
    }

    fn render(&self, draft: Draft, tag: &str, omitted: usize) -> Paragraph {
        let digest = self.digest(draft.pieces);
        let mut rendered =
            self.localizer.weave(&digest, &draft.copied, tag, Unrendered::Omit).unwrap_or_else(|| nothing(tag));
        rendered.omitted += omitted;
        self.finish(rendered, &draft.tellers)
    }

    /// A story of which too little is understood: its lead as it was written, in quotation marks where it is another language.
    fn quote(&self, tag: &str) -> Paragraph {
        let paper = self.carrier(tag).or(self.story.first().copied()).unwrap_or(0);
        let Some(lead) = lead(&self.papers[paper]) else { return self.finish(nothing(tag), &[]) };
        let source = self.papers[paper].digest;
        let is_own = self.papers[paper].language == base(tag);
        let copied = if is_own { BTreeSet::from([0]) } else { BTreeSet::new() };
        let tellers = [Tellers { papers: vec![paper], sentence: lead.span }];
        let digest = Digest { language: source.language.clone(), ..self.digest(vec![lead]) };
        let rendered = self.localizer.weave(&digest, &copied, tag, Unrendered::Quote);
        let mut rendered = rendered.unwrap_or_else(|| nothing(tag));
        rendered.omitted += source.pieces.len().saturating_sub(1);
        self.finish(rendered, &tellers)
    }

    fn finish(&self, mut rendered: Rendered, of_pieces: &[Tellers]) -> Paragraph {
        let length = word_count(&rendered.text);
        if length > self.max_words {
            rendered.warnings.push(Warning {
                code: "budget".to_owned(),
                message: format!("{length} words where {} were asked for: the main fact needs them", self.max_words),
            });
        }
        let nobody = || Tellers { papers: Vec::new(), sentence: Span::new(0, 0) };
        let of = |clause: &Clause| clause.piece.and_then(|piece| of_pieces.get(piece)).cloned().unwrap_or_else(nobody);
        let tellers = rendered.clauses.iter().map(of).collect();
        Paragraph { rendered, tellers }
    }

    /// A digest of pieces of several articles. Its source is left open: the sources of a story stand below it.
    fn digest(&self, pieces: Vec<Piece>) -> Digest {
        let carrier = self.story.first().map(|paper| self.papers[*paper].digest.language.clone());
        let unknown = || LanguageGuess { tag: String::new(), confidence: 0, resembles: None };
        Digest {
            schema: DIGEST_SCHEMA.to_owned(),
            id: None,
            language: carrier.unwrap_or_else(unknown),
            source: Source::default(),
            people: self.joined.people.clone(),
            pieces,
            skipped: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// The event that stands for the story in a headline: the first that is told.
    pub(crate) fn main_event(&self, kept: &[bool]) -> Option<attache_schema::Event> {
        let main = kept.iter().position(|kept| *kept)?;
        Some(self.joined.facts[main].event.clone())
    }
}

impl Paragraph {
    /// The clauses with the sentences that they rest on; `number` gives the number of a paper among the sources, `copies` the
    /// papers that are copies of one.
    pub(crate) fn trace(
        &self,
        papers: &[Paper<'_>],
        number: &dyn Fn(usize) -> usize,
        copies: &dyn Fn(usize) -> Vec<usize>,
    ) -> Vec<Traced> {
        let traced = self.rendered.clauses.iter().zip(&self.tellers).filter_map(|(clause, tellers)| {
            let first = *tellers.papers.first()?;
            let sentence = tellers.sentence.of(&papers[first].article.text);
            // A copy that was cut may have lost the sentence.
            let has_it = |copy: &usize| papers[*copy].article.text.contains(sentence);
            let copies = tellers.papers.iter().flat_map(|paper| copies(*paper)).filter(has_it);
            let all: Vec<usize> = tellers.papers.iter().copied().chain(copies).map(number).collect();
            Some(Traced {
                span: clause.span,
                realization: clause.realization,
                sources: all,
                evidence: if clause.evidence.is_empty() { vec![tellers.sentence] } else { clause.evidence.clone() },
                sentence: sentence.to_owned(),
                translation: clause.translation.clone(),
            })
        });
        traced.collect()
    }

    pub(crate) fn has_quotes(&self) -> bool {
        self.rendered.clauses.iter().any(|clause| clause.realization == Realization::Quoted)
    }
}

/// Whether an event says of a further topic what the one before says, so that both are said at once.
fn continues(last: &Event, event: &Event) -> bool {
    let same = |one: &[Actor], other: &[Actor]| {
        let who = |actor: &Actor| (actor.person, actor.role.clone(), actor.country.clone(), actor.org.clone());
        one.iter().map(who).eq(other.iter().map(who))
    };
    let has_circumstances = event.when.is_some() || event.place.is_some() || event.frame.is_some();
    !last.topics.is_empty()
        && !event.topics.is_empty()
        && !has_circumstances
        && (&last.kind, last.status, &last.manner) == (&event.kind, event.status, &event.manner)
        && same(&last.agents, &event.agents)
        && same(&last.targets, &event.targets)
        && last.document.is_none()
        && event.document.is_none()
}

fn leave(units: &[usize], unit: usize, kept: &mut [bool]) {
    kept.iter_mut().zip(units).filter(|(_, its)| **its == unit).for_each(|(kept, _)| *kept = false);
}

/// What a sentence is passed over for of which nothing was understood, in a digest.
const UNREAD: &str = "unread";

/// The sentence that says what an article is about: the piece of most weight, or one before it of which nothing was understood
/// but in which somebody or some state is named.
fn lead(paper: &Paper<'_>) -> Option<Piece> {
    let pieces = paper.digest.pieces.iter().enumerate();
    let heaviest = pieces.max_by_key(|(at, piece)| (piece.score.total(), std::cmp::Reverse(*at)))?.1;
    let before = paper.digest.skipped.iter().filter(|skipped| {
        skipped.span.end <= heaviest.span.start && skipped.reason == UNREAD && skipped.score.entity > 0
    });
    let found = before.min_by_key(|skipped| skipped.span).map(|skipped| Piece {
        span: skipped.span,
        text: skipped.span.of(&paper.article.text).to_owned(),
        edits: Vec::new(),
        events: Vec::new(),
        score: skipped.score.clone(),
    });
    // The people of the article are not those of the story.
    let edits = heaviest.edits.iter().filter(|edit| !matches!(edit.by, EditKind::Name { .. })).cloned().collect();
    found.or_else(|| Some(Piece { edits, events: Vec::new(), ..heaviest.clone() }))
}

fn nothing(tag: &str) -> Rendered {
    Rendered { language: tag.to_owned(), text: String::new(), clauses: Vec::new(), omitted: 0, warnings: Vec::new() }
}
