//! Profiles that a caller brings, what they say, and what is said about their mistakes.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use attache_locales::{LoadError, Locales};
use attache_segmenter::{Segmenter, Sure};

fn with_profile(tag: &str, text: &'static str) -> Result<Segmenter, LoadError> {
    let mut locales = Locales::builtin();
    locales.insert(tag, "segmentation.toml", text);
    Segmenter::load(&locales, tag)
}

fn cut<'t>(segmenter: &Segmenter, text: &'t str) -> Vec<&'t str> {
    segmenter.segments(text).map(|segment| &text[segment.span]).collect()
}

fn message(result: Result<Segmenter, LoadError>) -> String {
    result.expect_err("the profile has a mistake").to_string()
}

/// Quenya, of which no rule stands in Rust.
const INVENTED: &str = "\
starters = ['i', 'ar']
labels = ['nóte']

[rules]
ordinal-dot = true

[abbreviations]
title = ['her', 'tár']
before-number = ['not']
tail = ['ar exa']
unit = ['ran']
";

#[test]
fn an_invented_language_needs_no_rust() {
    let segmenter = with_profile("qya", INVENTED).unwrap();
    assert!(segmenter.has_profile());
    assert_eq!(cut(&segmenter, "Her. Elendil tule. Tár. Míriel lende."), ["Her. Elendil tule.", "Tár. Míriel lende."]);
    assert_eq!(
        cut(&segmenter, "Not. 5 ná sinome. Ciryar, nár ar exa. Elendil tule."),
        ["Not. 5 ná sinome.", "Ciryar, nár ar exa.", "Elendil tule."]
    );
    assert_eq!(
        cut(&segmenter, "Nóte B. Elendil tule. B. Elendil tule."),
        ["Nóte B.", "Elendil tule.", "B. Elendil tule."]
    );
    assert_eq!(
        cut(&segmenter, "Lempe ran. Númenor. Lempe ran. I aran tule."),
        ["Lempe ran. Númenor.", "Lempe ran.", "I aran tule."]
    );
    assert_eq!(cut(&segmenter, "I loa 5. Elendil tule."), ["I loa 5. Elendil tule."]);
}

#[test]
fn a_language_without_profile_is_cut_by_the_common_rules() {
    let segmenter = Segmenter::load(&Locales::builtin(), "und").unwrap();
    assert!(!segmenter.has_profile());
    assert_eq!(
        cut(&segmenter, "Ministro è arrivato. «Bene!» J. Rossi."),
        ["Ministro è arrivato.", "«Bene!»", "J. Rossi."]
    );
}

#[test]
fn no_folders_at_all_still_cut() {
    let segmenter = Segmenter::load(&Locales::default(), "en").unwrap();
    assert_eq!(cut(&segmenter, "One. Two?\n\nThree"), ["One.", "Two?", "Three"]);
}

#[test]
fn a_variant_adds_to_its_language_and_changes_classes() {
    let profile = "[abbreviations]\ntitle = ['etc']\n";
    let text = "Falaram de paz, etc. Lisboa, da Sra. Reis.";
    let mut locales = Locales::builtin();
    assert_eq!(cut(&Segmenter::load(&locales, "pt").unwrap(), text).len(), 2);
    locales.insert("pt-AO", "segmentation.toml", profile);
    assert_eq!(cut(&Segmenter::load(&locales, "pt-AO").unwrap(), text).len(), 1);
}

#[test]
fn optional_rules_can_be_switched() {
    let text = "Assinaram.As partes voltaram\nOntem. ninguém falou.";
    assert_eq!(cut(&with_profile("xx", "").unwrap(), text).len(), 2);
    assert_eq!(cut(&with_profile("xx", "[rules]\nglued = false\n").unwrap(), text).len(), 1);
    assert_eq!(cut(&with_profile("xx", "[rules]\nsoft-wrap = false\n").unwrap(), text).len(), 3);
    assert_eq!(cut(&with_profile("xx", "[rules]\nlower-case-starts = true\n").unwrap(), text).len(), 3);
}

#[test]
fn a_guess_says_so() {
    let segmenter = Segmenter::builtin("en").unwrap();
    let sure: Vec<Sure> =
        segmenter.segments("He flew to the U.S. The talks ended. Nobody spoke.").map(|s| s.sure).collect();
    assert_eq!(sure, [Sure::Likely, Sure::Certain, Sure::Certain]);
}

#[test]
fn an_unknown_class_is_shown_with_line_and_caret() {
    let message = message(with_profile("xx", "[abbreviations]\ntitles = ['dr']\n"));
    assert_eq!(
        message,
        "locales/xx/segmentation.toml:2:1: unknown class `titles`\n  |\n2 | titles = ['dr']\n  | ^\n  \
         = help: the classes are title, before-number, date, counted-date, clock, suffix, inline, tail, amount, unit, street, address"
    );
}

#[test]
fn a_word_in_two_classes_is_shown_at_its_second_place() {
    let message = message(with_profile("xx", "[abbreviations]\ntail = ['etc']\ntitle = ['dr', 'etc']\n"));
    assert_eq!(
        message,
        "locales/xx/segmentation.toml:3:16: `etc` stands twice\n  |\n3 | title = ['dr', 'etc']\n  |                ^\n  \
         = help: it is in class `tail` already; a word has one class"
    );
}

#[test]
fn other_mistakes_are_letters_too() {
    let full_stop = message(with_profile("xx", "[abbreviations]\ntitle = ['dr.']\n"));
    assert!(full_stop.contains(":2:10: `dr.` ends in a full stop"), "{full_stop}");
    let unknown = message(with_profile("xx", "starter = ['the']\n"));
    assert!(unknown.contains(":1:1: unknown field `starter`"), "{unknown}");
    let quotes = message(with_profile("xx", "quotes = ['“”„']\n"));
    assert!(quotes.contains(":1:11: a pair of quotation marks has two characters"), "{quotes}");
    let twice = message(with_profile("xx", "labels = ['plan', 'plan']\n"));
    assert!(twice.contains(":1:19: `plan` stands twice in this list"), "{twice}");
    let sign = message(with_profile("xx", "[abbreviations]\nunit = ['s/a']\n"));
    assert!(sign.contains("`/` cannot stand in an abbreviation"), "{sign}");
}
