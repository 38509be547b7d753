//! Names of things that are the same in every language.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The stable id of a concept: a kind, a slash and a key, such as `country/AZ`, `org/osce`, `role/foreign-minister`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transparent))]
pub struct ConceptId(#[cfg_attr(feature = "schemars", schemars(with = "String"))] Arc<str>);

impl ConceptId {
    /// The id as it stands in the lexicon.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(Arc::from(id.into()))
    }

    /// The id of `key` among the concepts of `kind`.
    #[must_use]
    pub fn of(kind: &str, key: &str) -> Self {
        Self(Arc::from(format!("{kind}/{key}")))
    }

    /// What kind of thing it is: `country`, `org`, `role`, `topic`, `event` and so on.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// Which one of its kind it is.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.split_once('/').map_or(&*self.0, |(_, key)| key)
    }

    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConceptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for ConceptId {
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}

impl Serialize for ConceptId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ConceptId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

impl Borrow<str> for ConceptId {
    fn borrow(&self) -> &str {
        &self.0
    }
}
