//! One request at a time and in its own time for each host.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as Turn, MutexGuard};
use tokio::time::{Instant, sleep_until};

/// What is known of the hosts that were asked in this run.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    hosts: Mutex<BTreeMap<String, Arc<Host>>>,
}

/// One host; whoever has its turn may ask it.
#[derive(Debug, Default)]
pub(crate) struct Host {
    turn: Turn<State>,
}

#[derive(Debug, Default)]
pub(crate) struct State {
    /// When it may be asked again.
    due: Option<Instant>,
    /// Whether it asked to be left alone for longer than we wait.
    pub(crate) rests: bool,
}

impl Pace {
    /// The host of that name and port.
    pub(crate) fn host(&self, name: &str) -> Arc<Host> {
        // A thread that panicked had nothing half done: an entry is made whole.
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(hosts.entry(name.to_owned()).or_default())
    }
}

impl Host {
    /// Waits until nobody else asks it and it may be asked.
    pub(crate) async fn turn(&self) -> MutexGuard<'_, State> {
        let state = self.turn.lock().await;
        if let Some(due) = state.due {
            sleep_until(due).await;
        }
        state
    }
}

impl State {
    /// Leaves it alone for so long.
    pub(crate) fn leave(&mut self, pause: Duration) {
        self.due = Some(Instant::now() + pause);
    }
}
