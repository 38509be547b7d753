//! A document that word processors open (ECMA-376): WordprocessingML parts in a ZIP archive.
//!
//! The sentence that a clause rests on is the screen tip of a link to the story's sources: it is there for who points at the clause,
//! and nowhere else. Comments were weighed and dropped, as a margin of balloons has to be cleared before the brief can be sent
//! on; footnotes too, as five to a story are longer than the story.

mod body;
mod package;

use crate::ExportError;
use crate::document::Document;

pub(crate) fn write(document: &Document) -> Result<Vec<u8>, ExportError> {
    let parts = package::parts(document);
    package::zipped(&parts).map_err(|error| ExportError::writer("the DOCX archive", error))
}
