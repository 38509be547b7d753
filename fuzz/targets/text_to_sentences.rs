//! Sentences lie in order, on character boundaries, and cover all that is not blank.
#![no_main]

use std::sync::OnceLock;

use attache::Locales;
use attache_segmenter::Segmenter;
use libfuzzer_sys::fuzz_target;

/// One of each language, and one that knows only what all have in common.
fn segmenters() -> &'static [Segmenter] {
    static SEGMENTERS: OnceLock<Vec<Segmenter>> = OnceLock::new();
    SEGMENTERS.get_or_init(|| {
        let locales = Locales::builtin();
        let tags = locales.tags().chain(["und"]);
        tags.map(|tag| Segmenter::load(&locales, tag).expect("the built-in profiles are sound")).collect()
    })
}

fuzz_target!(|text: &str| {
    for segmenter in segmenters() {
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
