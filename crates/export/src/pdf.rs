//! Pages for paper: A4, with letters that are embedded, text that can be searched, an outline, links and a structure that can be
//! read aloud.
//!
//! ```text
//! document ─blocks→ what stands under what ─lines→ lines that fit ─pages→ lines at places ─file→ objects
//! ```
//!
//! Lengths are whole numbers, thousandths of a point; they become the decimal numbers of the file at its border, so that no machine
//! breaks a line elsewhere.

mod blocks;
mod face;
mod file;
mod lines;
mod pages;

use crate::ExportError;
use crate::document::Document;
use crate::pdf::face::Faces;

pub(crate) fn write(document: &Document) -> Result<Vec<u8>, ExportError> {
    let mut faces = Faces::load()?;
    let blocks = blocks::of(document);
    let pages = pages::fill(&blocks, &faces);
    file::write(document, &blocks, &pages, &mut faces)
}
