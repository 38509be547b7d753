//! Two or three short articles at a time: when they are one story, and what is said of how they differ.

use std::sync::OnceLock;

use attache_bulletin::{BulletinMaker, Profile};
use attache_locales::Locales;
use attache_schema::{Article, Bulletin};

fn maker() -> &'static BulletinMaker {
    static MAKER: OnceLock<BulletinMaker> = OnceLock::new();
    let build = || BulletinMaker::builder().languages(["en", "pt", "az"]).build();
    MAKER.get_or_init(|| build().expect("the built-in folders are sound"))
}

/// A bulletin of articles of one day, each with its outlet.
fn brief(articles: &[(&str, &str)]) -> Bulletin {
    let day = "2031-03-06".parse().ok();
    let article = |(outlet, text): &(&str, &str)| Article {
        outlet: Some((*outlet).to_owned()),
        published: day,
        ..Article::from_text(*text)
    };
    maker().make(&articles.iter().map(article).collect::<Vec<_>>(), day)
}

/// The differences of the first story in each language.
fn differences(bulletin: &Bulletin) -> Vec<String> {
    let first = |edition: &attache_schema::Edition| edition.sections[0].items[0].differences.clone();
    bulletin.editions.iter().flat_map(first).collect()
}

const MEETING: &str = "On March 5, Azerbaijan's Foreign Minister Rovshan Eyvazov met with Latvia's Foreign Minister Andris Kalve in Riga.";

#[test]
fn one_meeting_in_two_languages_is_one_story() {
    let bulletin = brief(&[
        ("A", MEETING),
        (
            "B",
            "Martın 5-də Latviyanın xarici işlər naziri Andris Kalve Azərbaycanın xarici işlər naziri Rövşən Eyvazovu qəbul edib.",
        ),
    ]);
    assert_eq!(bulletin.stories.len(), 1);
    assert_eq!(differences(&bulletin), Vec::<String>::new());
}

#[test]
fn two_meetings_of_one_minister_on_one_day_are_two_stories() {
    let bulletin = brief(&[
        ("A", MEETING),
        (
            "B",
            "On March 5, Azerbaijan's Foreign Minister Rovshan Eyvazov met with Estonia's Foreign Minister Priit Laanemäe in Riga.",
        ),
    ]);
    assert_eq!(bulletin.stories.len(), 2);
}

#[test]
fn two_meetings_of_two_people_on_days_apart_are_two_stories() {
    let bulletin = brief(&[("A", MEETING), ("B", &MEETING.replace("March 5", "March 2"))]);
    assert_eq!(bulletin.stories.len(), 2);
}

#[test]
fn a_call_and_a_meeting_are_two_stories() {
    let call = "On March 5, Azerbaijan's Foreign Minister Rovshan Eyvazov held a telephone conversation with Latvia's \
                Foreign Minister Andris Kalve.";
    assert_eq!(brief(&[("A", MEETING), ("B", call)]).stories.len(), 2);
}

#[test]
fn consultations_that_were_held_by_telephone_are_told_once_and_as_what_they_were() {
    let call = "Latvia's Foreign Minister Andris Kalve spoke by phone with Azerbaijan's Foreign Minister Rovshan Eyvazov on March 5.";
    let held = "Azerbaijan's Foreign Minister Rovshan Eyvazov held consultations with Latvia's Foreign Minister Andris Kalve on March 5.";
    for articles in [[("A", call), ("B", held)], [("B", held), ("A", call)]] {
        let bulletin = brief(&articles);
        assert_eq!(bulletin.stories.len(), 1, "{bulletin:?}");
        let portuguese = &bulletin.editions[1].sections[0].items[0];
        assert!(portuguese.paragraph.contains("consultas"), "{}", portuguese.paragraph);
        assert!(!portuguese.paragraph.contains("conversa telefónica"), "{}", portuguese.paragraph);
    }
}

#[test]
fn a_copy_with_a_figure_of_its_own_is_no_copy() {
    let long = "Brazil sent 12 tonnes of humanitarian aid to Mozambique on March 5. The government of Brazil said that the \
                first flight with food and medicine left in the morning and that a second one is to follow within days.";
    let other = long.replace("12 tonnes", "15 tonnes");
    let bulletin = brief(&[("A", long), ("B", &other), ("C", long)]);
    let passed: Vec<&str> = bulletin.passed_over.iter().map(|passed| passed.id.as_str()).collect();
    assert_eq!(passed, ["3"]);
    assert_eq!(bulletin.stories.len(), 1);
    assert_eq!(differences(&bulletin)[0], "The sources give different figures: “12 tonnes” (A); “15 tonnes” (B).");
}

#[test]
fn places_that_differ_are_told() {
    let bulletin = brief(&[("A", MEETING), ("B", &MEETING.replace("in Riga", "in Vienna"))]);
    assert_eq!(
        differences(&bulletin),
        [
            "The sources differ on the place: Riga (A); Vienna (B).",
            "As fontes divergem quanto ao local: Riga (A); Viena (B).",
            "Mənbələr yeri fərqli göstərir: Riqa (A); Vyana (B).",
        ]
    );
}

#[test]
fn offices_that_differ_are_told() {
    let other = MEETING.replace("Latvia's Foreign Minister", "Latvia's Deputy Foreign Minister");
    let bulletin = brief(&[("A", MEETING), ("B", &other)]);
    assert_eq!(
        differences(&bulletin),
        [
            "The sources differ on the office of Andris Kalve: Foreign Minister (A); Deputy Foreign Minister (B).",
            "As fontes divergem quanto ao cargo de Andris Kalve: ministro dos Negócios Estrangeiros (A); vice-ministro dos Negócios \
             Estrangeiros (B).",
            "Mənbələr vəzifəni (Andris Kalve) fərqli göstərir: xarici işlər naziri (A); xarici işlər nazirinin müavini (B).",
        ]
    );
}

#[test]
fn a_city_in_its_state_is_no_difference() {
    let bulletin = brief(&[("A", MEETING), ("B", &MEETING.replace("in Riga", "in Latvia"))]);
    assert_eq!((bulletin.stories.len(), differences(&bulletin).len()), (1, 0));
}

#[test]
fn where_there_is_little_room_every_edition_says_the_same_facts() {
    let profile = Profile::parse("house.toml", "words = 30", &Locales::builtin()).expect("sound");
    let maker = BulletinMaker::builder().profile(profile).languages(["en", "pt", "az"]).build().expect("sound");
    let text = format!(
        "{MEETING}\n\nThe ministers discussed energy and transport.\n\nAndris Kalve expressed Latvia's support for the peace \
         process.\n\nRovshan Eyvazov stressed the importance of education."
    );
    let bulletin = maker.make(&[Article::from_text(text)], None);
    let sentences: Vec<Vec<String>> = bulletin
        .editions
        .iter()
        .map(|edition| edition.sections[0].items[0].clauses.iter().map(|clause| clause.sentence.clone()).collect())
        .collect();
    assert!(!sentences[0].is_empty());
    assert_eq!(sentences[0], sentences[1]);
    assert_eq!(sentences[0], sentences[2]);
}

#[test]
fn an_unread_story_is_quoted_where_it_is_foreign() {
    let bulletin = brief(&[(
        "A",
        "Portugal and the weather of Lisbon have been friends for as long as anybody in Latvia can think.",
    )]);
    let paragraphs: Vec<&str> = bulletin
        .editions
        .iter()
        .flat_map(|edition| edition.sections.iter().flat_map(|section| &section.items))
        .map(|item| item.paragraph.as_str())
        .collect();
    let sentence = "Portugal and the weather of Lisbon have been friends for as long as anybody in Latvia can think";
    assert_eq!(
        paragraphs,
        [format!("{sentence}."), format!("«{sentence}» (em inglês)."), format!("“{sentence}” (ingilis dilində)."),]
    );
}

/// The headlines of the first story with the languages that they are in, where that is another one.
fn headlines(bulletin: &Bulletin) -> Vec<(&str, Option<&str>)> {
    let items = bulletin.editions.iter().map(|edition| &edition.sections[0].items[0]);
    items.map(|item| (item.headline.as_str(), item.headline_language.as_deref())).collect()
}

#[test]
fn an_unread_story_is_called_by_whom_and_what_it_names() {
    let article = Article {
        title: Some("Portugal, Latvia and the long road to renewable energy".to_owned()),
        ..Article::from_text("Portugal and Latvia have been friends of the wind for as long as anybody can think.")
    };
    let bulletin = maker().make(&[article], None);
    assert_eq!(
        headlines(&bulletin),
        [
            ("Portugal, Latvia and the long road to renewable energy", None),
            ("Portugal e Letónia: energias renováveis", None),
            ("Portuqaliya və Latviya: bərpa olunan enerji", None),
        ]
    );
    assert!(bulletin.stories[0].countries.iter().any(|country| country.as_str() == "country/PT"), "{bulletin:?}");
}

#[test]
fn an_original_headline_says_which_language_it_is_in() {
    let article = Article {
        title: Some("Nobody knows the weather of Lisbon".to_owned()),
        ..Article::from_text("The weather of Portugal is what it is, and those who wait for it have to wait.")
    };
    let bulletin = maker().make(&[article], None);
    assert_eq!(
        headlines(&bulletin),
        [
            ("Nobody knows the weather of Lisbon", None),
            ("Nobody knows the weather of Lisbon (em inglês)", Some("en")),
            ("Nobody knows the weather of Lisbon (ingilis dilində)", Some("en")),
        ]
    );
}

#[test]
fn a_house_may_write_offices_with_a_capital() {
    let profile =
        Profile::parse("house.toml", "[house]\noffices-in-capitals = true", &Locales::builtin()).expect("sound");
    let maker = BulletinMaker::builder().profile(profile).languages(["pt"]).build().expect("sound");
    let bulletin = maker.make(&[Article::from_text(MEETING)], None);
    assert!(bulletin.editions[0].sections[0].items[0].paragraph.contains("O Ministro dos Negócios Estrangeiros"));
}

/// The source by whose words a clause is said to rest on `words`, for each that has them among its evidence.
fn witnesses<'b>(bulletin: &'b Bulletin, texts: &[(&str, &str)], tag: &str, words: &str) -> Vec<&'b str> {
    let text = |source: usize| {
        let outlet = bulletin.sources[source].outlet.as_deref().expect("each has an outlet");
        (outlet, texts.iter().find(|(name, _)| *name == outlet).expect("one of them").1)
    };
    let edition = bulletin.editions.iter().find(|edition| edition.language == tag).expect("it was asked for");
    let clauses = edition.sections.iter().flat_map(|section| &section.items).flat_map(|item| &item.clauses);
    let first = |clause: &attache_schema::Traced| (clause.sources[0], clause.evidence.clone());
    let all = clauses.flat_map(|clause| {
        let further = clause.further.iter().map(|further| (further.source, further.evidence.clone()));
        std::iter::once(first(clause)).chain(further).collect::<Vec<_>>()
    });
    let mut found: Vec<&str> = all
        .filter(|(source, spans)| spans.iter().any(|span| span.of(text(*source).1).contains(words)))
        .map(|(source, _)| text(source).0)
        .collect();
    found.dedup();
    found
}

#[test]
fn what_only_a_second_source_says_is_traced_to_its_bytes() {
    let articles = [
        (
            "A",
            "Azerbaijan's Foreign Minister Rovshan Eyvazov met with Latvia's Foreign Minister Andris Kalve on March 5.\n\n\
             The ministers discussed energy.",
        ),
        (
            "B",
            "O ministro dos Negócios Estrangeiros da Letónia, Andris Kalve, reuniu-se no dia 5 de março em Riga com o ministro dos \
             Negócios Estrangeiros do Azerbaijão, Rovshan Eyvazov.",
        ),
    ];
    let bulletin = brief(&articles);
    assert_eq!(bulletin.stories.len(), 1);
    let azerbaijani = &bulletin.editions[2].sections[0].items[0];
    assert!(azerbaijani.paragraph.contains("Riqada"), "{}", azerbaijani.paragraph);
    assert_eq!(witnesses(&bulletin, &articles, "az", "Riga"), ["B"]);
}

#[test]
fn an_office_that_only_a_second_source_gives_is_traced_to_its_bytes() {
    let articles = [
        (
            "A",
            "On March 5, Azerbaijan's Foreign Minister Rovshan Eyvazov met with Latvia's Andris Kalve in Riga. The sides discussed \
             energy and transport.",
        ),
        (
            "B",
            "On March 5, Latvia's Foreign Minister Andris Kalve met with Azerbaijan's Foreign Minister Rovshan Eyvazov in Riga.",
        ),
    ];
    let bulletin = brief(&articles);
    let portuguese = &bulletin.editions[1].sections[0].items[0];
    assert!(portuguese.paragraph.contains("Letónia, Andris Kalve"), "{}", portuguese.paragraph);
    assert!(witnesses(&bulletin, &articles, "pt", "Kalve").contains(&"B"), "{portuguese:?}");
}

const VISIT: &str = "On March 5, Latvia's Foreign Minister Andris Kalve arrived in Azerbaijan on an official visit.";
const TALKS: &str =
    "Latvia's Foreign Minister Andris Kalve met with Azerbaijan's Foreign Minister Rovshan Eyvazov in Baku on March 5.";

#[test]
fn a_visit_and_the_talks_for_which_the_guest_came_are_one_story_where_an_article_tells_both() {
    let both = "Latvia's Foreign Minister Andris Kalve visited Baku on March 5. He met with Azerbaijan's Foreign Minister Rovshan \
                Eyvazov.";
    let bulletin = brief(&[("A", VISIT), ("B", TALKS), ("C", both)]);
    assert_eq!(bulletin.stories.len(), 1, "{bulletin:?}");
    assert_eq!(brief(&[("A", VISIT), ("B", TALKS)]).stories.len(), 2, "nobody says that these are one");
}

#[test]
fn talks_with_two_hosts_stay_two_stories_beside_the_visit() {
    let other =
        TALKS.replace("Azerbaijan's Foreign Minister Rovshan Eyvazov", "Azerbaijan's Prime Minister Orkhan Talibli");
    let all = "O ministro dos Negócios Estrangeiros da Letónia, Andris Kalve, visitou Baku no dia 5 de março. Kalve reuniu-se com o \
               ministro dos Negócios Estrangeiros do Azerbaijão, Rovshan Eyvazov. Kalve reuniu-se também com o primeiro-ministro do \
               Azerbaijão, Orkhan Talibli.";
    assert_eq!(brief(&[("A", TALKS), ("B", &other), ("C", all)]).stories.len(), 3);
}

#[test]
fn what_was_said_once_is_not_composed_again() {
    let bulletin = brief(&[(
        "A",
        "On March 5, Azerbaijan's Foreign Minister Rovshan Eyvazov met with Latvia's Foreign Minister Andris Kalve in Riga. The \
         ministers discussed energy and transport. At the meeting they discussed energy. The sides exchanged views on transport.",
    )]);
    let portuguese = &bulletin.editions[1].sections[0].items[0].paragraph;
    assert_eq!(portuguese.matches("energia").count(), 1, "{portuguese}");
    assert_eq!(portuguese.matches("transportes").count(), 1, "{portuguese}");
}

#[test]
fn last_months_news_stands_behind_the_days() {
    let day = "2031-03-06".parse().ok();
    let article =
        |text: &str, published: &str| Article { published: published.parse().ok(), ..Article::from_text(text) };
    let profile = Profile::parse("house.toml", "home = \"LV\"", &Locales::builtin()).expect("sound");
    let maker = BulletinMaker::builder().profile(profile).languages(["en"]).build().expect("sound");
    let fresh =
        "On March 5, Peru's Foreign Minister Marta Quiroga met with Chile's Foreign Minister Elena Soto in Lima.";
    let old = "On January 5, the Prime Minister of Latvia Ilze Ozola met with the Prime Minister of Estonia Priit Laanemäe in Riga.";
    let bulletin = maker.make(&[article(old, "2031-01-06"), article(fresh, "2031-03-06")], day);
    assert!(bulletin.editions[0].sections[0].items[0].paragraph.contains("Quiroga"), "{bulletin:?}");
}

#[test]
fn what_was_planned_for_a_day_that_is_over_is_not_told_as_to_come() {
    let announced = "Latvia's Foreign Minister Andris Kalve will visit Azerbaijan on March 5. The minister will meet with Peru's Foreign \
                     Minister Marta Quiroga in Riga on March 9.";
    let article =
        |text: &str, published: &str| Article { published: published.parse().ok(), ..Article::from_text(text) };
    let said = |day: &str| {
        let bulletin = maker().make(&[article(announced, "2031-03-01")], day.parse().ok());
        bulletin.editions[1].sections[0].items[0].paragraph.clone()
    };
    assert!(said("2031-03-02").contains("Azerbaijão") && said("2031-03-02").contains("Peru"), "{}", said("2031-03-02"));
    assert!(!said("2031-03-06").contains("Azerbaijão"), "{}", said("2031-03-06"));
    assert!(said("2031-03-06").contains("Peru"), "{}", said("2031-03-06"));
}

#[test]
fn the_line_above_a_text_without_a_title_is_its_headline() {
    let text = format!("Talks on energy in Riga\n\n{MEETING}\n\nThe ministers discussed energy.");
    let bulletin = brief(&[("A", &text)]);
    assert_eq!(headlines(&bulletin)[0], ("Talks on energy in Riga", None));
    assert_eq!(bulletin.sources[0].title.as_deref(), Some("Talks on energy in Riga"));
}

#[test]
fn visits_to_two_states_are_two_stories_however_alike_their_words_are() {
    let to = |state: &str| {
        format!("On March 5, Latvia's President Andris Kalve visited {state} for talks on trade and energy.")
    };
    assert_eq!(brief(&[("A", &to("Estonia")), ("B", &to("Norway"))]).stories.len(), 2);
}

#[test]
fn an_article_from_the_future_is_not_fresh() {
    let day = "2031-03-06".parse().ok();
    let freshness = |published: &str| {
        let article = Article { published: published.parse().ok(), ..Article::from_text(MEETING) };
        let weights = &maker().make(&[article], day).stories[0].weights;
        weights.iter().find(|weight| weight.part == "freshness").map(|weight| weight.thousandths)
    };
    assert!(freshness("2031-03-06") > Some(0));
    assert_eq!(freshness("2099-03-06"), Some(0));
}

#[test]
fn articles_of_one_name_are_both_told() {
    let article = |text: &str| Article { id: Some("twin".to_owned()), ..Article::from_text(text) };
    let other = "Brazil sent 12 tonnes of humanitarian aid to Mozambique on March 5.";
    let bulletin = maker().make(&[article(MEETING), article(other)], None);
    assert_eq!((bulletin.stories.len(), bulletin.sources.len()), (2, 2));
}

#[test]
fn an_office_that_an_article_does_not_say_is_no_claim_of_its() {
    let first = "On March 5, Latvia's Foreign Minister Andris Kalve met with Azerbaijan's Foreign Minister Rovshan Eyvazov in Riga.";
    let second = "On March 5, Azerbaijan's Deputy Foreign Minister Rovshan Eyvazov met with his Latvian counterpart Andris Kalve in Riga.";
    for articles in [[("A", first), ("B", second)], [("B", second), ("A", first)]] {
        let said = differences(&brief(&articles));
        assert!(said.iter().all(|it| !it.contains("Kalve")), "{said:?}");
        assert!(said.iter().any(|it| it.contains("Rovshan Eyvazov")), "what both say is told: {said:?}");
    }
}
