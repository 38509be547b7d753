//! What a shell and a manual want to know: completions, manual pages, the JSON Schemas, a profile to begin with.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::{Documented, Program};
use crate::failure::{Outcome, Stop};

/// The published schemas; a test generates them again and compares.
const OF_DIGEST: &str = include_str!("../../../schemas/attache.digest-1.json");
const OF_BULLETIN: &str = include_str!("../../../schemas/attache.bulletin-1.json");

/// The profile in which every key is explained; a test holds it to the keys that there are.
const PROFILE: &str = include_str!("../../../fixtures/profiles/portugal-in-baku.toml");

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

pub(crate) fn schema(of: Documented, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let schema = match of {
        Documented::Digest => OF_DIGEST,
        Documented::Bulletin => OF_BULLETIN,
    };
    out.write_all(schema.as_bytes())?;
    Ok(Outcome::Done)
}

pub(crate) fn profile(out: &mut dyn Write) -> Result<Outcome, Stop> {
    out.write_all(PROFILE.as_bytes())?;
    Ok(Outcome::Done)
}
