//! Numbers in a sentence: in digits and in words, with every value that the digits may have.

use std::collections::BTreeSet;
use std::ops::Range;

use attache_grammar::roman_value;

use crate::lexis::Lexis;

/// A number in digits, and what it may mean: "3,500" is three thousand five hundred, or three and a half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// The bytes of the digits.
    pub(crate) span: Range<usize>,
    /// Values in thousandths, so that "3.5" is a whole number; one of them is meant.
    values: BTreeSet<u128>,
    /// The digits as they stand.
    pub(crate) text: String,
    beside: Beside,
    /// Whether it stands in brackets and says the amount before them in another unit or currency: "six metres (18 feet)".
    is_gloss: bool,
}

impl Number {
    /// The runs of digits between its marks.
    fn parts(&self) -> Vec<&str> {
        self.text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect()
    }

    /// Whether it is several numbers, as a date or a time in digits: "12.05.2024", "2:05.41".
    fn is_row(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether a number is one of those of a row.
    fn has_part(&self, number: &Number) -> bool {
        let values = self.parts().into_iter().filter_map(|part| part.parse::<u128>().ok()?.checked_mul(UNIT));
        values.into_iter().any(|value| number.values.contains(&value))
    }
}

/// An amount in some unit, in the base unit of its kind: "40 miles" are 64 kilometres.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Measure {
    /// Length, weight and the like.
    kind: String,
    factor: u64,
}

/// What is counted in a sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    pub(crate) digits: Vec<Number>,
    /// Values in thousandths of numbers in words, alone and joined ("twenty-one": 20, 1 and 21).
    pub(crate) words: BTreeSet<u128>,
    /// What words say for certain and a translation has to keep.
    said: Vec<Said>,
    /// Amounts in thousandths that words tell of a unit: "um ano e meio" is 1.5 years.
    measured: Vec<(u128, Measure)>,
    /// Whether an hour may be one after noon.
    afternoon: bool,
    /// Whether a word says a hundred of a hundred: "absolutely".
    entire: bool,
    /// Whether a word says the first of all: "leader".
    foremost: bool,
    /// Months that words may name, from one on.
    months: BTreeSet<usize>,
}

/// A number in words.
#[derive(Debug, Clone)]
struct Said {
    /// In thousandths.
    value: u128,
    words: String,
    measure: Option<Measure>,
}

/// A word of a run of number words.
#[derive(Debug, Clone, Copy)]
struct Counted {
    value: u64,
    /// Whether it multiplies what stands before it.
    is_scale: bool,
    /// Whether it can mean nothing else.
    is_certain: bool,
    /// Whether it halves: "half a million", "um milhão e meio".
    is_half: bool,
    /// Which word of the text it is.
    at: usize,
}

/// What a number word and the scales behind it say: "nove milhões", "three thousand".
fn scaled(run: &[Counted]) -> Option<u64> {
    let (first, scales) = run.split_first()?;
    let is_scale = |counted: &Counted| counted.is_scale && counted.value >= 1000;
    let is_it = first.is_certain && !first.is_half && first.value <= 99 && !scales.is_empty();
    (is_it && scales.iter().all(is_scale))
        .then(|| scales.iter().fold(first.value, |product, scale| product.saturating_mul(scale.value)))
}

/// What a unit of length is raised to where it is one of area or of volume.
const POWERS: [&str; 2] = ["2", "3"];

const UNIT: u128 = 1000;

/// Noon, in thousandths of an hour.
const NOON: u128 = 12 * UNIT;

/// The smallest number in words that has to be kept: "one", "two" and "both" come and go between languages.
const SAID_FROM: u64 = 3;

impl Numbers {
    pub(crate) fn read(text: &str, lexis: &Lexis) -> Self {
        let words = words_of(text);
        let mut numbers = Self {
            afternoon: {
                let stopped = text.replace('.', "");
                let mut words = stopped.split(|c: char| !c.is_alphabetic());
                words.any(|word| lexis.afternoon.contains(&word.to_lowercase()))
            },
            entire: words.iter().any(|word| lexis.is_entire(&text[word.clone()])),
            foremost: words.iter().any(|word| lexis.is_foremost(&text[word.clone()])),
            months: words.iter().filter_map(|word| lexis.month(&text[word.clone()])).collect(),
            words: lexis.feasts_in(text).map(|(day, _)| u128::from(day) * UNIT).collect(),
            ..Self::default()
        };
        // In "m3" and "CO2" nothing is counted; "m6" is no unit.
        let is_of_a_unit = |span: &Range<usize>| {
            let before = words.partition_point(|word| word.end < span.start);
            let before = words.get(before).filter(|word| word.end == span.start).map(|word| &text[word.clone()]);
            let is_power = POWERS.contains(&&text[span.clone()]);
            span.len() == 1 && before.is_some_and(|word| is_power || lexis.unit(word).is_none())
        };
        for span in digits_of(text).into_iter().filter(|span| !is_of_a_unit(span)) {
            let mut values = values_of(&text[span.clone()]);
            let factor = factor_after(text, span.end, &words, lexis);
            if factor > 1 {
                values.extend(values.clone().into_iter().filter_map(|value| value.checked_mul(factor)));
            }
            if let Some(year) = year_of_range(text, &span) {
                values.insert(year * UNIT);
            }
            // "De 40 em 40 minutos".
            let is_again = numbers.digits.last().is_some_and(|last: &Number| {
                let between = text.get(last.span.end..span.start).unwrap_or_default().trim();
                last.text == text[span.clone()] && lexis.repeating.contains(between)
            });
            if is_again {
                continue;
            }
            let beside = Beside::of(text, &span, &words, lexis);
            let is_gloss = numbers.digits.last().map_or(0, |last: &Number| last.span.end) < span.start
                && is_gloss(text, &span, beside.measure.is_some(), lexis);
            numbers.digits.push(Number { text: text[span.clone()].to_owned(), values, beside, is_gloss, span });
        }
        numbers.read_words(text, &words, lexis);
        numbers.read_halves(text, &words, lexis);
        numbers.read_fractions(text, &words, lexis);
        let said = numbers.said.iter().filter_map(|said| Some((said.value, said.measure.clone()?)));
        numbers.measured.extend(said.collect::<Vec<_>>());
        numbers
    }

    /// Runs of number words: each alone, and the sum that they make.
    fn read_words(&mut self, text: &str, words: &[Range<usize>], lexis: &Lexis) {
        let mut run: Vec<Counted> = Vec::new();
        for (at, span) in words.iter().enumerate() {
            let word = &text[span.clone()];
            // "Quinta-feira" is a Thursday and no fifth.
            let next = words.get(at + 1).filter(|next| text[span.end..next.start].trim() == "-");
            if next.is_some_and(|next| lexis.uncounted.contains(&text[next.clone()].to_lowercase())) {
                self.close(text, words, &mut run, lexis);
                continue;
            }
            // "Segundo a polícia" is no second.
            let is_before_article = || {
                let next = words.get(at + 1).filter(|next| text[span.end..next.start] == *" ");
                next.is_some_and(|next| lexis.articles.contains(&text[next.clone()].to_lowercase()))
            };
            if lexis.ambiguous.contains(&word.to_lowercase()) && is_before_article() {
                self.close(text, words, &mut run, lexis);
                continue;
            }
            if let Some(roman) = roman(word) {
                self.words.insert(u128::from(roman) * UNIT);
            }
            let scale = lexis.scale(word);
            match lexis.number(word).or(scale) {
                Some(value) => {
                    self.words.insert(u128::from(value) * UNIT);
                    // "Uma da tarde" is 13:00.
                    let mut next = words.iter().skip(at + 1).take(3).map(|next| text[next.clone()].to_lowercase());
                    if value < 12 && next.any(|next| lexis.afternoon.contains(&next)) {
                        self.words.insert(u128::from(value + 12) * UNIT);
                    }
                    let small = word.to_lowercase();
                    let is_whole = || lexis.words.contains_key(&small) || lexis.is_number_of_units(&small);
                    let is_certain = !lexis.ambiguous.contains(&small) && is_whole();
                    let is_half = lexis.halves.contains(&word.to_lowercase());
                    run.push(Counted { value, is_scale: scale == Some(value), is_certain, is_half, at });
                }
                // "Vinte e um".
                None if !run.is_empty() && lexis.between.contains(&word.to_lowercase()) => {}
                // "Tens of millions".
                None if !run.is_empty()
                    && lexis.partitive.contains(&word.to_lowercase())
                    && words.get(at + 1).is_some_and(|next| lexis.scale(&text[next.clone()]).is_some()) => {}
                None => {
                    self.close(text, words, &mut run, lexis);
                }
            }
        }
        self.close(text, words, &mut run, lexis);
    }

    /// Amounts with halves behind their unit: "dois anos e meio", "il yarım".
    fn read_halves(&mut self, text: &str, words: &[Range<usize>], lexis: &Lexis) {
        let word = |at: usize| words.get(at).map(|word| &text[word.clone()]);
        for at in 0..words.len() {
            let Some((kind, factor)) = word(at).and_then(|word| lexis.unit(word)) else { continue };
            let next = if word(at + 1).is_some_and(|next| lexis.between.contains(next)) { at + 2 } else { at + 1 };
            if !word(next).is_some_and(|half| lexis.is_half(half)) {
                continue;
            }
            let before = at.checked_sub(1).and_then(word);
            let whole = before.and_then(|before| lexis.number(before)).unwrap_or(1);
            self.measured.push((u128::from(whole) * UNIT + UNIT / 2, Measure { kind, factor }));
        }
    }

    /// Parts of a unit: "half an hour", "três quartos de hora"; what they are of stands within a few words.
    fn read_fractions(&mut self, text: &str, words: &[Range<usize>], lexis: &Lexis) {
        let small = |at: usize| words.get(at).map(|word| text[word.clone()].to_lowercase());
        for at in 0..words.len() {
            let Some(parts) = small(at).and_then(|word| lexis.fractions.get(&word).copied()) else { continue };
            let before = at.checked_sub(1).and_then(small).and_then(|before| lexis.number(&before));
            let counted = before.filter(|counted| *counted < parts).unwrap_or(1);
            // "A quarter of a million".
            let scale = (at + 1..at + 4).find_map(|next| lexis.scale(&small(next)?).filter(|scale| *scale >= 1000));
            if let Some(scale) = scale.filter(|_| parts > 2) {
                self.words.insert(u128::from(counted) * UNIT * u128::from(scale) / u128::from(parts));
            }
            let Some((kind, factor)) = (at + 1..at + 4).find_map(|next| lexis.unit(&small(next)?)) else { continue };
            self.measured.push((u128::from(counted) * UNIT / u128::from(parts), Measure { kind, factor }));
        }
    }

    /// What a run says in all: one word, or tens with units behind them ("on səkkiz").
    fn close(&mut self, text: &str, words: &[Range<usize>], run: &mut Vec<Counted>, lexis: &Lexis) {
        self.join(run);
        let said = match run.as_slice() {
            [one] if one.is_certain => Some(one.value),
            [tens, units] if tens.is_certain && units.is_certain => {
                (tens.value % 10 == 0 && units.value < 10).then_some(tens.value + units.value)
            }
            _ => None,
        };
        if let (Some(value @ 1..SAID_FROM), Some(last)) = (said, run.last()) {
            // "Uma hora" may come back as 60 minutes.
            let measure = unit_behind(words, last.at, text, lexis);
            self.measured.extend(measure.map(|measure| (u128::from(value) * UNIT, measure)));
        }
        let said = said.filter(|value| (SAID_FROM..=99).contains(value)).or_else(|| scaled(run));
        if let (Some(value), Some(first), Some(last)) = (said, run.first(), run.last()) {
            let span = words[first.at].start..words[last.at].end;
            let measure = unit_behind(words, last.at, text, lexis);
            self.said.push(Said { value: u128::from(value) * UNIT, words: text[span].to_owned(), measure });
        }
        run.clear();
    }

    /// The sums of all neighbours of a run: "two hundred and five" is 2, 100, 200, 5 and, with the word between passed over, 205.
    ///
    /// A scale multiplies what stands before it: "two decades" is 20.
    fn join(&mut self, run: &[Counted]) {
        for start in 0..run.len() {
            let (mut total, mut current) = (0_u128, 0_u128);
            for (at, counted) in run.iter().enumerate().skip(start) {
                let value = u128::from(counted.value);
                if counted.is_half {
                    self.add_half(run, at, total.saturating_add(current));
                    break;
                }
                if current > 0 && (counted.is_scale || (value >= 100 && current < value)) {
                    current = current.saturating_mul(value);
                } else if is_below(current, value) {
                    total = total.saturating_add(current);
                    current = value;
                } else {
                    // "Two-thirds" is no five.
                    break;
                }
                self.words.insert(total.saturating_add(current).saturating_mul(UNIT));
            }
        }
    }

    /// Half of the scale behind or before a word: "half a million", "two and a half million", "dois milhões e meio".
    fn add_half(&mut self, run: &[Counted], at: usize, before: u128) {
        let scale = |counted: Option<&Counted>| counted.filter(|c| c.is_scale).map(|c| u128::from(c.value));
        let last = at.checked_sub(1).and_then(|at| run.get(at));
        let sum = match (scale(run.get(at + 1)), scale(last)) {
            (Some(next), _) => before.saturating_mul(UNIT).saturating_add(UNIT / 2).saturating_mul(next),
            (None, Some(last)) => before.saturating_add(last / 2).saturating_mul(UNIT),
            (None, None) => before.saturating_mul(UNIT).saturating_add(UNIT / 2),
        };
        self.words.insert(sum);
    }

    /// What of `self` does not stand in `other`, in digits or in words; each of the other's numbers stands for one.
    ///
    /// `months` are those that `other` names in words: a date in digits has one of them as a number.
    pub(crate) fn missing_in(&self, other: &Self, months: &[usize]) -> Vec<String> {
        self.lacking(other, months).into_iter().map(|number| number.text.clone()).collect()
    }

    /// The same for a source and its translation, which may leave out what only says an amount again in brackets.
    pub(crate) fn left_out_in(&self, translation: &Self, months: &[usize]) -> Vec<String> {
        let lacking = self.lacking(translation, months).into_iter();
        lacking
            .filter(|number| !self.is_gloss_left_out(number, translation))
            .map(|number| number.text.clone())
            .collect()
    }

    fn lacking(&self, other: &Self, months: &[usize]) -> Vec<&Number> {
        let mut open: Vec<&Number> = other.digits.iter().collect();
        let mut missing = Vec::new();
        // Those that fit exactly are taken first, so that a loose fit does not take their place.
        let mut rest: Vec<&Number> = Vec::new();
        for number in &self.digits {
            match open
                .iter()
                .position(|candidate| candidate.text == number.text && !are_apart_in_unit(candidate, number))
            {
                Some(at) => drop(open.remove(at)),
                None => rest.push(number),
            }
        }
        for number in rest {
            let fits = |candidate: &&Number| {
                !candidate.values.is_disjoint(&number.values) && !are_apart_in_unit(candidate, number)
            };
            if let Some(at) = open.iter().position(fits) {
                open.remove(at);
            } else if !number.values.is_disjoint(&other.words) {
            } else if let Some(at) = open
                .iter()
                .position(|candidate| self.is_same_hour(number, candidate, other) || is_same_clock(number, candidate))
            {
                open.remove(at);
            } else if let Some(at) = open.iter().position(|candidate| is_same_decade(number, candidate)) {
                open.remove(at);
            } else if let Some(at) = open.iter().position(|candidate| is_same_row(number, candidate)) {
                open.remove(at);
            } else if parts_stand_in(number, other)
                || other.digits.iter().any(|whole| is_part_of(number, whole, self))
                || (number.is_row() && other.has_row(number))
                || other.digits.iter().any(|row| row.is_row() && row.has_part(number) && self.has_row(row))
                || self.is_measured_in(number, other, &open)
                || self.is_said_again(number, other)
                || is_same_share(number, &other.words)
                || (other.entire && number.beside.is_percent && number.values.contains(&(100 * UNIT)))
                || (other.foremost && number.text == "1")
                || (number.beside.is_stroked
                    && months.iter().any(|month| number.values.contains(&(*month as u128 * UNIT))))
            {
            } else {
                missing.push(number);
            }
        }
        missing
    }

    /// Whether the other measures the same in another unit, and does not measure something else in this one.
    fn is_measured_in(&self, number: &Number, other: &Self, open: &[&Number]) -> bool {
        let is_rival = |candidate: &&Number| candidate.beside.measure == number.beside.measure;
        number.beside.measure.is_some()
            && !open.iter().any(is_rival)
            && (other.digits.iter().any(|whole| is_same_measure(number, whole))
                || number.values.iter().any(|value| number.beside.is_same_as(*value, &other.measured)))
    }

    /// Whether a number says only what another of its own sentence says in another unit, and the other sentence has that one: "six metres
    /// (18 feet)".
    fn is_said_again(&self, number: &Number, other: &Self) -> bool {
        let stands = |first: &Number| {
            other.digits.iter().any(|own| !own.values.is_disjoint(&first.values))
                || !first.values.is_disjoint(&other.words)
        };
        let is_first = |first: &&Number| first.span.start < number.span.start && is_same_measure(first, number);
        let has_unit = |other: &Number| other.beside.measure == number.beside.measure;
        number.beside.measure.is_some()
            && !other.digits.iter().any(has_unit)
            && (self.digits.iter().filter(is_first).any(stands)
                || self.measured.iter().any(|said| {
                    let values = number.values.iter();
                    values.clone().any(|value| number.beside.is_same_as(*value, std::slice::from_ref(said)))
                        && other.has_amount(said.0)
                }))
    }

    /// Whether a number only says once more, in brackets, what stands before it, and the other sentence has that and no brackets.
    fn is_gloss_left_out(&self, number: &Number, other: &Self) -> bool {
        let before = self.digits.iter().rev().find(|first| first.span.end <= number.span.start);
        let stands = |first: &Number| first.values.iter().any(|value| other.has_amount(*value));
        // What is said in words before the brackets is asked for by itself.
        number.is_gloss && !other.digits.iter().any(|own| own.is_gloss) && before.is_none_or(stands)
    }

    /// Whether all numbers of a row stand here, one of them as the name of a month: "12.05.2024", "12 May 2024".
    fn has_row(&self, row: &Number) -> bool {
        row.parts().iter().all(|part| {
            let value = part.parse::<u128>().ok();
            let is_month = value.is_some_and(|value| self.months.iter().any(|month| *month as u128 == value));
            is_month || value.and_then(|value| value.checked_mul(UNIT)).is_some_and(|value| self.has_amount(value))
        })
    }

    /// Whether a date in digits may name a month: "18.06.2025".
    pub(crate) fn has_month(&self, month: usize) -> bool {
        let is_it = |part: &str| part.parse::<usize>().is_ok_and(|part| part == month);
        self.digits.iter().filter(|number| number.is_row()).any(|row| row.parts().into_iter().any(is_it))
    }

    /// Whether an amount stands in digits or in words.
    fn has_amount(&self, value: u128) -> bool {
        self.words.contains(&value) || self.digits.iter().any(|own| own.values.contains(&value))
    }

    /// What `self` says in words and `other` neither in words nor in digits.
    pub(crate) fn unsaid_in(&self, other: &Self) -> Vec<String> {
        let is_said = |value: &u128| {
            let is_it =
                |number: &Number| number.values.contains(value) || is_same_share(number, &BTreeSet::from([*value]));
            // "Três da tarde" is 15:00.
            let hour = [*value, value + NOON];
            let is_hour = (self.afternoon || other.afternoon) && *value < NOON;
            other.words.contains(value)
                || other.digits.iter().any(is_it)
                || (is_hour && other.digits.iter().any(|number| hour.iter().any(|hour| number.values.contains(hour))))
        };
        let is_measured = |said: &Said| {
            let beside = Beside { measure: said.measure.clone(), ..Beside::default() };
            let is_it = |number: &Number| {
                let measured = number.beside.measure.iter();
                let mut measured =
                    measured.flat_map(|measure| number.values.iter().map(|value| (*value, measure.clone())));
                measured.any(|amount| beside.is_same_as(said.value, &[amount]))
            };
            beside.is_same_as(said.value, &other.measured) || other.digits.iter().any(is_it)
        };
        let unsaid = self.said.iter().filter(|said| !is_said(&said.value) && !is_measured(said));
        unsaid.map(|said| said.words.clone()).collect()
    }

    fn is_same_hour(&self, a: &Number, b: &Number, other: &Self) -> bool {
        let hours =
            |number: &Number| number.values.iter().copied().filter(|value| *value < 24 * UNIT).collect::<Vec<_>>();
        (self.afternoon || other.afternoon) && hours(a).iter().any(|x| hours(b).iter().any(|y| x.abs_diff(*y) == NOON))
    }
}

/// What stands beside a number in digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Beside {
    /// What it measures, where a unit stands behind it.
    measure: Option<Measure>,
    /// Whether it may be a decade: "1980s", "anos 80".
    is_decade: bool,
    /// Whether it is a share in hundredths.
    is_percent: bool,
    /// Whether a stroke stands beside it, as in a date in digits.
    is_stroked: bool,
}

/// The unit right behind a word.
fn unit_behind(words: &[Range<usize>], at: usize, text: &str, lexis: &Lexis) -> Option<Measure> {
    let (word, next) = (words.get(at)?, words.get(at + 1)?);
    let is_beside = matches!(&text[word.end..next.start], " " | "-");
    let (kind, factor) = lexis.unit(&text[next.clone()]).filter(|_| is_beside)?;
    Some(Measure { kind, factor })
}

impl Beside {
    /// Whether an amount of this unit is one of those, in another unit.
    fn is_same_as(&self, value: u128, amounts: &[(u128, Measure)]) -> bool {
        let Some(own) = &self.measure else { return false };
        let is_it = |(amount, measure): &(u128, Measure)| {
            measure.kind == own.kind
                && measure.factor != own.factor
                && is_near((value, own.factor), (*amount, measure.factor))
        };
        amounts.iter().any(is_it)
    }

    fn of(text: &str, span: &Range<usize>, words: &[Range<usize>], lexis: &Lexis) -> Self {
        let first = words.partition_point(|word| word.start < span.end);
        let is_blank = |gap: &str| gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '.' | '\'' | '’'));
        // Scales and one ending ("80-ci illər") may stand between.
        let mut behind: Vec<&str> = Vec::new();
        let mut at = span.end;
        for word in words[first..].iter().take(3).take_while(|word| word.start - span.end <= REACH) {
            if !is_blank(&text[at..word.start]) {
                break;
            }
            behind.push(&text[word.clone()]);
            at = word.end;
        }
        // "Anos 80", "década de 80".
        let last = words.partition_point(|word| word.end <= span.start);
        let ahead: Vec<&str> = words[last.saturating_sub(2)..last].iter().map(|word| &text[word.clone()]).collect();
        let unit = behind.iter().find(|word| lexis.scale(word).is_none()).and_then(|word| lexis.unit(word));
        let decade = |word: &&str| lexis.decades.iter().any(|decade| word.to_lowercase() == *decade);
        let rest = &text[span.end..];
        Self {
            measure: unit.map(|(kind, factor)| Measure { kind, factor }),
            is_decade: behind.iter().take(2).any(decade) || ahead.iter().any(decade),
            is_percent: rest.trim_start().starts_with('%')
                || behind.iter().take(2).any(|word| lexis.percent.contains(&word.to_lowercase())),
            is_stroked: rest.starts_with('/') || text[..span.start].ends_with('/'),
        }
    }
}

/// Whether a number stands alone in brackets with its unit or currency, behind an amount of the same.
fn is_gloss(text: &str, span: &Range<usize>, is_measure: bool, lexis: &Lexis) -> bool {
    let Some(open) = text[..span.start].rfind('(') else { return false };
    let Some(close) = text[span.end..].find(')').map(|at| span.end + at) else { return false };
    let is_money =
        |part: &str| part.split(|c: char| c.is_whitespace() || c.is_ascii_digit()).any(|word| lexis.is_currency(word));
    let inner = &text[open + 1..close];
    let (before, sign) = (&text[..open], &text[open + 1..span.start]);
    let is_alone = !sign.contains(|c: char| c.is_ascii_digit() || c == ')')
        && !text[span.end..close].contains(|c: char| c.is_ascii_digit());
    let amount = &before[before.char_indices().rev().nth(REACH * 2).map_or(0, |(at, _)| at)..];
    let has_unit = |part: &str| part.split(|c: char| !c.is_alphabetic()).any(|word| lexis.unit(word).is_some());
    is_alone && inner.len() <= REACH * 2 && ((is_measure && has_unit(amount)) || (is_money(inner) && is_money(amount)))
}

/// The year that two digits behind a year and a stroke are: "2021-22".
fn year_of_range(text: &str, span: &Range<usize>) -> Option<u128> {
    let before = text[..span.start].strip_suffix(['-', '–', '/'])?;
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let first: u128 = before[before.len() - digits..].parse().ok().filter(|_| digits == 4)?;
    let second: u128 = text[span.clone()].parse().ok().filter(|_| span.len() == 2)?;
    (second > first % 100).then_some(first - first % 100 + second)
}

/// Bytes behind a number in which its unit begins.
const REACH: usize = 24;

/// "1945 GMT" is "19h45".
fn is_same_clock(a: &Number, b: &Number) -> bool {
    let digits = |number: &Number| number.text.chars().filter(char::is_ascii_digit).collect::<String>();
    let is_apart = |number: &Number| number.text.contains([':', 'h', '.']);
    let is_hour = |number: &Number| number.text.len() == 4 && !is_apart(number);
    (is_apart(a) && is_hour(b) || is_hour(a) && is_apart(b)) && digits(a) == digits(b) && !a.beside.is_percent
}

/// Whether two rows of numbers are one with other marks: "2:05.41" and "2:05,41".
fn is_same_row(a: &Number, b: &Number) -> bool {
    a.is_row() && b.is_row() && a.parts() == b.parts()
}

/// "1980s" is "anos 80".
fn is_same_decade(a: &Number, b: &Number) -> bool {
    let tens = |number: &Number| number.values.iter().map(|value| value / UNIT).collect::<Vec<_>>();
    let is_it = |long: u128, short: u128| {
        (1900..2100).contains(&long) && (10..100).contains(&short) && long.is_multiple_of(10) && long % 100 == short
    };
    (a.beside.is_decade || b.beside.is_decade)
        && tens(a).iter().any(|x| tens(b).iter().any(|y| is_it(*x, *y) || is_it(*y, *x)))
}

/// What two amounts of one kind in different units may differ by, in thousandths: "190 miles" are about 300 kilometres.
const ROUNDED: u128 = 20;

/// Whether two numbers measure the same in different units.
fn is_same_measure(a: &Number, b: &Number) -> bool {
    let (Some(one), Some(other)) = (&a.beside.measure, &b.beside.measure) else { return false };
    let is_it = |x: &u128| b.values.iter().any(|y| is_near((*x, one.factor), (*y, other.factor)));
    one.kind == other.kind && one.factor != other.factor && a.values.iter().any(is_it)
}

/// Whether two numbers measure in different units of one kind, so that they are one amount only where their figures differ: "12 miles" are
/// no 12 kilometres.
fn are_apart_in_unit(a: &Number, b: &Number) -> bool {
    let (Some(one), Some(other)) = (&a.beside.measure, &b.beside.measure) else { return false };
    one.kind == other.kind && one.factor != other.factor
}

/// Whether two values in thousandths are one amount, with what their units hold of the base unit of their kind: as near as amounts are rounded,
/// and no farther than half the last figure of the finer one and a tenth of it ("120 miles" are 193 kilometres and not 196, "800 km" are 497 miles
/// and not 490).
fn is_near((a, one): (u128, u64), (b, other): (u128, u64)) -> bool {
    let base = |value: u128, factor: u64| value.saturating_mul(u128::from(factor));
    let (x, y) = (base(a, one), base(b, other));
    let finest = base(last_figure(a), one).min(base(last_figure(b), other));
    x.abs_diff(y) <= (finest / 10).saturating_mul(6).min(x.max(y).saturating_mul(ROUNDED) / 1000)
}

/// What one of the last figure of a value is worth: 10 of 120, 5 of 745, 1 of 193 (in thousandths, as the value).
fn last_figure(value: u128) -> u128 {
    let mut figure = 1;
    while value > 0 && value.is_multiple_of(figure * 10) {
        figure *= 10;
    }
    if value.is_multiple_of(figure * 5) { figure * 5 } else { figure }
}

/// Shares in thousandths of a hundredth that are said as a part: 25 of a hundred are a quarter, 0.25 is a quarter of one.
const SHARES: [(u128, u128); 12] = [
    (50_000, 2),
    (25_000, 4),
    (75_000, 4),
    (33_000, 3),
    (66_000, 3),
    (67_000, 3),
    (20_000, 5),
    (10_000, 10),
    (100_000, 2),
    (500, 2),
    (250, 4),
    (750, 4),
];

/// Whether a share in hundredths is one of the parts that words name ("a third"); "doubled" is by 100 of a hundred.
fn is_same_share(number: &Number, words: &BTreeSet<u128>) -> bool {
    let is_it = |(share, part): &(u128, u128)| number.values.contains(share) && words.contains(&(part * UNIT));
    number.beside.is_percent && SHARES.iter().any(is_it)
}

/// Whether a number may stand behind another as its lower part: 5 behind 20, 20 behind 300.
fn is_below(upper: u128, value: u128) -> bool {
    upper == 0 || [10, 100, 1000].iter().any(|step: &u128| upper.is_multiple_of(*step) && value < *step)
}

/// "7.55" may come back as "7h55", and "12-13" as "12 e 13".
fn parts_stand_in(number: &Number, other: &Numbers) -> bool {
    let parts: Vec<&str> = number.text.split(|c: char| !c.is_ascii_digit()).collect();
    are_apart(&parts) && parts.iter().all(|part| other.digits.iter().any(|candidate| candidate.text == *part))
}

/// Whether digits may be two numbers: three behind a mark are thousands.
fn are_apart(parts: &[&str]) -> bool {
    parts.len() == 2 && parts[1].len() < 3
}

/// The other way about: "7" and "55" of "7.55", where both stand.
fn is_part_of(number: &Number, whole: &Number, numbers: &Numbers) -> bool {
    let parts: Vec<&str> = whole.text.split(|c: char| !c.is_ascii_digit()).collect();
    are_apart(&parts)
        && parts.contains(&number.text.as_str())
        && parts.iter().all(|part| numbers.digits.iter().any(|candidate| candidate.text == *part))
}

/// The words of a text: runs of letters.
pub(crate) fn words_of(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(begun)) => {
                words.push(begun..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Runs of digits with single marks between them; "3 500" is one run, "2018 300" is two.
pub(crate) fn digits_of(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = run_end(bytes, at);
        loop {
            let next = match text[end..].chars().next() {
                Some(mark @ ('.' | ',' | '’' | '\'')) => end + mark.len_utf8(),
                // "13:00", "19h30".
                Some(':' | 'h') if is_hour(bytes, start, end) => end + 1,
                Some(blank @ (' ' | '\u{a0}' | '\u{202f}')) if is_group(bytes, start, end, blank.len_utf8()) => {
                    end + blank.len_utf8()
                }
                _ => break,
            };
            if next >= bytes.len() || !bytes[next].is_ascii_digit() {
                break;
            }
            end = run_end(bytes, next);
        }
        found.push(start..end);
        at = end;
    }
    found
}

fn run_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |length| from + length)
}

/// Whether two digits and no more stand behind a mark, and one or two before it.
fn is_hour(bytes: &[u8], start: usize, end: usize) -> bool {
    let after = end + 1;
    (1..=2).contains(&(end - start)) && after < bytes.len() && run_end(bytes, after) - after == 2
}

/// Whether three digits stand behind a blank, and one to three before it.
fn is_group(bytes: &[u8], start: usize, end: usize, blank: usize) -> bool {
    let before = bytes[start..end].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = end + blank;
    (1..=3).contains(&before) && after < bytes.len() && run_end(bytes, after) - after == 3
}

/// Every value of digits and marks, in thousandths; none of a row of several numbers.
fn values_of(text: &str) -> BTreeSet<u128> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let mut values = BTreeSet::new();
    let whole = |digits: &str| digits.parse::<u128>().ok().and_then(|value| value.checked_mul(UNIT));
    let Some((last, before)) = parts.split_last() else { return values };
    // All marks part groups, or there is none.
    if before.is_empty() || parts[1..].iter().all(|part| part.len() == 3) {
        values.extend(whole(&parts.concat()));
    }
    // The last mark is the decimal one.
    if !before.is_empty() && before[1..].iter().all(|part| part.len() == 3) {
        let fraction: String = last.chars().chain("000".chars()).take(3).collect();
        let sum = whole(&before.concat()).and_then(|value| value.checked_add(fraction.parse().ok()?));
        values.extend(sum);
    }
    // Something else, such as 12.30.45, is a row of numbers and has no value.
    values
}

/// The product of the scale words right behind a number: "3,5 mil milhões".
fn factor_after(text: &str, mut at: usize, words: &[Range<usize>], lexis: &Lexis) -> u128 {
    let mut factor = 1_u128;
    let first = words.partition_point(|word| word.start < at);
    for word in &words[first..] {
        let is_near = text[at..word.start].chars().all(|c| c.is_whitespace() || c == '-' || c == '.');
        let Some(scale) = lexis.scale(&text[word.clone()]).filter(|_| is_near) else { break };
        factor = factor.saturating_mul(u128::from(scale));
        at = word.end;
    }
    factor
}

/// A Roman numeral of two letters and more, or a single `V` or `X`.
fn roman(word: &str) -> Option<u32> {
    roman_value(word).filter(|_| word.len() > 1 || matches!(word, "V" | "X"))
}

/// Digits as they are written in another language: "3,500.5" is "3.500,5".
pub(crate) fn rewrite(digits: &str, from: &Lexis, to: &Lexis) -> String {
    if from.decimal == to.decimal {
        return digits.to_owned();
    }
    digits
        .chars()
        .map(|c| match c {
            c if from.decimal.starts_with(c) => to.decimal.clone(),
            c if from.group.starts_with(c) => to.group.clone(),
            c => c.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use attache_locales::Locales;

    fn lexis(tag: &str) -> Lexis {
        Lexis::load(&Locales::builtin(), tag).expect("a sound folder")
    }

    fn missing(source: &str, target: &str) -> Vec<String> {
        let (en, pt) = (lexis("en"), lexis("pt"));
        let (source, target) = (Numbers::read(source, &en), Numbers::read(target, &pt));
        let mut missing = source.missing_in(&target, &[]);
        missing.extend(target.missing_in(&source, &[]));
        missing
    }

    #[test]
    fn one_number_in_two_ways_of_writing() {
        for (en, pt) in [
            ("3,500 people", "3500 pessoas"),
            ("3,500 people", "3 500 pessoas"),
            ("3,500 people", "3.500 pessoas"),
            ("$3.5 billion", "3,5 mil milhões de dólares"),
            ("$3.5 billion", "3.500 milhões de dólares"),
            ("$3.5 billion", "3,5 bilhões de dólares"),
            ("12 states", "doze Estados"),
            ("twenty-one states", "21 Estados"),
            ("at 5 pm", "às 17 horas"),
            ("the 21st century", "o século XXI"),
            ("the 1990s", "os anos 1990"),
            ("on 5.30 and 6", "a 5,3 e 6"),
            ("in the past two decades", "nos últimos 20 anos"),
            ("three dozen ships", "36 navios"),
            ("21 states", "vinte e um Estados"),
            ("eighteen of 110 billion m3", "18 de 110 mil milhões m3"),
            ("by 1 p.m.", "até às 13h00"),
            ("at 7.55am", "às 7h55"),
            ("on Friday", "na sexta-feira"),
            ("in the 1980s", "nos anos 80"),
            ("the mid-90s", "meados da década de 1990"),
            ("half a million votes", "500 mil votos"),
            ("£1.5m", "um milhão e meio de libras"),
            ("2.5 million", "dois milhões e meio"),
            ("three and a half", "3,5"),
            ("40 miles away", "a 64 quilómetros"),
            ("winds of 105 mph", "ventos de 170 km/h"),
            ("30 metres (100 feet) of water", "30 metros de água"),
            ("fell by a third", "caiu 33%"),
            ("a quarter of them", "25 por cento deles"),
            ("at 1945 GMT", "às 19h45"),
            ("300 km (186 miles) north", "a 300 km a norte"),
            ("waves of six metres (20 feet)", "ondas de seis metros"),
            ("the winter of 2021-22", "o inverno de 2021-2022"),
            ("every 40 minutes", "de 40 em 40 minutos"),
            ("within 24 hours", "no prazo de 1 dia"),
            ("100 percent certain", "a certeza absoluta"),
            ("No. 1 in exports", "líder das exportações"),
            ("a patrol of 90 days", "uma patrulha de três meses"),
            ("60 minutes late", "com uma hora de atraso"),
            ("15 minutes long", "durante um quarto de hora"),
            ("45 minutes long", "três quartos de hora"),
            ("half an hour long", "durante 30 minutos"),
            ("20 doctors", "duas dezenas de médicos"),
            ("a quarter of a percentage point", "0,25 pontos percentuais"),
            ("tens of millions", "dezenas de milhões"),
            ("grew tenfold", "decuplicou"),
            ("on Boxing Day", "a 26 de dezembro"),
            ("winds of 120 mph", "ventos de 193 km/h"),
            ("a quarter of a million votes", "250 mil votos"),
            ("750,000 votes", "três quartos de um milhão de votos"),
            ("300 km (190 miles) north", "a 300 km a norte"),
            ("a river of 300 km", "um rio de 300 km (190 milhas)"),
            ("110 billion m3", "110 mil milhões de metros cúbicos"),
            ("in 2:05.41 minutes", "em 2:05,41 minutos"),
            ("on 12 May 2024", "a 12.05.2024"),
            ("on 12.05.2024", "em 12 de maio de 2024"),
        ] {
            assert_eq!(missing(en, pt), Vec::<String>::new(), "{en} / {pt}");
        }
    }

    #[test]
    fn a_changed_digit_is_missing_and_added() {
        assert_eq!(missing("3,500 people", "3.600 pessoas"), ["3,500", "3.600"]);
        assert_eq!(missing("5 and 5", "5 e 6"), ["5", "6"]);
        assert_eq!(missing("two-thirds of them", "5/3 deles"), ["5"]);
        assert_eq!(missing("two-thirds of them", "2/3 deles"), Vec::<String>::new());
        assert_eq!(missing("in 2023", "em 2032"), ["2023", "2032"]);
        assert_eq!(missing("40 miles away", "a 67 quilómetros"), ["40", "67"]);
        assert_eq!(missing("40 kilometres away", "a 64 quilómetros"), ["40", "64"]);
        assert_eq!(missing("300 thousand homes", "300,300 casas"), ["300", "300,300"]);
        assert_eq!(missing("£2m, police said", "nove milhões, segundo a polícia"), ["2"]);
        assert_eq!(missing("the 1980s", "os anos 70"), ["1980", "70"]);
        assert_eq!(missing("winds of 120 mph", "ventos de 196 km/h"), ["120", "196"]);
        assert_eq!(missing("12 miles east", "12 quilómetros a leste"), ["12", "12"]);
        assert_eq!(missing("a patrol of 93 days", "uma patrulha de três meses"), ["93"]);
        assert_eq!(missing("80 people", "1980 pessoas"), ["80", "1980"]);
        assert_eq!(missing("a quarter of them", "35 por cento deles"), ["35"]);
        assert_eq!(missing("in 2021-22", "em 2021-2023"), ["22", "2023"]);
        assert_eq!(missing("2,600 metres (8,500 feet)", "2600 metros (8530 pés)"), ["8,500", "8530"]);
        assert_eq!(missing("100 people are certain", "a certeza absoluta"), ["100"]);
        assert_eq!(missing("300 km (250 miles) north", "a 300 km a norte"), ["250"]);
        assert_eq!(missing("in 2:05.41 minutes", "em 2:05,44 minutos"), ["2:05.41", "2:05,44"]);
        assert_eq!(missing("on 12 May 2024", "a 15.05.2024"), ["12", "2024", "15.05.2024"]);
        assert_eq!(missing("at 800 km/h", "a 800 km/h (490 milhas por hora)"), ["490"]);
        assert_eq!(missing("110 billion cubic metres", "110 mil milhões de m6"), ["6"]);
        assert_eq!(missing("a quarter of a million votes", "280 mil votos"), ["280"]);
        assert_eq!(missing("300 km (186 miles) north", "a 400 km a norte"), ["300", "186", "400"]);
        assert_eq!(missing("40 and 40", "de 40 em 50"), ["40", "50"]);
        assert_eq!(missing("$3.5 billion", "3,5 milhões, 4"), ["4"], "the mantissa may stand alone");
    }

    #[test]
    fn numbers_in_words_are_asked_for_once_and_whole() {
        let unsaid = |from: &str, source: &str, to: &str, target: &str| {
            let (source, target) = (Numbers::read(source, &lexis(from)), Numbers::read(target, &lexis(to)));
            source.unsaid_in(&target)
        };
        assert_eq!(unsaid("az", "On səkkiz ştat", "en", "Eighteen states"), Vec::<String>::new());
        assert_eq!(unsaid("az", "On səkkiz ştat", "en", "Eight states"), ["On səkkiz"]);
        assert_eq!(unsaid("pt", "vinte e um Estados", "en", "20 states"), ["vinte e um"]);
        assert_eq!(unsaid("pt", "nove milhões de libras", "en", "£9m"), Vec::<String>::new());
        assert_eq!(unsaid("pt", "nove milhões de libras", "en", "£2m"), ["nove milhões"]);
        assert_eq!(unsaid("en", "eighteen months", "pt", "há um ano e meio"), Vec::<String>::new());
        assert_eq!(unsaid("en", "eighteen months", "az", "il yarımdan çox"), Vec::<String>::new());
        assert_eq!(unsaid("en", "eighteen months", "pt", "há dois anos e meio"), ["eighteen"]);
        assert_eq!(unsaid("az", "on beş dəqiqə", "en", "for a quarter of an hour"), Vec::<String>::new());
        assert_eq!(unsaid("az", "on milyonlara başa gəlib", "en", "cost tens of millions"), Vec::<String>::new());
        assert_eq!(unsaid("en", "a visa for five years", "az", "beşillik viza"), Vec::<String>::new());
        assert_eq!(unsaid("en", "a visa for five years", "az", "altıillik viza"), ["five"]);
        assert_eq!(unsaid("pt", "dez mil efetivos", "az", "10 minlik qüvvə"), Vec::<String>::new());
        // A Friday and a room are no numbers.
        assert_eq!(unsaid("pt", "na sexta-feira, no quarto", "en", "on Friday, in the room"), Vec::<String>::new());
    }

    #[test]
    fn runs_of_digits() {
        let found = |text: &str| digits_of(text).into_iter().map(|span| text[span].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("3 500 in 2018 300, 1.2.3, G20."), ["3 500", "2018", "300", "1.2.3", "20"]);
        assert_eq!(found("13:00, 19h30, 3:1, 5h"), ["13:00", "19h30", "3", "1", "5"]);
    }

    #[test]
    fn digits_are_written_as_the_language_writes_them() {
        assert_eq!(rewrite("3,500.5", &lexis("en"), &lexis("pt")), "3.500,5");
    }
}
