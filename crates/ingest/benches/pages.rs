//! What a page costs, and that it grows with the page's length and no faster.
//!
//! ```text
//! cargo bench -p attache-ingest
//! ```
#![allow(missing_docs, clippy::disallowed_methods, reason = "a bench is an edge")]

use std::fmt::Write;

use attache_ingest::{Hints, page};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// Pages of news have 50 to 300 kilobytes; the largest that is read has ten megabytes.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// Of so many paragraphs one has links, a heading above it, and readers' comments behind it.
const STEP: usize = 4;

/// A page of that size as sites make them: a menu, an article with links and headings in containers, comments, a foot. What
/// stands around the article grows with it. No two paragraphs are the same, since extractors drop what comes twice.
fn written(bytes: usize) -> String {
    let mut html = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Ministers meet in Baku | The Harbour Post</title>\
         <meta property=\"article:published_time\" content=\"2031-03-06T10:15:00+04:00\"></head><body><nav>",
    );
    for n in 0..bytes / 1_000 {
        let _ = write!(html, "<a href=\"/section/{n}\">Section {n}</a> ");
    }
    html.push_str("</nav><div class=\"content\"><article><h1>Ministers meet in Baku</h1>");
    let mut comments = String::new();
    for n in 0.. {
        if html.len() + comments.len() >= bytes {
            break;
        }
        if n % STEP == 0 {
            let _ = write!(html, "<h2>Round {n} of the talks</h2><p>See <a href=\"/a/{n}\">report {n}</a> too.</p>");
            let _ =
                write!(comments, "<div class=\"comment\"><p>Reader {n} thinks that round {n} took too long.</p></div>");
        }
        let _ = write!(
            html,
            "<div class=\"p\"><p>In round {n} of the talks the ministers of Azerbaijan and Portugal spoke of <b>trade</b>, of \
             the {n} ships that wait off the coast, and of energy, the ministry said in statement {n}.</p></div>",
        );
    }
    let _ =
        write!(html, "</article></div><div class=\"comments\">{comments}</div><footer>Imprint</footer></body></html>");
    html
}

fn pages(c: &mut Criterion) {
    let mut group = c.benchmark_group("page");
    group.sample_size(10);
    for size in SIZES {
        let html = written(size);
        group.throughput(Throughput::Bytes(html.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(size), &html, |b, html| {
            b.iter(|| page(html.as_bytes(), Hints::default()).expect("an article"));
        });
    }
    group.finish();
}

criterion_group!(benches, pages);
criterion_main!(benches);
