//! Days as numbers, so that their distance can be told.

use attache_schema::Date;

/// The number of a day, the first of January 1970 being 0; none where the date is no full day.
pub(crate) fn number(date: Date) -> Option<i64> {
    let (year, month, day) = (i64::from(date.year?), i64::from(date.month?), i64::from(date.day?));
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that leap days end them.
    let year = year - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// How many days lie between two; none where either is not known.
pub(crate) fn distance(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    Some((one? - other?).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        let of = |text: &str| number(text.parse().expect("a date"));
        assert_eq!(of("1970-01-01"), Some(0));
        assert_eq!(of("2000-03-01"), Some(11_017));
        assert_eq!(distance(of("2031-02-28"), of("2031-03-01")), Some(1));
        assert_eq!(of("2031-03"), None);
    }
}
