//! `attache search` and `attache show`: what the archive has.

use std::io::Write;

use attache_archive::{Archive, ArchiveError, Entry, Query};

use crate::arguments::{Found, SearchArguments, ShowArguments};
use crate::failure::{Failure, Outcome, Stop};
use crate::shelf::{self, harmless, one_line};
use crate::terminal::is_watched;

pub(crate) fn run(arguments: &SearchArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let query = query(arguments)?;
    let Some(archive) = shelf::open(&arguments.archive)? else { return Ok(Outcome::SomeFailed) };
    if arguments.check
        && let Err(error) = archive.check()
    {
        return failed(error, arguments);
    }
    match write_all(&archive, &query, arguments.format, out) {
        Ok(0) if is_watched() => eprintln!("attache: nothing was found"),
        Ok(_) => {}
        Err(Halt::Archive(error)) => return failed(error, arguments),
        Err(Halt::Stop(stop)) => return Err(stop),
    }
    Ok(Outcome::Done)
}

/// Shows articles by their numbers.
pub(crate) fn show(arguments: &ShowArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let Some(archive) = shelf::open(&arguments.archive)? else { return Ok(Outcome::SomeFailed) };
    let mut failures = 0;
    for (at, id) in arguments.ids.iter().enumerate() {
        match archive.get(*id) {
            Ok(Some(entry)) if arguments.format == Found::Jsonl => shelf::write_record(&entry, out)?,
            Ok(Some(entry)) => {
                if at > 0 {
                    writeln!(out)?;
                }
                shelf::write_heading(&entry, out)?;
                writeln!(out, "\n{}", harmless(&entry.item.text).trim_end())?;
            }
            Ok(None) => {
                Failure::new("not-found", "is not in the archive", "`attache search` lists what is")
                    .report(&id.to_string());
                failures += 1;
            }
            Err(error) => {
                Failure::from(error).report(&id.to_string());
                failures += 1;
            }
        }
    }
    Ok(Outcome::of(failures))
}

fn query(arguments: &SearchArguments) -> Result<Query, Stop> {
    let query = Query::words(&arguments.words.join(" "));
    let mut query = query.map_err(|error| Stop::Usage(format!("search: {error}; {}", error.remedy())))?;
    (query.since, query.until) = (arguments.since, arguments.until);
    query.outlet.clone_from(&arguments.outlet);
    query.language.clone_from(&arguments.lang);
    query.limit = arguments.limit;
    Ok(query)
}

/// Why no more is written: the archive fails, or the output does.
enum Halt {
    Archive(ArchiveError),
    Stop(Stop),
}

impl From<ArchiveError> for Halt {
    fn from(error: ArchiveError) -> Self {
        Self::Archive(error)
    }
}

impl<E: Into<Stop>> From<E> for Halt {
    fn from(error: E) -> Self {
        Self::Stop(error.into())
    }
}

/// Writes all that is found, and says how many.
fn write_all(archive: &Archive, query: &Query, format: Found, out: &mut dyn Write) -> Result<usize, Halt> {
    let mut count = 0;
    archive.for_each(query, |entry| {
        match format {
            Found::Jsonl => shelf::write_record(&entry, out)?,
            Found::Text => write_found(&entry, query, count > 0, out)?,
        }
        count += 1;
        Ok::<_, Halt>(())
    })?;
    Ok(count)
}

fn write_found(entry: &Entry, query: &Query, parted: bool, out: &mut dyn Write) -> Result<(), Stop> {
    if parted {
        writeln!(out)?;
    }
    shelf::write_heading(entry, out)?;
    if let Some(context) = query.context(&entry.item.text) {
        writeln!(out, "  {}", one_line(&context))?;
    }
    Ok(())
}

fn failed(error: ArchiveError, arguments: &SearchArguments) -> Result<Outcome, Stop> {
    let file = shelf::file(&arguments.archive)?;
    Failure::from(error).report(&file.display().to_string());
    Ok(Outcome::SomeFailed)
}
