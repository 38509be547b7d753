//! What of a message's text its sender wrote, and what others wrote before.
//!
//! Mail programs mark it in the language of their user, so words tell nothing here: only the signs and the shapes do.
//! `>` before a line, `-- ` before a signature, a line of dashes or a block of `word: value` lines before what was forwarded.

use attache_schema::Date;

use crate::{caption, day};

/// A piece of a message's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Whether it was written by someone else before.
    pub(super) is_forwarded: bool,
    /// What the block above it says.
    pub(super) title: Option<String>,
    pub(super) sender: Option<String>,
    pub(super) published: Option<Date>,
}

/// Parts a text into what the sender wrote and each article that was forwarded; signatures and quotations of replies go.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let lines = without_signature(&lines);
    let lines = match lines.iter().any(|line| is_own(line)) {
        true => without_quotations(lines),
        // Everything is quoted: then it was forwarded that way.
        false => lines.iter().map(|line| unquoted(line)).collect(),
    };
    let mut pieces = vec![Piece::default()];
    let mut at = 0;
    while at < lines.len() {
        match forwarded_head(&lines[at..]) {
            Some((piece, length)) => {
                pieces.push(piece);
                at += length;
            }
            None => {
                if let Some(piece) = pieces.last_mut() {
                    piece.text.push_str(lines[at]);
                    piece.text.push('\n');
                }
                at += 1;
            }
        }
    }
    for piece in &mut pieces {
        piece.text = trimmed(&piece.text);
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The text between its first and last line that hold something.
fn trimmed(text: &str) -> String {
    let text = text.trim_end();
    let start = text.len() - text.trim_start().len();
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    if text.is_empty() { String::new() } else { format!("{}\n", &text[line..]) }
}

/// Whether a line is the sender's own and says something.
fn is_own(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('>')
}

/// Cuts what follows the last `-- ` (RFC 3676, section 4.3), if that is short: otherwise it was a line in the text.
fn without_signature<'a>(lines: &'a [&'a str]) -> &'a [&'a str] {
    const LONGEST: usize = 15;
    match lines.iter().rposition(|line| matches!(*line, "-- " | "--")) {
        Some(at) if lines[at..].iter().filter(|line| !line.trim().is_empty()).count() <= LONGEST => &lines[..at],
        _ => lines,
    }
}

/// Takes out quoted lines, and the line that says whose they are: it ends in a colon right above them.
fn without_quotations<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut kept: Vec<&str> = Vec::new();
    for line in lines {
        if !line.starts_with('>') {
            kept.push(line);
            continue;
        }
        while kept.last().is_some_and(|line| line.trim().is_empty()) {
            kept.pop();
        }
        if kept.last().is_some_and(|line| is_attribution(line)) {
            kept.pop();
            // It may be broken over two lines.
            if kept.last().is_some_and(|line| line.contains('@') || line.trim_end().ends_with(',')) {
                kept.pop();
            }
        }
        kept.push("");
    }
    kept
}

/// Whether a line announces a quotation: it ends in a colon, and has an address or a time in it.
fn is_attribution(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(':') && (line.contains(['@', '<']) || line.bytes().filter(u8::is_ascii_digit).count() >= 4)
}

fn unquoted(line: &str) -> &str {
    let line = line.trim_start_matches('>');
    line.strip_prefix(' ').unwrap_or(line)
}

/// What stands above a forwarded article, and how many lines it has: a line of dashes, a block of fields, or both.
fn forwarded_head(lines: &[&str]) -> Option<(Piece, usize)> {
    let first = lines.first()?;
    let (is_ruled, mut at) = (is_rule(first), 0);
    if is_ruled {
        at = 1;
    } else if field(first).is_none() {
        return None;
    }
    let blank = lines[at..].iter().take_while(|line| line.trim().is_empty()).count();
    at += if is_ruled { blank } else { 0 };
    let fields: Vec<&str> = lines[at..].iter().map_while(|line| field(line)).collect();
    let has_address = fields.iter().any(|value| value.contains('@'));
    if fields.len() < 3 || !(has_address || is_ruled) {
        return None;
    }
    let length = at + fields.len();
    let mut piece = Piece { is_forwarded: true, ..Piece::default() };
    for value in &fields {
        if let Some(date) = day::parse(value) {
            piece.published = piece.published.or(Some(date));
        } else if value.contains('@') {
            piece.sender = piece.sender.or_else(|| sender(value));
        } else {
            // The subject stands below the day in every program that writes the day in a way that is no day to us.
            piece.title = super::subject(value).or(piece.title);
        }
    }
    Some((piece, length))
}

/// A line of dashes, with or without words in it: `---------- Forwarded message ---------`, `________________`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let dashes = |text: &str| text.chars().take_while(|c| matches!(c, '-' | '_' | '—')).count();
    let (before, after) = (dashes(line), line.chars().rev().take_while(|c| matches!(c, '-' | '_' | '—')).count());
    before >= 5 && after >= 5
}

/// The value of `Word: value`, where the word is short; marks of bold letters around it are passed over.
fn field(line: &str) -> Option<&str> {
    let line = line.trim();
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', ' ']);
    let is_name = (1..=20).contains(&name.chars().count())
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.split(' ').count() <= 3
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    let value = value.trim_matches(['*', ' ']);
    (is_name && !value.is_empty()).then_some(value)
}

/// The name in `Name <address>`, or else the address.
fn sender(value: &str) -> Option<String> {
    let name = value.split('<').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    let address = value.split('<').nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    caption::some(name).or_else(|| caption::some(address.trim_start_matches("mailto:")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<String> {
        pieces(text).into_iter().map(|piece| piece.text.trim_end().to_owned()).collect()
    }

    #[test]
    fn signatures_and_quotations_go() {
        let text = "The ministers met.\n\nThey left.\n\nOn Mon, 6 Mar 2023 at 10:00, A. B. <a@b.example> wrote:\n> Did they meet?\n>> Who?\n\n-- \nThe desk\n";
        assert_eq!(texts(text), ["The ministers met.\n\nThey left."]);
        assert_eq!(
            texts("Em Lisboa, 5 de março de 2023\n10:00, a@b.example escreveu:\n> Sim?\nNão."),
            ["Em Lisboa, 5 de março de 2023\n\nNão."]
        );
    }

    #[test]
    fn a_line_with_a_colon_above_a_quotation_is_only_taken_with_an_address_or_a_time() {
        assert_eq!(texts("She said:\n> We agree.\nThey met."), ["She said:\n\nThey met."]);
    }

    #[test]
    fn what_is_quoted_as_a_whole_was_forwarded() {
        assert_eq!(texts("> The ministers met.\n>\n> They left.\n"), ["The ministers met.\n\nThey left."]);
    }

    #[test]
    fn forwarded_articles_are_unwrapped_in_any_language() {
        let gmail = "FYI\n\n---------- Forwarded message ---------\nFrom: Xəzər <news@xezer.example>\nDate: Mon, 6 Mar 2023 at 10:00\n\
            Subject: Nazirlər görüşüb\nTo: <desk@embassy.example>\n\n\nNazirlər Bakıda görüşüb.\n";
        let found = pieces(gmail);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].text.as_str(), found[0].is_forwarded), ("FYI\n", false));
        assert_eq!(found[1].text, "Nazirlər Bakıda görüşüb.\n");
        assert_eq!(found[1].title.as_deref(), Some("Nazirlər görüşüb"));
        assert_eq!(found[1].sender.as_deref(), Some("Xəzər"));
        assert_eq!(found[1].published.map(|day| day.to_string()).as_deref(), Some("2023-03-06"));

        let outlook = "Para informação.\n________________________________\nDe: Cais <a@cais.example>\n\
            Enviado: segunda-feira, 6 de março de 2023 10:00\nPara: desk@embassy.example\nAssunto: ENC Acordo assinado\n\nFoi assinado.\n";
        let found = pieces(outlook);
        assert_eq!(found[1].title.as_deref(), Some("ENC Acordo assinado"));
        assert_eq!((found[1].sender.as_deref(), found[1].text.as_str()), (Some("Cais"), "Foi assinado.\n"));

        let apple = "*From: *Cais <a@cais.example>\n*Subject: **Re: Acordo*\n*Date: *6 March 2023 10:00\n*To: *b@c.example\n\nFoi assinado.";
        let found = pieces(apple);
        assert_eq!((found.len(), found[0].is_forwarded), (1, true));
        assert_eq!(found[0].title.as_deref(), Some("Acordo"));
    }

    #[test]
    fn fields_in_an_article_are_no_head() {
        let text = "Venue: Baku\nHour: ten\nGuests: two ministers\n\nThey met.";
        assert_eq!(texts(text), [text]);
    }

    proptest! {
        #[test]
        fn never_panics(text in "(>|-- |-----|[A-Z][a-zə]{0,3}: |[a-z@<>. ]{0,6}|\n|\r\n){0,40}") {
            let _ = pieces(&text);
        }

        #[test]
        fn a_text_without_signs_stays(text in "[a-zəçã ,.]{1,40}(\n[a-zəçã ,.]{1,40}){0,5}") {
            let found = pieces(&text);
            let all: String = found.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert_eq!(all.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
