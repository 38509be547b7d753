//! The file: opened, written one article at a time, and searched.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use attache_schema::Date;
use rusqlite::types::Type;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use crate::error::ArchiveError;
use crate::fold::fold;
use crate::item::{Entry, Item};
use crate::layout;
use crate::query::Query;
use crate::source::Source;

/// How long we wait for another run that writes.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often we ask within this time where SQLite does not wait by itself, and how long we rest between.
const TRIES: u32 = 500;
const REST: Duration = Duration::from_millis(20);

/// An archive that is open. Several may read the same file at once, one writes.
#[derive(Debug)]
pub struct Archive {
    connection: Connection,
}

/// What became of an article that was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums, reason = "there is no third thing")]
pub enum Added {
    /// It is new, and safe on the disk.
    New(i64),
    /// It was there already.
    Known(i64),
}

impl Archive {
    /// Opens the archive in that file, which is made where there is none. Only its owner may read a file that is made.
    ///
    /// A file in an older layout is brought to the present one, and a copy of it is left beside it first.
    ///
    /// # Errors
    /// Where the file cannot be used.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)?;
        }
        make_private(path)?;
        Self::open_existing(path)
    }

    /// Opens the archive in that file, where there is one.
    ///
    /// # Errors
    /// Where there is none, or it cannot be used.
    pub fn open_existing(path: &Path) -> Result<Self, ArchiveError> {
        if fs::metadata(path)?.is_dir() {
            return Err(ArchiveError::NotAllowed);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        let version = layout::check_version(&connection)?;
        use_wal(&connection)?;
        // An article that was accepted is on the disk, also when the power goes.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // A file from elsewhere gets no code of its own to run, and damage is noticed where it is read.
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        if (1..layout::VERSION).contains(&version) {
            copy_aside(&connection, path, version)?;
        }
        layout::bring_up(&mut connection)?;
        Ok(Self { connection })
    }

    /// Takes an article, unless it is there already: under its address or one of the others that lead to it, or with the same text
    /// from the same outlet. When this returns it is on the disk, whole.
    ///
    /// # Errors
    /// Where it cannot be written; then nothing of it is there.
    pub fn add(&mut self, item: &Item, others: &[&str]) -> Result<Added, ArchiveError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let addresses = || std::iter::once(item.url.as_str()).chain(others.iter().copied());
        let added = match find_known(&transaction, item, addresses())? {
            Some(id) => Added::Known(id),
            None => Added::New(insert(&transaction, item)?),
        };
        let (Added::New(id) | Added::Known(id)) = added;
        for address in addresses() {
            let insert = "INSERT INTO addresses(url, item) VALUES(?1, ?2) ON CONFLICT DO NOTHING";
            transaction.prepare_cached(insert)?.execute(params![address, id])?;
        }
        transaction.commit()?;
        Ok(added)
    }

    /// The number of the article that an address leads to.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn find_address(&self, address: &str) -> Result<Option<i64>, ArchiveError> {
        Ok(item_at(&self.connection, address)?)
    }

    /// An article by its number.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn get(&self, id: i64) -> Result<Option<Entry>, ArchiveError> {
        let mut statement = self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM items WHERE id = ?1"))?;
        Ok(statement.query_row([id], entry).optional()?)
    }

    /// How many articles there are.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn count(&self) -> Result<u64, ArchiveError> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM items", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// All articles that are looked for, the newest day first and of one day the newest number.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn find(&self, query: &Query) -> Result<Vec<Entry>, ArchiveError> {
        let mut found = Vec::new();
        self.for_each(query, |entry| {
            found.push(entry);
            Ok::<_, ArchiveError>(())
        })?;
        Ok(found)
    }

    /// Hands over all articles that are looked for, one after the other, in the order of [`Archive::find`].
    ///
    /// # Errors
    /// Where the file cannot be read, or the taker has enough.
    pub fn for_each<E: From<ArchiveError>>(
        &self,
        query: &Query,
        mut take: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        // A bound that is not given is no bound; the index is asked only where there are words.
        let sql = format!(
            "SELECT {COLUMNS} FROM items
             WHERE (?1 = '' OR id IN (SELECT rowid FROM words WHERE words MATCH nullif(?1, '')))
               AND (?2 = '' OR id NOT IN (SELECT rowid FROM words WHERE words MATCH nullif(?2, '')))
               AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day <= ?4)
               AND (?5 IS NULL OR instr(outlet_key, ?5) > 0)
               AND (?6 IS NULL OR language = ?6 OR substr(language, 1, length(?6) + 1) = ?6 || '-')
             ORDER BY day DESC, id DESC LIMIT ?7"
        );
        let failed = |error: rusqlite::Error| E::from(ArchiveError::from(error));
        let mut statement = self.connection.prepare_cached(&sql).map_err(failed)?;
        let values = params![
            query.wanted,
            query.unwanted,
            query.since.map(|day| day.to_string()),
            query.until.map(|day| day.to_string()),
            query.outlet.as_deref().map(fold),
            query.language,
            query.limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX)),
        ];
        let mut rows = statement.query(values).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(entry(row).map_err(failed)?)?;
        }
        Ok(())
    }

    /// What a place gave to ask it with the next time.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn source(&self, url: &str) -> Result<Source, ArchiveError> {
        let select = "SELECT etag, last_modified FROM sources WHERE url = ?1";
        let source = |row: &Row<'_>| Ok(Source { etag: row.get(0)?, last_modified: row.get(1)? });
        Ok(self.connection.prepare_cached(select)?.query_row([url], source).optional()?.unwrap_or_default())
    }

    /// Keeps what a place gave to ask it with the next time. To be called when everything that it named was taken: what it names
    /// again only when it changes would otherwise be lost.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep_source(&mut self, url: &str, source: &Source) -> Result<(), ArchiveError> {
        let insert = "INSERT OR REPLACE INTO sources(url, etag, last_modified) VALUES(?1, ?2, ?3)";
        let mut statement = self.connection.prepare_cached(insert)?;
        statement.execute(params![url, source.etag, source.last_modified])?;
        Ok(())
    }

    /// Reads the whole file and says where it is not sound.
    ///
    /// # Errors
    /// Where it is not.
    pub fn check(&self) -> Result<(), ArchiveError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(1)")?;
        let first: String = statement.query_row([], |row| row.get(0))?;
        if first != "ok" {
            return Err(ArchiveError::Corrupt(first));
        }
        self.connection.execute("INSERT INTO words(words) VALUES('integrity-check')", [])?;
        let unlisted = "SELECT count(*) FROM items WHERE id NOT IN (SELECT rowid FROM words)
                        OR url NOT IN (SELECT url FROM addresses)";
        let unlisted: i64 = self.connection.query_row(unlisted, [], |row| row.get(0))?;
        match unlisted {
            0 => self.check_marks(),
            _ => Err(ArchiveError::Corrupt(format!("{unlisted} articles are not in the index"))),
        }
    }

    /// Whether each article is the one that was put in: SQLite does not know, its pages have no check sums.
    fn check_marks(&self) -> Result<(), ArchiveError> {
        let mut statement = self.connection.prepare(&format!("SELECT {COLUMNS}, mark FROM items ORDER BY id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Entry { id, item } = entry(row)?;
            if row.get::<_, i64>("mark")? != mark(&item) {
                return Err(ArchiveError::Corrupt(format!("article {id} is not the one that was put in")));
            }
        }
        Ok(())
    }

    /// The connection, for tests that make its life hard.
    #[cfg(test)]
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }
}

const COLUMNS: &str = "id, url, feed, outlet, title, published, fetched, language, text";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let item = Item {
        url: row.get(1)?,
        feed: row.get(2)?,
        outlet: row.get(3)?,
        title: row.get(4)?,
        published: row.get::<_, Option<String>>(5)?.map(|text| date(5, &text)).transpose()?,
        fetched: date(6, &row.get::<_, String>(6)?)?,
        language: row.get(7)?,
        text: row.get(8)?,
    };
    Ok(Entry { id: row.get(0)?, item })
}

fn date(column: usize, text: &str) -> rusqlite::Result<Date> {
    text.parse().map_err(|error: attache_schema::DateError| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
    })
}

fn item_at(connection: &Connection, address: &str) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare_cached("SELECT item FROM addresses WHERE url = ?1")?;
    statement.query_row([address], |row| row.get(0)).optional()
}

/// The number of an article that is there already.
fn find_known<'a>(
    transaction: &Transaction<'_>,
    item: &Item,
    addresses: impl Iterator<Item = &'a str>,
) -> rusqlite::Result<Option<i64>> {
    for address in addresses {
        if let Some(id) = item_at(transaction, address)? {
            return Ok(Some(id));
        }
    }
    // The texts themselves are compared: a mark can be forged.
    let select =
        "SELECT id FROM items WHERE mark = ?1 AND outlet IS ?2 AND title IS ?3 AND text = ?4 ORDER BY id LIMIT 1";
    let mut statement = transaction.prepare_cached(select)?;
    statement.query_row(params![mark(item), item.outlet, item.title, item.text], |row| row.get(0)).optional()
}

fn insert(transaction: &Transaction<'_>, item: &Item) -> rusqlite::Result<i64> {
    let insert =
        "INSERT INTO items(url, feed, outlet, outlet_key, title, published, fetched, day, language, text, mark)
                  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    transaction.prepare_cached(insert)?.execute(params![
        item.url,
        item.feed,
        item.outlet,
        fold(item.outlet.as_deref().unwrap_or("")),
        item.title,
        item.published.map(|day| day.to_string()),
        item.fetched.to_string(),
        item.day().to_string(),
        item.language,
        item.text,
        mark(item),
    ])?;
    let id = transaction.last_insert_rowid();
    let index = "INSERT INTO words(rowid, title, text) VALUES(?1, ?2, ?3)";
    let title = item.title.as_deref().map(fold);
    transaction.prepare_cached(index)?.execute(params![id, title, fold(&item.text)])?;
    Ok(id)
}

/// A number by which articles that may be the same are found quickly, and damage is noticed (FNV-1a).
fn mark(item: &Item) -> i64 {
    let parts = [item.outlet.as_deref().unwrap_or(""), item.title.as_deref().unwrap_or(""), &item.text];
    // No text holds the byte 0xFF, so that parts cannot be shifted into each other.
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0xff]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.cast_signed()
}

/// Writes into a log beside the file, so that who reads does not wait. Where two runs make the same new file, each holds what the
/// other asks for, and SQLite refuses both at once.
fn use_wal(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::ZERO)?;
    let switch = || connection.pragma_update(None, "journal_mode", "WAL");
    for _ in 1..TRIES {
        match switch() {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => thread::sleep(REST),
            Err(error) => return Err(error),
            Ok(()) => return connection.busy_timeout(PATIENCE),
        }
    }
    switch()?;
    connection.busy_timeout(PATIENCE)
}

/// Makes the file where there is none, so that nobody but its owner may read it; SQLite gives the files beside it the same mode.
fn make_private(path: &Path) -> Result<(), ArchiveError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

/// Leaves a copy of a file in an older layout beside it: `archive.sqlite.layout-1`.
fn copy_aside(connection: &Connection, path: &Path, version: usize) -> Result<PathBuf, ArchiveError> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".layout-{version}"));
    let copy = PathBuf::from(name);
    if !copy.exists() {
        make_private(&copy)?;
        connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    }
    Ok(copy)
}

#[cfg(test)]
mod tests;
