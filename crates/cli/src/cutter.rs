//! The segmenters of one run.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use attache::{Article, Attache, SourceFile, UNDETERMINED, truncations};
use attache_segmenter::{Rule, Segment, Segmenter};

use crate::arguments::{AUTO, SegmentArguments};
use crate::failure::Stop;
use crate::folders::Folders;

/// Cuts texts of all languages, by the rules that the user asked for.
pub(crate) struct Cutter {
    segmenters: BTreeMap<String, Segmenter>,
    common: Segmenter,
    /// Finds out the language of a text; missing where the user said it for all.
    reading: Option<Attache>,
    /// The tags without rules that were told of already.
    told: Vec<String>,
}

impl Cutter {
    /// Builds all that may be needed: a mistake in a profile is told before the first text is cut.
    pub(crate) fn open(folders: &Folders, arguments: &SegmentArguments) -> Result<Self, Stop> {
        let profile = arguments.profile.as_deref().map(read).transpose()?;
        let files: Vec<_> = profile.iter().map(|(name, text)| SourceFile::new("", name, text)).collect();
        let rules: Vec<_> = arguments.rules.iter().map(|name| rule_of(name)).collect::<Result<_, _>>()?;
        let build = |tag: &str| -> Result<Segmenter, Stop> {
            let segmenter = Segmenter::load_with(&folders.locales, tag, &files);
            let segmenter = segmenter.map_err(|error| folders.broken(&error))?;
            Ok(rules.iter().fold(segmenter, |segmenter, (rule, on)| segmenter.with_rule(*rule, *on)))
        };
        let tags = folders.locales.tags().map(|tag| Ok((tag.to_owned(), build(tag)?)));
        Ok(Self {
            segmenters: tags.collect::<Result<_, Stop>>()?,
            common: build(UNDETERMINED)?,
            reading: if arguments.language.from == AUTO { Some(folders.reading()?) } else { None },
            told: Vec::new(),
        })
    }

    /// Cuts an article in its language, which is found out where the article does not say it.
    pub(crate) fn cut(&mut self, article: &Article) -> Vec<Segment> {
        let detect = || self.reading.as_ref().map(|reading| reading.detect(&article.text).tag);
        let tag = article.language.clone().or_else(detect).unwrap_or_else(|| UNDETERMINED.to_owned());
        self.segmenter(&tag).segments(&article.text).collect()
    }

    fn segmenter(&mut self, tag: &str) -> &Segmenter {
        let known = self.known(tag);
        if known.is_none() && !self.told.iter().any(|told| told == tag) {
            let why = if tag == UNDETERMINED {
                "the language was not recognised".into()
            } else {
                format!("there are no sentence rules for `{tag}`")
            };
            eprintln!("attache: note: {why}; the rules that all languages share are used");
            self.told.push(tag.to_owned());
        }
        known.and_then(|tag| self.segmenters.get(&tag)).unwrap_or(&self.common)
    }

    /// Our tag for a language: the case does not matter, and `en-US` is cut as `en` (RFC 4647, look-up).
    fn known(&self, tag: &str) -> Option<String> {
        let find = |tag: &str| {
            self.segmenters.iter().find(|(known, segmenter)| known.eq_ignore_ascii_case(tag) && segmenter.has_profile())
        };
        truncations(tag).rev().find_map(find).map(|(known, _)| known.clone())
    }
}

fn read(path: &Path) -> Result<(String, String), Stop> {
    let name = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => Ok((name, text)),
        Err(error) => Err(Stop::Usage(format!("--profile {name}: cannot be read: {error}"))),
    }
}

/// `lower-case-starts` switches a rule on, `no-glued` off.
fn rule_of(name: &str) -> Result<(Rule, bool), Stop> {
    let off = name.strip_prefix("no-").and_then(Rule::named).map(|rule| (rule, false));
    off.or_else(|| Rule::named(name).map(|rule| (rule, true))).ok_or_else(|| {
        let known = Rule::names().collect::<Vec<_>>().join(", ");
        Stop::Usage(format!(
            "--rule: there is no rule `{name}`\n  there are: {known}; each with `no-` before it to switch it off"
        ))
    })
}
