//! What somebody is strong in at a level: area by area, and skill by skill.

use super::fraction::Fraction;
use super::score::{LevelScore, MustHaveState, SkillScore, contribution, whole};
use crate::guide::model::{Area, Ask, Library};
use crate::guide::scale::{Evidence, Rating};
use std::cmp::Reverse;

/// How much of what a level requires in an area is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaShare {
    /// The area.
    pub area: Area,
    /// The share that evidence carries, 0 to 1.
    pub proved: Fraction,
    /// The share at face value, at least `proved`. A skill without a rating adds nothing.
    pub rated: Fraction,
    /// Number of skills that the level requires in this area; at least 1.
    pub skills: usize,
    /// How many of them aren't rated.
    pub unrated: usize,
}

/// The share of each area that the level requires anything in, in the order of the areas. Skills count by their weight; what the level
/// doesn't require counts nothing.
#[must_use]
pub fn areas(library: &Library, score: &LevelScore) -> Vec<AreaShare> {
    let area_of = |skill: &SkillScore| library.skill(&skill.ask.skill).map(|skill| skill.area);
    let of = |area| score.skills.iter().filter(|skill| area_of(skill) == Some(area)).collect();
    Area::all().filter_map(|area| share(area, &of(area))).collect()
}

fn share(area: Area, skills: &Vec<&SkillScore>) -> Option<AreaShare> {
    let asks: Vec<Ask> = skills.iter().map(|skill| skill.ask.clone()).collect();
    let of_whole = |part: fn(&SkillScore) -> u32| {
        let parts = skills.iter().map(|skill| contribution(&skill.ask, part(skill))).sum();
        Fraction::new(parts, whole(&asks))
    };
    (!skills.is_empty()).then(|| AreaShare {
        area,
        proved: of_whole(|skill| skill.interval.low),
        rated: of_whole(|skill| skill.answer.map_or(0, |(rating, _)| rating.eighths())),
        skills: skills.len(),
        unrated: skills.iter().filter(|skill| skill.answer.is_none()).count(),
    })
}

/// The skills somebody is strongest in: first those that meet what the level requires, then by whether anything proves them, by how
/// much of the rating that carries, and by weight. A rating of 0 is no strength.
#[must_use]
pub fn strongest(score: &LevelScore, most: usize) -> Vec<&SkillScore> {
    let has_rating = |skill: &&SkillScore| skill.answer.is_some_and(|(rating, _)| rating > Rating::None);
    let mut skills: Vec<&SkillScore> = score.skills.iter().filter(has_rating).collect();
    skills.sort_by_key(|skill| {
        let is_proved = skill.answer.is_some_and(|(_, evidence)| evidence > Evidence::Claim);
        Reverse((skill.missing() == Fraction::ZERO, is_proved, skill.interval.low, skill.ask.weight))
    });
    skills.truncate(most);
    skills
}

/// The rated skills that lack most: first the unmet must-haves, then by what the rating lacks, then by what its proof lacks. A skill
/// without a rating is a question, not a gap.
#[must_use]
pub fn biggest_gaps<'s>(score: &'s LevelScore, except: &[&SkillScore], most: usize) -> Vec<&'s SkillScore> {
    let lacks = |skill: &SkillScore| skill.share_of_level().minus(skill.low());
    let is_gap = |skill: &&SkillScore| {
        let is_named = except.iter().any(|other| other.ask.skill == skill.ask.skill);
        skill.answer.is_some() && lacks(skill) > Fraction::ZERO && !is_named
    };
    let mut skills: Vec<&SkillScore> = score.skills.iter().filter(is_gap).collect();
    skills.sort_by_key(|skill| Reverse((is_unmet(score, skill), skill.missing(), lacks(skill))));
    skills.truncate(most);
    skills
}

fn is_unmet(score: &LevelScore, skill: &SkillScore) -> bool {
    score.must_haves_in(MustHaveState::Unmet).any(|must_have| must_have.skill == skill.ask.skill)
}

#[cfg(test)]
mod tests {
    use super::{areas, biggest_gaps, strongest};
    use crate::coach::assessment::assess_level;
    use crate::coach::fraction::Fraction;
    use crate::coach::score::LevelScore;
    use crate::guide::embedded;
    use crate::guide::model::{Area, Library};
    use crate::guide::scale::{Evidence, Rating};
    use crate::profile::model::Ratings;

    fn junior(library: &Library, answers: &[(&str, i64, Evidence)]) -> LevelScore {
        let answer = |(skill, rating, evidence): &(&str, i64, Evidence)| {
            let rating = Rating::from_number(*rating).expect("0 to 5");
            (skill.parse().expect("an id"), rating, *evidence)
        };
        let ratings: Ratings = answers.iter().map(answer).collect();
        let guide = &library.guides[0];
        assess_level(guide, &guide.levels[0], &ratings)
    }

    #[test]
    fn an_area_counts_by_weight_what_the_level_requires() {
        let library = embedded().expect("embedded whole");
        // Junior asks 2 of the language (weight 3), 1 of frameworks (2), 2 of Git (2) and 1 of testing (2).
        let answers = [
            ("programming-language", 2, Evidence::Claim),
            ("git", 5, Evidence::Link),
            ("testing", 1, Evidence::Example),
            ("mentoring", 3, Evidence::Link),
        ];
        let areas = areas(&library, &junior(&library, &answers));
        let code = &areas[0];
        assert_eq!((code.area, code.skills, code.unrated), (Area::Code, 4, 1));
        assert_eq!(code.rated, Fraction::new(7, 9));
        assert_eq!(code.proved, Fraction::new(3 * 6 + 2 * 8 + 2 * 7, 9 * 8));
        let all: Vec<Area> = areas.iter().map(|share| share.area).collect();
        let expected = [Area::Code, Area::Data, Area::Operations, Area::Alone, Area::People];
        assert_eq!(all, expected, "what Junior doesn't ask has no axis");
        let people = &areas[4];
        assert_eq!((people.rated, people.skills, people.unrated), (Fraction::ZERO, 2, 2));
    }

    #[test]
    fn what_is_proved_and_enough_is_a_strength_and_what_lacks_most_a_gap() {
        let library = embedded().expect("embedded whole");
        let answers = [
            ("programming-language", 1, Evidence::Link),
            ("frameworks", 1, Evidence::Claim),
            ("sql", 3, Evidence::Example),
            ("git", 0, Evidence::Claim),
            ("learning", 2, Evidence::Link),
        ];
        let score = junior(&library, &answers);
        let names = |skills: &[&crate::coach::score::SkillScore]| -> Vec<String> {
            skills.iter().map(|skill| skill.ask.skill.to_string()).collect()
        };
        let best = strongest(&score, 3);
        assert_eq!(names(&best), ["sql", "learning", "frameworks"]);
        let gaps = biggest_gaps(&score, &best, 3);
        assert_eq!(names(&gaps), ["programming-language", "git"], "an unmet must-have stands first");
        assert_eq!(names(&strongest(&score, 9)).len(), 4, "0 is no strength");
    }
}
