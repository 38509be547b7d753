//! The stages as the program shows them, each alone and all in a row.

mod support;

use insta::assert_snapshot;
use serde_json::Value;
use support::{Desk, ENGLISH, PORTUGUESE};

/// The words of the paragraphs are the matter of `tests/`; here it is how they stand on the page.
#[test]
fn each_of_three_paragraphs_stands_below_the_name_of_its_language() {
    let run = Desk::new("digest").pipe(ENGLISH, &["digest"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run}");
    let parts: Vec<_> = run.out.trim_end().split("\n\n").map(|part| part.lines().collect::<Vec<_>>()).collect();
    let headings: Vec<_> = parts.iter().map(|lines| lines[0]).collect();
    assert_eq!(headings, ["English", "Português", "Azərbaycanca"], "{run}");
    assert!(parts.iter().all(|lines| lines.len() == 2 && lines[1].ends_with('.')), "{run}");
}

#[test]
fn one_language_needs_no_heading() {
    let run = Desk::new("one-language").pipe(ENGLISH, &["digest", "--to", "pt-PT"]);
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(run.out.lines().count(), 1, "{run}");
}

#[test]
fn markdown_has_headings() {
    let desk = Desk::new("markdown");
    desk.put("a.txt", ENGLISH).put("b.txt", PORTUGUESE);
    let run = desk.run(&["digest", "--format", "markdown", "--to", "en,pt", "a.txt", "b.txt"]);
    let headings: Vec<_> = run.out.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["# a.txt", "## English", "## Português", "# b.txt", "## English", "## Português"], "{run}");
    assert_eq!(run.out.split("\n\n").count(), 10, "a blank line stands around each heading: {run}");
}

#[test]
fn what_is_said_later_is_the_same() {
    let desk = Desk::new("render");
    desk.put("a.txt", ENGLISH).put("b.txt", PORTUGUESE).put("c.txt", "");
    for format in ["json", "jsonl"] {
        for inputs in [&["a.txt"] as &[&str], &["a.txt", "b.txt"]] {
            let stored = desk.run(&[&["digest", "--format", format, "--to", "en"], inputs].concat());
            for options in [&[] as &[&str], &["--to", "pt-BR,az"], &["--format", "markdown"], &["--format", "json"]] {
                let at_once = desk.run(&[&["digest", "--quiet"], options, inputs].concat());
                let later = desk.pipe(&stored.out, &[&["render"], options].concat());
                assert!(!at_once.out.is_empty(), "{at_once}");
                assert_eq!(at_once.to_string(), later.to_string(), "{format} {inputs:?} {options:?}");
            }
        }
    }
}

#[test]
fn a_failure_is_handed_on_to_render() {
    let desk = Desk::new("handed-on");
    desk.put("a.txt", ENGLISH).put("empty.txt", "");
    let stored = desk.run(&["digest", "--format", "jsonl", "a.txt", "empty.txt"]);
    let at_once = desk.run(&["digest", "--quiet", "a.txt", "empty.txt"]);
    assert_eq!(at_once.to_string(), desk.pipe(&stored.out, &["render"]).to_string());
}

#[test]
fn every_sentence_is_explained() {
    assert_snapshot!(Desk::new("explain").pipe(ENGLISH, &["digest", "--to", "en", "--explain"]).out);
}

#[test]
fn sentences_are_numbered() {
    assert_snapshot!(Desk::new("segment").pipe(ENGLISH, &["segment"]).out);
}

#[test]
fn sentences_as_json_lines() {
    let desk = Desk::new("segment-jsonl");
    desk.put("a.txt", ENGLISH);
    let run = desk.run(&["segment", "--format", "jsonl", "a.txt"]);
    let line: Value = serde_json::from_str(&run.out).expect("one line of JSON");
    assert_eq!(line["id"], "a.txt");
    for span in line["sentences"].as_array().expect("a list of spans") {
        let end = |key: &str| span[key].as_u64().expect("a byte") as usize;
        assert!(ENGLISH.get(end("start")..end("end")).is_some_and(|sentence| sentence.ends_with('.')), "{run}");
    }
}

#[test]
fn rows_in_an_unknown_language_are_cut_by_the_common_rules() {
    let rows = "{\"id\":1,\"lang\":\"zu\",\"text\":\"One. Two.\"}\n{\"id\":2,\"text\":\"\"}\nno row\n";
    let run = Desk::new("segment-rows").pipe(rows, &["segment", "--input-format", "jsonl"]);
    assert_snapshot!(run);
}

#[test]
fn rules_are_switched_and_words_are_added() {
    let desk = Desk::new("segment-rules");
    let text = "They met Cde. Lima there. nobody spoke.";
    let cut =
        |arguments: &[&str]| desk.pipe(text, &[&["segment", "--from", "en"], arguments].concat()).out.lines().count();
    assert_eq!(cut(&[]), 2, "`Cde.` ends a sentence, and no sentence opens in lower case");
    assert_eq!(cut(&["--rule", "lower-case-starts"]), 3);
    desk.put("house.toml", "[abbreviations]\ntitle = ['cde']\n");
    assert_eq!(cut(&["--profile", "house.toml"]), 1);
    assert_eq!(cut(&["--profile", "house.toml", "--rule", "lower-case-starts"]), 2);
}

#[test]
fn a_variant_is_cut_as_its_language() {
    for lang in ["en-US", "EN", "en-GB-oxendict"] {
        let row = serde_json::json!({"id": 1, "lang": lang, "text": "Mr. Reis met the Hon. Lopes. They spoke."});
        let run = Desk::new("segment-variant").pipe(format!("{row}\n"), &["segment", "--input-format", "jsonl"]);
        assert_eq!(run.out.matches("start").count(), 2, "{run}");
        assert!(run.err.is_empty(), "{run}");
    }
}

#[test]
fn mistakes_in_rules_say_what_to_do() {
    let desk = Desk::new("segment-mistakes");
    desk.put("house.toml", "[abbreviations]\ntitel = ['cde']\n");
    assert_snapshot!("rule", desk.pipe("One.", &["segment", "--rule", "lower-case"]));
    assert_snapshot!("profile", desk.pipe("One.", &["segment", "--profile", "house.toml"]));
}

#[test]
fn annotations_for_people() {
    assert_snapshot!(Desk::new("annotate").pipe(ENGLISH, &["annotate", "--format", "text"]).out);
}

#[test]
fn annotations_for_programs() {
    let desk = Desk::new("annotate-json");
    desk.put("a.txt", ENGLISH);
    let run = desk.run(&["annotate", "a.txt"]);
    let annotations: Value = serde_json::from_str(&run.out).expect("JSON where nobody looks on");
    assert_eq!((&annotations["schema"], &annotations["id"]), (&"attache.annotations/1".into(), &"a.txt".into()));
    assert!(annotations["mentions"].as_array().is_some_and(|mentions| !mentions.is_empty()), "{run}");
}

#[test]
fn summaries_keep_to_their_budget() {
    let row = |limit: &str| serde_json::json!({"id": limit, "lang": "en", "title": "Ministers meet", "text": ENGLISH});
    let (mut words, mut sentences) = (row("words"), row("sentences"));
    words["max_words"] = 40.into();
    sentences["max_sentences"] = 1.into();
    let run = Desk::new("summarize").pipe(format!("{words}\n{sentences}\n"), &["summarize"]);
    assert_snapshot!(run);
}

#[test]
fn several_texts_have_one_summary() {
    let row = serde_json::json!({"id": 1, "lang": "en", "max_words": 45, "docs": [{"text": ENGLISH}, {"text": ENGLISH},
        {"text": "Fishermen blocked the port of Lima for two days. The navy sent boats."}]});
    let run = Desk::new("summarize-docs").pipe(format!("{row}\n"), &["summarize"]);
    assert_eq!(run.out.matches("Budapest").count(), 1, "a sentence stands twice: {run}");
    assert!(run.out.contains("Fishermen"), "the third text is missing: {run}");
}

#[test]
fn a_budget_too_small_gets_one_sentence() {
    let row = serde_json::json!({"id": 1, "lang": "en", "max_words": 2, "text": ENGLISH});
    let run = Desk::new("summarize-small").pipe(format!("{row}\n"), &["summarize"]);
    assert!(run.out.contains("met with"), "{run}");
}

#[test]
fn the_languages_are_listed() {
    assert_snapshot!(Desk::new("languages").run(&["languages"]).out);
}

#[test]
fn what_the_sender_knows_is_taken() {
    let text = "The Foreign Minister of Hungary met with the Foreign Minister of Portugal in Lisbon on May 2.";
    let options = ["digest", "--format", "json", "--published", "2024-05-03", "--outlet", "The Harbour Post"];
    let run = Desk::new("known").pipe(text, &options);
    let digest: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(digest["source"]["published"], "2024-05-03", "{run}");
    assert_eq!(digest["source"]["outlet"], "The Harbour Post", "{run}");
}

#[test]
fn a_folder_of_ones_own_lies_over_the_built_in_ones() {
    let desk = Desk::new("overlay");
    desk.put("mine/en/locale.toml", "name = \"The King's English\"\n");
    let run = desk.run(&["languages", "--locales", "mine"]);
    assert!(run.out.contains("The King's English"), "{run}");
}

#[test]
fn words_are_inflected_line_for_line() {
    let rows = concat!(
        r#"{"id":"1","lang":"az","function":"case","input":"Bakı","args":{"case":"loc","kind":"name"}}"#,
        "\n",
        r#"{"id":"2","lang":"pt","function":"country_prep","input":"AZ","args":{"prep":"de"}}"#,
        "\n",
        r#"{"id":"3","lang":"en","function":"singing","input":"a"}"#,
        "\n",
    );
    assert_snapshot!(Desk::new("inflect").pipe(rows, &["inflect"]));
}

#[test]
fn an_extract_is_whole_sentences_within_the_bound() {
    let desk = Desk::new("extract");
    desk.put("a.txt", ENGLISH).put("b.txt", PORTUGUESE);
    let run = desk.run(&["summarize", "--max-sentences", "1", "a.txt", "b.txt"]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!((lines[0], lines[2], lines[3]), ("==> a.txt <==", "", "==> b.txt <=="), "{run}");
    assert!(ENGLISH.contains(lines[1]) && PORTUGUESE.contains(lines[4]), "{run}");
    let short = desk.run(&["summarize", "--max-characters", "200", "b.txt"]);
    assert!(short.out.trim_end().chars().count() <= 200, "{short}");
}

#[test]
fn why_sentences_were_chosen_stands_below_the_extract() {
    for (name, folder) in [
        ("en", "2031-05-06-northern-courier-norway-georgia"),
        ("pt", "2031-04-02-correio-do-rossio-antunes-visita-baku"),
        ("az", "2031-02-21-korpu-az-azerbaycan-latviya"),
    ] {
        let article = format!("{}/../../fixtures/{folder}/article.txt", env!("CARGO_MANIFEST_DIR"));
        let run = Desk::new("explain-extract").run(&["summarize", "--max-words", "70", "--explain", &article]);
        assert_snapshot!(format!("explain_extract_{name}"), run.out);
    }
}

#[test]
fn json_adds_up() {
    let run = Desk::new("extract-json").pipe(ENGLISH, &["summarize", "--focus", "HU=50", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    let sentences = answer["sentences"].as_array().expect("sentences");
    assert!(sentences.iter().any(|sentence| sentence["parts"]["focus"].as_i64() > Some(0)), "{run}");
    for sentence in sentences {
        let parts = sentence["parts"].as_object().expect("parts").values();
        assert_eq!(parts.filter_map(Value::as_i64).sum::<i64>(), sentence["total"].as_i64().expect("a number"));
        let (start, end) = (sentence["start"].as_u64(), sentence["end"].as_u64());
        let said = &ENGLISH[start.expect("start") as usize..end.expect("end") as usize];
        assert_eq!(sentence["text"].as_str().expect("text"), said.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let rows = Desk::new("extract-rows").pipe(
        format!("{}\n", serde_json::json!({"id": 1, "lang": "en", "text": ENGLISH, "max_sentences": 1})),
        &["summarize", "--explain"],
    );
    let answer: Value = serde_json::from_str(&rows.out).expect("one line");
    assert!(answer["sentences"].as_array().is_some_and(|sentences| sentences.len() > 1), "{rows}");
}

#[test]
fn reports_on_one_story_make_one_extract() {
    let desk = Desk::new("together");
    desk.put("a.txt", ENGLISH).put("b.txt", ENGLISH).put("c.txt", PORTUGUESE);
    let run = desk.run(&["summarize", "--together", "--max-words", "150", "a.txt", "b.txt", "c.txt"]);
    let (sentences, sources) = run.out.split_once("\n\n").expect("two parts");
    assert_eq!(sources, "[1] a.txt\n[2] b.txt\n[3] c.txt\n", "{run}");
    assert!(sentences.lines().all(|line| line.ends_with("[1]") || line.ends_with("[3]")), "told once: {run}");
    let mut told: Vec<_> = sentences.lines().collect();
    told.dedup();
    assert_eq!(told.len(), sentences.lines().count(), "{run}");
}

#[test]
fn records_on_one_story_keep_their_sources_and_stand_in_order_of_time() {
    let record = |id: &str, day: Option<&str>, text: &str| serde_json::json!({"id": id, "date": day, "source": format!("The {id} Post"), "lang": "en", "text": text});
    let rows = [
        record("Undated", None, "Fishermen of the northern harbours fear for their quotas and their boats."),
        record("Later", Some("2031-04-03"), "Ghana and Peru signed an agreement on gas in Porto Novo on Thursday."),
        record(
            "Early",
            Some("2031-04-01"),
            "Analysts in Lima expected that the price of transit would delay the treaty.",
        ),
    ];
    let rows = rows.map(|row| format!("{row}\n")).concat();
    let run = Desk::new("records").pipe(&rows, &["summarize", "--together"]);
    let (sentences, sources) = run.out.split_once("\n\n").expect("two parts");
    let begins: Vec<_> = sentences.lines().map(|line| line.split(' ').next().unwrap_or("")).collect();
    assert_eq!(begins, ["Analysts", "Ghana", "Fishermen"], "{run}");
    assert_eq!(
        sources,
        "[1] Early (The Early Post, 2031-04-01)\n[2] Later (The Later Post, 2031-04-03)\n[3] Undated (The Undated Post)\n",
        "{run}"
    );
    let run = Desk::new("records-json").pipe(&rows, &["summarize", "--together", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    for sentence in answer["sentences"].as_array().expect("sentences") {
        let document = sentence["document"].as_u64().expect("a number") as usize;
        let source = &answer["sources"][document];
        assert!(rows.lines().any(|row| {
            let row: Value = serde_json::from_str(row).expect("JSON");
            row["id"] == source["id"] && row["text"].as_str().is_some_and(|text| sentence["text"] == text)
        }));
    }
}

#[test]
fn a_focus_shifts_a_digest_and_says_so() {
    let article =
        format!("{}/../../fixtures/2023-03-06-azernews-azerbaijan-portugal/article.txt", env!("CARGO_MANIFEST_DIR"));
    let digest = |focus: &str| {
        let run = Desk::new("focus").run(&[
            "digest",
            "--to",
            "en",
            "--max-words",
            "85",
            "--explain",
            "--focus",
            focus,
            &article,
        ]);
        assert_eq!(run.code, 0, "{run}");
        run.out
    };
    assert!(!digest("").contains("focus"));
    assert!(!digest("").lines().next().expect("a paragraph").contains("Armenia"));
    assert!(digest("AM").lines().next().expect("a paragraph").contains("Armenia"));
    assert!(digest("AM").contains("focus"));
}

#[test]
fn a_focus_that_nobody_knows_is_told_with_the_nearest() {
    let run = Desk::new("focus-unknown").pipe(ENGLISH, &["digest", "--focus", "org/ocse"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
    assert!(run.err.contains("is it org/osce?"), "{run}");
    let run = Desk::new("focus-weight").pipe(ENGLISH, &["digest", "--focus", "PT=much"]);
    assert!(run.code == 2 && run.err.contains("from 1 to 1000"), "{run}");
}
