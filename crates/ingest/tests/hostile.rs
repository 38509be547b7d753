//! Pages that were made to do harm: the article in each comes out, on a small stack too, and no text but the page's.
//!
//! Nothing is timed here. What such a page costs is counted where it is decided: the tests of `src/html/guard.rs` count how deep,
//! how many and how long the elements are that the parsers get. A page that made one of them go on for ever would make this test
//! go on for ever.

use attache_ingest::{Hints, IngestError, page};

const ARTICLE: &str = "<article><h1>Ministers meet in Baku</h1><p>The foreign ministers of Azerbaijan and Portugal met in Baku on \
    Monday to speak about trade, energy and transport between their states.</p><p>They signed two agreements, the ministry said \
    in a statement after the talks, and will meet again in Lisbon in autumn.</p></article>";

fn read(html: &[u8]) -> Result<String, IngestError> {
    page(html, Hints::default()).map(|document| document.article.text)
}

/// Puts something harmful before an article, behind it and around it: the article comes out of all three.
fn stands(name: &str, harm: &str) {
    for html in [
        format!("<html><body>{harm}{ARTICLE}</body></html>"),
        format!("<html><body>{ARTICLE}{harm}</body></html>"),
        format!("<html><body><div>{harm}<div>{ARTICLE}</div>{harm}</div></body></html>"),
    ] {
        let text = read(html.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(text.contains("met in Baku on Monday"), "{name}: {:?}", text.get(..200.min(text.len())));
        assert!(text.len() <= 2 * html.len(), "{name}: {} bytes of text", text.len());
    }
}

#[test]
fn a_hundred_thousand_nested_divs() {
    stands("left open", &"<div>".repeat(100_000));
    stands("closed", &format!("{}{}", "<div>".repeat(100_000), "</div>".repeat(100_000)));
}

#[test]
fn a_hundred_thousand_nested_spans() {
    stands("left open", &"<span>".repeat(100_000));
    stands("closed", &format!("{}x{}", "<span>".repeat(100_000), "</span>".repeat(100_000)));
}

#[test]
fn twenty_thousand_open_formatting_elements() {
    stands("b and i", &"<b><i>".repeat(10_000));
    let fonts: String = (0..5_000).map(|n| format!("<font size={n}>")).collect();
    stands("fonts, then paragraphs", &format!("{fonts}{}", "<p>x".repeat(5_000)));
    stands("across blocks", &"<b><p></b>".repeat(10_000));
    stands("links", &"<a href=x><div>".repeat(10_000));
}

#[test]
fn nested_tables_lists_and_forms() {
    stands("tables", &"<table><tr><td>".repeat(10_000));
    stands("text in tables", &"<table>x".repeat(10_000));
    stands("items", &"<ul><li>".repeat(10_000));
    stands("quotes", &"<blockquote><p>".repeat(10_000));
    stands("buttons that never end", &"<button><p>".repeat(10_000));
}

#[test]
fn two_hundred_thousand_attributes() {
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=1")).collect();
    stands("of one element", &format!("<div{attributes}></div>"));
    stands("of one kind", &format!("<div{}></div>", " class=x".repeat(200_000)));
    let bodies: String = (0..50_000).map(|n| format!("<body a{n}>")).collect();
    stands("of many bodies", &bodies);
}

#[test]
fn endless_comments_tags_and_raw_text() {
    stands("a comment of four megabytes", &format!("<!--{}-->", "x".repeat(4_000_000)));
    stands("a comment of dashes", &format!("<!--{}-->", "-- ".repeat(500_000)));
    stands("two million angles", &"<".repeat(2_000_000));
    stands("many kinds of raw text that never end", &"<svg><style><textarea><xmp>".repeat(50_000));
    stands("foreign elements", &format!("<svg>{}</svg>", "<g>".repeat(100_000)));
}

#[test]
fn nuls_entities_and_breaks() {
    stands("NULs", &"\0".repeat(500_000));
    stands("references", &"&amp;".repeat(500_000));
    stands("references that are none", &"&#x41".repeat(300_000));
    stands("breaks", &"<br>".repeat(200_000));
    stands("empty paragraphs", &"<p>".repeat(300_000));
}

#[test]
fn linked_data_that_nests() {
    let data = |json: &str| format!("<script type=application/ld+json>{json}</script>");
    stands("arrays", &data(&"[".repeat(500_000)));
    stands("objects", &data(&"{\"a\":".repeat(100_000)));
    stands("an end in a string", &data("{\"headline\": \"<!-- <script> --> <p>\"}"));
    stands("many", &data("{\"@type\": \"Article\"}").repeat(20_000));
}

#[test]
fn a_small_stack_is_enough() {
    let html = format!("{}{ARTICLE}", "<div><span>".repeat(50_000));
    let small = std::thread::Builder::new().stack_size(64 * 1024);
    let thread = small.spawn(move || read(html.as_bytes()).is_ok()).expect("a thread");
    assert!(thread.join().expect("no overflow"));
}

#[test]
fn fifty_megabytes_are_too_large() {
    let html = "<p>x</p>".repeat(50_000_000 / 8);
    assert_eq!(read(html.as_bytes()), Err(IngestError::TooLarge { limit: 10_000_000 }));
}

#[test]
fn ten_megabytes_of_paragraphs_are_read_or_refused_for_what_they_are() {
    let html = "<p>x</p>".repeat(9_999_999 / 8);
    match read(html.as_bytes()) {
        Ok(text) => assert!(text.starts_with('x') && text.len() < html.len()),
        Err(error) => assert_eq!(error.code(), "no-article"),
    }
}

#[test]
fn a_page_without_an_article_says_what_it_shows() {
    let shell = page(
        b"<html><head><title>The Harbour Post</title></head><body><div id=root></div></body></html>",
        Hints::default(),
    );
    let error = shell.expect_err("no article");
    assert_eq!(error.code(), "no-article");
    let said = error.to_string();
    assert_eq!(
        said,
        "is a web page with the title \"The Harbour Post\" that shows 0 letters, and no article among them"
    );
    assert!(error.remedy().contains("browser"));
    assert_eq!(page(b"  \n", Hints::default()), Err(IngestError::Empty));
}

#[test]
fn titles_come_out_harmless() {
    let html = format!(
        "<title>\u{1B}]0;x\u{7}\u{202E}Ministers &lt;script&gt;alert(1)&lt;/script&gt;\n meet</title><body>{ARTICLE}"
    );
    let title = page(html.as_bytes(), Hints::default()).expect("an article").article.title.expect("a title");
    assert!(!title.chars().any(|c| c.is_control() || c == '\u{202E}'), "{title:?}");
}
