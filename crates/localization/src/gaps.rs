//! The messages that a language leaves open.
//!
//! Only a language whose `locale.toml` says `complete = false` may leave any open, and each stands as a line
//! `# gap: <id>` in one of its message files, so that whoever opens the file sees what is still to be said.

use std::collections::BTreeSet;

use attache_locales::{Gaps, LoadError, Locales, truncations};

use crate::contract;

/// The messages of the contract that the language lacks, each of them written down.
///
/// # Errors
/// Where a message is missing without a word, where a gap is named that is none, and where a complete language has any.
pub(crate) fn find_gaps(
    locales: &Locales,
    tag: &str,
    is_said: &dyn Fn(&str) -> bool,
) -> Result<BTreeSet<&'static str>, LoadError> {
    let complete = locales.declaration(tag)?.complete;
    let files: Vec<_> = truncations(tag).flat_map(|tag| locales.files_ending(tag, ".ftl")).collect();
    let written: Vec<(_, Gaps<'_>)> = files.iter().map(|file| (file, Gaps::of(file))).collect();
    for (file, gaps) in &written {
        if let Some(at) = gaps.first().filter(|_| complete) {
            let hint = format!("write the message, or `complete = false` in locales/{tag}/locale.toml");
            return Err(file.error(at, "a complete language has no gaps").with_hint(hint));
        }
        for (id, at) in gaps.named() {
            if is_said(id) {
                return Err(file.error(at, format!("`{id}` is said")).with_hint("take the line away"));
            }
            if !is_known(id) {
                return Err(file.error(at, format!("nobody reads a message `{id}`")).with_hint(
                    "a gap is named as its message is, or `kind.manner` where no message of a kind tells the manner",
                ));
            }
        }
    }
    let missing: Vec<&'static str> = contract::messages().filter(|id| !is_said(id)).collect();
    match missing.iter().find(|id| !written.iter().any(|(_, gaps)| gaps.allow(id))) {
        Some(id) => Err(LoadError::new(path_of(tag), format!("no message `{id}`")).with_hint(match complete {
            true => "write it in any .ftl file; a language that cannot say everything yet declares `complete = false`"
                .to_owned(),
            false => format!("write it, or the line `# gap: {id}`"),
        })),
        None => Ok(missing.into_iter().collect()),
    }
}

/// A message of the contract, or `kind.manner`.
fn is_known(id: &str) -> bool {
    match id.split_once('.') {
        Some((kind, _)) => contract::kind(kind).is_some(),
        None => contract::messages().any(|known| known == id),
    }
}

/// The file in which a language's messages usually stand.
pub(crate) fn path_of(tag: &str) -> String {
    format!("locales/{tag}/messages.ftl")
}
