//! `--ca-bundle`: certificates that are trusted besides those of the system.

use std::fs;
use std::path::Path;

use crate::failure::Stop;

/// The certificates (PEM) in a file.
pub(crate) fn read_bundle(path: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(path)
        .map_err(|error| Stop::Usage(format!("--ca-bundle {}: cannot be read: {}", path.display(), error.kind())))
}
