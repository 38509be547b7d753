//! PDF documents with text in them.
//!
//! Knows the steps: what would blow up is refused, the letters are drawn on a sheet of our own, and the sheets are read as
//! lines and paragraphs. The crate that knows fonts and operators was not written for strangers' files: it gives up by
//! panicking and follows forms into forms. So it gets documents that were looked through before, page by page, and what it
//! cannot draw costs that page.

mod guard;
mod layout;
mod sheet;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use attache_schema::Article;
use pdf_extract::{Document as Pdf, Error, ObjectId};

use crate::{Document, Excess, Format, Hints, IngestError};
use sheet::Sheet;

/// How many pages a document may have. A newspaper has a hundred.
const MOST_PAGES: usize = 1_000;

/// The stack on which pages are drawn, in bytes: enough for the forms that the guard lets through.
const STACK: usize = 16_000_000;

/// The name of the thread on which pages are drawn, so that a program can keep the panics of it to itself.
pub const THREAD: &str = "attache-pdf";

/// Reads a document. Its dates are those of the file, not of a publication, and are left alone; its title is the largest
/// line at the top.
///
/// # Errors
/// Where it is no such document, wants a password, holds no text, or unpacks to more than is sensible.
pub(crate) fn document(bytes: &[u8], hints: &Hints) -> Result<Document, IngestError> {
    guard::check_streams(bytes)?;
    let sheets = on_own_stack(|| draw(bytes, hints.max_bytes))??;
    let read = layout::read(&sheets);
    if read.text.chars().filter(|c| c.is_alphanumeric()).count() == 0 {
        return Err(IngestError::NoText { format: Format::Pdf });
    }
    if is_noise(&read.text) {
        return Err(IngestError::broken(Format::Pdf, "its fonts do not say which letters they draw"));
    }
    let found = Article { text: read.text, title: read.title, ..Article::default() };
    Ok(Document::new(hints.over(found), Format::Pdf))
}

/// Does something on a stack of a known size; a panic is a broken document.
fn on_own_stack<T: Send>(draw: impl FnOnce() -> T + Send) -> Result<T, IngestError> {
    let failed = || IngestError::broken(Format::Pdf, "its structure makes no sense");
    thread::scope(|scope| {
        let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
        let drawing = thread.spawn_scoped(scope, || catch_unwind(AssertUnwindSafe(draw)));
        drawing.map_err(|_| failed())?.join().map_err(|_| failed())?.map_err(|_| failed())
    })
}

/// The pages with the letters on them. A page that cannot be drawn is left out, where there are others.
fn draw(bytes: &[u8], limit: usize) -> Result<Vec<Sheet>, IngestError> {
    let mut pdf = Pdf::load_mem(bytes).map_err(broken)?;
    if pdf.is_encrypted() {
        pdf.decrypt("").map_err(|_| IngestError::Locked)?;
    }
    guard::blank_pictures(&mut pdf);
    guard::check_loaded(bytes, &pdf)?;
    let pages: Vec<(u32, ObjectId)> = pdf.get_pages().into_iter().collect();
    if pages.len() > MOST_PAGES {
        return Err(IngestError::Bomb { what: Excess::Parts, limit: MOST_PAGES as u64 });
    }
    let mut inspector = guard::Inspector::new(&pdf);
    pages.iter().try_for_each(|(_, id)| inspector.check(*id))?;
    let (mut sheets, mut left, mut failed) = (Vec::new(), limit, false);
    for (number, _) in pages {
        let mut sheet = Sheet::new(left);
        let drawn = catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc_page(&pdf, &mut sheet, number)));
        left = sheet.left();
        if left == 0 {
            return Err(IngestError::TooLarge { limit: limit as u64 });
        }
        match drawn {
            Ok(Ok(())) => sheets.push(sheet),
            _ => failed = true,
        }
    }
    match sheets.iter().all(Sheet::is_empty) && failed {
        true => Err(IngestError::broken(Format::Pdf, "its pages cannot be drawn")),
        false => Ok(sheets),
    }
}

fn broken(error: Error) -> IngestError {
    match error {
        Error::Decryption(_) | Error::InvalidPassword => IngestError::Locked,
        error => IngestError::broken(Format::Pdf, error),
    }
}

/// Whether more than a tenth of the letters are none: fonts without a table give numbers in their place.
fn is_noise(text: &str) -> bool {
    let is_none = |c: &char| matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}') || (c.is_control() && *c != '\n');
    let (none, all) = (text.chars().filter(is_none).count(), text.chars().filter(|c| !c.is_whitespace()).count());
    none * 10 > all
}

#[cfg(test)]
mod tests;
