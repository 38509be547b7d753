//! `Retry-After`, and the dates of HTTP.

use std::time::Duration;

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

/// `Retry-After` in seconds, or as a date from which the answer's own `Date` is taken off (RFC 9110, section 10.2.3): no clock of
/// ours is asked, which may be wrong.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let now = headers.get(DATE)?.to_str().ok()?;
    Some(Duration::from_secs(http_date(value)?.saturating_sub(http_date(now)?)))
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Seconds since 1970 of an IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
fn http_date(text: &str) -> Option<u64> {
    let mut parts = text.trim().split_once(", ")?.1.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let mut clock = parts.next()?.split(':').map(|part| part.parse::<u64>().ok().filter(|part| *part <= 60));
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let month = MONTHS.iter().position(|name| *name == month)? as u64 + 1;
    let day = day.parse::<u64>().ok().filter(|day| (1..=31).contains(day))?;
    let year = year.parse::<u64>().ok().filter(|year| (1970..=9999).contains(year))?;
    // Days of the civil calendar, the year beginning in March (H. Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = if month > 2 { year } else { year - 1 };
    let since_march = (month + 9) % 12;
    let leap_days = shifted / 4 - shifted / 100 + shifted / 400;
    let days = shifted * 365 + leap_days + (since_march * 153 + 2) / 5 + day - 1;
    Some(days.checked_sub(719_468)? * 86_400 + hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value"))).collect()
    }

    #[test]
    fn a_wait_is_seconds_or_a_date() {
        assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
        assert_eq!(retry_after(&headers(&[("retry-after", "7")])), Some(Duration::from_secs(7)));
        let dated = [("retry-after", "Thu, 26 Nov 2026 17:00:09 GMT"), ("date", "Thu, 26 Nov 2026 17:00:00 GMT")];
        assert_eq!(retry_after(&headers(&dated)), Some(Duration::from_secs(9)));
        assert_eq!(retry_after(&headers(&[("retry-after", "soon")])), None);
        assert_eq!(http_date("Sun, 99999999999999999999 Nov 1994 08:49:37 GMT"), None);
    }

    proptest! {
        #[test]
        fn no_date_is_too_strange(text in "\\PC{0,60}") {
            let _ = http_date(&text);
        }

        #[test]
        fn no_date_of_that_form_is_too_strange(numbers in prop::array::uniform5(any::<u64>()), month in 0..12_usize) {
            let [day, year, hour, minute, second] = numbers;
            let _ = http_date(&format!("Sun, {day} {} {year} {hour}:{minute}:{second} GMT", MONTHS[month]));
        }
    }
}
