//! Why an address gave nothing, said to the person who named it.

use std::fmt;
use std::time::Duration;

use crate::guard::Refusal;

/// Why an address gave nothing.
///
/// [`Display`](fmt::Display) says what happened and is meant to follow the address; [`Fault::remedy`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// It may not be asked.
    Refused(Refusal),
    /// A redirection leads where we do not go.
    RefusedRedirect(String, Refusal),
    /// Its name is not known.
    Name(String),
    /// Nobody answers.
    Unreachable(String),
    /// The connection is not trusted.
    Tls(String),
    /// It took too long altogether.
    TimedOut(Duration),
    /// Its bytes drip.
    Slow,
    /// It broke off.
    Cut(String),
    /// It does not speak HTTP.
    NotHttp(String),
    /// There is more than is accepted.
    TooLarge(usize),
    /// It is small and would become large.
    Bomb(usize),
    /// Its header is too large.
    Headers(usize),
    /// It is compressed in a way that was not asked for, or wrongly.
    Encoding(String),
    /// It leads on and on.
    Redirects(usize),
    /// It leads nowhere.
    RedirectNowhere(u16),
    /// It leads from https to http.
    Downgrade,
    /// It answers that it has nothing for us.
    Status(u16),
    /// It asks us to come back later.
    Busy {
        /// What it answered.
        status: u16,
        /// For how long to leave it alone.
        wait: Option<Duration>,
    },
    /// Its host asked to be left alone, in this run.
    Resting,
    /// Its site does not want programs there.
    Robots,
    /// What its site says to programs cannot be read now.
    Rules(Box<Fault>),
    /// The client cannot be prepared.
    Setup(String),
}

impl Fault {
    /// Whether it may be gone the next time.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Status(status) => *status >= 500 || *status == 408 || *status == 425,
            Self::Name(_)
            | Self::Unreachable(_)
            | Self::TimedOut(_)
            | Self::Slow
            | Self::Cut(_)
            | Self::Busy { .. }
            | Self::Rules(_)
            | Self::Resting => true,
            _ => false,
        }
    }

    /// A stable word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(_) | Self::RefusedRedirect(..) | Self::Downgrade => "address-refused",
            Self::Name(_) => "unknown-host",
            Self::Unreachable(_) => "unreachable",
            Self::Tls(_) => "not-trusted",
            Self::TimedOut(_) | Self::Slow => "too-slow",
            Self::Cut(_) | Self::NotHttp(_) | Self::Encoding(_) | Self::RedirectNowhere(_) => "broken-answer",
            Self::TooLarge(_) | Self::Bomb(_) | Self::Headers(_) => "too-large",
            Self::Redirects(_) => "redirected",
            Self::Status(404 | 410) => "not-found",
            Self::Status(_) => "status",
            Self::Busy { .. } | Self::Resting => "busy",
            Self::Robots | Self::Rules(_) => "robots",
            Self::Setup(_) => "network",
        }
    }

    /// What the user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Refused(refusal) | Self::RefusedRedirect(_, refusal) => refusal.remedy(),
            Self::Name(_) => "check how the host is written, and the connection",
            Self::Unreachable(_) => "check the connection, or try later",
            Self::Tls(_) => "if your network has certificates of its own, name them with --ca-bundle",
            Self::TimedOut(_) | Self::Slow | Self::Cut(_) | Self::Resting => {
                "try later, or save the page and pass the file"
            }
            Self::NotHttp(_) | Self::RedirectNowhere(_) => "open it in a browser to see whether it is there",
            Self::TooLarge(_) | Self::Bomb(_) | Self::Headers(_) | Self::Encoding(_) => {
                "save the page in a browser and pass the file"
            }
            Self::Redirects(_) | Self::Downgrade => "open it in a browser and pass the address where it ends",
            Self::Status(401..=403 | 407 | 451) => "if you may read it in a browser, save the page and pass the file",
            Self::Status(404 | 410) => "check the address",
            Self::Status(_) => "try later, or save the page and pass the file",
            Self::Busy { .. } | Self::Rules(_) => "try later",
            Self::Robots => "read it in a browser; programs are not wanted there",
            Self::Setup(_) => "check the system's certificates",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::RefusedRedirect(target, refusal) => write!(f, "leads to {target}, which {refusal}"),
            Self::Name(why) => write!(f, "has a host that is not known: {why}"),
            Self::Unreachable(why) => write!(f, "cannot be reached: {why}"),
            Self::Tls(why) => write!(f, "is not trusted: {why}"),
            Self::TimedOut(limit) => write!(f, "took longer than {}", length(*limit)),
            Self::Slow => f.write_str("sends its bytes so slowly that it was given up"),
            Self::Cut(why) => write!(f, "broke off: {why}"),
            Self::NotHttp(why) => write!(f, "gave no answer that is one: {why}"),
            Self::TooLarge(limit) => write!(f, "is larger than {limit} bytes"),
            Self::Bomb(ratio) => write!(f, "would unpack to more than {ratio} times its size"),
            Self::Headers(limit) => write!(f, "has a header of more than {limit} bytes"),
            Self::Encoding(why) => write!(f, "cannot be unpacked: {why}"),
            Self::Redirects(limit) => write!(f, "leads on more than {limit} times"),
            Self::RedirectNowhere(status) => write!(f, "leads on ({status}) without saying where"),
            Self::Downgrade => f.write_str("leads from https to http, where anyone could change it"),
            Self::Status(404) => f.write_str("is not there (404)"),
            Self::Status(410) => f.write_str("is no longer there (410)"),
            Self::Status(status @ (401 | 402 | 407)) => write!(f, "is for subscribers or users only ({status})"),
            Self::Status(403) => f.write_str("is not shown to programs, or to nobody (403)"),
            Self::Status(status) if *status >= 500 => write!(f, "failed on its server ({status})"),
            Self::Status(status) => write!(f, "was answered with status {status}"),
            Self::Busy { status, wait: Some(wait) } => {
                write!(f, "asks to be left alone for {} ({status})", length(*wait))
            }
            Self::Busy { status, wait: None } => write!(f, "asks to be left alone for a while ({status})"),
            Self::Resting => f.write_str("was not asked: its host asked to be left alone"),
            Self::Robots => f.write_str("is closed to programs by its site's robots.txt"),
            Self::Rules(why) => write!(f, "is not asked before its site's robots.txt can be read, which {why}"),
            Self::Setup(why) => write!(f, "cannot be asked: {why}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A time as people say it.
fn length(time: Duration) -> String {
    match time.as_millis() {
        millis if millis < 1000 => format!("{millis} ms"),
        _ if time.as_secs() == 1 => "1 second".to_owned(),
        _ if time.as_secs() < 120 => format!("{} seconds", time.as_secs()),
        _ if time.as_secs() < 7200 => format!("{} minutes", time.as_secs().div_ceil(60)),
        _ => format!("{} hours", time.as_secs().div_ceil(3600)),
    }
}

/// What a stranger said, short and without anything that a terminal would obey.
pub(crate) fn quoted(text: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).take(200).collect();
    shown.truncate(shown.trim_end().len());
    shown
}

#[cfg(test)]
mod tests {
    use super::{length, quoted};
    use std::time::Duration;

    #[test]
    fn times_are_said_as_people_say_them() {
        let said = [50, 1_000, 20_000, 600_000, 7_200_000].map(|millis| length(Duration::from_millis(millis)));
        assert_eq!(said, ["50 ms", "1 second", "20 seconds", "10 minutes", "2 hours"]);
    }

    #[test]
    fn nothing_that_a_terminal_would_obey_is_quoted() {
        assert_eq!(quoted("a\u{1b}[31mb\u{202e}c\n"), "a [31mb c");
        assert_eq!(quoted(&"x".repeat(500)).len(), 200);
    }
}
