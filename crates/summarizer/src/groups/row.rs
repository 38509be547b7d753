//! A sentence as the patterns see it: what stands beside a chunk, and where what begins at it ends.

use std::collections::BTreeMap;

use attache_grammar::Endings;
use attache_schema::{ConceptId, Gender, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::dateline::is_dash_or_slash;
use crate::patterns::{Adposition, Patterns, What};
use crate::phrase::Sight;
use crate::token::{Shape, Token, share_token};
use crate::triggers::Triggers;

use super::tree::{Openings, PeopleTree};

/// A sentence in a list whose items stand by themselves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    /// The tokens of its mark.
    pub(crate) head: usize,
    /// The sentence that opened the list, if one did.
    pub(crate) opener: Option<usize>,
    /// That sentence speaks of people.
    pub(crate) is_of_people: bool,
}

/// A sentence as the patterns see it.
pub(crate) struct Row<'a> {
    pub(super) patterns: &'a Patterns,
    pub(super) tree: &'a PeopleTree,
    pub(super) chunks: &'a [Chunk],
    pub(super) tokens: &'a [Token<'a>],
    pub(super) sight: Sight<'a>,
    pub(super) triggers: &'a Triggers,
    pub(super) item: Option<Item>,
    pub(super) endings: &'a Endings,
    /// The states of well-known people, at the chunks of their names, where a name bears a case and the verb comes last.
    pub(super) homes: BTreeMap<usize, ConceptId>,
    /// For each chunk the one behind the titles that begin there: "Her Excellency Ms.".
    pub(super) after_titles: Vec<usize>,
    /// For each chunk the one behind the words that may stand before a country's name: "Republic of".
    pub(super) after_country_words: Vec<usize>,
}

impl<'a> Row<'a> {
    /// Whether a word before an office says that it is not quite held ("the former Peruvian president").
    pub(super) fn is_former(&self, office: usize) -> bool {
        self.words_before(office).next().is_some_and(|word| self.patterns.former.holds(word))
    }

    /// Whether an office only says whose kin or helper somebody is ("the **wife** of the president").
    pub(super) fn is_of_another(&self, office: usize) -> bool {
        let is_small = |word: &Token<'_>| self.patterns.is_small(word) || self.patterns.complements.holds(word);
        let mut before = self.words_before(office).peekable();
        let is_governed = before.peek().is_some_and(|word| is_small(word));
        is_governed && before.find(|word| !is_small(word)).is_some_and(|word| self.patterns.helpers.holds(word))
    }

    /// The words before an office, the nearest first, without those that say of which state it is.
    pub(super) fn words_before(&self, office: usize) -> impl Iterator<Item = &Token<'a>> {
        let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Demonym | ChunkKind::Country);
        let before = self.chunks[..office].iter().rev().skip_while(is_state);
        before.map(|chunk| &self.tokens[chunk.tokens.end - 1])
    }

    pub(crate) fn new(
        patterns: &'a Patterns,
        tree: &'a PeopleTree,
        chunks: &'a [Chunk],
        (tokens, sight, triggers, item): (&'a [Token<'a>], Sight<'a>, &'a Triggers, Option<Item>),
        (endings, home): (&'a Endings, &dyn Fn(Span) -> Option<ConceptId>),
    ) -> Self {
        let (after_titles, after_country_words) = (Vec::new(), Vec::new());
        let bears_case = |chunk: &Chunk| chunk.kind == ChunkKind::Name && chunk.ending.case.is_some();
        let named = chunks.iter().enumerate().filter(|(_, chunk)| patterns.is_verb_final() && bears_case(chunk));
        let homes = named.filter_map(|(at, chunk)| Some((at, home(chunk.stem)?))).collect();
        let mut row = Self {
            patterns,
            tree,
            chunks,
            tokens,
            sight,
            triggers,
            item,
            endings,
            homes,
            after_titles,
            after_country_words,
        };
        row.after_titles = (0..chunks.len()).map(|at| row.titles_end(at)).collect();
        row.after_country_words = (0..chunks.len()).map(|at| row.country_words_end(at)).collect();
        row
    }

    pub(super) fn titles_end(&self, at: usize) -> usize {
        let is_stop = |chunk: &Chunk| self.word_of(chunk).text == ".";
        let mut next = at;
        while self.chunks.get(next).is_some_and(|chunk| self.is_title(chunk) || (next > at && is_stop(chunk))) {
            next += 1;
        }
        next
    }

    /// What the titles before a name tell of its bearer ("**Her Excellency Ms** X").
    pub(super) fn titled_gender(&self, name: usize) -> Option<Gender> {
        let tells = |chunk: &Chunk| {
            let word = self.word_of(chunk);
            let masculine = self.patterns.titles_m.holds(word).then_some(Gender::Masculine);
            masculine.or_else(|| self.patterns.titles_f.holds(word).then_some(Gender::Feminine))
        };
        let is_stop = |chunk: &Chunk| self.word_of(chunk).text == ".";
        let before = self.chunks[..name].iter().rev();
        before.take_while(|chunk| self.is_title(chunk) || is_stop(chunk) || tells(chunk).is_some()).find_map(tells)
    }

    pub(super) fn is_title(&self, chunk: &Chunk) -> bool {
        chunk.tokens.len() == 1 && self.patterns.before_name.holds(self.word_of(chunk))
    }

    pub(super) fn country_words_end(&self, at: usize) -> usize {
        let start = |at: usize| self.chunks.get(at).map(|chunk| chunk.tokens.start);
        let ends = |from: usize| self.patterns.before_country.longest_at(self.sight, from);
        let Some(end) = start(at).and_then(ends) else { return at };
        (at..self.chunks.len()).find(|next| start(*next) == Some(end)).unwrap_or(at)
    }

    /// Where the tail of an office ends that begins at a chunk: capitals and the small words between them.
    pub(super) fn rest_end(&self, at: usize) -> Option<usize> {
        let is_joint = |chunk: &Chunk| {
            let word = self.word_of(chunk);
            self.patterns.and.holds(word) || self.patterns.is_small(word)
        };
        let window = &self.chunks[at..self.chunks.len().min(at + REST)];
        // Where the office closes its phrase, all words up to it are its own.
        if self.patterns.adposition == Adposition::Post {
            let is_part = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Org | ChunkKind::Occasion);
            let parts = window.iter().take_while(is_part).count();
            let is_office = window.get(parts).is_some_and(|chunk| chunk.kind == ChunkKind::Role);
            return (is_office && parts > 0).then_some(at + parts);
        }
        let (mut end, mut next) = (None, at);
        while let Some(chunk) = window.get(next - at) {
            if is_rest(chunk, self.tokens) {
                next += 1;
                end = Some(next);
            } else if let Some(unit) = self.unit_end(next) {
                next = unit;
                end = Some(next);
            } else if end.is_some() && is_joint(chunk) {
                next += 1;
            } else {
                break;
            }
        }
        end.map(|end| self.short_name_end(end))
    }

    /// Where a part of a body ends that begins at a chunk: a word for one, or a few small words before it that no verb is among
    /// ("head of the America **department**", "of the **foreign relations department**").
    pub(super) fn unit_end(&self, at: usize) -> Option<usize> {
        let is_plain = |chunk: &&Chunk| {
            let word = self.word_of(chunk);
            chunk.kind == ChunkKind::Word
                && chunk.tokens.len() == 1
                && word.shape == Shape::Lower
                && !self.patterns.is_small(word)
                && !self.patterns.and.holds(word)
                && self.triggers.at(chunk.tokens.start).is_empty()
        };
        let words = self.chunks[at..].iter().take(UNIT).take_while(is_plain);
        let unit = words.map(|chunk| self.word_of(chunk)).position(|word| self.patterns.units.holds(word))?;
        Some(at + unit + 1)
    }

    /// Where the capitals end that say before an office what it is for ("the **Mines and Energy** Minister").
    pub(super) fn field_end(&self, at: usize) -> usize {
        let word = |chunk: &Chunk| self.word_of(chunk);
        let is_word = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Name);
        let is_capital = |chunk: &Chunk| is_word(chunk) && word(chunk).shape == Shape::Capital;
        let part =
            |chunk: &&Chunk| is_capital(chunk) || self.patterns.and.holds(word(chunk)) || word(chunk).text == "&";
        let window = &self.chunks[at..self.chunks.len().min(at + REST)];
        at + window.iter().take_while(part).count()
    }

    /// Whether nothing but articles, titles and the mark of an item stands before a chunk.
    pub(super) fn opens(&self, at: usize) -> bool {
        let head = self.item.map_or(0, |item| item.head);
        let is_light = |chunk: &Chunk| {
            chunk.tokens.start < head || self.patterns.determiners.holds(self.word_of(chunk)) || self.is_title(chunk)
        };
        self.chunks[..at].iter().all(is_light)
    }

    /// Where the words behind an office end that stand before a comma: no clause begins among them.
    pub(super) fn tail_end(&self, at: usize) -> Option<usize> {
        let window = &self.chunks[at..self.chunks.len().min(at + TAIL)];
        let end = at + window.iter().take_while(|chunk| is_tail(chunk)).count();
        let tokens = self.chunks.get(at)?.tokens.start..self.chunks.get(end)?.tokens.start;
        let relative = |token: &Token<'_>| self.patterns.relatives.holds(token);
        let is_plain = |token: &Token<'_>| token.shape == Shape::Lower && !self.patterns.is_small(token);
        let is_clause =
            !self.triggers.within(tokens.clone()).is_empty() || self.tokens[tokens.clone()].iter().any(relative);
        (self.tokens[tokens].iter().any(is_plain) && !is_clause).then_some(end)
    }

    /// Where the tail of an office ends before the state whose office it is: "the Senate **of Peru**".
    pub(super) fn rest_before_state(&self, at: usize) -> Option<usize> {
        let end = self.rest_end(at)?;
        let is_state =
            |at: &usize| self.chunks[*at].kind == ChunkKind::Country && self.chunks[*at].ending.case.is_none();
        let is_small = |at: &usize| self.patterns.is_small(&self.tokens[self.chunks[*at].tokens.start]);
        let state = (at + 1..end).rev().find(is_state)?;
        (at + 1..state).rev().take_while(is_small).last()
    }

    /// Behind the short name in brackets, if one stands there ("the Development Board **(PDB)**", "the Minister of Finance **(MF)**").
    pub(super) fn short_name_end(&self, at: usize) -> usize {
        let text = |at: usize| self.word_at(at).map_or("", |word| word.text);
        let is_short = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
        let is_bracket = text(at) == "(" && is_short(text(at + 1)) && text(at + 2) == ")";
        if is_bracket { at + 3 } else { at }
    }

    /// Skips what may stand before a name or a country and says nothing of them.
    pub(super) fn skip_titles(&self, what: &What, at: usize) -> usize {
        let skipped = match what {
            What::Name => self.after_titles.get(at),
            What::Country | What::Host => self.after_country_words.get(at),
            _ => None,
        };
        skipped.copied().unwrap_or(at)
    }

    /// Whether a chunk is the second half of a compound.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.chunks.get(before));
        before.is_some_and(|before| share_token(&before.tokens, &self.chunks[at].tokens))
    }

    /// "The head of the **Iran**-Armenia group": of both states, and no official of one.
    pub(super) fn is_half(&self, at: usize) -> bool {
        let (tokens, end) = (&self.chunks[at].tokens, self.chunks[at].tokens.end);
        let touch = |left: usize| self.tokens.get(left + 1).is_some_and(|next| self.tokens[left].touches(next));
        let is_joined = || self.tokens.get(end).is_some_and(is_dash_or_slash) && touch(end - 1) && touch(end);
        let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Country | ChunkKind::Demonym);
        let next = self.chunks[at + 1..].iter().take(2).find(is_state);
        self.patterns.adposition == Adposition::Pre
            && next
                .is_some_and(|next| share_token(&next.tokens, tokens) || (next.tokens.start == end + 1 && is_joined()))
    }

    /// What patterns may begin with at a chunk.
    pub(super) fn openings(&self, at: usize) -> impl Iterator<Item = &'a Openings> {
        let (tree, chunks) = (self.tree, self.chunks);
        let first = &self.tokens[chunks[at].tokens.start];
        let behind = [self.after_titles[at], self.after_country_words[at]].into_iter().filter(move |after| *after > at);
        let starts = std::iter::once(at).chain(behind);
        let kinds = starts.filter_map(move |at| tree.kinds[chunks.get(at)?.kind as usize].as_ref());
        kinds.chain(tree.words.get_keyed(first.key, first.word))
    }

    /// The first word of a chunk.
    pub(super) fn word_of(&self, chunk: &Chunk) -> &'a Token<'a> {
        &self.tokens[chunk.tokens.start]
    }

    /// The first word of the chunk at a place, if one stands there.
    pub(super) fn word_at(&self, at: usize) -> Option<&'a Token<'a>> {
        self.chunks.get(at).map(|chunk| self.word_of(chunk))
    }

    pub(super) fn kind_at(&self, at: usize) -> Option<ChunkKind> {
        self.chunks.get(at).map(|chunk| chunk.kind)
    }

    pub(super) fn is_and(&self, chunk: &Chunk) -> bool {
        self.patterns.and.holds(self.word_of(chunk))
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|chunk| self.word_of(chunk).text == ",")
    }

    /// Whether a chunk is a word that joins, an article or an adposition.
    pub(super) fn is_small(&self, chunk: &Chunk) -> bool {
        let word = self.word_of(chunk);
        chunk.kind == ChunkKind::Word && (self.patterns.and.holds(word) || self.patterns.is_small(word))
    }

    /// Skips ", and the", "; and".
    pub(super) fn skip_separators(&self, from: usize) -> usize {
        self.skip_joints(from, false)
    }

    /// As `skip_separators`; where one was `seen` before ("o ministro da Saúde, X, | o embaixador Y"), articles alone are skipped, too.
    pub(super) fn skip_joints(&self, from: usize, mut seen: bool) -> usize {
        let mut at = from;
        while let Some(chunk) = self.chunks.get(at) {
            let word = self.word_of(chunk);
            let joins = matches!(word.word, "," | ";") || self.patterns.and.holds(word);
            if !(joins || (seen && self.patterns.determiners.holds(word))) || chunk.tokens.len() > 1 {
                break;
            }
            seen = true;
            at += 1;
        }
        at
    }

    /// Where a bracket ends that opens at a chunk, behind a name ("X (Agriculture and Fisheries)").
    pub(super) fn bracket_end(&self, at: usize) -> Option<usize> {
        let mark = |at: usize| self.word_at(at).map(|word| word.text);
        (mark(at)? == "(").then_some(())?;
        (at + 1..(at + 1 + REST).min(self.chunks.len())).find(|at| mark(*at) == Some(")")).map(|close| close + 1)
    }

    /// Whether a separator stands between a chunk and the one behind the separators, or closes what stands before.
    pub(super) fn is_listed(&self, from: usize, at: usize) -> bool {
        at > from || self.chunks[from - 1].kind == ChunkKind::Mark
    }

    /// Whether a list goes on behind a chunk.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let next = self.skip_separators(at);
        next > at && self.kind_at(next) == Some(ChunkKind::Name)
    }

    /// Whether a plain word stands at a token behind somebody: perhaps a verb that nobody knows.
    pub(super) fn has_word_at(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.shape == Shape::Lower && !self.patterns.is_small(token) && !self.patterns.and.holds(token)
        })
    }
}

/// The most chunks that the tail of an office has.
pub(super) const REST: usize = 9;

/// The most words in the name of a part of a body.
pub(super) const UNIT: usize = 4;

/// The most chunks that stand between an office and the comma before its holder's name.
pub(super) const TAIL: usize = 12;

pub(super) fn is_tail(chunk: &Chunk) -> bool {
    !matches!(chunk.kind, ChunkKind::Mark | ChunkKind::Name | ChunkKind::Role | ChunkKind::Date)
}

/// A capital word that is nobody's name: a part of an office that no lexicon has.
pub(super) fn is_rest(chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    match chunk.kind {
        ChunkKind::Word => tokens[chunk.tokens.start].shape == Shape::Capital,
        ChunkKind::Org | ChunkKind::Demonym | ChunkKind::Country | ChunkKind::Place | ChunkKind::Occasion => true,
        _ => false,
    }
}
