//! What a profile did to the order of the stories, as rows that an edge can print.

use attache_schema::{PassedOver, Weight};
use serde::Serialize;

/// The ranking with and without the profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The stories, the weightiest first; also those for which the brief has no room.
    pub stories: Vec<Ranked>,
    /// The articles that belong to no story, and why.
    pub passed_over: Vec<PassedOver>,
}

/// One story in the ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Ranked {
    /// What it is called, in the first language.
    pub headline: String,
    /// Its articles, by the sender's names.
    pub sources: Vec<String>,
    /// Its place, from one.
    pub with_profile: usize,
    /// The place that it would have without the parts `focus` and `profile`.
    pub without_profile: usize,
    /// The parts of its weight, in a fixed order, in thousandths.
    pub weights: Vec<Weight>,
    /// Their sum.
    pub total: i64,
    /// Their sum without the parts that the profile gives.
    pub total_without_profile: i64,
    /// The section that it stands in.
    pub section: String,
    /// Whether the brief has room for it.
    pub has_room: bool,
}
