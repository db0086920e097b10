//! Exact fractions, so that every machine computes the same score and contributions add up exactly.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// A fraction of at least 0, in lowest terms. The denominators of a level's score stay below 120 × 300.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: u64,
    denominator: u64,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator / denominator` in lowest terms. A denominator of 0 counts as 1.
    #[must_use]
    pub const fn new(numerator: u64, denominator: u64) -> Self {
        let denominator = if denominator == 0 { 1 } else { denominator };
        let divisor = greatest_common_divisor(numerator, denominator);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// A fraction from whole per cents.
    #[must_use]
    pub const fn percent(percent: u32) -> Self {
        Self::new(percent as u64, 100)
    }

    /// Whole per cents, rounded down.
    #[must_use]
    pub const fn percent_down(self) -> u64 {
        self.numerator * 100 / self.denominator
    }

    /// Whole per cents, rounded up.
    #[must_use]
    pub const fn percent_up(self) -> u64 {
        (self.numerator * 100).div_ceil(self.denominator)
    }

    /// Tenths of a per cent, rounded down.
    #[must_use]
    pub const fn permille_down(self) -> u64 {
        self.numerator * 1000 / self.denominator
    }

    /// The length on an axis of `cells` cells, rounded to the nearest cell.
    #[must_use]
    pub const fn of(self, cells: u64) -> u64 {
        (2 * self.numerator * cells + self.denominator) / (2 * self.denominator)
    }

    /// The difference; zero where it would be negative.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        let numerator =
            (self.numerator * other.denominator).saturating_sub(other.numerator * self.denominator);
        Self::new(numerator, self.denominator * other.denominator)
    }

    /// The fraction times a whole number.
    #[must_use]
    pub const fn times(self, factor: u64) -> Self {
        Self::new(self.numerator * factor, self.denominator)
    }

    /// The fraction divided by a whole number; a divisor of 0 counts as 1.
    #[must_use]
    pub const fn divided_by(self, divisor: u64) -> Self {
        Self::new(self.numerator, self.denominator * if divisor == 0 { 1 } else { divisor })
    }
}

const fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl Add for Fraction {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )
    }
}

impl Sum for Fraction {
    fn sum<I: Iterator<Item = Self>>(fractions: I) -> Self {
        fractions.fold(Self::ZERO, Add::add)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fraction;

    #[test]
    fn is_in_lowest_terms() {
        assert_eq!(Fraction::new(18, 112).to_string(), "9/56");
        assert_eq!(Fraction::new(14, 14).to_string(), "1");
        assert_eq!(Fraction::new(0, 14).to_string(), "0");
    }

    #[test]
    fn rounds_outwards() {
        let score = Fraction::new(39, 56);
        assert_eq!((score.percent_down(), score.percent_up()), (69, 70));
        assert_eq!(Fraction::new(4, 5).percent_up(), 80);
        assert_eq!(Fraction::new(793, 1000).permille_down(), 793);
    }

    #[test]
    fn never_falls_below_zero() {
        assert_eq!(Fraction::new(1, 3).minus(Fraction::new(1, 2)), Fraction::ZERO);
        assert_eq!(Fraction::new(1, 2).minus(Fraction::new(1, 3)), Fraction::new(1, 6));
    }
}
