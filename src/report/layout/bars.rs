//! Draws ranges, shares and bars, each in a line.

use super::Line;
use crate::coach::fraction::Fraction;
use crate::report::document::Role;

/// A range on an axis, crossed by the threshold: `├─────▬▬▬▬▬╋▬▬┥`. The range is thick, so that it can be read without colour, and the
/// threshold is heavier than the axis.
#[must_use]
pub fn range_bar(low: Fraction, high: Fraction, mark: Fraction, width: usize) -> Line {
    range(Role::Bar, [low, high, mark], width)
}

/// A bar from one position of an axis to another.
#[must_use]
pub fn plain_bar(from: Fraction, to: Fraction, width: usize) -> Line {
    bar(Role::Bar, from, to, width)
}

/// A share in the same frame as a range: solid as far as it is certain, dashed as far as it is possible.
#[must_use]
pub fn share_bar(low: Fraction, high: Fraction, mark: Fraction, width: usize) -> Line {
    share(Role::Bar, [low, high, mark], width)
}

/// A range; what is thick in it has a role.
pub(super) fn range(role: Role, [low, high, mark]: [Fraction; 3], width: usize) -> Line {
    let ends = Ends::of([low, high, mark], width);
    framed(role, ends.mark, width, |cell| (ends.low..=ends.high).contains(&cell).then_some('▬'))
}

/// A share; what is thick in it has a role.
pub(super) fn share(role: Role, [low, high, mark]: [Fraction; 3], width: usize) -> Line {
    let ends = Ends::of([low, high, mark], width);
    let (certain, possible) = (low > Fraction::ZERO, high > Fraction::ZERO);
    framed(role, ends.mark, width, |cell| match cell {
        cell if certain && cell <= ends.low => Some('▬'),
        cell if possible && cell <= ends.high => Some('╍'),
        _ => None,
    })
}

/// The cells of both ends and of the threshold.
struct Ends {
    low: usize,
    high: usize,
    mark: usize,
}

impl Ends {
    /// A range that misses the threshold doesn't touch it, however short the axis is.
    fn of([low, high, mark]: [Fraction; 3], width: usize) -> Self {
        let at = cell_of(mark, width);
        let most = if high < mark { at.saturating_sub(1) } else { width };
        Self { low: cell_of(low, width).min(most), high: cell_of(high, width).min(most), mark: at }
    }
}

/// The cell of a point on an axis that is so many cells wide.
pub(super) fn cell_of(part: Fraction, width: usize) -> usize {
    let last = width.saturating_sub(1);
    usize::try_from(part.of(last as u64)).unwrap_or(last)
}

/// An axis with its ends and its threshold; `thick` says what stands in a cell beside the axis itself.
fn framed(role: Role, mark: usize, width: usize, thick: impl Fn(usize) -> Option<char>) -> Line {
    let Some(last) = width.checked_sub(1) else { return Line::new() };
    cells(width, |cell| {
        let sign = thick(cell);
        let glyph = match (cell, sign) {
            (0, Some(_)) => '┝',
            (0, None) => '├',
            (cell, Some(_)) if cell == last => '┥',
            (cell, None) if cell == last => '┤',
            (cell, Some(_)) if cell == mark => '╋',
            (cell, None) if cell == mark => '╂',
            (_, Some(sign)) => sign,
            (_, None) => '─',
        };
        (glyph, if sign.is_some() { role } else { Role::Dim })
    })
}

/// A bar; it is half as high as a row, so that the bars of neighbouring rows stay apart.
pub(super) fn bar(role: Role, from: Fraction, to: Fraction, width: usize) -> Line {
    let at = |part: Fraction| usize::try_from(part.of(width as u64)).unwrap_or(width);
    let (from, to) = (at(from), at(to).max(at(from) + 1));
    cells(width, |cell| if (from..to).contains(&cell) { ('▄', role) } else { (' ', Role::Text) })
}

fn cells(width: usize, cell: impl Fn(usize) -> (char, Role)) -> Line {
    let mut line = Line::new();
    for (glyph, role) in (0..width).map(cell) {
        super::push(&mut line, glyph, role);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{plain_bar, range_bar, share_bar};
    use crate::coach::fraction::Fraction;
    use crate::report::document::Span;
    use crate::report::layout::width;
    use crate::report::text::to_ascii;

    fn text(line: Vec<Span>) -> String {
        line.into_iter().map(|span| span.text).collect()
    }

    const fn percent(number: u32) -> Fraction {
        Fraction::percent(number)
    }

    #[test]
    fn a_range_reads_without_colour() {
        let bar = |low, high, width| text(range_bar(percent(low), percent(high), percent(80), width));
        assert_eq!(bar(50, 90, 11), "├────▬▬▬╋▬┤");
        assert_eq!(bar(0, 100, 11), "┝▬▬▬▬▬▬▬╋▬┥");
        assert_eq!(bar(0, 30, 11), "┝▬▬▬────╂─┤");
        assert_eq!(text(plain_bar(percent(0), percent(50), 10)), "▄▄▄▄▄     ");
    }

    #[test]
    fn a_range_that_misses_the_threshold_doesnt_touch_it() {
        let bar = |high| text(range_bar(percent(34), percent(high), percent(80), 10));
        assert_eq!([bar(79), bar(80)], ["├──▬▬▬▬╂─┤", "├──▬▬▬▬╋─┤"]);
    }

    #[test]
    fn a_share_is_solid_where_it_is_certain_and_dashed_where_it_is_possible() {
        let bar = |low, high| text(share_bar(percent(low), percent(high), percent(100), 11));
        assert_eq!(
            [bar(40, 40), bar(40, 70), bar(0, 100), bar(100, 100), bar(0, 0)],
            ["┝▬▬▬▬─────┤", "┝▬▬▬▬╍╍╍──┤", "┝╍╍╍╍╍╍╍╍╍┥", "┝▬▬▬▬▬▬▬▬▬┥", "├─────────┤"]
        );
    }

    /// What is thick, dashed and thin stays apart without any of these signs.
    #[test]
    fn every_sign_is_one_cell_wide_and_has_one_in_ascii() {
        let all = "├┤┝┥─▬╍╂╋▄";
        assert_eq!(width(all), all.chars().count());
        assert_eq!(to_ascii(all), "||||-=~||=");
    }
}
