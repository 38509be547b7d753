//! One language to say things in: its messages, its grammar, and the checks that they fit together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use attache_grammar::{Language, Noun};
use attache_locales::{LoadError, Locales, SourceFile, truncations};
use fluent::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::contract;
use crate::facts::Facts;
use crate::functions;
use crate::gaps::{find_gaps, path_of};
use crate::marks;
use crate::tidy::tidy;

/// Why a message gave no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A form that this language does not lend to these words; another wording may do.
    Unsayable,
    /// Our mistake, in words for a warning.
    Broken(String),
}

/// A language to say things in.
pub(crate) struct Target {
    language: Arc<Language>,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// The messages that the language leaves open.
    gaps: BTreeSet<&'static str>,
    facts: Arc<Facts>,
}

/// What was read and is shared: the message files, which a variant has in common with its language, and what holds in all
/// languages.
#[derive(Default)]
pub(crate) struct Resources {
    messages: BTreeMap<String, Arc<FluentResource>>,
    facts: Option<Arc<Facts>>,
}

impl Resources {
    fn facts(&mut self, locales: &Locales) -> Result<Arc<Facts>, LoadError> {
        let facts = match self.facts.take() {
            Some(facts) => facts,
            None => Arc::new(Facts::load(locales)?),
        };
        self.facts = Some(Arc::clone(&facts));
        Ok(facts)
    }
}

impl Target {
    /// Reads a language's messages and grammar.
    pub(crate) fn load(locales: &Locales, tag: &str, read: &mut Resources) -> Result<Self, LoadError> {
        let language = Arc::new(Language::load(locales, tag)?);
        let identifier: LanguageIdentifier = tag
            .parse()
            .map_err(|_| LoadError::new(format!("locales/{tag}"), "the folder's name is no language tag"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        functions::add_to(&mut bundle, &language)
            .map_err(|error| LoadError::new(format!("locales/{tag}"), error.to_string()))?;
        for file in truncations(tag).flat_map(|tag| locales.files_ending(tag, ".ftl")) {
            let resource = match read.messages.get(&file.path()) {
                Some(resource) => Arc::clone(resource),
                None => Arc::new(parse(&file)?),
            };
            read.messages.insert(file.path(), Arc::clone(&resource));
            bundle.add_resource_overriding(resource);
        }
        let gaps = find_gaps(locales, tag, &|id| bundle.has_message(id))?;
        let target = Self { language, bundle, gaps, facts: read.facts(locales)? };
        target.check(tag)?;
        Ok(target)
    }

    /// Every message of the contract is there, with the attributes that it must have, or its gap is written down.
    fn check(&self, tag: &str) -> Result<(), LoadError> {
        for id in contract::messages().filter(|id| !self.gaps.contains(id)) {
            if self.bundle.get_message(id).and_then(|message| message.value()).is_none() {
                return Err(LoadError::new(path_of(tag), format!("message `{id}` has no value")));
            }
        }
        for (id, attribute) in contract::attributes().filter(|(id, _)| !self.gaps.contains(id)) {
            if !self.has(id, attribute) {
                return Err(LoadError::new(path_of(tag), format!("message `{id}` has no attribute `.{attribute}`")));
            }
        }
        Ok(())
    }

    /// In which language something is written, in words; the tag where this language has none.
    pub(crate) fn original(&self, tag: &str) -> String {
        let tag = marks::clean(truncations(tag).next().unwrap_or(tag));
        let mut args = FluentArgs::new();
        args.set("tag", tag.clone());
        self.say("original", None, &args).unwrap_or(tag)
    }

    /// The grammar of the language.
    pub(crate) fn language(&self) -> &Language {
        &self.language
    }

    /// The same, for others to keep.
    pub(crate) fn grammar(&self) -> Arc<Language> {
        Arc::clone(&self.language)
    }

    /// What holds in every language.
    pub(crate) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The noun for a concept of any kind.
    pub(crate) fn noun(&self, concept: &str) -> Option<Noun> {
        self.language.noun(concept).cloned()
    }

    /// Whether the language has no such message, and says so.
    #[cfg(test)]
    pub(crate) fn leaves_open(&self, id: &str) -> bool {
        self.gaps.contains(id)
    }

    /// Whether a message has that attribute.
    pub(crate) fn has(&self, id: &str, attribute: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.get_attribute(attribute).is_some())
    }

    /// Formats a message, or one of its attributes; blanks and punctuation of empty slots are gone.
    pub(crate) fn say(&self, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Result<String, Fault> {
        self.resolve(id, attribute, args).map(|text| tidy(&text))
    }

    /// Formats a part of a phrase, in which blanks at the ends and commas matter.
    pub(crate) fn format(&self, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Result<String, Fault> {
        self.resolve(id, attribute, args).map(Cow::into_owned)
    }

    /// As [`Self::format`]; what stands in the message as it is said is not copied.
    pub(crate) fn resolve(&self, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Result<Cow<'_, str>, Fault> {
        let name = || attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
        let missing = || Fault::Broken(format!("there is no message `{}`", name()));
        if self.gaps.contains(id) {
            return Err(Fault::Unsayable);
        }
        let message = self.bundle.get_message(id).ok_or_else(missing)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern.ok_or_else(missing)?, Some(args), &mut errors);
        if let Some(error) = errors.first() {
            return Err(Fault::Broken(format!("message `{}`: {error}", name())));
        }
        if !marks::may_stand_in(&text) {
            return Ok(text);
        }
        if text.contains(marks::BROKEN) {
            return Err(Fault::Broken(format!(
                "message `{}`: a function was called in a way that means nothing",
                name()
            )));
        }
        if text.contains(marks::UNSAYABLE) {
            return Err(Fault::Unsayable);
        }
        Ok(text)
    }
}

fn parse(file: &SourceFile<'_>) -> Result<FluentResource, LoadError> {
    FluentResource::try_new(file.text().to_owned()).map_err(|(_, errors)| match errors.first() {
        Some(error) => file.error(error.pos.start, error.kind.to_string()),
        None => LoadError::new(file.path(), "not a Fluent file"),
    })
}
