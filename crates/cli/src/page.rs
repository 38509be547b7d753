//! How digests stand on the page: headings, paragraphs, JSON, and the remarks beside them.

use std::collections::BTreeSet;
use std::io::{self, Write};

use attache::{Attache, Brief, Digest, Focus, LanguageName, Rendered};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::arguments::{Format, OutputArguments};
use crate::failure::{Failure, FailureLine, Stop};
use crate::folders::Folders;
use crate::input::STANDARD;
use crate::lines::write_line;
use crate::names::english;
use crate::sheet::Sheet;
#[cfg(feature = "translation")]
use crate::translate::TranslationDesk;

/// How digests are to be written; the same for all of a run.
pub(crate) struct Page {
    format: Format,
    targets: Vec<LanguageName>,
    /// Whether what could not be said is remarked on.
    remarks: bool,
    #[cfg(feature = "translation")]
    desk: Option<TranslationDesk>,
}

/// A brief that is to be written.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) brief: &'a Brief,
    /// Whether it is one of several, so that each is named.
    pub(crate) is_named: bool,
    /// Whether a person looks on who does not read what is written.
    pub(crate) is_remarked: bool,
    /// What came with the article and means nothing to us.
    pub(crate) extra: &'a Map<String, Value>,
}

/// A line of JSON with what is handed through.
#[derive(Serialize)]
struct Accompanied<'a> {
    #[serde(flatten)]
    brief: &'a Brief,
    extra: &'a Map<String, Value>,
}

impl Page {
    pub(crate) fn new(folders: &Folders, output: &OutputArguments) -> Result<Self, Stop> {
        Ok(Self {
            format: output.format,
            targets: folders.targets(&output.to)?,
            remarks: true,
            #[cfg(feature = "translation")]
            desk: TranslationDesk::open(&output.translation, folders)?,
        })
    }

    /// Leaves out the remarks.
    pub(crate) fn without_remarks(mut self, quiet: bool) -> Self {
        self.remarks = !quiet;
        self
    }

    /// Whether a blank line parts one article from the next.
    pub(crate) fn is_prose(&self) -> bool {
        matches!(self.format, Format::Text | Format::Markdown) && !self.is_dry()
    }

    /// Whether one article is one line.
    pub(crate) fn is_lines(&self) -> bool {
        self.format == Format::Jsonl && !self.is_dry()
    }

    /// Whether somebody else is asked for the words, one article after the other.
    #[cfg(feature = "translation")]
    pub(crate) fn is_translated(&self) -> bool {
        self.desk.is_some()
    }

    /// Nobody can be asked.
    #[cfg(not(feature = "translation"))]
    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    pub(crate) fn is_translated(&self) -> bool {
        false
    }

    #[cfg(feature = "translation")]
    fn is_dry(&self) -> bool {
        self.desk.as_ref().is_some_and(TranslationDesk::is_dry)
    }

    #[cfg(not(feature = "translation"))]
    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    fn is_dry(&self) -> bool {
        false
    }

    /// The stages that this page needs.
    pub(crate) fn attache(&self, folders: &Folders, output: &OutputArguments, focus: Focus) -> Result<Attache, Stop> {
        // What a sentence needs to stand alone is said in the language of its article, whichever that is.
        let others = folders.languages.iter().filter(|_| output.is_translated());
        let languages: BTreeSet<&str> = self.targets.iter().chain(others).map(LanguageName::tag).collect();
        Attache::builder()
            .locales(folders.locales.clone())
            .languages(languages)
            .max_words(output.max_words())
            .unrendered(output.unrendered())
            .translated(output.is_translated())
            .focus(focus)
            .build()
            .map_err(|error| folders.broken(&error))
    }

    /// Writes a brief, and remarks on what could not be said.
    pub(crate) fn write(&self, entry: Entry<'_>, sheet: &mut Sheet) -> Result<(), Stop> {
        let Entry { brief, is_named, is_remarked, extra } = entry;
        #[cfg(feature = "translation")]
        if let Some(desk) = self.desk.as_ref().filter(|desk| desk.is_dry()) {
            return Ok(desk.write_plans(&name(brief), sheet)?);
        }
        match self.format {
            Format::Text => self.write_text(brief, is_named, sheet)?,
            Format::Markdown => self.write_markdown(brief, is_named, sheet)?,
            Format::Json if extra.is_empty() => write_document(brief, sheet)?,
            Format::Json => write_document(&Accompanied { brief, extra }, sheet)?,
            Format::Jsonl if extra.is_empty() => write_line(sheet, brief)?,
            Format::Jsonl => write_line(sheet, &Accompanied { brief, extra })?,
        }
        if self.remarks && is_remarked {
            self.remark(brief, sheet);
        }
        Ok(())
    }

    /// The languages that are asked for.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &str> {
        self.targets.iter().map(LanguageName::tag)
    }

    /// Says a brief's digest in one language.
    pub(crate) fn say(&self, attache: &Attache, brief: &mut Brief, tag: &str) {
        if let Some(rendered) = self.rendered(attache, &brief.digest, tag) {
            brief.rendered.insert(tag.to_owned(), rendered);
        }
    }

    #[cfg(feature = "translation")]
    fn rendered(&self, attache: &Attache, digest: &Digest, tag: &str) -> Option<Rendered> {
        match &self.desk {
            Some(desk) => attache.render_with(digest, tag, desk.translator()),
            None => attache.render(digest, tag),
        }
    }

    #[cfg(not(feature = "translation"))]
    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    fn rendered(&self, attache: &Attache, digest: &Digest, tag: &str) -> Option<Rendered> {
        attache.render(digest, tag)
    }

    /// Reports an article that failed, under the name that people know it by; among JSON lines it has a line too, so that they
    /// stay one per article.
    pub(crate) fn fail(&self, id: Option<&str>, name: &str, failure: &Failure, sheet: &mut Sheet) -> Result<(), Stop> {
        sheet.remark(&format!("{name}: {failure}"));
        if self.format == Format::Jsonl {
            write_line(sheet, &FailureLine::new(id, failure))?;
        }
        Ok(())
    }

    fn write_text(&self, brief: &Brief, is_named: bool, sheet: &mut Sheet) -> io::Result<()> {
        if is_named {
            sheet.blank_line();
            writeln!(sheet, "==> {} <==", name(brief))?;
        }
        for (language, rendered) in self.said(brief) {
            sheet.blank_line();
            if self.targets.len() > 1 {
                writeln!(sheet, "{}", language.name())?;
            }
            writeln!(sheet, "{}", rendered.text)?;
        }
        Ok(())
    }

    fn write_markdown(&self, brief: &Brief, is_named: bool, sheet: &mut Sheet) -> io::Result<()> {
        if is_named {
            sheet.blank_line();
            writeln!(sheet, "# {}", escape(&name(brief)))?;
        }
        for (language, rendered) in self.said(brief) {
            sheet.blank_line();
            if self.targets.len() > 1 {
                writeln!(sheet, "## {}\n", escape(language.name()))?;
            }
            writeln!(sheet, "{}", escape(&rendered.text))?;
        }
        Ok(())
    }

    /// The paragraphs that say something, in the order that was asked for.
    fn said<'a>(&self, brief: &'a Brief) -> Vec<(LanguageName, &'a Rendered)> {
        let found = self.targets.iter().filter_map(|l| Some((l.clone(), brief.rendered.get(l.tag())?)));
        found.filter(|(_, rendered)| !rendered.text.is_empty()).collect()
    }

    /// Tells the person at the terminal what they do not read.
    fn remark(&self, brief: &Brief, sheet: &mut Sheet) {
        let name = name(brief);
        let chosen = brief.digest.pieces.len();
        if chosen == 0 {
            sheet.remark(&format!("{name}: no sentence of diplomatic news was found; there is no digest"));
        }
        for language in &self.targets {
            let Some(rendered) = brief.rendered.get(language.tag()) else { continue };
            if rendered.omitted > 0 {
                let (omitted, language) = (rendered.omitted, english(language.tag()));
                sheet.remark(&format!("{name}: {omitted} of {chosen} sentences could not be said in {language}"));
            }
            for warning in rendered.warnings.iter().filter(|warning| warning.code != "omitted") {
                sheet.remark(&format!("{name}: {}: {}", language.tag(), warning.message));
            }
        }
    }
}

fn write_document(value: &impl Serialize, sheet: &mut Sheet) -> Result<(), Stop> {
    serde_json::to_writer_pretty(&mut *sheet, value)?;
    Ok(writeln!(sheet)?)
}

fn name(brief: &Brief) -> String {
    brief.digest.id.clone().unwrap_or_else(|| STANDARD.to_owned())
}

/// Text that Markdown shows as it is (CommonMark 0.31, section 2.4).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markdown_stays_text() {
        assert_eq!(escape("a_b*c [d](e) <f>"), r"a\_b\*c \[d\](e) \<f\>");
        assert_eq!(escape("Ceyhun Bayramov: 5-ci konfrans"), "Ceyhun Bayramov: 5-ci konfrans");
    }
}
