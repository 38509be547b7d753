//! What stands in quotation marks.

use crate::token::Token;

/// Whether a token stands in a quotation, which may have begun in a sentence before: then the first mark behind it closes it.
pub(crate) fn is_quoted(tokens: &[Token<'_>], at: usize) -> bool {
    if let Some(quote) = tokens[..at].iter().rev().find(|token| token.is_quote()) {
        return opens_quote(tokens, quote);
    }
    let is_close = |quote: usize| match tokens[quote].text {
        "\"" => quote > 0 && tokens[quote - 1].touches(&tokens[quote]),
        text => matches!(text, "”" | "»"),
    };
    (at..tokens.len()).find(|at| tokens[*at].is_quote()).is_some_and(is_close)
}

/// Whether a quotation begins with a mark: a straight one does where an even number stands before it.
fn opens_quote(tokens: &[Token<'_>], quote: &Token<'_>) -> bool {
    let before = tokens.iter().filter(|token| token.text == "\"" && token.span.start < quote.span.start).count();
    matches!(quote.text, "“" | "«" | "„") || (quote.text == "\"" && before % 2 == 0)
}
