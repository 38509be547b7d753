//! People's names between languages.
//!
//! Reads the `names.tsv` of all languages: a name has a home, the language whose lexicon knows all its parts. Knows how
//! lexica are asked and how surnames are put together; never guesses a letter that no lexicon has.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::Gender;
use serde::Deserialize;

use crate::Language;
use crate::grammar::{self, RawGrammar, RawNames};
use crate::layers;
use crate::lookup::Lookup;
use crate::people::{Gazetteer, KnownPerson, gender_of, plain_letters};

const FILE: &str = "names.tsv";
const GIVEN: &str = "lexicon/given_names.tsv";
const ORDER: &str = "names.toml";

const MALE: &str = "given-m";
const FEMALE: &str = "given-f";
/// A full name of someone from another country.
const PERSON: &str = "person";

/// `locales/root/names.toml`: countries whose people are not named again by their last word.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Order {
    family_first: Vec<String>,
    either: Vec<String>,
    whole: Vec<String>,
    /// Words before the name of somebody's father.
    fathers: Vec<String>,
    /// Words that belong to the family name behind them.
    kept: Vec<String>,
}

/// The name lexica of all languages.
///
/// ```
/// # use attache_grammar::Names;
/// # use attache_locales::Locales;
/// # #[cfg(feature = "builtin")] {
/// let names = Names::load(&Locales::builtin())?;
/// assert_eq!(names.spell("Jeyhun Bayramov", Some("AZ"), "az").text, "Ceyhun Bayramov");
/// assert_eq!(names.spell("Ceyhun Bayramov", Some("country/AZ"), "pt").text, "Jeyhun Bayramov");
/// let andre = names.spell("Francisco Andre", Some("PT"), "az");
/// assert!(andre.text == "Francisco André" && andre.foreign);
/// # }
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Names {
    homes: Vec<Home>,
    /// Given names that tell the gender in every country.
    given: Lookup<Gender>,
    people: Gazetteer,
    order: Order,
}

/// The first word of a name or its last.
enum End {
    First,
    Last,
}

/// A name as a language writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenName {
    /// The name.
    pub text: String,
    /// Whether the spelling is foreign to the language, so that no ending can be joined to it.
    pub foreign: bool,
}

/// The names of one language.
#[derive(Debug, Clone)]
struct Home {
    tag: String,
    rules: RawNames,
    /// Native and press spellings, and what they are.
    words: Lookup<Vec<Word>>,
    /// Spelling of a stem (native or press), and the stem.
    stems: Lookup<Vec<Word>>,
    /// Full names of people of other countries, under all their spellings.
    persons: Lookup<Part>,
}

/// The names of one language while its tables are read.
#[derive(Default)]
struct Learned {
    words: BTreeMap<String, Vec<Word>>,
    stems: BTreeMap<String, Vec<Word>>,
    persons: BTreeMap<String, Part>,
}

#[derive(Debug, Clone)]
struct Word {
    native: String,
    press: String,
    kind: String,
    /// Whether the spelling under which it stands is the native one.
    is_native: bool,
}

/// One part of a name, in both spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    native: String,
    press: String,
}

impl Names {
    /// Reads the name lexica of all languages.
    ///
    /// # Errors
    /// Where a table or a `grammar.toml` is malformed.
    pub fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut homes = Vec::new();
        for tag in locales.tags() {
            if locales.layers(tag, grammar::FILE).next().is_some() {
                homes.push(Home::load(locales, tag)?);
            }
        }
        let mut given = BTreeMap::new();
        if let Some(file) = locales.file(ROOT, GIVEN) {
            for row in file.table()?.rows() {
                given.insert(row.key().to_owned(), gender_of(&row)?);
            }
        }
        let people = Gazetteer::load(locales)?;
        let order = locales.file(ROOT, ORDER).map(|file| file.toml()).transpose()?.unwrap_or_default();
        Ok(Self { homes, given: given.into(), people, order })
    }

    /// Whether a part of a name says that the next one is the father's ("Mohammed **bin** Salman").
    #[must_use]
    pub fn marks_father(&self, part: &str) -> bool {
        self.order.fathers.iter().any(|mark| mark == part)
    }

    /// How a person is named again in a language: by the family name, or as the language shortens names, unless the
    /// custom of the person's country is another.
    #[must_use]
    pub fn short(&self, language: &Language, name: &str, country: Option<&str>) -> String {
        let is_of = |codes: &[String]| country.map(code).is_some_and(|country| codes.iter().any(|c| c == country));
        let short = language.short_name(name);
        let abbreviates = short.contains('.');
        let family = match () {
            () if is_of(&self.order.whole) => None,
            () if is_of(&self.order.family_first) => Some(End::First),
            () if is_of(&self.order.either) => self.family_end(name),
            () => Some(End::Last),
        };
        match family {
            None => name.to_owned(),
            Some(End::First) if abbreviates => name.to_owned(),
            Some(End::First) => name.split_whitespace().next().unwrap_or(name).to_owned(),
            Some(End::Last) => self.called(language, name).unwrap_or_else(|| match abbreviates {
                true => short,
                false => self.with_kept(name, short),
            }),
        }
    }

    /// The last name with the words that belong to it: "**Van der** Bellen". Nobody is called by a whole name of such words.
    fn with_kept(&self, name: &str, last: String) -> String {
        let words: Vec<&str> = name.split_whitespace().collect();
        let Some((end, before)) = words.split_last().filter(|(end, _)| **end == last) else { return last };
        let is_kept = |word: &&&str| self.order.kept.iter().any(|kept| kept == **word);
        let kept = before.iter().rev().take_while(is_kept).count();
        if kept == 0 || kept == before.len() {
            return last;
        }
        [&before[before.len() - kept..], &[*end]].concat().join(" ")
    }

    /// At which end of a name its family name stands, for someone of the news, whose family name is the last in the press.
    fn family_end(&self, name: &str) -> Option<End> {
        let press = self.press_of(name).unwrap_or(name);
        let (first, rest) = press.split_once(' ')?;
        let known = self.people.find(press).or_else(|| self.people.find(&format!("{rest} {first}")))?;
        let family = known.name.split_whitespace().next_back()?;
        let last = rest.split_whitespace().next_back()?;
        Some(if plain_letters(family) == plain_letters(last) { End::Last } else { End::First })
    }

    /// The name by which the press calls someone of the news, which need not be the last one: "Lula", "Rebelo de Sousa".
    fn called(&self, language: &Language, name: &str) -> Option<String> {
        let part = self.people.called_by(name).or_else(|| self.people.called_by(self.press_of(name)?))?;
        let words: Vec<&str> = name.split_whitespace().collect();
        let called = words.get(part.clone())?;
        Some(language.short_name_of(&words[..part.start], &words[part.start..], called))
    }

    /// How the press spells a person of the news whom one of our languages writes by the sound.
    fn press_of(&self, name: &str) -> Option<&str> {
        self.homes.iter().find_map(|home| home.persons.get(name)).map(|person| person.press.as_str())
    }

    /// The proper spelling of a person's name in the language `target`; `country` is the bearer's, as a code or a
    /// concept id, where it is known.
    ///
    /// The native spelling where the name's home lexicon knows every part and the target is at home there or has all its
    /// letters for a kindred name, the form of the press abroad, the spelling that the target lists for a person of the news, and otherwise what the article wrote.
    #[must_use]
    pub fn spell(&self, name: &str, country: Option<&str>, target: &str) -> SpokenName {
        let spoken = self.find(target);
        if let Some(person) = spoken.and_then(|home| home.persons.get(name)) {
            return SpokenName { text: person.native.clone(), foreign: false };
        }
        // Another language writes this person by the sound: back to the spelling of the press.
        let name = self.press_of(name).unwrap_or(name);
        let bare = spoken.is_some_and(|home| home.rules.foreign_bare);
        let unchanged = SpokenName { text: name.to_owned(), foreign: bare };
        let Some((home, parts)) = self.home_of(name, country, target) else {
            return self.by_letters(name, country, target).unwrap_or(unchanged);
        };
        let native = parts.iter().map(|part| part.native.as_str()).collect::<Vec<_>>().join(" ");
        let at_home = home.is_spoken_in(target);
        if !at_home && spoken.is_some_and(|spoken| spoken.rules.keeps(&home.rules.home, &native)) {
            return SpokenName { text: native, foreign: false };
        }
        let press = home.rules.press_abroad && !at_home;
        let words: Vec<&str> =
            parts.iter().map(|part| if press { part.press.as_str() } else { &part.native }).collect();
        SpokenName { text: words.join(" "), foreign: bare && !at_home }
    }

    /// A native name with parts that no lexicon has: the press abroad follows its letters, which none but a native spelling has.
    fn by_letters(&self, name: &str, country: Option<&str>, target: &str) -> Option<SpokenName> {
        let country = country.map(code)?;
        let home = self.homes.iter().find(|home| home.is_home_of(country))?;
        let is_kept = self.find(target).is_some_and(|spoken| spoken.rules.keeps(&home.rules.home, name));
        let is_native =
            name.chars().any(|c| !c.is_ascii() && home.rules.press.contains_key(c.encode_utf8(&mut [0; 4]) as &str));
        if !home.rules.press_abroad || home.is_spoken_in(target) || is_kept || !is_native {
            return None;
        }
        let bare = self.find(target).is_some_and(|home| home.rules.foreign_bare);
        Some(SpokenName { text: self.press(name, &home.tag)?, foreign: bare })
    }

    /// The gender that the lexica know of a name, from its given name or from a surname that shows it.
    #[must_use]
    pub fn gender(&self, name: &str, country: Option<&str>) -> Option<Gender> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let country = country.map(code);
        let home = self.homes.iter().find(|home| country.is_some_and(|country| home.is_home_of(country)));
        let known = home.and_then(|home| home.gender(&words));
        known.or_else(|| {
            let given = words.first().filter(|_| words.len() > 1)?;
            let abroad = self.homes.iter().filter(|_| home.is_none()).filter_map(|home| home.gender(&words));
            let mut genders = self.given.get(given).copied().into_iter().chain(abroad);
            let first = genders.next()?;
            genders.all(|other| other == first).then_some(first)
        })
    }

    /// Whether a word is a given name in one of the lexicons of names, whatever else it may be.
    #[must_use]
    pub fn is_given(&self, word: &str) -> bool {
        self.given.has(word) || self.homes.iter().any(|home| home.is_given(word))
    }

    /// For whom someone of the news speaks, whom the gazetteer `locales/root/lexicon/people.tsv` lists by full name; a name in
    /// the spelling of one of our languages counts as that of the press.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<KnownPerson> {
        self.people.find(name).or_else(|| self.people.find(self.press_of(name)?))
    }

    /// Whether the name lexicon of that country's language knows every part of a name.
    #[must_use]
    pub fn is_native(&self, name: &str, country: &str) -> bool {
        let homes = self.homes.iter().filter(|home| home.is_home_of(code(country)));
        homes.into_iter().any(|home| home.parts(name).is_some())
    }

    /// Whether some name lexicon is of that country, so that a native name can be told from a foreign one.
    #[must_use]
    pub fn know_natives_of(&self, country: &str) -> bool {
        self.homes.iter().any(|home| home.is_home_of(code(country)))
    }

    /// Whether the name lexicon of that country's language knows the given name.
    #[must_use]
    pub fn has_native_given(&self, name: &str, country: &str) -> bool {
        let given = name.split_whitespace().next().filter(|given| *given != name);
        let homes = self.homes.iter().filter(|home| home.is_home_of(code(country)));
        given.is_some_and(|given| homes.into_iter().any(|home| home.words.has(given) || home.part(given).is_some()))
    }

    /// Whether a name looks native to a country: its lexicon knows the given name, and the surname ends as those do that it puts
    /// together.
    #[must_use]
    pub fn looks_native(&self, name: &str, country: &str) -> bool {
        let surname = name.split_whitespace().next_back().unwrap_or_default();
        let homes = self.homes.iter().filter(|home| home.is_home_of(code(country)));
        self.has_native_given(name, country) && homes.into_iter().any(|home| home.ends_as_surname(surname))
    }

    /// The native spelling by the lexicon of `tag`; `None` where it does not know every part.
    pub(crate) fn native(&self, name: &str, tag: &str) -> Option<String> {
        let home = self.find(tag)?;
        if let Some(person) = home.persons.get(name) {
            return Some(person.native.clone());
        }
        let parts = home.parts(name)?;
        Some(parts.into_iter().map(|part| part.native).collect::<Vec<_>>().join(" "))
    }

    /// How the press abroad writes a native name: the listed form of each part, or by the letters.
    pub(crate) fn press(&self, name: &str, tag: &str) -> Option<String> {
        let home = self.find(tag)?;
        let word = |word: &str| {
            let listed = home.part(word).filter(|part| part.native == word).map(|part| part.press);
            listed.unwrap_or_else(|| home.transliterated(word))
        };
        Some(name.split_whitespace().map(word).collect::<Vec<_>>().join(" "))
    }

    fn find(&self, tag: &str) -> Option<&Home> {
        self.homes.iter().find(|home| home.tag == tag)
    }

    /// The lexicon that knows all parts: that of the bearer's country; where the country is not known, that of the
    /// target, or else the only one there is.
    fn home_of(&self, name: &str, country: Option<&str>, target: &str) -> Option<(&Home, Vec<Part>)> {
        let read = |home: &'_ Home| home.parts(name);
        if let Some(country) = country.map(code) {
            return self.homes.iter().find(|home| home.is_home_of(country)).and_then(|home| Some((home, read(home)?)));
        }
        let mut knowing = self.homes.iter().filter_map(|home| Some((home, read(home)?)));
        let first = knowing.next()?;
        let target_knows = |home: &Home| home.is_spoken_in(target);
        match knowing.next() {
            None => Some(first),
            Some(other) => [first, other].into_iter().chain(knowing).find(|(home, _)| target_knows(home)),
        }
    }
}

impl Learned {
    fn learn(&mut self, rules: &RawNames, native: &str, press: &[&str], kind: &str) {
        let is_stem = rules.endings.contains_key(kind);
        let main = press.first().copied().unwrap_or(native);
        if kind == PERSON {
            let person = Part { native: native.to_owned(), press: main.to_owned() };
            let spellings = std::iter::once(native).chain(press.iter().copied());
            self.persons.extend(spellings.map(|spelling| (spelling.to_owned(), person.clone())));
            return;
        }
        let spellings = std::iter::once(native).chain(press.iter().copied().filter(|press| *press != native));
        for spelling in spellings {
            let word = Word {
                native: native.to_owned(),
                press: main.to_owned(),
                kind: kind.to_owned(),
                is_native: spelling == native,
            };
            let known = if is_stem { &mut self.stems } else { &mut self.words };
            known.entry(spelling.to_owned()).or_default().push(word);
        }
    }
}

impl Home {
    fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let (raw, _) = layers::merged::<RawGrammar>(locales, tag, grammar::FILE)?;
        let rules = raw.names();
        let mut learned = Learned::default();
        // The variant's names go before those of its language.
        let mut files: Vec<_> = locales.layers(tag, FILE).collect();
        files.reverse();
        for file in files {
            for row in file.table()?.rows() {
                let press: Vec<&str> = row.list("press").collect();
                for kind in row.list("kind") {
                    learned.learn(&rules, row.key(), &press, kind);
                }
            }
        }
        let Learned { words, stems, persons } = learned;
        let (words, stems, persons) = (words.into(), stems.into(), persons.into());
        Ok(Self { tag: tag.to_owned(), rules, words, stems, persons })
    }

    fn is_home_of(&self, country: &str) -> bool {
        self.rules.home.iter().any(|home| home == country)
    }

    /// Whether the target is this language or a variant of it, or the other way round.
    fn is_spoken_in(&self, target: &str) -> bool {
        language_of(&self.tag) == language_of(target)
    }

    /// All parts of a name in both spellings; `None` where one is not known, or nothing but particles is.
    fn parts(&self, name: &str) -> Option<Vec<Part>> {
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.is_empty() || words.iter().all(|word| self.rules.is_particle(word)) {
            return None;
        }
        words.into_iter().map(|word| self.part(word)).collect()
    }

    fn part(&self, word: &str) -> Option<Part> {
        if self.rules.is_particle(word) {
            return Some(Part { native: word.to_owned(), press: word.to_owned() });
        }
        if let Some((before, after)) = word.split_once('-').filter(|_| !self.words.has(word)) {
            let (before, after) = (self.part(before)?, self.part(after)?);
            let join = |a: String, b: String| format!("{a}-{b}");
            return Some(Part { native: join(before.native, after.native), press: join(before.press, after.press) });
        }
        let listed = self.words.get(word);
        // Where the press abroad writes names by their sound, a spelling may stand for several.
        if self.rules.press_abroad && listed.is_some_and(|words| is_ambiguous(words)) {
            return None;
        }
        let listed = listed.and_then(|words| words.iter().find(|word| word.is_native).or(words.first()));
        let listed = listed.map(|word| Part { native: word.native.clone(), press: word.press.clone() });
        listed.or_else(|| self.surname(word))
    }

    fn ends_as_surname(&self, word: &str) -> bool {
        let endings = self.rules.endings.values().flatten().map(|(native, _)| native.as_str());
        endings.filter_map(|ending| word.strip_suffix(ending)).any(|stem| stem.chars().count() > 2)
    }

    /// A surname put together from a stem and an ending. A surname whose stems differ in the native spelling is not
    /// known: a wrong letter is worse than none.
    fn surname(&self, word: &str) -> Option<Part> {
        let mut found: Option<(bool, Part)> = None;
        for (kind, endings) in &self.rules.endings {
            for (native, presses) in endings {
                let press = presses.split('|').next().unwrap_or(native);
                let spellings = presses.split('|').map(|press| (press, false));
                for (ending, is_native) in std::iter::once((native.as_str(), true)).chain(spellings) {
                    let Some(stem) = word.strip_suffix(ending) else { continue };
                    let stems = self.stems.get(stem).into_iter().flatten().filter(|stem| stem.kind == *kind);
                    let agree =
                        |stem: &&Word| stem.is_native == is_native || native == ending || stem.native == stem.press;
                    for stem in stems.filter(agree) {
                        let part = Part {
                            native: format!("{}{native}", stem.native),
                            press: format!("{}{press}", stem.press),
                        };
                        match &found {
                            Some((true, _)) if !stem.is_native => {}
                            Some((sure, other)) if *sure == stem.is_native && *other != part => return None,
                            _ => found = Some((stem.is_native, part)),
                        }
                    }
                }
            }
        }
        found.map(|(_, part)| part)
    }

    fn transliterated(&self, word: &str) -> String {
        let letter = |c: char| {
            let mapped = self.rules.press.get(c.encode_utf8(&mut [0; 4]) as &str);
            mapped.cloned().unwrap_or_else(|| c.to_string())
        };
        word.chars().map(letter).collect()
    }

    /// From a given name of the lexicon, or from a surname that only one gender has.
    fn is_given(&self, word: &str) -> bool {
        self.words.get(word).into_iter().flatten().any(|word| word.kind == MALE || word.kind == FEMALE)
    }

    fn gender(&self, words: &[&str]) -> Option<Gender> {
        let (first, last) = (words.first()?, words.last()?);
        let kinds = |kind: &str| self.words.get(first).into_iter().flatten().any(|word| word.kind == kind);
        match (kinds(MALE), kinds(FEMALE)) {
            (true, false) if words.len() > 1 => return Some(Gender::Masculine),
            (false, true) if words.len() > 1 => return Some(Gender::Feminine),
            _ => {}
        }
        let ends = |endings: &[String]| {
            endings.iter().any(|ending| last.ends_with(ending.as_str()) && last.len() > ending.len() + 1)
        };
        match (ends(&self.rules.feminine), ends(&self.rules.masculine)) {
            (true, _) => Some(Gender::Feminine),
            (_, true) => Some(Gender::Masculine),
            _ => None,
        }
    }
}

/// Whether a spelling of the press stands for several native names: `Jamil` for `Camil` and `Cəmil`.
fn is_ambiguous(words: &[Word]) -> bool {
    let is_native = words.iter().any(|word| word.is_native);
    !is_native && words.windows(2).any(|pair| pair[0].native != pair[1].native)
}

/// `AZ` of `AZ` and of `country/AZ`.
fn code(country: &str) -> &str {
    country.rsplit('/').next().unwrap_or(country)
}

fn language_of(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
