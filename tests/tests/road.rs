//! The whole road: every fixture, said in every language.
//!
//! A changed snapshot is reviewed like code: `cargo insta review`, or `INSTA_UPDATE=always cargo test -p attache-tests`
//! and `git diff tests/tests/snapshots`.

use std::thread;

use attache::{Article, Attache, Digest, Rendered, Span};
use attache_tests::{Fixture, fixtures};
use proptest::prelude::*;

fn attache() -> Attache {
    Attache::builder().build().expect("the built-in folders are sound")
}

fn tags(attache: &Attache) -> Vec<String> {
    attache.languages().iter().map(|language| language.tag().to_owned()).collect()
}

#[test]
fn every_fixture_in_every_language() {
    let attache = attache();
    for fixture in fixtures() {
        let digest = attache.digest(&fixture.article);
        let paragraphs: Vec<String> = tags(&attache).iter().map(|tag| paragraph(&attache, &digest, tag)).collect();
        snapshot(|| insta::assert_snapshot!(fixture.name.clone(), paragraphs.join("\n")));
    }
}

fn paragraph(attache: &Attache, digest: &Digest, tag: &str) -> String {
    let rendered = attache.render(digest, tag).expect("a listed language");
    let warnings: Vec<String> =
        rendered.warnings.iter().map(|warning| format!("    ! {}: {}\n", warning.code, warning.message)).collect();
    format!("[{tag}] omitted {}\n{}\n{}", rendered.omitted, rendered.text, warnings.concat())
}

#[test]
fn every_fixture_as_json() {
    let attache = attache();
    let tags = tags(&attache);
    for fixture in fixtures() {
        let brief = attache.brief(&fixture.article, tags.iter().map(String::as_str));
        snapshot(|| insta::assert_json_snapshot!(format!("{}.json", fixture.name), brief));
    }
}

fn snapshot(assert: impl FnOnce()) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, { assert() });
}

/// Invariant 1.
#[test]
fn every_span_points_into_the_unchanged_article() {
    let attache = attache();
    for Fixture { name, article, .. } in fixtures() {
        let before = article.clone();
        let annotations = attache.annotate(&article);
        let digest = attache.digest(&article);
        assert_eq!(article, before, "{name}: the article was changed");
        for span in spans(&annotations).into_iter().chain(spans(&digest)) {
            check(span, &article, &name);
        }
        for piece in &digest.pieces {
            assert_eq!(piece.text, piece.span.of(&article.text), "{name}: a piece is not the author's words");
        }
    }
}

/// All spans of a value, found in its JSON, so that a new field is not forgotten.
fn spans(value: &impl serde::Serialize) -> Vec<Span> {
    let mut found = Vec::new();
    collect(&serde_json::to_value(value).expect("the types are JSON"), &mut found);
    found
}

fn collect(value: &serde_json::Value, found: &mut Vec<Span>) {
    match value {
        serde_json::Value::Object(fields) => match serde_json::from_value::<Span>(value.clone()) {
            Ok(span) if fields.len() == 2 => found.push(span),
            _ => fields.values().for_each(|field| collect(field, found)),
        },
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

/// An insertion is an edit of nothing, so a span may be empty; it may not lie outside or cut a character.
fn check(span: Span, article: &Article, name: &str) {
    assert!(article.text.get(span.start..span.end).is_some(), "{name}: {span:?} is outside or cuts a character");
}

/// Invariant 7.
#[test]
fn every_clause_carries_the_span_it_was_read_from() {
    let attache = attache();
    for fixture in fixtures() {
        let digest = attache.digest(&fixture.article);
        for tag in tags(&attache) {
            let name = format!("{} in {tag}", fixture.name);
            let rendered = attache.render(&digest, &tag).expect("a listed language");
            clauses_cover(&rendered, &name);
            for clause in &rendered.clauses {
                assert!(
                    !clause.evidence.is_empty(),
                    "{name}: a clause without evidence: {}",
                    clause.span.of(&rendered.text)
                );
                let read = clause.evidence.iter().map(|span| span.of(&fixture.article.text));
                assert!(
                    read.clone().all(|words| !words.is_empty()),
                    "{name}: evidence that is not in the article: {:?}",
                    clause.evidence
                );
                assert!(clause.piece.is_none_or(|piece| piece < digest.pieces.len()), "{name}: no such piece");
            }
        }
    }
}

/// What no clause covers is white space: no word comes from nowhere.
fn clauses_cover(rendered: &Rendered, name: &str) {
    let mut at = 0;
    for clause in &rendered.clauses {
        let between = rendered.text.get(at..clause.span.start);
        assert!(between.is_some_and(|text| text.trim().is_empty()), "{name}: words without a clause: {between:?}");
        assert!(rendered.text.is_char_boundary(clause.span.end), "{name}: {:?} cuts a character", clause.span);
        at = clause.span.end;
    }
    assert_eq!(rendered.text[at..].trim(), "", "{name}: words after the last clause");
}

/// Invariant 3.
#[test]
fn twice_and_on_many_threads_gives_the_same_bytes() {
    let fixtures = fixtures();
    let attache = attache();
    let once = bytes(&attache, &fixtures);
    assert_eq!(once, bytes(&self::attache(), &fixtures), "a second object, a second run");
    thread::scope(|scope| {
        let runs: Vec<_> = (0..8).map(|_| scope.spawn(|| bytes(&attache, &fixtures))).collect();
        for run in runs {
            assert_eq!(once, run.join().expect("no thread panics"), "one of eight threads");
        }
    });
}

fn bytes(attache: &Attache, fixtures: &[Fixture]) -> Vec<String> {
    let tags = tags(attache);
    let briefs = fixtures.iter().map(|fixture| attache.brief(&fixture.article, tags.iter().map(String::as_str)));
    briefs.map(|brief| serde_json::to_string(&brief).expect("the types are JSON")).collect()
}

/// A digest that was written down and read again says the same: `attache render` gives the bytes of `attache digest`.
#[test]
fn a_digest_that_was_written_down_says_the_same() {
    let attache = attache();
    for fixture in fixtures() {
        let digest = attache.digest(&fixture.article);
        let json = serde_json::to_string(&digest).expect("the types are JSON");
        let read: Digest = serde_json::from_str(&json).expect("what was written can be read");
        for tag in tags(&attache) {
            assert_eq!(attache.render(&digest, &tag), attache.render(&read, &tag), "{} in {tag}", fixture.name);
        }
    }
}

/// Every word of the default paragraph budget is kept, in every language.
#[test]
fn no_paragraph_is_longer_than_the_budget() {
    const WORDS: usize = 60;
    let attache = Attache::builder().max_words(WORDS).build().expect("the built-in folders are sound");
    for fixture in fixtures() {
        let digest = attache.digest(&fixture.article);
        for tag in tags(&attache) {
            let words = attache.render(&digest, &tag).expect("a listed language").text.split_whitespace().count();
            // One piece may be longer than the whole budget; then it stands alone.
            assert!(words <= WORDS || digest.pieces.len() <= 1, "{} in {tag}: {words} words", fixture.name);
        }
    }
}

/// An essay is no event: nothing is claimed to have happened.
#[test]
fn where_nothing_happened_no_act_is_told() {
    let attache = attache();
    for fixture in fixtures().into_iter().filter(|fixture| fixture.gold.main_event.is_none()) {
        let digest = attache.digest(&fixture.article);
        let kinds: Vec<&str> =
            digest.pieces.iter().flat_map(|piece| &piece.events).map(|event| event.kind.as_str()).collect();
        assert!(kinds.is_empty(), "{}: {kinds:?}", fixture.name);
    }
}

/// Invariant 5: a text that was cut, doubled, turned or mixed with anything is data, not an error.
/// "The mayor of Türkiye" is nobody: the office of a part of a state is told without the state.
#[test]
fn who_governs_a_city_does_not_govern_its_state() {
    let attache = attache();
    let text = "The mayor of Izmir, Deniz Kaplan, met Peruvian President Marta Quiroga on Monday.";
    let article = Article { language: Some("en".to_owned()), ..Article::from_text(text) };
    let digest = attache.digest(&article);
    for tag in tags(&attache).iter().filter(|tag| *tag != "en") {
        let said = attache.render(&digest, tag).expect("a listed language").text;
        assert!(said.contains("Kaplan") && !["Tür", "Tur"].iter().any(|state| said.contains(state)), "{tag}: {said}");
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let texts: Vec<String> = fixtures().into_iter().map(|fixture| fixture.article.text).collect();
    let part = (prop::sample::select(texts), any::<prop::sample::Index>(), any::<prop::sample::Index>());
    let part = part.prop_map(|(text, from, to)| {
        let letters: Vec<char> = text.chars().collect();
        let (from, to) = (from.index(letters.len()), to.index(letters.len()));
        letters[from.min(to)..from.max(to)].iter().collect::<String>()
    });
    let noise = prop_oneof![
        "\\PC{0,12}",
        Just("\u{0}\u{FEFF}\r\n\t".to_owned()),
        "[.,;:!?«»“”’()\\-–—0-9 ]{0,20}",
        Just("İıẞǅﬁ\u{301}\u{200D}👩‍👩‍👧".to_owned())
    ];
    prop::collection::vec(prop_oneof![2 => part, 1 => noise], 0..4).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn after_building_nothing_panics(text in hostile()) {
        static ATTACHE: std::sync::OnceLock<Attache> = std::sync::OnceLock::new();
        let attache = ATTACHE.get_or_init(attache);
        let article = Article::from_text(text);
        let digest = attache.digest(&article);
        for span in spans(&attache.annotate(&article)).into_iter().chain(spans(&digest)) {
            check(span, &article, "a hostile text");
        }
        for tag in tags(attache) {
            let rendered = attache.render(&digest, &tag).expect("a listed language");
            clauses_cover(&rendered, "a hostile text");
        }
    }
}
