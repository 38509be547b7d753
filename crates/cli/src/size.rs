//! Sizes as people write them on a command line.

use std::str::FromStr;

/// A number of bytes: `10MB`, `500 kB`, `1GiB`, `4096`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size(pub(crate) usize);

const UNITS: [(&str, usize); 8] = [
    ("", 1),
    ("b", 1),
    ("kb", 1_000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
];

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        parse(text).map(Self).ok_or_else(|| "write a size such as 10MB, 500kB, 1GiB or a number of bytes".to_owned())
    }
}

fn parse(text: &str) -> Option<usize> {
    let digits = text.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = text.trim().get(digits.len()..)?.trim().to_ascii_lowercase();
    let (_, factor) = UNITS.into_iter().find(|(name, _)| *name == unit)?;
    digits.parse::<usize>().ok()?.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_what_people_write() {
        let sizes = ["10MB", "500 kb", "1GiB", "4096", "7 b"].map(parse);
        assert_eq!(sizes, [Some(10_000_000), Some(500_000), Some(1 << 30), Some(4096), Some(7)]);
    }

    #[test]
    fn refuses_the_rest() {
        for text in ["", "MB", "-1", "1.5MB", "10 apples", "99999999999999999999", "99999999999GB"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
