//! Draws the questions.

use super::{draw_rule, put, put_right};
use crate::guide::model::{Ask, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::report::doc::{Doc, Role, Span, Spans};
use crate::report::page::{self, gap};
use crate::tui::app::App;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this height of the question its summary has room.
const SUMMARY_FROM: u16 = 14;

/// Draws the skill asked now, or what to do when all have been asked.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let [progress, rule, body, evidence] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(1),
    ])
    .areas(area);
    draw_progress(app, theme, progress, buffer);
    draw_rule("", theme, rule, buffer);
    let skill = app.assess.skill().and_then(|id| app.book().library.skill(id));
    match skill {
        Some(skill) => {
            app.assess.pane.draw(&question(app, skill, body.height), theme, body, buffer);
            draw_evidence(app, skill, theme, evidence, buffer);
        }
        None => app.assess.pane.draw(&finished(app), theme, body, buffer),
    }
}

fn draw_progress(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let assess = &app.assess;
    let target = app.target();
    let text = match target {
        _ if assess.skill().is_none() => "All asked".to_owned(),
        Some(level) if assess.at < assess.of_target => {
            format!("{} of {} that {} asks", assess.at + 1, assess.of_target, level.short)
        }
        Some(level) => {
            let rest = assess.order.len().saturating_sub(assess.of_target);
            format!("{} of {rest} beyond {}", assess.at + 1 - assess.of_target, level.short)
        }
        None => format!("{} of {}", assess.at + 1, assess.order.len()),
    };
    let end = put(area.x, area.y, &text, theme.style(Role::Strong), theme, area, buffer);
    let Some(score) = app.target_score() else { return };
    let stand = format!("{} {}", score.range(), score.verdict.name());
    let room = Rect { x: end + 2, width: area.right().saturating_sub(end + 2), ..area };
    put_right(&stand, theme.style(page::verdict_role(score.verdict)), theme, room, buffer);
}

fn question(app: &App, skill: &Skill, height: u16) -> Doc {
    let mut doc = Doc::default();
    let mut title: Spans = vec![Span::new(Role::Title, &skill.name)];
    if let Some(ask) = app.target().and_then(|level| level.ask(&skill.id)) {
        title.push(Span::new(Role::Dim, format!("  {}", asked(ask))));
    }
    doc.spans(title);
    if height >= SUMMARY_FROM {
        doc.paragraph(Span::new(Role::Dim, &skill.summary));
    }
    let mine = app.profile.ratings.answer(&skill.id).map(|(rating, _)| rating);
    for rating in Rating::all() {
        let is_mine = mine == Some(rating);
        let marker = format!("{}{}", if is_mine { "▸" } else { " " }, rating.number());
        let text = skill.anchors.of(rating);
        let role = if is_mine { Role::Strong } else { Role::Text };
        doc.marked(marker, vec![Span::new(role, text)]);
    }
    doc
}

fn asked(ask: &Ask) -> String {
    match ask.must_have {
        Some(floor) => format!("asked {}, must-have at least {}", ask.required.number(), floor.number()),
        None => format!("asked {}", ask.required.number()),
    }
}

fn draw_evidence(app: &App, skill: &Skill, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let rated = app.profile.ratings.0.get(&skill.id);
    let chosen = app.assess.evidence.or(rated.map(|rated| rated.evidence)).unwrap_or_default();
    let mut x = put(area.x, area.y, "Evidence ", theme.style(Role::Dim), theme, area, buffer);
    for evidence in Evidence::all() {
        let (style, text) = if evidence == chosen {
            (theme.selected(), format!("[{evidence}]"))
        } else {
            (theme.style(Role::Text), format!(" {evidence} "))
        };
        x = put(x, area.y, &text, style, theme, area, buffer);
    }
    x = put(x, area.y, &format!(" {}", chosen.fact()), theme.style(Role::Dim), theme, area, buffer);
    let said = match rated {
        None => " · not rated".to_owned(),
        Some(rated) => {
            let note = rated.note.as_ref().map(|note| format!(" · {note}")).unwrap_or_default();
            format!(" · your rating {}{note}", rated.rating.number())
        }
    };
    put(x, area.y, &said, theme.style(Role::Dim), theme, area, buffer);
}

fn finished(app: &App) -> Doc {
    let mut doc = Doc::default();
    doc.paragraph(Span::new(Role::Title, "That was the last question."));
    doc.gap();
    let assessment = &app.assessment;
    doc.paragraph(format!(
        "{} of {} skills are rated. What you left open can be answered any day.",
        assessment.rated, assessment.skills
    ));
    if let Some(score) = app.target_score() {
        doc.gap();
        let name = app.book().level_name(&score.level).to_owned();
        doc.spans(vec![
            format!("{name}: {}, ", score.range()).into(),
            page::verdict(score.verdict),
            format!(" (self-reported): {}.", gap::reason(app.book(), score)).into(),
        ]);
    }
    doc.gap();
    doc.paragraph("Enter shows the gap at every level; b goes back through the questions.");
    doc
}
