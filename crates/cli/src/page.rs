//! How digests stand on the page: headings, paragraphs, JSON, and the remarks beside them.

use std::collections::BTreeSet;
use std::io::{self, Write};

use attache::{Attache, Brief, Digest, Focus, LanguageName, Rendered};

use crate::arguments::{Format, OutputArguments};
use crate::failure::{Failure, FailureLine, Stop};
use crate::folders::Folders;
use crate::input::STANDARD;
use crate::lines::write_line;
use crate::names::english;
#[cfg(feature = "translation")]
use crate::translate::TranslationDesk;

/// What is being written, and how far it got.
pub(crate) struct Page {
    format: Format,
    targets: Vec<LanguageName>,
    /// Whether there are several articles, so that each is named.
    several: bool,
    /// Whether something stands on the page already, so that a blank line comes next.
    begun: bool,
    #[cfg(feature = "translation")]
    desk: Option<TranslationDesk>,
}

impl Page {
    pub(crate) fn new(folders: &Folders, output: &OutputArguments, several: bool) -> Result<Self, Stop> {
        Ok(Self {
            format: output.format,
            targets: folders.targets(&output.to)?,
            several,
            begun: false,
            #[cfg(feature = "translation")]
            desk: TranslationDesk::open(&output.translation, folders)?,
        })
    }

    /// Prepares for the articles of one input: where there are several, each is named.
    pub(crate) fn expect(&mut self, articles: usize) {
        self.several |= articles > 1;
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

    /// Says a digest, writes it, and remarks on what could not be said.
    pub(crate) fn write(&mut self, attache: &Attache, digest: Digest, out: &mut dyn Write) -> Result<Brief, Stop> {
        let brief = self.say(attache, digest);
        #[cfg(feature = "translation")]
        if let Some(desk) = self.desk.as_ref().filter(|desk| desk.is_dry()) {
            desk.write_plans(&name(&brief), out)?;
            return Ok(brief);
        }
        match self.format {
            Format::Text => self.write_text(&brief, out)?,
            Format::Markdown => self.write_markdown(&brief, out)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &brief)?;
                writeln!(out)?;
            }
            Format::Jsonl => write_line(out, &brief)?,
        }
        // On a terminal the remarks stand below what they are about.
        out.flush()?;
        self.remark(&brief);
        Ok(brief)
    }

    #[cfg(feature = "translation")]
    fn say(&self, attache: &Attache, digest: Digest) -> Brief {
        let tags = self.targets.iter().map(LanguageName::tag);
        match &self.desk {
            Some(desk) => attache.say_with(digest, tags, desk.translator()),
            None => attache.say(digest, tags),
        }
    }

    #[cfg(not(feature = "translation"))]
    fn say(&self, attache: &Attache, digest: Digest) -> Brief {
        attache.say(digest, self.targets.iter().map(LanguageName::tag))
    }

    /// Reports an input that failed; among JSON lines it has a line too, so that they stay one per input.
    pub(crate) fn fail(&self, id: Option<&str>, failure: &Failure, out: &mut dyn Write) -> Result<(), Stop> {
        failure.report(id.unwrap_or(STANDARD));
        if self.format == Format::Jsonl {
            write_line(out, &FailureLine::new(id, failure))?;
        }
        Ok(())
    }

    fn write_text(&mut self, brief: &Brief, out: &mut dyn Write) -> io::Result<()> {
        if self.several {
            self.blank_line(out)?;
            writeln!(out, "==> {} <==", name(brief))?;
        }
        for (language, rendered) in self.said(brief) {
            self.blank_line(out)?;
            if self.targets.len() > 1 {
                writeln!(out, "{}", language.name())?;
            }
            writeln!(out, "{}", rendered.text)?;
        }
        Ok(())
    }

    fn write_markdown(&mut self, brief: &Brief, out: &mut dyn Write) -> io::Result<()> {
        if self.several {
            self.blank_line(out)?;
            writeln!(out, "# {}", escape(&name(brief)))?;
        }
        for (language, rendered) in self.said(brief) {
            self.blank_line(out)?;
            if self.targets.len() > 1 {
                writeln!(out, "## {}\n", escape(language.name()))?;
            }
            writeln!(out, "{}", escape(&rendered.text))?;
        }
        Ok(())
    }

    /// The paragraphs that say something, in the order that was asked for.
    fn said<'a>(&self, brief: &'a Brief) -> Vec<(LanguageName, &'a Rendered)> {
        let found = self.targets.iter().filter_map(|l| Some((l.clone(), brief.rendered.get(l.tag())?)));
        found.filter(|(_, rendered)| !rendered.text.is_empty()).collect()
    }

    /// Keeps apart what stands on the page and what comes.
    fn blank_line(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.begun {
            writeln!(out)?;
        }
        self.begun = true;
        Ok(())
    }

    /// Tells the person at the terminal what they do not read.
    fn remark(&self, brief: &Brief) {
        let name = name(brief);
        let chosen = brief.digest.pieces.len();
        if chosen == 0 {
            eprintln!("attache: {name}: no sentence of diplomatic news was found; there is no digest");
        }
        for language in &self.targets {
            let Some(rendered) = brief.rendered.get(language.tag()) else { continue };
            if rendered.omitted > 0 {
                let (omitted, language) = (rendered.omitted, english(language.tag()));
                eprintln!("attache: {name}: {omitted} of {chosen} sentences could not be said in {language}");
            }
            for warning in rendered.warnings.iter().filter(|warning| warning.code != "omitted") {
                eprintln!("attache: {name}: {}: {}", language.tag(), warning.message);
            }
        }
    }
}

fn name(brief: &Brief) -> String {
    brief.digest.id.clone().unwrap_or_else(|| STANDARD.to_owned())
}

/// Text that Markdown shows as it is (CommonMark 0.31, section 2.4).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
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
