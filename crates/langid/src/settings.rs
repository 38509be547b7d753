//! `locales/root/detect.toml`: the scripts, the thresholds, and what training makes of a text.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT, SourceFile};
use serde::Deserialize;

use crate::letters::{Ranges, holds};

const FILE: &str = "detect.toml";

/// The file. Its keys are explained in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SettingsFile {
    decision: Decision,
    training: Training,
    #[serde(default)]
    look_alikes: BTreeMap<char, char>,
    script: Vec<ScriptFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptFile {
    name: String,
    letters: Vec<String>,
    language: Option<String>,
    #[serde(default)]
    bits: u32,
}

/// When an answer is an answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Decision {
    pub(crate) sample: usize,
    pub(crate) pieces: usize,
    pub(crate) letters: u64,
    pub(crate) ours: i64,
    pub(crate) lead: u64,
    pub(crate) clear: u64,
    pub(crate) enough: u64,
    /// The longest text in which a name says less than a word, in bytes.
    pub(crate) short: usize,
    /// By how much a name may speak for one language rather than another there.
    pub(crate) name: i64,
    pub(crate) variant: usize,
    pub(crate) variant_sample: usize,
}

/// What is made of the texts when weights are learned.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Training {
    pub(crate) plain: BTreeMap<char, char>,
    pub(crate) typed_plain: Vec<String>,
}

/// A script: its letters, and its only language where they decide.
#[derive(Debug)]
pub(crate) struct Script {
    pub(crate) name: String,
    pub(crate) letters: Ranges,
    pub(crate) language: Option<String>,
    pub(crate) bits: u32,
}

#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) decision: Decision,
    pub(crate) training: Training,
    pub(crate) look_alikes: BTreeMap<char, char>,
    pub(crate) scripts: Vec<Script>,
}

impl Settings {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let file = root_file(locales, FILE)?;
        let raw: SettingsFile = file.toml()?;
        let scripts = raw.script.into_iter().map(|script| Script::read(script, file));
        let scripts = scripts.collect::<Result<_, _>>()?;
        Ok(Self { decision: raw.decision, training: raw.training, look_alikes: raw.look_alikes, scripts })
    }
}

/// A file that has to be there.
pub(crate) fn root_file<'a>(locales: &'a Locales, name: &'a str) -> Result<SourceFile<'a>, LoadError> {
    locales.file(ROOT, name).ok_or_else(|| LoadError::new(format!("locales/{ROOT}/{name}"), "is missing"))
}

impl Script {
    fn read(raw: ScriptFile, file: SourceFile<'_>) -> Result<Self, LoadError> {
        if raw.language.is_some() == (raw.bits > 0) {
            let error = file.error_near(&format!("{:?}", raw.name), "has either a language or weights");
            return Err(error.with_hint("write `language = …` where the script decides, else `bits = …`"));
        }
        let letters = raw.letters.iter().map(|range| read_range(range, file)).collect::<Result<_, _>>()?;
        Ok(Self { name: raw.name, letters, language: raw.language, bits: raw.bits })
    }

    pub(crate) fn holds(&self, letter: char) -> bool {
        holds(&self.letters, letter)
    }
}

fn read_range(range: &str, file: SourceFile<'_>) -> Result<(char, char), LoadError> {
    let letters: Vec<char> = range.chars().collect();
    match letters[..] {
        [first, '-', last] if first <= last => Ok((first, last)),
        _ => {
            let error = file.error_near(range, format!("`{range}` is not a range of letters"));
            Err(error.with_hint("write the first and the last: \"а-ё\""))
        }
    }
}
