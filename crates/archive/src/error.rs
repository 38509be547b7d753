//! Why an archive cannot be used, said to the person whose it is.

use std::fmt;
use std::io;

use rusqlite::ErrorCode;

/// Why an archive cannot be used.
///
/// [`Display`](fmt::Display) says what is wrong and is meant to follow the path of the file; [`ArchiveError::remedy`] says what to
/// do.
#[derive(Debug)]
#[non_exhaustive]
pub enum ArchiveError {
    /// There is none.
    Missing,
    /// It may not be opened, or not be written.
    NotAllowed,
    /// Another run has it, for longer than we wait.
    Locked,
    /// It is damaged, or was never an archive.
    Corrupt(String),
    /// It is another program's database.
    Foreign,
    /// A newer attaché has made it.
    Newer {
        /// Its version.
        version: usize,
        /// The newest version that we know.
        known: usize,
    },
    /// The disk has no room.
    Full,
    /// The disk fails.
    Disk(String),
    /// What is looked for has no letter or digit.
    NoWords(String),
    /// Something that should not happen.
    Other(String),
}

impl ArchiveError {
    /// A stable word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "archive-missing",
            Self::NotAllowed => "archive-not-allowed",
            Self::Locked => "archive-locked",
            Self::Corrupt(_) => "archive-corrupt",
            Self::Foreign => "archive-foreign",
            Self::Newer { .. } => "archive-newer",
            Self::Full => "disk-full",
            Self::Disk(_) => "disk",
            Self::NoWords(_) => "no-words",
            Self::Other(_) => "archive",
        }
    }

    /// What the user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Missing => "`attache fetch` makes one; or name another file with --archive",
            Self::NotAllowed => "change its permissions or those of its folder, or name another file with --archive",
            Self::Locked => "wait until the other run has ended; nothing was lost",
            Self::Corrupt(_) => {
                "move it away and fetch anew, or bring a copy back; `sqlite3 FILE .recover` may save the rest"
            }
            Self::Foreign => "name another file with --archive",
            Self::Newer { .. } => "use the attaché that made it, or a newer one",
            Self::Full => "make room on the disk; what was accepted before is safe",
            Self::Disk(_) => "check the disk; what was accepted before is safe",
            Self::NoWords(_) => "write a word, a phrase in quotation marks, or the beginning of a word and `*`",
            Self::Other(_) => "please report it",
        }
    }
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no archive"),
            Self::NotAllowed => f.write_str("may not be opened or written"),
            Self::Locked => f.write_str("is in use by another run"),
            Self::Corrupt(why) => write!(f, "is damaged, or no archive: {why}"),
            Self::Foreign => f.write_str("is another program's database"),
            Self::Newer { version, known } => {
                write!(f, "was made by a newer attaché (layout {version}; this one knows {known})")
            }
            Self::Full => f.write_str("cannot grow: the disk is full"),
            Self::Disk(why) => write!(f, "cannot be read or written: {why}"),
            Self::NoWords(text) => write!(f, "has nothing to look for in {text:?}"),
            Self::Other(why) => write!(f, "failed: {why}"),
        }
    }
}

impl std::error::Error for ArchiveError {}

impl From<rusqlite::Error> for ArchiveError {
    fn from(error: rusqlite::Error) -> Self {
        let words = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Corrupt(words),
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::NotAllowed,
            Some(ErrorCode::SystemIoFailure) => Self::Disk(words),
            // A value that is none of its column's is damage, too: nobody writes such.
            _ if is_no_value(&error) => Self::Corrupt(words),
            _ => Self::Other(words),
        }
    }
}

fn is_no_value(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
    matches!(error, FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) | Utf8Error(..))
}

impl From<io::Error> for ArchiveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::IsADirectory => {
                Self::NotAllowed
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            kind => Self::Disk(kind.to_string()),
        }
    }
}
