//! `attache digest --explain`: why each sentence was chosen or not.

use std::io::{self, Write};

use attache::{Digest, Score, Span};

/// One sentence of the table.
#[derive(Debug)]
struct Line<'a> {
    span: Span,
    score: &'a Score,
    verdict: &'a str,
}

/// How many characters of a sentence are shown.
const SHOWN: usize = 64;

/// Writes the table: in source order, the parts of each score in thousandths, their sum, and the verdict.
pub(crate) fn write(digest: &Digest, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    let (entity, topic, position, title) = ("entity", "topic", "position", "title");
    let (event, form, redundancy, total) = ("event", "form", "redundancy", "total");
    writeln!(
        out,
        "{:>13} {entity:>6} {topic:>6} {position:>8} {title:>6} {event:>6} {form:>6} {redundancy:>10} {total:>6}  verdict",
        "bytes"
    )?;
    for Line { span, score, verdict } in lines(digest) {
        let Score { entity, topic, position, title, event, form, redundancy } = score;
        let (bytes, total) = (format!("{}..{}", span.start, span.end), score.total());
        writeln!(
            out,
            "{bytes:>13} {entity:>6} {topic:>6} {position:>8} {title:>6} {event:>6} {form:>6} {redundancy:>10} {total:>6}  \
             {verdict}"
        )?;
        writeln!(out, "{:>13} {}", "", beginning(span.of(text)))?;
    }
    Ok(())
}

/// The sentences of a digest in source order.
fn lines(digest: &Digest) -> Vec<Line<'_>> {
    let chosen = digest.pieces.iter().map(|p| Line { span: p.span, score: &p.score, verdict: "chosen" });
    let skipped = digest.skipped.iter().map(|s| Line { span: s.span, score: &s.score, verdict: &s.reason });
    let mut lines: Vec<_> = chosen.chain(skipped).collect();
    lines.sort_by_key(|line| line.span);
    lines
}

/// The first words, on one line.
fn beginning(sentence: &str) -> String {
    let words = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}
