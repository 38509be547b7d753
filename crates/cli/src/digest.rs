//! `attache digest`: the whole road.

use std::io::Write;
use std::mem::ManuallyDrop;

use attache::{Attache, Digest};

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
    let reader = Reader::new(&folders, &arguments.input, &arguments.language, Some(&arguments.about))?;
    let focus = folders.focus(&arguments.choice.focus)?;
    let mut page = Page::new(&folders, &arguments.output, inputs.len() > 1)?;
    // Never taken down: the process ends right after, and that frees it at once.
    let attache = ManuallyDrop::new(page.attache(&folders, &arguments.output, focus)?);

    let mut failures = 0;
    for input in &inputs {
        match digest(&attache, &reader, input) {
            Ok((text, digest)) => {
                let brief = page.write(&attache, digest, out)?;
                if arguments.explain && matches!(arguments.output.format, Format::Text | Format::Markdown) {
                    explain::write(&brief.digest, &text, out)?;
                }
            }
            Err(failure) => {
                failures += 1;
                page.fail(input.id().as_deref(), &failure, out)?;
            }
        }
    }
    Ok(Outcome::of(failures))
}

/// The text of an input and its digest.
fn digest(attache: &Attache, reader: &Reader, input: &Input) -> Result<(String, Digest), Failure> {
    let article = reader.article(input)?;
    let digest = attache.digest(&article);
    reader.check_language(&digest.language)?;
    Ok((article.text, digest))
}
