//! Whether a translation says what its source says: numbers, dates, names and states, both ways, and nothing left of the road.

use std::collections::BTreeSet;
use std::ops::Range;

use attache_schema::{ConceptId, MentionKind};

use crate::lexis::Lexis;
use crate::near::{Near, is_close, near};
use crate::sentence::{Name, Sentence, has_capital};

/// The bounds of the length of a translation, in hundredths of the letters of its source.
const SHORTEST: usize = 45;
const LONGEST: usize = 240;

/// Texts with fewer letters in words without a capital have no language of their own: "Sim, 5."
const LANGUAGE_FROM: usize = 40;

/// Letters that the bounds leave free, so that a short sentence may be said in other words.
const FREE: usize = 25;

/// What a translation fails on, in words for the reader; empty where it passes.
pub(crate) fn complaints(
    (source, from): (&Sentence, &Lexis),
    (target, to): (&Sentence, &Lexis),
    language: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut complain = |what: &str, words: Vec<String>| {
        if !words.is_empty() {
            complaints.push(format!("{what}: {}", words.join(", ")));
        }
    };
    complain("numbers left out", source.numbers.missing_in(&target.numbers, &target.months));
    complain("numbers added", target.numbers.missing_in(&source.numbers, &source.months));
    complain("numbers in words left out", source.numbers.unsaid_in(&target.numbers));
    complain("dates changed", changed_dates(source, target));
    let left_out = missing_names((source, from), (target, to), |name| !name.is_title || to.is_known_word(&name.text));
    let added = missing_names((target, to), (source, from), |name| name.is_firm);
    complain("names added", not_translated(added, source, target));
    let left_out = left_out.into_iter().map(|name| name.text.clone());
    let runs = lost_runs(source, target).into_iter().chain(torn_titles((source, from), target));
    complain("names left out", left_out.chain(runs).collect::<BTreeSet<_>>().into_iter().collect());
    complain("a word is missing in", target.gaps.clone());
    complain("states left out", missing_states(source, target, to));
    complain("states added", missing_states(target, source, from));
    complaints.extend(wrong_length(&source.text, &target.text));
    let without_names = small_words(target);
    if letters(&without_names) >= LANGUAGE_FROM && !language(&target.text) && !language(&without_names) {
        complaints.push("another language".to_owned());
    }
    complaints
}

/// Months that do not match, and days that went to another month or changed places.
fn changed_dates(source: &Sentence, target: &Sentence) -> Vec<String> {
    let is_missing = |a: &Sentence, b: &Sentence| {
        let lost = a.months.iter().any(|month| !b.months.contains(month) && !b.maybe_months.contains(month));
        // A date in digits only has no month in words.
        lost && !b.text.contains('/')
    };
    let mut changed = Vec::new();
    if is_missing(source, target) || is_missing(target, source) {
        changed.push("a month".to_owned());
    }
    let may_be_same = |at: usize| {
        let ((a, month), (b, other)) = (&source.days[at], &target.days[at]);
        month == other && !a.is_disjoint(b)
    };
    let same_days = source.days.len() == target.days.len();
    if same_days && !(0..source.days.len()).all(may_be_same) {
        changed.push("a day".to_owned());
    }
    changed
}

/// Names of `from` of which nothing in `to` may be a spelling.
fn missing_names<'a>(
    (from, theirs): (&'a Sentence, &Lexis),
    (to, ours): (&Sentence, &Lexis),
    counts: impl Fn(&Name) -> bool,
) -> Vec<&'a Name> {
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
    let found: Vec<&Name> = from.names.iter().filter(|name| !rest.contains(name)).collect();
    rest.retain(|name| !found.iter().any(|other| other.text == name.text));
    // What is copied from another word of the source is that word.
    let copied = |word: &&std::ops::Range<usize>| {
        let word = &to.text[(*word).clone()];
        from.words.iter().any(|other| from.text[other.clone()] == *word)
    };
    open.retain(|word| !copied(word));
    // "Munich" is "Münhen".
    let is_called = |name: &Name, word: &str| {
        let mut names = theirs.spelt().chain(ours.spelt());
        names.any(|spelt| theirs.may_spell(spelt, &name.text) && ours.may_spell(spelt, word))
    };
    let mut missing = Vec::new();
    for name in rest {
        let sounds = |word: &&&std::ops::Range<usize>| {
            let word = &to.text[(**word).clone()];
            // A people may have a small letter: "Kurdish", "curdas".
            let is_people = || !name.is_known && is_close(&name.text, word);
            (has_capital(word) && (is_alike((&name.text, theirs), (word, ours)) || is_called(name, word)))
                || is_people()
        };
        let found = open.iter().find(sounds).map(|word| (*word).clone());
        match found {
            Some(found) => open.retain(|word| **word != found),
            None => missing.push(name),
        }
    }
    missing
}

/// Whether two words may be one name, with whatever endings.
fn is_alike((a, theirs): (&str, &Lexis), (b, ours): (&str, &Lexis)) -> bool {
    let sounds = |a: &str, b: &str| near(a, b) != Near::Not;
    sounds(a, b)
        || theirs.stems(a).iter().any(|stem| sounds(stem, b))
        || ours.stems(b).iter().any(|stem| sounds(a, stem))
}

/// Words with capitals right behind each other: "Texas Tribune Festival".
fn runs_of(sentence: &Sentence) -> Vec<Vec<&Range<usize>>> {
    let mut runs: Vec<Vec<&Range<usize>>> = Vec::new();
    for word in &sentence.capitals {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| sentence.text[last.end..word.start] == *" ") => run.push(word),
            _ => runs.push(vec![word]),
        }
    }
    runs
}

/// Runs of words with capitals of which nothing stands in the translation, in no spelling and in no word that may translate it: there is no
/// other word with a capital.
fn lost_runs(source: &Sentence, target: &Sentence) -> Vec<String> {
    let is_held = |word: &Range<usize>| {
        let mut mentions = source.annotations.mentions.iter();
        mentions.any(|mention| mention.span.start <= word.start && word.end <= mention.span.end)
    };
    let stands_in =
        |word: &str, other: &Sentence| other.words().any(|(_, candidate)| near(word, candidate) != Near::Not);
    if target.capitals.iter().any(|word| !stands_in(target.word(word), source)) {
        return Vec::new();
    }
    // A word of the translation stands for one of the source; those alone are served first ("Austin, Texas").
    let mut runs = runs_of(source);
    runs.sort_by_key(Vec::len);
    let mut open: Vec<&Range<usize>> = target.words.iter().collect();
    let mut lost = Vec::new();
    for run in runs {
        let mut is_there = false;
        for word in &run {
            let found = open.iter().position(|other| near(source.word(word), target.word(other)) != Near::Not);
            if let Some(at) = found {
                open.remove(at);
                is_there = true;
            }
        }
        if !is_there && run.len() >= 3 && run.iter().all(|word| word.len() >= 3 && !is_held(word)) {
            lost.push(run.iter().map(|word| source.word(word)).collect::<Vec<_>>().join(" "));
        }
    }
    lost
}

/// Words of titles that are kept in their own language and have lost a part: of "Aviation Safety Network" the last word tells what it
/// is, so that it would have been translated with the rest.
fn torn_titles((source, from): (&Sentence, &Lexis), target: &Sentence) -> Vec<String> {
    let is_kept = |word: &Range<usize>| {
        target.words().any(|(_, other)| has_capital(other) && near(source.word(word), other) == Near::Letters)
    };
    let mut torn = Vec::new();
    // Of "Mrs May" nothing is what it is.
    let is_somebody = |word: &Range<usize>| {
        let mut people = source.annotations.mentions.iter().filter(|mention| mention.kind == MentionKind::Person);
        from.titles.contains(&source.word(word).to_lowercase())
            || people.any(|mention| mention.span.start <= word.start && word.end <= mention.span.end)
    };
    let runs = runs_of(source);
    for run in runs.iter().filter(|run| run.len() > 1 && !run.iter().any(|word| is_somebody(word))) {
        let is_whole = run.last().is_some_and(|last| {
            // An ending of the language may have changed it; a word of the other language has none of this one.
            target.words().any(|(_, other)| other == source.word(last) && target.foreign_heads.contains(other))
        });
        if is_whole {
            torn.extend(run.iter().filter(|word| !is_kept(word)).map(|word| source.word(word).to_owned()));
        }
    }
    torn
}

/// Of the names that were added those that translate nothing: a word with a capital in the source that has no counterpart ("Silicon
/// Valley", "Remainers") may have become one ("Silikon Vadisi"). Somebody's name and a city's are never such a translation.
fn not_translated(added: Vec<&Name>, source: &Sentence, target: &Sentence) -> Vec<String> {
    let (known, other): (Vec<&Name>, Vec<&Name>) = added.into_iter().partition(|name| name.is_known);
    let stands = |word: &std::ops::Range<usize>| {
        let word = &source.text[word.clone()];
        target.words.iter().any(|other| {
            let other = &target.text[other.clone()];
            has_capital(other) && near(word, other) != Near::Not
        })
    };
    let open = source.capitals.iter().filter(|word| !stands(word)).count();
    let other = if other.len() > open { other } else { Vec::new() };
    known.into_iter().chain(other).map(|name| name.text.clone()).collect()
}

/// States of `from`, by name or adjective, that `to` does not name.
fn missing_states(from: &Sentence, to: &Sentence, lexis: &Lexis) -> Vec<String> {
    // A name that is written much the same, and means another place there: "Kolumbiya", "Columbia".
    let is_copied = |concept: &&ConceptId| {
        let mut mentions =
            from.annotations.mentions.iter().filter(|mention| mention.concept.as_ref() == Some(*concept));
        let stands = |word: &str| {
            let mut words = to.words.iter().map(|word| &to.text[word.clone()]);
            words.any(|other| has_capital(other) && near(word, other) != Near::Not)
        };
        mentions.any(|mention| {
            let words = mention.span.of(&from.text);
            has_capital(words) && words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).all(stands)
        })
    };
    let missing = from.concepts.difference(&to.concepts).filter(|concept| !is_copied(concept));
    missing.map(|concept| concept.key()).filter(|key| !lexis.may_name(key, &to.spelled)).map(str::to_owned).collect()
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The words without a capital: names and abbreviations are in no language.
fn small_words(sentence: &Sentence) -> String {
    let words = sentence.words.iter().map(|word| &sentence.text[word.clone()]);
    words.filter(|word| !has_capital(word)).collect::<Vec<_>>().join(" ")
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
