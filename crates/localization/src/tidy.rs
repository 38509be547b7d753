//! Blanks and punctuation after slots were left empty.
//!
//! Messages are written as if every slot were full: `{ $when }, { $agent } met { $target } { $place }.` What an empty
//! slot leaves behind is taken away here, so that no message has to list the cases: blanks in a row, a blank before a
//! comma, a comma at the beginning or before a stop, two commas in a row, an empty pair of brackets. The comma that
//! closes an apposition ("o ministro, Rui Salgueiro,") meets the stop of its sentence in the same way.

/// The text with one blank between words and no punctuation that separates nothing.
///
/// An ellipsis of dots stays, and so does whatever stands inside words.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut width = c.len_utf8();
        if c.is_whitespace() {
            blank = !out.is_empty();
        } else if closes(c) {
            close(&mut out, c, &mut blank);
        } else {
            if blank && !out.ends_with(opens) {
                out.push(' ');
            }
            blank = false;
            // What is neither goes over in one piece.
            width = width_of_run(rest);
            out.push_str(&rest[..width]);
        }
        rest = &rest[width..];
    }
    out
}

/// How many bytes there are before the first blank or closing mark.
fn width_of_run(text: &str) -> usize {
    let mut from = 0;
    // Nearly every byte tells by itself that it goes on.
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| MAY_STOP[usize::from(*byte)]) {
        let at = from + at;
        match text[at..].chars().next() {
            Some(c) if !c.is_whitespace() && !closes(c) => from = at + c.len_utf8(),
            _ => return at,
        }
    }
    text.len()
}

/// The bytes with which blanks and closing marks begin, among others.
const MAY_STOP: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8 as char;
        table[byte] = c.is_ascii_whitespace() || byte == 0x0B || closes(c);
        byte += 1;
    }
    // The second half of Latin-1 below `À`, and what lies in the blocks with the other blanks and marks.
    (table[0xC2], table[0xE1], table[0xE2], table[0xE3]) = (true, true, true, true);
    table
};

fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '“' | '«' | '„')
}

const fn closes(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '…' | ')' | ']' | '”' | '»')
}

/// Adds punctuation that leans on what stands before it.
fn close(out: &mut String, c: char, blank: &mut bool) {
    if c == ',' && (out.is_empty() || out.ends_with(|last| opens(last) || separates(last))) {
        return;
    }
    if out.ends_with(',') && drives_out_comma(c) {
        out.pop();
    }
    if out.is_empty() && separates(c) {
        return;
    }
    if matches!(c, ')' | ']') && out.ends_with(['(', '[']) {
        out.pop();
        out.truncate(out.trim_end().len());
        *blank = !out.is_empty();
        return;
    }
    if c == '.' && ends_the_sentence_already(out, *blank) {
        return;
    }
    out.push(c);
    *blank = false;
}

/// A quotation mark does not: in American style the comma stands before it.
fn drives_out_comma(c: char) -> bool {
    matches!(c, '.' | ';' | ':' | '!' | '?' | '…' | ')' | ']')
}

fn separates(c: char) -> bool {
    matches!(c, ',' | ';' | ':')
}

/// One stop is enough after "Inc."; dots that follow one another without a blank are an ellipsis, or become one stop in
/// [`with_one_stop`].
fn ends_the_sentence_already(out: &str, blank: bool) -> bool {
    out.ends_with(['!', '?', '…']) || (blank && out.ends_with('.'))
}

/// A [`tidy`] text that ends with a stop of its own: the stop of an abbreviation before it is enough.
pub(crate) fn with_one_stop(mut tidied: String) -> String {
    if tidied.ends_with("..") && !tidied.ends_with("...") {
        tidied.pop();
    }
    tidied
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn empty_slots_leave_nothing() {
        for (raw, expected) in [
            (", the ministers met  in Lima .", "the ministers met in Lima."),
            ("On 5 March,  the ministers met , .", "On 5 March, the ministers met."),
            ("o ministro, Rui Salgueiro,, falou", "o ministro, Rui Salgueiro, falou"),
            ("reuniu-se com o ministro, Rui Salgueiro, .", "reuniu-se com o ministro, Rui Salgueiro."),
            ("the minister ( ) said ()", "the minister said"),
            ("the minister (, Lima) said", "the minister (Lima) said"),
            ("“ yes ” , he said", "“yes”, he said"),
            ("“Yes,” she said", "“Yes,” she said"),
            ("one\n    two", "one two"),
        ] {
            assert_eq!(tidy(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_stop_is_not_doubled_and_an_ellipsis_stays() {
        assert_eq!(with_one_stop(tidy("He works for Example Inc..")), "He works for Example Inc.");
        assert_eq!(with_one_stop(tidy("He works for Example Inc. .")), "He works for Example Inc.");
        assert_eq!(with_one_stop(tidy("They wait...")), "They wait...");
        assert_eq!(with_one_stop(tidy("They wait… .")), "They wait…");
    }

    #[test]
    fn inside_of_words_nothing_changes() {
        for text in ["C.Bayramov", "2023-cü il", "1.º de maio", "10:30", "1,5"] {
            assert_eq!(tidy(text), text);
        }
    }

    #[test]
    fn a_run_ends_before_every_blank_and_every_closing_mark() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        for c in all.filter(|c| c.is_whitespace() || closes(*c)) {
            assert_eq!(width_of_run(&format!("Ana–ü{c} e")), "Ana–ü".len(), "{c:?}");
        }
        assert_eq!(width_of_run("dünyada-“Ə"), "dünyada-“Ə".len());
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "[ a,.;:!?()“”\\[\\]…]{0,24}") {
            let once = tidy(&text);
            prop_assert_eq!(tidy(&once), once.clone());
            prop_assert!(!once.contains("  ") && !once.contains(" ,") && !once.contains(",,") && !once.contains(",."));
        }
    }
}
