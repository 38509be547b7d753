//! The day on which a page was published, and what told it.
//!
//! Knows how machines write days and where pages put them. Reads no names of months: they are words of a language.

use attache_schema::Date;

use super::facts::Facts;

/// The first year of which there are pages of news; an earlier day is a counter that was never set.
const FIRST_YEAR: u16 = 1994;

/// What told a day, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DateEvidence {
    /// The sender said it.
    Sender,
    /// `datePublished` in the linked data.
    LinkedData,
    /// `<meta>`: OpenGraph's `article:published_time` and its like.
    Meta,
    /// `<time>` and microdata.
    Markup,
    /// The address.
    Url,
    /// A line of the page that by its class holds a date.
    Text,
    /// Only the day of the last change is known.
    Modified,
}

/// The day of publication by the strongest evidence that is not later than `today`.
pub(super) fn published(facts: &Facts, url: Option<&str>, today: Option<Date>) -> Option<(Date, DateEvidence)> {
    let day = |text: &str| day_of(text).filter(|day| is_possible(*day, today));
    let linked = facts.linked.published.as_deref().and_then(day).map(|day| (day, DateEvidence::LinkedData));
    linked
        .or_else(|| META.iter().find_map(|name| day(facts.meta(&[name])?)).map(|day| (day, DateEvidence::Meta)))
        .or_else(|| from_markup(facts, day).map(|day| (day, DateEvidence::Markup)))
        .or_else(|| day_in_url(url?).filter(|day| is_possible(*day, today)).map(|day| (day, DateEvidence::Url)))
        .or_else(|| facts.date_lines.iter().find_map(|line| day_within(line, day)).map(|day| (day, DateEvidence::Text)))
        .or_else(|| from_change(facts, day).map(|day| (day, DateEvidence::Modified)))
}

/// Names under which pages say when they were published, the clearest first.
const META: [&str; 24] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "published-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "date",
];

fn from_markup(facts: &Facts, day: impl Fn(&str) -> Option<Date>) -> Option<Date> {
    let item = facts.item(&["datepublished", "datecreated"]).and_then(&day);
    item.or_else(|| facts.times().find_map(day))
}

fn from_change(facts: &Facts, day: impl Fn(&str) -> Option<Date>) -> Option<Date> {
    let said = [
        facts.linked.modified.as_deref(),
        facts.meta(&["article:modified_time", "og:updated_time", "datemodified", "last-modified"]),
        facts.item(&["datemodified"]),
    ];
    said.into_iter().flatten().find_map(day)
}

fn is_possible(day: Date, today: Option<Date>) -> bool {
    day.is_full() && day.year.is_some_and(|year| year >= FIRST_YEAR) && today.is_none_or(|today| day <= today)
}

/// The day of a text that is a date: `2023-03-06T23:30:00+04:00`, `20230306`, `06.03.2023 10:15`, `Mon, 06 Mar 2023 …`.
///
/// The day is the local one, as it is written: a paper of the 6th is of the 6th also where it is still the 5th.
pub(crate) fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    let numbers = numbers_of(text);
    match numbers.as_slice() {
        [(year, 4), (month, 1 | 2), (day, 1 | 2), ..] => date(*year, *month, *day),
        [(day, 1 | 2), (month, 1 | 2), (year, 4), ..] => either_order(text, *day, *month, *year),
        [(whole, 8), ..] => date(whole / 10_000, whole / 100 % 100, whole % 100),
        [(whole, 14)] => date(whole / 10_000_000_000, whole / 100_000_000 % 100, whole / 1_000_000 % 100),
        [(seconds, 10)] => since_epoch(*seconds),
        [(thousandths, 13)] => since_epoch(thousandths / 1000),
        _ => from_message(text),
    }
}

/// A day within a longer line: the first run of digits and marks that is one.
fn day_within(line: &str, day: impl Fn(&str) -> Option<Date>) -> Option<Date> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ':');
    line.split(|c: char| !is_part(c)).filter(|part| part.len() >= 8).find_map(day)
}

/// The numbers of a text that begins with one, and how many digits each has; none where letters stand between the first
/// three.
fn numbers_of(text: &str) -> Vec<(u64, usize)> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while numbers.len() < 3 {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, after) = rest.split_at(length);
        let Ok(number) = digits.parse() else { break };
        numbers.push((number, length));
        rest = match after.strip_prefix(['-', '.', '/']) {
            Some(after) => after,
            None => break,
        };
    }
    numbers
}

/// `06.03.2023` is the sixth of March everywhere; `06/03/2023` is not, unless one of the two is no month.
fn either_order(text: &str, first: u64, second: u64, year: u64) -> Option<Date> {
    let is_sure = !text.contains('/') || first > 12 || first == second;
    match is_sure {
        true => date(year, second, first),
        false if second > 12 => date(year, first, second),
        false => None,
    }
}

/// The form of mails and feeds (RFC 5322).
fn from_message(text: &str) -> Option<Date> {
    let time = mail_parser::DateTime::parse_rfc822(text)?;
    Date::day(time.year, time.month, time.day)
}

fn date(year: u64, month: u64, day: u64) -> Option<Date> {
    Date::day(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// The day of so many seconds after 1970.
fn since_epoch(seconds: u64) -> Option<Date> {
    Date::of_days((seconds / 86_400).try_into().ok()?)
}

/// `/2023/03/06/`, `/2023-03-06-ministers`, `/20230306/`.
fn day_in_url(url: &str) -> Option<Date> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    let path = path.split(['?', '#']).next()?;
    let starts = path.char_indices().map(|(at, _)| at).filter(|at| {
        let before = path.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_ascii_alphanumeric())
    });
    starts.filter_map(|at| path.get(at..)).find_map(|rest| {
        let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'_');
        let length = rest.bytes().take_while(|byte| is_part(byte)).count();
        let part = rest.get(..length)?.replace('_', "-");
        let numbers = numbers_of(&part);
        match numbers.as_slice() {
            [(year, 4), (month, 1 | 2), (day, 1 | 2)] => date(*year, *month, *day),
            [(whole, 8)] => date(whole / 10_000, whole / 100 % 100, whole % 100),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use scraper::Html;

    fn day(text: &str) -> Option<String> {
        day_of(text).map(|day| day.to_string())
    }

    fn told(page: &str, url: &str, today: &str) -> Option<(String, DateEvidence)> {
        let facts = Facts::gather(&Html::parse_document(page));
        published(&facts, Some(url), today.parse().ok()).map(|(day, evidence)| (day.to_string(), evidence))
    }

    #[test]
    fn the_day_is_the_local_one_as_written() {
        assert_eq!(day("2023-03-06T23:30:00-04:00").as_deref(), Some("2023-03-06"));
        assert_eq!(day("2023-03-06 00:10").as_deref(), Some("2023-03-06"));
        assert_eq!(day("2023/3/6").as_deref(), Some("2023-03-06"));
        assert_eq!(day("20230306T101500Z").as_deref(), Some("2023-03-06"));
        assert_eq!(day("06.03.2023, 10:15").as_deref(), Some("2023-03-06"));
        assert_eq!(day("Mon, 06 Mar 2023 10:15:00 +0400").as_deref(), Some("2023-03-06"));
        assert_eq!(day("1678096500").as_deref(), Some("2023-03-06"));
        assert_eq!(day("1678096500000").as_deref(), Some("2023-03-06"));
    }

    #[test]
    fn what_may_be_two_days_is_none() {
        assert_eq!(day("06/03/2023"), None);
        assert_eq!(day("13/03/2023").as_deref(), Some("2023-03-13"));
        assert_eq!(day("03/13/2023").as_deref(), Some("2023-03-13"));
        assert_eq!(day("2023-02-30"), None);
        assert_eq!(day("2023"), None);
    }

    #[test]
    fn the_strongest_evidence_goes_first() {
        let linked = r#"<script type="application/ld+json">{"@type":"Article","datePublished":"2023-03-01"}</script>"#;
        let meta = r#"<meta property="article:published_time" content="2023-03-02T10:00:00Z">"#;
        let time = r#"<time datetime="2023-03-03">"#;
        let line = r#"<span class="post-date">04.03.2023 10:00</span>"#;
        let url = "https://www.example.com/2023/03/05/ministers.html";
        let all = told(&format!("{linked}{meta}{time}{line}"), url, "2024-01-01");
        assert_eq!(all, Some(("2023-03-01".into(), DateEvidence::LinkedData)));
        assert_eq!(told(&format!("{meta}{time}{line}"), url, ""), Some(("2023-03-02".into(), DateEvidence::Meta)));
        assert_eq!(told(&format!("{time}{line}"), url, ""), Some(("2023-03-03".into(), DateEvidence::Markup)));
        assert_eq!(told(line, url, ""), Some(("2023-03-05".into(), DateEvidence::Url)));
        assert_eq!(told(line, "https://www.example.com/a", ""), Some(("2023-03-04".into(), DateEvidence::Text)));
        assert_eq!(told("<p>06.03.2023", "https://www.example.com/a", ""), None);
    }

    #[test]
    fn a_day_that_has_not_come_is_not_believed() {
        let page = r#"<meta property="article:published_time" content="2033-03-02"><time datetime="2023-03-03">"#;
        assert_eq!(told(page, "", "2023-03-06"), Some(("2023-03-03".into(), DateEvidence::Markup)));
    }

    #[test]
    fn the_time_of_publication_goes_before_other_times() {
        let page = r#"<time datetime="2023-03-07">now</time><time itemprop="datePublished" datetime="2023-03-06">"#;
        assert_eq!(told(page, "", ""), Some(("2023-03-06".into(), DateEvidence::Markup)));
    }

    #[test]
    fn addresses_hold_days() {
        let day = |url| day_in_url(url).map(|day| day.to_string());
        assert_eq!(day("https://example.com/news/2023-03-06-ministers").as_deref(), Some("2023-03-06"));
        assert_eq!(day("https://example.com/20230306/a.html").as_deref(), Some("2023-03-06"));
        assert_eq!(day("https://example.com/news/12345678.html"), None);
        assert_eq!(day("https://example.com/2023/03/ministers"), None);
        assert_eq!(day("https://example.com/a?d=2023/03/06"), None);
    }

    proptest! {
        #[test]
        fn every_day_since_1970_comes_back(days in 0_u64..60_000) {
            let day = since_epoch(days * 86_400).expect("a day");
            let next = since_epoch((days + 1) * 86_400).expect("a day");
            prop_assert!(day < next);
            prop_assert_eq!(day_of(&day.to_string()), Some(day));
        }

        #[test]
        fn no_text_makes_a_day_of_nothing(text in "\\PC{0,40}") {
            if let Some(day) = day_of(&text) {
                prop_assert!(day.is_full());
            }
        }
    }
}
