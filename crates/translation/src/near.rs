//! Whether two spellings may be one name: "Pelosi" and "Pelosinin", "Trump" and "Tramp", "George" and "Corc".

use crate::lexis::plain;

/// How alike two words are as names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Near {
    /// No.
    Not,
    /// They may sound alike.
    Sound,
    /// The same letters, perhaps with an ending.
    Letters,
}

/// The longest ending that an inflected name takes, in letters.
const ENDING: usize = 6;

/// Compares two words as names.
pub(crate) fn near(a: &str, b: &str) -> Near {
    let (a, b) = (plain(a), plain(b));
    let letters = |word: &str| word.chars().count();
    let (short, long) = if letters(&a) <= letters(&b) { (&a, &b) } else { (&b, &a) };
    let rest = letters(long) - letters(short);
    if long.starts_with(short.as_str()) && (rest == 0 || (letters(short) >= 3 && rest <= ENDING)) {
        return Near::Letters;
    }
    let (a, b) = (skeleton(short), skeleton(long));
    let length = a.len().min(b.len());
    let is_close = match length {
        0 => a.len() == b.len() && short.chars().take(2).eq(long.chars().take(2)),
        1 | 2 => (0..length).all(|at| is_same(a[at], b[at])) && a.len().abs_diff(b.len()) <= 1,
        _ => mistakes(&a[..length], &b[..b.len().min(length + 1)]) <= (length + 1) / 5,
    };
    if is_close && begin_alike(short, long) { Near::Sound } else { Near::Not }
}

/// Both begin with a vowel, or with the same consonant; `h`, `y` and `j` may be silent or a vowel.
fn begin_alike(a: &str, b: &str) -> bool {
    let class = |word: &str| skeleton(&word.chars().take(1).collect::<String>()).first().copied();
    let is_soft = |word: &str| first_letter(word).is_some_and(|c| matches!(c, 'h' | 'j' | 'i'));
    match (class(a), class(b)) {
        (Some(a), Some(b)) => is_same(a, b),
        (None, None) => true,
        _ => is_soft(a) || is_soft(b),
    }
}

/// The class of a letter that is hard or soft.
const EITHER: u8 = b'?';

fn is_same(a: u8, b: u8) -> bool {
    let may_be = |class: u8| matches!(class, b'k' | b's' | EITHER);
    a == b || ((a == EITHER || b == EITHER) && may_be(a) && may_be(b))
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().next()
}

/// The consonants of a word by how they sound, roughly: languages write them differently, and vowels most differently of all.
fn skeleton(word: &str) -> Vec<u8> {
    let mut classes: Vec<u8> = Vec::new();
    let letters: Vec<char> = word.chars().collect();
    for letter in &letters {
        let class = match letter {
            'b' | 'p' => b'p',
            'f' | 'v' => b'f',
            'd' | 't' => b't',
            'k' | 'q' => b'k',
            's' | 'z' | 'j' => b's',
            // Hard in one language and soft in another.
            'c' | 'g' => EITHER,
            'l' => b'l',
            'r' => b'r',
            'm' => b'm',
            'n' => b'n',
            'x' => {
                classes.push(b'k');
                b's'
            }
            _ => continue,
        };
        if classes.last() != Some(&class) {
            classes.push(class);
        }
    }
    classes
}

/// The edit distance of two short lists, what is left of the longer one at its end not counted.
fn mistakes(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, y) in b.iter().enumerate() {
            let kept = diagonal + usize::from(!is_same(*x, *y));
            diagonal = row[column + 1];
            row[column + 1] = kept.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.into_iter().min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        for (a, b) in [("Pelosi", "Pelosinin"), ("Bayramov", "Bayramovun"), ("André", "Andre"), ("Çeyhun", "Ceyhun")]
        {
            assert_eq!(near(a, b), Near::Letters, "{a} {b}");
        }
        for (a, b) in [
            ("Trump", "Trampın"),
            ("George", "Corc"),
            ("Washington", "Vaşinqtonda"),
            ("Johnson", "Consonun"),
            ("Kavanaugh", "Kavanonun"),
        ] {
            assert!(near(a, b) >= Near::Sound, "{a} {b}");
        }
    }

    #[test]
    fn other_names() {
        for (a, b) in [("Pelosi", "Trump"), ("Bayramov", "Mirzoyan"), ("Lavrov", "Blinken"), ("Baku", "Yerevan")] {
            assert_eq!(near(a, b), Near::Not, "{a} {b}");
        }
    }
}
