//! Answers rows of the grammar table: JSON Lines in, JSON Lines out, in the same order.
//!
//! ```sh
//! cargo run --release -p attache-grammar --example inflect_jsonl < dev.jsonl > answers.jsonl
//! ```

use std::io::{self, BufRead as _, Write as _};

use attache_grammar::{Inflector, Question};
use attache_locales::Locales;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inflector = Inflector::load(&Locales::builtin())?;
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &inflector.reply(&question))?;
        writeln!(out)?;
    }
    Ok(())
}
