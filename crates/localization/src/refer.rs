//! Referring expressions: how people, offices, states, bodies and occasions are named at their first and later mention.
//!
//! The word order of a noun phrase is a message of the language; here it is decided which message fits what is known.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use attache_grammar::{Language, Names, Noun};
use attache_schema::{Actor, Complement, ConceptId, Date, Frame, Gender, Person, Topic};
use fluent::{FluentArgs, FluentValue};

#[cfg(test)]
use crate::contract::Phrasing;
use crate::marks;
use crate::target::{Fault, Target};
use crate::words::{Phrase, Wording, Words};

/// An office with the state and the body whose it is.
type Office = (ConceptId, Option<ConceptId>, Option<ConceptId>);

/// What the paragraph has said already.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    pub(crate) people: BTreeSet<usize>,
    bodies: BTreeSet<(ConceptId, Option<ConceptId>)>,
    /// Offices whose holders have no names, with state and body.
    offices: BTreeSet<Office>,
    /// The state that does what is told of its own people: who is appointed by Estonia is not told to be "of Estonia".
    pub(crate) owner: Option<ConceptId>,
    /// The day of which the paragraph last spoke.
    pub(crate) day: Option<(Date, Option<Date>)>,
}

/// Names the actors of one digest in one language.
pub(crate) struct Referrer<'a> {
    pub(crate) target: &'a Target,
    pub(crate) people: &'a [Person],
    names: &'a Names,
    capitals: bool,
    /// By person.
    called: Vec<Called>,
}

/// What a person is called; each is made when it is first asked for.
#[derive(Default)]
struct Called {
    name: OnceCell<Noun>,
    short: OnceCell<String>,
    first: OnceCell<Result<Phrase, Fault>>,
    later: OnceCell<Result<Phrase, Fault>>,
}

/// The tie of what is somebody's.
const OWNED: &str = "of";

/// The tie of what somebody does, and the kind of concepts that are done.
const DONE_BY: &str = "by";
const CHARGE: &str = "charge";

/// Whether the topics beside one in a list are tied as it is.
#[derive(Clone, Copy)]
struct Sharing {
    before: bool,
    after: bool,
}

/// A noun phrase taken apart.
struct Parts {
    before: String,
    head: Noun,
    after: String,
}

impl Parts {
    fn join(self) -> Wording {
        Wording::around(&self.before, &self.head, &self.after)
    }
}

fn is_tied_alike(a: &Topic, b: &Topic) -> bool {
    let ties =
        |topic: &Topic| topic.complements.iter().map(|c| (c.relation.clone(), c.concept.clone())).collect::<Vec<_>>();
    !a.complements.is_empty() && ties(a) == ties(b)
}

impl<'a> Referrer<'a> {
    /// With `capitals` the house writes offices with a capital letter where the language would not.
    pub(crate) fn new(target: &'a Target, names: &'a Names, people: &'a [Person], capitals: bool) -> Self {
        Self { target, people, names, capitals, called: people.iter().map(|_| Called::default()).collect() }
    }

    /// The same way of naming for other people.
    pub(crate) fn of<'p>(&self, people: &'p [Person]) -> Referrer<'p>
    where
        'a: 'p,
    {
        Referrer::new(self.target, self.names, people, self.capitals)
    }

    fn language(&self) -> &Language {
        self.target.language()
    }

    /// The actors as one list of noun phrases; holders of one office follow one another as one ("the foreign ministers
    /// of Iceland and Peru"), and so do "the representatives of Iceland and Peru". An actor that cannot be named is left out and named in `faults`.
    pub(crate) fn actors(&self, actors: &[Actor], said: &mut Said, faults: &mut Vec<Fault>) -> Option<Words> {
        let mut phrases = Vec::new();
        let mut rest = actors;
        while let Some(first) = rest.first() {
            let alike = self.alike(rest);
            let (phrase, taken) = match alike {
                2.. => (self.shared(&rest[..alike]), alike),
                _ => (self.actor(first, said), 1),
            };
            match phrase {
                Ok(phrase) => phrases.push(phrase),
                Err(fault) => faults.push(fault),
            }
            rest = &rest[taken..];
        }
        Words::list(self.language(), phrases)
    }

    /// How many of the first actors are the same in different states and have no names: holders of one office, representatives.
    fn alike(&self, actors: &[Actor]) -> usize {
        let is_several = |org: &ConceptId| self.noun(Some(org)).is_some_and(|body| body.plural);
        let called = |actor: &Actor| match (self.person(actor), &actor.role, &actor.org) {
            _ if actor.country.is_none() => None,
            (None, Some(role), _) => Some(role.clone()),
            (None, None, Some(org)) if is_several(org) => Some(org.clone()),
            _ => None,
        };
        let Some(shared) = actors.first().and_then(called) else { return 0 };
        actors.iter().take_while(|actor| called(actor).as_ref() == Some(&shared)).count()
    }

    /// What several actors are, and in which states.
    fn shared(&self, actors: &[Actor]) -> Result<Phrase, Fault> {
        let states = actors.iter().filter_map(|actor| self.noun(actor.country.as_ref())).map(Phrase::from).collect();
        let states = Words::list(self.language(), states).ok_or(Fault::Unsayable)?;
        let role = actors.iter().find_map(|actor| actor.role.as_ref());
        let Some(role) = role else {
            let body = actors.iter().find_map(|actor| self.noun(actor.org.as_ref())).ok_or(Fault::Unsayable)?;
            return self.body_of(body, states);
        };
        let office = self.office(role, Some(Gender::Masculine), true, true).ok_or(Fault::Unsayable)?;
        let args = [("office", Some(Words::noun(office))), ("country", Some(states)), ("adjective", None)];
        self.phrase("office-country", args).map(Phrase::person)
    }

    fn body_of(&self, body: Noun, states: Words) -> Result<Phrase, Fault> {
        self.phrase("org-country", [("org", Some(Words::noun(body))), ("country", Some(states)), ("adjective", None)])
    }

    fn person(&self, actor: &Actor) -> Option<(usize, &Person)> {
        actor.person.and_then(|index| Some((index, self.people.get(index)?)))
    }

    fn actor(&self, actor: &Actor, said: &mut Said) -> Result<Phrase, Fault> {
        if let Some((index, person)) = self.person(actor) {
            let is_owned = said.owner.is_some() && person.country == said.owner;
            let phrase = match said.people.insert(index) {
                true if is_owned && person.org.is_none() && !self.has_said_office(index, person) => {
                    return Ok(Phrase::person(self.name(index, person).clone().into()));
                }
                true => self.first(index, person),
                false => self.called[index].later.get_or_init(|| self.again(index, person)),
            };
            return phrase.clone().map(Phrase::person);
        }
        match (&actor.role, &actor.country, &actor.org) {
            (Some(role), country, org) => self.holder(role, country.as_ref(), org.as_ref(), said),
            (None, country, Some(org)) => self.body(org, country.as_ref(), said),
            (None, Some(country), None) => Ok(self.noun(Some(country)).ok_or(Fault::Unsayable)?.into()),
            (None, None, None) => Err(Fault::Unsayable),
        }
    }

    /// Who holds an office and has no name: by the office alone once it was said whose it is, as long as no other holder was spoken of.
    fn holder(
        &self,
        role: &ConceptId,
        country: Option<&ConceptId>,
        org: Option<&ConceptId>,
        said: &mut Said,
    ) -> Result<Phrase, Fault> {
        let named = said.people.iter().filter_map(|index| self.people.get(*index)?.role.as_ref());
        let nameless = said.offices.iter().map(|(office, ..)| office);
        let is_only = named.chain(nameless).filter(|office| *office == role).count() == 1;
        let is_again = !said.offices.insert((role.clone(), country.cloned(), org.cloned()));
        let (country, org) = if is_again && is_only { (None, None) } else { (country, org) };
        self.held_office(role, Some(Gender::Masculine), country, org, None).map(Phrase::person)
    }

    /// A body, with the state whose it is; by its abbreviation once it was named.
    fn body(&self, org: &ConceptId, country: Option<&ConceptId>, said: &mut Said) -> Result<Phrase, Fault> {
        // The ministries of two states are two bodies.
        let is_it = |(known, state): &(ConceptId, Option<ConceptId>)| {
            known == org && (country.is_none() || state.as_ref() == country)
        };
        let again = said.bodies.iter().any(is_it);
        said.bodies.insert((org.clone(), country.cloned()));
        let short = self.language().abbreviation(org.as_str()).filter(|_| again).cloned();
        let noun = short.or_else(|| self.noun(Some(org))).ok_or(Fault::Unsayable)?;
        match self.unnamed_state(country, Some(&noun)) {
            Some(country) => self.body_of(noun, Words::noun(country)),
            None => Ok(noun.into()),
        }
    }

    /// The body that a source line cites.
    pub(crate) fn cited(&self, org: &ConceptId, country: Option<&ConceptId>) -> Option<Words> {
        let phrase = self.body(org, country, &mut Said::default()).ok()?;
        Words::list(self.language(), vec![phrase])
    }

    fn first(&self, index: usize, person: &Person) -> &Result<Phrase, Fault> {
        self.called[index].first.get_or_init(|| self.introduce(self.name(index, person), person))
    }

    /// Whether somebody's office has words here.
    fn has_said_office(&self, index: usize, person: &Person) -> bool {
        let gender = self.name(index, person).gender;
        person.role.as_ref().is_some_and(|role| self.office(role, gender, false, false).is_some())
    }

    /// First mention: office, state and full name.
    fn introduce(&self, spelt: &Noun, person: &Person) -> Result<Phrase, Fault> {
        let gender = spelt.gender;
        let office = |owned| person.role.as_ref().and_then(|role| self.office(role, gender, false, owned));
        let own = self.unnamed_body(person.role.as_ref(), person.org.as_ref());
        let org = own.and_then(|org| self.short_body(org));
        let body = self.noun(own);
        // "The mayor of Türkiye" is nobody: his office is told without the state, or his state without an office that cannot be said.
        let is_of_part = person.role.as_ref().is_some_and(|role| self.target.facts().is_of_part(role));
        let is_told_alone = is_of_part && office(false).is_some();
        let state = person.country.as_ref().filter(|_| !is_told_alone);
        let country = self.unnamed_state(state, body.as_ref());
        let host = self.sent_to(person.role.as_ref(), person.host.as_ref());
        let name = Some(Words::noun(spelt.clone()));
        let adjective = self.adjective(person.country.as_ref());
        match (office(true), country, org, host) {
            (Some(office), Some(country), _, Some(host)) => self.phrase(
                "person-envoy",
                [
                    ("name", name),
                    ("office", Some(Words::noun(office))),
                    ("country", Some(Words::noun(country))),
                    ("host", Some(Words::noun(host))),
                ],
            ),
            (Some(office), Some(country), Some(_), None) if body.is_some() => self.phrase(
                "person-office-body",
                [
                    ("name", name),
                    ("office", Some(Words::noun(office))),
                    ("org", body.map(Words::noun)),
                    ("country", Some(Words::noun(country))),
                ],
            ),
            (Some(office), Some(country), _, None) => self.phrase(
                "person-office-country",
                [
                    ("name", name),
                    ("office", Some(Words::noun(office))),
                    ("country", Some(Words::noun(country))),
                    ("adjective", adjective),
                ],
            ),
            (Some(office), None, Some(org), _) => self.phrase(
                "person-office-org",
                [("name", name), ("office", Some(Words::noun(office))), ("org", Some(Words::noun(org)))],
            ),
            (Some(_), None, None, _) => {
                self.phrase("person-office", [("name", name), ("office", office(false).map(Words::noun))])
            }
            (None, Some(country), _, _) => self.phrase(
                "person-country",
                [("name", name), ("country", Some(Words::noun(country))), ("adjective", adjective)],
            ),
            (None, None, _, _) => Ok(spelt.clone().into()),
        }
    }

    /// Later mentions: the short name, or the full one where two people share the short one.
    fn again(&self, index: usize, person: &Person) -> Result<Phrase, Fault> {
        let full = self.name(index, person);
        let named = self.short(index, person);
        let mut people = self.people.iter().enumerate();
        let shared = people.any(|(other, person)| other != index && self.short(other, person) == named);
        let text = if shared || named.is_empty() { &full.text } else { named }.clone();
        let named = Noun { text, ..full.clone() };
        let phrase = Phrase::new(Wording::from(named.clone())).or(self.office_beside(&named, person));
        Ok(phrase.or_all(self.first(index, person).clone()?).later())
    }

    /// The office alone, with the name where it takes no form: "nazirə (J.L.Livramento)". Whose office it is was said at first.
    fn office_beside(&self, named: &Noun, person: &Person) -> Option<Wording> {
        const ID: &str = "person-office";
        let office = self.office(person.role.as_ref()?, named.gender, false, false)?;
        let words = [("name", Some(Words::noun(named.clone()))), ("office", Some(Words::noun(office)))];
        self.target.has(ID, "other").then(|| self.worded(ID, "other", &words).ok()).flatten()
    }

    /// The short name, which somebody else may share.
    fn short(&self, index: usize, person: &Person) -> &String {
        self.called[index].short.get_or_init(|| {
            let full = &self.name(index, person).text;
            let country = person.country.as_ref().map(ConceptId::as_str);
            // Which half is the family name is not known of people from nowhere.
            let is_placed = country.is_some() || person.org.is_some();
            if is_placed { self.names.short(self.language(), full, country) } else { full.clone() }
        })
    }

    /// The office that somebody is given, without the name: "the Ambassador of Iceland to Peru".
    pub(crate) fn post(&self, actor: &Actor) -> Option<(Words, Words)> {
        let (index, person) = self.person(actor)?;
        let role = actor.role.as_ref()?;
        let name = self.name(index, person);
        let is_held = person.role.as_ref() == Some(role);
        let host = if is_held { &person.host } else { &actor.host };
        // Who serves a state is mostly given another office of it.
        let (country, org) = match (&actor.country, &actor.org) {
            (None, None) if is_held => (&person.country, &person.org),
            (None, None) => (&person.country, &None),
            own => own,
        };
        let held = self.held_office(role, name.gender, country.as_ref(), org.as_ref(), host.as_ref()).ok()?;
        Some((Words::noun(name.clone()), Words::list(self.language(), vec![held])?))
    }

    /// The body of an office, unless the office names it already: "the President of the European Council".
    fn unnamed_body<'o>(&self, role: Option<&ConceptId>, org: Option<&'o ConceptId>) -> Option<&'o ConceptId> {
        let names = |org: &&ConceptId| {
            let office = role.and_then(|role| self.uncapitalized_office(role, None, false, false));
            office.zip(self.noun(Some(org))).is_some_and(|(office, body)| office.text.contains(&body.text))
        };
        org.filter(|org| !names(org))
    }

    /// The state of a body, unless its name says it already: "the **United States** Department of State".
    fn unnamed_state(&self, state: Option<&ConceptId>, body: Option<&Noun>) -> Option<Noun> {
        self.noun(state).filter(|state| !body.is_some_and(|body| body.text.contains(&state.text)))
    }

    /// Where somebody is sent.
    fn sent_to(&self, role: Option<&ConceptId>, host: Option<&ConceptId>) -> Option<Noun> {
        let stays = role.is_some_and(|role| self.target.facts().stays_at_home(role));
        self.noun(host.filter(|_| !stays))
    }

    fn held_office(
        &self,
        role: &ConceptId,
        gender: Option<Gender>,
        country: Option<&ConceptId>,
        org: Option<&ConceptId>,
        host: Option<&ConceptId>,
    ) -> Result<Phrase, Fault> {
        let org = self.unnamed_body(Some(role), org);
        let country = country.filter(|_| !self.target.facts().is_of_part(role));
        let owned = country.is_some() || org.is_some();
        let office = self.office(role, gender, false, owned).ok_or(Fault::Unsayable)?;
        let body = self.noun(org);
        let org = org.and_then(|org| self.short_body(org));
        let adjective = self.adjective(country);
        match (self.unnamed_state(country, body.as_ref()), org, self.sent_to(Some(role), host)) {
            (Some(country), _, Some(host)) => self.phrase(
                "office-envoy",
                [
                    ("office", Some(Words::noun(office))),
                    ("country", Some(Words::noun(country))),
                    ("host", Some(Words::noun(host))),
                ],
            ),
            (Some(country), Some(_), None) if body.is_some() => self.phrase(
                "office-body",
                [
                    ("office", Some(Words::noun(office))),
                    ("org", body.map(Words::noun)),
                    ("country", Some(Words::noun(country))),
                ],
            ),
            (Some(country), _, None) => self.phrase(
                "office-country",
                [
                    ("office", Some(Words::noun(office))),
                    ("country", Some(Words::noun(country))),
                    ("adjective", adjective),
                ],
            ),
            (None, Some(org), _) => {
                self.phrase("office-org", [("office", Some(Words::noun(office))), ("org", Some(Words::noun(org)))])
            }
            (None, None, Some(host)) => {
                self.phrase("office-host", [("office", Some(Words::noun(office))), ("host", Some(Words::noun(host)))])
            }
            (None, None, None) => Ok(office.into()),
        }
    }

    fn name(&self, index: usize, person: &Person) -> &Noun {
        self.called[index].name.get_or_init(|| self.spell(person))
    }

    /// The name in its proper spelling, with what is known of its bearer's gender.
    fn spell(&self, person: &Person) -> Noun {
        let home = person.country.as_ref().map(ConceptId::key);
        let spoken = self.names.spell(&marks::clean(&person.name), home, self.language().tag());
        let noun = if spoken.foreign { Noun::foreign(&spoken.text) } else { Noun::name(&spoken.text) };
        Noun { gender: person.gender.or_else(|| self.names.gender(&person.name, home)), ..noun }
    }

    /// One who takes part, as at first mention, in a form of the language.
    pub(crate) fn named(&self, actor: &Actor, form: &str) -> Option<String> {
        let words = self.actors(std::slice::from_ref(actor), &mut Said::default(), &mut Vec::new())?;
        if form.is_empty() { Some(words.plain().to_owned()) } else { words.inflect_each(self.language(), form) }
    }

    /// A person's name in its proper spelling.
    pub(crate) fn spelling(&self, person: &Person) -> String {
        self.spell(person).text
    }

    /// The office as a definite description. Where the language marks what is owned, an owned office is marked.
    fn office(&self, role: &ConceptId, gender: Option<Gender>, plural: bool, owned: bool) -> Option<Noun> {
        let noun = self.uncapitalized_office(role, gender, plural, owned)?;
        Some(if self.capitals { self.capitalized(noun) } else { noun })
    }

    /// The noun with a capital letter in each of its forms.
    fn capitalized(&self, mut noun: Noun) -> Noun {
        noun.text = self.language().sentence_case(&noun.text);
        for form in noun.forms.values_mut() {
            *form = self.language().sentence_case(form);
        }
        noun
    }

    fn uncapitalized_office(
        &self,
        role: &ConceptId,
        gender: Option<Gender>,
        plural: bool,
        owned: bool,
    ) -> Option<Noun> {
        let possessed = self.language().role_possessed(role.as_str(), plural).filter(|noun| owned && noun.possessive);
        if let Some(noun) = possessed {
            return Some(noun);
        }
        // What the title does not show of its holder is not known of the phrase either.
        let noun = self.language().role(role.as_str(), gender, plural)?;
        Some(Noun { article: true, gender, ..noun })
    }

    fn short_body(&self, org: &ConceptId) -> Option<Noun> {
        self.language().abbreviation(org.as_str()).cloned().or_else(|| self.noun(Some(org)))
    }

    fn adjective(&self, country: Option<&ConceptId>) -> Option<Words> {
        let adjective = self.language().attributive(country?.as_str())?;
        Some(Words::noun(Noun::name(adjective)))
    }

    /// Topics as one list, each with what it is tied to; what several in a row share is said once ("the sovereignty and the
    /// territorial integrity of Peru"). A topic without a word here is left out and named in `faults`.
    pub(crate) fn topics<'t>(&self, topics: &[&'t Topic], faults: &mut Vec<(&'t ConceptId, Fault)>) -> Option<Words> {
        let facts = self.target.facts();
        let (closing, topics): (Vec<&Topic>, Vec<&Topic>) =
            topics.iter().partition(|topic| facts.closes(&topic.concept));
        let topics = [topics, closing].concat();
        let mut phrases = Vec::new();
        for (at, topic) in topics.iter().enumerate() {
            let shares = |other: Option<&&Topic>| other.is_some_and(|other| is_tied_alike(topic, other));
            let sharing = Sharing {
                before: shares(at.checked_sub(1).and_then(|before| topics.get(before))),
                after: shares(topics.get(at + 1)),
            };
            match self.topic(topic, sharing) {
                Ok(phrase) => phrases.push(phrase),
                Err(fault) => faults.push((&topic.concept, fault)),
            }
        }
        Words::list(self.language(), phrases)
    }

    /// A topic with its complements: those on either side of it in the order of [`Complement::RELATIONS`].
    fn topic(&self, topic: &Topic, sharing: Sharing) -> Result<Phrase, Fault> {
        let several = if topic.several { self.language().plural(topic.concept.as_str()).cloned() } else { None };
        let noun = several.or_else(|| self.noun(Some(&topic.concept))).ok_or(Fault::Unsayable)?;
        let (mut before, mut after, mut head) = (String::new(), String::new(), noun);
        for tie in Complement::RELATIONS {
            let tied = topic.complements.iter().filter(|complement| complement.relation.key() == *tie);
            let tied = tied.filter_map(|complement| self.noun(Some(&complement.concept)).map(Phrase::from)).collect();
            let Some(other) = Words::list(self.language(), tied) else { continue };
            let mut args = FluentArgs::new();
            args.set("other", other);
            // What is somebody's is a definite thing.
            head.article |= *tie == OWNED;
            // What somebody is accused of is done by him, not his.
            let tie = if *tie == OWNED && topic.concept.kind() == CHARGE { DONE_BY } else { tie };
            let parts = self.split(&format!("topic-{tie}"), "", "topic", &Words::noun(head), &mut args)?;
            before.push_str(&parts.before);
            after.push_str(&parts.after);
            head = parts.head;
        }
        if sharing.before {
            before.clear();
        }
        if sharing.after {
            after.clear();
        }
        Ok(Phrase::new(Wording::around(&before, &head, &after)))
    }

    /// An office alone, without whose it is.
    pub(crate) fn office_alone(&self, role: &ConceptId, gender: Option<Gender>) -> Option<String> {
        self.office(role, gender, false, false).map(|noun| noun.text)
    }

    /// The noun of a concept.
    pub(crate) fn noun(&self, concept: Option<&ConceptId>) -> Option<Noun> {
        self.target.noun(concept?.as_str())
    }

    /// The occasion with its number and its owner: "the 79th session of the General Assembly".
    pub(crate) fn occasion(&self, frame: &Frame) -> Option<Words> {
        let occasion = self.noun(Some(&frame.concept))?;
        let owner = frame.owner.as_ref().and_then(|owner| self.noun(Some(owner)));
        let number = frame.ordinal.map(|number| number.to_string());
        let id = match (&owner, &number) {
            (None, None) => return Some(Words::noun(occasion)),
            (None, Some(_)) => "occasion-ordinal",
            (Some(_), None) => "occasion-owner",
            (Some(_), Some(_)) => "occasion-ordinal-owner",
        };
        let mut args = FluentArgs::new();
        args.set("ordinal", number);
        args.set("owner", owner.map(Words::noun));
        let phrase =
            self.split(id, "", "occasion", &Words::noun(Noun { article: true, ..occasion }), &mut args).ok()?.join();
        Words::list(self.language(), vec![Phrase::new(phrase)])
    }

    /// A noun phrase by its message: worded around the variable that `.head` names.
    fn phrase<const N: usize>(&self, id: &str, words: [(&str, Option<Words>); N]) -> Result<Phrase, Fault> {
        let neutral = self.target.has(id, "neutral") && self.shows_no_gender(&words);
        let first = self.worded(id, if neutral { "neutral" } else { "" }, &words)?;
        let other = self.target.has(id, "other").then(|| self.worded(id, "other", &words)).transpose()?;
        Ok(Phrase::new(first).or(other))
    }

    fn shows_no_gender(&self, words: &[(&str, Option<Words>)]) -> bool {
        words.iter().any(|(name, words)| *name == "office" && words.as_ref().is_some_and(|w| w.gender().is_none()))
    }

    fn worded(&self, id: &str, attribute: &str, words: &[(&str, Option<Words>)]) -> Result<Wording, Fault> {
        let none = FluentArgs::new();
        let head = match attribute {
            "" => self.target.resolve(id, Some("head"), &none)?,
            attribute => self.target.resolve(id, Some(&format!("{attribute}-head")), &none)?,
        };
        let mut args = FluentArgs::new();
        let mut head_words = None;
        for (name, words) in words {
            match words {
                Some(words) if *name == head => head_words = Some(words.clone()),
                words => args.set((*name).to_owned(), words.clone()),
            }
        }
        let words = head_words.ok_or_else(|| Fault::Broken(format!("message `{id}`: `{head}` is no head")))?;
        self.split(id, attribute, &head, &words, &mut args).map(Parts::join)
    }

    /// A phrasing with a sample in each of its slots.
    #[cfg(test)]
    pub(crate) fn phrase_for_test(&self, phrasing: &Phrasing, attribute: &str) -> Result<String, Fault> {
        let named = |id: &str| self.noun(Some(&ConceptId::new(id))).unwrap_or_else(|| Noun::name(id));
        let sample = |name: &str| match name {
            "office" => self.office(&ConceptId::new("role/ambassador"), Some(Gender::Feminine), false, true),
            "name" => Some(Noun { gender: Some(Gender::Feminine), ..Noun::name("Ana Vidal") }),
            "country" => Some(named("country/AZ")),
            "host" => Some(named("country/PT")),
            "org" | "owner" => Some(named("org/un")),
            "occasion" => Some(named("occasion/session")),
            "topic" => Some(named("topic/energy")),
            "other" => Some(named("country/GE")),
            _ => self.adjective(Some(&ConceptId::new("country/AZ"))).map(|words| words.head().clone()),
        };
        let at = if attribute.is_empty() { "head".to_owned() } else { format!("{attribute}-head") };
        let none = FluentArgs::new();
        let head = self.target.resolve(phrasing.id, Some(&at), &none)?;
        let mut args = FluentArgs::new();
        for name in phrasing.variables.iter().chain(phrasing.may).filter(|name| **name != head) {
            match *name {
                "ordinal" => args.set(*name, "79"),
                name => args.set(name, sample(name).map(Words::noun)),
            }
        }
        let words = Words::noun(sample(&head).ok_or(Fault::Unsayable)?);
        let wording = self.split(phrasing.id, attribute, &head, &words, &mut args)?.join();
        Ok(Words::list(self.language(), vec![Phrase::new(wording)]).ok_or(Fault::Unsayable)?.plain().to_owned())
    }

    /// What a phrasing puts before and behind its head, and the head in the form that it asks for.
    fn split<'v>(
        &self,
        id: &str,
        attribute: &str,
        head: &'v str,
        words: &Words,
        args: &mut FluentArgs<'v>,
    ) -> Result<Parts, Fault> {
        let mut noun = words.head().clone();
        if attribute.is_empty() && self.target.has(id, "owned") {
            let form = self.target.resolve(id, Some("owned"), &FluentArgs::new())?;
            let text = self.language().inflect(&noun, &form).ok_or(Fault::Unsayable)?;
            noun = Noun { text, possessive: true, forms: Default::default(), ..noun };
        }
        args.set(head, FluentValue::from(words.marked()));
        let text = self.target.format(id, Some(attribute).filter(|name| !name.is_empty()), args)?;
        match text.split_once(marks::HEAD) {
            Some((before, after)) => Ok(Parts { before: before.to_owned(), head: noun, after: after.to_owned() }),
            None => Err(Fault::Broken(format!("message `{id}` does not say its head, `{head}`"))),
        }
    }
}
