//! `attache search` and `attache show`

use std::path::PathBuf;

use attache::Date;
use clap::{Args, ValueEnum};

const SEARCH_EXAMPLES: &str = "\
Examples:
  attache search bakı energia                 articles that have both words, however they are typed
  attache search '\"xarici işlər\" nazir*'      a phrase, and words that begin so
  attache search baku -- -football            what must not be there has a minus
  attache search --since 2023-03-06 --outlet azertac --lang az
  attache search --since 2023-03-06 --format jsonl | attache digest -

i, ı, I and İ are one letter, ə is e, and marks make no difference: `eliyev` finds `Əliyev`.";

/// `attache search`
#[derive(Debug, Args)]
#[command(after_help = SEARCH_EXAMPLES)]
pub(crate) struct SearchArguments {
    /// Words that have to be there; everything where there are none
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    /// From this day on, by publication, or by arrival where that is not known
    #[arg(long, value_name = "DATE", value_parser = full_day)]
    pub(crate) since: Option<Date>,
    /// Up to this day
    #[arg(long, value_name = "DATE", value_parser = full_day)]
    pub(crate) until: Option<Date>,
    /// From outlets whose names hold this
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
    /// In this language, or a variant of it
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// No more than so many, the newest first
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// How to write what is found
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Found::Text)]
    pub(crate) format: Found,
    /// Read the whole archive first, and say where it is not sound
    #[arg(long)]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) archive: ArchiveArguments,
}

/// `attache show`
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  attache show 12\n  attache show 12 --format jsonl | attache digest -")]
pub(crate) struct ShowArguments {
    /// The numbers of articles, as `attache search` gives them
    #[arg(value_name = "ID", required = true)]
    pub(crate) ids: Vec<i64>,
    /// How to write them
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Found::Text)]
    pub(crate) format: Found,
    #[command(flatten)]
    pub(crate) archive: ArchiveArguments,
}

/// Which archive.
#[derive(Debug, Args)]
pub(crate) struct ArchiveArguments {
    /// The archive; $ATTACHE_ARCHIVE, or attache/archive.sqlite in the user's data folder
    #[arg(long, value_name = "FILE")]
    pub(crate) archive: Option<PathBuf>,
}

/// How articles of the archive are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Found {
    /// For people
    Text,
    /// One line of {"id", "url", "title", "date", "source", "lang", "text"} each, as `attache digest` reads it
    Jsonl,
}

fn full_day(text: &str) -> Result<Date, String> {
    let day = text.parse::<Date>().ok().filter(|day| day.is_full());
    day.ok_or_else(|| "write a day, such as 2023-03-06".to_owned())
}
