//! What an answer is worth: whether it was right, and its grade for the schedule.

use super::fsrs::Grade;
use crate::profile::practice::{Attempt, Sure};

/// An answer is right from this part of its points on, in per cent: three of five.
pub const RIGHT_FROM: u64 = 60;
/// From this part of the points on an answer has no gaps worth another look soon, in per cent: four of five.
const WHOLE_FROM: u64 = 80;
/// Who was less sure than this was right by luck, in per cent.
const LUCK_BELOW: u8 = 60;
/// From here on somebody is certain, in per cent.
const CERTAIN_FROM: u8 = 90;

/// Whether an answer was right: it made at least 60 % of its points. Calibration and grades rest on this one rule.
#[must_use]
pub fn is_right(attempt: &Attempt) -> bool {
    makes(attempt, RIGHT_FROM)
}

/// The grade of an answer. *Again* is an answer that wasn't right; *hard* one with gaps, or right by luck; *easy* one that made every
/// point and was certain.
#[must_use]
pub fn grade(attempt: &Attempt) -> Grade {
    let sure = attempt.sure.percent();
    if !is_right(attempt) {
        Grade::Again
    } else if !makes(attempt, WHOLE_FROM) || sure < LUCK_BELOW {
        Grade::Hard
    } else if makes(attempt, u64::from(Sure::MOST.percent())) && sure >= CERTAIN_FROM {
        Grade::Easy
    } else {
        Grade::Good
    }
}

fn makes(attempt: &Attempt, percent: u64) -> bool {
    let (made, of) = attempt.points();
    made * 100 >= of * percent
}

#[cfg(test)]
mod tests {
    use super::super::tests::attempt;
    use super::{Grade, grade, is_right};

    #[test]
    fn three_of_five_are_right() {
        let right = |made, of| is_right(&attempt(made, of, 80));
        assert_eq!([0, 1, 2, 3, 4, 5].map(|made| right(made, 5)), [false, false, false, true, true, true]);
        assert_eq!([1, 2].map(|made| right(made, 2)), [false, true]);
        assert_eq!([3, 4].map(|made| right(made, 6)), [false, true]);
    }

    #[test]
    fn points_and_certainty_make_the_grade() {
        let of_five = |sure| [2, 3, 4, 5].map(|made| grade(&attempt(made, 5, sure)));
        assert_eq!(of_five(50), [Grade::Again, Grade::Hard, Grade::Hard, Grade::Hard]);
        assert_eq!(of_five(80), [Grade::Again, Grade::Hard, Grade::Good, Grade::Good]);
        assert_eq!(of_five(90), [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy]);
    }

    #[test]
    fn more_points_or_more_certainty_never_lower_a_grade() {
        for of in 1..=6 {
            for sure in 50..=100 {
                let grades: Vec<_> = (0..=of).map(|made| grade(&attempt(made, of, sure))).collect();
                assert!(grades.is_sorted(), "{of} points, {sure}");
            }
            for made in 0..=of {
                let grades: Vec<_> = (50..=100).map(|sure| grade(&attempt(made, of, sure))).collect();
                assert!(grades.is_sorted(), "{made} of {of}");
            }
        }
    }
}
