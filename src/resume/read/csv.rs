//! CSV: the files that LinkedIn exports, and tables of skills.

use super::table::{self, Row};
use super::{Fault, Format, ReadError};
use crate::resume::node::{Entry, Node};

/// What the columns of a file of LinkedIn become: file, section, and columns by key.
struct Sheet {
    /// Columns that all have to be there.
    columns: &'static [&'static str],
    /// Whether it may have no other column.
    is_alone: bool,
    section: &'static str,
    keys: &'static [(&'static str, &'static str)],
}

const SHEETS: &[Sheet] = &[
    Sheet {
        columns: &["Company Name", "Title", "Started On"],
        is_alone: false,
        section: "work",
        keys: &[
            ("Company Name", "name"),
            ("Title", "position"),
            ("Description", "summary"),
            ("Location", "location"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    },
    Sheet {
        columns: &["School Name", "Degree Name"],
        is_alone: false,
        section: "education",
        keys: &[
            ("School Name", "institution"),
            ("Degree Name", "studyType"),
            ("Start Date", "startDate"),
            ("End Date", "endDate"),
            ("Notes", "notes"),
            ("Activities", "activities"),
        ],
    },
    Sheet {
        columns: &["Name", "Proficiency"],
        is_alone: true,
        section: "languages",
        keys: &[("Name", "language"), ("Proficiency", "fluency")],
    },
    Sheet {
        columns: &["Name", "Authority"],
        is_alone: false,
        section: "certificates",
        keys: &[
            ("Name", "name"),
            ("Authority", "issuer"),
            ("Url", "url"),
            ("Started On", "date"),
            ("Finished On", "expires"),
            ("License Number", "licenseNumber"),
        ],
    },
    Sheet {
        columns: &["Title", "Description", "Url"],
        is_alone: false,
        section: "projects",
        keys: &[
            ("Title", "name"),
            ("Description", "description"),
            ("Url", "url"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    },
    Sheet { columns: &["Name"], is_alone: true, section: "skills", keys: &[("Name", "name")] },
];

const PROFILE: &[(&str, &str)] =
    &[("Headline", "label"), ("Summary", "summary"), ("Geo Location", "location"), ("Industry", "industry")];

/// The separators, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Reads CSV; `None` where the text has no heading that is known.
///
/// # Errors
/// Where a row can't be split.
pub fn read(text: &str, faults: &mut Vec<Fault>) -> Result<Option<(Format, Node)>, ReadError> {
    for separator in SEPARATORS {
        let Some((heads, heading)) = heads(text, separator) else { continue };
        if table::is_of_skills(&heads) {
            let rows = rows(text, separator, heading)?;
            return Ok(Some((Format::SelfAssessment, table::skills(&heads, &rows, faults))));
        }
        if heads.iter().any(|head| head == "First Name") && heads.iter().any(|head| head == "Last Name") {
            let rows = rows(text, separator, heading)?;
            return Ok(rows.first().map(|row| (Format::LinkedIn, person(&heads, row))));
        }
        if let Some(sheet) = SHEETS.iter().find(|sheet| sheet.fits(&heads)) {
            let rows = rows(text, separator, heading)?;
            return Ok(Some((Format::LinkedIn, sheet.node(&heads, &rows))));
        }
    }
    Ok(None)
}

impl Sheet {
    fn fits(&self, heads: &[String]) -> bool {
        let has = |column: &&str| heads.iter().any(|head| head == column);
        self.columns.iter().all(has) && (!self.is_alone || heads.len() == self.columns.len())
    }

    fn node(&self, heads: &[String], rows: &[Row]) -> Node {
        let items = rows.iter().map(|row| Node::map_at(row.line, entries(heads, row, self.keys)));
        let list = Node::list_at(1, items.collect());
        Node::map_at(1, vec![Entry::new(self.section, list)])
    }
}

/// The heading of a text with its line: the first line, or the first after notes that end with an empty line.
fn heads(text: &str, separator: u8) -> Option<(Vec<String>, usize)> {
    let has_notes = text.starts_with("Notes:");
    let after_notes = text.lines().position(|line| line.trim().is_empty()).map_or(0, |at| at + 1);
    let at = if has_notes { after_notes } else { text.lines().position(|line| !line.trim().is_empty())? };
    let line = text.lines().nth(at)?;
    let heads: Vec<String> = line
        .split(char::from(separator))
        .map(|head| head.trim().trim_matches('"').trim().to_owned())
        .collect();
    Some((heads, at))
}

/// The rows below a heading, which stands on the line with this position.
fn rows(text: &str, separator: u8, heading: usize) -> Result<Vec<Row>, ReadError> {
    let body: String = text.lines().skip(heading + 1).flat_map(|line| [line, "\n"]).collect();
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(body.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| ReadError::broken(heading + 2, error.to_string()))?;
        let line = record.position().map_or(0, ::csv::Position::line);
        let line = heading + 1 + usize::try_from(line).unwrap_or_default();
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

/// The entries of a row: under the keys of some columns, and under the heading of all others.
fn entries(heads: &[String], row: &Row, keys: &[(&str, &str)]) -> Vec<Entry> {
    let cells = heads.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
    cells
        .map(|(head, cell)| {
            let key = keys.iter().find(|(column, _)| column == head).map_or(head.as_str(), |(_, key)| *key);
            Entry::new(key, Node::text_at(row.line, cell.as_str()))
        })
        .collect()
}

/// The row of the file about the person.
fn person(heads: &[String], row: &Row) -> Node {
    let cell = |name: &str| {
        let at = heads.iter().position(|head| head == name);
        at.and_then(|at| row.cells.get(at)).map(String::as_str).unwrap_or_default()
    };
    let name = [cell("First Name"), cell("Last Name")].join(" ");
    let mut basics = vec![Entry::new("name", Node::text_at(row.line, name.trim()))];
    let names = ["First Name", "Last Name"];
    basics.extend(
        entries(heads, row, PROFILE).into_iter().filter(|entry| !names.contains(&entry.key.as_str())),
    );
    Node::map_at(1, vec![Entry::new("basics", Node::map_at(row.line, basics))])
}
