//! The kinds of file that a bulletin can become.

use std::fmt;
use std::str::FromStr;

use crate::ExportError;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text, one paragraph per line.
    Text,
    /// Markdown (CommonMark).
    Markdown,
    /// One page for a browser, with no other file and no script.
    Html,
    /// A document for a word processor (Office Open XML).
    Docx,
    /// Pages for paper.
    Pdf,
    /// A message that a mail program opens as a draft.
    Mail,
    /// The bulletin itself.
    Json,
}

impl Format {
    /// All of them, in the order in which help lists them.
    pub const ALL: [Self; 7] = [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Pdf, Self::Mail, Self::Json];

    /// The format that files with this extension have (`docx`, `HTM`); without the dot.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Some(match extension.as_str() {
            "txt" | "text" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "docx" => Self::Docx,
            "pdf" => Self::Pdf,
            "eml" => Self::Mail,
            "json" => Self::Json,
            _ => return None,
        })
    }

    /// The extension of its files, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Mail => "eml",
            Self::Json => "json",
        }
    }

    /// Whether a terminal can show it.
    #[must_use]
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Pdf)
    }
}

impl fmt::Display for Format {
    /// The name by which [`FromStr`] knows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            other => other.extension(),
        })
    }
}

impl FromStr for Format {
    type Err = ExportError;

    /// By name or extension: `markdown`, `md`.
    fn from_str(name: &str) -> Result<Self, ExportError> {
        Self::from_extension(name).ok_or_else(|| ExportError::UnknownFormat(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_extensions_lead_back() {
        for format in Format::ALL {
            assert_eq!(Format::from_extension(format.extension()), Some(format));
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert_eq!(Format::from_extension("HTM"), Some(Format::Html));
        let error = "odt".parse::<Format>().unwrap_err();
        assert_eq!(error.to_string(), "`odt` is no format");
        assert_eq!(error.remedy(), "the formats are text, markdown, html, docx, pdf, eml, json");
    }
}
