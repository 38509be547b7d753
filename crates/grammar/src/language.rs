//! Everything known of one language.
//!
//! Joins the lexicon, the grammar and the calendar; holds no rule of its own.

use attache_locales::{LoadError, Locales};
use attache_schema::{Date, Gender};

use crate::calendar::Calendar;
use crate::grammar::{self, Grammar};
use crate::lexicon::Lexicon;
use crate::{Endings, Noun, NounKind, Surface};

/// The lexicon, the grammar and the dates of one language.
///
/// ```
/// # use attache_grammar::Language;
/// # use attache_locales::Locales;
/// # #[cfg(feature = "builtin")] {
/// let portuguese = Language::load(&Locales::builtin(), "pt")?;
/// let azerbaijan = portuguese.noun("country/AZ").expect("all countries have a name");
/// assert_eq!(portuguese.inflect(azerbaijan, "de").as_deref(), Some("do Azerbaijão"));
/// # }
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Language {
    tag: String,
    lexicon: Lexicon,
    grammar: Grammar,
    calendar: Calendar,
}

impl Language {
    /// Reads the folders of `tag`, the plain language first. A regional tag without a folder (`en-US`) reads those of
    /// its language, with the date habits that the language lists for the region.
    ///
    /// # Errors
    /// Where there is no such language, or one of its files is malformed: with line, caret and a hint.
    pub fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        if locales.layers(tag, grammar::FILE).next().is_none() {
            let folder = if locales.contains(tag) {
                format!("locales/{tag}/{}", grammar::FILE)
            } else {
                format!("locales/{tag}")
            };
            return Err(LoadError::new(folder, "there is no such language").with_hint(known(locales)));
        }
        let grammar = Grammar::load(locales, tag)?;
        Ok(Self {
            tag: tag.to_owned(),
            lexicon: Lexicon::load(locales, tag)?,
            calendar: Calendar::load(locales, tag, &grammar)?,
            grammar,
        })
    }

    /// The tag with which the language was loaded.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Regions with date habits of their own but no folder: `US`.
    pub fn regions(&self) -> impl Iterator<Item = &str> {
        self.calendar.regions().iter().map(String::as_str)
    }

    /// The noun for a concept: a country, organisation, place, topic, occasion, document, charge or kind of aid.
    #[must_use]
    pub fn noun(&self, concept: &str) -> Option<&Noun> {
        self.lexicon.entries.get(concept).map(|entry| &entry.noun)
    }

    /// What several of a concept are called, where the lexicon counts them: "memoranda of understanding".
    #[must_use]
    pub fn plural(&self, concept: &str) -> Option<&Noun> {
        self.lexicon.entries.get(concept)?.plural.as_ref()
    }

    /// The abbreviation of a concept, where the lexicon has one.
    #[must_use]
    pub fn abbreviation(&self, concept: &str) -> Option<&Noun> {
        self.lexicon.entries.get(concept)?.abbreviation.as_ref()
    }

    /// The capital of a country; `None` where the lexicon leaves it open.
    #[must_use]
    pub fn capital(&self, country: &str) -> Option<&Noun> {
        self.lexicon.capital(country)
    }

    /// The adjective of a country in agreement.
    #[must_use]
    pub fn adjective(&self, country: &str, gender: Gender, plural: bool) -> Option<&str> {
        let forms = &self.lexicon.entries.get(country)?.adjectives;
        let index = usize::from(gender == Gender::Feminine) + 2 * usize::from(plural);
        forms.get(index).or(forms.first()).map(String::as_str)
    }

    /// The adjective of a country before an office: "the US Secretary of State", "the Portuguese Foreign Minister".
    #[must_use]
    pub fn attributive(&self, country: &str) -> Option<&str> {
        let own = self.lexicon.entries.get(country).map(|entry| entry.attributive.as_str());
        own.filter(|own| !own.is_empty()).or_else(|| self.adjective(country, Gender::Masculine, false))
    }

    /// The word for a person from a country (`portuqaliyalı`); `None` in languages that use the adjective.
    #[must_use]
    pub fn origin(&self, country: &str) -> Option<String> {
        let origin = &self.lexicon.entries.get(country)?.origin;
        Some(origin.clone()).filter(|origin| !origin.is_empty())
    }

    /// The title of an office, as it stands before a name; the form `full` is the official title where it differs.
    ///
    /// Without a gender the form is given that shows none. Where offices show gender and the lexicon has no such form,
    /// the answer is `None`: a first name is no evidence.
    #[must_use]
    pub fn role(&self, role: &str, gender: Option<Gender>, plural: bool) -> Option<Noun> {
        let office = self.lexicon.offices.get(role)?;
        let titles = match gender {
            Some(Gender::Feminine) => &office.feminine,
            Some(Gender::Masculine) => &office.masculine,
            None if self.grammar.gendered => &office.neutral,
            None => &office.masculine,
        };
        let text = titles.get(plural)?;
        let gender = if self.grammar.gendered { gender.or(Some(Gender::Masculine)) } else { None };
        let mut noun = Noun { gender, plural, possessive: office.owned, ..Noun::common(text) };
        if let Some(full) = office.full.get(plural).filter(|_| titles.get(plural) == office.masculine.get(plural)) {
            noun.forms.insert(FULL.to_owned(), full.to_owned());
        }
        Some(noun)
    }

    /// The title of an office behind its owner, in languages that mark what is owned; elsewhere the plain title.
    #[must_use]
    pub fn role_possessed(&self, role: &str, plural: bool) -> Option<Noun> {
        let office = self.lexicon.offices.get(role)?;
        let (Some(title), Some(plain)) = (office.possessed.get(plural), office.masculine.get(plural)) else {
            return self.role(role, None, plural);
        };
        if !office.owned && title == plain {
            return self.role(role, None, plural);
        }
        Some(Noun { plural, possessive: true, ..Noun::common(title) })
    }

    /// A form of a noun, by its name in `grammar.toml`; the empty name is the plain text.
    ///
    /// `None` where it cannot be said honestly: there is no such form, or the name is foreign and takes no ending.
    #[must_use]
    pub fn inflect(&self, noun: &Noun, form: &str) -> Option<String> {
        self.grammar.inflect(noun, form)
    }

    /// A date in one of the forms of `dates.toml`; a form says less where less is known of the date.
    #[must_use]
    pub fn date(&self, date: Date, form: &str) -> Option<String> {
        self.calendar.date(date, form, &self.grammar)
    }

    /// A range of days in one of the forms of `dates.toml`.
    #[must_use]
    pub fn date_range(&self, start: Date, end: Date, form: &str) -> Option<String> {
        self.calendar.range(start, end, form, &self.grammar)
    }

    /// An ordinal number in the style `digits` or `words`.
    #[must_use]
    pub fn ordinal(&self, number: u32, style: &str, gender: Option<Gender>) -> Option<String> {
        self.grammar.ordinal(number, style, gender)
    }

    /// An ordinal number as it stands before the noun that it counts.
    #[must_use]
    pub fn ordinal_before(&self, number: u32, style: &str, gender: Option<Gender>) -> Option<String> {
        self.grammar.ordinal_before(number, style, gender)
    }

    /// Joins the members of a list.
    #[must_use]
    pub fn list(&self, members: &[String]) -> String {
        self.grammar.list(members)
    }

    /// The members as running text lists them: words that all of them share are said once ("the situation in Libya and
    /// Sudan"), and members that hold commas are kept apart by semicolons.
    #[must_use]
    pub fn enumerate(&self, members: Vec<String>) -> String {
        self.grammar.enumerate(members)
    }

    /// Two clauses of which the second has the subject of the first: "arrived in Lima **and** met the minister".
    #[must_use]
    pub fn join_clauses(&self, first: &str, second: &str) -> String {
        self.grammar.join_clauses(first, second)
    }

    /// Whether the first word of a text leans on a noun before it: "**and** Peru signed", "**ilə** görüşüb".
    #[must_use]
    pub fn leans_back(&self, text: &str) -> bool {
        self.grammar.leans_back(text)
    }

    /// Upper case by the rules of the language.
    #[must_use]
    pub fn upper(&self, text: &str) -> String {
        self.grammar.letters.upper(text)
    }

    /// Lower case by the rules of the language.
    #[must_use]
    pub fn lower(&self, text: &str) -> String {
        self.grammar.letters.lower(text)
    }

    /// Raises the first letter and leaves the rest as it is.
    #[must_use]
    pub fn sentence_case(&self, text: &str) -> String {
        self.grammar.letters.sentence_case(text)
    }

    /// The name by which a person is called after the first mention.
    #[must_use]
    pub fn short_name(&self, name: &str) -> String {
        self.grammar.short_name(name)
    }

    /// The same where it is known which words someone is called by: at the head of the `rest` behind the given names.
    pub(crate) fn short_name_of(&self, given: &[&str], rest: &[&str], called: &[&str]) -> String {
        self.grammar.short_name_of(given, rest, called)
    }

    /// An adjective or participle, given in the masculine singular, in agreement.
    #[must_use]
    pub fn agree(&self, word: &str, gender: Gender, plural: bool) -> String {
        self.grammar.agree(word, gender, plural)
    }

    /// Every shape of every concept, in the order of the concepts.
    #[must_use]
    pub fn surfaces(&self) -> Vec<Surface> {
        self.lexicon.surfaces(&|noun| self.grammar.changed_shapes(noun))
    }

    /// The endings that may follow a shape.
    #[must_use]
    pub fn endings(&self) -> &Endings {
        &self.grammar.endings
    }

    /// Folds letters for comparison: one character for one character.
    #[must_use]
    pub fn fold(&self, text: &str) -> String {
        self.grammar.letters.fold_str(text)
    }

    pub(crate) fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// The noun or abbreviation whose text is this.
    pub(crate) fn noun_called(&self, text: &str) -> Option<(&str, &Noun)> {
        self.lexicon.entries.iter().find_map(|(id, entry)| {
            let nouns = [Some(&entry.noun), entry.abbreviation.as_ref()];
            nouns.into_iter().flatten().find(|noun| noun.text == text).map(|noun| (id, noun))
        })
    }

    /// How the first word of a phrase is spoken, where it is an abbreviation that the lexicon knows.
    pub(crate) fn reading_of(&self, word: &str) -> Option<&str> {
        let abbreviations = self.lexicon.entries.iter().filter_map(|(_, entry)| entry.abbreviation.as_ref());
        abbreviations.filter(|noun| noun.text == word).find_map(|noun| noun.reading.as_deref())
    }
}

const FULL: &str = "full";

fn known(locales: &Locales) -> String {
    let tags: Vec<&str> = locales.tags().collect();
    format!("there are {}", tags.join(", "))
}

/// A number in digits.
pub(crate) fn number(digits: &str) -> Noun {
    Noun { kind: NounKind::Number, ..Noun::name(digits) }
}
