//! Every fixture, said in the languages of `fixtures/locales`, which are in no program.
//!
//! `crates/cli/tests/brought.rs` does it with the program and answers the rows of their grammar.

use attache::Attache;
use attache_tests::{brought_locales, brought_tags, files_below, fixtures, read};

#[test]
fn every_fixture_in_the_languages_that_are_brought_along() {
    let tags = brought_tags();
    let attache = Attache::builder().locales(brought_locales()).languages(tags.clone()).build();
    let attache = attache.unwrap_or_else(|error| panic!("{error}"));
    for fixture in fixtures() {
        let digest = attache.digest(&fixture.article);
        let said: Vec<String> = tags
            .iter()
            .map(|tag| {
                let rendered = attache.render(&digest, tag).expect("a language of the folder");
                let warnings: Vec<String> =
                    rendered.warnings.iter().map(|w| format!("    ! {}: {}\n", w.code, w.message)).collect();
                format!("[{tag}] omitted {}\n{}\n{}", rendered.omitted, rendered.text, warnings.concat())
            })
            .collect();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!(format!("brought.{}", fixture.name), said.join("\n"));
        });
    }
}

/// Reading is as it is without them: no text is taken for a language that is only said.
#[test]
fn what_is_read_stays_the_same() {
    let (plain, beside) = (Attache::builder(), Attache::builder().locales(brought_locales()));
    let (plain, beside) = (plain.build().expect("sound folders"), beside.build().expect("sound folders"));
    for fixture in fixtures() {
        assert_eq!(plain.digest(&fixture.article), beside.digest(&fixture.article), "{}", fixture.name);
    }
    for text in [
        "Dışişleri Bakanı Hakan Fidan, Bakü'de Azerbaycanlı mevkidaşı ile görüştü ve ikili ilişkileri ele aldı.",
        "El ministro de Asuntos Exteriores se reunió en Madrid con su homóloga y ambos abordaron las relaciones bilaterales.",
    ] {
        assert_eq!(plain.detect(text), beside.detect(text));
        assert_eq!(beside.detect(text).tag, "und");
    }
}

/// A thousand sentences with every kind of event, said in them: nothing shows a seam, and nothing fails but what is a gap.
#[test]
fn no_sentence_of_the_suites_shows_a_seam() {
    let tags = brought_tags();
    let attache = Attache::builder().locales(brought_locales()).languages(tags.clone()).build().expect("sound folders");
    let mut said = 0;
    for text in suite() {
        let digest = attache.digest(&attache::Article::from_text(text));
        for tag in &tags {
            let rendered = attache.render(&digest, tag).expect("a language of the folder");
            let broken = rendered.warnings.iter().find(|warning| warning.code == "resolver");
            assert!(broken.is_none(), "{tag}: {broken:?}");
            assert!(seams(&rendered.text).is_empty(), "{tag}: {:?} in {}", seams(&rendered.text), rendered.text);
            said += usize::from(!rendered.text.is_empty());
        }
    }
    assert!(said > 1_000, "only {said} paragraphs were said");
}

/// Every fourth sentence of `tests/suite/reading`.
fn suite() -> Vec<String> {
    let files = files_below("tests/suite/reading").into_iter().filter(|path| path.ends_with(".txt"));
    let texts: Vec<String> = files.map(read).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let is_case =
        |line: &&str| !line.trim().is_empty() && !["#", "->", "published:"].iter().any(|mark| line.starts_with(mark));
    lines.filter(is_case).step_by(4).map(|line| line.replace(" // ", "\n\n")).collect()
}

fn seams(text: &str) -> Vec<&'static str> {
    let bad = ["{", "}", "  ", " ,", " .", "()", "( ", " )", ",.", "..", ",,", "\u{FDD0}", "\u{FDD1}", "\u{FDD2}"];
    bad.into_iter().filter(|bad| text.contains(bad)).collect()
}
