//! How sure somebody was against how right.

use super::grade::is_right;
use crate::guide::model::{Category, Library};
use crate::profile::practice::Attempt;

/// Nothing is said of fewer answers: chance would say it.
pub const LEAST_ANSWERS: u64 = 5;
/// From this distance on between sure and right something is said of it, in per cent.
const APART: u64 = 10;

/// How sure somebody was against how right, on at least [`LEAST_ANSWERS`] answers. Kept in whole numbers, so that every machine
/// shows the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calibration {
    answers: u64,
    /// The sum of the certainties, in per cent.
    sure: u64,
    right: u64,
    /// The sum of the squared distances between certainty and outcome (0 or 100), in per cent squared.
    squares: u64,
}

/// Whether somebody is as right as they are sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// Surer than right, by 10 per cent or more.
    TooSure,
    /// About as right as sure.
    Even,
    /// Righter than sure, by 10 per cent or more.
    TooUnsure,
}

impl Lean {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooSure => "too-sure",
            Self::Even => "even",
            Self::TooUnsure => "too-unsure",
        }
    }
}

impl Calibration {
    /// The calibration of some answers; nothing where there are too few.
    #[must_use]
    pub fn of<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Option<Self> {
        let mut sum = Self { answers: 0, sure: 0, right: 0, squares: 0 };
        for attempt in attempts {
            let sure = u64::from(attempt.sure.percent());
            let is_right = is_right(attempt);
            let distance = if is_right { 100 - sure } else { sure };
            sum.answers += 1;
            sum.sure += sure;
            sum.right += u64::from(is_right);
            sum.squares += distance * distance;
        }
        (sum.answers >= LEAST_ANSWERS).then_some(sum)
    }

    /// How many answers it rests on.
    #[must_use]
    pub const fn answers(self) -> u64 {
        self.answers
    }

    /// How sure the person was on average, in whole per cents, 50 to 100.
    #[must_use]
    pub const fn sure(self) -> u64 {
        rounded(self.sure, self.answers)
    }

    /// How many of the answers were right, in whole per cents.
    #[must_use]
    pub const fn right(self) -> u64 {
        rounded(self.right * 100, self.answers)
    }

    /// The Brier score in thousandths, 0 to 1000: the mean of the squared distance between certainty and outcome (Brier 1950). 0 is
    /// perfect; 250 is what saying 50 % every time gets.
    #[must_use]
    pub const fn brier(self) -> u64 {
        rounded(self.squares, self.answers * 10)
    }

    /// Whether the person is as right as they are sure.
    #[must_use]
    pub const fn lean(self) -> Lean {
        let (sure, right) = (self.sure, self.right * 100);
        if sure >= right + APART * self.answers {
            Lean::TooSure
        } else if right >= sure + APART * self.answers {
            Lean::TooUnsure
        } else {
            Lean::Even
        }
    }
}

const fn rounded(sum: u64, count: u64) -> u64 {
    (2 * sum + count) / (2 * count)
}

/// The calibration of the answers about one category of skills, with how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfCategory {
    /// The category.
    pub category: Category,
    /// How many answers there are.
    pub answers: usize,
    /// What they say; nothing where they are too few.
    pub calibration: Option<Calibration>,
}

/// The calibration by category. An answer about a skill that the library doesn't have counts in none.
#[must_use]
pub fn by_category(library: &Library, attempts: &[Attempt]) -> [OfCategory; 3] {
    [Category::Technical, Category::Soft, Category::Leadership].map(|category| {
        let is_of = |attempt: &&Attempt| {
            library.skill(&attempt.skill).is_some_and(|skill| skill.category == category)
        };
        let answers = || attempts.iter().filter(is_of);
        OfCategory { category, answers: answers().count(), calibration: Calibration::of(answers()) }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::attempt;
    use super::{Calibration, Lean};

    fn of(answers: &[(u8, u8)]) -> Option<Calibration> {
        let attempts: Vec<_> = answers.iter().map(|(made, sure)| attempt(*made, 5, *sure)).collect();
        Calibration::of(&attempts)
    }

    #[test]
    fn nothing_is_said_of_four_answers() {
        assert_eq!(of(&[(5, 100); 4]), None);
        assert!(of(&[(5, 100); 5]).is_some());
    }

    #[test]
    fn the_figures_are_those_of_a_pocket_calculator() {
        let found = of(&[(5, 90), (0, 90), (3, 60), (2, 80), (4, 70)]).expect("five answers");
        // (90 + 90 + 60 + 80 + 70) / 5; three of five are right; (0.01 + 0.81 + 0.16 + 0.64 + 0.09) / 5.
        assert_eq!((found.answers(), found.sure(), found.right(), found.brier()), (5, 78, 60, 342));
        assert_eq!(found.lean(), Lean::TooSure);
    }

    #[test]
    fn the_ends_are_perfect_and_as_wrong_as_can_be() {
        assert_eq!(of(&[(5, 100); 5]).map(Calibration::brier), Some(0));
        assert_eq!(of(&[(0, 100); 5]).map(Calibration::brier), Some(1000));
        assert_eq!(of(&[(0, 50); 5]).map(Calibration::brier), Some(250));
        assert_eq!(of(&[(5, 60); 5]).map(Calibration::lean), Some(Lean::TooUnsure));
        assert_eq!(of(&[(5, 95); 5]).map(Calibration::lean), Some(Lean::Even));
    }
}
