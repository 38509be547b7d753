//! A profile as it is written: read, checked, and laid over those that it stands on.
//!
//! Layers go over each other: `root` first, then the language, then the variant, then files of the caller. A later layer
//! adds words, and gives a word of an earlier one another class. Within one file a word stands once.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use attache_locales::{LoadError, Locales, SourceFile};
use serde::Deserialize;
use toml::Spanned;

use crate::letters::{WORD_LIMIT, folded, is_capital, is_token};
use crate::profile::{CLASSES, Class, FILE, Profile, Roles, Rule, Rules};
use crate::quotes::Pair;
use crate::scan::Needles;
use crate::words::{Endings, Words};

/// A file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    extends: Option<Spanned<String>>,
    #[serde(default)]
    starters: Vec<Spanned<String>>,
    #[serde(default)]
    seconds: Vec<Spanned<String>>,
    #[serde(default)]
    labels: Vec<Spanned<String>>,
    #[serde(default)]
    speech: Vec<Spanned<String>>,
    #[serde(default)]
    offices: Vec<Spanned<String>>,
    #[serde(default)]
    people: Vec<Spanned<String>>,
    #[serde(default)]
    zones: Vec<Spanned<String>>,
    #[serde(default)]
    particles: Vec<Spanned<String>>,
    #[serde(default)]
    enclitics: Vec<Spanned<String>>,
    #[serde(default)]
    articles: Vec<Spanned<String>>,
    #[serde(default)]
    domains: Vec<Spanned<String>>,
    #[serde(default)]
    currencies: Vec<Spanned<String>>,
    #[serde(default)]
    prefixes: Vec<Spanned<String>>,
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
    rules: BTreeMap<Spanned<String>, bool>,
    #[serde(default)]
    abbreviations: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

/// The layers read so far.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    rules: Rules,
    abbreviations: BTreeMap<String, Class>,
    roles: BTreeMap<String, Roles>,
    quotes: Vec<Pair>,
    dashes: Vec<char>,
    bullets: Vec<char>,
}

impl Draft {
    /// Adds the layers of a language, each behind what it extends.
    pub(crate) fn add_language(
        &mut self,
        locales: &Locales,
        tag: &str,
        above: &mut Vec<String>,
    ) -> Result<(), LoadError> {
        for file in locales.layers(tag, FILE) {
            self.add_file(locales, file, above)?;
        }
        Ok(())
    }

    pub(crate) fn add_file(
        &mut self,
        locales: &Locales,
        file: SourceFile<'_>,
        above: &mut Vec<String>,
    ) -> Result<(), LoadError> {
        let raw: Raw = file.toml()?;
        if let Some(base) = &raw.extends {
            let (tag, at) = (base.get_ref(), base.span().start);
            if locales.layers(tag, FILE).next().is_none() {
                let known =
                    locales.tags().filter(|tag| locales.file(tag, FILE).is_some()).collect::<Vec<_>>().join(", ");
                let error = file.error(at, format!("`{tag}` has no {FILE} to extend"));
                return Err(error.with_hint(format!("these have one: {known}")));
            }
            if tag == file.tag() || above.contains(tag) {
                return Err(file.error(at, format!("`{tag}` extends this profile, and cannot be extended by it")));
            }
            above.push(file.tag().into());
            self.add_language(locales, tag, above)?;
            above.pop();
        }
        self.add(&raw, file)
    }

    fn add(&mut self, raw: &Raw, file: SourceFile<'_>) -> Result<(), LoadError> {
        self.add_abbreviations(raw, file)?;
        for (words, role) in [
            (&raw.starters, Roles::STARTER),
            (&raw.seconds, Roles::SECOND),
            (&raw.labels, Roles::LABEL),
            (&raw.speech, Roles::SPEECH),
            (&raw.offices, Roles::OFFICE),
            (&raw.people, Roles::PEOPLE),
            (&raw.zones, Roles::ZONE),
            (&raw.particles, Roles::PARTICLE),
            (&raw.enclitics, Roles::ENCLITIC),
            (&raw.articles, Roles::ARTICLE),
            (&raw.domains, Roles::DOMAIN),
            (&raw.currencies, Roles::MONEY),
            (&raw.prefixes, Roles::PREFIX),
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
        self.switch(raw, file)
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
                check_abbreviation(word, file)?;
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
        let mut seen = BTreeSet::new();
        for word in words {
            if word.get_ref().is_empty() {
                return Err(file.error(word.span().start, "an empty word"));
            }
            let key = folded(word.get_ref());
            if !seen.insert(key.clone()) {
                return Err(file.error(word.span().start, format!("`{}` stands twice in this list", word.get_ref())));
            }
            self.roles.entry(key).or_default().add(role);
        }
        Ok(())
    }

    fn switch(&mut self, raw: &Raw, file: SourceFile<'_>) -> Result<(), LoadError> {
        for (name, on) in &raw.rules {
            let Some(rule) = Rule::named(name.get_ref()) else {
                let error = file.error(name.span().start, format!("unknown rule `{}`", name.get_ref()));
                return Err(error.with_hint(format!("the rules are {}", Rule::names().collect::<Vec<_>>().join(", "))));
            };
            self.rules.switch(rule, *on);
        }
        Ok(())
    }

    pub(crate) fn compile(self) -> Profile {
        let marks = self.quotes.iter().flat_map(|(open, close)| [*open, *close]);
        let needles = Needles::new(marks.chain(['.', '!', '?', '…', '\n', '(', '[', ')', ']']));
        let words = self.abbreviations.iter().map(|(word, class)| (word.as_str(), *class));
        let abbreviations = Words::new(words, is_exact);
        let pairs = || self.abbreviations.keys().filter_map(|word| word.rsplit_once(' '));
        let dates = self.roles.iter().filter(|(_, roles)| roles.has(Roles::DATE));
        let offices = self.roles.iter().filter(|(_, roles)| roles.has(Roles::OFFICE));
        let offices = offices.filter_map(|(word, _)| word.split_once(' '));
        Profile {
            date_endings: Endings::of(dates.map(|(word, _)| word.as_str())),
            office_starts: Endings::of(offices.map(|(first, _)| first)),
            rules: self.rules,
            endings: Endings::of(self.abbreviations.keys().map(String::as_str)),
            pair_starts: Endings::of(pairs().map(|(first, _)| first.trim_end_matches('.'))),
            pair_endings: Endings::of(pairs().map(|(_, second)| second)),
            abbreviations,
            roles: Words::new(self.roles.iter().map(|(word, roles)| (word.as_str(), *roles)), |_| false),
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
fn check_abbreviation(word: &Spanned<String>, file: SourceFile<'_>) -> Result<(), LoadError> {
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
