//! What people have instead of a text: feeds, mails, documents, records. Each article in them is digested by itself.
#![allow(clippy::disallowed_methods, reason = "a test of a program: it lays out the files that the program reads")]

mod support;

use support::{Desk, ENGLISH, PORTUGUESE};

fn html(text: &str) -> String {
    text.trim().split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect()
}

fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}

fn feed() -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Courier</title>\
         <item><title>One</title><link>https://courier.example/1</link><description>{}</description></item>\
         <item><title>Two</title><link>https://courier.example/2</link></item>\
         <item><title>Três</title><link>https://courier.example/3</link><description>{}</description></item>\
         </channel></rss>",
        escaped(&html(ENGLISH)),
        escaped(&html(PORTUGUESE))
    )
}

#[test]
fn a_feed_gives_a_digest_for_each_item_and_one_without_text_fails_alone() {
    let desk = Desk::new("feed");
    desk.put("feed.xml", feed());
    let run = desk.run(&["digest", "--to", "en", "feed.xml"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("==> feed.xml <==") && run.out.contains("==> feed.xml#3 <=="), "{run}");
    assert_eq!(
        run.err,
        "attache: feed.xml#2: has no text, only a link: https://courier.example/2; pass the link itself\n\
         attache: 2 done, 1 failed, 0 skipped\n"
    );
}

#[test]
fn a_mail_is_read_with_what_is_attached() {
    let desk = Desk::new("mail");
    let mail = format!(
        "From: Desk <desk@courier.example>\r\nSubject: Fwd: Visit\r\nDate: Thu, 02 May 2024 10:00:00 +0000\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n--b\r\n\
         Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\n{ENGLISH}\r\n--b--\r\n"
    );
    desk.put("visit.eml", mail);
    let run = desk.run(&["digest", "--to", "en", "--format", "jsonl", "visit.eml"]);
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(run.out.lines().count(), 1, "a note is no article: {run}");
    assert!(run.out.contains("\"id\":\"visit.eml\"") && run.out.contains("Budapest"), "{run}");
}

#[test]
fn records_keep_their_names() {
    let desk = Desk::new("records");
    let row = |id: &str, text: &str| serde_json::json!({"id": id, "text": text, "desk": "x"}).to_string();
    desk.put("day.jsonl", format!("{}\n{{\"id\":\"b\"}}\n{}\n", row("a", ENGLISH), row("c", PORTUGUESE)));
    let run = desk.run(&["digest", "--to", "en", "day.jsonl"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("==> a <==") && run.out.contains("==> c <=="), "{run}");
    assert!(run.err.contains("has a field `text` that is missing or empty"), "{run}");
}

#[test]
fn a_format_can_be_said() {
    let desk = Desk::new("said");
    desk.put("note.txt", format!("# Visit\n\n{}", ENGLISH.replace("Budapest", "[Budapest](https://a.example)")));
    let run = desk.run(&["segment", "--input-format", "markdown", "note.txt"]);
    assert!(run.out.contains("in Budapest.") && !run.out.contains("# Visit"), "{run}");
    let run = desk.run(&["digest", "--input-format", "pdf", "note.txt"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.err.starts_with("attache: note.txt: cannot be read as a PDF document: "), "{run}");
}

#[test]
fn annotations_and_extracts_are_made_of_pages_and_feeds_too() {
    let desk = Desk::new("pages");
    let page = format!(
        "<!DOCTYPE html><html><head><title>Visit</title></head><body><article><h1>Visit</h1>{}</article></body></html>",
        html(ENGLISH).repeat(3)
    );
    desk.put("page.html", page).put("feed.xml", feed());
    let run = desk.run(&["annotate", "--format", "json", "page.html"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("\"id\": \"page.html\""), "{run}");
    let run = desk.run(&["summarize", "--max-sentences", "1", "feed.xml"]);
    assert!(run.out.contains("==> feed.xml#3 <=="), "{run}");
}

#[test]
fn a_hostile_title_comes_out_harmless() {
    let desk = Desk::new("hostile");
    let row = serde_json::json!({"id": "\u{1b}[31mred\u{202e}", "title": "\u{1b}]0;x\u{7}Visit", "text": ENGLISH});
    let run = desk.pipe(row.to_string(), &["digest", "--to", "en", "--format", "json"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(!run.out.contains('\u{1b}') && !run.out.contains("\\u001b") && !run.out.contains('\u{202e}'), "{run}");
}

#[test]
fn a_document_that_makes_its_parser_panic_is_a_quiet_error() {
    let desk = Desk::new("panic");
    desk.put("odd.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    let run = desk.run(&["digest", "odd.pdf"]);
    assert_eq!(run.code, 1, "{run}");
    assert_eq!(run.err.lines().count(), 1, "{run}");
    assert!(run.err.starts_with("attache: odd.pdf: "), "{run}");
}
