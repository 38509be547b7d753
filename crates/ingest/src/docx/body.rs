//! The text of a document's body.
//!
//! Knows the elements of WordprocessingML (ECMA-376, part 1, section 17) that hold text, and those whose text nobody sees.

use quick_xml::events::{BytesStart, Event};

use super::{attribute, resolve, walk};
use crate::IngestError;
use crate::blocks::Blocks;

/// What a cell of a table may hold and still be read along its row, in bytes. What is longer is a column of text.
const LONGEST_CELL: usize = 200;

/// What stands in a body.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) title: Option<String>,
    pub(super) text: String,
}

/// Reads a body; a paragraph in one of these styles is the title.
pub(super) fn read(xml: &str, title_styles: &[String]) -> Result<Body, IngestError> {
    let mut reading = Reading { title_styles, ..Reading::default() };
    walk(xml, |event| reading.take(event))?;
    Ok(reading.finish())
}

/// How far the body is read.
#[derive(Debug, Default)]
struct Reading<'a> {
    title_styles: &'a [String],
    title: Option<String>,
    done: Blocks,
    /// The paragraphs around this place: one, or more where a box stands in one.
    paragraphs: Vec<Paragraph>,
    /// The rows of tables around this place.
    rows: Vec<Row>,
    /// How many elements around this place hide what is in them.
    hidden: usize,
    /// Whether the letters of this run are hidden.
    is_vanished: bool,
    is_in_run: bool,
    is_in_text: bool,
}

#[derive(Debug, Default)]
struct Paragraph {
    text: Blocks,
    is_title: bool,
}

/// The cells of a row, each with its paragraphs.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<String>>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(element) => self.open(&element),
            Event::End(element) => self.close(element.local_name().as_ref()),
            Event::Empty(element) => {
                self.open(&element);
                self.close(element.local_name().as_ref());
            }
            Event::Text(text) if self.is_in_text => self.write(&text.xml10_content()),
            Event::CData(text) if self.is_in_text => self.write(&text),
            Event::GeneralRef(reference) if self.is_in_text => {
                if let Some(c) = resolve(&reference) {
                    self.write(c.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "pStyle" => {
                let style = attribute(element, "val").unwrap_or_default();
                let is_title = style == "Title" || self.title_styles.contains(&style);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.is_title = is_title;
                }
            }
            "r" => (self.is_in_run, self.is_vanished) = (true, false),
            "vanish" if self.is_in_run => {
                self.is_vanished = !matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off"));
            }
            "t" => self.is_in_text = true,
            "tab" if self.is_in_run => self.write(" "),
            "br" | "cr" if self.is_in_run => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "tr" => self.rows.push(Row::default()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(Vec::new());
                }
            }
            name if is_hiding(name) => self.hidden += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" => (self.is_in_run, self.is_vanished) = (false, false),
            "t" => self.is_in_text = false,
            "tr" => self.end_row(),
            name if is_hiding(name) => self.hidden = self.hidden.saturating_sub(1),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if self.hidden > 0 || self.is_vanished {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        let text = paragraph.text.take();
        if text.is_empty() {
            return;
        }
        match self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            Some(cell) => cell.push(text),
            None if paragraph.is_title && self.title.is_none() => self.title = Some(text),
            None => self.done.push_block(&text),
        }
    }

    /// A row of short cells is one line; one of texts is each of them, for then the table is only a way to lay out a page.
    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let is_layout = |cell: &Vec<String>| cell.len() > 1 || cell.iter().any(|text| text.len() > LONGEST_CELL);
        let blocks: Vec<String> = match row.cells.iter().any(is_layout) {
            true => row.cells.into_iter().flatten().collect(),
            false => vec![row.cells.into_iter().flatten().collect::<Vec<_>>().join(" ")],
        };
        for block in blocks.into_iter().filter(|block| !block.is_empty()) {
            match self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
                Some(cell) => cell.push(block),
                None => self.done.push_block(&block),
            }
        }
    }

    fn finish(self) -> Body {
        Body { title: self.title, text: self.done.finish() }
    }
}

/// Whether the text in it is not of the document as it stands: what was deleted or moved away, and what is there twice.
fn is_hiding(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "rt")
}
