//! Sentences lie in order, on character boundaries, and cover all that is not blank.
#![no_main]

use attache_segmenter::Segmenter;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for tag in ["en", "pt", "az", "und"] {
        let segmenter = Segmenter::builtin(tag).or_else(|| Segmenter::builtin("en")).expect("a built-in profile");
        let mut at = 0;
        for segment in segmenter.segments(text) {
            let gap = text.get(at..segment.span.start).expect("in order, on boundaries");
            assert!(gap.trim().is_empty(), "left out: {gap:?}");
            assert!(!text[segment.span.clone()].trim().is_empty());
            at = segment.span.end;
        }
        assert!(text[at..].trim().is_empty());
    }
});
