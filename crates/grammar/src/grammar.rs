//! The rules of one language, read from `grammar.toml`.
//!
//! Knows kinds of rules and which engine runs each; the rules are data. A variant's file holds only what differs.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, SourceFile};
use attache_schema::Gender;
use serde::Deserialize;

use crate::affix::{Affix, RawAffix, Suffix};
use crate::contraction::{Articles, Contractions, govern};
use crate::endings::{Endings, RawEndings};
use crate::enumeration::Enumeration;
use crate::layers;
use crate::letters::Letters;
use crate::numbers::{Numbers, RawNumbers, RawOrdinals, digit_ending};
use crate::rewrite::Rewriting;
use crate::sound::Sound;
use crate::{Noun, NounKind};

pub(crate) const FILE: &str = "grammar.toml";

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawGrammar {
    #[serde(default)]
    letters: RawLetters,
    list: RawList,
    #[serde(default)]
    enumeration: Enumeration,
    #[serde(default)]
    names: RawNames,
    #[serde(default)]
    nouns: RawNouns,
    #[serde(default)]
    affix: Option<RawAffix>,
    #[serde(default)]
    articles: Articles,
    #[serde(default)]
    contractions: Contractions,
    #[serde(default)]
    sound: Sound,
    #[serde(default)]
    numbers: RawNumbers,
    #[serde(default)]
    ordinals: RawOrdinals,
    #[serde(default)]
    agreement: RawAgreement,
    #[serde(default)]
    verbs: RawVerbs,
    #[serde(default)]
    titles: RawTitles,
    forms: BTreeMap<String, RawForm>,
    /// What only a language that is read needs.
    #[serde(default)]
    endings: RawEndings,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawLetters {
    pairs: Vec<String>,
}

/// How members of a list are joined.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawList {
    comma: String,
    last: String,
    /// The last joint with a serial comma, where the language has that habit.
    #[serde(default)]
    serial: String,
    /// The last joint of alternatives.
    #[serde(default)]
    either: String,
    /// Joint, then beginnings of the word behind it, and the joint that its sound asks for there; the longest beginning
    /// decides.
    #[serde(default)]
    sounds: BTreeMap<String, BTreeMap<String, String>>,
}

impl RawList {
    /// Sounds are asked for joints that there are.
    fn check(&self, file: &SourceFile<'_>) -> Result<(), LoadError> {
        let is_joint = |joint: &String| [&self.last, &self.serial, &self.either].contains(&joint);
        match self.sounds.keys().find(|joint| !is_joint(joint)) {
            Some(joint) => Err(file
                .error_near(&format!("\"{joint}\" ="), format!("`{joint}` joins no list"))
                .with_hint("write `last`, `serial` or `either` as it stands above")),
            None => Ok(()),
        }
    }
}

/// How people are named, and how their names travel.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawNames {
    /// Countries whose people bear the names of this language's `names.tsv`.
    pub(crate) home: Vec<String>,
    /// Whether other languages write these names as the English press does (else in the native spelling).
    pub(crate) press_abroad: bool,
    /// Countries whose names keep their native spelling here, where it has no letter that is foreign to `alphabet`.
    pub(crate) kindred: Vec<String>,
    /// The small letters of the language.
    alphabet: String,
    /// Native letter and how the English press writes it.
    pub(crate) press: BTreeMap<String, String>,
    /// Kind of stem, then native ending and press endings, the first of which is ours: `zada|zade`.
    pub(crate) endings: BTreeMap<String, BTreeMap<String, String>>,
    /// Native endings that only a woman's surname has.
    pub(crate) feminine: Vec<String>,
    /// Native endings that only a man's surname has.
    pub(crate) masculine: Vec<String>,
    /// A later mention: the initials before the surname, joined so.
    initials: Option<String>,
    /// Words that belong to the surname behind them.
    particles: Vec<String>,
    /// Whether names in a foreign spelling take no ending.
    pub(crate) foreign_bare: bool,
}

impl RawNames {
    /// Whether a native name of those countries can be written here as it is at home.
    pub(crate) fn keeps(&self, countries: &[String], name: &str) -> bool {
        let is_kindred = countries.iter().any(|country| self.kindred.contains(country));
        let is_ours = |c: char| !c.is_alphabetic() || self.alphabet.contains(c);
        is_kindred && name.chars().flat_map(char::to_lowercase).all(is_ours)
    }

    pub(crate) fn is_particle(&self, word: &str) -> bool {
        self.particles.iter().any(|particle| particle == word)
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawNouns {
    /// Whether offices show the gender of their holder.
    gender: bool,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawAgreement {
    /// Letters with an accent, for rules that ask for one before the ending.
    accented: String,
    feminine: BTreeMap<String, String>,
    plural: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawVerbs {
    /// What is cut off an infinitive.
    infinitive: Vec<String>,
    /// The suffix of the reporting tense, and of its plural.
    suffix: String,
    plural_suffix: String,
    /// Stems that change before the suffix.
    stems: BTreeMap<String, String>,
    /// Last letters, and what they become before the suffix in stems of several syllables.
    soft: BTreeMap<String, String>,
    /// Infinitive endings and the endings of the reporting tense.
    singular: BTreeMap<String, String>,
    plural: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawTitles {
    /// Words that stay small in a title written with capitals.
    small: Vec<String>,
    /// The form that a country takes behind the title of its office.
    owner: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawForm {
    suffix: Option<String>,
    /// The suffix behind a possessive.
    owned: Option<String>,
    /// The possessive that stands behind this suffix in a noun that has one: plurals.
    inner: Option<String>,
    /// The suffix makes a new word: it is joined without the mark that other suffixes of names take.
    derives: bool,
    /// A word behind the noun; before the suffix is tried where the noun cannot take one.
    word: Option<String>,
    preposition: Option<String>,
    /// The preposition stands before the noun without an article ("acusar de provocações").
    bare: bool,
    article: bool,
    indefinite: bool,
    /// Endings of the noun and what is added behind them.
    append: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone)]
enum Form {
    Suffix { plain: Suffix, owned: Suffix },
    Inner { suffix: Suffix, possessive: Suffix },
    Word(String),
    Preposition(String),
    Bare(String),
    Article,
    Indefinite,
    Append(BTreeMap<String, String>),
}

/// The rules of one language.
#[derive(Debug, Clone)]
pub(crate) struct Grammar {
    pub(crate) letters: Letters,
    list: RawList,
    pub(crate) enumeration: Enumeration,
    pub(crate) names: RawNames,
    pub(crate) gendered: bool,
    affix: Option<Affix>,
    articles: Articles,
    contractions: Contractions,
    sound: Sound,
    numbers: Numbers,
    ordinal_digits: (Option<Suffix>, BTreeMap<String, String>, BTreeMap<String, String>),
    ordinal_words: OrdinalWords,
    feminine: Rewriting,
    plural: Rewriting,
    verbs: Verbs,
    small: Vec<String>,
    pub(crate) owner: String,
    forms: BTreeMap<String, Form>,
    pub(crate) endings: Endings,
}

#[derive(Debug, Clone)]
struct OrdinalWords {
    suffix: Option<Suffix>,
    shortened: BTreeMap<String, String>,
    words: BTreeMap<u32, String>,
    every: bool,
    joiner: String,
}

#[derive(Debug, Clone)]
struct Verbs {
    infinitive: Vec<String>,
    suffixes: Option<(Suffix, Suffix)>,
    stems: BTreeMap<String, String>,
    soft: BTreeMap<String, String>,
    singular: Rewriting,
    plural: Rewriting,
}

impl RawGrammar {
    /// The section about people's names.
    pub(crate) fn names(self) -> RawNames {
        self.names
    }
}

impl Grammar {
    pub(crate) fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let (raw, file) = layers::merged::<RawGrammar>(locales, tag, FILE)?;
        let letters = Letters::parse(&raw.letters.pairs, &file)?;
        raw.list.check(&file)?;
        raw.articles.check(&file)?;
        let affix = raw.affix.map(|raw| Affix::new(raw, &file)).transpose()?;
        let parse = |text: &str| match &affix {
            Some(affix) => affix.suffix(text, &file),
            None => Ok(Suffix::plain(text)),
        };
        let optional = |text: &str| if text.is_empty() { Ok(None) } else { parse(text).map(Some) };
        let mut forms = BTreeMap::new();
        for (name, form) in raw.forms {
            let built = build_form(form, &parse)?;
            let built = built.ok_or_else(|| {
                file.error_near(&name, format!("the form `{name}` says nothing"))
                    .with_hint("give it a suffix, word, preposition, article, indefinite or append")
            })?;
            forms.insert(name, built);
        }
        let words = raw.ordinals.words;
        let ordinal_words = OrdinalWords {
            suffix: optional(&words.suffix)?,
            shortened: words.shortened,
            words: words.words.into_iter().filter_map(|(n, word)| Some((n.parse().ok()?, word))).collect(),
            every: words.every,
            joiner: words.joiner,
        };
        let digits = raw.ordinals.digits;
        let suffix_of_verb = |text: &str| optional(text).map(|suffix| suffix.map(Suffix::deriving));
        let verbs = Verbs {
            infinitive: raw.verbs.infinitive,
            // A verb is no name, whatever its letters.
            suffixes: suffix_of_verb(&raw.verbs.suffix)?.zip(suffix_of_verb(&raw.verbs.plural_suffix)?),
            stems: raw.verbs.stems,
            soft: raw.verbs.soft,
            singular: Rewriting::new(raw.verbs.singular),
            plural: Rewriting::new(raw.verbs.plural),
        };
        let endings = Endings::new(raw.endings, &parse, affix.clone(), letters.clone())?;
        Ok(Self {
            ordinal_digits: (optional(&digits.suffix)?, digits.endings, digits.feminine),
            letters,
            list: raw.list,
            enumeration: raw.enumeration,
            names: raw.names,
            gendered: raw.nouns.gender,
            articles: raw.articles,
            contractions: raw.contractions,
            sound: raw.sound,
            numbers: Numbers::new(raw.numbers),
            ordinal_words,
            feminine: Rewriting::new(raw.agreement.feminine).with_accents(&raw.agreement.accented),
            plural: Rewriting::new(raw.agreement.plural).with_accents(&raw.agreement.accented),
            verbs,
            small: raw.titles.small,
            owner: raw.titles.owner,
            forms,
            endings,
            affix,
        })
    }

    /// A form of a noun; `None` where there is no such form or the noun cannot take it.
    pub(crate) fn inflect(&self, noun: &Noun, form: &str) -> Option<String> {
        if form.is_empty() {
            return Some(noun.text.clone());
        }
        if let Some(listed) = noun.forms.get(form) {
            return Some(listed.clone());
        }
        match self.forms.get(form)? {
            Form::Word(word) => Some(format!("{} {word}", noun.text)),
            Form::Bare(word) => Some(format!("{word} {}", noun.text)),
            Form::Preposition(word) => Some(govern(word, noun, &self.articles, &self.contractions)),
            Form::Article => Some(self.articles.with_article(noun)),
            // Several take no indefinite article.
            Form::Indefinite if noun.plural => Some(noun.text.clone()),
            Form::Indefinite => {
                Some(format!("{} {}", self.sound.article(&noun.text, noun.reading.as_deref()), noun.text))
            }
            Form::Append(endings) => {
                let text = self.articles.with_article(noun);
                let added = digit_ending(endings, &text)?;
                Some(format!("{text}{added}"))
            }
            Form::Suffix { .. } | Form::Inner { .. } if noun.kind == NounKind::Foreign && self.names.foreign_bare => {
                None
            }
            Form::Suffix { plain, owned } => {
                let affix = self.affix.as_ref()?;
                let suffix = if affix.is_owned(noun) { owned } else { plain };
                Some(self.attach(noun, suffix))
            }
            Form::Inner { suffix, possessive } => {
                let affix = self.affix.as_ref()?;
                if !affix.is_owned(noun) {
                    return Some(self.attach(noun, suffix));
                }
                let bare = Noun { text: affix.without_possessive(&noun.text, &self.letters), ..noun.clone() };
                let plural = Noun { text: self.attach(&bare, suffix), ..bare };
                Some(self.attach(&plural, possessive))
            }
        }
    }

    /// The possessive of a noun, from the listed ones or by rule.
    pub(crate) fn possess(&self, noun: &Noun) -> Option<String> {
        let affix = self.affix.as_ref()?;
        let listed = affix.listed_possessive(&noun.text, &self.letters).filter(|_| !affix.is_owned(noun));
        listed.or_else(|| self.inflect(noun, "possessive"))
    }

    fn attach(&self, noun: &Noun, suffix: &Suffix) -> String {
        match &self.affix {
            Some(affix) => affix.attach(noun, suffix, (&self.letters, &self.numbers)),
            None => noun.text.clone(),
        }
    }

    /// A value with a suffix that a date pattern names.
    pub(crate) fn suffixed(&self, noun: &Noun, suffix: &Suffix) -> String {
        self.attach(noun, suffix)
    }

    /// Parses a suffix of a date pattern.
    pub(crate) fn parse_suffix(&self, text: &str, file: &SourceFile<'_>) -> Result<Suffix, LoadError> {
        match &self.affix {
            Some(affix) => affix.suffix(text, file),
            None => Err(file.error_near(text, "this language has no suffixes")),
        }
    }

    pub(crate) fn ordinal(&self, number: u32, style: &str, gender: Option<Gender>) -> Option<String> {
        match style {
            "digits" => self.ordinal_in_digits(number, gender),
            "words" => self.ordinal_in_words(number, gender),
            _ => None,
        }
    }

    /// An ordinal that stands before the noun that it counts, where some are shortened.
    pub(crate) fn ordinal_before(&self, number: u32, style: &str, gender: Option<Gender>) -> Option<String> {
        let ordinal = self.ordinal(number, style, gender)?;
        let (head, word) = crate::affix::split_last_word(&ordinal);
        let shortened = self.ordinal_words.shortened.get(word);
        Some(shortened.map(|word| format!("{head}{word}")).unwrap_or(ordinal))
    }

    fn ordinal_in_digits(&self, number: u32, gender: Option<Gender>) -> Option<String> {
        let digits = number.to_string();
        let (suffix, endings, feminine) = &self.ordinal_digits;
        if let Some(suffix) = suffix {
            return Some(self.attach(&Noun { kind: NounKind::Number, ..Noun::name(&digits) }, suffix));
        }
        let feminine = Some(feminine).filter(|rules| gender == Some(Gender::Feminine) && !rules.is_empty());
        let ending = digit_ending(feminine.unwrap_or(endings), &digits)?;
        Some(digits + &ending)
    }

    fn ordinal_in_words(&self, number: u32, gender: Option<Gender>) -> Option<String> {
        let rule = &self.ordinal_words;
        if let Some(suffix) = &rule.suffix {
            return Some(self.attach(&Noun::common(&self.numbers.cardinal(number)?), suffix));
        }
        let parts = Numbers::parts(number, |n| rule.words.contains_key(&n))?;
        let (last, before) = parts.split_last()?;
        let agreed = |word: &String| match gender {
            Some(Gender::Feminine) => self.agree(word, Gender::Feminine, false),
            _ => word.clone(),
        };
        let mut words = Vec::new();
        for part in before {
            words.push(if rule.every { agreed(rule.words.get(part)?) } else { self.numbers.word(*part)?.to_owned() });
        }
        words.push(agreed(rule.words.get(last)?));
        Some(words.join(&rule.joiner))
    }

    /// An adjective or participle, given in the masculine singular, in agreement.
    pub(crate) fn agree(&self, word: &str, gender: Gender, plural: bool) -> String {
        let feminine = (gender == Gender::Feminine).then(|| self.feminine.apply(word)).flatten();
        let word = feminine.unwrap_or_else(|| word.to_owned());
        if plural { self.plural.apply(&word).unwrap_or(word) } else { word }
    }

    /// The form of a verb in which events are reported; `None` where it is not an infinitive of the language.
    pub(crate) fn report(&self, infinitive: &str, plural: bool) -> Option<String> {
        if let Some((suffix, plural_suffix)) = &self.verbs.suffixes {
            let cut = self.verbs.infinitive.iter().find_map(|ending| infinitive.strip_suffix(ending.as_str()))?;
            let (head, word) = crate::affix::split_last_word(cut);
            let stem = self.verbs.stems.get(word).cloned().or_else(|| self.softened_verb(word));
            let stem = stem.as_deref().unwrap_or(word);
            let form = self.attach(&Noun::name(&format!("{head}{stem}")), suffix);
            return Some(if plural { self.attach(&Noun::name(&form), plural_suffix) } else { form });
        }
        let (verb, clitic) = infinitive.split_at(infinitive.find('-').unwrap_or(infinitive.len()));
        let rules = if plural { &self.verbs.plural } else { &self.verbs.singular };
        Some(rules.apply(verb)? + clitic)
    }

    /// The stem of a verb of several syllables whose last consonant changes: `yarat-`, `yarad-ıb`.
    fn softened_verb(&self, stem: &str) -> Option<String> {
        let is_long = self.affix.as_ref()?.syllables(stem, &self.letters) > 1;
        let (hard, soft) = self.verbs.soft.iter().find(|(hard, _)| is_long && stem.ends_with(hard.as_str()))?;
        Some(format!("{}{soft}", &stem[..stem.len() - hard.len()]))
    }

    pub(crate) fn list(&self, members: &[String]) -> String {
        self.joined(members, &self.list.last)
    }

    /// The members in running text: what all share is said once, and members that hold commas are kept apart by other marks.
    pub(crate) fn enumerate(&self, members: Vec<String>) -> String {
        let members = self.enumeration.share(members);
        match (self.enumeration.marks(&members), members.split_last()) {
            (Some((comma, last)), Some((end, before))) => format!("{}{last}{end}", before.join(comma)),
            _ => self.list(&members),
        }
    }

    /// Two clauses of which the second has the subject of the first.
    pub(crate) fn join_clauses(&self, first: &str, second: &str) -> String {
        let joint = self.sounding(self.enumeration.clause_joint(&self.list.last), second);
        format!("{first}{joint}{second}")
    }

    /// Whether a text begins with what joins it to the words before: the last joint of a list, a postposition.
    pub(crate) fn leans_back(&self, text: &str) -> bool {
        let word = text.split_whitespace().next().unwrap_or_default();
        word == self.list.last.trim() || self.enumeration.is_postposition(word)
    }

    /// The list with a comma before the last joint, where the language has that habit.
    pub(crate) fn serial_list(&self, members: &[String]) -> String {
        let serial = if self.list.serial.is_empty() || members.len() < 3 { &self.list.last } else { &self.list.serial };
        self.joined(members, serial)
    }

    /// The list of alternatives; `None` in languages that do not say how they are joined.
    pub(crate) fn either_list(&self, members: &[String]) -> Option<String> {
        (!self.list.either.is_empty()).then(|| self.joined(members, &self.list.either))
    }

    fn joined(&self, members: &[String], joint: &str) -> String {
        match members {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => {
                format!("{}{}{last}", before.join(&self.list.comma), self.sounding(joint, last))
            }
        }
    }

    /// The joint as the sound of the word behind it asks for it.
    fn sounding<'a>(&'a self, joint: &'a str, next: &str) -> &'a str {
        let Some(beginnings) = self.list.sounds.get(joint) else { return joint };
        let low = self.letters.lower(next);
        let cuts = (1..=low.len()).rev().filter(|at| low.is_char_boundary(*at));
        cuts.map(|at| &low[..at]).find_map(|start| beginnings.get(start)).map_or(joint, String::as_str)
    }

    /// The name by which a person is called after the first mention.
    pub(crate) fn short_name(&self, name: &str) -> String {
        let words: Vec<&str> = name.split_whitespace().collect();
        let Some((last, before)) = words.split_last().filter(|(_, before)| !before.is_empty()) else {
            return name.to_owned();
        };
        let particles = before.iter().rev().take_while(|word| self.names.is_particle(word)).count();
        let particles = if particles < before.len() { particles } else { 0 };
        let (given, particles) = before.split_at(before.len() - particles);
        let rest: Vec<&str> = particles.iter().copied().chain([*last]).collect();
        self.short_name_of(given, &rest, &[*last])
    }

    /// The initials of the given names before the rest of the name, or the words alone by which somebody is called.
    pub(crate) fn short_name_of(&self, given: &[&str], rest: &[&str], called: &[&str]) -> String {
        let Some(mark) = &self.names.initials else { return called.join(" ") };
        let initial = |word: &&str| word.chars().next().map(|c| format!("{c}{mark}"));
        let initials: String = given.iter().filter(|word| !self.names.is_particle(word)).filter_map(initial).collect();
        initials + &rest.join(" ")
    }

    /// A title with capitals on all words but the small ones: `Vice-Ministro dos Negócios Estrangeiros`.
    pub(crate) fn title_case(&self, title: &str) -> String {
        let raised = |word: &str| {
            let parts: Vec<String> = word.split('-').map(|part| self.letters.sentence_case(part)).collect();
            parts.join("-")
        };
        let is_small = |word: &str| self.small.iter().any(|small| small == word);
        let words: Vec<String> =
            title.split(' ').map(|word| if is_small(word) { word.to_owned() } else { raised(word) }).collect();
        words.join(" ")
    }

    /// The shapes of a name whose last consonant or vowels change before an ending.
    pub(crate) fn changed_shapes(&self, noun: &Noun) -> Vec<String> {
        let Some(affix) = &self.affix else { return Vec::new() };
        if noun.kind != NounKind::Common && noun.soft != Some(true) {
            return Vec::new();
        }
        let soft = affix.softened(&noun.text).filter(|_| noun.soft != Some(false));
        soft.into_iter().chain(affix.changed_stem(&noun.text, &self.letters)).collect()
    }
}

fn build_form(raw: RawForm, parse: &ParseSuffix<'_>) -> Result<Option<Form>, LoadError> {
    Ok(match raw {
        RawForm { suffix: Some(suffix), inner: Some(inner), derives, .. } => {
            let parse = |text: &str| parse_joined(text, derives, parse);
            Some(Form::Inner { suffix: parse(&suffix)?, possessive: parse(&inner)? })
        }
        RawForm { suffix: Some(suffix), owned, derives, .. } => {
            let parse = |text: &str| parse_joined(text, derives, parse);
            let plain = parse(&suffix)?;
            let owned = owned.map(|text| parse(&text)).transpose()?.unwrap_or_else(|| plain.clone());
            Some(Form::Suffix { plain, owned })
        }
        RawForm { word: Some(word), .. } => Some(Form::Word(word)),
        RawForm { preposition: Some(word), bare: true, .. } => Some(Form::Bare(word)),
        RawForm { preposition: Some(word), .. } => Some(Form::Preposition(word)),
        RawForm { append: Some(endings), .. } => Some(Form::Append(endings)),
        RawForm { article: true, .. } => Some(Form::Article),
        RawForm { indefinite: true, .. } => Some(Form::Indefinite),
        _ => None,
    })
}

type ParseSuffix<'p> = dyn Fn(&str) -> Result<Suffix, LoadError> + 'p;

fn parse_joined(text: &str, derives: bool, parse: &ParseSuffix<'_>) -> Result<Suffix, LoadError> {
    let suffix = parse(text)?;
    Ok(if derives { suffix.deriving() } else { suffix })
}
