//! What a language folder says of itself: `locale.toml`.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use crate::{LoadError, Locales};

const FILE: &str = "locale.toml";

/// What `locale.toml` declares. A variant inherits what it does not say.
///
/// ```
/// # use attache_locales::Locales;
/// let mut locales = Locales::default();
/// locales.insert("xx", "locale.toml", "name = 'Xish'\nreads = false\ncomplete = false\n");
/// let declared = locales.declaration("xx")?;
/// assert_eq!(declared.name.as_deref(), Some("Xish"));
/// assert!(!declared.reads && !declared.complete);
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Declaration {
    /// What the language calls itself.
    pub name: Option<String>,
    /// Whether texts in the language are read. A language that is only said has no files for reading.
    pub reads: bool,
    /// Whether the language has every message. One that has not writes its gaps down; what it cannot say is left out of
    /// a digest and counted.
    pub complete: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawDeclaration {
    name: Option<String>,
    reads: Option<bool>,
    complete: Option<bool>,
}

impl Locales {
    /// What the folder of that tag declares, the plain language first; a language reads and is complete unless it says
    /// otherwise.
    ///
    /// # Errors
    /// Where a `locale.toml` is not TOML, or has a key that nobody reads.
    pub fn declaration(&self, tag: &str) -> Result<Declaration, LoadError> {
        let mut declared = Declaration { name: None, reads: true, complete: true };
        for layer in self.layers(tag, FILE) {
            let raw: RawDeclaration = layer.toml()?;
            declared.name = raw.name.or(declared.name);
            declared.reads = raw.reads.unwrap_or(declared.reads);
            declared.complete = raw.complete.unwrap_or(declared.complete);
        }
        Ok(declared)
    }

    /// The tags of the languages and variants whose texts are read.
    ///
    /// # Errors
    /// As [`Locales::declaration`].
    pub fn tags_read(&self) -> Result<Vec<String>, LoadError> {
        let mut read = Vec::new();
        for tag in self.tags() {
            if self.declaration(tag)?.reads {
                read.push(tag.to_owned());
            }
        }
        Ok(read)
    }
}
