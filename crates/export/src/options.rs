//! What is asked for beside the format.

use attache_schema::{Bulletin, Edition};

use crate::ExportError;

/// What is asked for beside the format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The languages whose editions the file holds, in this order; all of them where none is named.
    ///
    /// An embassy sends one file: whoever gets it reads the edition that they can, and everybody has the same numbers. For a file per
    /// language, write once for each edition.
    pub editions: Vec<String>,
    /// The name of the document for windows, bookmarks and archives; the first edition's title and dateline where it is absent.
    pub title: Option<String>,
    /// Whether the source sentence of each clause is kept where a format can hide it until it is asked for.
    pub evidence: Evidence,
    /// The headers of a mail.
    pub envelope: Envelope,
}

/// Whether source sentences go with the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Evidence {
    /// They can be seen by who points at a clause (HTML, DOCX).
    #[default]
    Shown,
    /// They stay at home.
    Left,
}

/// The headers of a mail; each may be left open, for it is a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Envelope {
    /// Who sends it: `Press section <press@example.org>`.
    pub from: Option<String>,
    /// To whom it goes.
    pub to: Vec<String>,
    /// Its subject; the title of the document where it is absent.
    pub subject: Option<String>,
}

impl Options {
    /// The same with only these editions, in this order.
    #[must_use]
    pub fn with_editions(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.editions = tags.into_iter().map(Into::into).collect();
        self
    }

    /// The same with this name of the document.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The same without the source sentences of clauses.
    #[must_use]
    pub fn without_evidence(mut self) -> Self {
        self.evidence = Evidence::Left;
        self
    }

    /// The same with these headers for a mail.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelope = envelope;
        self
    }

    /// The editions in the order of the file; a language named twice counts once.
    pub(crate) fn choose<'a>(&self, bulletin: &'a Bulletin) -> Result<Vec<&'a Edition>, ExportError> {
        if bulletin.editions.is_empty() {
            return Err(ExportError::NoEdition);
        }
        if self.editions.is_empty() {
            return Ok(bulletin.editions.iter().collect());
        }
        let mut chosen: Vec<&Edition> = Vec::new();
        for tag in &self.editions {
            let edition = find(bulletin, tag)?;
            if !chosen.iter().any(|other| other.language == edition.language) {
                chosen.push(edition);
            }
        }
        Ok(chosen)
    }
}

fn find<'a>(bulletin: &'a Bulletin, tag: &str) -> Result<&'a Edition, ExportError> {
    let found = bulletin.editions.iter().find(|edition| edition.language.eq_ignore_ascii_case(tag));
    found.ok_or_else(|| ExportError::UnknownEdition {
        asked: tag.to_owned(),
        known: bulletin.editions.iter().map(|edition| edition.language.clone()).collect(),
    })
}

impl Envelope {
    /// The same from this sender.
    #[must_use]
    pub fn with_from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// The same with one more addressee.
    #[must_use]
    pub fn with_to(mut self, to: impl Into<String>) -> Self {
        self.to.push(to.into());
        self
    }

    /// The same with this subject.
    #[must_use]
    pub fn with_subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
}
