//! Ads of our own writing with the answers beside them: half were used while the reader was made, half were kept aside.

use super::{Ad, AdText, AdTextError, Vocabulary};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    role: bool,
    level: Option<String>,
    years_min: Option<u32>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    unknown: Vec<String>,
    pay: Option<PayKey>,
    #[serde(default)]
    skills: BTreeMap<String, String>,
    #[serde(default)]
    alternatives: Vec<AlternativesKey>,
    #[serde(default)]
    conditions: Vec<ConditionKey>,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
struct PayKey {
    min: Option<u64>,
    max: Option<u64>,
    currency: String,
    period: Option<String>,
}

#[derive(Debug, Deserialize)]
struct AlternativesKey {
    skills: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct ConditionKey {
    kind: String,
    line: usize,
}

/// How often something was found, missed, or found where it isn't.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

#[derive(Debug, Default)]
struct Measured {
    ads: u32,
    skills: Tally,
    need: Tally,
    conditions: Tally,
    languages: Tally,
    role: u32,
    level: u32,
    years: u32,
    pay: u32,
    errors: Vec<String>,
}

fn measure(half: &str) -> Measured {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ads").join(half);
    let library = crate::guide::embedded().expect("the guide");
    let guide = library.guides.first().expect("a guide");
    let vocabulary = Vocabulary::new(&library, guide).expect("the words");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the ads").map(|entry| entry.expect("an ad").path()).collect();
    files.sort();
    let mut measured = Measured::default();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending != "toml")) {
        let key: Key = toml::from_str(&fs::read_to_string(file.with_extension("toml")).expect("its key"))
            .expect("a key");
        let text = AdText::decode(&fs::read(file).expect("the ad")).expect("a text");
        let ad = Ad::read(&text, guide, &vocabulary);
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        compare(&name, &key, &ad, &mut measured);
    }
    measured
}

fn compare(name: &str, key: &Key, ad: &Ad, measured: &mut Measured) {
    measured.ads += 1;
    let mut say = |text: String| measured.errors.push(format!("{name}: {text}"));
    for finding in &ad.findings {
        let passages: Vec<_> = finding
            .passages
            .iter()
            .map(|passage| format!("{}:{} {}", passage.line, passage.column, passage.text))
            .collect();
        let found = finding.need.id();
        match key.skills.get(finding.skill.as_str()) {
            Some(need) => {
                measured.skills.right += 1;
                if need == found {
                    measured.need.right += 1;
                } else {
                    measured.need.wrong += 1;
                    measured.need.missed += 1;
                    say(format!("need of {} is {need}, found {found}: {passages:?}", finding.skill));
                }
            }
            None => {
                measured.skills.wrong += 1;
                measured.need.wrong += 1;
                say(format!("{} ({found}) isn't there: {passages:?}", finding.skill));
            }
        }
    }
    for (skill, need) in &key.skills {
        if ad.findings.iter().all(|finding| finding.skill.as_str() != skill) {
            measured.skills.missed += 1;
            measured.need.missed += 1;
            say(format!("{skill} ({need}) is missed"));
        }
    }
    tally(&mut measured.languages, &ad.languages, &key.languages);
    if ad.languages.iter().collect::<std::collections::BTreeSet<_>>() != key.languages.iter().collect() {
        say(format!("languages {:?}, found {:?}", key.languages, ad.languages));
    }
    let conditions: Vec<_> =
        key.conditions.iter().map(|condition| (condition.kind.clone(), condition.line)).collect();
    let found: Vec<_> =
        ad.conditions.iter().map(|condition| (condition.kind.id().to_owned(), condition.line)).collect();
    tally(&mut measured.conditions, &found, &conditions);
    for other in found.iter().filter(|found| !conditions.contains(found)) {
        say(format!("condition {other:?} isn't there"));
    }
    for other in conditions.iter().filter(|condition| !found.contains(condition)) {
        say(format!("condition {other:?} is missed"));
    }
    let pay = ad.pay.as_ref().map(|pay| PayKey {
        min: pay.min,
        max: pay.max,
        currency: pay.currency.to_owned(),
        period: pay.period.map(|period| period.id().to_owned()),
    });
    if ad.role.is_of_guide == key.role {
        measured.role += 1
    } else {
        say(format!("role: {}", ad.role.why))
    }
    let level = ad.level.as_ref().map(|level| level.as_str().to_owned());
    if level == key.level {
        measured.level += 1
    } else {
        say(format!("level {:?}, found {level:?}", key.level))
    }
    if ad.years_min == key.years_min {
        measured.years += 1
    } else {
        say(format!("years {:?}, found {:?}", key.years_min, ad.years_min))
    }
    if pay == key.pay {
        measured.pay += 1
    } else {
        say(format!("pay {:?}, found {pay:?}", key.pay))
    }
    for group in &key.alternatives {
        let is_found = group.skills.iter().all(|skill| {
            ad.findings.iter().any(|finding| {
                finding.skill.as_str() == skill
                    && group.skills.iter().all(|other| {
                        other == skill || finding.alternatives.iter().any(|found| found.as_str() == other)
                    })
            })
        });
        if !is_found {
            say(format!("alternatives {:?} are missed", group.skills));
        }
    }
    for word in &key.unknown {
        if !ad.unknown.iter().any(|unknown| {
            word.to_lowercase().contains(&unknown.text.to_lowercase())
                || unknown.text.to_lowercase().contains(&word.to_lowercase())
        }) {
            say(format!("unknown {word} is missed"));
        }
    }
}

fn tally<T: PartialEq>(tally: &mut Tally, found: &[T], key: &[T]) {
    tally.right += found.iter().filter(|found| key.contains(found)).count() as u32;
    tally.wrong += found.iter().filter(|found| !key.contains(found)).count() as u32;
    tally.missed += key.iter().filter(|key| !found.contains(key)).count() as u32;
}

/// Prints what is measured: `cargo test --lib figures_of_ads -- --nocapture --ignored`.
#[test]
#[ignore = "prints figures for docs/matching.md"]
fn figures_of_ads() {
    let halves = std::env::var("ADS").unwrap_or_else(|_| "tuned aside".to_owned());
    for half in halves.split(' ') {
        let measured = measure(half);
        let errors = if std::env::var("ERRORS").is_ok() { measured.errors.join("\n") } else { String::new() };
        println!("{errors}\n{half}: {} ads", measured.ads);
        for (name, tally) in [
            ("skills", measured.skills),
            ("skills with their need", measured.need),
            ("conditions with their line", measured.conditions),
            ("languages", measured.languages),
        ] {
            println!("  {name}: P {:.3} R {:.3} {tally:?}", tally.precision(), tally.recall());
        }
        println!(
            "  role {} level {} years {} pay {}",
            measured.role, measured.level, measured.years, measured.pay
        );
    }
}

/// `docs/matching.md` publishes the figures; they may rise.
#[test]
fn ads_are_read_as_well_as_published() {
    for (half, precision, recall, need) in [("tuned", 0.96, 0.94, 0.92), ("aside", 0.94, 0.89, 0.80)] {
        let measured = measure(half);
        let Measured { skills, conditions, .. } = measured;
        let errors = measured.errors.join("\n");
        assert!(skills.precision() >= precision, "{half}: {:.3}\n{errors}", skills.precision());
        assert!(skills.recall() >= recall, "{half}: {:.3}\n{errors}", skills.recall());
        assert!(measured.need.precision() >= need, "{half}: {:.3}\n{errors}", measured.need.precision());
        assert!(conditions.precision() >= 0.8, "{half}: {:.3}\n{errors}", conditions.precision());
        let least = measured.ads - 2;
        for (what, right) in [
            ("role", measured.role),
            ("level", measured.level),
            ("years", measured.years),
            ("pay", measured.pay),
        ] {
            assert!(right >= least, "{half}: {what} of {right} ads\n{errors}");
        }
    }
}

fn read(text: &str) -> Ad {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> Ad {
    let library = crate::guide::embedded().expect("the guide");
    let guide = library.guides.first().expect("a guide");
    let vocabulary = Vocabulary::new(&library, guide).expect("the words");
    Ad::read(&AdText::decode(bytes).expect("a text"), guide, &vocabulary)
}

/// The skills with their needs, as `sql required`.
fn found(text: &str) -> Vec<String> {
    read(text).findings.iter().map(|finding| format!("{} {}", finding.skill, finding.need.id())).collect()
}

#[test]
fn names_with_signs_are_whole_words() {
    for (text, word) in [
        ("You know C++ well.", "C++"),
        ("You know C# and .NET.", "C#"),
        ("You know .NET.", ".NET"),
        ("You know Node.js.", "Node.js"),
        ("You know Go, Rust or R.", "Go"),
    ] {
        let ad = read(&format!("Backend Engineer\n\nRequirements:\n- {text}\n"));
        let finding = ad.findings.first().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(finding.skill.as_str(), "programming-language", "{text}");
        assert_eq!(finding.passages[0].text, word);
    }
    assert_eq!(found("Backend Engineer\n\nRequirements:\n- CI/CD\n"), ["testing required"]);
}

#[test]
fn words_that_mean_something_else_are_no_skills() {
    for text in [
        "You react quickly.",
        "We go the extra mile.",
        "A learning budget of 1,000 euros, and rest days.",
        "Security clearance will be arranged.",
        "We start in Spring 2027.",
        "Express your interest by mail.",
        "You will find no Kubernetes here.",
        "You don't need Java, Python or Go.",
        "Kubernetes is not required.",
    ] {
        let ad = read(&format!("Backend Engineer\n\n{text}\n"));
        assert!(ad.findings.is_empty(), "{text}: {:?}", ad.findings);
    }
}

#[test]
fn a_need_follows_its_heading_and_its_sentence() {
    let text = "Backend Engineer\n\nOur stack: Kafka, Kubernetes\n\nWhat you bring\n- Python\n- PostgreSQL; Redis is a plus\n\nNice to have\n- Terraform\n\nBenefits\n- Kubernetes courses\n";
    assert_eq!(
        found(text),
        [
            "programming-language required",
            "sql required",
            "performance nice",
            "cloud nice",
            "messaging mentioned",
            "containers mentioned"
        ]
    );
}

#[test]
fn a_list_of_names_alone_is_asked_for_and_what_is_taught_is_not() {
    assert_eq!(
        found("Acme is hiring a backend engineer.\n\nGo, Postgres\n"),
        ["programming-language required", "sql required"]
    );
    assert_eq!(found("Backend Engineer\n\nYou'll learn Docker.\n"), ["containers mentioned"]);
}

#[test]
fn years_are_read_in_words_and_in_short() {
    for (text, years) in [
        ("5+ years required.", Some(5)),
        ("At least three years of experience with Java.", Some(3)),
        ("2-4 Jahre Berufserfahrung", Some(2)),
        ("Cinco años de experiencia", Some(5)),
        ("We were founded 12 years ago.", None),
        ("10 Jahre Firmengeschichte", None),
    ] {
        assert_eq!(read(&format!("Backend Engineer\n\n{text}\n")).years_min, years, "{text}");
    }
}

#[test]
fn alternatives_of_two_skills_are_joined() {
    let ad = read("Backend Engineer\n\nRequirements:\n- Kafka or Kubernetes\n- Python, Java or Go\n");
    let of = |skill: &str| ad.findings.iter().find(|finding| finding.skill.as_str() == skill).unwrap();
    assert_eq!(of("messaging").alternatives, [of("containers").skill.clone()]);
    assert!(of("programming-language").alternatives.is_empty());
}

#[test]
fn a_passage_stands_where_it_says() {
    let text = "Backend Engineer\n\n* You know **PostgreSQL**\n<not a tag> & Docker\n";
    let ad = read(text);
    let lines: Vec<&str> = text.lines().collect();
    for passage in ad.findings.iter().flat_map(|finding| &finding.passages) {
        let line: String = lines[passage.line - 1].chars().skip(passage.column - 1).collect();
        assert!(line.starts_with(&passage.text), "{passage:?}");
    }
    assert_eq!(ad.findings.len(), 2);
}

#[test]
fn any_encoding_is_read_and_other_files_are_refused() {
    let text = "Backend-Entwickler für Köln\n\nAnforderungen:\n- Kenntnisse in PostgreSQL\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    let marked = [b"\xef\xbb\xbf".as_slice(), text.replace('\n', "\r\n").as_bytes()].concat();
    for bytes in [text.as_bytes().to_vec(), utf16, big, latin, marked] {
        let ad = read_bytes(&bytes);
        assert_eq!(ad.title, "Backend-Entwickler für Köln");
        assert_eq!(ad.findings.len(), 1);
    }
    assert_eq!(AdText::decode(b" \n"), Err(AdTextError::Empty));
    assert!(matches!(AdText::decode(b"%PDF-1.7"), Err(AdTextError::NotText(_))));
    assert_eq!(AdText::decode(&vec![b'a'; super::LIMIT + 1]), Err(AdTextError::TooLarge));
}

#[test]
fn hostile_text_is_read_without_harm() {
    let deep = "<div>".repeat(20_000) + "<p>PostgreSQL" + &"(".repeat(20_000);
    let long = "Python, ".repeat(60_000);
    let open = "<!-- ".repeat(20_000) + &"&#".repeat(20_000) + &"<a ".repeat(20_000);
    for text in
        [deep, long, open, "|".repeat(300_000), "or ".repeat(200_000), "\u{202e}Kafka\u{200b}".to_owned()]
    {
        let ad = read(&text);
        assert!(ad.title.chars().count() <= super::TITLE);
        let passages = ad.findings.iter().flat_map(|finding| &finding.passages);
        assert!(passages.into_iter().all(|passage| !passage.text.contains('\u{202e}')));
    }
}

#[test]
fn every_word_belongs_to_a_skill_that_exists() {
    let library = crate::guide::embedded().expect("the guide");
    let words: super::words::WordsFile =
        toml::from_str(include_str!("../../data/words/ads.toml")).expect("the words");
    let ids: Vec<&str> = library.skills.iter().map(|skill| skill.id.as_str()).collect();
    for skill in
        words.terms.keys().map(String::as_str).chain(words.ambiguous.iter().map(|word| word.skill.as_str()))
    {
        assert!(skill.is_empty() || ids.contains(&skill), "{skill}");
    }
    let levels: Vec<&str> =
        library.guides.iter().flat_map(|guide| &guide.levels).map(|level| level.id.as_str()).collect();
    for entry in &words.levels {
        assert!(levels.contains(&entry.level.as_str()), "{}", entry.level);
    }
    // A term of two skills would be found for the first one only.
    let mut seen = BTreeMap::new();
    for (skill, terms) in &words.terms {
        for term in terms {
            let keys = super::tokens::keys(term);
            if let Some(other) = seen.insert(keys, skill) {
                assert_eq!(other, skill, "`{term}` means two skills");
            }
        }
    }
}
