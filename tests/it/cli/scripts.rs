//! What other programs are made from: completions with their names, and a manual page that agrees with help and README.

use crate::support::{Home, data, flat, in_project, levels, sections, skills, subcommands};
use rstest::rstest;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

fn faqs() -> Vec<String> {
    let faqs = data("faqs.toml");
    let faqs = faqs["faqs"].as_array().expect("an array");
    faqs.iter().map(|faq| faq["id"].as_str().expect("an id").to_owned()).collect()
}

#[rstest]
#[case("bash")]
#[case("zsh")]
#[case("fish")]
fn completions_have_every_name(#[case] shell: &str) {
    let script = Home::new().prints(&["completions", shell]);
    let names = [levels(), skills(), sections(), faqs(), vec!["back-end-developer".to_owned()]].concat();
    let words: BTreeSet<&str> =
        script.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).collect();
    for name in &names {
        assert!(words.contains(name.as_str()) || script.contains(&format!("{name}\\")), "{shell}: {name}");
    }
    for name in ["git=", "hours-per-week=", "sources", "none"] {
        assert!(script.contains(name), "{shell}: {name}");
    }
}

/// What bash offers for the last of these words; nothing where there is no bash.
fn offered(words: &[&str]) -> Option<Vec<String>> {
    let script = Home::new().prints(&["completions", "bash"]);
    let (last, before) = (words.len() - 1, words[words.len() - 2]);
    let quoted: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
    let ask = format!(
        "{script}\nCOMP_WORDS=({})\nCOMP_CWORD={last}\n_coach_without_space coach '{}' '{before}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n",
        quoted.join(" "),
        words[last],
    );
    let done = Command::new("bash").args(["--norc", "-c", &ask]).output().ok()?;
    let offered = String::from_utf8(done.stdout).expect("UTF-8");
    Some(offered.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

#[rstest]
#[case(&["coach", "gap", "mid"], &["mid-level"])]
#[case(&["coach", "target", "no"], &["none"])]
#[case(&["coach", "skill", "distr"], &["distributed-systems"])]
#[case(&["coach", "guide", "cover"], &["cover-letter"])]
#[case(&["coach", "rate", "git"], &["git="])]
#[case(&["coach", "what-if", "sql=3", "distr"], &["distributed-systems="])]
#[case(&["coach", "level", "senior", "--compare", "arch"], &["architect"])]
#[case(&["coach", "plan", "--done", "distr"], &["distributed-systems"])]
#[case(&["coach", "readiness", "--set", "hours"], &["hours-per-week="])]
#[case(&["coach", "gap", "--guide", "back"], &["back-end-developer"])]
#[case(&["coach", "profile", "che"], &["check"])]
#[case(&["coach", "config", "pa"], &["path"])]
fn bash_offers_the_names_that_begin_so(#[case] words: &[&str], #[case] names: &[&str]) {
    if let Some(offered) = offered(words) {
        assert_eq!(offered, names);
    }
}

#[test]
fn a_name_that_is_only_an_alias_is_still_understood() {
    assert!(Home::new().prints(&["skill", "postgres"]).starts_with("Databases and SQL"));
}

/// The options that the help of a command names.
fn options(help: &str) -> BTreeSet<String> {
    let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let words = lines.flat_map(|line| line.split("  ").next().unwrap_or_default().split([' ', ',', '=']));
    words.filter(|word| word.starts_with("--")).map(str::to_owned).collect()
}

#[test]
fn the_manual_page_has_every_subcommand_with_every_option() {
    let home = Home::new();
    let man =
        home.prints(&["man"]).replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "");
    let found = subcommands();
    assert!(found.len() > 15, "{found:?}");
    for command in found {
        let heading = format!(".SS \"coach {}", command.join(" "));
        let rest = man.split(&heading).nth(1).unwrap_or_else(|| panic!("{heading} is missing"));
        let own = rest.split("\n.S").next().unwrap_or_default();
        let general = man.split(".SH OPTIONS").nth(1).expect("the options of all");
        let words: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
        for option in options(&home.prints(&words)) {
            assert!(own.contains(&option) || general.contains(&option), "{command:?}: {option}");
        }
    }
    for argument in ["SKILL=RATING[:EVIDENCE]", "possible values: report, plan", "default: 8", "-n, --most N"]
    {
        assert!(man.contains(argument), "{argument}");
    }
}

#[test]
fn the_readme_names_every_command_and_no_other() {
    let readme = fs::read_to_string(in_project("README.md")).expect("README.md can be read");
    let block = readme.split("```").find(|block| block.contains("\ncoach guide pay")).expect("the commands");
    let named: BTreeSet<&str> = block
        .lines()
        .filter_map(|line| line.strip_prefix("coach "))
        .filter_map(|rest| rest.split_whitespace().next())
        .collect();
    let subcommands = subcommands();
    let known: BTreeSet<&str> = subcommands.iter().map(|command| command[0].as_str()).collect();
    assert_eq!(named, known);
}

#[test]
fn every_command_of_the_readme_is_understood() {
    let readme = fs::read_to_string(in_project("README.md")).expect("README.md can be read");
    let block = readme.split("```").find(|block| block.contains("\ncoach guide pay")).expect("the commands");
    let home = Home::with(crate::support::SAMPLE);
    for line in block.lines().filter(|line| line.starts_with("coach ")) {
        // What each command does stands in a column of its own.
        let command = line.get(..37).expect("a command and what it does");
        let words: Vec<&str> = command.split_whitespace().skip(1).collect();
        let done = home.coach(&words).output().expect("coach runs");
        let said = flat(&String::from_utf8_lossy(&done.stderr));
        // A day in an example is over some day.
        assert!(done.status.code() != Some(2) || said.contains("is not in the future"), "{command}: {said}");
    }
}
