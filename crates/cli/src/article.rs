//! From an input to an article that is in a language we read.

use std::io::Read;

use attache::{Article, LanguageGuess, UNDETERMINED};
use attache_ingest::Hints;
use serde_json::{Map, Value};

use crate::arguments::{AboutArguments, InputArguments, LanguageArguments};
use crate::failure::{Failure, Stop};
use crate::folders::Folders;
use crate::input::{Input, read_all};
use crate::names::english;

/// How the inputs of one run are read.
#[derive(Debug)]
pub(crate) struct Reader {
    hints: Hints,
    known: String,
}

impl Reader {
    /// A reader for those arguments.
    pub(crate) fn new(
        folders: &Folders,
        input: &InputArguments,
        language: &LanguageArguments,
        about: Option<&AboutArguments>,
    ) -> Result<Self, Stop> {
        let mut hints = Hints::default().with_max_bytes(input.max_input.0);
        hints.language = folders.source(&language.from)?;
        hints.published = about.and_then(|about| about.published);
        hints.outlet = about.and_then(|about| about.outlet.clone());
        let tags: Vec<_> = folders.languages.iter().filter(|l| l.is_plain()).map(|l| l.tag()).collect();
        Ok(Self { hints, known: tags.join(", ") })
    }

    /// The article of one input.
    pub(crate) fn article(&self, input: &Input) -> Result<Article, Failure> {
        self.parse(&input.read(self.hints.max_bytes)?, input.id())
    }

    /// The article of an input that is open already.
    pub(crate) fn article_from(&self, reader: impl Read, id: Option<String>) -> Result<Article, Failure> {
        self.parse(&read_all(reader, self.hints.max_bytes)?, id)
    }

    fn parse(&self, bytes: &[u8], id: Option<String>) -> Result<Article, Failure> {
        let mut hints = self.hints.clone();
        hints.id = id;
        Ok(attache_ingest::text(bytes, hints)?)
    }

    /// The article of one row of JSON lines, called by `name` where it has no id, and the fields that mean nothing to us.
    pub(crate) fn record(&self, line: &[u8], name: &str) -> Result<(Article, Map<String, Value>), Failure> {
        let not = |error: &dyn std::fmt::Display| {
            Failure::new("not-a-record", format!("is not such a row: {error}"), "`attache help` shows what is read")
        };
        let line = std::str::from_utf8(line)
            .map_err(|error| Failure::new("not-utf-8", format!("is not UTF-8: {error}"), "convert it"))?;
        let mut extra: Map<String, Value> = serde_json::from_str(line).map_err(|error| not(&error))?;
        let mut take = |key: &str| {
            extra.remove(key).and_then(|value| match value {
                Value::String(s) => Some(s),
                Value::Number(n) => Some(n.to_string()),
                _ => None,
            })
        };
        let published = take("date").map(|date| date.parse()).transpose().map_err(|error| not(&error))?;
        let article = Article {
            id: Some(take("id").unwrap_or_else(|| name.to_owned())),
            url: take("url"),
            title: take("title"),
            published: published.or(self.hints.published),
            outlet: take("source").or_else(|| self.hints.outlet.clone()),
            language: take("lang").or_else(|| self.hints.language.clone()),
            text: take("text").ok_or_else(|| not(&"no text"))?,
        };
        Ok((article, extra))
    }

    /// Refuses a text that is in none of our languages: a wrong digest is worse than none.
    pub(crate) fn check_language(&self, guess: &LanguageGuess) -> Result<(), Failure> {
        if guess.tag != UNDETERMINED {
            return Ok(());
        }
        let hint = format!("force a language with --from ({})", self.known);
        Err(match &guess.resembles {
            Some(tag) => {
                Failure::new("language", format!("looks like {}, which attaché does not read", english(tag)), hint)
            }
            None => Failure::new("language", "is in no language that attaché could make out", hint),
        })
    }
}
