//! Our lexicon as a glossary that the service keeps: made once, found again by its name, replaced when a word of ours changes.
//!
//! Nothing here sends anything. A glossary holds words of the language folders only, and nothing of an article.

use std::collections::BTreeMap;

use attache_grammar::{Language, Sense};
use attache_localization::Batch;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::fault::Fault;

/// What a service is to be told of a pair of languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glossary {
    /// Tells the pair and the version of the words.
    pub(crate) name: String,
    /// The beginning of the name that all versions for the pair have.
    family: String,
    source: String,
    target: String,
    /// A line for each phrase, a tab between it and its translation.
    entries: String,
}

/// The most bytes of a phrase (DeepL).
const LONGEST: usize = 1024;

/// A glossary in the account of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Glossary {
    /// The glossary of a batch's pair; `None` where the service takes none for it, or we have no words.
    pub(crate) fn of(engine: &Engine, batch: &Batch<'_>) -> Option<Self> {
        let (source, target) = engine.glossary_pair(batch.source, batch.target)?;
        let language = |tag| batch.localizer.language(tag);
        let entries = entries(language(batch.source)?, language(batch.target)?);
        if entries.is_empty() {
            return None;
        }
        let family = format!("attache {}>{} ", batch.source, batch.target);
        let name = format!("{family}{:016x}", hash(&entries));
        Some(Self { name, family, source: source.to_owned(), target: target.to_owned(), entries })
    }

    /// The body of a request that makes it (DeepL, `POST /v3/glossaries`).
    pub(crate) fn request(&self) -> Value {
        json!({"name": self.name, "dictionaries": [{
            "source_lang": self.source, "target_lang": self.target, "entries": self.entries, "entries_format": "tsv"}]})
    }

    /// Whether another is a former version of this one.
    pub(crate) fn replaces(&self, other: &Listed) -> bool {
        other.name != self.name && other.name.starts_with(&self.family)
    }
}

/// The glossaries that a service says it keeps.
pub(crate) fn listed(body: &[u8]) -> Result<Vec<Listed>, Fault> {
    let value: Value = serde_json::from_slice(body).map_err(|_| Fault::Shape("it is no JSON".to_owned()))?;
    let items = value["glossaries"].as_array();
    let items = items.ok_or_else(|| Fault::Shape("it holds no list of glossaries".to_owned()))?;
    Ok(items.iter().filter_map(one).collect())
}

/// The glossary that a service says it has made.
pub(crate) fn made(body: &[u8]) -> Result<String, Fault> {
    let value: Value = serde_json::from_slice(body).map_err(|_| Fault::Shape("it is no JSON".to_owned()))?;
    one(&value).map(|made| made.id).ok_or_else(|| Fault::Shape("it names no glossary".to_owned()))
}

/// An id is put into an address: it is none with anything but letters, digits and hyphens.
fn one(value: &Value) -> Option<Listed> {
    let (id, name) = (value["glossary_id"].as_str()?, value["name"].as_str()?);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!id.is_empty() && id.len() <= 64 && id.chars().all(is_plain))
        .then(|| Listed { id: id.to_owned(), name: name.to_owned() })
}

/// Phrases that both languages have for one concept, in order; a phrase of two concepts is left out.
fn entries(source: &Language, target: &Language) -> String {
    let mut phrases: BTreeMap<String, Option<String>> = BTreeMap::new();
    for surface in source.surfaces() {
        let concept = surface.concept.as_str();
        let noun = match surface.sense {
            Sense::Name => target.noun(concept).cloned().or_else(|| target.role(concept, None, false)),
            Sense::Plural => target.plural(concept).cloned(),
            Sense::Abbreviation => target.abbreviation(concept).cloned(),
            _ => None,
        };
        let Some(noun) = noun else { continue };
        let said = phrases.entry(surface.text).or_insert_with(|| Some(noun.text.clone()));
        if said.as_ref().is_some_and(|said| *said != noun.text) {
            *said = None;
        }
    }
    let is_phrase = |text: &str| {
        !text.is_empty() && text.len() <= LONGEST && text.trim() == text && !text.contains(char::is_control)
    };
    let phrases = phrases.into_iter().filter_map(|(phrase, said)| Some((phrase, said?)));
    let kept = phrases.filter(|(phrase, said)| is_phrase(phrase) && is_phrase(said));
    kept.map(|(phrase, said)| format!("{phrase}\t{said}")).collect::<Vec<_>>().join("\n")
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_is_read_and_ids_that_are_none_are_not() {
        let body = json!({"glossaries": [
            {"glossary_id": "def3a26b-3e84", "name": "attache en>pt 1", "dictionaries": []},
            {"glossary_id": "../v2/usage", "name": "attache en>pt 2"},
            {"name": "no id"}]});
        let found = listed(body.to_string().as_bytes());
        assert_eq!(found, Ok(vec![Listed { id: "def3a26b-3e84".to_owned(), name: "attache en>pt 1".to_owned() }]));
        assert!(listed(b"[]").is_err() && made(b"{}").is_err());
        assert_eq!(made(br#"{"glossary_id": "a1", "name": "n"}"#), Ok("a1".to_owned()));
    }

    #[cfg(feature = "builtin")]
    #[test]
    fn phrases_of_both_languages_stand_beside_each_other() {
        let localizer = attache_localization::Localizer::builder().build().expect("sound folders");
        let language = |tag| localizer.language(tag).expect("a language of ours");
        let entries = entries(language("en"), language("pt"));
        for line in ["renewable energy\tenergias renováveis", "OSCE\tOSCE", "European Union\tUnião Europeia"] {
            assert!(entries.lines().any(|entry| entry == line), "{line}");
        }
        let phrases: Vec<&str> = entries.lines().map(|line| line.split('\t').next().unwrap_or("")).collect();
        assert!(phrases.windows(2).all(|pair| pair[0] < pair[1]), "each phrase stands once");
        assert!(entries.lines().all(|line| line.split('\t').count() == 2));
    }
}
