//! Reading events: a trigger, and around it those who take part.
//!
//! Knows how a rule of `patterns.toml` is laid over a sentence; the verbs and their government stand in the rules.

use std::ops::Range;

use attache_schema::{Actor, ConceptId, Event, Place, Span, Status, Topic, When};

use crate::chunk::{Chunk, ChunkKind, TopicHit};
use crate::complements::tie_topics;
use crate::frames::{FoundFrame, OWNER_CASE, limit_after, limit_before, read_frame};
use crate::groups::{Group, Member};
use crate::kinds::Kinds;
use crate::patterns::{Adposition, EventRule, Marking, Patterns, PlaceSearch, Search, Side, TopicSearch};
use crate::phrase::{ClassBook, Found, PhraseTree, Sight};
use crate::slots::Slot;
use crate::staff::fill_staff;
use crate::token::{Shape, Token, share_token};
use crate::triggers::{Trigger, Triggers};
use crate::unlisted::unlisted_topics;
use crate::words::Words;

/// How far after a trigger a participant without a mark may stand, in tokens.
const NEAR: usize = 12;
/// How far from its verb an object may stand, with how many adjectives, how far a day, and how many words may part the members of a list.
const OBJECT: usize = 8;
const ADJECTIVES: usize = 2;
const BESIDE: usize = 3;
const LISTED: usize = 3;
/// How far before a topic a word that turns it round may stand.
const TURN: usize = 4;
/// How many tokens may stand before a frame at the head of a sentence ("Today, on the margins of …").
const HEAD: usize = 2;
/// How many words may tell of a deed between its doer and its name.
const DEED: usize = 4;
/// How far behind a trigger stands what undoes it.
const CANCEL: usize = 12;
/// How far before a trigger a negation reaches.
const NEGATION: usize = 3;

/// The triggers of all rules in one index.
#[derive(Debug)]
pub(crate) struct EventReader {
    phrases: PhraseTree,
    /// For each phrase of the tree its rule.
    owners: Vec<usize>,
    classes: Vec<RuleClass>,
}

/// What kind of event a rule tells.
#[derive(Debug, Clone, Copy, Default)]
struct RuleClass {
    is_statement: bool,
    is_shell: bool,
    /// What the sides of an encounter do, and not who tells of it.
    is_talk: bool,
    /// What it is about is a thing and never a clause.
    is_of_thing: bool,
    /// Capitals speak for their states, and do what only states do.
    takes_capitals: bool,
    /// Those who undergo it serve the state of the doer.
    is_own: bool,
}

/// A sentence with everything that was found in it so far.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tokens: &'a [Token<'a>],
    pub(crate) sight: Sight<'a>,
    pub(crate) triggers: &'a Triggers,
    pub(crate) chunks: &'a [Chunk],
    pub(crate) groups: &'a [Group],
    /// For each group who is meant.
    pub(crate) actors: &'a [Vec<Actor>],
    pub(crate) topics: &'a [TopicHit],
    pub(crate) frames: &'a [FoundFrame],
    pub(crate) country_of: &'a dyn Fn(&Actor) -> Option<ConceptId>,
    /// The office of a person.
    pub(crate) role_of: &'a dyn Fn(usize) -> Option<ConceptId>,
    /// Whether a body is an occasion by itself.
    pub(crate) is_meeting: &'a dyn Fn(&ConceptId) -> bool,
    /// Who is said to have been there.
    pub(crate) present: &'a [Actor],
    /// The parties of the first act of the article.
    pub(crate) parties: &'a [Actor],
    /// In the sentence before, who spoke told of somebody else.
    pub(crate) is_contested: bool,
}

/// An event with the tokens of its trigger.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    pub(crate) event: Event,
    needs_topics: bool,
    pub(crate) trigger: Range<usize>,
    /// It stands in a clause that hangs on that of an event before it.
    pub(crate) is_subordinate: bool,
}

impl EventReader {
    pub(crate) fn new(patterns: &Patterns, kinds: &Kinds, book: &mut ClassBook) -> Self {
        let rules = patterns.events.iter().enumerate();
        let owned = rules.flat_map(|(rule, event)| event.triggers.iter().map(move |trigger| (rule, trigger)));
        let (owners, phrases): (Vec<_>, Vec<_>) = owned.unzip();
        let class = |rule: &EventRule| {
            let kind = ConceptId::new(rule.kind.as_str());
            RuleClass {
                is_statement: !kinds.is_act(&kind),
                is_shell: kinds.is_shell(&kind),
                is_talk: kinds.is_talk(&kind),
                is_of_thing: kinds.is_of_thing(&kind),
                takes_capitals: kinds.takes_capitals(&kind),
                is_own: kinds.is_own(&kind),
            }
        };
        let classes = patterns.events.iter().map(class).collect();
        Self { phrases: PhraseTree::new(phrases.into_iter(), book), owners, classes }
    }

    /// The events of a sentence in order.
    pub(crate) fn read(&self, patterns: &Patterns, kinds: &Kinds, view: View<'_>) -> Vec<Read> {
        let mut found: Vec<Read> = Vec::new();
        for Trigger { tokens: trigger, rule } in view.triggers.iter() {
            let overlaps = |read: &Read| share_token(&read.trigger, trigger);
            if found.iter().any(overlaps) || is_negated(patterns, view, trigger) {
                continue;
            }
            let class = self.classes[*rule];
            let rule = &patterns.events[*rule];
            if rule.status == Status::Done && is_habit(patterns, view.tokens, trigger) {
                continue;
            }
            let reading = Reading { reader: self, patterns, kinds, view, class };
            let needs_topics = rule.requires.contains(&Slot::Topics);
            let events = reading.build(rule, trigger.clone()).map(|event| reading.at_each_place(event));
            found.extend(events.into_iter().flatten().map(|event| Read {
                event,
                needs_topics,
                trigger: trigger.clone(),
                is_subordinate: false,
            }));
        }
        found.sort_by_key(|read| read.trigger.start);
        give_speakers(kinds, view.tokens, &mut found);
        mark_subordinate(patterns, view.tokens, &mut found);
        drop_modes(kinds, &mut found);
        self.share_topics(patterns, kinds, view, &mut found);
        let mut found = drop_shells(kinds, merge_alike(found));
        found.iter_mut().for_each(|read| tie_topics(patterns, kinds, view, &mut read.event));
        found
    }

    /// Of two events in one sentence each keeps the topics on its own side of the other's verb ("informed him about the
    /// mines and stressed the importance of trade"). An event that needs topics and keeps none goes.
    fn share_topics(&self, patterns: &Patterns, kinds: &Kinds, view: View<'_>, found: &mut Vec<Read>) {
        let triggers: Vec<Range<usize>> = found.iter().map(|read| read.trigger.clone()).collect();
        let token_at = |span: Span| view.tokens.partition_point(|token| token.span.start < span.start);
        for (index, read) in found.iter_mut().enumerate() {
            let (from, to) = match patterns.adposition {
                Adposition::Pre => (
                    if index == 0 { 0 } else { triggers[index].start },
                    triggers.get(index + 1).map_or(usize::MAX, |next| next.start),
                ),
                Adposition::Post => (index.checked_sub(1).map_or(0, |before| triggers[before].end), usize::MAX),
            };
            read.event.topics.retain(|topic| (from..to).contains(&token_at(topic.span)));
            let kept: Vec<Span> = read.event.topics.iter().map(|topic| topic.span).collect();
            read.event.evidence.retain(|span| {
                let is_topic = view.topics.iter().any(|hit| hit.span == *span);
                !is_topic || kept.contains(span)
            });
        }
        for read in found.iter_mut().filter(|read| read.needs_topics && read.event.topics.is_empty()) {
            if let Some(event) = self.without_topics(patterns, kinds, view, read) {
                *read = Read { event, needs_topics: false, ..read.clone() };
            }
        }
        found.retain(|read| !read.needs_topics || !read.event.topics.is_empty());
    }

    /// The same words by a rule that asks for no topics.
    fn without_topics(&self, patterns: &Patterns, kinds: &Kinds, view: View<'_>, read: &Read) -> Option<Event> {
        let here = view.triggers.at(read.trigger.start).iter();
        let rules = here.map(|trigger| (trigger, &patterns.events[trigger.rule]));
        let fits = |(_, rule): &(&Trigger, &EventRule)| {
            rule.kind == read.event.kind.as_str() && !rule.requires.contains(&Slot::Topics)
        };
        rules.filter(fits).find_map(|(trigger, rule)| {
            let reading = Reading { reader: self, patterns, kinds, view, class: self.classes[trigger.rule] };
            let event = reading.build(rule, trigger.tokens.clone())?;
            let topics: Vec<Span> = event.topics.iter().map(|topic| topic.span).collect();
            let evidence = event.evidence.iter().filter(|span| !topics.contains(span)).copied().collect();
            Some(Event { topics: Vec::new(), evidence, ..event })
        })
    }

    /// Whether a statement's trigger begins at token `at`.
    pub(crate) fn begins_statement(&self, triggers: &Triggers, at: usize) -> bool {
        triggers.at(at).iter().any(|trigger| self.classes[trigger.rule].is_statement)
    }

    /// Whether the nearest trigger before token `at` is of a thing, which stands between the two.
    fn has_thing_before(&self, triggers: &Triggers, at: usize) -> bool {
        let nearest =
            triggers.iter().filter(|trigger| trigger.tokens.end < at).max_by_key(|trigger| trigger.tokens.end);
        nearest.is_some_and(|trigger| self.classes[trigger.rule].is_of_thing)
    }

    /// Whether a statement's trigger begins or ends with token `at`.
    fn begins_or_ends_statement(&self, triggers: &Triggers, at: usize) -> bool {
        let is_there = |trigger: &Trigger| trigger.tokens.start == at || trigger.tokens.end == at + 1;
        triggers.iter().any(|trigger| is_there(trigger) && self.classes[trigger.rule].is_statement)
    }

    /// The first noun phrase of a sentence that nothing governs.
    pub(crate) fn subject_of(&self, view: View<'_>, patterns: &Patterns, kinds: &Kinds) -> Option<usize> {
        let end = view.tokens.len();
        (Reading { reader: self, patterns, kinds, view, class: RuleClass::default() }).subject(&(end..end), true)
    }

    /// Whether a statement has a subject of its own ("X said that **the minister** is in Lima").
    pub(crate) fn tells_of_another(&self, view: View<'_>, patterns: &Patterns, kinds: &Kinds, read: &[Read]) -> bool {
        let reading = Reading { reader: self, patterns, kinds, view, class: RuleClass::default() };
        let statements = || read.iter().filter(|read| !kinds.is_act(&read.event.kind));
        let speakers: Vec<_> = statements().flat_map(|read| &read.event.agents).map(who).collect();
        let is_person = |member: &Member| member.name.is_some() || member.role.is_some();
        let is_another = |(group, actors): (&Group, &Vec<Actor>)| {
            let is_other = || actors.iter().all(|actor| !speakers.contains(&who(actor)));
            let opens_clause = || {
                let clause = reading.reported_from(&group.tokens);
                clause > 0 && (clause..group.tokens.start).all(|at| reading.is_light(at))
            };
            group.ending.case.is_none() && group.members.iter().any(is_person) && is_other() && opens_clause()
        };
        statements().next().is_some() && view.groups.iter().zip(view.actors).any(is_another)
    }

    /// Where the triggers of all rules stand; some tokens may interrupt them.
    pub(crate) fn triggers(&self, tokens: &[Token<'_>], sight: Sight<'_>, passable: &[bool]) -> Triggers {
        // "Who arrived on **Sunday, met** the minister": a day behind which the clause ends is not of the phrase.
        let start = |at: usize| {
            let days = passable[at..].iter().take_while(|passable| **passable).count();
            let comma = tokens[at..at + days].iter().position(|token| token.text == ",");
            comma.map_or(at, |_| at + days)
        };
        let at = |at: usize| {
            let found = self.phrases.find(sight, passable, at).into_iter();
            let start = if passable.get(at) == Some(&true) { start(at) } else { at };
            let own = found.filter(move |found| start < found.end);
            own.map(move |Found { number, end }| Trigger { tokens: start..end, rule: self.owners[number] })
        };
        Triggers::new((0..sight.len()).flat_map(at).collect())
    }
}

fn is_negated(patterns: &Patterns, view: View<'_>, trigger: &Range<usize>) -> bool {
    let tokens = view.tokens;
    let near = &tokens[trigger.start.saturating_sub(NEGATION)..trigger.start];
    let head = tokens[..trigger.start].iter().rposition(Token::closes_clause).map_or(0, |at| at + 1);
    let behind = trigger.end..tokens.len().min(trigger.end + CANCEL);
    near.iter().any(|token| patterns.negation.holds(token))
        || tokens.get(head).is_some_and(|token| patterns.conditions.holds(token))
        || behind
            .take_while(|at| !tokens[*at].closes_clause())
            .any(|at| patterns.cancels.longest_at(view.sight, at).is_some())
}

fn asks_subject(rule: &EventRule) -> bool {
    rule.agents.iter().any(|search| matches!(search, Search::Subject | Search::Speaker))
}

/// "The minister, **who chairs** the committee": what somebody is said to do always is no act of the day.
fn is_habit(patterns: &Patterns, tokens: &[Token<'_>], trigger: &Range<usize>) -> bool {
    let is_habit = |token: &Token<'_>| patterns.tells_habit(token);
    let verb = trigger.start;
    if !is_habit(&tokens[verb]) {
        return false;
    }
    // "Who chairs the committee **and supports** the reform"
    let clause = tokens[..verb].iter().rposition(Token::closes_clause).map_or(0, |at| at + 1);
    let is_relative = |at: &usize| patterns.relatives.holds(&tokens[*at]) && !patterns.conjunctions.holds(&tokens[*at]);
    let Some(relative) = (clause..verb).rev().find(is_relative) else { return false };
    let first = (relative + 1..verb).find(|at| is_habit(&tokens[*at])).unwrap_or(verb);
    let is_joined = first == verb || patterns.and.holds(&tokens[verb - 1]);
    let is_closed = tokens[first..verb].iter().any(|token| token.text == ",");
    first - relative <= NEGATION && is_joined && !is_closed
}

/// «"We condemn the attack", said X»: what a quotation tells in nobody's name, whoever is quoted says.
fn give_speakers(kinds: &Kinds, tokens: &[Token<'_>], found: &mut [Read]) {
    let speaker = |from: usize, found: &[Read]| {
        let sayings = found.iter().filter(|read| read.trigger.end > from && kinds.is_shell(&read.event.kind));
        sayings.map(|read| read.event.agents.clone()).find(|agents| !agents.is_empty())
    };
    for at in 0..found.len() {
        let read = &found[at];
        let is_open =
            read.event.agents.is_empty() && !kinds.is_act(&read.event.kind) && is_quoted(tokens, read.trigger.start);
        if !is_open {
            continue;
        }
        let close = (read.trigger.end..tokens.len()).find(|at| tokens[*at].is_quote());
        if let Some(agents) = close.and_then(|close| speaker(close, found)) {
            found[at].event.evidence.extend(agents.iter().map(|agent| agent.span));
            found[at].event.agents = agents;
        }
    }
}

/// Whether a token stands in a quotation, which may have begun in a sentence before: then the first mark behind it closes it.
pub(crate) fn is_quoted(tokens: &[Token<'_>], at: usize) -> bool {
    if let Some(quote) = tokens[..at].iter().rev().find(|token| token.is_quote()) {
        return opens_quote(tokens, quote);
    }
    let is_close = |quote: usize| match tokens[quote].text {
        "\"" => quote > 0 && tokens[quote - 1].span.end == tokens[quote].span.start,
        text => matches!(text, "”" | "»"),
    };
    (at..tokens.len()).find(|at| tokens[*at].is_quote()).is_some_and(is_close)
}

/// Whether a quotation begins with a mark: a straight one does where an even number stands before it.
fn opens_quote(tokens: &[Token<'_>], quote: &Token<'_>) -> bool {
    let before = tokens.iter().filter(|token| token.text == "\"" && token.span.start < quote.span.start).count();
    matches!(quote.text, "“" | "«" | "„") || (quote.text == "\"" && before % 2 == 0)
}

fn is_sides(group: &Group) -> bool {
    group.members.iter().any(|member| member.is_sides)
}

/// "The ministers met in Lima, where they signed …": what stands behind such a word is not what the sentence is about.
fn mark_subordinate(patterns: &Patterns, tokens: &[Token<'_>], found: &mut [Read]) {
    for at in 1..found.len() {
        let between = found[at - 1].trigger.end..found[at].trigger.start;
        let hangs = |token: &Token<'_>| patterns.relatives.holds(token) || patterns.subordinators.holds(token);
        found[at].is_subordinate = tokens.get(between).is_some_and(|words| words.iter().any(hangs));
    }
}

/// Three claims of one speaker against one state in one sentence are one accusation.
fn merge_alike(found: Vec<Read>) -> Vec<Read> {
    let mut merged: Vec<Read> = Vec::with_capacity(found.len());
    for read in found {
        let twin = merged.iter_mut().find(|earlier| {
            let (a, b) = (&earlier.event, &read.event);
            let statement = b.when.as_ref().is_none_or(|when| a.when.as_ref() == Some(when))
                && a.place.is_none()
                && a.document.is_none()
                && !a.topics.is_empty();
            statement && a.kind == b.kind && is_same(&a.agents, &b.agents) && is_same(&a.targets, &b.targets)
        });
        match twin {
            Some(earlier) => {
                for topic in read.event.topics {
                    if earlier.event.topics.iter().all(|known| known.concept != topic.concept) {
                        earlier.event.topics.push(topic);
                    }
                }
                let new = read.event.evidence.into_iter().filter(|span| !earlier.event.evidence.contains(span));
                let new: Vec<Span> = new.collect();
                earlier.event.evidence.extend(new);
            }
            None => merged.push(read),
        }
    }
    merged
}

/// Who stands beside a mark of presence: behind it ("in the presence of X") or, where nouns are marked behind, before it
/// ("X-in iştirakı ilə").
pub(crate) fn present<'v>(
    patterns: &'v Patterns,
    (tokens, sight): (&'v [Token<'_>], Sight<'_>),
    groups: &'v [Group],
    actors: &'v [Vec<Actor>],
) -> impl Iterator<Item = &'v Actor> + use<'v> {
    let marks = (0..tokens.len()).filter_map(|at| patterns.present.longest_at(sight, at).map(|end| at..end));
    let marks = marks.collect::<Vec<_>>().into_iter();
    let is_light = |at: usize| patterns.determiners.holds(&tokens[at]) || patterns.before_name.holds(&tokens[at]);
    let beside = move |mark: Range<usize>| match patterns.adposition {
        Adposition::Pre => groups
            .iter()
            .position(|group| group.tokens.start >= mark.end)
            .filter(|group| (mark.end..groups[*group].tokens.start).all(is_light)),
        Adposition::Post => groups.iter().rposition(|group| group.tokens.end == mark.start),
    };
    // Those listed behind the first one are there too ("They are A, ambassador of X; B, ambassador of Y").
    let listed = move |first: usize| {
        let people = |group: &usize| actors[*group].iter().all(|actor| actor.person.is_some());
        let are_listed = move |group: usize, next: usize| {
            let gap = tokens.get(groups[group].tokens.end..groups[next].tokens.start);
            gap.is_some_and(|gap| gap.iter().all(|token| is_joint(patterns, token)))
        };
        // Where the mark stands behind, those before the last one ("A, B və C iştirak edib").
        let from = match patterns.adposition {
            Adposition::Pre => first,
            Adposition::Post => {
                let is_before = |at: &usize| are_listed(*at, *at + 1) && people(at);
                (0..first).rev().take_while(is_before).last().unwrap_or(first)
            }
        };
        let behind = (first..groups.len()).take_while(move |at| *at == first || are_listed(*at - 1, *at));
        (from..first).chain(behind).filter(people)
    };
    marks.filter_map(beside).flat_map(listed).flat_map(|group| &actors[group])
}

/// For each token whether it only says when or where, with the commas and brackets around: what may stand between the words of
/// any phrase ("efetuou **hoje, em Lima,** uma visita").
pub(crate) fn passable(patterns: &Patterns, tokens: &[Token<'_>], chunks: &[Chunk]) -> Vec<bool> {
    let mut passable = vec![false; tokens.len()];
    let place_case = patterns.place.case.as_deref();
    for chunk in chunks {
        let before = patterns.word_before(tokens, chunk.tokens.start);
        let governed = |words: &Words| before.filter(|at| words.holds(&tokens[*at]));
        let start = match chunk.kind {
            ChunkKind::Date => governed(&patterns.governors).or(Some(chunk.tokens.start)),
            ChunkKind::Place | ChunkKind::Country if place_case.is_some() => {
                (chunk.ending.case.as_deref() == place_case).then_some(chunk.tokens.start)
            }
            ChunkKind::Place | ChunkKind::Country => governed(&patterns.place.words),
            _ => None,
        };
        if let Some(start) = start {
            passable[start..chunk.tokens.end].fill(true);
        }
    }
    let is_mark = |at: usize| matches!(tokens[at].text, "," | "(" | ")");
    for at in 0..tokens.len() {
        let beside = (at > 0 && passable[at - 1]) || passable.get(at + 1).is_some_and(|next| *next);
        passable[at] = passable[at] || (is_mark(at) && beside);
    }
    passable
}

/// The day of the main event in a sentence that takes it up ("The agreement was signed **on Monday**"): the only one up to its verb
/// and right behind it.
pub(crate) fn resumed_day(
    patterns: &Patterns,
    (tokens, sight): (&[Token<'_>], Sight<'_>),
    chunks: &[Chunk],
) -> Option<When> {
    let verb = patterns.resumes.longest_at(sight, 0)?;
    let is_near = |at: usize| at < verb || tokens[verb..at].iter().all(|token| patterns.is_small(token));
    let mut days = chunks.iter().filter_map(|chunk| Some((chunk, chunk.date.as_ref()?)));
    let (chunk, date) = days.next().filter(|(chunk, _)| is_near(chunk.tokens.start))?;
    let is_only = days.all(|(other, _)| !is_near(other.tokens.start));
    is_only.then_some(When { start: date.start, end: date.end, span: chunk.span })
}

/// What parts the members of a list, and the small words before them.
fn is_joint(patterns: &Patterns, token: &Token<'_>) -> bool {
    matches!(token.text, "," | ";" | "(" | ")")
        || patterns.and.holds(token)
        || patterns.determiners.holds(token)
        || patterns.before_name.holds(token)
}

/// Whether two lists name the same actors, whatever the words.
fn is_same(a: &[Actor], b: &[Actor]) -> bool {
    a.iter().map(who).eq(b.iter().map(who))
}

/// Both sides of an event.
pub(crate) fn parties(event: &Event) -> impl Iterator<Item = &Actor> {
    event.agents.iter().chain(&event.targets)
}

/// Whether somebody is of one side or the other, whatever the words.
pub(crate) fn takes_part(event: &Event, actor: &Actor) -> bool {
    parties(event).any(|party| who(party) == who(actor))
}

/// Who an actor is, whatever the words: person, office, state and body.
pub(crate) fn who(actor: &Actor) -> (Option<usize>, [Option<&ConceptId>; 3]) {
    if actor.person.is_some() {
        return (actor.person, [None; 3]);
    }
    (actor.person, [actor.role.as_ref(), actor.country.as_ref(), actor.org.as_ref()])
}

/// "Consultations between A and B were held **in the format of a video conference**": the way in which they met is no second encounter.
fn drop_modes(kinds: &Kinds, found: &mut Vec<Read>) {
    let is_mode_of = |mode: &Read, other: &Read| {
        kinds.is_mode(&mode.event.kind)
            && kinds.is_encounter(&other.event.kind)
            && other.event.kind != mode.event.kind
            && !other.event.agents.is_empty()
            && is_same(&mode.event.agents, &other.event.agents)
            && is_same(&mode.event.targets, &other.event.targets)
    };
    for at in (1..found.len()).rev() {
        if found[..at].iter().any(|other| is_mode_of(&found[at], other)) {
            found.remove(at);
        }
    }
}

/// A bare "said" around an event that says more is not told again.
fn drop_shells(kinds: &Kinds, found: Vec<Read>) -> Vec<Read> {
    let has_core = found.iter().any(|read| !kinds.is_hollow(&read.event));
    found.into_iter().filter(|read| !(has_core && kinds.is_hollow(&read.event))).collect()
}

struct Reading<'a> {
    reader: &'a EventReader,
    patterns: &'a Patterns,
    kinds: &'a Kinds,
    view: View<'a>,
    class: RuleClass,
}

impl Reading<'_> {
    fn build(&self, rule: &EventRule, trigger: Range<usize>) -> Option<Event> {
        let mut event = Event {
            kind: ConceptId::new(rule.kind.as_str()),
            status: self.status_of(rule, &trigger),
            manner: rule.manner.clone(),
            agents: Vec::new(),
            targets: Vec::new(),
            others: Vec::new(),
            when: None,
            place: None,
            frame: None,
            document: None,
            topics: Vec::new(),
            unlisted: Vec::new(),
            evidence: vec![self.span_of(&trigger)],
        };
        if self.is_of_a_thing(rule, &trigger) {
            return None;
        }
        self.fill_people(rule, &trigger, &mut event);
        if let Some(search) = rule.topics {
            let near = search.near || self.kinds.is_good(&event.kind);
            event.topics = self.topics(TopicSearch { near, ..search }, &trigger);
            // "Avropa İttifaqı narahatlığını bildirib": who speaks is not what is spoken of.
            let sides: Vec<Span> = parties(&event).map(|actor| actor.span).collect();
            event.topics.retain(|topic| sides.iter().all(|side| !side.contains(topic.span)));
        }
        if let Some(side) = rule.document {
            event.document = self.document(side, &trigger);
        }
        if self.kinds.is_act(&event.kind) {
            // Those who were there too and take no other part.
            event.others = self.view.present.iter().filter(|actor| !takes_part(&event, actor)).cloned().collect();
            self.fill_circumstances(rule, &trigger, &mut event);
        } else {
            event.when = self.day_of_saying(&trigger, &event);
        }
        self.kinds.restrict(&mut event);
        let agents = event.agents.clone();
        let is_other = |state: &Actor| !self.is_same_side(state, &agents);
        fill_staff(self.patterns, self.kinds, self.view, &trigger, &is_other, &mut event);
        if self.kinds.is_post(&event.kind) {
            self.note_post(&trigger, &mut event);
        }
        let missing = rule.requires.iter().any(|slot| !slot.is_filled(&event));
        if missing {
            return None;
        }
        self.collect_evidence(&mut event);
        if self.class.is_talk {
            event.unlisted =
                unlisted_topics(self.patterns, self.view, &trigger, self.clause_end(&trigger), &event.evidence[1..]);
            event.evidence.extend(&event.unlisted);
        }
        Some(event)
    }

    /// "A resolution **that condemns** the attack": what a thing does nobody does.
    fn is_of_a_thing(&self, rule: &EventRule, trigger: &Range<usize>) -> bool {
        let is_relative = |relative: usize| relative + 1 != self.reported_from(trigger);
        asks_subject(rule)
            && self.relative_before(trigger).is_some_and(is_relative)
            && self.subject(trigger, false).is_none()
    }

    /// "Will call on A **and hold** a meeting with B": a verb that hangs on a plan is planned, too.
    fn status_of(&self, rule: &EventRule, trigger: &Range<usize>) -> Status {
        let verb = self.coordinated_verb(trigger).filter(|_| rule.status == Status::Done);
        let before = verb.and_then(|verb| self.view.triggers.at(verb.start).first());
        let is_planned = before.is_some_and(|before| self.patterns.events[before.rule].status == Status::Planned);
        if is_planned { Status::Planned } else { rule.status }
    }

    /// The office that somebody is given stands behind the verb, or last before it where the verb comes last, and so does no
    /// office that he held before ("X, ambassador to Peru, was appointed minister"): where another one, or none, stands there,
    /// the post is not known.
    fn note_post(&self, trigger: &Range<usize>, event: &mut Event) {
        let mut offices = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Role);
        let given: Vec<&ConceptId> = if self.patterns.is_verb_final() {
            let last = offices.rfind(|chunk| chunk.tokens.start < trigger.end);
            last.into_iter().flat_map(|chunk| &chunk.concepts).collect()
        } else {
            offices.filter(|chunk| chunk.tokens.start >= trigger.start).flat_map(|chunk| &chunk.concepts).collect()
        };
        for target in &mut event.targets {
            let held = target.person.and_then(|person| (self.view.role_of)(person));
            target.role = target.role.take().or(held.filter(|held| given.contains(&held)));
        }
    }

    fn fill_people(&self, rule: &EventRule, trigger: &Range<usize>, event: &mut Event) {
        for search in &rule.agents {
            if let Search::Between(marking) = search {
                let mut both = self.between(marking, trigger);
                if both.len() >= 2 {
                    event.targets = both.split_off(1);
                    event.agents = both;
                    break;
                }
                continue;
            }
            event.agents = self.search(search, trigger, &[]);
            if !event.agents.is_empty() {
                break;
            }
        }
        if event.agents.is_empty() && self.class.is_statement && asks_subject(rule) {
            event.agents = self.quoted_speaker(trigger);
        }
        if event.targets.is_empty() {
            event.targets = rule
                .targets
                .iter()
                .map(|search| self.search(search, trigger, &event.agents))
                .find(|targets| !targets.is_empty())
                .unwrap_or_default();
        }
        let agents = event.agents.clone();
        event.targets.retain(|target| !self.is_same_side(target, &agents));
        // "A and B met": the first met the others.
        if rule.targets.is_empty()
            && rule.requires.contains(&Slot::Targets)
            && event.targets.is_empty()
            && agents.len() > 1
        {
            event.targets = event.agents.split_off(1);
        }
    }

    fn search(&self, search: &Search, trigger: &Range<usize>, agents: &[Actor]) -> Vec<Actor> {
        let index = match search {
            Search::Subject => self.subject(trigger, false),
            Search::First => self.subject(trigger, true),
            Search::Speaker => return self.speaker(trigger),
            Search::Next => self.next(trigger),
            Search::Marked(side, marking) => self.marked(*side, marking, trigger, agents),
            Search::Owner(marking) => self.owner(marking, agents),
            Search::Between(_) => None,
        };
        index.map_or_else(Vec::new, |index| self.actors_of(index))
    }

    /// Who a group stands for. The sides of an act are those of the first one, if they are of one sort: "the two ministers" are
    /// no minister and a state. What the sides say is said by nobody in particular.
    fn actors_of(&self, index: usize) -> Vec<Actor> {
        let group = &self.view.groups[index];
        // "X said that Y is in Lima. He will meet …": who does something may be either.
        let is_pronoun = group.members.iter().any(|member| member.is_pronoun);
        if is_pronoun && self.view.is_contested && !self.class.is_statement {
            return Vec::new();
        }
        if !is_sides(group) {
            return self.view.actors[index].clone();
        }
        let parties = self.view.parties;
        if group.members.iter().any(|member| member.is_states) {
            return self.states_of(parties, group.span);
        }
        let people = parties.iter().filter(|party| party.person.is_some()).count();
        // "Macron will meet President Kagame, and the two leaders …": they are those of the sentence.
        let is_party = |actor: &Actor| parties.iter().any(|party| who(party) == who(actor));
        let before = self.view.groups.iter().zip(self.view.actors).take(index).flat_map(|(_, actors)| actors);
        let has_others = before.filter(|actor| actor.person.is_some()).any(|actor| !is_party(actor));
        if self.class.is_statement || has_others || (people > 0 && people < parties.len()) {
            return Vec::new();
        }
        parties.iter().map(|party| Actor { span: group.span, ..party.clone() }).collect()
    }

    /// "The two countries signed": the states of the parties, whoever spoke for them.
    fn states_of(&self, parties: &[Actor], span: Span) -> Vec<Actor> {
        let mut states: Vec<ConceptId> = parties.iter().filter_map(|party| (self.view.country_of)(party)).collect();
        states.sort_unstable();
        states.dedup();
        if states.len() != 2 || self.class.is_statement {
            return Vec::new();
        }
        states
            .into_iter()
            .map(|state| Actor { person: None, role: None, country: Some(state), org: None, span })
            .collect()
    }

    /// Whether a group can take part in this event at all.
    fn takes_part(&self, index: usize) -> bool {
        let group = &self.view.groups[index];
        let is_capital = group.members.iter().any(|member| member.capital.is_some());
        // "Met on the sidelines of the **Non-Aligned Movement** summit": whose occasion it is is no party to it.
        let is_body = group.members.iter().all(|m| m.org.is_some() && m.role.is_none() && m.name.is_none());
        let is_framed = is_body && self.frames().any(|frame| frame.span.overlaps(group.span));
        !self.view.actors[index].is_empty() && !is_framed && (self.class.takes_capitals || !is_capital)
    }

    /// Whose claim it is: who stands right before the first claim, at most a target between ("Ermənistanın Azərbaycana qarşı
    /// təxribatları"). A place may stand there just so ("Türkiyənin paytaxtında hücum"), hence nothing else between.
    fn owner(&self, marking: &Marking, agents: &[Actor]) -> Option<usize> {
        let claims = || self.view.topics.iter().filter(|hit| hit.concepts.iter().any(|c| c.kind() == "charge"));
        let is_adjacent = |group: &Group| {
            claims().any(|hit| {
                let between = group.tokens.end..hit.tokens.start;
                let target = self.view.chunks.iter().find(|chunk| chunk.tokens.start == between.start);
                let is_target = target.is_some_and(|chunk| {
                    chunk.kind == ChunkKind::Country
                        && chunk.tokens.end + 1 == between.end
                        && self.view.tokens.get(chunk.tokens.end).is_some_and(|t| self.patterns.governors.holds(t))
                });
                // "Ermənistanın üzərinə götürdüyü öhdəlikləri yerinə yetirmədiyi"
                let is_small = |at: usize| self.view.tokens[at].shape == crate::token::Shape::Lower;
                let is_done_by = between.len() <= DEED
                    && between.clone().all(is_small)
                    && between
                        .clone()
                        .next_back()
                        .is_some_and(|at| self.patterns.tells_doer(self.view.tokens[at].word));
                between.start == between.end || is_target || is_done_by
            })
        };
        (0..self.view.groups.len()).find(|index| {
            let (group, actors) = (&self.view.groups[*index], &self.view.actors[*index]);
            let is_other = actors.iter().all(|actor| !self.is_same_side(actor, agents));
            !actors.is_empty() && is_other && self.has_mark(group, marking) && is_adjacent(group)
        })
    }

    /// Where the clause begins of what somebody says ("the minister said **that** the company had signed").
    fn reported_from(&self, trigger: &Range<usize>) -> usize {
        let tokens = self.view.tokens;
        let opens = |at: &usize| {
            let said = || {
                (at.saturating_sub(2)..=*at)
                    .rev()
                    .any(|at| self.reader.begins_or_ends_statement(self.view.triggers, at))
            };
            self.patterns.conjunctions.holds(&tokens[*at]) && said()
        };
        (0..trigger.start).rev().find(opens).map_or(0, |at| at + 1)
    }

    /// The nearest (or first) group before the trigger that nothing governs. What somebody did of whom others speak, the speaker
    /// did not do.
    fn subject(&self, trigger: &Range<usize>, first: bool) -> Option<usize> {
        if let Some(verb) = self.coordinated_verb(trigger).filter(|_| !first) {
            return self.subject(&verb, false);
        }
        if let Some(relative) = self.relative_before(trigger) {
            let head = |index: &usize| (relative - 1..=relative).contains(&self.view.groups[*index].tokens.end);
            // "A resolution by **Brazil** that condemns the attack": it is the resolution that does.
            let is_person = |index: usize| self.view.actors[index].iter().all(|actor| actor.person.is_some());
            let does = |index: &usize| {
                let is_free = self.view.tokens[relative - 1].text == ","
                    || is_person(*index)
                    || !self.is_governed(&self.view.groups[*index], trigger);
                !self.view.actors[*index].is_empty() && is_free
            };
            return (0..self.view.groups.len()).find(head).filter(does);
        }
        let fits = |index: &usize| {
            let group = &self.view.groups[*index];
            group.tokens.end <= trigger.start
                && (self.takes_part(*index) || is_sides(group))
                && !self.is_governed(group, trigger)
                && !self.is_bracketed(group.tokens.start)
                && !self.is_cited(group)
                && !self.is_in_closed_relative(&group.tokens, trigger)
        };
        let clause = if self.class.is_statement && !self.class.is_talk { 0 } else { self.reported_from(trigger) };
        let fits = |index: &usize| self.view.groups[*index].tokens.start >= clause && fits(index);
        let mut indices = 0..self.view.groups.len();
        if first {
            return indices.find(fits);
        }
        // Where the object stands before its verb, a comma behind a name goes on with a list of objects.
        let is_listed = |index: &usize| {
            self.patterns.is_verb_final()
                && self.word_after(&self.view.groups[*index]).is_some_and(|word| word.word == ",")
        };
        let fitting: Vec<usize> = indices.rev().filter(fits).collect();
        // "Blinken **Kabil** hava limanında törədilən hücumu pisləyib": a capital may be the place of a thing.
        let is_capital = |index: &&usize| {
            let members = &self.view.groups[**index].members;
            self.patterns.is_verb_final() && members.iter().any(|member| member.capital.is_some())
        };
        let sure = fitting.iter().filter(|index| !is_capital(index));
        let found =
            sure.clone().find(|index| !is_listed(index)).or(sure.clone().next()).or(fitting.first()).copied()?;
        (self.patterns.is_verb_final() || !self.has_stranger(found, trigger)).then_some(found)
    }

    /// "The ministry, **the embassy said**, had summoned": who is cited between commas does nothing else.
    fn is_cited(&self, group: &Group) -> bool {
        let tokens = self.view.tokens;
        let opens = self.patterns.word_before(tokens, group.tokens.start).is_some_and(|at| tokens[at].text == ",");
        let says = |trigger: &Trigger| {
            self.reader.classes[trigger.rule].is_shell && tokens.get(trigger.tokens.end).is_some_and(|t| t.text == ",")
        };
        opens && !self.patterns.is_verb_final() && self.view.triggers.at(group.tokens.end).iter().any(says)
    }

    /// "The minister, **who represented President X at the forum,** met Y": whether something stands in a clause between commas that
    /// another verb has.
    fn is_in_closed_relative(&self, part: &Range<usize>, trigger: &Range<usize>) -> bool {
        self.closed_relative(part, trigger).is_some()
    }

    /// "The minister, **who arrived in Tallinn,** signed": the place of an act there is not that of the rest. Where somebody is
    /// ("who is in Tallinn for the summit"), he does the rest, too.
    fn is_place_of_relative(&self, part: &Range<usize>, trigger: &Range<usize>) -> bool {
        let acts = |relative: usize| (relative..part.start).any(|at| self.begins_act_or_saying(at));
        self.closed_relative(part, trigger).is_some_and(acts)
    }

    /// Where the clause between commas begins in which a part stands.
    fn closed_relative(&self, part: &Range<usize>, trigger: &Range<usize>) -> Option<usize> {
        if self.patterns.is_verb_final() {
            return None;
        }
        let tokens = self.view.tokens;
        let opens = |at: &usize| {
            let is_relative =
                self.patterns.relatives.holds(&tokens[*at]) || self.patterns.conjunctions.holds(&tokens[*at]);
            is_relative && tokens[at - 1].text == ","
        };
        let relative = (1..part.start).rev().find(opens)?;
        let in_group = |at: usize| self.view.groups.iter().any(|group| group.tokens.contains(&at));
        let closes = |at: usize| tokens[at].text == "," && !in_group(at);
        let is_closed = tokens[part.end - 1].text == "," || (part.end..trigger.start).any(closes);
        (is_closed && !(relative..part.start).any(closes)).then_some(relative)
    }

    /// Whether somebody whom we do not know stands between a group and the trigger: "the minister said that Foo Bar met …".
    fn has_stranger(&self, found: usize, trigger: &Range<usize>) -> bool {
        let groups = self.view.groups.iter().zip(self.view.actors).skip(found + 1);
        groups.take_while(|(group, _)| group.tokens.end <= trigger.start).any(|(group, actors)| {
            let is_full_name = group.members.iter().all(|m| m.name.is_some()) && group.tokens.len() >= 2;
            let is_pronoun = group.members.iter().any(|member| member.is_pronoun);
            actors.is_empty() && (is_full_name || is_pronoun) && !self.is_governed(group, trigger)
        })
    }

    /// Where "who" stands right before a verb ("the delegation led by X, **who** arrived in Riga"): its head is the subject.
    fn relative_before(&self, trigger: &Range<usize>) -> Option<usize> {
        let from = trigger.start.saturating_sub(NEGATION).max(1);
        let tokens = self.view.tokens;
        // "O presidente da Guiné-Bissau, X, **que** faz uma visita": behind a comma and a name it is no conjunction.
        let takes_up = |at: usize| {
            let ends = |group: &Group| group.tokens.end == at - 1 || group.tokens.end == at;
            self.patterns.conjunctions.holds(&tokens[at])
                && tokens[at - 1].text == ","
                && self.view.groups.iter().any(ends)
        };
        // "Vetaram uma resolução **que** pedia pausas": it is the resolution that asks.
        let takes_up_thing = |at: usize| {
            self.patterns.conjunctions.holds(&tokens[at]) && self.reader.has_thing_before(self.view.triggers, at)
        };
        let is_relative =
            |at: &usize| self.patterns.relatives.holds(&tokens[*at]) || takes_up(*at) || takes_up_thing(*at);
        let relative = (from..trigger.start).rev().find(is_relative)?;
        let has_own = |group: &Group| relative < group.tokens.start && group.tokens.end <= trigger.start;
        // "Said that it expelled": a pronoun that stands for nobody we know is a subject too.
        let opens =
            self.view.tokens[relative + 1..trigger.start].iter().any(|token| self.patterns.openers.holds(token));
        (!opens && !self.view.groups.iter().any(has_own)).then_some(relative)
    }

    /// The verb before that has the same subject ("A met B **and discussed** trade"), where objects follow their verb.
    fn coordinated_verb(&self, trigger: &Range<usize>) -> Option<Range<usize>> {
        let joint = trigger.start.checked_sub(1)?;
        let word = &self.view.tokens[joint];
        // "Will meet B **to discuss** trade": B is whom the first verb takes.
        let is_purpose = self.class.is_talk && self.patterns.purposes.holds(&self.view.tokens[trigger.start]);
        let is_joined = self.patterns.adposition == Adposition::Pre
            && (is_purpose || self.patterns.and.holds(word) || self.patterns.whom.holds(word));
        if !is_joined {
            return None;
        }
        let trigger_at = |at: usize| self.view.triggers.at(at).first().map(|trigger| trigger.tokens.clone());
        (0..joint + usize::from(is_purpose)).rev().find_map(trigger_at)
    }

    /// The subject of a reporting verb before ("the minister emphasized that Portugal is interested"), a person rather
    /// than the state spoken of, otherwise the own subject.
    fn speaker(&self, trigger: &Range<usize>) -> Vec<Actor> {
        let is_person = |index: &usize| self.view.actors[*index].iter().all(|actor| actor.person.is_some());
        let (clause, own) = (self.reported_from(trigger), self.subject(trigger, false));
        let is_inside = |index: &usize| self.view.groups[*index].tokens.start >= clause;
        // "The ministry said that **the minister** had expressed concern": he did, and the ministry only tells. "The spokesman said
        // that the talks touched on trade": he did not talk.
        if clause > 0 && (self.class.is_talk || own.is_some_and(|index| is_inside(&index) && is_person(&index))) {
            return own.map_or_else(Vec::new, |index| self.actors_of(index));
        }
        // "The ministry said …, **and Peru** condemned": it speaks for itself.
        let is_apart = |index: usize| {
            let before = self.word_before(&self.view.groups[index]).filter(|(_, word)| self.patterns.and.holds(word));
            before.is_some_and(|(at, _)| at > 0 && self.view.tokens[at - 1].text == ",")
        };
        if let Some(index) = own.filter(|index| clause == 0 && !self.patterns.is_verb_final() && is_apart(*index)) {
            return self.actors_of(index);
        }
        let reports = |at: &usize| self.reader.begins_statement(self.view.triggers, *at);
        let subjects = || (1..trigger.start).rev().filter(reports).filter_map(|at| self.subject(&(at..at + 1), false));
        let reported = subjects().find(is_person).or_else(|| subjects().next());
        reported.or(own).map_or_else(Vec::new, |index| self.actors_of(index))
    }

    /// Who says behind a quotation what the trigger tells in it: «"We condemn the attack", said X».
    fn quoted_speaker(&self, trigger: &Range<usize>) -> Vec<Actor> {
        let tokens = self.view.tokens;
        let close = (trigger.end..tokens.len()).find(|at| tokens[*at].is_quote());
        let Some(close) = close.filter(|_| is_quoted(tokens, trigger.start)) else { return Vec::new() };
        let is_saying = |told: &Trigger| self.reader.classes[told.rule].is_shell;
        let says = |at: &usize| self.view.triggers.at(*at).iter().any(is_saying);
        let speaker = |at: usize| self.next(&(at..at + 1)).or_else(|| self.subject(&(at..at + 1), false));
        let is_behind = |index: &usize| self.view.groups[*index].tokens.start > close;
        let found = (close + 1..tokens.len()).filter(says).find_map(|at| speaker(at).filter(is_behind));
        found.map_or_else(Vec::new, |index| self.actors_of(index))
    }

    /// The people or office holders right behind the trigger, only articles and a date between.
    fn next(&self, trigger: &Range<usize>) -> Option<usize> {
        let index = self.view.groups.iter().position(|group| group.tokens.start >= trigger.end)?;
        let group = &self.view.groups[index];
        let actors = &self.view.actors[index];
        let are_people = actors.iter().all(|actor| actor.person.is_some() || actor.role.is_some());
        ((trigger.end..group.tokens.start).all(|at| self.is_light(at)) && self.takes_part(index) && are_people)
            .then_some(index)
    }

    /// An article, a comma or a date: what may stand between a verb and what follows it.
    fn is_light(&self, at: usize) -> bool {
        let token = &self.view.tokens[at];
        let dates = self.view.chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Date);
        self.patterns.determiners.holds(token)
            || token.text == ","
            || dates.into_iter().any(|chunk| chunk.tokens.contains(&at))
    }

    fn marked(&self, side: Side, marking: &Marking, trigger: &Range<usize>, agents: &[Actor]) -> Option<usize> {
        let plain = marking.words.is_empty() && marking.case.is_none();
        let fits = |index: &usize| {
            let group = &self.view.groups[*index];
            let in_reach = || !plain || !self.has_verb(trigger.end..group.tokens.start);
            let on_side = match side {
                Side::Before => group.tokens.end <= trigger.start,
                // "Received **the ambassadors of Peru**": the verb's phrase may end with the first word of its object.
                Side::After => {
                    let opens = group.tokens.start > trigger.start && group.tokens.end > trigger.end;
                    (group.tokens.start >= trigger.end && in_reach())
                        || (opens && !self.class.is_own && group.tokens.start + 1 == trigger.end)
                }
                Side::Any => true,
            };
            let actors = &self.view.actors[*index];
            let is_marked = if plain {
                group.tokens.start.saturating_sub(trigger.end) <= NEAR && !self.is_governed(group, trigger)
            } else {
                self.has_mark(group, marking)
            };
            let is_wanted =
                !marking.people || actors.iter().all(|actor| actor.person.is_some() || actor.role.is_some());
            // The mark itself and one word may stand between.
            let gap =
                trigger.start.saturating_sub(group.tokens.end).max(group.tokens.start.saturating_sub(trigger.end));
            on_side
                && self.takes_part(*index)
                && !(plain && self.class.is_statement && self.is_next_subject(group, trigger))
                && is_marked
                && is_wanted
                && (!marking.beside || gap <= 2)
                && actors.iter().all(|actor| !self.is_same_side(actor, agents))
        };
        let mut indices = 0..self.view.groups.len();
        if side == Side::Before { indices.rev().find(fits) } else { indices.find(fits) }
    }

    /// Whether the verb of another event stands in a range of tokens.
    fn has_verb(&self, range: Range<usize>) -> bool {
        !self.view.triggers.within(range).is_empty()
    }

    /// "Called for talks, **but Peru** rejected them": who stands behind a comma, or "and", right before another verb is its
    /// subject.
    fn is_next_subject(&self, group: &Group, trigger: &Range<usize>) -> bool {
        let before = group.tokens.start.saturating_sub(2).max(trigger.end.min(group.tokens.start))..group.tokens.start;
        !self.patterns.is_verb_final()
            && self.has_verb(group.tokens.end..group.tokens.end + 1)
            && self.view.tokens[before].iter().any(|token| self.patterns.joins(token))
    }

    /// Nobody meets or accuses themselves or their own state.
    fn is_same_side(&self, actor: &Actor, agents: &[Actor]) -> bool {
        agents.iter().any(|agent| {
            let same_person = agent.person.is_some() && agent.person == actor.person;
            let country =
                actor.country.is_some() && actor.person.is_none() && (self.view.country_of)(agent) == actor.country;
            same_person
                || country
                || (agent.span == actor.span && agent.person.is_none() && agent.country == actor.country)
        })
    }

    fn between(&self, marking: &Marking, trigger: &Range<usize>) -> Vec<Actor> {
        let groups = self.view.groups;
        let marked = groups.iter().enumerate().filter(|(index, group)| {
            let by_case = marking.case.is_some() && group.ending.case == marking.case;
            let by_word = match self.patterns.adposition {
                Adposition::Pre => self.word_before(group).is_some_and(|(_, word)| marking.words.holds(word)),
                Adposition::Post => {
                    // "A və B arasında münasibətlər" are relations, no event.
                    let relates = self.view.tokens.get(group.tokens.end + 1);
                    let is_event = relates.is_none_or(|token| !self.patterns.relations.holds(token));
                    is_event && self.word_after(group).is_some_and(|word| marking.words.holds(word))
                }
            };
            // A case alone marks two sides only where two stand in it.
            by_word || (by_case && self.view.actors[*index].len() >= 2 && group.tokens.end <= trigger.start)
        });
        let nearest = marked
            .filter(|(_, group)| self.is_beside(group, trigger))
            .min_by_key(|(_, group)| group.tokens.start.abs_diff(trigger.start));
        let Some((index, group)) = nearest else { return Vec::new() };
        let mut both = self.view.actors[index].clone();
        // "A ilə B arasında": the one before stands in a group of its own, under its own mark where the language has one.
        let is_first = |before: &Group| match self.patterns.with.words.is_empty() {
            true => group.tokens.start.saturating_sub(before.tokens.end) <= 1,
            false => self.has_mark(before, &self.patterns.with),
        };
        if both.len() < 2 && index > 0 && is_first(&groups[index - 1]) {
            let before = self.view.actors[index - 1].clone();
            both.splice(0..0, before);
        }
        both
    }

    /// Whether only words of the same clause stand between a trigger and a group, where clauses end in commas ("During the
    /// conversation, relations between A and B …" is no conversation between A and B).
    fn is_beside(&self, group: &Group, trigger: &Range<usize>) -> bool {
        let (from, to) = if group.tokens.start >= trigger.end {
            (trigger.end, group.tokens.start)
        } else {
            (group.tokens.end.min(trigger.start), trigger.start)
        };
        let has_comma = self.view.tokens[from..to.max(from)].iter().any(|token| token.text == ",");
        self.patterns.adposition == Adposition::Post || (!has_comma && to.saturating_sub(from) <= NEAR)
    }

    fn has_mark(&self, group: &Group, marking: &Marking) -> bool {
        let by_case = marking.case.is_some() && group.ending.case == marking.case;
        by_case || self.has_adposition(&group.tokens, marking)
    }

    /// Whether one of the marking's words stands beside a phrase, on the side where the language has them.
    fn has_adposition(&self, phrase: &Range<usize>, marking: &Marking) -> bool {
        let beside = match self.patterns.adposition {
            // An article may look like an adposition ("a Moçambique").
            Adposition::Pre => (self.view.tokens[..phrase.start].iter().rev())
                .find(|token| marking.words.holds(token) || !self.patterns.determiners.holds(token)),
            Adposition::Post => self.view.tokens.get(phrase.end),
        };
        beside.is_some_and(|token| marking.words.holds(token))
    }

    /// Whether a case or an adposition outside the trigger takes the group out of subject position.
    fn is_governed(&self, group: &Group, trigger: &Range<usize>) -> bool {
        let governors = &self.patterns.governors;
        // "Ao lado **do palestino X**": a pattern may take the adposition in.
        let first = &self.view.tokens[group.tokens.start];
        let is_word = self.view.chunks.get(group.chunks.start).is_some_and(|chunk| chunk.kind == ChunkKind::Word);
        let takes_in = is_word && governors.holds(first) && !self.patterns.determiners.holds(first);
        group.ending.case.is_some()
            || takes_in
            || match self.patterns.adposition {
                Adposition::Pre => {
                    let bare = self.view.chunks.get(group.chunks.start).is_some_and(|chunk| chunk.bare);
                    // "A França condenou": at the head of a sentence it is the article after all.
                    let at = group.tokens.start.checked_sub(1).filter(|at| bare && *at > 0);
                    let near = at.map(|at| (at, &self.view.tokens[at]));
                    // "After **Peru expelled** two diplomats": the word opens a clause whose subject this is.
                    let opens_clause =
                        |word: &Token<'_>| self.patterns.subordinators.holds(word) && group.tokens.end == trigger.start;
                    let is_outside = |(at, word): (usize, &Token<'_>)| {
                        governors.holds(word) && !trigger.contains(&at) && !opens_clause(word)
                    };
                    self.word_before(group).is_some_and(is_outside) || near.is_some_and(is_outside)
                }
                Adposition::Post => self.word_after(group).is_some_and(|word| governors.holds(word)),
            }
    }

    /// The word before a group, articles and the like skipped.
    fn word_before(&self, group: &Group) -> Option<(usize, &Token<'_>)> {
        let at = self.patterns.word_before(self.view.tokens, group.tokens.start)?;
        Some((at, &self.view.tokens[at]))
    }

    fn word_after(&self, group: &Group) -> Option<&Token<'_>> {
        self.view.tokens.get(group.tokens.end)
    }

    fn topics(&self, search: TopicSearch, trigger: &Range<usize>) -> Vec<Topic> {
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
    fn is_listed(&self, between: Range<usize>) -> bool {
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
            || patterns.relatives.holds(next)
            || patterns.conjunctions.holds(next)
            || patterns.subordinators.holds(next)
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
        on_side && !hidden && !owned && !framed
    }

    fn document(&self, side: Side, trigger: &Range<usize>) -> Option<Topic> {
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

    fn fill_circumstances(&self, rule: &EventRule, trigger: &Range<usize>, event: &mut Event) {
        let limit = self.clause_end(trigger);
        event.frame = match rule.frame {
            Some(side) => self.occasion(side, trigger),
            None => self
                .near_frames(trigger, event)
                .find(|frame| self.view.tokens.get(limit).is_none_or(|end| frame.span.start < end.span.start))
                .cloned(),
        };
        let default = PlaceSearchRef { next: false, is_asked: false, side: Side::Any, marking: &self.patterns.place };
        let search = rule.place.as_ref().map_or(default, PlaceSearchRef::from);
        event.place = (!rule.is_nowhere).then(|| self.place(&search, trigger, limit, event)).flatten();
        let dates = self.view.chunks.iter().filter(|chunk| self.frames().all(|frame| !frame.span.overlaps(chunk.span)));
        let days: Vec<(&Chunk, When)> = dates
            .filter(|chunk| chunk.tokens.start < limit)
            .filter_map(|chunk| chunk.date.as_ref().map(|date| (chunk, date)))
            .filter(|(chunk, _)| self.is_own(chunk, trigger, event.status))
            .filter(|(chunk, _)| !self.is_in_closed_relative(&chunk.tokens, trigger))
            .map(|(chunk, date)| (chunk, When { start: date.start, end: date.end, span: chunk.span }))
            .collect();
        event.when = self.own_day(&days, trigger).cloned();
    }

    /// The day beside the verb of a statement ("**on Monday** condemned"), or at the head of the sentence right before who speaks.
    /// Any other day may be of what is spoken of.
    fn day_of_saying(&self, trigger: &Range<usize>, event: &Event) -> Option<When> {
        let tokens = self.view.tokens;
        // "Urged **Peru** on Thursday to stop"
        let is_target = |at: usize| event.targets.iter().any(|target| target.span.contains(tokens[at].span));
        let is_small = |at: usize| self.is_light(at) || self.patterns.governors.holds(&tokens[at]) || is_target(at);
        let are_small = |mut between: Range<usize>| between.all(is_small);
        // "Said that on Monday …": the day is what is said.
        let opens = self.patterns.is_verb_final() || self.patterns.conjunctions.holds(&tokens[trigger.end - 1]);
        let speaker =
            event.agents.first().map(|agent| tokens.partition_point(|token| token.span.start < agent.span.start));
        let is_first = self.view.triggers.within(0..trigger.start).is_empty();
        let is_own = |chunk: &&Chunk| {
            let Range { start, end } = chunk.tokens;
            let inside = trigger.start <= start && end <= trigger.end;
            let before = end <= trigger.start && are_small(end..trigger.start);
            let after = !opens && start >= trigger.end && are_small(trigger.end..start);
            let heads = speaker.is_some_and(|speaker| end <= speaker && are_small(0..start) && are_small(end..speaker));
            inside || before || after || (heads && is_first)
        };
        let chunk = self.view.chunks.iter().filter(|chunk| chunk.date.is_some()).find(is_own)?;
        let date = chunk.date.as_ref()?;
        Some(When { start: date.start, end: date.end, span: chunk.span })
    }

    /// The first day; where the verb closes its clause, that of its clause, otherwise one of an earlier clause.
    fn own_day<'d>(&self, days: &'d [(&Chunk, When)], trigger: &Range<usize>) -> Option<&'d When> {
        if !self.patterns.is_verb_final() {
            return days.first().map(|(_, when)| when);
        }
        let before = || {
            let days = days.iter().filter(|(chunk, _)| chunk.tokens.start < trigger.end);
            days.filter(|(chunk, _)| !self.is_elsewhere(chunk, trigger))
        };
        let is_near =
            |(chunk, _): &&(&Chunk, When)| !(chunk.tokens.end..trigger.start).any(|at| self.begins_act_or_saying(at));
        let (chunk, when) = before().rev().find(is_near).or_else(|| before().next())?;
        // "A 2016-cı ildə, B isə 2018-ci ildə təyin olunub": which day is whose cannot be told.
        let is_contrasted = before().any(|(other, _)| {
            (other.tokens.end..chunk.tokens.start).any(|at| self.patterns.contrasts.holds(&self.view.tokens[at]))
        });
        (!is_contrasted).then_some(when)
    }

    /// Where words begin that speak of another time and place ("invited him to a meeting **to be held** in Riga in May").
    fn clause_end(&self, trigger: &Range<usize>) -> usize {
        let leaves = |at: &usize| self.patterns.elsewhere.longest_at(self.view.sight, *at).is_some();
        (trigger.end..self.view.tokens.len()).find(leaves).unwrap_or(self.view.tokens.len())
    }

    /// Whether a day or a place before its verb is of something else ("**noyabrda keçiriləcək** sammitə dəvət edib").
    fn is_elsewhere(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let leaves = |at: usize| self.patterns.elsewhere.longest_at(self.view.sight, at).is_some();
        self.patterns.is_verb_final() && (chunk.tokens.end..trigger.start).any(leaves)
    }

    /// The occasion beside the trigger, which needs no mark of its own ("attended the summit").
    fn occasion(&self, side: Side, trigger: &Range<usize>) -> Option<attache_schema::Frame> {
        let window = match side {
            Side::Before => limit_before(self.view.tokens, trigger.start)..trigger.start,
            Side::After | Side::Any => trigger.end..limit_after(self.patterns, self.view.tokens, trigger.end),
        };
        let frame = read_frame(self.patterns, self.view.tokens, self.view.chunks, window, "relation/within")?;
        // Nobody attends NATO, but its summits.
        let is_meant = |chunk: &Chunk| {
            let is_named = frame.span.contains(chunk.span) && chunk.by_phrase;
            let is_trigger = chunk.kind == ChunkKind::Occasion && trigger.contains(&chunk.tokens.start);
            is_named || is_trigger
        };
        let is_occasion = frame.concept.kind() != "org" || (self.view.is_meeting)(&frame.concept);
        (is_occasion || self.view.chunks.iter().any(is_meant)).then_some(frame)
    }

    /// Whether a day is this event's and no other's: at the head of the sentence it is everyone's, elsewhere that of the act
    /// or saying before it ("will visit Riga, the minister said on Friday"). Only where the verb stands before its day.
    fn is_own(&self, chunk: &Chunk, trigger: &Range<usize>, status: Status) -> bool {
        let at = chunk.tokens.start;
        // "Recalled its ambassador, the ministry announced on Monday": whatever its kind, a verb has the day beside it.
        let beside = at.saturating_sub(BESIDE)..at;
        let is_beside = |other: usize| beside.contains(&other) && !self.view.triggers.at(other).is_empty();
        let has_other =
            |range: Range<usize>| range.into_iter().any(|other| self.begins_act_or_saying(other) || is_beside(other));
        self.patterns.adposition == Adposition::Post
            || if at >= trigger.end {
                !has_other(trigger.end..at)
            } else {
                // "Withdrew its ambassador on 10 August, and **Peru** brought its own home", "leaves on Friday for Riga, where he
                // **will** meet X": that day is the first one's.
                let is_beside = || trigger.start.saturating_sub(chunk.tokens.end) <= BESIDE;
                let is_subject = |group: &Group| {
                    let between = chunk.tokens.end <= group.tokens.start && group.tokens.end <= trigger.start;
                    between && !self.is_governed(group, trigger)
                };
                let goes_on = || status == Status::Done && !self.view.groups.iter().any(is_subject);
                // "In a statement **today** said that X will visit Y": the day is that of the saying.
                let is_said = (at..trigger.start).any(|at| self.reader.begins_statement(self.view.triggers, at));
                (!has_other(0..at) && !is_said) || (!has_other(at..trigger.start) && (is_beside() || goes_on()))
            }
    }

    fn begins_act_or_saying(&self, at: usize) -> bool {
        let is_either = |trigger: &Trigger| {
            let class = &self.reader.classes[trigger.rule];
            !class.is_statement || class.is_shell
        };
        self.view.triggers.at(at).iter().any(is_either)
    }

    /// `limit`: the token where the clause of the trigger ends.
    fn place(&self, search: &PlaceSearchRef<'_>, trigger: &Range<usize>, limit: usize, event: &Event) -> Option<Place> {
        let fits = |chunk: &&Chunk| {
            let on_side = search.side.admits(&chunk.tokens, trigger);
            let in_phrase = self.view.groups.iter().any(|group| {
                group.span.contains(chunk.span) && group.members.iter().any(|m| m.role.is_some() || m.name.is_some())
            });
            let in_frame = self.frames().any(|frame| frame.span.overlaps(chunk.span));
            // "In Cyprus' economic zone": the zone is the place, not Cyprus.
            let is_owner = self.patterns.adposition == Adposition::Pre && chunk.ending.case.is_some();
            let is_actor = parties(event).any(|actor| actor.span.contains(chunk.span));
            // "A statement on the war in Ukraine" was not issued there.
            let in_topic = self.view.topics.iter().any(|topic| topic.span.overlaps(chunk.span));
            // "The situation **in Palestine**" is its own.
            let is_of_topic = !search.is_asked && chunk.kind == ChunkKind::Country && self.is_behind_topic(chunk);
            let is_place = place_of(chunk).is_some();
            let is_near = !search.next || (trigger.end..chunk.tokens.start).all(|at| self.is_light(at));
            is_place
                && is_near
                && on_side
                && chunk.tokens.start < limit
                && !self.is_elsewhere(chunk, trigger)
                && !in_phrase
                && !in_frame
                && !is_actor
                && !is_owner
                && !self.is_of_state(chunk)
                && !in_topic
                && !is_of_topic
                && !self.is_bracketed(chunk.tokens.start)
                && !self.is_place_of_relative(&chunk.tokens, trigger)
                && !self.is_behind_clause(chunk, trigger)
                && self.is_marked_place(chunk, search.marking)
        };
        let chunk =
            self.view.chunks.iter().filter(fits).min_by_key(|chunk| chunk.tokens.start.abs_diff(trigger.start))?;
        Some(Place { concept: place_of(chunk)?.clone(), span: chunk.span })
    }

    /// "Visited **Estonia and Latvia**" are two visits; where something else was done "in Paris and Berlin" nobody can tell.
    fn at_each_place(&self, event: Event) -> Vec<Event> {
        let chunk = event.place.as_ref().and_then(|place| self.view.chunks.iter().find(|c| c.span == place.span));
        let listed = chunk.map(|chunk| self.listed_places(chunk)).unwrap_or_default();
        if listed.len() < 2 {
            return vec![event];
        }
        let there = |place: Option<Place>| {
            let own = event.place.as_ref().map(|place| place.span);
            let mut evidence = event.evidence.clone();
            evidence.retain(|span| Some(*span) != own);
            evidence.extend(place.iter().map(|place| place.span));
            Event { place, evidence, ..event.clone() }
        };
        if !self.kinds.is_abroad(&event.kind) {
            return vec![there(None)];
        }
        let place = |chunk: &&Chunk| {
            let concept = place_of(chunk)?.clone();
            Some(there(Some(Place { concept, span: chunk.span })))
        };
        listed.iter().filter_map(place).collect()
    }

    /// A place with those that are listed with it, the last behind "and".
    fn listed_places(&self, chunk: &Chunk) -> Vec<&Chunk> {
        let places: Vec<&Chunk> = self.view.chunks.iter().filter(|chunk| place_of(chunk).is_some()).collect();
        let Some(at) = places.iter().position(|place| place.span == chunk.span) else { return Vec::new() };
        let tokens = self.view.tokens;
        let is_joined = |first: usize| {
            let [first, second] = &places[first..first + 2] else { return None };
            let between = &tokens[first.tokens.end.min(second.tokens.start)..second.tokens.start];
            let is_small = |token: &Token<'_>| self.patterns.joins(token) || self.patterns.place.words.holds(token);
            // "Lima and Peru agreed": the second is the subject of another verb.
            let is_free = self.view.triggers.at(second.tokens.end).is_empty();
            let joins = between.iter().any(|token| self.patterns.joins(token));
            (joins && between.iter().all(is_small) && is_free)
                .then(|| between.iter().any(|token| self.patterns.and.holds(token)))
        };
        let first = (0..at).rev().take_while(|before| is_joined(*before).is_some()).last().unwrap_or(at);
        let joined = |last: &usize| is_joined(*last).is_some();
        let last = (at..places.len().saturating_sub(1)).take_while(joined).last().map_or(at, |last| last + 1);
        // "In Tallinn, Estonia" is one place.
        if (first..last).any(|at| is_joined(at) == Some(true)) { places[first..=last].to_vec() } else { Vec::new() }
    }

    /// "Joined the meeting **before witnessing the signing** of a memorandum on a centre in Lima": another act stands between.
    fn is_behind_clause(&self, chunk: &Chunk, trigger: &Range<usize>) -> bool {
        let hangs = |at: usize| {
            let opens = self.patterns.subordinators.holds(&self.view.tokens[at])
                && self.view.tokens.get(at + 1).is_some_and(|next| !self.patterns.determiners.holds(next));
            opens && (at + 1..at + 1 + BESIDE).any(|at| self.begins_act_or_saying(at))
        };
        self.patterns.adposition == Adposition::Pre && (trigger.end..chunk.tokens.start).any(hangs)
    }

    /// Whether nothing but the mark of a place, and articles, parts a state from a topic before it.
    fn is_behind_topic(&self, chunk: &Chunk) -> bool {
        let is_small = |at: usize| {
            self.patterns.place.words.holds(&self.view.tokens[at])
                || self.patterns.determiners.holds(&self.view.tokens[at])
        };
        let topic =
            self.view.topics.iter().rfind(|hit| hit.tokens.end <= chunk.tokens.start && !hit.concepts.is_empty());
        let is_beside = |hit: &TopicHit| (hit.tokens.end..chunk.tokens.start).all(is_small);
        self.patterns.adposition == Adposition::Pre && topic.is_some_and(is_beside)
    }

    /// "Azərbaycanın İsraildə səfirliyi": between a state and what it owns stands the place of that, not of the event.
    fn is_of_state(&self, chunk: &Chunk) -> bool {
        let owns = |owner: &Chunk| {
            owner.kind == ChunkKind::Country && owner.tokens.end == chunk.tokens.start && owner.has_case(OWNER_CASE)
        };
        let is_post = self.patterns.adposition == Adposition::Post;
        is_post && chunk.kind == ChunkKind::Country && self.view.chunks.iter().any(owns)
    }

    /// A remark in brackets is about something else ("às 11h (8h em Portugal)").
    fn is_bracketed(&self, at: usize) -> bool {
        let before = self.view.tokens[..at].iter().rev();
        before.map(|token| token.text).find(|text| matches!(*text, "(" | ")")) == Some("(")
    }

    fn is_marked_place(&self, chunk: &Chunk, marking: &Marking) -> bool {
        if marking.case.is_some() && chunk.ending.case == marking.case {
            // "Azərbaycana qarşı" is no way to a place.
            let governed = self.view.tokens.get(chunk.tokens.end).is_some_and(|t| self.patterns.governors.holds(t));
            return !(governed && self.patterns.adposition == Adposition::Post);
        }
        // "visited Fiji": without a mark every place on that side will do.
        if marking.words.is_empty() && marking.case.is_none() {
            return true;
        }
        self.has_adposition(&chunk.tokens, marking)
    }

    /// Frames that stand at the head of the sentence, behind the subject or behind the verb; others are of another clause
    /// ("Angered by remarks at the summit, the ministry summoned …").
    fn near_frames(&self, trigger: &Range<usize>, event: &Event) -> impl Iterator<Item = &attache_schema::Frame> {
        let verb = self.view.tokens[trigger.start].span.start;
        let head = self.view.tokens[HEAD.min(self.view.tokens.len() - 1)].span.start;
        let subject = event.agents.first().map_or(0, |agent| agent.span.start);
        let is_free = self.patterns.adposition == Adposition::Post;
        self.frames().filter(move |frame| {
            let at = frame.span.start;
            is_free || at >= verb || at <= head || subject < at
        })
    }

    fn frames(&self) -> impl Iterator<Item = &attache_schema::Frame> {
        self.view.frames.iter().filter_map(|frame| match frame {
            FoundFrame::Read(frame) => Some(frame),
            FoundFrame::Seen(_) => None,
        })
    }

    fn span_of(&self, tokens: &Range<usize>) -> Span {
        self.view.tokens[tokens.start].span.to(self.view.tokens[tokens.end - 1].span)
    }

    fn collect_evidence(&self, event: &mut Event) {
        let mut spans: Vec<Span> = parties(event).chain(&event.others).map(|actor| actor.span).collect();
        spans.extend(event.when.iter().map(|when| when.span));
        spans.extend(event.place.iter().map(|place| place.span));
        spans.extend(event.frame.iter().map(|frame| frame.span));
        spans.extend(event.document.iter().chain(&event.topics).map(|topic| topic.span));
        spans.sort_unstable();
        spans.dedup();
        event.evidence.extend(spans);
    }
}

/// The place that a chunk names.
fn place_of(chunk: &Chunk) -> Option<&ConceptId> {
    let state = || chunk.concept_of("country").filter(|_| chunk.kind == ChunkKind::Country);
    chunk.concept_of("place").or_else(state)
}

struct PlaceSearchRef<'a> {
    next: bool,
    /// The rule says where its place stands: it is that of its object, too ("observed the elections **in Peru**").
    is_asked: bool,
    side: Side,
    marking: &'a Marking,
}

impl<'a> From<&'a PlaceSearch> for PlaceSearchRef<'a> {
    fn from(search: &'a PlaceSearch) -> Self {
        Self { next: search.next, is_asked: true, side: search.side, marking: &search.marking }
    }
}
