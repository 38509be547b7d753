//! What stands above an article: its title, its outlet, its link, as a stranger wrote them.
//!
//! They are shown on terminals, in pages and in mails, so whatever could act there is taken out. Texts are never touched.

/// The longest title that is kept, in characters. What is longer is no title.
const LONGEST: usize = 1_000;

/// The longest address that is kept, in bytes.
const LONGEST_LINK: usize = 4_000;

/// A title or a name on one line, without what could act on a terminal or turn the direction of what follows.
pub(crate) fn clean(text: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    // A control string without an end is looked through for it, so no more is taken than a title may have.
    let end = text.char_indices().nth(16 * LONGEST).map_or(text.len(), |(end, _)| end);
    let mut rest = text[..end].chars();
    while let Some(c) = rest.next() {
        if length == LONGEST {
            break;
        }
        match c {
            '\u{1B}' => skip_escape(&mut rest),
            '\u{9B}' => skip_until_letter(&mut rest),
            c if c.is_whitespace() => {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                    length += 1;
                }
            }
            c if is_harmful(c) => {}
            c => {
                line.push(c);
                length += 1;
            }
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// The same; nothing where nothing is left.
pub(crate) fn some(text: &str) -> Option<String> {
    Some(clean(text)).filter(|line| !line.is_empty())
}

/// An address of the web that may be handed on; others (`javascript:`, `file:`) may not.
pub(crate) fn link(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = |name: &str| text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let is_web = (scheme("https://") && text.len() > 8) || (scheme("http://") && text.len() > 7);
    let is_sound = |c: char| !c.is_whitespace() && !is_harmful(c) && !matches!(c, '<' | '>' | '"');
    (is_web && text.len() <= LONGEST_LINK && text.chars().all(is_sound)).then(|| text.to_owned())
}

/// Controls (C0, C1, DEL), marks of direction, and marks that show nothing.
///
/// The joiners U+200C and U+200D stay: some scripts are written with them.
pub(crate) fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Passes over the rest of an escape sequence (ECMA-48, section 5.4): `ESC [` … letter, `ESC ]` … BEL or ESC \, or two letters.
fn skip_escape(rest: &mut std::str::Chars<'_>) {
    match rest.next() {
        Some('[') => skip_until_letter(rest),
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(rest),
        _ => {}
    }
}

fn skip_until_letter(rest: &mut std::str::Chars<'_>) {
    let mut ahead = rest.clone();
    for c in ahead.by_ref() {
        match c {
            ' '..='?' => {}
            '@'..='~' => {
                *rest = ahead;
                return;
            }
            // What is no sequence is text again.
            _ => return,
        }
    }
}

/// A control string is passed over where it ends; where it does not, only its mark is.
fn skip_string(rest: &mut std::str::Chars<'_>) {
    let mut ahead = rest.clone();
    while let Some(c) = ahead.next() {
        let ends = c == '\u{7}' || c == '\u{9C}' || (c == '\u{1B}' && ahead.next() == Some('\\'));
        if ends {
            *rest = ahead;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(clean("  Nazirlər\r\n\tBakıda  görüşüb "), "Nazirlər Bakıda görüşüb");
    }

    #[test]
    fn escapes_of_terminals_are_taken_out_whole() {
        assert_eq!(clean("\u{1B}[31mRed\u{1B}[0m news"), "Red news");
        assert_eq!(clean("\u{1B}]0;owned\u{7}Title"), "Title");
        assert_eq!(clean("\u{1B}]8;;http://evil.example\u{1B}\\Link"), "Link");
        assert_eq!(clean("\u{9B}2JTitle"), "Title");
        assert_eq!(clean("\u{1B}[31"), "31", "what has no end is text but for its mark");
    }

    #[test]
    fn marks_that_turn_the_direction_are_taken_out() {
        assert_eq!(clean("Minister\u{202E}tsinim\u{202C} speaks\u{200F}"), "Ministertsinim speaks");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(link(" https://quayside.example/a?b=1 ").as_deref(), Some("https://quayside.example/a?b=1"));
        for wrong in ["javascript:alert(1)", "file:///etc/passwd", "https://", "https://a b", "http://a\u{202E}b", "/a"]
        {
            assert_eq!(link(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn nothing_harmful_is_left(text in any::<String>()) {
            let line = clean(&text);
            prop_assert!(!line.chars().any(is_harmful));
            prop_assert_eq!(clean(&line), line);
        }

        #[test]
        fn long_titles_cost_no_more_than_their_length(text in "[\u{1B}\\]\\[a;]{0,3000}") {
            prop_assert!(clean(&text).chars().count() <= LONGEST);
        }
    }
}
