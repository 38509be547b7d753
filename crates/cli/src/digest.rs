//! `attache digest`: the whole road.

use std::io::Write;
use std::mem::ManuallyDrop;

use attache::{Attache, Digest};
use attache_ingest::Document;

use crate::arguments::{DigestArguments, Format};
use crate::article::Reader;
use crate::explain;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::Input;
use crate::page::Page;

pub(crate) fn run(arguments: &DigestArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input.paths)?;
    let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
    let reader = Reader::new(
        &folders,
        &arguments.input,
        arguments.format_of_input.input_format,
        &arguments.language,
        Some(&arguments.about),
    )?;
    let focus = folders.focus(&arguments.choice.focus)?;
    let mut page = Page::new(&folders, &arguments.output, inputs.len() > 1)?;
    // Never taken down: the process ends right after, and that frees it at once.
    let attache = ManuallyDrop::new(page.attache(&folders, &arguments.output, focus)?);

    let mut failures = 0;
    for input in &inputs {
        let documents = reader.named(input);
        page.expect(documents.len());
        for (id, document) in documents {
            match document.and_then(|document| digest(&attache, &reader, document)) {
                Ok((text, digest)) => {
                    let brief = page.write(&attache, digest, out)?;
                    if arguments.explain && matches!(arguments.output.format, Format::Text | Format::Markdown) {
                        explain::write(&brief.digest, &text, out)?;
                    }
                }
                Err(failure) => {
                    failures += 1;
                    page.fail(id.as_deref(), &failure, out)?;
                }
            }
        }
    }
    Ok(Outcome::of(failures))
}

/// The text of an article and its digest.
fn digest(attache: &Attache, reader: &Reader, document: Document) -> Result<(String, Digest), Failure> {
    let digest = attache.digest(&document.article);
    reader.check_language(&digest.language)?;
    Ok((document.article.text, digest))
}
