//! A sentence, read for what has to stay: numbers, months, names, states and bodies.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use attache_locales::{LoadError, Locales, truncations};
use attache_schema::{Annotations, Article, ConceptId, Date, Mention, MentionKind};
use attache_summarizer::Summarizer;

use crate::lexis::Lexis;
use crate::number::{Numbers, words_of};

/// Reads sentences in any of our languages.
#[derive(Debug)]
pub(crate) struct Reader {
    summarizer: Summarizer,
    lexes: BTreeMap<String, Lexis>,
}

/// What was read in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) annotations: Annotations,
    pub(crate) numbers: Numbers,
    /// Months, from one on, in order.
    pub(crate) months: Vec<usize>,
    /// Months that the words may name as well: "May" without a day or year beside it.
    pub(crate) maybe_months: Vec<usize>,
    /// Days with their month, in order.
    pub(crate) days: Vec<(u8, usize)>,
    pub(crate) names: Vec<Name>,
    /// States, bodies and cities that stand in it.
    pub(crate) concepts: BTreeSet<ConceptId>,
    /// All words, in order.
    pub(crate) words: Vec<Range<usize>>,
    /// The words as they are written, letters with stops between them as one: "U.S." is "US".
    pub(crate) spelled: Vec<String>,
    /// Words with a capital that does not come of their place in the sentence.
    pub(crate) capitals: Vec<Range<usize>>,
}

/// A word that is a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
    /// The city that it is, which may be called otherwise elsewhere.
    pub(crate) place: Option<ConceptId>,
    /// Whether no word of the language begins so, and it is no translated title: only such a name is said to be added.
    pub(crate) is_firm: bool,
    /// Whether it is somebody's or a city's: no translation of other words.
    pub(crate) is_known: bool,
    /// Whether it is a word of another language in a title of several words, which may be translated: "Youth", "World".
    pub(crate) is_title: bool,
}

impl Reader {
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let lexes = locales.tags().map(|tag| Ok((tag.to_owned(), Lexis::load(locales, tag)?)));
        Ok(Self {
            lexes: lexes.collect::<Result<_, _>>()?,
            summarizer: Summarizer::builder().locales(locales.clone()).build()?,
        })
    }

    pub(crate) fn lexis(&self, tag: &str) -> Option<&Lexis> {
        truncations(tag).rev().find_map(|tag| self.lexes.get(tag))
    }

    /// The language of a text.
    pub(crate) fn language(&self, text: &str) -> String {
        let guess = self.summarizer.detect(text);
        guess.resembles.unwrap_or(guess.tag)
    }

    fn is_title(&self, text: &str, words: &[Range<usize>], name: &Name, lexis: &Lexis) -> bool {
        let is_foreign = self.lexes.values().any(|other| other.is_known_word(&name.text));
        let at = words.partition_point(|word| word.start < name.span.start);
        let is_beside = |one: usize, other: Option<usize>| {
            let (Some(a), Some(b)) = (words.get(one), other.and_then(|other| words.get(other))) else { return false };
            let (before, after) = if a.start < b.start { (a, b) } else { (b, a) };
            let letters = &text[b.clone()];
            text[before.end..after.start] == *" " && has_capital(letters) && !lexis.is_given(letters)
        };
        is_foreign && (is_beside(at, at.checked_sub(1)) || is_beside(at, Some(at + 1)))
    }

    /// Reads a sentence; `None` where there is no such language.
    pub(crate) fn read(&self, text: &str, tag: &str, published: Option<Date>) -> Option<Sentence> {
        let lexis = self.lexis(tag)?;
        let article = Article { language: Some(tag.to_owned()), published, ..Article::from_text(text) };
        let annotations = self.summarizer.annotate(&article);
        let words = words_of(text);
        let concepts = annotations.mentions.iter().filter(|mention| is_kept(mention.kind));
        let concepts = concepts.filter_map(|mention| mention.concept.clone()).collect();
        let mut names = names_of(text, &words, &annotations, lexis);
        for name in &mut names {
            name.is_title = !name.is_known && self.is_title(text, &words, name, lexis);
        }
        let months: Vec<usize> = words.iter().filter_map(|word| month_at(text, word, lexis)).collect();
        Some(Sentence {
            numbers: Numbers::read(text, lexis),
            days: days_of(text, &words, lexis),
            maybe_months: words.iter().filter_map(|word| lexis.month(&text[word.clone()])).collect(),
            months,
            names,
            concepts,
            spelled: spelled(text, &words),
            capitals: capitals_of(text, &words, lexis),
            words,
            annotations,
            text: text.to_owned(),
        })
    }
}

/// What a translation has to name again.
fn is_kept(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Country | MentionKind::Demonym)
}

/// A month is a word that is written like one; in languages that write it with a capital, "may" is none.
fn month_at(text: &str, word: &Range<usize>, lexis: &Lexis) -> Option<usize> {
    let is_stopped = text[word.end..].starts_with('.');
    let short = lexis.short_month(&text[word.clone()]).filter(|_| is_stopped);
    if short.is_some() {
        return short;
    }
    let month = lexis.month(&text[word.clone()])?;
    let near_digit = |part: &str| part.chars().any(|c| c.is_ascii_digit());
    let before = &text[..word.start];
    let before = &before[before.char_indices().rev().nth(7).map_or(0, |(at, _)| at)..];
    let after: String = text[word.end..].chars().take(6).collect();
    // Three letters and no digit beside them may be another word: "may", "mar".
    (lexis.is_whole_month(&text[word.clone()]) || near_digit(before) || near_digit(&after)).then_some(month)
}

/// Days that stand beside their month: "5 March", "March 5", "5 de março", "martın 5-də".
fn days_of(text: &str, words: &[Range<usize>], lexis: &Lexis) -> Vec<(u8, usize)> {
    let digits = crate::number::digits_of(text);
    let months = words.iter().filter_map(|word| Some((word.clone(), month_at(text, word, lexis)?)));
    let day = |span: &Range<usize>| text[span.clone()].parse::<u8>().ok().filter(|day| (1..=31).contains(day));
    months
        .filter_map(|(word, month)| {
            let before = digits.iter().rev().find(|span| span.end <= word.start);
            let before = before.filter(|span| text[span.end..word.start].chars().count() <= 4).and_then(&day);
            let after = digits.iter().find(|span| span.start >= word.end);
            let after = after.filter(|span| text[word.end..span.start].chars().count() <= 1).and_then(&day);
            Some((before.or(after)?, month))
        })
        .collect()
}

/// Words with a capital that are no words of the language, and none of a concept that the lexicon knows but cities.
fn names_of(text: &str, words: &[Range<usize>], annotations: &Annotations, lexis: &Lexis) -> Vec<Name> {
    let mention_at = |word: &Range<usize>| {
        let mut around = annotations.mentions.iter().filter(|m| m.span.start <= word.start && word.end <= m.span.end);
        around.next()
    };
    let is_written_so = |letters: &str| {
        let mut letters = letters.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let name = |(at, word): (usize, &Range<usize>)| {
        let letters = &text[word.clone()];
        let mention = mention_at(word);
        let kind = mention.map(|mention| mention.kind);
        let place =
            mention.filter(|mention| mention.kind == MentionKind::Place).and_then(|mention| mention.concept.clone());
        let is_open = matches!(kind, None | Some(MentionKind::Person | MentionKind::Place));
        let next = words.get(at + 1).filter(|next| text[word.end..next.start].chars().all(|c| c == ' '));
        let next = next.map(|next| &text[next.clone()]);
        let leads_a_name = next.is_some_and(|next| is_written_so(next) && !lexis.is_ordinary(next));
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|before| &text[before.clone()]);
        let is_titled = before.is_some_and(|before| lexis.titles.contains(&before.to_lowercase()));
        let is_given = lexis.is_given(letters) && next.is_some_and(has_capital);
        let seems_a_word = lexis.is_ordinary(letters) || lexis.is_derived(letters) || lexis.is_of_a_state(letters);
        let is_word = seems_a_word && place.is_none() && !lexis.is_given(letters);
        // "Ali Məhkəmədə" looks like somebody, and is the supreme court.
        let is_called = |mention: &Mention| {
            let span = mention.span.start..mention.span.end;
            let mut parts = words.iter().filter(|word| span.start <= word.start && word.end <= span.end);
            mention.kind == MentionKind::Person && parts.any(|part| !lexis.is_ordinary(&text[part.clone()]))
        };
        let is_person = is_given || is_titled || mention.is_some_and(is_called);
        // At the head of a sentence every word has a capital.
        let is_sure = is_person
            || kind.is_some()
            || leads_a_name
            || !is_head(text, word.start)
            || !(lexis.unsure_heads || lexis.may_be_ordinary(letters));
        let is_first_word = is_head(text, word.start) && !is_titled && place.is_none() && lexis.is_known_word(letters);
        let is_name = is_written_so(letters)
            && !is_first_word
            && !lexis.never.contains(&letters.to_lowercase())
            && letters.chars().count() >= 3
            && is_open
            && is_sure
            && (is_person || !is_word)
            && lexis.month(letters).is_none()
            && lexis.number(letters).is_none();
        let is_firm = !lexis.may_be_ordinary(letters);
        let is_known = is_person || place.is_some();
        is_name.then(|| Name {
            span: word.clone(),
            text: letters.to_owned(),
            place,
            is_firm,
            is_known,
            is_title: false,
        })
    };
    words.iter().enumerate().filter_map(name).collect()
}

/// Whether a word begins with a capital.
pub(crate) fn has_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn spelled(text: &str, words: &[Range<usize>]) -> Vec<String> {
    let mut spelled: Vec<String> = Vec::new();
    let mut end = None;
    for word in words {
        let letters = &text[word.clone()];
        let is_letter = letters.chars().count() == 1;
        let goes_on = is_letter && end.is_some_and(|end| text[end..word.start] == *".");
        match spelled.last_mut().filter(|_| goes_on) {
            Some(last) => last.push_str(letters),
            None => spelled.push(letters.to_owned()),
        }
        end = is_letter.then_some(word.end);
    }
    spelled
}

fn capitals_of(text: &str, words: &[Range<usize>], lexis: &Lexis) -> Vec<Range<usize>> {
    let is_meant = |word: &&Range<usize>| {
        let letters = &text[(*word).clone()];
        has_capital(letters) && (!is_head(text, word.start) || !lexis.may_be_ordinary(letters))
    };
    words.iter().filter(is_meant).cloned().collect()
}

/// Whether a sentence or a quotation begins here.
fn is_head(text: &str, at: usize) -> bool {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '(');
    let before = text[..at].trim_end_matches(is_blank);
    let Some(quoted) = before.strip_suffix(['"', '“', '”', '«', '»', '‘', '\'', '’']) else {
        return before.is_empty() || before.ends_with([':', '.', '!', '?', '…']);
    };
    // What stands right behind a word closes a quotation: "…", Pelosi said.
    let opens = quoted.chars().next_back().is_none_or(is_blank) && before.len() == at;
    opens || quoted.is_empty() || quoted.ends_with(['.', '!', '?', '…'])
}
