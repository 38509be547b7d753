//! A digest as people review it: what was read in short lines, and each language one sentence to a line.
//!
//! Made to be kept beside the article and compared: a word that changed is one line of a difference, and a line tells by its section
//! whether the reading changed or only what is said. Spans, scores and the versions of anything are left out.

use std::fmt::Write as _;

use attache_schema::{Actor, Brief, ConceptId, Digest, Event, Frame, Realization, Rendered, Status, Topic, When};

/// Writes a digest and its paragraphs for review.
///
/// ```
/// use attache::{Article, Attache, golden};
///
/// let attache = Attache::builder().languages(["en"]).build()?;
/// let article = Article::from_text("The President of Portugal received the Ambassador of Azerbaijan in Lisbon.");
/// assert_eq!(
///     golden(&attache.brief(&article, ["en"])),
///     "\
/// language: en
///
/// == read ==
/// 1. receive, done: by president of PT; with ambassador of AZ; at place/lisbon
///
/// == en ==
/// The President of Portugal received the Ambassador of Azerbaijan in Lisbon.
/// "
/// );
/// # Ok::<(), attache::LoadError>(())
/// ```
#[must_use]
pub fn golden(brief: &Brief) -> String {
    let mut text = String::new();
    write_head(&brief.digest, &mut text);
    write_read(&brief.digest, &mut text);
    for (tag, rendered) in &brief.rendered {
        write_said(tag, rendered, &mut text);
    }
    text
}

fn write_head(digest: &Digest, text: &mut String) {
    push(text, &format!("language: {}", digest.language.tag));
    let source = &digest.source;
    if let Some(outlet) = &source.outlet {
        push(text, &format!("outlet: {outlet}"));
    }
    if let Some(published) = source.published {
        push(text, &format!("published: {published}"));
    }
    if let Some(cites) = &source.cites {
        push(text, &format!("cites: {}", tied(cites, source.cites_country.as_ref())));
    }
}

fn write_read(digest: &Digest, text: &mut String) {
    push(text, "\n== read ==");
    for person in &digest.people {
        let office = person.role.as_ref().map(|role| format!(", {}", role.key())).unwrap_or_default();
        let state = person.country.as_ref().or(person.org.as_ref());
        let state = state.map(|state| format!(" of {}", state.key())).unwrap_or_default();
        let presumed = if person.presumed { " (presumed)" } else { "" };
        push(text, &format!("{}{office}{state}{presumed}", person.name));
    }
    for (number, piece) in (1..).zip(&digest.pieces) {
        for event in &piece.events {
            push(text, &format!("{number}. {}", told(event, digest)));
        }
        if piece.events.is_empty() {
            push(text, &format!("{number}. nothing read"));
        }
    }
}

/// An event on one line.
fn told(event: &Event, digest: &Digest) -> String {
    let status = match event.status {
        Status::Done => "done",
        Status::Underway => "under way",
        Status::Planned => "planned",
    };
    let manner = event.manner.as_ref().map(|manner| format!(" ({})", manner.key())).unwrap_or_default();
    let mut line = format!("{}{manner}, {status}", event.kind.key());
    let actors = |actors: &[Actor]| list(actors.iter().map(|actor| acting(actor, digest)));
    let parts = [
        ("by", actors(&event.agents)),
        ("with", actors(&event.targets)),
        ("beside", actors(&event.others)),
        ("on", event.when.as_ref().map(day).unwrap_or_default()),
        ("at", event.place.as_ref().map(|place| place.concept.to_string()).unwrap_or_default()),
        ("in", event.frame.as_ref().map(framed).unwrap_or_default()),
        ("document", event.document.as_ref().map(about).unwrap_or_default()),
        ("about", list(event.topics.iter().map(about))),
        ("unlisted", if event.unlisted.is_empty() { String::new() } else { event.unlisted.len().to_string() }),
    ];
    let mut mark = ": ";
    for (name, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        let _ = write!(line, "{mark}{name} {part}");
        mark = "; ";
    }
    line
}

fn acting(actor: &Actor, digest: &Digest) -> String {
    let name = actor.person.and_then(|person| digest.people.get(person)).map(|person| person.name.clone());
    let office = actor.role.as_ref().map(|role| role.key().to_owned());
    let whose = [&actor.org, &actor.country].into_iter().flatten().map(|body| body.key().to_owned());
    let who: Vec<String> = name.into_iter().chain(office).collect();
    let whose: Vec<String> = whose.collect();
    match (who.is_empty(), whose.is_empty()) {
        (false, false) => format!("{} of {}", who.join(" as "), whose.join(" of ")),
        (false, true) => who.join(" as "),
        (true, _) => whose.join(" of "),
    }
}

fn framed(frame: &Frame) -> String {
    let ordinal = frame.ordinal.map(|number| format!("{number}. ")).unwrap_or_default();
    format!("{ordinal}{} ({})", tied(&frame.concept, frame.owner.as_ref()), frame.relation.key())
}

fn about(topic: &Topic) -> String {
    let several = if topic.several { " (several)" } else { "" };
    let ties = topic.complements.iter().map(|tie| format!(" {} {}", tie.relation.key(), tie.concept.key()));
    format!("{}{several}{}", topic.concept, ties.collect::<String>())
}

fn tied(concept: &ConceptId, owner: Option<&ConceptId>) -> String {
    owner.map_or_else(|| concept.to_string(), |owner| format!("{concept} of {}", owner.key()))
}

fn day(when: &When) -> String {
    when.end.map_or_else(|| when.start.to_string(), |end| format!("{} to {end}", when.start))
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// A paragraph, one sentence to a line, and how a sentence was said where that is not the usual way.
fn write_said(tag: &str, rendered: &Rendered, text: &mut String) {
    let omitted = if rendered.omitted > 0 { format!(" ({} left out)", rendered.omitted) } else { String::new() };
    push(text, &format!("\n== {tag} =={omitted}"));
    for clause in &rendered.clauses {
        let how = match clause.realization {
            Realization::Translated => "[translated] ",
            Realization::Quoted => "[quoted] ",
            Realization::Verbatim | Realization::Composed => "",
        };
        push(text, &format!("{how}{}", clause.span.of(&rendered.text).trim()));
    }
    for warning in rendered.warnings.iter().filter(|warning| warning.code != "omitted") {
        push(text, &format!("[{}] {}", warning.code, warning.message));
    }
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
