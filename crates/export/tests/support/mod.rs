//! What the tests share: the invented bulletin, and views into files.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use attache_export::{Format, Options, write};
use attache_schema::Bulletin;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

/// Three editions, three sections, five stories; invented papers and people.
pub(crate) fn bulletin() -> Bulletin {
    serde_json::from_str(include_str!("../bulletin.json")).expect("the fixture is a bulletin")
}

pub(crate) fn written(bulletin: &Bulletin, format: Format) -> Vec<u8> {
    write(bulletin, format, &Options::default()).expect("a bulletin with an edition can be written")
}

pub(crate) fn written_text(bulletin: &Bulletin, format: Format) -> String {
    String::from_utf8(written(bulletin, format)).expect("the format is UTF-8")
}

/// The parts of a DOCX by name.
pub(crate) fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a ZIP archive");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a part is UTF-8");
        let name = part.name().expect("a name").into_owned();
        parts.insert(name, text);
    }
    parts
}

/// The text of all `w:t` in order; fails where the XML is not well-formed.
pub(crate) fn text_of_xml(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Start(start) => {
                for attribute in start.attributes() {
                    attribute.unwrap_or_else(|error| panic!("{error}: {xml}"));
                }
                open.push(start.name().as_ref().to_owned());
            }
            Event::End(_) => drop(open.pop().expect("an element was open")),
            Event::Text(part) if open.last().is_some_and(|name| name == "w:t") => {
                text.push_str(&part);
            }
            Event::GeneralRef(entity) if open.last().is_some_and(|name| name == "w:t") => {
                text.push_str(match &*entity {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an entity that we do not write: {other}"),
                });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "elements are left open: {open:?}");
    text
}

/// The text without its white space, which formats put where they like.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
