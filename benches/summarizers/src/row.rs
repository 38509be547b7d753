//! A row of the scorer: a text or several, and how much of it is wanted.

use std::io::{BufRead, stdin};

use serde::{Deserialize, Serialize};

use crate::Stop;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) lang: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    #[serde(default)]
    pub(crate) text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) docs: Vec<Document>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) max_words: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) max_sentences: Option<usize>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Document {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    pub(crate) text: String,
}

impl Row {
    /// The rows on standard input.
    pub(crate) fn read_all() -> Result<Vec<Self>, Stop> {
        Self::parse_all(stdin().lock())
    }

    pub(crate) fn parse_all(reader: impl BufRead) -> Result<Vec<Self>, Stop> {
        let mut rows = Vec::new();
        for line in reader.lines() {
            let line = line?;
            if !line.trim().is_empty() {
                rows.push(serde_json::from_str(&line)?);
            }
        }
        Ok(rows)
    }

    /// All of it as one text, for tools that know no others.
    pub(crate) fn whole(&self) -> String {
        if self.docs.is_empty() {
            return self.text.clone();
        }
        self.docs.iter().map(|document| document.text.as_str()).collect::<Vec<_>>().join("\n\n")
    }

    /// The first of these sentences that fit, in the order of the text.
    pub(crate) fn fill(&self, ranking: &[String]) -> String {
        let whole = self.whole();
        let (mut got, mut used): (Vec<&str>, usize) = (Vec::new(), 0);
        for sentence in ranking {
            let words = count_words(sentence);
            let is_full = self.max_sentences.is_some_and(|most| got.len() >= most);
            let is_over = self.max_words.is_some_and(|most| !got.is_empty() && used + words > most);
            if words > 0 && !is_full && !is_over {
                got.push(sentence);
                used += words;
            }
        }
        got.sort_by_key(|sentence| whole.find(*sentence));
        got.join(". ")
    }
}

/// Words as the scorer counts them.
pub(crate) fn count_words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}
