//! A wider terminal never shows less, and no table that is read in figures wraps.

use super::{Harness, somebody};
use crate::report::document::Document;
use crate::report::layout;
use crate::report::pages::compare::side_by_side;
use crate::report::pages::{Face, GuideView, explain};
use crate::report::text;
use rstest::rstest;

const HEIGHT: u16 = 60;

fn screen(keys: &str, width: u16) -> String {
    let mut harness = Harness::sized(somebody(), width, HEIGHT);
    // A thumb stands on the line between a list and its page.
    harness.press(keys).screen().replace('█', "│")
}

/// The part of a line left of the rule, in words without its bars.
fn words(line: &str) -> Vec<String> {
    let list = line.split('│').next().unwrap_or_default().to_lowercase();
    let is_drawn = |word: &&str| !word.contains(|c| "├┤┝┥─▬▄╂╋▸━".contains(c));
    list.split_whitespace().filter(is_drawn).map(str::to_owned).collect()
}

fn has_bar(line: &str) -> bool {
    line.split('│').next().unwrap_or_default().contains(|c| "├┝▄".contains(c))
}

/// What stands between two lines that draw a rule: the list of a screen of 80 columns.
fn list(screen: &str) -> Vec<&str> {
    let is_rule = |line: &&str| line.trim_start().starts_with("──");
    let rows = screen.lines().skip_while(|line| !is_rule(line)).skip(1);
    rows.take_while(|line| !is_rule(line)).filter(|line| !words(line).is_empty()).collect()
}

#[rstest]
#[case::gap("5")]
#[case::ladder("3")]
#[case::plan("6")]
#[case::plan_with_weeks("6 w 6 enter")]
#[case::plan_with_a_date("6 w 6 enter b 2 0 2 7 - 0 6 - 3 0 enter")]
#[case::toolkit("8")]
fn every_word_and_figure_of_a_list_stays_in_a_wider_terminal(#[case] keys: &str) {
    let narrow = screen(keys, 80);
    for width in [98, 100, 110, 120, 160] {
        let wide = screen(keys, width);
        let all: Vec<String> = wide.lines().flat_map(words).collect();
        let rows = list(&narrow);
        assert!(rows.len() > 4, "{narrow}");
        for row in rows {
            let wanted = words(row);
            // The name of a column may be shorter, and the name of a group may stand above its rows.
            let is_row = row.contains(|c: char| c.is_ascii_digit()) && !row.contains("80 =");
            let lost = wanted.iter().find(|word| is_row && !all.contains(word));
            assert_eq!(lost, None, "{width}: {row}\n{wide}");
            let same = wide.lines().find(|line| {
                let words = words(line);
                let figures = || wanted.iter().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
                figures().count() > 0
                    && figures().all(|figure| words.contains(figure))
                    && words[0] == wanted[0]
            });
            if is_row && !keys.starts_with('8') {
                let same = same.unwrap_or_else(|| panic!("{width}: {row}\n{wide}"));
                assert!(!has_bar(row) || has_bar(same), "{width}: {row}\n{wide}");
            }
        }
    }
}

#[test]
fn home_keeps_its_figures_and_its_bar_in_a_wider_terminal() {
    let narrow = screen("1", 80);
    let bar = |screen: &str| {
        let line = screen.lines().find(|line| line.starts_with(" Mid-level")).unwrap_or_default().to_owned();
        line.chars().filter(|c| "├┤┝┥─▬╂╋".contains(*c)).count()
    };
    for width in [98, 100, 120, 160] {
        let wide = screen("1", width);
        assert!(bar(&wide) >= bar(&narrow), "{width}: {wide}");
        let rows = narrow.lines().skip_while(|line| !line.starts_with(" Now")).skip(1);
        for row in rows.take_while(|line| !line.trim().is_empty()) {
            let figures = words(row).into_iter().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
            let name = &row[..20.min(row.len())];
            let same = wide.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            assert!(figures.clone().all(|figure| words(same).contains(&figure)), "{width}: {row}\n{wide}");
        }
    }
}

/// However small the screen, it says what to do next.
#[test]
fn home_shows_what_to_do_now_on_the_smallest_screen() {
    let mut harness = Harness::sized(somebody(), 40, 10);
    assert!(harness.screen().contains("Prove API design 3"), "{}", harness.screen());
    harness.press("down");
    assert!(harness.selected().iter().any(|row| row.starts_with("Answer 13")), "{}", harness.screen());
}

/// Each skill, its weight, what it needs, the rating, what it counts as and both ends, in one line.
#[rstest]
#[case::gap(100, "5 x")]
#[case::gap(120, "5 x")]
#[case::gap(80, "5 x")]
#[case::plan(80, "6 x")]
#[case::home(80, "1 x")]
#[case::home(120, "1 x")]
fn no_row_of_the_arithmetic_wraps(#[case] width: u16, #[case] keys: &str) {
    let mut harness = Harness::sized(somebody(), width, 90);
    let screen = harness.press(keys).screen();
    let view = GuideView::new(&harness.app.session, Face::Interface);
    let score = harness.app.session.target_score().expect("a target");
    let mut table = Document::default();
    table.append(explain::page(view, score));
    for skill in &score.skills {
        let name = view.skill_short(&skill.ask.skill);
        let row = screen.lines().find(|line| {
            let line = line.split_once("│ ").map_or(line.trim_start(), |(_, dialog)| dialog);
            line.strip_prefix(name).is_some_and(|rest| rest.starts_with("  "))
        });
        let row = row.unwrap_or_else(|| panic!("{name}: {screen}"));
        let figures = row.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        assert!(figures.count() >= 5, "{row}");
    }
    assert!(!text::unstyled(&table, 68).contains("example:"));
}

#[test]
fn no_row_of_two_compared_levels_wraps() {
    let harness = Harness::new(somebody());
    let view = GuideView::new(&harness.app.session, Face::Interface);
    let levels = &view.guide.levels;
    for (from, to) in levels.iter().flat_map(|from| levels.iter().map(move |to| (from, to))) {
        // What a terminal of 100 columns leaves beside the names of the levels.
        let text = text::unstyled(&side_by_side::page(view, from, to), 71);
        let rows = text.lines().skip_while(|line| *line != "What is required").skip(1);
        let rows = rows.take_while(|line| !line.starts_with("Must:") && !line.is_empty());
        let is_skill = |line: &str| {
            let names = view.library.skills.iter().map(|skill| skill.short.as_str());
            names.into_iter().any(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' ')))
        };
        let is_head = |line: &str| !line.contains(|c: char| c.is_ascii_digit());
        for row in rows {
            assert!(is_head(row) || is_skill(row), "{row}\n{text}");
            assert!(layout::width(row) <= 71);
        }
    }
}

#[test]
fn beside_a_comparison_the_levels_are_names_alone() {
    for width in [100, 120] {
        let compared = screen("3 c down down", width);
        let list: Vec<_> = compared.lines().flat_map(words).collect();
        assert!(list.contains(&"architect".to_owned()) && !compared.contains("2–4 years"), "{compared}");
        assert!(compared.contains("Mid-level and Lead compared"), "{compared}");
        assert!(!compared.lines().any(|line| line.ends_with("points")), "{compared}");
    }
}

/// A title of the guide's contents is cut only where the page would get too little room.
#[test]
fn the_contents_are_as_wide_as_their_titles() {
    let mut harness = Harness::sized(somebody(), 120, HEIGHT);
    let screen = harness.press("2").screen();
    let guide = harness.app.session.guide();
    for section in &guide.sections {
        assert!(screen.contains(&format!("  {} ", section.title)), "{}: {screen}", section.title);
    }
}

/// Beside a page that is none of the contents, none of them stands out as the open one.
#[test]
fn a_page_outside_the_contents_marks_none_of_them() {
    let mut harness = Harness::sized(somebody(), 120, 40).themed(super::COLOR);
    harness.press("2 enter").draw();
    let bold = |harness: &Harness| {
        let is_bold = |cell: &ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::BOLD);
        harness.rows().any(|row| row[3].symbol() == "O" && row[4].symbol() == "v" && is_bold(&row[3]))
    };
    assert!(bold(&harness), "the open page is marked");
    harness.press("5 tab enter").draw();
    assert!(harness.screen().contains("A skill"), "{}", harness.screen());
    assert!(!bold(&harness));
}

/// Names lead to the pages; what files call them is nobody's business.
#[test]
fn the_lists_of_the_guide_show_no_ids() {
    let harness = Harness::new(somebody());
    let view = GuideView::new(&harness.app.session, Face::Interface);
    for section in &view.guide.sections {
        let text = text::unstyled(&crate::report::pages::guide::section(view, section), 72);
        for skill in &view.library.skills {
            let id = skill.id.as_str();
            let shown = id.contains('-') && text.split_whitespace().any(|word| word == id);
            assert!(!shown || skill.name.contains(id), "{id} in {}", section.title);
        }
    }
}

#[test]
fn the_signs_of_what_if_are_explained() {
    for width in [80, 120] {
        let screen = screen("5 w", width);
        assert!(screen.contains("! must-have · ≥2 of 3: at least 2, in full 3"), "{screen}");
    }
}

/// A must-have that is missing is never left out of what to do now.
#[test]
fn home_has_a_row_for_what_blocks() {
    let mut harness = Harness::new(somebody());
    let screen = harness.screen();
    let (plan, _) = harness.app.session.target_plan().expect("a plan");
    let beginning = plan.beginning(5);
    assert_eq!(beginning[..4], [0, 1, 2, 3], "the first steps stay");
    let step = &plan.steps[beginning[4]];
    assert!(step.must_have.is_some(), "{step:?}");
    assert_eq!(plan.beginning(0), [0; 0]);
    let name = GuideView::new(&harness.app.session, Face::Interface).skill_short(&step.skill).to_owned();
    assert!(screen.lines().any(|line| line.starts_with(&format!(" {name} "))), "{name}: {screen}");
}
