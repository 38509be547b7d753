//! The tables, and the way from each older layout to the next.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::ArchiveError;

/// What says that a file is ours: `atta`.
pub(crate) const APPLICATION: i32 = i32::from_be_bytes(*b"atta");

/// The steps from an empty file to the present layout; a file's `user_version` counts those it has. A step that was ever
/// released is never changed: a new one is added behind it.
pub(crate) const STEPS: [&str; 2] = [
    // 1: articles, all their addresses, and the index of their words, which holds no text of its own.
    "CREATE TABLE items(
         id INTEGER PRIMARY KEY AUTOINCREMENT,
         url TEXT NOT NULL UNIQUE,
         feed TEXT,
         outlet TEXT,
         outlet_key TEXT NOT NULL,
         title TEXT,
         published TEXT,
         fetched TEXT NOT NULL,
         day TEXT NOT NULL,
         language TEXT,
         text TEXT NOT NULL,
         mark INTEGER NOT NULL
     ) STRICT;
     CREATE INDEX items_by_day ON items(day);
     CREATE INDEX items_by_mark ON items(mark);
     CREATE TABLE addresses(
         url TEXT NOT NULL PRIMARY KEY,
         item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE
     ) STRICT, WITHOUT ROWID;
     CREATE VIRTUAL TABLE words USING fts5(
         title, text,
         content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0'
     );",
    // 2: what feeds gave to ask them with.
    "CREATE TABLE sources(
         url TEXT NOT NULL PRIMARY KEY,
         etag TEXT,
         last_modified TEXT
     ) STRICT, WITHOUT ROWID;",
];

/// The version that a file has which was laid out completely.
pub(crate) const VERSION: usize = STEPS.len();

/// Brings a file to the present layout. Each step is a transaction: a run that is killed leaves the file in one layout or the
/// other.
pub(crate) fn bring_up(connection: &mut Connection) -> Result<(), ArchiveError> {
    while check_version(connection)? < VERSION {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read again under the lock: another run may have taken this step meanwhile.
        let version = version(&step)?;
        if let Some(sql) = STEPS.get(version) {
            step.execute_batch(sql)?;
            step.pragma_update(None, "application_id", APPLICATION)?;
            step.pragma_update(None, "user_version", i64::try_from(version + 1).unwrap_or(i64::MAX))?;
        }
        step.commit()?;
    }
    Ok(())
}

/// How many steps a file has; an error where it is another program's, or newer than we are.
pub(crate) fn check_version(connection: &Connection) -> Result<usize, ArchiveError> {
    // What is read belongs together: another run may be laying the file out just now.
    version(&*connection.unchecked_transaction()?)
}

/// As [`check_version`], inside of a transaction.
fn version(connection: &Connection) -> Result<usize, ArchiveError> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match usize::try_from(version) {
        Ok(0) if application == 0 && tables == 0 => Ok(0),
        _ if application != i64::from(APPLICATION) => Err(ArchiveError::Foreign),
        Ok(version) if version > VERSION => Err(ArchiveError::Newer { version, known: VERSION }),
        Ok(version) => Ok(version),
        Err(_) => Err(ArchiveError::Foreign),
    }
}
