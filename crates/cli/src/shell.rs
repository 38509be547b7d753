//! What a shell and a manual want to know: completions, manual pages, the JSON Schema.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Program;
use crate::failure::{Outcome, Stop};

/// The published schema of a digest; a test generates it again and compares.
const SCHEMA: &str = include_str!("../../../schemas/attache.digest-1.json");

pub(crate) fn completions(shell: Shell, out: &mut dyn Write) -> Result<Outcome, Stop> {
    // Through a buffer: the generator panics where a pipe breaks, and we do not.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Program::command(), "attache", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Done)
}

pub(crate) fn manual(command: Option<&str>, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let mut program = Program::command();
    program.build();
    let page = match command {
        None => Some(program),
        Some(name) => program.find_subcommand(name).cloned(),
    };
    let page =
        page.ok_or_else(|| Stop::Usage("man: there is no such command; `attache help` lists them".to_owned()))?;
    clap_mangen::Man::new(page).render(out)?;
    Ok(Outcome::Done)
}

pub(crate) fn schema(out: &mut dyn Write) -> Result<Outcome, Stop> {
    out.write_all(SCHEMA.as_bytes())?;
    Ok(Outcome::Done)
}
