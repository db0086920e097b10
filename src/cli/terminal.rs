//! Plain `coach`: the terminal interface.

use super::context::notify;
use super::{Context, Globals, Misuse, stdout_is_terminal};
use crate::tui::app::App;
use crate::tui::dialog::Dialog;
use crate::tui::shell;
use crate::tui::theme::Theme;
use std::io::{self, IsTerminal, Write};

/// Opens the interface; without a terminal a hint says what works without one.
pub fn run(globals: Globals, out: &mut dyn Write) -> anyhow::Result<()> {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if is_dumb || !stdout_is_terminal() || !io::stdin().is_terminal() {
        let hint = "coach without a command needs a terminal; here use coach guide, coach assess or coach gap (coach --help lists all)";
        return Err(Misuse(hint.to_owned()).into());
    }
    let context = Context::new(globals, out)?;
    let theme = Theme { color: context.look.color, ascii: context.look.ascii };
    let mut app = App::new(context.session);
    if !context.notices.is_empty() {
        app.dialogs.push(Dialog::say("About your profile", context.notices.clone()));
    }
    shell::run(app, context.store, context.stamp, theme)?;
    // What was said on a screen that is gone now is worth saying again.
    context.notices.iter().for_each(|notice| notify(notice));
    Ok(())
}
