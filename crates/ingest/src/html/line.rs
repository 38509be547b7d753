//! One line of text: a title, a name.
//!
//! Knows what must not stand in it, and how two lines are compared. Knows no language.

/// The text on one line: white space is one space, control characters and marks that turn the direction of writing are
/// gone, so that a title can do no harm on a terminal or in a document.
pub(super) fn tidy(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !line.ends_with(' ') && !line.is_empty() {
                    line.push(' ');
                }
            }
            c if c.is_control() || is_unseen(c) => {}
            c => line.push(c),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Marks that nobody sees: soft hyphens, joiners of no width, turns of direction, byte order marks.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Letters and digits alone, in lower case: two lines that are the same in it say the same.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_nothing_that_does_harm() {
        assert_eq!(tidy(" \u{1B}[31mMinisters\u{202E}\n\tmeet\u{0} in\u{A0}Baku\u{7}  "), "[31mMinisters meet in Baku");
    }

    #[test]
    fn lines_are_the_same_whatever_their_marks() {
        assert_eq!(folded("“Ministers” meet – in Baku"), folded("MINISTERS MEET IN BAKU."));
    }
}
