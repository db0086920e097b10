//! The screens: what each shows, as a page from `report`, and how its list and page are moved in.

pub mod assess;
pub mod browse;
pub mod guide;
pub mod plan;
pub mod trying;

use super::action::{Action, ScreenId};
use super::app::App;
use super::pane::Pane;
use crate::coach::tracks;
use crate::guide::id::Link;
use crate::guide::model::{Level, Track};
use crate::report::document::Document;
use crate::report::pages::overview::Beside;
use crate::report::pages::{self, compare, explain, gap, level, overview};
use plan::View;

/// The page of the screen in view.
#[must_use]
pub fn doc(app: &App) -> Document {
    let book = app.view();
    let levels = &app.session.guide().levels;
    let doc = match app.screen {
        ScreenId::Home => home(app),
        ScreenId::Guide => guide::page(book, &app.reader.place, &app.session.profile().ratings),
        ScreenId::Ladder => match (levels.get(app.ladder.selected), &app.marked) {
            (Some(to), Some(marked)) if *marked != to.id => {
                app.session.guide().level(marked).map(|from| comparison(app, from, to)).unwrap_or_default()
            }
            (Some(selected), _) => level::page(book, selected),
            (None, _) => Document::default(),
        },
        ScreenId::Assess => Document::default(),
        ScreenId::Plan => planning(app),
        ScreenId::Gap => match app.session.assessment().levels.get(app.gap.selected) {
            Some(score) => {
                let plan = app.session.plan(&score.level);
                let mut doc = plan.map(|plan| gap::level(book, score, plan)).unwrap_or_default();
                if app.explained {
                    let mut arithmetic = explain::page(book, score);
                    arithmetic.append(doc);
                    doc = arithmetic;
                }
                doc
            }
            None => Document::default(),
        },
    };
    doc.numbered()
}

/// Where am I, what is missing most, what do I do next, and how far I have come.
fn home(app: &App) -> Document {
    let (book, score) = (app.view(), app.session.target_score());
    let steps = app.session.target_plan().map_or(&[][..], |(plan, _)| &plan.steps);
    let way = app.session.target().filter(|_| !app.session.profile().history.is_empty()).and_then(|level| {
        let progress = app.session.progress(level);
        pages::progress::glance(book, &progress, app.home.width())
    });
    let beside = Beside { reviews: app.session.reviews().len(), progress: way.unwrap_or_default() };
    overview::home(book, app.session.assessment(), score, steps, &beside)
}

/// What changes from one level to another, and which track fits better where the way leaves the core.
fn comparison(app: &App, from: &Level, to: &Level) -> Document {
    let changes = compare::page(app.view(), from, to);
    let leaves_core = from.track != to.track && to.track != Track::Core;
    match tracks::fit(app.session.guide(), app.session.assessment()).filter(|_| leaves_core) {
        Some(fit) => {
            let mut doc = pages::tracks::tracks_page(app.view(), &fit);
            doc.append(changes);
            doc
        }
        None => changes,
    }
}

/// What the screen of the plan shows.
fn planning(app: &App) -> Document {
    let (book, profile, today) = (app.view(), app.session.profile(), app.session.today());
    let level = app.session.target();
    match (app.planning.view, level) {
        (View::Evidence, _) => pages::evidence::page(book, &app.session.ledger()),
        (View::Progress, _) => pages::progress::history(book, profile, today),
        (View::Steps | View::Readiness, None) => {
            let mut doc = Document::titled("No target yet");
            doc.paragraph("t chooses the level you aim for; the plan leads there.");
            doc
        }
        (View::Readiness, Some(level)) => {
            let readiness = app.session.readiness(&level.id);
            let page = |bars| pages::readiness::page(book, level, &bars, app.session.reviews());
            readiness.map(page).unwrap_or_default()
        }
        (View::Steps, Some(_)) => {
            let Some((plan, calendar)) = app.session.target_plan() else { return Document::default() };
            match app.planning.steps.selected.checked_sub(1) {
                None => pages::plan::overview(book, plan, calendar),
                Some(step) => pages::plan::step(book, plan, calendar, step),
            }
        }
    }
}

/// Moves in a page. The answer is a link to follow.
pub fn move_in(pane: &Pane, doc: &Document, action: Action) -> Option<Link> {
    match action {
        Action::Up => pane.scroll_by(-1),
        Action::Down => pane.scroll_by(1),
        Action::PageUp => pane.scroll_pages(-1),
        Action::PageDown => pane.scroll_pages(1),
        Action::Top => pane.to_top(),
        Action::Bottom => pane.to_bottom(),
        Action::NextLink => pane.choose_link(doc, true),
        Action::PreviousLink => pane.choose_link(doc, false),
        Action::Open => return pane.chosen(doc),
        _ => {}
    }
    None
}
