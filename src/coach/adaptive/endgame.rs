//! The best order of the last few questions, found by trying every answer to each of them.

use super::ladder::Ladder;

/// The answers so far, and the answers that an open skill may get.
pub struct Position<'a> {
    /// The levels.
    pub ladder: &'a Ladder,
    /// The lower end of each skill; `None` when open.
    pub lows: Vec<Option<usize>>,
    /// The lower ends that an answer may have, all equally likely.
    pub answers: [usize; 6],
}

impl Position<'_> {
    /// The open skill to ask about first, so that the number of questions is lowest on average.
    pub fn best(&mut self, open: &[usize]) -> Option<usize> {
        let costs: Vec<(u64, usize)> =
            open.iter().map(|skill| (self.cost_of(*skill, open), *skill)).collect();
        costs.into_iter().min().map(|(_, skill)| skill)
    }

    fn is_known(&self) -> bool {
        let with = |open: usize| self.ladder.reached(|skill| self.lows[skill].unwrap_or(open));
        with(0) == with(self.ladder.best)
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
        for low in self.answers {
            self.lows[skill] = Some(low);
            cost += self.cost(&rest);
        }
        self.lows[skill] = None;
        cost
    }
}
