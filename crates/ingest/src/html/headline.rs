//! The headline of a page, without what the outlet adds.
//!
//! Knows where headlines stand. Knows no language and no outlet by name.

use super::facts::Facts;
use super::line::{folded, tidy};

/// Marks between a headline and the name of the outlet.
const SEPARATORS: [&str; 10] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", ": "];

/// The headline, where the page has one.
pub(super) fn headline(facts: &Facts, outlet: Option<&str>, host: Option<&str>) -> Option<String> {
    let said: Vec<&str> = [
        facts.linked.headline.as_deref(),
        facts.meta(&["og:title", "twitter:title", "headline", "dc.title", "sailthru.title"]),
        facts.item(&["headline"]),
        facts.title.as_deref(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let printed = facts.headings.iter().find(|heading| said.iter().any(|title| begins_with(title, heading)));
    let alone = || if said.is_empty() { facts.headings.first() } else { None };
    let chosen = printed.or_else(alone).map(String::as_str).or_else(|| said.first().copied())?;
    let title = without_markup(chosen);
    let title = without_outlet(&title, outlet, host);
    (!title.is_empty()).then(|| title.to_owned())
}

/// Whether a title is the heading, or begins with it and goes on with a separator, or is cut off in it.
fn begins_with(title: &str, heading: &str) -> bool {
    let (title, heading) = (folded(title), folded(heading));
    let shorter = title.len().min(heading.len());
    !heading.is_empty() && shorter * 2 >= heading.len() && (title.starts_with(&heading) || heading.starts_with(&title))
}

/// Some titles are markup once more: `Ministers &amp;amp; envoys`, `<b>Ministers</b>`.
fn without_markup(title: &str) -> String {
    match title.contains(['<', '&']) {
        true => tidy(&super::fragment(title)),
        false => title.to_owned(),
    }
}

/// Takes the name of the outlet off the end or the start.
fn without_outlet<'a>(title: &'a str, outlet: Option<&str>, host: Option<&str>) -> &'a str {
    let host = host.map(|host| host.strip_prefix("www.").unwrap_or(host));
    let names: Vec<String> = [outlet, host.and_then(label_of), host].into_iter().flatten().map(folded).collect();
    let is_name = |part: &str| {
        let part = folded(part);
        !part.is_empty() && names.contains(&part)
    };
    let mut title = title.trim();
    // Twice: `Headline - World - Outlet` has a section before the name, and that one stays.
    for separator in SEPARATORS {
        if let Some((before, _)) =
            title.rsplit_once(separator).filter(|(before, after)| is_name(after) && !before.is_empty())
        {
            title = before.trim();
        }
        if let Some((_, after)) =
            title.split_once(separator).filter(|(before, after)| is_name(before) && !after.is_empty())
        {
            title = after.trim();
        }
    }
    title
}

/// `harbourpost` of `news.harbourpost.com`.
fn label_of(host: &str) -> Option<&str> {
    host.split('.').rev().skip(1).max_by_key(|label| label.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn headline_of(page: &str) -> Option<String> {
        let facts = Facts::gather(&Html::parse_document(page));
        headline(&facts, facts.meta(&["og:site_name"]), Some("www.harbourpost.com"))
    }

    #[test]
    fn the_outlet_is_no_part_of_the_headline() {
        for title in [
            "Ministers meet in Baku | The Harbour Post",
            "Ministers meet in Baku - harbourpost.com",
            "Ministers meet in Baku — HarbourPost",
            "The Harbour Post: Ministers meet in Baku",
        ] {
            let page = format!("<meta property=og:site_name content='The Harbour Post'><title>{title}</title>");
            assert_eq!(headline_of(&page).as_deref(), Some("Ministers meet in Baku"), "{title}");
        }
    }

    #[test]
    fn a_dash_in_a_headline_stays() {
        let page = "<title>Baku - Lisbon: a new line</title>";
        assert_eq!(headline_of(page).as_deref(), Some("Baku - Lisbon: a new line"));
    }

    #[test]
    fn the_printed_heading_is_the_headline_where_a_title_goes_on_from_it() {
        let page =
            "<title>Ministers meet in Baku · World · News</title><h1>Section</h1><h1>Ministers meet in Baku</h1>";
        assert_eq!(headline_of(page).as_deref(), Some("Ministers meet in Baku"));
    }

    #[test]
    fn a_headline_that_was_cut_off_is_completed_by_the_printed_one() {
        let page = "<meta property=og:title content='Ministers of both states meet in…'>\
                    <h1>Ministers of both states meet in Baku</h1>";
        assert_eq!(headline_of(page).as_deref(), Some("Ministers of both states meet in Baku"));
    }

    #[test]
    fn markup_in_a_title_is_read_as_text() {
        let page = "<meta property=og:title content='&lt;b&gt;Ministers&lt;/b&gt; &amp;amp; envoys'>";
        assert_eq!(headline_of(page).as_deref(), Some("Ministers & envoys"));
    }
}
