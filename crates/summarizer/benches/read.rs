//! What reading costs: one article of each language, and growth with the length of the text.
//!
//! ```text
//! cargo bench -p attache-summarizer
//! ```
#![allow(missing_docs, clippy::disallowed_methods, reason = "a bench is an edge")]

use attache_schema::Article;
use attache_summarizer::Summarizer;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const ARTICLE: &str = include_str!("../../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");

fn read(c: &mut Criterion) {
    c.bench_function("build", |b| b.iter(|| Summarizer::builder().build().expect("sound")));
    let summarizer = Summarizer::builder().build().expect("sound");
    let mut group = c.benchmark_group("annotate");
    for times in [1, 5, 50, 500] {
        let article = Article { language: Some("en".to_owned()), ..Article::from_text(ARTICLE.repeat(times)) };
        group.throughput(Throughput::Bytes(article.text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(article.text.len()), &article, |b, article| {
            b.iter(|| summarizer.annotate(article));
        });
    }
    group.finish();
    let article = Article::from_text(ARTICLE);
    c.bench_function("detect", |b| b.iter(|| summarizer.detect(&article.text)));
    c.bench_function("summarize", |b| b.iter(|| summarizer.summarize(&article)));
}

criterion_group!(benches, read);
criterion_main!(benches);
