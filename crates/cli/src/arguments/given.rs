//! `--input-format`: what an input is, where its content is not to decide.

use clap::{Args, ValueEnum};

use attache_ingest::Format;

/// What the inputs are, for the commands that read articles.
#[derive(Debug, Args)]
pub(crate) struct FormatArguments {
    /// What the input is; a feed, a mail or JSON lines may hold several articles
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Given::Auto, help_heading = "Input")]
    pub(crate) input_format: Given,
}

/// What an input comes as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Given {
    /// What its content shows it to be
    Auto,
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// A page of the web
    Html,
    /// RSS, Atom or JSON Feed
    Feed,
    /// A message (.eml) or several (mbox), with what is attached
    Mail,
    /// A document of a word processor
    Docx,
    /// A PDF document with text in it
    Pdf,
    /// Lines of {"id", "url", "title", "date", "source", "lang", "text"}
    Jsonl,
}

impl Given {
    /// The format; none where the content decides.
    pub(crate) fn format(self) -> Option<Format> {
        match self {
            Self::Auto => None,
            Self::Text => Some(Format::Text),
            Self::Markdown => Some(Format::Markdown),
            Self::Html => Some(Format::Html),
            Self::Feed => Some(Format::Feed),
            Self::Mail => Some(Format::Mail),
            Self::Docx => Some(Format::Docx),
            Self::Pdf => Some(Format::Pdf),
            Self::Jsonl => Some(Format::JsonLines),
        }
    }
}
