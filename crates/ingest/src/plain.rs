//! Plain text in UTF-8.

use attache_schema::Article;

use crate::{Disguise, Document, Format, Hints, IngestError, charset};

/// Reads plain text.
///
/// Nothing is stripped or mended: every span that is found later points into the bytes as they came. A byte order mark
/// (U+FEFF) at the start is therefore kept as the first character of the text: without it every offset would be
/// three bytes off the file.
///
/// # Errors
/// Where there is no text, too much of it, something else than plain text, or a byte that is not UTF-8.
pub fn text(bytes: &[u8], hints: Hints) -> Result<Article, IngestError> {
    check_size(bytes, hints.max_bytes)?;
    check_disguise(bytes)?;
    check_binary(bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    match is_blank(text) {
        true => Err(IngestError::Empty),
        false => Ok(hints.article(text)),
    }
}

/// Reads plain text in any character set; what is UTF-8 stays as it is, of anything else the decoded text is the article.
///
/// # Errors
/// As [`text`], but for what can be decoded: only where a character set is not sure, the first byte is named that is not UTF-8.
pub(crate) fn document(bytes: &[u8], hints: Hints) -> Result<Document, IngestError> {
    let charset = hints.charset.clone();
    match text(bytes, hints.clone()) {
        Err(error @ (IngestError::NotUtf8 { .. } | IngestError::Binary { .. })) => {
            decoded(bytes, charset.as_deref(), hints).unwrap_or(Err(error))
        }
        article => article.map(|article| Document::new(article, Format::Text)),
    }
}

/// The text in the character set that it seems to be in; nothing where it does not come out as text.
fn decoded(bytes: &[u8], charset: Option<&str>, hints: Hints) -> Option<Result<Document, IngestError>> {
    let decoded = charset::decode(bytes, charset, None);
    let encoding = decoded.other_than_utf_8();
    if decoded.malformed > 0 || encoding.is_none() || check_binary(decoded.text.as_bytes()).is_err() {
        return None;
    }
    Some(match is_blank(&decoded.text) {
        true => Err(IngestError::Empty),
        false => Ok(Document::new(hints.article(&decoded.text), Format::Text).decoded_from(encoding)),
    })
}

fn check_size(bytes: &[u8], limit: usize) -> Result<(), IngestError> {
    match bytes.len() > limit {
        true => Err(IngestError::TooLarge { limit: limit as u64 }),
        false => Ok(()),
    }
}

/// The first bytes of what people send instead of text.
const SIGNATURES: [(&[u8], Disguise); 9] = [
    (b"%PDF-", Disguise::Pdf),
    (b"PK\x03\x04", Disguise::Zip),
    (b"\x1F\x8B", Disguise::Gzip),
    (b"\x89PNG", Disguise::Image),
    (b"\xFF\xD8\xFF", Disguise::Image),
    (b"GIF87a", Disguise::Image),
    (b"GIF89a", Disguise::Image),
    (b"{\\rtf", Disguise::Rtf),
    (b"\xD0\xCF\x11\xE0", Disguise::OldOffice),
];

fn check_disguise(bytes: &[u8]) -> Result<(), IngestError> {
    let signature = SIGNATURES.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| what);
    match signature.or_else(|| is_page(bytes).then_some(Disguise::Html)) {
        Some(what) => Err(IngestError::Disguised(what)),
        None => Ok(()),
    }
}

/// Whether it starts as a page of the web does.
fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    [b"<!doctype html".as_slice(), b"<html"]
        .into_iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag)))
}

/// Text holds no NUL, and hardly ever a control character besides those that lay it out.
///
/// A few are let through: old wire copy has a start-of-text mark, old pages a form feed or an escape. One in fifty is no
/// text any more.
fn check_binary(bytes: &[u8]) -> Result<(), IngestError> {
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(IngestError::Binary { at });
    }
    let count = bytes.iter().filter(|byte| is_control(**byte)).count();
    if count * 50 <= bytes.len() {
        return Ok(());
    }
    let first = bytes.iter().position(|byte| is_control(*byte));
    first.map_or(Ok(()), |at| Err(IngestError::Binary { at }))
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0C')
}

fn not_utf8(bytes: &[u8], at: usize) -> IngestError {
    let (before, rest) = bytes.split_at(at);
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().skip(start).filter(|byte| starts_character(**byte)).count() + 1;
    IngestError::NotUtf8 { line, column, at, byte: rest.first().copied().unwrap_or_default() }
}

/// Whether a byte of valid UTF-8 is the first one of its character.
fn starts_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn is_blank(text: &str) -> bool {
    text.trim_start_matches('\u{FEFF}').trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn error(bytes: &[u8]) -> IngestError {
        text(bytes, Hints::default()).expect_err("this is no article")
    }

    #[test]
    fn keeps_every_byte() {
        let given = "\u{FEFF}  Nazir Lissabona gəlib.\r\n\r\n\tO, görüşüb.\n";
        let article = text(given.as_bytes(), Hints::default()).expect("plain text");
        assert_eq!(article.text, given);
    }

    #[test]
    fn hands_the_hints_through() {
        let published = "2024-05-02".parse().expect("a date");
        let hints = Hints::default()
            .with_id("a1")
            .with_language("en")
            .with_title("Ministers meet")
            .with_published(published)
            .with_outlet("The Harbour Post");
        let article = text(b"The ministers met.", hints).expect("plain text");
        assert_eq!(article.id.as_deref(), Some("a1"));
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.title.as_deref(), Some("Ministers meet"));
        assert_eq!(article.published, Some(published));
        assert_eq!(article.outlet.as_deref(), Some("The Harbour Post"));
    }

    #[test]
    fn nothing_is_empty() {
        for given in ["", " \n\t", "\u{FEFF}", "\u{FEFF}\n\u{A0}\n"] {
            assert_eq!(error(given.as_bytes()), IngestError::Empty, "{given:?}");
        }
    }

    #[test]
    fn the_limit_is_the_last_size_accepted() {
        let hints = Hints::default().with_max_bytes(5);
        assert!(text(b"Bakou", hints.clone()).is_ok());
        assert_eq!(text(b"Lisboa", hints), Err(IngestError::TooLarge { limit: 5 }));
    }

    #[test]
    fn knows_what_is_sent_instead_of_text() {
        assert_eq!(error(b"%PDF-1.7\n1 0 obj"), IngestError::Disguised(Disguise::Pdf));
        assert_eq!(error(b"\n <!DOCTYPE html><p>The ministers met."), IngestError::Disguised(Disguise::Html));
    }

    #[test]
    fn a_nul_or_many_control_characters_are_binary() {
        assert_eq!(error(b"The\0"), IngestError::Binary { at: 3 });
        assert_eq!(error(b"T\x01he\x02"), IngestError::Binary { at: 1 });
        let wire = format!("\x01{}\x03", "The ministers met in Baku. ".repeat(5));
        assert!(text(wire.as_bytes(), Hints::default()).is_ok());
    }

    #[test]
    fn says_where_a_wrong_byte_stands() {
        let bytes = [b"Reuni\xC3\xA3o\nem mar".as_slice(), b"\xE7o"].concat();
        assert_eq!(error(&bytes), IngestError::NotUtf8 { line: 2, column: 7, at: 15, byte: 0xE7 });
    }

    #[test]
    fn other_character_sets_are_decoded_and_told() {
        let given =
            "No dia 6 de março, os dois ministros reuniram-se em São Tomé: \u{201C}não há razão\u{201D}, disse.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(given);
        let read = document(&bytes, Hints::default()).expect("a text");
        assert_eq!((read.article.text.as_str(), read.encoding), (given, Some("windows-1252")));
        let wide: Vec<u8> = given.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let read = document(&[b"\xFF\xFE".as_slice(), &wide].concat(), Hints::default()).expect("a text");
        assert_eq!((read.article.text.as_str(), read.encoding), (given, Some("UTF-16LE")));
        let read = document(given.as_bytes(), Hints::default()).expect("a text");
        assert_eq!((read.article.text.as_str(), read.encoding), (given, None));
    }

    #[test]
    fn a_program_is_no_text_in_another_character_set() {
        let bytes = b"\x7fELF\x02\x01\x01\0\0\0\0\0\x03\0>\0";
        assert!(matches!(document(bytes, Hints::default()), Err(IngestError::Binary { .. })));
    }

    proptest! {
        #[test]
        fn never_panics_and_never_changes_a_byte(bytes: Vec<u8>) {
            if let Ok(article) = text(&bytes, Hints::default()) {
                prop_assert_eq!(article.text.as_bytes(), &bytes[..]);
            }
        }

        #[test]
        fn a_wrong_byte_is_where_the_error_says(before in "[a-zəçã\n]{0,40}", after in "[a-z]{0,5}") {
            let bytes = [before.as_bytes(), b"\xFF", after.as_bytes()].concat();
            let expected = IngestError::NotUtf8 {
                line: before.split('\n').count(),
                column: before.split('\n').next_back().map_or(0, |line| line.chars().count()) + 1,
                at: before.len(),
                byte: 0xFF,
            };
            prop_assert_eq!(text(&bytes, Hints::default()), Err(expected));
        }
    }
}
