//! What an input may be, and how that is seen.

use std::borrow::Cow;

use crate::{Disguise, IngestError};

/// What an input may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// Text with Markdown's marks (CommonMark).
    Markdown,
    /// A page of the web.
    Html,
    /// RSS, Atom or JSON Feed: several articles.
    Feed,
    /// A message or several (RFC 5322, mbox), each with what is attached.
    Mail,
    /// A document of a word processor (Office Open XML).
    Docx,
    /// A PDF document with text in it.
    Pdf,
    /// Lines of `{"id", "url", "title", "date", "source", "lang", "text"}`: several articles.
    JsonLines,
}

/// How far into an input is looked, in bytes.
const LOOKED_AT: usize = 8_192;

impl Format {
    /// What bytes are: by how they begin, and only where that does not tell, by how their file is called.
    ///
    /// ```
    /// use attache_ingest::Format;
    ///
    /// assert_eq!(Format::detect(b"%PDF-1.7\n", Some("note.txt")), Ok(Format::Pdf));
    /// assert_eq!(Format::detect(b"They met.", None), Ok(Format::Text));
    /// ```
    ///
    /// # Errors
    /// Where they are something well known that is not read.
    pub fn detect(bytes: &[u8], file_name: Option<&str>) -> Result<Self, IngestError> {
        if let Some(format) = by_signature(bytes)? {
            return Ok(format);
        }
        let head = head(bytes);
        let start = head.trim_start_matches('\u{FEFF}').trim_start();
        let by_name = file_name.and_then(by_name);
        match start.as_bytes().first() {
            Some(b'<') => by_markup(start, by_name),
            Some(b'{' | b'[') => Ok(by_json(start).or(by_name).unwrap_or(Self::Text)),
            _ if is_mailbox(start) || is_message(start) => Ok(Self::Mail),
            _ if has_front_matter(start) => Ok(Self::Markdown),
            _ => Ok(by_name.unwrap_or(Self::Text)),
        }
    }

    /// What messages call it.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "a web page",
            Self::Feed => "a feed",
            Self::Mail => "a mail",
            Self::Docx => "a document (.docx)",
            Self::Pdf => "a PDF document",
            Self::JsonLines => "JSON lines",
        }
    }
}

/// The first bytes of what is no text, and what it is.
const SIGNATURES: [(&[u8], Signature); 13] = [
    (b"%PDF-", Signature::Is(Format::Pdf)),
    (b"PK\x03\x04", Signature::Archive),
    (b"PK\x05\x06", Signature::Not(Disguise::Zip)),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Signature::OldOffice),
    (b"{\\rtf", Signature::Not(Disguise::Rtf)),
    (b"\x1F\x8B", Signature::Not(Disguise::Gzip)),
    (b"\x89PNG", Signature::Not(Disguise::Image)),
    (b"\xFF\xD8\xFF", Signature::Not(Disguise::Image)),
    (b"GIF87a", Signature::Not(Disguise::Image)),
    (b"GIF89a", Signature::Not(Disguise::Image)),
    (b"II*\0", Signature::Not(Disguise::Image)),
    (b"MM\0*", Signature::Not(Disguise::Image)),
    (b"RIFF", Signature::Not(Disguise::Image)),
];

#[derive(Clone, Copy)]
enum Signature {
    Is(Format),
    Not(Disguise),
    /// A ZIP archive, which may be a document.
    Archive,
    /// The container of documents before 2007, and of encrypted ones since.
    OldOffice,
}

fn by_signature(bytes: &[u8]) -> Result<Option<Format>, IngestError> {
    let found = SIGNATURES.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, signature)| signature);
    match found {
        None => Ok(None),
        Some(Signature::Is(format)) => Ok(Some(format)),
        Some(Signature::Not(Disguise::Image)) if bytes.starts_with(b"RIFF") && !is_webp(bytes) => Ok(None),
        Some(Signature::Not(what)) => Err(IngestError::Disguised(what)),
        // The names of an archive's files stand in it unpacked.
        Some(Signature::Archive) if contains(bytes, b"word/document.xml") => Ok(Some(Format::Docx)),
        Some(Signature::Archive) => Err(IngestError::Disguised(Disguise::Zip)),
        Some(Signature::OldOffice) if contains(bytes, ENCRYPTED) => Err(IngestError::Locked),
        Some(Signature::OldOffice) => Err(IngestError::Disguised(Disguise::OldOffice)),
    }
}

/// The stream that holds an encrypted document (MS-OFFCRYPTO, section 2.3.4.4), as its name stands in the container.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

fn is_webp(bytes: &[u8]) -> bool {
    bytes.get(8..12) == Some(b"WEBP")
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let first = wanted.first().copied().unwrap_or_default();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == first) {
        rest = &rest[at..];
        if rest.starts_with(wanted) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

/// The beginning as text. Only ASCII matters in it, so any other byte may become anything.
fn head(bytes: &[u8]) -> Cow<'_, str> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let utf_16 = [(b"\xFF\xFE", encoding_rs::UTF_16LE), (b"\xFE\xFF", encoding_rs::UTF_16BE)];
    match utf_16.into_iter().find(|(mark, _)| start.starts_with(*mark)) {
        Some((_, encoding)) => encoding.decode_with_bom_removal(start).0,
        None => String::from_utf8_lossy(start),
    }
}

fn by_name(name: &str) -> Option<Format> {
    let (_, extension) = name.rsplit_once('.')?;
    let known = [
        (&["md", "markdown"] as &[&str], Format::Markdown),
        (&["html", "htm", "xhtml"], Format::Html),
        (&["eml", "mbox"], Format::Mail),
        (&["jsonl", "ndjson", "json"], Format::JsonLines),
    ];
    known.into_iter().find(|(names, _)| names.iter().any(|n| n.eq_ignore_ascii_case(extension))).map(|(_, f)| f)
}

/// What begins with `<`: by its first element.
fn by_markup(start: &str, by_name: Option<Format>) -> Result<Format, IngestError> {
    let (prologue, root) = root_element(start);
    match root.as_str() {
        "rss" | "feed" | "rdf:rdf" => Ok(Format::Feed),
        root if PAGE_ELEMENTS.contains(&root) => Ok(Format::Html),
        _ if prologue == Prologue::Page => Ok(Format::Html),
        _ if prologue == Prologue::Xml => Err(IngestError::Disguised(Disguise::Xml)),
        _ => Ok(by_name.unwrap_or(Format::Text)),
    }
}

/// With what a page, or a piece of one, begins.
const PAGE_ELEMENTS: [&str; 24] = [
    "html", "head", "body", "meta", "link", "title", "script", "style", "base", "div", "span", "p", "article",
    "section", "main", "header", "h1", "h2", "h3", "table", "ul", "a", "br", "img",
];

/// What stands before the first element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prologue {
    None,
    Xml,
    Page,
}

/// The name of the first element in small letters; declarations, comments and instructions are passed over.
fn root_element(mut rest: &str) -> (Prologue, String) {
    let mut prologue = Prologue::None;
    while let Some(tag) = rest.strip_prefix('<') {
        let end = if let Some(comment) = tag.strip_prefix("!--") {
            comment.find("-->").map(|at| &comment[at + 3..])
        } else if tag.starts_with("?xml") {
            prologue = Prologue::Xml;
            tag.find("?>").map(|at| &tag[at + 2..])
        } else if tag.starts_with('?') {
            tag.find('>').map(|at| &tag[at + 1..])
        } else if tag.starts_with('!') {
            let declared = tag.split_ascii_whitespace().nth(1).unwrap_or_default();
            if declared.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html")) {
                prologue = Prologue::Page;
            }
            after_declaration(tag)
        } else {
            let name = tag.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
            return (prologue, name.to_ascii_lowercase());
        };
        let Some(after) = end else { break };
        rest = after.trim_start();
    }
    (prologue, String::new())
}

/// What follows a declaration, whose internal subset may hold further ones.
fn after_declaration(tag: &str) -> Option<&str> {
    let (end, subset) = (tag.find('>')?, tag.find('['));
    match subset.filter(|at| *at < end) {
        Some(at) => tag[at..].find("]>").map(|close| &tag[at + close + 2..]),
        None => Some(&tag[end + 1..]),
    }
}

/// What begins as JSON does. A feed says so by its version; the rest are records.
fn by_json(start: &str) -> Option<Format> {
    let inner = start[1..].trim_start();
    match start.as_bytes() {
        [b'{', ..] if inner.starts_with(['"', '}']) => {
            let is_feed = start.contains("//jsonfeed.org/version/");
            Some(if is_feed { Format::Feed } else { Format::JsonLines })
        }
        [b'[', ..] if inner.starts_with('{') && inner[1..].trim_start().starts_with(['"', '}']) => {
            Some(Format::JsonLines)
        }
        _ => None,
    }
}

/// The fields that tell a message from a text that happens to have colons.
const TELLING: [&str; 7] =
    ["from", "received", "return-path", "message-id", "mime-version", "delivered-to", "x-original-to"];
const USUAL: [&str; 6] = ["to", "subject", "date", "content-type", "cc", "reply-to"];

/// Whether it begins with at least two fields that messages have, one of them telling, and nothing but fields before the text.
fn is_message(start: &str) -> bool {
    let (mut telling, mut usual, mut ended) = (0, 0, false);
    for line in start.split('\n') {
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            ended = true;
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_graphic()) {
            break;
        }
        let name = name.to_ascii_lowercase();
        telling += usize::from(TELLING.contains(&name.as_str()));
        usual += usize::from(USUAL.contains(&name.as_str()));
    }
    // A head that is longer than what is looked at has no end in it.
    telling > 0 && telling + usual > 1 && (ended || start.len() > LOOKED_AT / 2)
}

/// Whether it begins as a file of several messages does (RFC 4155).
fn is_mailbox(start: &str) -> bool {
    let Some((first, rest)) = start.split_once('\n') else { return false };
    first.starts_with("From ") && first.bytes().any(|b| b.is_ascii_digit()) && is_message(rest)
}

/// Whether it begins with `---`, lines of `key: value`, and `---` again.
fn has_front_matter(start: &str) -> bool {
    let mut lines = start.lines();
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && lines
            .by_ref()
            .take_while(|line| line.trim_end() != "---")
            .all(|line| line.contains(':') || line.starts_with([' ', '-']))
        && start.lines().skip(1).any(|line| line.trim_end() == "---")
        && start.lines().nth(1).is_some_and(|line| line.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn detect(text: &str) -> Result<Format, IngestError> {
        Format::detect(text.as_bytes(), None)
    }

    #[test]
    fn content_tells() {
        let cases = [
            ("The ministers met in Baku.", Format::Text),
            ("Baku: the ministers met.\nLisbon: they did not.\n\nMore.", Format::Text),
            ("From: the desk\n\nThe ministers met.", Format::Text),
            ("{curly} braces, then text", Format::Text),
            ("[Baku, 6 March] The ministers met.", Format::Text),
            ("<3 from Baku", Format::Text),
            ("From what is known, 2 ministers met.\nThey spoke.", Format::Text),
            ("<!DOCTYPE html><p>The ministers met.", Format::Html),
            ("\u{FEFF}\n <HTML lang=en>", Format::Html),
            ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C'>\n<html>", Format::Html),
            ("<!-- saved -->\n<div class=a>", Format::Html),
            ("<?xml version=\"1.0\"?><?xml-stylesheet href='a'?><!-- c --><rss version=\"2.0\">", Format::Feed),
            ("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>", Format::Feed),
            ("<feed xmlns='http://www.w3.org/2005/Atom'>", Format::Feed),
            ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", Format::Feed),
            ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", Format::Feed),
            ("{\"id\": 1, \"text\": \"A.\"}\n", Format::JsonLines),
            ("[\n {\"text\": \"A.\"}]", Format::JsonLines),
            ("Return-Path: <a@b.example>\r\nSubject: Visit\r\n\r\nText", Format::Mail),
            ("From a@b.example Mon Mar  6 10:00:00 2023\nFrom: a@b.example\nTo: c@d.example\n\nText", Format::Mail),
            ("---\ntitle: Visit\n---\n\nText", Format::Markdown),
        ];
        for (text, format) in cases {
            assert_eq!(detect(text), Ok(format), "{text}");
        }
    }

    #[test]
    fn what_is_not_read_is_named() {
        for (bytes, what) in [
            (b"\x1F\x8B\x08".as_slice(), Disguise::Gzip),
            (b"\x89PNG\r\n", Disguise::Image),
            (b"PK\x03\x04xl/workbook.xml", Disguise::Zip),
            (b"{\\rtf1", Disguise::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Disguise::OldOffice),
            (b"<?xml version='1.0'?><invoice/>", Disguise::Xml),
        ] {
            assert_eq!(Format::detect(bytes, Some("a.txt")), Err(IngestError::Disguised(what)));
        }
        let locked = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), ENCRYPTED].concat();
        assert_eq!(Format::detect(&locked, None), Err(IngestError::Locked));
    }

    #[test]
    fn the_name_counts_only_where_the_content_does_not_tell() {
        assert_eq!(Format::detect(b"# Visit\n\nThey met.", Some("visit.md")), Ok(Format::Markdown));
        assert_eq!(Format::detect(b"# Visit\n\nThey met.", Some("visit.txt")), Ok(Format::Text));
        assert_eq!(Format::detect(b"<html><p>They met.", Some("visit.md")), Ok(Format::Html));
        assert_eq!(Format::detect(b"PK\x03\x04 word/document.xml", Some("visit.zip")), Ok(Format::Docx));
    }

    #[test]
    fn utf_16_is_looked_into() {
        let bytes: Vec<u8> = "\u{FEFF}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Format::detect(&bytes, None), Ok(Format::Html));
    }

    proptest! {
        #[test]
        fn never_panics(bytes: Vec<u8>, start in "(<|\\{|\\[|<!|<\\?|<!--|---\n|From )?[a-z:<>\\[\\]\\{\"\n-]{0,40}") {
            let _ = Format::detect(&bytes, None);
            let _ = Format::detect(start.as_bytes(), Some(&start));
        }
    }
}
