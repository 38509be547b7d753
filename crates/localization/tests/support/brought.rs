//! The languages of `fixtures/locales`, which are in no program, beside the built-in ones.
#![allow(clippy::disallowed_methods, reason = "a test reads the files that it is about")]

use std::fs;
use std::path::{Path, PathBuf};

use attache_locales::Locales;

/// The built-in folders with those of `fixtures/locales` over them.
pub(crate) fn locales() -> Locales {
    let mut locales = Locales::builtin();
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/locales");
    for folder in entries(&top) {
        let tag = name(&folder);
        for path in entries(&folder) {
            if path.is_dir() {
                for file in entries(&path) {
                    locales.insert(&tag, &format!("{}/{}", name(&path), name(&file)), text(&file));
                }
            } else {
                locales.insert(&tag, &name(&path), text(&path));
            }
        }
    }
    locales
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.expect("a readable entry").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
