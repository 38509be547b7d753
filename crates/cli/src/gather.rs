//! The articles of a day from their inputs, read and digested on all cores, in the order of the input.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use attache::{Article, Attache, Digest, LanguageName};
use attache_bulletin::{BulletinMaker, Profile};
use indicatif::ProgressBar;

use crate::arguments::{DEFAULT_TARGETS, DayArguments};
use crate::article::Reader;
use crate::failure::{Failure, Stop};
use crate::folders::Folders;
use crate::input::{Input, STANDARD};
use crate::progress::bar;

/// A profile larger than this is none.
const LARGEST_PROFILE: u64 = 1_000_000;

/// A day's articles with their digests, and how many inputs could not be read.
pub(crate) struct Gathered {
    pub(crate) digested: Vec<(Article, Digest)>,
    pub(crate) failures: usize,
}

/// What the house wants to read, by its profile and by the command line.
pub(crate) fn profile(arguments: &DayArguments, folders: &Folders) -> Result<Profile, Stop> {
    let profile = match &arguments.profile {
        Some(path) => read_profile(path, folders)?,
        None => Profile::default(),
    };
    let profile = profile.with_focus(&arguments.choice.focus, &folders.locales);
    profile.map_err(|error| Stop::Usage(format!("--focus: {error}")))
}

/// What makes the brief that the arguments ask for; `translated` where somebody will be asked for what cannot be composed.
pub(crate) fn maker(
    arguments: &DayArguments,
    profile: Profile,
    translated: bool,
    folders: &Folders,
) -> Result<BulletinMaker, Stop> {
    let defaults = || DEFAULT_TARGETS.trim_ascii().split(',').map(str::to_owned).collect();
    let tags: Vec<String> = match (arguments.to.is_empty(), profile.languages.is_empty()) {
        (false, _) => arguments.to.clone(),
        (true, false) => profile.languages.clone(),
        (true, true) => defaults(),
    };
    let tags = folders.targets(&tags)?;
    let built = BulletinMaker::builder()
        .locales(folders.locales.clone())
        .translated(translated)
        .profile(profile)
        .languages(tags.iter().map(LanguageName::tag))
        .build();
    built.map_err(|error| folders.broken(&error))
}

fn read_profile(path: &Path, folders: &Folders) -> Result<Profile, Stop> {
    let name = path.display().to_string();
    let refuse = |failure: Failure| Stop::Usage(format!("--profile {name}: {failure}"));
    let unreadable = |error: &std::io::Error| refuse(Failure::unreadable(error));
    if fs::metadata(path).map_err(|error| unreadable(&error))?.len() > LARGEST_PROFILE {
        return Err(refuse(Failure::new("too-large", "is too large for a profile", "check the path")));
    }
    let text = fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    Profile::parse(&name, &text, &folders.locales).map_err(|error| Stop::Folder(error.to_string()))
}

/// Reads all inputs; each that cannot be read is named on standard error and counted.
pub(crate) fn gather(arguments: &DayArguments, folders: &Folders, attache: &Attache) -> Result<Gathered, Stop> {
    let inputs = Input::all(&arguments.input)?;
    let (input, language) = (&arguments.input, &arguments.language);
    let reader = Reader::new(folders, input, arguments.format_of_input.input_format, language, None)?;
    let mut articles = Vec::new();
    let mut failures = 0;
    for input in &inputs {
        for (name, read) in reader.named(input) {
            match read {
                Ok(document) => articles.push(document.article),
                Err(failure) => {
                    failure.report(name.as_deref().unwrap_or(STANDARD));
                    failures += 1;
                }
            }
        }
    }
    Ok(Gathered { digested: digest_all(attache, articles), failures })
}

/// Digests on all cores; the order is that of the articles.
fn digest_all(attache: &Attache, articles: Vec<Article>) -> Vec<(Article, Digest)> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(articles.len().max(1));
    let is_long = articles.len() > 20 && stderr().is_terminal();
    let progress = if is_long { bar(articles.len()) } else { ProgressBar::hidden() };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(article) = articles.get(at) else { return done };
            done.push((at, attache.digest(article)));
            progress.inc(1);
        }
    };
    let mut digests: Vec<(usize, Digest)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        // A thread that panicked takes digests with it, and what is left would stand beside other articles.
        let joined = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.flatten().collect()
    });
    progress.finish_and_clear();
    digests.sort_by_key(|(at, _)| *at);
    articles.into_iter().zip(digests.into_iter().map(|(_, digest)| digest)).collect()
}
