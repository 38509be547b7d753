//! Annotations for a person's eyes: the text with marks, and below it the people and the events.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use attache::{Actor, Annotations, ConceptId, Event, Mention, MentionKind, Person, Status, Topic, WeighedTopic};

use crate::terminal::paint;

/// Writes the text with its mentions marked, then people and events.
pub(crate) fn write(text: &str, annotations: &Annotations, colours: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", marked(text, &annotations.mentions, colours).trim_end())?;
    if colours {
        writeln!(out, "\n{}", legend())?;
    }
    write_people(&annotations.people, out)?;
    write_topics(&annotations.topics, out)?;
    write_events(text, annotations, out)
}

/// The text with each mention coloured, or without colours as `[words|what]`.
fn marked(text: &str, mentions: &[Mention], colours: bool) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for mention in mentions {
        let words = mention.span.of(text);
        marked.push_str(text.get(at..mention.span.start).unwrap_or(""));
        if colours {
            marked.push_str(&paint(words, style(mention.kind), true));
        } else {
            marked.push_str(&format!("[{words}|{}]", meaning(mention)));
        }
        at = mention.span.end;
    }
    marked.push_str(text.get(at..).unwrap_or(""));
    marked
}

/// What a mention stands for: its concept, or the number of its person in the list below.
fn meaning(mention: &Mention) -> String {
    match (&mention.concept, mention.person) {
        (Some(concept), _) => concept.to_string(),
        (None, Some(person)) => format!("person {}", person + 1),
        (None, None) => label(mention.kind).to_owned(),
    }
}

const KINDS: [MentionKind; 9] = [
    MentionKind::Person,
    MentionKind::Role,
    MentionKind::Country,
    MentionKind::Demonym,
    MentionKind::Organisation,
    MentionKind::Place,
    MentionKind::Topic,
    MentionKind::Date,
    MentionKind::Other,
];

fn label(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Country => "country",
        MentionKind::Demonym => "demonym",
        MentionKind::Organisation => "organisation",
        MentionKind::Role => "role",
        MentionKind::Person => "person",
        MentionKind::Place => "place",
        MentionKind::Topic => "topic",
        MentionKind::Other => "other",
        MentionKind::Date => "date",
    }
}

fn style(kind: MentionKind) -> Style {
    let colour = |colour: AnsiColor| colour.on_default();
    match kind {
        MentionKind::Person => colour(AnsiColor::Yellow).bold(),
        MentionKind::Role => colour(AnsiColor::Yellow),
        MentionKind::Country => colour(AnsiColor::Blue).bold(),
        MentionKind::Demonym => colour(AnsiColor::Blue),
        MentionKind::Organisation => colour(AnsiColor::Cyan),
        MentionKind::Place => colour(AnsiColor::Cyan).bold(),
        MentionKind::Topic => colour(AnsiColor::Green),
        MentionKind::Date => colour(AnsiColor::Magenta),
        MentionKind::Other => Style::new().underline(),
    }
}

fn legend() -> String {
    KINDS.map(|kind| paint(label(kind), style(kind), true)).join("  ")
}

fn write_people(people: &[Person], out: &mut dyn Write) -> io::Result<()> {
    if !people.is_empty() {
        writeln!(out, "\npeople")?;
    }
    for (index, person) in people.iter().enumerate() {
        let office = [&person.role, &person.country, &person.org, &person.host].into_iter().flatten();
        writeln!(out, "{:>4}  {}{}", index + 1, person.name, bracketed(office))?;
    }
    Ok(())
}

fn write_topics(topics: &[WeighedTopic], out: &mut dyn Write) -> io::Result<()> {
    if !topics.is_empty() {
        writeln!(out, "\ntopics")?;
    }
    for topic in topics {
        writeln!(out, "{:>4}  {}{}", topic.weight, topic.concept, bracketed(topic.broader.iter()))?;
    }
    Ok(())
}

fn write_events(text: &str, annotations: &Annotations, out: &mut dyn Write) -> io::Result<()> {
    if !annotations.events.is_empty() {
        writeln!(out, "\nevents")?;
    }
    for event in &annotations.events {
        let trigger = event.evidence.first().map_or("", |span| span.of(text));
        writeln!(out, "{:>4}  {}{}  “{trigger}”", "", event.kind.key(), status(event.status))?;
        for (slot, value) in slots(text, event, &annotations.people) {
            writeln!(out, "{:>6}{slot:<9} {value}", "")?;
        }
    }
    Ok(())
}

/// A plain past needs no word.
fn status(status: Status) -> &'static str {
    match status {
        Status::Done => "",
        Status::Underway => " (under way)",
        Status::Planned => " (planned)",
    }
}

/// The filled slots of an event, each as one line.
fn slots(text: &str, event: &Event, people: &[Person]) -> Vec<(&'static str, String)> {
    let actors = |actors: &[Actor]| {
        let names: Vec<_> = actors.iter().map(|actor| name(actor, people)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let unlisted = event.unlisted.iter().map(|span| format!("“{}”", span.of(text)));
    let topics: Vec<_> = event.topics.iter().map(topic).chain(unlisted).collect();
    let when = event.when.as_ref().map(|when| match when.end {
        Some(end) => format!("{} to {end}", when.start),
        None => when.start.to_string(),
    });
    let frame = event.frame.as_ref().map(|frame| {
        let ordinal = frame.ordinal.map(|ordinal| format!("{ordinal}. ")).unwrap_or_default();
        let owner = frame.owner.as_ref().map(|owner| format!(" of {owner}")).unwrap_or_default();
        format!("{ordinal}{}{owner} ({})", frame.concept, frame.relation.key())
    });
    let slots = [
        ("agents", actors(&event.agents)),
        ("targets", actors(&event.targets)),
        ("others", actors(&event.others)),
        ("when", when),
        ("place", event.place.as_ref().map(|place| place.concept.to_string())),
        ("frame", frame),
        ("document", event.document.as_ref().map(topic)),
        ("topics", (!topics.is_empty()).then(|| topics.join(", "))),
    ];
    slots.into_iter().filter_map(|(slot, value)| Some((slot, value?))).collect()
}

fn topic(topic: &Topic) -> String {
    topic.concept.to_string()
}

fn name(actor: &Actor, people: &[Person]) -> String {
    let concepts = [&actor.role, &actor.country, &actor.org].into_iter().flatten();
    match actor.person.and_then(|index| people.get(index)) {
        Some(person) => person.name.clone(),
        None => concepts.map(ConceptId::as_str).collect::<Vec<_>>().join(" "),
    }
}

fn bracketed<'a>(concepts: impl Iterator<Item = &'a ConceptId>) -> String {
    let listed = concepts.map(ConceptId::as_str).collect::<Vec<_>>().join(", ");
    if listed.is_empty() { listed } else { format!(" ({listed})") }
}

#[cfg(test)]
mod tests {
    use super::marked;
    use attache::{Mention, MentionKind, Span};

    fn mention(start: usize, end: usize) -> Mention {
        Mention {
            span: Span::new(start, end),
            kind: MentionKind::Country,
            concept: Some("country/PT".into()),
            person: None,
        }
    }

    #[test]
    fn marks_stand_around_the_words() {
        let text = "The minister left Portugal today.";
        assert_eq!(marked(text, &[mention(18, 26)], false), "The minister left [Portugal|country/PT] today.");
        assert_eq!(
            marked(text, &[mention(18, 26)], true),
            "The minister left \u{1b}[1m\u{1b}[34mPortugal\u{1b}[0m today."
        );
    }
}
