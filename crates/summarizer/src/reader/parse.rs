//! What stands in a sentence by itself: its things, noun phrases, triggers, topics and frames, before anything is known of whom it
//! speaks.
//!
//! Sentences are parsed some at a time and stage by stage, since what is run once more is still in the processor's caches, and the
//! code of all stages is not.

use std::collections::BTreeSet;
use std::ops::Range;

use attache_schema::{ConceptId, Date, Span};

use crate::attribution::Tag;
use crate::chunk::{Chunk, ChunkKind, Setting, TopicHit, mask_names};
use crate::declension::{Witness, cut_name_endings};
use crate::events::{is_quoted, passable};
use crate::frames::{FoundFrame, find_frames};
use crate::groups::{Group, Item, Row, find_groups, give_posts, mark_owners, part_bodies};
use crate::offices::Offices;
use crate::patterns::Patterns;
use crate::people::part_places;
use crate::phrase::{Sight, Sights};
use crate::teams::teams_before_verbs;
use crate::token::Token;
use crate::triggers::Triggers;

use super::roll::Roll;
use super::{Reader, Shared};

/// How many sentences are parsed before they are read: a short article whole, of a long one no more than memory is to hold.
pub(super) const TOGETHER: usize = 32;

/// A sentence, parsed.
#[derive(Debug)]
pub(super) struct Parse<'s> {
    /// What is left of it without the tags that say where it is from.
    pub(super) body: &'s [Token<'s>],
    pub(super) sight: Sight<'s>,
    /// It only names its source.
    pub(super) is_source: bool,
    pub(super) chunks: Vec<Chunk>,
    pub(super) triggers: Triggers,
    pub(super) groups: Vec<Group>,
    pub(super) topics: Vec<TopicHit>,
    pub(super) frames: Vec<FoundFrame>,
    /// Its place in a list, if it is an item of one.
    pub(super) item: Option<Item>,
}

impl<'s> Parse<'s> {
    fn new(tokens: &'s [Token<'s>], sights: &'s Sights, tags: &[Tag]) -> Self {
        let at = body_of(tokens, tags);
        // A sentence that only names its source still introduces people ("Bunu XİN sözçüsü X deyib").
        let is_source = at.is_empty();
        let at = if is_source { 0..tokens.len() } else { at };
        Self {
            body: &tokens[at.clone()],
            sight: sights.of(at),
            is_source,
            chunks: Vec::new(),
            triggers: Triggers::default(),
            groups: Vec::new(),
            topics: Vec::new(),
            frames: Vec::new(),
            item: None,
        }
    }
}

impl Reader {
    /// Parses some sentences: their tokens, what phrases see of them, and their tags.
    pub(super) fn parse<'s>(
        &self,
        setting: Setting<'_>,
        (tokens, sights, tags): (&'s [Vec<Token<'s>>], &'s [Sights], &[Vec<Tag>]),
        capitals: &BTreeSet<&str>,
        shared: &Shared,
        roll: &mut Roll,
    ) -> Vec<Parse<'s>> {
        let seen = tokens.iter().zip(sights).zip(tags);
        let mut parses: Vec<Parse<'s>> =
            seen.map(|((tokens, sights), tags)| Parse::new(tokens, sights, tags)).collect();
        parses.iter_mut().for_each(|parse| parse.chunks = self.find_chunks(setting, parse, capitals, shared));
        parses.iter_mut().for_each(|parse| parse.triggers = self.find_triggers(setting, parse));
        for parse in &mut parses {
            parse.item = roll.turn_to(&self.patterns, parse);
        }
        parses.iter_mut().for_each(|parse| parse.groups = self.group(setting, parse, shared));
        for parse in parses.iter_mut().filter(|parse| !parse.is_source) {
            parse.topics = self.chunker.topics(setting, parse.body);
            mask_names(&self.patterns, parse.body, &mut parse.topics);
            let Parse { topics, groups, sight, .. } = &mut *parse;
            let verb = |hit: &TopicHit| self.patterns.verbal_nouns.longest_at(*sight, hit.tokens.start);
            let is_verb = |hit: &TopicHit| verb(hit).is_some_and(|end| end > hit.tokens.end);
            topics.retain(|hit| !is_named(groups, &hit.tokens) && !is_verb(hit));
        }
        let is_meeting = |body: &ConceptId| shared.states.is_meeting(body);
        for parse in parses.iter_mut().filter(|parse| !parse.is_source) {
            let Parse { chunks, body, sight, .. } = &*parse;
            parse.frames = find_frames(&self.frame_marks, &self.patterns, chunks, (*body, *sight), &is_meeting);
        }
        parses
    }

    fn find_chunks(
        &self,
        setting: Setting<'_>,
        &Parse { body, sight, .. }: &Parse<'_>,
        capitals: &BTreeSet<&str>,
        shared: &Shared,
    ) -> Vec<Chunk> {
        let mut chunks = self.chunker.chunks(setting, &self.patterns, body);
        forget_quoted_homes(body, &mut chunks);
        part_offices(&self.patterns, &shared.offices, body, &mut chunks);
        let place_case = self.patterns.place.case.as_deref();
        part_places(&self.language, place_case, setting.text, body, &mut chunks);
        let witness = Witness { language: &self.language, names: &shared.names, text: setting.text, capitals };
        cut_name_endings(&self.patterns, &witness, (body, sight), &mut chunks);
        chunks
    }

    fn find_triggers(&self, setting: Setting<'_>, Parse { body, sight, chunks, .. }: &Parse<'_>) -> Triggers {
        let is_undated = !setting.published.is_some_and(Date::is_full);
        let days = is_undated.then(|| self.chunker.dates.days(body, setting.endings)).into_iter().flatten();
        let passable = passable(&self.patterns, body, chunks, days);
        self.events.triggers(body, *sight, &passable).outside(&teams_before_verbs(&self.patterns, chunks))
    }

    fn group(
        &self,
        setting: Setting<'_>,
        Parse { body, sight, chunks, triggers, item, .. }: &Parse<'_>,
        shared: &Shared,
    ) -> Vec<Group> {
        let home = |name: Span| shared.names.known(name.of(setting.text)).and_then(|known| known.country);
        let row =
            Row::new(&self.patterns, &self.people, chunks, (body, *sight, triggers, *item), (setting.endings, &home));
        let mut groups = find_groups(&row);
        give_posts(&row, &self.events.posts(triggers), &mut groups);
        part_bodies(&self.patterns, &shared.states, chunks, &mut groups);
        mark_owners(&self.patterns, setting.endings, chunks, body, &mut groups);
        groups
    }
}

/// The tokens of a sentence between the tags at its beginning and at its end.
pub(super) fn body_of(tokens: &[Token<'_>], tags: &[Tag]) -> Range<usize> {
    if tags.iter().any(|tag| tag.is_whole) {
        return 0..0;
    }
    let start = tags.iter().filter(|tag| tag.tokens.start == 0).map(|tag| tag.tokens.end).max().unwrap_or(0);
    let end = tags.iter().filter(|tag| tag.tokens.start > 0).map(|tag| tag.tokens.start).min().unwrap_or(tokens.len());
    start..end.max(start)
}

/// "Our country" in a quotation is that of who speaks, not the paper's.
fn forget_quoted_homes(tokens: &[Token<'_>], chunks: &mut [Chunk]) {
    let quoted = |chunk: &&mut Chunk| chunk.home_form.is_some() && is_quoted(tokens, chunk.tokens.start);
    for chunk in chunks.iter_mut().filter(quoted) {
        (chunk.kind, chunk.home_form) = (ChunkKind::Word, None);
        chunk.concepts.clear();
    }
}

/// "İnfrastruktur üzrə dövlət katibi": an office in a field is not the one of that name that only one state has.
fn part_offices(patterns: &Patterns, offices: &Offices, tokens: &[Token<'_>], chunks: &mut [Chunk]) {
    for chunk in chunks.iter_mut().filter(|chunk| chunk.kind == ChunkKind::Role && chunk.concepts.len() > 1) {
        let before = chunk.tokens.start.checked_sub(1);
        let is_common = |office: &ConceptId| offices.state_of(office).is_none();
        if before.is_some_and(|at| patterns.fields.holds(&tokens[at])) && chunk.concepts.iter().any(is_common) {
            chunk.concepts.retain(is_common);
        }
    }
}

/// Whether words are only a part of what somebody or an office is called ("Pavel **İtkin**", "the Minister of **Trade**").
fn is_named(groups: &[Group], words: &Range<usize>) -> bool {
    let holds = |group: &&Group| {
        let is_within = group.tokens.start <= words.start && words.end <= group.tokens.end;
        is_within && group.tokens.len() > words.len()
    };
    let is_name = |group: &Group| group.members.iter().any(|member| member.name.is_some() || member.role.is_some());
    groups.iter().find(holds).is_some_and(is_name)
}
