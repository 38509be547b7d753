//! What one language knows of numbers, months and names, for the checks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use attache_grammar::plain_letters;
use attache_locales::{LoadError, Locales, ROOT};
use serde::Deserialize;

use crate::near::{Near, near};

/// `locales/<tag>/translation.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    afternoon: Vec<String>,
    articles: Vec<String>,
    determiners: BTreeSet<String>,
    possessive: Vec<String>,
    decimal: String,
    group: String,
    scales: BTreeMap<String, u64>,
    words: BTreeMap<String, u64>,
    ambiguous: BTreeSet<String>,
    between: BTreeSet<String>,
    partitive: BTreeSet<String>,
    fractions: BTreeMap<String, u64>,
    feasts: BTreeMap<String, Feast>,
    uncounted: BTreeSet<String>,
    halves: BTreeSet<String>,
    decades: BTreeSet<String>,
    percent: BTreeSet<String>,
    entire: Vec<String>,
    foremost: Vec<String>,
    repeating: BTreeSet<String>,
    loans: BTreeMap<String, String>,
    units: BTreeMap<String, BTreeMap<String, u64>>,
    counting: Vec<String>,
    currencies: Vec<String>,
    monies: BTreeMap<String, Vec<String>>,
    things: Vec<String>,
    unsure_heads: bool,
    heads_last: bool,
    endings: Vec<String>,
    derived: Vec<String>,
    inflections: BTreeSet<String>,
    foreign: Vec<String>,
    never: BTreeSet<String>,
    titles: BTreeSet<String>,
    given: Vec<String>,
    states: BTreeMap<String, Vec<String>>,
    parts: BTreeMap<String, Vec<String>>,
    peoples: BTreeMap<String, Vec<String>>,
    gaps: Vec<Gap>,
    spellings: BTreeMap<String, Vec<String>>,
}

/// A day of the year that has a name: the day of its month, and the month, from one on.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feast {
    day: u8,
    month: usize,
}

/// Words that no word of the second list can follow: between them one was lost.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Gap {
    after: BTreeSet<String>,
    /// Words as they are written, and marks.
    before: BTreeSet<String>,
    /// Ends of words in small letters that count as well: those of verbs, behind an article.
    ends: Vec<String>,
    /// Whether any word in small letters counts.
    small: bool,
}

/// What is read here of `locales/<tag>/grammar.toml`: preposition, article, and what they grow together to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Grammar {
    contractions: BTreeMap<String, BTreeMap<String, String>>,
}

/// What is read here of `locales/<tag>/dates.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Calendar {
    months: Vec<String>,
    weekdays: Vec<String>,
}

/// The words of one language.
#[derive(Debug, Clone)]
pub(crate) struct Lexis {
    pub(crate) afternoon: Vec<String>,
    pub(crate) articles: Vec<String>,
    /// Words behind which a word with a capital means what it says ("the Navy"), where one behind others is a name.
    pub(crate) determiners: BTreeSet<String>,
    pub(crate) possessive: Vec<String>,
    /// What a preposition and an article grow together to, and the preposition.
    contractions: BTreeMap<String, String>,
    pub(crate) decimal: String,
    pub(crate) group: String,
    pub(crate) scales: BTreeMap<String, u64>,
    pub(crate) words: BTreeMap<String, u64>,
    /// Number words that mean other things as well: not asked for in a translation.
    pub(crate) ambiguous: BTreeSet<String>,
    /// Words between the words of a number: "vinte e um".
    pub(crate) between: BTreeSet<String>,
    /// Words between a number of a kind and its scale: "tens of millions".
    pub(crate) partitive: BTreeSet<String>,
    /// Words for a part of one, with how many parts one has: "quarter" is 4.
    pub(crate) fractions: BTreeMap<String, u64>,
    /// Days with a name, by their name in small letters.
    feasts: BTreeMap<String, Feast>,
    /// Whether an unknown word at the head of a sentence is taken for no name.
    pub(crate) unsure_heads: bool,
    /// Whether a title ends in the word that tells what it is: "Aviation Safety Network".
    pub(crate) heads_last: bool,
    /// Words that make no number of a number word joined to them by a hyphen.
    pub(crate) uncounted: BTreeSet<String>,
    /// Number words that are a half: "half a million".
    pub(crate) halves: BTreeSet<String>,
    /// What stands beside a number that names a decade: the "s" of "1980s", "anos" of "anos 80".
    pub(crate) decades: BTreeSet<String>,
    /// What stands behind a share in hundredths.
    pub(crate) percent: BTreeSet<String>,
    /// Words between a number and the same number that say it once: "de 40 em 40 minutos".
    pub(crate) repeating: BTreeSet<String>,
    /// Beginnings of words that say a hundred of a hundred, plain: "absolutely".
    entire: Vec<String>,
    /// Beginnings of words that say the first of all, plain: "leader" for "number 1".
    foremost: Vec<String>,
    /// Words that other languages have as well, by how they are written here, and what they are in English.
    loans: BTreeMap<String, String>,
    /// Units by kind, with what they hold of the base unit of the kind.
    units: BTreeMap<String, BTreeMap<String, u64>>,
    /// Beginnings of what makes one word with the number before it: "beşyaşlı", "üçtərəfli".
    counting: Vec<String>,
    /// Beginnings of words, and signs, that tell an amount of money, in small letters.
    currencies: Vec<String>,
    /// The same by the state whose money it is, where its name may stand beside it and may be left out.
    monies: BTreeMap<String, Vec<String>>,
    /// Things that are called after a state and have nothing to do with it ("French fries"), in small letters.
    things: Vec<String>,
    /// Endings that words take, plain, longest first.
    endings: Vec<String>,
    /// Ends of words that no name has, plain.
    derived: Vec<String>,
    /// Endings of inflected words, plain, for languages where a word takes one.
    inflections: BTreeSet<String>,
    /// Letters, alone or together, that no word of the language has; before a `$`, at its end.
    foreign: Vec<String>,
    /// Names of people everywhere, plain.
    given: BTreeSet<String>,
    /// Words that are part of names and are translated: "Sul", "North".
    pub(crate) never: BTreeSet<String>,
    /// Words that a name follows.
    pub(crate) titles: BTreeSet<String>,
    /// Ways in which states are named, as beginnings of plain words that have to stand together.
    states: BTreeMap<String, Vec<Vec<Beginning>>>,
    /// Peoples without a state of their name and followers of a faith, as beginnings of plain words.
    peoples: BTreeMap<String, Vec<String>>,
    gaps: Vec<Gap>,
    /// Names that are written or called so differently here that no sound tells, by their spelling in English, in small letters.
    spellings: BTreeMap<String, Vec<String>>,
    /// January first, as they are written.
    pub(crate) months: Vec<String>,
    /// In small letters.
    weekdays: Vec<String>,
    /// Words that are no names, in small plain letters.
    ordinary: BTreeSet<String>,
    /// The same as they are written: "boné" is a word, "Bone" is a name.
    written: BTreeSet<String>,
}

const SETTINGS: &str = "translation.toml";
const ORDINARY: &str = "ordinary.tsv";
const DATES: &str = "dates.toml";
const GRAMMAR: &str = "grammar.toml";
const GIVEN: &str = "lexicon/given_names.tsv";
const COUNTRIES: &str = "lexicon/countries.tsv";

/// The columns that hold names of a state and of who is from there; not every language has each.
const STATE_COLUMNS: [&str; 5] = ["name", "adjective", "origin", "abbreviation", "aliases"];

impl Lexis {
    /// Reads the words of a language, those of a variant over those of its language.
    pub(crate) fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let mut settings = Settings::default();
        for layer in locales.layers(tag, SETTINGS) {
            settings = layer.toml()?;
        }
        let (mut months, mut weekdays) = (Vec::new(), Vec::new());
        for layer in locales.layers(tag, DATES) {
            let calendar: Calendar = layer.toml()?;
            if calendar.months.len() == 12 {
                months = calendar.months;
                weekdays = calendar.weekdays.iter().map(|day| small(day)).collect();
            }
        }
        let (mut ordinary, mut written) = (BTreeSet::new(), BTreeSet::new());
        for layer in locales.layers(tag, ORDINARY) {
            let table = layer.table()?;
            ordinary.extend(table.rows().map(|row| plain(row.key())));
            written.extend(table.rows().map(|row| row.key().to_owned()));
        }
        let mut given: BTreeSet<String> = settings.given.iter().map(|name| plain(name)).collect();
        if let Some(file) = locales.file(ROOT, GIVEN) {
            given.extend(file.table()?.rows().map(|row| plain(row.key())));
        }
        let mut contractions = BTreeMap::new();
        for layer in locales.layers(tag, GRAMMAR) {
            let grammar: Grammar = layer.toml()?;
            for (preposition, grown) in grammar.contractions {
                contractions.extend(grown.into_values().map(|form| (form, preposition.clone())));
            }
        }
        let mut states: BTreeMap<String, Vec<Vec<Beginning>>> = BTreeMap::new();
        for layer in locales.layers(tag, COUNTRIES) {
            for row in layer.table()?.rows() {
                let Some((_, key)) = row.key().split_once('/') else { continue };
                let ways = STATE_COLUMNS.iter().flat_map(|column| row.list(column));
                states.entry(key.to_owned()).or_default().extend(ways.map(Beginning::of_words));
            }
        }
        for (key, ways) in &settings.states {
            let ways = ways.iter().map(|way| way.split(' ').map(Beginning::given).collect());
            states.entry(key.clone()).or_default().extend(ways);
        }
        for (key, ways) in &settings.parts {
            states.entry(key.clone()).or_default().extend(ways.iter().map(|way| Beginning::of_part(way)));
        }
        let plain_longest_first = |endings: &[String]| {
            let mut endings: Vec<String> = endings.iter().map(|ending| plain(ending)).collect();
            endings.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            endings
        };
        Ok(Self {
            endings: plain_longest_first(&settings.endings),
            derived: plain_longest_first(&settings.derived),
            afternoon: settings.afternoon,
            articles: settings.articles,
            determiners: settings.determiners,
            possessive: settings.possessive,
            contractions,
            decimal: settings.decimal,
            group: settings.group,
            scales: settings.scales,
            words: settings.words,
            ambiguous: settings.ambiguous,
            between: settings.between,
            partitive: settings.partitive,
            fractions: settings.fractions,
            feasts: settings.feasts,
            unsure_heads: settings.unsure_heads,
            heads_last: settings.heads_last,
            uncounted: settings.uncounted,
            halves: settings.halves,
            decades: settings.decades,
            percent: settings.percent,
            entire: settings.entire.iter().map(|word| plain(word)).collect(),
            repeating: settings.repeating,
            loans: settings.loans,
            foremost: settings.foremost.iter().map(|word| plain(word)).collect(),
            units: settings.units,
            counting: settings.counting,
            currencies: settings.currencies.iter().map(|currency| small(currency)).collect(),
            monies: settings.monies,
            things: settings.things.iter().map(|thing| small(thing)).collect(),
            peoples: settings
                .peoples
                .into_iter()
                .map(|(people, ways)| (people, ways.iter().map(|way| plain(way)).collect()))
                .collect(),
            titles: settings.titles,
            inflections: settings.inflections.iter().map(|ending| plain(ending)).collect(),
            foreign: settings.foreign,
            never: settings.never,
            given,
            gaps: settings.gaps,
            spellings: settings.spellings,
            states,
            months,
            weekdays,
            ordinary,
            written,
        })
    }

    /// Whether a word is one of the language, and no name: all but its ending is the beginning of a known word.
    pub(crate) fn is_ordinary(&self, word: &str) -> bool {
        if self.is_foreign(word) {
            return self.is_known_word(word);
        }
        // Where the endings are known, "Trump" is no form of "trumpet".
        if !self.inflections.is_empty() {
            return self.is_known_word(word) || self.is_inflected(word, 4);
        }
        let letters = word.chars().count();
        let kept = letters - (letters / 3).min(4);
        self.begins_as(word, if kept < 5 { letters } else { kept }) || self.is_stem_known(word)
    }

    /// The same, more readily: for the head of a sentence, where every word has a capital.
    pub(crate) fn may_be_ordinary(&self, word: &str) -> bool {
        let letters = word.chars().count();
        if self.is_foreign(word) {
            return self.is_known_word(word);
        }
        if !self.inflections.is_empty() {
            return letters < 4 || self.is_ordinary(word) || self.is_inflected(word, 3);
        }
        letters < 4 || self.is_ordinary(word) || self.begins_as(word, letters.saturating_sub(4).max(4))
    }

    /// Whether a word is a known one of four letters and more with endings of the language: "meşədə".
    fn is_stem_known(&self, word: &str) -> bool {
        let is_known = |stem: &String| stem.chars().count() > SHORT_NAME && self.ordinary.contains(stem);
        self.stems(word).iter().any(is_known)
    }

    fn begins_as(&self, word: &str, kept: usize) -> bool {
        let is_known = self.is_known_word(word);
        let word = plain(word);
        let stem: String = word.chars().take(kept).collect();
        // "Chris" is no beginning of "Christianity".
        let most = word.chars().count() + 3;
        let mut begun = self.ordinary.range(stem.clone()..).take_while(|known| known.starts_with(&stem));
        // The word itself without its marks is another.
        is_known || (kept >= 4 && begun.any(|known| *known != word && known.chars().count() <= most))
    }

    /// Whether a word is a known word but for its ending, both endings are endings of the language, and what they share has so many letters.
    fn is_inflected(&self, word: &str, least: usize) -> bool {
        let word = plain(word);
        let is_ending = |rest: &str| rest.is_empty() || self.inflections.contains(rest);
        let cuts = word.char_indices().map(|(at, _)| at).chain([word.len()]).skip(least);
        cuts.filter(|at| is_ending(&word[*at..])).any(|at| {
            let stem = &word[..at];
            let begun = self.ordinary.range(stem.to_owned()..).take_while(|known| known.starts_with(stem));
            begun.take(MANY).any(|known| is_ending(&known[at..]))
        })
    }

    /// Whether a word has letters that no word of the language has.
    pub(crate) fn is_foreign(&self, word: &str) -> bool {
        let word = small(word);
        let stands = |letters: &String| match letters.strip_suffix('$') {
            Some(end) => word.ends_with(end),
            None => word.contains(letters.as_str()),
        };
        self.foreign.iter().any(stands)
    }

    /// Whether a word is one of the language as it stands.
    pub(crate) fn is_known_word(&self, word: &str) -> bool {
        self.written.contains(&small(word))
    }

    /// Whether somebody may be called so, and no word of the language is.
    pub(crate) fn is_given(&self, word: &str) -> bool {
        self.given.contains(&plain(word)) && !self.is_known_word(word)
    }

    /// Whether somebody may be called so, though it may be a word of the language, too.
    pub(crate) fn is_given_to_some(&self, word: &str) -> bool {
        self.given.contains(&plain(word))
    }

    /// Whether a word may be the name that has this spelling in English.
    pub(crate) fn may_spell(&self, name: &str, word: &str) -> bool {
        let is_near = |way: &str| near(way, word) == Near::Letters;
        self.spellings.get(name).map_or_else(|| is_near(name), |ways| ways.iter().any(|way| is_near(way)))
    }

    /// Names, by their spelling in English, that have a spelling of their own here.
    pub(crate) fn spelt(&self) -> impl Iterator<Item = &str> {
        self.spellings.keys().map(String::as_str)
    }

    /// Whether between a word and the next word or mark one is missing.
    pub(crate) fn is_gap(&self, word: &str, next: Option<&str>) -> bool {
        let Some(next) = next else { return false };
        let is_small = next.chars().all(char::is_lowercase);
        let ends = |gap: &Gap| {
            let is_end = |end: &String| next.strip_suffix(end.as_str()).is_some_and(|stem| stem.chars().count() >= 2);
            is_small && gap.ends.iter().any(is_end)
        };
        let is_it =
            |gap: &Gap| gap.after.contains(word) && (gap.before.contains(next) || (gap.small && is_small) || ends(gap));
        self.gaps.iter().any(is_it)
    }

    /// Whether a word alone names a state or who is from there, in any ending: "Alman" in the name of a body.
    pub(crate) fn is_of_a_state(&self, word: &str) -> bool {
        // "Turkana" is no "türk": with its marks.
        let has_marks = |only: &Beginning| small(word).starts_with(only.written.as_str());
        let begins = |way: &Vec<Beginning>| matches!(way.as_slice(), [only] if only.is_given && only.begins(word) && has_marks(only));
        let is_longer = |way: &Vec<Beginning>| matches!(way.as_slice(), [only] if only.is_shorter_than(word));
        self.states.values().flatten().any(|way| begins(way) || is_longer(way))
    }

    /// The people that a word names, in any ending: "hutis" are the Houthis.
    pub(crate) fn people(&self, word: &str) -> Option<&str> {
        let word = plain(word);
        let is_it = |ways: &Vec<String>| ways.iter().any(|way| word.starts_with(way.as_str()));
        self.peoples.iter().find(|(_, ways)| is_it(ways)).map(|(people, _)| people.as_str())
    }

    pub(crate) fn is_weekday(&self, word: &str) -> bool {
        self.weekdays.contains(&small(word))
    }

    /// Whether a word or a sign tells of money: "dollars", "R$".
    pub(crate) fn is_currency(&self, word: &str) -> bool {
        let word = small(word);
        self.currencies.iter().any(|currency| word.starts_with(currency.as_str()))
    }

    /// Whether a word or a sign tells of the money of a state: "manats", "$".
    pub(crate) fn is_money_of(&self, state: &str, word: &str) -> bool {
        let word = small(word);
        self.monies.get(state).is_some_and(|ways| ways.iter().any(|way| word.starts_with(way.as_str())))
    }

    /// Where things stand in a text that are called after a state: "French fries".
    pub(crate) fn things_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.things.is_empty() {
            return Vec::new();
        }
        let small = text.to_lowercase();
        // Small letters of another length would move the rest.
        if small.len() != text.len() {
            return Vec::new();
        }
        let found = self.things.iter().flat_map(|thing| small.match_indices(thing.as_str()));
        found.map(|(at, thing)| at..at + thing.len()).collect()
    }

    /// Whether a word is derived as no name is, its ending left aside: "Avroskeptiklərdən", "Adasında".
    pub(crate) fn is_derived(&self, word: &str) -> bool {
        let word = plain(word);
        let is_made = |stem: &str| {
            let mut ends = self.derived.iter().filter(|end| stem.ends_with(end.as_str()));
            ends.any(|end| stem.chars().count() >= end.chars().count() + 2)
        };
        is_made(&word) || self.endings.iter().any(|ending| word.strip_suffix(ending.as_str()).is_some_and(is_made))
    }

    /// Whether a state may be named by these words; looser than reading, for it only takes a complaint back.
    pub(crate) fn may_name(&self, state: &str, words: &[String]) -> bool {
        let stands = |way: &Vec<Beginning>| way.iter().all(|begun| words.iter().any(|word| begun.begins(word)));
        self.states.get(state).is_some_and(|ways| ways.iter().any(stands))
    }

    /// The preposition in a word that has grown together with an article ("do": "de").
    pub(crate) fn preposition_in(&self, word: &str) -> Option<&str> {
        self.contractions.get(&word.to_lowercase()).map(String::as_str)
    }

    /// Whether a word is a short name, its ending left aside: "Syu", "Inın".
    pub(crate) fn is_short_name(&self, word: &str) -> bool {
        let word = plain(word);
        let is_short = |stem: &str| stem.chars().count() <= SHORT_NAME;
        is_short(&word)
            || self
                .endings
                .iter()
                .any(|ending| word.strip_suffix(ending.as_str()).is_some_and(|stem| stem.chars().count() < SHORT_NAME))
    }

    /// Whether a word is a month and nothing else.
    pub(crate) fn is_whole_month(&self, word: &str) -> bool {
        let small_word = small(word);
        let is_it = |month: &String| {
            // "Martin" is no "martın": with a capital that the month has not, nothing may follow.
            let has_its_capital = word.starts_with(month.as_str());
            let ends = |rest: &str| has_its_capital && self.is_ending(rest);
            month.chars().count() > 3
                && (small(month) == small_word || small_word.strip_prefix(month.as_str()).is_some_and(ends))
        };
        self.months.iter().any(is_it)
    }

    /// A word without its endings, one after the other: "Akkradadırlar", "Akkradadır", "Akkrada", "Akkra".
    pub(crate) fn stems(&self, word: &str) -> Vec<String> {
        let mut stems = Vec::new();
        let mut stem = plain(word);
        while stems.len() < MANY_ENDINGS {
            let cut = |ending: &String| stem.strip_suffix(ending.as_str()).filter(|rest| rest.chars().count() >= 3);
            let Some(rest) = self.endings.iter().find_map(cut).map(str::to_owned) else { break };
            stems.push(rest.clone());
            stem = rest;
        }
        stems
    }

    fn is_ending(&self, rest: &str) -> bool {
        let rest = plain(rest);
        self.endings.iter().any(|ending| {
            rest == *ending
                || rest.strip_suffix(ending.as_str()).is_some_and(|of| self.endings.iter().any(|other| of == other))
        })
    }

    /// The month that a word names, from one on; endings may follow. Where months are written with a capital, "march" is none.
    pub(crate) fn month(&self, word: &str) -> Option<usize> {
        let small = small(word);
        let is_it = |month: &String| {
            let as_written = word.starts_with(month.as_str()) || small.starts_with(month.as_str());
            as_written && word.len() <= month.len() + 6
        };
        self.months.iter().position(is_it).map(|at| at + 1)
    }

    /// The month that three letters and a stop name: "Oct."
    pub(crate) fn short_month(&self, word: &str) -> Option<usize> {
        let is_it = |month: &String| month.starts_with(word) && month.len() > word.len();
        (word.chars().count() == 3).then(|| self.months.iter().position(is_it)).flatten().map(|at| at + 1)
    }

    /// The number that a word says; endings may follow a word of four letters and more.
    pub(crate) fn number(&self, word: &str) -> Option<u64> {
        let word = small(word);
        self.exact_or_inflected(&self.words, &word).or_else(|| self.number_of_units(&word))
    }

    /// The number in a word that it makes with a unit ("beşillik", of five years) or with what is counted ("üçtərəfli", of three sides).
    fn number_of_units(&self, word: &str) -> Option<u64> {
        let is_counted = |rest: &str| self.counting.iter().any(|begun| rest.starts_with(begun.as_str()));
        let is_unit =
            |rest: &str| is_counted(rest) || (rest.chars().count() >= LEAST_UNIT && self.unit(rest).is_some());
        let mut numbers = self.words.iter().filter(|(stem, _)| word.strip_prefix(stem.as_str()).is_some_and(is_unit));
        numbers.next().map(|(_, value)| *value)
    }

    /// Whether a word is a number and a unit in one, which another language says with a number: "beşillik".
    pub(crate) fn is_number_of_units(&self, word: &str) -> bool {
        let is_unit = |rest: &str| rest.chars().count() >= LEAST_UNIT && self.unit(rest).is_some();
        self.words.keys().any(|stem| word.strip_prefix(stem.as_str()).is_some_and(is_unit))
    }

    /// The days with a name that a text tells of, and their months.
    pub(crate) fn feasts_in(&self, text: &str) -> impl Iterator<Item = (u8, usize)> {
        let text = small(text);
        self.feasts
            .iter()
            .filter(move |(name, _)| text.contains(name.as_str()))
            .map(|(_, feast)| (feast.day, feast.month))
    }

    /// The kind of a unit, and what it holds of the kind's base unit.
    pub(crate) fn unit(&self, word: &str) -> Option<(String, u64)> {
        let word = small(word);
        self.units.iter().find_map(|(kind, units)| {
            let held = self.exact_or_inflected(units, &word)?;
            Some((kind.clone(), held))
        })
    }

    /// The word of many languages that a word is, an ending left aside: "festivalında" is "festival".
    pub(crate) fn loan(&self, word: &str) -> Option<&str> {
        // "Radio Nacional" is no less one than "Rádio".
        let word = plain(word);
        let is_form = |loan: &str, rest: &str| {
            let letters = loan.chars().count();
            rest.is_empty() || self.is_ending(rest) || (letters > SHORT_LOAN && rest.chars().count() < letters)
        };
        let is_it = |loan: &str| word.strip_prefix(plain(loan).as_str()).is_some_and(|rest| is_form(loan, rest));
        self.loans.iter().find(|(loan, _)| is_it(loan)).map(|(_, loan)| loan.as_str())
    }

    /// Whether the language has that word of many.
    pub(crate) fn has_loan(&self, loan: &str) -> bool {
        self.loans.values().any(|other| other == loan)
    }

    /// Whether a word says a hundred of a hundred: "absolutely".
    pub(crate) fn is_entire(&self, word: &str) -> bool {
        let word = plain(word);
        self.entire.iter().any(|begun| word.starts_with(begun.as_str()))
    }

    /// Whether a word says the first of all: "leader".
    pub(crate) fn is_foremost(&self, word: &str) -> bool {
        let word = plain(word);
        self.foremost.iter().any(|begun| word.starts_with(begun.as_str()))
    }

    /// Whether a word says a half, in any ending: "yarımdan".
    pub(crate) fn is_half(&self, word: &str) -> bool {
        let word = small(word);
        let is_it = |half: &String| {
            word.strip_prefix(half.as_str()).is_some_and(|rest| rest.is_empty() || self.is_ending(rest))
        };
        self.halves.iter().any(is_it)
    }

    /// What a word multiplies the number before it by.
    pub(crate) fn scale(&self, word: &str) -> Option<u64> {
        let word = small(word);
        self.exact_or_inflected(&self.scales, &word)
    }

    /// What a table has for a word, with an ending of the language behind words of three letters and more ("mindən"), and with some letters
    /// behind longer ones.
    fn exact_or_inflected(&self, table: &BTreeMap<String, u64>, word: &str) -> Option<u64> {
        if let Some(value) = table.get(word) {
            return Some(*value);
        }
        let is_stem = |stem: &str| {
            let rest = word.strip_prefix(stem)?;
            let letters = stem.chars().count();
            let is_form = letters >= 3 && self.is_ending(rest) || letters >= 4 && rest.chars().count() <= 5;
            is_form.then_some(letters)
        };
        let stems = table.iter().filter_map(|(stem, value)| Some((is_stem(stem)?, *value)));
        stems.max_by_key(|(letters, _)| *letters).map(|(_, value)| value)
    }
}

/// How a word begins that names a state, whatever its ending.
#[derive(Debug, Clone)]
struct Beginning {
    /// Plain where it is the beginning of a word, as written where it is a short word of its own.
    text: String,
    /// With its marks, in small letters.
    written: String,
    is_short: bool,
    has_capital: bool,
    /// Whether it stands in `translation.toml`.
    is_given: bool,
}

/// Words of many languages with as many letters take one ending or two, longer ones whatever they take: "Universitetindəki".
const SHORT_LOAN: usize = 6;

/// As many letters has a unit behind a number in one word.
const LEAST_UNIT: usize = 4;

/// As many letters has a name that may go unmissed beside another.
pub(crate) const SHORT_NAME: usize = 3;

/// Endings that one word may have.
const MANY_ENDINGS: usize = 4;

/// As many words with one beginning are looked at.
const MANY: usize = 400;

/// The name of a state with as many bytes tells who is from there.
const LONG: usize = 7;

/// Words of fewer letters are compared as they are written, so that "US" is not "us".
const SHORT: usize = 4;

impl Beginning {
    /// Of each word of a name; little words between them are passed over where there are others.
    fn of_words(name: &str) -> Vec<Self> {
        let joined = name.replace('.', "");
        let words: Vec<&str> = joined.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is_little = |word: &&str| word.chars().all(char::is_lowercase) && word.chars().count() < SHORT;
        let kept = words.iter().filter(|word| words.len() == 1 || !is_little(word));
        kept.map(|word| {
            let letters = word.chars().count();
            let has_capital = word.chars().next().is_some_and(char::is_uppercase);
            if letters < SHORT {
                let written = small(word);
                return Self { text: (*word).to_owned(), written, is_short: true, has_capital, is_given: false };
            }
            // What follows the last two letters is an ending: "Rússia", "russo", "Russian".
            let left = if has_capital { letters - 2 } else { letters - 1 };
            let text = plain(word).chars().take(left.max(SHORT)).collect();
            let has_capital = has_capital && left < SHORT + 1;
            Self { text, written: small(word), is_short: false, has_capital, is_given: false }
        })
        .collect()
    }

    /// As `translation.toml` gives it; with a capital it begins names only, and an abbreviation begins nothing ("FA" is no "Fabrow").
    fn given(word: &str) -> Self {
        let has_capital = word.chars().next().is_some_and(char::is_uppercase);
        if word.chars().count() > 1 && word.chars().all(char::is_uppercase) {
            return Self { text: word.to_owned(), written: small(word), is_short: true, has_capital, is_given: true };
        }
        Self { text: plain(word), written: small(word), is_short: false, has_capital, is_given: true }
    }

    /// Of each word of the name of a part of the state: it names no state by itself.
    fn of_part(name: &str) -> Vec<Self> {
        let words = name.split(' ').map(Self::given);
        words.map(|beginning| Self { is_given: false, ..beginning }).collect()
    }

    /// Whether a word is the whole name and more: "Icelanders". Shorter names begin too many words.
    fn is_shorter_than(&self, word: &str) -> bool {
        let rest = small(word).strip_prefix(self.written.as_str()).map(str::len);
        self.written.len() >= LONG && rest.is_some_and(|rest| rest > 0)
    }

    fn begins(&self, word: &str) -> bool {
        if self.is_short {
            let is_abbreviation = self.text.chars().all(char::is_uppercase);
            let rest = word.strip_prefix(self.text.as_str());
            return rest.is_some_and(|rest| rest.is_empty() || (!is_abbreviation && rest.chars().count() <= SHORT));
        }
        (!self.has_capital || word.chars().next().is_some_and(char::is_uppercase))
            && plain(word).starts_with(self.text.as_str())
    }
}

/// Small letters; a capital dotted `İ` leaves no dot behind (Unicode, SpecialCasing).
fn small(word: &str) -> String {
    word.to_lowercase().replace('\u{307}', "")
}

/// Small letters without marks, for comparing.
pub(crate) fn plain(word: &str) -> String {
    plain_letters(&small(word))
}
