//! Folders and files, built in or brought by the caller.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use serde::de::DeserializeOwned;

use crate::{LoadError, ROOT, Table};

#[cfg(feature = "builtin")]
static BUILTIN: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/folders.rs"));

/// The language folders that one program works with: tag, then file name, then text.
#[derive(Debug, Clone, Default)]
pub struct Locales {
    folders: BTreeMap<String, BTreeMap<String, Cow<'static, str>>>,
    changed: bool,
}

impl Locales {
    /// The folders that are compiled in.
    #[cfg(feature = "builtin")]
    #[must_use]
    pub fn builtin() -> Self {
        let mut locales = Self::default();
        for (tag, files) in BUILTIN {
            for (name, text) in *files {
                locales.insert(tag, name, *text);
            }
        }
        locales.changed = false;
        locales
    }

    /// Adds a file or takes the place of the one of that name.
    ///
    /// `name` is the path inside the folder with forward slashes (`lexicon/roles.tsv`).
    pub fn insert(&mut self, tag: &str, name: &str, text: impl Into<Cow<'static, str>>) {
        self.changed = true;
        self.folders.entry(tag.to_owned()).or_default().insert(name.to_owned(), text.into());
    }

    /// Whether anything was added to the folders that are compiled in. Those are checked by the project's own tests;
    /// what a caller brings has to be checked when it is loaded.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.changed
    }

    /// The tags of all languages and variants, in order; `root` is none.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.folders.keys().map(String::as_str).filter(|tag| *tag != ROOT)
    }

    /// Whether there is a folder of that tag.
    #[must_use]
    pub fn contains(&self, tag: &str) -> bool {
        tag != ROOT && self.folders.contains_key(tag)
    }

    /// One file of one folder, without looking at what the folder stands on.
    #[must_use]
    pub fn file(&self, tag: &str, name: &str) -> Option<SourceFile<'_>> {
        let (tag, files) = self.folders.get_key_value(tag)?;
        let (name, text) = files.get_key_value(name)?;
        Some(SourceFile { tag, name, text })
    }

    /// The files of that name from the plain language to the variant (`pt`, then `pt-BR`): later ones win.
    pub fn layers<'a>(&'a self, tag: &'a str, name: &'a str) -> impl Iterator<Item = SourceFile<'a>> {
        truncations(tag).filter_map(move |tag| self.file(tag, name))
    }

    /// All files of one folder whose name ends so (`.ftl`), in order of name.
    pub fn files_ending<'a>(&'a self, tag: &str, ending: &'a str) -> impl Iterator<Item = SourceFile<'a>> {
        let folder = self.folders.get_key_value(tag);
        folder.into_iter().flat_map(move |(tag, files)| {
            files.iter().filter(move |(name, _)| name.ends_with(ending)).map(move |(name, text)| SourceFile {
                tag,
                name,
                text,
            })
        })
    }

    /// The tables of concepts of one folder, in order of name.
    pub fn lexicon<'a>(&'a self, tag: &str) -> impl Iterator<Item = SourceFile<'a>> {
        self.files_ending(tag, ".tsv").filter(|file| file.name.starts_with("lexicon/"))
    }
}

/// What a tag stands on, from the plain language to the tag itself: `pt`, then `pt-BR`.
///
/// It is the truncation of BCP 47 look-up (RFC 4647, section 3.4) read backwards; look-up takes the reverse.
pub fn truncations(tag: &str) -> impl DoubleEndedIterator<Item = &str> {
    let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
    ends.map(|end| &tag[..end])
}

/// The text of one file with the name under which errors speak of it.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    tag: &'a str,
    name: &'a str,
    text: &'a str,
}

impl<'a> SourceFile<'a> {
    /// A file that lies in no folder, for callers who bring one (`--profile mine.toml`); errors name it `name`.
    #[must_use]
    pub fn new(tag: &'a str, name: &'a str, text: &'a str) -> Self {
        Self { tag, name, text }
    }

    /// The tag of the folder.
    #[must_use]
    pub fn tag(&self) -> &'a str {
        self.tag
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The path as a person would look for it: `locales/az/grammar.toml`.
    #[must_use]
    pub fn path(&self) -> String {
        if self.tag.is_empty() { self.name.to_owned() } else { format!("locales/{}/{}", self.tag, self.name) }
    }

    /// Reads the file as TOML.
    ///
    /// # Errors
    /// With the line and a caret, where the text is not TOML or not of the shape of `T`.
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T, LoadError> {
        toml::from_str(self.text).map_err(|error| match error.span() {
            Some(span) => self.error(span.start, error.message().to_owned()),
            None => LoadError::new(self.path(), error.message().to_owned()),
        })
    }

    /// Reads the file as a table of tab-separated values with a header line.
    ///
    /// # Errors
    /// Where a row has more cells than the header, or the first cell of a row is empty or stands twice.
    pub fn table(&self) -> Result<Table<'a>, LoadError> {
        Table::parse(*self)
    }

    /// An error at a byte of this file.
    #[must_use]
    pub fn error(&self, at: usize, message: impl Into<String>) -> LoadError {
        LoadError::at(self.path(), self.text, at, message)
    }

    /// An error at the first place where `needle` stands: for a value whose place the parser did not keep.
    #[must_use]
    pub fn error_near(&self, needle: &str, message: impl Into<String>) -> LoadError {
        match self.text.find(needle) {
            Some(at) => self.error(at, message),
            None => LoadError::new(self.path(), message),
        }
    }
}
