//! What is looked for: words as people type them, and bounds.

use attache_schema::Date;

use crate::error::ArchiveError;
use crate::fold::fold;

/// What is looked for in an archive.
///
/// All words have to be there: `baku energia`. A phrase stands in quotation marks: `"xarici işlər"`. The beginning of a word ends
/// in a star: `nazir*`. What must not be there has a minus before it: `-futebol`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Query {
    /// For the index: what has to be there; empty for everything.
    pub(crate) wanted: String,
    /// For the index: what must not be there.
    pub(crate) unwanted: String,
    /// How words begin that are to be shown where they stand.
    shown: Vec<String>,
    /// From this day on.
    pub since: Option<Date>,
    /// Up to this day.
    pub until: Option<Date>,
    /// Whose names hold this, however it is typed.
    pub outlet: Option<String>,
    /// In this language, or a variant of it.
    pub language: Option<String>,
    /// No more than so many.
    pub limit: Option<usize>,
}

impl Query {
    /// A query for those words; no words mean everything.
    ///
    /// # Errors
    /// Where something is asked for in which there is no letter or digit.
    pub fn words(text: &str) -> Result<Self, ArchiveError> {
        let terms = terms(text);
        if terms.is_empty() && !text.trim().is_empty() {
            return Err(ArchiveError::NoWords(text.to_owned()));
        }
        let join = |wanted: bool, with: &str| {
            let terms = terms.iter().filter(|term| term.is_wanted == wanted).map(Term::for_index);
            terms.collect::<Vec<_>>().join(with)
        };
        let (wanted, unwanted) = (join(true, " AND "), join(false, " OR "));
        let shown = terms.iter().filter(|term| term.is_wanted).filter_map(|term| letters(&term.text).next());
        Ok(Self { shown: shown.map(str::to_owned).collect(), wanted, unwanted, ..Self::default() })
    }

    /// A line of a text around the first of the words that are looked for; nothing where none is there.
    #[must_use]
    pub fn context(&self, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_shown = |word: &&str| {
            let folded = fold(word);
            self.shown.iter().any(|shown| letters(&folded).any(|part| part.starts_with(shown)))
        };
        let at = words.iter().position(is_shown)?;
        let (start, end) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(words.len()));
        let (before, after) = (if start > 0 { "… " } else { "" }, if end < words.len() { " …" } else { "" });
        Some(format!("{before}{}{after}", words[start..end].join(" ")))
    }
}

/// How many words are shown on either side of one that was found.
const AROUND: usize = 9;

/// The words of a folded text, as the index parts them.
fn letters(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// One word, beginning of a word, or phrase.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    text: String,
    is_beginning: bool,
    is_wanted: bool,
}

impl Term {
    /// As FTS5 reads it; in quotation marks nothing else means anything to it.
    fn for_index(&self) -> String {
        format!("\"{}\"{}", self.text.replace('"', " "), if self.is_beginning { "*" } else { "" })
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»')
}

fn terms(text: &str) -> Vec<Term> {
    let (mut terms, mut rest) = (Vec::new(), text.trim_start());
    while !rest.is_empty() {
        let unsigned = rest.strip_prefix('-').unwrap_or(rest);
        let is_wanted = unsigned.len() == rest.len();
        let (term, after) = match unsigned.strip_prefix(is_mark) {
            // A phrase that is not closed goes to the end.
            Some(phrase) => phrase.split_once(is_mark).unwrap_or((phrase, "")),
            None => {
                unsigned.split_at(unsigned.find(|c: char| c.is_whitespace() || is_mark(c)).unwrap_or(unsigned.len()))
            }
        };
        let starred = after.strip_prefix('*').unwrap_or(after);
        let is_beginning = term.ends_with('*') || starred.len() < after.len();
        // The index has no NUL, and what is no letter or digit parts words there as it does here.
        let folded = fold(&term.replace('\0', " "));
        if folded.contains(char::is_alphanumeric) {
            terms.push(Term { text: folded.trim_end_matches('*').to_owned(), is_beginning, is_wanted });
        }
        rest = starred.trim_start();
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (String, String) {
        let query = Query::words(text).expect("words");
        (query.wanted, query.unwanted)
    }

    #[test]
    fn words_phrases_beginnings_and_what_must_not_be_there() {
        assert_eq!(read("Bakı energia").0, r#""baki" AND "energia""#);
        assert_eq!(read("\"xarici İşlər\" nazir*").0, r#""xarici isler" AND "nazir"*"#);
        assert_eq!(
            read("«negócios estrangeiros»* -futebol -\"a bola\""),
            (r#""negocios estrangeiros"*"#.to_owned(), r#""futebol" OR "a bola""#.to_owned())
        );
        assert_eq!(read("  "), (String::new(), String::new()));
    }

    #[test]
    fn nothing_of_the_index_can_be_said_from_outside() {
        assert_eq!(read("title:a OR b)").0, r#""title:a" AND "or" AND "b)""#);
        assert_eq!(read("a\" NEAR(b").0, r#""a" AND " near(b""#);
    }

    #[test]
    fn a_word_is_shown_where_it_stands() {
        let query = Query::words("isiq").expect("words");
        assert_eq!(
            query.context("Nazirlər dünən (IŞIQLAR) haqqında").as_deref(),
            Some("Nazirlər dünən (IŞIQLAR) haqqında")
        );
        let long = format!("{} işıq {}", "a ".repeat(30), "b ".repeat(30));
        let shown = query.context(&long).expect("it is there");
        assert_eq!(shown, format!("… {}işıq {}…", "a ".repeat(9), "b ".repeat(9)));
        assert_eq!(query.context("Nazirlər"), None);
        assert_eq!(Query::default().context("Nazirlər"), None);
    }

    #[test]
    fn what_has_no_letter_is_no_word() {
        assert!(matches!(Query::words("*"), Err(ArchiveError::NoWords(_))));
        assert!(matches!(Query::words("\"\" - ---"), Err(ArchiveError::NoWords(_))));
        assert_eq!(read("a * - b").0, r#""a" AND "b""#);
    }

    proptest! {
        #[test]
        fn the_index_reads_whatever_people_type(text in "(\\PC|[\"*«» a-b-]){0,40}") {
            let index = rusqlite::Connection::open_in_memory().expect("memory");
            index.execute_batch("CREATE VIRTUAL TABLE words USING fts5(text)").expect("an index");
            let Ok(query) = Query::words(&text) else { return Ok(()) };
            for said in [query.wanted, query.unwanted].into_iter().filter(|said| !said.is_empty()) {
                let count = "SELECT count(*) FROM words WHERE words MATCH ?1";
                let read = index.query_row(count, [&said], |row| row.get::<_, i64>(0));
                prop_assert_eq!(read.map_err(|error| error.to_string()), Ok(0), "{}", said);
            }
        }
    }
}
