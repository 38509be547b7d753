//! Throughput on made-up news, against a bare search for terminators. Growth, and the peers, are measured in
//! `benches/peers`.
use std::hint::black_box;

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

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    measure_throughput(&mut criterion);
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
