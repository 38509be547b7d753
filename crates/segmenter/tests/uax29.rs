//! Where we follow the sentence boundaries of Unicode (UAX #29, section 5), and where not, and why.
//!
//! `unicode-segmentation` says what the annex says; we are asked without a profile, since the annex knows no language.

use attache_locales::Locales;
use attache_segmenter::Segmenter;
use unicode_segmentation::UnicodeSegmentation;

/// Ours, by the common rules of `root`.
fn ours(text: &str) -> Vec<&str> {
    let segmenter = Segmenter::load(&Locales::builtin(), "und").expect("the common rules");
    segmenter.segments(text).map(|segment| &text[segment.span]).collect()
}

/// Those of the annex, without the blanks around them, which belong to no segment of ours.
fn theirs(text: &str) -> Vec<&str> {
    text.unicode_sentences().map(str::trim).filter(|words| !words.is_empty()).collect()
}

/// The rule of the annex, and a text for it.
const FOLLOWED: &[(&str, &str)] = &[
    ("SB3: nothing inside CR LF", "Sülh.\r\n\r\nBarış."),
    ("SB5: marks belong to their letter", "Cafe\u{301}. Cha\u{301}."),
    ("SB6: a number goes on", "The rate is 3.5 now."),
    ("SB6: a number goes on", "Section 4.2.1 applies."),
    ("SB7: capitals with stops between", "The U.S.S.R. ended."),
    ("SB8: a small letter goes on", "The talks of approx. five hours ended."),
    ("SB8: over closing marks too", "They left (at 5 p.m.) and slept."),
    ("SB8a: a comma goes on", "Reis et al., too, left."),
    ("SB8a: and another terminator", "Why?! Nobody knew."),
    ("SB9: closing marks belong before", "“We agree.” They signed."),
    ("SB9: closing marks belong before", "(They signed.) Nobody spoke."),
    ("SB11: an opening mark belongs behind", "They signed. \"We agree.\""),
    ("SB10: blanks belong before", "They signed.   Nobody spoke."),
    ("SB11: then it ends", "They signed. Nobody spoke."),
    ("SB11: then it ends", "Did they sign? Nobody spoke! So what."),
    ("SB11: before a script without case", "They signed. 北京 did not."),
    ("SB998: and nowhere else", "They signed, and; nobody: spoke"),
];

/// What we do, the text, what the annex makes of it, and what we make of it.
const OTHERWISE: &[(&str, &str, &[&str], &[&str])] = &[
    (
        "SB4: a single line break is a wrapped line, as text files and mails have it",
        "The ministers met\nin Doha.",
        &["The ministers met", "in Doha."],
        &["The ministers met\nin Doha."],
    ),
    (
        "SB7: an initial behind a small word is none of its sentence's end",
        "They thanked J. Bayramov.",
        &["They thanked J.", "Bayramov."],
        &["They thanked J. Bayramov."],
    ),
    (
        "SB8: a digit can open a sentence; the annex looks on to the next letter",
        "They signed. 12 states did not.",
        &["They signed. 12 states did not."],
        &["They signed.", "12 states did not."],
    ),
    (
        "SB11: a question goes on where a small letter follows its mark",
        "He asked why? and left.",
        &["He asked why?", "and left."],
        &["He asked why? and left."],
    ),
    (
        "SB11: three points in brackets leave something out and end nothing",
        "The parties [...] Shall refrain.",
        &["The parties [...]", "Shall refrain."],
        &["The parties [...] Shall refrain."],
    ),
    (
        "SB7: two sentences without a blank between are two",
        "They signed.The parties left.",
        &["They signed.The parties left."],
        &["They signed.", "The parties left."],
    ),
    (
        "SB9: a note belongs whole to the sentence before it",
        "It failed.[3] It was a pity.",
        &["It failed.[", "3] It was a pity."],
        &["It failed.[3]", "It was a pity."],
    ),
];

#[test]
fn the_annex_is_followed() {
    let failures = FOLLOWED.iter().filter(|(_, text)| ours(text) != theirs(text));
    let failures: Vec<_> = failures.map(|(rule, text)| (rule, ours(text), theirs(text))).collect();
    assert!(failures.is_empty(), "rule, ours, theirs: {failures:#?}");
}

#[test]
fn the_differences_are_those_listed() {
    let as_listed = |text: &str, annex: &[&str], we: &[&str]| theirs(text) == annex && ours(text) == we;
    let failures = OTHERWISE.iter().filter(|(_, text, annex, we)| !as_listed(text, annex, we));
    let failures: Vec<_> = failures.map(|(what, text, ..)| (what, theirs(text), ours(text))).collect();
    assert!(failures.is_empty(), "what, the annex, ours: {failures:#?}");
    for (what, _, annex, we) in OTHERWISE {
        assert_ne!(annex, we, "{what}: no difference is left");
    }
}
