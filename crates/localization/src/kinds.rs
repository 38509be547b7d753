//! What the kinds of event ask of the way they are said: `locales/root/events.toml`.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::ConceptId;
use serde::Deserialize;

const FILE: &str = "events.toml";

/// The kinds of event, by key; what their reader alone needs is passed over.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kinds(BTreeMap<String, Kind>);

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Kind {
    topics: Option<Topics>,
    headline: Vec<Keeping>,
    manners: Vec<String>,
}

/// How its topics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Topics {
    /// In a sentence of their own: "met to discuss trade" is "met" and "discussed trade".
    Apart,
    /// In its own sentence, all of them.
    Whole,
}

/// What a headline may not leave out, or may put in the place of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Keeping {
    /// Whoever visits or is invited goes somewhere.
    Place,
    /// The occasion is part of what happened: somebody attends it.
    Frame,
    /// The name of somebody whose office is the news.
    Name,
    /// A state may stand for its officials, who act for it.
    State,
}

impl Kinds {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let Some(file) = locales.file(ROOT, FILE) else { return Ok(Self::default()) };
        Ok(Self(file.toml()?))
    }

    /// Whether what was spoken of at it is told apart from it.
    pub(crate) fn tells_topics_apart(&self, kind: &ConceptId) -> bool {
        self.0.get(kind.key()).is_some_and(|kind| kind.topics == Some(Topics::Apart))
    }

    pub(crate) fn keeps(&self, kind: &ConceptId, what: Keeping) -> bool {
        self.0.get(kind.key()).is_some_and(|kind| kind.headline.contains(&what))
    }

    /// The manners of each kind.
    pub(crate) fn into_manners(self) -> BTreeMap<String, Vec<String>> {
        self.0.into_iter().map(|(key, kind)| (key, kind.manners)).collect()
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_means_nothing_is_shown_with_its_line() {
        let mut locales = Locales::builtin();
        let text = locales.file(ROOT, FILE).expect("the kinds").text().replacen("[\"place\"]", "[\"palace\"]", 1);
        locales.insert(ROOT, FILE, text);
        let error = Kinds::load(&locales).expect_err("there is no such word");
        assert!(error.line().is_some() && error.to_string().contains("palace"), "{error}");
    }
}
