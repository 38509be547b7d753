//! The language folders: those that are built in, with the user's own laid over them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use attache::{Attache, Focus, LanguageName, Languages, LoadError, Locales, is_data_file};

use crate::arguments::AUTO;
use crate::failure::Stop;
use crate::names::english;

/// The folders of one run.
#[derive(Debug)]
pub(crate) struct Folders {
    /// All of them.
    pub(crate) locales: Locales,
    /// The languages in them.
    pub(crate) languages: Languages,
    own: Own,
}

/// Which file of the user's took which place: `locales/az/dates.toml` is `mine/az/dates.toml`.
#[derive(Debug, Default)]
struct Own(BTreeMap<String, PathBuf>);

impl Folders {
    /// The built-in folders, and over them those in `overlay`.
    pub(crate) fn open(overlay: Option<&Path>) -> Result<Self, Stop> {
        let mut locales = Locales::builtin();
        let own = overlay.map_or_else(|| Ok(Own::default()), |folder| lay_over(&mut locales, folder))?;
        let languages = Languages::load(&locales).map_err(|error| own.tell(&error))?;
        Ok(Self { locales, languages, own })
    }

    /// The stages that read, without any that says.
    pub(crate) fn reading(&self) -> Result<Attache, Stop> {
        let nothing: [&str; 0] = [];
        let built = Attache::builder().locales(self.locales.clone()).languages(nothing).build();
        built.map_err(|error| self.broken(&error))
    }

    /// What the reader asks for.
    pub(crate) fn focus(&self, list: &str) -> Result<Focus, Stop> {
        Focus::parse(list, &self.locales).map_err(|error| Stop::Usage(format!("--focus: {error}")))
    }

    /// What to stop with where a language file is broken.
    pub(crate) fn broken(&self, error: &LoadError) -> Stop {
        self.own.tell(error)
    }

    /// The languages of a list of tags, each once, in the order in which they were asked for.
    pub(crate) fn targets(&self, tags: &[String]) -> Result<Vec<LanguageName>, Stop> {
        let mut found: Vec<LanguageName> = Vec::new();
        for tag in tags {
            let language = self.find("--to", tag)?;
            if !found.contains(language) {
                found.push(language.clone());
            }
        }
        Ok(found)
    }

    /// The language that the user says the text has; none where it is to be detected.
    pub(crate) fn source(&self, tag: &str) -> Result<Option<String>, Stop> {
        if tag == AUTO {
            return Ok(None);
        }
        let language = self.find("--from", tag)?;
        if !language.is_read() {
            let (tag, name) = (language.tag(), language.name());
            return Err(Stop::Usage(format!("--from: `{tag}` ({name}) is only said, no texts in it are read")));
        }
        Ok(Some(language.tag().to_owned()))
    }

    fn find(&self, option: &str, tag: &str) -> Result<&LanguageName, Stop> {
        self.languages.find(tag).ok_or_else(|| Stop::Usage(self.unknown(option, tag)))
    }

    fn unknown(&self, option: &str, tag: &str) -> String {
        let guess =
            self.guess(tag).map_or_else(String::new, |language| format!(", did you mean `{}`?", language.tag()));
        format!("{option}: there is no language `{tag}`{guess}\n  there are: {}", self.list())
    }

    /// All languages in one line.
    pub(crate) fn list(&self) -> String {
        let items: Vec<_> = self.languages.iter().map(|l| format!("{} ({})", l.tag(), l.name())).collect();
        items.join(", ")
    }

    /// The language whose tag or name is nearest to what was written.
    fn guess(&self, written: &str) -> Option<&LanguageName> {
        let written = written.to_lowercase();
        let near = |name: &str| (strsim::jaro_winkler(&written, &name.to_lowercase()) * 1000.0) as u32;
        let closeness = |l: &LanguageName| near(l.tag()).max(near(l.name())).max(near(&english(l.tag())));
        let mut best = None;
        for language in self.languages.iter() {
            let close = closeness(language);
            if close >= 800 && best.is_none_or(|(most, _)| close > most) {
                best = Some((close, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

impl Own {
    /// An error with the path under which the user knows the file.
    fn tell(&self, error: &LoadError) -> Stop {
        let text = error.to_string();
        let told = match (self.0.get(error.path()), text.strip_prefix(error.path())) {
            (Some(path), Some(rest)) => format!("{}{rest}", path.display()),
            _ => text,
        };
        Stop::Folder(told)
    }
}

/// Puts the files of `folder/<tag>/` over the built-in ones.
fn lay_over(locales: &mut Locales, folder: &Path) -> Result<Own, Stop> {
    let mut own = Own::default();
    for tag in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        for file in data_files(&tag)? {
            let (tag_name, name) = (last_name(&tag), relative(&tag, &file));
            let text = fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
            locales.insert(&tag_name, &name, text);
            own.0.insert(format!("locales/{tag_name}/{name}"), file);
        }
    }
    match own.0.is_empty() {
        true => Err(Stop::Usage(format!(
            "--locales {}: holds no language files; it wants folders such as az/ with files such as dates.toml",
            folder.display()
        ))),
        false => Ok(own),
    }
}

/// The data files of a language folder, one level of sub-folders included.
fn data_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut found = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            found.extend(entries(&path)?.into_iter().filter(|path| is_data(path)));
        } else if is_data(&path) {
            found.push(path);
        }
    }
    Ok(found)
}

fn is_data(path: &Path) -> bool {
    path.is_file() && is_data_file(&last_name(path))
}

/// What lies in a folder, in order of name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let listed = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = listed.map_err(|error| unreadable(folder, &error))?;
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &io::Error) -> Stop {
    let what = match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::NotADirectory => "is no folder".to_owned(),
        io::ErrorKind::InvalidData => "is not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    Stop::Usage(format!("--locales: {}: {what}", path.display()))
}

fn last_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn relative(folder: &Path, file: &Path) -> String {
    let rest = file.strip_prefix(folder).unwrap_or(file);
    rest.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
