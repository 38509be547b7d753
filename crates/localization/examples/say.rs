//! Reads a digest as JSON from standard input and prints it in every language: `cargo run --example say < digest.json`.
#![allow(clippy::print_stdout, reason = "an example is an edge")]

use std::io::{Read as _, stdin};

use attache_localization::{Localizer, Unrendered};
use attache_schema::Digest;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut json = String::new();
    stdin().read_to_string(&mut json)?;
    let digest: Digest = serde_json::from_str(&json)?;
    let localizer = Localizer::builder().unrendered(Unrendered::Quote).build()?;
    for tag in localizer.languages() {
        let Some(rendered) = localizer.render(&digest, tag) else { continue };
        println!("[{tag}] {}\n", rendered.text);
        for warning in rendered.warnings {
            println!("    {}: {}", warning.code, warning.message);
        }
    }
    Ok(())
}
