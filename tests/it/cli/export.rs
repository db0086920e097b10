//! `coach export` from outside: in every format, on standard output or in a file, and never over another file.

use crate::support::{Home, flat};
use ical::IcalParser;
use predicates::str::{contains, starts_with};
use rstest::rstest;
use std::fs;
use std::path::Path;

fn home() -> Home {
    Home::with("target = \"junior\"\n[ratings]\ngit = { rating = 3, evidence = \"link\" }\n")
}

#[test]
fn a_report_is_printed_as_markdown() {
    let home = home();
    let said = home.coach(&["export", "report"]).assert().success();
    said.stdout(starts_with("# Junior Back-End Developer: report for my mentor\n"))
        .stdout(contains("# Back-End Developer: where you stand"))
        .stdout(contains("# Junior Back-End Developer: the gap"))
        .stdout(contains("| --- |"))
        .stdout(contains("# Sources"));
}

#[test]
fn a_plan_is_written_but_over_no_file() {
    let home = home();
    let file = home.path("plan.md");
    home.coach(&["export", "plan", "--to", "plan.md"]).assert().success();
    let plan = fs::read_to_string(&file).expect("written");
    assert!(plan.starts_with("# Junior Back-End Developer: the plan\n"), "{plan}");

    fs::write(&file, "mine").expect("written");
    let refused = home.coach(&["export", "plan", "--to", "plan.md"]).assert().code(2);
    refused.stderr(contains("--force replaces it"));
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");

    home.coach(&["export", "plan", "--to", "plan.md", "--force"]).assert().success();
    assert_eq!(fs::read_to_string(&file).expect("written"), plan);
}

/// What a format begins with.
const FORMATS: [(&str, &str, &str); 9] = [
    ("report", "md", "# Junior"),
    ("report", "txt", "Junior Back-End Developer: report for my mentor\n"),
    ("report", "html", "<!DOCTYPE html>\n<html lang=\"en\">"),
    ("report", "json", "{\n  \"schema\": 2,"),
    ("plan", "md", "# Junior"),
    ("plan", "txt", "Junior Back-End Developer: the plan\n"),
    ("plan", "html", "<!DOCTYPE html>\n<html lang=\"en\">"),
    ("plan", "json", "{\n  \"schema\": 2,"),
    ("plan", "ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
];

#[test]
fn the_ending_says_the_format_and_the_option_wins() {
    let home = home();
    for (kind, format, start) in FORMATS {
        let printed = home.prints(&["export", kind, "--format", format]);
        assert!(printed.starts_with(start), "{kind} {format}: {printed}");
        let upper = format!("out.{}", format.to_uppercase());
        for (file, option) in [(upper.as_str(), &[][..]), ("out.other", &["--format", format])] {
            home.prints(&[&["export", kind, "--to", file, "--force"], option].concat());
            assert_eq!(fs::read_to_string(home.path(file)).expect("written"), printed, "{kind} {file}");
        }
    }
}

#[rstest]
#[case::report(&["export", "report", "--format", "ics"])]
#[case::by_ending(&["export", "report", "--to", "me.ics"])]
#[case::unknown(&["export", "report", "--format", "docx"])]
fn a_format_that_makes_no_sense_is_refused_with_those_that_do(#[case] command: &[&str]) {
    let home = home();
    let said = home.fails(2, command);
    for format in ["md", "txt", "html", "json"] {
        assert!(said.contains(format), "{said}");
    }
    assert_eq!(home.names(""), ["data"]);
}

#[test]
fn json_is_printed_or_written_as_asked() {
    let home = home();
    for kind in ["report", "plan"] {
        let printed = home.prints(&["export", kind, "--json"]);
        assert_eq!(printed, home.prints(&["export", kind, "--format", "json"]));
        assert_eq!(printed, home.prints(&["export", kind, "--format", "json", "--plain"]));
    }
    assert_eq!(home.json(&["export", "plan"]), home.json(&["plan"]));
    assert!(home.fails(2, &["export", "plan", "--json", "--to", "a.json"]).contains("--format json"));
    assert!(home.fails(2, &["export", "plan", "--json", "--format", "md"]).contains("--format"));
}

#[test]
fn the_plan_is_a_list_to_tick_off() {
    let home = Home::with(
        "target = \"junior\"\nby = 2099-06-30\n[about]\nhours-per-week = 6\n[ratings]\ngit = { rating = 1 }\n",
    );
    let text = home.prints(&["export", "plan"]);
    let steps = home.json(&["plan"])["steps"].as_array().expect("an array").len();
    let boxes = text.lines().filter(|line| line.starts_with("- [ ] ")).count();
    assert_eq!(boxes, steps, "{text}");
    assert!(text.contains("**Deadline: 2099-06-30**") && text.contains("done by week "), "{text}");
    assert!(home.prints(&["export", "plan", "--format", "txt"]).contains("\n  [ ] 1. "));
    assert!(home.prints(&["export", "plan", "--format", "html"]).contains("☐"));
}

/// The dates of a plan's events, and its to-dos.
fn calendar(home: &Home) -> (Vec<[String; 3]>, usize) {
    let text = home.prints(&["export", "plan", "--format", "ics"]);
    let mut calendars = IcalParser::new(text.as_bytes());
    let calendar = calendars.next().expect("a calendar").expect("sound");
    let of = |properties: &[ical::property::Property], name: &str| {
        properties.iter().find(|other| other.name == name).and_then(|other| other.value.clone()).expect(name)
    };
    let event = |event: &ical::parser::ical::component::IcalEvent| {
        ["UID", "DTSTART", "DTEND"].map(|name| of(&event.properties, name))
    };
    (calendar.events.iter().map(event).collect(), calendar.todos.len())
}

#[test]
fn a_calendar_starts_today_and_is_the_same_when_it_is_made_again() {
    let home = Home::with("target = \"junior\"\n[ratings]\ngit = { rating = 1, evidence = \"link\" }\n");
    let (events, todos) = calendar(&home);
    assert_eq!((&events, todos), (&calendar(&home).0, 0));
    let today = home.json(&["plan"])["today"].as_str().expect("a day").replace('-', "");
    assert_eq!(events[0][1], today);
    assert!(events.iter().any(|[id, ..]| id == "sql-raise-0-1@career-coach"), "{events:?}");
    assert!(events.iter().all(|[_, start, end]| start < end), "{events:?}");
    let senior = Home::with("target = \"senior\"\n[ratings]\ngit = { rating = 1 }\n");
    let (events, todos) = calendar(&senior);
    let steps = senior.json(&["plan"])["steps"].as_array().expect("an array").len();
    assert_eq!(events.len() + todos, steps);
    assert!(todos > 0, "a step that needs a role has no date");
}

#[test]
fn an_almost_empty_profile_gives_a_draft_with_blanks() {
    let home = Home::new();
    let report = home.prints(&["export", "report"]);
    for blank in
        ["\\[my target; this report is for Junior", "\\[hours a week", "\\[three skills", "\\[three gaps"]
    {
        assert!(report.contains(blank), "{blank}: {report}");
    }
    for (kind, format, _) in FORMATS {
        home.prints(&["export", kind, "--format", format]);
    }
}

#[test]
fn a_name_is_said_unless_it_is_to_be_left_out() {
    let home =
        Home::with("target = \"junior\"\n[about]\nname = \"Ada Byron\"\n[ratings]\ngit = { rating = 2 }\n");
    for format in ["md", "txt", "html", "json"] {
        let command = ["export", "report", "--format", format];
        assert!(home.prints(&command).contains("Ada Byron"), "{format}");
        assert!(!home.prints(&[&command[..], &["--anonymous"]].concat()).contains("Ada Byron"), "{format}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let home = Home::with(
        "target = \"junior\"\n[about]\nname = \"<script>alert(1)</script>\\u202e\\u001b[31m\"\n[[proofs]]\nid = \"p\"\ntitle = \"</style><img src=x onerror=y>\"\nurl = \"javascript:alert(2)\"\nstory = \"a\\r\\nEND:VCALENDAR\"\n[ratings]\ngit = { rating = 2, evidence = \"link\", proofs = [\"p\"] }\n",
    );
    for (kind, format, _) in FORMATS {
        let printed = home.prints(&["export", kind, "--format", format]);
        assert!(!printed.contains(['\u{202e}', '\u{1b}']), "{kind} {format}");
        if format == "html" {
            for raw in ["<script", "<img", "href=\"javascript", "</style><"] {
                assert!(!printed.contains(raw), "{kind}: {raw}");
            }
        }
    }
    assert!(home.prints(&["export", "report", "--format", "html"]).contains("&lt;script&gt;alert(1)"));
}

#[test]
fn without_a_level_or_a_target_it_is_for_the_first_level_that_cannot_be_shown_yet() {
    let home = Home::new();
    for kind in ["report", "plan"] {
        home.coach(&["export", kind]).assert().success().stdout(contains("Junior Back-End Developer"));
    }
}

#[test]
fn a_plan_has_the_deadline_and_the_hours_of_the_profile_and_quotes_no_command() {
    let profile = "target = \"senior\"\nby = 2099-06-30\n[about]\nhours-per-week = 6\n[ratings]\ngit = 3\n";
    for kind in ["plan", "report"] {
        let home = Home::with(profile);
        let output = home.coach(&["export", kind]).output().expect("run");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(kind == "report" || text.contains("## By 2099-06-30"), "{text}");
        assert!(kind == "report" || text.contains("6 hours a week"), "{text}");
        let is_command = |line: &&str| {
            ["coach rate", "coach assess", "coach readiness", "coach gap", "coach target", "coach profile"]
                .iter()
                .any(|command| line.contains(command))
                || line.contains("--hours")
                || line.contains("--by")
                || line.contains("--set")
        };
        assert_eq!(text.lines().find(is_command), None, "{kind}");
    }
}

#[test]
fn an_export_never_lands_on_a_profile_that_is_not_there_yet() {
    let home = Home::new();
    fs::create_dir_all(home.path("data/career-coach")).expect("a folder");
    for file in [
        "data/career-coach/profile.toml",
        "data/./career-coach/../career-coach/profile.toml",
        "data/career-coach/profile.lock",
    ] {
        for force in [&[][..], &["--force"]] {
            let command = [&["export", "report", "--level", "junior", "--to", file], force].concat();
            assert!(home.fails(2, &command).contains("belongs to your profile"), "{command:?}");
        }
    }
    assert!(!home.profile().exists());
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through_and_what_is_no_file_is_refused() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = home();
    let (file, link) = (home.path("plan.md"), home.path("link.md"));
    fs::write(&file, "old").expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("a mode");
    symlink("plan.md", &link).expect("a link");
    home.prints(&["export", "plan", "--to", "link.md", "--force"]);
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert!(fs::read_to_string(&file).expect("there").starts_with("# Junior"));
    assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o640);
    for place in ["/dev/null", "data"] {
        let said = home.fails(2, &["export", "plan", "--to", place, "--force"]);
        assert!(said.contains("is not a regular file"), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_with_a_name_stays_one() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use std::os::unix::fs::FileTypeExt;
    let home = home();
    let pipe = home.path("pipe");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
    for force in [&[][..], &["--force"]] {
        let said = home.fails(2, &[&["export", "plan", "--to", "pipe"], force].concat());
        assert!(said.contains("is not a regular file"), "{said}");
    }
    assert!(fs::symlink_metadata(&pipe).expect("there").file_type().is_fifo());
}

#[test]
fn a_folder_that_is_missing_is_named_and_no_temporary_file() {
    let said = home().fails(1, &["export", "plan", "--to", "nowhere/plan.md"]);
    assert_eq!(said, "coach: can't write nowhere/plan.md: there is no folder nowhere\n");
}

/// The text of a PDF, read by another library.
fn text_of(pdf: &[u8]) -> String {
    let read = lopdf::Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    flat(&read.extract_text(&pages).expect("its text"))
}

/// Notes on standard error are no failure.
fn export_to(home: &Home, kind: &str, file: &Path) {
    let done = home.coach(&["export", kind, "--to", file.to_str().expect("a path")]).output();
    assert!(done.expect("coach runs").status.success(), "{kind}");
}

#[test]
fn every_field_of_a_resume_is_in_its_pdf_in_order() {
    let home = Home::with(include_str!("../../../assets/sample-profile.toml"));
    let resume = include_str!("../../../assets/sample-resume.json");
    fs::write(home.path("data/career-coach/resume.json"), resume).expect("written");
    let file = home.path("cv.pdf");
    export_to(&home, "resume", &file);
    let text = text_of(&fs::read(&file).expect("the PDF"));
    let mut from = 0;
    for field in [
        "Tomás Ferreira",
        "Porto, PT",
        "tomas@example.com",
        "Skills",
        "TypeScript",
        "PostgreSQL",
        "Experience",
        "Back-end developer",
        "Cais Bookings",
        "Jun 2024",
        "Built the partner API",
        "Web developer",
        "Freelance",
        "Projects",
        "Public documentation of the partner API",
        "Education",
        "University of Porto",
        "2018",
        "Languages",
        "Portuguese (native)",
        "English (C1)",
    ] {
        let at = text.get(from..).and_then(|rest| rest.find(field));
        from += at.unwrap_or_else(|| panic!("{field} after {from}: {text}"));
    }
    assert_eq!(lopdf::Document::load(&file).expect("a PDF").get_pages().len(), 1, "one page for three years");
    for (kind, field) in
        [("cover-letter", "Kind regards"), ("report", "Questions for my mentor"), ("plan", "Mid-level")]
    {
        let file = home.path(&format!("{kind}.pdf"));
        export_to(&home, kind, &file);
        assert!(text_of(&fs::read(&file).expect("the PDF")).contains(field), "{kind}");
    }
}
