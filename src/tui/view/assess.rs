//! Draws the questions.

use super::{draw_rule, put, put_right};
use crate::coach::review::Review;
use crate::guide::id::LevelId;
use crate::guide::model::{Ask, Skill};
use crate::guide::scale::{Evidence, Rating};
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::layout;
use crate::report::pages::{self, gap, overview::first_answer};
use crate::tui::app::App;
use crate::tui::screen::assess::Reason;
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
    draw_rule(&standing(app), theme, rule, buffer);
    let skill = app.assess.skill().and_then(|id| app.view().library.skill(id));
    match skill {
        Some(skill) => {
            app.assess.pane.draw(&question(app, skill, body.height), theme, body, buffer);
            draw_evidence(app, skill, theme, evidence, buffer);
        }
        None => app.assess.pane.draw(&finished(app), theme, body, buffer),
    }
}

fn draw_progress(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let end = put(area.x, area.y, &progress(app), theme.style(Role::Strong), theme, area, buffer);
    let Some(score) = app.session.target_score() else { return };
    let stand = format!("{} {}", score.range(), score.verdict.name());
    let room = Rect { x: end + 2, width: area.right().saturating_sub(end + 2), ..area };
    if layout::width(&stand) <= usize::from(room.width) {
        put_right(&stand, theme.style(pages::verdict_role(score.verdict)), theme, room, buffer);
    }
}

/// How far the questions have come.
fn progress(app: &App) -> String {
    let assess = &app.assess;
    if assess.skill().is_none() {
        return "All asked".to_owned();
    }
    match (assess.reason, app.session.target_score()) {
        (Reason::Review, _) => format!("{} of {} to look at again", assess.at + 1, assess.order.len()),
        (Reason::Step, _) => "Step done? Choose what is true now; then say what shows it".to_owned(),
        (Reason::Standing, Some(score)) => {
            let all = score.skills.len();
            let rated = all.saturating_sub(score.unrated().count());
            let level = app.view().level_name(&score.level);
            format!("Question {} · {rated} of {all} that {level} asks are rated", assess.at + 1)
        }
        (Reason::Standing, None) => {
            let assessment = app.session.assessment();
            format!("Question {} · {} of {} rated", assess.at + 1, assessment.rated, assessment.skills)
        }
    }
}

/// What the answers so far say of the level reached, in a few words.
fn standing(app: &App) -> String {
    if app.assess.reason != Reason::Standing || app.session.assessment().rated == 0 {
        return String::new();
    }
    let standing = app.session.estimate();
    let book = app.view();
    let name = |level: &Option<LevelId>| {
        level.as_ref().map_or_else(|| "no level yet".to_owned(), |id| book.level_name(id).to_owned())
    };
    if standing.is_useful() {
        return first_answer(book, &standing);
    }
    let (least, most) = (name(&standing.reached.at_least), name(&standing.once_proved.at_most));
    if least == most {
        format!("settled: {least}")
    } else {
        format!("reached: {least} · still possible: {most}")
    }
}

fn question(app: &App, skill: &Skill, height: u16) -> Document {
    let mut doc = Document::default();
    let mut title: Spans = vec![Span::new(Role::Title, &skill.name)];
    if let Some(ask) = app.session.target().and_then(|level| level.ask(&skill.id)) {
        title.push(Span::new(Role::Dim, format!("  {}", asked(ask))));
    }
    doc.spans(title);
    if let Some(review) = app.session.reviews().iter().find(|review| review.skill == skill.id) {
        doc.paragraph(Span::new(Role::Open, gap::capitalised(&review_words(review))));
    }
    if height >= SUMMARY_FROM {
        doc.paragraph(Span::new(Role::Dim, &skill.summary));
    }
    let mine = app.session.profile().ratings.answer(&skill.id).map(|(rating, _)| rating);
    for rating in Rating::all() {
        let is_mine = mine == Some(rating);
        let marker = format!("{}{}", if is_mine { "▸" } else { " " }, rating.number());
        let text = skill.anchors.of(rating);
        let role = if is_mine { Role::Strong } else { Role::Text };
        doc.marked(marker, vec![Span::new(role, text)]);
    }
    doc
}

/// Why a rating should be looked at again.
fn review_words(review: &Review) -> String {
    let day = review.rated_on.map_or_else(String::new, |day| format!(" on {day}"));
    match (review.is_reworded, review.is_old) {
        (true, _) => format!("the sentences have been reworded since you rated it{day}."),
        (false, _) => format!("you rated it{day}; is it still so? The same key renews it."),
    }
}

fn asked(ask: &Ask) -> String {
    match ask.must_have {
        Some(floor) => format!("asked {}, must-have at least {}", ask.required.number(), floor.number()),
        None => format!("asked {}", ask.required.number()),
    }
}

fn draw_evidence(app: &App, skill: &Skill, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let rated = app.session.profile().ratings.0.get(&skill.id);
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

fn finished(app: &App) -> Document {
    let mut doc = Document::default();
    doc.paragraph(Span::new(Role::Title, "That was the last question."));
    doc.gap();
    let assessment = app.session.assessment();
    doc.paragraph(format!(
        "{} of {} skills are rated. What you left open can be answered any day.",
        assessment.rated, assessment.skills
    ));
    if let Some(score) = app.session.target_score() {
        doc.gap();
        let name = app.view().level_name(&score.level).to_owned();
        doc.spans(vec![
            format!("{name}: {}, ", score.range()).into(),
            pages::verdict(score.verdict),
            format!(" (self-reported): {}.", gap::reason(app.view(), score)).into(),
        ]);
    }
    doc.gap();
    doc.paragraph("Enter shows the gap at every level; b goes back through the questions.");
    doc
}
