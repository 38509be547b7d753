//! What loading a language costs, and what the reading side costs.
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::hint::black_box;

use attache_grammar::{Language, Names};
use attache_locales::Locales;
use criterion::{Criterion, criterion_group, criterion_main};

fn load(c: &mut Criterion) {
    let locales = Locales::builtin();
    for tag in ["az", "en", "pt", "pt-BR"] {
        c.bench_function(&format!("load {tag}"), |b| b.iter(|| Language::load(black_box(&locales), tag)));
    }
    c.bench_function("load names", |b| b.iter(|| Names::load(black_box(&locales))));
}

fn read(c: &mut Criterion) {
    let language = Language::load(&Locales::builtin(), "az").expect("the folder is sound");
    c.bench_function("surfaces az", |b| b.iter(|| black_box(&language).surfaces()));
    let endings = language.endings();
    c.bench_function("read an ending", |b| b.iter(|| endings.read(black_box("Respublika"), black_box("sındakı"))));
    c.bench_function("split a word", |b| b.iter(|| endings.splits(black_box("nümayəndələrinin"))));
    let noun = language.noun("org/osce").expect("the OSCE is in the lexicon");
    c.bench_function("inflect", |b| b.iter(|| language.inflect(black_box(noun), "genitive")));
}

criterion_group!(benches, load, read);
criterion_main!(benches);
