//! `--translate` without any service: what is refused, what is planned, and what stands on the page where nobody answers.
#![cfg(feature = "translation")]
#![allow(clippy::disallowed_methods, reason = "tests open sockets")]

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use serde_json::Value;
use support::Desk;

const ARTICLE: &str = "\
On 5 March 2031, the Foreign Minister of Estonia Priit Laanemäe met with the Foreign Minister of Peru Marta Quiroga in Lima.

The old museum near the harbour of Lima has 12 paintings that came from Estonia.
";

const ANSWER: &str = "O velho museu perto do porto de [[1]] tem [[2]] quadros que vieram de [[3]].";

/// Where nobody listens: a port that was free a moment ago.
fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    format!("http://{}", listener.local_addr().expect("an address"))
}

/// Apertium that knows one sentence.
fn apertium() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut buffer = [0; 8192];
                // A request of one sentence comes in one piece or two, and each is answered when its body is there.
                let mut request = String::new();
                while let Ok(length @ 1..) = stream.read(&mut buffer) {
                    request.push_str(&String::from_utf8_lossy(&buffer[..length]));
                    if request.contains("&q=") {
                        let body =
                            serde_json::json!({"responseData": {"translatedText": ANSWER}, "responseStatus": 200})
                                .to_string();
                        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
                        let _ = stream.write_all((head + &body).as_bytes());
                        request.clear();
                    }
                }
            });
        }
    });
    url
}

#[test]
fn every_format_marks_what_is_translated() {
    let desk = Desk::new("translate-formats");
    desk.put("article.txt", ARTICLE);
    let url = apertium();
    let run = |format: &str| {
        let local = ["digest", "--to", "pt", "--translate", "local", "--engine-url", &url, "--cache", "cache.redb"];
        desk.run(&[&local, ["--format", format, "article.txt"].as_slice()].concat())
    };
    let said = "O velho museu perto do porto de Lima tem 12 quadros que vieram da Estónia.";
    let text = run("text");
    assert!(text.out.contains(&format!("{said} [tradução automática: apertium]")), "{text}");
    let markdown = run("markdown");
    assert!(markdown.out.contains(&format!(r"{said} \[tradução automática: apertium\]")), "{markdown}");
    let document: Value = serde_json::from_str(&run("json").out).expect("JSON");
    let clauses = document["rendered"]["pt"]["clauses"].as_array().expect("clauses");
    let clause = clauses.iter().find(|clause| clause["realization"] == "translated").expect("a translated clause");
    assert_eq!(clause["translation"]["engine"], "apertium");
    assert_eq!(clause["translation"]["model"], "eng|glg|por");
    assert_eq!(
        clause["translation"]["source"],
        "The old museum near the harbour of Lima has 12 paintings that came from Estonia."
    );
    let shown = desk.run(&["cache", "show", "--cache", "cache.redb"]);
    assert_eq!(shown.out, "cache.redb: 1 answers\n  apertium: 1\n", "{shown}");
    assert_eq!(desk.run(&["cache", "clear", "--cache", "cache.redb"]).out, "cache.redb: deleted\n");
    assert_eq!(desk.run(&["cache", "show", "--cache", "cache.redb"]).out, "cache.redb: there is none\n");
}

#[test]
fn where_nobody_answers_the_composed_paragraph_stands_and_says_why() {
    let desk = Desk::new("translate-nobody");
    desk.put("article.txt", ARTICLE);
    let run = desk.run(&[
        "digest",
        "--to",
        "pt",
        "--translate",
        "local",
        "--engine-url",
        &nobody(),
        "--no-cache",
        "article.txt",
    ]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("reuniu-se no dia 5 de março de 2031"), "{run}");
    assert!(
        run.out
            .contains("«The old museum near the harbour of Lima has 12 paintings that came from Estonia» (em inglês)"),
        "{run}"
    );
    assert!(run.err.contains("not translated: apertium cannot be reached"), "{run}");
}

#[test]
fn a_server_that_is_killed_half_way_leaves_the_composed_paragraph_and_says_why() {
    let desk = Desk::new("translate-killed");
    desk.put("article.txt", ARTICLE);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    // It dies in the middle of its first answer, and nobody listens behind it.
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a caller");
        drop(listener);
        let mut buffer = [0; 8192];
        let _ = stream.read(&mut buffer);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"responseData\": {\"trans");
    });
    let run = desk.digest_by_apertium(&url, &["--no-cache", "article.txt"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("reuniu-se no dia 5 de março de 2031"), "{run}");
    assert!(run.out.contains("«The old museum near the harbour of Lima"), "{run}");
    assert!(run.err.contains("not translated: apertium "), "{run}");
}

#[test]
fn a_dry_run_says_who_would_be_sent_what_at_which_price() {
    let desk = Desk::new("translate-dry");
    desk.put("article.txt", ARTICLE);
    let run = desk.run(&["digest", "--to", "pt", "--translate", "local", "--dry-run", "--price", "20", "article.txt"]);
    let sent = "The old museum near the harbour of [[1]] has [[2]] paintings that came from [[3]].";
    let characters = sent.chars().count();
    let cost = 20.0 * characters as f64 / 1e6;
    let first =
        format!("apertium at 127.0.0.1:2737 would be sent 1 requests with {characters} characters, cost {cost:.4}");
    assert_eq!(run.out, format!("article.txt: {first}\n  {sent}\n"), "{run}");
}

#[test]
fn a_dry_run_says_why_a_service_would_not_be_asked() {
    let desk = Desk::new("translate-dry-refused");
    desk.put("article.txt", ARTICLE);
    let dry = |options: &[&str]| desk.run(&[&["digest", "--dry-run", "article.txt"], options].concat());
    let run = dry(&["--to", "pt", "--translate", "remote", "--engine", "deepl"]);
    assert!(run.out.starts_with("article.txt: deepl ") && run.out.contains("ATTACHE_DEEPL_KEY"), "{run}");
    let run = dry(&["--to", "az", "--translate", "local"]);
    assert!(run.out.contains("apertium does not translate from en to az"), "{run}");
}

#[test]
fn what_may_not_be_asked_is_a_wrong_argument() {
    let desk = Desk::new("translate-refused");
    desk.put("article.txt", ARTICLE);
    let rows: [(&[&str], &str); 5] = [
        (&["--translate", "local", "--engine-url", "http://10.0.0.1:2737"], "not on this machine"),
        (&["--translate", "local", "--engine", "deepl"], "not on this machine"),
        (&["--translate", "remote", "--engine-url", "http://example.org"], "is not https"),
        (&["--translate", "local", "--engine", "babelfish"], "there is no service `babelfish`"),
        (&["--dry-run"], "say with --translate who would be asked"),
    ];
    for (arguments, reason) in rows {
        let run = desk.run(&[&["digest", "--no-cache"], arguments, &["article.txt"]].concat());
        assert_eq!(run.code, 2, "{arguments:?}: {run}");
        assert!(run.err.contains(reason) && run.out.is_empty(), "{arguments:?}: {run}");
    }
}

#[test]
fn a_key_is_never_shown() {
    let desk = Desk::new("translate-key");
    desk.put("article.txt", ARTICLE);
    let mut command = desk.command(&[
        "digest",
        "--to",
        "pt",
        "--translate",
        "local",
        "--engine",
        "deepl",
        "--engine-url",
        &nobody(),
        "--no-cache",
        "article.txt",
    ]);
    let output = command.env("ATTACHE_DEEPL_KEY", "s3cr3t-k3y").output().expect("the program is built");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("deepl cannot be reached"), "{said}");
    assert!(!said.contains("s3cr3t"), "{said}");
}

/// A proxy that lets nobody through, and what it was asked for.
fn proxy() -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (asked, heard) = mpsc::channel();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = [0; 2048];
            let length = stream.read(&mut request).unwrap_or(0);
            let _ = asked.send(String::from_utf8_lossy(&request[..length]).into_owned());
            let _ = stream.write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
        }
    });
    (url, heard)
}

/// A service on another host is asked through the proxy of the system, which sees the host alone; one on this machine is not.
#[test]
fn the_proxy_of_the_system_sees_the_host_and_no_key() {
    let desk = Desk::new("translate-proxy");
    desk.put("article.txt", ARTICLE);
    let run = |mode: &str, url: &str| {
        let (proxy, heard) = proxy();
        let options = ["--translate", mode, "--engine", "deepl", "--engine-url", url, "--no-cache", "article.txt"];
        let mut command = desk.command(&[&["digest", "--to", "pt"], options.as_slice()].concat());
        for name in ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"] {
            command.env(name, &proxy);
        }
        command.env_remove("no_proxy").env_remove("NO_PROXY").env("ATTACHE_DEEPL_KEY", "s3cr3t-k3y");
        let output = command.output().expect("the program is built");
        (String::from_utf8_lossy(&output.stdout).into_owned(), heard.try_iter().collect::<Vec<_>>())
    };
    let (digest, asked) = run("remote", "https://translate.example.org");
    assert!(!digest.is_empty(), "the composed paragraph stands");
    assert!(asked.iter().any(|request| request.starts_with("CONNECT translate.example.org:443")), "{asked:?}");
    assert!(asked.iter().all(|request| !request.contains("s3cr3t")), "{asked:?}");
    let (_, asked) = run("local", &nobody());
    assert!(asked.is_empty(), "{asked:?}");
}

const SAID: &str = "O velho museu perto do porto de Lima tem 12 quadros que vieram da Estónia.";

/// A desk with the article and a profile whose `[translation]` says that.
fn house(name: &str, translation: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("article.txt", ARTICLE)
        .put("house.toml", format!("languages = [\"en\", \"pt\"]\n[translation]\n{translation}"));
    desk
}

fn brief(desk: &Desk, options: &[&str]) -> support::Run {
    desk.run(&[&["brief", "--profile", "house.toml", "--no-cache"], options, &["article.txt"]].concat())
}

/// A server that counts who comes and says nothing.
fn doorman() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let came = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&came);
    thread::spawn(move || {
        for _ in listener.incoming().flatten() {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    (url, came)
}

#[test]
fn a_brief_obeys_the_translation_of_its_profile_and_marks_it_once() {
    let url = apertium();
    let desk = house("translate-brief", &format!("mode = \"local\"\nengine = \"apertium\"\nurl = \"{url}\""));
    let text = brief(&desk, &[]);
    assert_eq!(text.code, 0, "{text}");
    assert!(text.out.contains(&format!("{SAID} [tradução automática: apertium]\n")), "{text}");
    assert_eq!(text.out.matches("[tradução automática").count(), 1, "{text}");
    let museum = "The old museum near the harbour of Lima has 12 paintings that came from Estonia.";
    assert!(text.out.contains(museum), "the English edition has the author's sentence: {text}");
    let page = brief(&desk, &["--format", "html"]).out;
    assert!(page.contains("class=\"clause translated\""), "{page}");
    assert_eq!(page.matches("[tradução automática").count(), 1, "{page}");
    let bulletin: Value = serde_json::from_str(&brief(&desk, &["--format", "json"]).out).expect("JSON");
    let clauses = bulletin["editions"][1]["sections"][0]["items"][0]["clauses"].as_array().expect("clauses");
    let clause = clauses.iter().find(|clause| clause["realization"] == "translated").expect("a translated clause");
    assert_eq!(clause["translation"]["source"], museum);
}

#[test]
fn a_brief_asks_nobody_unless_it_is_told_to() {
    let (url, came) = doorman();
    let off = house("translate-brief-off", &format!("engine = \"apertium\"\nurl = \"{url}\""));
    let local = house("translate-brief-overruled", &format!("mode = \"local\"\nurl = \"{url}\""));
    for run in [brief(&off, &[]), brief(&local, &["--translate", "off"])] {
        assert_eq!(run.code, 0, "{run}");
        assert!(run.out.contains("reuniu-se") && !run.out.contains("museum") && run.err.is_empty(), "{run}");
    }
    let plan = brief(&local, &["--dry-run"]);
    assert!(
        plan.out.starts_with("brief: apertium at 127.0.0.1:") && plan.out.contains("The old museum near"),
        "{plan}"
    );
    assert_eq!(came.load(Ordering::SeqCst), 0, "somebody was asked");
    let asked = brief(&local, &["--deadline", "5"]);
    assert!(came.load(Ordering::SeqCst) > 0, "the doorman counts: {asked}");
}

#[test]
fn a_brief_whose_service_fails_is_composed_and_says_why() {
    let desk = house("translate-brief-nobody", &format!("mode = \"local\"\nurl = \"{}\"", nobody()));
    let run = brief(&desk, &[]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("reuniu-se no dia 5 de março de 2031") && !run.out.contains("museu"), "{run}");
    assert!(run.err.contains("1 sentence was not translated into Portuguese"), "{run}");
    assert!(run.err.contains("apertium cannot be reached"), "{run}");
}

#[test]
fn what_a_profile_may_not_ask_is_refused_by_its_name() {
    let rows = [
        ("mode = \"local\"\nurl = \"http://10.0.0.1:2737\"", "[translation] of the profile: "),
        ("mode = \"remote\"\nurl = \"http://example.org\"", "is not https"),
        ("mode = \"local\"\nengine = \"babelfish\"", "[translation] of the profile: there is no service `babelfish`"),
        ("mode = \"local\"\nkey = \"s3cr3t\"", "ATTACHE_<ENGINE>_KEY"),
    ];
    for (at, (translation, reason)) in rows.into_iter().enumerate() {
        let run = brief(&house(&format!("translate-brief-refused-{at}"), translation), &[]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{translation}: {run}");
        assert!(run.err.contains(reason), "{translation}: {run}");
    }
}

#[test]
fn who_runs_a_profile_that_sends_sentences_away_is_told() {
    let desk = house("translate-brief-remote", "mode = \"remote\"\nengine = \"deepl\"");
    let run = brief(&desk, &["--dry-run"]);
    assert!(run.err.contains("the profile has sentences sent to a service elsewhere"), "{run}");
}
