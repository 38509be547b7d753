//! From an input to its articles, in a language we read.

use std::io::Read;

use attache::{LanguageGuess, UNDETERMINED};
use attache_ingest::{DEFAULT_MAX_BYTES, Document, Format, Hints, nth_id, record};

#[cfg(feature = "fetch")]
use crate::arguments::HostArguments;
use crate::arguments::{AboutArguments, Given, InputArguments, LanguageArguments};
use crate::failure::{Failure, Stop};
use crate::folders::Folders;
use crate::input::{Input, read_all};
use crate::names::english;
use crate::size::Size;
use crate::web;

/// An article, or why it is none, with the name that results and messages have for it.
pub(crate) type Named = (Option<String>, Result<Document, Failure>);

/// How the inputs of one run are read.
#[derive(Debug)]
pub(crate) struct Reader {
    hints: Hints,
    format: Option<Format>,
    known: String,
}

impl Reader {
    /// A reader for those arguments.
    pub(crate) fn new(
        folders: &Folders,
        input: &InputArguments,
        given: Given,
        language: &LanguageArguments,
        about: Option<&AboutArguments>,
    ) -> Result<Self, Stop> {
        let mut hints = Hints::default().with_max_bytes(input.max_input.0);
        hints.language = folders.source(&language.from)?;
        hints.published = about.and_then(|about| about.published);
        hints.outlet = about.and_then(|about| about.outlet.clone());
        let tags: Vec<_> = folders.languages.iter().filter(|l| l.is_plain()).map(|l| l.tag()).collect();
        Ok(Self { hints, format: given.format(), known: tags.join(", ") })
    }

    /// A reader for files of any kind, with nothing said about them but their language.
    pub(crate) fn plain(folders: &Folders, language: &LanguageArguments) -> Result<Self, Stop> {
        let input = InputArguments {
            paths: Vec::new(),
            max_input: Size(DEFAULT_MAX_BYTES),
            #[cfg(feature = "fetch")]
            reach: HostArguments::default(),
        };
        Self::new(folders, &input, Given::Auto, language, None)
    }

    /// The article of one row of a stream, which is called by `name` where it has no id.
    pub(crate) fn record(&self, line: &[u8], name: &str) -> Result<Document, Failure> {
        let line = std::str::from_utf8(line).map_err(|error| {
            let what = format!("is not UTF-8 (byte {} of the line)", error.valid_up_to() + 1);
            Failure::new("not-utf-8", what, "convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`")
        })?;
        let mut hints = self.hints.clone();
        hints.id = Some(name.to_owned());
        Ok(record(line, &hints)?)
    }

    /// The articles of one input, in its order: one of a text, a page or a document, several of a feed, a mail or JSON lines.
    ///
    /// Each stands or fails alone; the outer failure is that of the whole input.
    pub(crate) fn documents(&self, input: &Input) -> Result<Vec<Result<Document, Failure>>, Failure> {
        let Some(address) = input.address() else {
            return self.parse(&input.read(self.hints.max_bytes)?, input, self.hints.clone());
        };
        let page = web::page(address)?;
        let mut hints = self.hints.clone();
        (hints.url, hints.charset) = (Some(page.url), page.content_type.as_deref().and_then(web::charset));
        self.parse(&page.bytes, input, hints)
    }

    /// The same with the name of each, also of those that failed; an input that failed as a whole is one of them.
    pub(crate) fn named(&self, input: &Input) -> Vec<Named> {
        name_each(input, self.documents(input))
    }

    /// The same of an input that is open already.
    pub(crate) fn named_from(&self, reader: impl Read, input: &Input) -> Vec<Named> {
        name_each(
            input,
            read_all(reader, self.hints.max_bytes).and_then(|bytes| self.parse(&bytes, input, self.hints.clone())),
        )
    }

    fn parse(&self, bytes: &[u8], input: &Input, mut hints: Hints) -> Result<Vec<Result<Document, Failure>>, Failure> {
        (hints.id, hints.file_name) = (input.id(), input.id());
        let documents = attache_ingest::read(bytes, self.format, hints)?;
        Ok(documents.into_iter().map(|document| document.map_err(Failure::from)).collect())
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

/// Names each article of an input; one that failed by its place. An input that failed as a whole is one that did.
fn name_each(input: &Input, documents: Result<Vec<Result<Document, Failure>>, Failure>) -> Vec<Named> {
    let documents = documents.unwrap_or_else(|failure| vec![Err(failure)]);
    let name = input.id();
    let named = documents.into_iter().enumerate().map(|(index, document)| match document {
        Ok(document) => (document.article.id.clone(), Ok(document)),
        Err(failure) => (nth_id(name.as_deref(), index), Err(failure)),
    });
    named.collect()
}
