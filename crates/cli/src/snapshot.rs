//! `attache snapshot`: digests kept beside their articles, and what became of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use attache::{Attache, LanguageName, golden};

use crate::arguments::SnapshotArguments;
use crate::article::Reader;
use crate::difference;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::Input;
use crate::terminal::has_colours;

/// What is put behind the name of an article.
const ENDING: &str = ".snap";

/// A kept digest beside the one of today; one of them may be missing.
struct Pair {
    /// The file of the kept one.
    path: PathBuf,
    kept: Option<String>,
    today: Option<String>,
}

/// What became of a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Same,
    /// The article has none that was kept.
    New,
    Changed,
    /// One was kept of an article that is gone.
    Orphaned,
}

impl Fate {
    fn name(self) -> &'static str {
        match self {
            Self::Same => "unchanged",
            Self::New => "new",
            Self::Changed => "changed",
            Self::Orphaned => "orphaned",
        }
    }
}

/// How articles are read and said.
struct Work {
    attache: Attache,
    reader: Reader,
    targets: Vec<LanguageName>,
}

pub(crate) fn run(arguments: &SnapshotArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let work = Work::new(arguments)?;
    let mut counts: BTreeMap<Fate, usize> = BTreeMap::new();
    let mut open = 0;
    for name in names(&arguments.folder)? {
        let pair = work.pair(&arguments.folder, &name)?;
        let fate = pair.fate();
        *counts.entry(fate).or_default() += 1;
        pair.tell(&name, fate, out)?;
        let is_accepted = arguments.update || (fate == Fate::New && !arguments.check);
        match is_accepted {
            true => pair.keep()?,
            false => open += usize::from(fate != Fate::Same),
        }
    }
    let counted: Vec<String> = counts.iter().map(|(fate, number)| format!("{number} {}", fate.name())).collect();
    writeln!(out, "{}", if counted.is_empty() { "no articles".to_owned() } else { counted.join(", ") })?;
    if open > 0 {
        writeln!(out, "accept with: attache snapshot {} --update", arguments.folder.display())?;
    }
    Ok(Outcome::of(open))
}

impl Work {
    fn new(arguments: &SnapshotArguments) -> Result<Self, Stop> {
        let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
        let reader = Reader::plain(&folders, &arguments.language)?;
        let targets = folders.targets(&arguments.to)?;
        let attache = Attache::builder()
            .locales(folders.locales.clone())
            .languages(targets.iter().map(LanguageName::tag))
            .max_words(arguments.max_words)
            .focus(folders.focus(&arguments.choice.focus)?)
            .build()
            .map_err(|error| folders.broken(&error))?;
        Ok(Self { attache, reader, targets })
    }

    fn pair(&self, folder: &Path, name: &str) -> Result<Pair, Stop> {
        let article = folder.join(name);
        let path = folder.join(format!("{name}{ENDING}"));
        let kept = match fs::read_to_string(&path) {
            Ok(kept) => Some(kept),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(unreadable(&path, &error)),
        };
        let today = article.is_file().then(|| self.digest(Input::File(article)));
        Ok(Pair { path, kept, today })
    }

    /// The digests of a file, or why there are none: that an article is refused may be just what is wanted.
    fn digest(&self, input: Input) -> String {
        let articles = self.reader.named(&input);
        let several = articles.len() > 1;
        let mut text = String::new();
        for (number, (_, read)) in (1..).zip(articles) {
            if several {
                text.push_str(&format!("{}=== article {number} ===\n", if number > 1 { "\n" } else { "" }));
            }
            let told = read.and_then(|document| {
                let digest = self.attache.digest(&document.article);
                self.reader.check_language(&digest.language)?;
                Ok(golden(&self.attache.say(digest, self.targets.iter().map(LanguageName::tag))))
            });
            text.push_str(&told.unwrap_or_else(|failure: Failure| format!("refused: {failure}\n")));
        }
        text
    }
}

impl Pair {
    fn fate(&self) -> Fate {
        match (&self.kept, &self.today) {
            (None, _) => Fate::New,
            (Some(_), None) => Fate::Orphaned,
            // A checkout on Windows may have changed the ends of lines.
            (Some(kept), Some(today)) if kept.replace("\r\n", "\n") == *today => Fate::Same,
            _ => Fate::Changed,
        }
    }

    fn tell(&self, name: &str, fate: Fate, out: &mut dyn Write) -> io::Result<()> {
        if fate != Fate::Same {
            writeln!(out, "{name}: {}", fate.name())?;
        }
        if let (Fate::Changed, Some(kept), Some(today)) = (fate, &self.kept, &self.today) {
            write!(out, "{}", difference::tell(&kept.replace("\r\n", "\n"), today, has_colours()))?;
        }
        Ok(())
    }

    /// Accepts the digest of today, also that there is none.
    fn keep(&self) -> Result<(), Stop> {
        let kept = match &self.today {
            Some(today) if self.kept.as_ref() != Some(today) => {
                return Draft::write(&self.path, today.as_bytes())?.put_in_place();
            }
            Some(_) => Ok(()),
            None => fs::remove_file(&self.path),
        };
        kept.map_err(|error| Stop::File(self.path.clone(), error))
    }
}

/// The names of the articles in a folder, also of those of which only the digest is left; in order.
fn names(folder: &Path) -> Result<BTreeSet<String>, Stop> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_file() && !name.starts_with('.') {
            names.insert(name.strip_suffix(ENDING).unwrap_or(&name).to_owned());
        }
    }
    Ok(names)
}

fn unreadable(path: &Path, error: &io::Error) -> Stop {
    let what = match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::NotADirectory => "is no folder; name the one that the articles lie in".to_owned(),
        io::ErrorKind::InvalidData => "is no kept digest: it is not UTF-8".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    Stop::Usage(format!("{}: {what}", path.display()))
}
