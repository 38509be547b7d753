//! Case mapping and folding of letters.
//!
//! Knows that a language may pair letters differently from Unicode's default; which pairs stand in `grammar.toml`.

use attache_locales::{LoadError, SourceFile};

/// The pairs of letters whose case mapping the language decides itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters {
    /// Lower case, upper case.
    pairs: Vec<(char, char)>,
}

/// A set of letters as bits, 64 letters apart sharing one: what is not in it is surely none of the letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LetterSet(u64);

impl LetterSet {
    pub(crate) fn may_hold(self, c: char) -> bool {
        self.0 & 1 << (c as u32 & 63) != 0
    }
}

impl FromIterator<char> for LetterSet {
    fn from_iter<I: IntoIterator<Item = char>>(letters: I) -> Self {
        Self(letters.into_iter().fold(0, |bits, c| bits | 1 << (c as u32 & 63)))
    }
}

impl FromIterator<Self> for LetterSet {
    fn from_iter<I: IntoIterator<Item = Self>>(sets: I) -> Self {
        Self(sets.into_iter().fold(0, |bits, set| bits | set.0))
    }
}

impl Letters {
    /// Reads pairs written as two letters: `iİ`.
    pub(crate) fn parse(pairs: &[String], file: &SourceFile<'_>) -> Result<Self, LoadError> {
        let read = |pair: &String| {
            let mut letters = pair.chars();
            match (letters.next(), letters.next(), letters.next()) {
                (Some(lower), Some(upper), None) => Ok((lower, upper)),
                _ => Err(file.error_near(pair, "a pair is one small and one capital letter").with_hint("write \"iİ\"")),
            }
        };
        Ok(Self { pairs: pairs.iter().map(read).collect::<Result<_, _>>()? })
    }

    pub(crate) fn upper(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            self.push_upper(c, &mut out);
        }
        out
    }

    pub(crate) fn lower(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match self.paired_lower(c) {
                Some(lower) => out.push(lower),
                // Without its pair `İ` falls apart into an i and a dot above it.
                None => out.extend(c.to_lowercase().filter(|c| *c != '\u{307}')),
            }
        }
        out
    }

    /// Raises the first letter and leaves the rest as it is.
    pub(crate) fn sentence_case(&self, text: &str) -> String {
        let Some((at, first)) = text.char_indices().find(|(_, c)| c.is_alphanumeric()) else { return text.to_owned() };
        let mut out = String::with_capacity(text.len() + 2);
        out.push_str(&text[..at]);
        self.push_upper(first, &mut out);
        out.push_str(&text[at + first.len_utf8()..]);
        out
    }

    /// One character for one character: small letters, plain apostrophes and hyphens, and the Latin schwa for its
    /// Cyrillic look-alike.
    pub(crate) fn fold(&self, c: char) -> char {
        match c {
            'a'..='z' => c,
            '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{02BB}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            '\u{04D8}' | '\u{04D9}' => '\u{0259}',
            _ => self.paired_lower(c).or_else(|| c.to_lowercase().next()).unwrap_or(c),
        }
    }

    pub(crate) fn fold_str(&self, text: &str) -> String {
        text.chars().map(|c| self.fold(c)).collect()
    }

    fn paired_lower(&self, c: char) -> Option<char> {
        self.pairs.iter().find(|(_, upper)| *upper == c).map(|(lower, _)| *lower)
    }

    fn push_upper(&self, c: char, out: &mut String) {
        match self.pairs.iter().find(|(lower, _)| *lower == c) {
            Some((_, upper)) => out.push(*upper),
            None => out.extend(c.to_uppercase()),
        }
    }
}
