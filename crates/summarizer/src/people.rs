//! Who is who: names, offices and later mentions become people.

use std::collections::{BTreeMap, BTreeSet};

use attache_grammar::{KnownPerson, Language, Names, plain_letters};
use attache_schema::{Actor, ConceptId, Gender, Person, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::folded::FoldTable;
use crate::frames::OWNER_CASE;
use crate::groups::{Group, Member};
use crate::offices::{Offices, States};
use crate::serving::{office_of, state_of};
use crate::token::Token;
use crate::words::Words;

/// Parts a name from a place that follows it in the case of places ("Rövşən Eyvazov Qəbələdə"): people hardly ever
/// stand in that case.
pub(crate) fn part_places(
    language: &Language,
    place_case: Option<&str>,
    text: &str,
    tokens: &[Token<'_>],
    chunks: &mut Vec<Chunk>,
) {
    let Some(case) = place_case else { return };
    for at in (0..chunks.len()).rev() {
        let range = chunks[at].tokens.clone();
        if chunks[at].kind != ChunkKind::Name || range.len() < 3 {
            continue;
        }
        let (last, before) = (&tokens[range.end - 1], &tokens[range.end - 2]);
        let splits = language.endings().splits(last.span.of(text));
        if splits.iter().any(|(stem, ending)| *stem >= 3 && ending.case.as_deref() == Some(case)) {
            let mut place = chunks[at].clone();
            place.tokens = range.end - 1..range.end;
            place.span = last.span;
            place.stem = last.span;
            let name = &mut chunks[at];
            name.tokens = range.start..range.end - 1;
            name.span = Span::new(name.span.start, before.span.end);
            name.stem = name.span;
            chunks.insert(at + 1, place);
        }
    }
}

/// The people of one article, and what stands for them.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) list: Vec<Person>,
    /// What is noted of each of them.
    notes: Vec<Note>,
    /// Who bears a last name, in order.
    families: BTreeMap<String, Vec<usize>>,
    /// The last one who was the subject of a sentence.
    focus: Option<usize>,
    /// Bodies that every state has, and of which state each was told; of none where two have been.
    bodies: BTreeMap<ConceptId, Option<ConceptId>>,
}

/// What telling people apart needs to know of one.
#[derive(Debug)]
struct Note {
    /// The parts of the fullest name, in plain letters.
    tokens: Vec<String>,
    /// Those of another spelling of it, where the article has one.
    respelled: Vec<String>,
    /// Whether only the gazetteer or the office says for whom the person speaks: what the article says goes before it.
    is_presumed: bool,
    /// Whether an office was told right with its state ("the Chairman of China").
    is_of_state: bool,
    /// Whether the office is told of several at once ("Vice Presidents A and B"): of which state each is only the article says.
    is_one_of_several: bool,
    /// Whether an office was told of something that could not be read ("the chairman **of the fund**").
    is_open: bool,
    /// Under which name the gazetteer lists the person.
    listed: Option<String>,
}

/// What resolution needs to know besides the group.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) chunks: &'a [Chunk],
    pub(crate) names: &'a Names,
    pub(crate) table: &'a FoldTable,
    pub(crate) counterpart: &'a str,
    pub(crate) offices: &'a Offices,
    pub(crate) states: &'a States,
    /// Where the paper is at home, while the article has named no other state.
    pub(crate) home: Option<&'a ConceptId>,
    pub(crate) own_offices: &'a Words,
    pub(crate) epithets: &'a Words,
    pub(crate) definites: &'a Words,
}

impl Context<'_> {
    fn is_word_of(&self, words: &Words, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|chunk| words.has(&self.table.fold_str(chunk.span.of(self.text))))
    }

    /// "**The** Peruvian **official** left": the state is that of somebody who was named, and is called by a common noun.
    fn is_called_by_epithet(&self, group: &Group) -> bool {
        let [member] = group.members.as_slice() else { return false };
        let is_state =
            member.country.is_some() && member.name.is_none() && member.role.is_none() && member.org.is_none();
        let before = group.chunks.start.checked_sub(1);
        is_state
            && before.is_some_and(|at| self.is_word_of(self.definites, at))
            && self.is_word_of(self.epithets, group.chunks.end)
    }

    /// The state of somebody who is told by an office alone that a paper calls so in its own state only ("o Presidente da República").
    fn home_of(&self, member: &Member, span: Span) -> Option<&ConceptId> {
        let is_alone = member.country.is_none() && member.org.is_none() && !member.plural && !member.open;
        let is_own = || self.own_offices.has(&self.table.fold_str(span.of(self.text)));
        let before = || self.chunks.iter().take_while(|chunk| chunk.span.start < span.start);
        let is_home =
            |home: &ConceptId| before().filter_map(|chunk| self.states.named_by(chunk)).all(|state| state == home);
        self.home.filter(|home| is_alone && is_own() && is_home(home))
    }
}

impl People {
    /// Resolves all groups of a sentence, left to right.
    pub(crate) fn resolve_groups(&mut self, context: Context<'_>, groups: &[Group]) -> Vec<Vec<Actor>> {
        let mut last_role: Option<ConceptId> = None;
        let mut resolved = Vec::with_capacity(groups.len());
        for (at, group) in groups.iter().enumerate() {
            let mut actors = Vec::new();
            let before = at.checked_sub(1);
            let master = before.filter(|before| owns_next(&groups[*before], group)).and_then(|at| resolved.get(at));
            let master = master.and_then(|actors: &Vec<Actor>| actors.last()).and_then(|actor| actor.person);
            // Who is listed with a person is one.
            let is_person = |member: &Member| self.is_certain(context, member);
            let are_people = group.members.len() > 1 && group.members.iter().any(is_person);
            // "The president of Peru A, Speaker B and the foreign minister of Ghana C": in a list of officials of several states, each told
            // behind the office, B may be anybody's.
            let states: BTreeSet<_> = group.members.iter().filter_map(|member| member.country.as_ref()).collect();
            let mut is_closed = false;
            for member in &group.members {
                let mut member = member.clone();
                member.is_titled |= are_people;
                // "The minister of health **in Peru**" is its own, unlike an ambassador there.
                let is_at_home =
                    |role: &ConceptId| context.offices.has_one_holder(Some(role)) && !context.offices.is_posted(role);
                if member.country.is_none() && member.org.is_none() && member.role.as_ref().is_some_and(is_at_home) {
                    member.country = member.host.take_if(|host| host.kind() == "country");
                }
                // "Ankara valisi X": an office of a city is one of its state.
                if let (None, Some(city)) = (&member.country, &member.city) {
                    member.country = context.states.land_of(city).cloned();
                }
                // "Tamm met the Peruvian envoy X. The next day **the Peruvian diplomat** left": where that is nobody we know, "he" is no one else.
                member.is_pronoun |= context.is_called_by_epithet(group);
                if let Some(state) = member.country.as_ref().filter(|_| member.is_pronoun) {
                    self.focus = self.compatriot(state);
                }
                if !is_closed {
                    self.share_state(context, &mut member, &actors);
                }
                let is_first = actors.is_empty();
                self.serve(context, &mut member, master.filter(|_| is_first));
                is_closed = states.len() > 1 && member.is_closed;
                // "President X gave the envoy a day to leave and said **he** …": who opens the sentence, not who was spoken of before.
                let is_bare_pronoun = member.is_pronoun && member.country.is_none();
                if is_bare_pronoun && let Some(subject) = Self::opening_person(context, groups, &resolved) {
                    self.focus = Some(subject);
                }
                // "X said so **when she met** Y": in the lead, whom the sentence has named alone.
                if is_bare_pronoun && self.focus.is_none() {
                    self.focus = only_named(&resolved);
                }
                if let Some(office) = context.offices.namesake(&member.namesakes, member.country.as_ref()) {
                    member.role = Some(office.clone());
                }
                let is_counterpart = member.role.as_ref().is_some_and(|role| role.as_str() == context.counterpart);
                if is_counterpart {
                    let country = member.country.as_ref();
                    // Of "their colleagues A and B" which is whose counterpart is not said.
                    // "Met the president, the prime minister and **his counterpart**": that of who met them, not of who is listed with him.
                    let named = resolved.iter().flatten().filter(|_| !actors.is_empty());
                    let mut roles = named.map(|actor: &Actor| office_of(actor, &self.list));
                    let met = roles.find_map(|role| role);
                    let told = match country.filter(|state| self.is_last_of(state, &resolved)) {
                        Some(state) => self.office_abroad(state, &resolved),
                        // "**He** will meet Director A and his Peruvian counterpart B": his, of whom no office was told, and not A's.
                        None => last_role
                            .clone()
                            .filter(|_| actors.is_empty() || !self.has_stranger(&groups[..at], &resolved)),
                    };
                    let role = met.as_ref().or(told.as_ref());
                    let role = role.filter(|_| !member.plural || self.share_office(resolved.last()));
                    member.role = role.and_then(|role| context.offices.counterpart(role, country));
                    if member.name.is_none() && member.country.is_none() {
                        let span = member.span.unwrap_or(group.span);
                        let last = resolved.last().and_then(|actors: &Vec<Actor>| actors.last()).or(actors.last());
                        let other = last.and_then(|actor| actor.person).and_then(|person| self.counterpart_of(person));
                        actors.extend(other.map(|person| self.mention(person, span)));
                        continue;
                    }
                }
                if let Some(actor) = self.resolve(context, &member, group.span) {
                    if let Some(person) = actor.person {
                        self.notes[person].is_open |= member.open || member.is_owned;
                    }
                    // The counterpart of somebody whose office nobody told holds none that is known.
                    let is_silent = actor.person.is_some();
                    let role = office_of(&actor, &self.list);
                    last_role = role.or(last_role.filter(|_| !is_silent));
                    // "Of Rwanda, X, President of Rwanda" is one.
                    let is_new = actor.person.is_none() || actors.iter().all(|a: &Actor| a.person != actor.person);
                    actors.extend(is_new.then_some(actor));
                }
            }
            self.settle_among(&actors);
            resolved.push(actors);
        }
        resolved
    }

    /// Whether somebody was told in a sentence by a pronoun or a name alone, and no office is known of him.
    fn has_stranger(&self, groups: &[Group], resolved: &[Vec<Actor>]) -> bool {
        let is_person = |actor: &&Actor| actor.person.is_some();
        let mut people = resolved.iter().flatten().filter(is_person);
        let is_pronoun = |group: &Group| group.members.iter().any(|member| member.is_pronoun);
        people.any(|actor| office_of(actor, &self.list).is_none()) || groups.iter().any(is_pronoun)
    }

    /// Whether the last official who was told of in a sentence is one of that state.
    fn is_last_of(&self, state: &ConceptId, resolved: &[Vec<Actor>]) -> bool {
        let last = resolved.iter().flatten().rfind(|actor| is_official(actor));
        last.and_then(|last| state_of(last, &self.list)).as_ref() == Some(state)
    }

    /// "Minister A, at the invitation of the president of Peru, met **his Peruvian counterpart**": the only office of the sentence that is
    /// not Peru's.
    fn office_abroad(&self, state: &ConceptId, resolved: &[Vec<Actor>]) -> Option<ConceptId> {
        let is_own = |actor: &Actor| state_of(actor, &self.list).as_ref() == Some(state);
        let abroad = resolved.iter().flatten().filter(|actor| is_official(actor) && !is_own(actor));
        let mut offices = abroad.map(|actor| office_of(actor, &self.list));
        let first = offices.next()??;
        offices.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }

    /// "A, adviser to the president of Peru; **B, head of the ports;** C, Peru's envoy": in a list of people of one state, who holds an
    /// office of something that could not be read is of it, too.
    fn settle_among(&mut self, listed: &[Actor]) {
        let people = || listed.iter().filter_map(|actor| actor.person);
        let mut states = people().filter_map(|person| self.list[person].country.clone());
        let Some(state) = states.next().filter(|_| listed.len() > 2) else { return };
        let mut others = states.peekable();
        if others.peek().is_none() || others.any(|other| other != state) {
            return;
        }
        let is_open = |person: &usize| {
            let Person { country, org, .. } = &self.list[*person];
            country.is_none() && org.is_none() && self.notes[*person].is_open
        };
        let open: Vec<usize> = people().filter(is_open).collect();
        self.settle(open, &state);
    }

    /// The one who is named first in a sentence, in no case, at its head or behind a comma.
    fn opening_person(context: Context<'_>, groups: &[Group], resolved: &[Vec<Actor>]) -> Option<usize> {
        // "**The Estonian leader** said he …", "**the Peruvian diplomat** flew to Riga, where he met Y" open it, too.
        let is_told = |(group, actors): &(&Group, &Vec<Actor>)| {
            let is_named = group.members.iter().all(|member| member.name.is_some());
            let is_bare = group.members.iter().any(|member| member.is_pronoun && member.country.is_none());
            is_named || (!is_bare && actors.iter().any(|actor| actor.person.is_some()))
        };
        let (first, actors) = groups.iter().zip(resolved).find(is_told)?;
        let start = first.chunks.start;
        let head = start - usize::from(start > 0 && context.is_word_of(context.definites, start - 1));
        let opens = head <= 1 || context.chunks[head - 1].kind == ChunkKind::Mark;
        match actors.as_slice() {
            [Actor { person: Some(person), .. }] if opens && first.ending.case.is_none() => Some(*person),
            _ => None,
        }
    }

    /// The press of a country names its own officials without it: who bears a name of that country and an office without
    /// one serves the outlet's country ("xarici işlər naziri Ceyhun Bayramov").
    /// Who bears one in full and has neither office nor state is of the country, too.
    /// Nobody does where two hold the office; where several states share their names (`shared`) only the first person of
    /// the article does: "o primeiro-ministro António Costa" is Brazil's in no paper of Brazil.
    pub(crate) fn settle_at_home(
        &mut self,
        names: &Names,
        (offices, states): (&Offices, &States),
        (home, named): (Option<&ConceptId>, &BTreeSet<&ConceptId>),
        shared: bool,
    ) {
        let Some(home) = home else { return };
        // "India's minister X met Y, **ministry spokesman Z** said": where the paper's own state is not even named, the press office is that
        // of those whose state is.
        let told = |at: &usize| self.list[*at].country.is_some() && !self.notes[*at].is_presumed;
        let first_told = (0..self.list.len()).find(told).filter(|_| !named.contains(home));
        let is_others_voice =
            |at: usize| offices.have_voice(&self.list[at]) && first_told.is_some_and(|first| first < at);
        // "Paraguayan President X swore in **Interior Minister Y**", an agency writes whose own state nobody names: of two states' ministers
        // of one field one may be its own, of others none.
        let is_beside_others =
            |at: usize| first_told.is_some_and(|first| first < at && self.list[first].role != self.list[at].role);
        let speaks = |person: &Person| person.role.as_ref().is_some_and(|role| offices.speaks_for_state(role));
        let may_be_native = |person: &Person| {
            names.has_native_given(&person.name, home.as_str())
                || !(offices.have_posted(person) || names.know_natives_of(home.as_str()))
        };
        let is_native = |person: &Person| names.is_native(&person.name, home.as_str());
        let is_rival = |person: &Person, other: &Person| {
            // Of two who hold it, the one whose whole name is of the country is its own.
            let is_weaker = is_native(person) && !is_native(other);
            !is_weaker
                && offices.has_one_holder(person.role.as_ref())
                && other.role == person.role
                && may_be_native(other)
                && (other.country.is_none() || other.country.as_ref() == Some(home))
        };
        let is_plain_native = |person: &Person| {
            let is_silent = person.country.is_none() && person.org.is_none() && person.role.is_none();
            let is_native = |home: &str| names.is_native(&person.name, home) || names.looks_native(&person.name, home);
            !shared && is_silent && person.name.contains(' ') && is_native(home.as_str())
        };
        let settles = |at: usize| {
            let person = &self.list[at];
            if is_plain_native(person) && !self.notes[at].is_open {
                return true;
            }
            let has_rival = || (0..self.list.len()).any(|other| other != at && is_rival(person, &self.list[other]));
            self.lacks_state(at, states)
                && !is_others_voice(at)
                && (!shared || is_native(person) || !is_beside_others(at))
                && !(self.notes[at].is_one_of_several && (shared || !names.is_native(&person.name, home.as_str())))
                && (names.is_native(&person.name, home.as_str())
                    || (!shared && speaks(person) && may_be_native(person)))
                && (at == 0 || !(shared || has_rival()))
        };
        let settled = (0..self.list.len()).filter(|at| settles(*at)).collect();
        self.settle(settled, home);
    }

    /// Where no state's ministry was named, "the ministry" is that of the outlet's state.
    pub(crate) fn settle_body(&self, states: &States, home: Option<&ConceptId>, actor: &mut Actor) {
        let is_own = |org: &ConceptId| states.is_ministry(org) && !self.bodies.contains_key(org);
        if states.is_open(actor) && actor.org.as_ref().is_some_and(is_own) {
            actor.country = home.cloned();
        }
    }

    /// Of the two states that an article names, the officials of one are told with it and those of the other are not, since
    /// the reader knows whose paper it is: "President Ila Sorensen received the Kenyan foreign minister". `taken` are the states
    /// whose officials are told as theirs, and those that are visited; `strangers` people who are none of its officials for certain.
    pub(crate) fn settle_in_remaining(
        &mut self,
        names: &Names,
        (offices, states): (&Offices, &States),
        named: &BTreeSet<&ConceptId>,
        (mut taken, strangers): (BTreeSet<ConceptId>, BTreeSet<usize>),
    ) {
        taken.extend(self.list.iter().filter_map(|person| person.country.clone()));
        let remaining: Vec<&ConceptId> = named.iter().filter(|state| !taken.contains(**state)).copied().collect();
        let [state] = remaining.as_slice() else { return };
        let is_stranger = |person: &Person| {
            names.know_natives_of(state.as_str()) && !names.has_native_given(&person.name, state.as_str())
        };
        let serves = |person: &Person| {
            !is_stranger(person)
                && person.role.as_ref().is_some_and(|role| offices.serves_state(role) && !offices.is_posted(role))
        };
        // "The ministers A and B": who is left when the other is known to be of the other state.
        let is_left = |at: usize| {
            let several = (0..self.list.len()).filter(|at| self.notes[*at].is_one_of_several);
            !self.notes[at].is_one_of_several || several.filter(|at| self.lacks_state(*at, states)).count() == 1
        };
        let fits = |at: &usize| {
            self.lacks_state(*at, states) && is_left(*at) && serves(&self.list[*at]) && !strangers.contains(at)
        };
        let settled = (0..self.list.len()).filter(fits).collect();
        self.settle(settled, state);
    }

    /// Gives those who are told with an office and without a state the one of those `hosts` says they met as the other side.
    pub(crate) fn settle_opposite(
        &mut self,
        names: &Names,
        (offices, states): (&Offices, &States),
        hosts: &[(usize, ConceptId)],
    ) {
        for (person, state) in hosts {
            let met = &self.list[*person];
            let is_stranger =
                names.know_natives_of(state.as_str()) && !names.has_native_given(&met.name, state.as_str());
            let serves = |role: &ConceptId| offices.speaks_for_state(role) && !offices.is_posted(role);
            if self.lacks_state(*person, states) && met.role.as_ref().is_some_and(serves) && !is_stranger {
                self.settle(vec![*person], state);
            }
        }
    }

    /// With whom those travel who are named in a sentence: its only subject, otherwise who was that of the sentence before.
    pub(crate) fn leader(&self, subject: &[Actor], retinue: &[usize]) -> Option<usize> {
        let leader = lone_person(subject).filter(|person| !retinue.contains(person)).or(self.focus);
        leader.filter(|person| !retinue.is_empty() && !retinue.contains(person))
    }

    /// Who travels with somebody serves the same state; with one who is posted abroad ("the ambassador, accompanied by the governor") only
    /// those do who are posted there, too.
    pub(crate) fn settle_with(&mut self, (offices, states): (&Offices, &States), leader: usize, retinue: &[usize]) {
        let leader = &self.list[leader];
        let Some(state) = leader.country.clone() else { return };
        let is_abroad = offices.have_posted(leader);
        let follows = |person: &usize| !is_abroad || offices.have_posted(&self.list[*person]);
        let retinue: Vec<usize> = retinue.iter().copied().filter(follows).collect();
        self.settle_told(states, &retinue, &state);
    }

    /// Gives people a state that the article tells of all of them.
    pub(crate) fn settle_told(&mut self, states: &States, people: &[usize], state: &ConceptId) {
        let is_open =
            |person: &Person| person.country.is_none() && person.org.as_ref().is_none_or(|org| states.have(org));
        let open = people.iter().copied().filter(|person| is_open(&self.list[*person])).collect();
        self.settle(open, state);
    }

    /// Whether it is said which office somebody holds, but not whose.
    fn lacks_state(&self, at: usize, states: &States) -> bool {
        let person = &self.list[at];
        // Every state has a foreign ministry.
        let is_bare = person.org.as_ref().is_none_or(|org| states.have(org));
        person.country.is_none() && is_bare && person.role.is_some()
    }

    fn settle(&mut self, people: Vec<usize>, state: &ConceptId) {
        for person in people {
            self.list[person].country = Some(state.clone());
            self.notes[person].is_presumed = true;
        }
    }

    /// Marks those for whom somebody other than the article says whom they speak for.
    pub(crate) fn mark_presumed(&mut self) {
        for (person, note) in self.list.iter_mut().zip(&self.notes) {
            person.presumed = note.is_presumed && (person.country.is_some() || person.org.is_some());
        }
    }

    /// Takes from people the offices that say nothing without the body they are of, where nothing tells it, and from citizens of a
    /// state the offices of bodies: "Hans Okeke of Ghana" is not Ghana's envoy because he is somebody's.
    pub(crate) fn drop_hollow_offices(&mut self, offices: &Offices) {
        for (person, note) in self.list.iter_mut().zip(&self.notes) {
            let is_citizen = person.country.is_some() && !note.is_presumed;
            let is_hollow =
                |role: &ConceptId| offices.is_relative(role) || (is_citizen && !offices.speaks_for_state(role));
            if person.org.is_none() && !note.is_of_state {
                person.role.take_if(|role| is_hollow(role));
            }
        }
    }

    /// "The Japanese foreign minister A and Defence Minister B": who stands in a list with an office of states and without
    /// one has that of the person before.
    fn share_state(&self, context: Context<'_>, member: &mut Member, before: &[Actor]) {
        let is_silent = member.country.is_none() && member.org.is_none() && member.host.is_none();
        let (Some(at), Some(role)) = (member.name, &member.role) else { return };
        // "US Secretary of State" says it in its own words.
        let is_told = context.offices.state_of(role).is_some();
        if !is_silent || is_told || member.is_of_unread || member.plural || !context.offices.serves_state(role) {
            return;
        }
        let name = context.chunks[at].stem.of(context.text);
        let tokens = name_tokens(name, context.table);
        // "Messages to President A and King B": whose king that is the gazetteer knows better.
        let is_known = context.names.known(name).is_some_and(|known| known.country.is_some());
        if is_known {
            return;
        }
        let last = before.last().and_then(|actor| actor.person).map(|person| &self.list[person]);
        // "The British Foreign Secretary A and Foreign Minister B": no state has two of them.
        let is_rival = |other: &&Person| {
            let held = other.role.as_ref();
            held.is_some_and(|held| context.offices.are_akin(held, role) && context.offices.has_one_holder(Some(held)))
                && context.offices.has_one_holder(Some(role))
                && context.offices.counterpart(role, None)
                    == held.and_then(|held| context.offices.counterpart(held, None))
        };
        // "The ambassador of A, X, and the minister of health, Y": whoever is posted abroad serves another state than his hosts.
        let is_abroad = |other: &&Person| context.offices.have_posted(other) && !context.offices.is_posted(role);
        let last = last.filter(|other| !is_rival(other) && !is_abroad(other)).and_then(|other| other.country.clone());
        if self.named(context.names, &tokens, member).is_none() {
            member.country = last;
        }
    }

    /// "US President A's special envoy B", "Prezident A-nın köməkçisi B": who serves a head of state by name serves that state.
    fn serve(&self, context: Context<'_>, member: &mut Member, master: Option<usize>) {
        let (Some(master), Some(role)) = (master, &member.role) else { return };
        let is_silent = member.country.is_none() && member.org.is_none() && member.name.is_some();
        let master = &self.list[master];
        let speaks = master.role.as_ref().is_some_and(|office| context.offices.speaks_for_state(office));
        if is_silent && speaks && context.offices.serves_another(role) {
            member.country.clone_from(&master.country);
            member.org = master.org.clone().filter(|_| master.country.is_none());
        }
    }

    /// Whether a name is a person's without help from the words beside it: one with an office, or one of those that are known.
    fn is_certain(&self, context: Context<'_>, member: &Member) -> bool {
        let name = member.name.map(|at| context.chunks[at].stem.of(context.text));
        name.is_some_and(|name| {
            let tokens = || name_tokens(name, context.table);
            // "Nino Beridze (Georgia)": a given name that is known beside a state.
            let is_citizen = || member.country.is_some() && context.names.gender(name, None).is_some();
            // "A judge, Kaja Tamm, and X": in full, with a given name that is known.
            let is_full = || member.name.is_some() && tokens().len() > 1 && context.names.gender(name, None).is_some();
            member.role.is_some()
                || is_citizen()
                || is_full()
                || context.names.known(name).is_some()
                || self.named(context.names, &tokens(), member).is_some()
        })
    }

    /// "The ministry" is that of the state whose ministry was named before, if only one was.
    fn with_state_told(&mut self, context: Context<'_>, mut body: Actor) -> Actor {
        let Some(org) = body.org.clone().filter(|org| body.role.is_none() && context.states.have(org)) else {
            return body;
        };
        match &body.country {
            Some(told) => {
                let known = self.bodies.entry(org).or_insert_with(|| Some(told.clone()));
                known.take_if(|known| known != told);
            }
            None => body.country = self.bodies.get(&org).cloned().flatten(),
        }
        body
    }

    /// Whether all of them hold one office.
    fn share_office(&self, actors: Option<&Vec<Actor>>) -> bool {
        let roles = || actors.into_iter().flatten().map(|actor| office_of(actor, &self.list));
        let first = roles().next();
        roles().all(|role| Some(role) == first)
    }

    /// The only other holder of the same office: whom "his counterpart" means where nothing else is said.
    fn counterpart_of(&self, person: usize) -> Option<usize> {
        let role = self.list[person].role.as_ref()?;
        let is_other = |other: &usize| *other != person && self.list[*other].role.as_ref() == Some(role);
        let mut others = (0..self.list.len()).filter(is_other);
        let first = others.next()?;
        others.next().is_none().then_some(first)
    }

    /// Whether somebody of a state whose office nobody told may hold one of states.
    fn may_hold(&self, person: usize, context: Context<'_>, role: &ConceptId) -> bool {
        let person = &self.list[person];
        person.role.is_none() && person.country.is_some() && context.offices.speaks_for_state(role)
    }

    fn mention(&mut self, person: usize, span: Span) -> Actor {
        self.list[person].mentions.push(span);
        of_person(person, span)
    }

    /// Of several states to which an envoy is sent the one that receives him: "the ambassador to Spain and Andorra" who presents his
    /// credentials in Andorra.
    pub(crate) fn accredit(&mut self, envoys: &[Actor], receivers: &[Actor]) {
        let mut states = receivers.iter().filter_map(|receiver| state_of(receiver, &self.list));
        let Some(state) = states.next().filter(|first| states.all(|other| other == *first)) else { return };
        for person in envoys.iter().filter_map(|envoy| envoy.person) {
            let envoy = &mut self.list[person];
            if envoy.host.is_some() && envoy.country.as_ref() != Some(&state) {
                envoy.host = Some(state.clone());
            }
        }
    }

    /// Gives those whom a state appoints or recalls that state, where the article says none; where it says another of those who
    /// serve abroad ("appointed the ambassadors X (Peru) and Y (Norway)"), that is where they are posted.
    pub(crate) fn adopt(&mut self, agents: &[Actor], targets: &[Actor], offices: &Offices) {
        let of_person = |actor: &Actor| actor.person.and_then(|person| self.list[person].country.clone());
        let states: Vec<ConceptId> =
            agents.iter().filter_map(|agent| of_person(agent).or_else(|| agent.country.clone())).collect();
        let [state] = states.as_slice() else { return };
        for person in targets.iter().filter_map(|target| target.person) {
            let known = &mut self.list[person];
            // "Appointed X (Peru)": who is told by a state alone is sent there.
            let is_bare = known.role.is_none() && known.org.is_none() && !self.notes[person].is_presumed;
            if (is_bare || offices.have_posted(known))
                && known.host.is_none()
                && known.country.as_ref().is_some_and(|country| country != state)
            {
                known.host = known.country.replace(state.clone());
            } else if known.org.is_none() && (known.country.is_none() || self.notes[person].is_presumed) {
                known.country = Some(state.clone());
                self.notes[person].is_presumed = true;
            }
        }
    }

    /// The subject of the sentence just read, for pronouns of the next one.
    pub(crate) fn set_focus(&mut self, actors: &[Actor]) {
        self.focus = lone_person(actors).or(self.focus);
    }

    /// Who is named alone before anybody was the subject of a sentence.
    pub(crate) fn set_first_focus(&mut self, actor: &Actor) {
        self.focus = self.focus.or(actor.person);
    }

    /// After a speaker whom nobody could name, a pronoun stands for nobody.
    pub(crate) fn clear_focus(&mut self) {
        self.focus = None;
    }

    fn resolve(&mut self, context: Context<'_>, member: &Member, group: Span) -> Option<Actor> {
        let titled = context.states.titled(member.role.as_ref(), member.org.as_ref());
        let titled = titled.map(|(role, state)| {
            let country = member.country.clone().or(Some(state));
            Member { role: Some(role), country, org: None, open: false, ..member.clone() }
        });
        let member = titled.as_ref().unwrap_or(member);
        // "Peru hökuməti Prezident X-ın səfərinə icazə verməyib": no head of state is one of the government.
        let is_apart = member.org.as_ref().is_some_and(|org| context.states.is_government(org))
            && member.role.as_ref().is_some_and(|role| context.offices.is_head(role));
        let apart = is_apart.then(|| Member { org: None, ..member.clone() });
        let member = apart.as_ref().unwrap_or(member);
        // "The president of Peru and **chairman of the union**, X": of his state, who presides over a body as well.
        let presides =
            member.country.is_some() && member.role.as_ref().is_some_and(|role| context.offices.is_head(role));
        if member.org.as_ref().is_some_and(|org| presides && !context.states.have(org)) {
            return self.resolve(context, &Member { org: None, ..member.clone() }, group);
        }
        // "The president of the assembly of Peru" is not Peru's, nor is "Ərəb Parlamentinin prezidenti X" the head of a state.
        let is_part = member.open || (member.is_owned && member.name.is_some());
        let is_of_part = is_part && member.role.as_ref().is_some_and(|role| context.offices.is_head(role));
        if (member.is_former || is_of_part) && member.role.is_some() {
            // Who held it speaks for the state no more than for himself, and without a name for nobody.
            member.name?;
            let bare = Member { role: None, org: None, host: None, is_former: true, ..member.clone() };
            return self.resolve(context, &bare, group);
        }
        let has_own_place = member.country.is_none() && member.org.is_none() && member.name.is_some();
        if let Some(place) = member.place.as_ref().filter(|_| has_own_place)
            && let Some(state) = context.states.land_of(place)
            && member.role.as_ref().is_some_and(|role| !context.offices.is_posted(role))
        {
            let in_state = Member { country: Some(state.clone()), place: None, ..member.clone() };
            return self.resolve(context, &in_state, group);
        }
        let span = member.span.unwrap_or(group);
        let seat = member.seat.as_ref().and_then(|seat| context.states.of(seat));
        let plain = Actor {
            role: member.role.clone(),
            country: member.country.as_ref().or(seat).cloned(),
            org: member.org.clone(),
            ..Actor::nobody(span)
        };
        if member.is_sides {
            return None;
        }
        let plain = self.with_state_told(context, plain);
        if let Some(capital) = &member.capital {
            return context.states.of(capital).map(|state| Actor { country: Some(state.clone()), ..plain });
        }
        if member.is_pronoun {
            let person = match &member.country {
                Some(state) => self.compatriot(state)?,
                None => self.focus.filter(|focus| self.may_be(*focus, member.gender))?,
            };
            self.list[person].mentions.push(span);
            return Some(of_person(person, span));
        }
        if let Some(at) = member.name {
            let name = context.chunks[at].stem.of(context.text);
            return match self.resolve_name(context, name, member, span) {
                Some(person) => Some(of_person(person, span)),
                // A name that is no person's leaves the rest of the phrase as it is.
                None => (plain.role.is_some() && plain.country.is_some()).then_some(plain),
            };
        }
        if let Some(role) = &member.role {
            if let Some(person) = self.holder(context, role, member).filter(|_| !member.plural && !member.open) {
                self.list[person].mentions.push(span);
                return Some(of_person(person, span));
            }
            // "O MNE condenou": one short name for a minister and for the ministry; of nobody who was named it is the ministry.
            if let Some(body) = member.namesake_body.as_ref().filter(|_| member.country.is_none() && !member.plural) {
                let body = Member { role: None, org: Some(body.clone()), namesake_body: None, ..member.clone() };
                return self.resolve(context, &body, group);
            }
            if let Some(home) = context.home_of(member, span) {
                return Some(Actor { country: Some(home.clone()), ..plain });
            }
            // "O secretário de Estado das Comunidades Portuguesas": the words name an office that one state has, and no other.
            let is_alone = member.country.is_none() && member.org.is_none() && member.namesakes.len() <= 1;
            if let Some(state) = context.offices.state_of(role).filter(|_| is_alone && !member.plural && !member.open) {
                return Some(Actor { country: Some(state), ..plain });
            }
            // "Sanctions on two **deputies of Lithuania**": they are not Lithuania.
            if member.plural && member.org.is_none() && !context.offices.stands_for_state(role) {
                return None;
            }
            // "The heads of state of the community" are no president of it.
            let role = plain.role.clone().filter(|_| !member.plural);
            return (member.country.is_some() || member.org.is_some()).then_some(Actor { role, ..plain });
        }
        (member.country.is_some() || member.org.is_some()).then_some(plain)
    }

    /// Whether somebody is who the article, or the sentence before, is about.
    fn is_at_hand(&self, person: usize) -> bool {
        self.focus == Some(person) || person < AT_HAND
    }

    /// Whom "the Estonian" stands for: who was last spoken of, if he is of that state, otherwise the only one who is.
    fn compatriot(&self, state: &ConceptId) -> Option<usize> {
        let is_of_state = |person: &usize| self.list[*person].country.as_ref() == Some(state);
        let mut compatriots = (0..self.list.len()).filter(is_of_state);
        let only = || compatriots.next().filter(|_| compatriots.next().is_none());
        self.focus.filter(is_of_state).or_else(only)
    }

    /// Whether a pronoun of that gender can stand for the person.
    fn may_be(&self, person: usize, gender: Option<Gender>) -> bool {
        match (self.list[person].gender, gender) {
            (Some(known), Some(shown)) => known == shown,
            _ => true,
        }
    }

    fn resolve_name(&mut self, context: Context<'_>, name: &str, member: &Member, span: Span) -> Option<usize> {
        let tokens = name_tokens(name, context.table);
        let known = context.names.known(name).or_else(|| known_beginning(context.names, name));
        // "Lula" is Luiz Inácio Lula da Silva, though it ends otherwise.
        let same = || {
            let known = known.as_ref()?;
            self.notes.iter().position(|note| note.listed.as_deref() == Some(known.name.as_str()))
        };
        let respelled = || self.respelled(context, &tokens, member);
        if let Some(person) = self.named(context.names, &tokens, member).or_else(same).or_else(respelled) {
            self.learn(person, context, name, &tokens, member);
            self.list[person].mentions.push(span);
            return Some(person);
        }
        // An initial that was cut off from its surname names nobody, nor does one word behind an office in the plural
        // ("Nazirlər Şurası").
        let initials = tokens.iter().all(|token| token.chars().count() <= 1);
        // Nor does an abbreviation that no lexicon knows ("Baş katib COP çərçivəsində").
        let abbreviated = tokens.len() == 1 && name.chars().count() <= 5 && name.chars().all(char::is_uppercase);
        if initials || abbreviated || (member.plural && tokens.len() == 1) {
            return None;
        }
        let full = tokens.iter().filter(|token| token.chars().count() > 1).count() >= 2;
        let country = member.country.as_ref().map(ConceptId::as_str);
        let gender = context.names.gender(name, country);
        // Without an office a name must look like a person's: a known given name before a surname.
        let is_likely = member.is_former || (full && (member.is_titled || gender.is_some()));
        if member.role.is_none() && !is_likely && known.is_none() {
            return None;
        }
        let own = member.org.as_ref().and_then(|org| context.states.of(org)).cloned();
        let presumed = presume(context, member, known.as_ref());
        let is_presumed = presumed.is_some();
        let (country, org) = presumed.unwrap_or_else(|| (member.country.clone(), member.org.clone()));
        if let Some(last) = tokens.last() {
            self.families.entry(last.clone()).or_default().push(self.list.len());
        }
        let listed = known.as_ref().map(|known| known.name.clone());
        self.notes.push(Note {
            tokens,
            respelled: Vec::new(),
            is_presumed,
            is_of_state: is_of_state(member),
            is_one_of_several: member.plural,
            is_open: false,
            listed,
        });
        self.list.push(Person {
            name: name.to_owned(),
            role: member.role.clone(),
            country: country.or(own),
            presumed: false,
            org,
            host: member.host.clone(),
            gender: member.gender.or(gender).or(known.and_then(|known| known.gender)),
            mentions: vec![span],
        });
        Some(self.list.len() - 1)
    }

    /// The one person that a name can mean; none where two could be meant.
    fn named(&self, names: &Names, tokens: &[String], member: &Member) -> Option<usize> {
        let fits = |person: &usize| {
            let Note { tokens: known, respelled, is_presumed, .. } = &self.notes[*person];
            let is_respelled = !respelled.is_empty() && is_short_for(names, tokens, respelled);
            let same = is_short_for(names, tokens, known) || is_short_for(names, known, tokens) || is_respelled;
            let country = &self.list[*person].country;
            same && (country.is_none() || *is_presumed || member.country.is_none() || *country == member.country)
        };
        // However short, a name ends as the full one does.
        let family = tokens.last().and_then(|last| self.families.get(last)).map_or(&[][..], Vec::as_slice);
        let mut found = family.iter().copied().filter(fits);
        let Some(first) = found.next() else {
            return self.called_by_first_name(tokens, member).or_else(|| self.called_by_inner_name(tokens, member));
        };
        if found.next().is_none() {
            return Some(first);
        }
        // "President Ruto" beside "First Lady Rachel Ruto": the office tells.
        let role = member.role.as_ref()?;
        let mut holders =
            family.iter().copied().filter(fits).filter(|person| self.list[*person].role.as_ref() == Some(role));
        let holder = holders.next()?;
        holders.next().is_none().then_some(holder)
    }

    /// "Baş nazir **Əhməd** Davudoğlu … baş nazir **Ahmet** Davudoğlu": one surname and one office that a state has one holder of are one
    /// person, however the given name is spelled.
    fn respelled(&self, context: Context<'_>, tokens: &[String], member: &Member) -> Option<usize> {
        let role = member.role.as_ref().filter(|role| context.offices.has_one_holder(Some(role)))?;
        let [given, .., last] = tokens else { return None };
        let is_same = |person: &usize| {
            let (known, note) = (&self.list[*person], &self.notes[*person]);
            let is_open = known.country.is_none() || member.country.is_none() || known.country == member.country;
            let is_given = |other: &String| other.chars().count() > 1 && is_respelling(given, other);
            known.role.as_ref() == Some(role)
                && is_open
                && note.tokens.len() > 1
                && note.tokens.first().is_some_and(is_given)
        };
        let mut found = self.families.get(last)?.iter().copied().filter(is_same);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// "Marta Quiroga Lanza, the foreign minister … **Minister Quiroga**": the only one who holds that office and bears the name
    /// before the last one.
    fn called_by_inner_name(&self, tokens: &[String], member: &Member) -> Option<usize> {
        let ([short], Some(role)) = (tokens, &member.role) else { return None };
        let fits = |person: &usize| {
            let Person { country, .. } = &self.list[*person];
            let inner = self.notes[*person].tokens.as_slice();
            let inner = inner.get(1..inner.len().saturating_sub(1)).unwrap_or_default();
            inner.contains(short)
                && holds(&self.list[*person], role)
                && (country.is_none() || member.country.is_none() || *country == member.country)
        };
        let mut found = (0..self.list.len()).filter(fits);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// "Cho" for "Cho Tae-yul": where the surname stands first, the first part is the short name.
    fn called_by_first_name(&self, tokens: &[String], member: &Member) -> Option<usize> {
        let [short] = tokens else { return None };
        let fits = |person: &usize| {
            let country = &self.list[*person].country;
            let tokens = &self.notes[*person].tokens;
            tokens.len() > 1
                && tokens.first() == Some(short)
                && (country.is_none() || member.country.is_none() || *country == member.country)
        };
        let mut found = (0..self.list.len()).filter(fits);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    fn learn(&mut self, person: usize, context: Context<'_>, name: &str, tokens: &[String], member: &Member) {
        let is_told = member.country.is_some() || member.org.is_some();
        let (known, note) = (&mut self.list[person], &mut self.notes[person]);
        // "To the South African statesman, Filipe Nyusi wrote": whom the gazetteer knows did not change his state, and a ministry is
        // of it.
        let fits = match (&known.country, &member.country, &member.org) {
            (Some(known), Some(told), _) => known == told,
            (Some(_), None, Some(org)) => !context.states.have(org),
            _ => true,
        };
        if is_told && (fits || note.listed.is_none()) && std::mem::take(&mut note.is_presumed) {
            known.country = None;
            known.org = None;
        }
        let is_other = tokens.len() > 1 && tokens.first().is_some_and(|given| given.chars().count() > 1);
        if is_other && tokens.len() == note.tokens.len() && tokens != note.tokens {
            note.respelled = tokens.to_vec();
        }
        let letters = |tokens: &[String]| tokens.iter().map(String::len).sum::<usize>();
        let is_fuller = letters(tokens) > letters(&note.tokens);
        if is_fuller {
            name.clone_into(&mut known.name);
            note.tokens = tokens.to_vec();
        }
        note.is_of_state |= is_of_state(member);
        // "Dismissed X as ambassador to China and appointed X high commissioner **to Malawi**": where somebody goes for one office is
        // not where he was for another.
        let is_other_post = known.role.is_some() && member.role.is_some() && known.role != member.role;
        match (&known.role, &member.role) {
            (None, Some(role)) => known.role = Some(role.clone()),
            (Some(old), Some(new)) if is_generic_of(old, new) || context.offices.may_be_called(new, old) => {
                known.role = Some(new.clone());
            }
            _ => {}
        }
        // "The former Dutch prime minister" at the head of NATO speaks for NATO, and so does "the Dutchman X".
        let is_past = (member.is_former || (member.role.is_none() && member.org.is_none())) && known.org.is_some();
        known.country = known.country.take().or_else(|| member.country.clone().filter(|_| !is_past));
        known.org = known.org.take().or_else(|| member.org.clone());
        if is_fuller
            && known.country.is_none()
            && known.org.is_none()
            && let Some(listed) = context.names.known(&known.name)
        {
            known.country = listed.country;
            known.org = listed.org;
            note.is_presumed = true;
        }
        known.host = known.host.take().or_else(|| member.host.clone().filter(|_| !is_other_post));
        let country = known.country.as_ref().map(ConceptId::as_str);
        known.gender = known.gender.or(member.gender).or_else(|| context.names.gender(&known.name, country));
    }

    /// Whom "the minister", "the Portuguese Foreign Minister", "nazir" stands for.
    fn holder(&self, context: Context<'_>, role: &ConceptId, member: &Member) -> Option<usize> {
        // "The UN envoy" is nobody's but the body's; a ministry is of some state.
        let body = member.org.as_ref().filter(|org| !context.states.have(org));
        let of_country = |person: &usize| match (&member.country, body) {
            (Some(country), _) => self.list[*person].country.as_ref() == Some(country),
            (None, Some(body)) => self.list[*person].org.as_ref() == Some(body),
            (None, None) => true,
        };
        let is_called = |held: &ConceptId| context.offices.may_be_called(held, role);
        let has_role = |person: &usize| {
            let person = &self.list[*person];
            holds(person, role) || person.role.as_ref().is_some_and(is_called)
        };
        let is_called_so = |person: usize| {
            let held = self.list[person].role.as_ref();
            held.is_some_and(|held| context.offices.are_akin(role, held))
        };
        let candidates: Vec<usize> = (0..self.list.len()).filter(of_country).collect();
        let holders: Vec<usize> = candidates.iter().copied().filter(has_role).collect();
        match (holders.as_slice(), candidates.as_slice(), member.country.as_ref().or(body)) {
            // "The president" of no state in particular is who the article or the sentence before is about, if it names several people.
            ([one], _, None) if member.org.is_none() && !self.is_at_hand(*one) => None,
            // Whom the sentence before is about may hold it, where nobody told his office.
            ([one], _, None)
                if self.focus.is_some_and(|focus| focus != *one && self.may_hold(focus, context, role)) =>
            {
                None
            }
            ([one], ..) => Some(*one),
            // A secretary of state is later called the minister: the only one of that country is meant.
            ([], [one], Some(_)) if is_called_so(*one) => Some(*one),
            ([], ..) => None,
            // Two hold it: the one who was last the subject, if it is the first of them, whom the article is about.
            (several, ..) => self.focus.filter(|focus| several.first() == Some(focus)),
        }
    }
}

/// Whether a noun phrase stands right before another as its owner.
fn owns_next(group: &Group, next: &Group) -> bool {
    group.ending.case.as_deref() == Some(OWNER_CASE) && group.tokens.end == next.tokens.start
}

/// Who somebody is who is told alone.
pub(crate) fn lone_person(actors: &[Actor]) -> Option<usize> {
    match actors {
        [Actor { person, .. }] => *person,
        _ => None,
    }
}

/// The only person that a sentence has named so far.
fn only_named(resolved: &[Vec<Actor>]) -> Option<usize> {
    let mut named = resolved.iter().flatten().filter_map(|actor| actor.person);
    let first = named.next()?;
    named.all(|person| person == first).then_some(first)
}

/// For whom somebody speaks where the article does not say it: the gazetteer knows, or only one state has the office.
fn presume(
    context: Context<'_>,
    member: &Member,
    known: Option<&KnownPerson>,
) -> Option<(Option<ConceptId>, Option<ConceptId>)> {
    let told_org = member.org.as_ref();
    // A ministry is of some state, which the gazetteer may know.
    let is_silent = told_org.is_none_or(|org| context.states.have(org));
    if member.country.is_some() || !is_silent {
        return None;
    }
    // "The council's secretary of state": the office of a body, or of something unread, is no other state's.
    if (member.is_owned || told_org.is_some()) && known.is_none() {
        return None;
    }
    let Some(known) = known else {
        return context.offices.state_of(member.role.as_ref()?).map(|country| (Some(country), told_org.cloned()));
    };
    let is_of_state = member.role.as_ref().is_some_and(|role| context.offices.serves_state(role));
    match (&known.country, &known.org) {
        (country, None) => Some((country.clone(), told_org.cloned())),
        (Some(country), Some(_)) if is_of_state => Some((Some(country.clone()), told_org.cloned())),
        // Whom the gazetteer lists with an organisation was perhaps a minister before.
        (None, Some(_)) if is_of_state => None,
        (_, org) if told_org.is_none() => Some((None, org.clone())),
        _ => None,
    }
}

/// Who is known by the beginning of a name: "Faisal bin Farhan" in "Faisal bin Farhan bin Abdullah". Two words are too few:
/// another may begin so.
fn known_beginning(names: &Names, name: &str) -> Option<KnownPerson> {
    let ends = name.match_indices(char::is_whitespace).map(|(at, _)| at).skip(BEGINNING - 1);
    ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| names.known(&name[..end]))
}

/// The fewest words of a name's beginning that tell who it is.
const BEGINNING: usize = 3;

/// Whether an actor is somebody, and not a state or a body.
fn is_official(actor: &Actor) -> bool {
    actor.person.is_some() || actor.role.is_some()
}

/// How many people of an article's beginning it is about.
const AT_HAND: usize = 2;

/// Whether an office stands right with its state.
fn is_of_state(member: &Member) -> bool {
    member.role.is_some() && member.country.is_some() && member.city.is_none() && !member.open
}

fn of_person(person: usize, span: Span) -> Actor {
    Actor::person(person, span)
}

/// Whether somebody holds an office, or one of which it is the head.
pub(crate) fn holds(person: &Person, office: &ConceptId) -> bool {
    person.role.as_ref().is_some_and(|held| held == office || is_generic_of(office, held))
}

/// Whether `general` is the head of `special`: a minister of a foreign minister.
pub(crate) fn is_generic_of(general: &ConceptId, special: &ConceptId) -> bool {
    let (general, special) = (general.key(), special.key());
    special != general && special.split('-').any(|part| part == general)
}

/// Whether two words may be spellings of one name: they have the same consonants, but for voice ("ehmed", "ahmet").
fn is_respelling(one: &str, other: &str) -> bool {
    let sound = |letter: char| match letter {
        'a' | 'e' | 'ə' | 'i' | 'o' | 'u' | 'y' => None,
        'd' => Some('t'),
        'b' => Some('p'),
        'g' | 'q' | 'c' => Some('k'),
        'v' | 'w' => Some('v'),
        other => Some(other),
    };
    one.chars().filter_map(sound).eq(other.chars().filter_map(sound))
}

fn name_tokens(name: &str, table: &FoldTable) -> Vec<String> {
    name.split(|c: char| c.is_whitespace() || c == '.')
        .filter(|part| !part.is_empty())
        .map(|p| plain_letters(&table.fold_str(p)))
        .collect()
}

/// Whether `short` leaves out parts of `full` or shortens them to initials, and both end in the same surname.
fn is_short_for(names: &Names, short: &[String], full: &[String]) -> bool {
    if short.is_empty() || short.last() != full.last() || short.len() > full.len() {
        return false;
    }
    // "Salman bin Abdulaziz" is the father of "Mohammed bin Salman bin Abdulaziz".
    let is_father = |at: usize| at > 0 && names.marks_father(&full[at - 1]);
    if full.iter().position(|part| *part == short[0]).is_some_and(is_father) {
        return false;
    }
    let mut rest = full.iter();
    short
        .iter()
        .all(|part| rest.any(|known| known == part || (part.chars().count() == 1 && known.starts_with(part.as_str()))))
}
