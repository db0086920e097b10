//! The best order of the last few questions, by trying every answer to every one of them.

use super::ladder::Ladder;

/// A position: the lower ends of what is answered, and the best that an open skill can have.
pub struct Position<'a> {
    /// The levels.
    pub ladder: &'a Ladder,
    /// The lower ends by skill.
    pub lows: Vec<Option<usize>>,
    /// The lower ends that an answer may have, each as likely as the others.
    pub answers: [usize; 6],
}

impl Position<'_> {
    /// Of the open skills the one to ask first, so that the fewest questions are asked on average.
    pub fn best(&mut self, open: &[usize]) -> Option<usize> {
        let costs: Vec<(u64, usize)> =
            open.iter().map(|skill| (self.cost_of(*skill, open), *skill)).collect();
        costs.into_iter().min().map(|(_, skill)| skill)
    }

    fn is_known(&self) -> bool {
        let with = |open: usize| self.ladder.reached(|skill| self.lows[skill].unwrap_or(open));
        with(0) == with(self.ladder.best)
    }

    /// Questions to come over all the ways in which the open skills could be answered.
    fn cost(&mut self, open: &[usize]) -> u64 {
        if open.is_empty() || self.is_known() {
            return 0;
        }
        open.iter().map(|skill| self.cost_of(*skill, open)).min().unwrap_or_default()
    }

    /// The same where a certain one is asked first.
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
