//! How much planted damage the check catches, and how often it complains of translations that people made.
//!
//!     cargo run --release -p attache-translation --example damage -- ../shared/eval/summarization/dev/ntrex.jsonl
//!
//! The file holds parallel news, a document to a line (`group`, `lang`, `sentences`). Damage is planted into human translations that
//! pass: a digit is changed, a name is dropped, the day of a date is changed for another, two dates change places. `--show PAIR` prints
//! the false alarms of a pair, such as `en-pt` (`all`: of all); `--missed PAIR` the damage that was not seen; `--pair PAIR` measures that one
//! only; `--documents 13-25` those documents only, so that rules can be tuned on some and measured on the others; `--locales DIR` lays the
//! language folders of `DIR` over the built-in ones, so that words can be tried without building. `--more` plants three kinds besides, counted
//! by themselves: another month, another number in words, another state. At the end stands how often each complaint was made and how much
//! of each kind of damage was caught.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measure: it reads the file that it is given and prints what it found"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use attache_locales::Locales;
use attache_translation::Checker;
use serde_json::Value;

/// A sentence in every language that has it.
type Parallel = BTreeMap<String, String>;

/// Tags that are measured against each other: all that the file has.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let Some(text) = arguments.first().and_then(|path| fs::read_to_string(path).ok()) else {
        eprintln!(
            "usage: damage FILE.jsonl [--show PAIR] [--missed PAIR] [--pair PAIR] [--documents FROM-TO] [--locales DIR]"
        );
        return ExitCode::from(2);
    };
    let documents = option("--documents").and_then(|range| range.split_once('-'));
    let documents = documents.and_then(|(from, to)| Some(from.parse::<usize>().ok()?..=to.parse::<usize>().ok()?));
    let sentences = parallel(&text, |number| documents.as_ref().is_none_or(|range| range.contains(&number)));
    let mut locales = Locales::builtin();
    if let Some(folder) = option("--locales") {
        lay_over(&mut locales, Path::new(folder));
    }
    let checker = match Checker::load(&locales) {
        Ok(checker) => checker,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let tags: Vec<String> = sentences.first().map(|first| first.keys().cloned().collect()).unwrap_or_default();
    println!("{:<12} {:>9} {:>12} {:>9} {:>8}", "pair", "sentences", "false alarms", "planted", "caught");
    let mut sums = [0_usize; 4];
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    let mut kinds: Kinds = BTreeMap::new();
    let plants_more = arguments.iter().any(|argument| argument == "--more");
    let vocabularies: BTreeMap<&String, Vocabulary> = tags
        .iter()
        .map(|tag| (tag, if plants_more { Vocabulary::of(&locales, tag) } else { Vocabulary::months(&locales, tag) }))
        .collect();
    let wants = |name: &str, pair: &String| option(name).is_some_and(|wanted| wanted == "all" || wanted == pair);
    for (from, to) in tags.iter().flat_map(|from| tags.iter().map(move |to| (from, to))) {
        let pair = format!("{from}-{to}");
        if base(from) == base(to) || option("--pair").is_some_and(|only| *only != pair) {
            continue;
        }
        let shows = (wants("--show", &pair), wants("--missed", &pair));
        let row = measure(&checker, &sentences, (from, to), shows, &vocabularies[to], (&mut causes, &mut kinds));
        print_row(&pair, row);
        sums = [0, 1, 2, 3].map(|at| sums[at] + row[at]);
    }
    print_row("all", sums);
    for (cause, times) in causes {
        println!("{times:>6}  {cause}");
    }
    for (kind, (planted, caught)) in kinds {
        println!("{planted:>6}  {kind}, {caught} caught");
    }
    ExitCode::SUCCESS
}

/// Puts the files of `folder/<tag>/` over the built-in ones, one level of sub-folders included.
fn lay_over(locales: &mut Locales, folder: &Path) {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for tag in entries(folder).filter(|path| path.is_dir()) {
        let name = |path: &Path| path.strip_prefix(&tag).map(|name| name.to_string_lossy().into_owned());
        let all = entries(&tag).flat_map(|path| if path.is_dir() { entries(&path).collect() } else { vec![path] });
        for file in all {
            let is_data = file.extension().is_some_and(|ending| ["toml", "tsv", "ftl"].iter().any(|of| ending == *of));
            if let (true, Some(folder), Ok(name), Ok(text)) =
                (is_data, tag.file_name(), name(&file), fs::read_to_string(&file))
            {
                locales.insert(&folder.to_string_lossy(), &name, text);
            }
        }
    }
}

fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn print_row(pair: &str, [sentences, alarms, planted, caught]: [usize; 4]) {
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!(
        "{pair:<12} {sentences:>9} {alarms:>5} {:>5.1}% {planted:>9} {:>7.1}%",
        share(alarms, sentences),
        share(caught, planted)
    );
}

/// Sentences that are aligned line by line in all languages of a group, of the documents that are wanted, counted from one.
fn parallel(text: &str, is_wanted: impl Fn(usize) -> bool) -> Vec<Parallel> {
    let mut groups: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for line in text.lines() {
        let Ok(row) = serde_json::from_str::<Value>(line) else { continue };
        let (Some(group), Some(lang)) = (row["group"].as_str(), row["lang"].as_str()) else { continue };
        let sentences = row["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str);
        groups.entry(group.to_owned()).or_default().insert(lang.to_owned(), sentences.map(str::to_owned).collect());
    }
    let mut all = Vec::new();
    for (_, group) in groups.values().enumerate().filter(|(at, _)| is_wanted(at + 1)) {
        let length = group.values().map(Vec::len).min().unwrap_or(0);
        let is_aligned = group.values().all(|sentences| sentences.len() == length);
        for at in (0..length).filter(|_| is_aligned) {
            all.push(group.iter().map(|(lang, sentences)| (lang.clone(), sentences[at].clone())).collect());
        }
    }
    all
}

/// Planted and caught, by kind of damage.
type Kinds = BTreeMap<&'static str, (usize, usize)>;

/// Sentences, false alarms, planted, caught; the kinds of `--more` count for themselves only.
fn measure(
    checker: &Checker,
    all: &[Parallel],
    (from, to): (&str, &str),
    (show, missed): (bool, bool),
    vocabulary: &Vocabulary,
    (causes, kinds): (&mut BTreeMap<String, usize>, &mut Kinds),
) -> [usize; 4] {
    let words =
        all.iter().flat_map(|one| [&one[from], &one[to]]).flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    let small = &words.filter(|word| word.chars().all(char::is_lowercase)).map(str::to_owned).collect::<BTreeSet<_>>();
    let mut row = [0; 4];
    for sentence in all {
        let (source, target) = (&sentence[from], &sentence[to]);
        row[0] += 1;
        let complaints = checker.check(source, from, target, to);
        if !complaints.is_empty() {
            row[1] += 1;
            for complaint in &complaints {
                *causes.entry(complaint.split(':').next().unwrap_or_default().to_owned()).or_default() += 1;
            }
            if show {
                println!("{from}-{to}: {}\n  {source}\n  {target}", complaints.join("; "));
            }
            continue;
        }
        for (kind, damaged) in damage(source, target, small, vocabulary) {
            let caught = !checker.check(source, from, &damaged, to).is_empty();
            let sums = kinds.entry(kind).or_default();
            *sums = (sums.0 + 1, sums.1 + usize::from(caught));
            if !MORE.contains(&kind) {
                row[2] += 1;
                row[3] += usize::from(caught);
            }
            if missed && !caught {
                println!("missed: {kind} {from}-{to}\n  {source}\n  {target}\n  {damaged}");
            }
        }
    }
    row
}

/// The kinds of damage that are planted with `--more` only.
const MORE: [&str; 3] = ["another month", "another number in words", "another state"];

/// Every way to damage a translation: each digit of another value, each shared name dropped, swapped days of dates; a word of the vocabulary
/// changed for another.
fn damage(
    source: &str,
    target: &str,
    small: &BTreeSet<String>,
    vocabulary: &Vocabulary,
) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for (at, digit) in target.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let other = char::from(b'0' + (digit as u8 - b'0' + 3) % 10);
        all.push(("a digit", format!("{}{other}{}", &target[..at], &target[at + 1..])));
    }
    for name in shared_names(source, target, small) {
        let dropped = target.replacen(&format!("{name} "), "", 1);
        if dropped != target && !dropped.contains(name) {
            all.push(("a name", dropped));
        }
    }
    all.extend(vocabulary.swapped_days(target).map(|damaged| ("days swapped", damaged)));
    for (kind, words) in [(MORE[0], &vocabulary.months), (MORE[1], &vocabulary.numbers), (MORE[2], &vocabulary.states)]
    {
        let plants = kind != MORE[0] || !vocabulary.numbers.is_empty();
        all.extend(vocabulary.changed(target, words).filter(|_| plants).map(|damaged| (kind, damaged)));
    }
    all
}

/// Words of a language that damage changes for each other.
struct Vocabulary {
    months: Vec<String>,
    /// Numbers in words from three to twenty.
    numbers: Vec<String>,
    states: Vec<String>,
}

impl Vocabulary {
    /// The months only.
    fn months(locales: &Locales, tag: &str) -> Self {
        let dates = locales.layers(tag, "dates.toml").filter_map(|layer| layer.toml::<toml::Table>().ok());
        let months = dates.filter_map(|table| Some(table.get("months")?.as_array()?.clone())).last();
        let months = months.unwrap_or_default();
        let months = months.iter().filter_map(|month| Some(month.as_str()?.to_owned())).collect();
        Self { months, numbers: Vec::new(), states: Vec::new() }
    }

    /// Months, numbers and names of states.
    fn of(locales: &Locales, tag: &str) -> Self {
        let settings = locales.layers(tag, "translation.toml").filter_map(|layer| layer.toml::<toml::Table>().ok());
        let settings = settings.last().unwrap_or_default();
        let texts = |key: &str| settings.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        let ambiguous = texts("ambiguous");
        let words = settings.get("words").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let is_counted = |(word, value): &(&String, &toml::Value)| {
            value.as_integer().is_some_and(|value| (3..=20).contains(&value))
                && !ambiguous.iter().any(|other| other.as_str() == Some(word.as_str()))
        };
        let numbers = words.iter().filter(is_counted).map(|(word, _)| word.clone()).collect();
        let mut states = Vec::new();
        for layer in locales.layers(tag, "lexicon/countries.tsv") {
            if let Ok(table) = layer.table() {
                states.extend(table.rows().filter_map(|row| row.list("name").next().map(str::to_owned)));
            }
        }
        states.retain(|state| !state.contains(' '));
        Self { numbers, states, ..Self::months(locales, tag) }
    }

    /// Each whole word that is one of these, in the place of another of them.
    fn changed<'a>(&'a self, target: &'a str, words: &'a [String]) -> impl Iterator<Item = String> + 'a {
        let spans = words_of(target).filter_map(move |(start, word)| {
            let at = words.iter().position(|one| one == word)?;
            let (span, other) = (start..start + word.len(), &words[(at + words.len() / 2) % words.len()]);
            Some(format!("{}{other}{}", &target[..span.start], &target[span.end..]))
        });
        spans.filter(move |damaged| damaged != target)
    }

    /// Two days of different months, each in the other's place: "from 5 March to 7 April" is "from 7 March to 5 April".
    fn swapped_days(&self, target: &str) -> Option<String> {
        let small: Vec<String> = self.months.iter().map(|month| month.to_lowercase()).collect();
        let is_month = |word: &str| small.iter().any(|month| word.to_lowercase().starts_with(month));
        let months: Vec<usize> = words_of(target).filter(|(_, word)| is_month(word)).map(|(at, _)| at).collect();
        let runs = runs_of_digits(target).filter(|run| run.len() <= 2);
        // A day stands right before or behind its month, with a word at most between them.
        let month_of = |run: &std::ops::Range<usize>| {
            let gap = |month: usize| {
                if month > run.start { target.get(run.end..month) } else { target.get(month..run.start) }
            };
            months.iter().copied().find(|month| gap(*month).is_some_and(|gap| gap.split_whitespace().count() <= 1))
        };
        let days: Vec<_> = runs.filter_map(|run| Some((month_of(&run)?, run))).collect();
        let (first, second) = (days.first()?, days.iter().find(|day| day.0 != days[0].0)?);
        let (a, b) = (&first.1, &second.1);
        (target[a.clone()] != target[b.clone()]).then(|| {
            let (one, other) = (&target[b.clone()], &target[a.clone()]);
            format!("{}{one}{}{other}{}", &target[..a.start], &target[a.end..b.start], &target[b.end..])
        })
    }
}

/// The words of a text and where they begin.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphabetic()).filter_map(move |part| {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        (!word.is_empty()).then_some((start, word))
    })
}

fn runs_of_digits(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let starts =
        (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit()));
    starts.map(|start| {
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        start..start + length
    })
}

/// Runs of words with a capital of which one stands in the source too, not at the head: the names that a reader would miss.
///
/// A word that stands in small letters anywhere in the set, in either language, is no name.
fn shared_names<'a>(source: &str, target: &'a str, small: &BTreeSet<String>) -> Vec<&'a str> {
    let is_capital = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
    };
    let others: Vec<&str> = source.split(|c: char| !c.is_alphanumeric()).collect();
    let in_source =
        |word: &str| word.chars().count() >= 4 && others.contains(&word) && !small.contains(&word.to_lowercase());
    let mut names = Vec::new();
    let mut run: Option<(usize, usize, bool)> = None;
    let mut at = 0;
    for (number, word) in target.split_inclusive(' ').enumerate() {
        let bare = word.trim_end();
        if number > 0 && is_capital(bare) {
            let (start, _, is_shared) = run.unwrap_or((at, at, false));
            run = Some((start, at + bare.len(), is_shared || in_source(bare)));
        } else if let Some((start, end, true)) = run.take() {
            names.push(&target[start..end]);
        }
        at += word.len();
    }
    names.sort_unstable();
    names.dedup();
    names
}
