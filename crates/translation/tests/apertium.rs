//! Real translation: Apertium APy on loopback, English to Portuguese through Galician, Spanish or Catalan.
//!
//! `.ci/run` installs the Debian packages, starts the server and sets `ATTACHE_APY`; where there is none the tests are passed over with
//! a visible line. Its answers vary from run to run, so that nothing here compares bytes: the checks do.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests look at the environment, and say where they are passed over"
)]

mod support;

use std::fs;

use attache_localization::{Translator, Untold};
use attache_schema::{Article, Realization, Rendered};
use attache_translation::Options;
use support::{batch, digest, options, render, service, tools};

/// Options for the server that runs, or none.
fn real() -> Option<Options> {
    match std::env::var("ATTACHE_APY") {
        Ok(url) => {
            let mut options = options("apertium", &url);
            options.deadline = std::time::Duration::from_secs(120);
            options.request = std::time::Duration::from_secs(20);
            Some(options)
        }
        Err(_) => {
            eprintln!("passed over: ATTACHE_APY names no Apertium server (.ci/run starts one)");
            None
        }
    }
}

fn translated(rendered: &Rendered) -> usize {
    rendered.clauses.iter().filter(|clause| clause.realization == Realization::Translated).count()
}

#[test]
fn the_shipped_article_is_told_whole() {
    let Some(options) = real() else { return };
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt");
    let text = fs::read_to_string(path).expect("the article");
    let digest = tools().summarizer.summarize(&Article::from_text(text));
    let rendered = render(&service(options), &digest);
    assert!(translated(&rendered) >= 1, "{}", rendered.text);
    let told: std::collections::BTreeSet<_> = rendered.clauses.iter().filter_map(|clause| clause.piece).collect();
    assert_eq!(told.len(), digest.pieces.len(), "a statement is missing: {}", rendered.text);
    for clause in rendered.clauses.iter().filter(|clause| clause.realization == Realization::Translated) {
        let words = clause.span.of(&rendered.text);
        let origin = clause.translation.as_ref().expect("where it comes from");
        let (said, mark) = words.rsplit_once(" [").expect("a mark");
        assert_eq!(mark, "tradução automática: apertium]");
        assert_eq!(tools().checker.check(&origin.source, "en", said, "pt"), Vec::<String>::new(), "{said}");
        assert!(origin.model.as_ref().is_some_and(|chain| chain.starts_with("eng|")), "{origin:?}");
    }
}

#[test]
fn names_days_and_figures_come_through() {
    let Some(options) = real() else { return };
    let sentences: Vec<Untold> = [
        "The ministers of Estonia and Peru signed 3 agreements on 14 June 2023.",
        "The trade between Portugal and Azerbaijan reached 3,500 tonnes in 2022.",
        "Marta Quiroga and Priit Laanemäe visited the port of Lima on 5 March.",
    ]
    .iter()
    .enumerate()
    .map(|(piece, text)| Untold { piece, text: (*text).to_owned() })
    .collect();
    let answers = service(options).translate(&batch(&sentences));
    let passed: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().ok()).collect();
    assert!(passed.len() >= 2, "{answers:?}");
    for answer in passed {
        assert_eq!(tools().checker.check(&answer.source, "en", &answer.text, "pt"), Vec::<String>::new(), "{answer:?}");
    }
}

#[test]
fn a_chain_that_is_not_installed_is_named() {
    let Some(mut options) = real() else { return };
    options.choices[0].model = Some("eng|xyz|por".to_owned());
    let rendered = render(&service(options), &digest(support::ARTICLE));
    assert_eq!(translated(&rendered), 0);
    assert!(rendered.warnings[0].message.contains("answered 400"), "{:?}", rendered.warnings);
    assert!(rendered.text.contains("reuniu-se"));
}
