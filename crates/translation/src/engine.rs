//! What is known of a service before anything is sent: one row of `data/engines.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::form::Form;
use crate::protocol::Protocol;

/// A service, as `data/engines.toml` describes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engine {
    /// What it is called.
    pub name: String,
    pub(crate) protocol: Protocol,
    /// Where it is, where nobody says otherwise.
    pub url: String,
    pub(crate) path: String,
    /// Where it keeps glossaries; none where it has none that we know.
    #[serde(default)]
    pub(crate) glossaries: Option<String>,
    #[serde(default)]
    pub(crate) header: Option<String>,
    #[serde(default)]
    pub(crate) prefix: String,
    /// Whether it answers nobody without a key.
    pub(crate) key: bool,
    /// How many texts one request may hold.
    pub(crate) texts: usize,
    /// How many code points of text one request may hold.
    pub(crate) characters: usize,
    /// Requests a second.
    #[serde(default)]
    pub(crate) rate: Option<std::num::NonZeroU32>,
    pub(crate) forms: Vec<Form>,
    source: BTreeMap<String, String>,
    target: BTreeMap<String, String>,
    #[serde(default)]
    chains: BTreeMap<String, Vec<String>>,
    /// What it calls the languages of glossaries.
    #[serde(default)]
    glossary: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct Table {
    engine: Vec<Engine>,
}

/// A pair of languages, as a service names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair {
    pub(crate) source: String,
    pub(crate) target: String,
}

impl Engine {
    /// All services, in the order of the table.
    #[must_use]
    pub fn all() -> &'static [Self] {
        static TABLE: OnceLock<Vec<Engine>> = OnceLock::new();
        TABLE.get_or_init(|| {
            let table: Table = toml::from_str(include_str!("../data/engines.toml")).expect("a test reads the table");
            table.engine
        })
    }

    /// The service of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::all().iter().find(|engine| engine.name == name)
    }

    /// What the service calls a pair of ours; `None` where it does not list both.
    pub(crate) fn pair(&self, source: &str, target: &str) -> Option<Pair> {
        let pair = Pair { source: self.source.get(source)?.clone(), target: self.target.get(target)?.clone() };
        let is_chained = self.chains.is_empty() || self.chains.contains_key(&key(source, target));
        is_chained.then_some(pair)
    }

    /// What the service calls a pair of ours in a glossary; `None` where it takes none for it.
    pub(crate) fn glossary_pair(&self, source: &str, target: &str) -> Option<(&str, &str)> {
        self.glossaries.as_ref()?;
        let (source, target) = (self.glossary.get(source)?.as_str(), self.glossary.get(target)?.as_str());
        (source != target).then_some((source, target))
    }

    /// The models of a pair, to be tried in turn; one of no name where the service has no choice.
    pub(crate) fn models(&self, source: &str, target: &str) -> Vec<Option<String>> {
        let chains = self.chains.get(&key(source, target));
        chains.map_or_else(|| vec![None], |chains| chains.iter().cloned().map(Some).collect())
    }

    /// Variables of the environment that hold the key, or name a file that does.
    #[must_use]
    pub fn variables(&self) -> (String, String) {
        let name = self.name.to_ascii_uppercase();
        (format!("ATTACHE_{name}_KEY"), format!("ATTACHE_{name}_KEY_FILE"))
    }
}

fn key(source: &str, target: &str) -> String {
    format!("{source}>{target}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert_eq!(Engine::all().len(), 7);
        for engine in Engine::all() {
            assert!(engine.texts > 0 && engine.characters >= 1000 && !engine.forms.is_empty(), "{}", engine.name);
            assert!(engine.path.starts_with('/') && !engine.url.ends_with('/'), "{}", engine.name);
            assert!(engine.url.starts_with("https://") || engine.url.starts_with("http://127.0.0.1"), "{}", engine.url);
            assert!(!engine.key || engine.header.is_some(), "{}: a key goes into a header", engine.name);
            assert_eq!(engine.glossaries.is_some(), !engine.glossary.is_empty(), "{}", engine.name);
        }
    }

    #[test]
    fn european_portuguese_is_never_asked_for_as_plain_pt_where_that_is_brazilian() {
        for name in ["deepl", "google", "azure"] {
            let engine = Engine::named(name).expect("a service");
            let european = engine.pair("en", "pt").expect("a pair").target.to_ascii_lowercase();
            assert_eq!(european, "pt-pt", "{name}");
        }
    }

    #[test]
    fn a_glossary_is_for_pairs_that_the_service_takes_one_for() {
        let deepl = Engine::named("deepl").expect("a service");
        assert_eq!(deepl.glossary_pair("en", "pt-BR"), Some(("en", "pt")));
        assert_eq!(deepl.glossary_pair("en", "az"), None);
        assert_eq!(deepl.glossary_pair("pt", "pt-BR"), None);
    }

    #[test]
    fn a_pair_that_is_not_listed_is_none() {
        let apertium = Engine::named("apertium").expect("a service");
        assert!(apertium.pair("en", "az").is_none());
        assert!(apertium.pair("pt", "pt-BR").is_none(), "no chain");
        assert_eq!(apertium.models("en", "pt").len(), 3);
    }
}
