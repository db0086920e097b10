//! Each quirk of the files that people have.

use super::{OLD, faults, meaning, read};
use career_coach::guide::route::Route;
use career_coach::resume::read::{self as reading, Format, ReadError};
use rstest::rstest;

fn dates(text: &str) -> String {
    let found = meaning(text);
    let job = found.resume.work.first().expect("a job");
    format!("{} – {}", job.start.said, job.end.said)
}

#[test]
fn an_old_schema_with_comments_trailing_commas_and_html_is_understood() {
    let found = meaning(OLD);
    assert_eq!(found.format, Format::Json);
    assert_eq!(found.resume.basics.url.text, "https://jo.example.org/");
    assert_eq!(found.resume.work[0].name, "Nord Ltd");
    assert_eq!(
        found.resume.work[0].summary.text,
        "Owned the billing service & its data.\nWrote https://code.example.org/billing in Go."
    );
    assert!(faults(&found).is_empty(), "{:?}", faults(&found));
    assert_eq!(found.levels, ["Languages: Master"]);
    assert_eq!(found.unknown, ["HTML5", "HTML"]);
}

#[test]
fn months_with_two_jobs_count_once_and_what_cannot_count_is_listed() {
    let experience = meaning(OLD).experience;
    // June to September 2016; December or January 2019 to November 2026.
    assert_eq!((experience.least, experience.most, experience.jobs), (4 + 84, 4 + 95, 4));
    let notes: Vec<String> =
        experience.notes.iter().map(|note| format!("{}: {} ({})", note.job, note.why, note.line)).collect();
    assert_eq!(
        notes,
        [
            "Traveller, Back: it ends before it starts: 2025-11-06 to 2025-01-25 (12)",
            "Hire, Soon: it starts in the future: 2031-01 (13)",
            "Somebody, Lost: it has no start (14)",
        ]
    );
    assert!(experience.notes.iter().all(|note| !note.is_counted));
}

#[rstest]
#[case::months("2020-01", "2020-12", 12)]
#[case::one_month("2020-01", "2020-01", 1)]
#[case::an_open_end("2026-01", "", 11)]
#[case::present_in_german("2026-01", "heute", 11)]
#[case::an_end_ahead("2026-01", "2031-05", 11)]
#[case::a_year("2020", "2020", 1)]
#[case::years("2018", "2020", 14)]
#[case::a_day("31.12.2025", "1/2026", 2)]
fn dates_give_the_fewest_months_they_can_mean(#[case] start: &str, #[case] end: &str, #[case] months: u32) {
    let text = format!(r#"{{"work": [{{"name": "A", "startDate": "{start}", "endDate": "{end}"}}]}}"#);
    assert_eq!(meaning(&text).experience.least, months);
}

#[rstest]
#[case::of_work(
    r#"{"experience":[{"title":"Dev","employer":"A","from":"May 2019","to":"now"}]}"#,
    "2019-05 – "
)]
#[case::snake(
    r#"{"work_experience":[{"role":"Dev","company":"A","start_date":2019,"end_date":null}]}"#,
    "2019 – "
)]
#[case::a_range(
    r#"{"jobs":[{"title":"Dev","company":"A","period":"Jan 2016 – 03/2018"}]}"#,
    "2016-01 – 2018-03"
)]
#[case::a_season(r#"{"work":[{"name":"A","startDate":"Fall 2018","endDate":"2020"}]}"#, "2018 – 2020")]
fn keys_and_dates_of_others_become_those_of_json_resume(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(dates(text), expected);
}

#[test]
fn what_is_no_date_is_told_of_and_kept() {
    let text = "{\"work\":[\n{\"name\":\"A\",\"startDate\":\"a while ago\",\"endDate\":[1]}]}";
    let found = meaning(text);
    assert_eq!(
        faults(&found),
        [
            "2: `startDate` is `a while ago`, which is no date; write it like 2020-05",
            "2: `endDate` is a list: it has to be a date such as 2020-05",
        ]
    );
    let kept = read(text).node.to_json();
    assert!(
        kept.contains("\"startDateText\": \"a while ago\"") && kept.contains("\"endDateText\": ["),
        "{kept}"
    );
    assert_eq!(found.experience.notes[0].why, "its start is `a while ago`, which is no date");
}

#[rstest]
#[case::degree(r#"{"studyType":"BSc","area":"Computer Science","endDate":"2015"}"#, Some(Route::Degree))]
#[case::other(r#"{"degree":"MA","field":"history","endDate":"2015"}"#, Some(Route::OtherDegree))]
#[case::open(r#"{"studyType":"BSc","area":"Computer Science","startDate":"2015"}"#, None)]
#[case::no_degree(r#"{"institution":"Some University","area":"Computer Science"}"#, None)]
#[case::bootcamp(r#"{"institution":"A bootcamp","area":"Full stack"}"#, Some(Route::Bootcamp))]
fn education_is_read_as_the_question_about_it_would(#[case] school: &str, #[case] route: Option<Route>) {
    let found = meaning(&format!(r#"{{"education":[{school}]}}"#));
    assert_eq!(found.route().and_then(|school| school.route), route);
    assert_eq!(found.education[0].why.is_empty(), route.is_some());
}

#[test]
fn a_school_that_says_too_little_leaves_the_question_open() {
    let found =
        meaning(r#"{"education":[{"institution":"Some University","area":"Law"},{"studyType":"Bootcamp"}]}"#);
    assert_eq!(found.education[1].route, Some(Route::Bootcamp));
    assert_eq!(found.route(), None);
}

#[test]
fn links_are_offered_once_with_the_skill_that_the_file_names_and_never_the_employer() {
    let found = meaning(OLD);
    let links: Vec<_> =
        found.links.iter().map(|link| (link.url.as_str(), link.what.as_str(), link.line)).collect();
    assert_eq!(
        links,
        [
            ("https://code.example.org/billing", "Lead developer, Nord Ltd", 7),
            ("https://jo.example.org/", "own page", 3),
        ]
    );
    assert_eq!(found.links[0].skill.as_ref().map(|id| id.as_str()), Some("programming-language"));
}

#[test]
fn skills_are_asked_by_the_latest_job_then_by_how_often() {
    let found = meaning(OLD);
    let asked: Vec<_> = found.to_ask.iter().map(|skill| (skill.skill.as_str(), skill.count)).collect();
    assert_eq!(asked[0], ("programming-language", 3));
    assert!(asked.contains(&("sql", 1)) && asked.contains(&("testing", 2)), "{asked:?}");
    let sql = found.to_ask.iter().find(|skill| skill.skill.as_str() == "sql").expect("named");
    assert_eq!((sql.passages[0].line, sql.passages[0].word.as_str()), (8, "PostgreSQL"));
    let last = asked.last().expect("some");
    assert!(found.to_ask.iter().rev().take_while(|skill| skill.latest.is_none()).count() <= 1, "{last:?}");
}

#[rstest]
#[case::positions(
    "Company Name,Title,Description,Location,Started On,Finished On\r\nA,Dev,\"Wrote, in Go\",Here,Jan 2020,Mar 2020\r\n",
    "Dev, A"
)]
#[case::with_semicolons("Company Name;Title;Started On\nA;Dev;2020-01\n", "Dev, A")]
fn positions_of_linkedin_are_jobs(#[case] text: &str, #[case] title: &str) {
    let found = meaning(text);
    assert_eq!((found.format, found.resume.work[0].title().as_str()), (Format::LinkedIn, title));
    assert_eq!(found.resume.work[0].line, 2);
}

#[test]
fn other_files_of_linkedin_are_read_and_joined() {
    let profile = read("First Name,Last Name,Headline,Geo Location\nJo,Placeholder,Developer,Mustertal\n");
    let skills = read("Name\nPostgreSQL\nTeam leadership\n");
    let languages = read("Name,Proficiency\nGerman,NATIVE_OR_BILINGUAL\n");
    let schools =
        read("School Name,Start Date,End Date,Notes,Degree Name,Activities\nU,2010,2013,,BSc,Chess\n");
    let all = reading::joined(vec![profile, skills, languages, schools]).expect("files");
    let json = all.node.to_json();
    for part in [
        "\"Jo Placeholder\"",
        "\"label\": \"Developer\"",
        "\"Team leadership\"",
        "\"fluency\"",
        "\"activities\": \"Chess\"",
    ] {
        assert!(json.contains(part), "{part}: {json}");
    }
}

#[test]
fn rendercv_is_read_with_sections_of_its_own() {
    let text = "cv:\n  name: Jo Placeholder\n  social_networks:\n    - {network: GitHub, username: jo}\n  sections:\n    summary: [\"Builds services.\"]\n    experience:\n      - { company: A, position: Developer, start_date: 2020-05, end_date: present, highlights: [\"Wrote the billing job\"] }\n      - { company: B, position: Trainee, date: Fall 2018 }\n    skills:\n      - { label: Databases, details: \"PostgreSQL, Redis (basic, once)\" }\n    odds and ends:\n      - bullet: Chess\ndesign: {theme: classic}\n";
    let found = meaning(text);
    assert_eq!(found.format, Format::Rendercv);
    assert_eq!(found.resume.basics.summary.text, "Builds services.");
    assert_eq!(found.experience.notes[0].why, "it has one date, `Fall 2018`, which is no length");
    let words: Vec<_> = found.resume.skills[0].keywords.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(words, ["PostgreSQL", "Redis (basic, once)"]);
    assert_eq!(faults(&found), ["13: the section `odds and ends` is kept as it is; coach doesn't use it"]);
    let json = read(text).node.to_json();
    assert!(json.contains("\"theme\": \"classic\"") && json.contains("\"bullet\": \"Chess\""), "{json}");
}

#[rstest]
#[case::markdown(
    "# Me\n\n| Skill | Level Before | Level Now | Evidence |\n|---|:--|---|---|\n| SQL | 4/10 | 7/10 | https://example.org/pull/1 |\n| | x | | |\n| Docker | | | told a colleague |\n"
)]
#[case::csv(
    "Skill,Level Before,Level Now,Evidence\nSQL,4/10,7/10,https://example.org/pull/1\n,x,,\nDocker,,,told a colleague\n"
)]
#[case::tsv(
    "\nSkill\tLevel Before\tLevel Now\tEvidence\nSQL\t4/10\t7/10\thttps://example.org/pull/1\n\tx\t\t\nDocker\t\t\ttold a colleague\n"
)]
fn a_table_of_skills_is_no_rating(#[case] text: &str) {
    let found = meaning(text);
    assert_eq!(found.format, Format::SelfAssessment);
    assert_eq!(found.levels, ["SQL: 7/10"]);
    assert_eq!(found.links[0].skill.as_ref().map(|id| id.as_str()), Some("sql"));
    let said = faults(&found);
    assert!(said[0].ends_with("this row names no skill"), "{said:?}");
    assert!(said[1].contains("`told a colleague` is no web address"), "{said:?}");
}

#[rstest]
#[case::with_a_mark("\u{feff}{\"name\":\"Zoë\",\r\n\"skills\":\"Git, SQL\"}")]
#[case::a_contact("{\"contact\":{\"name\":\"Zoë\"},\"skills\":[\"Git\",\"SQL\"]}")]
#[case::groups("{\"basics\":{\"full_name\":\"Zoë\"},\"technologies\":{\"tools\":[\"Git\",\"SQL\"]}}")]
fn other_shapes_of_a_person_and_their_skills(#[case] text: &str) {
    let found = meaning(text);
    assert_eq!(
        (found.resume.basics.name.as_str(), &found.stack[..]),
        ("Zoë", &["Git".to_owned(), "SQL".to_owned()][..])
    );
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(reading::read(&utf16).expect("a résumé").node, read(text).node);
}

#[test]
fn what_is_written_twice_is_told_of_and_the_last_one_counts() {
    let found = meaning("{\"basics\":{\"name\":\"A\",\n\"name\":\"B\"}}");
    assert_eq!(found.resume.basics.name, "B");
    assert_eq!(faults(&found), ["1: `name` is written a second time on line 2; that one counts"]);
}

#[rstest]
#[case::empty("", ReadError::Empty)]
#[case::blank(" \n", ReadError::Empty)]
#[case::another_json("{\"a\": 1}", ReadError::Unknown)]
#[case::a_list("[1]", ReadError::Unknown)]
#[case::a_letter("Dear Sir or Madam", ReadError::Unknown)]
#[case::another_table("| a | b |\n|---|---|\n| 1 | 2 |\n", ReadError::Unknown)]
fn what_is_no_resume_is_refused(#[case] text: &str, #[case] error: ReadError) {
    assert_eq!(reading::read(text.as_bytes()), Err(error));
}

#[test]
fn what_is_broken_or_hostile_is_refused_with_its_line() {
    let said = |text: &str| reading::read(text.as_bytes()).map(|_| ()).expect_err("broken").to_string();
    assert!(
        said("{\n\"work\": [}").starts_with("line 2: this is no valid JSON"),
        "{}",
        said("{\n\"work\": [}")
    );
    assert!(said(&"[".repeat(200_000)).contains("this is no valid JSON"));
    assert!(said("cv:\n  name: [\n").starts_with("line "));
    assert!(said(&format!("{{\"work\":[{}]}}", "0,".repeat(120_000))).contains("more than 100000 values"));
    let large = reading::read(&vec![b' '; 1024 * 1024 + 1]);
    assert_eq!(large, Err(ReadError::TooLarge));
}
