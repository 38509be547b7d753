//! Our lexicon as a glossary that DeepL keeps, with a server of the tests' own: made once, found again, replaced, and missed softly.
#![allow(clippy::disallowed_methods, reason = "tests open sockets and lay out files")]

mod support;

use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use attache_schema::Rendered;
use attache_translation::Options;
use serde_json::{Value, json};
use support::{ARTICLE, KEY, Server, digest, options, portuguese, read_whole, render, response, service, texts, tools};

/// What the account holds, and what was asked.
#[derive(Default)]
struct Account {
    /// Names; the id is `id-` and the place.
    kept: Vec<String>,
    /// Methods and paths, in order.
    asked: Vec<String>,
    /// The glossaries of requests for translations.
    used: Vec<Value>,
    /// The bodies of requests that made glossaries.
    made: Vec<Value>,
    /// The status of every answer about glossaries, where it is none of success.
    refuses: Option<u16>,
    /// Whether translations with a glossary are refused, as where somebody has deleted it.
    forgets: bool,
}

/// A server of the shape of DeepL: `v2/translate` and `v3/glossaries`.
fn deepl(account: &Arc<Mutex<Account>>) -> Server {
    let account = Arc::clone(account);
    Server::start(move |mut stream, _| {
        while let Some((head, body)) = read_whole(&mut stream) {
            let answer = answer(&mut account.lock().expect("no test panicked"), &head, &body);
            if stream.write_all(&answer).is_err() {
                return;
            }
        }
    })
}

fn answer(account: &mut Account, head: &str, body: &str) -> Vec<u8> {
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    account.asked.push(format!("{method} {path}"));
    if !head.to_ascii_lowercase().contains(&format!("authorization: deepl-auth-key {KEY}")) {
        return response(403, "", "");
    }
    let value: Value = serde_json::from_str(body).unwrap_or_default();
    let one = |at: usize, name: &str| {
        json!({"glossary_id": format!("id-{at}"), "name": name, "dictionaries": [],
        "creation_time": "2031-03-05T10:00:00Z"})
    };
    if path == "/v2/translate" {
        account.used.push(value["glossary_id"].clone());
        if account.forgets && value["glossary_id"].is_string() {
            return response(404, "", r#"{"message": "Glossary not found"}"#);
        }
        let said: Vec<Value> = texts(body).iter().map(|text| json!({"text": portuguese(text)})).collect();
        return response(200, "", json!({ "translations": said }).to_string());
    }
    if let Some(code) = account.refuses {
        return response(code, "", "{}");
    }
    match (method, path.strip_prefix("/v3/glossaries/")) {
        ("DELETE", Some(id)) => {
            let at = id.strip_prefix("id-").and_then(|at| at.parse::<usize>().ok()).expect("an id of ours");
            account.kept[at].clear();
            response(204, "", "")
        }
        ("GET", None) => {
            let all = account.kept.iter().enumerate().filter(|(_, name)| !name.is_empty());
            let all: Vec<Value> = all.map(|(at, name)| one(at, name)).collect();
            response(200, "", json!({ "glossaries": all }).to_string())
        }
        ("POST", None) => {
            account.kept.push(value["name"].as_str().expect("a name").to_owned());
            account.made.push(value);
            response(201, "", one(account.kept.len() - 1, &account.kept[account.kept.len() - 1]).to_string())
        }
        _ => response(404, "", ""),
    }
}

fn run(server: &Server) -> Rendered {
    run_with(options("deepl", &server.url()))
}

fn run_with(options: Options) -> Rendered {
    let rendered = render(&service(options), &digest(ARTICLE));
    assert_eq!(rendered.warnings, [], "{}", rendered.text);
    rendered
}

#[test]
fn a_glossary_is_made_once_and_found_again() {
    let account = Arc::new(Mutex::new(Account::default()));
    let server = deepl(&account);
    let first = run(&server);
    {
        let mut account = account.lock().expect("no test panicked");
        assert_eq!(account.asked, ["GET /v3/glossaries", "POST /v3/glossaries", "POST /v2/translate"]);
        assert_eq!(account.used, ["id-0"]);
        let dictionary = &account.made[0]["dictionaries"][0];
        assert_eq!(
            (&dictionary["source_lang"], &dictionary["target_lang"], &dictionary["entries_format"]),
            (&json!("en"), &json!("pt"), &json!("tsv"))
        );
        let entries = dictionary["entries"].as_str().expect("entries");
        assert!(entries.lines().any(|line| line == "renewable energy\tenergias renováveis"), "{entries}");
        account.asked.clear();
    }
    assert_eq!(run(&server), first);
    let account = account.lock().expect("no test panicked");
    assert_eq!(account.asked, ["GET /v3/glossaries", "POST /v2/translate"]);
    assert_eq!(account.used, ["id-0", "id-0"]);
}

#[test]
fn one_service_asks_for_it_once() {
    let account = Arc::new(Mutex::new(Account::default()));
    let server = deepl(&account);
    let service = service(options("deepl", &server.url()));
    for _ in 0..2 {
        assert_eq!(render(&service, &digest(ARTICLE)).warnings, []);
    }
    let asked = account.lock().expect("no test panicked").asked.clone();
    assert_eq!(asked.iter().filter(|asked| asked.contains("glossaries")).count(), 2, "{asked:?}");
}

#[test]
fn only_former_versions_of_the_same_glossary_are_deleted() {
    let kept = ["attache en>pt 0000000000000000", "attache en>pt-BR 0000000000000000", "of the house", ""];
    let account = Arc::new(Mutex::new(Account {
        kept: kept.iter().map(|name| (*name).to_owned()).collect(),
        ..Account::default()
    }));
    let server = deepl(&account);
    run(&server);
    let account = account.lock().expect("no test panicked");
    let deleted: Vec<&String> = account.asked.iter().filter(|asked| asked.starts_with("DELETE")).collect();
    assert_eq!(deleted, ["DELETE /v3/glossaries/id-0"]);
    assert_eq!(account.used, ["id-4"]);
}

#[test]
fn without_its_glossary_a_service_translates_all_the_same() {
    for code in [400, 403, 404, 429, 456, 500, 302] {
        let account = Arc::new(Mutex::new(Account { refuses: Some(code), ..Account::default() }));
        let server = deepl(&account);
        run(&server);
        let account = account.lock().expect("no test panicked");
        assert_eq!(account.asked, ["GET /v3/glossaries", "POST /v2/translate"], "{code}");
        assert_eq!(account.used, [Value::Null], "{code}");
    }
}

#[test]
fn a_glossary_that_somebody_has_deleted_is_done_without() {
    let account = Arc::new(Mutex::new(Account { forgets: true, ..Account::default() }));
    let server = deepl(&account);
    run(&server);
    let account = account.lock().expect("no test panicked");
    assert_eq!(account.used, [json!("id-0"), Value::Null]);
}

#[test]
fn a_pair_without_glossaries_asks_for_none() {
    let account = Arc::new(Mutex::new(Account::default()));
    let server = deepl(&account);
    let service = service(options("deepl", &server.url()));
    let _ = tools().localizer.translate(&digest(ARTICLE), "az", &service);
    let account = account.lock().expect("no test panicked");
    assert!(!account.used.is_empty());
    assert!(account.asked.iter().all(|asked| asked == "POST /v2/translate"), "{:?}", account.asked);
}

#[test]
fn answers_are_kept_by_the_version_of_the_glossary() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("glossary");
    let _ = std::fs::remove_dir_all(&folder);
    let cached = |server: &Server| {
        let mut options = options("deepl", &server.url());
        options.cache = Some(folder.join("cache.redb"));
        options
    };
    // What was translated without one is no answer with one.
    let without = Arc::new(Mutex::new(Account { refuses: Some(403), ..Account::default() }));
    let first = deepl(&without);
    run_with(cached(&first));
    let with = Arc::new(Mutex::new(Account::default()));
    let second = deepl(&with);
    run_with(cached(&second));
    assert_eq!(with.lock().expect("no test panicked").used, ["id-0"]);
    // Now both are known: with it nothing is sent at all.
    let asked = with.lock().expect("no test panicked").asked.len();
    run_with(cached(&second));
    assert_eq!(with.lock().expect("no test panicked").asked.len(), asked);
}
