//! Inflection, read backwards: what may follow a stem in the same word.
//!
//! An ending is a chain of suffixes, at most one from each slot and in their order. The slots stand in `grammar.toml`;
//! this module does not know what a suffix means.

use std::collections::BTreeSet;

use attache_locales::LoadError;
use serde::Deserialize;

use crate::affix::{Affix, Suffix};
use crate::letters::{LetterSet, Letters};

/// What an ending says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// The form, by its name in `grammar.toml`.
    pub case: Option<String>,
    /// Whether a plural is marked.
    pub plural: bool,
    /// Whether a possessive is marked.
    pub possessive: bool,
}

/// The section `[endings]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawEndings {
    /// Marks that may part a stem from its ending: then the stem is pronounced otherwise than it is written.
    joiners: Vec<String>,
    /// Letters of the language; a stem with others is foreign, and its ending need not agree with it.
    alphabet: String,
    slots: Vec<Vec<RawLink>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawLink {
    suffix: String,
    #[serde(default)]
    case: Option<String>,
    #[serde(default)]
    plural: bool,
    #[serde(default)]
    possessive: bool,
}

/// The endings that one language licenses.
///
/// ```
/// # use attache_grammar::Language;
/// # use attache_locales::Locales;
/// # #[cfg(feature = "builtin")] {
/// let azerbaijani = Language::load(&Locales::builtin(), "az")?;
/// let ending = azerbaijani.endings().read("Portuqaliya", "nın").expect("a genitive");
/// assert_eq!(ending.case.as_deref(), Some("genitive"));
/// assert!(azerbaijani.endings().read("Portuqaliya", "nin").is_none(), "back vowels take a back vowel");
/// # }
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Endings {
    joiners: Vec<String>,
    alphabet: String,
    slots: Vec<Slot>,
    /// With which letters an ending may begin, its joiner included, and with which it may end: most of what follows a stem is turned
    /// away by one of the two.
    openings: LetterSet,
    closings: LetterSet,
    affix: Option<Affix>,
    letters: Letters,
}

#[derive(Debug, Clone)]
struct Slot {
    links: Vec<Link>,
    /// With which letters its suffixes may begin.
    openings: LetterSet,
}

#[derive(Debug, Clone)]
struct Link {
    suffix: Suffix,
    /// With which letters the suffix may begin.
    openings: LetterSet,
    case: Option<String>,
    plural: bool,
    possessive: bool,
}

/// What a chain says up to some slot.
#[derive(Debug, Clone, Copy, Default)]
struct Draft<'a> {
    case: Option<&'a str>,
    plural: bool,
    possessive: bool,
}

impl From<Draft<'_>> for Ending {
    fn from(draft: Draft<'_>) -> Self {
        Self { case: draft.case.map(str::to_owned), plural: draft.plural, possessive: draft.possessive }
    }
}

/// Bytes that the longest chain may take; no word is cut further from its end.
const LONGEST: usize = 28;

impl Endings {
    pub(crate) fn new(
        raw: RawEndings,
        parse: &dyn Fn(&str) -> Result<Suffix, LoadError>,
        affix: Option<Affix>,
        letters: Letters,
    ) -> Result<Self, LoadError> {
        let link = |raw: RawLink| {
            let RawLink { suffix, case, plural, possessive } = raw;
            let suffix = parse(&suffix)?;
            let openings = suffix.openings(affix.as_ref());
            Ok(Link { suffix, openings, case, plural, possessive })
        };
        let slot = |raw: Vec<RawLink>| {
            let links = raw.into_iter().map(link).collect::<Result<Vec<Link>, LoadError>>()?;
            let openings = links.iter().map(|link| link.openings).collect();
            Ok(Slot { links, openings })
        };
        let slots: Vec<Slot> = raw.slots.into_iter().map(slot).collect::<Result<_, LoadError>>()?;
        let joined: LetterSet = raw.joiners.iter().filter_map(|joiner| joiner.chars().next()).collect();
        let openings = slots.iter().map(|slot| slot.openings).chain([joined]).collect();
        let links = || slots.iter().flat_map(|slot| &slot.links);
        let closings = links().map(|link| link.suffix.closings(affix.as_ref())).collect();
        Ok(Self { joiners: raw.joiners, alphabet: raw.alphabet, slots, openings, closings, affix, letters })
    }

    /// Whether an ending may look so: a sieve.
    fn may_be(&self, rest: &str) -> bool {
        let fits = |letter: Option<char>, set: LetterSet| letter.is_some_and(|c| set.may_hold(self.letters.fold(c)));
        fits(rest.chars().next(), self.openings) && fits(rest.chars().next_back(), self.closings)
    }

    /// Reads what follows `stem` in the same word, hyphen or apostrophe included; `None` where no inflection of the
    /// language looks so. Nothing is the plain form.
    #[must_use]
    pub fn read(&self, stem: &str, rest: &str) -> Option<Ending> {
        if rest.is_empty() {
            return Some(Ending::default());
        }
        if rest.len() > LONGEST || !self.may_be(rest) {
            return None;
        }
        let mut context = self.letters.fold_str(stem);
        let rest = self.letters.fold_str(rest);
        let joiner = self.joiners.iter().find(|joiner| rest.starts_with(joiner.as_str()));
        let rest = &rest[joiner.map_or(0, String::len)..];
        let ends_so = |c: char| self.alphabet.is_empty() || self.alphabet.contains(c) || !c.is_alphabetic();
        let lenient = joiner.is_some() || !context.chars().all(ends_so);
        self.follow(&mut context, rest, 0, lenient, Draft::default()).filter(|_| !rest.is_empty())
    }

    /// All ways to cut a word into a stem and a licensed ending, the longest stem first: the first one is the word.
    #[must_use]
    pub fn splits(&self, word: &str) -> Vec<(usize, Ending)> {
        let mut splits = vec![(word.len(), Ending::default())];
        let first = word.char_indices().nth(2).map_or(word.len(), |(at, _)| at);
        let cuts = word.char_indices().rev().map(|(at, _)| at);
        for at in cuts.take_while(|at| *at >= first && word.len() - at <= LONGEST) {
            splits.extend(self.read(&word[..at], &word[at..]).map(|ending| (at, ending)));
        }
        splits
    }

    /// What the endings of each slot look like, slot by slot, each once and in order: for taking them off words of no lexicon.
    #[must_use]
    pub fn surfaces(&self) -> Vec<Vec<String>> {
        let of = |link: &Link| match &self.affix {
            Some(affix) => affix.surfaces(&link.suffix, &self.letters),
            None => vec![link.suffix.plain_text()],
        };
        let slots = self.slots.iter().map(|slot| slot.links.iter().flat_map(of).filter(|surface| !surface.is_empty()));
        slots.map(|surfaces| surfaces.collect::<BTreeSet<String>>().into_iter().collect()).collect()
    }

    /// The rest of a chain from a slot on. A slot is passed over before it is used, so that the shortest chain wins:
    /// `İranı` is an accusative, not "its Iran".
    fn follow(
        &self,
        context: &mut String,
        rest: &str,
        slot: usize,
        lenient: bool,
        so_far: Draft<'_>,
    ) -> Option<Ending> {
        let Some(first) = rest.chars().next() else { return Some(so_far.into()) };
        let here = self.slots.get(slot)?;
        if let Some(found) = self.follow(context, rest, slot + 1, lenient, so_far) {
            return Some(found);
        }
        if !here.openings.may_hold(first) {
            return None;
        }
        for link in here.links.iter().filter(|link| link.openings.may_hold(first)) {
            let Some(taken) = self.matched(context, rest, &link.suffix, lenient).filter(|taken| *taken > 0) else {
                continue;
            };
            let so_far = Draft {
                case: link.case.as_deref().or(so_far.case),
                plural: so_far.plural || link.plural,
                possessive: so_far.possessive || link.possessive,
            };
            let before = context.len();
            context.push_str(&rest[..taken]);
            let found = self.follow(context, &rest[taken..], slot + 1, false, so_far);
            context.truncate(before);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn matched(&self, context: &str, rest: &str, suffix: &Suffix, lenient: bool) -> Option<usize> {
        match &self.affix {
            Some(affix) => affix.match_suffix(context, rest, suffix, lenient),
            None => suffix.match_plain(rest),
        }
    }
}
