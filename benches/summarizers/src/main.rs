//! The choice of sentences beside other extractive summarizers: how fast, how it grows, how much memory, how near to what people
//! wrote; all in one run.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "an edge that measures: it opens files, reads the clock, starts processes, and needs logarithms for a fit"
)]

mod compare;
mod probe;
mod quality;
mod row;
#[path = "../../peers/src/series.rs"]
mod series;
mod speed;
#[path = "../../peers/src/table.rs"]
mod table;
mod text;
mod tool;

use std::error::Error;
use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::tool::Tool;

/// Whatever stops a command, with a sentence for the person at the terminal.
type Stop = Box<dyn Error + Send + Sync>;

/// Compares attache-summarizer with its peers.
#[derive(Parser)]
#[command(version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Everything, as Markdown tables
    Compare(compare::Arguments),
    /// Speaks the line protocol of score.py for one tool
    Answer {
        /// Which
        tool: Tool,
    },
    /// Times one tool on rows from standard input: `compare` starts it and stops it when it takes too long
    #[command(hide = true)]
    Probe {
        /// Which
        tool: Tool,
    },
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(stdout().lock());
    let outcome = match Program::parse().command {
        Command::Compare(arguments) => compare::run(&arguments, &mut out),
        Command::Answer { tool } => quality::answer(tool, &mut out),
        Command::Probe { tool } => probe::run(tool, &mut out),
    };
    match outcome.and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("error: {stop}");
            ExitCode::FAILURE
        }
    }
}
