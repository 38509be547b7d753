//! A digest together with its paragraphs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Digest, Rendered};

/// A digest and what it says in each language: the JSON that the program `attache` writes and reads.
///
/// The digest's own fields come first, `rendered` is last. A reader that wants only the digest reads a [`Digest`] from the
/// same JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Brief {
    /// What was chosen.
    #[serde(flatten)]
    pub digest: Digest,
    /// One paragraph per target language, by BCP 47 tag.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rendered: BTreeMap<String, Rendered>,
}
