//! What went wrong with a text's letters before it came, mended and counted.
//!
//! Knows which signs stand for which letter by mistake. Knows no language: what it asks of a word is in which script and
//! between which letters a sign stands. Only for texts that we make ourselves, of pages and documents: plain text stays as it
//! came.

use std::collections::BTreeMap;

/// What was mended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repairs {
    /// How many signs stood for the letter schwa (U+0259), being another one that looks like it.
    pub schwas: usize,
    /// How many letters had been read in the wrong encoding of the two that differ in six letters (windows-1252 for
    /// windows-1254).
    pub misread: usize,
    /// How many marks that nobody sees were taken out.
    pub unseen: usize,
    /// How many letters were written as a letter and a mark, and are one now.
    pub joined: usize,
}

impl Repairs {
    /// How many signs were changed or taken out.
    #[must_use]
    pub fn total(&self) -> usize {
        self.schwas + self.misread + self.unseen + self.joined
    }
}

/// Mends a text.
///
/// A sign that looks like the schwa becomes one only inside a word of Latin letters. The letters `ý þ ð` become `ı ş ğ` only
/// where the text has several of them and none of the neighbours that they have in their own languages (`æ`, `á`, `ó`, `ú`).
#[must_use]
pub(crate) fn repair(text: &str) -> (String, Repairs) {
    let mut repairs = Repairs::default();
    let letters: Vec<char> = text.chars().collect();
    let is_misread = is_misread(&letters);
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = letters.get(at).copied() {
        let previous = mended.chars().next_back();
        at += 1;
        match c {
            _ if is_unseen(c) || is_joiner(c) && !joins(previous, letters.get(at..).unwrap_or_default()) => {
                repairs.unseen += 1
            }
            // A combining dot behind the dotted letter is what lower-casing of its capital leaves.
            '\u{307}' if previous == Some('i') => repairs.joined += 1,
            '\u{307}' if previous == Some('I') => {
                mended.pop();
                mended.push('İ');
                repairs.joined += 1;
            }
            _ if stands_for_schwa(c) && is_in_latin_word(&letters, at - 1) => {
                mended.push(if is_capital_schwa(c) { 'Ə' } else { 'ə' });
                repairs.schwas += 1;
            }
            _ => match is_misread.then(|| reread(c)).flatten() {
                Some(letter) => {
                    mended.push(letter);
                    repairs.misread += 1;
                }
                None => mended.push(c),
            },
        }
    }
    (mended, repairs)
}

/// Marks that nobody sees, whatever is around them.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Joiners of no width: they are letters' own in some scripts, and join pictures.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn joins(previous: Option<char>, rest: &[char]) -> bool {
    let next = rest.iter().take(64).find(|c| !is_unseen(**c) && !is_joiner(**c)).copied();
    let is_plain = |c: Option<char>| c.is_none_or(|c| c.is_ascii() || is_latin(c) || is_cyrillic(c));
    !is_plain(previous) || !is_plain(next)
}

/// Turned e (U+01DD, U+018E) and the Cyrillic schwa (U+04D9, U+04D8).
fn stands_for_schwa(c: char) -> bool {
    matches!(c, '\u{1DD}' | '\u{18E}' | '\u{4D9}' | '\u{4D8}')
}

fn is_capital_schwa(c: char) -> bool {
    matches!(c, '\u{18E}' | '\u{4D8}')
}

/// Whether the word around a sign has Latin letters and, signs like it aside, no others.
fn is_in_latin_word(letters: &[char], at: usize) -> bool {
    // The dot behind "i" is a mark inside the word, and goes.
    let is_part = |c: &&char| c.is_alphabetic() || **c == '\u{307}' || is_unseen(**c) || is_joiner(**c);
    let before = letters.get(..at).unwrap_or_default().iter().rev().take(64).take_while(is_part);
    let after = letters.get(at + 1..).unwrap_or_default().iter().take(64).take_while(is_part);
    let mut others = before.chain(after).filter(|c| c.is_alphabetic() && !stands_for_schwa(**c)).peekable();
    others.peek().is_some() && others.all(|c| is_latin(*c))
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c.is_ascii() || ('\u{C0}'..='\u{24F}').contains(&c) || c == 'ə' || c == 'Ə')
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&c)
}

/// The letter that the same byte is in the other encoding.
fn reread(c: char) -> Option<char> {
    Some(match c {
        'ý' => 'ı',
        'þ' => 'ş',
        'ð' => 'ğ',
        'Ý' => 'İ',
        'Þ' => 'Ş',
        'Ð' => 'Ğ',
        _ => return None,
    })
}

/// Whether a text was read in windows-1252 that is written in windows-1254.
///
/// Sure signs: two of the three letters are frequent, letters that such a text has and the languages of the other encoding
/// with `ð` and `þ` have not (`ç`, `ü`, `ö` together) are there, and those of the latter are not.
fn is_misread(letters: &[char]) -> bool {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in letters.iter().filter(|c| !c.is_ascii()).flat_map(|c| c.to_lowercase()) {
        *counts.entry(c).or_default() += 1;
    }
    let count = |wanted: &[char]| wanted.iter().filter_map(|c| counts.get(c)).sum::<usize>();
    let kinds = ['ý', 'þ', 'ð'].iter().filter(|c| count(&[**c]) > 0).count();
    let suspects = count(&['ý', 'þ', 'ð']);
    // What has them rightly has these too; what is already right has the right letters.
    let against = count(&['æ', 'á', 'í', 'ó', 'ú', 'ě', 'š', 'č', 'ř', 'ž', 'ň', 'ı', 'ş', 'ğ']);
    kinds >= 2 && suspects >= 5 && count(&['ç', 'ü', 'ö']) > 0 && against * 20 <= suspects
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mended(text: &str) -> String {
        repair(text).0
    }

    #[test]
    fn signs_like_the_schwa_become_it_in_latin_words() {
        let (text, repairs) = repair("Az\u{4D9}rbaycan Respublikasının Xarici İşl\u{1DD}r Nazirliyi, \u{18E}liyev");
        assert_eq!(text, "Azərbaycan Respublikasının Xarici İşlər Nazirliyi, Əliyev");
        assert_eq!(repairs.schwas, 3);
    }

    #[test]
    fn signs_like_the_schwa_stay_where_they_are_letters() {
        for text in ["Қазақстан Республикасы \u{4D9}кімшілігі", "the sound [\u{1DD}] of Temne", "\u{4D9}"]
        {
            assert_eq!(repair(text), (text.to_owned(), Repairs::default()));
        }
    }

    #[test]
    fn six_letters_are_read_anew_where_that_is_sure() {
        let right = "Dışişleri Bakanı Bakü'de görüştü. Görüşmede iki ülke arasındaki ilişkiler ele alındı, doğal gaz için \
                     çalışma grubu kurulacağı açıklandı.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1254.encode(right);
        let (wrong, _, _) = encoding_rs::WINDOWS_1252.decode(&bytes);
        let (text, repairs) = repair(&wrong);
        assert_eq!(text, right);
        assert!(repairs.misread > 10);
    }

    #[test]
    fn six_letters_stay_where_they_are_right() {
        let icelandic =
            "Utanríkisráðherra sagði það eftir fundinn í gær að þjóðirnar ættu að ræða þetta, það er þörf á því.";
        let czech = "Ministr zahraničí v pondělí řekl, že nový čtyřletý plán je výrazný a bílý kůň žluťoučký.";
        let portuguese = "Os dois ministros reuniram-se em Lisboa; a cooperação avança, disse o ministro Ýþð.";
        for text in [icelandic, czech, portuguese] {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn marks_that_nobody_sees_are_taken_out() {
        let (text, repairs) = repair("minis\u{AD}ters\u{200B} meet\u{202E} in Ba\u{200D}ku\u{FEFF}");
        assert_eq!((text.as_str(), repairs.unseen), ("ministers meet in Baku", 5));
        let persian = "می\u{200C}شود";
        assert_eq!(mended(persian), persian);
    }

    #[test]
    fn a_letter_and_its_dot_are_one_letter() {
        assert_eq!(repair("I\u{307}lham i\u{307}lə").0, "İlham ilə");
    }

    proptest! {
        #[test]
        fn twice_is_the_same_as_once(text in "[a-zA-Zəǝәşçğıİýþð\u{307}\u{200B}\u{200D}\u{AD} .]{0,60}") {
            let once = mended(&text);
            prop_assert_eq!(mended(&once), once);
        }

        #[test]
        fn plain_letters_stay(text in "[a-zA-Zəşçğıöüãõáéíóúâêôà .,;\n]{0,80}") {
            prop_assert_eq!(repair(&text), (text, Repairs::default()));
        }
    }
}
