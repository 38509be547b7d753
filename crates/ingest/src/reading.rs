//! How an input was read.

use crate::charset::ToldBy;
use crate::html::DateEvidence;
use crate::repair::Repairs;

/// How an input was read: what stands in no article, and tells how far the article can be trusted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// The encoding, by its name in the Encoding Standard.
    pub encoding: Option<&'static str>,
    /// What told the encoding.
    pub told_by: Option<ToldBy>,
    /// How many places were no characters of that encoding; each is U+FFFD in the text.
    pub malformed: usize,
    /// What was mended.
    pub repairs: Repairs,
    /// What told the day of publication.
    pub date: Option<DateEvidence>,
    /// Who wrote it, as the input names them.
    pub authors: Vec<String>,
    /// The language that the input claims; often left over from a template, so nobody should rely on it.
    pub claimed_language: Option<String>,
    /// Whether everyone may read all of it, where the input says so: `false` means that the text may be a start only.
    pub is_free: Option<bool>,
}
