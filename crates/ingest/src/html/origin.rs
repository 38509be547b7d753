//! Where a page stands, who published it, and who wrote it.
//!
//! Knows where pages say so, and what of it can be believed.

use url::Url;

use super::facts::Facts;
use super::line::{folded, tidy};

/// The address of the article in its publisher's own form.
///
/// What a page says of itself is believed where it names the host that it came from, or where nobody knows whence it came:
/// a page cannot claim to be another outlet's.
pub(super) fn address(facts: &Facts, given: Option<&str>) -> Option<String> {
    let given = given.and_then(|url| Url::parse(url).ok()).filter(is_web);
    let base = base_of(facts, given.as_ref());
    let said = [facts.canonical.as_deref(), facts.meta(&["og:url", "twitter:url"]), facts.linked.url.as_deref()];
    let canonical = said.into_iter().flatten().find_map(|url| {
        let url = resolve(url, base.as_ref())?;
        given.as_ref().is_none_or(|given| is_same_article(&url, given)).then_some(url)
    });
    canonical.or(given).map(|url| without_fragment(url).to_string())
}

fn base_of(facts: &Facts, given: Option<&Url>) -> Option<Url> {
    let base = facts.base.as_deref();
    match given {
        Some(given) => base.and_then(|base| given.join(base).ok()).or_else(|| Some(given.clone())),
        None => base.and_then(|base| Url::parse(base).ok()),
    }
}

fn resolve(url: &str, base: Option<&Url>) -> Option<Url> {
    let url = match base {
        Some(base) => base.join(url).ok(),
        None => Url::parse(url).ok(),
    };
    url.filter(is_web)
}

/// `http` and `https` with a host, and no name and password in it.
fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.host_str().is_some() && url.username().is_empty()
}

/// A front page that is named as the canonical form of an article is a mistake that pages make.
fn is_same_article(url: &Url, given: &Url) -> bool {
    let is_front = |url: &Url| url.path() == "/" && url.query().is_none();
    host_of(url) == host_of(given) && (is_front(given) || !is_front(url))
}

/// The host without what names a form of the page.
fn host_of(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default();
    ["www.", "m.", "amp.", "mobile."].into_iter().find_map(|form| host.strip_prefix(form)).unwrap_or(host)
}

fn without_fragment(mut url: Url) -> Url {
    url.set_fragment(None);
    url
}

/// Who published a page. A name with a motto (`The Harbour Post - news of the coast`) is cut where another place has the
/// name alone.
pub(super) fn outlet(facts: &Facts) -> Option<String> {
    let names = [
        facts.meta(&["og:site_name"]),
        facts.linked.publisher.as_deref(),
        facts.item(&["publisher"]),
        facts.meta(&["application-name", "dc.publisher", "dcterms.publisher"]),
    ];
    let names: Vec<String> = names.into_iter().flatten().map(tidy).filter(|name| is_name(name)).collect();
    let first = names.first()?;
    let shorter = names.iter().filter(|name| folded(first).starts_with(&folded(name)));
    shorter.min_by_key(|name| name.len()).cloned()
}

/// A sentence or an address is no name.
fn is_name(name: &str) -> bool {
    (1..=80).contains(&name.chars().count()) && !name.contains("://") && !folded(name).is_empty()
}

/// Who wrote it, as the page names them.
pub(super) fn authors(facts: &Facts) -> Vec<String> {
    let said = || facts.meta(&["author", "article:author", "dc.creator", "parsely-author", "byl"]);
    let items = || facts.item(&["author"]);
    let names: Vec<String> = match facts.linked.authors.is_empty() {
        false => facts.linked.authors.clone(),
        true => said().filter(|name| is_name(name)).or_else(items).map(str::to_owned).into_iter().collect(),
    };
    names.iter().map(|name| tidy(name)).filter(|name| is_name(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    const GIVEN: &str = "https://www.harbourpost.com/world/ministers?utm_source=mail#top";

    fn facts(page: &str) -> Facts {
        Facts::gather(&Html::parse_document(page))
    }

    #[test]
    fn the_canonical_address_is_made_absolute() {
        let page = facts("<link rel=canonical href=/world/ministers>");
        assert_eq!(address(&page, Some(GIVEN)).as_deref(), Some("https://www.harbourpost.com/world/ministers"));
        assert_eq!(address(&page, None), None);
    }

    #[test]
    fn without_a_word_of_the_page_the_address_is_the_one_given() {
        let expected = "https://www.harbourpost.com/world/ministers?utm_source=mail";
        for page in [
            "",
            "<link rel=canonical href=javascript:alert(1)>",
            "<link rel=canonical href=https://elsewhere.example/ministers>",
            "<link rel=canonical href=https://www.harbourpost.com/>",
            "<link rel=canonical href='https://user:word@www.harbourpost.com/a'>",
        ] {
            assert_eq!(address(&facts(page), Some(GIVEN)).as_deref(), Some(expected), "{page}");
        }
    }

    #[test]
    fn other_forms_of_a_host_are_the_same_host() {
        let page = facts("<meta property=og:url content=https://harbourpost.com/world/ministers>");
        assert_eq!(address(&page, Some(GIVEN)).as_deref(), Some("https://harbourpost.com/world/ministers"));
    }

    #[test]
    fn an_outlet_goes_without_its_motto() {
        let page = facts(
            r#"<meta property="og:site_name" content="The Harbour Post – news of the coast">
               <script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"The Harbour Post"}}</script>"#,
        );
        assert_eq!(outlet(&page).as_deref(), Some("The Harbour Post"));
    }

    #[test]
    fn authors_are_names_and_no_addresses() {
        let page =
            facts("<meta name=article:author content=https://example.com/leyla><span itemprop=author>Leyla Q.</span>");
        assert_eq!(authors(&page), ["Leyla Q."]);
    }
}
