//! The short overview: the scores, the largest gaps, and the next steps.

use super::{GuideView, gap};
use crate::coach::adaptive::Estimate;
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::plan::Step;
use crate::coach::score::{Assessment, LevelScore, Verdict};
use crate::report::document::{Column, Document, Role, Span, Spans};

/// Number of steps in the overview.
const STEPS: usize = 3;

/// Additions to the scores on Home.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Number of ratings to review.
    pub reviews: usize,
    /// The progress so far, in at most two lines.
    pub progress: Vec<Spans>,
}

/// The Home page of the terminal interface: level reached and target in a line each, the bars, the largest gaps, the next steps.
#[must_use]
pub fn home(
    book: GuideView<'_>,
    assessment: &Assessment,
    target: Option<&LevelScore>,
    steps: &[Step],
    beside: &Beside,
) -> Document {
    let mut doc = Document::default();
    let reached = assessment.reached.as_ref().map_or("no level yet", |level| book.level_name(level));
    let mut first = vec!["Reached: ".into(), Span::new(Role::Strong, reached)];
    if let Some(score) = target {
        first.push(format!(" · Target: {}, {}, ", book.level_name(&score.level), score.range()).into());
        first.push(super::verdict(score.verdict));
        first.push(" (self-reported)".into());
    }
    doc.spans(first);
    if let Some(sentence) = gap::blocked(book, assessment) {
        doc.paragraph(sentence);
    }
    for line in &beside.progress {
        doc.spans(line.clone());
    }
    doc.gap();
    gap::add_bars(book, assessment, target.map(|score| &score.level), &mut doc);
    doc.gap();
    add_missing(book, assessment, target, &mut doc);
    let reviews = beside.reviews;
    if reviews > 0 {
        doc.spans(vec![
            Span::new(Role::Strong, "r"),
            format!(" looks again at {}: old, or reworded since.", super::count(reviews, "rating")).into(),
        ]);
    }
    if assessment.rated > 0 && !steps.is_empty() {
        doc.gap();
        doc.spans(vec![Span::new(Role::Strong, "Do next")]);
        // An addition takes the place of a step, so that everything stays visible.
        let beside = usize::from(reviews > 0) + beside.progress.len().saturating_sub(1);
        let shown = STEPS.saturating_sub(beside);
        let rows = steps.iter().take(shown).map(|step| gap::step_row(book, step)).collect();
        doc.table(vec![Column::default(), Column::default(), Column::default(), Column::right("")], rows);
    }
    doc
}

/// The result of the quick check, in a few words.
#[must_use]
pub fn first_answer(book: GuideView<'_>, standing: &Estimate) -> String {
    match (&standing.likely, book.guide.levels.first()) {
        (Some(level), _) => format!("likely {}, once all is proved (self-reported)", book.level_name(level)),
        (None, Some(first)) => format!("{} likely still lies ahead (self-reported)", first.short),
        (None, None) => String::new(),
    }
}

/// The largest gaps, or how to begin.
fn add_missing(
    book: GuideView<'_>,
    assessment: &Assessment,
    target: Option<&LevelScore>,
    doc: &mut Document,
) {
    if assessment.rated == 0 {
        doc.spans(vec![Span::new(Role::Strong, "Nothing is rated yet, so every level is open. Start here:")]);
        doc.item(vec![Span::new(Role::Strong, "t"), " – choose the level you aim for".into()]);
        doc.item(vec![Span::new(Role::Strong, "4"), " – rate your skills: a key each, saved at once".into()]);
        doc.item(vec![Span::new(Role::Strong, "2"), " – read what the career asks, pays and needs".into()]);
        return;
    }
    match target {
        Some(score) => {
            let heading = if score.verdict == Verdict::Ready { "Ready:" } else { "Missing most:" };
            doc.spans(vec![
                Span::new(Role::Strong, heading),
                " ".into(),
                format!("{}.", gap::reason(book, score)).into(),
            ]);
            if let Some(ready) = deciding_skills(score).ready {
                doc.paragraph(format!("{} would settle it.", super::capitalised(&gap::answers(ready.len()))));
            }
        }
        None => {
            doc.spans(vec![
                Span::new(Role::Strong, "t"),
                " chooses the level you aim for; then this says what is missing.".into(),
            ]);
        }
    }
}
