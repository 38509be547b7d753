//! The readers of all languages, each made when it is first needed.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use attache_grammar::Language;
use attache_locales::{LoadError, Locales};

use crate::kinds::Kinds;
use crate::reader::Reader;

const PATTERNS: &str = "patterns.toml";

/// What a language has that is read, and one that is only said has not.
const FILES: &[&str] = &["segmentation.toml", "reading.toml", PATTERNS];

/// One reader for each language folder with patterns; a variant that only says things differently is read as its
/// language.
#[derive(Debug)]
pub(crate) struct Readers {
    locales: Locales,
    /// The grammars that were handed in.
    grammars: BTreeMap<String, Arc<Language>>,
    slots: Vec<(String, OnceLock<Reader>)>,
}

impl Readers {
    /// Checks every folder that is not as it was built in. The built-in ones are checked by this crate's tests, so that
    /// a program that reads one language does not pay for three.
    pub(crate) fn load(
        locales: Locales,
        grammars: BTreeMap<String, Arc<Language>>,
        kinds: &Kinds,
    ) -> Result<Self, LoadError> {
        check_files(&locales)?;
        let tags = locales.tags().filter(|tag| locales.file(tag, PATTERNS).is_some());
        let slots: Vec<(String, OnceLock<Reader>)> = tags.map(|tag| (tag.to_owned(), OnceLock::new())).collect();
        let readers = Self { slots, locales, grammars };
        if readers.locales.is_changed() {
            for (tag, slot) in &readers.slots {
                let _ = slot.set(readers.read(tag, kinds)?);
            }
        }
        Ok(readers)
    }

    /// The reader of that language or of the language that it is a variant of.
    pub(crate) fn get(&self, tag: &str, kinds: &Kinds) -> Option<&Reader> {
        let of = |tag: &str| self.slots.iter().find(|(known, _)| known == tag);
        let (tag, slot) = of(tag).or_else(|| of(base(tag)))?;
        let load = || self.read(tag, kinds).expect("the built-in folders are sound: `every_builtin_language_loads`");
        Some(slot.get_or_init(load))
    }

    fn read(&self, tag: &str, kinds: &Kinds) -> Result<Reader, LoadError> {
        Reader::load(&self.locales, tag, kinds, self.grammars.get(tag))
    }
}

/// Every language has the files for reading, or says in its `locale.toml` that it is not read and has none of them.
fn check_files(locales: &Locales) -> Result<(), LoadError> {
    for tag in locales.tags().filter(|tag| base(tag) == *tag) {
        let reads = locales.declaration(tag)?.reads;
        for name in FILES {
            match (reads, locales.file(tag, name)) {
                (true, None) => {
                    let hint =
                        format!("a language that is only said declares `reads = false` in locales/{tag}/locale.toml");
                    return Err(
                        LoadError::new(format!("locales/{tag}/{name}"), "there is no such file").with_hint(hint)
                    );
                }
                (false, Some(file)) => {
                    let message = format!("nobody reads this: locales/{tag}/locale.toml says `reads = false`");
                    return Err(file.error(0, message).with_hint("delete the one or the other"));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// The language that a tag is a variant of, or is.
pub(crate) fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn every_builtin_language_loads() {
        let locales = Locales::builtin();
        let kinds = Kinds::load(&locales).expect("events.toml is sound");
        for tag in locales.tags().filter(|tag| locales.file(tag, PATTERNS).is_some()) {
            if let Err(error) = Reader::load(&locales, tag, &kinds, None) {
                panic!("{error}");
            }
        }
    }
}
