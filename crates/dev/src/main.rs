//! `cargo dev`: what those who work on the project run. Nothing of it is in the program.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an edge: files and a terminal"
)]

mod fit;
mod measure;
mod rouge;
mod training;

use std::error::Error;
use std::process::ExitCode;

const HELP: &str = "\
cargo dev train-language            learn locales/root/detect.weights from the texts in locales/root/languages
cargo dev fit FILE…                 learn [extract] in locales/root/weights.toml: lines of JSON as ../shared/eval/summarization has them
cargo dev measure-language FILE…    how often the language is found: lines of JSON with `lang` and `text`";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["train-language"] => training::train(),
        ["fit", ..] if arguments.len() > 1 => fit::fit(&arguments[1..]),
        ["measure-language", ..] if arguments.len() > 1 => measure::measure(&arguments[1..]),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => fail(&*error),
    }
}

fn fail(error: &dyn Error) -> ExitCode {
    eprintln!("cargo dev: {error}");
    ExitCode::FAILURE
}
