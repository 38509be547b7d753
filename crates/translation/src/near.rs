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
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let rest = long.chars().count() - short.chars().count();
    if long.starts_with(short.as_str()) && (rest == 0 || (short.chars().count() >= 2 && rest <= ENDING)) {
        return Near::Letters;
    }
    let (a, b) = (skeleton(short), skeleton(long));
    let is_close = match a.len().min(b.len()) {
        0 => first_letter(short) == first_letter(long),
        1 => is_same(a[0], b[0]) && a.len().abs_diff(b.len()) <= 1,
        2 => is_same(a[0], b[0]) && is_same(a[1], b[1]),
        length => {
            let head = &b[..b.len().min(length + 1)];
            mistakes(&a[..a.len().min(length + 1)], head) <= length / 3
        }
    };
    if is_close { Near::Sound } else { Near::Not }
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
        for (a, b) in [("Pelosi", "Pelosinin"), ("Bayramov", "Bayramovun"), ("André", "Andre"), ("Çeyhun", "Ceyhun")] {
            assert_eq!(near(a, b), Near::Letters, "{a} {b}");
        }
        for (a, b) in [("Trump", "Trampın"), ("George", "Corc"), ("Washington", "Vaşinqtonda"), ("Johnson", "Consonun"), ("Kavanaugh", "Kavanonun")] {
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
