//! Days counted: what "yesterday" and "on Monday" need.

use attache_schema::Date;

/// The date `days` later (or earlier). Where the year is unknown, only within the month: "yesterday" of 1 March is not known.
pub(crate) fn shift(date: Date, days: i64) -> Option<Date> {
    if date.year.is_none() {
        let day = u8::try_from(i64::from(date.day?) + days).ok()?;
        // February may have 28 days only.
        return (date.month.is_some() && (days == 0 || (1..=28).contains(&day)))
            .then_some(Date { day: Some(day), ..date });
    }
    Date::of_days(date.days()? + days)
}

/// Gives a date that was said without a year the year that puts it nearest to the day of publication.
pub(crate) fn nearest_year(date: Date, published: Date) -> Date {
    let Some(year) = published.year.filter(|_| date.year.is_none()) else { return date };
    let in_middle = |date: Date| Date { day: date.day.or(Some(15)), ..date };
    let Some(anchor) = in_middle(published).days() else { return date.or_year(year) };
    let candidates = [year, year.saturating_sub(1), year.saturating_add(1)];
    let distance = |candidate: &Date| in_middle(*candidate).days().map_or(i64::MAX, |number| (number - anchor).abs());
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
    fn a_missing_year_is_the_nearest_one() {
        assert_eq!(nearest_year(date("XXXX-12-30"), date("2024-01-02")), date("2023-12-30"));
        assert_eq!(nearest_year(date("XXXX-01-02"), date("2023-12-30")), date("2024-01-02"));
        assert_eq!(nearest_year(date("XXXX-03-05"), date("2023-03-06")), date("2023-03-05"));
        assert_eq!(nearest_year(date("2020-03-05"), date("2023-03-06")), date("2020-03-05"));
        // Only the month of publication is known.
        assert_eq!(nearest_year(date("XXXX-12-30"), date("2024-01")), date("2023-12-30"));
    }
}
