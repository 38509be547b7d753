//! The JSON contract: what is written is what `schemas/attache.digest-1.json` promises.

use attache::{Attache, Brief, DIGEST_SCHEMA, Unrendered};
use attache_tests::{fixtures, read};

const SCHEMA: &str = "schemas/attache.digest-1.json";

#[test]
fn every_brief_is_valid_against_the_published_schema() {
    let schema: serde_json::Value = serde_json::from_str(&read(SCHEMA)).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let attache = Attache::builder().unrendered(Unrendered::Quote).build().expect("the built-in folders are sound");
    let tags: Vec<String> = attache.languages().iter().map(|language| language.tag().to_owned()).collect();
    for fixture in fixtures() {
        let brief = attache.brief(&fixture.article, tags.iter().map(String::as_str));
        let json = serde_json::to_value(&brief).expect("the types are JSON");
        let mistakes: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(mistakes.is_empty(), "{}: {mistakes:#?}", fixture.name);
        assert_eq!(json["schema"], DIGEST_SCHEMA, "{}", fixture.name);
        let read: Brief = serde_json::from_value(json).expect("what was written can be read");
        assert_eq!(read, brief, "{}: not the same after a round trip", fixture.name);
    }
}

/// The schema is worth something only if it refuses.
#[test]
fn the_schema_refuses_what_is_not_a_digest() {
    let schema: serde_json::Value = serde_json::from_str(&read(SCHEMA)).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let fixture = fixtures().into_iter().next().expect("there is a fixture");
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let good = serde_json::to_value(attache.brief(&fixture.article, [])).expect("the types are JSON");
    assert!(validator.is_valid(&good));
    for (field, value) in
        [("schema", "attache.digest/2".into()), ("pieces", 5.into()), ("language", serde_json::Value::Null)]
    {
        let mut bad = good.clone();
        bad[field] = value;
        assert!(!validator.is_valid(&bad), "a wrong `{field}` went through");
    }
}
