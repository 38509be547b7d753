//! What is wrong with a file of a language folder, said to the person who can mend it.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use core::fmt;

/// A mistake in a language file: where, what, and if we know it, what to do.
///
/// ```
/// # use attache_locales::LoadError;
/// let error = LoadError::at("locales/az/dates.toml", "[months]\nlong = 5\n", 16, "expected a list").with_hint("write [\"yanvar\", …]");
/// assert_eq!(
///     error.to_string(),
///     "locales/az/dates.toml:2:8: expected a list\n  |\n2 | long = 5\n  |        ^\n  = help: write [\"yanvar\", …]"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    path: String,
    place: Option<Place>,
    message: String,
    hint: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    line: usize,
    column: usize,
    source: String,
}

impl LoadError {
    /// A mistake that has no line of its own, such as a file that is missing.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), place: None, message: message.into(), hint: None }
    }

    /// A mistake at byte `at` of `text`.
    #[must_use]
    pub fn at(path: impl Into<String>, text: &str, at: usize, message: impl Into<String>) -> Self {
        let at = floor_boundary(text, at);
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let source = text[start..].lines().next().unwrap_or("").to_owned();
        let line = text[..start].matches('\n').count() + 1;
        let column = text[start..at].chars().count() + 1;
        Self { place: Some(Place { line, column, source }), ..Self::new(path, message) }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The file that has to be mended.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The line, counted from one.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.line)
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if let Some(Place { line, column, source }) = &self.place {
            let gutter = " ".repeat(line.to_string().len());
            let indent: String = source.chars().take(column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
            write!(f, ":{line}:{column}: {}\n{gutter} |\n{line} | {source}\n{gutter} | {indent}^", self.message)?;
        } else {
            write!(f, ": {}", self.message)?;
        }
        match &self.hint {
            Some(hint) => write!(f, "\n  = help: {hint}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for LoadError {}
