//! Where the bytes come from.

use std::fs::{self, File};
use std::io::{Cursor, IsTerminal, Read, stdin};
use std::path::{Path, PathBuf};

use attache_ingest::IngestError;

use crate::arguments::InputArguments;
use crate::failure::{Failure, Stop};
use crate::web;

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input, `-` on the command line.
    Standard,
    /// A file.
    File(PathBuf),
    /// A page of the web, `https://…` on the command line.
    Address(String),
}

/// How standard input is called where a file would have its path.
pub(crate) const STANDARD: &str = "standard input";

impl Input {
    /// What the paths on the command line mean. None means standard input, unless a person sits there.
    pub(crate) fn all(arguments: &InputArguments) -> Result<Vec<Self>, Stop> {
        let paths = &arguments.paths;
        #[cfg(feature = "fetch")]
        web::open(&arguments.reach)?;
        if paths.is_empty() && stdin().is_terminal() {
            return Err(Stop::Usage(
                "nothing to read; name a file, or pipe a text in (`attache help` shows how)".into(),
            ));
        }
        let inputs = paths.iter().map(|path| Self::of(path));
        Ok(if paths.is_empty() { vec![Self::Standard] } else { inputs.collect() })
    }

    fn of(path: &Path) -> Self {
        let is_address = |text: &&str| ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme));
        match path.to_str().filter(is_address) {
            Some(address) => Self::Address(address.to_owned()),
            None if path == Path::new("-") => Self::Standard,
            None => Self::File(path.to_owned()),
        }
    }

    /// How messages and headings call it.
    pub(crate) fn name(&self) -> String {
        self.id().unwrap_or_else(|| STANDARD.to_owned())
    }

    /// How results call it; standard input has no name.
    pub(crate) fn id(&self) -> Option<String> {
        match self {
            Self::Standard => None,
            Self::File(path) => Some(path.display().to_string()),
            Self::Address(address) => Some(address.clone()),
        }
    }

    /// Where it stands on the web, if it was named so.
    pub(crate) fn address(&self) -> Option<&str> {
        if let Self::Address(address) = self { Some(address) } else { None }
    }

    /// Opens it; a directory is none of our business.
    pub(crate) fn open(&self) -> Result<Box<dyn Read + Send>, Failure> {
        let path = match self {
            Self::Standard => return Ok(Box::new(stdin())),
            Self::Address(address) => return Ok(Box::new(Cursor::new(web::page(address)?.bytes))),
            Self::File(path) => path,
        };
        if fs::metadata(path).map_err(|error| Failure::unreadable(&error))?.is_dir() {
            let hint = format!("name the files in it, for example {}", path.join("*.txt").display());
            return Err(Failure::new("directory", "is a directory", hint));
        }
        Ok(Box::new(File::open(path).map_err(|error| Failure::unreadable(&error))?))
    }

    /// Reads everything, where that is no more than `limit`.
    pub(crate) fn read(&self, limit: usize) -> Result<Vec<u8>, Failure> {
        let reader = self.open()?;
        if self.size().is_some_and(|size| size > limit as u64) {
            return Err(too_large(limit));
        }
        read_all(reader, limit)
    }

    /// The size of a file, so that none of it is read where it is too large; pipes do not say theirs.
    fn size(&self) -> Option<u64> {
        let Self::File(path) = self else { return None };
        fs::metadata(path).ok().map(|about| about.len())
    }
}

/// Reads everything, where that is no more than `limit`.
pub(crate) fn read_all(reader: impl Read, limit: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // One byte above the limit is read, to notice that there is more.
    let read = reader.take(limit as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::unreadable(&error))?;
    if bytes.len() > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

fn too_large(limit: usize) -> Failure {
    IngestError::TooLarge { limit: limit as u64 }.into()
}
