//! What a byte is, for the questions that need no character: one look into a table.
//!
//! Most candidates are settled by the bytes beside them. What is not, is asked of the characters in `letters`.

/// What a byte is: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind(u8);

impl Kind {
    /// A small letter of ASCII.
    pub(crate) const SMALL: Self = Self(1);
    /// A capital of ASCII.
    pub(crate) const CAPITAL: Self = Self(2);
    /// A digit of ASCII.
    pub(crate) const DIGIT: Self = Self(4);
    /// Part of a Latin letter outside ASCII, from `À` to `ɿ`. The second bytes 97 and B7 are left out, since they also make
    /// `×` and `÷`.
    pub(crate) const PART: Self = Self(8);
    /// White space of ASCII.
    pub(crate) const BLANK: Self = Self(16);
    /// Carries on a sentence behind a full stop: a comma, a semicolon, a colon.
    pub(crate) const PAUSE: Self = Self(32);

    /// A letter, whole or in part.
    pub(crate) const LETTER: Self = Self(1 | 2 | 8);
    /// A letter or digit of ASCII.
    pub(crate) const WORD: Self = Self(1 | 2 | 4);

    pub(crate) const fn of(byte: u8) -> Self {
        KINDS[byte as usize]
    }

    /// The kind of the byte at `at`; none of any kind behind the end.
    pub(crate) fn at(bytes: &[u8], at: usize) -> Self {
        bytes.get(at).map_or(Self(0), |byte| Self::of(*byte))
    }

    pub(crate) const fn is(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

static KINDS: [Kind; 256] = table();

const fn table() -> [Kind; 256] {
    let mut kinds = [Kind(0); 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = Kind(match byte as u8 {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => 2,
            b'0'..=b'9' => 4,
            0x97 | 0xb7 => 0,
            0x80..=0xbf | 0xc3..=0xc9 => 8,
            b' ' | b'\t'..=b'\r' => 16,
            b',' | b';' | b':' => 32,
            _ => 0,
        });
        byte += 1;
    }
    kinds
}

/// Whether the byte is not the first of its character.
pub(crate) fn continues(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}
