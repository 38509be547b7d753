//! The functions that messages may call.
//!
//! | call | gives |
//! | --- | --- |
//! | `CASE($x, "form")` | the words with the form at the end of the list: a case holds for the whole list |
//! | `WITH($x, "form")` | every member in that form: a preposition that contracts is repeated |
//! | `THE($x)` | every member with its definite article, where it takes one |
//! | `A($x)` | every member with its indefinite article |
//! | `AGREE($x, "one", "many")` | the word that agrees with the number of `$x` |
//! | `AGREE($x, "m", "f", "m pl", "f pl")` | the word that agrees with its gender and number |
//! | `PEOPLE($x, "many", "else")` | the first one where `$x` are several people |
//! | `COUNT($x, "one", "many")` | by how many members the list has |
//! | `GIVEN($x, "text")`, `GIVEN($x, "text", "otherwise")` | `text` where the slot is full |
//! | `LONG($x, "3")` | `yes` where the noun has more words than that, else `no`: to select on |
//! | `LIGHT($x, "form")` | every member in that form where all of it is a few words, which stand at once behind their verb; else nothing |
//! | `HEAVY($x, "form")` | the same where it is more than that: what is long stands behind day and place |
//! | `DATE($x, "form")` | a day or a range in a form of `dates.toml` |
//! | `ORDINAL($n, $x)` | a number before `$x`, which it counts: in words up to ten, then in digits |
//!
//! The forms of `CASE` and `WITH` are those of the language's `grammar.toml`. An empty slot makes an empty string, and
//! punctuation around it vanishes. What cannot be said honestly makes the message unsayable; what cannot be meant is
//! reported as our mistake (see [`crate::marks`]).

use std::sync::Arc;

use attache_grammar::Language;
use attache_schema::{Gender, When};
use fluent::types::FluentType;
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::marks;
use crate::words::Words;

/// Up to here an ordinal is written in words ("fifth", "79th").
const IN_WORDS: u32 = 10;

type Function = fn(&Language, &[Argument<'_>]) -> String;

const FUNCTIONS: &[(&str, Function)] = &[
    ("CASE", case),
    ("WITH", with),
    ("THE", the),
    ("A", a),
    ("AGREE", agree),
    ("PEOPLE", people),
    ("COUNT", count),
    ("GIVEN", given),
    ("LONG", long),
    ("LIGHT", light),
    ("HEAVY", heavy),
    ("DATE", date),
    ("ORDINAL", ordinal),
];

/// How many arguments each function takes, the words first.
pub(crate) const ARGUMENTS: &[(&str, &[usize])] = &[
    ("CASE", &[2]),
    ("WITH", &[2]),
    ("THE", &[1]),
    ("A", &[1]),
    ("AGREE", &[3, 5]),
    ("PEOPLE", &[3]),
    ("COUNT", &[3]),
    ("GIVEN", &[2, 3]),
    ("LONG", &[2]),
    ("LIGHT", &[2]),
    ("HEAVY", &[2]),
    ("DATE", &[2]),
    ("ORDINAL", &[2]),
];

/// Makes the functions known to the messages of one language.
pub(crate) fn add_to(
    bundle: &mut FluentBundle<Arc<FluentResource>>,
    language: &Arc<Language>,
) -> Result<(), FluentError> {
    for (name, function) in FUNCTIONS {
        let language = Arc::clone(language);
        bundle.add_function(name, move |positional, named| call(*function, &language, positional, named))?;
    }
    Ok(())
}

fn call<'v>(
    function: Function,
    language: &Language,
    positional: &[FluentValue<'v>],
    named: &FluentArgs,
) -> FluentValue<'v> {
    if named.iter().next().is_some() {
        return FluentValue::from(marks::BROKEN.to_string());
    }
    let arguments: Vec<Argument<'_>> = positional.iter().map(Argument::of).collect();
    FluentValue::from(function(language, &arguments))
}

/// What a function finds in its brackets.
enum Argument<'v> {
    Words(&'v Words),
    Day(&'v Day),
    Text(&'v str),
    Absent,
    Wrong,
}

impl<'v> Argument<'v> {
    fn of(value: &'v FluentValue<'_>) -> Self {
        match value {
            FluentValue::Custom(custom) => {
                let any = (**custom).as_any();
                let words = any.downcast_ref::<Words>().map(Argument::Words);
                words.or_else(|| any.downcast_ref::<Day>().map(Argument::Day)).unwrap_or(Argument::Wrong)
            }
            FluentValue::String(text) => Argument::Text(text),
            FluentValue::None => Argument::Absent,
            FluentValue::Number(_) | FluentValue::Error => Argument::Wrong,
        }
    }
}

fn broken() -> String {
    marks::BROKEN.to_string()
}

fn or_unsayable(form: Option<String>) -> String {
    form.unwrap_or_else(|| marks::UNSAYABLE.to_string())
}

fn case(language: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words), Argument::Text(form)] => or_unsayable(words.inflect_last(language, form)),
        [Argument::Absent, Argument::Text(_)] => String::new(),
        _ => broken(),
    }
}

fn with(language: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words), Argument::Text(form)] => or_unsayable(words.inflect_each(language, form)),
        [Argument::Absent, Argument::Text(_)] => String::new(),
        _ => broken(),
    }
}

fn the(language: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words)] => or_unsayable(words.with_articles(language)),
        [Argument::Absent] => String::new(),
        _ => broken(),
    }
}

fn a(language: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words)] => or_unsayable(words.inflect_each(language, "indefinite")),
        [Argument::Absent] => String::new(),
        _ => broken(),
    }
}

fn agree(_: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Absent, ..] => String::new(),
        [Argument::Words(words), Argument::Text(one), Argument::Text(many)] => {
            (if words.is_plural() { *many } else { *one }).to_owned()
        }
        [Argument::Words(words), Argument::Text(m), Argument::Text(f), Argument::Text(ms), Argument::Text(fs)] => {
            or_unsayable(words.gender().map(|gender| {
                let form = match (gender, words.is_plural()) {
                    (Gender::Masculine, false) => m,
                    (Gender::Feminine, false) => f,
                    (Gender::Masculine, true) => ms,
                    (Gender::Feminine, true) => fs,
                };
                (*form).to_owned()
            }))
        }
        _ => broken(),
    }
}

fn people(_: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words), Argument::Text(many), Argument::Text(otherwise)] => {
            (if words.is_plural() && words.are_people() { *many } else { *otherwise }).to_owned()
        }
        [Argument::Absent, Argument::Text(_), Argument::Text(otherwise)] => (*otherwise).to_owned(),
        _ => broken(),
    }
}

fn count(_: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words), Argument::Text(one), Argument::Text(many)] => {
            (if words.count() > 1 { *many } else { *one }).to_owned()
        }
        [Argument::Absent, Argument::Text(_), Argument::Text(_)] => String::new(),
        _ => broken(),
    }
}

fn given(_: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Absent, Argument::Text(_)] => String::new(),
        [Argument::Absent, Argument::Text(_), Argument::Text(otherwise)] => (*otherwise).to_owned(),
        [Argument::Words(_) | Argument::Day(_) | Argument::Text(_), Argument::Text(text)]
        | [Argument::Words(_) | Argument::Day(_) | Argument::Text(_), Argument::Text(text), Argument::Text(_)] => {
            (*text).to_owned()
        }
        _ => broken(),
    }
}

fn long(_: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Words(words), Argument::Text(limit)] => match limit.parse::<usize>() {
            Ok(limit) => (if words.length() > limit { "yes" } else { "no" }).to_owned(),
            Err(_) => broken(),
        },
        _ => broken(),
    }
}

fn light(language: &Language, arguments: &[Argument<'_>]) -> String {
    where_brief(language, arguments, true)
}

fn heavy(language: &Language, arguments: &[Argument<'_>]) -> String {
    where_brief(language, arguments, false)
}

/// The form of words that are brief, or of those that are not.
fn where_brief(language: &Language, arguments: &[Argument<'_>], brief: bool) -> String {
    match arguments {
        [Argument::Words(words), Argument::Text(_)] if words.is_brief() != brief => String::new(),
        arguments => with(language, arguments),
    }
}

fn date(language: &Language, arguments: &[Argument<'_>]) -> String {
    match arguments {
        [Argument::Day(Day(when)), Argument::Text(form)] => or_unsayable(match when.end {
            Some(end) if end != when.start => language.date_range(when.start, end, form),
            _ => language.date(when.start, form),
        }),
        [Argument::Absent, Argument::Text(_)] => String::new(),
        _ => broken(),
    }
}

fn ordinal(language: &Language, arguments: &[Argument<'_>]) -> String {
    let [Argument::Text(number), Argument::Words(words)] = arguments else { return broken() };
    let Ok(number) = number.parse::<u32>() else { return broken() };
    let styles: &[&str] = if number <= IN_WORDS { &["words", "digits"] } else { &["digits"] };
    or_unsayable(styles.iter().find_map(|style| language.ordinal_before(number, style, words.gender())))
}

/// A day or a range of days as Fluent sees it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Day(pub(crate) When);

impl FluentType for Day {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> std::borrow::Cow<'static, str> {
        // A bare `{ $when }` has no form; only DATE gives it one.
        marks::BROKEN.to_string().into()
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> std::borrow::Cow<'static, str> {
        marks::BROKEN.to_string().into()
    }
}

impl From<Day> for FluentValue<'_> {
    fn from(day: Day) -> Self {
        FluentValue::Custom(Box::new(day))
    }
}
