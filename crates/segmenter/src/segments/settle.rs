//! Quick answers: what the bytes beside a terminator settle, without a look at characters.
//!
//! They must be those of [`Site::decide`](crate::boundary::Site::decide), which a test asks about every terminator of the
//! suites; where they cannot be sure they leave the question open.

use super::{Beginning, Segments};
use crate::bytes::{Kind, continues};
use crate::letters::{WORD_LIMIT, is_capital, is_small};
use crate::lines;
use crate::profile::{Class, Rule};
use crate::words::Tip;

impl Segments<'_> {
    /// Where the letters before the terminator begin; a long word is cut short.
    pub(super) fn start_of_word(&self, beginning: &Beginning, at: usize) -> usize {
        let lowest = beginning.at.max(at.saturating_sub(WORD_LIMIT));
        let letters = self.text.as_bytes()[lowest..at].iter().rev();
        at - letters.take_while(|byte| Kind::of(**byte).is(Kind::LETTER)).count()
    }

    /// Answers for most terminators by the bytes beside them, as [`Site::decide`] would: `None` leaves the question open.
    #[inline(always)]
    pub(super) fn settle(&self, beginning: &Beginning, word: usize, at: usize) -> Option<bool> {
        let bytes = self.text.as_bytes();
        let (next, beyond) = (Kind::at(bytes, at + 1), Kind::at(bytes, at + 2));
        let stop = bytes[at] == b'.';
        if !stop && self.state.bracket.is_some_and(|bracket| bracket.inside) {
            return None;
        }
        if next.is(Kind::BLANK) {
            if bytes[at + 1] == b'\n' && bytes.get(at + 2) == Some(&b'\n') {
                return Some(true);
            }
            if stop && self.is_middle_initial(beginning, at) {
                return Some(false);
            }
            if beyond.is(Kind::DIGIT) || self.is_capital_at(at + 2) {
                return self.settle_word(beginning, word, at);
            }
            if beyond.is(Kind::SMALL) {
                // A capital of any script makes a name: "iPhone".
                if bytes.get(at + 3).is_some_and(|byte| !byte.is_ascii() && !Kind::of(*byte).is(Kind::PART)) {
                    return None;
                }
                let kept = !self.profile.rules.has(Rule::LowerCaseStarts) && !self.is_capital_at(at + 3);
                return (stop && kept && !self.text[beginning.at..].starts_with(is_small)).then_some(false);
            }
            let speech = bytes[at + 1] == b' ' && self.opens_with_capital(at + 2);
            return if speech { self.settle_word(beginning, word, at).filter(|end| *end) } else { None };
        }
        // "example.com", "signed., and", "3.5": but "grave.1" refers to a note.
        let inside = next.is(Kind::SMALL)
            || self.is_glued_initial(beginning, at)
            || next.is(Kind::PAUSE)
            || (next.is(Kind::DIGIT) && at > beginning.at && Kind::of(bytes[at - 1]).is(Kind::DIGIT));
        (stop && inside).then_some(false)
    }

    /// A bracket, or a quotation mark that can close nothing, and a capital behind it.
    fn opens_with_capital(&self, at: usize) -> bool {
        match self.text[at..].chars().next() {
            Some('(') => self.is_capital_at(at + 1),
            Some(c) if self.state.open.depth() == 0 && self.profile.opens_quote(c) => {
                self.is_capital_at(at + c.len_utf8())
            }
            _ => false,
        }
    }

    pub(super) fn is_capital_at(&self, at: usize) -> bool {
        let kind = Kind::at(self.text.as_bytes(), at);
        kind.is(Kind::CAPITAL) || (kind.is(Kind::PART) && self.text[at..].chars().next().is_some_and(is_capital))
    }

    /// Settles a terminator behind a plain word, before a capital or a number: a word that no list knows ends its sentence,
    /// and a title does not.
    fn settle_word(&self, beginning: &Beginning, start: usize, at: usize) -> Option<bool> {
        let bytes = self.text.as_bytes();
        let free = start > beginning.at && Kind::of(bytes[start - 1]).is(Kind::BLANK);
        let letters = start + 2 < at || (start + 2 == at && !continues(bytes[start + 1]));
        // The first words of a line or a segment may be a mark, or an article with its noun.
        let first = start <= beginning.at + lines::ARTICLE_LIMIT
            || (Kind::of(bytes[start - 1]).is(Kind::BLANK) && bytes[start - 1] != b' ')
            || Kind::of(bytes[start - 2]).is(Kind::BLANK);
        if !free || !letters || first {
            return None;
        }
        let (word, profile) = (&self.text[start..at], self.profile);
        let tip = Tip::of(word);
        let stop = bytes[at] == b'.';
        // The first word of a pair is weighed with the second.
        let plain = if stop && profile.pair_starts.may_hold(tip) { None } else { Some(true) };
        if !stop || !profile.endings.may_hold(tip) {
            return plain;
        }
        // What is shouted, or the second word of a pair, or counted, as in "5 min.", is weighed.
        let counted =
            start < beginning.at + 2 || (bytes[start - 2] != b'.' && !Kind::of(bytes[start - 2]).is(Kind::LETTER));
        if counted || !Kind::of(bytes[at - 1]).is(Kind::SMALL) || profile.pair_endings.may_hold(tip) {
            return None;
        }
        match profile.abbreviations.get(word) {
            None => plain,
            Some(Class::Inline) => Some(false),
            Some(Class::Title) if self.is_before_name(beginning, start, at) => Some(false),
            Some(_) => None,
        }
    }

    /// Whether a title cannot but go before a name: it is no surname behind an initial ("A. Sen."), and what follows is no
    /// starter: an initial, or a word of two letters behind a title with a capital.
    fn is_before_name(&self, beginning: &Beginning, start: usize, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let initial = start >= beginning.at + 3
            && bytes[start - 2] == b'.'
            && Kind::of(bytes[start - 3]).is(Kind::LETTER)
            && !(start >= beginning.at + 4 && Kind::of(bytes[start - 4]).is(Kind::LETTER));
        let second = Kind::at(bytes, at + 3);
        let named =
            bytes.get(at + 3) == Some(&b'.') || (Kind::of(bytes[start]).is(Kind::CAPITAL) && second.is(Kind::LETTER));
        !initial && named
    }

    /// One of several initials with stops and blanks between: "A. B. C. Reis".
    fn is_middle_initial(&self, beginning: &Beginning, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        at >= beginning.at + 3
            && bytes[at - 3..at - 1] == *b". "
            && Kind::of(bytes[at - 1]).is(Kind::CAPITAL)
            && Kind::at(bytes, at + 2).is(Kind::CAPITAL)
            && bytes.get(at + 3) == Some(&b'.')
    }

    /// `C.Bayramov`, behind a blank or at the start.
    fn is_glued_initial(&self, beginning: &Beginning, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let Some(last) = bytes[beginning.at..at].last() else { return false };
        let width = if continues(*last) { 2 } else { 1 };
        let Some(start) = at.checked_sub(width).filter(|start| *start >= beginning.at) else { return false };
        let free = start == beginning.at || Kind::of(bytes[start - 1]).is(Kind::BLANK);
        free && !continues(bytes[start]) && self.is_capital_at(start) && self.is_capital_at(at + 1)
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use crate::segments::{Beginning, Segments, Step};
    use crate::{SegmentEnd, Segmenter};

    /// Texts that once had a quick answer of their own.
    const SEEN: &str = "O prémio de paz foi para Amartya Sen. O economista agradeceu. Foi entregue a A. Sen. Os colegas \
        aplaudiram. They sent the letter to P. Rev. He read it.\nA carta foi para o Cel. A resposta veio. O capítulo\n  II. \
        Depois saíram. He signed. iΣ was known. Prof. N.K.Osei və akad. T.Əliyev gəlib. Dr. A. B. Reis left.";

    const SUITES: [(&str, &str); 3] = [
        ("en", include_str!("../../../../tests/suite/segmentation/en.txt")),
        ("pt", include_str!("../../../../tests/suite/segmentation/pt.txt")),
        ("az", include_str!("../../../../tests/suite/segmentation/az.txt")),
    ];

    /// Says where the quick answer is another one than that of the slow road.
    fn disagreements(segmenter: &Segmenter, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut pass = Segments::new(text, segmenter.profile());
        while let Some(beginning) = pass.begin() {
            let mut step = Step::On(beginning.at);
            while let Step::On(from) = step {
                let Some(at) = pass.scan.find(&pass.profile.needles, text.as_bytes(), from) else { return found };
                step = match text.as_bytes()[at] {
                    b'.' | b'!' | b'?' => {
                        found.extend(disagreement(&pass, &beginning, at));
                        pass.at_terminator(&beginning, at)
                    }
                    b'\n' => pass.at_newline(&beginning, at),
                    _ => pass.at_mark(&beginning, at),
                };
            }
            if let Step::End(ending) = step {
                pass.state.at = ending.at;
                pass.state.bracket = None;
            }
        }
        found
    }

    fn disagreement(pass: &Segments<'_>, beginning: &Beginning, at: usize) -> Option<String> {
        let quick = pass.settle(beginning, pass.start_of_word(beginning, at), at)?;
        let mut slow = Segments::resume(pass.text, pass.profile, true, pass.state);
        let same = match (quick, slow.decide(beginning, at)) {
            (true, Step::End(end)) => end.at == at + 1 && end.end == SegmentEnd::Terminal,
            (true, _) => slow.is_in_dateline(beginning, at),
            (false, step) => matches!(step, Step::On(next) if next == at + 1),
        };
        let start = pass.text.floor_char_boundary(at.saturating_sub(20));
        (!same).then(|| format!("{quick} at the end of {:?}", &pass.text[start..=at]))
    }

    #[test]
    fn quick_answers_are_those_of_the_slow_road() {
        for (tag, suite) in SUITES {
            let segmenter = Segmenter::builtin(tag).expect("a built-in language");
            let suite = suite.replace("\\n", "\n");
            for text in [SEEN, &suite] {
                let found = disagreements(&segmenter, text);
                assert!(found.is_empty(), "{tag}: {found:#?}");
            }
        }
    }
}
