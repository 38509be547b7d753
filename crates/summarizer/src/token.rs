//! Words, numbers and marks of one sentence.

use std::ops::Range;

use attache_schema::Span;

use crate::folded::Folded;
use crate::words::key;

/// The smallest unit that patterns speak of.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    pub(crate) span: Span,
    /// The letters as they stand.
    pub(crate) text: &'a str,
    /// The folded letters.
    pub(crate) word: &'a str,
    /// The word as a number.
    pub(crate) key: u64,
    pub(crate) shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Lower,
    Capital,
    Number,
    Mark,
}

/// The marks of lists: "• The ambassador of Peru".
pub(crate) const ITEM_MARKS: [char; 10] = ['•', '-', '–', '—', '*', '·', '▪', '●', '◦', '►'];

impl Token<'_> {
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital)
    }

    pub(crate) fn is_quote(&self) -> bool {
        matches!(self.text, "\"" | "“" | "”" | "«" | "»" | "„")
    }

    /// A mark with which an item of a list begins.
    fn is_item_mark(&self) -> bool {
        self.text.starts_with(ITEM_MARKS)
    }

    /// A number such as items of a list bear.
    fn counts_items(&self) -> bool {
        self.shape == Shape::Number && self.text.len() <= COUNT && self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether another token follows without a blank.
    pub(crate) fn touches(&self, next: &Token<'_>) -> bool {
        self.span.end == next.span.start
    }

    /// Two capitals or more and nothing else: an abbreviation, or a word of a heading.
    pub(crate) fn is_loud(&self) -> bool {
        self.text.chars().count() > 1 && self.text.chars().all(char::is_uppercase)
    }

    /// A mark at which a clause ends.
    pub(crate) fn closes_clause(&self) -> bool {
        matches!(self.text, "," | ";" | ":" | ".") || self.is_dash()
    }

    /// A dash; a hyphen that stands by itself is typed for one.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.text, "–" | "—" | "-")
    }

    /// The number that the token is or begins with ("5", "5th", "5-ci").
    pub(crate) fn leading_number(&self) -> Option<u32> {
        let digits = self.word.bytes().take_while(u8::is_ascii_digit).count();
        self.word[..digits].parse().ok()
    }
}

/// The most digits of the number of an item.
const COUNT: usize = 2;

/// How many tokens stand before an item of a list: "• X", "– 14h30 – X", "1. X", "2) X", "(3) X".
pub(crate) fn item_head(tokens: &[Token<'_>]) -> Option<usize> {
    match tokens {
        [mark, hour, dash, ..] if mark.is_item_mark() && hour.shape == Shape::Number && dash.is_item_mark() => Some(3),
        [mark, ..] if mark.is_item_mark() => Some(1),
        [number, close, ..] if number.counts_items() && matches!(close.text, "." | ")") => Some(2),
        [open, number, close, ..] if open.text == "(" && number.counts_items() && close.text == ")" => Some(3),
        _ => None,
    }
}

/// Where the clause begins in which a token stands.
pub(crate) fn clause_start(tokens: &[Token<'_>], at: usize) -> usize {
    tokens[..at].iter().rposition(Token::closes_clause).map_or(0, |stop| stop + 1)
}

/// Whether the address of a site begins at a token ("Xeber.az").
pub(crate) fn opens_site(tokens: &[Token<'_>]) -> bool {
    let [name, dot, end, ..] = tokens else { return false };
    // "Modern.az-ın": a suffix may hang on it.
    let domain = end.text.split(['-', '\'', '\u{2019}']).next().unwrap_or_default();
    is_site([name, dot, end], domain)
}

/// Whether three tokens are the address of a site: letters touch a dot, and it a domain, which is a short word in small letters.
pub(crate) fn is_site([name, dot, end]: [&Token<'_>; 3], domain: &str) -> bool {
    let touches = name.touches(dot) && dot.touches(end);
    let is_domain = (2..=4).contains(&domain.len()) && domain.bytes().all(|byte| byte.is_ascii_lowercase());
    dot.text == "." && touches && is_domain && name.is_word() && name.text.chars().count() > 1
}

/// Whether two ranges of tokens share one: the halves of a compound ("Azerbaijan-Portugal") do.
pub(crate) fn share_token(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Cuts a sentence. A word is a run of letters and digits; an apostrophe or hyphen between two of them belongs to it.
pub(crate) fn tokenize<'a>(text: &'a str, folded: &'a Folded, sentence: Span) -> Vec<Token<'a>> {
    let body = sentence.of(text);
    // About one for each six bytes.
    let mut tokens = Vec::with_capacity(body.len() / 5 + 2);
    let mut next = 0;
    while let Some(c) = letter_at(body, next) {
        let start = next;
        let mut end = start + c.len_utf8();
        next = end;
        // Asterisks are bold letters in messages that were pasted ("*Marta Quiroga*"), no marks of the sentence.
        if c.is_whitespace() || c == '*' {
            continue;
        }
        if is_alphanumeric(c) {
            end = word_end(body, end);
            next = end;
        }
        let span = Span::new(sentence.start + start, sentence.start + end);
        let word = folded.slice(span.start, span.end);
        tokens.push(Token { span, text: span.of(text), word, key: key(word), shape: shape(c) });
    }
    tokens
}

/// Where the word ends that goes on at `at`.
fn word_end(body: &str, mut at: usize) -> usize {
    loop {
        // Most letters have one byte.
        at += body.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        match letter_at(body, at) {
            Some(c) if is_alphanumeric(c) || is_combining(c) || (is_joint(c) && joins(body, at, c)) => {
                at += c.len_utf8();
            }
            _ => return at,
        }
    }
}

fn letter_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[at..].chars().next() }
}

/// As `char::is_alphanumeric`, which looks Latin letters up in a table.
fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{C0}'..='\u{24F}' => !matches!(c, '×' | '÷'),
        _ => c.is_alphanumeric(),
    }
}

pub(crate) fn is_combining(c: char) -> bool {
    ('\u{0300}'..='\u{036F}').contains(&c)
}

/// Marks that can stand inside a word: "Côte d'Ivoire", "peace-building", "5.ª", "BMT‑nin".
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{b4}' | '-' | '\u{2010}' | '\u{2011}' | 'º' | 'ª' | '.')
}

fn joins(body: &str, at: usize, joint: char) -> bool {
    let before = body[..at].chars().next_back();
    let after = body[at + joint.len_utf8()..].chars().next();
    match joint {
        'º' | 'ª' => before.is_some_and(|c| c.is_ascii_digit() || c == '.'),
        // A dot joins digits ("1.500", "05.03.2023") and ordinal marks ("5.ª"), never words.
        '.' => {
            before.is_some_and(|c| c.is_ascii_digit())
                && after.is_some_and(|c| c.is_ascii_digit() || is_ordinal_mark(c))
        }
        _ => after.is_some_and(char::is_alphanumeric),
    }
}

fn is_ordinal_mark(c: char) -> bool {
    matches!(c, 'º' | 'ª')
}

fn shape(first: char) -> Shape {
    if first.is_numeric() {
        Shape::Number
    } else if first.is_uppercase() {
        Shape::Capital
    } else if first.is_alphabetic() {
        Shape::Lower
    } else {
        Shape::Mark
    }
}

#[cfg(test)]
mod tests {
    use super::is_alphanumeric;

    #[test]
    fn the_letters_are_those_of_unicode() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        assert!(all.into_iter().all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }
}
