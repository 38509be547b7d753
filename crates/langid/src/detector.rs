//! The decision: which script, which language, and whether that is sure enough to be said.

use std::collections::BTreeSet;

use attache_locales::{LoadError, Locales};
use attache_schema::{LanguageGuess, UNDETERMINED};

use crate::letters::Words;
use crate::model::{self, Model, Scores};
use crate::settings::{Decision, Settings, root_file};
use crate::variant::Variant;

const WEIGHTS: &str = "detect.weights";

/// Finds the language of a text among the language folders, or says that it is none of them.
#[derive(Debug)]
pub struct Detector {
    settings: Settings,
    /// By script; none where the script decides.
    models: Vec<Option<Model>>,
    ours: BTreeSet<String>,
    variants: Vec<Variant>,
}

impl Detector {
    /// Reads the weights. A language is one of ours where there is a folder of its tag; all others are only named.
    ///
    /// # Errors
    /// With the line, where `locales/root/detect.toml`, `locales/root/detect.weights` or the `variant.toml` of a folder is missing
    /// or not of the shape that it should have.
    pub fn load(locales: &Locales) -> Result<Self, LoadError> {
        let settings = Settings::load(locales)?;
        let file = root_file(locales, WEIGHTS)?;
        let mut read = model::read(file)?;
        let mut models = Vec::new();
        for script in &settings.scripts {
            let at = read.iter().position(|model| model.script == script.name && model.bits == script.bits);
            let model = at.map(|at| read.swap_remove(at));
            if model.is_none() && script.language.is_none() {
                let error = LoadError::new(file.path(), format!("has no weights for the script `{}`", script.name));
                return Err(error.with_hint("run `cargo dev train-language`"));
            }
            models.push(model);
        }
        // A language that is only said is refused as before: to name it would be to promise that it is read.
        let ours = locales.tags_read()?.into_iter().collect();
        Ok(Self { settings, models, ours, variants: Variant::load_all(locales)? })
    }

    /// The language of a text.
    ///
    /// A long text is sampled all over. What n-grams say is added up, so a text in two languages is in that of its larger part.
    #[must_use]
    pub fn detect(&self, text: &str) -> LanguageGuess {
        let Decision { sample: bytes, pieces, short, .. } = self.settings.decision;
        let names = text.len() <= short && has_small_words(text);
        let guess = self.judge(&sample(text, bytes, pieces), names).into_guess(&self.ours);
        self.with_variant(guess, text)
    }

    /// What the words say. A short text that names several strangers would say more about their languages than about its own, so
    /// where `names` is set a word that looks like a name says little: of whom it tells is not in which language.
    fn judge(&self, pieces: &[&str], names: bool) -> Verdict<'_> {
        let Some((script, model)) = self.script_of(pieces) else { return Verdict::nothing() };
        let mut scores = Scores::new();
        for piece in pieces {
            let mut words = Words::new(piece, &self.settings.look_alikes);
            while let Some((word, name)) = words.next_word() {
                if word.first().is_some_and(|letter| self.settings.scripts[script].holds(*letter)) {
                    match model {
                        Some(model) if names && name => {
                            model.count_name(word, self.settings.decision.name, &mut scores)
                        }
                        Some(model) => model.count(word, &mut scores),
                        None => scores.letters += word.len() as u64,
                    }
                }
            }
        }
        scores.settle();
        match (model, &self.settings.scripts[script].language) {
            (Some(model), _) => self.weigh(model, &scores),
            (None, Some(language)) if scores.letters >= self.settings.decision.letters => {
                Verdict { tag: Some(language), confidence: 1000 }
            }
            _ => Verdict::nothing(),
        }
    }

    /// The script of most letters; the earlier one where two are level.
    fn script_of(&self, pieces: &[&str]) -> Option<(usize, Option<&Model>)> {
        let scripts = &self.settings.scripts;
        let mut letters = vec![0_usize; scripts.len()];
        let mut ascii = 0;
        for c in pieces.iter().flat_map(|piece| piece.chars()) {
            if c.is_ascii() {
                ascii += usize::from(c.is_ascii_alphabetic());
                continue;
            }
            for c in c.to_lowercase() {
                let holding = scripts.iter().zip(&mut letters).filter(|(script, _)| script.holds(c));
                holding.for_each(|(_, count)| *count += 1);
            }
        }
        let latin = scripts.iter().zip(&mut letters).filter(|(script, _)| script.holds('a'));
        latin.for_each(|(_, count)| *count += ascii);
        let most = letters.iter().copied().enumerate().filter(|(_, count)| *count > 0);
        let (script, _) = most.min_by_key(|(script, count)| (std::cmp::Reverse(*count), *script))?;
        Some((script, self.models[script].as_ref()))
    }

    fn weigh<'a>(&self, model: &'a Model, scores: &Scores) -> Verdict<'a> {
        let Decision { letters, ours, lead: least, clear, enough, .. } = self.settings.decision;
        let favour = |tag: &str| if self.ours.contains(tag) { ours } else { 0 };
        let totals = || scores.totals.iter().zip(&model.tags).map(|(total, tag)| (total + favour(tag), tag));
        let Some((total, tag)) = totals().reduce(|best, next| if next.0 > best.0 { next } else { best }) else {
            return Verdict::nothing();
        };
        let second = totals().filter(|(_, other)| *other != tag).map(|(total, _)| total).max().unwrap_or(0);
        let lead = (total - second).cast_unsigned();
        let said = scores.letters >= letters && lead >= least;
        let full = |value: u64, of: u64| (value * 1000 / of.max(1)).min(1000);
        let sure = full(lead * 1000 / scores.ngrams.max(1), clear) * full(scores.letters, enough) / 1000;
        let confidence = u16::try_from(sure).unwrap_or(1000);
        Verdict { tag: said.then_some(tag.as_str()), confidence }
    }

    /// Names the regional variant where its own words clearly speak for it; a text with none stays the plain language.
    fn with_variant(&self, guess: LanguageGuess, text: &str) -> LanguageGuess {
        let Decision { pieces, variant: least, variant_sample, .. } = self.settings.decision;
        let variants = self.variants.iter().filter(|variant| variant.language == guess.tag);
        let found = variants.filter_map(|variant| {
            let pieces = sample(text, variant_sample, pieces);
            let lead = pieces.iter().map(|piece| variant.lead(piece, &self.settings.look_alikes)).sum::<usize>();
            (lead >= least).then_some((lead, variant))
        });
        match found.min_by(|a, b| (b.0, &a.1.tag).cmp(&(a.0, &b.1.tag))) {
            Some((_, variant)) => LanguageGuess { tag: variant.tag.clone(), ..guess },
            None => guess,
        }
    }
}

/// What was found out about some text.
#[derive(Debug, Clone, Copy)]
struct Verdict<'a> {
    tag: Option<&'a str>,
    confidence: u16,
}

impl Verdict<'_> {
    fn nothing() -> Self {
        Self { tag: None, confidence: 0 }
    }

    fn into_guess(self, ours: &BTreeSet<String>) -> LanguageGuess {
        let named = self.tag.filter(|tag| *tag != UNDETERMINED);
        let (tag, resembles) = match named {
            Some(tag) if ours.contains(tag) => (tag, None),
            _ => (UNDETERMINED, named.map(str::to_owned)),
        };
        LanguageGuess { tag: tag.to_owned(), confidence: self.confidence, resembles }
    }
}

/// A title of capital words only, or all in capitals, does not tell names from words.
fn has_small_words(text: &str) -> bool {
    text.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
}

/// What is looked at: the whole of a short text, and pieces from all over a long one, from the beginning of a word on.
fn sample(text: &str, bytes: usize, pieces: usize) -> Vec<&str> {
    let (pieces, each) = (pieces.max(1), bytes / pieces.max(1));
    if text.len() <= bytes || each == 0 {
        return vec![text];
    }
    let cut = |number: usize| {
        let start = text.floor_char_boundary((text.len() - each) / (pieces - 1).max(1) * number);
        let piece = &text[start..text.floor_char_boundary(start + each)];
        if number == 0 { piece } else { piece.split_once(char::is_whitespace).map_or(piece, |(_, rest)| rest) }
    };
    (0..pieces).map(cut).collect()
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use proptest::prelude::*;

    static DETECTOR: LazyLock<Detector> =
        LazyLock::new(|| Detector::load(&Locales::builtin()).expect("the built-in weights are sound"));

    fn detect(text: &str) -> LanguageGuess {
        DETECTOR.detect(text)
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
        assert_eq!(tag(&AZERBAIJANI.to_uppercase()), "az");
    }

    #[test]
    fn the_names_of_strangers_do_not_hide_a_short_sentence() {
        assert_eq!(tag("O cônsul-geral da Rússia, Gleb Zavyalov, foi declarado persona non grata."), "pt");
        assert_eq!(tag("Serbiya Prezidenti Qoran Milutoviç bu gün Belqradda sərginin açılışında iştirak edib."), "az");
        let galician = "O ministro de Exteriores, Lars Öberg, reuniuse onte co seu homólogo Alan Toledo.";
        assert_eq!(resembles(galician), rejected("gl"));
        let catalan = "El president de Noruega, Lars Öberg, va rebre el ministre de Portugal.";
        assert_eq!(resembles(catalan), rejected("ca"));
    }

    #[test]
    fn a_few_small_words_outweigh_foreign_names() {
        for english in [
            "Lavrov met Fidan in Ankara on Monday.",
            "Angolan Foreign Minister Téte António visited Namibia, Zambia and Botswana.",
            "Tokayev phoned Vučić.",
            "Envoy Xanthe Güneş leaves Ouagadougou",
        ] {
            assert_eq!(tag(english), "en", "{english}");
        }
        assert_eq!(tag("Tokayev telefonou a Vučić no domingo."), "pt");
        assert_eq!(tag("Gonçalo Araújo Praya və Mindeluya gedəcək."), "az");
        assert_eq!(resembles("João Falcão habló con Conceição Araújo."), rejected("es"));
        assert_eq!(resembles("João Falcão ha chiamato Conceição Araújo."), rejected("it"));
        assert_eq!(resembles("Əliyeva Ouagadougou'da Güneş'i kabul etti."), rejected("tr"));
    }

    #[test]
    fn a_title_in_capitals_is_judged_whole() {
        assert_eq!(resembles("Cumhurbaşkanlığı Yüksek Danışma Kurulu Toplantısı"), rejected("tr"));
        assert_eq!(tag("FOREIGN MINISTERS OF BOTH COUNTRIES MEET"), "en");
    }

    #[test]
    fn azerbaijani_is_not_turkish() {
        let turkish = "Dışişleri Bakanı dün Ankara'da Azerbaycanlı mevkidaşı ile bir araya geldi. Görüşmede iki ülke \
                       arasındaki ilişkiler ve enerji alanındaki işbirliği ele alındı.";
        assert_eq!(resembles(turkish), rejected("tr"));
    }

    #[test]
    fn azerbaijani_typed_without_its_letters_is_azerbaijani() {
        assert_eq!(tag("Azerbaycan xarici isler naziri"), "az");
        let ascii = "Azerbaycanin xarici isler naziri dunen Lissabonda portuqaliyali hemkari ile gorusub. Gorusde iki olke \
                     arasinda emekdasliq meseleleri muzakire olunub.";
        assert_eq!(tag(ascii), "az");
        let turkish = "Disisleri Bakani dun Ankara'da Azerbaycanli mevkidasi ile bir araya geldi. Gorusmede iki ulke \
                       arasindaki iliskiler ele alindi.";
        assert_eq!(resembles(turkish), rejected("tr"));
    }

    #[test]
    fn azerbaijani_in_other_scripts_is_named_and_not_read() {
        assert_eq!(
            resembles("Назир Естонијанын сәфири илә ҝөрүшүб вә әмәкдашлығы мүзакирә едиб."),
            rejected("az-Cyrl")
        );
        assert_eq!(resembles("ناظیر استونیانین سفیری ایله گؤروشوب و امکداشلیغی موذاکیره ائدیب."), rejected("az-Arab"));
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
        let japanese = "外務大臣はポルトガルの大使と会談した。";
        assert_eq!(resembles(japanese), rejected("ja"));
        assert_eq!(resembles("外交部长会见了葡萄牙驻华大使。"), rejected("zh"));
    }

    #[test]
    fn a_language_that_nobody_named_is_undetermined() {
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
    fn a_long_text_is_looked_at_all_over() {
        let menu = format!("{ENGLISH}\n").repeat(20);
        let article = format!("{AZERBAIJANI}\n").repeat(200);
        assert_eq!(tag(&format!("{menu}{article}")), "az");
        assert_eq!(tag(&format!("{article}{menu}")), "az");
    }

    #[test]
    fn a_text_in_two_languages_is_in_that_of_its_larger_part() {
        let (english, portuguese) = (format!("{ENGLISH}\n").repeat(8), format!("{PORTUGUESE}\n").repeat(3));
        assert_eq!(tag(&format!("{portuguese}{english}")), "en");
        assert_eq!(tag(&format!("{english}{}", portuguese.repeat(8))), "pt");
    }

    #[test]
    fn broken_data_is_shown_with_its_line() {
        let mut locales = Locales::builtin();
        let settings = locales.file("root", "detect.toml").expect("there").text().replace("\"а-ԯ\"", "\"z-a\"");
        locales.insert("root", "detect.toml", settings);
        let error = Detector::load(&locales).expect_err("the range runs backwards");
        assert_eq!(error.path(), "locales/root/detect.toml");
        assert!(error.line().is_some());
        let mut locales = Locales::builtin();
        locales.insert("pt-BR", "variant.toml", "wrods = \"equipe\"\n");
        assert_eq!(Detector::load(&locales).expect_err("there is no such key").line(), Some(1));
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
