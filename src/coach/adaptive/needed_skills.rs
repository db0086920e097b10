//! The questions that somebody needs answered to be sure of their level, as few as a simple choice finds.

use super::ladder::{Ladder, Rung};
use super::simulated_people::SimulatedPerson;

/// For each skill whether it belongs to them: every open must-have of the level and of those before it, the skills that
/// bring most until each of these is ready, and what rules out the levels that follow.
pub fn needed_skills(ladder: &Ladder, given: &[Option<usize>], member: &SimulatedPerson) -> Vec<bool> {
    let mut proof =
        NeededSkills { best: ladder.best, given, lows: &member.lows, needed: vec![false; given.len()] };
    let chain = member.reached.map_or(&[][..], |level| &ladder.rungs[level].chain);
    let below: Vec<&Rung> = chain.iter().map(|level| &ladder.rungs[*level]).collect();
    below.iter().for_each(|rung| proof.meet_floors(rung));
    below.iter().rev().for_each(|rung| proof.fill(rung));
    ladder.following(member.reached).for_each(|level| proof.rule_out(&ladder.rungs[level]));
    proof.needed
}

struct NeededSkills<'a> {
    best: usize,
    given: &'a [Option<usize>],
    lows: &'a [usize],
    needed: Vec<bool>,
}

impl NeededSkills<'_> {
    /// The lower end where it is answered or will be.
    fn low(&self, skill: usize) -> Option<usize> {
        self.given[skill].or_else(|| self.needed[skill].then(|| self.lows[skill]))
    }

    fn meet_floors(&mut self, rung: &Rung) {
        for ask in rung.asks.iter().filter(|ask| ask.floor.is_some()) {
            self.needed[ask.skill] |= self.given[ask.skill].is_none();
        }
    }

    /// What brings most first, until it is ready.
    fn fill(&mut self, rung: &Rung) {
        let has = rung.sum(|skill| self.low(skill).unwrap_or_default());
        let open = rung.asks.iter().filter(|ask| self.low(ask.skill).is_none());
        let parts = open.map(|ask| (ask.adds(self.lows[ask.skill]), ask.skill)).collect();
        self.take(parts, rung.needed.saturating_sub(has));
    }

    /// An unmet floor is enough, and all of them serve; else what loses most first, until it can't be ready any more.
    fn rule_out(&mut self, rung: &Rung) {
        if !rung.is_ready(|skill| self.low(skill).unwrap_or(self.best)) {
            return;
        }
        let mut unmet = rung.asks.iter().filter(|ask| !ask.met(self.lows[ask.skill])).peekable();
        if unmet.peek().is_some() {
            unmet.for_each(|ask| self.needed[ask.skill] = true);
            return;
        }
        let has = rung.sum(|skill| self.low(skill).unwrap_or(self.best));
        let open = rung.asks.iter().filter(|ask| self.low(ask.skill).is_none());
        let lost =
            open.map(|ask| (ask.adds(self.best).saturating_sub(ask.adds(self.lows[ask.skill])), ask.skill));
        let lost = lost.collect();
        self.take(lost, (has + 1).saturating_sub(rung.needed));
    }

    fn take(&mut self, mut parts: Vec<(u64, usize)>, mut missing: u64) {
        parts.sort_unstable_by_key(|(part, skill)| (std::cmp::Reverse(*part), *skill));
        for (part, skill) in parts {
            if missing == 0 {
                return;
            }
            missing = missing.saturating_sub(part);
            self.needed[skill] = true;
        }
    }
}
