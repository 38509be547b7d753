//! Documents of word processors (Office Open XML, `.docx`).
//!
//! Knows where in the archive the text stands and which of it is read: paragraphs, headings, lists and tables as they
//! stand after all tracked changes are taken. Opens nothing that stands in the archive besides, and nothing outside.

mod body;

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use attache_schema::Article;

use crate::{Document, Excess, Format, Hints, IngestError, caption};

/// How many files an archive may hold. A document of a thousand pictures has as many.
const MOST_FILES: usize = 2_000;

/// How many bytes a part may unpack to.
const LARGEST: u64 = 50_000_000;

/// How many bytes may come out of each that went in; text in tags seldom passes thirty.
const RATIO: u64 = 100;

/// Below this size nothing is a bomb, whatever its ratio.
const SMALL: u64 = 1_000_000;

/// How deep elements may stand in one another: tables in tables take four levels each.
const DEEPEST: usize = 256;

/// Reads a document. Its title is what is set in the style of titles, or else what its properties say; their dates are
/// those of the file, not of a publication, and are left alone.
///
/// # Errors
/// Where it is no such document, wants a password, holds no text, or unpacks to more than is sensible.
pub(crate) fn document(bytes: &[u8], hints: &Hints) -> Result<Document, IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MOST_FILES {
        return Err(IngestError::Bomb { what: Excess::Parts, limit: MOST_FILES as u64 });
    }
    let body = part(&mut archive, "word/document.xml")?.ok_or_else(|| IngestError::Disguised(crate::Disguise::Zip))?;
    let styles = part(&mut archive, "word/styles.xml")?.map_or_else(|| Ok(Vec::new()), |xml| title_styles(&xml))?;
    let read = body::read(&body, &styles)?;
    let title = read.title.as_deref().and_then(caption::some);
    let title = match title {
        Some(title) => Some(title),
        None => part(&mut archive, "docProps/core.xml")?.and_then(|xml| title_of(&xml)),
    };
    let text = title.as_deref().map_or(read.text.as_str(), |title| without_title(&read.text, title)).to_owned();
    if text.trim().is_empty() {
        return Err(IngestError::NoText { format: Format::Docx });
    }
    Ok(Document::new(hints.over(Article { text, title, ..Article::default() }), Format::Docx))
}

fn broken(error: ZipError) -> IngestError {
    match error {
        ZipError::UnsupportedArchive(what) if what == ZipError::PASSWORD_REQUIRED => IngestError::Locked,
        error => IngestError::broken(Format::Docx, error),
    }
}

/// A file of the archive as text, where it is there. What its header says about its size is not believed.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, IngestError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(error)),
    };
    let by_ratio = file.compressed_size().saturating_mul(RATIO).max(SMALL);
    let limit = by_ratio.min(LARGEST);
    let mut bytes = Vec::new();
    let read = file.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| IngestError::broken(Format::Docx, error))?;
    if bytes.len() as u64 > limit {
        return Err(match limit == LARGEST {
            true => IngestError::Bomb { what: Excess::Unpacked, limit },
            false => IngestError::Bomb { what: Excess::Ratio, limit: RATIO },
        });
    }
    Ok(Some(crate::charset::decode(&bytes, None, None).text))
}

/// Calls `take` for each event of a part that is at most [`DEEPEST`] deep and declares nothing.
fn walk(xml: &str, mut take: impl FnMut(Event<'_>)) -> Result<(), IngestError> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| IngestError::broken(Format::Docx, error))?;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(IngestError::Bomb { what: Excess::Entities, limit: 0 }),
            Event::Eof if depth > 0 => return Err(IngestError::broken(Format::Docx, "its end is missing")),
            Event::Eof => return Ok(()),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(IngestError::Bomb { what: Excess::Depth, limit: DEEPEST as u64 });
        }
        take(event);
    }
}

/// The value of an attribute, by its name without a prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// What `&amp;`, `&#601;` stand for.
fn resolve(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    let name: &str = reference;
    quick_xml::escape::resolve_predefined_entity(name).and_then(|text| text.chars().next())
}

/// The ids of the styles that are titles. Ids are in the language of the program (`KonuBal`), names of built-in styles are not.
fn title_styles(xml: &str) -> Result<Vec<String>, IngestError> {
    let (mut found, mut id) = (Vec::new(), None);
    walk(xml, |event| {
        if let Event::Start(element) | Event::Empty(element) = event {
            match element.local_name().as_ref() {
                "style" => id = attribute(&element, "styleId"),
                "name" if attribute(&element, "val").is_some_and(|name| name.eq_ignore_ascii_case("title")) => {
                    found.extend(id.take());
                }
                _ => {}
            }
        }
    })?;
    Ok(found)
}

/// The title in the document's properties.
fn title_of(xml: &str) -> Option<String> {
    let (mut title, mut is_inside) = (String::new(), false);
    walk(xml, |event| match event {
        Event::Start(element) => is_inside = element.local_name().as_ref() == "title",
        Event::End(_) => is_inside = false,
        Event::Text(text) if is_inside => title.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) if is_inside => title.extend(resolve(&reference)),
        _ => {}
    })
    .ok()?;
    caption::some(&title)
}

/// The text without its first block, where that is the title again.
fn without_title<'a>(text: &'a str, title: &str) -> &'a str {
    match text.split_once("\n\n") {
        Some((first, rest)) if caption::clean(first) == title => rest,
        _ => text,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive of these files.
    pub(crate) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("it is new");
            writer.write_all(bytes).expect("there is memory");
        }
        writer.finish().expect("there is memory").into_inner()
    }

    /// A document with that body.
    pub(crate) fn docx(body: &str) -> Vec<u8> {
        archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", wrapped(body).as_bytes())])
    }

    fn wrapped(body: &str) -> String {
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")
    }

    fn p(text: &str) -> String {
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    }

    fn read(body: &str) -> Article {
        document(&docx(body), &Hints::default()).expect("a document").article
    }

    #[test]
    fn paragraphs_are_blocks() {
        let body = format!(
            "{}<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Next</w:t></w:r></w:p><w:p/>{}",
            p("Nazir &amp; s&#601;fir g&#246;r&#252;şdü."),
            "<w:p><w:r><w:t xml:space=\"preserve\">They </w:t></w:r><w:hyperlink><w:r><w:t>met</w:t><w:br/><w:t>twice.</w:t></w:r></w:hyperlink></w:p>"
        );
        assert_eq!(read(&body).text, "Nazir & səfir görüşdü.\n\nNext\n\nThey met\ntwice.\n");
    }

    #[test]
    fn what_was_deleted_hidden_or_noted_below_is_left_out() {
        let body = "<w:p><w:r><w:t>They met</w:t></w:r><w:del><w:r><w:delText> never</w:delText><w:t> not</w:t></w:r></w:del>\
            <w:moveFrom><w:r><w:t> there</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> here</w:t></w:r></w:ins>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
            <w:r><w:footnoteReference w:id=\"1\"/><w:t>.</w:t></w:r></w:p>";
        assert_eq!(read(body).text, "They met here.\n");
    }

    #[test]
    fn a_table_of_words_is_read_row_by_row_and_one_of_texts_cell_by_cell() {
        let row = |cells: &[&str]| {
            let cells = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect::<String>();
            format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
        };
        assert_eq!(read(&row(&[&p("Latvia"), &p("yes")])).text, "Latvia yes\n");
        let both = format!("{}{}", p("They met."), p("They left."));
        assert_eq!(read(&row(&[&both, &p("Aside.")])).text, "They met.\n\nThey left.\n\nAside.\n");
    }

    #[test]
    fn boxes_stand_alone_and_once() {
        let body = format!(
            "<w:p><w:r><w:t>They </w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:r><w:t>met.</w:t></w:r></w:p>",
            p("A box.")
        );
        assert_eq!(read(&body).text, "A box.\n\nThey met.\n");
    }

    #[test]
    fn the_title_is_found_by_its_style_whatever_its_id() {
        let styles = b"<w:styles><w:style w:styleId=\"KonuBal\"><w:name w:val=\"Title\"/></w:style></w:styles>";
        let core = b"<cp:coreProperties><dc:title>Microsoft Word - draft</dc:title><dcterms:created>2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>";
        let body = format!(
            "<w:p><w:pPr><w:pStyle w:val=\"KonuBal\"/></w:pPr><w:r><w:t>Visit</w:t></w:r></w:p>{}",
            p("They met.")
        );
        let body = wrapped(&body);
        let bytes = archive(&[
            ("word/document.xml", body.as_bytes()),
            ("word/styles.xml", styles),
            ("docProps/core.xml", core),
        ]);
        let article = document(&bytes, &Hints::default()).expect("a document").article;
        assert_eq!((article.title.as_deref(), article.text.as_str()), (Some("Visit"), "They met.\n"));
        assert_eq!(article.published, None);

        let bytes = archive(&[("word/document.xml", wrapped(&p("They met.")).as_bytes()), ("docProps/core.xml", core)]);
        let article = document(&bytes, &Hints::default()).expect("a document").article;
        assert_eq!(article.title.as_deref(), Some("Microsoft Word - draft"));
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let error = |bytes: &[u8]| document(bytes, &Hints::default()).expect_err("a bomb");
        let large = wrapped(&" ".repeat(120_000_000));
        assert_eq!(error(&archive(&[("word/document.xml", large.as_bytes())])).code(), "bomb");
        let deep = wrapped(&"<w:tbl>".repeat(100_000));
        assert_eq!(
            error(&archive(&[("word/document.xml", deep.as_bytes())])),
            IngestError::Bomb { what: Excess::Depth, limit: 256 }
        );
        let declared = "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document>&b;</w:document>";
        assert_eq!(
            error(&archive(&[("word/document.xml", declared.as_bytes())])),
            IngestError::Bomb { what: Excess::Entities, limit: 0 }
        );
        let names: Vec<String> = (0..2_001).map(|n| format!("word/media/{n}.png")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert_eq!(error(&archive(&files)), IngestError::Bomb { what: Excess::Parts, limit: 2_000 });
    }

    #[test]
    fn a_document_without_text_or_end_is_told_so() {
        let error = |bytes: &[u8]| document(bytes, &Hints::default()).expect_err("no text");
        assert_eq!(error(&docx("<w:p/>")), IngestError::NoText { format: Format::Docx });
        let whole = docx(&p("They met."));
        assert_eq!(error(&whole[..whole.len() / 2]).code(), "broken");
        assert_eq!(error(&archive(&[("word/document.xml", b"<w:document><w:body>")])).code(), "broken");
        assert_eq!(error(&archive(&[("a.txt", b"They met.")])).code(), "not-plain-text");
    }

    proptest! {
        #[test]
        fn never_panics(body in "(<w:p>|</w:p>|<w:t>|</w:t>|<w:tr>|</w:tr>|<w:tc>|</w:tc>|<w:del>|</w:del>|&#0;|&x;|[a-z]){0,30}", bytes: Vec<u8>) {
            let _ = document(&docx(&body), &Hints::default());
            let _ = document(&[b"PK\x03\x04".as_slice(), &bytes].concat(), &Hints::default());
        }
    }
}
