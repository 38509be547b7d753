//! Throughput on made-up news, against a bare search for terminators, and growth on texts made to be slow.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench measures time and says so")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use attache_segmenter::Segmenter;
use criterion::{Criterion, Throughput};

const NEWS: [(&str, &str); 3] = [
    (
        "en",
        "BAKU, March 5 — Foreign Minister J. Bayramov received Portugal's Secretary of State on Sunday, the ministry's press service said. The parties discussed trade, transport, renewable energy, etc. “We value these ties,” Mr. Reis said at 5 p.m. in Doha. The next round is due in May.\n\n",
    ),
    (
        "pt",
        "Lisboa, 05 mar 2023 (Lusa) — O ministro dos Negócios Estrangeiros recebeu no domingo o homólogo do Azerbaijão, informou o gabinete do Sr. Ministro. As partes discutiram comércio, transportes, energias renováveis, etc. «Damos valor a estes laços», disse a Dr.ª Reis às 15h30. A próxima ronda é em maio.\n\n",
    ),
    (
        "az",
        "Bakı, 5 mart, AZƏRTAC\n\nXarici işlər naziri C.Bayramov bazar günü Portuqaliyanın dövlət katibini qəbul edib. Tərəflər ticarət, nəqliyyat, bərpa olunan enerji və s. məsələləri müzakirə ediblər. “Bu əlaqələrə dəyər veririk”, – deyə nazir bildirib. Növbəti görüş mayda keçiriləcək.\n\n",
    ),
];

/// A piece, and what comes before its repetitions.
const HOSTILE: [(&str, &str, &str); 22] = [
    ("no punctuation", "", "word "),
    ("one endless word", "", "ə"),
    ("full stops", "", "."),
    ("spaced full stops", "", ". "),
    ("a.a.a.", "", "a."),
    ("initials", "", "A. "),
    ("titles", "", "Dr. "),
    ("short sentences", "", "He left. "),
    ("unclosed quotation marks", "“", "word. “Word "),
    ("unclosed guillemets", "«", "«Word? "),
    ("unclosed brackets", "", "(word. "),
    ("only quotation marks", "", "\""),
    ("only brackets", "", "("),
    ("closing brackets", "He left.", ")"),
    ("only line breaks", "", "\n"),
    ("blanks behind a full stop", "He left.", " "),
    ("blanks behind a line break", "He left\n", " "),
    ("list lines", "Agenda:\n", "- item\n"),
    ("bare list lines", "Agenda:\n", "Item\n"),
    ("interrobangs", "", "!?"),
    ("apostrophes", "", "'"),
    ("notes", "He left.", "[3]"),
];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    measure_throughput(&mut criterion);
    print_growth();
    criterion.final_summary();
}

fn measure_throughput(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("segment");
    for (tag, news) in NEWS {
        let (segmenter, text) = (Segmenter::builtin(tag).expect("a built-in language"), news.repeat(4000));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function(tag, |bencher| bencher.iter(|| segmenter.segments(black_box(&text)).count()));
        let terminators = |text: &str| text.bytes().filter(|b| matches!(b, b'.' | b'!' | b'?')).count();
        group.bench_function(format!("{tag}, counting terminators"), |bencher| {
            bencher.iter(|| terminators(black_box(&text)))
        });
    }
    group.finish();
}

/// Four times the text should take four times as long: the fastest of many short runs, since other work disturbs long ones.
fn print_growth() {
    let segmenter = Segmenter::builtin("en").expect("a built-in language");
    println!("growth from 32 kB to 128 kB (linear: 4.0), and the time for 128 kB");
    for (name, head, piece) in HOSTILE {
        let time = |bytes: usize| fastest(&segmenter, &format!("{head}{}", piece.repeat(bytes / piece.len())));
        let (small, large) = (time(1 << 15), time(1 << 17));
        let ratio = large.as_nanos() * 10 / small.as_nanos().max(1);
        println!("  {name:<28} {:>4}.{}   {large:?}", ratio / 10, ratio % 10);
        assert!(ratio < 100, "{name}: the time grows faster than the text");
    }
}

fn fastest(segmenter: &Segmenter, text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        black_box(segmenter.segments(black_box(text)).count());
        start.elapsed()
    };
    (0..60).map(|_| run()).min().unwrap_or_default()
}
