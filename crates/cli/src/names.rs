//! What languages are called in the program's own messages, which are in English.
//!
//! Also those that attaché does not read, since it says which one a text looks like. What a language calls itself stands
//! in its folder.

const NAMES: &str = include_str!("english-names.tsv");

/// The English name of a language; its tag in backquotes where the list does not have it.
pub(crate) fn english(tag: &str) -> String {
    let rows = NAMES.lines().filter_map(|line| line.split_once('\t'));
    rows.filter(|(known, _)| *known == tag)
        .map(|(_, name)| name.to_owned())
        .next()
        .unwrap_or_else(|| format!("`{tag}`"))
}

#[cfg(test)]
mod tests {
    use super::{NAMES, english};
    use attache::{Languages, Locales};

    #[test]
    fn every_language_that_there_is_has_a_name() {
        let languages = Languages::load(&Locales::builtin()).expect("the built-in folders are sound");
        for language in languages.iter() {
            assert!(!english(language.tag()).starts_with('`'), "add {} to english-names.tsv", language.tag());
        }
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(NAMES.lines().is_sorted());
        assert!(NAMES.lines().all(|line| line.split('\t').filter(|cell| !cell.is_empty()).count() == 2));
        assert_eq!(english("xx"), "`xx`");
    }
}
