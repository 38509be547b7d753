//! What a page says about itself, gathered in one walk.
//!
//! Knows where pages write such things. Does not choose among what they say: that is `headline.rs`, `published.rs` and
//! `origin.rs`.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::line;
use super::linked::Linked;

/// How many values of one kind are kept: a page with more of them is a list.
const ENOUGH: usize = 64;
/// How long a value may be.
const MAX_VALUE: usize = 2_000;

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// `<meta>`: its name, property or `itemprop` in lower case, and its content.
    metas: Vec<(String, String)>,
    /// `<link rel="canonical">`.
    pub(super) canonical: Option<String>,
    /// `<base href>`.
    pub(super) base: Option<String>,
    /// `<html lang>`.
    pub(super) language: Option<String>,
    /// `<title>`.
    pub(super) title: Option<String>,
    /// Headings of the first level.
    pub(super) headings: Vec<String>,
    /// Elements with `itemprop`, its value in lower case: what they are for machines, or their text.
    items: Vec<(String, String)>,
    /// `<time>`, what marks itself as the time of publication first.
    times: Vec<Moment>,
    /// The texts of elements that by their class hold a date.
    pub(super) date_lines: Vec<String>,
    /// The first article of the linked data.
    pub(super) linked: Linked,
}

/// A `<time>`.
#[derive(Debug)]
struct Moment {
    says_published: bool,
    value: String,
}

impl Facts {
    /// Gathers what a tree says.
    pub(super) fn gather(tree: &Html) -> Self {
        let mut facts = Self::default();
        let mut scripts = Vec::new();
        let mut writing: Vec<Writing> = Vec::new();
        for edge in tree.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => facts.open(node.id(), element, &mut writing),
                    Node::Text(text) => {
                        for open in &mut writing {
                            open.add(text);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Some(done) = writing.pop_if(|open| open.id == node.id()) {
                        facts.close(done, &mut scripts);
                    }
                }
            }
        }
        facts.times.sort_by_key(|time| !time.says_published);
        facts.linked = Linked::read(&scripts);
        facts
    }

    /// The first content of the first of these metas that there is.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| first(&self.metas, name))
    }

    /// The first value of the first of these properties that there is.
    pub(super) fn item(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| first(&self.items, name))
    }

    /// What `<time>` says, the time of publication first.
    pub(super) fn times(&self) -> impl Iterator<Item = &str> {
        self.times.iter().map(|time| time.value.as_str())
    }

    fn open(&mut self, id: NodeId, element: &Element, writing: &mut Vec<Writing>) {
        match element.name() {
            "meta" => self.add_meta(element),
            "link" if has_word(element.attr("rel"), "canonical") => {
                let href = element.attr("href").and_then(sound);
                self.canonical = self.canonical.take().or(href);
            }
            "base" => self.base = self.base.take().or_else(|| element.attr("href").and_then(sound)),
            "html" => self.language = element.attr("lang").or_else(|| element.attr("xml:lang")).and_then(sound),
            _ => {}
        }
        if let Some(what) = self.take(element).filter(|_| writing.len() < ENOUGH) {
            writing.push(Writing { what, text: String::new(), id });
        }
    }

    fn add_meta(&mut self, element: &Element) {
        let Some(content) = element.attr("content").and_then(sound) else { return };
        let names = ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(|key| element.attr(key));
        for name in names.map(str::to_ascii_lowercase) {
            if self.metas.len() < ENOUGH * 4 {
                self.metas.push((name, content.clone()));
            }
        }
    }

    /// Takes what stands in an element's attributes, and says which fact its text is.
    fn take(&mut self, element: &Element) -> Option<What> {
        let name = element.name();
        if name == "time" && self.times.len() < ENOUGH {
            let marks = [element.attr("itemprop"), element.attr("class"), element.attr("pubdate").map(|_| "publish")];
            let says_published = marks.into_iter().flatten().any(says_published);
            match element.attr("datetime").and_then(sound) {
                Some(value) => self.times.push(Moment { says_published, value }),
                None => return Some(What::Time { says_published }),
            }
        }
        if name == "meta" {
            return None;
        }
        if let Some(property) = element.attr("itemprop").filter(|_| self.items.len() < ENOUGH) {
            let property = property.to_ascii_lowercase();
            match ["content", "datetime"].into_iter().find_map(|key| element.attr(key)).and_then(sound) {
                Some(value) => self.items.push((property, value)),
                None => return Some(What::Item(property)),
            }
        }
        match name {
            "title" if self.title.is_none() => Some(What::Title),
            "h1" if self.headings.len() < ENOUGH => Some(What::Heading),
            "script" => Some(What::Script),
            "a" | "body" | "html" | "main" | "article" | "form" => None,
            _ if self.date_lines.len() < ENOUGH && holds_date(element) => Some(What::Date),
            _ => None,
        }
    }

    fn close(&mut self, done: Writing, scripts: &mut Vec<String>) {
        if matches!(done.what, What::Script) {
            scripts.push(done.text);
            return;
        }
        let Some(text) = sound(&done.text) else { return };
        match done.what {
            What::Title => self.title = Some(text),
            What::Heading => self.headings.push(text),
            What::Item(property) => self.items.push((property, text)),
            What::Time { says_published } => self.times.push(Moment { says_published, value: text }),
            What::Date => self.date_lines.push(text),
            What::Script => {}
        }
    }
}

/// Which fact a text is.
#[derive(Debug)]
enum What {
    Title,
    Heading,
    Script,
    Item(String),
    Time { says_published: bool },
    Date,
}

/// An element whose text is being written down.
#[derive(Debug)]
struct Writing {
    what: What,
    text: String,
    id: NodeId,
}

impl Writing {
    /// What is longer than a fact is none; linked data hold whole articles.
    fn add(&mut self, text: &str) {
        if matches!(self.what, What::Script) || self.text.len() <= MAX_VALUE {
            self.text.push_str(text);
        }
    }
}

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// A value on one line; nothing where it is empty or too long to be a fact.
fn sound(value: &str) -> Option<String> {
    let value = (value.len() <= MAX_VALUE).then(|| line::tidy(value))?;
    (!value.is_empty()).then_some(value)
}

fn has_word(value: Option<&str>, word: &str) -> bool {
    value.is_some_and(|value| value.split_ascii_whitespace().any(|part| part.eq_ignore_ascii_case(word)))
}

fn says_published(mark: &str) -> bool {
    let mark = mark.to_ascii_lowercase();
    mark.contains("publish") || mark == "pubdate" || mark.contains("entry-date")
}

/// Whether a class or an id says that a date is in it.
fn holds_date(element: &Element) -> bool {
    let marks = [element.attr("class"), element.attr("id")];
    marks.into_iter().flatten().flat_map(|marks| marks.split([' ', '-', '_'])).any(|mark| {
        ["date", "time", "datetime", "pubdate", "published", "timestamp"]
            .iter()
            .any(|word| mark.eq_ignore_ascii_case(word))
    })
}
