//! A text in folded letters, with the way back to its own bytes.
//!
//! Knows that one character folds to one character; which one is the language's business (`Language::fold`).

use attache_grammar::Language;

const TABLE: u32 = 0x250;

/// How one language folds letters, as a table over the Latin blocks.
#[derive(Debug, Clone)]
pub(crate) struct FoldTable {
    table: Vec<char>,
    /// The bytes that fold as ASCII does: whole runs of them are taken at once.
    plain: [bool; 256],
}

impl FoldTable {
    pub(crate) fn new(language: &Language) -> Self {
        Self::of(|c| first(&language.fold(c.encode_utf8(&mut [0; 4]))).unwrap_or(c))
    }

    /// The small letters of Unicode, for a language of which nothing is known.
    pub(crate) fn plain() -> Self {
        Self::of(|c| c.to_lowercase().next().unwrap_or(c))
    }

    fn of(fold: impl Fn(char) -> char) -> Self {
        let plain = |byte: usize| {
            let c = u8::try_from(byte).map_or(char::REPLACEMENT_CHARACTER, char::from);
            c.is_ascii() && c != '\n' && fold(c) == c.to_ascii_lowercase()
        };
        let plain = std::array::from_fn(plain);
        let meant = |c: char| match c {
            // The turned e is typed for the schwa, whose twin it is.
            '\u{018E}' | '\u{01DD}' => '\u{0259}',
            // Where a narrow window broke the line, the words of a name go on: "ərazi / bütövlüyü".
            '\n' => ' ',
            _ => c,
        };
        Self { table: (0..TABLE).filter_map(char::from_u32).map(|c| fold(meant(c))).collect(), plain }
    }

    /// How many bytes at the head of a text fold as ASCII does.
    fn plain_run(&self, text: &str) -> usize {
        text.bytes().position(|byte| !self.plain[usize::from(byte)]).unwrap_or(text.len())
    }

    pub(crate) fn fold(&self, c: char) -> char {
        match self.table.get(c as usize) {
            Some(folded) => *folded,
            None => match c {
                '\u{2019}' | '\u{2018}' | '\u{02BC}' => '\'',
                '\u{2010}' | '\u{2011}' => '-',
                '\u{04D8}' | '\u{04D9}' => '\u{0259}',
                _ => c.to_lowercase().next().unwrap_or(c),
            },
        }
    }

    pub(crate) fn fold_str(&self, text: &str) -> String {
        text.chars().map(|c| self.fold(c)).collect()
    }
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// The folded text of a whole article.
#[derive(Debug)]
pub(crate) struct Folded {
    text: String,
    /// For each byte of the article the byte of the folded text.
    forth: Vec<u32>,
    /// For each byte of the folded text the byte of the article.
    back: Vec<u32>,
}

impl Folded {
    /// Folds an article of less than 4 GB, which the reader has made sure of.
    pub(crate) fn new(text: &str, table: &FoldTable) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut forth = Vec::with_capacity(text.len() + 1);
        let mut back = Vec::with_capacity(text.len() + 1);
        let mut at = 0;
        while at < text.len() {
            let start = folded.len();
            // Nearly every letter has one byte, and so has what it folds to.
            let run = table.plain_run(&text[at..]);
            folded.push_str(&text[at..at + run]);
            folded[start..].make_ascii_lowercase();
            forth.extend(start as u32..(start + run) as u32);
            back.extend(at as u32..(at + run) as u32);
            at += run;
            let Some(c) = first(&text[at..]) else { break };
            let start = folded.len() as u32;
            folded.push(table.fold(c));
            forth.resize(at + c.len_utf8(), start);
            back.resize(folded.len(), at as u32);
            at += c.len_utf8();
        }
        forth.push(folded.len() as u32);
        back.push(text.len() as u32);
        Self { text: folded, forth, back }
    }

    /// The whole folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The folded letters of a range of the article.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(self.forth(start)..self.forth(end)).unwrap_or("")
    }

    /// From a byte of the article to a byte of the folded text.
    pub(crate) fn forth(&self, at: usize) -> usize {
        self.forth.get(at).map_or(self.text.len(), |at| *at as usize)
    }

    /// From a byte of the folded text to a byte of the article.
    pub(crate) fn back(&self, at: usize) -> usize {
        self.back.get(at).or(self.back.last()).map_or(0, |at| *at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table as a language has it whose capital I is no i.
    fn table() -> FoldTable {
        FoldTable::of(|c| match c {
            'I' => 'ı',
            'İ' => 'i',
            _ => c.to_lowercase().next().unwrap_or(c),
        })
    }

    #[test]
    fn every_letter_has_its_way_there_and_back() {
        for text in ["", "Bakı", "İLHAM met INGRID in Zürich – “Ölüm”", "I", "aI", "\u{2019}ĞüşəƏ x"] {
            let (table, mut from) = (table(), 0);
            let folded = Folded::new(text, &table);
            for (at, c) in text.char_indices() {
                let letter = table.fold(c);
                assert_eq!(folded.forth(at), from, "{text}");
                assert_eq!(folded.slice(at, at + c.len_utf8()), letter.to_string(), "{text}");
                assert!((from..from + letter.len_utf8()).all(|byte| folded.back(byte) == at), "{text}");
                from += letter.len_utf8();
            }
            assert_eq!((folded.text().len(), folded.back(from)), (from, text.len()));
        }
    }
}
