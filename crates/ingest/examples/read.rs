//! Shows what is read of a file: `cargo run -p attache-ingest --example read -- page.html mail.eml`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example is an edge: it opens the files that it is told, and shows what is in them"
)]

use attache_ingest::{Document, Hints, read};

fn main() {
    for path in std::env::args().skip(1) {
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{path}: {error}");
                continue;
            }
        };
        match read(&bytes, None, Hints::default().with_id(&path).with_file_name(&path)) {
            Ok(documents) => documents.iter().for_each(|document| match document {
                Ok(document) => show(document),
                Err(error) => eprintln!("{path}: {error}; {}", error.remedy()),
            }),
            Err(error) => eprintln!("{path}: {error}; {}", error.remedy()),
        }
    }
}

fn show(document: &Document) {
    let article = &document.article;
    println!(
        "==> {} <== {:?} {}",
        article.id.as_deref().unwrap_or("-"),
        document.format,
        document.encoding.unwrap_or("")
    );
    let published = article.published.map(|day| day.to_string());
    for (name, value) in
        [("title", &article.title), ("outlet", &article.outlet), ("date", &published), ("url", &article.url)]
    {
        println!("{name}: {}", value.as_deref().unwrap_or("-"));
    }
    println!("\n{}", article.text);
}
