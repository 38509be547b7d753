//! Suffixes that agree with their stem.
//!
//! Knows what vowel harmony, buffers and consonant change are; the vowels, the classes and the suffixes come from
//! `grammar.toml`. A suffix is written with small letters and archiphonemes in capitals: `(n)Hn` is a vowel of the
//! class `H` and an n, with another n before them where the stem ends in a vowel; `[H]ncH` drops its first part there.
//! Vowels of a suffix agree with the last vowel before them, consonants (`[affix.voicing]`) with the last letter.

use std::collections::BTreeMap;

use attache_locales::{LoadError, SourceFile};
use serde::Deserialize;

use crate::letters::{LetterSet, Letters};
use crate::numbers::Numbers;
use crate::{Noun, NounKind};

/// The section `[affix]` of `grammar.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawAffix {
    /// Class of vowels, and its letters.
    vowels: BTreeMap<String, String>,
    /// Archiphoneme, then class, then letter.
    archiphonemes: BTreeMap<String, BTreeMap<String, String>>,
    /// Foreign letters and those whose class they take.
    #[serde(default)]
    like: BTreeMap<String, String>,
    /// What joins a suffix to an abbreviation or a number.
    hyphen: String,
    /// What joins a suffix to a proper name, in languages that mark where a name ends: an apostrophe. A suffix that
    /// makes a new word (`derives` in `[forms]`) is joined without it.
    #[serde(default)]
    name_mark: String,
    /// Consonant archiphonemes, and what they are behind a voiced and behind a voiceless sound.
    #[serde(default)]
    voicing: BTreeMap<String, Voicing>,
    /// The letters of voiceless sounds.
    #[serde(default)]
    voiceless: String,
    /// Endings of words whose vowels are heard otherwise than they are written, and how: harmony goes by the ear.
    #[serde(default)]
    heard: BTreeMap<String, String>,
    /// How letters are called, for abbreviations.
    letter_names: BTreeMap<String, String>,
    /// Endings of names that are possessives already.
    #[serde(default)]
    owned_endings: Vec<String>,
    soft: RawSoft,
    /// Stems that change before a vowel.
    #[serde(default)]
    stems: BTreeMap<String, String>,
    /// Words whose possessive is listed.
    #[serde(default)]
    possessives: BTreeMap<String, String>,
    /// The vowel with which a word is pronounced that has none, and the consonant between a vowel and a possessive.
    silent_vowel: String,
    possessive_buffer: String,
    /// Words that end in the consonant with which a possessive may begin: `proses-i`, not `prose-si`.
    #[serde(default)]
    closed: Vec<String>,
}

/// The two shapes of a consonant that takes over the voice of what stands before it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Voicing {
    voiced: String,
    voiceless: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawSoft {
    /// Last letter, and what it becomes before a vowel.
    letters: BTreeMap<String, String>,
    /// Letters that change unless the word is listed in `keep`.
    default: Vec<String>,
    /// Endings that always change.
    endings: Vec<String>,
    keep: Vec<String>,
    change: Vec<String>,
    /// Changed endings from which the last letter is restored.
    restore: Vec<String>,
}

/// Vowel harmony and what belongs to it.
#[derive(Debug, Clone)]
pub(crate) struct Affix {
    /// Vowel, class.
    vowels: Vec<(char, usize)>,
    /// For each Latin letter one more than its class, nothing for consonants.
    classes: Vec<u8>,
    archiphonemes: Vec<(char, Vec<char>)>,
    /// Name, voiced letter, voiceless letter.
    voicing: Vec<(char, char, char)>,
    soft: Vec<(char, char)>,
    like: Vec<(char, char)>,
    raw: RawAffix,
}

/// The letters that lie in the table of vowels.
const LATIN: u32 = 0x250;

/// What suffixes have to agree with.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sound {
    /// The class of the last vowel.
    last: Option<usize>,
    /// Whether a vowel stands right before.
    after_vowel: bool,
}

/// A suffix, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suffix {
    parts: Vec<(When, Part)>,
    /// It makes a new word rather than a form of the old one.
    derives: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    AfterVowel,
    AfterConsonant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Letter(char),
    Archiphoneme(usize),
    Voicing(usize),
}

impl Affix {
    pub(crate) fn new(raw: RawAffix, file: &SourceFile<'_>) -> Result<Self, LoadError> {
        let classes: Vec<&String> = raw.vowels.keys().collect();
        let vowels =
            raw.vowels.values().enumerate().flat_map(|(class, letters)| letters.chars().map(move |c| (c, class)));
        let vowels: Vec<(char, usize)> = vowels.collect();
        let mut archiphonemes = Vec::new();
        for (name, surface) in &raw.archiphonemes {
            let letter = |class: &&String| {
                surface.get(*class).and_then(|s| s.chars().next()).ok_or_else(|| {
                    file.error_near(name, format!("the archiphoneme `{name}` has no letter for `{class}`"))
                })
            };
            let letters = classes.iter().map(letter).collect::<Result<Vec<char>, LoadError>>()?;
            archiphonemes.push((single(name, file)?, letters));
        }
        let pairs = |map: &BTreeMap<String, String>| {
            map.iter().map(|(a, b)| Ok((single(a, file)?, single(b, file)?))).collect::<Result<Vec<_>, LoadError>>()
        };
        let (soft, like) = (pairs(&raw.soft.letters)?, pairs(&raw.like)?);
        let voicing = raw.voicing.iter().map(|(name, pair)| {
            Ok((archiphoneme_name(name, file)?, single(&pair.voiced, file)?, single(&pair.voiceless, file)?))
        });
        let voicing = voicing.collect::<Result<Vec<_>, LoadError>>()?;
        if vowels.is_empty() {
            return Err(file.error_near("vowels", "harmony needs vowels"));
        }
        let mut affix = Self { vowels, classes: Vec::new(), archiphonemes, voicing, soft, like, raw };
        let class = |c: char| affix.find_vowel_class(c).map_or(0, |class| class as u8 + 1);
        affix.classes = (0..LATIN).filter_map(char::from_u32).map(class).collect();
        Ok(affix)
    }

    /// Parses `(n)Hn`.
    pub(crate) fn suffix(&self, text: &str, file: &SourceFile<'_>) -> Result<Suffix, LoadError> {
        let mut parts = Vec::new();
        let mut when = When::Always;
        for c in text.chars() {
            match c {
                '(' => when = When::AfterVowel,
                '[' => when = When::AfterConsonant,
                ')' | ']' => when = When::Always,
                c if c.is_uppercase() => {
                    let part = self.archiphoneme(c);
                    parts.push((when, part.ok_or_else(|| file.error_near(text, format!("`{c}` is no archiphoneme")))?));
                }
                c => parts.push((when, Part::Letter(c))),
            }
        }
        Ok(Suffix { parts, derives: false })
    }

    fn archiphoneme(&self, name: char) -> Option<Part> {
        let vowel = self.archiphonemes.iter().position(|(known, _)| *known == name).map(Part::Archiphoneme);
        vowel.or_else(|| self.voicing.iter().position(|(known, _, _)| *known == name).map(Part::Voicing))
    }

    /// The surface of a suffix behind a word that is pronounced so; harmony goes by `heard`.
    ///
    /// The class is taken from the last vowel already written, so that a second syllable agrees with the first.
    fn surface(&self, spoken: &str, heard: &str, suffix: &Suffix, letters: &Letters) -> String {
        let mut class = self.class_of(heard, letters);
        let mut before = spoken.chars().next_back();
        let after_vowel = self.ends_in_vowel(spoken, letters);
        let mut out = String::new();
        for part in suffix.parts_after(after_vowel) {
            let c = match part {
                Part::Letter(c) => c,
                Part::Archiphoneme(index) => self.archiphonemes[index].1[class],
                Part::Voicing(index) => self.voiced_like(before, index, letters),
            };
            class = self.vowel_class(c).unwrap_or(class);
            before = Some(c);
            out.push(c);
        }
        out
    }

    /// All surfaces of a suffix: behind vowels and consonants of every class.
    pub(crate) fn surfaces(&self, suffix: &Suffix, letters: &Letters) -> Vec<String> {
        let is_consonant = |name: &&String| name.chars().all(|c| self.vowel_class(c).is_none());
        // Which consonant it is matters only where suffixes take over its voice.
        let enough = if self.voicing.is_empty() { 1 } else { usize::MAX };
        let consonants: Vec<&str> =
            self.raw.letter_names.keys().filter(is_consonant).take(enough).map(String::as_str).collect();
        let behind = |(vowel, _): &(char, usize)| {
            let contexts = std::iter::once("").chain(consonants.iter().copied()).map(|last| format!("{vowel}{last}"));
            contexts.map(|context| self.surface(&context, &context, suffix, letters)).collect::<Vec<_>>()
        };
        self.vowels.iter().flat_map(behind).collect()
    }

    /// Attaches a suffix to a noun by all its rules.
    pub(crate) fn attach(&self, noun: &Noun, suffix: &Suffix, tools: (&Letters, &Numbers)) -> String {
        let (letters, numbers) = tools;
        if let Some(spoken) = self.spoken(noun, numbers, letters) {
            let surface = self.surface(&spoken, &spoken, suffix, letters);
            let hyphen = if surface.is_empty() { "" } else { self.raw.hyphen.as_str() };
            return format!("{}{hyphen}{surface}", noun.text);
        }
        let (head, word) = split_last_word(&noun.text);
        let stem = self.stem_before(noun, word, suffix, letters);
        let surface = self.surface(&stem, self.heard(word, letters).unwrap_or(&stem), suffix, letters);
        // A last word in small letters ends no proper name: "the Norwegian government".
        let is_name = noun.kind == NounKind::Name && !word.starts_with(char::is_lowercase);
        let is_marked = is_name && !suffix.derives && !surface.is_empty();
        let mark = if is_marked { self.raw.name_mark.as_str() } else { "" };
        format!("{head}{stem}{mark}{surface}")
    }

    /// The word as harmony hears it, where that is listed: the longest ending decides.
    fn heard(&self, word: &str, letters: &Letters) -> Option<&str> {
        if self.raw.heard.is_empty() {
            return None;
        }
        let low = letters.lower(word);
        let cuts = low.char_indices().map(|(at, _)| at);
        cuts.map(|at| &low[at..]).find_map(|ending| self.raw.heard.get(ending)).map(String::as_str)
    }

    /// The shape of a consonant behind that letter.
    fn voiced_like(&self, before: Option<char>, index: usize, letters: &Letters) -> char {
        let (_, voiced, voiceless) = self.voicing[index];
        let is_voiceless = before.is_some_and(|c| self.raw.voiceless.contains(letters.fold(c)));
        if is_voiceless { voiceless } else { voiced }
    }

    /// Whether the noun ends in a possessive: by its own flag, or by the ending of a name.
    pub(crate) fn is_owned(&self, noun: &Noun) -> bool {
        let named = |ending: &String| noun.text.ends_with(ending.as_str()) && noun.text.len() > ending.len();
        noun.possessive || (noun.kind == NounKind::Name && self.raw.owned_endings.iter().any(named))
    }

    /// A listed possessive of the last word.
    pub(crate) fn listed_possessive(&self, text: &str, letters: &Letters) -> Option<String> {
        let (head, word) = split_last_word(text);
        let listed = self.raw.possessives.get(&letters.lower(word))?;
        Some(format!("{head}{listed}"))
    }

    /// The noun without its possessive: `dövlət katibi` is `dövlət katib`, `nazirliyi` is `nazirlik`.
    pub(crate) fn without_possessive(&self, text: &str, letters: &Letters) -> String {
        let (head, word) = split_last_word(text);
        let low = letters.lower(word);
        if let Some((bare, _)) = self.raw.possessives.iter().find(|(_, listed)| **listed == low) {
            return format!("{head}{bare}");
        }
        let mut ends = word.char_indices().rev();
        let Some((vowel_at, _)) = ends.next().filter(|(_, c)| self.vowel_class(letters.fold(*c)).is_some()) else {
            return text.to_owned();
        };
        let closed = |stem: &str| self.raw.closed.iter().any(|word| letters.lower(stem).ends_with(word.as_str()));
        let stem = &word[..vowel_at];
        if let Some((at, buffer)) = ends.next()
            && self.raw.possessive_buffer.starts_with(buffer)
            && self.ends_in_vowel(&word[..at], letters)
            && !closed(stem)
        {
            return format!("{head}{}", &word[..at]);
        }
        format!("{head}{}", self.restored(stem, letters))
    }

    fn restored(&self, stem: &str, letters: &Letters) -> String {
        let low = letters.lower(stem);
        if let Some((whole, _)) = self.raw.stems.iter().find(|(_, changed)| **changed == low) {
            return whole.clone();
        }
        let changed = self.raw.soft.restore.iter().any(|ending| stem.ends_with(ending.as_str()));
        let last = stem.chars().next_back();
        match self.soft.iter().find(|(_, soft)| Some(*soft) == last) {
            Some((hard, soft)) if changed && self.syllables(stem, letters) > 1 => {
                format!("{}{hard}", &stem[..stem.len() - soft.len_utf8()])
            }
            _ => stem.to_owned(),
        }
    }

    /// The stem as it stands before a suffix that begins with a vowel.
    fn stem_before(&self, noun: &Noun, word: &str, suffix: &Suffix, letters: &Letters) -> String {
        if let Some(stem) = self.raw.stems.get(&letters.lower(word))
            && noun.kind == NounKind::Common
            && self.starts_with_vowel(suffix, self.ends_in_vowel(stem, letters))
        {
            return stem.clone();
        }
        let last = word.chars().next_back();
        let Some((hard, soft)) = self.soft.iter().find(|(hard, _)| Some(*hard) == last) else { return word.to_owned() };
        if self.starts_with_vowel(suffix, false) && self.is_soft(noun, word, *hard, letters) {
            format!("{}{soft}", &word[..word.len() - hard.len_utf8()])
        } else {
            word.to_owned()
        }
    }

    /// Whether the last consonant of the word changes before a vowel.
    pub(crate) fn is_soft(&self, noun: &Noun, word: &str, last: char, letters: &Letters) -> bool {
        let rule = &self.raw.soft;
        let word = letters.lower(word);
        let listed = |list: &[String]| list.iter().any(|listed| word.ends_with(listed.as_str()));
        noun.soft.unwrap_or_else(|| {
            noun.kind == NounKind::Common
                && self.syllables(&word, letters) > 1
                && !listed(&rule.keep)
                && (listed(&rule.endings) || listed(&rule.change) || rule.default.iter().any(|c| c.starts_with(last)))
        })
    }

    /// The shape in which the last consonant of a noun is changed, where it can change at all.
    pub(crate) fn softened(&self, text: &str) -> Option<String> {
        let last = text.chars().next_back()?;
        let (hard, soft) = self.soft.iter().find(|(hard, _)| *hard == last)?;
        Some(format!("{}{soft}", &text[..text.len() - hard.len_utf8()]))
    }

    /// The shapes of a stem that changes before a vowel.
    pub(crate) fn changed_stem(&self, text: &str, letters: &Letters) -> Option<String> {
        let (head, word) = split_last_word(text);
        self.raw.stems.get(&letters.lower(word)).map(|stem| format!("{head}{stem}"))
    }

    /// How an abbreviation or a number is spoken; `None` for words.
    fn spoken(&self, noun: &Noun, numbers: &Numbers, letters: &Letters) -> Option<String> {
        let digits = noun.text.len() - noun.text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let number = noun.text[noun.text.len() - digits..].parse().ok().filter(|_| digits > 0);
        let number = number.and_then(|n| numbers.last_word(n)).map(str::to_owned);
        match noun.kind {
            NounKind::Number => Some(number.unwrap_or_default()),
            NounKind::Abbreviation => {
                noun.reading.clone().or(number).or_else(|| Some(self.spell_out(&noun.text, letters)))
            }
            _ => number,
        }
    }

    /// An abbreviation with a vowel inside is read as a word, others letter by letter.
    fn spell_out(&self, text: &str, letters: &Letters) -> String {
        let low = letters.lower(text);
        if low.chars().any(|c| self.vowel_class(c).is_some()) {
            return low;
        }
        let name = |c: char| self.raw.letter_names.get(c.encode_utf8(&mut [0; 4]) as &str).cloned();
        low.chars().map(|c| name(c).unwrap_or_else(|| c.to_string())).collect()
    }

    fn starts_with_vowel(&self, suffix: &Suffix, after_vowel: bool) -> bool {
        match suffix.parts_after(after_vowel).next() {
            Some(Part::Archiphoneme(_)) => true,
            Some(Part::Letter(c)) => self.vowel_class(c).is_some(),
            Some(Part::Voicing(_)) | None => false,
        }
    }

    /// The class of the last vowel; a word without any is taken to have the silent one.
    fn class_of(&self, text: &str, letters: &Letters) -> usize {
        let last = text.chars().rev().find_map(|c| self.vowel_class(letters.fold(c)));
        last.or_else(|| self.raw.silent_vowel.chars().next().and_then(|c| self.vowel_class(c))).unwrap_or(0)
    }

    fn ends_in_vowel(&self, text: &str, letters: &Letters) -> bool {
        let last = text.chars().rev().find(|c| c.is_alphanumeric());
        last.is_some_and(|c| self.vowel_class(letters.fold(c)).is_some())
    }

    pub(crate) fn syllables(&self, word: &str, letters: &Letters) -> usize {
        word.chars().filter(|c| self.vowel_class(letters.fold(*c)).is_some()).count()
    }

    fn vowel_class(&self, c: char) -> Option<usize> {
        match self.classes.get(c as usize) {
            Some(class) => usize::from(*class).checked_sub(1),
            None => self.find_vowel_class(c),
        }
    }

    fn find_vowel_class(&self, c: char) -> Option<usize> {
        let class = |c: char| self.vowels.iter().find(|(vowel, _)| *vowel == c).map(|(_, class)| *class);
        class(c).or_else(|| self.like.iter().find(|(foreign, _)| *foreign == c).and_then(|(_, base)| class(*base)))
    }

    /// How many bytes of `rest` a suffix takes behind what sounds so; `None` where it does not fit.
    ///
    /// A lenient match asks only that the suffix agrees with itself: for abbreviations and foreign names, which are
    /// pronounced in a way that the letters do not tell.
    pub(crate) fn match_suffix(&self, sound: Sound, rest: &str, suffix: &Suffix, lenient: bool) -> Option<usize> {
        let Sound { last, after_vowel } = sound;
        let lenient = lenient || last.is_none();
        if lenient {
            let any = |after| self.match_parts(suffix, rest, after, None);
            any(after_vowel).or_else(|| any(!after_vowel))
        } else {
            self.match_parts(suffix, rest, after_vowel, last)
        }
    }

    /// With which suffixes folded letters agree.
    pub(crate) fn sound(&self, context: &str) -> Sound {
        Sound {
            last: context.chars().rev().find_map(|c| self.vowel_class(c)),
            after_vowel: context.chars().next_back().is_some_and(|c| self.vowel_class(c).is_some()),
        }
    }

    fn match_parts(&self, suffix: &Suffix, rest: &str, after_vowel: bool, class: Option<usize>) -> Option<usize> {
        let mut class = class;
        let mut found = rest.char_indices();
        let mut end = 0;
        for part in suffix.parts_after(after_vowel) {
            let (at, c) = found.next()?;
            let fits = match (part, class) {
                (Part::Letter(letter), _) => letter == c,
                (Part::Archiphoneme(index), Some(class)) => self.archiphonemes[index].1.get(class) == Some(&c),
                (Part::Archiphoneme(index), None) => self.archiphonemes[index].1.contains(&c),
                // Endings are read from texts of any care, so either shape will do.
                (Part::Voicing(index), _) => [self.voicing[index].1, self.voicing[index].2].contains(&c),
            };
            if !fits {
                return None;
            }
            class = self.vowel_class(c).or(class);
            end = at + c.len_utf8();
        }
        Some(end)
    }
}

impl Part {
    /// The letters that it may be.
    fn letters(self, affix: Option<&Affix>) -> Vec<char> {
        match self {
            Self::Letter(c) => vec![c],
            Self::Archiphoneme(index) => affix.map(|affix| affix.archiphonemes[index].1.clone()).unwrap_or_default(),
            Self::Voicing(index) => affix.map_or_else(Vec::new, |affix| {
                let (_, voiced, voiceless) = affix.voicing[index];
                vec![voiced, voiceless]
            }),
        }
    }
}

impl Suffix {
    /// A suffix of letters only, for languages without harmony.
    pub(crate) fn plain(text: &str) -> Self {
        Self { parts: text.chars().map(|c| (When::Always, Part::Letter(c))).collect(), derives: false }
    }

    /// The same suffix as one that makes a new word.
    pub(crate) fn deriving(self) -> Self {
        Self { derives: true, ..self }
    }

    /// The letters of a suffix that has nothing else.
    pub(crate) fn plain_text(&self) -> String {
        let letter = |part: &(When, Part)| match part.1 {
            Part::Letter(c) => Some(c),
            Part::Archiphoneme(_) | Part::Voicing(_) => None,
        };
        self.parts.iter().filter_map(letter).collect()
    }

    /// With which letters the suffix may begin, whatever stands before it.
    pub(crate) fn openings(&self, affix: Option<&Affix>) -> LetterSet {
        [true, false]
            .into_iter()
            .filter_map(|vowel| self.parts_after(vowel).next())
            .flat_map(|part| part.letters(affix))
            .collect()
    }

    /// With which letters it may end.
    pub(crate) fn closings(&self, affix: Option<&Affix>) -> LetterSet {
        [true, false]
            .into_iter()
            .filter_map(|vowel| self.parts_after(vowel).last())
            .flat_map(|part| part.letters(affix))
            .collect()
    }

    /// Whether `rest` begins with a suffix of letters only; gives its length.
    pub(crate) fn match_plain(&self, rest: &str) -> Option<usize> {
        let mut letters = rest.char_indices();
        let mut end = 0;
        for (_, part) in &self.parts {
            let (at, c) = letters.next()?;
            if *part != Part::Letter(c) {
                return None;
            }
            end = at + c.len_utf8();
        }
        Some(end)
    }

    fn parts_after(&self, vowel: bool) -> impl Iterator<Item = Part> + '_ {
        self.parts
            .iter()
            .filter(move |(when, _)| match when {
                When::Always => true,
                When::AfterVowel => vowel,
                When::AfterConsonant => !vowel,
            })
            .map(|(_, part)| *part)
    }
}

/// Everything up to the last word, and the last word; a hyphen does not part words here.
pub(crate) fn split_last_word(text: &str) -> (&str, &str) {
    match text.char_indices().rev().find(|(_, c)| c.is_whitespace()) {
        Some((at, c)) => text.split_at(at + c.len_utf8()),
        None => ("", text),
    }
}

/// The name of an archiphoneme, by which suffixes know it from a letter.
fn archiphoneme_name(name: &str, file: &SourceFile<'_>) -> Result<char, LoadError> {
    if name.starts_with(char::is_uppercase) {
        single(name, file)
    } else {
        Err(file.error_near(&format!("{name} ="), format!("the archiphoneme `{name}` is no capital")))
    }
}

fn single(text: &str, file: &SourceFile<'_>) -> Result<char, LoadError> {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(file.error_near(text, format!("`{text}` is not one letter"))),
    }
}
