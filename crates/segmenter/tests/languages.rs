//! Languages that are not shipped, each a folder `tests/languages/<tag>` with a profile and a suite: a new language is
//! two files of text and no Rust.

mod common;

use attache_locales::Locales;
use attache_segmenter::Segmenter;

const FOLDER: &str = "crates/segmenter/tests/languages";

#[test]
fn a_new_language_is_a_profile_and_its_suite() {
    let tags = common::names_in(FOLDER);
    assert!(!tags.is_empty(), "no languages in {FOLDER}");
    common::assert_none(&tags.iter().flat_map(|tag| failures_of(tag)).collect::<Vec<_>>());
}

fn failures_of(tag: &str) -> Vec<String> {
    let (profile, suite) = (format!("{FOLDER}/{tag}/segmentation.toml"), format!("{FOLDER}/{tag}/suite.txt"));
    let mut locales = Locales::builtin();
    assert!(
        !locales.contains(tag),
        "{FOLDER}/{tag}: `{tag}` is shipped, so its suite goes to tests/suite/segmentation"
    );
    locales.insert(tag, "segmentation.toml", common::read(&profile));
    let segmenter = Segmenter::load(&locales, tag).unwrap_or_else(|error| panic!("{profile}: {error}"));
    common::failures_in(&suite, &profile, 60, &segmenter)
}
