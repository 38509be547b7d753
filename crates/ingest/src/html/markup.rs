//! A page as a row of tags and texts.
//!
//! Cuts as the standard of HTML does where it matters (quotes, comments, raw text), in one pass without looking back. Does
//! not know which tags belong together: that is `guard.rs`.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Characters between tags, references (`&amp;`) as they are.
    Text(&'a str),
    /// `<name attributes>`.
    Start(Tag<'a>),
    /// `</name>`.
    End(Cow<'a, str>),
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub(super) name: Cow<'a, str>,
    attributes: &'a str,
}

/// An attribute: its name as it is written, its value without quotes, references as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
}

/// Cuts a page. Comments, document types and what stands in a tag that never ends are passed over.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// Names whose end tag does not come any more: looked for once, so that a page full of them takes no longer.
    endless: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        Self { page, at: 0, endless: Vec::new() }
    }

    /// Takes all up to `</name>` and the end tag with it; nothing, where there is no such tag.
    pub(super) fn take_raw(&mut self, name: &'static str) -> Option<&'a str> {
        if self.endless.contains(&name) {
            return None;
        }
        let rest = self.rest();
        match find_end(rest, name) {
            Some(length) => {
                self.at += length;
                self.skip_to_angle();
                rest.get(..length)
            }
            None => {
                self.endless.push(name);
                None
            }
        }
    }

    fn rest(&self) -> &'a str {
        self.page.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.rest().get(..length).unwrap_or_default();
        self.at += taken.len();
        taken
    }

    /// Text up to the next `<` that begins something.
    fn text(&mut self) -> &'a str {
        let bytes = self.rest().as_bytes();
        let mut length = 0;
        while let Some(found) = bytes.get(length..).and_then(|rest| rest.iter().position(|byte| *byte == b'<')) {
            length += found;
            if bytes.get(length + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"/!?".contains(next)) {
                return self.take(length);
            }
            length += 1;
        }
        self.take(bytes.len())
    }

    /// `<name …>` or nothing, where the page ends in it.
    fn start(&mut self) -> Option<Token<'a>> {
        self.take(1);
        let name = self.name();
        let attributes = self.rest();
        let length = end_of_tag(attributes)?;
        self.take(length + 1);
        Some(Token::Start(Tag { name, attributes: attributes.get(..length)? }))
    }

    fn name(&mut self) -> Cow<'a, str> {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/' || *byte == b'>';
        let rest = self.rest();
        let length = rest.bytes().position(|byte| ends(&byte)).unwrap_or(rest.len());
        let name = self.take(length);
        match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => Cow::Borrowed(name),
        }
    }

    fn end(&mut self) -> Option<Token<'a>> {
        self.take(2);
        let name = self.name();
        let length = end_of_tag(self.rest())?;
        self.take(length + 1);
        Some(Token::End(name))
    }

    fn skip_comment(&mut self) {
        let rest = self.rest();
        let length = match rest.get(4..) {
            Some(body) if body.starts_with('>') => Some(5),
            Some(body) if body.starts_with("->") => Some(6),
            Some(body) => end_of_comment(body).map(|end| end + 4),
            None => None,
        };
        self.at += length.unwrap_or(rest.len());
    }

    fn skip_to_angle(&mut self) {
        let rest = self.rest();
        self.at += rest.find('>').map_or(rest.len(), |at| at + 1);
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest().as_bytes();
            match rest {
                [] => return None,
                [b'<', first, ..] if first.is_ascii_alphabetic() => match self.start() {
                    Some(token) => return Some(token),
                    None => self.at = self.page.len(),
                },
                [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => match self.end() {
                    Some(token) => return Some(token),
                    None => self.at = self.page.len(),
                },
                [b'<', b'!', b'-', b'-', ..] => self.skip_comment(),
                [b'<', b'/' | b'!' | b'?', ..] => self.skip_to_angle(),
                _ => match self.text() {
                    "" => self.at = self.page.len(),
                    text => return Some(Token::Text(text)),
                },
            }
        }
    }
}

impl<'a> Tag<'a> {
    /// The attributes in their order, the same name perhaps twice.
    pub(super) fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> {
        Attributes(self.attributes)
    }

    /// The value of the first attribute of that name.
    pub(super) fn value_of(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|attribute| attribute.name.eq_ignore_ascii_case(name)).map(|attribute| attribute.value)
    }
}

struct Attributes<'a>(&'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        let rest = self.0.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let first = rest.chars().next()?;
        // A name may begin with `=`: so says the standard.
        let name_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '=');
        let length = rest.char_indices().skip(1).find(|(_, c)| name_end(*c)).map_or(rest.len(), |(at, _)| at);
        let (name, rest) = rest.split_at(length.max(first.len_utf8()));
        let Some(after) = rest.trim_ascii_start().strip_prefix('=') else {
            self.0 = rest;
            return Some(Attribute { name, value: "" });
        };
        let after = after.trim_ascii_start();
        let (value, rest) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = after.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len())),
        };
        self.0 = rest;
        Some(Attribute { name, value })
    }
}

/// Where the `>` stands that ends a tag: not one in a quoted value.
fn end_of_tag(attributes: &str) -> Option<usize> {
    #[derive(Clone, Copy)]
    enum In {
        Names,
        /// Behind `=`: a quote here begins a value.
        Value,
        Unquoted,
        Quoted(u8),
    }
    let mut place = In::Names;
    for (at, byte) in attributes.bytes().enumerate() {
        place = match (place, byte) {
            (In::Quoted(quote), _) if byte == quote => In::Names,
            (In::Quoted(_), _) => place,
            (_, b'>') => return Some(at),
            (In::Names, b'=') => In::Value,
            (In::Value, b'"' | b'\'') => In::Quoted(byte),
            (In::Value, _) if byte.is_ascii_whitespace() => In::Value,
            (In::Value, _) => In::Unquoted,
            (In::Unquoted, _) if byte.is_ascii_whitespace() => In::Names,
            (In::Names | In::Unquoted, _) => place,
        };
    }
    None
}

/// The length of a comment's rest, its end mark counted.
fn end_of_comment(body: &str) -> Option<usize> {
    let dashes = body.match_indices("--");
    dashes.map(|(at, _)| (at, body.get(at + 2..).unwrap_or_default())).find_map(|(at, after)| {
        let mark = [">", "!>", "->"].into_iter().find(|mark| after.starts_with(mark))?;
        Some(at + 2 + mark.len())
    })
}

/// Where `</name` stands, in any case of letters.
fn find_end(text: &str, name: &str) -> Option<usize> {
    text.match_indices("</").map(|(at, _)| at).find(|at| {
        let after = text.as_bytes().get(at + 2..).unwrap_or_default();
        after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && after.get(name.len()).is_some_and(|next| next.is_ascii_whitespace() || b"/>".contains(next))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(page: &str) -> Vec<String> {
        Tokens::new(page)
            .map(|token| match token {
                Token::Text(text) => text.to_owned(),
                Token::End(name) => format!("/{name}"),
                Token::Start(tag) => {
                    let attributes = tag.attributes().map(|a| format!(" {}={}", a.name, a.value)).collect::<String>();
                    format!("{}{attributes}", tag.name)
                }
            })
            .collect()
    }

    #[test]
    fn cuts_tags_and_texts() {
        assert_eq!(said("<P>Os ministros<br/>reuniram-se.</P >"), ["p", "Os ministros", "br", "reuniram-se.", "/p"]);
    }

    #[test]
    fn an_angle_that_begins_no_tag_is_text() {
        assert_eq!(said("3 < 4 <b>and <5"), ["3 < 4 ", "b", "and <5"]);
        assert_eq!(said("<"), ["<"]);
    }

    #[test]
    fn an_angle_in_quotes_ends_no_tag() {
        assert_eq!(said(r#"<a title="a > b" href='x>y' id=z>c"#), [r#"a title=a > b href=x>y id=z"#, "c"]);
    }

    #[test]
    fn attributes_may_be_bare_doubled_or_odd() {
        assert_eq!(said("<input disabled id=a id=b/ =c x = 'd'>"), ["input disabled= id=a id=b/ =c= x=d"]);
    }

    #[test]
    fn comments_and_types_are_passed_over() {
        assert_eq!(
            said("<!DOCTYPE html>a<!-- <b> -- >-->b<!-->c<!--->d<?xml ?>e</ f>g<!--h--!>i"),
            ["a", "b", "c", "d", "e", "g", "i"]
        );
        assert_eq!(said("a<!-- never ends"), ["a"]);
    }

    #[test]
    fn what_a_tag_that_never_ends_holds_is_lost_as_in_a_browser() {
        assert_eq!(said("a<b title=\"c>d"), ["a"]);
    }

    #[test]
    fn raw_text_ends_at_its_own_tag() {
        let mut tokens = Tokens::new("if (a < b) '</p>'</SCRIPT >after");
        assert_eq!(tokens.take_raw("script"), Some("if (a < b) '</p>'"));
        assert_eq!(tokens.next(), Some(Token::Text("after")));
        assert_eq!(tokens.take_raw("script"), None);
    }

    proptest! {
        #[test]
        fn every_row_of_characters_can_be_cut(page in "[<>/!a-c=\"' ə&-]{0,80}") {
            let count = said(&page).len();
            prop_assert!(count <= page.len());
        }

        #[test]
        fn text_without_angles_comes_out_whole(text in "[^<]{1,60}") {
            prop_assert_eq!(said(&text), [text]);
        }
    }
}
