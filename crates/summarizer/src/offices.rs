//! Which offices are of one kind: the column `kind` of `locales/root/lexicon/roles.tsv`.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::ConceptId;

const FILE: &str = "lexicon/roles.tsv";

/// The kind of each office: of a foreign ministry, of a government, a diplomat's …
#[derive(Debug)]
pub(crate) struct Offices(BTreeMap<String, String>);

impl Offices {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut kinds = BTreeMap::new();
        let Some(file) = locales.file(ROOT, FILE) else { return Ok(Self(kinds)) };
        let table = file.table()?;
        for row in table.rows() {
            kinds.insert(row.key().to_owned(), row.cell("kind").to_owned());
        }
        Ok(Self(kinds))
    }

    /// Whether one office may be called by the other's name: a secretary of state of a foreign ministry is called its
    /// minister, an ambassador is never called a president.
    pub(crate) fn are_akin(&self, one: &ConceptId, other: &ConceptId) -> bool {
        let kind = |office: &ConceptId| self.0.get(office.as_str());
        kind(one).is_some_and(|known| Some(known) == kind(other))
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn offices_of_one_ministry_are_akin() {
        let offices = Offices::load(&Locales::builtin()).expect("the lexicon is sound");
        let akin =
            |one: &str, other: &str| offices.are_akin(&ConceptId::of("role", one), &ConceptId::of("role", other));
        assert!(akin("foreign-minister", "secretary-of-state-fa"));
        assert!(!akin("president", "ambassador"));
        assert!(!akin("foreign-minister", "ambassador"));
        assert!(!akin("nobody", "nobody"));
    }
}
