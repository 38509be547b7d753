//! What reading costs: one article of each language, growth with the length of the text and with the size of the lexicon.
//!
//! ```text
//! cargo bench -p attache-summarizer
//! ```
#![allow(missing_docs, clippy::disallowed_methods, reason = "a bench is an edge")]

use std::path::Path;

use attache_locales::Locales;
use attache_schema::Article;
use attache_summarizer::{Budget, Summarizer};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const ARTICLES: [(&str, &str); 3] = [
    ("en", include_str!("../../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt")),
    ("pt", include_str!("../../../fixtures/2031-04-02-correio-do-rossio-antunes-visita-baku/article.txt")),
    ("az", include_str!("../../../fixtures/2031-02-21-korpu-az-azerbaycan-latviya/article.txt")),
];
const SUITES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/suite/reading");
/// Lines between two that go together in one round; another distance in each round, so that no paragraph comes twice.
const STEP: usize = 7;
/// The columns of words to which surfaces are added, and how many each row gets: ten times as many as there are.
const GROWN: [(&str, usize, usize); 2] = [("lexicon/topics.tsv", 4, 120), ("lexicon/places.tsv", 2, 20)];

fn read(c: &mut Criterion) {
    c.bench_function("build", |b| b.iter(|| Summarizer::builder().build().expect("sound")));
    let summarizer = Summarizer::builder().build().expect("sound");
    articles(c, &summarizer);
    lengths(c, &summarizer);
    lexicon(c);
    let article = Article::from_text(ARTICLES[0].1);
    c.bench_function("detect", |b| b.iter(|| summarizer.detect(&article.text)));
    c.bench_function("summarize", |b| b.iter(|| summarizer.summarize(&article)));
    extracts(c, &summarizer);
}

/// Choosing sentences of a text of any kind: no more is read than that takes.
fn extracts(c: &mut Criterion, summarizer: &Summarizer) {
    let mut group = c.benchmark_group("extract");
    group.sample_size(10);
    for (tag, _) in ARTICLES {
        let lines = suite_lines(tag);
        for bytes in [2_000, 20_000, 200_000, 1_000_000] {
            let articles = [written_in(tag, paragraphs(&lines, bytes))];
            group.throughput(Throughput::Bytes(articles[0].text.len() as u64));
            let name = BenchmarkId::new(tag, bytes);
            group.bench_with_input(name, &articles, |b, articles| {
                b.iter(|| summarizer.extract(articles, Budget::words(120)));
            });
        }
    }
    group.finish();
}

fn articles(c: &mut Criterion, summarizer: &Summarizer) {
    let mut group = c.benchmark_group("annotate");
    for (tag, text) in ARTICLES {
        let article = written_in(tag, text.to_owned());
        group.throughput(Throughput::Bytes(text.len() as u64));
        let name = BenchmarkId::new(text.len().to_string(), tag);
        group.bench_with_input(name, &article, |b, article| b.iter(|| summarizer.annotate(article)));
    }
    group.finish();
}

fn lengths(c: &mut Criterion, summarizer: &Summarizer) {
    let mut group = c.benchmark_group("length");
    group.sample_size(10);
    for (tag, _) in ARTICLES {
        let lines = suite_lines(tag);
        for bytes in [1_000, 10_000, 100_000, 1_000_000] {
            let article = written_in(tag, paragraphs(&lines, bytes));
            group.throughput(Throughput::Bytes(article.text.len() as u64));
            let name = BenchmarkId::new(tag, bytes);
            group.bench_with_input(name, &article, |b, article| b.iter(|| summarizer.annotate(article)));
        }
    }
    group.finish();
}

/// The same text with the lexicon as it is and with one ten times as large.
fn lexicon(c: &mut Criterion) {
    let mut group = c.benchmark_group("lexicon");
    let article = written_in("en", paragraphs(&suite_lines("en"), 10_000));
    group.throughput(Throughput::Bytes(article.text.len() as u64));
    for times in [1, 10] {
        let mut locales = Locales::builtin();
        for (file, column, more) in GROWN.iter().filter(|_| times > 1) {
            let text = locales.file("en", file).expect("a table").text().to_owned();
            locales.insert("en", file, grown(&text, *column, *more));
        }
        let summarizer = Summarizer::builder().locales(locales).build().expect("sound");
        let name = BenchmarkId::from_parameter(format!("x{times}"));
        group.bench_with_input(name, &article, |b, article| b.iter(|| summarizer.annotate(article)));
    }
    group.finish();
}

fn written_in(tag: &str, text: String) -> Article {
    Article { language: Some(tag.to_owned()), ..Article::from_text(text) }
}

/// The sentences of the suites of a language, without what must be read in them.
fn suite_lines(tag: &str) -> Vec<String> {
    let folder = std::fs::read_dir(Path::new(SUITES).join(tag)).expect("suites of the language");
    let mut files: Vec<_> = folder.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).expect("a suite")).collect();
    let is_text =
        |line: &&str| !line.is_empty() && !["#", "->", "published:"].iter().any(|mark| line.starts_with(mark));
    let lines = texts.iter().flat_map(|text| text.lines()).filter(is_text);
    lines.filter(|line| !line.contains(" // ")).map(str::to_owned).collect()
}

/// As many paragraphs as fill so many bytes: each line once, then pairs of them.
fn paragraphs(lines: &[String], bytes: usize) -> String {
    let mut text = String::new();
    for round in 0.. {
        for (at, line) in lines.iter().enumerate() {
            if text.len() >= bytes {
                return text;
            }
            text.push_str(line);
            if round > 0 {
                text.push(' ');
                text.push_str(&lines[(at + round * STEP) % lines.len()]);
            }
            text.push('\n');
        }
    }
    text
}

/// A table with `more` made-up surfaces in a column of each row.
fn grown(table: &str, column: usize, more: usize) -> String {
    let mut number = 0;
    let rows = table.lines().map(|row| {
        if !row.contains('/') || row.starts_with('#') {
            return row.to_owned();
        }
        let mut cells: Vec<String> = row.split('\t').map(str::to_owned).collect();
        cells.resize(cells.len().max(column + 1), String::new());
        for _ in 0..more {
            number += 1;
            let joint = if cells[column].is_empty() { "" } else { "|" };
            cells[column] = format!("{}{joint}{}", cells[column], made_up(number));
        }
        cells.join("\t")
    });
    rows.collect::<Vec<String>>().join("\n")
}

/// Two words of syllables that spell a number, the second one backwards.
fn made_up(number: usize) -> String {
    let syllables = ["ba", "con", "di", "fer", "go", "hal", "in", "ko", "lu", "mer"];
    let digits: Vec<usize> = number.to_string().bytes().map(|digit| usize::from(digit - b'0')).collect();
    let forth: String = digits.iter().map(|digit| syllables[*digit]).collect();
    let back: String = digits.iter().rev().map(|digit| syllables[*digit]).collect();
    format!("{forth} {back}")
}

criterion_group!(benches, read);
criterion_main!(benches);
