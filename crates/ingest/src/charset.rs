//! Bytes to characters.
//!
//! Knows how a text says in which encoding it is written, and guesses where it does not say. Knows no language, and
//! mends nothing: that is `repair.rs`.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254};

/// How many of the first bytes may hold a declaration: what the standard of HTML asks for is 1024, real pages have a
/// comment or a script before it.
const DECLARED_WITHIN: usize = 4096;

/// From how many letters beyond ASCII on a text that is valid UTF-8 is UTF-8, whatever it declares.
const SURE_LETTERS: usize = 16;

/// A text, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The characters, without a byte order mark.
    pub(crate) text: String,
    /// The encoding's name in the Encoding Standard.
    pub(crate) encoding: &'static str,
    /// What told the encoding.
    pub(crate) told_by: ToldBy,
    /// How many places of the text were no characters of that encoding; each is U+FFFD.
    pub(crate) malformed: usize,
}

impl Decoded {
    /// The encoding's name, where it is worth telling.
    pub(crate) fn other_than_utf_8(&self) -> Option<&'static str> {
        (self.encoding != UTF_8.name()).then_some(self.encoding)
    }
}

/// What told an encoding, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ToldBy {
    /// A byte order mark.
    Mark,
    /// Whoever brought the bytes: a header of HTTP or of a mail.
    Label,
    /// The text itself: `<meta charset>` or `<?xml encoding?>`.
    Declaration,
    /// The bytes: they are UTF-8 and not ASCII alone, or every other one is zero.
    Form,
    /// The frequencies of bytes.
    Guess,
}

/// Decodes bytes.
///
/// `label` is what a header said (`windows-1251`); `domain` the last part of the host's name (`pt`), which helps to guess
/// among encodings that differ in a few letters. A label or a declaration that cannot be true (it says UTF-8, and the
/// bytes are not) is passed over.
pub(crate) fn decode(bytes: &[u8], label: Option<&str>, domain: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default(), ToldBy::Mark);
    }
    if let Some(encoding) = label.and_then(known).filter(|encoding| can_be(encoding, bytes)) {
        return decode_as(encoding, bytes, ToldBy::Label);
    }
    if let Some(encoding) = wide_form(bytes) {
        return decode_as(encoding, bytes, ToldBy::Form);
    }
    if let Some(encoding) = declared(bytes).filter(|encoding| can_be(encoding, bytes)) {
        return decode_as(encoding, bytes, ToldBy::Declaration);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decode_as(UTF_8, bytes, ToldBy::Form);
    }
    decode_as(guess(bytes, domain), bytes, ToldBy::Guess)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], told_by: ToldBy) -> Decoded {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let malformed = if malformed { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), told_by, malformed }
}

fn known(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().trim_matches(['"', '\'']).as_bytes())
}

/// Whether the bytes can be of that encoding; only UTF-8 and UTF-16 are strict enough to tell.
fn can_be(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    match encoding {
        // A page of which one byte in a thousand is damaged is still UTF-8.
        _ if encoding == UTF_8 => is_nearly_utf8(bytes),
        _ if encoding == UTF_16LE || encoding == UTF_16BE => wide_form(bytes) == Some(encoding),
        // Declared as Latin-1 and valid UTF-8 with letters beyond ASCII: the declaration is a leftover. What is written
        // in another encoding is hardly ever valid UTF-8 by accident.
        _ if encoding == WINDOWS_1252 || encoding == WINDOWS_1254 => {
            bytes.is_ascii() || std::str::from_utf8(bytes).is_err()
        }
        // So it is where a browser saved the page as UTF-8 and left its old declaration. Two bytes of an East Asian encoding may be
        // one letter of UTF-8 by accident; several in a row, and nothing else, are none.
        _ => std::str::from_utf8(bytes)
            .map_or(true, |text| text.chars().filter(|c| !c.is_ascii()).count() < SURE_LETTERS),
    }
}

fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut beyond) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        wrong += usize::from(!chunk.invalid().is_empty());
        beyond += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    wrong * 20 <= beyond
}

/// UTF-16 without a mark: markup and Latin letters make every other byte zero.
fn wide_form(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(512) / 2 * 2).filter(|start| start.len() >= 4)?;
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first, half) = (zeros(0), zeros(1), start.len() / 2);
    match () {
        () if low_first * 10 >= half * 7 && high_first * 10 <= half => Some(UTF_16LE),
        () if high_first * 10 >= half * 7 && low_first * 10 <= half => Some(UTF_16BE),
        () => None,
    }
}

/// What `<meta charset="…">`, `<meta … content="text/html; charset=…">` or `<?xml … encoding="…"?>` says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN.min(bytes.len()))?.to_ascii_lowercase();
    let declaration = start
        .starts_with(b"<?xml")
        .then(|| start.iter().position(|byte| *byte == b'>'))
        .flatten()
        .and_then(|end| label_after(start.get(..end)?, b"encoding"));
    let label = declaration.or_else(|| metas(&start).find_map(|meta| label_after(meta, b"charset")))?;
    match known(&label)? {
        // The declaration could be read, so it is written in bytes: so says the standard of HTML.
        wide if wide == UTF_16LE || wide == UTF_16BE => Some(UTF_8),
        encoding => Some(encoding),
    }
}

fn metas(start: &[u8]) -> impl Iterator<Item = &[u8]> {
    const META: &[u8] = b"<meta";
    let places = start.windows(META.len()).enumerate().filter(|(_, window)| *window == META).map(|(at, _)| at);
    places.filter_map(move |at| start.get(at..)?.split(|byte| *byte == b'>').next())
}

/// `windows-1251` of `… charset = "windows-1251" …`.
fn label_after(tag: &[u8], key: &[u8]) -> Option<String> {
    let at = tag.windows(key.len()).position(|window| window == key)? + key.len();
    let value = tag.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let label: Vec<u8> =
        value.iter().copied().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)).collect();
    String::from_utf8(label).ok()
}

fn guess(bytes: &[u8], domain: Option<&str>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let domain = domain.map(str::to_ascii_lowercase).filter(|domain| is_domain(domain));
    detector.guess(domain.as_deref().map(str::as_bytes), Utf8Detection::Allow)
}

/// Other bytes make the detector panic: it asks for lower case, no dots, and the Punycode form.
fn is_domain(domain: &str) -> bool {
    !domain.is_empty() && domain.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_that_was_saved_as_utf_8_is_utf_8_whatever_it_still_declares() {
        let told = |label: &str, text: &str| {
            let page = format!("<meta charset={label}><p>{text}");
            let decoded = decode(page.as_bytes(), None, None);
            (decoded.encoding, decoded.told_by)
        };
        assert_eq!(told("gb2312", "两国外长周一在巴库会晤，讨论贸易、能源和运输问题。"), ("UTF-8", ToldBy::Form));
        assert_eq!(told("windows-1251", RUSSIAN), ("UTF-8", ToldBy::Form));
        // So few may be valid by accident.
        assert_eq!(told("gb2312", "联通").0, "GBK");
    }

    const RUSSIAN: &str = "Министры иностранных дел встретились в Баку и обсудили торговлю, энергетику и транспорт.";
    const TURKISH: &str =
        "Dışişleri bakanları Bakü'de görüştü, ticaret ile ulaştırma konularını ele aldı ve çalışacak.";
    const PORTUGUESE: &str =
        "Os ministros reuniram-se em março, em Lisboa, e falaram da cooperação e da educação à distância.";

    fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn told(bytes: &[u8], label: Option<&str>, domain: Option<&str>) -> (&'static str, ToldBy) {
        let decoded = decode(bytes, label, domain);
        (decoded.encoding, decoded.told_by)
    }

    #[test]
    fn a_mark_goes_before_a_label() {
        assert_eq!(told(b"\xEF\xBB\xBFBaku", Some("windows-1251"), None), ("UTF-8", ToldBy::Mark));
        assert_eq!(decode(b"\xFF\xFEB\0a\0", None, None).text, "Ba");
    }

    #[test]
    fn a_label_goes_before_a_declaration() {
        let page = [b"<meta charset=iso-8859-1>".as_slice(), &encoded(RUSSIAN, encoding_rs::WINDOWS_1251)].concat();
        let decoded = decode(&page, Some("Windows-1251"), None);
        assert_eq!((decoded.encoding, decoded.told_by), ("windows-1251", ToldBy::Label));
        assert!(decoded.text.ends_with(RUSSIAN));
    }

    #[test]
    fn declarations_of_both_kinds_are_read() {
        let page = [b"<META http-equiv=Content-Type content='text/html; charset=ISO-8859-9'>".as_slice()]
            .concat()
            .into_iter()
            .chain(encoded(TURKISH, WINDOWS_1254))
            .collect::<Vec<_>>();
        assert_eq!(told(&page, None, None), ("windows-1254", ToldBy::Declaration));
        let feed =
            [b"<?xml version=\"1.0\" encoding=\"windows-1252\"?>".as_slice(), &encoded(PORTUGUESE, WINDOWS_1252)];
        assert_eq!(told(&feed.concat(), None, None), ("windows-1252", ToldBy::Declaration));
    }

    #[test]
    fn what_cannot_be_true_is_passed_over() {
        let latin = encoded(PORTUGUESE, WINDOWS_1252);
        assert_eq!(told(&latin, Some("utf-8"), Some("pt")), ("windows-1252", ToldBy::Guess));
        let declared = format!("<meta charset=iso-8859-1>{PORTUGUESE}");
        assert_eq!(told(declared.as_bytes(), None, None), ("UTF-8", ToldBy::Form));
    }

    #[test]
    fn what_nothing_tells_is_guessed() {
        for (text, encoding, domain) in [
            (RUSSIAN, encoding_rs::WINDOWS_1251, "az"),
            (TURKISH, WINDOWS_1254, "tr"),
            (PORTUGUESE, WINDOWS_1252, "pt"),
        ] {
            let decoded = decode(&encoded(text, encoding), None, Some(domain));
            assert_eq!((decoded.text.as_str(), decoded.told_by), (text, ToldBy::Guess));
        }
    }

    #[test]
    fn wide_text_without_a_mark_is_seen() {
        let wide: Vec<u8> = "<p>The ministers met.</p>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(told(&wide, None, None), ("UTF-16BE", ToldBy::Form));
    }

    #[test]
    fn damage_is_counted() {
        let decoded = decode(&[PORTUGUESE.repeat(9).as_bytes(), b"\xFF"].concat(), Some("utf-8"), None);
        assert_eq!((decoded.encoding, decoded.malformed), ("UTF-8", 1));
    }

    proptest! {
        #[test]
        fn any_bytes_any_label_any_domain(bytes: Vec<u8>, label in "\\PC{0,12}", domain in "\\PC{0,6}") {
            decode(&bytes, Some(&label), Some(&domain));
        }

        #[test]
        fn utf8_comes_back(text in "[a-zəçãş .]{1,60}") {
            prop_assert_eq!(decode(text.as_bytes(), None, None).text, text);
        }
    }
}
