//! Reads articles from files (or standard input) and prints what was read and chosen, for trying out patterns.
//!
//! ```text
//! cargo run -p attache-summarizer --example read -- fixtures/*/article.txt
//! ```
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example is an edge")]

use std::io::Read;

use attache_schema::{Actor, Article, Digest, Event, Person};
use attache_summarizer::Summarizer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let summarizer = Summarizer::builder().build()?;
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        paths.push("-".to_owned());
    }
    for path in paths {
        let text = if path == "-" {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            text
        } else {
            std::fs::read_to_string(&path)?
        };
        println!("=== {path}");
        print(&summarizer, &Article::from_text(text));
    }
    Ok(())
}

fn print(summarizer: &Summarizer, article: &Article) {
    let read = summarizer.annotate(article);
    println!("language {} {}; source {:?}", read.language.tag, read.language.confidence, read.source);
    for block in &read.blocks {
        println!("  {:?}: {}", block.kind, short(block.span.of(&article.text)));
    }
    for (index, person) in read.people.iter().enumerate() {
        println!("  person {index}: {}", describe(person));
    }
    let mut at = 0;
    for sentence in &read.sentences {
        println!("  | {}", short(sentence.span.of(&article.text)));
        while let Some(event) = read.events.get(at).filter(|event| sentence.span.contains(event.evidence[0])) {
            println!("      {}", tell(event, &read.people));
            at += 1;
        }
    }
    let Digest { pieces, skipped, unread, .. } = summarizer.summarize(article);
    for piece in pieces {
        println!("  + {} {}", piece.score.total(), short(&piece.text));
        for edit in piece.edits {
            println!("      edit {:?} -> {:?}", edit.span.of(&article.text), edit.by);
        }
    }
    for skip in skipped {
        println!("  - {} {} {}", skip.reason, skip.score.total(), short(skip.span.of(&article.text)));
    }
    for seen in unread {
        println!("  ? {} {}", seen.what, short(seen.span.of(&article.text)));
    }
}

fn describe(person: &Person) -> String {
    format!(
        "{} | {:?} | {:?} | org {:?} | host {:?} | {:?} | {} mentions",
        person.name,
        person.role,
        person.country,
        person.org,
        person.host,
        person.gender,
        person.mentions.len()
    )
}

fn tell(event: &Event, people: &[Person]) -> String {
    let who = |actors: &[Actor]| {
        let names = actors.iter().map(|actor| match actor.person {
            Some(person) => people[person].name.clone(),
            None => [&actor.role, &actor.country, &actor.org]
                .into_iter()
                .flatten()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("+"),
        });
        names.collect::<Vec<_>>().join(" & ")
    };
    let topics: Vec<&str> = event.topics.iter().map(|topic| topic.concept.as_str()).collect();
    format!(
        "{} {:?} [{}] -> [{}] when {:?} place {:?} frame {:?} document {:?} topics {topics:?}",
        event.kind,
        event.status,
        who(&event.agents),
        who(&event.targets),
        event.when.as_ref().map(|when| when.start.to_string()),
        event.place.as_ref().map(|place| place.concept.to_string()),
        event
            .frame
            .as_ref()
            .map(|frame| format!("{} {} {:?} {:?}", frame.relation, frame.concept, frame.ordinal, frame.owner)),
        event.document.as_ref().map(|document| document.concept.to_string()),
    )
}

fn short(text: &str) -> String {
    let line: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).take(150).collect();
    line
}
