//! Inflection, read backwards: what may follow a stem in the same word.
//!
//! An ending is a chain of suffixes, at most one from each slot and in their order. The slots stand in `grammar.toml`;
//! this module does not know what a suffix means.

use std::collections::BTreeSet;
use std::sync::Arc;

use attache_locales::LoadError;
use serde::Deserialize;

use crate::affix::{Affix, Sound, Suffix};
use crate::letters::{LetterSet, Letters};

/// What an ending says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// The form, by its name in `grammar.toml`.
    pub case: Option<Arc<str>>,
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
    alphabet: Alphabet,
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
    case: Option<Arc<str>>,
    plural: bool,
    possessive: bool,
}

/// What a chain says up to some slot.
#[derive(Debug, Clone, Copy, Default)]
struct Draft<'a> {
    case: Option<&'a Arc<str>>,
    plural: bool,
    possessive: bool,
}

impl From<Draft<'_>> for Ending {
    fn from(draft: Draft<'_>) -> Self {
        Self { case: draft.case.cloned(), plural: draft.plural, possessive: draft.possessive }
    }
}

/// The letters of a language; those of ASCII as bits.
#[derive(Debug, Clone, Default)]
struct Alphabet {
    ascii: u128,
    others: Vec<char>,
}

impl Alphabet {
    fn of(letters: &str) -> Self {
        let ascii = letters.bytes().filter(u8::is_ascii).fold(0, |bits, byte| bits | 1 << byte);
        Self { ascii, others: letters.chars().filter(|c| !c.is_ascii()).collect() }
    }

    /// Whether a letter stands in no word of the language; no letter does so where the alphabet is not told.
    fn is_foreign(&self, c: char) -> bool {
        let is_told = self.ascii != 0 || !self.others.is_empty();
        let is_own = if c.is_ascii() { self.ascii & 1 << (c as u32) != 0 } else { self.others.contains(&c) };
        is_told && !is_own && c.is_alphabetic()
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
            Ok(Link { suffix, openings, case: case.map(Arc::from), plural, possessive })
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
        Ok(Self {
            joiners: raw.joiners,
            alphabet: Alphabet::of(&raw.alphabet),
            slots,
            openings,
            closings,
            affix,
            letters,
        })
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
        let is_foreign = context.chars().any(|c| self.alphabet.is_foreign(c));
        self.read_folded(&mut context, &self.letters.fold_str(rest), is_foreign)
    }

    /// As [`Endings::read`], for folded letters that passed the sieve.
    fn read_folded(&self, context: &mut String, rest: &str, is_foreign: bool) -> Option<Ending> {
        let joiner = self.joiners.iter().find(|joiner| rest.starts_with(joiner.as_str()));
        let rest = &rest[joiner.map_or(0, String::len)..];
        if rest.is_empty() {
            return None;
        }
        self.follow(context, rest, 0, joiner.is_some() || is_foreign, Draft::default())
    }

    /// All ways to cut a word into a stem and a licensed ending, the longest stem first: the first one is the word.
    #[must_use]
    pub fn splits(&self, word: &str) -> Vec<(usize, Ending)> {
        let mut splits = vec![(word.len(), Ending::default())];
        let last = word.chars().next_back().map(|c| self.letters.fold(c));
        if !last.is_some_and(|c| self.closings.may_hold(c)) {
            return splits;
        }
        // For each letter where it begins in the word and in its folded letters.
        let mut folded = String::with_capacity(word.len() + 4);
        let mut starts: Vec<(usize, usize)> = Vec::with_capacity(word.len());
        let mut foreign = usize::MAX;
        for (at, c) in word.char_indices() {
            let c = self.letters.fold(c);
            starts.push((at, folded.len()));
            if foreign == usize::MAX && self.alphabet.is_foreign(c) {
                foreign = folded.len();
            }
            folded.push(c);
        }
        let mut context = String::with_capacity(folded.len());
        let cuts = starts.iter().skip(2).rev().take_while(|(at, _)| word.len() - at <= LONGEST);
        for (at, start) in cuts {
            let (stem, rest) = folded.split_at(*start);
            if rest.chars().next().is_some_and(|c| self.openings.may_hold(c)) {
                context.clear();
                context.push_str(stem);
                splits.extend(self.read_folded(&mut context, rest, foreign < *start).map(|ending| (*at, ending)));
            }
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
        let sound = self.affix.as_ref().map(|affix| affix.sound(context)).unwrap_or_default();
        for link in here.links.iter().filter(|link| link.openings.may_hold(first)) {
            let Some(taken) = self.matched(sound, rest, &link.suffix, lenient).filter(|taken| *taken > 0) else {
                continue;
            };
            let so_far = Draft {
                case: link.case.as_ref().or(so_far.case),
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

    fn matched(&self, sound: Sound, rest: &str, suffix: &Suffix, lenient: bool) -> Option<usize> {
        match &self.affix {
            Some(affix) => affix.match_suffix(sound, rest, suffix, lenient),
            None => suffix.match_plain(rest),
        }
    }
}
