//! `attache snapshot`.

use std::path::PathBuf;

use attache::MAX_WORDS;
use clap::Args;

use super::{ChoiceArguments, DEFAULT_TARGETS, LanguageArguments};

const EXAMPLES: &str = "\
Beside each article, monday.txt, its digest is kept, monday.txt.snap: what was read, and each language one sentence to a line.
A change to a lexicon, a pattern or a message then shows what it does to articles that you know.

Examples:
  attache snapshot articles                       keep the digests of articles that have none yet; tell what changed
  attache snapshot articles --locales mine --check
                                                  the same with words of your own; write nothing, exit 1 if anything differs
  attache snapshot articles --locales mine --update
                                                  accept all that changed";

/// `attache snapshot`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SnapshotArguments {
    /// The folder with the articles; what lies in it whose name ends in .snap is a kept digest
    #[arg(value_name = "DIR", help_heading = "Arguments")]
    pub(crate) folder: PathBuf,
    /// Write nothing; exit 1 where a digest is new, changed or orphaned
    #[arg(long)]
    pub(crate) check: bool,
    /// Write what is new or changed, and delete what is orphaned
    #[arg(long, conflicts_with = "check")]
    pub(crate) update: bool,
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    /// The languages to keep
    #[arg(
        long,
        short,
        value_name = "TAGS",
        value_delimiter = ',',
        default_value = DEFAULT_TARGETS.trim_ascii(),
        help_heading = "Output"
    )]
    pub(crate) to: Vec<String>,
    /// The most words that a paragraph may have
    #[arg(long, value_name = "N", default_value_t = MAX_WORDS, help_heading = "Output")]
    pub(crate) max_words: usize,
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
}
