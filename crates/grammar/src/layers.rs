//! A TOML file of a language, with the file of its variant laid over it.

use attache_locales::{LoadError, Locales, SourceFile};
use serde::de::DeserializeOwned;

/// Reads `name` for `tag`: the plain language first, what the variant says laid over it, key by key.
///
/// # Errors
/// Where no layer has the file, or the whole is not of the shape of `T`.
pub(crate) fn merged<'a, T: DeserializeOwned>(
    locales: &'a Locales,
    tag: &'a str,
    name: &'a str,
) -> Result<(T, SourceFile<'a>), LoadError> {
    let files: Vec<SourceFile<'a>> = locales.layers(tag, name).collect();
    let Some((first, over)) = files.split_first() else {
        return Err(LoadError::new(format!("locales/{tag}/{name}"), "there is no such file"));
    };
    if over.is_empty() {
        return Ok((first.toml()?, *first));
    }
    let mut whole: toml::Table = first.toml()?;
    for file in over {
        lay_over(&mut whole, file.toml()?);
    }
    let last = files[files.len() - 1];
    let value =
        whole.try_into().map_err(|error: toml::de::Error| LoadError::new(last.path(), error.message().to_owned()))?;
    Ok((value, last))
}

fn lay_over(below: &mut toml::Table, above: toml::Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}
