//! Draws a question at each of its steps, and what stands before a round and after it.

use super::{Practice, Stage, keys};
use crate::coach::practice::Scope;
use crate::guide::model::InterviewQuestion;
use crate::profile::practice::{Attempt, Sure};
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::layout::{self, NO_BREAK};
use crate::report::pages::practice as pages;
use crate::session::{NamedKey, Session};
use crate::tui::theme::Theme;
use crate::tui::widgets::list_and_page::beside;
use crate::tui::widgets::pane::Pane;
use crate::tui::widgets::rule;
use crate::tui::widgets::text::{put, put_right, rest_of};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use std::ops::Range;

/// The part of the width that the question has where its points stand beside it, in per cent.
const QUESTION_WIDTH: u32 = 45;
/// Maximum number of due questions that are listed before a round.
const LISTED: usize = 10;

/// A page in its parts: what always stays, and what follows, each point by itself.
#[derive(Default)]
struct Parts {
    /// The question, or what a round is.
    head: Document,
    /// What follows it, such as the points, one document each, or the result.
    rest: Vec<Document>,
    /// What is said where nothing follows yet, beside the question.
    waiting: String,
}

impl Parts {
    fn below(&self) -> Document {
        let mut doc = Document::default();
        for part in &self.rest {
            doc.0.extend(part.0.iter().cloned());
        }
        doc
    }

    fn whole(&self) -> Document {
        let mut doc = self.head.clone();
        if !self.rest.is_empty() {
            doc.append(self.below());
        }
        doc
    }
}

impl Practice {
    /// What is read here, as one page.
    pub(super) fn page(&self, session: &Session) -> Document {
        self.parts(session).whole()
    }

    fn parts(&self, session: &Session) -> Parts {
        match (&self.stage, self.question(session)) {
            (Stage::Start, _) | (_, None) => self.start(session),
            (Stage::Asked, Some((_, question))) => Parts {
                head: self.asked_page(session, question),
                waiting: "Say first how sure you are that you can answer it.".to_owned(),
                ..Parts::default()
            },
            (Stage::Answering(sure), Some((_, question))) => Parts {
                head: self.answering_page(session, question, *sure),
                waiting: format!(
                    "The points of a good answer come here when you press {}.",
                    session.key(NamedKey::ShowPoints)
                ),
                ..Parts::default()
            },
            (Stage::Ticking { made, at, .. }, Some((_, question))) => Parts {
                head: self.question_page(session, question),
                rest: points_to_tick(question, made, *at),
                ..Parts::default()
            },
            (Stage::Result(attempt), Some((_, question))) => Parts {
                head: self.question_page(session, question),
                rest: vec![result(session, attempt, question)],
                ..Parts::default()
            },
        }
    }

    /// Before a round, and after it.
    fn start(&self, session: &Session) -> Parts {
        let (deck, today) = (session.deck(&Scope::default()), session.today());
        let mut head = Document::default();
        if !self.answered.is_empty() {
            head.paragraph(Span::new(Role::Title, pages::this_round(&self.answered)));
            head.gap();
        }
        head.spans(vec![Span::new(Role::Strong, pages::counts(&deck)), ".".into()]);
        let round = pages::round(&deck, today);
        if deck.due.is_empty() && deck.new.is_empty() {
            head.paragraph(round);
        } else {
            let next = format!("{} starts a round. {round}", session.key(NamedKey::StartPractice));
            head.paragraph(Span::new(Role::Strong, next));
        }
        head.gap();
        head.paragraph("For each question say how sure you are, answer aloud or in notes, then see the points of a good answer and tick those you made. It comes again before you forget it. No rating changes.");
        if !deck.due.is_empty() {
            head.heading("Due today");
        }
        for card in deck.due.iter().take(LISTED) {
            let Some((skill, question)) = card.question(session.library()) else { continue };
            head.item(vec![
                Span::new(Role::Strong, format!("{}: ", skill.short)),
                question.ask.as_str().into(),
                Span::new(Role::Dim, format!(" {}", pages::due_for(card, today))),
            ]);
        }
        let mut calibration = Document::default();
        pages::add_calibration(session, &mut calibration);
        Parts { head, rest: vec![calibration], ..Parts::default() }
    }

    fn question_page(&self, session: &Session, question: &InterviewQuestion) -> Document {
        let mut doc = Document::default();
        if let Some((skill, _)) = self.question(session) {
            doc.paragraph(Span::new(Role::Title, &skill.name));
        }
        doc.paragraph(Span::new(Role::Strong, &question.ask));
        doc
    }

    fn asked_page(&self, session: &Session, question: &InterviewQuestion) -> Document {
        let mut doc = self.question_page(session, question);
        doc.gap();
        doc.paragraph("How sure are you that you can answer it?");
        doc.spans(scale(session, None));
        doc.paragraph(Span::new(Role::Dim, "50 % could go either way, 100 % is certain."));
        doc
    }

    fn answering_page(&self, session: &Session, question: &InterviewQuestion, sure: Sure) -> Document {
        let mut doc = self.question_page(session, question);
        doc.gap();
        doc.spans(scale(session, Some(sure)));
        doc.gap();
        doc.spans(vec![
            "Answer now, aloud or in notes, as you would in an interview. Then press ".into(),
            Span::new(Role::Accent, session.key(NamedKey::ShowPoints)),
            " to see the points of a good answer.".into(),
        ]);
        doc
    }

    pub(super) fn draw_stage(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let heights = [Constraint::Length(1), Constraint::Length(1), Constraint::Min(0)];
        let [progress, line, body] = Layout::vertical(heights).areas(area);
        self.draw_progress(session, theme, progress, buffer);
        rule::draw("", theme, line, buffer);
        let parts = self.parts(session);
        let width = u16::try_from(u32::from(body.width) * QUESTION_WIDTH / 100).unwrap_or_default();
        let (page, place, before) = match beside(width, theme, body, buffer) {
            Some([left, right]) => {
                let page = if parts.rest.is_empty() { waiting(&parts.waiting) } else { parts.below() };
                Pane::default().draw(&parts.head, theme, left, buffer);
                self.note_scale(session, &parts.head, left);
                (page, right, 0)
            }
            None => {
                self.note_scale(session, &parts.head, body);
                self.pane.measure(body);
                // An empty line stands between the question and its points.
                let before = layout::lines(&parts.head, self.pane.width()).len() + 1;
                (parts.whole(), body, before)
            }
        };
        self.pane.measure(place);
        let points = self.points(&parts, before);
        self.reveal(&points, place);
        self.pane.draw(&page, theme, place, buffer);
        self.note_points(&points, place);
    }

    fn draw_progress(&self, session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let text = match &self.stage {
            Stage::Start => "Practise interview questions".to_owned(),
            Stage::Asked | Stage::Answering(_) | Stage::Ticking { .. } | Stage::Result(_) => {
                format!("Question {} of {}", self.at + 1, self.round.len())
            }
        };
        let end = put(area.x, area.y, &text, theme.style(Role::Strong), theme, area, buffer);
        let about = match (&self.stage, self.round.get(self.at), self.question(session)) {
            (Stage::Start, ..) => session.calibration().map(pages::figures),
            (_, Some(card), Some((_, question))) => Some(pages::about(card, question, session.today())),
            (_, _, None) | (_, None, _) => None,
        };
        let room = rest_of(area, end);
        if let Some(about) = about.filter(|about| layout::width(about) <= usize::from(room.width)) {
            put_right(&about, theme.style(Role::Dim), theme, room, buffer);
        }
    }

    /// The lines of each point, counted from the top of the page, where so many stand before them; none where no points are ticked.
    fn points(&self, parts: &Parts, before: usize) -> Vec<Range<usize>> {
        if !matches!(self.stage, Stage::Ticking { .. }) {
            return Vec::new();
        }
        let lines = |doc: &Document| layout::lines(doc, self.pane.width()).len();
        let mut top = before;
        parts
            .rest
            .iter()
            .map(|point| {
                let start = top;
                top += lines(point);
                start..top
            })
            .collect()
    }

    /// Brings the marked point into view.
    fn reveal(&self, points: &[Range<usize>], area: Rect) {
        let Stage::Ticking { at, .. } = &self.stage else { return };
        let Some(point) = points.get(*at).filter(|_| self.reveals.take()) else { return };
        let (height, top) = (usize::from(area.height), self.pane.top());
        let least = point.end.saturating_sub(height).min(point.start);
        // The first point comes with the question above it, as far as there is room.
        let most = if *at == 0 { least } else { point.start };
        self.pane.scroll_to(top.clamp(least, most));
    }

    /// A click on a point ticks it.
    fn note_points(&self, points: &[Range<usize>], area: Rect) {
        let top = self.pane.top();
        for (number, point) in (1..).zip(points) {
            let Some(binding) = keys::tick(number) else { continue };
            let rows = point.clone().filter_map(|line| {
                let row = u16::try_from(line.checked_sub(top)?).ok().filter(|row| *row < area.height)?;
                Some((Rect { y: area.y.saturating_add(row), height: 1, ..area }, binding))
            });
            self.clickable.add(rows);
        }
    }

    /// A click on a certainty says it.
    fn note_scale(&self, session: &Session, head: &Document, area: Rect) {
        if self.stage != Stage::Asked {
            return;
        }
        let lines = layout::lines(head, usize::from(area.width.saturating_sub(1)));
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            let mut x = area.x;
            for span in line {
                let width = u16::try_from(layout::width(&span.text)).unwrap_or_default();
                let place = Rect::new(x, y, width, 1).intersection(area);
                let text = span.text.trim();
                let binding = SCALE.iter().find(|(percent, key)| certainty(session, *percent, *key) == text);
                self.clickable.add(binding.and_then(|(percent, _)| Some((place, keys::sure(*percent)?))));
                x = x.saturating_add(width);
            }
        }
    }
}

/// The certainties, each with its key.
const SCALE: [(u8, NamedKey); 6] = [
    (50, NamedKey::Sure50),
    (60, NamedKey::Sure60),
    (70, NamedKey::Sure70),
    (80, NamedKey::Sure80),
    (90, NamedKey::Sure90),
    (100, NamedKey::Sure100),
];

/// A certainty with its key, if it has one: `[5] 50 %`.
fn certainty(session: &Session, percent: u8, key: NamedKey) -> String {
    let key = if session.keys().has(key) { format!("[{}] ", session.key(key)) } else { String::new() };
    format!("{key}{percent} %")
}

/// The scale, with what was chosen standing out.
fn scale(session: &Session, chosen: Option<Sure>) -> Spans {
    let mut spans = Spans::new();
    for (percent, key) in SCALE {
        let (role, shown) = match chosen {
            Some(sure) if sure.percent() == percent => (Role::Accent, format!("▸ {percent} %")),
            Some(_) => (Role::Dim, format!("{percent} %")),
            None => (Role::Strong, certainty(session, percent, key)),
        };
        if !spans.is_empty() {
            spans.push(" · ".into());
        }
        // A key and what it says stay in one line.
        spans.push(Span::new(role, shown.replace(' ', &NO_BREAK.to_string())));
    }
    spans
}

fn waiting(text: &str) -> Document {
    let mut doc = Document::default();
    doc.paragraph(Span::new(Role::Dim, text));
    doc
}

fn points_to_tick(question: &InterviewQuestion, made: &[bool], at: usize) -> Vec<Document> {
    let points = question.points.iter().zip(made).enumerate();
    let page = |(i, (point, is_made)): (usize, (&String, &bool))| {
        let mark = if i == at { "▸" } else { " " };
        let tick = if *is_made { "[x]" } else { "[ ]" };
        let role = if i == at { Role::Strong } else { Role::Text };
        let mut doc = Document::default();
        doc.marked(format!("{mark}{tick} {}", i + 1), vec![Span::new(role, point)]);
        doc
    };
    points.map(page).collect()
}

/// What an answer was worth, when the question comes again, what is asked next, and the points.
fn result(session: &Session, attempt: &Attempt, question: &InterviewQuestion) -> Document {
    let mut doc = Document::default();
    doc.spans(pages::outcome(attempt));
    if let Some(day) = session.due(&attempt.question) {
        let again = pages::when(day, session.today());
        doc.paragraph(Span::new(Role::Strong, format!("It comes again {again}.")));
    }
    doc.gap();
    pages::add_follow_up(question, &mut doc);
    pages::add_stories(session.stories(&attempt.skill), &mut doc);
    doc.gap();
    for (number, point) in (1..).zip(&question.points) {
        let (mark, role) =
            if attempt.made().contains(&number) { ("✓", Role::Good) } else { ("✗", Role::Text) };
        doc.marked(format!("{mark} {number}"), vec![Span::new(role, point)]);
    }
    doc
}
