//! The scores of a person at all levels of a guide, and the levels that they can show, claim, or may have.

use super::score::{LevelScore, Standing, Verdict, score_level};
use crate::guide::id::LevelId;
use crate::guide::model::{Guide, Level};
use crate::profile::model::Ratings;

/// The scores of a person for all levels of a guide.
///
/// `reached` ≤ `claimed` ≤ `possible`: each is the highest level that qualifies together with all its predecessors. Where both
/// tracks have one, it is the later in the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// One score for each level, in the order of the guide.
    pub levels: Vec<LevelScore>,
    /// The highest level that is ready on what the evidence carries.
    pub reached: Option<LevelId>,
    /// The highest level that is ready when every rating is taken at face value and unrated skills count as 0.
    pub claimed: Option<LevelId>,
    /// The highest level that isn't ruled out.
    pub possible: Option<LevelId>,
    /// The levels that aren't ready and so keep a higher, ready level from being reached.
    pub blocked_by: Vec<LevelId>,
    /// Number of the guide's skills that are rated.
    pub rated: usize,
    /// Number of skills that the guide requires.
    pub skills: usize,
}

impl Assessment {
    /// The score of a level.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<&LevelScore> {
        self.levels.iter().find(|level| level.level == *id)
    }
}

/// Scores a self-assessment against every level of a guide.
#[must_use]
pub fn assess(guide: &Guide, ratings: &Ratings) -> Assessment {
    let mut levels: Vec<_> =
        guide.levels.iter().map(|level| score_level(level, &guide.scoring, ratings)).collect();
    for at in 1..levels.len() {
        let (before, from_here) = levels.split_at_mut(at);
        if let (Some(level), Some(score)) = (guide.levels.get(at), from_here.first_mut()) {
            hold_down(score, chain(guide, level, before));
        }
    }
    let asked = guide.asked_skills();
    let is_claimed = |level: &Level, score: &LevelScore| {
        score.is_claimed && chain(guide, level, &levels).all(|before| before.is_claimed)
    };
    Assessment {
        rated: asked.iter().filter(|skill| ratings.answer(skill).is_some()).count(),
        skills: asked.len(),
        reached: highest(guide, &levels, |_, score| score.standing == Standing::Ready),
        claimed: highest(guide, &levels, is_claimed),
        possible: highest(guide, &levels, |_, score| score.standing > Standing::NotYet),
        blocked_by: blocked_by(guide, &levels),
        levels,
    }
}

/// Scores a self-assessment against one level, with the standing that the levels before it allow.
#[must_use]
pub fn assess_level(guide: &Guide, level: &Level, ratings: &Ratings) -> LevelScore {
    let mut score = score_level(level, &guide.scoring, ratings);
    let before: Vec<_> =
        guide.predecessors(level).map(|below| score_level(below, &guide.scoring, ratings)).collect();
    hold_down(&mut score, &before);
    score
}

/// Lowers a standing to the lowest of the levels before it.
fn hold_down<'a>(score: &mut LevelScore, before: impl IntoIterator<Item = &'a LevelScore>) {
    let own = score.own_standing();
    for below in before.into_iter().filter(|below| below.own_standing() < own) {
        score.standing = score.standing.min(below.own_standing());
        score.held_by.push(below.level.clone());
    }
}

/// The scores of a level's predecessors. `levels` are those of the guide, in its order.
fn chain<'a>(
    guide: &'a Guide,
    level: &'a Level,
    levels: &'a [LevelScore],
) -> impl Iterator<Item = &'a LevelScore> {
    let earlier = guide.levels.iter().zip(levels).take_while(|(below, _)| below.id != level.id);
    earlier.filter(|(below, _)| level.follows(below)).map(|(_, score)| score)
}

fn highest(
    guide: &Guide,
    levels: &[LevelScore],
    qualifies: impl Fn(&Level, &LevelScore) -> bool,
) -> Option<LevelId> {
    let mut both = guide.levels.iter().zip(levels).rev();
    both.find(|(level, score)| qualifies(level, score)).map(|(level, _)| level.id.clone())
}

/// The levels that aren't ready and so keep a higher, ready level from being reached.
fn blocked_by(guide: &Guide, levels: &[LevelScore]) -> Vec<LevelId> {
    let ready = guide.levels.iter().zip(levels).filter(|(_, score)| score.verdict == Verdict::Ready);
    let blocking: Vec<&LevelId> = ready
        .flat_map(|(level, _)| chain(guide, level, levels))
        .filter(|before| before.verdict != Verdict::Ready)
        .map(|before| &before.level)
        .collect();
    let ids = guide.levels.iter().map(|level| &level.id);
    ids.filter(|id| blocking.contains(id)).cloned().collect()
}
