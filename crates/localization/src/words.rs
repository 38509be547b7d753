//! Noun phrases as Fluent sees them: words that know how they are inflected.
//!
//! Holds the grammar of lists and of phrases with a head; the forms themselves come from `attache-grammar`, and which
//! forms there are is written in a language's `grammar.toml`.

use std::borrow::Cow;
use std::sync::Arc;

use attache_grammar::{Language, Noun};
use attache_schema::Gender;
use fluent::FluentValue;
use fluent::types::FluentType;

use crate::marks;

/// So many words are few, a name or a state: an object that stands at once behind its verb. Behind an office with its state a place
/// would be read as a part of it ("o embaixador do Peru **em Lisboa**").
const FEW: usize = 2;

/// One way to word a phrase: a noun that takes the forms, and what follows it unchanged.
///
/// "ministro dos Negócios Estrangeiros" is the noun and " do Peru, Rui Salgueiro," follows; of "Perunun xarici işlər
/// naziri Rui Salgeyru" the whole is the noun, since the case goes to its end.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    pub(crate) noun: Noun,
    pub(crate) after: String,
}

impl Wording {
    /// The noun with what stands before it; listed forms grow with it.
    pub(crate) fn around(before: &str, noun: &Noun, after: &str) -> Self {
        let mut noun = noun.clone();
        noun.text.insert_str(0, before);
        for form in noun.forms.values_mut() {
            form.insert_str(0, before);
        }
        Self { noun, after: after.to_owned() }
    }

    fn plain(&self) -> String {
        format!("{}{}", self.noun.text, self.after)
    }

    fn inflect(&self, language: &Language, form: &str) -> Option<String> {
        Some(format!("{}{}", language.inflect(&self.noun, form)?, self.after))
    }
}

impl From<Noun> for Wording {
    fn from(noun: Noun) -> Self {
        Self { noun, after: String::new() }
    }
}

/// One member of a list: the wording that we like best, and others for forms that it cannot take.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    first: Wording,
    others: Vec<Wording>,
    person: bool,
    /// A later mention: rather another sentence than another wording.
    later: bool,
}

impl Phrase {
    /// A phrase with one wording.
    pub(crate) fn new(first: Wording) -> Self {
        Self { first, others: Vec::new(), person: false, later: false }
    }

    /// Adds a wording for forms that those before it cannot take.
    pub(crate) fn or(mut self, other: Option<Wording>) -> Self {
        self.others.extend(other);
        self
    }

    /// Adds all wordings of another phrase for the same thing.
    pub(crate) fn or_all(mut self, other: Phrase) -> Self {
        self.others.push(other.first);
        self.others.extend(other.others);
        self
    }

    /// Says that it was named before.
    pub(crate) fn later(mut self) -> Self {
        self.later = true;
        self
    }

    /// Says that it stands for somebody, not for something.
    pub(crate) fn person(mut self) -> Self {
        self.person = true;
        self
    }

    /// The form of the first wording that takes it; `strict` asks the first one only.
    fn inflect(&self, language: &Language, form: &str, strict: bool) -> Option<String> {
        let others = if strict { &[][..] } else { &self.others };
        let mut wordings = [&self.first].into_iter().chain(others);
        wordings.find_map(|wording| wording.inflect(language, form))
    }
}

impl From<Noun> for Phrase {
    fn from(noun: Noun) -> Self {
        Self::new(Wording::from(noun))
    }
}

/// One or more phrases in one slot of a message; copies share them, since Fluent takes one for each use.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    members: Arc<[Phrase]>,
    plain: Arc<str>,
    /// The subject that stands before already: it agrees and is not said again.
    silent: bool,
    /// Takes no form that the wordings we like best cannot take.
    strict: bool,
}

impl Words {
    /// The list of `members`; `None` where there are none.
    pub(crate) fn list(language: &Language, members: Vec<Phrase>) -> Option<Self> {
        if members.is_empty() {
            return None;
        }
        let plain = join(language, members.iter().map(|member| member.first.plain()));
        Some(Self { members: members.into(), plain: plain.into(), silent: false, strict: false })
    }

    /// One noun.
    pub(crate) fn noun(noun: Noun) -> Self {
        let plain = noun.text.as_str().into();
        Self { members: [Phrase::from(noun)].into(), plain, silent: false, strict: false }
    }

    /// The same words with a mark instead of their text: for the head of a noun phrase.
    pub(crate) fn marked(&self) -> Self {
        self.shown_as(marks::HEAD, false)
    }

    /// The words as a subject that was said before: a mark for the text, and no other form.
    pub(crate) fn unsaid(&self) -> Self {
        self.shown_as(marks::SUBJECT, true)
    }

    /// Whether somebody named before may have to be named in other words, for a form that the short name cannot take.
    pub(crate) fn may_reword(&self) -> bool {
        self.members.iter().any(|member| member.later && !member.others.is_empty())
    }

    /// The same words, only in the wordings that we like best.
    pub(crate) fn as_worded_first(&self) -> Self {
        Self { strict: true, ..self.clone() }
    }

    fn shown_as(&self, mark: char, silent: bool) -> Self {
        Self { members: Arc::clone(&self.members), plain: mark.encode_utf8(&mut [0; 4]).into(), silent, strict: false }
    }

    /// The words without any form.
    pub(crate) fn plain(&self) -> &str {
        &self.plain
    }

    /// The first member's first wording, for building a larger phrase around it.
    pub(crate) fn head(&self) -> &Noun {
        &self.members[0].first.noun
    }

    /// The form at the end of the list only: a case suffix holds for all members ("Rusiya və Gürcüstana").
    pub(crate) fn inflect_last(&self, language: &Language, form: &str) -> Option<String> {
        let (last, before) = self.members.split_last().filter(|_| !self.silent)?;
        let last = last.inflect(language, form, self.strict)?;
        Some(join(language, before.iter().map(|member| member.first.plain()).chain([last])))
    }

    /// The form at every member: an article or a preposition is repeated ("da Arménia e do Azerbaijão").
    pub(crate) fn inflect_each(&self, language: &Language, form: &str) -> Option<String> {
        if self.silent {
            return None;
        }
        let forms: Option<Vec<String>> =
            self.members.iter().map(|member| member.inflect(language, form, self.strict)).collect();
        Some(join(language, forms?.into_iter()))
    }

    /// The words with their articles, as subject or object.
    pub(crate) fn with_articles(&self, language: &Language) -> Option<String> {
        if self.silent { Some(self.plain.to_string()) } else { self.inflect_each(language, "article") }
    }

    /// Whether all of it is a few words without a comma.
    pub(crate) fn is_brief(&self) -> bool {
        self.plain.split_whitespace().count() <= FEW && !self.plain.contains(',')
    }

    /// How many members the list has.
    pub(crate) fn count(&self) -> usize {
        self.members.len()
    }

    /// Whether a verb with these words as its subject stands in the plural.
    pub(crate) fn is_plural(&self) -> bool {
        self.count() > 1 || self.head().plural
    }

    /// Whether all of them stand for somebody.
    pub(crate) fn are_people(&self) -> bool {
        self.members.iter().all(|member| member.person)
    }

    /// The gender that agrees with all members: feminine only where all are; `None` where one shows none.
    pub(crate) fn gender(&self) -> Option<Gender> {
        let genders: Option<Vec<Gender>> = self.members.iter().map(|member| member.first.noun.gender).collect();
        let feminine = genders?.into_iter().all(|gender| gender == Gender::Feminine);
        Some(if feminine { Gender::Feminine } else { Gender::Masculine })
    }

    /// How many words the first member has.
    pub(crate) fn length(&self) -> usize {
        self.head().text.split_whitespace().count()
    }
}

fn join(language: &Language, members: impl Iterator<Item = String>) -> String {
    language.enumerate(members.collect())
}

// Fluent wants to compare values; messages select on strings that functions return, never on words.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.plain == other.plain
    }
}

impl FluentType for Words {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(self.plain.to_string())
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(self.plain.to_string())
    }
}

impl From<Words> for FluentValue<'_> {
    fn from(words: Words) -> Self {
        FluentValue::Custom(Box::new(words))
    }
}
