//! How much faster eight requests at once are than one by one, against a server of its own that takes 50 ms for each, and whether the
//! second run of the same work sends anything.
//!
//!     cargo run --release -p attache-translation --example together
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measure: it opens a socket, looks at the clock and prints what it found"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use attache_locales::Locales;
use attache_localization::{Batch, Localizer, Translator, Untold};
use attache_translation::{Checker, Choice, Engine, Options, Reach, Service};

/// How many sentences, and how long the server takes for each.
const SENTENCES: usize = 160;
const WAIT: Duration = Duration::from_millis(50);

fn main() {
    let url = serve();
    let checker = Arc::new(Checker::load(&Locales::builtin()).expect("the built-in folders are sound"));
    let localizer = Localizer::builder().build().expect("the built-in folders are sound");
    let path = std::env::temp_dir().join(format!("attache-together-{}.redb", std::process::id()));
    let run = |concurrency, cache: Option<&Path>| {
        let engine = Engine::named("apertium").expect("a row of the table");
        let mut options = Options::new(Reach::Local, vec![Choice { engine, url: Some(url.clone()), model: None }]);
        options.concurrency = concurrency;
        options.cache = cache.map(Path::to_owned);
        let service = Service::open(options, Arc::clone(&checker), &|_| None).expect("an address on this machine");
        measure(&service, &localizer)
    };
    let (alone, _) = run(1, None);
    let (together, _) = run(8, None);
    let factor = alone.as_secs_f64() / together.as_secs_f64();
    println!("{SENTENCES} sentences, {} ms each", WAIT.as_millis());
    println!("one by one {alone:.2?}, eight at once {together:.2?}: {factor:.2} times as fast, order kept");
    let (_, first) = run(8, Some(&path));
    let (_, second) = run(8, Some(&path));
    println!("first run {first} requests, second run {second}");
    let _ = std::fs::remove_file(&path);
}

/// The time, and the requests that were sent.
fn measure(service: &Service, localizer: &Localizer) -> (Duration, usize) {
    let text = |at: usize| format!("The harbour museum has {} paintings of ships.", at + 13);
    let sentences: Vec<Untold> = (0..SENTENCES).map(|at| Untold { piece: at, text: text(at) }).collect();
    let batch =
        Batch { source: SOURCE, target: TARGET, sentences: &sentences, people: &[], published: None, localizer };
    let begun = Instant::now();
    let answers = service.translate(&batch);
    let took = begun.elapsed();
    for (at, answer) in answers.iter().enumerate() {
        let said = &answer.as_ref().expect("a translation").text;
        assert_eq!(*said, format!("O museu do porto tem {} quadros de navios.", at + 13), "the order");
    }
    (took, service.sent())
}

const SOURCE: &str = "en";
const TARGET: &str = "pt";

/// Apertium that knows one sentence and takes its time.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    url
}

fn answer(mut stream: TcpStream) {
    let body =
        r#"{"responseData":{"translatedText":"O museu do porto tem [[1]] quadros de navios."},"responseStatus":200}"#;
    let response = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let (mut request, mut buffer) = (String::new(), [0; 4096]);
    while let Ok(length @ 1..) = stream.read(&mut buffer) {
        request.push_str(&String::from_utf8_lossy(&buffer[..length]));
        // The last field, whole: the sentence ends with a stop.
        if request.contains("&q=") && request.ends_with("ships.") {
            thread::sleep(WAIT);
            if stream.write_all(response.as_bytes()).is_err() {
                return;
            }
            request.clear();
        }
    }
}
