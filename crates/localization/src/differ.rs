//! Where the sources of a story differ: who says what, in one sentence.
//!
//! Knows nothing of how a difference is found.

use attache_schema::{ConceptId, Date, Gender, Person, Span, When};
use fluent::FluentArgs;

use crate::functions::Day;
use crate::marks;
use crate::refer::Referrer;
use crate::tidy::with_one_stop;

/// What one or several sources say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// It was on that day, or on those days.
    Day(Date, Option<Date>),
    /// It was there.
    Place(ConceptId),
    /// Somebody holds that office.
    Office(ConceptId),
    /// A figure with the word that follows it, as the source writes them.
    Number(String),
}

/// What sources say differently about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of whose office they speak; only for [`Claim::Office`].
    pub person: Option<Person>,
    /// Each claim with the outlets that make it; all claims are of one kind.
    pub said: Vec<(Claim, Vec<String>)>,
}

impl Difference {
    pub(crate) fn say(&self, referrer: &Referrer<'_>) -> Option<String> {
        let said: Vec<String> =
            self.said.iter().map(|(claim, outlets)| self.claimed(claim, outlets, referrer)).collect::<Option<_>>()?;
        let id = match self.said.first()?.0 {
            Claim::Day(..) => "differ-day",
            Claim::Place(_) => "differ-place",
            Claim::Office(_) => "differ-office",
            Claim::Number(_) => "differ-number",
        };
        let mut args = FluentArgs::new();
        args.set("said", said.join("; "));
        if let Some(person) = &self.person {
            args.set("name", referrer.spelling(person));
        }
        let sentence = with_one_stop(referrer.target.say(id, None, &args).ok()?);
        Some(referrer.target.language().sentence_case(&sentence))
    }

    fn claimed(&self, claim: &Claim, outlets: &[String], referrer: &Referrer<'_>) -> Option<String> {
        let mut args = FluentArgs::new();
        args.set("value", self.worded(claim, referrer)?);
        args.set("outlets", marks::clean(&outlets.join(", ")));
        referrer.target.say("differ-said", None, &args).ok()
    }

    fn worded(&self, claim: &Claim, referrer: &Referrer<'_>) -> Option<String> {
        let mut args = FluentArgs::new();
        match claim {
            Claim::Day(start, end) => {
                args.set("published", Day(When { start: *start, end: *end, span: Span::new(0, 0) }));
                referrer.target.say("published", None, &args).ok()
            }
            Claim::Place(place) => Some(referrer.noun(Some(place))?.text),
            Claim::Office(role) => {
                let gender: Option<Gender> = self.person.as_ref().and_then(|person| person.gender);
                referrer.office_alone(role, gender)
            }
            Claim::Number(text) => {
                args.set("value", marks::clean(text));
                referrer.target.say("differ-quoted", None, &args).ok()
            }
        }
    }
}
