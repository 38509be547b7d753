//! The sentence as a row of things: countries, offices, names, dates, and the words between them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use attache_grammar::{Ending, Endings, Language, Names, Sense, Surface, roman_value};
use attache_schema::{ConceptId, Date, Gender, Span};

use crate::dates::{DateMatch, Dates};
use crate::folded::{FoldTable, Folded};
use crate::lexis::{Hit, Layer, Lexis, starts_upper};
use crate::offices::States;
use crate::patterns::{Adposition, Patterns};
use crate::teams::part_teams;
use crate::token::{Shape, Token, opens_site};
use crate::words::{Beginnings, Vocabulary, WordMap, Words};

/// The kind of concept under which a language's words for "our country" stand in the automaton; the key is the
/// grammatical form in which the country's name takes their place.
pub(crate) const HOME: &str = "home";
/// The kind of concept under which the second halves of offices stand; the key is the office.
pub(crate) const PORTFOLIO: &str = "portfolio";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ChunkKind {
    Country,
    Demonym,
    Org,
    Role,
    /// The second half of an office ("dos Negócios Estrangeiros").
    Portfolio,
    Place,
    Occasion,
    Document,
    /// A run of capitalised words that is in no lexicon.
    Name,
    Date,
    Ordinal,
    Word,
    Mark,
}

#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    pub(crate) span: Span,
    pub(crate) tokens: Range<usize>,
    /// What it may stand for, the likeliest first; empty for names, words and marks.
    pub(crate) concepts: Vec<ConceptId>,
    pub(crate) ending: Ending,
    /// The words without the ending of the last one; only names are cut.
    pub(crate) stem: Span,
    /// The gender that the form of an office shows.
    pub(crate) gender: Option<Gender>,
    /// An office or a document in the plural.
    pub(crate) plural: bool,
    /// A country that takes no article ("Portugal"): an article before it is an adposition that looks like one.
    pub(crate) bare: bool,
    pub(crate) date: Option<DateMatch>,
    pub(crate) ordinal: Option<u16>,
    /// Recognised by words that are not its name ("the summit of the OIC").
    pub(crate) by_phrase: bool,
    /// "Our country", which stands for the outlet's: the form in which its name takes the place of the words.
    pub(crate) home_form: Option<String>,
    /// A delegation, or representatives, of a state.
    pub(crate) is_sent: bool,
}

impl Chunk {
    pub(crate) fn concept(&self) -> Option<&ConceptId> {
        self.concepts.first()
    }

    pub(crate) fn concept_of(&self, kind: &str) -> Option<&ConceptId> {
        self.concepts.iter().find(|concept| concept.kind() == kind)
    }

    /// Whether it is an office that names its field: "Minister **of Economy**".
    pub(crate) fn has_field(&self, patterns: &Patterns, tokens: &[Token<'_>]) -> bool {
        let words = &tokens[self.tokens.clone()];
        self.kind == ChunkKind::Role && words.iter().any(|word| patterns.complements.holds(word))
    }

    pub(crate) fn has_case(&self, case: &str) -> bool {
        self.ending.case.as_deref() == Some(case)
    }
}

/// A topic, claim or aid, which may lie across chunks.
#[derive(Debug, Clone)]
pub(crate) struct TopicHit {
    pub(crate) span: Span,
    pub(crate) tokens: Range<usize>,
    /// What the words say.
    pub(crate) concepts: Vec<ConceptId>,
    /// What the words only point to.
    pub(crate) hints: Vec<ConceptId>,
    /// Whether the lexicon writes them small.
    is_small: bool,
    /// Whether they are part of a body's name.
    pub(crate) is_masked: bool,
}

/// What chunking needs to know of a language.
#[derive(Debug)]
pub(crate) struct Chunker {
    pub(crate) lexis: Lexis,
    pub(crate) dates: Dates,
    ordinals: WordMap<u16>,
    ordinal_beginnings: Beginnings,
    /// The first words of those of two words.
    ordinal_heads: Words,
    /// What makes an ordinal of digits: "nd" of "22nd".
    ordinal_endings: Words,
    offices: WordMap<OfficeForm>,
    plural_words: Words,
    bare: BTreeSet<ConceptId>,
}

/// What every sentence needs to know of the article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) text: &'a str,
    pub(crate) folded: &'a Folded,
    pub(crate) published: Option<Date>,
    pub(crate) home: Option<&'a ConceptId>,
    /// Words that stand somewhere in small letters: no names.
    pub(crate) small: &'a Vocabulary<'a>,
    pub(crate) names: &'a Names,
    pub(crate) endings: &'a Endings,
    pub(crate) states: &'a States,
    /// Content words of the titles, folded.
    pub(crate) title: &'a Words,
    /// Names of states that somebody of the article bears as a surname ("Luís **Montenegro**").
    pub(crate) bearers: &'a Vocabulary<'a>,
}

impl Chunker {
    pub(crate) fn new(language: &Language, table: &FoldTable, lexis: Lexis, dates: Dates) -> Self {
        let (ordinals, (offices, plural_words)) = (ordinals(language, table), office_forms(language, table, &lexis));
        let ordinal_beginnings = ordinals.keys().map(String::as_str).collect();
        let ordinal_heads =
            ordinals.keys().filter_map(|words| words.split_once(' ')).map(|(head, _)| head.to_owned()).collect();
        let ordinal_endings = ordinal_endings(language, table);
        let bare = bare_countries(language, &lexis);
        let ordinals = WordMap::new(ordinals);
        Self { lexis, dates, ordinals, ordinal_beginnings, ordinal_heads, ordinal_endings, offices, plural_words, bare }
    }

    pub(crate) fn chunks(&self, setting: Setting<'_>, patterns: &Patterns, tokens: &[Token<'_>]) -> Vec<Chunk> {
        let mut chunks = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            at = self.take(setting, patterns, tokens, at, &mut chunks);
        }
        part_teams(setting.states, patterns, tokens, &mut chunks);
        chunks
    }

    /// Takes the longest thing at token `at` and says where the next one begins.
    fn take(
        &self,
        setting: Setting<'_>,
        patterns: &Patterns,
        tokens: &[Token<'_>],
        at: usize,
        chunks: &mut Vec<Chunk>,
    ) -> usize {
        let token = &tokens[at];
        if token.shape == Shape::Mark {
            chunks.push(plain(ChunkKind::Mark, tokens, at..at + 1));
            return at + 1;
        }
        if let Some(date) = self.dates.read(tokens, at, setting.endings, setting.published) {
            let range = at..at + date.tokens;
            chunks.push(Chunk { date: Some(date), ..plain(ChunkKind::Date, tokens, range.clone()) });
            return range.end;
        }
        // The second half of an office stands behind the adjective that parted it: "do Governo" alone is no such half.
        let is_half = |hit: &Hit<'_>| hit.surfaces.iter().all(|surface| surface.concept.kind() == PORTFOLIO);
        let is_parted = chunks.last().is_some_and(|chunk| chunk.kind == ChunkKind::Demonym);
        let hit = self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Things);
        let is_given = hit.as_ref().is_some_and(|hit| self.is_given_name((setting, patterns), tokens, at, hit, chunks));
        if setting.bearers.has(token.key, token.word) && !patterns.word_holds_back(tokens, at) {
            chunks.push(plain(ChunkKind::Name, tokens, at..at + 1));
            return at + 1;
        }
        let listed = hit.as_ref().filter(|hit| !is_parted && is_half(hit));
        let listed = listed.and_then(|hit| self.listed_offices((setting, patterns), tokens, chunks, hit));
        if let Some(hit) = hit.filter(|hit| (is_parted || listed.is_some() || !is_half(hit)) && !is_given) {
            let end = self.take_hit(setting, tokens, at, hit, chunks);
            if let Some(chunk) = chunks.last_mut() {
                if let Some(listed) = listed {
                    chunk.concepts = listed;
                }
                chunk.plural |= chunk.kind == ChunkKind::Role && patterns.several.holds(token);
            }
            return end;
        }
        if let Some((ordinal, width)) = self.read_ordinal(tokens, at) {
            chunks.push(Chunk { ordinal: Some(ordinal), ..plain(ChunkKind::Ordinal, tokens, at..at + width) });
            return at + width;
        }
        if token.shape == Shape::Capital && !is_house(tokens, at) {
            let end = self.name_end(setting, patterns, tokens, at, is_given);
            if end > at {
                let bears = |word: &Token<'_>| {
                    patterns.bears_name(word) || (patterns.is_verb_final() && patterns.place.words.holds(word))
                };
                let to = if tokens.get(end).is_some_and(bears) {
                    let office =
                        chunks.last().is_some_and(|chunk| chunk.kind == ChunkKind::Role && chunk.tokens.end == at);
                    bearer_start(setting, patterns, tokens, (at..end, office))
                } else {
                    end
                };
                if to > at {
                    self.take_name(setting, patterns, tokens, at..to, chunks);
                }
                if end > to {
                    chunks.push(plain(ChunkKind::Word, tokens, to..end));
                }
                return end;
            }
        }
        chunks.push(plain(ChunkKind::Word, tokens, at..at + 1));
        at + 1
    }

    /// The names of states that known people of the text bear as surnames: without an article "Montenegro" is who was named
    /// "Luís Montenegro" before.
    pub(crate) fn bearers<'t>(
        &self,
        (text, folded): (&str, &Folded),
        names: &Names,
        sentences: &[Vec<Token<'t>>],
    ) -> Vocabulary<'t> {
        let is_state = |token: &Token<'_>| {
            let hit = self.lexis.find(text, folded, token.span.start, Layer::Things);
            hit.is_some_and(|hit| {
                hit.end == token.span.end && hit.surfaces.iter().any(|surface| surface.concept.kind() == "country")
            })
        };
        let bears = |pair: &&[Token<'t>]| {
            let is_run = pair.iter().all(|token| token.shape == Shape::Capital);
            is_run && is_state(&pair[1]) && names.known(pair[0].span.to(pair[1].span).of(text)).is_some()
        };
        let pairs = sentences.iter().flat_map(|tokens| tokens.windows(2));
        Vocabulary::new(pairs.filter(bears).map(|pair| (pair[1].key, pair[1].word)))
    }

    /// Before a surname a place is a given name, if it is known as one ("Santiago Cafiero") or stands behind an office ("Baş katib
    /// Bağdad Amreyev"); a title or another word is one if it is known as one and either stands behind an office or before what looks like a surname
    /// ("baş konsul Sultan Qasımov", "Ziyafət Əsgərov").
    fn is_given_name(
        &self,
        (setting, patterns): (Setting<'_>, &Patterns),
        tokens: &[Token<'_>],
        at: usize,
        hit: &Hit<'_>,
        chunks: &[Chunk],
    ) -> bool {
        let is_all = |kind: &str| hit.surfaces.iter().all(|surface| surface.concept.kind() == kind);
        let is_free = |token: &Token<'_>| {
            token.shape == Shape::Capital
                && !setting.small.has(token.key, token.word)
                && self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Things).is_none()
        };
        let Some(next) = tokens.get(at + 1).filter(|next| is_free(next)) else { return false };
        let is_behind_office =
            || chunks.last().is_some_and(|chunk| chunk.kind == ChunkKind::Role && chunk.tokens.end == at);
        let is_known = || setting.names.gender(tokens[at].span.to(next.span).of(setting.text), None).is_some();
        let is_surname = || ends_as_surname(patterns, setting.endings, next);
        let may_be_place = || hit.ending.case.is_none() && (is_behind_office() || is_known());
        // "General-polkovnik **Səfər** Qasımlı": behind an office or a title no capital is one because it opens a sentence.
        let is_titled = || at.checked_sub(1).is_some_and(|at| patterns.before_name.holds(&tokens[at]));
        let may_be_title = || {
            tokens[at].shape == Shape::Capital
                && (!patterns.openers.holds(&tokens[at]) || is_behind_office() || is_titled())
                && setting.names.is_given(tokens[at].text)
                && (is_behind_office() || is_titled() || is_surname())
        };
        hit.end == tokens[at].span.end && (is_all("place") && may_be_place() || !is_all("country") && may_be_title())
    }

    /// A run of capitals is a person's name, unless a word of it says otherwise ("Kenya Ports Authority"); then a country
    /// before it is part of it.
    fn take_name(
        &self,
        setting: Setting<'_>,
        patterns: &Patterns,
        tokens: &[Token<'_>],
        mut run: Range<usize>,
        chunks: &mut Vec<Chunk>,
    ) {
        if patterns.is_verb_final() {
            let Some(rest) = part_names(setting, patterns, tokens, run, chunks) else { return };
            run = rest;
        }
        let is_given = |word: &str| setting.names.is_given(word);
        // "South Asian Affairs Paul Kapur": behind the last word that is no name's a name may begin.
        let no_name = tokens[run.clone()].iter().rposition(|token| patterns.is_no_name(token));
        // "Port Council **And** X": in a title small words are capitals, too.
        let is_joint = |at: &usize| patterns.and.holds(&tokens[*at]) || patterns.is_small(&tokens[*at]);
        let joints = |from: usize| (from..run.end).take_while(is_joint).count();
        let Some(last) = no_name.map(|last| run.start + last + 1).map(|last| last + joints(last)) else {
            // "Chancellor of **Exchequer** George Osborne": behind the tail of an office a name begins with a given name that is known.
            let given =
                (run.start..run.end - 1).find(|at| is_given(tokens[*at].text)).filter(|given| *given > run.start);
            if let (Some(given), Some(_)) = (given, tail_before(patterns, &is_given, tokens, chunks)) {
                chunks.push(plain(ChunkKind::Word, tokens, run.start..given));
                run.start = given;
            }
            chunks.push(plain(ChunkKind::Name, tokens, run));
            return;
        };
        // "Defence Council **Secretary** X": a title there is an office.
        let titles = tokens[last..run.end].iter().take_while(|token| patterns.before_name.holds(token)).count();
        // "Harbour **Secretary** X": a title that is no name is one, too.
        let is_titled = titles > 0 || (last > run.start && patterns.before_name.holds(&tokens[last - 1]));
        let office_end = last;
        let last = last + titles;
        let name = last..run.end;
        let is_known_name = |name: &Range<usize>| {
            let name = tokens[name.start].span.to(tokens[name.end - 1].span).of(setting.text);
            setting.names.gender(name, None).is_some()
        };
        let tail =
            tail_before(patterns, &is_given, tokens, chunks).filter(|tail| !is_apposed(tokens, chunks, *tail, run.end));
        let is_name = name.len() >= 2 && (tail.is_some() || is_titled || is_known_name(&name));
        let tail = tail.unwrap_or(chunks.len());
        for chunk in chunks[tail..].iter_mut().filter(|chunk| chunk.kind == ChunkKind::Name) {
            *chunk = plain(ChunkKind::Word, tokens, chunk.tokens.clone());
        }
        if is_name {
            run.end = office_end;
        }
        // "Özbəkistan **Ali Məclisi** Senatının sədri": where the verb comes last, the words before an office say of what it is, and the
        // state before them is whose.
        let names_office = |token: &Token<'_>| {
            let hit = self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Things);
            hit.is_some_and(|hit| hit.surfaces.iter().any(|surface| surface.concept.kind() == "role"))
        };
        if patterns.is_verb_final() && !is_name && tokens.get(run.end).is_some_and(names_office) {
            chunks.extend(run.map(|at| plain(ChunkKind::Word, tokens, at..at + 1)));
            return;
        }
        // "The Peruvian Embassy" is Peru's; "Kenya Ports Authority" and "American Chamber of Commerce" are names.
        let is_single = run.len() == 1;
        // "Estoniya Səfirliyi" likewise.
        let is_mission = is_single && patterns.missions.holds(&tokens[run.start]);
        let is_part = |chunk: &Chunk| {
            ((chunk.kind == ChunkKind::Country && !is_mission) || (chunk.kind == ChunkKind::Demonym && !is_single))
                && chunk.tokens.end == run.start
                && chunk.ending.case.is_none()
        };
        // "The Ethiopia-Nigeria Joint Commission" is a commission of both.
        let is_half = chunks.iter().rev().nth(1).is_some_and(|before| before.tokens.end == run.start);
        let state = chunks.pop_if(|chunk| !is_half && is_part(chunk));
        let start = state.as_ref().map_or(run.start, |state| state.tokens.start);
        // Whose body it is its office tells.
        let concepts = state.map_or_else(Vec::new, |state| state.concepts);
        chunks.push(Chunk { concepts, ..plain(ChunkKind::Word, tokens, start..run.end) });
        if is_name {
            chunks.extend((office_end..last).map(|at| plain(ChunkKind::Word, tokens, at..at + 1)));
            chunks.push(plain(ChunkKind::Name, tokens, name));
        }
    }

    /// "Os ministros da Defesa de A, X, e **das Pescas** de B, Y", "o ministro da Defesa de A, X, e o **das Pescas**": the halves of the
    /// office whose head stands before in the list, behind a name.
    fn listed_offices(
        &self,
        (setting, patterns): (Setting<'_>, &Patterns),
        tokens: &[Token<'_>],
        chunks: &[Chunk],
        hit: &Hit<'_>,
    ) -> Option<Vec<ConceptId>> {
        let word = |chunk: &Chunk| &tokens[chunk.tokens.start];
        let is_article = |chunk: &&Chunk| chunk.kind == ChunkKind::Word && patterns.determiners.holds(word(chunk));
        let joins = |chunk: &Chunk| word(chunk).text == "," || patterns.and.holds(word(chunk));
        let articles = chunks.iter().rev().take_while(is_article).count();
        let before = &chunks[..chunks.len() - articles];
        let joints = before.iter().rev().take_while(|chunk| joins(chunk)).count();
        let name = before.len().checked_sub(joints + 1).filter(|_| joints > 0)?;
        (chunks[name].kind == ChunkKind::Name).then_some(())?;
        let role = chunks[..name].iter().rfind(|chunk| chunk.kind == ChunkKind::Role)?;
        (role.plural || articles > 0).then_some(())?;
        let second = tokens[role.tokens.clone()].get(1)?.span.start;
        let own = self.lexis.find(setting.text, setting.folded, second, Layer::Things)?;
        let halves = |surface: &&Surface| surface.concept.kind() == PORTFOLIO;
        let office = role.concept()?.key();
        let is_own = |head: &str| {
            let mut own = own.surfaces.iter().copied().filter(halves);
            own.any(|surface| surface.concept.key().split_once('>') == Some((head, office)))
        };
        let fits = |surface: &&Surface| surface.concept.key().split_once('>').is_some_and(|(head, _)| is_own(head));
        let found: Vec<_> = hit.surfaces.iter().copied().filter(fits).map(|surface| surface.concept.clone()).collect();
        (!found.is_empty()).then_some(found)
    }

    /// Also takes the second half of a compound ("Azerbaijan-Portugal").
    fn take_hit(
        &self,
        setting: Setting<'_>,
        tokens: &[Token<'_>],
        at: usize,
        hit: Hit<'_>,
        chunks: &mut Vec<Chunk>,
    ) -> usize {
        let mut end = at + 1;
        while tokens.get(end).is_some_and(|token| token.span.start < hit.end) {
            end += 1;
        }
        let last = tokens[end - 1].span.end;
        let span = Span::new(tokens[at].span.start, hit.end.min(last));
        let named = body_before_bracket(tokens, chunks).cloned();
        chunks.push(self.thing(setting, span, at..end, &hit));
        // "İqtisadi Əməkdaşlıq Təşkilatı (İƏT)": in brackets behind its name an abbreviation is that body's, whosesoever else.
        if let (Some(named), Some(chunk)) = (named, chunks.last_mut())
            && (chunk.kind == ChunkKind::Org || chunk.concepts.contains(&named))
        {
            chunk.kind = ChunkKind::Org;
            chunk.concepts = vec![named];
        }
        let joint = setting.text[hit.end..].chars().next().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}'));
        if hit.end < last
            && let Some(joint) = joint
            && let second = hit.end + joint.len_utf8()
            && let Some(hit) = self.lexis.find(setting.text, setting.folded, second, Layer::Things)
        {
            let span = Span::new(second, hit.end.min(last).max(second));
            chunks.push(self.thing(setting, span, end - 1..end, &hit));
        }
        end
    }

    fn thing(&self, setting: Setting<'_>, span: Span, tokens: Range<usize>, hit: &Hit<'_>) -> Chunk {
        let mut surfaces: Vec<&&Surface> = hit.surfaces.iter().collect();
        surfaces.sort_by_key(|surface| rank(surface));
        let home = surfaces.iter().find(|surface| surface.concept.kind() == HOME);
        let home_form = home.map(|surface| surface.concept.key().to_owned());
        let is_home = home.is_some();
        let mut concepts: Vec<ConceptId> = match setting.home {
            _ if !is_home => surfaces.iter().map(|surface| surface.concept.clone()).collect(),
            Some(home) => vec![home.clone()],
            None => Vec::new(),
        };
        let kind = match surfaces.first() {
            Some(_) if is_home && concepts.is_empty() => ChunkKind::Word,
            Some(surface) => kind_of(surface),
            None => ChunkKind::Word,
        };
        // A palace is as good as its state, and a place where it is one.
        let mut palaces = concepts.iter().filter(|_| kind == ChunkKind::Place);
        let state = palaces.find_map(|concept| setting.states.of_palace(concept)).cloned();
        let kind = if state.is_some() { ChunkKind::Country } else { kind };
        concepts.splice(0..0, state);
        let letters = setting.folded.slice(span.start, span.end);
        let form = self.offices.get(letters).copied().filter(|_| kind == ChunkKind::Role).unwrap_or_default();
        // "Heads of State": a name that the lexicon gives beside has the words of those whose number it tells.
        let shows_plural = || letters.split(' ').any(|word| self.plural_words.has(word));
        let plural = match kind {
            ChunkKind::Role => form.plural || hit.ending.plural || shows_plural(),
            ChunkKind::Document => hit.ending.plural || surfaces.iter().any(|surface| surface.sense == Sense::Plural),
            _ => false,
        };
        let bare = kind == ChunkKind::Country && concepts.iter().any(|concept| self.bare.contains(concept));
        Chunk {
            kind,
            span,
            tokens,
            concepts,
            ending: hit.ending.clone(),
            stem: span,
            gender: form.gender,
            plural,
            bare,
            date: None,
            ordinal: None,
            by_phrase: surfaces.first().is_some_and(|surface| surface.sense == Sense::Phrase),
            home_form,
            is_sent: false,
        }
    }

    fn read_ordinal(&self, tokens: &[Token<'_>], at: usize) -> Option<(u16, usize)> {
        let token = &tokens[at];
        if token.shape == Shape::Number {
            let number = token.leading_number().filter(|n| (1..=999).contains(n))?;
            // "22nd", "31-ci"; "a 22-member committee" and "20km" are none.
            let is_ordinal = ordinal_ending(token.word).is_some_and(|ending| self.ordinal_endings.has(ending));
            return is_ordinal.then_some((u16::try_from(number).ok()?, 1));
        }
        if self.ordinal_beginnings.may_begin(token.word) {
            let next = tokens.get(at + 1).filter(|_| self.ordinal_heads.holds(token));
            let two = next.and_then(|next| self.ordinals.get(&format!("{} {}", token.word, next.word)));
            let one = || self.ordinals.get_keyed(token.key, token.word);
            if let Some(found) = two.map(|number| (*number, 2)).or_else(|| one().map(|number| (*number, 1))) {
                return Some(found);
            }
        }
        // "XXVI Cimeira": a Roman numeral before a capital.
        let next_is_capital = tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Capital);
        next_is_capital.then(|| roman(token.text)).flatten().map(|number| (number, 1))
    }

    /// Where a run of capitalised words ends that begins at `at`; `at` where none does. What is known to be a given name there begins
    /// one, whatever else the word is.
    fn name_end(
        &self,
        setting: Setting<'_>,
        patterns: &Patterns,
        tokens: &[Token<'_>],
        at: usize,
        is_given: bool,
    ) -> usize {
        let opens = |index: usize| {
            let token = &tokens[index];
            let sentence_start = index == 0 || is_opening(&tokens[index - 1]);
            // "Dr **A.** K. Mensah": an article with a stop is an initial, "H.E." is none.
            let has_stop = tokens.get(index + 1).is_some_and(|stop| stop.text == "." && token.touches(stop));
            let is_initial = has_stop && token.text.chars().count() == 1 && !patterns.before_name.holds(token);
            let is_opener = (patterns.openers.holds(token) && !is_initial)
                || (sentence_start && setting.small.has(token.key, token.word));
            !is_opener && !opens_site(&tokens[index..])
        };
        if !is_given && !opens(at) {
            return at;
        }
        let mut end = at + 1;
        loop {
            let last = &tokens[end - 1];
            let is_closed = end > at + 1 && ends_in_case(patterns, setting, &tokens[at], last);
            if is_closed || closes_name(patterns, setting.endings, last) {
                return end;
            }
            let next = self.next_name_part(setting, patterns, tokens, end);
            if let Some(next) = next.or_else(|| joined_surname(setting, patterns, tokens, at..end)) {
                end = next;
            } else {
                return end;
            }
        }
    }

    fn next_name_part(
        &self,
        setting: Setting<'_>,
        patterns: &Patterns,
        tokens: &[Token<'_>],
        at: usize,
    ) -> Option<usize> {
        let token = tokens.get(at)?;
        // "Eli Koen **X** hesabında yazıb"
        let is_small = |next: &Token<'_>| next.shape == Shape::Lower;
        if patterns.closers.holds(token) && tokens.get(at + 1).is_some_and(is_small) {
            return None;
        }
        let is_free = |index: usize| {
            let token = &tokens[index];
            // A capital inside a name is no office that is written small ("Otávio Sampaio Reis" is no king).
            // One of several words with capitals is ("Ana Reis Ministra dos Negócios Estrangeiros").
            let is_office = |surface: &Surface| surface.concept.kind() == "role" && surface.text.contains(' ');
            // Where its head stands last it may be written small ("Rauf Səlimov Xarici işlər nazirini qəbul edib").
            let is_large = |end: usize| {
                let words = tokens[index..].iter().take_while(|token| token.span.start < end);
                // "Mərkəzi Seçki Komissiyasının sədri": what owns the office is a part of the name before it.
                let splits = setting.endings.splits(token.word);
                let is_owner = splits.iter().any(|(_, ending)| ending.possessive && ending.case.is_some());
                let is_head_small = patterns.adposition == Adposition::Post && !is_owner;
                words.last().is_some_and(|last| last.shape == Shape::Capital || is_head_small)
            };
            let is_thing = |hit: Hit<'_>| {
                let is_proper =
                    |surface: &Surface| starts_upper(&surface.text) || (is_office(surface) && is_large(hit.end));
                hit.surfaces.iter().any(|surface| is_proper(surface))
            };
            (token.shape == Shape::Capital || is_glued(patterns, token))
                && !opens_site(&tokens[index..])
                && !self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Things).is_some_and(is_thing)
                && !self.begins_proper_topic(setting, token)
                // "Marta Quiroga Thursday arrived"
                && !self.dates.is_weekday(tokens, index)
        };
        let before = &tokens[at - 1];
        if bears_apostrophe(before) {
            return None;
        }
        // "Ferdinand \"Bongbong\" Marcos": a nickname between quotation marks is a part of the name around it.
        let is_nickname = token.is_quote()
            && tokens.get(at + 1).is_some_and(|nickname| nickname.shape == Shape::Capital)
            && tokens.get(at + 2).is_some_and(Token::is_quote)
            && tokens.get(at + 3).is_some_and(|next| next.shape == Shape::Capital);
        if is_nickname && is_free(at + 3) {
            return Some(at + 4);
        }
        // "Kh.Battulga": an initial may have two letters where it touches its surname.
        let touches = tokens.get(at + 1).is_some_and(|next| token.touches(next));
        let is_initial = before.text.chars().count() <= 1 + usize::from(touches);
        // "Jose Santiago **Sta.** Romana": a particle may be shortened.
        let is_short = before.shape == Shape::Capital && patterns.particles.holds(before) && before.touches(token);
        if token.text == "." && (is_initial || is_short) && tokens.get(at + 1).is_some_and(Token::is_word) {
            return is_free(at + 1).then_some(at + 2);
        }
        // "Kamran Nəsibov M.Kiroqanı": an initial that touches its surname begins another name.
        let begins = token.text.chars().count() == 1
            && before.text.chars().count() > 1
            && tokens.get(at + 1).is_some_and(|dot| dot.text == ".")
            && tokens.get(at + 2).is_some_and(|next| tokens[at + 1].touches(next));
        if is_free(at) && before.text != "." && !begins {
            return Some(at + 1);
        }
        if patterns.adposition == Adposition::Pre && before.text != "." && self.is_only_place(setting, token) {
            return Some(at + 1);
        }
        let mut next = at;
        while tokens.get(next).is_some_and(|token| patterns.particles.holds(token)) {
            next += 1;
        }
        (next > at && next <= at + 3 && next < tokens.len() && is_free(next)).then_some(next + 1)
    }

    /// "Yerlan Bektemirov **Orta Dəhlizin** əhəmiyyəti": several words that the lexicon writes with capitals are no part of a name.
    fn begins_proper_topic(&self, setting: Setting<'_>, token: &Token<'_>) -> bool {
        let hit = self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Topics);
        let is_proper =
            |hit: &Hit<'_>| hit.end > token.span.end && hit.surfaces.iter().all(|surface| starts_upper(&surface.text));
        hit.is_some_and(|hit| is_proper(&hit))
    }

    /// "Luís Montenegro": what is elsewhere a state or a city is a surname right behind a name, where states that qualify a
    /// name stand behind an adposition.
    fn is_only_place(&self, setting: Setting<'_>, token: &Token<'_>) -> bool {
        let hit = self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Things);
        let is_place = |surface: &&Surface| matches!(kind_of(surface), ChunkKind::Country | ChunkKind::Place);
        token.shape == Shape::Capital
            && hit.is_some_and(|hit| hit.end == token.span.end && hit.surfaces.iter().all(is_place))
    }

    /// Every topic of the sentence, longest first at each place, not overlapping.
    pub(crate) fn topics(&self, setting: Setting<'_>, tokens: &[Token<'_>]) -> Vec<TopicHit> {
        let mut hits = Vec::new();
        let mut free_from = 0;
        for (at, token) in tokens.iter().enumerate() {
            if token.span.start < free_from || token.shape == Shape::Mark {
                continue;
            }
            let Some(hit) = self.lexis.find(setting.text, setting.folded, token.span.start, Layer::Topics) else {
                continue;
            };
            let last = tokens[at..].iter().take_while(|token| token.span.start < hit.end).count();
            free_from = hit.end;
            // A topic that bears just this name comes before one that is only recognised by it.
            let mut surfaces: Vec<&&Surface> = hit.surfaces.iter().collect();
            surfaces.sort_by_key(|surface| !matches!(surface.sense, Sense::Name | Sense::Plural));
            let is_small = surfaces.iter().all(|surface| !starts_upper(&surface.text));
            let (hints, said): (Vec<&&Surface>, Vec<&&Surface>) =
                surfaces.into_iter().partition(|surface| surface.sense == Sense::Hint);
            let concepts =
                |surfaces: Vec<&&Surface>| surfaces.into_iter().map(|surface| surface.concept.clone()).collect();
            hits.push(TopicHit {
                span: Span::new(token.span.start, hit.end),
                tokens: at..at + last,
                concepts: concepts(said),
                hints: concepts(hints),
                is_small,
                is_masked: false,
            });
        }
        hits
    }
}

/// Where in a run of capitals the name begins that the thing behind it bears: "**Səməd Vurğun** küçəsi" is nobody, "İlham Əliyev **Zəngilan**
/// rayonunda" and "Prezident Abdullah Gülə **Mardin** əyalətində" are somebody and a place.
fn bearer_start(
    setting: Setting<'_>,
    patterns: &Patterns,
    tokens: &[Token<'_>],
    (run, is_behind_office): (Range<usize>, bool),
) -> usize {
    let Some(last) = run.end.checked_sub(1).filter(|last| *last > run.start) else { return run.start };
    let name = tokens[run.start].span.to(tokens[last - 1].span).of(setting.text);
    let is_holder = is_behind_office && run.len() > 2;
    let is_somebody = is_holder || setting.names.known(name).is_some() || patterns.is_surname(tokens[last - 1].word);
    if is_somebody { last } else { run.start }
}

/// Whether a word is the house of a photographer ("Ana Serpa/**PR** Rui Salgueiro fala em Lisboa"): part of nobody's name.
fn is_house(tokens: &[Token<'_>], at: usize) -> bool {
    let slash = at.checked_sub(1).map(|before| &tokens[before]).filter(|before| before.text == "/");
    slash.is_some_and(|slash| slash.touches(&tokens[at])) && tokens[at].is_loud()
}

/// The body whose name ends right before a bracket that is open.
fn body_before_bracket<'c>(tokens: &[Token<'_>], chunks: &'c [Chunk]) -> Option<&'c ConceptId> {
    let [.., body, bracket] = chunks else { return None };
    let opens = tokens[bracket.tokens.start].text == "(";
    (opens && body.kind == ChunkKind::Org).then(|| body.concept()).flatten()
}

/// Makes hints of the topics in names of bodies that no lexicon has ("Kiçik və Orta **Biznesin** İnkişafı Agentliyi"): words
/// that are written small elsewhere and stand beside other capitals. They say what a body is called, and count only where an event
/// tells of them.
pub(crate) fn mask_names(patterns: &Patterns, tokens: &[Token<'_>], hits: &mut [TopicHit]) {
    let mut masked: Vec<Range<usize>> = Vec::new();
    for at in 0..hits.len() {
        let range = hits[at].tokens.clone();
        let opens = range.start == 0 || is_opening(&tokens[range.start - 1]);
        let is_shown = || tokens[range.clone()].iter().all(|token| token.shape == Shape::Capital || is_joint(token));
        // "**Təhlükəsizlik** Şurasında baş verən …": at the head of a sentence the word of a body behind it shows it.
        let next = tokens.get(range.end).filter(|next| next.shape == Shape::Capital);
        let opens = opens && !next.is_some_and(|next| patterns.is_no_name(next));
        if !hits[at].is_small || opens || !is_shown() || is_joint(&tokens[range.start]) {
            continue;
        }
        let is_topic = |token: usize| hits.iter().any(|hit| hit.tokens.contains(&token));
        let before = (0..range.start).rev().find(|token| !is_joint(&tokens[*token]));
        let after = (range.end..tokens.len()).find(|token| !is_joint(&tokens[*token]));
        let is_name = |token: usize| tokens[token].shape == Shape::Capital && !is_topic(token);
        let goes_on = before.is_some_and(|token| masked.iter().any(|range| range.contains(&token)));
        if goes_on || before.is_some_and(is_name) || after.is_some_and(is_name) {
            masked.push(range);
            if let Some(concept) = std::mem::take(&mut hits[at].concepts).into_iter().next() {
                hits[at].hints = vec![concept];
                hits[at].is_masked = true;
            }
        }
    }
}

/// A small word inside the name of a body ("of", "da", "və").
fn is_joint(token: &Token<'_>) -> bool {
    token.shape == Shape::Lower && token.text.chars().count() <= JOINT
}

/// The most letters that such a word has.
const JOINT: usize = 3;

pub(crate) fn plain(kind: ChunkKind, tokens: &[Token<'_>], range: Range<usize>) -> Chunk {
    let span = tokens[range.start].span.to(tokens[range.end - 1].span);
    Chunk {
        kind,
        span,
        tokens: range,
        concepts: Vec::new(),
        ending: Ending::default(),
        stem: span,
        gender: None,
        plural: false,
        bare: false,
        date: None,
        ordinal: None,
        by_phrase: false,
        home_form: None,
        is_sent: false,
    }
}

/// Where one surface stands for several things, people and states come before bodies, and bodies before places.
fn rank(surface: &Surface) -> u8 {
    match kind_of(surface) {
        ChunkKind::Role => 0,
        ChunkKind::Country => 1,
        ChunkKind::Org => 2,
        ChunkKind::Demonym => 3,
        ChunkKind::Place => 4,
        _ => 5,
    }
}

fn kind_of(surface: &Surface) -> ChunkKind {
    match (surface.concept.kind(), surface.sense) {
        ("country", Sense::Adjective | Sense::Origin) => ChunkKind::Demonym,
        ("country" | HOME, _) => ChunkKind::Country,
        ("org", _) => ChunkKind::Org,
        ("role", _) => ChunkKind::Role,
        (PORTFOLIO, _) => ChunkKind::Portfolio,
        ("place", _) => ChunkKind::Place,
        ("occasion", _) => ChunkKind::Occasion,
        ("document", _) => ChunkKind::Document,
        _ => ChunkKind::Word,
    }
}

/// How many words a field has that may look like a name.
const FIELD: usize = 3;

/// How many chunks the tail of an office may have.
const TAIL: usize = 8;

/// Where the tail of an office begins that stands before a run of capitals and is nobody's name ("Minister | for Policing and |
/// Communications Ioane Naivalurua").
fn tail_before(
    patterns: &Patterns,
    is_given: &dyn Fn(&str) -> bool,
    tokens: &[Token<'_>],
    chunks: &[Chunk],
) -> Option<usize> {
    let is_titled = |at: usize| at > 0 && patterns.before_name.holds(&tokens[chunks[at - 1].tokens.start]);
    let is_tail = |at: &usize| {
        let chunk = &chunks[*at];
        let word = &tokens[chunk.tokens.start];
        // "The harbour master, Mrs **Esi Quaye**, and the Minority Leader": what a title stands before is somebody's.
        if chunk.kind == ChunkKind::Name && chunk.tokens.len() > 1 && is_titled(*at) {
            return false;
        }
        let is_small = patterns.and.holds(word) || patterns.is_small(word);
        // "For **Civilian Security**, Trade and …": no given name opens it.
        let is_field = chunk.tokens.len() <= FIELD && !is_given(word.text);
        let is_single = match chunk.kind {
            ChunkKind::Word => chunk.tokens.len() <= FIELD,
            ChunkKind::Name => chunk.tokens.len() == 1 || is_field,
            kind => kind == ChunkKind::Mark && word.text == ",",
        };
        is_single && (is_small || word.shape == Shape::Capital || word.text == ",")
    };
    let start = chunks.len() - (0..chunks.len()).rev().take(TAIL).take_while(is_tail).count();
    let governs = |chunk: &Chunk| patterns.governors.holds(&tokens[chunk.tokens.start]);
    // "The **Secretary** of the Port Council X": a title that governs is an office.
    let is_head =
        |chunk: &Chunk| chunk.kind == ChunkKind::Role || patterns.before_name.holds(&tokens[chunk.tokens.start]);
    // "The **Minister of Economy** and Fisheries X": an office that names its field may have a second one.
    let joins = |chunk: &Chunk| patterns.and.holds(&tokens[chunk.tokens.start]);
    let is_of_office = |at: &usize| {
        let (head, next) = (&chunks[*at - 1], chunks.get(*at));
        next.is_some_and(|next| (is_head(head) && governs(next)) || (head.has_field(patterns, tokens) && joins(next)))
    };
    let found = (start.max(1)..chunks.len()).find(is_of_office);
    found.filter(|_| patterns.adposition == Adposition::Pre)
}

/// "X, head of **the Port Unit,** …": the office whose tail begins at a chunk is that of the name before its comma, where another
/// comma closes it.
fn is_apposed(tokens: &[Token<'_>], chunks: &[Chunk], tail: usize, end: usize) -> bool {
    let is_comma = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.text == ",");
    let head = tail.checked_sub(1).map(|head| chunks[head].tokens.start);
    let names = tail >= 3 && chunks[tail - 3].kind == ChunkKind::Name;
    // "Chairman of the Port Office X, minister of **Trade and Investment Y**, …": where one's office stands before him, so does the next one's.
    let before = tail.checked_sub(4).map(|before| &chunks[before]);
    let is_office = |chunk: &Chunk| {
        chunk.kind == ChunkKind::Role
            || (chunk.kind == ChunkKind::Word && tokens[chunk.tokens.start].shape == Shape::Capital)
    };
    let has_office = before.is_some_and(is_office);
    names && !has_office && is_comma(head.and_then(|head| head.checked_sub(1))) && is_comma(Some(end))
}

/// Takes off a run of capitals the names that touch the last one, as they may where the verb comes last, and words that are no name.
/// What is left of it, if anything.
fn part_names(
    setting: Setting<'_>,
    patterns: &Patterns,
    tokens: &[Token<'_>],
    mut run: Range<usize>,
    chunks: &mut Vec<Chunk>,
) -> Option<Range<usize>> {
    // "Hörmətli İlham Heydər **oğlu**": a form of address without a surname names nobody anew.
    let is_father = |token: &Token<'_>| patterns.particles.holds(token) && patterns.is_surname(token.word);
    let is_address = tokens.get(run.end).is_some_and(is_father)
        && tokens.get(run.end + 1).is_none_or(|next| next.shape == Shape::Mark);
    if is_address {
        chunks.push(plain(ChunkKind::Word, tokens, run));
        return None;
    }
    // "Şeyx Saleh **bin** Nasir": before a name that tells the father a title is no given name ("Şeyx Ndur").
    let rest = run.start + 1..run.end;
    let tells_father = rest.len() >= 3 && tokens[rest.clone()].iter().any(|token| patterns.particles.holds(token));
    if patterns.before_name.holds(&tokens[run.start]) && tells_father {
        chunks.push(plain(ChunkKind::Word, tokens, run.start..rest.start));
        run = rest;
    }
    // "İlham Əliyev Stiv Uitkoffla görüşüb": two names may touch, and what follows somebody known is another's;
    // where the verb does not come last, it is the rest of the name ("Bilawal Bhutto Zardari").
    let is_known = |to: &usize| {
        let span = tokens[run.start].span.to(tokens[*to - 1].span);
        setting.names.known(span.of(setting.text)).is_some()
    };
    // One word more is rather the rest of the name, unless it is that of a place ("İlham Əliyev Qansu vilayətində").
    let case = patterns.place.case.as_deref();
    let names_place = |at: usize| {
        let splits = tokens.get(at).map(|token| setting.endings.splits(token.word)).unwrap_or_default();
        case.is_some() && splits.iter().any(|(_, ending)| ending.case.as_deref() == case)
    };
    // "Dmitri Peskov Qriqoryanın": behind a surname another one is somebody else's.
    let is_surname = |token: &Token<'_>| ends_as_surname(patterns, setting.endings, token);
    let parts_surnames = |end: usize| tokens[end - 2..end].iter().all(is_surname);
    // "Ceyhun Bayramov **Avropa** məsələləri üzrə …"
    let is_no_name = |end: usize| patterns.is_no_name(&tokens[end - 1]);
    let opens_other = |end: usize| names_place(end) || parts_surnames(end) || is_no_name(end);
    if run.len() > 2
        && !is_known(&run.end)
        && let Some(to) = (run.start + 2..run.end - usize::from(!opens_other(run.end))).rev().find(is_known)
    {
        cut_name(tokens, &mut run, to, chunks);
    }
    // "Kiroqa Volodimir Zelenski ilə danışıb": a surname alone before somebody known is another's.
    let name_of = |from: usize, to: usize| tokens[from].span.to(tokens[to - 1].span).of(setting.text);
    if run.len() == 3
        && tokens[run.start].text.chars().count() > 1
        && !setting.names.is_given(tokens[run.start].text)
        && setting.names.known(name_of(run.start + 1, run.end)).is_some()
    {
        let first = run.start + 1;
        cut_name(tokens, &mut run, first, chunks);
    }
    // "Rauf Səlimov Samir Vəliyevi": behind a surname a given name that is known opens another.
    let parts = |at: &usize| {
        let is_known = |name: &str| setting.names.gender(name, None).is_some();
        // "Rasim Şəmsəddin **oğlu** Rzayev" goes on.
        patterns.is_surname(tokens[*at - 1].word)
            && !patterns.particles.holds(&tokens[*at])
            && is_known(name_of(run.start, *at))
            && is_known(name_of(*at, run.end))
    };
    if run.len() >= 4
        && let Some(at) = (run.start + 2..run.end - 1).find(parts)
    {
        cut_name(tokens, &mut run, at, chunks);
    }
    // "Emmanuel Makron**la** Volodimir Zelenski": behind the mark of "with" another's name begins.
    let with = patterns.with.case.as_deref();
    let bears_with = |word: &Token<'_>| {
        let splits = setting.endings.splits(word.text);
        splits.iter().any(|(stem, ending)| *stem >= 3 && ending.case.as_deref() == with && !ending.possessive)
    };
    let opens_name = |from: usize| {
        let name = name_of(from, run.end);
        setting.names.gender(name, None).is_some() || setting.names.known(name).is_some()
    };
    if with.is_some()
        && run.len() >= 4
        && let Some(at) = (run.start + 2..run.end - 1).find(|at| bears_with(&tokens[*at - 1]) && opens_name(*at))
    {
        cut_name(tokens, &mut run, at, chunks);
    }
    // "M.Zərif Ceyhun Bayramovu": an initial with its surname is whole.
    let has_initial = run.len() > 4 && tokens[run.start].text.chars().count() == 1 && tokens[run.start + 1].text == ".";
    if has_initial && tokens[run.start + 3].shape == Shape::Capital {
        let surname = run.start + 3;
        cut_name(tokens, &mut run, surname, chunks);
    }
    // "Volkan Bozkır **BA** sədri qismində": behind a full name an abbreviation is another thing's.
    let is_short = |token: &Token<'_>| (2..=3).contains(&token.text.chars().count()) && token.is_loud();
    let is_plain = |token: &Token<'_>| token.text.chars().count() > 1 && !token.is_loud();
    if run.len() >= 3 && is_short(&tokens[run.end - 1]) && tokens[run.start..run.end - 1].iter().all(is_plain) {
        chunks.push(plain(ChunkKind::Name, tokens, run.start..run.end - 1));
        chunks.push(plain(ChunkKind::Word, tokens, run.end - 1..run.end));
        return None;
    }
    // "Zelenski **Avropa** və ABŞ arasında": a part of the world behind a surname, and no body that bears a name.
    let region = tokens[run.clone()].iter().position(|token| patterns.is_no_name(token)).map(|at| run.start + at);
    let is_bare = |at: &usize| setting.endings.splits(tokens[*at].word).iter().all(|(_, ending)| !ending.possessive);
    if let Some(at) = region.filter(|at| *at > run.start && is_bare(at) && patterns.is_surname(tokens[at - 1].word)) {
        cut_name(tokens, &mut run, at, chunks);
    }
    Some(run)
}

fn cut_name(tokens: &[Token<'_>], run: &mut Range<usize>, at: usize, chunks: &mut Vec<Chunk>) {
    chunks.push(plain(ChunkKind::Name, tokens, run.start..at));
    run.start = at;
}

/// "İlham **Əliyevlə** Volodimir Zelenski": a surname in the case that joins two closes its name.
fn closes_name(patterns: &Patterns, endings: &Endings, token: &Token<'_>) -> bool {
    let Some(case) = patterns.with.case.as_deref() else { return false };
    let splits = endings.splits(token.word);
    splits.iter().any(|(stem, ending)| {
        ending.case.as_deref() == Some(case) && token.word.get(..*stem).is_some_and(|stem| patterns.is_surname(stem))
    })
}

/// Whether a word is a surname by its end, in whatever case.
fn ends_as_surname(patterns: &Patterns, endings: &Endings, token: &Token<'_>) -> bool {
    let stems = endings.splits(token.word).into_iter().filter_map(|(stem, _)| token.word.get(..stem));
    stems.chain([token.word]).any(|stem| patterns.is_surname(stem))
}

/// "Nino Papuaşvilinin Ümummilli Lider", "İlham Əliyevə Ali Ordenini": behind a surname in a case another name begins, or none. Where
/// the word is a surname as it stands ("Nəsibova"), the given name tells whether it is a man's in a case.
fn ends_in_case(patterns: &Patterns, setting: Setting<'_>, given: &Token<'_>, token: &Token<'_>) -> bool {
    let is_marked = |(stem, ending): &(usize, Ending)| {
        let bears_case = ending.case.is_some() && !ending.plural && !ending.possessive;
        bears_case && token.word.get(..*stem).is_some_and(|stem| patterns.is_surname(stem))
    };
    let is_mans = || setting.names.gender(&format!("{0} {0}", given.text), None) == Some(Gender::Masculine);
    patterns.is_verb_final()
        && setting.endings.splits(token.word).iter().any(is_marked)
        && (!patterns.is_surname(token.word) || is_mans())
}

/// "Ulisses Correia e Silva": where a word that joins lists stands inside the name of somebody known.
fn joined_surname(
    setting: Setting<'_>,
    patterns: &Patterns,
    tokens: &[Token<'_>],
    name: Range<usize>,
) -> Option<usize> {
    let last = name.end + 1;
    let is_joined = patterns.and.holds(tokens.get(name.end)?) && tokens.get(last)?.shape == Shape::Capital;
    let whole = tokens[name.start].span.to(tokens.get(last)?.span);
    (is_joined && setting.names.known(whole.of(setting.text)).is_some()).then_some(last + 1)
}

/// "al-Busaidi": a particle that a hyphen joins to its name.
fn is_glued(patterns: &Patterns, token: &Token<'_>) -> bool {
    let name = |rest: &str| rest.chars().next().is_some_and(char::is_uppercase);
    let parted = token.text.split_once(['-', '\u{2010}', '\u{2011}']);
    token.shape == Shape::Lower && parted.is_some_and(|(before, rest)| patterns.particles.has(before) && name(rest))
}

/// "Trump's", "Makron'un": an ending behind an apostrophe closes a name; "O'Neill" and "d'Alva" bear none.
fn bears_apostrophe(token: &Token<'_>) -> bool {
    let parted = token.text.rsplit_once(['\'', '\u{2019}']);
    parted.is_some_and(|(_, rest)| !rest.is_empty() && rest.chars().all(char::is_lowercase))
}

/// A mark after which a sentence begins anew.
fn is_opening(token: &Token<'_>) -> bool {
    matches!(token.text, "\"" | "“" | "«" | "„" | "—" | "–" | ":" | "-")
}

/// The ordinals that the language can say are those that it can read.
fn ordinals(language: &Language, table: &FoldTable) -> BTreeMap<String, u16> {
    let mut known = BTreeMap::new();
    for number in 1..=100_u16 {
        for gender in [None, Some(Gender::Masculine), Some(Gender::Feminine)] {
            if let Some(word) = language.ordinal(u32::from(number), "words", gender) {
                known.entry(table.fold_str(&word)).or_insert(number);
            }
        }
    }
    known
}

fn bare_countries(language: &Language, lexis: &Lexis) -> BTreeSet<ConceptId> {
    let is_bare = |country: &&ConceptId| language.noun(country.as_str()).is_some_and(|noun| !noun.article);
    lexis.concepts("country").into_iter().filter(is_bare).cloned().collect()
}

/// What the form of an office shows.
#[derive(Debug, Clone, Copy, Default)]
struct OfficeForm {
    gender: Option<Gender>,
    plural: bool,
}

/// The forms of each office that show gender or number, and the words that offices have in the plural only.
fn office_forms(language: &Language, table: &FoldTable, lexis: &Lexis) -> (WordMap<OfficeForm>, Words) {
    let mut forms = BTreeMap::new();
    let mut words = [BTreeSet::new(), BTreeSet::new()];
    for role in lexis.concepts("role") {
        for plural in [false, true] {
            let form = |gender| language.role(role.as_str(), Some(gender), plural).map(|n| table.fold_str(&n.text));
            let (Some(masculine), Some(feminine)) = (form(Gender::Masculine), form(Gender::Feminine)) else { continue };
            let own = [&masculine, &feminine].into_iter().flat_map(|form| form.split(' ').map(str::to_owned));
            words[usize::from(plural)].extend(own);
            let differ = masculine != feminine;
            let of = |gender| OfficeForm { gender: differ.then_some(gender), plural };
            forms.insert(masculine, of(Gender::Masculine));
            forms.insert(feminine, of(Gender::Feminine));
            if let Some(possessed) = language.role_possessed(role.as_str(), plural) {
                forms.entry(table.fold_str(&possessed.text)).or_insert(OfficeForm { gender: None, plural });
            }
        }
    }
    let [singular, plural] = words;
    (WordMap::new(forms), plural.difference(&singular).cloned().collect())
}

/// The endings with which the language writes ordinals in digits, without the mark that parts them.
fn ordinal_endings(language: &Language, table: &FoldTable) -> Words {
    let genders = [None, Some(Gender::Masculine), Some(Gender::Feminine)];
    let said = (1..=100_u32).flat_map(|number| genders.map(|gender| language.ordinal(number, "digits", gender)));
    let folded = said.flatten().map(|said| table.fold_str(&said));
    folded.filter_map(|said| ordinal_ending(&said).map(str::to_owned)).collect()
}

/// `ª` of `5.ª`, `ci` of `31-ci`; nothing of bare digits.
fn ordinal_ending(word: &str) -> Option<&str> {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', '-']);
    Some(ending).filter(|ending| !ending.is_empty())
}

/// One letter alone is an initial or a pronoun more often than a number.
fn roman(text: &str) -> Option<u16> {
    let value = roman_value(text).filter(|value| text.len() > 1 && *value > 0)?;
    u16::try_from(value).ok()
}
