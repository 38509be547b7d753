//! The language of each line of a text from the standard input.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "an example is an edge")]

use attache_langid::Detector;
use attache_locales::Locales;

fn main() {
    let detector = Detector::load(&Locales::builtin()).expect("the built-in weights are sound");
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let guess = detector.detect(&line);
        println!("{}\t{}\t{}\t{line}", guess.tag, guess.resembles.unwrap_or_default(), guess.confidence);
    }
}
