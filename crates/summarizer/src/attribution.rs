//! Who says so: attribution tags, outlets, cited bodies.
//!
//! A tag is kept as the source and never digested (`news-patterns.md`, section 6). Its words stand in
//! `locales/<tag>/reading.toml` under `[attribution]`, the outlets in `locales/root/outlets.tsv`.

use std::collections::BTreeMap;
use std::ops::Range;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::{ConceptId, Span};
use serde::Deserialize;

use crate::dateline::{dateline_end, is_own_sentence};
use crate::folded::FoldTable;
use crate::patterns::Phrase;
use crate::phrase::{ClassBook, Phrases, Sight, Sights};
use crate::token::{Shape, Token, item_head};
use crate::words::{WordEnds, WordMap, Words};

/// How many tokens a tag may still hold behind its phrase.
const TAIL: usize = 16;
/// How many tokens a tag before the sentence may hold.
const HEAD: usize = 24;
/// How many tokens the mark of who sent a piece may have inside its brackets.
const MARK: usize = 4;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct AttributionFile {
    /// Phrases that begin a tag at the end of a sentence; the first step is the comma or dash before it.
    tail: Vec<String>,
    /// Phrases that a tag at the head of a sentence is.
    head: Vec<String>,
    /// Phrases at the head of a sentence that is nothing but a tag.
    whole: Vec<String>,
    /// Words that may close a head ("that", "ki").
    that: Vec<String>,
    /// Words behind a head that stand for the source: then it speaks of itself ("the ministry said that it summoned …").
    own: Vec<String>,
    /// Words of which a tail holds at least one, unless it holds a known outlet or body.
    sources: Vec<String>,
    /// Words that stand for somebody who speaks ("him"): what they say is theirs, and no tag.
    speakers: Vec<String>,
    /// Words in the names of papers and agencies ("times").
    papers: Vec<String>,
    /// Ends of finite verbs: behind the comma that closes a tag they go on with the sentence.
    verbs: Vec<String>,
    /// Words that open the line below the text with the day of publication ("Published: …").
    #[serde(default)]
    dated: Vec<String>,
}

/// What telling tags needs to know of the words in them.
pub(crate) struct Known<'a> {
    /// Whether a word begins the name of an outlet or a body.
    pub(crate) is_source: &'a dyn Fn(&Token<'_>) -> bool,
    /// Where a place ends that is named at a word.
    pub(crate) place_end: &'a dyn Fn(&Token<'_>) -> Option<usize>,
    pub(crate) office: &'a OfficeAt<'a>,
    /// Whether a word is a given name.
    pub(crate) is_given: &'a dyn Fn(&Token<'_>) -> bool,
}

/// Whether a word begins an office, and whether somebody is named right behind it.
pub(crate) type OfficeAt<'a> = dyn Fn(&[Token<'_>], usize) -> Option<Holder> + 'a;

/// Whether somebody is named with an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    Named,
    Unnamed,
}

/// What a sentence says of the one before, where that is all it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Who told it: "This was reported by the ministry."
    Source,
    /// Whose words it was: "This was announced by Minister X."
    Speaker,
}

#[derive(Debug)]
pub(crate) struct Attribution {
    tail: Phrases,
    head: Phrases,
    whole: Phrases,
    that: Words,
    own: Words,
    sources: Words,
    speakers: Words,
    pub(crate) papers: Words,
    verbs: WordEnds,
    pub(crate) dated: Words,
}

/// A tag in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    /// Whether nothing is left of the sentence without it.
    pub(crate) is_whole: bool,
}

impl Attribution {
    pub(crate) fn new(raw: &AttributionFile, table: &FoldTable, book: &mut ClassBook) -> Self {
        let fold = |word: &str| table.fold_str(word);
        let mut phrases = |texts: &[String]| {
            let phrases: Vec<Phrase> = texts.iter().map(|text| Phrase::parse(text, &fold)).collect();
            Phrases::new(&phrases, book)
        };
        Self {
            tail: phrases(&raw.tail),
            head: phrases(&raw.head),
            whole: phrases(&raw.whole),
            that: Words::new(&raw.that, &fold),
            own: Words::new(&raw.own, &fold),
            sources: Words::new(&raw.sources, &fold),
            speakers: Words::new(&raw.speakers, &fold),
            papers: Words::new(&raw.papers, &fold),
            verbs: WordEnds::new(&raw.verbs, &fold),
            dated: Words::new(&raw.dated, &fold),
        }
    }

    /// The tags of a sentence, at most one at its head and one at its end.
    pub(crate) fn find(&self, (tokens, sights): (&Vec<Token<'_>>, &Sights), known: &Known<'_>) -> Vec<Tag> {
        let whole = sights.of(0..tokens.len());
        let is_source = self.role((tokens, sights), known.office) == Some(Role::Source);
        if (is_source && !self.names_speaker(tokens, known)) || is_own_sentence(tokens) {
            return vec![tag(tokens, 0..tokens.len(), true)];
        }
        let Some(last) = tokens.len().checked_sub(1) else { return Vec::new() };
        let body = if tokens[last].shape == Shape::Mark { last } else { tokens.len() };
        // "1. Marta Quiroga – Lima": what an item says first is no place.
        let is_item = item_head(tokens).is_some();
        let start = if is_item { 0 } else { dateline_end(&tokens[..body], known.place_end) };
        let head = self.head_end((tokens, whole), start, body).filter(|end| !self.speaks(&tokens[start..*end], known));
        let head = head.unwrap_or(start);
        let tail = self.tail_start((tokens, sights.of(0..body)), head, known.is_source);
        let tail = tail.filter(|at| !self.speaks(&tokens[*at..body], known));
        let head = (head > 0).then(|| tag(tokens, 0..head, false));
        head.into_iter().chain(tail.map(|at| tag(tokens, at..body, false))).collect()
    }

    /// What a sentence says of the one before, if that is all it says.
    pub(crate) fn role(&self, sentence: (&[Token<'_>], &Sights), office: &OfficeAt<'_>) -> Option<Role> {
        let tokens = sentence.0;
        if is_mark_of_sender(tokens) {
            return Some(Role::Source);
        }
        // "This was announced by Minister X": what the lead told is what X said.
        let is_named = || (0..tokens.len()).any(|at| office(tokens, at) == Some(Holder::Named));
        self.refers(sentence).then(|| if is_named() { Role::Speaker } else { Role::Source })
    }

    /// "Bunu **Ceyhun Bayramov** deyib": whether somebody is named in full who is no source, though without an office.
    fn names_speaker(&self, tokens: &[Token<'_>], known: &Known<'_>) -> bool {
        let is_name = |token: &Token<'_>| {
            let is_paper = self.papers.holds(token) || self.sources.holds(token);
            token.shape == Shape::Capital && !is_paper && !(known.is_source)(token)
        };
        tokens.windows(2).skip(1).any(|pair| pair.iter().all(is_name) && (known.is_given)(&pair[0]))
    }

    /// Whether a sentence only says who said what the one before tells.
    pub(crate) fn refers(&self, (tokens, sights): (&[Token<'_>], &Sights)) -> bool {
        self.whole.ends_at(sights.of(0..tokens.len()), 0).next().is_some()
    }

    /// Whether somebody speaks here who is more than a source ("according to the minister"): without these words a claim would
    /// be a fact.
    fn speaks(&self, tokens: &[Token<'_>], known: &Known<'_>) -> bool {
        let has_source = || tokens.iter().any(|token| self.sources.holds(token) || (known.is_source)(token));
        let holders = || (0..tokens.len()).filter_map(|at| (known.office)(tokens, at));
        tokens.iter().any(|token| self.speakers.holds(token))
            || holders().any(|holder| holder == Holder::Named)
            || (holders().next().is_some() && !has_source())
    }

    fn head_end(&self, (tokens, sight): (&[Token<'_>], Sight<'_>), start: usize, body: usize) -> Option<usize> {
        let ends = self.head.ends_at(sight, start);
        let end = ends.filter(|end| *end <= start + HEAD && *end < body).min()?;
        let closes = |token: &&Token<'_>| token.text == "," || self.that.holds(token);
        let end = end + tokens[end..body].iter().take_while(closes).count();
        (!tokens.get(end).is_some_and(|next| self.own.holds(next))).then_some(end)
    }

    fn tail_start(
        &self,
        (tokens, sight): (&[Token<'_>], Sight<'_>),
        head: usize,
        is_source: &dyn Fn(&Token<'_>) -> bool,
    ) -> Option<usize> {
        let body = sight.len();
        let mut starts = (head + 1..body).filter(|at| tokens[*at].shape == Shape::Mark);
        starts.find(|at| {
            let end = self.tail.ends_at(sight, *at).min();
            let names_source =
                || tokens[at + 1..body].iter().any(|token| self.sources.holds(token) || is_source(token));
            end.is_some_and(|end| body - end <= TAIL) && names_source() && !self.is_aside(&tokens[..body], *at)
        })
    }

    /// "The president, **according to the ministry,** received X": the source stands between the subject and its verb, and what is
    /// behind it is the news.
    fn is_aside(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let is_verb = |token: &Token<'_>| token.shape == Shape::Lower && self.verbs.close(token.word);
        let goes_on = |pair: &[Token<'_>]| pair[0].text == "," && is_verb(&pair[1]);
        !tokens[..at].iter().any(is_verb) && tokens[at + 1..].windows(2).any(goes_on)
    }
}

/// "(AGENCY)", "/Agency Press/" as a sentence of its own: who sent the piece or took the photograph above.
fn is_mark_of_sender(tokens: &[Token<'_>]) -> bool {
    let [open, names @ .., close] = tokens else { return false };
    let is_closed = matches!((open.text, close.text), ("(", ")") | ("[", "]") | ("/", "/"));
    let is_name = |token: &Token<'_>| token.shape == Shape::Capital || token.text == "/";
    is_closed && (1..=MARK).contains(&names.len()) && names.iter().all(is_name)
}

fn tag(tokens: &[Token<'_>], range: Range<usize>, is_whole: bool) -> Tag {
    let span = tokens[range.start].span.to(tokens[range.end - 1].span);
    Tag { tokens: range, span, is_whole }
}

/// The publishers that are known by name.
#[derive(Debug)]
pub(crate) struct Outlets(WordMap<Outlet>);

#[derive(Debug, Clone)]
pub(crate) struct Outlet {
    pub(crate) name: String,
    pub(crate) country: Option<ConceptId>,
}

impl Outlets {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut outlets = BTreeMap::new();
        let Some(file) = locales.file(ROOT, "outlets.tsv") else { return Ok(Self(WordMap::default())) };
        let table = file.table()?;
        for row in table.rows() {
            let country = Some(row.cell("country")).filter(|c| !c.is_empty()).map(ConceptId::new);
            let outlet = Outlet { name: row.key().to_owned(), country };
            for name in std::iter::once(row.key()).chain(row.list("aliases")) {
                outlets.insert(name.to_owned(), outlet.clone());
            }
        }
        Ok(Self(WordMap::new(outlets)))
    }

    /// The outlet of that name, spelt exactly so: "Report" is an agency, "a report" is none.
    pub(crate) fn get(&self, name: &str) -> Option<&Outlet> {
        self.0.get(name.trim_matches(|c: char| !c.is_alphanumeric()))
    }

    /// The outlet that a line names and nothing else.
    pub(crate) fn exact(&self, line: &str) -> Option<&Outlet> {
        self.0.get(line.trim())
    }

    /// The first outlet whose name stands in these tokens; names have up to four words, and a site's name may have
    /// dots ("news.az") and case endings behind a hyphen ("APA-ya").
    pub(crate) fn find<'o>(&'o self, text: &str, tokens: &[Token<'_>]) -> Option<(&'o Outlet, Span)> {
        (0..tokens.len()).filter(|at| tokens[*at].is_word()).find_map(|at| {
            (1..=4.min(tokens.len() - at)).rev().find_map(|width| {
                let span = tokens[at].span.to(tokens[at + width - 1].span);
                let words = span.of(text);
                let stem = words.rsplit_once('-').map_or(words, |(stem, _)| stem);
                self.get(words).or_else(|| self.get(stem)).map(|outlet| (outlet, span))
            })
        })
    }
}
