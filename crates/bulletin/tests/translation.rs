//! What a translator is asked for a brief, and what becomes of its answers.

use std::cell::RefCell;
use std::sync::OnceLock;

use attache::{Batch, Translation, Translator, Untranslated};
use attache_bulletin::BulletinMaker;
use attache_schema::{Article, Bulletin, Digest, Item, Realization};

/// Answers each sentence with its language and its letters in capitals; refuses those that hold `refused`.
struct Echo {
    refused: &'static str,
    asked: RefCell<Vec<(String, String, String)>>,
}

impl Echo {
    fn new(refused: &'static str) -> Self {
        Self { refused, asked: RefCell::default() }
    }
}

impl Translator for Echo {
    fn translate(&self, batch: &Batch<'_>) -> Vec<Result<Translation, Untranslated>> {
        let answer = |text: &String| {
            let asked = (batch.source.to_owned(), batch.target.to_owned(), text.clone());
            self.asked.borrow_mut().push(asked);
            if !self.refused.is_empty() && text.contains(self.refused) {
                return Err(Untranslated { reason: "the service is out of order".to_owned() });
            }
            Ok(Translation {
                text: format!("<{}> {}", batch.target, text.to_uppercase()),
                engine: "echo".to_owned(),
                model: None,
                source: text.clone(),
            })
        };
        batch.sentences.iter().map(|untold| answer(&untold.text)).collect()
    }
}

fn maker() -> &'static BulletinMaker {
    static MAKER: OnceLock<BulletinMaker> = OnceLock::new();
    let build = || BulletinMaker::builder().languages(["en", "pt", "az"]).translated(true).build();
    MAKER.get_or_init(|| build().expect("the built-in folders are sound"))
}

fn digested(text: &str) -> Vec<(Article, Digest)> {
    let article = Article { outlet: Some("The Pier".to_owned()), ..Article::from_text(text) };
    let digest = maker().attache().digest(&article);
    vec![(article, digest)]
}

fn items(bulletin: &Bulletin) -> Vec<&Item> {
    bulletin.editions.iter().map(|edition| &edition.sections[0].items[0]).collect()
}

fn ways(item: &Item) -> Vec<Realization> {
    item.clauses.iter().map(|clause| clause.realization).collect()
}

const MEETING: &str = "On March 5, Azerbaijan's Foreign Minister Rovshan Eyvazov met with Latvia's Foreign Minister Andris Kalve in Riga.";
const MUSEUM: &str = "The old museum near the harbour of Riga has paintings that came from Azerbaijan.";

#[test]
fn what_cannot_be_composed_stands_translated_and_marked_behind_it() {
    let translator = Echo::new("");
    let bulletin = maker().make_with(digested(&format!("{MEETING}\n\n{MUSEUM}")), None, &translator);
    let [english, portuguese, azerbaijani] = items(&bulletin)[..] else { panic!("three editions") };
    assert!(english.paragraph.ends_with(MUSEUM), "{}", english.paragraph);
    assert_eq!(ways(english), [Realization::Verbatim, Realization::Verbatim]);
    for (item, mark) in [(portuguese, "[tradução automática: echo]"), (azerbaijani, "[maşın tərcüməsi: echo]")]
    {
        assert_eq!(ways(item), [Realization::Composed, Realization::Translated], "{}", item.paragraph);
        assert!(
            item.paragraph.contains(&MUSEUM.to_uppercase()) && item.paragraph.ends_with(mark),
            "{}",
            item.paragraph
        );
        let translation = item.clauses[1].translation.as_ref().expect("who translated it");
        assert_eq!((translation.engine.as_str(), translation.source.as_str()), ("echo", MUSEUM));
        assert_eq!(item.clauses[1].sentence, MUSEUM);
    }
    // Only what no message says is asked for, once for each language.
    let asked = translator.asked.borrow();
    let wanted: Vec<_> = asked.iter().map(|(from, to, text)| (from.as_str(), to.as_str(), text.as_str())).collect();
    assert_eq!(wanted, [("en", "pt", MUSEUM), ("en", "az", MUSEUM)]);
    assert!(bulletin.editions[1].notes.iter().any(|note| note.contains("tradução automática")));
    assert!(!bulletin.editions[0].notes.iter().any(|note| note.contains("machine translation")));
}

#[test]
fn what_fails_is_left_out_of_every_edition_with_the_reason() {
    let articles = || digested(&format!("{MEETING}\n\n{MUSEUM}"));
    let bulletin = maker().make_with(articles(), None, &Echo::new("museum"));
    let without = maker().make_from(articles(), None);
    for (item, plain) in items(&bulletin).into_iter().zip(items(&without)) {
        assert_eq!(item.paragraph, plain.paragraph);
    }
    let reasons: Vec<_> =
        items(&bulletin)[1].warnings.iter().map(|its| (its.code.as_str(), its.message.as_str())).collect();
    assert_eq!(reasons, [("untranslated", "the service is out of order")]);
}

#[test]
fn a_story_of_which_nothing_is_understood_is_translated_in_place_of_a_quotation() {
    let said = maker().make_with(digested(MUSEUM), None, &Echo::new(""));
    assert_eq!(ways(items(&said)[1]), [Realization::Translated]);
    let failed = maker().make_with(digested(MUSEUM), None, &Echo::new("museum"));
    let portuguese = items(&failed)[1];
    assert_eq!(ways(portuguese), [Realization::Quoted]);
    assert_eq!(portuguese.warnings[0].message, "the service is out of order");
}

#[test]
fn what_is_translated_gives_way_to_what_is_understood_where_there_is_little_room() {
    let long = "The old museum near the harbour of Riga has paintings ".to_owned()
        + &"and very old boats ".repeat(20)
        + "from Azerbaijan.";
    let bulletin = maker().make_with(digested(&format!("{MEETING}\n\n{long}")), None, &Echo::new(""));
    for item in items(&bulletin) {
        assert!(!item.paragraph.to_lowercase().contains("museum"), "{}", item.paragraph);
        assert!(item.paragraph.contains("Kalve"), "{}", item.paragraph);
    }
}
