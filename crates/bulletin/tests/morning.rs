//! A morning of thirteen invented articles in three languages: what becomes of it, and what must always hold.
#![allow(clippy::disallowed_methods, reason = "tests lay fixtures on the table")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use attache_bulletin::{BulletinMaker, Profile};
use attache_locales::Locales;
use attache_schema::{Article, Bulletin, Date, Realization};
use proptest::prelude::*;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}

fn articles() -> Vec<Article> {
    let text = fs::read_to_string(fixtures().join("briefs/morning/articles.jsonl")).expect("the fixture is there");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is an article")).collect()
}

fn today() -> Option<Date> {
    Date::day(2031, 3, 6)
}

fn profile(name: &str) -> Profile {
    let text = fs::read_to_string(fixtures().join("profiles").join(name)).expect("the profile is there");
    Profile::parse(name, &text, &Locales::builtin()).unwrap_or_else(|error| panic!("{error}"))
}

/// A maker without a profile; one for all tests, as building takes longer than most of them.
fn plain() -> &'static BulletinMaker {
    static MAKER: OnceLock<BulletinMaker> = OnceLock::new();
    let build = || BulletinMaker::builder().languages(["en", "pt", "az"]).build();
    MAKER.get_or_init(|| build().expect("the built-in folders are sound"))
}

/// The bulletin as a person reads it.
fn as_text(bulletin: &Bulletin) -> String {
    let mut out = String::new();
    for edition in &bulletin.editions {
        out += &format!("=== {} · {} · {}\n", edition.title, edition.dateline, edition.name);
        for section in &edition.sections {
            out += &format!("\n## {} ({})\n", section.heading, section.id);
            for item in &section.items {
                out += &format!("\n{}. {}\n{}\n", item.number, item.headline, item.paragraph);
                item.differences.iter().for_each(|difference| out += &format!("! {difference}\n"));
                let sources = &bulletin.stories[item.story].sources;
                let named = sources.iter().map(|source| bulletin.sources[*source].id.as_str());
                out += &format!("[{}] omitted {}\n", named.collect::<Vec<_>>().join(", "), item.omitted);
            }
        }
        edition.notes.iter().for_each(|note| out += &format!("\n({note})\n"));
        out.push('\n');
    }
    for passed in &bulletin.passed_over {
        out += &format!("- {}: {} {}\n", passed.id, passed.reason, passed.of.as_deref().unwrap_or(""));
    }
    out
}

/// The articles of each story, by name.
fn stories(bulletin: &Bulletin) -> Vec<BTreeSet<&str>> {
    let names = |story: &attache_schema::Story| {
        story.sources.iter().map(|source| bulletin.sources[*source].id.as_str()).collect::<BTreeSet<_>>()
    };
    bulletin.stories.iter().map(names).collect()
}

#[test]
fn the_morning_in_three_languages() {
    let maker = BulletinMaker::builder().profile(profile("portugal-in-baku.toml")).build().expect("sound");
    insta::assert_snapshot!(as_text(&maker.make(&articles(), today())));
}

#[test]
fn the_morning_for_azerbaijanis_in_lisbon() {
    let maker = BulletinMaker::builder().profile(profile("azerbaijan-in-lisbon.toml")).build().expect("sound");
    insta::assert_snapshot!(as_text(&maker.make(&articles(), today())));
}

#[test]
fn one_story_in_three_languages_is_one_and_two_meetings_of_one_minister_are_two() {
    let bulletin = plain().make(&articles(), today());
    let stories = stories(&bulletin);
    let has = |ids: &[&str]| stories.contains(&ids.iter().copied().collect());
    assert!(has(&["caspian-ledger", "gazeta-do-porto", "cinar-xeber", "silk-wire"]), "{stories:?}");
    assert!(has(&["korpu-az", "baltic-herald"]), "{stories:?}");
    assert!(has(&["folha-do-cerrado", "jornal-do-cais", "quayside-post"]), "{stories:?}");
    let passed: Vec<_> = bulletin.passed_over.iter().map(|its| (its.id.as_str(), its.reason.as_str())).collect();
    assert_eq!(passed, [("silk-wire", "duplicate"), ("meridian-review", "nothing-read")]);
    assert_eq!(bulletin.passed_over[0].of.as_deref(), Some("caspian-ledger"));
}

#[test]
fn every_edition_has_the_same_stories_in_the_same_order() {
    let bulletin = plain().make(&articles(), today());
    let order = |at: usize| {
        let edition = &bulletin.editions[at];
        let items = edition.sections.iter().flat_map(|section| section.items.iter().map(|it| (it.number, it.story)));
        (edition.sections.iter().map(|section| section.id.clone()).collect::<Vec<_>>(), items.collect::<Vec<_>>())
    };
    assert_eq!(order(0), order(1));
    assert_eq!(order(0), order(2));
    for edition in &bulletin.editions {
        for item in edition.sections.iter().flat_map(|section| &section.items) {
            assert!(!item.paragraph.is_empty() && !item.headline.is_empty(), "{}: {item:?}", edition.language);
            assert!(item.headline.split_whitespace().count() <= 16, "{}", item.headline);
        }
    }
}

#[test]
fn sources_that_differ_are_named_with_what_they_say() {
    let bulletin = plain().make(&articles(), today());
    let differences: Vec<&str> = bulletin.editions[0]
        .sections
        .iter()
        .flat_map(|section| &section.items)
        .flat_map(|item| item.differences.iter().map(String::as_str))
        .collect();
    assert_eq!(
        differences,
        [
            "The sources differ on the day: 5 March 2031 (Caspian Ledger, Çinar Xəbər); 6 March 2031 (Gazeta do Porto).",
            "The sources give different figures: “12 toneladas” (Folha do Cerrado); “15 toneladas” (Jornal do Cais); “12 tonnes” (Quayside Post).",
        ]
    );
}

/// Every clause lies in its paragraph and says which sentence of which article it rests on.
fn assert_traced(bulletin: &Bulletin, articles: &[Article]) {
    let text = |source: usize| {
        let id = &bulletin.sources[source].id;
        articles.iter().find(|article| article.id.as_ref() == Some(id)).map_or("", |article| article.text.as_str())
    };
    for item in bulletin.editions.iter().flat_map(|edition| &edition.sections).flat_map(|section| &section.items) {
        let mut end = 0;
        for clause in &item.clauses {
            assert!(clause.span.start >= end && !clause.span.of(&item.paragraph).is_empty(), "{item:?}");
            end = clause.span.end;
            let first = text(*clause.sources.first().expect("a clause has a source"));
            assert!(first.contains(&clause.sentence), "{:?} is no sentence of its source", clause.sentence);
            assert!(!clause.evidence.is_empty());
            for span in &clause.evidence {
                assert!(!span.of(first).is_empty(), "{span:?} of {:?}", clause.sentence);
            }
            for further in &clause.further {
                let text = text(further.source);
                let start = text.find(&further.sentence).expect("it stands in the article that is named for it");
                let inside = start..start + further.sentence.len();
                assert!(clause.sources.contains(&further.source) && !further.evidence.is_empty(), "{further:?}");
                assert!(further.evidence.iter().all(|span| !span.of(text).is_empty()), "{further:?}");
                let count = text.matches(&further.sentence).count();
                assert!(count > 1 || further.evidence.iter().all(|span| inside.contains(&span.start)), "{further:?}");
            }
            let story = &bulletin.stories[item.story];
            assert!(clause.sources.iter().all(|source| story.sources.contains(source)));
            if clause.realization == Realization::Composed {
                let sentence = first.find(&clause.sentence).expect("it stands there");
                let inside = sentence..sentence + clause.sentence.len();
                assert!(inside.contains(&clause.evidence[0].start), "{clause:?}");
            }
        }
        assert_eq!(end, item.paragraph.len(), "no word of a paragraph is without a source");
    }
}

#[test]
fn every_clause_says_which_article_says_so_and_where() {
    let articles = articles();
    assert_traced(&plain().make(&articles, today()), &articles);
}

#[test]
fn twice_is_the_same_and_digests_may_be_made_elsewhere() {
    let (maker, articles) = (plain(), articles());
    let once = serde_json::to_string(&maker.make(&articles, today())).expect("JSON");
    let digested: Vec<_> = std::thread::scope(|scope| {
        let work = |article: Article| {
            let digest = maker.attache().digest(&article);
            (article, digest)
        };
        let handles: Vec<_> = articles.iter().cloned().map(|article| scope.spawn(move || work(article))).collect();
        handles.into_iter().map(|handle| handle.join().expect("no panic")).collect()
    });
    assert_eq!(once, serde_json::to_string(&maker.make_from(digested, today())).expect("JSON"));
}

#[test]
fn a_duplicate_more_changes_no_paragraph() {
    let (maker, mut articles) = (plain(), articles());
    let paragraphs = |bulletin: &Bulletin| -> BTreeSet<String> {
        let sections = bulletin.editions.iter().flat_map(|edition| &edition.sections);
        sections.flat_map(|section| section.items.iter().map(|item| item.paragraph.clone())).collect()
    };
    let before = paragraphs(&maker.make(&articles, today()));
    for at in 0..articles.len() {
        let copy = Article {
            id: Some(format!("copy-{at}")),
            outlet: Some("The Copyist".to_owned()),
            title: Some("Another headline".to_owned()),
            url: None,
            ..articles[at].clone()
        };
        articles.push(copy);
    }
    let after = maker.make(&articles, today());
    assert_eq!(before, paragraphs(&after));
    assert_eq!(after.passed_over.iter().filter(|passed| passed.reason == "duplicate").count(), 14);
    assert!(after.sources.iter().any(|source| source.outlet.as_deref() == Some("The Copyist")), "copies are cited");
}

#[test]
fn a_brief_has_room_for_so_many_stories() {
    let mut profile = profile("ministry.toml");
    profile.stories = 2;
    let maker = BulletinMaker::builder().profile(profile).build().expect("sound");
    let bulletin = maker.make(&articles(), today());
    assert_eq!(bulletin.stories.len(), 2);
    assert!(bulletin.passed_over.iter().any(|passed| passed.reason == "no-room"));
}

#[test]
fn no_article_makes_a_brief_that_says_so() {
    let bulletin = plain().make(&[], None);
    assert!(bulletin.stories.is_empty() && bulletin.editions.iter().all(|edition| edition.sections.is_empty()));
    assert_eq!(bulletin.editions[0].labels.nothing, "No story was found in the sources.");
}

#[test]
fn a_profile_moves_stories_and_the_explanation_says_how() {
    let maker = BulletinMaker::builder().profile(profile("portugal-in-baku.toml")).build().expect("sound");
    let articles = articles();
    let digested: Vec<_> = articles.iter().map(|article| (article.clone(), maker.attache().digest(article))).collect();
    let explanation = maker.explain(&digested, today());
    let places: Vec<(usize, usize)> =
        explanation.stories.iter().map(|story| (story.with_profile, story.without_profile)).collect();
    assert!(places.iter().any(|(with, without)| with < without), "{places:?}");
    for story in &explanation.stories {
        assert_eq!(story.total, story.weights.iter().map(|weight| weight.thousandths).sum::<i64>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is read, in whatever order, however often: a sound bulletin.
    #[test]
    fn any_choice_of_articles_makes_a_sound_brief(picked in prop::collection::vec(0usize..13, 0..16)) {
        let all = articles();
        let chosen: Vec<Article> = picked
            .iter()
            .enumerate()
            .map(|(at, pick)| Article { id: Some(format!("{at}")), ..all[*pick].clone() })
            .collect();
        let bulletin = plain().make(&chosen, today());
        assert_traced(&bulletin, &chosen);
        let is_told = |id: &String| bulletin.sources.iter().any(|source| source.id == *id);
        let is_gone = |id: &String| bulletin.passed_over.iter().any(|passed| passed.id == *id);
        for id in chosen.iter().filter_map(|article| article.id.as_ref()) {
            prop_assert!(is_told(id) || is_gone(id), "nobody knows what became of {}", id);
        }
    }

    /// Text of strangers costs nothing but itself.
    #[test]
    fn no_text_breaks_it(texts in prop::collection::vec("[\\PC\n]{0,200}", 0..4), title in "\\PC{0,80}") {
        let chosen: Vec<Article> = texts
            .into_iter()
            .map(|text| Article { title: Some(title.clone()), ..Article::from_text(text) })
            .collect();
        let bulletin = plain().make(&chosen, None);
        prop_assert_eq!(bulletin.editions.len(), 3);
    }
}
