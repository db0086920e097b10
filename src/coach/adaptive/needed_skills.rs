//! The answers that a person needs to be sure of their level: few, though not always the fewest, since the choice is greedy.

use super::ladder::{AnswerNumber, BEST, Ladder, Rung, WORST};
use super::simulated_people::SimulatedPerson;

/// For each skill, whether its answer is needed: every open must-have of the level and of those before it, the skills with the
/// largest contribution until each of these levels is ready, and the skills that rule out the levels that follow.
pub fn needed_skills(ladder: &Ladder, given: &[Option<AnswerNumber>], person: &SimulatedPerson) -> Vec<bool> {
    let mut needed = NeededSkills { given, answers: &person.answers, needed: vec![false; given.len()] };
    let chain = person.reached.map_or(&[][..], |level| &ladder.rungs[level].chain);
    let below: Vec<&Rung> = chain.iter().map(|level| &ladder.rungs[*level]).collect();
    below.iter().for_each(|rung| needed.meet_floors(rung));
    below.iter().rev().for_each(|rung| needed.fill(rung));
    ladder.following(person.reached).for_each(|level| needed.rule_out(&ladder.rungs[level]));
    needed.needed
}

struct NeededSkills<'a> {
    given: &'a [Option<AnswerNumber>],
    answers: &'a [AnswerNumber],
    needed: Vec<bool>,
}

impl NeededSkills<'_> {
    /// The answer about a skill that is answered or needed.
    fn answer(&self, skill: usize) -> Option<AnswerNumber> {
        self.given[skill].or_else(|| self.needed[skill].then(|| self.answers[skill]))
    }

    fn meet_floors(&mut self, rung: &Rung) {
        for ask in rung.asks.iter().filter(|ask| ask.is_must_have) {
            self.needed[ask.skill] |= self.given[ask.skill].is_none();
        }
    }

    /// Takes the largest contributions until the level is ready.
    fn fill(&mut self, rung: &Rung) {
        let has = rung.sum(|skill| self.answer(skill).unwrap_or(WORST));
        let open = rung.asks.iter().filter(|ask| self.answer(ask.skill).is_none());
        let parts = open.map(|ask| (ask.adds(self.answers[ask.skill]), ask.skill)).collect();
        self.take(parts, rung.needed.saturating_sub(has));
    }

    /// Takes all unmet floors; without any, the largest losses until the level can't be ready any more.
    fn rule_out(&mut self, rung: &Rung) {
        if !rung.is_ready(|skill| self.answer(skill).unwrap_or(BEST)) {
            return;
        }
        let mut unmet = rung.asks.iter().filter(|ask| !ask.met(self.answers[ask.skill])).peekable();
        if unmet.peek().is_some() {
            unmet.for_each(|ask| self.needed[ask.skill] = true);
            return;
        }
        let has = rung.sum(|skill| self.answer(skill).unwrap_or(BEST));
        let open = rung.asks.iter().filter(|ask| self.answer(ask.skill).is_none());
        let lost =
            open.map(|ask| (ask.adds(BEST).saturating_sub(ask.adds(self.answers[ask.skill])), ask.skill));
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
