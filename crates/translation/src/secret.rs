//! Keys: read from the environment or from a file that it names, shown nowhere.

use std::fmt;
use std::fs;

use crate::engine::Engine;
use crate::fault::Fault;

/// A key of a service. Its `Debug` shows nothing of it, and there is no `Display`.
#[derive(Clone, Default)]
pub(crate) struct Secret(String);

impl Secret {
    /// The key of a service, from `ATTACHE_<NAME>_KEY` or the file that `ATTACHE_<NAME>_KEY_FILE` names; empty where there is
    /// neither.
    pub(crate) fn of(engine: &Engine, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, Fault> {
        let (variable, file) = engine.variables();
        let key = match (environment(&variable), environment(&file)) {
            (Some(key), _) => key,
            (None, Some(path)) => fs::read_to_string(&path)
                .map_err(|error| Fault::Refused(format!("{file}: cannot be read: {}", error.kind())))?,
            (None, None) => String::new(),
        };
        let key = key.trim().to_owned();
        match key {
            key if key.is_empty() && engine.key => Err(Fault::Refused(format!(
                "needs a key: set {variable}, or {file} to the path of a file that holds it"
            ))),
            key if !key.chars().all(|c| c.is_ascii_graphic()) => {
                Err(Fault::Refused(format!("{variable}: the key holds characters that no key has")))
            }
            key => Ok(Self(key)),
        }
    }

    /// For the header or the body of a request, and to take it out of messages.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "Secret(none)" } else { "Secret(…)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deepl() -> &'static Engine {
        Engine::named("deepl").expect("a service")
    }

    #[test]
    fn a_key_comes_from_the_environment_and_is_never_shown() {
        let key = Secret::of(deepl(), &|name| (name == "ATTACHE_DEEPL_KEY").then(|| " abc-123:fx\n".to_owned()));
        let key = key.expect("a key");
        assert_eq!(key.expose(), "abc-123:fx");
        assert_eq!(format!("{key:?}"), "Secret(…)");
    }

    #[test]
    fn where_it_is_needed_and_missing_the_letter_names_the_variables() {
        let fault = Secret::of(deepl(), &|_| None).expect_err("no key");
        assert!(fault.to_string().contains("ATTACHE_DEEPL_KEY_FILE"), "{fault}");
        let fault = Secret::of(deepl(), &|name| name.ends_with("FILE").then(|| "/nowhere/at/all".to_owned()));
        assert!(fault.expect_err("no file").to_string().contains("cannot be read"));
        let fault =
            Secret::of(deepl(), &|name| name.ends_with("KEY").then(|| "a\nb".to_owned())).expect_err("two lines");
        assert!(!fault.to_string().contains("a\nb"));
    }
}
