//! When a question comes again: FSRS-6, the Free Spaced Repetition Scheduler in its version 6, with its default parameters.
//!
//! The formulas are those of <https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm>; the parameters were fitted
//! to hundreds of millions of reviews of flash cards. They are written here because the crates that have them bring a trainer or a
//! clock. Time is whole days, the retention wanted is 90 %, and nothing is random.

use jiff::ToSpan;
use jiff::civil::Date;

/// The default parameters w₀ to w₂₀.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/// The chance of still knowing an answer at which its question comes again.
const RETENTION: f64 = 0.9;
/// The least stability in days.
const LEAST_STABILITY: f64 = 0.001;
/// The longest time until a question comes again, in days: nobody prepares for interviews further ahead.
const MOST_DAYS: f64 = 365.0;

/// How well a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Not known.
    Again = 1,
    /// Known with gaps, or by luck.
    Hard = 2,
    /// Known.
    Good = 3,
    /// Known whole and for certain.
    Easy = 4,
}

impl Grade {
    fn number(self) -> f64 {
        f64::from(self as u8)
    }
}

/// What is known of somebody's memory of one answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// The days in which the chance of knowing it falls from 100 to 90 %; above 0.
    stability: f64,
    /// How hard it is for this person, 1 to 10.
    difficulty: f64,
    /// The day of the last answer.
    on: Date,
}

impl Memory {
    /// After the first answer.
    #[must_use]
    pub fn first(grade: Grade, on: Date) -> Self {
        let stability = match grade {
            Grade::Again => W[0],
            Grade::Hard => W[1],
            Grade::Good => W[2],
            Grade::Easy => W[3],
        };
        Self { stability, difficulty: first_difficulty(grade).clamp(1.0, 10.0), on }
    }

    /// After another answer. A day before the last one counts as the same day.
    #[must_use]
    pub fn after(self, grade: Grade, on: Date) -> Self {
        let days = days_between(self.on, on);
        let stability = if days < 1.0 { self.same_day(grade) } else { self.later(grade, days) };
        Self {
            stability: stability.max(LEAST_STABILITY),
            difficulty: self.next_difficulty(grade),
            on: self.on.max(on),
        }
    }

    /// The chance of knowing it so many days after the last answer: R(t, S).
    fn retrievability(self, days: f64) -> f64 {
        (1.0 + factor() * days / self.stability).powf(-W[20])
    }

    /// S′ for another answer on the same day.
    fn same_day(self, grade: Grade) -> f64 {
        let growth = (W[17] * (grade.number() - 3.0 + W[18])).exp() * self.stability.powf(-W[19]);
        let growth = if grade >= Grade::Good { growth.max(1.0) } else { growth };
        self.stability * growth
    }

    /// S′ᵣ, or S′f where it was not known.
    fn later(self, grade: Grade, days: f64) -> f64 {
        let forgotten = 1.0 - self.retrievability(days);
        if grade == Grade::Again {
            let kept = W[11]
                * self.difficulty.powf(-W[12])
                * ((self.stability + 1.0).powf(W[13]) - 1.0)
                * (W[14] * forgotten).exp();
            return kept.min(self.stability / (W[17] * W[18]).exp());
        }
        let penalty = if grade == Grade::Hard { W[15] } else { 1.0 };
        let bonus = if grade == Grade::Easy { W[16] } else { 1.0 };
        let growth = W[8].exp()
            * (11.0 - self.difficulty)
            * self.stability.powf(-W[9])
            * ((W[10] * forgotten).exp_m1())
            * penalty
            * bonus;
        self.stability * (1.0 + growth)
    }

    /// D″, with linear damping and a pull towards the difficulty of an easy answer.
    fn next_difficulty(self, grade: Grade) -> f64 {
        let change = -W[6] * (grade.number() - 3.0);
        let damped = self.difficulty + change * (10.0 - self.difficulty) / 9.0;
        (W[7] * first_difficulty(Grade::Easy) + (1.0 - W[7]) * damped).clamp(1.0, 10.0)
    }

    /// The day on which the question comes again: the day after the last answer at the earliest, a year after it at the latest.
    #[must_use]
    pub fn due(self) -> Date {
        let interval = self.stability / factor() * (RETENTION.powf(-1.0 / W[20]) - 1.0);
        let days = interval.round().clamp(1.0, MOST_DAYS);
        #[expect(clippy::cast_possible_truncation, reason = "it is between 1 and 365")]
        let days = days as i64;
        self.on.saturating_add(days.days())
    }
}

/// What makes the chance 90 % after as many days as the stability.
fn factor() -> f64 {
    0.9_f64.powf(-1.0 / W[20]) - 1.0
}

/// D₀, not yet kept within 1 and 10.
fn first_difficulty(grade: Grade) -> f64 {
    W[4] - (W[5] * (grade.number() - 1.0)).exp() + 1.0
}

/// Whole days from one day to a later one; 0 where it is no later one.
pub(super) fn days_between(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days().max(0)))
}

#[cfg(test)]
mod tests {
    use super::{Grade, Memory};
    use jiff::ToSpan;
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    const START: Date = date(2022, 11, 29);
    const GRADES: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

    fn after(answers: &[(Grade, i64)]) -> Memory {
        let mut on = START;
        let mut memory: Option<Memory> = None;
        for (grade, days) in answers {
            on = on.saturating_add(days.days());
            memory =
                Some(memory.map_or_else(|| Memory::first(*grade, on), |memory| memory.after(*grade, on)));
        }
        memory.expect("an answer")
    }

    /// The example that the reference implementations test with these parameters (`memory_state` in fsrs-rs).
    #[test]
    fn it_agrees_with_the_published_example() {
        let answers = [0, 0, 1, 3, 8, 21].map(|days| (Grade::Good, days));
        let mut answers = answers.to_vec();
        answers[0].0 = Grade::Again;
        let memory = after(&answers);
        assert!((memory.stability - 53.626_91).abs() < 1e-4, "{}", memory.stability);
        assert!((memory.difficulty - 6.357_486_7).abs() < 1e-5, "{}", memory.difficulty);
        assert_eq!(memory.due(), memory.on.saturating_add(54.days()));
    }

    #[test]
    fn a_first_answer_comes_again_by_its_grade() {
        let days = GRADES.map(|grade| super::days_between(START, Memory::first(grade, START).due()));
        assert_eq!(days, [1.0, 1.0, 2.0, 8.0]);
    }

    #[test]
    fn a_day_before_the_last_one_counts_as_the_same_day() {
        let memory = after(&[(Grade::Good, 0)]);
        let back = memory.after(Grade::Good, START.saturating_sub(40.days()));
        assert_eq!(back, memory.after(Grade::Good, START));
    }

    fn answers() -> impl Strategy<Value = Vec<(Grade, i64)>> {
        prop::collection::vec((prop::sample::select(GRADES.to_vec()), 0..400_i64), 1..40)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_history_leaves_a_sound_memory(answers in answers()) {
            let memory = after(&answers);
            prop_assert!(memory.stability.is_finite() && memory.stability > 0.0);
            prop_assert!((1.0..=10.0).contains(&memory.difficulty));
            prop_assert!(memory.due() > memory.on);
            prop_assert!(memory.due() <= memory.on.saturating_add(365.days()));
        }

        #[test]
        fn a_better_grade_never_comes_earlier(answers in answers(), days in 0..400_i64) {
            let memory = after(&answers);
            let on = memory.on.saturating_add(days.days());
            let due = GRADES.map(|grade| memory.after(grade, on).due());
            prop_assert!(due.is_sorted(), "{:?}", due);
        }
    }
}
