//! A server of the tests' own on loopback, an article, and a service that asks the one about the other.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "tests open sockets and look at the clock")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use attache_locales::Locales;
use attache_localization::{Batch, Localizer, Unrendered, Untold};
use attache_schema::{Article, Digest, Rendered};
use attache_summarizer::Summarizer;
use attache_translation::{Checker, Choice, Engine, Options, Reach, Service};

/// The key that every service gets; it must never be seen.
pub(crate) const KEY: &str = "s3cr3t-k3y";

/// One event that is composed, and two sentences that no rule reads.
pub(crate) const ARTICLE: &str = "\
On 5 March 2031, the Foreign Minister of Estonia Priit Laanemäe met with the Foreign Minister of Peru Marta Quiroga in Lima.

The old museum near the harbour of Lima has 12 paintings that came from Estonia.

Its doors were repainted in blue after the storm of 1987.
";

/// What a good service makes of the two sentences, by what stands in them.
pub(crate) fn portuguese(sentence: &str) -> String {
    let placeholders: Vec<&str> = placeholders(sentence);
    let at = |number: usize| placeholders.get(number).copied().unwrap_or("");
    match sentence.contains("museum") {
        true => format!("O velho museu perto do porto de {} tem {} quadros que vieram de {}.", at(0), at(1), at(2)),
        false => format!("As suas portas foram pintadas de azul depois da tempestade de {}.", at(0)),
    }
}

/// The placeholders of any form, in order.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let starts = ["[[", "<x id=\"", "Xqz", "<span"].into_iter().filter_map(|open| rest.find(open)).min();
        let Some(start) = starts else { return found };
        let part = &rest[start..];
        let end = match part {
            part if part.starts_with("[[") => part.find("]]").map(|at| at + 2),
            part if part.starts_with("<x") => part.find("/>").map(|at| at + 2),
            part if part.starts_with("<span") => part.find("</span>").map(|at| at + 7),
            part => part.find(|c: char| !c.is_ascii_alphabetic()),
        };
        let end = start + end.unwrap_or(part.len());
        found.push(&rest[start..end]);
        rest = &rest[end..];
    }
}

/// English sentences that are wanted in Portuguese.
pub(crate) fn batch(sentences: &[Untold]) -> Batch<'_> {
    Batch { source: "en", target: "pt", sentences, people: &[], published: None, localizer: &tools().localizer }
}

pub(crate) struct Tools {
    pub(crate) summarizer: Summarizer,
    pub(crate) localizer: Localizer,
    pub(crate) checker: Arc<Checker>,
}

/// Built once for a test file: it reads all folders.
pub(crate) fn tools() -> &'static Tools {
    static TOOLS: OnceLock<Tools> = OnceLock::new();
    TOOLS.get_or_init(|| Tools {
        summarizer: Summarizer::builder().max_words(300).keep_unread(true).build().expect("sound folders"),
        localizer: Localizer::builder().unrendered(Unrendered::Quote).max_words(300).build().expect("sound folders"),
        checker: Arc::new(Checker::load(&Locales::builtin()).expect("sound folders")),
    })
}

pub(crate) fn digest(text: &str) -> Digest {
    let published = Some("2031-03-06".parse().expect("a date"));
    tools().summarizer.summarize(&Article { published, language: Some("en".to_owned()), ..Article::from_text(text) })
}

/// Options with short times.
pub(crate) fn options(engine: &str, url: &str) -> Options {
    let engine = Engine::named(engine).expect("a service");
    let mut options = Options::new(Reach::Local, vec![Choice { engine, url: Some(url.to_owned()), model: None }]);
    options.deadline = Duration::from_millis(1500);
    options.request = Duration::from_millis(500);
    options
}

pub(crate) fn service(options: Options) -> Service {
    let key = |name: &str| (!name.ends_with("_FILE")).then(|| KEY.to_owned());
    Service::open(options, Arc::clone(&tools().checker), &key).expect("an allowed address")
}

/// The article in Portuguese, with what the service makes of it.
pub(crate) fn render(service: &Service, digest: &Digest) -> Rendered {
    let translations = tools().localizer.translate(digest, "pt", service);
    tools().localizer.render_with(digest, "pt", &translations).expect("a language of ours")
}

/// A server on loopback: each connection is handed to a function of its own thread.
pub(crate) struct Server {
    port: u16,
    requests: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) fn start(serve: impl Fn(TcpStream, &AtomicUsize) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let requests = Arc::new(AtomicUsize::new(0));
        let (serve, counted) = (Arc::new(serve), Arc::clone(&requests));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (serve, counted) = (Arc::clone(&serve), Arc::clone(&counted));
                thread::spawn(move || serve(stream, &counted));
            }
        });
        Self { port, requests }
    }

    /// A server that answers each request by what a function makes of its path and body.
    pub(crate) fn answering(answer: impl Fn(&str, &str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::start(move |mut stream, requests| {
            while let Some((path, body)) = read_request(&mut stream) {
                requests.fetch_add(1, Ordering::SeqCst);
                if stream.write_all(&answer(&path, &body)).is_err() {
                    return;
                }
            }
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

/// One request: its path and its body; none where the other side has gone.
pub(crate) fn read_request(stream: &mut impl Read) -> Option<(String, String)> {
    let (head, body) = read_whole(stream)?;
    let path = head.split(' ').nth(1).unwrap_or("").to_owned();
    Some((path, body))
}

/// One request: its head and its body; none where the other side has gone.
pub(crate) fn read_whole(stream: &mut impl Read) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(length) => bytes.extend_from_slice(&buffer[..length]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok());
    while bytes.len() < end + length.unwrap_or(0) {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(length) => bytes.extend_from_slice(&buffer[..length]),
        }
    }
    Some((head, String::from_utf8_lossy(&bytes[end..]).into_owned()))
}

/// A response with that body.
pub(crate) fn response(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = format!(
        "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{headers}\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// The texts of a LibreTranslate, DeepL, Google or MTran request.
pub(crate) fn texts(body: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let list = ["q", "text", "texts"].into_iter().find_map(|name| value[name].as_array().cloned()).unwrap_or_default();
    list.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

/// LibreTranslate as it should be.
pub(crate) fn libre(translate: impl Fn(&str) -> String + Send + Sync + 'static) -> Server {
    Server::answering(move |_, body| {
        let translated: Vec<String> = texts(body).iter().map(|text| translate(text)).collect();
        response(200, "", serde_json::json!({ "translatedText": translated }).to_string())
    })
}
