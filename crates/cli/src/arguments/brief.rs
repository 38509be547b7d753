//! `attache brief` and `attache explain`: what a day's brief is made of, and what is written.

use std::path::PathBuf;

use attache::Date;
use attache_export::Format;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

#[cfg(feature = "translation")]
use super::TranslationArguments;
use super::{ChoiceArguments, FormatArguments, InputArguments, LanguageArguments};

/// `attache brief`
#[derive(Debug, Args)]
#[command(after_help = BRIEF_EXAMPLES)]
pub(crate) struct BriefArguments {
    #[command(flatten)]
    pub(crate) day: DayArguments,
    /// How to write it: as the ending of the file says, text where there is none
    #[arg(long, short, value_name = "FORMAT", value_parser = format_parser(), help_heading = "Output")]
    pub(crate) format: Option<Format>,
    /// The file to write; standard output where none is named
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,
    /// Write over a file that is there already
    #[arg(long, requires = "output", help_heading = "Output")]
    pub(crate) force: bool,
    /// Leave out the source sentences that a reader sees by pointing at a clause
    #[arg(long, help_heading = "Output")]
    pub(crate) no_evidence: bool,
    #[cfg(feature = "translation")]
    #[command(flatten)]
    pub(crate) translation: TranslationArguments,
}

/// `attache explain`
#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub(crate) day: DayArguments,
    /// How to write it
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Explained::Text, help_heading = "Output")]
    pub(crate) format: Explained,
}

/// The articles of a day, and who wants to read them.
#[derive(Debug, Args)]
pub(crate) struct DayArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) format_of_input: FormatArguments,
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    /// What the house wants to read, and how (TOML); `attache profile` writes one in which every key is explained
    #[arg(long, value_name = "FILE", help_heading = "Choice")]
    pub(crate) profile: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    /// The day of the brief, for its head and for telling fresh news from old (2023-03-06); without it no day stands above, and news of any
    /// age is as fresh
    #[arg(long, value_name = "DATE", help_heading = "Choice")]
    pub(crate) date: Option<Date>,
    /// The languages to write, in this order; where none is named those of the profile, or else en,pt,az
    #[arg(long, short, value_name = "TAGS", value_delimiter = ',', help_heading = "Output")]
    pub(crate) to: Vec<String>,
}

/// How an explanation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Explained {
    /// A table, the weightiest story first
    Text,
    /// One indented JSON document
    Json,
}

/// The formats of the exporter by its own names.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    let names = ["text", "markdown", "html", "docx", "pdf", "eml", "json"];
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Format>().map_err(|error| error.to_string()))
}

const BRIEF_EXAMPLES: &str = "\
Examples:
  attache brief --date 2023-03-06 monday/*.txt                  to read at once
  attache brief --profile house.toml -o brief.docx monday/*     as the house wants it, for a word processor
  attache brief --focus PT,topic/energy --to pt -o brief.html articles.jsonl
  attache brief --format json monday/* | jq .stories
  attache brief --translate local --engine libretranslate monday/*

Nothing is sent anywhere unless --translate or [translation] of the profile asks for it; --translate goes before the profile.
Inputs are texts, saved pages, feeds, mails, documents, or JSON lines. The same articles give the same bytes.
What could not be read is named on standard error; the brief is made of the rest, and the exit status is 1.";

const EXPLAIN_EXAMPLES: &str = "\
Example:
  attache explain --profile house.toml --date 2023-03-06 monday/*

Each story has its place with the profile and without it, and the parts of its weight in thousandths.";
