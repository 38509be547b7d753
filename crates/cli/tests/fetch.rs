//! From a feed to a digest: `attache fetch`, `search`, `show`, and an address where a file would be.
//!
//! `ATTACHE_KILLS=50 cargo test -p attache-cli --test fetch killed` kills as often as the project promises; the usual number is small.
#![cfg(feature = "fetch")]
#![allow(clippy::disallowed_methods, reason = "a test of a program: it opens sockets, and looks at the environment")]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use support::{Desk, Run};

/// A paper of the test's own on loopback.
struct Paper {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Paper {
    /// A paper that answers by what a function makes of the head of a request and its own port.
    fn open(answer: impl Fn(&str, u16) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (answer, kept) = (Arc::new(answer), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, kept) = (Arc::clone(&answer), Arc::clone(&kept));
                thread::spawn(move || serve(stream, port, &*answer, &kept));
            }
        });
        Self { port, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().expect("no thread panicked"))
    }
}

fn serve(mut stream: TcpStream, port: u16, answer: &dyn Fn(&str, u16) -> Vec<u8>, asked: &Mutex<Vec<String>>) {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        while !bytes.ends_with(b"\r\n\r\n") {
            match stream.read(&mut buffer) {
                Ok(0) | Err(_) => return,
                Ok(length) => bytes.extend_from_slice(&buffer[..length]),
            }
        }
        let head = String::from_utf8_lossy(&std::mem::take(&mut bytes)).into_owned();
        asked.lock().expect("no thread panicked").push(path(&head).to_owned());
        if stream.write_all(&answer(&head, port)).is_err() {
            return;
        }
    }
}

fn path(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or("")
}

fn response(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// A page of news in which two ministers met.
fn page(number: usize) -> String {
    let told = "They discussed cooperation in the fields of energy, trade and transport, and agreed to meet again. "
        .repeat(12);
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ministers meet, part {number} | The Harbour Post</title>
         <meta property=\"og:site_name\" content=\"The Harbour Post\"></head><body><nav><a href=\"/\">Home</a></nav><article>
         <h1>Ministers meet, part {number}</h1>
         <p>On 5 March 2031, the Foreign Minister of Estonia met with the Foreign Minister of Peru in Lima for round {number}.</p>
         <p>{told}</p><p>The next round, {number} plus one, will be held in Tallinn in the autumn of this year.</p></article></body></html>"
    )
}

fn item(port: u16, number: usize) -> String {
    format!(
        "<item><title>Ministers meet, part {number}</title><link>http://127.0.0.1:{port}/news/{number}?utm_source=rss</link>
         <pubDate>Wed, {:02} Mar 2031 08:00:00 GMT</pubDate><description>The ministers met.</description></item>",
        number % 5 + 1
    )
}

fn feed(port: u16, items: usize) -> String {
    let items: String = (1..=items).map(|number| item(port, number)).collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Harbour Post</title><link>http://127.0.0.1:{port}/</link><description>x</description>{items}</channel></rss>"
    )
}

/// A paper with so many items, which lets programs in.
fn paper(items: usize, pause: Duration) -> Paper {
    Paper::open(move |head, port| match path(head) {
        "/feed.xml" if head.to_lowercase().contains("if-none-match: \"v1\"") => {
            b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec()
        }
        "/feed.xml" => response(200, "ETag: \"v1\"\r\nContent-Type: application/rss+xml\r\n", feed(port, items)),
        "/robots.txt" => response(200, "", "User-agent: *\nDisallow: /private/\n"),
        path => match path.strip_prefix("/news/").and_then(|rest| rest.split('?').next()?.parse().ok()) {
            Some(number) => {
                thread::sleep(pause);
                response(200, "Content-Type: text/html; charset=utf-8\r\n", page(number))
            }
            None => response(404, "", "no"),
        },
    })
}

/// The command that fetches from a paper without waiting between requests.
fn fetch(paper: &Paper, rest: &[&str]) -> Vec<String> {
    let host = format!("127.0.0.1:{}", paper.port);
    let words = ["fetch", "--archive", "a.sqlite", "--date", "2031-03-06", "--delay", "0", "--allow-host", &host];
    words.iter().chain(rest).map(|word| (*word).to_owned()).collect()
}

fn run(desk: &Desk, words: &[String]) -> Run {
    desk.run(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

fn search(desk: &Desk, rest: &[&str]) -> Run {
    desk.run(&[&["search", "--archive", "a.sqlite"], rest].concat())
}

#[test]
fn what_is_new_is_taken_once_and_found_and_digested() {
    let desk = Desk::new("fetch-once");
    let paper = paper(5, Duration::ZERO);
    let address = paper.url("/feed.xml");

    let first = run(&desk, &fetch(&paper, &[&address]));
    assert_eq!((first.code, first.err.as_str()), (0, "attache: 1 asked: 5 new, 0 known, 0 failed\n"));
    assert_eq!(paper.asked().len(), 1 + 1 + 5, "the feed, the rules, the pages");

    let second = run(&desk, &fetch(&paper, &[&address]));
    assert_eq!((second.code, second.err.as_str()), (0, "attache: 1 asked (1 unchanged): 0 new, 0 known, 0 failed\n"));
    assert_eq!(paper.asked(), ["/feed.xml"]);

    let named = run(&desk, &fetch(&paper, &[&paper.url("/news/3?utm_medium=mail"), &paper.url("/news/9")]));
    assert_eq!((named.code, named.err.as_str()), (0, "attache: 2 asked: 1 new, 1 known, 0 failed\n"));

    let found = search(&desk, &["LIMA", "\"round 3\""]);
    assert_eq!(found.code, 0);
    assert!(
        found.out.starts_with("3  2031-03-04  The Harbour Post  [en]\nMinisters meet, part 3\nhttp://127.0.0.1:"),
        "{found}"
    );
    assert!(found.out.contains("/news/3\n"), "{found}");

    let shown = desk.run(&["show", "--archive", "a.sqlite", "3"]);
    assert!(shown.out.contains("\n\nOn 5 March 2031, the Foreign Minister of Estonia met"), "{shown}");
    assert_eq!(desk.run(&["show", "--archive", "a.sqlite", "3", "77"]).code, 1);

    let lines = search(&desk, &["--since", "2031-03-04", "--format", "jsonl"]).out;
    let records: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert_eq!(records.iter().map(|record| record["id"].as_str().unwrap_or("")).collect::<Vec<_>>(), ["6", "4", "3"]);
    assert_eq!(records[1]["source"], "The Harbour Post");
    assert_eq!(records[1]["date"], "2031-03-05");
    let digest = desk.pipe(&lines, &["digest", "--to", "en", "-"]);
    assert_eq!(digest.code, 0, "{digest}");
    assert_eq!(digest.out.matches("Lima").count(), 3, "{digest}");
}

#[test]
fn an_address_stands_where_a_file_would() {
    let desk = Desk::new("fetch-address");
    let paper = paper(1, Duration::ZERO);
    let mut command = desk.command(&["digest", "--to", "en", &paper.url("/news/1"), &paper.url("/nowhere")]);
    command.env("ATTACHE_ALLOW_HOSTS", format!("127.0.0.1:{}", paper.port)).env("XDG_CACHE_HOME", "cache");
    let output = command.output().expect("the program ends");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(out.contains("Lima"), "{out} {err}");
    assert!(err.contains("/nowhere: is not there (404); check the address"), "{err}");

    // The option says what the environment says, for every command that reads articles.
    let host = format!("127.0.0.1:{}", paper.port);
    for command in [["digest", "--to", "en"], ["annotate", "--from", "en"], ["summarize", "--max-words", "60"]] {
        let page = paper.url("/news/1");
        let words = [&command[..], &["--allow-host", &host, &page]].concat();
        let run = desk.run(&words);
        assert!(run.code == 0 && run.out.to_lowercase().contains("lima"), "{words:?} {run}");
    }
    let wrong = desk.run(&["brief", "--allow-host", "http://a b", &paper.url("/news/1")]);
    assert!(wrong.code == 2 && wrong.err.contains("--allow-host: `http://a b` is no host"), "{wrong}");

    let refused = desk.run(&["digest", "http://127.0.0.1/", "http://[::1]/x"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("http://127.0.0.1/: is not asked: 127.0.0.1 is for this machine"), "{refused}");
}

#[test]
fn a_page_that_fails_now_is_asked_again_and_one_that_is_closed_leaves_what_the_feed_said() {
    let desk = Desk::new("fetch-fails");
    let failing = Arc::new(Mutex::new(true));
    let is_failing = Arc::clone(&failing);
    let paper = Paper::open(move |head, port| match path(head) {
        "/feed.xml" => {
            let items = item(port, 1) + &item(port, 2).replace("/news/2", "/private/2");
            let feed = feed(port, 0).replace("</channel>", &format!("{items}</channel>"));
            response(200, "ETag: \"v1\"\r\n", feed)
        }
        "/robots.txt" => response(200, "", "User-agent: attache\nDisallow: /private/\n"),
        _ if *is_failing.lock().expect("no thread panicked") => response(500, "", "oops"),
        _ => response(200, "Content-Type: text/html\r\n", page(1)),
    });
    let first = run(&desk, &fetch(&paper, &[&paper.url("/feed.xml")]));
    assert_eq!(first.code, 1);
    assert!(first.err.contains("/news/1: failed on its server (500)"), "{first}");
    assert!(first.err.ends_with("1 new, 0 known, 1 failed\n"), "{first}");
    assert!(search(&desk, &[]).out.contains("/private/2"), "what the feed said is kept");
    *failing.lock().expect("no thread panicked") = false;
    let second = run(&desk, &fetch(&paper, &[&paper.url("/feed.xml")]));
    assert_eq!((second.code, second.err.as_str()), (0, "attache: 1 asked: 1 new, 1 known, 0 failed\n"));
}

#[test]
fn more_pages_than_a_feed_may_name_are_left_for_the_next_run() {
    let desk = Desk::new("fetch-many");
    let paper = paper(5, Duration::ZERO);
    let words = fetch(&paper, &["--max-pages", "2", &paper.url("/feed.xml")]);
    assert_eq!(run(&desk, &words).err, "attache: 1 asked: 2 new, 0 known, 0 failed, 3 left for the next run\n");
    assert_eq!(run(&desk, &words).err, "attache: 1 asked: 2 new, 2 known, 0 failed, 1 left for the next run\n");
    assert_eq!(run(&desk, &words).err, "attache: 1 asked: 1 new, 4 known, 0 failed\n");
}

#[test]
fn a_list_of_feeds_with_remarks() {
    let desk = Desk::new("fetch-list");
    let paper = paper(1, Duration::ZERO);
    desk.put("feeds.txt", format!("# ours\n{} # the harbour\n\nhttp://10.0.0.1/feed\n", paper.url("/feed.xml")));
    let run = run(&desk, &fetch(&paper, &["--feeds", "feeds.txt", "--no-pages"]));
    assert_eq!(run.code, 1);
    assert!(run.err.contains("http://10.0.0.1/feed: is not asked: 10.0.0.1 is for a private network"), "{run}");
    assert!(run.err.ends_with("2 asked: 1 new, 0 known, 1 failed\n"), "{run}");
    assert_eq!(paper.asked(), ["/feed.xml"]);
}

#[test]
fn an_archive_that_cannot_be_used_says_why() {
    let desk = Desk::new("fetch-archive");
    assert!(search(&desk, &["x"]).err.contains("a.sqlite: there is no archive; `attache fetch` makes one"));
    desk.put("a.sqlite", "The ministers met. ".repeat(500));
    for run in [search(&desk, &["x"]), desk.run(&["fetch", "--archive", "a.sqlite", "https://paper.example/"])] {
        assert_eq!(run.code, 1);
        assert!(run.err.contains("a.sqlite: is damaged, or no archive: file is not a database; move it away"), "{run}");
    }
    assert!(search(&desk, &["*"]).err.contains("has nothing to look for in \"*\""));
    assert_eq!(search(&desk, &["--since", "yesterday"]).code, 2);
}

/// A run that is killed at whatever moment loses nothing, and the next one repeats nothing.
#[test]
fn a_run_that_is_killed_goes_on_where_it_stopped() {
    const ITEMS: usize = 30;
    let kills = std::env::var("ATTACHE_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(8_u64);
    let paper = paper(ITEMS, Duration::from_millis(15));
    let whole = Desk::new("fetch-whole");
    let begun = Instant::now();
    assert_eq!(run(&whole, &fetch(&paper, &[&paper.url("/feed.xml")])).code, 0);
    // The moments lie within what a run takes on this machine.
    let length = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    let wanted = told(&search(&whole, &["--format", "jsonl"]).out);
    assert_eq!(wanted.len(), ITEMS);

    let (mut interrupted, mut moment) = (0, 0x2545_f491_4f6c_dd1d_u64);
    for kill in 0..kills {
        let desk = Desk::new("fetch-killed");
        let words = fetch(&paper, &[&paper.url("/feed.xml")]);
        let mut before = 0;
        // A file is killed several times in a row before it may finish.
        for _ in 0..3 {
            moment ^= moment << 13;
            moment ^= moment >> 7;
            moment ^= moment << 17;
            let mut child = desk.command(&words.iter().map(String::as_str).collect::<Vec<_>>()).spawn().expect("built");
            thread::sleep(Duration::from_millis(moment % length));
            interrupted += usize::from(child.kill().is_ok() && child.wait().is_ok_and(|status| !status.success()));
            let safe = match desk.run(&["search", "--archive", "a.sqlite", "--check", "--format", "jsonl"]) {
                run if run.err.contains("there is no archive") => 0,
                run => {
                    assert_eq!(run.code, 0, "{run}");
                    run.out.lines().count()
                }
            };
            assert!(safe >= before, "kill {kill}: {safe} of {before} articles are left");
            before = safe;
        }
        let last = run(&desk, &words);
        assert_eq!(last.code, 0, "{last}");
        assert_eq!(told(&search(&desk, &["--check", "--format", "jsonl"]).out), wanted, "kill {kill}");
    }
    assert!(interrupted > 0, "no run was killed before it ended");
}

/// What lines say, in an order of their own: numbers depend on which page came first.
fn told(lines: &str) -> Vec<String> {
    let mut told: Vec<String> =
        lines.lines().map(|line| line.split_once("\"url\"").expect("a record").1.to_owned()).collect();
    told.sort();
    told
}
