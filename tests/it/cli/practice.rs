//! `coach practice`: questions on a plain terminal, answered line by line, and the record that is kept of them.

use crate::support::{Home, SAMPLE, flat, library, skill};
use career_coach::guide::model::InterviewQuestion;
use career_coach::profile::practice::Record;
use serde_json::{Value, json};
use std::fs;

/// The questions about a skill.
fn questions(id: &str) -> &'static [InterviewQuestion] {
    &library().skill(&skill(id)).expect("a skill").questions
}

fn question_id(id: &str, nth: usize) -> String {
    questions(id)[nth].id(&skill(id)).to_string()
}

/// A line of the record: an answer about SQL that made the first points of five.
fn line(on: &str, nth: usize, sure: u8, made: u8) -> String {
    let made: Vec<u8> = (1..=made).collect();
    let id = question_id("sql", nth);
    json!({"on": on, "question": id, "skill": "sql", "sure": sure, "made": made, "of": 5}).to_string()
}

fn record_file(home: &Home) -> std::path::PathBuf {
    home.path("data/career-coach/practice.jsonl")
}

fn record(home: &Home) -> Record {
    Record::of(&fs::read_to_string(record_file(home)).expect("a record"))
}

/// A home whose record of practice holds these lines.
fn practised(lines: &[String]) -> Home {
    let home = Home::with(SAMPLE);
    fs::write(record_file(&home), lines.join("\n") + "\n").expect("written");
    home
}

#[test]
fn a_question_shows_its_points_after_the_answer_and_is_kept() {
    let home = Home::with(SAMPLE);
    let said = flat(&home.answers(&["practice", "--skill", "postgres"], "80\n\n1 3\nq\n"));
    let [attempt] = &record(&home).attempts[..] else { panic!("one answer") };
    assert_eq!((attempt.skill.as_str(), attempt.sure.percent(), attempt.made()), ("sql", 80, &[1, 3][..]));
    let question = questions("sql").iter().find(|question| question.id(&attempt.skill) == attempt.question);
    let question = question.expect("a question of the guide");
    let place = |text: &str| said.find(&flat(text)).unwrap_or_else(|| panic!("{text}: {said}"));
    let order =
        [&question.ask, &question.points[0], &question.points[1], &question.follow_up, &question.tells];
    assert!(order.map(|text| place(text)).is_sorted(), "{said}");
    assert!(place("Answer aloud or in notes, then press Enter:") < place(&question.points[0]));
    assert!(
        said.contains("2 of 5 points: not yet right") && said.contains("It comes again tomorrow ("),
        "{said}"
    );
    assert!(said.contains("This round: 0 of 1 right; you were 80 % sure on average."), "{said}");
    assert!(said.contains("matches your results (1 so far)"), "{said}");
    assert_eq!(home.profile_text(), SAMPLE, "no rating changes");
}

#[test]
fn what_was_answered_is_kept_wherever_it_ends() {
    for (input, kept) in [
        ("", 0),
        ("q\n", 0),
        ("90\n", 0),
        ("90\nq\n", 0),
        ("90\n\n", 0),
        ("90\n\nq\n", 0),
        ("90\n\nall\n", 1),
        ("90 %\nnotes of mine\nall\nQ\n", 1),
        ("s\n50\n\nnone\nquit\n", 1),
        ("50\n\n1,2\n100\n\na\n60\n", 2),
    ] {
        let home = Home::with(SAMPLE);
        home.answers(&["practice"], input);
        let found = if record_file(&home).exists() { record(&home).attempts.len() } else { 0 };
        assert_eq!(found, kept, "{input:?}");
    }
}

#[test]
fn what_cannot_be_understood_is_asked_again() {
    let home = Home::new();
    let said = home.answers(&["practice", "--skill", "git"], "30\nvery\n\n70\n\n9\n1 x\n\n2\n");
    assert!(said.matches("How sure are you").count() >= 4, "{said}");
    assert!(said.contains("a number from 50"), "{said}");
    assert_eq!(said.matches("Which points did you make?").count(), 4, "{said}");
    assert_eq!(record(&home).attempts[0].made(), [2]);
}

#[test]
fn the_must_haves_of_the_target_come_first_and_what_is_due_before_them() {
    let fresh = Home::with(SAMPLE).answers(&["practice"], "s\n");
    assert!(fresh.contains("10 new questions."), "{fresh}");
    let must_haves: Vec<_> = Home::with(SAMPLE).json(&["gap", "developer"])["levels"][0]["must_haves"]
        .as_array()
        .expect("an array")
        .iter()
        .map(|floor| {
            library().skill(&skill(floor["skill"].as_str().expect("an id"))).expect("a skill").name.clone()
        })
        .collect();
    assert!(must_haves.iter().any(|name| fresh.contains(&format!("{name} (1 of 10)"))), "{fresh}");
    let home = practised(&[line("2020-01-01", 4, 80, 5), line("2020-02-01", 3, 80, 5)]);
    let said = flat(&home.answers(&["practice"], "s\nq\n"));
    assert!(said.contains("10 questions: 2 due, 8 new."), "{said}");
    let place = |nth: usize| said.find(&flat(&questions("sql")[nth].ask)).expect("asked");
    assert!(place(4) < place(3), "the most overdue first");
}

#[test]
fn a_scope_holds_what_it_names_and_names_are_forgiving() {
    let home = Home::with(SAMPLE);
    let junior = home.json(&["practice", "--level", "Junior"]);
    let all = home.json(&["practice"]);
    assert_eq!(all["new"], 125);
    assert!(junior["new"].as_u64() < all["new"].as_u64() && junior["new"].as_u64() > Some(0));
    let sql = home.json(&["practice", "--skill", "PostgreSQL", "--due"]);
    assert_eq!((&sql["skill"], &sql["new"], &sql["level"]), (&json!("sql"), &json!(5), &Value::Null));
    for arguments in [["practice", "--skill", "sqll"], ["practice", "--level", "senoir"]] {
        let said = home.fails(2, &arguments);
        assert!(said.contains("the closest names are"), "{said}");
    }
    assert!(!record_file(&home).exists());
}

#[test]
fn what_is_due_is_listed_for_people_and_for_programs() {
    let home = practised(&[line("2020-01-01", 0, 90, 0), line("2020-01-01", 1, 90, 5)]);
    let said = flat(&home.prints(&["practice", "--due"]));
    assert!(said.contains("2 due today, 123 new"), "{said}");
    assert!(said.contains(&flat(&questions("sql")[0].ask)), "{said}");
    let found = home.json(&["practice"]);
    assert_eq!((&found["answers"], &found["due"], &found["later"]), (&json!(2), &json!(2), &json!(0)));
    let due: Vec<_> =
        found["questions"].as_array().expect("an array").iter().map(|card| &card["due"]).collect();
    assert_eq!(
        due,
        ["2020-01-02", "2020-01-09"],
        "after no point a day, after all of them and certain eight"
    );
    assert_eq!(found["questions"][0]["id"], json!(question_id("sql", 0)));
    assert_eq!(found["calibration"]["altogether"], Value::Null);
    let none = flat(&Home::new().prints(&["practice", "--due"]));
    assert!(none.contains("0 due today"), "{none}");
}

#[test]
fn how_sure_stands_against_how_right_from_five_answers_on() {
    let answers = |count: usize| -> Vec<String> {
        (0..count)
            .map(|i| line("2020-01-01", i % 5, if i == 0 { 50 } else { 90 }, if i == 0 { 5 } else { 1 }))
            .collect()
    };
    let four = practised(&answers(4));
    assert_eq!(four.json(&["practice"])["calibration"]["altogether"], Value::Null);
    assert!(!four.prints(&["readiness"]).contains("Practice:"));
    let five = practised(&answers(5));
    // (50 + 4 × 90) / 5; one of five right; (0.25 + 4 × 0.81) / 5.
    let expected = json!({"answers": 5, "sure": 82, "right": 20, "brier": 0.698, "lean": "too-sure"});
    let found = five.json(&["practice"]);
    assert_eq!(found["calibration"]["altogether"], expected);
    assert_eq!(found["calibration"]["categories"][0]["figures"], expected);
    assert_eq!(found["calibration"]["categories"][1]["figures"], Value::Null);
    assert!(five.prints(&["readiness"]).contains("Practice: 82 % sure, 20 % right, on 5 answers."));
    let said = flat(&five.prints(&["practice", "--due"]));
    assert!(said.contains("0.698") && said.contains("surer than you are right"), "{said}");
}

#[test]
fn a_line_that_cannot_be_understood_costs_itself_alone_and_is_told() {
    let cut = line("2020-01-01", 1, 80, 3)[..30].to_owned();
    let home = practised(&[line("2020-01-01", 0, 80, 3), "\u{1b}[31m".to_owned(), cut.clone()]);
    // What a crash has cut off has no line end.
    let torn = fs::read_to_string(record_file(&home)).expect("a record");
    fs::write(record_file(&home), torn.trim_end()).expect("written");
    let done = home.coach(&["practice"]).write_stdin("80\n\nall\nq\n").assert().code(0);
    let said = String::from_utf8(done.get_output().stderr.clone()).expect("UTF-8");
    assert_eq!(
        said,
        "coach: line 2 of practice.jsonl and one more can't be understood and are passed over\n"
    );
    let kept = record(&home);
    assert_eq!((kept.attempts.len(), kept.passed_over), (2, vec![2, 3]), "nothing is written over");
}

#[test]
fn a_record_that_is_none_stops_practice_before_the_first_question() {
    let home = Home::with(SAMPLE);
    fs::create_dir(record_file(&home)).expect("made");
    let done = home.coach(&["practice"]).write_stdin("80\n\nall\n").assert().code(1).stdout("");
    let said = String::from_utf8(done.get_output().stderr.clone()).expect("UTF-8");
    assert!(said.contains("practice.jsonl") && said.contains("folder"), "{said}");
    let (out, said) = home.prints_with_notice(&["readiness"]);
    assert!(out.contains("Portfolio") && said.contains("practice.jsonl"), "{said}");
}

#[test]
fn plain_mode_says_lines_of_words_and_ends_its_prompts() {
    let said = Home::with(SAMPLE).answers(&["practice", "--skill", "git", "--plain"], "80\n\n1\nq\n");
    let lines: Vec<_> = said.lines().collect();
    for start in
        ["Question 1 of 5: ", "How sure are you", "Answer aloud", "1: ", "Which points", "Then asked: "]
    {
        assert!(lines.iter().any(|line| line.starts_with(start)), "{start}: {said}");
    }
    assert!(!said.contains(|c| matches!(c, '\u{2500}'..='\u{28ff}' | '·' | '•')), "{said}");
}

#[test]
fn a_story_of_ones_own_stands_beside_the_points() {
    let profile = "schema = 1\n[ratings.sql]\nrating = 3\nevidence = \"example\"\nproofs = [\"report\"]\n\n[[proofs]]\nid = \"report\"\ntitle = \"The slow report\"\nstory = { situation = \"It took nine minutes.\", action = \"I added an index.\", result = \"Two seconds.\" }\n";
    let home = Home::with(profile);
    let said = flat(&home.answers(&["practice", "--skill", "sql"], "80\n\n1\nq\n"));
    assert!(
        said.contains(
            "A story of yours: The slow report. It took nine minutes. I added an index. Two seconds."
        ),
        "{said}"
    );
}
