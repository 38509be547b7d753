//! The JSON Schema of a type as it is published in `schemas/`.

use schemars::{JsonSchema, Schema, schema_for};
use serde_json::Value;

/// The JSON Schema of the type whose JSON has that version (`attache.digest/1`), as `schemas/attache.digest-1.json` holds it.
///
/// # Panics
/// Never: a schema is JSON.
#[must_use]
pub fn published_schema<T: JsonSchema>(version: &str) -> String {
    let mut schema = schema_for!(T);
    let name = version.replace('/', "-");
    schema.insert("$id".to_owned(), format!("https://example.org/attache/schemas/{name}.json").into());
    schema.insert("title".to_owned(), version.into());
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
