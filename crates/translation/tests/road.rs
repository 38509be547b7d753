//! The road of a sentence with a service of the tests' own: marked, checked, kept, planned, in order, in time.
#![allow(clippy::disallowed_methods, reason = "tests lay out files and look at the clock")]

mod support;

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use attache_localization::{Translator, Untold};
use attache_schema::Realization;
use attache_translation::Cache;
use support::{ARTICLE, Server, batch, digest, libre, options, portuguese, render, response, service, tools};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn what_cannot_be_composed_is_translated_and_marked() {
    let server = libre(portuguese);
    let rendered = render(&service(options("libretranslate", &server.url())), &digest(ARTICLE));
    let translated: Vec<_> = rendered.clauses.iter().filter(|c| c.realization == Realization::Translated).collect();
    assert_eq!(translated.len(), 2, "{}", rendered.text);
    let words = &rendered.text[translated[0].span.start..translated[0].span.end];
    assert_eq!(
        words,
        "O velho museu perto do porto de Lima tem 12 quadros que vieram da Estónia. [tradução automática: libretranslate]"
    );
    let origin = translated[0].translation.as_ref().expect("where it comes from");
    assert_eq!(origin.source, "The old museum near the harbour of Lima has 12 paintings that came from Estonia.");
    assert_eq!(rendered.clauses[0].realization, Realization::Composed);
    assert!(rendered.warnings.is_empty(), "{:?}", rendered.warnings);
}

#[test]
fn the_second_run_sends_nothing_and_says_the_same() {
    let server = libre(portuguese);
    let mut options = options("libretranslate", &server.url());
    options.cache = Some(folder("second-run").join("cache.redb"));
    let first = render(&service(options.clone()), &digest(ARTICLE));
    assert_eq!(server.requests(), 1, "two sentences in one request");
    let second = render(&service(options), &digest(ARTICLE));
    assert_eq!((server.requests(), second), (1, first));
}

#[test]
fn a_damaged_cache_is_put_aside_and_a_locked_one_is_left_alone() {
    let server = libre(portuguese);
    let path = folder("damaged").join("cache.redb");
    fs::write(&path, "this is no database ".repeat(1000)).expect("a file");
    let mut options = options("libretranslate", &server.url());
    options.cache = Some(path.clone());
    let first = service(options.clone());
    assert!(first.notes()[0].contains("was damaged and put aside"), "{:?}", first.notes());
    assert!(path.with_file_name("cache.redb.damaged").exists());
    let second = service(options);
    assert!(second.notes()[0].contains("another run has it open"), "{:?}", second.notes());
    for service in [&first, &second] {
        assert_eq!(render(service, &digest(ARTICLE)).warnings, []);
    }
    drop(first);
    let (cache, note) = Cache::open(&path);
    assert_eq!((note, cache.by_engine()), (None, vec![("libretranslate".to_owned(), 2)]));
    drop(cache);
    assert!(Cache::clear(&path).expect("deleted"));
    assert!(!Cache::clear(&path).expect("no file"));
}

#[test]
fn a_cut_cache_is_survived() {
    let server = libre(portuguese);
    let path = folder("cut").join("cache.redb");
    let mut options = options("libretranslate", &server.url());
    options.cache = Some(path.clone());
    let whole = render(&service(options.clone()), &digest(ARTICLE));
    let bytes = fs::read(&path).expect("the file");
    for length in [1, 64, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&path, &bytes[..length]).expect("a file");
        assert_eq!(render(&service(options.clone()), &digest(ARTICLE)).text, whole.text, "{length} bytes");
    }
}

#[test]
fn a_dry_run_plans_and_sends_nothing() {
    let server = libre(portuguese);
    let mut options = options("libretranslate", &server.url());
    options.dry_run = true;
    let service = service(options);
    let rendered = render(&service, &digest(ARTICLE));
    let plans = service.take_plans();
    assert_eq!((server.requests(), plans.len(), plans[0].requests, plans[0].texts.len()), (0, 1, 1, 2));
    assert_eq!(plans[0].characters, plans[0].texts.iter().map(|text| text.chars().count()).sum::<usize>());
    assert!(rendered.warnings[0].message.contains("dry run"), "{:?}", rendered.warnings);
}

#[test]
fn the_next_engine_is_asked_where_the_first_failed() {
    let bad = Server::answering(|_, _| response(500, "", "{}"));
    let good = libre(portuguese);
    let mut options = options("libretranslate", &bad.url());
    options.choices.push(options.choices[0].clone());
    options.choices[1].url = Some(good.url());
    options.deadline = Duration::from_secs(20);
    let rendered = render(&service(options), &digest(ARTICLE));
    assert_eq!(rendered.warnings, [], "{}", rendered.text);
    assert_eq!(good.requests(), 1);
}

#[test]
fn one_bad_sentence_in_a_batch_costs_only_itself() {
    let server = libre(|text| if text.contains("museum") { portuguese(text) } else { "Nada disto.".to_owned() });
    let rendered = render(&service(options("libretranslate", &server.url())), &digest(ARTICLE));
    assert!(rendered.text.contains("O velho museu"), "{}", rendered.text);
    assert!(
        rendered.text.contains("«Its doors were repainted in blue after the storm of 1987» (em inglês)"),
        "{}",
        rendered.text
    );
    assert_eq!(rendered.warnings.len(), 1, "{:?}", rendered.warnings);
}

#[test]
fn placeholders_are_tried_in_another_form() {
    // It destroys words that it does not know, and leaves brackets alone.
    let server = libre(|text| portuguese(text).replace("Xqz", "Xis"));
    let rendered = render(&service(options("libretranslate", &server.url())), &digest(ARTICLE));
    assert_eq!(rendered.warnings, [], "{}", rendered.text);
}

/// What a service is sent of one sentence.
fn sent(text: &str) -> String {
    let mut options = options("apertium", "http://127.0.0.1:9");
    options.dry_run = true;
    let service = service(options);
    let sentences = [Untold { piece: 0, text: text.to_owned() }];
    let _ = service.translate(&batch(&sentences));
    service.take_plans().remove(0).texts.remove(0)
}

#[test]
fn what_a_service_must_not_touch_leaves_as_placeholders() {
    assert_eq!(sent("Trade with Peru grew to 3,500 tonnes."), "Trade with [[1]] grew to [[2]] tonnes.");
    assert_eq!(sent("They thanked Marta Quiroga in Lima."), "They thanked [[1]] in [[2]].");
    // "[[1]]'s envoy" came back as "[[1]] is the envoy".
    assert_eq!(sent("Trade with Peru's envoy was quiet."), "Trade with Peru's envoy was quiet.");
    // The Kremlin is Russia, and is not called so.
    assert!(sent("Trade with the Kremlin was quiet.").contains("Kremlin"));
}

#[test]
fn what_is_glued_to_a_placeholder_is_no_translation() {
    let server = libre(|text| portuguese(text).replacen(" tem ", "tem ", 1));
    let rendered = render(&service(options("libretranslate", &server.url())), &digest(ARTICLE));
    assert!(!rendered.text.contains("velho museu"), "{}", rendered.text);
    assert!(rendered.warnings[0].message.contains("glued"), "{:?}", rendered.warnings);
}

/// A batch of `count` sentences that no cache knows.
fn sentences(count: usize) -> Vec<Untold> {
    (0..count)
        .map(|at| Untold { piece: at, text: format!("The harbour museum has {} paintings of ships.", at + 13) })
        .collect()
}

fn in_order(concurrency: usize, wait: Duration) -> Duration {
    let server = Server::answering(move |_, body| {
        thread::sleep(wait);
        let text = body.rsplit("q=").next().unwrap_or("").to_owned();
        let number = if text.contains("5B1") { "[[1]]" } else { "Xqzb" };
        let said = format!("O museu do porto tem {number} quadros de navios.");
        response(
            200,
            "",
            serde_json::json!({"responseData": {"translatedText": said}, "responseStatus": 200}).to_string(),
        )
    });
    let mut options = options("apertium", &server.url());
    options.concurrency = concurrency;
    options.deadline = Duration::from_secs(60);
    let service = service(options);
    let sentences = sentences(32);
    let begun = Instant::now();
    let answers = service.translate(&batch(&sentences));
    let took = begun.elapsed();
    for (at, answer) in answers.iter().enumerate() {
        let text = &answer.as_ref().expect("a translation").text;
        assert_eq!(*text, format!("O museu do porto tem {} quadros de navios.", at + 13));
    }
    assert_eq!(server.requests(), 32);
    took
}

/// The figure itself stands in the README; a busy machine gets some room here.
#[test]
fn several_at_once_are_faster_and_stay_in_order() {
    let (wait, _) = (Duration::from_millis(200), tools());
    let alone = in_order(1, wait);
    let together = in_order(8, wait);
    assert!(alone >= together * 4, "{alone:?} one by one, {together:?} eight at once");
}
