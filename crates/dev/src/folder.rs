//! Folders on the disk: that of the project, and language folders that are laid over the built-in ones.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use attache_locales::{LoadError, Locales, is_data_file};

/// The top of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The built-in folders, and over them those of `folder`, where one is given.
pub(crate) fn open(folder: Option<&Path>) -> Result<Locales, Box<dyn Error>> {
    let mut locales = Locales::builtin();
    let Some(folder) = folder else { return Ok(locales) };
    for tag in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        for path in data_files(&tag)? {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            locales.insert(&last(&tag), &relative(&tag, &path), text);
        }
    }
    Ok(locales)
}

/// An error with the path under which the file lies in `folder`.
pub(crate) fn tell(error: &LoadError, folder: Option<&Path>) -> String {
    let path = folder.and_then(|folder| Some(folder.join(error.path().strip_prefix("locales/")?)));
    match path.filter(|path| path.exists()) {
        Some(path) => error.to_string().replacen(error.path(), &path.display().to_string(), 1),
        None => error.to_string(),
    }
}

/// What lies in a folder, in order of name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let listed = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths = listed.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

fn data_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for path in entries(folder)? {
        match path.is_dir() {
            true => found.extend(entries(&path)?.into_iter().filter(|path| is_data(path))),
            false if is_data(&path) => found.push(path),
            false => {}
        }
    }
    Ok(found)
}

fn is_data(path: &Path) -> bool {
    is_data_file(&last(path))
}

fn last(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn relative(folder: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(folder).unwrap_or(path);
    rest.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
