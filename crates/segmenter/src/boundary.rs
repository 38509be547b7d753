//! The decision at a terminator: does the sentence end here?
//!
//! The questions come in the order of their price: what follows, then the token before, then its class, then the next word.

use core::cell::Cell;

use crate::around::{First, Next, Opening, Shape, Token};
use crate::letters::{WORD_LIMIT, is_blank, is_capital, is_initial, is_roman, is_small, is_upper, is_word};
use crate::lines::ARTICLE_LIMIT;
use crate::profile::{Class, Profile, Roles, Rule};
use crate::words::Tip;
use crate::{SegmentEnd, Sure};

/// The terminators that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    /// One full stop.
    Dot,
    /// Two full stops or more, or the sign for them.
    Ellipsis,
    /// With a question or exclamation mark.
    Strong,
}

/// What closes right after the terminators.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Closed {
    pub(crate) quote: bool,
    pub(crate) bracket: bool,
}

/// A terminator and what is known around it.
#[derive(Debug)]
pub(crate) struct Site<'t, 'p> {
    pub(crate) text: &'t str,
    pub(crate) profile: &'p Profile,
    /// Where the segment begins.
    pub(crate) start: usize,
    /// Where the first terminator stands.
    pub(crate) at: usize,
    pub(crate) run: Run,
    pub(crate) closed: Closed,
    /// Whether the bracket that closes here, or is open here, was opened inside the sentence.
    pub(crate) inside_bracket: bool,
    /// Whether the paragraph is a line of dialogue.
    pub(crate) dialogue: bool,
    pub(crate) next: Next<'t>,
    /// The roles of the next word, once somebody has asked.
    pub(crate) roles: Cell<Option<Roles>>,
}

/// An end with what made it and how sure it is; `None` is no end.
pub(crate) type Verdict = Option<(SegmentEnd, Sure)>;

/// The most bytes of marks before the first word of a sentence.
const MARKS_LIMIT: usize = 16;

/// The words before an abbreviation that show a quotation to be speech and no name.
const SPEECH_WORDS: usize = 3;

/// The most bytes of an ending in brackets: "(es)".
const ENDING_LIMIT: usize = 4;

/// How far a bracket that is open is looked for its end.
const BRACKET_LIMIT: usize = 128;

/// The most bytes of the second word of an abbreviation of two words.
const PAIRED_LIMIT: usize = 5;

const CERTAIN: Verdict = Some((SegmentEnd::Terminal, Sure::Certain));
const LIKELY: Verdict = Some((SegmentEnd::Terminal, Sure::Likely));

fn likely(yes: bool) -> Verdict {
    if yes { LIKELY } else { None }
}

impl<'t> Site<'t, '_> {
    pub(crate) fn decide(&self) -> Verdict {
        match self.next.first {
            First::End => CERTAIN,
            First::Mark => None,
            _ if self.says_nothing() => None,
            First::Dash => self.before_dash(),
            First::Lower => self.before_lower(),
            _ if !self.next.blank => self.glued(),
            _ if self.omits() => None,
            _ if self.run == Run::Dot => self.after_dot(),
            _ => self.after_mark(),
        }
    }

    /// Nothing but marks stands between the start and here: "…", "«?".
    fn says_nothing(&self) -> bool {
        self.at - self.start <= MARKS_LIMIT && !self.text[self.start..self.at].contains(is_word)
    }

    /// "[...]" and "(…)" leave something out and end nothing.
    fn omits(&self) -> bool {
        self.run == Run::Ellipsis
            && self.closed.bracket
            && self.text[self.start..self.at].trim_end().ends_with(['[', '('])
    }

    /// Whether the next word plays a role.
    fn next_plays(&self, role: Roles) -> bool {
        let roles = self.roles.get().unwrap_or_else(|| self.profile.roles.get(self.next.word()).unwrap_or_default());
        self.roles.set(Some(roles));
        roles.has(role)
    }

    /// The word behind the next, and how it begins.
    fn second(&self) -> Next<'t> {
        Next::near(self.text, self.next.end(), self.profile)
    }

    fn token(&self) -> Token<'t> {
        Token::before(self.text, self.at, self.start)
    }

    /// A closing mark and a dash carry on to the speaker; without one, a dash is the next turn of a dialogue.
    fn before_dash(&self) -> Verdict {
        let (opened, start) = (self.next.opening != Opening::None, self.next.start());
        // Typewriters make a dash of two hyphens.
        let dashes = self.text[start..].chars().take(3).take_while(|c| self.profile.dashes.contains(c));
        let end = start + dashes.map(char::len_utf8).sum::<usize>();
        let next = Next::near(self.text, end, self.profile);
        let turn = matches!(next.first, First::Upper) && self.next.blank;
        if self.closed.quote || opened || !turn || self.inside_bracket {
            return None;
        }
        match self.run {
            Run::Dot => {
                let token = self.token();
                likely(self.is_plain(&token) || (self.dialogue && token.shape() == Shape::Number))
            }
            _ => likely(self.dialogue && !Site { next, roles: Cell::new(None), ..*self }.is_attributed(|_| true)),
        }
    }

    /// A lower-case word opens a sentence where the profile allows it, and for a writer who opened this one so too.
    fn before_lower(&self) -> Verdict {
        let allowed = self.profile.rules.has(Rule::LowerCaseStarts) || self.text[self.start..].starts_with(is_small);
        if !allowed || self.closed.quote || self.closed.bracket || !self.next.blank || self.run == Run::Ellipsis {
            return None;
        }
        likely(self.next.opening == Opening::None && self.is_plain(&self.token()))
    }

    /// A word of two letters and more that no list knows.
    fn is_plain(&self, token: &Token<'t>) -> bool {
        token.is_plain_word() && token.text.chars().nth(1).is_some() && self.class_of(token).is_none()
    }

    /// Two sentences without a blank between: the shapes must exclude names, addresses and numbers.
    fn glued(&self) -> Verdict {
        let asked = self.run != Run::Dot && self.inside_bracket && self.bracket_closes_soon();
        let yes = self.profile.rules.has(Rule::Glued) && !asked && self.opens_glued() && self.closes_glued();
        yes.then_some((SegmentEnd::Glued, Sure::Likely))
    }

    fn opens_glued(&self) -> bool {
        let word = self.next.word();
        let (mut letters, after) = (word.chars(), self.next.after());
        if !letters.next().is_some_and(is_capital) {
            return false;
        }
        let beyond = || self.text[self.next.end()..].chars().nth(1);
        let address = after == Some('.') && beyond().is_some_and(|c| is_small(c) || c.is_ascii_digit());
        match letters.next() {
            // `Day.Az`, `Oxu.Az-a`, `Aysel.M.Reis@mfa.example`
            _ if self.names_a_site() || self.names_a_mailbox() => false,
            // `bitib.C.Bayramov`
            None if after == Some('.') => beyond().is_some_and(is_upper),
            None => {
                let goes_on = || self.second().first != First::End;
                let free = after == Some(',') || (after.is_some_and(is_blank) && goes_on());
                free && self.next_plays(Roles::STARTER)
            }
            Some(_) => !address && !matches!(after, Some('@' | '/' | '_' | '=')),
        }
    }

    /// A capital before and the last part of an address behind.
    fn names_a_site(&self) -> bool {
        let word = self.next.word();
        let domain = || word.split_once('-').map_or(word, |(domain, _)| domain);
        !self.token().first().is_some_and(is_small) && self.profile.plays(domain(), Roles::DOMAIN)
    }

    fn names_a_mailbox(&self) -> bool {
        let rest = self.text[self.next.start()..].chars().take(WORD_LIMIT);
        rest.take_while(|c| !is_blank(*c)).any(|c| c == '@')
    }

    fn closes_glued(&self) -> bool {
        let token = self.token();
        let before = self.text[self.start..token.start].chars().next_back();
        if matches!(before, Some('@' | '/' | '_' | '=' | '#' | ':' | '&' | '\\')) || is_initial(token.text) {
            return false;
        }
        let small_second = || self.next.word().chars().nth(1).is_some_and(is_small);
        let opens_free = || self.starts() && self.next.after().is_none_or(is_blank);
        match (token.shape(), self.class_of(&token)) {
            (_, Some(class)) => class == Class::Tail && (self.starts() || self.next.word().chars().nth(1).is_some()),
            (Shape::Empty, _) => self.run != Run::Ellipsis && before.is_some_and(|c| !is_blank(c)),
            (Shape::Number, _) => {
                let year = || token.text.len() == 4 && (small_second() || self.starts());
                self.closed.quote || self.closed.bracket || year()
            }
            (Shape::Dotted { .. }, _) => opens_free(),
            (Shape::Word, _) if token.is_acronym() => opens_free(),
            // "às 18h.Não", "do G20.Angola"
            (Shape::Word, _) if token.is_coded() => self.starts() || small_second(),
            (Shape::Word, _) => token.is_plain_word() && token.text.chars().nth(1).is_some(),
            _ => false,
        }
    }

    /// After "!", "?" or "…", before an upper-case word, a number or a sign.
    fn after_mark(&self) -> Verdict {
        if self.run == Run::Ellipsis && self.next.first == First::Digit {
            return None;
        }
        if self.inside_bracket && (self.closed.bracket || self.bracket_closes_soon()) {
            return None;
        }
        if self.closed.quote && self.is_attributed(|word| self.is_name(word)) {
            return None;
        }
        CERTAIN
    }

    /// "three capitals (Rome? Madrid? Lisbon?) but": the bracket is open, and closes before the next full stop.
    fn bracket_closes_soon(&self) -> bool {
        let rest = self.text.as_bytes()[self.next.start()..].iter().take(BRACKET_LIMIT);
        rest.copied()
            .find(|byte| matches!(byte, b')' | b']' | b'.' | b'\n'))
            .is_some_and(|byte| matches!(byte, b')' | b']'))
    }

    /// Whether a speaker and a verb of saying follow: “Why now?” Bayramov asked. – Kim gəlir? – Nazir soruşub.
    fn is_attributed(&self, speaks: impl Fn(&str) -> bool) -> bool {
        let (mut next, mut words) = (self.next, 0);
        while words < 6 && next.opening == Opening::None && !next.word().is_empty() {
            if self.profile.plays(next.word(), Roles::SPEECH) {
                return words > 0;
            }
            // Titles go with a full stop: "Mr. Blake asked".
            let stop = next.is_stopped();
            if !speaks(next.word()) || (stop && !self.is_short(next.word())) {
                return false;
            }
            next = Next::near(self.text, next.end() + usize::from(stop), self.profile);
            words += 1;
        }
        false
    }

    fn is_name(&self, word: &str) -> bool {
        if word.starts_with(is_upper) {
            !self.profile.plays(word, Roles::STARTER) || self.profile.abbreviations.get(word) == Some(Class::Title)
        } else {
            self.profile.plays(word, Roles::PARTICLE)
        }
    }

    fn is_short(&self, word: &str) -> bool {
        self.profile.abbreviations.get(word) == Some(Class::Title) || word.chars().nth(1).is_none()
    }

    /// After a full stop, before an upper-case word, a number or a sign.
    fn after_dot(&self) -> Verdict {
        let token = self.token();
        let (shape, open) = (token.shape(), !self.closed.quote && !self.closed.bracket);
        if open && self.opens_line(&token) && token.is_item_mark() {
            return None;
        }
        if open && (self.opens_pair(&token) || self.is_inflected_title(&token)) {
            return None;
        }
        if self.opens_bracket(&token) || self.is_lone_noun(&token) {
            return None;
        }
        let label = shape == Shape::Letter && self.is_label(&token);
        if shape == Shape::Letter && (self.follows_sign(&token) || (label && self.starts())) {
            return LIKELY;
        }
        match self.class_of(&token) {
            Some(class) => self.after_abbreviation(self.soften(class, &token), &token),
            None if shape == Shape::Letter => self.after_letter(&token, label),
            None => self.after_shape(shape, &token),
        }
    }

    /// The byte before the token, if the token does not begin the segment.
    fn byte_before(&self, token: &Token<'t>) -> Option<u8> {
        if token.start > self.start { Some(self.text.as_bytes()[token.start - 1]) } else { None }
    }

    /// Whether the token is the first of its line.
    fn opens_line(&self, token: &Token<'t>) -> bool {
        match self.byte_before(token) {
            None | Some(b'\n') => true,
            Some(b' ' | b'\t') => self.text[self.start..token.start].trim_end_matches([' ', '\t']).ends_with('\n'),
            Some(_) => false,
        }
    }

    /// "Flt. Lt.", "d. C.": with the next word, an abbreviation of two.
    fn opens_pair(&self, token: &Token<'t>) -> bool {
        let known =
            || self.profile.abbreviations.get_pair(&self.text[token.start..=self.at], self.next.word()).is_some();
        self.next.opening == Opening::None
            && self.next.first == First::Upper
            && self.next.is_stopped()
            && self.profile.pair_starts.may_hold(Tip::of(token.text))
            && known()
    }

    /// "Sr(a).", "Dr(s).": an ending in brackets, glued to a title.
    fn is_inflected_title(&self, token: &Token<'t>) -> bool {
        if !token.text.is_empty() || self.byte_before(token) != Some(b')') {
            return false;
        }
        let lowest = self.start.max(self.at.saturating_sub(ENDING_LIMIT));
        let Some(open) = memchr::memrchr(b'(', &self.text.as_bytes()[lowest..self.at]) else { return false };
        let word = Token::before(self.text, lowest + open, self.start);
        !word.text.is_empty() && self.class_of(&word) == Some(Class::Title)
    }

    /// "120 km/h.", "Banco Sul S/A.", "?id=a.": a letter behind a sign is no initial.
    fn follows_sign(&self, token: &Token<'t>) -> bool {
        matches!(self.byte_before(token), Some(b'/' | b'=' | b'_' | b'?' | b'&' | b'@' | b'#'))
    }

    /// "O Côn. Pires": an article and a short noun make no sentence, so the noun is an abbreviation, known or not.
    fn is_lone_noun(&self, token: &Token<'t>) -> bool {
        let article = || self.text[self.start..token.start].trim_end();
        token.start <= self.start + ARTICLE_LIMIT
            && token.text.len() <= 10
            && token.first().is_some_and(is_upper)
            && token.is_plain_word()
            && self.profile.plays(article(), Roles::ARTICLE)
            && self.next.first == First::Upper
            && !self.starts()
    }

    /// The class of the abbreviation that the token is, alone or with the token before it, or at its last hyphen.
    fn class_of(&self, token: &Token<'t>) -> Option<Class> {
        let words = &self.profile.abbreviations;
        if token.text.is_empty() {
            return None;
        }
        if token.text.len() <= PAIRED_LIMIT && self.profile.pair_endings.may_hold(Tip::of(token.text)) {
            let previous = token.previous(self.text, self.start).text;
            let pair = (!previous.is_empty()).then(|| words.get_pair(previous, token.text)).flatten();
            if pair.is_some() {
                return pair;
            }
        }
        if token.is_acronym() && !self.is_shouted(token) {
            return words.get_exact(token.text);
        }
        let known = words.get(token.text).filter(|class| self.is_written_so(*class, token));
        known.or_else(|| self.class_of_part(token))
    }

    /// "P.A. Sangma" has initials, and "p.a." is none of them: what closes an enumeration or an hour is not written in
    /// capitals, unless the list has it so, or an hour stands before.
    fn is_written_so(&self, class: Class, token: &Token<'t>) -> bool {
        let initials = || matches!(token.shape(), Shape::Dotted { letters: 2 }) && !token.text.contains(is_small);
        match class {
            Class::Tail => !initials() || self.profile.abbreviations.get_exact(token.text).is_some(),
            Class::Clock => !initials() || self.is_counted(token),
            _ => true,
        }
    }

    /// The class of an abbreviation that ends in a known one: "Vice-Gov", "geol.-min.e.d", or carries a mark: "Drª".
    fn class_of_part(&self, token: &Token<'t>) -> Option<Class> {
        let words = &self.profile.abbreviations;
        if !token.has_marks() {
            return None;
        }
        if let Some(stem) = token.stem() {
            return words.get(stem).filter(|class| matches!(class, Class::Title | Class::BeforeNumber));
        }
        let small = token.text.contains('.') && !token.text.contains(is_capital);
        let parts = token.text.match_indices(['.', '-']).filter(|_| small);
        let degree = |part: &str| words.get(part).filter(|class| *class == Class::Title);
        let prefixed = || {
            let (front, part) = token.text.split_once('-')?;
            words.get(part).filter(|class| *class == Class::Title && self.profile.plays(front, Roles::PREFIX))
        };
        let last = token.last_part().and_then(|part| words.get(part)).or_else(prefixed);
        last.or_else(|| parts.map(|(at, _)| &token.text[at + 1..]).find_map(degree))
    }

    /// What stands around an abbreviation in capitals, if it is not an acronym at the end: "NO. 5", "GEN. A. WARD"; but
    /// "no PE. 30 deputados".
    fn is_shouted(&self, token: &Token<'t>) -> bool {
        if self.next.first == First::Digit {
            return token.start == self.start || token.previous(self.text, self.start).is_acronym();
        }
        let mut letters = self.next.word().chars();
        letters.next().is_some_and(is_upper) && letters.next().is_none_or(is_capital) && !self.starts()
    }

    /// What would never end a sentence may end it where it is no title: «"Mr."», "5 min.", "a sales rep. He", "Drª.".
    fn soften(&self, class: Class, token: &Token<'t>) -> Class {
        if self.closed.quote && self.closes_speech(token) {
            return Class::Tail;
        }
        match class {
            Class::Title | Class::Inline if self.closed.quote => Class::Unit,
            Class::Title | Class::Inline => self.soften_strict(class, token),
            Class::CountedDate if self.is_dated(token) => Class::Date,
            Class::CountedDate => Class::Tail,
            _ => class,
        }
    }

    /// A class that never ends a sentence, where the words around show that it does.
    fn soften_strict(&self, class: Class, token: &Token<'t>) -> Class {
        let previous = token.previous(self.text, self.start).text;
        let (title, counted) = (class == Class::Title, ends_in_digit(previous));
        let small = token.first().is_some_and(is_small);
        match () {
            // "P. Sen.": what goes behind an initial is a surname, whatever it is elsewhere.
            () if title && previous.strip_suffix('.').is_some_and(is_initial) => Class::Unit,
            () if title && counted && self.profile.plays(token.text, Roles::DATE) => Class::Date,
            () if counted && small => Class::Tail,
            () if counted => Class::Unit,
            () if title && ((small && self.starts_clearly()) || self.opens_with_letter()) => Class::Unit,
            () if title && (token.stem().is_some() || self.next.opening == Opening::Quote) => Class::Unit,
            () => class,
        }
    }

    /// “a victory for the U.S.”: three words and more stand between the mark and the token, so that no name is quoted.
    fn closes_speech(&self, token: &Token<'t>) -> bool {
        let lowest = self.text.ceil_char_boundary(token.start.saturating_sub(SPEECH_WORDS * WORD_LIMIT));
        let lowest = self.start.max(lowest);
        let words = self.text[lowest..token.start].rsplit(is_blank).filter(|word| !word.is_empty());
        let free = words.take(SPEECH_WORDS).take_while(|word| !word.contains(|c| self.profile.is_quote(c)));
        free.count() == SPEECH_WORDS
    }

    /// Whether a starter of two letters and more follows that is no part of a name, as "Dos Santos" has one.
    fn starts_clearly(&self) -> bool {
        let word = self.next.word();
        self.next.opening == Opening::None
            && word.chars().nth(1).is_some()
            && !self.next.is_stopped()
            && !self.next_plays(Roles::PARTICLE)
            && !self.next_plays(Roles::OFFICE)
            && self.starts()
    }

    /// "Amartya Sen. O economista agradeceu": a starter of one letter, with a small word behind it, is no initial.
    fn opens_with_letter(&self) -> bool {
        let word = self.next.word();
        word.chars().nth(1).is_none()
            && self.next.opening == Opening::None
            && self.second().first == First::Lower
            && self.starts()
    }

    /// "5 mar.", "5 de mar.", "em mar. 2023": a number before it, or a year behind it and a word of dates before it.
    fn is_dated(&self, token: &Token<'t>) -> bool {
        let previous = token.previous(self.text, self.start);
        let linked = self.profile.plays(previous.text, Roles::DATE);
        let year = self.next.first == First::Digit && self.next.word().len() == 4;
        self.is_counted(token) || (linked && (year || self.is_counted(&previous)))
    }

    /// Whether a number stands before the token: "5 min.", "2,3 m."
    fn is_counted(&self, token: &Token<'t>) -> bool {
        ends_in_digit(token.previous(self.text, self.start).text)
    }

    fn after_abbreviation(&self, class: Class, token: &Token<'t>) -> Verdict {
        let (upper, opening) = (self.next.first == First::Upper, self.next.opening);
        let starter = || {
            self.starts()
                || (matches!(class, Class::Unit | Class::Address | Class::Suffix) && self.opens_clause())
                || (class == Class::Suffix && self.next_plays(Roles::OFFICE))
        };
        if opening == Opening::Bracket || (self.closed.bracket && self.inside_bracket) {
            return likely(!matches!(class, Class::Title | Class::Inline | Class::BeforeNumber) && starter());
        }
        match class {
            Class::Title | Class::Inline => None,
            Class::BeforeNumber => likely(upper && !self.names_a_part(starter())),
            Class::Date => {
                likely(self.next.first != First::Digit && !self.is_date_part() && !self.opens_with_date(token))
            }
            Class::CountedDate => LIKELY,
            Class::Clock => likely(starter() || !(self.carries_on_hour() || self.describes(token))),
            Class::Tail if self.next.first == First::Digit => likely(!self.is_repeated(token)),
            Class::Tail => LIKELY,
            Class::Amount => likely(upper && !self.counts_money()),
            Class::Unit | Class::Suffix => likely(upper && (opening == Opening::Quote || starter())),
            Class::Street => likely(upper && (starter() || self.speaks_on())),
            Class::Address => likely(upper && starter() && !self.names_a_street()),
        }
    }

    /// A zone, alone or behind the name of a town, or a day: "5 p.m. GMT", "5 p.m. Baku time", "5 p.m. Monday".
    fn carries_on_hour(&self) -> bool {
        let (mut next, mut words) = (self.next, 0);
        while words < 3 && next.opening != Opening::Quote && !next.word().is_empty() {
            let word = next.word();
            if self.profile.plays(word, Roles::ZONE) || (words == 0 && self.profile.plays(word, Roles::DATE)) {
                return true;
            }
            if !word.starts_with(is_upper) {
                return false;
            }
            next = Next::near(self.text, next.end(), self.profile);
            words += 1;
        }
        false
    }

    /// "Av. Sete de Setembro", "R. Nossa Senhora": a starter and a capital, with a small word of names between or none.
    fn names_a_street(&self) -> bool {
        let second = self.second();
        let third = || Next::near(self.text, second.end(), self.profile);
        let particle = || self.profile.plays(second.word(), Roles::PARTICLE) && third().first == First::Upper;
        let name = second.first == First::Upper || (second.first == First::Lower && particle());
        name && !self.next_plays(Roles::ARTICLE)
    }

    /// "Harbour Rd. Applicants should": a small word behind the next, which is no label. Not "Abbey Rd. Studios".
    fn speaks_on(&self) -> bool {
        !self.next_plays(Roles::LABEL) && self.second().first == First::Lower
    }

    /// "the 10 a.m. Senate hearing": an article before the number.
    fn describes(&self, token: &Token<'t>) -> bool {
        let article = || token.previous(self.text, self.start).previous(self.text, self.start).text;
        self.profile.rules.has(Rule::AttributiveHours) && self.profile.plays(article(), Roles::ARTICLE)
    }

    /// "5 mlrd. ABŞ dolları", "5 mln. Yeni Zelandiya dolları": money within three words.
    fn counts_money(&self) -> bool {
        let mut next = self.next;
        for _ in 0..3 {
            if next.word().is_empty() || next.opening != Opening::None {
                return false;
            }
            if self.profile.plays(next.word(), Roles::MONEY) {
                return true;
            }
            next = Next::near(self.text, next.end(), self.profile);
        }
        false
    }

    /// "s. 12 və s. 45": what closes an enumeration elsewhere stood before a number already.
    fn is_repeated(&self, token: &Token<'t>) -> bool {
        let link = token.previous(self.text, self.start);
        let number = link.previous(self.text, self.start);
        let first = number.previous(self.text, self.start);
        number.shape() == Shape::Number && first.text.strip_suffix('.') == Some(token.text)
    }

    /// The next word is a number, a label or a code: "Art. V", "fig. B", "bax. Cədvəl 4", "No. CAR-20", "Doc. A/62".
    fn names_a_part(&self, starter: bool) -> bool {
        let word = self.next.word();
        if word.contains(|c: char| c.is_ascii_digit()) || self.next.after() == Some('/') {
            return true;
        }
        let letter = word.chars().nth(1).is_none() && !starter;
        is_roman(word) || letter || self.next_plays(Roles::LABEL)
    }

    /// "Mon. Jan. 5": a weekday goes before its month.
    fn is_date_part(&self) -> bool {
        self.next.is_stopped() && self.profile.abbreviations.get(self.next.word()) == Some(Class::Date)
    }

    /// "On Fri. Azerbaijan welcomed it.": one small word and a date are no sentence.
    fn opens_with_date(&self, token: &Token<'t>) -> bool {
        let previous = token.previous(self.text, self.start);
        token.start > self.start && previous.start == self.start && self.profile.plays(previous.text, Roles::STARTER)
    }

    /// Whether the next word is one that likes to open a sentence, and is not an initial or an acronym.
    fn starts(&self) -> bool {
        let word = self.next.word();
        let mut letters = word.chars();
        let (first, second) = (letters.next(), letters.next());
        let written = first.is_some_and(is_upper) && !second.is_some_and(is_capital);
        let initial = || second.is_none() && self.next.is_stopped();
        let office = || {
            self.profile.office_starts.may_hold(Tip::of(word)) && {
                let second = self.second();
                let pair = self.profile.roles.get_pair(word, second.word());
                second.first == First::Upper && pair.is_some_and(|roles| roles.has(Roles::OFFICE))
            }
        };
        let verb = || word.rsplit_once('-').is_some_and(|(_, part)| self.profile.plays(part, Roles::ENCLITIC));
        let people = || self.next_plays(Roles::PEOPLE) && self.second().first == First::Lower;
        written && !initial() && ((self.next_plays(Roles::STARTER) && !office()) || verb() || people())
    }

    /// Whether the word after the next shows that a clause has begun: the Azerbaijani "Səfirlik isə …".
    fn opens_clause(&self) -> bool {
        let second = self.second();
        !second.word().is_empty() && second.blank && self.profile.plays(second.word(), Roles::SECOND)
    }

    fn after_shape(&self, shape: Shape, token: &Token<'t>) -> Verdict {
        let rules = &self.profile.rules;
        match shape {
            // "(Bakı, Elm, 2013. 480 səh.)"
            Shape::Number if self.next.first == First::Digit && self.inside_bracket && !self.closed.bracket => None,
            Shape::Number if self.next.first == First::Upper && self.opens_point(token) => None,
            _ if rules.has(Rule::OrdinalDot) && token.counts() && self.next.first == First::Upper => {
                likely(self.starts_clearly())
            }
            _ if token.is_ordinal() && self.is_article_number(token) => None,
            Shape::Dotted { letters } => self.after_acronym(token, letters),
            _ => CERTAIN,
        }
    }

    /// "Tərəflər bildirirlər: 1. Sülh vacibdir": a small number behind a colon or semicolon counts points.
    fn opens_point(&self, token: &Token<'t>) -> bool {
        let colon =
            || self.text[self.start..token.start].strip_suffix(' ').is_some_and(|text| text.ends_with([':', ';']));
        self.is_article_number(token) || (token.text.len() <= 2 && colon())
    }

    /// A short word in small letters right behind an opening bracket is an abbreviation, known or not: "(cap. Baku)".
    fn opens_bracket(&self, token: &Token<'t>) -> bool {
        if self.byte_before(token) != Some(b'(') {
            return false;
        }
        let small = || token.text.len() <= 5 && token.text.chars().all(is_small);
        // "(Azerb. Şuşa)"
        let label = || self.inside_bracket && token.text.len() <= 7 && token.is_plain_word() && !self.starts();
        small() || label()
    }

    /// "Article 5. General provisions", "“Maddə 10-1. Cəza", "Art. 1º. A lei": a label and its number open a title.
    fn is_article_number(&self, token: &Token<'t>) -> bool {
        let label = token.previous(self.text, self.start);
        // Marks may open a sentence, few of them.
        let near = label.start - self.start <= MARKS_LIMIT;
        let first = || !self.text[self.start..label.start].contains(is_word);
        near && first() && self.profile.plays(label.text.trim_end_matches('.'), Roles::LABEL)
    }

    /// One letter is an initial, unless it names a thing: "option B.", "parts A and B.".
    fn after_letter(&self, token: &Token<'t>, label: bool) -> Verdict {
        let upper = token.first().is_some_and(is_upper);
        if upper && (self.closed.quote || self.closed.bracket) {
            return LIKELY;
        }
        if label || (!upper && self.is_counted(token)) {
            return LIKELY;
        }
        match self.next.first {
            First::Upper => likely(self.starts() && !self.next_plays(Roles::PARTICLE)),
            // "Charles I. 12 nations"; but "Pub. L. 89-551", "Lopes, A. (2019)".
            _ => likely(
                matches!(token.text, "I" | "V" | "X")
                    && self.next.first == First::Digit
                    && self.next.opening == Opening::None,
            ),
        }
    }

    fn is_label(&self, token: &Token<'t>) -> bool {
        let previous = token.previous(self.text, self.start);
        if previous.text.ends_with('.') {
            return false;
        }
        let enumerated = || {
            let other = previous.previous(self.text, self.start);
            other.shape() == Shape::Letter && other.first().is_some_and(is_upper) && other.start > self.start
        };
        self.profile.plays(previous.text, Roles::LABEL) || (!previous.text.is_empty() && enumerated())
    }

    fn after_acronym(&self, token: &Token<'t>, letters: usize) -> Verdict {
        if self.closed.quote && self.closes_speech(token) {
            return LIKELY;
        }
        let ends = self.profile.rules.has(Rule::AcronymEnds) && letters > 2 && self.is_named_acronym(token);
        let free = self.next.opening != Opening::Bracket && !(self.closed.bracket && self.inside_bracket);
        likely(self.next.first == First::Upper && (self.starts() || (ends && free)))
    }

    /// "da O.N.U.", not the initials of "J.R.R. Tolkien": an acronym has an article before it, where the language has any.
    fn is_named_acronym(&self, token: &Token<'t>) -> bool {
        let article = || self.profile.plays(token.previous(self.text, self.start).text, Roles::ARTICLE);
        token.first().is_some_and(is_upper) && article()
    }
}

fn ends_in_digit(token: &str) -> bool {
    token.ends_with(|c: char| c.is_ascii_digit())
}
