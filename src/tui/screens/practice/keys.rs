//! The keys of each step of a question.

use crate::tui::keymap::{Bindings, Listing, bind};
use crate::tui::widgets::pane::Move;

/// What a key does at every step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Always {
    /// One step back; from the start back to where the user came from.
    Leave,
    /// Scrolls.
    Scroll(Move),
}

/// What a key does before a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Begins a round.
    Begin,
}

/// What a key does while it is asked how sure the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// So many per cent sure.
    Sure(u8),
    /// Leaves the question open.
    Skip,
}

/// What a key does while the person answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// Shows the points of a good answer.
    Show,
}

/// What a key does while points are ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticking {
    /// Ticks a point by its number, from 1, or takes the tick away.
    Tick(u8),
    /// The same with the marked point.
    TickMarked,
    /// Ticks all points; takes all ticks away where all are ticked.
    All,
    /// Marks the point above.
    Up,
    /// Marks the point below.
    Down,
    /// Every point that was made is ticked.
    Done,
}

/// What a key does below the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Result {
    /// Goes to the next question.
    Next,
}

/// The keys of every step; those of the step go first.
pub const ALWAYS: Bindings<Always> = Bindings {
    title: "Practice",
    list: &[
        bind(Always::Leave, "practice-leave", &["esc"], "one step back; an answer that is marked is kept")
            .hint("Esc back"),
        bind(Always::Scroll(Move::Down), "practice-down", &["down", "j"], "scroll down"),
        bind(Always::Scroll(Move::Up), "practice-up", &["up", "k"], "scroll up"),
        bind(Always::Scroll(Move::PageDown), "practice-page-down", &["pagedown", "ctrl-f"], "one page down"),
        bind(Always::Scroll(Move::PageUp), "practice-page-up", &["pageup", "ctrl-b"], "one page up"),
        bind(Always::Scroll(Move::HalfDown), "practice-half-down", &["ctrl-d"], "half a page down"),
        bind(Always::Scroll(Move::HalfUp), "practice-half-up", &["ctrl-u"], "half a page up"),
    ],
};

/// The keys before a round.
pub const START: Bindings<Start> = Bindings {
    title: "Practice: before a round",
    list: &[bind(Start::Begin, "practice-start", &["enter", "space"], "start a round").hint("Enter start")],
};

/// The keys of the question how sure one is.
pub const ASKED: Bindings<Asked> = Bindings {
    title: "Practice: how sure are you?",
    list: &[
        bind(Asked::Sure(50), "sure-50", &["5"], "50 % sure: it could go either way").hint("5–0 how sure"),
        bind(Asked::Sure(60), "sure-60", &["6"], "60 % sure"),
        bind(Asked::Sure(70), "sure-70", &["7"], "70 % sure"),
        bind(Asked::Sure(80), "sure-80", &["8"], "80 % sure"),
        bind(Asked::Sure(90), "sure-90", &["9"], "90 % sure"),
        bind(Asked::Sure(100), "sure-100", &["0"], "100 % sure: you are certain"),
        bind(Asked::Skip, "practice-skip", &["s", "right"], "skip: leave it open, next question")
            .hint("s skip"),
    ],
};

/// The keys while one answers.
pub const ANSWERING: Bindings<Answering> = Bindings {
    title: "Practice: your answer",
    list: &[bind(Answering::Show, "show-points", &["enter", "space"], "show the points of a good answer")
        .hint("Enter points")],
};

/// The hint for each number of points, from 1 to 6.
const TICK_HINTS: [&str; 6] = ["1 tick", "1–2 tick", "1–3 tick", "1–4 tick", "1–5 tick", "1–6 tick"];

/// The keys while so many points are ticked.
#[must_use]
pub fn ticking(points: usize) -> Listing {
    let mut listing = TICKING.listing();
    for line in listing.lines.iter_mut().filter(|line| !line.other_hints.is_empty()) {
        line.hint = points.checked_sub(1).and_then(|at| TICK_HINTS.get(at)).unwrap_or(&line.hint);
    }
    listing
}

/// The keys while points are ticked.
pub const TICKING: Bindings<Ticking> = Bindings {
    title: "Practice: the points you made",
    list: &[
        bind(Ticking::Tick(1), "tick-1", &["1"], "tick point 1, or take the tick away")
            .hint(TICK_HINTS[5])
            .or_hints(&TICK_HINTS),
        bind(Ticking::Tick(2), "tick-2", &["2"], "tick point 2"),
        bind(Ticking::Tick(3), "tick-3", &["3"], "tick point 3"),
        bind(Ticking::Tick(4), "tick-4", &["4"], "tick point 4"),
        bind(Ticking::Tick(5), "tick-5", &["5"], "tick point 5"),
        bind(Ticking::Tick(6), "tick-6", &["6"], "tick point 6"),
        bind(Ticking::TickMarked, "tick-marked", &["space"], "tick the marked point"),
        bind(Ticking::All, "tick-all", &["a"], "tick all points, or none").hint("a all"),
        bind(Ticking::Up, "point-up", &["up", "k"], "mark the point above"),
        bind(Ticking::Down, "point-down", &["down", "j"], "mark the point below"),
        bind(Ticking::Done, "points-done", &["enter"], "done: these are the points you made")
            .hint("Enter done"),
    ],
};

/// The keys below the result.
pub const RESULT: Bindings<Result> = Bindings {
    title: "Practice: the result",
    list: &[bind(Result::Next, "next-practice", &["enter", "space"], "next question").hint("Enter next")],
};

/// The binding that ticks a point by its number, from 1.
#[must_use]
pub fn tick(number: u8) -> Option<&'static str> {
    Some(TICKING.line_of(Ticking::Tick(number))?.id)
}

/// The binding that says so many per cent.
#[must_use]
pub fn sure(percent: u8) -> Option<&'static str> {
    Some(ASKED.line_of(Asked::Sure(percent))?.id)
}

/// All tables of the screen.
#[must_use]
pub fn all_listings() -> [Listing; 6] {
    [
        ALWAYS.listing(),
        START.listing(),
        ASKED.listing(),
        ANSWERING.listing(),
        TICKING.listing(),
        RESULT.listing(),
    ]
}
