//! Learning the weights of languages.

use std::error::Error;
use std::fs;
use std::path::Path;

use attache_langid::TrainingText;
use attache_locales::{Locales, ROOT};

use crate::folder::{entries, root};

const SETTINGS: &str = "detect.toml";
const WEIGHTS: &str = "locales/root/detect.weights";

/// Learns from the texts, and writes the weights where they belong.
pub(crate) fn train() -> Result<String, Box<dyn Error>> {
    let weights = learn()?;
    fs::write(root().join(WEIGHTS), &weights)?;
    Ok(format!("{WEIGHTS}: {} bytes", weights.len()))
}

fn learn() -> Result<String, Box<dyn Error>> {
    let mut locales = Locales::default();
    locales.insert(ROOT, SETTINGS, fs::read_to_string(root().join("locales/root").join(SETTINGS))?);
    Ok(attache_langid::train(&locales, &texts()?)?)
}

/// `locales/root/languages/<script>/<tag>.txt`.
fn texts() -> Result<Vec<TrainingText>, Box<dyn Error>> {
    let mut texts = Vec::new();
    for script in entries(&root().join("locales/root/languages"))? {
        for path in entries(&script)? {
            let text = fs::read_to_string(&path)?;
            let tag = stem(&path).split('.').next().unwrap_or("").to_owned();
            texts.push(TrainingText { script: stem(&script), tag, text });
        }
    }
    Ok(texts)
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_those_of_the_texts() {
        let committed = fs::read_to_string(root().join(WEIGHTS)).expect("there are weights");
        assert!(learn().expect("texts") == committed, "{WEIGHTS} is stale: run `cargo dev train-language`");
    }
}
