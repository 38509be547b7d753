//! Lists the language folders beside this file, so that adding a folder or a file needs no Rust.
#![allow(clippy::disallowed_methods, reason = "a build script reads folders and cargo's variables")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/data.rs"]
#[allow(unreachable_pub, reason = "the crate gives it on; a script gives nothing on")]
mod data;

fn main() {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    println!("cargo::rerun-if-changed={}", here.display());
    let mut listing = String::from("&[\n");
    for folder in folders(&here) {
        let tag = name_of(&folder);
        writeln!(listing, "    ({tag:?}, &[").expect("writing to a string");
        for file in files(&folder) {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = relative(&folder, &file);
            writeln!(listing, "        ({name:?}, include_str!({:?})),", file.display().to_string())
                .expect("writing to a string");
        }
        listing.push_str("    ]),\n");
    }
    listing.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("folders.rs"), listing).expect("OUT_DIR is writable");
}

/// The folders that hold a `locale.toml`, by name.
fn folders(here: &Path) -> Vec<PathBuf> {
    sorted(here).into_iter().filter(|path| path.join("locale.toml").is_file()).collect()
}

/// The data files of one folder, one level of sub-folders included.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in sorted(folder) {
        if path.is_dir() {
            found.extend(sorted(&path).into_iter().filter(|path| is_data(path)));
        } else if is_data(&path) {
            found.push(path);
        }
    }
    found
}

fn is_data(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(data::is_data_file)
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder entry").path())
        .collect();
    paths.sort();
    paths
}

fn name_of(path: &Path) -> String {
    path.file_name().and_then(|name| name.to_str()).expect("folder names are UTF-8").to_owned()
}

fn relative(folder: &Path, file: &Path) -> String {
    let rest = file.strip_prefix(folder).expect("the file lies in the folder");
    rest.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
