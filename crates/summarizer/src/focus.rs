//! What a reader asks for: states, bodies, topics whose sentences are to weigh more.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::{Annotations, ConceptId, Span};

/// Concepts, and how much each draws, in hundredths of the weight `focus` in `locales/root/weights.toml`.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// use attache_locales::Locales;
/// use attache_summarizer::Focus;
///
/// let focus = Focus::parse("PT, org/osce, topic/renewable-energy=50", &Locales::builtin()).expect("all are known");
/// assert!(!focus.is_empty());
/// let error = Focus::parse("org/ocse", &Locales::builtin()).expect_err("mistyped").to_string();
/// assert_eq!(error, "\"org/ocse\" is no concept of the lexicon; is it org/osce?");
/// # }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Focus(BTreeMap<ConceptId, i64>);

/// The weight of a concept where none is given.
const WHOLE: i64 = 100;
/// The most, so that a focus cannot drown all other parts.
const MOST: i64 = 1000;
/// How alike a mistyped id and a known one are, in thousandths.
const ALIKE: f64 = 0.75;

/// Why a focus could not be read.
#[derive(Debug)]
pub enum FocusError {
    /// No concept has this id; perhaps another was meant.
    Unknown(String, Option<String>),
    /// What stands behind `=` is no whole number from 1 to 1000.
    Weight(String),
    /// A table of the lexicon is broken.
    Broken(LoadError),
}

impl fmt::Display for FocusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id, Some(near)) => write!(f, "\"{id}\" is no concept of the lexicon; is it {near}?"),
            Self::Unknown(id, None) => write!(
                f,
                "\"{id}\" is no concept of the lexicon: two capitals name a state (PT), all others stand in the first column of \
                 locales/root/lexicon (org/osce, topic/energy)"
            ),
            Self::Weight(item) => {
                write!(f, "\"{item}\": behind = stands a whole number from 1 to {MOST}, 100 if nothing is said")
            }
            Self::Broken(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FocusError {}

impl Focus {
    /// Reads a list such as `PT,org/osce,topic/renewable-energy=50`: a state by its ISO 3166 code, anything else by its id; behind
    /// `=` how much it draws, 100 if nothing is said.
    ///
    /// # Errors
    /// Where a concept or a number is not known.
    pub fn parse(list: &str, locales: &Locales) -> Result<Self, FocusError> {
        let items: Vec<&str> = list.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
        let known = if items.is_empty() { BTreeSet::new() } else { known_ids(locales).map_err(FocusError::Broken)? };
        items.into_iter().map(|item| read_item(item, &known)).collect::<Result<_, _>>().map(Self)
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How much a concept draws, in hundredths.
    pub(crate) fn of(&self, concept: &ConceptId) -> i64 {
        self.0.get(concept).copied().unwrap_or(0)
    }

    /// How much each of these sentences draws, in hundredths: every concept once, whoever speaks for a state included.
    pub(crate) fn draw(&self, annotations: &Annotations, sentences: impl Iterator<Item = Span>) -> Vec<i64> {
        if self.is_empty() {
            return sentences.map(|_| 0).collect();
        }
        let mut places: Vec<(Span, &ConceptId)> =
            places(annotations).filter(|(_, concept)| self.of(concept) > 0).collect();
        places.sort_unstable();
        let held = |sentence: Span| {
            let first = places.partition_point(|(span, _)| span.start < sentence.start);
            let inside = places[first..].iter().take_while(|(span, _)| span.start < sentence.end);
            let whole = inside.filter(|(span, _)| sentence.contains(*span)).map(|(_, concept)| *concept);
            whole.collect::<BTreeSet<_>>().into_iter().map(|concept| self.of(concept)).sum()
        };
        sentences.map(held).collect()
    }
}

/// Where concepts stand in an article.
fn places(annotations: &Annotations) -> impl Iterator<Item = (Span, &ConceptId)> {
    let mentions = annotations.mentions.iter().flat_map(|mention| {
        let person = mention.person.and_then(|person| annotations.people[person].country.as_ref());
        mention.concept.as_ref().into_iter().chain(person).map(|concept| (mention.span, concept))
    });
    let topics = annotations.topics.iter().flat_map(|topic| {
        let concepts = std::iter::once(&topic.concept).chain(&topic.broader);
        concepts.flat_map(|concept| topic.spans.iter().map(move |span| (*span, concept)))
    });
    mentions.chain(topics)
}

fn read_item(item: &str, known: &BTreeSet<&str>) -> Result<(ConceptId, i64), FocusError> {
    let (name, weight) = match item.split_once('=') {
        None => (item, WHOLE),
        Some((name, number)) => {
            let number = number.trim().parse().ok().filter(|number| (1..=MOST).contains(number));
            (name.trim(), number.ok_or_else(|| FocusError::Weight(item.to_owned()))?)
        }
    };
    let is_code = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let id = if is_code { format!("country/{}", name.to_ascii_uppercase()) } else { name.to_owned() };
    if known.contains(id.as_str()) {
        return Ok((ConceptId::new(id), weight));
    }
    let alike = |known: &&&str| strsim::normalized_damerau_levenshtein(known, &id);
    let near =
        known.iter().filter(|known| alike(known) >= ALIKE).max_by(|one, other| alike(one).total_cmp(&alike(other)));
    Err(FocusError::Unknown(name.to_owned(), near.filter(|_| !is_code).map(|near| (*near).to_owned())))
}

/// The ids of all concepts.
fn known_ids(locales: &Locales) -> Result<BTreeSet<&str>, LoadError> {
    let mut known = BTreeSet::new();
    for file in locales.lexicon(ROOT) {
        known.extend(file.table()?.rows().map(|row| row.key()).filter(|key| key.contains('/')));
    }
    Ok(known)
}
