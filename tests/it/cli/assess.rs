//! `coach assess`: questions on a plain terminal, answered line by line.

use crate::support::{Home, SAMPLE, data, flat, skill_text, skills};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Stdio};

fn ratings(home: &Home) -> Value {
    home.json(&["profile"])["ratings"].clone()
}

/// The questions' titles, in order: each says which of how many it is.
fn titles(output: &str) -> Vec<&str> {
    let is_title = |line: &&str| {
        let place = line.strip_suffix(')').and_then(|line| line.rsplit_once('(')).map(|(_, place)| place);
        place.and_then(|place| place.split_once(" of ")).is_some_and(|(_, of)| of.parse::<u8>().is_ok())
    };
    output.lines().filter(is_title).collect()
}

fn title(skill: &str, place: usize, of: usize) -> String {
    format!("{} ({place} of {of})", skill_text(skill, "name"))
}

#[test]
fn every_answer_is_saved_with_its_evidence() {
    let home = Home::new();
    home.answers(&["assess", "sql", "git", "testing", "docker"], "3\nl\n2\n\nassisted\nexample\n0\n");
    let found = ratings(&home);
    let answer = |skill: &str| (found[skill]["rating"].as_u64(), found[skill]["evidence"].as_str());
    assert_eq!(answer("sql"), (Some(3), Some("link")));
    assert_eq!(answer("git"), (Some(2), Some("claim")), "Enter is a claim");
    assert_eq!(answer("testing"), (Some(2), Some("example")), "words are as good as numbers");
    assert_eq!(answer("containers"), (Some(0), Some("claim")), "a 0 needs no evidence");
}

#[test]
fn a_question_shows_every_anchor_and_ones_own_answer() {
    let home = Home::with(SAMPLE);
    let said = home.answers(&["assess", "postgres"], "q\n");
    assert_eq!(titles(&said), [title("sql", 1, 1)]);
    let said = flat(&said);
    for anchor in data("../../skills/sql.toml")["anchors"].as_table().expect("a table").values() {
        let anchor = anchor.as_str().expect("a text").replace('*', "");
        assert!(said.contains(&anchor), "{anchor}");
    }
    assert!(said.contains("(your rating, claim)"), "{said}");
}

#[test]
fn stopped_at_once_it_changes_nothing() {
    for input in ["q\n", "quit\n", "Q\n", ""] {
        let home = Home::new();
        let said = home.answers(&["assess"], input);
        assert!(said.contains("0 of 25 skills rated."), "{said}");
        assert_eq!(home.names(""), [""; 0]);
    }
}

#[test]
fn skip_leaves_a_skill_without_a_rating() {
    let home = Home::new();
    home.answers(&["assess", "sql", "git"], "s\n3\nl\n");
    assert_eq!(ratings(&home).as_object().expect("ratings").keys().collect::<Vec<_>>(), ["git"]);
    home.answers(&["assess", "sql", "docker"], "SKIP\n2\ne\n");
    assert_eq!(ratings(&home)["sql"], Value::Null);
}

#[test]
fn back_asks_the_question_before_again() {
    let home = Home::new();
    let said = home.answers(&["assess", "sql", "git"], "2\nc\nb\n4\nl\n3\nc\n");
    let (sql, git) = (title("sql", 1, 2), title("git", 2, 2));
    assert_eq!(titles(&said), [&sql, &git, &sql, &git]);
    assert!(said.contains("(your rating, claim)"), "the answer so far is marked");
    assert_eq!((&ratings(&home)["sql"]["rating"], &ratings(&home)["git"]["rating"]), (&4.into(), &3.into()));
}

#[test]
fn back_at_the_first_question_stays_there() {
    let said = Home::new().answers(&["assess", "sql", "git"], "b\nback\nq\n");
    assert_eq!(titles(&said), [title("sql", 1, 2), title("sql", 1, 2), title("sql", 1, 2)]);
}

#[test]
fn an_answer_that_makes_no_sense_is_asked_again() {
    let home = Home::new();
    let said = home.answers(&["assess", "sql"], "9\nwell\n\n3\nmaybe\nl\n");
    assert!(said.contains("`9` is not a rating") && said.contains("`well` is not a rating"), "{said}");
    assert!(said.contains("Type c, e or l, or press Enter for a claim."), "{said}");
    assert_eq!(ratings(&home)["sql"]["evidence"], "link");
}

#[test]
fn input_that_ends_before_the_evidence_keeps_the_rating() {
    let home = Home::new();
    let said = home.answers(&["assess", "sql", "git"], "3\n");
    assert_eq!(ratings(&home)["sql"]["evidence"], "claim");
    assert!(!said.contains("(2 of 2)"), "{said}");
}

#[test]
fn a_last_line_without_an_end_and_lines_of_windows_count() {
    let home = Home::new();
    home.answers(&["assess", "sql", "git"], "3\r\nl\r\n2\r\ne");
    assert_eq!(ratings(&home)["sql"]["evidence"], "link");
    assert_eq!(ratings(&home)["git"]["evidence"], "example");
}

#[test]
fn it_stops_and_goes_on_later_until_all_is_rated() {
    let home = Home::new();
    let first = home.answers(&["assess"], &("3\nl\n".repeat(3) + "q\n"));
    assert!(first.contains("25 questions.") && first.contains("3 of 25 skills rated."), "{first}");
    let later = home.answers(&["assess"], "q\n");
    assert!(later.contains("22 questions."), "{later}");
    let fourth = titles(&first)[3].replace("(4 of 25)", "(1 of 22)");
    assert_eq!(titles(&later), [fourth], "it goes on where it stopped");
    let rest = home.answers(&["assess"], &"2\ne\n".repeat(22));
    assert!(rest.contains("25 of 25 skills rated."), "{rest}");
    assert_eq!(ratings(&home).as_object().expect("ratings").len(), skills().len());
    let done = home.prints(&["assess"]);
    assert!(done.contains("Every skill is rated.") && done.contains("coach gap"), "{done}");
    let again = home.answers(&["assess", "--all"], "q\n");
    assert!(again.contains("25 questions."), "{again}");
}

#[test]
fn the_skills_of_the_target_come_first() {
    let home = Home::new();
    home.prints(&["target", "junior"]);
    let said = home.answers(&["assess"], &"s\n".repeat(25));
    let (order, matrix) = (titles(&said), data("matrix.toml"));
    let junior = matrix["junior"].as_table().expect("a table").keys();
    let first: Vec<_> = junior.zip(1..).map(|(skill, n)| title(skill, n, 25)).collect();
    assert_eq!(order.len(), 25);
    assert_eq!(order[..first.len()], first);
}

#[test]
fn at_the_end_it_says_where_one_stands_and_how_to_go_on() {
    let home = Home::with(SAMPLE);
    let said = home.answers(&["assess"], "q\n");
    let said = flat(&said);
    for words in ["17 of 25 skills rated.", "(self-reported)", "coach gap", "coach assess asks"] {
        assert!(said.contains(words), "{words} in {said}");
    }
}

/// A conversation with a running `coach assess`.
struct Talk {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Talk {
    fn start(home: &Home, arguments: &[&str]) -> Self {
        let mut child = home
            .process(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("coach starts");
        let out = BufReader::new(child.stdout.take().expect("an output"));
        Self { child, out }
    }

    /// Reads up to the next prompt, which has to come before the input does.
    fn prompt(&mut self) {
        let mut text = Vec::new();
        self.out.read_until(b'q', &mut text).expect("text");
        while !text.ends_with(b"s, b, q") {
            assert!(self.out.read_until(b'q', &mut text).expect("text") > 0, "no prompt came");
        }
    }

    fn say(&mut self, line: &str) {
        let input = self.child.stdin.as_mut().expect("an input");
        writeln!(input, "{line}").expect("coach listens");
    }

    /// What it says on standard error until it ends.
    fn end(mut self) -> String {
        drop(self.child.stdin.take());
        self.out.read_to_end(&mut Vec::new()).expect("text");
        let done = self.child.wait_with_output().expect("coach ends");
        assert_eq!(done.status.code(), Some(0));
        String::from_utf8(done.stderr).expect("UTF-8")
    }
}

#[test]
fn prompts_and_saves_come_at_once_not_at_the_end() {
    let home = Home::new();
    let mut talk = Talk::start(&home, &["assess", "sql", "git"]);
    talk.prompt();
    talk.say("0");
    talk.prompt();
    assert_eq!(ratings(&home)["sql"]["rating"], 0, "saved before the next question");
    assert_eq!(talk.end(), "");
}

#[test]
fn two_at_once_lose_nothing() {
    let home = Home::new();
    let mut one = Talk::start(&home, &["assess", "sql", "testing"]);
    let mut other = Talk::start(&home, &["assess", "git", "docker"]);
    for talk in [&mut one, &mut other] {
        talk.prompt();
    }
    for talk in [&mut one, &mut other] {
        talk.say("0");
        talk.prompt();
    }
    home.prints(&["target", "senior"]);
    for talk in [&mut one, &mut other] {
        talk.say("0");
    }
    assert_eq!((one.end(), other.end()), (String::new(), String::new()));
    let person = home.json(&["profile"]);
    assert_eq!(person["ratings"].as_object().expect("ratings").len(), 4);
    assert_eq!(person["target"], "senior");
}

#[test]
fn a_profile_damaged_meanwhile_is_set_aside_with_a_notice() {
    let home = Home::new();
    home.prints(&["rate", "testing=3"]);
    let mut talk = Talk::start(&home, &["assess", "sql", "git"]);
    talk.prompt();
    fs::write(home.profile(), "[ratings.testing\n").expect("the profile can be written");
    talk.say("0");
    let said = talk.end();
    let kept = home.path("data/career-coach/profile.unreadable-1.toml");
    assert_eq!(fs::read_to_string(kept).expect("it is kept"), "[ratings.testing\n");
    assert!(said.contains("profile.unreadable-1.toml"), "the user has to hear of it: {said:?}");
}

#[test]
fn a_quick_check_asks_on_and_says_between_which_levels() {
    let home = Home::new();
    home.prints(&["target", "mid-level"]);
    let said = home.answers(&["assess", "--quick"], &"3:link\n".repeat(10));
    assert!(said.contains("(question 10, at most"), "{said}");
    assert_eq!(home.json(&["gap"])["rated"], 10);
    let said = flat(&said);
    assert!(
        said.contains("Still possible, if you can prove it:") && said.contains("10 of 25 skills rated."),
        "{said}"
    );
}

/// How many answers are left at most is told with each question, and never rises.
#[test]
fn a_quick_check_says_how_many_answers_are_left_at_most() {
    let home = Home::new();
    let said = home.answers(&["assess", "--quick"], &"2:example\n".repeat(25));
    let left: Vec<u32> = said
        .split("at most ")
        .skip(1)
        .map(|rest| rest.split(' ').next().expect("a word").parse().unwrap_or(1))
        .collect();
    assert!(left.len() > 5, "{said}");
    assert!(left.is_sorted_by(|a, b| a > b), "each answer is one fewer: {left:?}");
    assert!(flat(&said).contains("Your level is known"), "{said}");
}

#[test]
fn examples_of_each_sentence_are_shown_on_request() {
    let said = Home::new().answers(&["assess", "git"], "x\nq\n");
    assert!(flat(&said).contains("A merged pull request in an open-source project."), "{said}");
}

#[test]
fn no_estimate_before_six_answers() {
    let said = Home::new().answers(&["assess", "--quick"], &"0\n".repeat(5));
    assert!(!said.contains("Estimate:") && !said.contains("First impression:"), "{said}");
    assert!(flat(&said).contains("Answer 1 more question for a first impression."), "{said}");
}

#[test]
fn a_quick_check_passes_over_what_is_left_open_and_goes_back() {
    let home = Home::new();
    let said = home.answers(&["assess", "--quick"], "s\n3:link\nb\n2:link\nq\n");
    assert!(said.contains("(question 2, at most"), "{said}");
    let rated = home.json(&["profile"])["ratings"].as_object().expect("ratings").clone();
    assert_eq!(rated.len(), 1, "{rated:?}");
    assert_eq!(rated.values().next().expect("one")["rating"], 2, "asked again after going back");
}

#[test]
fn enter_keeps_what_stands_and_the_same_number_keeps_its_evidence() {
    let home = Home::with(
        "[ratings]\nsql = { rating = 3, evidence = \"link\" }\ngit = { rating = 2, evidence = \"example\" }\n",
    );
    let said = home.answers(&["assess", "sql", "git"], "\n2\n\n");
    assert!(said.contains("Enter keeps 3 link") && said.contains("[e]"), "{said}");
    let found = ratings(&home);
    assert_eq!((&found["sql"]["rating"], &found["sql"]["evidence"]), (&3.into(), &"link".into()));
    assert_eq!((&found["git"]["rating"], &found["git"]["evidence"]), (&2.into(), &"example".into()));
}

#[test]
fn the_quick_check_says_when_an_estimate_stands() {
    let said = Home::new().answers(&["assess", "--quick"], &"3\n\n".repeat(20));
    assert!(flat(&said).contains("Estimate: ") && flat(&said).contains("more exact"), "{said}");
}
