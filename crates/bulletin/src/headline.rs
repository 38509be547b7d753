//! What the contents list calls a story: a title in the reader's language, or the main fact in a dozen words.

use attache_schema::word_count;

use crate::letters::base;
use crate::weave::Weaver;

/// How many words a headline has at most.
const MOST_WORDS: usize = 12;
/// And where no way to say it is that short.
const LONGEST: usize = 16;

/// The headline of a story in a language.
pub(crate) fn headline(weaver: &Weaver<'_>, tag: &str, kept: &[bool]) -> String {
    let event = weaver.main_event(kept);
    let composed = || {
        let event = event.as_ref()?;
        let people = &weaver.joined.people;
        // A headline that is a little long is better than one in another language.
        [MOST_WORDS, LONGEST].into_iter().find_map(|words| weaver.localizer.headline(tag, event, people, words))
    };
    title(weaver, tag).or_else(composed).or_else(|| opening(weaver, tag)).unwrap_or_default()
}

/// The title of an article in that language.
fn title(weaver: &Weaver<'_>, tag: &str) -> Option<String> {
    let own = weaver.story.iter().map(|paper| &weaver.papers[*paper]).filter(|paper| paper.language == base(tag));
    own.filter_map(|paper| clean(paper.article.title.as_deref()?)).find(|title| word_count(title) <= MOST_WORDS)
}

/// The beginning of the sentence that carries the story, cut behind a word; in its own language.
fn opening(weaver: &Weaver<'_>, tag: &str) -> Option<String> {
    let papers = || weaver.story.iter().map(|paper| &weaver.papers[*paper]);
    let paper = papers().find(|paper| paper.language == base(tag)).or_else(|| papers().next())?;
    let title = paper.article.title.as_deref().and_then(clean);
    let text = title.or_else(|| clean(&paper.digest.pieces.first()?.text))?;
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= MOST_WORDS {
        return Some(text.trim_end_matches('.').to_owned());
    }
    let cut = words[..MOST_WORDS].join(" ");
    Some(format!("{}…", cut.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

/// The text on one line without signs that control a terminal or turn the direction of letters; none where nothing is left.
fn clean(text: &str) -> Option<String> {
    let is_shown = |c: &char| c.is_whitespace() || !(c.is_control() || turns(*c));
    let shown: String = text.chars().filter(is_shown).collect();
    let text = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    text.contains(char::is_alphanumeric).then_some(text)
}

/// Marks of direction and isolates (Unicode, UAX #9), and joiners that show nothing.
fn turns(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_title_comes_out_harmless() {
        assert_eq!(clean("\u{1b}[31mPeru\u{202e} and\n\tChile").as_deref(), Some("[31mPeru and Chile"));
        assert_eq!(clean("\u{200b} — "), None);
    }
}
