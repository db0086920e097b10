//! Waiting for another coach that is saving to the same profile.

use crate::profile::ads::AdError;
use crate::profile::store::{CompanionError, StoreError};
use anyhow::anyhow;
use std::path::Path;
use std::time::{Duration, Instant};

/// The time between two attempts.
const RETRY_EVERY: Duration = Duration::from_millis(50);
/// A wait shorter than this is not worth a word.
const SAY_SO_AFTER: Duration = Duration::from_secs(1);
/// The longest wait.
const GIVE_UP_AFTER: Duration = Duration::from_secs(10);

/// Tries to save until no other coach is saving, says so where that takes long, and gives up in the end.
///
/// # Errors
/// What the last attempt said, in words for somebody who has waited.
pub fn while_locked<T, E: SaveError>(
    attempt: impl FnMut() -> Result<T, E>,
    say: impl Fn(&str),
) -> anyhow::Result<T> {
    let done = retry(attempt, |error: &E| error.locked_file().is_some(), &mut RealTime::start(say));
    done.map_err(|error| match error.locked_file() {
        Some(file) => anyhow!(
            "nothing was changed: another copy of coach has been saving {} for {} seconds; try again when it is done",
            file.display(),
            GIVE_UP_AFTER.as_secs()
        ),
        None => error.into(),
    })
}

/// Why a save failed.
pub trait SaveError: Into<anyhow::Error> {
    /// The file that another coach is saving at this moment, where that is the reason.
    fn locked_file(&self) -> Option<&Path>;
}

impl SaveError for StoreError {
    fn locked_file(&self) -> Option<&Path> {
        match self {
            Self::Locked { file } => Some(file),
            Self::Read { .. }
            | Self::NotAFile { .. }
            | Self::Unreadable { .. }
            | Self::Newer { .. }
            | Self::InTheWay { .. }
            | Self::Write { .. } => None,
        }
    }
}

impl SaveError for CompanionError {
    fn locked_file(&self) -> Option<&Path> {
        match self {
            Self::Locked(file) => Some(file),
            Self::Read { .. } | Self::TooLarge { .. } | Self::Write { .. } => None,
        }
    }
}

impl SaveError for AdError {
    fn locked_file(&self) -> Option<&Path> {
        match self {
            Self::File(error) => error.locked_file(),
            Self::Name(_) | Self::Taken(_) | Self::Missing { .. } | Self::Outcome | Self::Broken { .. } => {
                None
            }
        }
    }
}

/// Time and voice of a wait; a test brings its own.
trait Wait {
    /// How long the wait has lasted.
    fn elapsed(&self) -> Duration;
    /// Lets some time pass.
    fn pause(&mut self, time: Duration);
    /// Tells the user something.
    fn say(&mut self, text: &str);
}

/// Tries until an attempt ends otherwise than locked, or gives up and answers with the last error. An attempt never waits itself.
fn retry<T, E>(
    mut attempt: impl FnMut() -> Result<T, E>,
    is_locked: impl Fn(&E) -> bool,
    wait: &mut impl Wait,
) -> Result<T, E> {
    let mut has_said_so = false;
    loop {
        let done = attempt();
        if !done.as_ref().is_err_and(&is_locked) || wait.elapsed() >= GIVE_UP_AFTER {
            return done;
        }
        if !has_said_so && wait.elapsed() >= SAY_SO_AFTER {
            wait.say("another copy of coach is saving; waiting");
            has_said_so = true;
        }
        wait.pause(RETRY_EVERY);
    }
}

/// The time of the clock on the wall.
struct RealTime<S> {
    start: Instant,
    say: S,
}

impl<S: Fn(&str)> RealTime<S> {
    /// A wait that begins now.
    fn start(say: S) -> Self {
        Self { start: Instant::now(), say }
    }
}

impl<S: Fn(&str)> Wait for RealTime<S> {
    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn pause(&mut self, time: Duration) {
        std::thread::sleep(time);
    }

    fn say(&mut self, text: &str) {
        (self.say)(text);
    }
}

#[cfg(test)]
mod tests {
    use super::{GIVE_UP_AFTER, Wait, retry};
    use std::time::Duration;

    #[derive(Default)]
    struct Pretended {
        now: Duration,
        said: Vec<(Duration, String)>,
    }

    impl Wait for Pretended {
        fn elapsed(&self) -> Duration {
            self.now
        }

        fn pause(&mut self, time: Duration) {
            self.now += time;
        }

        fn say(&mut self, text: &str) {
            self.said.push((self.now, text.to_owned()));
        }
    }

    /// Attempts of which so many find the lock held.
    fn after(held: usize) -> (Result<usize, &'static str>, Pretended) {
        let (mut tries, mut wait) = (0, Pretended::default());
        let attempt = || {
            tries += 1;
            if tries > held { Ok(tries) } else { Err("locked") }
        };
        (retry(attempt, |error| *error == "locked", &mut wait), wait)
    }

    #[test]
    fn a_free_lock_costs_no_time() {
        let (done, wait) = after(0);
        assert_eq!((done, wait.now), (Ok(1), Duration::ZERO));
    }

    #[test]
    fn a_short_wait_says_nothing() {
        let (done, wait) = after(19);
        assert_eq!(done, Ok(20));
        assert!(wait.now < Duration::from_secs(1) && wait.said.is_empty());
    }

    #[test]
    fn a_long_wait_says_so_once_after_a_second() {
        let (done, wait) = after(100);
        assert_eq!(done, Ok(101));
        assert_eq!(
            wait.said,
            [(Duration::from_secs(1), "another copy of coach is saving; waiting".to_owned())]
        );
    }

    #[test]
    fn it_gives_up_after_ten_seconds() {
        let (done, wait) = after(usize::MAX);
        assert_eq!((done, wait.now), (Err("locked"), GIVE_UP_AFTER));
    }

    #[test]
    fn another_error_ends_it_at_once() {
        let mut wait = Pretended::default();
        let done: Result<(), _> = retry(|| Err("disk full"), |error| *error == "locked", &mut wait);
        assert_eq!((done, wait.now), (Err("disk full"), Duration::ZERO));
    }
}
