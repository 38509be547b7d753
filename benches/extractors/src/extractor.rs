//! What is compared, each called as its documentation shows.
//!
//! All get the same characters and give markup, which becomes text in the same way; ours gives text, since that is what it is
//! for. What an extractor calls text is kept too: blocks may be glued together in it.

use attache_ingest::{Hints, page};

/// What an extractor made of a page.
#[derive(Default)]
pub(crate) struct Found {
    /// The article, as markup or as text.
    pub(crate) article: Article,
    /// What the extractor itself calls the text.
    pub(crate) own_text: String,
}

pub(crate) enum Article {
    Markup(String),
    Text(String),
}

impl Default for Article {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

/// An extractor.
pub(crate) struct Extractor {
    pub(crate) name: &'static str,
    pub(crate) extract: fn(&str) -> Found,
}

/// All that are compared, ours first.
pub(crate) fn all() -> Vec<Extractor> {
    vec![
        Extractor { name: "attache-ingest", extract: ours },
        Extractor { name: "trafilatura 0.6", extract: trafilatura },
        Extractor { name: "rs-trafilatura 0.2", extract: rs_trafilatura },
        Extractor { name: "libreadability 0.3", extract: libreadability },
        Extractor { name: "dom_smoothie 0.19", extract: dom_smoothie },
        Extractor { name: "legible 0.5", extract: legible },
        Extractor { name: "readabilityrs 0.1", extract: readabilityrs },
    ]
}

fn ours(html: &str) -> Found {
    let text = page(html.as_bytes(), Hints::default()).map(|document| document.article.text).unwrap_or_default();
    Found { article: Article::Text(text.clone()), own_text: text }
}

fn found(markup: impl Into<String>, own_text: impl Into<String>) -> Found {
    Found { article: Article::Markup(markup.into()), own_text: own_text.into() }
}

fn trafilatura(html: &str) -> Found {
    let options = trafilatura::Options::default().with_fallback(true).with_exclude_comments(true);
    trafilatura::extract(html, &options)
        .map(|result| found(result.content_html, result.content_text))
        .unwrap_or_default()
}

fn rs_trafilatura(html: &str) -> Found {
    rs_trafilatura::extract(html)
        .map(|result| match result.content_html {
            Some(markup) => found(markup, result.content_text),
            None => Found { article: Article::Text(result.content_text.clone()), own_text: result.content_text },
        })
        .unwrap_or_default()
}

fn libreadability(html: &str) -> Found {
    libreadability::extract(html, None).map(|article| found(article.content, article.text_content)).unwrap_or_default()
}

fn dom_smoothie(html: &str) -> Found {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    dom_smoothie::Readability::new(html, None, Some(config))
        .and_then(|mut readability| readability.parse())
        .map(|article| found(article.content.to_string(), article.text_content.to_string()))
        .unwrap_or_default()
}

fn legible(html: &str) -> Found {
    legible::parse(html, None, None).map(|article| found(article.content, article.text_content)).unwrap_or_default()
}

fn readabilityrs(html: &str) -> Found {
    let readability = readabilityrs::Readability::new(html, None, None).ok();
    let article = readability.and_then(readabilityrs::Readability::parse);
    article
        .map(|article| found(article.content.unwrap_or_default(), article.text_content.unwrap_or_default()))
        .unwrap_or_default()
}
