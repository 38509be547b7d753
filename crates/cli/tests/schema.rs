//! The published JSON Schema is the one that the types have, and what the program writes is valid against it.
#![allow(
    clippy::disallowed_methods,
    reason = "a test of files: it reads the published schema and, where asked, writes it"
)]

mod support;

use std::env;
use std::fs;

use attache_schema::{Brief, DIGEST_SCHEMA, published_schema};
use serde_json::Value;
use support::{Desk, ENGLISH};

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/attache.digest-1.json");

fn generated() -> String {
    published_schema::<Brief>(DIGEST_SCHEMA)
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(PUBLISHED, generated()).expect("the schema can be written");
    }
    let published = fs::read_to_string(PUBLISHED).unwrap_or_default();
    assert!(
        published == generated(),
        "schemas/attache.digest-1.json is not what the types say: if no reader stumbles over the change, run \
         `UPDATE_SCHEMA=1 cargo test -p attache-cli --test schema`; otherwise it is a new version"
    );
}

#[test]
fn the_program_prints_the_published_schema() {
    let run = Desk::new("schema-printed").run(&["schema"]);
    assert!(run.out == fs::read_to_string(PUBLISHED).expect("the schema is published"));
}

#[test]
fn what_the_program_writes_is_valid() {
    let schema: Value = serde_json::from_str(&generated()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let run = Desk::new("schema-valid").pipe(ENGLISH, &["digest", "--format", "json"]);
    let digest: Value = serde_json::from_str(&run.out).expect("the program writes JSON");
    let errors: Vec<_> = validator.iter_errors(&digest).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(digest["rendered"].as_object().map(|said| said.len()), Some(3), "{digest:#}");

    let mut wrong = digest;
    wrong["schema"] = "attache.digest/2".into();
    assert!(!validator.is_valid(&wrong), "another version is not valid against this one");
}
