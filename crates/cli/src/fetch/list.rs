//! The addresses of a run.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::failure::Stop;
use crate::input::read_all;

/// More than a list of all newspapers of the world has.
const LONGEST: usize = 10_000_000;

/// The addresses that were named, and those of the lists; each once, in order.
pub(crate) fn addresses(named: &[String], lists: &[PathBuf]) -> Result<Vec<String>, Stop> {
    let mut addresses = named.to_vec();
    for path in lists {
        addresses.extend(parse(&read(path)?));
    }
    let mut seen = std::collections::BTreeSet::new();
    addresses.retain(|address| seen.insert(address.clone()));
    if addresses.is_empty() {
        return Err(Stop::Usage("fetch: no address is named, and the lists have none".to_owned()));
    }
    Ok(addresses)
}

fn read(path: &Path) -> Result<String, Stop> {
    let told = |why: String| Stop::Usage(format!("--feeds {}: {why}", path.display()));
    let file = File::open(path).map_err(|error| told(error.kind().to_string()))?;
    let bytes = read_all(file, LONGEST).map_err(|failure| told(failure.to_string()))?;
    String::from_utf8(bytes).map_err(|_| told("is not UTF-8".to_owned()))
}

/// One address on a line; what follows a space and `#` is a remark, so that an address may have a fragment.
fn parse(text: &str) -> Vec<String> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let bare = lines.map(|line| line.split_once(" #").map_or(line, |(address, _)| address).trim());
    bare.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_line_is_an_address_or_a_remark() {
        let text = "\u{feff}# Baku\r\nhttps://a.example/feed # the agency\r\n\n  https://b.example/#top  \n";
        assert_eq!(parse(text), ["https://a.example/feed", "https://b.example/#top"]);
    }
}
