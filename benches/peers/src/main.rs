//! The segmenter beside its peers: how fast, how it grows on hostile texts, how often it is right; all in one run.
//!
//! `punkt` is left out: it does not compile on a stable toolchain (nightly gates, and a cast that the compiler rejects).
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "an edge that measures: it opens files, reads the clock, starts processes, and needs logarithms for a fit"
)]

mod accuracy;
mod answer;
mod clock;
mod cutter;
mod growth;
mod hostile;
mod places;
mod probe;
mod series;
mod table;
mod text;
mod throughput;
mod tool;

use std::error::Error;
use std::io::{self, BufWriter, Write, stdout};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::places::Places;

/// Whatever stops a command, with a sentence for the person at the terminal.
type Stop = Box<dyn Error + Send + Sync>;

/// Compares attache-segmenter with its peers.
#[derive(Parser)]
#[command(version)]
struct Program {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Megabytes a second on running text, as a Markdown table
    Throughput(throughput::Arguments),
    /// How the time grows on texts made to be slow; fails where ours grows faster than the text
    Growth(growth::Arguments),
    /// Speaks the line protocol of score.py for one tool
    Answer(answer::Arguments),
    /// F1 and exact cases of each tool on the development data, by score.py
    Accuracy,
    /// Times one tool on one hostile input: `growth --peers` starts it and stops it when it takes too long
    #[command(hide = true)]
    Probe(probe::Arguments),
}

fn main() -> ExitCode {
    let program = Program::parse();
    let mut out = BufWriter::new(stdout().lock());
    let outcome = run(&program, &mut out).and_then(|()| Ok(out.flush()?));
    match outcome {
        Err(stop) if !is_broken_pipe(&stop) => {
            eprintln!("error: {stop}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn run(program: &Program, out: &mut dyn Write) -> Result<(), Stop> {
    let places = &program.places;
    match &program.command {
        Command::Throughput(arguments) => throughput::run(arguments, places, out),
        Command::Growth(arguments) => growth::run(arguments, places, out),
        Command::Answer(arguments) => answer::run(arguments, places, out),
        Command::Accuracy => accuracy::run(places, out),
        Command::Probe(arguments) => probe::run(arguments, places, out),
    }
}

/// A reader that has seen enough is a normal end.
fn is_broken_pipe(stop: &Stop) -> bool {
    stop.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
