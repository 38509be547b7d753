//! What has to change before an author's sentence can stand alone: as little as possible, and all of it listed.

use attache_schema::{Edit, EditKind, Span, word_count};

use crate::reader::SentenceFacts;

/// The edits of a piece in order of position; `spoken_of` is whom the piece before is about.
pub(crate) fn edits(text: &str, facts: &SentenceFacts, span: Span, whole: Span, spoken_of: Option<usize>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = facts.tags.iter().map(|tag| Edit { span: tag.span, by: EditKind::Remove }).collect();
    edits.extend(
        facts
            .dates
            .iter()
            .map(|full| Edit { span: full.span, by: EditKind::Date { date: full.date, form: full.form.clone() } }),
    );
    edits.extend(facts.quotation.completed(span));
    edits.extend(facts.homes.iter().filter_map(|(span, country, form)| {
        let concept = country.clone()?;
        Some(Edit { span: *span, by: EditKind::Country { concept, form: form.clone() } })
    }));
    edits.extend(facts.names.iter().map(|(span, person)| Edit { span: *span, by: EditKind::Name { person: *person } }));
    if let Some((at, person)) = facts.anaphor.filter(|(_, person)| spoken_of != Some(*person)) {
        edits.push(Edit { span: at, by: EditKind::Name { person } });
    }
    if let Some((verb, person)) = facts.elided.filter(|(_, person)| spoken_of != Some(*person)) {
        edits.extend(subject_before(text, verb, person));
    }
    if span.end < whole.end {
        edits.push(Edit { span: Span::new(span.end, span.end), by: EditKind::Text(".".to_owned()) });
    }
    edits.retain(|edit| span.contains(edit.span));
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    drop_overlaps(edits)
}

/// The name of whom a verb is about that stands without its subject, and the verb without the capital of a sentence's first word.
fn subject_before(text: &str, verb: Span, person: usize) -> [Edit; 2] {
    let start = verb.start;
    let first = verb.of(text).chars().next().map_or(0, char::len_utf8);
    let letter = Span::new(start, start + first);
    let small = format!(" {}", letter.of(text).to_lowercase());
    [
        Edit { span: Span::new(start, start), by: EditKind::Name { person } },
        Edit { span: letter, by: EditKind::Text(small) },
    ]
}

/// Of two edits of the same words the one that begins first stands; a removal swallows all inside, but not what is put in before it.
fn drop_overlaps(edits: Vec<Edit>) -> Vec<Edit> {
    let removed: Vec<Span> = edits.iter().filter(|edit| edit.by == EditKind::Remove).map(|edit| edit.span).collect();
    let mut kept: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        let is_before = |removed: &Span| edit.span.end == removed.start;
        let is_in = |removed: &&Span| removed.contains(edit.span) && !is_before(removed);
        let swallowed = edit.by != EditKind::Remove && removed.iter().any(|span| is_in(&span));
        if !swallowed && kept.last().is_none_or(|last| last.span.end <= edit.span.start) {
            kept.push(edit);
        }
    }
    kept
}

/// How many words a piece has once its tag is gone and its dates are complete.
pub(crate) fn spoken_words(text: &str, facts: &SentenceFacts, span: Span) -> usize {
    let words = |span: Span| word_count(span.of(text));
    let removed: usize = facts.tags.iter().filter(|tag| span.contains(tag.span)).map(|tag| words(tag.span)).sum();
    let dates = facts.dates.iter().filter(|full| span.contains(full.span));
    let added: usize = dates.map(|full| full.words.saturating_sub(words(full.span))).sum();
    (words(span) + added).saturating_sub(removed)
}
