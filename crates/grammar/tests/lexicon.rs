//! The lexicon of this repository: complete, sayable and recognisable.

use attache_grammar::Language;
use attache_locales::Locales;

fn languages() -> Vec<Language> {
    let locales = Locales::builtin();
    locales.tags().map(|tag| Language::load(&locales, tag).unwrap_or_else(|error| panic!("{error}"))).collect()
}

#[test]
fn every_language_loads() {
    for language in languages() {
        println!("{} {}", language.tag(), language.surfaces().len());
        assert!(language.surfaces().len() > 1000, "{}", language.tag());
    }
}
