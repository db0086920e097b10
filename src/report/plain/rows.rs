//! A row of a table as one line.

use super::words;
use crate::coach::score::range;
use crate::report::document::{Cell, Column, Spoken, Table};
use crate::report::pages::capitalised;

/// Cells that say that there is nothing to say.
const NOTHING: [&str; 3] = ["", "–", "·"];

/// One line for each row that has something to say.
pub fn said(table: &Table) -> Vec<String> {
    let rows: Vec<Row> = table.rows.iter().map(|cells| Row::new(&table.columns, cells)).collect();
    let is_prose = rows.iter().any(Row::is_prose);
    rows.iter().map(|row| row.line(is_prose)).filter(|line| !line.is_empty()).collect()
}

/// What a row is about, and what it says about that.
struct Row {
    subject: Option<Part>,
    parts: Vec<Part>,
}

/// A cell in words, and the words before it.
struct Part {
    head: String,
    text: String,
}

impl Row {
    fn new(columns: &[Column], cells: &[Cell]) -> Self {
        let mut parts: Vec<Option<Part>> = columns
            .iter()
            .zip(cells)
            .enumerate()
            .map(|(i, (column, cell))| Part::new(column, cell, i == 0))
            .collect();
        let subject = if parts.is_empty() { None } else { parts.remove(0) };
        Self { subject, parts: parts.into_iter().flatten().collect() }
    }

    /// Whether the cells need full stops between them, as one of them is a sentence, or as the first one has a head too.
    fn is_prose(&self) -> bool {
        let has_head = self.subject.as_ref().is_some_and(|subject| !subject.head.is_empty());
        has_head || self.parts.iter().any(|part| is_prose(&part.text))
    }

    /// `Mid-level: score 39 to 88, standing not yet`; where a cell is a sentence, `The ad says: Degree preferred. Without a degree:
    /// Apply, with a referral if you can get one.`
    fn line(&self, is_prose: bool) -> String {
        let parts: Vec<String> =
            self.parts.iter().map(|part| if is_prose { part.sentence() } else { part.phrase() }).collect();
        let rest = parts.join(if is_prose { " " } else { ", " });
        let Some(subject) = &self.subject else { return capitalised(&rest) };
        let name = if subject.head.is_empty() { subject.text.clone() } else { subject.sentence() };
        let after = if name.ends_with(ENDS) { "" } else { ":" };
        if rest.is_empty() { name } else { format!("{name}{after} {rest}") }
    }
}

impl Part {
    fn new(column: &Column, cell: &Cell, is_first: bool) -> Option<Self> {
        let (text, has_own_words) = text(cell);
        if NOTHING.contains(&text.trim()) {
            return None;
        }
        let head = match &column.spoken {
            Spoken::Unsaid => return None,
            _ if has_own_words => String::new(),
            Spoken::Head if is_first => String::new(),
            Spoken::Head => lower(&words(&column.head)),
            Spoken::Words(head) => words(head),
        };
        Some(Self { head, text: words(&text) })
    }

    /// Words that stand between commas: `score 39 to 88`.
    fn phrase(&self) -> String {
        if self.head.is_empty() { self.text.clone() } else { format!("{} {}", self.head, self.text) }
    }

    /// Words that stand alone: `Done by: a team, or two.`
    fn sentence(&self) -> String {
        let text = if self.head.is_empty() {
            capitalised(&self.text)
        } else {
            format!("{}: {}", capitalised(&self.head), self.text)
        };
        if text.ends_with(ENDS) { text } else { format!("{text}.") }
    }
}

/// The cell as it is said, not yet in words, and whether it has words of its own.
fn text(cell: &Cell) -> (String, bool) {
    match cell {
        Cell::Text(spans) => (super::said(spans), spans.iter().any(|span| span.said.is_some())),
        Cell::Range { low, high, mark } | Cell::Share { low, high, mark } => {
            (range(*low, *high, *mark), false)
        }
        Cell::Bar { from, to } => (range(*from, *to, *to), false),
    }
}

const ENDS: [char; 5] = ['.', '?', '!', ':', ';'];

/// Whether a cell has commas or full stops of its own, so that others would not tell it from its neighbours.
fn is_prose(text: &str) -> bool {
    text.ends_with(ENDS) || [", ", "; ", ". ", "? "].iter().any(|sign| text.contains(sign))
}

/// A heading in the middle of a line. One that begins with an abbreviation keeps its letters.
fn lower(head: &str) -> String {
    let mut letters = head.chars();
    match letters.next() {
        Some(first) if !letters.clone().next().is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => head.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::coach::fraction::Fraction;
    use crate::report::document::{Cell, Column, Span, Table};

    fn lines(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Vec<String> {
        said(&Table { columns, rows })
    }

    #[test]
    fn sentences_stand_apart_and_name_their_columns() {
        let columns = vec![Column::left("The ad says").spoken("The ad says"), Column::left("What to do")];
        let rows = vec![
            vec!["Degree preferred".into(), "Apply, with a referral".into()],
            vec!["Any path".into(), "–".into()],
        ];
        assert_eq!(
            lines(columns, rows),
            ["The ad says: Degree preferred. What to do: Apply, with a referral.", "The ad says: Any path."]
        );
    }

    #[test]
    fn words_of_a_cell_replace_the_head() {
        let gain: Cell = Span::from("+2.1").said_as("one rating higher adds 2.1").into();
        let columns = vec![Column::left("Skill"), Column::right("+1"), Column::right("SQL needs")];
        assert_eq!(
            lines(columns, vec![vec!["Git".into(), gain, "3".into()]]),
            ["Git: one rating higher adds 2.1, SQL needs 3"]
        );
    }

    #[test]
    fn bars_without_figures_are_said_in_numbers() {
        let (low, high, mark) = (Fraction::percent(39), Fraction::percent(79), Fraction::percent(80));
        let columns = vec![Column::left("Level"), Column::left("Range"), Column::left("Share")];
        let row = vec![
            "Junior".into(),
            Cell::Range { low, high, mark },
            Cell::Bar { from: Fraction::ZERO, to: Fraction::percent(50) },
        ];
        assert_eq!(lines(columns, vec![row]), ["Junior: range 39 to 79, share 0 to 50"]);
    }

    #[test]
    fn a_row_about_nothing_named_begins_with_a_capital() {
        let columns =
            vec![Column::left("Bar").unsaid(), Column::default().spoken("score"), Column::default()];
        let bar = || Cell::Bar { from: Fraction::ZERO, to: Fraction::percent(50) };
        let rows = vec![vec![bar(), "40–90".into(), "open".into()], vec![bar(), "".into(), " ".into()]];
        assert_eq!(lines(columns, rows), ["Score 40 to 90, open"]);
    }

    #[test]
    fn a_question_keeps_its_mark() {
        let rows = vec![vec!["How many years?".into(), "such as years=3".into()]];
        assert_eq!(lines(vec![Column::default(); 2], rows), ["How many years? such as years=3"]);
    }
}
