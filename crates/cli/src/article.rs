//! From an input to an article that is in a language we read.

use std::io::Read;

use attache::{Article, LanguageGuess, UNDETERMINED};
use attache_ingest::Hints;

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
        let mut article = self.parse(&input.read(self.hints.max_bytes)?, input.id())?;
        article.url = article.url.or_else(|| input.address().map(str::to_owned));
        Ok(article)
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
