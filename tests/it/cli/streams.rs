//! The standard streams: nothing that steers a terminal passes, `-` means them, and a full disk behind one loses nothing.

use crate::support::{Home, SAMPLE, flat};
use rstest::rstest;

/// Characters that steer a terminal or change how text reads, among them every kind that the program knows.
const UNSAFE: &str = "\u{1b}]0;t\u{7}\u{9b}31m\u{85}\u{7f}\u{200b}\u{200e}\u{202a}\u{202e}\u{2028}\u{2060}\u{2066}\u{61c}\u{feff}";

fn is_unsafe(c: char) -> bool {
    (c.is_control() && c != '\n') || (!c.is_ascii() && UNSAFE.contains(c))
}

/// A profile with such characters in everything that a person may write.
fn spoiled() -> Home {
    let text: String = UNSAFE.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    Home::with(&format!(
        "target = \"junior\"\n[about]\nname = \"a{text}b\"\n\"k{text}\" = \"v{text}\"\neducation = \"bootcamp {text}\"\nyears = \"{text}\"\n\
         [[proofs]]\nid = \"p\"\ntitle = \"t{text}\"\nreferee = \"r{text}\"\nstory = \"s{text}\"\nurl = \"https://example.org/{text}\"\n\
         [ratings]\nsql = {{ rating = 2, proofs = [\"p\", \"q{text}\"], note = \"n{text}\" }}\n\
         git = {{ rating = 2, evidence = \"e{text}\" }}\n\"x{text}\" = {{ rating = 1 }}\n\
         [[history]]\non = \"2026-01-02\"\nskill = \"h{text}\"\nrating = 2\n"
    ))
}

fn outputs(home: &Home, arguments: &[&str]) -> [String; 2] {
    let done = home.coach(arguments).output().expect("coach runs");
    [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[track_caller]
fn is_safe(home: &Home, arguments: &[&str]) {
    for text in outputs(home, arguments) {
        assert!(!text.contains(is_unsafe), "{arguments:?}: {text:?}");
    }
}

#[test]
fn what_a_profile_says_steers_nothing() {
    let home = spoiled();
    for command in [
        &["profile"][..],
        &["profile", "history"],
        &["profile", "check"],
        &["profile", "path"],
        &["readiness"],
        &["readiness", "--evidence"],
        &["readiness", "--set", "education=bootcamp, \u{202e}twelve\u{9b} weeks\u{200b}"],
        &["gap"],
        &["plan"],
        &["skill", "sql"],
        &["target"],
        &["what-if", "git=3"],
        &["export", "report"],
        &["export", "plan"],
        &["rate", "testing=2:link", "--proof", "a\u{202e}b\u{9b}c\u{200b}d"],
    ] {
        is_safe(&home, command);
        is_safe(&home, &[command, &["--json"]].concat());
    }
}

#[test]
fn colour_lets_nothing_but_colour_pass() {
    let home = spoiled();
    for command in [&["profile"][..], &["readiness", "--evidence"], &["profile", "check"]] {
        let [out, _] = outputs(&home, &[command, &["--color", "always"]].concat());
        let styles = out.split('\u{1b}').skip(1);
        for style in styles {
            let parameters =
                style.strip_prefix('[').and_then(|rest| rest.split_once('m')).map(|(first, _)| first);
            assert!(
                parameters.is_some_and(|first| first.chars().all(|c| c.is_ascii_digit() || c == ';')),
                "{style:?}"
            );
        }
        assert!(!out.contains(|c| is_unsafe(c) && c != '\u{1b}'), "{out:?}");
    }
}

#[test]
fn json_keeps_what_it_escapes() {
    let home = spoiled();
    let name = home.prints_with_notice(&["profile", "--json"]).0;
    let person: serde_json::Value = serde_json::from_str(&name).expect("JSON");
    assert_eq!(person["about"]["name"], format!("a{UNSAFE}b"));
}

#[test]
fn an_export_in_a_file_steers_nothing() {
    let home = spoiled();
    for kind in ["report", "plan"] {
        outputs(&home, &["export", kind, "--to", "out.md", "--force"]);
        let text = std::fs::read_to_string(home.path("out.md")).expect("written");
        assert!(!text.contains(is_unsafe), "{text:?}");
    }
}

#[rstest]
#[case::command(&["ga\u{202e}p\u{9b}\u{1b}[31m"])]
#[case::option(&["gap", "--x\u{202e}\u{9b}\u{200b}"])]
#[case::colour(&["gap", "--color", "\u{9b}31m\u{202e}"])]
#[case::number(&["search", "-n", "\u{9b}\u{202e}1", "sql"])]
#[case::hours(&["plan", "--hours-per-week", "7\u{202e}\u{85}"])]
#[case::shell(&["completions", "\u{200b}bash\u{1b}"])]
#[case::skill(&["skill", "sq\u{202e}q\u{9b}zzz"])]
#[case::level(&["gap", "jun\u{200b}ior\u{9b}x"])]
#[case::guide(&["--guide", "\u{9b}\u{202e}", "gap"])]
#[case::rating(&["rate", "sql=\u{202e}\u{9b}3"])]
#[case::day(&["plan", "senior", "--by", "\u{202e}\u{9b}"])]
#[case::answer(&["readiness", "--set", "years=\u{202e}\u{9b}"])]
#[case::key(&["readiness", "--set", "\u{202e}\u{9b}=1"])]
fn an_error_quotes_nothing_that_steers(#[case] command: &[&str]) {
    let home = Home::new();
    for color in ["never", "always"] {
        let command = [command, &["--color", color]].concat();
        let done = home.coach(&command).assert().code(2).stdout("");
        let said = String::from_utf8(done.get_output().stderr.clone()).expect("UTF-8");
        assert!(!said.is_empty());
        let plain = if color == "always" { said.replace("\u{1b}[", "") } else { said.clone() };
        assert!(!plain.contains(is_unsafe), "{command:?}: {said:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_path_steers_nothing() {
    let home = Home::new();
    let folder = format!("d{UNSAFE}");
    let option = ["--data-dir", folder.as_str()];
    for command in [
        &["profile", "path"][..],
        &["rate", "git=2"],
        &["profile"],
        &["export", "plan", "--level", "junior", "--to", "a\u{202e}\u{9b}.md"],
        &["export", "plan", "--level", "junior", "--to", "a\u{202e}\u{9b}.md"],
        &["export", "plan", "--level", "junior", "--to", "no\u{202e}\u{9b}/a.md"],
        &["profile", "check"],
        &["profile", "reset", "--yes"],
        &["profile", "check"],
    ] {
        is_safe(&home, &[command, &option].concat());
        is_safe(&home, &[command, &option, &["--json"]].concat());
    }
}

#[test]
fn a_dash_reads_the_question_from_standard_input() {
    let home = Home::new();
    let typed = home.prints(&["search", "do I need\na degree"]);
    assert_eq!(home.answers(&["search", "-"], "do I need\n a degree\n"), typed);
    let found: serde_json::Value =
        serde_json::from_str(&home.answers(&["search", "-", "--json"], "degree\n")).expect("JSON");
    assert_eq!(found["query"], "degree");
    let said = home.fails(2, &["search", "-"]);
    assert!(said.contains("say what to look for"), "{said}");
}

#[test]
fn a_dash_prints_an_export() {
    let home = Home::with(SAMPLE);
    assert_eq!(home.prints(&["export", "plan", "--to", "-"]), home.prints(&["export", "plan"]));
    assert_eq!(home.prints(&["export", "plan", "--to", "-", "--force"]), home.prints(&["export", "plan"]));
    assert_eq!(home.names(""), ["data"], "and makes no file of that name");
}

#[cfg(target_os = "linux")]
#[rstest]
#[case::rate(&["rate", "git=3"], "your change is saved, but the result could not be printed")]
#[case::rate_as_json(&["rate", "git=3", "--json"], "your change is saved, but the result could not be printed")]
#[case::target(&["target", "senior"], "your change is saved, but")]
#[case::answer(&["readiness", "--set", "years=3"], "your change is saved, but")]
#[case::export(&["export", "plan", "--level", "junior", "--to", "plan.md"], "the file is written, but")]
#[case::reset(&["profile", "reset", "--yes"], "your old profile is kept under another name, but")]
#[case::reading(&["gap"], "coach: the disk is full")]
fn a_full_disk_behind_the_answer_loses_nothing_and_says_what_was_done(
    #[case] command: &[&str],
    #[case] sentence: &str,
) {
    use std::fs::File;
    let home = Home::with(SAMPLE);
    let full = File::options().write(true).open("/dev/full").expect("a full device");
    let done = home.process(command).stdout(full).output().expect("coach runs");
    let said = String::from_utf8(done.stderr).expect("UTF-8");
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(flat(&said).contains(sentence), "{said}");
    if command[0] == "rate" {
        assert_eq!(home.json(&["profile"])["ratings"]["git"]["rating"], 3);
    }
}

/// Nobody has to know the messages and numbers of their system.
#[rstest]
#[case::an_ad(&["match", "none.md"], "can't read none.md: there is no such file")]
#[case::a_file_to_import(&["import", "none.json"], "there is no such file")]
#[case::a_folder(&["export", "plan", "--level", "junior", "--to", "none/plan.md"], "there is no folder none")]
fn what_is_wrong_with_a_file_is_said_in_plain_words(#[case] command: &[&str], #[case] words: &str) {
    let done = Home::with(SAMPLE).process(command).output().expect("coach runs");
    let said = String::from_utf8(done.stderr).expect("UTF-8");
    assert!(flat(&said).contains(words) && !said.contains("os error"), "{said}");
    assert_ne!(done.status.code(), Some(0), "{said}");
}
