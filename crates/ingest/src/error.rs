//! Why bytes are no article, said to the person who sent them.

use std::fmt;

use attache_schema::Article;

use crate::Format;

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
    /// It unpacks to more than is accepted, or holds more parts.
    Bomb {
        /// What there is too much of.
        what: Excess,
        /// How much is accepted.
        limit: u64,
    },
    /// It is something well known that is not read, or was said to be something else.
    Disguised(Disguise),
    /// It is not text at all.
    Binary {
        /// Where the first byte stands that text does not have.
        at: usize,
    },
    /// It is not UTF-8, and what else it may be is not sure.
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
    /// It is not what it is said to be, or its end is missing.
    Broken {
        /// What it should be.
        format: Format,
        /// What the parser found.
        what: String,
    },
    /// A field of a record holds what it may not.
    Field {
        /// Its name, as it stands in the record.
        name: String,
        /// What is wrong with it.
        what: String,
    },
    /// A feed without items.
    NoItems,
    /// An item of a feed that only points to an article.
    OnlyALink(
        /// All that is known of it; its text is empty and its `url` is there.
        Box<Article>,
    ),
    /// A document, message or page in which no text was found.
    NoText {
        /// What it is.
        format: Format,
    },
    /// It wants a password.
    Locked,
    /// It is a page of the web without an article.
    NoArticle {
        /// How many bytes of markup were looked through.
        found: usize,
    },
}

/// What people send that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Disguise {
    /// A page of the web, where plain text was promised.
    Html,
    /// A PDF document, where plain text was promised.
    Pdf,
    /// A ZIP archive that is no document of a word processor, or one where plain text was promised.
    Zip,
    /// A file compressed by gzip.
    Gzip,
    /// A picture.
    Image,
    /// A document of a word processor of before 2007.
    OldOffice,
    /// Rich Text Format.
    Rtf,
    /// XML that is neither a feed nor a page.
    Xml,
}

/// What an input can have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Excess {
    /// Bytes, once it is unpacked.
    Unpacked,
    /// Bytes unpacked for each packed one.
    Ratio,
    /// Files in an archive, items of a feed, parts of a message.
    Parts,
    /// Levels of what stands in one another.
    Depth,
    /// Declared entities, which may stand for each other without end.
    Entities,
}

impl Disguise {
    fn name(self) -> &'static str {
        match self {
            Self::Html => "a web page (HTML)",
            Self::Pdf => "a PDF document",
            Self::Zip => "a ZIP archive or an office document",
            Self::Gzip => "a gzip archive",
            Self::Image => "a picture",
            Self::OldOffice => "an office document of the old kind (.doc, .xls)",
            Self::Rtf => "a document in Rich Text Format",
            Self::Xml => "XML that is neither a feed nor a page",
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Html => "read it with --input-format html, or save the article's text alone",
            Self::Pdf => "read it with --input-format pdf",
            Self::Zip => "unpack it and pass what is in it; a document of a word processor is to be a .docx",
            Self::Gzip => "unpack it first, for example with `gunzip`",
            Self::Image => "attaché reads text, not pictures",
            Self::OldOffice | Self::Rtf => "save it as .docx or as plain text",
            Self::Xml => "pass a feed (RSS, Atom), a page, or plain text",
        }
    }
}

impl Excess {
    fn say(self, limit: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unpacked => write!(f, "unpacks to more than {}", size(limit)),
            Self::Ratio => write!(f, "unpacks to more than {limit} times its size"),
            Self::Parts => write!(f, "has more than {limit} parts"),
            Self::Depth => write!(f, "is nested more than {limit} deep"),
            Self::Entities => f.write_str("declares entities of its own"),
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
            Self::Bomb { .. } => "this looks like an attack; pass the article alone",
            Self::Disguised(what) => what.remedy(),
            Self::Binary { .. } => "pass plain text in UTF-8, or say what it is with --input-format",
            Self::NotUtf8 { .. } => "convert it to UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
            Self::Broken { .. } => "check the file, or say what it is with --input-format",
            Self::Field { .. } => "mend the record",
            Self::NoItems => "check the feed's address; it may be empty today",
            Self::OnlyALink(_) => "pass the link itself",
            Self::NoText { format: Format::Pdf } => {
                "it may be scanned: make its text readable first, for example with `ocrmypdf`"
            }
            Self::NoText { .. } => "pass the article's text",
            Self::Locked => "take the password off first",
            Self::NoArticle { .. } => "save the article's own page, or pass its text",
        }
    }

    /// A stable word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Bomb { .. } => "bomb",
            Self::Disguised(_) => "not-plain-text",
            Self::Binary { .. } => "binary",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::Broken { .. } => "broken",
            Self::Field { .. } => "field",
            Self::NoItems => "no-items",
            Self::OnlyALink(_) => "only-a-link",
            Self::NoText { .. } => "no-text",
            Self::Locked => "locked",
            Self::NoArticle { .. } => "no-article",
        }
    }

    /// What a parser of another crate complained about.
    pub(crate) fn broken(format: Format, what: impl fmt::Display) -> Self {
        Self::Broken { format, what: crate::caption::clean(&what.to_string()) }
    }
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("holds no text"),
            Self::TooLarge { limit } => write!(f, "is larger than the limit of {}", size(*limit)),
            Self::Bomb { what, limit } => what.say(*limit, f),
            Self::Disguised(what) => write!(f, "is {}, not plain text", what.name()),
            Self::Binary { at } => write!(f, "is a binary file, not text (offset {at})"),
            Self::NotUtf8 { line, column, at, byte } => {
                write!(f, "is not UTF-8: byte 0x{byte:02X} in line {line}, column {column} (offset {at})")
            }
            Self::Broken { format, what } => write!(f, "cannot be read as {}: {what}", format.description()),
            Self::Field { name, what } => write!(f, "has a field `{name}` that {what}"),
            Self::NoItems => f.write_str("is a feed without items"),
            Self::OnlyALink(article) => {
                write!(f, "has no text, only a link: {}", article.url.as_deref().unwrap_or_default())
            }
            Self::NoText { format } => write!(f, "is {} without text", format.description()),
            Self::Locked => f.write_str("is encrypted"),
            Self::NoArticle { found } => write!(f, "holds no article ({})", size(*found as u64)),
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
