//! Which archive this run has, and how its articles are written.

use std::io::Write;
use std::path::PathBuf;

use attache::Date;
use attache_archive::{Archive, ArchiveError, Entry};
use serde::Serialize;

use crate::arguments::ArchiveArguments;
use crate::failure::{Failure, Stop};
use crate::home::{data_folder, named};
use crate::lines::write_line;

/// The file of the archive: as asked for, as the environment says, or in the user's data folder (XDG base directories).
pub(crate) fn file(arguments: &ArchiveArguments) -> Result<PathBuf, Stop> {
    let usual = || Some(data_folder()?.join("archive.sqlite"));
    let file = arguments.archive.clone().or_else(|| named("ATTACHE_ARCHIVE")).or_else(usual);
    file.ok_or_else(|| Stop::Usage("--archive: there is no folder for data; name a file".to_owned()))
}

/// The archive that is there; where it cannot be used, that was said.
pub(crate) fn open(arguments: &ArchiveArguments) -> Result<Option<Archive>, Stop> {
    let file = file(arguments)?;
    let opened = Archive::open_existing(&file);
    Ok(opened.map_err(|error| Failure::from(error).report(&file.display().to_string())).ok())
}

impl From<ArchiveError> for Failure {
    fn from(error: ArchiveError) -> Self {
        Self::new(error.code(), error.to_string(), error.remedy())
    }
}

/// An article as `attache digest` reads it from JSON lines.
#[derive(Debug, Serialize)]
struct Record<'a> {
    id: String,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    text: &'a str,
}

/// Writes an article on a line of JSON.
pub(crate) fn write_record(entry: &Entry, out: &mut dyn Write) -> Result<(), Stop> {
    let item = &entry.item;
    let record = Record {
        id: entry.id.to_string(),
        url: &item.url,
        title: item.title.as_deref(),
        date: item.published.filter(|day| day.is_full()),
        source: item.outlet.as_deref(),
        lang: item.language.as_deref(),
        text: &item.text,
    };
    write_line(out, &record)
}

/// Writes what is known of an article above its text: number, day, outlet, language; title; address.
pub(crate) fn write_heading(entry: &Entry, out: &mut dyn Write) -> Result<(), Stop> {
    let item = &entry.item;
    let arrived = if item.published.is_none() { " (arrived)" } else { "" };
    let day = item.published.unwrap_or(item.fetched);
    write!(out, "{}  {day}{arrived}", entry.id)?;
    if let Some(outlet) = &item.outlet {
        write!(out, "  {}", one_line(outlet))?;
    }
    if let Some(language) = &item.language {
        write!(out, "  [{}]", one_line(language))?;
    }
    writeln!(out)?;
    if let Some(title) = &item.title {
        writeln!(out, "{}", one_line(title))?;
    }
    Ok(writeln!(out, "{}", one_line(&item.url))?)
}

/// A text by a stranger without what a terminal would obey; its lines stay.
pub(crate) fn harmless(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || *c == '\t' || !is_obeyed(*c)).collect()
}

/// The same on one line.
pub(crate) fn one_line(text: &str) -> String {
    harmless(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls of terminals, and marks that turn the direction of what follows.
fn is_obeyed(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{harmless, one_line};

    #[test]
    fn nothing_that_a_terminal_would_obey_is_left() {
        assert_eq!(harmless("a\u{1b}[31m\u{9b}b\r\n\tc\u{202e}d\u{7}"), "a[31mb\n\tcd");
        assert_eq!(one_line(" a\n\n b\u{1b}c "), "a bc");
    }
}
