//! Where things lie in the repository.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use attache::{Locales, is_data_file};

/// The top of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the repository").to_owned()
}

/// The folder beside the repository with data that is not shipped, where there is one; says so on stderr where not.
#[must_use]
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = root().parent().map(|above| above.join("shared").join(path)).filter(|path| path.exists());
    if found.is_none() {
        skipped(&format!("../shared/{path} is not here; this check needs it"));
    }
    found
}

/// Says that a check is passed over, also where the test runner keeps back what a passing test prints.
pub fn skipped(why: &str) {
    // A closed stderr is no reason to fail; `eprintln!` would be caught by the runner.
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}");
}

/// The text of a file of the repository.
///
/// # Panics
/// Where there is no such file: the test that asked fails with its name.
#[must_use]
pub fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder, in order, as paths from the top of the repository with forward slashes.
///
/// # Panics
/// Where there is no such folder.
#[must_use]
pub fn files_below(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if root().join(&path).is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The names of the folders in a folder, in order.
///
/// # Panics
/// Where there is no such folder.
#[must_use]
pub fn folder_names(folder: &str) -> Vec<String> {
    let inside = entries(folder).into_iter().filter(|path| root().join(path).is_dir());
    inside.filter_map(|path| path.rsplit('/').next().map(str::to_owned)).collect()
}

fn entries(folder: &str) -> Vec<String> {
    let path = root().join(folder);
    let listed = fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut names: Vec<String> = listed
        .map(|entry| entry.expect("a readable entry").file_name().to_string_lossy().into_owned())
        .map(|name| format!("{folder}/{name}"))
        .collect();
    names.sort();
    names
}

/// The languages in `fixtures/locales`, which are brought along and built into no program.
///
/// # Panics
/// Where the folder is missing.
#[must_use]
pub fn brought_tags() -> Vec<String> {
    folder_names("fixtures/locales")
}

/// The built-in folders with `fixtures/locales` over them.
///
/// # Panics
/// Where the folder is missing.
#[must_use]
pub fn brought_locales() -> Locales {
    let mut locales = Locales::builtin();
    for tag in brought_tags() {
        let folder = format!("fixtures/locales/{tag}");
        for path in files_below(&folder).into_iter().filter(|path| is_data_file(path)) {
            locales.insert(&tag, &path[folder.len() + 1..], read(&path));
        }
    }
    locales
}
