//! Words as budgets count them.

/// How many words a text has, as budgets count them: runs without blanks that hold a letter or a digit.
#[must_use]
pub fn word_count(text: &str) -> usize {
    let (mut words, mut at) = (0, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() { char::from(*byte) } else { text[at..].chars().next().unwrap_or(' ') };
        at += c.len_utf8();
        if c.is_alphanumeric() {
            words += 1;
            at = end_of_run(text, at);
        }
    }
    words
}

/// Where the next blank stands.
fn end_of_run(text: &str, from: usize) -> usize {
    let mut at = from;
    // Nearly every byte tells by itself that the run goes on.
    while let Some(passed) = text.as_bytes()[at..].iter().position(|byte| MAY_BE_BLANK[usize::from(*byte)]) {
        at += passed;
        match text[at..].chars().next() {
            Some(c) if !c.is_whitespace() => at += c.len_utf8(),
            _ => return at,
        }
    }
    text.len()
}

/// The bytes with which blanks begin, among others: the control characters, and the leading bytes of the blocks with other blanks.
const MAY_BE_BLANK: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte <= 0x20 {
        bytes[byte] = true;
        byte += 1;
    }
    (bytes[0xC2], bytes[0xE1], bytes[0xE2], bytes[0xE3]) = (true, true, true, true);
    bytes
};

#[cfg(test)]
mod tests {
    use super::word_count;

    #[test]
    fn a_word_is_a_run_without_blanks_that_holds_a_letter_or_a_digit() {
        for (text, words) in [
            ("", 0),
            (" , – ; ", 0),
            ("one two", 2),
            ("l'eau – (na íntegra), e 5.ª!", 5),
            ("«ölkəmizin 7-ci ili»", 3),
            ("a\u{B}b\u{A0}c\u{3000}d\u{85}e", 5),
            ("–a …ə", 2),
            ("a–b", 1),
        ] {
            assert_eq!(word_count(text), words, "{text:?}");
        }
    }

    #[test]
    fn every_blank_parts_words_and_nothing_else_does() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(word_count(&format!("a{c}b")), 1 + usize::from(c.is_whitespace()), "{c:?}");
        }
    }
}
