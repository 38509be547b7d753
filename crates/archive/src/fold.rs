//! One spelling of a word, however it is typed.
//!
//! SQLite's own tokenizer lowers letters by a table that knows one `i`: with it "bakı" finds "Bakı" and not "BAKI", "işıq" does not
//! find "IŞIQ", and "eliyev" does not find "Əliyev". So what is indexed and what is asked for both go through this function.

/// One spelling of a text for comparing: lower case, without marks, and with one letter for those that keyboards confuse.
///
/// * `ı`, `i`, `I`, `İ` are one letter; `ə` (and its look-alike `ǝ`) is `e`;
/// * Latin letters lose their marks, composed or not: `ç ş ğ ö ü ã õ á ê` are `c s g o u a o a e`;
/// * `æ œ ß þ` are the two letters that replace them, `ø đ ł ħ ŧ ŋ ð` the one;
/// * marks that nobody sees (soft hyphens, joiners, directions) are taken out;
/// * letters of other scripts are lowered and otherwise left alone.
///
/// Done twice it changes nothing more.
///
/// ```
/// use attache_archive::fold;
///
/// assert_eq!(fold("BAKI"), fold("Bakı"));
/// assert_eq!(fold("Əliyev İlham"), "eliyev ilham");
/// assert_eq!(fold("Negócios Estrangeiros, São Tomé"), "negocios estrangeiros, sao tome");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_unseen(*letter)) {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().filter(|letter| !is_unseen(*letter)).for_each(|lower| push_bare(lower, &mut folded));
        }
    }
    folded
}

/// Marks that combine with the letter before them, and characters without a shape.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Lower-case letters and what they are without their marks: Latin-1, Latin Extended-A, and of the rest what names of states and
/// people need.
const BARE: [(&str, &str); 32] = [
    ("a", "àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặ"),
    ("ae", "æǽ"),
    ("b", "ƀɓ"),
    ("c", "çćĉċč"),
    ("d", "ďđðḍ"),
    ("e", "èéêëēĕėęěəǝәẹẻẽếềểễệȅȇ"),
    ("f", "ƒ"),
    ("g", "ĝğġģǧǥ"),
    ("h", "ĥħḥ"),
    ("i", "ìíîïĩīĭįıǐịỉȉȋ"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸǩ"),
    ("l", "ĺļľŀł"),
    ("m", "ṃ"),
    ("n", "ñńņňŋ"),
    ("n", "ŉ"),
    ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợȍȏɵ"),
    ("oe", "œ"),
    ("p", "ƥ"),
    ("r", "ŕŗřȑȓ"),
    ("s", "śŝşšſșṣ"),
    ("ss", "ß"),
    ("t", "ţťŧțṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữựȕȗǖǘǚǜ"),
    ("v", "ʋ"),
    ("w", "ŵẁẃẅ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżžẓ"),
    ("'", "ʼ’‘ʻ`´"),
];

fn push_bare(letter: char, folded: &mut String) {
    match BARE.iter().find(|(_, marked)| marked.contains(letter)) {
        Some((bare, _)) => folded.push_str(bare),
        None => folded.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_is_found_however_it_is_typed() {
        let spellings = [
            ["Bakı", "BAKI", "baki", "bakİ"],
            ["işıq", "IŞIQ", "isiq", "İŞIQ"],
            ["Əliyev", "eliyev", "ƏLİYEV", "ǝliyev"],
            ["Mədəniyyət", "MEDENIYYET", "medeniyyet", "mәdәniyyәt"],
            ["ministério", "MINISTÉRIO", "ministerio", "ministe\u{301}rio"],
            ["Conceição", "CONCEIÇÃO", "conceicao", "Conceic\u{327}a\u{303}o"],
            ["Szijjártó", "SZIJJÁRTÓ", "szijjarto", "Szij\u{ad}já\u{200b}rtó"],
            ["Gülüş", "GÜLÜŞ", "gulus", "gu\u{308}lu\u{308}s\u{327}"],
        ];
        for words in spellings {
            let folded = words.map(fold);
            assert!(folded.iter().all(|word| *word == folded[0] && word.is_ascii()), "{words:?} {folded:?}");
        }
    }

    #[test]
    fn other_scripts_are_lowered_and_left() {
        assert_eq!(fold("БАКУ Ереван"), "баку ереван");
        assert_eq!(fold("ΑΘΗΝΑ"), "αθηνα");
        assert_eq!(fold("中国 ქართული"), "中国 ქართული");
    }

    #[test]
    fn every_letter_stands_in_one_row() {
        let mut letters: Vec<char> = BARE.iter().flat_map(|(_, marked)| marked.chars()).collect();
        let count = letters.len();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), count);
    }

    proptest! {
        #[test]
        fn twice_is_the_same(text in "\\PC{0,80}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_makes_no_difference_to_latin_words(text in "[a-zA-ZçəğıöşüÇƏĞIİÖŞÜãõáéíóúâêôàÃÕÁÉÍÓÚ ]{0,40}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
            prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
        }
    }
}
