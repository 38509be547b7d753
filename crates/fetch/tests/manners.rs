//! How sites are treated: who we say we are, what we ask twice, what we leave alone; and names that mean something else.
#![allow(clippy::disallowed_methods, reason = "tests look at the clock")]

mod support;

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use attache_fetch::{Answer, Cache, Client, Fault, Fetched, Validators};
use support::{Act, Names, Server, client, header, options, path_of, response};

fn get(client: &Client, url: &str) -> Result<Fetched, Fault> {
    match client.get(url, &Validators::default())? {
        Answer::Fetched(page) => Ok(page),
        Answer::Unchanged => panic!("nothing was known before"),
    }
}

fn fine() -> Act {
    Act::Reply(response(200, "", "<p>fine</p>"))
}

#[test]
fn we_say_who_we_are_and_nothing_about_the_user() {
    let server = Server::start(|_| fine());
    let mut options = options(&[&server]);
    options.contact = Some("press@embassy.example".to_owned());
    get(&Client::open(options).expect("a client"), &server.url("/a#part")).expect("a page");
    let head = &server.heads()[0];
    let agent = format!("attache/{} (+https://example.org/attache; press@embassy.example)", env!("CARGO_PKG_VERSION"));
    assert_eq!(header(head, "user-agent"), Some(agent.as_str()));
    assert_eq!(header(head, "accept-encoding"), Some("gzip"));
    for name in ["cookie", "referer", "accept-language", "from", "authorization"] {
        assert_eq!(header(head, name), None, "{name}");
    }
    assert_eq!(path_of(head), "/a");
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let server = Server::start(|head| match header(head, "if-none-match") {
        Some("\"v1\"") => Act::Reply(b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec()),
        _ => {
            Act::Reply(response(200, "ETag: \"v1\"\r\nLast-Modified: Thu, 06 Mar 2031 08:00:00 GMT\r\n", "<p>one</p>"))
        }
    });
    let client = client(&server);
    let page = get(&client, &server.url("/a")).expect("a page");
    assert_eq!(client.get(&server.url("/a"), &page.validators), Ok(Answer::Unchanged));
    let asked = &server.heads()[1];
    assert_eq!(header(asked, "if-modified-since"), Some("Thu, 06 Mar 2031 08:00:00 GMT"));

    let folder = tempfile::tempdir().expect("a folder");
    let cache = Cache::new(folder.path());
    let first = cache.get(&client, &server.url("/a")).expect("a page");
    let second = cache.get(&client, &server.url("/a")).expect("the same page");
    assert_eq!(first, second);
    assert_eq!(header(&server.heads()[3], "if-none-match"), Some("\"v1\""));
}

#[test]
fn a_redirection_is_followed_and_the_last_address_is_told() {
    let server = Server::start(|head| match path_of(head) {
        "/a" => Act::Reply(response(301, "Location: b?x=1#top\r\n", "moved")),
        "/b?x=1" => Act::Reply(response(302, "Location: //127.0.0.1:PORT/c\r\n", "")),
        _ => fine(),
    });
    let port = server.port;
    let server = Server::start(move |head| match path_of(head) {
        "/b?x=1" => Act::Reply(response(302, &format!("Location: http://127.0.0.1:{port}/c\r\n"), "")),
        "/a" => Act::Reply(response(301, "Location: b?x=1#top\r\n", "moved")),
        _ => fine(),
    });
    let mut options = options(&[&server]);
    options.guard.allow(&format!("127.0.0.1:{port}")).expect("a host");
    let page = get(&Client::open(options).expect("a client"), &server.url("/a")).expect("a page");
    assert_eq!(page.url, format!("http://127.0.0.1:{port}/c"));
    assert_eq!(server.paths(), ["/a", "/b?x=1"]);
}

#[test]
fn a_page_that_a_feed_names_is_asked_only_where_programs_are_let_in() {
    let server = Server::start(|head| match path_of(head) {
        "/robots.txt" => Act::Reply(response(200, "", "User-agent: attache\nDisallow: /private/\n")),
        _ => fine(),
    });
    let client = client(&server);
    let none = Validators::default();
    assert!(client.get_politely(&server.url("/news/1"), &none).is_ok());
    assert_eq!(client.get_politely(&server.url("/private/1"), &none), Err(Fault::Robots));
    assert!(client.get_politely(&server.url("/news/2"), &none).is_ok());
    assert!(client.get(&server.url("/private/2"), &none).is_ok(), "what a person names is asked");
    assert_eq!(server.paths(), ["/robots.txt", "/news/1", "/news/2", "/private/2"]);
}

#[test]
fn a_site_without_rules_lets_in_and_one_that_fails_does_not() {
    for (status, is_let_in) in [(404, true), (403, true), (410, true), (500, false), (503, false)] {
        let server = Server::start(move |head| match path_of(head) {
            "/robots.txt" => Act::Reply(response(status, "", "")),
            _ => fine(),
        });
        let answer = client(&server).get_politely(&server.url("/a"), &Validators::default());
        assert_eq!(answer.is_ok(), is_let_in, "{status}: {answer:?}");
        assert!(is_let_in || answer.is_err_and(|fault| fault.is_passing() && fault.to_string().contains("robots.txt")));
    }
}

#[test]
fn a_host_is_left_alone_between_two_requests() {
    let server = Server::start(|_| fine());
    let mut options = options(&[&server]);
    options.delay = Duration::from_millis(300);
    let client = Client::open(options).expect("a client");
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for number in 0..4 {
            let (client, server) = (&client, &server);
            scope.spawn(move || get(client, &server.url(&format!("/{number}"))).expect("a page"));
        }
    });
    assert!(begun.elapsed() >= Duration::from_millis(900), "{:?}", begun.elapsed());
}

#[test]
fn a_host_that_wants_a_moment_gets_it_and_one_that_wants_an_hour_is_left() {
    let count = AtomicUsize::new(0);
    let server = Server::start(move |head| match (path_of(head), count.fetch_add(1, Ordering::SeqCst)) {
        ("/moment", 0) => Act::Reply(response(503, "Retry-After: 1\r\n", "")),
        ("/hour", _) => Act::Reply(response(429, "Retry-After: 3600\r\n", "")),
        _ => fine(),
    });
    let client = client(&server);
    let begun = Instant::now();
    assert!(get(&client, &server.url("/moment")).is_ok());
    assert!(begun.elapsed() >= Duration::from_secs(1));
    let wait = Some(Duration::from_secs(3600));
    assert_eq!(get(&client, &server.url("/hour")), Err(Fault::Busy { status: 429, wait }));
    assert_eq!(get(&client, &server.url("/other")), Err(Fault::Resting));
    assert_eq!(server.paths(), ["/moment", "/moment", "/hour"]);
}

#[test]
fn a_name_that_means_this_machine_is_not_asked() {
    let server = Server::start(|_| fine());
    let mut options = options(&[]);
    options.lookup = Arc::new(Names(|_: &str| vec![IpAddr::V4(Ipv4Addr::LOCALHOST)]));
    let client = Client::open(options).expect("a client");
    let fault = get(&client, "http://paper.example/").expect_err("refused");
    assert_eq!(fault.to_string(), "is not asked: 127.0.0.1 is for this machine");
    assert_eq!(server.heads().len(), 0);
}

#[test]
fn a_name_that_changes_its_meaning_gains_nothing() {
    // The first answer is public (and nobody is there), each later one is this machine.
    let count = Arc::new(AtomicUsize::new(0));
    let server = Server::start(|_| fine());
    let mut options = options(&[]);
    let asked = Arc::clone(&count);
    options.guard.allow(&format!("allowed.example:{}", server.port)).expect("a host");
    options.lookup = Arc::new(Names(move |host: &str| match asked.fetch_add(1, Ordering::SeqCst) {
        _ if host == "allowed.example" => vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
        0 => vec!["192.0.2.1".parse().expect("an address"), IpAddr::V4(Ipv4Addr::LOCALHOST)],
        _ => vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
    }));
    let client = Client::open(options).expect("a client");
    for _ in 0..3 {
        assert!(matches!(get(&client, "http://rebinding.example/"), Err(Fault::Refused(_))));
    }
    assert_eq!(server.heads().len(), 0);
    // The same address by an allowed name is fine: the guard knows hosts, not only addresses.
    assert!(get(&client, &format!("http://allowed.example:{}/", server.port)).is_ok());
}

#[test]
fn a_name_that_nobody_knows_and_a_port_that_nobody_serves() {
    let mut options = options(&[]);
    options.lookup = Arc::new(Names(|_: &str| vec![]));
    let fault = get(&Client::open(options).expect("a client"), "https://nowhere.example/").expect_err("unknown");
    assert_eq!(fault.to_string(), "has a host that is not known: the name has no address");

    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let mut options = support::options(&[]);
    options.guard.allow(&format!("127.0.0.1:{port}")).expect("a host");
    let fault =
        get(&Client::open(options).expect("a client"), &format!("http://127.0.0.1:{port}/")).expect_err("closed");
    assert!(matches!(&fault, Fault::Unreachable(why) if why.contains("refused")), "{fault}");
}

#[test]
fn what_does_not_speak_tls_is_not_trusted() {
    let server = Server::start(|_| fine());
    let mut options = options(&[&server]);
    options.limits.connect = Duration::from_secs(1);
    let fault = get(&Client::open(options).expect("a client"), &format!("https://127.0.0.1:{}/", server.port));
    assert!(matches!(fault, Err(Fault::Tls(_) | Fault::Unreachable(_) | Fault::Cut(_))), "{fault:?}");
}
