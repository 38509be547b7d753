//! The pass over a text: one look at each byte, and a decision at each candidate.

mod settle;
mod tail;

use core::cell::Cell;
use core::iter::FusedIterator;

use crate::around::{First, Next, Token, skip_blanks};
use crate::boundary::Site;
use crate::bytes::Kind;
use crate::letters::{is_upper, trim_end};
use crate::lines::{self, Mark};
use crate::profile::{Class, Profile, Rule};
use crate::quotes::Open;
use crate::scan::Scan;
use crate::{Quote, Segment, SegmentEnd, SegmentKind, Sure};

/// How far ahead of a candidate, counted from the first character behind its blanks, a decision may look. The longest look
/// is that for a speaker and a verb of saying: six words with gaps between them, under 800 bytes. More text than that
/// changes no decision, which is what a stream rests on.
pub(crate) const LOOKAHEAD: usize = 1024;

/// The segments of a text, found one by one: what [`Segmenter::segments`](crate::Segmenter::segments) gives.
///
/// Takes nothing from the heap.
#[derive(Debug, Clone)]
pub struct Segments<'a> {
    text: &'a str,
    profile: &'a Profile,
    /// Whether no more text will follow.
    whole: bool,
    scan: Scan,
    state: State,
}

/// What the pass remembers from one segment to the next. Its only positions are `at` and those of what has begun, so that
/// a stream can forget the text before them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct State {
    /// Where the search for the next segment begins.
    at: usize,
    /// The line breaks just passed, no more than two.
    newlines: usize,
    /// How many paragraphs have begun.
    paragraphs: u32,
    paragraph: Paragraph,
    /// The mark that opens the current line.
    mark: Option<Mark>,
    open: Open,
    bracket: Option<Bracket>,
    /// The segment that has begun, and where the search for its end goes on.
    begun: Option<(Beginning, usize)>,
    /// The length of text below which another look would find nothing new.
    wake: usize,
}

/// What is known of the current paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct Paragraph {
    /// The current line begins with a dash.
    dialogue: bool,
    /// Inside a list of bare lines that a colon opened.
    list: bool,
    /// The number of the last numbered item.
    number: u32,
    head: Head,
}

/// Whether a paragraph begins with a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Head {
    /// Nobody has asked.
    #[default]
    Unseen,
    Plain,
    /// Its first words look like one.
    Open,
    /// One that holds full stops and ends so many bytes behind the start.
    Dateline {
        length: usize,
    },
    /// None with full stops.
    Settled,
}

/// The outermost open bracket of the segment.
#[derive(Debug, Clone, Copy)]
struct Bracket {
    /// Whether it was opened behind the first character of the segment.
    inside: bool,
    depth: u32,
}

/// The beginning of a segment, as it was when the segment began.
#[derive(Debug, Clone, Copy)]
struct Beginning {
    at: usize,
    quote: u8,
    /// Whether it begins its paragraph.
    opens: bool,
    /// The mark of the line, if the segment begins it.
    mark: Option<Mark>,
    /// Whether it begins a line of a list without marks.
    item: bool,
}

/// Where a segment ends, and why.
#[derive(Debug, Clone, Copy)]
struct Ending {
    at: usize,
    end: SegmentEnd,
    sure: Sure,
    /// Whether its last word shows already that the segment is a sentence.
    prose: bool,
}

impl Ending {
    fn new(at: usize, end: SegmentEnd, sure: Sure) -> Self {
        Self { at, end, sure, prose: false }
    }
}

/// What a candidate comes to.
#[derive(Debug, Clone, Copy)]
enum Step {
    End(Ending),
    /// No end; the search goes on there.
    On(usize),
    /// Not to be told before more text has come.
    Wait,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    #[inline]
    fn next(&mut self) -> Option<Segment> {
        let (beginning, from) = match self.state.begun.take() {
            Some(begun) => begun,
            None => {
                let beginning = self.begin()?;
                (beginning, beginning.at)
            }
        };
        let ending = self.find_end(&beginning, from)?;
        self.state.at = ending.at;
        self.state.bracket = None;
        Some(Segment {
            span: beginning.at..ending.at,
            kind: self.kind(&beginning, ending),
            paragraph: self.state.paragraphs - 1,
            end: ending.end,
            quote: Quote { start: beginning.quote, end: self.state.open.depth() },
            sure: ending.sure,
        })
    }
}

impl FusedIterator for Segments<'_> {}

impl State {
    /// The first byte that a later look may need.
    pub(crate) fn needs(&self) -> usize {
        self.begun.map_or(self.at, |(beginning, _)| beginning.at)
    }

    /// Forgets `length` bytes of text before [`State::needs`].
    pub(crate) fn forget(&mut self, length: usize) {
        self.at = self.at.saturating_sub(length);
        self.wake = self.wake.saturating_sub(length);
        if let Some((beginning, from)) = &mut self.begun {
            beginning.at -= length;
            *from -= length;
        }
    }

    /// Whether a text of that length can hold more than was found already.
    pub(crate) fn is_awake(&self, length: usize) -> bool {
        length >= self.wake
    }
}

impl<'a> Segments<'a> {
    pub(crate) fn new(text: &'a str, profile: &'a Profile) -> Self {
        Self { text, profile, whole: true, scan: Scan::default(), state: State::default() }
    }

    /// Goes on with a text of which the beginning was seen before.
    pub(crate) fn resume(text: &'a str, profile: &'a Profile, whole: bool, state: State) -> Self {
        Self { text, profile, whole, scan: Scan::default(), state }
    }

    pub(crate) fn into_state(self) -> State {
        self.state
    }

    /// Whether a decision about what stands before `at` needs no more text.
    fn sees_beyond(&self, at: usize) -> bool {
        self.whole || at + LOOKAHEAD <= self.text.len()
    }

    /// Steps over the blanks before the next segment, and into the next line or paragraph.
    #[inline(always)]
    fn begin(&mut self) -> Option<Beginning> {
        let start = self.skip_gap();
        if start == self.text.len() || !self.sees_beyond(start) {
            return None;
        }
        let newlines = core::mem::take(&mut self.state.newlines);
        let opens = newlines > 1 || self.state.paragraphs == 0;
        if opens {
            self.state.paragraphs += 1;
            self.state.open = Open::default();
            self.state.paragraph = Paragraph::default();
        }
        let begins_line = newlines > 0 || opens;
        if begins_line {
            self.enter_line(start);
        }
        // "V. Aliyev" opens a sentence as well as a list.
        let mark = self.state.mark.filter(|mark| begins_line && !matches!(mark, Mark::Roman(_)));
        let item = begins_line && self.state.paragraph.list;
        Some(Beginning { at: start, quote: self.state.open.depth(), opens, mark, item })
    }

    /// Takes the blanks at the current place, counts their line breaks, and says where they end.
    fn skip_gap(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        if bytes.get(self.state.at) == Some(&b' ') && Kind::at(bytes, self.state.at + 1).is(Kind::WORD) {
            self.state.at += 1;
            return self.state.at;
        }
        loop {
            let (at, newlines) = skip_blanks(self.text, self.state.at);
            self.state.newlines = (self.state.newlines + newlines).min(2);
            let more = at > self.state.at && !Kind::at(bytes, at).is(Kind::WORD);
            self.state.at = at;
            if !more {
                return at;
            }
        }
    }

    fn enter_line(&mut self, start: usize) {
        self.state.mark = lines::mark_at(self.text, start, self.profile);
        self.state.paragraph.dialogue = self.state.mark == Some(Mark::Dash);
        if let Some(Mark::Number(number) | Mark::Roman(number)) = self.state.mark {
            self.state.paragraph.number = number;
        }
    }

    #[inline(always)]
    fn find_end(&mut self, beginning: &Beginning, from: usize) -> Option<Ending> {
        let mut at = from;
        while let Some(candidate) = self.scan.find(&self.profile.needles, self.text.as_bytes(), at) {
            let step = match self.text.as_bytes()[candidate] {
                _ if !self.sees_beyond(candidate) => Step::Wait,
                b'.' | b'!' | b'?' => self.at_terminator(beginning, candidate),
                b'\n' => self.at_newline(beginning, candidate),
                _ => self.at_mark(beginning, candidate),
            };
            match step {
                Step::End(ending) => return Some(ending),
                Step::On(next) => at = next,
                Step::Wait => return self.wait(beginning, candidate),
            }
        }
        if !self.whole {
            return self.wait(beginning, self.text.len());
        }
        Some(Ending::new(trim_end(self.text, self.text.len()), SegmentEnd::EndOfText, Sure::Certain))
    }

    /// Puts the segment by until more text has come: half as much again as lies behind the candidate, so that a long run
    /// of blanks or marks is not read again at each piece.
    fn wait(&mut self, beginning: &Beginning, candidate: usize) -> Option<Ending> {
        self.state.begun = Some((*beginning, candidate));
        let length = self.text.len();
        self.state.wake = (candidate + LOOKAHEAD).max(length + (length - candidate) / 2);
        None
    }

    /// An ellipsis, a bracket, a quotation mark, or a character that shares its first byte with one.
    fn at_mark(&mut self, beginning: &Beginning, at: usize) -> Step {
        let Some(c) = self.text[at..].chars().next() else { return Step::On(self.text.len()) };
        match c {
            '…' => return self.decide(beginning, at),
            '(' | '[' => {
                let inside = at > beginning.at;
                self.state.bracket = Some(self.state.bracket.map_or(Bracket { inside, depth: 1 }, Bracket::deeper));
            }
            ')' | ']' => self.state.bracket = self.state.bracket.and_then(Bracket::closed),
            // Inches and seconds: 5"
            '"' if !self.state.open.awaits(c, &self.profile.quotes)
                && self.text[beginning.at..at].ends_with(|c: char| c.is_ascii_digit()) => {}
            _ if self.opens_speech(beginning, at, c) => {
                return Step::End(Ending::new(at - 1, SegmentEnd::Terminal, Sure::Likely));
            }
            _ => self.state.open.take(c, &self.profile.quotes),
        }
        Step::On(at + c.len_utf8())
    }

    /// Whether a quotation that begins in upper case opens behind a colon, and the profile lets that end a segment.
    fn opens_speech(&self, beginning: &Beginning, at: usize, mark: char) -> bool {
        self.profile.rules.has(Rule::ColonQuotes)
            && self.text[beginning.at..at].ends_with(": ")
            && !self.state.open.awaits(mark, &self.profile.quotes)
            && self.profile.opens_quote(mark)
            && self.text[at + mark.len_utf8()..].starts_with(is_upper)
    }

    #[inline(always)]
    fn at_terminator(&mut self, beginning: &Beginning, at: usize) -> Step {
        let word = self.start_of_word(beginning, at);
        match self.settle(beginning, word, at) {
            Some(true) => {
                let prose = self.is_prose(beginning, word, at);
                if !prose && self.is_in_dateline(beginning, at) {
                    return self.decide(beginning, at);
                }
                Step::End(Ending { prose, ..Ending::new(at + 1, SegmentEnd::Terminal, Sure::Certain) })
            }
            Some(false) => Step::On(at + 1),
            _ => self.decide(beginning, at),
        }
    }

    /// Weighs all that stands around the terminator.
    #[inline(never)]
    fn decide(&mut self, beginning: &Beginning, at: usize) -> Step {
        let tail = self.read_tail(beginning.at, at);
        let (next, newlines) = skip_blanks(self.text, tail.end);
        if !self.sees_beyond(next) {
            return Step::Wait;
        }
        let site = Site {
            text: self.text,
            profile: self.profile,
            start: beginning.at,
            at,
            run: tail.run,
            closed: tail.closed,
            inside_bracket: self.state.bracket.is_some_and(|bracket| bracket.inside),
            dialogue: self.state.paragraph.dialogue,
            next: Next::behind_blanks(self.text, next, next > tail.end, newlines, self.profile),
            roles: Cell::new(None),
        };
        match site.decide() {
            Some((end, sure)) => {
                let last = site.next.first == First::End;
                let prose = self.is_prose(beginning, self.start_of_word(beginning, at), at);
                if !last && !prose && self.is_in_dateline(beginning, at) {
                    return Step::On(tail.run_end);
                }
                self.state.open = tail.open;
                Step::End(Ending { prose, ..Ending::new(tail.end, end, sure) })
            }
            None => Step::On(tail.run_end),
        }
    }

    /// Whether the terminator ends no dateline: too far on, or behind a small word that is none of a date. `start` is where
    /// the letters before it begin.
    fn is_prose(&self, beginning: &Beginning, start: usize, at: usize) -> bool {
        if !beginning.opens || at >= beginning.at + lines::DATELINE_LIMIT {
            return true;
        }
        let bytes = self.text.as_bytes();
        let small = || Kind::of(bytes[start]).is(Kind::SMALL) && start > beginning.at && bytes[start - 1] == b' ';
        start + 2 < at && small() && !self.profile.date_endings.may_end(&bytes[start..at])
    }

    /// Whether the paragraph may open with a dateline that holds `at`.
    fn may_be_in_dateline(&mut self, beginning: &Beginning, at: usize) -> bool {
        if !beginning.opens || at >= beginning.at + lines::DATELINE_LIMIT {
            return false;
        }
        if self.state.paragraph.head == Head::Unseen {
            let opens = lines::opens_dateline(self.text, beginning.at, self.profile);
            self.state.paragraph.head = if opens { Head::Open } else { Head::Plain };
        }
        self.state.paragraph.head != Head::Plain
    }

    /// Full stops of a dateline that runs on into the first sentence are none of its end.
    fn is_in_dateline(&mut self, beginning: &Beginning, at: usize) -> bool {
        if !self.may_be_in_dateline(beginning, at) {
            return false;
        }
        if self.state.paragraph.head == Head::Open {
            let end = lines::end_of_dateline(self.text, beginning.at, self.profile);
            self.state.paragraph.head = end.map_or(Head::Settled, |end| Head::Dateline { length: end - beginning.at });
        }
        matches!(self.state.paragraph.head, Head::Dateline { length } if at < beginning.at + length)
    }

    /// A line break is a blank, unless the lines say otherwise.
    fn at_newline(&mut self, beginning: &Beginning, at: usize) -> Step {
        let (next, newlines) = skip_blanks(self.text, at);
        if !self.sees_beyond(next) {
            return Step::Wait;
        }
        let end = Ending::new(trim_end(self.text, at), SegmentEnd::Line, Sure::Certain);
        if next == self.text.len() {
            return Step::End(Ending { end: SegmentEnd::EndOfText, ..end });
        }
        if newlines > 1 {
            return Step::End(Ending { end: SegmentEnd::Paragraph, ..end });
        }
        if !self.profile.rules.has(Rule::SoftWrap)
            || self.begins_item(beginning.at, end.at, next)
            || self.is_dateline(beginning, end.at)
        {
            return Step::End(end);
        }
        self.enter_line(next);
        Step::On(next)
    }

    /// Whether the next line is an item of a list, with a mark or without.
    fn begins_item(&mut self, start: usize, end: usize, next: usize) -> bool {
        let closed = self.text[..end].ends_with(['.', ':', ';', '!', '?', '…']);
        match lines::mark_at(self.text, next, self.profile) {
            // A number may be the wrapped end of a sentence; one that counts on is not.
            Some(Mark::Number(_) | Mark::Roman(_) | Mark::Decimal | Mark::Label) if self.awaits_number(start, end) => {
                false
            }
            Some(Mark::Number(_)) if lines::is_shouted(lines::last_line(&self.text[start..end])) => true,
            Some(Mark::Number(number)) => closed || number == self.state.paragraph.number + 1,
            Some(Mark::Roman(number)) => closed || (number > 1 && number == self.state.paragraph.number + 1),
            Some(Mark::Decimal) => closed,
            Some(_) => true,
            None if self.state.paragraph.list => {
                self.state.paragraph.list = lines::end_of_bare_item(self.text, next).is_some();
                self.state.paragraph.list
            }
            None => {
                self.state.paragraph.list = self.text[..end].ends_with(':') && lines::opens_bare_list(self.text, next);
                self.state.paragraph.list
            }
        }
    }

    /// Whether the line ends in an abbreviation that a number or a name goes with: "art.\n5.º".
    fn awaits_number(&self, start: usize, end: usize) -> bool {
        let stop = end.saturating_sub(1);
        if self.text.as_bytes().get(stop) != Some(&b'.') || stop < start {
            return false;
        }
        let class = self.profile.abbreviations.get(Token::before(self.text, stop, start).text);
        matches!(class, Some(Class::BeforeNumber | Class::Title | Class::Address | Class::Date | Class::Inline))
    }

    fn is_dateline(&mut self, beginning: &Beginning, end: usize) -> bool {
        self.may_be_in_dateline(beginning, end) && lines::is_dateline(&self.text[beginning.at..end], self.profile)
    }

    #[inline]
    fn kind(&mut self, beginning: &Beginning, ending: Ending) -> SegmentKind {
        let spoken = || {
            let stopped = matches!(ending.end, SegmentEnd::Terminal | SegmentEnd::Glued);
            beginning.mark == Some(Mark::Dash) && stopped
        };
        match *beginning {
            Beginning { item: true, .. } => SegmentKind::ListItem,
            Beginning { mark: Some(_), .. } if !spoken() => SegmentKind::ListItem,
            Beginning { opens: false, .. } => SegmentKind::Sentence,
            _ if ending.prose && ending.at < beginning.at + lines::DATELINE_LIMIT => SegmentKind::Sentence,
            _ => self.kind_of_opening(beginning, ending),
        }
    }

    /// What a segment is that opens its paragraph.
    fn kind_of_opening(&mut self, beginning: &Beginning, ending: Ending) -> SegmentKind {
        let words = &self.text[beginning.at..ending.at];
        match ending.end {
            _ if self.is_dateline(beginning, ending.at) => SegmentKind::Dateline,
            SegmentEnd::Paragraph | SegmentEnd::EndOfText if lines::is_byline(words, self.profile) => {
                SegmentKind::Byline
            }
            SegmentEnd::Paragraph | SegmentEnd::EndOfText if lines::is_heading(words) => SegmentKind::Heading,
            SegmentEnd::Terminal if lines::is_shouted(words) && self.ends_paragraph(ending.at) => SegmentKind::Heading,
            _ => SegmentKind::Sentence,
        }
    }

    fn ends_paragraph(&self, at: usize) -> bool {
        let (next, newlines) = skip_blanks(self.text, at);
        newlines > 1 || next == self.text.len()
    }
}

impl Bracket {
    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn closed(self) -> Option<Self> {
        (self.depth > 1).then(|| Self { depth: self.depth - 1, ..self })
    }
}
