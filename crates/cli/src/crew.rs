//! Threads that work on tasks side by side, and hand the answers over in the order of the tasks.
//!
//! Knows nothing of articles. However many tasks there are, only a few are under way or waiting to be handed over.

use std::any::Any;
use std::collections::BTreeMap;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many tasks per thread may be taken and not yet handed over. More would only be more memory: a thread that is ahead waits
/// for the one that is behind.
const TASKS_PER_JOB: usize = 4;

/// As much as the main thread has: what is parsed there must be parsed here.
const STACK: usize = 8 << 20;

/// Threads at work; [`Crew::next`] hands over what they made.
pub(crate) struct Crew<Answer> {
    belt: Arc<Belt<Answer>>,
}

/// Stops a crew from elsewhere: no further task is taken.
pub(crate) type Brake = Arc<dyn Fn() + Send + Sync>;

/// What lies between the threads and the one who takes the answers.
struct Belt<Answer> {
    state: Mutex<State<Answer>>,
    /// The next answer is ready, or there will be no more.
    ready: Condvar,
    /// A further task may be taken.
    room: Condvar,
    most: usize,
}

struct State<Answer> {
    taken: usize,
    handed_over: usize,
    done: BTreeMap<usize, Answer>,
    is_closed: bool,
    panic: Option<Box<dyn Any + Send>>,
}

impl<Answer: Send + 'static> Crew<Answer> {
    /// Sets that many threads to work.
    ///
    /// `next` gives the tasks, one thread at a time; `work` does one. The threads are not waited for when the crew is dropped: one
    /// of them may be waiting for a line that never comes.
    pub(crate) fn start<Task: 'static>(
        jobs: usize,
        next: impl FnMut() -> Option<Task> + Send + 'static,
        work: impl Fn(Task) -> Answer + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let state = State { taken: 0, handed_over: 0, done: BTreeMap::new(), is_closed: false, panic: None };
        let most = jobs.saturating_mul(TASKS_PER_JOB);
        let belt = Arc::new(Belt { state: Mutex::new(state), ready: Condvar::new(), room: Condvar::new(), most });
        let (source, work) = (Arc::new(Mutex::new(next)), Arc::new(work));
        for _ in 0..jobs {
            let (belt, source, work) = (Arc::clone(&belt), Arc::clone(&source), Arc::clone(&work));
            let job = move || {
                // The one who waits for the answer must not wait for ever: it panics in the place of this thread.
                if let Err(panic) = panic::catch_unwind(AssertUnwindSafe(|| belt.work_off(&source, &*work))) {
                    lock(&belt.state).panic = Some(panic);
                    belt.close();
                }
            };
            thread::Builder::new().stack_size(STACK).spawn(job)?;
        }
        Ok(Self { belt })
    }

    /// The next answer, in the order of the tasks; none where all is done, or where the crew was stopped.
    pub(crate) fn next(&self) -> Option<Answer> {
        self.belt.hand_over()
    }

    /// What stops the crew.
    pub(crate) fn brake(&self) -> Brake {
        let belt = Arc::clone(&self.belt);
        Arc::new(move || belt.close())
    }
}

impl<Answer> Belt<Answer> {
    fn work_off<Task>(&self, source: &Mutex<impl FnMut() -> Option<Task>>, work: &impl Fn(Task) -> Answer) {
        while let Some((number, task)) = self.take(source) {
            let answer = work(task);
            let mut state = lock(&self.state);
            state.done.insert(number, answer);
            if number == state.handed_over {
                self.ready.notify_one();
            }
        }
    }

    /// The next task and its number. Whoever takes one holds the source until then, so that numbers follow the order.
    fn take<Task>(&self, source: &Mutex<impl FnMut() -> Option<Task>>) -> Option<(usize, Task)> {
        let mut source = lock(source);
        let is_full = |state: &mut State<Answer>| !state.is_closed && state.taken >= state.handed_over + self.most;
        let state = self.room.wait_while(lock(&self.state), is_full).unwrap_or_else(PoisonError::into_inner);
        if state.is_closed {
            return None;
        }
        drop(state);
        let task = source();
        let mut state = lock(&self.state);
        // Stopped while it waited for a line: that line is not done any more.
        let task = task.filter(|_| !state.is_closed);
        let Some(task) = task else {
            drop(state);
            self.close();
            return None;
        };
        state.taken += 1;
        Some((state.taken - 1, task))
    }

    fn hand_over(&self) -> Option<Answer> {
        let is_awaited = |state: &mut State<Answer>| {
            let is_over = state.is_closed && state.handed_over == state.taken;
            !state.done.contains_key(&state.handed_over) && !is_over && state.panic.is_none()
        };
        let mut state = self.ready.wait_while(lock(&self.state), is_awaited).unwrap_or_else(PoisonError::into_inner);
        if let Some(panic) = state.panic.take() {
            drop(state);
            panic::resume_unwind(panic);
        }
        let number = state.handed_over;
        let answer = state.done.remove(&number)?;
        state.handed_over += 1;
        self.room.notify_one();
        Some(answer)
    }

    fn close(&self) {
        lock(&self.state).is_closed = true;
        self.ready.notify_all();
        self.room.notify_all();
    }
}

/// A thread that panicked left nothing half done here: each change is one assignment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{Crew, TASKS_PER_JOB};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    fn all(crew: &Crew<usize>) -> Vec<usize> {
        std::iter::from_fn(|| crew.next()).collect()
    }

    #[test]
    fn answers_come_in_the_order_of_the_tasks() {
        for jobs in [1, 2, 7] {
            let mut tasks = 0..500_usize;
            // The first of every ten takes longest, so that the others overtake it.
            let slowly = |task: usize| {
                if task.is_multiple_of(10) {
                    thread::sleep(Duration::from_micros(300));
                }
                task * 2
            };
            let crew = Crew::start(jobs, move || tasks.next(), slowly).unwrap();
            assert_eq!(all(&crew), (0..500).map(|task| task * 2).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }

    #[test]
    fn no_more_is_taken_than_there_is_room_for() {
        let taken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&taken);
        let crew = Crew::start(2, move || Some(count.fetch_add(1, Ordering::SeqCst)), |task| task).unwrap();
        for handed_over in 1..50 {
            crew.next().unwrap();
            thread::sleep(Duration::from_millis(1));
            assert!(taken.load(Ordering::SeqCst) <= handed_over + 2 * TASKS_PER_JOB);
        }
    }

    #[test]
    fn a_crew_that_is_stopped_hands_over_what_it_took() {
        let mut tasks = 0..;
        let crew = Crew::start(3, move || tasks.next(), |task: usize| task).unwrap();
        for _ in 0..10 {
            crew.next().unwrap();
        }
        crew.brake()();
        let rest = all(&crew);
        assert!(rest.len() <= 3 * TASKS_PER_JOB, "{rest:?}");
        assert!(rest.iter().copied().eq(10..10 + rest.len()), "{rest:?}");
    }

    #[test]
    #[should_panic(expected = "task 3")]
    fn a_panic_reaches_the_one_who_waits() {
        let mut tasks = 0..;
        let crew = Crew::start(2, move || tasks.next(), |task: usize| assert_ne!(task, 3, "task 3")).unwrap();
        while crew.next().is_some() {}
    }

    #[test]
    fn a_crew_that_waits_for_a_line_can_be_stopped() {
        let crew: Crew<()> = Crew::start(
            2,
            || -> Option<()> {
                loop {
                    thread::park()
                }
            },
            |()| (),
        )
        .unwrap();
        let brake = crew.brake();
        let waiting = thread::spawn(move || crew.next());
        thread::sleep(Duration::from_millis(20));
        brake();
        assert!(waiting.join().unwrap().is_none());
    }
}
