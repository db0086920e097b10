//! The rows of the list: an ad to read, the one in hand, those that are kept, and the documents.

use crate::coach::matching::Match;
use crate::report::document::{Role, Span};
use crate::report::export::Subject;
use crate::report::layout::{self, Line};
use crate::report::pages::capitalised;
use crate::session::Session;
use crate::tui::outcome::Draft;
use crate::tui::widgets::rows::Rows;

/// The documents to hand over, in the order of their rows.
const DOCUMENTS: [Subject; 5] =
    [Subject::Report, Subject::Plan, Subject::Resume, Subject::CoverLetter, Subject::JobDescription];

/// The most cells of a name.
const NAME: usize = 40;
/// The cells of a state, and of a range, with the room before them.
const STATE: usize = 11;
const RANGE: usize = 9;

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// An ad is to be read.
    Read,
    /// The ad in hand.
    Draft,
    /// The kept ad with this name.
    Kept(String),
    /// What several kept ads ask for.
    Demand,
    /// A document to hand over.
    Document(Subject),
}

/// All rows, from the top.
pub fn rows(draft: Option<&Draft>, session: &Session) -> Vec<Row> {
    let kept = session.ads().unwrap_or_default().iter().map(|read| Row::Kept(read.kept.name.clone()));
    let demand = session.ads_demand().filter(|demand| demand.is_telling()).map(|_| Row::Demand);
    [Row::Read]
        .into_iter()
        .chain(draft.map(|_| Row::Draft))
        .chain(kept)
        .chain(demand)
        .chain(DOCUMENTS.map(Row::Document))
        .collect()
}

/// What a row is called.
pub fn name(row: &Row, draft: Option<&Draft>, _session: &Session) -> String {
    match row {
        Row::Read => "Read a job ad".to_owned(),
        Row::Draft => match draft.map(|draft| draft.fit.ad.title.as_str()) {
            None | Some("") => "A job ad".to_owned(),
            Some(title) => title.to_owned(),
        },
        Row::Kept(name) => name.clone(),
        Row::Demand => "What your ads ask for".to_owned(),
        Row::Document(subject) => capitalised(subject.words()),
    }
}

/// The width of a list that shows names alone.
pub const NAMES_ALONE: u16 = 26;

/// The width from which the list cuts no name that it shows whole in a wider one.
pub fn needs(draft: Option<&Draft>, session: &Session) -> u16 {
    let names = rows(draft, session).into_iter().map(|row| layout::width(&name(&row, draft, session)));
    let longest = names.max().unwrap_or_default().min(NAME);
    u16::try_from(1 + longest + STATE + RANGE).unwrap_or(u16::MAX)
}

/// The list in a width.
pub fn list(draft: Option<&Draft>, selected: &Row, session: &Session, width: u16) -> Rows {
    let mut list = Rows::default();
    let has_columns = width > NAMES_ALONE;
    let columns = if has_columns { STATE + RANGE } else { 0 };
    let room = usize::from(width).saturating_sub(1 + columns).min(NAME);
    let rows = rows(draft, session);
    let has_ads = has_columns && rows.iter().any(|row| matches!(row, Row::Draft | Row::Kept(_)));
    list.push_head(head("Job ads", has_ads, room));
    for row in rows {
        if row == Row::Document(DOCUMENTS[0]) {
            list.push_head(head("Documents", false, room));
        }
        if row == *selected {
            list.selected = list.lines.len();
        }
        let mut line = line(&row, draft, session, room);
        line.truncate(if has_columns { usize::MAX } else { 1 });
        list.lines.push(line);
    }
    list
}

fn head(name: &str, has_columns: bool, room: usize) -> Line {
    if !has_columns {
        return vec![Span::new(Role::Heading, name)];
    }
    let columns = format!("{}{:>RANGE$}", padded("  State", STATE), "Match %");
    vec![Span::new(Role::Heading, padded(name, room + 1)), Span::new(Role::Dim, columns)]
}

fn line(row: &Row, draft: Option<&Draft>, session: &Session, room: usize) -> Line {
    let name = name(row, draft, session);
    let fitted = |state: &str, matched: &Match| {
        let range = match (matched.low.percent_down(), matched.high.percent_up()) {
            (low, high) if low == high => low.to_string(),
            (low, high) => format!("{low}–{high}"),
        };
        let name = Span::new(Role::Text, format!(" {}", padded(&layout::cut(&name, room), room)));
        let state = Span::new(Role::Text, padded(&format!("  {state}"), STATE));
        vec![name, state, Span::new(Role::Strong, format!("{range:>RANGE$}"))]
    };
    match row {
        Row::Draft => match draft {
            Some(draft) => fitted("not kept", &draft.fit.matched),
            None => Line::new(),
        },
        Row::Kept(name) => match super::find(session, name) {
            Some(read) => fitted(read.kept.state.name(), &read.fit.matched),
            None => Line::new(),
        },
        Row::Read | Row::Demand | Row::Document(_) => vec![Span::new(Role::Text, format!(" {name}"))],
    }
}

/// A text with spaces behind it, so that it takes so many cells.
fn padded(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(layout::width(text))))
}

/// A problem as a sentence, with how many more there are.
pub fn sentence(problem: &str, more: usize) -> String {
    let more = match more {
        0 => String::new(),
        1 => " One more file has a problem.".to_owned(),
        more => format!(" {more} more files have problems."),
    };
    format!("{}.{more}", capitalised(problem))
}
