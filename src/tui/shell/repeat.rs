//! A key that is held down answers one question, not several.

use std::time::{Duration, Instant};

/// Time in which the same digit again counts as held down. A keyboard repeats faster than this once it repeats.
const WAIT: Duration = Duration::from_millis(250);

/// Drops the repeats of a digit that is held down. A different digit always passes.
#[derive(Debug, Default)]
pub struct RepeatFilter {
    /// The digit that rated something last, and when it was pressed last.
    held: Option<(u32, Instant)>,
    /// Whether the last press is still being handled.
    is_handling: bool,
}

impl RepeatFilter {
    /// Whether a key press may pass, at a time. `digit` is `None` for any other key, and `rates` says whether a digit rates now.
    /// A digit that was pressed to rate stays the held one after what it rated is gone from the screen: its repeats don't
    /// do what the digit does there.
    pub fn passes(&mut self, digit: Option<u32>, rates: bool, now: Instant) -> bool {
        let Some(digit) = digit else {
            self.held = None;
            return true;
        };
        let is_repeat = self
            .held
            .is_some_and(|(held, pressed)| held == digit && now.saturating_duration_since(pressed) < WAIT);
        self.held = (is_repeat || rates).then_some((digit, now));
        self.is_handling = true;
        !is_repeat
    }

    /// Everything that came has been handled and drawn. What was pressed while the program was busy, before its question was on
    /// screen, counts as pressed now.
    pub fn caught_up(&mut self, now: Instant) {
        if let Some((_, pressed)) = &mut self.held
            && std::mem::take(&mut self.is_handling)
        {
            *pressed = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RepeatFilter;
    use std::time::{Duration, Instant};

    /// Which presses pass: a digit (or another key) and the milliseconds since the start.
    fn passing(presses: &[(Option<u32>, u64)]) -> Vec<bool> {
        let start = Instant::now();
        let mut filter = RepeatFilter::default();
        let at = |millis| start + Duration::from_millis(millis);
        presses.iter().map(|(digit, millis)| filter.passes(*digit, true, at(*millis))).collect()
    }

    #[test]
    fn a_held_digit_passes_once() {
        let presses: Vec<_> = (0..20).map(|i| (Some(3), 35 * i)).collect();
        let passed = passing(&presses);
        assert!(passed[0]);
        assert!(passed[1..].iter().all(|passes| !passes));
    }

    #[test]
    fn every_ignored_press_extends_the_wait() {
        let presses = [0, 240, 480, 720, 969, 1219].map(|millis| (Some(3), millis));
        assert_eq!(passing(&presses), [true, false, false, false, false, true]);
    }

    #[test]
    fn the_same_digit_passes_after_the_wait() {
        assert_eq!(passing(&[(Some(3), 0), (Some(3), 249)]), [true, false]);
        assert_eq!(passing(&[(Some(3), 0), (Some(3), 250), (Some(3), 500)]), [true, true, true]);
    }

    #[test]
    fn different_digits_are_never_delayed() {
        let presses = [3, 4, 3, 0, 5, 0].map(|digit| (Some(digit), 0));
        assert!(passing(&presses).iter().all(|passes| *passes));
    }

    #[test]
    fn another_key_between_means_that_the_digit_was_let_go() {
        assert_eq!(passing(&[(Some(3), 0), (None, 10), (Some(3), 20)]), [true, true, true]);
    }

    #[test]
    fn digits_that_do_not_rate_repeat_as_they_like() {
        let now = Instant::now();
        let mut filter = RepeatFilter::default();
        assert!(filter.passes(Some(5), false, now));
        assert!(filter.passes(Some(5), false, now));
    }

    #[test]
    fn a_digit_held_past_the_last_question_does_nothing_else() {
        let now = Instant::now();
        let mut filter = RepeatFilter::default();
        assert!(filter.passes(Some(5), true, now));
        assert!(!filter.passes(Some(5), false, now + Duration::from_millis(30)));
        assert!(!filter.passes(Some(5), false, now + Duration::from_millis(60)));
        assert!(filter.passes(Some(4), false, now + Duration::from_millis(90)));
    }

    /// A save of 400 ms on a slow disk: the repeats that came meanwhile are read together after it.
    #[test]
    fn repeats_that_came_while_the_program_was_busy_are_repeats() {
        let now = Instant::now();
        let mut filter = RepeatFilter::default();
        assert!(filter.passes(Some(3), true, now));
        let later = now + Duration::from_millis(400);
        filter.caught_up(later);
        assert!(!filter.passes(Some(3), true, later + Duration::from_millis(1)));
        assert!(filter.passes(Some(3), true, later + Duration::from_millis(251)));
    }

    #[test]
    fn a_frame_without_a_press_does_not_extend_the_wait() {
        let now = Instant::now();
        let mut filter = RepeatFilter::default();
        assert!(filter.passes(Some(3), true, now));
        filter.caught_up(now);
        filter.caught_up(now + Duration::from_millis(200));
        assert!(filter.passes(Some(3), true, now + Duration::from_millis(250)));
    }
}
