//! The line over time and the glance: what they show, at which widths, and in ASCII.

use super::history::ten_years;
use super::{half_a_year, of, profile};
use crate::support::{TODAY, cases, guide, level, library};
use career_coach::coach::fraction::Fraction;
use career_coach::coach::progress::{self, Progress};
use career_coach::guide::scale::Evidence;
use career_coach::report::document::{Chart, ChartStep, Document, Element, Legend, Spans};
use career_coach::report::export::markdown;
use career_coach::report::layout;
use career_coach::report::pages::{self, Face, GuideView};
use career_coach::report::text::{self, Look};
use career_coach::session::KeyNames;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const START: Date = date(2026, 1, 5);

fn percent(part: u32) -> Fraction {
    Fraction::percent(part)
}

/// A chart with a step every so many days, each from a low to a high per cent.
fn chart(mark: u32, every: i64, ranges: &[(u32, u32)]) -> Chart {
    let day = |nth: usize| {
        let nth = i64::try_from(nth).expect("small");
        START.checked_add((every * nth).days()).expect("a day")
    };
    let steps = ranges.iter().enumerate();
    let steps = steps.map(|(nth, (low, high))| ChartStep {
        from: day(nth),
        low: percent(*low),
        high: percent(*high),
    });
    let legend = Legend {
        low: "at least, now 74".to_owned(),
        high: "at most, now 79.3".to_owned(),
        mark: format!("{mark} = ready"),
    };
    Chart { steps: steps.collect(), until: day(ranges.len()), mark: percent(mark), legend }
}

fn drawn(chart: &Chart, width: usize, ascii: bool) -> String {
    let mut doc = Document::default();
    doc.chart(chart.clone());
    let mut out = Vec::new();
    text::print(&doc, Look { width, color: false, ascii }, &mut out).expect("a buffer takes all");
    String::from_utf8(out).expect("UTF-8")
}

fn at_widths(chart: &Chart) -> String {
    [24, 40, 80].map(|width| format!("{width} columns\n{}", drawn(chart, width, false))).join("\n")
}

#[test]
fn a_rising_line() {
    insta::assert_snapshot!(at_widths(&chart(
        80,
        21,
        &[(12, 100), (34, 95), (41, 95), (60, 92), (77, 92), (84, 90)]
    )));
}

#[test]
fn a_falling_line() {
    insta::assert_snapshot!(at_widths(&chart(
        80,
        14,
        &[(88, 96), (82, 96), (70, 90), (70, 71), (20, 40), (0, 10)]
    )));
}

#[test]
fn a_flat_line() {
    insta::assert_snapshot!(at_widths(&chart(80, 30, &[(55, 85), (55, 85), (55, 85)])));
}

#[test]
fn lines_that_touch_the_threshold() {
    insta::assert_snapshot!(at_widths(&chart(80, 7, &[(79, 79), (79, 80), (80, 80), (79, 81), (80, 100)])));
}

#[test]
fn in_ascii_the_lines_can_be_told_apart() {
    let chart = chart(80, 21, &[(12, 100), (34, 95), (41, 95), (60, 92), (77, 92), (84, 90)]);
    insta::assert_snapshot!([24, 80].map(|width| drawn(&chart, width, true)).join("\n"));
}

#[test]
fn ten_years_of_weeks_are_one_picture() {
    let guide = guide();
    let lead = level(guide, "lead");
    let progress = progress::of(&ten_years(lead, 1), guide, lead, TODAY);
    let page = pages::progress::page(
        GuideView { face: Face::CommandLine, library: library(), guide, keys: KeyNames::BUILT_IN },
        &progress,
    );
    let chart = page.0.iter().find_map(|element| match element {
        Element::Chart(chart) => Some(chart),
        _ => None,
    });
    let chart = chart.expect("a chart");
    assert_eq!((chart.steps.len(), chart.until), (520, TODAY));
    insta::assert_snapshot!(at_widths(chart));
}

#[test]
fn a_chart_in_markdown_stands_in_a_block() {
    let mut doc = Document::default();
    doc.chart(chart(80, 30, &[(55, 85), (60, 85)])).paragraph("After it.");
    insta::assert_snapshot!(markdown(&doc));
}

#[test]
fn one_day_makes_no_line_and_too_little_room_leaves_the_words() {
    assert_eq!(drawn(&chart(80, 30, &[(55, 85)]), 80, false), "");
    let two = chart(80, 30, &[(55, 85), (60, 85)]);
    assert_eq!(drawn(&two, 23, true), "## at least, now 74\n.. at most, now 79.3\n-- 80 = ready\n");
}

/// The columns of a picture: beside it are the numbers and, where there is room, the names of the lines.
const fn columns(width: usize) -> usize {
    width - 5 - if width < 56 { 0 } else { 9 }
}

/// The picture alone: its rows of cells, without the numbers at the left and the names at the right.
fn cells(chart: &Chart, width: usize) -> Vec<Vec<char>> {
    let lines = layout::chart(chart, width).into_iter().map(plain);
    let rows = lines.take_while(|line| !line.contains('└'));
    rows.map(|row| row.chars().skip(5).take(columns(width)).collect()).collect()
}

fn plain(line: Spans) -> String {
    line.into_iter().map(|span| span.text).collect()
}

fn is_low(sign: char) -> bool {
    text::to_ascii(&sign.to_string()) == "#"
}

/// The rows of a column in which the lower end runs.
fn low_rows(cells: &[Vec<char>], column: usize) -> Vec<usize> {
    (0..cells.len()).filter(|row| is_low(cells[*row][column])).collect()
}

proptest! {
    #![proptest_config(cases(96, 2026))]

    #[test]
    fn every_chart_fits_and_ends_where_it_stands(
        ranges in prop::collection::vec((0u32..=100, 0u32..=100), 2..80),
        every in 1i64..40,
        mark in 1u32..=100,
    ) {
        let ranges: Vec<_> = ranges.iter().map(|(a, b)| (*a.min(b), *a.max(b))).collect();
        let mut chart = chart(mark, every, &ranges);
        // The last step holds for long enough to have the last column for itself.
        chart.until = chart.until.checked_add((every * 100).days()).expect("a day");
        for width in 0..=130 {
            let lines = layout::chart(&chart, width);
            prop_assert!(width == 0 || lines.iter().all(|line| layout::line_width(line) <= width));
            for line in lines {
                let line = plain(line);
                prop_assert_eq!(text::to_ascii(&line).chars().count(), layout::width(&line));
                prop_assert!(!text::to_ascii(&line).contains('?'), "{}", line);
            }
        }
        let (low, _) = ranges[ranges.len() - 1];
        let cells = cells(&chart, 80);
        let rule = cells.iter().position(|row| row.contains(&'─')).expect("a rule");
        for row in low_rows(&cells, columns(80) - 1) {
            prop_assert_eq!(row < rule, low >= mark, "row {} and rule {}", row, rule);
        }
    }

    #[test]
    fn a_score_that_never_falls_is_a_line_that_never_falls(
        mut lows in prop::collection::vec(0u32..=100, 2..80),
        every in 1i64..40,
        width in 24usize..=120,
    ) {
        lows.sort_unstable();
        let ranges: Vec<_> = lows.iter().map(|low| (*low, 100)).collect();
        let chart = chart(80, every, &ranges);
        let cells = cells(&chart, width);
        let columns: Vec<_> = (0..columns(width)).map(|column| low_rows(&cells, column)).collect();
        for pair in columns.windows(2) {
            let [before, after] = pair else { unreachable!("windows of two") };
            prop_assert!(!before.is_empty(), "the line has no holes");
            prop_assert!(before.iter().min() >= after.iter().min());
            prop_assert!(before.iter().max() >= after.iter().max());
        }
        let spark = plain(layout::spark(&chart.steps, chart.until, 12));
        prop_assert!(spark.chars().is_sorted(), "{}", spark);
    }
}

fn glanced(progress: &Progress, width: usize) -> Vec<String> {
    let book =
        GuideView { face: Face::CommandLine, library: library(), guide: guide(), keys: KeyNames::BUILT_IN };
    let lines = pages::progress::glance(book, progress, width).unwrap_or_default();
    lines.into_iter().map(plain).collect()
}

#[test]
fn a_glance_at_half_a_year() {
    let progress = of(&half_a_year(), "junior");
    let shown = [120, 78, 58, 40, 33]
        .map(|width| format!("{width} columns\n{}\n", glanced(&progress, width).join("\n")));
    insta::assert_snapshot!(shown.join("\n"));
    assert_eq!(glanced(&progress, 18), [""; 0]);
}

#[test]
fn a_glance_has_room_for_the_longest_words() {
    let mut progress = of(&half_a_year(), "junior");
    let longest = library().skills.iter().max_by_key(|skill| skill.short.len()).expect("skills");
    assert!(longest.short.len() <= 20, "{}", longest.short);
    progress.moved[0].skill = longest.id.clone();
    progress.moved[0].gained = Fraction::new(165, 1000);
    progress.points[6].low = percent(100);
    progress.points[0].day = TODAY.checked_sub((103 * 7).days()).expect("a day");
    progress.pace = progress.pace.map(|pace| progress::Pace { days: 28, ..pace });
    let lines = glanced(&progress, 78);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().all(|line| layout::width(line) <= 78), "{lines:?}");
    assert!(
        lines[0].ends_with("In 103 weeks: from at least 76 to 100")
            && lines[1].ends_with("about +13.9 a month"),
        "{lines:?}"
    );
    let lines = glanced(&progress, 58);
    assert!(lines.iter().all(|line| layout::width(line) <= 58), "{lines:?}");
    assert!(lines[1].contains(&longest.short), "{lines:?}");
}

#[test]
fn a_glance_says_which_way_it_went() {
    let claim = |number| Some((number, Evidence::Claim));
    let (then, now) = (date(2026, 11, 1), date(2026, 11, 10));
    let glance = |before, after| {
        let changes = [(then, "git", before), (now, "git", after)];
        glanced(&of(&profile(&changes), "junior"), 78)
    };
    // Two days make no line.
    assert_eq!(glance(claim(3), claim(1)), ["In 3 weeks: from at least 8 to 3; Git moved it most (−5)"]);
    assert_eq!(glance(claim(1), claim(2)), ["In 3 weeks: from at least 3 to 6; Git moved it most (+3)"]);
    assert_eq!(glance(claim(2), claim(2)), [""; 0], "nothing moved");
}

#[test]
fn a_glance_tells_the_upper_end_from_the_lower_one() {
    let mut progress = of(&half_a_year(), "junior");
    let most = &mut progress.moved[0];
    (most.gained, most.lost) = (Fraction::ZERO, Fraction::ZERO);
    (most.high_gained, most.high_lost) = (percent(3), Fraction::ZERO);
    let name = library().skill(&most.skill).expect("a skill").short.clone();
    let page = glanced(&progress, 120).join("\n");
    assert!(page.contains(&format!("; {name} moved the upper end most (+3)")), "{page}");
}

#[test]
fn there_is_no_glance_without_a_way() {
    let first_answers = profile(&[(TODAY, "git", Some((2, Evidence::Link)))]);
    assert_eq!(glanced(&of(&first_answers, "junior"), 78), [""; 0]);
    assert_eq!(glanced(&of(&profile(&[]), "junior"), 78), [""; 0]);
}
