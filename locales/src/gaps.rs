//! Written gaps: what a file says that it leaves open.

use alloc::collections::BTreeMap;

use crate::SourceFile;

/// How a gap is written, in any file whose comments begin with `#`.
const MARK: &str = "# gap: ";

/// The id for everything that the file does not hold.
const REST: &str = "*";

/// The gaps that one file writes down: lines `# gap: <id>`, or `# gap: *` for all that it does not hold.
///
/// ```
/// # use attache_locales::{Gaps, SourceFile};
/// let table = "id\tname\ncountry/PT\tPortugal\n# gap: country/NR\n";
/// let gaps = Gaps::of(&SourceFile::new("xx", "lexicon/countries.tsv", table));
/// assert!(gaps.allow("country/NR") && !gaps.allow("country/TV"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gaps<'a> {
    /// Id, and where it stands.
    lines: BTreeMap<&'a str, usize>,
    rest: Option<usize>,
}

impl<'a> Gaps<'a> {
    /// Reads the gaps of a file.
    #[must_use]
    pub fn of(file: &SourceFile<'a>) -> Self {
        let mut gaps = Self::default();
        let mut at = 0;
        for line in file.text().split_inclusive('\n') {
            match line.strip_prefix(MARK).map(str::trim) {
                Some(REST) => gaps.rest = Some(at),
                Some(id) => {
                    gaps.lines.insert(id, at);
                }
                None => {}
            }
            at += line.len();
        }
        gaps
    }

    /// Whether it is written down that `id` is missing.
    #[must_use]
    pub fn allow(&self, id: &str) -> bool {
        self.rest.is_some() || self.lines.contains_key(id)
    }

    /// The ids that are named one by one, with the byte at which each line begins.
    pub fn named(&self) -> impl Iterator<Item = (&'a str, usize)> + '_ {
        self.lines.iter().map(|(id, at)| (*id, *at))
    }

    /// The byte at which the first gap stands; `None` where nothing is left open.
    #[must_use]
    pub fn first(&self) -> Option<usize> {
        self.lines.values().copied().chain(self.rest).min()
    }
}
