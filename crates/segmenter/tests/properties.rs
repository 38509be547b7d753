//! What must hold for every text.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use attache_locales::Locales;
use attache_segmenter::{Segment, Segmenter};
use proptest::prelude::*;

const TAGS: [&str; 4] = ["en", "pt-BR", "az", "und"];

fn segmenters() -> Vec<Segmenter> {
    let locales = Locales::builtin();
    TAGS.iter().map(|tag| Segmenter::load(&locales, tag).unwrap()).collect()
}

/// Texts made of what the rules look at.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "A",
        "Ə",
        "İ",
        "the",
        "The",
        "Nazir",
        "Sr",
        "Dr",
        "U.S",
        "və s",
        "etc",
        "No",
        "5",
        "2023",
        "p",
        "«",
        "»",
        "“",
        "”",
        "„",
        "\"",
        "'",
        "’",
        "(",
        ")",
        "[",
        "]",
        ".",
        ".",
        ".",
        "!",
        "?",
        "…",
        "...",
        ",",
        ":",
        ";",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "-",
        "–",
        "—",
        "•",
        "*",
        "1.",
        "1)",
        "a)",
        "/",
        "@",
        "№",
        "º",
        "ª",
        "¹",
        "[3]",
        "AZƏRTAC",
        "Bakı, 5 mart",
        "北京",
        "😀",
        "e\u{301}",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

fn check_spans(text: &str, segments: &[Segment]) -> Result<(), TestCaseError> {
    let mut at = 0;
    for Segment { span, .. } in segments {
        prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
        prop_assert!(span.start >= at && span.start < span.end, "{span:?} behind {at}");
        prop_assert!(text[at..span.start].chars().all(is_blank), "left out: {:?}", &text[at..span.start]);
        let words = &text[span.clone()];
        prop_assert!(!words.starts_with(is_blank) && !words.ends_with(is_blank), "not trimmed: {words:?}");
        at = span.end;
    }
    prop_assert!(text[at..].chars().all(is_blank), "left out: {:?}", &text[at..]);
    let paragraphs: Vec<u32> = segments.iter().map(|segment| segment.paragraph).collect();
    prop_assert!(paragraphs.first().is_none_or(|first| *first == 0));
    prop_assert!(paragraphs.windows(2).all(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1));
    Ok(())
}

/// The spans of a text that stands `shift` bytes further on.
fn spans(segmenter: &Segmenter, text: &str, shift: usize) -> Vec<(usize, usize)> {
    segmenter.segments(text).map(|segment| (segment.span.start + shift, segment.span.end + shift)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn segments_are_ordered_trimmed_and_cover_the_text(text in text()) {
        for segmenter in segmenters() {
            check_spans(&text, &segmenter.segments(&text).collect::<Vec<_>>())?;
        }
    }

    #[test]
    fn any_text_is_cut_without_a_panic(text in any::<String>()) {
        for segmenter in segmenters() {
            check_spans(&text, &segmenter.segments(&text).collect::<Vec<_>>())?;
        }
    }

    #[test]
    fn paragraphs_are_cut_alone(a in text(), b in text()) {
        let joined = format!("{a}\n\n{b}");
        for segmenter in segmenters() {
            let mut alone = spans(&segmenter, &a, 0);
            alone.extend(spans(&segmenter, &b, a.len() + 2));
            prop_assert_eq!(spans(&segmenter, &joined, 0), alone);
        }
    }

    #[test]
    fn twice_is_the_same(text in text()) {
        for (one, other) in segmenters().iter().zip(segmenters()) {
            prop_assert_eq!(one.segments(&text).collect::<Vec<_>>(), other.segments(&text).collect::<Vec<_>>());
        }
    }
}
