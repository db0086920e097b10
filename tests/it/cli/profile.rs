//! The profile from outside: where it is, what it shows, starting over, and what is said of a damaged one.

use crate::support::{Home, SAMPLE, flat, skill_text};
use std::fs;

#[test]
fn the_path_follows_the_wishes_in_order() {
    let home = Home::new();
    let path = |command: &[&str]| home.prints(command).trim_end().to_owned();
    let (file, folder) = (home.path("me.toml"), home.path("folder"));
    let (file, folder) = (file.to_str().expect("UTF-8"), folder.to_str().expect("UTF-8"));
    assert_eq!(path(&["profile", "path"]), home.profile().display().to_string());
    let in_folder = home.path("folder/profile.toml").display().to_string();
    assert_eq!(path(&["--data-dir", folder, "profile", "path"]), in_folder);
    assert_eq!(path(&["profile", "path", "--profile", file, "--data-dir", folder]), file);
}

#[cfg(target_os = "linux")]
#[test]
fn a_relative_xdg_data_home_is_ignored() {
    let home = Home::new();
    let mut command = home.coach(&["profile", "path"]);
    let path = command.env("XDG_DATA_HOME", "data").assert().code(0).get_output().stdout.clone();
    let own = home.path(".local/share/career-coach/profile.toml");
    assert_eq!(String::from_utf8_lossy(&path).trim_end(), own.to_str().expect("UTF-8"));
}

#[test]
fn a_profile_elsewhere_is_read_and_saved_there() {
    let home = Home::new();
    let file = home.path("deep/er/me.toml");
    let option = ["--profile", file.to_str().expect("UTF-8")];
    home.prints(&[&["rate", "sql=3:link"], &option[..]].concat());
    assert_eq!(home.json(&[&["gap"], &option[..]].concat())["rated"], 1);
    assert_eq!(home.names("deep/er"), ["me.lock", "me.toml"]);
    assert_eq!(home.names(""), ["deep"], "and nothing in the usual place");
}

#[cfg(unix)]
#[test]
fn what_is_saved_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.prints(&["rate", "sql=3"]);
    let mode = |path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(home.path("data/career-coach")), 0o700);
    assert_eq!(mode(home.profile()), 0o600);
}

#[test]
fn the_profile_shows_what_is_kept() {
    let home = Home::with(SAMPLE);
    let shown = home.prints(&["profile"]);
    assert_eq!(shown, home.prints(&["profile", "show"]));
    for said in
        ["Target  Back-End Developer", &skill_text("sql", "short"), "3 independent", "example", "0 none"]
    {
        assert!(shown.contains(said), "{said} in {shown}");
    }
}

#[test]
fn the_history_stands_newest_first() {
    let home = Home::with(
        r#"[[history]]
on = "2026-01-02"
skill = "sql"
rating = 2
evidence = "claim"
[[history]]
on = "2026-03-04"
skill = "sql"
rating = 3
evidence = "link"
[[history]]
on = "2026-05-06"
skill = "git"
"#,
    );
    let (sql, git) = (skill_text("sql", "short"), skill_text("git", "short"));
    let history = flat(&home.prints(&["profile", "history"]));
    let changes = format!(
        "What you changed 2026-05-06 {git} cleared 2026-03-04 {sql} 3 link \
         2026-01-02 {sql} 2 claim"
    );
    assert!(history.ends_with(&changes), "{history}");
    assert!(history.contains("your progress"), "{history}");
}

#[test]
fn a_change_is_noted_in_the_history_once_a_day() {
    let home = Home::new();
    // In one call, as midnight could fall between two.
    home.prints(&["rate", "sql=2", "git=3:link", "sql=3:example"]);
    let history = home.prints(&["profile", "history"]);
    // Which day it is doesn't matter here.
    let changes = history.lines().skip_while(|line| *line != "What you changed").skip(2);
    let lines: Vec<_> = changes.map(|line| flat(&line[10..])).collect();
    let (sql, git) = (skill_text("sql", "short"), skill_text("git", "short"));
    assert_eq!(lines, [format!("{sql} 3 example"), format!("{git} 3 link")]);
}

#[test]
fn a_reset_keeps_the_old_profile() {
    let home = Home::with(SAMPLE);
    let said = home.prints(&["profile", "reset", "--yes"]);
    assert!(said.contains("profile.before-reset-1.toml"), "{said}");
    assert_eq!(home.names("data/career-coach"), ["profile.before-reset-1.toml", "profile.lock"]);
    let kept = home.path("data/career-coach/profile.before-reset-1.toml");
    assert_eq!(fs::read_to_string(&kept).expect("it is kept"), SAMPLE);
    assert_eq!(home.json(&["gap"])["rated"], 0);
    let said = home.prints(&["profile", "reset", "--yes"]);
    assert!(said.starts_with("There is nothing to reset"), "{said}");
    home.prints(&["rate", "sql=3"]);
    home.prints(&["profile", "reset", "--yes"]);
    let names = home.names("data/career-coach");
    assert!(names.contains(&"profile.before-reset-2.toml".to_owned()), "{names:?}");
    assert_eq!(fs::read_to_string(kept).expect("it is kept"), SAMPLE, "the first one too");
}

#[test]
fn a_value_that_makes_no_sense_costs_no_other() {
    let text = "[ratings.sql]\nrating = 7\n[ratings.git]\nrating = 3\nevidence = \"link\"\n";
    let home = Home::with(text);
    let (page, notice) = home.prints_with_notice(&["gap", "--json"]);
    assert!(page.contains("\"rated\": 1"), "{page}");
    assert_eq!(notice.lines().count(), 1);
    assert!(
        notice.contains("profile.toml, line 2, column 10: rating is `7`; it has to be a number from 0 to 5"),
        "{notice}"
    );
    assert_eq!(home.profile_text(), text);
}

/// What a profile from did_you_mean could do to a terminal.
#[test]
fn control_characters_of_a_profile_reach_no_terminal() {
    let home = Home::with(
        r#"target = "se\u001b[31mnior"
        [about]
        "na\u001b[31mme" = "A\u001b[31mda\u0007\u009b31m"
        [ratings.sql]
        rating = 3
        note = "look\u001b]0;owned\u0007here"
        [ratings."b\u001b[31mad"]
        rating = 3
        [ratings.git]
        rating = 3
        evidence = "\u001b[31mlink"
        [[proofs]]
        id = "shop"
        title = "The\u001b[31m shop"
        story = "told\r\u001b[2Jagain""#,
    );
    for command in [&["profile"][..], &["profile", "history"], &["gap"], &["skill", "sql"], &["target"]] {
        let (page, notice) = home.prints_with_notice(command);
        let is_bad = |c: char| c.is_control() && c != '\n';
        assert!(!page.contains(is_bad), "{command:?} prints {page:?}");
        assert!(!notice.contains(is_bad), "{command:?} says {notice:?}");
    }
}

#[test]
fn a_target_or_a_skill_that_the_guide_lacks_is_no_disaster() {
    let home = Home::with("guide = \"baker\"\ntarget = \"apprentice\"\n[ratings.bread]\nrating = 3\n");
    let (page, _) = home.prints_with_notice(&["gap"]);
    assert!(page.contains("0 of 25 skills rated.") && page.contains("No target is set"), "{page}");
    let (shown, notice) = home.prints_with_notice(&["profile"]);
    assert!(shown.contains("bread"), "{shown}");
    assert!(notice.contains("baker"), "{notice}");
}
