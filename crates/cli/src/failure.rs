//! What can go wrong with one input, and what stops the whole program.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use attache_ingest::IngestError;
use serde::Serialize;

/// Whether every input was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All of them.
    Done,
    /// Some failed; the others were done all the same.
    SomeFailed,
}

impl Outcome {
    /// Done where nothing failed.
    pub(crate) fn of(failures: usize) -> Self {
        if failures == 0 { Self::Done } else { Self::SomeFailed }
    }
}

/// Why one input could not be done: what, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// A stable word for programs.
    code: &'static str,
    /// What is wrong; follows the input's name.
    message: String,
    /// What to do about it.
    hint: String,
}

impl Failure {
    pub(crate) fn new(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into() }
    }

    /// The usual reasons in words that are the same on every system.
    pub(crate) fn unreadable(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::new("not-found", "there is no such file", "check the path"),
            io::ErrorKind::PermissionDenied => {
                Self::new("not-allowed", "may not be read", "change its permissions, or copy it")
            }
            _ => Self::new("unreadable", format!("cannot be read: {error}"), "check the file"),
        }
    }

    /// Tells the person at the terminal.
    pub(crate) fn report(&self, name: &str) {
        eprintln!("attache: {name}: {self}");
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.message, self.hint)
    }
}

impl From<IngestError> for Failure {
    fn from(error: IngestError) -> Self {
        let hint = match error {
            IngestError::TooLarge { .. } => "pass one article at a time, or allow more with --max-input",
            _ => error.remedy(),
        };
        Self::new(error.code(), error.to_string(), hint)
    }
}

/// The line of JSON that stands for an input that failed.
#[derive(Debug, Serialize)]
pub(crate) struct FailureLine<'a> {
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    error: &'a Failure,
}

impl<'a> FailureLine<'a> {
    pub(crate) fn new(id: Option<&'a str>, error: &'a Failure) -> Self {
        Self { schema: "attache.error/1", id, error }
    }
}

/// Why the program ends before its inputs are done.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The arguments ask for something that there is not.
    Usage(String),
    /// A language folder is broken; the text has several lines.
    Folder(String),
    /// Nothing more can be written.
    Output(io::Error),
    /// Nothing more can be written into that file.
    File(PathBuf, io::Error),
    /// The person at the terminal, or the system, wants the program to end.
    Interrupted,
}

impl Stop {
    /// A file to be written is there already, and nobody said that it may be; `cure` names the options.
    pub(crate) fn taken(path: &Path, cure: &str) -> Self {
        Self::Usage(format!("{}: is there already; {cure}", path.display()))
    }

    /// Tells the person at the terminal, except where a reader just had enough.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(error) => {
                eprintln!("attache: standard output: {}", unwritable(&error));
                ExitCode::from(1)
            }
            Self::File(path, error) => {
                eprintln!("attache: {}: {}", path.display(), unwritable(&error));
                ExitCode::from(1)
            }
            // As a shell has it for a program that was interrupted.
            Self::Interrupted => ExitCode::from(130),
            Self::Usage(message) | Self::Folder(message) => {
                eprintln!("attache: {message}");
                ExitCode::from(2)
            }
        }
    }
}

/// Why nothing can be written, and what to do about it, in words that are the same on every system.
fn unwritable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "cannot be written: there is no such folder; make it".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "may not be written; change its permissions, or name another file".to_owned()
        }
        io::ErrorKind::StorageFull => "cannot be written: the disk is full; make room, or name another file".to_owned(),
        io::ErrorKind::IsADirectory => "cannot be written: it is a folder; name a file in it".to_owned(),
        _ => format!("cannot be written: {error}"),
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Stop {
    /// Our own types always become JSON, so what failed was the writing.
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}
