//! Figures of a sentence that another article may give differently: "12 toneladas", "45 %".
//!
//! Knows digits and no word: years, days in brackets, ordinals and times of day are no figures.

use crate::atlas::Atlas;
use crate::letters::fold;

/// A number and the words behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The digits without what parts thousands; a decimal part behind a stop.
    pub(crate) value: String,
    /// The number and its word as they are written.
    pub(crate) written: String,
    /// The folded words behind the number: what is counted first.
    pub(crate) counted: Vec<String>,
    /// Whether it is a share.
    pub(crate) is_share: bool,
}

/// So many words behind a number tell what is counted.
const BEHIND: usize = 3;

/// A year stands at most so many words behind the day.
const TO_YEAR: usize = 4;

/// The figures of a text.
pub(crate) fn figures(text: &str, atlas: &Atlas) -> Vec<Figure> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let read = tokens.iter().enumerate();
    read.filter(|(at, _)| !is_day(&tokens, *at, atlas))
        .filter_map(|(at, token)| read_figure(token, &tokens[at + 1..]))
        .collect()
}

/// Whether a number is a day of a month: a month stands beside it, or a year behind it.
fn is_day(tokens: &[&str], at: usize, atlas: &Atlas) -> bool {
    if tokens[at].len() > 3 {
        return false;
    }
    let behind = tokens[at + 1..].iter().take(TO_YEAR);
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_month = |word: &&str| atlas.is_month(&fold(word));
    behind.clone().any(|word| is_year(&bare(word)))
        || behind.take(2).any(&is_month)
        || is_behind_month(tokens, at, &is_month)
}

/// "March 5", but not the twelve tonnes of "5 de março 12 toneladas": that month has its day.
fn is_behind_month(tokens: &[&str], at: usize, is_month: &dyn Fn(&&str) -> bool) -> bool {
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let has_day = tokens[at.saturating_sub(3)..at].iter().any(is_number);
    at.checked_sub(1).is_some_and(|before| is_month(&tokens[before])) && !has_day
}

fn read_figure(token: &str, behind: &[&str]) -> Option<Figure> {
    let bare = token.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '"' | '“' | '”' | '«' | '»'));
    let digits = bare.trim_start_matches(['$', '€', '£']).trim_end_matches('%');
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    // A comma behind the number ends the phrase: what follows is not counted by it.
    let ends = token.ends_with([',', ';', ':', '.']);
    let value = is_number.then(|| normal(digits))?;
    let is_year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20"));
    let next: Vec<&str> = if ends { Vec::new() } else { behind.iter().take(BEHIND).copied().collect() };
    let is_share = bare.ends_with('%') || next.first() == Some(&"%");
    let counts_a_word = next.first().is_some_and(|word| word.starts_with(char::is_alphabetic));
    if is_year || !(is_share || counts_a_word) {
        return None;
    }
    let unit = next.first().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')).unwrap_or("");
    let written = if bare.ends_with('%') || unit.is_empty() { bare.to_owned() } else { format!("{bare} {unit}") };
    Some(Figure { value, written, counted: next.into_iter().map(fold).collect(), is_share })
}

/// The digits: a mark before three last digits parts thousands, any other one a decimal part.
fn normal(digits: &str) -> String {
    let mut out = String::new();
    let parts: Vec<&str> = digits.split(['.', ',']).collect();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 && part.len() != 3 {
            out.push('.');
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Figure> {
        let atlas = Atlas::load(&attache_locales::Locales::builtin()).expect("the built-in tables are sound");
        figures(text, &atlas)
    }

    fn written(text: &str) -> Vec<String> {
        read(text).into_iter().map(|figure| figure.written).collect()
    }

    #[test]
    fn what_is_counted_stands_with_its_number() {
        assert_eq!(written("o primeiro voo parte com 12 toneladas de alimentos"), ["12 toneladas"]);
        assert_eq!(written("enviou no dia 5 de março 12 toneladas de ajuda"), ["12 toneladas"]);
        assert_eq!(written("exports grew by 4,5% and 1,200 people came"), ["4,5%", "1,200 people"]);
        assert_eq!(read("1.200 pessoas")[0].value, "1200");
        assert_eq!(read("4,5 milhões")[0].value, "4.5");
    }

    #[test]
    fn a_verb_of_one_language_is_no_month_of_another() {
        assert_eq!(written("Brazil sent 12 tonnes of aid to Mozambique on March 5."), ["12 tonnes"]);
    }

    #[test]
    fn years_ordinals_times_and_bracketed_days_are_no_figures() {
        assert_eq!(
            written("nesta terça-feira (3), em 2031 the 79th session at 16:40, 5-də, on 5 March, 6 de março de 2031"),
            Vec::<String>::new()
        );
    }
}
