//! Files that are there whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::failure::Stop;

/// What is to stand in a file, on the disk beside it: where the disk is full, what was there stays. It goes when it is not put in place.
pub(crate) struct Draft<'a> {
    path: &'a Path,
    beside: PathBuf,
}

impl<'a> Draft<'a> {
    /// Writes what is to stand at `path`, so that it is there after a power failure too.
    pub(crate) fn write(path: &'a Path, bytes: &[u8]) -> Result<Self, Stop> {
        let draft = Self { path, beside: beside(path) };
        let write = || -> io::Result<()> {
            let mut file = File::create(&draft.beside)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| draft.blame(error))?;
        Ok(draft)
    }

    /// Puts it where it belongs, over what is there.
    pub(crate) fn put_in_place(self) -> Result<(), Stop> {
        fs::rename(&self.beside, self.path).map_err(|error| self.blame(error))
    }

    fn blame(&self, error: io::Error) -> Stop {
        Stop::File(self.path.to_owned(), error)
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        // Once it is in place there is nothing to take away.
        let _ = fs::remove_file(&self.beside);
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    path.with_file_name(name)
}
