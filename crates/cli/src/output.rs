//! Where digests go: standard output, or a file.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::failure::Stop;

/// Where digests go, and whether something stands there already.
pub(crate) struct Output<'a> {
    to: Place<'a>,
    /// Whether a blank line parts one article from the next.
    is_parted: bool,
    is_begun: bool,
}

enum Place<'a> {
    Standard(&'a mut dyn Write),
    File(PathBuf, File),
}

impl<'a> Output<'a> {
    /// Standard output.
    pub(crate) fn standard(out: &'a mut dyn Write, is_parted: bool) -> Self {
        Self { to: Place::Standard(out), is_parted, is_begun: false }
    }

    /// A file that is open for writing at its end.
    pub(crate) fn file(path: PathBuf, file: File, is_parted: bool) -> Self {
        Self { to: Place::File(path, file), is_parted, is_begun: false }
    }

    /// Writes what is on a sheet, so far that it is there even if this process is killed.
    ///
    /// On a terminal the remarks stand below what they are about, and a program that reads along has its answer.
    pub(crate) fn put(&mut self, text: &[u8]) -> Result<(), Stop> {
        if text.is_empty() {
            return Ok(());
        }
        let line: &[u8] = if self.is_parted && self.is_begun { b"\n" } else { b"" };
        self.is_begun = true;
        self.to.write(line).and_then(|()| self.to.write(text)).map_err(|error| self.to.blame(error))
    }

    /// Has the system write a file to the disk, so that it is there after a power failure too.
    pub(crate) fn finish(&mut self) -> Result<(), Stop> {
        let Place::File(path, file) = &self.to else { return Ok(()) };
        match file.sync_all() {
            // A pipe or a device has no disk below it.
            Err(error) if error.kind() != io::ErrorKind::InvalidInput => Err(Stop::File(path.clone(), error)),
            _ => Ok(()),
        }
    }
}

impl Place<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.write_all(bytes).and_then(|()| out.flush()),
            Self::File(_, file) => file.write_all(bytes),
        }
    }

    fn blame(&self, error: io::Error) -> Stop {
        match self {
            Self::Standard(_) => Stop::Output(error),
            Self::File(path, _) => Stop::File(path.clone(), error),
        }
    }
}
