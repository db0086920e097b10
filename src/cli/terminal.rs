//! Plain `coach`: the terminal interface.

use super::{Context, Misuse, stdout_is_terminal};
use crate::tui::app::{App, Notice};
use crate::tui::shell;
use crate::tui::theme::Theme;
use std::io::{self, IsTerminal};

/// Opens the interface; without a terminal a hint says what works without one.
pub fn run(context: Context<'_>) -> anyhow::Result<()> {
    if !stdout_is_terminal() || !io::stdin().is_terminal() {
        let hint = "coach without a command needs a terminal; here use coach guide, coach assess or coach gap (coach --help lists all)";
        return Err(Misuse(hint.to_owned()).into());
    }
    let theme = Theme { color: context.look.color, ascii: context.look.ascii };
    let mut app = App::new(context.library, context.guide_index, context.profile, Context::today);
    app.notice = context.notices.into_iter().next().map(Notice::Failed);
    shell::run(app, context.store, theme, Context::today)
}
