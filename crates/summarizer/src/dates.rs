//! Reading dates: `[dates]` in `locales/<tag>/reading.toml`.
//!
//! Knows days, months, years and how they are written as numbers; their names and order stand in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use attache_grammar::Endings;
use attache_locales::{LoadError, SourceFile};
use attache_schema::Date;
use serde::Deserialize;

use crate::calendar;
use crate::patterns::unknown;
use crate::token::{Shape, Token};
use crate::words::{Starts, WordMap, Words};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct DatesFile {
    months: Vec<Vec<String>>,
    #[serde(default)]
    capital_months: bool,
    weekdays: Vec<Vec<String>>,
    /// Words before a weekday that make it one of another week ("next Friday").
    #[serde(default)]
    other_week: Vec<String>,
    /// Words that make a date before a dash the name of a feast ("28 May – Independence **Day**").
    #[serde(default)]
    feasts: Vec<String>,
    /// Ends of a number by which its day belongs to what is named behind it ("may ayının 6-**sının** matəm günü elan olunması").
    #[serde(default)]
    owning: Vec<String>,
    #[serde(default)]
    days: Vec<RelativeDay>,
    pattern: Vec<PatternFile>,
}

/// "yesterday" is one day back.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelativeDay {
    word: String,
    offset: i64,
    form: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternFile {
    pattern: String,
    form: String,
    /// The day of the week is one to come ("next Friday").
    #[serde(default)]
    ahead: bool,
    /// The day is of the month of publication ("on the 15th of this month").
    #[serde(default, rename = "this-month")]
    this_month: bool,
}

/// How many words behind a date and a dash name a feast.
const FEAST: usize = 4;

/// The date patterns of one language.
#[derive(Debug)]
pub(crate) struct Dates {
    months: Vec<(String, u8)>,
    capital_months: bool,
    weekdays: Vec<(WeekdayName, i64)>,
    other_week: Vec<String>,
    feasts: Vec<String>,
    owning: Vec<String>,
    days: Vec<RelativeDay>,
    patterns: Vec<DatePattern>,
    /// The words with which a date can begin, beside the names of months and weekdays.
    first_words: Words,
    /// The patterns that begin with a word, and those that begin with something else.
    openings: WordMap<Numbers>,
    kinds: Openings,
    /// The names of months and the first words of those of days, of which few have to be looked at for a word.
    month_starts: Starts,
    weekday_starts: Starts,
}

#[derive(Debug)]
struct DatePattern {
    parts: Vec<(Part, bool)>,
    form: String,
    ahead: bool,
    this_month: bool,
}

impl DatePattern {
    /// The parts of which one takes the first token.
    fn first_parts(&self) -> impl Iterator<Item = &Part> {
        let optional = self.parts.iter().take_while(|(_, optional)| *optional).count();
        self.parts.iter().take(optional + 1).map(|(part, _)| part)
    }
}

/// The patterns that may begin with something else than a word: most are turned away before they are tried.
#[derive(Debug, Default)]
struct Openings {
    digits: Numbers,
    months: Numbers,
    weekdays: Numbers,
}

impl Openings {
    fn of(patterns: &[DatePattern]) -> Self {
        let mut openings = Self::default();
        for (number, pattern) in patterns.iter().enumerate() {
            for part in pattern.first_parts() {
                match part {
                    Part::Literal(_) | Part::LastMonth => {}
                    Part::Month => openings.months.add(number),
                    Part::Weekday | Part::FullWeekday => openings.weekdays.add(number),
                    Part::Day
                    | Part::LateDay
                    | Part::LastDay
                    | Part::MonthNumber
                    | Part::Year
                    | Part::ShortYear
                    | Part::DayToMonth => openings.digits.add(number),
                }
            }
        }
        openings
    }
}

/// Some numbers of patterns, as bits.
#[derive(Debug, Default)]
struct Numbers(Vec<u64>);

impl Numbers {
    fn add(&mut self, number: usize) {
        let row = number / 64;
        self.0.resize(self.0.len().max(row + 1), 0);
        self.0[row] |= 1 << (number % 64);
    }

    /// The numbers that are in any of some sets, in order.
    fn in_any<'n>(sets: [Option<&'n Self>; 4]) -> impl Iterator<Item = usize> + 'n {
        let rows = sets.iter().flatten().map(|set| set.0.len()).max().unwrap_or(0);
        (0..rows).flat_map(move |row| {
            let rows = sets.iter().flatten().filter_map(|set| set.0.get(row));
            let mut left = rows.fold(0, |all, bits| all | bits);
            std::iter::from_fn(move || {
                let number = (left != 0).then(|| row * 64 + left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(number)
            })
        })
    }
}

#[derive(Debug)]
enum Part {
    Day,
    /// A day that can be no month ("16/11/2015"): which of two small numbers is the month nobody can tell.
    LateDay,
    /// The last day of a range ("de 9 a 10 de abril").
    LastDay,
    /// The month in which a range ends ("October 30 to **November** 1").
    LastMonth,
    /// A day and the month in which the range ends, in one word ("October **30-November** 1").
    DayToMonth,
    Month,
    MonthNumber,
    Year,
    /// The last two digits of a year of this century.
    ShortYear,
    Weekday,
    /// The first of the names that the file gives a weekday, small and just so: it means nothing else ("terça-feira", not "terça").
    FullWeekday,
    Literal(Vec<String>),
}

/// A name of a day of the week, in folded words.
#[derive(Debug)]
struct WeekdayName {
    words: Vec<String>,
    is_first: bool,
}

/// A date as the text gives it.
#[derive(Debug, Clone)]
pub(crate) struct DateMatch {
    /// How many tokens it takes.
    pub(crate) tokens: usize,
    pub(crate) start: Date,
    pub(crate) end: Option<Date>,
    /// Whether the year had to be found, or the whole day: then a digest says it in full.
    pub(crate) completed: bool,
    /// Whether only the day of the week was given.
    pub(crate) weekday: bool,
    /// The form in `dates.toml` that can take the place of these words.
    pub(crate) form: String,
}

/// Whether a number is the hour or the minutes of a time of day: in "17:14 - 26 Noyabr" no range of days begins at 14.
fn is_of_clock(tokens: &[Token<'_>], at: usize) -> bool {
    let is_time = |hour: usize| {
        let parts = tokens.get(hour..hour + 3);
        parts.is_some_and(|parts| {
            let [hour, colon, minutes] = parts else { return false };
            let are_numbers = [hour, minutes].iter().all(|token| token.shape == Shape::Number);
            are_numbers && colon.text == ":" && hour.touches(colon) && colon.touches(minutes)
        })
    };
    is_time(at) || at.checked_sub(2).is_some_and(is_time)
}

#[derive(Debug, Default, Clone, Copy)]
struct Draft {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    last_day: Option<u8>,
    last_month: Option<u8>,
    weekday: Option<i64>,
}

impl Dates {
    pub(crate) fn compile(
        raw: DatesFile,
        file: SourceFile<'_>,
        fold: &dyn Fn(&str) -> String,
    ) -> Result<Self, LoadError> {
        if raw.months.len() != 12 || raw.weekdays.len() != 7 {
            return Err(file.error_near("months", "there are twelve months and seven weekdays, Monday first"));
        }
        let names = |lists: &[Vec<String>]| -> Vec<(String, u8)> {
            let numbered = lists.iter().zip(1_u8..).flat_map(|(names, n)| names.iter().map(move |name| (name, n)));
            let mut names: Vec<(String, u8)> = numbered.map(|(name, n)| (fold(name), n)).collect();
            // Longest first: "may" must not hide "mayo".
            names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
            names
        };
        let mut dates = Self {
            months: names(&raw.months),
            capital_months: raw.capital_months,
            weekdays: weekday_names(&raw.weekdays, fold),
            other_week: raw.other_week.iter().map(|word| fold(word)).collect(),
            feasts: raw.feasts.iter().map(|word| fold(word)).collect(),
            owning: raw.owning.iter().map(|end| fold(end)).collect(),
            days: raw.days.into_iter().map(|day| RelativeDay { word: fold(&day.word), ..day }).collect(),
            patterns: raw.pattern.iter().map(|p| compile_pattern(p, file, fold)).collect::<Result<_, _>>()?,
            first_words: Words::default(),
            openings: WordMap::default(),
            kinds: Openings::default(),
            month_starts: Starts::new(&[]),
            weekday_starts: Starts::new(&[]),
        };
        let first =
            |names: &[(WeekdayName, i64)]| names.iter().map(|(name, _)| name.words[0].clone()).collect::<Vec<_>>();
        dates.month_starts = Starts::new(&dates.months.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
        dates.weekday_starts = Starts::new(&first(&dates.weekdays));
        dates.first_words = dates.first_words();
        dates.openings = dates.openings();
        dates.kinds = Openings::of(&dates.patterns);
        Ok(dates)
    }

    fn first_words(&self) -> Words {
        let literals = self.patterns.iter().flat_map(DatePattern::first_parts).filter_map(|part| match part {
            Part::Literal(words) => Some(words),
            _ => None,
        });
        let days = self.days.iter().filter_map(|day| day.word.split(' ').next());
        literals.flatten().cloned().chain(days.map(str::to_owned)).collect()
    }

    fn openings(&self) -> WordMap<Numbers> {
        let mut openings = BTreeMap::<String, Numbers>::new();
        for (number, pattern) in self.patterns.iter().enumerate() {
            for part in pattern.first_parts() {
                let Part::Literal(words) = part else { continue };
                words.iter().for_each(|word| openings.entry(word.clone()).or_default().add(number));
            }
        }
        WordMap::new(openings)
    }

    fn names_month(&self, word: &str) -> bool {
        self.month_starts.at(word.as_bytes()).iter().any(|name| word.starts_with(name.as_str()))
    }

    fn names_weekday(&self, word: &str) -> bool {
        self.weekday_starts.at(word.as_bytes()).iter().any(|name| word.starts_with(name.as_str()))
    }

    /// The date that begins at token `at`; the pattern that takes most tokens wins.
    pub(crate) fn read(
        &self,
        tokens: &[Token<'_>],
        at: usize,
        endings: &Endings,
        published: Option<Date>,
    ) -> Option<DateMatch> {
        let token = &tokens[at];
        let is_month = self.names_month(token.word) && self.month_of(token.word, endings).is_some();
        let is_weekday = self.names_weekday(token.word) && self.weekday_at(tokens, at, endings, false).is_some();
        if !(token.shape == Shape::Number || is_month || is_weekday || self.first_words.holds(token)) {
            return None;
        }
        if is_of_clock(tokens, at) {
            return None;
        }
        if let Some(date) = numeric_date(token.word) {
            return Some(DateMatch {
                tokens: 1,
                start: date,
                end: None,
                completed: false,
                weekday: false,
                form: String::new(),
            });
        }
        let mut best: Option<(usize, Draft, &DatePattern)> = None;
        let Openings { digits, months, weekdays } = &self.kinds;
        let fitting = Numbers::in_any([
            self.openings.get_keyed(token.key, token.word),
            is_month.then_some(months),
            is_weekday.then_some(weekdays),
            (token.shape == Shape::Number).then_some(digits),
        ]);
        for pattern in fitting.map(|number| &self.patterns[number]) {
            if let Some((end, draft)) = self.match_parts(&pattern.parts, tokens, at, endings, Draft::default())
                && best.as_ref().is_none_or(|(longest, ..)| end > *longest)
            {
                best = Some((end, draft, pattern));
            }
        }
        match best {
            Some((end, ..)) if self.is_feast(tokens, end) || self.is_owner(&tokens[end - 1]) => None,
            Some((end, draft, pattern)) => {
                let before = at.checked_sub(1).map(|before| tokens[before].word);
                let date = self.finish(draft, end - at, pattern, published)?;
                let is_other = before.is_some_and(|word| self.other_week.iter().any(|other| other == word));
                (!(date.weekday && is_other)).then_some(date)
            }
            None => self.read_relative(tokens, at, published),
        }
    }

    /// The days that stand in a sentence of an article whose day of publication is unknown: "on Monday" is one, whichever it is.
    pub(crate) fn days<'t>(
        &'t self,
        tokens: &'t [Token<'t>],
        endings: &'t Endings,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let some_day = Date::day(SOME_YEAR, 1, 15);
        (0..tokens.len()).filter_map(move |at| Some(at..at + self.read(tokens, at, endings, some_day)?.tokens))
    }

    /// Whether a date that ends there is the name of a feast: behind a dash stands what is kept on it.
    fn is_feast(&self, tokens: &[Token<'_>], end: usize) -> bool {
        let is_dash = tokens.get(end).is_some_and(|token| matches!(token.text, "–" | "—" | "-"));
        let behind = tokens.iter().skip(end + 1).take(FEAST);
        is_dash && behind.into_iter().any(|token| self.feasts.iter().any(|feast| feast == token.word))
    }

    /// Whether the last word of a date says that the day is of another thing.
    fn is_owner(&self, last: &Token<'_>) -> bool {
        let is_number = last.word.starts_with(|first: char| first.is_ascii_digit());
        is_number && self.owning.iter().any(|end| last.word.ends_with(end.as_str()))
    }

    /// Whether a day of the week is named in full at a token.
    pub(crate) fn is_weekday(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let word = tokens[at].word;
        self.weekday_starts.may_begin(word)
            && self.weekdays.iter().any(|(name, _)| name.is_first && name.words.len() == 1 && name.words[0] == word)
    }

    fn match_parts(
        &self,
        parts: &[(Part, bool)],
        tokens: &[Token<'_>],
        at: usize,
        endings: &Endings,
        draft: Draft,
    ) -> Option<(usize, Draft)> {
        let Some(((part, optional), rest)) = parts.split_first() else { return Some((at, draft)) };
        let taken = self
            .take(part, tokens, at, endings, draft)
            .and_then(|(end, draft)| self.match_parts(rest, tokens, end, endings, draft));
        match taken {
            None if *optional => self.match_parts(rest, tokens, at, endings, draft),
            taken => taken,
        }
    }

    /// The draft with what a part says, and where it ends.
    fn take(
        &self,
        part: &Part,
        tokens: &[Token<'_>],
        at: usize,
        endings: &Endings,
        draft: Draft,
    ) -> Option<(usize, Draft)> {
        let token = tokens.get(at)?;
        let draft = match part {
            Part::Weekday | Part::FullWeekday => {
                let (end, weekday) = self.weekday_at(tokens, at, endings, matches!(part, Part::FullWeekday))?;
                return Some((end, Draft { weekday: Some(weekday), ..draft }));
            }
            Part::Literal(words) => words.iter().any(|word| word == token.word).then_some(draft),
            Part::Month => {
                let is_small = self.capital_months && token.shape != Shape::Capital;
                if is_small || !self.month_starts.may_begin(token.word) {
                    return None;
                }
                self.month_of(token.word, endings).map(|month| Draft { month: Some(month), ..draft })
            }
            Part::LastMonth => {
                self.month_of(token.word, endings).map(|month| Draft { last_month: Some(month), ..draft })
            }
            Part::DayToMonth => token.word.split_once(['-', '–']).and_then(|(first, month)| {
                let (day, _) = read_day(first)?;
                let month = self.month_of(month, endings)?;
                Some(Draft { day: Some(day), last_month: Some(month), ..draft })
            }),
            Part::Day if self.ends_in_month(token.word) => None,
            Part::Day => read_day(token.word).map(|(day, last_day)| Draft { day: Some(day), last_day, ..draft }),
            Part::LateDay => read_day(token.word)
                .filter(|(day, last)| *day > 12 && last.is_none())
                .map(|(day, _)| Draft { day: Some(day), ..draft }),
            Part::LastDay => read_day(token.word).map(|(day, _)| Draft { last_day: Some(day), ..draft }),
            Part::MonthNumber => read_day(token.word)
                .filter(|(month, _)| *month <= 12)
                .map(|(month, _)| Draft { month: Some(month), ..draft }),
            Part::Year => read_year(token.word).map(|year| Draft { year: Some(year), ..draft }),
            Part::ShortYear => {
                let year = token.word.parse::<u16>().ok().filter(|_| token.word.len() == 2);
                year.map(|year| Draft { year: Some(2000 + year), ..draft })
            }
        };
        draft.map(|draft| (at + 1, draft))
    }

    fn month_of(&self, word: &str, endings: &Endings) -> Option<u8> {
        self.months.iter().find(|(name, _)| is_inflected(word, name, endings)).map(|(_, month)| *month)
    }

    /// Whether a number runs on into a month ("31-November"): then it is not the day that its digits say alone.
    fn ends_in_month(&self, word: &str) -> bool {
        let rest = word.split_once(['-', '–']).map(|(_, rest)| rest);
        rest.is_some_and(|rest| self.months.iter().any(|(name, _)| name == rest))
    }

    fn weekday_at(&self, tokens: &[Token<'_>], at: usize, endings: &Endings, in_full: bool) -> Option<(usize, i64)> {
        if !self.weekday_starts.may_begin(tokens[at].word) {
            return None;
        }
        // "Domingo" is a name of people, too; "Segunda-feira" is none.
        let is_no_name = |name: &WeekdayName| name.words.last().is_some_and(|word| word.contains('-'));
        let is_plain = |name: &WeekdayName| name.is_first && (tokens[at].shape == Shape::Lower || is_no_name(name));
        let fits = |name: &WeekdayName| {
            let (last, before) = name.words.split_last()?;
            let end = at + before.len();
            let is_same = before.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|t| t.word == word));
            let word = tokens.get(end)?.word;
            let fits = if in_full { is_plain(name) && word == last } else { is_inflected(word, last, endings) };
            (is_same && fits).then_some(end + 1)
        };
        self.weekdays.iter().find_map(|(name, weekday)| fits(name).map(|end| (end, *weekday)))
    }

    fn finish(&self, draft: Draft, tokens: usize, pattern: &DatePattern, published: Option<Date>) -> Option<DateMatch> {
        if draft.month.is_none() && draft.day.is_none() && draft.year.is_some() {
            return None;
        }
        let draft = if pattern.this_month {
            let published = published?;
            Draft { year: published.year, month: published.month, ..draft }
        } else {
            draft
        };
        let (start, said_in_full) = match (draft.month, draft.weekday, draft.day) {
            (Some(_), ..) => (Date::checked(draft.year, draft.month, draft.day)?, draft.year.is_some()),
            // "nesta terça-feira (3)": the day of that number next to the publication.
            (None, Some(weekday), Some(day)) => {
                let published = published?;
                let agreeing = || weekday_near(weekday, day, published);
                let near = agreeing().or_else(|| day_near(day, published));
                (near.or_else(|| weekday_in_month(weekday, day, published))?, false)
            }
            (None, Some(weekday), None) if pattern.ahead => (next_weekday(weekday, published?)?, false),
            (None, Some(weekday), None) => (last_weekday(weekday, published?)?, false),
            _ => return None,
        };
        let start = published.map_or(start, |published| calendar::nearest_year(start, published));
        let last_month = draft.last_month.or(start.month);
        let end = draft.last_day.and_then(|day| Date::checked(start.year, last_month, Some(day)));
        if end.is_some_and(|end| end < start) {
            return None;
        }
        let weekday = draft.month.is_none() && draft.day.is_none() && !pattern.ahead;
        let completed = (!said_in_full || pattern.this_month) && start.is_full();
        Some(DateMatch { tokens, start, end, completed, weekday, form: pattern.form.clone() })
    }

    fn read_relative(&self, tokens: &[Token<'_>], at: usize, published: Option<Date>) -> Option<DateMatch> {
        let begins = |day: &&RelativeDay| day.word.starts_with(tokens[at].word);
        for day in self.days.iter().filter(begins) {
            let words = || day.word.split(' ');
            let fits = words().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|t| t.word == word));
            if fits {
                let start = calendar::shift(published?, day.offset)?;
                let form = day.form.clone();
                let end = at + words().count();
                let told = bracketed_day(&tokens[end..]);
                // "Amanhã (8)", on a page dated the 6th: one of the two is wrong, and nobody can tell which.
                if told.is_some_and(|number| start.day != Some(number)) {
                    return None;
                }
                return Some(DateMatch {
                    tokens: end + told.map_or(0, |_| BRACKETED) - at,
                    start,
                    end: None,
                    completed: true,
                    weekday: false,
                    form,
                });
            }
        }
        None
    }
}

fn compile_pattern(
    raw: &PatternFile,
    file: SourceFile<'_>,
    fold: &dyn Fn(&str) -> String,
) -> Result<DatePattern, LoadError> {
    let mut parts = Vec::new();
    for text in raw.pattern.split_whitespace() {
        let (body, optional) = text.strip_suffix('?').map_or((text, false), |body| (body, true));
        let literal = body.strip_prefix('\'').and_then(|body| body.strip_suffix('\''));
        let part = match (literal, body) {
            (Some(words), _) => Part::Literal(words.split('|').map(fold).collect()),
            (None, "day") => Part::Day,
            (None, "late-day") => Part::LateDay,
            (None, "last-day") => Part::LastDay,
            (None, "last-month") => Part::LastMonth,
            (None, "day-to-month") => Part::DayToMonth,
            (None, "month") => Part::Month,
            (None, "month-number") => Part::MonthNumber,
            (None, "year") => Part::Year,
            (None, "short-year") => Part::ShortYear,
            (None, "weekday") => Part::Weekday,
            (None, "full-weekday") => Part::FullWeekday,
            _ => {
                return Err(unknown(
                    file,
                    "part of a date pattern",
                    body,
                    &[
                        "day",
                        "late-day",
                        "last-day",
                        "last-month",
                        "day-to-month",
                        "month",
                        "month-number",
                        "year",
                        "short-year",
                        "weekday",
                        "full-weekday",
                    ],
                ));
            }
        };
        parts.push((part, optional));
    }
    Ok(DatePattern { parts, form: raw.form.clone(), ahead: raw.ahead, this_month: raw.this_month })
}

/// The names of the days with their numbers, Monday = 0; the longest first.
fn weekday_names(lists: &[Vec<String>], fold: &dyn Fn(&str) -> String) -> Vec<(WeekdayName, i64)> {
    let listed = lists.iter().zip(0..).flat_map(|(names, day)| names.iter().enumerate().map(move |name| (name, day)));
    let mut names: Vec<(WeekdayName, i64)> = listed
        .map(|((at, name), day)| {
            (WeekdayName { words: fold(name).split(' ').map(str::to_owned).collect(), is_first: at == 0 }, day)
        })
        .collect();
    names.sort_by_key(|(name, day)| (std::cmp::Reverse(name.words.join(" ").len()), name.words.clone(), *day));
    names
}

fn is_inflected(word: &str, name: &str, endings: &Endings) -> bool {
    word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || endings.read(name, rest).is_some())
}

/// The number of the day in brackets behind a word for it ("hoje **(9)**").
fn bracketed_day(behind: &[Token<'_>]) -> Option<u8> {
    let [open, day, close, ..] = behind else { return None };
    let is_bracketed = open.text == "(" && close.text == ")";
    read_day(day.text).filter(|(_, last)| is_bracketed && last.is_none()).map(|(day, _)| day)
}

/// How many tokens a day in brackets has.
const BRACKETED: usize = 3;

/// `5`, `5th`, `5-də`, `1º`, and the range `21-23`.
fn read_day(word: &str) -> Option<(u8, Option<u8>)> {
    let (first, rest) = leading_digits(word)?;
    let day = |number: u32| u8::try_from(number).ok().filter(|day| (1..=31).contains(day));
    if first.len() > 2 {
        return None;
    }
    let last = rest
        .strip_prefix(['-', '–'])
        .and_then(leading_digits)
        .filter(|(digits, _)| digits.len() <= 2)
        .and_then(|(digits, _)| digits.parse().ok())
        .and_then(day);
    Some((day(first.parse().ok()?)?, last))
}

/// Four digits that a year can have, with an ending or without ("2023-cü").
fn read_year(word: &str) -> Option<u16> {
    let (digits, rest) = leading_digits(word)?;
    let year: u16 = digits.parse().ok()?;
    (digits.len() == 4 && (1800..=2199).contains(&year) && !rest.starts_with('.')).then_some(year)
}

fn leading_digits(word: &str) -> Option<(&str, &str)> {
    let end = word.bytes().take_while(u8::is_ascii_digit).count();
    (end > 0).then(|| word.split_at(end))
}

/// `05.03.2023`, `05-03-2023`, `2023-03-05`.
pub(crate) fn numeric_date(word: &str) -> Option<Date> {
    if !word.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    if let Some(date) = word.get(..10).and_then(|text| text.parse::<Date>().ok()) {
        return Some(date);
    }
    let mut parts = word.splitn(3, ['.', '-']);
    let (day, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, _) = leading_digits(rest)?;
    if day.len() > 2 || month.len() > 2 || year.len() != 4 {
        return None;
    }
    Date::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Any year will do where it is only asked whether some words are a day.
const SOME_YEAR: u16 = 2001;

/// The day of that number in the month of publication or the one before.
fn day_near(day: u8, published: Date) -> Option<Date> {
    (-15..=15).filter_map(|offset| calendar::shift(published, offset)).find(|date| date.day == Some(day))
}

/// The day of that number and that weekday at most a month away ("segunda-feira, dia 4", written at the end of April).
fn weekday_near(weekday: i64, day: u8, published: Date) -> Option<Date> {
    let days = (-MONTH..=MONTH).filter_map(|offset| calendar::shift(published, offset));
    let mut fit = days.filter(|date| date.day == Some(day) && date.weekday().map(i64::from) == Some(weekday));
    let first = fit.next()?;
    fit.next().is_none().then_some(first)
}

/// The most days of a month.
const MONTH: i64 = 31;

/// The day of that number in the month of publication, where no day of it is known: the weekday has to agree.
fn weekday_in_month(weekday: i64, day: u8, month: Date) -> Option<Date> {
    let is_month = month.year.is_some() && month.month.is_some() && month.day.is_none();
    let date = is_month.then(|| Date::checked(month.year, month.month, Some(day))).flatten()?;
    (date.weekday().map(i64::from) == Some(weekday)).then_some(date)
}

fn last_weekday(weekday: i64, published: Date) -> Option<Date> {
    let back = (i64::from(published.weekday()?) - weekday).rem_euclid(7);
    calendar::shift(published, -back)
}

fn next_weekday(weekday: i64, published: Date) -> Option<Date> {
    let ahead = (weekday - i64::from(published.weekday()?) - 1).rem_euclid(7) + 1;
    calendar::shift(published, ahead)
}
