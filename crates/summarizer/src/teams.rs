//! Those whom a state sends: a delegation, representatives.

use std::ops::Range;

use crate::chunk::{Chunk, ChunkKind, plain};
use crate::offices::States;
use crate::patterns::{Adposition, Patterns};
use crate::token::Token;

/// "The Peruvian **delegation**", "a **delegation** of Peru" are bodies of the state that sends them. Without a state beside them ("the
/// delegation led by X") they are words like any others.
pub(crate) fn part_teams(states: &States, patterns: &Patterns, tokens: &[Token<'_>], chunks: &mut Vec<Chunk>) {
    for at in (0..chunks.len()).rev() {
        if !chunks[at].concept().is_some_and(|concept| states.are_sent(concept)) {
            continue;
        }
        if is_behind_state(chunks, at) || is_before_state(patterns, tokens, &chunks[at + 1..]) {
            chunks[at].is_sent = true;
        } else {
            let words: Vec<Chunk> =
                chunks[at].tokens.clone().map(|word| plain(ChunkKind::Word, tokens, word..word + 1)).collect();
            chunks.splice(at..=at, words);
        }
    }
}

/// Where the verb stands last, the words of such a body are none of the verb's: "met with the Peruvian **delegation**" is told by "met".
pub(crate) fn teams_before_verbs(patterns: &Patterns, chunks: &[Chunk]) -> Vec<Range<usize>> {
    let sent = chunks.iter().filter(|chunk| chunk.is_sent && patterns.is_verb_final());
    sent.map(|chunk| chunk.tokens.clone()).collect()
}

fn is_behind_state(chunks: &[Chunk], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| is_state(&chunks[before]))
}

/// "Delegation **of the Netherlands**", "delegação **peruana**"; and "delegation from **Peru**", whose small word is part of the name.
fn is_before_state(patterns: &Patterns, tokens: &[Token<'_>], behind: &[Chunk]) -> bool {
    if patterns.adposition == Adposition::Post {
        return false;
    }
    let is_small = |chunk: &&Chunk| {
        let word = &tokens[chunk.tokens.start];
        patterns.complements.holds(word) || patterns.determiners.holds(word)
    };
    behind.iter().take(MOST).find(|chunk| !is_small(chunk)).is_some_and(is_state)
}

/// The most chunks up to the end of the state: "of the Netherlands".
const MOST: usize = 3;

fn is_state(chunk: &Chunk) -> bool {
    matches!(chunk.kind, ChunkKind::Country | ChunkKind::Demonym)
}
