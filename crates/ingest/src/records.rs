//! Articles as JSON: one record on a line, one alone, or an array of them.
//!
//! Knows the names of fields, ours and those that are usual. Does not know how a line came, nor whether an id came before:
//! that is the business of whoever reads the stream.

use attache_schema::{Article, Date};
use serde_json::{Map, Value};

use crate::{Document, Format, Hints, IngestError, caption, day};

/// How many articles one input may hold that is read as a whole; longer ones are streamed, [`record`] by record.
pub(crate) const MOST: usize = 100_000;

/// The names that a field may have. The first one that is there counts; further ones are handed through.
const ID: &[&str] = &["id"];
const URL: &[&str] = &["url", "link"];
const TITLE: &[&str] = &["title"];
const PUBLISHED: &[&str] = &["date", "published"];
const OUTLET: &[&str] = &["source", "outlet"];
const LANGUAGE: &[&str] = &["lang", "language"];
const TEXT: &[&str] = &["text"];

/// Reads one record: `{"id", "url", "title", "date", "source", "lang", "text"}`, all but `text` optional.
///
/// What the sender knows wins over the record, except for the name: a record's own `id` is what its answer is matched by.
/// Fields of other names are handed through in [`Document::extra`].
///
/// ```
/// use attache_ingest::{Hints, record};
///
/// let line = r#"{"id": 7, "date": "2031-05-06", "source": "Northern Courier", "text": "The ministers met.", "desk": "north"}"#;
/// let document = record(line, &Hints::default())?;
/// assert_eq!(document.article.id.as_deref(), Some("7"));
/// assert_eq!(document.extra["desk"], "north");
///
/// let error = record(r#"{"text": "The ministers met.", "date": "yesterday"}"#, &Hints::default()).unwrap_err();
/// assert_eq!(error.to_string(), "has a field `date` that is no day; write 2031-05-06");
/// # Ok::<(), attache_ingest::IngestError>(())
/// ```
///
/// # Errors
/// Where the line is no JSON object, a field holds what it may not, or there is no text. A record that has an address but
/// no text is [`IngestError::OnlyALink`].
pub fn record(line: &str, hints: &Hints) -> Result<Document, IngestError> {
    if line.len() > hints.max_bytes {
        return Err(IngestError::TooLarge { limit: hints.max_bytes as u64 });
    }
    let fields = serde_json::from_str(line.trim_start_matches('\u{FEFF}')).map_err(not_json)?;
    document(fields, hints)
}

/// Reads all records of an input: lines, an array, or one object on several lines.
pub(crate) fn all(text: &str, hints: &Hints) -> Result<Vec<Result<Document, IngestError>>, IngestError> {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if text.is_empty() {
        return Err(IngestError::Empty);
    }
    if text.starts_with('[') {
        let records: Vec<Map<String, Value>> = serde_json::from_str(text).map_err(not_json)?;
        return each(records.into_iter().map(Ok), hints);
    }
    // A first line that is no record by itself may be the beginning of one that was laid out for people.
    let first = text.lines().next().unwrap_or_default();
    if serde_json::from_str::<Map<String, Value>>(first).is_err()
        && let Ok(fields) = serde_json::from_str(text)
    {
        return each([Ok(fields)].into_iter(), hints);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    each(lines.map(|(index, line)| serde_json::from_str(line).map_err(|error| broken_line(index, &error))), hints)
}

fn each(
    records: impl Iterator<Item = Result<Map<String, Value>, IngestError>>,
    hints: &Hints,
) -> Result<Vec<Result<Document, IngestError>>, IngestError> {
    let mut documents = Vec::new();
    for (index, fields) in records.enumerate() {
        if index == MOST {
            return Err(IngestError::TooLarge { limit: hints.max_bytes as u64 });
        }
        let own = Hints { id: crate::nth_id(hints.id.as_deref(), index), ..hints.clone() };
        documents.push(fields.and_then(|fields| document(fields, &own)));
    }
    if documents.is_empty() { Err(IngestError::Empty) } else { Ok(documents) }
}

fn document(mut fields: Map<String, Value>, hints: &Hints) -> Result<Document, IngestError> {
    let id = take_id(&mut fields)?.or_else(|| hints.id.clone());
    let found = Article {
        id: None,
        url: take_url(&mut fields)?,
        title: take_string(&mut fields, TITLE)?.and_then(|(_, title)| caption::some(&title)),
        published: take_day(&mut fields)?,
        outlet: take_string(&mut fields, OUTLET)?.and_then(|(_, outlet)| caption::some(&outlet)),
        language: take_language(&mut fields)?,
        text: take_string(&mut fields, TEXT)?.map(|(_, text)| text).unwrap_or_default(),
    };
    let article = Article { id, ..Hints { id: None, ..hints.clone() }.over(found) };
    match (article.text.trim().is_empty(), &article.url) {
        (false, _) => Ok(Document { extra: fields, ..Document::new(article, Format::JsonLines) }),
        (true, Some(_)) => Err(IngestError::OnlyALink(Box::new(Article { text: String::new(), ..article }))),
        (true, None) => Err(wrong("text", "is missing or empty")),
    }
}

/// A name may be a number, as data bases give them.
fn take_id(fields: &mut Map<String, Value>) -> Result<Option<String>, IngestError> {
    if let Some(Value::Number(number)) = fields.get("id") {
        let id = number.to_string();
        fields.remove("id");
        return Ok(Some(id));
    }
    Ok(take_string(fields, ID)?.and_then(|(_, id)| caption::some(&id)))
}

fn take_url(fields: &mut Map<String, Value>) -> Result<Option<String>, IngestError> {
    let Some((name, url)) = take_string(fields, URL)? else { return Ok(None) };
    caption::link(&url).map(Some).ok_or_else(|| wrong(name, "is no address of the web; write https://…"))
}

fn take_day(fields: &mut Map<String, Value>) -> Result<Option<Date>, IngestError> {
    let Some((name, text)) = take_string(fields, PUBLISHED)? else { return Ok(None) };
    day::parse(&text).map(Some).ok_or_else(|| wrong(name, "is no day; write 2031-05-06"))
}

fn take_language(fields: &mut Map<String, Value>) -> Result<Option<String>, IngestError> {
    let Some((name, tag)) = take_string(fields, LANGUAGE)? else { return Ok(None) };
    match is_tag(&tag) {
        true => Ok(Some(tag)),
        false => Err(wrong(name, "is no language tag (BCP 47)")),
    }
}

/// Whether it has the form of a BCP 47 tag; whether we read that language, others know.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_word = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    parts.next().is_some_and(|first| (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && is_word(part))
}

/// Takes the first of these fields that says something, and tells under which name it stood.
fn take_string(
    fields: &mut Map<String, Value>,
    names: &[&'static str],
) -> Result<Option<(&'static str, String)>, IngestError> {
    for name in names {
        match fields.remove(*name) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.trim().is_empty() => {}
            Some(Value::String(text)) => return Ok(Some((name, text))),
            Some(_) => return Err(wrong(name, "is no text in quotes")),
        }
    }
    Ok(None)
}

fn wrong(name: &str, what: &str) -> IngestError {
    IngestError::Field { name: name.to_owned(), what: what.to_owned() }
}

fn not_json(error: serde_json::Error) -> IngestError {
    IngestError::broken(Format::JsonLines, error)
}

fn broken_line(index: usize, error: &serde_json::Error) -> IngestError {
    // Each line is a document of its own for the parser, so it always speaks of line 1.
    let said = error.to_string().replace("at line 1 column", "at column");
    IngestError::broken(Format::JsonLines, format_args!("line {}: {said}", index + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(line: &str) -> Result<Document, IngestError> {
        record(line, &Hints::default().with_id("day.jsonl#3"))
    }

    fn message(line: &str) -> String {
        read(line).expect_err("this record is wrong").to_string()
    }

    #[test]
    fn every_field_finds_its_place() {
        let document = read(
            r#"{"id":"a1","url":"https://rossio.example/1","title":"Visita a Baku","date":"2031-04-02T08:00:00+01:00",
                "source":"Correio do Rossio","lang":"pt","text":"O ministro chegou.","tags":["x"],"desk":null}"#,
        )
        .expect("a record");
        let article = document.article;
        assert_eq!(article.id.as_deref(), Some("a1"));
        assert_eq!(article.url.as_deref(), Some("https://rossio.example/1"));
        assert_eq!(article.title.as_deref(), Some("Visita a Baku"));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2031-04-02"));
        assert_eq!(article.outlet.as_deref(), Some("Correio do Rossio"));
        assert_eq!(article.language.as_deref(), Some("pt"));
        assert_eq!(article.text, "O ministro chegou.");
        assert_eq!(Value::Object(document.extra).to_string(), r#"{"desk":null,"tags":["x"]}"#);
    }

    #[test]
    fn our_own_names_are_read_too() {
        let line = r#"{"published":"2031-04-02","outlet":"Rossio","language":"pt-BR","link":"http://r.example/","text":"Sim."}"#;
        let article = read(line).expect("a record").article;
        assert_eq!(article.id.as_deref(), Some("day.jsonl#3"), "without an id it is called by its place");
        assert_eq!(article.outlet.as_deref(), Some("Rossio"));
        assert_eq!(article.language.as_deref(), Some("pt-BR"));
        assert!(article.published.is_some() && article.url.is_some());
    }

    #[test]
    fn what_the_sender_says_wins_but_not_the_name() {
        let hints = Hints::default().with_id("x").with_outlet("The Harbour Post");
        let article = record(r#"{"id":9,"source":"Other","text":"They met."}"#, &hints).expect("a record").article;
        assert_eq!((article.id.as_deref(), article.outlet.as_deref()), (Some("9"), Some("The Harbour Post")));
    }

    #[test]
    fn an_error_names_the_field() {
        assert_eq!(
            message(r#"{"text":"A.","date":"2031-02-30"}"#),
            "has a field `date` that is no day; write 2031-05-06"
        );
        assert_eq!(
            message(r#"{"text":"A.","published":20310506}"#),
            "has a field `published` that is no text in quotes"
        );
        assert_eq!(message(r#"{"text":["A."]}"#), "has a field `text` that is no text in quotes");
        assert_eq!(message(r#"{"title":"A"}"#), "has a field `text` that is missing or empty");
        assert_eq!(
            message(r#"{"text":"A.","lang":"português"}"#),
            "has a field `lang` that is no language tag (BCP 47)"
        );
        assert_eq!(
            message(r#"{"text":"A.","url":"javascript:alert(1)"}"#),
            "has a field `url` that is no address of the web; write https://…"
        );
        assert!(message("{\"text\":").starts_with("cannot be read as JSON lines: EOF"), "{}", message("{\"text\":"));
    }

    #[test]
    fn a_record_without_text_may_still_be_fetched() {
        let error = read(r#"{"url":"https://rossio.example/1","title":"Visita","text":" "}"#).expect_err("no text");
        let IngestError::OnlyALink(article) = error else { panic!("{error}") };
        assert_eq!(article.title.as_deref(), Some("Visita"));
        assert_eq!(article.text, "");
    }

    #[test]
    fn titles_come_out_harmless_and_texts_as_they_are() {
        let document = read(r#"{"title":"\u001b[31mA\u202eB\u0007","text":"A\u202eB"}"#).expect("a record");
        assert_eq!(document.article.title.as_deref(), Some("AB"));
        assert_eq!(document.article.text, "A\u{202e}B");
    }

    #[test]
    fn lines_an_array_and_one_object_are_read() {
        let hints = Hints::default().with_id("f");
        let ids = |text: &str| -> Vec<String> {
            let documents = all(text, &hints).expect("records").into_iter();
            documents.map(|d| d.map_or_else(|e| e.to_string(), |d| d.article.id.unwrap_or_default())).collect()
        };
        assert_eq!(ids("{\"text\":\"A.\"}\r\n\n{\"text\":\"B.\"}\n"), ["f", "f#2"]);
        assert_eq!(ids("[{\"text\":\"A.\"},\n{\"id\":\"b\",\"text\":\"B.\"}]"), ["f", "b"]);
        assert_eq!(ids("{\n  \"text\": \"A.\"\n}"), ["f"]);
        let broken = ids("{\"text\":\"A.\"}\n{\"text\":\n{\"text\":\"C.\"}");
        assert_eq!((broken[0].as_str(), broken[2].as_str()), ("f", "f#3"));
        assert_eq!(broken[1], "cannot be read as JSON lines: line 2: EOF while parsing a value at column 8");
    }

    #[test]
    fn json_that_is_nested_without_end_is_refused() {
        let deep = format!("{{\"text\":\"A.\",\"x\":{}", "[".repeat(1_000_000));
        assert!(message(&deep).contains("recursion limit"), "{}", message(&deep));
    }

    proptest! {
        #[test]
        fn never_panics(line in any::<String>()) {
            let _ = all(&line, &Hints::default());
        }

        #[test]
        fn a_text_comes_out_as_it_went_in(text in "\\PC*[a-z]", title in any::<String>()) {
            let line = serde_json::json!({"text": text, "title": title}).to_string();
            let article = record(&line, &Hints::default()).expect("a record").article;
            prop_assert_eq!(article.text, text);
        }
    }
}
