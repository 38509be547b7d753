//! The published JSON Schema of a bulletin is the one that the types have, and what is written is valid against it.
#![allow(
    clippy::disallowed_methods,
    reason = "a test of files: it reads the published schema and, where asked, writes it"
)]

mod support;

use std::env;
use std::fs;

use attache_export::Format;
use attache_schema::{BULLETIN_SCHEMA, Bulletin};
use schemars::Schema;
use serde_json::Value;
use support::{bulletin, written};

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/attache.bulletin-1.json");

fn generated() -> String {
    let mut schema = schemars::schema_for!(Bulletin);
    schema.insert("$id".to_owned(), "https://example.org/attache/schemas/attache.bulletin-1.json".into());
    schema.insert("title".to_owned(), BULLETIN_SCHEMA.into());
    plain_description(&mut schema);
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

/// Descriptions are the doc comments, which link as Rust does and break lines where the editor did.
fn plain_description(schema: &mut Schema) {
    schemars::transform::transform_subschemas(&mut plain_description, schema);
    if let Some(Value::String(text)) = schema.get_mut("description") {
        let paragraphs: Vec<_> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
        *text = paragraphs.join("\n\n").replace("[`crate::", "`").replace("[`", "`").replace("`]", "`");
    }
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
