//! What every subcommand works with: a session, the file of the profile, and where and how to print.

use super::today::today;
use super::{ColorMode, Globals, stdout_is_terminal};
use crate::guide::model::{Guide, Library};
use crate::guide::{self, names};
use crate::profile::model::Profile;
use crate::profile::paths::{self, PathOptions};
use crate::profile::store::Store;
use crate::report::document::Document;
use crate::report::pages::GuideView;
use crate::report::text::{self, Look};
use crate::session::{Act, NoGuide, Session};
use anyhow::Context as _;
use serde::Serialize;
use std::env;
use std::io::Write;

/// The width of output that no terminal limits.
const PIPE_WIDTH: usize = 80;
/// Narrower than this nothing can be set.
const NARROWEST: usize = 20;

/// What every subcommand works with.
pub struct Context<'o> {
    /// The person at work on the guide.
    pub session: Session,
    /// The file of the profile.
    pub store: Store,
    /// Whether to print JSON.
    pub json: bool,
    /// What the user should know about the profile's file.
    pub notices: Vec<String>,
    /// How output is to look.
    pub look: Look,
    out: &'o mut dyn Write,
}

impl<'o> Context<'o> {
    /// Reads the guide and the profile.
    ///
    /// # Errors
    /// Where the profile can't be read, its place isn't known, or `--guide` names no guide.
    pub fn new(globals: Globals, out: &'o mut dyn Write) -> anyhow::Result<Self> {
        let library =
            guide::embedded().context("the guide inside this program is damaged: install coach anew")?;
        let options = PathOptions {
            profile: globals.profile,
            data_dir: globals.data_dir,
            xdg_data_home: env::var_os("XDG_DATA_HOME"),
        };
        let store = Store::new(paths::profile_file(options)?);
        let loaded = store.load(&library)?;
        let guide = choose_guide(&library, globals.guide.as_deref(), &loaded.profile)?;
        Ok(Self {
            session: Session::new(library, guide, loaded.profile, today)?,
            store,
            notices: loaded.notices,
            json: globals.json,
            look: look(globals.color),
            out,
        })
    }

    /// What pages are made from.
    pub fn view(&self) -> GuideView<'_> {
        GuideView::from(&self.session)
    }

    /// Saves what an act changes and goes on with the profile as it is then.
    pub fn save(&mut self, act: &Act) -> anyhow::Result<()> {
        let edits = self.session.perform(act.clone());
        let session = &self.session;
        let saved = self.store.save(&edits, session.today(), session.profile(), session.library())?.loaded;
        // What was wrong from the beginning has been said.
        saved
            .notices
            .iter()
            .filter(|notice| !self.notices.contains(notice))
            .for_each(|notice| notify(notice));
        self.notices = saved.notices;
        self.session.replace_profile(saved.profile);
        Ok(())
    }

    /// Prints a page.
    pub fn print(&mut self, doc: &Document) -> anyhow::Result<()> {
        Ok(text::print(doc, self.look, self.out)?)
    }

    /// Prints JSON.
    pub fn print_json(&mut self, value: &impl Serialize) -> anyhow::Result<()> {
        // What is_unsafe_control a terminal doesn't get there in JSON either; below U+0080 it is escaped already.
        let text = serde_json::to_string_pretty(value)?;
        let text = text.chars().fold(String::with_capacity(text.len()), |mut safe, c| {
            match c {
                '\u{7f}'..='\u{9f}' => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => safe.push(c),
            }
            safe
        });
        writeln!(self.out, "{text}")?;
        Ok(())
    }

    /// Prints a sentence, fitted to the width.
    pub fn say(&mut self, text: &str) -> anyhow::Result<()> {
        let mut doc = Document::default();
        doc.paragraph(text);
        self.print(&doc)
    }

    /// Prints a text as it is.
    pub fn raw(&mut self, text: &str) -> anyhow::Result<()> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Prints a plain line.
    pub fn line(&mut self, text: &str) -> anyhow::Result<()> {
        let text = if self.look.ascii { text::to_ascii(text) } else { text.to_owned() };
        writeln!(self.out, "{text}")?;
        Ok(())
    }

    /// Prints a question without a line's end, and shows it at once.
    pub fn ask(&mut self, text: &str) -> anyhow::Result<()> {
        write!(self.out, "{text} ")?;
        self.out.flush()?;
        Ok(())
    }
}

/// Says something about the profile's file on standard error; what the file itself says can't steer the terminal.
pub fn notify(notice: &str) {
    let clean: String = notice.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // Nobody is left to hear that standard error can't be written.
    let _ = writeln!(std::io::stderr(), "coach: {clean}");
}

/// What `--guide` says, else what the profile says, else the first.
fn choose_guide(library: &Library, wish: Option<&str>, profile: &Profile) -> anyhow::Result<usize> {
    let position = |guide: &Guide| library.guides.iter().position(|other| other.id == guide.id);
    if let Some(name) = wish {
        return Ok(position(names::guide(library, name)?).unwrap_or_default());
    }
    anyhow::ensure!(!library.guides.is_empty(), NoGuide);
    let of_profile = profile.guide.as_ref();
    let chosen = library.guides.iter().position(|guide| Some(&guide.id) == of_profile);
    Ok(chosen.unwrap_or_default())
}

fn look(when: ColorMode) -> Look {
    let is_terminal = stdout_is_terminal();
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    Look {
        width: width(is_terminal).max(NARROWEST),
        color: match when {
            ColorMode::Always => true,
            ColorMode::Never => false,
            ColorMode::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb,
        },
        ascii: is_terminal && !speaks_utf8(),
    }
}

fn width(is_terminal: bool) -> usize {
    let of_terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let of_variable = || env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0);
    if is_terminal { of_terminal().or_else(of_variable) } else { of_variable() }.unwrap_or(PIPE_WIDTH)
}

/// Whether the locale can show more than ASCII. One that says nothing is trusted, except the bare C locale.
fn speaks_utf8() -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    said.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8") || !(locale == "c" || locale == "posix")
    })
}
