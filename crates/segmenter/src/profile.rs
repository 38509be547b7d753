//! The sentence rules of a language as they stand in `segmentation.toml`, read, checked and made ready for the pass.
//!
//! Layers are laid over each other: `root` first, then the language, then the variant. A later layer adds words, and gives
//! a word of an earlier one another class. Within one file a word stands once.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT, SourceFile};
use serde::Deserialize;
use toml::Spanned;

use crate::letters::{WORD_LIMIT, folded, is_capital, is_token};
use crate::quotes::Pair;
use crate::scan::Needles;
use crate::words::{Endings, Words};

/// The file of a language folder that is read here.
pub(crate) const FILE: &str = "segmentation.toml";

/// What an abbreviation does at the end of a sentence. Its class is more than its being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Stands before a name and never ends a sentence: `Mr.`, `akad.`
    Title,
    /// Stands before a number: `No. 5`, `art. XV`; ends a sentence before another upper-case word.
    BeforeNumber,
    /// A month or weekday: no end before a number or a bracket.
    Date,
    /// Never ends a sentence: `e.g.`, `p. ex.`
    Inline,
    /// Closes an enumeration: ends a sentence before any upper-case word: `etc.`, `və s.`
    Tail,
    /// Unit, company, rank after a name: ends a sentence before a starter word only: `Inc.`, `p.m.`, `mlrd.`
    Unit,
    /// Part of an address: as a unit, and what follows may be a quoted name: `küç. “Nizami”`
    Address,
}

const CLASSES: [(&str, Class); 7] = [
    ("title", Class::Title),
    ("before-number", Class::BeforeNumber),
    ("date", Class::Date),
    ("inline", Class::Inline),
    ("tail", Class::Tail),
    ("unit", Class::Unit),
    ("address", Class::Address),
];

/// What a word that is no abbreviation does: bits, since a word may have several parts to play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Roles(u8);

impl Roles {
    /// Likely to open a sentence: articles, pronouns, prepositions, conjunctions.
    pub(crate) const STARTER: Self = Self(1);
    /// Followed by a letter or number that names a thing: `option B`.
    pub(crate) const LABEL: Self = Self(2);
    /// A verb of saying, which ties a quotation to its speaker.
    pub(crate) const SPEECH: Self = Self(4);
    /// A news agency or a site that signs a dateline.
    pub(crate) const AGENCY: Self = Self(8);
    /// A month, weekday or small word of a date.
    pub(crate) const DATE: Self = Self(16);
    /// Opens a line that names the author.
    pub(crate) const BYLINE: Self = Self(32);
    /// Stands second in a sentence, and so shows that the word before it opened one.
    pub(crate) const SECOND: Self = Self(64);

    pub(crate) fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }
}

/// Rules that a language may switch.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Rules {
    /// `signed.The` is two sentences.
    pub(crate) glued: bool,
    /// A single line break is a blank; without it, it ends a segment.
    pub(crate) soft_wrap: bool,
    /// A plain word and a full stop end a sentence although the next word is in lower case.
    pub(crate) lower_case_starts: bool,
    /// A number with a full stop before an upper-case word is an ordinal.
    pub(crate) ordinal_dot: bool,
    /// A dotted acronym of three letters and more ends a sentence before any upper-case word.
    pub(crate) acronym_ends: bool,
}

/// The rules of one language, compiled.
#[derive(Debug, Clone)]
pub(crate) struct Profile {
    pub(crate) rules: Rules,
    pub(crate) abbreviations: Words<Class>,
    /// What the abbreviations end in.
    pub(crate) endings: Endings,
    /// What the abbreviations of two words end in.
    pub(crate) pair_endings: Endings,
    pub(crate) roles: Words<Roles>,
    pub(crate) quotes: Vec<Pair>,
    pub(crate) dashes: Vec<char>,
    pub(crate) bullets: Vec<char>,
    /// Which bytes can begin something that the pass has to look at.
    pub(crate) needles: Needles,
}

impl Profile {
    pub(crate) fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let mut draft = Draft::default();
        for file in locales.file(ROOT, FILE).into_iter().chain(locales.layers(tag, FILE)) {
            draft.add(file)?;
        }
        Ok(draft.compile())
    }

    pub(crate) fn is_quote(&self, c: char) -> bool {
        self.quotes.iter().any(|(open, close)| *open == c || *close == c)
    }

    pub(crate) fn opens_quote(&self, c: char) -> bool {
        self.quotes.iter().any(|(open, _)| *open == c)
    }

    pub(crate) fn plays(&self, word: &str, role: Roles) -> bool {
        self.roles.get(word).is_some_and(|roles| roles.has(role))
    }
}

/// A file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    #[serde(default)]
    starters: Vec<Spanned<String>>,
    #[serde(default)]
    seconds: Vec<Spanned<String>>,
    #[serde(default)]
    labels: Vec<Spanned<String>>,
    #[serde(default)]
    speech: Vec<Spanned<String>>,
    #[serde(default)]
    agencies: Vec<Spanned<String>>,
    #[serde(default)]
    dates: Vec<Spanned<String>>,
    #[serde(default)]
    bylines: Vec<Spanned<String>>,
    #[serde(default)]
    quotes: Vec<Spanned<String>>,
    #[serde(default)]
    dashes: Vec<char>,
    #[serde(default)]
    bullets: Vec<char>,
    #[serde(default)]
    rules: RawRules,
    #[serde(default)]
    abbreviations: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawRules {
    glued: Option<bool>,
    soft_wrap: Option<bool>,
    lower_case_starts: Option<bool>,
    ordinal_dot: Option<bool>,
    acronym_ends: Option<bool>,
}

/// The layers read so far.
#[derive(Debug)]
struct Draft {
    rules: Rules,
    abbreviations: BTreeMap<String, Class>,
    roles: BTreeMap<String, u8>,
    quotes: Vec<Pair>,
    dashes: Vec<char>,
    bullets: Vec<char>,
}

impl Default for Draft {
    fn default() -> Self {
        let rules = Rules { glued: true, soft_wrap: true, ..Rules::default() };
        let (abbreviations, roles) = (BTreeMap::new(), BTreeMap::new());
        Self { rules, abbreviations, roles, quotes: Vec::new(), dashes: Vec::new(), bullets: Vec::new() }
    }
}

impl Draft {
    fn add(&mut self, file: SourceFile<'_>) -> Result<(), LoadError> {
        let raw: Raw = file.toml()?;
        self.add_abbreviations(&raw, file)?;
        for (words, role) in [
            (&raw.starters, Roles::STARTER),
            (&raw.seconds, Roles::SECOND),
            (&raw.labels, Roles::LABEL),
            (&raw.speech, Roles::SPEECH),
            (&raw.agencies, Roles::AGENCY),
            (&raw.dates, Roles::DATE),
            (&raw.bylines, Roles::BYLINE),
        ] {
            self.add_roles(words, role, file)?;
        }
        for pair in &raw.quotes {
            let mut marks = pair.get_ref().chars();
            let (Some(open), Some(close), None) = (marks.next(), marks.next(), marks.next()) else {
                let error = file.error(pair.span().start, "a pair of quotation marks has two characters");
                return Err(error.with_hint("write the opening mark and the closing mark, as in “”"));
            };
            self.quotes.push((open, close));
        }
        self.dashes.extend(&raw.dashes);
        self.bullets.extend(&raw.bullets);
        self.switch(&raw.rules);
        Ok(())
    }

    fn add_abbreviations(&mut self, raw: &Raw, file: SourceFile<'_>) -> Result<(), LoadError> {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, words) in &raw.abbreviations {
            let Some((_, class)) = CLASSES.iter().find(|(known, _)| known == name.get_ref()) else {
                let known = CLASSES.map(|(name, _)| name).join(", ");
                let error = file.error(name.span().start, format!("unknown class `{}`", name.get_ref()));
                return Err(error.with_hint(format!("the classes are {known}")));
            };
            for word in words {
                check(word, file)?;
                if let Some(other) = seen.insert(word.get_ref(), name.get_ref()) {
                    let message = format!("`{}` stands twice", word.get_ref());
                    let hint = format!("it is in class `{other}` already; a word has one class");
                    return Err(file.error(word.span().start, message).with_hint(hint));
                }
                self.abbreviations.insert(word.get_ref().clone(), *class);
            }
        }
        Ok(())
    }

    fn add_roles(&mut self, words: &[Spanned<String>], role: Roles, file: SourceFile<'_>) -> Result<(), LoadError> {
        let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
        for word in words {
            if word.get_ref().is_empty() {
                return Err(file.error(word.span().start, "an empty word"));
            }
            if seen.insert(word.get_ref(), ()).is_some() {
                return Err(file.error(word.span().start, format!("`{}` stands twice in this list", word.get_ref())));
            }
            *self.roles.entry(folded(word.get_ref())).or_default() |= role.0;
        }
        Ok(())
    }

    fn switch(&mut self, raw: &RawRules) {
        let rules = &mut self.rules;
        for (said, rule) in [
            (raw.glued, &mut rules.glued),
            (raw.soft_wrap, &mut rules.soft_wrap),
            (raw.lower_case_starts, &mut rules.lower_case_starts),
            (raw.ordinal_dot, &mut rules.ordinal_dot),
            (raw.acronym_ends, &mut rules.acronym_ends),
        ] {
            *rule = said.unwrap_or(*rule);
        }
    }

    fn compile(self) -> Profile {
        let marks = self.quotes.iter().flat_map(|(open, close)| [*open, *close]);
        let needles = Needles::new(marks.chain(['.', '!', '?', '…', '\n', '(', '[', ')', ']']));
        let words = self.abbreviations.iter().map(|(word, class)| (word.as_str(), *class));
        let abbreviations = Words::new(words, is_exact);
        Profile {
            rules: self.rules,
            endings: Endings::of(self.abbreviations.keys()),
            pair_endings: Endings::of(self.abbreviations.keys().filter(|word| word.contains(' '))),
            abbreviations,
            roles: Words::new(self.roles.iter().map(|(word, roles)| (word.as_str(), Roles(*roles))), |_| false),
            quotes: self.quotes,
            dashes: self.dashes,
            bullets: self.bullets,
            needles,
        }
    }
}

/// An abbreviation with a capital holds for that spelling alone; one of a single letter too, since `p.` is a page and `P.` a
/// person.
fn is_exact(word: &str) -> bool {
    word.contains(is_capital) || word.chars().nth(1).is_none()
}

/// An abbreviation is what stands before the full stop.
fn check(word: &Spanned<String>, file: SourceFile<'_>) -> Result<(), LoadError> {
    let (text, at) = (word.get_ref(), word.span().start);
    if text.is_empty() || text.len() > WORD_LIMIT {
        return Err(file.error(at, format!("an abbreviation has 1 to {WORD_LIMIT} bytes")));
    }
    if text.ends_with('.') {
        let error = file.error(at, format!("`{text}` ends in a full stop"));
        return Err(error.with_hint("write the abbreviation without its last full stop"));
    }
    match text.chars().find(|c| !is_token(*c) && *c != ' ') {
        Some(c) => Err(file.error(at, format!("`{c}` cannot stand in an abbreviation"))),
        None => Ok(()),
    }
}
