//! Pages that were invented for it, each with another way to say when and by whom it was published.

use std::fmt::Write;
use std::path::Path;

use attache_ingest::{Document, Hints, page};

/// What was read, for a person to check: the facts, then the text.
fn told(document: &Document) -> String {
    let (article, reading) = (&document.article, &document.reading);
    let mut told = String::new();
    let day = article.published.map(|day| day.to_string());
    for (name, value) in [
        ("title", &article.title),
        ("outlet", &article.outlet),
        ("url", &article.url),
        ("published", &day),
        ("language", &article.language),
    ] {
        let _ = writeln!(told, "{name}: {}", value.as_deref().unwrap_or("-"));
    }
    let _ = writeln!(told, "date by: {:?}", reading.date);
    let _ = writeln!(told, "authors: {:?}", reading.authors);
    let _ = writeln!(told, "encoding: {}", reading.encoding.unwrap_or("-"));
    let _ = writeln!(told, "repairs: {}", reading.repairs.total());
    let _ = write!(told, "\n{}", article.text);
    told
}

#[test]
fn every_page_is_read_as_the_snapshot_shows() {
    #[expect(clippy::disallowed_methods, reason = "a test reads its pages")]
    let read = |path: &Path| std::fs::read(path).expect("a page");
    insta::glob!("pages/*.html", |path| {
        let hints = Hints::default()
            .with_url("https://news.example.com/a?from=mail")
            .with_today("2023-05-01".parse().expect("a day"));
        insta::assert_snapshot!(told(&page(&read(path), hints).expect("an article")));
    });
}

#[test]
fn the_senders_word_goes_before_the_pages() {
    let hints = Hints::default()
        .with_title("Another title")
        .with_outlet("Another Post")
        .with_published("2023-01-01".parse().expect("a day"));
    let document = page(include_bytes!("pages/english-json-ld.html"), hints).expect("an article");
    assert_eq!(document.article.title.as_deref(), Some("Another title"));
    assert_eq!(document.article.outlet.as_deref(), Some("Another Post"));
    assert_eq!(document.article.published.map(|day| day.to_string()).as_deref(), Some("2023-01-01"));
}

#[test]
fn twice_is_the_same() {
    let read = || page(include_bytes!("pages/junk-all-around.html"), Hints::default());
    assert_eq!(read(), read());
}
