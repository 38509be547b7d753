//! Cutting text that comes in pieces.

use alloc::string::String;

use crate::segments::{Segments, State};
use crate::{Segment, Segmenter};

/// Cuts a text that is handed over piece by piece, and gives the same segments as for the text in one piece.
///
/// A segment is given as soon as no further text can change it: when about a kilobyte behind it has been seen. What is kept
/// is the text of the segment that has begun, and that kilobyte.
///
/// ```
/// use attache_segmenter::Segmenter;
///
/// # #[cfg(feature = "builtin")] {
/// let segmenter = Segmenter::builtin("en").expect("English is built in");
/// let mut sentences = Vec::new();
/// let mut stream = segmenter.stream();
/// for piece in ["The talks with Mr", ". Reis end", "ed. Both sides", " signed."] {
///     stream.feed(piece, |segment, words| sentences.push((segment.span.start, words.to_owned())));
/// }
/// stream.finish(|segment, words| sentences.push((segment.span.start, words.to_owned())));
/// assert_eq!(sentences[0], (0, "The talks with Mr. Reis ended.".to_owned()));
/// assert_eq!(sentences[1], (31, "Both sides signed.".to_owned()));
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use = "the last segments come with `finish`"]
pub struct Stream<'s> {
    segmenter: &'s Segmenter,
    /// The text that may still be needed.
    text: String,
    /// How many bytes came before it.
    gone: usize,
    state: State,
}

impl<'s> Stream<'s> {
    pub(crate) fn new(segmenter: &'s Segmenter) -> Self {
        Self { segmenter, text: String::new(), gone: 0, state: State::default() }
    }

    /// Takes the next piece, and hands each segment that is certain now, with its words, to `each`.
    ///
    /// The spans count from the beginning of the whole text. A piece may end anywhere between two characters.
    pub fn feed(&mut self, piece: &str, each: impl FnMut(Segment, &str)) {
        self.text.push_str(piece);
        if self.state.is_awake(self.text.len()) {
            self.advance(false, each);
            self.forget();
        }
    }

    /// Hands over what is left; there is no more text.
    pub fn finish(mut self, each: impl FnMut(Segment, &str)) {
        self.advance(true, each);
    }

    fn advance(&mut self, whole: bool, mut each: impl FnMut(Segment, &str)) {
        let mut segments = Segments::resume(&self.text, self.segmenter.profile(), whole, self.state);
        for mut segment in segments.by_ref() {
            let words = &self.text[segment.span.clone()];
            segment.span.start += self.gone;
            segment.span.end += self.gone;
            each(segment, words);
        }
        self.state = segments.into_state();
    }

    /// Drops the text that is done with, once it is the larger part: each byte is moved once at most for each that goes.
    fn forget(&mut self) {
        let done = self.state.needs();
        if done > self.text.len() / 2 {
            self.text.drain(..done);
            self.gone += done;
            self.state.forget(done);
        }
    }
}
