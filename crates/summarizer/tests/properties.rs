//! What holds for any text: nothing panics, spans lie on character boundaries and in order, twice is the same.

use attache_schema::{Annotations, Article, Digest, Span};
use attache_summarizer::Summarizer;
use proptest::prelude::*;

const LANGUAGES: [&str; 3] = ["en", "pt", "az"];

fn summarizer() -> &'static Summarizer {
    static SUMMARIZER: std::sync::OnceLock<Summarizer> = std::sync::OnceLock::new();
    SUMMARIZER.get_or_init(|| Summarizer::builder().max_words(60).build().expect("the built-in languages are sound"))
}

/// Words, names, marks and breaks as news has them, in any order: far more often near a pattern than random letters.
fn newsish() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Azerbaijan’s",
        "Portugal",
        "Foreign Minister",
        "Jeyhun Bayramov",
        "met with",
        "in",
        "Lisbon",
        ",",
        ".",
        "\n\n",
        "\n",
        "On March 5",
        "said that",
        "Armenia",
        "provocations",
        "within the framework of",
        "the fifth",
        "summit",
        "o ministro",
        "dos Negócios Estrangeiros",
        "reuniu-se com",
        "do Azerbaijão",
        "hoje",
        "à margem da",
        "Azərbaycanın",
        "xarici işlər naziri",
        "Ceyhun Bayramovla",
        "ilə",
        "görüşüb",
        "martın 5-də",
        "çərçivəsində",
        "arasında",
        "telefon danışığı olub",
        "İ",
        "ı",
        "C.Bayramov",
        "“",
        "”",
        "«",
        "»",
        "—",
        "(",
        ")",
        "our country",
        "ölkəmizin",
        "and noted that",
        "e sublinhou que",
        "bildirib",
        "05.03.2023",
        "2023-cü il",
        "5.ª",
        "XXVI",
        "BMT-nin",
        "…",
        "é",
        "\u{301}",
        "🕊",
        "\u{0}",
        "ẞ",
        "ŉ",
    ]);
    prop::collection::vec((words, prop::bool::weighted(0.9)), 0..60).prop_map(|parts| {
        parts.into_iter().map(|(word, blank)| if blank { format!("{word} ") } else { word.to_owned() }).collect()
    })
}

fn spans(read: &Annotations) -> Vec<Span> {
    let mut spans: Vec<Span> = read.blocks.iter().map(|block| block.span).collect();
    spans.extend(read.sentences.iter().map(|sentence| sentence.span));
    spans.extend(read.mentions.iter().map(|mention| mention.span));
    spans.extend(read.people.iter().flat_map(|person| &person.mentions));
    for event in &read.events {
        spans.extend(&event.evidence);
        spans.extend(event.agents.iter().chain(&event.targets).map(|actor| actor.span));
        spans.extend(event.topics.iter().map(|topic| topic.span));
    }
    spans
}

fn check(text: &str, tag: &str) -> Result<(), TestCaseError> {
    let article = Article {
        language: Some(tag.to_owned()),
        published: Some("2031-05-05".parse().expect("a date")),
        ..Article::from_text(text)
    };
    let read = summarizer().annotate(&article);
    for span in spans(&read) {
        prop_assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{span:?} in {text:?}");
    }
    for pair in read.sentences.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "sentences overlap in {text:?}");
    }
    for pair in read.blocks.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "blocks overlap in {text:?}");
    }
    let digest = summarizer().summarize(&article);
    check_pieces(text, &digest)?;
    prop_assert_eq!(&digest, &summarizer().summarize(&article));
    let json = serde_json::to_string(&digest).expect("a digest is plain data");
    prop_assert_eq!(digest, serde_json::from_str::<Digest>(&json).expect("its own JSON"));
    Ok(())
}

fn check_pieces(text: &str, digest: &Digest) -> Result<(), TestCaseError> {
    for piece in &digest.pieces {
        prop_assert_eq!(piece.span.of(text), piece.text.as_str());
        let mut at = piece.span.start;
        for edit in &piece.edits {
            prop_assert!(edit.span.start >= at && edit.span.end <= piece.span.end, "{:?} in {text:?}", piece.edits);
            prop_assert!(text.get(edit.span.range()).is_some());
            at = edit.span.end;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn news_like_text_is_read_soundly(text in newsish(), tag in prop::sample::select(LANGUAGES.to_vec())) {
        check(&text, tag)?;
    }

    #[test]
    fn any_text_is_read_soundly(text in any::<String>(), tag in prop::sample::select(LANGUAGES.to_vec())) {
        check(&text, tag)?;
    }
}
