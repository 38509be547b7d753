//! The program `attache`: files and pipes in, paragraphs out.
//!
//! Opens files, reads standard input, writes, and decides on exit codes and colours. Holds no rule of any language and
//! none of the road: that is the order in which [`attache`] puts the stages.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "an edge: the program opens files, looks at the environment for NO_COLOR, and speaks on standard error"
)]

mod annotate;
mod arguments;
mod article;
mod clerk;
mod crew;
mod cutter;
mod difference;
mod digest;
mod explain;
mod failure;
mod folders;
mod inflect;
mod input;
mod intake;
mod languages;
mod lines;
mod marks;
mod names;
mod output;
mod page;
mod progress;
mod render;
mod repeats;
mod resume;
mod segment;
mod sheet;
mod shell;
mod size;
mod snapshot;
mod summarize;
mod terminal;
#[cfg(feature = "translation")]
mod translate;

use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Command, Program};
use crate::failure::{Outcome, Stop};

fn main() -> ExitCode {
    let program = Program::parse();
    let mut out = BufWriter::new(stdout().lock());
    let outcome = run(program.command, &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    exit_code(outcome)
}

fn run(command: Command, out: &mut dyn Write) -> Result<Outcome, Stop> {
    match command {
        Command::Digest(arguments) => digest::run(&arguments, out),
        Command::Segment(arguments) => segment::run(&arguments, out),
        Command::Annotate(arguments) => annotate::run(&arguments, out),
        Command::Render(arguments) => render::run(&arguments, out),
        Command::Summarize(arguments) => summarize::run(&arguments, out),
        Command::Snapshot(arguments) => snapshot::run(&arguments, out),
        Command::Inflect(arguments) => inflect::run(&arguments, out),
        Command::Languages(arguments) => languages::run(&arguments, out),
        #[cfg(feature = "translation")]
        Command::Cache(arguments) => translate::cache(&arguments, out),
        Command::Completions { shell } => shell::completions(shell, out),
        Command::Man { command } => shell::manual(command.as_deref(), out),
        Command::Schema => shell::schema(out),
    }
}

fn exit_code(outcome: Result<Outcome, Stop>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Err(stop) => stop.report(),
    }
}
