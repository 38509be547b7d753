//! Linked data: what a page says about its article in JSON-LD.
//!
//! Knows the shapes of schema.org. Chooses one article of them, the outermost.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use super::line;

/// How many values are looked at.
const ENOUGH: usize = 20_000;

/// What linked data say about the article of a page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    /// The text of the article, where it is there as a whole.
    pub(super) body: Option<String>,
    /// Whether everyone may read it.
    pub(super) is_free: Option<bool>,
}

impl Linked {
    /// Reads the scripts of a page: the first article in them, and what other parts say where the article does not.
    pub(super) fn read(scripts: &[String]) -> Self {
        let parts: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
        let objects = objects_of(&parts);
        let articles = objects.iter().filter(|object| is_article(object));
        let pages = objects.iter().filter(|object| has_type(object, |name| name.ends_with("WebPage")));
        articles.chain(pages).map(|object| Self::of(object)).reduce(Self::or).unwrap_or_default()
    }

    fn of(object: &Map<String, Value>) -> Self {
        let text = |key: &str| object.get(key).and_then(text_of);
        Self {
            headline: text("headline").or_else(|| text("name")),
            published: text("datePublished").or_else(|| text("dateCreated")),
            modified: text("dateModified"),
            publisher: object.get("publisher").and_then(names_of).and_then(|names| names.into_iter().next()),
            authors: object.get("author").or_else(|| object.get("creator")).and_then(names_of).unwrap_or_default(),
            url: text("url").or_else(|| object.get("mainEntityOfPage").and_then(address_of)),
            language: text("inLanguage"),
            body: object.get("articleBody").and_then(Value::as_str).map(str::to_owned),
            is_free: object.get("isAccessibleForFree").and_then(truth_of),
        }
    }

    /// What this does not say, `other` may; the text is never another article's.
    fn or(self, other: Self) -> Self {
        Self {
            headline: self.headline.or(other.headline),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            publisher: self.publisher.or(other.publisher),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            body: self.body,
            is_free: self.is_free.or(other.is_free),
        }
    }
}

/// What is nearly JSON is read too: line breaks in strings, marks before it and behind it.
fn parse(script: &str) -> Option<Value> {
    let script = script.split_once("CDATA[").map_or(script, |(_, rest)| rest);
    let start = script.find(['{', '['])?;
    let text: String = script.get(start..)?.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::Deserializer::from_str(&text).into_iter().next()?.ok()
}

/// All objects, the outermost first, but none of those that are about other pages.
fn objects_of(parts: &[Value]) -> Vec<&Map<String, Value>> {
    const OTHERS: [&str; 7] =
        ["itemListElement", "hasPart", "isPartOf", "mentions", "citation", "comment", "publisher"];
    let mut queue: VecDeque<&Value> = parts.iter().collect();
    let mut objects = Vec::new();
    let mut seen = 0;
    while let Some(value) = queue.pop_front() {
        seen += 1;
        match value {
            _ if seen > ENOUGH => break,
            Value::Array(values) => queue.extend(values.iter().take(ENOUGH)),
            Value::Object(object) => {
                objects.push(object);
                let inner = object.iter().filter(|(key, _)| !OTHERS.contains(&key.as_str())).map(|(_, value)| value);
                queue.extend(inner.filter(|value| value.is_object() || value.is_array()));
            }
            _ => {}
        }
    }
    objects
}

fn is_article(object: &Map<String, Value>) -> bool {
    has_type(object, |name| name.ends_with("Article") || name.ends_with("Posting") || name == "Report")
}

fn has_type(object: &Map<String, Value>, is: impl Fn(&str) -> bool) -> bool {
    match object.get("@type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => line::tidy(text),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => return values.iter().find_map(text_of),
        Value::Object(object) => return object.get("@value").or_else(|| object.get("@id")).and_then(text_of),
        _ => return None,
    };
    (!text.is_empty() && text.len() <= 2_000).then_some(text)
}

/// `"Ana"`, `{"name": "Ana"}`, or a list of such.
fn names_of(value: &Value) -> Option<Vec<String>> {
    let names: Vec<String> = match value {
        Value::Array(values) => values.iter().take(20).filter_map(names_of).flatten().take(20).collect(),
        Value::Object(object) => object.get("name").and_then(text_of).into_iter().collect(),
        other => text_of(other).into_iter().collect(),
    };
    (!names.is_empty()).then_some(names)
}

fn address_of(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => object.get("@id").or_else(|| object.get("url")).and_then(text_of),
        other => text_of(other),
    }
}

/// `true`, `"True"`, `"false"`.
fn truth_of(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) => text.to_ascii_lowercase().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> Linked {
        Linked::read(&[script.to_owned()])
    }

    #[test]
    fn the_outermost_article_is_taken() {
        let linked = read(
            r#"{"@graph": [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]},
                {"@type": ["NewsArticle"], "headline": "Ministers meet", "datePublished": "2023-03-06T10:00:00+04:00",
                 "author": [{"name": "Leyla Quliyeva"}, "R. Sousa"], "publisher": {"name": "The Harbour Post"},
                 "isAccessibleForFree": "False"}]}"#,
        );
        assert_eq!(linked.headline.as_deref(), Some("Ministers meet"));
        assert_eq!(linked.published.as_deref(), Some("2023-03-06T10:00:00+04:00"));
        assert_eq!(linked.authors, ["Leyla Quliyeva", "R. Sousa"]);
        assert_eq!(linked.publisher.as_deref(), Some("The Harbour Post"));
        assert_eq!(linked.is_free, Some(false));
    }

    #[test]
    fn what_is_nearly_json_is_read() {
        let linked = read("//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"Ministers\nmeet\"};\n//]]>");
        assert_eq!(linked.headline.as_deref(), Some("Ministers meet"));
    }

    #[test]
    fn what_is_no_json_says_nothing() {
        for script in ["", "{", "null", "[[[[", "{\"@type\": 3}", &"[".repeat(100_000)] {
            assert_eq!(read(script), Linked::default());
        }
    }
}
