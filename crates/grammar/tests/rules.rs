//! What must always hold of the engines, and what a broken file is answered.
#![cfg(feature = "builtin")]

use std::sync::OnceLock;

use attache_grammar::{Language, Noun, NounKind};
use attache_locales::Locales;
use attache_schema::{Date, Gender};
use proptest::prelude::*;

fn language(tag: &str) -> Language {
    Language::load(&Locales::builtin(), tag).unwrap_or_else(|error| panic!("{error}"))
}

fn azerbaijani() -> &'static Language {
    static LANGUAGE: OnceLock<Language> = OnceLock::new();
    LANGUAGE.get_or_init(|| language("az"))
}

fn portuguese() -> &'static Language {
    static LANGUAGE: OnceLock<Language> = OnceLock::new();
    LANGUAGE.get_or_init(|| language("pt"))
}

#[test]
fn what_all_members_share_is_said_once() {
    let list =
        |language: &Language, members: &[&str]| language.enumerate(members.iter().map(|m| (*m).to_owned()).collect());
    assert_eq!(
        list(&language("en"), &["the situation in Libya", "the situation in Sudan"]),
        "the situation in Libya and Sudan"
    );
    assert_eq!(
        list(portuguese(), &["da situação na Líbia", "da situação no Sudão", "da situação em Myanmar"]),
        "da situação na Líbia, no Sudão e em Myanmar"
    );
    assert_eq!(
        list(azerbaijani(), &["Liviyadakı vəziyyət", "Sudandakı vəziyyəti"]),
        "Liviyadakı və Sudandakı vəziyyəti"
    );
    // Where one does not share it, "trade" would become a place.
    let mixed = ["the situation in Libya", "the situation in Sudan", "trade"];
    assert_eq!(list(&language("en"), &mixed), "the situation in Libya, the situation in Sudan and trade");
    assert_eq!(list(azerbaijani(), &["vəziyyət", "Sudandakı vəziyyət"]), "vəziyyət və Sudandakı vəziyyət");
}

#[test]
fn members_with_commas_are_kept_apart() {
    let list = |members: &[&str]| language("en").enumerate(members.iter().map(|m| (*m).to_owned()).collect());
    assert_eq!(list(&["the envoy of Peru, Ana Vidal,", "Chile"]), "the envoy of Peru, Ana Vidal, and Chile");
    assert_eq!(
        list(&["the envoy of Peru, Ana Vidal,", "Chile", "the envoy of Cuba, Rui Sá,"]),
        "the envoy of Peru, Ana Vidal,; Chile; and the envoy of Cuba, Rui Sá,"
    );
}

#[test]
fn a_postposition_leans_on_the_noun_before_it() {
    assert!(azerbaijani().leans_back("ilə Peru arasında görüş keçirilib."));
    assert!(azerbaijani().leans_back("və Peru görüşüb."));
    assert!(!azerbaijani().leans_back("Peruya səfər edib."));
}

const FRONT: &str = "eəiöü";
const BACK: &str = "aıou";
const CASES: &[&str] =
    &["genitive", "dative", "accusative", "locative", "ablative", "adjectival", "plural", "possessive"];

proptest! {
    #[test]
    fn harmony_holds_for_any_word(word in "[bcçdfgğhxjklmnprsştvyz]{0,3}[aıoueəiöü][bcçdfgğhxjlmnprsştvyz]{0,2}[aıoueəiöü]?", owned: bool) {
        let last = word.chars().rev().find(|c| FRONT.contains(*c) || BACK.contains(*c)).expect("the pattern has a vowel");
        let noun = Noun { possessive: owned, ..Noun::name(&word) };
        for case in CASES.iter().filter(|case| !owned || **case != "plural") {
            let said = azerbaijani().inflect(&noun, case).expect("names take every case");
            let ending = said.strip_prefix(&word).expect("the stem of a name does not change");
            let class = if FRONT.contains(last) { BACK } else { FRONT };
            prop_assert!(!ending.chars().any(|c| class.contains(c)), "{word} + {ending}");
            // No two vowels meet where stem and ending join.
            let first = ending.chars().next();
            let joins = word.ends_with(|c| FRONT.contains(c) || BACK.contains(c)) && first.is_some_and(|c| FRONT.contains(c) || BACK.contains(c));
            prop_assert!(!joins, "{said}");
        }
    }

    #[test]
    fn what_is_attached_is_read_back(word in "[A-Z][bcdlmnrst]?[aıoueəiöü][bcdlmnrst][aıoueəiöü]?") {
        for case in ["genitive", "dative", "locative", "ablative", "adjectival"] {
            let said = azerbaijani().inflect(&Noun::name(&word), case).expect("names take every case");
            let ending = azerbaijani().endings().read(&word, &said[word.len()..]);
            prop_assert_eq!(ending.and_then(|ending| ending.case), Some(case.into()));
        }
    }

    #[test]
    fn contraction_is_total(text in "\\PC{1,20}", feminine: bool, plural: bool, article: bool) {
        let gender = Some(if feminine { Gender::Feminine } else { Gender::Masculine });
        let noun = Noun { gender, plural, article, ..Noun::name(&text) };
        for form in ["de", "em", "a", "por", "com", "para", "sobre", "entre", "contra", "article"] {
            let said = portuguese().inflect(&noun, form).expect("every preposition governs every noun");
            prop_assert!(said.ends_with(&text));
            let bare = format!("{form} {text}");
            prop_assert!(article || form == "article" || said == bare, "{}", said);
        }
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,24}", cut in 0_usize..24, number: u32, form in "[a-z]{0,6}") {
        for language in [azerbaijani(), portuguese()] {
            for kind in [NounKind::Name, NounKind::Common, NounKind::Abbreviation, NounKind::Number, NounKind::Foreign] {
                for possessive in [false, true] {
                    let noun = Noun { kind, possessive, ..Noun::name(&text) };
                    for form in CASES.iter().copied().chain([form.as_str(), "de"]) {
                        let _ = language.inflect(&noun, form);
                    }
                }
            }
            let _ = language.ordinal(number, "digits", None);
            let _ = language.ordinal(number, "words", Some(Gender::Feminine));
            let _ = (language.upper(&text), language.lower(&text), language.sentence_case(&text), language.short_name(&text));
            let splits = language.endings().splits(&text);
            prop_assert_eq!(splits.first().map(|split| split.0), Some(text.len()));
            prop_assert!(splits.iter().all(|(at, _)| text.is_char_boundary(*at)));
            let cut = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let _ = language.endings().read(&text[..cut], &text[cut..]);
            prop_assert_eq!(language.fold(&text).chars().count(), text.chars().count());
        }
    }

    #[test]
    fn every_day_can_be_said(days in 0_u16..28, month in 1_u8..=12, year in proptest::option::of(1900_u16..2100)) {
        let day = u8::try_from(days + 1).expect("at most 28");
        let date = Date::checked(year, Some(month), Some(day)).expect("every month has 28 days");
        let end = Date::checked(year, Some(month), Some(28)).expect("every month has 28 days");
        for language in [azerbaijani(), portuguese()] {
            for form in ["on", "on_year", "long"] {
                prop_assert!(language.date(date, form).is_some());
                prop_assert!(language.date_range(date, end, form).is_some());
            }
        }
    }
}

#[test]
fn foreign_names_take_no_ending_but_a_word() {
    let name = Noun::foreign("Francisco André");
    assert_eq!(azerbaijani().inflect(&name, "dative"), None);
    assert_eq!(azerbaijani().inflect(&name, "instrumental").as_deref(), Some("Francisco André ilə"));
    assert_eq!(portuguese().inflect(&name, "de").as_deref(), Some("de Francisco André"));
}

#[test]
fn an_office_without_a_gender_shows_none() {
    let neutral = portuguese().role("role/foreign-minister", None, false).expect("a form without gender");
    assert_eq!(neutral.text, "chefe da diplomacia");
    assert!(portuguese().role("role/counsellor", None, false).is_none(), "no such form, so nothing is guessed");
    let minister = azerbaijani().role_possessed("role/ambassador", false).expect("possessed");
    assert_eq!((minister.text.as_str(), minister.possessive), ("səfiri", true));
    assert_eq!(azerbaijani().inflect(&minister, "dative").as_deref(), Some("səfirinə"));
}

#[test]
fn a_date_says_what_is_known() {
    let date = |text: &str| text.parse::<Date>().expect("a date");
    assert_eq!(azerbaijani().date(date("XXXX-03-05"), "on_year").as_deref(), Some("martın 5-də"));
    assert_eq!(azerbaijani().date(date("2023-03-05"), "on_year").as_deref(), Some("2023-cü il martın 5-də"));
    assert_eq!(portuguese().date(date("2023-03"), "long").as_deref(), Some("março de 2023"));
    assert_eq!(language("pt-BR").date(date("2024-05-01"), "on").as_deref(), Some("no dia 1º de maio"));
    assert_eq!(language("en-US").date(date("2023-03-05"), "on").as_deref(), Some("on March 5"));
}

fn broken(tag: &str, name: &str, text: &str) -> String {
    let mut locales = Locales::builtin();
    locales.insert(tag, name, text.to_owned());
    Language::load(&locales, tag).expect_err("the file is broken").to_string()
}

#[test]
fn a_mistake_in_a_table_is_named_with_its_line() {
    let error = broken("pt", "lexicon/topics.tsv", "id\tname\tgendre\ntopic/trade\tcomércio\tm\n");
    assert!(error.contains("locales/pt/lexicon/topics.tsv:1") && error.contains("did you mean `gender`?"), "{error}");
    let error = broken("az", "lexicon/countries.tsv", "id\tname\ncountry/AZZ\tAzərbaycan\n");
    assert!(error.contains("countries.tsv:2") && error.contains("did you mean `country/AZ`?"), "{error}");
    let error = broken("pt", "lexicon/topics.tsv", "id\tname\tgender\ntopic/trade\tcomércio\tx\n");
    assert!(error.contains("`x` in the column `gender`") && error.contains("write m or f"), "{error}");
}

#[test]
fn a_mistake_in_a_rule_file_is_named() {
    let grammar = Locales::builtin().file("az", "grammar.toml").expect("a grammar").text().to_owned();
    let error = broken("az", "grammar.toml", &grammar.replace("\"(n)Hn\", owned", "\"(n)Xn\", owned"));
    assert!(error.contains("`X` is no archiphoneme"), "{error}");
    let dates = Locales::builtin().file("az", "dates.toml").expect("dates").text().to_owned();
    let error = broken("az", "dates.toml", &dates.replace("{day/(s)H}", "{dai/(s)H}"));
    assert!(error.contains("unknown part `dai` of a date"), "{error}");
    let error = Language::load(&Locales::builtin(), "xx").expect_err("no such folder").to_string();
    assert!(error.contains("there is no such language"), "{error}");
}
