//! What it is about: topics on the side where the rule looks for them, and the document.

use std::ops::Range;

use attache_schema::Topic;

use crate::chunk::{Chunk, ChunkKind, TopicHit};
use crate::patterns::{Adposition, Side, TopicSearch};
use crate::token::{Shape, Token};

use super::Reading;

/// How far from its verb an object may stand.
const OBJECT: usize = 8;
/// How many adjectives may stand before an object.
const ADJECTIVES: usize = 2;
/// How many words may part the members of a list.
const LISTED: usize = 3;
/// How far before a topic a word that turns it round may stand.
const TURN: usize = 4;

impl Reading<'_> {
    pub(super) fn topics(&self, search: TopicSearch, trigger: &Range<usize>) -> Vec<Topic> {
        let of_kind = |kind: &str| -> Vec<Topic> {
            let mut topics: Vec<Topic> = Vec::new();
            let mut open: Vec<&TopicHit> =
                self.view.topics.iter().filter(|hit| self.is_open_topic(hit, search.side, trigger)).collect();
            if search.near {
                open = self.nearest(open, trigger);
            }
            for hit in open {
                let is_modifier = || self.class.is_statement && self.is_modifier(hit);
                if search.straight && (self.is_turned(hit, trigger) || is_modifier()) {
                    continue;
                }
                let concept = hit.concepts.iter().find(|concept| concept.kind() == kind);
                if let Some(concept) = concept.filter(|c| topics.iter().all(|topic| topic.concept != **c)) {
                    topics.push(Topic::new(concept.clone(), hit.span));
                }
            }
            topics
        };
        let claims = if search.charges { of_kind("charge") } else { Vec::new() };
        if claims.is_empty() { of_kind("topic") } else { claims }
    }

    /// The topic right beside the trigger on the side of objects, and those listed with it.
    fn nearest<'t>(&self, mut open: Vec<&'t TopicHit>, trigger: &Range<usize>) -> Vec<&'t TopicHit> {
        let is_final = self.patterns.is_verb_final();
        // A "programme of cooperation" is what is signed, not what it is on.
        let is_document = |hit: &&TopicHit| {
            let documents = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Document);
            documents.into_iter().any(|chunk| chunk.span.contains(hit.span))
        };
        open.retain(|hit| !hit.concepts.is_empty());
        if !open.iter().all(is_document) {
            open.retain(|hit| !is_document(hit));
        }
        // From the trigger outwards.
        if is_final {
            open.reverse();
        }
        let mut near: Vec<&TopicHit> = Vec::new();
        for hit in open {
            let is_near = match near.last() {
                None if is_final => self.is_object(hit.tokens.end.min(trigger.start)..trigger.start),
                None => {
                    let from = self.document_end(trigger);
                    self.is_object(from.min(hit.tokens.start)..hit.tokens.start)
                }
                Some(last) if is_final => self.is_listed(hit.tokens.end..last.tokens.start),
                Some(last) => self.is_listed(last.tokens.end..hit.tokens.start),
            };
            if !is_near {
                break;
            }
            near.push(hit);
        }
        if is_final {
            near.reverse();
        }
        near
    }

    /// Whether nothing stands between a verb and a topic that would be the object in its place: "the importance **of signing**
    /// the agreement" is none of the agreement. A word that governs nothing is an adjective.
    fn is_object(&self, between: Range<usize>) -> bool {
        let is_light = |at: usize| {
            let token = &self.view.tokens[at];
            let dates = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Date);
            self.patterns.joins(token)
                || self.patterns.is_small(token)
                || self.patterns.is_neutral(token)
                || token.is_quote()
                || dates.into_iter().any(|chunk| chunk.tokens.contains(&at))
                || self.view.groups.iter().any(|group| group.tokens.contains(&at))
        };
        let is_adjective = |at: usize| {
            let token = &self.view.tokens[at];
            let governs = || self.view.tokens.get(at + 1).is_some_and(|next| self.patterns.governors.holds(next));
            let follows =
                || at.checked_sub(1).is_some_and(|before| self.patterns.is_neutral(&self.view.tokens[before]));
            !self.patterns.is_verb_final()
                && token.shape == Shape::Lower
                && !self.patterns.turns(token)
                && (!governs() || follows())
        };
        let heavy: Vec<usize> = between.clone().filter(|at| !is_light(*at)).collect();
        between.len() <= OBJECT && heavy.len() <= ADJECTIVES && heavy.into_iter().all(is_adjective)
    }

    /// The end of the document behind a trigger, which the topic is then beside ("signed a memorandum **on energy**").
    fn document_end(&self, trigger: &Range<usize>) -> usize {
        let is_behind = |chunk: &&Chunk| chunk.kind == ChunkKind::Document && chunk.tokens.start >= trigger.start;
        let document = self.view.chunks.iter().find(is_behind);
        document.map_or(trigger.end, |chunk| chunk.tokens.end.max(trigger.end))
    }

    /// Whether two topics stand in one list: only what joins, and small words, between ("da energia, do turismo **e da** cultura").
    pub(super) fn is_listed(&self, between: Range<usize>) -> bool {
        let Some(tokens) = self.view.tokens.get(between) else { return true };
        let joins = |token: &Token<'_>| self.patterns.joins(token);
        let is_small = |token: &Token<'_>| joins(token) || self.patterns.is_small(token);
        // "Investment **in** agriculture" is of both.
        let is_field = matches!(tokens, [token] if self.patterns.place.words.holds(token));
        is_field || (tokens.len() <= LISTED && tokens.iter().any(joins) && tokens.iter().all(is_small))
    }

    /// Whether a word that governs a topic turns it round: hope for an *end* of the war is no hope for the war.
    fn is_turned(&self, hit: &TopicHit, trigger: &Range<usize>) -> bool {
        let window = match self.patterns.adposition {
            Adposition::Pre => {
                let from = hit.tokens.start.saturating_sub(TURN).max(trigger.end.min(hit.tokens.start));
                from..hit.tokens.start
            }
            Adposition::Post => {
                let to = (hit.tokens.end + TURN).min(trigger.end.max(hit.tokens.end));
                hit.tokens.end..to
            }
        };
        self.view.tokens[window].iter().any(|token| self.patterns.turns(token))
    }

    /// "A **trade** embargo": what is asked for is what the noun behind the topic says, which is no topic.
    fn is_modifier(&self, hit: &TopicHit) -> bool {
        let (patterns, at) = (self.patterns, hit.tokens.end);
        let Some(next) = self.view.tokens.get(at).filter(|next| next.shape == Shape::Lower) else { return false };
        let is_known = patterns.beside_objects.holds(next)
            || patterns.joins(next)
            || patterns.is_small(next)
            || patterns.is_neutral(next)
            || patterns.opens_clause(next)
            || patterns.place.words.holds(next);
        !patterns.beside_objects.is_empty()
            && !is_known
            && self.view.triggers.at(at).is_empty()
            && !self.view.chunks.iter().any(|chunk| chunk.kind == ChunkKind::Date && chunk.tokens.contains(&at))
    }

    /// A topic on the right side that is no part of an office, a name or a frame.
    fn is_open_topic(&self, hit: &TopicHit, side: Side, trigger: &Range<usize>) -> bool {
        let on_side = side.admits(&hit.tokens, trigger);
        let hidden = self.view.chunks.iter().any(|chunk| {
            let closed = matches!(
                chunk.kind,
                ChunkKind::Role | ChunkKind::Org | ChunkKind::Occasion | ChunkKind::Document | ChunkKind::Name
            );
            closed && chunk.span.contains(hit.span) && chunk.span != hit.span
        });
        // "Xarici siyasət və təhlükəsizlik üzrə ali nümayəndə": what somebody is in charge of.
        let owned = self.view.groups.iter().any(|group| {
            let holds_office = group.members.iter().any(|member| member.role.is_some());
            holds_office && group.span.contains(hit.span)
        });
        let framed = self.frames().any(|frame| frame.span.overlaps(hit.span));
        let is_aside = || self.is_of_time(hit) || self.is_in_condition(hit, trigger) || self.is_inserted(hit);
        on_side && !hidden && !owned && !framed && !self.is_behind_other_clause(hit, trigger) && !is_aside()
    }

    /// "Seçkilərdən **sonra** ilk səfər": what only says when is not spoken of.
    fn is_of_time(&self, hit: &TopicHit) -> bool {
        let beside = match self.patterns.adposition {
            Adposition::Pre => hit.tokens.start.checked_sub(1),
            Adposition::Post => Some(hit.tokens.end),
        };
        let word = beside.and_then(|at| self.view.tokens.get(at));
        word.is_some_and(|word| self.patterns.times.holds(word))
    }

    /// "The most famous Serb [**the former footballer X**]": what an editor put into what somebody said.
    fn is_inserted(&self, hit: &TopicHit) -> bool {
        let before = self.view.tokens[..hit.tokens.start].iter().rev();
        before.map(|token| token.text).find(|text| matches!(*text, "[" | "]")) == Some("[")
    }

    /// "Rusiya atəşkəsi rədd edər**sə**, …", "abidəni ziyarət ed**ərkən** …": what may be, or was done meanwhile, is not spoken of.
    fn is_in_condition(&self, hit: &TopicHit, trigger: &Range<usize>) -> bool {
        let between = self.view.tokens.get(hit.tokens.end..trigger.start).unwrap_or_default();
        let mut clause = between.iter().take_while(|token| !token.closes_clause());
        self.class.is_statement && clause.any(|verb| self.patterns.tells_condition(verb))
    }

    /// "Discussed the situation **after Peru launched** its satellite": what somebody else did at the time is not spoken of.
    fn is_behind_other_clause(&self, hit: &TopicHit, trigger: &Range<usize>) -> bool {
        let tokens = self.view.tokens;
        let subject_at = |at: usize| {
            let articles = tokens[at..].iter().take_while(|token| self.patterns.determiners.holds(token)).count();
            self.view.groups.iter().find(|group| group.tokens.start == at + articles)
        };
        let is_verb = |at: usize| tokens.get(at).is_some_and(|token| self.patterns.is_plain(token));
        let opens = |at: usize| {
            self.patterns.subordinators.holds(&tokens[at])
                && subject_at(at + 1)
                    .is_some_and(|group| group.tokens.end <= hit.tokens.start && is_verb(group.tokens.end))
        };
        self.patterns.adposition == Adposition::Pre && (trigger.end..hit.tokens.start).any(opens)
    }

    pub(super) fn document(&self, side: Side, trigger: &Range<usize>) -> Option<Topic> {
        let mut documents = self
            .view
            .chunks
            .iter()
            .filter(|chunk| side.admits(&chunk.tokens, trigger) && chunk.kind == ChunkKind::Document);
        // The object of a verb that closes its clause stands right before it.
        let document = if self.patterns.is_verb_final() { documents.next_back() } else { documents.next() };
        document
            .and_then(|chunk| Some(Topic { several: chunk.plural, ..Topic::new(chunk.concept()?.clone(), chunk.span) }))
    }
}
