//! What a pattern that matched says of whom it stands for.

use attache_schema::{ConceptId, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::dateline::is_dash_or_slash;
use crate::patterns::{Adposition, What};

use super::{Member, Row};

#[derive(Debug, Default)]
pub(super) struct Captures {
    member: Member,
    countries: Vec<(ConceptId, Span)>,
    /// Where they are posted, each in its turn.
    hosts: Vec<ConceptId>,
    names: Vec<(usize, Span)>,
    /// The office is that of whose kin or helper the member is.
    is_of_another: bool,
    /// The chunk of the office taken last.
    office: Option<usize>,
    /// The office before the name, where another one stands behind it.
    first_role: Option<ConceptId>,
    /// The state that this one is of was told before the other.
    has_first_state: bool,
    /// A delegation, or representatives.
    team: Option<ConceptId>,
}

impl Captures {
    fn take(&mut self, what: &What, at: usize, row: &Row<'_>) {
        let chunk = &row.chunks[at];
        match what {
            // Whoever leads a delegation is not it.
            What::Org if chunk.is_sent => self.team = chunk.concept().cloned(),
            What::Literal(_) | What::Start => {}
            What::Place => self.member.place = chunk.concept_of("place").cloned(),
            What::Tail | What::Field => self.member.open = true,
            What::Rest => {
                self.member.open = true;
                self.member.country = self.member.country.take().or_else(|| owner_in(row, at));
            }
            What::Country => {
                let country = chunk.concept_of("country").cloned();
                // "the Democratic Republic of the Congo (DRC)" is one.
                if self.countries.iter().all(|(known, _)| Some(known) != country.as_ref()) {
                    self.add_country(country.as_ref(), chunk.span);
                }
                self.member.country = country;
            }
            // "Ambassador to Spain and Andorra": the first is where the embassy is. In "the Peru-Chile group" it is the other one.
            What::Host => {
                self.hosts.extend(chunk.concept().cloned());
                let is_second = at > 0 && is_dash_or_slash(row.word_of(&row.chunks[at - 1]));
                let host = self.member.host.take().filter(|_| !is_second);
                self.member.host = host.or_else(|| chunk.concept().cloned());
            }
            What::Demonym => {
                self.member.country = chunk.concept_of("country").cloned();
                self.add_country(chunk.concept_of("country"), chunk.span);
            }
            What::Citizen => {
                self.member.country = chunk.concept_of("country").cloned();
                self.member.is_pronoun = true;
            }
            What::Org => {
                self.member.org = chunk.concept().cloned();
                self.member.seat = chunk.concept_of("place").cloned();
            }
            // "TDT-nin Baş katibi, **səfir** X": behind the office of a body and a comma stands a rank.
            What::Role if self.is_rank(row, at) => {}
            What::Role => {
                self.office = Some(at);
                self.first_role = self.member.role.take().filter(|_| self.member.name.is_some());
                self.has_first_state = self.first_role.is_some() && !self.countries.is_empty();
                self.member.role = chunk.concept().cloned();
                let namesakes = chunk.concepts.iter().filter(|_| chunk.concepts.len() > 1);
                self.member.namesakes = namesakes.filter(|concept| concept.kind() == "role").cloned().collect();
                self.member.namesake_body = chunk.concept_of("org").cloned();
                // "Os embaixadores" may be women, too.
                self.member.gender = chunk.gender.filter(|_| !chunk.plural);
                self.member.plural = chunk.plural;
                self.member.is_former = row.is_former(at);
                self.is_of_another = row.is_of_another(at);
            }
            What::Portfolio => self.member.role = self.office_with(chunk),
            What::Name => {
                // "The wife of President X" is not X, "the wife of the president, X" is.
                let is_apposed = at > 0 && row.chunks[at - 1].kind == ChunkKind::Mark;
                self.member.is_former |= self.is_of_another && is_apposed;
                self.member.is_closed = self
                    .office
                    .is_some_and(|office| row.chunks[office..at].iter().any(|c| c.kind == ChunkKind::Country));
                // "The **governor's** secretary X" is no governor, "the adviser to **President** X" no adviser.
                let is_owner = |office: usize| row.chunks[office].ending.case.is_some();
                let names_master = |office: usize| {
                    let words = &row.tokens[row.chunks[office].tokens.clone()];
                    words.len() > 1 && row.patterns.masters.holds(&words[words.len() - 1]) && !is_apposed
                };
                self.member.is_master = self.office.is_some_and(names_master);
                let is_others = self.member.is_master || self.office.is_some_and(is_owner);
                if row.patterns.adposition == Adposition::Pre && is_others {
                    (self.member.role, self.member.namesake_body) = (None, None);
                    self.member.namesakes.clear();
                }
                self.member.is_titled = at.checked_sub(1).is_some_and(|before| row.is_title(&row.chunks[before]));
                self.member.gender = row.titled_gender(at).or(self.member.gender);
                self.member.name = Some(at);
                self.names.push((at, chunk.stem));
            }
            What::Capital => self.member.capital = chunk.concept_of("place").cloned(),
        }
    }

    fn is_rank(&self, row: &Row<'_>, at: usize) -> bool {
        let Member { role, org, country, name, .. } = &self.member;
        let behind_office = at >= 2 && row.is_comma(at - 1) && row.chunks[at - 2].kind == ChunkKind::Role;
        role.is_some() && org.is_some() && country.is_none() && name.is_none() && behind_office
    }

    fn add_country(&mut self, country: Option<&ConceptId>, span: Span) {
        self.countries.extend(country.map(|country| (country.clone(), span)));
    }

    /// The office whose head was taken before and whose second half a chunk is.
    pub(super) fn office_with(&self, chunk: &Chunk) -> Option<ConceptId> {
        let head = self.member.role.as_ref()?.key();
        let mut halves = chunk.concepts.iter().filter_map(|concept| concept.key().split_once('>'));
        halves.find(|(first, _)| *first == head).map(|(_, office)| ConceptId::of("role", office))
    }

    /// One member for each country of a list ("the presidents of Iceland and Peru"), otherwise one. As many names go with
    /// the countries one by one ("Azərbaycan və Türkiyə xarici işlər nazirləri X və Y").
    pub(super) fn members(mut self, span: Span) -> Vec<Member> {
        // "President X, Chairman of the Authority": an office of something unread says less than the one before the name.
        let is_placed = self.member.country.is_some() && !self.has_first_state;
        if let Some(first) = self.first_role.take_if(|_| self.member.open && !is_placed) {
            self.member.role = Some(first);
        }
        // "X, President of Peru and Chairman of the Union": who serves a state is told by that.
        if let Some(first) = self.first_role.take().filter(|_| self.has_first_state && self.member.org.is_some()) {
            (self.member.role, self.member.org) = (Some(first), None);
        }
        if self.member.role.is_some() {
            self.member.city = self.member.capital.take();
        }
        if self.member.role.is_none() && self.member.name.is_none() {
            self.member.org = self.member.org.or(self.team);
        }
        // "A and B as ambassadors to Estonia and Ghana": each is posted to one of the states.
        if self.names.len() >= 2 && self.countries.is_empty() {
            let (member, hosts) = (self.member, self.hosts.into_iter().map(Some).cycle());
            let posted = self.names.into_iter().zip(hosts);
            return posted
                .map(|((name, span), host)| Member { host, name: Some(name), span: Some(span), ..member.clone() })
                .collect();
        }
        if self.names.len() >= 2 {
            let member = self.member;
            // "Their Peruvian counterparts, A and B": all are of the one state.
            let plural = self.countries.len() == 1;
            let pairs = self.countries.into_iter().cycle().zip(self.names);
            return pairs
                .map(|((country, _), (name, span))| Member {
                    country: Some(country),
                    name: Some(name),
                    plural,
                    span: Some(span),
                    ..member.clone()
                })
                .collect();
        }
        if self.countries.len() < 2 {
            return vec![Member { span: Some(span), ..self.member }];
        }
        // One name for the holders of two states is two that touch.
        let name = self.member.name.filter(|_| !self.member.plural);
        let member = Member { name, ..self.member };
        self.countries
            .into_iter()
            .map(|(country, _)| Member { country: Some(country), plural: false, span: Some(span), ..member.clone() })
            .collect()
    }
}

/// The state whose body stands in the tail of an office ("of the Political Department of the **Ministry** of Estonia", "of the
/// Estonian **Embassy**"): the last one.
fn owner_in(row: &Row<'_>, at: usize) -> Option<ConceptId> {
    let tail = &row.chunks[at..row.rest_end(at)?];
    let word = |chunk: &Chunk| row.word_of(chunk);
    let is_small = |chunk: &&Chunk| row.patterns.determiners.holds(word(chunk));
    // "Minister for Development and Foreign Trade **of Finland**"
    let last = tail.last().and_then(|chunk| chunk.concept_of("country").filter(|_| chunk.kind == ChunkKind::Country));
    let mut before = tail.iter().rev().skip(1).skip_while(is_small);
    let is_closing = before.next().is_some_and(|chunk| row.patterns.complements.holds(word(chunk)));
    if let Some(country) = last.filter(|_| is_closing && tail.len() > 2) {
        return Some(country.clone());
    }
    let mut states = tail.iter().enumerate().rev();
    states.find_map(|(state, chunk)| {
        let country = chunk.concept_of("country")?;
        let is_body = |chunk: &Chunk| chunk.kind == ChunkKind::Org;
        let next_is_body = tail.get(state + 1).is_some_and(is_body);
        let mut before = tail[..state].iter().rev().skip_while(is_small);
        let is_of = before.next().is_some_and(|chunk| row.patterns.complements.holds(word(chunk)));
        let owns = next_is_body || (is_of && before.any(is_body)) || tail[..state].last().is_some_and(is_body);
        owns.then(|| country.clone())
    })
}

/// The chunks that a pattern has taken so far, and for what. What they say is read off the pattern that wins: nearly all others
/// are turned away at their first words.
#[derive(Debug, Default, Clone)]
pub(super) struct Trail<'p>(pub(super) Vec<(&'p What, usize)>);

impl<'p> Trail<'p> {
    /// Notes a chunk, if it can say what the element asks for.
    pub(super) fn take(&mut self, what: &'p What, at: usize, row: &Row<'_>) -> Option<()> {
        let chunk = &row.chunks[at];
        match what {
            What::Literal(_) | What::Start => return Some(()),
            What::Country if chunk.concept_of("country").is_none() => return None,
            What::Country if row.is_half(at) => return None,
            What::Portfolio if self.captures(row).office_with(chunk).is_none() => return None,
            _ => {}
        }
        self.0.push((what, at));
        Some(())
    }

    pub(super) fn captures(&self, row: &Row<'_>) -> Captures {
        let mut captures = Captures::default();
        self.0.iter().for_each(|(what, at)| captures.take(what, *at, row));
        captures
    }

    /// "Özbəkistan Prezidenti | İlham **Əliyevə** zəng edib": behind the office of a state somebody in a case who is known to serve
    /// another one is not its holder.
    fn is_of_two(&self, row: &Row<'_>) -> bool {
        let [.., (What::Role, role), (What::Name, name)] = self.0.as_slice() else { return false };
        let Some(home) = row.homes.get(name).filter(|_| role + 1 == *name) else { return false };
        let mut states = self.0.iter().filter(|(what, _)| **what == What::Country).peekable();
        states.peek().is_some() && states.all(|(_, at)| row.chunks[*at].concept_of("country") != Some(home))
    }

    /// Whether a list of names has as many members as the list of countries that it goes with.
    pub(super) fn is_sound(&self, row: &Row<'_>) -> bool {
        let count = |kind: What| self.0.iter().filter(|(what, _)| **what == kind).count();
        let names = count(What::Name);
        // "Estoniya, Peru prezidenti X": where the office ends the list of states, one holder is of the last state alone.
        let has_holder = || {
            let next = |at: usize| row.kind_at(at + 1) == Some(ChunkKind::Name);
            names == 1 || self.0.last().is_some_and(|(_, at)| row.chunks[*at].ending.case.is_none() && next(*at))
        };
        let is_of_last = || {
            let has_list = row.patterns.adposition == Adposition::Post && count(What::Country) > 1;
            has_list && count(What::Role) > 0 && has_holder()
        };
        if self.is_of_two(row) {
            return false;
        }
        if names < 2 && !is_of_last() {
            return true;
        }
        let captures = self.captures(row);
        let (states, member) = (captures.countries.len(), &captures.member);
        let is_of_one = names < 2 && (states < 2 || member.host.is_some());
        let is_paired = names > 1 && states == names;
        let hosts = captures.hosts.len();
        let is_posted = names > 1 && states == 0 && member.plural && (hosts == names || hosts == 1);
        is_of_one || is_paired || is_posted || (member.plural && (names < 2 || states == 1))
    }
}
