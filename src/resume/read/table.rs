//! A self-assessment: a table with a column of skills, and perhaps columns of levels and of evidence.

use super::Fault;
use crate::resume::node::{Entry, Node};

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Whether a table is about skills.
#[must_use]
pub fn is_of_skills(heads: &[String]) -> bool {
    heads.len() > 1 && column(heads, &["skill", "skills", "technology", "kenntnis"]).is_some()
}

fn column(heads: &[String], names: &[&str]) -> Option<usize> {
    heads.iter().position(|head| names.contains(&head.to_lowercase().as_str()))
}

/// What the rows say. The last column of levels is the present one; other columns stay under their heading.
#[must_use]
pub fn skills(heads: &[String], rows: &[Row], faults: &mut Vec<Fault>) -> Node {
    let skill = column(heads, &["skill", "skills", "technology", "kenntnis"]).unwrap_or_default();
    let level = heads.iter().rposition(|head| {
        let head = head.to_lowercase();
        ["level", "rating", "score", "proficiency"].iter().any(|word| head.starts_with(word))
    });
    let evidence = column(heads, &["evidence", "proof", "example", "link", "url"]);
    let mut items = Vec::new();
    for row in rows {
        let name = row.cells.get(skill).map(String::as_str).unwrap_or_default();
        if name.is_empty() {
            faults.push(Fault::new(row.line, "this row names no skill"));
            continue;
        }
        let mut entries = vec![Entry::new("name", Node::text_at(row.line, name))];
        for (at, (head, cell)) in heads.iter().zip(&row.cells).enumerate() {
            let key = match at {
                _ if at == skill || cell.is_empty() => continue,
                _ if Some(at) == level => "level",
                _ if Some(at) == evidence => "evidence",
                _ => head.as_str(),
            };
            entries.push(Entry::new(key, Node::text_at(row.line, cell.as_str())));
        }
        items.push(Node::map_at(row.line, entries));
    }
    Node::map_at(1, vec![Entry::new("skills", Node::list_at(1, items))])
}

/// The first table of skills in a Markdown text.
#[must_use]
pub fn markdown(text: &str, faults: &mut Vec<Fault>) -> Option<Node> {
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.windows(2).position(|two| {
        matches!(two, [head, rule] if is_rule(rule) && head.contains('|') && is_of_skills(&cells(head)))
    })?;
    let heads = lines.get(at).map(|head| cells(head))?;
    let body = lines.iter().enumerate().skip(at + 2).take_while(|(_, line)| line.contains('|'));
    let rows: Vec<Row> = body.map(|(at, line)| Row { line: at + 1, cells: cells(line) }).collect();
    Some(skills(&heads, &rows, faults))
}

fn is_rule(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t' | '\r'))
}

/// The cells of a line; `\|` within one is no border.
fn cells(line: &str) -> Vec<String> {
    const BORDER: &str = "\u{0}";
    let line = line.trim().replace("\\|", BORDER);
    let line = line.strip_prefix('|').unwrap_or(&line);
    let line = line.strip_suffix('|').unwrap_or(line);
    line.split('|').map(|cell| cell.replace(BORDER, "|").trim().to_owned()).collect()
}
