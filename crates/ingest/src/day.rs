//! Days as machines write them: RFC 3339, RFC 5322 (2822), and a plain `2023-03-06`.
//!
//! The day is the one that was written, in the zone it was written in: an article of one o'clock at night in Baku is of
//! that day, though in Lisbon it was still the day before. Days in running text are none of its business.

use attache_schema::Date;

/// The day of a timestamp of any of these kinds; none where it is no such timestamp.
pub(crate) fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    rfc_3339(text).or_else(|| rfc_5322(text))
}

/// `2023-03-06`, alone or with a time behind: `2023-03-06T01:00:00+04:00`, `2023-03-06 01:00`.
fn rfc_3339(text: &str) -> Option<Date> {
    let (day, rest) = text.split_at_checked(10)?;
    let is_bounded = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    let date: Date = day.parse().ok()?;
    (is_bounded && rest.len() < 40 && date.is_full()).then_some(date)
}

/// The months in the order of the year, as RFC 5322 spells them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `Mon, 06 Mar 2023 01:00:00 +0400`, also without the weekday, the comma or the time; years of two digits as the RFC reads them.
fn rfc_5322(text: &str) -> Option<Date> {
    let rest = match text.split_once(',') {
        Some((weekday, rest)) if weekday.trim().bytes().all(|b| b.is_ascii_alphabetic()) => rest,
        Some(_) => return None,
        None => text,
    };
    let mut words = rest.split_ascii_whitespace().flat_map(|word| word.split('-'));
    let first = words.next()?;
    let day = if first.bytes().all(|b| b.is_ascii_alphabetic()) { words.next()? } else { first };
    let month = month(words.next()?)?;
    Date::day(year(words.next()?)?, month, number(day, 2)?.try_into().ok()?)
}

fn month(word: &str) -> Option<u8> {
    let short = word.get(..3)?.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| *month == short)?;
    word.bytes().all(|b| b.is_ascii_alphabetic()).then(|| index as u8 + 1)
}

/// RFC 5322, section 4.3: 00 to 49 are of this century, 50 to 99 of the last.
fn year(word: &str) -> Option<u16> {
    match word.len() {
        4 => number(word, 4),
        2 => number(word, 2).map(|year| if year < 50 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

fn number(word: &str, longest: usize) -> Option<u16> {
    let is_number = (1..=longest).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use proptest::prelude::*;

    fn day(text: &str) -> Option<String> {
        parse(text).map(|date| date.to_string())
    }

    #[test]
    fn the_day_is_the_one_that_was_written() {
        for text in [
            "2023-03-06",
            " 2023-03-06 ",
            "2023-03-06T01:00:00+04:00",
            "2023-03-06T23:59:59.123Z",
            "2023-03-06 01:00",
            "Mon, 06 Mar 2023 01:00:00 +0400",
            "Mon, 6 Mar 2023 23:30:00 GMT",
            "6 Mar 2023",
            "06-Mar-23",
            "Mon 6 March 2023 10:00:00 +0000",
        ] {
            assert_eq!(day(text).as_deref(), Some("2023-03-06"), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "yesterday", "2023-02-30", "2023-03", "32 Mar 2023", "6 Foo 2023", "2023-03-06x", "1678060800"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = parse(&text);
        }

        #[test]
        fn both_forms_say_the_same(year in 1950u16..2050, month in 1usize..=12, day in 1u8..=28) {
            let iso = format!("{year}-{month:02}-{day:02}");
            let name = super::MONTHS[month - 1];
            prop_assert_eq!(parse(&iso), parse(&format!("{day} {name} {year} 10:00:00 -0300")));
            prop_assert_eq!(parse(&iso), parse(&format!("{day} {name} {:02}", year % 100)));
        }
    }
}
