//! Reading an article in one language: blocks, sentences, source, people, events.
//!
//! The order of the steps is the order of [`Reader::read`]. Nothing is chosen here.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use attache_grammar::{Language, Names, Sense, Surface};
use attache_locales::{LoadError, Locales};
use attache_schema::{
    Actor, Annotations, Article, Block, BlockKind, ConceptId, Date, Event, LanguageGuess, Mention, MentionKind,
    Sentence, Span, Status, When, word_count,
};
use attache_segmenter::{SegmentKind, Segmenter};
use serde::Deserialize;

use crate::attribution::{Attribution, AttributionFile, Holder, Known, Outlets, Role, Tag};
use crate::behalf::{Behalf, add_signers};
use crate::calendar::shift;
use crate::chunk::{Chunk, ChunkKind, Chunker, HOME, Setting, TopicHit};
use crate::dates::{DateMatch, Dates, DatesFile};
use crate::events::{EventReader, Read, View, is_quoted, listed, marks_in, present, resumed_day};
use crate::folded::{FoldTable, Folded};
use crate::frames::{FoundFrame, FrameMarks};
use crate::groups::{Group, PeopleTree};
use crate::kinds::Kinds;
use crate::lead::{Lead, complete, note_encounters};
use crate::lexis::{Layer, Lexis};
use crate::naming::name_officials;
use crate::offices::{Offices, States};
use crate::patterns::{Patterns, Phrase};
use crate::people::Context;
use crate::phrase::{Classes, Phrases, Sight, Sights};
use crate::prose::{Prose, ProseFile};
use crate::quotation::Quotation;
use crate::serving::{known_state, of_sides};
use crate::skim::{Skim, Skimmed};
use crate::source::Page;
use crate::terms::TermRules;
use crate::token::{Shape, Token, tokenize};
use crate::triggers::Triggers;
use crate::weights::Weights;
use crate::words::{Starts, Vocabulary, Words};

mod book;
mod parse;
mod possible;
mod roll;
mod settle;

use book::Book;
use parse::{Parse, TOGETHER, body_of};
use possible::{drop_gone_by, drop_impossible};
use roll::{Roll, gather_rolls};
use settle::{adopt_listed, keep_news};

const FILE: &str = "reading.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ReadingFile {
    /// The country that "our country" stands for where the outlet is not known.
    #[serde(default)]
    home: Option<String>,
    /// Whether several states share the names of this language.
    #[serde(default)]
    shared_names: bool,
    /// A sentence that begins so is background.
    #[serde(default)]
    background: Vec<String>,
    /// Words behind which somebody tells what was before ("the minister recalled that").
    #[serde(default)]
    recalls: Vec<String>,
    /// Phrases at the head of a sentence that tells only who else was there, what was before or what the occasion was.
    #[serde(default)]
    asides: Vec<String>,
    /// A sentence that begins so cannot stand without the one before.
    #[serde(default)]
    dependent: Vec<String>,
    prose: ProseFile,
    attribution: AttributionFile,
    dates: DatesFile,
}

/// What all languages share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) names: Arc<Names>,
    pub(crate) outlets: Outlets,
    pub(crate) kinds: Kinds,
    pub(crate) offices: Offices,
    pub(crate) states: States,
}

/// Reads articles in one language.
#[derive(Debug)]
pub(crate) struct Reader {
    language: Arc<Language>,
    table: FoldTable,
    segmenter: Segmenter,
    chunker: Chunker,
    patterns: Patterns,
    people: PeopleTree,
    frame_marks: FrameMarks,
    events: EventReader,
    /// The words of all phrases.
    classes: Classes,
    prose: Prose,
    attribution: Attribution,
    background: Starts,
    recalls: Vec<String>,
    asides: Phrases,
    dependent: Starts,
    home: Option<ConceptId>,
    shared_names: bool,
    terms: TermRules,
}

/// One article, read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) annotations: Annotations,
    pub(crate) sentences: Vec<SentenceFacts>,
    /// How many content words the titles have.
    pub(crate) title_words: usize,
    /// The sentence that tells the main event.
    pub(crate) main: Option<usize>,
}

/// What choosing needs to know of a sentence.
#[derive(Debug, Default)]
pub(crate) struct SentenceFacts {
    pub(crate) events: Vec<Event>,
    /// The attribution tags and the date line.
    pub(crate) tags: Vec<Tag>,
    /// Countries, organisations, people and topics that stand in it, each once.
    pub(crate) things: BTreeSet<Thing>,
    /// The events among them that stand in a subordinate clause.
    pub(crate) subordinate: BTreeSet<usize>,
    /// Who is said to have been there.
    pub(crate) present: Vec<Actor>,
    /// Those whom it lists of whom the one before told.
    pub(crate) listed: Vec<Actor>,
    /// The sentence that opened the list in which this one is an item.
    opener: Option<usize>,
    /// It opened a list of people, which tells of them by itself.
    pub(crate) has_roll: bool,
    /// What it opens is a list of those who were there, rather than of those who did what it tells.
    pub(crate) tells_presence: bool,
    /// Somebody, and those who travel with him.
    retinue: Option<(usize, Vec<usize>)>,
    /// Those who sit on the side of a state.
    of_sides: Vec<(usize, ConceptId)>,
    /// Those who are told to act for a state: where something was signed, they signed it.
    pub(crate) signers: Vec<Actor>,
    /// The state that sent those who are there.
    team: Option<ConceptId>,
    /// The day that it tells of what was told before.
    pub(crate) resumed: Option<When>,
    /// Likewise, where that is still to come ("The visit will take place **on 18 June**").
    pub(crate) resumed_ahead: Option<When>,
    /// The sentence with the encounter at which was said what this one tells, where that is not the main event.
    pub(crate) encounter: Option<usize>,
    pub(crate) is_background: bool,
    /// It cannot stand without the sentence before.
    pub(crate) is_dependent: bool,
    /// It says who said what the one before tells, and nothing else.
    pub(crate) refers: bool,
    /// All its topics are courtesy.
    pub(crate) is_courtesy: bool,
    pub(crate) is_quotation: bool,
    /// How many content words of the titles stand in it.
    pub(crate) title_words: usize,
    /// There is no word in it.
    pub(crate) is_empty: bool,
    /// Dates that have to be said in full.
    pub(crate) dates: Vec<FullDate>,
    /// "Our country", with the form that takes its place; `None` where nobody knows which country is meant.
    pub(crate) homes: Vec<(Span, Option<ConceptId>, String)>,
    /// Its quotation marks: partners of some stand in other sentences.
    pub(crate) quotation: Quotation,
    /// Full names as they stand, without endings.
    pub(crate) names: Vec<(Span, usize)>,
    /// A subject that stands for a person without naming them.
    pub(crate) anaphor: Option<(Span, usize)>,
    /// The verb whose subject is left out, and who that is.
    pub(crate) elided: Option<(Span, usize)>,
    /// Where the sentence may end early, as bytes of the article.
    pub(crate) cuts: Vec<usize>,
    /// Frames that were seen and not read.
    pub(crate) unread_frames: Vec<Span>,
}

/// A date whose year, or whose day, the reader has to be told.
#[derive(Debug)]
pub(crate) struct FullDate {
    pub(crate) span: Span,
    pub(crate) date: Date,
    /// The form in `dates.toml` that takes the place of the words.
    pub(crate) form: String,
    /// How many words that form has.
    pub(crate) words: usize,
}

/// Something that scores.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    Country(ConceptId),
    Organisation(ConceptId),
    Person(usize),
    Topic(ConceptId),
}

impl SentenceFacts {
    /// Whether it tells who travels with somebody.
    pub(crate) fn names_retinue(&self) -> bool {
        self.retinue.is_some()
    }

    /// Those listed whom the host of the main event met; who was only there was not met.
    pub(crate) fn met(&self) -> &[Actor] {
        if self.tells_presence { &[] } else { &self.listed }
    }

    /// Whether it tells nothing but who stands in the lines behind it.
    pub(crate) fn only_lists(&self) -> bool {
        self.has_roll && self.events.is_empty()
    }

    /// Why the sentence cannot stand for the article. That which tells the main event may say "our country" of a state that nobody
    /// names: without it the article would lose what it is about.
    pub(crate) fn unfit(&self, is_main: bool) -> Option<&'static str> {
        let is_open = !is_main && self.homes.iter().any(|(_, country, _)| country.is_none());
        if self.tags.iter().any(|tag| tag.is_whole) {
            Some("attribution")
        } else if self.is_courtesy {
            Some("courtesy")
        } else if self.is_dependent || is_open {
            Some("unresolved")
        } else if self.is_empty {
            Some("empty")
        } else {
            None
        }
    }
}

impl Reader {
    /// Reads the files of a language; its grammar only where nobody has it already.
    pub(crate) fn load(
        locales: &Locales,
        tag: &str,
        kinds: &Kinds,
        known: Option<&Arc<Language>>,
    ) -> Result<Self, LoadError> {
        let language = match known {
            Some(language) => Arc::clone(language),
            None => Arc::new(Language::load(locales, tag)?),
        };
        let table = FoldTable::new(&language);
        let fold = |text: &str| table.fold_str(text);
        let (patterns, mut book) = Patterns::load(locales, tag, &fold)?;
        check_kinds(locales, tag, &patterns, kinds)?;
        let file = locales.layers(tag, FILE).last().ok_or_else(|| {
            LoadError::new(format!("locales/{tag}/{FILE}"), "is missing: nothing can be read without it")
        })?;
        let raw: ReadingFile = file.toml()?;
        let home_words = patterns.home.iter().map(|home| Surface {
            text: home.words.clone(),
            concept: ConceptId::of(HOME, &home.form),
            sense: Sense::Phrase,
        });
        let lexis = Lexis::new(&language, &table, home_words.collect(), &patterns);
        let starts = |words: &[String]| Starts::new(&words.iter().map(|word| fold(word)).collect::<Vec<_>>());
        let dates = Dates::compile(raw.dates, file, &fold)?;
        let asides: Vec<Phrase> = raw.asides.iter().map(|text| Phrase::parse(text, &fold)).collect();
        Ok(Self {
            chunker: Chunker::new(&language, &table, lexis, dates),
            segmenter: Segmenter::load(locales, tag)?,
            people: PeopleTree::new(&patterns),
            frame_marks: FrameMarks::new(&patterns, &mut book),
            events: EventReader::new(&patterns, kinds, &mut book),
            prose: Prose::new(raw.prose, &table),
            attribution: Attribution::new(&raw.attribution, &table, &mut book),
            asides: Phrases::new(&asides, &mut book),
            classes: Classes::new(&book),
            background: starts(&raw.background),
            recalls: raw.recalls.iter().map(|words| fold(words)).collect(),
            dependent: starts(&raw.dependent),
            home: raw.home.map(ConceptId::new),
            shared_names: raw.shared_names,
            terms: TermRules::load(locales, &language, &table)?,
            patterns,
            language,
            table,
        })
    }

    /// The sentences of an article's prose, without what they tell.
    pub(crate) fn skim<'a>(&'a self, article: &'a Article) -> Skim<'a> {
        let text = article.text.as_str();
        let folded = Folded::new(text, &self.table);
        let blocks = self.prose.blocks(text, &folded);
        let given = article.title.as_deref().filter(|title| !title.trim().is_empty());
        let title = self.table.fold_str(given.or_else(|| printed_title(text, &blocks)).unwrap_or(""));
        let mut block = None;
        let sentences = self.cut(text, &blocks).into_iter().map(|sentence| {
            let opens = block.replace(sentence.block) != Some(sentence.block);
            let letters = folded.slice(sentence.span.start, sentence.span.end);
            Skimmed {
                span: sentence.span,
                opens,
                is_background: begins_with(letters, &self.background),
                is_dependent: begins_with(letters, &self.dependent),
            }
        });
        let sentences = sentences.collect();
        Skim { text, sentences, title, folded, rules: &self.terms, reader: Some(self) }
    }

    /// What a sentence says of the one before, where that is all it says.
    pub(crate) fn role(&self, text: &str, folded: &Folded, sentence: Span) -> Option<Role> {
        let tokens = tokenize(text, folded, sentence);
        let office = |tokens: &[Token<'_>], at: usize| self.office_at(text, folded, tokens, at);
        self.attribution.role((&tokens, &self.sights(&tokens)), &office)
    }

    /// Whether a sentence tells only what goes with the news: who else was there, what was before, what the occasion was.
    pub(crate) fn is_aside(&self, text: &str, folded: &Folded, sentence: Span) -> bool {
        let tokens = tokenize(text, folded, sentence);
        self.asides.ends_at(self.sights(&tokens).of(0..tokens.len()), 0).next().is_some()
    }

    /// Whether a formula of courtesy stands in a sentence.
    pub(crate) fn has_courtesy(&self, text: &str, folded: &Folded, sentence: Span) -> bool {
        tokenize(text, folded, sentence).iter().any(|token| {
            let hit = self.chunker.lexis.find(text, folded, token.span.start, Layer::Topics);
            hit.is_some_and(|hit| hit.surfaces.iter().any(|surface| surface.concept.as_str() == COURTESY))
        })
    }

    pub(crate) fn read(
        &self,
        article: &Article,
        language: LanguageGuess,
        is_foreign: &dyn Fn(&str) -> bool,
        shared: &Shared,
        weights: &Weights,
    ) -> Reading {
        let text = article.text.as_str();
        let folded = Folded::new(text, &self.table);
        let mut blocks = self.prose.blocks(text, &folded);
        for block in &mut blocks {
            let says = matches!(block.kind, BlockKind::Prose | BlockKind::Title);
            if says && is_foreign(block.span.of(text)) {
                block.kind = BlockKind::Junk;
            }
        }
        let sentences = self.cut(text, &blocks);
        let tokens: Vec<Vec<Token<'_>>> = sentences.iter().map(|s| tokenize(text, &folded, s.span)).collect();
        let sights: Vec<Sights> = tokens.iter().map(|tokens| self.sights(tokens)).collect();
        let seen = || tokens.iter().zip(&sights);
        let tags = |(tokens, sights)| self.find_tags(text, &folded, (tokens, sights), shared);
        let mut tags: Vec<Vec<Tag>> = seen().map(tags).collect();
        let page = Page::new(self, (&shared.outlets, &shared.states), (text, &folded), &blocks, &tokens, &tags);
        let source = page.source(article, &blocks, self.home.as_ref());
        let small = tokens.iter().flatten().filter(|token| token.shape == Shape::Lower);
        let small = Vocabulary::new(small.map(|token| (token.key, token.word)));
        let printed = blocks.iter().filter(|block| block.kind == BlockKind::Title);
        let headlines: Vec<Vec<Token<'_>>> = printed.map(|block| tokenize(text, &folded, block.span)).collect();
        let title = self.title_words(article, &headlines);
        let bearers = self.chunker.bearers((text, &folded), &shared.names, &tokens);
        let setting = Setting {
            text,
            folded: &folded,
            published: source.published,
            home: source.home.as_ref(),
            small: &small,
            names: &shared.names,
            endings: self.language.endings(),
            states: &shared.states,
            title: &title,
            bearers: &bearers,
        };
        // A name may stand without its ending in the headline alone.
        let printed = tokens.iter().chain(&headlines).flatten();
        let capitals: BTreeSet<&str> =
            printed.filter(|token| token.shape == Shape::Capital).map(|token| token.text).collect();
        let (mut book, mut roll) = (Book::default(), Roll::default());
        let mut facts = Vec::with_capacity(sentences.len());
        let parts = tokens.chunks(TOGETHER).zip(sights.chunks(TOGETHER)).zip(tags.chunks_mut(TOGETHER));
        for ((tokens, sights), tags) in parts {
            let parses = self.parse(setting, (tokens, sights, tags), &capitals, shared, &mut roll);
            let sentences = tokens.iter().zip(sights).zip(tags).zip(parses);
            facts.extend(sentences.map(|((sentence, tags), parse)| {
                self.read_sentence(setting, sentence, std::mem::take(tags), parse, shared, &mut book)
            }));
        }
        gather_rolls(&mut facts);
        note_quotations(&sentences, &tokens, &mut facts);
        book.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        self.settle(&mut book.people, &mut facts, (&book.mentions, source.home.as_ref()), (&folded, shared));
        let mut people = book.people.list;
        name_officials(&mut facts, &mut people, (&shared.kinds, &shared.offices));
        for person in &mut people {
            person.mentions.sort_unstable();
            person.mentions.dedup();
        }
        headlines.iter().for_each(|tokens| book.topics.note_title(&self.chunker.topics(setting, tokens)));
        let headlines = self.kinds_of(article, &headlines);
        let lead = Lead { weights: &weights.lead, kinds: &shared.kinds, headlines: &headlines };
        let main = lead.find(&facts);
        if let Some(main) = main {
            complete(&mut facts, &people, &shared.kinds, main);
            let event = &facts[main.0].events[main.1];
            if shared.kinds.is_own(&event.kind) && shared.kinds.is_post(&event.kind) {
                adopt_listed(&mut people, event);
            }
            note_encounters(&mut facts, main, &shared.kinds);
        }
        let (events, mentions) = (events_in_order(&facts, main), book.mentions);
        let topics = book.topics.weigh(&weights.topics, shared.kinds.topics());
        keep_news(&mut facts, main, shared);
        let main = main.map(|(sentence, _)| sentence);
        let first = main.map(|_| 0);
        let annotations =
            Annotations { language, source, blocks, sentences, mentions, topics, people, events, main: first };
        Reading { annotations, sentences: facts, title_words: title.len(), main }
    }

    /// What kinds of event the headlines tell: the printed ones and that which the sender knows.
    fn kinds_of(&self, article: &Article, headlines: &[Vec<Token<'_>>]) -> BTreeSet<&str> {
        let mut kinds = BTreeSet::new();
        let mut read = |tokens: &[Token<'_>]| {
            let triggers = self.events.triggers(tokens, self.sights(tokens).of(0..tokens.len()), &[]);
            kinds.extend(triggers.iter().map(|trigger| self.patterns.events[trigger.rule].kind.as_str()));
        };
        headlines.iter().for_each(|tokens| read(tokens));
        if let Some(title) = &article.title {
            let folded = Folded::new(title, &self.table);
            read(&tokenize(title, &folded, Span::new(0, title.len())));
        }
        kinds
    }

    /// The content words of the headlines, likewise.
    fn title_words(&self, article: &Article, headlines: &[Vec<Token<'_>>]) -> Words {
        let mut words = BTreeSet::new();
        if let Some(title) = &article.title {
            let title = self.table.fold_str(title);
            words.extend(content_words(title.split(|c: char| !c.is_alphanumeric())));
        }
        words.extend(content_words(headlines.iter().flatten().map(|token| token.word)));
        words.into_iter().collect()
    }

    fn cut(&self, text: &str, blocks: &[Block]) -> Vec<Sentence> {
        let prose = blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Prose);
        prose
            .flat_map(|(block, Block { span, .. })| {
                let segments = self.segmenter.segments(span.of(text));
                segments
                    .filter(|segment| !matches!(segment.kind, SegmentKind::Dateline | SegmentKind::Byline))
                    .flat_map(move |segment| {
                        let at = segment.span;
                        pieces(text, Span::new(span.start + at.start, span.start + at.end))
                    })
                    .map(move |span| Sentence { span, block })
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    fn find_tags(
        &self,
        text: &str,
        folded: &Folded,
        sentence: (&Vec<Token<'_>>, &Sights),
        shared: &Shared,
    ) -> Vec<Tag> {
        let is_source =
            |token: &Token<'_>| shared.outlets.get(token.text).is_some() || self.body_at(text, folded, token).is_some();
        let office = |tokens: &[Token<'_>], at: usize| self.office_at(text, folded, tokens, at);
        let place_end = |token: &Token<'_>| self.place_end_at(text, folded, token);
        let is_given = |token: &Token<'_>| shared.names.is_given(token.text);
        let known = Known { is_source: &is_source, office: &office, place_end: &place_end, is_given: &is_given };
        self.attribution.find(sentence, &known)
    }

    /// Whether an office begins at a token, and whether a name stands right behind it.
    fn office_at(&self, text: &str, folded: &Folded, tokens: &[Token<'_>], at: usize) -> Option<Holder> {
        let hit = self.chunker.lexis.find(text, folded, tokens[at].span.start, Layer::Things)?;
        hit.surfaces.iter().find(|surface| surface.concept.kind() == "role")?;
        let next = tokens[at..].iter().find(|token| token.span.start >= hit.end);
        let is_name = next.is_some_and(|next| next.shape == Shape::Capital && !self.is_known_word(text, folded, next));
        Some(if is_name { Holder::Named } else { Holder::Unnamed })
    }

    /// Whether a word behind a noun phrase says that somebody was with those it names.
    pub(crate) fn marks_company(&self, token: &Token<'_>) -> bool {
        self.patterns.is_verb_final() && self.patterns.with.words.holds(token)
    }

    /// The body of the lexicon that is named at a token.
    pub(crate) fn body_at(&self, text: &str, folded: &Folded, token: &Token<'_>) -> Option<(ConceptId, Span)> {
        self.thing_at(text, folded, token, &["org"])
    }

    /// Where the place or state ends that is named at a token.
    pub(crate) fn place_end_at(&self, text: &str, folded: &Folded, token: &Token<'_>) -> Option<usize> {
        self.place_at(text, folded, token).map(|(_, span)| span.end)
    }

    /// The place or state that is named at a token.
    pub(crate) fn place_at(&self, text: &str, folded: &Folded, token: &Token<'_>) -> Option<(ConceptId, Span)> {
        self.thing_at(text, folded, token, &["place", "country"])
    }

    /// The state that is named at a token.
    pub(crate) fn state_at(&self, text: &str, folded: &Folded, token: &Token<'_>) -> Option<(ConceptId, Span)> {
        self.thing_at(text, folded, token, &["country"])
    }

    /// What of these kinds is named at a token, and its name.
    fn thing_at(&self, text: &str, folded: &Folded, token: &Token<'_>, kinds: &[&str]) -> Option<(ConceptId, Span)> {
        let hit = self.chunker.lexis.find(text, folded, token.span.start, Layer::Things)?;
        let thing = hit.surfaces.iter().find(|surface| kinds.contains(&surface.concept.kind()))?;
        Some((thing.concept.clone(), Span::new(token.span.start, hit.end)))
    }

    /// Where the small parts of a name end: an article, an adposition, "Republic of" before a state.
    pub(crate) fn name_words_end(&self, (tokens, sight): (&[Token<'_>], Sight<'_>), at: usize) -> Option<usize> {
        let patterns = &self.patterns;
        let is_small = patterns.is_small(&tokens[at]) || patterns.complements.holds(&tokens[at]);
        let small = is_small.then_some(at + 1);
        patterns.before_country.longest_at(sight, at).or(small)
    }

    /// What the phrases of the language need to know of some words.
    pub(crate) fn sights(&self, tokens: &[Token<'_>]) -> Sights {
        Sights::new(&self.classes, tokens)
    }

    /// Whether a line is one of those that stand on every page.
    pub(crate) fn is_junk_line(&self, folded: &Folded, span: Span) -> bool {
        self.prose.is_junk(folded, span)
    }

    /// Whether a word opens the line with the day of publication ("Published").
    pub(crate) fn is_dated_word(&self, token: &Token<'_>) -> bool {
        self.attribution.dated.holds(token)
    }

    /// Whether papers are called so ("Times").
    pub(crate) fn is_paper_word(&self, token: &Token<'_>) -> bool {
        self.attribution.papers.holds(token)
    }

    /// Whether a word says of what something is ("Expresso **do** Mindelo").
    pub(crate) fn is_complement(&self, token: &Token<'_>) -> bool {
        self.patterns.complements.holds(token)
    }

    /// Whether a word is in the lexicon or opens sentences, so that it names nobody new.
    pub(crate) fn is_known_word(&self, text: &str, folded: &Folded, token: &Token<'_>) -> bool {
        self.patterns.openers.holds(token)
            || self.chunker.lexis.find(text, folded, token.span.start, Layer::Things).is_some()
    }

    /// The date at a token, without help from the day of publication.
    pub(crate) fn date_at(&self, tokens: &[Token<'_>], at: usize) -> Option<DateMatch> {
        self.chunker.dates.read(tokens, at, self.language.endings(), None)
    }

    /// Whether nouns bear case endings.
    pub(crate) fn marks_by_case(&self) -> bool {
        self.patterns.is_verb_final()
    }

    fn read_sentence(
        &self,
        setting: Setting<'_>,
        (tokens, sights): (&Vec<Token<'_>>, &Sights),
        tags: Vec<Tag>,
        parse: Parse<'_>,
        shared: &Shared,
        book: &mut Book,
    ) -> SentenceFacts {
        let Parse { body, sight, is_source, mut chunks, triggers, groups, topics, frames, item } = parse;
        let context = Context {
            text: setting.text,
            chunks: &chunks,
            names: &shared.names,
            table: &self.table,
            counterpart: &self.patterns.counterpart,
            offices: &shared.offices,
            states: &shared.states,
            home: setting.home.filter(|home| !book.is_abroad && self.patterns.own_states.contains(home)),
            own_offices: &self.patterns.own_offices,
            epithets: &self.patterns.epithets,
            definites: &self.patterns.definites,
        };
        let actors = book.people.resolve_groups(context, &groups);
        if is_source {
            match only_person(&groups, &actors) {
                Some(speaker) => book.people.set_focus(std::slice::from_ref(speaker)),
                None => book.people.clear_focus(),
            }
            return SentenceFacts { tags, is_empty: true, ..SentenceFacts::default() };
        }
        let is_meeting = |body: &ConceptId| shared.states.is_meeting(body);
        let people = &book.people;
        let country_of = |actor: &Actor| known_state(actor, &people.list);
        let beside =
            |marks: Vec<Range<usize>>| present(&self.patterns, marks.into_iter(), body, (&groups, &triggers), &actors);
        let marks = marks_in(&self.patterns.present, body, sight);
        let retinue = marks_in(&self.patterns.retinue, body, sight);
        let names_people = |group: &Group| group.members.iter().any(|member| member.name.is_some());
        let last_name = groups.iter().rfind(|group| names_people(group)).map_or(0, |group| group.tokens.end);
        let company = [marks.as_slice(), retinue.as_slice()].concat();
        let tells_presence = company.iter().any(|mark| mark.end >= last_name);
        let present: Vec<Actor> = beside(marks).cloned().collect();
        let retinue: Vec<usize> = beside(retinue).filter_map(|actor| actor.person).collect();
        let listed = listed(&self.patterns, (body, sight), &groups, &actors, item.map(|item| item.head));
        let listed: Vec<Actor> = listed.into_iter().cloned().collect();
        let view = View {
            tokens: body,
            sight,
            triggers: &triggers,
            chunks: &chunks,
            groups: &groups,
            actors: &actors,
            topics: &topics,
            frames: &frames,
            country_of: &country_of,
            role_of: &|person| people.list[person].role.clone(),
            capital_of: &|state| shared.states.capital_of(state).cloned(),
            is_meeting: &is_meeting,
            present: &present,
            parties: &book.parties,
            is_contested: book.is_contested,
            told_of: book.told_of,
        };
        let mut read = self.events.read(&self.patterns, &shared.kinds, view);
        let names_old_year = self.names_old_year(setting.published, body);
        drop_impossible(&mut read, (&groups, &actors), (setting.published, names_old_year), (&people.list, shared));
        let subject = self.events.subject_of(view, &self.patterns, &shared.kinds).map(|index| &actors[index]);
        book.is_contested = self.events.tells_of_another(view, &self.patterns, &shared.kinds, &read);
        let lacks_subject = self.events.lacks_subject(view, &self.patterns, &shared.kinds);
        look_ahead(&mut read, &mut chunks, setting.published);
        begin_under_way(&mut read, setting.published);
        drop_gone_by(&mut read, setting.published);
        let behalf = Behalf::new(&self.patterns, &shared.states, (body, sight, &chunks), (&groups, &actors));
        let mut of_sides = of_sides(&self.patterns, (body, &chunks), &groups, (&actors, &present));
        let signs = read.iter().any(|read| read.event.document.is_some());
        let acting = behalf.find(signs);
        let signers: Vec<Actor> = behalf.those_in(&acting).cloned().collect();
        read.iter_mut().for_each(|read| add_signers(&mut read.event, &signers));
        of_sides.extend(acting);
        let mut facts = SentenceFacts {
            refers: self.attribution.refers((tokens, sights)),
            subordinate: (0..read.len()).filter(|at| read[*at].is_subordinate).collect(),
            of_sides,
            signers,
            team: book.team(&self.patterns, (body, &chunks, &company), (&actors, &shared.states)),
            present,
            retinue: book
                .people
                .leader(subject.map_or(&[][..], Vec::as_slice), &retinue)
                .map(|leader| (leader, retinue)),
            listed,
            opener: item.and_then(|item| item.opener),
            tells_presence,
            resumed: resumed_day(&self.patterns.resumes, &self.patterns, (body, sight), &chunks),
            resumed_ahead: resumed_day(&self.patterns.resumes_ahead, &self.patterns, (body, sight), &chunks),
            cuts: self.cuts(body, &triggers, &read, &shared.kinds),
            events: read.into_iter().map(|read| read.event).collect(),
            tags,
            ..SentenceFacts::default()
        };
        self.describe(setting, body, &chunks, &topics, &frames, &mut facts);
        self.refer(setting, &chunks, &groups, &actors, book, &mut facts);
        facts.is_dependent |= lacks_subject;
        facts.elided = elided_subject(&facts.events, &groups);
        book.note_states(&facts.events, shared);
        book.note_parties(&facts, &shared.kinds);
        note_mentions(&chunks, &topics, &mut book.mentions);
        book.is_abroad |=
            chunks.iter().filter_map(|chunk| shared.states.named_by(chunk)).any(|state| Some(state) != setting.home);
        book.topics.note(&topics, &facts.events, facts.is_background);
        book.turn_to(subject, only_person(&groups, &actors), &facts.events);
        facts
    }

    /// Whether the sentence speaks of a year before last ("established relations in 1993").
    fn names_old_year(&self, published: Option<Date>, tokens: &[Token<'_>]) -> bool {
        let this_year = published.and_then(|date| date.year).unwrap_or(FIRST_YEAR);
        tokens.windows(2).any(|pair| {
            let year = pair[1].word.parse::<u16>().ok().filter(|year| (1800..=2199).contains(year));
            self.patterns.place.words.holds(&pair[0]) && year.is_some_and(|year| year + 1 < this_year)
        })
    }

    /// Where a sentence may end early: before "and noted that", when something was already said.
    fn cuts(&self, tokens: &[Token<'_>], triggers: &Triggers, read: &[Read], kinds: &Kinds) -> Vec<usize> {
        let statements: Vec<&Read> = read.iter().filter(|read| !kinds.is_act(&read.event.kind)).collect();
        let is_joint = |at: usize| {
            let earlier = || statements.iter().any(|read| read.trigger.end <= at);
            let next = || self.events.begins_statement(triggers, at + 1);
            let closed = || statements.iter().any(|read| read.trigger.end == at);
            self.patterns.and.holds(&tokens[at]) && earlier() && (next() || (closed() && self.patterns.is_verb_final()))
        };
        (1..tokens.len())
            .filter(|at| is_joint(*at))
            .map(|at| {
                let before = &tokens[at - 1];
                let last = if before.text == "," { &tokens[at.saturating_sub(2)] } else { before };
                last.span.end
            })
            .collect()
    }

    fn describe(
        &self,
        setting: Setting<'_>,
        tokens: &[Token<'_>],
        chunks: &[Chunk],
        topics: &[TopicHit],
        frames: &[FoundFrame],
        facts: &mut SentenceFacts,
    ) {
        for chunk in chunks {
            match (chunk.kind, chunk.concept()) {
                (ChunkKind::Country | ChunkKind::Demonym, Some(concept)) => {
                    facts.things.insert(Thing::Country(concept.clone()));
                }
                (ChunkKind::Org, Some(concept)) => {
                    facts.things.insert(Thing::Organisation(concept.clone()));
                }
                _ => {}
            }
        }
        let told: Vec<&ConceptId> = topics
            .iter()
            .flat_map(|hit| hit.concepts.iter().chain(&hit.hints))
            .filter(|concept| concept.kind() == "topic")
            .collect();
        facts.is_courtesy = !told.is_empty() && told.iter().all(|topic| topic.as_str() == COURTESY);
        facts.things.extend(told.into_iter().filter(|topic| topic.as_str() != COURTESY).cloned().map(Thing::Topic));
        let mut met: Vec<&str> =
            tokens.iter().filter(|token| setting.title.holds(token)).map(|token| token.word).collect();
        met.sort_unstable();
        met.dedup();
        facts.title_words = met.len();
        facts.is_empty = !tokens.iter().any(Token::is_word);
        let (first, last) = (tokens[0].span.start, tokens[tokens.len() - 1].span.end);
        let opening = setting.folded.slice(first, last);
        facts.is_background =
            begins_with(opening, &self.background) || self.recalls.iter().any(|words| opening.contains(words.as_str()));
        facts.is_dependent = begins_with(opening, &self.dependent);
        let quotes = tokens.iter().filter(|token| token.is_quote()).count();
        facts.is_quotation = quotes >= 1 && matches!(tokens[0].text, "\"" | "“" | "«" | "„") || quotes == 1;
        facts.unread_frames = frames
            .iter()
            .filter_map(|frame| match frame {
                FoundFrame::Seen(span) => Some(*span),
                FoundFrame::Read(_) => None,
            })
            .collect();
        for chunk in chunks {
            // Which Monday is meant only its verb tells: where none was read, the word stays.
            let is_of_event =
                || facts.events.iter().filter_map(|event| event.when.as_ref()).any(|when| when.span == chunk.span);
            let is_whole = |date: &&DateMatch| date.completed && date.end.is_none() && !date.form.is_empty();
            let date = chunk.date.as_ref().filter(is_whole).filter(|date| !date.weekday || is_of_event());
            if let Some(date) = date {
                let said = self.language.date(date.start, &date.form).unwrap_or_default();
                // "Na noite desta segunda-feira": "na no dia 5 de maio" is no Portuguese, and the words stay.
                let before = chunk.tokens.start.checked_sub(1).map(|before| &tokens[before]);
                let leads = |word: &str| self.patterns.governors.has(word) || self.patterns.determiners.has(word);
                let is_led = before.is_some_and(|before| leads(before.word));
                if !is_led || !said.split_whitespace().next().is_some_and(leads) {
                    let words = word_count(&said);
                    facts.dates.push(FullDate { span: chunk.span, date: date.start, form: date.form.clone(), words });
                }
            }
            if let Some(form) = &chunk.home_form {
                let own = || chunk.ending.case.as_deref().unwrap_or_default().to_owned();
                let form = if form.is_empty() { own() } else { form.clone() };
                facts.homes.push((chunk.span, chunk.concept().cloned(), form));
            }
        }
        let is_taken = |span: Span| chunks.iter().any(|chunk| chunk.home_form.is_some() && chunk.span.overlaps(span));
        let is_told = |at: usize| !is_taken(tokens[at].span) && !is_quoted(tokens, at);
        for (at, token) in tokens.iter().enumerate() {
            let home = self.patterns.home_possessive.iter().find(|home| home.words == token.word);
            if let Some(home) = home.filter(|_| is_told(at)) {
                facts.homes.push((token.span, setting.home.cloned(), home.form.clone()));
            }
        }
        facts.homes.sort_by_key(|(span, ..)| span.start);
    }

    /// Which names stand in full, and whether the sentence begins with someone who is not named in it.
    fn refer(
        &self,
        setting: Setting<'_>,
        chunks: &[Chunk],
        groups: &[Group],
        actors: &[Vec<Actor>],
        book: &mut Book,
        facts: &mut SentenceFacts,
    ) {
        for (group, actors) in groups.iter().zip(actors) {
            for actor in actors {
                let Some(person) = actor.person else { continue };
                facts.things.insert(Thing::Person(person));
                let named = chunks[group.chunks.clone()]
                    .iter()
                    .find(|chunk| chunk.kind == ChunkKind::Name && actor.span.contains(chunk.stem));
                let Some(chunk) = named else { continue };
                let (span, concept) = (chunk.stem, None);
                book.mentions.push(Mention { span, kind: MentionKind::Person, concept, person: Some(person) });
                if span.of(setting.text) == book.people.list[person].name {
                    facts.names.push((span, person));
                }
            }
        }
        if let (Some(group), Some(actors)) = (groups.first(), actors.first()) {
            let unnamed = group.members.iter().all(|member| member.name.is_none() && member.country.is_none());
            let is_pronoun = group.members.iter().any(|member| member.is_pronoun);
            let plain = group.ending.case.is_none() && group.chunks.start <= 4;
            match actors.as_slice() {
                [Actor { person: Some(person), span, .. }] if unnamed && plain => {
                    // "O, bildirib ki": where the pronoun bears a comma, the name bears none.
                    let next = chunks.get(group.chunks.end).filter(|_| is_pronoun && self.patterns.is_verb_final());
                    let comma = next.filter(|next| next.span.of(setting.text) == ",").map(|comma| comma.span);
                    let span = comma.map_or(*span, |comma| span.to(comma));
                    facts.anaphor = Some((self.with_determiner(setting, chunks, group, span), *person));
                    facts.is_dependent = false;
                }
                [] if is_pronoun && plain => facts.is_dependent = true,
                _ => {}
            }
        }
    }

    /// "The minister" is replaced with its article, "the newly appointed minister" with all that stands before it.
    fn with_determiner(&self, setting: Setting<'_>, chunks: &[Chunk], group: &Group, span: Span) -> Span {
        let is_small =
            |chunk: &&Chunk| self.patterns.determiners.has(setting.folded.slice(chunk.span.start, chunk.span.end));
        let first = chunks[..group.chunks.start].iter().rev().take_while(is_small).last();
        first.map_or(span, |first| first.span.to(span))
    }
}

/// The most bytes that are read as one sentence.
const LONGEST: usize = 4096;

/// A text without stops in parts that can be read: what a sentence costs grows faster than its length.
fn pieces(text: &str, sentence: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while rest.end - rest.start > LONGEST {
        let limit = text.floor_char_boundary(rest.start + LONGEST);
        let blank = text[rest.start..limit].rfind(char::is_whitespace).filter(|at| *at > 0);
        let end = blank.map_or(limit, |at| rest.start + at);
        parts.push(Span::new(rest.start, rest.start + text[rest.start..end].trim_end().len()));
        let next = &text[end..rest.end];
        rest = Span::new(end + (next.len() - next.trim_start().len()), rest.end);
    }
    parts.push(rest);
    parts.retain(|part| part.start < part.end);
    parts
}

/// The topic under which closing formulas stand in the lexicon.
const COURTESY: &str = "topic/other-issues";

/// All events in order of position, the main one before them.
fn events_in_order(sentences: &[SentenceFacts], main: Option<(usize, usize)>) -> Vec<Event> {
    let lead = main.map(|(sentence, at)| sentences[sentence].events[at].clone());
    let numbered = sentences
        .iter()
        .enumerate()
        .flat_map(|(sentence, facts)| facts.events.iter().enumerate().map(move |(at, event)| ((sentence, at), event)));
    let others = numbered.filter(|(place, _)| main != Some(*place)).map(|(_, event)| event.clone());
    lead.into_iter().chain(others).collect()
}

fn check_kinds(locales: &Locales, tag: &str, patterns: &Patterns, kinds: &Kinds) -> Result<(), LoadError> {
    let unknown = patterns.events.iter().find_map(|rule| match &rule.manner {
        _ if !kinds.contains(&rule.kind) => Some((rule.kind.trim_start_matches("event/"), "event kind".to_owned())),
        Some(manner) if !kinds.has_manner(&rule.kind, manner) => {
            Some((manner.key(), format!("manner of `{}`", rule.kind)))
        }
        _ => None,
    });
    let Some((key, what)) = unknown else { return Ok(()) };
    let message = format!("unknown {what} `{key}`");
    let file = locales.layers(tag, "patterns.toml").last();
    let error = match file {
        Some(file) => file.error_near(&format!("\"{key}\""), message),
        None => LoadError::new(format!("locales/{tag}/patterns.toml"), message),
    };
    Err(error.with_hint("kinds and their manners are listed in locales/root/events.toml"))
}

/// The one person of a sentence who stands in no case and is named there, if it has just one.
fn only_person<'a>(groups: &[Group], actors: &'a [Vec<Actor>]) -> Option<&'a Actor> {
    let plain = groups.iter().zip(actors).filter(|(group, _)| group.ending.case.is_none());
    let named = plain.filter(|(group, _)| group.members.iter().any(|member| member.name.is_some()));
    let mut people = named.flat_map(|(_, actors)| actors).filter(|actor| actor.person.is_some());
    let first = people.next()?;
    people.all(|other| other.person == first.person).then_some(first)
}

/// The verb that stands for its subject, and who that is: someone who takes part where no noun phrase stands.
fn elided_subject(events: &[Event], groups: &[Group]) -> Option<(Span, usize)> {
    let is_verb = |agent: &&Actor| groups.iter().all(|group| !group.span.overlaps(agent.span));
    events.iter().flat_map(|event| &event.agents).find(is_verb).and_then(|agent| Some((agent.span, agent.person?)))
}

/// "Will visit on Thursday" is the Thursday to come, where "visited on Thursday" is the last one.
fn look_ahead(read: &mut [crate::events::Read], chunks: &mut [Chunk], published: Option<Date>) {
    let Some(published) = published else { return };
    // "Held talks **on Tuesday** to discuss trade": a day on which something was done has been.
    let done = read.iter().map(|read| &read.event).filter(|event| event.status == Status::Done);
    let been: Vec<Span> = done.filter_map(|event| Some(event.when.as_ref()?.span)).collect();
    let planned = read.iter_mut().map(|read| &mut read.event).filter(|event| event.status == Status::Planned);
    for when in planned.filter_map(|event| event.when.as_mut()).filter(|when| !been.contains(&when.span)) {
        let date = chunks.iter_mut().filter(|chunk| chunk.span == when.span).find_map(|chunk| chunk.date.as_mut());
        if let Some(date) = date.filter(|date| date.weekday && when.start < published)
            && let Some(start) = shift(when.start, 7)
        {
            when.start = start;
            date.start = start;
        }
    }
}

/// No page of news is older, where nothing says of when it is.
const FIRST_YEAR: u16 = 2000;

/// "Will pay a visit from 11 to 15 August", written on the 12th: it is under way.
fn begin_under_way(read: &mut [Read], published: Option<Date>) {
    let Some(now) = published.and_then(Date::days) else { return };
    let is_now = |when: &When| {
        let days = (when.start.days(), when.end.and_then(Date::days));
        matches!(days, (Some(first), Some(last)) if first < now && now <= last)
    };
    let planned = read.iter_mut().map(|read| &mut read.event).filter(|event| event.status == Status::Planned);
    for event in planned.filter(|event| event.when.as_ref().is_some_and(is_now)) {
        event.status = Status::Underway;
    }
}

/// Tells the facts of every sentence which quotations it stands in, paragraph by paragraph.
fn note_quotations(sentences: &[Sentence], tokens: &[Vec<Token<'_>>], facts: &mut [SentenceFacts]) {
    for (facts, tokens) in facts.iter_mut().zip(tokens) {
        facts.quotation = Quotation::new(tokens, body_of(tokens, &facts.tags));
    }
    let mut first = 0;
    for paragraph in sentences.chunk_by(|one, next| one.block == next.block) {
        let facts = &mut facts[first..first + paragraph.len()];
        Quotation::join(&mut facts.iter_mut().map(|facts| &mut facts.quotation).collect::<Vec<_>>());
        first += paragraph.len();
    }
}

/// The title nearest to the text: a line above the headline may look like one.
fn printed_title<'a>(text: &'a str, blocks: &[Block]) -> Option<&'a str> {
    let head = blocks.iter().take_while(|block| block.kind != BlockKind::Prose);
    head.filter(|block| block.kind == BlockKind::Title).last().map(|block| block.span.of(text))
}

fn begins_with(opening: &str, starts: &Starts) -> bool {
    let opening = opening.trim_start_matches(|c: char| !c.is_alphanumeric());
    starts
        .at(opening.as_bytes())
        .iter()
        .any(|start| opening.strip_prefix(start.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn content_words<'w>(words: impl Iterator<Item = &'w str>) -> BTreeSet<String> {
    words.filter(|word| word.chars().count() >= 4).map(str::to_owned).collect()
}

fn note_mentions(chunks: &[Chunk], topics: &[TopicHit], mentions: &mut Vec<Mention>) {
    let from = mentions.len();
    for chunk in chunks {
        let kind = match chunk.kind {
            ChunkKind::Country => MentionKind::Country,
            ChunkKind::Demonym => MentionKind::Demonym,
            ChunkKind::Org => MentionKind::Organisation,
            ChunkKind::Role => MentionKind::Role,
            ChunkKind::Place => MentionKind::Place,
            ChunkKind::Date => MentionKind::Date,
            ChunkKind::Occasion | ChunkKind::Document => MentionKind::Other,
            ChunkKind::Portfolio | ChunkKind::Name | ChunkKind::Ordinal | ChunkKind::Word | ChunkKind::Mark => continue,
        };
        mentions.push(Mention { span: chunk.span, kind, concept: chunk.concept().cloned(), person: None });
    }
    for topic in topics {
        if mentions[from..].iter().all(|mention| !mention.span.overlaps(topic.span)) {
            let concept = topic.concepts.first().or(topic.hints.first()).cloned();
            mentions.push(Mention { span: topic.span, kind: MentionKind::Topic, concept, person: None });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_stops_is_read_in_parts() {
        let text = "um dois três ".repeat(1000);
        let whole = Span::new(0, text.trim_end().len());
        let parts = pieces(&text, whole);
        assert!(parts.iter().all(|part| part.end - part.start <= LONGEST && !part.of(&text).contains("  ")));
        let words = parts.iter().flat_map(|part| part.of(&text).split_whitespace()).count();
        assert_eq!(words, 3000);
        assert_eq!(pieces(&text, Span::new(0, 12)), [Span::new(0, 12)]);
    }
}
