//! `cargo dev`: what those who work on the project run. Nothing of it is in the program.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an edge: files and a terminal"
)]

mod check;
mod fit;
mod folder;
mod measure;
mod rouge;
mod scaffold;
mod stream;
mod training;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
cargo dev train-language            learn locales/root/detect.weights from the texts in locales/root/languages
cargo dev fit FILE…                 learn [extract] in locales/root/weights.toml: lines of JSON as ../shared/eval/summarization has them
cargo dev measure-language FILE…    how often the language is found: lines of JSON with `lang` and `text`
cargo dev new-locale TAG [--engine affix|contraction|table] [--in DIR]
                                    a new language folder, every word of it a gap (engine `table`, in `locales`)
cargo dev stream [N]                N articles of about 2 KB as JSON lines, made from the fixtures; no end without N
cargo dev check-locales [DIR]       what the language folders leave open and what is wrong in them, DIR laid over them";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["train-language"] => training::train(),
        ["fit", ..] if arguments.len() > 1 => fit::fit(&arguments[1..]),
        ["new-locale", tag, ref options @ ..] => new_locale(tag, options),
        ["check-locales"] => check::check(None),
        ["check-locales", folder] => check::check(Some(Path::new(folder))),
        ["stream"] => stream::stream(None),
        ["stream", number] => match number.parse() {
            Ok(number) => stream::stream(Some(number)),
            Err(_) => Err(format!("stream: `{number}` is no number").into()),
        },
        ["measure-language", ..] if arguments.len() > 1 => measure::measure(&arguments[1..]),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(said) if said.is_empty() => ExitCode::SUCCESS,
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => fail(&*error),
    }
}

fn new_locale(tag: &str, options: &[&str]) -> Result<String, Box<dyn Error>> {
    let (mut engine, mut place) = ("table", "locales");
    for pair in options.chunks(2) {
        match *pair {
            ["--engine", name] => engine = name,
            ["--in", folder] => place = folder,
            _ => return Err(format!("new-locale: nobody understands `{}`\n{HELP}", pair.join(" ")).into()),
        }
    }
    scaffold::scaffold(tag, engine, Path::new(place))
}

fn fail(error: &dyn Error) -> ExitCode {
    eprintln!("cargo dev: {error}");
    ExitCode::FAILURE
}
