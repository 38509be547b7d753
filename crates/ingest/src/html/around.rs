//! What stands around an article in containers of its own: readers' comments, questions about consent, advertisements.
//!
//! Knows by which classes, ids and kinds of microdata pages tell them. These are words of markup, not of a language: they are
//! English on pages in every language, since programs ask for them. Does not know what the text in them says.

use super::markup::Tag;

/// Whether an element holds something that is no part of an article.
pub(super) fn is_around(tag: &Tag<'_>) -> bool {
    !matches!(tag.name.as_ref(), "main" | "h1")
        && (names(tag, "itemprop").any(|name| name == "comment")
            || names(tag, "itemtype").any(|kind| kind.ends_with("/comment") || kind.ends_with("/usercomments"))
            || tag.name == "dialog"
            || names(tag, "class").chain(names(tag, "id")).any(|name| names_comments(&name) || names_others(&name)))
}

/// Whether an element is the article's: whatever is around it is no comment.
pub(super) fn is_article(tag: &Tag<'_>) -> bool {
    matches!(tag.name.as_ref(), "h1" | "main") || names(tag, "itemprop").any(|name| name == "articlebody")
}

/// The names in an attribute, in lower case.
fn names<'a>(tag: &Tag<'a>, attribute: &str) -> impl Iterator<Item = String> + use<'a> {
    tag.value_of(attribute).unwrap_or_default().split_whitespace().map(str::to_ascii_lowercase)
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// `comments`, `comment-list`, `readerComments`, `disqus_thread`; but not `comments-open`, which says something of the page, nor
/// `comment-count`, a number beside a headline.
fn names_comments(name: &str) -> bool {
    const OF_THE_PAGE: [&str; 12] =
        ["allow", "allowed", "closed", "count", "counter", "disabled", "enabled", "has", "no", "open", "page", "with"];
    let is_comment = |word: &str| {
        word.strip_suffix('s').unwrap_or(word).ends_with("comment")
            || matches!(word, "commentlist" | "commentarea" | "commentthread" | "disqus")
    };
    words(name).any(is_comment) && !words(name).any(|word| OF_THE_PAGE.contains(&word))
}

/// Questions about cookies and consent, and advertisements. A topic may have such a name (`tag-cookies`): it is the page's.
fn names_others(name: &str) -> bool {
    const CONSENT: [&str; 14] = [
        "ccpa",
        "consent",
        "consentbanner",
        "cookie",
        "cookiebanner",
        "cookiebar",
        "cookieconsent",
        "cookiebot",
        "cookies",
        "didomi",
        "gdpr",
        "onetrust",
        "truste",
        "usercentrics",
    ];
    const TOPICS: [&str; 5] = ["category", "cat", "section", "tag", "topic"];
    let is_topic = words(name).next().is_some_and(|first| TOPICS.contains(&first));
    let is_advertisement = matches!(name, "ad" | "ads" | "advert" | "advertisement" | "adsbygoogle");
    is_advertisement || !is_topic && words(name).any(|word| CONSENT.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::guard::guard_bare;

    /// Whether what stands in such an element is kept.
    fn keeps(start: &str) -> bool {
        let name = start.trim_start_matches('<').split([' ', '>']).next().expect("a name");
        guard_bare(&format!("<h1>Ministers meet</h1>{start}<p>inner</p></{name}><p>outer</p>")).contains("inner")
    }

    #[test]
    fn comments_consent_and_advertisements_are_left_out() {
        for start in [
            "<div class=comments>",
            "<section id='comments' class='comments-area'>",
            "<ol class='commentlist'>",
            "<div class=\"post readerComments\">",
            "<div id=disqus_thread>",
            "<div itemscope itemtype='https://schema.org/Comment'>",
            "<li itemprop=comment>",
            "<div id=cookie-banner>",
            "<section class='gdpr_consent popup'>",
            "<dialog open>",
            "<div class=ad>",
        ] {
            assert!(!keeps(start), "{start}");
        }
    }

    #[test]
    fn what_only_sounds_like_them_is_kept() {
        for start in [
            "<div class='post comments-open'>",
            "<div class=has-comments>",
            "<article class='post tag-cookies category-consent'>",
            "<p class=commentary>",
            "<div class='adriatic-ad-hoc'>",
            "<div class=header>",
        ] {
            assert!(keeps(start), "{start}");
        }
    }

    #[test]
    fn what_holds_the_article_is_no_comment() {
        let page =
            "<div class=comments><p>before</p><h1>Ministers meet</h1><p>inner</p><div class=comment>x</div></div>";
        assert_eq!(
            guard_bare(page),
            "<!DOCTYPE html><div class=\"comments\"><p>before</p><h1>Ministers meet</h1><p>inner</p> </div>"
        );
    }

    #[test]
    fn an_element_that_ends_late_takes_nothing_with_it() {
        let page = "<b><div class=comments><p>one</b> two</div><p>three</p>";
        assert!(guard_bare(page).contains("three") && !guard_bare(page).contains("one"));
        assert!(guard_bare("<div><div class=comments><p>one</div><p>two").ends_with("<p>two</p></div>"));
    }
}
