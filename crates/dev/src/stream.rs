//! An endless stream of articles for measuring: the fixtures, with other states, days and names put into them.
//!
//! Knows no language: a state is exchanged for one whose name ends in the same letters, so that endings and articles still agree; a
//! day for one with the same last figure; of a surname the first letter is exchanged. The same number of articles is the same bytes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use attache::{Annotations, Article, Attache, MentionKind};
use attache_locales::Locales;
use serde_json::{Value, json};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");
/// How long an article is at least; agency texts have about so much.
const BYTES: usize = 1_900;
/// How many letters at the end of a state's name have to be the same.
const RHYME: usize = 2;

/// An article with places to fill.
struct Template {
    language: String,
    date: String,
    outlet: String,
    title: String,
    parts: Vec<Part>,
}

/// A stretch of a template.
#[derive(Debug, Clone)]
enum Part {
    Text(String),
    /// A state: which of the article's, and the names that may stand there.
    State(usize, Vec<String>),
    /// A day of the month.
    Day(u32),
    /// The surname of a person: which of the article's, and what follows the first letter.
    Surname(usize, char, String),
}

/// Writes that many articles as JSON lines; no end where nobody says a number.
pub(crate) fn stream(number: Option<u64>) -> Result<String, Box<dyn Error>> {
    let templates = templates()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for at in 0..number.unwrap_or(u64::MAX) {
        let record = fill(&templates, at);
        let written = serde_json::to_writer(&mut out, &record).map_err(io::Error::from).and_then(|()| writeln!(out));
        match written {
            // Whoever reads has had enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(String::new()),
            written => written?,
        }
    }
    out.flush()?;
    Ok(String::new())
}

/// The articles of `fixtures/`, in order of name.
fn templates() -> Result<Vec<Template>, Box<dyn Error>> {
    let locales = Locales::builtin();
    let nothing: [&str; 0] = [];
    let attache = Attache::builder().languages(nothing).build()?;
    let mut folders: Vec<_> = fs::read_dir(FIXTURES)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    folders.sort();
    let folders = folders.iter().filter(|folder| folder.join("article.txt").is_file());
    folders.map(|folder| template(folder, &attache, &locales)).collect()
}

fn template(folder: &Path, attache: &Attache, locales: &Locales) -> Result<Template, Box<dyn Error>> {
    let text = fs::read_to_string(folder.join("article.txt"))?;
    let about: Value = serde_json::from_str(&fs::read_to_string(folder.join("article.json"))?)?;
    let say = |key: &str| about[key].as_str().unwrap_or_default().to_owned();
    let article = Article { language: Some(say("language")), ..Article::from_text(text) };
    let states = states(locales, &say("language"))?;
    let parts = part(&article.text, &attache.annotate(&article), &states);
    let title = article.text.lines().next().unwrap_or_default().to_owned();
    Ok(Template { language: say("language"), date: say("date"), outlet: say("outlet"), title, parts })
}

/// The names of the states in a language, by concept.
fn states(locales: &Locales, tag: &str) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let file = locales.file(tag, "lexicon/countries.tsv").ok_or("a language without countries")?;
    let rows = file.text().lines().filter(|line| line.starts_with("country/"));
    let cells = rows.filter_map(|line| line.split('\t').next().zip(line.split('\t').nth(1)));
    Ok(cells.map(|(id, name)| (id.to_owned(), name.to_owned())).collect())
}

/// Parts a text at what can be exchanged.
fn part(text: &str, read: &Annotations, states: &BTreeMap<String, String>) -> Vec<Part> {
    let mut found: Vec<(usize, usize, Part)> = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for mention in &read.mentions {
        let words = mention.span.of(text);
        let start = mention.span.start;
        let concept = mention.concept.as_ref().map(|concept| concept.as_str());
        match (mention.kind, concept, mention.person) {
            (MentionKind::Country, Some(concept), _) => {
                let Some(name) = states.get(concept).filter(|name| words.starts_with(name.as_str())) else { continue };
                let which = known.iter().position(|other| *other == concept).unwrap_or_else(|| {
                    known.push(concept);
                    known.len() - 1
                });
                found.push((start, start + name.len(), Part::State(which, rhymes(name, states))));
            }
            (MentionKind::Date, ..) => {
                let Some((at, day)) = day_in(words) else { continue };
                found.push((start + at, start + at + day.to_string().len(), Part::Day(day)));
            }
            (MentionKind::Person, _, Some(person)) => {
                let Some(surname) = read.people[person].name.split_whitespace().last() else { continue };
                let (Some(at), Some(first)) = (words.find(surname), surname.chars().next()) else { continue };
                let rest = surname[first.len_utf8()..].to_owned();
                found.push((start + at, start + at + surname.len(), Part::Surname(person, first, rest)));
            }
            _ => {}
        }
    }
    found.sort_by_key(|(start, ..)| *start);
    let (mut parts, mut done) = (Vec::new(), 0);
    for (start, end, part) in found {
        if start < done {
            continue;
        }
        parts.push(Part::Text(text[done..start].to_owned()));
        parts.push(part);
        done = end;
    }
    parts.push(Part::Text(text[done..].to_owned()));
    parts
}

/// The names that end as this one does, itself among them.
fn rhymes(name: &str, states: &BTreeMap<String, String>) -> Vec<String> {
    let ending = |name: &str| name.chars().rev().take(RHYME).collect::<Vec<_>>();
    states.values().filter(|other| ending(other) == ending(name)).cloned().collect()
}

/// The day of the month in a date, and where it stands: a number of one or two figures.
fn day_in(words: &str) -> Option<(usize, u32)> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut at = 0;
    while at < words.len() {
        let length = figures(&words[at..]);
        if (1..=2).contains(&length) && !words[at..].starts_with('0') {
            return Some((at, words[at..at + length].parse().ok()?));
        }
        at += length.max(words[at..].chars().next().map_or(1, char::len_utf8));
    }
    None
}

/// One article of the stream.
fn fill(templates: &[Template], number: u64) -> Value {
    let template = &templates[(number % templates.len() as u64) as usize];
    let mut text = write_out(&template.parts, number);
    let others = templates.iter().filter(|other| other.language == template.language && other.title != template.title);
    // What follows in other reports of the same language, until it is long enough; a line that came before would be taken for junk.
    for (at, other) in others.enumerate() {
        let more = write_out(&other.parts, number.wrapping_add(at as u64 + 1));
        for paragraph in more.split("\n\n").filter(|paragraph| paragraph.contains(". ")) {
            if text.len() >= BYTES {
                break;
            }
            text.push_str("\n\n");
            text.push_str(paragraph.trim());
        }
    }
    json!({
        "id": format!("stream-{number}"),
        "url": format!("https://news.example/{}/{number}", template.date),
        "title": write_out(&[Part::Text(template.title.clone())], number),
        "date": template.date,
        "source": template.outlet,
        "lang": template.language,
        "text": text,
    })
}

fn write_out(parts: &[Part], number: u64) -> String {
    const FIRST_LETTERS: &[char] = &['B', 'D', 'F', 'G', 'K', 'L', 'M', 'N', 'R', 'S', 'T', 'V', 'Z'];
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::State(which, names) => text.push_str(&names[chance(number, *which) % names.len()]),
            Part::Day(day) => {
                let days: Vec<u32> = (1..=28).filter(|other| other % 10 == day % 10).collect();
                let day = if days.is_empty() { *day } else { days[chance(number, 90) % days.len()] };
                text.push_str(&day.to_string());
            }
            Part::Surname(person, first, rest) => {
                let first = if FIRST_LETTERS.contains(first) {
                    FIRST_LETTERS[chance(number, 100 + person) % FIRST_LETTERS.len()]
                } else {
                    *first
                };
                text.push(first);
                text.push_str(rest);
            }
        }
    }
    text
}

/// A number that looks like chance, and is the same each time (SplitMix64, by Sebastiano Vigna; public domain).
fn chance(number: u64, what: usize) -> usize {
    let mut mixed =
        number.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add((what as u64).wrapping_mul(0xD1B5_4A32_D192_ED03));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed >> 33) as usize
}

#[cfg(test)]
mod tests {
    use super::{day_in, fill, templates};

    #[test]
    fn articles_differ_and_are_of_the_usual_length() {
        let templates = templates().unwrap();
        let texts: std::collections::BTreeSet<String> =
            (0..600).map(|number| fill(&templates, number)["text"].as_str().unwrap().to_owned()).collect();
        assert!(texts.len() > 500, "{}", texts.len());
        let mean = texts.iter().map(String::len).sum::<usize>() / texts.len();
        assert!((1_800..2_600).contains(&mean), "{mean}");
        assert_eq!(fill(&templates, 77), fill(&templates, 77));
    }

    #[test]
    fn the_day_is_the_short_number() {
        assert_eq!(day_in("March 5, 2031"), Some((6, 5)));
        assert_eq!(day_in("2031-ci il martın 5-də"), Some((19, 5)));
        assert_eq!(day_in("em 2031"), None);
    }
}
