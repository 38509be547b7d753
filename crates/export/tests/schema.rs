//! The published JSON Schema of a bulletin is the one that the types have, and what is written is valid against it.
#![allow(
    clippy::disallowed_methods,
    reason = "a test of files: it reads the published schema and, where asked, writes it"
)]

mod support;

use std::env;
use std::fs;

use attache_export::Format;
use attache_schema::{BULLETIN_SCHEMA, Bulletin, published_schema};
use serde_json::Value;
use support::{bulletin, written};

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/attache.bulletin-1.json");

fn generated() -> String {
    published_schema::<Bulletin>(BULLETIN_SCHEMA)
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(PUBLISHED, generated()).expect("the schema can be written");
    }
    let published = fs::read_to_string(PUBLISHED).unwrap_or_default();
    assert!(
        published == generated(),
        "schemas/attache.bulletin-1.json is not what the types say: if no reader stumbles over the change, run \
         `UPDATE_SCHEMA=1 cargo test -p attache-export --test schema`; otherwise it is a new version"
    );
}

#[test]
fn what_is_written_is_valid() {
    let schema: Value = serde_json::from_str(&generated()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let mut json: Value = serde_json::from_slice(&written(&bulletin(), Format::Json)).expect("JSON");
    let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");

    json["schema"] = "attache.bulletin/2".into();
    assert!(!validator.is_valid(&json), "another version is not valid against this one");
}
