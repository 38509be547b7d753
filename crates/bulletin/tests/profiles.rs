//! The profiles that ship, and what is said of one that is wrong.
#![allow(clippy::disallowed_methods, reason = "tests lay fixtures on the table")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use attache_bulletin::{Belonging, Profile, TranslationMode};
use attache_locales::Locales;
use attache_schema::ConceptId;
use proptest::prelude::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/profiles")
}

fn parse(text: &str) -> Result<Profile, String> {
    static LOCALES: LazyLock<Locales> = LazyLock::new(Locales::builtin);
    Profile::parse("house.toml", text, &LOCALES).map_err(|error| error.to_string())
}

fn refused(text: &str) -> String {
    parse(text).expect_err("it is wrong")
}

#[test]
fn every_profile_that_ships_is_read() {
    let mut names = Vec::new();
    for file in fs::read_dir(folder()).expect("the folder is there") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("it is text");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let read = Profile::parse(&name, &text, &Locales::builtin());
        read.unwrap_or_else(|error| panic!("{error}"));
        names.push(name);
    }
    names.sort();
    assert_eq!(names, ["azerbaijan-in-lisbon.toml", "ministry.toml", "portugal-in-baku.toml"]);
}

/// Each key, what it is set to, and whether the profile has it.
type Tried = (&'static str, &'static str, fn(&Profile) -> bool);

const KEYS: &[Tried] = &[
    ("languages", "languages = [\"pt-BR\", \"az\"]", |it| it.languages == ["pt-BR", "az"]),
    ("home", "home = \"PT\"", |it| it.home == Some(ConceptId::new("country/PT"))),
    ("host", "host = \"country/AZ\"", |it| it.host == Some(ConceptId::new("country/AZ"))),
    ("focus", "focus = [\"org/eu\"]", |it| it.focus.contains_key("org/eu")),
    ("words", "words = 80", |it| it.words == 80),
    ("stories", "stories = 7", |it| it.stories == 7),
    ("letterhead", "letterhead = [\"A\", \"B\"]", |it| it.letterhead == ["A", "B"]),
    ("title", "[title]\nen = \"T\"", |it| it.title["en"] == "T"),
    ("notes", "[notes]\naz = [\"N\"]", |it| it.notes["az"] == ["N"]),
    ("weights", "[weights]\n\"topic/energy\" = -20", |it| it.weights["topic/energy"] == -20),
    ("offices-in-capitals", "[house]\noffices-in-capitals = true", |it| it.offices_in_capitals),
    ("date-form", "[house]\ndate-form = \"weekday_on\"", |it| it.date_form == "weekday_on"),
    ("of", "[[sections]]\nof = [\"other\"]", |it| it.sections[0].of == [Belonging::Other]),
    ("sections", "home = \"PT\"\n[[sections]]\nof = [\"home\"]", |it| it.sections[0].of == [Belonging::Home]),
    ("heading", "[[sections]]\nof = [\"PT\"]\nheading = { en = \"H\" }", |it| it.sections[0].heading["en"] == "H"),
    ("mode", "[translation]\nmode = \"remote\"", |it| it.translation.mode == TranslationMode::Remote),
    ("translation", "[translation]\nmode = \"off\"", |it| it.translation.mode == TranslationMode::Off),
    ("engine", "[translation]\nengine = \"deepl\"", |it| it.translation.engine.as_deref() == Some("deepl")),
    ("url", "[translation]\nurl = \"http://x\"", |it| it.translation.url.as_deref() == Some("http://x")),
    ("house", "[house]", |it| !it.offices_in_capitals),
];

#[test]
fn every_key_is_read() {
    for (key, text, holds) in KEYS {
        let profile = parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert!(holds(&profile), "`{key}` of {text:?} is not read: {profile:?}");
    }
}

/// The keys of the documented profile: what stands before `=` or in brackets at the beginning of a line.
fn documented() -> Vec<String> {
    let text = fs::read_to_string(folder().join("portugal-in-baku.toml")).expect("it is there");
    let lines = text.lines().filter(|line| !line.starts_with(['#', ' ', '"']) && !line.is_empty());
    let keys = lines.map(|line| line.split('=').next().unwrap_or("").trim().trim_matches(['[', ']']).to_owned());
    keys.filter(|key| !["pt", "en", "az"].contains(&key.as_str())).collect()
}

#[test]
fn every_key_that_is_documented_is_tested_and_every_one_tested_is_documented() {
    let documented = documented();
    for key in &documented {
        assert!(KEYS.iter().any(|(known, ..)| known == key), "`{key}` stands in portugal-in-baku.toml and in no test");
    }
    for (key, ..) in KEYS {
        assert!(documented.iter().any(|known| known == key), "`{key}` is not explained in portugal-in-baku.toml");
    }
}

#[test]
fn whoever_mistypes_is_told_where_and_what_was_meant() {
    insta::assert_snapshot!(
        [
            "lenguages = [\"pt\"]",
            "home = \"PX\"",
            "host = \"org/eu\"",
            "focus = [\"topic/renewable-enrgy\"]",
            "languages = [\"pt\", \"tr\"]",
            "words = 5",
            "[weights]\n\"org/osce\" = 5000",
            "[house]\ndate-form = \"lang\"",
            "[[sections]]\nof = [\"home\"]",
            "[[sections]]\nof = []",
            "[[sections]]\nheading = { en = \"x\" }",
            "[translation]\nmode = \"locl\"",
            "home = PT",
        ]
        .map(refused)
        .join("\n\n")
    );
}

#[test]
fn a_focus_alone_works_without_a_file() {
    let profile = Profile::default().with_focus("PT, topic/energy=50", &Locales::builtin()).expect("both are known");
    assert_eq!((profile.focus["country/PT"], profile.focus["topic/energy"]), (150, 75));
    assert!(Profile::default().with_focus("org/ocse", &Locales::builtin()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text is a profile or an error that names the file.
    #[test]
    fn no_text_breaks_the_reader(text in "([a-z]{1,12} = [\"\\[\\]a-z0-9PTAZ,]{0,20}\n?){0,4}|\\PC{0,60}") {
        if let Err(error) = parse(&text) {
            prop_assert!(error.starts_with("house.toml"));
        }
    }
}
