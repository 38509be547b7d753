//! Runs the cases that linguists write, `tests/suite/segmentation/<tag>.txt`, each with the segmenter of its tag.

mod common;

use attache_segmenter::Segmenter;

const FOLDER: &str = "tests/suite/segmentation";

#[test]
fn suites() {
    let names = common::names_in(FOLDER);
    let tags: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".txt")).collect();
    assert!(!tags.is_empty(), "no suites in {FOLDER}");
    common::assert_none(&tags.into_iter().flat_map(failures_of).collect::<Vec<_>>());
}

fn failures_of(tag: &str) -> Vec<String> {
    let suite = format!("{FOLDER}/{tag}.txt");
    let segmenter = Segmenter::builtin(tag).unwrap_or_else(|| panic!("{suite}: no language `{tag}`"));
    common::failures_in(&suite, &format!("locales/{tag}/segmentation.toml"), 150, &segmenter)
}

#[test]
fn a_case_is_read_as_the_header_of_a_suite_says() {
    let cases = common::read_cases("# a remark\n\nOne. Two.\n| One.\n| Two.\n\nDr. Reis\n");
    assert_eq!(cases.iter().map(|case| case.line).collect::<Vec<_>>(), [3, 7]);
    assert_eq!(cases[0].sentences, ["One.", "Two."]);
    assert_eq!(cases[1].sentences, ["Dr. Reis"]);
}
