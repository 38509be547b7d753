//! What must hold for every text.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::LazyLock;

use attache_locales::Locales;
use attache_segmenter::{Segment, SegmentKind, Segmenter};
use proptest::prelude::*;

const TAGS: [&str; 4] = ["en", "pt-BR", "az", "und"];

fn segmenters() -> &'static [Segmenter] {
    static SEGMENTERS: LazyLock<Vec<Segmenter>> = LazyLock::new(load);
    &SEGMENTERS
}

fn load() -> Vec<Segmenter> {
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
        "Sen",
        "Rev",
        "II",
        " O ",
        "\n  ",
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

/// The lengths of the pieces, used over and over.
fn cuts() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(prop_oneof![1..8usize, 1..400usize, 1000..3000usize], 1..6)
}

/// More of one thing than a stream looks ahead.
fn long() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![" ", "\n", ".", ")", "”", "a", "ə", "A. ", "- a\n", "?!", "\t\u{a0}", "«"]);
    (pieces, 500..2500usize).prop_map(|(piece, count)| piece.repeat(count))
}

fn streamed(segmenter: &Segmenter, text: &str, cuts: &[usize]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut stream = segmenter.stream();
    let mut rest = text;
    for cut in cuts.iter().cycle() {
        let cut = (*cut..rest.len()).find(|cut| rest.is_char_boundary(*cut)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(cut);
        stream.feed(piece, |segment, words| {
            assert_eq!(&text[segment.span.clone()], words);
            segments.push(segment);
        });
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    stream.finish(|segment, _| segments.push(segment));
    segments
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
            let mut alone = spans(segmenter, &a, 0);
            alone.extend(spans(segmenter, &b, a.len() + 2));
            prop_assert_eq!(spans(segmenter, &joined, 0), alone);
        }
    }

    #[test]
    fn twice_is_the_same(text in text()) {
        static AGAIN: LazyLock<Vec<Segmenter>> = LazyLock::new(load);
        for (one, other) in segmenters().iter().zip(AGAIN.iter()) {
            prop_assert_eq!(one.segments(&text).collect::<Vec<_>>(), other.segments(&text).collect::<Vec<_>>());
        }
    }

    /// Of one line and without an agency: anything else may be a dateline or a list where it opens a paragraph, and a
    /// sentence inside one.
    #[test]
    fn a_sentence_alone_stays_whole(text in text()) {
        for segmenter in segmenters() {
            let sentences = segmenter.segments(&text).filter(|segment| segment.kind == SegmentKind::Sentence);
            for words in sentences.map(|segment| &text[segment.span]).filter(|words| !words.contains('\n') && !words.contains("AZƏRTAC")) {
                prop_assert_eq!(segmenter.segments(words).count(), 1, "cut again: {:?}", words);
            }
        }
    }

    #[test]
    fn a_buffer_gets_what_the_iterator_gives(a in text(), b in text()) {
        for segmenter in segmenters() {
            let mut segments = Vec::new();
            segmenter.push_into(&a, &mut segments);
            segmenter.push_into(&b, &mut segments);
            prop_assert!(segments.into_iter().eq(segmenter.segments(&a).chain(segmenter.segments(&b))));
        }
    }

    #[test]
    fn a_stream_gives_the_same_wherever_it_is_cut(texts in prop::collection::vec(text(), 1..40), cuts in cuts()) {
        let text = texts.join(" ");
        for segmenter in segmenters() {
            let whole: Vec<Segment> = segmenter.segments(&text).collect();
            prop_assert_eq!(&whole, &streamed(segmenter, &text, &cuts));
        }
    }

    #[test]
    fn a_stream_crosses_long_blanks_and_marks(
        texts in prop::collection::vec(prop_oneof![text(), long()], 1..12),
        cuts in cuts(),
    ) {
        let text = texts.concat();
        for segmenter in segmenters() {
            let whole: Vec<Segment> = segmenter.segments(&text).collect();
            prop_assert_eq!(&whole, &streamed(segmenter, &text, &cuts));
        }
    }
}
