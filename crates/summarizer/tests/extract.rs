//! What holds for every extract, whatever the text.
#![cfg(feature = "builtin")]

use std::sync::LazyLock;

use attache_locales::{Locales, ROOT};
use attache_schema::{Article, Extract, Verdict};
use attache_summarizer::{Budget, Focus, Summarizer};
use proptest::prelude::*;

static SUMMARIZER: LazyLock<Summarizer> = LazyLock::new(|| Summarizer::builder().build().expect("built in"));

/// As a reader asks who looks out for little of Portugal and for the OSCE.
static ASKED: LazyLock<Summarizer> = LazyLock::new(|| {
    let focus = Focus::parse("PT=1,org/osce", &Locales::builtin()).expect("known");
    Summarizer::builder().focus(focus).build().expect("built in")
});

/// Sentences that mix: states and bodies, names, numbers, quotations, background, and such as hang on the one before.
const SENTENCES: [&str; 12] = [
    "The ministers of Ghana and Peru signed a gas agreement in Porto Novo on Friday.",
    "The agreement on gas follows two years of talks about transit through Togo.",
    "“We wanted this for years,” Minister Kofi Mensah told reporters in the harbour.",
    "He added that the first ships would leave in spring.",
    "Fishermen in the north of the country protested against the new quotas.",
    "Recall that Ghana and Peru established diplomatic relations in 1963.",
    "The OSCE mission in the region counted 412 ships and 38 harbours last year.",
    "Ratification by both parliaments is expected within a few months.",
    "It was raining.",
    "Peru's Foreign Minister Marta Quiroga thanked Portugal for its help with the talks.",
    "Will the pipeline ever be built?",
    "Analysts in Lima doubt that the price of gas will stay as low as it is today",
];

fn article(numbers: &[usize]) -> Article {
    let text: Vec<&str> = numbers.iter().map(|number| SENTENCES[*number]).collect();
    Article { language: Some("en".to_owned()), ..Article::from_text(text.join("\n\n")) }
}

fn chosen<'a>(extract: &Extract, articles: &'a [Article]) -> Vec<&'a str> {
    extract.chosen().map(|sentence| sentence.span.of(&articles[sentence.document].text)).collect()
}

fn words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

fn order() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..SENTENCES.len(), 1..14)
}

proptest! {
    #[test]
    fn no_bound_is_exceeded(numbers in order(), words_left in 0usize..80, sentences in 0usize..6, characters in 0usize..500) {
        let articles = [article(&numbers)];
        for budget in [Budget::words(words_left), Budget::sentences(sentences), Budget::characters(characters)] {
            let extract = SUMMARIZER.extract(&articles, budget);
            let chosen = chosen(&extract, &articles);
            prop_assert!(chosen.iter().map(|sentence| words(sentence)).sum::<usize>() <= budget.words);
            prop_assert!(chosen.len() <= budget.sentences);
            prop_assert!(chosen.join(" ").chars().count() <= budget.characters);
        }
    }

    #[test]
    fn nothing_is_said_twice(numbers in order(), again in 0usize..14) {
        let mut numbers = numbers;
        numbers.push(numbers[again % numbers.len()]);
        // In one text, and in two.
        for articles in [vec![article(&numbers)], vec![article(&numbers), article(&numbers)]] {
            let extract = SUMMARIZER.extract(&articles, Budget::UNLIMITED);
            let mut said = chosen(&extract, &articles);
            let count = said.len();
            said.sort_unstable();
            said.dedup();
            prop_assert_eq!(said.len(), count);
        }
    }

    #[test]
    fn what_hangs_on_a_sentence_comes_with_it_or_not_at_all(numbers in order(), words in 10usize..120) {
        let articles = [article(&numbers)];
        let extract = SUMMARIZER.extract(&articles, Budget::words(words));
        let text = |at: usize| extract.sentences[at].span.of(&articles[0].text);
        for at in (1..extract.sentences.len()).filter(|at| text(*at).starts_with("He added")) {
            let is_chosen = |at: usize| extract.sentences[at].verdict == Verdict::Chosen;
            prop_assert!(!is_chosen(at) || is_chosen(at - 1));
        }
    }

    #[test]
    fn a_focus_lowers_no_sentence_that_holds_it(numbers in order()) {
        let articles = [article(&numbers)];
        let without = SUMMARIZER.extract(&articles, Budget::UNLIMITED);
        let with = ASKED.extract(&articles, Budget::UNLIMITED);
        for (without, with) in without.sentences.iter().zip(&with.sentences) {
            let holds = ["Portugal", "OSCE"].iter().any(|word| with.span.of(&articles[0].text).contains(word));
            prop_assert_eq!(with.parts.focus > 0, holds);
            prop_assert!(with.parts.total() - with.parts.redundancy >= without.parts.total() - without.parts.redundancy);
        }
    }

    #[test]
    fn any_text_has_an_extract_in_order(text in "\\PC{0,400}") {
        let articles = [Article::from_text(text)];
        let extract = SUMMARIZER.extract(&articles, Budget::UNLIMITED);
        for pair in extract.sentences.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        prop_assert!(extract.sentences.iter().all(|sentence| articles[0].text.is_char_boundary(sentence.span.start)));
    }
}

#[test]
fn the_choice_is_the_same_in_every_thread() {
    let articles = [article(&[0, 1, 2, 3, 4, 5, 6, 7, 9, 11]), article(&[4, 6, 9])];
    let once = SUMMARIZER.extract(&articles, Budget::words(60));
    let again: Vec<Extract> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| SUMMARIZER.extract(&articles, Budget::words(60)))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(again.iter().all(|extract| *extract == once));
}

#[test]
fn a_focus_brings_its_sentence_in() {
    let articles = [article(&[0, 1, 2, 4, 6, 7])];
    let has_osce = |summarizer: &Summarizer| {
        chosen(&summarizer.extract(&articles, Budget::sentences(2)), &articles).iter().any(|text| text.contains("OSCE"))
    };
    assert!(!has_osce(&SUMMARIZER));
    let focus = Focus::parse("org/osce", &Locales::builtin()).expect("known");
    assert!(has_osce(&Summarizer::builder().focus(focus).build().expect("built in")));
}

#[test]
fn a_title_draws_its_sentence() {
    let plain = [article(&[0, 1, 7, 4])];
    let titled = [Article { title: Some("Fishermen protest against quotas".to_owned()), ..plain[0].clone() }];
    let has_fishermen = |articles: &[Article]| {
        chosen(&SUMMARIZER.extract(articles, Budget::sentences(2)), articles)
            .iter()
            .any(|text| text.contains("Fishermen"))
    };
    assert!(!has_fishermen(&plain));
    assert!(has_fishermen(&titled));
}

#[test]
fn a_headline_below_another_line_draws_its_sentence() {
    let sentences = article(&[0, 1, 7, 4]).text;
    let headed = |title: Option<&str>| {
        let text = format!("Gas and transit across the region\n\nFishermen protest against quotas\n\n{sentences}");
        let (language, title) = (Some("en".to_owned()), title.map(str::to_owned));
        let articles = [Article { language, title, ..Article::from_text(text) }];
        let extract = SUMMARIZER.extract(&articles, Budget::sentences(2));
        chosen(&extract, &articles).iter().any(|text| text.starts_with("Fishermen in"))
    };
    // An empty title is none.
    assert!(headed(None) && headed(Some("")));
    assert!(!headed(Some("Gas and transit across the region")));
}

#[test]
fn a_repeated_sentence_points_to_the_one_that_says_it() {
    let articles = [article(&[0, 4, 7, 0])];
    let extract = SUMMARIZER.extract(&articles, Budget::UNLIMITED);
    // The page says it twice: the second is no news and no sentence of it.
    assert_eq!(extract.sentences.len(), 3);
    let two = [article(&[0, 4]), article(&[7, 0])];
    let extract = SUMMARIZER.extract(&two, Budget::UNLIMITED);
    assert_eq!(extract.sentences[3].verdict, Verdict::Redundant(0));
}

#[test]
fn the_news_of_one_report_is_no_news_in_another() {
    let report = |text: &str| Article { language: Some("en".to_owned()), ..Article::from_text(text) };
    let articles = [
        report(&format!("{} {}", SENTENCES[0], SENTENCES[4])),
        report(&format!(
            "Years of haggling in hotels of Lima ended when delegates signed a treaty on gas for Ghana and Peru. {}",
            SENTENCES[6]
        )),
    ];
    let told = chosen(&SUMMARIZER.extract(&articles, Budget::sentences(2)), &articles).concat();
    assert_eq!(told.matches("signed").count(), 1, "{told}");
}

/// The sentences of an English page that are chosen when all have room, and what became of the others.
fn judged(text: &str) -> (Vec<String>, Vec<Verdict>) {
    let articles = [Article { language: Some("en".to_owned()), ..Article::from_text(text) }];
    let extract = SUMMARIZER.extract(&articles, Budget::UNLIMITED);
    let chosen = chosen(&extract, &articles).into_iter().map(str::to_owned).collect();
    (chosen, extract.sentences.iter().map(|sentence| sentence.verdict).collect())
}

#[test]
fn who_told_it_is_no_news() {
    let (_, verdicts) = judged(&format!(
        "{}\n\nThis was reported by the press service of the ministry.\n\nHe thanked the crews of both harbours.\n\n{}",
        SENTENCES[0], SENTENCES[4],
    ));
    // What hangs on it hangs on what it stands behind.
    assert_eq!(verdicts, [Verdict::Chosen, Verdict::Attribution, Verdict::Chosen, Verdict::Chosen]);
    // A text that holds nothing else has an extract all the same.
    assert_eq!(judged("This was reported by the press service of the ministry.").1, [Verdict::Chosen]);
}

#[test]
fn who_was_told_of_it_is_no_news() {
    let (lead, tag, news) = (
        "Nazir Kofi Mensah Limada səfir Marta Quiroga ilə görüşüb və qaz sazişi imzalanıb.",
        "Bu barədə “Meridian”a Qananın Energetika Nazirliyindən xəbər verilib.",
        "Qana yazda Limaya qazla dolu ilk gəmiləri göndərəcək.",
    );
    assert_eq!(two_of("az", &[lead, tag, news]), [lead, news]);
}

#[test]
fn a_formula_is_no_news() {
    let formula = "The parties also exchanged views on other issues of mutual interest.";
    let named = "Minister Kofi Mensah called the port of Lima one of several issues of mutual interest.";
    let (told, verdicts) = judged(&format!("{}\n\n{formula}\n\n{named}", SENTENCES[0]));
    assert_eq!(verdicts, [Verdict::Chosen, Verdict::Courtesy, Verdict::Chosen], "{told:?}");
    // A text that holds nothing else has an extract all the same.
    assert_eq!(judged(formula).0, [formula]);
}

/// The sentences of a page that are chosen where two have room.
fn two_of(tag: &str, sentences: &[&str]) -> Vec<String> {
    let articles = [Article { language: Some(tag.to_owned()), ..Article::from_text(sentences.join("\n\n")) }];
    let extract = SUMMARIZER.extract(&articles, Budget::sentences(2));
    chosen(&extract, &articles).into_iter().map(str::to_owned).collect()
}

#[test]
fn who_else_was_there_gives_way_to_what_was_said() {
    let told = [
        (
            "en",
            "Minister Kofi Mensah met Ambassador Marta Quiroga in Lima on Friday to sign a gas agreement.",
            [
                "The signing ceremony was attended by Deputy Minister Ama Owusu, Governor Luis Prado and other officials.",
                "Governor Luis Prado of the Lima region and Deputy Minister Ama Owusu also attended the ceremony.",
                "It was the ministers' third meeting since they signed a transit agreement in Lima last spring.",
                "Mensah was the first minister to visit Lima since Ghana opened its embassy there.",
            ],
            "Ghana will deliver the first ships of gas to Lima in spring, the ministry said.",
        ),
        (
            "pt",
            "O ministro Kofi Mensah reuniu-se com a embaixadora Marta Quiroga em Lima para assinar um acordo de gás.",
            [
                "Participaram da reunião a vice-ministra Ama Owusu, o governador Luis Prado e outros membros do Governo do Gana.",
                "O encontro contou com a presença da vice-ministra Ama Owusu e do governador Luis Prado, além de empresários do Gana.",
                "A visita de Mensah é a primeira de um ministro do Gana a Lima desde a abertura da embaixada.",
                "O encontro ocorre num momento de tensão entre o Gana e os vizinhos por causa do gás.",
            ],
            "O Gana vai entregar os primeiros navios de gás a Lima na primavera, disse o ministério.",
        ),
        (
            "az",
            "Nazir Kofi Mensah Limada səfir Marta Quiroga ilə görüşüb və qaz sazişi imzalanıb.",
            [
                "Görüşdə Qananın nazir müavini Ama Ovusu, qubernator Luis Prado və digər rəsmi şəxslər iştirak ediblər.",
                "Nazir müavini Ama Ovusu və Lima qubernatoru Luis Prado da görüşdə iştirak ediblər.",
                "Səfir Marta Quiroga Peru prezidentinin salamlarını nazir Kofi Mensaha çatdırıb.",
                "Sonda Kofi Mensah və Marta Quiroga Lima sarayının önündə xatirə şəkli çəkdiriblər.",
            ],
            "Qana yazda Limaya qazla dolu ilk gəmiləri göndərəcək, nazirlik bildirib.",
        ),
    ];
    for (tag, lead, asides, news) in told {
        for aside in asides {
            assert_eq!(two_of(tag, &[lead, aside, news]), [lead, news], "{aside}");
            // Where it is the news, or all there is, it is told.
            assert_eq!(two_of(tag, &[aside]), [aside]);
        }
    }
}

#[test]
fn the_mark_of_who_sent_it_is_no_sentence() {
    let (told, verdicts) = judged(&format!("{} (MERIDIAN)\n\n{}", SENTENCES[0], SENTENCES[4]));
    assert_eq!(verdicts, [Verdict::Chosen, Verdict::Attribution, Verdict::Chosen], "{told:?}");
}

#[test]
fn what_stands_above_the_article_and_in_it_is_said_once() {
    let caption = "Fishermen and their families look at the ships of the coast guard in the harbour of Porto Novo, where all of \
                   the nets were taken away";
    let (told, _) = judged(&format!("{caption}\n{}\n\n{caption}. The nets will be burnt.", SENTENCES[0]));
    assert_eq!(told, [SENTENCES[0], &format!("{caption}."), "The nets will be burnt."]);
    // With the agency of its photograph, as a headline, and where the paragraph says nothing else.
    let (told, _) = judged(&format!("{caption}. (MP)\n{}\n\n{caption}.", SENTENCES[0]));
    assert_eq!(told, [SENTENCES[0], &format!("{caption}.")]);
    let (told, _) = judged(&format!(
        "Fishermen protested against quotas in the harbour\n\nFishermen protested against quotas in the harbour.\n\n{}",
        SENTENCES[0]
    ));
    assert_eq!(told, ["Fishermen protested against quotas in the harbour.", SENTENCES[0]]);
}

#[test]
fn the_beginning_of_another_article_is_no_sentence_of_this_one() {
    let teaser = "Since the new line was opened to the public on Monday more than fifty thousand people have taken the night train to \
                  the coast…";
    let (told, _) = judged(&format!("{}\n\nNight train is a success\n\n{teaser}", SENTENCES[0]));
    assert_eq!(told, [SENTENCES[0]]);
    // Where it is all there is of an article, it is told.
    let (told, _) = judged(&format!("Night train is a success\n\n{teaser}"));
    assert_eq!(told, [teaser]);
}

#[test]
fn whose_words_it_was_is_said_with_them() {
    let speaker = "This was announced by Foreign Minister Kofi Mensah.";
    let (told, _) = judged(&format!("{}\n\n{speaker}\n\n{}", SENTENCES[0], SENTENCES[4]));
    assert!(told.iter().any(|sentence| sentence == speaker), "{told:?}");
    let articles = [Article {
        title: Some("This was announced by Foreign Minister Kofi Mensah".to_owned()),
        language: Some("en".to_owned()),
        ..Article::from_text(format!("{}\n\n{}\n\n{speaker}", SENTENCES[0], SENTENCES[10]))
    }];
    let extract = SUMMARIZER.extract(&articles, Budget::sentences(2));
    // Not before the words themselves, however much of the title it has.
    assert!(extract.sentences[2].verdict != Verdict::Chosen, "{extract:?}");
}

#[test]
fn a_line_in_capitals_is_no_sentence() {
    let caption = "MINISTERS OF GHANA AND PERU SIGN A GAS AGREEMENT IN PORTO NOVO.";
    let (told, _) = judged(&format!("{caption}\n\n{}\n\n{}", SENTENCES[0], SENTENCES[4]));
    assert_eq!(told, [SENTENCES[0], SENTENCES[4]]);
    // Where everything is written so, it is all there is.
    let (told, _) = judged(&format!("{caption} FISHERMEN PROTESTED AGAINST THE NEW QUOTAS."));
    assert_eq!(told.len(), 2);
}

#[test]
fn a_channel_on_which_it_was_written_is_no_junk() {
    let (told, _) =
        judged(&format!("“We agreed on gas,” Minister Kofi Mensah wrote on his Telegram channel.\n\n{}", SENTENCES[4]));
    assert_eq!(told.len(), 2);
    let (told, _) = judged(&format!("{}\n\nMore of this every day on our Telegram channel.", SENTENCES[0]));
    assert_eq!(told, [SENTENCES[0]]);
}

#[test]
fn a_language_of_which_nothing_is_known_has_an_extract() {
    let text = "Tá an t-aire ag bualadh leis an ambasadóir i mBaile Átha Cliath. Bhí an cruinniú fada. Labhair siad faoin gcomhaontú gáis.";
    let articles = [Article { language: Some("ga".to_owned()), ..Article::from_text(text) }];
    let extract = SUMMARIZER.extract(&articles, Budget::sentences(2));
    assert_eq!((extract.sentences.len(), extract.chosen().count()), (3, 2));
}

#[test]
fn every_weight_of_the_file_is_read() {
    let weights = Locales::builtin().file(ROOT, "weights.toml").expect("built in").text().to_owned();
    let lines: Vec<&str> = weights.lines().collect();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.contains(" = ")) {
        let without = [&lines[..at], &lines[at + 1..]].concat().join("\n");
        let mut locales = Locales::builtin();
        locales.insert(ROOT, "weights.toml", without);
        let error = Summarizer::builder().locales(locales).build().err();
        let name = line.split(' ').next().unwrap_or("");
        assert!(error.is_some_and(|error| error.to_string().contains(name)), "{line}");
    }
}
