//! Lists of phrases in running text: marks that keep long members apart, and words that all members share said once.
//!
//! Knows nothing of what the members mean; the marks and the shared words come from `[enumeration]` of `grammar.toml`.
//! What the list of a grammar table is, stays with [`crate::Language::list`].

use serde::Deserialize;

/// In a list of so many members commas inside of so many of them and commas between them cannot be told apart.
const MANY: usize = 3;
const HEAVY: usize = 2;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Enumeration {
    /// Between members that hold commas: "; ".
    comma: String,
    /// Before the last of them: "; and ".
    last: String,
    /// Beginnings that are said once where all members have them: "the situation in Libya and Sudan".
    heads: Vec<String>,
    /// Endings that only the last member keeps: "Liviyadakı və Sudandakı vəziyyət".
    tails: Vec<String>,
    /// Between two clauses with one subject, where it is not what joins the members of a list.
    clauses: String,
    /// Words that govern the noun before them, which is then no subject: "Latviya **ilə**".
    postpositions: Vec<String>,
}

impl Enumeration {
    /// The members without what all of them share.
    pub(crate) fn share(&self, members: Vec<String>) -> Vec<String> {
        if members.len() < 2 {
            return members;
        }
        if let Some(start) = self.heads.iter().find_map(|head| common_start(&members, head)) {
            let rest = |(at, member): (usize, String)| if at == 0 { member } else { member[start..].to_owned() };
            return members.into_iter().enumerate().map(rest).collect();
        }
        match self.tails.iter().find(|tail| members.iter().all(|member| has_tail(member, tail))) {
            Some(tail) => {
                let last = members.len() - 1;
                let cut = |(at, member): (usize, String)| match member.rfind(&format!(" {tail}")) {
                    Some(end) if at < last => member[..end].to_owned(),
                    _ => member,
                };
                members.into_iter().enumerate().map(cut).collect()
            }
            None => members,
        }
    }

    /// The marks between members that hold commas, and before the last of them; `None` where commas do.
    pub(crate) fn marks(&self, members: &[String]) -> Option<(&str, &str)> {
        // The comma that closes an apposition belongs to the member.
        let holds_comma = |member: &String| member.trim_end_matches([',', ' ']).contains(", ");
        let heavy = members.iter().filter(|member| holds_comma(member)).count();
        let is_heavy = members.len() >= MANY && heavy >= HEAVY && !self.comma.is_empty();
        is_heavy.then_some((&self.comma, &self.last))
    }

    /// What joins two clauses with one subject; `joint` where nothing else is said.
    pub(crate) fn clause_joint<'j>(&'j self, joint: &'j str) -> &'j str {
        if self.clauses.is_empty() { joint } else { &self.clauses }
    }

    /// Whether a word governs the noun before it.
    pub(crate) fn is_postposition(&self, word: &str) -> bool {
        self.postpositions.iter().any(|known| known == word)
    }
}

/// How many bytes all members have in common up to the blank behind `head`; `None` where one lacks it or has nothing more.
fn common_start(members: &[String], head: &str) -> Option<usize> {
    let (first, rest) = members.split_first()?;
    let padded = format!("{head} ");
    let at = first.find(&padded)?;
    let end = at + padded.len();
    let start = &first[..end];
    let is_word = at == 0 || first[..at].ends_with(' ');
    let goes_on = |member: &String| member.len() > end && member.starts_with(start);
    (is_word && first.len() > end && rest.iter().all(goes_on)).then_some(end)
}

/// Whether the last word of the member is `tail`, with or without an ending.
fn has_tail(member: &str, tail: &str) -> bool {
    member.rsplit_once(' ').is_some_and(|(_, last)| last.starts_with(tail))
}
