//! A stranger's text and link, made safe to show.
//!
//! Knows what can act on a reader's machine without being seen: control characters, terminal escapes, marks that turn the direction of
//! writing, addresses that are no pages of the web. Nothing of it is dropped in silence; it is shown for what it is. What a format
//! itself would read as markup is that format's affair.

use std::fmt::Write as _;

use url::Url;

/// The longest address that is linked; browsers and word processors cut at about this length.
const MAX_LINK: usize = 2_000;

/// The longest language tag that is believed (RFC 5646 recommends room for 35).
const MAX_TAG: usize = 35;

/// The text on one line, with everything visible: white space runs become one space, controls their pictures (`␛`), marks of
/// direction their number (`[U+202E]`).
///
/// A paragraph that is traced by bytes is cut at the spans first, see [`shown_inside`].
pub(crate) fn shown(text: &str) -> String {
    shown_inside(text).trim_matches(' ').to_owned()
}

/// As [`shown`], with a space kept at either end: for a part of a line.
pub(crate) fn shown_inside(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        show(c, &mut safe);
    }
    safe
}

fn show(c: char, safe: &mut String) {
    match c {
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            if !safe.ends_with(' ') {
                safe.push(' ');
            }
        }
        '\0'..='\u{1f}' => safe.push(picture(c)),
        '\u{7f}' => safe.push('\u{2421}'),
        _ if turns(c) => {
            // Writing to a string cannot fail.
            let _ = write!(safe, "[U+{:04X}]", u32::from(c));
        }
        _ if is_nothing(c) => safe.push(char::REPLACEMENT_CHARACTER),
        _ => safe.push(c),
    }
}

/// U+2400 and the following are pictures of the controls in their order.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Marks that change the direction of what follows, also beyond the text they stand in (Trojan Source).
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// C1 controls, noncharacters (XML has no room for some of them), and letters that nobody sees: tags, annotation marks.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// The address, in ASCII, if it is a page of the web that says openly where it leads.
pub(crate) fn link(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let open = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    let address = String::from(url);
    // What the standard leaves in an address and Markdown or a header would stumble over.
    let address = address.replace('\'', "%27").replace('(', "%28").replace(')', "%29").replace('|', "%7C");
    let address = address.replace('\\', "%5C");
    (open && address.len() <= MAX_LINK && address.bytes().all(|b| b.is_ascii_graphic())).then_some(address)
}

/// The language tag if it has the form of one, `und` otherwise.
pub(crate) fn tag(language: &str) -> String {
    let sound = !language.is_empty()
        && language.len() <= MAX_TAG
        && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && language.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    if sound { language.to_owned() } else { "und".to_owned() }
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// As most scripts do.
    LeftToRight,
    /// As Hebrew, Arabic and their neighbours do.
    RightToLeft,
}

impl Direction {
    /// The direction of the first letter that has one, so that no list of languages is needed.
    pub(crate) fn of(text: &str) -> Self {
        let first = text.chars().find(|c| c.is_alphabetic());
        if first.is_some_and(runs_left) { Self::RightToLeft } else { Self::LeftToRight }
    }
}

/// The blocks of the scripts that run to the left (Unicode, `DerivedBidiClass`: R and AL).
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_unseen_is_shown() {
        assert_eq!(shown("\u{1b}[31mred\u{1b}]8;;x\u{7}"), "␛[31mred␛]8;;x␇");
        assert_eq!(shown("exe.\u{202e}fdp"), "exe.[U+202E]fdp");
        assert_eq!(shown(" two\r\n\tlines\u{2028}"), "two lines");
        assert_eq!(shown("\u{9b}31m\u{ffff}\u{e0041}"), "\u{fffd}31m\u{fffd}\u{fffd}");
        assert_eq!(shown("Şəki, İğdır"), "Şəki, İğdır");
    }

    #[test]
    fn only_pages_of_the_web_are_linked() {
        assert_eq!(link("https://example.org/a?b=c").as_deref(), Some("https://example.org/a?b=c"));
        assert_eq!(link("https://example.org/ə(1)").as_deref(), Some("https://example.org/%C9%99%281%29"));
        assert_eq!(link("https://example.org/a#b\\").as_deref(), Some("https://example.org/a#b%5C"));
        for address in [
            "javascript:alert(1)",
            " jAvAsCrIpT:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//x.org",
            "/a",
            "",
            "https://bank.example@evil.example/",
        ] {
            assert_eq!(link(address), None, "{address}");
        }
        assert_eq!(link(&format!("https://example.org/{}", "a".repeat(3_000))), None);
        assert_eq!(link("https://example.org/\"onload=\"x").as_deref(), Some("https://example.org/%22onload=%22x"));
    }

    #[test]
    fn a_tag_is_believed_by_its_form() {
        assert_eq!(tag("pt-BR"), "pt-BR");
        assert_eq!(tag("\" onload=\""), "und");
        assert_eq!(tag(""), "und");
    }

    #[test]
    fn direction_is_that_of_the_first_letter() {
        assert_eq!(Direction::of("1. Nota"), Direction::LeftToRight);
        assert_eq!(Direction::of("«بيان»"), Direction::RightToLeft);
        assert_eq!(Direction::of("12"), Direction::LeftToRight);
    }
}
