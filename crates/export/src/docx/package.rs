//! The parts of a document and the archive they lie in.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::body::{Body, write_footer, write_header, write_letterhead};
use crate::document::Document;
use crate::markup::Markup;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Parts by their names, so that the archive is sorted.
pub(super) type Parts = BTreeMap<String, String>;

/// The name of the first part of an archive: who looks for it there must find it first.
const CONTENT_TYPES: &str = "[Content_Types].xml";

pub(super) fn parts(document: &Document) -> Parts {
    let mut parts = Parts::new();
    let mut put = |name: &str, text: String| parts.insert(name.to_owned(), text);
    let body = Body::new(document);
    put("word/_rels/document.xml.rels", relations_of_document(document, &body.links));
    put("word/document.xml", body.xml);
    put("word/styles.xml", include_str!("styles.xml").to_owned());
    put("word/settings.xml", settings(document));
    put("word/fontTable.xml", include_str!("fonts.xml").to_owned());
    put("word/letterhead.xml", write_letterhead(document));
    for (index, edition) in document.editions.iter().enumerate() {
        put(&format!("word/header{}.xml", index + 1), write_header(edition));
        put(&format!("word/footer{}.xml", index + 1), write_footer(edition));
    }
    put("docProps/core.xml", core(document));
    put("docProps/app.xml", app());
    put("_rels/.rels", relations_of_package());
    put(CONTENT_TYPES, content_types(document));
    parts
}

/// One archive with fixed times, so that the same bulletin is the same file.
pub(super) fn zipped(parts: &Parts) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let first = parts.iter().filter(|(name, _)| *name == CONTENT_TYPES);
    for (name, text) in first.chain(parts.iter().filter(|(name, _)| *name != CONTENT_TYPES)) {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types(document: &Document) -> String {
    let mut xml = Markup::declared(DECLARATION);
    xml.element("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", &format!("/{name}")), ("ContentType", kind)]);
        };
        part("word/document.xml", &format!("{WORD}.document.main+xml"));
        part("word/styles.xml", &format!("{WORD}.styles+xml"));
        part("word/settings.xml", &format!("{WORD}.settings+xml"));
        part("word/fontTable.xml", &format!("{WORD}.fontTable+xml"));
        part("word/letterhead.xml", &format!("{WORD}.header+xml"));
        for number in 1..=document.editions.len() {
            part(&format!("word/header{number}.xml"), &format!("{WORD}.header+xml"));
            part(&format!("word/footer{number}.xml"), &format!("{WORD}.footer+xml"));
        }
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    });
    xml.finish()
}

fn relations_of_package() -> String {
    relations(|relation| {
        relation("rId1", &format!("{RELATION}/officeDocument"), "word/document.xml", false);
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        relation("rId2", core, "docProps/core.xml", false);
        relation("rId3", &format!("{RELATION}/extended-properties"), "docProps/app.xml", false);
    })
}

/// What the body refers to by id: its links last, as there are any number of them.
fn relations_of_document(document: &Document, links: &[String]) -> String {
    relations(|relation| {
        relation("rStyles", &format!("{RELATION}/styles"), "styles.xml", false);
        relation("rSettings", &format!("{RELATION}/settings"), "settings.xml", false);
        relation("rFonts", &format!("{RELATION}/fontTable"), "fontTable.xml", false);
        relation("rLetterhead", &format!("{RELATION}/header"), "letterhead.xml", false);
        for number in 1..=document.editions.len() {
            let part = format!("header{number}.xml");
            relation(&format!("rHeader{number}"), &format!("{RELATION}/header"), &part, false);
            let part = format!("footer{number}.xml");
            relation(&format!("rFooter{number}"), &format!("{RELATION}/footer"), &part, false);
        }
        for (index, link) in links.iter().enumerate() {
            relation(&format!("rLink{}", index + 1), &format!("{RELATION}/hyperlink"), link, true);
        }
    })
}

fn relations(list: impl FnOnce(&mut dyn FnMut(&str, &str, &str, bool))) -> String {
    let mut xml = Markup::declared(DECLARATION);
    xml.element("Relationships", &[("xmlns", PACKAGE_RELATIONS)], |xml| {
        list(&mut |id, kind, target, outside| {
            let attributes = [("Id", id), ("Type", kind), ("Target", target), ("TargetMode", "External")];
            xml.empty("Relationship", if outside { &attributes } else { &attributes[..3] });
        });
    });
    xml.finish()
}

fn settings(document: &Document) -> String {
    let mut xml = Markup::declared(DECLARATION);
    xml.element("w:settings", &[("xmlns:w", super::body::NAMESPACE)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.empty("w:defaultTabStop", &[("w:val", "708")]);
        xml.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
        xml.element("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            let setting = [("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")];
            xml.empty("w:compatSetting", &setting);
        });
        let language = document.editions.first().map_or("und", |edition| &edition.language);
        xml.empty("w:themeFontLang", &[("w:val", language)]);
    });
    xml.finish()
}

fn core(document: &Document) -> String {
    let mut xml = Markup::declared(DECLARATION);
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.text_element("dc:title", &[], &document.title);
        let languages: Vec<&str> = document.editions.iter().map(|edition| edition.language.as_str()).collect();
        xml.text_element("dc:language", &[], &languages.join(", "));
        if let Some(date) = document.date.filter(|date| date.year.is_some() && date.day.is_some()) {
            let instant = format!("{date}T00:00:00Z");
            xml.text_element("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &instant);
            xml.text_element("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &instant);
        }
    });
    xml.finish()
}

fn app() -> String {
    let mut xml = Markup::declared(DECLARATION);
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", namespace)], |xml| {
        xml.text_element("Application", &[], "attache");
    });
    xml.finish()
}
