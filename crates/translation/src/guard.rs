//! What a service must not touch: names, offices, states, days and figures leave the sentence as placeholders, and come back in the
//! target's grammar.

use std::ops::Range;

use attache_localization::{Batch, Localizer};
use attache_schema::{Actor, ConceptId, Date, MentionKind, Person, Span};

use crate::form::Form;
use crate::lexis::Lexis;
use crate::number::{digits_of, rewrite};
use crate::sentence::Sentence;

/// What a part of a sentence is, for the cache and the measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    Person,
    Office,
    Concept,
    Day,
    Digits,
    Name,
}

/// How a part is said in the target language.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Says {
    /// Somebody with an office, or an office alone.
    Actor(Actor, Vec<Person>),
    /// Somebody by name.
    Spelling(Person),
    Concept(ConceptId),
    Day(Date),
    Digits(String),
    /// As it stands.
    Text(String),
}

/// A part that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) span: Range<usize>,
    pub(crate) class: Class,
    says: Says,
}

/// The parts of a sentence that are kept, in order, not overlapping.
pub(crate) fn kept_parts(sentence: &Sentence, batch: &Batch<'_>, lexis: &Lexis) -> Vec<Kept> {
    let mut kept: Vec<Kept> = Vec::new();
    let mut add = |part: Kept| {
        if !kept.iter().any(|other| part.span.start < other.span.end && other.span.start < part.span.end) {
            kept.push(part);
        }
    };
    people(sentence, batch).into_iter().for_each(&mut add);
    offices(sentence).into_iter().for_each(&mut add);
    days(sentence).into_iter().for_each(&mut add);
    concepts(sentence, batch).into_iter().for_each(&mut add);
    names(sentence).into_iter().for_each(&mut add);
    namesakes(sentence, batch).into_iter().for_each(&mut add);
    figures(sentence).into_iter().for_each(&mut add);
    // The mark may stand behind the part, or be read as an ending of it.
    let is_owner = |part: &Kept| {
        let (words, after) = (&sentence.text[part.span.clone()], &sentence.text[part.span.end..]);
        lexis.possessive.iter().any(|mark| after.starts_with(mark) || words.ends_with(mark.trim_end()))
    };
    kept.retain(|part| !is_owner(part));
    kept.sort_by_key(|part| part.span.start);
    for at in 0..kept.len() {
        let from = if at == 0 { 0 } else { kept[at - 1].span.end };
        take_article(&sentence.text, &mut kept[at], from, lexis);
    }
    kept
}

/// An article before somebody or something belongs to it: the target's grammar sets its own.
fn take_article(text: &str, part: &mut Kept, from: usize, lexis: &Lexis) {
    if matches!(part.class, Class::Day | Class::Digits | Class::Name) {
        return;
    }
    let before = text[from..part.span.start].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let is_beside = before.len() < text[from..part.span.start].len();
    if is_beside && lexis.articles.contains(&word.to_lowercase()) {
        part.span.start = from + before.len() - word.len();
    }
}

fn is_inside(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What the mentions within a phrase say; `None` where they say more than one office of one side.
fn office_in(sentence: &Sentence, span: Span) -> Option<(Actor, bool)> {
    let mut actor = Actor::nobody(span);
    let mut is_named = false;
    for mention in sentence.annotations.mentions.iter().filter(|mention| is_inside(mention.span, span)) {
        let slot = match mention.kind {
            MentionKind::Role => &mut actor.role,
            MentionKind::Country | MentionKind::Demonym => &mut actor.country,
            MentionKind::Organisation => &mut actor.org,
            MentionKind::Person => {
                is_named = true;
                continue;
            }
            _ => return None,
        };
        if slot.is_some() {
            return None;
        }
        slot.clone_from(&mention.concept);
    }
    Some((actor, is_named))
}

fn people(sentence: &Sentence, batch: &Batch<'_>) -> Vec<Kept> {
    let mut kept = Vec::new();
    for (index, person) in sentence.annotations.people.iter().enumerate() {
        for span in &person.mentions {
            let Some((actor, is_named)) = office_in(sentence, *span) else { continue };
            let range = span.start..span.end;
            let known = batch.people.iter().find(|known| known.name == person.name).unwrap_or(person);
            if actor.role.is_none() {
                continue;
            }
            let actor = Actor { span: Span::new(0, 0), ..actor };
            if is_named {
                let held = Person {
                    role: actor.role.clone(),
                    country: actor.country.clone(),
                    org: actor.org.clone(),
                    host: None,
                    presumed: false,
                    mentions: Vec::new(),
                    ..known.clone()
                };
                let somebody = Actor::person(0, Span::new(0, 0));
                kept.push(Kept { span: range, class: Class::Person, says: Says::Actor(somebody, vec![held]) });
            } else {
                kept.push(Kept { span: range, class: Class::Office, says: Says::Actor(actor, Vec::new()) });
            }
        }
        let own = sentence.annotations.mentions.iter().filter(|mention| mention.person == Some(index));
        for mention in own.filter(|mention| mention.kind == MentionKind::Person) {
            let words = mention.span.of(&sentence.text);
            let known = batch.people.iter().find(|known| known.name == words);
            // A surname alone stays one.
            let says = known.map_or_else(|| Says::Text(words.to_owned()), |known| Says::Spelling(known.clone()));
            kept.push(Kept { span: mention.span.start..mention.span.end, class: Class::Person, says });
        }
    }
    kept
}

/// Offices of those without a name that take part in an event.
fn offices(sentence: &Sentence) -> Vec<Kept> {
    let actors = sentence.annotations.events.iter().flat_map(|event| event.agents.iter().chain(&event.targets));
    let unnamed = actors.filter(|actor| actor.person.is_none() && actor.role.is_some());
    let one =
        unnamed.filter(|actor| office_in(sentence, actor.span).is_some_and(|(found, _)| found.role == actor.role));
    one.map(|actor| Kept {
        span: actor.span.start..actor.span.end,
        class: Class::Office,
        says: Says::Actor(Actor { span: Span::new(0, 0), ..actor.clone() }, Vec::new()),
    })
    .collect()
}

/// A day whose value was read; the year only where it stands there.
fn days(sentence: &Sentence) -> Vec<Kept> {
    let whens = sentence.annotations.events.iter().filter_map(|event| event.when.as_ref());
    let single = whens.filter(|when| when.end.is_none());
    single
        .filter_map(|when| {
            let words = when.span.of(&sentence.text);
            let has_year = when.start.year.is_some_and(|year| words.contains(&year.to_string()));
            let date = Date { year: when.start.year.filter(|_| has_year), ..when.start };
            // "Yesterday" is a day that only the day of publication tells.
            let is_said = date.day.is_none_or(|day| words.contains(&day.to_string())) && date.month.is_some();
            let kept = Kept { span: when.span.start..when.span.end, class: Class::Day, says: Says::Day(date) };
            is_said.then_some(kept)
        })
        .collect()
}

/// States, bodies and cities that the target language has a name for.
fn concepts(sentence: &Sentence, batch: &Batch<'_>) -> Vec<Kept> {
    let language = batch.localizer.language(batch.target);
    let is_thing = |kind| matches!(kind, MentionKind::Country | MentionKind::Organisation | MentionKind::Place);
    let mentions = sentence.annotations.mentions.iter().filter(|mention| is_thing(mention.kind));
    mentions
        .filter_map(|mention| {
            let concept = mention.concept.clone()?;
            language?.noun(concept.as_str())?;
            if !is_called_so(mention.span.of(&sentence.text), &concept, batch) {
                return None;
            }
            let span = mention.span.start..mention.span.end;
            Some(Kept { span, class: Class::Concept, says: Says::Concept(concept) })
        })
        .collect()
}

/// Whether the words are the concept's own name or abbreviation, an ending left aside: "the Kremlin" is Russia, and is not called so.
fn is_called_so(words: &str, concept: &ConceptId, batch: &Batch<'_>) -> bool {
    let Some(language) = batch.localizer.language(batch.source) else { return false };
    let names = [language.noun(concept.as_str()), language.abbreviation(concept.as_str())];
    names.into_iter().flatten().any(|noun| words.starts_with(noun.text.as_str()))
}

/// Words that are part of the name of somebody in the article, whatever else they mean: "Waters continued".
fn namesakes(sentence: &Sentence, batch: &Batch<'_>) -> Vec<Kept> {
    let is_named = |word: &str| {
        word.chars().count() >= 3
            && word.chars().next().is_some_and(char::is_uppercase)
            && batch.people.iter().any(|person| person.name.split(' ').any(|part| part == word))
    };
    let words = sentence.words.iter().filter(|word| is_named(&sentence.text[(*word).clone()]));
    let text = |span: &Range<usize>| sentence.text[span.clone()].to_owned();
    words.map(|span| Kept { class: Class::Name, says: Says::Text(text(span)), span: span.clone() }).collect()
}

/// Names that the lexicon does not know, words that follow one another as one.
fn names(sentence: &Sentence) -> Vec<Kept> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for name in &sentence.names {
        match runs.last_mut() {
            Some(run)
                if sentence.text[run.end..name.span.start].chars().all(|c| matches!(c, ' ' | '-' | '’' | '\'')) =>
            {
                run.end = name.span.end;
            }
            _ => runs.push(name.span.clone()),
        }
    }
    let text = |span: &Range<usize>| sentence.text[span.clone()].to_owned();
    runs.into_iter().map(|span| Kept { class: Class::Name, says: Says::Text(text(&span)), span }).collect()
}

/// Digits that stand alone; of those within a word ("5th", "G20") the whole word is the service's to translate.
fn figures(sentence: &Sentence) -> Vec<Kept> {
    let text = &sentence.text;
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '°';
    let alone = |span: &Range<usize>| {
        !text[..span.start].chars().next_back().is_some_and(is_part)
            && !text[span.end..].chars().next().is_some_and(is_part)
    };
    let spans = digits_of(text).into_iter().filter(alone);
    spans.map(|span| Kept { class: Class::Digits, says: Says::Digits(text[span.clone()].to_owned()), span }).collect()
}

/// The sentence as it is sent.
pub(crate) fn guarded(text: &str, kept: &[Kept], form: Form) -> String {
    let mut out = String::with_capacity(text.len() + kept.len() * 8);
    let mut at = 0;
    for (number, part) in kept.iter().enumerate() {
        out.push_str(&form.escape(&text[at..part.span.start]));
        out.push_str(&form.write(number));
        at = part.span.end;
    }
    out.push_str(&form.escape(&text[at..]));
    out
}

/// What puts the parts back.
pub(crate) struct Restorer<'a> {
    pub(crate) localizer: &'a Localizer,
    pub(crate) tag: &'a str,
    pub(crate) from: &'a Lexis,
    pub(crate) to: &'a Lexis,
}

impl Restorer<'_> {
    /// The answer with its placeholders filled; where one is lost, doubled or made up, its number.
    pub(crate) fn restore(&self, answer: &str, kept: &[Kept], form: Form) -> Result<String, String> {
        let mut out = String::with_capacity(answer.len() * 2);
        let mut seen = vec![false; kept.len()];
        let mut rest = answer;
        while let Some((number, span)) = form.find(rest) {
            out.push_str(&form.unescape(&rest[..span.start]));
            match seen.get_mut(number) {
                Some(seen) if !*seen => *seen = true,
                Some(_) => return Err(format!("placeholder {} stands twice", number + 1)),
                None => return Err(format!("placeholder {} was made up", number + 1)),
            }
            self.say(&kept[number].says, &mut out);
            rest = &rest[span.end..];
            self.check_seam(&out, rest, number)?;
        }
        out.push_str(&form.unescape(rest));
        match seen.iter().position(|seen| !seen) {
            Some(lost) => Err(format!("placeholder {} was lost", lost + 1)),
            None => Ok(out),
        }
    }

    /// What is glued to a placeholder is an ending of the language, or the service made a word of the two.
    fn check_seam(&self, before: &str, rest: &str, number: usize) -> Result<(), String> {
        let glued = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
        if glued.is_empty() {
            return Ok(());
        }
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let language = self.localizer.language(self.tag);
        match language.and_then(|language| language.endings().read(&before[start..], glued)) {
            Some(_) => Ok(()),
            None => Err(format!("placeholder {} has `{glued}` glued to it", number + 1)),
        }
    }

    /// Says a part behind what is written already: a preposition before it gives it its form, and may grow together with it.
    fn say(&self, says: &Says, out: &mut String) {
        let before = out.trim_end();
        let start = before
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let word = before[start..].to_owned();
        let is_beside = before.len() < out.len() && !word.is_empty();
        let preposition = self.to.preposition_in(&word).unwrap_or(&word).to_lowercase();
        if is_beside && self.is_definite(says) {
            if let Some(said) = self.form(says, &preposition) {
                out.truncate(start);
                return out.push_str(&said);
            }
            if self.to.articles.contains(&word.to_lowercase()) {
                out.truncate(start);
            }
        } else if is_beside
            && self.to.preposition_in(&word).is_some()
            && matches!(says, Says::Spelling(_) | Says::Text(_) | Says::Actor(..))
        {
            // A name takes no article.
            out.truncate(start);
            out.push_str(&preposition);
            out.push(' ');
        }
        out.push_str(&self.form(says, "article").or_else(|| self.form(says, "")).unwrap_or_default());
    }

    fn is_definite(&self, says: &Says) -> bool {
        matches!(says, Says::Actor(..) | Says::Concept(_))
    }

    /// A part in a form of the target's grammar; no form is the plain one.
    fn form(&self, says: &Says, form: &str) -> Option<String> {
        let language = self.localizer.language(self.tag)?;
        match says {
            Says::Actor(actor, people) => self.localizer.name(self.tag, actor, people, form),
            Says::Spelling(person) => self.localizer.spell(self.tag, person),
            Says::Concept(concept) => {
                let noun = language.noun(concept.as_str())?;
                if form.is_empty() { Some(noun.text.clone()) } else { language.inflect(noun, form) }
            }
            Says::Day(date) => language.date(*date, "long"),
            Says::Digits(digits) => Some(rewrite(digits, self.from, self.to)),
            Says::Text(text) => Some(text.clone()),
        }
    }
}
