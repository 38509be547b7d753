//! What comes in.

use serde::{Deserialize, Serialize};

use crate::Date;

/// One article as it came, with what the sender knew about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Article {
    /// The sender's name for it; handed through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The whole text; never changed, every span points into it.
    pub text: String,
    /// The BCP 47 tag of its language, where the sender says so; otherwise it is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The headline, where it is not part of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day of publication, where the sender knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Who published it, as the sender spells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Where it stands on the web, in the publisher's own (canonical) form where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Article {
    /// An article of which only the text is known.
    #[must_use]
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
