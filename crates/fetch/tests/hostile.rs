//! Everything that a server can do wrong: each row ends soon, with the reason named and no more memory than its limits.
#![allow(clippy::disallowed_methods, reason = "tests look at the clock")]

mod support;

use std::thread;
use std::time::{Duration, Instant};

use attache_fetch::{Answer, Validators};
use support::{Act, Server, client, gzip, response};

/// What the server does, and what the reason says; empty where the page is to come.
type Row = (&'static str, Act, &'static str);

fn reply(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Act {
    Act::Reply(response(status, headers, body))
}

fn head(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

/// Chunks of a megabyte of noughts.
fn chunk() -> Vec<u8> {
    [b"100000\r\n".to_vec(), vec![b'0'; 0x10_0000], b"\r\n".to_vec()].concat()
}

fn gzipped(bytes: &[u8]) -> Act {
    reply(200, "Content-Encoding: gzip\r\n", gzip(bytes))
}

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    let page = b"<p>The ministers met.</p>".as_slice();
    let many_headers = (0..99).map(|number| format!("X-{number}: {}\r\n", "a".repeat(700))).collect::<String>();
    let cut_gzip = { let mut bytes = gzip(page); bytes.truncate(bytes.len() - 9); bytes };
    let wrong_sum = { let mut bytes = gzip(page); let at = bytes.len() - 6; bytes[at] ^= 0xff; bytes };
    vec![
        // What is fine, so that the rest means something.
        ("a page", reply(200, "", page), ""),
        ("an empty page", reply(200, "", ""), ""),
        ("gzip", gzipped(page), ""),
        ("two members of gzip", reply(200, "Content-Encoding: x-gzip\r\n", [gzip(page), gzip(page)].concat()), ""),
        ("chunks", Act::Reply(head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n")), ""),
        ("no length, and the end", Act::ReplyAndClose(head("HTTP/1.1 200 OK\n\nhello")), ""),
        ("HTTP/1.0", Act::ReplyAndClose(head("HTTP/1.0 200 OK\n\nhello")), ""),
        ("news before the answer", Act::Reply([head("HTTP/1.1 103 Early Hints\nLink: </a.css>\n\n"), response(200, "", page)].concat()), ""),
        ("slow but steady", Act::Drip(head("HTTP/1.1 200 OK\nContent-Length: 5\n\n"), vec![b'a'; 5], 10), ""),
        // It does not answer.
        ("closes at once", Act::Close, "broke off"),
        ("says nothing", Act::Hang, "took longer than"),
        ("half a status line", Act::ReplyAndHang(head("HTTP/1.1 20")), "took longer than"),
        ("half a header", Act::ReplyAndHang(head("HTTP/1.1 200 OK\nContent-Len")), "took longer than"),
        ("a header that drips", Act::Drip(vec![], head(&format!("HTTP/1.1 200 OK\nX: {}", "a".repeat(200))), 30), "took longer than"),
        ("a header without end", Act::Endless(head("HTTP/1.1 200 OK\nX: "), vec![b'a'; 4096]), ""),
        ("headers without end", Act::Endless(head("HTTP/1.1 200 OK\n"), head("X: a\n")), ""),
        ("large headers", reply(200, &many_headers, page), "a header of more than 65536 bytes"),
        // It is no HTTP.
        ("noise", Act::ReplyAndClose(b"\x00\x01\x02\xffnoise\r\n\r\n".to_vec()), "no answer that is one"),
        ("another protocol", Act::ReplyAndClose(b"SSH-2.0-OpenSSH_9.9\r\n".to_vec()), "no answer that is one"),
        ("a page without a head", Act::ReplyAndClose(b"<!DOCTYPE html><p>hello</p>\r\n\r\n".to_vec()), "no answer that is one"),
        ("a status that is none", Act::ReplyAndClose(head("HTTP/1.1 2000 OK\n\n")), "no answer that is one"),
        ("two lengths", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 6\n\nhello")), "no answer that is one"),
        ("a length below nothing", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nContent-Length: -5\n\nhello")), "no answer that is one"),
        // Its body breaks off, drips, or lies.
        ("shorter than it says", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nContent-Length: 500\n\nhello")), "broke off"),
        ("shorter, and silent", Act::ReplyAndHang(head("HTTP/1.1 200 OK\nContent-Length: 500\n\nhello")), "so slowly"),
        ("a body that drips", Act::Drip(head("HTTP/1.1 200 OK\nContent-Length: 5000\n\n"), vec![b'a'; 5000], 20), "so slowly"),
        ("a chunk that breaks off", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nff\nhello")), "broke off"),
        ("chunks without an end", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n")), "broke off"),
        ("a chunk of no size", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\nhello\n0\n\n")), "broke off"),
        ("a chunk of all memory", Act::ReplyAndClose(head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nffffffffffffffffff\nhello")), "broke off"),
        // It is too large.
        ("says that it is large", Act::ReplyAndHang(head("HTTP/1.1 200 OK\nContent-Length: 10000001\n\n")), "larger than 10000000 bytes"),
        ("says that it is all memory", Act::ReplyAndHang(head("HTTP/1.1 200 OK\nContent-Length: 18446744073709551615\n\n")), ""),
        ("chunks without end", Act::Endless(head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n"), chunk()), "larger than 10000000 bytes"),
        ("a body without end", Act::Endless(head("HTTP/1.1 200 OK\n\n"), vec![b'a'; 65536]), "larger than 10000000 bytes"),
        // It is packed to harm.
        ("a bomb", gzipped(&vec![0; 9_000_000]), "would unpack to more than 100 times"),
        ("a bomb of thirty megabytes", gzipped(&vec![0; 30_000_000]), "than 100"),
        ("a bomb in a bomb", reply(200, "Content-Encoding: gzip, gzip\r\n", gzip(&gzip(&vec![0; 1_000_000]))), "was not asked for"),
        ("packed twice, said twice", reply(200, "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", gzip(page)), "packed more than once"),
        ("gzip that breaks off", reply(200, "Content-Encoding: gzip\r\n", cut_gzip), "broke off"),
        ("gzip with a wrong sum", reply(200, "Content-Encoding: gzip\r\n", wrong_sum), "cannot be unpacked"),
        ("says gzip and is none", reply(200, "Content-Encoding: gzip\r\n", page), "cannot be unpacked"),
        ("packed as nobody asked", reply(200, "Content-Encoding: br\r\n", page), "`br` was not asked for"),
        ("a terminal's orders", reply(200, "Content-Encoding: \u{9b}31m\r\n", page), "was not asked for"),
        // It sends us elsewhere.
        ("in a circle", reply(302, "Location: /circle\r\n", ""), "leads on more than 5 times"),
        ("nowhere", reply(302, "", ""), "leads on (302) without saying where"),
        ("to no address", reply(301, "Location: http://[\r\n", ""), "leads on (301) without saying where"),
        ("to a file", reply(302, "Location: file:///etc/passwd\r\n", ""), "leads to file:///etc/passwd, which is not asked"),
        ("to the cloud's secrets", reply(302, "Location: http://169.254.169.254/latest/\r\n", ""), "is for the local link"),
        ("to this machine in hex", reply(307, "Location: http://0x7f000002/\r\n", ""), "is for this machine"),
        ("to this machine by name", reply(308, "Location: //localhost/\r\n", ""), "means this machine"),
        ("to another port of an allowed host", reply(302, "Location: http://127.0.0.1/\r\n", ""), "its port is 80"),
        ("to another port", reply(302, "Location: http://127.0.0.1:22/\r\n", ""), "its port is 22"),
        ("to a private network", reply(303, "Location: http://[fd00::1]/\r\n", ""), "is for a private network"),
        ("with a password", reply(302, "Location: http://user:pass@paper.example/\r\n", ""), "a user's name or a password"),
        ("to a script", reply(302, "Location: javascript:alert(1)\r\n", ""), "neither http nor https"),
        // It refuses.
        ("unchanged, unasked", Act::Reply(head("HTTP/1.1 304 Not Modified\n\n")), "status 304"),
        ("nothing", Act::Reply(head("HTTP/1.1 204 No Content\n\n")), "status 204"),
        ("a part", reply(206, "Content-Range: bytes 0-4/500\r\n", "hello"), "status 206"),
        ("a choice", reply(300, "Location: /a\r\n", ""), "status 300"),
        ("a paywall", reply(402, "", "pay"), "for subscribers or users only (402)"),
        ("a wall", reply(403, "", "no"), "not shown to programs"),
        ("not there", reply(404, "", "no"), "is not there (404)"),
        ("gone", reply(410, "", "no"), "no longer there (410)"),
        ("too many", reply(429, "Retry-After: 3600\r\n", ""), "left alone for 60 minutes (429)"),
        ("too many, and no time", reply(429, "", ""), "left alone for a while (429)"),
        ("a wait of ages", reply(503, "Retry-After: 18446744073709551615\r\n", ""), "left alone for"),
        ("a wait that is no time", reply(503, "Retry-After: \u{1f}soon\r\n", ""), ""),
        ("broken", reply(500, "", "oops"), "failed on its server (500)"),
        ("an error without end", Act::Endless(head("HTTP/1.1 502 Bad\n\n"), vec![b'a'; 65536]), "failed on its server (502)"),
    ]
}

#[test]
fn whatever_a_server_does_ends_soon_and_is_said() {
    let rows = rows();
    assert!(rows.len() >= 60);
    thread::scope(|scope| {
        for (name, act, reason) in rows {
            scope.spawn(move || check(name, act, reason));
        }
    });
}

fn check(name: &str, act: Act, reason: &str) {
    let server = Server::start(move |_| act.clone());
    let client = client(&server);
    let begun = Instant::now();
    let answer = client.get(&server.url("/"), &Validators::default());
    assert!(begun.elapsed() < Duration::from_secs(8), "{name}: took {:?}", begun.elapsed());
    match answer {
        Err(fault) => {
            let said = fault.to_string();
            assert!(said.contains(reason), "{name}: {said:?} does not say {reason:?}");
            assert!(!reason.is_empty() || is_free_to_fail(name), "{name}: {said}");
            assert!(!said.contains(char::is_control) && said.len() < 400, "{name}: {said:?}");
            assert!(!fault.remedy().is_empty());
        }
        Ok(Answer::Fetched(page)) => {
            assert!(reason.is_empty() && !is_free_to_fail(name), "{name}: came, and should have been {reason:?}");
            assert!(page.body.len() < 100, "{name}");
        }
        Ok(Answer::Unchanged) => panic!("{name}: nothing was known before"),
    }
}

/// Rows of which only the end is fixed: which limit is met first is the HTTP library's business.
fn is_free_to_fail(name: &str) -> bool {
    ["header without end", "headers without end", "all memory", "no time"].iter().any(|part| name.ends_with(part))
}

#[test]
fn the_next_request_after_a_broken_one_is_fine() {
    let server = Server::start(|head| match support::path_of(head) {
        "/bad" => Act::ReplyAndClose(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello".to_vec()),
        _ => reply(200, "", "<p>fine</p>"),
    });
    let client = client(&server);
    for _ in 0..3 {
        assert!(client.get(&server.url("/bad"), &Validators::default()).is_err());
        assert!(client.get(&server.url("/good"), &Validators::default()).is_ok());
    }
}
