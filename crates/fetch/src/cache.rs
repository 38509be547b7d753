//! Pages that were fetched before, so that a server is asked only whether they changed.
//!
//! One file for each address, written beside its place and then put there, so that a run that is killed leaves none half
//! written. Each use asks the server first: the cache saves bytes, it never answers alone, and it needs no clock.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::client::{Answer, Client, Fetched, Validators};
use crate::fault::Fault;

/// How many pages are kept.
const PAGES: usize = 256;

/// A folder of pages.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

/// The first line of a file; the bytes of the page follow.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    /// What was asked for: two addresses may share a file's name.
    asked: String,
    url: String,
    content_type: Option<String>,
    length: usize,
    validators: Validators,
}

impl Cache {
    /// The cache in that folder, which is made when there is something to keep.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Gets what stands at an address; what did not change is taken from the cache.
    ///
    /// # Errors
    /// As [`Client::get`]. A cache that cannot be read or written costs nothing but time.
    pub fn get(&self, client: &Client, address: &str) -> Result<Fetched, Fault> {
        let known = self.find(address);
        let validators = known.as_ref().map(|page| page.validators.clone()).unwrap_or_default();
        match (client.get(address, &validators)?, known) {
            (Answer::Unchanged, Some(page)) => Ok(page),
            (Answer::Unchanged, None) => Err(Fault::Status(304)),
            (Answer::Fetched(page), _) => {
                // A full disk is no reason to keep a page from its reader.
                let _ = self.keep(address, &page);
                Ok(page)
            }
        }
    }

    fn find(&self, address: &str) -> Option<Fetched> {
        let bytes = fs::read(self.path(address)).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head: Head = serde_json::from_slice(&bytes[..end]).ok()?;
        let body = bytes[end + 1..].to_vec();
        let Head { asked, url, content_type, length, validators } = head;
        (asked == address && body.len() == length).then_some(Fetched { url, content_type, body, validators })
    }

    fn keep(&self, address: &str, page: &Fetched) -> io::Result<()> {
        let path = self.path(address);
        if page.validators.is_empty() {
            // Nothing to ask with; what was kept of it is out of date.
            return fs::remove_file(path);
        }
        let head = Head {
            asked: address.to_owned(),
            url: page.url.clone(),
            content_type: page.content_type.clone(),
            length: page.body.len(),
            validators: page.validators.clone(),
        };
        let mut bytes = serde_json::to_vec(&head)?;
        bytes.push(b'\n');
        bytes.extend_from_slice(&page.body);
        make_private(&self.folder)?;
        self.make_room()?;
        let aside = path.with_extension(format!("{}.part", std::process::id()));
        fs::write(&aside, bytes)?;
        fs::rename(&aside, &path).inspect_err(|_| drop(fs::remove_file(&aside)))
    }

    /// Takes out those that were kept longest.
    fn make_room(&self) -> io::Result<()> {
        let entries = fs::read_dir(&self.folder)?.flatten();
        let mut kept: Vec<_> =
            entries.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect();
        kept.sort();
        let surplus = (kept.len() + 1).saturating_sub(PAGES);
        kept.iter().take(surplus).try_for_each(|(_, path)| fs::remove_file(path))
    }

    fn path(&self, address: &str) -> PathBuf {
        self.folder.join(format!("{:016x}.page", hash(address)))
    }
}

/// Makes a folder that nobody else may read: it shows what its owner reads.
fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// FNV-1a: the name of a file, which holds the address itself as well.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: &str) -> Fetched {
        let validators = Validators { etag: Some("\"1\"".to_owned()), last_modified: None };
        Fetched { url: "https://a.example/b".into(), content_type: None, body: body.into(), validators }
    }

    #[test]
    fn what_is_kept_is_found_and_what_is_torn_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(folder.path().join("pages"));
        assert_eq!(cache.find("https://a.example/"), None);
        cache.keep("https://a.example/", &page("text\nmore")).expect("kept");
        assert_eq!(cache.find("https://a.example/"), Some(page("text\nmore")));
        let path = cache.path("https://a.example/");
        let bytes = fs::read(&path).expect("there");
        for length in 0..bytes.len() {
            fs::write(&path, &bytes[..length]).expect("written");
            assert_eq!(cache.find("https://a.example/"), None, "{length}");
        }
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(folder.path());
        for number in 0..PAGES + 20 {
            cache.keep(&format!("https://a.example/{number}"), &page("text")).expect("kept");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), PAGES);
    }
}
