//! The best order of the last few questions, found by trying every answer to each of them.

use super::ladder::{AnswerNumber, BEST, Ladder, WORST};

/// The answers so far, and the answers that an open skill may get.
pub struct Position<'a> {
    /// The levels.
    pub ladder: &'a Ladder,
    /// The answer about each skill; `None` when open.
    pub given: Vec<Option<AnswerNumber>>,
    /// The answers to expect, all equally likely.
    pub answers: [AnswerNumber; 6],
}

impl Position<'_> {
    /// The open skill to ask about first, so that the number of questions is lowest on average.
    pub fn best(&mut self, open: &[usize]) -> Option<usize> {
        let costs: Vec<(u64, usize)> =
            open.iter().map(|skill| (self.cost_of(*skill, open), *skill)).collect();
        costs.into_iter().min().map(|(_, skill)| skill)
    }

    fn is_known(&self) -> bool {
        let with = |open| self.ladder.reached(|skill| self.given[skill].unwrap_or(open));
        with(WORST) == with(BEST)
    }

    /// The number of questions still to ask, added up over all possible answers.
    fn cost(&mut self, open: &[usize]) -> u64 {
        if open.is_empty() || self.is_known() {
            return 0;
        }
        open.iter().map(|skill| self.cost_of(*skill, open)).min().unwrap_or_default()
    }

    /// The same number when `skill` is asked about first.
    fn cost_of(&mut self, skill: usize, open: &[usize]) -> u64 {
        let rest: Vec<usize> = open.iter().copied().filter(|other| *other != skill).collect();
        let mut cost = open.iter().map(|_| self.answers.len() as u64).product();
        for answer in self.answers {
            self.given[skill] = Some(answer);
            cost += self.cost(&rest);
        }
        self.given[skill] = None;
        cost
    }
}
