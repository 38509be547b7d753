//! A day's stories, said in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ConceptId, Date, Realization, Span, Translated, Warning};

/// The value of `schema` in the JSON of a [`Bulletin`]. A change that a reader could stumble over changes the number.
pub const BULLETIN_SCHEMA: &str = "attache.bulletin/1";

/// The brief of a day: the same stories in the same order in each language.
///
/// Everything that a reader sees stands in it in the reader's language, labels included, so that whoever writes it to a file needs
/// no language at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Bulletin {
    /// Always [`BULLETIN_SCHEMA`].
    #[cfg_attr(feature = "schemars", schemars(extend("const" = BULLETIN_SCHEMA)))]
    pub schema: String,
    /// The day that it is for, where the caller says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Lines of the house that stand above everything, as its profile has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letterhead: Vec<String>,
    /// The articles that the stories were read from, in the order of the input.
    pub sources: Vec<Reference>,
    /// The stories, the weightiest first; what is the same in every language.
    pub stories: Vec<Story>,
    /// The stories said, one edition per language, in the order that was asked for.
    pub editions: Vec<Edition>,
    /// The articles of which nothing stands here, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed_over: Vec<PassedOver>,
}

/// One article that a bulletin rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Reference {
    /// The sender's name for it.
    pub id: String,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Where it stands on the web; `http` or `https` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// The BCP 47 tag of its language.
    pub language: String,
}

/// One story: what several articles have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Story {
    /// Its articles: indices into [`Bulletin::sources`], the one that carries the story first.
    pub sources: Vec<usize>,
    /// The section that it stands in, by the id of its heading (`topic/energy`, `host`, `other`).
    pub section: String,
    /// The states it is about, the weightiest first (`country/…`).
    pub countries: Vec<ConceptId>,
    /// Its topics, the weightiest first (`topic/…`).
    pub topics: Vec<ConceptId>,
    /// Why it stands where it stands: named parts in thousandths, in a fixed order.
    pub weights: Vec<Weight>,
}

/// A part of what a story weighs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Weight {
    /// What is weighed: `events`, `outlets`, `focus`, `profile` …
    pub part: String,
    /// How much it is, in thousandths.
    pub thousandths: i64,
}

/// A bulletin in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Edition {
    /// The BCP 47 tag of the language.
    pub language: String,
    /// The language's name in itself.
    pub name: String,
    /// What stands above: "Press brief".
    pub title: String,
    /// The day in words, where there is one.
    pub dateline: String,
    /// The words around the stories.
    pub labels: Labels,
    /// The days on which the sources were published, in words.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<Date, String>,
    /// The sections in order; the same in every edition.
    pub sections: Vec<Section>,
    /// Lines below everything: how it was made, what the house adds.
    pub notes: Vec<String>,
}

/// The words around the stories, in the edition's language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Labels {
    /// Above the list of headlines.
    pub contents: String,
    /// Before the sources of a story.
    pub sources: String,
    /// Beside what a service translated.
    pub translated: String,
    /// What stands where there is no story at all.
    pub nothing: String,
}

/// Stories under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Section {
    /// The id of the heading, the same in every edition.
    pub id: String,
    /// The heading; empty where there is only one section.
    pub heading: String,
    /// Its stories in order.
    pub items: Vec<Item>,
}

/// One story in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Item {
    /// Its number in the bulletin, from one; the same in every edition.
    pub number: usize,
    /// Index into [`Bulletin::stories`].
    pub story: usize,
    /// What the contents list calls it.
    pub headline: String,
    /// The BCP 47 tag of the headline's language, where that is not the edition's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline_language: Option<String>,
    /// The paragraph.
    pub paragraph: String,
    /// Where each part of `paragraph` was read, in order.
    pub clauses: Vec<Traced>,
    /// Where the sources differ, one sentence each, in the edition's language.
    pub differences: Vec<String>,
    /// How many chosen pieces could not be said.
    pub omitted: usize,
    /// What a careful reader should know.
    pub warnings: Vec<Warning>,
}

/// A part of a paragraph with the sentence that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Traced {
    /// The bytes of [`Item::paragraph`].
    pub span: Span,
    /// In which way it was said.
    pub realization: Realization,
    /// The articles that it rests on: indices into [`Bulletin::sources`], the one that is quoted below first.
    pub sources: Vec<usize>,
    /// The bytes of that first article's text; never empty.
    pub evidence: Vec<Span>,
    /// The sentence of that article, unchanged.
    pub sentence: String,
    /// What it rests on in other articles: who tells the same, and who alone tells a part of it (a day, a place, an office). Copies of an
    /// article have no bytes of their own here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Testimony>,
    /// Who translated it; only where `realization` is `translated`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translated>,
}

/// What a clause rests on in a further article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Testimony {
    /// The article: an index into [`Bulletin::sources`].
    pub source: usize,
    /// The bytes of its text; never empty.
    pub evidence: Vec<Span>,
    /// The sentence in which they stand, unchanged.
    pub sentence: String,
}

/// An article of which nothing stands in the bulletin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PassedOver {
    /// The sender's name for it.
    pub id: String,
    /// A stable word: `duplicate`, `nothing-read`, `language`, `no-room`.
    pub reason: String,
    /// The article that says the same, where it is a duplicate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}
