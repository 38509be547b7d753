//! What a house wants to read: the file that says it, read and checked.
//!
//! Holds no rule for ranking or for words; those who rank and say ask it. `fixtures/profiles/` has three, with every key.

use std::collections::{BTreeMap, BTreeSet};

use attache_locales::{LoadError, Locales, ROOT};
use attache_schema::{ConceptId, MAX_WORDS};
use attache_summarizer::{Focus, FocusError};
use serde::Deserialize;
use toml::Spanned;

use attache::Languages;

/// How many stories a brief has at most where nobody says.
pub const MAX_STORIES: usize = 20;
/// The form of a date in `dates.toml` where nobody says.
const DATE_FORM: &str = "long";
/// What a state or body in focus adds to a story, in thousandths, where nobody says.
const FOCUS: i64 = 150;
const HOME: i64 = 300;
const HOST: i64 = 200;
/// The most that one concept may add or take away.
const MOST: i64 = 1000;
/// What a key that holds a secret is called.
const SECRETS: [&str; 4] = ["key", "token", "secret", "password"];
/// How alike a mistyped word and a known one are.
const ALIKE: f64 = 0.7;

/// What a house wants to read, and how it wants it said.
///
/// ```
/// use attache_bulletin::Profile;
/// use attache_locales::Locales;
///
/// let locales = Locales::builtin();
/// let profile = Profile::parse("mine.toml", "home = \"PT\"\nhost = \"AZ\"\nstories = 5\n", &locales)?;
/// assert_eq!(profile.stories, 5);
///
/// let error = Profile::parse("mine.toml", "hom = \"PT\"\n", &locales).expect_err("mistyped");
/// assert_eq!(
///     error.to_string(),
///     "mine.toml:1:1: nobody reads `hom`\n  |\n1 | hom = \"PT\"\n  | ^\n  = help: did you mean `home`?"
/// );
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Profile {
    /// The languages to write, in this order; empty where the caller says.
    pub languages: Vec<String>,
    /// The house's own state (`country/…`).
    pub home: Option<ConceptId>,
    /// The state in which the house is.
    pub host: Option<ConceptId>,
    /// What else is in focus, and how much it adds, in thousandths.
    pub focus: BTreeMap<ConceptId, i64>,
    /// What concepts add to a story or take from it, in thousandths.
    pub weights: BTreeMap<ConceptId, i64>,
    /// How many words a paragraph has at most.
    pub words: usize,
    /// How many stories a brief has at most.
    pub stories: usize,
    /// The sections in order; one without a heading where there are none.
    pub sections: Vec<SectionRule>,
    /// Whether offices are written with a capital letter also where the language would not.
    pub offices_in_capitals: bool,
    /// The form of days that stand alone, above the brief and behind its sources; one of the language's `dates.toml`.
    pub date_form: String,
    /// Lines above everything.
    pub letterhead: Vec<String>,
    /// What the brief is called, by language; our own word where a language is missing.
    pub title: BTreeMap<String, String>,
    /// Lines below everything, by language.
    pub notes: BTreeMap<String, Vec<String>>,
    /// Whether sentences are translated that cannot be composed, and by whom; for who calls [`crate::BulletinMaker::make_with`].
    pub translation: TranslationSettings,
}

/// One section of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRule {
    /// What belongs there; a story stands in the first section that it belongs to.
    pub of: Vec<Belonging>,
    /// The heading by language; the name of what belongs there where a language is missing.
    pub heading: BTreeMap<String, String>,
}

/// What makes a story belong to a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belonging {
    /// The house's own state takes part.
    Home,
    /// The state takes part in which the house is.
    Host,
    /// A state takes part, or a topic or one of its parts is spoken of.
    Concept(ConceptId),
    /// Whatever belongs nowhere else.
    Other,
}

impl Belonging {
    /// The id that a section has by it: `home`, `host`, `other`, or that of the concept.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Home => "home",
            Self::Host => "host",
            Self::Other => "other",
            Self::Concept(concept) => concept.as_str(),
        }
    }
}

/// Whether sentences are translated that cannot be composed, and by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TranslationSettings {
    /// Where a service may be.
    pub mode: TranslationMode,
    /// The service by its name, such as `libretranslate`; several with commas between, each asked where those before it failed.
    pub engine: Option<String>,
    /// Its address, where it is not the usual one; as many as there are services, with commas between.
    pub url: Option<String>,
}

/// Where a translation service may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranslationMode {
    /// None is asked.
    #[default]
    Off,
    /// On this machine.
    Local,
    /// Anywhere.
    Remote,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            languages: Vec::new(),
            home: None,
            host: None,
            focus: BTreeMap::new(),
            weights: BTreeMap::new(),
            words: MAX_WORDS,
            stories: MAX_STORIES,
            sections: Vec::new(),
            offices_in_capitals: false,
            date_form: DATE_FORM.to_owned(),
            letterhead: Vec::new(),
            title: BTreeMap::new(),
            notes: BTreeMap::new(),
            translation: TranslationSettings::default(),
        }
    }
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    #[serde(default)]
    languages: Vec<Spanned<String>>,
    home: Option<Spanned<String>>,
    host: Option<Spanned<String>>,
    #[serde(default)]
    focus: Vec<Spanned<String>>,
    #[serde(default)]
    weights: BTreeMap<Spanned<String>, Spanned<i64>>,
    words: Option<Spanned<i64>>,
    stories: Option<Spanned<i64>>,
    #[serde(default)]
    letterhead: Vec<String>,
    #[serde(default)]
    title: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    notes: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    sections: Vec<WrittenSection>,
    #[serde(default)]
    house: WrittenHouse,
    #[serde(default)]
    translation: WrittenTranslation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenSection {
    of: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    heading: BTreeMap<Spanned<String>, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenHouse {
    #[serde(default)]
    offices_in_capitals: bool,
    date_form: Option<Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenTranslation {
    #[serde(default)]
    mode: TranslationMode,
    engine: Option<String>,
    url: Option<String>,
}

impl Profile {
    /// Reads a profile; errors name it `name`.
    ///
    /// # Errors
    /// With line, caret and what was perhaps meant, where the text is no TOML, a key is not known, or a state, concept, language,
    /// number or form is none.
    pub fn parse(name: &str, text: &str, locales: &Locales) -> Result<Self, LoadError> {
        let written: Written = toml::from_str(text).map_err(|error| explain(name, text, &error))?;
        Checker::new(name, text, locales)?.check(written)
    }

    /// The profile with more in focus: a list such as `PT,org/osce,topic/energy=50`, in which `100` is the usual weight.
    ///
    /// # Errors
    /// Where a concept or a number is not known.
    pub fn with_focus(mut self, list: &str, locales: &Locales) -> Result<Self, FocusError> {
        Focus::parse(list, locales)?;
        for item in list.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let (id, weight) = item.split_once('=').unwrap_or((item, "100"));
            let hundredths: i64 = weight.trim().parse().unwrap_or(100);
            self.focus.insert(concept(id.trim()), FOCUS * hundredths / 100);
        }
        Ok(self)
    }

    /// What sentences gain weight by: all that is in focus.
    ///
    /// # Errors
    /// Where a table of the lexicon is broken.
    pub fn reading_focus(&self, locales: &Locales) -> Result<Focus, FocusError> {
        let list: Vec<String> = self.in_focus().keys().map(ToString::to_string).collect();
        Focus::parse(&list.join(","), locales)
    }

    /// Everything in focus with what it adds: the home and the host state, and the others.
    pub(crate) fn in_focus(&self) -> BTreeMap<ConceptId, i64> {
        let states = [(&self.host, HOST), (&self.home, HOME)];
        let states = states.into_iter().filter_map(|(state, weight)| Some((state.clone()?, weight)));
        self.focus.iter().map(|(concept, weight)| (concept.clone(), *weight)).chain(states).collect()
    }
}

/// A state by its ISO 3166 code, anything else by its id.
fn concept(id: &str) -> ConceptId {
    let is_code = id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_code { ConceptId::of("country", &id.to_ascii_uppercase()) } else { ConceptId::new(id) }
}

/// What the reader of TOML says, with what was perhaps meant.
fn explain(name: &str, text: &str, error: &toml::de::Error) -> LoadError {
    let message = error.message();
    let at = error.span().map_or(0, |span| span.start);
    // serde lists the known keys behind the unknown one, all of them in backquotes.
    let mut quoted = message.split('`').skip(1).step_by(2);
    let unknown = ["unknown field", "unknown variant"].iter().any(|start| message.starts_with(start));
    let Some(mistyped) = quoted.next().filter(|_| unknown) else {
        return LoadError::at(name, text, at, message.to_owned());
    };
    let known: Vec<&str> = quoted.collect();
    // Profiles are sent around and kept with other files.
    if SECRETS.iter().any(|secret| mistyped.contains(secret)) {
        let hint = "no secret belongs here: a key is read from ATTACHE_<ENGINE>_KEY, or from the file that ATTACHE_<ENGINE>_KEY_FILE names";
        return LoadError::at(name, text, at, format!("nobody reads `{mistyped}`")).with_hint(hint);
    }
    let hint = match nearest(mistyped, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("here stand {}", known.join(", ")),
    };
    LoadError::at(name, text, at, format!("nobody reads `{mistyped}`")).with_hint(hint)
}

fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let scored = known.map(|known| (strsim::normalized_damerau_levenshtein(known, word), known));
    let best = scored.filter(|(alike, _)| *alike >= ALIKE).max_by(|one, other| one.0.total_cmp(&other.0));
    best.map(|(_, known)| known)
}

/// Checks what is written against the lexicon and the languages.
struct Checker<'a> {
    name: &'a str,
    text: &'a str,
    locales: &'a Locales,
    languages: Languages,
    concepts: BTreeSet<&'a str>,
}

impl<'a> Checker<'a> {
    fn new(name: &'a str, text: &'a str, locales: &'a Locales) -> Result<Self, LoadError> {
        let mut concepts = BTreeSet::new();
        for file in locales.lexicon(ROOT) {
            concepts.extend(file.table()?.rows().map(|row| row.key()).filter(|key| key.contains('/')));
        }
        Ok(Self { name, text, locales, languages: Languages::load(locales)?, concepts })
    }

    fn check(&self, written: Written) -> Result<Profile, LoadError> {
        let state = |state: &Spanned<String>| self.state(state);
        let focus = written.focus.iter().map(|id| Ok((self.concept(id)?, FOCUS)));
        let weights = written.weights.iter().map(|(id, weight)| Ok((self.concept(id)?, self.weight(weight)?)));
        let section = |section: &WrittenSection| self.section(section, &written);
        let sections = written.sections.iter().map(section).collect::<Result<_, _>>()?;
        Ok(Profile {
            languages: written.languages.iter().map(|tag| self.language(tag)).collect::<Result<_, _>>()?,
            home: written.home.as_ref().map(state).transpose()?,
            host: written.host.as_ref().map(state).transpose()?,
            focus: focus.collect::<Result<_, _>>()?,
            weights: weights.collect::<Result<_, _>>()?,
            words: written.words.as_ref().map_or(Ok(MAX_WORDS), |words| self.amount(words, 20, 1000))?,
            stories: written.stories.as_ref().map_or(Ok(MAX_STORIES), |stories| self.amount(stories, 1, 500))?,
            sections,
            offices_in_capitals: written.house.offices_in_capitals,
            date_form: self.date_form(written.house.date_form.as_ref())?,
            title: self.by_language(written.title)?,
            notes: self.by_language(written.notes)?,
            letterhead: written.letterhead,
            translation: TranslationSettings {
                mode: written.translation.mode,
                engine: written.translation.engine,
                url: written.translation.url,
            },
        })
    }

    fn error(&self, at: &Spanned<impl Sized>, message: String) -> LoadError {
        LoadError::at(self.name, self.text, at.span().start, message)
    }

    fn concept(&self, id: &Spanned<String>) -> Result<ConceptId, LoadError> {
        let found = concept(id.get_ref());
        if self.concepts.contains(found.as_str()) {
            return Ok(found);
        }
        // Of two letters any other two would be a guess.
        let is_code = found.kind() == "country" && !id.get_ref().contains('/');
        let near = nearest(found.as_str(), self.concepts.iter().copied()).filter(|_| !is_code);
        let error = self.error(id, format!("`{}` is no concept of the lexicon", id.get_ref()));
        Err(error.with_hint(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "two capitals name a state (\"PT\"), all others stand in the first column of locales/root/lexicon \
                     (\"org/osce\", \"topic/energy\")"
                .to_owned(),
        }))
    }

    fn state(&self, id: &Spanned<String>) -> Result<ConceptId, LoadError> {
        let found = self.concept(id)?;
        match found.kind() {
            "country" => Ok(found),
            _ => Err(self.error(id, format!("`{found}` is no state")).with_hint("two capitals name one: \"PT\"")),
        }
    }

    fn weight(&self, weight: &Spanned<i64>) -> Result<i64, LoadError> {
        let allowed = (-MOST..=MOST).contains(weight.get_ref());
        let error = || self.error(weight, format!("{} is no weight", weight.get_ref()));
        allowed.then_some(*weight.get_ref()).ok_or_else(|| {
            error().with_hint(format!("from -{MOST} to {MOST}, in thousandths; a state in focus has {FOCUS}"))
        })
    }

    fn amount(&self, amount: &Spanned<i64>, least: usize, most: usize) -> Result<usize, LoadError> {
        let read = usize::try_from(*amount.get_ref()).ok().filter(|read| (least..=most).contains(read));
        let error = || self.error(amount, format!("{} is too few or too many", amount.get_ref()));
        read.ok_or_else(|| error().with_hint(format!("a whole number from {least} to {most}")))
    }

    fn language(&self, tag: &Spanned<String>) -> Result<String, LoadError> {
        let known = || self.languages.iter().map(|language| language.tag()).collect::<Vec<_>>().join(", ");
        let error = || self.error(tag, format!("there is no language `{}`", tag.get_ref()));
        let found = self.languages.find(tag.get_ref()).map(|language| language.tag().to_owned());
        found.ok_or_else(|| error().with_hint(format!("there are {}", known())))
    }

    fn by_language<T>(&self, written: BTreeMap<Spanned<String>, T>) -> Result<BTreeMap<String, T>, LoadError> {
        written.into_iter().map(|(tag, text)| Ok((self.language(&tag)?, text))).collect()
    }

    fn section(&self, section: &WrittenSection, written: &Written) -> Result<SectionRule, LoadError> {
        let of = section.of.get_ref().iter().map(|id| self.belonging(id, written)).collect::<Result<Vec<_>, _>>()?;
        if of.is_empty() {
            let error = self.error(&section.of, "nothing belongs to this section".to_owned());
            return Err(error.with_hint("\"home\", \"host\", \"other\", a state or topics: of = [\"topic/energy\"]"));
        }
        Ok(SectionRule { of, heading: self.by_language(section.heading.clone())? })
    }

    fn belonging(&self, id: &Spanned<String>, written: &Written) -> Result<Belonging, LoadError> {
        let needs = |key: &str, state: &Option<Spanned<String>>, belonging| match state {
            Some(_) => Ok(belonging),
            None => Err(self
                .error(id, format!("the profile names no `{key}` state"))
                .with_hint(format!("write `{key} = \"…\"` above the sections"))),
        };
        match id.get_ref().as_str() {
            "home" => needs("home", &written.home, Belonging::Home),
            "host" => needs("host", &written.host, Belonging::Host),
            "other" => Ok(Belonging::Other),
            _ => self.concept(id).map(Belonging::Concept),
        }
    }

    /// A form of `dates.toml` that every language has: an edition would lack its day otherwise.
    fn date_form(&self, form: Option<&Spanned<String>>) -> Result<String, LoadError> {
        let Some(form) = form else { return Ok(DATE_FORM.to_owned()) };
        let common = self.common_date_forms()?;
        if common.contains(form.get_ref()) {
            return Ok(form.get_ref().clone());
        }
        let known: Vec<&str> = common.iter().map(String::as_str).collect();
        let error = self.error(form, format!("`{}` is no form of a date in every language", form.get_ref()));
        Err(error.with_hint(match nearest(form.get_ref(), known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", known.join(", ")),
        }))
    }

    fn common_date_forms(&self) -> Result<BTreeSet<String>, LoadError> {
        #[derive(Deserialize)]
        struct Dates {
            #[serde(default)]
            forms: BTreeMap<String, toml::Value>,
        }
        let mut common: Option<BTreeSet<String>> = None;
        for language in self.languages.iter().filter(|language| language.is_plain()) {
            let Some(file) = self.locales.file(language.tag(), "dates.toml") else { continue };
            let dates: Dates = file.toml()?;
            let forms: BTreeSet<String> = dates.forms.into_keys().collect();
            common = Some(common.map_or(forms.clone(), |common| common.intersection(&forms).cloned().collect()));
        }
        Ok(common.unwrap_or_default())
    }
}
