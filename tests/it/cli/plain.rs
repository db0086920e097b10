//! Plain mode, the face for a screen reader: whatever a command says is lines of words.

use super::shape::pages;
use crate::support::{Home, guide, library, planner};
use career_coach::report::document::{Document, Element, Spoken, Table};
use career_coach::report::pages::{Face, GuideView, guide as guide_pages, skill};
use career_coach::report::plain;
use career_coach::session::KeyNames;
use rstest::rstest;

/// A profile with all that a page can say: a target, hours, proofs, answers, notes and a history over months.
fn person() -> String {
    let about = "[about]\nhours-per-week = 6\nyears = 3\neducation = \"bootcamp\"\nresume = \"yes\"\n";
    let proof = "[[proofs]]\nid = \"shop\"\ntitle = \"A shop – ✓ ██ tested\"\nurl = \"https://example.org/2020–24\"\n";
    let change = |day, rating| {
        format!("[[history]]\non = \"{day}\"\nskill = \"sql\"\nrating = {rating}\nevidence = \"claim\"\n")
    };
    let history: String = [("2026-01-05", 1), ("2026-03-02", 2), ("2026-09-01", 3)]
        .map(|(day, rating)| change(day, rating))
        .concat();
    let notes = "evidence = \"link\", note = \"▸ ⣿ daily → weekly\", proofs = [\"shop\"], rated_on = \"2020-01-01\" }";
    let sample = planner().replace("[about]\nhours-per-week = 6\n", "");
    let sample =
        sample.replace("git = { rating = 4, evidence = \"link\" }", &format!("git = {{ rating = 4, {notes}"));
    format!("{sample}\n{about}\n{proof}\n{history}")
}

/// A character that plain mode never shows.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{28ff}' | '\u{1b}')
}

#[track_caller]
fn is_plain(text: &str, what: &str) {
    for line in text.lines() {
        assert!(!line.contains(is_picture), "{what}: {line}");
        assert!(!line.starts_with(' ') && !line.ends_with(' '), "{what}: {line:?}");
        assert!(!line.contains("  "), "{what}: {line}");
    }
    assert!(!text.contains("\n\n\n") && !text.starts_with('\n'), "{what}: {text}");
}

/// Signs that have a word instead; those in an address or a path are the person's.
fn has_sign(line: &str) -> bool {
    let is_sign = |c| "–—·→←−≥≤×÷•…“”`".contains(c);
    line.split(' ').any(|word| !word.contains("://") && !word.starts_with('/') && word.contains(is_sign))
}

fn both(home: &Home, arguments: &[&str]) -> [String; 2] {
    let done = home.coach(arguments).output().expect("coach runs");
    [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn every_page_is_lines_of_words() {
    let mut commands = pages();
    let words = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    commands.extend(
        [
            "plan",
            "plan --by 2030-06-30",
            "plan architect",
            "readiness",
            "readiness senior",
            "readiness --evidence",
            "what-if sql=3:link testing=3 git=",
            "target",
            "target none",
            "search qqqqq",
            "profile check",
        ]
        .map(words),
    );
    for profile in [person(), String::new()] {
        let home = Home::with(&profile);
        for command in &commands {
            let arguments: Vec<&str> = command.iter().map(String::as_str).chain(["--plain"]).collect();
            for text in both(&home, &arguments) {
                is_plain(&text, &arguments.join(" "));
                let faults: Vec<_> = text.lines().filter(|line| has_sign(line)).collect();
                assert!(faults.is_empty(), "{arguments:?}: {faults:?}");
            }
        }
    }
}

/// What a command prints that changes, asks or exports something, or says how to use it.
#[rstest]
#[case::rate("rate git=2 sql=", "")]
#[case::answers("readiness --set years=4 resume=", "")]
#[case::target("target senior", "")]
#[case::questions("assess sql git", "9\nx\n?\n3\nmaybe\nl\n\nb\nq\n")]
#[case::quick("assess --quick", "2\n\n2\n\n2\n\n2\n\n2\n\n2\n\n2\n\nq\n")]
#[case::review("assess --review", "q\n")]
#[case::done("plan --done 1", "x\nl\nhttps://example.org/a\n")]
#[case::raised("plan --done architecture", "7\n2\nc\nWe split one service in two.\n")]
#[case::report("export report", "")]
#[case::plan("export plan", "")]
#[case::reset("profile reset", "")]
#[case::reset_at_once("profile reset --yes", "")]
#[case::help("--help", "")]
#[case::short_help("-h", "")]
#[case::help_of_a_command("help gap", "")]
#[case::help_of_parts("profile --help", "")]
#[case::version("--version", "")]
#[case::no_command("", "")]
#[case::wrong_command("gpa", "")]
#[case::wrong_option("gap --jsn", "")]
#[case::wrong_name("skill qqqq", "")]
#[case::wrong_rating("rate sql=9", "")]
#[case::no_json("man --json", "")]
fn every_answer_is_lines_of_words(#[case] command: &str, #[case] input: &str) {
    let arguments: Vec<&str> = command.split_whitespace().chain(["--plain"]).collect();
    let home = Home::with(&person());
    let done = home.coach(&arguments).write_stdin(input).output().expect("coach runs");
    let texts = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    assert!(!texts.concat().is_empty());
    texts.iter().for_each(|text| is_plain(text.trim_start_matches('\n'), command));
}

#[test]
fn a_dumb_terminal_asks_for_the_same() {
    let home = Home::with(&person());
    for command in [&["gap"][..], &["plan"], &["gap", "--help"], &["export", "report"], &["gpa"], &[]] {
        let option = both(&home, &[command, &["--plain"]].concat());
        let done = home.coach(command).env("TERM", "dumb").output().expect("coach runs");
        let dumb = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
        assert_eq!(option, dumb, "{command:?}");
    }
}

#[test]
fn colour_and_width_change_nothing() {
    let home = Home::with(&person());
    for command in [&["gap"][..], &["skill", "sql"], &["--help"], &["gpa"]] {
        let expected = both(&home, &[command, &["--plain"]].concat());
        assert_eq!(
            both(&home, &[&["--plain", "--color", "always"], command].concat()),
            expected,
            "{command:?}"
        );
        let narrow =
            home.coach(&[command, &["--plain"]].concat()).env("COLUMNS", "40").output().expect("coach runs");
        assert_eq!(
            [narrow.stdout, narrow.stderr].map(|text| String::from_utf8(text).expect("UTF-8")),
            expected
        );
    }
}

#[test]
fn json_wins() {
    let home = Home::with(&person());
    for command in [&["gap"][..], &["profile"], &["profile", "history"], &["plan"]] {
        assert_eq!(home.json(&[command, &["--plain"]].concat()), home.json(command), "{command:?}");
    }
    assert!(
        home.json(&["profile", "--plain"]).to_string().contains("⣿"),
        "what somebody wrote stays in data"
    );
}

#[test]
fn a_path_is_the_path() {
    let home = Home::with(&person());
    let beside = home.path("2020–24 ~1+.toml").display().to_string();
    let said = home.prints(&["profile", "path", "--plain", "--profile", &beside]);
    assert_eq!(said.trim_end(), beside);
}

#[test]
fn scripts_for_programs_stay_as_they_are() {
    let home = Home::new();
    for command in [&["completions", "bash"][..], &["man"]] {
        assert_eq!(home.prints(&[command, &["--plain"]].concat()), home.prints(command));
    }
}

/// A report for somebody else looks as that person expects it, unless plain is asked for.
#[test]
fn a_file_is_plain_only_by_the_option() {
    let home = Home::with(&person());
    let written = |file: &str, arguments: &[&str]| {
        let file = home.path(file);
        let to = ["export", "report", "--to", file.to_str().expect("UTF-8")];
        home.coach(&[&to, arguments].concat()).env("TERM", "dumb").assert().code(0);
        std::fs::read_to_string(file).expect("written")
    };
    assert!(written("usual.md", &[]).contains('├'));
    let plain = written("plain.md", &["--plain"]);
    is_plain(&plain, "plain.md");
    assert!(plain.contains("\n- Junior: "), "{plain}");
}

#[test]
fn without_a_command_it_says_what_to_type() {
    let said = Home::new().fails(2, &["--plain"]);
    for command in ["coach assess --plain", "coach gap --plain", "coach --help --plain"] {
        assert!(said.lines().any(|line| line.starts_with(command)), "{said}");
    }
}

#[test]
fn a_prompt_is_the_last_line_and_what_was_wrong_stands_before_it() {
    let said = Home::new().answers(&["assess", "git", "--plain"], "9\n3\nl\n");
    let lines: Vec<_> = said.lines().collect();
    let at = |text: &str| {
        lines.iter().position(|line| line.starts_with(text)).unwrap_or_else(|| panic!("{text}: {said}"))
    };
    assert!(
        at("Question 1 of 1: ") < at("0: ") && at("0: ") < at("5: ") && at("5: ") < at("0 to 5, x, s, b, q:")
    );
    let problem = at("9 is not a rating");
    assert_eq!(lines[problem + 1], "0 to 5, x, s, b, q:");
    assert!(
        lines[problem + 2].starts_with("Evidence: ") && lines[problem + 2].ends_with("Enter c:"),
        "{said}"
    );
    assert_eq!(lines[problem + 3], "Saved: Git 3 link.");
}

fn tables(doc: &Document) -> impl Iterator<Item = &Table> {
    doc.0.iter().filter_map(|element| match element {
        Element::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn each_row_of_the_guide_is_one_line_that_names_its_columns() {
    let view =
        GuideView { face: Face::CommandLine, library: library(), guide: guide(), keys: KeyNames::BUILT_IN };
    let (whole, skills) = (guide_pages::whole(view), skill::list(view));
    let mut rows = 0;
    for table in tables(&whole).chain(tables(&skills)) {
        let said = plain::plain(&Document(vec![Element::Table(table.clone())]));
        if table.columns.iter().all(|column| column.spoken == Spoken::Unsaid) {
            assert_eq!(said, Document::default());
            continue;
        }
        assert_eq!(said.0.len(), table.rows.len(), "{said:?}");
        rows += table.rows.len();
        let Spoken::Words(head) = &table.columns[0].spoken else { continue };
        for line in &said.0 {
            let Element::Item { text, .. } = line else { panic!("{line:?}") };
            assert!(text[0].text.starts_with(&format!("{}: ", plain::words(head))), "{text:?}");
        }
    }
    assert!(rows > 300, "{rows}");
}

#[test]
fn the_pages_of_a_fixed_profile() {
    let home = Home::with(&planner());
    let pages: [(&str, &[&str]); 11] = [
        ("gap", &["gap"]),
        ("gap_of_a_level", &["gap", "developer", "--explain"]),
        ("plan", &["plan"]),
        ("ladder", &["level"]),
        ("level", &["level", "senior"]),
        ("compare", &["level", "mid-level", "--compare", "lead"]),
        ("skill", &["skill", "sql"]),
        ("readiness", &["readiness"]),
        ("guide_page", &["guide", "pay"]),
        ("what_if", &["what-if", "sql=3:link", "testing=3"]),
        ("help", &["gap", "--help"]),
    ];
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    for (name, command) in pages {
        let text = without_days(&home.prints(&[command, &["--plain"]].concat()));
        settings.bind(|| insta::assert_snapshot!(name, text));
    }
}

/// A plan says today; the days pass.
fn without_days(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once(" weeks from ") {
        Some((before, _)) => format!("{before} weeks from [today]\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn progress_is_said_in_figures() {
    let said = Home::with(&person()).prints(&["profile", "history", "--plain"]);
    for line in ["First day, 2020-01-01: ", "2026-01-05: score ", "Databases and SQL: 1 claim to 3 claim, "] {
        assert!(said.lines().any(|said| said.starts_with(line)), "{line}: {said}");
    }
}
