//! The terminal itself: events in, frames and saves out. The terminal is given back whole however the program ends.

mod ads;
mod browser;
mod clipboard;
mod exporting;
mod guard;
mod output;
mod recording;
mod remembering;
mod repeat;
mod saving;
#[cfg(unix)]
mod signals;
mod terminal;
mod unsaved;

pub use terminal::with_terminal;

use super::app::{App, Effect};
use super::input::Input;
use super::theme::Theme;
use super::view;
use crate::profile::ads::AdChange;
use crate::profile::edit::Edit;
use crate::profile::practice::Attempt;
use crate::profile::store::{Stamp, Store, StoreError};
use output::Frame;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, Event};
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::crossterm::{queue, style};
use repeat::RepeatFilter;
use std::collections::VecDeque;
use std::io;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use unsaved::Unsaved;

type Screen = Terminal<CrosstermBackend<Frame>>;

/// Runs the interface until the user quits. `stamp` is that of the profile as it was loaded, `mouse` is whether to listen to the
/// mouse.
///
/// # Errors
/// Where the terminal can't be taken over or read, or where the user quits though something couldn't be saved.
pub fn run(app: App, store: Store, stamp: Stamp, theme: Theme, mouse: bool) -> anyhow::Result<()> {
    // crossterm drops emphasis with the colours under NO_COLOR; the theme has taken care of colours already.
    style::force_color_output(true);
    let mut shell = Shell {
        stamp,
        app,
        store,
        theme,
        frame: Frame::default(),
        unsaved: Unsaved::default(),
        unsaved_answers: Unsaved::default(),
        unsaved_ads: Unsaved::default(),
        repeats: RepeatFilter::default(),
        kept: None,
    };
    let ended = with_terminal(mouse, || {
        let backend = CrosstermBackend::new(shell.frame.clone());
        shell.run(&mut Terminal::new(backend)?)
    });
    if !matches!(ended, Ok(Ok(()))) {
        shell.save_at_last();
    }
    ended??;
    anyhow::ensure!(
        shell.is_saved(),
        "{} could not be saved to {}",
        crate::report::pages::count(shell.unsaved_changes(), "change"),
        shell.store.file().display()
    );
    Ok(())
}

struct Shell {
    app: App,
    store: Store,
    /// The state of the file when it was last read or written here.
    stamp: Stamp,
    theme: Theme,
    frame: Frame,
    unsaved: Unsaved<Edit>,
    /// Answers to interview questions that aren't in their record yet.
    unsaved_answers: Unsaved<Attempt>,
    /// Changes of the kept job ads that aren't in their files yet.
    unsaved_ads: Unsaved<AdChange>,
    repeats: RepeatFilter,
    /// A click that waits for a frame.
    kept: Option<Event>,
}

impl Shell {
    fn run(&mut self, screen: &mut Screen) -> io::Result<()> {
        loop {
            self.draw(screen)?;
            let mut effects = VecDeque::from(self.wait()?);
            while let Some(effect) = effects.pop_front() {
                match effect {
                    Effect::Copy(text) => {
                        let _turn = output::turn();
                        output::write_out(&clipboard::sequence(&text))?;
                    }
                    Effect::Open(address) => {
                        let opened = browser::open(&address).map_err(|problem| problem.to_string());
                        self.app.opened(&address, opened);
                    }
                    Effect::Export(wish) => {
                        let written = exporting::write(&wish, self.store.file());
                        effects.extend(self.app.exported(wish, written));
                    }
                    Effect::Save(edits) => {
                        self.unsaved.add(edits, Instant::now());
                        saving::WAITING.store(!self.is_saved(), Ordering::SeqCst);
                    }
                    Effect::ReadRecord => self.read_record(),
                    Effect::Keep(attempt) => {
                        self.unsaved_answers.add(vec![attempt], Instant::now());
                        saving::WAITING.store(true, Ordering::SeqCst);
                    }
                    Effect::ReadAds => self.read_ads(),
                    Effect::ChangeAds(change) => {
                        self.unsaved_ads.add(vec![change], Instant::now());
                        saving::WAITING.store(true, Ordering::SeqCst);
                    }
                    Effect::OpenAd(name) => effects.extend(self.app.ad_opened(&name, ads::open(&name))),
                    Effect::Recall => {
                        let read = remembering::read(&self.store, self.app.session.guide());
                        effects.extend(self.app.recalled(read));
                    }
                    Effect::Remember(note) => {
                        let written = remembering::write(&self.store, self.app.session.guide(), &note);
                        self.app.remembered(&note, written);
                    }
                    Effect::Redraw => self.clear(screen)?,
                    Effect::Suspend => {
                        self.save();
                        guard::suspend()?;
                        self.reload_if_changed();
                        self.clear(screen)?;
                    }
                    Effect::Quit if self.may_quit() => return Ok(()),
                    Effect::Quit => {}
                    Effect::QuitUnsaved => return Ok(()),
                }
            }
            let now = Instant::now();
            if self.unsaved.is_due(now) || self.unsaved_answers.is_due(now) || self.unsaved_ads.is_due(now) {
                self.save();
            }
        }
    }

    fn draw(&self, screen: &mut Screen) -> io::Result<()> {
        queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
        screen.draw(|frame| view::draw(&self.app, self.theme, frame))?;
        queue!(screen.backend_mut(), EndSynchronizedUpdate)?;
        self.frame.send()
    }

    /// Makes the next frame draw every cell. ratatui's own `clear` asks the terminal where the cursor is, and some never answer.
    fn clear(&self, screen: &mut Screen) -> io::Result<()> {
        self.frame.forget();
        queue!(screen.backend_mut(), Clear(ClearType::All))?;
        screen.swap_buffers();
        Ok(())
    }

    /// Sleeps until something comes or a save is due, and takes everything that has come by then: many keys cost one frame.
    /// What changes nothing, such as a key that is let go, wakes nobody.
    fn wait(&mut self) -> io::Result<Vec<Effect>> {
        self.repeats.caught_up(Instant::now());
        let mut batch = Batch::default();
        while !batch.is_done {
            if self.kept.is_none()
                && let Some(time) = self.time_to_next_try()
                && !event::poll(time)?
            {
                break;
            }
            loop {
                let event = self.kept.take().map_or_else(event::read, Ok)?;
                if batch.is_done && Input::is_click(&event) {
                    // A click means what is seen, so what came before it has to be drawn.
                    self.kept = Some(event);
                    break;
                }
                self.take_in(event, &mut batch)?;
                let saves =
                    |effect| matches!(effect, &Effect::Save(_) | &Effect::Keep(_) | &Effect::ChangeAds(_));
                let ends = !batch.effects.iter().all(saves);
                if ends || !event::poll(Duration::ZERO)? {
                    break;
                }
            }
        }
        Ok(batch.effects)
    }

    /// Hands an event to the app. A change of the file is taken in first, so that a key meets what is saved.
    fn take_in(&mut self, event: Event, batch: &mut Batch) -> io::Result<()> {
        if matches!(event, Event::FocusGained) {
            batch.is_done |= self.reload_if_changed();
            return Ok(());
        }
        let Some(input) = Input::of(event) else { return Ok(()) };
        if let Input::Key(key) = input {
            let digit = key.digit();
            let rates = digit.is_some() && self.app.digits_rate();
            if !self.repeats.passes(digit, rates, Instant::now()) {
                return Ok(());
            }
        }
        if !std::mem::replace(&mut batch.is_done, true) {
            self.reload_if_changed();
        }
        if input == Input::Resize {
            batch.effects.extend(terminal::woken_by_signal()?);
        }
        batch.effects.extend(self.app.input(input));
        Ok(())
    }

    /// Whether the program may end: at once where everything is saved. Else the user is asked first; Ctrl-C while being asked
    /// is an answer too.
    fn may_quit(&mut self) -> bool {
        let was_asked = self.app.is_asking_to_quit();
        self.save();
        if self.is_saved() || was_asked {
            return true;
        }
        self.app.ask_to_quit(self.unsaved_changes());
        false
    }

    /// How many changes are not saved.
    fn unsaved_changes(&self) -> usize {
        self.unsaved.len() + self.unsaved_answers.len() + self.unsaved_ads.len()
    }

    fn is_saved(&self) -> bool {
        self.unsaved_changes() == 0
    }

    /// How long to wait for the next try to save; `None` is for ever.
    fn time_to_next_try(&self) -> Option<Duration> {
        let now = Instant::now();
        let waits = [self.unsaved.wait(now), self.unsaved_answers.wait(now), self.unsaved_ads.wait(now)];
        waits.into_iter().flatten().min()
    }

    /// Tries to save what isn't saved, once. Where it fails the changes are kept, and [`Shell::wait`] comes back for them.
    fn save(&mut self) {
        self.save_answers();
        self.save_ads();
        self.save_edits();
        saving::WAITING
            .store(self.time_to_next_try().is_some_and(|time| time <= unsaved::SOON), Ordering::SeqCst);
    }

    fn save_edits(&mut self) {
        if self.unsaved.is_empty() {
            return;
        }
        let session = &self.app.session;
        let (edits, today) = (self.unsaved.changes(), session.today());
        let saved = {
            let _saving = saving::SAVING.lock();
            self.store.save(edits, today, session.profile(), session.library())
        };
        match saved {
            Ok(saved) => {
                self.unsaved.clear();
                self.stamp = saved.loaded.stamp;
                self.app.saved(Ok(saved));
            }
            Err(StoreError::Locked { .. }) => {
                self.unsaved.retry_soon(Instant::now());
                self.app.save_waits();
            }
            Err(problem) => {
                self.unsaved.retry_later(Instant::now());
                self.app.saved(Err(problem.to_string()));
            }
        }
    }

    /// The terminal is gone, so nobody can be asked: tries for a while to save what waits for another program.
    fn save_at_last(&mut self) {
        let end = Instant::now() + saving::PATIENCE;
        loop {
            self.save();
            if !saving::WAITING.load(Ordering::SeqCst) || Instant::now() >= end {
                return;
            }
            std::thread::sleep(unsaved::SOON);
        }
    }

    /// Shows what another program has written to the file, with the unsaved changes on top. The answer is whether the file had
    /// changed.
    fn reload_if_changed(&mut self) -> bool {
        let stamp = self.store.stamp();
        if stamp == self.stamp {
            return false;
        }
        self.stamp = stamp;
        if !self.stamp.is_present() {
            self.app.warn(
                "Your profile file is gone. Your answers are still here; your next change saves them again.",
            );
            return true;
        }
        match self.store.load(self.app.session.library()) {
            Ok(mut loaded) => {
                self.stamp = loaded.stamp;
                self.unsaved.apply_to(&mut loaded.profile, self.app.session.today());
                self.app.profile_changed(loaded);
            }
            Err(error) => self.app.warn(format!("Another program changed your profile file: {error}.")),
        }
        true
    }
}

/// What came of the events that were waiting.
#[derive(Default)]
struct Batch {
    effects: Vec<Effect>,
    /// Whether the screen may have changed.
    is_done: bool,
}
