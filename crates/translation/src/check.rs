//! The check alone, for translations from anywhere.

use attache_locales::{LoadError, Locales};
use attache_schema::{Date, UNDETERMINED};

use crate::sentence::Reader;
use crate::verify::complaints;

/// Checks whether a translation says what its source says; built once, then used from any thread.
///
/// ```
/// use attache_translation::Checker;
///
/// # #[cfg(feature = "builtin")] {
/// let checker = Checker::load(&attache_locales::Locales::builtin())?;
/// let source = "Portugal and Azerbaijan signed 3 agreements on 5 March 2023.";
/// let sound = "Portugal e o Azerbaijão assinaram três acordos a 5 de março de 2023.";
/// assert!(checker.check(source, "en", sound, "pt").is_empty());
/// let unsound = "Portugal e a Arménia assinaram três acordos a 6 de março de 2023.";
/// let complaints = checker.check(source, "en", unsound, "pt");
/// assert!(complaints.iter().any(|complaint| complaint == "numbers left out: 5"));
/// assert!(complaints.iter().any(|complaint| complaint == "states added: AM"));
/// # }
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug)]
pub struct Checker {
    pub(crate) reader: Reader,
    /// Changes whenever a word of the folders does.
    pub(crate) glossary: String,
}

impl Checker {
    /// Reads the language folders.
    ///
    /// # Errors
    /// Where a language file is broken, with its line and a caret.
    pub fn load(locales: &Locales) -> Result<Self, LoadError> {
        Ok(Self { reader: Reader::load(locales)?, glossary: glossary_version(locales) })
    }

    /// What a translation fails on, in words for people; nothing where it passes.
    ///
    /// The tags are those of language folders; with any other the complaint says so.
    #[must_use]
    pub fn check(&self, source: &str, source_tag: &str, target: &str, target_tag: &str) -> Vec<String> {
        let published: Option<Date> = None;
        let read = |text: &str, tag: &str| Some((self.reader.read(text, tag, published)?, self.reader.lexis(tag)?));
        let (Some((source, from)), Some((target, to))) = (read(source, source_tag), read(target, target_tag)) else {
            return vec!["a language without a folder".to_owned()];
        };
        complaints((&source, from), (&target, to), |text| is_language(&self.reader.language(text), target_tag))
    }
}

/// Whether a guess may be the language, whatever its region.
pub(crate) fn is_language(guess: &str, tag: &str) -> bool {
    let base = |tag: &str| tag.split('-').next().unwrap_or("").to_owned();
    // A text of abbreviations and names is in no language for sure.
    guess == UNDETERMINED || base(guess) == base(tag)
}

/// Changes whenever a word of the lexicon or a rule of the checks does (FNV-1a).
fn glossary_version(locales: &Locales) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let tags = locales.tags().map(str::to_owned).collect::<Vec<_>>();
    for tag in tags {
        for file in locales.files_ending(&tag, ".tsv") {
            for byte in file.text().bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    format!("{hash:016x}")
}
