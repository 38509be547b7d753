//! What it costs to know the language of a sentence and of articles.
//!
//! ```text
//! cargo bench -p attache-langid
//! ```
#![allow(missing_docs, clippy::disallowed_methods, reason = "a bench is an edge")]

use std::hint::black_box;

use attache_langid::Detector;
use attache_locales::Locales;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const ARTICLE: &str = include_str!("../../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");

fn detect(c: &mut Criterion) {
    let locales = Locales::builtin();
    c.bench_function("load", |b| b.iter(|| Detector::load(&locales).expect("sound")));
    let detector = Detector::load(&locales).expect("sound");
    let mut group = c.benchmark_group("detect");
    for bytes in [100, 2500, 25_000, 250_000] {
        let text: String = ARTICLE.repeat(bytes / ARTICLE.len() + 1);
        let text = &text[..text.floor_char_boundary(bytes)];
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), text, |b, text| {
            b.iter(|| detector.detect(black_box(text)))
        });
    }
    group.finish();
}

criterion_group!(benches, detect);
criterion_main!(benches);
