//! Days counted: what "yesterday" and "on Monday" need.
//!
//! The arithmetic is the usual count of days in the proleptic Gregorian calendar (years that begin in March).

use attache_schema::Date;

/// Days since 1 March of year 0; `None` where year, month or day is unknown.
pub(crate) fn day_number(date: Date) -> Option<i64> {
    let (year, month, day) = (i64::from(date.year?), i64::from(date.month?), i64::from(date.day?));
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year)
}

/// The date `days` later (or earlier). Where the year is unknown, only within the month: "yesterday" of 1 March is not known.
pub(crate) fn shift(date: Date, days: i64) -> Option<Date> {
    if date.year.is_none() {
        let day = u8::try_from(i64::from(date.day?) + days).ok()?;
        // February may have 28 days only.
        return (date.month.is_some() && (days == 0 || (1..=28).contains(&day)))
            .then_some(Date { day: Some(day), ..date });
    }
    let number = day_number(date)? + days;
    // The year is found from below: the average year is a little longer than 365 days.
    let mut year = number * 400 / 146_097 + 1;
    let start = |year: i64| year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    while start(year) > number {
        year -= 1;
    }
    let day_of_year = number - start(year);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = if month <= 2 { year + 1 } else { year };
    Date::day(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The day of the week, Monday = 0.
pub(crate) fn weekday(date: Date) -> Option<i64> {
    day_number(date).map(|number| (number + 2).rem_euclid(7))
}

/// Gives a date that was said without a year the year that puts it nearest to the day of publication.
pub(crate) fn nearest_year(date: Date, published: Date) -> Date {
    let Some(year) = published.year.filter(|_| date.year.is_none()) else { return date };
    let Some(anchor) = day_number(published) else { return date.or_year(year) };
    let candidates = [year, year.saturating_sub(1), year.saturating_add(1)];
    let distance = |candidate: &Date| {
        let day = Date { day: candidate.day.or(Some(15)), ..*candidate };
        day_number(day).map_or(i64::MAX, |number| (number - anchor).abs())
    };
    candidates.into_iter().map(|year| date.or_year(year)).min_by_key(distance).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn days_go_over_months_and_years() {
        assert_eq!(shift(date("2023-03-01"), -1), Some(date("2023-02-28")));
        assert_eq!(shift(date("2024-03-01"), -1), Some(date("2024-02-29")));
        assert_eq!(shift(date("2023-12-31"), 1), Some(date("2024-01-01")));
        assert_eq!(shift(date("2023-03-06"), 0), Some(date("2023-03-06")));
        assert_eq!(shift(date("XXXX-03-06"), -1), Some(date("XXXX-03-05")));
        assert_eq!(shift(date("XXXX-03-01"), -1), None);
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(weekday(date("2023-03-06")), Some(0));
        assert_eq!(weekday(date("2026-11-25")), Some(2));
    }

    #[test]
    fn a_missing_year_is_the_nearest_one() {
        assert_eq!(nearest_year(date("XXXX-12-30"), date("2024-01-02")), date("2023-12-30"));
        assert_eq!(nearest_year(date("XXXX-01-02"), date("2023-12-30")), date("2024-01-02"));
        assert_eq!(nearest_year(date("XXXX-03-05"), date("2023-03-06")), date("2023-03-05"));
        assert_eq!(nearest_year(date("2020-03-05"), date("2023-03-06")), date("2020-03-05"));
    }
}
