//! `attache languages`: what there is.

use std::io::Write;

use crate::arguments::LanguagesArguments;
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;

pub(crate) fn run(arguments: &LanguagesArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let folders = Folders::open(arguments.folders.locales.as_deref())?;
    let width = folders.languages.iter().map(|language| language.tag().len()).max().unwrap_or_default();
    for language in folders.languages.iter() {
        let note = if language.is_read() { "" } else { " (only said)" };
        writeln!(out, "{:width$}  {}{note}", language.tag(), language.name())?;
    }
    Ok(Outcome::Done)
}
