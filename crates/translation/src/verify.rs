//! Whether a translation says what its source says: numbers, dates, names and states, both ways, and nothing left of the road.

use std::collections::BTreeSet;
use std::ops::Range;

use attache_schema::{ConceptId, MentionKind};

use crate::lexis::{Lexis, SHORT_NAME, plain};
use crate::near::{Near, distance, is_close, near};
use crate::sentence::{Name, Sentence, has_capital, is_kept, is_of, is_within};

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
    complain("numbers left out", source.numbers.left_out_in(&target.numbers, &target.months));
    complain("numbers added", target.numbers.missing_in(&source.numbers, &source.months));
    complain("numbers in words left out", unsaid_numbers(source, target));
    complain("numbers in words added", unsaid_numbers(target, source));
    complain("dates changed", changed_dates(source, target));
    let left_out = missing_names((source, from), (target, to));
    let left_out = not_said_otherwise(left_out, (source, from), (target, to));
    let mut added = missing_names((target, to), (source, from));
    added.retain(|name| name.is_firm);
    let added = not_said_otherwise(added, (target, to), (source, from));
    complain("names added", not_translated(added, source, target));
    let left_out = left_out.into_iter().map(|name| name.text.clone());
    let runs = lost_runs((source, from), target).into_iter().chain(torn_titles((source, from), target));
    let runs = runs.chain(lost_loans((source, from), (target, to))).chain(lost_words((source, from), target));
    let runs = runs.chain(lost_between(source, target));
    complain("names left out", left_out.chain(runs).collect::<BTreeSet<_>>().into_iter().collect());
    complain("a word is missing in", target.gaps.clone());
    complain("states left out", missing_states((source, from), (target, to)));
    complain("states added", missing_states((target, to), (source, from)));
    complaints.extend(wrong_length(&source.text, &target.text));
    let without_names = small_words(target);
    if letters(&without_names) >= LANGUAGE_FROM && !language(&target.text) && !language(&without_names) {
        complaints.push("another language".to_owned());
    }
    complaints
}

/// Numbers in words that the translation lacks; a word with a capital that it keeps is part of a title ("My Heart Will Go On").
fn unsaid_numbers(source: &Sentence, target: &Sentence) -> Vec<String> {
    let is_kept = |said: &String| has_capital(said) && target.words().any(|(_, word)| word == said);
    source.numbers.unsaid_in(&target.numbers).into_iter().filter(|said| !is_kept(said)).collect()
}

/// Months that do not match, and days that went to another month or changed places.
fn changed_dates(source: &Sentence, target: &Sentence) -> Vec<String> {
    let is_missing = |a: &Sentence, b: &Sentence| {
        let is_there =
            |month: &usize| b.months.contains(month) || b.maybe_months.contains(month) || b.numbers.has_month(*month);
        let lost = a.months.iter().any(|month| !is_there(month));
        // A date in digits only has no month in words.
        lost && !b.text.contains('/')
    };
    let mut changed = Vec::new();
    if is_missing(source, target) || is_missing(target, source) {
        changed.push("a month".to_owned());
    }
    let same_days = source.days.len() == target.days.len();
    if same_days && !source.days.iter().zip(&target.days).all(|(a, b)| a.1 == b.1 && !a.0.is_disjoint(&b.0)) {
        changed.push("a day".to_owned());
    }
    changed
}

/// Names of `from` of which nothing in `to` may be a spelling. Each word stands for one name; those that are nearest are taken first.
fn missing_names<'a>((from, theirs): (&'a Sentence, &Lexis), (to, ours): (&Sentence, &Lexis)) -> Vec<&'a Name> {
    let is_mentioned = |name: &&Name| {
        let mut mentions = to.annotations.mentions.iter().filter_map(|mention| mention.concept.as_ref());
        name.concept.as_ref().is_some_and(|own| mentions.any(|concept| concept == own))
    };
    let names: Vec<&Name> = from.names.iter().filter(|name| !is_mentioned(name)).collect();
    // What is copied from another word of the source is that word.
    let is_copied =
        |name: &Name, word: &str| plain(word) != plain(&name.text) && from.words().any(|(_, other)| other == word);
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        // "Brasília" is not said by the word that says "Brazil".
        for (which, (_, word)) in to.words().enumerate().filter(|(_, (span, _))| !is_a_state_of(from, to, span)) {
            let distance = match distance(&name.text, word) {
                Some(distance) if near(&name.text, word) == Near::Letters => Some(distance),
                _ if is_copied(name, word) => None,
                _ => apart((name, theirs), (word, ours)),
            };
            pairs.extend(distance.map(|distance| (distance, at, which)));
        }
    }
    pairs.sort_unstable();
    let (mut found, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for (_, at, which) in pairs {
        if !found.contains(&at) && !taken.contains(&which) {
            found.insert(at);
            taken.insert(which);
        }
    }
    // A name may stand twice on one side and once on the other; "D.C." is spelled in two words.
    let is_again = |name: &Name| found.iter().any(|at| plain(&names[*at].text) == plain(&name.text));
    // Of "Syu Venli" the second tells that the first is there.
    let is_beside_found = |at: usize| {
        let is_beside = |other: usize| {
            let (Some(a), Some(b)) = (names.get(at.min(other)), names.get(at.max(other))) else { return false };
            found.contains(&other) && matches!(from.text.get(a.span.end..b.span.start), Some(" " | "-"))
        };
        let name = names.get(at).map_or("", |name| name.text.as_str());
        let is_last = theirs.is_short_name(name) && at.checked_sub(1).is_some_and(is_beside);
        is_last || (name.chars().count() <= SHORT_NAME && is_beside(at + 1))
    };
    let is_spelled = |name: &Name| to.spelled.iter().any(|word| word.len() > 1 && is_called(name, theirs, word, ours));
    let missing =
        names.iter().enumerate().filter(|(at, name)| !found.contains(at) && !is_again(name) && !is_beside_found(*at));
    missing.map(|(_, name)| *name).filter(|name| !is_spelled(name) && !is_joined(name, from, to)).collect()
}

/// Whether a name and the next are one word there, or a name two: "Shah Deniz", "Şahdəniz".
fn is_joined(name: &Name, from: &Sentence, to: &Sentence) -> bool {
    let is_one = |pair: &str, word: &str| {
        has_capital(word) && word.chars().count() + 2 >= pair.chars().count() && is_nearly(pair, word)
    };
    let is_own = |pair: &(Range<usize>, String)| is_within(&name.span, &pair.0);
    pairs_of(from).filter(is_own).any(|(_, pair)| to.words().any(|(_, word)| is_one(&pair, word)))
        || pairs_of(to).any(|(_, pair)| is_one(&pair, &name.text))
}

/// Words with a capital right behind each other, two and two, without what parts them.
fn pairs_of(sentence: &Sentence) -> impl Iterator<Item = (Range<usize>, String)> {
    let pair = |two: &[Range<usize>]| {
        let (first, second) = (sentence.word(&two[0]), sentence.word(&two[1]));
        let is_near = matches!(sentence.text.get(two[0].end..two[1].start), Some(" " | "-"));
        (is_near && has_capital(first) && has_capital(second))
            .then(|| (two[0].start..two[1].end, format!("{first}{second}")))
    };
    sentence.words.windows(2).filter_map(pair)
}

/// Whether a word of `to` names a state that `from` names as well.
fn is_a_state_of(from: &Sentence, to: &Sentence, word: &Range<usize>) -> bool {
    let mut states = to.annotations.mentions.iter().filter(|mention| is_of(mention, word) && is_kept(mention.kind));
    states.any(|mention| mention.concept.as_ref().is_some_and(|concept| from.concepts.contains(concept)))
}

/// How far a name and a word are from each other that are not written alike; none where they are two.
fn apart((name, theirs): (&Name, &Lexis), (word, ours): (&str, &Lexis)) -> Option<usize> {
    if has_capital(word) {
        if is_called(name, theirs, word, ours) {
            return Some(CALLED);
        }
        let stems = theirs.stems(&name.text);
        let others = ours.stems(word);
        let ways =
            stems.iter().map(|stem| distance(stem, word)).chain(others.iter().map(|stem| distance(&name.text, stem)));
        let nearest = ways.chain([distance(&name.text, word)]).flatten().min();
        // A word of the language is no name that sounds a little like it, and a month is none: "March" is no "Marvin".
        let is_word = || ours.is_ordinary(word) && !ours.is_given_to_some(word);
        if let Some(distance) = nearest
            && !ours.is_whole_month(word)
            && (distance <= WORDS || !is_word())
        {
            return Some(distance);
        }
    }
    // A people may have a small letter: "Kurdish", "curdas".
    let is_people = || {
        let mut ways = theirs.stems(&name.text).into_iter().chain([name.text.clone()]);
        ways.any(|way| is_close(&way, word))
            || theirs.people(&name.text).is_some_and(|people| ours.people(word) == Some(people))
    };
    (!name.is_known && is_people()).then_some(PEOPLE)
}

/// How far names are that are called so and spelled otherwise, and peoples in small letters; letters are nearer, and most sounds farther.
const CALLED: usize = 9;
const PEOPLE: usize = 60;
/// As far may a name be from a word that is none.
const WORDS: usize = 96;

/// Whether a word is what the other language calls a name: "Munich" is "Münhen".
fn is_called(name: &Name, theirs: &Lexis, word: &str, ours: &Lexis) -> bool {
    let mut names = theirs.spelt().chain(ours.spelt());
    names.any(|spelt| theirs.may_spell(spelt, &name.text) && ours.may_spell(spelt, word))
}

/// Of the names that `to` lacks those that it cannot have said in other words.
///
/// A word of a third language may have been translated ("Youth Band", "Today"): where another word of the same title stands in `to`, or where
/// `to` has a title, in capitals or in quotation marks, of which nothing stands in `from`.
fn not_said_otherwise<'a>(
    missing: Vec<&'a Name>,
    (from, theirs): (&Sentence, &Lexis),
    (to, ours): (&Sentence, &Lexis),
) -> Vec<&'a Name> {
    let stands = |word: &str, other: &Sentence| {
        other.words().any(|(_, candidate)| has_capital(candidate) && is_nearly(word, candidate))
    };
    // A title in quotation marks is translated as a whole: "The Glass Orchard".
    let is_quoted = |name: &Name| from.quoted.iter().any(|quoted| is_within(&name.span, quoted));
    let is_translatable = |name: &Name| {
        (name.is_elsewhere && !ours.is_known_word(&name.text))
            || (is_quoted(name) && !name.is_somebody && name.place.is_none() && has_own_quotation(from, to))
    };
    let has_counterpart = |word: &str| stands(word, to) || theirs.titles.contains(&word.to_lowercase());
    // Of "AI Next" nothing was translated where all that has a capital there stands here as well.
    let has_new = !to.quoted.is_empty() || to.capitals.iter().any(|word| !stands(to.word(word), from));
    let (open, closed): (Vec<&Name>, Vec<&Name>) = missing.into_iter().partition(|name| is_translatable(name));
    let runs = titles_of(from);
    let mut lost: Vec<Vec<&Name>> = Vec::new();
    for run in &runs {
        let is_in_run = |name: &&&Name| run.contains(&&name.span) && !(is_quoted(name) && has_own_quotation(from, to));
        let of_run: Vec<&Name> = open.iter().filter(is_in_run).copied().collect();
        let is_partly_there = has_new && run.iter().any(|word| has_counterpart(from.word(word)));
        if !of_run.is_empty() && !is_partly_there {
            lost.push(of_run);
        }
    }
    let capitals = runs_of(to);
    let quoted = to.quoted.iter().filter(|quoted| !capitals.iter().flatten().any(|word| is_within(word, quoted)));
    let quoted: Vec<Vec<&str>> = quoted
        .map(|quoted| to.words().filter(|(word, _)| is_within(word, quoted)).map(|(_, word)| word).collect())
        .collect();
    let capitals = capitals.iter().map(|run| run.iter().map(|word| to.word(word)).collect::<Vec<_>>());
    let free = capitals.chain(quoted).filter(|run| !run.iter().any(|word| stands(word, from))).count();
    let kept = lost.into_iter().skip(free).flatten();
    let mut all: Vec<&Name> = closed.into_iter().chain(kept).collect();
    all.sort_by_key(|name| name.span.start);
    all
}

/// Whether two words sound much the same.
fn is_nearly(a: &str, b: &str) -> bool {
    distance(a, b).is_some_and(|distance| distance <= NEARLY)
}

/// As far are words that sound much the same.
const NEARLY: usize = 45;

/// Whether `to` has a few words in quotation marks of which nothing stands in `from`, as a translated title has.
fn has_own_quotation(from: &Sentence, to: &Sentence) -> bool {
    let is_of_a_title = |word: &Range<usize>, other: &str| {
        has_capital(other) || from.quoted.iter().any(|quoted| is_within(word, quoted))
    };
    let stands = |word: &str| from.words().any(|(span, other)| is_of_a_title(span, other) && is_nearly(word, other));
    to.quoted.iter().any(|quoted| {
        let is_meant =
            |word: &Range<usize>, letters: &str| is_within(word, quoted) && letters.chars().count() >= SHORT_NAME;
        let words = to.words().filter(|(word, letters)| is_meant(word, letters));
        let words: Vec<&str> = words.map(|(_, word)| word).collect();
        !words.is_empty() && !words.into_iter().any(stands)
    })
}

/// Words with a capital that stay as they are in both languages ("Radio", "Festival") and that no word of the translation stands for.
fn lost_loans((source, from): (&Sentence, &Lexis), (target, to): (&Sentence, &Lexis)) -> Vec<String> {
    let is_lost = |(word, loan): &(&str, &str)| {
        // "Congressman" is "congressista".
        let begins = |other: &str| plain(other).chars().zip(plain(word).chars()).take_while(|(a, b)| a == b).count();
        let is_there =
            |other: &str| to.loan(other) == Some(*loan) || is_nearly(word, other) || begins(other) >= SAME_LOAN;
        to.has_loan(loan) && !target.words().any(|(_, other)| is_there(other))
    };
    let capitals = source.capitals.iter().map(|word| source.word(word));
    let loans = capitals.filter_map(|word| Some((word, from.loan(word)?)));
    loans.filter(is_lost).map(|(word, _)| word.to_owned()).collect()
}

/// As many letters at the beginning are those of one word of many languages.
const SAME_LOAN: usize = 7;

/// Words of the language that are names here: alone with their capital, within a sentence and behind none of the words that stand before what
/// a word means ("Waters said", "with Boots"; "the Navy" is none). They are lost where no word is near and no other word with a capital may
/// stand for them.
fn lost_words((source, from): (&Sentence, &Lexis), target: &Sentence) -> Vec<String> {
    if from.determiners.is_empty() || target.capitals.iter().any(|word| !stands_in(target.word(word), source)) {
        return Vec::new();
    }
    let is_meant = |word: &Range<usize>| {
        let mut mentions = source.annotations.mentions.iter();
        mentions.any(|mention| mention.concept.is_some() && is_of(mention, word))
    };
    let is_quoted = |word: &Range<usize>| source.quoted.iter().any(|quoted| is_within(word, quoted));
    let is_name = |(before, word): (&Range<usize>, &Range<usize>)| {
        let (first, letters) = (source.word(before), source.word(word));
        let gap = source.text.get(before.end..word.start).unwrap_or_default();
        let is_led = first.chars().all(char::is_lowercase) && matches!(gap, " " | ", " | "; ");
        (is_led || ends_speech(gap))
            && !source.text[word.end..].starts_with('-')
            && letters.chars().count() > SHORT_NAME
            && letters.chars().skip(1).all(char::is_lowercase)
            && from.is_ordinary(letters)
            && (!is_led || !(from.determiners.contains(first) || from.number(first).is_some()))
            && !from.is_weekday(letters)
            && from.month(letters).is_none()
            && !from.never.contains(&letters.to_lowercase())
            && !from.titles.contains(&letters.to_lowercase())
            && from.people(letters).is_none()
            && !from.is_of_a_state(letters)
            && from.loan(letters).is_none()
            && !is_meant(word)
            && !is_quoted(word)
    };
    let runs = runs_of(source);
    let alone = runs.iter().filter_map(|run| if let [word] = run.as_slice() { Some(*word) } else { None });
    let lost = alone.filter(|word| {
        let at = source.words.iter().position(|other| other == *word);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| source.words.get(at));
        // "The Duke and Duchess": two words that mean what they say.
        let is_joined = || {
            let first = at.and_then(|at| at.checked_sub(2)).and_then(|at| source.words.get(at));
            let is_such =
                |first: &Range<usize>| has_capital(source.word(first)) && from.is_known_word(source.word(first));
            before.is_some_and(|before| from.between.contains(source.word(before))) && first.is_some_and(is_such)
        };
        before.is_some_and(|before| is_name((before, word))) && !stands_in(source.word(word), target) && !is_joined()
    });
    lost.map(|word| source.word(word).to_owned()).collect()
}

/// Whether a gap between words closes what somebody says, and the sentence goes on: `," `, `”, `.
fn ends_speech(gap: &str) -> bool {
    let marks = gap.strip_suffix(' ').unwrap_or_default();
    marks.chars().count() == 2 && marks.contains(',') && marks.contains(crate::sentence::QUOTES)
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

/// Runs of words with capitals, joined where a little word stands between them: "Institute for Policy Research".
fn titles_of(sentence: &Sentence) -> Vec<Vec<&Range<usize>>> {
    let is_little = |gap: &str| {
        let word = gap.strip_prefix(' ').and_then(|gap| gap.strip_suffix(' ')).unwrap_or_default();
        (1..=SHORT_NAME).contains(&word.chars().count()) && word.chars().all(char::is_lowercase)
    };
    let mut titles: Vec<Vec<&Range<usize>>> = Vec::new();
    for run in runs_of(sentence) {
        let end = titles.last().and_then(|title| title.last()).map(|last| last.end);
        let gap = end.zip(run.first()).and_then(|(end, first)| sentence.text.get(end..first.start));
        match titles.last_mut().filter(|_| gap.is_some_and(is_little)) {
            Some(title) => title.extend(run),
            None => titles.push(run),
        }
    }
    titles
}

/// Whether a word stands in a sentence in some spelling; short words only by their letters ("Terra" is no "The").
fn stands_in(word: &str, other: &Sentence) -> bool {
    let is_long = |candidate: &str| candidate.chars().count() > SHORT_NAME && word.chars().count() > SHORT_NAME;
    other.words().any(|(_, candidate)| match near(word, candidate) {
        Near::Letters => true,
        Near::Sound => is_long(candidate),
        Near::Not => false,
    })
}

/// Words of a title that are gone between two words which the translation keeps beside each other: of "King's College London" "King's London"
/// is left. All are written alike in both languages, so that nothing else stands for them.
fn lost_between(source: &Sentence, target: &Sentence) -> Vec<String> {
    let (ours, theirs) = (parts_of(source), parts_of(target));
    let mut lost = Vec::new();
    for (at, first) in ours.iter().enumerate() {
        let inner = ours[at + 1..].iter().take(MOST_LOST).take_while(|part| has_capital(part)).count();
        for count in 1..=inner {
            let (Some(between), Some(last)) = (ours.get(at + 1..=at + count), ours.get(at + count + 1)) else { break };
            let is_beside = |two: &[&str]| two[0] == *first && two[1] == *last;
            let is_name = (has_capital(first) || has_capital(last)) && !first.is_empty() && !last.is_empty();
            if is_name
                && theirs.windows(2).any(is_beside)
                && !ours.windows(2).any(is_beside)
                && !between.iter().any(|part| stands_in(part, target))
            {
                lost.extend(between.iter().map(|part| (*part).to_owned()));
            }
        }
    }
    lost
}

/// Words and numbers in order; what stands between quotation marks, brackets and stops is parted from the rest by an empty one.
fn parts_of(sentence: &Sentence) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in sentence.text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let mark = part.chars().next_back().filter(|c| !c.is_alphanumeric());
        let word = mark.map_or(part, |mark| &part[..part.len() - mark.len_utf8()]);
        if !word.is_empty() {
            parts.push(word);
        }
        if mark.is_some_and(|mark| !mark.is_whitespace() && !matches!(mark, '\'' | '’' | '-')) {
            parts.push("");
        }
    }
    parts
}

/// As many words of a title may be gone.
const MOST_LOST: usize = 4;

/// Runs of words with capitals of which nothing stands in the translation, in no spelling and in no word that may translate it: there is no
/// other word with a capital.
fn lost_runs((source, from): (&Sentence, &Lexis), target: &Sentence) -> Vec<String> {
    let is_held = |word: &Range<usize>| {
        let mut mentions = source.annotations.mentions.iter();
        mentions.any(|mention| is_of(mention, word))
    };
    if target.capitals.iter().any(|word| !stands_in(target.word(word), source)) {
        return Vec::new();
    }
    // A word of the translation stands for one of the source, the nearest.
    let runs = runs_of(source);
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        for word in run {
            let candidates = target.words().enumerate();
            let is_near = |other: &str, distance: usize| has_capital(other) || distance <= NEARLY;
            let near = candidates.filter_map(|(which, (_, other))| {
                Some((distance(source.word(word), other).filter(|distance| is_near(other, *distance))?, which))
            });
            // Runs of few words are served first ("Austin, Texas").
            pairs.extend(near.map(|(distance, which)| (distance * (run.len() + 1), at, which)));
        }
    }
    pairs.sort_unstable();
    let (mut there, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for (_, at, which) in pairs {
        // What is there takes no other word: of "Austin, Texas" and "Texas State Bank" each needs its own.
        if !there.contains(&at) && taken.insert(which) {
            there.insert(at);
        }
    }
    let is_title = |run: &[&Range<usize>]| {
        let is_quoted = |word: &&Range<usize>| source.quoted.iter().any(|quoted| is_within(word, quoted));
        // A title may be in quotation marks in one language only.
        let may_be_quoted = run.iter().all(is_quoted) || source.quoted.len() < target.quoted.len();
        may_be_quoted && has_own_quotation(source, target)
    };
    // "Financial Times" is kept; of "Negócios Estrangeiros" each word means what it says.
    let least = if from.heads_last { 2 } else { 3 };
    let is_lost = |run: &[&Range<usize>]| {
        // "Bank Holiday Monday" is a day.
        let is_a_day = run.iter().any(|word| from.is_weekday(source.word(word)));
        !is_title(run) && !is_a_day && run.len() >= least && run.iter().all(|word| word.len() >= 3 && !is_held(word))
    };
    let lost = runs.iter().enumerate().filter(|(at, run)| !there.contains(at) && is_lost(run));
    lost.map(|(_, run)| run.iter().map(|word| source.word(word)).collect::<Vec<_>>().join(" ")).collect()
}

/// Words of titles that are kept in their own language and have lost a part: of "Aviation Safety Network" the last word tells what it
/// is, so that it would have been translated with the rest.
fn torn_titles((source, from): (&Sentence, &Lexis), target: &Sentence) -> Vec<String> {
    let is_kept = |word: &Range<usize>| {
        let is_small = |c: char| !c.is_uppercase();
        let small = source.word(word).to_lowercase();
        from.articles.contains(&small)
            || from.never.contains(&small)
            || !source.word(word).contains(is_small)
            || target.words().any(|(_, other)| has_capital(other) && near(source.word(word), other) != Near::Not)
    };
    let mut torn = Vec::new();
    // Of "Mrs May" nothing is what it is.
    let is_somebody = |word: &Range<usize>| {
        let mut people = source.annotations.mentions.iter().filter(|mention| mention.kind == MentionKind::Person);
        from.titles.contains(&source.word(word).to_lowercase()) || people.any(|mention| is_of(mention, word))
    };
    let runs = runs_of(source);
    for run in runs.iter().filter(|run| run.len() > 1 && !run.iter().any(|word| is_somebody(word))) {
        let is_whole = run.last().is_some_and(|last| {
            // An ending of the language may have changed it; a word of the other language has none of this one.
            let is_abbreviation = source.word(last).chars().all(char::is_uppercase);
            let is_head = |other: &str| other == source.word(last) && target.foreign_heads.contains(other);
            !is_abbreviation && last.len() > 3 && target.words().any(|(_, other)| is_head(other))
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
fn missing_states((from, theirs): (&Sentence, &Lexis), (to, ours): (&Sentence, &Lexis)) -> Vec<String> {
    // A name that is written much the same, and means another place there: "Kolumbiya", "Columbia".
    let is_copied = |concept: &&ConceptId| {
        let mut mentions =
            from.annotations.mentions.iter().filter(|mention| mention.concept.as_ref() == Some(*concept));
        let stands = |word: &str| {
            // "Guinea" is no "Síria" for all that both sound a little alike.
            to.words().any(|(_, other)| has_capital(other) && is_nearly(word, other))
        };
        mentions.any(|mention| {
            let words = mention.span.of(&from.text);
            let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).peekable();
            has_capital(words) && parts.peek().is_some() && parts.all(stands)
        })
    };
    let missing = from.concepts.difference(&to.concepts).filter(|concept| !is_copied(concept));
    let missing = missing.filter(|concept| !is_money_only(concept, (from, theirs), (to, ours)));
    missing.map(|concept| concept.key()).filter(|key| !ours.may_name(key, &to.spelled)).map(str::to_owned).collect()
}

/// Whether a state is named beside its money only, and the other sentence has an amount of it: "4 US dollars", "$4".
fn is_money_only(concept: &ConceptId, (from, theirs): (&Sentence, &Lexis), (to, ours): (&Sentence, &Lexis)) -> bool {
    let key = concept.key();
    let near = |word: &Range<usize>| {
        let is_near = |(other, letters): (&Range<usize>, &str)| {
            let gap = if other.start >= word.end { word.end..other.start } else { other.end..word.start };
            theirs.is_money_of(key, letters) && from.text.get(gap).is_some_and(|gap| gap.len() <= BESIDE_MONEY)
        };
        from.words().any(is_near)
    };
    let mut mentions = from.annotations.mentions.iter().filter(|mention| mention.concept.as_ref() == Some(concept));
    let parts = to.text.split(|c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '(' | '-' | ','));
    mentions.all(|mention| near(&(mention.span.start..mention.span.end)))
        && parts.into_iter().any(|part| ours.is_money_of(key, part))
}

/// Bytes between a state and its money: " ", " dos ".
const BESIDE_MONEY: usize = 5;

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
