//! `attache brief`: many articles to one brief, in a file that can be sent.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};

use attache::Bulletin;
use attache_export::{Format, Options};

use crate::arguments::BriefArguments;
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;
use crate::gather::{gather, maker};

pub(crate) fn run(arguments: &BriefArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let format = choose_format(arguments)?;
    refuse_taken(arguments)?;
    let folders = Folders::open(arguments.day.language.folders.locales.as_deref())?;
    let maker = maker(&arguments.day, &folders)?;
    let gathered = gather(&arguments.day, &folders, maker.attache())?;
    let articles = gathered.digested.len();
    let bulletin = maker.make_from(gathered.digested, arguments.day.date);
    let options = Options::default();
    let options = if arguments.no_evidence { options.without_evidence() } else { options };
    let bytes = attache_export::write(&bulletin, format, &options)
        .map_err(|error| Stop::Usage(format!("{error}; {}", error.remedy())))?;
    match &arguments.output {
        Some(path) => write_file(path, &bytes, arguments.force)?,
        None => out.write_all(&bytes)?,
    }
    if arguments.output.is_some() || stderr().is_terminal() {
        remark(&bulletin, articles, gathered.failures);
    }
    Ok(Outcome::of(gathered.failures))
}

/// The format that is asked for, or that the ending of the file means.
fn choose_format(arguments: &BriefArguments) -> Result<Format, Stop> {
    let ending = arguments.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    let format = match (arguments.format, ending) {
        (Some(format), _) => format,
        (None, Some(ending)) => Format::from_extension(ending).ok_or_else(|| {
            Stop::Usage(format!("--output: no format is known by the ending .{ending}; name one with --format"))
        })?,
        (None, None) => Format::Text,
    };
    if arguments.output.is_none() && !format.is_text() && stdout().is_terminal() {
        let name = format!("brief.{}", format.extension());
        return Err(Stop::Usage(format!("{format} is nothing for a terminal; write a file with --output {name}")));
    }
    Ok(format)
}

/// A file that is there already is refused before any work is done.
fn refuse_taken(arguments: &BriefArguments) -> Result<(), Stop> {
    match &arguments.output {
        Some(path) if !arguments.force && path.exists() => Err(taken(path)),
        _ => Ok(()),
    }
}

fn taken(path: &Path) -> Stop {
    Stop::taken(path, "--force writes over it")
}

/// Writes the whole file or none: beside it first, so that a full disk leaves what was there.
fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Stop> {
    let beside = beside(path);
    let failed = |error: io::Error| {
        let _ = fs::remove_file(&beside);
        Stop::Usage(format!("{}: cannot be written: {error}", path.display()))
    };
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(&beside).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    drop(file);
    // Whoever made the file in the meantime keeps it.
    if !force && File::open(path).is_ok() {
        let _ = fs::remove_file(&beside);
        return Err(taken(path));
    }
    fs::rename(&beside, path).map_err(failed)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    path.with_file_name(name)
}

/// One line for the person who asked.
fn remark(bulletin: &Bulletin, articles: usize, failures: usize) {
    let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let stories = count(bulletin.stories.len(), "story", "stories");
    let mut parts = vec![count(articles, "article", "articles"), stories];
    let reasons = [
        ("duplicate", "copied"),
        ("nothing-read", "in which nothing was understood"),
        ("language", "in other languages"),
        ("no-room", "without room"),
    ];
    for (reason, words) in reasons {
        match bulletin.passed_over.iter().filter(|passed| passed.reason == reason).count() {
            0 => {}
            count => parts.push(format!("{count} {words}")),
        }
    }
    if failures > 0 {
        parts.push(format!("{failures} failed"));
    }
    eprintln!("attache: {}", parts.join(", "));
}
