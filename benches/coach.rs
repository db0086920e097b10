//! How long the pure functions take: `cargo bench --bench coach`.

#[path = "../tests/it/coach/progress/history.rs"]
mod history;
#[expect(dead_code, reason = "the names of the groups are for the studies and the tests")]
#[path = "../tests/it/coach/adaptive/people.rs"]
mod people;
#[path = "../tests/it/support.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod support;

use career_coach::coach::adaptive::Questioner;
use career_coach::coach::{assessment, evidence, plan, progress, readiness, review};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Profile, Ratings};
use career_coach::report::layout;
use career_coach::report::pages::{self, GuideView};
use career_coach::report::text::{self, Look};
use career_coach::session::KeyNames;
use divan::{Bencher, black_box};
use history::ten_years;
use people::{Dice, plausible};
use support::{TODAY, guide, level, library};

fn main() {
    // Decoded on first use: no bench pays for it.
    library();
    divan::main();
}

const LEVELS: [&str; 3] = ["junior", "senior", "architect"];

/// Somebody who claims a 3 in everything.
fn independent() -> Profile {
    let skills = guide().asked_skills().into_iter();
    let ratings = skills.map(|skill| (skill.clone(), Rating::Independent, Evidence::Claim)).collect();
    Profile { ratings, ..Profile::default() }
}

#[divan::bench]
fn assessment() -> assessment::Assessment {
    let profile = independent();
    assessment::assess(guide(), black_box(&profile.ratings))
}

#[divan::bench(args = LEVELS)]
fn plan_of_a_beginner(bencher: Bencher<'_, '_>, name: &str) {
    let level = level(guide(), name);
    bencher.bench(|| plan::plan(library(), guide(), level, black_box(&Ratings::default()), None));
}

#[divan::bench(args = LEVELS)]
fn plan_of_somebody_who_claims(bencher: Bencher<'_, '_>, name: &str) {
    let (level, profile) = (level(guide(), name), independent());
    bencher.bench(|| plan::plan(library(), guide(), level, black_box(&profile.ratings), None));
}

#[divan::bench]
fn readiness_for_senior(bencher: Bencher<'_, '_>) {
    let (level, profile) = (level(guide(), "senior"), independent());
    let plan = plan::plan(library(), guide(), level, &profile.ratings, None);
    bencher.bench(|| readiness::assess(guide(), level, &plan, black_box(&profile)));
}

#[divan::bench]
fn evidence_ledger(bencher: Bencher<'_, '_>) {
    let profile = independent();
    bencher.bench(|| evidence::ledger(guide(), black_box(&profile)));
}

#[divan::bench]
fn ratings_to_review(bencher: Bencher<'_, '_>) {
    let profile = independent();
    bencher.bench(|| review::reviews(library(), &guide().scoring, black_box(&profile.ratings), TODAY));
}

mod adaptive {
    use super::{Bencher, Dice, Questioner, Ratings, black_box, guide, plausible};

    /// All rounds of sixteen people, from no answer to the last.
    fn rounds(bencher: Bencher<'_, '_>, each: impl Fn(&Questioner, &Ratings) + Sync) {
        let questioner = Questioner::new(guide());
        let group = plausible(guide(), &mut Dice(1), 2).remove(0);
        let mut all = Vec::new();
        for (person, target) in &group.people {
            let mut given = Ratings::default();
            all.push(given.clone());
            while let Some(skill) = questioner.next(&given, target.as_ref()) {
                given.0.insert(skill.clone(), person.0[&skill].clone());
                all.push(given.clone());
            }
        }
        let mut at = (0..all.len()).cycle();
        bencher
            .with_inputs(|| at.next().unwrap_or_default())
            .bench_local_values(|at| each(&questioner, &all[at]));
    }

    #[divan::bench]
    fn questioner() -> Questioner {
        Questioner::new(black_box(guide()))
    }

    #[divan::bench]
    fn first_question(bencher: Bencher<'_, '_>) {
        let questioner = Questioner::new(guide());
        bencher.bench(|| questioner.next(black_box(&Ratings::default()), None));
    }

    #[divan::bench]
    fn next_question(bencher: Bencher<'_, '_>) {
        rounds(bencher, |questioner, given| drop(questioner.next(black_box(given), None)));
    }

    #[divan::bench]
    fn estimate(bencher: Bencher<'_, '_>) {
        rounds(bencher, |questioner, given| drop(questioner.estimate(black_box(given))));
    }
}

mod ten_years_of_history {
    //! A change in each week, or three.

    use super::{
        Bencher, GuideView, KeyNames, Look, TODAY, black_box, guide, layout, level, library, pages, progress,
        ten_years, text,
    };

    const WEEKS: [(&str, usize); 4] = [("junior", 1), ("junior", 3), ("lead", 1), ("lead", 3)];

    fn book() -> GuideView<'static> {
        GuideView {
            face: pages::Face::CommandLine,
            library: library(),
            guide: guide(),
            keys: KeyNames::BUILT_IN,
        }
    }

    #[divan::bench(args = 0..WEEKS.len())]
    fn points(bencher: Bencher<'_, '_>, at: usize) {
        let (name, a_week) = WEEKS[at];
        let level = level(guide(), name);
        let profile = ten_years(level, a_week);
        bencher.bench(|| progress::of(black_box(&profile), guide(), level, TODAY));
    }

    #[divan::bench(args = 0..WEEKS.len())]
    fn page(bencher: Bencher<'_, '_>, at: usize) {
        let (name, a_week) = WEEKS[at];
        let level = level(guide(), name);
        let profile = ten_years(level, a_week);
        bencher.bench(|| {
            let progress = progress::of(black_box(&profile), guide(), level, TODAY);
            layout::lines(&pages::progress::page(book(), &progress), 80)
        });
    }

    #[divan::bench(args = 0..WEEKS.len())]
    fn history_printed(bencher: Bencher<'_, '_>, at: usize) {
        let (name, a_week) = WEEKS[at];
        let profile = ten_years(level(guide(), name), a_week);
        bencher.bench(|| {
            let mut out = Vec::new();
            let doc = pages::progress::history(book(), black_box(&profile), TODAY);
            text::print(&doc, Look { width: 80, color: false, ascii: false }, &mut out).map(|()| out)
        });
    }
}
