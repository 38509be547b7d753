//! Inflection, read backwards: what may follow a stem in the same word.

/// What an ending says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// The form, by its name in `grammar.toml`.
    pub case: Option<String>,
    /// Whether a plural is marked.
    pub plural: bool,
    /// Whether a possessive is marked.
    pub possessive: bool,
}

/// The endings that one language licenses.
#[derive(Debug, Clone, Default)]
pub struct Endings {}

impl Endings {
    /// Reads what follows `stem` in the same word; `None` where no inflection of the language looks so.
    #[must_use]
    pub fn read(&self, _stem: &str, rest: &str) -> Option<Ending> {
        rest.is_empty().then(Ending::default)
    }

    /// All ways to cut a word into a stem and a licensed ending, the longest stem first.
    #[must_use]
    pub fn splits(&self, word: &str) -> Vec<(usize, Ending)> {
        vec![(word.len(), Ending::default())]
    }
}
