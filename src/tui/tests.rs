//! The interface from its keys: what a sequence of keys does to the state, and what each screen then shows.

mod assess;
mod coach;
mod export;
mod filter;
mod find;
mod first_start;
mod footer;
mod hand_over;
mod keys;
mod ladder;
mod looks;
mod maps;
mod memory;
mod mouse;
mod nothing_lost;
mod own_keys;
mod palette;
mod practice;
mod reading;
mod screens;
mod sizes;
mod toolkit;
mod widths;
mod words;

use super::app::{App, Effect};
use super::input::Input;
use super::memory::{Remembered, Unwritten};
use super::theme::Theme;
use super::theme::looks::{ANSI, MONO as MONO_LOOKS};
use super::view;
use crate::guide;
use crate::guide::id::SkillId;
use crate::guide::model::Library;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::ads::{AdState, KeptAd};
use crate::profile::model::{Aim, Profile, Ratings};
use crate::profile::practice::Record;
use crate::session::Session;
use jiff::civil::{Date, date};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use std::sync::LazyLock;

const MONO: Theme = Theme::new(&MONO_LOOKS, false);
const COLOR: Theme = Theme::new(&ANSI, false);
const ASCII: Theme = Theme::new(&MONO_LOOKS, true);

/// The sizes at which every screen is looked at.
const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 18)];

static LIBRARY: LazyLock<Library> = LazyLock::new(|| guide::embedded().expect("the guide is embedded whole"));

fn today() -> Date {
    date(2026, 11, 24)
}

/// The interface with a keyboard and a screen.
struct Harness {
    app: App,
    /// What the app asked for, in order, beside its memory.
    effects: Vec<Effect>,
    /// What earlier runs left, as the shell would read it.
    left: Result<Remembered, String>,
    /// What was written of the memory, in order; nothing of it fails.
    written: Vec<Unwritten>,
    /// The record of practice as its file has it.
    record: Record,
    /// The kept job ads as their files have them, and what is wrong with other files.
    ads: Vec<KeptAd>,
    ad_problems: Vec<String>,
    theme: Theme,
    terminal: Terminal<TestBackend>,
}

impl Harness {
    fn new(profile: Profile) -> Self {
        Self::sized(profile, 80, 24)
    }

    fn sized(profile: Profile, width: u16, height: u16) -> Self {
        Self {
            app: App::new(Session::new(LIBRARY.clone(), 0, profile, today).expect("the first guide")),
            effects: Vec::new(),
            left: Ok(Remembered::default()),
            written: Vec::new(),
            record: Record::default(),
            ads: Vec::new(),
            ad_problems: Vec::new(),
            theme: MONO,
            terminal: Terminal::new(TestBackend::new(width, height)).expect("a screen"),
        }
    }

    fn themed(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    /// Presses keys, named as in the table of bindings and set apart by spaces.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = name.parse().expect(name);
            self.input(Input::Key(key));
            self.draw();
        }
        self
    }

    /// Hands an input to the app, and does what the shell does at once; the other effects are kept.
    fn input(&mut self, input: Input) {
        let effects = self.app.input(input);
        self.take(effects);
    }

    /// Does what the shell does at once; the other effects are kept.
    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::ReadRecord => self.app.record_read(Ok(self.record.clone()), &[]),
                Effect::ReadAds => {
                    let read = (self.ads.clone(), self.ad_problems.clone());
                    self.app.ads_read(Ok(read), &[]);
                }
                Effect::ChangeAds(change) => {
                    change.apply_to(&mut self.ads, today());
                    self.effects.push(Effect::ChangeAds(change));
                }
                Effect::Recall => {
                    let left = self.left.clone();
                    self.effects.extend(self.app.recalled(left));
                }
                Effect::Remember(note) => {
                    self.app.remembered(&note, Ok(true));
                    self.written.push(note);
                }
                effect => self.effects.push(effect),
            }
        }
    }

    /// Types a text, letter by letter.
    fn enter(&mut self, text: &str) -> &mut Self {
        self.input(Input::Paste(text.to_owned()));
        self.draw();
        self
    }

    fn draw(&mut self) {
        let (app, theme) = (&self.app, self.theme);
        self.terminal.draw(|frame| view::draw(app, theme, frame)).expect("drawn");
    }

    /// Gives the screen another size, as a terminal does that is resized.
    fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.input(Input::Resize);
        self.draw();
    }

    /// The rows of the screen as it was drawn last.
    fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        let buffer = self.terminal.backend().buffer();
        buffer.content.chunks(usize::from(buffer.area.width).max(1))
    }

    /// The screen as text, without spaces at the ends of lines.
    fn screen(&mut self) -> String {
        self.draw();
        let lines = self.rows().map(|cells| {
            let line: String = cells.iter().map(Cell::symbol).collect();
            line.trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The last line of the screen.
    fn footer(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().to_owned()
    }

    /// The texts that are shown reversed: what is selected.
    fn selected(&mut self) -> Vec<String> {
        self.draw();
        let buffer = self.terminal.backend().buffer();
        let mut texts: Vec<String> = Vec::new();
        let mut was = false;
        for cell in &buffer.content {
            let is = cell.modifier.contains(Modifier::REVERSED);
            match texts.last_mut() {
                Some(text) if is && was => text.push_str(cell.symbol()),
                _ if is => texts.push(cell.symbol().to_owned()),
                _ => {}
            }
            was = is;
        }
        texts.into_iter().map(|text| text.trim().to_owned()).collect()
    }

    fn rating(&self, skill: &str) -> Option<(u8, Evidence)> {
        let answer = self.app.session.profile().ratings.answer(&id(skill));
        answer.map(|(rating, evidence)| (rating.number(), evidence))
    }
}

fn id(skill: &str) -> SkillId {
    skill.parse().expect("an id")
}

/// A job ad that was kept today.
fn kept_ad(name: &str, state: AdState, text: &str) -> KeptAd {
    let outcome = String::new();
    KeptAd { name: name.to_owned(), state, outcome, kept_on: Some(today()), text: text.to_owned() }
}

fn aiming_at(level: &str) -> Profile {
    let aim = Aim { target: Some(level.parse().expect("an id")), by: None };
    Profile { aim, ..Profile::default() }
}

/// Somebody between Junior and Mid-level, with some answers open.
fn somebody() -> Profile {
    use Evidence::{Claim, Example, Link};
    use Rating::{Assisted, Independent, Studied};
    let ratings: Ratings = [
        ("programming-language", Independent, Link),
        ("frameworks", Independent, Example),
        ("sql", Assisted, Example),
        ("git", Independent, Link),
        ("api-design", Independent, Claim),
        ("testing", Assisted, Claim),
        ("problem-solving", Independent, Example),
        ("containers", Assisted, Claim),
        ("communication", Assisted, Claim),
        ("collaboration", Assisted, Example),
        ("security", Studied, Claim),
    ]
    .into_iter()
    .map(|(skill, rating, evidence)| (id(skill), rating, evidence))
    .collect();
    Profile { ratings, ..aiming_at("mid-level") }
}
