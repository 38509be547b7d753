//! Everything that a service can do wrong: each row ends within its deadline, with the digest printed and the reason named.
#![allow(clippy::disallowed_methods, reason = "tests open sockets and look at the clock")]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use attache_schema::Realization;
use attache_translation::{Options, Reach, Service};
use serde_json::json;
use support::{
    ARTICLE, KEY, Server, digest, options, portuguese, read_request, render, response, service, texts, tools,
};

/// What is done to a request.
#[derive(Clone)]
enum Act {
    /// These bytes, then the next request.
    Reply(Vec<u8>),
    /// These bytes, then the end.
    ReplyAndClose(Vec<u8>),
    /// These bytes, then silence.
    ReplyAndHang(Vec<u8>),
    /// The connection is closed before anything is read, which resets it.
    Reset,
    /// These bytes, again and again.
    Endless(Vec<u8>, Vec<u8>),
    /// These bytes, one in a while.
    Drip(Vec<u8>),
    /// What a function makes of the texts of the request.
    Texts(fn(Vec<String>) -> Vec<u8>),
}

fn perform(act: &Act, stream: &mut TcpStream) -> Option<()> {
    if matches!(act, Act::Reset) {
        thread::sleep(Duration::from_millis(50));
        return None;
    }
    let (_, body) = read_request(stream)?;
    match act {
        Act::Reply(bytes) => stream.write_all(bytes).ok(),
        Act::ReplyAndClose(bytes) => stream.write_all(bytes).ok().and(None),
        Act::ReplyAndHang(bytes) => {
            stream.write_all(bytes).ok()?;
            thread::sleep(Duration::from_secs(5));
            None
        }
        Act::Reset => None,
        Act::Endless(head, piece) => {
            stream.write_all(head).ok()?;
            while stream.write_all(piece).is_ok() {}
            None
        }
        Act::Drip(bytes) => {
            for byte in bytes {
                stream.write_all(&[*byte]).ok()?;
                thread::sleep(Duration::from_millis(100));
            }
            None
        }
        Act::Texts(answer) => stream.write_all(&answer(texts(&body))).ok(),
    }
}

/// What is wrong, which service, what it does, and what the reason has to say.
struct Row(&'static str, &'static str, Act, &'static str);

fn ok(body: &str) -> Act {
    Act::Reply(response(200, "", body))
}

fn status(code: u16, headers: &str, body: &str) -> Act {
    Act::Reply(response(code, headers, body))
}

fn chat(content: &serde_json::Value, reason: &str) -> Act {
    ok(&json!({"choices": [{"finish_reason": reason, "message": {"content": content}}]}).to_string())
}

/// LibreTranslate's answer with translations that something was done to.
macro_rules! spoilt {
    ($spoil:expr) => {
        Act::Texts(|texts| {
            let spoil: fn(String) -> String = $spoil;
            let translated: Vec<_> = texts.iter().map(|text| spoil(portuguese(text))).collect();
            response(200, "", json!({"translatedText": translated}).to_string())
        })
    };
}

/// A kilobyte that says ten megabytes: gzip of noughts, made of stored and repeated blocks by `gzip -9`.
fn bomb() -> Vec<u8> {
    // A deflate stream of one fixed block: a literal `0`, then matches of 258 bytes at distance 1.
    let (mut bits, mut count, mut out) = (0_u64, 0_u32, vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    let mut push = |value: u64, width: u32, out: &mut Vec<u8>| {
        bits |= value << count;
        count += width;
        while count >= 8 {
            out.push((bits & 255) as u8);
            bits >>= 8;
            count -= 8;
        }
    };
    push(0b011, 3, &mut out);
    // Fixed Huffman codes are written from their highest bit: `0` is 0x30 + 0x30 in 8 bits, length 258 is 11000101, distance 1 is 00000.
    push(u64::from(0x60_u8.reverse_bits()), 8, &mut out);
    for _ in 0..60_000 {
        push(u64::from(0b1100_0101_u8.reverse_bits()), 8, &mut out);
        push(0, 5, &mut out);
    }
    push(0, 7, &mut out);
    push(0, 8, &mut out);
    out
}

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    let chunked = format!("{head}Transfer-Encoding: chunked\r\n\r\n").into_bytes();
    let libre = "libretranslate";
    vec![
        // The phases of a request.
        Row("silence", libre, Act::ReplyAndHang(Vec::new()), "did not answer in time"),
        Row("closed at once", libre, Act::ReplyAndClose(Vec::new()), "broke the connection"),
        Row("reset", libre, Act::Reset, "libretranslate "),
        Row("half a head, then silence", libre, Act::ReplyAndHang(b"HTTP/1.1 200 OK\r\nConte".to_vec()), "did not answer in time"),
        Row("half a head, then the end", libre, Act::ReplyAndClose(b"HTTP/1.1 200 OK\r\nConte".to_vec()), "broke the connection"),
        Row("no body, then silence", libre, Act::ReplyAndHang(format!("{head}Content-Length: 90\r\n\r\n").into_bytes()), "did not answer in time"),
        Row("body cut short", libre, Act::ReplyAndClose(format!("{head}Content-Length: 90\r\n\r\n{{\"translation").into_bytes()), "broke the connection"),
        Row("slow drip", libre, Act::Drip(response(200, "", "{\"translatedText\":[\"a\",\"b\"]}")), "did not answer in time"),
        Row("endless body", libre, Act::Endless(chunked.clone(), [b"4000\r\n".as_slice(), &[b' '; 0x4000], b"\r\n"].concat()), "more than"),
        Row("endless head", libre, Act::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"X-Filler: aaaaaaaaaaaaaaaaaaaaaaaa\r\n".to_vec()), "broke the connection"),
        Row("no HTTP", libre, Act::ReplyAndClose(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()), "broke the connection"),
        Row("broken chunks", libre, Act::ReplyAndClose([chunked.as_slice(), b"zz\r\n"].concat()), "broke the connection"),
        Row("gzip bomb", libre, Act::Reply(response(200, "Content-Encoding: gzip\r\n", bomb())), "more than"),
        Row("gzip that is none", libre, status(200, "Content-Encoding: gzip\r\n", "no gzip"), "libretranslate "),
        // Statuses.
        Row("400", libre, status(400, "", r#"{"error":"pt is not supported"}"#), "answered 400: pt is not supported"),
        Row("400 of Apertium", "apertium", status(400, "", r#"{"status":"error","code":400,"explanation":"That pair is not installed"}"#), "answered 400: That pair is not installed"),
        Row("401", "openai", status(401, "", r#"{"detail":"Invalid API key"}"#), "answered 401: Invalid API key"),
        Row("403, empty", "deepl", status(403, "", ""), "answered 403"),
        Row("403, the key repeated", "deepl", status(403, "", &json!({"message": format!("no such key: {KEY}")}).to_string()), "answered 403: no such key: …"),
        Row("403 for the day", "google", status(403, "", r#"{"error":{"code":403,"message":"Daily Limit Exceeded"}}"#), "answered 403: Daily Limit Exceeded"),
        Row("403 for the minute", "google", status(403, "", r#"{"error":{"code":403,"message":"User Rate Limit Exceeded"}}"#), "answered 403: User Rate Limit Exceeded"),
        Row("404 in HTML", "apertium", status(404, "", "<html>404</html>"), "answered 404"),
        Row("408", libre, status(408, "", ""), "answered 408"),
        Row("413", "deepl", status(413, "", r#"{"message":"Request Entity Too Large"}"#), "answered 413"),
        Row("414", libre, status(414, "", ""), "answered 414"),
        Row("422", libre, status(422, "", ""), "answered 422"),
        Row("425", libre, status(425, "", ""), "answered 425"),
        Row("429 without a wait", "deepl", status(429, "", ""), "answered 429"),
        Row("429 with a wait of a year", "deepl", status(429, "Retry-After: 31536000\r\n", ""), "answered 429"),
        Row("429 with a wait beyond numbers", "deepl", status(429, "Retry-After: 99999999999999999999\r\n", ""), "answered 429"),
        Row("429 with a date", "deepl", status(429, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\nDate: Thu, 26 Nov 2026 17:00:00 GMT\r\n", ""), "answered 429"),
        Row("429 in words", libre, status(429, "", r#"{"error":"Slowdown: 30 per 1 minute"}"#), "answered 429: Slowdown: 30 per 1 minute"),
        Row("429 for good", "openai", status(429, "", r#"{"error":{"code":"insufficient_quota","message":"You exceeded your quota"}}"#), "answered 429: You exceeded your quota"),
        Row("429001 of Azure", "azure", status(429, "", r#"{"error":{"code":429001,"message":"over the rate"}}"#), "answered 429: over the rate"),
        Row("456, the quota", "deepl", status(456, "", r#"{"message":"Quota exceeded"}"#), "answered 456: Quota exceeded"),
        Row("500", libre, status(500, "", r#"{"error":"no model"}"#), "answered 500: no model"),
        Row("500 in plain text", "openai", status(500, "", "Internal Server Error"), "answered 500"),
        Row("502", "deepl", status(502, "", "<html>"), "answered 502"),
        Row("503 of Apertium", "apertium", status(503, "", r#"{"code":503,"explanation":"internal error"}"#), "answered 503: internal error"),
        Row("504", "deepl", status(504, "", ""), "answered 504"),
        Row("529", "deepl", status(529, "", ""), "answered 529"),
        Row("204", libre, Act::Reply(b"HTTP/1.1 204 X\r\n\r\n".to_vec()), "its status is 204"),
        // Shapes.
        Row("empty", libre, ok(""), "another shape: it is empty"),
        Row("truncated JSON", libre, ok(r#"{"translatedText":["a","#), "another shape: it is cut short"),
        Row("HTML", libre, ok("<html>Please log in</html>"), "another shape: it is no JSON"),
        Row("invalid UTF-8", libre, Act::Reply(response(200, "", b"{\"translatedText\":[\"\xff\xfe\",\"\xc3\"]}")), "another shape: it is no JSON"),
        Row("nested beyond measure", libre, ok(&"[".repeat(50_000)), "another shape"),
        Row("null", libre, ok("null"), "another shape"),
        Row("emoji for a list", libre, ok(r#"{"translatedText":"🙈"}"#), "no list of translations"),
        Row("too few", libre, ok(r#"{"translatedText":[]}"#), "0 translations for"),
        Row("too many", "deepl", ok(r#"{"translations":[{"text":"a"},{"text":"b"},{"text":"c"}]}"#), "3 translations for"),
        Row("numbers for texts", libre, ok(r#"{"translatedText":[1,2]}"#), "is no text"),
        Row("an item without text", "google", ok(r#"{"data":{"translations":[{},{}]}}"#), "is no text"),
        Row("an error with status 200", "apertium", ok(r#"{"responseData":{"translatedText":null},"responseStatus":451}"#), "its status is not 200"),
        Row("ended early", "openai", chat(&json!("{}"), "length"), "ended for the reason `length`"),
        Row("filtered", "openai", chat(&json!("{}"), "content_filter"), "ended for the reason `content_filter`"),
        Row("no content", "openai", chat(&json!(null), "stop"), "it holds no text"),
        Row("refused", "openai", ok(r#"{"choices":[{"finish_reason":"stop","message":{"content":null,"refusal":"I cannot"}}]}"#), "the model refused"),
        Row("merged items", "openai", chat(&json!(json!({"s1": {"src": "both", "translation": "ambos"}}).to_string()), "stop"), "another shape"),
        Row("notes around the JSON", "openai", chat(&json!("Here you are: {}"), "stop"), "it is no JSON"),
        // Whole answers that say something else.
        Row("swapped order", libre, Act::Texts(|texts| {
            let mut translated: Vec<_> = texts.iter().map(|text| portuguese(text)).collect();
            translated.reverse();
            if translated.len() == 1 { translated = vec!["Nada disto foi dito aqui hoje.".to_owned()]; }
            response(200, "", json!({"translatedText": translated}).to_string())
        }), "fails the check"),
        Row("placeholder lost", libre, spoilt!(|text| text.replace(support::placeholders(&text)[0], "")), "was lost"),
        Row("placeholder doubled", libre, spoilt!(|text| format!("{text} {}", support::placeholders(&text)[0])), "stands twice"),
        Row("placeholder made up", libre, spoilt!(|text| format!("{text} [[99]] Xqzzz")), "fails the check"),
        Row("a number added", libre, spoilt!(|text| text.replace(" de ", " de 7 ")), "numbers added: 7"),
        Row("a name added", libre, spoilt!(|text| text.replace("As suas", "De Brzezinski as").replace("O velho", "De Brzezinski o velho")), "names added"),
        Row("a state added", libre, spoilt!(|text| text.replace('.', " na Noruega.")), "states added: NO"),
        Row("entities", libre, spoilt!(|text| text.replace("pintadas", "&quot;pintadas&quot;").replace("velho", "&quot;velho&quot;")), "is left over"),
        Row("the source again", libre, Act::Texts(|texts| response(200, "", json!({"translatedText": texts}).to_string())), "another language"),
        Row("nothing", libre, spoilt!(|_| String::new()), "was lost"),
        Row("much too long", libre, spoilt!(|text| format!("{text} {}", "e assim por diante ".repeat(60))), "too long"),
        Row("unknown words", libre, spoilt!(|text| text.replace("portas", "*doors").replace("velho", "*old")), "is not translated"),
    ]
}

/// As [`check`]; what a busy machine was too slow for is tried once more with ten times the time.
fn check_patiently(name: &str, options: Options, reason: &str) -> Vec<String> {
    let complaints = check(name, options.clone(), reason);
    if complaints.is_empty() {
        return complaints;
    }
    let mut patient = options;
    patient.deadline *= 10;
    patient.request *= 10;
    check(name, patient, reason)
}

/// The digest stands, nothing is shown as translated, the reason is named without the key, and in time.
fn check(name: &str, options: Options, reason: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let service = service(options.clone());
    let digest = digest(ARTICLE);
    let begun = Instant::now();
    let translations = tools().localizer.translate(&digest, "pt", &service);
    let took = begun.elapsed();
    let rendered = tools().localizer.render_with(&digest, "pt", &translations).expect("a language of ours");
    let reasons: Vec<_> = rendered.warnings.iter().map(|warning| warning.message.as_str()).collect();
    if !reasons.iter().any(|said| said.contains(reason)) {
        complaints.push(format!("{name}: {reasons:?} does not say `{reason}`"));
    }
    if reasons.iter().any(|said| said.contains(KEY)) || format!("{rendered:?}").contains(KEY) {
        complaints.push(format!("{name}: the key is shown"));
    }
    let composed = rendered.clauses.iter().any(|clause| clause.realization == Realization::Composed);
    let untranslated = rendered.clauses.iter().filter(|clause| clause.realization == Realization::Quoted).count();
    if !composed || untranslated == 0 || !rendered.text.contains("reuniu-se") {
        complaints.push(format!("{name}: the digest is {}", rendered.text));
    }
    // Reading and checking take their time too where the machine is busy.
    if took > options.deadline + Duration::from_secs(4) {
        complaints.push(format!("{name}: took {took:?}"));
    }
    complaints
}

#[test]
fn every_fault_ends_in_time_with_the_digest_and_its_reason() {
    tools();
    let rows = rows();
    assert!(rows.len() >= 40, "{} rows", rows.len());
    let mut complaints = Vec::new();
    // A few at a time, so that a busy machine does not make the clock the judge.
    for rows in rows.chunks(6) {
        thread::scope(|scope| {
            let checks: Vec<_> = rows
                .iter()
                .map(|Row(name, engine, act, reason)| {
                    let act = act.clone();
                    let server = Server::start(move |mut stream, _| while perform(&act, &mut stream).is_some() {});
                    let options = options(engine, &server.url());
                    scope.spawn(move || check_patiently(name, options, reason))
                })
                .collect();
            complaints.extend(checks.into_iter().flat_map(|check| check.join().expect("no panic")));
        });
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn nobody_listens() {
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let complaints = check("refused", options("apertium", &format!("http://127.0.0.1:{port}")), "cannot be reached");
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn a_server_that_dies_half_way_costs_what_it_had_not_answered() {
    let served = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(move |mut stream, _| {
        while let Some((_, body)) = read_request(&mut stream) {
            if served.fetch_add(1, std::sync::atomic::Ordering::SeqCst) > 0 {
                return;
            }
            let said = match body.contains("museum") {
                true => "O velho museu perto do porto de [[1]] tem [[2]] quadros que vieram de [[3]].",
                false => "As suas portas foram pintadas de azul depois da tempestade de [[1]].",
            };
            let said = json!({"responseData": {"translatedText": said}, "responseStatus": 200});
            let _ = stream.write_all(&response(200, "", said.to_string()));
        }
    });
    let mut options = options("apertium", &server.url());
    options.concurrency = 1;
    let rendered = render(&service(options), &digest(ARTICLE));
    let count = |kind| rendered.clauses.iter().filter(|clause| clause.realization == kind).count();
    assert_eq!((count(Realization::Translated), count(Realization::Quoted)), (1, 1), "{}", rendered.text);
    assert!(rendered.text.contains("reuniu-se"), "{}", rendered.text);
    assert!(rendered.warnings[0].message.contains("apertium broke the connection"), "{:?}", rendered.warnings);
}

#[test]
fn a_redirection_is_not_followed() {
    let other = Server::answering(|_, _| response(200, "", "{}"));
    for code in [301, 302, 303, 307, 308] {
        let location = format!("Location: {}/v2/translate\r\n", other.url());
        let server = Server::answering(move |_, _| response(code, &location, ""));
        let reason = format!("answered {code}, a redirection, which is not followed");
        let complaints = check("redirected", options("deepl", &server.url()), &reason);
        assert!(complaints.is_empty(), "{complaints:?}");
    }
    assert_eq!(other.requests(), 0, "the key was carried to another origin");
}

#[test]
fn a_service_without_its_key_is_named_and_not_asked() {
    let server = Server::answering(|_, _| response(200, "", "{}"));
    let service =
        Service::open(options("deepl", &server.url()), Arc::clone(&tools().checker), &|_| None).expect("opened");
    let rendered = render(&service, &digest(ARTICLE));
    assert!(rendered.warnings[0].message.contains("ATTACHE_DEEPL_KEY"), "{:?}", rendered.warnings);
    assert_eq!(server.requests(), 0);
}

#[test]
fn a_pair_that_a_service_does_not_list_is_not_sent() {
    let server = Server::answering(|_, _| response(200, "", "{}"));
    let service = service(options("apertium", &server.url()));
    let translations = tools().localizer.translate(&digest(ARTICLE), "az", &service);
    let reason = translations.values().next().expect("a sentence").as_ref().expect_err("no pair").reason.clone();
    assert!(reason.contains("apertium does not translate from en to az"), "{reason}");
    assert_eq!(server.requests(), 0);
}

#[test]
fn local_refuses_every_address_elsewhere() {
    for url in ["http://192.168.1.5:2737", "https://api-free.deepl.com", "http://localhost.example.org"] {
        let mut options = options("apertium", url);
        options.reach = Reach::Local;
        let error = Service::open(options, Arc::clone(&tools().checker), &|_| None).err().expect("refused");
        assert!(error.to_string().contains("not on this machine"), "{error}");
    }
}

/// A server of TLS with a certificate of that kind.
fn tls_server(names: &[&str], expired: bool) -> (Server, String) {
    let mut parameters = rcgen::CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        .expect("names of hosts");
    if expired {
        parameters.not_before = rcgen::date_time_ymd(2019, 1, 1);
        parameters.not_after = rcgen::date_time_ymd(2020, 1, 1);
    }
    let key = rcgen::KeyPair::generate().expect("a key");
    let certificate = parameters.self_signed(&key).expect("a certificate");
    let pem = certificate.pem();
    let chain = vec![certificate.der().clone()];
    let secret = rustls::pki_types::PrivateKeyDer::Pkcs8(key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config =
        rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
    let config = Arc::new(config.with_no_client_auth().with_single_cert(chain, secret).expect("a certificate"));
    let server = Server::start(move |stream, requests| {
        let connection = rustls::ServerConnection::new(Arc::clone(&config)).expect("a configuration");
        let mut stream = rustls::StreamOwned::new(connection, stream);
        while let Some((_, body)) = read_request(&mut stream) {
            requests.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let translated: Vec<_> = texts(&body).iter().map(|text| portuguese(text)).collect();
            let _ = stream.write_all(&response(200, "", json!({"translatedText": translated}).to_string()));
        }
    });
    (server, pem)
}

#[test]
fn certificates_are_checked_and_a_bundle_is_trusted() {
    let with = |names: &[&str], expired: bool, is_trusted: bool| {
        let (server, pem) = tls_server(names, expired);
        let mut options = options("libretranslate", &format!("https://localhost:{}", server.port()));
        options.authority = is_trusted.then(|| pem.into_bytes());
        let service = service(options);
        (render(&service, &digest(ARTICLE)), server.requests())
    };
    let (good, _) = with(&["localhost"], false, true);
    assert_eq!(good.warnings, [], "{}", good.text);
    for (what, names, expired, is_trusted) in [
        ("expired", "localhost", true, true),
        ("another host", "example.org", false, true),
        ("unknown issuer", "localhost", false, false),
    ] {
        let (rendered, requests) = with(&[names], expired, is_trusted);
        let message = &rendered.warnings[0].message;
        assert!(message.contains("cannot be trusted"), "{what}: {message}");
        assert_eq!(requests, 0, "{what}: something was sent");
        assert!(rendered.text.contains("reuniu-se"), "{what}");
    }
    let mut options = options("libretranslate", "https://localhost:1");
    options.authority = Some(b"no certificate".to_vec());
    assert!(Service::open(options, Arc::clone(&tools().checker), &|_| None).is_err());
}

#[test]
fn plain_text_where_tls_is_spoken() {
    let server = Server::start(|mut stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        let _ = stream.read(&mut [0; 10]);
    });
    let url = format!("https://localhost:{}", server.port());
    let complaints = check("no TLS", options("libretranslate", &url), "libretranslate ");
    assert!(complaints.is_empty(), "{complaints:?}");
}
