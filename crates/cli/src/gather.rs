//! The articles of a day from their inputs, read and digested on all cores, in the order of the input.

use std::fs;
use std::io::{IsTerminal, Write, stderr};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use attache::{Article, Attache, Digest, LanguageName};
use attache_bulletin::{BulletinMaker, Profile};
use serde::Deserialize;

use crate::arguments::{DEFAULT_TARGETS, DayArguments};
use crate::article::Reader;
use crate::failure::{Failure, Stop};
use crate::folders::Folders;
use crate::input::Input;

/// A profile larger than this is none.
const LARGEST_PROFILE: u64 = 1_000_000;

/// A day's articles with their digests, and how many inputs could not be read.
pub(crate) struct Gathered {
    pub(crate) digested: Vec<(Article, Digest)>,
    pub(crate) failures: usize,
}

/// What makes the brief that the arguments ask for.
pub(crate) fn maker(arguments: &DayArguments, folders: &Folders) -> Result<BulletinMaker, Stop> {
    let locales = &folders.locales;
    let profile = match &arguments.profile {
        Some(path) => read_profile(path, folders)?,
        None => Profile::default(),
    };
    let profile = profile.with_focus(&arguments.choice.focus, locales);
    let profile = profile.map_err(|error| Stop::Usage(format!("--focus: {error}")))?;
    let defaults = || DEFAULT_TARGETS.trim_ascii().split(',').map(str::to_owned).collect();
    let tags: Vec<String> = match (arguments.to.is_empty(), profile.languages.is_empty()) {
        (false, _) => arguments.to.clone(),
        (true, false) => profile.languages.clone(),
        (true, true) => defaults(),
    };
    let tags = folders.targets(&tags)?;
    let built = BulletinMaker::builder()
        .locales(locales.clone())
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
    let inputs = Input::all(&arguments.input.paths)?;
    let reader = Reader::new(folders, &arguments.input, &arguments.language, None)?;
    let mut articles = Vec::new();
    let mut failures = 0;
    for input in &inputs {
        for read in read_articles(&reader, input, arguments.input.max_input.0) {
            match read {
                Ok(article) => articles.push(article),
                Err((place, failure)) => {
                    failure.report(&place);
                    failures += 1;
                }
            }
        }
    }
    Ok(Gathered { digested: digest_all(attache, articles), failures })
}

/// What was read, or where it failed and why.
type Read = Result<Article, (String, Failure)>;

/// The articles of one input: one text, or a line each where it begins like JSON.
fn read_articles(reader: &Reader, input: &Input, limit: usize) -> Vec<Read> {
    let named = |failure| (input.name(), failure);
    let bytes = match input.read(limit) {
        Ok(bytes) => bytes,
        Err(failure) => return vec![Err(named(failure))],
    };
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return vec![reader.article_from(bytes.as_slice(), input.id()).map_err(named)];
    }
    let lines = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    let place = |number: usize| format!("{}:{}", input.name(), number + 1);
    lines.map(|(number, line)| read_row(line).map_err(|failure| (place(number), failure))).collect()
}

/// A line of JSON; keys that are not known are passed over.
#[derive(Debug, Deserialize)]
struct Row {
    id: Option<String>,
    url: Option<String>,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    lang: Option<String>,
    text: String,
}

fn read_row(line: &[u8]) -> Result<Article, Failure> {
    let row: Row = serde_json::from_slice(line).map_err(|error| {
        Failure::new("not-a-row", format!("is no article: {error}"), "`attache help brief` shows what is read")
    })?;
    // The day may come with a time behind it.
    let day = row.date.as_deref().map(|date| date.get(..10).unwrap_or(date));
    let published = match day.map(str::parse) {
        None => None,
        Some(Ok(date)) => Some(date),
        Some(Err(_)) => {
            let message = format!("has a date that is none: {}", row.date.unwrap_or_default());
            return Err(Failure::new("date", message, "write it as 2023-03-06"));
        }
    };
    let Row { id, url, title, source, lang, text, .. } = row;
    Ok(Article { id, text, language: lang, title, published, outlet: source, url })
}

/// Digests on all cores; the order is that of the articles.
fn digest_all(attache: &Attache, articles: Vec<Article>) -> Vec<(Article, Digest)> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(articles.len().max(1));
    let (next, count) = (AtomicUsize::new(0), articles.len());
    let shows = stderr().is_terminal() && count > 20;
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(article) = articles.get(at) else { return done };
            if shows && at.is_multiple_of(16) {
                let _ = write!(stderr(), "\r{at} of {count} read");
            }
            done.push((at, attache.digest(article)));
        }
    };
    let mut digests: Vec<(usize, Digest)> = thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap_or_default()).collect()
    });
    if shows {
        let _ = write!(stderr(), "\r\u{1b}[K");
    }
    digests.sort_by_key(|(at, _)| *at);
    articles.into_iter().zip(digests.into_iter().map(|(_, digest)| digest)).collect()
}
