//! Draws the plan: its views as tabs, then the steps with a page for one of them, or the page of another view.

use super::{LIST_AND_PAGE, draw_rule, list, put};
use crate::report::document::Role;
use crate::tui::action::{Action, BINDINGS};
use crate::tui::app::App;
use crate::tui::screen::{self, plan::View};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use strum::IntoEnumIterator;

/// Draws the view and the way to the others.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let [tabs, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    draw_views(app, theme, tabs, buffer);
    let planning = &app.planning;
    if planning.view != View::Steps || app.session.target_plan().is_none() {
        planning.pane.draw(&screen::doc(app), theme, body, buffer);
        return;
    }
    draw_steps(app, theme, body, buffer);
}

/// The views with the keys that show them.
fn draw_views(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let mut x = area.x;
    for view in View::iter() {
        let binding = BINDINGS.iter().find(|binding| binding.action == Action::View(view));
        let key = binding.and_then(|binding| binding.keys.first()).copied().unwrap_or_default();
        let is_shown = app.planning.view == view;
        let style = if is_shown { theme.style(Role::Strong) } else { theme.style(Role::Text) };
        let tab =
            if is_shown { format!("[{key} {}]", view.title()) } else { format!(" {key} {} ", view.title()) };
        x = put(x, area.y, &tab, style, theme, area, buffer) + 1;
    }
}

fn draw_steps(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let steps = &app.planning.steps;
    let rows = list::steps(app, area.width);
    if area.height < LIST_AND_PAGE {
        if steps.in_page {
            steps.pane.draw(&screen::doc(app), theme, area, buffer);
        } else {
            list::draw(&rows, true, theme, area, buffer);
        }
        return;
    }
    let height = u16::try_from(rows.height()).unwrap_or(u16::MAX).min(area.height / 2);
    let [top, rule, page] =
        Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Min(0)]).areas(area);
    list::draw(&rows, !steps.in_page, theme, top, buffer);
    draw_rule(if steps.in_page { "reading; Esc goes back to the steps" } else { "" }, theme, rule, buffer);
    steps.pane.draw(&screen::doc(app), theme, page, buffer);
}
