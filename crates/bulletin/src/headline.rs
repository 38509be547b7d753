//! What the contents list calls a story: a title in the reader's language, or the main fact in a dozen words.

use attache_schema::word_count;

use crate::about::About;
use crate::letters::base;
use crate::paper::Paper;
use crate::weave::Weaver;

/// How many words a headline has at most.
const MOST_WORDS: usize = 12;
/// An author's own title, and what is composed where no way to say it is that short.
const LONGEST: usize = 16;

/// What a story is called in one language.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    pub(crate) text: String,
    /// The language that it is in, where that is another one.
    pub(crate) language: Option<String>,
}

/// The headline of a story in a language: an author's own, the main fact, who and what it is about, or the original with a word in
/// which language it is. `names`, which is asked last, says whom and what the story names.
pub(crate) fn headline<'n>(
    weaver: &Weaver<'_>,
    tag: &str,
    kept: &[bool],
    names: impl FnOnce() -> Option<&'n About>,
) -> Headline {
    let event = weaver.main_event(kept);
    let composed = || {
        let event = event.as_ref()?;
        let people = &weaver.joined.people;
        // A headline that is a little long is better than one in another language.
        [MOST_WORDS, LONGEST].into_iter().find_map(|words| weaver.localizer.headline(tag, event, people, words))
    };
    let about = || {
        let about = names().filter(|about| about.is_telling())?;
        weaver.localizer.about(tag, &about.parties, &about.people, &about.topics)
    };
    let own = title(weaver, tag).or_else(composed).or_else(|| own_opening(weaver, tag)).or_else(about);
    match own {
        Some(text) => Headline { text, language: None },
        None => original(weaver, tag).unwrap_or_default(),
    }
}

/// The title of an article in that language.
fn title(weaver: &Weaver<'_>, tag: &str) -> Option<String> {
    let own = weaver.story.iter().map(|paper| &weaver.papers[*paper]).filter(|paper| paper.language == base(tag));
    own.filter_map(|paper| clean(paper.title.as_deref()?)).find(|title| word_count(title) <= LONGEST)
}

/// The title or the lead of an article in that language.
fn own_opening(weaver: &Weaver<'_>, tag: &str) -> Option<String> {
    let mut papers = weaver.story.iter().map(|paper| &weaver.papers[*paper]);
    opening(papers.find(|paper| paper.language == base(tag))?)
}

/// The title or the lead of the article that carries the story, in its own language.
fn original(weaver: &Weaver<'_>, tag: &str) -> Option<Headline> {
    let paper = &weaver.papers[*weaver.story.first()?];
    let opening = opening(paper)?;
    let text = weaver.localizer.original_headline(tag, &opening, paper.language).unwrap_or(opening);
    Some(Headline { text, language: Some(paper.digest.language.tag.clone()) })
}

/// The title, or the sentence that carries the story, cut behind a word.
fn opening(paper: &Paper<'_>) -> Option<String> {
    let title = paper.title.as_deref().and_then(clean);
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
