//! Whether a person looks on, and whether they want colours.

use std::env;
use std::io::{IsTerminal, stdout};

use anstyle::Style;

/// Whether standard output is a terminal.
pub(crate) fn is_watched() -> bool {
    stdout().is_terminal()
}

/// Whether to use colours: on a terminal that has them, unless `NO_COLOR` says otherwise (<https://no-color.org>).
pub(crate) fn has_colours() -> bool {
    let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    is_watched() && !refused && !dumb
}

/// `text` in that style, or as it is where there are no colours.
pub(crate) fn paint(text: &str, style: Style, colours: bool) -> String {
    if colours { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
