//! Options, and the ready localizer that is made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use attache_grammar::{Language, Names};
use attache_locales::{LoadError, Locales};
use attache_schema::{Actor, ConceptId, Digest, Event, MAX_WORDS, Person, Rendered};
use fluent::FluentArgs;

use crate::compose::Composer;
use crate::differ::Difference;
use crate::headline;
use crate::marks;
use crate::paragraph::Paragraph;
use crate::refer::Referrer;
use crate::target::{Resources, Target};
use crate::translator::{Batch, Translations, Translator};

/// What becomes of a piece of which nothing can be said in the target language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unrendered {
    /// It is left out and counted in [`Rendered::omitted`].
    #[default]
    Omit,
    /// The author's sentence is quoted in its own language.
    Quote,
}

/// Says digests in every language that has a folder.
pub struct Localizer {
    targets: BTreeMap<String, Target>,
    names: Arc<Names>,
    unrendered: Unrendered,
    max_words: usize,
    capitals: bool,
}

/// Collects the options of a [`Localizer`].
#[derive(Debug, Clone)]
pub struct LocalizerBuilder {
    locales: Option<Locales>,
    names: Option<Arc<Names>>,
    languages: Option<Vec<String>>,
    unrendered: Unrendered,
    max_words: usize,
    capitals: bool,
}

impl Localizer {
    /// Options with their defaults: all built-in languages, nothing quoted, [`MAX_WORDS`] words.
    #[must_use]
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder {
            locales: None,
            names: None,
            languages: None,
            unrendered: Unrendered::Omit,
            max_words: MAX_WORDS,
            capitals: false,
        }
    }

    /// The tags of the languages that it says things in, in order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.targets.keys().map(String::as_str)
    }

    /// Says a digest in the language of that tag; `None` where there is no such language.
    ///
    /// Total for any digest, also one that was stored, edited or made up: what cannot be said is counted and named in
    /// [`Rendered::warnings`].
    #[must_use]
    pub fn render(&self, digest: &Digest, tag: &str) -> Option<Rendered> {
        self.render_with(digest, tag, &Translations::new())
    }

    /// Says a digest as [`Localizer::render`] does, with translations for the pieces that no message says; each is marked, and one
    /// that failed is named in [`Rendered::warnings`].
    #[must_use]
    pub fn render_with(&self, digest: &Digest, tag: &str, translations: &Translations) -> Option<Rendered> {
        let (tag, target) = self.targets.get_key_value(tag)?;
        Some(self.paragraph(digest, target, translations).render(tag))
    }

    /// Says pieces that come from several articles, in their order and without a source line: those in `copied` as their authors
    /// wrote them, the others composed. `None` where there is no such language. Nothing is left out for want of room; what cannot
    /// be said stands in its translation, is quoted or counted, as `unrendered` says.
    #[must_use]
    pub fn weave(
        &self,
        digest: &Digest,
        copied: &BTreeSet<usize>,
        tag: &str,
        unrendered: Unrendered,
        translations: &Translations,
    ) -> Option<Rendered> {
        let (tag, target) = self.targets.get_key_value(tag)?;
        let plain = self.paragraph(digest, target, translations);
        Some(Paragraph { copied: Some(copied), unrendered, max_words: usize::MAX, ..plain }.render(tag))
    }

    /// An event in at most so many words, for a headline: without day and framework, its people by office or by state where there
    /// is no room for both. `None` where no message says it or the shortest way is still too long.
    #[must_use]
    pub fn headline(&self, tag: &str, event: &Event, people: &[Person], max_words: usize) -> Option<String> {
        let target = self.targets.get(tag)?;
        headline::headline(event, &self.referrer(target, people), max_words)
    }

    /// What a story is about of which nothing else can be said: its people, states and bodies, and its topics, in few words. `None`
    /// where nothing of it has a name in the language.
    #[must_use]
    pub fn about(&self, tag: &str, who: &[Actor], people: &[Person], topics: &[ConceptId]) -> Option<String> {
        let target = self.targets.get(tag)?;
        let referrer = self.referrer(target, people);
        let language = target.language();
        let who: Vec<String> = who
            .iter()
            .filter_map(|actor| match actor.person.and_then(|person| people.get(person)) {
                Some(person) => Some(referrer.spelling(person)),
                None => referrer.named(actor, ""),
            })
            .collect();
        let topics: Vec<String> = topics.iter().filter_map(|topic| Some(referrer.noun(Some(topic))?.text)).collect();
        let (who, topics) = (language.list(&who), language.list(&topics));
        let said = match (who.is_empty(), topics.is_empty()) {
            (true, true) => return None,
            (false, true) => who,
            (true, false) => topics,
            (false, false) => {
                let mut args = FluentArgs::new();
                args.set("who", who);
                args.set("topics", topics);
                target.say("headline-about", None, &args).ok()?
            }
        };
        Some(language.sentence_case(&said))
    }

    /// A headline in another language, with a word in which; `None` where there is no such language.
    #[must_use]
    pub fn original_headline(&self, tag: &str, headline: &str, language: &str) -> Option<String> {
        let target = self.targets.get(tag)?;
        let mut args = FluentArgs::new();
        args.set("headline", marks::clean(headline));
        args.set("language", target.original(language));
        target.say("headline-original", None, &args).ok()
    }

    /// Where sources differ, in one sentence; `None` where the language cannot say it.
    #[must_use]
    pub fn difference(&self, tag: &str, difference: &Difference) -> Option<String> {
        difference.say(&self.referrer(self.targets.get(tag)?, &[]))
    }

    /// A message that stands alone and has no variables, such as `brief-title`; `None` where the language leaves it open.
    #[must_use]
    pub fn label(&self, tag: &str, id: &str) -> Option<String> {
        self.targets.get(tag)?.say(id, None, &FluentArgs::new()).ok()
    }

    /// Asks a translator for what no message of the language says; nothing where there is no such language.
    #[must_use]
    pub fn translate(&self, digest: &Digest, tag: &str, translator: &dyn Translator) -> Translations {
        let Some((tag, target)) = self.targets.get_key_value(tag) else { return Translations::new() };
        let original = self.targets.get(&digest.language.tag);
        let original = original.map(|target| self.referrer(target, &digest.people));
        let untold = self.paragraph(digest, target, &Translations::new()).untold(original.as_ref());
        if untold.is_empty() {
            return Translations::new();
        }
        let batch = Batch {
            source: &digest.language.tag,
            target: tag,
            sentences: &untold,
            people: &digest.people,
            published: digest.source.published,
            localizer: self,
        };
        let answers = translator.translate(&batch);
        untold.iter().map(|untold| untold.piece).zip(answers).collect()
    }

    /// A noun phrase for somebody or something that takes part, in a form of `grammar.toml` (`article`, `genitive`), or plain where
    /// the form is empty; `None` where the language cannot say it.
    #[must_use]
    pub fn name(&self, tag: &str, actor: &Actor, people: &[Person], form: &str) -> Option<String> {
        let target = self.targets.get(tag)?;
        self.referrer(target, people).named(actor, form)
    }

    /// A person's name as it is spelt in the language of that tag.
    #[must_use]
    pub fn spell(&self, tag: &str, person: &Person) -> Option<String> {
        Some(self.referrer(self.targets.get(tag)?, &[]).spelling(person))
    }

    /// The grammar of the language of that tag.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.targets.get(tag).map(Target::language)
    }

    /// The grammars of all its languages by tag, for who needs them too and would read them again.
    #[must_use]
    pub fn grammars(&self) -> BTreeMap<String, Arc<Language>> {
        self.targets.iter().map(|(tag, target)| (tag.clone(), target.grammar())).collect()
    }

    fn referrer<'a>(&'a self, target: &'a Target, people: &'a [Person]) -> Referrer<'a> {
        Referrer::new(target, &self.names, people, self.capitals)
    }

    fn paragraph<'a>(
        &'a self,
        digest: &'a Digest,
        target: &'a Target,
        translations: &'a Translations,
    ) -> Paragraph<'a> {
        let composer = Composer { referrer: self.referrer(target, &digest.people) };
        let (unrendered, max_words) = (self.unrendered, self.max_words);
        Paragraph { digest, composer, unrendered, max_words, translations, copied: None }
    }
}

impl LocalizerBuilder {
    /// The language folders; without this the built-in ones, if they are compiled in.
    #[must_use]
    pub fn locales(mut self, locales: &Locales) -> Self {
        self.locales = Some(locales.clone());
        self
    }

    /// The name lexica, for callers who have read them already; without this they are read from the folders.
    #[must_use]
    pub fn names(mut self, names: Arc<Names>) -> Self {
        self.names = Some(names);
        self
    }

    /// Only these languages; without this all that have a folder.
    #[must_use]
    pub fn languages<T: Into<String>>(mut self, tags: impl IntoIterator<Item = T>) -> Self {
        self.languages = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// What becomes of a piece of which nothing can be said.
    #[must_use]
    pub fn unrendered(mut self, unrendered: Unrendered) -> Self {
        self.unrendered = unrendered;
        self
    }

    /// How many words a paragraph has at most, the source line included. No sentence is cut for it.
    #[must_use]
    pub fn max_words(mut self, max_words: usize) -> Self {
        self.max_words = max_words;
        self
    }

    /// Writes offices with a capital letter also where the language would not ("o Ministro dos Negócios Estrangeiros"), as many
    /// houses do; without this as the language does. The authors' own sentences stay as they are.
    #[must_use]
    pub fn offices_in_capitals(mut self, capitals: bool) -> Self {
        self.capitals = capitals;
        self
    }

    /// Reads and checks the messages and the grammar of every language.
    ///
    /// # Errors
    /// With file, line and caret, where a file cannot be read, or with the name of a message that a language lacks.
    pub fn build(self) -> Result<Localizer, LoadError> {
        let locales = self.locales.unwrap_or_else(builtin);
        let tags = self.languages.unwrap_or_else(|| locales.tags().map(str::to_owned).collect());
        let mut read = Resources::default();
        let mut targets = BTreeMap::new();
        for tag in tags {
            if !locales.contains(&tag) {
                let known: Vec<&str> = locales.tags().collect();
                return Err(LoadError::new(format!("locales/{tag}"), "there is no folder for this language")
                    .with_hint(format!("there are {}", known.join(", "))));
            }
            let target = Target::load(&locales, &tag, &mut read)?;
            targets.insert(tag, target);
        }
        let names = match self.names {
            Some(names) => names,
            None => Arc::new(Names::load(&locales)?),
        };
        let Self { unrendered, max_words, capitals, .. } = self;
        Ok(Localizer { targets, names, unrendered, max_words, capitals })
    }
}

#[cfg(feature = "builtin")]
fn builtin() -> Locales {
    Locales::builtin()
}

#[cfg(not(feature = "builtin"))]
fn builtin() -> Locales {
    Locales::default()
}
