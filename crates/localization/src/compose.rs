//! From an event to a sentence: which message, filled with what.
//!
//! Knows how an article's statements hang together (the parties of the meeting, who speaks, who speaks in turn); which
//! words say so stands in the messages.

use attache_schema::{Actor, ConceptId, Event, Frame, Span, Status, Topic, Warning, When};
use fluent::{FluentArgs, FluentValue};

use crate::contract::{self, Class, Kind, SPEAKER, Shape, Slot};
use crate::functions::Day;
use crate::marks;
use crate::refer::{Referrer, Said};
use crate::target::Fault;
use crate::tidy::{tidy, with_one_stop};
use crate::words::{Phrase, Words};

/// How far the paragraph has come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress {
    said: Said,
    /// An act has named the parties.
    parties: bool,
    /// The act that the next impersonal statement belongs to.
    setting: Option<&'static str>,
    speaker: Option<Speaker>,
    /// The sides that took the word since the last act.
    heard: Vec<ConceptId>,
}

/// Who spoke last, and how many statements in a row; nobody for impersonal ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Speaker {
    who: Vec<Actor>,
    side: Option<ConceptId>,
    statements: usize,
}

/// What came of an event.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The sentence, not yet in sentence case; none where no message fits.
    pub(crate) sentence: Option<String>,
    /// What a careful reader should know.
    pub(crate) warnings: Vec<Warning>,
    /// The sentence without its subject and day, where it was asked for and begins with its subject: "visited Peru".
    pub(crate) tail: Option<String>,
    /// Whether the tail may follow a sentence with the same subject: nothing else of the sentence is lost.
    pub(crate) is_plain: bool,
    /// Whether it ends in an apposition, which a comma closes where more follows.
    pub(crate) closes_apposition: bool,
}

/// A sentence as a message says it, and what it was filled with.
struct Filled {
    text: String,
    closes_apposition: bool,
    /// It turns to another speaker.
    turns: bool,
    attribute: Option<String>,
    args: FluentArgs<'static>,
}

/// How many variables a message may have.
const SLOTS: usize = 14;

/// Says events one after the other.
pub(crate) struct Composer<'a> {
    pub(crate) referrer: Referrer<'a>,
}

/// The parts of one event in the target language.
#[derive(Default)]
struct Parts {
    agent: Option<Words>,
    target: Option<Words>,
    topics: Option<Words>,
    document: Option<Words>,
    destination: Option<Words>,
    occasion: Option<Words>,
    post: Option<(Words, Words)>,
    when: Option<String>,
    place: Option<String>,
    frame: Option<String>,
}

impl Composer<'_> {
    /// The event as a sentence; `progress` moves on only if there is one.
    pub(crate) fn say(&self, event: &Event, progress: &mut Progress) -> Outcome {
        self.say_at(event, &[], false, progress)
    }

    /// The same of an event that took place at `further` places, too; with its tail, where `wants_tail`.
    pub(crate) fn say_at(
        &self,
        event: &Event,
        further: &[&ConceptId],
        wants_tail: bool,
        progress: &mut Progress,
    ) -> Outcome {
        let mut outcome = Outcome::default();
        let Some(kind) = contract::kind(event.kind.key()).filter(|_| event.kind.kind() == "event") else {
            outcome.warn("missing-message", format!("`{}` is no kind of event that we can say", event.kind));
            return outcome;
        };
        let (agents, targets) = sides(kind, event, &self.referrer);
        let mut next = progress.clone();
        let parts = self.parts(kind, (event, further), (&agents, &targets), &mut next.said, &mut outcome);
        for shape in kind.shapes.iter().filter(|shape| parts.fill(shape, progress)) {
            match self.fill(shape, &parts, event, progress, &agents) {
                Ok(Some(filled)) => {
                    parts.warn_dropped(shape, &mut outcome);
                    outcome.closes_apposition = filled.closes_apposition;
                    outcome.is_plain = parts.when.is_none() && !filled.turns;
                    outcome.sentence = Some(filled.text);
                    if wants_tail {
                        outcome.tail = self.tail(shape, &parts, filled.attribute.as_deref(), filled.args);
                    }
                    next.advance(kind, shape, event, &agents, &targets, &self.referrer);
                    *progress = next;
                    return outcome;
                }
                Ok(None) | Err(Fault::Unsayable) => {}
                Err(Fault::Broken(message)) => outcome.warn("resolver", message),
            }
        }
        outcome.warn("missing-message", format!("no message of `{}` fits what is known", event.kind));
        outcome
    }

    /// Who else was there, as a sentence of its own behind the act; only of what is done, and only where somebody can be named.
    pub(crate) fn present(&self, event: &Event, others: &[Actor], progress: &mut Progress) -> Option<String> {
        let is_act = contract::kind(event.kind.key()).is_some_and(Kind::is_act);
        if others.is_empty() || event.status != Status::Done || !is_act {
            return None;
        }
        let others = self.referrer.actors(others, &mut progress.said, &mut Vec::new())?;
        let mut args = FluentArgs::new();
        args.set("others", others);
        self.referrer.target.say("others", None, &args).ok().map(with_one_stop)
    }

    /// Takes note of a sentence that stands as its author wrote it: what it tells is a setting for what is composed after it,
    /// whom it names need not be introduced again, and its speaker is named anew, as are days.
    pub(crate) fn hear(&self, text: &str, events: &[Event], progress: &mut Progress) {
        let known = progress.said.people.clone();
        for event in events {
            self.say(event, progress);
        }
        let is_named = |index: &usize| {
            let name = self.referrer.people.get(*index).map_or("", |person| person.name.as_str());
            name.split_whitespace().last().is_some_and(|last| text.contains(last))
        };
        progress.said.people.retain(|index| known.contains(index) || is_named(index));
        progress.said.day = None;
        // Behind what was discussed without saying by whom, further topics were "also" discussed.
        progress.speaker = progress.speaker.take().filter(|speaker| speaker.who.is_empty());
        progress.heard.clear();
    }

    fn parts(
        &self,
        kind: &Kind,
        (event, further): (&Event, &[&ConceptId]),
        (agents, targets): (&[Actor], &[Actor]),
        said: &mut Said,
        outcome: &mut Outcome,
    ) -> Parts {
        let places = event.place.iter().map(|place| &place.concept).chain(further.iter().copied());
        let referrer = &self.referrer;
        let mut faults = Vec::new();
        let agent = referrer.actors(agents, said, &mut faults);
        said.owner = side(agents, referrer).filter(|_| referrer.target.facts().is_own(&event.kind));
        let target = referrer.actors(targets, said, &mut faults);
        said.owner = None;
        let mut parts = Parts {
            agent,
            target,
            post: targets.first().filter(|_| targets.len() == 1).and_then(|target| referrer.post(target)),
            document: event.document.as_ref().and_then(|document| self.topics([document], outcome)),
            topics: self.topics(&event.topics, outcome),
            destination: self.concepts(places, outcome),
            ..Parts::default()
        };
        if let Some(when) = &event.when {
            let day = (when.start, when.end);
            // A day is named once; what comes after on the same day says so; within several days it says nothing.
            let again = said.day.replace(day) == Some(day) && when.start.day.is_some();
            parts.when = match (again, kind.is_act()) {
                (false, _) => outcome.keep(self.when(when)),
                (true, true) if when.end.is_none() => outcome.keep(self.word("when-same")),
                // Words follow the deeds of the day without saying so.
                (true, _) => None,
            };
        }
        if let Some(place) = parts.destination.clone() {
            parts.place = outcome.keep(self.circumstance("place", "place", place));
        }
        if let Some(frame) = referrer.target.facts().telling_frame(event) {
            parts.occasion = referrer.occasion(frame);
            match parts.occasion.clone() {
                Some(occasion) => parts.frame = outcome.keep(self.frame(frame, occasion)),
                None => outcome.dropped(frame.concept.as_str()),
            }
        }
        // Whoever visits a state goes there; whoever is invited does not go to himself.
        if parts.destination.is_none() && kind.is_journey() {
            parts.destination = targets.iter().find_map(state).and_then(|state| self.concepts([state], outcome));
        }
        faults.into_iter().for_each(|fault| outcome.note(fault, "an actor"));
        parts
    }

    /// What it is about, as one list.
    fn topics<'t>(&self, topics: impl IntoIterator<Item = &'t Topic>, outcome: &mut Outcome) -> Option<Words> {
        let topics: Vec<&Topic> = topics.into_iter().collect();
        let mut faults = Vec::new();
        let words = self.referrer.topics(&topics, &mut faults);
        faults.into_iter().for_each(|(topic, fault)| outcome.note(fault, topic.as_str()));
        words
    }

    /// The concepts that have a word here, as one list.
    fn concepts<'c>(&self, concepts: impl IntoIterator<Item = &'c ConceptId>, outcome: &mut Outcome) -> Option<Words> {
        let mut phrases = Vec::new();
        for concept in concepts {
            match self.referrer.noun(Some(concept)) {
                Some(noun) => phrases.push(Phrase::from(noun)),
                None => outcome.dropped(concept.as_str()),
            }
        }
        Words::list(self.referrer.target.language(), phrases)
    }

    fn when(&self, when: &When) -> Result<String, Fault> {
        let id = match (when.start.month, when.start.day) {
            (_, Some(_)) => "when-day",
            (Some(_), None) => "when-month",
            (None, None) => "when-year",
        };
        self.circumstance(id, "when", Day(when.clone()))
    }

    fn frame(&self, frame: &Frame, occasion: Words) -> Result<String, Fault> {
        let id = format!("frame-{}", frame.relation.key());
        match contract::PHRASES.iter().any(|(known, _)| *known == id) {
            true => self.circumstance(&id, "occasion", occasion),
            false => Err(Fault::Unsayable),
        }
    }

    fn circumstance<'v>(&self, id: &str, name: &'v str, value: impl Into<FluentValue<'v>>) -> Result<String, Fault> {
        let mut args = FluentArgs::new();
        args.set(name, value.into());
        self.referrer.target.format(id, None, &args)
    }

    fn word(&self, id: &str) -> Result<String, Fault> {
        self.referrer.target.say(id, None, &FluentArgs::new())
    }

    /// The attribute of the message that says the event's status and manner, nothing for its value: `arrival`, `planned`,
    /// `arrival-planned`; `field` where it is about fields of life and the message has words for that. `None` where it has none.
    fn attribute(&self, shape: &Shape, event: &Event) -> Option<Option<String>> {
        // "On 5 March, the minister is on a visit" is said of no day but today.
        let is_dated = event.when.as_ref().is_some_and(|when| when.end.is_none());
        let statuses: &[Option<&str>] = match event.status {
            Status::Done => &[None],
            // What is being said has been said once it is read; what somebody will say has not.
            Status::Underway if shape.class != Class::Act => &[None],
            // What began is still going on, and is told by its beginning.
            Status::Underway if event.manner.is_some() => &[Some("underway-then"), Some("underway"), None],
            Status::Underway if is_dated => &[Some("underway-then"), Some("underway")],
            Status::Underway => &[Some("underway")],
            Status::Planned => &[Some("planned")],
        };
        let about: &[Option<&str>] = match self.referrer.target.facts().is_about_fields(event) {
            true => &[Some("field"), None],
            false => &[None],
        };
        let mut ways = statuses.iter().flat_map(|status| about.iter().map(|about| (*status, *about)));
        ways.find_map(|(status, about)| {
            let parts = event.manner.as_ref().map(ConceptId::key).into_iter().chain(status).chain(about);
            let name = parts.collect::<Vec<_>>().join("-");
            if name.is_empty() {
                return Some(None);
            }
            self.referrer.target.has(shape.id, &name).then_some(Some(name))
        })
    }

    /// The message of `shape` for that status; `None` where it has none.
    fn fill(
        &self,
        shape: &Shape,
        parts: &Parts,
        event: &Event,
        progress: &Progress,
        agents: &[Actor],
    ) -> Result<Option<Filled>, Fault> {
        let target = self.referrer.target;
        let Some(attribute) = self.attribute(shape, event) else { return Ok(None) };
        let mut args = self.arguments(shape, parts, progress, agents)?;
        let bare = attribute.as_ref().map_or_else(|| "bare".to_owned(), |attribute| format!("{attribute}-bare"));
        // Better another sentence than the office of somebody known, with the name in brackets.
        if parts.target.as_ref().is_some_and(Words::may_reword) && target.has(shape.id, &bare) {
            args.set("target", parts.target.as_ref().map(Words::as_worded_first));
        }
        let raw = match target.resolve(shape.id, attribute.as_deref(), &args) {
            Err(Fault::Unsayable) if target.has(shape.id, &bare) => target.resolve(shape.id, Some(&bare), &args)?,
            said => said?,
        };
        let closes_apposition = raw.trim_end_matches(['.', ' ']).ends_with(',');
        let text = with_one_stop(tidy(&raw));
        let turns = shape.class == Class::Speech && progress.turns_to(agents, &self.referrer);
        let text = if turns { self.circumstance("turn", "sentence", text)? } else { text };
        Ok(Some(Filled { text, closes_apposition, turns, attribute, args }))
    }

    /// The sentence without its subject and day, where it begins with the subject: not where the language puts somebody else
    /// beside it ("Iceland **and** Peru signed").
    fn tail(&self, shape: &Shape, parts: &Parts, attribute: Option<&str>, mut args: FluentArgs<'_>) -> Option<String> {
        let agent = parts.agent.as_ref()?.unsaid();
        if shape.circumstances().contains(&SPEAKER) {
            args.set(SPEAKER, self.circumstance("speaker", "agent", agent.clone()).ok()?);
        }
        args.set("agent", agent);
        args.set("when", FluentValue::None);
        let text = self.referrer.target.say(shape.id, attribute, &args).ok()?;
        let rest = text.strip_prefix(marks::SUBJECT)?.trim_start_matches([',', ' ']);
        let is_whole = !rest.contains(marks::SUBJECT) && !self.referrer.target.language().leans_back(rest);
        is_whole.then(|| with_one_stop(rest.to_owned()))
    }

    /// One message with all that an event has, whether or not it would be chosen.
    #[cfg(test)]
    pub(crate) fn fill_for_test(&self, shape: &Shape, attribute: Option<&str>, event: &Event) -> Result<String, Fault> {
        let mut said = Said::default();
        let kind = contract::kind(event.kind.key()).expect("a kind that can be said");
        let parts = self.parts(kind, (event, &[]), (&event.agents, &event.targets), &mut said, &mut Outcome::default());
        let args = self.arguments(shape, &parts, &Progress::default(), &event.agents)?;
        self.referrer.target.say(shape.id, attribute, &args).map(with_one_stop)
    }

    /// What is left of a message with all that an event has when its subject was said before.
    #[cfg(test)]
    pub(crate) fn tail_for_test(&self, shape: &Shape, event: &Event) -> Option<String> {
        let mut said = Said::default();
        let kind = contract::kind(event.kind.key()).expect("a kind that can be said");
        let parts = self.parts(kind, (event, &[]), (&event.agents, &event.targets), &mut said, &mut Outcome::default());
        let filled = self.fill(shape, &parts, event, &Progress::default(), &event.agents).ok()??;
        self.tail(shape, &parts, filled.attribute.as_deref(), filled.args)
    }

    fn arguments<'v>(
        &self,
        shape: &Shape,
        parts: &Parts,
        progress: &Progress,
        agents: &[Actor],
    ) -> Result<FluentArgs<'v>, Fault> {
        let (name, post) = parts.post.clone().unzip();
        let circumstances = shape.circumstances();
        let stands = |name: &str| circumstances.contains(&name);
        let repeats = if shape.class == Class::Act { 0 } else { progress.repeats(agents) };
        let speaker = match parts.agent.clone().filter(|_| stands(SPEAKER)) {
            Some(agent) => {
                let id = if repeats == 0 { "speaker" } else { "speaker-again" };
                Some(self.circumstance(id, "agent", agent)?)
            }
            None => None,
        };
        let also = match repeats {
            0 => None,
            odd if odd % 2 == 1 => Some(self.word("also")?),
            _ => Some(self.word("also-again")?),
        };
        let setting = progress.setting.filter(|_| shape.class == Class::Impersonal && repeats == 0);
        let setting = setting.map(|setting| self.word(&format!("setting-{setting}"))).transpose()?;
        let mut args = FluentArgs::with_capacity(SLOTS);
        // In the order in which Fluent keeps them: otherwise each moves those behind it.
        args.set("agent", parts.agent.clone());
        args.set("also", also);
        args.set("destination", parts.destination.clone());
        args.set("document", parts.document.clone());
        args.set("frame", parts.frame.clone().filter(|_| stands("frame")));
        args.set("name", name);
        args.set("occasion", parts.occasion.clone());
        args.set("place", parts.place.clone().filter(|_| stands("place")));
        args.set("post", post);
        args.set("setting", setting);
        if let Some(speaker) = speaker {
            args.set(SPEAKER, speaker);
        }
        args.set("target", parts.target.clone());
        args.set("topics", parts.topics.clone());
        args.set("when", parts.when.clone());
        Ok(args)
    }
}

impl Parts {
    fn has(&self, slot: Slot, progress: &Progress) -> bool {
        match slot {
            Slot::Agent => self.agent.is_some(),
            Slot::Agents => self.agent.as_ref().is_some_and(Words::is_plural),
            Slot::Target => self.target.is_some(),
            Slot::Topics => self.topics.is_some(),
            Slot::Document => self.document.is_some(),
            Slot::Destination => self.destination.is_some(),
            Slot::Occasion => self.occasion.is_some(),
            Slot::Post => self.post.is_some(),
            Slot::Circumstance => self.place.is_some() || self.frame.is_some(),
            Slot::Parties => progress.parties,
            Slot::NoParties => !progress.parties,
        }
    }

    fn fill(&self, shape: &Shape, progress: &Progress) -> bool {
        // A statement whose speaker is known is not said without the speaker: that would make it the digest's own.
        let keeps_speaker = shape.class != Class::Impersonal || self.agent.is_none();
        keeps_speaker && shape.needs.iter().all(|slot| self.has(*slot, progress))
    }

    fn warn_dropped(&self, shape: &Shape, outcome: &mut Outcome) {
        let post = shape.says(Slot::Post);
        let dropped = [
            (Slot::Agent, self.agent.is_some()),
            (Slot::Target, self.target.is_some() && !post && !shape.says(Slot::Destination)),
            (Slot::Topics, self.topics.is_some()),
            (Slot::Document, self.document.is_some()),
        ];
        for (slot, given) in dropped {
            if given && !shape.says(slot) {
                outcome.dropped(slot.variables()[0]);
            }
        }
    }
}

impl Outcome {
    fn warn(&mut self, code: &str, message: String) {
        self.warnings.push(Warning { code: code.to_owned(), message });
    }

    fn dropped(&mut self, what: &str) {
        self.warn("slot-dropped", format!("{what} could not be said here and was left out"));
    }

    /// Warns of what could not be said.
    fn note(&mut self, fault: Fault, what: &str) {
        match fault {
            Fault::Unsayable => self.dropped(what),
            Fault::Broken(message) => self.warn("resolver", message),
        }
    }

    fn keep(&mut self, part: Result<String, Fault>) -> Option<String> {
        match part {
            Ok(text) => Some(text),
            Err(fault) => {
                self.note(fault, "a circumstance");
                None
            }
        }
    }
}

impl Progress {
    /// How many statements in a row the same speaker made before.
    fn repeats(&self, agents: &[Actor]) -> usize {
        self.speaker.as_ref().filter(|speaker| speaker.who == who(agents)).map_or(0, |speaker| speaker.statements)
    }

    /// Whether somebody of the other side takes the word for the first time.
    fn turns_to(&self, agents: &[Actor], referrer: &Referrer<'_>) -> bool {
        let before = self.speaker.as_ref().and_then(|speaker| speaker.side.as_ref());
        let now = side(agents, referrer);
        before.is_some() && now.is_some_and(|now| !self.heard.contains(&now))
    }

    fn advance(
        &mut self,
        kind: &Kind,
        shape: &Shape,
        event: &Event,
        agents: &[Actor],
        targets: &[Actor],
        referrer: &Referrer<'_>,
    ) {
        if shape.class == Class::Act {
            let done = event.status != Status::Planned;
            self.parties = agents.len() + targets.len() > 1;
            self.setting = kind.setting.filter(|_| done);
            self.speaker = None;
            self.heard.clear();
            return;
        }
        let statements = self.repeats(agents) + 1;
        let side = side(agents, referrer);
        self.heard.extend(side.clone());
        self.speaker = Some(Speaker { who: who(agents), side, statements });
    }
}

/// The speakers, wherever they stand in the article.
fn who(agents: &[Actor]) -> Vec<Actor> {
    agents.iter().map(|agent| Actor { span: Span::new(0, 0), ..agent.clone() }).collect()
}

/// The state or body that a single speaker speaks for.
fn side(agents: &[Actor], referrer: &Referrer<'_>) -> Option<ConceptId> {
    let [agent] = agents else { return None };
    let person = agent.person.and_then(|index| referrer.people.get(index));
    let of_person = person.and_then(|person| person.country.clone().or_else(|| person.org.clone()));
    of_person.or_else(|| agent.country.clone()).or_else(|| agent.org.clone())
}

/// A target that is a state.
fn state(actor: &Actor) -> Option<&ConceptId> {
    actor.country.as_ref().filter(|_| actor.person.is_none() && actor.role.is_none() && actor.org.is_none())
}

/// Agents and targets as they are said: in a mutual act two nameless holders of one office stand together ("the foreign
/// ministers of Iceland and Peru met").
fn sides(kind: &Kind, event: &Event, referrer: &Referrer<'_>) -> (Vec<Actor>, Vec<Actor>) {
    let all = || event.agents.iter().chain(&event.targets).cloned().collect::<Vec<_>>();
    let nameless = |actor: &Actor| actor.person.and_then(|index| referrer.people.get(index)).is_none();
    let same_office = match (event.agents.as_slice(), event.targets.as_slice()) {
        ([agent], [target]) => agent.role.is_some() && agent.role == target.role && nameless(agent) && nameless(target),
        _ => false,
    };
    if kind.mutual && same_office {
        return (all(), Vec::new());
    }
    (event.agents.clone(), event.targets.clone())
}
