//! Names without their case endings.
//!
//! A name in no lexicon gives no sign of where it ends and its ending begins ("Bayramovla", "Mandela"). Four witnesses
//! are asked: the article, the shape of the surname, the word that governs the case, and the length of the ending. Where
//! none speaks, the name stays as it stands.

use std::collections::BTreeSet;

use attache_grammar::{Ending, Endings, Language, Names};
use attache_schema::{Gender, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::frames::OWNER_CASE;
use crate::patterns::Patterns;
use crate::phrase::Sight;
use crate::token::Token;

/// What is known beside the words of the sentence.
pub(crate) struct Witness<'a> {
    pub(crate) language: &'a Language,
    pub(crate) names: &'a Names,
    pub(crate) text: &'a str,
    /// The capitalised words of the article, each once.
    pub(crate) capitals: &'a BTreeSet<&'a str>,
}

impl Witness<'_> {
    /// Whether a word stands somewhere in the article by itself.
    fn is_known(&self, word: &str) -> bool {
        self.capitals.contains(word)
    }

    /// The cut whose stem bears other endings elsewhere ("Fidan-la" tells that "Fidanın" is "Fidan-ın", not "Fida-nın").
    fn most_inflected(&self, word: &str, cuts: &[(usize, Ending)]) -> Option<(usize, Ending)> {
        let bears = |stem: &str| {
            let others = self.capitals.range(stem..).take_while(|other| other.starts_with(stem));
            let inflected = |other: &&&str| {
                let ending = self.language.endings().read(stem, &other[stem.len()..]);
                **other != word && ending.is_some_and(|e| e.case.is_some() && !e.plural && !e.possessive)
            };
            others.filter(inflected).count()
        };
        let counted = cuts.iter().map(|cut| (word.get(..cut.0).map_or(0, bears), cut));
        let best = counted.clone().map(|(count, _)| count).max().filter(|count| *count > 0)?;
        let mut leaders = counted.filter(|(count, _)| *count == best).map(|(_, cut)| cut);
        // Two that are borne out alike decide nothing.
        leaders.next().filter(|_| leaders.next().is_none()).cloned()
    }
}

/// The case whose ending a bare possessive shares.
pub(crate) const OBJECT: &str = "accusative";

/// Cuts the case ending off each name.
pub(crate) fn cut_name_endings(
    patterns: &Patterns,
    witness: &Witness<'_>,
    (tokens, sight): (&[Token<'_>], Sight<'_>),
    chunks: &mut [Chunk],
) {
    for at in 0..chunks.len() {
        if chunks[at].kind != ChunkKind::Name {
            continue;
        }
        let last = &tokens[chunks[at].tokens.end - 1];
        // "Marta Kiroqanı **Tallinə** dəvət edib": the word that governs may stand behind a day or a place.
        let is_aside = |chunk: &&Chunk| match chunk.kind {
            ChunkKind::Date => true,
            ChunkKind::Place | ChunkKind::Country => {
                chunk.ending.case.as_deref().is_some_and(|case| case != OWNER_CASE)
            }
            _ => false,
        };
        let asides = chunks[at + 1..].iter().take_while(is_aside).count();
        let has_object = || has_object(&chunks[..at]) || is_before_object(&chunks[at + 1..], chunks[at].tokens.end);
        let ask = |chunk: &Chunk| {
            patterns.governed_case(sight, chunk.tokens.start).filter(|case| *case != OBJECT || !has_object())
        };
        let name = Name {
            given: chunks[at].span.of(witness.text).strip_suffix(last.text).unwrap_or_default(),
            last: last.text,
            is_before_noun: is_before_noun(patterns, witness, tokens, &chunks[at + 1..])
                || shares_noun(patterns, witness, tokens, &chunks[at + 1..]),
            governed: chunks.get(at + 1).and_then(ask).or_else(|| chunks.get(at + 1 + asides).and_then(ask)),
        };
        if let Some((stem, ending)) = name.cut(patterns, witness) {
            chunks[at].stem = Span::new(chunks[at].span.start, last.span.start + stem);
            chunks[at].ending = ending;
        }
    }
}

/// "Kiroqanı **X** qarşılayıb": whether what a verb does something to was named before: then it is not the next name.
fn has_object(before: &[Chunk]) -> bool {
    before
        .iter()
        .any(|chunk| matches!(chunk.kind, ChunkKind::Name | ChunkKind::Role | ChunkKind::Org) && is_object(chunk))
}

/// "**X** Peru nümayəndə heyətini qəbul edib": whether it stands right behind a name, `from` its last token.
fn is_before_object(rest: &[Chunk], from: usize) -> bool {
    let near = rest.iter().take_while(|chunk| chunk.tokens.start < from + OBJECT_NEAR);
    let mut named = near.filter(|chunk| matches!(chunk.kind, ChunkKind::Role | ChunkKind::Org));
    named.any(is_object)
}

fn is_object(chunk: &Chunk) -> bool {
    chunk.has_case(OBJECT) && !chunk.ending.possessive
}

/// As many tokens behind a name its verb's object may stand.
const OBJECT_NEAR: usize = 5;

/// Whether a word may bear the ending of an owner.
pub(crate) fn may_own(endings: &Endings, word: &Token<'_>) -> bool {
    endings.splits(word.text).iter().any(|(_, ending)| ending.case.as_deref() == Some(OWNER_CASE))
}

/// "**Kiroqanın** və Vilyanuevanın görüşü": whether the next name of a list stands before a noun that both may own.
fn shares_noun(patterns: &Patterns, witness: &Witness<'_>, tokens: &[Token<'_>], rest: &[Chunk]) -> bool {
    let is_joined = rest.first().is_some_and(|chunk| patterns.and.holds(&tokens[chunk.tokens.start]));
    let is_part = |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Mark | ChunkKind::Name | ChunkKind::Date);
    let name = 1 + rest.iter().skip(1).take_while(is_part).count();
    let owns = |chunk: &Chunk| {
        chunk.kind == ChunkKind::Name && may_own(witness.language.endings(), &tokens[chunk.tokens.end - 1])
    };
    is_joined && rest.get(name).is_some_and(owns) && is_before_noun(patterns, witness, tokens, &rest[name + 1..])
}

/// Whether a noun that may be owned follows, perhaps behind a place ("Petkusun Bakıya səfəri"): its possessive looks like an
/// object. A verb shows neither ("Mişustin Bakıya gəlib").
fn is_before_noun(patterns: &Patterns, witness: &Witness<'_>, tokens: &[Token<'_>], rest: &[Chunk]) -> bool {
    let is_place =
        |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Country | ChunkKind::Place) && chunk.ending.case.is_some();
    let Some(next) = rest.iter().find(|chunk| !is_place(chunk)) else { return false };
    let word = &tokens[next.tokens.start];
    let is_owned = || {
        let splits = witness.language.endings().splits(word.text);
        splits.iter().any(|(_, ending)| ending.possessive || ending.case.as_deref() == Some(OBJECT))
    };
    let is_small = word.text.chars().all(char::is_lowercase);
    match next.kind {
        ChunkKind::Role => true,
        ChunkKind::Occasion | ChunkKind::Document => next.ending.possessive || next.has_case(OBJECT),
        ChunkKind::Word => is_small && !patterns.governors.holds(word) && is_owned(),
        _ => false,
    }
}

struct Name<'a> {
    /// Everything before the last word.
    given: &'a str,
    last: &'a str,
    is_before_noun: bool,
    /// The case that the next word asks for.
    governed: Option<&'a str>,
}

impl Name<'_> {
    fn cut(&self, patterns: &Patterns, witness: &Witness<'_>) -> Option<(usize, Ending)> {
        let mut cuts = witness.language.endings().splits(self.last);
        // Names stand in a case, not in the plural and not in a possessive: "Sinirlioğlu-na", never "Sinirlioğl-u-na".
        cuts.retain(|(_, ending)| ending.case.is_some() && !ending.plural && !ending.possessive);
        if cuts.is_empty() {
            return None;
        }
        // "Kiroqa-ya" rather than "Kiroqay-a": where both may be, the buffer belongs to the ending.
        let shorter: Vec<usize> = cuts.iter().map(|(stem, _)| *stem).collect();
        cuts.sort_by_key(|(stem, ending)| {
            let stem_text = self.last.get(..*stem);
            let bare = stem_text.and_then(|stem| patterns.without_buffer(stem, ending.case.as_deref()));
            (bare.is_some_and(|bare| shorter.contains(&bare.len())), usize::MAX - stem)
        });
        // Who is known is called so: "Yanoş Ader-ə", but "Donald Tuska" never.
        let is_listed = |stem: &str| witness.names.known(&format!("{}{stem}", self.given)).is_some();
        if self.given.contains(char::is_whitespace) {
            if is_listed(self.last) {
                return None;
            }
            if let Some(cut) = cuts.iter().find(|(stem, _)| self.last.get(..*stem).is_some_and(is_listed)) {
                return Some(cut.clone());
            }
        }
        let by = |fits: &dyn Fn(&str, &Ending) -> bool| {
            cuts.iter().find(|(stem, ending)| self.last.get(..*stem).is_some_and(|stem| fits(stem, ending))).cloned()
        };
        by(&|stem, _| witness.is_known(stem))
            .or_else(|| witness.most_inflected(self.last, &cuts))
            .or_else(|| self.by_surname(patterns, witness, &cuts))
            .or_else(|| by(&|stem, ending| self.is_governed(patterns, stem, ending)))
            .or_else(|| by(&|stem, ending| self.is_plain(patterns, &cuts, stem, ending)))
    }

    /// The cut whose stem bears the longest ending of surnames: "Batulin-in", as names in "-ulin" are more surely names than those in "-li".
    fn by_surname(
        &self,
        patterns: &Patterns,
        witness: &Witness<'_>,
        cuts: &[(usize, Ending)],
    ) -> Option<(usize, Ending)> {
        let surnames = cuts.iter().filter_map(|cut| {
            let stem = self.last.get(..cut.0).filter(|stem| self.is_surname(patterns, witness, stem))?;
            Some((patterns.surname_ending(stem)?, cut))
        });
        // Of equals the first counts, as everywhere here.
        let longest = surnames.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some(longest.1.clone())
    }

    /// The stem ends as surnames do and the whole word does not; where both do ("Bayramova"), the given name decides.
    fn is_surname(&self, patterns: &Patterns, witness: &Witness<'_>, stem: &str) -> bool {
        let is_man = || {
            let name = format!("{}{stem}", self.given);
            witness.names.gender(&name, None) == Some(Gender::Masculine) && name.contains(char::is_whitespace)
        };
        patterns.is_surname(stem) && (!patterns.is_surname(self.last) || (is_man() && !self.given.ends_with('.')))
    }

    fn is_governed(&self, patterns: &Patterns, stem: &str, ending: &Ending) -> bool {
        let full = self.given.contains(char::is_whitespace) || self.given.contains('.');
        let asked = self.governed.is_some() && ending.case.as_deref() == self.governed;
        full && asked && stem.chars().count() >= 3 && !patterns.is_surname(self.last)
    }

    /// An apostrophe always cuts; three letters of ending and a name's worth of stem do; a genitive does before its noun.
    fn is_plain(&self, patterns: &Patterns, cuts: &[(usize, Ending)], stem: &str, ending: &Ending) -> bool {
        let rest = &self.last[stem.len()..];
        let (name, letters) = (stem.chars().count(), rest.chars().count());
        let is_genitive = ending.case.as_deref() == Some(OWNER_CASE);
        // "Buayon-un" or "Buayo-nun": where an ending of three letters may as well be one of two, more names end so.
        let may_be_longer = || {
            let shorter = stem.char_indices().next_back().map(|(at, _)| at);
            cuts.iter().any(|(other, ending)| Some(*other) == shorter && ending.case.as_deref() == Some(OWNER_CASE))
        };
        rest.starts_with(['\'', '\u{2019}', '-'])
            || (!patterns.is_surname(self.last)
                && (name >= 4 && letters >= 3
                    || name >= 4 && letters >= 2 && is_genitive && (self.is_before_noun || may_be_longer())))
    }
}
