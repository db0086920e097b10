//! What is only read: the guide, search, levels, skills, the gap, completions and the manual page.

use crate::support::{Home, SAMPLE, data, flat, levels, sections, skill_text, skills, subcommands};
use rstest::rstest;
use std::process::Stdio;

/// Every command that only reads.
pub const READING: &[&[&str]] = &[
    &["guide"],
    &["guide", "--list"],
    &["guide", "pay"],
    &["guide", "sources"],
    &["guide", "degree"],
    &["search", "degree"],
    &["level"],
    &["level", "senior"],
    &["level", "junior", "--compare", "senior"],
    &["skill"],
    &["skill", "sql"],
    &["gap"],
    &["gap", "senior"],
    &["gap", "senior", "--explain"],
    &["target"],
    &["profile"],
    &["profile", "show"],
    &["profile", "path"],
    &["profile", "history"],
    &["assess"],
    &["practice"],
    &["practice", "--due"],
    &["config"],
    &["config", "show"],
    &["config", "show", "--default"],
    &["config", "path"],
    &["config", "check"],
    &["completions", "bash"],
    &["man"],
];

#[test]
fn reading_makes_no_folder_and_no_file() {
    let home = Home::new();
    let reset: &[&str] = &["profile", "reset", "--yes"];
    for command in READING.iter().chain([&reset]) {
        home.prints(command);
        assert_eq!(home.names(""), [""; 0], "after {command:?}");
    }
}

#[test]
fn reading_changes_no_profile() {
    let home = Home::with(SAMPLE);
    for command in READING {
        home.prints(command);
        assert_eq!(home.profile_text(), SAMPLE, "after {command:?}");
        assert_eq!(home.names("data/career-coach"), ["profile.toml"], "after {command:?}");
    }
}

#[test]
fn the_whole_guide_holds_every_section_level_skill_question_and_source() {
    let whole = flat(&Home::new().prints(&["guide"]));
    let section = |id: &str| data(&format!("sections/{id}.toml"));
    let title = |table: &toml::Table, key: &str| table[key].as_str().expect("a text").to_owned();
    let mut titles: Vec<String> = sections().iter().map(|id| title(&section(id), "title")).collect();
    titles.extend(skills().iter().map(|id| skill_text(id, "name")));
    for (file, key) in [("levels", "title"), ("faqs", "question")] {
        let records = data(&format!("{file}.toml"));
        let records = records[file].as_array().expect("an array");
        titles.extend(records.iter().map(|record| title(record.as_table().expect("a table"), key)));
    }
    let sources = data("sources.toml");
    titles.extend(sources.values().map(|source| title(source.as_table().expect("a table"), "title")));
    for title in titles {
        assert!(whole.contains(&flat(&title)), "{title}");
    }
}

#[test]
fn the_contents_list_every_section_and_each_opens() {
    let home = Home::new();
    let contents = home.prints(&["guide", "--list"]);
    for id in sections() {
        assert!(contents.lines().any(|line| line.split_whitespace().next() == Some(&id)), "{id}");
        let title = data(&format!("sections/{id}.toml"));
        let title = title["title"].as_str().expect("a text");
        assert!(flat(&home.prints(&["guide", &id])).starts_with(&flat(title)), "{id}");
    }
}

#[rstest]
#[case(&["guide", "what", "it", "pays"], "What it pays")]
#[case(&["guide", "salary"], "What it pays")]
#[case(&["guide", "WHAT IT PAYS"], "What it pays")]
#[case(&["guide", "sources"], "Sources")]
#[case(&["level", "mid level"], "Mid-level Back-End Developer")]
#[case(&["level", "Team Lead"], "Lead Back-End Developer")]
#[case(&["skill", "postgres"], "Databases and SQL")]
#[case(&["skill", "k8s"], "Containers and orchestration")]
#[case(&["skill", "version", "control"], "Version control with Git")]
#[case(&["gap", "sr"], "Senior Back-End Developer: the gap")]
#[case(&["--guide", "backend", "level"], "Back-End Developer: the ladder")]
fn names_are_forgiving(#[case] command: &[&str], #[case] title: &str) {
    assert_eq!(Home::new().prints(command).lines().next(), Some(title));
}

#[test]
fn figures_stand_with_their_source_and_date() {
    let home = Home::new();
    let pay = flat(&home.prints(&["guide", "pay"]));
    assert!(pay.contains("Source: Himalayas, 2025"), "{pay}");
    let level = flat(&home.prints(&["level", "junior"]));
    assert!(level.contains("$70,000 median, $75,000 average, United States (Himalayas, 2025)"), "{level}");
}

#[test]
fn search_ranks_and_says_how_to_open_each_hit() {
    let home = Home::new();
    let found = home.prints(&["search", "kuberentes"]);
    let lines: Vec<_> = found.lines().collect();
    assert!(lines[0].ends_with("Containers and orchestration"), "{found}");
    assert!(lines[1].ends_with("coach skill containers"), "{found}");
    let found = home.prints(&["search", "do I need a degree?"]);
    assert!(found.lines().nth(1).expect("a hit").ends_with("coach guide degree"), "{found}");
    assert_eq!(home.prints(&["search", "-n", "1", "sql"]).matches("coach ").count(), 1);
}

#[test]
fn a_search_without_a_hit_says_what_to_try() {
    let said = flat(&Home::new().prints(&["search", "qqqqzzzz"]));
    assert!(said.starts_with("Nothing found for “qqqqzzzz”."), "{said}");
}

#[test]
fn a_level_shows_what_the_matrix_asks() {
    let (home, matrix) = (Home::new(), data("matrix.toml"));
    for level in levels() {
        let page = flat(&home.prints(&["level", &level]));
        for (skill, ask) in matrix[&level].as_table().expect("a table") {
            let asked = format!("{} {}", skill_text(skill, "short"), ask["required"]);
            assert!(page.contains(&asked), "{level}: {asked}");
        }
    }
}

#[test]
fn a_comparison_shows_what_is_new_rises_falls_and_goes() {
    let (home, matrix) = (Home::new(), data("matrix.toml"));
    for [from, to] in [["junior", "mid-level"], ["lead", "principal"], ["senior", "junior"]] {
        let page = flat(&home.prints(&["level", from, "--compare", to]));
        for skill in skills() {
            let asked =
                |level: &str| Some(matrix[level].get(&skill)?["required"].as_integer().expect("a number"));
            let (before, after) = (asked(from), asked(to));
            let shown = |rating: Option<i64>| rating.map_or("–".to_owned(), |rating| rating.to_string());
            let row = format!("{} {} → {}", skill_text(&skill, "short"), shown(before), shown(after));
            if before != after {
                assert!(page.contains(&row), "{from} to {to}: {row}");
            }
        }
    }
    let page = flat(&home.prints(&["level", "junior", "--compare", "developer"]));
    for said in ["From Junior Back-End Developer to Back-End Developer", "Median pay $70,000 → $90,000"] {
        assert!(page.contains(said), "{said} in {page}");
    }
    let home = Home::with(SAMPLE);
    let from_target = home.prints(&["level", "--compare", "senior"]);
    assert_eq!(from_target, home.prints(&["level", "developer", "--compare", "senior"]));
    let same = Home::new().prints(&["level", "senior", "--compare", "senior"]);
    assert!(same.contains("Both levels have the same requirements."), "{same}");
}

#[test]
fn a_skill_shows_ones_own_rating() {
    let shown = |home: Home| flat(&home.prints(&["skill", "sql"])).contains("← your rating (claim)");
    assert!(shown(Home::with(SAMPLE)));
    assert!(!shown(Home::new()));
}

#[test]
fn the_gap_at_the_target_can_be_explained() {
    let home = Home::with(SAMPLE);
    let explained = home.prints(&["gap", "--explain"]);
    assert_eq!(explained, home.prints(&["gap", "developer", "--explain"]));
    assert!(
        explained.starts_with(&home.prints(&["gap", "developer"])),
        "the arithmetic stands below the gap"
    );
}

#[rstest]
#[case("bash", "_coach()")]
#[case("zsh", "#compdef coach")]
#[case("fish", "complete -c coach")]
#[case("powershell", "Register-ArgumentCompleter")]
#[case("elvish", "edit:completion:arg-completer[coach]")]
fn completions_know_every_subcommand(#[case] shell: &str, #[case] sign: &str) {
    let script = Home::new().prints(&["completions", shell]);
    assert!(script.contains(sign), "{shell}");
    for command in subcommands() {
        let name = &command[command.len() - 1];
        assert!(script.contains(name), "{shell}: {name}");
    }
    assert!(script.contains("--data-dir") || script.contains("data-dir"), "{shell}");
}

#[test]
fn version_and_help_are_data() {
    let home = Home::new();
    assert_eq!(home.prints(&["--version"]), format!("coach {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(home.prints(&["help", "gap"]), home.prints(&["gap", "--help"]));
}

/// What `coach guide | head` does: the other end of the pipe is gone.
#[test]
fn a_pipe_that_is_closed_is_no_error() {
    let home = Home::new();
    let mut child = home
        .process(&["guide"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("coach starts");
    drop(child.stdout.take());
    let done = child.wait_with_output().expect("coach ends");
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}
