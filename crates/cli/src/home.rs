//! Where the user's own files lie: what the environment names, and the folders of the XDG base directories.

use std::env;
use std::path::PathBuf;

/// What an environment variable names; nothing where it is empty.
pub(crate) fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The program's folder for what can be had again.
#[cfg(any(feature = "fetch", feature = "translation"))]
pub(crate) fn cache_folder() -> Option<PathBuf> {
    Some(named("XDG_CACHE_HOME").or_else(|| below_home(&[".cache"]))?.join("attache"))
}

/// The program's folder for what the user wants to keep.
pub(crate) fn data_folder() -> Option<PathBuf> {
    Some(named("XDG_DATA_HOME").or_else(|| below_home(&[".local", "share"]))?.join("attache"))
}

fn below_home(names: &[&str]) -> Option<PathBuf> {
    Some(names.iter().fold(named("HOME")?, |folder, name| folder.join(name)))
}
