//! Whether a translation says what its source says: numbers, dates, names and states, both ways, and nothing left of the road.

use crate::near::{Near, near};
use crate::sentence::{Name, Sentence};

/// The bounds of the length of a translation, in hundredths of the letters of its source.
const SHORTEST: usize = 45;
const LONGEST: usize = 240;

/// Texts with fewer letters have no language of their own: "Sim, 5."
const LANGUAGE_FROM: usize = 40;

/// Letters that the bounds leave free, so that a short sentence may be said in other words.
const FREE: usize = 25;

/// What a translation fails on, in words for the reader; empty where it passes.
pub(crate) fn complaints(source: &Sentence, target: &Sentence, language: impl Fn(&str) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut complain = |what: &str, words: Vec<String>| {
        if !words.is_empty() {
            complaints.push(format!("{what}: {}", words.join(", ")));
        }
    };
    complain("numbers left out", source.numbers.missing_in(&target.numbers));
    complain("numbers added", target.numbers.missing_in(&source.numbers));
    complain("numbers in words left out", source.numbers.unsaid_in(&target.numbers));
    complain("dates changed", changed_dates(source, target));
    complain("names left out", missing_names(source, target, |_| true));
    complain("names added", missing_names(target, source, |name| name.is_firm));
    complain("states left out", missing_states(source, target));
    complain("states added", missing_states(target, source));
    complaints.extend(wrong_length(&source.text, &target.text));
    if letters(&target.text) >= LANGUAGE_FROM && !language(&target.text) {
        complaints.push("another language".to_owned());
    }
    complaints
}

/// Months that do not match, and days that went to another month or changed places.
fn changed_dates(source: &Sentence, target: &Sentence) -> Vec<String> {
    let count = |months: &[usize], month: usize| months.iter().filter(|other| **other == month).count();
    let is_missing = |a: &Sentence, b: &Sentence| {
        let lost = a.months.iter().any(|month| count(&a.months, *month) > 0 && count(&b.months, *month) == 0);
        // A date in digits only has no month in words.
        lost && !b.text.contains('/')
    };
    let mut changed = Vec::new();
    if is_missing(source, target) || is_missing(target, source) {
        changed.push("a month".to_owned());
    }
    let same_days = source.days.len() == target.days.len();
    if same_days && source.days != target.days && !source.days.is_empty() {
        changed.push("a day".to_owned());
    }
    changed
}

/// Names of `from` of which nothing in `to` may be a spelling.
fn missing_names(from: &Sentence, to: &Sentence, counts: impl Fn(&Name) -> bool) -> Vec<String> {
    let names_place = |name: &&Name| {
        let mut mentions = to.annotations.mentions.iter().filter_map(|mention| mention.concept.as_ref());
        name.place.as_ref().is_some_and(|place| mentions.any(|concept| concept == place))
    };
    let mut open: Vec<&std::ops::Range<usize>> = to.words.iter().collect();
    let mut rest: Vec<&Name> = Vec::new();
    for name in from.names.iter().filter(|name| counts(name) && !names_place(name)) {
        let at = open.iter().position(|word| near(&name.text, &to.text[(*word).clone()]) == Near::Letters);
        match at {
            Some(at) => drop(open.remove(at)),
            None => rest.push(name),
        }
    }
    // A name may stand twice on one side and once on the other.
    rest.retain(|name| !from.names.iter().any(|other| other != *name && other.text == name.text));
    // What is copied from another word of the source is that word.
    let copied = |word: &&std::ops::Range<usize>| {
        let word = &to.text[(*word).clone()];
        from.words.iter().any(|other| from.text[other.clone()] == *word)
    };
    open.retain(|word| !copied(word));
    let mut missing = Vec::new();
    for name in rest {
        let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let sounds = |word: &&&std::ops::Range<usize>| {
            let word = &to.text[(**word).clone()];
            capital(word) && near(&name.text, word) == Near::Sound
        };
        let found = open.iter().find(sounds).map(|word| (*word).clone());
        match found {
            Some(found) => open.retain(|word| **word != found),
            None => missing.push(name.text.clone()),
        }
    }
    missing
}

/// States of `from`, by name or adjective, that `to` does not name.
fn missing_states(from: &Sentence, to: &Sentence) -> Vec<String> {
    from.concepts.difference(&to.concepts).map(|concept| concept.key().to_owned()).collect()
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn wrong_length(source: &str, target: &str) -> Option<String> {
    let (source, target) = (letters(source), letters(target));
    let (least, most) = ((source * SHORTEST / 100).saturating_sub(FREE), source * LONGEST / 100 + FREE);
    match target {
        0 => Some("it holds no word".to_owned()),
        _ if target < least => Some(format!("too short: {target} letters for {source}")),
        _ if target > most => Some(format!("too long: {target} letters for {source}")),
        _ => None,
    }
}
