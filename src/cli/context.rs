//! What most subcommands work with: a session, the file of the profile, and a printer.

use super::Globals;
use super::output::Output;
use super::printer::Printer;
use super::today::today;
use super::waiting;
use crate::config::paths::{ConfigDir, NoConfigDir};
use crate::guide::model::{Guide, Library};
use crate::guide::{self, names};
use crate::profile::model::Profile;
use crate::profile::paths::{self, PathOptions};
use crate::profile::store::{Loaded, Stamp, Store, StoreError};
use crate::report::pages::{Face, GuideView};
use crate::session::{Act, NoGuide, Session};
use anyhow::Context as _;
use std::env;

/// What a command does with the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It only reads. A profile that can't be read stops it.
    Read,
    /// It saves. A profile that can't be read is then kept beside the new one, and the save says so.
    Write,
    /// It asks questions and saves answers. That the profile can't be read is said before the first question.
    Converse,
}

/// What most subcommands work with.
pub struct Context<'o> {
    /// The person at work on the guide.
    pub session: Session,
    /// The file of the profile.
    pub store: Store,
    /// The stamp of the file as it was loaded.
    pub stamp: Stamp,
    /// What the user should know about the profile's file.
    pub notices: Vec<String>,
    /// Where and how to print.
    pub out: Printer<'o>,
}

impl<'o> Context<'o> {
    /// Reads the guide and the profile.
    ///
    /// # Errors
    /// Where the profile can't be read, its place isn't known, or `--guide` names no guide.
    pub fn open(globals: Globals, access: Access, out: &'o mut Output) -> anyhow::Result<Self> {
        let library =
            guide::embedded().context("the guide inside this program is damaged: reinstall coach")?;
        let printer = Printer::new(&globals, out);
        let wish = globals.guide.clone();
        let store = store(globals)?;
        let loaded = load(&store, access, &library)?;
        let guide = choose_guide(&library, wish.as_deref(), &loaded.profile)?;
        Ok(Self {
            session: Session::new(library, guide, loaded.profile, today)?,
            store,
            stamp: loaded.stamp,
            notices: loaded.notices,
            out: printer,
        })
    }

    /// What pages are made from.
    pub fn view(&self) -> GuideView<'_> {
        GuideView::new(&self.session, Face::CommandLine)
    }

    /// Saves what an act changes and goes on with the profile as it is then. Waits while another coach is saving, but not forever.
    ///
    /// # Errors
    /// Where the profile can't be saved; then it is as it was.
    pub fn save(&mut self, act: &Act) -> anyhow::Result<()> {
        let edits = self.session.perform(act.clone());
        let session = &self.session;
        let save = || self.store.save(&edits, session.today(), session.profile(), session.library());
        let saved = waiting::while_locked(save, |text| self.out.notify(text))?.loaded;
        self.out.set_done("your change is saved");
        // What was wrong from the beginning has been said.
        saved
            .notices
            .iter()
            .filter(|notice| !self.notices.contains(notice))
            .for_each(|notice| self.out.notify(notice));
        self.notices = saved.notices;
        self.session.replace_profile(saved.profile);
        Ok(())
    }
}

/// The store of the profile that the options and the environment name.
pub fn store(globals: Globals) -> anyhow::Result<Store> {
    let options = PathOptions {
        profile: globals.profile,
        data_dir: globals.data_dir,
        xdg_data_home: env::var_os("XDG_DATA_HOME"),
    };
    Ok(Store::new(paths::profile_file(options)?))
}

/// The folder of the settings, by the environment.
///
/// # Errors
/// Where no place is known.
pub fn config_dir() -> Result<ConfigDir, NoConfigDir> {
    ConfigDir::find(env::var_os("XDG_CONFIG_HOME"))
}

fn load(store: &Store, access: Access, library: &Library) -> Result<Loaded, StoreError> {
    match (access, store.load(library)) {
        (Access::Write, Err(StoreError::Unreadable { .. })) => store.load_to_save(library),
        (Access::Converse, Err(error @ StoreError::Unreadable { .. })) => {
            let notice = format!(
                "{error}. Your first answer starts a new profile; the old file is kept in the same folder"
            );
            let mut loaded = store.load_to_save(library)?;
            loaded.notices.push(notice);
            Ok(loaded)
        }
        (Access::Read | Access::Write | Access::Converse, loaded) => loaded,
    }
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
