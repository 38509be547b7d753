//! Sentences lie in order, on character boundaries, and cover all that is not blank; in pieces they are the same.
#![no_main]

use std::sync::OnceLock;

use attache::Locales;
use attache_segmenter::{Segment, Segmenter};
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
            assert!(gap.chars().all(is_blank), "left out: {gap:?}");
            assert!(!text[segment.span.clone()].chars().all(is_blank));
            at = segment.span.end;
        }
        assert!(text[at..].chars().all(is_blank));
        assert!(segmenter.segments(text).eq(in_pieces(segmenter, text)), "cut in pieces, the text gives others");
    }
});

/// What the segmenter leaves out: white space, and marks without width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// The segments of the text, handed over in pieces of a length that the text decides.
fn in_pieces(segmenter: &Segmenter, text: &str) -> Vec<Segment> {
    let length = 1 + usize::from(text.bytes().fold(0u8, u8::wrapping_add)) % 97;
    let (mut stream, mut segments, mut rest) = (segmenter.stream(), Vec::new(), text);
    while !rest.is_empty() {
        let end = (length..rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        stream.feed(piece, |segment, _| segments.push(segment));
        rest = behind;
    }
    stream.finish(|segment, _| segments.push(segment));
    segments
}
