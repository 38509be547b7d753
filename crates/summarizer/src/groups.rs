//! Noun phrases that stand for someone: "Azerbaijan's Foreign Minister Jeyhun Bayramov", "the foreign ministers of A and B".
//!
//! Knows how the people patterns of a language are laid over a row of chunks. Who the people are is `people.rs`'s.

mod double;
mod lists;

use std::collections::BTreeMap;
use std::ops::Range;

use attache_grammar::{Ending, Endings};
use attache_schema::{ConceptId, Gender, Span};

use crate::chunk::{Chunk, ChunkKind};
use crate::dateline::is_dash;
use crate::declension::{OBJECT, may_own};
use crate::offices::States;
use crate::patterns::{Adposition, Element, Form, Patterns, Pronoun, What};
use crate::phrase::{Found, Sight};
use crate::token::{Shape, Token, share_token};
use crate::triggers::Triggers;
use crate::words::{WordMap, Words};

use double::with_first_office;
use lists::{join_lists, with_unread_office};

/// One or several who stand in one noun phrase or in one list.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) chunks: Range<usize>,
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    pub(crate) members: Vec<Member>,
    /// The ending of the last word, which marks the whole group.
    pub(crate) ending: Ending,
}

impl Group {
    /// Goes on to the end of a later group, whose members are of this one.
    fn take_in(&mut self, later: Self) {
        self.tokens.end = later.tokens.end;
        self.chunks.end = later.chunks.end;
        self.span = self.span.to(later.span);
        self.members.extend(later.members);
    }
}

/// What a noun phrase says of one of those it stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Member {
    pub(crate) role: Option<ConceptId>,
    pub(crate) country: Option<ConceptId>,
    pub(crate) org: Option<ConceptId>,
    pub(crate) host: Option<ConceptId>,
    /// Where the office is held ("the mayor **of Izmir**").
    pub(crate) place: Option<ConceptId>,
    /// Index of the chunk with the name.
    pub(crate) name: Option<usize>,
    pub(crate) gender: Option<Gender>,
    /// Stands for somebody spoken of before, of the state where one is told ("the Estonian").
    pub(crate) is_pronoun: bool,
    /// The parties of the main event, whoever they are.
    pub(crate) is_sides: bool,
    /// Their states.
    pub(crate) is_states: bool,
    /// The palace for which a body is called ("Itamaraty").
    pub(crate) seat: Option<ConceptId>,
    /// The capital that stands for its state.
    pub(crate) capital: Option<ConceptId>,
    /// The place whose office it is ("Ankara valisi").
    pub(crate) city: Option<ConceptId>,
    pub(crate) plural: bool,
    /// An office of something that could not be read ("the president **of the club**"): without a name nobody who was named so
    /// far, and of no state where it is one that every body has ("the Azerbaijani **election commission's** chairman").
    pub(crate) open: bool,
    /// The offices that bear its name, where several do.
    pub(crate) namesakes: Vec<ConceptId>,
    /// Something stands behind the name that could not be read ("President X **of** …").
    pub(crate) is_of_unread: bool,
    /// The body that bears the name of the office, too ("MNE").
    pub(crate) namesake_body: Option<ConceptId>,
    /// The office of something before it that no lexicon has.
    pub(crate) is_owned: bool,
    /// The office is that of who serves the one named ("the adviser to **President X**"), who does nothing here.
    pub(crate) is_master: bool,
    /// The office was held before or is held for another ("the **former** president of Peru"): it is not the person's.
    pub(crate) is_former: bool,
    /// A title stands before the name ("Mr", "Cardinal"): it is a person's.
    pub(crate) is_titled: bool,
    /// The state stands between the office and the name ("the president of Peru X"): it is nobody else's in the list.
    pub(crate) is_closed: bool,
    pub(crate) span: Option<Span>,
}

/// The people patterns as a tree whose edges are their elements: those that begin alike are laid over the chunks together.
#[derive(Debug, Default)]
pub(crate) struct PeopleTree {
    branches: Vec<Branch>,
    /// The branches of the root, by what patterns behind them may begin with: by the number of the kind, and by word.
    kinds: [Option<Openings>; KINDS],
    words: WordMap<Openings>,
}

/// How many kinds of chunk there are.
const KINDS: usize = ChunkKind::Mark as usize + 1;

/// What may begin with a kind of chunk or with a word: branches of the root in order, and the patterns behind them that do.
#[derive(Debug, Default, Clone)]
struct Openings {
    branches: Vec<usize>,
    patterns: Vec<usize>,
}

impl Openings {
    /// Adds a pattern; they come in the order of the file, but a pattern may come twice.
    fn add(&mut self, branch: usize, pattern: usize) {
        if !self.branches.contains(&branch) {
            self.branches.push(branch);
        }
        if self.patterns.last() != Some(&pattern) {
            self.patterns.push(pattern);
        }
    }
}

/// One element of some patterns, and what follows it in them.
#[derive(Debug)]
struct Branch {
    element: Element,
    children: Vec<usize>,
    /// The patterns that end with it.
    ends: Vec<usize>,
}

impl PeopleTree {
    pub(crate) fn new(patterns: &Patterns) -> Self {
        let mut tree = Self::default();
        let mut roots = Vec::new();
        let mut words = BTreeMap::<String, Openings>::new();
        for (number, pattern) in patterns.people.iter().enumerate() {
            let root = tree.grow(&mut roots, number, pattern);
            let optional = pattern.iter().take_while(|element| element.optional || element.what == What::Start).count();
            for Element { what, .. } in &pattern[..(optional + 1).min(pattern.len())] {
                for kind in kinds_of(what) {
                    tree.kinds[*kind as usize].get_or_insert_default().add(root, number);
                }
                words_of(what).for_each(|word| words.entry(word.letters.clone()).or_default().add(root, number));
            }
        }
        tree.kinds
            .iter_mut()
            .flatten()
            .chain(words.values_mut())
            .for_each(|openings| openings.branches.sort_unstable());
        tree.words = WordMap::new(words);
        tree
    }

    /// Adds a pattern and gives the branch of the root on which it lies.
    fn grow(&mut self, roots: &mut Vec<usize>, number: usize, pattern: &[Element]) -> usize {
        let mut path = Vec::with_capacity(pattern.len());
        for element in pattern {
            let siblings = path.last().map_or(&*roots, |parent: &usize| &self.branches[*parent].children);
            let known = siblings.iter().copied().find(|branch| self.branches[*branch].element == *element);
            let branch = known.unwrap_or_else(|| {
                let branch = self.branches.len();
                self.branches.push(Branch { element: element.clone(), children: Vec::new(), ends: Vec::new() });
                match path.last() {
                    Some(parent) => self.branches[*parent].children.push(branch),
                    None => roots.push(branch),
                }
                branch
            });
            path.push(branch);
        }
        if let Some(last) = path.last() {
            self.branches[*last].ends.push(number);
        }
        path[0]
    }
}

/// The kinds of chunk that an element may stand for.
fn kinds_of(what: &What) -> &'static [ChunkKind] {
    match what {
        What::Literal(_) | What::Rest | What::Tail | What::Field | What::Start => &[],
        What::Country => &[ChunkKind::Country],
        What::Host => &[ChunkKind::Country, ChunkKind::Org],
        What::Demonym | What::Citizen => &[ChunkKind::Demonym],
        What::Org => &[ChunkKind::Org],
        What::Role => &[ChunkKind::Role],
        What::Portfolio => &[ChunkKind::Portfolio],
        What::Name => &[ChunkKind::Name],
        What::Place | What::Capital => &[ChunkKind::Place],
    }
}

fn words_of(what: &What) -> impl Iterator<Item = &Form> {
    let words = match what {
        What::Literal(words) => Some(words.iter()),
        _ => None,
    };
    words.into_iter().flatten()
}

/// A sentence in a list whose items stand by themselves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    /// The tokens of its mark.
    pub(crate) head: usize,
    /// The sentence that opened the list, if one did.
    pub(crate) opener: Option<usize>,
    /// That sentence speaks of people.
    pub(crate) is_of_people: bool,
}

/// A sentence as the patterns see it.
pub(crate) struct Row<'a> {
    patterns: &'a Patterns,
    tree: &'a PeopleTree,
    chunks: &'a [Chunk],
    tokens: &'a [Token<'a>],
    sight: Sight<'a>,
    triggers: &'a Triggers,
    item: Option<Item>,
    endings: &'a Endings,
    /// The states of well-known people, at the chunks of their names, where a name bears a case and the verb comes last.
    homes: BTreeMap<usize, ConceptId>,
    /// For each chunk the one behind the titles that begin there: "Her Excellency Ms.".
    after_titles: Vec<usize>,
    /// For each chunk the one behind the words that may stand before a country's name: "Republic of".
    after_country_words: Vec<usize>,
}

impl<'a> Row<'a> {
    /// Whether a word before an office says that it is not quite held ("the former Peruvian president").
    fn is_former(&self, office: usize) -> bool {
        self.words_before(office).next().is_some_and(|word| self.patterns.former.holds(word))
    }

    /// Whether an office only says whose kin or helper somebody is ("the **wife** of the president").
    fn is_of_another(&self, office: usize) -> bool {
        let is_small = |word: &Token<'_>| self.patterns.is_small(word) || self.patterns.complements.holds(word);
        let mut before = self.words_before(office).peekable();
        let is_governed = before.peek().is_some_and(|word| is_small(word));
        is_governed && before.find(|word| !is_small(word)).is_some_and(|word| self.patterns.helpers.holds(word))
    }

    /// The words before an office, the nearest first, without those that say of which state it is.
    fn words_before(&self, office: usize) -> impl Iterator<Item = &Token<'a>> {
        let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Demonym | ChunkKind::Country);
        let before = self.chunks[..office].iter().rev().skip_while(is_state);
        before.map(|chunk| &self.tokens[chunk.tokens.end - 1])
    }

    pub(crate) fn new(
        patterns: &'a Patterns,
        tree: &'a PeopleTree,
        chunks: &'a [Chunk],
        (tokens, sight, triggers, item): (&'a [Token<'a>], Sight<'a>, &'a Triggers, Option<Item>),
        (endings, home): (&'a Endings, &dyn Fn(Span) -> Option<ConceptId>),
    ) -> Self {
        let (after_titles, after_country_words) = (Vec::new(), Vec::new());
        let bears_case = |chunk: &Chunk| chunk.kind == ChunkKind::Name && chunk.ending.case.is_some();
        let named = chunks.iter().enumerate().filter(|(_, chunk)| patterns.is_verb_final() && bears_case(chunk));
        let homes = named.filter_map(|(at, chunk)| Some((at, home(chunk.stem)?))).collect();
        let mut row = Self {
            patterns,
            tree,
            chunks,
            tokens,
            sight,
            triggers,
            item,
            endings,
            homes,
            after_titles,
            after_country_words,
        };
        row.after_titles = (0..chunks.len()).map(|at| row.titles_end(at)).collect();
        row.after_country_words = (0..chunks.len()).map(|at| row.country_words_end(at)).collect();
        row
    }

    fn titles_end(&self, at: usize) -> usize {
        let is_stop = |chunk: &Chunk| self.tokens[chunk.tokens.start].text == ".";
        let mut next = at;
        while self.chunks.get(next).is_some_and(|chunk| self.is_title(chunk) || (next > at && is_stop(chunk))) {
            next += 1;
        }
        next
    }

    /// What the titles before a name tell of its bearer ("**Her Excellency Ms** X").
    fn titled_gender(&self, name: usize) -> Option<Gender> {
        let tells = |chunk: &Chunk| {
            let word = &self.tokens[chunk.tokens.start];
            let masculine = self.patterns.titles_m.holds(word).then_some(Gender::Masculine);
            masculine.or_else(|| self.patterns.titles_f.holds(word).then_some(Gender::Feminine))
        };
        let is_stop = |chunk: &Chunk| self.tokens[chunk.tokens.start].text == ".";
        let before = self.chunks[..name].iter().rev();
        before.take_while(|chunk| self.is_title(chunk) || is_stop(chunk) || tells(chunk).is_some()).find_map(tells)
    }

    fn is_title(&self, chunk: &Chunk) -> bool {
        chunk.tokens.len() == 1 && self.patterns.before_name.holds(&self.tokens[chunk.tokens.start])
    }

    fn country_words_end(&self, at: usize) -> usize {
        let start = |at: usize| self.chunks.get(at).map(|chunk| chunk.tokens.start);
        let ends = |from: usize| self.patterns.before_country.longest_at(self.sight, from);
        let Some(end) = start(at).and_then(ends) else { return at };
        (at..self.chunks.len()).find(|next| start(*next) == Some(end)).unwrap_or(at)
    }

    /// Where the tail of an office ends that begins at a chunk: capitals and the small words between them.
    fn rest_end(&self, at: usize) -> Option<usize> {
        let is_joint = |chunk: &Chunk| {
            let word = &self.tokens[chunk.tokens.start];
            self.patterns.and.holds(word) || self.patterns.is_small(word)
        };
        let window = &self.chunks[at..self.chunks.len().min(at + REST)];
        // Where the office closes its phrase, all words up to it are its own.
        if self.patterns.adposition == Adposition::Post {
            let is_part = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Org | ChunkKind::Occasion);
            let parts = window.iter().take_while(is_part).count();
            let is_office = window.get(parts).is_some_and(|chunk| chunk.kind == ChunkKind::Role);
            return (is_office && parts > 0).then_some(at + parts);
        }
        let (mut end, mut next) = (None, at);
        while let Some(chunk) = window.get(next - at) {
            if is_rest(chunk, self.tokens) {
                next += 1;
                end = Some(next);
            } else if let Some(unit) = self.unit_end(next) {
                next = unit;
                end = Some(next);
            } else if end.is_some() && is_joint(chunk) {
                next += 1;
            } else {
                break;
            }
        }
        end.map(|end| self.short_name_end(end))
    }

    /// Where a part of a body ends that begins at a chunk: a word for one, or a few small words before it that no verb is among
    /// ("head of the America **department**", "of the **foreign relations department**").
    fn unit_end(&self, at: usize) -> Option<usize> {
        let is_plain = |chunk: &&Chunk| {
            let word = &self.tokens[chunk.tokens.start];
            chunk.kind == ChunkKind::Word
                && chunk.tokens.len() == 1
                && word.shape == Shape::Lower
                && !self.patterns.is_small(word)
                && !self.patterns.and.holds(word)
                && self.triggers.at(chunk.tokens.start).is_empty()
        };
        let words = self.chunks[at..].iter().take(UNIT).take_while(is_plain);
        let unit =
            words.map(|chunk| &self.tokens[chunk.tokens.start]).position(|word| self.patterns.units.holds(word))?;
        Some(at + unit + 1)
    }

    /// Where the capitals end that say before an office what it is for ("the **Mines and Energy** Minister").
    fn field_end(&self, at: usize) -> usize {
        let word = |chunk: &Chunk| &self.tokens[chunk.tokens.start];
        let is_word = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Name);
        let is_capital = |chunk: &Chunk| is_word(chunk) && word(chunk).shape == Shape::Capital;
        let part =
            |chunk: &&Chunk| is_capital(chunk) || self.patterns.and.holds(word(chunk)) || word(chunk).text == "&";
        let window = &self.chunks[at..self.chunks.len().min(at + REST)];
        at + window.iter().take_while(part).count()
    }

    /// Whether nothing but articles, titles and the mark of an item stands before a chunk.
    fn opens(&self, at: usize) -> bool {
        let head = self.item.map_or(0, |item| item.head);
        let is_light = |chunk: &Chunk| {
            chunk.tokens.start < head
                || self.patterns.determiners.holds(&self.tokens[chunk.tokens.start])
                || self.is_title(chunk)
        };
        self.chunks[..at].iter().all(is_light)
    }

    /// Where the words behind an office end that stand before a comma: no clause begins among them.
    fn tail_end(&self, at: usize) -> Option<usize> {
        let window = &self.chunks[at..self.chunks.len().min(at + TAIL)];
        let end = at + window.iter().take_while(|chunk| is_tail(chunk)).count();
        let tokens = self.chunks.get(at)?.tokens.start..self.chunks.get(end)?.tokens.start;
        let relative = |token: &Token<'_>| self.patterns.relatives.holds(token);
        let is_plain = |token: &Token<'_>| token.shape == Shape::Lower && !self.patterns.is_small(token);
        let is_clause =
            !self.triggers.within(tokens.clone()).is_empty() || self.tokens[tokens.clone()].iter().any(relative);
        (self.tokens[tokens].iter().any(is_plain) && !is_clause).then_some(end)
    }

    /// Where the tail of an office ends before the state whose office it is: "the Senate **of Peru**".
    fn rest_before_state(&self, at: usize) -> Option<usize> {
        let end = self.rest_end(at)?;
        let is_state =
            |at: &usize| self.chunks[*at].kind == ChunkKind::Country && self.chunks[*at].ending.case.is_none();
        let is_small = |at: &usize| self.patterns.is_small(&self.tokens[self.chunks[*at].tokens.start]);
        let state = (at + 1..end).rev().find(is_state)?;
        (at + 1..state).rev().take_while(is_small).last()
    }

    /// Behind the short name in brackets, if one stands there ("the Development Board **(PDB)**", "the Minister of Finance **(MF)**").
    fn short_name_end(&self, at: usize) -> usize {
        let text = |at: usize| self.chunks.get(at).map(|chunk| &self.tokens[chunk.tokens.start]).map_or("", |t| t.text);
        let is_short = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
        let is_bracket = text(at) == "(" && is_short(text(at + 1)) && text(at + 2) == ")";
        if is_bracket { at + 3 } else { at }
    }

    /// Skips what may stand before a name or a country and says nothing of them.
    fn skip_titles(&self, what: &What, at: usize) -> usize {
        let skipped = match what {
            What::Name => self.after_titles.get(at),
            What::Country | What::Host => self.after_country_words.get(at),
            _ => None,
        };
        skipped.copied().unwrap_or(at)
    }

    /// Whether a chunk is the second half of a compound.
    fn is_joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.chunks.get(before));
        before.is_some_and(|before| share_token(&before.tokens, &self.chunks[at].tokens))
    }

    /// "The head of the **Iran**-Armenia group": of both states, and no official of one.
    fn is_half(&self, at: usize) -> bool {
        let (tokens, end) = (&self.chunks[at].tokens, self.chunks[at].tokens.end);
        let touch = |left: usize| self.tokens.get(left + 1).is_some_and(|next| self.tokens[left].touches(next));
        let is_joined = || self.tokens.get(end).is_some_and(is_dash) && touch(end - 1) && touch(end);
        let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Country | ChunkKind::Demonym);
        let next = self.chunks[at + 1..].iter().take(2).find(is_state);
        self.patterns.adposition == Adposition::Pre
            && next
                .is_some_and(|next| share_token(&next.tokens, tokens) || (next.tokens.start == end + 1 && is_joined()))
    }

    /// What patterns may begin with at a chunk.
    fn openings(&self, at: usize) -> impl Iterator<Item = &'a Openings> {
        let (tree, chunks) = (self.tree, self.chunks);
        let first = &self.tokens[chunks[at].tokens.start];
        let behind = [self.after_titles[at], self.after_country_words[at]].into_iter().filter(move |after| *after > at);
        let starts = std::iter::once(at).chain(behind);
        let kinds = starts.filter_map(move |at| tree.kinds[chunks.get(at)?.kind as usize].as_ref());
        kinds.chain(tree.words.get_keyed(first.key, first.word))
    }
}

/// Asks for no case.
const BARE: &str = "bare";
/// Asks for the second half of a compound ("Türkiyə-**Azərbaycan**").
const JOINED: &str = "joined";

/// The most chunks that the tail of an office has.
const REST: usize = 9;

/// The most words in the name of a part of a body.
const UNIT: usize = 4;

/// The most chunks that stand between an office and the comma before its holder's name.
const TAIL: usize = 12;

fn is_tail(chunk: &Chunk) -> bool {
    !matches!(chunk.kind, ChunkKind::Mark | ChunkKind::Name | ChunkKind::Role | ChunkKind::Date)
}

/// A capital word that is nobody's name: a part of an office that no lexicon has.
fn is_rest(chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    match chunk.kind {
        ChunkKind::Word => tokens[chunk.tokens.start].shape == Shape::Capital,
        ChunkKind::Org | ChunkKind::Demonym | ChunkKind::Country | ChunkKind::Place | ChunkKind::Occasion => true,
        _ => false,
    }
}

/// The groups of a sentence in order; lists are joined.
pub(crate) fn find_groups(row: &Row<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < row.chunks.len() {
        match sides_at(row, at).or_else(|| longest_match(row, at)) {
            Some(group) => {
                let mut group = share_office(row, group);
                if group.members.iter().any(|member| member.is_master) {
                    group.ending.case = Some(OWNER.into());
                }
                at = group.chunks.end;
                if is_owner_of_office(row, &group) || is_of_belonging(row, &group) {
                    continue;
                }
                let group = with_unread_office(row, &mut groups, group);
                at = group.chunks.end;
                let group = with_whole(row, &mut groups, group);
                if let Some(group) = with_first_office(row, &mut groups, group) {
                    join_or_push(row, &mut groups, group);
                }
            }
            None => at += 1,
        }
    }
    join_lists(row, &mut groups);
    groups
}

/// "**Bergen** Governor X": one capital word that no lexicon has, right before an office with its holder, says of what office it is.
fn is_owner_of_office(row: &Row<'_>, group: &Group) -> bool {
    let kind = |at: usize| row.chunks.get(at).map(|chunk| chunk.kind);
    let next = group.chunks.end;
    if row.patterns.adposition != Adposition::Pre
        || group.tokens.len() != 1
        || kind(group.chunks.start) != Some(ChunkKind::Name)
        || kind(next) != Some(ChunkKind::Role)
    {
        return false;
    }
    let titled = |at: usize| row.after_titles.get(at).copied().unwrap_or(at);
    let names = |at: usize| kind(titled(at)) == Some(ChunkKind::Name);
    // "**Harbour** Director Lagoon Bank X", "**Country** Head of the World Bank X": its tail stands between.
    let is_light = |at: &usize| row.chunks.get(*at).is_some_and(|chunk| is_small(row, chunk) && !is_and(row, chunk));
    let tail = (next + 1..row.chunks.len()).find(|at| !is_light(at)).unwrap_or(next + 1);
    names(next + 1) || row.chunks.get(tail).and_then(|_| row.rest_end(tail)).is_some_and(names)
}

/// "His counterparts from **SCO** member states", "the **Kenya** leader arrived": a body whose members are meant does nothing and undergoes
/// nothing, and neither does a state whose leader is.
fn is_of_belonging(row: &Row<'_>, group: &Group) -> bool {
    let [member] = group.members.as_slice() else { return false };
    let last = row.chunks[group.chunks.end - 1].kind;
    let behind = row.chunks.get(row.short_name_end(group.chunks.end));
    let next_is = |words: &Words| behind.is_some_and(|chunk| words.holds(&row.tokens[chunk.tokens.start]));
    match (&member.org, &member.country, member.name) {
        (Some(_), None, None) => last == ChunkKind::Org && next_is(&row.patterns.belonging),
        (None, Some(_), None) => last == ChunkKind::Country && member.role.is_none() && next_is(&row.patterns.leading),
        _ => false,
    }
}

/// "Met **port officials, including** X and Y": people who are named as an example of others stand where those do.
fn with_whole(row: &Row<'_>, groups: &mut Vec<Group>, mut group: Group) -> Group {
    let are_named = |group: &Group| group.members.iter().all(|member| member.name.is_some());
    let before = |at: usize| row.patterns.word_before(row.tokens, at).map_or(0, |at| at + 1);
    let end = before(group.tokens.start);
    let mark = end.saturating_sub(INCLUSION)..end;
    let start = mark.into_iter().find(|at| row.patterns.inclusions.longest_at(row.sight, *at) == Some(end));
    let Some(start) = start.filter(|_| are_named(&group)) else { return group };
    let is_verb = |at: usize| row.triggers.within(0..at + 1).iter().any(|verb| verb.tokens.contains(&at));
    let is_part = |chunk: &&Chunk| {
        let word = &row.tokens[chunk.tokens.start];
        let is_word = word.shape == Shape::Lower || word.shape == Shape::Number || row.patterns.determiners.holds(word);
        let is_bound = row.patterns.complements.holds(word)
            || !(row.patterns.governors.holds(word)
                || row.patterns.relatives.holds(word)
                || row.patterns.and.holds(word));
        match chunk.kind {
            ChunkKind::Word => is_word && is_bound && !is_verb(chunk.tokens.start),
            ChunkKind::Demonym | ChunkKind::Country | ChunkKind::Org | ChunkKind::Ordinal | ChunkKind::Role => true,
            _ => false,
        }
    };
    let closed =
        row.chunks.iter().rposition(|chunk| chunk.tokens.end <= start && row.tokens[chunk.tokens.start].text != ",");
    let Some(last) = closed else { return group };
    let whole = row.chunks[..=last].iter().rev().take(WHOLE).take_while(is_part).count();
    if whole == 0 {
        return group;
    }
    let first = last + 1 - whole;
    // "The minister, including …": somebody who is named, or one alone, includes nobody.
    while groups.last().is_some_and(|group| group.chunks.start >= first && !are_named(group)) {
        groups.pop();
    }
    if groups.last().is_some_and(|group| group.chunks.end > first) {
        return group;
    }
    group.chunks.start = first;
    group.tokens.start = row.chunks[first].tokens.start;
    group
}

/// The most words of a phrase that introduces examples.
const INCLUSION: usize = 3;

/// The most chunks of the phrase before it.
const WHOLE: usize = 9;

/// "The two countries": nobody else is the subject of what they do.
fn sides_at(row: &Row<'_>, at: usize) -> Option<Group> {
    let start = row.chunks[at].tokens.start;
    let states = row.patterns.both_states.longest_at(row.sight, start);
    let end = states.max(row.patterns.sides.longest_at(row.sight, start))?;
    let to = at + row.chunks[at..].iter().take_while(|chunk| chunk.tokens.end <= end).count();
    // "The ministers of Economy, X, and of Culture, Y" are these two, "the countries of the region" nobody's sides.
    let is_longer = (at..to).any(|at| longest_match(row, at).is_some_and(|group| group.chunks.end > to));
    let has_complement = row.tokens.get(end).is_some_and(|next| row.patterns.complements.holds(next));
    if is_longer || has_complement {
        return None;
    }
    let member = Member { is_sides: true, is_states: states == Some(end), plural: true, ..Member::default() };
    (to > at).then(|| group(row.chunks, at..to, vec![member]))
}

/// The pronoun at a chunk and the end of its chunks. One of several words ("His Majesty") is a title where an office or a name
/// follows.
fn pronoun_at<'r>(row: &Row<'r>, at: usize) -> Option<(usize, &'r Pronoun)> {
    let start = row.chunks[at].tokens.start;
    if row.chunks[at].kind != ChunkKind::Word {
        return None;
    }
    row.patterns.pronoun_words.find(row.sight, &[], start).into_iter().find_map(|Found { number, end: last }| {
        let end = at + row.chunks[at..].iter().take_while(|chunk| chunk.tokens.end <= last).count();
        let is_whole = end > at && row.chunks[end - 1].tokens.end == last;
        let is_article = |chunk: &&Chunk| row.patterns.determiners.holds(&row.tokens[chunk.tokens.start]);
        let next = row.chunks.iter().skip(end).find(|chunk| !is_article(chunk)).map(|chunk| chunk.kind);
        let is_single = last == start + 1;
        let is_title = !is_single && matches!(next, Some(ChunkKind::Role | ChunkKind::Name | ChunkKind::Demonym));
        // "HE Mr Gábor Szalai": in capitals it is short for a title.
        let text = row.tokens[start].text;
        let is_short = is_single && text.chars().count() > 1 && text.chars().all(char::is_uppercase);
        (is_whole && !is_title && !is_short).then_some((end, &row.patterns.pronouns[number]))
    })
}

fn longest_match(row: &Row<'_>, at: usize) -> Option<Group> {
    if let Some((end, pronoun)) = pronoun_at(row, at) {
        let span = row.chunks[at].span.to(row.chunks[end - 1].span);
        let member = Member { is_pronoun: true, gender: pronoun.gender, span: Some(span), ..Member::default() };
        return Some(group(row.chunks, at..end, vec![member]));
    }
    let mut openings = row.openings(at);
    let first = openings.next()?;
    let mut search = Search::new(row, at);
    match openings.next() {
        None => search.follow(&first.branches, at),
        Some(second) => {
            let all = [first, second].into_iter().chain(openings);
            let mut branches: Vec<usize> = all.flat_map(|openings| &openings.branches).copied().collect();
            branches.sort_unstable();
            branches.dedup();
            search.follow(&branches, at);
        }
    }
    let is_other = |end: usize| is_apposed_to_next(row, at, end);
    search.best.filter(|(end, ..)| *end > at && !is_other(*end)).map(|(end, _, trail)| {
        let span = row.chunks[at].span.to(row.chunks[end - 1].span);
        let mut members = trail.captures(row).members(span);
        let is_item = is_listed_alone(row, at..end, &members);
        // "**Businessman** X": what somebody is says that it is a person.
        let first = &row.chunks[at];
        let is_styled =
            first.kind == ChunkKind::Word && !row.patterns.determiners.holds(&row.tokens[first.tokens.start]);
        // "The Estonian **economist** Y" likewise.
        let has_style = |name: usize| {
            let before = name.checked_sub(1).filter(|before| *before > at).map(|before| &row.chunks[before]);
            before.is_some_and(|chunk| {
                let is_lower = row.tokens[chunk.tokens.start].shape == Shape::Lower;
                chunk.kind == ChunkKind::Word && is_lower && !is_small(row, chunk)
            })
        };
        for member in &mut members {
            let is_style = member.name.is_some_and(|name| (is_styled && member.country.is_none()) || has_style(name));
            member.is_titled |= is_item || is_style;
        }
        let has_complement = |end: usize| {
            let next = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
            next(end).is_some_and(|word| row.patterns.complements.holds(word)) && next(end + 1).is_some()
        };
        for member in members.iter_mut().filter(|m| m.country.is_none() && m.org.is_none()) {
            member.is_owned = is_owned(row, at);
            member.open |= member.name.is_none() && (has_complement(end) || member.is_owned);
            member.is_of_unread = member.name.is_some() && has_complement(end);
        }
        group(row.chunks, at..end, members)
    })
}

/// "• X – Peru", "1. X Y (Peru)": who begins an item in a list of states or of people, and is all of it or has more told of him behind a
/// mark, is a person.
fn is_listed_alone(row: &Row<'_>, chunks: Range<usize>, members: &[Member]) -> bool {
    let begins = |item: &Item| item.head == row.chunks[chunks.start].tokens.start;
    let is_known = |item: &Item| item.head > 0 || item.is_of_people;
    let Some(item) = row.item.filter(|item| begins(item) && is_known(item)) else { return false };
    let mut behind = row.chunks[chunks.end..].iter().map(|chunk| chunk.kind == ChunkKind::Mark);
    let is_full = |member: &Member| member.name.is_some_and(|name| row.chunks[name].tokens.len() > 1);
    let is_parted = item.is_of_people && behind.clone().next() == Some(true) && members.iter().any(is_full);
    is_parted || behind.all(|is_mark| is_mark)
}

/// "After the capture of X, **the foreign minister of Peru, Y,** …": the office that stands behind a name is that of the name behind
/// it.
fn is_apposed_to_next(row: &Row<'_>, at: usize, end: usize) -> bool {
    let is_article = |at: usize| {
        row.chunks.get(at).is_some_and(|chunk| row.patterns.determiners.holds(&row.tokens[chunk.tokens.start]))
    };
    let names = |at: usize| row.chunks.get(at).is_some_and(|chunk| chunk.kind == ChunkKind::Name);
    let next = row.after_titles.get(end).copied().unwrap_or(end);
    // "X, the mayor of Lima, Y, **head of the port**, and Z": each office is that of the name before it.
    let next_has_office = || lists::opens_office(row, next + 2) && !lists_offices_first(row, at);
    row.patterns.adposition == Adposition::Pre
        && names(at)
        && is_comma(row, at + 1)
        && (is_article(at + 2) || lists_offices_first(row, at))
        && is_comma(row, end - 1)
        && names(next)
        && is_comma(row, next + 1)
        && !next_has_office()
}

/// "Accompanied by the **Minister of Health, X,** the Minister of Justice, Y": in a list offices stand on one side of their names.
fn lists_offices_first(row: &Row<'_>, before: usize) -> bool {
    let kind = |at: usize| row.chunks.get(at).map(|chunk| chunk.kind);
    let is_pair = |at: usize| {
        let name = row.after_titles.get(at + 2).copied().unwrap_or(at + 2);
        let is_first = at < 2 || kind(at - 2) != Some(ChunkKind::Name) || !is_comma(row, at - 1);
        kind(at) == Some(ChunkKind::Role)
            && is_comma(row, at + 1)
            && name < before
            && kind(name) == Some(ChunkKind::Name)
            && is_first
    };
    (0..before).any(is_pair)
}

/// "Nazirlər Şurasının dövlət katibi": an office of something before it that no lexicon has.
fn is_owned(row: &Row<'_>, at: usize) -> bool {
    let is_thing = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Occasion);
    let before = at.checked_sub(1).map(|before| &row.chunks[before]).filter(is_thing);
    let is_owner = |chunk: &Chunk| {
        let word = &row.tokens[chunk.tokens.end - 1];
        word.shape == Shape::Capital && may_own(row.endings, word)
    };
    row.chunks[at].kind == ChunkKind::Role
        && row.patterns.adposition == Adposition::Post
        && before.is_some_and(is_owner)
}

/// "Os presidentes de A, X, e de B, Y", "os ministros X (Saúde) e Y (Agricultura)": those who follow hold the office that the first
/// was given in the plural.
fn share_office(row: &Row<'_>, mut group: Group) -> Group {
    let is_plural = |member: &Member| member.plural && member.name.is_some() && member.role.is_some();
    let [first] = group.members.as_slice() else { return group };
    // Where the office stands behind its state, the list of states comes first and is paired with the names.
    let is_postposed = row.patterns.adposition == Adposition::Post;
    let stands_for = || stands_for_state(row, &group, first) && next_of_state(row, group.chunks.end).is_some();
    // "Həmsədrlər X (Rusiya), Y (Fransa)": each has a state of his own.
    let is_bracketed = || row.tokens[row.chunks[group.chunks.end - 1].tokens.start].text == ")";
    if (!is_plural(first) && !stands_for() && !is_taken_up(row, &group, first))
        || (is_postposed && first.country.is_some() && !is_bracketed())
    {
        return group;
    }
    let shared = Member { gender: None, ..first.clone() };
    group.members[0].is_titled = true;
    group.chunks.end = bracket_end(row, group.chunks.end).unwrap_or(group.chunks.end);
    let next_holder = if shared.country.is_some() { next_of_state } else { next_named };
    let next = |from: usize| {
        let with_state = || {
            let next = next_with_state(row, from).or_else(|| next_apposed(row, from));
            next.filter(|_| shared.country.is_some())
        };
        let of_state = || next_of_state(row, from).filter(|_| shared.org.is_some());
        let bracketed = || next_bracketed(row, from).filter(|_| shared.country.is_some());
        let next = next_holder(row, from).or_else(of_state).or_else(|| next_of_field(row, from));
        next.or_else(with_state).or_else(bracketed)
    };
    let next = |from: usize| {
        let behind = |semicolon: usize| next_of_state(row, semicolon).or_else(|| next_with_state(row, semicolon));
        let later = || semicolons(row, from).filter(|_| shared.country.is_some()).find_map(behind);
        // "X, **who chaired,** Y, of B": more of the last one.
        let aside = || relative_end(row, from).filter(|_| shared.country.is_some()).and_then(next);
        // "X, **resident in Luanda,** and of B, Y": what only a state before a name can go on with.
        let remark = || remarks(row, from).filter(|_| shared.country.is_some()).find_map(|at| next_of_state(row, at));
        next(from).or_else(aside).or_else(later).or_else(remark)
    };
    while let Some(next) = next(group.chunks.end) {
        let first = next.owner.map_or(next.name, |owner| owner.min(next.name));
        let last = next.owner.map_or(next.name, |owner| owner.max(next.name));
        let span = row.chunks[first].span.to(row.chunks[last].span);
        let owner = next.owner.map(|at| &row.chunks[at]);
        let country = owner.and_then(|owner| owner.concept_of("country").cloned());
        let org = owner.and_then(|owner| owner.concept_of("org").cloned()).or_else(|| shared.org.clone());
        // The holders of different offices are of one state, "presidents A and B" are not.
        let plural = !(next.has_bracket || next.has_field);
        let country = country.or_else(|| shared.country.clone().filter(|_| next.has_field));
        let role = shared.role.clone().filter(|_| !next.has_field).or(next.role);
        let namesakes = if next.has_field { Vec::new() } else { shared.namesakes.clone() };
        let (name, is_titled, span_of) = (Some(next.name), true, Some(span));
        let host = next.host.and_then(|at| row.chunks[at].concept().cloned()).or_else(|| shared.host.clone());
        let next_member = Member { country, org, role, host, name, is_titled, span: span_of, plural, ..shared.clone() };
        group.members.push(Member { namesakes, ..next_member });
        group.span = group.span.to(span);
        group.ending = row.chunks[last].ending.clone();
        group.chunks.end = next.end;
    }
    group.tokens.end = row.chunks[group.chunks.end - 1].tokens.end;
    group
}

/// "The representatives of A, X; of B, Y": whether somebody without an office is named behind the state.
fn stands_for_state(row: &Row<'_>, group: &Group, member: &Member) -> bool {
    let opens_with_name = row.chunks[group.chunks.start].kind == ChunkKind::Name;
    let Some(name) = member.name.filter(|_| member.role.is_none() && !opens_with_name) else { return false };
    (member.country.is_some() || member.org.is_some()) && is_comma(row, name - 1)
}

/// One more of a list: the chunks of the state or body, if that is told, and of the name, and the end of what is said of them.
#[derive(Default)]
struct Holder {
    owner: Option<usize>,
    /// Where the one is posted ("and of Peru **in Estonia**, Y").
    host: Option<usize>,
    name: usize,
    /// Whether the field of the office stands behind the name.
    has_bracket: bool,
    /// Whether it stands before the name.
    has_field: bool,
    /// The office of that field; where no lexicon has it, the words of the first do not tell.
    role: Option<ConceptId>,
    end: usize,
}

/// Where the next ones of a list are parted from the last one by more than a comma: "X, diplomat since 1983; of B, Y". What
/// stands between says more of the last one, or names one of no known state.
fn semicolons(row: &Row<'_>, from: usize) -> impl Iterator<Item = usize> {
    (from..row.chunks.len()).filter(|at| row.tokens[row.chunks[*at].tokens.start].text == ";")
}

/// The next one in a list without states: ", Y" or "and Y (Agriculture)".
fn next_named(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = skip_separators(row, from);
    let name = row.after_titles.get(at).copied().filter(|_| is_listed(row, from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let bracket = bracket_end(row, name + 1);
    let end = bracket.unwrap_or(name + 1);
    // "The ministers A and B, C said": the last of a list stands behind "and".
    let is_inside = bracket.is_some() || name > from + 1 || !is_comma(row, from) || goes_on(row, end);
    is_inside.then_some(Holder { name, has_bracket: bracket.is_some(), end, ..Holder::default() })
}

/// The next one in a list where the state, or the body, stands before the name: ", and of B, Mr Y".
fn next_of_state(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = skip_separators(row, from);
    let chunk = row.chunks.get(at).filter(|_| is_listed(row, from, at))?;
    let is_governor = chunk.kind == ChunkKind::Word && row.patterns.governors.holds(&row.tokens[chunk.tokens.start]);
    let owner = row.skip_titles(&What::Country, at + usize::from(is_governor));
    let is_body = |chunk: &Chunk| is_governor && chunk.kind == ChunkKind::Org;
    row.chunks.get(owner).filter(|chunk| chunk.kind == ChunkKind::Country || is_body(chunk))?;
    let is_in = |chunk: &Chunk| row.patterns.place.words.holds(&row.tokens[chunk.tokens.start]);
    let host = row.chunks.get(owner + 1).filter(|chunk| is_in(chunk)).map(|_| row.skip_titles(&What::Host, owner + 2));
    let host = host.filter(|at| row.chunks.get(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Country));
    let last = host.unwrap_or(owner);
    // "Of A – X, B – Y": a dash may part the state from the name.
    let is_dash_at = |at: usize| row.chunks.get(at).is_some_and(|chunk| is_dash(&row.tokens[chunk.tokens.start]));
    let is_parted = is_comma(row, last + 1) || is_dash_at(last + 1);
    let name = row.after_titles.get(last + 1 + usize::from(is_parted)).copied()?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let end = name + 1 + usize::from(is_comma(row, name + 1));
    Some(Holder { owner: Some(owner), host, name, end, ..Holder::default() })
}

/// The next one in a list where the state stands behind the name: ", Y of B".
fn next_with_state(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = skip_separators(row, from);
    let name = row.after_titles.get(at).copied().filter(|_| is_listed(row, from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let word = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
    word(name + 1).filter(|word| row.patterns.complements.holds(word))?;
    let is_article = |at: usize| word(at).is_some_and(|word| row.patterns.determiners.holds(word));
    let country = name + 2 + usize::from(is_article(name + 2));
    row.chunks.get(country).filter(|chunk| chunk.kind == ChunkKind::Country)?;
    Some(Holder { owner: Some(country), name, end: country + 1, ..Holder::default() })
}

/// The next one in a list where the state stands behind the name and a comma: ", Y, of B,".
fn next_apposed(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = skip_separators(row, from);
    let name = row.after_titles.get(at).copied().filter(|_| is_listed(row, from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let word = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
    word(name + 2).filter(|word| is_comma(row, name + 1) && row.patterns.complements.holds(word))?;
    let country = row.skip_titles(&What::Country, name + 3);
    row.chunks.get(country).filter(|chunk| chunk.kind == ChunkKind::Country)?;
    let end = country + 1;
    let is_closed = |word: &Token<'_>| matches!(word.text, "," | ";" | ".") || row.patterns.and.holds(word);
    word(end).is_none_or(is_closed).then_some(())?;
    Some(Holder { owner: Some(country), name, end, ..Holder::default() })
}

/// Behind the clause between commas in which more is said of the last one of a list ("X, **who chaired,**"); nobody is named in it.
fn relative_end(row: &Row<'_>, from: usize) -> Option<usize> {
    let word = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
    let open = from + usize::from(is_comma(row, from));
    let takes_up = |word: &Token<'_>| row.patterns.relatives.holds(word) || row.patterns.conjunctions.holds(word);
    word(open).filter(|word| is_comma(row, open - 1) && takes_up(word))?;
    let window = open + 1..row.chunks.len().min(open + TAIL);
    let close = window.clone().find(|at| is_comma(row, *at))?;
    let names = |at: usize| matches!(row.chunks[at].kind, ChunkKind::Name | ChunkKind::Role);
    (!(open..close).any(names)).then_some(close + 1)
}

/// Where the next ones of a list may stand behind a remark on the last one: behind a comma or "and", with no name and no verb between.
fn remarks(row: &Row<'_>, from: usize) -> impl Iterator<Item = usize> {
    let window = from..row.chunks.len().min(from + TAIL);
    let is_free = |at: &usize| {
        let chunk = &row.chunks[*at];
        !matches!(chunk.kind, ChunkKind::Name | ChunkKind::Role) && row.triggers.at(chunk.tokens.start).is_empty()
    };
    let is_joint = |at: &usize| is_comma(row, *at) || is_and(row, &row.chunks[*at]);
    window.take_while(is_free).filter(is_joint)
}

/// The next one in a list where the state stands in brackets behind the name: ", Y (B)".
fn next_bracketed(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = skip_separators(row, from);
    let name = row.after_titles.get(at).copied().filter(|_| is_listed(row, from, at))?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let end = bracket_end(row, name + 1)?;
    let owner = row.skip_titles(&What::Country, name + 2);
    let is_state = row.chunks.get(owner).is_some_and(|chunk| chunk.kind == ChunkKind::Country) && owner + 2 == end;
    is_state.then_some(Holder { owner: Some(owner), name, end, ..Holder::default() })
}

/// The next one in a list of fields: ", of Agriculture and Fisheries, Y", "and of Defence of B, Y".
fn next_of_field(row: &Row<'_>, from: usize) -> Option<Holder> {
    let at = skip_separators(row, from);
    let word = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
    let chunk = row.chunks.get(at).filter(|_| is_listed(row, from, at))?;
    let role = Some(chunk).filter(|chunk| chunk.kind == ChunkKind::Portfolio);
    let role = role.and_then(|chunk| chunk.concepts.first()?.key().split_once('>'));
    let field = match role {
        Some(_) => at + 1,
        None => {
            word(at).filter(|word| row.patterns.governors.holds(word))?;
            row.chunks.get(at + 1)?;
            row.rest_before_state(at + 1).or_else(|| row.rest_end(at + 1))?
        }
    };
    let is_small = |at: &usize| {
        let holds = |word| row.patterns.complements.holds(word) || row.patterns.determiners.holds(word);
        word(*at).is_some_and(holds)
    };
    let state = (field..).find(|at| !is_small(at))?;
    let is_state = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Country | ChunkKind::Demonym);
    let owner = row.chunks.get(state).filter(is_state).map(|_| state);
    let comma = owner.map_or(field, |owner| owner + 1);
    is_comma(row, comma).then_some(())?;
    // "And of Argentina in Brasília, Y": another state is no field of the first one's.
    let names_state = row.chunks[at + 1..field.max(at + 1)].iter().any(|chunk| chunk.concept_of("country").is_some());
    let name = row.after_titles.get(comma + 1).copied().filter(|_| !names_state)?;
    row.chunks.get(name).filter(|chunk| chunk.kind == ChunkKind::Name)?;
    let end = name + 1 + usize::from(is_comma(row, name + 1));
    let role = role.map(|(_, office)| ConceptId::of("role", office));
    Some(Holder { owner, name, has_field: true, role, end, ..Holder::default() })
}

/// "The minister of Defence of A, X, and **that of** B, Y": an article that stands for the office of the one before. "The
/// ambassador of A, X; **of B**, Y": in a list that semicolons part the state alone is enough; so it is behind "and".
fn is_taken_up(row: &Row<'_>, group: &Group, first: &Member) -> bool {
    let from = group.chunks.end;
    let names_state = |next: &Holder| next.owner.is_some_and(|at| row.chunks[at].concept_of("country").is_some());
    let is_parted = row.chunks.get(from).is_some_and(|chunk| row.tokens[chunk.tokens.start].text == ";");
    let is_held = first.name.is_some() && first.role.is_some() && first.country.is_some();
    if is_parted && is_held && next_of_state(row, from).as_ref().is_some_and(names_state) {
        return true;
    }
    let at = skip_separators(row, from);
    let word = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
    let is_and = |at: usize| word(at).is_some_and(|word| row.patterns.and.holds(word));
    // "The president of China, X, **and of Russia, Y**": "of" and a state or a body before a name take up the office of the one
    // before.
    let is_of = |at: usize| word(at).is_some_and(|word| row.patterns.complements.holds(word));
    let is_apposed = |next: &Holder| next.owner.is_some_and(|owner| is_comma(row, owner + 1));
    if is_held && at > from && is_and(at - 1) && is_of(at) {
        let next = next_of_state(row, from);
        let is_body = |next: &Holder| next.owner.is_some_and(|at| row.chunks[at].kind == ChunkKind::Org);
        return next.is_some_and(|next| (names_state(&next) || is_body(&next)) && is_apposed(&next));
    }
    let is_article = |at: usize| word(at).is_some_and(|word| row.patterns.determiners.holds(word));
    let is_complement = |chunk: &Chunk| {
        chunk.kind == ChunkKind::Portfolio || row.patterns.complements.holds(&row.tokens[chunk.tokens.start])
    };
    let next = || next_of_state(row, from).or_else(|| next_of_field(row, from));
    is_held
        && at >= from + 2
        && is_article(at - 1)
        && is_and(at - 2)
        && row.chunks.get(at).is_some_and(is_complement)
        && next().is_some_and(|next| next.role.is_some() || names_state(&next))
}

/// Whether a separator stands between a chunk and the one behind the separators, or closes what stands before.
fn is_listed(row: &Row<'_>, from: usize, at: usize) -> bool {
    at > from || row.chunks[from - 1].kind == ChunkKind::Mark
}

fn is_comma(row: &Row<'_>, at: usize) -> bool {
    row.chunks.get(at).is_some_and(|chunk| row.tokens[chunk.tokens.start].text == ",")
}

/// Whether a list goes on behind a chunk.
fn goes_on(row: &Row<'_>, at: usize) -> bool {
    let next = skip_separators(row, at);
    next > at && row.chunks.get(next).is_some_and(|chunk| chunk.kind == ChunkKind::Name)
}

/// Where a bracket ends that opens at a chunk, behind a name ("X (Agriculture and Fisheries)").
fn bracket_end(row: &Row<'_>, at: usize) -> Option<usize> {
    let mark = |at: usize| row.chunks.get(at).map(|chunk| row.tokens[chunk.tokens.start].text);
    (mark(at)? == "(").then_some(())?;
    (at + 1..(at + 1 + REST).min(row.chunks.len())).find(|at| mark(*at) == Some(")")).map(|close| close + 1)
}

fn group(chunks: &[Chunk], range: Range<usize>, members: Vec<Member>) -> Group {
    let (first, last) = (&chunks[range.start], &chunks[range.end - 1]);
    // A closing comma of an apposition is part of the pattern but bears no case.
    let bearer = chunks[range.clone()].iter().rev().find(|chunk| chunk.kind != ChunkKind::Mark).unwrap_or(last);
    Group {
        tokens: first.tokens.start..last.tokens.end,
        span: first.span.to(bearer.span),
        members,
        ending: bearer.ending.clone(),
        chunks: range,
    }
}

#[derive(Debug, Default)]
struct Captures {
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
                let is_second = at > 0 && is_dash(&row.tokens[row.chunks[at - 1].tokens.start]);
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
        let behind_office = at >= 2 && is_comma(row, at - 1) && row.chunks[at - 2].kind == ChunkKind::Role;
        role.is_some() && org.is_some() && country.is_none() && name.is_none() && behind_office
    }

    fn add_country(&mut self, country: Option<&ConceptId>, span: Span) {
        self.countries.extend(country.map(|country| (country.clone(), span)));
    }

    /// The office whose head was taken before and whose second half a chunk is.
    fn office_with(&self, chunk: &Chunk) -> Option<ConceptId> {
        let head = self.member.role.as_ref()?.key();
        let mut halves = chunk.concepts.iter().filter_map(|concept| concept.key().split_once('>'));
        halves.find(|(first, _)| *first == head).map(|(_, office)| ConceptId::of("role", office))
    }

    /// One member for each country of a list ("the presidents of Iceland and Peru"), otherwise one. As many names go with
    /// the countries one by one ("Azərbaycan və Türkiyə xarici işlər nazirləri X və Y").
    fn members(mut self, span: Span) -> Vec<Member> {
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
    let word = |chunk: &Chunk| &row.tokens[chunk.tokens.start];
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
struct Trail<'p>(Vec<(&'p What, usize)>);

impl<'p> Trail<'p> {
    /// Notes a chunk, if it can say what the element asks for.
    fn take(&mut self, what: &'p What, at: usize, row: &Row<'_>) -> Option<()> {
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

    fn captures(&self, row: &Row<'_>) -> Captures {
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
    fn is_sound(&self, row: &Row<'_>) -> bool {
        let count = |kind: What| self.0.iter().filter(|(what, _)| **what == kind).count();
        let names = count(What::Name);
        // "Estoniya, Peru prezidenti X": where the office ends the list of states, one holder is of the last state alone.
        let has_holder = || {
            let next = |at: usize| row.chunks.get(at + 1).is_some_and(|chunk| chunk.kind == ChunkKind::Name);
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

/// Lays all patterns over the chunks from one on. Of each its first match counts: what is optional is taken where it can be.
struct Search<'r> {
    row: &'r Row<'r>,
    at: usize,
    trail: Trail<'r>,
    /// The patterns that matched so far.
    met: Vec<usize>,
    /// Where the longest match ends, of those the one that stands first in the file, and what it took.
    best: Option<(usize, usize, Trail<'r>)>,
}

impl<'r> Search<'r> {
    fn new(row: &'r Row<'r>, at: usize) -> Self {
        Self { row, at, trail: Trail::default(), met: Vec::new(), best: None }
    }

    fn follow(&mut self, branches: &[usize], at: usize) {
        let row = self.row;
        for branch in branches.iter().map(|branch| &row.tree.branches[*branch]) {
            // "Received Wang Yi, minister of China, X reports": the source is cut off with the comma that closes the apposition.
            if at == row.chunks.len() && closes_apposition(&branch.element) {
                self.end(&branch.ends, at);
            }
            let before = self.trail.0.len();
            if let Some(next) = take_element(&branch.element, row, at, &mut self.trail) {
                self.go_on(branch, next);
            }
            self.trail.0.truncate(before);
            if branch.element.what == What::Rest
                && let Some(next) = row.rest_before_state(at)
                && self.trail.take(&branch.element.what, at, row).is_some()
            {
                self.go_on(branch, next);
                self.trail.0.truncate(before);
            }
            if branch.element.optional {
                self.go_on(branch, at);
            }
        }
    }

    fn go_on(&mut self, branch: &Branch, at: usize) {
        self.end(&branch.ends, at);
        self.follow(&branch.children, at);
    }

    /// Notes the patterns that end here.
    fn end(&mut self, patterns: &[usize], end: usize) {
        if patterns.is_empty() || !self.trail.is_sound(self.row) {
            return;
        }
        for number in patterns {
            if self.met.contains(number) || !self.may_begin(*number) {
                continue;
            }
            self.met.push(*number);
            let is_better =
                |(longest, first, _): &(usize, usize, Trail<'_>)| end > *longest || (end == *longest && number < first);
            if self.best.as_ref().is_none_or(is_better) {
                self.best = Some((end, *number, self.trail.clone()));
            }
        }
    }

    /// Whether a pattern may begin at the first chunk: on its branch others may.
    fn may_begin(&self, number: usize) -> bool {
        self.row.openings(self.at).any(|openings| openings.patterns.binary_search(&number).is_ok())
    }
}

fn closes_apposition(element: &Element) -> bool {
    matches!(&element.what, What::Literal(words) if words.iter().any(|word| word.letters == ","))
}

/// Whether a chunk is what an element asks for.
fn fits(element: &Element, chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    let bears = |case: &str| match case {
        BARE => chunk.ending.case.is_none(),
        JOINED => true,
        _ => chunk.has_case(case),
    };
    if !element.case.as_deref().is_none_or(bears) {
        return false;
    }
    match (&element.what, chunk.kind) {
        (What::Literal(words), ChunkKind::Word | ChunkKind::Mark) => words.fit(&tokens[chunk.tokens.start]),
        (What::Literal(words), ChunkKind::Org) if chunk.is_sent => words.fit(&tokens[chunk.tokens.start]),
        (What::Country, ChunkKind::Country)
        | (What::Host, ChunkKind::Country | ChunkKind::Org)
        | (What::Demonym | What::Citizen, ChunkKind::Demonym)
        | (What::Org, ChunkKind::Org)
        | (What::Role, ChunkKind::Role)
        | (What::Portfolio, ChunkKind::Portfolio)
        | (What::Name, ChunkKind::Name)
        | (What::Place | What::Capital, ChunkKind::Place) => true,
        (What::Rest, _) => is_rest(chunk, tokens) || chunk.kind == ChunkKind::Word,
        (What::Tail, _) => is_tail(chunk),
        (What::Field, ChunkKind::Word | ChunkKind::Name) => tokens[chunk.tokens.start].shape == Shape::Capital,
        _ => false,
    }
}

fn take_element<'p>(element: &'p Element, row: &Row<'_>, at: usize, trail: &mut Trail<'p>) -> Option<usize> {
    if element.what == What::Start {
        return row.opens(at).then_some(at);
    }
    let at = row.skip_titles(&element.what, at);
    row.chunks.get(at).filter(|chunk| fits(element, chunk, row.tokens))?;
    if element.case.as_deref() == Some(JOINED) && !row.is_joined(at) {
        return None;
    }
    trail.take(&element.what, at, row)?;
    let next = match &element.what {
        What::Literal(_) => {
            let goes_on = |chunk: &&Chunk| element.many && fits(element, chunk, row.tokens);
            return Some(at + 1 + row.chunks[at + 1..].iter().take_while(goes_on).count());
        }
        What::Rest => return row.rest_end(at),
        What::Role | What::Country => row.short_name_end(at + 1),
        What::Tail => return row.tail_end(at),
        What::Field => return Some(row.field_end(at)),
        _ => at + 1,
    };
    if !element.many {
        return Some(next);
    }
    // A list goes on as long as a separator is followed by another of the same kind.
    let (after, taken) = (skip_separators(row, next), trail.0.len());
    let more = (after > next).then(|| take_element(element, row, after, trail)).flatten();
    if more.is_none() {
        trail.0.truncate(taken);
    }
    Some(more.unwrap_or(next))
}

/// Skips ", and the", "; and".
fn skip_separators(row: &Row<'_>, from: usize) -> usize {
    skip_joints(row, from, false)
}

/// As `skip_separators`; where one was `seen` before ("o ministro da Saúde, X, | o embaixador Y"), articles alone are skipped, too.
fn skip_joints(row: &Row<'_>, from: usize, mut seen: bool) -> usize {
    let mut at = from;
    while let Some(chunk) = row.chunks.get(at) {
        let word = &row.tokens[chunk.tokens.start];
        let joins = matches!(word.word, "," | ";") || row.patterns.and.holds(word);
        if !(joins || (seen && row.patterns.determiners.holds(word))) || chunk.tokens.len() > 1 {
            break;
        }
        seen = true;
        at += 1;
    }
    at
}

/// "Peru NATO-nun bəyanatını pisləyib": a state before a body that is not one of those that states have does not own it.
pub(crate) fn part_bodies(patterns: &Patterns, states: &States, chunks: &[Chunk], groups: &mut Vec<Group>) {
    let is_joint = |found: &Group| {
        let bodies = &chunks[found.chunks.clone()];
        let are_bare = found.members.iter().all(|member| member.name.is_none() && member.role.is_none());
        let is_foreign = |chunk: &Chunk| !chunk.is_sent && chunk.concept_of("org").is_some_and(|org| !states.have(org));
        patterns.adposition == Adposition::Post
            && are_bare
            && matches!(bodies, [state, body]
                if state.kind == ChunkKind::Country && state.ending.case.is_none() && is_foreign(body))
    };
    while let Some(at) = groups.iter().position(is_joint) {
        let joint = groups.remove(at);
        let (state, body) = (joint.chunks.start, joint.chunks.start + 1);
        let country = chunks[state].concept_of("country").cloned();
        let org = chunks[body].concept().cloned();
        let of_state = Member { country, span: Some(chunks[state].span), ..Member::default() };
        let of_body = Member { org, span: Some(chunks[body].span), ..Member::default() };
        groups.insert(at, group(chunks, state..body, vec![of_state]));
        groups.insert(at + 1, group(chunks, body..body + 1, vec![of_body]));
    }
}

/// The case of a bare noun that owns the one behind it: it is nobody's subject and object.
const OWNER: &str = "owner";

/// Marks states and bodies that only qualify the noun behind them ("İran parlamentinin", "Fransa Senatı"): where cases
/// close the noun phrase, the owner may stand without one.
pub(crate) fn mark_owners(
    patterns: &Patterns,
    endings: &Endings,
    chunks: &[Chunk],
    tokens: &[Token<'_>],
    groups: &mut [Group],
) {
    if patterns.adposition != Adposition::Post {
        return;
    }
    for group in groups {
        let is_bare =
            group.members.iter().all(|m| m.name.is_none() && m.role.is_none() && !m.is_pronoun && !m.is_sides);
        // "Azərbaycan-İspaniya münasibətləri": the halves of a compound share a word.
        let is_half = |at: Option<usize>| {
            at.and_then(|at| chunks.get(at)).is_some_and(|chunk| share_token(&chunk.tokens, &group.tokens))
        };
        let is_compound = is_half(Some(group.chunks.end)) || is_half(group.chunks.start.checked_sub(1));
        // "Vyana Konvensiyası": a capital that names a paper is no state.
        let names_paper = || {
            let next = chunks.get(group.chunks.end);
            group.members.iter().any(|member| member.capital.is_some())
                && next.is_some_and(|next| is_paper(next, tokens))
        };
        // "X Türkiyə səfəri çərçivəsində": what qualifies an occasion is not who does something at it.
        let leads_to = || {
            let next = chunks.get(group.chunks.end).filter(|next| next.kind == ChunkKind::Occasion);
            let behind = next.filter(|next| is_owned_thing(next)).and_then(|next| tokens.get(next.tokens.end));
            behind.is_some_and(|word| patterns.governors.holds(word))
        };
        let is_owner = || is_compound || owns_next(endings, chunks, tokens, group) || names_paper() || leads_to();
        if is_bare && group.ending.case.is_none() && is_owner() {
            group.ending.case = Some(OWNER.into());
        }
    }
}

/// "səfəri": a bare possessive looks like an object.
fn is_owned_thing(chunk: &Chunk) -> bool {
    chunk.ending.possessive || chunk.has_case(OBJECT)
}

/// A document, an occasion, or a capital word that is nobody's name.
fn is_paper(chunk: &Chunk, tokens: &[Token<'_>]) -> bool {
    match chunk.kind {
        ChunkKind::Document | ChunkKind::Occasion => true,
        ChunkKind::Word => tokens[chunk.tokens.start].shape == Shape::Capital,
        _ => false,
    }
}

fn owns_next(endings: &Endings, chunks: &[Chunk], tokens: &[Token<'_>], group: &Group) -> bool {
    let Some(next) = chunks.get(group.chunks.end) else { return false };
    let word = &tokens[next.tokens.start];
    let is_owned = || endings.splits(word.text).iter().any(|(_, ending)| ending.possessive && ending.case.is_some());
    match next.kind {
        ChunkKind::Name => true,
        ChunkKind::Word => (word.shape == Shape::Lower && is_owned()) || next.tokens.len() > 1,
        _ => false,
    }
}

/// Joins a group to the one before it if only ", and the" stands between them and they bear the same kind of name.
fn join_or_push(row: &Row<'_>, groups: &mut Vec<Group>, group: Group) {
    if let Some(head) = groups.iter().rposition(is_titled).filter(|head| is_item(row, &groups[*head], &group)) {
        groups.truncate(head + 1);
        return groups[head].take_in(group);
    }
    if let Some(head) = list_before(row, groups, &group) {
        groups.truncate(head + 1);
        return groups[head].take_in(group);
    }
    if let Some(last) = groups.last_mut() {
        let gap = last.chunks.end;
        let closes = |chunk: &Chunk| chunk.kind == ChunkKind::Mark || is_and(row, chunk);
        let is_closed = gap > 0 && closes(&row.chunks[gap - 1]);
        let after = skip_joints(row, gap, is_closed);
        let has_joint = after > gap || is_closed;
        let joined = has_joint && (after == group.chunks.start || repeats_adposition(row, last, after, &group));
        let joined = joined && !is_circumstance(row, last, &group) && !is_citation(row, last, &group);
        // "X-in və Y-in görüşü": each of two may bear the case of both.
        let shares_case = last.ending.case.is_none()
            || (last.ending.case == group.ending.case && row.chunks[gap..after].iter().any(|chunk| is_and(row, chunk)));
        if joined && is_alike(&last.members[0], &group.members[0]) && shares_case {
            last.ending = group.ending.clone();
            return last.take_in(group);
        }
    }
    groups.push(group);
}

/// Whether a group stands for people who are told with office and name.
fn is_named(group: &Group) -> bool {
    group.members.iter().all(|member| member.name.is_some() && member.role.is_some())
}

/// As `is_named`, or by a title ("**Dr** X, adviser to …; Y, minister of …").
fn is_titled(group: &Group) -> bool {
    group.members.iter().all(|member| member.name.is_some() && (member.role.is_some() || member.is_titled))
}

/// "The ambassador of A, X, a diplomat since 1983; the ambassador of B, Y, who …": whether a person who stands right behind a
/// semicolon is the next one of a list, whose last member more is told of.
fn is_item(row: &Row<'_>, head: &Group, group: &Group) -> bool {
    let between = &row.chunks[head.chunks.end.min(group.chunks.start)..group.chunks.start];
    let text = |chunk: &Chunk| row.tokens[chunk.tokens.start].text;
    let Some(semicolon) = between.iter().position(|chunk| text(chunk) == ";") else { return false };
    let is_small = |chunk: &Chunk| {
        let word = &row.tokens[chunk.tokens.start];
        row.patterns.determiners.holds(word) || row.patterns.and.holds(word)
    };
    let is_apposed = is_comma(row, head.chunks.end) || is_comma(row, head.chunks.end - 1);
    // What a verb stands behind begins a clause.
    let acts = |at: usize| row.chunks.get(at).is_some_and(|chunk| !row.triggers.at(chunk.tokens.start).is_empty());
    let is_closed = |at: usize| {
        row.chunks.get(at).is_none_or(|chunk| matches!(text(chunk), "," | ";" | "." | "(")) && !acts(at + 1)
    };
    is_named(group)
        && head.ending.case == group.ending.case
        && (is_apposed || semicolon == 0)
        && between[semicolon + 1..].iter().all(is_small)
        && (is_closed(group.chunks.end) || is_closed(group.chunks.end - 1))
}

fn is_and(row: &Row<'_>, chunk: &Chunk) -> bool {
    row.patterns.and.holds(&row.tokens[chunk.tokens.start])
}

/// "Com A e com B", "ao A e à B": the adposition of the first stands again before the second; contractions of one begin
/// alike.
fn repeats_adposition(row: &Row<'_>, last: &Group, at: usize, group: &Group) -> bool {
    let is_light = |word: &str| row.patterns.determiners.has(word);
    let Some(again) = row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]) else { return false };
    let initial = |word: &str| word.chars().next().map(|c| if c == 'à' { 'a' } else { c });
    let is_same = |word: &str| row.patterns.governors.has(word) && initial(word) == initial(again.word);
    // An article may look like an adposition: "com a ministra".
    let before = row.tokens[..last.tokens.start].iter().rev().map(|token| token.word);
    let articles = before.clone().take_while(|word| is_light(word)).count();
    let light = again.span.end < group.span.start
        && row.chunks[at + 1..group.chunks.start].iter().all(|chunk| is_light(row.tokens[chunk.tokens.start].word));
    light && row.patterns.governors.holds(again) && before.take(articles + 1).any(is_same)
}

/// "Minister X, **Secretary of the Port Council** Y and Z": whether an office that could not be read is all that stands before the
/// next name of a list of people: capitals and the small words between them, without a verb.
fn is_unread_office(row: &Row<'_>, at: usize, group: &Group) -> bool {
    if at >= group.chunks.start {
        return false;
    }
    let mut office = &row.chunks[at..group.chunks.start];
    // "The head of the Port Council, Y": the comma belongs to the office.
    let is_apposed = is_comma(row, group.chunks.start - 1);
    office = &office[..office.len() - usize::from(is_apposed)];
    let word = |chunk: &Chunk| &row.tokens[chunk.tokens.start];
    let is_capital =
        |chunk: &Chunk| is_rest(chunk, row.tokens) || matches!(chunk.kind, ChunkKind::Role | ChunkKind::Document);
    let is_house = |chunk: &Chunk| chunk.kind == ChunkKind::Name && chunk.tokens.len() == 1;
    let is_part =
        |chunk: &Chunk| is_capital(chunk) || is_house(chunk) || is_small(row, chunk) || word(chunk).text == "&";
    let opens = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Word | ChunkKind::Role) || is_house(chunk);
    // "**Nordvik** Chairman Y": whose office it is.
    let is_office = row.chunks[group.chunks.start].kind == ChunkKind::Role;
    let closes = |chunk: &Chunk| (is_capital(chunk) && !is_small(row, chunk)) || (is_office && is_house(chunk));
    let tokens = row.chunks[at].tokens.start..group.tokens.start;
    office.len() <= REST
        && office.first().is_some_and(|chunk| opens(chunk) && !is_small(row, chunk))
        && office.last().is_some_and(closes)
        && office.iter().all(is_part)
        && row.triggers.within(tokens).is_empty()
}

/// The list of people before that goes on with another; what stands between names bodies and places at most.
fn list_before(row: &Row<'_>, groups: &[Group], group: &Group) -> Option<usize> {
    let is_aside = |group: &Group| group.members.iter().all(|member| member.role.is_none());
    let asides = groups.iter().rev().take(ASIDES).take_while(|group| is_aside(group)).count();
    (groups.len().saturating_sub(asides + 1)..groups.len()).rev().find(|at| {
        groups[*at].members.iter().all(|member| member.name.is_some()) && goes_on_with(row, &groups[*at], group)
    })
}

/// The most noun phrases in a remark between two of a list.
const ASIDES: usize = 2;

/// Whether a list of people goes on with another, although words stand between them that could not be read: where somebody is from
/// ("X **of Nordvik** and Y"), what he is ("X, **a retired judge**, and Y") or which office the next one has.
fn goes_on_with(row: &Row<'_>, last: &Group, group: &Group) -> bool {
    let are_people = |group: &Group| group.members.iter().all(|member| member.name.is_some());
    if row.patterns.adposition != Adposition::Pre || !are_people(last) || !are_people(group) {
        return false;
    }
    let ends = [Some(last.chunks.end), affiliation_end(row, last.chunks.end), apposition_end(row, last)];
    ends.into_iter().flatten().any(|end| {
        let is_closed = end > 0 && (row.chunks[end - 1].kind == ChunkKind::Mark || is_and(row, &row.chunks[end - 1]));
        let at = skip_joints(row, end, is_closed);
        let has_and = row.chunks[end..at.max(end)].iter().any(|chunk| is_and(row, chunk));
        // "Met X, a retired judge, **Y said**": who acts behind a comma alone is in no list.
        let acts = || !row.triggers.within(group.tokens.end..group.tokens.end + 1).is_empty();
        let is_next = at == group.chunks.start || is_unread_office(row, at, group);
        // "Met X of Nordvik, **and Y** flew home": a list of two has no comma.
        let is_pair =
            last.members.len() == 1 && is_comma(row, end) && end > last.chunks.end && !is_comma(row, last.chunks.end);
        let opens_clause = || is_pair && !acts() && lists::goes_on(row, group.tokens.end);
        (at > end || is_closed)
            && is_next
            && !opens_clause()
            && (has_and || !acts())
            && (end > last.chunks.end || at < group.chunks.start)
    })
}

/// Where the words behind a name end that say from where somebody is, up to the joint of a list.
fn affiliation_end(row: &Row<'_>, at: usize) -> Option<usize> {
    row.chunks.get(at).filter(|chunk| row.patterns.complements.holds(&row.tokens[chunk.tokens.start]))?;
    let window = &row.chunks[at + 1..row.chunks.len().min(at + REST)];
    let is_capital = |chunk: &Chunk| is_rest(chunk, row.tokens) || chunk.kind == ChunkKind::Name;
    let is_part = |chunk: &&Chunk| is_capital(chunk) || (is_small(row, chunk) && !is_and(row, chunk));
    let part = window.iter().take_while(is_part).collect::<Vec<_>>();
    let end = part.iter().rposition(|chunk| is_capital(chunk))?;
    Some(at + 1 + end + 1)
}

/// Where an apposition ends that no pattern reads: words without a verb between commas, behind an article or in small letters.
fn apposition_end(row: &Row<'_>, last: &Group) -> Option<usize> {
    let word = |at: usize| row.chunks.get(at).map(|chunk| &row.tokens[chunk.tokens.start]);
    let from = if is_comma(row, last.chunks.end) { last.chunks.end + 1 } else { last.chunks.end };
    let first = word(from).filter(|_| is_comma(row, from - 1))?;
    let is_plain = first.shape == Shape::Lower
        && !row.patterns.governors.holds(first)
        && !row.patterns.and.holds(first)
        && !row.patterns.openers.holds(first);
    let is_office = row.chunks[from].kind == ChunkKind::Role || row.patterns.before_name.holds(first);
    if !(row.patterns.determiners.holds(first) || is_plain || is_office) {
        return None;
    }
    let limit = row.chunks.len().min(from + TAIL);
    let is_clause =
        |token: &Token<'_>| row.patterns.opens_clause(token) || (token.shape == Shape::Mark && token.text != ",");
    // "The head **of Nordvik**": a name there is that of a house.
    let is_bound = |at: usize| is_small(row, &row.chunks[at]) && !is_and(row, &row.chunks[at]);
    let is_person = |at: usize| row.chunks[at].kind == ChunkKind::Name && !is_bound(at - 1);
    let is_free = |at: usize| {
        let chunk = &row.chunks[at];
        let word = &row.tokens[chunk.tokens.start];
        row.triggers.at(chunk.tokens.start).is_empty()
            && !is_clause(word)
            && !is_person(at)
            && chunk.kind != ChunkKind::Date
    };
    // "X, **secretary, ports division,** Mr Y": the last comma before whom the list goes on with.
    let end = (from..limit).take_while(|at| is_free(*at)).filter(|at| is_comma(row, *at)).last()?;
    (end > from).then_some(end + 1)
}

/// Whether a chunk is a word that joins, an article or an adposition.
fn is_small(row: &Row<'_>, chunk: &Chunk) -> bool {
    let word = &row.tokens[chunk.tokens.start];
    chunk.kind == ChunkKind::Word && (row.patterns.and.holds(word) || row.patterns.is_small(word))
}

/// "No Palácio Presidencial, X acreditou": a bare name behind an adposition, parted by a comma alone, is where, not who.
fn is_circumstance(row: &Row<'_>, last: &Group, group: &Group) -> bool {
    let is_bare = last.members.iter().all(|m| m.role.is_none() && m.country.is_none() && m.org.is_none());
    let between = &row.tokens[last.tokens.end..group.tokens.start];
    let is_listed = between.iter().any(|token| row.patterns.and.holds(token));
    let mut before = row.tokens[..last.tokens.start].iter().rev();
    let heavy = before.find(|token| row.patterns.governors.holds(token) || !row.patterns.determiners.holds(token));
    let governed = heavy.is_some_and(|token| row.patterns.governors.holds(token));
    // "At his meeting with A, B said": no list either, since none has its last member behind a bare comma.
    let next = |at: usize| row.tokens.get(group.tokens.end + at);
    let is_and = |at: usize| next(at).is_some_and(|token| row.patterns.and.holds(token));
    // "Após o encontro com A, X, o ministro Y, que …"
    let has_article = between.iter().any(|token| row.patterns.determiners.holds(token));
    let goes_on = is_and(0) || (next(0).is_some_and(|token| token.text == ",") && (!has_article || is_and(1)));
    // "Entregaram ao Presidente, os embaixadores de A, X, B, Y, e de C, Z": who stands in a list of their own are in no other.
    let is_list = has_article && group.members.len() > 2;
    row.patterns.adposition == Adposition::Pre && governed && !is_listed && (is_bare || !goes_on || is_list)
}

/// "The ministry, **the embassy said**, had summoned": parted by a comma and an article, with neither "and" nor another comma
/// behind it, the second is no member of a list, and neither is what opens a clause of its own.
fn is_citation(row: &Row<'_>, last: &Group, group: &Group) -> bool {
    let between = &row.tokens[last.tokens.end..group.tokens.start];
    let has_article = between.iter().any(|token| row.patterns.determiners.holds(token));
    let is_listed = between.iter().any(|token| row.patterns.and.holds(token) || token.text == ";");
    let is_bare = group.members.iter().all(|m| m.name.is_none() && m.role.is_none());
    let next = row.tokens.get(group.tokens.end);
    let goes_on = next.is_some_and(|token| row.patterns.joins(token));
    let is_cited = has_article && !is_listed && !goes_on;
    // "Fell in Estonia**, and Peru** condemned the attack": a list of two has no comma.
    let is_clause = is_listed && last.members.len() == 1 && between.first().is_some_and(|token| token.text == ",");
    row.patterns.adposition == Adposition::Pre && is_bare && (is_cited || is_clause)
}

/// People stand in lists with people, states with states, bodies with states and bodies.
fn is_alike(a: &Member, b: &Member) -> bool {
    let is_person = |member: &Member| member.name.is_some() || member.role.is_some();
    let is_open = |member: &Member| member.is_pronoun || member.is_sides;
    is_person(a) == is_person(b) && !is_open(a) && !is_open(b)
}
