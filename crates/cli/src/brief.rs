//! `attache brief`: many articles to one brief, in a file that can be sent.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use attache::{Article, Bulletin, Date, Digest};
use attache_bulletin::{BulletinMaker, Profile};
use attache_export::{Format, Options};

use crate::arguments::BriefArguments;
use crate::draft::Draft;
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;
use crate::gather::{gather, maker, profile};
use crate::names::english;
#[cfg(feature = "translation")]
use crate::translate::TranslationDesk;

pub(crate) fn run(arguments: &BriefArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let format = choose_format(arguments)?;
    refuse_taken(arguments)?;
    let folders = Folders::open(arguments.day.language.folders.locales.as_deref())?;
    let profile = profile(&arguments.day, &folders)?;
    let desk = Desk::open(arguments, &profile, &folders)?;
    let maker = maker(&arguments.day, profile, desk.is_open(), &folders)?;
    let gathered = gather(&arguments.day, &folders, maker.attache())?;
    let articles = gathered.digested.len();
    let bulletin = desk.make(&maker, gathered.digested, arguments.day.date);
    if desk.write_plans(out)? {
        return Ok(Outcome::of(gathered.failures));
    }
    let options = Options::default();
    let options = if arguments.no_evidence { options.without_evidence() } else { options };
    let bytes = attache_export::write(&bulletin, format, &options)
        .map_err(|error| Stop::Usage(format!("{error}; {}", error.remedy())))?;
    match &arguments.output {
        Some(path) => {
            let draft = Draft::write(path, &bytes)?;
            // Whoever made the file in the meantime keeps it.
            refuse_taken(arguments)?;
            draft.put_in_place()?;
        }
        None => out.write_all(&bytes)?,
    }
    tell_untranslated(&bulletin);
    if arguments.output.is_some() || stderr().is_terminal() {
        remark(&bulletin, articles, gathered.failures);
    }
    Ok(Outcome::of(gathered.failures))
}

/// Who is asked for what cannot be composed; nobody unless the command line or the profile says so.
struct Desk {
    #[cfg(feature = "translation")]
    desk: Option<TranslationDesk>,
}

#[cfg(feature = "translation")]
impl Desk {
    fn open(arguments: &BriefArguments, profile: &Profile, folders: &Folders) -> Result<Self, Stop> {
        Ok(Self { desk: TranslationDesk::open(&arguments.translation.or(&profile.translation), folders)? })
    }

    fn is_open(&self) -> bool {
        self.desk.is_some()
    }

    fn make(&self, maker: &BulletinMaker, digested: Vec<(Article, Digest)>, date: Option<Date>) -> Bulletin {
        match &self.desk {
            Some(desk) => maker.make_with(digested, date, desk.translator()),
            None => maker.make_from(digested, date),
        }
    }

    /// Writes what would have been sent, where that was asked for, and says whether it was.
    fn write_plans(&self, out: &mut dyn Write) -> io::Result<bool> {
        let Some(desk) = self.desk.as_ref().filter(|desk| desk.is_dry()) else { return Ok(false) };
        desk.write_plans("brief", out)?;
        Ok(true)
    }
}

#[cfg(not(feature = "translation"))]
impl Desk {
    fn open(_: &BriefArguments, profile: &Profile, _: &Folders) -> Result<Self, Stop> {
        if profile.translation.mode != attache_bulletin::TranslationMode::Off {
            eprintln!(
                "attache: note: [translation] of the profile is not obeyed: this program was built without translation"
            );
        }
        Ok(Self {})
    }

    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    fn is_open(&self) -> bool {
        false
    }

    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    fn make(&self, maker: &BulletinMaker, digested: Vec<(Article, Digest)>, date: Option<Date>) -> Bulletin {
        maker.make_from(digested, date)
    }

    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    fn write_plans(&self, _: &mut dyn Write) -> io::Result<bool> {
        Ok(false)
    }
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
        Some(path) if !arguments.force && path.exists() => Err(Stop::taken(path, "--force writes over it")),
        _ => Ok(()),
    }
}

/// What a service was asked for in vain: who asked for it expects it, so it is told also where nobody looks at a terminal.
fn tell_untranslated(bulletin: &Bulletin) {
    let mut reasons: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for (at, edition) in bulletin.editions.iter().enumerate() {
        let warnings = edition.sections.iter().flat_map(|section| &section.items).flat_map(|item| &item.warnings);
        for warning in warnings.filter(|warning| warning.code == "untranslated") {
            *reasons.entry((at, warning.message.clone())).or_default() += 1;
        }
    }
    for ((at, reason), times) in reasons {
        let times = count(times, "sentence was", "sentences were");
        eprintln!("attache: note: {times} not translated into {}: {reason}", english(&bulletin.editions[at].language));
    }
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// One line for the person who asked.
fn remark(bulletin: &Bulletin, articles: usize, failures: usize) {
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
