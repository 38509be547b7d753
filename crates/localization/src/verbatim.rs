//! The author's own sentence, with the few changes that it needs to stand alone.

use attache_schema::{Digest, Edit, EditKind, Piece};

use crate::marks;
use crate::refer::Referrer;
use crate::tidy::tidy;

/// The words of `piece` with its edits, as one tidy sentence.
///
/// An edit that lies outside of the piece, cuts a character or overlaps the one before it is passed over; so is one whose
/// words this language does not have.
pub(crate) fn verbatim(piece: &Piece, digest: &Digest, referrer: &Referrer<'_>) -> String {
    let mut out = String::with_capacity(piece.text.len());
    let mut at = 0;
    for edit in &piece.edits {
        let Some((start, end)) = within(piece, edit).filter(|(start, _)| *start >= at) else { continue };
        let Some(words) = replacement(&edit.by, digest, referrer) else { continue };
        out.push_str(piece.text.get(at..start).unwrap_or(""));
        out.push_str(&words);
        at = end;
    }
    out.push_str(piece.text.get(at..).unwrap_or(""));
    let text = tidy(&marks::clean(&out));
    referrer.target.language().sentence_case(&closed(text))
}

/// The place of an edit in the piece's own text.
fn within(piece: &Piece, edit: &Edit) -> Option<(usize, usize)> {
    let start = edit.span.start.checked_sub(piece.span.start)?;
    let end = edit.span.end.checked_sub(piece.span.start)?;
    piece.text.get(start..end).map(|_| (start, end))
}

fn replacement(by: &EditKind, digest: &Digest, referrer: &Referrer<'_>) -> Option<String> {
    let language = referrer.target.language();
    match by {
        EditKind::Remove => Some(String::new()),
        EditKind::Text(text) => Some(text.clone()),
        EditKind::Country { concept, form } => {
            let noun = referrer.noun(Some(concept))?;
            if form.is_empty() { Some(noun.text) } else { language.inflect(&noun, form) }
        }
        EditKind::Date { date, form } => language.date(*date, form),
        EditKind::Name { person } => digest.people.get(*person).map(|person| referrer.spelling(person)),
    }
}

/// A sentence that lost its end with an attribution gets a stop.
fn closed(mut text: String) -> String {
    let ends = text.trim_end_matches(['”', '"', '’', '»', ')', ']']).ends_with(['.', '!', '?', '…', ':', ';']);
    if !ends && !text.is_empty() {
        text.truncate(text.trim_end_matches(',').len());
        text.push('.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(closed("The ministers met".to_owned()), "The ministers met.");
        assert_eq!(closed("The ministers met,".to_owned()), "The ministers met.");
        assert_eq!(closed("“They met.”".to_owned()), "“They met.”");
    }
}
