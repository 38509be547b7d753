//! A text cut into the sentences that may stand for it, without reading what they tell.

use attache_schema::Span;

use crate::attribution::Role;
use crate::folded::{FoldTable, Folded};
use crate::reader::Reader;
use crate::terms::TermRules;

/// One text, cut.
#[derive(Debug)]
pub(crate) struct Skim<'a> {
    pub(crate) text: &'a str,
    pub(crate) folded: Folded,
    /// What the sender or the page calls it, folded.
    pub(crate) title: String,
    pub(crate) sentences: Vec<Skimmed>,
    pub(crate) rules: &'a TermRules,
    /// Who can look more closely, where the language is one of ours.
    pub(crate) reader: Option<&'a Reader>,
}

/// One sentence of it.
#[derive(Debug)]
pub(crate) struct Skimmed {
    pub(crate) span: Span,
    /// The first of its paragraph.
    pub(crate) opens: bool,
    /// It recalls what was before.
    pub(crate) is_background: bool,
    /// It hangs on the sentence before.
    pub(crate) is_dependent: bool,
}

impl<'a> Skim<'a> {
    /// A text in a language of which nothing is known: any sentence may stand for it.
    pub(crate) fn of_unknown(
        text: &'a str,
        title: Option<&str>,
        table: &FoldTable,
        rules: &'a TermRules,
        sentences: impl Iterator<Item = Span>,
    ) -> Self {
        let ends_line = |from: usize, to: usize| text[from..to].contains('\n');
        let mut end = None;
        let sentences = sentences.map(|span| {
            let opens = end.is_none_or(|end| ends_line(end, span.start));
            end = Some(span.end);
            Skimmed { span, opens, is_background: false, is_dependent: false }
        });
        let sentences = sentences.collect();
        Self {
            text,
            folded: Folded::new(text, table),
            title: table.fold_str(title.unwrap_or("")),
            sentences,
            rules,
            reader: None,
        }
    }

    /// What a sentence says of the one before, where that is all it says. This takes a look at every word: only sentences that are
    /// about to be chosen are worth it.
    pub(crate) fn role(&self, sentence: usize) -> Option<Role> {
        let span = self.sentences.get(sentence)?.span;
        self.reader?.role(self.text, &self.folded, span)
    }

    /// Whether a sentence tells only what goes with the news; looked up like its role.
    pub(crate) fn is_aside(&self, sentence: usize) -> bool {
        let span = self.sentences[sentence].span;
        self.reader.is_some_and(|reader| reader.is_aside(self.text, &self.folded, span))
    }

    /// Whether a formula of courtesy stands in a sentence.
    pub(crate) fn has_courtesy(&self, sentence: usize) -> bool {
        let span = self.sentences[sentence].span;
        self.reader.is_some_and(|reader| reader.has_courtesy(self.text, &self.folded, span))
    }
}
