//! Dates in the forms of `dates.toml`.
//!
//! Knows that a form is a list of patterns of which the first one is used whose parts are all known; the patterns and
//! the names of months and days are data. A region may have habits of its own without a folder (`[regions.US]`).

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, SourceFile};
use attache_schema::Date;
use serde::Deserialize;

use crate::affix::Suffix;
use crate::grammar::Grammar;
use crate::layers;
use crate::{Noun, NounKind};

const FILE: &str = "dates.toml";

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawDates {
    months: Vec<String>,
    /// Monday first.
    weekdays: Vec<String>,
    /// The weekday with the words that say "on"; Monday first.
    #[serde(default)]
    on_weekdays: Vec<String>,
    /// How the first day of a month is written, where not as `1`.
    #[serde(default)]
    first_day: String,
    forms: BTreeMap<String, Vec<String>>,
    ranges: BTreeMap<String, RawRange>,
    #[serde(default)]
    regions: BTreeMap<String, RawRegion>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawRange {
    /// Both days in one month.
    month: Vec<String>,
    /// Two months of one year.
    year: Vec<String>,
    /// Two years.
    years: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct RawRegion {
    forms: BTreeMap<String, Vec<String>>,
    ranges: BTreeMap<String, RawRange>,
}

/// The date forms of one language.
#[derive(Debug, Clone)]
pub(crate) struct Calendar {
    months: Vec<String>,
    weekdays: Vec<String>,
    on_weekdays: Vec<String>,
    first_day: String,
    forms: BTreeMap<String, Vec<Pattern>>,
    ranges: BTreeMap<String, Range>,
    regions: Vec<String>,
}

#[derive(Debug, Clone)]
struct Range {
    month: Vec<Pattern>,
    year: Vec<Pattern>,
    years: Vec<Pattern>,
}

type Pattern = Vec<Piece>;

#[derive(Debug, Clone)]
enum Piece {
    Literal(String),
    Field { last: bool, field: Field, suffix: Option<Suffix> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Day,
    Month,
    Year,
    Weekday,
    OnWeekday,
}

const FIELDS: &[(&str, Field)] = &[
    ("day", Field::Day),
    ("month", Field::Month),
    ("year", Field::Year),
    ("weekday", Field::Weekday),
    ("on-weekday", Field::OnWeekday),
];

impl Calendar {
    pub(crate) fn load(locales: &Locales, tag: &str, grammar: &Grammar) -> Result<Self, LoadError> {
        let (mut raw, file) = layers::merged::<RawDates>(locales, tag, FILE)?;
        if raw.months.len() != 12 || raw.weekdays.len() != 7 {
            return Err(file.error_near("months", "there are twelve months and seven weekdays, Monday first"));
        }
        let region = tag.rsplit('-').next().and_then(|region| raw.regions.get(region)).cloned().unwrap_or_default();
        raw.forms.extend(region.forms);
        raw.ranges.extend(region.ranges);
        let parse = |patterns: &Vec<String>| {
            patterns.iter().map(|pattern| parse_pattern(pattern, grammar, &file)).collect::<Result<Vec<_>, _>>()
        };
        let mut forms = BTreeMap::new();
        for (name, patterns) in &raw.forms {
            forms.insert(name.clone(), parse(patterns)?);
        }
        let mut ranges = BTreeMap::new();
        for (name, range) in &raw.ranges {
            let range = Range { month: parse(&range.month)?, year: parse(&range.year)?, years: parse(&range.years)? };
            ranges.insert(name.clone(), range);
        }
        Ok(Self {
            months: raw.months,
            weekdays: raw.weekdays,
            on_weekdays: raw.on_weekdays,
            first_day: raw.first_day,
            forms,
            ranges,
            regions: raw.regions.into_keys().collect(),
        })
    }

    /// Regions that have habits of their own in this file.
    pub(crate) fn regions(&self) -> &[String] {
        &self.regions
    }

    pub(crate) fn date(&self, date: Date, form: &str, grammar: &Grammar) -> Option<String> {
        self.say(self.forms.get(form)?, date, date, grammar)
    }

    pub(crate) fn range(&self, start: Date, end: Date, form: &str, grammar: &Grammar) -> Option<String> {
        let range = self.ranges.get(form)?;
        let patterns = match (start.year == end.year, start.month == end.month) {
            (true, true) => &range.month,
            (true, false) => &range.year,
            (false, _) => &range.years,
        };
        self.say(patterns, start, end, grammar)
    }

    fn say(&self, patterns: &[Pattern], start: Date, end: Date, grammar: &Grammar) -> Option<String> {
        let fill = |pattern: &Pattern| {
            let pieces: Option<Vec<String>> = pattern
                .iter()
                .map(|piece| match piece {
                    Piece::Literal(text) => Some(text.clone()),
                    Piece::Field { last, field, suffix } => {
                        let noun = self.value(*field, if *last { end } else { start })?;
                        Some(suffix.as_ref().map_or_else(|| noun.text.clone(), |s| grammar.suffixed(&noun, s)))
                    }
                })
                .collect();
            pieces.map(|pieces| pieces.concat())
        };
        patterns.iter().find_map(fill)
    }

    fn value(&self, field: Field, date: Date) -> Option<Noun> {
        let number = |n: u32| Noun { kind: NounKind::Number, ..Noun::name(&n.to_string()) };
        let nth = |names: &[String], index: usize| names.get(index).map(|name| Noun::name(name));
        match field {
            Field::Day => match date.day? {
                1 if !self.first_day.is_empty() => Some(Noun::name(&self.first_day)),
                day => Some(number(u32::from(day))),
            },
            Field::Month => nth(&self.months, usize::from(date.month?).checked_sub(1)?),
            Field::Year => Some(number(u32::from(date.year?))),
            Field::Weekday => nth(&self.weekdays, date.weekday()?.into()),
            Field::OnWeekday => nth(&self.on_weekdays, date.weekday()?.into()),
        }
    }
}

fn parse_pattern(text: &str, grammar: &Grammar, file: &SourceFile<'_>) -> Result<Pattern, LoadError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((literal, after)) = rest.split_once('{') {
        let (inside, after) = after
            .split_once('}')
            .ok_or_else(|| file.error_near(text, "a brace stays open").with_hint("write {day} or {month/(n)Hn}"))?;
        pieces.push(Piece::Literal(literal.to_owned()));
        pieces.push(parse_field(inside, grammar, file)?);
        rest = after;
    }
    pieces.push(Piece::Literal(rest.to_owned()));
    Ok(pieces)
}

fn parse_field(inside: &str, grammar: &Grammar, file: &SourceFile<'_>) -> Result<Piece, LoadError> {
    let (name, suffix) = inside.split_once('/').map_or((inside, None), |(name, suffix)| (name, Some(suffix)));
    let (last, name) = name.strip_prefix("last-").map_or((false, name), |name| (true, name));
    let field = FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field).ok_or_else(|| {
        file.error_near(inside, format!("unknown part `{name}` of a date"))
            .with_hint("day, month, year, weekday, on-weekday, or last- before one of them")
    })?;
    let suffix = suffix.map(|suffix| grammar.parse_suffix(suffix, file)).transpose()?;
    Ok(Piece::Field { last, field, suffix })
}
