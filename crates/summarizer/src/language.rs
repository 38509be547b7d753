//! Which language a text is in.
//!
//! Knows how to weigh words, endings, letters and scripts; which of them belong to which language stands in
//! `locales/<tag>/detect.toml`, and in `locales/root/detect.toml` for the languages that we know only in order not to
//! mistake them for ours. Does not know what any of the words mean.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales, ROOT, SourceFile};
use attache_schema::{LanguageGuess, UNDETERMINED};
use serde::Deserialize;

use crate::token::is_combining;

const FILE: &str = "detect.toml";
/// Letters that a word must have besides its ending.
const SHORTEST_STEM: usize = 2;

/// `locales/root/detect.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RootFile {
    weights: Weights,
    decision: Decision,
    #[serde(default)]
    look_alikes: BTreeMap<char, char>,
    #[serde(default)]
    reject: BTreeMap<String, ProfileFile>,
}

/// `locales/<tag>/detect.toml`, and each `[reject.<tag>]` of the root file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct ProfileFile {
    words: String,
    endings: String,
    letters: String,
    /// Ranges of letters, first and last ("а-ё").
    scripts: Vec<String>,
    /// In a regional variant: what stands in words that speak for it ("ômi" in "econômico").
    parts: String,
    /// In a regional variant: words that speak for another region, and parts of such words.
    against: String,
    against_parts: String,
}

/// What one piece of evidence is worth before it is shared out among the profiles that list it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Weights {
    word: u32,
    ending: u32,
    letter: u32,
    script: u32,
}

/// When an answer is an answer; the words are explained in `locales/root/detect.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    sample: usize,
    enough: usize,
    least: u64,
    share: u64,
    margin: u64,
    reject: u64,
    clear: u64,
    variant: usize,
}

/// Finds the language of a text among the language folders, or says that it is none of them.
#[derive(Debug)]
pub(crate) struct LanguageDetector {
    decision: Decision,
    look_alikes: BTreeMap<char, char>,
    /// Our languages first, then the rejected ones; evidence names them by index.
    profiles: Vec<Profile>,
    words: BTreeMap<String, Shares>,
    /// By their last letter, the longest first.
    endings: BTreeMap<char, Vec<(String, Shares)>>,
    letters: BTreeMap<char, Shares>,
    /// The letters of ASCII among them, a bit each: most letters of most words need no look-up.
    ascii_letters: u128,
    scripts: Vec<(char, char, Shares)>,
    variants: Vec<Variant>,
}

#[derive(Debug)]
struct Profile {
    tag: String,
    ours: bool,
}

/// A regional variant of one of our languages.
#[derive(Debug)]
struct Variant {
    tag: String,
    language: String,
    words: Vocabulary,
    against: Vocabulary,
}

/// Words, and what stands in words, that speak for one thing.
#[derive(Debug)]
struct Vocabulary {
    /// In order.
    words: Vec<String>,
    parts: Vec<String>,
}

/// Profiles and what the evidence is worth for each.
type Shares = Vec<(usize, u32)>;

impl LanguageDetector {
    /// Reads all profiles.
    ///
    /// # Errors
    /// Where `locales/root/detect.toml` is missing, or one of the files is not of the shape that it describes.
    pub(crate) fn load(locales: &Locales) -> Result<Self, LoadError> {
        let source =
            locales.file(ROOT, FILE).ok_or_else(|| LoadError::new(format!("locales/{ROOT}/{FILE}"), "is missing"))?;
        let root: RootFile = source.toml()?;
        let mut detector = Self {
            decision: root.decision,
            look_alikes: root.look_alikes,
            profiles: Vec::new(),
            words: BTreeMap::new(),
            endings: BTreeMap::new(),
            letters: BTreeMap::new(),
            ascii_letters: 0,
            scripts: Vec::new(),
            variants: Vec::new(),
        };
        for tag in locales.tags() {
            let Some(file) = locales.file(tag, FILE) else { continue };
            let raw: ProfileFile = file.toml()?;
            match tag.split_once('-') {
                Some((language, _)) if locales.contains(language) => {
                    detector.variants.push(Variant::new(tag, language, &raw))
                }
                _ => detector.add(tag, true, &raw, file)?,
            }
        }
        for (tag, raw) in &root.reject {
            detector.add(tag, false, raw, source)?;
        }
        detector.share_out(&root.weights);
        Ok(detector)
    }

    fn add(&mut self, tag: &str, ours: bool, raw: &ProfileFile, file: SourceFile<'_>) -> Result<(), LoadError> {
        let profile = self.profiles.len();
        self.profiles.push(Profile { tag: tag.to_owned(), ours });
        for word in raw.words.split_whitespace() {
            list(self.words.entry(word.to_owned()).or_default(), profile);
        }
        for ending in raw.endings.split_whitespace() {
            self.add_ending(ending, profile);
        }
        for letter in raw.letters.chars().filter(|c| !c.is_whitespace()) {
            list(self.letters.entry(letter).or_default(), profile);
            if letter.is_ascii() {
                self.ascii_letters |= 1 << u32::from(letter);
            }
        }
        for range in &raw.scripts {
            let (first, last) = read_range(range, file)?;
            match self.scripts.iter_mut().find(|(a, b, _)| (*a, *b) == (first, last)) {
                Some((_, _, shares)) => list(shares, profile),
                None => self.scripts.push((first, last, vec![(profile, 1)])),
            }
        }
        Ok(())
    }

    fn add_ending(&mut self, ending: &str, profile: usize) {
        let Some(last) = ending.chars().next_back() else { return };
        let endings = self.endings.entry(last).or_default();
        match endings.iter_mut().find(|(listed, _)| listed == ending) {
            Some((_, shares)) => list(shares, profile),
            None => endings.push((ending.to_owned(), vec![(profile, 1)])),
        }
        endings.sort_by(|(a, _), (b, _)| (b.len(), a).cmp(&(a.len(), b)));
    }

    /// What several profiles list is worth less for each.
    fn share_out(&mut self, weights: &Weights) {
        self.words.values_mut().for_each(|shares| weigh(shares, weights.word));
        self.endings.values_mut().flatten().for_each(|(_, shares)| weigh(shares, weights.ending));
        self.letters.values_mut().for_each(|shares| weigh(shares, weights.letter));
        self.scripts.iter_mut().for_each(|(_, _, shares)| weigh(shares, weights.script));
    }

    /// The language of a text. Looks at the first few kilobytes, and at less where these are clear.
    pub(crate) fn detect(&self, text: &str) -> LanguageGuess {
        let mut tally = Tally::new(self.profiles.len());
        let mut words = Words::new(head(text, self.decision.sample), &self.look_alikes);
        let mut next_look = self.decision.enough;
        while let Some(word) = words.next_word() {
            self.count(word, &mut tally);
            if words.read() >= next_look {
                if self.guess(&tally).confidence == 1000 {
                    break;
                }
                next_look += self.decision.enough;
            }
        }
        self.with_variant(self.guess(&tally), text)
    }

    fn count(&self, word: &str, tally: &mut Tally) {
        tally.begin_word();
        if let Some(shares) = self.words.get(word) {
            tally.add(shares);
        }
        if let Some(shares) = self.ending_of(word) {
            tally.add(shares);
        }
        for (at, letter) in word.char_indices() {
            if let Some(shares) = self.shares_of_letter(letter).filter(|_| !word[..at].contains(letter)) {
                tally.add(shares);
            }
        }
        if let Some(first) = word.chars().next().filter(|c| !c.is_ascii()) {
            for (_, _, shares) in self.scripts.iter().filter(|(a, b, _)| (*a..=*b).contains(&first)) {
                tally.add(shares);
            }
        }
        tally.end_word();
    }

    fn ending_of(&self, word: &str) -> Option<&Shares> {
        let endings = self.endings.get(&word.chars().next_back()?)?;
        let has =
            |ending: &str| word.strip_suffix(ending).is_some_and(|stem| stem.chars().nth(SHORTEST_STEM - 1).is_some());
        endings.iter().find(|(ending, _)| has(ending)).map(|(_, shares)| shares)
    }

    fn shares_of_letter(&self, letter: char) -> Option<&Shares> {
        if letter.is_ascii() && self.ascii_letters & (1 << u32::from(letter)) == 0 {
            return None;
        }
        self.letters.get(&letter)
    }

    fn guess(&self, tally: &Tally) -> LanguageGuess {
        let Some((best, total)) = tally.best(None) else { return undetermined(0, None) };
        let lead = total - tally.best(Some(best)).map_or(0, |(_, second)| second);
        let share = tally.hits[best] * 1000 / tally.words.max(1);
        let margin = lead * 1000 / total.max(1);
        let Profile { tag, ours } = &self.profiles[best];
        let Decision { share: least_share, clear, .. } = self.decision;
        let times = if *ours { 1 } else { self.decision.reject };
        let (least, least_margin) = (self.decision.least * times, self.decision.margin * times);
        let full = |value: u64, of: u64| (value * 1000 / of.max(1)).min(1000);
        let confidence = full(margin, clear) * full(total, least * 4) * full(share, least_share) / 1_000_000;
        let confidence = u16::try_from(confidence).unwrap_or(1000);
        if total < least || share < least_share || margin < least_margin {
            undetermined(confidence, None)
        } else if *ours {
            LanguageGuess { tag: tag.clone(), confidence, resembles: None }
        } else {
            undetermined(confidence, Some(tag.clone()))
        }
    }

    /// Names the regional variant where its own words clearly speak for it; a text with none stays the plain language.
    fn with_variant(&self, guess: LanguageGuess, text: &str) -> LanguageGuess {
        let variants = self.variants.iter().filter(|variant| variant.language == guess.tag);
        let found = variants.filter_map(|variant| {
            let mut words = Words::new(head(text, self.decision.sample), &self.look_alikes);
            let lead = variant.lead(&mut words);
            (lead >= self.decision.variant).then_some((lead, variant))
        });
        match found.min_by(|a, b| (b.0, &a.1.tag).cmp(&(a.0, &b.1.tag))) {
            Some((_, variant)) => LanguageGuess { tag: variant.tag.clone(), ..guess },
            None => guess,
        }
    }
}

fn undetermined(confidence: u16, resembles: Option<String>) -> LanguageGuess {
    LanguageGuess { tag: UNDETERMINED.to_owned(), confidence, resembles }
}

fn list(shares: &mut Shares, profile: usize) {
    if !shares.iter().any(|(listed, _)| *listed == profile) {
        shares.push((profile, 1));
    }
}

fn weigh(shares: &mut Shares, weight: u32) {
    let each = (weight / u32::try_from(shares.len()).unwrap_or(u32::MAX).max(1)).max(1);
    shares.iter_mut().for_each(|(_, share)| *share = each);
}

fn read_range(range: &str, file: SourceFile<'_>) -> Result<(char, char), LoadError> {
    let letters: Vec<char> = range.chars().collect();
    match letters[..] {
        [first, '-', last] if first <= last => Ok((first, last)),
        _ => {
            let error = file.error_near(range, format!("`{range}` is not a range of letters"));
            Err(error.with_hint("write the first and the last: \"а-ё\""))
        }
    }
}

/// The first bytes of a text, up to a character boundary.
fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

impl Variant {
    fn new(tag: &str, language: &str, raw: &ProfileFile) -> Self {
        let words = Vocabulary::new(&raw.words, &raw.parts);
        let against = Vocabulary::new(&raw.against, &raw.against_parts);
        Self { tag: tag.to_owned(), language: language.to_owned(), words, against }
    }

    /// By how many words the text leads for this variant.
    fn lead(&self, words: &mut Words<'_>) -> usize {
        let (mut pro, mut contra) = (0_usize, 0_usize);
        while let Some(word) = words.next_word() {
            pro += usize::from(self.words.has(word));
            contra += usize::from(self.against.has(word));
        }
        pro.saturating_sub(contra)
    }
}

impl Vocabulary {
    fn new(words: &str, parts: &str) -> Self {
        let list = |items: &str| items.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let mut words = list(words);
        words.sort_unstable();
        Self { words, parts: list(parts) }
    }

    /// Parts are looked for only where a letter is not ASCII: few words have one, and they are what tells regions apart.
    fn has(&self, word: &str) -> bool {
        self.words.binary_search_by(|listed| listed.as_str().cmp(word)).is_ok()
            || (!word.is_ascii() && self.parts.iter().any(|part| word.contains(part.as_str())))
    }
}

/// What was counted so far, per profile.
#[derive(Debug)]
struct Tally {
    totals: Vec<u64>,
    /// How many words spoke for each profile.
    hits: Vec<u64>,
    hit: Vec<bool>,
    words: u64,
}

impl Tally {
    fn new(profiles: usize) -> Self {
        Self { totals: vec![0; profiles], hits: vec![0; profiles], hit: vec![false; profiles], words: 0 }
    }

    fn begin_word(&mut self) {
        self.words += 1;
        self.hit.fill(false);
    }

    fn add(&mut self, shares: &Shares) {
        for &(profile, share) in shares {
            self.totals[profile] += u64::from(share);
            self.hit[profile] = true;
        }
    }

    fn end_word(&mut self) {
        for (hits, hit) in self.hits.iter_mut().zip(&self.hit) {
            *hits += u64::from(*hit);
        }
    }

    /// The profile with the highest total besides `but`; the earlier one where two are level.
    fn best(&self, but: Option<usize>) -> Option<(usize, u64)> {
        let others = self.totals.iter().copied().enumerate().filter(|(profile, _)| Some(*profile) != but);
        others.min_by_key(|&(profile, total)| (std::cmp::Reverse(total), profile))
    }
}

/// The words of a text in lower case, one after the other in one buffer.
#[derive(Debug)]
struct Words<'a> {
    text: &'a str,
    at: usize,
    look_alikes: &'a BTreeMap<char, char>,
    word: String,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, look_alikes: &'a BTreeMap<char, char>) -> Self {
        Self { text, at: 0, look_alikes, word: String::new() }
    }

    /// How many bytes were read.
    fn read(&self) -> usize {
        self.at
    }

    fn next_word(&mut self) -> Option<&str> {
        let rest = &self.text[self.at..];
        let start = rest.find(char::is_alphabetic)?;
        let length =
            rest[start..].find(|c: char| !(c.is_alphabetic() || is_combining(c))).unwrap_or(rest.len() - start);
        let raw = &rest[start..start + length];
        self.at += start + length;
        self.word.clear();
        // Lower case of "İ" is an i with a dot above it, which no list spells; the dot is dropped.
        self.word.extend(raw.chars().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}'));
        if !self.word.is_ascii() && self.word.contains(|c: char| c.is_ascii_alphabetic()) {
            self.unify();
        }
        Some(&self.word)
    }

    /// Puts the Latin letter for one of another script that looks like it ("vә" with a Cyrillic schwa).
    fn unify(&mut self) {
        if self.word.contains(|c| self.look_alikes.contains_key(&c)) {
            self.word = self.word.chars().map(|c| self.look_alikes.get(&c).copied().unwrap_or(c)).collect();
        }
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn detect(text: &str) -> LanguageGuess {
        LanguageDetector::load(&Locales::builtin()).expect("the built-in profiles are sound").detect(text)
    }

    fn tag(text: &str) -> String {
        detect(text).tag
    }

    fn resembles(text: &str) -> (String, Option<String>) {
        let guess = detect(text);
        (guess.tag, guess.resembles)
    }

    fn rejected(tag: &str) -> (String, Option<String>) {
        (UNDETERMINED.to_owned(), Some(tag.to_owned()))
    }

    const ENGLISH: &str =
        "The minister met with the ambassador of Estonia and discussed the agenda of the next session.";
    const PORTUGUESE: &str =
        "O ministro reuniu-se com a embaixadora da Estónia e falou sobre a agenda da próxima sessão.";
    const AZERBAIJANI: &str = "Nazir Estoniyanın səfiri ilə görüşüb və növbəti iclasın gündəliyini müzakirə edib.";

    #[test]
    fn a_sentence_is_enough_for_a_language_of_ours() {
        assert_eq!(tag(ENGLISH), "en");
        assert_eq!(tag(PORTUGUESE), "pt");
        assert_eq!(tag(AZERBAIJANI), "az");
    }

    #[test]
    fn azerbaijani_is_not_turkish() {
        let turkish = "Dışişleri Bakanı dün Ankara'da Azerbaycanlı mevkidaşı ile bir araya geldi. Görüşmede iki ülke \
                       arasındaki ilişkiler ve enerji alanındaki işbirliği ele alındı.";
        assert_eq!(resembles(turkish), rejected("tr"));
    }

    #[test]
    fn azerbaijani_typed_without_its_letters_is_azerbaijani() {
        let ascii = "Azerbaycanin xarici isler naziri dunen Lissabonda portuqaliyali hemkari ile gorusub. Gorusde iki olke \
                     arasinda emekdasliq meseleleri muzakire olunub.";
        assert_eq!(tag(ascii), "az");
    }

    #[test]
    fn a_cyrillic_schwa_in_a_latin_word_is_a_schwa() {
        assert_eq!(tag(&AZERBAIJANI.replace('ə', "ә")), "az");
    }

    #[test]
    fn portuguese_is_not_galician_or_spanish() {
        let galician = "O ministro reuniuse onte en Lisboa co seu homólogo portugués. Os dous falaron da cooperación entre \
                        Galicia e o norte de Portugal e das axudas ás persoas que viven na fronteira.";
        assert_eq!(resembles(galician), rejected("gl"));
        let spanish = "El ministro se reunió ayer en Madrid con el embajador de Portugal. Las partes hablaron de la \
                       cooperación en energía y comercio, según el ministerio.";
        assert_eq!(resembles(spanish), rejected("es"));
    }

    #[test]
    fn scripts_and_neighbours_are_named() {
        let russian = "Министр иностранных дел провёл в Москве переговоры с послом. Стороны обсудили сотрудничество.";
        assert_eq!(resembles(russian), rejected("ru"));
        let uzbek = "O‘zbekiston tashqi ishlar vaziri Toshkentda elchi bilan uchrashdi. Uchrashuvda ikki mamlakat \
                     o‘rtasidagi hamkorlik masalalari muhokama qilindi.";
        assert_eq!(resembles(uzbek), rejected("uz"));
        let georgian = "საგარეო საქმეთა მინისტრი პორტუგალიის ელჩს შეხვდა.";
        assert_eq!(resembles(georgian), rejected("ka"));
    }

    #[test]
    fn a_language_that_nobody_listed_is_undetermined() {
        let finnish = "Ulkoministeri tapasi eilen Helsingissä portugalilaisen virkaveljensä. Osapuolet keskustelivat \
                       energiayhteistyöstä ja kaupasta maiden välillä.";
        assert_eq!(resembles(finnish), (UNDETERMINED.to_owned(), None));
    }

    #[test]
    fn one_word_is_too_little() {
        for word in ["Minister", "ministro", "nazir", "", "12 345", "…"] {
            let guess = detect(word);
            assert_eq!(guess.tag, UNDETERMINED, "{word}");
            assert!(guess.confidence < 300, "{word}: {}", guess.confidence);
        }
    }

    #[test]
    fn a_quotation_does_not_turn_the_language() {
        let quoting = format!(
            "{AZERBAIJANI} {AZERBAIJANI} “The talks were good and we will go on with them”, - deyə o bildirib."
        );
        assert_eq!(tag(&quoting), "az");
    }

    #[test]
    fn brazil_is_named_only_where_its_words_show() {
        let brazilian = "A embaixadora da Estônia registrou em Brasília que a equipe manteve contato com o Itamaraty.";
        assert_eq!(tag(brazilian), "pt-BR");
        let european = "A embaixadora da Estónia registou em Lisboa que a equipa manteve contacto com o ministério.";
        assert_eq!(tag(european), "pt");
    }

    #[test]
    fn the_answer_does_not_hang_on_what_follows_the_sample() {
        let long = ENGLISH.repeat(200);
        assert_eq!(detect(&long), detect(&format!("{long}{}", AZERBAIJANI.repeat(200))));
    }

    #[test]
    fn a_bad_profile_is_shown_with_its_line() {
        let mut locales = Locales::builtin();
        locales.insert("en", FILE, "words = \"the\"\nscripts = [\"z-a\"]\n");
        let error = LanguageDetector::load(&locales).expect_err("the range runs backwards");
        assert_eq!((error.path(), error.line()), ("locales/en/detect.toml", Some(2)));
        locales.insert("en", FILE, "wrods = \"the\"\n");
        assert_eq!(LanguageDetector::load(&locales).expect_err("there is no such key").line(), Some(1));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "\\PC{0,200}") {
            let guess = detect(&text);
            prop_assert!(guess.confidence <= 1000);
            prop_assert!(guess.resembles.is_none() || guess.tag == UNDETERMINED);
        }
    }
}
