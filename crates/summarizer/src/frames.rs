//! In what framework: "on the margins of the 79th session of the UN General Assembly".

use attache_schema::{ConceptId, Frame, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::dateline::is_dash_or_slash;
use crate::patterns::{Adposition, Patterns};
use crate::phrase::{ClassBook, PhraseTree, Sight};
use crate::token::{Token, share_token};

/// How far from its mark an occasion is looked for, in tokens.
const REACH: usize = 14;

/// The case in which an owner stands.
pub(crate) const OWNER_CASE: &str = "genitive";

/// A frame that was marked: read, or only seen.
#[derive(Debug, Clone)]
pub(crate) enum FoundFrame {
    Read(Frame),
    Seen(Span),
}

/// The marks of all frame rules in one tree.
#[derive(Debug)]
pub(crate) struct FrameMarks {
    phrases: PhraseTree,
    /// For each phrase of the tree its rule.
    owners: Vec<usize>,
}

impl FrameMarks {
    pub(crate) fn new(patterns: &Patterns, book: &mut ClassBook) -> Self {
        let rules = patterns.frames.iter().enumerate();
        let owned = rules.flat_map(|(rule, frame)| frame.marks.iter().map(move |mark| (rule, mark)));
        let (owners, phrases): (Vec<_>, Vec<_>) = owned.unzip();
        Self { phrases: PhraseTree::new(phrases.into_iter(), book), owners }
    }

    /// The relation that a mark at a token tells, and where the mark ends: the first rule's, the longest of its marks.
    fn at<'p>(&self, patterns: &'p Patterns, sight: Sight<'_>, at: usize) -> Option<(&'p str, usize)> {
        let ends = self.phrases.find(sight, &[], at).into_iter().map(|found| (self.owners[found.number], found.end));
        let (rule, end) = ends.min_by_key(|(rule, end)| (*rule, std::cmp::Reverse(*end)))?;
        Some((patterns.frames[rule].relation.as_str(), end))
    }
}

/// Every marked frame of a sentence, in order.
pub(crate) fn find_frames(
    marks: &FrameMarks,
    patterns: &Patterns,
    chunks: &[Chunk],
    (tokens, sight): (&[Token<'_>], Sight<'_>),
    is_meeting: &dyn Fn(&ConceptId) -> bool,
) -> Vec<FoundFrame> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((relation, end)) = marks.at(patterns, sight, at) else {
            at += 1;
            continue;
        };
        let window = match patterns.adposition {
            Adposition::Pre => end..limit_after(patterns, tokens, end),
            Adposition::Post => limit_before(tokens, at)..at,
        };
        let frame = read_frame(patterns, tokens, chunks, window.clone(), relation);
        let is_one =
            |frame: &Frame| is_meeting(&frame.concept) || stands_right_there(patterns, tokens, chunks, &window, frame);
        found.push(match frame.filter(is_one) {
            Some(frame) => {
                FoundFrame::Read(Frame { span: frame.span.to(tokens[at].span).to(tokens[end - 1].span), ..frame })
            }
            None => {
                let words = &tokens[window.start.min(at)..window.end.max(end)];
                FoundFrame::Seen(words[0].span.to(words[words.len() - 1].span))
            }
        });
        at = end;
    }
    found
}

/// Whether an occasion is none in particular: neither counted nor anybody's.
pub(crate) fn is_any(frame: &Frame) -> bool {
    frame.ordinal.is_none() && frame.owner.is_none()
}

/// Where the words after a mark end: at a mark or where "that" begins another clause.
pub(crate) fn limit_after(patterns: &Patterns, tokens: &[Token<'_>], from: usize) -> usize {
    let ends = |token: &Token<'_>| token.closes_clause() || patterns.relatives.holds(token);
    let stop = tokens[from..].iter().position(ends);
    from + stop.unwrap_or(tokens.len() - from).min(REACH)
}

pub(crate) fn limit_before(tokens: &[Token<'_>], to: usize) -> usize {
    let stop = tokens[..to].iter().rposition(Token::closes_clause);
    stop.map_or(0, |stop| stop + 1).max(to.saturating_sub(REACH))
}

/// The occasion in a window: a named one, or the kind of it with ordinal and owner.
pub(crate) fn read_frame(
    patterns: &Patterns,
    tokens: &[Token<'_>],
    chunks: &[Chunk],
    window: std::ops::Range<usize>,
    relation: &str,
) -> Option<Frame> {
    let adposition = patterns.adposition;
    let inside: Vec<&Chunk> =
        chunks.iter().filter(|chunk| window.start <= chunk.tokens.start && chunk.tokens.end <= window.end).collect();
    let is_head = |chunk: &&&Chunk| matches!(chunk.kind, ChunkKind::Occasion);
    // The head comes first after a preposition and last before a postposition.
    let occasion = match adposition {
        Adposition::Pre => inside.iter().find(is_head),
        Adposition::Post => inside.iter().rev().find(is_head),
    };
    // "NATO yanında nümayəndəliyin rəhbəri X iştirak edib": the body of someone's office is no occasion.
    let is_person = |chunk: &&&Chunk| matches!(chunk.kind, ChunkKind::Role | ChunkKind::Name);
    let of_person = |body: &&&Chunk| {
        adposition == Adposition::Post
            && inside.iter().filter(is_person).any(|person| person.tokens.start >= body.tokens.end)
    };
    let body = inside.iter().filter(|chunk| chunk.kind == ChunkKind::Org).find(|body| !of_person(body));
    let head = match (occasion, body) {
        // "the Munich Security Conference": the body is the occasion.
        (None, Some(body)) => body,
        (Some(occasion), Some(body)) if occasion.span.overlaps(body.span) => body,
        (Some(occasion), _) => occasion,
        (None, None) => return None,
    };
    // "The ceremony for the 60th anniversary" is no 60th ceremony: the ordinal stands before its noun.
    let counts = |chunk: &&&Chunk| chunk.tokens.end <= head.tokens.start || head.span.contains(chunk.span);
    let ordinal = inside.iter().filter(counts).find_map(|chunk| chunk.ordinal);
    let owner: Option<ConceptId> = occasion
        .filter(|occasion| occasion.span == head.span)
        .and_then(|occasion| owner_of(patterns, &inside, tokens, occasion))
        .and_then(|chunk| chunk.concept().cloned());
    let first = inside.iter().find(|chunk| chunk.ordinal.is_some() || chunk.span == head.span)?;
    Some(Frame {
        concept: head.concept()?.clone(),
        ordinal,
        owner,
        relation: ConceptId::new(relation),
        span: first.span.to(head.span),
    })
}

/// Whether nothing but articles and numbers parts a body from the mark before it: "as part of its contribution to the UN" is no
/// occasion.
fn stands_right_there(
    patterns: &Patterns,
    tokens: &[Token<'_>],
    chunks: &[Chunk],
    window: &std::ops::Range<usize>,
    frame: &Frame,
) -> bool {
    let is_number = |at: usize| chunks.iter().any(|chunk| chunk.ordinal.is_some() && chunk.tokens.contains(&at));
    let is_light = |at: usize| patterns.determiners.holds(&tokens[at]) || is_number(at);
    let before = window.clone().take_while(|at| tokens[*at].span.start < frame.span.start);
    patterns.adposition == Adposition::Post || frame.concept.kind() != "org" || before.into_iter().all(is_light)
}

/// Whose occasion it is. "The summit in Peru" is not Peru's: a place has a mark of its own. Before a postposition the owner
/// stands before its occasion and no person between them ("Peru xarici işlər naziri X ATƏT-in sammitində").
fn owner_of<'c>(
    patterns: &Patterns,
    inside: &[&'c Chunk],
    tokens: &[Token<'_>],
    occasion: &Chunk,
) -> Option<&'c Chunk> {
    let is_place = |chunk: &Chunk| {
        let before = chunk.tokens.start.checked_sub(1).and_then(|at| tokens.get(at));
        let beside = tokens.get(chunk.tokens.end);
        let mark = if patterns.adposition == Adposition::Pre { before } else { beside };
        mark.is_some_and(|token| patterns.place.words.holds(token))
    };
    let is_owner = |chunk: &&&Chunk| matches!(chunk.kind, ChunkKind::Org | ChunkKind::Country) && !is_place(chunk);
    let is_person = |chunk: &&&Chunk| matches!(chunk.kind, ChunkKind::Role | ChunkKind::Name);
    match patterns.adposition {
        Adposition::Pre => {
            // An ordinal behind the noun belongs to another occasion, and so does what follows it.
            let is_next = |chunk: &&&Chunk| chunk.tokens.start >= occasion.tokens.end && chunk.ordinal.is_some();
            // "Took part in the ceremony the president of Peru": whose it is stands behind a word that says so.
            let is_said = |token: &Token<'_>| patterns.complements.holds(token);
            let is_owned = tokens.get(occasion.tokens.end).is_some_and(is_said);
            let may_own = |chunk: &&&Chunk| is_owned || chunk.tokens.start < occasion.tokens.end;
            // "The second round of Peru-Chile consultations": of both, or of neither.
            let shares = |chunk: &Chunk| {
                inside.iter().any(|next| next.span != chunk.span && share_token(&next.tokens, &chunk.tokens))
            };
            let is_half = |chunk: &&Chunk| shares(chunk) || tokens.get(chunk.tokens.end).is_some_and(is_dash_or_slash);
            let mut owners = inside.iter().take_while(|chunk| !is_next(chunk)).filter(may_own);
            owners.find(is_owner).copied().filter(|owner| !is_half(owner))
        }
        Adposition::Post => {
            let before = inside.iter().rev().filter(|chunk| chunk.tokens.end <= occasion.tokens.start);
            // "Lavrovun Azərbaycana səfəri", "Lavrovun Azərbaycan səfəri": where it leads to is not whose it is.
            let is_way = |chunk: &Chunk| {
                chunk.kind == ChunkKind::Country
                    && chunk.ending.case.is_none()
                    && chunk.tokens.end == occasion.tokens.start
                    && occasion.concept().is_some_and(|concept| patterns.journeys.contains(concept))
            };
            let is_bare =
                |chunk: &&&Chunk| (chunk.ending.case.is_none() || chunk.has_case(OWNER_CASE)) && !is_way(chunk);
            // "Belçikanın paytaxtı Brüsseldəki qərargahda keçirilən iclas": whose the city is, the meeting need not be.
            let has_place = |chunk: &Chunk| {
                chunk.kind == ChunkKind::Country
                    && inside.iter().any(|place| {
                        let between = place.tokens.start.checked_sub(chunk.tokens.end);
                        place.kind == ChunkKind::Place
                            && place.ending.case.is_some()
                            && between.is_some_and(|words| words <= 1)
                    })
            };
            // "Somali ilə bağlı iclas": what it is on; "İran-Hindistan komissiyasının iclası": of both, or of neither.
            let is_free = |chunk: &&&Chunk| {
                let is_beside = chunk.tokens.end == occasion.tokens.start;
                let next = tokens.get(chunk.tokens.end).filter(|_| !is_beside);
                let is_governed = next.is_some_and(|next| patterns.governors.holds(next));
                let is_twin = |other: &&Chunk| other.span != chunk.span && share_token(&other.tokens, &chunk.tokens);
                let is_half = inside.iter().any(is_twin);
                !is_governed && !is_half && !has_place(chunk)
            };
            before.take_while(|chunk| !is_person(chunk)).filter(is_bare).find(is_owner).filter(is_free).copied()
        }
    }
}
