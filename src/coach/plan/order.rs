//! Puts the chosen steps in a workable order: prerequisites first, unmet must-haves before the rest, then the largest gain per
//! hour. A step is judged together with all steps that must be done before it.

use super::choose::{Candidate, Chosen};
use crate::coach::fraction::Fraction;
use crate::coach::plan::StepKind;
use crate::guide::id::SkillId;
use crate::guide::model::HourRange;
use crate::guide::scale::Rating;
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
    is_unmet_must_have: bool,
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

/// The steps for the choices made, in order.
pub fn order(chosen: &Chosen<'_>) -> Vec<Draft> {
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
    arrange(&drafts)
}

fn draft(chosen: &Chosen<'_>, candidate: &Candidate<'_>, kind: StepKind, hours: HourRange) -> Draft {
    let mut draft = Draft {
        skill: candidate.skill.id.clone(),
        kind,
        hours,
        waits_for: Vec::new(),
        gain: Fraction::ZERO,
        is_unmet_must_have: false,
    };
    draft.gain = chosen.gain(candidate, draft.ends_at());
    draft.is_unmet_must_have = candidate.floor.is_some_and(|floor| draft.starts_at() < floor);
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

/// Repeatedly takes the best step together with all steps it waits for.
fn arrange(drafts: &[Draft]) -> Vec<Draft> {
    let mut ordered: Vec<usize> = Vec::new();
    while ordered.len() < drafts.len() {
        let open = (0..drafts.len()).filter(|i| !ordered.contains(i));
        let best = open.map(|i| bundle(drafts, i, &ordered)).max_by_key(|bundle| {
            let urgent = bundle.first().is_some_and(|last| drafts[*last].is_unmet_must_have);
            // Of equal steps, the one that was drafted first.
            (urgent, worth(drafts, bundle), Reverse(bundle.first().copied()))
        });
        let Some(bundle) = best else { break };
        let is_free = |i: &usize| drafts[*i].waits_for.iter().all(|before| ordered.contains(before));
        let free = bundle.iter().copied().filter(is_free);
        let Some(next) = free.max_by_key(|i| (worth(drafts, &[*i]), Reverse(*i))) else { break };
        ordered.push(next);
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

/// A step, followed by all open steps that it waits for.
fn bundle(drafts: &[Draft], step: usize, done: &[usize]) -> Vec<usize> {
    let mut bundle = vec![step];
    let mut i = 0;
    while let Some(waiting) = bundle.get(i).copied() {
        for before in &drafts[waiting].waits_for {
            if !bundle.contains(before) && !done.contains(before) {
                bundle.push(*before);
            }
        }
        i += 1;
    }
    bundle
}

/// The gain per hour, with each range taken at its middle.
fn worth(drafts: &[Draft], steps: &[usize]) -> Fraction {
    let gain: Fraction = steps.iter().map(|i| drafts[*i].gain).sum();
    let hours = steps.iter().map(|i| drafts[*i].hours).map(|[from, to]| u64::from(from) + u64::from(to));
    gain.divided_by(hours.sum())
}
