//! Draws a question with its anchors, or what to do when all have been asked.

use crate::coach::adaptive::FIRST_IMPRESSION;
use crate::coach::review::Review;
use crate::coach::score::LevelScore;
use crate::guide::id::SkillId;
use crate::guide::model::{Ask, Skill};
use crate::guide::scale::Rating;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};
use crate::report::layout::{self, NO_BREAK};
use crate::report::pages::{self, Face, GuideView, gap};
use crate::session::{NamedKey, Session};
use crate::tui::theme::Theme;
use crate::tui::widgets::pane::Pane;
use crate::tui::widgets::rule;
use crate::tui::widgets::stack::stack;
use crate::tui::widgets::text::{put, put_right, rest_of};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this width what helps to answer stands beside the question.
const BESIDE_FROM: u16 = 98;
/// What stands before the examples of a sentence, so that they hang below it.
const EXAMPLES: &str = "    ";
/// From this height of the question its summary has room.
const SUMMARY_FROM: u16 = 14;

/// The question asked now.
pub struct Asked<'a> {
    /// The skill; nothing when all have been asked.
    pub skill: Option<&'a SkillId>,
    /// How far the questions have come.
    pub progress: String,
    /// What the answers say so far, from the longest way to say it to the shortest.
    pub standing: Vec<String>,
    /// What is said of the rating that the keys of evidence mean, in the same order.
    pub evidence: Vec<String>,
    /// The note on that rating.
    pub note: Option<&'a str>,
    /// Whether examples stand below the anchors.
    pub shows_examples: bool,
    /// Where the reader is among long anchors.
    pub pane: &'a Pane,
}

impl Asked<'_> {
    /// Draws it with the progress above and the evidence below.
    pub fn draw(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let [progress, line, body, evidence] = stack(area, [Some(1), Some(1), None, Some(1)]);
        self.draw_progress(session, theme, progress, buffer);
        // A title of a rule has two cells of it before it, a space at either end, and one cell of it behind.
        rule::draw(fitting(&self.standing, line.width.saturating_sub(5)), theme, line, buffer);
        match self.skill.and_then(|id| session.library().skill(id)) {
            Some(skill) if has_help_beside(area) => {
                let widths = [Constraint::Fill(3), Constraint::Length(3), Constraint::Fill(2)];
                let [left, middle, right] = Layout::horizontal(widths).areas(body);
                rule::draw_upright(theme, middle, buffer);
                let question = page(session, skill, left.height, false);
                let (still, moving) = (&Pane::default(), self.pane);
                // The keys move what doesn't fit: the question, else what helps to answer it.
                let lines = layout::lines(&question, usize::from(left.width.saturating_sub(1))).len();
                let [first, second] =
                    if lines > usize::from(left.height) { [moving, still] } else { [still, moving] };
                first.draw(&question, theme, left, buffer);
                second.draw(&beside(session, skill), theme, right, buffer);
                self.draw_evidence(theme, evidence, buffer);
            }
            Some(skill) => {
                self.pane.draw(&page(session, skill, body.height, self.shows_examples), theme, body, buffer);
                self.draw_evidence(theme, evidence, buffer);
            }
            None => self.pane.draw(&finished(session), theme, body, buffer),
        }
    }

    fn draw_evidence(&self, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let line = fitting(&self.evidence, area.width);
        let end = put(area.x, area.y, line, theme.style(Role::Strong), theme, area, buffer);
        if let Some(note) = self.note {
            let note = format!(" · \u{201c}{note}\u{201d}");
            put(end, area.y, &note, theme.style(Role::Dim), theme, area, buffer);
        }
    }

    fn draw_progress(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let end = put(area.x, area.y, &self.progress, theme.style(Role::Strong), theme, area, buffer);
        let Some(score) = told_score(session) else { return };
        let stand = format!("{} {}", score.range(), score.standing.name());
        let room = rest_of(area, end);
        if layout::width(&stand) <= usize::from(room.width) {
            put_right(&stand, theme.style(pages::standing_role(score.standing)), theme, room, buffer);
        }
    }
}

/// Whether what helps to answer stands beside the question in an area.
pub const fn has_help_beside(area: Rect) -> bool {
    area.width >= BESIDE_FROM
}

/// The question with its anchors, for an area of a height.
pub fn page(session: &Session, skill: &Skill, height: u16, shows_examples: bool) -> Document {
    let mut doc = Document::default();
    let mut title: Spans = vec![Span::new(Role::Title, &skill.name)];
    if let Some(ask) = session.target().and_then(|level| level.ask(&skill.id)) {
        title.push(Span::new(Role::Dim, format!("  {}", required(ask))));
    }
    doc.spans(title);
    if let Some(review) = session.reviews().iter().find(|review| review.skill == skill.id) {
        doc.paragraph(Span::new(Role::Open, pages::capitalised(&review_words(review))));
    }
    if height >= SUMMARY_FROM {
        doc.paragraph(Span::new(Role::Dim, &skill.summary));
    }
    doc.paragraph("Choose the highest sentence that is true of you.");
    let mine = session.rating(&skill.id).map(|(rating, _)| rating);
    let target = session.target();
    let needed = target.and_then(|level| Some((level, level.ask(&skill.id)?.required)));
    for rating in Rating::all() {
        let is_mine = mine == Some(rating);
        let marker = format!("{}{}", if is_mine { "▸" } else { " " }, rating.number());
        let role = if is_mine { Role::Strong } else { Role::Text };
        let mut text = pages::anchor(skill.anchors.of(rating), role);
        if let Some((level, _)) = needed.filter(|(_, needed)| *needed == rating) {
            text.push(" ".into());
            text.push(Span::new(Role::Accent, required_here(&level.short)));
        }
        doc.marked(marker, text);
        if shows_examples && rating > Rating::None {
            doc.marked(EXAMPLES, vec![Span::new(Role::Dim, skill.examples.of(rating).join(" "))]);
        }
    }
    doc
}

/// The mark behind the sentence of the required rating: one word, which a line is broken before and not in.
fn required_here(level: &str) -> String {
    format!("←{NO_BREAK}{}", level.replace(' ', &NO_BREAK.to_string()))
}

/// What helps to answer: the target's bar as it moves, why the skill matters, and examples of each sentence.
fn beside(session: &Session, skill: &Skill) -> Document {
    let view = GuideView::new(session, Face::Interface);
    let mut doc = Document::default();
    if let Some(score) = told_score(session) {
        doc.spans(vec![
            Span::new(Role::Strong, view.level_name(&score.level)),
            format!("  {}  ", score.range()).into(),
            pages::standing(score.standing),
        ]);
        let bar = Cell::Range { low: score.low, high: score.high, mark: score.threshold };
        doc.table(vec![Column::default()], vec![vec![bar]]);
    }
    doc.heading("Why it matters");
    doc.paragraph(skill.why.split_whitespace().collect::<Vec<_>>().join(" "));
    doc.heading("Examples");
    for rating in Rating::all().skip(1) {
        doc.marked(
            rating.number().to_string(),
            vec![Span::new(Role::Dim, skill.examples.of(rating).join(" "))],
        );
    }
    doc
}

/// The target's score, once there are enough answers for a verdict.
fn told_score(session: &Session) -> Option<&LevelScore> {
    session.target_score().filter(|_| session.estimate().answered >= FIRST_IMPRESSION)
}

/// Why a rating should be looked at again.
fn review_words(review: &Review) -> String {
    let day = review.rated_on.map_or_else(String::new, |day| format!(" on {day}"));
    if review.is_reworded {
        format!("its sentences have changed since you rated it{day}.")
    } else {
        format!("you rated it{day}. Is it still true? Choose the same rating to confirm it.")
    }
}

fn required(ask: &Ask) -> String {
    match ask.must_have {
        Some(floor) => format!("needs {}, must-have at least {}", ask.required.number(), floor.number()),
        None => format!("needs {}", ask.required.number()),
    }
}

/// The first of several ways to say something that fits, else the last.
fn fitting(ways: &[String], width: u16) -> &str {
    let fits = |way: &&String| layout::width(way) <= usize::from(width);
    ways.iter().find(fits).or(ways.last()).map_or("", String::as_str)
}

fn finished(session: &Session) -> Document {
    let mut doc = Document::default();
    doc.paragraph(Span::new(Role::Title, "That was the last question."));
    doc.gap();
    let assessment = session.assessment();
    doc.paragraph(format!(
        "{} of {} skills are rated. You can answer the rest any time.",
        assessment.rated, assessment.skills
    ));
    if let Some(score) = session.target_score() {
        doc.gap();
        let view = GuideView::new(session, Face::Interface);
        doc.spans(vec![
            format!("{}: {}, ", view.level_name(&score.level), score.range()).into(),
            pages::standing(score.standing),
            format!(" (self-reported): {}.", gap::reason(view, score)).into(),
        ]);
    }
    doc.gap();
    doc.paragraph(format!(
        "Press {} to open Gap, or {} to go back through the questions.",
        session.key(NamedKey::Results),
        session.key(NamedKey::Previous)
    ));
    doc
}
