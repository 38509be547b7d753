//! Texts made to be slow: the 19 of the research on segmenters, and those that our own faults and fears added.

/// One piece over and over, between a head and a tail.
pub(crate) struct Hostile {
    pub(crate) name: &'static str,
    head: &'static str,
    piece: &'static str,
    tail: &'static str,
}

impl Hostile {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|hostile| hostile.name == name)
    }

    /// About as many bytes of it.
    pub(crate) fn text(&self, bytes: usize) -> String {
        format!("{}{}{}", self.head, self.piece.repeat(bytes / self.piece.len()), self.tail)
    }
}

const fn hostile(name: &'static str, head: &'static str, piece: &'static str) -> Hostile {
    Hostile { name, head, piece, tail: "" }
}

/// What comes last decides what all before it was: a small letter takes an end back.
const fn with_tail(name: &'static str, head: &'static str, piece: &'static str, tail: &'static str) -> Hostile {
    Hostile { name, head, piece, tail }
}

pub(crate) const ALL: [Hostile; 27] = [
    hostile("no punctuation", "", "word "),
    hostile("one endless word", "", "ə"),
    hostile("full stops", "", "."),
    hostile("spaced full stops", "", ". "),
    hostile("a.a.a.", "", "a."),
    hostile("initials", "", "A. "),
    hostile("titles", "", "Dr. "),
    hostile("short sentences", "", "He left. "),
    hostile("unclosed quotation marks", "“", "word. “Word "),
    hostile("unclosed guillemets", "«", "«Word? "),
    hostile("unclosed brackets", "", "(word. "),
    hostile("only quotation marks", "", "\""),
    hostile("only brackets", "", "("),
    hostile("closing brackets", "He left.", ")"),
    hostile("only line breaks", "", "\n"),
    hostile("blanks behind a full stop", "He left.", " "),
    hostile("blanks behind a line break", "He left\n", " "),
    hostile("list lines", "Agenda:\n", "- item\n"),
    hostile("bare list lines", "Agenda:\n", "Item\n"),
    hostile("interrobangs", "", "!?"),
    hostile("apostrophes", "", "'"),
    hostile("notes", "He left.", "[3]"),
    with_tail("notes in a sentence", "He left.", "[?]", " and came back"),
    with_tail("marks in a sentence", "He left.", "”)", " and came back"),
    hostile("numbers behind a colon", "", ", , , : 5. A"),
    with_tail("marks before a number", "", ",", ": 5. A"),
    hostile("e-mails", "", "press.office@mfa.example.org "),
];
