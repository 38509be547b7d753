//! Which offices are of one kind, and which bear a name of their own in one state: the columns of
//! `locales/root/lexicon/roles.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use attache_locales::{LoadError, Locales, ROOT, Table};
use attache_schema::{Actor, ConceptId, Person};

use crate::chunk::Chunk;

const FILE: &str = "lexicon/roles.tsv";

/// The kinds of office whose holders serve a state.
const STATE: &[&str] = &["head", "gov", "mfa", "dipl", "parl", "adm"];

/// The kinds of office that one person holds in a state.
const SINGLE: &[&str] = &["head", "gov", "mfa"];

/// The kind of office of members of parliament.
const PARLIAMENT: &str = "parl";

/// The kind of office that is held abroad.
const DIPLOMAT: &str = "dipl";

/// The kind of office that says nothing without a body ("chairman").
const RELATIVE: &str = "rel";

/// The kind of office that says only that somebody leads a state ("the leaders of A and B").
const LEADER: &str = "lead";

/// The kind of office of heads of state.
const HEAD: &str = "head";

/// The kind of office that speaks for those who hold another.
const PRESS: &str = "press";

/// The kind of office of those who work for a head of state.
const STAFF: &str = "adm";

/// The kind of office of those whom a body or a head of state sends.
const ENVOY: &str = "io";

/// What parts the states that have an office.
const STATES: char = ',';

const PLACES: &str = "lexicon/places.tsv";
/// The kinds of place that may stand for their state: "Baku rejects", "the Kremlin announced".
const CAPITAL: &str = "capital";
const PALACE: &str = "palace";
/// The kinds of body that every state has.
const BODIES: &[&str] = &["ministry", FOREIGN_MINISTRY, "parliament", GOVERNMENT];
const MINISTRIES: &[&str] = &["ministry", FOREIGN_MINISTRY];
const FOREIGN_MINISTRY: &str = "foreign-ministry";
const GOVERNMENT: &str = "government";
/// The kind of those whom a state sends.
const TEAM: &str = "delegation";
/// The kinds of body that do what their state does: who says that the ministry of health met somebody does not say it of the state.
const DOERS: &[&str] = &[FOREIGN_MINISTRY, GOVERNMENT, TEAM];
/// The kinds of body that one attends.
const MEETINGS: &[&str] = &["conference", "forum", "body", "group"];
const ORGANISATIONS: &str = "lexicon/organisations.tsv";

/// To which state a capital or a palace belongs, or a body that only one state has.
#[derive(Debug, Default)]
pub(crate) struct States {
    states: BTreeMap<ConceptId, ConceptId>,
    /// The state in which a city or a region lies.
    lands: BTreeMap<ConceptId, ConceptId>,
    palaces: BTreeSet<ConceptId>,
    /// The capitals by state; those of states with several are not among them.
    capitals: BTreeMap<ConceptId, ConceptId>,
    /// The kind of each body.
    bodies: BTreeMap<ConceptId, String>,
    /// What a general office is called where it is of this body, and whose body it is then.
    titles: BTreeMap<ConceptId, Titles>,
}

#[derive(Debug)]
struct Titles {
    offices: BTreeMap<String, ConceptId>,
    state: Option<ConceptId>,
}

impl States {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let Some(file) = locales.file(ROOT, PLACES) else { return Ok(Self::default()) };
        let table = file.table()?;
        let pair = |row: attache_locales::Row<'_, '_>, state: ConceptId| (ConceptId::new(row.key()), state);
        let seats = table.rows().filter(|row| matches!(row.cell("kind"), CAPITAL | PALACE));
        let mut states: BTreeMap<_, _> = seats.map(|row| pair(row, ConceptId::new(row.cell("country")))).collect();
        let lands = table.rows().filter(|row| !row.cell("country").is_empty());
        let lands = lands.map(|row| pair(row, ConceptId::new(row.cell("country")))).collect();
        let palaces =
            table.rows().filter(|row| row.cell("kind") == PALACE).map(|row| ConceptId::new(row.key())).collect();
        let capitals = single_capitals(&table);
        let (mut bodies, mut titles) = (BTreeMap::new(), BTreeMap::new());
        if let Some(file) = locales.file(ROOT, ORGANISATIONS) {
            let table = file.table()?;
            bodies.extend(table.rows().map(|row| (ConceptId::new(row.key()), row.cell("kind").to_owned())));
            let owned = table.rows().filter(|row| !row.cell("country").is_empty());
            states.extend(owned.map(|row| pair(row, ConceptId::of("country", row.cell("country")))));
            let titled = table.rows().filter(|row| !row.cell("offices").is_empty());
            titles.extend(titled.map(|row| (ConceptId::new(row.key()), Titles::of(row))));
        }
        Ok(Self { states, lands, palaces, capitals, bodies, titles })
    }

    /// Who holds a general office of a body that has a name of its own for it ("the chairman of the Milli Majlis" is the
    /// speaker of Azerbaijan's parliament), as an office of a state; nothing where it is no such office.
    pub(crate) fn titled(
        &self,
        office: Option<&ConceptId>,
        body: Option<&ConceptId>,
    ) -> Option<(ConceptId, ConceptId)> {
        let (office, body) = (office?, body?);
        let titles = self.titles.get(body)?;
        let title = titles.offices.get(office.key())?;
        Some((title.clone(), titles.state.as_ref().or_else(|| self.of(body))?.clone()))
    }

    pub(crate) fn of(&self, place: &ConceptId) -> Option<&ConceptId> {
        self.states.get(place)
    }

    /// The state in which a place lies.
    pub(crate) fn land_of(&self, place: &ConceptId) -> Option<&ConceptId> {
        self.lands.get(place)
    }

    /// The state that a word names, or in which the place lies that it names.
    pub(crate) fn named_by<'a>(&'a self, chunk: &'a Chunk) -> Option<&'a ConceptId> {
        let place = || chunk.concept_of("place").and_then(|place| self.land_of(place));
        chunk.concept_of("country").or_else(place)
    }

    pub(crate) fn capital_of(&self, state: &ConceptId) -> Option<&ConceptId> {
        self.capitals.get(state)
    }

    fn is_of_kind(&self, body: &ConceptId, kinds: &[&str]) -> bool {
        self.bodies.get(body).is_some_and(|kind| kinds.contains(&kind.as_str()))
    }

    /// Whether a body is an occasion by itself ("attended the Munich Security Conference"); NATO is none.
    pub(crate) fn is_meeting(&self, body: &ConceptId) -> bool {
        self.is_of_kind(body, MEETINGS)
    }

    /// Whether they are those whom a state sends: a delegation, representatives.
    pub(crate) fn are_sent(&self, body: &ConceptId) -> bool {
        self.is_of_kind(body, &[TEAM])
    }

    /// Whether what a body does its state does: a government, a foreign ministry, a delegation.
    pub(crate) fn act_in(&self, body: &ConceptId) -> bool {
        self.is_of_kind(body, DOERS)
    }

    /// Whether it is the government of a state.
    pub(crate) fn is_government(&self, body: &ConceptId) -> bool {
        self.is_of_kind(body, &[GOVERNMENT])
    }

    /// Whether every state has such a body.
    pub(crate) fn have(&self, body: &ConceptId) -> bool {
        self.is_of_kind(body, BODIES)
    }

    /// Whether an actor is such a body and it is not told of which state.
    pub(crate) fn is_open(&self, actor: &Actor) -> bool {
        let is_bare = actor.person.is_none() && actor.role.is_none() && actor.country.is_none();
        is_bare && actor.org.as_ref().is_some_and(|org| self.have(org) && self.of(org).is_none())
    }

    /// Whether a body is a ministry.
    pub(crate) fn is_ministry(&self, body: &ConceptId) -> bool {
        self.is_of_kind(body, MINISTRIES)
    }

    /// The state whose palace it is.
    pub(crate) fn of_palace(&self, place: &ConceptId) -> Option<&ConceptId> {
        self.of(place).filter(|_| self.palaces.contains(place))
    }
}

/// The capital of each state that has one: which of several is meant nobody can tell.
fn single_capitals(table: &Table<'_>) -> BTreeMap<ConceptId, ConceptId> {
    let mut capitals: BTreeMap<ConceptId, Vec<ConceptId>> = BTreeMap::new();
    for row in table.rows().filter(|row| row.cell("kind") == CAPITAL) {
        capitals.entry(ConceptId::new(row.cell("country"))).or_default().push(ConceptId::new(row.key()));
    }
    let single = |(state, mut of): (ConceptId, Vec<ConceptId>)| {
        let capital = of.pop()?;
        of.is_empty().then_some((state, capital))
    };
    capitals.into_iter().filter_map(single).collect()
}

impl Titles {
    fn of(row: attache_locales::Row<'_, '_>) -> Self {
        let pairs = row.cell("offices").split('|').filter_map(|pair| pair.split_once('='));
        let offices = pairs.map(|(general, own)| (general.to_owned(), ConceptId::of("role", own))).collect();
        let state = Some(row.cell("of")).filter(|state| !state.is_empty());
        Self { offices, state: state.map(|state| ConceptId::of("country", state)) }
    }
}

/// The offices by id.
#[derive(Debug)]
pub(crate) struct Offices(BTreeMap<String, Office>);

#[derive(Debug)]
struct Office {
    /// Of a foreign ministry, of a government, a diplomat's …
    kind: String,
    /// The only state that has it, or the few that have, parted by commas, and what the office is called in others; both empty for most.
    state: String,
    elsewhere: String,
    /// Whether its holder leads a state.
    leads: bool,
}

impl Offices {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let mut offices = BTreeMap::new();
        let Some(file) = locales.file(ROOT, FILE) else { return Ok(Self(offices)) };
        let table = file.table()?;
        for row in table.rows() {
            let cell = |column| row.cell(column).to_owned();
            let leads = !row.cell("leads").is_empty();
            let office = Office { kind: cell("kind"), state: cell("state"), elsewhere: cell("elsewhere"), leads };
            offices.insert(row.key().to_owned(), office);
        }
        Ok(Self(offices))
    }

    fn kind(&self, office: &ConceptId) -> Option<&str> {
        self.0.get(office.as_str()).map(|office| office.kind.as_str())
    }

    /// The only state that has an office of that name ("Secretary of State" is said of Washington's alone).
    pub(crate) fn state_of(&self, office: &ConceptId) -> Option<ConceptId> {
        let state = self.0.get(office.as_str()).map(|office| office.state.as_str())?;
        let is_single = !state.is_empty() && !state.contains(STATES);
        is_single.then(|| ConceptId::of("country", state))
    }

    /// Whether a state is one of the few that have it.
    fn is_of(&self, office: &ConceptId, state: &ConceptId) -> bool {
        let office = self.0.get(office.as_str());
        office.is_some_and(|office| office.state.split(STATES).any(|own| own == state.key()))
    }

    /// Whether every state may have it.
    fn is_common(&self, office: &ConceptId) -> bool {
        self.0.get(office.as_str()).is_none_or(|office| office.state.is_empty())
    }

    /// Which of several offices of one name it is beside a state: that which only this state has, or few others, or else one that
    /// all have ("the Italian secretary of state" is not Washington's, the "chanceler" of Peru is no chancellor).
    pub(crate) fn namesake<'a>(&self, offices: &'a [ConceptId], state: Option<&ConceptId>) -> Option<&'a ConceptId> {
        let state = state.filter(|_| offices.len() > 1)?;
        let is_own = |office: &&ConceptId| self.is_of(office, state);
        let is_common = |office: &&ConceptId| self.is_common(office);
        offices.iter().find(is_own).or_else(|| offices.iter().find(is_common))
    }

    /// Whether its holders serve a state: a minister does, a secretary-general and a bishop do not.
    pub(crate) fn serves_state(&self, office: &ConceptId) -> bool {
        self.kind(office).is_some_and(|kind| STATE.contains(&kind))
    }

    /// Whether several who hold it stand for their state: ministers do, members of its parliament do not.
    pub(crate) fn stands_for_state(&self, office: &ConceptId) -> bool {
        self.serves_state(office) && self.kind(office) != Some(PARLIAMENT)
    }

    /// Whether who holds an office may be called by another that is more general: a president is the leader of his state.
    pub(crate) fn may_be_called(&self, held: &ConceptId, called: &ConceptId) -> bool {
        self.kind(called) == Some(LEADER) && self.0.get(held.as_str()).is_some_and(|office| office.leads)
    }

    /// Whether it is held abroad: a paper's state is not that of the ambassadors posted there.
    pub(crate) fn is_posted(&self, office: &ConceptId) -> bool {
        self.kind(office) == Some(DIPLOMAT)
    }

    /// Whether somebody is a diplomat at a post.
    pub(crate) fn have_posted(&self, person: &Person) -> bool {
        person.role.as_ref().is_some_and(|role| self.is_posted(role))
    }

    /// Whether a state has one holder of it: one foreign minister, but many members of parliament.
    pub(crate) fn has_one_holder(&self, office: Option<&ConceptId>) -> bool {
        office.and_then(|office| self.kind(office)).is_some_and(|kind| SINGLE.contains(&kind))
    }

    /// Whether it is an office of something that has to be named ("the chairman **of the fund**").
    pub(crate) fn is_relative(&self, office: &ConceptId) -> bool {
        self.kind(office) == Some(RELATIVE)
    }

    /// Whether somebody speaks for others.
    pub(crate) fn have_voice(&self, person: &Person) -> bool {
        person.role.as_ref().is_some_and(|role| self.is_of_press(role))
    }

    /// Whether it is the office of a head of state.
    pub(crate) fn is_head(&self, office: &ConceptId) -> bool {
        self.kind(office) == Some(HEAD)
    }

    /// Whether its holders speak for their own state where nothing else is said: a spokesman does, a chairman may be anybody's.
    pub(crate) fn speaks_for_state(&self, office: &ConceptId) -> bool {
        self.serves_state(office) || self.kind(office) == Some(PRESS)
    }

    /// Whether its holder serves another who may be named before it: an envoy, an adviser or a spokesman does.
    pub(crate) fn serves_another(&self, office: &ConceptId) -> bool {
        self.kind(office).is_some_and(|kind| [PRESS, STAFF, ENVOY].contains(&kind))
    }

    /// Whether it is the office of who speaks for another ("spokesman").
    pub(crate) fn is_of_press(&self, office: &ConceptId) -> bool {
        self.kind(office) == Some(PRESS)
    }

    /// Whether one office may be called by the other's name: a secretary of state of a foreign ministry is called its
    /// minister, an ambassador is never called a president.
    pub(crate) fn are_akin(&self, one: &ConceptId, other: &ConceptId) -> bool {
        self.kind(one).is_some_and(|kind| self.kind(other) == Some(kind))
    }

    /// The office of another state that answers to this one: the counterpart of a foreign minister is a secretary of state
    /// in Washington, and his is a foreign minister everywhere else. Whom a spokesman calls a counterpart is not his.
    pub(crate) fn counterpart(&self, office: &ConceptId, country: Option<&ConceptId>) -> Option<ConceptId> {
        if self.kind(office) == Some(PRESS) {
            return None;
        }
        let common = match self.0.get(office.as_str()) {
            Some(known) if !known.elsewhere.is_empty() => known.elsewhere.as_str(),
            _ => office.as_str(),
        };
        let is_own =
            |other: &Office| other.elsewhere == common && country.is_some_and(|country| country.key() == other.state);
        let own = self.0.iter().find(|(_, other)| is_own(other));
        Some(own.map_or_else(|| ConceptId::new(common), |(id, _)| ConceptId::new(id.as_str())))
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    #[test]
    fn every_state_calls_its_office_by_its_own_name() {
        let offices = Offices::load(&Locales::builtin()).expect("the lexicon is sound");
        let of = |office: &str, state: &str| {
            let country = ConceptId::of("country", state);
            offices.counterpart(&ConceptId::of("role", office), Some(&country)).map(|office| office.key().to_owned())
        };
        let of = |office: &str, state: &str| of(office, state).unwrap_or_default();
        assert_eq!(of("foreign-minister", "US"), "secretary-of-state-us");
        assert_eq!(of("secretary-of-state-us", "RU"), "foreign-minister");
        assert_eq!(of("secretary-of-state-us", "GB"), "foreign-secretary-uk");
        assert_eq!(of("foreign-minister", "PE"), "foreign-minister");
        assert_eq!(of("president", "US"), "president");
        assert_eq!(of("spokesperson", "US"), "");
    }

    #[test]
    fn the_chairman_of_a_parliament_is_its_speaker() {
        let states = States::load(&Locales::builtin()).expect("the lexicon is sound");
        let titled = |office: &str, body: &str| {
            let (office, body) = (ConceptId::of("role", office), ConceptId::of("org", body));
            states
                .titled(Some(&office), Some(&body))
                .map(|(office, state)| (office.key().to_owned(), state.key().to_owned()))
        };
        let speaker = |state: &str| Some(("speaker".to_owned(), state.to_owned()));
        assert_eq!(titled("chairman", "milli-majlis"), speaker("AZ"));
        assert_eq!(titled("president", "ar-pt"), speaker("PT"));
        assert_eq!(titled("mp", "milli-majlis"), None);
        assert_eq!(titled("chairman", "un"), None);
    }

    #[test]
    fn who_leads_a_state_is_called_its_leader() {
        let offices = Offices::load(&Locales::builtin()).expect("the lexicon is sound");
        let called = |held: &str, other: &str| {
            offices.may_be_called(&ConceptId::of("role", held), &ConceptId::of("role", other))
        };
        assert!(called("president", "leader"));
        assert!(called("prime-minister", "leader"));
        assert!(!called("foreign-minister", "leader"));
        assert!(!called("leader", "president"));
        assert!(!called("president", "king"));
    }

    #[test]
    fn offices_of_one_ministry_are_akin() {
        let offices = Offices::load(&Locales::builtin()).expect("the lexicon is sound");
        let akin =
            |one: &str, other: &str| offices.are_akin(&ConceptId::of("role", one), &ConceptId::of("role", other));
        assert!(akin("foreign-minister", "secretary-of-state-fa"));
        assert!(!akin("president", "ambassador"));
        assert!(!akin("foreign-minister", "ambassador"));
        assert!(!akin("nobody", "nobody"));
    }
}
