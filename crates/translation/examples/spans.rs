//! Whether anything protected is lost unmarked on its way through a real service.
//!
//!     bash .ci/apertium cargo run -p attache-translation --example spans -- ../shared/eval/summarization/dev/ntrex.jsonl 1000
//!
//! The file holds parallel news, a document to a line (`lang`, `sentences`). So many sentences in the language `--from` (en) go through
//! the whole road into `--to` (pt). For each translation that would be shown, every figure in digits, every name and every day of the
//! source is looked for in it by the plainest means, without the checks of the crate: by its letters. A name is a word with a capital that
//! the human translation in the same file keeps.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measure: it reads the file that it is given and prints what it found"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use attache_locales::Locales;
use attache_localization::{Batch, Localizer, Translator, Untold};
use attache_translation::{Checker, Choice, Engine, Options, Reach, Service};
use serde_json::Value;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str, otherwise: &str| {
        let at = arguments.iter().position(|a| a == name);
        at.and_then(|at| arguments.get(at + 1)).cloned().unwrap_or_else(|| otherwise.to_owned())
    };
    let (Some(text), Ok(url)) =
        (arguments.first().and_then(|path| std::fs::read_to_string(path).ok()), std::env::var("ATTACHE_APY"))
    else {
        eprintln!("usage: ATTACHE_APY=URL spans FILE.jsonl [COUNT] [--from TAG] [--to TAG]");
        return ExitCode::from(2);
    };
    let (from, to) = (option("--from", "en"), option("--to", "pt"));
    let count = arguments.get(1).and_then(|count| count.parse().ok()).unwrap_or(1000);
    let parallel = sentences(&text, &to, count);
    let sentences = sentences(&text, &from, count);
    let locales = Locales::builtin();
    let checker = Arc::new(Checker::load(&locales).expect("the built-in folders are sound"));
    let engine = Engine::named("apertium").expect("a service of the table");
    let mut options = Options::new(Reach::Local, vec![Choice { engine, url: Some(url), model: None }]);
    options.deadline = Duration::from_secs(1800);
    let service = Service::open(options, checker, &|_| None).expect("an address on this machine");
    let localizer = Localizer::builder().build().expect("the built-in folders are sound");
    let batch = Batch {
        source: &from,
        target: &to,
        sentences: &sentences,
        people: &[],
        published: None,
        localizer: &localizer,
    };
    let begun = Instant::now();
    let answers = service.translate(&batch);
    report(&sentences, &parallel, &answers, begun.elapsed(), service.sent());
    ExitCode::SUCCESS
}

/// The first sentences of the file in that language, again from the beginning where it has not so many.
fn sentences(text: &str, tag: &str, count: usize) -> Vec<Untold> {
    let rows = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let rows = rows.filter(|row| row["lang"] == tag);
    let lists = rows.filter_map(|row| row["sentences"].as_array().cloned());
    let all: Vec<String> = lists.flatten().filter_map(|sentence| sentence.as_str().map(str::to_owned)).collect();
    all.into_iter().take(count).enumerate().map(|(piece, text)| Untold { piece, text }).collect()
}

fn report(
    sentences: &[Untold],
    parallel: &[Untold],
    answers: &[Result<attache_localization::Translation, attache_localization::Untranslated>],
    took: Duration,
    sent: usize,
) {
    let (mut shown, mut figures, mut names, mut lost) = (0, 0, 0, 0);
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let small = small_words(sentences.iter().chain(parallel));
    for ((sentence, human), answer) in sentences.iter().zip(parallel).zip(answers) {
        match answer {
            Ok(translation) => {
                shown += 1;
                for name in names_of(&sentence.text, &human.text, &small) {
                    names += 1;
                    if !translation.text.contains(name) {
                        lost += 1;
                        println!("lost {name}\n  {}\n  {}", sentence.text, translation.text);
                    }
                }
                for figure in figures_of(&sentence.text) {
                    figures += 1;
                    if !figures_of(&translation.text).contains(&figure) {
                        lost += 1;
                        println!("lost {figure}\n  {}\n  {}", sentence.text, translation.text);
                    }
                }
            }
            Err(untranslated) => {
                let reason = untranslated.reason.splitn(3, ": ").nth(2).unwrap_or(&untranslated.reason);
                let kind = match reason.split_once("` is ") {
                    Some((_, kind)) => format!("a word is {kind}"),
                    None => reason.split([':', '`']).next().unwrap_or("").trim().to_owned(),
                };
                let kind: String = kind.chars().filter(|c| !c.is_ascii_digit()).collect();
                *reasons.entry(kind).or_insert(0) += 1;
            }
        }
    }
    println!("{} sentences, {sent} requests, {:.0} s", sentences.len(), took.as_secs_f64());
    println!("{shown} shown as translated, {figures} figures and {names} names in them, {lost} lost unmarked");
    println!("{} left in the original, with the reason:", sentences.len() - shown);
    for (reason, count) in reasons {
        println!("{count:>6}  {reason}");
    }
}

/// Words with small letters only.
fn small_words<'a>(sentences: impl Iterator<Item = &'a Untold>) -> BTreeSet<String> {
    let words = sentences.flat_map(|sentence| sentence.text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().all(char::is_lowercase)).map(str::to_owned).collect()
}

/// Words with a capital that a human translation of the same sentence keeps letter by letter, and that stand nowhere in small letters.
fn names_of<'a>(source: &'a str, human: &str, small: &BTreeSet<String>) -> Vec<&'a str> {
    let kept: Vec<&str> = human.split(|c: char| !c.is_alphabetic()).collect();
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(char::is_lowercase)
            && word.chars().count() >= 4
            && kept.contains(word)
            && !small.contains(&word.to_lowercase())
    };
    source.split(|c: char| !c.is_alphabetic()).filter(is_name).collect()
}

/// Digits without the marks that part them: "3,500" and "3.500" are one figure.
fn figures_of(text: &str) -> Vec<String> {
    let mut figures = Vec::new();
    let mut current = String::new();
    let letters: Vec<char> = text.chars().chain([' ']).collect();
    for (at, c) in letters.iter().enumerate() {
        let parts = matches!(c, ',' | '.' | '\u{a0}') && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        match c {
            c if c.is_ascii_digit() => current.push(*c),
            _ if parts && !current.is_empty() => {}
            _ if !current.is_empty() => figures.push(std::mem::take(&mut current)),
            _ => {}
        }
    }
    figures
}
