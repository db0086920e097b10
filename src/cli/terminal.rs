//! Plain `coach`: the terminal interface.

use super::context::{self, Access};
use super::exit::NeedsTerminal;
use super::output::Output;
use super::printer::{self, is_dumb, stdout_is_terminal};
use super::{Context, Globals, Misuse};
use crate::profile::fault::printable;
use crate::tui::app::App;
use crate::tui::settings::Settings;
use crate::tui::shell;
use std::io::{self, IsTerminal};
use std::path::Path;

/// Opens the interface; without a terminal a hint says what works without one.
pub fn run(globals: Globals, out: &mut Output) -> anyhow::Result<()> {
    if globals.json {
        let instead = "use coach gap --json or another command with --json";
        return Err(Misuse::no_json("coach without a command", instead).into());
    }
    if globals.plain || is_dumb() {
        return Err(NeedsTerminal::Plain.into());
    }
    if !stdout_is_terminal() || !io::stdin().is_terminal() {
        return Err(NeedsTerminal::Missing.into());
    }
    let settings = Settings::load(context::config_dir().ok().as_ref(), printer::terminal(globals.color));
    let context = Context::open(globals, Access::Converse, out)?;
    let theme = settings.look();
    let mouse = settings.mouse.value;
    let notice = settings.notice();
    let mut app = App::new(context.session).with_keys(settings.keys);
    app.screens.home.profile_is_at(from_home(context.store.file()));
    if let Some(notice) = notice {
        app.announce(notice);
    }
    if !context.notices.is_empty() {
        app.tell("About your profile", &context.notices);
    }
    shell::run(app, context.store, context.stamp, theme, mouse)?;
    // A notice on a screen that is gone by now is worth repeating.
    context.notices.iter().for_each(|notice| context.out.notify(notice));
    Ok(())
}

/// A path as the user knows it: below the home directory it begins with `~`.
fn from_home(file: &Path) -> String {
    let home = directories::BaseDirs::new();
    let below = home.as_ref().and_then(|dirs| file.strip_prefix(dirs.home_dir()).ok());
    let path = below.map_or_else(|| file.to_owned(), |below| Path::new("~").join(below));
    printable(&path.display().to_string())
}
