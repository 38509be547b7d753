//! Any text is read and said in every language without a panic, twice the same.
#![no_main]

use std::sync::OnceLock;

use attache::{Article, Attache};
use libfuzzer_sys::fuzz_target;

fn attache() -> &'static Attache {
    static ATTACHE: OnceLock<Attache> = OnceLock::new();
    ATTACHE.get_or_init(|| Attache::builder().build().expect("the built-in folders are sound"))
}

fuzz_target!(|text: &str| {
    for tag in ["en", "pt", "az"] {
        let article = Article { language: Some(tag.to_owned()), ..Article::from_text(text) };
        let digest = attache().digest(&article);
        for target in ["en", "pt", "pt-BR", "az"] {
            let rendered = attache().render(&digest, target).expect("a language of ours");
            for clause in &rendered.clauses {
                assert!(rendered.text.get(clause.span.range()).is_some());
                assert!(clause.evidence.iter().all(|span| text.get(span.range()).is_some()));
            }
            assert_eq!(Some(rendered), attache().render(&digest, target));
        }
    }
});
