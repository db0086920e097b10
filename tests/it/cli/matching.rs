//! A job ad against the ratings, and the ads that are kept.

use crate::support::{Home, SAMPLE, flat};
use std::fs;

const AD: &str = "Senior Back-End Engineer\n\nAbout us\nOur platform runs on Kubernetes.\n\nRequirements\n- 5+ years of professional experience\n- Python, Java or Go\n- PostgreSQL\n- Kafka\n\nNice to have\n- Terraform\n\nA degree is not required. You are on call one week in six.\nEUR 70,000 – 90,000 per year\n";

/// A home with a profile and an ad in the file `ad.txt`.
fn home() -> (Home, String) {
    let home = Home::with(SAMPLE);
    let file = home.path("ad.txt");
    fs::write(&file, AD).expect("written");
    let file = file.to_str().expect("a path").to_owned();
    (home, file)
}

#[test]
fn an_ad_is_read_against_the_ratings() {
    let (home, file) = home();
    let said = flat(&home.prints(&["match", &file]));
    assert!(said.contains("You match"), "{said}");
    assert!(said.contains("Level: Senior · 5 years or more · 70,000 to 90,000 EUR a year"), "{said}");
    assert!(said.contains("Mentioned, not asked of you: Kubernetes (line 4)."), "{said}");
    assert!(said.contains("Being on call: “You are on call one week in six” (line 15)"), "{said}");
    assert!(!said.contains("degree"), "{said}");
}

/// In the headline as in the row of the skill.
#[test]
fn a_claim_has_one_name_on_the_page() {
    let home = Home::with("schema = 1\n[ratings.sql]\nrating = 5\nevidence = \"claim\"\n");
    let file = home.path("ad.txt");
    fs::write(&file, AD).expect("written");
    let said = flat(&home.prints(&["match", file.to_str().expect("a path")]));
    assert!(
        said.contains("1 not proved yet") && said.contains("5 claim not proved yet PostgreSQL"),
        "{said}"
    );
}

#[test]
fn programs_get_what_the_ad_says_and_how_it_fits() {
    let (home, file) = home();
    let found = home.json(&["match", &file]);
    assert_eq!(found["schema"], 2);
    assert_eq!(found["role"]["guide"], true);
    assert_eq!((&found["level"], &found["reads_like"]), (&"senior".into(), &"senior".into()));
    assert_eq!(found["years_min"], 5);
    let pay = &found["pay"];
    assert_eq!((&pay["min"], &pay["max"]), (&70_000.into(), &90_000.into()));
    assert_eq!((&pay["currency"], &pay["period"]), (&"EUR".into(), &"year".into()));
    let findings = found["findings"].as_array().expect("findings");
    let skills: Vec<_> = findings
        .iter()
        .map(|finding| {
            format!("{} {}", finding["skill"].as_str().unwrap(), finding["need"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        skills,
        [
            "programming-language required",
            "sql required",
            "messaging required",
            "cloud nice",
            "containers mentioned"
        ]
    );
    let lines: Vec<&str> = AD.lines().collect();
    for passage in findings.iter().flat_map(|finding| finding["passages"].as_array().expect("passages")) {
        let line = usize::try_from(passage["line"].as_u64().expect("a line")).expect("small");
        let column = usize::try_from(passage["column"].as_u64().expect("a column")).expect("small");
        let rest: String = lines[line - 1].chars().skip(column - 1).collect();
        assert!(rest.starts_with(passage["text"].as_str().expect("a text")), "{passage}");
    }
    let (low, high) = (&found["range"]["low"], &found["range"]["high"]);
    assert!(low.as_u64() <= high.as_u64() && high.as_u64() <= Some(100), "{low} {high}");
    let conditions = found["conditions"].as_array().expect("conditions");
    assert_eq!(conditions.len(), 1);
    assert_eq!((&conditions[0]["kind"], &conditions[0]["line"]), (&"on-call".into(), &15.into()));
}

#[test]
fn standard_input_is_an_ad_too() {
    let (home, file) = home();
    let piped = home.answers(&["match", "-"], AD);
    assert_eq!(piped, home.prints(&["match", &file]));
}

#[test]
fn what_is_no_ad_is_refused_with_a_reason() {
    let home = Home::with(SAMPLE);
    let file = |name: &str, bytes: &[u8]| {
        fs::write(home.path(name), bytes).expect("written");
        home.path(name).to_str().expect("a path").to_owned()
    };
    for (name, bytes, reason) in [
        ("empty", &b"  \n"[..], "the ad is empty"),
        ("a.pdf", b"%PDF-1.7 ...", "a PDF"),
        ("large", &vec![b'a'; (1 << 20) + 1], "larger than 1 MiB"),
    ] {
        let said = home.fails(1, &["match", &file(name, bytes)]);
        assert!(said.contains(name) && said.contains(reason), "{said}");
    }
    assert!(home.fails(1, &["match", "nowhere.txt"]).contains("can't read nowhere.txt"));
    assert!(home.fails(2, &["match", home.path("").to_str().expect("a path")]).contains("is a folder"));
    assert!(home.fails(2, &["match"]).contains("FILE"));
}

#[test]
fn nothing_in_an_ad_steers_the_terminal() {
    let home = Home::with(SAMPLE);
    let file = home.path("evil.txt");
    let ad = "Backend \u{1b}[31mEngineer\u{202e}\n\nRequirements:\n- Post\u{200b}greSQL \u{9b}2J and \u{1b}]0;x\u{7}Kafka\n";
    fs::write(&file, ad).expect("written");
    let file = file.to_str().expect("a path");
    for arguments in [&["match", file][..], &["match", file, "--json"], &["match", file, "--plain"]] {
        let said = home.prints(arguments);
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}']), "{said:?}");
    }
    assert!(home.prints(&["match", file]).contains("PostgreSQL"));
}

#[test]
fn ads_are_kept_listed_and_moved_on() {
    let (home, file) = home();
    assert!(flat(&home.prints(&["ads"])).contains("You have kept no job ad yet"));
    assert!(flat(&home.prints(&["match", &file, "--keep", "Acme, Berlin"])).contains("Kept as acme-berlin"));
    let other = home.path("other.txt");
    fs::write(&other, "Backend Engineer\n\nRequirements:\n- Kafka\n- Java\n").expect("written");
    let other = other.to_str().expect("a path");
    assert!(home.fails(1, &["match", other, "--keep", "acme berlin"]).contains("choose another name"));
    home.prints(&["match", other, "--keep", "globex"]);
    let listed = flat(&home.prints(&["ads"]));
    assert!(listed.contains("acme-berlin") && listed.contains("2 of 2 open ads"), "{listed}");
    assert_eq!(home.prints(&["ads", "globex"]), home.prints(&["match", other]));
    let said = home.prints(&["ads", "acme-berlin", "--state", "closed", "--outcome", "they never wrote"]);
    assert_eq!(flat(&said), "acme-berlin: closed (they never wrote)");
    let json = home.json(&["ads"]);
    assert_eq!(json["ads"][0]["state"], "closed");
    assert_eq!(json["ads"][0]["outcome"], "they never wrote");
    assert_eq!(json["demand"].as_array().map(Vec::len), Some(0), "a closed ad asks for nothing any more");
    assert!(home.fails(2, &["ads", "globex", "--state", "hired"]).contains("found, applied"));
    assert!(home.fails(1, &["ads", "initech"]).contains("acme-berlin, globex"));
    assert_eq!(home.profile_text(), SAMPLE, "no rating changes");
}
