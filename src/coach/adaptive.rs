//! Selects the next question, so that few answers tell most about a person's level.
//!
//! A level is ready by the lower ends of the answers, and a better answer never lowers a lower end. So the level reached is between
//! two bounds: the level if every open answer is 0, and the level if every open answer is the best rating with a link. It is
//! **known** exactly when the bounds are equal. Until then, simulated people stand for the possible open answers. Each one has the
//! answers given so far, and a weight: the probability that a person of that kind gives these answers. The estimate is **useful**
//! when nearly all of them reach the same level once everything is proved. The next question is the one whose answer makes the
//! simulated people agree most; once the estimate is useful, it is the one that most of them need to be sure of their level.

mod endgame;
mod ladder;
mod needed_skills;
mod simulated_people;

use crate::guide::id::{LevelId, SkillId};
use crate::guide::model::Guide;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::model::Ratings;
use endgame::Position;
use ladder::{AnswerNumber, BEST, Ladder, WORST, number, with_evidence};
use simulated_people::{SimulatedPeople, SimulatedPerson};

/// Maximum number of open questions for which all answers are tried.
const MAX_EXHAUSTIVE: usize = 3;
/// The percentage of simulated people who must agree for a useful estimate. A lower one is reached earlier and is wrong more often
/// (`benches/studies.rs` measures both).
const SURE: u8 = 92;

/// How many answers come before any estimate: with fewer it says more about the guide than about the person.
pub const FIRST_IMPRESSION: usize = 6;

/// Lower and upper bound of a level; `None` is below the first level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket {
    /// The level whatever the open answers are.
    pub at_least: Option<LevelId>,
    /// The level with the best open answers.
    pub at_most: Option<LevelId>,
}

impl Bracket {
    /// Whether no open answer can change the level.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.at_least == self.at_most
    }
}

/// An estimate of the level from the answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// The level reached with the present evidence.
    pub reached: Bracket,
    /// The level that would be reached if every rating given were proved by a link.
    pub once_proved: Bracket,
    /// The level that most simulated people with these answers reach when everything is proved; `None` is below the first level.
    pub likely: Option<LevelId>,
    /// The percentage of simulated people who reach exactly that level, 0 to 100, rounded down; 100 when it is known.
    pub sure: u8,
    /// Number of the guide's skills that are answered.
    pub answered: usize,
    /// Maximum number of answers until the level is known, with the present evidence and once everything is proved; never fewer than
    /// are missing to [`FIRST_IMPRESSION`].
    pub answers_left: usize,
}

impl Estimate {
    /// Whether answering all questions would most likely give the same level. Never before [`FIRST_IMPRESSION`] answers.
    #[must_use]
    pub fn is_useful(&self) -> bool {
        self.answered >= FIRST_IMPRESSION && self.sure >= SURE
    }

    /// Whether no open answer can change the estimate.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.reached.is_known() && self.once_proved.is_known()
    }
}

/// The skill to ask about next; `None` when there are enough answers, and none could change the level reached, now or once everything
/// is proved.
#[must_use]
pub fn next(guide: &Guide, ratings: &Ratings, target: Option<&LevelId>) -> Option<SkillId> {
    Questioner::new(guide).next(ratings, target)
}

/// The question selector of a guide. Building one takes longer than selecting a question, so keep it for a series of questions.
#[derive(Debug)]
pub struct Questioner {
    ladder: Ladder,
    people: SimulatedPeople,
    levels: Vec<LevelId>,
}

/// The evidence that ratings are scored with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EvidenceUsed {
    /// The present evidence.
    Present,
    /// A link for each rating.
    Proved,
}

/// The answers given, by skill, and what they count as.
struct Answers {
    given: Vec<Option<(Rating, Evidence)>>,
    counted: Vec<Option<AnswerNumber>>,
    /// The evidence to expect with open answers.
    evidence: Vec<Evidence>,
}

impl Questioner {
    /// Builds the question selector of a guide.
    #[must_use]
    pub fn new(guide: &Guide) -> Self {
        let ladder = Ladder::new(guide);
        Self {
            people: SimulatedPeople::new(&ladder),
            levels: guide.levels.iter().map(|level| level.id.clone()).collect(),
            ladder,
        }
    }

    /// The skill to ask about next: first the one that tells most about the level once everything is proved, then one that decides the
    /// level reached, then one that decides the level once proved. A level that few answers rule out isn't told before there are
    /// enough of them, so until then any open question is asked.
    #[must_use]
    pub fn next(&self, ratings: &Ratings, target: Option<&LevelId>) -> Option<SkillId> {
        let target = target.and_then(|id| self.levels.iter().position(|level| level == id));
        let (now, proved) =
            (self.answers(ratings, EvidenceUsed::Present), self.answers(ratings, EvidenceUsed::Proved));
        let open = self.open(&now);
        let best = if (1..=MAX_EXHAUSTIVE).contains(&open.len()) {
            let answers = with_evidence(Evidence::Example);
            Position { ladder: &self.ladder, given: now.counted, answers }.best(&open)
        } else {
            self.most_telling(&now, &proved, &open, target)
        };
        let any = || {
            let answered = ratings_given(&proved);
            proved.given.iter().position(Option::is_none).filter(|_| answered < FIRST_IMPRESSION)
        };
        best.or_else(any).and_then(|skill| self.ladder.skills.get(skill)).cloned()
    }

    /// An estimate of the level from the answers so far.
    #[must_use]
    pub fn estimate(&self, ratings: &Ratings) -> Estimate {
        let [now, proved] =
            [EvidenceUsed::Present, EvidenceUsed::Proved].map(|used| self.answers(ratings, used));
        let (likely, sure) = self.likeliest(&proved);
        let mut open = self.open(&now);
        open.extend(self.open(&proved));
        open.sort_unstable();
        open.dedup();
        let answered = ratings_given(&now);
        let missing = FIRST_IMPRESSION.saturating_sub(answered);
        Estimate {
            reached: self.bracket(&now),
            once_proved: self.bracket(&proved),
            likely: self.id(likely),
            sure,
            answered,
            answers_left: open.len().max(missing.min(self.ladder.skills.len() - answered)),
        }
    }

    fn answers(&self, ratings: &Ratings, used: EvidenceUsed) -> Answers {
        let given: Vec<_> = self.ladder.skills.iter().map(|skill| ratings.answer(skill)).collect();
        let evidence = match used {
            EvidenceUsed::Present => usual_evidence(&given),
            EvidenceUsed::Proved => vec![Evidence::Link],
        };
        let counts_as = |(rating, evidence)| match used {
            EvidenceUsed::Present => number(rating, evidence),
            EvidenceUsed::Proved => number(rating, Evidence::Link),
        };
        Answers { counted: given.iter().map(|answer| answer.map(counts_as)).collect(), given, evidence }
    }

    fn id(&self, level: Option<usize>) -> Option<LevelId> {
        level.map(|level| self.levels[level].clone())
    }

    /// The levels reached with the worst and with the best open answers.
    fn ends(&self, answers: &Answers) -> (Option<usize>, Option<usize>) {
        let with = |open| self.ladder.reached(|skill| answers.counted[skill].unwrap_or(open));
        (with(WORST), with(BEST))
    }

    fn bracket(&self, answers: &Answers) -> Bracket {
        let (at_least, at_most) = self.ends(answers);
        Bracket { at_least: self.id(at_least), at_most: self.id(at_most) }
    }

    /// The skills whose answers could still change the level reached.
    fn open(&self, answers: &Answers) -> Vec<usize> {
        let (certain, possible) = self.ends(answers);
        if certain == possible {
            return Vec::new();
        }
        let undecided = self.undecided(certain, answers);
        let asks = |skill: &usize| undecided.iter().any(|level| self.ladder.rungs[*level].asks_for(*skill));
        let without_answer = (0..self.ladder.skills.len()).filter(|skill| answers.counted[*skill].is_none());
        without_answer.filter(asks).collect()
    }

    /// The levels that an open answer could still decide: not ready, not ruled out, and in a chain that could raise the level reached.
    fn undecided(&self, certain: Option<usize>, answers: &Answers) -> Vec<usize> {
        let ready = |open: AnswerNumber| -> Vec<bool> {
            let answer = |skill: usize| answers.counted[skill].unwrap_or(open);
            self.ladder.rungs.iter().map(|rung| rung.is_ready(answer)).collect()
        };
        let (is_ready, is_possible) = (ready(WORST), ready(BEST));
        let first = certain.map_or(0, |level| level + 1);
        let higher = self.ladder.rungs.iter().skip(first);
        let in_reach = higher.filter(|rung| rung.chain.iter().all(|below| is_possible[*below]));
        let mut undecided: Vec<usize> =
            in_reach.flat_map(|rung| &rung.chain).copied().filter(|level| !is_ready[*level]).collect();
        undecided.sort_unstable();
        undecided.dedup();
        undecided
    }

    /// The simulated people, with the given answers in place of their own.
    fn people_with(&self, answers: &Answers, target: Option<usize>) -> Vec<SimulatedPerson> {
        let ratings: Vec<_> = answers.given.iter().map(|answer| answer.map(|(rating, _)| rating)).collect();
        let likely = self.people.like(&ratings, target);
        let person = |(at, (weight, ratings)): (usize, (f64, &Vec<Rating>))| {
            let open = |skill: usize| {
                // The evidence varies from person to person, in the same mix as in the answers.
                let evidence = answers.evidence[(at + skill) % answers.evidence.len()];
                number(ratings[skill], evidence)
            };
            let answer = |skill: usize| answers.counted[skill].unwrap_or_else(|| open(skill));
            let answers: Vec<AnswerNumber> = (0..ratings.len()).map(answer).collect();
            let reached = self.ladder.reached(|skill| answers[skill]);
            SimulatedPerson { weight, answers, reached }
        };
        likely.enumerate().map(person).collect()
    }

    /// The level that most simulated people reach, and the percentage who do.
    fn likeliest(&self, proved: &Answers) -> (Option<usize>, u8) {
        let (certain, possible) = self.ends(proved);
        if certain == possible {
            return (certain, 100);
        }
        let mut weights = vec![0.0; self.levels.len() + 1];
        for person in self.people_with(proved, None) {
            weights[person.rank()] += person.weight;
        }
        let all: f64 = weights.iter().sum();
        let most = weights.iter().copied().fold(0.0, f64::max);
        let rank = weights.iter().position(|weight| *weight >= most).unwrap_or_default();
        let sure = (1..=100).take_while(|per_cent| most * 100.0 >= f64::from(*per_cent) * all).last();
        (rank.checked_sub(1), sure.unwrap_or_default())
    }

    /// Until the estimate is useful, the question that makes the simulated people agree most; one that would be needed anyway counts up
    /// to twice. Afterwards, the question that most of them need.
    fn most_telling(
        &self,
        now: &Answers,
        proved: &Answers,
        open_now: &[usize],
        target: Option<usize>,
    ) -> Option<usize> {
        let open_proved = self.open(proved);
        let (answers, open) = if open_now.is_empty() { (proved, &open_proved[..]) } else { (now, open_now) };
        let needed = self.needed(answers, target);
        let need = |skill: &usize| needed[*skill];
        if self.likeliest(proved).1 >= SURE {
            return largest(open, need);
        }
        let people = self.people_with(proved, target);
        let tells = |skill: &usize| {
            simulated_people::agreement(&people, *skill, self.levels.len() + 1) / (2.0 - need(skill))
        };
        largest(&open_proved, tells).or_else(|| largest(open, need))
    }

    /// For each skill, the share of simulated people who need its answer to be sure of the level reached, 0 to 1.
    fn needed(&self, answers: &Answers, target: Option<usize>) -> Vec<f64> {
        let people = self.people_with(answers, target);
        let all: f64 = people.iter().map(|person| person.weight).sum();
        let mut parts = vec![0.0; self.ladder.skills.len()];
        for person in &people {
            let needed = needed_skills::needed_skills(&self.ladder, &answers.counted, person);
            parts
                .iter_mut()
                .zip(needed)
                .filter(|(_, needed)| *needed)
                .for_each(|(part, _)| *part += person.weight);
        }
        parts.into_iter().map(|part| part / all).collect()
    }
}

fn ratings_given(answers: &Answers) -> usize {
    answers.given.iter().flatten().count()
}

/// The evidence of the answers given, as often as each occurs; open answers are expected to have the same mix. Ratings of 0 don't
/// count, because evidence doesn't matter there.
fn usual_evidence(given: &[Option<(Rating, Evidence)>]) -> Vec<Evidence> {
    let telling = given.iter().flatten().filter(|(rating, _)| *rating > Rating::None);
    let evidence: Vec<Evidence> = telling.map(|(_, evidence)| *evidence).collect();
    if evidence.is_empty() { Evidence::all().collect() } else { evidence }
}

/// The skill with the largest value; of equal ones, the first in the list.
fn largest(skills: &[usize], value: impl Fn(&usize) -> f64) -> Option<usize> {
    let values = skills.iter().map(|skill| (*skill, value(skill)));
    let better = |best: Option<(usize, f64)>, (skill, value): (usize, f64)| match best {
        Some((_, most)) if most >= value => best,
        _ => Some((skill, value)),
    };
    values.fold(None, better).map(|(skill, _)| skill)
}
