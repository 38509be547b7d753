//! The slots of an event by name, as `patterns.toml` and `events.toml` ask for them.

use attache_schema::Event;
use serde::Deserialize;

/// What an event may have to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Slot {
    Agents,
    /// Somebody who does it in person: one with a name or an office, or a body; no state.
    Doers,
    Targets,
    /// Two who take part, on whichever side; those whom nobody we know met did not meet each other.
    Sides,
    Topics,
    /// At least one of the topics is a claim.
    Charge,
    Document,
    When,
    Place,
    Frame,
    Manner,
}

impl Slot {
    pub(crate) fn is_filled(self, event: &Event) -> bool {
        match self {
            Slot::Agents => !event.agents.is_empty(),
            Slot::Doers => {
                event.agents.iter().any(|agent| agent.person.is_some() || agent.role.is_some() || agent.org.is_some())
            }
            Slot::Sides => !event.agents.is_empty() && event.agents.len() + event.targets.len() > 1,
            Slot::Targets => !event.targets.is_empty(),
            Slot::Topics => !event.topics.is_empty(),
            Slot::Charge => event.topics.iter().any(|topic| topic.concept.kind() == "charge"),
            Slot::Document => event.document.is_some(),
            Slot::When => event.when.is_some(),
            Slot::Place => event.place.is_some(),
            Slot::Frame => event.frame.is_some(),
            Slot::Manner => event.manner.is_some(),
        }
    }
}
