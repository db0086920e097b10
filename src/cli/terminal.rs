//! Plain `coach`: the terminal interface.

use super::context::{self, Access};
use super::output::{Output, notify};
use super::printer::{self, stdout_is_terminal};
use super::{Context, Globals, Misuse};
use crate::tui::app::App;
use crate::tui::settings::Settings;
use crate::tui::shell;
use std::io::{self, IsTerminal};

/// Opens the interface; without a terminal a hint says what works without one.
pub fn run(globals: Globals, out: &mut Output) -> anyhow::Result<()> {
    if globals.json {
        let instead = "use coach gap --json or another command with --json";
        return Err(Misuse::no_json("coach without a command", instead).into());
    }
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if is_dumb || !stdout_is_terminal() || !io::stdin().is_terminal() {
        let hint = "coach without a command needs a terminal; use coach guide, coach assess or coach gap here (coach --help lists all commands)";
        return Err(Misuse(hint.to_owned()).into());
    }
    let settings = Settings::load(context::config_dir().ok().as_ref(), printer::terminal(globals.color));
    let context = Context::open(globals, Access::Converse, out)?;
    let theme = settings.look();
    let notice = settings.notice();
    let mut app = App::new(context.session).with_keys(settings.keys);
    if let Some(notice) = notice {
        app.announce(notice);
    }
    if !context.notices.is_empty() {
        app.tell("About your profile", &context.notices);
    }
    shell::run(app, context.store, context.stamp, theme)?;
    // A notice on a screen that is gone by now is worth repeating.
    context.notices.iter().for_each(|notice| notify(notice));
    Ok(())
}
