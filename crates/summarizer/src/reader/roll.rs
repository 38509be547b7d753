//! Lists whose members stand in sentences of their own behind a colon: "The following ambassadors presented credentials: // 1. X,
//! ambassador of Peru // 2. Y, …". What the sentence before the colon tells of nobody in particular is told of its members.

use crate::chunk::{Chunk, ChunkKind};
use crate::groups::Item;
use crate::patterns::Patterns;
use crate::phrase::Phrases;
use crate::token::item_head;

use super::SentenceFacts;
use super::parse::Parse;

/// The list in which the sentences stand that are parsed.
#[derive(Debug, Default)]
pub(super) struct Roll {
    /// How many sentences were parsed.
    count: usize,
    /// The sentence whose colon opened it.
    opener: Option<usize>,
    is_open: bool,
    /// Its items bear marks or numbers, which is not known before the first one.
    is_marked: Option<bool>,
    is_of_people: bool,
}

impl Roll {
    /// Goes on to a sentence and tells whether it is in a list.
    pub(super) fn turn_to(&mut self, patterns: &Patterns, parse: &Parse<'_>) -> Option<Item> {
        let Parse { body: tokens, triggers, .. } = parse;
        let head = item_head(tokens);
        let is_item = match self.is_marked {
            Some(true) => head.is_some(),
            // Where items bear no mark, a clause is none.
            _ => head.is_some() || (self.is_open && triggers.is_empty()),
        };
        let (opener, is_of_people) = (self.opener, self.is_of_people);
        let item = is_item.then(|| Item { head: head.unwrap_or(0), opener, is_of_people });
        let ends_with = |mark: &str| tokens.last().is_some_and(|token| token.text == mark);
        (self.is_open, self.is_marked, self.is_of_people) = if ends_with(":") {
            (true, None, names_people(patterns, parse))
        } else if is_item && self.is_open {
            (head.is_some() || !ends_with("."), Some(head.is_some()), self.is_of_people)
        } else {
            (false, None, false)
        };
        // A list in a list belongs to whom the outer one tells of; what only names its source closes none.
        if !is_item && !parse.is_source {
            self.opener = ends_with(":").then_some(self.count);
        }
        self.count += 1;
        item
    }
}

/// Whether a sentence speaks of several people without naming them: "the following **ambassadors**", "the members of the
/// **delegation**", "**the appointees are**".
fn names_people(patterns: &Patterns, Parse { body, sight, chunks, .. }: &Parse<'_>) -> bool {
    let are_several = |chunk: &Chunk| chunk.kind == ChunkKind::Role && chunk.plural;
    let tells_of = |phrases: &Phrases| (0..body.len()).any(|at| phrases.longest_at(*sight, at).is_some());
    chunks.iter().any(are_several)
        || body.iter().any(|token| patterns.delegations.holds(token))
        || [&patterns.lists, &patterns.present, &patterns.retinue].into_iter().any(tells_of)
}

/// Gives those whom a list names in sentences of their own to the sentence that opened it.
pub(super) fn gather_rolls(facts: &mut [SentenceFacts]) {
    for at in 0..facts.len() {
        let Some(opener) = facts[at].opener else { continue };
        let listed = std::mem::take(&mut facts[at].listed);
        let opener = &mut facts[opener];
        opener.has_roll = true;
        if opener.tells_presence {
            opener.present.extend(listed.iter().cloned());
        }
        opener.listed.extend(listed);
    }
}
