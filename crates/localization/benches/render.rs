//! How long it takes to make a localizer for one language, and to say a digest.
#![allow(missing_docs, reason = "criterion writes the main function")]

#[path = "../tests/common/mod.rs"]
mod common;

use attache_locales::Locales;
use attache_localization::Localizer;
use criterion::{Criterion, criterion_group, criterion_main};

fn build(c: &mut Criterion) {
    let locales = Locales::builtin();
    for tag in ["en", "pt-BR", "az"] {
        c.bench_function(&format!("build/{tag}"), |b| {
            b.iter(|| Localizer::builder().locales(&locales).languages([tag]).build().expect("sound"));
        });
    }
}

fn render(c: &mut Criterion) {
    let localizer = Localizer::builder().build().expect("sound");
    let digest = common::lima();
    for tag in ["en", "pt", "az"] {
        c.bench_function(&format!("render/{tag}"), |b| b.iter(|| localizer.render(&digest, tag)));
    }
}

criterion_group!(benches, build, render);
criterion_main!(benches);
