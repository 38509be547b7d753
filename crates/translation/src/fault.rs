//! Why a sentence has no translation: the words are for the reader of the digest, and hold no secret.

use std::fmt;
use std::time::Duration;

/// What went wrong with one request or one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing was sent.
    Refused(String),
    /// No connection.
    Unreachable(String),
    /// The connection was closed or reset before the answer was whole.
    Broken(String),
    /// The certificate, or the handshake.
    Tls(String),
    /// No answer within the time of one request.
    TimedOut,
    /// All time was used up.
    Deadline,
    /// An answer that points elsewhere; the key is not carried there.
    Redirected(u16),
    /// The service said no.
    Status {
        code: u16,
        message: String,
        /// What the service asks to wait.
        wait: Option<Duration>,
        /// Trying again cannot help: a quota for the day, a wrong key.
        is_final: bool,
    },
    /// More bytes than an answer may have.
    TooLarge(usize),
    /// Not the expected shape: truncated, other count, other ids.
    Shape(String),
    /// The answer is whole and does not say what the sentence says.
    Check(String),
}

impl Fault {
    /// Whether the same request may succeed later.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Broken(_) | Self::TimedOut => true,
            Self::Status { code, is_final, .. } => {
                !is_final && matches!(code, 403 | 408 | 425 | 429 | 500 | 502 | 503 | 504 | 529)
            }
            _ => false,
        }
    }

    /// Whether the service may have said no to the glossary that was named.
    pub(crate) fn may_be_of_a_glossary(&self) -> bool {
        matches!(self, Self::Status { code: 400 | 404, .. })
    }

    /// What the service asks to wait.
    pub(crate) fn wait(&self) -> Option<Duration> {
        if let Self::Status { wait, .. } = self { *wait } else { None }
    }

    /// Whether it speaks of this answer only, so that another request to the service may do better.
    pub(crate) fn is_of_the_answer(&self) -> bool {
        matches!(self, Self::Shape(_) | Self::Check(_) | Self::TooLarge(_))
            || matches!(self, Self::Status { code: 400 | 413 | 414 | 422 | 500 | 503, is_final: false, .. })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(why) => f.write_str(why),
            Self::Unreachable(why) => write!(f, "cannot be reached: {why}"),
            Self::Broken(why) => write!(f, "broke the connection: {why}"),
            Self::Tls(why) => write!(f, "cannot be trusted: {why}"),
            Self::TimedOut => f.write_str("did not answer in time"),
            Self::Deadline => f.write_str("the time for translation was used up"),
            Self::Redirected(code) => write!(f, "answered {code}, a redirection, which is not followed"),
            Self::Status { code, message, .. } if message.is_empty() => write!(f, "answered {code}"),
            Self::Status { code, message, .. } => write!(f, "answered {code}: {message}"),
            Self::TooLarge(limit) => write!(f, "answered with more than {limit} bytes"),
            Self::Shape(what) => write!(f, "gave an answer of another shape: {what}"),
            Self::Check(what) => write!(f, "gave an answer that fails the check: {what}"),
        }
    }
}

/// How many characters of a service's own words are shown.
const SHOWN: usize = 160;

/// A service's own words on one short line, without the key should it repeat it.
pub(crate) fn quoted(words: &str, secret: &str) -> String {
    let safe = if secret.is_empty() { words.to_owned() } else { words.replace(secret, "…") };
    let line: String = safe.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN { line } else { line.chars().take(SHOWN).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_a_service_repeats_is_not_shown() {
        assert_eq!(quoted("bad key \u{1b}[31mk-1\n2", "k-1"), "bad key [31m… 2");
        assert!(quoted(&"a".repeat(500), "").chars().count() <= SHOWN + 1);
    }
}
