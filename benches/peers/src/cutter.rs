//! Each crate behind one trait, called as its own documentation advises.

use std::fs;
use std::ops::Range;
use std::str::FromStr;

use attache_locales::Locales;
use attache_segmenter::{Rule, Segmenter};
use icu_locale_core::LanguageIdentifier;
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakOptions;
use sentence_segmentation::processor;
use unicode_segmentation::UnicodeSegmentation;

use crate::Stop;
use crate::places::Places;

/// A tool made ready for one language.
pub(crate) trait Cutter {
    /// Cuts a whole text and says into how many pieces. Keeps no more than the tool itself keeps: an iterator is counted,
    /// a list is built, since that is what a caller pays for.
    fn count(&self, text: &str) -> usize;

    /// The pieces in bytes; `None` where the tool hands over altered copies that have no place in the text.
    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>>;
}

pub(crate) struct Attache(Segmenter);

impl Attache {
    pub(crate) fn load(lang: &str) -> Result<Self, Stop> {
        Ok(Self(Segmenter::load(&Locales::builtin(), lang)?))
    }

    /// With rules switched on.
    pub(crate) fn load_with(lang: &str, rules: &[Rule]) -> Result<Self, Stop> {
        let Self(segmenter) = Self::load(lang)?;
        Ok(Self(rules.iter().fold(segmenter, |segmenter, rule| segmenter.with_rule(*rule, true))))
    }
}

impl Cutter for Attache {
    fn count(&self, text: &str) -> usize {
        self.0.segments(text).count()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        Some(self.0.segments(text).map(|segment| segment.span).collect())
    }
}

/// Every `.`, `!` and `?` ends a piece. No segmenter, but the anchor for speed.
pub(crate) struct Memchr;

impl Memchr {
    fn cut(text: &str) -> Vec<Range<usize>> {
        let (mut spans, mut start) = (Vec::new(), 0);
        for at in memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes()) {
            spans.push(start..at + 1);
            start = at + 1;
        }
        spans.push(start..text.len());
        spans
    }
}

impl Cutter for Memchr {
    fn count(&self, text: &str) -> usize {
        Self::cut(text).len()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        Some(Self::cut(text))
    }
}

pub(crate) struct Icu(SentenceSegmenter);

impl Icu {
    pub(crate) fn load(lang: &str) -> Result<Self, Stop> {
        let lang: LanguageIdentifier = lang.parse().map_err(|_| format!("`{lang}` is no language tag"))?;
        let mut options = SentenceBreakOptions::default();
        options.content_locale = Some(&lang);
        Ok(Self(SentenceSegmenter::try_new(options)?))
    }
}

impl Cutter for Icu {
    /// There is a break before the first piece too.
    fn count(&self, text: &str) -> usize {
        self.0.as_borrowed().segment_str(text).count().saturating_sub(1)
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let breaks: Vec<usize> = self.0.as_borrowed().segment_str(text).collect();
        Some(breaks.windows(2).map(|pair| pair[0]..pair[1]).collect())
    }
}

#[derive(Default)]
pub(crate) struct Sentencize(sentencize::Segmenter);

impl Cutter for Sentencize {
    fn count(&self, text: &str) -> usize {
        self.0.spans(text).len()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        Some(self.0.spans(text).into_iter().map(|(start, end)| start..end).collect())
    }
}

pub(crate) struct Sentencex {
    lang: String,
}

impl Sentencex {
    pub(crate) fn new(lang: &str) -> Self {
        Self { lang: lang.to_owned() }
    }
}

impl Cutter for Sentencex {
    fn count(&self, text: &str) -> usize {
        sentencex::segment(&self.lang, text).len()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        Some(sentencex::segment(&self.lang, text).into_iter().map(|piece| place_of(piece, text)).collect())
    }
}

pub(crate) struct SentencexBoundaries {
    lang: String,
}

impl SentencexBoundaries {
    pub(crate) fn new(lang: &str) -> Self {
        Self { lang: lang.to_owned() }
    }
}

impl Cutter for SentencexBoundaries {
    fn count(&self, text: &str) -> usize {
        sentencex::get_sentence_boundaries(&self.lang, text).len()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let boundaries = sentencex::get_sentence_boundaries(&self.lang, text);
        Some(boundaries.into_iter().map(|boundary| boundary.start_byte..boundary.end_byte).collect())
    }
}

pub(crate) struct Unicode;

impl Cutter for Unicode {
    fn count(&self, text: &str) -> usize {
        text.split_sentence_bound_indices().count()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        Some(text.split_sentence_bound_indices().map(|(start, piece)| start..start + piece.len()).collect())
    }
}

/// The English grammar; the only other one is Croatian.
pub(crate) struct Cutters;

impl Cutter for Cutters {
    fn count(&self, text: &str) -> usize {
        cutters::cut(text, cutters::Language::English).len()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let sentences = cutters::cut(text, cutters::Language::English);
        Some(sentences.into_iter().map(|sentence| place_of(sentence.str, text)).collect())
    }
}

pub(crate) struct Srx(srx::Rules);

impl Srx {
    /// Blank lines cut too: that is what the crate's rule file calls `two`.
    pub(crate) fn load(lang: &str, places: &Places) -> Result<Self, Stop> {
        let file =
            places.srx().ok_or("srx: its data/segment.srx is not in cargo's registry; name it with --srx FILE")?;
        let rules = srx::SRX::from_str(&fs::read_to_string(file)?)?;
        Ok(Self(rules.language_rules(format!("{lang}_two"))))
    }
}

impl Cutter for Srx {
    fn count(&self, text: &str) -> usize {
        self.0.split_ranges(text).len()
    }

    fn spans(&self, text: &str) -> Option<Vec<Range<usize>>> {
        Some(self.0.split_ranges(text))
    }
}

/// Hands over texts without quotations, brackets and commas of numbers: there is no way back to positions.
pub(crate) struct SentenceSegmentation(fn(&str) -> Vec<String>);

impl SentenceSegmentation {
    pub(crate) fn load(lang: &str) -> Result<Self, Stop> {
        match lang {
            "en" => Ok(Self(processor::english)),
            "pt" => Ok(Self(processor::portuguese)),
            "az" => Ok(Self(processor::azerbaijani)),
            _ => Err(format!("sentence_segmentation: no function for `{lang}`").into()),
        }
    }
}

impl Cutter for SentenceSegmentation {
    fn count(&self, text: &str) -> usize {
        (self.0)(text).len()
    }

    fn spans(&self, _: &str) -> Option<Vec<Range<usize>>> {
        None
    }
}

/// Where a piece of a text stands in it.
fn place_of(piece: &str, text: &str) -> Range<usize> {
    let start = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + piece.len()
}
