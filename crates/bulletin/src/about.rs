//! What an article is about of which nothing was understood: the people, states, bodies and topics that its headline and its lead name.
//!
//! Nothing is claimed of them but that they stand there.

use std::collections::BTreeSet;

use attache::Attache;
use attache_schema::{Actor, Article, ConceptId, MentionKind, Person};

use crate::atlas::Atlas;
use crate::paper::Paper;

/// So many parties and topics a headline has room for.
const MOST_PARTIES: usize = 3;
const MOST_TOPICS: usize = 2;

/// Who and what stands in a headline or a lead.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    pub(crate) people: Vec<Person>,
    /// In the order of the words, each once.
    pub(crate) parties: Vec<Actor>,
    pub(crate) topics: Vec<ConceptId>,
}

impl About {
    /// What the headline of an article names; where that is too little to call it by, what its lead names besides.
    pub(crate) fn find(attache: &Attache, paper: &Paper<'_>, lead: &str) -> Self {
        // With a stop, since in a line that looks like a headline nothing is read.
        let title = paper.title.as_deref().unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric());
        let title = if title.is_empty() { String::new() } else { format!("{title}. ") };
        let of_title = Self::read(attache, paper, title.trim_end());
        if of_title.is_telling() { of_title } else { Self::read(attache, paper, &format!("{title}{lead}")) }
    }

    /// Whether somebody knows by it what the story may be: two parties, or one and a topic.
    pub(crate) fn is_telling(&self) -> bool {
        !self.parties.is_empty() && self.parties.len() + self.topics.len() > 1
    }

    /// The states that it names, also by those who speak for them.
    pub(crate) fn countries(&self) -> Vec<ConceptId> {
        let of_person = |actor: &Actor| self.people.get(actor.person?)?.country.clone();
        let mut seen = BTreeSet::new();
        let states = self.parties.iter().filter_map(|actor| actor.country.clone().or_else(|| of_person(actor)));
        states.filter(|state| seen.insert(state.clone())).collect()
    }

    /// Everything that it names, topics with the broader ones.
    pub(crate) fn all(&self, atlas: &Atlas) -> BTreeSet<ConceptId> {
        let bodies = self.parties.iter().filter_map(|actor| actor.org.clone());
        let topics = self.topics.iter().flat_map(|topic| atlas.with_broader(topic).cloned());
        self.countries().into_iter().chain(bodies).chain(topics).collect()
    }

    fn read(attache: &Attache, paper: &Paper<'_>, text: &str) -> Self {
        let article = Article {
            language: Some(paper.digest.language.tag.clone()),
            text: text.to_owned(),
            published: paper.published,
            ..Article::default()
        };
        let read = attache.annotate(&article);
        let mut about = Self { people: read.people, ..Self::default() };
        let mut seen = BTreeSet::new();
        let mut seen_people = BTreeSet::new();
        for mention in &read.mentions {
            let actor = Actor::nobody(mention.span);
            match (mention.kind, mention.person, mention.concept.clone()) {
                (MentionKind::Person, Some(person), _) if seen_people.insert(person) => {
                    about.parties.push(Actor { person: Some(person), ..actor });
                }
                (MentionKind::Country | MentionKind::Demonym, _, Some(state)) if seen.insert(state.clone()) => {
                    about.parties.push(Actor { country: Some(state), ..actor });
                }
                (MentionKind::Organisation, _, Some(org)) if seen.insert(org.clone()) => {
                    about.parties.push(Actor { org: Some(org), ..actor });
                }
                (MentionKind::Topic, _, Some(topic)) if seen.insert(topic.clone()) => about.topics.push(topic),
                _ => {}
            }
        }
        about.parties.truncate(MOST_PARTIES);
        about.topics.truncate(MOST_TOPICS);
        about
    }
}
