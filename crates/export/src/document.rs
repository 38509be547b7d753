//! A bulletin as it will stand on the page, before any format.
//!
//! Here everything becomes harmless, indices are resolved and paragraphs are cut into clauses, once for all formats. Knows the order
//! of things on the page; knows no mark of any format.

use attache_schema::{Bulletin, Date, Edition, Item, Realization, Reference, Section, Traced};

use crate::Options;
use crate::harmless::{Direction, link, shown, shown_inside, tag};
use crate::options::Evidence;

/// How many sources one story lists. A day's news has hundreds of articles; who lists more wants to fill the disk.
const MAX_SOURCES: usize = 100;

/// How many sentences of further sources are shown beside a clause.
const MAX_QUOTES: usize = 4;

/// Between the parts of a source; a mark of no language.
const BETWEEN: &str = " · ";

/// A bulletin as it will stand on the page.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its name for windows and archives.
    pub(crate) title: String,
    pub(crate) date: Option<Date>,
    pub(crate) letterhead: Vec<String>,
    /// Never empty.
    pub(crate) editions: Vec<Leaf>,
}

/// One edition.
#[derive(Debug)]
pub(crate) struct Leaf {
    pub(crate) language: String,
    pub(crate) direction: Direction,
    /// The language's own name; the tag where it has none.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) dateline: String,
    pub(crate) contents: String,
    pub(crate) sources: String,
    pub(crate) nothing: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) notes: Vec<String>,
}

/// Stories under one heading.
#[derive(Debug)]
pub(crate) struct Part {
    /// Empty where there is only one.
    pub(crate) heading: String,
    pub(crate) entries: Vec<Entry>,
}

/// One story.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Unlike the number, unique in its edition whatever the bulletin says.
    pub(crate) key: usize,
    pub(crate) number: usize,
    pub(crate) headline: String,
    /// The language of the headline, where it is not the edition's.
    pub(crate) headline_language: Option<String>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) differences: Vec<String>,
    pub(crate) sources: Vec<Source>,
}

/// A part of a paragraph.
#[derive(Debug)]
pub(crate) struct Clause {
    pub(crate) text: String,
    /// What stands in brackets behind it where a service translated it.
    pub(crate) mark: Option<String>,
    /// The language of a clause that is quoted as it was written.
    pub(crate) language: Option<String>,
    /// Where it was read; none for what stands between clauses.
    pub(crate) proof: Option<Proof>,
}

/// The sentences that a clause rests on, at least one.
#[derive(Debug)]
pub(crate) struct Proof {
    pub(crate) quotes: Vec<Quote>,
}

/// A sentence with who wrote it.
#[derive(Debug)]
pub(crate) struct Quote {
    pub(crate) sentence: String,
    /// The language of that sentence.
    pub(crate) language: String,
    /// Who have it, the one from which it was taken first.
    pub(crate) outlets: String,
}

/// An article that a story rests on.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) outlet: String,
    pub(crate) title: String,
    /// The day and the language of the article.
    pub(crate) rest: String,
    pub(crate) language: String,
    pub(crate) url: Option<String>,
}

impl Document {
    pub(crate) fn new(bulletin: &Bulletin, editions: &[&Edition], options: &Options) -> Self {
        let editions: Vec<Leaf> =
            editions.iter().map(|edition| Leaf::new(bulletin, edition, options.evidence)).collect();
        Self {
            title: options.title.as_deref().map_or_else(|| name(&editions), shown),
            date: bulletin.date,
            letterhead: non_empty(&bulletin.letterhead),
            editions,
        }
    }

    /// Whether a reader has editions to choose from.
    pub(crate) fn is_several(&self) -> bool {
        self.editions.len() > 1
    }
}

/// "Press brief, 6 March 2023": what the first edition calls itself.
fn name(editions: &[Leaf]) -> String {
    editions.first().map_or_else(String::new, |edition| joined([&*edition.title, &*edition.dateline], BETWEEN))
}

impl Leaf {
    fn new(bulletin: &Bulletin, edition: &Edition, evidence: Evidence) -> Self {
        let mut keys = 0..;
        let mut next_key = || keys.next().unwrap_or_default();
        let language = tag(&edition.language);
        let labels = &edition.labels;
        let sections = edition.sections.iter().filter(|section| !section.items.is_empty());
        Self {
            direction: Direction::of(&sample(edition)),
            name: [shown(&edition.name), language.clone()].into_iter().find(|it| !it.is_empty()).unwrap_or_default(),
            language,
            title: shown(&edition.title),
            dateline: shown(&edition.dateline),
            contents: shown(&labels.contents),
            sources: shown(&labels.sources),
            nothing: shown(&labels.nothing),
            parts: sections.map(|section| Part::new(bulletin, edition, section, evidence, &mut next_key)).collect(),
            notes: non_empty(&edition.notes),
        }
    }

    /// All stories, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.parts.iter().flat_map(|part| &part.entries)
    }
}

/// A text of the edition by which its direction is told: a title may be a name in another script, a paragraph is not.
fn sample(edition: &Edition) -> String {
    let first = edition.sections.iter().flat_map(|section| &section.items).next();
    first.map(|item| item.paragraph.as_str()).filter(|text| !text.is_empty()).unwrap_or(&edition.title).to_owned()
}

impl Part {
    fn new(
        bulletin: &Bulletin,
        edition: &Edition,
        section: &Section,
        evidence: Evidence,
        next_key: &mut impl FnMut() -> usize,
    ) -> Self {
        let items = section.items.iter();
        Self {
            heading: shown(&section.heading),
            entries: items.map(|item| Entry::new(bulletin, edition, item, evidence, next_key())).collect(),
        }
    }
}

impl Entry {
    fn new(bulletin: &Bulletin, edition: &Edition, item: &Item, evidence: Evidence, key: usize) -> Self {
        let indices = bulletin.stories.get(item.story).map_or(&[][..], |story| &story.sources);
        let sources = indices.iter().filter_map(|index| bulletin.sources.get(*index));
        Self {
            key,
            number: item.number,
            headline: shown(&item.headline),
            headline_language: item.headline_language.as_deref().map(tag),
            clauses: cut(item, &bulletin.sources, evidence, &shown(&edition.labels.translated)),
            differences: non_empty(&item.differences),
            sources: sources.take(MAX_SOURCES).map(|reference| Source::new(reference, edition)).collect(),
        }
    }
}

/// The paragraph as clauses and what stands between them; a span that does not fit it, or overlaps the one before, is passed over.
fn cut(item: &Item, references: &[Reference], evidence: Evidence, label: &str) -> Vec<Clause> {
    let paragraph = item.paragraph.as_str();
    let mut clauses = Vec::new();
    let mut at = 0;
    for traced in &item.clauses {
        let span = traced.span;
        let (Some(between), Some(text)) = (paragraph.get(at..span.start), paragraph.get(span.start..span.end)) else {
            continue;
        };
        push(&mut clauses, between, Clause::plain);
        let proof = (evidence == Evidence::Shown).then(|| Proof::new(traced, references)).flatten();
        let first = traced.sources.first().and_then(|source| references.get(*source));
        let language = first.filter(|_| traced.realization == Realization::Quoted).map(|source| tag(&source.language));
        let (text, mark) = match traced.realization {
            Realization::Translated => marked(text, label),
            _ => (text, None),
        };
        push(&mut clauses, text, |text| Clause { text, mark, language, proof });
        at = span.end;
    }
    push(&mut clauses, paragraph.get(at..).unwrap_or(""), Clause::plain);
    trim(&mut clauses);
    clauses
}

/// A translated clause and its mark: the brackets that it ends with, if the edition's word for a translation stands in them, else that
/// word alone.
fn marked<'t>(text: &'t str, label: &str) -> (&'t str, Option<String>) {
    let inside = text.trim_end().strip_suffix(']').and_then(|text| text.rsplit_once('['));
    match inside.filter(|(_, mark)| !label.is_empty() && mark.contains(label)) {
        Some((text, mark)) => (text.trim_end(), Some(shown(mark))),
        None => (text, Some(if label.is_empty() { "*".to_owned() } else { label.to_owned() })),
    }
}

fn push(clauses: &mut Vec<Clause>, text: &str, clause: impl FnOnce(String) -> Clause) {
    let mut text = shown_inside(text);
    if clauses.last().is_none_or(|before| before.text.ends_with(' ')) {
        text = text.trim_start_matches(' ').to_owned();
    }
    if !text.is_empty() {
        clauses.push(clause(text));
    }
}

/// Takes the white space off the paragraph's end.
fn trim(clauses: &mut Vec<Clause>) {
    while let Some(last) = clauses.last_mut() {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            return;
        }
        clauses.pop();
    }
}

impl Clause {
    /// What stands between clauses.
    fn plain(text: String) -> Self {
        Self { text, mark: None, language: None, proof: None }
    }
}

impl Proof {
    /// The sentence from which a clause was made, and what further sources say, each with its own.
    fn new(traced: &Traced, references: &[Reference]) -> Option<Self> {
        let apart: Vec<usize> = traced.further.iter().map(|further| further.source).collect();
        let together = traced.sources.iter().enumerate().filter(|(at, index)| *at == 0 || !apart.contains(index));
        let first = Quote::new(&traced.sentence, together.map(|(_, index)| *index), references);
        let further = traced.further.iter().take(MAX_QUOTES);
        let further = further.filter_map(|its| Quote::new(&its.sentence, std::iter::once(its.source), references));
        let quotes: Vec<Quote> = first.into_iter().chain(further).collect();
        (!quotes.is_empty()).then_some(Self { quotes })
    }

    /// "The sentence. — Gazette · A sentence. — Messenger".
    pub(crate) fn line(&self) -> String {
        let lines: Vec<String> = self.quotes.iter().map(|its| joined([&*its.sentence, &*its.outlets], " — ")).collect();
        joined(lines.iter().map(String::as_str), BETWEEN)
    }
}

impl Quote {
    fn new(sentence: &str, sources: impl Iterator<Item = usize>, references: &[Reference]) -> Option<Self> {
        let sentence = shown(sentence);
        let sources: Vec<&Reference> = sources.filter_map(|index| references.get(index)).take(MAX_SOURCES).collect();
        let mut outlets: Vec<String> = Vec::new();
        for source in &sources {
            let outlet = outlet(source);
            if !outlet.is_empty() && !outlets.contains(&outlet) {
                outlets.push(outlet);
            }
        }
        let language = tag(sources.first().map_or("", |source| &source.language));
        (!sentence.is_empty()).then(|| Self { sentence, language, outlets: outlets.join(", ") })
    }
}

impl Source {
    fn new(reference: &Reference, edition: &Edition) -> Self {
        let language = tag(&reference.language);
        let known = if reference.language.is_empty() { "" } else { &language };
        let in_words = |date: Date| edition.days.get(&date).map(|said| shown(said)).filter(|said| !said.is_empty());
        let date =
            reference.published.map_or_else(String::new, |date| in_words(date).unwrap_or_else(|| date.to_string()));
        Self {
            outlet: outlet(reference),
            title: reference.title.as_deref().map_or_else(String::new, shown),
            rest: joined([&*date, known], BETWEEN),
            url: reference.url.as_deref().and_then(link),
            language,
        }
    }

    /// What is linked: the article's title, or else its publisher, or else its address.
    pub(crate) fn head(&self) -> &str {
        [&*self.title, &*self.outlet].into_iter().find(|it| !it.is_empty()).or(self.url.as_deref()).unwrap_or("")
    }

    /// What stands before it: its publisher, if it is not already the head.
    pub(crate) fn before(&self) -> String {
        if self.title.is_empty() || self.outlet.is_empty() {
            String::new()
        } else {
            format!("{}{BETWEEN}", self.outlet)
        }
    }

    /// What stands behind it.
    pub(crate) fn after(&self) -> String {
        if self.rest.is_empty() { String::new() } else { format!("{BETWEEN}{}", self.rest) }
    }

    /// "Gazette · Ministers meet · 2023-03-06".
    pub(crate) fn line(&self) -> String {
        format!("{}{}{}", self.before(), self.head(), self.after())
    }
}

/// Who published an article; its id where nobody knows.
fn outlet(reference: &Reference) -> String {
    let outlet = reference.outlet.as_deref().map_or_else(String::new, shown);
    if outlet.is_empty() && reference.title.is_none() && reference.url.is_none() {
        return shown(&reference.id);
    }
    outlet
}

fn non_empty(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| shown(line)).filter(|line| !line.is_empty()).collect()
}

/// The parts that are not empty, with `between` between them.
pub(crate) fn joined<'a>(parts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
