//! Placeholders: how a part of a sentence looks while a service translates around it.

use serde::Deserialize;

/// A shape that some services leave alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Form {
    /// `[[1]]`: plain text; Apertium lost 0 to 1 of 2,275.
    Brackets,
    /// `Xqzb`: a word that no language has, with a letter for the number; no underscore, no digit.
    Word,
    /// `<x id="1"/>`, in XML.
    Xml,
    /// `<span translate="no">1</span>`, in HTML.
    Html,
}

const WORD: &str = "Xqz";
const OPEN_HTML: &str = "<span translate=\"no\" class=\"notranslate\">";
const CLOSE_HTML: &str = "</span>";

impl Form {
    /// Whether text has to be escaped as markup.
    pub(crate) fn is_markup(self) -> bool {
        matches!(self, Self::Xml | Self::Html)
    }

    /// What this shape is called in cache keys.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brackets => "brackets",
            Self::Word => "word",
            Self::Xml => "xml",
            Self::Html => "html",
        }
    }

    /// The placeholder of a number, counted from nought.
    pub(crate) fn write(self, number: usize) -> String {
        match self {
            Self::Brackets => format!("[[{}]]", number + 1),
            Self::Word => format!("{WORD}{}", letters(number)),
            Self::Xml => format!("<x id=\"{}\"/>", number + 1),
            Self::Html => format!("{OPEN_HTML}{}{CLOSE_HTML}", number + 1),
        }
    }

    /// Text as it is sent in this shape.
    pub(crate) fn escape(self, text: &str) -> String {
        if !self.is_markup() {
            return text.to_owned();
        }
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }

    /// Text as it was meant, from what came back in this shape.
    pub(crate) fn unescape(self, text: &str) -> String {
        if !self.is_markup() {
            return text.to_owned();
        }
        let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        plain.replace("&#39;", "'").replace("&apos;", "'").replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
    }

    /// The first placeholder of a text: its number and its bytes.
    pub(crate) fn find(self, text: &str) -> Option<(usize, std::ops::Range<usize>)> {
        match self {
            Self::Brackets => between(text, "[[", "]]"),
            Self::Html => between_html(text),
            Self::Xml => between(text, "<x id=\"", "\"/>").or_else(|| between(text, "<x id=\"", "\"></x>")),
            Self::Word => find_word(text),
        }
    }
}

/// `b` for 0, so that no placeholder is `Xqza`, which looks feminine; `bb` behind `z`.
fn letters(mut number: usize) -> String {
    let mut word = Vec::new();
    loop {
        word.push(b'b' + u8::try_from(number % 20).unwrap_or(0));
        number /= 20;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    word.iter().rev().map(|byte| char::from(*byte)).collect()
}

fn number_of(letters: &str) -> Option<usize> {
    let mut number = 0_usize;
    for (at, letter) in letters.bytes().enumerate() {
        let digit = usize::from(letter.checked_sub(b'b').filter(|digit| *digit < 20)?);
        number = if at == 0 { digit } else { (number + 1).checked_mul(20)?.checked_add(digit)? };
    }
    (!letters.is_empty()).then_some(number)
}

fn between(text: &str, open: &str, close: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(open) {
        let start = from + at;
        let inner = start + open.len();
        if let Some(length) = text[inner..].find(close)
            && let Ok(number) = text[inner..inner + length].trim().parse::<usize>()
            && let Some(number) = number.checked_sub(1)
        {
            return Some((number, start..inner + length + close.len()));
        }
        from = inner;
    }
    None
}

/// A service may write the attributes in another order or leave one out.
fn between_html(text: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let start = text.find("<span ")?;
    let inner = start + text[start..].find('>')? + 1;
    let end = inner + text[inner..].find(CLOSE_HTML)?;
    let number = text[inner..end].trim().parse::<usize>().ok()?.checked_sub(1)?;
    Some((number, start..end + CLOSE_HTML.len()))
}

fn find_word(text: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(WORD) {
        let start = from + at;
        let inner = start + WORD.len();
        let length = text[inner..].find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len() - inner);
        if let Some(number) = number_of(&text[inner..inner + length]) {
            return Some((number, start..inner + length));
        }
        from = inner;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMS: [Form; 4] = [Form::Brackets, Form::Word, Form::Xml, Form::Html];

    #[test]
    fn what_is_written_is_found() {
        for form in FORMS {
            for number in [0, 1, 9, 19, 20, 21, 399, 420, 421] {
                let written = form.write(number);
                let text = format!("com {written}, disse");
                assert_eq!(form.find(&text), Some((number, 4..4 + written.len())), "{text}");
            }
        }
    }

    #[test]
    fn other_brackets_and_words_are_passed_over() {
        assert_eq!(Form::Brackets.find("[[a]] [[0]] [[2]]"), Some((1, 12..17)));
        assert_eq!(Form::Word.find("Xqz Xqzb"), Some((0, 4..8)));
        assert_eq!(Form::Xml.find("<x id=\"b\"/>"), None);
        assert_eq!(Form::Html.find("<span class=\"notranslate\"> 3 </span>."), Some((2, 0..36)));
    }

    #[test]
    fn markup_comes_back_as_text() {
        let text = "R&D <at> 5 > 3";
        assert_eq!(Form::Xml.unescape(&Form::Xml.escape(text)), text);
        assert_eq!(Form::Word.escape(text), text);
        assert_eq!(Form::Html.unescape("l&#39;accord &quot;x&quot;"), "l'accord \"x\"");
    }
}
