//! The parts of a screen, one below the other or side by side.
//!
//! ratatui's `Layout` solves equations for this: a seventh of the whole start.

use ratatui::layout::Rect;

/// Splits an area from top to bottom. A row without a height takes what the others leave; there may be one such row.
#[must_use]
pub fn stack<const N: usize>(area: Rect, heights: [Option<u16>; N]) -> [Rect; N] {
    let fixed = heights.iter().flatten().fold(0u16, |sum, height| sum.saturating_add(*height));
    let rest = area.height.saturating_sub(fixed);
    let mut y = area.y;
    heights.map(|height| {
        let left = area.bottom().saturating_sub(y);
        let row = Rect { y, height: height.unwrap_or(rest).min(left), ..area };
        y = row.bottom();
        row
    })
}

/// Splits an area from left to right. A column without a width takes what the others leave; there may be one such column.
#[must_use]
pub fn row<const N: usize>(area: Rect, widths: [Option<u16>; N]) -> [Rect; N] {
    let turned = |area: Rect| Rect { x: area.y, y: area.x, width: area.height, height: area.width };
    stack(turned(area), widths).map(turned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::{Constraint, Layout};

    #[test]
    fn rows_are_those_of_a_layout() {
        let heights = [Some(1), Some(1), Some(1), None, Some(3), Some(1)];
        let constraints = heights.map(|height| height.map_or(Constraint::Min(0), Constraint::Length));
        for height in 7..50 {
            let area = Rect::new(2, 3, 80, height);
            let expected: [Rect; 6] = Layout::vertical(constraints).areas(area);
            assert_eq!(stack(area, heights), expected, "{height}");
        }
    }

    #[test]
    fn columns_are_those_of_a_layout() {
        let widths = [Some(26), Some(3), None];
        let constraints = widths.map(|width| width.map_or(Constraint::Min(0), Constraint::Length));
        for width in 30..120 {
            let area = Rect::new(2, 3, width, 20);
            let expected: [Rect; 3] = Layout::horizontal(constraints).areas(area);
            assert_eq!(row(area, widths), expected, "{width}");
        }
    }

    #[test]
    fn rows_stay_within_an_area_that_is_too_small() {
        let area = Rect::new(0, 1, 80, 2);
        let heights = stack(area, [Some(1), None, Some(3), Some(1)]).map(|row| (row.y, row.height));
        assert_eq!(heights, [(1, 1), (2, 0), (2, 1), (3, 0)]);
    }
}
