//! Why bytes are no article, said to the person who sent them.

use std::fmt;

/// Why bytes are no article.
///
/// [`Display`](fmt::Display) says what is wrong, [`IngestError::remedy`] what to do about it; both are meant to follow
/// the name of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IngestError {
    /// There is nothing, or nothing but white space.
    Empty,
    /// There is more than is accepted.
    TooLarge {
        /// How many bytes are accepted.
        limit: u64,
    },
    /// It is something well known that is not plain text.
    Disguised(Disguise),
    /// It is not text at all.
    Binary {
        /// Where the first byte stands that text does not have.
        at: usize,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// The line of the first wrong byte, counted from one.
        line: usize,
        /// Its column in characters, counted from one.
        column: usize,
        /// Its offset, counted from zero.
        at: usize,
        /// The byte.
        byte: u8,
    },
    /// It is a page of the web without an article.
    NoArticle {
        /// Its title, where it has one.
        title: Option<String>,
        /// How many letters it shows.
        letters: usize,
    },
    /// The parser gave up on it.
    Unreadable {
        /// What it was read as.
        format: &'static str,
    },
}

/// What people send by mistake instead of plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Disguise {
    /// A page of the web.
    Html,
    /// A PDF document.
    Pdf,
    /// A ZIP archive: word processors' documents are such.
    Zip,
    /// A file compressed by gzip.
    Gzip,
    /// A picture.
    Image,
    /// Text in UTF-16.
    Utf16,
}

impl Disguise {
    fn name(self) -> &'static str {
        match self {
            Self::Html => "a web page (HTML)",
            Self::Pdf => "a PDF document",
            Self::Zip => "a ZIP archive or an office document",
            Self::Gzip => "a gzip archive",
            Self::Image => "a picture",
            Self::Utf16 => "text in UTF-16",
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Html => "save the article's text alone, without the page around it",
            Self::Pdf => "take the text out first, for example with `pdftotext`",
            Self::Zip => "unpack it, or save the document as plain text in UTF-8",
            Self::Gzip => "unpack it first, for example with `gunzip`",
            Self::Image => "attaché reads text, not pictures",
            Self::Utf16 => "convert it to UTF-8, for example with `iconv -f UTF-16 -t UTF-8`",
        }
    }
}

impl IngestError {
    /// What the sender can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Empty => "pass the text of an article",
            Self::TooLarge { .. } => "pass one article, or raise the limit (`Hints::max_bytes`, `--max-input`)",
            Self::Disguised(what) => what.remedy(),
            Self::Binary { .. } => "pass plain text in UTF-8",
            Self::NotUtf8 { .. } => "convert it to UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
            Self::NoArticle { letters: 0..=200, .. } => {
                "the page may be written by a program in the browser: save it from the browser when it is shown, or pass \
                 the text of the article"
            }
            Self::NoArticle { .. } => "it may be a front page or a list: pass the page of one article, or its text",
            Self::Unreadable { .. } => "pass the text of the article alone",
        }
    }

    /// A stable word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Disguised(_) => "not-plain-text",
            Self::Binary { .. } => "binary",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::NoArticle { .. } => "no-article",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("holds no text"),
            Self::TooLarge { limit } => write!(f, "is larger than the limit of {}", size(*limit)),
            Self::Disguised(what) => write!(f, "is {}, not plain text", what.name()),
            Self::Binary { at } => write!(f, "is a binary file, not text (offset {at})"),
            Self::NotUtf8 { line, column, at, byte } => {
                write!(f, "is not UTF-8: byte 0x{byte:02X} in line {line}, column {column} (offset {at})")
            }
            Self::NoArticle { title, letters } => {
                let title = title.as_deref().map(|title| format!(" with the title \"{title}\"")).unwrap_or_default();
                write!(f, "is a web page{title} that shows {letters} letters, and no article among them")
            }
            Self::Unreadable { format } => write!(f, "cannot be read as {format}"),
        }
    }
}

impl std::error::Error for IngestError {}

/// A number of bytes as people write it; exact, because it is a limit.
fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match UNITS.into_iter().find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit)) {
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} bytes"),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_exact() {
        let sizes = [0, 999, 1_000, 1_500, 10_000_000, 10_000_001, 2_000_000_000].map(size);
        assert_eq!(sizes, ["0 bytes", "999 bytes", "1 kB", "1500 bytes", "10 MB", "10000001 bytes", "2 GB"]);
    }
}
