//! The kinds of event: `locales/root/events.toml`.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::ConceptId;
use serde::Deserialize;

const FILE: &str = "events.toml";

/// What is known of each kind in no language.
#[derive(Debug)]
pub(crate) struct Kinds(BTreeMap<String, Kind>);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    class: Class,
    /// Thousandths that a sentence gains by such an event.
    weight: i64,
    /// The nearest code of the PLOVER ontology (2021), for export and comparison.
    #[allow(dead_code, reason = "read so that a wrong file is found; exported with issue 4")]
    plover: String,
    /// A bare saying, which gives way to what was said.
    #[serde(default)]
    shell: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Class {
    Act,
    Statement,
}

impl Kinds {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let file = locales
            .file(ROOT, FILE)
            .ok_or_else(|| LoadError::new(format!("locales/{ROOT}/{FILE}"), "is missing: no event can be read"))?;
        Ok(Self(file.toml()?))
    }

    pub(crate) fn contains(&self, kind: &str) -> bool {
        self.of(kind).is_some()
    }

    pub(crate) fn is_act(&self, kind: &ConceptId) -> bool {
        self.of(kind.as_str()).is_some_and(|kind| kind.class == Class::Act)
    }

    pub(crate) fn is_shell(&self, kind: &ConceptId) -> bool {
        self.of(kind.as_str()).is_some_and(|kind| kind.shell)
    }

    pub(crate) fn weight(&self, kind: &ConceptId) -> i64 {
        self.of(kind.as_str()).map_or(0, |kind| kind.weight)
    }

    fn of(&self, kind: &str) -> Option<&Kind> {
        self.0.get(kind.strip_prefix("event/")?)
    }
}
