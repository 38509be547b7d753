//! The borders of ARCHITECTURE.md. A failure here means: move the code, or move the border on purpose, in a change of its own.

use std::collections::{BTreeMap, BTreeSet};

use attache_tests::{brought_tags, files_below, folder_names, read, root};
use toml::{Table, Value};

/// Invariant 4: package, its folder, and the packages of ours that it may use.
const EDGES: &[(&str, &str, &[&str])] = &[
    ("attache-schema", "crates/schema", &[]),
    ("attache-locales", "locales", &[]),
    ("attache-segmenter", "crates/segmenter", &["attache-locales"]),
    ("attache-grammar", "crates/grammar", &["attache-locales", "attache-schema"]),
    ("attache-langid", "crates/langid", &["attache-locales", "attache-schema"]),
    (
        "attache-summarizer",
        "crates/summarizer",
        &["attache-grammar", "attache-langid", "attache-locales", "attache-schema", "attache-segmenter"],
    ),
    ("attache-localization", "crates/localization", &["attache-grammar", "attache-locales", "attache-schema"]),
    (
        "attache-translation",
        "crates/translation",
        &[
            "attache-fetch",
            "attache-grammar",
            "attache-locales",
            "attache-localization",
            "attache-schema",
            "attache-summarizer",
        ],
    ),
    ("attache-ingest", "crates/ingest", &["attache-schema"]),
    ("attache-fetch", "crates/fetch", &[]),
    ("attache-archive", "crates/archive", &["attache-schema"]),
    (
        "attache-bulletin",
        "crates/bulletin",
        &[
            "attache",
            "attache-grammar",
            "attache-locales",
            "attache-localization",
            "attache-schema",
            "attache-summarizer",
        ],
    ),
    ("attache-export", "crates/export", &["attache-schema"]),
    (
        "attache",
        "crates/attache",
        &[
            "attache-grammar",
            "attache-locales",
            "attache-localization",
            "attache-schema",
            "attache-segmenter",
            "attache-summarizer",
        ],
    ),
    (
        "attache-cli",
        "crates/cli",
        &[
            "attache",
            "attache-archive",
            "attache-bulletin",
            "attache-export",
            "attache-fetch",
            "attache-grammar",
            "attache-ingest",
            "attache-locales",
            "attache-localization",
            "attache-schema",
            "attache-segmenter",
            "attache-summarizer",
            "attache-translation",
        ],
    ),
    (
        "attache-dev",
        "crates/dev",
        &["attache", "attache-grammar", "attache-langid", "attache-locales", "attache-localization"],
    ),
    ("attache-tests", "tests", &["attache", "attache-ingest"]),
];

/// The packages that may open files, sockets and clocks.
const EDGE_PACKAGES: &[&str] =
    &["attache-archive", "attache-cli", "attache-dev", "attache-fetch", "attache-tests", "attache-translation"];

/// The packages that may reach the network: the one that does, and the program, which reaches it by a feature only.
const NETWORK_PACKAGES: &[&str] = &["attache-fetch", "attache-translation", "attache-cli"];

/// The features of the program that bring the network; without them there is none.
const NETWORK_FEATURES: &[(&str, &str)] = &[("fetch", "dep:attache-fetch"), ("translation", "dep:attache-translation")];

/// Crates that bring a runtime or a socket.
const NETWORK_CRATES: &[&str] = &["tokio", "reqwest", "hyper", "mio", "ureq", "rustls", "native-tls", "curl", "isahc"];

#[test]
fn every_package_stands_in_the_table_of_edges() {
    let mut folders: BTreeSet<String> = folder_names("crates").iter().map(|name| format!("crates/{name}")).collect();
    folders.extend(["locales".to_owned(), "tests".to_owned()]);
    let listed: BTreeSet<String> = EDGES.iter().map(|(_, folder, _)| (*folder).to_owned()).collect();
    assert_eq!(folders, listed, "EDGES in tests/tests/architecture.rs and the folders differ");
    for (package, folder, _) in EDGES {
        assert_eq!(name_in(&manifest(folder)), *package, "{folder}/Cargo.toml");
    }
}

#[test]
fn the_edges_of_the_table_are_the_only_ones() {
    for (package, folder, allowed) in EDGES {
        for used in our_dependencies(&manifest(folder)) {
            assert!(allowed.contains(&used.as_str()), "{folder}/Cargo.toml: `{package}` may not use `{used}`");
        }
    }
}

#[test]
fn the_table_in_architecture_md_is_this_one() {
    let page = read("ARCHITECTURE.md");
    for (package, folder, allowed) in EDGES {
        let start = format!("| `{folder}` |");
        let row = page.lines().find(|line| line.starts_with(&start));
        let row = row.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row that starts with {start}"));
        let cell = row.split('|').nth(3).unwrap_or("");
        let said: BTreeSet<String> = quoted(cell).map(package_name).collect();
        let meant: BTreeSet<String> = allowed.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(said, meant, "ARCHITECTURE.md, row of `{package}`, column 3");
    }
}

/// `segmenter` in the page is the package `attache-segmenter`.
fn package_name(word: &str) -> String {
    if word.starts_with("attache") { word.to_owned() } else { format!("attache-{word}") }
}

#[test]
fn only_translation_and_fetch_reach_the_network() {
    let lock: Table = read("Cargo.lock").parse().expect("Cargo.lock is TOML");
    let graph = dependency_graph(&lock);
    let ours = EDGES.iter().map(|(package, _, _)| *package).filter(|package| !NETWORK_PACKAGES.contains(package));
    for package in ours {
        let reached = reachable(&graph, package);
        let network: Vec<_> = NETWORK_CRATES.iter().filter(|name| reached.contains(**name)).collect();
        assert!(network.is_empty(), "`{package}` reaches {network:?}");
    }
}

/// The program builds without tokio and reqwest: what brings them is optional, and no other dependency does.
#[test]
fn the_program_can_be_built_without_the_network() {
    let program = manifest("crates/cli");
    let dependencies = program.get("dependencies").and_then(Value::as_table).expect("dependencies");
    let optional = |name: &str| {
        let value = dependencies.get(name).and_then(Value::as_table);
        value.and_then(|table| table.get("optional")).and_then(Value::as_bool) == Some(true)
    };
    for package in NETWORK_PACKAGES.iter().filter(|package| **package != "attache-cli") {
        assert!(optional(package), "crates/cli/Cargo.toml: `{package}` has to be optional");
    }
    let features = program.get("features").and_then(Value::as_table).expect("features");
    for (feature, package) in NETWORK_FEATURES {
        let brought = features.get(*feature).and_then(Value::as_array).expect("the feature is there");
        assert!(brought.iter().any(|value| value.as_str() == Some(package)), "{feature}: {brought:?}");
    }
    let lock: Table = read("Cargo.lock").parse().expect("Cargo.lock is TOML");
    let graph = dependency_graph(&lock);
    for name in dependencies.keys().filter(|name| !optional(name)) {
        let reached = reachable(&graph, name);
        let network: Vec<_> = NETWORK_CRATES.iter().filter(|network| reached.contains(**network)).collect();
        assert!(network.is_empty(), "crates/cli reaches {network:?} by `{name}`, which is not optional");
    }
}

/// Invariant 9: what a build needs is in the registry's cache or here, and nothing runs that could fetch more.
#[test]
fn a_build_needs_no_network() {
    let lock: Table = read("Cargo.lock").parse().expect("Cargo.lock is TOML");
    for package in packages(&lock) {
        let source = package.get("source").and_then(Value::as_str).unwrap_or("path");
        let known = source == "path" || source.starts_with("registry+https://github.com/rust-lang/crates.io-index");
        assert!(known, "`{}` comes from {source}", name_in(package));
    }
    let scripts: Vec<String> = rust_files().into_iter().filter(|path| path.ends_with("build.rs")).collect();
    assert_eq!(scripts, ["locales/build.rs"], "a new build script has to be read for this test");
    let script = read("locales/build.rs");
    assert!(!script.contains("std::net") && !script.contains("Command"), "locales/build.rs reaches outside");
}

/// Invariant 2, the list: what pure crates may not call or hold.
#[test]
fn clippy_forbids_clock_files_environment_network_and_floats() {
    let clippy: Table = read("clippy.toml").parse().expect("clippy.toml is TOML");
    let listed = |key: &str| -> BTreeSet<String> {
        let entries = clippy.get(key).and_then(Value::as_array).expect("a list");
        entries.iter().filter_map(|entry| entry.get("path")?.as_str().map(str::to_owned)).collect()
    };
    for method in [
        "std::fs::read",
        "std::fs::read_to_string",
        "std::fs::write",
        "std::fs::File::open",
        "std::env::var",
        "std::env::args",
        "std::time::SystemTime::now",
        "std::time::Instant::now",
        "std::net::TcpStream::connect",
        "f64::ln",
        "f64::powf",
    ] {
        assert!(listed("disallowed-methods").contains(method), "clippy.toml: `{method}` is no longer forbidden");
    }
    for kind in ["std::collections::HashMap", "std::collections::HashSet"] {
        assert!(listed("disallowed-types").contains(kind), "clippy.toml: `{kind}` is no longer forbidden");
    }
}

/// Invariant 2, the reach: the list holds in every package, and only edges open a door.
#[test]
fn every_package_inherits_the_lints_and_only_edges_open_doors() {
    for (package, folder, _) in EDGES {
        let inherits = manifest(folder).get("lints").and_then(|lints| lints.get("workspace")).and_then(Value::as_bool);
        assert_eq!(inherits, Some(true), "{folder}/Cargo.toml: write [lints] workspace = true");
        if EDGE_PACKAGES.contains(package) {
            continue;
        }
        for path in rust_files_of(folder).into_iter().filter(|path| is_production(path)) {
            let code = production_code(&read(&path));
            assert!(
                !code.contains("clippy::disallowed"),
                "{path}: a pure crate may not allow what clippy.toml forbids"
            );
            assert!(!code.contains("unsafe "), "{path}: no unsafe code");
        }
    }
}

/// Names of elements that are tags of languages too (a row of a table, in HTML and in documents), where markup is read.
const ELEMENTS: &[(&str, &str)] = &[("crates/ingest/", "tr")];

/// Languages are folders: no tag of one stands in the code, nor of one that is brought along.
#[test]
fn no_language_tag_stands_in_rust() {
    let tags: Vec<String> = language_tags().into_iter().chain(brought_tags()).collect();
    for path in rust_files().into_iter().filter(|path| is_production(path) || path.ends_with("build.rs")) {
        let code = production_code(&read(&path));
        let is_element = |tag: &str| ELEMENTS.iter().any(|(folder, name)| path.starts_with(folder) && *name == tag);
        for tag in tags.iter().filter(|tag| !is_element(tag)) {
            let literal = format!("\"{tag}\"");
            let line = code.lines().position(|line| line.contains(&literal));
            assert!(
                line.is_none(),
                "{path}:{}: {literal} stands in Rust; put it into the folder of {tag}",
                line.unwrap_or(0) + 1
            );
        }
    }
}

/// Nothing in code or data knows the shipped article.
#[test]
fn nothing_knows_the_shipped_article() {
    let data = files_below("locales").into_iter().filter(|path| path.ends_with(".toml") || path.ends_with(".ftl"));
    let data = data.map(|path| (uncommented(&read(&path), "#"), path));
    let code = rust_files().into_iter().filter(|path| is_production(path));
    let code = code.map(|path| (production_code(&read(&path)), path));
    for (text, path) in data.chain(code) {
        for mark in ["Bayramov", "Francisco Andr", "Qabil Ashirov"] {
            assert!(!text.contains(mark), "{path} knows `{mark}`");
        }
    }
}

/// What only some languages have: names of people, where their spelling at home differs from the one abroad; in a variant, what
/// tells it from its language.
const OPTIONAL_FILES: &[&str] = &["names.tsv", "variant.toml"];

/// Invariant 6, the files: a plain language has what every other has; a variant has a part of what its language has.
#[test]
fn every_language_folder_has_the_same_files() {
    let names = |tag: &str| -> BTreeSet<String> {
        let folder = format!("locales/{tag}/");
        let files = files_below(&format!("locales/{tag}"));
        let names = files.iter().filter_map(|path| path.strip_prefix(&folder));
        names.filter(|name| !OPTIONAL_FILES.contains(name)).map(str::to_owned).collect()
    };
    let tags = language_tags();
    let (variants, plain): (Vec<_>, Vec<_>) = tags.iter().partition(|tag| tag.contains('-'));
    let first = plain.first().expect("there is a language");
    for tag in &plain {
        assert_eq!(names(tag), names(first), "locales/{tag} and locales/{first} hold different files");
    }
    for tag in variants {
        let language = tag.split('-').next().unwrap_or("");
        let own = names(tag);
        let extra: Vec<_> = own.difference(&names(language)).cloned().collect();
        assert!(extra.is_empty(), "locales/{tag} has {extra:?}, which locales/{language} has not");
    }
}

/// Invariant 6, the messages: each one exists in every language, or its gap is written down (`# gap: event-vote`).
#[test]
fn every_message_exists_in_every_language_or_is_a_written_gap() {
    let plain: Vec<String> = language_tags().into_iter().filter(|tag| !tag.contains('-')).collect();
    let mut all = BTreeSet::new();
    let mut said: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut gaps: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for tag in &plain {
        for path in files_below(&format!("locales/{tag}")).into_iter().filter(|path| path.ends_with(".ftl")) {
            let text = read(&path);
            said.entry(tag).or_default().extend(message_ids(&text));
            gaps.entry(tag).or_default().extend(written_gaps(&text));
        }
        all.extend(said.get(tag.as_str()).cloned().unwrap_or_default());
    }
    assert!(!all.is_empty(), "no language has messages");
    for tag in &plain {
        let said = &said[tag.as_str()];
        let gaps = &gaps[tag.as_str()];
        let missing: Vec<_> = all.difference(said).filter(|id| !gaps.contains(*id)).collect();
        assert!(missing.is_empty(), "locales/{tag}: no message and no `# gap:` line for {missing:?}");
        let closed: Vec<_> = gaps.intersection(said).collect();
        assert!(closed.is_empty(), "locales/{tag}: {closed:?} are said and still listed as gaps");
    }
}

/// Invariant 6, the concepts: each id of a table in `locales/root/lexicon` has a row in that table of every language, or is a
/// written gap (a line `# gap: topic/whaling` in that table).
#[test]
fn every_concept_has_a_name_in_every_language_or_is_a_written_gap() {
    let mut concepts = 0;
    for path in files_below("locales/root/lexicon").into_iter().filter(|path| path.ends_with(".tsv")) {
        let name = path.trim_start_matches("locales/root/");
        let table = read(&path);
        if !header(&table).starts_with("id\t") {
            continue; // A list of words of no language, such as given names, has no ids to name.
        }
        let ids: Vec<String> = row_keys(&table).collect();
        concepts += ids.len();
        for tag in language_tags().into_iter().filter(|tag| !tag.contains('-')) {
            let table = read(format!("locales/{tag}/{name}"));
            let known: BTreeSet<String> = row_keys(&table).chain(written_gaps(&table)).collect();
            let missing: Vec<&String> = ids.iter().filter(|id| !known.contains(*id)).collect();
            assert!(missing.is_empty(), "locales/{tag}/{name}: no row and no `# gap:` line for {missing:?}");
        }
    }
    assert!(concepts > 400, "only {concepts} concepts were found in locales/root/lexicon");
}

fn header(table: &str) -> &str {
    table_lines(table).next().unwrap_or("")
}

/// The first cells of a table, its header left out.
fn row_keys(table: &str) -> impl Iterator<Item = String> {
    table_lines(table).skip(1).filter_map(|line| line.split('\t').next()).map(str::to_owned)
}

fn table_lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

fn message_ids(text: &str) -> impl Iterator<Item = String> {
    let heads = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    heads.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim().to_owned())
}

fn written_gaps(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| line.strip_prefix("# gap: ")).map(|id| id.trim().to_owned())
}

/// Invariant 8.
#[test]
fn every_path_that_the_pages_name_exists() {
    let mut checked = 0;
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        for path in quoted(&read(page)).filter(|word| is_path(word)) {
            for concrete in fill_in(path) {
                assert!(root().join(&concrete).exists(), "{page} names `{path}`, but there is no {concrete}");
                checked += 1;
            }
        }
    }
    assert!(checked > 20, "only {checked} paths were found: does `is_path` still know them?");
}

/// Each invariant names what holds it, and that exists.
#[test]
fn every_invariant_names_a_test_that_exists() {
    let page = read("ARCHITECTURE.md");
    let section = page.split("## Invariants").nth(1).expect("a section `Invariants`");
    let section = section.split("\n## ").next().unwrap_or("");
    for number in 1..=9 {
        let start = format!("{number}. ");
        let at =
            section.find(&format!("\n{start}")).unwrap_or_else(|| panic!("ARCHITECTURE.md has no invariant {number}"));
        let text = section[at + 1..].split(&format!("\n{}. ", number + 1)).next().unwrap_or("");
        let tests: Vec<_> = quoted(text).filter_map(|word| word.split_once(".rs::")).collect();
        assert!(!tests.is_empty(), "invariant {number} names no test (`path.rs::function`)");
        for (file, function) in tests {
            let source = read(format!("{file}.rs"));
            assert!(
                source.contains(&format!("fn {function}(")),
                "invariant {number}: {file}.rs has no test `{function}`"
            );
        }
    }
}

/// What stands between backticks, fenced blocks left out.
fn quoted(page: &str) -> impl Iterator<Item = &str> {
    let unfenced = page.split("```").step_by(2);
    unfenced.flat_map(|part| part.lines()).flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// A path from the top of the repository: not a concept id (`country/AZ`), a command, or a path elsewhere.
fn is_path(word: &str) -> bool {
    const FOLDERS: &[&str] = &["crates/", "locales/", "fixtures/", "tests/", "schemas/", ".ci/"];
    let is_top_file = !word.contains('/') && [".md", ".toml"].iter().any(|end| word.ends_with(end)) && word.len() > 5;
    let is_known = FOLDERS.iter().any(|folder| word.starts_with(folder)) || (is_top_file && root().join(word).exists());
    is_known && !word.contains([' ', '*', '…', ':', '{'])
}

/// `locales/<tag>/dates.toml` stands for that file in every plain language; other `<…>` stand for something new.
fn fill_in(path: &str) -> Vec<String> {
    if path.contains("<tag>") {
        let plain = language_tags().into_iter().filter(|tag| !tag.contains('-'));
        return plain.map(|tag| path.replace("<tag>", &tag)).collect();
    }
    match path.split_once('<') {
        Some((folder, _)) => vec![folder.rsplit_once('/').map_or(folder, |(folder, _)| folder).to_owned()],
        None => vec![path.to_owned()],
    }
}

fn language_tags() -> Vec<String> {
    let folders = folder_names("locales").into_iter().filter(|name| name != "root");
    folders.filter(|name| root().join("locales").join(name).join("locale.toml").is_file()).collect()
}

fn rust_files() -> Vec<String> {
    EDGES.iter().flat_map(|(_, folder, _)| rust_files_of(folder)).collect()
}

fn rust_files_of(folder: &str) -> Vec<String> {
    files_below(folder).into_iter().filter(|path| path.ends_with(".rs")).collect()
}

/// Tests, benches and examples may name what they are about; a build script runs before there is a program.
fn is_production(path: &str) -> bool {
    !path.starts_with("tests/")
        && !path.ends_with("build.rs")
        && !["/tests/", "/benches/", "/examples/"].iter().any(|part| path.contains(part))
}

/// The code without comments, and without the module of tests, which stands at the end of a file.
fn production_code(source: &str) -> String {
    let end = source.find("\nmod tests {").unwrap_or(source.len());
    uncommented(&source[..end], "//")
}

/// The text with an empty line for each that is a comment, so that line numbers stay.
fn uncommented(text: &str, mark: &str) -> String {
    let lines = text.lines().map(|line| if line.trim_start().starts_with(mark) { "" } else { line });
    lines.fold(String::new(), |text, line| text + line + "\n")
}

fn manifest(folder: &str) -> Table {
    read(format!("{folder}/Cargo.toml")).parse().unwrap_or_else(|error| panic!("{folder}/Cargo.toml: {error}"))
}

fn name_in(manifest: &Table) -> &str {
    let package = manifest.get("package").and_then(Value::as_table).unwrap_or(manifest);
    package.get("name").and_then(Value::as_str).unwrap_or("")
}

/// The packages of ours in all sections of dependencies, those of tests and of single targets included.
fn our_dependencies(manifest: &Table) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (key, value) in manifest {
        match value {
            Value::Table(table) if key.ends_with("dependencies") => {
                found.extend(table.keys().filter(|name| name.starts_with("attache")).cloned());
            }
            Value::Table(table) => found.extend(our_dependencies(table)),
            _ => {}
        }
    }
    found
}

fn packages(lock: &Table) -> impl Iterator<Item = &Table> {
    lock.get("package").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

fn dependency_graph(lock: &Table) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages(lock) {
        let dependencies = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
        // "name" or "name version", where two versions are in use.
        let names = dependencies.filter_map(Value::as_str).filter_map(|entry| entry.split(' ').next());
        graph.entry(name_in(package)).or_default().extend(names);
    }
    graph
}

fn reachable<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(graph.get(name).into_iter().flatten());
        }
    }
    reached
}
