//! The pass over a text: one look at each byte, and a decision at each candidate.

use crate::around::{First, Next, Token, skip_blanks};
use crate::boundary::{Closed, Run, Site, Verdict};
use crate::letters::{is_blank, trim_end};
use crate::lines::{self, Mark};
use crate::profile::Profile;
use crate::quotes::Open;
use crate::{Quote, Segment, SegmentEnd, SegmentKind, Sure};

/// The segments of a text, found one by one. Owns no memory but itself.
#[derive(Debug)]
pub(crate) struct Segments<'t, 'p> {
    text: &'t str,
    profile: &'p Profile,
    /// Where the search for the next segment begins.
    at: usize,
    /// How many paragraphs have begun.
    paragraphs: u32,
    paragraph: Paragraph,
    /// Where the words of the current line begin.
    line: usize,
    /// The mark that opens the current line.
    mark: Option<Mark>,
    open: Open,
    bracket: Option<Bracket>,
}

/// What is known of the current paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct Paragraph {
    start: usize,
    /// The current line begins with a dash.
    dialogue: bool,
    /// Inside a list of bare lines that a colon opened.
    list: bool,
    /// The number of the last numbered item.
    number: u32,
}

/// The outermost open bracket of the segment.
#[derive(Debug, Clone, Copy)]
struct Bracket {
    at: usize,
    depth: u32,
}

/// The beginning of a segment, as it was when the segment began.
#[derive(Debug, Clone, Copy)]
struct Beginning {
    at: usize,
    quote: u8,
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
}

/// The terminators at a candidate and what closes behind them.
#[derive(Debug, Clone, Copy)]
struct Tail {
    run: Run,
    run_end: usize,
    end: usize,
    closed: Closed,
    open: Open,
}

impl Iterator for Segments<'_, '_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        let beginning = self.begin()?;
        let ending = self.find_end(beginning.at);
        self.at = ending.at;
        self.bracket = None;
        Some(Segment {
            span: beginning.at..ending.at,
            kind: self.kind(beginning, ending),
            paragraph: self.paragraphs - 1,
            end: ending.end,
            quote: Quote { start: beginning.quote, end: self.open.depth() },
            sure: ending.sure,
        })
    }
}

impl<'t, 'p> Segments<'t, 'p> {
    pub(crate) fn new(text: &'t str, profile: &'p Profile) -> Self {
        Self {
            text,
            profile,
            at: 0,
            paragraphs: 0,
            paragraph: Paragraph::default(),
            line: 0,
            mark: None,
            open: Open::default(),
            bracket: None,
        }
    }

    /// Steps over the blanks before the next segment, and into the next line or paragraph.
    fn begin(&mut self) -> Option<Beginning> {
        let gap = &self.text[self.at..];
        let start = self.at + gap.find(|c| !is_blank(c))?;
        let newlines = memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at..start]).take(2).count();
        if newlines > 1 || self.paragraphs == 0 {
            self.paragraphs += 1;
            self.paragraph = Paragraph { start, ..Paragraph::default() };
            self.open = Open::default();
        }
        if newlines > 0 || self.paragraph.start == start {
            self.enter_line(start);
        }
        let begins = self.line == start;
        // "V. Aliyev" opens a sentence as well as a list.
        let mark = self.mark.filter(|mark| begins && !matches!(mark, Mark::Roman(_)));
        Some(Beginning { at: start, quote: self.open.depth(), mark, item: begins && self.paragraph.list })
    }

    fn enter_line(&mut self, start: usize) {
        self.line = start;
        self.mark = lines::mark_at(self.text, start, self.profile);
        self.paragraph.dialogue = self.mark == Some(Mark::Dash);
        if let Some(Mark::Number(number) | Mark::Roman(number)) = self.mark {
            self.paragraph.number = number;
        }
    }

    fn find_end(&mut self, start: usize) -> Ending {
        let mut at = start;
        while let Some(candidate) = self.find_candidate(at) {
            let step = match self.text.as_bytes()[candidate] {
                b'\n' => self.at_newline(start, candidate),
                b'.' | b'!' | b'?' => self.at_terminator(start, candidate),
                _ => self.at_mark(start, candidate),
            };
            match step {
                Ok(ending) => return ending,
                Err(next) => at = next,
            }
        }
        Ending { at: trim_end(self.text, self.text.len()), end: SegmentEnd::EndOfText, sure: Sure::Certain }
    }

    fn find_candidate(&self, from: usize) -> Option<usize> {
        let candidates = &self.profile.candidates;
        let found = self.text.as_bytes()[from..].iter().position(|byte| candidates[usize::from(*byte)]);
        found.map(|length| from + length)
    }

    /// An ellipsis, a bracket, a quotation mark, or a character that shares its first byte with one.
    fn at_mark(&mut self, start: usize, at: usize) -> Result<Ending, usize> {
        let Some(c) = self.text[at..].chars().next() else { return Err(self.text.len()) };
        match c {
            '…' => return self.at_terminator(start, at),
            '(' | '[' => {
                self.bracket = Some(self.bracket.map_or(Bracket { at, depth: 1 }, Bracket::deeper));
            }
            ')' | ']' => self.bracket = self.bracket.and_then(Bracket::closed),
            // Inches and seconds: 5"
            '"' if !self.open.awaits(c) && self.text[..at].ends_with(|c: char| c.is_ascii_digit()) => {}
            _ => self.open.take(c, &self.profile.quotes),
        }
        Err(at + c.len_utf8())
    }

    /// Says where the segment ends, or where the search goes on.
    fn at_terminator(&mut self, start: usize, at: usize) -> Result<Ending, usize> {
        let tail = self.read_tail(start, at);
        let Some((end, sure)) = self.judge(start, at, &tail) else { return Err(tail.run_end) };
        self.open = tail.open;
        Ok(Ending { at: tail.end, end, sure })
    }

    fn judge(&self, start: usize, at: usize, tail: &Tail) -> Verdict {
        let site = Site {
            text: self.text,
            profile: self.profile,
            start,
            at,
            run: tail.run,
            closed: tail.closed,
            inside_bracket: self.bracket.is_some_and(|bracket| bracket.at > start),
            dialogue: self.paragraph.dialogue,
            next: Next::at(self.text, tail.end, self.profile),
        };
        site.decide().filter(|_| site.next.first == First::End || !self.is_in_dateline(start, at))
    }

    /// Full stops of a dateline that runs on into the first sentence are none of its end.
    fn is_in_dateline(&self, start: usize, at: usize) -> bool {
        start == self.paragraph.start
            && at < start + lines::DATELINE_LIMIT
            && lines::end_of_dateline(self.text, start, self.profile).is_some_and(|end| at < end)
    }

    /// Reads the terminators at `at` and what belongs to them: closing marks and references to notes.
    fn read_tail(&self, start: usize, at: usize) -> Tail {
        let (run, run_end) = read_run(self.text, at);
        let mut tail = Tail { run, run_end, end: run_end, closed: Closed::default(), open: self.open };
        while let Some(length) = self.read_closing(&mut tail) {
            tail.end += length;
        }
        tail.end += self.read_note_number(start, at, &tail);
        tail
    }

    /// The length of the closing mark or note at the end of the tail.
    fn read_closing(&self, tail: &mut Tail) -> Option<usize> {
        let rest = &self.text[tail.end..];
        let c = rest.chars().next()?;
        let after = || rest[c.len_utf8()..].chars().next();
        match c {
            ')' | ']' | '}' => tail.closed.bracket = true,
            '[' => return note_length(rest),
            '¹' | '²' | '³' | '⁰'..='⁹' => {}
            '\'' | '’' if !after().is_some_and(char::is_alphanumeric) => tail.closed.quote = true,
            _ if self.profile.is_quote(c) => return self.read_closing_quote(tail, c, after()),
            ' ' | '\u{a0}' | '\u{202f}' => return self.read_distant_quote(tail, c.len_utf8()),
            _ => return None,
        }
        Some(c.len_utf8())
    }

    fn read_closing_quote(&self, tail: &mut Tail, mark: char, after: Option<char>) -> Option<usize> {
        let pairs = &self.profile.quotes;
        let closes = tail.open.closes(mark, pairs);
        let opens_nothing = !after.is_some_and(|c| c.is_alphanumeric() || self.profile.opens_quote(c));
        if !closes && (!opens_nothing || pairs.iter().all(|(_, close)| *close != mark)) {
            return None;
        }
        if closes {
            tail.open.take(mark, pairs);
        }
        tail.closed.quote = true;
        Some(mark.len_utf8())
    }

    /// A closing mark behind one blank, as French and tokenised texts have it.
    fn read_distant_quote(&self, tail: &mut Tail, blank: usize) -> Option<usize> {
        let mut rest = self.text[tail.end + blank..].chars();
        let mark = rest.next().filter(|mark| tail.open.awaits(*mark))?;
        if tail.closed.quote || rest.next().is_some_and(|c| !is_blank(c) && c != ',') {
            return None;
        }
        tail.open.take(mark, &self.profile.quotes);
        tail.closed.quote = true;
        Some(blank + mark.len_utf8())
    }

    /// The length of a bare number glued to a full stop, which refers to a note: "grave.1 Mais", "grave.1,2".
    fn read_note_number(&self, start: usize, at: usize, tail: &Tail) -> usize {
        let rest = &self.text[tail.end..];
        let digits = rest.bytes().take(7).take_while(|b| b.is_ascii_digit() || *b == b',').count();
        let number = &rest[..digits];
        if !number.starts_with(|c: char| c.is_ascii_digit())
            || number.split(',').any(|part| !(1..4).contains(&part.len()))
            || tail.run != Run::Dot
            || rest[digits..].starts_with(|c| !is_blank(c))
        {
            return 0;
        }
        let token = Token::before(self.text, at, start);
        let word = token.is_plain_word() && token.text.chars().nth(2).is_some();
        let known = self.profile.abbreviations.get(token.text).is_some();
        let next = Next::at(self.text, tail.end + digits, self.profile).first;
        if word && !known && matches!(next, First::Upper | First::End) { digits } else { 0 }
    }

    /// A line break is a blank, unless the lines say otherwise.
    fn at_newline(&mut self, start: usize, at: usize) -> Result<Ending, usize> {
        let (next, newlines) = skip_blanks(self.text, at);
        let end = Ending { at: trim_end(self.text, at), end: SegmentEnd::Line, sure: Sure::Certain };
        if next == self.text.len() {
            return Ok(Ending { end: SegmentEnd::EndOfText, ..end });
        }
        if newlines > 1 {
            return Ok(Ending { end: SegmentEnd::Paragraph, ..end });
        }
        if !self.profile.rules.soft_wrap || self.begins_item(end.at, next) || self.is_dateline(start, end.at) {
            return Ok(end);
        }
        self.enter_line(next);
        Err(next)
    }

    /// Whether the next line is an item of a list, with a mark or without.
    fn begins_item(&mut self, end: usize, next: usize) -> bool {
        let closed = self.text[..end].ends_with(['.', ':', ';', '!', '?', '…']);
        match lines::mark_at(self.text, next, self.profile) {
            // A number may be the wrapped end of a sentence; one that counts on is not.
            Some(Mark::Number(number)) => closed || number == self.paragraph.number + 1,
            Some(Mark::Roman(number)) => closed || (number > 1 && number == self.paragraph.number + 1),
            Some(Mark::Decimal) => closed,
            Some(_) => true,
            None if self.paragraph.list => {
                self.paragraph.list = lines::is_bare_item(self.text, next).is_some();
                self.paragraph.list
            }
            None => {
                self.paragraph.list = self.text[..end].ends_with(':') && lines::opens_bare_list(self.text, next);
                self.paragraph.list
            }
        }
    }

    fn is_dateline(&self, start: usize, end: usize) -> bool {
        start == self.paragraph.start && lines::is_dateline(&self.text[start..end], self.profile)
    }

    fn kind(&self, beginning: Beginning, ending: Ending) -> SegmentKind {
        let words = &self.text[beginning.at..ending.at];
        let mark = beginning.mark;
        let spoken = mark == Some(Mark::Dash) && matches!(ending.end, SegmentEnd::Terminal | SegmentEnd::Glued);
        if (mark.is_some() && !spoken) || beginning.item {
            return SegmentKind::ListItem;
        }
        if beginning.at != self.paragraph.start {
            return SegmentKind::Sentence;
        }
        if lines::is_dateline(words, self.profile) {
            return SegmentKind::Dateline;
        }
        match ending.end {
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

/// The terminators that begin at `at`, and where they end; "…", "...", ". . ." and "?!" are one run.
fn read_run(text: &str, at: usize) -> (Run, usize) {
    let (mut end, mut dots, mut strong) = (at, 0, false);
    loop {
        let rest = &text[end..];
        end += match rest.chars().next() {
            Some('.') => 1,
            Some('…') => {
                dots += 1;
                '…'.len_utf8()
            }
            Some('!' | '?') => {
                strong = true;
                1
            }
            Some(' ') if is_spaced_dot(rest) => 2,
            _ => break,
        };
        dots += 1;
    }
    let run = if strong {
        Run::Strong
    } else if dots > 1 {
        Run::Ellipsis
    } else {
        Run::Dot
    };
    (run, end)
}

fn is_spaced_dot(rest: &str) -> bool {
    rest.starts_with(" .") && !rest[2..].starts_with(char::is_alphanumeric)
}

/// The length of a reference in square brackets: `[3]`, `[a]`.
fn note_length(rest: &str) -> Option<usize> {
    let inside = rest.as_bytes().get(1..)?.iter().take(4).take_while(|b| b.is_ascii_alphanumeric()).count();
    let closed = rest.as_bytes().get(1 + inside) == Some(&b']');
    (closed && (1..4).contains(&inside)).then_some(inside + 2)
}
