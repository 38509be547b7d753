//! How many articles are worked on at once, and into which file they go.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;

/// How a morning's heap is worked off.
#[derive(Debug, Args)]
#[command(next_help_heading = "Batch")]
pub(crate) struct BatchArguments {
    /// How many articles are worked on at once; as many as the machine has cores where nothing is said
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Write to this file, which must not be there yet
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Go on with an output file that was interrupted: with the same inputs and options as before, and --format jsonl
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    /// Write over an output file that is there
    #[arg(long, requires = "output", conflicts_with = "resume")]
    pub(crate) force: bool,
    /// Show no progress, no remarks and no summary; failures are told all the same
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

impl BatchArguments {
    /// How many threads work; the bytes that come out are the same for any number.
    pub(crate) fn jobs(&self) -> usize {
        self.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}
