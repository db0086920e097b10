//! What tests share: the guide, ids and ratings, people, and a user's home with the command in it.

use assert_cmd::Command;
use career_coach::guide::id::SkillId;
use career_coach::guide::model::{Guide, Level, Library};
use career_coach::guide::scale::Rating;
use career_coach::guide::{embedded, load};
use jiff::civil::{Date, date};
use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs, process};
use tempfile::TempDir;

/// The day that all tests without a clock take for today.
pub const TODAY: Date = date(2026, 11, 24);

static LIBRARY: LazyLock<Library> = LazyLock::new(|| embedded().expect("embedded whole"));

/// The guides that the program embeds.
pub fn library() -> &'static Library {
    &LIBRARY
}

/// The guide that the program opens with.
pub fn guide() -> &'static Guide {
    &LIBRARY.guides[0]
}

/// A level of a guide.
pub fn level<'a>(guide: &'a Guide, id: &str) -> &'a Level {
    guide.level(&id.parse().expect("an id")).expect("a level of the guide")
}

/// A small sound guide to change, read from `tests/broken/base`.
pub fn small_library() -> Library {
    static SMALL: LazyLock<Library> = LazyLock::new(|| {
        let files = load::read(&in_project("tests/broken/base")).expect("the folder can be read");
        load::library(&files).expect("a sound guide")
    });
    SMALL.clone()
}

/// A file of the project, wherever the tests are started.
pub fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn skill(name: &str) -> SkillId {
    name.parse().expect("an id")
}

pub fn rating(number: u8) -> Rating {
    Rating::from_number(number.into()).expect("0 to 5")
}

/// The same cases on every machine and in every run, and no file of failures.
pub fn cases(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A profile with answers of every kind: links, examples, claims, a 0 and skills without a rating.
pub const SAMPLE: &str = r#"schema = 1
guide = "back-end-developer"
target = "developer"

[ratings]
programming-language = { rating = 3, evidence = "link" }
frameworks = { rating = 3, evidence = "example" }
sql = { rating = 3, evidence = "claim" }
git = { rating = 4, evidence = "link" }
api-design = { rating = 2, evidence = "claim" }
testing = { rating = 2, evidence = "example" }
security = { rating = 1, evidence = "claim" }
problem-solving = { rating = 3, evidence = "example" }
attention-to-detail = { rating = 3, evidence = "claim" }
communication = { rating = 2, evidence = "example" }
collaboration = { rating = 3, evidence = "link" }
learning = { rating = 3, evidence = "claim" }
prioritisation = { rating = 2, evidence = "claim" }
containers = { rating = 2, evidence = "link" }
performance = { rating = 1, evidence = "example" }
messaging = { rating = 0, evidence = "claim" }
mentoring = { rating = 1, evidence = "claim" }
"#;

/// The sample, aiming for Mid-level with six hours a week.
pub fn planner() -> String {
    let aim = "target = \"mid-level\"\n\n[about]\nhours-per-week = 6\n";
    SAMPLE.replace("target = \"developer\"\n", aim)
}

/// A home directory with nothing in it but what the test puts there.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// A home whose profile says this.
    pub fn with(profile: &str) -> Self {
        let home = Self::new();
        let file = home.profile();
        fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
        fs::write(file, profile).expect("the profile can be written");
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn profile(&self) -> PathBuf {
        self.path("data/career-coach/profile.toml")
    }

    pub fn profile_text(&self) -> String {
        fs::read_to_string(self.profile()).expect("a profile")
    }

    /// What a command prints where a terminal has so many columns.
    pub fn prints_at(&self, columns: usize, arguments: &[&str]) -> String {
        let done = self.coach(arguments).env("COLUMNS", columns.to_string()).assert().code(0).stderr("");
        String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
    }

    /// The names of what a folder of this home holds, in order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("the folder can be read");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a name");
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("an entry"))).collect();
        names.sort();
        names
    }

    /// The command in this home, with none of the variables of whoever runs the tests.
    pub fn process(&self, arguments: &[&str]) -> process::Command {
        let mut command = process::Command::new(env!("CARGO_BIN_EXE_coach"));
        command.env_clear().env("HOME", self.folder.path()).env("XDG_DATA_HOME", self.path("data"));
        // Windows starts no program without it.
        command.envs(env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    /// The same, to be checked, with nothing on its input.
    pub fn coach(&self, arguments: &[&str]) -> Command {
        let mut command = Command::from_std(self.process(arguments));
        command.write_stdin("");
        command
    }

    /// What a command prints that succeeds without a word on standard error.
    pub fn prints(&self, arguments: &[&str]) -> String {
        self.answers(arguments, "")
    }

    /// The same with something on its input.
    pub fn answers(&self, arguments: &[&str], input: &str) -> String {
        let done = self.coach(arguments).write_stdin(input).assert().code(0).stderr("");
        String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
    }

    /// What a command prints that succeeds, and what it says on standard error.
    pub fn prints_with_notice(&self, arguments: &[&str]) -> (String, String) {
        let done = self.coach(arguments).assert().code(0);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        (text(&done.get_output().stdout), text(&done.get_output().stderr))
    }

    /// What a command says on standard error that fails with a code and prints no data.
    pub fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let done = self.coach(arguments).assert().code(code).stdout("");
        String::from_utf8(done.get_output().stderr.clone()).expect("UTF-8")
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let text = self.prints(&[arguments, &["--json"]].concat());
        serde_json::from_str(&text).expect("JSON")
    }
}

/// The ids that the guide has of something, from its files: the truth that the program is compared with.
pub fn ids(folder: &str) -> Vec<String> {
    let folder = in_project("data").join(folder);
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let stem = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    let mut ids: Vec<_> = entries.map(|entry| stem(entry.expect("an entry").path())).collect();
    ids.sort();
    ids
}

pub fn skills() -> Vec<String> {
    ids("skills")
}

pub fn sections() -> Vec<String> {
    ids("guides/back-end-developer/sections")
}

/// A file of the guide, read as TOML.
pub fn data(file: &str) -> toml::Table {
    let folder = in_project("data/guides/back-end-developer");
    let text = fs::read_to_string(folder.join(file)).expect("the file can be read");
    text.parse().expect("TOML")
}

/// What the data calls a skill: under `name` whole, under `short` where there is little room.
pub fn skill_text(id: &str, key: &str) -> String {
    data(&format!("../../skills/{id}.toml"))[key].as_str().expect("a text").to_owned()
}

/// A text on one line, so that wrapping doesn't matter.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The levels, from the lowest up.
pub fn levels() -> Vec<String> {
    let levels = data("levels.toml");
    let levels = levels["levels"].as_array().expect("an array");
    levels.iter().map(|level| level["id"].as_str().expect("an id").to_owned()).collect()
}

/// Every subcommand with its own subcommands, as `coach help` lists them.
pub fn subcommands() -> Vec<Vec<String>> {
    fn listed(home: &Home, command: &[String]) -> Vec<String> {
        let words: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
        let help = home.prints(&words);
        let list = help.split_once("\nCommands:\n").map_or("", |(_, list)| list);
        let entries = list.lines().take_while(|line| !line.is_empty());
        let names = entries.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        let names = names.filter_map(|line| line.split_whitespace().next());
        names.filter(|name| *name != "help").map(str::to_owned).collect()
    }
    let home = Home::new();
    let mut all = Vec::new();
    for name in listed(&home, &[]) {
        all.push(vec![name.clone()]);
        let inner = listed(&home, &all[all.len() - 1].clone());
        all.extend(inner.into_iter().map(|inner| vec![name.clone(), inner]));
    }
    all
}
