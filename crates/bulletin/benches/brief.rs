//! How long a brief takes by the number of its articles: reading them (which most of the time goes to), and joining what was read.
//!
//! The articles are those of `fixtures/briefs/morning`, each time with other names in them, so that they are as many stories.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    reason = "criterion writes the entry points; a bench opens a fixture"
)]

use std::hint::black_box;

use attache_bulletin::BulletinMaker;
use attache_schema::{Article, Digest};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const MORNING: &str = include_str!("../../../fixtures/briefs/morning/articles.jsonl");
/// Family names of the fixtures that are replaced; a letter behind them makes other people of the same gender and state.
const NAMES: [&str; 9] =
    ["Eyvazov", "Antunes", "Kalve", "Sampaio", "Lacerda", "Brito", "Əlizadə", "Tammsaar", "Brannigan"];

fn articles(count: usize) -> Vec<Article> {
    let morning: Vec<Article> =
        MORNING.lines().map(|line| serde_json::from_str(line).expect("a line is an article")).collect();
    (0..count).map(|at| rename_people(&morning[at % morning.len()], at, at / morning.len())).collect()
}

fn rename_people(article: &Article, at: usize, round: usize) -> Article {
    let renamed =
        |text: &str| NAMES.iter().fold(text.to_owned(), |text, name| text.replace(name, &rename(name, round)));
    Article {
        id: Some(at.to_string()),
        text: renamed(&article.text),
        title: article.title.as_deref().map(renamed),
        url: None,
        ..article.clone()
    }
}

/// Another family name: syllables by number before the end of the name.
fn rename(name: &str, round: usize) -> String {
    const SYLLABLES: [&str; 8] = ["bar", "den", "fil", "gor", "kul", "mas", "ned", "tir"];
    if round == 0 {
        return name.to_owned();
    }
    let mut number = round;
    let mut out = String::new();
    while number > 0 {
        out.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    let mut letters = out.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    let end = name.char_indices().nth_back(2).map_or(name, |(at, _)| &name[at..]);
    first.into_iter().chain(letters).chain(end.chars()).collect()
}

fn bench(criterion: &mut Criterion) {
    let maker = BulletinMaker::builder().build().expect("the built-in folders are sound");
    let mut group = criterion.benchmark_group("brief");
    group.sample_size(10);
    for count in [20, 200, 2000] {
        let articles = articles(count);
        let digested: Vec<(Article, Digest)> =
            articles.iter().map(|article| (article.clone(), maker.attache().digest(article))).collect();
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::new("read", count), &articles, |bencher, articles| {
            bencher.iter(|| articles.iter().map(|article| maker.attache().digest(article)).collect::<Vec<_>>());
        });
        group.bench_with_input(BenchmarkId::new("join", count), &digested, |bencher, digested| {
            bencher.iter(|| black_box(maker.explain(digested, None)));
        });
        group.bench_with_input(BenchmarkId::new("join and say", count), &digested, |bencher, digested| {
            bencher.iter(|| black_box(maker.make_from(digested.clone(), None)));
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
