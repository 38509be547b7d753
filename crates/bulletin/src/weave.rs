//! One paragraph per language from all articles of a story: the same facts in each.
//!
//! In the language of an article its own sentences stand; what they do not tell is composed behind them. Facts that stand together
//! in a sentence of some article are kept or left out together, so that no edition says what another one has no room for. Where a
//! translator is asked, sentences of which no fact could be told stand at the end, translated in every edition or in none.

use std::collections::{BTreeMap, BTreeSet};

use attache_localization::{Localizer, Translations, Translator, Unrendered};
use attache_schema::{
    Actor, Clause, DIGEST_SCHEMA, Digest, EditKind, Event, LanguageGuess, Piece, Realization, Rendered, Source, Span,
    Status, Testimony, Traced, Warning, word_count,
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
    /// The day of the brief, or that of the newest article: what was planned for an earlier one is not to come any more.
    pub(crate) today: Option<i64>,
    /// Who is asked for what cannot be composed; nobody where nothing may leave the program.
    pub(crate) translator: Option<&'a dyn Translator>,
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
    /// What the others say, each in its own bytes.
    further: Vec<Heard>,
}

/// What one article says of a clause that another one carries.
#[derive(Debug, Clone)]
struct Heard {
    paper: usize,
    evidence: Vec<Span>,
    sentence: Span,
}

/// Pieces of several articles under way to a paragraph.
#[derive(Default)]
struct Draft {
    pieces: Vec<Piece>,
    copied: BTreeSet<usize>,
    tellers: Vec<Tellers>,
    translations: Translations,
}

/// Sentences of the article that carries a story of which no fact is told, for the end of the paragraph.
#[derive(Default)]
struct Beside {
    /// Their pieces, each of which every language has.
    pieces: Vec<usize>,
    /// What a translator made of them, by language.
    translations: BTreeMap<String, Translations>,
    /// Why others are missing, by language.
    warnings: BTreeMap<String, Vec<Warning>>,
}

impl Weaver<'_> {
    /// The paragraphs. Where they are too long the lightest facts are left out of all of them, the main one last.
    pub(crate) fn weave(&self) -> Woven {
        let units = self.units();
        let mut kept = vec![true; self.joined.facts.len()];
        self.leave_unsayable(&units, &mut kept);
        self.leave_overtaken(&units, &mut kept);
        if !self.tells_who_or_what(&kept) {
            kept.fill(false);
            return Woven { kept, paragraphs: self.tags.iter().map(|tag| self.quote(tag)).collect() };
        }
        let said = self.joined.facts.len();
        let mut beside = self.find_beside(&kept);
        loop {
            let omitted = said - kept.iter().filter(|kept| **kept).count();
            let say = |tag: &String| self.say(tag, &kept, &beside, omitted);
            let paragraphs: Vec<Paragraph> = self.tags.iter().map(say).collect();
            let longest = paragraphs.iter().map(|paragraph| word_count(&paragraph.rendered.text)).max().unwrap_or(0);
            if longest <= self.max_words {
                return Woven { kept, paragraphs };
            }
            // What was understood goes before what was only translated.
            if self.leave_lightest(&mut beside) {
                continue;
            }
            match self.lightest(&units, &kept) {
                Some(unit) => leave(&units, unit, &mut kept),
                None => return Woven { kept, paragraphs },
            }
        }
    }

    /// Has the sentences translated that tell nothing composed; none where nobody may be asked.
    fn find_beside(&self, kept: &[bool]) -> Beside {
        let mut beside = Beside::default();
        let (Some(_), Some(paper)) = (self.translator, self.story.first().copied()) else { return beside };
        let tells = |facts: &Vec<usize>| facts.iter().any(|fact| kept[*fact]);
        let open =
            self.pieces_of(paper).iter().enumerate().filter(|(_, facts)| !tells(facts)).map(|(at, _)| at).collect();
        beside.pieces = open;
        for tag in self.tags.iter().filter(|tag| base(tag) != self.papers[paper].language) {
            let pieces = beside.pieces.iter().map(|piece| self.papers[paper].digest.pieces[*piece].clone()).collect();
            let answers = self.translate(paper, pieces, tag);
            let mut translations = Translations::new();
            for (answer, piece) in
                answers.into_iter().filter_map(|(at, answer)| Some((answer, *beside.pieces.get(at)?)))
            {
                if let Err(untranslated) = &answer {
                    let warnings = beside.warnings.entry(tag.clone()).or_default();
                    warnings.push(Warning { code: "untranslated".to_owned(), message: untranslated.reason.clone() });
                }
                translations.insert(piece, answer);
            }
            // What one edition lacks no other one says.
            beside.pieces.retain(|piece| matches!(translations.get(piece), Some(Ok(_))));
            beside.translations.insert(tag.clone(), translations);
        }
        beside
    }

    /// Leaves out the sentence of least weight that stands beside the facts; false where there is none.
    fn leave_lightest(&self, beside: &mut Beside) -> bool {
        let Some(paper) = self.story.first() else { return false };
        let weight = |piece: &usize| self.papers[*paper].digest.pieces[*piece].score.total();
        let lightest = beside.pieces.iter().copied().min_by_key(|piece| (weight(piece), std::cmp::Reverse(*piece)));
        beside.pieces.retain(|piece| Some(*piece) != lightest);
        lightest.is_some()
    }

    /// What a translator makes of pieces of an article, by their places.
    fn translate(&self, paper: usize, pieces: Vec<Piece>, tag: &str) -> Translations {
        let Some(translator) = self.translator.filter(|_| !pieces.is_empty()) else { return Translations::new() };
        let source = self.papers[paper].digest;
        // Events would be composed; these pieces are here since they are not.
        let pieces = pieces.into_iter().map(|piece| Piece { events: Vec::new(), ..piece }).collect();
        let digest = Digest {
            language: source.language.clone(),
            source: Source { published: self.papers[paper].published, ..source.source.clone() },
            people: source.people.clone(),
            ..self.digest(pieces)
        };
        self.localizer.translate(&digest, tag, translator)
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

    /// Leaves out what was announced for a day that is over, if anything else is left to tell: whether it took place nobody says.
    fn leave_overtaken(&self, units: &[usize], kept: &mut [bool]) {
        let Some(today) = self.today else { return };
        let is_over = |event: &Event| {
            let last = event.when.as_ref().and_then(|when| when.end.unwrap_or(when.start).days());
            event.status == Status::Planned && last.is_some_and(|last| last < today)
        };
        let mut rest = kept.to_vec();
        for (index, fact) in self.joined.facts.iter().enumerate() {
            if rest[index] && is_over(&fact.event) {
                leave(units, units[index], &mut rest);
            }
        }
        if self.tells_who_or_what(&rest) {
            kept.copy_from_slice(&rest);
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
        let said = self.localizer.weave(&digest, &BTreeSet::new(), tag, Unrendered::Omit, &Translations::new());
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

    fn say(&self, tag: &str, kept: &[bool], beside: &Beside, omitted: usize) -> Paragraph {
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
        self.stand_beside(tag, beside, &mut draft);
        let mut paragraph = self.render(draft, tag, omitted);
        paragraph.rendered.warnings.extend(beside.warnings.get(tag).into_iter().flatten().cloned());
        paragraph
    }

    /// The sentences of which no fact is told, as they are or translated.
    fn stand_beside(&self, tag: &str, beside: &Beside, draft: &mut Draft) {
        let Some(paper) = self.story.first().copied() else { return };
        for piece in beside.pieces.iter().copied() {
            match beside.translations.get(tag).and_then(|translations| translations.get(&piece)) {
                Some(answer) => {
                    let its = &self.papers[paper].digest.pieces[piece];
                    draft.translations.insert(draft.pieces.len(), answer.clone());
                    draft.tellers.push(Tellers { papers: vec![paper], sentence: its.span, further: Vec::new() });
                    draft.pieces.push(Piece { edits: Vec::new(), events: Vec::new(), ..its.clone() });
                }
                None => self.copy(paper, piece, &[], draft),
            }
        }
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
        let facts: Vec<&Fact> = facts.iter().map(|fact| &self.joined.facts[*fact]).collect();
        draft.copied.insert(draft.pieces.len());
        // The author's own sentence has nothing that others would have added.
        draft.tellers.push(self.tellers(paper, copy.span, &facts, false));
        draft.pieces.push(copy);
    }

    /// Who stands behind a clause that tells those facts: the article that carries it, who tells all of them, and, where `adds`, who
    /// filled what that article leaves open.
    fn tellers(&self, carrier: usize, sentence: Span, facts: &[&Fact], adds: bool) -> Tellers {
        let tellers = facts.iter().map(|fact| fact.papers().into_iter().collect::<BTreeSet<_>>());
        let all = tellers.reduce(|one, other| one.intersection(&other).copied().collect()).unwrap_or_default();
        // By article and sentence, so that the bytes of each sentence stand together.
        let mut heard: BTreeMap<(usize, Span), BTreeSet<Span>> = BTreeMap::new();
        for fact in facts {
            let told = fact.tellings.iter().filter(|telling| all.contains(&telling.paper));
            let told = told.flat_map(|telling| self.evidence(*telling).into_iter().map(|span| (telling.paper, span)));
            let added = fact.added.iter().flat_map(|(telling, spans)| spans.iter().map(|span| (telling.paper, *span)));
            let taught = self.taught(fact).filter_map(|(paper, mentions)| Some((paper, *mentions.first()?)));
            for (paper, span) in told.chain(added.chain(taught).filter(|_| adds)) {
                if let Some(sentence) = self.papers[paper].sentence_of(span) {
                    heard.entry((paper, sentence)).or_default().insert(span);
                }
            }
        }
        let further: Vec<Heard> = self
            .story
            .iter()
            .filter(|at| **at != carrier)
            .flat_map(|at| heard.iter().filter(move |((paper, _), _)| paper == at))
            .map(|((paper, sentence), evidence)| Heard {
                paper: *paper,
                evidence: evidence.iter().copied().collect(),
                sentence: *sentence,
            })
            .collect();
        let mut papers = vec![carrier];
        for its in &further {
            if !papers.contains(&its.paper) {
                papers.push(its.paper);
            }
        }
        Tellers { papers, sentence, further }
    }

    /// The words that were read for something that an article tells.
    fn evidence(&self, telling: Telling) -> Vec<Span> {
        let piece = &self.papers[telling.paper].digest.pieces[telling.piece];
        let part = parts(&piece.events[telling.event], self.atlas).into_iter().nth(telling.part);
        part.map(|part| part.evidence).filter(|spans| !spans.is_empty()).unwrap_or_else(|| vec![piece.span])
    }

    /// The articles from which it is known for whom those who take part in a fact speak, and where they are named there.
    fn taught<'f>(&'f self, fact: &'f Fact) -> impl Iterator<Item = (usize, &'f [Span])> {
        let people = fact.event.agents.iter().chain(&fact.event.targets).filter_map(|actor| actor.person);
        let taught = people.filter_map(|person| self.joined.taught.get(&person)).flatten();
        taught.map(|(paper, mentions)| (*paper, mentions.as_slice()))
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
        draft.tellers.push(self.tellers(first.paper, piece.span, facts, true));
        draft.pieces.push(Piece { edits: Vec::new(), events, ..piece.clone() });
    }

    fn render(&self, draft: Draft, tag: &str, omitted: usize) -> Paragraph {
        let digest = self.digest(draft.pieces);
        let rendered = self.localizer.weave(&digest, &draft.copied, tag, Unrendered::Omit, &draft.translations);
        let mut rendered = rendered.unwrap_or_else(|| nothing(tag));
        rendered.omitted += omitted;
        self.finish(rendered, &draft.tellers)
    }

    /// A story of which too little is understood: its lead as it was written, translated or in quotation marks where it is another
    /// language.
    fn quote(&self, tag: &str) -> Paragraph {
        let paper = self.carrier(tag).or(self.story.first().copied()).unwrap_or(0);
        let Some(lead) = lead(&self.papers[paper]) else { return self.finish(nothing(tag), &[]) };
        let source = self.papers[paper].digest;
        let is_own = self.papers[paper].language == base(tag);
        let copied = if is_own { BTreeSet::from([0]) } else { BTreeSet::new() };
        let tellers = [Tellers { papers: vec![paper], sentence: lead.span, further: Vec::new() }];
        let translations = if is_own { Translations::new() } else { self.translate(paper, vec![lead.clone()], tag) };
        let digest = Digest { language: source.language.clone(), ..self.digest(vec![lead]) };
        let rendered = self.localizer.weave(&digest, &copied, tag, Unrendered::Quote, &translations);
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
        let nobody = || Tellers { papers: Vec::new(), sentence: Span::new(0, 0), further: Vec::new() };
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
            let heard = tellers.further.iter().map(|heard| (heard.paper, heard.sentence));
            // A copy that was cut may have lost the sentence.
            let has_it = |copy: &usize, of: usize| {
                let mut told =
                    std::iter::once((first, tellers.sentence)).chain(heard.clone()).filter(|its| its.0 == of);
                told.any(|(_, span)| papers[*copy].article.text.contains(span.of(&papers[of].article.text)))
            };
            let copies = tellers.papers.iter().flat_map(|of| copies(*of).into_iter().filter(|copy| has_it(copy, *of)));
            let all: Vec<usize> = tellers.papers.iter().copied().chain(copies).map(number).collect();
            let further = tellers.further.iter().map(|heard| Testimony {
                source: number(heard.paper),
                evidence: heard.evidence.clone(),
                sentence: heard.sentence.of(&papers[heard.paper].article.text).to_owned(),
            });
            Some(Traced {
                span: clause.span,
                realization: clause.realization,
                sources: all,
                evidence: if clause.evidence.is_empty() { vec![tellers.sentence] } else { clause.evidence.clone() },
                sentence: sentence.to_owned(),
                further: further.collect(),
                translation: clause.translation.clone(),
            })
        });
        traced.collect()
    }

    /// Whether anything in it is said in that way.
    pub(crate) fn has(&self, realization: Realization) -> bool {
        self.rendered.clauses.iter().any(|clause| clause.realization == realization)
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
pub(crate) fn lead(paper: &Paper<'_>) -> Option<Piece> {
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
