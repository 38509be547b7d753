//! The document plan: which pieces become which sentences, in which order, and how many of them there is room for.

use std::borrow::Cow;
use std::collections::BTreeSet;

use attache_grammar::Language;
use attache_schema::{
    Actor, Clause, ConceptId, Digest, Edit, EditKind, Event, Piece, Realization, Rendered, Source, Span, Topic,
    Translated, Warning, word_count,
};
use fluent::FluentArgs;

use crate::Unrendered;
use crate::compose::{Composer, Progress};
use crate::contract::{self, Kind, Slot};
use crate::facts::Facts;
use crate::functions::Day;
use crate::marks;
use crate::refer::Referrer;
use crate::tidy::{tidy, with_one_stop};
use crate::translator::{Translation, Translations, Untold};
use crate::verbatim::verbatim;

/// Renders one digest in one language.
pub(crate) struct Paragraph<'a> {
    pub(crate) digest: &'a Digest,
    pub(crate) composer: Composer<'a>,
    pub(crate) unrendered: Unrendered,
    pub(crate) max_words: usize,
    /// What a translator made of the pieces that cannot be said; empty where none was asked.
    pub(crate) translations: &'a Translations,
    /// The pieces that stand as their authors wrote them; by the language of the digest where nobody says.
    pub(crate) copied: Option<&'a BTreeSet<usize>>,
}

/// One sentence of the paragraph.
#[derive(Debug)]
struct Sentence {
    text: String,
    piece: Option<usize>,
    /// Which sentence of its piece it is; for leaving it out.
    part: usize,
    realization: Realization,
    evidence: Vec<Span>,
    translation: Option<Translated>,
}

/// What one pass over the pieces gave.
#[derive(Default)]
struct Draft {
    sentences: Vec<Sentence>,
    omitted: usize,
    warnings: Vec<Warning>,
}

impl Paragraph<'_> {
    /// The paragraph: lead first, in the order of the source, the source line at its end.
    ///
    /// Where it has more than `max_words` words, whole sentences are left out: the one of the least weight, of equals the
    /// later one, the lead last. What is left is said anew each time, since who is named in full depends on it.
    pub(crate) fn render(&self, language: &str) -> Rendered {
        let mut left_out = BTreeSet::new();
        let source = self.source();
        let room = self.max_words.saturating_sub(source.as_ref().map_or(0, |line| word_count(&line.text)));
        let mut draft = self.draft(&left_out);
        while draft.sentences.iter().map(|sentence| word_count(&sentence.text)).sum::<usize>() > room {
            let Some(lightest) = self.lightest(&draft.sentences) else { break };
            left_out.insert(lightest);
            draft = self.draft(&left_out);
        }
        if !draft.sentences.is_empty() {
            draft.sentences.extend(source);
        }
        self.assemble(language, draft, left_out.len())
    }

    /// The sentence to leave out first.
    fn lightest(&self, sentences: &[Sentence]) -> Option<(usize, usize)> {
        let candidates = if sentences.len() > 1 { &sentences[1..] } else { sentences };
        let weights = candidates.iter().enumerate().filter_map(|(at, sentence)| {
            let piece = sentence.piece?;
            Some((self.digest.pieces.get(piece)?.score.total(), std::cmp::Reverse(at), (piece, sentence.part)))
        });
        weights.min().map(|(_, _, key)| key)
    }

    fn draft(&self, left_out: &BTreeSet<(usize, usize)>) -> Draft {
        let is_own = base(&self.digest.language.tag) == base(self.composer.referrer.target.language().tag());
        let mut draft = Draft { sentences: Vec::with_capacity(self.digest.pieces.len() + 1), ..Draft::default() };
        let mut progress = Progress::default();
        for (index, piece) in self.digest.pieces.iter().enumerate() {
            if self.copied.map_or(is_own, |copied| copied.contains(&index)) {
                self.copy(index, piece, left_out, &mut draft);
                if self.copied.is_some() && !left_out.contains(&(index, 0)) {
                    self.composer.hear(&piece.text, &piece.events, &mut progress);
                }
            } else {
                self.compose(index, piece, left_out, &mut progress, &mut draft);
            }
        }
        draft
    }

    /// The author's own sentence.
    fn copy(&self, index: usize, piece: &Piece, left_out: &BTreeSet<(usize, usize)>, draft: &mut Draft) {
        let text = verbatim(piece, self.digest, &self.composer.referrer);
        if word_count(&text) == 0 {
            draft.omitted += 1;
        } else if !left_out.contains(&(index, 0)) {
            let realization = Realization::Verbatim;
            draft.sentences.push(Sentence {
                text,
                piece: Some(index),
                part: 0,
                realization,
                evidence: vec![piece.span],
                translation: None,
            });
        }
    }

    /// Sentences from what was understood of the piece.
    fn compose(
        &self,
        index: usize,
        piece: &Piece,
        left_out: &BTreeSet<(usize, usize)>,
        progress: &mut Progress,
        draft: &mut Draft,
    ) {
        let mut sayable = false;
        let mut open: Option<Open> = None;
        let sayings = sayings(piece, self.composer.referrer.target.facts());
        let is_by = |at: usize, agents: &[Actor]| {
            sayings.get(at).is_some_and(|saying| !agents.is_empty() && are_same(&saying.event.agents, agents))
        };
        for (part, Saying { event, further }) in sayings.iter().enumerate() {
            if left_out.contains(&(index, part)) {
                sayable = true;
                continue;
            }
            let wants_tail = is_by(part + 1, &event.agents) || (part > 0 && is_by(part - 1, &event.agents));
            let outcome = self.composer.say_at(event, further, wants_tail, progress);
            draft.warnings.extend(outcome.warnings);
            let Some(text) = outcome.sentence else { continue };
            sayable = true;
            let language = self.composer.referrer.target.language();
            let evidence = evidence(event, piece);
            let has_subject = outcome.tail.is_some();
            let tail = outcome.tail.filter(|_| outcome.is_plain);
            let last = open.take().filter(|open| are_same(&open.agents, &event.agents));
            let joint = last.zip(tail).and_then(|(open, tail)| open.join(&tail, language));
            if let (Some(joint), Some(last)) = (joint, draft.sentences.last_mut()) {
                last.text = joint;
                last.evidence.extend(evidence);
                continue;
            }
            let text = language.sentence_case(&text);
            open = has_subject.then(|| Open {
                text: text.clone(),
                agents: event.agents.clone(),
                closes_apposition: outcome.closes_apposition,
            });
            draft.sentences.push(composed(text, (index, part), evidence));
            self.add_others((index, part), event, left_out, progress, draft);
        }
        if !sayable {
            self.leave(index, piece, left_out, draft);
        }
    }

    /// Behind an act those who were there besides; the first to be left out where there is no room.
    fn add_others(
        &self,
        (index, part): (usize, usize),
        event: &Event,
        left_out: &BTreeSet<(usize, usize)>,
        progress: &mut Progress,
        draft: &mut Draft,
    ) {
        let part = part + OTHERS;
        if left_out.contains(&(index, part)) {
            return;
        }
        let is_told = |other: &&Actor| self.holds_office(other) && !self.takes_part(other);
        let others: Vec<Actor> = event.others.iter().filter(is_told).cloned().collect();
        let Some(text) = self.composer.present(event, &others, progress) else { return };
        let text = self.composer.referrer.target.language().sentence_case(&text);
        let evidence = others.iter().map(|other| other.span).collect();
        draft.sentences.push(composed(text, (index, part), evidence));
    }

    /// Whether somebody is told by more than a name: who a bare name is nobody can tell from a list of those around.
    fn holds_office(&self, other: &Actor) -> bool {
        let Some(person) = other.person else { return true };
        self.digest.people.get(person).is_some_and(|person| person.role.is_some() || person.org.is_some())
    }

    /// Whether something is told of somebody, who need not be named among those around.
    fn takes_part(&self, other: &Actor) -> bool {
        let events = self.digest.pieces.iter().flat_map(|piece| &piece.events);
        events.flat_map(|event| event.agents.iter().chain(&event.targets)).any(|actor| is_same(actor, other))
    }

    /// A piece of which nothing can be said here: translated, quoted or counted.
    fn leave(&self, index: usize, piece: &Piece, left_out: &BTreeSet<(usize, usize)>, draft: &mut Draft) {
        let part = usize::MAX;
        if left_out.contains(&(index, part)) {
            return;
        }
        match self.translations.get(&index) {
            Some(Ok(translation)) => {
                if let Some(sentence) = self.translated(index, piece, translation) {
                    return draft.sentences.push(sentence);
                }
            }
            Some(Err(untranslated)) => draft.warnings.push(warning("untranslated", untranslated.reason.clone())),
            None => {}
        }
        let quoted = (self.unrendered == Unrendered::Quote).then(|| self.quote(piece)).flatten();
        match quoted {
            Some(text) => {
                let realization = Realization::Quoted;
                draft.sentences.push(Sentence {
                    text,
                    piece: Some(index),
                    part,
                    realization,
                    evidence: vec![piece.span],
                    translation: None,
                });
            }
            None => draft.omitted += 1,
        }
    }

    /// A translated sentence with the mark that says so; none where the translation holds no word.
    fn translated(&self, index: usize, piece: &Piece, translation: &Translation) -> Option<Sentence> {
        let text = tidy(&marks::clean(&translation.text));
        if word_count(&text) == 0 {
            return None;
        }
        let mut args = FluentArgs::new();
        args.set("text", text);
        args.set("engine", marks::clean(&translation.engine));
        let text = tidy(&self.composer.referrer.target.say("translated", None, &args).ok()?);
        let translation = Translated {
            engine: translation.engine.clone(),
            model: translation.model.clone(),
            source: translation.source.clone(),
        };
        Some(Sentence {
            text,
            piece: Some(index),
            part: usize::MAX,
            realization: Realization::Translated,
            evidence: vec![piece.span],
            translation: Some(translation),
        })
    }

    /// The sentences that no message says, in order; none where the target is the source's language.
    ///
    /// `original` names things in the language of the article, for the edits that a sentence needs to stand alone; where it is not
    /// at hand, sentences stay as the author wrote them.
    pub(crate) fn untold(&self, original: Option<&Referrer<'_>>) -> Vec<Untold> {
        let draft = self.draft(&BTreeSet::new());
        let said = draft.sentences.iter().filter(|sentence| sentence.realization != Realization::Quoted);
        let told: BTreeSet<usize> = said.filter_map(|sentence| sentence.piece).collect();
        let open = self.digest.pieces.iter().enumerate().filter(|(index, _)| !told.contains(index));
        let texts = open.map(|(index, piece)| {
            let text = original.map_or_else(|| tidy(&marks::clean(&piece.text)), |it| verbatim(piece, self.digest, it));
            Untold { piece: index, text }
        });
        texts.filter(|untold| word_count(&untold.text) > 0).collect()
    }

    fn quote(&self, piece: &Piece) -> Option<String> {
        // Edits with words of a language would be in that of the reader, inside of the author's own.
        let wordless = |edit: &&Edit| matches!(edit.by, EditKind::Remove | EditKind::Text(_));
        let edits = piece.edits.iter().filter(wordless).cloned().collect();
        let original = verbatim(&Piece { edits, ..piece.clone() }, self.digest, &self.composer.referrer);
        let original = original.trim_end_matches('.');
        if word_count(original) == 0 {
            return None;
        }
        let mut args = FluentArgs::new();
        args.set("text", original.to_owned());
        args.set("language", self.composer.referrer.target.original(&self.digest.language.tag));
        self.composer.referrer.target.say("quote", None, &args).ok().map(with_one_stop)
    }

    /// The line that says who published it and on whose word.
    fn source(&self) -> Option<Sentence> {
        let Source { outlet, outlet_span, cites, cites_country, cites_span, published, published_span, .. } =
            &self.digest.source;
        let referrer = &self.composer.referrer;
        let outlet = outlet.as_deref().map(marks::clean).filter(|outlet| word_count(outlet) > 0);
        let cites = cites.as_ref().and_then(|org| referrer.cited(org, cites_country.as_ref()));
        let id = match (&outlet, &cites) {
            (Some(_), Some(_)) => "source",
            (Some(_), None) => "source-outlet",
            (None, Some(_)) => "source-body",
            (None, None) => return None,
        };
        let mut args = FluentArgs::new();
        args.set("outlet", outlet);
        args.set("cites", cites);
        let mut day = FluentArgs::new();
        if let Some(date) = published {
            let span = published_span.unwrap_or_else(|| Span::new(0, 0));
            day.set("published", Day(attache_schema::When { start: *date, end: None, span }));
        }
        let published = published.and_then(|_| referrer.target.say("published", None, &day).ok());
        args.set("published", published);
        let text = with_one_stop(referrer.target.say(id, None, &args).ok()?);
        let text = referrer.target.language().sentence_case(&text);
        let spans: Vec<Span> = [outlet_span, cites_span, published_span].into_iter().copied().flatten().collect();
        let evidence = if spans.is_empty() { self.whole() } else { spans };
        Some(Sentence { text, piece: None, part: 0, realization: Realization::Composed, evidence, translation: None })
    }

    /// Where the sender, not the text, says who published it, the line speaks of all that was chosen.
    fn whole(&self) -> Vec<Span> {
        self.digest.pieces.iter().map(|piece| piece.span).collect()
    }

    fn assemble(&self, language: &str, draft: Draft, left_out: usize) -> Rendered {
        let Draft { sentences, omitted, mut warnings } = draft;
        let mut text = String::new();
        let mut clauses = Vec::new();
        for sentence in sentences {
            if !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(&sentence.text);
            let Sentence { piece, realization, evidence, translation, .. } = sentence;
            clauses.push(Clause { span: Span::new(start, text.len()), piece, realization, evidence, translation });
        }
        if omitted > 0 {
            warnings.push(warning(
                "omitted",
                format!("{omitted} of {} pieces could not be said", self.digest.pieces.len()),
            ));
        }
        if left_out > 0 {
            warnings.push(warning("budget", format!("{left_out} sentences had no room in {} words", self.max_words)));
        }
        without_repeats(&mut warnings);
        Rendered { language: language.to_owned(), text, clauses, omitted, warnings }
    }
}

fn warning(code: &str, message: String) -> Warning {
    Warning { code: code.to_owned(), message }
}

fn without_repeats(warnings: &mut Vec<Warning>) {
    let mut seen = BTreeSet::new();
    warnings.retain(|warning| seen.insert((warning.code.clone(), warning.message.clone())));
}

/// A sentence of ours that tells a part of a piece.
fn composed(text: String, (index, part): (usize, usize), evidence: Vec<Span>) -> Sentence {
    let realization = Realization::Composed;
    Sentence { text, piece: Some(index), part, realization, evidence, translation: None }
}

/// What the number of a part is raised by for those who were there besides.
const OTHERS: usize = 1 << 16;

/// The most words of a sentence that tells two facts.
const JOINED: usize = 40;

/// A sentence that a fact about the same people may still join.
struct Open {
    text: String,
    agents: Vec<Actor>,
    closes_apposition: bool,
}

impl Open {
    /// Both facts with one subject, "met the minister and visited the port"; `None` where they are too much for a sentence.
    fn join(&self, tail: &str, language: &Language) -> Option<String> {
        let comma = if self.closes_apposition { "," } else { "" };
        let head = format!("{}{comma}", self.text.strip_suffix('.')?);
        let joint = language.join_clauses(&head, tail);
        (word_count(&joint) <= JOINED).then_some(joint)
    }
}

/// What is said at once.
struct Saying<'p> {
    event: Cow<'p, Event>,
    /// Where else the same is done: "will visit Angola, **Namibia and Zambia**".
    further: Vec<&'p ConceptId>,
}

/// What the piece says, event by event: an act that was about something is said as the act and its topics, and what one
/// speaker says in the same way about several things is said at once, as are journeys to several states.
fn sayings<'p>(piece: &'p Piece, facts: &Facts) -> Vec<Saying<'p>> {
    let alone = |event| Saying { event, further: Vec::new() };
    let mut sayings: Vec<Saying<'p>> = Vec::new();
    for event in &piece.events {
        match sayings.last_mut() {
            Some(last) if continues(&last.event, event) => {
                last.event.to_mut().topics.extend(event.topics.iter().cloned());
            }
            Some(last) if goes_on(&last.event, event) => {
                last.further.extend(event.place.iter().map(|place| &place.concept));
                last.event.to_mut().evidence.extend(event.evidence.iter().copied());
            }
            _ if gives_posts(event) => sayings.extend(posts(event).map(Cow::Owned).map(alone)),
            Some(last) if is_between_both(&last.event, event) => {
                sayings.push(alone(Cow::Owned(Event { agents: Vec::new(), ..event.clone() })));
            }
            _ => {
                let (act, topics) = split(event, facts);
                sayings.push(alone(act));
                sayings.extend(topics.map(Cow::Owned).map(alone));
            }
        }
    }
    for saying in &mut sayings {
        if repeats_a_topic(&saying.event.topics) {
            let mut seen = BTreeSet::new();
            saying.event.to_mut().topics.retain(|topic| seen.insert(topic.concept.clone()));
        }
    }
    sayings
}

fn repeats_a_topic(topics: &[Topic]) -> bool {
    topics.iter().enumerate().any(|(at, topic)| topics[..at].iter().any(|before| before.concept == topic.concept))
}

/// Whether two events of one kind and status have the same sides.
fn is_alike(last: &Event, event: &Event) -> bool {
    last.kind == event.kind
        && last.status == event.status
        && are_same(&last.agents, &event.agents)
        && are_same(&last.targets, &event.targets)
}

fn are_same(a: &[Actor], b: &[Actor]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
}

fn is_same(a: &Actor, b: &Actor) -> bool {
    (a.person, &a.role, &a.country, &a.org, &a.host) == (b.person, &b.role, &b.country, &b.org, &b.host)
}

/// Whether `event` are words between the sides of the meeting or call that `last` is, told of the other side: "received a call
/// from the minister and discussed trade". Both discussed it.
fn is_between_both(last: &Event, event: &Event) -> bool {
    let is_encounter = |kind: &Kind| kind.setting.is_some() && kind.shapes.iter().any(|shape| shape.says(Slot::Target));
    let kind = |event: &Event| contract::kind(event.kind.key());
    let are_words = kind(event).is_some_and(|kind| kind.mutual && !kind.is_act());
    let [speaker] = event.agents.as_slice() else { return false };
    are_words
        && kind(last).is_some_and(is_encounter)
        && event.targets.is_empty()
        && !event.topics.is_empty()
        && last.targets.iter().any(|target| is_same(target, speaker))
}

/// Whether `event` is the journey that `last` is, to another place.
fn goes_on(last: &Event, event: &Event) -> bool {
    let is_journey = contract::kind(event.kind.key()).is_some_and(Kind::is_journey);
    is_journey
        && is_alike(last, event)
        && last.place.is_some()
        && event.place.is_some()
        && last.topics.is_empty()
        && event.topics.is_empty()
        && (&last.manner, &last.when, &last.frame) == (&event.manner, &event.when, &event.frame)
}

/// Whether `event` says of further topics what `last` says.
fn continues(last: &Event, event: &Event) -> bool {
    !last.topics.is_empty()
        && !event.topics.is_empty()
        && is_alike(last, event)
        && (event.when.is_none() || event.when == last.when)
        && event.place.is_none()
        && event.frame.is_none()
        && event.document.is_none()
}

/// Whether several are given an office each.
fn gives_posts(event: &Event) -> bool {
    event.targets.len() > 1 && event.targets.iter().all(|target| target.person.is_some() && target.role.is_some())
}

/// "The president appointed X Ambassador to Peru. Y was appointed Ambassador to Chad.": one act for each who is given an office; by
/// whom, when and where is said of the first.
fn posts(event: &Event) -> impl Iterator<Item = Event> {
    event.targets.iter().enumerate().map(|(at, target)| {
        let targets = vec![target.clone()];
        if at == 0 {
            return Event { targets, ..event.clone() };
        }
        let evidence = event.evidence.first().copied().into_iter().chain([target.span]).collect();
        let manner = event.manner.clone();
        Event { manner, targets, evidence, ..Event::new(event.kind.clone(), event.status) }
    })
}

/// The act, and what was spoken of at it where its message has no place for topics.
fn split<'e>(event: &'e Event, facts: &Facts) -> (Cow<'e, Event>, Option<Event>) {
    if event.topics.is_empty() || !facts.tells_topics_apart(&event.kind) {
        return (Cow::Borrowed(event), None);
    }
    let act = Event { topics: Vec::new(), ..event.clone() };
    let mut evidence: Vec<Span> = event.topics.iter().map(|topic| topic.span).collect();
    evidence.extend(event.evidence.first());
    let topics = Event {
        manner: event.manner.clone(),
        topics: event.topics.clone(),
        unlisted: event.unlisted.clone(),
        evidence,
        ..Event::new(attache_schema::ConceptId::of("event", "discuss"), event.status)
    };
    (Cow::Owned(act), Some(topics))
}

fn evidence(event: &Event, piece: &Piece) -> Vec<Span> {
    if event.evidence.is_empty() { vec![piece.span] } else { event.evidence.clone() }
}

/// The language of a tag, without script and region.
fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}
