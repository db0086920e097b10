//! The scoring model: its worked example and its eight properties, over arbitrary guides.

use crate::support::{cases, rating, skill, small_library};
use career_coach::coach::assessment::{Assessment, assess};
use career_coach::coach::deciding_skills::deciding_skills;
use career_coach::coach::fraction::Fraction;
use career_coach::coach::score::{
    Answer, LevelScore, MustHaveState, SkillScore, Standing, Verdict, score_level,
};
use career_coach::guide::id::{LevelId, SkillId};
use career_coach::guide::model::{Ask, Guide, Level, Track};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::Ratings;
use proptest::prelude::*;

fn ask(name: &str, weight: u32, required: u8, must_have: Option<u8>) -> Ask {
    Ask { skill: skill(name), required: rating(required), weight, must_have: must_have.map(rating) }
}

fn level_asking(template: &Level, id: &str, track: Track, asks: Vec<Ask>) -> Level {
    Level { id: id.parse().expect("an id"), track, asks, ..template.clone() }
}

fn ratings(answers: &[(&str, u8, Evidence)]) -> Ratings {
    answers.iter().map(|(name, number, evidence)| (skill(name), rating(*number), *evidence)).collect()
}

fn worked_example() -> (Guide, Vec<(&'static str, u8, Evidence)>) {
    let mut guide = small_library().guides.remove(0);
    let asks = vec![
        ask("language", 3, 2, Some(2)),
        ask("sql", 3, 2, Some(1)),
        ask("http-api", 3, 2, None),
        ask("git", 2, 2, Some(2)),
        ask("testing", 2, 2, None),
        ask("docker", 1, 1, None),
    ];
    guide.levels = vec![level_asking(&guide.levels[0].clone(), "junior", Track::Core, asks)];
    let answers = vec![
        ("language", 3, Evidence::Link),
        ("sql", 2, Evidence::Example),
        ("http-api", 2, Evidence::Claim),
        ("git", 2, Evidence::Link),
        ("testing", 1, Evidence::Example),
    ];
    (guide, answers)
}

fn score(guide: &Guide, answers: &[(&str, u8, Evidence)]) -> LevelScore {
    score_level(&guide.levels[0], &guide.scoring, &ratings(answers))
}

#[test]
fn the_worked_example_comes_out_as_written() {
    let (guide, mut answers) = worked_example();
    let first = score(&guide, &answers);
    assert_eq!((first.low, first.high), (Fraction::new(43, 56), Fraction::new(13, 14)));
    assert_eq!(first.range(), "76–93");
    assert_eq!((first.verdict, first.standing), (Verdict::Undetermined, Standing::Unproved));
    let ends = |name| first.skill(&skill(name)).map(|skill| (skill.low(), skill.high())).expect("asked");
    let of_14 = |numerator: u64, denominator: u64| Fraction::new(numerator, denominator * 14);
    assert_eq!(ends("language"), (of_14(3, 1), of_14(3, 1)));
    assert_eq!(ends("sql"), (of_14(21, 8), of_14(3, 1)));
    assert_eq!(ends("http-api"), (of_14(9, 4), of_14(3, 1)));
    assert_eq!(ends("git"), (of_14(2, 1), of_14(2, 1)));
    assert_eq!(ends("testing"), (of_14(7, 8), of_14(1, 1)));
    assert_eq!(ends("docker"), (of_14(0, 1), of_14(1, 1)));
    assert_eq!(deciding_skills(&first).ready, Some(vec![skill("docker")]), "the largest doubt, of one part");
    assert_eq!(deciding_skills(&first).not_yet, None, "docker alone can't bring 93 below 80");

    answers[2] = ("http-api", 2, Evidence::Link);
    let linked = score(&guide, &answers);
    assert_eq!(linked.low, Fraction::new(23, 28));
    assert_eq!((linked.range().as_str(), linked.standing), ("82–93", Standing::Ready));

    answers[3] = ("git", 1, Evidence::Link);
    let unmet = score(&guide, &answers);
    assert_eq!((unmet.verdict, unmet.standing), (Verdict::NotYet, Standing::NotYet));
}

#[test]
fn without_the_answers_that_are_missing_it_is_open() {
    let (guide, answers) = worked_example();
    assert_eq!(score(&guide, &[]).standing, Standing::Open);
    // A must-have without an answer, though all others are proved.
    let linked: Vec<_> = answers.iter().map(|(name, number, _)| (*name, *number, Evidence::Link)).collect();
    let without_git: Vec<_> = linked.iter().copied().filter(|(name, ..)| *name != "git").collect();
    assert_eq!(score(&guide, &without_git).standing, Standing::Open);
}

#[test]
fn rounding_never_hides_a_missed_threshold() {
    let mut guide = small_library().guides.remove(0);
    let template = guide.levels[0].clone();
    // 23 of 29 is 79.3 per cent: rounded up it would read as 80.
    let asks = (0..29).map(|i| ask(&format!("s{i}"), 1, 1, None)).collect();
    guide.levels = vec![level_asking(&template, "one", Track::Core, asks)];
    let names: Vec<String> = (0..29).map(|i| format!("s{i}")).collect();
    let answers: Vec<_> =
        names.iter().enumerate().map(|(i, name)| (name.as_str(), u8::from(i < 23), Evidence::Link)).collect();
    let score = score(&guide, &answers);
    assert_eq!(score.range(), "79");
    assert_eq!(score.verdict, Verdict::NotYet);
}

#[test]
fn a_claim_meets_floors_up_to_4_and_a_floor_of_5_needs_evidence() {
    let guide = small_library().guides.remove(0);
    let state = |floor: u8, number: u8, evidence| {
        MustHaveState::of(rating(floor), Some((rating(number), evidence)), &guide.scoring)
    };
    for floor in 1..=4 {
        assert_eq!(state(floor, floor, Evidence::Claim), MustHaveState::Met, "{floor}");
        assert_eq!(state(floor, floor - 1, Evidence::Link), MustHaveState::Unmet, "{floor}");
    }
    assert_eq!(state(5, 5, Evidence::Claim), MustHaveState::Open);
    assert_eq!(state(5, 5, Evidence::Example), MustHaveState::Met);
    assert_eq!(MustHaveState::of(rating(1), None, &guide.scoring), MustHaveState::Open);
}

#[test]
fn a_level_ready_by_itself_waits_for_the_chain() {
    let mut guide = small_library().guides.remove(0);
    let template = guide.levels[0].clone();
    let level = |id, track, name| level_asking(&template, id, track, vec![ask(name, 1, 1, Some(1))]);
    guide.levels = vec![
        level("junior", Track::Core, "git"),
        level("senior", Track::Core, "sql"),
        level("lead", Track::Leadership, "people"),
        level("staff", Track::Technical, "design"),
    ];
    let reached = |answers: &[_]| {
        let assessment = assess(&guide, &ratings(answers));
        let ids = assessment.blocked_by.iter().map(ToString::to_string).collect::<Vec<_>>();
        (assessment.reached.map(|id| id.to_string()), ids)
    };
    let link = Evidence::Link;
    assert_eq!(reached(&[("sql", 1, link)]), (None, vec!["junior".to_owned()]));
    assert_eq!(reached(&[("git", 1, link), ("sql", 1, link)]), (Some("senior".to_owned()), vec![]));
    // The technical track doesn't need the leadership track, and the later top wins.
    let both = [("git", 1, link), ("sql", 1, link), ("people", 1, link), ("design", 1, link)];
    assert_eq!(reached(&both).0, Some("staff".to_owned()));
    assert_eq!(reached(&both[..3]).0, Some("lead".to_owned()));
    assert_eq!(reached(&[both[0], both[1], both[3]]).0, Some("staff".to_owned()));
}

#[test]
fn a_level_is_held_down_by_those_before_it() {
    let mut guide = small_library().guides.remove(0);
    let template = guide.levels[0].clone();
    let level = |id, track, name| level_asking(&template, id, track, vec![ask(name, 1, 2, None)]);
    guide.levels = vec![
        level("junior", Track::Core, "git"),
        level("senior", Track::Core, "sql"),
        level("lead", Track::Leadership, "people"),
        level("staff", Track::Technical, "design"),
    ];
    let found = |answers: &[_]| {
        let assessment = assess(&guide, &ratings(answers));
        let standings = assessment.levels.iter().map(|level| level.standing).collect::<Vec<_>>();
        let id = |id: Option<LevelId>| id.map_or(String::new(), |id| id.to_string());
        (standings, [assessment.reached, assessment.claimed, assessment.possible].map(id))
    };
    let (link, claim) = (Evidence::Link, Evidence::Claim);
    use Standing::{NotYet, Open, Ready, Unproved};
    let levels = |names: [&str; 3]| names.map(str::to_owned);
    let (standings, shown) = found(&[("git", 2, claim), ("sql", 2, link), ("people", 2, link)]);
    assert_eq!(standings, [Unproved, Unproved, Unproved, Open]);
    assert_eq!(shown, levels(["", "lead", "staff"]));
    let (standings, shown) = found(&[("git", 2, link), ("sql", 1, link), ("people", 2, link)]);
    assert_eq!(standings, [Ready, NotYet, NotYet, NotYet]);
    assert_eq!(shown, levels(["junior", "junior", "junior"]));
    let assessment = assess(&guide, &ratings(&[("git", 2, link), ("sql", 1, link), ("people", 2, link)]));
    let held_by =
        |at: usize| assessment.levels[at].held_by.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(held_by(1), Vec::<String>::new());
    assert_eq!(held_by(2), ["senior"]);
    assert_eq!(held_by(3), ["senior"], "open by itself");
}

#[test]
fn what_settles_is_the_fewest_by_brute_force() {
    let (guide, answers) = worked_example();
    for hidden in 0..answers.len() {
        let mut known = answers.clone();
        known.remove(hidden);
        let score = score(&guide, &known);
        if let Some(skills) = deciding_skills(&score).ready {
            assert_eq!(skills.len(), fewest_to_ready(&guide, &known), "without {hidden}");
        }
    }
}

/// The smallest number of skills whose best proved answers make the level ready, by trying all sets.
fn fewest_to_ready(guide: &Guide, known: &[(&str, u8, Evidence)]) -> usize {
    let names = ["language", "sql", "http-api", "git", "testing", "docker"];
    (0u32..64)
        .filter(|set| {
            let best = names.iter().enumerate().filter_map(|(i, name)| {
                let mine = known.iter().find(|(other, ..)| other == name);
                if set & (1 << i) == 0 {
                    return mine.copied();
                }
                Some((*name, mine.map_or(5, |(_, number, _)| *number), Evidence::Link))
            });
            score(guide, &best.collect::<Vec<_>>()).verdict == Verdict::Ready
        })
        .map(u32::count_ones)
        .min()
        .expect("an undetermined level can become ready") as usize
}

// --- the eight properties ---

const SKILLS: usize = 6;

fn names() -> Vec<SkillId> {
    (0..SKILLS).map(|i| skill(&format!("skill-{i}"))).collect()
}

prop_compose! {
    fn some_ask(index: usize)(
        asked in prop::bool::weighted(0.8),
        required in 1u8..=5,
        weight in 1u32..=3,
        floor in prop::option::of(1u8..=5),
    ) -> Option<Ask> {
        asked.then(|| Ask {
            skill: skill(&format!("skill-{index}")),
            required: rating(required),
            weight,
            must_have: floor.map(|floor| rating(floor.min(required))),
        })
    }
}

fn some_asks() -> impl Strategy<Value = Vec<Ask>> {
    (some_ask(0), some_ask(1), some_ask(2), some_ask(3), some_ask(4), some_ask(5)).prop_map(
        |(a, b, c, d, e, f)| {
            let asks: Vec<Ask> = [a, b, c, d, e, f].into_iter().flatten().collect();
            if asks.is_empty() { vec![ask("skill-0", 1, 1, None)] } else { asks }
        },
    )
}

fn some_guide() -> impl Strategy<Value = Guide> {
    let tracks = [Track::Core, Track::Core, Track::Leadership, Track::Technical, Track::Technical];
    (prop::collection::vec(some_asks(), tracks.len()), 1u32..=100, 1u32..=8, 1u32..=8).prop_map(
        move |(levels, threshold, claim, example)| {
            let mut guide = small_library().guides.remove(0);
            let template = guide.levels[0].clone();
            guide.scoring.threshold = threshold;
            guide.scoring.credit.claim = claim.min(example);
            guide.scoring.credit.example = claim.max(example);
            guide.levels = levels
                .into_iter()
                .zip(tracks)
                .enumerate()
                .map(|(i, (asks, track))| level_asking(&template, &format!("level-{i}"), track, asks))
                .collect();
            guide
        },
    )
}

fn some_evidence() -> impl Strategy<Value = Evidence> {
    prop_oneof![Just(Evidence::Claim), Just(Evidence::Example), Just(Evidence::Link)]
}

fn some_answers() -> impl Strategy<Value = Vec<Answer>> {
    prop::collection::vec(prop::option::of(((0u8..=5).prop_map(rating), some_evidence())), SKILLS)
}

fn to_ratings(answers: &[Answer]) -> Ratings {
    names()
        .into_iter()
        .zip(answers)
        .filter_map(|(skill, answer)| answer.map(|(rating, evidence)| (skill, rating, evidence)))
        .collect()
}

fn assessed(guide: &Guide, answers: &[Answer]) -> Assessment {
    assess(guide, &to_ratings(answers))
}

/// The guide scored before and after one answer is changed.
fn change(guide: &Guide, answers: &[Answer], at: usize, new: Answer) -> (Assessment, Assessment) {
    let mut changed = answers.to_vec();
    changed[at] = new;
    (assessed(guide, answers), assessed(guide, &changed))
}

/// The places of the levels shown, claimed and possible; nothing stands below the first.
fn highest(guide: &Guide, assessment: &Assessment) -> [Option<usize>; 3] {
    [&assessment.reached, &assessment.claimed, &assessment.possible]
        .map(|id| id.as_ref().and_then(|id| guide.levels.iter().position(|level| level.id == *id)))
}

proptest! {
    #![proptest_config(cases(256, 2026))]

    #[test]
    fn p1_the_range_is_within_0_and_100(guide in some_guide(), answers in some_answers()) {
        for level in assessed(&guide, &answers).levels {
            prop_assert!(level.low <= level.high);
            prop_assert!(level.high <= Fraction::new(1, 1));
        }
        for level in assessed(&guide, &[None; SKILLS]).levels {
            prop_assert_eq!(level.low, Fraction::ZERO);
            prop_assert_eq!(level.high, Fraction::new(1, 1));
            prop_assert_eq!(level.standing, Standing::Open);
        }
    }

    #[test]
    fn p2_a_higher_rating_lowers_nothing(guide in some_guide(), answers in some_answers(), at in 0..SKILLS) {
        prop_assume!(answers[at].is_some_and(|(rating, _)| rating < Rating::MAX));
        let raised = answers[at].map(|(rating, evidence)| (rating.next().expect("below the highest"), evidence));
        let (before, after) = change(&guide, &answers, at, raised);
        for (before, after) in before.levels.iter().zip(&after.levels) {
            prop_assert!(before.low <= after.low && before.high <= after.high);
            prop_assert!(before.verdict <= after.verdict && before.standing <= after.standing);
            for (before, after) in before.must_haves.iter().zip(&after.must_haves) {
                prop_assert!(before.state <= after.state);
            }
        }
        let (before, after) = (highest(&guide, &before), highest(&guide, &after));
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after), "{before:?} {after:?}");
    }

    #[test]
    fn p3_an_answer_only_narrows(
        guide in some_guide(), answers in some_answers(), at in 0..SKILLS,
        number in 0u8..=5, evidence in some_evidence(),
    ) {
        let mut open = answers;
        open[at] = None;
        let (before, after) = change(&guide, &open, at, Some((rating(number), evidence)));
        for (before, after) in before.levels.iter().zip(&after.levels) {
            prop_assert!(before.low <= after.low && after.high <= before.high);
        }
    }

    #[test]
    fn p4_evidence_raises_the_lower_end_only(
        guide in some_guide(), answers in some_answers(), at in 0..SKILLS, evidence in some_evidence(),
    ) {
        prop_assume!(answers[at].is_some_and(|(_, old)| old <= evidence));
        let proved = answers[at].map(|(rating, _)| (rating, evidence));
        let (before, after) = change(&guide, &answers, at, proved);
        for (before, after) in before.levels.iter().zip(&after.levels) {
            prop_assert!(before.low <= after.low);
            prop_assert_eq!(before.high, after.high);
            prop_assert!(before.verdict <= after.verdict && before.standing <= after.standing);
        }
        prop_assert!(highest(&guide, &before)[0] <= highest(&guide, &after)[0]);
        prop_assert_eq!((before.claimed, before.possible), (after.claimed, after.possible));
    }

    #[test]
    fn p5_one_unmet_must_have_forces_not_yet(guide in some_guide(), answers in some_answers()) {
        let assessment = assessed(&guide, &answers);
        for level in &assessment.levels {
            if level.must_haves_in(MustHaveState::Unmet).next().is_some() {
                prop_assert_eq!(level.verdict, Verdict::NotYet);
                prop_assert_eq!(level.equal_weights_verdict, Verdict::NotYet);
                let id = &level.level;
                let is_later = |later: &&Level| guide.predecessors(later).any(|below| below.id == *id);
                for later in guide.levels.iter().filter(is_later) {
                    let standing = assessment.level(&later.id).map(|score| score.standing);
                    prop_assert_eq!(standing, Some(Standing::NotYet));
                }
            }
        }
    }

    #[test]
    fn p6_scale_and_order_change_nothing(guide in some_guide(), answers in some_answers(), factor in 2u32..=9) {
        let mut other = guide.clone();
        for level in &mut other.levels {
            level.asks.reverse();
            for ask in &mut level.asks {
                ask.weight *= factor;
            }
        }
        let reversed: Ratings = {
            let mut all: Vec<_> = to_ratings(&answers).0.into_iter().collect();
            all.reverse();
            Ratings(all.into_iter().collect())
        };
        let (a, b) = (assessed(&guide, &answers), assess(&other, &reversed));
        prop_assert_eq!(&a.reached, &b.reached);
        prop_assert_eq!(&a.blocked_by, &b.blocked_by);
        for (a, b) in a.levels.iter().zip(&b.levels) {
            prop_assert_eq!((a.low, a.high, a.verdict), (b.low, b.high, b.verdict));
            let count = |skills: &Option<Vec<SkillId>>| skills.as_ref().map(Vec::len);
            prop_assert_eq!(count(&deciding_skills(a).ready), count(&deciding_skills(b).ready));
            prop_assert_eq!(count(&deciding_skills(a).not_yet), count(&deciding_skills(b).not_yet));
        }
    }

    #[test]
    fn p7_shown_claimed_and_possible_rise_and_standings_fall(guide in some_guide(), answers in some_answers()) {
        let assessment = assessed(&guide, &answers);
        let [reached, claimed, possible] = highest(&guide, &assessment);
        prop_assert!(reached <= claimed && claimed <= possible);
        for level in &guide.levels {
            let score = assessment.level(&level.id).expect("scored");
            let before = || guide.predecessors(level).filter_map(|below| assessment.level(&below.id));
            for below in before() {
                prop_assert!(score.standing <= below.standing);
            }
            let own = score.own_standing();
            let holding: Vec<_> =
                before().filter(|below| below.own_standing() < own).map(|below| &below.level).collect();
            prop_assert_eq!(score.held_by.iter().collect::<Vec<_>>(), holding);
            prop_assert_eq!(score.standing < own, !score.held_by.is_empty());
        }
        if let Some(reached) = &assessment.reached {
            let level = guide.level(reached).expect("a level of the guide");
            for below in guide.predecessors(level).chain([level]) {
                let score = assessment.level(&below.id).expect("scored");
                prop_assert_eq!(score.verdict, Verdict::Ready);
            }
        }
    }

    #[test]
    fn p8_contributions_add_up(guide in some_guide(), answers in some_answers()) {
        for level in assessed(&guide, &answers).levels {
            prop_assert_eq!(level.skills.iter().map(SkillScore::low).sum::<Fraction>(), level.low);
            prop_assert_eq!(level.skills.iter().map(SkillScore::high).sum::<Fraction>(), level.high);
        }
    }

    #[test]
    fn what_settles_does_settle(guide in some_guide(), answers in some_answers()) {
        for (i, level) in assessed(&guide, &answers).levels.iter().enumerate() {
            let Some(ready) = deciding_skills(level).ready else {
                prop_assert_ne!(level.verdict, Verdict::Undetermined);
                continue;
            };
            let index = |id: &SkillId| names().iter().position(|name| name == id).expect("a known skill");
            let mut best = answers.clone();
            for id in ready {
                let (rating, _) = best[index(&id)].unwrap_or((Rating::MAX, Evidence::Link));
                best[index(&id)] = Some((rating, Evidence::Link));
            }
            prop_assert_eq!(assessed(&guide, &best).levels[i].verdict, Verdict::Ready);
            if let Some(not_yet) = deciding_skills(level).not_yet {
                let mut worst = answers.clone();
                for id in not_yet {
                    worst[index(&id)] = Some((Rating::None, Evidence::Claim));
                }
                prop_assert_eq!(assessed(&guide, &worst).levels[i].verdict, Verdict::NotYet);
            }
        }
    }
}
