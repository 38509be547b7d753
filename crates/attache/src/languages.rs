//! Which languages there are, what they call themselves, and which one a tag means.

use std::collections::BTreeMap;

use attache_locales::{LoadError, Locales};

/// The languages and variants that have a folder.
///
/// ```
/// use attache::{Languages, Locales};
///
/// let languages = Languages::load(&Locales::builtin())?;
/// assert_eq!(languages.find("az").map(|language| language.name()), Some("Azərbaycanca"));
/// // A region that has no folder of its own is read as its language, and case does not matter.
/// assert_eq!(languages.find("pt-PT").map(|language| language.tag()), Some("pt"));
/// assert_eq!(languages.find("PT-br").map(|language| language.tag()), Some("pt-BR"));
/// assert!(languages.find("tr").is_none());
/// # Ok::<(), attache::LoadError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Languages {
    by_tag: BTreeMap<String, LanguageName>,
}

/// One language or regional variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageName {
    tag: String,
    name: String,
    read: bool,
}

impl LanguageName {
    /// The BCP 47 tag, which is the name of the folder.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What the language calls itself; the tag where its folder does not say.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether texts in the language are read; others are only said.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read
    }

    /// Whether it is a language of its own, not the variant of another.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        !self.tag.contains('-')
    }
}

impl Languages {
    /// Reads the names of all languages.
    ///
    /// # Errors
    /// Where a `locale.toml` is not TOML, or holds what nobody reads.
    pub fn load(locales: &Locales) -> Result<Self, LoadError> {
        let by_tag =
            locales.tags().map(|tag| Ok((tag.to_owned(), read_name(locales, tag)?))).collect::<Result<_, _>>()?;
        Ok(Self { by_tag })
    }

    /// All of them, in order of tag.
    pub fn iter(&self) -> impl Iterator<Item = &LanguageName> {
        self.by_tag.values()
    }

    /// The language that a tag means: the one of that tag whatever its case, or the one without the region.
    ///
    /// Only a region is left out, never a script: whoever asks for Cyrillic letters is not served by Latin ones.
    #[must_use]
    pub fn find(&self, tag: &str) -> Option<&LanguageName> {
        let exact = self.iter().find(|language| language.tag.eq_ignore_ascii_case(tag));
        exact.or_else(|| {
            let (plain, region) = tag.split_once('-')?;
            is_region(region).then(|| self.find(plain)).flatten()
        })
    }
}

/// Two letters or three digits (RFC 5646, section 2.2.4).
fn is_region(subtag: &str) -> bool {
    match subtag.len() {
        2 => subtag.bytes().all(|byte| byte.is_ascii_alphabetic()),
        3 => subtag.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

fn read_name(locales: &Locales, tag: &str) -> Result<LanguageName, LoadError> {
    let declared = locales.declaration(tag)?;
    let name = declared.name.unwrap_or_else(|| tag.to_owned());
    Ok(LanguageName { tag: tag.to_owned(), name, read: declared.reads })
}
