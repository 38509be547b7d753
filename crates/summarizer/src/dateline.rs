//! Date lines in running text: those that run on into the sentence, "BAKU, March 5 (AGENCY) —", and sentences of their own.

use crate::token::{Shape, Token};

/// How many tokens a date line may have.
const LONGEST: usize = 14;
/// How many small words may stand in it.
const SMALL: usize = 2;
/// How many words name the place of one that is a sentence, and its day ("Thursday, 5 de março de 2031"), small ones among them.
const PLACE: usize = 3;
const DAY: usize = 7;
const SMALL_OF_DAY: usize = 3;

/// The token after a date line at the head of a sentence; 0 where there is none.
///
/// It has capitals, numbers and at most two small words, a digit or a bracket among them unless it is written in capitals, and is
/// closed by a dash, a slash, the bracket of its agency or a colon. `place_end` is where a place ends that is named at a token: a
/// colon behind other words in capitals names who speaks ("MINISTER KALVE: We …").
pub(crate) fn dateline_end(tokens: &[Token<'_>], place_end: &dyn Fn(&Token<'_>) -> Option<usize>) -> usize {
    if let Some(end) = slashed_end(tokens).or_else(|| slashed_agency_end(tokens)) {
        return end;
    }
    if let Some(end) = nested_bracket_end(tokens) {
        return end + dateline_end(&tokens[end..], place_end);
    }
    let agency = agency_end(tokens);
    let is_place = |words: &[Token<'_>]| {
        words.first().zip(words.last()).is_some_and(|(first, last)| place_end(first) == Some(last.span.end))
    };
    // "Islamabad: The envoys …": a sentence begins behind the colon.
    let opens_with_place = |colon: usize| {
        let next = tokens.get(colon + 1);
        tokens[colon].text == ":" && is_place(&tokens[..colon]) && next.is_some_and(|next| next.shape == Shape::Capital)
    };
    let close = (0..tokens.len().min(LONGEST)).find(|at| match tokens[*at].text {
        "/" => !is_in_word(tokens, *at),
        ":" => {
            let before = &tokens[..*at];
            is_shouted(before) && is_place(before)
                || is_place_and_day(before)
                || opens_with_place(*at)
                || before.iter().any(|token| token.text == "[")
        }
        // "The Peru–Estonia group": between two words a dash joins them.
        "–" | "-" => !is_in_word(tokens, *at),
        _ => is_dash_or_slash(&tokens[*at]),
    });
    let Some(close) = close.filter(|close| agency == 0 || *close <= agency) else { return agency };
    let before = &tokens[..close];
    let small = before.iter().filter(|token| token.shape == Shape::Lower).count();
    let is_dated = || before.iter().any(|token| token.shape == Shape::Number || token.text == "(");
    if small > SMALL || !(is_shouted(before) || names_agency(before) || is_dated() || opens_with_place(close)) {
        return 0;
    }
    let close = bracket_end(tokens, close).unwrap_or(close);
    let end = close + tokens[close..].iter().take_while(|token| is_dash_or_slash(token) || token.text == ":").count();
    end + day_len(&tokens[end..])
}

/// "Baku/26.08.30/Agency: The minister …": parts that touch, a number among them, before a colon.
fn slashed_end(tokens: &[Token<'_>]) -> Option<usize> {
    let colon = tokens.iter().take(LONGEST).position(|token| token.text == ":")?;
    let before = &tokens[..colon];
    let touch = tokens[..colon + 1].windows(2).all(|pair| pair[0].touches(&pair[1]));
    let slashes = before.iter().filter(|token| token.text == "/").count();
    let is_dated = before.iter().any(|token| token.shape == Shape::Number);
    let opens = before.first().is_some_and(|token| token.shape == Shape::Capital);
    (touch && slashes > 1 && is_dated && opens).then_some(colon + 1)
}

/// "Lima/AGENCY/ On May 5 the minister …": the agency between slashes, close to the place.
fn slashed_agency_end(tokens: &[Token<'_>]) -> Option<usize> {
    let [place, open, agency, close, ..] = tokens else { return None };
    let is_slash = |token: &Token<'_>| token.text == "/";
    let touch = tokens[..4].windows(2).all(|pair| pair[0].touches(&pair[1]));
    let is_one = place.shape == Shape::Capital && is_slash(open) && agency.is_loud() && is_slash(close);
    (touch && is_one).then_some(4)
}

/// "(DISTRIBUTOR - Agency (AG)) LIMA, May 5 (AG) -- The minister …": who hands on what an agency wrote, whose own date line stands behind.
fn nested_bracket_end(tokens: &[Token<'_>]) -> Option<usize> {
    let mut depth = 0;
    let mut is_nested = false;
    for (at, token) in tokens.iter().take(LONGEST).enumerate() {
        match token.text {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        is_nested |= depth > 1;
        if depth == 0 {
            return Some(at + 1).filter(|_| is_nested);
        }
    }
    None
}

/// The marks that close a date line.
pub(crate) fn is_dash_or_slash(token: &Token<'_>) -> bool {
    token.is_dash() || token.text == "/"
}

/// Whether a slash stands between two words or numbers without a blank: "21/11/2024" is a day, "MOSCOW/MINSK" are two places.
fn is_in_word(tokens: &[Token<'_>], slash: usize) -> bool {
    let touches = |left: usize| tokens[left].touches(&tokens[left + 1]);
    let number = |at: usize| tokens[at].shape == Shape::Number;
    let Some(before) = slash.checked_sub(1) else { return false };
    slash + 1 < tokens.len() && ((touches(before) && touches(slash)) || (number(before) && number(slash + 1)))
}

/// "WASHINGTON, D.C.": every word in capitals.
fn is_shouted(tokens: &[Token<'_>]) -> bool {
    let is_loud = |token: &Token<'_>| token.text.chars().all(|c| c.is_uppercase() || matches!(c, ',' | '.' | '/'));
    let letters = tokens.iter().flat_map(|token| token.text.chars()).filter(|c| c.is_uppercase()).count();
    letters > 2 && tokens.iter().all(is_loud)
}

/// "Tehran, IRNA": a place and the letters of an agency.
fn names_agency(tokens: &[Token<'_>]) -> bool {
    let [place @ .., comma, agency] = tokens else { return false };
    let is_place = |token: &Token<'_>| token.shape == Shape::Capital;
    comma.text == "," && agency.is_loud() && (1..=3).contains(&place.len()) && place.iter().all(is_place)
}

/// "NEW DELHI (AGENCY / OTHER - 10 September, 2020) The minister …": the date line ends with its bracket.
fn bracket_end(tokens: &[Token<'_>], close: usize) -> Option<usize> {
    let before = &tokens[..close];
    let is_open = before.iter().any(|token| token.text == "(") && before.iter().all(|token| token.text != ")");
    let window = &tokens[close..tokens.len().min(2 * LONGEST)];
    window.iter().position(|token| token.text == ")").filter(|_| is_open).map(|at| close + at + 1)
}

/// How many tokens a day has that stands behind the place and its dash ("CAIRO – 5 May 2031: The …").
fn day_len(tokens: &[Token<'_>]) -> usize {
    let colon = tokens.iter().take(5).position(|token| token.text == ":");
    colon.filter(|colon| is_day(&tokens[..*colon])).map_or(0, |colon| colon + 1)
}

/// "5 May 2031", "May 5, 2031": numbers, capitals and commas.
fn is_day(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| token.shape == Shape::Number)
        && tokens.iter().all(|token| matches!(token.shape, Shape::Number | Shape::Capital) || token.text == ",")
}

/// "KATHMANDU, May 6": a place and the day without small words, as they stand before a colon.
fn is_place_and_day(tokens: &[Token<'_>]) -> bool {
    let Some(comma) = tokens.iter().position(|token| token.text == ",") else { return false };
    is_short_place(&tokens[..comma]) && (2..=DAY).contains(&(tokens.len() - comma - 1)) && is_day(&tokens[comma + 1..])
}

fn is_short_place(tokens: &[Token<'_>]) -> bool {
    (1..=PLACE).contains(&tokens.len()) && tokens.iter().all(|token| token.shape == Shape::Capital)
}

/// The token after a date line that ends in its agency ("New Delhi, May 25 (AGENCY) The president …", "VIENTIANE (AGENCY) The …"):
/// nothing small before it.
fn agency_end(tokens: &[Token<'_>]) -> usize {
    let window = &tokens[..tokens.len().min(LONGEST)];
    let Some(open) = window.iter().position(|token| token.text == "(") else { return 0 };
    let Some(close) = window.iter().position(|token| token.text == ")") else { return 0 };
    let before = &window[..open];
    let is_dated = before.last().is_some_and(|token| token.shape == Shape::Number);
    let is_plain = before.iter().all(|token| token.shape != Shape::Lower) && before.iter().any(Token::is_word);
    // "OSCE (…)" is a body.
    let is_city = |words: &[Token<'_>]| is_shouted(words) && words.iter().any(|word| word.text.chars().count() > 4);
    let agency = window.get(open + 1..close).unwrap_or(&[]);
    let is_agency = !agency.is_empty() && agency.iter().all(|token| token.shape == Shape::Capital);
    if !((is_dated || is_city(before)) && is_plain && is_agency) {
        return 0;
    }
    let is_mark = |token: &&Token<'_>| matches!(token.text, ":" | "—" | "–" | "-");
    close + 1 + tokens[close + 1..].iter().take_while(is_mark).count()
}

/// Whether a sentence is a date line of its own before the first ("Lima, 12 May 2026. The president …"): a place, a comma and a
/// day, whose year is the last word.
pub(crate) fn is_own_sentence(tokens: &[Token<'_>]) -> bool {
    let [body @ .., stop] = tokens else { return false };
    let Some(comma) = body.iter().position(|token| token.text == ",") else { return false };
    let (place, day) = (&body[..comma], &body[comma + 1..]);
    let is_year = |token: &Token<'_>| token.shape == Shape::Number && token.text.chars().count() == 4;
    let small = day.iter().filter(|token| token.shape == Shape::Lower).count();
    stop.shape == Shape::Mark
        && is_short_place(place)
        && (2..=DAY).contains(&day.len())
        && day.last().is_some_and(is_year)
        && small <= SMALL_OF_DAY
}
