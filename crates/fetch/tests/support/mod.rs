//! A server of the tests' own on loopback, which can do everything wrong.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "tests open sockets")]

use std::io::{Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use attache_fetch::{Client, Limits, Options};

/// What is done to a request.
#[derive(Clone)]
pub(crate) enum Act {
    /// These bytes, then the next request.
    Reply(Vec<u8>),
    /// These bytes, then the end.
    ReplyAndClose(Vec<u8>),
    /// These bytes, then silence.
    ReplyAndHang(Vec<u8>),
    /// Nothing at all.
    Hang,
    /// The connection is closed before anything is said.
    Close,
    /// The first bytes, then the second again and again.
    Endless(Vec<u8>, Vec<u8>),
    /// The first bytes at once, then the second one by one, each after so many milliseconds.
    Drip(Vec<u8>, Vec<u8>, u64),
}

/// A server that answers by what a function makes of the head of a request.
pub(crate) struct Server {
    pub(crate) port: u16,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start(answer: impl Fn(&str) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (answer, kept) = (Arc::new(answer), Arc::clone(&heads));
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let (answer, kept) = (Arc::clone(&answer), Arc::clone(&kept));
                thread::spawn(move || {
                    while let Some(head) = read_head(&mut stream) {
                        kept.lock().expect("no thread panicked").push(head.clone());
                        if perform(&answer(&head), &mut stream).is_none() {
                            return;
                        }
                    }
                });
            }
        });
        Self { port, heads }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The heads of all requests so far.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.heads.lock().expect("no thread panicked").clone()
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        self.heads().iter().map(|head| path_of(head).to_owned()).collect()
    }
}

pub(crate) fn path_of(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or("")
}

/// The value of a header in a head.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
}

fn read_head(stream: &mut TcpStream) -> Option<String> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    while !bytes.windows(4).any(|window| window == b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(length) => bytes.extend_from_slice(&buffer[..length]),
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn perform(act: &Act, stream: &mut TcpStream) -> Option<()> {
    match act {
        Act::Reply(bytes) => stream.write_all(bytes).ok(),
        Act::ReplyAndClose(bytes) => stream.write_all(bytes).ok().and(None),
        Act::ReplyAndHang(bytes) => {
            stream.write_all(bytes).ok()?;
            thread::sleep(Duration::from_secs(10));
            None
        }
        Act::Hang => {
            thread::sleep(Duration::from_secs(10));
            None
        }
        Act::Close => None,
        Act::Endless(head, piece) => {
            stream.write_all(head).ok()?;
            while stream.write_all(piece).is_ok() {}
            None
        }
        Act::Drip(head, bytes, millis) => {
            stream.write_all(head).ok()?;
            for byte in bytes {
                stream.write_all(&[*byte]).ok()?;
                thread::sleep(Duration::from_millis(*millis));
            }
            None
        }
    }
}

/// A response with that body.
pub(crate) fn response(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Options that let the servers through, with short times and no manners.
pub(crate) fn options(servers: &[&Server]) -> Options {
    let mut options = Options::default();
    servers.iter().for_each(|server| options.guard.allow(&format!("127.0.0.1:{}", server.port)).expect("a host"));
    options.delay = Duration::ZERO;
    options.patience = Duration::from_millis(1500);
    options.limits = Limits {
        connect: Duration::from_millis(500),
        total: Duration::from_millis(3000),
        window: Duration::from_millis(700),
        ..Limits::default()
    };
    options
}

pub(crate) fn client(server: &Server) -> Client {
    Client::open(options(&[server])).expect("a client")
}

/// A name server of the test's own.
pub(crate) struct Names<F>(pub(crate) F);

impl<F: Fn(&str) -> Vec<IpAddr> + Send + Sync> attache_fetch::Lookup for Names<F> {
    fn addresses(&self, host: &str) -> std::io::Result<Vec<IpAddr>> {
        Ok((self.0)(host))
    }
}
