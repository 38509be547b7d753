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
mod brief;
mod clerk;
mod crew;
mod cutter;
mod difference;
mod digest;
mod draft;
mod explain;
mod failure;
#[cfg(feature = "fetch")]
mod fetch;
mod folders;
mod gather;
mod home;
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
mod ranking;
mod render;
mod repeats;
mod resume;
mod search;
mod segment;
mod sheet;
mod shelf;
mod shell;
mod size;
mod snapshot;
mod summarize;
mod terminal;
#[cfg(feature = "translation")]
mod translate;
#[cfg(any(feature = "fetch", feature = "translation"))]
mod trust;
mod web;

use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;
use std::{panic, thread};

use attache_ingest::PDF_THREAD;
use clap::Parser;
use mimalloc::MiMalloc;

use crate::arguments::{Command, Program};
use crate::failure::{Outcome, Stop};

#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    keep_quiet_about_documents();
    let program = Program::parse();
    let mut out = BufWriter::new(stdout().lock());
    let outcome = run(program.command, &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    exit_code(outcome)
}

/// A document that makes its parser panic becomes an error of that input; the panic itself says nothing to the person who
/// sent it.
fn keep_quiet_about_documents() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(PDF_THREAD) {
            usual(info);
        }
    }));
}

fn run(command: Command, out: &mut dyn Write) -> Result<Outcome, Stop> {
    match command {
        Command::Digest(arguments) => digest::run(&arguments, out),
        Command::Segment(arguments) => segment::run(&arguments, out),
        Command::Annotate(arguments) => annotate::run(&arguments, out),
        Command::Render(arguments) => render::run(&arguments, out),
        #[cfg(feature = "fetch")]
        Command::Fetch(arguments) => fetch::run(&arguments, out),
        Command::Search(arguments) => search::run(&arguments, out),
        Command::Show(arguments) => search::show(&arguments, out),
        Command::Summarize(arguments) => summarize::run(&arguments, out),
        Command::Brief(arguments) => brief::run(&arguments, out),
        Command::Explain(arguments) => ranking::run(&arguments, out),
        Command::Snapshot(arguments) => snapshot::run(&arguments, out),
        Command::Inflect(arguments) => inflect::run(&arguments, out),
        Command::Languages(arguments) => languages::run(&arguments, out),
        #[cfg(feature = "translation")]
        Command::Cache(arguments) => translate::cache(&arguments, out),
        Command::Completions { shell } => shell::completions(shell, out),
        Command::Man { command } => shell::manual(command.as_deref(), out),
        Command::Profile => shell::profile(out),
        Command::Schema { of } => shell::schema(of, out),
    }
}

fn exit_code(outcome: Result<Outcome, Stop>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Err(stop) => stop.report(),
    }
}
