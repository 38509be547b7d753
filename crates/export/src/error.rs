//! Why there is no file, said to the person who asked for it.

use std::fmt;

use crate::Format;

/// Why there is no file.
///
/// [`Display`](fmt::Display) says what is wrong, [`ExportError::remedy`] what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExportError {
    /// The name of a format that there is not.
    UnknownFormat(String),
    /// The bulletin is said in no language.
    NoEdition,
    /// The bulletin is not said in this language.
    UnknownEdition {
        /// The language that was asked for.
        asked: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// What stands in the header of a mail is no address.
    Address {
        /// The header: `From`, `To`.
        header: &'static str,
        /// What stands in it.
        value: String,
    },
    /// A writer below refused; a fault of ours.
    Writer {
        /// What was being written.
        what: &'static str,
        /// What it said.
        message: String,
    },
}

impl ExportError {
    pub(crate) fn writer(what: &'static str, message: impl fmt::Display) -> Self {
        Self::Writer { what, message: message.to_string() }
    }

    /// What can be done about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::UnknownFormat(_) => format!("the formats are {}", Format::ALL.map(|it| it.to_string()).join(", ")),
            Self::NoEdition => "make the bulletin again, with at least one language".to_owned(),
            Self::UnknownEdition { known, .. } => format!("its languages are {}", known.join(", ")),
            Self::Address { .. } => {
                "write an address as `press@example.org` or as `Press section <press@example.org>`, in ASCII".to_owned()
            }
            Self::Writer { .. } => "please report it, with the bulletin as JSON".to_owned(),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFormat(name) => write!(f, "`{}` is no format", name.escape_debug()),
            Self::NoEdition => f.write_str("the bulletin is said in no language"),
            Self::UnknownEdition { asked, .. } => {
                write!(f, "the bulletin is not said in `{}`", asked.escape_debug())
            }
            Self::Address { header, value } => write!(f, "{header}: `{}` is no mail address", value.escape_debug()),
            Self::Writer { what, message } => write!(f, "{what} could not be written: {message}"),
        }
    }
}

impl std::error::Error for ExportError {}
