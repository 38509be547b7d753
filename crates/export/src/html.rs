//! HTML: one page with no other file, for a browser, for paper, or for a mail program.
//!
//! In a browser a clause shows its source sentence when it is pointed at or reached by the keyboard, without a script. Mail programs know
//! no such thing, and print hidden words when they are quoted; there the page has none.

use crate::document::{Clause, Document, Entry, Leaf, Part, Source};
use crate::harmless::Direction;
use crate::markup::Markup;

/// Where the page will be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Browser,
    Mail,
}

/// Nothing is fetched, run, framed or sent, even if a mark of a stranger's got through.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(crate) fn write(document: &Document, place: Place) -> String {
    let mut page = Markup::declared("<!doctype html>\n");
    let first = document.editions.first();
    let language = first.map_or("und", |edition| &edition.language);
    page.element("html", &[("lang", language), ("dir", direction(first))], |page| {
        page.line();
        page.element("head", &[], |page| write_head(document, place, page));
        page.line();
        page.element("body", &[], |page| write_body(document, place, page));
        page.line();
    });
    page.line();
    page.finish()
}

fn direction(edition: Option<&Leaf>) -> &'static str {
    match edition.map(|edition| edition.direction) {
        Some(Direction::RightToLeft) => "rtl",
        _ => "ltr",
    }
}

fn write_head(document: &Document, place: Place, page: &mut Markup) {
    page.line();
    page.void("meta", &[("charset", "utf-8")]);
    page.line();
    if place == Place::Browser {
        page.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        page.line();
        page.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        page.line();
        page.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
        page.line();
        page.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
        page.line();
    }
    page.text_element("title", &[], &document.title);
    page.line();
    match place {
        Place::Browser => page.style(include_str!("html/browser.css")),
        Place::Mail => page.style(include_str!("html/mail.css")),
    }
    page.line();
}

fn write_body(document: &Document, place: Place, page: &mut Markup) {
    page.line();
    if !document.letterhead.is_empty() {
        page.element("header", &[("class", "letterhead")], |page| {
            document.letterhead.iter().for_each(|line| page.text_element("p", &[("dir", "auto")], line));
        });
        page.line();
    }
    if document.is_several() {
        write_languages(document, page);
    }
    for (index, edition) in document.editions.iter().enumerate() {
        write_edition(index + 1, edition, place, page);
        page.line();
    }
}

fn write_languages(document: &Document, page: &mut Markup) {
    page.element("nav", &[("class", "languages")], |page| {
        for (index, edition) in document.editions.iter().enumerate() {
            let anchor = format!("#edition-{}", index + 1);
            let language = edition.language.as_str();
            page.text_element("a", &[("href", &anchor), ("lang", language), ("hreflang", language)], &edition.name);
            page.text(" ");
        }
    });
    page.line();
}

fn write_edition(number: usize, edition: &Leaf, place: Place, page: &mut Markup) {
    let id = format!("edition-{number}");
    let attributes =
        [("class", "edition"), ("id", &*id), ("lang", &*edition.language), ("dir", direction(Some(edition)))];
    page.element("article", &attributes, |page| {
        page.line();
        page.text_element("h1", &[], &edition.title);
        if !edition.dateline.is_empty() {
            page.text_element("p", &[("class", "dateline")], &edition.dateline);
        }
        page.line();
        if edition.parts.is_empty() {
            page.text_element("p", &[("class", "nothing")], &edition.nothing);
        } else {
            write_contents(&id, edition, page);
        }
        for part in &edition.parts {
            write_part(&id, edition, part, place, page);
        }
        write_notes(edition, page);
    });
}

fn write_contents(id: &str, edition: &Leaf, page: &mut Markup) {
    page.element("nav", &[("class", "contents"), ("aria-label", &edition.contents)], |page| {
        page.text_element("p", &[("class", "label")], &edition.contents);
        page.element("ul", &[], |page| {
            for entry in edition.entries() {
                let anchor = format!("#{}", anchor(id, entry));
                page.element("li", &[], |page| {
                    page.text(&format!("{}. ", entry.number));
                    page.element("a", &[("href", &anchor)], |page| write_headline(entry, page));
                });
            }
        });
    });
    page.line();
}

fn anchor(id: &str, entry: &Entry) -> String {
    format!("{id}-item-{}", entry.key + 1)
}

fn write_part(id: &str, edition: &Leaf, part: &Part, place: Place, page: &mut Markup) {
    page.element("section", &[], |page| {
        page.line();
        if !part.heading.is_empty() {
            page.text_element("h2", &[], &part.heading);
            page.line();
        }
        for entry in &part.entries {
            write_entry(id, edition, entry, place, page);
            page.line();
        }
    });
    page.line();
}

fn write_entry(id: &str, edition: &Leaf, entry: &Entry, place: Place, page: &mut Markup) {
    let anchor = anchor(id, entry);
    page.element("section", &[("class", "item"), ("id", &anchor)], |page| {
        page.element("h3", &[], |page| {
            page.text(&format!("{}. ", entry.number));
            write_headline(entry, page);
        });
        page.line();
        page.element("p", &[("class", "paragraph")], |page| {
            for (index, clause) in entry.clauses.iter().enumerate() {
                write_clause(&format!("{anchor}-clause-{}", index + 1), clause, place, page);
            }
        });
        page.line();
        if !entry.differences.is_empty() {
            page.element("ul", &[("class", "differences")], |page| {
                entry.differences.iter().for_each(|difference| page.text_element("li", &[], difference));
            });
            page.line();
        }
        write_sources(edition, entry, page);
    });
}

/// The headline, with its language where that is another one.
fn write_headline(entry: &Entry, page: &mut Markup) {
    match &entry.headline_language {
        Some(language) => page.text_element("span", &[("lang", language), ("dir", "auto")], &entry.headline),
        None => page.text(&entry.headline),
    }
}

fn write_clause(id: &str, clause: &Clause, place: Place, page: &mut Markup) {
    let body = clause.text.trim_end_matches(' ');
    match &clause.proof {
        Some(proof) if place == Place::Browser => {
            let class = if clause.mark.is_some() { "clause translated" } else { "clause" };
            page.element("span", &[("class", class), ("tabindex", "0"), ("aria-describedby", id)], |page| {
                write_body_of(clause, body, page);
                page.element("span", &[("class", "proof"), ("role", "tooltip"), ("id", id)], |page| {
                    for quote in &proof.quotes {
                        page.text_element("q", &[("lang", &quote.language), ("dir", "auto")], &quote.sentence);
                        if !quote.outlets.is_empty() {
                            page.text_element("span", &[("class", "outlets"), ("dir", "auto")], &quote.outlets);
                        }
                    }
                });
            });
        }
        Some(proof) => {
            page.element("span", &[("title", &proof.line())], |page| write_body_of(clause, body, page));
        }
        None => write_body_of(clause, body, page),
    }
    if let Some(mark) = &clause.mark {
        page.text(" ");
        page.text_element("span", &[("class", "mark")], &format!("[{mark}]"));
    }
    page.text(&clause.text[body.len()..]);
}

/// The words of a clause, with their language where they are quoted as they were written.
fn write_body_of(clause: &Clause, body: &str, page: &mut Markup) {
    match &clause.language {
        Some(language) => page.text_element("span", &[("lang", language)], body),
        None => page.text(body),
    }
}

fn write_sources(edition: &Leaf, entry: &Entry, page: &mut Markup) {
    if entry.sources.is_empty() {
        return;
    }
    page.element("div", &[("class", "sources")], |page| {
        page.text_element("p", &[("class", "label")], &edition.sources);
        page.element("ul", &[], |page| {
            for source in &entry.sources {
                // What is linked on the screen is written out on paper.
                let url = [("data-url", source.url.as_deref().unwrap_or(""))];
                let attributes = if source.url.is_some() { &url[..] } else { &[] };
                page.element("li", attributes, |page| write_source(source, page));
            }
        });
    });
    page.line();
}

/// A source is isolated (`bdi`): its title may run the other way than the edition.
fn write_source(source: &Source, page: &mut Markup) {
    page.text_element("bdi", &[], source.before().trim_end());
    if !source.before().is_empty() {
        page.text(" ");
    }
    page.element("bdi", &[("lang", &source.language)], |page| match &source.url {
        Some(url) => {
            page.text_element("a", &[("href", url), ("rel", "noopener noreferrer external")], source.head());
        }
        None => page.text(source.head()),
    });
    page.text(&source.after());
}

fn write_notes(edition: &Leaf, page: &mut Markup) {
    if edition.notes.is_empty() {
        return;
    }
    page.element("footer", &[], |page| {
        edition.notes.iter().for_each(|note| page.text_element("p", &[], note));
    });
    page.line();
}
