//! Ads of our own writing with the answers beside them: half were used while the reader was made, half were kept aside.

use super::{Ad, AdText, ConditionKind, Need, Vocabulary};
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
    let mut files: Vec<_> = fs::read_dir(folder).expect("the ads").map(|entry| entry.expect("an ad").path()).collect();
    files.sort();
    let mut measured = Measured::default();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending != "toml")) {
        let key: Key = toml::from_str(&fs::read_to_string(file.with_extension("toml")).expect("its key")).expect("a key");
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
        let passages: Vec<_> =
            finding.passages.iter().map(|passage| format!("{}:{} {}", passage.line, passage.column, passage.text)).collect();
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
    let conditions: Vec<_> = key.conditions.iter().map(|condition| (condition.kind.clone(), condition.line)).collect();
    let found: Vec<_> = ad.conditions.iter().map(|condition| (condition.kind.id().to_owned(), condition.line)).collect();
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
    if ad.role.is_of_guide == key.role { measured.role += 1 } else { say(format!("role: {}", ad.role.why)) }
    let level = ad.level.as_ref().map(|level| level.as_str().to_owned());
    if level == key.level { measured.level += 1 } else { say(format!("level {:?}, found {level:?}", key.level)) }
    if ad.years_min == key.years_min { measured.years += 1 } else { say(format!("years {:?}, found {:?}", key.years_min, ad.years_min)) }
    if pay == key.pay { measured.pay += 1 } else { say(format!("pay {:?}, found {pay:?}", key.pay)) }
    for group in &key.alternatives {
        let is_found = group.skills.iter().all(|skill| {
            ad.findings.iter().any(|finding| {
                finding.skill.as_str() == skill
                    && group.skills.iter().all(|other| other == skill || finding.alternatives.iter().any(|found| found.as_str() == other))
            })
        });
        if !is_found {
            say(format!("alternatives {:?} are missed", group.skills));
        }
    }
    for word in &key.unknown {
        if !ad.unknown.iter().any(|unknown| word.to_lowercase().contains(&unknown.text.to_lowercase()) || unknown.text.to_lowercase().contains(&word.to_lowercase())) {
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
        println!("  role {} level {} years {} pay {}", measured.role, measured.level, measured.years, measured.pay);
    }
}
