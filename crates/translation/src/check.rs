//! The check alone, for translations from anywhere.

use attache_locales::{LoadError, Locales};
use attache_schema::{Date, UNDETERMINED};

use crate::sentence::Reader;
use crate::verify::complaints;

/// Checks whether a translation says what its source says; built once, then used from any thread.
///
/// ```
/// use attache_translation::Checker;
///
/// # #[cfg(feature = "builtin")] {
/// let checker = Checker::load(&attache_locales::Locales::builtin())?;
/// let source = "Portugal and Azerbaijan signed 3 agreements on 5 March 2023.";
/// let sound = "Portugal e o Azerbaijão assinaram três acordos a 5 de março de 2023.";
/// assert!(checker.check(source, "en", sound, "pt").is_empty());
/// let unsound = "Portugal e a Arménia assinaram três acordos a 6 de março de 2023.";
/// let complaints = checker.check(source, "en", unsound, "pt");
/// assert!(complaints.iter().any(|complaint| complaint == "numbers left out: 5"));
/// assert!(complaints.iter().any(|complaint| complaint == "states added: AM"));
/// # }
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug)]
pub struct Checker {
    pub(crate) reader: Reader,
    /// Changes whenever a word of the folders does.
    pub(crate) glossary: String,
}

impl Checker {
    /// Reads the language folders.
    ///
    /// # Errors
    /// Where a language file is broken, with its line and a caret.
    pub fn load(locales: &Locales) -> Result<Self, LoadError> {
        Ok(Self { reader: Reader::load(locales)?, glossary: glossary_version(locales) })
    }

    /// What a translation fails on, in words for people; nothing where it passes.
    ///
    /// The tags are those of language folders; with any other the complaint says so.
    #[must_use]
    pub fn check(&self, source: &str, source_tag: &str, target: &str, target_tag: &str) -> Vec<String> {
        let published: Option<Date> = None;
        let read = |text: &str, tag: &str| Some((self.reader.read(text, tag, published)?, self.reader.lexis(tag)?));
        let (Some((source, from)), Some((target, to))) = (read(source, source_tag), read(target, target_tag)) else {
            return vec!["a language without a folder".to_owned()];
        };
        complaints((&source, from), (&target, to), |text| is_language(&self.reader.language(text), target_tag))
    }
}

/// Whether a guess may be the language, whatever its region.
pub(crate) fn is_language(guess: &str, tag: &str) -> bool {
    let base = |tag: &str| tag.split('-').next().unwrap_or("").to_owned();
    // A text of abbreviations and names is in no language for sure.
    guess == UNDETERMINED || base(guess) == base(tag)
}

/// The files of a folder that say what a translation may read like: words, forms, and the data of the checks.
const RULES: [&str; 3] = [".tsv", "grammar.toml", "translation.toml"];

/// Changes whenever a word of the lexicon, a rule of the checks or the version of this crate does (FNV-1a).
fn glossary_version(locales: &Locales) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        text.bytes().for_each(|byte| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    };
    add(env!("CARGO_PKG_VERSION"));
    let tags = locales.tags().map(str::to_owned).collect::<Vec<_>>();
    for (tag, ending) in tags.iter().flat_map(|tag| RULES.map(|ending| (tag, ending))) {
        locales.files_ending(tag, ending).for_each(|file| add(file.text()));
    }
    format!("{hash:016x}")
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    fn complaints(source: (&str, &str), target: (&str, &str)) -> Vec<String> {
        static CHECKER: LazyLock<Checker> =
            LazyLock::new(|| Checker::load(&Locales::builtin()).expect("sound folders"));
        CHECKER.check(source.1, source.0, target.1, target.0)
    }

    #[test]
    fn answers_are_asked_for_anew_when_a_rule_changes() {
        let version = glossary_version(&Locales::builtin());
        let mut locales = Locales::builtin();
        let rules = locales.file("en", "translation.toml").expect("English has rules").text().to_owned();
        locales.insert("en", "translation.toml", format!("{rules}\n# a word more"));
        assert_ne!(glossary_version(&locales), version);
        assert_eq!(glossary_version(&Locales::builtin()), version);
    }

    #[test]
    fn what_languages_say_in_their_own_way_is_no_complaint() {
        for (source, target) in [
            // A name as it is heard, with an ending.
            (
                ("en", "The mayor of Wellington met Paul Newman in the harbour on Monday."),
                ("az", "Uellinqton şəhərinin meri bazar ertəsi limanda Pol Nyumanla görüşüb."),
            ),
            // A state by an adjective of its people.
            (
                ("en", "A German company and a Japanese bank opened the talks on a common plan."),
                ("az", "Alman şirkəti və Yapon bankı ortaq plan barədə danışıqlara başlayıb."),
            ),
            (
                ("en", "Relations between the North and South Korea have improved in recent months."),
                ("pt", "As relações entre a Coreia do Norte e a Coreia do Sul melhoraram nos últimos meses."),
            ),
            // A month with an ending and no figure beside it.
            (
                ("en", "The council published the results of the consultation in June and in July."),
                ("az", "Şura məsləhətləşmənin nəticələrini iyunda və İyul ayında dərc edib."),
            ),
            // A court, and nobody called Ali.
            (
                ("az", "Namizəd cümə günü Ali Məhkəmədə senatorların suallarına cavab verib."),
                ("en", "The candidate answered the questions of the senators at the Supreme Court on Friday."),
            ),
            (
                ("pt", "Na sexta-feira, onze das vinte e uma delegações já tinham chegado à capital."),
                ("en", "On Friday 11 of the 21 delegations had already arrived in the capital."),
            ),
            // Peoples have a capital in English only.
            (
                ("en", "On Friday the Houthis and two Gurkhas were exchanged near the port of Aden."),
                ("pt", "Na sexta-feira, os hutis e dois gurcas foram trocados perto do porto de Adem."),
            ),
            // A conversion in brackets may be left out.
            (
                ("en", "The wall is nine metres (28 feet) high and cost 40 million euros ($47m) to build."),
                ("pt", "O muro tem nove metros de altura e a sua construção custou 40 milhões de euros."),
            ),
            // An hour in words, after noon.
            (
                ("az", "Seçki məntəqələri saat 15:00-a qədər açıq olub."),
                ("pt", "As mesas de voto estiveram abertas até às três da tarde."),
            ),
            // A slogan that was left in its language.
            (
                ("az", "Gənclər küçədə “Noyabr gəlir!” deyə qışqırıblar."),
                ("pt", "Os jovens gritavam na rua \"November is near!\" e batiam palmas."),
            ),
            // At the head "Ali" is a word, and a navy behind a name is nobody.
            (
                ("az", "Ali Məhkəmə Pereyraya cavab vermək üçün bir həftə vaxt verib."),
                ("en", "The Supreme Court has given Pereyra a week to reply."),
            ),
            // Who is from a state, by the state's name.
            (
                ("en", "For years Danes and Icelanders have fished in these waters."),
                ("pt", "Há anos que dinamarqueses e islandeses pescam nestas águas."),
            ),
            // A title that was translated, in quotation marks and without.
            (
                ("pt", "A autora do romance \"A Azenha dos Zagais\" falou na Brentford Youth Band em Londres."),
                ("az", "“Çobanların dəyirmanı” romanının müəllifi Londonda Brentford Gənclik Qrupunda çıxış edib."),
            ),
            // A city by its other name, and a state by a part of it.
            (
                ("az", "O, hazırda Vaşinqton Apellyasiya Məhkəməsində hakim işləyir və orada yaşayır."),
                ("en", "She is currently a judge on the D.C. Court of Appeals and she lives there."),
            ),
            (
                ("en", "The candidates spoke on Saturday at the festival in Austin, Texas, about the border."),
                (
                    "pt",
                    "Os candidatos falaram no sábado, no festival de Austin, no estado americano do Texas, sobre a fronteira.",
                ),
            ),
            // An office of common words before a name.
            (
                ("pt", "O país vai lamentar a decisão, disse o Secretário de Negócios Greg Hallam na quinta-feira."),
                ("en", "The country will regret the decision, Business Secretary Greg Hallam said on Thursday."),
            ),
            // One name in one word and in two.
            (
                ("pt", "Os parceiros de Shah Deniz deverão decidir sobre o assunto no segundo trimestre."),
                ("az", "“Şahdəniz” layihəsinin tərəfdaşları məsələ ilə bağlı qərarı ikinci rübdə verəcəklər."),
            ),
            (
                ("az", "“Şahdəniz” layihəsinin tərəfdaşları məsələ ilə bağlı qərarı ikinci rübdə verəcəklər."),
                ("pt", "Os parceiros de Shah Deniz deverão decidir sobre o assunto no segundo trimestre."),
            ),
            // Days with a name.
            (
                ("pt", "O petroleiro está retido ao largo da costa desde 26 de dezembro, disse a polícia."),
                ("en", "The tanker has been held off the coast since Boxing Day, the police said."),
            ),
            // A word of a title that is a number in the other language, and a title that stands in quotation marks in one language only.
            (
                ("az", "O, keçən il “Come On Home” mahnısını oxuyub və hamı onu alqışlayıb."),
                ("en", "Last year he sang \"Come On Home\", and everybody applauded him."),
            ),
            (
                ("en", "Her first novel, The Salt Road, sold 300,000 copies in less than a year."),
                ("az", "Onun ilk romanı olan “Duz yolu” bir ildən az müddətdə 300 min nüsxə satılıb."),
            ),
            // "Terra" is no "The"; nobles and holidays are words.
            (
                ("en", "The probe is now 280 million kilometres away from Earth, the agency said."),
                ("pt", "A sonda encontra-se agora a 280 milhões de quilómetros da Terra, disse a agência."),
            ),
            (
                ("en", "The train stood for up to five hours near the town on Bank Holiday Monday."),
                (
                    "pt",
                    "O comboio esteve parado durante cerca de cinco horas perto da vila na segunda-feira de feriado.",
                ),
            ),
            // An order of a state by its letters.
            (
                ("en", "A nurse from the north of the country received an OBE for her years of service."),
                ("az", "Ölkənin şimalından olan tibb bacısı uzun illik xidmətinə görə Britaniya ordeni alıb."),
            ),
            // A word with an ending of its language, and a number with one.
            (
                ("az", "Həmin ilin qışından bəri Qara Meşədə on ikiyədək canavar görülüb, deyə alimlər bildirir."),
                ("en", "Up to twelve wolves have been seen in the Black Forest since that winter, scientists say."),
            ),
            // "And then" lacks nothing.
            (
                ("en", "On Thursday he opens the exhibition before flying on to Tashkent with his guests."),
                ("az", "Cümə axşamı o, sərgini açacaq və sonra qonaqları ilə birlikdə Daşkəndə yola düşəcək."),
            ),
            // Whose money it is goes without saying.
            (
                ("az", "Ötən il ixrac 6 faiz artaraq 3,1 milyard ABŞ dollarına çatıb."),
                ("en", "Exports rose by 6 per cent last year, to $3.1 billion."),
            ),
            // A game that is called after a state.
            (
                ("en", "More people watched the speech than the final of the football season."),
                ("pt", "Mais pessoas viram o discurso do que a final da época de futebol americano."),
            ),
            // A number and what it counts in one word.
            (
                ("pt", "Os bombeiros retiraram com vida uma menina de cinco anos e o seu avô."),
                ("az", "Yanğınsöndürənlər beşyaşlı qızı və onun babasını sağ çıxarıblar."),
            ),
            (
                ("az", "Nazirlər payızda paytaxtda keçirilən üçtərəfli görüşdə iştirak ediblər."),
                ("en", "In the autumn the ministers took part in a trilateral meeting in the capital."),
            ),
            // A part of a large number.
            (
                ("en", "The archive, which nobody had entered for years, holds a quarter of a million letters."),
                ("pt", "O arquivo, onde ninguém entrava há anos, guarda 250 mil cartas."),
            ),
            // A date in digits.
            (
                ("en", "The two ministers met in the mountains on 17.04.2025 and again in the autumn."),
                ("az", "İki nazir 17 aprel 2025-ci ildə dağlarda, sonra isə payızda görüşüb."),
            ),
            // Letters of other languages: sounds with a `z`, with a comma, with a hook.
            (
                ("en", "The talks were led by Andrzej Mierzewicki, Radu Țepeș and Oldřich Vaňous."),
                ("az", "Danışıqlara Andjey Mejevitski, Radu Tsepeş və Oldrjix Vanous rəhbərlik edib."),
            ),
            // Degrees, and the street of an address.
            (
                ("en", "It was 41 degrees Celsius in the office on Rue de Moillebeau at noon."),
                ("pt", "Ao meio-dia estavam 41 graus no gabinete da rua de Moillebeau."),
            ),
            // What somebody is, in a word that many languages have.
            (
                ("en", "The minister received a delegation led by Congressman Robert Aldersley."),
                ("pt", "O ministro recebeu uma delegação chefiada pelo congressista Robert Aldersley."),
            ),
            // A number before a word that means what it says.
            (
                ("en", "Eight of the ten Gulf airlines have stopped flying to the city."),
                ("az", "On körfəz aviaşirkətindən səkkizi şəhərə uçuşları dayandırıb."),
            ),
            // A capital that is called as its state.
            (
                ("az", "Hökm bu ayın 25-də Əlcəzair şəhərində açıq məhkəmədə oxunacaq."),
                ("en", "The verdict will be read out in open court in Algiers on the 25th of this month."),
            ),
            // A short name beside one that is found.
            (
                ("az", "Nümayəndə Syu Venli 12 gün ərzində Kiyevdə və Berlində danışıqlar aparıb."),
                ("en", "The envoy Xu Wenli held talks in Kyiv and Berlin within 12 days."),
            ),
        ] {
            assert_eq!(complaints(source, target), Vec::<String>::new(), "{target:?}");
        }
    }

    #[test]
    fn what_was_lost_is_complained_of() {
        for (source, target, complaint) in [
            (
                ("pt", "Clark afirmou que o acordo com a empresa vai ser assinado ainda este ano."),
                ("en", "Mr said that the agreement with the company will be signed later this year."),
                "names left out: Clark",
            ),
            (
                ("en", "Reporters of the London Gazette asked the minister about the plan for the port."),
                ("pt", "Os jornalistas da Gazette perguntaram ao ministro pelo plano para o porto."),
                "names left out: London",
            ),
            (
                ("en", "Toyota said that the evidence from the plant in the valley was clear to all."),
                ("az", "Şirkət bildirib ki, vadidəki zavoddan alınan sübutlar hamıya aydındır."),
                "names left out: Toyota",
            ),
            (
                ("az", "Görüşdə on səkkiz ölkənin nümayəndələri iştirak edib və bəyanat qəbul edilib."),
                ("en", "Representatives of eight countries took part in the meeting and adopted a statement."),
                "numbers in words left out: on səkkiz",
            ),
            (
                ("en", "The commission opened the polling stations at 7 a.m. and closed them at 1 p.m. on Sunday."),
                ("pt", "A comissão abriu as assembleias de voto às 7h00 e encerrou-as às 15h00 de domingo."),
                "numbers left out: 1",
            ),
            // A month is no name that sounds a little like it.
            (
                ("az", "Zavodun müdiri Marvin Kuk deyib ki, istehsal mart ayının sonunda dayanacaq."),
                ("en", "The plant's director, Cooke, said that production would stop at the end of March."),
                "names left out: Marvin",
            ),
            (
                ("en", "The researcher has worked for Toyota, Siemens and Nokia since the end of the war."),
                ("az", "Tədqiqatçı müharibə bitəndən bəri Toyota, Siemens və üçün işləyib."),
                "a word is missing in: və üçün",
            ),
            (
                ("en", "The minister told BBC Radio 4 that the deal was the best for both countries."),
                ("pt", "O ministro disse à BBC 4 que o acordo era o melhor para os dois países."),
                "names left out: Radio",
            ),
            // A name that is a word, where nothing says that it means it.
            (
                ("en", "The press wrote that Waters had offered to resign from the board of the bank."),
                ("pt", "A imprensa escreveu que tinha proposto demitir-se da administração do banco."),
                "names left out: Waters",
            ),
            // A name that begins as an abbreviation that names a state.
            (
                ("pt", "O deputado disse que Fabrow deveria ter sido escolhido para estar nas negociações."),
                ("en", "The deputy said that should have been chosen to be in charge of the negotiations."),
                "names left out: Fabrow",
            ),
            // A word that is a name, behind what was said.
            (
                ("en", "\"Lies, lies and more lies,\" Waters said in a statement to the court."),
                ("pt", "\"Mentiras, mentiras e mais mentiras\", afirmou num comunicado ao tribunal."),
                "names left out: Waters",
            ),
            // A title of two words that is kept.
            (
                ("en", "The deputy minister told the Financial Times that the auction would take place."),
                ("pt", "O vice-ministro disse ao que o leilão decorrerá no prazo previsto."),
                "names left out: Financial Times",
            ),
            (
                ("pt", "O ministério anunciou este mês um investimento numa iniciativa chamada AI Next."),
                ("az", "Nazirlik bu ay AI adlı layihəyə sərmayə qoyulduğunu açıqlayıb."),
                "names left out: Next",
            ),
            // A word of many languages without its accent.
            (
                ("pt", "\"Esperámos muito\", disse Bukele Mendoza à Radio Nacional na terça-feira."),
                ("en", "\"We have waited long,\" Bukele Mendoza told Nacional on Tuesday."),
                "names left out: Radio",
            ),
            // A number in words that the source has not.
            (
                ("az", "Prezidentin Ankaraya üçgünlük dövlət səfəri bazar ertəsi başlayır."),
                ("en", "The president's fourteen-day state visit to Ankara begins on Monday."),
                "numbers in words added: fourteen",
            ),
            // Times and dates are changed as a whole.
            (
                ("en", "The swimmer won the final in 2:05.41 in front of her family."),
                ("pt", "A nadadora venceu a final em 2:08,41 perante a família."),
                "numbers left out: 2:05.41",
            ),
            // A state that only sounds a little like the other.
            (
                ("pt", "Um quarto do trigo da Síria vem do vale deste rio e das suas margens."),
                ("en", "A quarter of Guinea's wheat comes from the valley of this river and its banks."),
                "states added: GN",
            ),
            // What stood between two words that cannot follow each other.
            (
                ("en", "The Kenyan writer has been shortlisted for the prize for the second time."),
                ("pt", "A escritora queniana é finalista do pela segunda vez na sua vida."),
                "a word is missing in: do pela",
            ),
            // Titles that are kept and have lost what stood within them.
            (
                ("en", "Dr Raman of King's College London said that the patients had lost weight."),
                ("pt", "A Dra. Raman, do King's London, disse que os doentes tinham perdido peso."),
                "names left out: College",
            ),
            (
                ("en", "Sales at John Harper & Sons rose by a fifth in the first half of the year."),
                ("pt", "As vendas da John Harper & subiram um quinto no primeiro semestre do ano."),
                "a word is missing in: Harper & subiram",
            ),
            // What says "Brazil" does not say "Brasília".
            (
                ("en", "Brazil will be represented by its minister, as Brasília prepares for the elections."),
                ("pt", "O Brasil estará representado pelo ministro, numa altura em que prepara as eleições."),
                "names left out: Brasília",
            ),
            // A verb where only a noun may stand.
            (
                ("en", "The guitarist of the Rolling Stones turned up at the festival in a pink car."),
                ("pt", "O guitarrista dos apareceu no festival num carro cor-de-rosa."),
                "a word is missing in: dos apareceu",
            ),
            // One figure in two units.
            (
                ("en", "The village lies 12 miles east of the town and has been empty since the war."),
                ("pt", "A aldeia fica 12 quilómetros a leste da cidade e está vazia desde a guerra."),
                "numbers left out: 12",
            ),
            // A conversion that the source has not.
            (
                ("pt", "O muro tem nove metros de altura e a sua construção custou 40 milhões de euros."),
                ("en", "The wall is nine metres (82 feet) high and cost 40 million euros to build."),
                "numbers added: 82",
            ),
            // Nothing stands for a title in quotation marks.
            (
                ("pt", "A autora do romance \"A Azenha dos Zagais\" falou ontem aos leitores em Londres."),
                ("az", "Romanın müəllifi dünən Londonda oxucular qarşısında çıxış edib."),
                "names left out: Azenha, Zagais",
            ),
        ] {
            let found = complaints(source, target);
            assert!(found.iter().any(|one| one == complaint), "{complaint} is not among {found:?}");
        }
    }
}
