//! The short overview: the scores, the largest gaps, and the next steps.

use super::{GuideView, gap};
use crate::coach::adaptive::{Estimate, FIRST_IMPRESSION};
use crate::coach::assessment::Assessment;
use crate::coach::deciding_skills::deciding_skills;
use crate::coach::plan::Step;
use crate::coach::score::{LevelScore, Standing};
use crate::report::document::{Document, Role, Span, Spans};

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
    if assessment.rated > 0 {
        doc.spans(gap::headline(book, assessment));
    }
    if let Some(score) = target {
        doc.spans(vec![
            format!("Target: {}, {}, ", book.level_name(&score.level), score.range()).into(),
            super::standing(score.standing),
            " (self-reported)".into(),
        ]);
    }
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
            "Press ".into(),
            Span::new(Role::Strong, "r"),
            format!(" to review {}: old, or reworded since.", super::count(reviews, "rating")).into(),
        ]);
    }
    if assessment.rated > 0 && !steps.is_empty() {
        doc.gap();
        doc.spans(vec![Span::new(Role::Strong, "Do next")]);
        // An addition takes the place of a step, so that everything stays visible.
        let beside = usize::from(reviews > 0) + beside.progress.len().saturating_sub(1);
        let shown = STEPS.saturating_sub(beside);
        let rows = steps.iter().take(shown).map(|step| gap::step_row(book, step)).collect();
        doc.table(gap::step_columns(), rows);
    }
    doc
}

/// What the answers so far suggest, in a few words; nothing before there are enough of them.
#[must_use]
pub fn impression(book: GuideView<'_>, estimate: &Estimate) -> Option<String> {
    if estimate.answered < FIRST_IMPRESSION {
        return None;
    }
    let level = match (&estimate.likely, book.guide.levels.first()) {
        (Some(level), _) => book.reached_name(level),
        (None, Some(first)) => format!("on the way to {}", first.short),
        (None, None) => return None,
    };
    Some(if estimate.is_useful() {
        format!("Estimate: {level}, if you can prove it")
    } else {
        format!("First impression: {level}")
    })
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
        doc.item(vec![Span::new(Role::Strong, "t"), " – choose your target level".into()]);
        doc.item(vec![
            Span::new(Role::Strong, "4"),
            " – rate your skills: one key each, saved at once".into(),
        ]);
        doc.item(vec![
            Span::new(Role::Strong, "2"),
            " – read what the job is, what it pays and what it takes".into(),
        ]);
        return;
    }
    match target {
        Some(score) => {
            let heading = match score.standing {
                Standing::Ready => "Ready:",
                Standing::Unproved => "Unproved:",
                Standing::Open => "Open:",
                Standing::NotYet if score.own_standing() > Standing::NotYet => "Not yet:",
                Standing::NotYet => "Biggest gaps:",
            };
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
                "Press ".into(),
                Span::new(Role::Strong, "t"),
                " to choose your target level. Then you see here what is missing.".into(),
            ]);
        }
    }
}
