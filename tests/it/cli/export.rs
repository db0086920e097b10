//! `coach export` from outside: Markdown on standard output or in a file, and never over another file.

use crate::support::Home;
use predicates::str::{contains, starts_with};
use std::fs;

fn home() -> Home {
    Home::with("target = \"junior\"\n[ratings]\ngit = { rating = 3, evidence = \"link\" }\n")
}

#[test]
fn a_report_is_printed_as_markdown() {
    let home = home();
    let said = home.coach(&["export", "report"]).assert().success();
    said.stdout(starts_with("# Back-End Developer: where you stand\n"))
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
