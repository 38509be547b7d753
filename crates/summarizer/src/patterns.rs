//! The patterns of one language: `locales/<tag>/patterns.toml`, read and checked.
//!
//! Knows the forms that a pattern may take; which words and orders a language uses stands in the file. The forms are
//! explained at the top of `locales/en/patterns.toml`.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use attache_locales::{LoadError, Locales, ROOT, SourceFile};
use attache_schema::{Complement, ConceptId, Gender, Status};
use serde::Deserialize;

use crate::phrase::{ClassBook, PhraseTree, Phrases, Sight};
use crate::slots::Slot;
use crate::token::{Shape, Token};
use crate::words::{Beginnings, WordEnds, Words};

const FILE: &str = "patterns.toml";
const OCCASIONS: &str = "lexicon/occasions.tsv";
/// The value of `place` in a rule whose event takes no place from its sentence.
const NOWHERE: &str = "none";
/// The most phrases that one line may stand for.
const EXPANSIONS: usize = 512;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PatternsFile {
    adposition: Adposition,
    #[serde(default)]
    determiners: Vec<String>,
    and: Vec<String>,
    #[serde(default)]
    particles: Vec<String>,
    #[serde(default)]
    openers: Vec<String>,
    #[serde(default)]
    governors: Vec<String>,
    /// Words behind an office that say whose it is ("of").
    #[serde(default)]
    complements: Vec<String>,
    /// Relative words behind which the subject is that of the verb before ("B, com quem A analisou").
    #[serde(default)]
    whom: Vec<String>,
    /// Words behind which a clause says what happens at the place right before ("in Lima, **where** …").
    #[serde(default)]
    wheres: Vec<String>,
    /// Offices that are meant first where a word names several ("chanceler").
    #[serde(default)]
    likely: Vec<String>,
    /// How surnames end, for telling a name from its case ending.
    #[serde(default)]
    surnames: Vec<String>,
    /// Letters that case endings put between themselves and a vowel, each with these cases: as the last letter of a stem one rather belongs
    /// to the ending.
    #[serde(default)]
    buffers: BTreeMap<String, Vec<String>>,
    /// Ends of participles whose owner is the doer ("Ermənistanın törət**diyi** hücum").
    #[serde(default)]
    doers: Vec<String>,
    /// Words at the head of a trigger that say what another act is for ("met B **to** discuss").
    #[serde(default)]
    purposes: Vec<String>,
    /// Where a noun stands before the noun that it belongs to ("a **trade** embargo"): the words that stand behind an object and are
    /// no such noun. None where nouns do not stand so.
    #[serde(default)]
    beside_objects: Vec<String>,
    /// Adpositions that grow together with an article, unless the article is that of a subject ("depois **de o** ministro chegar").
    #[serde(default)]
    contracted: Vec<String>,
    /// Ends of verbs that tell behind a relative what somebody does always ("who chair**s**").
    #[serde(default)]
    habits: Vec<String>,
    /// Ends of verbs that describe the noun right behind them ("iştirak ed**əcək** heyət").
    #[serde(default)]
    attributes: Vec<String>,
    /// Words beside a topic that make it a time ("seçkilərdən **sonra**").
    #[serde(default)]
    times: Vec<String>,
    /// Ends of verbs by which a clause is a condition or a time ("rədd edər**sə**,").
    #[serde(default)]
    conditionals: Vec<String>,
    /// Words that close what is said where no quotation marks do ("…, **deyə** X bildirib").
    #[serde(default)]
    quotatives: Vec<String>,
    /// Ends of verbs in the singular whose subject may be left out where it is that of the sentence before.
    #[serde(default)]
    elided: Vec<String>,
    #[serde(default)]
    own_offices: Vec<String>,
    #[serde(default)]
    own_states: Vec<ConceptId>,
    /// Words that end so and are none.
    #[serde(default)]
    helping: Vec<String>,
    /// Ends of verbs in the plural: where behind a relative one stands in the singular, the last of a list is its subject ("A and B, who
    /// **arrives** today").
    #[serde(default)]
    plurals: Vec<String>,
    /// Ends of verbs that go on behind a comma with the subject of the verb before ("recebeu B, **agradecendo** o apoio").
    #[serde(default)]
    gerunds: Vec<String>,
    /// Words behind which something stands that was done on another day than the verb before ("**after** meeting B").
    #[serde(default)]
    apart: Vec<String>,
    /// The complements behind which stands for whom an office is, not whose ("envoy **for** Peru").
    #[serde(default)]
    recipients: Vec<String>,
    /// Names of places that are common words, too: before a complement and another name they are no place ("**Porto** de Maputo").
    #[serde(default)]
    common_places: Vec<String>,
    /// Words for those whom others serve: a name right behind an office that ends so is not its holder's ("adviser to **President** X").
    #[serde(default)]
    masters: Vec<String>,
    /// Small words for parts of a body, which may close the tail of an office ("head of the America **department** X").
    #[serde(default)]
    units: Vec<String>,
    /// Words behind a body that make it those who belong to it ("ASEAN **member** states"): it does not act itself.
    #[serde(default)]
    belonging: Vec<String>,
    /// Words behind a state that make it somebody of it ("the Kenya **leader**").
    #[serde(default)]
    leading: Vec<String>,
    /// Words before the state to which the one before is sent, where many are listed ("X **to** Peru; Y to Chad").
    #[serde(default)]
    postings: Vec<String>,
    /// Words between a verb that gives an office and that office ("was appointed **as the** ambassador").
    #[serde(default)]
    posts: Vec<String>,
    #[serde(default)]
    several: Vec<String>,
    #[serde(default)]
    teams: Vec<String>,
    #[serde(default)]
    behalf: Vec<String>,
    #[serde(default)]
    behalf_words: Vec<String>,
    #[serde(default)]
    represented: Vec<String>,
    /// Words that set one half of a clause against the other, which share a verb ("A bu gün, B **isə** sabah gələcək").
    #[serde(default)]
    contrasts: Vec<String>,
    /// Words behind "between A and B", or before it in languages with prepositions, that make it a relation, not an event.
    #[serde(default)]
    relations: Vec<String>,
    /// Words for people who are told by their state alone ("five Russian **diplomats**").
    #[serde(default)]
    staff: Vec<StaffFile>,
    /// Numbers in words, from two on.
    #[serde(default)]
    counts: Vec<String>,
    /// Words for where such people work ("embassy").
    #[serde(default)]
    missions: Vec<String>,
    /// How the first of two is marked where only the second bears the mark of both ("A **ilə** B arasında").
    #[serde(default)]
    with: PlaceFile,
    /// Words that ask for a case of the name before them.
    #[serde(default)]
    government: Vec<GovernmentFile>,
    #[serde(default)]
    negation: Vec<String>,
    /// Phrases after which time and place are those of something else ("to be held").
    #[serde(default)]
    elsewhere: Vec<String>,
    #[serde(default)]
    verbal_nouns: Vec<String>,
    /// Words that turn a topic behind them round ("to stop", "lifting").
    #[serde(default)]
    turns: Vec<String>,
    /// Words between a verb and a topic behind which the topic is still its object ("the **development of** trade"); stems with `~`.
    #[serde(default)]
    neutral: Vec<String>,
    /// Words before an office that say that it is not quite held ("former", "deputy").
    #[serde(default)]
    former: Vec<String>,
    /// Words before "of the president" that make a name behind it somebody else's ("wife").
    #[serde(default)]
    helpers: Vec<String>,
    /// Words that may stand between an office and a name ("His Excellency", "Dr.").
    #[serde(default)]
    before_name: Vec<String>,
    /// Words that may stand between a preposition and a country ("the Republic of").
    #[serde(default)]
    before_country: Vec<String>,
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
    /// Words that take up the noun phrase before them ("who").
    #[serde(default)]
    relatives: Vec<String>,
    /// Words that make a run of capitals something else than a person ("council"); a stem ends in `~`.
    #[serde(default)]
    not_names: Vec<String>,
    /// What bears the name right before it ("Nizami **küçəsi**").
    #[serde(default)]
    bearers: Vec<String>,
    #[serde(default)]
    pronouns: Vec<PronounFile>,
    #[serde(default)]
    home: Vec<HomeWords>,
    #[serde(default)]
    home_possessive: Vec<HomeWords>,
    #[serde(default)]
    counterpart: String,
    people: Vec<String>,
    place: PlaceFile,
    /// What may stand between the mark of a place and its name and says what sort of place it is ("in **the port city of** Izmir").
    #[serde(default)]
    place_heads: Vec<String>,
    /// Words for people at a gathering, who are not the sides of an act told before ("**participants** discussed").
    #[serde(default)]
    strangers: Vec<String>,
    /// Phrases behind which some of those are named who stand before it ("officials, **among them** X").
    #[serde(default)]
    inclusions: Vec<String>,
    /// Words beside a state's adjective for those who speak for the state ("the Estonian **side**").
    #[serde(default)]
    delegations: Vec<String>,
    #[serde(default)]
    titles_m: Vec<String>,
    #[serde(default)]
    titles_f: Vec<String>,
    #[serde(default)]
    passives: Vec<String>,
    #[serde(default)]
    courses: Vec<String>,
    #[serde(default)]
    adverbs: Vec<String>,
    #[serde(default)]
    doer_marks: Vec<String>,
    #[serde(default)]
    things: Vec<String>,
    #[serde(default)]
    first_person: Vec<String>,
    /// Words right before a verb that make what it tells a plan ("**will** hold a series of talks").
    #[serde(default)]
    futures: Vec<String>,
    /// Words for the seat of a state's government, which tell a city behind the state's adjective ("the Turkish **capital**").
    #[serde(default)]
    capitals: Vec<String>,
    /// Words that begin a clause which only says when or where ("after which").
    #[serde(default)]
    subordinators: Vec<String>,
    /// Words that open the clause of what is said ("that").
    #[serde(default)]
    conjunctions: Vec<String>,
    /// Words at the head of a clause that make it a condition or deny it ("if", "neither").
    #[serde(default)]
    conditions: Vec<String>,
    /// Words behind a trigger that undo it ("was postponed").
    #[serde(default)]
    cancels: Vec<String>,
    /// Phrases that end in the verb that somebody else is to do ("asked the ministers **to hold** talks").
    #[serde(default)]
    errands: Vec<String>,
    /// Verbs by which somebody wishes or makes somebody else do a thing, which a word of `purposes` opens: "**expects** Peru to sign".
    #[serde(default)]
    bids: Vec<String>,
    /// Common nouns by which a person or a state that is named is called: "the Peruvian **diplomat**", "its **ally** Peru".
    #[serde(default)]
    epithets: Vec<String>,
    /// Words that open a clause whose day and place are its own ("**as** fighting went on in Peru").
    #[serde(default)]
    clauses: Vec<String>,
    /// Articles before somebody who has been named.
    #[serde(default)]
    definites: Vec<String>,
    /// Words for the parties of the main event ("the two countries").
    #[serde(default)]
    sides: Vec<String>,
    /// How those are marked who were there too ("in the presence of").
    #[serde(default)]
    present: Vec<String>,
    /// How those are marked who travel with the subject ("his delegation includes").
    #[serde(default)]
    retinue: Vec<String>,
    /// Phrases that stand for the states of the parties ("the two countries").
    #[serde(default, rename = "both-states")]
    both_states: Vec<String>,
    /// Capitals that are no part of the name before them.
    #[serde(default)]
    closers: Vec<String>,
    /// Words between a field and the office that is held in it.
    #[serde(default)]
    fields: Vec<String>,
    /// Phrases at the head of a sentence that take up what was told before, up to its verb.
    #[serde(default)]
    resumes: Vec<String>,
    /// Likewise, of what is still to come.
    #[serde(default, rename = "resumes-ahead")]
    resumes_ahead: Vec<String>,
    /// Phrases at the head of a sentence behind which those are listed of whom the one before told.
    #[serde(default)]
    lists: Vec<String>,
    #[serde(default)]
    frame: Vec<FrameFile>,
    /// How a topic is tied to a state or body.
    #[serde(default)]
    tie: Vec<TieFile>,
    event: Vec<EventFile>,
}

/// On which side of its noun phrase an adposition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Adposition {
    /// Prepositions: the mark comes first.
    Pre,
    /// Postpositions and cases: the mark comes last.
    Post,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PronounFile {
    word: String,
    #[serde(default)]
    gender: Option<Gender>,
}

/// Words for the person last spoken of.
#[derive(Debug)]
pub(crate) struct Pronoun {
    phrase: Phrase,
    pub(crate) gender: Option<Gender>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HomeWords {
    /// The words ("our country", "our").
    pub(crate) words: String,
    /// The form of the country's name that takes their place; empty where their own ending says it.
    #[serde(default)]
    pub(crate) form: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GovernmentFile {
    case: String,
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    #[serde(default)]
    mark: Vec<String>,
    #[serde(default)]
    case: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameFile {
    relation: String,
    mark: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StaffFile {
    words: Vec<String>,
    manner: String,
    #[serde(default)]
    counted: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TieFile {
    relation: String,
    side: TieSide,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    case: String,
    #[serde(default)]
    adjective: bool,
    #[serde(default)]
    several: bool,
    #[serde(default)]
    topics: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TieSide {
    Before,
    After,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFile {
    kind: String,
    #[serde(default = "done")]
    status: Status,
    /// What sets it apart within its kind (`manner/…`).
    #[serde(default)]
    manner: String,
    trigger: Vec<String>,
    #[serde(default)]
    agents: String,
    #[serde(default)]
    targets: String,
    #[serde(default)]
    topics: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    frame: String,
    #[serde(default)]
    requires: Vec<Slot>,
    #[serde(default)]
    alone: bool,
}

fn done() -> Status {
    Status::Done
}

/// Everything that `patterns.toml` says, ready for use.
#[derive(Debug)]
pub(crate) struct Patterns {
    pub(crate) adposition: Adposition,
    pub(crate) determiners: Words,
    pub(crate) and: Words,
    pub(crate) particles: Words,
    pub(crate) openers: Words,
    pub(crate) governors: Words,
    pub(crate) whom: Words,
    /// Words that tell what happens at the place right before.
    pub(crate) wheres: Words,
    pub(crate) complements: Words,
    pub(crate) likely: Vec<String>,
    surnames: Vec<String>,
    buffers: BTreeMap<String, Vec<String>>,
    doers: WordEnds,
    pub(crate) purposes: Words,
    pub(crate) beside_objects: Words,
    pub(crate) contracted: Words,
    habits: WordEnds,
    attributes: WordEnds,
    pub(crate) quotatives: Words,
    pub(crate) times: Words,
    conditionals: WordEnds,
    elided: WordEnds,
    pub(crate) own_offices: Words,
    pub(crate) own_states: Vec<ConceptId>,
    plurals: WordEnds,
    gerunds: WordEnds,
    pub(crate) apart: Words,
    pub(crate) recipients: Words,
    pub(crate) masters: Words,
    pub(crate) units: Words,
    pub(crate) belonging: Words,
    pub(crate) leading: Words,
    pub(crate) postings: Words,
    pub(crate) posts: Words,
    pub(crate) several: Words,
    pub(crate) teams: Words,
    pub(crate) behalf: Phrases,
    pub(crate) behalf_words: Words,
    pub(crate) represented: Phrases,
    pub(crate) common_places: Words,
    helping: Words,
    pub(crate) contrasts: Words,
    pub(crate) relations: Words,
    pub(crate) staff: Vec<StaffRule>,
    pub(crate) counts: Words,
    pub(crate) missions: Words,
    pub(crate) with: Marking,
    government: Vec<(String, Phrases)>,
    pub(crate) negation: Words,
    pub(crate) elsewhere: Phrases,
    /// Nouns with the verb that makes one verb of them; the noun names no topic there.
    pub(crate) verbal_nouns: Phrases,
    turns: Forms,
    neutral: Forms,
    pub(crate) former: Words,
    pub(crate) helpers: Words,
    pub(crate) before_name: Words,
    pub(crate) before_country: Phrases,
    pub(crate) relatives: Words,
    not_names: Forms,
    bearers: Forms,
    pub(crate) pronouns: Vec<Pronoun>,
    /// Their phrases, by number.
    pub(crate) pronoun_words: PhraseTree,
    pub(crate) home: Vec<HomeWords>,
    pub(crate) home_possessive: Vec<HomeWords>,
    pub(crate) counterpart: String,
    pub(crate) people: Vec<Vec<Element>>,
    pub(crate) place: Marking,
    pub(crate) conditions: Words,
    pub(crate) conjunctions: Words,
    pub(crate) cancels: Phrases,
    pub(crate) errands: Phrases,
    pub(crate) bids: Phrases,
    pub(crate) epithets: Words,
    pub(crate) definites: Words,
    pub(crate) clauses: Words,
    pub(crate) subordinators: Words,
    pub(crate) sides: Phrases,
    pub(crate) present: Phrases,
    pub(crate) retinue: Phrases,
    pub(crate) both_states: Phrases,
    pub(crate) place_heads: Phrases,
    pub(crate) strangers: Words,
    pub(crate) inclusions: Phrases,
    pub(crate) delegations: Words,
    pub(crate) titles_m: Words,
    pub(crate) titles_f: Words,
    pub(crate) passives: Words,
    courses: WordEnds,
    adverbs: WordEnds,
    pub(crate) doer_marks: Words,
    pub(crate) things: Words,
    /// Verbs in the first person: what they tell who is quoted did.
    pub(crate) first_person: Words,
    pub(crate) futures: Words,
    pub(crate) capitals: Words,
    pub(crate) closers: Words,
    pub(crate) fields: Words,
    pub(crate) resumes: Phrases,
    pub(crate) resumes_ahead: Phrases,
    pub(crate) lists: Phrases,
    pub(crate) frames: Vec<FrameRule>,
    /// The occasions that lead from one state to another.
    pub(crate) journeys: BTreeSet<ConceptId>,
    pub(crate) ties: Vec<TieRule>,
    pub(crate) events: Vec<EventRule>,
}

/// Words for people who are told by their state alone, and the manner that says so.
#[derive(Debug)]
pub(crate) struct StaffRule {
    pub(crate) words: Words,
    pub(crate) manner: String,
    /// The words mean several where a number stands before them.
    pub(crate) counted: bool,
}

/// How a noun phrase is marked: by an adposition beside it, or by its own case.
#[derive(Debug, Default)]
pub(crate) struct Marking {
    pub(crate) words: Words,
    pub(crate) case: Option<String>,
    /// Only people and office holders are taken, no states and bodies.
    pub(crate) people: bool,
    /// The noun phrase stands right beside the trigger, at most a word between.
    pub(crate) beside: bool,
}

/// One element of a people pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) what: What,
    /// The case that the chunk must bear.
    pub(crate) case: Option<String>,
    /// Whether it may be missing.
    pub(crate) optional: bool,
    /// Whether several may stand here as a list.
    pub(crate) many: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    Country,
    Host,
    Demonym,
    /// Its adjective, for the person of that state last spoken of ("**the Estonian** said").
    Citizen,
    Org,
    Role,
    /// The rest of an office whose head stands apart ("ministro português dos Negócios Estrangeiros").
    Portfolio,
    Name,
    Place,
    /// A capital that may stand for its state.
    Capital,
    /// The tail of an office that no lexicon has ("for South Asian Affairs").
    Rest,
    /// Whatever stands between an office and the comma before its holder's name ("for talks on the border").
    Tail,
    /// Capitals before an office that say what it is for ("**Mines and Energy** Minister").
    Field,
    /// The head of a sentence, with articles and titles before it at most.
    Start,
    Literal(Arc<Forms>),
}

#[derive(Debug)]
pub(crate) struct FrameRule {
    pub(crate) relation: String,
    pub(crate) marks: Vec<Phrase>,
}

/// One way to tie a topic to states and bodies beside it.
#[derive(Debug)]
pub(crate) struct TieRule {
    pub(crate) relation: ConceptId,
    pub(crate) is_before: bool,
    /// Words between it and its topic.
    pub(crate) words: Words,
    pub(crate) case: Option<String>,
    /// It is the adjective of a state ("Russian aggression").
    pub(crate) is_adjective: bool,
    /// At least two are named.
    pub(crate) is_several: bool,
    /// Topics that it is for (`topic/war`, or all of a kind: `charge/`); all where there are none.
    topics: Vec<String>,
}

impl TieRule {
    pub(crate) fn takes(&self, topic: &ConceptId) -> bool {
        let is_meant = |wanted: &String| match wanted.as_bytes() {
            [kind @ .., b'/'] => topic.kind().as_bytes() == kind,
            whole => topic.as_str().as_bytes() == whole,
        };
        self.topics.is_empty() || self.topics.iter().any(is_meant)
    }
}

#[derive(Debug)]
pub(crate) struct EventRule {
    pub(crate) kind: String,
    pub(crate) status: Status,
    pub(crate) manner: Option<ConceptId>,
    pub(crate) triggers: Vec<Phrase>,
    pub(crate) agents: Vec<Search>,
    pub(crate) targets: Vec<Search>,
    pub(crate) topics: Option<TopicSearch>,
    pub(crate) document: Option<Side>,
    pub(crate) place: Option<PlaceSearch>,
    /// The place of the sentence is not that of the event: what is announced in a city does not happen there.
    pub(crate) is_nowhere: bool,
    /// The occasion stands beside the trigger without a mark of its own ("attended the summit").
    pub(crate) frame: Option<Side>,
    pub(crate) requires: Vec<Slot>,
    /// Its trigger begins with a noun, which has to stand alone: "the Peruvian **government** named" is told by another rule.
    pub(crate) is_alone: bool,
}

/// Where an event looks for those who take part in it.
#[derive(Debug)]
pub(crate) enum Search {
    /// The nearest noun phrase before the trigger that nothing governs.
    Subject,
    /// The first such noun phrase of the sentence.
    First,
    /// The subject of the reporting verb before, otherwise the own subject.
    Speaker,
    /// Who stands right behind the trigger, only articles and a date between ("afirmou hoje o ministro"): a subject that
    /// follows its verb. States and bodies there are objects.
    Next,
    /// The noun phrase on that side, marked so.
    Marked(Side, Marking),
    /// The subject of the encounter before, with which this one is told ("will meet A **and** have talks with B").
    Joined,
    /// The owner of a claim: the noun phrase so marked that stands right before it ("**Ermənistanın** təxribatları").
    Owner(Marking),
    /// The list that stands beside that mark ("between A and B"): the first is the agent, the rest are the others.
    Between(Marking),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
    Any,
}

impl Side {
    /// Whether something stands on this side of a trigger; the trigger's own words are on both.
    pub(crate) fn admits(self, tokens: &Range<usize>, trigger: &Range<usize>) -> bool {
        match self {
            Self::Before => tokens.end <= trigger.end,
            Self::After => tokens.start >= trigger.start,
            Self::Any => true,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct TopicSearch {
    pub(crate) side: Side,
    /// Claims (`charge/…`) are taken, and topics only where there is no claim.
    pub(crate) charges: bool,
    /// A topic behind a word that turns it round ("support for **lifting** the sanctions") is not taken.
    pub(crate) straight: bool,
    /// Only a topic that is the verb's own object is taken, and what is listed with it: support for Ukraine in the war is no
    /// support for the war.
    pub(crate) near: bool,
}

#[derive(Debug)]
pub(crate) struct PlaceSearch {
    /// Only articles and a date stand between the trigger and the place.
    pub(crate) next: bool,
    pub(crate) side: Side,
    pub(crate) marking: Marking,
}

/// Words in order; some may be stems, alternatives or gaps.
#[derive(Debug)]
pub(crate) struct Phrase(pub(crate) Vec<Step>);

/// Phrases of one class share their words: files write `<adverb>?` in hundreds of phrases.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// One of these words; a stem (`görüş~`) stands for every word that begins so.
    Word(Arc<[Form]>),
    /// Up to so many tokens of any kind.
    Gap(usize),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    pub(crate) letters: String,
    pub(crate) stem: bool,
}

impl Phrase {
    /// Words parted by blanks: `said|stated that`, stems with `~`, `*` for up to four tokens, `**` for up to twenty.
    pub(crate) fn parse(text: &str, fold: &dyn Fn(&str) -> String) -> Self {
        Self(text.split_whitespace().map(|word| Step::parse(word, fold)).collect())
    }
}

impl Step {
    fn parse(word: &str, fold: &dyn Fn(&str) -> String) -> Self {
        match word {
            "*" => Step::Gap(4),
            "**" => Step::Gap(20),
            _ => Step::Word(word.split('|').map(|form| Form::parse(form, fold)).collect()),
        }
    }
}

impl Form {
    fn parse(text: &str, fold: &dyn Fn(&str) -> String) -> Self {
        match text.strip_suffix('~') {
            Some(stem) => Form::new(fold(stem), true),
            None => Form::new(fold(text), false),
        }
    }

    fn new(letters: String, stem: bool) -> Self {
        Form { letters, stem }
    }

    #[cfg(test)]
    pub(crate) fn fits(&self, token: &Token<'_>) -> bool {
        if self.stem { token.word.starts_with(self.letters.as_str()) } else { token.word == self.letters }
    }
}

/// Some forms of which a word may be any.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    all: Vec<Form>,
    words: Words,
    stems: Vec<String>,
    stem_beginnings: Beginnings,
}

impl Forms {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Form> {
        self.all.iter()
    }

    /// Whether a word is one of them.
    pub(crate) fn fit(&self, token: &Token<'_>) -> bool {
        self.words.holds(token)
            || (self.stem_beginnings.may_begin(token.word)
                && self.stems.iter().any(|stem| token.word.starts_with(stem.as_str())))
    }
}

impl FromIterator<Form> for Forms {
    fn from_iter<I: IntoIterator<Item = Form>>(forms: I) -> Self {
        let all: Vec<Form> = forms.into_iter().collect();
        let letters = |stem: bool| all.iter().filter(move |form| form.stem == stem).map(|form| form.letters.clone());
        let (words, stems): (Words, Vec<String>) = (letters(false).collect(), letters(true).collect());
        let stem_beginnings = stems.iter().map(String::as_str).collect();
        Self { all, words, stems, stem_beginnings }
    }
}

impl PartialEq for Forms {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Forms {}

impl Patterns {
    /// Whether the verb closes its clause, as it does where nouns are marked behind.
    pub(crate) fn is_verb_final(&self) -> bool {
        self.adposition == Adposition::Post
    }

    /// Whether a word ends as surnames do, with a name's worth of letters before.
    pub(crate) fn is_surname(&self, word: &str) -> bool {
        self.surname_endings(word).next().is_some()
    }

    /// How many bytes the longest ending of surnames has that closes a word.
    pub(crate) fn surname_ending(&self, word: &str) -> Option<usize> {
        self.surname_endings(word).map(|stem| word.len() - stem.len()).max()
    }

    /// What stands before each ending of surnames that closes a word, where that is a name's worth of letters.
    fn surname_endings<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let last = word.as_bytes().last();
        self.surnames
            .iter()
            .filter(move |ending| ending.as_bytes().last() == last)
            .filter_map(move |ending| word.strip_suffix(ending.as_str()))
            .filter(|stem| stem.chars().count() >= 2)
    }

    /// Whether a word is a participle whose owner is the doer.
    pub(crate) fn tells_doer(&self, word: &str) -> bool {
        self.doers.close(word)
    }

    /// A word without its last letter, if that may be the buffer of an ending in this case.
    pub(crate) fn without_buffer<'w>(&self, word: &'w str, case: Option<&str>) -> Option<&'w str> {
        let (last, _) = word.char_indices().next_back()?;
        let cases = self.buffers.get(&word[last..])?;
        cases.iter().any(|other| Some(other.as_str()) == case).then(|| &word[..last])
    }

    /// The case that a word asks for from the name right before it.
    pub(crate) fn governed_case(&self, sight: Sight<'_>, at: usize) -> Option<&str> {
        let asks = |words: &Phrases| words.ends_at(sight, at).next().is_some();
        self.government.iter().find(|(_, words)| asks(words)).map(|(case, _)| case.as_str())
    }

    /// Whether a word only determines or governs what follows: an article, an adposition.
    pub(crate) fn is_small(&self, token: &Token<'_>) -> bool {
        self.determiners.holds(token) || self.governors.holds(token)
    }

    /// Where the word stands before a phrase that begins at a token, articles skipped.
    pub(crate) fn word_before(&self, tokens: &[Token<'_>], start: usize) -> Option<usize> {
        tokens[..start].iter().rposition(|token| !self.determiners.holds(token))
    }

    /// Whether an article, an adposition or another part of a name stands right before a token: then it is no surname alone.
    pub(crate) fn word_holds_back(&self, tokens: &[Token<'_>], at: usize) -> bool {
        at.checked_sub(1).map(|before| &tokens[before]).is_some_and(|before| {
            self.determiners.holds(before) || self.governors.holds(before) || before.shape == Shape::Capital
        })
    }

    /// Whether a token parts the members of a list: a comma, or "and".
    pub(crate) fn joins(&self, token: &Token<'_>) -> bool {
        token.text == "," || self.and.holds(token)
    }

    /// Whether a topic behind a word is as good as the word's own object.
    pub(crate) fn is_neutral(&self, token: &Token<'_>) -> bool {
        self.neutral.fit(token)
    }

    /// Whether a word is a verb that tells behind a relative what somebody does always.
    pub(crate) fn tells_habit(&self, token: &Token<'_>) -> bool {
        let ends = || self.habits.close(token.word);
        token.shape == crate::token::Shape::Lower && ends() && !self.helping.holds(token)
    }

    /// Whether a verb ends so that it describes a noun right behind it.
    pub(crate) fn may_describe(&self, verb: &Token<'_>) -> bool {
        self.attributes.close(verb.word)
    }

    /// Whether a verb ends as that of a condition, or of a time, does.
    pub(crate) fn tells_condition(&self, verb: &Token<'_>) -> bool {
        self.conditionals.close(verb.word)
    }

    /// The word before a verb and the adverb beside it.
    pub(crate) fn word_before_verb(&self, tokens: &[Token<'_>], verb: usize) -> Option<usize> {
        let is_adverb = |at: usize| self.adverbs.close(tokens[at].word);
        let before = verb.checked_sub(1)?;
        if is_adverb(before) { before.checked_sub(1) } else { Some(before) }
    }

    /// Whether the subject of a verb may be left out where it is that of the sentence before ("**Reuniu-se** depois com …").
    pub(crate) fn may_elide(&self, verb: &Token<'_>) -> bool {
        self.elided.close(verb.word)
    }

    /// Whether a verb stands in the singular, where its end tells.
    pub(crate) fn is_singular(&self, verb: &Token<'_>) -> bool {
        let head = verb.word.split('-').next().unwrap_or_default();
        !self.plurals.is_empty() && !self.plurals.close(head)
    }

    /// Whether a verb stands in the plural, where its end tells.
    pub(crate) fn is_plural(&self, verb: &Token<'_>) -> bool {
        !self.plurals.is_empty() && !self.is_singular(verb)
    }

    /// Whether a word opens a clause of its own: a relative, or a word like "when" or "that".
    pub(crate) fn opens_clause(&self, token: &Token<'_>) -> bool {
        self.relatives.holds(token) || self.subordinators.holds(token) || self.conjunctions.holds(token)
    }

    /// Whether a verb goes on with the subject of the verb before.
    pub(crate) fn goes_on(&self, verb: &Token<'_>) -> bool {
        let head = verb.word.split('-').next().unwrap_or_default();
        let is_conjunction = self.subordinators.holds(verb);
        verb.shape == Shape::Lower && !is_conjunction && self.gerunds.close(head)
    }

    /// Whether a verb is of what is going on ("was **visiting**"), which an auxiliary of the passive makes no passive.
    pub(crate) fn tells_course(&self, token: &Token<'_>) -> bool {
        self.courses.close(token.word)
    }

    /// Whether a participle stands between an article and its noun ("the **disputed** border"), as nouns then do beside nouns.
    pub(crate) fn takes_participles_before_nouns(&self) -> bool {
        !self.beside_objects.is_empty()
    }

    /// Whether a word in small letters neither joins others nor governs what follows, as articles and prepositions do.
    pub(crate) fn is_plain(&self, token: &Token<'_>) -> bool {
        token.shape == crate::token::Shape::Lower
            && !self.joins(token)
            && !self.is_small(token)
            && !self.governors.holds(token)
    }

    /// Whether a word turns a topic round.
    pub(crate) fn turns(&self, token: &Token<'_>) -> bool {
        self.turns.fit(token)
    }

    /// Whether a folded word makes a run of capitals something else than a person.
    pub(crate) fn is_no_name(&self, token: &Token<'_>) -> bool {
        self.not_names.fit(token)
    }

    /// Whether a word is of a thing that bears the name right before it.
    pub(crate) fn bears_name(&self, token: &Token<'_>) -> bool {
        self.bearers.fit(token)
    }

    /// The patterns of a language, and the book of the words in their phrases, to which further trees may be added.
    pub(crate) fn load(
        locales: &Locales,
        tag: &str,
        fold: &dyn Fn(&str) -> String,
    ) -> Result<(Self, ClassBook), LoadError> {
        let Some(file) = locales.layers(tag, FILE).last() else {
            return Err(LoadError::new(format!("locales/{tag}/{FILE}"), "is missing").with_hint(
                "without it nothing can be read in this language; copy that of a language of the same build",
            ));
        };
        let mut raw: PatternsFile = file.toml()?;
        let classes = std::mem::take(&mut raw.words);
        let compiler = Compiler { file, classes, options: RefCell::default(), book: RefCell::default(), fold };
        let patterns = Self { journeys: journeys(locales)?, ..compiler.compile(raw)? };
        Ok((patterns, compiler.book.into_inner()))
    }
}

/// The occasions that lead from one state to another.
fn journeys(locales: &Locales) -> Result<BTreeSet<ConceptId>, LoadError> {
    let Some(file) = locales.file(ROOT, OCCASIONS) else { return Ok(BTreeSet::new()) };
    let table = file.table()?;
    let journeys = table.rows().filter(|row| row.cell("journey") == "yes");
    Ok(journeys.map(|row| ConceptId::new(row.key())).collect())
}

struct Compiler<'a> {
    file: SourceFile<'a>,
    /// Words that phrases may call by one name.
    classes: BTreeMap<String, Vec<String>>,
    /// What each step stands for that was met so far.
    options: RefCell<BTreeMap<String, Arc<[Vec<Step>]>>>,
    book: RefCell<ClassBook>,
    fold: &'a dyn Fn(&str) -> String,
}

impl Compiler<'_> {
    fn compile(&self, raw: PatternsFile) -> Result<Patterns, LoadError> {
        let events: Vec<EventRule> = raw.event.iter().map(|event| self.event(event)).collect::<Result<_, _>>()?;
        self.book.borrow_mut().number_first(events.iter().flat_map(|event| &event.triggers));
        let pronouns = self.pronouns(&raw.pronouns)?;
        let words = pronouns.iter().map(|pronoun| &pronoun.phrase);
        let pronoun_words = PhraseTree::new(words, &mut self.book.borrow_mut());
        Ok(Patterns {
            adposition: raw.adposition,
            determiners: self.words(&raw.determiners),
            and: self.words(&raw.and),
            particles: self.words(&raw.particles),
            openers: self.words(&raw.openers),
            governors: self.words(&raw.governors),
            whom: self.words(&raw.whom),
            wheres: self.words(&raw.wheres),
            complements: self.words(&raw.complements),
            likely: raw.likely,
            surnames: raw.surnames,
            buffers: raw.buffers,
            doers: self.ends(&raw.doers),
            purposes: self.words(&raw.purposes),
            beside_objects: self.words(&raw.beside_objects),
            contracted: self.words(&raw.contracted),
            habits: self.ends(&raw.habits),
            attributes: self.ends(&raw.attributes),
            quotatives: self.words(&raw.quotatives),
            times: self.words(&raw.times),
            conditionals: self.ends(&raw.conditionals),
            elided: self.ends(&raw.elided),
            own_offices: self.words(&raw.own_offices),
            own_states: raw.own_states.clone(),
            plurals: self.ends(&raw.plurals),
            gerunds: self.ends(&raw.gerunds),
            apart: self.words(&raw.apart),
            recipients: self.words(&raw.recipients),
            masters: self.words(&raw.masters),
            units: self.words(&raw.units),
            belonging: self.words(&raw.belonging),
            leading: self.words(&raw.leading),
            postings: self.words(&raw.postings),
            posts: self.words(&raw.posts),
            several: self.words(&raw.several),
            teams: self.words(&raw.teams),
            behalf: self.phrase_list(&raw.behalf)?,
            behalf_words: self.words(&raw.behalf_words),
            represented: self.phrase_list(&raw.represented)?,
            common_places: self.words(&raw.common_places),
            helping: self.words(&raw.helping),
            contrasts: self.words(&raw.contrasts),
            relations: self.words(&raw.relations),
            staff: raw.staff.iter().map(|staff| self.staff(staff)).collect(),
            counts: self.words(&raw.counts),
            missions: self.words(&raw.missions),
            with: Marking {
                words: self.words(&raw.with.mark),
                case: some(&raw.with.case),
                people: false,
                beside: false,
            },
            government: self.government(&raw.government)?,
            negation: self.words(&raw.negation),
            turns: raw.turns.iter().map(|word| Form::parse(word, self.fold)).collect(),
            neutral: raw.neutral.iter().map(|word| Form::parse(word, self.fold)).collect(),
            former: self.words(&raw.former),
            helpers: self.words(&raw.helpers),
            before_name: self.words(&raw.before_name),
            before_country: self.phrase_list(&raw.before_country)?,
            relatives: self.words(&raw.relatives),
            bearers: raw.bearers.iter().map(|word| Form::parse(word, self.fold)).collect(),
            not_names: raw.not_names.iter().map(|word| Form::parse(word, self.fold)).collect(),
            elsewhere: self.phrase_list(&raw.elsewhere)?,
            verbal_nouns: self.phrase_list(&raw.verbal_nouns)?,
            pronouns,
            pronoun_words,
            home: raw.home,
            home_possessive: raw
                .home_possessive
                .into_iter()
                .map(|h| HomeWords { words: (self.fold)(&h.words), form: h.form })
                .collect(),
            counterpart: raw.counterpart,
            people: raw.people.iter().map(|pattern| self.people(pattern)).collect::<Result<_, _>>()?,
            place: Marking {
                words: self.words(&raw.place.mark),
                case: some(&raw.place.case),
                people: false,
                beside: false,
            },
            conditions: self.words(&raw.conditions),
            conjunctions: self.words(&raw.conjunctions),
            cancels: self.phrase_list(&raw.cancels)?,
            errands: self.phrase_list(&raw.errands)?,
            bids: self.phrase_list(&raw.bids)?,
            epithets: self.words(&raw.epithets),
            definites: self.words(&raw.definites),
            clauses: self.words(&raw.clauses),
            subordinators: self.words(&raw.subordinators),
            sides: self.phrase_list(&raw.sides)?,
            present: self.phrase_list(&raw.present)?,
            retinue: self.phrase_list(&raw.retinue)?,
            both_states: self.phrase_list(&raw.both_states)?,
            place_heads: self.phrase_list(&raw.place_heads)?,
            strangers: self.words(&raw.strangers),
            inclusions: self.phrase_list(&raw.inclusions)?,
            delegations: self.words(&raw.delegations),
            titles_m: self.words(&raw.titles_m),
            titles_f: self.words(&raw.titles_f),
            passives: self.words(&raw.passives),
            courses: self.ends(&raw.courses),
            adverbs: self.ends(&raw.adverbs),
            doer_marks: self.words(&raw.doer_marks),
            closers: self.words(&raw.closers),
            fields: self.words(&raw.fields),
            things: self.words(&raw.things),
            first_person: self.words(&raw.first_person),
            futures: self.words(&raw.futures),
            capitals: self.words(&raw.capitals),
            resumes: self.phrase_list(&raw.resumes)?,
            resumes_ahead: self.phrase_list(&raw.resumes_ahead)?,
            lists: self.phrase_list(&raw.lists)?,
            journeys: BTreeSet::new(),
            ties: raw.tie.iter().map(|way| self.tie(way)).collect::<Result<_, _>>()?,
            frames: raw.frame.iter().map(|frame| self.frame(frame)).collect::<Result<_, _>>()?,
            events,
        })
    }

    fn government(&self, raw: &[GovernmentFile]) -> Result<Vec<(String, Phrases)>, LoadError> {
        raw.iter().map(|government| Ok((government.case.clone(), self.phrase_list(&government.words)?))).collect()
    }

    fn pronouns(&self, raw: &[PronounFile]) -> Result<Vec<Pronoun>, LoadError> {
        let mut pronouns = Vec::with_capacity(raw.len());
        for PronounFile { word, gender } in raw {
            let phrases = self.phrases(std::slice::from_ref(word))?;
            pronouns.extend(phrases.into_iter().map(|phrase| Pronoun { phrase, gender: *gender }));
        }
        Ok(pronouns)
    }

    fn staff(&self, StaffFile { words, manner, counted }: &StaffFile) -> StaffRule {
        StaffRule { words: self.words(words), manner: manner.clone(), counted: *counted }
    }

    fn ends(&self, ends: &[String]) -> WordEnds {
        WordEnds::new(ends, self.fold)
    }

    fn words(&self, words: &[String]) -> Words {
        Words::new(words, self.fold)
    }

    fn people(&self, pattern: &str) -> Result<Vec<Element>, LoadError> {
        let elements: Vec<Element> =
            pattern.split_whitespace().map(|text| self.element(text)).collect::<Result<_, _>>()?;
        if elements.iter().all(|element| element.optional) {
            return Err(self.file.error_near(pattern, "a people pattern needs one part that is not optional"));
        }
        Ok(elements)
    }

    /// `role`, `country:genitive?`, `country+`, `'of|from'?`, `'<tail>'+`: of words so many as there are, one behind the other.
    fn element(&self, text: &str) -> Result<Element, LoadError> {
        let (body, optional) = text.strip_suffix('?').map_or((text, false), |body| (body, true));
        let (body, many) = body.strip_suffix('+').map_or((body, false), |body| (body, true));
        if let Some(words) = body.strip_prefix('\'').and_then(|body| body.strip_suffix('\'')) {
            let what = What::Literal(Arc::new(self.literal(words)?));
            return Ok(Element { what, case: None, optional, many });
        }
        let (name, case) = body.split_once(':').map_or((body, None), |(name, case)| (name, Some(case.to_owned())));
        let what = match name {
            "country" => What::Country,
            "host" => What::Host,
            "demonym" => What::Demonym,
            "citizen" => What::Citizen,
            "org" => What::Org,
            "role" => What::Role,
            "portfolio" => What::Portfolio,
            "name" => What::Name,
            "place" => What::Place,
            "capital" => What::Capital,
            "rest" => What::Rest,
            "tail" => What::Tail,
            "field" => What::Field,
            "start" => What::Start,
            _ => {
                let known = [
                    "country",
                    "host",
                    "demonym",
                    "citizen",
                    "org",
                    "role",
                    "portfolio",
                    "name",
                    "place",
                    "capital",
                    "rest",
                    "tail",
                    "field",
                    "start",
                ];
                return Err(unknown(self.file, "part of a people pattern", name, &known));
            }
        };
        Ok(Element { what, case, optional, many })
    }

    /// Single words, some of them the members of a class.
    fn literal(&self, text: &str) -> Result<Forms, LoadError> {
        let mut forms = Vec::new();
        for word in text.split('|') {
            forms.extend(self.members(word)?.iter().map(|word| Form::new((self.fold)(word), false)));
        }
        Ok(forms.into_iter().collect())
    }

    fn frame(&self, raw: &FrameFile) -> Result<FrameRule, LoadError> {
        Ok(FrameRule { relation: format!("relation/{}", raw.relation), marks: self.phrases(&raw.mark)? })
    }

    fn tie(&self, raw: &TieFile) -> Result<TieRule, LoadError> {
        if !Complement::RELATIONS.contains(&raw.relation.as_str()) {
            return Err(unknown(self.file, "relation of a tie", &raw.relation, Complement::RELATIONS));
        }
        Ok(TieRule {
            relation: ConceptId::of("relation", &raw.relation),
            is_before: raw.side == TieSide::Before,
            words: self.words(&raw.words),
            case: some(&raw.case),
            is_adjective: raw.adjective,
            is_several: raw.several,
            topics: raw.topics.clone(),
        })
    }

    fn event(&self, raw: &EventFile) -> Result<EventRule, LoadError> {
        if raw.trigger.is_empty() {
            return Err(self.file.error_near(&raw.kind, format!("`{}` has no trigger", raw.kind)));
        }
        Ok(EventRule {
            kind: format!("event/{}", raw.kind),
            status: raw.status,
            manner: some(&raw.manner).map(|manner| ConceptId::of("manner", &manner)),
            triggers: self.phrases(&raw.trigger)?,
            agents: self.searches(&raw.agents)?,
            targets: self.searches(&raw.targets)?,
            topics: self.topics(&raw.topics)?,
            document: some(&raw.document).map(|side| self.side(&side)).transpose()?,
            place: self.place(&raw.place)?,
            is_nowhere: raw.place == NOWHERE,
            frame: some(&raw.frame).map(|side| self.side(&side)).transpose()?,
            requires: raw.requires.clone(),
            is_alone: raw.alone,
        })
    }

    /// Phrases with their classes and optional words written out.
    fn phrases(&self, texts: &[String]) -> Result<Vec<Phrase>, LoadError> {
        let mut phrases = Vec::with_capacity(texts.len());
        for text in texts {
            phrases.extend(self.write_out(text)?.into_iter().map(Phrase));
        }
        Ok(phrases)
    }

    fn phrase_list(&self, texts: &[String]) -> Result<Phrases, LoadError> {
        Ok(Phrases::new(&self.phrases(texts)?, &mut self.book.borrow_mut()))
    }

    /// `<have>? met` as `has|have|had met` and `met`.
    fn write_out(&self, text: &str) -> Result<Vec<Vec<Step>>, LoadError> {
        let mut phrases = vec![Vec::new()];
        for step in text.split_whitespace() {
            let options = self.options(step)?;
            let longer = |head: &Vec<Step>, option: &Vec<Step>| head.iter().chain(option).cloned().collect();
            phrases = phrases.iter().flat_map(|head| options.iter().map(move |option| longer(head, option))).collect();
            if phrases.len() > EXPANSIONS {
                let message = format!("`{text}` stands for more than {EXPANSIONS} phrases");
                return Err(self.file.error_near(text, message).with_hint("write some of its optional words apart"));
            }
        }
        phrases.retain(|phrase| !phrase.is_empty());
        Ok(phrases)
    }

    /// What may stand at a step of a phrase: single words together, phrases of a class one by one, nothing if it is optional.
    fn options(&self, step: &str) -> Result<Arc<[Vec<Step>]>, LoadError> {
        if let Some(known) = self.options.borrow().get(step) {
            return Ok(known.clone());
        }
        let (words, optional) = step.strip_suffix('?').map_or((step, false), |words| (words, true));
        let (mut singles, mut options) = (Vec::new(), Vec::new());
        for word in words.split('|') {
            for word in self.members(word)?.as_ref() {
                if word.contains(' ') { options.push(word.clone()) } else { singles.push(word.clone()) }
            }
        }
        if !singles.is_empty() {
            options.insert(0, singles.join("|"));
        }
        if optional {
            options.push(String::new());
        }
        let written: Vec<Vec<Vec<Step>>> =
            options.iter().map(|text| self.write_out_member(text)).collect::<Result<_, _>>()?;
        let options: Arc<[Vec<Step>]> = written.into_iter().flatten().collect();
        self.options.borrow_mut().insert(step.to_owned(), options.clone());
        Ok(options)
    }

    /// A phrase of a class, which may have optional words and no classes of its own.
    fn write_out_member(&self, text: &str) -> Result<Vec<Vec<Step>>, LoadError> {
        if text.contains('<') {
            return Err(self.file.error_near(text, format!("a class stands in a class: `{text}`")));
        }
        let is_plain = !text.contains('?');
        if is_plain { Ok(vec![Phrase::parse(text, self.fold).0]) } else { self.write_out(text) }
    }

    /// The words of a class (`<tail>`), or the word itself.
    fn members(&self, word: &str) -> Result<Cow<'_, [String]>, LoadError> {
        match word.strip_prefix('<').and_then(|word| word.strip_suffix('>')) {
            Some(class) => self.class(class).map(Cow::Borrowed),
            None => Ok(Cow::Owned(vec![word.to_owned()])),
        }
    }

    fn class(&self, name: &str) -> Result<&[String], LoadError> {
        let known = || self.classes.keys().map(String::as_str).collect::<Vec<_>>();
        self.classes.get(name).map(Vec::as_slice).ok_or_else(|| unknown(self.file, "class of words", name, &known()))
    }

    /// Ways to look, tried in order: `"subject or after:by,from"`; `people after` takes no states and bodies,
    /// `beside before` only what stands right there.
    fn searches(&self, text: &str) -> Result<Vec<Search>, LoadError> {
        text.split(" or ").map(str::trim).filter(|way| !way.is_empty()).map(|way| self.search(way)).collect()
    }

    fn search(&self, text: &str) -> Result<Search, LoadError> {
        let (text, people) = text.strip_prefix("people ").map_or((text, false), |rest| (rest, true));
        let (text, beside) = text.strip_prefix("beside ").map_or((text, false), |rest| (rest, true));
        let (head, words) = text.split_once(':').map_or((text, ""), |(head, words)| (head, words));
        let words: Vec<String> = words.split(',').map(str::trim).filter(|w| !w.is_empty()).map(str::to_owned).collect();
        let (head, case) = head.split_once('/').map_or((head, None), |(head, case)| (head, Some(case.to_owned())));
        let marking = || Marking { words: self.words(&words), case: case.clone(), people, beside };
        match head {
            "subject" => Ok(Search::Subject),
            "first" => Ok(Search::First),
            "joined" => Ok(Search::Joined),
            "speaker" => Ok(Search::Speaker),
            "next" => Ok(Search::Next),
            "before" => Ok(Search::Marked(Side::Before, marking())),
            "after" => Ok(Search::Marked(Side::After, marking())),
            "any" => Ok(Search::Marked(Side::Any, marking())),
            "owner" => Ok(Search::Owner(marking())),
            "between" => Ok(Search::Between(marking())),
            _ => {
                let known =
                    ["subject", "first", "joined", "speaker", "next", "before", "after", "any", "owner", "between"];
                Err(unknown(self.file, "way to look", head, &known))
            }
        }
    }

    fn topics(&self, text: &str) -> Result<Option<TopicSearch>, LoadError> {
        let (text, near) = text.strip_prefix("near ").map_or((text, false), |rest| (rest, true));
        let (text, straight) = text.strip_prefix("straight ").map_or((text, false), |rest| (rest, true));
        let (text, charges) = text.strip_prefix("charges ").map_or((text, false), |rest| (rest, true));
        Ok(some(text).map(|side| self.side(&side)).transpose()?.map(|side| TopicSearch {
            side,
            charges,
            straight,
            near,
        }))
    }

    fn place(&self, text: &str) -> Result<Option<PlaceSearch>, LoadError> {
        if text.is_empty() || text == NOWHERE {
            return Ok(None);
        }
        match self.search(text)? {
            Search::Next => Ok(Some(PlaceSearch { next: true, side: Side::After, marking: Marking::default() })),
            Search::Marked(side, marking) => Ok(Some(PlaceSearch { next: false, side, marking })),
            _ => Err(self.file.error_near(text, "a place is looked for `next`, `before`, `after` or `any`")),
        }
    }

    fn side(&self, text: &str) -> Result<Side, LoadError> {
        match text {
            "before" => Ok(Side::Before),
            "after" => Ok(Side::After),
            "any" => Ok(Side::Any),
            _ => Err(unknown(self.file, "side", text, &["before", "after", "any"])),
        }
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// An error that says what was meant, if something known is near.
pub(crate) fn unknown(file: SourceFile<'_>, what: &str, found: &str, known: &[&str]) -> LoadError {
    let error = file.error_near(found, format!("unknown {what} `{found}`"));
    match known.iter().min_by_key(|word| strsim::levenshtein(word, found)) {
        Some(near) if strsim::levenshtein(near, found) <= 2 => error.with_hint(format!("did you mean `{near}`?")),
        _ => error.with_hint(format!("one of {}", known.join(", "))),
    }
}
