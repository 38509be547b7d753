//! Roman numerals.

/// The value of a numeral in capitals up to `C`, which is as far as centuries, sessions and sovereigns go; `None` where the word has
/// another letter, or none. A smaller letter before a larger one is taken off. Whether a word that could be one *is* one (`I`, `V`) is
/// for the caller to say.
///
/// ```
/// use attache_grammar::roman_value;
///
/// assert_eq!(["XXVI", "IV", "XC"].map(roman_value), [Some(26), Some(4), Some(90)]);
/// assert_eq!(["", "xxvi", "XM"].map(roman_value), [None, None, None]);
/// ```
#[must_use]
pub fn roman_value(word: &str) -> Option<u32> {
    let value = |letter: char| match letter {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let digits: Vec<i64> = word.chars().map(value).collect::<Option<_>>()?;
    let signed = digits.iter().enumerate().map(|(at, digit)| {
        let is_less = digits.get(at + 1).is_some_and(|next| next > digit);
        if is_less { -digit } else { *digit }
    });
    u32::try_from(signed.sum::<i64>()).ok().filter(|_| !digits.is_empty())
}
