//! A message that a mail program opens as a draft: text and HTML of the same bulletin.
//!
//! mail-builder encodes and folds; its `MessageBuilder` is not used, as it takes Date, Message-ID and the boundary from the clock
//! when nobody gives them.

use std::borrow::Cow;

use attache_schema::Date;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date as DateHeader;
use mail_builder::headers::text::Text;
use mail_builder::headers::{Header, HeaderType};
use mail_builder::mime::{BodyPart, MimePart};

use crate::document::Document;
use crate::harmless::shown;
use crate::{Envelope, ExportError, html, text};

/// Between the parts. `=_` can stand in no body: quoted-printable writes `=` only before hexadecimal digits or at the end of a line,
/// base64 writes no `_` (RFC 2045, 6.7).
const BOUNDARY: &str = "=_attache-parts";

pub(crate) fn write(document: &Document, envelope: &Envelope) -> Result<Vec<u8>, ExportError> {
    let mut out = Vec::new();
    if let Some(from) = &envelope.from {
        put("From", &address("From", from)?.into(), &mut out);
    }
    if !envelope.to.is_empty() {
        let to: Result<Vec<_>, _> = envelope.to.iter().map(|to| address("To", to)).collect();
        put("To", &Address::new_list(to?).into(), &mut out);
    }
    let subject = envelope.subject.as_deref().map_or_else(|| document.title.clone(), shown);
    put("Subject", &Text::new(subject).into(), &mut out);
    if let Some(seconds) = document.date.and_then(midnight) {
        put("Date", &DateHeader::new(seconds).into(), &mut out);
    }
    // Outlook opens a message with this as one that is still to be sent.
    put("X-Unsent", &Text::new("1").into(), &mut out);
    put("MIME-Version", &Text::new("1.0").into(), &mut out);
    body(document).write_part(&mut out);
    Ok(out)
}

/// The poorest part first (RFC 2046, 5.1.4).
fn body(document: &Document) -> MimePart<'static> {
    let languages: Vec<&str> = document.editions.iter().map(|edition| edition.language.as_str()).collect();
    let parts = vec![
        MimePart::new("text/plain", BodyPart::Text(text::write(document).into())),
        MimePart::new("text/html", BodyPart::Text(html::write(document, html::Place::Mail).into())),
    ];
    let kind = ContentType::new("multipart/alternative").attribute("boundary", BOUNDARY);
    let part = MimePart::new(kind, BodyPart::Multipart(parts));
    part.header("Content-Language", Text::new(languages.join(", ")))
}

fn put(name: &str, value: &HeaderType, out: &mut Vec<u8>) {
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b": ");
    value.write_header(out, name.len() + 2);
}

/// `Press section <press@example.org>` or `press@example.org`.
fn address(header: &'static str, value: &str) -> Result<Address<'static>, ExportError> {
    let wrong = || ExportError::Address { header, value: value.to_owned() };
    let value = value.trim();
    let (name, mailbox) = match value.strip_suffix('>').and_then(|value| value.rsplit_once('<')) {
        Some((name, mailbox)) => (name.trim().trim_matches('"'), mailbox),
        None => ("", value),
    };
    if !is_mailbox(mailbox) {
        return Err(wrong());
    }
    let name = (!name.is_empty()).then(|| Cow::from(shown(name)));
    Ok(Address::new_address(name, mailbox.to_owned()))
}

/// The plain form of RFC 5322, 3.4.1: no quotes, no comments, nothing that a header would fold or split.
fn is_mailbox(mailbox: &str) -> bool {
    let Some((local, domain)) = mailbox.split_once('@') else { return false };
    let local_letter = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
    let domain_letter = |b: u8| b.is_ascii_alphanumeric() || b"-.".contains(&b);
    let sound = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    mailbox.len() <= 254
        && sound(local)
        && sound(domain)
        && local.bytes().all(local_letter)
        && domain.bytes().all(domain_letter)
}

/// The first second of that day in UTC, counted from 1970; none where the day is not known.
fn midnight(date: Date) -> Option<i64> {
    Some(date.days()? * 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let seconds = |date: &str| midnight(date.parse().expect("a date"));
        assert_eq!(seconds("1970-01-01"), Some(0));
        assert_eq!(seconds("2023-03-06"), Some(1_678_060_800));
        assert_eq!(seconds("2024-02-29"), Some(1_709_164_800));
        assert_eq!(seconds("XXXX-03-06"), None);
    }

    #[test]
    fn an_address_cannot_bring_a_header() {
        for value in
            ["", "press", "a@b\r\nBcc: c@d", "a@b, c@d", "<a@b> x", "a b@c", "a@b@c", "a..b@c", "ə@example.org"]
        {
            let error = address("To", value).unwrap_err();
            assert!(matches!(error, ExportError::Address { header: "To", .. }), "{value}: {error}");
        }
        for value in ["press@example.org", "Seção <press@example.org>", "\"A\r\nBcc: x@y\" <press@example.org>"] {
            let mut out = Vec::new();
            put("To", &address("To", value).expect("an address").into(), &mut out);
            let header = String::from_utf8(out).expect("ASCII");
            assert_eq!(header.matches("\r\n").count(), 1, "{header}");
        }
    }
}
