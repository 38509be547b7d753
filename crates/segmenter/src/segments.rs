//! The pass over a text.

use crate::{Quote, Segment, SegmentEnd, SegmentKind, Sure};

#[derive(Debug)]
pub(crate) struct Segments<'a> {
    text: &'a str,
    at: usize,
    paragraph: u32,
}

impl<'a> Segments<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, paragraph: 0 }
    }
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        let rest = &self.text[self.at..];
        let trimmed = rest.trim_start();
        let gap = &rest[..rest.len() - trimmed.len()];
        if gap.matches('\n').count() > 1 && self.at > 0 {
            self.paragraph += 1;
        }
        let start = self.at + gap.len();
        if trimmed.is_empty() {
            return None;
        }
        let stop = trimmed.find("\n\n").unwrap_or(trimmed.len());
        let sentence =
            [". ", "! ", "? ", ".\n", "!\n", "?\n"].iter().filter_map(|mark| trimmed[..stop].find(mark)).min();
        let (length, end) = match sentence {
            Some(at) => (at + 1, SegmentEnd::Terminal),
            None if stop < trimmed.len() => (stop, SegmentEnd::Paragraph),
            None => (trimmed.len(), SegmentEnd::EndOfText),
        };
        self.at = start + length;
        let span = start..start + trimmed[..length].trim_end().len();
        let (kind, quote) = (SegmentKind::Sentence, Quote::default());
        Some(Segment { span, kind, paragraph: self.paragraph, end, quote, sure: Sure::Certain })
    }
}
