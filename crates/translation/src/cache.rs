//! Answers that were given once, kept in one file on disk (redb), so that the same work is not sent and paid for twice.
//!
//! A file that is locked by another run, or damaged, is no reason to fail: the first is left alone, the second put aside.

use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use redb::{Database, DatabaseError, ReadableDatabase, ReadableTable, ReadableTableMetadata, TableDefinition};

const ANSWERS: TableDefinition<'_, &str, &str> = TableDefinition::new("answers-1");

/// The answers of services, by everything that they depend on.
pub struct Cache {
    database: Option<Database>,
    path: PathBuf,
}

/// How a cache was opened, where that is worth telling.
type Note = Option<String>;

impl Cache {
    /// Opens the cache in that file, which is made where there is none; what was in the way is told in the note.
    #[must_use]
    pub fn open(path: &Path) -> (Self, Note) {
        let without = |why: String| {
            let note = format!("the cache {} is not used: {why}", path.display());
            (Self { database: None, path: path.to_owned() }, Some(note))
        };
        if let Some(folder) = path.parent()
            && let Err(error) = fs::create_dir_all(folder)
        {
            return without(error.kind().to_string());
        }
        match attempt(path) {
            Ok(database) => (Self::with(database, path), None),
            Err(Hindrance::Locked) => without("another run has it open".to_owned()),
            Err(Hindrance::Io(error)) => without(error),
            Err(Hindrance::Damaged) => match put_aside(path).and_then(|aside| {
                let database = attempt(path).map_err(|_| io::Error::other("cannot be made anew"))?;
                Ok((aside, database))
            }) {
                Ok((aside, database)) => {
                    let note = format!("the cache {} was damaged and put aside as {}", path.display(), aside.display());
                    (Self::with(database, path), Some(note))
                }
                Err(error) => without(format!("it is damaged, and {error}")),
            },
        }
    }

    fn with(database: Database, path: &Path) -> Self {
        keep_private(path);
        Self { database: Some(database), path: path.to_owned() }
    }

    /// What was answered under that key.
    pub(crate) fn get(&self, key: &str) -> Option<String> {
        let read = || -> Result<Option<String>, redb::Error> {
            let Some(database) = &self.database else { return Ok(None) };
            let transaction = database.begin_read()?;
            let table = match transaction.open_table(ANSWERS) {
                Ok(table) => table,
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
                Err(error) => return Err(error.into()),
            };
            Ok(table.get(key)?.map(|value| value.value().to_owned()))
        };
        catch_unwind(AssertUnwindSafe(read)).ok().and_then(Result::ok).flatten()
    }

    /// Keeps answers; one that cannot be kept is asked for again the next time.
    pub(crate) fn put(&self, answers: &[(String, String)]) {
        let write = || -> Result<(), redb::Error> {
            let Some(database) = &self.database else { return Ok(()) };
            let transaction = database.begin_write()?;
            {
                let mut table = transaction.open_table(ANSWERS)?;
                for (key, answer) in answers {
                    table.insert(key.as_str(), answer.as_str())?;
                }
            }
            transaction.commit()?;
            Ok(())
        };
        if !answers.is_empty() {
            let _ = catch_unwind(AssertUnwindSafe(write));
        }
    }

    /// Where it is, and how many answers it holds.
    #[must_use]
    pub fn size(&self) -> (&Path, u64) {
        let count = || -> Result<u64, redb::Error> {
            let Some(database) = &self.database else { return Ok(0) };
            Ok(database.begin_read()?.open_table(ANSWERS)?.len()?)
        };
        (&self.path, count().unwrap_or(0))
    }

    /// How many answers it holds of each service, in order of name.
    #[must_use]
    pub fn by_engine(&self) -> Vec<(String, u64)> {
        let count = || -> Result<Vec<(String, u64)>, redb::Error> {
            let Some(database) = &self.database else { return Ok(Vec::new()) };
            let table = database.begin_read()?.open_table(ANSWERS)?;
            let mut counts: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
            for entry in table.iter()? {
                let (key, _) = entry?;
                let engine = key.value().split(SEPARATOR).next().unwrap_or("").to_owned();
                *counts.entry(engine).or_insert(0) += 1;
            }
            Ok(counts.into_iter().collect())
        };
        count().unwrap_or_default()
    }

    /// Deletes the file; whether there was one.
    ///
    /// # Errors
    /// Where the file cannot be deleted.
    pub fn clear(path: &Path) -> io::Result<bool> {
        match fs::remove_file(path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Parts the fields of a key: no text holds it.
const SEPARATOR: char = '\u{1f}';

/// A key of those fields, the service first.
pub(crate) fn key(fields: &[&str]) -> String {
    fields.join(&SEPARATOR.to_string())
}

/// Why a file does not open.
enum Hindrance {
    Locked,
    Damaged,
    Io(String),
}

/// A file that is no database may make the store panic; that is damage too.
fn attempt(path: &Path) -> Result<Database, Hindrance> {
    let opened = catch_unwind(AssertUnwindSafe(|| Database::create(path)));
    match opened {
        Ok(Ok(database)) => Ok(database),
        Ok(Err(DatabaseError::DatabaseAlreadyOpen)) => Err(Hindrance::Locked),
        Ok(Err(DatabaseError::Storage(redb::StorageError::Io(error))))
            if error.kind() != io::ErrorKind::InvalidData && error.kind() != io::ErrorKind::UnexpectedEof =>
        {
            Err(Hindrance::Io(error.kind().to_string()))
        }
        Ok(Err(_)) | Err(_) => Err(Hindrance::Damaged),
    }
}

fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let mut name = path.as_os_str().to_owned();
    name.push(".damaged");
    let aside = PathBuf::from(name);
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// It holds sentences of articles: nobody else is to read them.
#[cfg(unix)]
fn keep_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
}

#[cfg(not(unix))]
fn keep_private(_: &Path) {}
