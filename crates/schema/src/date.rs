//! Days as news gives them: often without a year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Span;

/// A day, a month or a year of the Gregorian calendar, of which parts may be unknown.
///
/// Written in the Extended Date/Time Format (ISO 8601-2, EDTF level 1): `2023-03-05`, `XXXX-03-05` where the year was
/// not said, `2023-03`, `2023`.
///
/// ```
/// # use attache_schema::Date;
/// let date: Date = "XXXX-03-05".parse()?;
/// assert_eq!((date.year, date.month, date.day), (None, Some(3), Some(5)));
/// assert_eq!(date.to_string(), "XXXX-03-05");
/// assert!("2023-02-30".parse::<Date>().is_err());
/// # Ok::<(), attache_schema::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    /// The year, 1 to 9999, where it is known.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31; never without a month.
    pub day: Option<u8>,
}

/// The text is not a date of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(String);

impl Date {
    /// A day of a known year; `None` where the calendar has no such day.
    #[must_use]
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        Self::checked(Some(year), Some(month), Some(day))
    }

    /// Whatever is known of a date; `None` where the calendar has no such date.
    #[must_use]
    pub fn checked(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let sound = match (month, day) {
            (None, None) => year.is_some(),
            (None, Some(_)) => false,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day),
        };
        (sound && year.is_none_or(|year| (1..=9999).contains(&year))).then_some(Self { year, month, day })
    }

    /// The same day with `year` where none was known; unchanged where the calendar has no such day.
    #[must_use]
    pub fn or_year(self, year: u16) -> Self {
        match self.year {
            Some(_) => self,
            None => Self::checked(Some(year), self.month, self.day).unwrap_or(self),
        }
    }

    /// Whether year, month and day are all known.
    #[must_use]
    pub fn is_full(self) -> bool {
        self.year.is_some() && self.month.is_some() && self.day.is_some()
    }

    /// How many days lie between the first of January 1970 and this day; `None` where it is not full.
    ///
    /// In the proleptic Gregorian calendar, with years that begin in March, so that leap days end them (H. Hinnant,
    /// "chrono-Compatible Low-Level Date Algorithms").
    #[must_use]
    pub fn days(self) -> Option<i64> {
        let (year, month, day) = (i64::from(self.year?), i64::from(self.month?), i64::from(self.day?));
        let year = year - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Some(era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - FIRST_DAY)
    }

    /// The day so many days after the first of January 1970, the inverse of [`Date::days`]; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn of_days(days: i64) -> Option<Self> {
        let days = days.checked_add(FIRST_DAY)?;
        let (era, of_era) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        Self::day(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The day of the week, Monday being 0; `None` where the day is not full.
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        // The first of January 1970 was a Thursday.
        u8::try_from((self.days()? + 3).rem_euclid(7)).ok()
    }
}

/// The days of 400 years, after which the calendar repeats itself.
const DAYS_OF_ERA: i64 = 146_097;

/// From the first of March of year 0 to the first of January 1970.
const FIRST_DAY: i64 = 719_468;

fn days_in(year: Option<u16>, month: u8) -> u8 {
    let leap = year.is_none_or(|y| (y.is_multiple_of(4) && !y.is_multiple_of(100)) || y.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = match parts.next()? {
        "XXXX" => None,
        year => Some(number(year, 4)?),
    };
    let month = parts.next().map(|part| number(part, 2)).map_or(Some(None), |found| found.map(Some))?;
    let day = parts.next().map(|part| number(part, 2)).map_or(Some(None), |found| found.map(Some))?;
    if parts.next().is_some() {
        return None;
    }
    Date::checked(year, month.map(|m| m as u8), day.map(|d| d as u8))
}

fn number(digits: &str, width: usize) -> Option<u16> {
    (digits.len() == width && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a date; write 2023-03-05, XXXX-03-05, 2023-03 or 2023", self.0)
    }
}

impl std::error::Error for DateError {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A date in EDTF: 2023-03-05, XXXX-03-05 (year not said), 2023-03 or 2023.",
            "pattern": "^([0-9]{4}|XXXX)(-[0-9]{2}){0,2}$"
        })
    }
}

/// A day or a range of days, with the words that say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct When {
    /// The day, or the first one.
    pub start: Date,
    /// The last day of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The words in the article.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Option<i64> {
        text.parse::<Date>().expect("a date").days()
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("2000-03-01"), Some(11_017));
        assert_eq!(days("2031-03-01").zip(days("2031-02-28")).map(|(one, other)| one - other), Some(1));
        assert_eq!(days("2031-03"), None);
        assert_eq!(days("XXXX-03-01"), None);
    }

    /// Every day of eight hundred years and of the first and last that there are, and none beyond.
    #[test]
    fn days_and_dates_are_one_to_one() {
        let ends = [days("0001-01-01"), days("9999-12-31")].map(|day| day.expect("a full day"));
        for number in (ends[0]..ends[0] + 800).chain(-150_000..150_000).chain(ends[1] - 800..=ends[1]) {
            let day = Date::of_days(number).expect("within the years 1 to 9999");
            assert_eq!(day.days(), Some(number), "{day}");
        }
        for beyond in [ends[0] - 1, ends[1] + 1, i64::MIN, i64::MAX] {
            assert_eq!(Date::of_days(beyond), None);
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        let weekday = |text: &str| text.parse::<Date>().expect("a date").weekday();
        assert_eq!(weekday("2023-03-06"), Some(0));
        assert_eq!(weekday("2026-11-25"), Some(2));
        assert_eq!(weekday("2023-03"), None);
    }
}
