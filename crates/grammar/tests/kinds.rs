//! Kinds of rules that no built-in language has, each in the smallest language that needs it.

use attache_grammar::{Language, Noun, NounKind};
use attache_locales::{LoadError, Locales};
use attache_schema::Gender;

/// A language with nothing but this in its `grammar.toml`.
fn language(grammar: &str) -> Language {
    load(grammar).unwrap_or_else(|error| panic!("{error}"))
}

fn load(grammar: &str) -> Result<Language, LoadError> {
    let (months, days) = ("'m',".repeat(12), "'d',".repeat(7));
    let dates = format!("months = [{months}]\nweekdays = [{days}]\n[forms]\n[ranges]\n");
    let mut locales = Locales::default();
    locales.insert("qx", "dates.toml", dates);
    locales.insert("qx", "grammar.toml", grammar.to_owned());
    Language::load(&locales, "qx")
}

const AFFIX: &str = r#"
[list]
comma = ", "
last = " & "
[affix]
hyphen = "'"
name-mark = "'"
silent-vowel = "e"
possessive-buffer = "s"
voiceless = "kpt"
heard = { rol = "röl" }
[affix.vowels]
back = "ao"
front = "eö"
[affix.archiphonemes]
A = { back = "a", front = "e" }
[affix.voicing]
D = { voiced = "d", voiceless = "t" }
[affix.letter-names]
[affix.soft]
letters = { k = "g" }
default = ["k"]
[forms]
in = { suffix = "DA" }
to = { suffix = "(y)A" }
from = { suffix = "lA", derives = true }
"#;

fn said(language: &Language, noun: &Noun, form: &str) -> String {
    language.inflect(noun, form).expect("the form is there")
}

#[test]
fn a_consonant_takes_over_the_voice_of_what_stands_before_it() {
    let language = language(AFFIX);
    assert_eq!(said(&language, &Noun::common("kola"), "in"), "kolada");
    assert_eq!(said(&language, &Noun::common("kolek"), "in"), "kolekte");
    let number = Noun { kind: NounKind::Abbreviation, reading: Some("et".to_owned()), ..Noun::name("XT") };
    assert_eq!(said(&language, &number, "in"), "XT'te", "the voice of what is spoken");
}

#[test]
fn a_name_is_marked_and_keeps_its_last_consonant() {
    let language = language(AFFIX);
    assert_eq!(said(&language, &Noun::name("Kolek"), "to"), "Kolek'e");
    assert_eq!(said(&language, &Noun::common("kolek"), "to"), "kolege");
    assert_eq!(said(&language, &Noun::name("Kolek"), "from"), "Kolekle", "a new word is not marked");
    assert_eq!(said(&language, &Noun::name("Kola meklat"), "in"), "Kola meklatta", "its last word is no name");
}

#[test]
fn harmony_goes_by_the_ear() {
    let language = language(AFFIX);
    assert_eq!(said(&language, &Noun::common("rol"), "in"), "rolde");
    assert_eq!(said(&language, &Noun::common("petrol"), "to"), "petrole", "also at the end of a word");
    assert_eq!(said(&language, &Noun::common("kol"), "in"), "kolda");
}

const ARTICLES: &str = r#"
[list]
comma = ", "
last = " y "
either = " o "
[list.sounds]
" y " = { i = " e ", ie = " y " }
[articles]
masculine = "el"
feminine = "la"
masculine-plural = "los"
feminine-plural = "las"
first-words = { agua = "el" }
[contractions]
de = { el = "del" }
[ordinals.words]
joiner = " "
words = { 1 = "primero", 2 = "segundo" }
shortened = { primero = "primer" }
[forms]
de = { preposition = "de" }
"#;

#[test]
fn the_joint_of_a_list_goes_by_the_sound_behind_it() {
    let language = language(ARTICLES);
    let list = |members: &[&str]| language.list(&members.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
    assert_eq!(list(&["Perú", "Italia"]), "Perú e Italia");
    assert_eq!(list(&["agua", "iela"]), "agua y iela", "the longest beginning decides");
    assert_eq!(list(&["Italia", "Perú"]), "Italia y Perú");
    assert_eq!(list(&["Italia"]), "Italia");
}

#[test]
fn an_article_may_go_by_the_first_word() {
    let language = language(ARTICLES);
    let noun =
        |text: &str, plural| Noun { gender: Some(Gender::Feminine), article: true, plural, ..Noun::common(text) };
    assert_eq!(said(&language, &noun("agua clara", false), "de"), "del agua clara");
    assert_eq!(said(&language, &noun("aguas", true), "de"), "de las aguas");
    assert_eq!(said(&language, &noun("clara agua", false), "de"), "de la clara agua");
}

#[test]
fn an_ordinal_may_be_shortened_before_its_noun() {
    let language = language(ARTICLES);
    assert_eq!(language.ordinal(1, "words", None).as_deref(), Some("primero"));
    assert_eq!(language.ordinal_before(1, "words", None).as_deref(), Some("primer"));
    assert_eq!(language.ordinal_before(2, "words", None).as_deref(), Some("segundo"));
}

#[test]
fn a_rule_that_could_never_be_met_is_a_mistake() {
    for (right, wrong, told) in [
        (ARTICLES, ARTICLES.replace("\" y \" = {", "\" i \" = {"), "` i ` joins no list"),
        (ARTICLES, ARTICLES.replace("agua =", "Agua ="), "`Agua` is never met"),
        (AFFIX, AFFIX.replace("\nD = {", "\nd = {").replace("\"DA\"", "\"dA\""), "the archiphoneme `d` is no capital"),
    ] {
        assert!(load(right).is_ok());
        let error = load(&wrong).expect_err(told);
        assert!(error.to_string().contains(told) && error.line().is_some(), "{error}");
    }
}
