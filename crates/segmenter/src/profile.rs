//! The sentence rules of a language, ready for the pass: classes, roles, rules, marks. `draft` reads them.

use alloc::vec::Vec;

use attache_locales::{LoadError, Locales, ROOT, SourceFile};

use crate::draft::Draft;
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
    /// A month that is a word too: a date behind a number only: `5 mar.`
    CountedDate,
    /// Behind an hour: ends a sentence before any upper-case word or number that is no zone or date: `p.m.`
    Clock,
    /// Behind a name: as a unit, and ends a sentence before an office: `Jr.`
    Suffix,
    /// Never ends a sentence: `e.g.`, `p. ex.`
    Inline,
    /// Closes an enumeration: ends a sentence before any upper-case word: `etc.`, `və s.`
    Tail,
    /// A large number: ends a sentence before any upper-case word that is no money: `5 mlrd.`
    Amount,
    /// Company, state, unit: ends a sentence before a starter or a quotation only: `Inc.`, `Lda.`, `km`
    Unit,
    /// Behind the name of a street: ends a sentence before any upper-case word that is no label: `Harbour Rd.`
    Street,
    /// Part of an address: as a unit, and what follows may be a quoted name: `küç. “Nizami”`
    Address,
}

pub(crate) const CLASSES: [(&str, Class); 12] = [
    ("title", Class::Title),
    ("before-number", Class::BeforeNumber),
    ("date", Class::Date),
    ("counted-date", Class::CountedDate),
    ("clock", Class::Clock),
    ("suffix", Class::Suffix),
    ("inline", Class::Inline),
    ("tail", Class::Tail),
    ("amount", Class::Amount),
    ("unit", Class::Unit),
    ("street", Class::Street),
    ("address", Class::Address),
];

/// What a word that is no abbreviation does: bits, since a word may have several parts to play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Roles(u32);

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

    /// Names an office: "Hayes Jr. Mayor Lopes spoke."
    pub(crate) const OFFICE: Self = Self(128);
    /// A zone of time, or a word that closes its name: `GMT`, `Baku time`.
    pub(crate) const ZONE: Self = Self(256);
    /// A small word inside names: `da`, `von`.
    pub(crate) const PARTICLE: Self = Self(512);
    /// Hangs on a verb with a hyphen, which so opens a sentence: `Reuniram-se`.
    pub(crate) const ENCLITIC: Self = Self(1024);
    /// An article, which alone with one word makes no sentence.
    pub(crate) const ARTICLE: Self = Self(2048);
    /// The last part of an address on the web: `Day.Az`.
    pub(crate) const DOMAIN: Self = Self(4096);

    /// Money: `5 mlrd. ABŞ dolları`.
    pub(crate) const MONEY: Self = Self(8192);
    /// Hangs before a title with a hyphen: `ex-gov.`
    pub(crate) const PREFIX: Self = Self(16384);

    /// People of whom a sentence begins to speak, where a small word follows: "the U.S. Analysts said".
    pub(crate) const PEOPLE: Self = Self(32768);

    pub(crate) fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }

    pub(crate) fn add(&mut self, role: Self) {
        self.0 |= role.0;
    }
}

/// Rules that a language, or a caller, may switch on and off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// `signed.The` is two sentences. On, if no profile says otherwise.
    Glued,
    /// A single line break is a blank; without this rule it ends a segment. On, if no profile says otherwise.
    SoftWrap,
    /// A plain word and a full stop end a sentence although the next word is in lower case: for mail and the web.
    LowerCaseStarts,
    /// A number with a full stop before an upper-case word is an ordinal.
    OrdinalDot,
    /// A dotted acronym of three letters and more, behind an article, ends a sentence before any upper-case word.
    AcronymEnds,
    /// An hour with an article before it says which of the things behind it is meant: "the 10 a.m. Senate hearing".
    AttributiveHours,
    /// A colon ends a segment before a quotation that begins in upper case, as some treebanks have it.
    ColonQuotes,
}

/// The rules and their names in a profile.
const RULES: [(&str, Rule); 7] = [
    ("glued", Rule::Glued),
    ("soft-wrap", Rule::SoftWrap),
    ("lower-case-starts", Rule::LowerCaseStarts),
    ("ordinal-dot", Rule::OrdinalDot),
    ("acronym-ends", Rule::AcronymEnds),
    ("attributive-hours", Rule::AttributiveHours),
    ("colon-quotes", Rule::ColonQuotes),
];

impl Rule {
    /// The rule of that name, as a profile writes it: `lower-case-starts`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        RULES.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule)
    }

    /// The names of all rules.
    pub fn names() -> impl Iterator<Item = &'static str> {
        RULES.iter().map(|(name, _)| *name)
    }
}

/// The rules that are on: bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules(u8);

impl Default for Rules {
    fn default() -> Self {
        let mut rules = Self(0);
        rules.switch(Rule::Glued, true);
        rules.switch(Rule::SoftWrap, true);
        rules
    }
}

impl Rules {
    pub(crate) fn has(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u8) != 0
    }

    pub(crate) fn switch(&mut self, rule: Rule, on: bool) {
        self.0 = self.0 & !(1 << rule as u8) | u8::from(on) << rule as u8;
    }
}

/// The rules of one language, compiled.
#[derive(Debug, Clone)]
pub(crate) struct Profile {
    pub(crate) rules: Rules,
    pub(crate) abbreviations: Words<Class>,
    /// What the abbreviations end in.
    pub(crate) endings: Endings,
    /// What the first and the second words of the abbreviations of two words end in.
    pub(crate) pair_starts: Endings,
    pub(crate) pair_endings: Endings,
    pub(crate) roles: Words<Roles>,
    /// What the words of dates, and the first words of offices of two words, end in.
    pub(crate) date_endings: Endings,
    pub(crate) office_starts: Endings,
    pub(crate) quotes: Vec<Pair>,
    pub(crate) dashes: Vec<char>,
    pub(crate) bullets: Vec<char>,
    /// Which bytes can begin something that the pass has to look at.
    pub(crate) needles: Needles,
}

impl Profile {
    /// The rules of `root`, of the language, and of files that a caller adds, in this order.
    pub(crate) fn load(locales: &Locales, tag: &str, more: &[SourceFile<'_>]) -> Result<Self, LoadError> {
        let (mut draft, mut above) = (Draft::default(), Vec::new());
        if let Some(file) = locales.file(ROOT, FILE) {
            draft.add_file(locales, file, &mut above)?;
        }
        draft.add_language(locales, tag, &mut above)?;
        for file in more {
            draft.add_file(locales, *file, &mut above)?;
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
