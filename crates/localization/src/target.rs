//! One language to say things in: its messages, its grammar, and the checks that they fit together.

use std::collections::BTreeMap;
use std::sync::Arc;

use attache_grammar::{Language, Noun};
use attache_locales::{LoadError, Locales, SourceFile, truncations};
use fluent::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::contract::{Class, KINDS, PHRASES, PHRASINGS};
use crate::functions;
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
}

/// The message files that were read; a variant shares those of its language.
pub(crate) type Resources = BTreeMap<String, Arc<FluentResource>>;

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
            let resource = match read.get(&file.path()) {
                Some(resource) => Arc::clone(resource),
                None => Arc::new(parse(&file)?),
            };
            read.insert(file.path(), Arc::clone(&resource));
            bundle.add_resource_overriding(resource);
        }
        let target = Self { language, bundle };
        target.check(tag)?;
        Ok(target)
    }

    /// Every message of the contract is there, with the attributes that it must have.
    fn check(&self, tag: &str) -> Result<(), LoadError> {
        let acts = KINDS.iter().flat_map(|kind| kind.shapes).filter(|shape| shape.class == Class::Act);
        let with_attributes = acts
            .flat_map(|shape| [(shape.id, "underway"), (shape.id, "planned")])
            .chain(PHRASINGS.iter().map(|phrasing| (phrasing.id, "head")));
        let shapes = KINDS.iter().flat_map(|kind| kind.shapes).map(|shape| shape.id);
        let ids = shapes.chain(PHRASINGS.iter().map(|phrasing| phrasing.id)).chain(PHRASES.iter().map(|(id, _)| *id));
        let path = || format!("locales/{tag}/messages.ftl");
        for id in ids {
            if self.bundle.get_message(id).and_then(|message| message.value()).is_none() {
                return Err(LoadError::new(path(), format!("no message `{id}`")).with_hint("write it in any .ftl file"));
            }
        }
        for (id, attribute) in with_attributes {
            if !self.has(id, attribute) {
                return Err(LoadError::new(path(), format!("message `{id}` has no attribute `.{attribute}`")));
            }
        }
        Ok(())
    }

    /// The grammar of the language.
    pub(crate) fn language(&self) -> &Language {
        &self.language
    }

    /// The noun for a concept of any kind.
    pub(crate) fn noun(&self, concept: &str) -> Option<Noun> {
        self.language.noun(concept).cloned()
    }

    /// Whether a message has that attribute.
    pub(crate) fn has(&self, id: &str, attribute: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.get_attribute(attribute).is_some())
    }

    /// Formats a message, or one of its attributes; blanks and punctuation of empty slots are gone.
    pub(crate) fn say(&self, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Result<String, Fault> {
        self.format(id, attribute, args).map(|text| tidy(&text))
    }

    /// Formats a part of a phrase, in which blanks at the ends and commas matter.
    pub(crate) fn format(&self, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Result<String, Fault> {
        let name = || attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
        let missing = || Fault::Broken(format!("there is no message `{}`", name()));
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
        if text.contains(marks::BROKEN) {
            return Err(Fault::Broken(format!(
                "message `{}`: a function was called in a way that means nothing",
                name()
            )));
        }
        if text.contains(marks::UNSAYABLE) {
            return Err(Fault::Unsayable);
        }
        Ok(text.into_owned())
    }
}

fn parse(file: &SourceFile<'_>) -> Result<FluentResource, LoadError> {
    FluentResource::try_new(file.text().to_owned()).map_err(|(_, errors)| match errors.first() {
        Some(error) => file.error(error.pos.start, error.kind.to_string()),
        None => LoadError::new(file.path(), "not a Fluent file"),
    })
}
