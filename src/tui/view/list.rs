//! Lists: the contents of the guide, the ladder, the levels with their ranges.

use super::put;
use crate::coach::fraction::Fraction;
use crate::report::document::{Cell, Column, Document, Role, Span};
use crate::report::layout::{self, Line};
use crate::report::pages;
use crate::tui::app::App;
use crate::tui::screen::trying::Trying;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this width a row has room for a bar.
const BAR_FROM: u16 = 58;
/// From this width a level names its track too.
const TRACK_FROM: u16 = 74;
/// From this width a step of the plan tells its hours, and from the second its weeks too.
const HOURS_FROM: u16 = 52;
const WEEKS_FROM: u16 = 76;
/// From this width a skill that is tried tells what is asked, and from the second what is said of it now.
const ASKED_FROM: u16 = 48;
const NOW_FROM: u16 = 64;
/// What a row needs beside its name and its bar.
const FIGURES: u16 = 25;
const NAME_CELLS: u16 = 18;

/// Lines of a list: some can be selected, others are headings.
pub struct Rows {
    lines: Vec<Line>,
    /// The line of the selected row.
    selected: usize,
}

impl Rows {
    /// How many lines it takes.
    pub fn height(&self) -> usize {
        self.lines.len()
    }
}

/// Draws the part of a list around its selected row.
pub fn draw(rows: &Rows, focused: bool, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    let top = (rows.selected + 2).saturating_sub(height).min(rows.lines.len().saturating_sub(height));
    for (row, y) in (top..rows.lines.len()).zip(area.top()..area.bottom()) {
        let is_selected = row == rows.selected;
        let mut x = area.x;
        for span in &rows.lines[row] {
            let mut style = theme.style(span.role);
            if is_selected {
                style = if focused { theme.selected() } else { theme.style(Role::Strong) };
            }
            x = put(x, y, &span.text, style, theme, area, buffer);
        }
        if is_selected && focused {
            let rest = " ".repeat(usize::from(area.right().saturating_sub(x)));
            put(x, y, &rest, theme.selected(), theme, area, buffer);
        }
    }
}

/// The contents: parts and their sections.
pub fn contents(app: &App) -> Rows {
    let guide = app.session.guide();
    let mut lines = Vec::new();
    let mut selected = 0;
    let mut at = 0;
    for part in &guide.parts {
        lines.push(vec![Span::new(Role::Dim, &part.title)]);
        for section in part.sections.iter().filter_map(|id| guide.section(id)) {
            if at == app.reader.browse.selected {
                selected = lines.len();
            }
            at += 1;
            lines.push(vec![format!(" {}", section.title).into()]);
        }
    }
    Rows { lines, selected }
}

/// The levels with years and pay.
pub fn ladder(app: &App, width: u16) -> Rows {
    let levels = &app.session.guide().levels;
    let highest = levels.iter().map(|level| level.pay.median).max().unwrap_or_default();
    let rows = levels.iter().map(|level| {
        let is_target = app.session.target().map(|target| &target.id) == Some(&level.id);
        let sign = level.pay.unit.currency_sign().unwrap_or_default();
        let median = format!("{sign}{}", crate::guide::model::thousands(level.pay.median));
        let mut row = vec![name(&level.short, is_target, width)];
        if width >= TRACK_FROM {
            row.push(Cell::new(Role::Dim, level.track.name()));
        }
        row.push(level.years.to_string().into());
        if width >= BAR_FROM {
            row.push(Cell::Bar { from: Fraction::ZERO, to: Fraction::new(level.pay.median, highest) });
        }
        row.push(median.into());
        row
    });
    let mut columns = vec![Column::left("  Level")];
    if width >= TRACK_FROM {
        columns.push(Column::left("Track"));
    }
    columns.push(Column::left("Experience"));
    if width >= BAR_FROM {
        columns.push(Column::left("Median a year"));
    }
    columns.push(Column::right(if width >= BAR_FROM { "" } else { "Pay" }));
    table(columns, rows.collect(), app.ladder.selected, width)
}

/// The levels with their ranges and verdicts.
pub fn gap(app: &App, width: u16) -> Rows {
    let rows = app.session.assessment().levels.iter().map(|score| {
        let is_target = app.session.target().map(|target| &target.id) == Some(&score.level);
        let mut row = vec![name(app.view().level_name(&score.level), is_target, width)];
        if width >= BAR_FROM {
            row.push(Cell::Range { low: score.low, high: score.high, mark: score.threshold });
        }
        row.push(score.range().into());
        row.push(pages::verdict(score.verdict).into());
        row
    });
    let mut columns = vec![Column::left("  Level")];
    if width >= BAR_FROM {
        columns.push(Column::left(format!("mark at {}", app.session.guide().scoring.threshold)));
    }
    columns.extend([Column::right("Score"), Column::left("Verdict")]);
    table(columns, rows.collect(), app.gap.selected, width)
}

/// A table without the columns of these heads: a row of a list takes one line.
fn without((columns, rows): (Vec<Column>, Vec<Vec<Cell>>), heads: &[&str]) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let stays: Vec<bool> = columns.iter().map(|column| !heads.contains(&column.head.as_str())).collect();
    let cells =
        |row: Vec<Cell>| row.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|(cell, _)| cell);
    let rows = rows.into_iter().map(|row| cells(row).collect()).collect();
    let columns = columns.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|(column, _)| column);
    (columns.collect(), rows)
}

/// The overview, then the steps of the plan.
pub fn steps(app: &App, width: u16) -> Rows {
    let Some((plan, calendar)) = app.session.target_plan() else {
        return Rows { lines: Vec::new(), selected: 0 };
    };
    let table = pages::plan::steps_table(app.view(), plan, calendar);
    let (columns, rows) = if width < HOURS_FROM {
        without(table, &["Weeks", "By week", "Fits", "Hours"])
    } else if width < WEEKS_FROM {
        without(table, &["Weeks", "By week"])
    } else {
        table
    };
    let mut lines = vec![vec![Span::new(Role::Text, " The whole way")]];
    let mut doc = Document::default();
    doc.table(columns, rows);
    lines.extend(layout::lines(&doc, usize::from(width)));
    // The heading of the table stands between the overview and the first step.
    let selected = match app.planning.steps.selected {
        0 => 0,
        step => step + 1,
    };
    Rows { lines, selected }
}

/// The skills of a level with what is supposed of them.
pub fn tried(app: &App, trying: &Trying, width: u16) -> Rows {
    let whole = pages::what_if::skills_table(app.view(), &trying.what_if, &trying.level);
    let (columns, rows) = if width < ASKED_FROM {
        without(whole, &["Asked", "Now"])
    } else if width < NOW_FROM {
        without(whole, &["Now"])
    } else {
        whole
    };
    table(columns, rows, trying.selected, width)
}

fn name(short: &str, is_target: bool, width: u16) -> Cell {
    let marker = if is_target { "▸ " } else { "  " };
    let cells = usize::from(width.saturating_sub(FIGURES).min(NAME_CELLS));
    format!("{marker}{}", layout::cut(short, cells)).into()
}

fn table(columns: Vec<Column>, rows: Vec<Vec<Cell>>, selected: usize, width: u16) -> Rows {
    let mut doc = Document::default();
    doc.table(columns, rows);
    // The heading is the first line; where no table fits, rows are taller and the selection is but approximate.
    Rows { lines: layout::lines(&doc, usize::from(width)), selected: selected + 1 }
}
