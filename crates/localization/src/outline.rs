//! The contract as a translator meets it: which messages there are and what each may say.

use crate::contract::{Class, KINDS, PHRASES, PHRASINGS};

/// One message that a language may have.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outline {
    /// Under which heading it stands: a kind of event, `noun phrases` or `phrases`.
    pub heading: &'static str,
    /// Its id.
    pub id: &'static str,
    /// The variables that it gets.
    pub variables: Vec<&'static str>,
    /// The attributes that it must have beside its value.
    pub attributes: Vec<&'static str>,
}

/// All messages, in the order in which they are looked at: the phrases first, since every paragraph needs them.
#[must_use]
pub fn outline() -> Vec<Outline> {
    let phrases = PHRASES.iter().map(|(id, variables)| Outline {
        heading: "phrases",
        id,
        variables: variables.to_vec(),
        attributes: Vec::new(),
    });
    let phrasings = PHRASINGS.iter().map(|phrasing| Outline {
        heading: "noun phrases",
        id: phrasing.id,
        variables: phrasing.variables.iter().chain(phrasing.may).copied().collect(),
        attributes: vec!["head"],
    });
    let events = KINDS.iter().flat_map(|kind| {
        kind.shapes.iter().map(|shape| Outline {
            heading: kind.key,
            id: shape.id,
            variables: shape.variables(),
            attributes: if shape.class == Class::Act { vec!["underway", "planned"] } else { Vec::new() },
        })
    });
    phrases.chain(phrasings).chain(events).collect()
}
