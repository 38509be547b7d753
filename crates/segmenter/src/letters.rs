//! What a character is to the rules: blank, part of a token, upper or lower case, and how words are compared.
//!
//! Knows no language. Comparison folds `I İ ı i` into one letter: Azerbaijani and English then need no flag, a title
//! typed on the wrong keyboard is still found, and no two entries of a profile differ in the dot alone.

use alloc::string::String;

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

// The tables of all scripts are slow, so the Latin letters with marks go first.

/// A letter of any script.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2af}' => true,
        _ => !is_mark(c) && c.is_alphabetic(),
    }
}

/// A letter or digit.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_digit() || is_letter(c) || (!c.is_ascii() && !is_mark(c) && c.is_numeric())
}

/// Guillemets, dashes, quotation marks and spaces: Latin-1 and the block of general punctuation.
fn is_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '\u{a0}' | '\u{2000}'..='\u{206f}')
}

/// A letter in upper case.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_uppercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'Ğ' | 'İ' | 'Ş' | 'Ə' => true,
        'ß'..='ö' | 'ø'..='ÿ' | 'ğ' | 'ı' | 'ş' | 'ə' => false,
        _ => c.is_uppercase(),
    }
}

/// A letter in lower case.
pub(crate) fn is_small(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'Ğ' | 'İ' | 'Ş' | 'Ə' => false,
        'ß'..='ö' | 'ø'..='ÿ' | 'ğ' | 'ı' | 'ş' | 'ə' => true,
        _ => c.is_lowercase(),
    }
}

/// Upper case, or a letter of a script that has no case.
pub(crate) fn is_upper(c: char) -> bool {
    is_letter(c) && !is_small(c)
}

/// One capital: `C` of `C.Bayramov`.
pub(crate) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(is_capital) && letters.next().is_none()
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
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'İ' | 'ı' => 'i',
        // Small already; the table of all scripts is slow.
        'ß'..='ÿ' | 'ğ' | 'ş' | 'ə' => c,
        // The Cyrillic look-alike is what older Azerbaijani keyboards write.
        'Ə' | '\u{4d8}' | '\u{4d9}' => 'ə',
        'Ş' => 'ş',
        'Ğ' => 'ğ',
        '’' => '\'',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// A word in the form in which it is compared.
pub(crate) fn folded(word: &str) -> String {
    word.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_and_dotless_i_are_one_letter() {
        assert_eq!(folded("İLK"), folded("ilk"));
        assert_eq!(folded("ILK"), folded("ılk"));
    }

    #[test]
    fn letters_without_case_count_as_upper() {
        assert!(is_upper('Ə') && is_upper('北') && !is_upper('ə') && !is_upper('ª') && !is_upper('5'));
    }
}
