//! Invented files of every format, read as an embassy gets them; what comes out is written beside them to be read as one.
#![allow(clippy::disallowed_methods, reason = "a test of files")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use attache_ingest::{Document, Hints, IngestError, read};
use insta::assert_snapshot;

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What is read of a file, for people.
fn told(name: &str, bytes: &[u8]) -> String {
    let mut page = String::new();
    match read(bytes, None, Hints::default().with_id(name).with_file_name(name)) {
        Ok(documents) => documents.iter().for_each(|document| tell(document, &mut page)),
        Err(error) => tell(&Err(error), &mut page),
    }
    page
}

fn tell(document: &Result<Document, IngestError>, page: &mut String) {
    let written = match document {
        Err(error) => writeln!(page, "!! [{}] {error}; {}\n", error.code(), error.remedy()),
        Ok(document) => {
            let article = &document.article;
            let published = article.published.map(|day| day.to_string());
            let fields = [
                ("id", article.id.as_deref()),
                ("title", article.title.as_deref()),
                ("published", published.as_deref()),
                ("outlet", article.outlet.as_deref()),
                ("url", article.url.as_deref()),
                ("language", article.language.as_deref()),
                ("decoded from", document.encoding),
            ];
            let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}\n", value?)));
            let extra = document.extra.iter().map(|(name, value)| format!("extra {name}: {value}\n"));
            let head: String = fields.chain(extra).collect();
            writeln!(page, "== {:?}\n{head}\n{}\n", document.format, article.text.replace('\r', "").trim_end())
        }
    };
    written.expect("a string takes everything");
}

#[test]
fn a_forwarded_mail_with_attachments() {
    assert_snapshot!(told("morning.eml", &file("morning.eml")));
}

#[test]
fn a_box_of_mails() {
    assert_snapshot!(told("week.mbox", &file("week.mbox")));
}

#[test]
fn feeds() {
    let pages: Vec<_> =
        ["feed-rss.xml", "feed-atom.xml", "feed.json"].iter().map(|name| told(name, &file(name))).collect();
    assert_snapshot!(pages.join("\n"));
}

#[test]
fn notes_in_markdown() {
    assert_snapshot!(told("notes.md", &file("notes.md")));
}

#[test]
fn records() {
    assert_snapshot!(told("day.jsonl", &file("day.jsonl")));
}

/// A document as a word processor writes it, with styles in the language of the program.
#[test]
fn a_document() {
    let paragraph = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
        )
    };
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("Normal", text));
    let body = [
        paragraph("Ttulo", "Nota à imprensa"),
        paragraph("Ttulo1", "Consultas políticas"),
        paragraph("Normal", "As consultas políticas realizaram-se em Lisboa, no dia 5 de maio de 2031."),
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Chefe de delegação"), cell("Helena Pacheco")),
    ];
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}</w:body></w:document>",
        body.concat()
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Ttulo\"><w:name w:val=\"Title\"/></w:style></w:styles>";
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/styles.xml", styles), ("word/document.xml", document.as_str())] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("it is new");
        writer.write_all(text.as_bytes()).expect("there is memory");
    }
    let bytes = writer.finish().expect("there is memory").into_inner();
    assert_snapshot!(told("nota.docx", &bytes));
}

/// The same input gives the same bytes, also on another thread.
#[test]
fn twice_is_the_same() {
    for name in ["morning.eml", "week.mbox", "feed-rss.xml", "notes.md", "day.jsonl"] {
        let bytes = file(name);
        let here = told(name, &bytes);
        let there = std::thread::scope(|scope| scope.spawn(|| told(name, &bytes)).join().expect("no panic"));
        assert_eq!(here, there, "{name}");
    }
}

/// A format that is said is taken at its word.
#[test]
fn a_format_that_is_said_is_not_detected() {
    let documents = read(b"# Visit", Some(attache_ingest::Format::Text), Hints::default()).expect("a text");
    assert_eq!(documents[0].as_ref().expect("a text").article.text, "# Visit");
    let error = read(b"They met.", Some(attache_ingest::Format::Docx), Hints::default()).expect_err("no document");
    assert_eq!(error.code(), "broken");
}
