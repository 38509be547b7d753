//! The published JSON Schemas are those that the types have, and what the program writes is valid against them.
#![allow(
    clippy::disallowed_methods,
    reason = "a test of files: it reads the published schemas and, where asked, writes them"
)]

mod support;

use std::env;
use std::fs;
use std::path::PathBuf;

use attache_schema::{BULLETIN_SCHEMA, Brief, Bulletin, DIGEST_SCHEMA, published_schema};
use serde_json::Value;
use support::{Desk, ENGLISH};

const MORNING: &str = include_str!("../../../fixtures/briefs/morning/articles.jsonl");

fn digest_schema() -> String {
    published_schema::<Brief>(DIGEST_SCHEMA)
}

fn bulletin_schema() -> String {
    published_schema::<Bulletin>(BULLETIN_SCHEMA)
}

fn published(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schemas").join(file)
}

/// Holds the published file to what the types say; writes it where asked.
fn assert_published(file: &str, generated: &str) {
    let path = published(file);
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, generated).expect("the schema can be written");
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == generated,
        "schemas/{file} is not what the types say: if no reader stumbles over the change, run \
         `UPDATE_SCHEMA=1 cargo test -p attache-cli --test schema`; otherwise it is a new version"
    );
}

/// Holds JSON that the program wrote to a schema, which must refuse the same JSON under the name of another version.
fn assert_valid(schema: &str, mut written: Value, another_version: &str) {
    let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let errors: Vec<_> = validator.iter_errors(&written).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    written["schema"] = another_version.into();
    assert!(!validator.is_valid(&written), "{another_version} is not valid against this version");
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    assert_published("attache.digest-1.json", &digest_schema());
    assert_published("attache.bulletin-1.json", &bulletin_schema());
}

#[test]
fn the_program_prints_the_published_schema() {
    let desk = Desk::new("schema-printed");
    for (arguments, file) in
        [(&["schema"][..], "attache.digest-1.json"), (&["schema", "bulletin"][..], "attache.bulletin-1.json")]
    {
        assert!(desk.run(arguments).out == fs::read_to_string(published(file)).expect("the schema is published"));
    }
}

#[test]
fn a_digest_is_valid() {
    let run = Desk::new("schema-digest").pipe(ENGLISH, &["digest", "--format", "json"]);
    let digest: Value = serde_json::from_str(&run.out).expect("the program writes JSON");
    assert_eq!(digest["rendered"].as_object().map(|said| said.len()), Some(3), "{digest:#}");
    assert_valid(&digest_schema(), digest, "attache.digest/2");
}

#[test]
fn a_bulletin_is_valid() {
    let desk = Desk::new("schema-bulletin");
    desk.put("morning.jsonl", MORNING);
    let run = desk.run(&["brief", "--date", "2031-03-06", "--format", "json", "morning.jsonl"]);
    let bulletin: Value = serde_json::from_str(&run.out).expect("the program writes JSON");
    assert_eq!(bulletin["editions"].as_array().map(Vec::len), Some(3), "{bulletin:#}");
    assert_valid(&bulletin_schema(), bulletin, "attache.bulletin/2");
}
