//! What the questioner and the planner achieve, as tables: how many questions it takes, how near that is to the fewest, and how
//! near plans are to the shortest. `cargo bench --bench studies` prints them; the tests check a small part of it each time.

#[path = "studies/others.rs"]
mod others;
#[path = "../tests/it/coach/adaptive/people.rs"]
mod people;
#[path = "../tests/it/coach/plan/cases.rs"]
mod plans;
#[path = "../tests/it/coach/adaptive/runs.rs"]
mod runs;
#[path = "../tests/it/support.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod support;
#[path = "../tests/it/coach/adaptive/trees.rs"]
mod trees;

use career_coach::coach::adaptive::Questioner;
use career_coach::coach::plan::plan;
use others::others;
use people::{Dice, plausible};
use plans::{answers_of, anybody, build, cheapest, cost, everything, plan_of, small};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use runs::{Runs, both};
use support::{guide, library, small_library};
use trees::{MIXED, compared, small_guide};

fn main() {
    how_many_questions();
    println!();
    for is_plausible in [false, true] {
        ratios(30, 3, is_plausible);
        ratios(20, 4, is_plausible);
        ratios(4, 5, is_plausible);
    }
    println!();
    how_near_the_shortest_plan();
    how_much_shorter_than_everything();
}

/// Questions until the level is known and until a useful answer stands, over people with whom no constant was chosen.
fn how_many_questions() {
    for guide in &library().guides {
        let questioner = Questioner::new(guide);
        let mut dice = Dice(40_507);
        let mut groups = plausible(guide, &mut dice, 60);
        groups.extend(others(guide, &mut dice, 60));
        println!("{:21}        known  useful median most  <=8 % <=10 %  right %", guide.id);
        for group in &groups {
            let [file, adaptive] = both(guide, &questioner, group);
            println!("{:21} file   {}", group.name, row(&file));
            println!("{:21} quick  {}", "", row(&adaptive));
        }
    }
}

fn row(runs: &Runs) -> String {
    let mut useful: Vec<usize> = runs.0.iter().map(|run| run.useful).collect();
    useful.sort_unstable();
    format!(
        "{:5.1}  {:5.1} {:6} {:4}  {:4.0} {:5.0}  {:5.1}",
        runs.mean(|run| run.known),
        runs.mean(|run| run.useful),
        useful[useful.len() / 2],
        useful[useful.len() - 1],
        runs.per_cent(|run| run.useful <= 8),
        runs.per_cent(|run| run.useful <= 10),
        runs.per_cent(|run| run.is_right),
    )
}

/// Expected questions against the best tree of questions, on small guides.
fn ratios(guides: usize, skills: usize, is_plausible: bool) {
    let template = small_library().guides.remove(0);
    let mut dice = Dice(7);
    let mut sums = [0.0; 3];
    let (mut worst, mut exact) = (1.0_f64, 0);
    for _ in 0..guides {
        let all = compared(&small_guide(&template, skills, &mut dice), MIXED, is_plausible);
        sums.iter_mut().zip(all).for_each(|(sum, one)| *sum += one);
        worst = worst.max(all[1] / all[0]);
        exact += usize::from(all[1] < all[0] * 1.0001);
    }
    let [least, ours, file] = sums.map(|sum| sum / guides as f64);
    println!(
        "{guides} guides of {skills} skills, {}: optimal {least:.3}, quick {ours:.3} ({:.3} times, at worst {worst:.3}; optimal for {exact}), file {file:.3} ({:.3})",
        if is_plausible { "plausible people" } else { "everybody alike" },
        ours / least,
        file / least
    );
}

/// Always the same cases.
fn cases<S: Strategy>(strategy: &S, number: u32) -> Vec<S::Value> {
    let mut runner = TestRunner::new(support::cases(number, 4));
    let case = |_| strategy.new_tree(&mut runner).expect("a case").current();
    (0..number).map(case).collect()
}

/// Plans of small guides against the cheapest way by brute force.
fn how_near_the_shortest_plan() {
    let (mut optimal, mut worst, mut roles) = (0, 1.0_f64, 0);
    let cases = cases(&small(5), 1500);
    for made in &cases {
        let (library, ratings) = build(made);
        let level = &library.guides[0].levels[0];
        let (best, own) = (cheapest(&library, level, &ratings), cost(&plan_of(&library, &ratings)));
        optimal += usize::from(own == best);
        roles += own.0 - best.0;
        if best.1 > 0 && own.0 == best.0 {
            worst = worst.max(own.1 as f64 / best.1 as f64);
        }
    }
    println!(
        "{optimal} of {} plans optimal; worst ratio of hours {worst}, roles too many {roles}",
        cases.len()
    );
}

/// Plans of the embedded guide against raising everything that a level asks.
fn how_much_shorter_than_everything() {
    let (library, guide) = (library(), guide());
    let (mut own, mut all, mut cut, mut steps) = (0, 0, 0, 0);
    let cases = cases(&anybody(), 2000);
    for (level, answers) in &cases {
        let level = &guide.levels[level % guide.levels.len()];
        let ratings = answers_of(guide, answers);
        let made = plan(library, guide, level, &ratings, None);
        cut += u32::from(!made.is_shortest);
        own += cost(&made).1;
        steps += made.steps.len();
        all += everything(library, level, &ratings).1;
    }
    let number = cases.len();
    println!("{number} plans: {} % of the hours of raising everything", 100 * own / all);
    println!("{} steps in the mean; cut short {cut}", steps / number);
}
