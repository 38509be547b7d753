//! `attache inflect`: inflected words, line for line; for evaluation.
//!
//! A row that the grammar has no answer to is answered too, with the reason: `{"id", "error"}`.

use std::io::Write;

use attache_grammar::{Inflector, Question};

use crate::arguments::LineArguments;
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;
use crate::input::Input;
use crate::lines::answer_all;

pub(crate) fn run(arguments: &LineArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input)?;
    let folders = Folders::open(arguments.folders.locales.as_deref())?;
    let inflector = Inflector::load(&folders.locales).map_err(|error| folders.broken(&error))?;
    answer_all(&inputs, arguments.input.max_input.0, out, |question: Question| Ok(inflector.reply(&question)))
}
