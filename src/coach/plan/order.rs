//! Puts the chosen steps in a workable order: proofs that fit one week, the largest gain first; then unmet must-haves, the fewest hours
//! first; then the largest gain per hour. A step is judged together with all steps that must be done before it, and these stand
//! directly before it.

use super::choose::{Candidate, Chosen};
use crate::coach::fraction::Fraction;
use crate::coach::plan::StepKind;
use crate::guide::id::SkillId;
use crate::guide::model::HourRange;
use crate::guide::scale::Rating;
use crate::profile::about::HoursPerWeek;
use std::cmp::Reverse;

/// A step before its effect is known.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The skill.
    pub skill: SkillId,
    /// What to do.
    pub kind: StepKind,
    /// The hours of work, from and to.
    pub hours: HourRange,
    /// Positions of the steps to finish before this one.
    pub waits_for: Vec<usize>,
    gain: Fraction,
    /// Whether it ends at the floor of a must-have that is unmet before the plan.
    reaches_floor: bool,
}

impl Draft {
    /// The rating before the step.
    pub const fn starts_at(&self) -> Rating {
        match self.kind {
            StepKind::Raise { from, .. } => from,
            StepKind::Prove { rating } => rating,
        }
    }

    /// The rating after the step.
    pub const fn ends_at(&self) -> Rating {
        match self.kind {
            StepKind::Raise { to, .. } => to,
            StepKind::Prove { rating } => rating,
        }
    }
}

/// The steps for the choices made, in order, for somebody with these hours a week.
pub fn order(chosen: &Chosen<'_>, hours_per_week: HoursPerWeek) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (i, candidate) in chosen.candidates.iter().enumerate() {
        let Some(pick) = chosen.pick(i) else { continue };
        if pick.proves {
            let hours = [candidate.proof_hours; 2];
            drafts.push(draft(chosen, candidate, StepKind::Prove { rating: candidate.now }, hours));
        }
        let mut from = candidate.now;
        while let Some(to) = from.next().filter(|to| pick.raises && *to <= pick.rating) {
            drafts.push(draft(chosen, candidate, StepKind::Raise { from, to }, candidate.hours_to(to)));
            from = to;
        }
    }
    link(chosen, &mut drafts);
    arrange(&drafts, hours_per_week)
}

fn draft(chosen: &Chosen<'_>, candidate: &Candidate<'_>, kind: StepKind, hours: HourRange) -> Draft {
    let mut draft = Draft {
        skill: candidate.skill.id.clone(),
        kind,
        hours,
        waits_for: Vec::new(),
        gain: Fraction::ZERO,
        reaches_floor: false,
    };
    draft.gain = chosen.gain(candidate, draft.ends_at());
    draft.reaches_floor =
        candidate.floor.is_some_and(|floor| draft.starts_at() < floor && draft.ends_at() == floor);
    draft
}

/// Fills in which steps each step waits for.
fn link(chosen: &Chosen<'_>, drafts: &mut [Draft]) {
    let ends: Vec<(SkillId, Rating)> =
        drafts.iter().map(|draft| (draft.skill.clone(), draft.ends_at())).collect();
    let position = |skill: &SkillId, rating: Rating| {
        ends.iter().position(|(other, end)| other == skill && *end == rating)
    };
    for draft in drafts.iter_mut().filter(|draft| matches!(draft.kind, StepKind::Raise { .. })) {
        let before = position(&draft.skill, draft.starts_at());
        let skill = chosen.candidates.iter().find(|candidate| candidate.skill.id == draft.skill);
        let needed = skill.into_iter().flat_map(|candidate| &candidate.skill.prerequisites);
        let needed = needed.filter_map(|needed| {
            let other = chosen.candidates.iter().find(|other| other.skill.id == needed.skill)?;
            // A prerequisite that is high enough already isn't waited for, even if the plan proves it.
            (other.now < needed.at_least).then(|| position(&needed.skill, needed.at_least))?
        });
        draft.waits_for = before.into_iter().chain(needed).collect();
    }
}

/// How much a step matters, together with what it waits for; the most urgent is the largest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// The gain per hour, each range taken at its middle.
    GainPerHour(Fraction),
    /// An unmet must-have, by the hours to its floor.
    MustHave(Reverse<u64>),
    /// A proof that fits one week, by its gain.
    QuickProof(Fraction),
}

fn urgency(drafts: &[Draft], step: &Draft, bundle: &[usize], hours_per_week: HoursPerWeek) -> Urgency {
    let is_proof = matches!(step.kind, StepKind::Prove { .. });
    if is_proof && u64::from(step.hours[1]) * 60 <= u64::from(hours_per_week.minutes()) {
        Urgency::QuickProof(step.gain)
    } else if step.reaches_floor {
        Urgency::MustHave(Reverse(hours(drafts, bundle)))
    } else {
        let gain: Fraction = bundle.iter().map(|i| drafts[*i].gain).sum();
        Urgency::GainPerHour(gain.divided_by(hours(drafts, bundle)))
    }
}

/// Twice the middle of the hours of some steps.
fn hours(drafts: &[Draft], steps: &[usize]) -> u64 {
    steps.iter().map(|i| drafts[*i].hours).map(|[from, to]| u64::from(from) + u64::from(to)).sum()
}

/// Repeatedly takes the most urgent step, after all steps it waits for.
fn arrange(drafts: &[Draft], hours_per_week: HoursPerWeek) -> Vec<Draft> {
    let mut open: Vec<Open> = (0..drafts.len()).map(|i| Open::new(drafts, i, hours_per_week)).collect();
    let mut ordered: Vec<usize> = Vec::new();
    // Of equal steps, the one that was drafted first.
    while let Some(most_urgent) = open.iter().max_by_key(|open| (&open.urgency, Reverse(open.step))) {
        let taken = ordered.len();
        take(drafts, most_urgent.step, &mut ordered);
        let taken = &ordered[taken..];
        open.retain(|open| !taken.contains(&open.step));
        for open in &mut open {
            open.leave_out(taken, drafts, hours_per_week);
        }
    }
    let place = |i: &usize| ordered.iter().position(|other| other == i);
    ordered
        .iter()
        .map(|i| {
            let mut waits_for: Vec<usize> = drafts[*i].waits_for.iter().filter_map(place).collect();
            waits_for.sort_unstable();
            Draft { waits_for, ..drafts[*i].clone() }
        })
        .collect()
}

/// Adds a step, with what it waits for directly before it.
fn take(drafts: &[Draft], step: usize, ordered: &mut Vec<usize>) {
    for before in &drafts[step].waits_for {
        if !ordered.contains(before) {
            take(drafts, *before, ordered);
        }
    }
    ordered.push(step);
}

/// A step that isn't in order yet.
struct Open {
    step: usize,
    /// The step and all open steps that it waits for.
    bundle: Vec<usize>,
    urgency: Urgency,
}

impl Open {
    fn new(drafts: &[Draft], step: usize, hours_per_week: HoursPerWeek) -> Self {
        let bundle = bundle(drafts, step);
        let urgency = urgency(drafts, &drafts[step], &bundle, hours_per_week);
        Self { step, bundle, urgency }
    }

    /// Waits no longer for some steps.
    fn leave_out(&mut self, taken: &[usize], drafts: &[Draft], hours_per_week: HoursPerWeek) {
        let before = self.bundle.len();
        self.bundle.retain(|step| !taken.contains(step));
        if self.bundle.len() < before {
            self.urgency = urgency(drafts, &drafts[self.step], &self.bundle, hours_per_week);
        }
    }
}

/// A step and all steps that it waits for.
fn bundle(drafts: &[Draft], step: usize) -> Vec<usize> {
    let mut bundle = vec![step];
    let mut i = 0;
    while let Some(waiting) = bundle.get(i).copied() {
        for before in &drafts[waiting].waits_for {
            if !bundle.contains(before) {
                bundle.push(*before);
            }
        }
        i += 1;
    }
    bundle
}
