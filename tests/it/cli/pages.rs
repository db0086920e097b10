//! The texts that a user reads most, whole: help, the manual page, and the pages of a fixed profile.

use crate::support::{Home, SAMPLE, subcommands};

fn compare(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The version changes without any change of a text.
fn unversioned(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "[version]")
}

fn help(command: &[&str]) -> String {
    let home = Home::new();
    let done = home.coach(&[command, &["--help"]].concat()).env("COLUMNS", "80").assert().code(0).stderr("");
    String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
}

#[test]
fn help_of_coach() {
    compare("help", &help(&[]));
}

#[test]
fn help_of_each_subcommand() {
    let all = subcommands();
    let has_own = |name: &str| all.iter().any(|command| command.len() > 1 && command[0] == name);
    // Those with subcommands of their own stand in one snapshot with them.
    for command in all.iter().filter(|command| command.len() == 1 && !has_own(&command[0])) {
        compare(&format!("help_{}", command[0]), &help(&[&command[0]]));
    }
}

#[test]
fn help_of_the_profile_and_its_subcommands() {
    let parts: [&[&str]; 6] = [
        &["profile"],
        &["profile", "show"],
        &["profile", "path"],
        &["profile", "history"],
        &["profile", "check"],
        &["profile", "reset"],
    ];
    let texts: Vec<_> =
        parts.iter().map(|part| format!("$ coach {} --help\n{}", part.join(" "), help(part))).collect();
    compare("help_profile", &texts.join("\n"));
}

#[test]
fn help_of_the_settings_and_their_subcommands() {
    let parts: [&[&str]; 4] = [&["config"], &["config", "show"], &["config", "path"], &["config", "check"]];
    let texts: Vec<_> =
        parts.iter().map(|part| format!("$ coach {} --help\n{}", part.join(" "), help(part))).collect();
    compare("help_config", &texts.join("\n"));
}

#[test]
fn the_manual_page() {
    compare("man", &unversioned(&Home::new().prints(&["man"])));
}

#[test]
fn the_pages_of_a_fixed_profile() {
    let home = Home::with(SAMPLE);
    let pages: [(&str, &[&str]); 8] = [
        ("gap", &["gap"]),
        ("gap_of_a_level", &["gap", "developer"]),
        ("gap_explained", &["gap", "mid-level", "--explain"]),
        ("level", &["level"]),
        ("level_senior", &["level", "senior"]),
        ("compare", &["level", "mid-level", "--compare", "senior"]),
        ("skill", &["skill"]),
        ("skill_sql", &["skill", "sql"]),
    ];
    for (name, command) in pages {
        compare(name, &home.prints(command));
    }
}

#[test]
fn the_gap_of_somebody_who_has_just_begun() {
    compare("gap_of_nobody", &Home::new().prints(&["gap"]));
}

#[test]
fn the_pages_at_60_columns() {
    let home = Home::with(SAMPLE);
    let at_60 = |command: &[&str]| {
        let done = home.coach(command).env("COLUMNS", "60").assert().code(0).stderr("");
        String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
    };
    compare("gap_at_60_columns", &at_60(&["gap"]));
    compare("level_at_60_columns", &at_60(&["level"]));
}
