//! The messages of a language against the contract: a check that reads their syntax trees.
//!
//! A translator sees here which message has a variable too few or too many, calls a function that there is not, or asks
//! for a form that the language's `grammar.toml` does not know.

use std::collections::{BTreeMap, BTreeSet};

use attache_grammar::{Language, Noun};
use attache_locales::{Gaps, LoadError, Locales, SourceFile};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::contract::{Class, KINDS, PHRASES, PHRASING_ATTRIBUTES, PHRASINGS, SPEAKER};
use crate::facts::Facts;
use crate::functions::ARGUMENTS;
use crate::gaps::find_gaps;

/// What a pattern may hold.
struct Rule {
    needs: BTreeSet<&'static str>,
    may: BTreeSet<&'static str>,
    attributes: BTreeMap<String, Part>,
    must: Vec<&'static str>,
}

/// What stands in an attribute.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// The message again, in other words.
    Wording,
    /// A plain word, such as the name of a variable.
    Word,
}

/// What was found in a pattern.
#[derive(Default)]
struct Found {
    variables: BTreeSet<String>,
    complaints: Vec<String>,
    forms: BTreeSet<(String, String)>,
}

/// The manners of each kind, as `locales/root/events.toml` lists them.
pub(crate) fn manners(locales: &Locales) -> Result<BTreeMap<String, Vec<String>>, LoadError> {
    Ok(Facts::load(locales)?.into_manners())
}

fn rules(manners: &BTreeMap<String, Vec<String>>) -> BTreeMap<&'static str, Rule> {
    let mut rules = BTreeMap::new();
    for (kind, shape) in KINDS.iter().flat_map(|kind| kind.shapes.iter().map(move |shape| (kind, shape))) {
        let names: &[&str] = match shape.class {
            Class::Act => &["underway", "underway-then", "planned", "bare", "underway-bare", "planned-bare"],
            Class::Speech | Class::Impersonal => &["underway", "planned", "field", "bare", "planned-bare"],
        };
        let must = if shape.class == Class::Act { vec!["underway", "planned"] } else { Vec::new() };
        let own = manners.get(kind.key).into_iter().flatten();
        let of_manners =
            own.flat_map(|manner| names.iter().map(move |name| format!("{manner}-{name}")).chain([manner.clone()]));
        let attributes = names.iter().map(|name| (*name).to_owned()).chain(of_manners);
        let attributes = attributes.map(|name| (name, Part::Wording)).collect();
        let mut needs: BTreeSet<_> = shape.variables().into_iter().collect();
        let mut may = BTreeSet::new();
        if needs.remove(SPEAKER) {
            // Either of the two names the speaker.
            needs.remove("agent");
            may.extend([SPEAKER, "agent"]);
        }
        rules.insert(shape.id, Rule { needs, may, attributes, must });
    }
    for phrasing in PHRASINGS {
        let part = |name: &&str| if matches!(*name, "neutral" | "other") { Part::Wording } else { Part::Word };
        let attributes = PHRASING_ATTRIBUTES.iter().map(|name| ((*name).to_owned(), part(name))).collect();
        let needs = phrasing.variables.iter().copied().collect();
        let may = phrasing.may.iter().copied().collect();
        rules.insert(phrasing.id, Rule { needs, may, attributes, must: vec!["head"] });
    }
    for (id, variables) in PHRASES {
        let (mut needs, mut may): (BTreeSet<_>, _) = (variables.iter().copied().collect(), BTreeSet::new());
        if *id == "speaker-again" {
            std::mem::swap(&mut needs, &mut may);
        }
        rules.insert(*id, Rule { needs, may, attributes: BTreeMap::new(), must: Vec::new() });
    }
    rules
}

fn read_pattern(pattern: &Pattern<&str>, found: &mut Found) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, found);
        }
    }
}

fn read_expression(expression: &Expression<&str>, found: &mut Found) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, found),
        Expression::Select { selector, variants } => {
            read_inline(selector, found);
            for variant in variants {
                read_pattern(&variant.value, found);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, found: &mut Found) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { id, arguments } => read_call(id.name, arguments, found),
        InlineExpression::Placeable { expression } => read_expression(expression, found),
        InlineExpression::StringLiteral { .. } => {}
        InlineExpression::TermReference { .. } => found.complaints.push("refers to a term".to_owned()),
        InlineExpression::MessageReference { id, .. } => {
            found.complaints.push(format!("refers to the message `{}`", id.name));
        }
        InlineExpression::NumberLiteral { value } => found.complaints.push(format!("holds the number {value}")),
    }
}

fn read_call(name: &str, arguments: &CallArguments<&str>, found: &mut Found) {
    if !arguments.named.is_empty() {
        found.complaints.push(format!("{name} takes no named arguments"));
    }
    found.forms.insert((name.to_owned(), String::new()));
    match ARGUMENTS.iter().find(|(known, _)| *known == name) {
        None => found.complaints.push(format!("there is no function {name}")),
        Some((_, counts)) if !counts.contains(&arguments.positional.len()) => {
            found.complaints.push(format!("{name} takes {counts:?} arguments"));
        }
        Some(_) => {}
    }
    for (at, argument) in arguments.positional.iter().enumerate() {
        match (at, argument) {
            (0, InlineExpression::VariableReference { .. }) => {}
            (1.., InlineExpression::StringLiteral { value }) => {
                found.forms.insert((name.to_owned(), (*value).to_owned()));
            }
            (1, InlineExpression::VariableReference { .. }) if name == "ORDINAL" => {}
            _ => found.complaints.push(format!("{name}: argument {} is of the wrong kind", at + 1)),
        }
        read_inline(argument, found);
    }
}

/// What is wrong with one message.
fn complaints(message: &Message<&str>, rule: &Rule, language: &Language) -> Vec<String> {
    let mut complaints = Vec::new();
    let Some(value) = &message.value else { return vec!["has no value".to_owned()] };
    complaints.extend(pattern_complaints("", value, rule, language));
    for name in &rule.must {
        if !message.attributes.iter().any(|attribute| attribute.id.name == *name) {
            complaints.push(format!("has no attribute .{name}"));
        }
    }
    for attribute in &message.attributes {
        let name = attribute.id.name;
        match rule.attributes.get(name) {
            None => complaints.push(format!("has an attribute .{name}, which nobody reads")),
            Some(Part::Wording) => complaints.extend(pattern_complaints(name, &attribute.value, rule, language)),
            Some(Part::Word) => complaints.extend(word_complaints(name, &attribute.value, rule)),
        }
    }
    complaints
}

fn pattern_complaints(name: &str, pattern: &Pattern<&str>, rule: &Rule, language: &Language) -> Vec<String> {
    let mut found = Found::default();
    read_pattern(pattern, &mut found);
    let mut complaints = found.complaints;
    for missing in rule.needs.iter().filter(|needed| !found.variables.contains(**needed)) {
        complaints.push(format!("does not say ${missing}"));
    }
    if rule.may.contains(SPEAKER) && ![SPEAKER, "agent"].iter().any(|name| found.variables.contains(*name)) {
        complaints.push("does not say who speaks".to_owned());
    }
    for extra in &found.variables {
        if !rule.needs.contains(extra.as_str()) && !rule.may.contains(extra.as_str()) {
            complaints.push(format!("there is no ${extra} here"));
        }
    }
    for (function, form) in &found.forms {
        if !knows(language, function, form) {
            complaints.push(format!("{function} asks for `{form}`, which the language does not have"));
        }
    }
    complaints.into_iter().map(|text| if name.is_empty() { text } else { format!(".{name} {text}") }).collect()
}

fn knows(language: &Language, function: &str, form: &str) -> bool {
    let Ok(date) = "2031-05-04".parse::<attache_schema::Date>() else { return false };
    // Every office has a full title beside the one that stands before a name.
    let forms = BTreeMap::from([("full".to_owned(), "konsul".to_owned())]);
    let noun = Noun { gender: Some(attache_schema::Gender::Masculine), article: true, forms, ..Noun::common("konsul") };
    match function {
        "THE" => language.inflect(&noun, "article").is_some(),
        "A" => language.inflect(&noun, "indefinite").is_some(),
        "CASE" | "WITH" | "LIGHT" | "HEAVY" | "DATE" if form.is_empty() => true,
        "CASE" | "WITH" | "LIGHT" | "HEAVY" => language.inflect(&noun, form).is_some(),
        "DATE" => language.date(date, form).is_some(),
        _ => true,
    }
}

/// The names of states and bodies in the tables of a language; none where it has no tables.
fn names(locales: &Locales, tag: &str) -> Result<BTreeSet<String>, LoadError> {
    let mut names = BTreeSet::new();
    for table in ["lexicon/countries.tsv", "lexicon/organisations.tsv"] {
        let Some(file) = locales.file(tag, table) else { continue };
        names.extend(file.table()?.rows().map(|row| row.cell("name").to_owned()));
    }
    // "government" is a word like others, and the language may be called after a state ("Azərbaycan dili").
    let own = locales.declaration(tag)?.name.unwrap_or_default();
    names.retain(|name| name.starts_with(char::is_uppercase) && !own.starts_with(name));
    Ok(names)
}

/// The names that stand in the words of a message.
fn hard_coded<'n>(message: &Message<&str>, names: &'n BTreeSet<String>) -> impl Iterator<Item = &'n String> {
    let mut words = String::new();
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    message.value.iter().chain(attributes).for_each(|pattern| add_words(pattern, &mut words));
    names.iter().filter(move |name| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let mut found = words.match_indices(name.as_str());
        found.any(|(at, name)| {
            !is_letter(words[..at].chars().next_back()) && !is_letter(words[at + name.len()..].chars().next())
        })
    })
}

/// Adds the words of a pattern that stand in it as they are, in all its variants.
fn add_words(pattern: &Pattern<&str>, words: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    add_words(&variant.value, words);
                    words.push('|');
                }
            }
            PatternElement::Placeable { .. } => words.push('|'),
        }
    }
}

fn word_complaints(name: &str, pattern: &Pattern<&str>, rule: &Rule) -> Vec<String> {
    let word = match pattern.elements.as_slice() {
        [PatternElement::TextElement { value }] => *value,
        _ => return vec![format!(".{name} is not a plain word")],
    };
    if name.ends_with("head") && !rule.needs.contains(word) {
        return vec![format!(".{name} names `{word}`, which is no variable")];
    }
    Vec::new()
}

/// What was found in the messages of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageReport {
    /// What is wrong, message by message: `locales/az/messages.ftl: …`.
    pub mistakes: Vec<String>,
    /// How many messages and manners the contract asks for.
    pub total: usize,
    /// The messages and manners (`kind.manner`) that the language leaves open, in the order of the contract.
    pub gaps: Vec<String>,
}

/// Reads the messages of a language against the contract: variables, functions, forms, attributes, manners, gaps.
///
/// A translator sees here what building a [`crate::Localizer`] cannot see, since it reads no syntax trees.
///
/// # Errors
/// Where the language does not load, or one of its message files is no Fluent.
pub fn lint(locales: &Locales, tag: &str) -> Result<MessageReport, LoadError> {
    let language = Language::load(locales, tag)?;
    let manners = manners(locales)?;
    let rules = rules(&manners);
    let mut messages = Messages { names: names(locales, tag)?, ..Messages::default() };
    for file in locales.files_ending(tag, ".ftl") {
        messages.read(&file, &rules, &language)?;
    }
    let mut report = MessageReport { mistakes: messages.mistakes, total: rules.len(), gaps: Vec::new() };
    // A variant holds only what differs.
    if tag.contains('-') {
        report.total = 0;
        return Ok(report);
    }
    report.gaps = find_gaps(locales, tag, &|id| messages.said.contains(id))?.into_iter().map(str::to_owned).collect();
    let silent = silent_manners(&manners, &messages.said, &messages.attributes);
    report.total += manners.values().map(Vec::len).sum::<usize>();
    for (kind, manner, is_kind_said) in silent {
        let gap = format!("{kind}.{manner}");
        let is_written = locales.files_ending(tag, ".ftl").any(|file| Gaps::of(&file).allow(&gap));
        if is_kind_said && !is_written {
            report
                .mistakes
                .push(format!("locales/{tag}: no message of `{kind}` has .{manner}, and no line `# gap: {gap}`"));
        }
        report.gaps.push(gap);
    }
    Ok(report)
}

/// What the message files of one language hold.
#[derive(Default)]
struct Messages {
    said: BTreeSet<String>,
    attributes: BTreeSet<(String, String)>,
    mistakes: Vec<String>,
    /// What states and bodies are called, which no message says by itself.
    names: BTreeSet<String>,
}

impl Messages {
    fn read(
        &mut self,
        file: &SourceFile<'_>,
        rules: &BTreeMap<&'static str, Rule>,
        language: &Language,
    ) -> Result<(), LoadError> {
        let resource = parser::parse(file.text()).map_err(|(_, errors)| match errors.first() {
            Some(error) => file.error(error.pos.start, error.kind.to_string()),
            None => LoadError::new(file.path(), "not a Fluent file"),
        })?;
        let mut wrong = Vec::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => self.take(message, rules, language, &mut wrong),
                Entry::Term(term) => wrong.push(format!("the term `-{}`: messages refer to none", term.id.name)),
                Entry::Junk { content } => wrong.push(format!("nobody understands `{}`", content.trim())),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
        self.mistakes.extend(wrong.into_iter().map(|text| format!("{}: {text}", file.path())));
        Ok(())
    }

    fn take(
        &mut self,
        message: &Message<&str>,
        rules: &BTreeMap<&'static str, Rule>,
        language: &Language,
        wrong: &mut Vec<String>,
    ) {
        let id = message.id.name;
        let attributes = message.attributes.iter().map(|attribute| attribute.id.name);
        self.attributes.extend(attributes.map(|name| (id.to_owned(), name.to_owned())));
        if !self.said.insert(id.to_owned()) {
            wrong.push(format!("`{id}` stands twice"));
        }
        match rules.get(id) {
            None => wrong.push(format!("nobody reads `{id}`")),
            Some(rule) => {
                let found = complaints(message, rule, language);
                let named =
                    hard_coded(message, &self.names).map(|name| format!("names {name}: that comes in a variable"));
                wrong.extend(found.into_iter().chain(named).map(|text| format!("`{id}` {text}")));
            }
        }
    }
}

/// The manners that no message tells: kind, manner, and whether the kind has any message.
fn silent_manners<'m>(
    manners: &'m BTreeMap<String, Vec<String>>,
    said: &BTreeSet<String>,
    attributes: &BTreeSet<(String, String)>,
) -> Vec<(&'static str, &'m str, bool)> {
    let mut silent = Vec::new();
    for kind in KINDS {
        let is_worded = |manner: &String| {
            kind.shapes.iter().any(|shape| attributes.contains(&(shape.id.to_owned(), manner.clone())))
        };
        let is_said = kind.shapes.iter().any(|shape| said.contains(shape.id));
        let own = manners.get(kind.key).into_iter().flatten().filter(|manner| !is_worded(manner));
        silent.extend(own.map(|manner| (kind.key, manner.as_str(), is_said)));
    }
    silent
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_every_message_with_its_variables() {
        let locales = Locales::builtin();
        for tag in locales.tags() {
            let report = lint(&locales, tag).unwrap_or_else(|error| panic!("{error}"));
            let wrong = report.mistakes;
            assert!(wrong.is_empty(), "{} mistakes in the messages:\n{}", wrong.len(), wrong.join("\n"));
            assert!(report.gaps.is_empty(), "locales/{tag} leaves open {:?}", report.gaps);
        }
    }

    /// The four ways in which Fluent goes wrong without a word.
    #[test]
    fn what_fluent_passes_over_in_silence_is_loud() {
        let told = |message: &'static str| {
            let mut locales = Locales::builtin();
            locales.insert("en", "more.ftl", message);
            lint(&locales, "en").map_or_else(|error| error.to_string(), |report| report.mistakes.join("\n"))
        };
        // A term with a parameter that nobody gives, and a parameter of a term inside of another.
        let term =
            told("-party = { $number ->\n    [one] party\n   *[other] parties\n }\nturn = { -party } { $sentence }\n");
        assert!(term.contains("refers to a term") && term.contains("messages refer to none"), "{term}");
        let nested = told("-a = { -b(number: \"one\") }\n-b = { $number }\nturn = { $sentence } { -a(n: \"one\") }\n");
        assert!(nested.contains("refers to a term"), "{nested}");
        // A function that there is not, also where it is selected on.
        let selector = told("turn = { SING($sentence) ->\n    [yes] a\n   *[no] { $sentence }\n }\n");
        assert!(selector.contains("there is no function SING"), "{selector}");
        // A function that fails: with the wrong number of arguments, or a form that there is not.
        let failing = told("place = { WITH($place) }\nspeaker = { CASE($agent, \"ergative\") }\n");
        assert!(failing.contains("WITH takes") && failing.contains("CASE asks for `ergative`"), "{failing}");
    }

    #[test]
    fn a_name_in_the_words_of_a_message_is_one_too_many() {
        let mut locales = Locales::builtin();
        locales.insert("en", "more.ftl", "turn = { $sentence ->\n    [a] in Peru\n   *[b] Perugia\n }\n");
        let told = lint(&locales, "en").expect("it loads").mistakes.join("\n");
        assert!(told.contains("`turn` names Peru: that comes in a variable"), "{told}");
        assert_eq!(told.matches("that comes in a variable").count(), 1, "{told}");
    }

    #[test]
    fn a_message_that_says_too_little_or_asks_for_too_much_is_named() {
        let mut locales = Locales::builtin();
        let broken = "meet-held = { SING($when) } held\n    .underway = { $when } { $place } { $frame } held\n";
        locales.insert("en", "more.ftl", broken);
        let told = lint(&locales, "en").expect("it loads").mistakes.join("\n");
        for part in ["there is no function SING", "does not say $place", "has no attribute .planned", "stands twice"] {
            assert!(told.contains(part), "{part} is not in\n{told}");
        }
    }
}
