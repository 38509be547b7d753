//! `attache inflect`: inflected words, line for line; for evaluation.

use std::io::Write;

use crate::arguments::LineArguments;
use crate::failure::{Outcome, Stop};

pub(crate) fn run(_arguments: &LineArguments, _out: &mut dyn Write) -> Result<Outcome, Stop> {
    Ok(Outcome::Done)
}
