//! One part of a message: its head, and the bytes below.
//!
//! Knows RFC 5322 and MIME (RFC 2045, 2046). Does not know which parts are wanted, nor how deep they may stand.

use std::borrow::Cow;

use attache_schema::Date;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, Message, MessageParser, MimeHeaders};

use crate::{caption, day};

/// One part of a message, or a message as a whole.
pub(super) struct Part<'a> {
    head: Option<Message<'a>>,
    body: &'a [u8],
    kind: Kind,
}

/// What a part is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text of the message.
    Text,
    /// The same with markup.
    Html,
    /// Parts one after another.
    Several,
    /// The same in several forms.
    Alternatives,
    /// A message by itself.
    Message,
    /// A file that may hold an article.
    Attachment,
    /// A picture, a sound, a signature, an entry for a calendar.
    Nothing,
}

impl<'a> Part<'a> {
    /// Parts the head from the body at the first empty line, and parses it.
    pub(super) fn parse(bytes: &'a [u8]) -> Self {
        let (head, body) = bytes.split_at(end_of_head(bytes));
        match MessageParser::default().parse_headers(head).filter(|head| !head.parts.is_empty()) {
            Some(head) => Self { kind: kind(&head), head: Some(head), body },
            // A part may have no fields at all: then it is text.
            None => Self { head: None, body: bytes, kind: Kind::Text },
        }
    }

    /// Whether it has any field.
    pub(super) fn has_head(&self) -> bool {
        self.head.is_some()
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    pub(super) fn subject(&self) -> Option<String> {
        super::subject(self.head.as_ref()?.subject()?)
    }

    /// By name, or else by address.
    pub(super) fn sender(&self) -> Option<String> {
        let sender = self.head.as_ref()?.from()?.first()?;
        sender.name.as_deref().and_then(caption::some).or_else(|| sender.address.as_deref().and_then(caption::some))
    }

    /// The day of the message, as it was written.
    pub(super) fn day(&self) -> Option<Date> {
        day::parse(self.head.as_ref()?.header_raw("Date")?)
    }

    /// How an attached file is called.
    pub(super) fn name(&self) -> Option<String> {
        self.head.as_ref()?.attachment_name().and_then(caption::some)
    }

    pub(super) fn charset(&self) -> Option<String> {
        self.about()?.attribute("charset").map(str::to_owned)
    }

    /// The bytes of its body, decoded from how they were sent; as they are, where they cannot be.
    pub(super) fn bytes(&self) -> Cow<'a, [u8]> {
        let sent_as = self.head.as_ref().and_then(MimeHeaders::content_transfer_encoding).unwrap_or_default();
        let sent_as = sent_as.to_ascii_lowercase();
        let decoded = match sent_as.as_str() {
            "base64" => base64_decode(self.body),
            "quoted-printable" => quoted_printable_decode(self.body),
            _ => None,
        };
        decoded.map_or(Cow::Borrowed(self.body), Cow::Owned)
    }

    /// What it says about its content.
    fn about(&self) -> Option<&ContentType<'_>> {
        self.head.as_ref()?.content_type()
    }

    /// The text with those line ends taken back that were only put in to send it (RFC 3676, `format=flowed`).
    pub(super) fn unwrapped(&self, text: &str) -> String {
        let about = self.about();
        let says = |name: &str, value: &str| {
            about.and_then(|about| about.attribute(name)).is_some_and(|said| said.eq_ignore_ascii_case(value))
        };
        let text = text.replace("\r\n", "\n");
        if !says("format", "flowed") {
            return text;
        }
        let joins_words = says("delsp", "yes");
        let mut flowed = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let line_alone = line.trim_end_matches('\n');
            // The mark of a signature ends in a blank, and is no line that goes on.
            if line_alone.ends_with(' ') && line_alone != "-- " && line.ends_with('\n') {
                flowed.push_str(if joins_words { &line_alone[..line_alone.len() - 1] } else { line_alone });
            } else {
                flowed.push_str(line);
            }
        }
        flowed
    }

    /// The parts in this one: what stands between lines of `--` and its boundary.
    pub(super) fn parts(&self) -> Vec<&'a [u8]> {
        let Some(boundary) = self.about().and_then(|about| about.attribute("boundary")) else {
            return Vec::new();
        };
        let delimiter = [b"--", boundary.as_bytes()].concat();
        let (mut parts, mut start, mut at) = (Vec::new(), None, 0);
        for line in self.body.split_inclusive(|byte| *byte == b'\n') {
            let end = at;
            at += line.len();
            let Some(rest) = line.strip_prefix(delimiter.as_slice()) else { continue };
            let rest = rest.trim_ascii_end();
            if !rest.is_empty() && rest != b"--" {
                continue;
            }
            parts.extend(start.map(|start| self.without_line_end(start, end)));
            start = rest.is_empty().then_some(at);
            if start.is_none() {
                return parts;
            }
        }
        // A message that was cut off still has what came.
        parts.extend(start.map(|start| &self.body[start..]));
        parts
    }

    /// The line end before a boundary belongs to the boundary.
    fn without_line_end(&self, start: usize, end: usize) -> &'a [u8] {
        let part = &self.body[start..end.max(start)];
        let part = part.strip_suffix(b"\n").unwrap_or(part);
        part.strip_suffix(b"\r").unwrap_or(part)
    }
}

/// Where the body begins: behind the first empty line.
fn end_of_head(bytes: &[u8]) -> usize {
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if matches!(line, b"\n" | b"\r\n") {
            break;
        }
    }
    at
}

fn kind(head: &Message<'_>) -> Kind {
    let is_attached = head.content_disposition().is_some_and(ContentType::is_attachment);
    let Some(about) = head.content_type() else { return if is_attached { Kind::Attachment } else { Kind::Text } };
    let (main, sub) = (about.ctype().to_ascii_lowercase(), about.subtype().unwrap_or_default().to_ascii_lowercase());
    match (main.as_str(), sub.as_str()) {
        ("multipart", "alternative") => Kind::Alternatives,
        ("multipart", _) => Kind::Several,
        ("message", "rfc822" | "global") => Kind::Message,
        ("message" | "image" | "audio" | "video" | "font" | "model", _) => Kind::Nothing,
        ("text", "calendar" | "vcard" | "x-vcard" | "css" | "csv" | "rfc822-headers") => Kind::Nothing,
        ("application", "pgp-signature" | "pgp-encrypted" | "pkcs7-signature" | "x-pkcs7-signature" | "ics") => {
            Kind::Nothing
        }
        ("application", "ms-tnef") => Kind::Nothing,
        ("text", "html") if !is_attached => Kind::Html,
        ("text", _) if !is_attached => Kind::Text,
        _ => Kind::Attachment,
    }
}
