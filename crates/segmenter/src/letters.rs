//! What a character is to the rules: blank, part of a token, upper or lower case, and how words are compared.
//!
//! Knows no language. Comparison folds `I İ ı i` into one letter: Azerbaijani and English then need no flag, a title
//! typed on the wrong keyboard is still found, and no two entries of a profile differ in the dot alone.

/// The most bytes that a word may have to be looked up, and that the rules look back for it.
pub(crate) const WORD_LIMIT: usize = 40;

/// White space, and the marks without width that editors leave behind.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// A character that can stand inside an abbreviation or a number: `f.-r.e.d`, `n.º`, `d'Alm`, `3,5`.
pub(crate) fn is_token(c: char) -> bool {
    match c {
        '.' | '-' | '\'' | '’' | 'º' | 'ª' | '°' => true,
        _ => is_word(c),
    }
}

/// A letter or digit; the Latin letters with marks go first, since the tables of all scripts are slow.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2af}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Upper case, or a letter of a script that has no case.
pub(crate) fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_alphabetic() && !c.is_lowercase() }
}

/// A capital Roman numeral.
pub(crate) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'))
}

/// The byte where the blanks that end at `end` begin.
pub(crate) fn trim_end(text: &str, end: usize) -> usize {
    text[..end].trim_end_matches(is_blank).len()
}

/// The form in which a character is compared.
pub(crate) fn fold(c: char) -> char {
    match c {
        'I' | 'İ' | 'ı' => 'i',
        // The Cyrillic look-alike that older Azerbaijani keyboards write.
        '\u{4d8}' | '\u{4d9}' => 'ə',
        '’' => '\'',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        // Small already; the table of all scripts is slow.
        'à'..='ÿ' | 'ğ' | 'ş' | 'ə' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Room for one folded word on the stack, so that a look-up allocates nothing.
#[derive(Debug)]
pub(crate) struct Folded {
    bytes: [u8; 2 * WORD_LIMIT + 8],
    length: usize,
}

impl Folded {
    pub(crate) fn new(word: &str) -> Self {
        let mut folded = Self { bytes: [0; 2 * WORD_LIMIT + 8], length: 0 };
        folded.push(word);
        folded
    }

    /// Two words with one space between them.
    pub(crate) fn pair(first: &str, second: &str) -> Self {
        let mut folded = Self::new(first);
        folded.push(" ");
        folded.push(second);
        folded
    }

    /// What does not fit is left out: no entry is as long.
    fn push(&mut self, word: &str) {
        for c in word.chars() {
            let c = fold(c);
            let Some(room) = self.bytes.get_mut(self.length..self.length + c.len_utf8()) else { return };
            self.length += c.encode_utf8(room).len();
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_and_dotless_i_are_one_letter() {
        assert_eq!(Folded::new("İLK").bytes(), Folded::new("ilk").bytes());
        assert_eq!(Folded::new("ILK").bytes(), Folded::new("ılk").bytes());
    }

    #[test]
    fn a_word_too_long_is_cut_and_not_a_panic() {
        assert!(Folded::new(&"Ə".repeat(500)).bytes().len() <= 2 * WORD_LIMIT + 8);
    }

    #[test]
    fn letters_without_case_count_as_upper() {
        assert!(is_upper('Ə') && is_upper('北') && !is_upper('ə') && !is_upper('ª') && !is_upper('5'));
    }
}
