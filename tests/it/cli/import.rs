//! `coach import` from outside: it shows, asks, and keeps nothing without a yes.

use crate::resume::OLD;
use crate::support::{Home, flat};
use std::fs;

fn home(profile: Option<&str>) -> Home {
    let home = profile.map_or_else(Home::new, Home::with);
    fs::write(home.path("cv.json"), OLD).expect("written");
    home
}

fn kept(home: &Home) -> Option<String> {
    fs::read_to_string(home.path("data/career-coach/resume.json")).ok()
}

#[test]
fn what_it_understood_is_a_page_that_ends_with_a_question() {
    let home = home(None);
    let said = home.answers(&["import", "cv.json"], "no\n");
    assert!(said.ends_with("Keep this? [yes/no] Nothing was kept.\n"), "{said}");
    let said = flat(&said);
    for part in [
        "Years of work",
        "Traveller, Back: it ends before it starts: 2025-11-06 to 2025-01-25; not counted (line 12)",
        "BSc, Computer Science, Mustertal University: counts as degree",
        "such as “Languages: Master”. They measure something else than ratings",
        "Skills to rate first",
        "No rating changes.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!((kept(&home), home.profile().exists()), (None, false));
}

#[test]
fn nothing_is_kept_without_a_yes() {
    for input in ["", "\n", "maybe\n"] {
        let home = home(None);
        assert!(home.answers(&["import", "cv.json"], input).ends_with("Nothing was kept.\n"));
        assert_eq!((kept(&home), home.profile().exists()), (None, false));
    }
}

#[test]
fn a_yes_keeps_the_resume_the_answers_and_the_links_but_no_rating() {
    for (arguments, input) in [(&["import", "cv.json"][..], "yes\n"), (&["import", "cv.json", "--yes"], "")] {
        let home = home(None);
        home.answers(arguments, input);
        assert!(kept(&home).expect("kept").contains("\"shoeSize\": 43.5"));
        let profile = home.profile_text();
        for part in ["years = ", "education = \"BSc, Computer Science\"", "url = \"https://jo.example.org/\""]
        {
            assert!(profile.contains(part), "{part}: {profile}");
        }
        assert!(!profile.contains("rating"), "{profile}");
        // The same again changes nothing.
        home.answers(&["import", "cv.json", "--yes"], "");
        assert_eq!(home.profile_text(), profile);
        assert_eq!(home.names("data/career-coach").iter().filter(|name| name.contains("before")).count(), 0);
    }
}

#[test]
fn an_answer_that_is_there_stays_and_no_rating_or_evidence_changes() {
    let profile = "[about]\nyears = 3\n[ratings]\nsql = { rating = 2, evidence = \"claim\" }\n";
    let home = home(Some(profile));
    let said = flat(&home.answers(&["import", "cv.json", "--yes"], ""));
    assert!(said.contains("Your answer about years of work stays: 3. The file says: 7."), "{said}");
    let text = home.profile_text();
    assert!(
        text.contains("years = 3\n") && text.contains("sql = { rating = 2, evidence = \"claim\" }"),
        "{text}"
    );
}

#[test]
fn a_resume_that_is_replaced_is_kept_beside_it() {
    let home = home(None);
    home.answers(&["import", "cv.json", "--yes"], "");
    let old = kept(&home).expect("kept");
    for (nth, name) in ["One", "Two"].iter().enumerate() {
        fs::write(home.path("new.json"), format!("{{\"name\": \"{name}\", \"skills\": [\"Git\"]}}"))
            .expect("written");
        let said = flat(&home.answers(&["import", "new.json", "--yes"], ""));
        let aside = format!("resume.before-import-{}.json", nth + 1);
        assert!(said.contains(&aside) && said.contains("basics: "), "{said}");
        assert!(home.path(&format!("data/career-coach/{aside}")).exists());
    }
    let first = fs::read_to_string(home.path("data/career-coach/resume.before-import-1.json"));
    assert_eq!(first.expect("kept"), old);
}

#[test]
fn standard_input_needs_yes_to_be_kept() {
    let home = home(None);
    let done = home.coach(&["import", "-"]).write_stdin(OLD).assert().code(0);
    let said = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    assert_eq!(said, "coach: to keep what comes from standard input, add --yes\n");
    assert_eq!(kept(&home), None);
    home.answers(&["import", "-", "--yes"], OLD);
    assert!(kept(&home).is_some());
}

#[test]
fn programs_read_what_was_understood() {
    let home = home(None);
    let found = home.json(&["import", "cv.json"]);
    assert_eq!(found["format"], "json");
    assert_eq!(found["kept"], serde_json::Value::Null);
    assert_eq!(found["work"]["jobs"], 4);
    assert_eq!(found["education"][0]["route"], "degree");
    assert_eq!(found["answers"][1]["key"], "education");
    assert_eq!(kept(&home), None);
    let found = home.json(&["import", "cv.json", "--yes"]);
    assert!(found["kept"].as_str().expect("a file").ends_with("resume.json"));
}

#[test]
fn a_folder_of_linkedin_is_one_file() {
    let home = Home::new();
    let folder = home.path("export");
    fs::create_dir(&folder).expect("a folder");
    for (name, text) in [
        (
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nA,Dev,Go,Here,Jan 2020,\n",
        ),
        ("Skills.csv", "Name\nPostgreSQL\n"),
        ("messages.csv", "FROM,TO,CONTENT\na,b,c\n"),
    ] {
        fs::write(folder.join(name), text).expect("written");
    }
    let found = home.json(&["import", "export"]);
    assert_eq!((&found["format"], &found["work"]["jobs"]), (&"linkedin".into(), &1.into()));
    assert_eq!(found["stack"][0], "PostgreSQL");
    fs::remove_dir_all(&folder).expect("removed");
    fs::create_dir(&folder).expect("a folder");
    assert!(home.fails(2, &["import", "export"]).contains("no CSV file in it that LinkedIn exports"));
}

#[test]
fn what_cannot_be_read_is_said_and_changes_nothing() {
    let home = home(None);
    fs::write(home.path("broken.json"), "{\n \"work\": [}").expect("written");
    fs::write(home.path("other.txt"), "Dear all").expect("written");
    assert!(
        home.fails(1, &["import", "broken.json", "--yes"])
            .contains("broken.json: line 2: this is no valid JSON")
    );
    assert!(home.fails(1, &["import", "other.txt"]).contains("in no format that coach reads"));
    assert!(home.fails(2, &["import", "nowhere.json"]).contains("can't read nowhere.json"));
    assert_eq!(kept(&home), None);
}

#[test]
fn hostile_text_reaches_no_terminal() {
    let home = Home::new();
    let text = "{\"work\":[{\"name\":\"A\\u001b[31m\\u202eB\",\"startDate\":\"x\\u0007\"}]}";
    fs::write(home.path("cv.json"), text).expect("written");
    let said = home.answers(&["import", "cv.json", "--yes"], "");
    assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{said:?}");
    let page = home.prints_with_notice(&["export", "resume"]).0;
    assert!(!page.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{page:?}");
    let json = home.prints(&["export", "resume", "--json"]);
    assert!(json.contains("\\u001b") && json.contains("\\u202e") && !json.contains('\u{202e}'), "{json:?}");
}

#[test]
fn what_is_exported_has_everything_that_was_imported() {
    let home = home(None);
    home.answers(&["import", "cv.json", "--yes"], "");
    let exported = home.json(&["export", "resume"]);
    let kept: serde_json::Value = serde_json::from_str(&kept(&home).expect("kept")).expect("JSON");
    assert_eq!(exported, kept);
    home.coach(&["export", "cover-letter", "--json"]).assert().code(2);
    home.coach(&["export", "plan", "--check"]).assert().code(2);
    let weak = flat(&home.prints(&["export", "resume", "--check"]));
    assert!(weak.contains("On the résumé, but not rated above 0"), "{weak}");
    home.coach(&["export", "resume", "--to", "cv.md"]).assert().code(0);
    assert!(fs::read_to_string(home.path("cv.md")).expect("written").starts_with("# Jo Placeholder\n"));
}

#[test]
fn plain_mode_is_lines_of_words() {
    let home = home(Some("[ratings]\nsql = { rating = 2, evidence = \"example\" }\n"));
    for (arguments, input) in [
        (&["import", "cv.json", "--plain"][..], "\n"),
        (&["import", "cv.json", "--plain", "--yes"], ""),
        (&["export", "resume", "--check", "--plain"], ""),
        (&["readiness", "--evidence", "--plain"], ""),
    ] {
        let text = home.answers(arguments, input);
        for line in text.lines() {
            let is_address = line.contains("://") || line.contains('/');
            assert!(!line.starts_with(' ') && !line.ends_with(' ') && !line.contains("  "), "{line:?}");
            assert!(is_address || !line.contains(['•', '–', '“', '…', '`']), "{line:?}");
        }
        assert!(!text.contains("\n\n\n"), "{text}");
    }
}
