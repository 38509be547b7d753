//! How long the road takes, stage by stage, on an article as it comes. How it grows with the text is for `attache-summarizer` to
//! measure, on sentences that differ: a paragraph that comes again is dropped as junk.
//!
//! `cargo bench -p attache --bench pipeline`. Read the shares within one run; absolute times belong to a machine.
//! `digest` contains what `annotate` does, and `annotate` what `segment` does: the share of choosing is the difference.

use std::hint::black_box;

use attache::{Article, Attache};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const ARTICLE: &str = include_str!("../../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");

fn attache() -> Attache {
    Attache::builder().build().expect("the built-in languages are sound")
}

/// Build, and each stage on one article.
fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stages");
    let attache = attache();
    let article = Article::from_text(ARTICLE);
    let digest = attache.digest(&article);
    group.bench_function("build", |bencher| bencher.iter(self::attache));
    group.bench_function("detect", |bencher| bencher.iter(|| attache.detect(black_box(&article.text))));
    group.bench_function("segment", |bencher| bencher.iter(|| attache.segment(black_box(&article))));
    group.bench_function("annotate", |bencher| bencher.iter(|| attache.annotate(black_box(&article))));
    group.bench_function("digest", |bencher| bencher.iter(|| attache.digest(black_box(&article))));
    for language in attache.languages().iter() {
        let id = BenchmarkId::new("render", language.tag());
        group.bench_function(id, |bencher| bencher.iter(|| attache.render(black_box(&digest), language.tag())));
    }
}

/// The whole road into every plain language, as articles per second on one core.
fn articles(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("articles");
    group.throughput(Throughput::Elements(1));
    let attache = attache();
    let article = Article::from_text(ARTICLE);
    let tags: Vec<_> = attache.languages().iter().filter(|l| l.is_plain()).map(|l| l.tag()).collect();
    group.bench_function("whole road", |bencher| {
        bencher.iter(|| attache.brief(black_box(&article), tags.iter().copied()));
    });
}

criterion_group!(benches, stages, articles);
criterion_main!(benches);
