//! `attache fetch`: what is new at feeds and pages, into the archive.
//!
//! The order of the steps: ask the addresses that were named, take the articles that a feed carries whole, then ask for the pages
//! of those of which it carries a line or two. Each article is safe in the archive before the next is taken, and a feed is
//! remembered as read only when all that it named was taken: so a run may end at any moment.

mod crew;
mod gather;
mod list;
mod read;

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use attache::Date;
use attache_archive::Archive;
use attache_fetch::{Client, Options};

use crate::arguments::{FetchArguments, NetworkArguments};
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::trust::read_bundle;
use crate::{shelf, web};
use gather::{Days, Gatherer};

pub(crate) fn run(arguments: &FetchArguments, _: &mut dyn Write) -> Result<Outcome, Stop> {
    let addresses = list::addresses(&arguments.addresses, &arguments.feeds)?;
    let client = client(&arguments.network)?;
    let days = match arguments.date {
        Some(day) => Some(Days { today: day, latest: day }),
        None => days(),
    };
    let days = days.ok_or_else(|| Stop::Usage("--date: the clock has no day; say which it is".to_owned()))?;
    let file = shelf::file(&arguments.archive)?;
    let archive = match Archive::open(&file) {
        Ok(archive) => archive,
        Err(error) => {
            Failure::from(error).report(&file.display().to_string());
            return Ok(Outcome::SomeFailed);
        }
    };
    let folders = Folders::open(None)?;
    let mut gatherer = Gatherer::new(arguments, &client, archive, folders.reading()?, days);
    let gathered = gatherer.gather(&addresses);
    if let Err(failure) = &gathered {
        // The archive takes nothing more: what it took is safe.
        failure.report(&file.display().to_string());
    }
    gatherer.tally.report();
    Ok(Outcome::of(gatherer.tally.failed + usize::from(gathered.is_err())))
}

fn client(network: &NetworkArguments) -> Result<Client, Stop> {
    let usage = |failure: Failure| Stop::Usage(format!("fetch: {failure}"));
    let mut options = Options::default();
    web::allow(&mut options, &network.reach).map_err(usage)?;
    options.delay = network.delay;
    options.contact.clone_from(&network.contact);
    options.authority = network.ca_bundle.as_deref().map(read_bundle).transpose()?;
    Client::open(options).map_err(|fault| usage(fault.into()))
}

/// How far the easternmost zone is before UTC: what is published there in the morning is not of tomorrow.
const EASTERNMOST: u64 = 14 * 3600;

/// The day that it is: the one place where the clock is read.
fn days() -> Option<Days> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(Days { today: day_of(seconds / 86_400)?, latest: day_of((seconds + EASTERNMOST) / 86_400)? })
}

/// The day so many days after 1 January 1970.
fn day_of(days: u64) -> Option<Date> {
    Date::of_days(days.try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn days_are_those_of_the_calendar() {
        let said = [0, 59, 789, 11_016, 19_422, 20_783].map(|days| day_of(days).expect("a day").to_string());
        assert_eq!(said, ["1970-01-01", "1970-03-01", "1972-02-29", "2000-02-29", "2023-03-06", "2026-11-26"]);
        assert_eq!(day_of(u64::MAX), None);
    }
}
