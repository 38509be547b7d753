//! Which files of a language folder are data. The build script reads this file too.

/// How the names of data files end.
const ENDINGS: [&str; 4] = ["toml", "tsv", "ftl", "weights"];

/// Whether a file of a language folder is data, by its name: `dates.toml`, `lexicon/roles.tsv`. Notes and drafts may lie beside them.
#[must_use]
pub fn is_data_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && ENDINGS.contains(&ending))
}
