//! What the messages are called, which variables they get, and which of them a language must have.
//!
//! This is the contract between the code and the translators: `lint.rs` reads the syntax tree of every
//! language's files against it, and building a [`crate::Localizer`] fails where a message is missing. It knows no word
//! of any language.

/// What an event must have before a message can be taken for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    /// Who did or said it.
    Agent,
    /// At least two of them.
    Agents,
    /// The other side.
    Target,
    /// What it is about.
    Topics,
    /// What was signed or handed over.
    Document,
    /// The place as the goal of the act; it takes the place of the circumstance `$place`.
    Destination,
    /// The occasion as the object of the act; it takes the place of the circumstance `$frame`.
    Occasion,
    /// The target is a person who is given an office: the bare name and the office apart.
    Post,
    /// A place or an occasion, without which the message would tell nothing: "held a meeting on 5 March".
    Circumstance,
    /// An act before has named the parties.
    Parties,
    /// None has.
    NoParties,
}

impl Slot {
    /// The variables through which a message sees the slot.
    pub(crate) fn variables(self) -> &'static [&'static str] {
        match self {
            Slot::Agent | Slot::Agents => &["agent"],
            Slot::Target => &["target"],
            Slot::Topics => &["topics"],
            Slot::Document => &["document"],
            Slot::Destination => &["destination"],
            Slot::Occasion => &["occasion"],
            Slot::Post => &["name", "post"],
            Slot::Circumstance | Slot::Parties | Slot::NoParties => &[],
        }
    }
}

/// Who speaks, as a finished phrase: `speaker`, or `speaker-again` where the same one goes on, which a language may leave
/// empty. A statement says this or `$agent`, and asks `$agent` for agreement.
pub(crate) const SPEAKER: &str = "speaker";

/// Whether a message tells of an act or of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Has the attributes `.underway` and `.planned` beside its value, which says that it is done.
    Act,
    /// A statement whose speaker is named.
    Speech,
    /// A statement without a speaker.
    Impersonal,
}

/// One way to say an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// The message.
    pub(crate) id: &'static str,
    /// Act or statement.
    pub(crate) class: Class,
    /// What the event must have.
    pub(crate) needs: &'static [Slot],
    /// What the message says besides, where it is there.
    pub(crate) may: &'static [Slot],
}

impl Shape {
    /// All variables of the message: those of its slots, and the ready-made circumstances.
    pub(crate) fn variables(&self) -> Vec<&'static str> {
        let mut names: Vec<_> = self.slots().flat_map(Slot::variables).copied().collect();
        names.extend(self.circumstances());
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What stands in the message as a finished phrase or not at all.
    pub(crate) fn circumstances(&self) -> Vec<&'static str> {
        let mut names = vec!["when"];
        if !self.needs.contains(&Slot::Destination) {
            names.push("place");
        }
        if !self.needs.contains(&Slot::Occasion) {
            names.push("frame");
        }
        match self.class {
            Class::Act => {}
            Class::Speech => names.extend(["also", SPEAKER]),
            Class::Impersonal => names.extend(["also", "setting"]),
        }
        names
    }

    /// Whether the message says that slot.
    pub(crate) fn says(&self, slot: Slot) -> bool {
        self.slots().any(|own| own == slot || own.variables() == slot.variables())
    }

    fn slots(&self) -> impl Iterator<Item = Slot> {
        self.needs.iter().chain(self.may).copied()
    }
}

/// One kind of event and the ways to say it, the fullest first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    /// The key of the concept `event/…`.
    pub(crate) key: &'static str,
    /// Whether agent and target may change places: "A met B" is "B met A".
    pub(crate) mutual: bool,
    /// What it gives the statements after it as a setting: the key of a `setting-…` message.
    pub(crate) setting: Option<&'static str>,
    /// The ways.
    pub(crate) shapes: &'static [Shape],
}

impl Kind {
    /// Whether it is something done rather than said; talks of which only the sides are known are told as a deed.
    pub(crate) fn is_act(&self) -> bool {
        self.shapes.first().is_some_and(|shape| shape.class == Class::Act)
    }

    /// Whether whoever does it goes somewhere, and nobody else is told to.
    pub(crate) fn is_journey(&self) -> bool {
        let goes = |shape: &Shape| shape.needs.contains(&Slot::Destination) && !shape.needs.contains(&Slot::Target);
        self.shapes.iter().any(goes)
    }
}

/// The kind of that key.
pub(crate) fn kind(key: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.key == key)
}

macro_rules! shapes {
    ($($id:literal $class:ident [$($need:ident)*] $([$($may:ident)*])?;)*) => {
        &[$(Shape { id: $id, class: Class::$class, needs: &[$(Slot::$need),*], may: &[$($(Slot::$may),*)?] }),*]
    };
}

macro_rules! kinds {
    ($($key:literal $(mutual $mutual:literal)? $(setting $setting:literal)? { $($shapes:tt)* })*) => {
        &[$(Kind {
            key: $key,
            mutual: [$($mutual,)? false][0],
            setting: [$(Some($setting),)? None][0],
            shapes: shapes! { $($shapes)* },
        }),*]
    };
}

/// All kinds of events.
pub(crate) const KINDS: &[Kind] = kinds! {
    "meet" mutual true setting "meeting" {
        "meet" Act [Agent Target];
        "meet-group" Act [Agents];
        "meet-one" Act [Agent Circumstance];
        "meet-held" Act [Circumstance];
    }
    "call" mutual true setting "call" {
        "call" Act [Agent Target];
        "call-group" Act [Agents];
        "call-one" Act [Agent Circumstance];
    }
    "receive" setting "meeting" {
        "receive" Act [Agent Target];
        "receive-passive" Act [Target];
    }
    "visit" setting "visit" {
        "visit" Act [Agent Destination];
        "visit-one" Act [Agent];
    }
    "attend" {
        "attend" Act [Agent Occasion];
    }
    "consult" mutual true setting "consultations" {
        "consult" Act [Agent Target];
        "consult-group" Act [Agents];
        "consult-held" Act [Circumstance];
    }
    "negotiate" mutual true setting "talks" {
        "negotiate" Act [Agent Target];
        "negotiate-group" Act [Agents];
        "negotiate-held" Act [Circumstance];
    }
    "sign" mutual true {
        "sign" Act [Agent Target Document] [Topics];
        "sign-by" Act [Agent Document] [Topics];
        "sign-passive" Act [Document] [Topics];
    }
    "credentials" {
        "credentials" Act [Agent Target];
        "credentials-one" Act [Agent];
        "credentials-passive" Act [Target];
    }
    "farewell" mutual true setting "meeting" {
        "farewell" Act [Agent Target];
        "farewell-one" Act [Agent];
    }
    "appoint" {
        "appoint-by" Act [Agent Post];
        "appoint" Act [Post];
        "appoint-name-by" Act [Agent Target];
        "appoint-name" Act [Target];
    }
    "recall" {
        "recall-by" Act [Agent Target];
        "recall" Act [Target];
        "recall-own" Act [Agent];
    }
    "congratulate" {
        "congratulate" Act [Agent Target];
    }
    "condole" {
        "condole" Act [Agent Target];
        "condole-one" Act [Agent];
    }
    "invite" {
        "invite" Act [Agent Target Destination];
        "invite-one" Act [Agent Target];
    }
    "vote" {
        "vote-document" Act [Agent Document] [Topics];
        "vote" Act [Agent Topics];
        "vote-one" Act [Agent];
    }
    "observe" {
        "observe" Act [Agent];
    }
    "aid" {
        "aid" Act [Agent Target] [Topics];
        "aid-one" Act [Agent] [Topics];
        "aid-passive" Act [Target] [Topics];
    }
    "evacuate" {
        "evacuate" Act [Agent Destination];
        "evacuate-one" Act [Agent];
    }
    "deal" mutual true {
        "deal" Act [Agent Target] [Topics];
        "deal-group" Act [Agents] [Topics];
        "deal-one" Act [Agent] [Topics];
    }
    "summon" {
        "summon" Act [Agent Target] [Document];
        "summon-passive" Act [Target] [Document];
    }
    "expel" {
        "expel" Act [Agent Target];
        "expel-one" Act [Agent];
        "expel-passive" Act [Target];
    }
    "sanction" {
        "sanction" Act [Agent Target];
        "sanction-one" Act [Agent];
        "sanction-passive" Act [Target];
    }
    "issue" {
        "issue" Act [Agent] [Topics];
    }
    "discuss" mutual true {
        "discuss-with" Speech [Agent Target Topics];
        "discuss-by" Speech [Agent Topics];
        "discuss-parties" Impersonal [Parties Topics];
        "discuss" Impersonal [Topics];
        "discuss-sides" Act [Agent Target NoParties];
        "discuss-group" Act [Agents NoParties];
    }
    "exchange" mutual true {
        "exchange-with" Speech [Agent Target Topics];
        "exchange-by" Speech [Agent Topics];
        "exchange-parties" Impersonal [Parties Topics];
        "exchange" Impersonal [Topics];
        "exchange-sides" Act [Agent Target NoParties];
        "exchange-group" Act [Agents NoParties];
    }
    "brief" {
        "brief-target" Speech [Agent Target Topics];
        "brief-by" Speech [Agent Topics];
        "brief" Impersonal [Topics];
    }
    "say" {
        "say-target" Speech [Agent Target Topics];
        "say-by" Speech [Agent Topics];
        "say" Impersonal [Topics] [Target];
    }
    "stress" {
        "stress-target" Speech [Agent Target Topics];
        "stress-by" Speech [Agent Topics];
        "stress" Impersonal [Topics] [Target];
    }
    "role" {
        "role-by" Speech [Agent Target] [Topics];
        "role" Impersonal [Target] [Topics];
    }
    "praise" {
        "praise-target" Speech [Agent Target] [Topics];
        "praise-by" Speech [Agent Topics];
        "praise" Impersonal [Topics];
    }
    "thank" {
        "thank" Speech [Agent Target] [Topics];
        "thank-one" Speech [Agent Topics];
    }
    "interest" {
        "interest-target" Speech [Agent Target] [Topics];
        "interest-by" Speech [Agent Topics];
        "interest-parties" Impersonal [Target] [Topics];
        "interest" Impersonal [Topics];
    }
    "readiness" {
        "readiness-target" Speech [Agent Target] [Topics];
        "readiness-by" Speech [Agent] [Topics];
        "readiness" Impersonal [Topics];
    }
    "concern" {
        "concern-by" Speech [Agent Topics] [Target];
        "concern" Impersonal [Topics];
    }
    "support" {
        "support-topics" Speech [Agent Topics] [Target];
        "support-target" Speech [Agent Target];
        "support" Impersonal [Topics];
    }
    "hope" {
        "hope-by" Speech [Agent Topics];
        "hope" Impersonal [Topics];
    }
    "pledge" {
        "pledge-topics" Speech [Agent Topics] [Target];
        "pledge-target" Speech [Agent Target];
    }
    "accuse" {
        "accuse-by" Speech [Agent Target Topics];
        "accuse-target" Speech [Agent Target];
        "accuse" Impersonal [Target Topics];
    }
    "condemn" {
        "condemn-topics" Speech [Agent Topics] [Target];
        "condemn-target" Speech [Agent Target];
        "condemn" Impersonal [Topics] [Target];
    }
    "reject" {
        "reject-topics" Speech [Agent Topics];
        "reject-by" Speech [Agent] [Target];
        "reject" Impersonal [Topics];
    }
    "demand" {
        "demand-target" Speech [Agent Target Topics];
        "demand-by" Speech [Agent Topics];
        "demand" Impersonal [Topics] [Target];
    }
    "announce" {
        "announce-by" Speech [Agent Topics];
        "announce" Impersonal [Topics];
    }
};

/// A message that builds a noun phrase. Its attribute `.head` names the variable that the phrase is inflected by.
pub(crate) struct Phrasing {
    /// The message.
    pub(crate) id: &'static str,
    /// Its variables; a language need not use those in `may`.
    pub(crate) variables: &'static [&'static str],
    /// Variables that only some languages want, such as the adjective of a country.
    pub(crate) may: &'static [&'static str],
}

/// How people, offices, bodies, occasions and topics are named.
pub(crate) const PHRASINGS: &[Phrasing] = &[
    Phrasing { id: "person-office", variables: &["name", "office"], may: &[] },
    Phrasing { id: "person-office-country", variables: &["name", "office", "country"], may: &["adjective"] },
    Phrasing { id: "person-office-org", variables: &["name", "office", "org"], may: &[] },
    Phrasing { id: "person-office-body", variables: &["name", "office", "org", "country"], may: &[] },
    Phrasing { id: "person-envoy", variables: &["name", "office", "country", "host"], may: &[] },
    Phrasing { id: "person-country", variables: &["name", "country"], may: &["adjective"] },
    Phrasing { id: "office-country", variables: &["office", "country"], may: &["adjective"] },
    Phrasing { id: "office-org", variables: &["office", "org"], may: &[] },
    Phrasing { id: "office-body", variables: &["office", "org", "country"], may: &[] },
    Phrasing { id: "office-envoy", variables: &["office", "country", "host"], may: &[] },
    Phrasing { id: "office-host", variables: &["office", "host"], may: &[] },
    Phrasing { id: "org-country", variables: &["org", "country"], may: &["adjective"] },
    Phrasing { id: "occasion-ordinal", variables: &["occasion", "ordinal"], may: &[] },
    Phrasing { id: "occasion-owner", variables: &["occasion", "owner"], may: &[] },
    Phrasing { id: "occasion-ordinal-owner", variables: &["occasion", "ordinal", "owner"], may: &[] },
    Phrasing { id: "topic-of", variables: &["topic", "other"], may: &[] },
    Phrasing { id: "topic-by", variables: &["topic", "other"], may: &[] },
    Phrasing { id: "topic-between", variables: &["topic", "other"], may: &[] },
    Phrasing { id: "topic-with", variables: &["topic", "other"], may: &[] },
    Phrasing { id: "topic-against", variables: &["topic", "other"], may: &[] },
    Phrasing { id: "topic-in", variables: &["topic", "other"], may: &[] },
];

/// The attributes that a phrasing may have beside `.head`.
///
/// `.neutral` (with `.neutral-head`) is taken where the office shows no gender, in languages in which it would;
/// `.other` (with `.other-head`) where the head of the value cannot take the form that is asked for, as a name in a
/// foreign spelling takes no suffix; `.owned` names the form that the head takes because somebody owns it.
pub(crate) const PHRASING_ATTRIBUTES: &[&str] = &["head", "neutral", "neutral-head", "other", "other-head", "owned"];

/// The other messages: circumstances, connectives and the frame of the paragraph, with their variables.
pub(crate) const PHRASES: &[(&str, &[&str])] = &[
    ("when-day", &["when"]),
    ("when-month", &["when"]),
    ("when-year", &["when"]),
    ("when-same", &[]),
    ("place", &["place"]),
    ("frame-within", &["occasion"]),
    ("frame-margins", &["occasion"]),
    ("frame-occasion", &["occasion"]),
    ("setting-meeting", &[]),
    ("setting-call", &[]),
    ("setting-visit", &[]),
    ("setting-consultations", &[]),
    ("setting-talks", &[]),
    ("speaker", &["agent"]),
    ("speaker-again", &["agent"]),
    ("others", &["others"]),
    ("also", &[]),
    ("also-again", &[]),
    ("turn", &["sentence"]),
    ("original", &["tag"]),
    ("quote", &["text", "language"]),
    ("headline-about", &["who", "topics"]),
    ("headline-original", &["headline", "language"]),
    ("translated", &["text", "engine"]),
    ("source", &["outlet", "cites", "published"]),
    ("source-outlet", &["outlet", "published"]),
    ("source-body", &["cites", "published"]),
    ("published", &["published"]),
    ("differ-day", &["said"]),
    ("differ-place", &["said"]),
    ("differ-number", &["said"]),
    ("differ-office", &["said", "name"]),
    ("differ-said", &["value", "outlets"]),
    ("differ-quoted", &["value"]),
    ("brief-title", &[]),
    ("brief-contents", &[]),
    ("brief-sources", &[]),
    ("brief-translated", &[]),
    ("brief-nothing", &[]),
    ("brief-other", &[]),
    ("brief-made", &[]),
    ("brief-machine", &[]),
    ("brief-quoted", &[]),
];

/// The ids of all messages: events, noun phrases, phrases.
pub(crate) fn messages() -> impl Iterator<Item = &'static str> {
    let shapes = KINDS.iter().flat_map(|kind| kind.shapes).map(|shape| shape.id);
    shapes.chain(PHRASINGS.iter().map(|phrasing| phrasing.id)).chain(PHRASES.iter().map(|(id, _)| *id))
}

/// The attributes that messages must have, with the message of each.
pub(crate) fn attributes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let acts = KINDS.iter().flat_map(|kind| kind.shapes).filter(|shape| shape.class == Class::Act);
    let of_acts = acts.flat_map(|shape| ["underway", "planned"].map(|name| (shape.id, name)));
    of_acts.chain(PHRASINGS.iter().map(|phrasing| (phrasing.id, "head")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_message_serves_two_kinds() {
        let mut seen = BTreeSet::new();
        for shape in KINDS.iter().flat_map(|kind| kind.shapes) {
            assert!(seen.insert(shape.id), "`{}` stands twice", shape.id);
        }
    }

    #[test]
    fn a_fuller_shape_stands_before_a_shorter_one() {
        for kind in KINDS {
            for (at, shape) in kind.shapes.iter().enumerate() {
                for later in &kind.shapes[at + 1..] {
                    let hidden = shape.needs.iter().all(|slot| later.needs.contains(slot));
                    assert!(!hidden, "`{}` is never taken: `{}` stands before it", later.id, shape.id);
                }
            }
        }
    }

    #[test]
    fn every_setting_has_a_message() {
        for setting in KINDS.iter().filter_map(|kind| kind.setting) {
            let id = format!("setting-{setting}");
            assert!(PHRASES.iter().any(|(known, _)| *known == id), "no message `{id}`");
        }
    }
}
