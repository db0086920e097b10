//! Tables: columns as wide as their content, wrapped where the sheet is too narrow; the headings are repeated on each sheet.

use super::Flow;
use super::picture::{bar, range, share};
use crate::report::document::{Align, Cell, Role, Span, Table};
use crate::report::pdf::PdfError;
use crate::report::pdf::ink::RULE;
use crate::report::pdf::sheet::{Mark, Shape};
use crate::report::pdf::tags::{Kind, NodeId, Tags};
use crate::report::pdf::wrap::{Piece, SetLine, natural_width, widest_word, wrap};

/// The narrowest and the widest column of bars, in points.
const BARS: (f32, f32) = (60.0, 170.0);

/// The content of a cell, before its width is known.
enum Content<'a> {
    /// Text, with its indentation in points.
    Text(Vec<Piece>, f32),
    /// A range or a bar.
    Picture(&'a Cell),
}

/// A column with its place.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: f32,
    width: f32,
    align: Align,
}

/// A row, wrapped.
struct Row<'a> {
    cells: Vec<SetCell<'a>>,
    kinds: Vec<Kind>,
}

enum SetCell<'a> {
    Text(Vec<SetLine>, f32),
    Picture(&'a Cell),
}

impl SetCell<'_> {
    fn lines(&self) -> usize {
        match self {
            Self::Text(lines, _) => lines.len(),
            Self::Picture(_) => 1,
        }
    }
}

impl Row<'_> {
    /// The height in lines; an empty row has one.
    fn lines(&self) -> usize {
        self.cells.iter().map(SetCell::lines).max().unwrap_or_default().max(1)
    }
}

impl Flow<'_> {
    /// A table.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), PdfError> {
        if table.columns.is_empty() || table.rows.is_empty() {
            return Ok(());
        }
        let heads: Vec<Content<'_>> = table.columns.iter().map(|column| self.head(&column.head)).collect();
        let rows: Vec<Vec<Content<'_>>> =
            table.rows.iter().map(|row| row.iter().map(|cell| self.content(cell)).collect()).collect();
        let places = self.places(table, &heads, &rows);
        let has_head = table.columns.iter().any(|column| !column.head.trim().is_empty());
        let head = has_head.then(|| self.row(heads, &places, |_| Kind::ColumnHead));
        let node = self.set.sheets.tags.add(Kind::Table, Tags::ROOT);
        // The headings stay with the first row.
        let first = head.as_ref().map_or(0, Row::lines) + 2;
        self.start_block(self.row_height(first))?;
        if let Some(head) = &head {
            self.head_row(head, &places, Some(node));
        }
        for row in rows {
            let row = self.row(row, &places, |column| if column == 0 { Kind::RowHead } else { Kind::Cell });
            self.set_row(&row, &places, node, head.as_ref())?;
        }
        self.space = 0.4 * self.frame.leading;
        Ok(())
    }

    fn head<'b>(&mut self, text: &str) -> Content<'b> {
        self.text(&[Span::new(Role::Strong, text)])
    }

    fn content<'b>(&mut self, cell: &'b Cell) -> Content<'b> {
        match cell {
            Cell::Text(spans) => self.text(spans),
            Cell::Range { .. } | Cell::Share { .. } | Cell::Bar { .. } => Content::Picture(cell),
        }
    }

    /// Spaces at the start of a cell are its indentation.
    fn text<'b>(&mut self, spans: &[Span]) -> Content<'b> {
        let pieces = self.pieces(spans, self.frame.size);
        let spaces =
            pieces.first().map_or(0, |first| first.text.bytes().take_while(|byte| *byte == b' ').count());
        // More than that is no indentation.
        let spaces = u8::try_from(spaces).unwrap_or_default().min(12);
        Content::Text(pieces, 0.5 * self.frame.size * f32::from(spaces))
    }

    /// Where each column stands: as wide as its content, or narrower where there is no room.
    fn places(&self, table: &Table, heads: &[Content<'_>], rows: &[Vec<Content<'_>>]) -> Vec<Place> {
        let between = 1.1 * self.frame.size;
        let mut natural = Vec::with_capacity(heads.len());
        let mut least = Vec::with_capacity(heads.len());
        for (i, head) in heads.iter().enumerate() {
            let cells = rows.iter().filter_map(|row| row.get(i)).chain([head]);
            let (widest, word) = cells
                .map(|cell| self.needs(cell))
                .fold((0.0, 0.0), |(a, b): (f32, f32), (c, d)| (a.max(c), b.max(d)));
            natural.push(widest);
            least.push(word);
        }
        let gaps = between * f32::from(u16::try_from(heads.len().saturating_sub(1)).unwrap_or(u16::MAX));
        let widths = shared(&natural, &least, (self.frame.width - gaps).max(0.0));
        let mut x = self.frame.left;
        let mut places = Vec::with_capacity(widths.len());
        for (column, width) in table.columns.iter().zip(widths) {
            places.push(Place { x, width, align: column.align });
            x += width + between;
        }
        places
    }

    /// The width that a cell would like, and the least with which no word is broken.
    fn needs(&self, cell: &Content<'_>) -> (f32, f32) {
        match cell {
            Content::Text(pieces, indent) => {
                (natural_width(pieces, self.fonts) + indent, widest_word(pieces, self.fonts) + indent)
            }
            Content::Picture(_) => (BARS.1, BARS.0),
        }
    }

    fn row<'b>(&self, cells: Vec<Content<'b>>, places: &[Place], kind: impl Fn(usize) -> Kind) -> Row<'b> {
        let kinds = (0..cells.len()).map(kind).collect();
        let cells = cells.into_iter().zip(places).map(|(cell, place)| match cell {
            Content::Text(pieces, indent) => {
                SetCell::Text(wrap(&pieces, place.width - indent, self.fonts), indent)
            }
            Content::Picture(cell) => SetCell::Picture(cell),
        });
        Row { cells: cells.collect(), kinds }
    }

    fn row_height(&self, lines: usize) -> f32 {
        // A sheet has fewer lines than that.
        f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * self.frame.leading + 0.2 * self.frame.size
    }

    /// The headings, with a rule below. Repeated headings are decoration.
    fn head_row(&mut self, head: &Row<'_>, places: &[Place], table: Option<NodeId>) {
        let nodes = table.map(|table| self.row_nodes(head, table));
        self.row_lines(head, places, nodes.as_deref(), 0, head.lines());
        self.y += 0.1 * self.frame.size;
        let right = places.last().map_or(self.frame.left, |place| place.x + place.width);
        let points = vec![(self.frame.left, self.y), (right, self.y)];
        self.set.sheets.decorate(vec![Shape::Stroke { points, color: RULE, width: 0.6, dash: 0.0 }]);
        self.y += 0.25 * self.frame.size;
    }

    fn set_row(
        &mut self,
        row: &Row<'_>,
        places: &[Place],
        table: NodeId,
        head: Option<&Row<'_>>,
    ) -> Result<(), PdfError> {
        let nodes = self.row_nodes(row, table);
        let (mut from, lines) = (0, row.lines());
        if self.row_height(lines) > self.frame.bottom - self.y && self.y > self.frame.top {
            self.next_table_sheet(places, head)?;
        }
        while from < lines {
            let mut until = from;
            while until < lines && (until == from || self.fits(until + 1 - from)) {
                until += 1;
            }
            self.row_lines(row, places, Some(&nodes), from, until);
            from = until;
            if from < lines {
                self.next_table_sheet(places, head)?;
            }
        }
        self.y += 0.2 * self.frame.size;
        Ok(())
    }

    fn fits(&self, lines: usize) -> bool {
        self.y + self.row_height(lines) <= self.frame.bottom
    }

    fn next_table_sheet(&mut self, places: &[Place], head: Option<&Row<'_>>) -> Result<(), PdfError> {
        self.next_sheet()?;
        // Headings that fill a sheet would leave no room for the rows.
        if let Some(head) = head.filter(|head| self.fits(3 * head.lines())) {
            self.head_row(head, places, None);
        }
        Ok(())
    }

    fn row_nodes(&mut self, row: &Row<'_>, table: NodeId) -> Vec<NodeId> {
        let tags = &mut self.set.sheets.tags;
        let parent = tags.add(Kind::Row, table);
        row.kinds.iter().map(|kind| tags.add(*kind, parent)).collect()
    }

    /// The lines of a row from one up to another, cell by cell.
    fn row_lines(
        &mut self,
        row: &Row<'_>,
        places: &[Place],
        nodes: Option<&[NodeId]>,
        from: usize,
        until: usize,
    ) {
        for (i, (cell, place)) in row.cells.iter().zip(places).enumerate() {
            let node = nodes.and_then(|nodes| nodes.get(i)).copied();
            match cell {
                SetCell::Text(lines, indent) => {
                    let lines = lines.iter().take(until).skip(from);
                    self.cell_lines(lines, *place, *indent, node);
                }
                SetCell::Picture(cell) if from == 0 => self.picture(cell, *place, node),
                SetCell::Picture(_) => {}
            }
        }
        self.y += self.row_height(until - from) - 0.2 * self.frame.size;
    }

    fn cell_lines<'l>(
        &mut self,
        lines: impl Iterator<Item = &'l SetLine>,
        place: Place,
        indent: f32,
        node: Option<NodeId>,
    ) {
        let mut y = self.y;
        for line in lines {
            let x = match place.align {
                Align::Left => place.x + indent,
                Align::Right => place.x + (place.width - line.width).max(0.0),
            };
            let baseline = self.baseline(y, self.frame.leading, line);
            self.set.sheets.line(line, x, baseline, node, self.fonts);
            y += self.frame.leading;
        }
    }

    fn picture(&mut self, cell: &Cell, place: Place, node: Option<NodeId>) {
        let area = [place.x, self.y, place.width, self.frame.leading];
        let (shapes, alt) = match cell {
            Cell::Range { low, high, mark } => range(*low, *high, *mark, area),
            Cell::Share { low, high, mark } => share(*low, *high, *mark, area),
            Cell::Bar { from, to } => bar(*from, *to, area),
            Cell::Text(_) => return,
        };
        let sheets = &mut self.set.sheets;
        let content = node.and_then(|node| {
            let figure = sheets.tags.figure(node, alt, area);
            sheets.content(figure)
        });
        sheets.paint(Mark::Shapes { shapes, content });
    }
}

/// Widths for columns: what each would like if there is room. Otherwise the widest become narrower, all to one width, but none
/// narrower than its longest word; and if even that is too much, all in proportion.
fn shared(natural: &[f32], least: &[f32], room: f32) -> Vec<f32> {
    let sum = |widths: &[f32]| widths.iter().sum::<f32>();
    if sum(natural) <= room {
        return natural.to_vec();
    }
    if sum(least) >= room {
        let factor = room / sum(least).max(1.0);
        return least.iter().map(|width| width * factor).collect();
    }
    let at_most = |limit: f32| -> Vec<f32> {
        natural.iter().zip(least).map(|(natural, least)| natural.min(limit).max(*least)).collect()
    };
    let (mut fits, mut too_wide) = (0.0, room);
    // Halving thirty times finds the limit to a millionth of a point.
    for _ in 0..30 {
        let middle = (fits + too_wide) / 2.0;
        if sum(&at_most(middle)) <= room { fits = middle } else { too_wide = middle }
    }
    at_most(fits)
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn the_widest_columns_give_way() {
        assert_eq!(shared(&[50.0, 100.0], &[20.0, 30.0], 200.0), [50.0, 100.0]);
        let widths = shared(&[50.0, 300.0, 400.0], &[20.0, 30.0, 160.0], 300.0);
        assert!(
            widths.iter().zip([50.0, 90.0, 160.0]).all(|(width, want)| (width - want).abs() < 0.01),
            "{widths:?}"
        );
    }

    #[test]
    fn words_break_only_where_nothing_else_helps() {
        assert_eq!(shared(&[300.0, 100.0], &[300.0, 100.0], 200.0), [150.0, 50.0]);
        assert!(shared(&[], &[], 200.0).is_empty());
    }
}
