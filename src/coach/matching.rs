//! A job ad against somebody's ratings: what is proved, claimed, below or not rated, as a range.
//!
//! An ad names skills, not ratings. What it asks of a skill is therefore what the guide asks at the level of the ad.

use super::fraction::Fraction;
use super::score::{self, Answer, Interval};
use crate::ad::{Ad, Finding, Need};
use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::{Ask, Guide, Library, Track};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;

/// The weight of a skill that the ad requires, against 1 for one that is welcome.
const REQUIRED_WEIGHT: u32 = 3;
const NICE_WEIGHT: u32 = 1;
/// What an ad asks where no level of the guide asks for the skill.
const USUAL: Rating = Rating::Assisted;

/// How somebody's rating stands to what an ad asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchState {
    /// The rating is high enough, and a case, a link or a referee shows it.
    Proved,
    /// The rating is high enough, and nothing shows it.
    Claimed,
    /// The rating is too low.
    Below,
    /// There is no rating.
    NotRated,
}

impl MatchState {
    /// The name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::Claimed => "claimed",
            Self::Below => "below",
            Self::NotRated => "not-rated",
        }
    }

    /// The name in text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::Claimed => "not proved yet",
            Self::Below => "below",
            Self::NotRated => "not rated",
        }
    }

    fn of(answer: Answer, required: Rating) -> Self {
        match answer {
            None => Self::NotRated,
            Some((rating, _)) if rating < required => Self::Below,
            Some((_, Evidence::Claim)) => Self::Claimed,
            Some((_, Evidence::Example | Evidence::Link)) => Self::Proved,
        }
    }
}

/// A skill of the ad beside the rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillMatch {
    /// What the ad says.
    pub finding: Finding,
    /// The rating that the ad asks, by the guide.
    pub required: Rating,
    /// What the person says.
    pub answer: Answer,
    /// How the two stand to each other.
    pub state: MatchState,
    /// The most that an answer or a proof could add to the lower end of the match, 0 to 1.
    pub doubt: Fraction,
    /// Hours to reach the required rating from the present one; `None` unless the rating is below.
    pub hours: Option<[u32; 2]>,
}

/// An ad against somebody's ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The level by which the required ratings were chosen.
    pub level: Option<LevelId>,
    /// The level that the ad's requirements read like, whatever it calls itself.
    pub reads_like: Option<LevelId>,
    /// The least that the answers allow, 0 to 1.
    pub low: Fraction,
    /// The most that the answers allow. An ad that asks for nothing that the guide knows leaves everything open: 0 to 1.
    pub high: Fraction,
    /// The skills, in the order of the ad's findings.
    pub skills: Vec<SkillMatch>,
}

impl Match {
    /// The skills that the ad asks for or welcomes, in this state.
    pub fn asked_in(&self, state: MatchState) -> impl Iterator<Item = &SkillMatch> {
        self.skills.iter().filter(move |skill| skill.state == state && skill.finding.need != Need::Mentioned)
    }
}

/// Compares an ad with ratings. Where neither its words nor its requirements tell the level, the target is taken.
#[must_use]
pub fn compare(
    ad: &Ad,
    library: &Library,
    guide: &Guide,
    ratings: &Ratings,
    target: Option<&LevelId>,
) -> Match {
    let reads_like = reads_like(ad, guide);
    let level = level_to_meet(ad.level.as_ref(), reads_like.as_ref(), guide).or(target).cloned();
    let asks: Vec<Ask> = ad.findings.iter().map(|finding| ask(finding, guide, level.as_ref())).collect();
    let groups = groups(ad);
    let whole = groups.iter().filter_map(|group| heaviest(group, &asks)).sum::<u64>();
    let ends = |end: fn(&Interval) -> u32| {
        let best = |group: &Vec<usize>| {
            group
                .iter()
                .filter_map(|at| asks.get(*at))
                .map(|ask| part(ask, end(&interval(ask, guide, ratings))))
                .max()
        };
        groups.iter().filter_map(best).sum::<u64>()
    };
    let (low, high) = match whole {
        0 => (Fraction::ZERO, Fraction::new(1, 1)),
        whole => (
            Fraction::new(ends(|interval| interval.low), whole),
            Fraction::new(ends(|interval| interval.high), whole),
        ),
    };
    let skills = ad.findings.iter().zip(&asks);
    let skills =
        skills.map(|(finding, ask)| skill_match(finding, ask, library, guide, ratings, whole)).collect();
    Match { level, reads_like, low, high, skills }
}

/// The level whose requirements count: the higher one, where an ad names one level of the core and reads like another; a plain
/// title says little. Else the one that it names.
fn level_to_meet<'l>(
    named: Option<&'l LevelId>,
    reads_like: Option<&'l LevelId>,
    guide: &Guide,
) -> Option<&'l LevelId> {
    let core =
        |id: &LevelId| guide.levels.iter().position(|level| level.id == *id && level.track == Track::Core);
    match (named, reads_like) {
        (Some(named), Some(like)) => match (core(named), core(like)) {
            (Some(one), Some(other)) if other > one => Some(like),
            _ => Some(named),
        },
        (named, reads_like) => named.or(reads_like),
    }
}

fn skill_match(
    finding: &Finding,
    ask: &Ask,
    library: &Library,
    guide: &Guide,
    ratings: &Ratings,
    whole: u64,
) -> SkillMatch {
    let answer = ratings.answer(&finding.skill);
    let Interval { low, high } = interval(ask, guide, ratings);
    let state = MatchState::of(answer, ask.required);
    let hours = answer.filter(|_| state == MatchState::Below).map(|(rating, _)| hours(library, ask, rating));
    SkillMatch {
        finding: finding.clone(),
        required: ask.required,
        answer,
        state,
        doubt: Fraction::new(part(ask, high).saturating_sub(part(ask, low)), whole),
        hours,
    }
}

fn interval(ask: &Ask, guide: &Guide, ratings: &Ratings) -> Interval {
    Interval::of(ratings.answer(&ask.skill), &guide.scoring)
}

fn part(ask: &Ask, eighths: u32) -> u64 {
    score::contribution(ask, eighths)
}

/// The most that a group of alternatives can contribute.
fn heaviest(group: &[usize], asks: &[Ask]) -> Option<u64> {
    group.iter().filter_map(|at| asks.get(*at)).map(|ask| part(ask, ask.required.eighths())).max()
}

/// What the guide asks of a skill at a level; where that level doesn't ask for it, at the lowest level that does.
fn ask(finding: &Finding, guide: &Guide, level: Option<&LevelId>) -> Ask {
    let at_level = level.and_then(|id| guide.level(id)).and_then(|level| level.ask(&finding.skill));
    let lowest = || guide.levels.iter().find_map(|level| level.ask(&finding.skill));
    let required = at_level.or_else(lowest).map_or(USUAL, |ask| ask.required);
    let weight = match finding.need {
        Need::Required => REQUIRED_WEIGHT,
        Need::Nice => NICE_WEIGHT,
        Need::Mentioned => 0,
    };
    Ask { skill: finding.skill.clone(), required, weight, must_have: None }
}

/// The findings by position; alternatives, of which one is enough, are together.
fn groups(ad: &Ad) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, finding) in ad.findings.iter().enumerate() {
        let belongs = |group: &&mut Vec<usize>| {
            group
                .iter()
                .filter_map(|at| ad.findings.get(*at))
                .any(|other| finding.alternatives.contains(&other.skill))
        };
        match groups.iter_mut().find(belongs) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

fn hours(library: &Library, ask: &Ask, from: Rating) -> [u32; 2] {
    let hours = library.skill(&ask.skill).map(|skill| &skill.hours);
    let steps = Rating::all().filter(|rating| *rating > from && *rating <= ask.required);
    let each = steps.filter_map(|rating| hours.and_then(|hours| hours.to(rating)));
    each.fold([0, 0], |[low, high], [from, to]| [low + from, high + to])
}

/// The level that the requirements read like: the core level whose years they ask for, or the lowest level that asks for the skills
/// which no level before it asks for, whichever is higher; without years it isn't below the level that the ad names.
fn reads_like(ad: &Ad, guide: &Guide) -> Option<LevelId> {
    let core = |level: &&crate::guide::model::Level| level.track == Track::Core;
    let by_years = ad.years_min.and_then(|years| {
        guide.levels.iter().filter(core).rfind(|level| level.years.from <= years).map(|level| &level.id)
    });
    let position = |id: &LevelId| guide.levels.iter().position(|level| level.id == *id);
    let first = |skill: &SkillId| guide.levels.iter().position(|level| level.ask(skill).is_some());
    let required = ad.findings.iter().filter(|finding| finding.need == Need::Required);
    let mut firsts: Vec<usize> = required.filter_map(|finding| first(&finding.skill)).collect();
    firsts.sort_unstable();
    // Two skills of a level speak for it; one alone can be a firm's habit.
    let by_skills = firsts.iter().rev().nth(1).copied().filter(|at| *at > 0);
    let best = by_years.and_then(position).into_iter().chain(by_skills).max();
    let named = ad.level.as_ref().and_then(position);
    // Few skills say nothing against the level that an ad names; few years do.
    let best = if ad.years_min.is_none() { best.max(named) } else { best };
    best.and_then(|at| guide.levels.get(at)).map(|level| level.id.clone()).or_else(|| ad.level.clone())
}

/// A skill that kept ads ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The skill.
    pub skill: SkillId,
    /// How many ads require it or welcome it.
    pub ads: usize,
    /// The words for it that most of these ads use.
    pub words: String,
}

/// The skills that several ads ask for, those that most ask for first. A skill that only one ad asks for is left out.
#[must_use]
pub fn demand(ads: &[Ad]) -> Vec<Demand> {
    let mut demand: Vec<(SkillId, Vec<&Finding>)> = Vec::new();
    for finding in ads.iter().flat_map(|ad| &ad.findings).filter(|finding| finding.need != Need::Mentioned) {
        match demand.iter_mut().find(|(skill, _)| *skill == finding.skill) {
            Some((_, findings)) => findings.push(finding),
            None => demand.push((finding.skill.clone(), vec![finding])),
        }
    }
    demand.retain(|(_, findings)| findings.len() > 1);
    demand.sort_by_key(|(_, findings)| std::cmp::Reverse(findings.len()));
    demand
        .into_iter()
        .map(|(skill, findings)| Demand { skill, ads: findings.len(), words: usual_words(&findings) })
        .collect()
}

/// The words that occur in most findings, the first of them where several do.
fn usual_words(findings: &[&Finding]) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for finding in findings {
        let mut seen: Vec<String> = Vec::new();
        for passage in &finding.passages {
            let low = passage.text.to_lowercase();
            if seen.contains(&low) {
                continue;
            }
            match counted.iter_mut().find(|(text, _)| text.to_lowercase() == low) {
                Some((_, count)) => *count += 1,
                None => counted.push((&passage.text, 1)),
            }
            seen.push(low);
        }
    }
    let most = counted.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counted.iter().find(|(_, count)| *count == most).map(|(text, _)| (*text).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{MatchState, compare, demand};
    use crate::ad::{Ad, AdText, Vocabulary};
    use crate::guide::model::Library;
    use crate::guide::scale::{Evidence, Rating};
    use crate::profile::model::Ratings;

    fn library() -> Library {
        crate::guide::embedded().unwrap()
    }

    fn read(library: &Library, text: &str) -> Ad {
        let guide = &library.guides[0];
        let vocabulary = Vocabulary::new(library, guide).unwrap();
        Ad::read(&AdText::decode(text.as_bytes()).unwrap(), guide, &vocabulary)
    }

    fn ratings(rated: &[(&str, Rating, Evidence)]) -> Ratings {
        rated.iter().map(|(skill, rating, evidence)| (skill.parse().unwrap(), *rating, *evidence)).collect()
    }

    const AD: &str = "Senior Back-End Engineer\n\nRequirements:\n- 5+ years of professional experience\n- Python\n- PostgreSQL\n- Kafka or Kubernetes\n\nNice to have:\n- Terraform\n";

    #[test]
    fn the_range_is_what_the_answers_allow() {
        let library = library();
        let guide = &library.guides[0];
        let ad = read(&library, AD);
        let nothing = compare(&ad, &library, guide, &Ratings::default(), None);
        assert_eq!((nothing.low.percent_down(), nothing.high.percent_up()), (0, 100));
        assert!(nothing.skills.iter().all(|skill| skill.state == MatchState::NotRated));
        let all = ["programming-language", "sql", "messaging", "cloud"];
        let proved: Vec<_> =
            all.iter().map(|skill| (*skill, Rating::SettingDirection, Evidence::Link)).collect();
        let proved = compare(&ad, &library, guide, &ratings(&proved), None);
        // Messaging is enough where Kubernetes would do as well.
        assert_eq!((proved.low.percent_down(), proved.high.percent_up()), (100, 100));
        let claimed: Vec<_> =
            all.iter().map(|skill| (*skill, Rating::SettingDirection, Evidence::Claim)).collect();
        let claimed = compare(&ad, &library, guide, &ratings(&claimed), None);
        assert!(claimed.low < claimed.high);
        assert_eq!(claimed.high.percent_up(), 100);
        assert_eq!(claimed.asked_in(MatchState::Claimed).count(), 4);
    }

    #[test]
    fn more_is_never_worse() {
        let library = library();
        let guide = &library.guides[0];
        let ad = read(&library, AD);
        for skill in ["programming-language", "sql", "messaging", "containers", "cloud"] {
            let mut last = None;
            for rating in Rating::all() {
                for evidence in [Evidence::Claim, Evidence::Example, Evidence::Link] {
                    let now = compare(&ad, &library, guide, &ratings(&[(skill, rating, evidence)]), None);
                    assert!(now.low <= now.high);
                    if evidence == Evidence::Link {
                        assert!(last.is_none_or(|last| last <= now.low), "{skill} {rating:?}");
                        last = Some(now.low);
                    }
                }
            }
        }
    }

    #[test]
    fn an_ad_reads_like_a_level_by_years_and_by_skills() {
        let library = library();
        let guide = &library.guides[0];
        let like = |text: &str| {
            let ad = read(&library, text);
            compare(&ad, &library, guide, &Ratings::default(), None).reads_like.map(|id| id.to_string())
        };
        assert_eq!(like(AD).as_deref(), Some("senior"));
        let junior = "Junior Backend Developer\nRequirements:\n- at least six years of experience in Java\n";
        assert_eq!(like(junior).as_deref(), Some("senior"));
        assert_eq!(like("Backend Developer\nRequirements:\n- Java\n").as_deref(), Some("developer"));
        let named = "Senior Backend Developer\nRequirements:\n- Java\n- Kafka\n";
        assert_eq!(like(named).as_deref(), Some("senior"));
        assert_eq!(like("Florist\nYou make bouquets.\n"), None);
    }

    #[test]
    fn what_several_ads_ask_for_is_counted() {
        let library = library();
        let ads = [
            read(&library, AD),
            read(&library, "Backend Engineer\nRequirements:\n- Kafka\n- Java\n"),
            read(&library, "Backend Engineer\nNice to have:\n- Kafka\n- GraphQL\n"),
        ];
        let demand = demand(&ads);
        let first = &demand[0];
        assert_eq!((first.skill.as_str(), first.ads, first.words.as_str()), ("messaging", 3, "Kafka"));
        assert!(demand.iter().all(|demand| demand.ads > 1));
    }
}
