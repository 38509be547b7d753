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
}

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
