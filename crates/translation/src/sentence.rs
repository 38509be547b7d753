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
    /// Months with the days that may be theirs, in order: of "between 9 and 11 July" either.
    pub(crate) days: Vec<(BTreeSet<u8>, usize)>,
    pub(crate) names: Vec<Name>,
    /// States, bodies and cities that stand in it.
    pub(crate) concepts: BTreeSet<ConceptId>,
    /// All words, in order.
    pub(crate) words: Vec<Range<usize>>,
    /// The words as they are written, letters with stops between them as one: "U.S." is "US".
    pub(crate) spelled: Vec<String>,
    /// Words with a capital that does not come of their place in the sentence.
    pub(crate) capitals: Vec<Range<usize>>,
    /// What stands in quotation marks, where it is a few words.
    pub(crate) quoted: Vec<Range<usize>>,
    /// Where a word is missing.
    pub(crate) gaps: Vec<String>,
    /// Words with a capital that another language has, one whose titles end in what they are, and this one has not.
    pub(crate) foreign_heads: BTreeSet<String>,
}

impl Sentence {
    /// The letters of a word.
    pub(crate) fn word(&self, word: &Range<usize>) -> &str {
        self.text.get(word.clone()).unwrap_or_default()
    }

    /// All words with their letters.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&Range<usize>, &str)> {
        self.words.iter().map(|word| (word, self.word(word)))
    }
}

/// A word that is a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
    /// The city that it is, which may be called otherwise elsewhere.
    pub(crate) place: Option<ConceptId>,
    /// The city, body or matter whose name it belongs to, which may be called otherwise elsewhere.
    pub(crate) concept: Option<ConceptId>,
    /// Whether no word of the language begins so, and it is no translated title: only such a name is said to be added.
    pub(crate) is_firm: bool,
    /// Whether it is somebody's or a city's: no translation of other words.
    pub(crate) is_known: bool,
    /// Whether it is somebody's by its title or by a given name beside it: "London Gazette" may be read as somebody and is not.
    pub(crate) is_somebody: bool,
    /// Whether it is a word of another language, which may be translated: "Youth", "World".
    pub(crate) is_elsewhere: bool,
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

    /// Whether a name is a word of some language and nobody's.
    fn is_word_elsewhere(&self, name: &Name, lexis: &Lexis) -> bool {
        let is_word = || self.lexes.values().any(|other| other.is_known_word(&name.text));
        !name.is_somebody && name.place.is_none() && !lexis.is_given(&name.text) && is_word()
    }

    fn foreign_head(&self, word: &str, lexis: &Lexis) -> Option<String> {
        let is_theirs = || self.lexes.values().any(|other| other.heads_last && other.is_known_word(word));
        (has_capital(word) && !lexis.is_known_word(word) && is_theirs()).then(|| word.to_owned())
    }

    /// The month that a whole word names in some language.
    fn month_elsewhere(&self, word: &str) -> Option<usize> {
        let mut lexes = self.lexes.values().filter(|lexis| lexis.is_whole_month(word));
        lexes.find_map(|lexis| lexis.month(word))
    }

    /// Reads a sentence; `None` where there is no such language.
    pub(crate) fn read(&self, text: &str, tag: &str, published: Option<Date>) -> Option<Sentence> {
        let lexis = self.lexis(tag)?;
        let article = Article { language: Some(tag.to_owned()), published, ..Article::from_text(text) };
        let annotations = self.summarizer.annotate(&article);
        let words = words_of(text);
        let things = lexis.things_in(text);
        let is_thing =
            |mention: &&Mention| things.iter().any(|span| is_within(&(mention.span.start..mention.span.end), span));
        let concepts = annotations.mentions.iter().filter(|mention| is_kept(mention.kind) && !is_thing(mention));
        let concepts = concepts.filter_map(|mention| mention.concept.clone()).collect();
        let mut names = names_of(text, &words, &annotations, lexis);
        for name in &mut names {
            name.is_elsewhere = self.is_word_elsewhere(name, lexis);
            name.is_known &= !name.is_elsewhere;
        }
        let months: Vec<usize> = words.iter().filter_map(|word| month_at(text, word, lexis)).collect();
        let quoted = quoted_in(text);
        // "November is coming!" may be left as it is.
        let is_quoted = |word: &&Range<usize>| quoted.iter().any(|span| is_within(word, span));
        let foreign = words.iter().filter(is_quoted).filter_map(|word| self.month_elsewhere(&text[word.clone()]));
        let feasts = lexis.feasts_in(text).map(|(_, month)| month);
        Some(Sentence {
            numbers: Numbers::read(text, lexis),
            days: days_of(text, &words, lexis),
            maybe_months: words
                .iter()
                .filter_map(|word| lexis.month(&text[word.clone()]))
                .chain(foreign)
                .chain(feasts)
                .collect(),
            months,
            names,
            concepts,
            spelled: spelled(text, &words),
            capitals: capitals_of(text, &words, lexis),
            quoted,
            gaps: gaps_of(text, &words, lexis),
            foreign_heads: words.iter().filter_map(|word| self.foreign_head(&text[word.clone()], lexis)).collect(),
            words,
            annotations,
            text: text.to_owned(),
        })
    }
}

pub(crate) fn is_within(word: &Range<usize>, span: &Range<usize>) -> bool {
    span.start <= word.start && word.end <= span.end
}

/// Whether a word is one of those that stand for somebody or something.
pub(crate) fn is_of(mention: &Mention, word: &Range<usize>) -> bool {
    is_within(word, &(mention.span.start..mention.span.end))
}

/// What a translation has to name again.
pub(crate) fn is_kept(kind: MentionKind) -> bool {
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

/// Days that stand beside their month: "5 March", "March 5", "5 de março", "martın 5-də"; a row of days ("9 to 11 July") is of one month.
fn days_of(text: &str, words: &[Range<usize>], lexis: &Lexis) -> Vec<(BTreeSet<u8>, usize)> {
    let digits = crate::number::digits_of(text);
    let months: Vec<(Range<usize>, usize)> =
        words.iter().filter_map(|word| Some((word.clone(), month_at(text, word, lexis)?))).collect();
    let day = |span: &Range<usize>| text[span.clone()].parse::<u8>().ok().filter(|day| (1..=31).contains(day));
    // Between two days of a row stands a word or two, and no month.
    let goes_on = |gap: Range<usize>| {
        let holds_a_month = months.iter().any(|(word, _)| gap.start <= word.start && word.end <= gap.end);
        !holds_a_month && text[gap].chars().count() <= ROW
    };
    let found = |(word, month): &(Range<usize>, usize)| {
        let mut days = BTreeSet::new();
        let mut end = word.start;
        for (at, span) in digits.iter().rev().filter(|span| span.end <= word.start).enumerate() {
            let gap = span.end..end;
            let is_near = if at == 0 { text[gap].chars().count() <= 4 } else { goes_on(gap) };
            let Some(day) = day(span).filter(|_| is_near) else { break };
            days.insert(day);
            end = span.start;
        }
        // What stands before a month may be the day of another: "March 5 to April 7".
        let has_before = digits.iter().any(|span| span.end + 1 == word.start) && !days.is_empty();
        let mut start = word.end;
        for (at, span) in digits.iter().filter(|span| span.start >= word.end && !has_before).enumerate() {
            let gap = start..span.start;
            let is_near = if at == 0 { text[gap].chars().count() <= 1 } else { goes_on(gap) };
            let Some(day) = day(span).filter(|_| is_near) else { break };
            days.insert(day);
            start = span.end;
        }
        (!days.is_empty()).then_some((days, *month))
    };
    months.iter().filter_map(found).collect()
}

/// Letters between the days of a row: "-dan ", " e a ".
const ROW: usize = 8;

/// Words with a capital that are no words of the language, and none of a concept that the lexicon knows but cities.
fn names_of(text: &str, words: &[Range<usize>], annotations: &Annotations, lexis: &Lexis) -> Vec<Name> {
    let mention_at = |word: &Range<usize>| {
        let mut around = annotations.mentions.iter().filter(|mention| is_of(mention, word));
        around.next()
    };
    let is_written_so = |letters: &str| {
        let mut letters = letters.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let quoted = quoted_in(text);
    let name = |(at, word): (usize, &Range<usize>)| {
        let letters = &text[word.clone()];
        let mention = mention_at(word);
        let kind = mention.map(|mention| mention.kind);
        let place =
            mention.filter(|mention| mention.kind == MentionKind::Place).and_then(|mention| mention.concept.clone());
        // Of "Nord Stream" the words are a name as well.
        let is_open = matches!(
            kind,
            None | Some(MentionKind::Person | MentionKind::Place | MentionKind::Organisation | MentionKind::Topic)
        );
        let next = words.get(at + 1).filter(|next| text[word.end..next.start].chars().all(|c| c == ' '));
        let next = next.map(|next| &text[next.clone()]);
        let leads_a_name = next.is_some_and(|next| is_written_so(next) && !lexis.is_ordinary(next));
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|before| &text[before.clone()]);
        let is_titled = before.is_some_and(|before| lexis.titles.contains(&before.to_lowercase()));
        let may_be_given = leads_a_name && !is_head(text, word.start) && lexis.is_given_to_some(letters);
        let is_given = may_be_given || (lexis.is_given(letters) && next.is_some_and(has_capital));
        let seems_a_word = lexis.is_ordinary(letters) || lexis.is_derived(letters) || lexis.is_of_a_state(letters);
        let is_word = seems_a_word && place.is_none() && !lexis.is_given(letters);
        let has_given = |mention: &Mention| {
            let mut parts = words.iter().filter(|word| is_of(mention, word));
            // At the head "Ali" may be a word as any other, and gives the next no name.
            let is_word = |part: &Range<usize>| {
                part != word && is_head(text, part.start) && lexis.is_known_word(&text[part.clone()])
            };
            parts.any(|part| lexis.is_given_to_some(&text[part.clone()]) && !is_word(part))
        };
        // "Ali Məhkəmədə" looks like somebody, and is the supreme court.
        let is_called = |mention: &Mention| {
            let mut parts = words.iter().filter(|word| is_of(mention, word));
            // Of "Secretário de Negócios Greg Clark" the first words are those of the office.
            let is_before_name = lexis.is_known_word(letters)
                && !lexis.is_given_to_some(letters)
                && parts.clone().any(|part| part.start > word.start && lexis.is_given(&text[part.clone()]));
            // Of "Hans-Peter Bartels Dəniz Donanmasının" the last are those of a navy: he has names enough.
            let is_own = |part: &&Range<usize>| part.start < word.start && !lexis.is_known_word(&text[(*part).clone()]);
            let is_behind_name = lexis.is_known_word(letters)
                && !lexis.is_given_to_some(letters)
                && parts.clone().filter(is_own).count() >= NAMES_ENOUGH;
            mention.kind == MentionKind::Person
                && !is_before_name
                && !is_behind_name
                && (has_given(mention) || !lexis.is_known_word(letters))
                && parts.any(|part| !lexis.is_ordinary(&text[part.clone()]))
        };
        let is_person = is_given || is_titled || mention.is_some_and(is_called);
        let is_somebody = is_person && (is_given || is_titled || mention.is_some_and(has_given));
        // At the head of a sentence every word has a capital; that of a few quoted words ("Shame on you") tells nothing.
        let is_quoted = quoted.iter().any(|quoted| quoted.start == word.start);
        let is_said = is_quoted && next.is_some_and(|next| !has_capital(next)) && is_head(text, word.start);
        let is_sure = is_person
            || matches!(kind, Some(MentionKind::Person | MentionKind::Place))
            || leads_a_name
            || lexis.is_foreign(letters)
            || !is_head(text, word.start)
            || !(is_said || lexis.unsure_heads || lexis.may_be_ordinary(letters));
        let is_first_word = is_head(text, word.start) && !is_titled && place.is_none() && lexis.is_known_word(letters);
        let is_name = is_written_so(letters)
            && !is_first_word
            && !lexis.never.contains(&letters.to_lowercase())
            && !lexis.titles.contains(&letters.to_lowercase())
            && !lexis.articles.contains(&letters.to_lowercase())
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
            concept: mention.and_then(|mention| mention.concept.clone()),
            is_known,
            is_somebody,
            is_elsewhere: false,
        })
    };
    words.iter().enumerate().filter_map(name).collect()
}

/// Who has so many names that are no words has no word for another.
const NAMES_ENOUGH: usize = 3;

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
    let Some(quoted) = before.strip_suffix(QUOTES) else {
        return before.is_empty() || before.ends_with([':', '.', '!', '?', '…']);
    };
    if before.len() == at && is_quoted_name(&text[at..]) {
        return false;
    }
    // What stands right behind a word closes a quotation: "…", Pelosi said.
    let opens = quoted.chars().next_back().is_none_or(is_blank) && before.len() == at;
    opens || quoted.is_empty() || quoted.ends_with(['.', '!', '?', '…'])
}

pub(crate) const QUOTES: [char; 8] = ['"', '“', '”', '«', '»', '‘', '\'', '’'];

/// Whether what begins behind a quotation mark is a name in quotation marks ("Harcourt Bank") and nothing that somebody says.
fn is_quoted_name(text: &str) -> bool {
    let Some(end) = text.find(QUOTES) else { return false };
    let quoted = &text[..end];
    let words = quoted.split_whitespace();
    words.clone().count() <= 4
        && words.clone().all(has_capital)
        && words.clone().any(|word| word.chars().count() > 1)
        && !quoted.ends_with(['.', ',', '!', '?', '…'])
}

/// What stands in quotation marks, where it is no more than a few words.
fn quoted_in(text: &str) -> Vec<Range<usize>> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| QUOTES.contains(c)).collect();
    let is_pair = |pair: &&[(usize, char)]| {
        let opens = text[..pair[0].0].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let inner = &text[pair[0].0 + pair[0].1.len_utf8()..pair[1].0];
        opens && inner.starts_with(char::is_alphanumeric) && inner.split_whitespace().count() <= FEW
    };
    marks.windows(2).filter(is_pair).map(|pair| pair[0].0 + pair[0].1.len_utf8()..pair[1].0).collect()
}

/// As many words in quotation marks may be a title.
const FEW: usize = 5;

/// Words that cannot stand where they do: "the of", "no em", "Mr said". What was between them was lost.
fn gaps_of(text: &str, words: &[Range<usize>], lexis: &Lexis) -> Vec<String> {
    let mut gaps = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let letters = &text[word.clone()];
        let is_joined = |c: char| !c.is_whitespace() && c != '(';
        if text[..word.start].chars().next_back().is_some_and(is_joined) {
            continue;
        }
        let rest = &text[word.end..];
        let next = words.get(at + 1).filter(|next| text[word.end..next.start] == *" ");
        let next = next.filter(|next| !text[next.end..].starts_with(['-', '\'', '’']));
        let next = next.map(|next| &text[next.clone()]);
        let mark = rest.chars().next().filter(|_| !rest.chars().nth(1).is_some_and(char::is_alphanumeric));
        let mark = mark.map(String::from);
        if lexis.is_gap(letters, next.or(mark.as_deref())) {
            gaps.push(format!("{letters}{}", next.map(|next| format!(" {next}")).or(mark).unwrap_or_default()));
        }
    }
    gaps.extend(torn_pairs_in(text));
    gaps
}

/// Places where `&` joins a name with nothing or with a word in small letters: "Harper & rose".
fn torn_pairs_in(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins_small = |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_none_or(char::is_lowercase);
    let is_torn = |three: &&[&str]| three[1] == "&" && begins_small(three[0]) != begins_small(three[2]);
    words.windows(3).filter(is_torn).map(|three| three.join(" ")).collect()
}
