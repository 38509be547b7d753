//! What a bulletin costs in each format, from a short day to more than anybody reads: three editions of 5, 50 and 500 stories.
//!
//! Prints the bytes of each file first, then measures.
#![allow(clippy::print_stdout, reason = "a bench says what it measures")]

use std::hint::black_box;

use attache_export::{Format, Options, write};
use attache_schema::Bulletin;
use criterion::{Criterion, Throughput};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for stories in [5, 50, 500] {
        let bulletin = bulletin(stories);
        let mut group = criterion.benchmark_group(format!("{stories} stories"));
        group.sample_size(10);
        for format in Format::ALL {
            let bytes = file(&bulletin, format).len();
            println!("{stories} stories, {format}: {bytes} bytes");
            group.throughput(Throughput::Elements(stories as u64));
            group.bench_function(format.to_string(), |bencher| bencher.iter(|| file(black_box(&bulletin), format)));
        }
        group.finish();
    }
    criterion.final_summary();
}

fn file(bulletin: &Bulletin, format: Format) -> Vec<u8> {
    write(bulletin, format, &Options::default()).expect("a bulletin with editions can be written")
}

/// The invented bulletin of the tests with its five stories again and again.
fn bulletin(stories: usize) -> Bulletin {
    let text = include_str!("../tests/bulletin.json");
    let mut bulletin: Bulletin = serde_json::from_str(text).expect("the fixture is a bulletin");
    for edition in &mut bulletin.editions {
        let items = edition.sections.iter().map(|section| section.items.len()).sum::<usize>().max(1);
        for section in &mut edition.sections {
            section.items = section.items.iter().cycle().take(section.items.len() * stories / items).cloned().collect();
        }
        let items = edition.sections.iter_mut().flat_map(|section| &mut section.items);
        items.enumerate().for_each(|(index, item)| item.number = index + 1);
    }
    bulletin
}
