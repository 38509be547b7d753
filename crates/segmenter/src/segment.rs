//! What a segment is: a stretch of text and what is known about it.

use core::ops::Range;

/// One sentence, heading, list item or line of its own.
///
/// Segments come in the order of the text, do not overlap, begin and end with something that is not blank, lie on
/// character boundaries, and together hold every character of the text that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segment {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it is.
    pub kind: SegmentKind,
    /// The number of its paragraph, counted from zero; paragraphs stand between blank lines.
    pub paragraph: u32,
    /// What ended it.
    pub end: SegmentEnd,
    /// How many quotations are open at its two ends.
    pub quote: Quote,
    /// How far the end can be trusted.
    pub sure: Sure,
}

/// What a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SegmentKind {
    /// Running text.
    Sentence,
    /// A short paragraph of one line without a final full stop.
    Heading,
    /// Place, date and agency standing alone: `Bakı, 5 mart, AZƏRTAC`.
    Dateline,
    /// The author standing alone: `By Aysel Mammadova`.
    Byline,
    /// A line that opens with a list marker, or a line of a list that a colon opened.
    ListItem,
}

/// What ended a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SegmentEnd {
    /// A full stop, question mark, exclamation mark or ellipsis; a colon, where the rule `colon-quotes` is on.
    Terminal,
    /// A terminator with the next sentence glued to it: `signed.The`.
    Glued,
    /// A blank line.
    Paragraph,
    /// A line break before or inside a list, or after a dateline.
    Line,
    /// The end of the text.
    EndOfText,
}

/// How many quotations are open where a segment begins and where it ends.
///
/// A quotation of several sentences is cut inside; these depths say which cuts lie in a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub struct Quote {
    /// Open quotations before the first character.
    pub start: u8,
    /// Open quotations after the last character.
    pub end: u8,
}

/// How far the end of a segment can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Sure {
    /// No reading of the rules says otherwise.
    Certain,
    /// The class of an abbreviation, a starter word or a label decided.
    Likely,
}
