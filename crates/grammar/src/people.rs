//! People of the news, with the state or the organisation for which each speaks: `locales/root/lexicon/people.tsv`.
//!
//! The table is long and few articles ask for more than a handful of names. Hence only its text is kept, and an index of it made
//! when the first name is asked for; where the table is not the one that is compiled in, it is checked at once.

use std::ops::Range;
use std::sync::OnceLock;

use attache_locales::{LoadError, Locales, ROOT, Row, SourceFile};
use attache_schema::{ConceptId, Gender};

const FILE: &str = "lexicon/people.tsv";
const COLUMNS: [&str; 5] = ["name", "country", "org", "gender", "also"];

/// For whom someone of the news speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// The name as the press spells it.
    pub name: String,
    /// The state (`country/…`).
    pub country: Option<ConceptId>,
    /// The organisation (`org/…`).
    pub org: Option<ConceptId>,
    /// The gender.
    pub gender: Option<Gender>,
}

/// The table and, for each spelling, the hash of its plain letters with the byte where its row begins, sorted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gazetteer {
    text: String,
    index: OnceLock<Vec<(u64, u32)>>,
}

impl Gazetteer {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let Some(file) = locales.file(ROOT, FILE) else { return Ok(Self::default()) };
        if locales.is_changed() {
            check(file)?;
        }
        Ok(Self { text: file.text().to_owned(), index: OnceLock::new() })
    }

    /// Whom a full name means; a spelling that two people share means neither.
    pub(crate) fn find(&self, name: &str) -> Option<KnownPerson> {
        let plain = plain_letters(name);
        let mut people = self.rows(&plain).filter(|row| row.spellings().any(|known| plain_letters(known) == plain));
        let first = people.next()?.person();
        people.all(|other| other.person() == first).then_some(first)
    }

    /// Which words of a full name the press calls its bearer by, where the table has them as a spelling of their own: "Lula" of
    /// "Luiz Inácio Lula da Silva". The shortest such spelling that leaves out the first word.
    pub(crate) fn called_by(&self, name: &str) -> Option<Range<usize>> {
        let plain = plain_letters(name);
        let row = self.rows(&plain).find(|row| plain_letters(row.0[0]) == plain)?;
        let words: Vec<&str> = row.0[0].split_whitespace().collect();
        row.spellings()
            .skip(1)
            .filter_map(|spelling| part_of(&words, spelling))
            .min_by_key(|part| (part.len(), part.start))
    }

    /// The rows that may have a spelling, in plain letters: those of its hash.
    fn rows(&self, plain: &str) -> impl Iterator<Item = Line<'_>> {
        let index = self.index.get_or_init(|| index(&self.text));
        let hash = hash(plain);
        let from = index.partition_point(|(known, _)| *known < hash);
        index[from..].iter().take_while(move |(known, _)| *known == hash).map(|(_, at)| self.row(*at))
    }

    fn row(&self, at: u32) -> Line<'_> {
        Line::parse(self.text[at as usize..].lines().next().unwrap_or(""))
    }
}

/// One row of the table.
struct Line<'a>([&'a str; COLUMNS.len()]);

impl<'a> Line<'a> {
    fn parse(line: &'a str) -> Self {
        let mut cells = line.split('\t').map(str::trim);
        Self(std::array::from_fn(|_| cells.next().unwrap_or("")))
    }

    fn spellings(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let [name, _, _, _, also] = self.0;
        std::iter::once(name).chain(also.split('|').map(str::trim).filter(|spelling| !spelling.is_empty()))
    }

    fn person(&self) -> KnownPerson {
        let [name, country, org, gender, _] = self.0;
        KnownPerson {
            name: name.to_owned(),
            country: (!country.is_empty()).then(|| ConceptId::of("country", country)),
            org: (!org.is_empty()).then(|| ConceptId::new(org)),
            gender: gender_named(gender),
        }
    }
}

/// Where a spelling stands among the words of a name, behind the first.
fn part_of(words: &[&str], spelling: &str) -> Option<Range<usize>> {
    let part: Vec<&str> = spelling.split_whitespace().collect();
    let start = words.windows(part.len().max(1)).skip(1).position(|window| window == part)? + 1;
    Some(start..start + part.len())
}

fn index(text: &str) -> Vec<(u64, u32)> {
    let mut index = Vec::new();
    let mut at = 0;
    let mut is_head = true;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.trim().is_empty() || line.starts_with('#') || std::mem::take(&mut is_head) {
            continue;
        }
        let row = Line::parse(line);
        index.extend(row.spellings().map(|spelling| (hash(&plain_letters(spelling)), start as u32)));
    }
    index.sort_unstable();
    index
}

fn check(file: SourceFile<'_>) -> Result<(), LoadError> {
    let table = file.table()?;
    if table.columns() != COLUMNS {
        return Err(file.error(0, format!("the columns are not {}", COLUMNS.join(", "))));
    }
    table.rows().try_for_each(|row| gender_of(&row).map(drop))
}

pub(crate) fn gender_of(row: &Row<'_, '_>) -> Result<Gender, LoadError> {
    let cell = row.cell("gender");
    gender_named(cell).ok_or_else(|| row.error(format!("`{cell}` is no gender")).with_hint("write m or f"))
}

fn gender_named(letter: &str) -> Option<Gender> {
    match letter {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

/// FNV-1a.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A name in small letters in which the letters that its spellings differ in are made one ("Peskov", "Péskov"; "Sergey",
/// "Serguei"; `news-patterns.md`, section 4), for telling whether two spellings may be one name; never for showing it.
#[must_use]
pub fn plain_letters(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let small = |c: char| if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { c.to_lowercase().next() };
    for c in name.chars().filter_map(small) {
        match (plain_letter(c), plain.as_bytes()) {
            // "Serguei" and "Sergey" are one name, and so are "Rudolph" and "Rudolf", "Martha" and "Marta".
            (vowel @ ('e' | 'i'), [.., b'g', b'u']) => {
                plain.pop();
                plain.push(vowel);
            }
            ('h', [.., b'p']) => {
                plain.pop();
                plain.push('f');
            }
            ('h', [.., b't']) => {}
            (c, _) => plain.push(c),
        }
    }
    plain
}

fn plain_letter(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'ă' | 'ā' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ē' | 'ě' | 'ė' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' | 'į' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ő' | 'ø' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ū' | 'ů' | 'ų' => 'u',
        'ý' | 'y' => 'i',
        'w' => 'v',
        'ç' | 'č' | 'ć' => 'c',
        'š' | 'ş' | 'ś' | 'ș' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ğ' | 'ģ' => 'g',
        'ķ' => 'k',
        'ł' | 'ľ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ř' => 'r',
        'ť' | 'ț' | 'ţ' => 't',
        'ď' | 'đ' => 'd',
        c => c,
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        let locales = Locales::builtin();
        check(locales.file(ROOT, FILE).expect("the table")).expect("a sound table");
    }

    #[test]
    fn spellings_of_one_name_are_one() {
        let people = Gazetteer::load(&Locales::builtin()).expect("the table");
        let country = |name: &str| people.find(name).and_then(|person| person.country);
        assert_eq!(country("Sergei Lavrov"), Some(ConceptId::of("country", "RU")));
        assert_eq!(country("Serguei Lavrov"), country("Sergey Lavrov"));
        assert_eq!(country("Priit Laanemäe"), None);
    }

    #[test]
    fn letters_of_the_languages_around_are_plain() {
        for (name, plain) in [
            ("Vojtěch Dvořák", "vojtech dvorak"),
            ("Țepeș", "tepes"),
            ("Rūta Žemaitytė", "ruta zemaitite"),
            ("Vaňous", "vanous"),
            ("Đorđević", "dordevic"),
        ] {
            assert_eq!(plain_letters(name), plain);
        }
    }
}
