//! What stands on the pages: paragraphs and runs in WordprocessingML.

use super::package::DECLARATION;
use crate::document::{Clause, Document, Entry, Leaf, Part, Source, joined};
use crate::harmless::Direction;
use crate::markup::{Attributes, Markup};

pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const NAMESPACES: Attributes<'static> =
    &[("xmlns:w", NAMESPACE), ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")];

/// Word shows no longer screen tips, and calls a document broken where one is much longer.
const MAX_TIP: usize = 255;

/// The document part, and the addresses that it links to.
pub(super) struct Body {
    pub(super) xml: String,
    pub(super) links: Vec<String>,
}

impl Body {
    pub(super) fn new(document: &Document) -> Self {
        let mut writer = Writer { xml: Markup::declared(DECLARATION), links: Vec::new(), bookmarks: 0 };
        let Writer { xml, links, bookmarks } = &mut writer;
        xml.element("w:document", NAMESPACES, |xml| {
            xml.element("w:body", &[], |xml| {
                let last = document.editions.len();
                for (index, edition) in document.editions.iter().enumerate() {
                    let mut page = Page { number: index + 1, edition, xml, links, bookmarks };
                    page.write_edition();
                    page.write_end(index + 1 == last);
                }
            });
        });
        Self { xml: writer.xml.finish(), links: writer.links }
    }
}

struct Writer {
    xml: Markup,
    links: Vec<String>,
    bookmarks: usize,
}

/// One edition while it is written.
struct Page<'a> {
    /// From one.
    number: usize,
    edition: &'a Leaf,
    xml: &'a mut Markup,
    links: &'a mut Vec<String>,
    /// How many bookmarks there are in the document so far; each has an id of its own.
    bookmarks: &'a mut usize,
}

impl Page<'_> {
    fn write_edition(&mut self) {
        let edition = self.edition;
        let range = self.begin_bookmark(&format!("edition{}", self.number));
        self.write_line("IssueTitle", &edition.title);
        self.write_line("Dateline", &edition.dateline);
        if edition.parts.is_empty() {
            self.write_line("Item", &edition.nothing);
        } else {
            self.write_line("ContentsHeading", &edition.contents);
            self.write_contents();
        }
        for part in &edition.parts {
            self.write_part(part);
        }
        for note in &edition.notes {
            self.write_line("Note", note);
        }
        self.end_bookmark(&range);
    }

    /// A table of contents that Word can make anew (F9), filled in already, without page numbers: they are not known here, and
    /// wrong ones would be worse than none.
    fn write_contents(&mut self) {
        let entries: Vec<&Entry> = self.edition.entries().collect();
        let field = format!(" TOC \\b edition{} \\o \"3-3\" \\u \\n \\h ", self.number);
        for (index, entry) in entries.iter().enumerate() {
            let (first, last) = (index == 0, index + 1 == entries.len());
            let anchor = self.anchor(entry);
            let text = heading(entry);
            let language = entry.headline_language.as_ref().unwrap_or(&self.edition.language);
            let direction = self.edition.direction;
            write_paragraph(self.xml, "TOC3", direction, |xml| {
                if first {
                    write_field_begin(xml, &field);
                }
                xml.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |xml| {
                    write_run(xml, None, language, direction, &text);
                });
                if last {
                    write_field_mark(xml, "end");
                }
            });
        }
    }

    fn write_part(&mut self, part: &Part) {
        self.write_line("Section", &part.heading);
        for entry in &part.entries {
            self.write_entry(entry);
        }
    }

    fn write_entry(&mut self, entry: &Entry) {
        let Leaf { language, direction, .. } = self.edition;
        let bookmark = self.begin_bookmark_id();
        let anchor = self.anchor(entry);
        write_paragraph(self.xml, "ItemHeading", *direction, |xml| {
            xml.empty("w:bookmarkStart", &[("w:id", &bookmark), ("w:name", &anchor)]);
            write_run(xml, None, entry.headline_language.as_ref().unwrap_or(language), *direction, &heading(entry));
            xml.empty("w:bookmarkEnd", &[("w:id", &bookmark)]);
        });
        let sources = self.anchor_of_sources(entry);
        let edition = self.edition;
        write_paragraph(self.xml, "Item", *direction, |xml| {
            for clause in &entry.clauses {
                let target = (!entry.sources.is_empty()).then_some(sources.as_str());
                write_clause(xml, edition, clause, target);
            }
        });
        for difference in &entry.differences {
            self.write_line("Difference", difference);
        }
        self.write_sources(entry, &sources);
    }

    fn write_sources(&mut self, entry: &Entry, anchor: &str) {
        let Leaf { language, direction, .. } = self.edition;
        for (index, source) in entry.sources.iter().enumerate() {
            let id = (index == 0).then(|| self.begin_bookmark_id());
            let relation = source.url.as_ref().map(|url| {
                self.links.push(url.clone());
                format!("rLink{}", self.links.len())
            });
            let label = if index == 0 { self.edition.sources.as_str() } else { "" };
            let style = if index + 1 < entry.sources.len() { "SourceBefore" } else { "Source" };
            write_paragraph(self.xml, style, *direction, |xml| {
                if let Some(id) = &id {
                    xml.empty("w:bookmarkStart", &[("w:id", id), ("w:name", anchor)]);
                }
                write_run(xml, Some("SourceLabel"), language, *direction, label);
                xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
                write_source(xml, source, language, relation.as_deref());
                if let Some(id) = &id {
                    xml.empty("w:bookmarkEnd", &[("w:id", id)]);
                }
            });
        }
    }

    /// A paragraph of nothing but text; none where there is none.
    fn write_line(&mut self, style: &str, text: &str) {
        let Leaf { language, direction, .. } = self.edition;
        if !text.is_empty() {
            write_paragraph(self.xml, style, *direction, |xml| write_run(xml, None, language, *direction, text));
        }
    }

    /// The page, its header and its footer; each edition is a section, so that each has its own. The last section's properties
    /// stand in the body, the others' in a paragraph.
    fn write_end(&mut self, last: bool) {
        let number = self.number;
        let direction = self.edition.direction;
        if last {
            write_section(self.xml, number, direction);
        } else {
            self.xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:pStyle", &[("w:val", "EditionEnd")]);
                    write_section(xml, number, direction);
                });
            });
        }
    }

    fn anchor(&self, entry: &Entry) -> String {
        format!("edition{}_item{}", self.number, entry.key + 1)
    }

    fn anchor_of_sources(&self, entry: &Entry) -> String {
        format!("edition{}_sources{}", self.number, entry.key + 1)
    }

    fn begin_bookmark_id(&mut self) -> String {
        *self.bookmarks += 1;
        self.bookmarks.to_string()
    }

    fn begin_bookmark(&mut self, name: &str) -> String {
        let id = self.begin_bookmark_id();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        id
    }

    fn end_bookmark(&mut self, id: &str) {
        self.xml.empty("w:bookmarkEnd", &[("w:id", id)]);
    }
}

fn heading(entry: &Entry) -> String {
    format!("{}. {}", entry.number, entry.headline)
}

fn write_clause(xml: &mut Markup, edition: &Leaf, clause: &Clause, target: Option<&str>) {
    let Leaf { language, direction, .. } = edition;
    let body = clause.text.trim_end_matches(' ');
    let style = clause.mark.as_ref().map(|_| "Translated");
    let own = clause.language.as_ref().unwrap_or(language);
    match (&clause.proof, target) {
        (Some(proof), Some(target)) => {
            let tip = tip(&proof.line());
            xml.element("w:hyperlink", &[("w:anchor", target), ("w:tooltip", &tip), ("w:history", "0")], |xml| {
                write_run(xml, style, own, *direction, body);
            });
        }
        _ => write_run(xml, style, own, *direction, body),
    }
    if let Some(mark) = &clause.mark {
        write_run(xml, Some("Mark"), language, *direction, &format!(" [{mark}]"));
    }
    write_run(xml, None, language, *direction, &clause.text[body.len()..]);
}

/// At most what Word shows, cut at a word. The limit counts UTF-16.
fn tip(line: &str) -> String {
    if line.encode_utf16().count() <= MAX_TIP {
        return line.to_owned();
    }
    let mut cut = String::new();
    let mut room = MAX_TIP - 2;
    for c in line.chars() {
        let Some(left) = room.checked_sub(c.len_utf16()) else { break };
        room = left;
        cut.push(c);
    }
    let whole = cut.rfind(' ').filter(|at| *at > 0).unwrap_or(cut.len());
    format!("{} …", &cut[..whole])
}

fn write_source(xml: &mut Markup, source: &Source, language: &str, relation: Option<&str>) {
    let direction = Direction::of(source.head());
    let outlet = Direction::of(&source.before());
    write_run(xml, None, language, outlet, &source.before());
    match relation {
        Some(relation) => xml.element("w:hyperlink", &[("r:id", relation), ("w:history", "1")], |xml| {
            write_run(xml, Some("Link"), &source.language, direction, source.head());
        }),
        None => write_run(xml, None, &source.language, direction, source.head()),
    }
    write_run(xml, None, language, Direction::LeftToRight, &source.after());
}

fn write_paragraph(xml: &mut Markup, style: &str, direction: Direction, inside: impl FnOnce(&mut Markup)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            if direction == Direction::RightToLeft {
                xml.empty("w:bidi", &[]);
            }
        });
        inside(xml);
    });
}

/// Text with its language, so that it is spelt and read aloud in it.
fn write_run(xml: &mut Markup, style: Option<&str>, language: &str, direction: Direction, text: &str) {
    if text.is_empty() {
        return;
    }
    let leftward = direction == Direction::RightToLeft;
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            if let Some(style) = style {
                xml.empty("w:rStyle", &[("w:val", style)]);
            }
            if leftward {
                xml.empty("w:rtl", &[]);
                xml.empty("w:lang", &[("w:bidi", language)]);
            } else {
                xml.empty("w:lang", &[("w:val", language)]);
            }
        });
        xml.text_element("w:t", &[("xml:space", "preserve")], text);
    });
}

fn write_field_begin(xml: &mut Markup, instruction: &str) {
    write_field_mark(xml, "begin");
    xml.element("w:r", &[], |xml| xml.text_element("w:instrText", &[("xml:space", "preserve")], instruction));
    write_field_mark(xml, "separate");
}

fn write_field_mark(xml: &mut Markup, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}

/// A4 with wide margins; the letterhead stands on the first page of each edition, a short line on the others.
fn write_section(xml: &mut Markup, number: usize, direction: Direction) {
    xml.element("w:sectPr", &[], |xml| {
        let footer = format!("rFooter{number}");
        xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", "rLetterhead")]);
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", &format!("rHeader{number}"))]);
        xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", &footer)]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", &footer)]);
        xml.empty("w:type", &[("w:val", "nextPage")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1418"),
            ("w:right", "1418"),
            ("w:bottom", "1304"),
            ("w:left", "1418"),
            ("w:header", "709"),
            ("w:footer", "624"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
        if direction == Direction::RightToLeft {
            xml.empty("w:bidi", &[]);
        }
    });
}

pub(super) fn write_letterhead(document: &Document) -> String {
    let mut xml = Markup::declared(DECLARATION);
    let language = document.editions.first().map_or("und", |edition| &edition.language);
    xml.element("w:hdr", NAMESPACES, |xml| {
        let last = document.letterhead.len().saturating_sub(1);
        for (index, line) in document.letterhead.iter().enumerate() {
            let style = match index {
                _ if last == 0 => "LetterheadOnly",
                0 => "LetterheadName",
                _ if index == last => "LetterheadLast",
                _ => "Letterhead",
            };
            let direction = Direction::of(line);
            write_paragraph(xml, style, direction, |xml| write_run(xml, None, language, direction, line));
        }
        if document.letterhead.is_empty() {
            write_paragraph(xml, "Header", Direction::LeftToRight, |_| {});
        }
    });
    xml.finish()
}

pub(super) fn write_header(edition: &Leaf) -> String {
    let mut xml = Markup::declared(DECLARATION);
    let line = joined([&*edition.title, &*edition.dateline], " · ");
    xml.element("w:hdr", NAMESPACES, |xml| {
        write_paragraph(xml, "Header", edition.direction, |xml| {
            write_run(xml, None, &edition.language, edition.direction, &line);
        });
    });
    xml.finish()
}

/// "2 / 5": a page number that needs no word.
pub(super) fn write_footer(edition: &Leaf) -> String {
    let mut xml = Markup::declared(DECLARATION);
    xml.element("w:ftr", NAMESPACES, |xml| {
        write_paragraph(xml, "Footer", edition.direction, |xml| {
            write_number(xml, " PAGE ", &edition.language);
            write_run(xml, None, &edition.language, Direction::LeftToRight, " / ");
            write_number(xml, " NUMPAGES ", &edition.language);
        });
    });
    xml.finish()
}

fn write_number(xml: &mut Markup, field: &str, language: &str) {
    write_field_begin(xml, field);
    write_run(xml, None, language, Direction::LeftToRight, "1");
    write_field_mark(xml, "end");
}
