//! Characters with which functions and messages talk to the code that formats them.
//!
//! They are noncharacters of Unicode (U+FDD0…U+FDEF), which no text that is handed on may hold; what comes from outside
//! is freed of them by [`clean`]. Fluent gives a function no way to complain: its `FluentValue::Error` becomes visible
//! text. So a function answers with a mark, and the message with the mark in it is not shown.

/// Stands where the head of a noun phrase goes.
pub(crate) const HEAD: char = '\u{FDD0}';
/// The form that was asked for cannot be said honestly, such as a suffix on a foreign name: try another wording.
pub(crate) const UNSAYABLE: char = '\u{FDD1}';
/// The message asks for something that cannot be meant: a mistake of ours.
pub(crate) const BROKEN: char = '\u{FDD2}';

/// Stands where the subject goes that the sentence before has said.
pub(crate) const SUBJECT: char = '\u{FDD3}';

/// The text without noncharacters.
pub(crate) fn clean(text: &str) -> String {
    match may_stand_in(text) {
        true => text.chars().filter(|c| !('\u{FDD0}'..='\u{FDEF}').contains(c)).collect(),
        false => text.to_owned(),
    }
}

/// Whether a text may hold noncharacters; nearly none does.
pub(crate) fn may_stand_in(text: &str) -> bool {
    // All of them begin with this byte.
    text.as_bytes().contains(&0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_from_outside_are_taken_out() {
        assert_eq!(clean("Rui\u{FDD1} Salgueiro"), "Rui Salgueiro");
    }
}
