//! One question, one word: the table by which the engines are measured.
//!
//! Maps the functions of the evaluation table (`shared/eval/grammar/README.md`) to calls of the engines. Names functions
//! and arguments; the language comes from the row.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, truncations};
use attache_schema::{Date, Gender};
use serde::{Deserialize, Serialize};

use crate::language::number;
use crate::{Language, Names, Noun, NounKind};

/// One row of the table, without what is expected.
#[derive(Debug, Clone, Deserialize)]
pub struct Question {
    /// The row's id, given back with the answer.
    pub id: String,
    /// The language, unless `args` names a variant.
    pub lang: String,
    /// What is asked for.
    pub function: String,
    /// The word, or the members of a list.
    pub input: Input,
    /// Everything else.
    #[serde(default)]
    pub args: BTreeMap<String, Argument>,
}

/// The input of a row.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Input {
    /// A word, name, number, date or id.
    One(String),
    /// The members of a list.
    Many(Vec<String>),
}

/// An argument of a row.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Argument {
    /// Yes or no.
    Flag(bool),
    /// A word.
    Text(String),
    /// Anything else, which no function asks for.
    Number(i64),
}

/// What is written for a row.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// The row's id.
    pub id: String,
    /// The word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// All languages, ready to be asked.
#[derive(Debug, Clone)]
pub struct Inflector {
    languages: BTreeMap<String, Language>,
    names: Names,
}

impl Inflector {
    /// Loads every language, its variants, and the regions that have date habits of their own.
    ///
    /// # Errors
    /// Where a language file is malformed.
    pub fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut languages = BTreeMap::new();
        for tag in locales.tags() {
            let language = Language::load(locales, tag)?;
            for region in language.regions() {
                let tag = format!("{tag}-{region}");
                let regional = Language::load(locales, &tag)?;
                languages.insert(tag, regional);
            }
            languages.insert(tag.to_owned(), language);
        }
        Ok(Self { languages, names: Names::load(locales)? })
    }

    /// Answers one row.
    #[must_use]
    pub fn reply(&self, question: &Question) -> Answer {
        let (output, error) = match self.answer(question) {
            Ok(output) => (Some(output), None),
            Err(error) => (None, Some(error)),
        };
        Answer { id: question.id.clone(), output, error }
    }

    /// Answers one row, or says why it cannot.
    ///
    /// # Errors
    /// Where the language, the function or a value of the row is not known, or the form cannot be said.
    pub fn answer(&self, question: &Question) -> Result<String, String> {
        let args = Args(&question.args);
        let language = self.language(args.text("variant").unwrap_or(&question.lang))?;
        let ask = Ask { language, names: &self.names, args };
        match &question.input {
            Input::One(input) => ask.word(&question.function, input),
            Input::Many(members) => ask.members(&question.function, members),
        }
    }

    /// The language of a tag, or the one that it is a variant of.
    fn language(&self, tag: &str) -> Result<&Language, String> {
        truncations(tag).rev().find_map(|tag| self.languages.get(tag)).ok_or_else(|| format!("no language `{tag}`"))
    }
}

#[derive(Clone, Copy)]
struct Args<'a>(&'a BTreeMap<String, Argument>);

impl<'a> Args<'a> {
    fn text(self, name: &str) -> Option<&'a str> {
        match self.0.get(name) {
            Some(Argument::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn flag(self, name: &str) -> Option<bool> {
        match self.0.get(name) {
            Some(Argument::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    fn is(self, name: &str) -> bool {
        self.flag(name).unwrap_or(false)
    }

    fn required(self, name: &str) -> Result<&'a str, String> {
        self.text(name).ok_or_else(|| format!("the argument `{name}` is missing"))
    }

    fn gender(self) -> Option<Gender> {
        match self.text("gender") {
            Some("m") => Some(Gender::Masculine),
            Some("f") => Some(Gender::Feminine),
            _ => None,
        }
    }

    fn plural(self) -> bool {
        self.text("number") == Some("pl")
    }
}

/// Case, in the table and in `grammar.toml`.
const CASES: &[(&str, &str)] = &[
    ("gen", "genitive"),
    ("dat", "dative"),
    ("acc", "accusative"),
    ("loc", "locative"),
    ("abl", "ablative"),
    ("ins", "instrumental"),
    ("locadj", "adjectival"),
    ("nom", ""),
];

struct Ask<'a> {
    language: &'a Language,
    names: &'a Names,
    args: Args<'a>,
}

impl Ask<'_> {
    fn word(&self, function: &str, input: &str) -> Result<String, String> {
        let language = self.language;
        match function {
            "case" => self.case(&self.noun(input)),
            "possessive" if self.has_form("possessive") => {
                self.said(language.grammar().possess(&Noun { kind: NounKind::Common, ..self.noun(input) }))
            }
            "possessive" => self.form(&Noun::name(input), "genitive"),
            "plural" => self.form(&Noun { kind: NounKind::Common, ..self.noun(input) }, "plural"),
            "izafet" => self.izafet(input),
            "accredited" => self.accredited(input),
            "origin" => self.origin(input),
            "ordinal" => self.ordinal(input),
            "date" => self.date(input),
            "date_range" => self.date_range(input),
            "upper" => Ok(language.upper(input)),
            "lower" => Ok(language.lower(input)),
            "sentence_case" => Ok(language.sentence_case(input)),
            "short_name" => Ok(language.short_name(input)),
            "verb_perfect" | "verb_preterite" => self.said(language.grammar().report(input, self.args.plural())),
            "native_name" => Ok(self.names.native(input, language.tag()).unwrap_or_else(|| input.to_owned())),
            "press_name" => self.said(self.names.press(input, language.tag())),
            "prep" => self.prep(input),
            "country_prep" => self.form(self.country(input)?, self.args.required("prep")?),
            "demonym" => self.demonym(input),
            "role" => self.role(input),
            "role_of" => self.role_of(input),
            "agree" => Ok(language.agree(input, self.args.gender().unwrap_or(Gender::Masculine), self.args.plural())),
            "country_np" => self.form(self.country(input)?, "article"),
            "indefinite" => self.indefinite(input),
            "list" => self.members(function, std::slice::from_ref(&input.to_owned())),
            _ => Err(format!("no function `{function}`")),
        }
    }

    fn members(&self, function: &str, members: &[String]) -> Result<String, String> {
        match function {
            "list" if self.args.text("joint") == Some("either") => {
                self.said(self.language.grammar().either_list(members))
            }
            "list" if self.args.is("oxford") => Ok(self.language.grammar().serial_list(members)),
            "list" => self.list(members),
            "country_list_prep" => {
                let prep = self.args.required("prep")?;
                let said = members.iter().map(|code| self.form(self.country(code)?, prep));
                Ok(self.language.list(&said.collect::<Result<Vec<_>, _>>()?))
            }
            _ => Err(format!("no function `{function}` of a list")),
        }
    }

    /// A case stands once, on the last member.
    fn list(&self, members: &[String]) -> Result<String, String> {
        let mut members = members.to_vec();
        if self.args.text("case").is_some()
            && let Some(last) = members.last_mut()
        {
            *last = self.case(&self.noun(last))?;
        }
        Ok(self.language.list(&members))
    }

    fn noun(&self, text: &str) -> Noun {
        let listed = self.language.noun_called(text).filter(|_| self.args.is("lexical"));
        if let Some((_, noun)) = listed {
            return noun.clone();
        }
        let kind = match self.args.text("kind") {
            Some("common") => NounKind::Common,
            Some("abbr") => NounKind::Abbreviation,
            Some("number") => NounKind::Number,
            _ => NounKind::Name,
        };
        Noun {
            kind,
            possessive: self.args.is("poss3"),
            soft: self.args.flag("soft"),
            reading: self.args.text("read").map(str::to_owned),
            ..Noun::name(text)
        }
    }

    fn case(&self, noun: &Noun) -> Result<String, String> {
        let case = self.args.required("case")?;
        let form = CASES.iter().find(|(short, _)| *short == case).map_or(case, |(_, form)| form);
        let joined = form == "instrumental" && self.args.text("style") == Some("suffix");
        self.form(noun, if joined { "instrumental-joined" } else { form })
    }

    /// Owner in the genitive, what is owned in the possessive, and the case on the name behind it.
    fn izafet(&self, head: &str) -> Result<String, String> {
        let args = self.args;
        let owner = self.party("owner", args.text("owner_kind"), args.text("owner_read"), args.is("owner_poss3"))?;
        let owner = self.form(&owner, "genitive")?;
        let head = if args.is("head_poss3") { head.to_owned() } else { self.possessed(head)? };
        match args.text("name") {
            Some(name) if args.text("case").is_some() => {
                let name = self.case(&Noun::name(name))?;
                Ok(format!("{owner} {head} {name}"))
            }
            Some(name) => Ok(format!("{owner} {head} {name}")),
            None if args.text("case").is_some() => {
                let head = self.case(&Noun { possessive: true, ..Noun::common(&head) })?;
                Ok(format!("{owner} {head}"))
            }
            None => Ok(format!("{owner} {head}")),
        }
    }

    fn accredited(&self, head: &str) -> Result<String, String> {
        let args = self.args;
        let owner = self.party("owner", args.text("owner_kind"), args.text("owner_read"), args.is("owner_poss3"))?;
        let host = self.party("host", args.text("host_kind"), args.text("host_read"), args.is("host_poss3"))?;
        let (owner, host) = (self.form(&owner, "genitive")?, self.form(&host, "adjectival")?);
        let head = if args.is("head_poss3") { head.to_owned() } else { self.possessed(head)? };
        Ok(format!("{owner} {host} {head}"))
    }

    fn party(&self, name: &str, kind: Option<&str>, reading: Option<&str>, owned: bool) -> Result<Noun, String> {
        let text = self.args.required(name)?;
        if let Some((_, listed)) = self.language.noun_called(text).filter(|_| self.args.is("lexical")) {
            return Ok(listed.clone());
        }
        let kind = if kind == Some("abbr") { NounKind::Abbreviation } else { NounKind::Name };
        Ok(Noun { kind, possessive: owned, reading: reading.map(str::to_owned), ..Noun::name(text) })
    }

    fn possessed(&self, head: &str) -> Result<String, String> {
        self.said(self.language.grammar().possess(&Noun { soft: self.args.flag("soft"), ..Noun::common(head) }))
    }

    fn origin(&self, input: &str) -> Result<String, String> {
        let listed = self.language.noun_called(input);
        if let Some(origin) = listed.and_then(|(id, _)| self.language.origin(id)) {
            return Ok(origin);
        }
        self.form(&Noun::name(&self.language.lower(input)), "origin")
    }

    fn ordinal(&self, input: &str) -> Result<String, String> {
        let value = input.parse().map_err(|_| format!("`{input}` is no number"))?;
        let (style, gender) = (self.args.required("style")?, self.args.gender());
        self.said(match self.args.is("before") {
            true => self.language.ordinal_before(value, style, gender),
            false => self.language.ordinal(value, style, gender),
        })
    }

    fn date(&self, input: &str) -> Result<String, String> {
        self.said(self.language.date(parse(input)?, self.args.required("form")?))
    }

    fn date_range(&self, input: &str) -> Result<String, String> {
        let (start, end) = input.split_once('/').ok_or_else(|| format!("`{input}` is no range of days"))?;
        self.said(self.language.date_range(parse(start)?, parse(end)?, self.args.required("form")?))
    }

    fn prep(&self, input: &str) -> Result<String, String> {
        let noun = Noun {
            gender: self.args.gender(),
            plural: self.args.plural(),
            article: self.args.is("article"),
            ..Noun::name(input)
        };
        self.form(&noun, self.args.required("prep")?)
    }

    fn demonym(&self, code: &str) -> Result<String, String> {
        let gender = self.args.gender().unwrap_or(Gender::Masculine);
        let adjective = self.language.adjective(&format!("country/{code}"), gender, self.args.plural());
        self.said(adjective.map(str::to_owned))
    }

    fn role(&self, role: &str) -> Result<String, String> {
        let gender = self.args.gender().or(Some(Gender::Masculine));
        let noun = self.language.role(&format!("role/{role}"), gender, self.args.plural());
        let title = noun.ok_or_else(|| format!("no office `{role}`"))?.text;
        Ok(match self.args.text("caps") {
            Some("official") => self.language.grammar().title_case(&title),
            _ => title,
        })
    }

    /// The office with its country: behind it, before it in the genitive, or as its adjective.
    fn role_of(&self, role: &str) -> Result<String, String> {
        let code = self.args.required("country")?;
        let country = self.country(code)?;
        let Some(form) = self.args.text("form") else {
            return Ok(format!("{} {}", self.role(role)?, self.form(country, &self.language.grammar().owner)?));
        };
        let id = format!("role/{role}");
        let noun = self.language.role(&id, None, self.args.plural()).ok_or_else(|| format!("no office `{role}`"))?;
        match form {
            "of" => {
                let title = noun.forms.get("full").unwrap_or(&noun.text);
                Ok(format!("{title} {}", self.form(country, &self.language.grammar().owner)?))
            }
            "genitive" => Ok(format!("{} {}", self.form(country, "genitive")?, noun.text)),
            "attributive" => Ok(format!("{} {}", self.demonym(code)?, noun.text)),
            _ => Err(format!("no form `{form}` of an office")),
        }
    }

    fn indefinite(&self, phrase: &str) -> Result<String, String> {
        let word = phrase.split(' ').next().unwrap_or(phrase);
        let reading = self.language.reading_of(word).map(str::to_owned);
        self.form(&Noun { reading, ..Noun::name(phrase) }, "indefinite")
    }

    fn country(&self, code: &str) -> Result<&Noun, String> {
        self.language.noun(&format!("country/{code}")).ok_or_else(|| format!("no country `{code}`"))
    }

    fn has_form(&self, form: &str) -> bool {
        self.language.inflect(&number("1"), form).is_some()
    }

    fn form(&self, noun: &Noun, form: &str) -> Result<String, String> {
        self.language.inflect(noun, form).ok_or_else(|| format!("no form `{form}` of `{}`", noun.text))
    }

    fn said(&self, answer: Option<String>) -> Result<String, String> {
        answer.ok_or_else(|| "the language cannot say it".to_owned())
    }
}

fn parse(date: &str) -> Result<Date, String> {
    date.parse().map_err(|error: attache_schema::DateError| error.to_string())
}
