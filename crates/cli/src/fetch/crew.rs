//! Several hosts at once, each one thing at a time.
//!
//! Knows no network: it deals out jobs by their host and brings the results back to one thread.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::failure::Failure;

/// How many results may wait to be taken, so that memory stays bounded when the disk is slower than the network.
const WAITING: usize = 4;

/// Does all jobs, those of one host in their order, and hands each result to `take` on this thread.
///
/// # Errors
/// What `take` fails with; no further job is begun then.
pub(crate) fn visit<Job: Send, Found: Send>(
    hands: usize,
    jobs: Vec<(String, Job)>,
    work: impl Fn(&Job) -> Found + Sync,
    mut take: impl FnMut(Job, Found) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut by_host: BTreeMap<String, VecDeque<Job>> = BTreeMap::new();
    jobs.into_iter().for_each(|(host, job)| by_host.entry(host).or_default().push_back(job));
    let hands = hands.min(by_host.len());
    let (hosts, is_over) = (Mutex::new(by_host), AtomicBool::new(false));
    let (send, receive) = sync_channel(WAITING);
    thread::scope(|scope| {
        for _ in 0..hands {
            let (send, hosts, work, is_over) = (send.clone(), &hosts, &work, &is_over);
            scope.spawn(move || {
                let next_host = || hosts.lock().unwrap_or_else(PoisonError::into_inner).pop_first();
                while let Some((_, jobs)) = next_host() {
                    for job in jobs {
                        if is_over.load(Ordering::Relaxed) {
                            return;
                        }
                        let found = work(&job);
                        if send.send((job, found)).is_err() {
                            return;
                        }
                    }
                }
            });
        }
        drop(send);
        let mut outcome = Ok(());
        for (job, found) in receive {
            if outcome.is_ok() {
                outcome = take(job, found);
                is_over.store(outcome.is_err(), Ordering::Relaxed);
            }
        }
        outcome
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs() -> Vec<(String, (u8, u8))> {
        (0..40).map(|number| (format!("host {}", number % 5), (number % 5, number / 5))).collect()
    }

    #[test]
    fn everything_is_done_once_and_each_host_in_order() {
        for hands in [1, 3, 64] {
            let mut seen: BTreeMap<u8, Vec<u8>> = BTreeMap::new();
            let take = |(host, number), found: u16| {
                assert_eq!(found, u16::from(host) + u16::from(number));
                seen.entry(host).or_default().push(number);
                Ok(())
            };
            visit(hands, jobs(), |(host, number)| u16::from(*host) + u16::from(*number), take).expect("all are taken");
            assert_eq!(seen.len(), 5);
            assert!(seen.values().all(|numbers| *numbers == (0..8).collect::<Vec<_>>()));
        }
    }

    #[test]
    fn it_ends_when_no_more_is_taken() {
        let mut taken = 0;
        let outcome = visit(
            2,
            jobs(),
            |_| (),
            |_, ()| {
                taken += 1;
                if taken == 3 { Err(Failure::new("full", "is full", "make room")) } else { Ok(()) }
            },
        );
        assert!(outcome.is_err());
        assert_eq!(taken, 3);
    }
}
