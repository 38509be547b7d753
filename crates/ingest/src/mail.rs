//! Mails: a message (RFC 5322, `.eml`) or a file of several (mbox), with what is attached.
//!
//! Knows which part of a message is its text, and unwraps what was forwarded. A message is taken apart here, level by level;
//! the crate that parses headers never sees more than one head. So depth and size are ours to bound: with a parser that
//! goes down by itself, ten megabytes of messages in messages end the process on the stack when they are let go.

mod part;
mod quote;

use attache_schema::{Article, Date};

use crate::{Document, Excess, Format, Hints, IngestError, caption, charset, html};
use part::{Kind, Part};
use quote::Piece;

/// How deep parts and messages may stand in one another.
const DEEPEST: usize = 10;

/// How many parts all messages of an input may have together.
const MOST_PARTS: usize = 10_000;

/// What a message with attachments may say by itself and still be no more than a note to them, in words.
const NOTE: usize = 12;

/// Reads messages: of each its text, or the articles forwarded in it, and what is attached.
///
/// # Errors
/// Where there is no message, or one that has neither text nor readable attachments. Of several articles each stands or
/// fails alone.
pub(crate) fn documents(bytes: &[u8], hints: &Hints) -> Result<Vec<Result<Document, IngestError>>, IngestError> {
    let mut desk = Desk { hints, documents: Vec::new(), parts: 0 };
    for message in messages(bytes) {
        if let Err(error) = desk.read_message(&message, 0) {
            desk.documents.push(Err(error));
        }
    }
    match desk.documents.is_empty() {
        true => Err(IngestError::NoText { format: Format::Mail }),
        false => Ok(desk.finish()),
    }
}

/// The messages of a file: one, or those that lines `From …` part (RFC 4155). `>From` at the start of a line is undone.
fn messages(bytes: &[u8]) -> Vec<std::borrow::Cow<'_, [u8]>> {
    if !bytes.starts_with(b"From ") {
        return vec![bytes.into()];
    }
    let (mut messages, mut current, mut is_after_blank) = (Vec::new(), Vec::new(), true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if is_after_blank && line.starts_with(b"From ") {
            messages.push(std::mem::take(&mut current));
            is_after_blank = false;
            continue;
        }
        is_after_blank = line.trim_ascii().is_empty();
        let quoted = line.iter().take_while(|byte| **byte == b'>').count();
        let is_quoted = quoted > 0 && line[quoted..].starts_with(b"From ");
        current.extend_from_slice(&line[usize::from(is_quoted)..]);
    }
    messages.push(current);
    messages.into_iter().filter(|message| !message.trim_ascii().is_empty()).map(Into::into).collect()
}

/// What has been read, and what may still be.
struct Desk<'a> {
    hints: &'a Hints,
    documents: Vec<Result<Document, IngestError>>,
    parts: usize,
}

/// What the head of a message says about an article in it.
#[derive(Debug, Clone, Default)]
struct Caption {
    title: Option<String>,
    outlet: Option<String>,
    published: Option<Date>,
}

/// What was found in the parts of one message.
#[derive(Default)]
struct Found {
    /// Its texts in their order; pieces of HTML are text already.
    body: Vec<String>,
    /// What is attached: a name, the bytes, and the character set that the part gives.
    attached: Vec<Attachment>,
    /// Messages in it.
    messages: Vec<Vec<u8>>,
    /// The first character set that was not UTF-8.
    encoding: Option<&'static str>,
}

struct Attachment {
    name: Option<String>,
    bytes: Vec<u8>,
    charset: Option<String>,
}

impl Desk<'_> {
    fn read_message(&mut self, bytes: &[u8], depth: usize) -> Result<(), IngestError> {
        check_depth(depth)?;
        let head = Part::parse(bytes);
        if !head.has_head() {
            return Err(IngestError::broken(Format::Mail, "it has no head"));
        }
        let caption = Caption { title: head.subject(), outlet: head.sender(), published: head.day() };
        let mut found = Found::default();
        self.gather(&head, depth, &mut found)?;
        let before = self.documents.len();
        self.read_attached(&found, &caption, depth);
        let has_others = self.documents[before..].iter().any(Result::is_ok);
        let from_body = self.read_body(&found, &caption, has_others);
        // What the message says comes before what hangs on it.
        self.documents.splice(before..before, from_body.into_iter().map(Ok));
        match self.documents.len() == before {
            true => Err(IngestError::NoText { format: Format::Mail }),
            false => Ok(()),
        }
    }

    /// Walks through the parts of one message.
    fn gather(&mut self, part: &Part<'_>, depth: usize, found: &mut Found) -> Result<(), IngestError> {
        check_depth(depth)?;
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(IngestError::Bomb { what: Excess::Parts, limit: MOST_PARTS as u64 });
        }
        match part.kind() {
            Kind::Several => {
                for inner in part.parts() {
                    self.gather(&Part::parse(inner), depth + 1, found)?;
                }
            }
            Kind::Alternatives => self.gather_best(part, depth, found)?,
            Kind::Text | Kind::Html => {
                let decoded = charset::decode(&part.bytes(), part.charset().as_deref(), None);
                found.encoding = found.encoding.or(decoded.other_than_utf_8());
                let text = match part.kind() {
                    Kind::Html => html::fragment(&decoded.text),
                    _ => part.unwrapped(&decoded.text),
                };
                found.body.push(text);
            }
            Kind::Message => found.messages.push(part.bytes().into_owned()),
            Kind::Attachment => found.attached.push(Attachment {
                name: part.name(),
                bytes: part.bytes().into_owned(),
                charset: part.charset(),
            }),
            Kind::Nothing => {}
        }
        Ok(())
    }

    /// Of several forms of the same, the plain one; the last of the others where that is empty.
    fn gather_best(&mut self, part: &Part<'_>, depth: usize, found: &mut Found) -> Result<(), IngestError> {
        let mut best: Option<Found> = None;
        for inner in part.parts() {
            let inner = Part::parse(inner);
            let mut form = Found::default();
            self.gather(&inner, depth + 1, &mut form)?;
            let is_plain = matches!(inner.kind(), Kind::Text);
            let has_text = form.body.iter().any(|text| !text.trim().is_empty());
            let has_plain = best.as_ref().is_some_and(|best| best.body.iter().any(|text| !text.trim().is_empty()));
            if is_plain || (has_text && !has_plain) || best.is_none() {
                // What hangs on a form that is not taken hangs on the message all the same.
                if let Some(other) = best.replace(form) {
                    found.attached.extend(other.attached);
                }
            } else {
                found.attached.extend(form.attached);
            }
        }
        if let Some(best) = best {
            found.body.extend(best.body);
            found.attached.extend(best.attached);
            found.messages.extend(best.messages);
            found.encoding = found.encoding.or(best.encoding);
        }
        Ok(())
    }

    /// The articles of what is attached, and of the messages in this one.
    fn read_attached(&mut self, found: &Found, caption: &Caption, depth: usize) {
        for attached in &found.attached {
            match Format::detect(&attached.bytes, attached.name.as_deref()) {
                Ok(Format::Mail) => self.read_inner(&attached.bytes, depth),
                _ => self.read_attachment(attached, caption),
            }
        }
        for message in &found.messages {
            self.read_inner(message, depth);
        }
    }

    fn read_inner(&mut self, message: &[u8], depth: usize) {
        if let Err(error) = self.read_message(message, depth + 1) {
            self.documents.push(Err(error));
        }
    }

    /// An attachment that says no day of its own has the message's; subject and sender are those of the message alone.
    fn read_attachment(&mut self, attached: &Attachment, caption: &Caption) {
        let hints = Hints {
            file_name: attached.name.clone(),
            charset: attached.charset.clone(),
            language: self.hints.language.clone(),
            today: self.hints.today,
            max_bytes: self.hints.max_bytes,
            ..Hints::default()
        };
        match crate::read(&attached.bytes, None, hints) {
            Ok(documents) => {
                let documents = documents.into_iter().map(|document| {
                    document.map(|mut document| {
                        let own = &mut document.article;
                        own.published = own.published.or(caption.published);
                        document
                    })
                });
                self.documents.extend(documents);
            }
            Err(error) => self.documents.push(Err(error)),
        }
    }

    /// The message's own text, and the articles forwarded in it. A few words beside them are only a note.
    fn read_body(&self, found: &Found, caption: &Caption, has_others: bool) -> Vec<Document> {
        let pieces = quote::pieces(&found.body.join("\n\n"));
        let has_forwarded = pieces.iter().any(|piece| piece.is_forwarded && !piece.text.trim().is_empty());
        let is_note = |piece: &Piece| {
            !piece.is_forwarded && (has_others || has_forwarded) && piece.text.split_whitespace().nth(NOTE).is_none()
        };
        let pieces = pieces.into_iter().filter(|piece| !piece.text.trim().is_empty() && !is_note(piece));
        pieces
            .map(|piece| {
                let article = Article {
                    title: piece.title.or_else(|| caption.title.clone()),
                    outlet: piece.sender.or_else(|| caption.outlet.clone()),
                    published: piece.published.or(caption.published),
                    text: piece.text,
                    ..Article::default()
                };
                Document::new(article, Format::Mail).decoded_from(found.encoding)
            })
            .collect()
    }

    /// Lays the sender's hints over what was found, each by its place in the input.
    fn finish(self) -> Vec<Result<Document, IngestError>> {
        let named = self.documents.into_iter().enumerate().map(|(index, document)| {
            let mut document = document?;
            document.article = self.hints.over_nth(index, document.article);
            Ok(document)
        });
        named.collect()
    }
}

fn check_depth(depth: usize) -> Result<(), IngestError> {
    match depth > DEEPEST {
        true => Err(IngestError::Bomb { what: Excess::Depth, limit: DEEPEST as u64 }),
        false => Ok(()),
    }
}

/// A subject without the marks that mail programs put before it (`Re:`, `Fwd:`; RFC 5322, section 3.6.5).
fn subject(text: &str) -> Option<String> {
    const MARKS: [&str; 3] = ["re:", "fw:", "fwd:"];
    let mut subject = caption::clean(text);
    while let Some(mark) =
        MARKS.iter().find(|mark| subject.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)))
    {
        subject = subject[mark.len()..].trim_start().to_owned();
    }
    Some(subject).filter(|subject| !subject.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(mail: &str) -> Vec<Result<Document, IngestError>> {
        documents(mail.replace('\n', "\r\n").as_bytes(), &Hints::default().with_id("a.eml")).expect("a mail")
    }

    fn articles(mail: &str) -> Vec<Article> {
        read(mail).into_iter().map(|document| document.expect("an article").article).collect()
    }

    const HEAD: &str = "From: =?UTF-8?Q?X=C9=99z=C9=99r?= <news@xezer.example>\nTo: desk@embassy.example\n\
        Subject: =?utf-8?B?TmF6aXJsyZlyIGfDtnLDvMWfw7xi?=\nDate: Mon, 06 Mar 2023 01:00:00 +0400\nMIME-Version: 1.0\n";

    #[test]
    fn a_message_is_an_article() {
        let articles = articles(&format!(
            "{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
             Nazirl=C9=99r Bak=C4=B1da=\n g=C3=B6r=C3=BC=C5=9F=C3=BCb.\n\n-- \nX=C9=99z=C9=99r\nTel. 1\n"
        ));
        let article = &articles[0];
        assert_eq!(article.id.as_deref(), Some("a.eml"));
        assert_eq!(article.title.as_deref(), Some("Nazirlər görüşüb"));
        assert_eq!(article.outlet.as_deref(), Some("Xəzər"));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2023-03-06"));
        assert_eq!(article.text.trim(), "Nazirlər Bakıda görüşüb.");
    }

    #[test]
    fn the_plain_form_is_preferred_and_markup_is_read_where_there_is_none() {
        let alternative = |plain: &str| {
            format!(
                "{HEAD}Content-Type: multipart/alternative; boundary=\"b\"\n\nnone\n--b\nContent-Type: text/plain\n\n{plain}\n\
                 --b\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n\
                 <p>Em mar=E7o.</p><p>Em Baku.</p>\n--b--\n"
            )
        };
        assert_eq!(articles(&alternative("Em Lisboa."))[0].text.trim(), "Em Lisboa.");
        let read = read(&alternative(" ")).remove(0).expect("an article");
        assert_eq!(read.article.text.trim(), "Em março.\n\nEm Baku.");
        assert_eq!(read.reading.encoding, Some("windows-1252"));
    }

    #[test]
    fn attachments_are_articles_and_a_short_note_beside_them_is_none() {
        let mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPlease see below.\n--b\n\
             Content-Type: text/plain; name=\"talks.txt\"\nContent-Disposition: attachment\n\nThey met in Riga.\n\
             --b\nContent-Type: image/png\nContent-Disposition: attachment; filename=logo.png\n\nx\n\
             --b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=page.html\n\
             Content-Transfer-Encoding: base64\n\n{}\n--b\nContent-Type: message/rfc822\n\n\
             From: Cais <a@cais.example>\nSubject: Fwd: Acordo\nDate: 7 Mar 2023 10:00:00 +0000\n\nFoi assinado.\n--b--\n",
            "PGh0bWw+PHRpdGxlPlZpc2l0PC90aXRsZT48Ym9keT48YXJ0aWNsZT48aDE+VmlzaXQ8L2gxPjxwPlRoZSBtaW5pc3RlcnMgb2YgdGhlIHR3byBj\n\
             b3VudHJpZXMgbWV0IG9uIFR1ZXNkYXkgaW4gdGhlIGNhcGl0YWwgYW5kIHNwb2tlIG9mIHRyYWRlLCBlbmVyZ3kgYW5kIHRyYW5zcG9ydC48L3A+\n\
             PHA+VGhleSBhZ3JlZWQgdG8gbWVldCBhZ2FpbiBpbiBhdXR1bW4sIHNhaWQgdGhlIHNwb2tlc3dvbWFuIG9mIHRoZSBtaW5pc3RyeS48L3A+PC9h\ncnRpY2xlPjwvYm9keT48L2h0bWw+"
        );
        let articles = articles(&mail);
        let told: Vec<_> = articles.iter().map(|a| (a.id.as_deref().unwrap_or(""), a.text.trim())).collect();
        assert_eq!(told[0], ("a.eml", "They met in Riga."));
        assert!(told[1].1.starts_with("The ministers of the two countries met"), "{told:?}");
        assert_eq!(told[2], ("a.eml#3", "Foi assinado."));
        assert_eq!(articles[0].outlet, None, "who sent it on has not published it");
        assert_eq!(articles[2].title.as_deref(), Some("Acordo"));
        assert_eq!(articles[2].outlet.as_deref(), Some("Cais"));
        assert_eq!(articles[2].published.map(|day| day.to_string()).as_deref(), Some("2023-03-07"));
    }

    #[test]
    fn an_attachment_that_cannot_be_read_fails_alone() {
        let mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThey met.\n--b\n\
             Content-Type: application/msword; name=a.doc\nContent-Transfer-Encoding: base64\n\n0M8R4KGxGuEAAA==\n--b--\n"
        );
        let read = read(&mail);
        assert_eq!(read[0].as_ref().expect("the text").article.text.trim(), "They met.");
        assert_eq!(read[1].as_ref().expect_err("no text").code(), "not-plain-text");
    }

    #[test]
    fn a_file_of_messages_is_read_message_by_message() {
        let mail = "From a@b.example Mon Mar  6 10:00:00 2023\nFrom: A <a@b.example>\nSubject: One\n\nThey met.\n>From there they left.\n\n\
             From c@d.example Tue Mar  7 10:00:00 2023\nFrom: C <c@d.example>\nSubject: Two\n\nThey came.\n";
        let articles = articles(mail);
        let told: Vec<_> = articles.iter().map(|a| (a.id.as_deref(), a.title.as_deref(), a.text.as_str())).collect();
        assert_eq!(told[0].2.replace('\r', "").trim(), "They met.\nFrom there they left.");
        assert_eq!((told[1].0, told[1].1), (Some("a.eml#2"), Some("Two")));
    }

    #[test]
    fn messages_in_messages_without_end_are_refused() {
        let inner = "Content-Type: message/rfc822\n\n".repeat(10_001);
        let read =
            documents(format!("From: a@b.example\nSubject: x\n{inner}").as_bytes(), &Hints::default()).expect("a mail");
        assert_eq!(read[0], Err(IngestError::Bomb { what: Excess::Depth, limit: 10 }));
        let nested: String =
            (0..5_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect();
        let read = documents(format!("From: a@b.example\nSubject: x\n{nested}").as_bytes(), &Hints::default())
            .expect("a mail");
        assert_eq!(read[0], Err(IngestError::Bomb { what: Excess::Depth, limit: 10 }));
    }

    #[test]
    fn parts_without_number_are_refused() {
        let parts = "--b\n\nx\n".repeat(10_001);
        let mail = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{parts}");
        assert_eq!(read(&mail)[0], Err(IngestError::Bomb { what: Excess::Parts, limit: 10_000 }));
    }

    #[test]
    fn a_message_of_nothing_but_a_picture_has_no_text() {
        let mail = format!("{HEAD}Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ\n");
        assert_eq!(read(&mail)[0], Err(IngestError::NoText { format: Format::Mail }));
    }

    proptest! {
        #[test]
        fn never_panics(lines in proptest::collection::vec(
            "(From: [a-z@<>=?]{0,9}|Content-Type: (text/(plain|html)|multipart/(mixed|alternative)|message/rfc822)(; ?(boundary|charset|name)=\"?[a-zə;*'%=]{0,4}\"?)?|\
             Content-Transfer-Encoding: (base64|quoted-printable)|--[a-z]{0,2}|From |>.?|[a-z=]{0,8}|)", 0..30)) {
            let _ = documents(lines.join("\n").as_bytes(), &Hints::default());
        }

        #[test]
        fn never_panics_on_bytes(bytes: Vec<u8>) {
            let _ = documents(&bytes, &Hints::default());
        }
    }
}
