//! The lexicon of this repository: complete, sayable, recognisable.
#![cfg(feature = "builtin")]
#![allow(clippy::disallowed_methods, reason = "a test reads the files that it is about")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use attache_grammar::{Language, Names, Sense};
use attache_locales::{Locales, ROOT};
use attache_schema::Gender;

const COLLISIONS: &str = "tests/collisions.txt";

const TABLES: &[&str] =
    &["aid", "charges", "countries", "documents", "occasions", "organisations", "places", "roles", "topics"];

fn languages() -> Vec<Language> {
    let locales = Locales::builtin();
    locales.tags().map(|tag| Language::load(&locales, tag).unwrap_or_else(|error| panic!("{error}"))).collect()
}

fn concepts(table: &str) -> Vec<String> {
    let locales = Locales::builtin();
    let file = locales.file(ROOT, &format!("lexicon/{table}.tsv")).map(|file| file.text().to_owned());
    let text = file.unwrap_or_else(|| panic!("locales/root/lexicon/{table}.tsv"));
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| row.split('\t').next().map(str::to_owned)).collect()
}

fn cases(tag: &str) -> Vec<String> {
    let text = Locales::builtin().file(tag, "grammar.toml").expect("every language has a grammar").text().to_owned();
    let grammar: toml::Table = text.parse().expect("TOML");
    grammar["forms"].as_table().expect("forms").keys().cloned().collect()
}

/// The lines `# gap: <id>` of a language's table: what its translator cannot say yet. A variant has those of its language.
fn gaps(tag: &str, table: &str) -> BTreeSet<String> {
    let locales = Locales::builtin();
    let name = format!("lexicon/{table}.tsv");
    let lines = locales.layers(tag, &name).flat_map(|file| file.text().lines());
    lines.filter_map(|line| line.strip_prefix("# gap: ")).map(|id| id.trim().to_owned()).collect()
}

#[test]
fn every_concept_has_a_name_in_every_language_or_is_a_written_gap() {
    for language in languages() {
        for table in TABLES {
            let gaps = gaps(language.tag(), table);
            for id in concepts(table).into_iter().filter(|id| !gaps.contains(id)) {
                let named = match *table {
                    "roles" => language.role(&id, Some(Gender::Masculine), false).is_some(),
                    _ => language.noun(&id).is_some_and(|noun| !noun.text.is_empty()),
                };
                assert!(named, "locales/{}/lexicon/{table}.tsv has no name for {id}", language.tag());
            }
        }
    }
}

#[test]
fn every_form_of_every_noun_can_be_said() {
    for language in languages() {
        let base = language.tag().split('-').next().unwrap_or_default().to_owned();
        for table in TABLES {
            for id in concepts(table) {
                let role = language.role(&id, Some(Gender::Feminine), true);
                let nouns = [language.noun(&id).cloned(), language.abbreviation(&id).cloned(), role];
                for noun in nouns.into_iter().flatten() {
                    for form in cases(&base) {
                        let said = language.inflect(&noun, &form);
                        assert!(said.is_some_and(|s| !s.is_empty()), "{} {id} {form}", language.tag());
                    }
                }
            }
        }
    }
}

#[test]
fn every_office_has_all_its_titles() {
    for language in languages() {
        for id in concepts("roles") {
            for plural in [false, true] {
                for gender in [Gender::Masculine, Gender::Feminine] {
                    assert!(language.role(&id, Some(gender), plural).is_some(), "{} {id}", language.tag());
                }
                let possessed = language.role_possessed(&id, plural);
                assert!(possessed.is_some() || language.role(&id, None, plural).is_none(), "{} {id}", language.tag());
            }
        }
    }
}

#[test]
fn what_can_be_said_can_be_recognised() {
    let cases = ["genitive", "dative", "accusative", "locative", "ablative", "adjectival"];
    for language in languages() {
        let surfaces: BTreeSet<(String, String)> = language
            .surfaces()
            .into_iter()
            .map(|surface| (surface.concept.as_str().to_owned(), language.fold(&surface.text)))
            .collect();
        let mut by_concept: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (concept, text) in &surfaces {
            by_concept.entry(concept).or_default().push(text);
        }
        for (id, shapes) in &by_concept {
            let nouns = [
                language.noun(id).cloned(),
                language.abbreviation(id).cloned(),
                language.role(id, Some(Gender::Masculine), false),
                language.role_possessed(id, false),
            ];
            for noun in nouns.into_iter().flatten() {
                for case in cases.iter().filter(|case| **case == "genitive" || language.tag() == "az") {
                    // A language without articles and prepositions inside its forms is recognised word by word.
                    let bare = attache_grammar::Noun { article: false, ..noun.clone() };
                    let Some(said) = language.inflect(&bare, case) else { continue };
                    let said = language.fold(&said);
                    let known = shapes.iter().any(|shape| {
                        said.strip_prefix(shape).is_some_and(|rest| language.endings().read(shape, rest).is_some())
                    });
                    assert!(known, "{} {id} {case}: {said}", language.tag());
                }
            }
        }
    }
}

/// What is said of one concept and may be read as another, with the ids of both: listed in a file that is kept exact, so that
/// whoever adds a word sees what it is mistaken for.
#[test]
fn what_is_said_of_one_concept_and_read_as_another_is_listed() {
    let mut found = String::new();
    for language in languages() {
        let mut readings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for surface in language.surfaces() {
            readings.entry(language.fold(&surface.text)).or_default().insert(surface.concept.as_str().to_owned());
        }
        let ids: BTreeSet<String> = readings.values().flatten().cloned().collect();
        let mut lines = BTreeSet::new();
        for id in &ids {
            let said = [
                language.noun(id).cloned(),
                language.abbreviation(id).cloned(),
                language.role(id, Some(Gender::Masculine), false),
                language.role(id, Some(Gender::Feminine), false),
                language.role(id, Some(Gender::Masculine), true),
            ];
            for noun in said.into_iter().flatten() {
                let others: Vec<&str> = readings
                    .get(&language.fold(&noun.text))
                    .into_iter()
                    .flatten()
                    .filter(|other| *other != id)
                    .map(String::as_str)
                    .collect();
                if !others.is_empty() {
                    lines.insert(format!("{} {}: {id} = {}\n", language.tag(), noun.text, others.join(", ")));
                }
            }
        }
        found.extend(lines);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(COLLISIONS);
    let listed = fs::read_to_string(path).expect("the list of collisions");
    let listed: String = listed.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    assert!(listed == found, "crates/grammar/tests/collisions.txt is to hold:\n{found}");
}

#[test]
fn the_case_is_read_back_as_it_was_said() {
    let languages = languages();
    let azerbaijani = languages.iter().find(|language| language.tag() == "az").expect("az");
    for id in concepts("countries") {
        let noun = azerbaijani.noun(&id).expect("named");
        for case in ["genitive", "dative", "locative", "ablative", "adjectival"] {
            let said = azerbaijani.inflect(noun, case).expect("said");
            let rest = said.strip_prefix(noun.text.as_str()).expect("names do not change");
            let ending = azerbaijani.endings().read(&noun.text, rest).unwrap_or_else(|| panic!("{said}"));
            assert_eq!(ending.case.as_deref(), Some(case), "{said}");
        }
    }
}

#[test]
fn surfaces_are_fit_for_reading_news() {
    for language in languages() {
        for surface in language.surfaces() {
            let text = &surface.text;
            assert_eq!(text.trim(), text, "{} {}", language.tag(), surface.concept);
            let letters = text.chars().count();
            let short = letters < 3 && surface.sense != Sense::Abbreviation && surface.concept.kind() != "place";
            assert!(!short, "{} {}: `{text}` is too short", language.tag(), surface.concept);
            let capitals = text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
            assert!(
                !capitals || matches!(surface.sense, Sense::Abbreviation | Sense::Hint) || letters > 7,
                "{} {}: `{text}` is an abbreviation",
                language.tag(),
                surface.concept
            );
        }
    }
}

#[test]
fn gender_comes_from_the_lexica_only() {
    let names = Names::load(&Locales::builtin()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(names.gender("Sahiba Gafarova", Some("AZ")), Some(Gender::Feminine));
    assert_eq!(names.gender("Jeyhun Bayramov", Some("country/AZ")), Some(Gender::Masculine));
    assert_eq!(names.gender("Inês Domingos", Some("PT")), Some(Gender::Feminine));
    assert_eq!(names.gender("Annalena Baerbock", Some("DE")), Some(Gender::Feminine));
    assert_eq!(names.gender("Andrea Wiktorin", None), None, "Andrea differs by country");
    assert_eq!(names.gender("Xyz Qwerty", None), None);
}

#[test]
fn a_name_is_respelt_only_where_every_part_is_known() {
    let names = Names::load(&Locales::builtin()).unwrap_or_else(|error| panic!("{error}"));
    let spell = |name, country, target| names.spell(name, country, target);
    assert_eq!(spell("Hikmet Hajiyev", Some("AZ"), "az").text, "Hikmət Hacıyev");
    assert_eq!(spell("Hikmət Hacıyev", Some("AZ"), "en").text, "Hikmet Hajiyev");
    assert!(!spell("Hikmet Hajiyev", Some("AZ"), "az").foreign);
    assert_eq!(spell("Antonio Costa", Some("PT"), "pt").text, "António Costa");
    assert_eq!(spell("Antonio Patriota", Some("BR"), "pt-BR").text, "Antônio Patriota");
    assert_eq!(spell("Jose Maria Aznar", Some("ES"), "pt").text, "Jose Maria Aznar", "not a name of ours");
    let ivanov = spell("Sergey Ivanov", Some("RU"), "az");
    assert!(ivanov.foreign && ivanov.text == "Sergey Ivanov");
    assert!(!spell("Sergey Ivanov", Some("RU"), "pt").foreign, "no endings, so nothing to hinder");
    assert_eq!(spell("Jeyhun Xyzov", Some("AZ"), "az").text, "Jeyhun Xyzov", "half a name is not respelt");
    assert_eq!(
        spell("Murad Vahabzade", Some("AZ"), "az").text,
        "Murad Vahabzadə",
        "the press has two ways to write it"
    );
    assert_eq!(
        spell("Vüqar Çəmənzarlı", Some("AZ"), "pt").text,
        "Vugar Chamanzarli",
        "from native letters there is one way"
    );
    assert_eq!(spell("Vüqar Çəmənzarlı", None, "pt").text, "Vüqar Çəmənzarlı", "nobody knows whose letters they are");
    assert_eq!(spell("Mehmet Şimşek", Some("TR"), "pt").text, "Mehmet Şimşek");
    assert_eq!(spell("Jamil Rahimov", Some("AZ"), "az").text, "Jamil Rahimov", "Camil or Cəmil");
    assert_eq!(spell("Jamil Hasanli", Some("AZ"), "az").text, "Cəmil Həsənli", "he is known");
}

#[test]
fn a_person_of_the_news_is_spelt_as_each_press_does() {
    let names = Names::load(&Locales::builtin()).unwrap_or_else(|error| panic!("{error}"));
    let guterres = names.spell("Antonio Guterres", Some("PT"), "az");
    assert!(guterres.text == "Antonio Quterreş" && !guterres.foreign);
    assert_eq!(names.spell("Antonio Quterreş", None, "pt").text, "António Guterres");
    assert_eq!(names.spell("Nikol Paşinyan", Some("AM"), "en").text, "Nikol Pashinyan");
}

#[test]
fn a_person_of_the_news_is_named_again_as_the_press_does() {
    let locales = Locales::builtin();
    let names = Names::load(&locales).unwrap_or_else(|error| panic!("{error}"));
    let again = |tag: &str, name: &str, country: &str| {
        let language = Language::load(&locales, tag).unwrap_or_else(|error| panic!("{error}"));
        let name = names.spell(name, Some(country), tag).text;
        names.short(&language, &name, Some(country))
    };
    assert_eq!(again("pt", "Luiz Inácio Lula da Silva", "BR"), "Lula");
    assert_eq!(again("en", "Marcelo Rebelo de Sousa", "PT"), "Rebelo de Sousa");
    assert_eq!(again("az", "Marcelo Rebelo de Sousa", "PT"), "M.Rebelo de Sousa");
    assert_eq!(again("az", "Luiz Inácio Lula da Silva", "BR"), "L.İ.Lula da Silva");
    // In either order, where it is known which half is the family's.
    assert_eq!(again("en", "Yoko Kamikawa", "JP"), "Kamikawa");
    assert_eq!(again("pt", "Kamikawa Yoko", "JP"), "Kamikawa");
    assert_eq!(again("az", "Kamikawa Yoko", "JP"), "Kamikawa Yoko");
    assert_eq!(again("pt", "Haruka Mizuno", "JP"), "Haruka Mizuno");
    assert_eq!(again("en", "Aminah Yusof", "MY"), "Aminah Yusof");
    // Nobody of the news: the last word, or the initials.
    assert_eq!(again("pt", "Rui Lula Salgueiro", "BR"), "Salgueiro");
    assert_eq!(again("en", "Kassym-Jomart Tokayev", "KZ"), "Tokayev");
    // Some words before the last one belong to the family name, others do not.
    assert_eq!(again("en", "Jonas van der Meulen", "NL"), "van der Meulen");
    assert_eq!(again("pt", "Clara von Ahlen", "DE"), "von Ahlen");
    assert_eq!(again("en", "Saeed Al Marzan", "AE"), "Al Marzan");
    assert_eq!(again("pt", "Elio Di Sarno", "IT"), "Di Sarno");
    assert_eq!(again("pt", "Rui da Graça", "PT"), "Graça");
    assert_eq!(again("az", "Jonas van der Meulen", "NL"), "J.van der Meulen");
}
