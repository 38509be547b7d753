//! `--explain`: why each sentence was chosen or not.

use std::collections::BTreeMap;
use std::io::{self, Write};

use attache::{Article, Digest, Extract, Parts, Rendered, Score, Span, Verdict};

/// One sentence of the table.
#[derive(Debug)]
struct Line<'a> {
    /// The number of the sentence, where others point to it.
    number: Option<usize>,
    span: Span,
    text: &'a str,
    /// The parts of the score and their names.
    parts: Vec<(&'static str, i64)>,
    total: i64,
    verdict: String,
}

/// How many characters of a sentence are shown.
const SHOWN: usize = 64;
/// The narrowest column of numbers.
const NARROWEST: usize = 6;
/// The column of bytes.
const BYTES: usize = 13;

/// The code of a warning that something was left out of a sentence.
const SHORTER: &str = "slot-dropped";

/// Writes the table of a digest: in source order, the parts of each score in thousandths, their sum, and the verdict.
pub(crate) fn write(digest: &Digest, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let chosen = digest.pieces.iter().map(|piece| (piece.span, &piece.score, "chosen"));
    let skipped = digest.skipped.iter().map(|skipped| (skipped.span, &skipped.score, skipped.reason.as_str()));
    let mut lines: Vec<Line<'_>> = chosen
        .chain(skipped)
        .map(|(span, score, verdict)| Line {
            number: None,
            span,
            text: span.of(text),
            parts: parts_of_score(score),
            total: score.total(),
            verdict: verdict.to_owned(),
        })
        .collect();
    lines.sort_by_key(|line| line.span);
    // Nobody asked for anything: the column says nothing.
    if lines.iter().all(|line| line.parts.iter().all(|(name, value)| *name != "focus" || *value == 0)) {
        lines.iter_mut().for_each(|line| line.parts.retain(|(name, _)| *name != "focus"));
    }
    write_table(&lines, out)
}

/// Writes what could not be said in full, language by language: sentences in a shorter form, and how often.
pub(crate) fn write_fallbacks(rendered: &BTreeMap<String, Rendered>, out: &mut dyn Write) -> io::Result<()> {
    for (tag, rendered) in rendered {
        let shorter: Vec<&str> =
            rendered.warnings.iter().filter(|it| it.code == SHORTER).map(|it| it.message.as_str()).collect();
        if !shorter.is_empty() {
            writeln!(out, "{tag}: {} shorter: {}", shorter.len(), shorter.join("; "))?;
        }
    }
    Ok(())
}

/// Writes the table of an extract: the sentences are numbered from 0 over all texts.
pub(crate) fn write_extract(extract: &Extract, articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    let sentences = extract.sentences.iter().enumerate();
    let lines = sentences.map(|(number, sentence)| Line {
        number: Some(number),
        span: sentence.span,
        text: sentence.span.of(&articles[sentence.document].text),
        parts: parts_of_extract(&sentence.parts),
        total: sentence.parts.total(),
        verdict: match sentence.verdict {
            Verdict::Dependent => format!("{} on {}", sentence.verdict.name(), number.saturating_sub(1)),
            Verdict::Redundant(with) => format!("{} with {with}", sentence.verdict.name()),
            verdict => verdict.name().to_owned(),
        },
    });
    write_table(&lines.collect::<Vec<_>>(), out)
}

fn parts_of_score(score: &Score) -> Vec<(&'static str, i64)> {
    let Score { entity, topic, position, title, event, form, redundancy, focus } = *score;
    vec![
        ("entity", entity),
        ("topic", topic),
        ("position", position),
        ("title", title),
        ("event", event),
        ("form", form),
        ("redundancy", redundancy),
        ("focus", focus),
    ]
}

fn parts_of_extract(parts: &Parts) -> Vec<(&'static str, i64)> {
    let Parts { position, title, centrality, entity, form, background, focus, redundancy } = *parts;
    vec![
        ("position", position),
        ("title", title),
        ("centrality", centrality),
        ("entity", entity),
        ("form", form),
        ("background", background),
        ("focus", focus),
        ("redundancy", redundancy),
    ]
}

fn write_table(lines: &[Line<'_>], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = lines.first() else { return Ok(()) };
    let is_numbered = first.number.is_some();
    writeln!(out)?;
    write!(out, "{}{:>BYTES$}", if is_numbered { "   #" } else { "" }, "bytes")?;
    for name in first.parts.iter().map(|(name, _)| *name).chain(["total"]) {
        write!(out, " {name:>width$}", width = width(name))?;
    }
    writeln!(out, "  verdict")?;
    for line in lines {
        if let Some(number) = line.number {
            write!(out, "{number:>4}")?;
        }
        write!(out, "{:>BYTES$}", format!("{}..{}", line.span.start, line.span.end))?;
        for (name, value) in line.parts.iter().copied().chain([("total", line.total)]) {
            write!(out, " {value:>width$}", width = width(name))?;
        }
        writeln!(out, "  {}", line.verdict)?;
        writeln!(out, "{}{:>BYTES$} {}", if is_numbered { "    " } else { "" }, "", beginning(line.text))?;
    }
    Ok(())
}

fn width(name: &str) -> usize {
    name.len().max(NARROWEST)
}

/// The first words, on one line.
fn beginning(sentence: &str) -> String {
    let words = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use attache::Warning;

    use super::*;

    #[test]
    fn shorter_sentences_are_counted_by_language() {
        let warning = |code: &str, message: &str| Warning { code: code.to_owned(), message: message.to_owned() };
        let rendered = |warnings| Rendered {
            language: "pt".to_owned(),
            text: String::new(),
            clauses: Vec::new(),
            omitted: 0,
            warnings,
        };
        let shorter = rendered(vec![warning("slot-dropped", "topics were left out"), warning("omitted", "1 of 2")]);
        let all = BTreeMap::from([("az".to_owned(), rendered(Vec::new())), ("pt".to_owned(), shorter)]);
        let mut page = Vec::new();
        write_fallbacks(&all, &mut page).expect("it is written to memory");
        assert_eq!(String::from_utf8_lossy(&page), "pt: 1 shorter: topics were left out\n");
    }
}
