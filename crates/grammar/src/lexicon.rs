//! The words of one language, by concept.
//!
//! Reads `lexicon/*.tsv`: which concepts there are stands in `root`, what they are called in the language's folder. Knows
//! the columns; does not know any word.

use std::collections::{BTreeMap, BTreeSet};

use attache_locales::{LoadError, Locales, ROOT, Row, Table};
use attache_schema::{ConceptId, Gender};

use crate::lookup::Lookup;
use crate::{Noun, NounKind, Sense, Surface};

/// File, kind of noun.
const TABLES: &[(&str, NounKind)] = &[
    ("lexicon/aid.tsv", NounKind::Common),
    ("lexicon/charges.tsv", NounKind::Common),
    ("lexicon/countries.tsv", NounKind::Name),
    ("lexicon/documents.tsv", NounKind::Common),
    ("lexicon/occasions.tsv", NounKind::Common),
    ("lexicon/organisations.tsv", NounKind::Name),
    ("lexicon/places.tsv", NounKind::Name),
    ("lexicon/topics.tsv", NounKind::Common),
];

const ROLES: &str = "lexicon/roles.tsv";
const COUNTRIES: &str = "lexicon/countries.tsv";

const COLUMNS: &[&str] = &[
    "id",
    "name",
    "article",
    "gender",
    "number",
    "plural",
    "owned",
    "soft",
    "adjective",
    "attributive",
    "origin",
    "abbreviation",
    "abbreviation_article",
    "abbreviation_number",
    "reading",
    "forms",
    "aliases",
    "phrases",
    "hints",
];

const ROLE_COLUMNS: &[&str] = &[
    "id",
    "name",
    "feminine",
    "plural",
    "feminine_plural",
    "neutral",
    "neutral_plural",
    "full",
    "full_plural",
    "owned",
    "possessed",
    "possessed_plural",
    "abbreviation",
    "aliases",
    "unread",
];

/// What a language says of one concept.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) noun: Noun,
    pub(crate) abbreviation: Option<Noun>,
    /// What several of them are called; none where nobody counts them.
    pub(crate) plural: Option<Noun>,
    /// Masculine, feminine, and the same in the plural; one form where they do not differ.
    pub(crate) adjectives: Vec<String>,
    /// The adjective before an office, where it is another one: "the **US** Secretary of State".
    pub(crate) attributive: String,
    pub(crate) origin: String,
    abbreviations: Vec<String>,
    plurals: Vec<String>,
    aliases: Vec<String>,
    phrases: Vec<String>,
    hints: Vec<String>,
}

/// What a language calls the holder of an office.
#[derive(Debug, Clone, Default)]
pub(crate) struct Office {
    pub(crate) masculine: Titles,
    pub(crate) feminine: Titles,
    pub(crate) neutral: Titles,
    pub(crate) full: Titles,
    pub(crate) possessed: Titles,
    pub(crate) owned: bool,
    abbreviations: Vec<String>,
    aliases: Vec<String>,
    /// Its name is only said: where it is read it may be anybody ("the leader of the opposition").
    is_unread: bool,
}

/// One title, for one holder and for several; empty where the lexicon has none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Titles {
    one: String,
    many: String,
}

impl Titles {
    fn new(one: &str, many: &str) -> Self {
        Self { one: one.to_owned(), many: many.to_owned() }
    }

    pub(crate) fn get(&self, plural: bool) -> Option<&str> {
        Some(if plural { self.many.as_str() } else { self.one.as_str() }).filter(|title| !title.is_empty())
    }

    fn or(self, other: &Self) -> Self {
        let pick = |mine: String, theirs: &String| if mine.is_empty() { theirs.clone() } else { mine };
        Self { one: pick(self.one, &other.one), many: pick(self.many, &other.many) }
    }
}

/// All words of one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    pub(crate) entries: Lookup<Entry>,
    pub(crate) offices: Lookup<Office>,
    /// Country, place.
    capitals: BTreeMap<String, String>,
}

impl Lexicon {
    pub(crate) fn load(locales: &Locales, tag: &str) -> Result<Self, LoadError> {
        let (mut entries, mut offices) = (BTreeMap::new(), BTreeMap::new());
        for (file, kind) in TABLES {
            each_row(locales, tag, file, COLUMNS, &mut |id, cells| {
                entries.insert(id.to_owned(), read_entry(cells, *kind)?);
                Ok(())
            })?;
        }
        each_row(locales, tag, ROLES, ROLE_COLUMNS, &mut |id, cells| {
            offices.insert(id.to_owned(), read_office(cells));
            Ok(())
        })?;
        Ok(Self { entries: entries.into(), offices: offices.into(), capitals: capitals(locales)? })
    }

    pub(crate) fn capital(&self, country: &str) -> Option<&Noun> {
        self.entries.get(self.capitals.get(country)?).map(|entry| &entry.noun)
    }

    /// Every shape; `changed` gives those of a stem that changes before an ending.
    pub(crate) fn surfaces(&self, changed: &dyn Fn(&Noun) -> Vec<String>) -> Vec<Surface> {
        let mut surfaces = Vec::with_capacity(self.entries.iter().len() * 4 + self.offices.iter().len() * 12);
        for (id, entry) in self.entries.iter() {
            let mut push = pusher(&mut surfaces, id);
            for text in std::iter::once(&entry.noun.text).chain(&entry.aliases) {
                if !entry.abbreviations.contains(text) {
                    push(
                        text,
                        Sense::Name,
                        changed(&Noun { text: text.clone(), forms: BTreeMap::new(), ..entry.noun.clone() }),
                    );
                }
            }
            entry.abbreviations.iter().for_each(|text| push(text, Sense::Abbreviation, Vec::new()));
            entry.adjectives.iter().for_each(|text| push(text, Sense::Adjective, Vec::new()));
            push(&entry.origin, Sense::Origin, Vec::new());
            entry.plurals.iter().for_each(|text| push(text, Sense::Plural, changed(&Noun::common(text))));
            entry.phrases.iter().for_each(|text| push(text, Sense::Phrase, changed(&Noun::common(text))));
            entry.hints.iter().for_each(|text| push(text, Sense::Hint, changed(&Noun::common(text))));
        }
        for (id, office) in self.offices.iter().filter(|(_, office)| !office.is_unread) {
            let mut push = pusher(&mut surfaces, id);
            let titles = [&office.masculine, &office.feminine, &office.neutral, &office.full, &office.possessed];
            for text in titles.iter().flat_map(|titles| [&titles.one, &titles.many]).chain(&office.aliases) {
                push(text, Sense::Name, changed(&Noun::common(text)));
            }
            office.abbreviations.iter().for_each(|text| push(text, Sense::Abbreviation, Vec::new()));
        }
        surfaces.sort_by(|a, b| (&a.concept, &a.text, a.sense).cmp(&(&b.concept, &b.text, b.sense)));
        surfaces.dedup();
        surfaces
    }
}

fn pusher<'a>(surfaces: &'a mut Vec<Surface>, id: &str) -> impl FnMut(&str, Sense, Vec<String>) + 'a {
    let concept = ConceptId::new(id);
    move |text, sense, more| {
        let sense = if sense != Sense::Hint && is_all_capitals(text) { Sense::Abbreviation } else { sense };
        let texts = std::iter::once(text.to_owned()).chain(more).filter(|text| !text.is_empty());
        surfaces.extend(texts.map(|text| Surface { text, concept: concept.clone(), sense }));
    }
}

/// Capitals only are met in capitals only: `AŞ PA`, `US`.
fn is_all_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// The cells of a row, with those of the variant's row over them.
struct Cells<'a, 't> {
    base: Option<Row<'a, 't>>,
    over: Option<Row<'a, 't>>,
}

impl<'a> Cells<'a, '_> {
    /// A dash in the variant empties a cell.
    fn get(&self, column: &str) -> &'a str {
        match self.over.map(|row| row.cell(column)) {
            Some("-") => "",
            Some(cell) if !cell.is_empty() => cell,
            _ => self.base.map_or("", |row| row.cell(column)),
        }
    }

    fn list(&self, column: &str) -> Vec<String> {
        self.get(column).split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    fn flag(&self, column: &str) -> Result<Option<bool>, LoadError> {
        match self.get(column) {
            "" => Ok(None),
            "yes" => Ok(Some(true)),
            "no" => Ok(Some(false)),
            other => Err(self.error(column, other, "yes or no")),
        }
    }

    fn gender(&self) -> Result<Option<Gender>, LoadError> {
        match self.get("gender") {
            "" => Ok(None),
            "m" => Ok(Some(Gender::Masculine)),
            "f" => Ok(Some(Gender::Feminine)),
            other => Err(self.error("gender", other, "m or f")),
        }
    }

    fn plural(&self, column: &str) -> Result<Option<bool>, LoadError> {
        match self.get(column) {
            "" => Ok(None),
            "sg" => Ok(Some(false)),
            "pl" => Ok(Some(true)),
            other => Err(self.error(column, other, "sg or pl")),
        }
    }

    fn forms(&self) -> Result<BTreeMap<String, String>, LoadError> {
        let pairs = self.get("forms").split(';').map(str::trim).filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| match pair.split_once('=') {
                Some((name, form)) => Ok((name.trim().to_owned(), form.trim().to_owned())),
                None => Err(self.error("forms", pair, "form=word;form=word")),
            })
            .collect()
    }

    fn error(&self, column: &str, found: &str, expected: &str) -> LoadError {
        let message = format!("`{found}` in the column `{column}`");
        match self.over.or(self.base) {
            Some(row) => row.error(message).with_hint(format!("write {expected}")),
            None => LoadError::new(column, message),
        }
    }
}

fn read_entry(cells: &Cells<'_, '_>, kind: NounKind) -> Result<Entry, LoadError> {
    let (name, reading) = (cells.get("name"), Some(cells.get("reading").to_owned()).filter(|r| !r.is_empty()));
    let abbreviations = cells.list("abbreviation");
    let is_abbreviation = abbreviations.iter().any(|short| short == name);
    let noun = Noun {
        text: name.to_owned(),
        gender: cells.gender()?,
        plural: cells.plural("number")?.unwrap_or(false),
        article: cells.flag("article")?.unwrap_or(false),
        possessive: cells.flag("owned")?.unwrap_or(false),
        kind: if is_abbreviation { NounKind::Abbreviation } else { kind },
        reading: reading.clone().filter(|_| is_abbreviation),
        soft: cells.flag("soft")?,
        forms: cells.forms()?,
    };
    let abbreviation = match abbreviations.first() {
        Some(short) if *short == noun.text => Some(noun.clone()),
        Some(short) => Some(Noun {
            text: short.clone(),
            gender: noun.gender,
            plural: cells.plural("abbreviation_number")?.unwrap_or(noun.plural),
            article: cells.flag("abbreviation_article")?.unwrap_or(noun.article),
            kind: NounKind::Abbreviation,
            reading,
            ..Noun::default()
        }),
        None => None,
    };
    let plurals = cells.list("plural");
    let several = |many: &String| Noun { text: many.clone(), plural: true, forms: BTreeMap::new(), ..noun.clone() };
    let plural = plurals.first().map(several);
    Ok(Entry {
        plural,
        plurals,
        noun,
        abbreviation,
        adjectives: cells.list("adjective"),
        attributive: cells.get("attributive").to_owned(),
        origin: cells.get("origin").to_owned(),
        abbreviations,
        aliases: cells.list("aliases"),
        phrases: cells.list("phrases"),
        hints: cells.list("hints"),
    })
}

fn read_office(cells: &Cells<'_, '_>) -> Office {
    let titles = |one, many| Titles::new(cells.get(one), cells.get(many));
    let masculine = titles("name", "plural");
    let possessed = titles("possessed", "possessed_plural").or(&masculine);
    Office {
        feminine: titles("feminine", "feminine_plural").or(&masculine),
        neutral: titles("neutral", "neutral_plural"),
        full: titles("full", "full_plural").or(&masculine),
        owned: cells.get("owned") == "yes",
        abbreviations: cells.list("abbreviation"),
        aliases: cells.list("aliases"),
        is_unread: cells.get("unread") == "yes",
        masculine,
        possessed,
    }
}

type Visit<'v> = dyn FnMut(&str, &Cells<'_, '_>) -> Result<(), LoadError> + 'v;

/// Calls `visit` for every concept that the language has a row for.
fn each_row(
    locales: &Locales,
    tag: &str,
    name: &str,
    columns: &[&str],
    visit: &mut Visit<'_>,
) -> Result<(), LoadError> {
    let tables = locales.layers(tag, name).map(|file| file.table()).collect::<Result<Vec<_>, _>>()?;
    let root = locales.file(ROOT, name).map(|file| file.table()).transpose()?;
    let known: BTreeSet<&str> = root.iter().flat_map(Table::rows).map(|row| row.key()).collect();
    for (table, file) in tables.iter().zip(locales.layers(tag, name)) {
        for column in table.columns() {
            if !columns.contains(column) {
                let error = file.error_near(column, format!("unknown column `{column}`"));
                return Err(with_likeness(error, column, columns.iter().copied()));
            }
        }
        for row in table.rows() {
            if !known.contains(row.key()) {
                let error = row.error(format!("`locales/{ROOT}/{name}` knows no concept `{}`", row.key()));
                return Err(with_likeness(error, row.key(), known.iter().copied()));
            }
        }
    }
    let [base, over @ ..] = tables.as_slice() else { return Ok(()) };
    let over: BTreeMap<&str, Row<'_, '_>> = over.iter().flat_map(Table::rows).map(|row| (row.key(), row)).collect();
    for row in base.rows() {
        visit(row.key(), &Cells { base: Some(row), over: over.get(row.key()).copied() })?;
    }
    let in_base: BTreeSet<&str> = base.rows().map(|row| row.key()).collect();
    for (id, row) in over.iter().filter(|(id, _)| !in_base.contains(*id)) {
        visit(id, &Cells { base: None, over: Some(*row) })?;
    }
    Ok(())
}

/// "Did you mean": the most similar name, if there is one.
fn with_likeness<'a>(error: LoadError, name: &str, known: impl Iterator<Item = &'a str>) -> LoadError {
    let scored = known.map(|other| (strsim::damerau_levenshtein(name, other), other));
    match scored.min() {
        Some((distance, other)) if distance * 3 <= name.chars().count() => {
            error.with_hint(format!("did you mean `{other}`?"))
        }
        _ => error.with_hint("a new concept gets a row in locales/root first"),
    }
}

fn capitals(locales: &Locales) -> Result<BTreeMap<String, String>, LoadError> {
    let Some(file) = locales.file(ROOT, COUNTRIES) else { return Ok(BTreeMap::new()) };
    let table = file.table()?;
    let with_capital = table.rows().filter(|row| !row.cell("capital").is_empty());
    Ok(with_capital.map(|row| (row.key().to_owned(), row.cell("capital").to_owned())).collect())
}
