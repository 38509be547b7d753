//! Letters and words for comparing: what is left of a name when spelling habits are taken off it.
//!
//! Knows letters of the Latin script and no word of any language.

/// A letter without its marks, small; none for what is no letter or digit.
fn plain(c: char) -> Option<char> {
    let small = c.to_lowercase().next()?;
    let plain = match small {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'ă' | 'ą' | 'ā' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ē' | 'ė' | 'ə' => 'e',
        'ğ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => 'o',
        'ř' => 'r',
        'ş' | 'ś' | 'š' | 'ș' => 's',
        'ť' | 'ț' | 'ţ' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        other => other,
    };
    plain.is_alphanumeric().then_some(plain)
}

/// The word in small letters without marks.
pub(crate) fn fold(word: &str) -> String {
    word.chars().filter_map(plain).collect()
}

/// The folded words of a text, in order.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold)
}

/// What two spellings of one name share: its consonants, those that stand for one another in transliteration as one letter
/// ("Jeyhun" and "Ceyhun", "Akhmetov" and "Axmetov").
pub(crate) fn skeleton(word: &str) -> String {
    let folded: Vec<char> = fold(word).chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = folded.get(at) {
        let follows_h = folded.get(at + 1) == Some(&'h');
        let (sound, taken) = match (c, follows_h) {
            ('k' | 'g' | 's' | 'c' | 'z', true) => (Some(hard(*c)), 2),
            ('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h', _) => (None, 1),
            (c, _) => (Some(hard(*c)), 1),
        };
        if let Some(sound) = sound.filter(|sound| !out.ends_with(*sound)) {
            out.push(sound);
        }
        at += taken;
    }
    if out.is_empty() { folded.into_iter().collect() } else { out }
}

fn hard(c: char) -> char {
    match c {
        'x' => 'k',
        'q' => 'g',
        'j' => 'c',
        'w' => 'v',
        other => other,
    }
}

/// A number for a text; the same on every machine (FNV-1a).
pub(crate) fn hash<'t>(parts: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.into_iter().flat_map(|part| part.bytes().chain([b' '])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // The low bits of FNV are weak, and they are what a sample is taken by.
    hash ^ (hash >> 29)
}

/// The language of a tag, without script and region.
pub(crate) fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_skeleton() {
        for (one, other) in
            [("Jeyhun", "Ceyhun"), ("Akhmetbekov", "Axmetbekov"), ("Chkhaidze", "Çxaidze"), ("Aliyev", "Əliyev")]
        {
            assert_eq!(skeleton(one), skeleton(other), "{one}, {other}");
        }
        assert_ne!(skeleton("Rangel"), skeleton("Antunes"));
        assert_eq!(skeleton("Eo"), "eo");
    }

    #[test]
    fn words_are_small_and_bare() {
        assert_eq!(words("O Presidente, às 16h: ÇƏ!").collect::<Vec<_>>(), ["o", "presidente", "as", "16h", "ce"]);
    }
}
